// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Decimal: an exact decimal number, compared exactly; what the sources print is what is stored.
/// Layer: base.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <trimode/base/on_use.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/text.hpp>

namespace trimode {

/// A decimal number: a whole number divided by a power of ten, in lowest terms.
/// Range: up to 18 significant digits, up to 18 of them behind the point.
class Decimal {
public:
    constexpr Decimal() noexcept = default;
    /// A whole number. Only an int: other types would be cut or wrapped; text goes through `parse_decimal`.
    template <std::same_as<std::int32_t> Int>
    constexpr Decimal(Int whole) noexcept : digits_(whole) {}

    /// `digits` divided by ten to the power of `places`. Error: empty beyond the range.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr std::optional<Used<Use, Decimal>> of(std::int64_t digits, int places) noexcept {
        while (places > 0 && digits % 10 == 0) {
            digits /= 10;
            --places;
        }
        if (places < 0 || places > 18 || digits > largest || digits < -largest) return std::nullopt;
        Decimal decimal;
        decimal.digits_ = digits;
        decimal.places_ = places;
        return decimal;
    }

    /// The number without its point. Unit: 10 to the power of minus `places()`.
    [[nodiscard]] constexpr std::int64_t digits() const noexcept { return digits_; }
    [[nodiscard]] constexpr int places() const noexcept { return static_cast<int>(places_); }

    [[nodiscard]] friend constexpr bool operator==(Decimal, Decimal) noexcept = default;
    /// Exact: the whole parts first, then what is behind the point.
    [[nodiscard]] friend constexpr std::strong_ordering operator<=>(Decimal left, Decimal right) noexcept {
        const std::int64_t left_whole = left.digits_ / power(left.places_);
        const std::int64_t right_whole = right.digits_ / power(right.places_);
        if (left_whole != right_whole) return left_whole <=> right_whole;
        const std::int64_t left_rest = left.digits_ % power(left.places_) * power(18 - left.places_);
        const std::int64_t right_rest = right.digits_ % power(right.places_) * power(18 - right.places_);
        return left_rest <=> right_rest;
    }

    /// The exact product. Error: empty when it has more digits than a Decimal holds.
    template <class Use = OnUse>
    [[nodiscard]] friend constexpr std::optional<Used<Use, Decimal>> product(Decimal left, Decimal right) noexcept {
        const auto size = [](std::int64_t n) { return n < 0 ? -n : n; };
        std::int64_t a = left.digits_;
        std::int64_t b = right.digits_;
        int places = left.places() + right.places();
        // Every ten in the product is a two of the one and a five of the other (or of the same).
        const auto cancel = [&places](std::int64_t& twos, std::int64_t& fives) {
            while (places > 0 && twos != 0 && fives != 0 && twos % 2 == 0 && fives % 5 == 0) {
                twos /= 2;
                fives /= 5;
                --places;
            }
        };
        cancel(a, b);
        cancel(b, a);
        cancel(a, a);
        cancel(b, b);
        if (a == 0 || b == 0) return Used<Use, Decimal>{};
        if (size(b) > largest / size(a)) return std::nullopt;
        return Used<Use, Decimal>::of(a * b, places);
    }

private:
    static constexpr std::int64_t largest = 999'999'999'999'999'999;
    [[nodiscard]] static constexpr std::int64_t power(std::int64_t exponent) noexcept {
        std::int64_t result = 1;
        for (std::int64_t i = 0; i < exponent; ++i) result *= 10;
        return result;
    }
    std::int64_t digits_ = 0;
    std::int64_t places_ = 0;  // as wide as it is so that no padding follows: clang 14 loses what lies behind padding in
                               // the result of a consteval function
};

/// The number of a text such as `-12`, `21.3` or `.05`. Error: nothing_there, unexpected_character, out_of_range.
template <class Use = OnUse>
[[nodiscard]] constexpr Result<Used<Use, Decimal>> parse_decimal(std::string_view text) noexcept {
    std::size_t at = !text.empty() && text.front() == '-' ? 1 : 0;
    const bool negative = at == 1;
    std::int64_t digits = 0;
    int places = 0;
    bool point = false;
    bool any = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && !point) {
            point = true;
            continue;
        }
        if (!detail::is_digit(text[at])) return Error{Fault::unexpected_character, 1, at + 1, text.substr(at, 1), {}};
        any = true;
        if (digits > (999'999'999'999'999'999 - (text[at] - '0')) / 10) return Error{Fault::out_of_range, 1, 1, text, {}};
        digits = digits * 10 + (text[at] - '0');
        if (point) ++places;
    }
    if (!any) return Error{Fault::nothing_there, 1, text.size() + 1, text, {}};
    const auto decimal = Used<Use, Decimal>::of(negative ? -digits : digits, places);
    if (!decimal) return Error{Fault::out_of_range, 1, 1, text, {}};
    return *decimal;
}

namespace detail {
/// Called only where a number in the program is not a decimal; its name is the message.
void not_a_decimal_number();
}  // namespace detail

/// A number that is written in the program. Error: does not compile when `parse_decimal` would fail.
template <class Use = OnUse>
[[nodiscard]] consteval Used<Use, Decimal> decimal(std::string_view text) {
    const auto result = parse_decimal<Use>(text);
    if (!result) detail::not_a_decimal_number();
    return *result;
}

/// The number as plain digits: `1200000000`, `21.3`, `-0.05`.
[[nodiscard]] constexpr Text<24> text(Decimal decimal) noexcept {
    Text<24> out;
    auto digits = static_cast<std::uint64_t>(decimal.digits() < 0 ? -decimal.digits() : decimal.digits());
    if (decimal.digits() < 0) out += '-';
    std::uint64_t power = 1;
    for (int i = 0; i < decimal.places(); ++i) power *= 10;
    out.add(digits / power);
    if (decimal.places() > 0) {
        out += '.';
        out.add(digits % power, static_cast<std::size_t>(decimal.places()));
    }
    return out;
}

}  // namespace trimode
