// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Why not: what each term of a rule lacks, and the least change that gives the label.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/set.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/framework/formula.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/explain.hpp>
#include <trimode/inference/least_change.hpp>

namespace trimode {

/// What one term of a rule lacks. A term that asks of a feature both that it holds and that it fails is never
/// satisfied, and may have that feature in two of the sets.
template <Named E>
struct Gap {
    Cube term{};
    Set<E> as_told{};    ///< Features that are told as the term asks, and by nobody otherwise.
    Set<E> otherwise{};  ///< Told the other way, and by nobody as the term asks.
    Set<E> unknown{};    ///< Nobody tells.
    Set<E> contested{};  ///< The sources disagree.

    /// Whether the term lacks nothing.
    [[nodiscard]] constexpr bool closed() const noexcept {
        return otherwise.empty() && unknown.empty() && contested.empty() && !term.contradictory();
    }
    [[nodiscard]] friend constexpr bool operator==(const Gap&, const Gap&) noexcept = default;
};

/// What a term, as written or a prime, lacks for these facts.
template <Named E>
[[nodiscard]] constexpr Gap<E> gap(Cube term, Facts<E> facts) noexcept {
    const auto holding = Set<E>::of_bits(term.holding);
    const auto failing = Set<E>::of_bits(term.failing);
    const auto holds = facts.told_to_hold() - facts.told_to_fail();
    const auto fails = facts.told_to_fail() - facts.told_to_hold();
    const auto asked = holding | failing;
    return {term, (holding & holds) | (failing & fails), (holding & fails) | (failing & holds), asked & facts.unknown(),
            asked & facts.contested()};
}

/// Why a label does not hold: what each term of its rule lacks, and all least changes that give it. For a label that
/// holds, some term may lack nothing, and the least change is empty; for one that is open, `why.matters` is what it
/// hangs on.
template <Named E>
struct WhyNot {
    Facts<E> facts{};  ///< Of which it speaks.
    Explanation<E> why{};
    std::array<Gap<E>, formula_capacity> gaps{};
    std::size_t terms_count = 0;
    LeastChanges least{};

    /// The terms of the rule as written, each with what it lacks. Empty for a label that never holds.
    [[nodiscard]] constexpr std::span<const Gap<E>> terms() const noexcept { return {gaps.data(), terms_count}; }
};

/// Why a label does not hold for these facts. For the primes of the rule ask `gap` of each of them.
/// @param costs  What a change costs, and what cannot be changed.
template <Named Label, Named E>
[[nodiscard]] constexpr WhyNot<E> why_not(Facts<E> facts, const Typology<Label, E>& typology, Label label,
                                          const ChangeCosts<E>& costs = {}) noexcept {
    const Rule<E>& rule = typology.rule(label);
    WhyNot<E> result;
    result.facts = facts;
    result.why = explain(facts, rule);
    for (const Cube& term : rule.written().terms()) result.gaps[result.terms_count++] = gap(term, facts);
    result.least = least_change(facts, typology, label, Aim::give, costs);
    return result;
}

/// Why a label does not hold for a relationship.
template <Named Label, Named E>
[[nodiscard]] constexpr WhyNot<E> why_not(const Relationship& relationship, const Typology<Label, E>& typology,
                                          Label label, const ChangeCosts<E>& costs = {}) noexcept {
    return why_not(relationship.facts<E>(), typology, label, costs);
}

}  // namespace trimode
