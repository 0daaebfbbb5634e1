// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Result: a value, or what is wrong with the text that should have given it, and where.
/// Layer: base.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/names.hpp>

namespace trimode {

/// What can be wrong with a text.
enum class Fault : std::uint8_t {
    none,
    nothing_there,         ///< Empty where something was expected.
    unknown_name,          ///< A word that is no name here; `Error::nearest` has the nearest one that is.
    unexpected_character,  ///< A character that cannot stand there.
    open_bracket,          ///< A bracket without its partner.
    no_such_date,          ///< Well formed, but no date of the calendar, or a period that ends before it starts.
    out_of_range,          ///< A number beyond what the type holds.
    too_many_terms,        ///< More terms than the capacity.
    said_twice,            ///< A label that already has a rule, a column with the name of another.
    open_quote,            ///< A quote without its partner.
    quote_in_bare_field,   ///< A quote in a field of CSV that does not begin with one.
    text_behind_quote,     ///< Something between the closing quote of a field and the comma or line end.
    bare_carriage_return,  ///< A CR outside quotes without the LF that makes a line end of it.
    field_count,           ///< A row with another number of fields than its header; `Error::given` and `expected`.
    wrong_length,          ///< A column with another number of elements than the cases need; the same.
};

/// The spellings of Fault.
consteval auto names_of(Fault) {
    return names<Fault>("none", "nothing_there", "unknown_name", "unexpected_character", "open_bracket", "no_such_date",
                        "out_of_range", "too_many_terms", "said_twice", "open_quote", "quote_in_bare_field",
                        "text_behind_quote", "bare_carriage_return", "field_count", "wrong_length");
}

/// What is wrong and where.
struct Error {
    Fault fault = Fault::none;
    std::size_t line = 1;        ///< Unit: lines, from 1.
    std::size_t column = 1;      ///< Unit: bytes, from 1: where the trouble begins.
    std::string_view found{};    ///< The offending part of the input; lives as long as the input does.
    std::string_view nearest{};  ///< The nearest valid name, where there is one; lives for ever, or as long as what
                                 ///< has the names (a CSV table).
    std::size_t given = 0;       ///< For a wrong number of things, how many there are; else 0.
    std::size_t expected = 0;    ///< And how many there should be; else 0.
    [[nodiscard]] friend constexpr bool operator==(const Error&, const Error&) noexcept = default;
};

/// A value or an error. Reading the value of a failed result gives a default value; ask first.
template <class T>
class Result {
public:
    constexpr Result(const T& value) noexcept : value_(value) {}
    constexpr Result(const Error& error) noexcept : error_(error) {}

    [[nodiscard]] constexpr bool ok() const noexcept { return error_.fault == Fault::none; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return ok(); }
    [[nodiscard]] constexpr const T& value() const noexcept { return value_; }
    [[nodiscard]] constexpr const T& operator*() const noexcept { return value_; }
    [[nodiscard]] constexpr const T* operator->() const noexcept { return &value_; }
    [[nodiscard]] constexpr const Error& error() const noexcept { return error_; }

private:
    T value_{};
    Error error_{};
};

}  // namespace trimode
