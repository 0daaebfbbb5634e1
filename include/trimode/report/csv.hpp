// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// CSV: rows as RFC 4180 has them.
/// Layer: report.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace trimode {

/// Writes one row: fields separated by commas, quoted where they must be, ended by CR LF. Source: RFC 4180.
inline void write_csv_row(std::ostream& out, const std::vector<std::string>& fields) {
    std::string row;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i != 0) row += ',';
        if (fields[i].find_first_of(",\"\r\n") == std::string::npos) {
            row += fields[i];
            continue;
        }
        row += '"';
        for (const char c : fields[i]) {
            if (c == '"') row += '"';
            row += c;
        }
        row += '"';
    }
    out << row << "\r\n";
}

}  // namespace trimode
