// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Quantity: a number with its unit, in the form in which the source gives it.
/// Layer: base.
#pragma once

#include <compare>
#include <cstdint>

#include <trimode/base/decimal.hpp>
#include <trimode/base/names.hpp>

namespace trimode {

/// What is counted or measured.
enum class Unit : std::uint8_t {
    us_dollars,  ///< As stated, at prices of the time.
    roubles,     ///< Russian roubles, as stated.
    percent,     ///< Of what the measure names.
    persons,
    years,
    hectares,
    kilometres,
    items,       ///< Countable things that the measure names: agreements, checkpoints, visits.
};

/// The spellings of Unit.
consteval auto names_of(Unit) {
    return names<Unit>("us_dollars USD", "roubles RUB", "percent %", "persons", "years", "hectares ha", "kilometres km",
                       "items");
}

/// How a number is given. "More than 290" is `at_least` 290: whether the end belongs to it is not recorded.
enum class Form : std::uint8_t {
    exact,
    interval,   ///< One value, known only to lie between two.
    at_least,
    at_most,
    about,
    over_time,  ///< Different values at different times within the period; not a doubt about one value.
};

/// The spellings of Form.
consteval auto names_of(Form) { return names<Form>("exact", "interval", "at_least", "at_most", "about", "over_time"); }

/// A number of one unit. Two units are two types: adding or comparing dollars and persons does not compile.
template <Unit U>
struct Quantity {
    Form form = Form::exact;
    Decimal low{};   ///< The least value; the number itself when there is one. Zero for `at_most`.
    Decimal high{};  ///< The greatest value; equal to `low` when there is one number. Meaningless for `at_least`.

    /// Only exact numbers have an order. Error: unordered when either is not exact.
    [[nodiscard]] friend constexpr std::partial_ordering operator<=>(const Quantity& left, const Quantity& right) noexcept {
        if (left.form != Form::exact || right.form != Form::exact) return std::partial_ordering::unordered;
        return left.low <=> right.low;
    }
    [[nodiscard]] friend constexpr bool operator==(const Quantity& left, const Quantity& right) noexcept {
        return left.form == right.form && left.low == right.low && left.high == right.high;
    }
};

/// The four forms of a single number; the unit is that of the type, any number is valid.
template <Unit U>
[[nodiscard]] constexpr Quantity<U> exactly(Decimal number) noexcept {
    return {Form::exact, number, number};
}
template <Unit U>
[[nodiscard]] constexpr Quantity<U> about(Decimal number) noexcept {
    return {Form::about, number, number};
}
template <Unit U>
[[nodiscard]] constexpr Quantity<U> at_least(Decimal number) noexcept {
    return {Form::at_least, number, number};
}
template <Unit U>
[[nodiscard]] constexpr Quantity<U> at_most(Decimal number) noexcept {
    return {Form::at_most, Decimal{}, number};
}

namespace detail {
/// Called only where a range in the program has its ends the wrong way round; its name is the message.
void the_lower_end_comes_first();
}  // namespace detail

/// One value between two numbers. Error: does not compile when the first is the greater.
template <Unit U>
[[nodiscard]] consteval Quantity<U> between(Decimal low, Decimal high) {
    if (low > high) detail::the_lower_end_comes_first();
    return {Form::interval, low, high};
}
/// Values that moved between two numbers over the period. Error: does not compile when the first is the greater.
template <Unit U>
[[nodiscard]] consteval Quantity<U> over_time(Decimal low, Decimal high) {
    if (low > high) detail::the_lower_end_comes_first();
    return {Form::over_time, low, high};
}

/// A quantity whose unit is known only at run time: what tables of claims hold.
struct AnyQuantity {
    Unit unit = Unit::items;
    Form form = Form::exact;
    Decimal low{};
    Decimal high{};

    constexpr AnyQuantity() noexcept = default;
    template <Unit U>
    constexpr AnyQuantity(const Quantity<U>& quantity) noexcept
        : unit(U), form(quantity.form), low(quantity.low), high(quantity.high) {}
    [[nodiscard]] friend constexpr bool operator==(const AnyQuantity&, const AnyQuantity&) noexcept = default;
};

}  // namespace trimode
