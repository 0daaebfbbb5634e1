// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/text.hpp>

using trimode::Text;

static_assert(std::is_trivially_copyable_v<Text<12>> &&
              std::is_convertible_v<Text<12>, std::string_view>);
static_assert(std::is_nothrow_default_constructible_v<Text<12>>);

TEST_CASE("an empty text") {
    constexpr Text<4> text;
    static_assert(text.view().empty() && !text.cut());
}

TEST_CASE("full to the last byte and one beyond") {
    Text<4> text;
    text += "ab";
    text += 'c';
    CHECK(text.view() == "abc");
    text += 'd';
    CHECK(text.view() == "abcd");
    CHECK_FALSE(text.cut());
    text += "";
    CHECK_FALSE(text.cut());
    text += 'e';
    CHECK(text.view() == "abcd");
    CHECK(text.cut());
    text += "";
    CHECK(text.cut());  // it stays cut

    Text<4> at_once;
    at_once += "abcde";
    CHECK(at_once.view() == "abcd");
    CHECK(at_once.cut());

    Text<1> one;
    one += 'x';
    CHECK(one.view() == "x");
    CHECK_FALSE(one.cut());
}

TEST_CASE("numbers") {
    for (const std::uint64_t number :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{9}, std::uint64_t{10},
          std::uint64_t{99}, std::uint64_t{100}, std::uint64_t{18446744073709551615U}}) {
        for (std::size_t digits = 0; digits < 30; ++digits) {
            std::string expected = std::to_string(number);
            while (expected.size() < digits) expected.insert(expected.begin(), '0');
            Text<30> text;
            text.add(number, digits);
            CHECK(text.view() == expected);
            CHECK_FALSE(text.cut());
        }
    }
    Text<20> exactly;
    exactly.add(18446744073709551615U);
    CHECK_FALSE(exactly.cut());
    Text<19> short_of_one;
    short_of_one.add(18446744073709551615U);
    CHECK(short_of_one.cut());
    CHECK(short_of_one.view() == "1844674407370955161");
}

TEST_CASE("texts in a row") {
    Text<16> text;
    (text += "201") += 'X';
    text.add(7, 3) += '~';
    CHECK(std::string_view(text) == "201X007~");
}
