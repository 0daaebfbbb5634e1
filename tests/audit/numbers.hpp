// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The numbers of a text in whatever spelling: digits, words, scales, per cent, decades.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/base/decimal.hpp>

#include "audit/text.hpp"

namespace audit {

/// A number that a text prints, and where.
struct Value {
    enum class Kind { number, percent, decade };
    trimode::Decimal number{};
    Kind kind = Kind::number;
    bool weak =
        false;  ///< "one", "first", "both": hardly ever a number; a statement need not have it from the document.
    std::size_t at = 0;  ///< Of the text.
    std::size_t size = 0;
};

namespace detail {

struct Token {
    std::string text;  ///< Digits with point, a word in lower case, or a sign.
    bool digits = false;
    std::size_t at = 0;
    std::size_t end = 0;
};

/// Digits (with commas between thousands, and a point), words, and signs. A hyphen between words is white space.
[[nodiscard]] inline std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    const auto digit_at = [text](std::size_t i) { return i < text.size() && is_digit(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        Token token{{}, false, i, i};
        if (is_digit(text[i])) {
            token.digits = true;
            while (digit_at(i)) {
                token.text += text[i++];
                const bool thousands = i < text.size() && text[i] == ',' && token.text.size() <= 3 && digit_at(i + 1) &&
                                       digit_at(i + 2) && digit_at(i + 3) && !digit_at(i + 4);
                const bool more = i < text.size() && text[i] == ',' && token.text.size() > 3 && digit_at(i + 1) &&
                                  digit_at(i + 2) && digit_at(i + 3) && !digit_at(i + 4) &&
                                  token.at + token.text.size() < i;
                const bool point =
                    i < text.size() && text[i] == '.' && digit_at(i + 1) && token.text.find('.') == std::string::npos;
                if (thousands || more) ++i;
                if (point) token.text += text[i++];
            }
        } else if (is_letter(text[i])) {
            while (i < text.size() && is_letter(text[i])) ++i;
            token.text = lower(text.substr(token.at, i - token.at));
        } else {
            if (is_space(text[i])) {
                ++i;
                continue;
            }
            token.text = text[i++];
        }
        token.end = i;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

struct NumberWord {
    std::string_view word;
    int value;
};

inline constexpr auto small_numbers = std::to_array<NumberWord>(
    {{"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
     {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
     {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
     {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
     {"seventy", 70},  {"eighty", 80},   {"ninety", 90}});

/// Words for a number that take no scale behind them.
inline constexpr auto other_numbers = std::to_array<NumberWord>(
    {{"first", 1},    {"once", 1},       {"second", 2},     {"third", 3},      {"fourth", 4},  {"fifth", 5},
     {"sixth", 6},    {"seventh", 7},    {"eighth", 8},     {"ninth", 9},      {"tenth", 10},  {"eleventh", 11},
     {"twelfth", 12}, {"fifteenth", 15}, {"twentieth", 20}, {"thirtieth", 30}, {"twice", 2},   {"double", 2},
     {"doubled", 2},  {"both", 2},       {"couple", 2},     {"triple", 3},     {"tripled", 3}, {"dozen", 12},
     {"dozens", 12},  {"century", 100}});

inline constexpr auto scales = std::to_array<std::pair<std::string_view, int>>({{"hundred", 100},
                                                                                {"hundreds", 100},
                                                                                {"thousand", 1000},
                                                                                {"thousands", 1000},
                                                                                {"million", 1000000},
                                                                                {"millions", 1000000},
                                                                                {"mln", 1000000},
                                                                                {"billion", 1000000000},
                                                                                {"billions", 1000000000},
                                                                                {"bn", 1000000000}});

template <class Table>
[[nodiscard]] std::optional<int> look_up(const Table& table, std::string_view word) {
    for (const auto& [key, value] : table) {
        if (key == word) return value;
    }
    return std::nullopt;
}

}  // namespace detail

/// The numbers of a folded text. A number of decades is given in years too; an ordinal is the number it comes from.
[[nodiscard]] inline std::vector<Value> values_in(std::string_view text) {
    using trimode::Decimal;
    const std::vector<detail::Token> tokens = detail::tokens_of(text);
    std::vector<Value> values;
    const auto word = [&](std::size_t i) {
        return i < tokens.size() ? std::string_view(tokens[i].text) : std::string_view();
    };
    const auto joins = [&](std::size_t i) {  // "21st", "2000s": nothing between
        return i > 0 && i < tokens.size() && tokens[i - 1].end == tokens[i].at;
    };
    for (std::size_t i = 0; i < tokens.size();) {
        const std::size_t first = i;
        std::optional<Decimal> number;
        bool weak = false;
        bool ordinal = false;
        Value::Kind kind = Value::Kind::number;
        if (tokens[i].digits) {
            if (const auto read = trimode::parse_decimal(tokens[i].text)) number = *read;
            ++i;
            if (number && joins(i) && word(i) == "s" && tokens[first].text.size() == 4 &&
                tokens[first].text[3] == '0') {
                kind = Value::Kind::decade;
                ++i;
            } else if (joins(i) && (word(i) == "st" || word(i) == "nd" || word(i) == "rd" || word(i) == "th")) {
                ordinal = true;
                ++i;
            }
        } else if (const auto small = detail::look_up(detail::small_numbers, word(i))) {
            int sum = *small;
            ++i;
            const std::size_t unit = word(i) == "-" ? i + 1 : i;
            if (const auto ones = detail::look_up(detail::small_numbers, word(unit)); sum >= 20 && ones && *ones < 10) {
                sum += *ones;
                i = unit + 1;
            }
            number = Decimal{sum};
            weak = sum == 1;
        } else if (const auto other = detail::look_up(detail::other_numbers, word(i))) {
            number = Decimal{*other};
            weak = *other == 1 || word(i) == "both";
            ordinal = word(i) != "couple";
            ++i;
        } else if (word(i) == "half" || word(i) == "halved") {
            number = Decimal::of(5, 1);
            ++i;
        } else if (detail::look_up(detail::scales, word(i)) || word(i) == "decade" || word(i) == "decades") {
            number = Decimal{1};  // "a million", "several hundreds"; the scale follows
        }
        if (!number) {
            ++i;
            continue;
        }
        if (word(i) == "-" && i + 1 < tokens.size() && !tokens[i + 1].digits) ++i;  // "two-decade"
        while (const auto scale = detail::look_up(detail::scales, word(i))) {
            number = product(*number, Decimal{*scale});
            weak = false;
            ++i;
            if (!number) break;
        }
        if (!number) continue;
        const auto is_percent = [&](std::size_t at) {
            return word(at) == "%" || word(at) == "percent" || (word(at) == "per" && word(at + 1) == "cent");
        };
        if (is_percent(i)) {
            kind = Value::Kind::percent;
            i += word(i) == "per" ? 2U : 1U;
        } else if ((word(i) == "-" || word(i) == "to") && i + 1 < tokens.size() && tokens[i + 1].digits &&
                   is_percent(i + 2)) {
            kind = Value::Kind::percent;
        }
        if (!ordinal && (word(i) == "decade" || word(i) == "decades")) {
            if (!weak && *number != Decimal{1}) {
                values.push_back({*number, kind, true, tokens[first].at, tokens[i - 1].end - tokens[first].at});
            }
            if (const auto years = product(*number, Decimal{10})) number = years;
            weak = false;
            ++i;
        }
        values.push_back({*number, kind, weak, tokens[first].at, tokens[i - 1].end - tokens[first].at});
    }
    return values;
}

/// The number as the audit reports it: `48%`, `201X`, `2000`.
[[nodiscard]] inline std::string shown(const Value& value) {
    std::string digits(trimode::text(value.number).view());
    if (value.kind == Value::Kind::percent) return digits + "%";
    if (value.kind == Value::Kind::decade) return digits.substr(0, 3) + "X";
    return digits;
}

}  // namespace audit
