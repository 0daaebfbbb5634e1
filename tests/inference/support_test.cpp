// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Support: case by case; then every subset of the claims of random cases; then the compiled-in dataset. Withdrawal:
/// against tables from which the rows were taken out.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/defect.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/support.hpp>
#include <trimode/inference/withdrawal.hpp>

#include "support/random_claims.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::date;
using support::days;
using support::first_day;
using support::period;
using support::Random;
using support::Tables;

using Numbers = std::vector<std::size_t>;  ///< The places of claims, in order.

/// The least sets of a question, by part.
struct Found {
    Days days;
    Numbers claims;
    friend bool operator==(const Found&, const Found&) = default;
};

template <Named Label, Named E>
std::vector<Found> least_sets(const Dataset& data, PartnerIndex partner, const Period& at,
                              const Typology<Label, E>& rules, Label wanted, const Admission& admission = {}) {
    std::vector<Found> all;
    for_each_least_set(data, partner, at, rules, wanted, admission, [&](Days part, std::span<const ClaimIndex> claims) {
        Found found{part, {}};
        for (const ClaimIndex claim : claims) found.claims.push_back(claim.value);
        all.push_back(found);
    });
    return all;
}

template <Named Label, Named E>
std::vector<Numbers> sets_of_day(const Dataset& data, std::string_view at, const Typology<Label, E>& rules,
                                 Label wanted, const Admission& admission = {}) {
    std::vector<Numbers> all;
    for (const Found& found : least_sets(data, Tables::alpha, period(at), rules, wanted, admission)) {
        all.push_back(found.claims);
    }
    std::sort(all.begin(), all.end());
    return all;
}

// ---- a case that the compiler computes ------------------------------------------------------------------------------

namespace small {
constexpr std::array sources{Source{.id = "000_one", .author = "One", .published = Date{2020}, .blocks = 9},
                             Source{.id = "001_two", .author = "Two", .published = Date{2020}, .blocks = 9}};
constexpr std::array partners{Partner{"alpha", "Alpha", PartnerKind::state, "", 0, ""}};
constexpr auto claim_of = [](std::string_view id) {
    return Claim{.id = id, .partners = {1}, .period = during("2010/2012"), .statement = "So."};
};
constexpr std::array claims{claim_of("000.001a"), claim_of("000.002a"), claim_of("001.001a")};
constexpr PartnerIndex alpha{0};
// The first tells two of the three literals of the recipient, the second one of these, the third the last.
constexpr std::array conditions{
    Coding<Condition>{ClaimIndex{0}, alpha, Condition::resources, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{0}, alpha, Condition::geography, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{1}, alpha, Condition::geography, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{2}, alpha, Condition::regime_affinity, Tells::holds, {}},
};
constexpr Dataset data{.id = "test",
                       .title = "Test",
                       .state = "State",
                       .edition = 1,
                       .time = during("2000/2020"),
                       .sources = sources,
                       .sections = {},
                       .partners = partners,
                       .memberships = {},
                       .claims = claims,
                       .conditions = conditions,
                       .conduct = {},
                       .determinants = {},
                       .obligations = {}};
static_assert(first_defect(data).defect == Defect::none);
constexpr Period at = during("2011");
constexpr auto recipient = Mode::recipient;
constexpr std::array first_and_third{ClaimIndex{0}, ClaimIndex{2}};
constexpr std::array last_two{ClaimIndex{1}, ClaimIndex{2}};
static_assert(is_enough(data, alpha, at, three_modes::predicted, recipient, first_and_third));
static_assert(!is_enough(data, alpha, at, three_modes::predicted, recipient, last_two));
static_assert(!is_enough(data, alpha, during("2014"), three_modes::predicted, recipient, first_and_third));
// One claim tells two of the literals, so that with the second claim there is a larger set that is not least.
static_assert(count_least_sets(data, alpha, at, three_modes::predicted, recipient) == Tally{1, false});
static_assert(count_least_sets(data, alpha, at, three_modes::predicted, recipient, {}, 0) == Tally{0, true});
static_assert(count_least_sets(data, alpha, at, three_modes::predicted, Mode::activist) == Tally{0, false});

constexpr std::uint32_t decisive(Withdrawn what, const Admission& admission = {}) {
    std::uint32_t found = 0;
    for_each_decisive(data, alpha, at, three_modes::predicted, what, admission, [&](const Withdrawal<Mode>& without) {
        found |= std::uint32_t{1} << (without.claim != nullptr ? without.claim->block() + 4 * without.source
                                                               : without.source);
    });
    return found;
}
static_assert(decisive(Withdrawn::source) == 3 && decisive(Withdrawn::author) == 3);
static_assert(decisive(Withdrawn::claim) == ((1U << 1U) | (1U << 5U)));  // 000.001a and 001.001a
// Without the first claim nothing holds that could be lost; but the last rules out the protector.
static_assert(decisive(Withdrawn::claim, {.without = "000.001a"}) == (1U << 5U));
static_assert(classify(data, alpha, at, three_modes::predicted, {.without = "000.002a"}).holds(recipient));
static_assert(!classify(data, alpha, at, three_modes::predicted, {.without = "001.001a"}).holds(recipient));

}  // namespace small

constexpr auto one_rule = [](const Formula<Determinant>& formula) {
    Typology<Stage, Determinant> rules;
    static_cast<void>(rules.add({Stage::prioritising, formula, ""}));
    return rules;
};
constexpr auto price = one_rule(is(Determinant::price_felt));
constexpr auto price_and_preferred = one_rule(is(Determinant::price_felt) & is(Determinant::preferred));
constexpr Stage priority = Stage::prioritising;

}  // namespace

// ---- admission without a claim --------------------------------------------------------------------------------------

TEST_CASE("one claim can be left out of what is admitted, by its id") {
    Claim claim;
    claim.id = "000.012a";
    CHECK(Admission{}.without.empty());
    CHECK(Admission{}.hears(claim));
    for (const std::string_view other : {"000.012b", "000.012", "000.012aa", "001.012a", "nothing"}) {
        CHECK(Admission{.without = other}.hears(claim));
        CHECK(Admission{.without = other}.admits(claim));
    }
    const std::string same = "000.012a";  // compared as text, wherever it lies
    CHECK_FALSE(Admission{.without = same}.hears(claim));
    CHECK_FALSE(Admission{.without = same}.admits(claim));
    CHECK_FALSE(Admission{.without = same}.admits_figure(claim));
    claim.id = "";
    CHECK(Admission{}.hears(claim));  // no claim has an empty id; it would be none that is left out
}

TEST_CASE("to leave a claim out of what is admitted is to take its rows out of the tables") {
    const Period at = period("2016");
    for (const ClaimIndex claim : {tajikistan.conditions[3].claim, tajikistan.conditions[20].claim}) {
        const Admission without{.without = tajikistan.claim(claim).id};
        std::vector<Coding<Condition>> rows;
        for (const auto& row : tajikistan.conditions) {
            if (!(row.claim == claim)) rows.push_back(row);
        }
        const Dataset less = support::with_rows(tajikistan, rows);
        for (std::size_t i = 0; i < tajikistan.partners.size(); ++i) {
            const PartnerIndex partner{static_cast<std::uint8_t>(i)};
            CHECK(relationship(tajikistan, partner, at, without).conditions ==
                  relationship(less, partner, at).conditions);
        }
    }
}

// ---- least sets, case by case ---------------------------------------------------------------------------------------

TEST_CASE("claims that tell the same are each enough") {
    Tables tables{"2020"};
    for (const std::string_view at : {"2010/2012", "2011", "2014"}) {
        tables.determinants.push_back(
            {tables.add(Aspect::state, at), Tables::alpha, Determinant::price_felt, Tells::holds, {}});
    }
    const Dataset data = tables.dataset();
    CHECK((sets_of_day(data, "2011-05-05", price, priority) == std::vector<Numbers>{{0}, {1}}));
    CHECK((sets_of_day(data, "2010-05-05", price, priority, {.strict = true}) == std::vector<Numbers>{{0}}));
    // Of a year in which nothing changes there is one part.
    CHECK((least_sets(data, Tables::alpha, period("2011"), price, priority) ==
           std::vector<Found>{{days("2011"), {0}}, {days("2011"), {1}}}));
}

TEST_CASE("two tellings around a day are enough together, and not when strict") {
    Tables tables{"2020"};
    for (const std::string_view at : {"2010", "2011", "2014"}) {
        tables.determinants.push_back(
            {tables.add(Aspect::state, at), Tables::alpha, Determinant::price_felt, Tells::holds, {}});
    }
    const Dataset data = tables.dataset();
    CHECK((sets_of_day(data, "2012-05-05", price, priority) == std::vector<Numbers>{{0, 2}, {1, 2}}));
    CHECK(sets_of_day(data, "2012-05-05", price, priority, {.strict = true}).empty());
    // Of a day that is told directly, too: who believes the first and the last only would infer it.
    CHECK((sets_of_day(data, "2011-05-05", price, priority) == std::vector<Numbers>{{0, 2}, {1}}));
    CHECK((sets_of_day(data, "2011-05-05", price, priority, {.strict = true}) == std::vector<Numbers>{{1}}));
}

TEST_CASE("a claim that speaks against another literal is in no set with it") {
    Tables tables{"2020"};
    const ClaimIndex first = tables.add(Aspect::state, "2010");
    const ClaimIndex second = tables.add(Aspect::state, "2010");
    const ClaimIndex early = tables.add(Aspect::state, "2008");
    const ClaimIndex late = tables.add(Aspect::state, "2012");
    // Both tell the price. The second of them also tells, of the year before, that Alpha was not preferred: nearer to
    // 2010 than the earlier of the two between which preference is inferred.
    const ClaimIndex other = tables.add(Aspect::state, "2009");
    tables.determinants = {{first, Tables::alpha, Determinant::price_felt, Tells::holds, {}},
                           {second, Tables::alpha, Determinant::price_felt, Tells::holds, {}},
                           {second, Tables::alpha, Determinant::preferred, Tells::fails, period("2009")},
                           {early, Tables::alpha, Determinant::preferred, Tells::holds, {}},
                           {late, Tables::alpha, Determinant::preferred, Tells::holds, {}},
                           {other, Tables::alpha, Determinant::preferred, Tells::holds, period("2010")}};
    const Dataset data = tables.dataset();
    CHECK((sets_of_day(data, "2010-05-05", price_and_preferred, priority) ==
           std::vector<Numbers>{{0, 2, 3}, {0, 4}, {1, 4}}));
    const std::array<ClaimIndex, 3> bad{second, early, late};
    CHECK_FALSE(is_enough(data, Tables::alpha, period("2010-05-05"), price_and_preferred, priority, bad));
    // With the first claim it would be a larger set that is not enough, though a smaller one is.
    const std::array<ClaimIndex, 4> larger{first, second, early, late};
    CHECK_FALSE(is_enough(data, Tables::alpha, period("2010-05-05"), price_and_preferred, priority, larger));
}

TEST_CASE("a claim that is enough for a literal alone may need another where a third one speaks in between") {
    for (const bool first : {true, false}) {
        Tables tables{"2020"};
        tables.memberships = {{Tables::alpha, Tables::bloc, ClaimIndex{0}, {}, true}};
        // Around: before the day, and long after it. Near: shortly after it. The third tells of the day that Alpha is
        // preferred, and between the two that the price is not felt.
        const ClaimIndex one = tables.add(Aspect::state, "2010");
        const ClaimIndex other = tables.add(Aspect::state, "2012");
        const ClaimIndex around = first ? one : other;
        const ClaimIndex near_it = first ? other : one;
        const ClaimIndex third = tables.add(Aspect::state, "2011");
        const auto price_felt = Determinant::price_felt;
        tables.determinants = {{one, Tables::alpha, price_felt, Tells::holds, period(first ? "2009" : "2012")},
                               {other, Tables::alpha, price_felt, Tells::holds, period(first ? "2012" : "2009")},
                               {third, Tables::alpha, Determinant::preferred, Tells::holds, period("2011")},
                               {third, Tables::alpha, price_felt, Tells::fails, period("2013")}};
        tables.determinants.insert(tables.determinants.begin() + (first ? 1 : 2),
                                   Coding<Determinant>{around, Tables::bloc, price_felt, Tells::holds, period("2014")});
        const Dataset data = tables.dataset();
        REQUIRE(first_defect(data).defect == Defect::none);
        CHECK((sets_of_day(data, "2011-05-05", price, priority) == std::vector<Numbers>{{around.value}}));
        CHECK((sets_of_day(data, "2011-05-05", price_and_preferred, priority) == std::vector<Numbers>{{0, 1, 2}}));
        const auto enough = [&](const auto& rules, const std::vector<ClaimIndex>& some) {
            return is_enough(data, Tables::alpha, period("2011-05-05"), rules, priority, some);
        };
        CHECK_FALSE(enough(price_and_preferred, {around, third}));
        CHECK(enough(price_and_preferred, {around, near_it, third}));
        CHECK_FALSE(enough(price, {near_it}));
    }
}

TEST_CASE("what the kind of the partner tells needs no claim, and what always holds none at all") {
    Tables tables{"2020"};
    const ClaimIndex claim = tables.add(Aspect::state, "2010/2012");
    tables.conditions = {{claim, Tables::world, Condition::acclaim, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    const Period at = period("2011");
    CHECK((least_sets(data, Tables::world, at, three_modes::predicted, Mode::activist) ==
           std::vector<Found>{{days("2011"), {0}}}));
    static constexpr auto by_kind = typology<Mode, Condition>({{Mode::activist, ~is(Condition::global_arena), ""}});
    CHECK((least_sets(data, Tables::alpha, at, by_kind, Mode::activist) == std::vector<Found>{{days("2011"), {}}}));
    static constexpr auto ever = typology<Mode, Condition>({{Mode::activist, always<Condition>(), ""}});
    CHECK((least_sets(data, Tables::alpha, at, ever, Mode::activist) == std::vector<Found>{{days("2011"), {}}}));

    std::vector<std::pair<bool, Truth>> seen;
    for_each_support(
        data, Tables::world, at, three_modes::predicted, Mode::activist, {}, [&](const Support<Condition>& one) {
            seen.emplace_back(one.telling.claim == nullptr, one.telling.truth);
            CHECK(one.telling.claim == (one.feature == Condition::global_arena ? nullptr : &data.claims[0]));
            CHECK(one.days == days("2011"));
            CHECK(one.holding);
        });
    CHECK((seen == std::vector<std::pair<bool, Truth>>{{true, Truth::holds}, {false, Truth::holds}}));
    // For a single state the same kind tells against it.
    std::size_t against = 0;
    for_each_objection(data, Tables::alpha, at, three_modes::predicted, Mode::activist, {},
                       [&](const Objection<Condition>& one) {
                           ++against;
                           CHECK(one.feature == Condition::global_arena);
                           CHECK(one.holding);
                           CHECK(one.telling.truth == Truth::fails);
                           CHECK(one.telling.claim == nullptr);
                       });
    CHECK(against == 1);
}

TEST_CASE("over a time, each part has sets of its own, and parts without the label none") {
    Tables tables{"2020"};
    tables.determinants = {
        {tables.add(Aspect::state, "2010/2011"), Tables::alpha, Determinant::price_felt, Tells::holds, {}},
        {tables.add(Aspect::state, "2011/2012"), Tables::alpha, Determinant::price_felt, Tells::holds, {}},
        {tables.add(Aspect::state, "2013"), Tables::alpha, Determinant::price_felt, Tells::fails, {}}};
    const Dataset data = tables.dataset();
    CHECK((least_sets(data, Tables::alpha, period("2010/2013"), price, priority) ==
           std::vector<Found>{{days("2010"), {0}}, {days("2011"), {0}}, {days("2011"), {1}}, {days("2012"), {1}}}));
    // Neither carries all three years; both do.
    const std::array<ClaimIndex, 2> both{ClaimIndex{0}, ClaimIndex{1}};
    const std::span<const ClaimIndex> claims = both;
    const Period three = period("2010/2012");
    CHECK(is_enough(data, Tables::alpha, three, price, priority, claims));
    CHECK_FALSE(is_enough(data, Tables::alpha, three, price, priority, claims.first(1)));
    CHECK_FALSE(is_enough(data, Tables::alpha, three, price, priority, claims.last(1)));
    CHECK_FALSE(is_enough(data, Tables::alpha, three, price, priority, {}));
}

TEST_CASE("where the label does not hold with all that is admitted there is no set, though a few claims might do") {
    Tables tables{"2020"};
    tables.determinants = {
        {tables.add(Aspect::state, "2010"), Tables::alpha, Determinant::price_felt, Tells::holds, {}},
        {tables.add(Aspect::state, "2010"), Tables::alpha, Determinant::price_felt, Tells::fails, {}}};
    const Dataset data = tables.dataset();
    CHECK(least_sets(data, Tables::alpha, period("2010"), price, priority).empty());
    const std::array<ClaimIndex, 1> first{ClaimIndex{0}};
    CHECK(is_enough(data, Tables::alpha, period("2010"), price, priority, first));
    std::size_t against = 0;
    for_each_objection(data, Tables::alpha, period("2010"), price, priority, {},
                       [&](const Objection<Determinant>& one) {
                           ++against;
                           CHECK(one.telling.claim == &data.claims[1]);
                       });
    CHECK(against == 1);
    for_each_support(data, Tables::alpha, period("2010"), price, priority, {}, [](const auto&) { CHECK(false); });
}

TEST_CASE("a visitor can stop, and counting stops at its limit") {
    Tables tables{"2020"};
    for (int i = 0; i < 5; ++i) {
        const ClaimIndex claim = tables.add(Aspect::state, "2010/2011");
        tables.determinants.push_back({claim, Tables::alpha, Determinant::price_felt, Tells::holds, {}});
    }
    tables.determinants.push_back(
        {tables.add(Aspect::state, "2011"), Tables::alpha, Determinant::price_felt, Tells::holds, {}});
    const Dataset data = tables.dataset();
    const Period both = period("2010/2011");
    const auto count = [&](std::uint64_t limit) {
        return count_least_sets(data, Tables::alpha, both, price, priority, {}, limit);
    };
    CHECK((count(1000) == Tally{11, false}));
    CHECK((count(11) == Tally{11, false}));
    CHECK((count(10) == Tally{10, true}));
    CHECK((count(5) == Tally{5, true}));
    CHECK((count(0) == Tally{0, true}));
    CHECK((count_least_sets(data, Tables::alpha, both, price, priority) == Tally{11, false}));
    for (std::size_t most = 1; most <= 12; ++most) {
        std::size_t seen = 0;
        for_each_least_set(data, Tables::alpha, both, price, priority, {},
                           [&](Days, std::span<const ClaimIndex>) { return ++seen < most; });
        CHECK(seen == std::min<std::size_t>(most, 11));
    }
}

TEST_CASE("of no day nothing is enough, or told for or against") {
    Tables tables{"2020"};
    tables.time = period("2010/2015");
    tables.determinants = {
        {tables.add(Aspect::state, "2010/2015"), Tables::alpha, Determinant::price_felt, Tells::holds, {}}};
    tables.conduct = {{tables.add(Aspect::event, "2012"), Tables::alpha, Conduct::dissents, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    const Period after = period("2018/..");
    CHECK((count_least_sets(data, Tables::alpha, after, price, priority) == Tally{0, false}));
    CHECK((count_least_sets(data, Tables::alpha, after, three_modes::observed, Mode::protector) == Tally{0, false}));
    const auto never_called = [](const auto&) { CHECK(false); };
    for_each_support(data, Tables::alpha, after, price, priority, {}, never_called);
    for_each_objection(data, Tables::alpha, after, price, priority, {}, never_called);
    const std::array<ClaimIndex, 1> first{ClaimIndex{0}};
    CHECK_FALSE(is_enough(data, Tables::alpha, after, price, priority, first));
    CHECK((count_least_sets(Dataset{.partners = tables.partners}, Tables::alpha, after, price, priority) ==
           Tally{0, false}));
}

namespace {

/// How many ways to choose claims are tried for a label on a day.
std::size_t ways_tried(const Dataset& data, const Typology<Stage, Determinant>& rules) {
    std::size_t ways = 0;
    const Admission admission;
    const detail::LeastSets<Determinant> sets(data, data.determinants, Tables::alpha, days("2011-05-05"), admission,
                                              rules.rule(priority));
    sets.for_each_way([&](const detail::Way&) { return ++ways < 100'000; });
    return ways;
}

}  // namespace

TEST_CASE("few more ways to choose are tried than there are sets, however many claims tell the same") {
    constexpr std::array five{Determinant::price_felt, Determinant::preferred, Determinant::open_door,
                              Determinant::partner_isolated, Determinant::manoeuvres};
    constexpr auto rules = one_rule(is(five[0]) & is(five[1]) & is(five[2]) & is(five[3]) & is(five[4]));
    constexpr std::size_t claims = 24;
    const auto sets = [&](const Dataset& data) {
        return count_least_sets(data, Tables::alpha, period("2011-05-05"), rules, priority).number;
    };
    const auto tell = [](Tables& tables, ClaimIndex claim, std::span<const Determinant> features) {
        for (const Determinant feature : features) {
            tables.determinants.push_back({claim, Tables::alpha, feature, Tells::holds, {}});
        }
    };
    {
        // Each tells all five, so that each alone is enough.
        Tables tables{"2020"};
        for (std::size_t i = 0; i < claims; ++i) tell(tables, tables.add(Aspect::state, "2011"), five);
        CHECK(sets(tables.dataset()) == claims);
        CHECK(ways_tried(tables.dataset(), rules) == claims);
    }
    {
        // Each tells all five before or after the day, so that one of either kind is enough.
        Tables tables{"2020"};
        for (std::size_t i = 0; i < claims; ++i) {
            tell(tables, tables.add(Aspect::state, i % 2 == 0 ? "2010" : "2012"), five);
        }
        CHECK(sets(tables.dataset()) == claims / 2 * claims / 2);
        CHECK(ways_tried(tables.dataset(), rules) == claims / 2 * claims / 2);
    }
    {
        // Many tell one of four, the last claim all five.
        Tables tables{"2020"};
        for (std::size_t i = 0; i < claims; ++i) {
            tell(tables, tables.add(Aspect::state, "2011"), std::span(five).subspan(i % 4, 1));
        }
        tell(tables, tables.add(Aspect::state, "2011"), five);
        CHECK(sets(tables.dataset()) == 1);
        CHECK(ways_tried(tables.dataset(), rules) == 1);
    }
}

// ---- every subset of the claims of random cases ---------------------------------------------------------------------

namespace {

/// All claims with rows, and all least sets of them that give the label on a day: by trying each subset.
template <Named Label, Named E>
std::vector<Numbers> least_by_trying(const Dataset& data, const std::vector<Coding<E>>& rows, PartnerIndex partner,
                                     Day day, const Typology<Label, E>& rules, Label wanted,
                                     const Admission& admission) {
    Numbers claims;
    for (const auto& row : rows) {
        if (claims.empty() || claims.back() != row.claim.value) claims.push_back(row.claim.value);
    }
    const Period at(*Date::of_day(day));
    std::vector<std::uint32_t> enough;  // in the order of size, so that smaller ones come first
    std::vector<std::uint32_t> subsets(std::size_t{1} << claims.size());
    for (std::uint32_t i = 0; i < subsets.size(); ++i) subsets[i] = i;
    std::stable_sort(subsets.begin(), subsets.end(),
                     [](auto a, auto b) { return std::popcount(a) < std::popcount(b); });
    for (const std::uint32_t subset : subsets) {
        const auto within = [&](std::uint32_t smaller) { return (smaller & ~subset) == 0; };
        if (std::any_of(enough.begin(), enough.end(), within)) continue;
        const auto some = support::rows_of(rows, [&](const Coding<E>& row) {
            const auto place = std::find(claims.begin(), claims.end(), row.claim.value) - claims.begin();
            return ((subset >> place) & 1U) != 0;
        });
        if (classify(support::with_rows(data, some), partner, at, rules, admission).holds(wanted))
            enough.push_back(subset);
    }
    std::vector<Numbers> sets;
    for (const std::uint32_t subset : enough) {
        Numbers set;
        for (std::size_t i = 0; i < claims.size(); ++i) {
            if (((subset >> i) & 1U) != 0) set.push_back(claims[i]);
        }
        sets.push_back(set);
    }
    std::sort(sets.begin(), sets.end());
    return sets;
}

struct Case {
    std::string wrong{};      ///< Empty: nothing.
    std::size_t sets = 0;     ///< How many were found, so that the test is about something.
    std::size_t largest = 0;  ///< Of how many claims.
};

/// Compares the least sets of a few days with those of all subsets.
template <Named E>
Case compare(std::uint64_t seed, const std::vector<E>& features) {
    Random random(seed);
    Tables tables;
    const bool other_generator = random.chance(4);
    auto rows = other_generator ? support::random_codings(tables, random, features, {.decades = true, .corners = true})
                                : support::random_rows(tables, random, features, 4 + random.below(5));
    const Dataset data = support::with_rows(tables.dataset(), rows);
    const auto rules = support::random_rules(random, features, std::vector<Stage>{priority});
    const Admission admission = support::random_admission(random);
    const PartnerIndex partner = random.chance(12) ? Tables::world : random.chance(8) ? Tables::bloc : Tables::alpha;
    const Day from = first_day("2010-01") + static_cast<Day>(random.below(700));
    const Day to = is_act<E> ? from : from + static_cast<Day>(random.below(60));  // of acts there is one part
    const Period at(*Date::of_day(from), *Date::of_day(to));
    const auto found = least_sets(data, partner, at, rules, priority, admission);
    Case result;
    const std::string what =
        "seed " + std::to_string(seed) + support::show(tables, rows) + "\n  " + support::show(at) + ": ";
    std::map<Day, std::vector<Numbers>> by_day;
    for (const Found& one : found) {
        if (one.days.empty() || one.days.first < from || one.days.last > to)
            result.wrong = what + "a part beyond what is asked";
        for (Day day = one.days.first; day <= one.days.last; ++day) by_day[day].push_back(one.claims);
        ++result.sets;
        result.largest = std::max(result.largest, one.claims.size());
    }
    std::vector<Day> some{from, to};
    for (int i = 0; i < 2; ++i)
        some.push_back(from + static_cast<Day>(random.below(static_cast<std::size_t>(to - from) + 1)));
    for (const Day day : some) {
        std::vector<Numbers> sets = by_day[day];
        std::sort(sets.begin(), sets.end());
        const Period that_day(*Date::of_day(day));
        std::vector<Numbers> expected = least_by_trying(data, rows, partner, day, rules, priority, admission);
        if (!classify(data, partner, that_day, rules, admission).holds(priority)) expected.clear();
        if (sets != expected) {
            result.wrong = what + support::show(day) + ": " + std::to_string(sets.size()) + " sets instead of " +
                           std::to_string(expected.size());
        }
    }
    return result;
}

template <Named E>
void compare_all(const std::vector<E>& features, std::uint64_t seeds, std::size_t at_least) {
    std::size_t wrong = 0;
    std::size_t sets = 0;
    std::size_t largest = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Case one = compare(seed, features);
        sets += one.sets;
        largest = std::max(largest, one.largest);
        if (!one.wrong.empty() && ++wrong <= 3) MESSAGE(one.wrong);
    }
    CHECK(wrong == 0);
    CHECK(sets >= at_least);
    CHECK(largest >= 2);
}

const std::vector<Determinant> determinants{Determinant::price_felt, Determinant::preferred, Determinant::open_door,
                                            Determinant::partner_isolated};
const std::vector<Condition> conditions{Condition::resources, Condition::geography, Condition::alternative};
const std::vector<Conduct> acts{Conduct::defers, Conduct::dissents, Conduct::restricts};

}  // namespace

TEST_CASE("least sets of claims are those that trying every subset finds: states") {
    compare_all(determinants, 1000, 400);
    compare_all(conditions, 400, 150);
}

TEST_CASE("least sets of claims are those that trying every subset finds: acts") { compare_all(acts, 500, 150); }

TEST_CASE("a rule that also asks for what the kind of the partner tells") {
    Random random(7);
    std::size_t sets = 0;
    for (int i = 0; i < 300; ++i) {
        Tables tables;
        const auto rows = support::random_rows(tables, random, conditions, 6);
        const Dataset data = support::with_rows(tables.dataset(), rows);
        std::vector<Condition> features = conditions;
        features.push_back(Condition::global_arena);
        const auto rules = support::random_rules(random, features, std::vector<Mode>{Mode::activist});
        const Day day = first_day("2010-02") + static_cast<Day>(random.below(600));
        const Period at(*Date::of_day(day));
        std::vector<Numbers> found;
        for (const Found& one : least_sets(data, Tables::alpha, at, rules, Mode::activist)) found.push_back(one.claims);
        std::sort(found.begin(), found.end());
        auto expected = least_by_trying(data, rows, Tables::alpha, day, rules, Mode::activist, {});
        if (!classify(data, Tables::alpha, at, rules).holds(Mode::activist)) expected.clear();
        CHECK(found == expected);
        sets += found.size();
    }
    CHECK(sets > 100);
}

// ---- what is told for and against -----------------------------------------------------------------------------------

TEST_CASE("every prime that is satisfied is visited with all tellings of its literals, and together they are enough") {
    Random random(11);
    std::size_t seen = 0;
    for (int i = 0; i < 400; ++i) {
        Tables tables;
        const auto rows = support::random_rows(tables, random, determinants, 6);
        const Dataset data = support::with_rows(tables.dataset(), rows);
        const auto rules = support::random_rules(random, determinants, std::vector<Stage>{priority});
        const Admission admission = support::random_admission(random);
        const Day from = first_day("2010-02") + static_cast<Day>(random.below(500));
        const Days asked{from, from + static_cast<Day>(random.below(60))};
        const Period at(*Date::of_day(asked.first), *Date::of_day(asked.last));
        std::map<Day, std::map<std::uint64_t, std::map<std::pair<std::size_t, bool>, Numbers>>> tellings;
        for_each_support(data, Tables::alpha, at, rules, priority, admission, [&](const Support<Determinant>& one) {
            ++seen;
            REQUIRE(one.telling.claim != nullptr);
            CHECK(one.telling.truth == (one.holding ? Truth::holds : Truth::fails));
            const std::uint32_t literals = one.holding ? one.prime.holding : one.prime.failing;
            CHECK(((literals >> index(one.feature)) & 1U) == 1);
            const auto place = static_cast<std::size_t>(one.telling.claim - data.claims.data());
            for (Day day = one.days.first; day <= one.days.last; ++day) {
                tellings[day][one.prime.word()][{index(one.feature), one.holding}].push_back(place);
            }
        });
        for (Day day = asked.first; day <= asked.last; ++day) {
            const auto told = facts(data, data.determinants, Tables::alpha, Days{day, day}, admission);
            for (const Cube& prime : rules.rule(priority).when().terms()) {
                bool satisfied = true;
                std::size_t literals = 0;
                std::vector<ClaimIndex> claims;
                for (const Determinant feature : all<Determinant>()) {
                    for (const bool holding : {true, false}) {
                        const std::uint32_t bits = holding ? prime.holding : prime.failing;
                        if (((bits >> index(feature)) & 1U) == 0) continue;
                        ++literals;
                        satisfied = satisfied && told[feature] == (holding ? Truth::holds : Truth::fails);
                        Numbers expected;
                        for_each_telling(
                            data, data.determinants, Tables::alpha, feature, Days{day, day}, admission,
                            [&](const auto& telling) {
                                expected.push_back(static_cast<std::size_t>(telling.claim - data.claims.data()));
                            });
                        const Numbers& found = tellings[day][prime.word()][{index(feature), holding}];
                        if (told[feature] == (holding ? Truth::holds : Truth::fails) && !found.empty())
                            CHECK(found == expected);
                        for (const std::size_t claim : found) claims.push_back({static_cast<std::uint16_t>(claim)});
                    }
                }
                const auto& found = tellings[day][prime.word()];
                std::size_t supported = 0;
                for (const auto& [literal, some] : found) supported += some.empty() ? 0U : 1U;
                CHECK(supported == (satisfied ? literals : 0));
                if (satisfied) {
                    CHECK(
                        is_enough(data, Tables::alpha, Period(*Date::of_day(day)), rules, priority, claims, admission));
                }
            }
        }
    }
    CHECK(seen > 200);
}

TEST_CASE("against a label stands every telling of the opposite of a literal, and no other") {
    Random random(13);
    std::size_t seen = 0;
    for (int i = 0; i < 400; ++i) {
        Tables tables;
        const auto rows = support::random_rows(tables, random, determinants, 6);
        const Dataset data = support::with_rows(tables.dataset(), rows);
        const auto rules = support::random_rules(random, determinants, std::vector<Stage>{priority});
        const Admission admission = support::random_admission(random);
        const Day from = first_day("2010-02") + static_cast<Day>(random.below(500));
        const Period at(*Date::of_day(from), *Date::of_day(from + static_cast<Day>(random.below(200))));
        using One = std::vector<std::size_t>;
        std::vector<One> found;
        for_each_objection(data, Tables::alpha, at, rules, priority, admission, [&](const Objection<Determinant>& one) {
            found.push_back({index(one.feature), one.holding ? 1U : 0U,
                             static_cast<std::size_t>(one.telling.claim - data.claims.data()), index(one.telling.truth),
                             index(one.telling.ground)});
        });
        std::vector<One> expected;
        for (const Determinant feature : all<Determinant>()) {
            for (const bool holding : {true, false}) {
                bool asked_for = false;
                for (const Cube& prime : rules.rule(priority).when().terms()) {
                    asked_for = asked_for || (((holding ? prime.holding : prime.failing) >> index(feature)) & 1U) == 1;
                }
                if (!asked_for) continue;
                for_each_telling(data, data.determinants, Tables::alpha, feature, asked_days(data, at), admission,
                                 [&](const Telling<Determinant>& one) {
                                     if (one.truth == (holding ? Truth::holds : Truth::fails)) return;
                                     expected.push_back({index(feature), holding ? 1U : 0U,
                                                         static_cast<std::size_t>(one.claim - data.claims.data()),
                                                         index(one.truth), index(one.ground)});
                                 });
            }
        }
        std::sort(found.begin(), found.end());
        std::sort(expected.begin(), expected.end());
        CHECK(found == expected);
        seen += found.size();
    }
    CHECK(seen > 100);
}

// ---- withdrawal -----------------------------------------------------------------------------------------------------

namespace {

/// Compares what is without each document, author and claim with tables from which their rows and memberships were
/// taken. Returns how many were decisive, of these how many by a membership alone.
template <Named E>
std::array<std::size_t, 2> compare_withdrawals(std::uint64_t seed, const std::vector<E>& features) {
    Random random(seed);
    Tables tables;
    const auto rows = support::random_rows(tables, random, features, 3 + random.below(6));
    const Dataset data = support::with_rows(tables.dataset(), rows);
    const auto rules = support::random_rules(random, features, std::vector<Stage>{priority, Stage::carving_space});
    Admission admission = support::random_admission(random);
    if (random.chance(4)) admission.without = random.pick(tables.claims).id;
    const Day from = first_day("2009-11") + static_cast<Day>(random.below(900));
    const Period at(*Date::of_day(from), *Date::of_day(from + static_cast<Day>(random.below(400))));
    const auto read = [&](const Dataset& tables_left, const Admission& left) {
        const auto verdict = classify(tables_left, Tables::alpha, at, rules, left);
        return std::pair(verdict, verdict.outcome(anything_told(tables_left, Tables::alpha, at, rules, left)));
    };
    using Read = decltype(read(data, admission));
    const Read before = read(data, admission);
    CAPTURE(seed);
    std::array<std::size_t, 2> decisive{};
    for (const Withdrawn what : all<Withdrawn>()) {
        CAPTURE(std::string(name(what)));
        // Everything that could be left out, with the verdict without it.
        std::map<std::size_t, Read> expected;
        const auto leave_out = [&](std::size_t place, auto&& goes) {
            const auto stays = [&](const auto& row) { return !goes(data.claim(row.claim)); };
            const auto some = support::rows_of(rows, stays);
            std::vector<Membership> memberships = tables.memberships;
            std::erase_if(memberships, [&](const Membership& row) { return !stays(row); });
            Dataset less = support::with_rows(data, some);
            less.memberships = memberships;
            expected.emplace(place, read(less, admission));
            if (expected.at(place) != before && some.size() == rows.size()) ++decisive[1];
        };
        if (what == Withdrawn::claim) {
            for (std::size_t i = 0; i < data.claims.size(); ++i) {
                leave_out(i, [&](const Claim& claim) { return claim.id == data.claims[i].id; });
            }
        } else {
            for (std::size_t i = 0; i < 3; ++i) {
                if (what == Withdrawn::author && i == 2) continue;  // by the author of the first
                leave_out(i, [&](const Claim& claim) {
                    return claim.source() == i || (what == Withdrawn::author && i == 0 && claim.source() == 2);
                });
            }
        }
        std::map<std::size_t, Read> found;
        std::size_t last = 0;
        const auto place_of = [&](const Withdrawal<Stage>& one) {
            return one.claim == nullptr ? one.source : static_cast<std::size_t>(one.claim - data.claims.data());
        };
        for_each_withdrawal(data, Tables::alpha, at, rules, what, admission, [&](const Withdrawal<Stage>& one) {
            CHECK(one.what == what);
            CHECK((one.claim != nullptr) == (what == Withdrawn::claim));
            const std::size_t place = place_of(one);
            if (one.claim != nullptr) CHECK(one.source == one.claim->source());
            CHECK(found.count(place) == 0);
            CHECK(place >= last);
            last = place;
            found.emplace(place, Read(one.without, one.outcome()));
            CHECK(one.decisive == (found.at(place) != before));
        });
        Numbers changed;
        for_each_decisive(data, Tables::alpha, at, rules, what, admission, [&](const Withdrawal<Stage>& one) {
            CHECK(one.decisive);
            changed.push_back(place_of(one));
        });
        for (const auto& [place, without] : expected) {
            // What is not tried does not bear.
            CHECK((found.count(place) == 0 ? before : found.at(place)) == without);
            CHECK((std::count(changed.begin(), changed.end(), place) == 1) == (without != before));
        }
        for (const auto& [place, without] : found) CHECK(expected.count(place) == 1);
        decisive[0] += changed.size();
        // The same by asking with a smaller admission.
        for (const auto& [place, without] : found) {
            Admission smaller = admission;
            if (what == Withdrawn::claim) {
                if (!admission.without.empty()) continue;
                smaller.without = data.claims[place].id;
            } else {
                smaller.sources &= ~(Sources{1} << place);
                if (what == Withdrawn::author && place == 0) smaller.sources &= ~Sources{4};
            }
            CHECK(read(data, smaller) == without);
        }
    }
    return decisive;
}

}  // namespace

TEST_CASE("without a document, an author or a claim the verdict is that of the tables without their rows") {
    const auto compare_all = [](const auto& features, std::uint64_t seeds) {
        std::array<std::size_t, 2> decisive{};
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const auto one = compare_withdrawals(seed, features);
            decisive = {decisive[0] + one[0], decisive[1] + one[1]};
        }
        CHECK(decisive[0] > seeds / 2);
        CHECK(decisive[1] > 2);
    };
    compare_all(determinants, 300);
    compare_all(conditions, 200);
    compare_all(acts, 200);
}

TEST_CASE("without the claim of a membership nothing told of the group tells of the member") {
    Tables tables{"2020"};
    const ClaimIndex belongs = tables.add(Aspect::state, "2010");
    const ClaimIndex felt = tables.add(Aspect::state, "2010/2012");
    tables.memberships = {{Tables::alpha, Tables::bloc, belongs, {}, true}};
    tables.determinants = {{felt, Tables::bloc, Determinant::price_felt, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    const auto decisive = [&](PartnerIndex partner, const Admission& admission = {}) {
        Numbers claims;
        for_each_decisive(data, partner, period("2011"), price, Withdrawn::claim, admission,
                          [&](const Withdrawal<Stage>& one) {
                              CHECK_FALSE(one.without.holds(priority));
                              CHECK(one.outcome() == Outcome::insufficient);
                              claims.push_back(static_cast<std::size_t>(one.claim - data.claims.data()));
                          });
        return claims;
    };
    CHECK(decisive(Tables::alpha) == Numbers{0, 1});
    CHECK(decisive(Tables::bloc) == Numbers{1});
    CHECK(decisive(Tables::beta).empty());
    // Without either of them nothing is left that the other could take away.
    for (const Claim& claim : data.claims) CHECK(decisive(Tables::alpha, {.without = claim.id}).empty());
}

TEST_CASE("without the only claim an open verdict is insufficient, and that claim is decisive") {
    Tables tables{"2020"};
    const ClaimIndex only = tables.add(Aspect::state, "2010/2012");
    tables.conditions = {{only, Tables::alpha, Condition::acclaim, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    const auto before = classify(data, Tables::alpha, period("2011"), three_modes::predicted);
    REQUIRE(before.outcome() == Outcome::open);
    std::size_t tried = 0;
    for (const Withdrawn what : all<Withdrawn>()) {
        for_each_withdrawal(data, Tables::alpha, period("2011"), three_modes::predicted, what, {},
                            [&](const Withdrawal<Mode>& one) {
                                ++tried;
                                CHECK(one.without == before);
                                CHECK(one.outcome() == Outcome::insufficient);
                                CHECK(one.decisive);
                            });
    }
    CHECK(tried == 3);
}

TEST_CASE("only what can bear on the verdict at the time asked about is tried") {
    Tables tables{"2020"};
    const auto felt = Determinant::price_felt;
    const auto add = [&](std::string_view at, Determinant feature) {
        tables.determinants.push_back({tables.add(Aspect::state, at), Tables::alpha, feature, Tells::holds, {}});
    };
    for (const std::string_view at : {"2001", "2003", "2007", "2009"}) add(at, felt);
    add("2005", Determinant::preferred);  // of which the rule does not ask
    const Dataset data = tables.dataset();
    const auto tried = [&](std::string_view at, bool strict = false) {
        Numbers claims;
        for_each_withdrawal(data, Tables::alpha, period(at), price, Withdrawn::claim, {.strict = strict},
                            [&](const Withdrawal<Stage>& one) {
                                claims.push_back(static_cast<std::size_t>(one.claim - data.claims.data()));
                            });
        return claims;
    };
    CHECK(tried("2003") == Numbers{1});
    CHECK(tried("2005") == Numbers{1, 2});  // between these two
    CHECK(tried("2005", true).empty());
    CHECK(tried("2015").empty());
    CHECK(tried("2000/2010") == Numbers{0, 1, 2, 3});
}

TEST_CASE("a claim that is left out anyway is not tried") {
    std::size_t tried = 0;
    const Admission admission{.without = small::claims[1].id};
    for_each_withdrawal(small::data, small::alpha, small::at, three_modes::predicted, Withdrawn::claim, admission,
                        [&](const Withdrawal<Mode>& one) {
                            ++tried;
                            CHECK(one.claim != &small::claims[1]);
                            CHECK(one.decisive);
                        });
    CHECK(tried == 2);
}

TEST_CASE("without rows there is nothing to withdraw") {
    const Tables tables{"2020"};
    for (const Withdrawn what : all<Withdrawn>()) {
        for_each_withdrawal(tables.dataset(), Tables::alpha, period("2010"), three_modes::predicted, what, {},
                            [](const auto&) { CHECK(false); });
    }
}

// ---- the compiled-in dataset ----------------------------------------------------------------------------------------

TEST_CASE("the least sets of the compiled-in dataset are enough, and nothing in them is superfluous") {
    for (const std::string_view id : {"russia", "china", "west", "international_community"}) {
        const PartnerIndex partner = *find_partner(tajikistan.partners, id);
        for (const std::string_view at : {"2009-06-01", "2016-06-01", "2022-06-01"}) {
            const Period day = period(at);
            for (const Mode mode : all<Mode>()) {
                const bool holds = classify(tajikistan, partner, day, three_modes::predicted).holds(mode);
                const auto sets = least_sets(tajikistan, partner, day, three_modes::predicted, mode);
                CHECK(holds == !sets.empty());
                CHECK((count_least_sets(tajikistan, partner, day, three_modes::predicted, mode) ==
                       Tally{sets.size(), false}));
                for (const Found& found : sets) {
                    std::vector<ClaimIndex> claims;
                    for (const std::size_t claim : found.claims) claims.push_back({static_cast<std::uint16_t>(claim)});
                    CHECK(is_enough(tajikistan, partner, day, three_modes::predicted, mode, claims));
                    for (std::size_t i = 0; i < claims.size(); ++i) {
                        std::vector<ClaimIndex> fewer = claims;
                        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
                        CHECK_FALSE(is_enough(tajikistan, partner, day, three_modes::predicted, mode, fewer));
                    }
                }
            }
        }
    }
}

TEST_CASE("in 2016 the West's protector hangs on one claim about the other source") {
    std::vector<std::string> ids;
    const PartnerIndex west = *find_partner(tajikistan.partners, "west");
    for_each_decisive(tajikistan, west, period("2016"), three_modes::predicted, Withdrawn::claim, {},
                      [&](const Withdrawal<Mode>& one) {
                          ids.emplace_back(one.claim->id);
                          CHECK_FALSE(one.without.holds(Mode::protector));
                      });
    CHECK((ids == std::vector<std::string>{"000.043d"}));
}

TEST_CASE("in 2016 the protector of a member of the West hangs on the claim of its membership, too") {
    for (const std::string_view id : {"us", "uk", "eu", "osce"}) {
        CAPTURE(std::string(id));
        const PartnerIndex member = *find_partner(tajikistan.partners, id);
        const auto of_member = [&](const Membership& row) { return row.member == member && row.told_by_group; };
        const auto row = std::find_if(tajikistan.memberships.begin(), tajikistan.memberships.end(), of_member);
        REQUIRE(row != tajikistan.memberships.end());
        bool found = false;
        for_each_decisive(tajikistan, member, period("2016"), three_modes::predicted, Withdrawn::claim, {},
                          [&](const Withdrawal<Mode>& one) {
                              if (one.claim != &tajikistan.claim(row->claim)) return;
                              found = true;
                              CHECK(one.claim->id == "000.041a");
                              CHECK_FALSE(one.without.holds(Mode::protector));
                          });
        CHECK(found);
    }
}
