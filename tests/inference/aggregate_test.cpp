// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Aggregate: the counting rule case by case and against every completion; groups; coverage; power means against their
/// definition, every corner and many inner points of the weights; each error.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/inference/aggregate.hpp>

#include "base/enumeration.hpp"
#include "base/generator.hpp"

namespace {

using namespace trimode;
using enum Level;

using Areas = std::vector<AreaLevels>;
using Choice = std::vector<Level>;

constexpr std::array<IssueArea, 6> some_areas{IssueArea::trade,    IssueArea::security, IssueArea::energy,
                                              IssueArea::cultural, IssueArea::debt,     IssueArea::aid};
constexpr std::span<const Set<IssueArea>> no_groups{};

Areas of(std::initializer_list<Set<Level>> levels) {
    Areas areas;
    for (const Set<Level> one : levels) areas.push_back({some_areas[areas.size()], one});
    return areas;
}

/// The rule as it is said in words.
Level counted(const Choice& choice) {
    const auto at_least = [&](Level level) {
        return std::count_if(choice.begin(), choice.end(), [level](Level one) { return one >= level; });
    };
    for (std::size_t i = 0; i < choice.size(); ++i) {
        for (std::size_t j = 0; j < choice.size(); ++j) {
            if (i != j && choice[i] == critical && choice[j] >= high) return critical;
        }
    }
    if (at_least(high) >= 2 || at_least(critical) >= 1) return high;
    return at_least(high) >= 1 || at_least(medium) >= 2 ? medium : low;
}

/// Calls `visit` with every choice of one possible level in each area.
template <class Visit>
void each_choice(const Areas& areas, Choice& choice, const Visit& visit) {
    if (choice.size() == areas.size()) {
        visit(choice);
        return;
    }
    for (const Level level : areas[choice.size()].levels) {
        choice.push_back(level);
        each_choice(areas, choice, visit);
        choice.pop_back();
    }
}

Set<Level> random_levels(test::Generator& generator) { return Set<Level>::of_bits(1 + generator.below(31)); }

bool close(double value, double expected) {
    const double size = (std::max)(std::fabs(expected), 1e-300);
    return std::fabs(value - expected) <= 1e-12 * size;
}

/// The mean as it is defined.
double defined_mean(const std::vector<double>& numbers, const std::vector<double>& weights, double p) {
    double sum = 0.0;
    double all_weights = 0.0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        sum += weights[i] * (p == 0.0 ? std::log(numbers[i]) : std::pow(numbers[i], p));
        all_weights += weights[i];
    }
    return p == 0.0 ? std::exp(sum / all_weights) : std::pow(sum / all_weights, 1.0 / p);
}

const PowerMean positive{.exponent = 1.0, .values = {0.1, 0.25, 0.5, 0.75, 1.0}};

PowerMean with(Exponent exponent, double spread = 0.0) {
    PowerMean how = positive;
    how.exponent = exponent;
    how.spread = spread;
    return how;
}

double not_a_number() { return std::bit_cast<double>(std::uint64_t{0x7ff8000000000000U}); }
double infinity() { return std::bit_cast<double>(std::uint64_t{0x7ff0000000000000U}); }

}  // namespace

static_assert(std::is_trivially_copyable_v<Aggregate> && std::is_trivially_copyable_v<LevelIndex>);
static_assert(noexcept(aggregate(std::span<const AreaLevels>{})));

// At compile time: critical and high make critical.
static_assert([] {
    const std::array areas{AreaLevels{IssueArea::trade, {critical}}, AreaLevels{IssueArea::security, {high}}};
    return aggregate(areas).levels == Set<Level>{critical};
}());

TEST_CASE("the names of counts and faults") {
    test::check_names<AreaCount>(std::array<test::Spelling<AreaCount>, 6>{{{AreaCount::one_medium, "one_medium"},
                                                                           {AreaCount::two_medium, "two_medium"},
                                                                           {AreaCount::one_high, "one_high"},
                                                                           {AreaCount::two_high, "two_high"},
                                                                           {AreaCount::one_critical, "one_critical"},
                                                                           {AreaCount::two_critical, "two_critical"}}});
    test::check_names<AggregateFault>(
        std::array<test::Spelling<AggregateFault>, 11>{{{AggregateFault::none, "none"},
                                                        {AggregateFault::nothing_there, "nothing_there"},
                                                        {AggregateFault::unknown_area, "unknown_area"},
                                                        {AggregateFault::said_twice, "said_twice"},
                                                        {AggregateFault::no_level, "no_level"},
                                                        {AggregateFault::groups_overlap, "groups_overlap"},
                                                        {AggregateFault::too_little_known, "too_little_known"},
                                                        {AggregateFault::values, "values"},
                                                        {AggregateFault::exponent, "exponent"},
                                                        {AggregateFault::weights, "weights"},
                                                        {AggregateFault::spread, "spread"}}});
}

TEST_CASE("the counting rule case by case") {
    const auto level = [](std::initializer_list<Set<Level>> levels) { return aggregate(of(levels), no_groups).levels; };
    CHECK(level({{critical}, {high}}) == Set<Level>{critical});
    CHECK(level({{critical}, {critical}}) == Set<Level>{critical});
    CHECK(level({{critical}, {medium}, {medium}}) == Set<Level>{high});
    CHECK(level({{critical}}) == Set<Level>{high});
    CHECK(level({{high}, {high}, {high}}) == Set<Level>{high});
    CHECK(level({{high}, {low}}) == Set<Level>{medium});
    CHECK(level({{medium}, {medium}}) == Set<Level>{medium});
    CHECK(level({{medium}, {low}, {none}}) == Set<Level>{low});
    CHECK(level({{none}, {none}}) == Set<Level>{low});
    // What is unknown widens; gaps stay gaps.
    CHECK(level({{critical}, all<Level>()}) == Set<Level>{high, critical});
    CHECK(level({{none, critical}, {none}}) == Set<Level>{low, high});
}

TEST_CASE("the aggregates are exactly those of all completions") {
    test::Generator generator(11);
    for (int round = 0; round < 400; ++round) {
        Areas areas;
        const std::size_t size = 1 + generator.below(5);
        for (std::size_t i = 0; i < size; ++i) areas.push_back({some_areas[i], random_levels(generator)});
        Set<Level> expected;
        Choice choice;
        each_choice(areas, choice, [&](const Choice& one) { expected.insert(counted(one)); });
        const Aggregate found = aggregate(areas, no_groups);
        const auto unknown = static_cast<std::size_t>(std::count_if(
            areas.begin(), areas.end(), [](const AreaLevels& area) { return area.levels == all<Level>(); }));
        CHECK((found.coverage == AreaCoverage{size - unknown, size}));
        if (2 * unknown > size) {
            CHECK(found.fault == AggregateFault::too_little_known);
            CHECK(found.levels.empty());
        } else {
            CHECK(found.fault == AggregateFault::none);
            CHECK(found.levels == expected);
            std::reverse(areas.begin(), areas.end());
            CHECK((aggregate(areas, no_groups) == found));
        }
    }
}

TEST_CASE("areas of a group count once, with the highest of their levels") {
    const Areas creditor{{IssueArea::debt, {high}}, {IssueArea::trade, {low}}, {IssueArea::aid, {high}}};
    CHECK(aggregate(creditor, no_groups).levels == Set<Level>{high});
    CHECK(aggregate(creditor).levels == Set<Level>{medium});
    CHECK((aggregate(creditor).coverage == AreaCoverage{3, 3}));

    test::Generator generator(12);
    const std::array groups{Set<IssueArea>{IssueArea::debt, IssueArea::aid, IssueArea::arms},
                            Set<IssueArea>{IssueArea::energy, IssueArea::trade}};
    for (int round = 0; round < 200; ++round) {
        Areas areas;
        for (const IssueArea area : some_areas) areas.push_back({area, random_levels(generator) - Set<Level>{low}});
        for (AreaLevels& area : areas) {
            if (area.levels.empty()) area.levels.insert(low);
        }
        Set<Level> expected;
        Choice choice;
        each_choice(areas, choice, [&](const Choice& one) {
            // trade 0, security 1, energy 2, cultural 3, debt 4, aid 5
            expected.insert(counted({(std::max)(one[0], one[2]), one[1], one[3], (std::max)(one[4], one[5])}));
        });
        CHECK(aggregate(areas, groups).levels == expected);
    }
}

TEST_CASE("an own rule takes the place of the default") {
    static constexpr auto cautious = typology<Level, AreaCount>({{Level::critical, is(AreaCount::one_high), ""}});
    CHECK(aggregate(of({{high}, {low}}), no_groups, cautious).levels == Set<Level>{critical});
    CHECK(aggregate(of({{medium}, {medium, high}}), no_groups, cautious).levels == Set<Level>{none, critical});
}

TEST_CASE("errors of the aggregate say where") {
    const auto fault = [](const Areas& areas, std::span<const Set<IssueArea>> groups = no_groups) {
        const Aggregate found = aggregate(areas, groups);
        CHECK(found.levels.empty());
        return std::pair(found.fault, found.at);
    };
    using Where = std::pair<AggregateFault, std::size_t>;
    CHECK((fault({}) == Where{AggregateFault::nothing_there, 0}));
    CHECK((fault({{IssueArea::trade, {low}}, {static_cast<IssueArea>(200), {low}}}) ==
           Where{AggregateFault::unknown_area, 1}));
    CHECK((fault({{IssueArea::trade, {low}}, {IssueArea::trade, {high}}}) == Where{AggregateFault::said_twice, 1}));
    CHECK((fault({{IssueArea::trade, {low}}, {IssueArea::debt, {}}}) == Where{AggregateFault::no_level, 1}));
    const std::array overlap{Set<IssueArea>{IssueArea::debt, IssueArea::aid}, Set<IssueArea>{IssueArea::arms},
                             Set<IssueArea>{IssueArea::aid, IssueArea::trade}};
    CHECK((fault({{IssueArea::trade, {low}}}, overlap) == Where{AggregateFault::groups_overlap, 2}));
    // One of two is enough, one of three is not.
    CHECK(aggregate(of({{low}, all<Level>()}), no_groups).fault == AggregateFault::none);
    const Aggregate third = aggregate(of({{low}, all<Level>(), all<Level>()}), no_groups);
    CHECK(third.fault == AggregateFault::too_little_known);
    CHECK((third.coverage == AreaCoverage{1, 3}));
}

TEST_CASE("power means worked out by hand") {
    const Areas areas = of({{low}, {critical}});
    const std::array equal{1.0, 1.0};
    const auto index = [&](Exponent exponent, std::span<const double> weights) {
        const LevelIndex found = level_index(areas, weights, {.exponent = exponent});
        REQUIRE(found.least.has_value());
        CHECK(found.least == found.most);
        return *found.most;
    };
    CHECK(close(index(1.0, equal), 0.625));               // (1/4 + 1) / 2
    CHECK(close(index(0.0, equal), 0.5));                 // root of 1/4
    CHECK(close(index(-1.0, equal), 0.4));                // 2 / (4 + 1)
    CHECK(close(index(2.0, equal), std::sqrt(0.53125)));  // root of (1/16 + 1) / 2
    CHECK(index(Exponent::least(), equal) == 0.25);
    CHECK(index(Exponent::greatest(), equal) == 1.0);
    CHECK(close(index(1.0, std::array{3.0, 1.0}), 0.4375));  // (3/4 + 1) / 4
    CHECK(close(index(0.0, std::array{3.0, 1.0}), std::pow(0.25, 0.75)));
    CHECK(close(index(-1.0, std::array{0.0, 1.0}), 1.0));
    CHECK(index(Exponent::least(), std::array{0.0, 1.0}) == 1.0);
    // A level of 0 makes the mean 0 unless the exponent is positive.
    const Areas nothing = of({{none}, {critical}});
    for (const double p : {0.0, -1e-200, -0.5, -3.0, 1e-200}) {
        CHECK(level_index(nothing, equal, {.exponent = p}).most == 0.0);
    }
    CHECK(close(*level_index(nothing, equal, {.exponent = 0.5}).most, 0.25));
    CHECK(level_index(of({{none}, {none}}), equal).most == 0.0);
}

TEST_CASE("power means against their definition, and steady towards their limits") {
    test::Generator generator(13);
    for (int round = 0; round < 200; ++round) {
        Areas areas;
        std::vector<double> numbers;
        std::vector<double> weights;
        for (const IssueArea area : some_areas) {
            const auto level = static_cast<Level>(generator.below(5));
            areas.push_back({area, {level}});
            numbers.push_back(positive.values[index(level)]);
            weights.push_back(1.0 + generator.below(100));
        }
        for (const double p : {-7.0, -1.0, -0.25, 0.0, 0.25, 0.5, 1.0, 2.0, 3.5, 9.0}) {
            CHECK(close(*level_index(areas, weights, with(p)).most, defined_mean(numbers, weights, p)));
        }
        const double geometric = *level_index(areas, weights, with(0.0)).most;
        for (const double p : {1e-14, -1e-14, 1e-90, 1e-101, -1e-200}) {
            CHECK(close(*level_index(areas, weights, with(p)).most, geometric));
        }
        double before = *level_index(areas, weights, with(Exponent::least())).most;
        for (const double p : {-1e6, -20.0, -1.0, 0.0, 1.0, 20.0, 1e6}) {
            const double mean = *level_index(areas, weights, with(p)).most;
            CHECK(mean >= before * (1.0 - 1e-12));
            before = mean;
        }
        CHECK(*level_index(areas, weights, with(Exponent::greatest())).most >= before * (1.0 - 1e-12));
    }
    // A weight so light that the sum of the others is the whole: (1e-20 * 1)^(1/2)
    const Areas areas = of({{none}, {critical}});
    CHECK(close(*level_index(areas, std::array{1.0, 1e-20}, {.exponent = 2.0}).most, 1e-10));
}

TEST_CASE("the index of sets of levels has the ends of all completions") {
    test::Generator generator(14);
    for (int round = 0; round < 60; ++round) {
        Areas areas;
        std::vector<double> weights;
        for (std::size_t i = 0; i < 4; ++i) {
            Set<Level> levels = random_levels(generator);
            levels.erase(generator.below(2) == 0 ? none : high);
            if (levels.empty()) levels.insert(low);
            areas.push_back({some_areas[i], levels});
            weights.push_back(1.0 + generator.below(9));
        }
        for (const double p : {-2.0, 0.0, 1.0, 3.0}) {
            double least = 2.0;
            double most = -1.0;
            Choice choice;
            each_choice(areas, choice, [&](const Choice& one) {
                std::vector<double> numbers;
                for (const Level level : one) numbers.push_back(positive.values[index(level)]);
                least = (std::min)(least, defined_mean(numbers, weights, p));
                most = (std::max)(most, defined_mean(numbers, weights, p));
            });
            const LevelIndex found = level_index(areas, weights, with(p));
            CHECK(close(*found.least, least));
            CHECK(close(*found.most, most));
        }
    }
}

TEST_CASE("over weights the range is that of the best corners, and no inner point leaves it") {
    test::Generator generator(15);
    for (int round = 0; round < 40; ++round) {
        Areas areas;
        std::vector<double> numbers;
        std::vector<double> weights;
        for (const IssueArea area : some_areas) {
            const auto level = static_cast<Level>(generator.below(5));
            areas.push_back({area, {level}});
            numbers.push_back(positive.values[index(level)]);
            weights.push_back(1.0 + generator.below(9));
        }
        for (const double p : {-3.0, 0.0, 1.0, 2.5}) {
            const double spread = 0.1 * (1 + generator.below(9));
            const LevelIndex found = level_index(areas, weights, with(p, spread));
            double least = 2.0;
            double most = -1.0;
            for (std::uint32_t corner = 0; corner < 64; ++corner) {
                std::vector<double> moved = weights;
                for (std::size_t i = 0; i < 6; ++i) moved[i] *= (corner >> i & 1U) != 0 ? 1.0 + spread : 1.0 - spread;
                least = (std::min)(least, defined_mean(numbers, moved, p));
                most = (std::max)(most, defined_mean(numbers, moved, p));
            }
            CHECK(close(*found.least, least));
            CHECK(close(*found.most, most));
            for (int point = 0; point < 20; ++point) {
                std::vector<double> moved = weights;
                for (double& one : moved) one *= 1.0 + spread * (generator.below(2001) / 1000.0 - 1.0);
                const double mean = defined_mean(numbers, moved, p);
                CHECK(mean >= *found.least * (1.0 - 1e-12));
                CHECK(mean <= *found.most * (1.0 + 1e-12));
            }
        }
    }
    // Worked out: low and critical with equal weights that may be off by half: (1.5 * .25 + .5) / 2 and its opposite.
    const LevelIndex two = level_index(of({{low}, {critical}}), std::array{1.0, 1.0}, {.spread = 0.5});
    CHECK(close(*two.least, 0.4375));
    CHECK(close(*two.most, 0.8125));
}

TEST_CASE("errors of the index say where") {
    const Areas areas = of({{low}, {high}});
    const std::array equal{1.0, 1.0};
    using Where = std::pair<AggregateFault, std::size_t>;
    const auto fault = [&](std::span<const double> weights, const PowerMean& how = {}) {
        const LevelIndex found = level_index(areas, weights, how);
        CHECK((!found.least && !found.most));
        return Where{found.fault, found.at};
    };
    CHECK((fault(std::array{1.0}) == Where{AggregateFault::weights, 0}));
    CHECK((fault(std::array{1.0, -1.0}) == Where{AggregateFault::weights, 1}));
    CHECK((fault(std::array{1.0, not_a_number()}) == Where{AggregateFault::weights, 1}));
    CHECK((fault(std::array{0.0, 0.0}) == Where{AggregateFault::weights, 0}));
    CHECK((fault(equal, {.exponent = infinity()}) == Where{AggregateFault::exponent, 0}));
    CHECK((fault(equal, {.values = {0.0, 0.5, 0.4, 0.6, 1.0}}) == Where{AggregateFault::values, 2}));
    CHECK((fault(equal, {.values = {-0.1, 0.5, 0.6, 0.7, 1.0}}) == Where{AggregateFault::values, 0}));
    CHECK((fault(equal, {.spread = 1.0}) == Where{AggregateFault::spread, 0}));
    CHECK((fault(equal, {.spread = not_a_number()}) == Where{AggregateFault::spread, 0}));
    CHECK(level_index({}, {}).fault == AggregateFault::nothing_there);
    const LevelIndex third = level_index(of({{low}, all<Level>(), all<Level>()}), std::array{1.0, 1.0, 1.0});
    CHECK(third.fault == AggregateFault::too_little_known);
    CHECK((third.coverage == AreaCoverage{1, 3}));
    CHECK(!third.most);
}
