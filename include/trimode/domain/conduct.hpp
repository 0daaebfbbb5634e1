// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Conduct: what the state is seen to do towards a partner; the manifestation in which a mode is observed.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>
#include <trimode/domain/definition.hpp>

namespace trimode {

/// A kind of act of the state towards a partner. Acts, not states: an act tells for its time and a while after it.
/// Source: the codebook; the ideas are those of Buriev (document 000), blocks 22, 26, 28, 38, 44, and Kluczewska
/// (document 001), blocks 22, 35, 39.
enum class Conduct : std::uint8_t {
    defers,        ///< D: goes along with the partner's wish or lead without objection.
    cedes,         ///< L: gives up land, rights, income or a decision already taken.
    campaigns,     ///< P: puts forward an issue of global concern in a global arena.
    dissents,      ///< O: officials openly contradict or protest to the partner.
    restricts,     ///< N: a measure narrows the partner's presence or activity.
    bargains,      ///< B: names or implies a price for its own conduct.
    keeps_silent,  ///< S: no official statement where a partner expects one.
};

/// The spellings of Conduct, with the letters of the notation.
consteval auto names_of(Conduct) {
    return names<Conduct>("defers D", "cedes L", "campaigns P", "dissents O", "restricts N", "bargains B",
                          "keeps_silent S");
}

/// The entry of a conduct in the codebook.
[[nodiscard]] constexpr Definition definition(Conduct conduct) noexcept {
    switch (conduct) {
        case Conduct::defers:
            return {
                "The state goes along with the partner's wish or lead without objection; loyalty told as such "
                "counts, also when it is called passive.",
                "It withholds a named thing for which the partner asked or, as the text says, pressed.",
                "Friendly words, visits, agreements, a shared narrative; support that was expected but not "
                "asked for (see manoeuvres), a missing statement (see keeps_silent)."};
        case Conduct::cedes:
            return {"The state gives up land, rights, income or a decision already taken.", "",
                    "Paying for what one buys; advantages granted that cost nothing named."};
        case Conduct::campaigns:
            return {
                "The state puts forward an issue of global concern in a global arena, by an act or an agenda "
                "of its own.",
                "It is told no longer to do so.", "Attendance and taking part."};
        case Conduct::dissents:
            return {"Officials openly contradict or protest to the partner.", "",
                    "What stands between the lines; displeasure that is not voiced."};
        case Conduct::restricts:
            return {"A measure narrows the partner's presence or activity.", "",
                    "Slow accession, hesitation, scepticism."};
        case Conduct::bargains:
            return {"The state names or implies a price for its own conduct, in an act that the text tells.",
                    "It is told never to play for a price.",
                    "Ordinary requests for aid or attention, unless the author says that they set a price."};
        case Conduct::keeps_silent:
            return {
                "No official statement where a partner expects one; that it is expected may be told anywhere "
                "in the same document.",
                "The state declares or stresses its neutrality: coded towards both sides of the quarrel.",
                "Coverage in the media, silence of society, silence as submission; neutrality as the author's "
                "own reading."};
    }
    return {};
}

/// Conduct consists of acts: a question about a period asks whether one falls into it, not whether it fills it.
[[nodiscard]] constexpr bool counts_as_act(Conduct) noexcept { return true; }

}  // namespace trimode
