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
#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/formula.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/explain.hpp>
#include <trimode/inference/least_change.hpp>

namespace trimode {

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

/// Why a label does not hold for a partner over a time: what is told of the whole of it, what each term lacks by that,
/// and the least changes that give the label on every part of it.
template <Named Label, Named E>
[[nodiscard]] constexpr WhyNot<E> why_not(const Dataset& data, PartnerIndex partner, const Period& at,
                                          const Typology<Label, E>& typology, Label label,
                                          const ChangeCosts<E>& costs = {}, const Admission& admission = {}) noexcept {
    const auto told = facts(data, data.codings<E>(), partner, asked_days(data, at), admission);
    WhyNot<E> result = why_not(told, typology, label, costs);
    result.least = least_change(data, partner, at, typology, label, Aim::give, costs, admission);
    return result;
}

/// Why the conditions do not predict a mode, as `classify(relationship)` has it.
template <class Use = OnUse>
[[nodiscard]] constexpr WhyNot<Condition> why_not(const Used<Use, Relationship>& relationship, Mode mode,
                                                  const ChangeCosts<Condition>& costs = {}) noexcept {
    return why_not(relationship.conditions, three_modes::predicted, mode, costs);
}

}  // namespace trimode
