// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/period.hpp>

namespace {

using trimode::Date;
using trimode::during;
using trimode::edtf;
using trimode::End;
using trimode::Fault;
using trimode::parse_period;
using trimode::Period;

static_assert(std::is_trivially_copyable_v<Period> && std::is_trivially_copyable_v<End>);
static_assert(std::is_nothrow_default_constructible_v<Period>&& noexcept(
    parse_period("")) && noexcept(edtf(Period{})));
static_assert(std::is_convertible_v<Date, Period> && std::is_convertible_v<Date, End>);
static_assert(Period{}.undated() && !Period{}.single());
static_assert(End{}.kind == End::Kind::unknown && End::open().kind == End::Kind::open &&
              End(Date(2022)).dated());

}  // namespace

TEST_CASE("the forms of a period") {
    CHECK(during("2010/2019") == Period(Date(2010), Date(2019)));
    CHECK(during("2022-02-24/..") == Period(Date(2022, 2, 24), End::open()));
    CHECK(during("2022/") == Period(Date(2022), End{}));
    CHECK(during("/2022") == Period(End{}, Date(2022)));
    CHECK(during("../2022") == Period(End::open(), Date(2022)));
    CHECK(during("../..") == Period(End::open(), End::open()));
    CHECK(during("/") == Period{});
    CHECK(during("2016") == Period(Date(2016)));
    CHECK(during("201X") == Period(*Date::decade(2010)));
    CHECK(during("2005~/2010-03") == Period(Date(2005).about(), Date(2010, 3)));
    CHECK(during("2016/2016") == during("2016"));
}

TEST_CASE("an unknown end is not an open one") {
    CHECK(during("2022/") != during("2022/.."));
    CHECK(during("/") != during("../.."));
    CHECK(during("/").undated());
    CHECK_FALSE(during("/..").single());
    CHECK_FALSE(during("2022/").undated());
    CHECK_FALSE(during("/2022").undated());
}

TEST_CASE("a period of a text that is no literal") {
    static constexpr std::string_view years = "1997/2005, and more";
    static_assert(during(years.substr(0, 9)) == during("1997/2005"));
    static_assert(during(years.substr(0, 4)) == during("1997"));
    static_assert(during(std::string_view("/..")) == during("/.."));
}

TEST_CASE("a single date") {
    CHECK(during("2016").single());
    CHECK(Period(Date(2016)).single());
    CHECK_FALSE(during("2016/2017").single());
    CHECK_FALSE(during("2016/2016~").single());
    CHECK_FALSE(during("2016/2016-12").single());
    CHECK_FALSE(during("2016/").single());
    CHECK_FALSE(during("../..").single());
}

TEST_CASE("every pair of ends there and back unless it ends before it starts") {
    std::vector<End> ends{End{}, End::open()};
    for (const Date date : {Date(1), Date(1991), Date(2010), Date(2019), Date(2010, 1),
                            Date(2010, 12), Date(2010, 1, 1), Date(2010, 12, 31), Date(2022, 2, 24),
                            *Date::decade(2010), *Date::decade(2020), Date(9999, 12, 31)}) {
        ends.push_back(date);
        ends.push_back(date.about());
    }
    for (const End& from : ends) {
        for (const End& to : ends) {
            const Period period(from, to);
            const auto text = edtf(period);
            CAPTURE(std::string(text.view()));
            CHECK_FALSE(text.cut());
            const auto back = parse_period(text);
            const bool backwards =
                from.dated() && to.dated() && to.date.days().last < from.date.days().first;
            CHECK(back.ok() == !backwards);
            if (back) {
                CHECK(*back == period);
            } else {
                CHECK(back.error().fault == Fault::no_such_date);
                CHECK(back.error().column == 1);
                CHECK(back.error().found == text.view());
            }
        }
    }
}

TEST_CASE("a period that is read in few steps is the one that is parsed") {
    // Whatever is taken is a period, and that one; texts from pieces that go together more often than characters do.
    constexpr std::array<std::string_view, 20> pieces{"2", "20", "201", "2010", "2022", "0009", "X",  "-",  "-0", "-02",
                                                      "-2", "-12", "-13", "-29", "-30", "~",    "/",  "..", ".",  " "};
    std::size_t taken = 0;
    std::size_t refused = 0;
    const auto compare = [&](const std::string& text) {
        Period read;
        const auto parsed = parse_period(text);
        if (!trimode::detail::WrittenPeriod(text.c_str()).read(read)) {
            // What is refused is no period, but for years before 10.
            if (parsed) ++refused;
            return text.find("000") != std::string::npos || !parsed.ok();
        }
        ++taken;
        return parsed.ok() && *parsed == read;
    };
    std::vector<std::string> texts{""};
    for (std::size_t first = 0, length = 0; length < 4; ++length) {
        for (const std::size_t end = texts.size(); first < end; ++first) {
            for (const std::string_view piece : pieces) texts.push_back(texts[first] + std::string(piece));
        }
    }
    for (const std::string& text : texts) {
        if (!compare(text)) FAIL_CHECK(text);
    }
    // Every pair of single dates and ends among them.
    std::vector<std::string> ends;
    for (const std::string& text : texts) {
        if (text.size() <= 11 && text.find('/') == std::string::npos && (text.empty() || parse_period(text))) ends.push_back(text);
    }
    ends.emplace_back("..");
    for (const std::string& from : ends) {
        for (const std::string& to : ends) {
            if (!compare(from + '/' + to)) FAIL_CHECK(from, "/", to);
        }
    }
    CHECK(taken > 1000);
    CHECK(refused > 0);
}

TEST_CASE("texts that are no period and where") {
    struct Row {
        std::string_view text;
        Fault fault;
        std::size_t column;
    };
    constexpr std::array rows = std::to_array<Row>({
        {"", Fault::nothing_there, 1},
        {"..", Fault::unexpected_character, 1},
        {"2010-2019", Fault::unexpected_character, 8},
        {"2019/2010", Fault::no_such_date, 1},
        {"2010-01-02/2010-01-01", Fault::no_such_date, 1},
        {"2020/201X", Fault::no_such_date, 1},
        {"2010/2019/2020", Fault::unexpected_character, 10},
        {"2010//2019", Fault::unexpected_character, 6},
        {"2010/x", Fault::unexpected_character, 6},
        {"x/2010", Fault::unexpected_character, 1},
        {"20X/2010", Fault::unexpected_character, 3},
        {"2010/20X", Fault::unexpected_character, 8},
        {"2010/2019-", Fault::nothing_there, 11},
        {"2010-/2019", Fault::nothing_there, 6},
        {"2010/2022-02-30", Fault::no_such_date, 6},
        {"2022-02-30/2023", Fault::no_such_date, 1},
        {"2010/.", Fault::unexpected_character, 6},
        {"2010/...", Fault::unexpected_character, 6},
        {"2010 / 2019", Fault::unexpected_character, 5},
        {"2010/ 2019", Fault::unexpected_character, 6},
    });
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const auto result = parse_period(row.text);
        CHECK_FALSE(result.ok());
        CHECK(trimode::name(result.error().fault) == trimode::name(row.fault));
        CHECK(result.error().line == 1);
        CHECK(result.error().column == row.column);
    }
}

TEST_CASE("the same day at both ends is not backwards") {
    CHECK(parse_period("2010-01-01/2010-01-01"));
    CHECK(parse_period("2010-01-31/2010-01"));
    CHECK(parse_period("2010-12-31/201X"));
    CHECK(parse_period("201X/2010-01-01"));
    CHECK_FALSE(parse_period("2010-02-01/2010-01"));
}
