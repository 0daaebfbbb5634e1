// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A list of answers in words, the same in every format: as a table only the rows of which something is told, as CSV
/// and JSON all of them.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include <trimode/report/csv.hpp>
#include <trimode/report/json.hpp>
#include <trimode/report/text.hpp>

#include "support/matrix.hpp"

namespace support {

/// A field for each column; whether anything is told.
struct ListingRow {
    std::vector<std::string> fields;
    bool told = true;
};

/// Columns and rows of words.
struct Listing {
    std::string title;
    std::vector<std::string> columns{};
    std::vector<ListingRow> rows{};
    std::string legend{};                              ///< What stands below the table, with a line break at its end.
    std::vector<std::vector<MatrixEntry>> evidence{};  ///< The levels that it speaks of; some of them more than once.
};

inline void print_table(const Listing& listing, std::ostream& out) {
    trimode::Table table(listing.columns);
    std::size_t untold = 0;
    for (const ListingRow& row : listing.rows) {
        if (row.told) table.add(row.fields);
        untold += row.told ? 0U : 1U;
    }
    out << listing.title << "\n\n" << table << '\n' << listing.legend;
    if (untold != 0)
        out << "Not shown: " << untold << (untold == 1 ? " row" : " rows") << " of which nothing is told.\n";
}

inline void print_csv(const Listing& listing, std::ostream& out) {
    trimode::write_csv_row(out, listing.columns);
    for (const ListingRow& row : listing.rows) trimode::write_csv_row(out, row.fields);
}

/// An array with an object for each row; its keys are the columns.
inline void print_json(const Listing& listing, std::ostream& out) {
    trimode::JsonWriter json(out);
    const auto list = json.array();
    for (const ListingRow& row : listing.rows) {
        const auto object = json.object();
        for (std::size_t i = 0; i < row.fields.size(); ++i) json.key(listing.columns[i]).value(row.fields[i]);
    }
}

}  // namespace support
