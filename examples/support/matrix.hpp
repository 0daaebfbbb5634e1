// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A matrix of dependency levels, such as partners by issue areas: its cells in words, and the whole as table, CSV,
/// JSON and picture. Every program that shows levels shows them alike.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/report/csv.hpp>
#include <trimode/report/json.hpp>
#include <trimode/report/svg.hpp>
#include <trimode/report/text.hpp>

namespace support {

/// What is known by one route in one cell.
struct MatrixEntry {
    std::string partner;
    trimode::IssueArea area{};
    std::string date;
    trimode::Route route = trimode::Route::measured;
    trimode::Dependency found{};
    bool inferred = false;  ///< Whether it rests on inference: nothing inferred, the answer would be another.
};

/// Rows and columns with what is known in each cell.
struct Matrix {
    std::string title;
    std::string corner = "partner";  ///< What the rows are.
    std::vector<std::string> rows{};
    std::vector<std::string> columns{};
    std::vector<std::vector<MatrixEntry>>
        cells{};                         ///< Row by row, one for each column; a cell has an entry for each route.
    std::vector<std::string> further{};  ///< Headings of further columns of the table.
    std::vector<std::vector<std::string>> beside{};  ///< What stands in them, for each row.

    [[nodiscard]] const std::vector<MatrixEntry>& at(std::size_t row, std::size_t column) const {
        return cells[row * columns.size() + column];
    }
};

/// "high", "medium-high", "[low-high]" when measured, "!" behind it when contested, "~" when inferred. Told, but so
/// vaguely that every level is left, is "any": not the same as not told, which is "?".
[[nodiscard]] inline std::string entry_text(const MatrixEntry& entry) {
    if (!entry.found.told) return "?";
    const trimode::Set<trimode::Level> levels = entry.found.levels;
    std::string text = levels == trimode::all<trimode::Level>() ? "any" : trimode::level_text(levels);
    if (entry.route == trimode::Route::measured) text = "[" + text + "]";
    return text + (entry.found.contested ? "!" : "") + (entry.inferred ? "~" : "");
}

/// The routes by which anything is told, beside each other; "?" when nothing is.
[[nodiscard]] inline std::string cell_text(const std::vector<MatrixEntry>& cell) {
    std::string text;
    for (const MatrixEntry& entry : cell) {
        if (entry.found.told) text += (text.empty() ? "" : " ") + entry_text(entry);
    }
    return text.empty() ? "?" : text;
}

[[nodiscard]] inline trimode::Table table(const Matrix& matrix) {
    std::vector<std::string> header{matrix.corner};
    header.insert(header.end(), matrix.columns.begin(), matrix.columns.end());
    header.insert(header.end(), matrix.further.begin(), matrix.further.end());
    trimode::Table table(header);
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        std::vector<std::string> line{matrix.rows[row]};
        for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
            line.push_back(cell_text(matrix.at(row, column)));
        }
        if (row < matrix.beside.size()) line.insert(line.end(), matrix.beside[row].begin(), matrix.beside[row].end());
        table.add(line);
    }
    return table;
}

/// A row for each entry, told or not. `more(entry)` gives the fields of further columns, which `headings` names.
template <class More>
void write_csv(std::ostream& out, const Matrix& matrix, const std::vector<std::string>& headings, More&& more) {
    std::vector<std::string> fields{"partner", "issue_area", "date", "route", "told", "levels", "contested"};
    fields.insert(fields.end(), headings.begin(), headings.end());
    trimode::write_csv_row(out, fields);
    for (const auto& cell : matrix.cells) {
        for (const MatrixEntry& entry : cell) {
            fields = {entry.partner,
                      std::string(trimode::name(entry.area)),
                      entry.date,
                      std::string(trimode::name(entry.route)),
                      entry.found.told ? "true" : "false",
                      trimode::joined(entry.found.levels, " "),
                      entry.found.contested ? "true" : "false"};
            const std::vector<std::string> further = more(entry);
            fields.insert(fields.end(), further.begin(), further.end());
            trimode::write_csv_row(out, fields);
        }
    }
}

/// An array with an object for each entry, told or not. `more(json, entry)` adds further keys.
template <class More>
void write_json(std::ostream& out, const Matrix& matrix, More&& more) {
    trimode::JsonWriter json(out);
    const auto list = json.array();
    for (const auto& cell : matrix.cells) {
        for (const MatrixEntry& entry : cell) {
            const auto object = json.object();
            json.key("partner").value(entry.partner);
            json.key("issue_area").value(trimode::name(entry.area));
            json.key("date").value(entry.date);
            json.key("route").value(trimode::name(entry.route));
            json.key("told").value(entry.found.told);
            json.key("contested").value(entry.found.contested);
            trimode::write_names(json.key("levels"), entry.found.levels);
            more(json, entry);
        }
    }
}

/// The matrix as a picture. Where both routes lead somewhere the words keep them apart; the shades are of all levels
/// that either leaves possible.
[[nodiscard]] inline trimode::HeatMap heat_map(const Matrix& matrix, std::string description) {
    using trimode::HeatMark;
    trimode::HeatMap map;
    map.title = matrix.title;
    map.description = std::move(description);
    map.rows = matrix.rows;
    map.columns = matrix.columns;
    for (const auto& cell : matrix.cells) {
        trimode::HeatCell shown{cell_text(cell), {}, false, {}};
        for (const MatrixEntry& entry : cell) {
            if (!entry.found.told) continue;
            shown.told = true;
            shown.levels |= entry.found.levels;
            shown.marks.insert(entry.route == trimode::Route::measured ? HeatMark::measured : HeatMark::judged);
            if (entry.inferred) shown.marks.insert(HeatMark::inferred);
            if (entry.found.contested) shown.marks.insert(HeatMark::contested);
        }
        map.cells.push_back(shown);
    }
    return map;
}

}  // namespace support
