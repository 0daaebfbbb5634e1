// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/date.hpp>

#include "base/enumeration.hpp"

namespace {

using trimode::Date;
using trimode::Day;
using trimode::Days;
using trimode::edtf;
using trimode::Fault;
using trimode::parse_date;
using trimode::Precision;

static_assert(std::is_trivially_copyable_v<Date> && std::is_trivially_copyable_v<Days>);
static_assert(sizeof(Date) <= 8 && sizeof(Days) == 8);
static_assert(std::is_nothrow_default_constructible_v<Date>);
static_assert(!std::is_convertible_v<int, Date>, "a number becomes a date only by name");
static_assert(noexcept(parse_date("")) && noexcept(edtf(Date{})) && noexcept(
    Date::of(1)) && noexcept(Date{}.days()));
static_assert(Date{}.year() == 1 && Date{}.precision() == Precision::year);

/// The calendar, counted: it knows the day after a day and nothing else.
struct Calendar {
    int year;
    int month;
    int day;

    static bool leap(int y) {
        if (y % 400 == 0) return true;
        if (y % 100 == 0) return false;
        return y % 4 == 0;
    }
    static int length(int y, int m) {
        if (m == 2) return leap(y) ? 29 : 28;
        return m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;
    }
    void step() {
        if (++day <= length(year, month)) return;
        day = 1;
        if (++month <= 12) return;
        month = 1;
        ++year;
    }
};

std::string two(int n) {
    return {static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)};
}
std::string four(int n) { return two(n / 100) + two(n % 100); }

/// Whether the way there and back leads to the same date, with and without `~`, and through this
/// text.
bool there_and_back(Date date, const std::string& text) {
    const auto back = parse_date(edtf(date));
    const auto near = parse_date(edtf(date.about()));
    return edtf(date).view() == text && !edtf(date).cut() && back && *back == date &&
           !back->is_about() && edtf(date.about()).view() == text + '~' &&
           !edtf(date.about()).cut() && near && *near == date.about() && near->is_about() &&
           near->days() == date.days() && date != date.about();
}

}  // namespace

TEST_CASE("the names of precisions") {
    test::check_names<Precision>(
        std::array<test::Spelling<Precision>, 4>{{{Precision::decade, "decade"},
                                                  {Precision::year, "year"},
                                                  {Precision::month, "month"},
                                                  {Precision::day, "day"}}});
    CHECK(Precision::decade < Precision::year);
    CHECK(Precision::month < Precision::day);
}

TEST_CASE("days known from elsewhere") {
    CHECK(Date(1970, 1, 1).days() == Days{0, 0});
    CHECK(Date(1969, 12, 31).days() == Days{-1, -1});
    CHECK(Date(2000, 3, 1).days() == Days{11017, 11017});
    CHECK(Date(1582, 10, 15).days() == Days{-141427, -141427});
    CHECK(Date(1, 1, 1).days() == Days{-719162, -719162});
    CHECK(Date(9999, 12, 31).days() == Days{2932896, 2932896});
    CHECK(Date(2022, 2, 24).days() == Days{19047, 19047});
}

TEST_CASE("every day of the years 1 to 9999 has the number that counting gives") {
    Calendar calendar{1, 1, 1};
    std::size_t wrong = 0;
    for (Day number = -719162; number <= 2932896; ++number, calendar.step()) {
        // All of them there; one in seven back, which comes to every day of a month.
        if (trimode::detail::day_number(calendar.year, calendar.month, calendar.day) != number)
            ++wrong;
        if (number % 7 != 0 && calendar.day < 28 && calendar.day > 1) continue;
        const auto back = Date::of_day(number);
        if (!back || back->year() != calendar.year || back->month() != calendar.month ||
            back->day() != calendar.day)
            ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(calendar.year == 10000);
}

TEST_CASE("every day of 1900 to 2100 there and back") {
    Calendar calendar{1900, 1, 1};
    std::size_t wrong = 0;
    Day expected = -25567;
    for (; calendar.year <= 2100; calendar.step(), ++expected) {
        const auto date = Date::of(calendar.year, calendar.month, calendar.day);
        const std::string text =
            four(calendar.year) + '-' + two(calendar.month) + '-' + two(calendar.day);
        if (!date || date->precision() != Precision::day ||
            date->days() != Days{expected, expected} || Date::of_day(expected) != date ||
            !there_and_back(*date, text)) {
            ++wrong;
        }
    }
    CHECK(wrong == 0);
    CHECK(expected == Date(2101, 1, 1).days().first);
}

TEST_CASE("every month and year and decade there and back") {
    std::size_t wrong = 0;
    Day first = -719162;
    Day decade_first = 0;
    for (int year = 1; year <= 9999; ++year) {
        const Day year_first = first;
        if (year % 10 == 0) decade_first = first;
        for (int month = 1; month <= 12; ++month) {
            const Day last = first + Calendar::length(year, month) - 1;
            const auto date = Date::of(year, month);
            if (!date || date->precision() != Precision::month || date->year() != year ||
                date->month() != month || date->day() != 0 || date->days() != Days{first, last} ||
                (year % 100 < 13 && !there_and_back(*date, four(year) + '-' + two(month)))) {
                ++wrong;
            }
            first = last + 1;
        }
        const auto date = Date::of(year);
        if (!date || date->precision() != Precision::year || date->month() != 0 ||
            date->day() != 0 || date->days() != Days{year_first, first - 1} ||
            !there_and_back(*date, four(year))) {
            ++wrong;
        }
        if (year % 10 == 9 && year > 10) {
            const auto decade = Date::decade(year - 9);
            if (!decade || decade->precision() != Precision::decade || decade->year() != year - 9 ||
                decade->month() != 0 || decade->day() != 0 ||
                decade->days() != Days{decade_first, first - 1} ||
                !there_and_back(*decade, four(year).substr(0, 3) + 'X')) {
                ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("numbers that are no date") {
    CHECK_FALSE(Date::of(0));
    CHECK_FALSE(Date::of(-1));
    CHECK_FALSE(Date::of(10000));
    CHECK_FALSE(Date::of(2022, 13));
    CHECK_FALSE(Date::of(2022, -1));
    CHECK_FALSE(Date::of(2022, 0, 1));
    CHECK_FALSE(Date::of(2022, 1, 32));
    CHECK_FALSE(Date::of(2022, 1, -1));
    CHECK_FALSE(Date::of(2022, 4, 31));
    CHECK_FALSE(Date::of(2022, 2, 29));
    CHECK_FALSE(Date::of(1900, 2, 29));
    CHECK_FALSE(Date::of(2100, 2, 29));
    CHECK(Date::of(2000, 2, 29));
    CHECK(Date::of(2024, 2, 29));
    constexpr int largest = (std::numeric_limits<int>::max)();
    constexpr int smallest = (std::numeric_limits<int>::min)();
    for (const int extreme : {largest, smallest}) {
        CHECK_FALSE(Date::of(extreme));
        CHECK_FALSE(Date::of(2022, extreme));
        CHECK_FALSE(Date::of(2022, 1, extreme));
        CHECK_FALSE(Date::decade(extreme));
        CHECK_FALSE(Date::of_day(extreme));
    }
    CHECK_FALSE(Date::decade(0));
    CHECK_FALSE(Date::decade(-10));
    CHECK_FALSE(Date::decade(2011));
    CHECK_FALSE(Date::decade(10000));
    CHECK(Date::decade(10));
    CHECK(Date::decade(9990));
    CHECK(Date::of_day(-719162) == Date(1, 1, 1));
    CHECK_FALSE(Date::of_day(-719163));
    CHECK(Date::of_day(2932896) == Date(9999, 12, 31));
    CHECK_FALSE(Date::of_day(2932897));
}

TEST_CASE("dates are equal in every part or not at all") {
    CHECK(Date(2022) == Date::of(2022));
    CHECK(Date(2022, 2) == Date::of(2022, 2));
    CHECK(Date(2022, 2, 24) == Date::of(2022, 2, 24));
    CHECK(Date(2022) != Date(2022, 1));
    CHECK(Date(2022, 1) != Date(2022, 1, 1));
    CHECK(Date(2010) != *Date::decade(2010));
    CHECK(Date(2022) != Date(2022).about());
    CHECK(Date(2022).about().about() == Date(2022).about());
}

TEST_CASE("days within days") {
    constexpr Days week{10, 16};
    for (Day first = 5; first < 20; ++first) {
        CHECK(week.contains(first) == (first >= 10 && first <= 16));
        for (Day last = first; last < 22; ++last) {
            bool within = true;
            bool common = false;
            for (Day day = first; day <= last; ++day) {
                within = within && day >= 10 && day <= 16;
                common = common || (day >= 10 && day <= 16);
            }
            CHECK(week.contains(Days{first, last}) == within);
            CHECK(week.overlaps(Days{first, last}) == common);
            CHECK(Days{first, last}.overlaps(week) == common);
        }
    }
}

TEST_CASE("texts that are no date and where") {
    struct Row {
        std::string_view text;
        Fault fault;
        std::size_t column;
    };
    constexpr std::array rows = std::to_array<Row>({
        {"", Fault::nothing_there, 1},
        {"2022-02-30", Fault::no_such_date, 1},
        {"2022-02-29", Fault::no_such_date, 1},
        {"2022-02-00", Fault::no_such_date, 1},
        {"2022-00-01", Fault::no_such_date, 1},
        {"2022-04-31", Fault::no_such_date, 1},
        {"2022-01-32", Fault::no_such_date, 1},
        {"2022-13", Fault::no_such_date, 1},
        {"2022-13~", Fault::no_such_date, 1},
        {"2022-00", Fault::no_such_date, 1},
        {"0000", Fault::no_such_date, 1},
        {"0000-01-01", Fault::no_such_date, 1},
        {"000X", Fault::no_such_date, 1},
        {"20X", Fault::unexpected_character, 3},
        {"20XX", Fault::unexpected_character, 3},
        {"201x", Fault::unexpected_character, 4},
        {"201X-01", Fault::unexpected_character, 4},
        {"201XX", Fault::unexpected_character, 4},
        {"2", Fault::nothing_there, 2},
        {"202", Fault::nothing_there, 4},
        {"2022-", Fault::nothing_there, 6},
        {"2022-0", Fault::nothing_there, 7},
        {"2022-02-", Fault::nothing_there, 9},
        {"2022-02-2", Fault::nothing_there, 10},
        {"2022-02-24x", Fault::unexpected_character, 11},
        {"2022-02-24 ", Fault::unexpected_character, 11},
        {"2022-02-24T00:00", Fault::unexpected_character, 11},
        {"2022-2-4", Fault::unexpected_character, 7},
        {"2022/2023", Fault::unexpected_character, 5},
        {"2022.02.24", Fault::unexpected_character, 5},
        {"10000", Fault::unexpected_character, 5},
        {"-2022", Fault::unexpected_character, 1},
        {" 2022", Fault::unexpected_character, 1},
        {"~", Fault::unexpected_character, 1},
        {"~2022", Fault::unexpected_character, 1},
        {"2022~~", Fault::unexpected_character, 5},
        {"2022~-02", Fault::unexpected_character, 5},
        {"202~", Fault::unexpected_character, 4},
        {"2022?", Fault::unexpected_character, 5},
        {"..", Fault::unexpected_character, 1},
    });
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const auto result = parse_date(row.text);
        CHECK_FALSE(result.ok());
        CHECK(trimode::name(result.error().fault) == trimode::name(row.fault));
        CHECK(result.error().line == 1);
        CHECK(result.error().column == row.column);
        if (row.fault == Fault::unexpected_character)
            CHECK(result.error().found == row.text.substr(row.column - 1, 1));
        if (row.fault == Fault::no_such_date) CHECK(result.error().found == row.text);
    }
    CHECK(*parse_date("201X") == *Date::decade(2010));
    CHECK(*parse_date("001X") == *Date::decade(10));
    CHECK(*parse_date("0001") == Date(1));
}

TEST_CASE("every month and day of two figures exists as counted") {
    std::size_t wrong = 0;
    for (const int year :
         {0, 1, 4, 100, 400, 1899, 1900, 1904, 1999, 2000, 2004, 2022, 2100, 9999}) {
        for (int month = 0; month < 100; ++month) {
            const bool month_exists = year > 0 && month >= 1 && month <= 12;
            if (parse_date(four(year) + '-' + two(month)).ok() != month_exists) ++wrong;
            for (int day = 0; day < 100; ++day) {
                const bool exists =
                    month_exists && day >= 1 && day <= Calendar::length(year, month);
                if (parse_date(four(year) + '-' + two(month) + '-' + two(day)).ok() != exists)
                    ++wrong;
                if (month < 20 &&
                    Date::of(year, month == 0 ? 13 : month, day == 0 ? 32 : day).has_value() !=
                        exists)
                    ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("one wrong byte is found where it stands") {
    std::size_t wrong = 0;
    for (const std::string_view good :
         {std::string_view("1111-11-11"), std::string_view("1111-11"), std::string_view("1111")}) {
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(good);
                text[at] = static_cast<char>(byte);
                const bool digit = byte >= '0' && byte <= '9';
                const bool last = at + 1 == text.size();
                const auto result = parse_date(text);
                if (good[at] == '-' ? byte == '-' : digit) {
                    // The digits may make a month or a day that does not exist, but are no
                    // unexpected characters.
                    if (!result && result.error().fault != Fault::no_such_date) ++wrong;
                } else if (byte == 'X' && text.size() == 4 && last) {
                    if (!result) ++wrong;
                } else if (byte == '~' && last) {
                    // One byte short: the mark is legal, what is before it is not.
                    if (result || result.error().column != at + 1) ++wrong;
                } else if (result || result.error().fault != Fault::unexpected_character ||
                           result.error().column != at + 1) {
                    ++wrong;
                }
            }
        }
    }
    CHECK(wrong == 0);
}
