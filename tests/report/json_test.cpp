// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/decimal.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/report/json.hpp>

#include "report/foreign_locale.hpp"
#include "support/json.hpp"

namespace {

using support::Json;
using trimode::JsonLayout;
using trimode::JsonWriter;

std::optional<Json> read(std::string_view text) { return support::JsonReader(text).document(); }

template <class Write>
std::string written(Write&& write, JsonLayout layout = JsonLayout::indented) {
    return support::written([&](std::ostream& out) {
        JsonWriter json(out, layout);
        write(json);
    });
}

/// One string as the only value of an array, written and read back.
std::optional<std::string> there_and_back(std::string_view text) {
    const auto value = read(written([&](JsonWriter& json) {
        const auto list = json.array();
        json.value(text);
    }));
    if (!value || value->kind != Json::Kind::array || value->items.size() != 1) return std::nullopt;
    if (value->items[0].kind != Json::Kind::string) return std::nullopt;
    return value->items[0].text;
}

/// Everything that the writer can write.
void write_all(JsonWriter& json) {
    const auto list = json.array();
    {
        const auto object = json.object();
        json.key("text").value("a \"b\" \\ \n \x01 é");
        json.key("").value(std::string_view("empty key"));
        json.key("key with \"quotes\"").value(true);
        json.key("no").value(false);
        json.key("number").value(std::uint64_t{1234567});
        json.key("largest").value((std::numeric_limits<std::uint64_t>::max)());
        json.key("nothing").null();
        trimode::write_names(json.key("levels"), trimode::levels(trimode::Level::low, trimode::Level::high));
        trimode::write_names(json.key("no levels"), trimode::Set<trimode::Level>{});
        {
            const auto inner = json.key("inner").object();
        }
    }
    json.value(std::uint64_t{0});
    json.null();
    {
        const auto inner = json.array();
        const auto innermost = json.array();
    }
    json.value("last");
}

/// Whether two values are the same, keys in the same order.
bool same(const Json& one, const Json& other) {
    if (one.kind != other.kind || one.truth != other.truth || one.text != other.text || one.keys != other.keys ||
        one.items.size() != other.items.size()) {
        return false;
    }
    for (std::size_t i = 0; i < one.items.size(); ++i) {
        if (!same(one.items[i], other.items[i])) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("the strict reader of JSON takes what RFC 8259 allows") {
    for (const char* text : {"null", "true", "false", "0", "-0", "1e5", "-1.25E+10", "\"\"", "[]", "{}", " [ 1 , 2 ] ",
                             "{\"a\":{\"b\":[]}}", "\"\\u0041\\/\\b\\f\\n\\r\\t\"", "\"\\ud83d\\ude00\"",
                             "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\x7f\"", "\r\n\t 1"}) {
        support::JsonReader reader(text);
        CAPTURE(text);
        CHECK_MESSAGE(reader.document().has_value(), reader.error());
    }
    CHECK(read("\"\\u0041\\u00e9\\u20ac\\ud83d\\ude00\"")->text == "Aé€😀");
    CHECK(read("[1,\"2\"]")->items.size() == 2);
    CHECK(read("{\"a\":false,\"b\":true}")->find("b")->truth);
    CHECK(read("{\"a\":-1.50}")->find("a")->text == "-1.50");
}

TEST_CASE("the strict reader of JSON refuses everything else") {
    using namespace std::string_view_literals;
    for (const std::string_view text :
         {""sv, " "sv, "[1,]"sv, "[,1]"sv, "[1 2]"sv, "[1"sv, "]"sv, "{"sv, "{\"a\"}"sv, "{\"a\":}"sv, "{\"a\":1,}"sv,
          "{a:1}"sv, "{'a':1}"sv, "{\"a\":1 \"b\":2}"sv, "{\"a\":1,\"a\":2}"sv, "01"sv, "-"sv, "+1"sv, ".5"sv, "1."sv,
          "1e"sv, "1e+"sv, "0x1"sv, "NaN"sv, "Infinity"sv, "True"sv, "nul"sv, "nulll"sv, "\"a"sv, "\"\\x41\""sv,
          "\"\\u12\""sv, "\"\\u12g4\""sv, "\"\\ud83d\""sv, "\"\\ude00\""sv, "\"\\ud83d\\u0041\""sv, "\"a\nb\""sv,
          "\"a\tb\""sv, "\"\x01\""sv, "\"\0\""sv, "\"\xff\""sv, "\"\xc0\x80\""sv, "\"\xed\xa0\x80\""sv,
          "\"\xf4\x90\x80\x80\""sv, "\"\xe2\x82\""sv, "\xef\xbb\xbf[]"sv, "[] []"sv, "[]x"sv, "// no\n[]"sv,
          "[1,2\0]"sv, "1,234"sv}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(read(text).has_value());
    }
    CHECK_FALSE(read(std::string(1000, '[') + std::string(1000, ']')).has_value());
}

TEST_CASE("strings survive whatever stands in them") {
    using namespace std::string_view_literals;
    for (int byte = 0; byte < 0x80; ++byte) {
        const std::string text = std::string("<") + static_cast<char>(byte) + ">";
        CAPTURE(byte);
        CHECK(there_and_back(text) == text);
    }
    for (const std::string_view text :
         {""sv, "\""sv, "\\"sv, "\\\""sv, "\\u0041"sv, "a\0b"sv, "Ҷумҳурии Тоҷикистон"sv, "é€😀"sv, "\xe2\x80\xa8"sv,
          "</script>"sv, "\r\n\t\b\f"sv, "\x7f"sv}) {
        CAPTURE(std::string(text));
        CHECK(there_and_back(text) == text);
    }
}

TEST_CASE("escapes are written as the RFC has them") {
    const auto one = [](std::string_view text) {
        return written([&](JsonWriter& json) {
            const auto list = json.array();
            json.value(text);
        });
    };
    CHECK(one("a\"b") == "[\n  \"a\\\"b\"\n]\n");
    CHECK(one("a\\b") == "[\n  \"a\\\\b\"\n]\n");
    CHECK(one("\n") == "[\n  \"\\u000a\"\n]\n");
    CHECK(one("\x1f") == "[\n  \"\\u001f\"\n]\n");
    CHECK(one("\x7f é") == "[\n  \"\x7f é\"\n]\n");
}

TEST_CASE("empty and nested brackets are closed") {
    CHECK(written([](JsonWriter& json) { const auto list = json.array(); }) == "[]\n");
    CHECK(written([](JsonWriter& json) { const auto object = json.object(); }) == "{}\n");
    const std::string deep = written([](JsonWriter& json) {
        const auto one = json.array();
        const auto two = json.array();
        const auto three = json.array();
    });
    const auto value = read(deep);
    REQUIRE(value.has_value());
    REQUIRE(value->items.size() == 1);
    REQUIRE(value->items[0].items.size() == 1);
    CHECK(value->items[0].items[0].kind == Json::Kind::array);
    CHECK(value->items[0].items[0].items.empty());
    const auto siblings = read(written([](JsonWriter& json) {
        const auto list = json.array();
        for (int i = 0; i < 3; ++i) const auto inner = json.array();
        for (int i = 0; i < 3; ++i) const auto inner = json.object();
    }));
    REQUIRE(siblings.has_value());
    CHECK(siblings->items.size() == 6);
    // A document need not be an array or object.
    CHECK(read(written([](JsonWriter& json) { json.value("alone"); }))->text == "alone");
}

TEST_CASE("every kind of value is read back") {
    const std::string text = written(write_all);
    support::JsonReader reader(text);
    const auto value = reader.document();
    REQUIRE_MESSAGE(value.has_value(), reader.error());
    REQUIRE(value->kind == Json::Kind::array);
    REQUIRE(value->items.size() == 5);
    const Json& object = value->items[0];
    REQUIRE(object.kind == Json::Kind::object);
    CHECK(object.keys == std::vector<std::string>{"text", "", "key with \"quotes\"", "no", "number", "largest", "nothing",
                                                  "levels", "no levels", "inner"});
    CHECK(object.find("text")->text == "a \"b\" \\ \n \x01 é");
    CHECK(object.find("")->text == "empty key");
    CHECK(object.find("key with \"quotes\"")->kind == Json::Kind::boolean);
    CHECK(object.find("key with \"quotes\"")->truth);
    CHECK(object.find("no")->kind == Json::Kind::boolean);
    CHECK_FALSE(object.find("no")->truth);
    CHECK(object.find("number")->kind == Json::Kind::number);
    CHECK(object.find("number")->text == "1234567");
    CHECK(object.find("largest")->text == "18446744073709551615");
    CHECK(object.find("nothing")->kind == Json::Kind::null);
    CHECK(object.find("levels")->strings() == std::vector<std::string>{"low", "medium", "high"});
    CHECK(object.find("no levels")->strings() == std::vector<std::string>{});
    CHECK(object.find("inner")->kind == Json::Kind::object);
    CHECK(value->items[4].text == "last");
}

TEST_CASE("JSON is the same in a foreign locale") {
    const std::string plain = written(write_all);
    const support::ForeignLocale foreign;
    REQUIRE(support::written([](std::ostream& out) { out << 1234; }) == "1.2.3.4");
    CHECK(written(write_all) == plain);
}

TEST_CASE("in one line there is one line end, the last byte, and the same value") {
    const std::string line = written(write_all, JsonLayout::line);
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    CHECK(line.back() == '\n');
    CHECK(line.find('\r') == std::string::npos);
    const auto value = read(line);
    const auto indented = read(written(write_all));
    REQUIRE(value.has_value());
    REQUIRE(indented.has_value());
    CHECK(same(*value, *indented));
}

TEST_CASE("one line, as it is written") {
    const auto line = [](auto&& write) { return written(write, JsonLayout::line); };
    CHECK(line([](JsonWriter& json) { const auto list = json.array(); }) == "[]\n");
    CHECK(line([](JsonWriter& json) { const auto object = json.object(); }) == "{}\n");
    CHECK(line([](JsonWriter& json) {
              const auto object = json.object();
              json.key("a").value("x\ny");
              json.key("b").null();
              {
                  const auto list = json.key("c").array();
                  json.value(std::uint64_t{1});
                  json.value(true);
                  const auto inner = json.array();
              }
              const auto last = json.key("d").object();
              json.key("e").value("f");
          }) == "{\"a\": \"x\\u000ay\", \"b\": null, \"c\": [1, true, []], \"d\": {\"e\": \"f\"}}\n");
    // Several documents on one stream: JSON Lines.
    CHECK(support::written([](std::ostream& out) {
              for (const char* word : {"one", "two"}) {
                  JsonWriter json(out, JsonLayout::line);
                  const auto object = json.object();
                  json.key("word").value(word);
              }
          }) == "{\"word\": \"one\"}\n{\"word\": \"two\"}\n");
}

TEST_CASE("decimals are written with all their digits, as numbers") {
    const auto one = [](trimode::Decimal number) {
        return written(
            [&](JsonWriter& json) {
                const auto list = json.array();
                json.value(number);
            },
            JsonLayout::line);
    };
    for (const char* text : {"0", "1", "-1", "21.3", "-0.05", "0.000000000000000001", "999999999999999999",
                             "-999999999999999999", "0.999999999999999999", "1200000000", "48.5"}) {
        CAPTURE(text);
        const auto number = trimode::parse_decimal(text);
        REQUIRE(number.ok());
        const std::string found = one(*number);
        CHECK(found == "[" + std::string(text) + "]\n");
        const auto value = read(found);
        REQUIRE(value.has_value());
        CHECK(value->items[0].kind == Json::Kind::number);
        CHECK(trimode::parse_decimal(value->items[0].text).value() == *number);
    }
    // In lowest terms, whatever was said: what JSON does not allow is not written.
    CHECK(one(trimode::parse_decimal(".50").value()) == "[0.5]\n");
    CHECK(one(trimode::parse_decimal("7.").value()) == "[7]\n");
    CHECK(one(trimode::parse_decimal("007").value()) == "[7]\n");
    CHECK(one(trimode::parse_decimal("-0").value()) == "[0]\n");
    const support::ForeignLocale foreign;
    CHECK(one(trimode::decimal("1234567.5")) == "[1234567.5]\n");
}
