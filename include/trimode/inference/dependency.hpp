// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Dependency: how dependent the state is on a partner in an issue area, measured and judged.
/// Layer: inference.
#pragma once

#include <concepts>
#include <cstdint>

#include <trimode/base/on_use.hpp>
#include <trimode/base/row_span.hpp>
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
    bool carried = false;  ///< Told of an earlier year only, and carried forward as the scale asks; so inferred.
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

/// What a figure leaves possible. "About" a number is as near to it as the scale says.
template <class Use = OnUse>
[[nodiscard]] constexpr Percentage percentage(const Used<Use, AnyQuantity>& quantity,
                                              const DependencyScale& scale = default_scale) noexcept {
    switch (quantity.form) {
        case Form::at_least: return {quantity.low, Decimal{100}, false};
        case Form::about: {
            const auto low = product(quantity.low, scale.about_least);
            const auto high = product(quantity.high, scale.about_most);
            if (!high) return {low ? *low : Decimal{0}, Decimal{100}, false};
            return {low ? *low : Decimal{0}, *high, true};
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

/// A share cannot exceed the whole.
[[nodiscard]] constexpr Percentage capped(const Percentage& share) noexcept {
    return {share.least, share.bounded && share.most < Decimal{100} ? share.most : Decimal{100}, true};
}

/// What a total and a share of the same base leave of the partner's own exposure.
template <class Use = OnUse>
[[nodiscard]] constexpr Percentage part_of(const Used<Use, Percentage>& total, const Percentage& share) noexcept {
    const auto times = [](Decimal whole, Decimal percent, Decimal otherwise) {
        const auto hundredth = product(percent, decimal("0.01"));
        const auto result = hundredth ? product(whole, *hundredth) : hundredth;
        return result ? *result : otherwise;
    };
    return {times(total.least, capped(share).least, Decimal{0}), times(total.most, capped(share).most, total.most),
            total.bounded};
}

/// What the figures of one day leave possible of exposure and share. Figures of the same number that differ, or are on
/// different bases, widen it.
struct Measured {
    Percentage exposure = Percentage::unknown();
    Percentage of_totals = Percentage::unknown();  ///< What the totals leave of the exposure.
    Percentage share = Percentage::some_share();
    bool has_exposure = false;
    bool has_totals = false;
    bool has_share = false;
    bool apart = false;  ///< Some exposure or total is on a base of which no share is told.

    constexpr void add_exposure(const Percentage& value) noexcept { widen(exposure, has_exposure, value); }
    /// `part`: the partner's share on the same base; where that is not told, any share.
    constexpr void add_total(const Percentage& value, const Percentage& part = Percentage::some_share()) noexcept {
        widen(of_totals, has_totals, part_of(value, part));
    }
    constexpr void add_share(const Percentage& value) noexcept { widen(share, has_share, value); }
    /// One figure by itself.
    constexpr void add(MeasureRole role, const Percentage& value) noexcept {
        if (role == MeasureRole::exposure) add_exposure(value);
        if (role == MeasureRole::total) add_total(value);
        if (role == MeasureRole::share) add_share(value);
    }
    [[nodiscard]] constexpr bool any() const noexcept { return has_exposure || has_totals || has_share; }

    /// The share. A zero of one thing proves no zero of another.
    [[nodiscard]] constexpr Percentage part() const noexcept {
        const Percentage most = capped(share);
        return apart && most.most == Decimal{0} ? Percentage::some_share() : most;
    }
    /// The partner's own exposure: told, or what the totals leave of it.
    [[nodiscard]] constexpr Percentage own() const noexcept { return has_exposure ? exposure : of_totals; }

    [[nodiscard]] constexpr Set<Level> levels(const CutOffs& cuts,
                                              const DependencyScale& scale = default_scale) const noexcept {
        return scale.levels(cuts, own(), part());
    }

  private:
    static constexpr void widen(Percentage& kept, bool& has, const Percentage& value) noexcept {
        kept = has ? hull(kept, value) : value;
        has = true;
    }
};

/// What the figure of a row leaves possible.
template <class Use = OnUse>
[[nodiscard]] constexpr Percentage figure_of(const Used<Use, Dataset>& data, const Measurement& row,
                                             const DependencyScale& scale) noexcept {
    return percentage(data.claim(row.claim).figures[row.figure].quantity, scale);
}

/// Whether the figure of a row is a percentage. Persons, money or things are no share of anything.
template <class Use = OnUse>
[[nodiscard]] constexpr bool is_percentage(const Used<Use, Dataset>& data, const Measurement& row) noexcept {
    return data.claim(row.claim).figures[row.figure].quantity.unit == Unit::percent;
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
constexpr void for_each_in_area(const Dataset& data, RowSpan<Row> rows, PartnerIndex partner, IssueArea area,
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

/// The days to which a figure is carried: those after the last of which it is told.
template <class Use = OnUse>
[[nodiscard]] constexpr Days carried_days(const Used<Use, Dataset>& data, const Measurement& row, const Bearing& found,
                                          const Admission& admission, const DependencyScale& scale) noexcept {
    if (admission.strict || scale.carrying.years == 0 || found.time.told.empty()) return no_days;
    const auto last = Date::of_day(found.time.told.last);
    if (!last) return no_days;
    const int year = last->year() + scale.carrying.years;
    return found.while_member({found.time.told.last + 1, earlier(day_number(year < 9999 ? year : 9999, 12, 31),
                                                                 data.source(data.claim(row.claim)).published.days().last)});
}

/// Calls `visit(day)` for the first day of each part of the time asked about in which the same rows tell.
template <class Row, class Visit>
constexpr void for_each_part(const Dataset& data, RowSpan<Row> rows, PartnerIndex partner, IssueArea area,
                             Days asked, const Admission& admission, const DependencyScale& scale, Visit&& visit) {
    for (Day day = asked.first; day <= asked.last;) {
        visit(day);
        Day next = far_future;
        const auto consider = [&](Day edge) {
            if (edge > day && edge < next) next = edge;
        };
        for_each_in_area(data, rows, partner, area, admission, [&](const Row& row, const Bearing& found) {
            consider(found.time.told.first);
            consider(found.time.told.last + 1);
            if constexpr (std::same_as<Row, Measurement>) {
                const Days carried = carried_days(data, row, found, admission, scale);
                if (!carried.empty()) consider(carried.last + 1);
            }
        });
        day = next;
    }
}

/// Calls `visit(row, bearing, carried)` for each figure that counts on a day, of the rows that are taken: those told of
/// the day, and where none is, the last before it that are carried to it. For exposure (with totals) and share
/// separately.
template <class Take, class Visit>
constexpr void for_each_figure_on(const Dataset& data, PartnerIndex partner, IssueArea area, Day day,
                                  const Admission& admission, const DependencyScale& scale, const Take& take,
                                  Visit&& visit) {
    Day exposure = far_past;
    Day share = far_past;
    const auto each = [&](auto&& use) {
        const auto counts = [&](const Measurement& row, const Bearing& found) {
            if (!is_percentage(data, row) || !take(row)) return;
            const bool told = found.time.told.contains(day);
            if (!told && !carried_days(data, row, found, admission, scale).contains(day)) return;
            use(row, found, told ? day : found.time.told.last, row.role == MeasureRole::share ? share : exposure);
        };
        for_each_in_area(data, data.measurements, partner, area, admission, counts);
    };
    each([](const Measurement&, const Bearing&, Day told, Day& last) { last = later(last, told); });
    each([&](const Measurement& row, const Bearing& found, Day told, Day& last) {
        if (told == last) visit(row, found, told != day);
    });
}

/// What the figures that count on a day leave possible, by the rows that are taken. A total is multiplied with shares
/// on its own base only.
template <class Take>
[[nodiscard]] constexpr Measured measured_on(const Dataset& data, PartnerIndex partner, IssueArea area, Day day,
                                             const Admission& admission, const DependencyScale& scale,
                                             const Take& take) noexcept {
    Measured figures;
    const auto each = [&](auto&& visit) {
        for_each_figure_on(data, partner, area, day, admission, scale, take, visit);
    };
    each([&](const Measurement& row, const Bearing&, bool) {
        const Percentage value = figure_of(data, row, scale);
        if (row.role == MeasureRole::share) return figures.add_share(value);
        if (row.role == MeasureRole::exposure) figures.add_exposure(value);
        bool paired = false;
        each([&](const Measurement& other, const Bearing&, bool) {
            if (other.role != MeasureRole::share || other.base != row.base) return;
            paired = true;
            if (row.role == MeasureRole::total) figures.add_total(value, figure_of(data, other, scale));
        });
        if (paired) return;
        figures.apart = true;
        if (row.role == MeasureRole::total) figures.add_total(value);
    });
    return figures;
}

/// Calls `visit(Measured)` with what the figures leave possible in each part of the time asked about, by the rows that
/// are taken.
template <class Visit, class Take = EveryRow>
constexpr void for_each_measured_part(const Dataset& data, PartnerIndex partner, IssueArea area, Days asked,
                                      const Admission& admission, const DependencyScale& scale, Visit&& visit,
                                      const Take& take = {}) {
    for_each_part(data, data.measurements, partner, area, asked, admission, scale,
                  [&](Day day) { visit(measured_on(data, partner, area, day, admission, scale, take)); });
}

/// The levels by the authors' judgements, by the rows that are taken.
template <class Take>
[[nodiscard]] constexpr Dependency judged_by(const Dataset& data, PartnerIndex partner, IssueArea area, Days asked,
                                             const Admission& admission, const Take& take) noexcept {
    if (asked.empty()) return {};
    Dependency result{{}, false, false};
    for_each_part(data, data.judgements, partner, area, asked, admission, {}, [&](Day day) {
        Set<Level> common = all<Level>();
        Set<Level> any;
        const auto add = [&](const Judgement& row, const Bearing& found) {
            if (!found.time.told.contains(day) || !take(row)) return;
            common &= row.levels;
            any |= row.levels;
        };
        for_each_in_area(data, data.judgements, partner, area, admission, add);
        result.told = result.told || !any.empty();
        result.contested = result.contested || (!any.empty() && common.empty());
        result.levels |= common.empty() ? any : common;
    });
    return result;
}

/// The levels by figures and ties, by the rows that are taken.
template <class Take>
[[nodiscard]] constexpr Dependency measured_by(const Dataset& data, PartnerIndex partner, IssueArea area, Days asked,
                                               const Admission& admission, const DependencyScale& scale,
                                               const Take& take) noexcept {
    if (asked.empty()) return {};
    Dependency result{{}, false, false};
    if (area == IssueArea::security) {
        const auto add = [&](Days, Facts<Obligation> facts) {
            const bool told = !facts.told().empty();
            result.told = result.told || told;
            result.levels |= told ? dependency_scale::possible(*scale.security_at_least, facts) : all<Level>();
        };
        for_each_part_taking(data, data.obligations, partner, asked, admission, take, add);
        return result;
    }
    const auto cuts = scale.find(area);
    if (!cuts) return {};
    const auto add = [&](const Measured& figures) {
        result.told = result.told || figures.any();
        result.levels |= figures.any() ? figures.levels(*cuts, scale) : all<Level>();
    };
    for_each_measured_part(data, partner, area, asked, admission, scale, add, take);
    return result;
}

}  // namespace detail

/// How dependent the state is by the authors' judgements. A judgement tells for the days of its claim. Judgements that
/// agree narrow each other down; those that no one level satisfies are contested. Of a day of which nothing is told
/// every level is possible, and so it is of the whole time asked about.
template <class Use = OnUse>
[[nodiscard]] constexpr Dependency judged(const Used<Use, Dataset>& data, PartnerIndex partner, IssueArea area, const Period& at,
                                          const Admission& admission = {}) noexcept {
    return detail::judged_by(data, partner, area, asked_days(data, at), admission, detail::EveryRow{});
}

/// How dependent the state is by figures and the scale; for security by the ties of the guarantee. A figure tells for
/// the days of its claim and, by inference, for the rest of their calendar year; it is carried to another only if the
/// scale says so. Figures of the same number that differ widen the set, and so do those on different bases: a total is
/// multiplied with a share of the same base only, such as remittances with a share of remittances; with a share of
/// migrants it leaves anything from none to all of it. A figure that is no percentage (persons, dollars) measures
/// nothing.
template <class Use = OnUse>
[[nodiscard]] constexpr Dependency measured(const Used<Use, Dataset>& data, PartnerIndex partner, IssueArea area, const Period& at,
                                            const Admission& admission = {},
                                            const DependencyScale& scale = default_scale) noexcept {
    return detail::measured_by(data, partner, area, asked_days(data, at), admission, scale, detail::EveryRow{});
}

/// How dependent the state is on a partner in an issue area, by one route. The scale serves the measured one only.
template <class Use = OnUse>
[[nodiscard]] constexpr Dependency dependency(const Used<Use, Dataset>& data, PartnerIndex partner, IssueArea area,
                                              const Period& at, Route route, const Admission& admission = {},
                                              const DependencyScale& scale = default_scale) noexcept {
    return route == Route::measured ? measured(data, partner, area, at, admission, scale)
                                    : judged(data, partner, area, at, admission);
}

/// Calls `visit(DependencyTelling)` for each claim that bears on the level by one route within the time asked about.
template <class Visit>
constexpr void for_each_dependency_telling(const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at,
                                           Route route, const Admission& admission, Visit&& visit,
                                           const DependencyScale& scale = default_scale) {
    const Days asked = asked_days(data, at);
    const auto show = [&](const auto& row, const detail::Bearing& found, Set<Level> levels, bool carried) {
        if (!carried && !found.time.told.overlaps(asked)) return;
        const Ground inferred = found.time.turns ? Ground::turn : Ground::reach;
        const Ground ground = found.time.stated.overlaps(asked) ? Ground::stated : inferred;
        visit(DependencyTelling{route, &data.claim(row.claim), levels, ground, found.by_membership, carried});
    };
    if (route == Route::judged) {
        const auto one = [&](const Judgement& row, const detail::Bearing& found) {
            show(row, found, row.levels, false);
        };
        detail::for_each_in_area(data, data.judgements, partner, area, admission, one);
        return;
    }
    if (area == IssueArea::security) {
        for (const Obligation tie : all<Obligation>()) {
            for_each_telling(data, data.obligations, partner, tie, asked, admission, [&](const Telling<Obligation>& told) {
                const Facts<Obligation> alone(told.truth == Truth::holds ? Set<Obligation>{tie} : Set<Obligation>{},
                                              told.truth == Truth::fails ? Set<Obligation>{tie} : Set<Obligation>{});
                visit(DependencyTelling{route, told.claim, dependency_scale::possible(*scale.security_at_least, alone),
                                        told.ground, told.by_membership});
            });
        }
        return;
    }
    const auto cuts = scale.find(area);
    if (!cuts) return;
    const auto is_carried = [&](const Measurement& row) {
        bool carried = false;
        detail::for_each_part(data, data.measurements, partner, area, asked, admission, scale, [&](Day day) {
            const auto look = [&](const Measurement& used, const detail::Bearing&, bool from_before) {
                carried = carried || (&used == &row && from_before);
            };
            detail::for_each_figure_on(data, partner, area, day, admission, scale, detail::EveryRow{}, look);
        });
        return carried;
    };
    const auto one = [&](const Measurement& row, const detail::Bearing& found) {
        if (!detail::is_percentage(data, row)) return;
        detail::Measured alone;
        alone.add(row.role, detail::figure_of(data, row, scale));
        show(row, found, alone.levels(*cuts, scale), !found.time.told.overlaps(asked) && is_carried(row));
    };
    detail::for_each_in_area(data, data.measurements, partner, area, admission, one);
}

}  // namespace trimode
