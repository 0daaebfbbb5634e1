// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Explain: why a label holds, fails or is open. What would have to be otherwise comes with it, from least_change.hpp.
/// Layer: inference.
#pragma once

#include <trimode/base/facts.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/least_change.hpp>

namespace trimode {

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
    for (const E feature : rule.written().conditions()) {
        switch (facts[feature]) {
            case Truth::holds: why.holds.insert(feature); break;
            case Truth::fails: why.fails.insert(feature); break;
            case Truth::unknown: why.unknown.insert(feature); break;
            case Truth::contested: why.contested.insert(feature); break;
        }
    }
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
