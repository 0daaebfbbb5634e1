// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The scale that a command line asks for: cut-offs of one's own, and figures that are carried to later years.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/framework/dependency_scale.hpp>

#include "support/arguments.hpp"
#include "support/csv_input.hpp"
#include "support/files.hpp"

namespace support {

/// Cut-offs that go before the library's.
struct OwnCutOffs {
    std::vector<trimode::CutOffs> rows{};
    bool whole = true;  ///< Whether nothing was wrong with the file.
};

/// Cut-offs for the issue areas that are valid; where a line is wrong, the library's stay.
template <class Valid>
[[nodiscard]] OwnCutOffs read_cut_offs(const std::string& name, std::string_view text, Valid&& valid) {
    OwnCutOffs read;
    Input input(name, text, {"issue_area", "e1", "e2", "s1", "s2", "s3"});
    trimode::Set<trimode::IssueArea> done;
    for (const trimode::CsvRow& row : input.rows()) {
        const auto area = parse_area(input.field(row, 0).text, valid);
        if (!area) input.complain(row, 0, area.error(), "an issue area: " + listed(valid));
        if (area && done.contains(*area)) {
            input.complain(row, 0, {trimode::Fault::said_twice, 1, 1, input.field(row, 0).text, {}},
                           "one line for each issue area");
        }
        bool fine = area && !done.contains(*area);
        std::array<trimode::Decimal, 5> cuts;
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const std::string_view said = input.field(row, i + 1).text;
            const auto cut = parse_percent(said, trimode::Decimal{100});
            const bool falls = cut && i != 0 && i != 2 && *cut < cuts[i - 1];
            const trimode::Error wrong =
                cut ? trimode::Error{trimode::Fault::out_of_range, 1, 1, said, {}} : cut.error();
            if (!cut || falls)
                input.complain(row, i + 1, wrong, "percentages from 0 to 100, e1 <= e2 and s1 <= s2 <= s3");
            fine = fine && cut && !falls;
            cuts[i] = *cut;
        }
        if (!fine) continue;
        done.insert(*area);
        trimode::CutOffs own = trimode::default_scale.find(*area).value_or(trimode::CutOffs{.area = *area});
        own.e1 = cuts[0];
        own.e2 = cuts[1];
        own.s1 = cuts[2];
        own.s2 = cuts[3];
        own.s3 = cuts[4];
        own.anchor = "one's own";
        own.marks = {};
        read.rows.push_back(own);
    }
    read.whole = input.report();
    return read;
}

/// The cut-offs of the file that `--cut-offs` names; none without it. Throws WrongArguments.
template <class Valid>
[[nodiscard]] OwnCutOffs cut_offs_asked(const Arguments& arguments, Valid&& valid) {
    if (!arguments.has("--cut-offs")) return {};
    const std::string file = arguments.value("--cut-offs");
    return read_cut_offs(file, read_file(file), valid);
}

/// A whole number of years that the command line gives.
[[nodiscard]] inline int parse_years(const Arguments& arguments, const std::string& option,
                                     trimode::Result<int> (*read)(std::string_view), const std::string& valid) {
    const std::string given = arguments.value(option);
    const auto years = read(given);
    if (!years) {
        throw WrongArguments{"wrong value for " + option + ": " + trimode::message(years.error()) +
                             "\nvalid: " + valid};
    }
    return *years;
}
/// A number of years.
[[nodiscard]] inline trimode::Result<int> parse_count(std::string_view text) {
    const auto number = trimode::parse_decimal(text);
    if (!number) return number.error();
    if (number->places() != 0 || *number < trimode::Decimal{0} || *number > trimode::Decimal{9999}) {
        return trimode::Error{trimode::Fault::out_of_range, 1, 1, text, {}};
    }
    return static_cast<int>(number->digits());
}
/// How many years `--carry` asks for. Throws WrongArguments.
[[nodiscard]] inline int carry_asked(const Arguments& arguments) {
    return parse_years(arguments, "--carry", parse_count, "a number of years from 0 to 9999");
}

/// The options that `cut_offs_asked` and `carry_asked` read.
[[nodiscard]] inline Option carry_option() {
    return {"--carry", "YEARS", "where a figure is unknown, take the latest of so many years before", "0", {}};
}
[[nodiscard]] inline Option cut_offs_option() {
    return {"--cut-offs", "FILE", "CSV issue_area,e1,e2,s1,s2,s3 in place of the scale's cut-offs", "", {}};
}

}  // namespace support
