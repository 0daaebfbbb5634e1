// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Explain: the parts of an explanation, and the least changes against a search of all changes.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/dependency_scale.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/explain.hpp>

#include "support/tables.hpp"

namespace {

using namespace trimode;

template <Named E>
Facts<E> random_facts(support::Random& random) {
    Facts<E> facts;
    for (const E feature : all<E>()) facts.set(feature, static_cast<Truth>(random.below(4)));
    return facts;
}

/// Whether a formula holds when exactly these features do.
template <Named E>
bool holds(const Formula<E>& formula, std::uint32_t world) {
    for (const Cube& term : formula.terms()) {
        if ((world & term.holding) == term.holding && (world & term.failing) == 0) return true;
    }
    return false;
}

/// Whether the formula has this value in every world in which the term is satisfied.
template <Named E>
bool implies(Cube term, const Formula<E>& formula, bool value) {
    for (std::uint32_t world = 0; world <= all<E>().bits(); ++world) {
        const bool satisfied = (world & term.holding) == term.holding && (world & term.failing) == 0;
        if (satisfied && holds(formula, world) != value) return false;
    }
    return true;
}

/// The open features on which the value depends: some completion changes its value with this one feature.
template <Named E>
Set<E> depends_on(const Formula<E>& formula, Facts<E> facts) {
    Set<E> found;
    const auto settled_to_hold = static_cast<std::uint32_t>(facts.settled());
    const auto settled_to_fail = static_cast<std::uint32_t>(facts.settled() >> 32U);
    const std::uint32_t open = all<E>().bits() & ~(settled_to_hold | settled_to_fail);
    for (const E feature : Set<E>::of_bits(open)) {
        const std::uint32_t bit = std::uint32_t{1} << index(feature);
        for (std::uint32_t part = open;; part = (part - 1) & open) {
            const std::uint32_t world = part | settled_to_hold;
            if (holds(formula, world) != holds(formula, world ^ bit)) found.insert(feature);
            if (part == 0) break;
        }
    }
    return found;
}

/// Everything that an explanation promises. Returns what is wrong; empty when nothing is.
template <Named E>
std::string trouble(Facts<E> facts, const Rule<E>& rule, bool with_matters) {
    const Explanation<E> why = explain(facts, rule);
    if (why.answer != read(rule, TruthReading<E>(facts))) return "another answer";
    const Set<E> conditions = rule.written().conditions();
    if (!((why.holds | why.fails | why.unknown | why.contested) == conditions)) return "a condition is missing";
    if (why.holds.size() + why.fails.size() + why.unknown.size() + why.contested.size() != conditions.size()) return "a condition twice";
    for (const E feature : conditions) {
        const Truth told = facts[feature];
        if (why.holds.contains(feature) != (told == Truth::holds)) return "holds";
        if (why.fails.contains(feature) != (told == Truth::fails)) return "fails";
        if (why.unknown.contains(feature) != (told == Truth::unknown)) return "unknown";
        if (why.contested.contains(feature) != (told == Truth::contested)) return "contested";
    }
    if (why.matters.empty() != (why.answer != Answer::open)) return "matters";
    if (!(why.unknown | why.contested).includes(why.matters)) return "what is settled matters";
    if (with_matters && !(why.matters == depends_on(rule.written(), facts))) return "matters is not what the value depends on";
    if (why.answer == Answer::open) return why.because == Cube{} && !why.as_written ? "" : "open because of something";
    if ((facts.settled() & why.because.word()) != why.because.word()) return "because of what is not settled";
    if (!implies(why.because, rule.written(), why.answer == Answer::holds)) return "because does not imply the answer";
    bool written = false;
    bool any_written = false;
    for (const Cube& term : rule.written().terms()) {
        written = written || term == why.because;
        any_written = any_written || (facts.settled() & term.word()) == term.word();
    }
    if (why.answer == Answer::fails && why.as_written) return "as written, though it fails";
    if (why.answer == Answer::holds && why.as_written != any_written) return "as_written";
    if (why.as_written && !written) return "not a term as written";
    return {};
}

/// All rules of a typology, for so many random facts.
template <Named Label, Named E>
void expect_sound(const Typology<Label, E>& typology, std::size_t facts) {
    support::Random random(facts);
    for (const Label label : typology.labels()) {
        std::string found;
        for (std::size_t i = 0; i < facts && found.empty(); ++i) found = trouble(random_facts<E>(random), typology.rule(label), i % 4 == 0);
        CHECK_MESSAGE(found.empty(), std::string(name(label)), ": ", found);
    }
}

/// A random formula; terms may be contradictory or superfluous, as a user may write them.
template <Named E>
Formula<E> random_formula(support::Random& random) {
    typename Formula<E>::Terms terms;
    const std::size_t wanted = random.below(5);
    for (std::size_t i = 0; i < wanted; ++i) {
        Cube term;
        for (const E feature : all<E>()) {
            const std::uint32_t bit = std::uint32_t{1} << index(feature);
            if (random.chance(3)) term.holding |= bit;
            if (random.chance(4)) term.failing |= bit;
        }
        static_cast<void>(terms.append(term));
    }
    return Formula<E>(terms);
}

using Change3 = std::pair<std::uint64_t, std::uint64_t>;  // the words of turn and settle

/// All least changes by trying every cube: told so, the rule has the answer that is wanted.
template <Named E>
std::map<Change3, int> least_by_search(Facts<E> facts, const Rule<E>& rule, Answer wanted) {
    std::map<Change3, int> best;
    int least_turns = 100;
    int least_settles = 100;
    std::uint32_t cubes = 1;
    for (std::size_t i = 0; i < count<E>; ++i) cubes *= 3;
    for (std::uint32_t number = 0; number < cubes; ++number) {
        Facts<E> changed = facts;
        Cube turn;
        Cube settle;
        std::uint32_t left = number;
        bool superfluous = false;
        for (const E feature : all<E>()) {
            const std::uint32_t digit = left % 3;
            left /= 3;
            if (digit == 0) continue;
            const Truth to = digit == 1 ? Truth::holds : Truth::fails;
            if (facts[feature] == to) superfluous = true;
            Cube& kind = settled(facts[feature]) ? turn : settle;
            (digit == 1 ? kind.holding : kind.failing) |= std::uint32_t{1} << index(feature);
            changed.set(feature, to);
        }
        if (superfluous || read(rule, TruthReading<E>(changed)) != wanted) continue;
        const bool cheaper = turn.size() < least_turns || (turn.size() == least_turns && settle.size() < least_settles);
        if (cheaper) {
            best.clear();
            least_turns = turn.size();
            least_settles = settle.size();
        }
        if (turn.size() == least_turns && settle.size() == least_settles) best[{turn.word(), settle.word()}] = 1;
    }
    return best;
}

template <Named Label, Named E>
std::string wrong_change(Facts<E> facts, const Typology<Label, E>& typology, Label label) {
    for (const Aim aim : {Aim::give, Aim::end}) {
        const Answer wanted = aim == Aim::give ? Answer::holds : Answer::fails;
        const LeastChanges changes = least_change(facts, typology, label, aim);
        std::map<Change3, int> found;
        for (const Change& change : changes) found[{change.turn.word(), change.settle.word()}] = 1;
        if (found.size() != changes.size()) return "a change twice";
        if (found != least_by_search(facts, typology.rule(label), wanted)) return "not the least changes";
        const bool already = read(typology.rule(label), TruthReading<E>(facts)) == wanted;
        const bool nothing = changes.nothing_to_change();
        if (already != nothing) return "nothing need change";
        for (const Change& change : changes) {
            if (change.turns() != changes[0].turns() || change.settles() != changes[0].settles()) return "unequal costs";
        }
    }
    return {};
}

template <Named Label, Named E>
void expect_least(const Typology<Label, E>& typology, std::size_t facts) {
    support::Random random(facts + 1);
    for (const Label label : all<Label>()) {  // also those without a rule
        std::string found;
        for (std::size_t i = 0; i < facts && found.empty(); ++i) found = wrong_change(random_facts<E>(random), typology, label);
        CHECK_MESSAGE(found.empty(), std::string(name(label)), ": ", found);
    }
}

}  // namespace

TEST_CASE("the explanations of the shipped rules") {
    for (const auto& variant : three_modes::variants) expect_sound(*variant.rules, 400);
    expect_sound(three_modes::observed, 400);
    expect_sound(four_stages::stages, 600);
    expect_sound(four_stages::cumulative, 300);
    expect_sound(dependency_scale::at_least, 300);
    expect_sound(dependency_scale::security_at_least, 300);
}

TEST_CASE("the explanations of random rules") {
    support::Random random(7);
    std::string found;
    std::size_t answers[3] = {0, 0, 0};
    for (int i = 0; i < 400 && found.empty(); ++i) {
        const auto rule = Rule<Determinant>::of(random_formula<Determinant>(random));
        if (!rule) continue;
        for (int j = 0; j < 8 && found.empty(); ++j) {
            const auto facts = random_facts<Determinant>(random);
            ++answers[static_cast<std::size_t>(read(*rule, TruthReading<Determinant>(facts)))];
            found = trouble(facts, *rule, true);
        }
    }
    CHECK(found == "");
    for (const std::size_t answer : answers) CHECK(answer > 100);
}

TEST_CASE("an explanation cites the term as written where one is satisfied") {
    // R*G + R*~G is R: as written when G is settled, and follows from both when it is not.
    Typology<Mode, Condition> rules;
    REQUIRE(rules.add({Mode::recipient, *parse_formula<Condition>("R*G + R*~G"), ""}).fault == Fault::none);
    const Rule<Condition>& rule = rules.rule(Mode::recipient);
    Facts<Condition> facts({Condition::resources}, {Condition::geography});
    Explanation<Condition> why = explain(facts, rule);
    CHECK(why.answer == Answer::holds);
    CHECK(why.as_written);
    CHECK((why.because == Cube{1, 2}));
    facts.set(Condition::geography, Truth::contested);
    why = explain(facts, rule);
    CHECK(why.answer == Answer::holds);
    CHECK_FALSE(why.as_written);
    CHECK((why.because == Cube{1, 0}));
    CHECK((why.contested == Set<Condition>{Condition::geography}));
    CHECK(why.matters.empty());
    facts.set(Condition::resources, Truth::fails);
    why = explain(facts, rule);
    CHECK(why.answer == Answer::fails);
    CHECK((why.because == Cube{0, 1}));
    facts.set(Condition::resources, Truth::unknown);
    why = explain(facts, rule);
    CHECK(why.answer == Answer::open);
    CHECK((why.matters == Set<Condition>{Condition::resources}));  // however geography turns out
}

TEST_CASE("rules that always or never hold") {
    const Facts<Condition> nothing;
    Typology<Mode, Condition> rules;
    REQUIRE(rules.add({Mode::recipient, always<Condition>(), ""}).fault == Fault::none);
    Explanation<Condition> why = explain(nothing, rules.rule(Mode::recipient));
    CHECK(why.answer == Answer::holds);
    CHECK(why.as_written);
    CHECK((why.because == Cube{}));
    why = explain(nothing, rules.rule(Mode::activist));  // has no rule
    CHECK(why.answer == Answer::fails);
    CHECK((why.because == Cube{}));
    CHECK(least_change(nothing, rules, Mode::recipient, Aim::give).size() == 1);
    CHECK(least_change(nothing, rules, Mode::recipient, Aim::end).empty());
    CHECK(least_change(nothing, rules, Mode::activist, Aim::give).empty());
    CHECK(least_change(nothing, rules, Mode::activist, Aim::end).size() == 1);
}

TEST_CASE("a relationship is explained by the facts of which the typology speaks") {
    Relationship relationship;
    relationship.conditions = Facts<Condition>({Condition::resources, Condition::conditionality}, {Condition::regime_affinity});
    relationship.conduct = Facts<Conduct>({Conduct::cedes}, {});
    const auto why = explain(relationship, three_modes::predicted, Mode::recipient);
    CHECK(why.answer == Answer::fails);
    CHECK((why.holds == Set<Condition>{Condition::resources}));
    CHECK((why.fails == Set<Condition>{Condition::regime_affinity}));
    CHECK((why.unknown == Set<Condition>{Condition::geography}));
    const auto open = explain(relationship, three_modes::predicted, Mode::protector);
    CHECK(open.answer == Answer::open);
    CHECK((open.matters == Set<Condition>{Condition::alternative}));
    const auto seen = explain(relationship, three_modes::observed, Mode::recipient);
    CHECK(seen.answer == Answer::holds);
    CHECK(seen.as_written);
}

TEST_CASE("the least change, by name") {
    Relationship relationship;
    relationship.conditions = Facts<Condition>({Condition::resources}, {Condition::regime_affinity});
    const auto give = least_change(relationship, three_modes::predicted, Mode::recipient);
    REQUIRE(give.size() == 1);
    CHECK((give[0].turn == Cube{1U << index(Condition::regime_affinity), 0}));
    CHECK((give[0].settle == Cube{1U << index(Condition::geography), 0}));
    CHECK((give[0].all() == Cube{(1U << index(Condition::regime_affinity)) | (1U << index(Condition::geography)), 0}));
    const auto end = least_change(relationship, three_modes::predicted, Mode::recipient, Aim::end);
    CHECK(end.size() == 1);
    CHECK(end.nothing_to_change());  // it is ruled out already
}

TEST_CASE("the least changes are those that a search of all changes finds") {
    expect_least(four_stages::stages, 60);
    expect_least(four_stages::cumulative, 20);
    expect_least(dependency_scale::security_at_least, 40);
    expect_least(three_modes::predicted, 20);
    support::Random random(11);
    std::string found;
    for (int i = 0; i < 150 && found.empty(); ++i) {
        Typology<Mode, Obligation> rules;
        if (rules.add({Mode::recipient, random_formula<Obligation>(random), ""}).fault != Fault::none) continue;
        for (int j = 0; j < 4 && found.empty(); ++j) found = wrong_change(random_facts<Obligation>(random), rules, Mode::recipient);
    }
    CHECK(found == "");
}
