// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/decimal.hpp>

#include "base/generator.hpp"

namespace {

using trimode::decimal;
using trimode::Decimal;
using trimode::Fault;
using trimode::parse_decimal;

static_assert(std::is_trivially_copyable_v<Decimal> && sizeof(Decimal) <= 16);
static_assert(std::is_nothrow_default_constructible_v<Decimal>&& noexcept(
    Decimal::of(1, 1)) && noexcept(parse_decimal("")));
static_assert(noexcept(product(Decimal{}, Decimal{})) && noexcept(text(Decimal{})) && noexcept(
    Decimal{} < Decimal{}));
static_assert(Decimal{} == Decimal{0} && decimal("-0") == Decimal{0});

__extension__ typedef __int128 Wide;  // the second computation has room for every product

constexpr std::int64_t largest = 999'999'999'999'999'999;

Wide wide_power(int exponent) {
    Wide result = 1;
    while (exponent-- > 0) result *= 10;
    return result;
}

/// The order of a / 10^p and b / 10^q, brought to one denominator.
std::strong_ordering order(std::int64_t a, int p, std::int64_t b, int q) {
    const Wide left = Wide{a} * wide_power(q);
    const Wide right = Wide{b} * wide_power(p);
    if (left < right) return std::strong_ordering::less;
    return left == right ? std::strong_ordering::equal : std::strong_ordering::greater;
}

/// The decimal of a number of any size, if there is one.
std::optional<Decimal> fitted(Wide digits, int places) {
    while (places > 0 && digits % 10 == 0) {
        digits /= 10;
        --places;
    }
    if (places > 18 || digits > largest || digits < -largest) return std::nullopt;
    return Decimal::of(static_cast<std::int64_t>(digits), places);
}

/// Numbers of every size, many of them at an edge.
std::int64_t some_digits(test::Generator& random) {
    std::int64_t digits = static_cast<std::int64_t>(random.next() % 1'000'000'000'000'000'000U);
    for (std::uint32_t shorter = random.below(19); shorter > 0; --shorter) digits /= 10;
    if (random.below(8) == 0) digits = largest - random.below(3);
    if (random.below(8) == 0) digits = random.below(3);
    return random.below(2) == 0 ? digits : -digits;
}

}  // namespace

TEST_CASE("lowest terms") {
    CHECK(Decimal::of(2130, 2) == decimal("21.3"));
    CHECK(Decimal::of(2130, 2)->digits() == 213);
    CHECK(Decimal::of(2130, 2)->places() == 1);
    CHECK(Decimal::of(-2000, 3) == Decimal{-2});
    CHECK(Decimal::of(2000, 0)->digits() == 2000);
    CHECK(Decimal::of(0, 7) == Decimal{0});
    CHECK(Decimal::of(0, 7)->places() == 0);
    CHECK(Decimal{7}.digits() == 7);
    CHECK(Decimal{(std::numeric_limits<std::int32_t>::min)()}.digits() == -2147483648LL);
}

TEST_CASE("the edges of the range") {
    CHECK(Decimal::of(largest, 0));
    CHECK(Decimal::of(-largest, 0));
    CHECK(Decimal::of(largest, 18));
    CHECK(Decimal::of(1, 18));
    CHECK_FALSE(Decimal::of(1, 19));
    CHECK_FALSE(Decimal::of(1, -1));
    CHECK_FALSE(Decimal::of(largest + 1, 0));
    CHECK_FALSE(Decimal::of(-largest - 1, 0));
    CHECK(Decimal::of(largest + 1, 1));  // 10^18 / 10 is 10^17
    CHECK(Decimal::of(10, 19) == Decimal::of(1, 18));
    CHECK_FALSE(Decimal::of((std::numeric_limits<std::int64_t>::max)(), 0));
    CHECK_FALSE(Decimal::of((std::numeric_limits<std::int64_t>::min)(), 0));
    CHECK_FALSE(Decimal::of((std::numeric_limits<std::int64_t>::min)(), 18));
    CHECK_FALSE(Decimal::of(1, (std::numeric_limits<int>::max)()));
    CHECK_FALSE(Decimal::of(1, (std::numeric_limits<int>::min)()));
}

TEST_CASE("the order of two decimals is that of the fractions") {
    test::Generator random(2);
    std::size_t wrong = 0;
    std::size_t equal = 0;
    for (int i = 0; i < 100000; ++i) {
        std::int64_t a = some_digits(random);
        int p = static_cast<int>(random.below(19));
        std::int64_t b = some_digits(random);
        int q = static_cast<int>(random.below(19));
        if (random.below(4) == 0) {  // close by, or the same
            b = a + static_cast<std::int64_t>(random.below(3)) - 1;
            q = p;
        }
        const auto left = Decimal::of(a, p);
        const auto right = Decimal::of(b, q);
        if (!left || !right) {
            if (b <= largest && b >= -largest) ++wrong;
            continue;
        }
        const auto expected = order(a, p, b, q);
        equal += expected == 0 ? 1U : 0U;
        if ((*left <=> *right) != expected || (*left == *right) != (expected == 0) ||
            (*left < *right) != (expected < 0) || (*left >= *right) != (expected >= 0)) {
            ++wrong;
        }
    }
    CHECK(wrong == 0);
    CHECK(equal > 1000);
}

TEST_CASE("the order around zero") {
    constexpr std::array rising{decimal("-1.5"),  decimal("-1.2"), decimal("-1"),   decimal("-0.5"),
                                decimal("-0.05"), decimal("0"),    decimal("0.05"), decimal("0.3"),
                                decimal("0.5"),   decimal("1"),    decimal("1.2"),  decimal("1.5"),
                                decimal("2"),     decimal("10")};
    for (std::size_t i = 0; i < rising.size(); ++i) {
        for (std::size_t j = 0; j < rising.size(); ++j)
            CHECK((rising[i] <=> rising[j]) == (i <=> j));
    }
}

TEST_CASE("a product is exact or empty") {
    test::Generator random(3);
    std::size_t wrong = 0;
    std::size_t found = 0;
    for (int i = 0; i < 100000; ++i) {
        const auto left = Decimal::of(some_digits(random), static_cast<int>(random.below(19)));
        const auto right = Decimal::of(some_digits(random), static_cast<int>(random.below(19)));
        const auto expected =
            fitted(Wide{left->digits()} * right->digits(), left->places() + right->places());
        const auto answer = product(*left, *right);
        if (answer && answer != expected) ++wrong;
        if (!expected && answer) ++wrong;
        if (answer != product(*right, *left)) ++wrong;
        found += answer ? 1U : 0U;
    }
    CHECK(wrong == 0);
    CHECK(found > 10000);
    CHECK(product(Decimal{-3}, decimal("0.5")) == decimal("-1.5"));
    CHECK(product(decimal("-0.1"), decimal("-0.1")) == decimal("0.01"));
    CHECK(product(Decimal{0}, decimal("999999999999999999")) == Decimal{0});
    CHECK(product(decimal("999999999999999999"), Decimal{1}) == decimal("999999999999999999"));
    CHECK_FALSE(product(decimal("999999999999999999"), Decimal{2}));
    CHECK_FALSE(product(decimal("0.000000001"), decimal("0.0000000001")));
    CHECK(product(decimal("0.000000001"), decimal("0.000000001")) ==
          decimal("0.000000000000000001"));
}

TEST_CASE("a product that a decimal holds is found") {
    // "Error: empty when it has more digits than a Decimal holds", and only then.
    CHECK(product(decimal("500000000000000000"), decimal("0.2")) == decimal("100000000000000000"));
    CHECK(product(decimal("999999999999999998"), decimal("0.5")) == decimal("499999999999999999"));
    CHECK(product(decimal("-999999999999999998"), decimal("0.5")) ==
          decimal("-499999999999999999"));
    test::Generator random(4);
    std::size_t missing = 0;
    for (int i = 0; i < 100000; ++i) {
        const auto left = Decimal::of(some_digits(random), static_cast<int>(random.below(19)));
        const auto right = Decimal::of(some_digits(random), static_cast<int>(random.below(19)));
        const auto expected =
            fitted(Wide{left->digits()} * right->digits(), left->places() + right->places());
        if (expected && !product(*left, *right)) ++missing;
    }
    CHECK(missing == 0);
}

TEST_CASE("decimals are written plainly") {
    CHECK(text(Decimal{0}).view() == "0");
    CHECK(text(Decimal{-12}).view() == "-12");
    CHECK(text(decimal("1200000000")).view() == "1200000000");
    CHECK(text(decimal("21.30")).view() == "21.3");
    CHECK(text(decimal("-0.05")).view() == "-0.05");
    CHECK(text(decimal(".05")).view() == "0.05");
    CHECK(text(decimal("-999999999999999999")).view() == "-999999999999999999");
    CHECK(text(decimal("-.999999999999999999")).view() == "-0.999999999999999999");
    CHECK(text(decimal("0.000000000000000001")).view() == "0.000000000000000001");
    CHECK(text(decimal("123456789.012345678")).view() == "123456789.012345678");
}

TEST_CASE("every decimal there and back") {
    test::Generator random(5);
    std::size_t wrong = 0;
    for (int i = 0; i < 50000; ++i) {
        const auto number = Decimal::of(some_digits(random), static_cast<int>(random.below(19)));
        const auto back = parse_decimal(text(*number));
        if (!back || *back != *number || text(*number).cut()) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("digits with a point anywhere") {
    test::Generator random(6);
    std::size_t wrong = 0;
    for (int i = 0; i < 50000; ++i) {
        std::string digits;
        for (std::uint32_t size = 1 + random.below(18); size > 0; --size)
            digits += static_cast<char>('0' + random.below(10));
        std::int64_t whole = 0;
        for (const char c : digits) whole = whole * 10 + (c - '0');
        const bool negative = random.below(2) == 0;
        const std::uint32_t places = random.below(static_cast<std::uint32_t>(digits.size()) + 1);
        std::string text = digits;
        if (places > 0 || random.below(2) == 0) text.insert(text.size() - places, ".");
        text.insert(0, std::string(random.below(3), '0'));
        const auto result = parse_decimal(negative ? '-' + text : text);
        if (!result || *result != *Decimal::of(negative ? -whole : whole, static_cast<int>(places)))
            ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("eighteen digits and one more") {
    CHECK(*parse_decimal("999999999999999999") == Decimal::of(largest, 0));
    CHECK(*parse_decimal("-999999999999999999") == Decimal::of(-largest, 0));
    CHECK(*parse_decimal("0.999999999999999999") == Decimal::of(largest, 18));
    CHECK(*parse_decimal("000000000000000000000000021.3") == decimal("21.3"));
    CHECK(*parse_decimal("0.0000000000000000000000") == Decimal{0});
    for (const std::string_view text :
         {"1000000000000000000", "-1000000000000000000", "9999999999999999999999999",
          "0.0000000000000000001", "1.0000000000000000001", "-9223372036854775808",
          "18446744073709551616"}) {
        CAPTURE(std::string(text));
        const auto result = parse_decimal(text);
        CHECK_FALSE(result.ok());
        CHECK(result.error() == trimode::Error{Fault::out_of_range, 1, 1, text, {}});
    }
}

TEST_CASE("texts that are no decimal and where") {
    struct Row {
        std::string_view text;
        Fault fault;
        std::size_t column;
    };
    constexpr std::array rows = std::to_array<Row>({
        {"", Fault::nothing_there, 1},
        {"-", Fault::nothing_there, 2},
        {".", Fault::nothing_there, 2},
        {"-.", Fault::nothing_there, 3},
        {"1,2", Fault::unexpected_character, 2},
        {"1.2.3", Fault::unexpected_character, 4},
        {"..1", Fault::unexpected_character, 2},
        {"--1", Fault::unexpected_character, 2},
        {"1-", Fault::unexpected_character, 2},
        {"+1", Fault::unexpected_character, 1},
        {" 1", Fault::unexpected_character, 1},
        {"1 ", Fault::unexpected_character, 2},
        {"1e5", Fault::unexpected_character, 2},
        {"0x10", Fault::unexpected_character, 2},
        {"12%", Fault::unexpected_character, 3},
        {"nan", Fault::unexpected_character, 1},
    });
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const auto result = parse_decimal(row.text);
        CHECK_FALSE(result.ok());
        CHECK(trimode::name(result.error().fault) == trimode::name(row.fault));
        CHECK(result.error().column == row.column);
        if (row.fault == Fault::unexpected_character)
            CHECK(result.error().found == row.text.substr(row.column - 1, 1));
    }
}

TEST_CASE("no number becomes a decimal that is not it") {
    // A share of 21.3 would be 21, and five thousand million persons 705032704, without a word from
    // the compiler.
    CHECK(std::is_convertible_v<std::int32_t, Decimal>);
    CHECK_FALSE(std::is_convertible_v<double, Decimal>);
    CHECK_FALSE(std::is_convertible_v<std::int64_t, Decimal>);
    CHECK_FALSE(std::is_convertible_v<std::uint32_t, Decimal>);
}
