// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Dependency: how dependent the state is on a partner in an issue area, measured and judged.
/// Layer: inference.
#pragma once

#include <concepts>
#include <cstdint>
#include <span>

#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/dependency_scale.hpp>

namespace trimode {

/// The two ways to a level. They are never mixed.
enum class Route : std::uint8_t {
    measured,  ///< From figures and ties, by the scale.
    judged,    ///< From the authors' ordinal words.
};

/// The spellings of Route.
consteval auto names_of(Route) { return names<Route>("measured", "judged"); }

/// How dependent the state is by one route: the levels that are still possible.
struct Dependency {
    Set<Level> levels = all<Level>();
    bool told = false;       ///< Whether anything is told; otherwise every level is possible.
    bool contested = false;  ///< Judgements that no one level satisfies: all of theirs are kept.
};

/// A claim that bears on a level.
struct DependencyTelling {
    Route route = Route::judged;
    const Claim* claim = nullptr;
    Set<Level> levels{};            ///< What it says by itself; for a measurement or tie, what the scale makes of it alone.
    Ground ground = Ground::stated;
    bool by_membership = false;
};

namespace detail {

/// A row of a table of judgements or measurements as a coding, so that the one set of rules of time serves all.
enum class Said : std::uint8_t { said };
consteval auto names_of(Said) { return names<Said>("said"); }

template <class Row>
[[nodiscard]] constexpr Coding<Said> as_coding(const Row& row) noexcept {
    Coding<Said> coding{row.claim, row.partner, Said::said, Tells::holds, {}};
    if constexpr (requires { row.period; }) coding.period = row.period;
    return coding;
}

/// What a figure leaves possible. "About" is taken as within a tenth of the number: an own convention.
[[nodiscard]] constexpr Percentage percentage(const AnyQuantity& quantity) noexcept {
    switch (quantity.form) {
        case Form::at_least: return {quantity.low, Decimal{100}, false};
        case Form::about: {
            const auto low = product(quantity.low, decimal("0.9"));
            const auto high = product(quantity.high, decimal("1.1"));
            return {low ? *low : quantity.low, high ? *high : quantity.high, true};
        }
        case Form::exact:
        case Form::interval:
        case Form::at_most:
        case Form::over_time: break;
    }
    return {quantity.low, quantity.high, true};
}

/// Everything that either leaves possible.
[[nodiscard]] constexpr Percentage hull(const Percentage& left, const Percentage& right) noexcept {
    return {left.least < right.least ? left.least : right.least, left.most < right.most ? right.most : left.most,
            left.bounded && right.bounded};
}

/// What the figures of one day leave possible of exposure and share.
struct Measured {
    Percentage exposure = Percentage::unknown();
    Percentage total = Percentage::unknown();
    Percentage share = Percentage::some_share();
    bool has_exposure = false;
    bool has_total = false;
    bool has_share = false;

    constexpr void add(MeasureRole role, const Percentage& value) noexcept {
        const auto widen = [&](Percentage& kept, bool& has) {
            kept = has ? hull(kept, value) : value;
            has = true;
        };
        if (role == MeasureRole::exposure) widen(exposure, has_exposure);
        if (role == MeasureRole::total) widen(total, has_total);
        if (role == MeasureRole::share) widen(share, has_share);
    }
    [[nodiscard]] constexpr bool any() const noexcept { return has_exposure || has_total || has_share; }

    /// The share, which cannot exceed the whole.
    [[nodiscard]] constexpr Percentage part() const noexcept {
        return {share.least, share.most < Decimal{100} ? share.most : Decimal{100}, true};
    }

    /// The partner's own exposure: told, or the total times the share.
    [[nodiscard]] constexpr Percentage own() const noexcept {
        if (has_exposure || !has_total) return exposure;
        const auto times = [](Decimal whole, Decimal percent, Decimal otherwise) {
            const auto hundredth = product(percent, decimal("0.01"));
            const auto result = hundredth ? product(whole, *hundredth) : hundredth;
            return result ? *result : otherwise;
        };
        return {times(total.least, part().least, Decimal{0}), times(total.most, part().most, total.most), total.bounded};
    }

    [[nodiscard]] constexpr Set<Level> levels(const CutOffs& cuts) const noexcept {
        return dependency_scale::possible(dependency_scale::at_least, dependency_scale::facts(cuts, own(), part()));
    }
};

/// What the figure of a row leaves possible.
[[nodiscard]] constexpr Percentage figure_of(const Dataset& data, const Measurement& row) noexcept {
    return percentage(data.claim(row.claim).figures[row.figure].quantity);
}

/// A figure given for some day of a year stands for that year, by inference: an own convention.
[[nodiscard]] constexpr Days whole_years(Days days) noexcept {
    if (days.empty()) return days;
    const auto first = Date::of_day(days.first);
    const auto last = Date::of_day(days.last);
    if (!first || !last) return days;
    return {day_number(first->year(), 1, 1), day_number(last->year(), 12, 31)};
}

/// Calls `visit(row, bearing)` for each row of a table that is about this area and bears on the partner.
template <class Row, class Visit>
constexpr void for_each_bearing(const Dataset& data, std::span<const Row> rows, PartnerIndex partner, IssueArea area,
                                const Admission& admission, Visit&& visit) {
    for (const Row& row : rows) {
        if (row.area != area) continue;
        constexpr bool figure = std::same_as<Row, Measurement>;
        Bearing found = bearing(data, as_coding(row), partner, admission, figure);
        if (!found.bears) continue;
        if (figure && !admission.strict) {
            found.time.told = found.while_member(whole_years(found.time.told));
            found.time.told.last = earlier(found.time.told.last, data.source(data.claim(row.claim)).published.days().last);
        }
        visit(row, found);
    }
}

/// Calls `visit(day)` for the first day of each part of the time asked about in which the same rows tell.
template <class Row, class Visit>
constexpr void for_each_part(const Dataset& data, std::span<const Row> rows, PartnerIndex partner, IssueArea area,
                             Days asked, const Admission& admission, Visit&& visit) {
    for (Day day = asked.first; day <= asked.last;) {
        visit(day);
        Day next = far_future;
        for_each_bearing(data, rows, partner, area, admission, [&](const Row&, const Bearing& found) {
            for (const Day edge : {found.time.told.first, found.time.told.last + 1}) {
                if (edge > day && edge < next) next = edge;
            }
        });
        day = next;
    }
}

/// Calls `visit(Measured)` with what the figures leave possible in each part of the time asked about.
template <class Visit>
constexpr void for_each_measured_part(const Dataset& data, PartnerIndex partner, IssueArea area, Days asked,
                                      const Admission& admission, Visit&& visit) {
    const auto rows = data.measurements;
    for_each_part(data, rows, partner, area, asked, admission, [&](Day day) {
        Measured figures;
        const auto add = [&](const Measurement& row, const Bearing& found) {
            if (found.time.told.contains(day)) figures.add(row.role, figure_of(data, row));
        };
        for_each_bearing(data, rows, partner, area, admission, add);
        visit(figures);
    });
}

}  // namespace detail

/// How dependent the state is by the authors' judgements. A judgement tells for the days of its claim. Judgements that agree
/// narrow each other down; those that no one level satisfies are contested. Of a day of which nothing is told every level is
/// possible, and so it is of the whole time asked about.
[[nodiscard]] constexpr Dependency judged(const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at,
                                          const Admission& admission = {}) noexcept {
    const Days asked = asked_days(data, at);
    if (asked.empty()) return {};
    Dependency result{{}, false, false};
    const auto rows = data.judgements;
    detail::for_each_part(data, rows, partner, area, asked, admission, [&](Day day) {
        Set<Level> common = all<Level>();
        Set<Level> any;
        const auto add = [&](const Judgement& row, const detail::Bearing& found) {
            if (!found.time.told.contains(day)) return;
            common &= row.levels;
            any |= row.levels;
        };
        detail::for_each_bearing(data, rows, partner, area, admission, add);
        result.told = result.told || !any.empty();
        result.contested = result.contested || (!any.empty() && common.empty());
        result.levels |= common.empty() ? any : common;
    });
    return result;
}

/// How dependent the state is by figures and the scale; for security by the ties of the guarantee. A figure tells for the
/// days of its claim and, by inference, for the rest of their calendar year; it is carried to no other. Figures of the same
/// kind that differ widen the set.
[[nodiscard]] constexpr Dependency measured(const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at,
                                            const Admission& admission = {}) noexcept {
    const Days asked = asked_days(data, at);
    if (asked.empty()) return {};
    Dependency result{{}, false, false};
    if (area == IssueArea::security) {
        for_each_constant_part(data, data.obligations, partner, asked, admission, [&](Days, Facts<Obligation> facts) {
            result.told = result.told || !facts.told().empty();
            result.levels |= facts.told().empty()
                                 ? all<Level>()
                                 : dependency_scale::possible(dependency_scale::security_at_least, facts);
        });
        return result;
    }
    const auto cuts = dependency_scale::find(area);
    if (!cuts) return {};
    detail::for_each_measured_part(data, partner, area, asked, admission, [&](const detail::Measured& figures) {
        result.told = result.told || figures.any();
        result.levels |= figures.any() ? figures.levels(*cuts) : all<Level>();
    });
    return result;
}

/// How dependent the state is on a partner in an issue area, by one route.
[[nodiscard]] constexpr Dependency dependency(const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at,
                                              Route route, const Admission& admission = {}) noexcept {
    return route == Route::measured ? measured(data, partner, area, at, admission)
                                    : judged(data, partner, area, at, admission);
}

/// Calls `visit(DependencyTelling)` for each claim that bears on the level by one route within the time asked about.
template <class Visit>
constexpr void for_each_dependency_telling(const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at,
                                           Route route, const Admission& admission, Visit&& visit) {
    const Days asked = asked_days(data, at);
    const auto show = [&](const auto& row, const detail::Bearing& found, Set<Level> levels) {
        if (!found.time.told.overlaps(asked)) return;
        const Ground inferred = found.time.turns ? Ground::turn : Ground::reach;
        const Ground ground = found.time.stated.overlaps(asked) ? Ground::stated : inferred;
        visit(DependencyTelling{route, &data.claim(row.claim), levels, ground, found.by_membership});
    };
    if (route == Route::judged) {
        const auto one = [&](const Judgement& row, const detail::Bearing& found) { show(row, found, row.levels); };
        detail::for_each_bearing(data, data.judgements, partner, area, admission, one);
        return;
    }
    if (area == IssueArea::security) {
        for (const Obligation tie : all<Obligation>()) {
            for_each_telling(data, data.obligations, partner, tie, asked, admission, [&](const Telling<Obligation>& told) {
                const Facts<Obligation> alone(told.truth == Truth::holds ? Set<Obligation>{tie} : Set<Obligation>{},
                                              told.truth == Truth::fails ? Set<Obligation>{tie} : Set<Obligation>{});
                visit(DependencyTelling{route, told.claim,
                                        dependency_scale::possible(dependency_scale::security_at_least, alone),
                                        told.ground, told.by_membership});
            });
        }
        return;
    }
    const auto cuts = dependency_scale::find(area);
    if (!cuts) return;
    const auto one = [&](const Measurement& row, const detail::Bearing& found) {
        detail::Measured alone;
        alone.add(row.role, detail::figure_of(data, row));
        show(row, found, alone.levels(*cuts));
    };
    detail::for_each_bearing(data, data.measurements, partner, area, admission, one);
}

}  // namespace trimode
