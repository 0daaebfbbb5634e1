// SPDX-License-Identifier: BSL-1.0
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/report/csv.hpp>

#include "report/csv_reader.hpp"
#include "report/foreign_locale.hpp"

namespace {

using support::CsvRows;
using support::parse_csv;

std::string row(const std::vector<std::string>& fields) {
    return support::written([&](std::ostream& out) { trimode::write_csv_row(out, fields); });
}

}  // namespace

TEST_CASE("the strict reader of CSV takes what RFC 4180 allows and nothing else") {
    CHECK(parse_csv("") == CsvRows{});
    CHECK(parse_csv("a,b\r\n") == CsvRows{{"a", "b"}});
    CHECK(parse_csv(",\r\n") == CsvRows{{"", ""}});
    CHECK(parse_csv("\r\n") == CsvRows{{""}});
    CHECK(parse_csv("\"a,\"\"\r\n\",b\r\nc,\r\n") == CsvRows{{"a,\"\r\n", "b"}, {"c", ""}});
    CHECK(parse_csv("\"\"\r\n") == CsvRows{{""}});
    for (const char* wrong : {"a", "a\n", "a\rb\r\n", "a\"b\r\n", "\"a\r\n", "\"a\"b\r\n", "\"a\" \r\n", "a\tb\r\n",
                              "\xff\r\n", "\"a\"\n", "\"a\"\r", " \"a\"\r\n"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_csv(wrong).has_value());
    }
}

TEST_CASE("fields are quoted where they must be and only there") {
    CHECK(row({"plain", "with space", " edges ", "-1", "001.030b"}) == "plain,with space, edges ,-1,001.030b\r\n");
    CHECK(row({"a,b"}) == "\"a,b\"\r\n");
    CHECK(row({"say \"no\""}) == "\"say \"\"no\"\"\"\r\n");
    CHECK(row({"\""}) == "\"\"\"\"\r\n");
    CHECK(row({"a\rb", "a\nb", "a\r\nb"}) == "\"a\rb\",\"a\nb\",\"a\r\nb\"\r\n");
    CHECK(row({"Рахмон", "naïve"}) == "Рахмон,naïve\r\n");
    CHECK(row({"", "", ""}) == ",,\r\n");
    CHECK(row({""}) == "\r\n");
    CHECK(row({}) == "\r\n");
}

TEST_CASE("what is written as CSV is read back") {
    const std::vector<std::string> parts{"", "a", ",", "\"", "\r", "\n", "\r\n", "\"\"", "é", " "};
    std::string all;
    CsvRows rows;
    for (const auto& one : parts) {
        for (const auto& two : parts) {
            for (const auto& three : parts) {
                rows.push_back({one + two + three, two, one + three});
                all += row(rows.back());
            }
        }
    }
    CHECK(parse_csv(all) == rows);
}

TEST_CASE("CSV is the same in a foreign locale") {
    const std::vector<std::string> fields{"1234567.5", "a,b", "true", "Ўзбекистон", ""};
    const std::string plain = row(fields);
    const support::ForeignLocale foreign;
    REQUIRE(support::written([](std::ostream& out) { out << 1234 << ',' << 0.5; }) == "1.2.3.4,0,5");
    CHECK(row(fields) == plain);
}
