// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Conduct: what the state is seen to do towards a partner; the manifestation in which a mode is observed.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>

namespace trimode {

/// A kind of act of the state towards a partner. Acts, not states: an act tells for its time and a while after it.
/// Source: the codebook; the ideas are those of Buriev (document 000), blocks 22, 26, 28, 38, 44, and Kluczewska
/// (document 001), blocks 22, 35, 39.
enum class Conduct : std::uint8_t {
    /// D: goes along with the partner's wish or lead without objection. Fails: withholds what it asked for.
    /// Does not count: friendly words, visits.
    defers,
    /// L: gives up land, rights, income or a decision already taken. Does not count: paying for what one buys.
    cedes,
    /// P: puts forward an issue of global concern in a global arena. Does not count: attendance.
    campaigns,
    /// O: officials openly contradict or protest to the partner. Does not count: "between the lines".
    dissents,
    /// N: a measure narrows the partner's presence or activity. Does not count: slow accession.
    restricts,
    /// B: names or implies a price for its own conduct. Does not count: ordinary requests for aid.
    bargains,
    /// S: no official statement where a partner expects one. Fails: declares neutrality.
    /// Does not count: silence as submission, coverage in the media.
    keeps_silent,
};

/// The spellings of Conduct, with the letters of the notation.
consteval auto names_of(Conduct) {
    return names<Conduct>("defers D", "cedes L", "campaigns P", "dissents O", "restricts N", "bargains B",
                          "keeps_silent S");
}

/// Conduct consists of acts: a question about a period asks whether one falls into it, not whether it fills it.
[[nodiscard]] constexpr bool counts_as_act(Conduct) noexcept { return true; }

}  // namespace trimode
