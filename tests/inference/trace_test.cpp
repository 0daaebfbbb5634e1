// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Traces: the literals behind an answer against all completions of what is open, and those behind a grade against its
/// definition, in whole numbers; under the theories of the papers for all facts, and under random ones.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include <doctest/doctest.h>

#include <trimode/base/random.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/trace.hpp>

#include "support/many.hpp"

namespace {

using namespace trimode;
using support::many_kinds;
using support::Thing;

// The smallest there is.
constexpr auto one_of_one = typology<Thing<1>, Thing<1>>({{static_cast<Thing<1>>(0), formula<Thing<1>>("~a0"), ""}});

// At compile time.
constexpr auto stands = trace<three_modes::predicted>(
    Facts<Condition>({Condition::resources, Condition::geography}, {Condition::regime_affinity, Condition::global_arena}));
static_assert(stands.because(Mode::recipient) == Cube{0, Set<Condition>{Condition::regime_affinity}.bits()});
static_assert(stands.verdict == Verdict<Mode>{{}, {Mode::protector}});
static_assert(stands.because(static_cast<Mode>(3)) == Cube{} && stands.because(static_cast<Mode>(255)) == Cube{});
static_assert(noexcept(trace<three_modes::predicted>(Facts<Condition>{})) &&
              noexcept(trace(Facts<Condition>{}, three_modes::predicted)) &&
              noexcept(trace<three_modes::predicted>(Grades<Condition>{})) &&
              noexcept(trace(Grades<Condition>{}, three_modes::predicted)));
static_assert(std::is_trivially_copyable_v<Trace<Mode, Condition>> &&
              std::is_trivially_copyable_v<GradeTrace<Mode, Condition>>);

// ---- facts -------------------------------------------------------------------------------------------------------

/// Whether a formula holds when exactly these features do.
template <Named E>
bool holds(const Formula<E>& formula, std::uint32_t features) {
    for (const Cube& term : formula.terms()) {
        if ((term.holding & ~features) == 0 && (term.failing & features) == 0) return true;
    }
    return false;
}

/// Whether all that a term asks for is told, and nothing against it.
template <Named E>
bool is_told(Cube term, Facts<E> facts) {
    for (const E feature : all<E>()) {
        if (((term.holding >> index(feature)) & 1U) != 0 && facts[feature] != Truth::holds) return false;
        if (((term.failing >> index(feature)) & 1U) != 0 && facts[feature] != Truth::fails) return false;
    }
    return true;
}
template <Named E>
Cube literals_told(const Formula<E>& side, Facts<E> facts) {
    Cube literals;
    for (const Cube& term : side.terms()) {
        if (is_told(term, facts)) literals = literals & term;
    }
    return literals;
}

/// The answer and the literals as the documentation defines them, from the rule as written and all completions of what
/// is open in it: an open literal counts where it alone turns the rule from failing to holding in some completion.
template <Named E>
std::pair<Answer, Cube> by_completions(const Rule<E>& rule, Facts<E> facts) {
    std::uint32_t true_ones = 0;
    std::uint32_t open = 0;
    for (const E feature : rule.written().conditions()) {
        const std::uint32_t bit = std::uint32_t{1} << index(feature);
        if (facts[feature] == Truth::holds) true_ones |= bit;
        if (facts[feature] == Truth::unknown || facts[feature] == Truth::contested) open |= bit;
    }
    bool may_hold = false;
    bool may_fail = false;
    Cube turning;
    for (std::uint32_t part = open;; part = (part - 1) & open) {
        const std::uint32_t world = true_ones | part;
        const bool so = holds(rule.written(), world);
        (so ? may_hold : may_fail) = true;
        for (std::uint32_t left = part; left != 0; left &= left - 1) {  // each that holds here
            const std::uint32_t bit = left & (~left + 1U);
            const bool without = holds(rule.written(), world & ~bit);
            if (so && !without) turning.holding |= bit;
            if (!so && without) turning.failing |= bit;
        }
        if (part == 0) break;
    }
    if (!may_fail) return {Answer::holds, literals_told(rule.when(), facts)};
    if (!may_hold) return {Answer::fails, literals_told(rule.unless(), facts)};
    return {Answer::open, turning};
}

/// How many labels a trace is wrong about.
template <Named Label, Named E>
std::size_t faults(const Trace<Label, E>& trace, Facts<E> facts, const Typology<Label, E>& typology) {
    std::size_t wrong = trace.verdict == classify(facts, typology) ? 0 : 1;
    for (const Label label : all<Label>()) {
        const Rule<E>& rule = typology.rule(label);
        const auto [answer, literals] = by_completions(rule, facts);
        if (trace.verdict.answer(label) != answer || trace.because(label) != literals) ++wrong;
        if (trace.literals[index(label)] != literals) ++wrong;
        if (answer == Answer::open && literals.conditions() != matters(rule, facts).bits()) ++wrong;
        if (answer != Answer::open && (literals.word() & ~facts.settled()) != 0) ++wrong;
    }
    return wrong;
}

/// The facts with this number in base 4, one digit a feature.
template <Named E>
Facts<E> facts_of(std::uint32_t number) {
    Facts<E> facts;
    for (const E feature : all<E>()) {
        facts.set(feature, static_cast<Truth>(number % 4));
        number /= 4;
    }
    return facts;
}

template <Named Label, Named E>
std::size_t wrong_traces(const Typology<Label, E>& typology) {
    std::size_t wrong = 0;
    for (std::uint32_t number = 0; number < std::uint32_t{1} << (2 * count<E>); ++number) {
        const auto facts = facts_of<E>(number);
        wrong += faults(trace(facts, typology), facts, typology);
    }
    return wrong;
}

/// How many of all facts the trace under a constant is wrong about.
template <const auto& Rules>
std::size_t wrong_constant_traces() {
    using E = typename std::remove_cvref_t<decltype(Rules)>::Feature;
    std::size_t wrong = 0;
    for (std::uint32_t number = 0; number < std::uint32_t{1} << (2 * count<E>); ++number) {
        const auto facts = facts_of<E>(number);
        const auto found = trace<Rules>(facts);
        if (found != trace(facts, Rules) || found.verdict != classify<Rules>(facts)) ++wrong;
    }
    return wrong;
}

template <std::size_t Labels, std::size_t Features>
std::size_t wrong_random_traces(std::uint64_t seed, int typologies, int cases) {
    using Label = Thing<Labels>;
    using E = Thing<Features>;
    Random random(seed);
    std::size_t wrong = 0;
    for (int i = 0; i < typologies; ++i) {
        const auto typology = support::random_typology<Label, E>(random);
        for (int k = 0; k < cases; ++k) {
            const auto facts = support::random_facts<E>(random);
            wrong += faults(trace(facts, typology), facts, typology);
        }
    }
    return wrong;
}

// ---- grades ------------------------------------------------------------------------------------------------------

/// Degrees in whole steps: for each feature the least and the most.
template <Named E>
struct Steps {
    int whole = 1;
    std::array<int, count<E>> least{};
    std::array<int, count<E>> most{};

    Steps(Random& random, int steps) : whole(steps) {
        const auto draw = [&] { return static_cast<int>(random.below(static_cast<std::uint64_t>(steps) + 1)); };
        for (std::size_t i = 0; i < count<E>; ++i) {
            const int one = draw();
            const int other = random.below(2) == 0 ? one : draw();
            least[i] = random.below(8) == 0 ? 0 : std::min(one, other);
            most[i] = random.below(8) == 0 ? steps : std::max(one, other);
        }
    }
    [[nodiscard]] Grade grade(int from, int to) const {
        return *Grade::between(static_cast<double>(from) / whole, static_cast<double>(to) / whole);
    }
    [[nodiscard]] Grades<E> grades() const {
        Grades<E> result;
        for (const E feature : all<E>()) result.set(feature, grade(least[index(feature)], most[index(feature)]));
        return result;
    }
    /// The most that a literal may be.
    [[nodiscard]] int most_of(E feature, bool positive) const {
        return positive ? most[index(feature)] : whole - least[index(feature)];
    }
    /// The most of one side, and the literals that have it, in the terms that have it.
    [[nodiscard]] std::pair<int, Cube> most_of(const Formula<E>& side) const {
        const auto each_literal = [&](Cube term, const auto& visit) {
            for (const E feature : Set<E>::of_bits(term.holding)) visit(most_of(feature, true), Cube{Set<E>{feature}.bits(), 0});
            for (const E feature : Set<E>::of_bits(term.failing)) visit(most_of(feature, false), Cube{0, Set<E>{feature}.bits()});
        };
        const auto of_term = [&](Cube term) {
            int weakest = whole;
            each_literal(term, [&](int degree, Cube) { weakest = std::min(weakest, degree); });
            return weakest;
        };
        int strongest = 0;
        for (const Cube& term : side.terms()) strongest = std::max(strongest, of_term(term));
        Cube literals;
        for (const Cube& term : side.terms()) {
            if (of_term(term) != strongest) continue;
            each_literal(term, [&](int degree, Cube literal) {
                if (degree == strongest) literals = literals & literal;
            });
        }
        return {strongest, literals};
    }
};

template <Named Label, Named E>
std::size_t grade_faults(const GradeTrace<Label, E>& trace, const Steps<E>& steps, const Typology<Label, E>& typology) {
    std::size_t wrong = trace.grades == grade(steps.grades(), typology) ? 0 : 1;
    for (const Label label : all<Label>()) {
        const auto [most, at_most] = steps.most_of(typology.rule(label).when());
        const auto [ruled_out, at_least] = steps.most_of(typology.rule(label).unless());
        const TracedGrade expected{steps.grade(steps.whole - ruled_out, most), at_most, at_least};
        if (trace[label] != expected) ++wrong;
        if (trace.at_most[index(label)] != at_most || trace.at_least[index(label)] != at_least) ++wrong;
    }
    return wrong;
}

template <const auto& Rules>
std::size_t wrong_constant_grades(std::uint64_t seed) {
    using E = typename std::remove_cvref_t<decltype(Rules)>::Feature;
    Random random(seed);
    std::size_t wrong = 0;
    for (int i = 0; i < 1000; ++i) {
        const Steps<E> steps(random, i % 2 == 0 ? 4 : 1000);
        const auto found = trace<Rules>(steps.grades());
        wrong += grade_faults(found, steps, Rules);
        if (found != trace(steps.grades(), Rules)) ++wrong;
    }
    return wrong;
}

template <std::size_t Labels, std::size_t Features>
std::size_t wrong_random_grades(std::uint64_t seed, int typologies) {
    using E = Thing<Features>;
    Random random(seed);
    std::size_t wrong = 0;
    for (int i = 0; i < typologies; ++i) {
        const auto typology = support::random_typology<Thing<Labels>, E>(random);
        for (int k = 0; k < 40; ++k) {
            const Steps<E> steps(random, k % 2 == 0 ? 4 : 1000);
            wrong += grade_faults(trace(steps.grades(), typology), steps, typology);
        }
    }
    return wrong;
}

}  // namespace

TEST_CASE("the literals behind each verdict of the theories of the papers, for all facts") {
    CHECK(wrong_traces(three_modes::predicted) == 0);
    CHECK(wrong_traces(four_stages::stages) == 0);
    CHECK(wrong_traces(four_stages::cumulative) == 0);
    CHECK(wrong_traces(three_modes::observed) == 0);
    CHECK(wrong_traces(many_kinds) == 0);
    CHECK(wrong_traces(one_of_one) == 0);
    for (const auto& variant : three_modes::variants) CHECK_MESSAGE(wrong_traces(*variant.rules) == 0, std::string(variant.name));
}

TEST_CASE("a trace under a constant is the same trace, for all facts") {
    CHECK(wrong_constant_traces<three_modes::predicted>() == 0);
    CHECK(wrong_constant_traces<three_modes::observed>() == 0);
    CHECK(wrong_constant_traces<three_modes::without_geography>() == 0);
    CHECK(wrong_constant_traces<three_modes::any_two_factors>() == 0);
    CHECK(wrong_constant_traces<three_modes::residual_protector>() == 0);
    CHECK(wrong_constant_traces<four_stages::stages>() == 0);
    CHECK(wrong_constant_traces<four_stages::cumulative>() == 0);
    CHECK(wrong_constant_traces<many_kinds>() == 0);
    CHECK(wrong_constant_traces<one_of_one>() == 0);
}

TEST_CASE("the literals behind verdicts of random typologies") {
    CHECK(wrong_random_traces<3, 4>(61, 300, 60) == 0);
    CHECK(wrong_random_traces<1, 5>(62, 500, 60) == 0);
    CHECK(wrong_random_traces<9, 7>(63, 100, 60) == 0);
    CHECK(wrong_random_traces<8, 32>(64, 60, 60) == 0);
    CHECK(wrong_random_traces<32, 32>(65, 30, 60) == 0);
    CHECK(wrong_random_traces<17, 1>(66, 30, 20) == 0);
}

TEST_CASE("an open answer names what it depends on, as the rule wants it, and a settled one what settles it") {
    using E = Thing<7>;
    const auto feature = [](std::size_t i) { return static_cast<E>(i); };
    const auto because = [](Facts<E> facts, std::size_t label) { return trace<many_kinds>(facts).because(static_cast<Thing<9>>(label)); };
    Facts<E> facts;
    CHECK(because(facts, 0) == Cube{0b111, 0b001});  // nothing told: whichever of both
    CHECK(because(facts, 2) == Cube{});              // always, and never: by nothing
    CHECK(because(facts, 3) == Cube{});
    CHECK(because(facts, 7) == Cube{});
    facts.set(feature(1), Truth::holds);
    CHECK(because(facts, 0) == Cube{0b101, 0});  // a0 is enough, and a2
    facts.set(feature(2), Truth::holds);
    CHECK(because(facts, 0) == Cube{0b110, 0});  // by the prime that nobody wrote
    facts.set(feature(0), Truth::contested);
    CHECK(because(facts, 0) == Cube{0b110, 0});
    facts.set(feature(0), Truth::holds);
    CHECK(because(facts, 0) == Cube{0b111, 0});  // by both primes
    facts.set(feature(1), Truth::fails).set(feature(2), Truth::unknown);
    CHECK(because(facts, 0) == Cube{0b001, 0b010});  // fails by a0 and ~a1
}

TEST_CASE("the literals on which grades stand, by their definition") {
    CHECK(wrong_constant_grades<three_modes::predicted>(71) == 0);
    CHECK(wrong_constant_grades<three_modes::observed>(72) == 0);
    CHECK(wrong_constant_grades<three_modes::any_two_factors>(73) == 0);
    CHECK(wrong_constant_grades<three_modes::residual_protector>(74) == 0);
    CHECK(wrong_constant_grades<four_stages::cumulative>(75) == 0);
    CHECK(wrong_constant_grades<many_kinds>(76) == 0);
    CHECK(wrong_constant_grades<one_of_one>(77) == 0);
    CHECK(wrong_random_grades<3, 4>(81, 100) == 0);
    CHECK(wrong_random_grades<9, 7>(82, 40) == 0);
    CHECK(wrong_random_grades<32, 32>(83, 10) == 0);
}

TEST_CASE("a graded trace is read and written label by label") {
    GradeTrace<Mode, Condition> written;
    CHECK(written[Mode::recipient] == TracedGrade{});
    CHECK(written[Mode::recipient].grade == Grade::unknown());
    const TracedGrade one{degree(.25, .5), {1, 0}, {0, 2}};
    CHECK(written.set(Mode::activist, one)[Mode::activist] == one);
    const auto before = written;
    CHECK(written.set(static_cast<Mode>(3), one) == before);  // no label: nothing is set, nothing is known
    CHECK(written[static_cast<Mode>(3)] == TracedGrade{});
    CHECK(written[Mode::protector] == TracedGrade{});
}
