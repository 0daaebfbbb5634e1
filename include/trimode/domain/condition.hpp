// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Condition: what is true of a partner and of the relation with it; the causes from which a mode is predicted.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>

namespace trimode {

/// A condition. What is not told codes nothing: a text that is silent does not tell that a condition fails.
/// Source: the codebook; the ideas are those of Buriev (document 000), blocks 25, 31, 41 to 43.
enum class Condition : std::uint8_t {
    /// R: the partner controls a named good (money, a market for labour or goods, arms, protection, expertise) that the
    /// state needs or lives on. Fails: told that it has nothing of weight, or none left; that one good of several is
    /// withdrawn tells nothing (Rogun in 2005 left arms, protection and the labour market).
    /// Does not count: offers, intentions, small projects, trade as such.
    resources,
    /// G: the state's location or border serves a security or strategic aim of the partner. Fails: told that the partner is
    /// not interested in the territory. Does not count: interest in general.
    geography,
    /// V: the partner's own view of state power agrees with the rulers' wish to stay. Fails: told that it presses for
    /// pluralism or rights, criticises in public, hosts or receives the opposition. Does not count: that it sets no
    /// conditions; the state's own dissent; shared language or religion.
    regime_affinity,
    /// C: help that the state uses or wants is tied to reform of policy, law or institutions. Fails: told that the partner
    /// asks for no reform. Does not count: demands for loyalty, debt, sanctions.
    conditionality,
    /// A: for this partner's resource another source of substantial size exists that does not tie it to reform. Fails: told
    /// "only because" there was no other source, no other option. Does not count: diversification wished for; a source of
    /// another good. Relational: the claim may be about the other source.
    alternative,
    /// F: the counterpart is the community of states in a multilateral, global setting. By kind of partner, not by claims.
    global_arena,
    /// I: the state wants image, esteem or expertise from this counterpart before a world audience. Fails: told that this is
    /// no longer a priority or needed. Does not count: diplomatic recognition.
    acclaim,
};

/// The spellings of Condition, with the letters of the field's notation.
consteval auto names_of(Condition) {
    return names<Condition>("resources R", "geography G", "regime_affinity V", "conditionality C", "alternative A",
                            "global_arena F", "acclaim I");
}

/// Whether a claim about another partner may tell it.
[[nodiscard]] constexpr bool relational(Condition condition) noexcept { return condition == Condition::alternative; }

/// Whether it follows from the kind of partner, so that no claim need, or may, tell it.
[[nodiscard]] constexpr bool known_by_kind(Condition condition) noexcept {
    return condition == Condition::global_arena;
}

}  // namespace trimode
