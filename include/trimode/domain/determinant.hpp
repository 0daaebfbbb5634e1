// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Determinant: what tells the stages of the policy towards the senior partner apart.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>

namespace trimode {

/// A determinant of the stage. Source: the codebook; the ideas are those of Kluczewska (document 001).
enum class Determinant : std::uint8_t {
    /// The state works for the partner's backing of the rulers at home, whatever backing it has already. Blocks 11, 16.
    seeks_backing,
    /// A declared policy of many partners is in force. Of the state, whatever the partner. Block 18.
    open_door,
    /// The partner is whom the leaders would choose; an "open question" codes nothing. Blocks 18, 26.
    preferred,
    /// The leaders are said to know that reliance on the partner costs autonomy. Blocks 26, 33.
    price_felt,
    /// The partner is under broad sanctions or shunned, and the text says that this bears on the relation. Blocks 39, 44.
    partner_isolated,
    /// Withholds or prices support that the partner expects, without breaking with it. Blocks 35, 39.
    manoeuvres,
};

/// The spellings of Determinant.
consteval auto names_of(Determinant) {
    return names<Determinant>("seeks_backing", "open_door", "preferred", "price_felt", "partner_isolated", "manoeuvres");
}

/// Whether it is true of the state's policy as a whole and so tells for every partner.
[[nodiscard]] constexpr bool of_the_state(Determinant determinant) noexcept {
    return determinant == Determinant::open_door;
}

}  // namespace trimode
