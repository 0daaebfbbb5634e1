// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Aggregate: one level, or one number, for the levels of dependency in several issue areas; options beside the vector
/// of levels, which is the result. What is unknown widens the answer, and below half of the areas known there is none.
/// Asked for by itself; no umbrella brings it. The numbers of the index pass through log and pow, so that it includes
/// <cmath>, isn't constexpr, agrees within 1e-12 everywhere and carries no promise under -ffast-math. The levels are
/// exact everywhere.
/// Layer: inference.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <trimode/base/agreement.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/set.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/framework/dependency_scale.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode {

// ---- what comes in --------------------------------------------------------------------------------------------------

/// The levels that are possible in one issue area. All of them: nothing is known.
struct AreaLevels {
    IssueArea area{};
    Set<Level> levels = all<Level>();
};

/// How many issue areas have at least some level: what the counting rule speaks of.
enum class AreaCount : std::uint8_t {
    one_medium,  ///< One area is at least medium.
    two_medium,
    one_high,
    two_high,
    one_critical,
    two_critical,
};

/// The spellings of AreaCount.
consteval auto names_of(AreaCount) {
    return names<AreaCount>("one_medium", "two_medium", "one_high", "two_high", "one_critical", "two_critical");
}

/// The aggregate is at least this: critical when one area is critical and another at least high; high when two are at
/// least high, or one is critical; medium when one is high or two are medium; else low, never none. Source: own
/// convention. Users put their own typology in its place; of its labels that hold the highest counts.
inline constexpr auto counting_rule = typology<Level, AreaCount>({
    {Level::low, always<AreaCount>(), "own convention"},
    {Level::medium, is(AreaCount::one_high) | is(AreaCount::two_medium), "own convention"},
    {Level::high, is(AreaCount::two_high) | is(AreaCount::one_critical), "own convention"},
    {Level::critical, is(AreaCount::one_critical) & is(AreaCount::two_high), "own convention"},
});

/// Areas that overlap and so count once, with the highest of their levels: a creditor's debt and his concessional loans
/// told as aid. Migration and remittances are one area already. Users put their own in their place; whoever lists
/// `IssueArea::economy` beside trade, debt, investment or aid will want a group for them. Source: own convention.
inline constexpr std::array<Set<IssueArea>, 1> overlapping_areas{Set<IssueArea>{IssueArea::debt, IssueArea::aid}};

// ---- what comes out -------------------------------------------------------------------------------------------------

/// Why there is no aggregate or no index.
enum class AggregateFault : std::uint8_t {
    none,
    nothing_there,     ///< No area.
    unknown_area,      ///< A number that is no issue area.
    said_twice,        ///< An area that was listed before.
    no_level,          ///< An area without any possible level.
    groups_overlap,    ///< A group that has an area with an earlier one in common.
    too_little_known,  ///< Fewer than half of the areas are known.
    values,            ///< A level's number that is negative, not finite or beyond 1e100, or below the last.
    exponent,          ///< Not finite or beyond 1e100; the infinite ones have names of their own.
    weights,           ///< Not one for each area, one negative, not finite or beyond 1e100, or all 0.
    spread,            ///< Not from 0 to below 1.
};

/// The spellings of AggregateFault.
consteval auto names_of(AggregateFault) {
    return names<AggregateFault>("none", "nothing_there", "unknown_area", "said_twice", "no_level", "groups_overlap",
                                 "too_little_known", "values", "exponent", "weights", "spread");
}

/// How many of the areas are known: in how many not every level is possible.
struct AreaCoverage {
    std::size_t known = 0;  ///< Unit: areas.
    std::size_t areas = 0;  ///< Unit: areas.
    /// Whether that is enough for an aggregate. Source: own convention.
    [[nodiscard]] constexpr bool half() const noexcept { return 2 * known >= areas; }
    [[nodiscard]] friend constexpr bool operator==(const AreaCoverage&, const AreaCoverage&) noexcept = default;
};

/// One level for all areas.
struct Aggregate {
    Set<Level> levels{};      ///< Exactly those that are possible. Empty when `fault` says why.
    AreaCoverage coverage{};  ///< Also there when too little is known.
    AggregateFault fault = AggregateFault::none;
    std::size_t at = 0;  ///< The area at fault, from 0; for groups_overlap the group.
    [[nodiscard]] friend constexpr bool operator==(const Aggregate&, const Aggregate&) noexcept = default;
};

namespace detail::aggregate {

/// Whether the areas are well formed and enough of them known; a result with coverage and fault.
template <class Outcome>
[[nodiscard]] constexpr Outcome begun(std::span<const AreaLevels> areas) noexcept {
    Outcome result;
    const auto failed = [&result](AggregateFault fault, std::size_t at) {
        result.coverage = {};
        result.fault = fault;
        result.at = at;
        return result;
    };
    if (areas.empty()) return failed(AggregateFault::nothing_there, 0);
    Set<IssueArea> seen;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (index(areas[i].area) >= count<IssueArea>) return failed(AggregateFault::unknown_area, i);
        if (seen.contains(areas[i].area)) return failed(AggregateFault::said_twice, i);
        if (areas[i].levels.empty()) return failed(AggregateFault::no_level, i);
        seen.insert(areas[i].area);
        ++result.coverage.areas;
        if (areas[i].levels != all<Level>()) ++result.coverage.known;
    }
    if (!result.coverage.half()) result.fault = AggregateFault::too_little_known;
    return result;
}

/// What the higher of two levels may be.
[[nodiscard]] constexpr Set<Level> higher(Set<Level> one, Set<Level> other) noexcept {
    Set<Level> result;
    for (const Level a : one) {
        for (const Level b : other) result.insert(a < b ? b : a);
    }
    return result;
}

/// How many areas so far are at least medium, high and critical; two stands for more.
struct Tallied {
    unsigned medium = 0;
    unsigned high = 0;
    unsigned critical = 0;

    static constexpr unsigned states = 27;
    [[nodiscard]] static constexpr Tallied of(unsigned state) noexcept { return {state % 3, state / 3 % 3, state / 9}; }
    [[nodiscard]] constexpr unsigned state() const noexcept { return medium + 3 * high + 9 * critical; }
    [[nodiscard]] constexpr Tallied with(Level level) const noexcept {
        const auto one_more = [level](unsigned n, Level from) { return level >= from && n < 2 ? n + 1 : n; };
        return {one_more(medium, Level::medium), one_more(high, Level::high), one_more(critical, Level::critical)};
    }
    [[nodiscard]] constexpr Facts<AreaCount> facts() const noexcept {
        Set<AreaCount> holds;
        if (medium >= 1) holds.insert(AreaCount::one_medium);
        if (medium >= 2) holds.insert(AreaCount::two_medium);
        if (high >= 1) holds.insert(AreaCount::one_high);
        if (high >= 2) holds.insert(AreaCount::two_high);
        if (critical >= 1) holds.insert(AreaCount::one_critical);
        if (critical >= 2) holds.insert(AreaCount::two_critical);
        return {holds, all<AreaCount>() - holds};
    }
};

}  // namespace detail::aggregate

// ---- by counting ----------------------------------------------------------------------------------------------------

/// One level for all areas, by counting how many of them reach each level: exactly those aggregates that some choice of
/// one possible level in each area gives, also where the possible levels of an area have gaps.
///
/// @param areas   Each area once, in any order; areas that aren't listed play no part, neither in the coverage.
/// @param groups  Areas that count once, with the highest of their levels; without a common area.
/// @param rule    What the counts make of it.
/// Error: nothing_there, unknown_area, said_twice, no_level, groups_overlap, too_little_known.
/// Coverage counts areas as they are listed, also those of a group.
[[nodiscard]] constexpr Aggregate aggregate(std::span<const AreaLevels> areas,
                                            std::span<const Set<IssueArea>> groups = overlapping_areas,
                                            const Typology<Level, AreaCount>& rule = counting_rule) noexcept {
    using detail::aggregate::Tallied;
    auto result = detail::aggregate::begun<Aggregate>(areas);
    Set<IssueArea> grouped;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!(grouped & groups[i]).empty()) return {{}, {}, AggregateFault::groups_overlap, i};
        grouped |= groups[i];
    }
    if (result.fault != AggregateFault::none) return result;
    Set<IssueArea> counted;
    std::uint32_t reached = 1;  // bit i: the counts of state i are possible; at first that nothing is counted
    for (const AreaLevels& one : areas) {
        if (counted.contains(one.area)) continue;
        Set<IssueArea> group{one.area};
        for (const Set<IssueArea> candidate : groups) {
            if (candidate.contains(one.area)) group = candidate;
        }
        counted |= group;
        Set<Level> levels{Level::none};
        for (const AreaLevels& other : areas) {
            if (group.contains(other.area)) levels = detail::aggregate::higher(levels, other.levels);
        }
        std::uint32_t next = 0;
        for (unsigned state = 0; state < Tallied::states; ++state) {
            if ((reached >> state & 1U) == 0) continue;
            for (const Level level : levels) next |= 1U << Tallied::of(state).with(level).state();
        }
        reached = next;
    }
    for (unsigned state = 0; state < Tallied::states; ++state) {
        if ((reached >> state & 1U) != 0) {
            result.levels |= dependency_scale::possible(rule, Tallied::of(state).facts());
        }
    }
    return result;
}

// ---- by a power mean ------------------------------------------------------------------------------------------------

/// The exponent of a power mean: how far a high level in one area makes up for low ones in others.
class Exponent {
public:
    /// Any finite number: 1 the arithmetic, 0 the geometric, -1 the harmonic mean, 2 the root of the mean square.
    constexpr Exponent(double number) noexcept : number_(number) {}
    /// Minus infinity: the mean is the least number.
    [[nodiscard]] static constexpr Exponent least() noexcept { return {Kind::least, 0.0}; }
    /// Plus infinity: the mean is the greatest number.
    [[nodiscard]] static constexpr Exponent greatest() noexcept { return {Kind::greatest, 0.0}; }

    /// The number. Meaningless for the infinite ones, which a double cannot carry through -ffast-math.
    [[nodiscard]] constexpr double number() const noexcept { return number_; }
    [[nodiscard]] constexpr bool is_least() const noexcept { return kind_ == Kind::least; }
    [[nodiscard]] constexpr bool is_greatest() const noexcept { return kind_ == Kind::greatest; }

private:
    enum class Kind : std::uint8_t { number, least, greatest };
    constexpr Exponent(Kind kind, double number) noexcept : number_(number), kind_(kind) {}
    double number_ = 1.0;
    Kind kind_ = Kind::number;
};

/// What turns levels into an index. The defaults are our own convention.
struct PowerMean {
    Exponent exponent = 1.0;
    /// The number for each level, from none to critical. Unit: any. Range: 0 to 1e100, no level below the one before.
    std::array<double, count<Level>> values{0.0, 0.25, 0.5, 0.75, 1.0};
    /// How far each weight may be off, as a part of itself: each stands for every weight from (1 - spread) to
    /// (1 + spread) times what is given, whatever the others are. Unit: none. Range: 0 to below 1.
    double spread = 0.0;
};

/// One number for all areas.
struct LevelIndex {
    std::optional<double> least{};  ///< Unit and range: those of the values. Empty when there is a fault.
    std::optional<double> most{};   ///< The same. Equal to `least` when levels are known and weights have no spread.
    AreaCoverage coverage{};        ///< Also there when too little is known.
    AggregateFault fault = AggregateFault::none;
    std::size_t at = 0;  ///< The area, level or weight at fault, from 0.
    [[nodiscard]] friend constexpr bool operator==(const LevelIndex&, const LevelIndex&) noexcept = default;
};

namespace detail::aggregate {

/// The power mean of numbers from 0 with weights from 0, not all 0. `value(i)`, `weight(i)`.
/// Relative to the greatest number (the least for a negative exponent) each power is at most 1, so that nothing
/// overflows; expm1 and log1p keep the digits where powers are close to 1. A number of 0 adds nothing with a positive
/// exponent, and with any other it makes the mean 0, the limit.
template <class Value, class WeightOf>
[[nodiscard]] inline double power_mean(std::size_t size, const Exponent& exponent, const Value& value,
                                       const WeightOf& weight) noexcept {
    double least = -1.0;
    double greatest = 0.0;
    double sum = 0.0;
    double weights = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        const double here = weight(i);
        if (!(here > 0.0)) continue;
        if (least < 0.0 || value(i) < least) least = value(i);
        if (value(i) > greatest) greatest = value(i);
        sum += here * value(i);
        weights += here;
    }
    const double p = exponent.number();
    if (exponent.is_least()) return least;
    if (exponent.is_greatest() || !(least < greatest)) return greatest;
    if (p == 1.0) return sum / weights;
    if (!(p > 0.0) && !(least > 0.0)) return 0.0;
    // Below this no double tells the mean from the geometric one.
    const bool geometric = p < 1e-100 && p > -1e-100;
    if (geometric && !(least > 0.0)) return 0.0;
    const double unit = p > 0.0 ? greatest : least;
    double logs = 0.0;   // mean of the logarithms
    double below = 0.0;  // mean of the powers, less one
    double powers = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        const double part = weight(i) / weights;
        if (!(part > 0.0)) continue;
        if (!(value(i) > 0.0)) {
            below -= part;
            continue;
        }
        const double log = std::log(value(i) / unit);
        logs += part * log;
        below += part * std::expm1(p * log);
        powers += part * std::exp(p * log);
    }
    if (geometric) return unit * std::exp(logs);
    return unit * std::exp((below > -0.5 ? std::log1p(below) : std::log(powers)) / p);
}

/// The least or the greatest mean that weights within their spread can give. The mean grows with a weighted mean of the
/// numbers' powers (or falls, as all the powers do), and this grows with a weight exactly when the number lies above
/// the mean: so at the optimum each weight is at an end, the one end for numbers from some number on, the other below
/// it.
template <class Value>
[[nodiscard]] inline double best_mean(std::span<const double> weights, const PowerMean& how, const Value& value,
                                      bool greatest) noexcept {
    const auto mean = [&](double raised_from) {
        return power_mean(weights.size(), how.exponent, value, [&](std::size_t i) {
            const bool raised = greatest ? value(i) >= raised_from : value(i) <= raised_from;
            return weights[i] * (raised ? 1.0 + how.spread : 1.0 - how.spread);
        });
    };
    double best = mean(value(0));
    for (std::size_t i = 1; how.spread > 0.0 && i < weights.size(); ++i) {
        const double other = mean(value(i));
        if (greatest ? other > best : other < best) best = other;
    }
    return best;
}

}  // namespace detail::aggregate

/// The weighted power mean of the numbers for the levels, (sum of w x^p / sum of w)^(1/p): its range over everything
/// that the levels, and the weights within their spread, leave possible. Both ends are exact, as they are reached: the
/// mean grows with each level, so that the lowest levels give the least and the highest the greatest value, and for
/// weights every corner that can be the best one is tried. Overlapping areas are a matter of the weights.
///
/// @param areas    Each area once, in any order.
/// @param weights  One for each area. Unit: any; only their proportions matter. Range: 0 to 1e100, not all 0.
/// Error: nothing_there, unknown_area, said_twice, no_level, too_little_known, values, exponent, weights, spread.
/// Source: Hardy, Littlewood and Polya, Inequalities (1934), chapter 2; for indices, and for the test with other
/// weights, the OECD's Handbook on constructing composite indicators (2008).
[[nodiscard]] inline LevelIndex level_index(std::span<const AreaLevels> areas, std::span<const double> weights,
                                            const PowerMean& how = {}) noexcept {
    auto result = detail::aggregate::begun<LevelIndex>(areas);
    if (result.fault != AggregateFault::none && result.fault != AggregateFault::too_little_known) return result;
    const auto failed = [](AggregateFault fault, std::size_t at) {
        LevelIndex none;
        none.fault = fault;
        none.at = at;
        return none;
    };
    const auto good = [](const double& number) { return detail::agreement::calculable(number) && number >= 0.0; };
    for (std::size_t i = 0; i < how.values.size(); ++i) {
        if (!good(how.values[i]) || (i > 0 && how.values[i] < how.values[i - 1])) {
            return failed(AggregateFault::values, i);
        }
    }
    if (!detail::agreement::calculable(how.exponent.number())) return failed(AggregateFault::exponent, 0);
    if (weights.size() != areas.size()) return failed(AggregateFault::weights, 0);
    bool any = false;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!good(weights[i])) return failed(AggregateFault::weights, i);
        any = any || weights[i] > 0.0;
    }
    if (!any) return failed(AggregateFault::weights, 0);
    if (!good(how.spread) || how.spread >= 1.0) return failed(AggregateFault::spread, 0);
    if (result.fault != AggregateFault::none) return result;
    const auto lowest = [&](std::size_t i) { return how.values[index(*areas[i].levels.begin())]; };
    const auto highest = [&](std::size_t i) {
        Level last = Level::none;
        for (const Level level : areas[i].levels) last = level;
        return how.values[index(last)];
    };
    result.least = detail::aggregate::best_mean(weights, how, lowest, false);
    result.most = detail::aggregate::best_mean(weights, how, highest, true);
    return result;
}

}  // namespace trimode
