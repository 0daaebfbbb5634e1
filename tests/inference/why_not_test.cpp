// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Why not: the gaps of every term, feature by feature, and that they agree with the answer and the least change.
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/why_not.hpp>

#include "support/tables.hpp"

namespace {

using namespace trimode;

template <Named E>
Facts<E> random_facts(support::Random& random) {
    Facts<E> facts;
    for (const E feature : all<E>()) facts.set(feature, static_cast<Truth>(random.below(4)));
    return facts;
}

/// What is wrong with a gap, literal by literal; empty when nothing is.
template <Named E>
std::string trouble(const Gap<E>& found, Cube term, Facts<E> facts) {
    if (!(found.term == term)) return "another term";
    bool satisfied = true;
    Gap<E> expected{term, {}, {}, {}, {}};
    for (const E feature : all<E>()) {
        const std::uint32_t bit = std::uint32_t{1} << index(feature);
        for (const bool positive : {true, false}) {
            if (((positive ? term.holding : term.failing) & bit) == 0) continue;
            const Truth told = positive ? facts[feature] : opposite(facts[feature]);
            satisfied = satisfied && told == Truth::holds;
            if (told == Truth::holds) expected.as_told.insert(feature);
            if (told == Truth::fails) expected.otherwise.insert(feature);
            if (told == Truth::unknown) expected.unknown.insert(feature);
            if (told == Truth::contested) expected.contested.insert(feature);
        }
    }
    if (!(found == expected)) return "other sets";
    if (found.closed() != satisfied) return "closed";
    if (found.closed() != TruthReading<E>(facts).term(term)) return "not as the truth reading has it";
    return {};
}

template <Named Label, Named E>
std::string trouble(Facts<E> facts, const Typology<Label, E>& typology, Label label) {
    const Rule<E>& rule = typology.rule(label);
    const WhyNot<E> found = why_not(facts, typology, label);
    if (!(found.facts == facts)) return "other facts";
    if (found.why.answer != read(rule, TruthReading<E>(facts))) return "another answer";
    if (found.terms().size() != rule.written().terms().size()) return "another number of terms";
    bool closed = false;
    for (std::size_t i = 0; i < found.terms().size(); ++i) {
        const std::string wrong = trouble(found.terms()[i], rule.written().terms()[i], facts);
        if (!wrong.empty()) return wrong;
        closed = closed || found.terms()[i].closed();
    }
    if (closed && found.why.answer != Answer::holds) return "a term is satisfied and the rule does not hold";
    if (closed != (found.why.answer == Answer::holds && found.why.as_written)) return "as written";
    if ((found.why.answer == Answer::holds) != (found.least.size() == 1 && found.least[0] == Change{}))
        return "nothing to change";
    for (const Cube& prime : rule.when().terms()) {
        const Gap<E> lacks = gap(prime, facts);
        const std::string wrong = trouble(lacks, prime, facts);
        if (!wrong.empty()) return wrong;
    }
    // Each least change closes the gap of some prime, and nothing else.
    for (const Change& change : found.least) {
        bool is_a_gap = false;
        for (const Cube& prime : rule.when().terms()) {
            const Gap<E> lacks = gap(prime, facts);
            is_a_gap = is_a_gap || (lacks.otherwise.bits() == change.turn.conditions() &&
                                    (lacks.unknown | lacks.contested).bits() == change.settle.conditions());
        }
        if (!is_a_gap) return "a change that closes no gap";
    }
    return {};
}

template <Named Label, Named E>
void expect_sound(const Typology<Label, E>& typology) {
    support::Random random(21);
    for (const Label label : all<Label>()) {
        std::string found;
        for (int i = 0; i < 200 && found.empty(); ++i) found = trouble(random_facts<E>(random), typology, label);
        CHECK_MESSAGE(found.empty(), std::string(name(label)), ": ", found);
    }
}

}  // namespace

TEST_CASE("why a label does not hold, under the shipped theories") {
    for (const auto& variant : three_modes::variants) expect_sound(*variant.rules);
    expect_sound(three_modes::observed);
    expect_sound(four_stages::stages);
    expect_sound(four_stages::cumulative);
}

TEST_CASE("why a label does not hold, for rules that contradict or repeat themselves") {
    for (const char* rule : {"R*~R", "R*~R + G", "R + R", "R*G + R*~G", "0", "1", "R*G + ~R*V", "R + 1"}) {
        CAPTURE(rule);
        Typology<Mode, Condition> rules;
        REQUIRE(rules.add({Mode::recipient, *parse_formula<Condition>(rule), ""}).fault == Fault::none);
        expect_sound(rules);
    }
}

TEST_CASE("the gaps of two terms") {
    const auto& rules = three_modes::any_two_factors;
    const Facts<Condition> facts = Facts<Condition>({Condition::resources}, {Condition::geography})
                                       .set(Condition::regime_affinity, Truth::contested);
    const auto found = why_not(facts, rules, Mode::recipient);
    REQUIRE(found.terms().size() == 3);
    CHECK(found.why.answer == Answer::open);
    CHECK(found.terms()[0].as_told == Set<Condition>{Condition::resources});
    CHECK(found.terms()[0].otherwise == Set<Condition>{Condition::geography});
    CHECK(found.terms()[1].contested == Set<Condition>{Condition::regime_affinity});
    CHECK(found.terms()[2].otherwise == Set<Condition>{Condition::geography});
    CHECK(found.terms()[2].unknown.empty());
    REQUIRE(found.least.size() == 1);
    CHECK(found.least[0].settle.holding == Set<Condition>{Condition::regime_affinity}.bits());
    // With that pinned the other way is dearer.
    ChangeCosts<Condition> costs;
    costs.pin({Condition::regime_affinity});
    const auto pinned = why_not(facts, rules, Mode::recipient, costs);
    REQUIRE(pinned.least.size() == 1);
    CHECK(pinned.least[0].turn.holding == Set<Condition>{Condition::geography}.bits());
}

TEST_CASE("why not at compile time, and of a relationship") {
    constexpr Facts<Condition> facts({Condition::resources}, {Condition::regime_affinity});
    constexpr auto found = why_not(facts, three_modes::predicted, Mode::recipient);
    static_assert(found.terms().size() == 1 && found.terms()[0].unknown == Set<Condition>{Condition::geography});
    static_assert(!found.terms()[0].closed() && found.why.answer == Answer::fails);
    static_assert(noexcept(why_not(facts, three_modes::predicted, Mode::recipient)));
    static_assert(std::is_trivially_copyable_v<WhyNot<Condition>>);
    Relationship relationship;
    relationship.conditions = facts;
    const auto same = why_not(relationship, three_modes::predicted, Mode::recipient);
    CHECK(same.terms()[0] == found.terms()[0]);
    CHECK(same.least.size() == found.least.size());
    // The same by the mode alone.
    const auto by_mode = why_not(relationship, Mode::recipient);
    CHECK(by_mode.facts == facts);
    CHECK(by_mode.why.answer == Answer::fails);
    REQUIRE(by_mode.terms().size() == 1);
    CHECK(by_mode.terms()[0] == found.terms()[0]);
    REQUIRE(by_mode.least.size() == 1);
    CHECK(by_mode.least[0] == same.least[0]);
    CHECK(why_not(relationship, Mode::recipient, ChangeCosts<Condition>{}.pin(all<Condition>())).least.empty());
}
