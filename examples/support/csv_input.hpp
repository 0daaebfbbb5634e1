// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Tables of CSV that a user brings: what is wrong with one is named by line and column, and the rest is used.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/base/decimal.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/result.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/report/csv.hpp>
#include <trimode/report/text.hpp>

#include "support/arguments.hpp"

namespace support {

/// A field without the spaces around it, and how many there were before it.
struct Trimmed {
    std::string_view text;
    std::size_t before = 0;
};
[[nodiscard]] inline Trimmed trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    return {text.substr(begin, text.find_last_not_of(' ') + 1 - begin), begin};
}

/// A text of CSV that is read, and all that is wrong with it.
class Input {
  public:
    /// The text has to outlive this.
    Input(std::string name, std::string_view text, const std::vector<std::string_view>& columns)
        : name_(trimode::detail::shown(name)), table_(trimode::read_csv(text)) {
        std::string names;
        for (const std::string_view wanted : columns) names += (names.empty() ? "" : ",") + std::string(wanted);
        const std::string header = "a header with the columns " + names;
        for (const trimode::Error& error : table_.errors)
            complain(error, header + ", and rows with as many fields as it has");
        if (table_.columns.empty()) return;
        bool complete = true;
        for (const std::string_view wanted : columns) {
            const auto found = table_.column(wanted);
            if (found) {
                at_.push_back(*found);
                continue;
            }
            complete = false;
            const std::string nearest = trimode::detail::shown(found.error().nearest);
            complaints_.push_back({1, 1,
                                   "no column '" + std::string(wanted) + "' at line 1, column 1" +
                                       (nearest.empty() ? "" : ", the nearest is '" + nearest + "'") +
                                       "; expected: " + header});
        }
        if (!complete) table_.rows.clear();
    }

    [[nodiscard]] const std::vector<trimode::CsvRow>& rows() const { return table_.rows; }
    [[nodiscard]] Trimmed field(const trimode::CsvRow& row, std::size_t column) const {
        return trimmed(row.fields[at_[column]]);
    }

    void complain(const trimode::Error& error, const std::string& expected) {
        complaints_.push_back({error.line, error.column, trimode::message(error) + "; expected: " + expected});
    }
    /// That what a parser found in a field is wrong.
    void complain(const trimode::CsvRow& row, std::size_t column, trimode::Error within, const std::string& expected) {
        within.column += field(row, column).before;
        complain(row.error_in(at_[column], within), expected);
    }
    /// Names all that is wrong, in the order of the lines. Gives whether nothing is.
    [[nodiscard]] bool report() {
        std::stable_sort(complaints_.begin(), complaints_.end(), [](const Complaint& left, const Complaint& right) {
            return std::pair(left.line, left.column) < std::pair(right.line, right.column);
        });
        for (const Complaint& one : complaints_) std::cerr << name_ << ": " << one.text << '\n';
        return complaints_.empty();
    }

  private:
    struct Complaint {
        std::size_t line;
        std::size_t column;
        std::string text;
    };
    std::string name_;
    trimode::CsvTable table_;
    std::vector<std::size_t> at_;
    std::vector<Complaint> complaints_;
};

/// A number of percent from 0 to `most`, if there is a most.
[[nodiscard]] inline trimode::Result<trimode::Decimal> parse_percent(std::string_view text,
                                                                     std::optional<trimode::Decimal> most) {
    const auto number = trimode::parse_decimal(text);
    if (number && (*number < trimode::Decimal{0} || (most && *number > *most)))
        return trimode::Error{trimode::Fault::out_of_range, 1, 1, text, {}};
    return number;
}

/// One of these areas. trimode::Error: unknown_name, with the nearest of them.
template <class Valid>
[[nodiscard]] trimode::Result<trimode::IssueArea> parse_area(std::string_view text, Valid&& valid) {
    if (const auto area = trimode::parse<trimode::IssueArea>(text); area && valid(*area)) return *area;
    trimode::Nearest nearest(text);
    for (const trimode::IssueArea area : trimode::all<trimode::IssueArea>()) {
        if (!valid(area)) continue;
        std::string_view spellings = trimode::detail::table<trimode::IssueArea>.entries[trimode::index(area)];
        for (auto word = trimode::detail::next_word(spellings); !word.empty();
             word = trimode::detail::next_word(spellings)) {
            nearest.consider(word, trimode::name(area));
        }
    }
    return trimode::Error{text.empty() ? trimode::Fault::nothing_there : trimode::Fault::unknown_name, 1, 1, text,
                          nearest.best()};
}
/// Their names.
template <class Valid>
[[nodiscard]] std::string listed(Valid&& valid) {
    std::vector<std::string> names;
    for (const trimode::IssueArea area : trimode::all<trimode::IssueArea>()) {
        if (valid(area)) names.emplace_back(trimode::name(area));
    }
    return list(names);
}

}  // namespace support
