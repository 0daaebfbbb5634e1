// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Condition: what is true of a partner and of the relation with it; the causes from which a mode is predicted.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>
#include <trimode/domain/definition.hpp>

namespace trimode {

/// A condition. What is not told codes nothing: a text that is silent does not tell that a condition fails.
/// Source: the codebook; the ideas are those of Buriev (document 000), blocks 25, 31, 41 to 43.
enum class Condition : std::uint8_t {
    resources,        ///< R: the partner controls a named good that the state needs or lives on.
    geography,        ///< G: the state's location or border serves a security or strategic aim of the partner.
    regime_affinity,  ///< V: the partner's own view of state power agrees with the rulers' wish to stay.
    conditionality,   ///< C: help that the state uses or wants is tied to reform.
    alternative,   ///< A: for this partner's resource another source exists that does not tie it to reform. The claim
                   ///< may be about that source.
    global_arena,  ///< F: the counterpart is the community of states in a global setting. Known by the kind of partner,
                   ///< not by claims.
    acclaim,       ///< I: the state wants image, esteem or expertise from this counterpart before a world audience.
};

/// The spellings of Condition, with the letters of the field's notation.
consteval auto names_of(Condition) {
    return names<Condition>("resources R", "geography G", "regime_affinity V", "conditionality C", "alternative A",
                            "global_arena F", "acclaim I");
}

/// The entry of a condition in the codebook.
[[nodiscard]] constexpr Definition definition(Condition condition) noexcept {
    switch (condition) {
        case Condition::resources:
            return {
                "The partner controls a named good (money, a market for labour or goods, arms, protection, "
                "expertise) that the state needs or lives on; the need must be told.",
                "The partner has nothing of weight, or none left. That one good of several is withdrawn tells "
                "nothing.",
                "Offers, intentions, small projects, trade or debt as such; to be the largest giver or market "
                "when no need is told; a vote or other political support."};
        case Condition::geography:
            return {"The state's location or border serves a security or strategic aim of the partner.",
                    "The partner is not interested in the territory.", "Interest in general; a lack of raw materials."};
        case Condition::regime_affinity:
            return {
                "The partner's own view of state power agrees with the rulers' wish to stay: a likeness of "
                "rule from above, or of ideology, is told.",
                "It presses for pluralism or rights, criticises in public, hosts or receives the opposition.",
                "That it sets no conditions or stays out of domestic affairs; the state's own dissent; shared "
                "language or religion; another form of rule without pressure."};
        case Condition::conditionality:
            return {"Help that the state uses or wants is tied to reform of policy, law or institutions.",
                    "The partner asks for no reform.",
                    "Demands for loyalty, debt, sanctions, strings that will show only later, requirements of "
                    "membership that are not told to be reforms."};
        case Condition::alternative:
            return {
                "For this partner's resource another source of substantial size exists that does not tie it "
                "to reform. Coded for the partner that could be replaced; the claim may be about the other "
                "source.",
                "'Only because' there was no other source, or no other option.",
                "Diversification wished for or tried; a source of another good."};
        case Condition::global_arena:
            return {
                "The counterpart is the community of states in a multilateral, global setting. Follows from "
                "the kind of partner and is never coded.",
                "By kind: any single state, bloc, lender or regional body.", ""};
        case Condition::acclaim:
            return {"The state wants image, esteem or expertise from this counterpart before a world audience.",
                    "This is no longer a priority, or no longer needed.",
                    "Diplomatic recognition; a seat or office sought."};
    }
    return {};
}

/// Whether a claim about another partner may tell it.
[[nodiscard]] constexpr bool relational(Condition condition) noexcept { return condition == Condition::alternative; }

/// Whether it follows from the kind of partner, so that no claim need, or may, tell it.
[[nodiscard]] constexpr bool known_by_kind(Condition condition) noexcept {
    return condition == Condition::global_arena;
}

}  // namespace trimode
