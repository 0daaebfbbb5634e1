// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What is asked of the levels of dependency in a dataset, and the matrices that answer it: partners by issue areas at
/// one time, and rows of dates for one partner or one issue area.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/framework/dependency_scale.hpp>
#include <trimode/inference/asymmetry.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/matrix.hpp"
#include "support/scale.hpp"

namespace support {

/// What stands beside a level and is never part of it.
struct Need {
    trimode::Truth no_substitute{};      ///< Whether the state could not replace the partner.
    trimode::Truth needed_by_partner{};  ///< Whether the partner needs the state in return.
};

/// What the command line asks for.
struct LevelQuestion {
    const trimode::Dataset& data;
    std::vector<trimode::PartnerIndex> partners{};
    std::vector<trimode::IssueArea> areas{};
    std::vector<trimode::Route> routes{};
    trimode::Period at{};
    trimode::Admission admission{};
    OwnCutOffs cut_offs{};
    int carry = 0;  ///< Unit: years.

    [[nodiscard]] std::string date() const { return std::string(trimode::edtf(at).view()); }
    /// The scale; it looks at the cut-offs here.
    [[nodiscard]] trimode::DependencyScale scale() const {
        trimode::DependencyScale scale;
        scale.own = cut_offs.rows;
        scale.carrying = trimode::Carrying::forward(static_cast<std::uint16_t>(carry));
        return scale;
    }
    /// Whether a route can lead to a level in this area at all.
    [[nodiscard]] bool leads(trimode::Route route, trimode::IssueArea area) const {
        return route == trimode::Route::judged || area == trimode::IssueArea::security ||
               scale().find(area).has_value();
    }
    /// The same question, asked of some of the documents only.
    [[nodiscard]] LevelQuestion asked_of(trimode::Sources sources) const {
        LevelQuestion other = *this;
        other.admission.sources &= sources;
        return other;
    }
    /// What to put behind a heading: whom one believes, and by what scale.
    [[nodiscard]] std::string heading_end() const {
        std::string text = as_told_by(data, admission);
        if (admission.strict) text += ", strict: nothing inferred";
        if (carry != 0) text += ", figures carried " + std::to_string(carry) + (carry == 1 ? " year" : " years");
        if (!cut_offs.rows.empty()) text += ", cut-offs of one's own";
        return text;
    }

    /// What is known by one route, and whether that rests on inference.
    [[nodiscard]] MatrixEntry entry(trimode::PartnerIndex partner, trimode::IssueArea area, const trimode::Period& time,
                                    trimode::Route route) const {
        trimode::Admission strict = admission;
        strict.strict = true;
        const auto found = trimode::dependency(data, partner, area, time, route, admission, scale());
        const auto stated = trimode::dependency(data, partner, area, time, route, strict, scale());
        const bool same =
            stated.levels == found.levels && stated.told == found.told && stated.contested == found.contested;
        return {
            std::string(data.partner(partner).id), area, std::string(trimode::edtf(time).view()), route, found, !same};
    }
    /// An entry for each route that leads to a level.
    [[nodiscard]] std::vector<MatrixEntry> cell(trimode::PartnerIndex partner, trimode::IssueArea area,
                                                const trimode::Period& time) const {
        std::vector<MatrixEntry> found;
        for (const trimode::Route route : routes) {
            if (leads(route, area)) found.push_back(entry(partner, area, time, route));
        }
        return found;
    }
    [[nodiscard]] Need need(trimode::PartnerIndex partner, trimode::IssueArea area, const trimode::Period& time) const {
        return {trimode::no_substitute(data, partner, area, time, admission),
                trimode::needed_by_partner(data, partner, area, time, admission)};
    }
    /// The two columns that stand beside the levels of a partner.
    [[nodiscard]] std::vector<std::string> modes(trimode::PartnerIndex partner, const trimode::Period& time) const {
        const auto verdict = [&](const auto& rules) {
            return trimode::verdict_text(trimode::classify_marked(data, partner, time, rules, admission));
        };
        return {verdict(trimode::three_modes::predicted), verdict(trimode::three_modes::observed)};
    }
    [[nodiscard]] static std::vector<std::string> mode_columns() { return {"mode predicted", "mode observed"}; }
};

/// The issue areas in which anything is told of any partner, at any time.
[[nodiscard]] inline std::vector<trimode::IssueArea> areas_told(const trimode::Dataset& data) {
    trimode::Set<trimode::IssueArea> told;
    for (const auto& row : data.judgements) told.insert(row.area);
    for (const auto& row : data.measurements) told.insert(row.area);
    if (!data.obligations.empty()) told.insert(trimode::IssueArea::security);
    return {told.begin(), told.end()};
}

/// Partners by issue areas.
[[nodiscard]] inline Matrix matrix_at(const LevelQuestion& question, const trimode::Period& time) {
    Matrix matrix{"Tajikistan's dependency on its partners, " + std::string(trimode::edtf(time).view()) +
                  question.heading_end()};
    for (const auto area : question.areas) matrix.columns.emplace_back(trimode::name(area));
    matrix.further = LevelQuestion::mode_columns();
    for (const auto partner : question.partners) {
        matrix.rows.emplace_back(question.data.partner(partner).id);
        for (const auto area : question.areas) matrix.cells.push_back(question.cell(partner, area, time));
        matrix.beside.push_back(question.modes(partner, time));
    }
    return matrix;
}

// ---- over time ------------------------------------------------------------------------------------------------------

/// The period of some days: years where they are whole.
[[nodiscard]] inline trimode::Period period_of(trimode::Days days) {
    const trimode::Date first = *trimode::Date::of_day(days.first);
    const trimode::Date last = *trimode::Date::of_day(days.last);
    const bool whole = first.month() == 1 && first.day() == 1 && last.month() == 12 && last.day() == 31;
    if (!whole) return {first, last};
    return {*trimode::Date::of(first.year()), *trimode::Date::of(last.year())};
}

/// Each calendar year, the first and the last as far as they are asked about.
[[nodiscard]] inline std::vector<trimode::Period> years_of(trimode::Days days) {
    std::vector<trimode::Period> years;
    while (!days.empty()) {
        const trimode::Day end = trimode::Date::of(trimode::Date::of_day(days.first)->year())->days().last;
        const trimode::Day last = end < days.last ? end : days.last;
        years.push_back(period_of({days.first, last}));
        days.first = last + 1;
    }
    return years;
}

/// The longest periods in which no cell changes from one day to the next.
template <class Cells>
[[nodiscard]] std::vector<trimode::Period> constant_periods(trimode::Days days, const Cells& cells_of) {
    const auto same = [](const auto& left, const auto& right) {
        for (std::size_t i = 0; i < left.size(); ++i) {
            for (std::size_t k = 0; k < left[i].size(); ++k) {
                if (entry_text(left[i][k]) != entry_text(right[i][k])) return false;
            }
        }
        return true;
    };
    std::vector<trimode::Period> periods;
    auto cells = cells_of(*trimode::Date::of_day(days.first));
    for (trimode::Day day = days.first; day <= days.last; ++day) {
        auto next = day < days.last ? cells_of(*trimode::Date::of_day(day + 1)) : decltype(cells){};
        if (day < days.last && same(cells, next)) continue;
        periods.push_back(period_of({days.first, day}));
        days.first = day + 1;
        cells = std::move(next);
    }
    return periods;
}

/// What the columns are of a matrix over time.
enum class Across { areas, partners };
/// What its rows are.
enum class Rows { years, periods };

/// Dates by issue areas, of the one partner asked about, or by partners, of the one issue area.
[[nodiscard]] inline Matrix matrix_over_time(const LevelQuestion& question, trimode::Days days, Across across,
                                             Rows rows) {
    const bool of_partner = across == Across::areas;
    const trimode::PartnerIndex partner = question.partners.front();
    const auto cells_of = [&](const trimode::Period& time) {
        std::vector<std::vector<MatrixEntry>> cells;
        for (const auto one : question.partners) {
            for (const auto area : question.areas) cells.push_back(question.cell(one, area, time));
        }
        return cells;
    };
    const std::string about = of_partner ? std::string(question.data.partner(partner).id)
                                         : "its partners in " + std::string(trimode::name(question.areas.front()));
    Matrix matrix{"Tajikistan's dependency on " + about + ", " + std::string(trimode::edtf(period_of(days)).view()) +
                  question.heading_end()};
    matrix.corner = "date";
    if (of_partner) {
        for (const auto area : question.areas) matrix.columns.emplace_back(trimode::name(area));
        matrix.further = LevelQuestion::mode_columns();
    } else {
        for (const auto one : question.partners) matrix.columns.emplace_back(question.data.partner(one).id);
    }
    for (const trimode::Period& time : rows == Rows::periods ? constant_periods(days, cells_of) : years_of(days)) {
        matrix.rows.emplace_back(trimode::edtf(time).view());
        for (auto& cell : cells_of(time)) matrix.cells.push_back(std::move(cell));
        if (of_partner) matrix.beside.push_back(question.modes(partner, time));
    }
    return matrix;
}

// ---- how much is known ----------------------------------------------------------------------------------------------

/// "90 cells: 5 measured, 12 only judged, 73 unknown, 2 of them told but with every level left".
[[nodiscard]] inline std::string cell_count(const Matrix& matrix, const std::vector<trimode::Route>& routes) {
    std::size_t measured = 0;
    std::size_t judged = 0;
    std::size_t vague = 0;
    for (const auto& cell : matrix.cells) {
        bool told = false;
        trimode::Set<trimode::Route> known;
        for (const MatrixEntry& entry : cell) {
            told = told || entry.found.told;
            if (entry.found.told && entry.found.levels != trimode::all<trimode::Level>()) known.insert(entry.route);
        }
        if (known.contains(trimode::Route::measured)) {
            ++measured;
        } else if (known.contains(trimode::Route::judged)) {
            ++judged;
        } else if (told) {
            ++vague;
        }
    }
    const std::size_t size = matrix.cells.size();
    std::string text = std::to_string(size) + (size == 1 ? " cell: " : " cells: ");
    for (const trimode::Route route : routes) {
        const bool figures = route == trimode::Route::measured;
        text += std::to_string(figures ? measured : judged) + (figures              ? " measured, "
                                                               : routes.size() == 2 ? " only judged, "
                                                                                    : " judged, ");
    }
    text += std::to_string(size - measured - judged) + " unknown";
    if (vague != 0) text += ", " + std::to_string(vague) + " of them told, but no level is ruled out";
    return text;
}

}  // namespace support
