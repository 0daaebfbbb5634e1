// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Text: sets, formulas, errors, quantities and places in words, and tables with aligned columns.
/// Layer: report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/base/date.hpp>
#include <trimode/base/quantity.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/set.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/framework/formula.hpp>

namespace trimode {

/// The names of a set in the order of the enumeration, joined; `nothing` when it is empty.
template <Named E>
[[nodiscard]] std::string joined(Set<E> set, std::string_view between = ", ", std::string_view nothing = "-") {
    std::string text;
    for (const E value : set) {
        if (!text.empty()) text += between;
        text += name(value);
    }
    return text.empty() ? std::string(nothing) : text;
}

/// One term in the field's notation, with names: `resources*~alternative`; `1` without literals.
template <Named E>
[[nodiscard]] std::string notation(Cube term) {
    std::string text;
    for (const E feature : all<E>()) {
        const Set<E> holding = Set<E>::of_bits(term.holding);
        const Set<E> failing = Set<E>::of_bits(term.failing);
        for (const bool positive : {true, false}) {
            if (!(positive ? holding : failing).contains(feature)) continue;
            if (!text.empty()) text += '*';
            if (!positive) text += '~';
            text += name(feature);
        }
    }
    return text.empty() ? "1" : text;
}

/// A formula in the field's notation, with names; `parse_formula` reads it back. `0` without terms.
template <Named E>
[[nodiscard]] std::string notation(const Formula<E>& formula) {
    std::string text;
    for (const Cube& term : formula.terms()) {
        if (!text.empty()) text += " + ";
        text += notation<E>(term);
    }
    return text.empty() ? "0" : text;
}

namespace detail {

/// A part of some input as a message can show it: control characters as `\x0d`, and no more than its beginning.
[[nodiscard]] inline std::string shown(std::string_view input) {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::size_t most = 80;  // bytes; enough for a line
    std::size_t size = input.size();
    if (size > most) {
        size = most;
        while (size > 0 && (static_cast<unsigned char>(input[size]) & 0xc0U) == 0x80U) --size;  // whole characters
    }
    std::string text;
    for (const char c : input.substr(0, size)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f) {
            text += c;
            continue;
        }
        text += "\\x";
        text += hex[byte >> 4U];
        text += hex[byte & 0xfU];
    }
    return size < input.size() ? text + "..." : text;
}

}  // namespace detail

/// A name as words: "seen_but_not_predicted" is "seen but not predicted".
[[nodiscard]] inline std::string words(std::string_view name) {
    std::string text(name);
    for (char& c : text) {
        if (c == '_') c = ' ';
    }
    return text;
}

/// A day as a date, "2022-02-24"; its number outside the years 1 to 9999.
[[nodiscard]] inline std::string day_text(Day day) {
    const auto date = Date::of_day(day);
    return date ? std::string(edtf(*date).view()) : std::to_string(day);
}

/// What is wrong and where, in a sentence without its full stop. Of what was found it shows at most 80 bytes, and
/// control characters as `\x0d`.
[[nodiscard]] inline std::string message(const Error& error) {
    std::string text = words(name(error.fault));
    text += " at line " + std::to_string(error.line) + ", column " + std::to_string(error.column);
    if (error.given != error.expected) {
        text += ": " + std::to_string(error.given) + " instead of " + std::to_string(error.expected);
    }
    if (!error.found.empty()) text += ": '" + detail::shown(error.found) + "'";
    if (!error.nearest.empty()) text += ", did you mean '" + detail::shown(error.nearest) + "'?";
    return text;
}

/// Levels as a range, such as "medium-high"; a set with gaps as a list.
[[nodiscard]] inline std::string level_text(Set<Level> set) {
    if (set.empty()) return "-";
    Level least = Level::critical;
    Level most = Level::none;
    for (const Level level : set) {
        if (level < least) least = level;
        if (level > most) most = level;
    }
    if (set == levels(least, most) && least != most) return std::string(name(least)) + "-" + std::string(name(most));
    return joined(set, ",");
}

/// A quantity with its form and unit: "about 48 percent", "at least 290 items", "30 to 50 percent over time".
[[nodiscard]] inline std::string quantity_text(const AnyQuantity& quantity) {
    const std::string low(text(quantity.low).view());
    const std::string high(text(quantity.high).view());
    const std::string unit = " " + std::string(name(quantity.unit));
    switch (quantity.form) {
        case Form::exact: break;
        case Form::interval: return "between " + low + " and " + high + unit;
        case Form::at_least: return "at least " + low + unit;
        case Form::at_most: return "at most " + high + unit;
        case Form::about: return "about " + low + unit;
        case Form::over_time: return low + " to " + high + unit + " over time";
    }
    return low + unit;
}

/// Where a claim stands: `000_buriev [12], note 1, "Tajikistan and Russia"`; further blocks in brackets behind it.
[[nodiscard]] inline std::string cite(const Dataset& data, const Claim& claim) {
    std::string place(data.source(claim).id);
    place += " [" + std::to_string(claim.block());
    if (claim.last_block != 0) place += "-" + std::to_string(claim.last_block);
    place += "]";
    if (claim.note != 0) place += ", note " + std::to_string(claim.note);
    const std::string_view heading = section(data, claim);
    if (!heading.empty()) place += ", \"" + std::string(heading) + "\"";
    std::string context;
    for (const std::uint16_t block : claim.context) {
        if (block != 0) context += (context.empty() ? "[" : ", [") + std::to_string(block) + "]";
    }
    if (!context.empty()) place += ", with " + context;
    return place;
}

/// A table with aligned columns. Widths count code points, so that accents do not shift columns.
class Table {
public:
    explicit Table(std::vector<std::string> header) : rows_{std::move(header)} {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    friend std::ostream& operator<<(std::ostream& out, const Table& table) {
        std::vector<std::size_t> widths;
        for (const auto& row : table.rows_) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i == widths.size()) widths.push_back(0);
                if (width(row[i]) > widths[i]) widths[i] = width(row[i]);
            }
        }
        for (std::size_t r = 0; r < table.rows_.size(); ++r) {
            out << table.line(table.rows_[r], widths) << '\n';
            if (r != 0) continue;
            std::string rule;
            for (std::size_t i = 0; i < widths.size(); ++i) rule += (i == 0 ? "" : "  ") + std::string(widths[i], '-');
            out << rule << '\n';
        }
        return out;
    }

private:
    [[nodiscard]] static std::size_t width(std::string_view text) noexcept {
        std::size_t count = 0;
        for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1U : 0U;
        return count;
    }
    [[nodiscard]] static std::string line(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size()) text.append(widths[i] - width(row[i]) + 2, ' ');
        }
        while (!text.empty() && text.back() == ' ') text.pop_back();
        return text;
    }
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace trimode
