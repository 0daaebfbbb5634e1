// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/date.hpp>
#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/notation.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/report/csv.hpp>

#include "base/generator.hpp"
#include "report/csv_reader.hpp"
#include "report/foreign_locale.hpp"

namespace {

using support::CsvRows;
using support::parse_csv;
using trimode::CsvReader;
using trimode::CsvRow;
using trimode::CsvTable;
using trimode::Error;
using trimode::Fault;
using trimode::read_csv;

using Fields = std::vector<std::string>;

std::string row(const std::vector<std::string>& fields) {
    return support::written([&](std::ostream& out) { trimode::write_csv_row(out, fields); });
}

std::string written(const CsvRows& rows) {
    return support::written([&](std::ostream& out) {
        for (const auto& fields : rows) trimode::write_csv_row(out, fields);
    });
}

std::vector<CsvRow> read(std::string_view text) {
    std::vector<CsvRow> rows;
    CsvReader reader(text);
    while (auto next = reader.next()) rows.push_back(*std::move(next));
    CHECK_FALSE(reader.next().has_value());  // and so it stays
    return rows;
}

/// The fields of all rows, if nothing is wrong with any.
std::optional<CsvRows> well_formed(std::string_view text) {
    CsvRows rows;
    CsvReader reader(text);
    while (auto next = reader.next()) {
        if (!next->ok()) return std::nullopt;
        rows.push_back(std::move(next->fields));
    }
    return rows;
}

template <class Text>
concept can_be_read = requires(Text&& text) {
    read_csv(std::forward<Text>(text));
};

/// What a text should give: rows and errors in their order. A second computation, character by character; lines and
/// columns are counted afterwards.
struct Piece {
    std::size_t line = 1;
    Fields fields{};
    std::vector<std::pair<std::size_t, std::size_t>> places{};  ///< line, column
    Error error{};
    std::string_view text{};
};

std::vector<Piece> pieces(std::string_view text) {
    if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
    const auto place = [text](std::size_t offset) {
        std::pair<std::size_t, std::size_t> at{1, 1};
        for (std::size_t i = 0; i < offset; ++i) {
            ++at.second;
            if (text[i] == '\n') at = {at.first + 1, 1};
        }
        return at;
    };
    const auto line_from = [text](std::size_t offset) {
        std::size_t end = offset;
        while (end < text.size() && text[end] != '\n') ++end;
        return text.substr(offset, end - offset);
    };
    enum class State { start, bare, quoted, closed };
    std::vector<Piece> all;
    for (std::size_t begin = 0; begin < text.size();) {
        Piece piece;
        piece.line = place(begin).first;
        State state = State::start;
        Fault fault = Fault::none;
        std::size_t size = 1;  // of what was found
        std::size_t open = begin;
        std::size_t i = begin;
        for (bool ended = false; !ended && fault == Fault::none;) {
            const bool last = i == text.size();
            const char c = last ? '\n' : text[i];
            if (state == State::start) {
                piece.fields.emplace_back();
                piece.places.push_back(place(i));
                state = State::bare;
                if (!last && c == '"') {
                    state = State::quoted;
                    open = i++;
                }
            } else if (state == State::quoted) {
                if (last) {
                    fault = Fault::open_quote;
                    i = open;
                    size = line_from(i).size();
                    if (i + size < text.size() && text[i + size - 1] == '\r') --size;
                    if (i + size == text.size() && text.back() == '\r') --size;
                } else if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                    piece.fields.back() += '"';
                    i += 2;
                } else if (c == '"') {
                    state = State::closed;
                    ++i;
                } else {
                    piece.fields.back() += c;
                    ++i;
                }
            } else if (c == ',') {
                state = State::start;
                ++i;
            } else if (c == '\n') {
                ended = true;
                i += last ? 0U : 1U;
            } else if (c == '\r') {
                if (i + 1 < text.size() && text[i + 1] == '\n') {
                    ended = true;
                    i += 2;
                } else {
                    fault = Fault::bare_carriage_return;
                }
            } else if (state == State::closed) {
                fault = Fault::text_behind_quote;
                constexpr std::string_view stops = ",\"\r\n";
                while (i + size < text.size() && stops.find(text[i + size]) == std::string_view::npos) ++size;
            } else if (c == '"') {
                fault = Fault::quote_in_bare_field;
            } else {
                piece.fields.back() += c;
                ++i;
            }
        }
        if (fault != Fault::none) {
            piece.fields.clear();
            piece.places.clear();
            piece.error = {fault, place(i).first, place(i).second, text.substr(i, size), {}};
            i += line_from(i).size();
            i += i < text.size() ? 1U : 0U;
        }
        piece.text = text.substr(begin, i - begin);
        begin = i;
        all.push_back(piece);
    }
    return all;
}

bool same(const CsvRow& one, const Piece& two) {
    if (one.fields != two.fields || one.line != two.line || !(one.error == two.error)) return false;
    if (one.text.data() != two.text.data() || one.text.size() != two.text.size()) return false;
    if (one.places.size() != two.places.size() || one.ok() == one.fields.empty()) return false;
    for (std::size_t i = 0; i < one.places.size(); ++i) {
        if (one.places[i].line != two.places[i].first || one.places[i].column != two.places[i].second) return false;
    }
    return true;
}

/// Whether the fields as they stand, with commas between them and a line end behind, are all the bytes of the row.
bool all_bytes(const CsvRow& row) {
    std::string together;
    for (const auto& place : row.places) {
        if (&place != &row.places[0]) together += ',';
        together += place.text;
    }
    return row.text == together || row.text == together + "\n" || row.text == together + "\r\n";
}

/// Everything that has to be true of the reading of any text whatsoever; what is wrong, or nothing.
std::string_view trouble(std::string_view text) {
    const auto expected = pieces(text);
    const auto strict = parse_csv(text);
    CsvReader reader(text);
    std::string all(text.substr(0, 3) == "\xef\xbb\xbf" ? "\xef\xbb\xbf" : "");
    std::size_t count = 0;
    CsvRows rows;
    bool strict_ends = true;
    while (const auto next = reader.next()) {
        if (next->text.empty()) return "a row without bytes";
        if (count == expected.size() || !same(*next, expected[count++])) return "not what was expected";
        all += next->text;
        if (next->ok() && !all_bytes(*next)) return "the fields are not the row";
        if (next->ok()) rows.push_back(next->fields);
        strict_ends =
            strict_ends && next->ok() && next->text.size() >= 2 && next->text.substr(next->text.size() - 2) == "\r\n";
    }
    if (count != expected.size()) return "something was left out";
    if (all != text) return "bytes were lost";
    if (strict && (*strict != rows || rows.size() != count)) return "a strict reader reads otherwise";
    // Of what else the strict reader refuses (control characters and the like) our short texts have nothing.
    const bool plain = text.find_first_not_of("ab,\"\r\n") == std::string_view::npos;
    if (plain && strict.has_value() != strict_ends) return "the strict reader accepts other texts";
    if (well_formed(written(rows)) != rows) return "what was read and written is read otherwise";
    const CsvTable table = read_csv(text);
    if (table.ok() && table.rows.size() + 1 != count) return "a row of the table was lost";
    for (const auto& one : table.rows) {
        if (!one.ok() || one.fields.size() != table.columns.size()) return "a row of the table has other fields";
    }
    return "";
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

TEST_CASE("the byte order mark at the start of a field is quoted") {
    // Else it would be skipped where the field is the first of a file.
    CHECK(row({"\357\273\277a", "b"}) == "\"\357\273\277a\",b\r\n");
    CHECK(row({"a\xef\xbb\xbf", "\xef\xbb"}) == "a\xef\xbb\xbf,\xef\xbb\r\n");
    CHECK(well_formed(row({"\xef\xbb\xbf"})) == CsvRows{{"\xef\xbb\xbf"}});
}

TEST_CASE("the library reads what it has written") {
    const std::vector<std::string> parts{"",     "a",    ",", "\"", "\r",           "\n",
                                         "\r\n", "\"\"", "é", " ",  "\xef\xbb\xbf", std::string("\0", 1)};
    std::string all;
    CsvRows rows;
    for (const auto& one : parts) {
        for (const auto& two : parts) {
            for (const auto& three : parts) {
                rows.push_back({one + two + three, two, one + three});
                all += row(rows.back());
                CHECK(well_formed(row({one + two + three})) == CsvRows{{one + two + three}});
            }
        }
    }
    CHECK(well_formed(all) == rows);
    CHECK(written(*well_formed(all)) == all);
    CHECK(well_formed(std::string_view(all).substr(0, all.size() - 2)) == rows);  // without the last line end
    CHECK(well_formed(row({})) == CsvRows{{""}});
}

TEST_CASE("rows are read with CR LF and with LF, with and without a last line end") {
    const CsvRows rows{{"a", "b"}, {"c", ""}};
    for (const char* text : {"a,b\r\nc,\r\n", "a,b\nc,\n", "a,b\r\nc,", "a,b\nc,", "a,b\nc,\r\n", "\"a\",b\nc,\"\"\n",
                             "a,\"b\"\r\n\"c\",\"\"", "\357\273\277a,b\nc,\n", "\xef\xbb\xbf\"a\",b\r\nc,"}) {
        CAPTURE(text);
        CHECK(well_formed(text) == rows);
    }
    CHECK(well_formed("") == CsvRows{});
    CHECK(well_formed("\xef\xbb\xbf") == CsvRows{});
    CHECK(well_formed("a") == CsvRows{{"a"}});
    CHECK(well_formed(",") == CsvRows{{"", ""}});
    CHECK(well_formed("\"\"") == CsvRows{{""}});
    CHECK(well_formed("\"\"\"\"") == CsvRows{{"\""}});
    CHECK(well_formed(" a , b \n") == CsvRows{{" a ", " b "}});
    CHECK(well_formed("a\tb,\x01\xff\n") == CsvRows{{"a\tb", "\x01\xff"}});
    // Line ends in quotes stay what they are.
    CHECK(well_formed("\"a\nb\",\"c\r\nd\",\"e\rf\"\n") == CsvRows{{"a\nb", "c\r\nd", "e\rf"}});
}

TEST_CASE("an empty line is a row with one empty field") {
    CHECK(well_formed("\n") == CsvRows{{""}});
    CHECK(well_formed("\r\n") == CsvRows{{""}});
    CHECK(well_formed("\n\r\n\n") == CsvRows{{""}, {""}, {""}});
    CHECK(well_formed("a\n\nb\n") == CsvRows{{"a"}, {""}, {"b"}});
    CHECK(well_formed("a\n\n") == CsvRows{{"a"}, {""}});
    CHECK(well_formed("\xef\xbb\xbf\n") == CsvRows{{""}});
}

TEST_CASE("a byte order mark is skipped once and at the start only") {
    const auto rows = read("\xef\xbb\xbf\xef\xbb\xbf,x\n\xef\xbb\xbf\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].fields == Fields{"\xef\xbb\xbf", "x"});
    CHECK(rows[0].places[0].column == 1);
    CHECK(rows[0].places[1].column == 5);
    CHECK(rows[1].fields == Fields{"\xef\xbb\xbf"});
    CHECK(well_formed("\xef\xbb") == CsvRows{{"\xef\xbb"}});
    CHECK(read("\357\273\277a\"")[0].error == Error{Fault::quote_in_bare_field, 1, 2, "\"", {}});
}

TEST_CASE("every row and field knows its place") {
    const std::string_view text = "one,\"tw\"\"o\"\r\n\"a\nb\r\nc\",d,\"e\nf\"\n\nöt,x";
    const auto rows = read(text);
    REQUIRE(rows.size() == 4);
    const auto places = [&](std::size_t i) {
        std::vector<std::pair<std::size_t, std::size_t>> all;
        for (const auto& place : rows[i].places) all.emplace_back(place.line, place.column);
        return all;
    };
    using Places = std::vector<std::pair<std::size_t, std::size_t>>;
    CHECK(rows[0].line == 1);
    CHECK(places(0) == Places{{1, 1}, {1, 5}});
    CHECK(rows[0].text == "one,\"tw\"\"o\"\r\n");
    CHECK(rows[0].places[0].text == "one");
    CHECK(rows[0].places[1].text == "\"tw\"\"o\"");
    CHECK(rows[1].line == 2);
    CHECK(rows[1].fields == Fields{"a\nb\r\nc", "d", "e\nf"});
    CHECK(places(1) == Places{{2, 1}, {4, 4}, {4, 6}});
    CHECK(rows[2].line == 6);
    CHECK(places(2) == Places{{6, 1}});
    CHECK(rows[2].text == "\n");
    CHECK(rows[2].places[0].text.empty());
    CHECK(rows[3].line == 7);
    CHECK(places(3) == Places{{7, 1}, {7, 5}});
    CHECK(rows[3].text == "öt,x");
    CHECK(rows[3].text.data() + rows[3].text.size() == text.data() + text.size());
}

TEST_CASE("malformed rows and where they are wrong") {
    using namespace std::string_view_literals;
    struct Wrong {
        std::string_view text;
        Error error;
    };
    for (const Wrong& wrong : std::vector<Wrong>{
             {"a\"b", {Fault::quote_in_bare_field, 1, 2, "\"", {}}},
             {"a\"", {Fault::quote_in_bare_field, 1, 2, "\"", {}}},
             {" \"a\"", {Fault::quote_in_bare_field, 1, 2, "\"", {}}},
             {"x,a \"b\" c\n", {Fault::quote_in_bare_field, 1, 5, "\"", {}}},
             {"\"x\ny\",é\"\n", {Fault::quote_in_bare_field, 2, 6, "\"", {}}},
             {"\"a\"b", {Fault::text_behind_quote, 1, 4, "b", {}}},
             {"\"a\" ,b\n", {Fault::text_behind_quote, 1, 4, " ", {}}},
             {"\"a\" \n", {Fault::text_behind_quote, 1, 4, " ", {}}},
             {"\"a\" \r\n", {Fault::text_behind_quote, 1, 4, " ", {}}},
             {"\"\"x y,z", {Fault::text_behind_quote, 1, 3, "x y", {}}},
             {"\"\"x\"y\"", {Fault::text_behind_quote, 1, 3, "x", {}}},
             {"x,\"a\nb\"c\n", {Fault::text_behind_quote, 2, 3, "c", {}}},
             {"\"a\"\0"sv, {Fault::text_behind_quote, 1, 4, "\0"sv, {}}},
             {"a\rb", {Fault::bare_carriage_return, 1, 2, "\r", {}}},
             {"a\r", {Fault::bare_carriage_return, 1, 2, "\r", {}}},
             {"\r", {Fault::bare_carriage_return, 1, 1, "\r", {}}},
             {"\r\r\n", {Fault::bare_carriage_return, 1, 1, "\r", {}}},
             {"a,b\r\"c", {Fault::bare_carriage_return, 1, 4, "\r", {}}},
             {"\"a\"\r", {Fault::bare_carriage_return, 1, 4, "\r", {}}},
             {"\"a\"\r,", {Fault::bare_carriage_return, 1, 4, "\r", {}}},
             {"\"", {Fault::open_quote, 1, 1, "\"", {}}},
             {"\"\"\"", {Fault::open_quote, 1, 1, "\"\"\"", {}}},
             {"a,\"b,c", {Fault::open_quote, 1, 3, "\"b,c", {}}},
             {"a,\"b\r\n", {Fault::open_quote, 1, 3, "\"b", {}}},
             {"a,\"b\n", {Fault::open_quote, 1, 3, "\"b", {}}},
             {"\"a\nb\",\"c\"\"\n", {Fault::open_quote, 2, 4, "\"c\"\"", {}}},
         }) {
        const std::string_view text = wrong.text;
        const Error& error = wrong.error;
        CAPTURE(std::string(text));
        const auto rows = read(text);
        REQUIRE(rows.size() == 1);
        CHECK_FALSE(rows[0].ok());
        CHECK(name(rows[0].error.fault) == name(error.fault));
        CHECK(rows[0].error.line == error.line);
        CHECK(rows[0].error.column == error.column);
        CHECK(rows[0].error.found == error.found);
        CHECK(rows[0].error == error);
        CHECK(rows[0].fields.empty());
        CHECK(rows[0].places.empty());
        CHECK(rows[0].line == 1);
        CHECK(rows[0].text == text);
        CHECK(trouble(text) == "");
        // The same further down, behind good rows and before one.
        const std::string around = "first,row\n\"sec\nond\",row\r\n" + std::string(text);
        const auto further = read(around);
        REQUIRE(further.size() == 3);
        Error moved = error;
        moved.line += 3;
        CHECK(further[2].error == moved);
        CHECK(further[2].line == 4);
    }
}

TEST_CASE("reading goes on at the line behind an error") {
    const std::string_view text =
        "a,b\n"          // 1
        "c\"d,e\n"       // 2: a quote
        "f,g\r\n"        // 3
        "\"h\" i,\"j\n"  // 4: text behind a quote; the quote behind it opens nothing
        "k\rl\r\n"       // 5: a bare CR
        "m,n\n"          // 6
        "\"o\np\"q,r\n"  // 7 and 8: text behind a quote in the second line
        "s,t\n"          // 9
        "u,\"v\n"        // 10: opens a quote for good
        "w,x\n"          // 11
        "y\"\"z\n"       // 12: two quotes, so that the one of line 10 stays open
        "last,row";      // 13
    const auto rows = read(text);
    REQUIRE(rows.size() == 12);
    CHECK(rows[0].fields == Fields{"a", "b"});
    CHECK(rows[1].error == Error{Fault::quote_in_bare_field, 2, 2, "\"", {}});
    CHECK(rows[2].fields == Fields{"f", "g"});
    CHECK(rows[3].error == Error{Fault::text_behind_quote, 4, 4, " i", {}});
    CHECK(rows[4].error == Error{Fault::bare_carriage_return, 5, 2, "\r", {}});
    CHECK(rows[5].fields == Fields{"m", "n"});
    CHECK(rows[5].line == 6);
    CHECK(rows[6].error == Error{Fault::text_behind_quote, 8, 3, "q", {}});
    CHECK(rows[6].line == 7);
    CHECK(rows[6].text == "\"o\np\"q,r\n");
    CHECK(rows[7].fields == Fields{"s", "t"});
    CHECK(rows[7].line == 9);
    CHECK(rows[8].error == Error{Fault::open_quote, 10, 3, "\"v", {}});
    CHECK(rows[8].text == "u,\"v\n");
    CHECK(rows[9].fields == Fields{"w", "x"});
    CHECK(rows[9].line == 11);
    CHECK(rows[10].error == Error{Fault::quote_in_bare_field, 12, 2, "\"", {}});
    CHECK(rows[11].fields == Fields{"last", "row"});
    CHECK(rows[11].line == 13);
    CHECK(rows[11].places[1].column == 6);
    CHECK(trouble(text) == "");
}

TEST_CASE("every text of seven signs is read as a second computation and the strict reader have it") {
    constexpr std::string_view signs = "a,\"\r\n";
    for (std::size_t size = 0; size <= 7; ++size) {
        std::string text(size, signs[0]);
        std::size_t total = 1;
        for (std::size_t i = 0; i < size; ++i) total *= signs.size();
        for (std::size_t number = 0; number < total; ++number) {
            std::size_t rest = number;
            for (char& c : text) {
                c = signs[rest % signs.size()];
                rest /= signs.size();
            }
            const std::string_view wrong = trouble(text);
            if (!wrong.empty()) {
                CAPTURE(text);
                FAIL_CHECK(wrong);
            }
        }
    }
}

TEST_CASE("random bytes are read to the end and none is lost") {
    using namespace std::string_view_literals;
    test::Generator generator(20230829);
    const std::vector<std::string_view> parts{"\xef\xbb\xbf"sv, ","sv,  ","sv,    "\""sv, "\""sv, "\"\""sv, "\r"sv,
                                              "\n"sv,           "\n"sv, "\r\n"sv, "\0"sv, "ab"sv, "é"sv,    "\xff"sv,
                                              "\",\""sv,        " "sv};
    for (int i = 0; i < 6000; ++i) {
        std::string bytes;
        const bool anything = generator.below(3) == 0;
        for (std::uint32_t left = generator.below(i % 100 == 0 ? 400 : 40); left > 0; --left) {
            if (anything) {
                bytes += static_cast<char>(generator.below(256));
            } else {
                bytes += parts[generator.below(static_cast<std::uint32_t>(parts.size()))];
            }
        }
        // A block of just that size, so that a sanitizer sees a step beyond.
        const std::vector<char> block(bytes.begin(), bytes.end());
        const std::string_view wrong = trouble({block.data(), block.size()});
        if (!wrong.empty()) {
            CAPTURE(bytes);
            FAIL_CHECK(wrong);
        }
    }
}

TEST_CASE("random rows are read as they were written and as the strict reader reads them") {
    test::Generator generator(1991);
    const std::vector<std::string_view> parts{",", "\"", "\r", "\n", "\r\n", "a", "é", " ", "=1+1", "Душанбе"};
    for (int i = 0; i < 300; ++i) {
        CsvRows rows(generator.below(6));
        for (auto& fields : rows) {
            fields.resize(1 + generator.below(4));
            for (auto& field : fields) {
                for (std::uint32_t left = generator.below(6); left > 0; --left) {
                    field += parts[generator.below(static_cast<std::uint32_t>(parts.size()))];
                }
            }
        }
        const std::string text = written(rows);
        CAPTURE(text);
        CHECK(parse_csv(text) == rows);
        CHECK(well_formed(text) == rows);
    }
}

TEST_CASE("big fields and many of them") {
    const std::string bare(3'000'000, 'x');
    std::string nasty;
    for (int i = 0; i < 300'000; ++i) nasty += "a,\"\r\n";
    const std::string text = row({bare, nasty, "end"}) + row(Fields(100'000, "y")) + row({"last"});
    const auto rows = read(text);
    REQUIRE(rows.size() == 3);
    CHECK((rows[0].fields == Fields{bare, nasty, "end"}));
    CHECK(rows[0].places[1].column == 3'000'002);
    CHECK(rows[0].places[2].line == 300'001);
    CHECK(rows[0].places[2].column == 3);
    CHECK((rows[1].fields == Fields(100'000, "y")));
    CHECK(rows[1].places.back().column == 199'999);
    CHECK(rows[2].line == 300'003);
    // The columns all have one name; saying so of each takes no time to speak of.
    const std::string columns = row(Fields(100'000, "y"));
    CHECK(read_csv(columns).errors.size() == 99'999);
    // A quote that is never closed costs one more look at the rest.
    std::string open = "\"\n";
    for (int i = 0; i < 200'000; ++i) open += "a,\"\"\n";
    const auto all = read(open);
    REQUIRE(all.size() == 200'001);
    CHECK(all[0].error.fault == Fault::open_quote);
    CHECK(all.back().fields == Fields{"a", ""});
}

TEST_CASE("what is wrong with a field is told with its place in the whole text") {
    using trimode::Condition;
    const auto rows = read("id,date\r\nx,2022-02-30\ny,\"20\"\"22\"\n\"\",\n");
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].error_at(1, Fault::no_such_date) == Error{Fault::no_such_date, 2, 3, "2022-02-30", {}});
    CHECK(rows[1].error_at(0, Fault::unknown_name, "z") == Error{Fault::unknown_name, 2, 1, "x", "z"});
    CHECK(rows[2].error_at(1, Fault::out_of_range).found == "20\"\"22");
    CHECK(rows[3].error_at(0, Fault::nothing_there) == Error{Fault::nothing_there, 4, 1, "", {}});
    CHECK(rows[3].error_at(1, Fault::nothing_there) == Error{Fault::nothing_there, 4, 4, "", {}});

    const auto date = trimode::parse_date(rows[1].fields[1]);
    REQUIRE_FALSE(date.ok());
    CHECK(rows[1].error_in(1, date.error()) == Error{Fault::no_such_date, 2, 3, "2022-02-30", {}});

    // A parser's line and column, through quotes and over lines.
    const std::string_view text =
        "k,\"R*resource\"\n"
        "k,R*resource\n"
        "k,\"# \"\"rules\"\"\r\nrecipient <= R\n  activist <= ~resource\"\n";
    const auto parsed = read(text);
    REQUIRE(parsed.size() == 3);
    const auto one = [&](std::size_t i) {
        const auto formula = trimode::parse_formula<Condition>(parsed[i].fields[1]);
        return parsed[i].error_in(1, formula.error());
    };
    CHECK(one(0) == Error{Fault::unknown_name, 1, 6, "resource", "resources"});
    CHECK(one(1) == Error{Fault::unknown_name, 2, 5, "resource", "resources"});
    const auto rules = trimode::parse_typology<trimode::Mode, Condition>(parsed[2].fields[1]);
    const Error error = parsed[2].error_in(1, rules.error());
    CHECK(error == Error{Fault::unknown_name, 5, 16, "resource", "resources"});
    CHECK(error.found.data() == text.data() + text.rfind("resource"));  // of the text, not of the field, which may go

    // Through doubled quotes, and what is found as it stands.
    const auto doubled = read("\"a\"\"b\"\"\nc\"\"d\"");
    REQUIRE(doubled.size() == 1);
    REQUIRE(doubled[0].fields[0] == "a\"b\"\nc\"d");
    const auto moved = [&](std::size_t line, std::size_t column, std::string_view found) {
        return doubled[0].error_in(0, {Fault::unexpected_character, line, column, found, "n", 3, 4});
    };
    const std::string_view whole = "a\"\"b\"\"\nc\"\"d";
    CHECK(moved(1, 1, "a") == Error{Fault::unexpected_character, 1, 2, "a", "n", 3, 4});
    CHECK(moved(1, 2, "\"b") == Error{Fault::unexpected_character, 1, 3, "\"\"b", "n", 3, 4});
    CHECK(moved(1, 3, "b\"\nc\"") == Error{Fault::unexpected_character, 1, 5, "b\"\"\nc\"\"", "n", 3, 4});
    CHECK(moved(2, 1, "") == Error{Fault::unexpected_character, 2, 1, "", "n", 3, 4});
    CHECK(moved(2, 3, "d") == Error{Fault::unexpected_character, 2, 4, "d", "n", 3, 4});
    CHECK(moved(2, 4, "") == Error{Fault::unexpected_character, 2, 5, "", "n", 3, 4});         // its end
    CHECK(moved(1, 1, "else") == Error{Fault::unexpected_character, 1, 2, whole, "n", 3, 4});  // not found there
    // Beyond the field is at its end.
    CHECK(moved(2, 99, "") == Error{Fault::unexpected_character, 2, 5, "", "n", 3, 4});
    CHECK(moved(9, 1, "") == moved(2, 1, ""));
    CHECK(moved(1, 0, "") == moved(2, 4, ""));
}

TEST_CASE("a table is read by its columns") {
    const std::string text =
        "\xef\xbb\xbfid,partner,\"the \"\"date\"\"\"\r\n"
        "1,russia,2015\r\n"
        "2,\"china, and others\",\n";
    const CsvTable table = read_csv(text);
    CHECK(table.ok());
    CHECK(table.columns == Fields{"id", "partner", "the \"date\""});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].fields == Fields{"1", "russia", "2015"});
    CHECK(table.rows[0].line == 2);
    CHECK(table.rows[1].fields == Fields{"2", "china, and others", ""});
    CHECK(table.rows[1].places[1].column == 3);
    CHECK(*table.column("id") == 0);
    CHECK(*table.column("partner") == 1);
    CHECK(*table.column("the \"date\"") == 2);
    CHECK(table.column("patrner").error() == Error{Fault::unknown_name, 1, 1, "patrner", "partner"});
    CHECK(table.column("Id").error() == Error{Fault::unknown_name, 1, 1, "Id", "id"});
    CHECK(table.column("").error().fault == Fault::unknown_name);
    CHECK(table.column("partner ").error().nearest == "partner");
    const Error error = table.column("ID").error();
    CHECK(error.nearest.data() == table.columns[0].data());
    // A header alone is a table too, and one column is enough.
    CHECK(read_csv("a,b").ok());
    CHECK(read_csv("a,b").rows.empty());
    CHECK(read_csv("a\n\n1\n").rows.size() == 2);
    // One column may have no name.
    CHECK(read_csv(",a\n1,2\n").ok());
    CHECK(*read_csv(",a\n1,2\n").column("") == 0);
}

TEST_CASE("a table without a header") {
    for (const char* text : {"", "\xef\xbb\xbf", "\n", "\r\n", "\n1,2\n", "\"\"\n"}) {
        CAPTURE(text);
        const CsvTable table = read_csv(text);
        CHECK_FALSE(table.ok());
        REQUIRE(table.errors.size() == 1);
        CHECK(table.errors[0] == Error{Fault::nothing_there, 1, 1, {}, {}});
        CHECK(table.columns.empty());
        CHECK(table.rows.empty());
        CHECK(table.column("a").error() == Error{Fault::unknown_name, 1, 1, "a", {}});
    }
    const CsvTable table = read_csv("\n1,2\n\"a\"b\n");
    REQUIRE(table.errors.size() == 2);
    CHECK(table.errors[1] == Error{Fault::text_behind_quote, 3, 4, "b", {}});
}

TEST_CASE("a table with a header of the wrong form") {
    const CsvTable table = read_csv("a,b\"c\n1,2\n3\"\n");
    CHECK(table.columns.empty());
    CHECK(table.rows.empty());  // the row below is not taken for a header
    REQUIRE(table.errors.size() == 2);
    CHECK(table.errors[0] == Error{Fault::quote_in_bare_field, 1, 4, "\"", {}});
    CHECK(table.errors[1] == Error{Fault::quote_in_bare_field, 3, 2, "\"", {}});
}

TEST_CASE("all errors of a table in their order") {
    const std::string_view text =
        "id,name,\"id\",name,,\n"  // 1: three names twice, the empty one among them
        "1,2,3,4,5,6\n"            // 2
        "1,2\r\n"                  // 3
        "1,2,3,4,5,6,7\n"          // 4
        "\n"                       // 5
        "\"\n\",x\"y\n"            // 6 and 7
        "\"\n\",2\n"               // 8 and 9
        "a,b,c,d,e,f";             // 10
    const CsvTable table = read_csv(text);
    CHECK_FALSE(table.ok());
    CHECK(table.columns == Fields{"id", "name", "id", "name", "", ""});
    CHECK(*table.column("id") == 0);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].line == 2);
    CHECK(table.rows[1].fields == Fields{"a", "b", "c", "d", "e", "f"});
    CHECK(table.rows[1].line == 10);
    REQUIRE(table.errors.size() == 8);
    CHECK(table.errors[0] == Error{Fault::said_twice, 1, 9, "id", {}});
    CHECK(table.errors[1] == Error{Fault::said_twice, 1, 14, "name", {}});
    CHECK(table.errors[2] == Error{Fault::said_twice, 1, 20, "", {}});
    CHECK(table.errors[3] == Error{Fault::field_count, 3, 1, {}, {}, 2, 6});
    CHECK(table.errors[4] == Error{Fault::field_count, 4, 1, {}, {}, 7, 6});
    CHECK(table.errors[5] == Error{Fault::field_count, 5, 1, {}, {}, 1, 6});
    CHECK(table.errors[6] == Error{Fault::quote_in_bare_field, 7, 4, "\"", {}});
    CHECK(table.errors[7] == Error{Fault::field_count, 8, 1, {}, {}, 2, 6});
}

TEST_CASE("a text that is gone before its rows is refused") {
    CHECK(std::is_constructible_v<CsvReader, std::string_view>);
    CHECK(std::is_constructible_v<CsvReader, const std::string&>);
    CHECK(std::is_constructible_v<CsvReader, const char*>);
    CHECK_FALSE(std::is_constructible_v<CsvReader, std::string>);
    CHECK(can_be_read<std::string_view>);
    CHECK(can_be_read<const std::string&>);
    CHECK(can_be_read<const char*>);
    CHECK_FALSE(can_be_read<std::string>);
}

TEST_CASE("CSV is the same in a foreign locale") {
    const std::vector<std::string> fields{"1234567.5", "a,b", "true", "Ўзбекистон", ""};
    const std::string plain = row(fields);
    const support::ForeignLocale foreign;
    REQUIRE(support::written([](std::ostream& out) { out << 1234 << ',' << 0.5; }) == "1.2.3.4,0,5");
    CHECK(row(fields) == plain);
    CHECK(well_formed(plain) == CsvRows{fields});
}
