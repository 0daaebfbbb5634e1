// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Cases: all facts that there can be of one relationship, and random ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <vector>

#include <trimode/base/facts.hpp>
#include <trimode/base/truth.hpp>
#include <trimode/domain/condition.hpp>
#include <trimode/framework/grade.hpp>

#include "random.hpp"

namespace bench {

using trimode::Condition;
using trimode::Facts;
using trimode::Grade;
using trimode::Grades;

/// How many different facts there are: four truths for each condition.
inline constexpr std::uint64_t facts_count = std::uint64_t{1} << (2 * trimode::count<Condition>);

/// The facts with this number, two bits for each condition.
[[nodiscard]] inline Facts<Condition> facts_of(std::uint64_t number) {
    Facts<Condition> facts;
    for (const Condition condition : trimode::all<Condition>()) {
        facts.set(condition, static_cast<trimode::Truth>((number >> (2 * trimode::index(condition))) & 3U));
    }
    return facts;
}

[[nodiscard]] inline Facts<Condition> random_facts(Random& random) { return facts_of(random.below(facts_count)); }

/// Degrees in steps of a thousandth. Every fourth is unknown, unless all are to be known.
[[nodiscard]] inline Grades<Condition> random_grades(Random& random, bool all_known = false) {
    Grades<Condition> grades;
    for (const Condition condition : trimode::all<Condition>()) {
        const auto degree = static_cast<double>(random.below(1001)) / 1000.0;
        if (random.below(4) != 0 || all_known) grades.set(condition, *Grade::of(degree));
    }
    return grades;
}

/// A condition as peers have it that know yes, no and unknown: what is contested is unknown to them.
[[nodiscard]] inline std::optional<bool> told(Facts<Condition> facts, Condition condition) {
    if (!trimode::settled(facts[condition])) return std::nullopt;
    return trimode::must_hold(facts[condition]);
}

/// Whether a peer says of all facts what the library does: `agrees(facts)`. Prints the first where it does not.
template <class Agrees>
[[nodiscard]] bool agrees_on_all_facts(const char* peer, const Agrees& agrees) {
    for (std::uint64_t number = 0; number < facts_count; ++number) {
        if (agrees(facts_of(number))) continue;
        std::fprintf(stderr, "%s differs from the library for the facts %#llx\n", peer,
                     static_cast<unsigned long long>(facts_of(number).word()));
        return false;
    }
    return true;
}

}  // namespace bench
