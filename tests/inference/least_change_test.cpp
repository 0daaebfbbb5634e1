// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Least change: against a search that leaves, makes true or makes false every feature and asks `classify` what is then
/// so.
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/dependency_scale.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/least_change.hpp>

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

/// Every feature of the typology is left, made true or made false; the cheapest of what reaches the aim, and of these
/// those with the fewest changes that cost nothing.
template <Named Label, Named E>
Tried by_trying(Facts<E> facts, const Typology<Label, E>& typology, Label label, Aim aim, const ChangeCosts<E>& costs) {
    Tried best;
    std::uint64_t best_free = 0;
    std::vector<E> features;
    for (const E feature : typology.features()) features.push_back(feature);
    std::size_t cases = 1;
    for (std::size_t i = 0; i < features.size(); ++i) cases *= 3;
    for (std::size_t number = 0; number < cases; ++number) {
        Facts<E> changed = facts;
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
            changed.set(feature, to);
        }
        if (!allowed) continue;
        const bool dearer = best.cost && (cost != *best.cost ? cost > *best.cost : free > best_free);
        if (dearer || !reached(changed, typology, label, aim)) continue;
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
    const Tried expected = by_trying(facts, typology, label, aim, costs);
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

TEST_CASE("unless said otherwise a turn costs more than all settlings, as in the change reading") {
    support::Random random(13);
    const ChangeCosts<Sign> costs;
    CHECK(costs.of({{}, {Set<Sign>(all<Sign>()).bits(), 0}}) < costs.of({holding({Sign::c}), {}}));
    std::size_t wrong = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto change = [&] {
            const std::uint32_t turn = random_set<Sign>(random).bits();
            const std::uint32_t settle = random_set<Sign>(random).bits() & ~turn;
            return Change{{turn, 0}, {0, settle}};
        };
        const Change one = change();
        const Change other = change();
        if ((costs.of(one) < costs.of(other)) != one.cheaper_than(other)) ++wrong;
    }
    CHECK(wrong == 0);
    for (int i = 0; i < 200; ++i) {
        const auto facts = random_facts<Condition>(random);
        for (const Mode mode : all<Mode>()) {
            const auto sides = read(three_modes::predicted.rule(mode), ChangeReading<Condition>(facts));
            for (const Aim aim : {Aim::give, Aim::end}) {
                const LeastChanges& read_so = aim == Aim::give ? sides.when : sides.unless;
                const LeastChanges found = least_change(facts, three_modes::predicted, mode, aim);
                if (read_so.ways() != found.ways()) ++wrong;
                for (std::size_t k = 0; k < found.size(); ++k) {
                    if (!(read_so[k] == found[k])) ++wrong;  // also in the same order
                }
            }
        }
    }
    CHECK(wrong == 0);
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
    CHECK(least_change(nothing, empty, Kind::one, Aim::end)[0] == Change{});
    Typology<Kind, Sign> rules;
    REQUIRE(rules.add({Kind::one, always<Sign>(), ""}).fault == Fault::none);
    REQUIRE(rules.add({Kind::two, never<Sign>(), ""}).fault == Fault::none);
    CHECK(least_change(nothing, rules, Kind::one, Aim::sole)[0] == Change{});
    CHECK(least_change(nothing, rules, Kind::one, Aim::give)[0] == Change{});
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
    CHECK(least_change(Facts<Sign>(all<Sign>(), {}), rules, Kind::one, Aim::give, costs)[0] == Change{});
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
}

TEST_CASE("what a list of least changes does when it is full") {
    LeastChanges many;
    for (std::uint32_t i = 0; i < 32; ++i) many.consider({{1U << i, 0}, {}});
    CHECK(many.complete());
    many.consider({{1, 0}, {}});  // is there
    CHECK(many.ways() == 32);
    many.consider({{0, 1}, {}});
    CHECK(many.ways() == 33);
    CHECK(many.size() == 32);
    CHECK_FALSE(many.complete());
    // A sum hands on what is only counted, unless something is cheaper.
    const ChangeReading<Sign> reading(Facts<Sign>{});
    CHECK(reading.sum(many, LeastChanges{}).ways() == 33);
    CHECK(reading.sum(LeastChanges{}, many).ways() == 33);
    CHECK(reading.sum(LeastChanges{}, many).size() == 32);
    LeastChanges cheaper;
    cheaper.consider({{}, {1, 0}});
    CHECK(reading.sum(many, cheaper).ways() == 1);
    CHECK(reading.sum(cheaper, many).ways() == 1);
    CHECK(reading.sum(cheaper, many).complete());
    CHECK(reading.product(many, reading.one()).ways() == 33);
    CHECK_FALSE(reading.product(reading.one(), many).complete());
    CHECK(reading.product(many, reading.zero()).empty());
    CHECK(reading.product(many, reading.zero()).complete());
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
