// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The program own_figures: levels against a second computation, the same in every format; what it says of lines that
/// are wrong; and that nothing that a file may hold stops it.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/generator.hpp"
#include "examples/folder.hpp"
#include "examples/program.hpp"
#include "examples/reading.hpp"
#include "support/json.hpp"
#include "support/xml.hpp"

namespace {

using namespace support;
using Kind = Json::Kind;

const std::string program = "own_figures";
const std::string header = "partner,issue_area,year,exposure,share\n";
const Words level_names{"none", "low", "medium", "high", "critical"};

// ---- the second computation -----------------------------------------------------------------------------------------

using Number = std::int64_t;  // Unit: a ten thousandth of a percent, so that all here is exact.
constexpr Number one = 10'000;
constexpr Number endless = 1'000'000 * one;  // more than any exposure in these tests

/// The cut-offs, as they stand in the scale's table.
const std::map<std::string, std::array<Number, 5>> cut_offs{
    {"trade", {5 * one, 15 * one, 10 * one, 316 * one / 10, 50 * one}},
    {"debt", {5 * one, 10 * one, 25 * one, 50 * one, 667 * one / 10}},
    {"investment", {2 * one, 10 * one, 25 * one, 50 * one, 75 * one}},
    {"aid", {2 * one, 10 * one, 25 * one, 50 * one, 75 * one}},
    {"migration", {4 * one, 10 * one, 25 * one, 50 * one, 75 * one}},
    {"arms", {0, 0, 316 * one / 10, 60 * one, 90 * one}},
    {"energy", {20 * one, 50 * one, 25 * one, 50 * one, 65 * one}}};

/// A figure between two numbers, or unknown.
struct Range {
    Number low = 0;
    Number high = endless;
    bool known = false;
};

/// The level of an exposure and a share that are not zero both.
std::size_t level(const std::array<Number, 5>& cuts, Number e, Number s) {
    const auto [e1, e2, s1, s2, s3] = cuts;
    if (e1 == 0 && e2 == 0) {  // exposure counts by its presence alone
        if (e == 0) return 1;
        return s >= s3 ? 4 : s >= s2 ? 3 : s >= s1 ? 2 : 1;
    }
    if (e >= e2 && s >= s3) return 4;
    if ((e >= e2 && s >= s1) || (e >= e1 && s >= s2)) return 3;
    if (e >= e1 || (2 * e >= e1 && s >= s2)) return 2;
    return 1;
}

/// The levels that are left. A level rises with exposure and share, so that the ends decide; it is none where either is
/// told to be zero and the other is not told to be more.
Words levels(const std::string& area, const Range& exposure, Range share) {
    share.high = std::min(share.high, 100 * one);
    const bool some = exposure.low > 0 || share.low > 0;
    const bool no = !some && (exposure.high == 0 || share.high == 0);
    const std::size_t least = some ? level(cut_offs.at(area), exposure.low, share.low) : 0;
    const std::size_t most = no ? 0 : level(cut_offs.at(area), exposure.high, share.high);
    return {level_names.begin() + static_cast<std::ptrdiff_t>(least),
            level_names.begin() + static_cast<std::ptrdiff_t>(most) + 1};
}

std::string cell_text(const Words& levels, bool told, bool inferred = false) {
    if (!told) return "?";
    const std::string text = levels.size() == 5   ? "any"
                             : levels.size() == 1 ? levels[0]
                                                  : levels.front() + "-" + levels.back();
    return "[" + text + "]" + (inferred ? "~" : "");
}

/// A number as a file has it.
std::string digits(Number number) {
    std::string behind = std::to_string(one + number % one).substr(1);
    while (!behind.empty() && behind.back() == '0') behind.pop_back();
    return std::to_string(number / one) + (behind.empty() ? "" : "." + behind);
}

/// A figure in some form, and what it means.
struct Said {
    std::string text;
    Range range;
};
Said figure(test::Generator& generator, std::uint32_t most) {
    const auto number = [&] { return static_cast<Number>(generator.below(most * 10)) * 1'000; };
    const Number low = number();
    const Number high = low + number() / 4;
    const bool share = most <= 100;
    switch (generator.below(8)) {
        case 0:
            return {generator.below(2) == 0 ? "" : "?", {}};
        case 1:
            return {">=" + digits(low), {low, endless, true}};
        case 2:
            return {"<= " + digits(low), {0, low, true}};
        case 3:
            return {"~" + digits(low), {low / 10 * 9, low / 10 * 11, true}};
        case 4:
            if (share && high > 100 * one) break;
            return {digits(low) + ".." + digits(high), {low, high, true}};
        case 5:
            return {"0", {0, 0, true}};
        default:
            break;
    }
    return {digits(low), {low, low, true}};
}

using Key = std::tuple<std::string, std::string, int>;
using Told = std::map<Key, std::pair<Said, Said>>;

std::string line(const std::string& partner, const std::string& area, int year, const std::string& exposure,
                 const std::string& share) {
    return partner + "," + area + "," + std::to_string(year) + "," + exposure + "," + share + "\n";
}
std::string text_of(const Told& told) {
    std::string text = header;
    for (const auto& [key, figures] : told) {
        text += line(std::get<0>(key), std::get<1>(key), std::get<2>(key), figures.first.text, figures.second.text);
    }
    return text;
}

// ---- what the program says ------------------------------------------------------------------------------------------

/// The rows of its CSV by partner, issue area and year.
std::map<Key, std::map<std::string, std::string>> answers(const std::string& output) {
    const auto rows = parse_csv(output);
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() > 1);
    std::map<Key, std::map<std::string, std::string>> all;
    for (std::size_t i = 1; i < rows->size(); ++i) {
        const auto& row = (*rows)[i];
        REQUIRE(row.size() == rows->front().size());
        auto& fields = all[{row[0], row[1], std::stoi(row[2])}];
        CHECK(fields.empty());
        for (std::size_t k = 3; k < row.size(); ++k) fields[rows->front()[k]] = row[k];
    }
    return all;
}

Xml picture(const std::string& output) {
    XmlReader reader(output);
    const auto root = reader.document();
    REQUIRE_MESSAGE(root.has_value(), reader.error());
    return *root;
}

/// The file is wrong in places: exit code 3; what is printed is what the file without them gives.
void wrong_lines(const std::string& good, const std::string& bad, const Words& parts, const Words& more = {}) {
    const Folder folder("own_figures");
    const auto arguments = [&](const std::string& file) {
        Words all{"--from", file, "--format", "csv"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    const std::string expected = printed(program, arguments(folder.file("good.csv", good)));
    const std::string file = folder.file("bad.csv", bad);
    const Ran ran = example(program, arguments(file));
    CAPTURE(bad);
    CAPTURE(ran.err);
    CHECK(ran.code == 3);
    CHECK(ran.out == expected);
    const auto lines = lines_of(ran.err);
    REQUIRE(lines.size() == parts.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(lines[i].starts_with(file + ": "));
        CHECK_MESSAGE(has(lines[i], parts[i]), parts[i]);
        CHECK(has(lines[i], "; expected: "));
    }
}

Ran rejected(const Words& arguments, const std::string& part) {
    const Ran ran = example(program, arguments);
    CAPTURE(join(arguments));
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("error: "));
    CHECK(has(ran.err, part));
    return ran;
}

}  // namespace

TEST_CASE("own_figures without a file: an example that says that it is invented") {
    const std::string file = std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples/own_figures.csv";
    const std::string shown = printed(program);
    CHECK(has(shown, "invented"));
    CHECK(has(shown, "--from FILE"));
    CHECK(has(printed(program, {"--help"}), "invented"));
    CHECK(has(printed(program, {"--format", "svg"}), "invented"));
    // The file beside the program is the same example.
    const Folder folder("own_figures");
    const std::string copy = folder.path("copy.csv");
    CHECK(has(printed(program, {"--to", copy}), copy));
    CHECK(file_text(copy) == file_text(file));
    for (const Words& more :
         {Words{}, Words{"--year", "2018"}, Words{"--over-time", "sylvania"}, Words{"--carry", "3"}}) {
        Words asked{"--format", "csv"};
        asked.insert(asked.end(), more.begin(), more.end());
        Words other = asked;
        other.insert(other.end(), {"--from", file});
        auto built_in = csv(program, asked);
        const auto read = csv(program, other);
        REQUIRE(built_in.size() == read.size());
        CHECK(built_in.front().back() == "invented");
        for (std::size_t i = 1; i < read.size(); ++i) {
            CHECK(built_in[i].back() == "true");
            CHECK(read[i].back() == "false");
            built_in[i].back() = "false";
        }
        CHECK(built_in == read);
    }
    for (const Json& object : json(program, {"--format", "json"}).items) CHECK(truth(object, "invented"));
    Running elsewhere;
    elsewhere.directory = "/";
    CHECK(example(program, {}, elsewhere).out == shown);
}

TEST_CASE("own_figures: levels are those of a second computation, as table, CSV, JSON and picture") {
    test::Generator generator(1991);
    const Folder folder("own_figures");
    const Words partners{"north", "south, and \"islands\"", "<b>&amp;'c'"};
    const auto quoted = [](const std::string& name) {
        return name == "south, and \"islands\"" ? std::string("\"south, and \"\"islands\"\"\"") : name;
    };
    for (int round = 0; round < 8; ++round) {
        Told told;
        std::string text = header;
        for (const auto& partner : partners) {
            for (const auto& [area, cuts] : cut_offs) {
                for (int year = 2015; year <= 2018; ++year) {
                    // A line for each in the first year, so that all rows and columns are there.
                    if (year > 2015 && generator.below(4) == 0) continue;
                    const auto& figures = told[{partner, area, year}] = {figure(generator, 60), figure(generator, 100)};
                    text += line(quoted(partner), area, year, figures.first.text, figures.second.text);
                }
            }
        }
        const std::string file = folder.file("figures.csv", text);
        for (int year = 2014; year <= 2019; ++year) {
            const Words asked{"--from", file, "--year", std::to_string(year), "--format"};
            const auto as = [&](const std::string& format) {
                Words all = asked;
                all.push_back(format);
                return all;
            };
            const auto found = answers(printed(program, as("csv")));
            const auto cells = table(printed(program, as("table")));
            const Json all = json(program, as("json"));
            const Xml root = picture(printed(program, as("svg")));
            CHECK(found.size() == partners.size() * cut_offs.size());
            CHECK(all.items.size() == found.size());
            std::map<std::string, std::vector<const Xml*>> pictured;  // by the title of the cell
            root.walk([&](const Xml& one_element) {
                if (one_element.name == "g" && one_element.get("id").starts_with("levels-cell")) {
                    pictured[one_element.children[0].text].push_back(&one_element);
                }
            });
            CHECK(pictured.size() == found.size());
            for (const Json& object : all.items) {
                const std::string partner = support::text(object, "partner");
                const std::string area = support::text(object, "issue_area");
                CAPTURE(partner);
                CAPTURE(area);
                CAPTURE(year);
                const auto line_of = told.find({partner, area, year});
                const Said exposure = line_of == told.end() ? Said{} : line_of->second.first;
                const Said share = line_of == told.end() ? Said{} : line_of->second.second;
                CAPTURE(exposure.text);
                CAPTURE(share.text);
                const bool known = exposure.range.known || share.range.known;
                const Words expected = known ? levels(area, exposure.range, share.range) : level_names;
                CHECK(truth(object, "told") == known);
                CHECK(list(object, "levels") == expected);
                CHECK_FALSE(truth(object, "contested"));
                CHECK_FALSE(truth(object, "inferred"));
                CHECK(support::text(object, "date") == std::to_string(year));
                CHECK(support::text(object, "route") == "measured");
                REQUIRE(found.count({partner, area, year}) == 1);
                const auto row = found.at({partner, area, year});
                CHECK(row.at("told") == (known ? "true" : "false"));
                CHECK(row.at("levels") == join(expected));
                const std::string shown = cell_text(expected, known);
                REQUIRE(cells.count(partner) == 1);
                CHECK(cells.at(partner).at(area) == shown);
                const auto drawn =
                    pictured.find(partner + ", " + area + ": " + shown + (known ? "; measured" : " (nothing told)"));
                REQUIRE(drawn != pictured.end());
                REQUIRE(drawn->second.size() == 1);
                const Xml& cell = *drawn->second.front();
                CHECK(cell.all("text").front().text == shown);
                CHECK(cell.all("rect").front().get("fill").starts_with("url(") == !known);
            }
        }
    }
}

TEST_CASE("own_figures: every cut-off belongs to its level, and one step below does not") {
    const Folder folder("own_figures");
    Told told;
    for (const auto& [area, cuts] : cut_offs) {
        std::vector<Number> exposures{0, 1};
        std::vector<Number> shares{0, 1, 100 * one};
        for (const Number step : {-1, 0, 1}) {
            for (const Number edge : {cuts[0] / 2, cuts[0], cuts[1]})
                exposures.push_back(std::max<Number>(edge + step, 0));
            for (const Number edge : {cuts[2], cuts[3], cuts[4]}) shares.push_back(edge + step);
        }
        for (const Number exposure : exposures) {
            for (const Number share : shares) {
                const std::string partner = "e" + digits(exposure) + "s" + digits(share);
                told[{partner, area, 2020}] = {{digits(exposure), {exposure, exposure, true}},
                                               {digits(share), {share, share, true}}};
            }
        }
    }
    const auto found =
        answers(printed(program, {"--from", folder.file("figures.csv", text_of(told)), "--format", "csv"}));
    std::array<int, 5> seen{};
    for (const auto& line_told : told) {
        const std::string partner = std::get<0>(line_told.first);
        const std::string area = std::get<1>(line_told.first);
        const Words expected = levels(area, line_told.second.first.range, line_told.second.second.range);
        CAPTURE(partner);
        CAPTURE(area);
        REQUIRE(expected.size() == 1);
        CHECK(found.at(line_told.first).at("levels") == expected[0]);
        ++seen[static_cast<std::size_t>(std::find(level_names.begin(), level_names.end(), expected[0]) -
                                        level_names.begin())];
    }
    for (const int count : seen) CHECK(count > 0);
}

TEST_CASE("own_figures: an unknown figure is carried only when that is asked for, and no further") {
    const Folder folder("own_figures");
    const std::string file =
        folder.file("figures.csv", header + "a,trade,2015,16,\n" + "a,trade,2016,,40\n" + "a,trade,2018,?,\n" +
                                       "a,debt,2019,1,1\n" + "b,trade,2015,1,1\n");
    const auto row = [&](int year, const std::string& carry) {
        Words arguments{"--from", file, "--format", "csv", "--year", std::to_string(year)};
        if (!carry.empty()) arguments.insert(arguments.end(), {"--carry", carry});
        auto all = answers(printed(program, arguments));
        auto& fields = all.at({"a", "trade", year});
        return Words{fields["told"], fields["levels"], fields["inferred"], fields["exposure_year"],
                     fields["share_year"]};
    };
    const std::string any = join(level_names);
    for (const std::string carry : {"", "0"}) {
        CHECK(row(2014, carry) == Words{"false", any, "false", "", ""});
        CHECK(row(2015, carry) == Words{"true", "medium high critical", "false", "2015", ""});
        CHECK(row(2016, carry) == Words{"true", "low medium high", "false", "", "2016"});
        CHECK(row(2017, carry) == Words{"false", any, "false", "", ""});
        CHECK(row(2018, carry) == Words{"false", any, "false", "", ""});
    }
    CHECK(row(2014, "9999") == Words{"false", any, "false", "", ""});  // never backwards
    CHECK(row(2016, "1") == Words{"true", "high", "true", "2015", "2016"});
    CHECK(row(2017, "1") == Words{"true", "low medium high", "true", "", "2016"});
    CHECK(row(2017, "2") == Words{"true", "high", "true", "2015", "2016"});
    CHECK(row(2018, "2") == Words{"true", "low medium high", "true", "", "2016"});  // its own line tells nothing
    CHECK(row(2018, "3") == Words{"true", "high", "true", "2015", "2016"});
    CHECK(row(2019, "2") == Words{"false", any, "false", "", ""});
    CHECK(row(2019, "9999") == Words{"true", "high", "true", "2015", "2016"});
    const auto cells = table(printed(program, {"--from", file, "--year", "2017", "--carry", "2"}));
    CHECK(cells.at("a").at("trade") == "[high]~");
    CHECK(cells.at("a").at("debt") == "?");
    CHECK(cells.at("b").at("trade") == "[low]~");
}

TEST_CASE("own_figures: over time it says what it says of each year") {
    const std::string file = std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples/own_figures.csv";
    for (const std::string partner : {"sylvania", "lake_bank", "osterlich"}) {
        for (const std::string carry : {"0", "1"}) {
            const Words more{"--from", file, "--carry", carry};
            const auto ask = [&](Words arguments) {
                arguments.insert(arguments.end(), more.begin(), more.end());
                return printed(program, arguments);
            };
            const auto found = answers(ask({"--over-time", partner, "--format", "csv"}));
            CHECK(found.size() == 3 * 6);
            const auto over_time = table(ask({"--over-time", partner}));
            for (const std::string year : {"2018", "2019", "2020"}) {
                const auto rows = answers(ask({"--year", year, "--format", "csv"}));
                const auto cells = table(ask({"--year", year}));
                for (const auto& [key, fields] : rows) {
                    if (std::get<0>(key) != partner) continue;
                    CHECK(found.at(key) == fields);
                    CHECK(over_time.at(std::get<1>(key)).at(year) == cells.at(partner).at(std::get<1>(key)));
                }
            }
        }
    }
    // A year between the first and the last has its column, too.
    const Folder folder("own_figures");
    const std::string gap = folder.file("gap.csv", header + "a,debt,2010,1,1\na,debt,2013,1,1\n");
    const auto cells = table(printed(program, {"--from", gap, "--over-time", "a"}));
    CHECK(cells.at("debt") ==
          std::map<std::string, std::string>{{"2010", "[low]"}, {"2011", "?"}, {"2012", "?"}, {"2013", "[low]"}});
    // The latest year by default, and one of which nothing is told.
    CHECK(answers(printed(program, {"--from", gap, "--format", "csv"})).count({"a", "debt", 2013}) == 1);
    CHECK(table(printed(program, {"--from", gap, "--year", "2014"})).at("a").at("debt") == "?");
}

TEST_CASE("own_figures: lines that are wrong are named and left out") {
    const std::string good = header + "a,trade,2019,6,40\nb,debt,2019,1,1\n";
    const auto bad = [&](const std::string& lines, const Words& parts) {
        wrong_lines(good, header + "a,trade,2019,6,40\n" + lines + "b,debt,2019,1,1\n", parts);
    };
    bad("a,trad,2019,1,1\n",
        {"unknown name at line 3, column 3: 'trad', did you mean 'trade'?; expected: an issue area with "
         "cut-offs: trade, debt, investment, aid, migration, arms, energy"});
    bad("a,remitances,2019,1,1\n", {"line 3, column 3: 'remitances', did you mean 'migration'?"});
    bad("a,political,2019,1,1\n", {"unknown name at line 3, column 3: 'political'"});
    bad("a,,2019,1,1\n", {"nothing there at line 3, column 3"});
    bad(",aid,2019,1,1\n", {"nothing there at line 3, column 1"});
    bad("a,aid,19,1,1\n", {"out of range at line 3, column 7: '19'; expected: a year of four digits"});
    bad("a,aid,0000,1,1\n", {"out of range at line 3, column 7: '0000'"});
    bad("a,aid,20199,1,1\n", {"out of range at line 3, column 7: '20199'"});
    bad("a,aid,99999999999999999999,1,1\n", {"out of range at line 3, column 7"});
    bad("a,aid,2019-01,1,1\n", {"unexpected character at line 3, column 11: '-'"});
    bad("a,aid,-201,1,1\n", {"unexpected character at line 3, column 7: '-'"});
    bad("a,aid,,1,1\n", {"nothing there at line 3, column 7"});
    bad("a,aid,2019,-1,1\n", {"out of range at line 3, column 12: '-1'; expected: a percentage such as 12.5, 10..15"});
    bad("a,aid,2019,1e3,1\n", {"unexpected character at line 3, column 13: 'e'"});
    bad("a,aid,2019,nan,1\n", {"unexpected character at line 3, column 12: 'n'"});
    bad("a,aid,2019,5%,1\n", {"unexpected character at line 3, column 13: '%'"});
    bad("a,aid,2019,\"12,5\",1\n", {"unexpected character at line 3, column 15: ','"});
    bad("a,aid,2019,~,1\n", {"nothing there at line 3, column 13"});
    bad("a,aid,2019,>5,1\n", {"unexpected character at line 3, column 12: '>'"});
    bad("a,aid,2019,>=,1\n", {"nothing there at line 3, column 14"});
    bad("a,aid,2019,5..3,1\n", {"out of range at line 3, column 12: '5..3'"});
    bad("a,aid,2019,..3,1\n", {"nothing there at line 3, column 12"});
    bad("a,aid,2019,3..,1\n", {"nothing there at line 3, column 15"});
    bad("a,aid,2019,3..4..5,1\n", {"unexpected character at line 3, column 17: '.'"});
    bad("a,aid,2019, 3 .. x4,1\n", {"unexpected character at line 3, column 18: 'x'"});
    bad("a,aid,2019,1234567890123456789,1\n", {"out of range at line 3, column 12"});
    bad("a,aid,2019,1,100.1\n", {
                                    "out of range at line 3, column 14: '100.1'",
                                });
    bad("a,aid,2019,1,40..101\n", {"out of range at line 3, column 18: '101'"});
    bad("a,aid,2019,1,1,1\n", {"field count at line 3, column 1: 6 instead of 5"});
    bad("a,aid,2019,1\n", {"field count at line 3, column 1: 4 instead of 5"});
    bad("\n", {"field count at line 3, column 1: 1 instead of 5"});
    bad("a\"b,aid,2019,1,1\n", {"quote in bare field at line 3, column 2"});
    bad("a\x07,aid,2019,1,1\n", {"unexpected character at line 3, column 2: '\\x07'"});
    bad("a\xff,aid,2019,1,1\n", {"unexpected character at line 3, column 2"});
    bad("\"a\nb\",aid,2019,1,1\n", {"unexpected character at line 3, column 3: '\\x0a'"});
    // The first of two lines is used, whatever the area is called, and whether they agree or not.
    bad("  a ,trade, 2019,9,90\n",
        {"said twice at line 3, column 3: 'a'; expected: one line for a, trade, 2019; line 2 is used"});
    bad("a,trade,2019,6,40\n", {"said twice at line 3, column 1: 'a'"});
    // All that is wrong, in the order of the lines.
    bad("a,trad,x,-1,200\n,\nb,aid,2018,1\"2,3\n", {"line 3, column 3", "line 3, column 8", "line 3, column 10",
                                                    "line 3, column 13", "line 4, column 1", "line 5, column 13"});
    // A line that is wrong is no first line.
    wrong_lines(header + "a,trade,2019,6,40\n", header + "a,trade,2019,x,40\na,trade,2019,6,40\n",
                {"line 2, column 14"});
    wrong_lines(header + "a,migration,2019,6,40\n", header + "a,migration,2019,6,40\na,remittances,2019,6,41\n",
                {"said twice at line 3, column 1: 'a'; expected: one line for a, migration, 2019; line 2 is used"});
    // Of two columns of one name the first is read.
    wrong_lines(header + "a,trade,2019,6,40\n", "partner,issue_area,year,exposure,share,year\na,trade,2019,6,40,2018\n",
                {"said twice at line 1, column 40: 'year'"});
    // Of an open quote the lines behind it are read.
    wrong_lines(good, header + "a,trade,2019,6,40\n\"a,trade\nb,debt,2019,1,1\n", {"open quote at line 3, column 1"});
}

TEST_CASE("own_figures: what is not wrong with a file") {
    const Folder folder("own_figures");
    const std::string plain =
        printed(program, {"--format", "csv", "--from", folder.file("a.csv", header + "a,trade,2019,6,40\n")});
    for (const std::string& text :
         {"\xef\xbb\xbf" + header + "a,trade,2019,6,40",
          std::string("partner,issue_area,year,exposure,share\r\na,trade,2019,6,40\r\n"),
          std::string("note,share,year,issue_area,exposure,partner\nwhat,40,2019,trade,6,a\n"),
          header + "\"a\", trade ,2019 , 6.0 ,\" 40.000\"\n"}) {
        CAPTURE(text);
        CHECK(printed(program, {"--format", "csv", "--from", folder.file("b.csv", text)}) == plain);
    }
}

TEST_CASE("own_figures: a partner may have any name") {
    const Folder folder("own_figures");
    const std::string text =
        header + "Душанбе,trade,2019,6,40\n塔吉克 \xf0\x9f\x92\xa9,trade,2019,6,40\n-,trade,2019,6,40\n";
    const std::string file = folder.file("a.csv", text);
    const Words names{"Душанбе", "塔吉克 \xf0\x9f\x92\xa9", "-"};
    const Json all = json(program, {"--from", file, "--format", "json"});
    const auto rows = csv(program, {"--from", file, "--format", "csv"});
    const Xml root = picture(printed(program, {"--from", file, "--format", "svg"}));
    const std::string shown = printed(program, {"--from", file});
    REQUIRE(all.items.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(support::text(all.items[i], "partner") == names[i]);
        CHECK(rows[i + 1][0] == names[i]);
        CHECK(has(shown, "\n" + names[i] + " "));
        const std::string id = "levels-cell-" + std::to_string(i + 1) + "-1";
        REQUIRE(root.of_id(id) != nullptr);
        CHECK(root.of_id(id)->children[0].text == names[i] + ", trade: [high]; measured");
        CHECK(has(printed(program, {"--from", file, "--over-time", names[i]}),
                  "Dependency on " + names[i] + " by issue area"));
    }
}

TEST_CASE("own_figures: a file that tells nothing") {
    const Folder folder("own_figures");
    const auto says = [&](const std::string& text, const Words& parts) {
        for (const std::string format : {"table", "csv", "json", "svg"}) {
            const Ran ran = example(program, {"--from", folder.file("a.csv", text), "--format", format});
            CAPTURE(text);
            CAPTURE(ran.err);
            CHECK(ran.code == 3);
            CHECK(ran.out.empty());
            CHECK(has(ran.err, "there is no line from which a level could follow"));
            for (const auto& part : parts) CHECK_MESSAGE(has(ran.err, part), part);
        }
    };
    const std::string columns = "expected: a header with the columns partner,issue_area,year,exposure,share";
    says("", {"nothing there at line 1, column 1; " + columns});
    says("\n", {columns});
    says(header, {});
    says("partner,area,year,exposre,share\na,trade,2019,1,1\n",
         {"no column 'issue_area' at line 1, column 1, the nearest is 'area'; " + columns,
          "no column 'exposure' at line 1, column 1, the nearest is 'exposre'; " + columns});
    says("a,trade,2019,1,1\n", {"no column 'partner'"});
    says("pa\"rtner\na,trade,2019,1,1\n", {"quote in bare field at line 1, column 3"});
    says(header + "a,trade,2019,x,1\n", {"line 2, column 14"});
}

TEST_CASE("own_figures: cut-offs of one's own") {
    const Folder folder("own_figures");
    const std::string figures =
        folder.file("figures.csv", header + "a,trade,2020,8,20\na,debt,2020,8,20\na,cultural,2020,3,3\n");
    const auto row = [](const std::string& output, const std::string& area) {
        return answers(output).at({"a", area, 2020}).at("levels");
    };
    const std::string first = "issue_area,e1,e2,s1,s2,s3\n";
    const auto with = [&](const std::string& lines, int code, const Words& parts) {
        const std::string file = folder.file("cuts.csv", first + lines);
        const Ran ran = example(program, {"--from", figures, "--cut-offs", file, "--format", "csv"});
        CAPTURE(lines);
        CAPTURE(ran.err);
        CHECK(ran.code == code);
        for (const auto& part : parts) CHECK_MESSAGE(has(ran.err, file + ": " + part), part);
        return ran;
    };
    // Those of the library first: medium, since 8 is at least 5; culture has none.
    CHECK(has(example(program, {"--from", figures}).err, "'cultural'"));
    const std::string all = "trade,1,8,10,15,20\ncultural,3,4,5,6,7\n";
    const Ran own = with(all, 0, {});
    CHECK(own.err.empty());
    CHECK(row(own.out, "trade") == "critical");
    CHECK(row(own.out, "debt") == "medium");
    CHECK(row(own.out, "cultural") == "medium");
    CHECK(has(printed(program, {"--from", figures, "--cut-offs", folder.file("cuts.csv", first + all)}),
              "trade: 1 / 8, 10 / 15 / 20 (one's own)"));
    // By their columns, in any order.
    const std::string turned = folder.file("turned.csv", "s3,s2,s1,e2,e1,issue_area,why\n20,15,10,8,1,trade,so\n");
    CHECK(row(example(program, {"--from", figures, "--cut-offs", turned, "--format", "csv"}).out, "trade") ==
          "critical");
    // One step beyond.
    CHECK(row(with("trade,1,8,10,15,20.0001\ncultural,3,4,5,6,7\n", 0, {}).out, "trade") == "high");
    // Where a line is wrong the library's stay.
    const std::string culture = "cultural,3,4,5,6,7\n";
    for (const auto& [lines, part] : std::vector<std::pair<std::string, std::string>>{
             {"trade,8,1,10,15,20\n",
              "out of range at line 2, column 9: '1'; expected: percentages from 0 to 100, e1 <= e2"},
             {"trade,1,8,10,9,20\n", "out of range at line 2, column 14: '9'"},
             {"trade,1,8,10,15,14\n", "out of range at line 2, column 17: '14'"},
             {"trade,1,8,10,15,101\n", "out of range at line 2, column 17: '101'"},
             {"trade,-1,8,10,15,20\n", "out of range at line 2, column 7: '-1'"},
             {"trade,,8,10,15,20\n", "nothing there at line 2, column 7"},
             {"trade,1..2,8,10,15,20\n", "unexpected character at line 2, column 9: '.'"},
             {"trad,1,8,10,15,20\n", "unknown name at line 2, column 1: 'trad', did you mean 'trade'?"},
             {"trade,1,8,10,15\n", "field count at line 2, column 1: 5 instead of 6"}}) {
        CHECK(row(with(lines + culture, 3, {part}).out, "trade") == "medium");
    }
    // Of two lines the first is used.
    const Ran twice =
        with(all + "trade,1,2,3,4,5\n", 3, {"said twice at line 4, column 1: 'trade'; expected: one line for each"});
    CHECK(row(twice.out, "trade") == "critical");
    const std::string none = folder.file("none.csv", "area,e1,e2,s1,s2,s3\n");
    const Ran missing = example(program, {"--cut-offs", none});
    CHECK(missing.code == 3);
    CHECK(has(missing.err, "no column 'issue_area' at line 1, column 1, the nearest is 'area'"));
    CHECK_FALSE(missing.out.empty());
}

TEST_CASE("own_figures: the command line") {
    const Ran help = example(program, {"--help"});
    CHECK(help.code == 0);
    CHECK(help.err.empty());
    CHECK(help.out.starts_with("own_figures: "));
    for (const char* option :
         {"--from", "--year", "--over-time", "--carry", "--cut-offs", "--to", "--format", "--help"}) {
        CHECK_MESSAGE(has(help.out, "\n  " + std::string(option) + " "), option);
        if (std::string_view(option) != "--help") rejected({option}, std::string(option) + " needs a value");
        rejected({option + std::string("x")}, "did you mean '" + std::string(option) + "'?");
    }
    CHECK(has(help.out, "(table, csv, json, svg); default table"));
    rejected({"--format", "svgg"}, "did you mean 'svg'?");
    for (const std::string year : {"19", "x", "", "20199", "-2019", "2019.0", "0000"}) {
        rejected({"--year", year}, "valid: a year of four digits, such as 2019");
    }
    for (const std::string years : {"x", "", "-1", "1.5", "10000", "99999999999999999999"}) {
        rejected({"--carry", years}, "valid: a number of years from 0 to 9999");
    }
    rejected({"--over-time", "sylvanya"}, "unknown partner 'sylvanya', did you mean 'sylvania'?\nvalid: sylvania, ");
    rejected({"--over-time", "sylvania", "--year", "2019"}, "give one of them");
    for (const char* option : {"--from", "--cut-offs"}) {
        rejected({option, "/no/such/file.csv"}, "cannot be read: /no/such/file.csv");
        rejected({option, "/tmp"}, "cannot be read: /tmp");
    }
    rejected({"--to", "/no/such/folder/file.csv"}, "cannot be written: /no/such/folder/file.csv");
    CHECK(example(program, {"--year", "9999"}).code == 0);
    CHECK(example(program, {"--year=0001"}).code == 0);
    if (std::filesystem::exists("/dev/full")) {
        Running full;
        full.output = "/dev/full";
        for (const std::string format : {"table", "csv", "json", "svg"}) {
            CHECK(example(program, {"--format", format}, full).code == 1);
        }
    }
}

TEST_CASE("own_figures reads standard input") {
    const std::string file = std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples/own_figures.csv";
    const auto piped = [](const std::string& from) {
        return run({"sh", "-c", "exec \"$0\" --from - --format csv < \"$1\"", example_path(program).string(), from});
    };
    const Ran ran = piped(file);
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == printed(program, {"--from", file, "--format", "csv"}));
    const Ran nothing = piped("/dev/null");
    CHECK(nothing.code == 3);
    CHECK(has(nothing.err, "standard input: nothing there at line 1, column 1"));
}

TEST_CASE("own_figures: no change of a valid file stops it") {
    const std::string valid = file_text(std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples/own_figures.csv");
    const std::string cuts = "issue_area,e1,e2,s1,s2,s3\ntrade,1,8,10,15,20\ncultural,3,4,5,6,7\n";
    const Words parts{",",
                      "\"",
                      "\n",
                      "\r",
                      "..",
                      ">=",
                      "~",
                      "<",
                      "&",
                      "-",
                      ".",
                      "9",
                      "999999999999999999",
                      "?",
                      " ",
                      "\xff",
                      "\xf0\x9f\x92\xa9",
                      "trade",
                      "sylvania",
                      "2020",
                      "partner"};
    test::Generator generator(20230829);
    const auto changed = [&](std::string text) {
        for (std::uint32_t left = 1 + generator.below(6); left > 0; --left) {
            const std::size_t at = generator.below(static_cast<std::uint32_t>(text.size()) + 1);
            const std::string part = generator.below(4) == 0
                                         ? std::string(1, static_cast<char>(generator.below(256)))
                                         : parts[generator.below(static_cast<std::uint32_t>(parts.size()))];
            text.replace(at, generator.below(5), part);
        }
        return text;
    };
    const Folder folder("own_figures");
    const Words formats{"table", "csv", "json", "svg"};
    int fine = 0;
    for (int i = 0; i < 400; ++i) {
        const std::string format = formats[static_cast<std::size_t>(i) % 4];
        const bool figures = generator.below(4) != 0;
        Words arguments{"--from",   folder.file("figures.csv", figures ? changed(valid) : valid),
                        "--format", format,
                        "--carry",  std::to_string(generator.below(3))};
        if (!figures) arguments.insert(arguments.end(), {"--cut-offs", folder.file("cuts.csv", changed(cuts))});
        if (generator.below(3) == 0) arguments.insert(arguments.end(), {"--over-time", "lake_bank"});
        const Ran ran = example(program, arguments);
        CAPTURE(i);
        CAPTURE(ran.err);
        CHECK((ran.code == 0 || ran.code == 3 || (ran.code == 2 && has(ran.err, "unknown partner"))));
        CHECK(ran.err.empty() == (ran.code == 0));
        fine += ran.code == 0 ? 1 : 0;
        if (ran.out.empty()) continue;
        if (format == "csv") CHECK(parse_csv(ran.out).has_value());
        if (format == "json") CHECK(JsonReader(ran.out).document().has_value());
        if (format == "svg") CHECK(XmlReader(ran.out).document().has_value());
    }
    CHECK(fine > 10);
    CHECK(fine < 390);
}

TEST_CASE("own_figures: how concentrated the shares are, with what is not known of them") {
    // The squares of the shares: what is open of a share, and the rest of the whole, spread thin or in one hand.
    const std::string invented = support::printed("own_figures");
    CHECK(support::has(invented, "\ntrade: 0.3466 to 0.6682, moderate or high\n"));      // 55 and 21, or 79 and 21
    CHECK(support::has(invented, "\ndebt: 0.16 to 0.52, mild or moderate or high\n"));  // 40, or 60 and 40
    CHECK(support::has(invented, "\ninvestment: 0 to 1, "));                             // a share of nothing
    CHECK(support::has(invented, "\nenergy: 0.81 to 0.82, high\n"));                     // 90, or 90 and 10
    CHECK_FALSE(support::has(support::printed("own_figures", {"--over-time", "sylvania"}), "Herfindahl"));
}
