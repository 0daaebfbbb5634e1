// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Least change: against a search that leaves, makes true or makes false every feature and asks `classify` what is then
/// so.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/dependency_scale.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/least_change.hpp>
#include <trimode/inference/why_not.hpp>

#include "support/random_claims.hpp"
#include "support/random_states.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;

/// Labels and features without a meaning.
enum class Kind : std::uint8_t { one, two, three, four };
consteval auto names_of(Kind) { return names<Kind>("one", "two", "three", "four"); }
enum class Sign : std::uint8_t { a, b, c, d, e, f, g, h, i };
consteval auto names_of(Sign) { return names<Sign>("a", "b", "c", "d", "e", "f", "g", "h", "i"); }

using Way = std::pair<std::uint64_t, std::uint64_t>;  // the words of turn and settle
using Ways = std::map<Way, std::size_t>;              // and how often

template <Named E>
Facts<E> random_facts(support::Random& random) {
    Facts<E> facts;
    for (const E feature : all<E>()) facts.set(feature, static_cast<Truth>(random.below(4)));
    return facts;
}

template <Named E>
Set<E> random_set(support::Random& random) {
    return Set<E>::of_bits(static_cast<std::uint32_t>(random.below(std::size_t{1} << count<E>)));
}

/// So many terms over the first n features; now and then one that contradicts itself or asks for nothing.
template <Named E>
Formula<E> random_formula(support::Random& random, std::size_t n, std::size_t most_terms) {
    typename Formula<E>::Terms terms;
    const std::size_t wanted = random.below(most_terms + 1);
    const std::size_t sparse = 3 + random.below(5);
    for (std::size_t i = 0; i < wanted; ++i) {
        Cube term;
        for (std::size_t bit = 0; bit < n; ++bit) {
            const std::size_t choice = random.below(sparse);
            if (choice == 0) term.holding |= 1U << bit;
            if (choice == 1) term.failing |= 1U << bit;
        }
        if (random.chance(30)) term = term & Cube{1, 1};
        static_cast<void>(terms.append(term));
    }
    return Formula<E>(terms);
}

/// Rules for some of the labels.
template <Named Label, Named E>
Typology<Label, E> random_typology(support::Random& random, std::size_t n, std::size_t most_terms) {
    Typology<Label, E> typology;
    for (const Label label : all<Label>()) {
        if (random.chance(8)) continue;
        // One with too many primes is left out.
        static_cast<void>(typology.add({label, random_formula<E>(random, n, most_terms), ""}));
    }
    return typology;
}

/// Costs from a small range, so that many ways cost the same, and now and then some pins.
template <Named E>
ChangeCosts<E> random_costs(support::Random& random, bool with_free) {
    ChangeCosts<E> costs;
    const auto most = static_cast<std::uint32_t>(1 + random.below(4));
    const auto cost = [&] { return static_cast<std::uint32_t>(random.below(most)) + (with_free ? 0U : 1U); };
    for (auto& each : costs.turning) each = cost();
    for (auto& each : costs.settling) each = cost();
    if (random.chance(3)) costs.not_turned = random_set<E>(random) & random_set<E>(random);
    if (random.chance(3)) costs.not_settled = random_set<E>(random) & random_set<E>(random);
    if (random.chance(5)) costs.pin(random_set<E>(random) & random_set<E>(random));
    return costs;
}

/// Whether `classify` says that the aim is reached.
template <Named Label, Named E>
bool reached(Facts<E> facts, const Typology<Label, E>& typology, Label label, Aim aim) {
    const Verdict<Label> verdict = classify(facts, typology);
    switch (aim) {
        case Aim::give:
            return verdict.holds(label);
        case Aim::end:
            return !verdict.may_hold(label);
        case Aim::sole:
            return verdict.holding == Set<Label>{label} && verdict.possible == Set<Label>{label};
    }
    return false;
}

/// What trying everything finds.
struct Tried {
    std::optional<std::uint64_t> cost;
    Ways ways;
};

/// Every feature of the typology is left, made true or made false on all parts; the cheapest of what reaches the aim on
/// each, and of these those with the fewest changes that cost nothing.
/// @param facts  What is told of the whole.
template <Named Label, Named E>
Tried by_trying(const std::vector<Facts<E>>& parts, Facts<E> facts, const Typology<Label, E>& typology, Label label,
                Aim aim, const ChangeCosts<E>& costs) {
    Tried best;
    std::uint64_t best_free = 0;
    std::vector<E> features;
    for (const E feature : typology.features()) features.push_back(feature);
    std::size_t cases = 1;
    for (std::size_t i = 0; i < features.size(); ++i) cases *= 3;
    for (std::size_t number = 0; number < cases; ++number) {
        std::vector<Facts<E>> changed = parts;
        Way way;
        std::uint64_t cost = 0;
        std::uint64_t free = 0;
        bool allowed = true;
        std::size_t left = number;
        for (const E feature : features) {
            const std::size_t digit = left % 3;
            left /= 3;
            if (digit == 0) continue;
            const Truth to = digit == 1 ? Truth::holds : Truth::fails;
            const Truth told = facts[feature];
            if (told == to) {  // so it is already: no change
                allowed = false;
                break;
            }
            const bool turns = told == Truth::holds || told == Truth::fails;
            if ((turns ? costs.not_turned : costs.not_settled).contains(feature)) allowed = false;
            const std::uint32_t its_cost = (turns ? costs.turning : costs.settling)[index(feature)];
            cost += its_cost;
            if (its_cost == 0) ++free;
            (turns ? way.first : way.second) |= std::uint64_t{1} << (index(feature) + (digit == 1 ? 0 : 32));
            for (auto& part : changed) part.set(feature, to);
        }
        if (!allowed) continue;
        if (best.cost && (cost != *best.cost ? cost > *best.cost : free > best_free)) continue;  // dearer
        const auto there = [&](Facts<E> part) { return reached(part, typology, label, aim); };
        if (!std::all_of(changed.begin(), changed.end(), there)) continue;
        if (!best.cost || cost != *best.cost || free != best_free) best.ways.clear();
        best.cost = cost;
        best_free = free;
        ++best.ways[way];
    }
    return best;
}

/// How the answers differ from what trying everything finds; empty when they do not.
template <Named Label, Named E>
std::string trouble(Facts<E> facts, const Typology<Label, E>& typology, Label label, Aim aim,
                    const ChangeCosts<E>& costs) {
    const Tried expected = by_trying({facts}, facts, typology, label, aim, costs);
    Ways visited;
    const std::size_t count = for_each_least_change(facts, typology, label, aim, costs, [&](const Change& change) {
        ++visited[{change.turn.word(), change.settle.word()}];
    });
    if (visited != expected.ways) return "other ways";
    if (count != expected.ways.size()) return "another number of ways";
    if (least_cost(facts, typology, label, aim, costs) != expected.cost) return "another cost";
    const LeastChanges changes = least_change(facts, typology, label, aim, costs);
    if (changes.ways() != count) return "ways of another number";
    if (changes.size() != (count < formula_capacity ? count : formula_capacity))
        return "not as many as there is room for";
    if (changes.complete() != (count <= formula_capacity)) return "complete";
    Ways kept;
    for (const Change& change : changes) {
        ++kept[{change.turn.word(), change.settle.word()}];
        if (costs.of(change) != *expected.cost) return "costs of a change";
        if (!costs.allow(change)) return "a change that is not allowed";
    }
    for (const auto& [way, times] : kept) {
        if (times != 1 || expected.ways.count(way) == 0) return "keeps another way";
    }
    if (kept.size() != changes.size()) return "a way twice";
    return {};
}

constexpr std::array<Aim, 3> aims{Aim::give, Aim::end, Aim::sole};

template <Named Label, Named E>
void expect_least(const Typology<Label, E>& typology, std::size_t facts) {
    support::Random random(facts + 5);
    for (const Label label : all<Label>()) {
        for (const Aim aim : aims) {
            std::string found;
            for (std::size_t i = 0; i < facts && found.empty(); ++i) {
                const auto costs = i % 2 == 0 ? ChangeCosts<E>{} : random_costs<E>(random, i % 4 == 1);
                found = trouble(random_facts<E>(random), typology, label, aim, costs);
            }
            CHECK_MESSAGE(found.empty(), std::string(name(label)), " ", std::string(name(aim)), ": ", found);
        }
    }
}

template <Named E>
constexpr Cube holding(std::initializer_list<E> features) {
    return {Set<E>(features).bits(), 0};
}
template <Named E>
constexpr Cube failing(std::initializer_list<E> features) {
    return {0, Set<E>(features).bits()};
}

}  // namespace

TEST_CASE("the least changes under the shipped theories are those that trying everything finds") {
    for (const auto& variant : three_modes::variants) expect_least(*variant.rules, 40);
    expect_least(three_modes::observed, 40);
    expect_least(four_stages::stages, 80);
    expect_least(four_stages::cumulative, 80);
    expect_least(dependency_scale::security_at_least, 40);
}

TEST_CASE("the least changes under random theories are those that trying everything finds") {
    support::Random random(3);
    std::string found;
    std::map<Aim, std::size_t> impossible;
    std::map<Aim, std::size_t> tied;
    for (int i = 0; i < 2000 && found.empty(); ++i) {
        const std::size_t n = i < 1800 ? 3 + random.below(4) : 9;
        const auto typology = random_typology<Kind, Sign>(random, n, 4);
        const auto costs = random.chance(3) ? ChangeCosts<Sign>{} : random_costs<Sign>(random, random.chance(4));
        const Kind label = static_cast<Kind>(random.below(4));
        const auto facts = random_facts<Sign>(random);
        for (const Aim aim : aims) {
            if (found.empty()) found = trouble(facts, typology, label, aim, costs);
            const std::size_t ways = least_change(facts, typology, label, aim, costs).ways();
            if (ways == 0) ++impossible[aim];
            if (ways > 1) ++tied[aim];
        }
    }
    CHECK(found == "");
    for (const Aim aim : aims) {
        CHECK(impossible[aim] > 100);
        CHECK(tied[aim] > 50);
    }
}

TEST_CASE("unless said otherwise a turn costs more than all settlings") {
    support::Random random(13);
    const ChangeCosts<Sign> costs;
    std::size_t wrong = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto change = [&] {
            const std::uint32_t turn = random_set<Sign>(random).bits();
            const std::uint32_t settle = random_set<Sign>(random).bits() & ~turn;
            return Change{{turn, 0}, {0, settle}};
        };
        const Change one = change();
        const Change other = change();
        const bool cheaper = std::pair(one.turns(), one.settles()) < std::pair(other.turns(), other.settles());
        if ((costs.of(one) < costs.of(other)) != cheaper) ++wrong;
    }
    CHECK(wrong == 0);
    const Change turns_one_settles_one{{0, 1}, {2, 0}};
    CHECK(turns_one_settles_one.turns() == 1);
    CHECK(turns_one_settles_one.settles() == 1);
    CHECK(turns_one_settles_one.all() == Cube{2, 1});
}

TEST_CASE("the least changes for a rule by itself") {
    Typology<Kind, Sign> rules;
    REQUIRE(rules.add({Kind::one, *parse_formula<Sign>("a*b*~c + d"), ""}).fault == Fault::none);
    support::Random random(14);
    for (int i = 0; i < 100; ++i) {
        const auto facts = random_facts<Sign>(random);
        const auto costs = random_costs<Sign>(random, false);
        for (const Aim aim : aims) {
            // Of one rule only: there is no other label that could stand in the way.
            const auto of_label = least_change(facts, rules, Kind::one, aim, costs);
            const auto of_rule = least_change(facts, rules.rule(Kind::one), aim, costs);
            REQUIRE(of_rule.size() == of_label.size());
            for (std::size_t k = 0; k < of_rule.size(); ++k) CHECK(of_rule[k] == of_label[k]);
        }
    }
}

TEST_CASE("costs decide between ways, and ways that cost the same are all given") {
    Typology<Kind, Sign> rules;
    REQUIRE(rules.add({Kind::one, *parse_formula<Sign>("a*b + c"), ""}).fault == Fault::none);
    const Facts<Sign> facts({}, {Sign::c});  // a and b are unknown
    auto changes = least_change(facts, rules, Kind::one);
    REQUIRE(changes.size() == 1);
    CHECK((changes[0] == Change{{}, holding({Sign::a, Sign::b})}));
    ChangeCosts<Sign> costs;
    costs.turning[index(Sign::c)] = 1;
    changes = least_change(facts, rules, Kind::one, Aim::give, costs);
    REQUIRE(changes.size() == 1);
    CHECK((changes[0] == Change{holding({Sign::c}), {}}));
    costs.turning[index(Sign::c)] = 2;
    changes = least_change(facts, rules, Kind::one, Aim::give, costs);
    CHECK(changes.size() == 2);
    CHECK(changes.complete());
    CHECK(least_cost(facts, rules, Kind::one, Aim::give, costs) == std::uint64_t{2});
    costs.turning[index(Sign::c)] = 3;
    CHECK(least_change(facts, rules, Kind::one, Aim::give, costs).size() == 1);
}

TEST_CASE("what is pinned stays") {
    Typology<Kind, Sign> rules;
    REQUIRE(rules.add({Kind::one, *parse_formula<Sign>("a*b"), ""}).fault == Fault::none);
    const Facts<Sign> facts({}, {Sign::a});  // b is unknown
    const auto ways = [&](const ChangeCosts<Sign>& costs, Aim aim = Aim::give) {
        return least_change(facts, rules, Kind::one, aim, costs).ways();
    };
    CHECK(ways({}) == 1);
    ChangeCosts<Sign> costs;
    costs.not_settled = {Sign::a};
    costs.not_turned = {Sign::b};
    CHECK(ways(costs) == 1);  // a turns, b is settled
    costs.not_turned = {Sign::a};
    CHECK(ways(costs) == 0);
    CHECK_FALSE(least_cost(facts, rules, Kind::one, Aim::give, costs).has_value());
    costs = {};
    costs.not_settled = {Sign::b};
    CHECK(ways(costs) == 0);
    costs = {};
    costs.pin({Sign::b});
    CHECK(costs.not_turned == Set<Sign>{Sign::b});
    CHECK(costs.not_settled == Set<Sign>{Sign::b});
    CHECK(ways(costs) == 0);
    costs = {};
    costs.pin(all<Sign>());
    CHECK(ways(costs) == 0);
    CHECK(ways(costs, Aim::end) == 1);  // is so already
    costs = {};
    costs.pin({Sign::c, Sign::i});
    CHECK(ways(costs) == 1);
}

TEST_CASE("to be the only one a label holds and every other is ruled out") {
    // Nothing is told: of the recipient's own features affinity rules the protector out; the activist needs one more.
    const Facts<Condition> nothing;
    const auto sole = least_change(nothing, three_modes::predicted, Mode::recipient, Aim::sole);
    REQUIRE(sole.ways() == 2);
    CHECK(sole[0].settles() == 4);
    for (const Change& change : sole) {
        CHECK((change.settle.holding ==
               Set<Condition>({Condition::resources, Condition::geography, Condition::regime_affinity}).bits()));
        const auto out = Set<Condition>::of_bits(change.settle.failing);
        CHECK((out == Set<Condition>{Condition::global_arena} || out == Set<Condition>{Condition::acclaim}));
    }
    CHECK(least_change(nothing, three_modes::predicted, Mode::recipient).size() == 1);
    // A label that holds wherever another one does is never the only one.
    Typology<Kind, Sign> rules;
    REQUIRE(rules.add({Kind::one, *parse_formula<Sign>("a*b"), ""}).fault == Fault::none);
    REQUIRE(rules.add({Kind::two, *parse_formula<Sign>("a"), ""}).fault == Fault::none);
    CHECK(least_change(Facts<Sign>{}, rules, Kind::one, Aim::sole).empty());
    CHECK(least_change(Facts<Sign>{}, rules, Kind::two, Aim::sole).size() == 1);
    // What is told already is kept, or turned where it is in the way.
    const Facts<Sign> both({Sign::a, Sign::b}, {});
    const auto turned = least_change(both, rules, Kind::two, Aim::sole);
    REQUIRE(turned.size() == 1);
    CHECK((turned[0] == Change{failing({Sign::b}), {}}));
    // A label without a rule.
    CHECK(least_change(both, rules, Kind::three, Aim::sole).empty());
    CHECK(least_change(both, rules, Kind::three, Aim::give).empty());
    CHECK(least_change(both, rules, Kind::three, Aim::end).size() == 1);
}

TEST_CASE("a theory without rules, and rules that always or never hold") {
    const Facts<Sign> nothing;
    const Typology<Kind, Sign> empty;
    CHECK(least_change(nothing, empty, Kind::one, Aim::sole).ways() == 0);
    CHECK(least_change(nothing, empty, Kind::one, Aim::end).nothing_to_change());
    Typology<Kind, Sign> rules;
    REQUIRE(rules.add({Kind::one, always<Sign>(), ""}).fault == Fault::none);
    REQUIRE(rules.add({Kind::two, never<Sign>(), ""}).fault == Fault::none);
    CHECK(least_change(nothing, rules, Kind::one, Aim::sole).nothing_to_change());
    CHECK(least_change(nothing, rules, Kind::one, Aim::give).nothing_to_change());
    CHECK(least_change(nothing, rules, Kind::one, Aim::end).empty());
    CHECK(least_change(nothing, rules, Kind::two, Aim::sole).empty());
    REQUIRE(rules.add({Kind::three, always<Sign>(), ""}).fault == Fault::none);
    CHECK(least_change(nothing, rules, Kind::one, Aim::sole).empty());
}

TEST_CASE("more ways than there is room for are counted and visited") {
    Typology<Kind, Sign> rules;
    // Three ways to rule out the second, three the third, and four the fourth: its features an even number of times.
    REQUIRE(rules.add({Kind::one, always<Sign>(), ""}).fault == Fault::none);
    REQUIRE(rules.add({Kind::two, *parse_formula<Sign>("a*b*c"), ""}).fault == Fault::none);
    REQUIRE(rules.add({Kind::three, *parse_formula<Sign>("d*e*f"), ""}).fault == Fault::none);
    REQUIRE(rules.add({Kind::four, *parse_formula<Sign>("g*h*i + g*~h*~i + ~g*h*~i + ~g*~h*i"), ""}).fault ==
            Fault::none);
    const Facts<Sign> nothing;
    const auto changes = least_change(nothing, rules, Kind::one, Aim::sole);
    CHECK(changes.ways() == 3 * 3 * 4);
    CHECK(changes.size() == formula_capacity);
    CHECK_FALSE(changes.complete());
    CHECK(changes.begin() + formula_capacity == changes.end());
    CHECK(trouble(nothing, rules, Kind::one, Aim::sole, {}) == "");
}

TEST_CASE("costs as large as they can be do not overflow") {
    constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
    ChangeCosts<Sign> costs;
    costs.turning.fill(most);
    costs.settling.fill(most);
    Typology<Kind, Sign> rules;
    REQUIRE(rules.add({Kind::one, *parse_formula<Sign>("a*b*c*d*e*f*g*h*i"), ""}).fault == Fault::none);
    CHECK(least_cost(Facts<Sign>{}, rules, Kind::one, Aim::give, costs) == std::uint64_t{most} * 9);
    CHECK(least_cost(Facts<Sign>({}, all<Sign>()), rules, Kind::one, Aim::give, costs) == std::uint64_t{most} * 9);
    CHECK(least_cost(Facts<Sign>{}, rules, Kind::one, Aim::end, costs) == std::uint64_t{most});
    CHECK(least_change(Facts<Sign>{}, rules, Kind::one, Aim::end, costs).size() == 9);
    // Nothing costs anything: still nothing is asked for in vain.
    costs.turning.fill(0);
    costs.settling.fill(0);
    CHECK(least_cost(Facts<Sign>{}, rules, Kind::one, Aim::end, costs) == std::uint64_t{0});
    CHECK(least_change(Facts<Sign>{}, rules, Kind::one, Aim::end, costs).size() == 9);
    CHECK(least_change(Facts<Sign>(all<Sign>(), {}), rules, Kind::one, Aim::give, costs).nothing_to_change());
}

TEST_CASE("many labels over many features") {
    // Each label needs a feature of its own; to be the only one, all others have to fail.
    Typology<Sign, Sign> rules;
    for (const Sign sign : all<Sign>()) REQUIRE(rules.add({sign, is(sign), ""}).fault == Fault::none);
    const Facts<Sign> all_hold(all<Sign>(), {});
    for (const Sign sign : all<Sign>()) {
        const auto changes = least_change(all_hold, rules, sign, Aim::sole);
        REQUIRE(changes.ways() == 1);
        CHECK(changes[0].turn == Cube{0, all<Sign>().bits() & ~Set<Sign>{sign}.bits()});
        CHECK(changes[0].settles() == 0);
        CHECK(least_change(all_hold, rules, sign, Aim::sole, ChangeCosts<Sign>{}.pin({sign})).ways() == 1);
        const Sign another = static_cast<Sign>((index(sign) + 1) % 9);
        CHECK(least_change(all_hold, rules, sign, Aim::sole, ChangeCosts<Sign>{}.pin({another})).ways() == 0);
    }
}

TEST_CASE("a relationship is changed in the facts of which the theory speaks") {
    Relationship relationship;
    relationship.conditions =
        Facts<Condition>({Condition::resources, Condition::geography}, {Condition::regime_affinity});
    relationship.determinants = Facts<Determinant>({Determinant::open_door}, {});
    ChangeCosts<Condition> costs;
    costs.not_turned = {Condition::regime_affinity};
    CHECK(least_change(relationship, three_modes::predicted, Mode::recipient).size() == 1);
    CHECK(least_change(relationship, three_modes::predicted, Mode::recipient, Aim::give, costs).empty());
    const auto stage = least_change(relationship, four_stages::stages, Stage::seeking_support);
    REQUIRE(stage.size() == 1);
    CHECK((stage[0] == Change{failing({Determinant::open_door}), holding({Determinant::seeks_backing})}));
    // By the mode alone: under the theory as decided, as `classify(relationship)`.
    for (const Mode mode : all<Mode>()) {
        for (const Aim aim : aims) {
            const auto by_theory = least_change(relationship, three_modes::predicted, mode, aim);
            const auto by_mode = least_change(relationship, mode, aim);
            REQUIRE(by_mode.size() == by_theory.size());
            CHECK(by_mode.ways() == by_theory.ways());
            for (std::size_t k = 0; k < by_mode.size(); ++k) CHECK(by_mode[k] == by_theory[k]);
        }
    }
    CHECK(least_change(relationship, Mode::recipient, Aim::give, costs).empty());
}

TEST_CASE("what a list of least changes says when it is empty, and when it is full") {
    LeastChanges list;
    CHECK_FALSE(list.nothing_to_change());  // nothing does it, which is not that nothing is needed
    CHECK(list.complete());
    list.append({});
    CHECK(list.nothing_to_change());
    LeastChanges many;
    for (std::uint32_t i = 0; i < formula_capacity; ++i) many.append({{1U << i, 0}, {}});
    CHECK_FALSE(many.nothing_to_change());
    CHECK(many.complete());
    many.append({{0, 1}, {}});
    CHECK(many.ways() == formula_capacity + 1);
    CHECK(many.size() == formula_capacity);
    CHECK_FALSE(many.complete());
}

TEST_CASE("the least changes on several parts are those that trying everything on all of them finds") {
    support::Random random(41);
    std::string found;
    std::map<Aim, std::size_t> sharper;
    std::map<Aim, std::size_t> tied;
    for (int i = 0; i < 3000 && found.empty(); ++i) {
        const std::size_t n = i < 2800 ? 3 + random.below(3) : 7;
        auto typology = random_typology<Kind, Sign>(random, n, 4);
        const auto costs = random.chance(3) ? ChangeCosts<Sign>{} : random_costs<Sign>(random, random.chance(4));
        const Kind label = static_cast<Kind>(random.below(4));
        // Any two of three: one part may have the one, another the other, and lack the same third.
        if (random.chance(4)) {
            CHECK(typology.replace({label, *parse_formula<Sign>("a*b + a*c + b*c"), ""}).fault == Fault::none);
        }
        // Parts that differ in some features only, so that much is settled on all of them; or that all tell something.
        const bool different = random.chance(2);
        const auto common = random_facts<Sign>(random);
        std::vector<Facts<Sign>> parts(1 + random.below(different ? 2 : 5), common);
        for (auto& part : parts) {
            for (const Sign sign : random_set<Sign>(random)) {
                if (different || random.chance(2)) part.set(sign, static_cast<Truth>(random.below(different ? 3 : 4)));
            }
        }
        Facts<Sign> whole;
        for (const Sign sign : all<Sign>()) {
            const auto same = [&](Facts<Sign> part) { return part[sign] == parts[0][sign]; };
            if (std::all_of(parts.begin(), parts.end(), same)) whole.set(sign, parts[0][sign]);
        }
        for (const Aim aim : aims) {
            const Tried expected = by_trying(parts, whole, typology, label, aim, costs);
            Ways visited;
            const auto note = [&](const Change& change) { ++visited[{change.turn.word(), change.settle.word()}]; };
            const std::size_t ways = for_each_least_change(parts, typology, label, aim, costs, note);
            if (visited != expected.ways || ways != visited.size()) found = "other ways";
            const auto changes = least_change(parts, typology, label, aim, costs);
            if (changes.ways() != ways) found = "another number of ways";
            for (const Change& change : changes) {
                if (costs.of(change) != *expected.cost || !costs.allow(change)) found = "costs of a change";
            }
            // What the whole alone would say: not the same, or this would prove nothing.
            if (least_cost(whole, typology, label, aim, costs) != expected.cost) ++sharper[aim];
            if (ways > 1) ++tied[aim];
        }
    }
    CHECK(found == "");
    for (const Aim aim : aims) {
        CHECK(sharper[aim] > 20);
        CHECK(tied[aim] > 50);
    }
    // Without parts nothing is told.
    const std::vector<Facts<Condition>> no_parts;
    for (const Mode mode : all<Mode>()) {
        CHECK(least_change(no_parts, three_modes::predicted, mode, Aim::sole).ways() ==
              least_change(Facts<Condition>{}, three_modes::predicted, mode, Aim::sole).ways());
    }
}

namespace {

/// What is told of each day, without those of which the same is told as of another.
template <Named E>
std::vector<Facts<E>> days_of(const Dataset& data, PartnerIndex partner, const Period& at, const Admission& admission) {
    std::vector<Facts<E>> parts;
    const Days asked = asked_days(data, at);
    if (is_act<E>) return {facts(data, data.codings<E>(), partner, asked, admission)};
    for (Day day = asked.first; day <= asked.last; ++day) {
        const auto told = facts(data, data.codings<E>(), partner, Days{day, day}, admission);
        if (std::find(parts.begin(), parts.end(), told) == parts.end()) parts.push_back(told);
    }
    return parts;
}

template <Named Label, Named E>
void expect_least_over_time(std::size_t cases, std::uint64_t seed, const std::vector<E>& features) {
    support::Random random(seed);
    std::string found;
    std::size_t sharper = 0;
    std::size_t turning = 0;
    const std::vector<Label> labels{Label::recipient, Label::protector};
    for (std::size_t i = 0; i < cases && found.empty(); ++i) {
        support::Tables tables;
        std::vector<Coding<E>> rows;
        if (i % 3 == 0) {
            // Of every stretch something.
            tables.add_source(support::date("2013"));
            for (const std::string_view stretch : {"2010-01/2010-07", "2010-08/2011-02", "2011-03/2011-12"}) {
                rows.push_back({tables.add(Aspect::state, stretch), support::Tables::alpha, random.pick(features),
                                random.chance(4) ? Tells::fails : Tells::holds, {}});
            }
        } else if (i % 3 == 1) {
            rows = support::random_rows(tables, random, features, 3 + random.below(6));
        } else {
            rows = support::random_codings(tables, random, features, support::Range{true, true});
        }
        const Dataset data = support::with_rows(tables.dataset(), rows);
        auto rules = support::random_rules(random, features, labels);
        if constexpr (std::is_same_v<E, Condition>) {
            if (random.chance(2)) rules = three_modes::any_two_factors;
        }
        const auto at = support::period(random.pick(
            std::vector<std::string_view>{"2010", "2011-03", "2010/2011", "2010-06/2011-02", "2009-11/2011-05"}));
        Admission admission;
        admission.strict = random.chance(2);
        const auto costs = random.chance(2) ? ChangeCosts<E>{} : random_costs<E>(random, random.chance(4));
        const PartnerIndex partner = support::Tables::alpha;
        const auto parts = days_of<E>(data, partner, at, admission);
        const auto whole = facts(data, data.codings<E>(), partner, asked_days(data, at), admission);
        if (parts.size() > 1) ++turning;
        const Label label = random.pick(labels);
        for (const Aim aim : aims) {
            const Tried expected = by_trying(parts, whole, rules, label, aim, costs);
            Ways visited;
            const auto note = [&](const Change& change) { ++visited[{change.turn.word(), change.settle.word()}]; };
            for_each_least_change(data, partner, at, rules, label, aim, costs, admission, note);
            if (visited != expected.ways) found = "other ways";
            const auto changes = least_change(data, partner, at, rules, label, aim, costs, admission);
            if (changes.ways() != visited.size()) found = "another number of ways";
            // What is asked for already is what `classify` of the dataset says.
            const auto verdict = classify(data, partner, at, rules, admission);
            const Set<Label> one{label};
            const bool there = aim == Aim::give  ? verdict.holds(label)
                               : aim == Aim::end ? !verdict.may_hold(label)
                                                 : verdict == Verdict<Label>{one, one};
            if (changes.nothing_to_change() != there) found = "nothing to change";
            if (least_cost(whole, rules, label, aim, costs) != expected.cost) ++sharper;
            // With room for one or two parts only, the others are read again.
            const auto with_room = [&](const auto& narrow) {
                Ways again;
                detail::search_for(narrow, rules, label, aim, costs).for_each([&](const Change& change) {
                    ++again[{change.turn.word(), change.settle.word()}];
                });
                if (again != expected.ways) found = "other ways without room";
            };
            const Days asked = asked_days(data, at);
            with_room(detail::ToldParts<E, 1>(data, partner, asked, admission, rules.features()));
            with_room(detail::ToldParts<E, 2>(data, partner, asked, admission, rules.features()));
        }
        if (label == labels[0]) {
            const auto reasons = why_not(data, partner, at, rules, label, costs, admission);
            const auto least = least_change(data, partner, at, rules, label, Aim::give, costs, admission);
            if (reasons.facts != whole || reasons.least.ways() != least.ways()) found = "why not";
            for (std::size_t k = 0; k < least.size(); ++k) {
                if (reasons.least[k] != least[k]) found = "another change in why not";
            }
        }
    }
    CHECK(found == "");
    if (is_act<E>) return;
    CHECK(sharper > cases / 20);
    CHECK(turning > cases / 4);
}

}  // namespace

TEST_CASE("the least changes over a time are those after which every day of it is as aimed at") {
    using enum Condition;
    expect_least_over_time<Mode, Condition>(400, 42, {resources, geography, regime_affinity});
    using enum Conduct;
    expect_least_over_time<Mode, Conduct>(60, 43, {defers, cedes, dissents});
}

TEST_CASE("what is enough on every part is enough though each part has another reason") {
    // Resources are told of the first years, geography of the later ones: affinity gives two factors throughout.
    support::Tables tables({"2020"});
    tables.conditions = {
        {tables.add(Aspect::state, "2012/2014"), support::Tables::alpha, Condition::resources, Tells::holds, {}},
        {tables.add(Aspect::state, "2015/2018"), support::Tables::alpha, Condition::geography, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    const auto at = during("2012/2018");
    const auto least = least_change(data, support::Tables::alpha, at, three_modes::any_two_factors, Mode::recipient);
    REQUIRE(least.ways() == 1);
    CHECK((least[0] == Change{{}, holding({Condition::regime_affinity})}));
    const auto whole = relationship(data, support::Tables::alpha, at);
    CHECK(least_change(whole, three_modes::any_two_factors, Mode::recipient)[0].settles() == 2);
    // Of no day nothing is told.
    const auto beyond = *parse_period("2030/..");
    CHECK(least_change(data, support::Tables::alpha, beyond, three_modes::any_two_factors, Mode::recipient).ways() ==
          least_change(Facts<Condition>{}, three_modes::any_two_factors, Mode::recipient).ways());
    static_assert(noexcept(least_change(data, support::Tables::alpha, at, three_modes::predicted, Mode::recipient)));
}

TEST_CASE("the least change at compile time") {
    static_assert(count<Aim> == 3 && parse<Aim>("sole") == Aim::sole);
    static_assert(std::is_trivially_copyable_v<ChangeCosts<Condition>> && std::is_trivially_copyable_v<LeastChanges>);
    static_assert(noexcept(least_change(Facts<Condition>{}, three_modes::predicted, Mode::recipient, Aim::sole)));
    static_assert(noexcept(least_cost(Facts<Condition>{}, three_modes::predicted, Mode::recipient)));
    static_assert(ChangeCosts<Condition>{}.of({{1, 2}, {4, 0}}) == 2 * (count<Condition> + 1) + 1);
    constexpr Facts<Condition> west({Condition::resources, Condition::conditionality}, {Condition::regime_affinity});
    static_assert(least_cost(west, three_modes::predicted, Mode::protector) == std::uint64_t{1});
    static_assert(least_change(west, three_modes::predicted, Mode::protector, Aim::sole).ways() == 2);
    constexpr auto pinned = [] {
        ChangeCosts<Condition> costs;
        costs.pin({Condition::regime_affinity});
        return costs;
    }();
    static_assert(least_change(west, three_modes::predicted, Mode::recipient, Aim::give, pinned).empty());
    constexpr auto visited = [] {
        std::size_t count = 0;
        for_each_least_change(Facts<Condition>{}, three_modes::predicted, Mode::activist, Aim::end,
                              ChangeCosts<Condition>{},
                              [&](const Change& change) { count += change.settles() == 1 ? 1U : 0U; });
        return count;
    }();
    static_assert(visited == 2);
    CHECK(visited == 2);
}
