// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Reads what the examples print, as table, CSV and JSON, and looks up in the dataset what they name.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "report/csv_reader.hpp"
#include "support/json.hpp"

namespace support {

using Words = std::vector<std::string>;

// ---- of the dataset --------------------------------------------------------------------------------------------------

inline trimode::Period period(const std::string& text) {
    const auto parsed = trimode::parse_period(text);
    REQUIRE(parsed.ok());
    return *parsed;
}

inline trimode::PartnerIndex partner(std::string_view id) {
    const auto found = trimode::find_partner(trimode::tajikistan.partners, id);
    REQUIRE_MESSAGE(found.has_value(), "no such partner: ", std::string(id));
    return *found;
}

/// The claim of an id, which has to be there.
inline const trimode::Claim& claim(const std::string& id) {
    const auto found = trimode::find_claim(trimode::tajikistan.claims, id);
    REQUIRE_MESSAGE(found.has_value(), "no such claim: ", id);
    return trimode::tajikistan.claim(*found);
}

inline void check_ids(const std::string& output) {
    for (const auto& id : claim_ids(output)) {
        CHECK_MESSAGE(trimode::find_claim(trimode::tajikistan.claims, id).has_value(), "no such claim: ", id);
    }
}

template <trimode::Named E>
Words words(trimode::Set<E> set) {
    Words all;
    for (const E value : set) all.emplace_back(trimode::name(value));
    return all;
}

inline std::string join(const Words& parts, const std::string& between = " ") {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

// ---- what programs print ---------------------------------------------------------------------------------------------

/// What an example prints when all goes well.
inline std::string printed(const std::string& program, const Words& arguments = {}) {
    const Ran ran = example(program, arguments);
    CAPTURE(program);
    CAPTURE(join(arguments));
    CAPTURE(ran.err.substr(0, 1000));
    REQUIRE(ran.code == 0);
    REQUIRE(ran.err.empty());
    return ran.out;
}

/// The output as JSON, if it is.
inline Json json(const std::string& program, const Words& arguments) {
    const std::string output = printed(program, arguments);
    JsonReader reader(output);
    const auto value = reader.document();
    REQUIRE_MESSAGE(value.has_value(), "not JSON: ", reader.error());
    return *value;
}

/// The output as CSV, if it is; every row with as many fields as the header.
inline CsvRows csv(const std::string& program, const Words& arguments) {
    const auto rows = parse_csv(printed(program, arguments));
    REQUIRE(rows.has_value());
    REQUIRE_FALSE(rows->empty());
    for (const auto& row : *rows) REQUIRE(row.size() == rows->front().size());
    return *rows;
}

/// The value of a key, which has to be there and of this kind.
inline const Json& get(const Json& object, std::string_view key, Json::Kind kind) {
    REQUIRE(object.kind == Json::Kind::object);
    const Json* value = object.find(key);
    REQUIRE_MESSAGE(value != nullptr, "no key ", std::string(key));
    REQUIRE_MESSAGE(value->kind == kind, "of another kind: ", std::string(key));
    return *value;
}
inline std::string text(const Json& object, std::string_view key) { return get(object, key, Json::Kind::string).text; }
inline bool truth(const Json& object, std::string_view key) { return get(object, key, Json::Kind::boolean).truth; }
inline Words list(const Json& object, std::string_view key) {
    const auto strings = get(object, key, Json::Kind::array).strings();
    REQUIRE_MESSAGE(strings.has_value(), "not only strings: ", std::string(key));
    return *strings;
}

/// A table as it is printed: its columns begin where the dashes below the header begin.
struct PrintedTable {
    Words header;
    std::vector<Words> rows;
};

inline std::vector<PrintedTable> printed_tables(const std::string& output) {
    const auto lines = lines_of(output);
    std::vector<PrintedTable> tables;
    for (std::size_t rule = 1; rule < lines.size(); ++rule) {
        if (lines[rule].find_first_not_of("- ") != std::string::npos || !lines[rule].starts_with("---")) continue;
        std::vector<std::size_t> begins;
        for (std::size_t i = 0; i < lines[rule].size(); ++i) {
            if (lines[rule][i] == '-' && (i == 0 || lines[rule][i - 1] == ' ')) begins.push_back(i);
        }
        const auto cells = [&](const std::string& line) {
            Words row;
            for (std::size_t column = 0; column < begins.size(); ++column) {
                const std::size_t first = begins[column];
                const std::size_t last = column + 1 < begins.size() ? begins[column + 1] : line.size();
                const std::string cell = first < line.size() ? line.substr(first, last - first) : std::string();
                row.push_back(cell.substr(0, cell.find_last_not_of(' ') + 1));
            }
            return row;
        };
        PrintedTable table{cells(lines[rule - 1]), {}};
        for (std::size_t i = rule + 1; i < lines.size() && !lines[i].empty(); ++i) table.rows.push_back(cells(lines[i]));
        tables.push_back(table);
    }
    return tables;
}

/// The cells of the first table of an output: rows by their first cell, cells by the name of the column.
inline std::map<std::string, std::map<std::string, std::string>> table(const std::string& output) {
    std::map<std::string, std::map<std::string, std::string>> cells;
    const auto tables = printed_tables(output);
    if (tables.empty()) return cells;
    for (const Words& row : tables.front().rows) {
        for (std::size_t i = 1; i < row.size(); ++i) cells[row[0]][tables.front().header[i]] = row[i];
    }
    return cells;
}

}  // namespace support
