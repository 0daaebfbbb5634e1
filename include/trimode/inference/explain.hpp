// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Explain: why a label holds, fails or is open, and what a term lacks. What would have to be otherwise comes with it,
/// from least_change.hpp.
/// Layer: inference.
#pragma once

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/set.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/typology.hpp>
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

/// Why a rule gives its answer. The claims behind each feature are visited with `for_each_telling`.
template <Named E>
struct Explanation {
    Answer answer = Answer::open;
    Set<E> holds{};      ///< Features of the rule that are told to hold, and by nobody to fail.
    Set<E> fails{};
    Set<E> unknown{};    ///< Nobody tells.
    Set<E> contested{};  ///< The sources disagree.
    /// The open features on which the answer still depends; empty when it is settled. When some of them are contested the answer
    /// is open because sources conflict, otherwise for want of evidence.
    Set<E> matters{};
    /// What settles the answer: a term of the rule when it holds, a prime of its negation when it fails; empty when open.
    Cube because{};
    /// Whether `because` is a term as written; otherwise it follows from the rule.
    bool as_written = false;
};

/// Why a rule holds, fails or is open for these facts.
template <Named E>
[[nodiscard]] constexpr Explanation<E> explain(Facts<E> facts, const Rule<E>& rule) noexcept {
    Explanation<E> why;
    const TruthReading<E> reading(facts);
    why.answer = read(rule, reading);
    // What a term lacks that asks all of them to hold.
    const Gap<E> told = gap(Cube{rule.written().conditions().bits(), 0}, facts);
    why.holds = told.as_told;
    why.fails = told.otherwise;
    why.unknown = told.unknown;
    why.contested = told.contested;
    const auto satisfied = [&](const Formula<E>& formula) {
        for (const Cube& term : formula.terms()) {
            if (!reading.term(term)) continue;
            why.because = term;
            return true;
        }
        return false;
    };
    if (why.answer == Answer::holds) {
        why.as_written = satisfied(rule.written());
        if (!why.as_written) static_cast<void>(satisfied(rule.when()));
    } else if (why.answer == Answer::fails) {
        static_cast<void>(satisfied(rule.unless()));
    } else {
        why.matters = matters(rule, facts);
    }
    return why;
}

/// Why a label holds, fails or is open for a relationship.
template <Named Label, Named E>
[[nodiscard]] constexpr Explanation<E> explain(const Relationship& relationship, const Typology<Label, E>& typology,
                                               Label label) noexcept {
    return explain(relationship.facts<E>(), typology.rule(label));
}

}  // namespace trimode
