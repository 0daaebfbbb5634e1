// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A strict reader of CSV, by the grammar of RFC 4180 (section 2); beyond ASCII, UTF-8 is taken.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/json.hpp"

namespace support {

using CsvRows = std::vector<std::vector<std::string>>;

/// The rows of a text. Nothing when it is not well formed: a line end other than CR LF, a last row without one, a quote in
/// a bare field, something behind a closing quote, a control character, bytes that are not UTF-8.
[[nodiscard]] inline std::optional<CsvRows> parse_csv(std::string_view text) {
    CsvRows rows;
    std::size_t at = 0;
    const auto next_is = [&](std::string_view what) { return text.substr(at, what.size()) == what; };
    // One character of a field, or a failure.
    const auto copy = [&](std::string& field) {
        const std::size_t length = utf8_length(text.substr(at));
        if (length == 0 || static_cast<unsigned char>(text[at]) < 0x20 || text[at] == 0x7f) return false;
        field += text.substr(at, length);
        at += length;
        return true;
    };
    while (at < text.size()) {
        auto& row = rows.emplace_back();
        for (;;) {
            auto& field = row.emplace_back();
            if (next_is("\"")) {
                ++at;
                for (;;) {
                    if (next_is("\"\"")) {
                        field += '"';
                        at += 2;
                    } else if (next_is("\"")) {
                        ++at;
                        break;
                    } else if (next_is("\r") || next_is("\n")) {
                        field += text[at++];
                    } else if (!copy(field)) {
                        return std::nullopt;  // also: no closing quote
                    }
                }
            } else {
                while (at < text.size() && !next_is(",") && !next_is("\r")) {
                    if (next_is("\"") || !copy(field)) return std::nullopt;
                }
            }
            if (!next_is(",")) break;
            ++at;
        }
        if (!next_is("\r\n")) return std::nullopt;
        at += 2;
    }
    return rows;
}

}  // namespace support
