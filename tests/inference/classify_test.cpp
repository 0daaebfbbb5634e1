// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Classify, Verdict: all facts under the shipped typologies, unrolled and not; verdicts over a time against those of its days;
/// outcomes and comparisons against a plain second definition.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>

#include "support/random_states.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::period;
using support::Tables;

/// The facts with this number in base 4, one digit a feature: 0 unknown, 1 holds, 2 fails, 3 contested.
template <Named E>
Facts<E> facts_of(std::uint32_t number) {
    Facts<E> facts;
    for (const E feature : all<E>()) {
        facts.set(feature, static_cast<Truth>(number % 4));
        number /= 4;
    }
    return facts;
}

template <Named E>
constexpr std::uint32_t all_facts = std::uint32_t{1} << (2 * count<E>);

/// How many facts the unrolled and the other classify disagree on.
template <const auto& Rules, Named E>
std::size_t disagreements() {
    std::size_t found = 0;
    for (std::uint32_t number = 0; number < all_facts<E>; ++number) {
        const auto facts = facts_of<E>(number);
        if (!(classify<Rules>(facts) == classify(facts, Rules))) ++found;
    }
    return found;
}

/// Whether a formula holds when exactly these features do.
template <Named E>
bool holds(const Formula<E>& formula, std::uint32_t features) {
    for (const Cube& term : formula.terms()) {
        if ((features & term.holding) == term.holding && (features & term.failing) == 0) return true;
    }
    return false;
}

/// The verdict by trying every completion of what is unknown or contested.
template <Named Label, Named E>
Verdict<Label> by_completions(Facts<E> facts, const Typology<Label, E>& typology) {
    Verdict<Label> verdict{typology.labels(), {}};
    const std::uint32_t settled = static_cast<std::uint32_t>(facts.settled()) | static_cast<std::uint32_t>(facts.settled() >> 32U);
    const std::uint32_t open = all<E>().bits() & ~settled;
    for (std::uint32_t part = open;; part = (part - 1) & open) {
        const std::uint32_t world = part | static_cast<std::uint32_t>(facts.settled());
        for (const Label label : typology.labels()) {
            if (holds(typology.rule(label).written(), world)) {
                verdict.possible.insert(label);
            } else {
                verdict.holding.erase(label);
            }
        }
        if (part == 0) break;
    }
    return verdict;
}

template <Named Label, Named E>
std::size_t wrong_verdicts(const Typology<Label, E>& typology, std::uint32_t step) {
    std::size_t wrong = 0;
    for (std::uint32_t number = 0; number < all_facts<E>; number += step) {
        const auto facts = facts_of<E>(number);
        if (!(classify(facts, typology) == by_completions(facts, typology))) ++wrong;
    }
    return wrong;
}

constexpr auto one_label = typology<Mode, Condition>({{Mode::activist, always<Condition>(), ""}});

}  // namespace

TEST_CASE("classify under a constant is classify, for all facts") {
    CHECK(disagreements<three_modes::predicted, Condition>() == 0);
    CHECK(disagreements<three_modes::observed, Conduct>() == 0);
    CHECK(disagreements<four_stages::stages, Determinant>() == 0);
    CHECK(disagreements<four_stages::cumulative, Determinant>() == 0);
    CHECK(disagreements<one_label, Condition>() == 0);  // labels without a rule
}

TEST_CASE("a verdict is what all completions say") {
    CHECK(wrong_verdicts(three_modes::observed, 7) == 0);
    CHECK(wrong_verdicts(four_stages::stages, 1) == 0);
    for (const auto& variant : three_modes::variants) CHECK_MESSAGE(wrong_verdicts(*variant.rules, 7) == 0, std::string(variant.name));
}

TEST_CASE("a label without a rule never holds") {
    const auto verdict = classify(Facts<Condition>{}, one_label);
    CHECK((verdict.holding == Set<Mode>{Mode::activist}));
    CHECK((verdict.possible == Set<Mode>{Mode::activist}));
    CHECK((classify(Facts<Condition>{}, Typology<Mode, Condition>{}) == Verdict<Mode>{}));
}

TEST_CASE("a relationship is classified by the facts of which the typology speaks") {
    Relationship relationship;
    relationship.conditions = Facts<Condition>({Condition::resources, Condition::geography, Condition::regime_affinity}, {Condition::global_arena});
    relationship.conduct = Facts<Conduct>({Conduct::dissents}, {});
    relationship.determinants = Facts<Determinant>({Determinant::price_felt}, {Determinant::partner_isolated});
    CHECK((classify(relationship) == Verdict<Mode>{{Mode::recipient}, {Mode::recipient}}));
    CHECK((classify(relationship, three_modes::predicted) == classify(relationship)));
    CHECK((classify(relationship, three_modes::observed) ==
           Verdict<Mode>{{Mode::protector}, {Mode::protector, Mode::recipient, Mode::activist}}));
    CHECK((classify(relationship, four_stages::stages) ==
           Verdict<Stage>{{Stage::realising_dependence}, {Stage::realising_dependence, Stage::seeking_support}}));
}

namespace {

/// Compares the verdict over a time with those of its days. Returns what is wrong; empty when nothing is.
std::string first_difference(std::uint64_t seed) {
    support::Random random(seed);
    Tables tables;
    const std::vector<Determinant> features{Determinant::price_felt, Determinant::price_felt, Determinant::partner_isolated,
                                            Determinant::open_door, Determinant::preferred, Determinant::seeks_backing};
    tables.determinants = support::random_codings(tables, random, features, {});
    const Dataset data = tables.dataset();
    const Admission admission = support::random_admission(random);
    const PartnerIndex partner = Tables::alpha;
    const auto& typology = random.chance(2) ? four_stages::stages : four_stages::cumulative;
    const Day first = support::first_day("2009-11") + static_cast<Day>(random.below(1100));
    const Day last = first + static_cast<Day>(random.below(40));
    const Period at(*Date::of_day(first), *Date::of_day(last));
    Verdict<Stage> expected{all<Stage>(), {}};
    for (Day day = first; day <= last; ++day) {
        const auto of_day = classify(facts(data, data.determinants, partner, {day, day}, admission), typology);
        expected.holding &= of_day.holding;
        expected.possible |= of_day.possible;
    }
    const std::string what = "seed " + std::to_string(seed) + support::show(tables, tables.determinants) + "\n  " + support::show(at) + ": ";
    const auto exact = classify(data, partner, at, typology, admission);
    if (!(exact == expected)) return what + "not the verdict of its days";
    if (!(classify(data, data.determinants, partner, at, typology, admission) == exact)) return what + "not the same with given codings";
    const auto whole = classify(relationship(data, partner, at, admission), typology);
    if (!exact.holding.includes(whole.holding)) return what + "a relationship holds more";
    if (!whole.possible.includes(exact.possible)) return what + "a relationship may hold less";
    if (!exact.possible.includes(exact.holding)) return what + "holds, but may not";
    if (first == last && !(whole == exact)) return what + "one day, two verdicts";
    return {};
}

}  // namespace

TEST_CASE("the verdict over a time is that of its days, that of a relationship is as open or more") {
    std::size_t differences = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const std::string difference = first_difference(seed);
        if (difference.empty()) continue;
        if (++differences <= 3) MESSAGE(difference);
    }
    CHECK(differences == 0);
}

TEST_CASE("where the facts turn, the verdict over a time is sharper than that of the relationship") {
    // Before the turn the price is not felt; after it is, and the partner is not isolated. The cumulative third stage needs only the price.
    Tables tables{"2020"};
    const ClaimIndex turn = tables.add(Aspect::onset, "2016-03-01/..");
    tables.determinants = {{turn, Tables::alpha, Determinant::open_door, Tells::holds, {}},
                           {turn, Tables::alpha, Determinant::price_felt, Tells::fails, {}}};
    static constexpr auto either = typology<Stage, Determinant>(
        {{Stage::prioritising, is(Determinant::open_door) | is(Determinant::price_felt), ""}});
    const Dataset data = tables.dataset();
    const Verdict<Stage> sure{{Stage::prioritising}, {Stage::prioritising}};
    CHECK((classify(data, Tables::alpha, period("2016"), either) == sure));
    CHECK((classify(relationship(data, Tables::alpha, period("2016")), either) == Verdict<Stage>{{}, {Stage::prioritising}}));
}

TEST_CASE("the verdict on acts over a time") {
    Tables tables{"2020"};
    tables.conduct = {{tables.add(Aspect::event, "2016"), Tables::alpha, Conduct::dissents, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    CHECK(classify(data, Tables::alpha, period("2016"), three_modes::observed).holds(Mode::protector));
    CHECK_FALSE(classify(data, Tables::alpha, period("2015"), three_modes::observed).holds(Mode::protector));
    CHECK((classify(data, Tables::alpha, period("2016"), three_modes::observed) ==
           classify(relationship(data, Tables::alpha, period("2016")), three_modes::observed)));
}

TEST_CASE("whether anything is told by a claim about this partner") {
    Tables tables{"2020"};
    const ClaimIndex claim = tables.add(Aspect::state, "2012");
    const auto told = [&](std::string_view at, const auto& typology, const Admission& admission = {}, PartnerIndex partner = Tables::alpha) {
        return anything_told(tables.dataset(), partner, period(at), typology, admission);
    };
    CHECK_FALSE(told("2012", three_modes::predicted));  // that it is no world is known by its kind
    tables.conditions = {{claim, Tables::alpha, Condition::resources, Tells::fails, {}}};
    CHECK(told("2012", three_modes::predicted));
    CHECK(told("2011/2013", three_modes::predicted));  // of a part
    CHECK_FALSE(told("2013", three_modes::predicted));
    CHECK_FALSE(told("2012", three_modes::predicted, {}, Tables::beta));
    CHECK_FALSE(told("2012", three_modes::predicted, {.sources = 0}));
    CHECK_FALSE(told("2012", one_label));  // its rule speaks of no feature
    CHECK_FALSE(told("2012", three_modes::observed));
    tables.determinants = {{claim, Tables::alpha, Determinant::open_door, Tells::holds, {}}};
    CHECK_FALSE(told("2012", four_stages::stages));  // of the state, whatever the partner
    tables.determinants = {{claim, Tables::alpha, Determinant::price_felt, Tells::holds, {}}};
    CHECK(told("2012", four_stages::stages));
    tables.conduct = {{tables.add(Aspect::event, "2012"), Tables::alpha, Conduct::dissents, Tells::holds, {}}};
    CHECK(told("2012", three_modes::observed));
    CHECK(told("2013", three_modes::observed));
    CHECK_FALSE(told("2013", three_modes::observed, {.strict = true}));
}

// A question that begins after the dataset ends asks of no day. Nothing is told; so nothing holds, and anything may.
TEST_CASE("of no day at all nothing holds for certain") {
    Tables tables{"2020"};
    tables.time = period("2010/2015");
    const Dataset data = tables.dataset();
    const auto verdict = classify(data, Tables::alpha, period("2018/.."), four_stages::stages);
    CHECK(verdict.holding.empty());
    CHECK(verdict.possible.includes(verdict.holding));
}

// ---- verdicts --------------------------------------------------------------------------------------------------------

namespace {

/// All verdicts over three labels in which whatever holds may hold.
std::vector<Verdict<Mode>> verdicts() {
    std::vector<Verdict<Mode>> found;
    for (std::uint32_t holding = 0; holding < 8; ++holding) {
        for (std::uint32_t possible = 0; possible < 8; ++possible) {
            if ((holding & ~possible) == 0) found.push_back({Set<Mode>::of_bits(holding), Set<Mode>::of_bits(possible)});
        }
    }
    return found;
}

}  // namespace

TEST_CASE("the outcome of every verdict") {
    CHECK(verdicts().size() == 27);
    for (const auto& verdict : verdicts()) {
        std::size_t holding = 0;
        std::size_t possible = 0;
        for (const Mode mode : all<Mode>()) {
            holding += verdict.holds(mode) ? 1U : 0U;
            possible += verdict.may_hold(mode) ? 1U : 0U;
        }
        CHECK(verdict.settled() == (holding == possible));
        for (const bool told : {true, false}) {
            const Outcome outcome = verdict.outcome(told);
            // sole: one holds, no other may. leading: one holds, others open. mixed: several hold. open: none holds, some may.
            // insufficient: open, and nothing is told. none: none may hold.
            CHECK((outcome == Outcome::sole) == (holding == 1 && possible == 1));
            CHECK((outcome == Outcome::leading) == (holding == 1 && possible > 1));
            CHECK((outcome == Outcome::mixed) == (holding > 1));
            CHECK((outcome == Outcome::open) == (holding == 0 && possible > 0 && told));
            CHECK((outcome == Outcome::insufficient) == (holding == 0 && possible > 0 && !told));
            CHECK((outcome == Outcome::none) == (possible == 0));
        }
        CHECK(verdict.outcome() == verdict.outcome(true));
    }
}

TEST_CASE("the comparison of every two verdicts") {
    for (const auto& predicted : verdicts()) {
        for (const auto& seen : verdicts()) {
            const auto open = [](const Verdict<Mode>& verdict) {
                return verdict.outcome() == Outcome::open || verdict.outcome() == Outcome::insufficient;
            };
            Comparison expected = Comparison::agree;
            for (const Mode mode : all<Mode>()) {
                if (predicted.holds(mode) == seen.holds(mode)) continue;
                const auto here = predicted.holds(mode) ? Comparison::predicted_but_not_seen : Comparison::seen_but_not_predicted;
                expected = expected == Comparison::agree || expected == here ? here : Comparison::differ;
            }
            if (open(predicted) || open(seen)) expected = Comparison::not_comparable;
            CHECK(compare(predicted, seen) == expected);
        }
    }
}
