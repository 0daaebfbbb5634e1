// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Determinant: what tells the stages of the policy towards the senior partner apart.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>
#include <trimode/domain/definition.hpp>

namespace trimode {

/// A determinant of the stage. Source: the codebook; the ideas are those of Kluczewska (document 001).
enum class Determinant : std::uint8_t {
    seeks_backing,  ///< The state works for the partner's backing of the rulers at home. Blocks 11, 16.
    open_door,      ///< A declared policy of many partners is in force. Of the state, whatever the partner. Block 18.
    preferred,      ///< The partner is whom the leaders would choose. Blocks 18, 26.
    price_felt,     ///< The leaders are said to know that reliance on the partner costs autonomy. Blocks 26, 33.
    partner_isolated,  ///< The partner is under broad sanctions or shunned, and the text says that this bears on the
                       ///< relation. Blocks 39, 44.
    manoeuvres,  ///< Withholds or prices support that the partner expects, without breaking with it. Blocks 35, 39.
};

/// The spellings of Determinant.
consteval auto names_of(Determinant) {
    return names<Determinant>("seeks_backing", "open_door", "preferred", "price_felt", "partner_isolated",
                              "manoeuvres");
}

/// The entry of a determinant in the codebook.
[[nodiscard]] constexpr Definition definition(Determinant determinant) noexcept {
    switch (determinant) {
        case Determinant::seeks_backing:
            return {
                "The state works for the partner's backing of the rulers at home, whatever backing it has "
                "already.",
                "", "Support for the country in general; a wish that nobody acts on."};
        case Determinant::open_door:
            return {
                "A declared policy of many partners is in force; that the author names it as the state's "
                "policy is enough, even in passing.",
                "It is told to be given up, or to be no key element any longer.",
                "Diversification tried or wished for without a declared policy."};
        case Determinant::preferred:
            return {"The partner is whom the leaders would choose, or their priority.",
                    "The tie is told to be no matter of liking or choice.",
                    "What is called an open question; privileged, attractive, first in a list; a special affinity "
                    "that is not told as choice."};
        case Determinant::price_felt:
            return {
                "The leaders are said to know that reliance on the partner costs autonomy, is dangerous or "
                "has a price.",
                "",
                "The author's own finding that it does; that the leaders do not mind (they may know all the "
                "same)."};
        case Determinant::partner_isolated:
            return {
                "The partner is under broad sanctions or shunned, and the text says that this bears on the "
                "relation; harm that reaches the state's economy or its migrants counts.",
                "The quarrel of the partner with others is told to have left the relation untouched.",
                "Sanctions or isolation of which no bearing on the relation is told."};
        case Determinant::manoeuvres:
            return {"The state withholds or prices support that the partner expects, without breaking with it.", "",
                    "Room that is kept but not used; a missing statement alone (see keeps_silent)."};
    }
    return {};
}

/// Whether it is true of the state's policy as a whole and so tells for every partner.
[[nodiscard]] constexpr bool of_the_state(Determinant determinant) noexcept {
    return determinant == Determinant::open_door;
}

}  // namespace trimode
