// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The program dependency_levels against what the library answers here: every view, the same in every format.
/// See also output_test.cpp, told_by_test.cpp and arguments_test.cpp.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/aggregate.hpp>
#include <trimode/inference/asymmetry.hpp>
#include <trimode/inference/dependency_change.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "base/generator.hpp"
#include "examples/folder.hpp"
#include "examples/program.hpp"
#include "examples/reading.hpp"
#include "support/json.hpp"
#include "support/xml.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

const std::string program = "dependency_levels";
const Words by_default{"russia", "china", "west", "us", "eu", "uk", "osce", "international_community", "un"};
const Words areas{"trade",    "debt", "investment", "aid",       "migration",
                  "security", "arms", "energy",     "political", "economy"};
const Words listings{"--as-told-by", "--replacements", "--aggregate", "--compare=2010"};

Words with(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}
IssueArea area_of(const std::string& name) { return *parse<IssueArea>(name); }

/// By what the levels are asked for.
struct By {
    Admission admission{};
    std::vector<CutOffs> own{};
    std::uint16_t carry = 0;

    [[nodiscard]] Dependency levels(const std::string& id, const std::string& area, const std::string& date,
                                    Route route, bool strict = false) const {
        DependencyScale scale;
        scale.own = own;
        scale.carrying = Carrying{carry};
        Admission whom = admission;
        whom.strict = whom.strict || strict;
        return dependency(tajikistan, partner(id), area_of(area), period(date), route, whom, scale);
    }
    [[nodiscard]] bool inferred(const std::string& id, const std::string& area, const std::string& date,
                                Route route) const {
        const auto one = levels(id, area, date, route);
        const auto other = levels(id, area, date, route, true);
        return one.told != other.told || one.levels != other.levels || one.contested != other.contested;
    }
    /// What is printed of one route: "?", "high", "[low-high]~".
    [[nodiscard]] std::string shown(const std::string& id, const std::string& area, const std::string& date,
                                    Route route) const {
        const auto found = levels(id, area, date, route);
        if (!found.told) return "?";
        std::string text = found.levels.size() == 5 ? "any" : level_text(found.levels);
        if (route == Route::measured) text = "[" + text + "]";
        if (found.contested) text += "!";
        return inferred(id, area, date, route) ? text + "~" : text;
    }
    /// What is printed of several.
    [[nodiscard]] std::string shown(const std::string& id, const std::string& area, const std::string& date,
                                    const std::vector<Route>& routes) const {
        Words all;
        for (const Route route : routes) {
            if (levels(id, area, date, route).told) all.push_back(shown(id, area, date, route));
        }
        return all.empty() ? "?" : join(all);
    }
};

const std::vector<Route> both{Route::measured, Route::judged};

/// A way to ask, in words and in values.
struct Way {
    Words arguments;
    By by;
    std::vector<Route> routes = both;
};

/// Cut-offs with which every level of these figures is another one.
CutOffs own_row(IssueArea area, int e1, int e2, int s1, int s2, int s3) {
    CutOffs row;
    row.area = area;
    row.e1 = Decimal{e1};
    row.e2 = Decimal{e2};
    row.s1 = Decimal{s1};
    row.s2 = Decimal{s2};
    row.s3 = Decimal{s3};
    return row;
}
const std::string own_cut_offs =
    "issue_area,e1,e2,s1,s2,s3\n"
    "debt,1,2,3,4,5\n"
    "migration,60,70,80,90,100\n"
    "trade,1,2,3,4,5\n";
const std::vector<CutOffs> own_rows{own_row(IssueArea::debt, 1, 2, 3, 4, 5),
                                    own_row(IssueArea::migration, 60, 70, 80, 90, 100),
                                    own_row(IssueArea::trade, 1, 2, 3, 4, 5)};

std::vector<Way> ways(const Folder& folder) {
    std::vector<Way> all(7);
    all[1] = {{"--strict"}, {}, both};
    all[1].by.admission.strict = true;
    all[2] = {{"--author", "Kluczewska"}, {}, both};
    all[2].by.admission.sources = sources_by(tajikistan, "Kluczewska");
    all[3] = {{"--carry", "4"}, {}, both};
    all[3].by.carry = 4;
    all[4] = {{"--cut-offs", folder.file("cuts.csv", own_cut_offs), "--carry=1"}, {}, both};
    all[4].by.own = own_rows;
    all[4].by.carry = 1;
    all[5] = {{"--route", "measured"}, {}, {Route::measured}};
    all[6] = {{"--route=judged"}, {}, {Route::judged}};
    return all;
}

// ---- what is printed ------------------------------------------------------------------------------------------------

/// The words in the cells of a picture, row by row.
std::map<std::pair<std::string, std::string>, std::string> pictured(const std::string& output) {
    XmlReader reader(output);
    const auto root = reader.document();
    REQUIRE_MESSAGE(root.has_value(), reader.error());
    std::map<std::pair<std::string, std::string>, std::string> cells;
    root->walk([&](const Xml& one) {
        if (one.name != "g" || !one.get("id").starts_with("levels-cell")) return;
        const std::string title = one.children[0].text;  // "russia, trade: words; marks"
        const std::string place = title.substr(0, title.find(": "));
        const std::string row = place.substr(0, place.find(", "));
        cells[{row, place.substr(row.size() + 2)}] = one.all("text").front().text;
    });
    return cells;
}

/// All formats of a matrix. `place(object)`: row and column of an answer.
template <class Place>
void check_matrix(const Words& arguments, const Way& way, const Words& rows, const Words& columns, const Place& place) {
    CAPTURE(join(arguments));
    const auto cells = table(printed(program, arguments));
    const auto pictures = pictured(printed(program, with(arguments, {"--format", "svg"})));
    const auto lines = csv(program, with(arguments, {"--format", "csv"}));
    const Json document = json(program, with(arguments, {"--format", "json"}));
    CHECK(cells.size() == rows.size());
    CHECK(pictures.size() == rows.size() * columns.size());
    REQUIRE(lines.size() == document.items.size() + 1);
    std::map<std::pair<std::string, std::string>, std::string> expected;
    for (std::size_t i = 0; i < document.items.size(); ++i) {
        const Json& object = document.items[i];
        const std::string id = text(object, "partner");
        const std::string area = text(object, "issue_area");
        const std::string date = text(object, "date");
        const auto route = parse<Route>(text(object, "route"));
        REQUIRE(route.has_value());
        CAPTURE(id);
        CAPTURE(area);
        CAPTURE(date);
        CAPTURE(name(*route));
        const Dependency found = way.by.levels(id, area, date, *route);
        const bool inferred = way.by.inferred(id, area, date, *route);
        CHECK(truth(object, "told") == found.told);
        CHECK(truth(object, "contested") == found.contested);
        CHECK(truth(object, "inferred") == inferred);
        CHECK(list(object, "levels") == words(found.levels));
        const std::string no_substitute(
            name(trimode::no_substitute(tajikistan, partner(id), area_of(area), period(date), way.by.admission)));
        const std::string needed(
            name(trimode::needed_by_partner(tajikistan, partner(id), area_of(area), period(date), way.by.admission)));
        CHECK(text(object, "no_substitute") == no_substitute);
        CHECK(text(object, "needed_by_partner") == needed);
        Words claims;
        for (const Json& one : get(object, "claims", Kind::array).items) claims.push_back(text(one, "id"));
        CHECK(found.told == !claims.empty());  // no level without a claim
        CHECK(join(lines[i + 1], "|") == join({id, area, date, std::string(name(*route)), found.told ? "true" : "false",
                                               join(words(found.levels)), found.contested ? "true" : "false",
                                               join(claims), inferred ? "true" : "false", no_substitute, needed},
                                              "|"));
        expected[place(object)] = way.by.shown(id, area, date, way.routes);
    }
    for (const auto& row : rows) {
        REQUIRE(cells.count(row) == 1);
        for (const auto& column : columns) {
            CAPTURE(row);
            CAPTURE(column);
            // Where no route leads to a level there is no answer, and nothing is known.
            const auto found = expected.find({row, column});
            const std::string shown = found == expected.end() ? "?" : found->second;
            CHECK(cells.at(row).at(column) == shown);
            REQUIRE(pictures.count({row, column}) == 1);
            CHECK(pictures.at({row, column}) == shown);
        }
    }
}

/// All formats of a list: the same fields; in the table only rows of which something is told. Gives the rows.
CsvRows check_listing(const Words& arguments) {
    CAPTURE(join(arguments));
    const auto rows = csv(program, with(arguments, {"--format", "csv"}));
    const Json document = json(program, with(arguments, {"--format", "json"}));
    REQUIRE(document.items.size() + 1 == rows.size());
    for (std::size_t i = 0; i < document.items.size(); ++i) {
        for (std::size_t k = 0; k < rows[0].size(); ++k) CHECK(text(document.items[i], rows[0][k]) == rows[i + 1][k]);
    }
    const std::string output = printed(program, arguments);
    const auto tables = printed_tables(output);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].header == rows[0]);
    std::set<std::string> all;
    for (std::size_t i = 1; i < rows.size(); ++i) all.insert(join(rows[i], "|"));
    for (const Words& row : tables[0].rows) CHECK(all.count(join(row, "|")) == 1);
    const std::size_t hidden = rows.size() - 1 - tables[0].rows.size();
    CHECK(has(output, "Not shown: " + std::to_string(hidden) + " row") == (hidden != 0));
    return rows;
}

/// Calls `visit(partner, area, route)` in the order of the lists.
template <class Visit>
void for_each_level(const Words& partners, const Visit& visit) {
    for (const auto& id : partners) {
        for (const auto& area : areas) {
            for (const Route route : both) {
                const bool leads =
                    route == Route::judged || area == "security" || default_scale.find(area_of(area)).has_value();
                if (leads) visit(id, area, route);
            }
        }
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

TEST_CASE("dependency_levels: partners by issue areas, the same as table, CSV, JSON and picture") {
    const Folder folder(program);
    for (const Way& way : ways(folder)) {
        for (const std::string date : {"1995", "2005", "2019", "2022-06", "2010/2022"}) {
            check_matrix(with({"--at", date}, way.arguments), way, by_default, areas, [](const Json& object) {
                return std::pair(text(object, "partner"), text(object, "issue_area"));
            });
        }
        check_matrix(with({"--at", "2021", "--partner", "russia", "--area", "trade"}, way.arguments), way, {"russia"},
                     {"trade"},
                     [](const Json& object) { return std::pair(text(object, "partner"), text(object, "issue_area")); });
    }
}

TEST_CASE("dependency_levels: over time a row is a year, and its levels are those of that year") {
    const Folder folder(program);
    for (const Way& way : ways(folder)) {
        Words years;
        for (int year = 2003; year <= 2022; ++year) years.push_back(std::to_string(year));
        check_matrix(with({"--partner", "russia", "--from", "2003", "--to", "2022"}, way.arguments), way, years, areas,
                     [](const Json& object) { return std::pair(text(object, "date"), text(object, "issue_area")); });
        check_matrix(with({"--area", "debt", "--from=2003", "--to=2022"}, way.arguments), way, years, by_default,
                     [](const Json& object) { return std::pair(text(object, "date"), text(object, "partner")); });
    }
    const Words all{"2021-06-15/2021-12-31", "2022", "2023"};
    const auto cells = table(printed(program, {"--partner=china", "--from", "2021-06-15"}));
    for (const auto& row : all) CHECK(cells.count(row) == 1);
    CHECK(cells.size() == 3);
    CHECK(table(printed(program, {"--partner=china", "--to", "1992"})).size() == 2);
    CHECK(table(printed(program, {"--partner=china", "--rows", "years"})).size() == 33);
}

TEST_CASE("dependency_levels: constant periods fill the time, and levels change from one to the next") {
    const std::vector<Words> asked{{"--partner", "russia"},
                                   {"--partner", "china", "--strict"},
                                   {"--partner", "us", "--from", "2001-03-05", "--to", "2021-02"},
                                   {"--area", "security", "--from", "2009", "--to", "2009"}};
    for (const Words& arguments : asked) {
        const Words periods = with(arguments, {"--rows", "periods"});
        CAPTURE(join(periods));
        Way way;
        way.by.admission.strict = std::find(periods.begin(), periods.end(), "--strict") != periods.end();
        const bool of_partner = arguments[0] == "--partner";
        const auto tables = printed_tables(printed(program, periods));
        REQUIRE(tables.size() == 1);
        Words rows;
        for (const Words& row : tables[0].rows) rows.push_back(row[0]);
        const Words columns = of_partner ? areas : by_default;
        check_matrix(periods, way, rows, columns, [&](const Json& object) {
            return std::pair(text(object, "date"), text(object, of_partner ? "issue_area" : "partner"));
        });
        const auto on = [&](Day day) {
            Words all;
            const std::string date(edtf(*Date::of_day(day)).view());
            for (const auto& column : columns) {
                all.push_back(of_partner ? way.by.shown(arguments[1], column, date, both)
                                         : way.by.shown(column, arguments[1], date, both));
            }
            return all;
        };
        const auto position = [&](const std::string& option, const std::string& otherwise) {
            const auto found = std::find(periods.begin(), periods.end(), option);
            return asked_days(tajikistan, period(found == periods.end() ? otherwise : *(found + 1)));
        };
        Day next = position("--from", "1991").first;
        Words before;
        for (const auto& row : rows) {
            const Days days = asked_days(tajikistan, period(row));
            CAPTURE(row);
            CHECK(days.first == next);
            const Words first = on(days.first);
            CHECK(first != before);
            for (Day day = days.first; day <= days.last; day += 29) CHECK(on(day) == first);
            CHECK(on(days.last) == first);
            before = first;
            next = days.last + 1;
        }
        CHECK(next == position("--to", "2023").last + 1);
    }
}

TEST_CASE("dependency_levels: below the matrix stands how many cells are known") {
    for (const std::string date : {"1995", "2005", "2012", "2019", "2022"}) {
        const auto rows = csv(program, {"--at", date, "--format", "csv"});
        std::map<std::pair<std::string, std::string>, std::array<bool, 3>> cells;  // measured, judged, told
        for (std::size_t i = 1; i < rows.size(); ++i) {
            auto& cell = cells[{rows[i][0], rows[i][1]}];
            const bool known = rows[i][5] != "none low medium high critical";
            if (rows[i][3] == "measured" && known) cell[0] = true;
            if (rows[i][3] == "judged" && known) cell[1] = true;
            if (rows[i][4] == "true") cell[2] = true;
        }
        const auto number = [&](const auto& wish) {
            return std::to_string(
                std::count_if(cells.begin(), cells.end(), [&](const auto& one) { return wish(one.second); }));
        };
        using Cell = std::array<bool, 3>;
        const std::string unknown = number([](const Cell& cell) { return !cell[0] && !cell[1]; });
        const std::string vague = number([](const Cell& cell) { return !cell[0] && !cell[1] && cell[2]; });
        std::string expected = std::to_string(by_default.size() * areas.size()) +
                               " cells: " + number([](const Cell& cell) { return cell[0]; }) + " measured, " +
                               number([](const Cell& cell) { return !cell[0] && cell[1]; }) + " only judged, " +
                               unknown + " unknown";
        if (vague != "0") expected += ", " + vague + " of them told, but no level is ruled out";
        CAPTURE(date);
        const auto lines = lines_of(printed(program, {"--at", date}));
        CHECK(std::count(lines.begin(), lines.end(), expected) == 1);
        CHECK(has(printed(program, {"--at", date, "--route", "judged"}), " judged, "));
        CHECK_FALSE(has(printed(program, {"--at", date, "--route", "judged"}), " measured, "));
    }
}

TEST_CASE("dependency_levels: with why every level that is told has claims, and the ends have theirs marked") {
    for (const std::string date : {"1995", "2005", "2015", "2021", "2022"}) {
        const Words asked{"--at", date, "--why"};
        const auto lines = lines_of(printed(program, asked));
        std::size_t told = 0;
        for (const auto& id : by_default) {
            for (const auto& area : areas) {
                for (const Route route : both) {
                    const Dependency found = By{}.levels(id, area, date, route);
                    const std::string heading = id + ", " + area + ", " + std::string(name(route)) + ": ";
                    const auto at = std::find_if(lines.begin(), lines.end(),
                                                 [&](const std::string& one) { return one.starts_with(heading); });
                    CAPTURE(heading);
                    CHECK((at != lines.end()) == found.told);
                    if (at == lines.end()) continue;
                    ++told;
                    CHECK(at->substr(heading.size()) ==
                          level_text(found.levels) + (found.contested ? ", contested" : ""));
                    std::map<std::string, std::string> ends;
                    for_each_bound_telling(tajikistan, partner(id), area_of(area), period(date), route, {},
                                           [&](const BoundTelling& one) {
                                               ends[std::string(one.claim->id)] = one.lower && one.upper ? "both ends"
                                                                                  : one.lower ? "the lower end"
                                                                                              : "the upper end";
                                           });
                    std::size_t claims = 0;
                    for (auto line = at + 1; line != lines.end() && line->starts_with("  "); ++line) {
                        const auto ids = claim_ids(line->substr(0, 12));
                        if (ids.empty()) continue;
                        ++claims;
                        const auto end = ends.find(*ids.begin());
                        const std::string marks = line->substr(0, line->find(claim(*ids.begin()).statement));
                        if (end == ends.end()) {
                            CHECK_FALSE(has(marks, "behind "));
                        } else {
                            CHECK_MESSAGE(has(marks, "behind " + end->second), *line);
                        }
                    }
                    CHECK(claims > 0);
                }
            }
        }
        CHECK(told > 0);
        for (const Json& object : json(program, with(asked, {"--format", "json"})).items) {
            std::map<std::string, std::pair<bool, bool>> ends;
            for_each_bound_telling(tajikistan, partner(text(object, "partner")), area_of(text(object, "issue_area")),
                                   period(date), *parse<Route>(text(object, "route")), {},
                                   [&](const BoundTelling& one) {
                                       ends[std::string(one.claim->id)] = {one.lower, one.upper};
                                   });
            for (const Json& one : get(object, "claims", Kind::array).items) {
                CHECK(truth(one, "behind_lower") == ends[text(one, "id")].first);
                CHECK(truth(one, "behind_upper") == ends[text(one, "id")].second);
            }
        }
    }
}

TEST_CASE("dependency_levels: measured levels stay over the values of a cut-off that are shown, and no further") {
    const auto just_above = [](Decimal number) {
        const std::string digits(trimode::text(number).view());
        return *parse_decimal(digits + (has(digits, ".") ? "0001" : ".0001"));
    };
    std::size_t moved = 0;
    for (const std::string date : {"2008", "2019", "2021", "2022", "2005/2022"}) {
        const Words asked{"--at", date, "--why"};
        const std::string output = printed(program, asked);
        for (const Json& object : json(program, with(asked, {"--format", "json"})).items) {
            const std::string id = text(object, "partner");
            const std::string area = text(object, "issue_area");
            const auto& cuts = get(object, "cut_offs", Kind::array).items;
            const bool expected = truth(object, "told") && text(object, "route") == "measured" && area != "security";
            CHECK(cuts.empty() == !expected);
            if (!expected) continue;
            REQUIRE(cuts.size() == numbered_cuts.size());
            const CutOffs row = *default_scale.find(area_of(area));
            for (std::size_t i = 0; i < cuts.size(); ++i) {
                const Cut cut = numbered_cuts[i];
                CAPTURE(id);
                CAPTURE(area);
                CAPTURE(date);
                CAPTURE(name(cut));
                CHECK(text(cuts[i], "cut") == name(cut));
                CHECK(text(cuts[i], "mark") == name(row.mark(cut)));
                const auto with_cut = [&](Decimal value) {
                    By by;
                    by.own = {row};
                    const std::array<Decimal*, 5> places{&by.own[0].e1, &by.own[0].e2, &by.own[0].s1, &by.own[0].s2,
                                                         &by.own[0].s3};
                    *places[i] = value;
                    return words(by.levels(id, area, date, Route::measured).levels);
                };
                const auto number = [&](const char* key) { return parse_decimal(cuts[i].find(key)->text); };
                CHECK(with_cut(*number("value")) == list(object, "levels"));
                if (cuts[i].find("up_to")->kind == Kind::number) {
                    const Decimal end = *number("up_to");
                    CHECK(with_cut(end) == list(object, "levels"));
                    CHECK(with_cut(just_above(end)) == list(cuts[i], "beyond"));
                    CHECK(list(cuts[i], "beyond") != list(object, "levels"));
                    CHECK(has(output, "up to " + std::string(trimode::text(end).view()) + " (else "));
                    ++moved;
                }
                if (cuts[i].find("above")->kind == Kind::number) {
                    const Decimal end = *number("above");
                    CHECK(with_cut(end) == list(cuts[i], "below"));
                    CHECK(with_cut(just_above(end)) == list(object, "levels"));
                    CHECK(has(output, "above " + std::string(trimode::text(end).view()) + " (else "));
                    ++moved;
                }
            }
        }
    }
    CHECK(moved > 0);
}

TEST_CASE("dependency_levels: two dates compared") {
    const auto bounds = [](Set<Level> levels) {
        const Words all = words(levels);
        return std::pair(*parse<Level>(all.front()), *parse<Level>(all.back()));
    };
    std::set<std::string> movements;
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"1991", "1995"}, {"1995", "1991"}, {"2019", "2022-06"}, {"2004", "2004"}};
    for (const auto& dates : pairs) {
        const std::string& at = dates.first;
        const std::string& then = dates.second;
        const auto rows = check_listing({"--at", at, "--compare", then});
        std::size_t i = 0;
        for_each_level(by_default, [&](const std::string& id, const std::string& area, Route route) {
            const auto [low, high] = bounds(By{}.levels(id, area, at, route).levels);
            const auto [other_low, other_high] = bounds(By{}.levels(id, area, then, route).levels);
            std::string movement = "not_comparable";
            if (other_low > high) movement = "risen";
            if (other_high < low) movement = "fallen";
            if (low == high && other_low == low && other_high == low) movement = "same";
            REQUIRE(++i < rows.size());
            CHECK(join(rows[i], "|") == join({id, area, std::string(name(route)), at, By{}.shown(id, area, at, route),
                                              then, By{}.shown(id, area, then, route), movement},
                                             "|"));
            movements.insert(movement);
        });
        CHECK(i + 1 == rows.size());
    }
    CHECK(movements.count("same") == 1);
    CHECK(movements.count("not_comparable") == 1);
    // The guarantee of 1991 and that of 1995 part, whichever is asked about first.
    CHECK(movements.count("risen") == movements.count("fallen"));
}

TEST_CASE("dependency_levels: as told by each author alone, and on whom the levels hang") {
    for (const std::string date : {"2005", "2019", "2022"}) {
        const auto rows = check_listing({"--at", date, "--as-told-by"});
        CHECK(rows[0] == Words{"partner", "issue_area", "date", "route", "all", "Buriev", "Kluczewska", "Malysheva",
                               "Makhmutova", "hangs_on"});
        std::size_t i = 0;
        for_each_level(by_default, [&](const std::string& id, const std::string& area, Route route) {
            const std::string all = By{}.shown(id, area, date, route);
            Words expected{id, area, date, std::string(name(route)), all};
            Words decisive;
            for (const std::string author : {"Buriev", "Kluczewska", "Malysheva", "Makhmutova"}) {
                By alone;
                alone.admission.sources = sources_by(tajikistan, author);
                By without;
                without.admission.sources = ~alone.admission.sources;
                expected.push_back(alone.shown(id, area, date, route));
                if (without.shown(id, area, date, route) != all) decisive.push_back(author);
            }
            expected.push_back(join(decisive, ", "));
            REQUIRE(++i < rows.size());
            CHECK(join(rows[i], "|") == join(expected, "|"));
        });
        CHECK(i + 1 == rows.size());
    }
}

TEST_CASE("dependency_levels: who else is told to give") {
    std::size_t others = 0;
    for (const std::string date : {"2015", "2019", "2022"}) {
        const auto rows = check_listing({"--at", date, "--replacements"});
        std::set<std::string> found;
        for (std::size_t i = 1; i < rows.size(); ++i) found.insert(join(rows[i], "|"));
        CHECK(found.size() + 1 == rows.size());
        std::set<std::string> expected;
        for_each_level(by_default, [&](const std::string& id, const std::string& area, Route route) {
            bool any = false;
            const auto add = [&](const std::string& other, const std::string& levels) {
                expected.insert(join(
                    {id, area, date, std::string(name(route)), By{}.shown(id, area, date, route), other, levels}, "|"));
            };
            for (const Partner& row : tajikistan.partners) {
                const std::string other(row.id);
                bool related = other == id;
                for (const Membership& tie : tajikistan.memberships) {
                    const auto member = tajikistan.partner(tie.member).id;
                    const auto group = tajikistan.partner(tie.group).id;
                    related = related || (member == id && group == other) || (member == other && group == id);
                }
                const Dependency given = By{}.levels(other, area, date, route);
                if (related || !given.told || given.levels.contains(Level::none)) continue;
                any = true;
                ++others;
                add(other, By{}.shown(other, area, date, route));
            }
            if (!any) add("", "");
        });
        CHECK(found == expected);
    }
    CHECK(others > 0);
}

TEST_CASE("dependency_levels: the aggregate counts what is known, and below half there is none") {
    for (const std::string date : {"2005", "2020", "2022"}) {
        const auto rows = check_listing({"--at", date, "--aggregate"});
        CHECK(rows[0] == Words{"partner", "date", "route", "aggregate", "known_areas", "areas", "refused"});
        std::size_t i = 0;
        for (const auto& id : by_default) {
            for (const Route route : both) {
                std::vector<AreaLevels> all;
                std::size_t known = 0;
                for (const auto& area : areas) {
                    const bool leads =
                        route == Route::judged || area == "security" || default_scale.find(area_of(area));
                    if (area == "economy" || !leads) continue;
                    all.push_back({area_of(area), By{}.levels(id, area, date, route).levels});
                    known += all.back().levels.size() < 5 ? 1U : 0U;
                }
                const bool enough = 2 * known >= all.size();
                REQUIRE(++i < rows.size());
                CHECK(join(rows[i], "|") ==
                      join({id, date, std::string(name(route)), enough ? level_text(aggregate(all).levels) : "",
                            std::to_string(known), std::to_string(all.size()), enough ? "" : "too_little_known"},
                           "|"));
            }
        }
        CHECK(i + 1 == rows.size());
    }
}

TEST_CASE("dependency_levels: with why a list is followed by its claims") {
    for (const auto& one : listings) {
        const Words asked{one, "--partner", "russia", "--at", "2019"};
        const std::string plain = printed(program, asked);
        const std::string why = printed(program, with(asked, {"--why"}));
        CHECK(why.starts_with(plain));
        CHECK(claim_ids(plain).empty());
        CHECK_FALSE(claim_ids(why).empty());
        check_ids(why);
    }
    const std::string over_time = printed(program, {"--partner", "china", "--from", "2018", "--to", "2019", "--why"});
    for (const std::string year : {"2018", "2019"})
        CHECK(has(over_time, "china, security, measured, " + year + ": low-high"));
    CHECK(has(printed(program, {"--partner", "japan", "--from", "2000", "--to", "2001", "--why"}), "Nothing is told"));
}

TEST_CASE("dependency_levels: of one partner, whether it could be replaced and what it needs, by claims of that area") {
    const std::string heading = "Vulnerability and reverse need: ";
    CHECK_FALSE(has(printed(program), heading));
    std::size_t told = 0;
    for (const Partner& row : tajikistan.partners) {
        const std::string id(row.id);
        for (const std::string date : {"1993", "2005", "2022"}) {
            for (const Words& more : {Words{}, Words{"--strict"}}) {
                By by;
                by.admission.strict = !more.empty();
                const std::string output = printed(program, with({"--partner", id, "--at", date}, more));
                REQUIRE(has(output, heading));
                const auto lines = lines_of(output.substr(output.find(heading)));
                std::set<std::string> found;
                std::string area;
                for (std::size_t i = 2; i < lines.size(); ++i) {
                    if (!lines[i].starts_with("  ")) area = lines[i];
                    if (lines[i].starts_with("  "))
                        found.insert(area + "|" + lines[i].substr(2, lines[i].find_first_of("(:") - 2));
                }
                std::set<std::string> expected;
                for (const IssueArea one : all<IssueArea>()) {
                    const auto truth_of = [&](Truth truth) { return std::string(name(truth)); };
                    const std::string head =
                        id + ", " + std::string(name(one)) + ": no substitute " +
                        truth_of(no_substitute(tajikistan, partner(id), one, period(date), by.admission)) +
                        ", needed by the partner " +
                        truth_of(needed_by_partner(tajikistan, partner(id), one, period(date), by.admission)) + "|";
                    const auto add = [&](const Claim& claim, const std::string& what, Ground ground,
                                         bool by_membership) {
                        const bool marked = ground != Ground::stated || by_membership || claim.voice != Voice::author;
                        expected.insert(head + std::string(claim.id) + "  " + what + (marked ? " " : ""));
                        CHECK(claim.area == one);
                    };
                    for_each_substitute_telling(tajikistan, partner(id), one, period(date), by.admission,
                                                [&](const Telling<Condition>& telling) {
                                                    add(*telling.claim,
                                                        "no substitute " + truth_of(opposite(telling.truth)),
                                                        telling.ground, telling.by_membership);
                                                });
                    const std::map<Leverage, std::string> leverages{{Leverage::needed_by_partner, "needed by partner "},
                                                                    {Leverage::used_by_partner, "used by partner "},
                                                                    {Leverage::used_by_state, "used by state "}};
                    for (const auto& leverage : leverages) {
                        for_each_leverage_telling(tajikistan, partner(id), one, leverage.first, period(date),
                                                  by.admission, [&](const Telling<Leverage>& telling) {
                                                      add(*telling.claim, leverage.second + truth_of(telling.truth),
                                                          telling.ground, telling.by_membership);
                                                  });
                    }
                }
                CAPTURE(id);
                CAPTURE(date);
                told += expected.size();
                if (expected.empty()) CHECK(has(lines[2], "both are unknown"));
                CHECK(found == expected);
            }
        }
    }
    CHECK(told > 0);
}

TEST_CASE("dependency_levels: a figure is carried to later years only, and says so") {
    const auto told = [](const std::string& year, const std::string& carry) {
        const Json document = json(program, {"--partner", "russia", "--area", "trade", "--route", "measured", "--at",
                                             year, "--carry", carry, "--format", "json"});
        REQUIRE(document.items.size() == 1);
        for (const Json& one : get(document.items[0], "claims", Kind::array).items) {
            CHECK(truth(one, "carried") == (year != "2021"));
        }
        return truth(document.items[0], "told");
    };
    CHECK(told("2021", "0"));
    CHECK_FALSE(told("2022", "0"));
    CHECK(told("2022", "1"));
    CHECK_FALSE(told("2020", "9999"));
    const std::string output =
        printed(program, {"--partner", "russia", "--area", "trade", "--at", "2022", "--carry", "1"});
    CHECK(output.starts_with("Tajikistan's dependency on its partners, 2022, figures carried 1 year\n"));
    CHECK(has(output, "carried from an earlier year"));
}

TEST_CASE("dependency_levels: cut-offs of one's own, and what is wrong with them") {
    const Folder folder(program);
    const auto asked = [&](const std::string& text) {
        return Words{"--at", "2021", "--cut-offs", folder.file("cuts.csv", text)};
    };
    const std::string good = printed(program, with(asked(own_cut_offs), {"--why"}));
    CHECK(has(lines_of(good)[0], ", cut-offs of one's own"));
    CHECK(has(good, "debt: exposure (debt to the partner / GDP) 1 [own] / 2 [own]"));
    CHECK(has(good, "aid: exposure (aid from the donor / GNI) 2 [literature]"));
    struct Wrong {
        std::string line;
        std::string said;
    };
    const std::vector<Wrong> wrong{
        {"security,1,2,3,4,5\n", "unknown name at line 5, column 1: 'security'"},
        {"trad,1,2,3,4,5\n", "did you mean 'trade'"},
        {"aid,5,2,3,4,5\n", "out of range at line 5, column 7: '2'"},
        {"aid,1,2,3,x,5\n", "at line 5, column 11: 'x'"},
        {"aid,1,2,3,4,101\n", "at line 5, column 13: '101'"},
        {"debt,1,2,3,4,5\n", "at line 5, column 1: 'debt'"},
        {"aid,1,2\n", "field count at line 5"},
    };
    for (const std::string format : {"table", "csv", "json", "svg"}) {
        const std::string expected = printed(program, with(asked(own_cut_offs), {"--format", format}));
        for (const Wrong& one : wrong) {
            const Ran ran = example(program, with(asked(own_cut_offs + one.line), {"--format", format}));
            CAPTURE(one.line);
            CHECK(ran.code == 3);
            CHECK_MESSAGE(has(ran.err, one.said), ran.err);
            CHECK(ran.out == expected);
        }
    }
    rejected({"--cut-offs", folder.path("none.csv")}, "cannot be read: ");
    rejected({"--cut-offs", folder.path()}, "cannot be read: ");
}

TEST_CASE("dependency_levels: nothing that a file of cut-offs may hold stops it") {
    const Folder folder(program);
    test::Generator generator(2022);
    for (int round = 0; round < 150; ++round) {
        std::string text = own_cut_offs;
        for (std::uint32_t changes = 1 + generator.below(4); changes != 0; --changes) {
            const std::size_t at = generator.below(static_cast<std::uint32_t>(text.size()));
            const char byte = static_cast<char>(static_cast<unsigned char>(generator.below(256)));
            if (generator.below(3) == 0) {
                text.resize(at + 1);
            } else if (generator.below(2) == 0) {
                text[at] = byte;
            } else {
                text.insert(at, 1, byte);
            }
        }
        const std::string format = std::array<std::string, 4>{"table", "csv", "json", "svg"}[generator.below(4)];
        const Ran ran = example(program, {"--cut-offs", folder.file("cuts.csv", text), "--at", "2021", "--why",
                                          "--partner", "russia", "--format", format});
        CAPTURE(text);
        CHECK(ran.signal == 0);
        CHECK((ran.code == 0 || ran.code == 3));
        CHECK((ran.code == 3) == !ran.err.empty());
        CHECK_FALSE(ran.out.empty());
    }
}

TEST_CASE("dependency_levels: what cannot be asked together is told") {
    for (const auto& one : listings) {
        for (const auto& other : listings) {
            if (one != other) rejected({one, other}, "one thing at a time");
        }
        rejected({one, "--from", "2000", "--partner", "russia"}, "one thing at a time");
        rejected({one, "--format", "svg"}, "valid: table, csv, json");
    }
    rejected({"--from", "2000"}, "give --partner or --area");
    rejected({"--to", "2000"}, "give --partner or --area");
    rejected({"--rows", "periods"}, "give --partner or --area");
    rejected({"--from", "2000", "--at", "2001", "--partner", "russia"}, "give one or the other");
    rejected({"--from", "2010", "--to", "2009", "--partner", "russia"}, "--to ends before --from begins");
    rejected({"--aggregate", "--area", "aid"}, "leave out --area");
    for (const std::string option : {"--from", "--to", "--compare"}) {
        for (const std::string date : {"yesterday", "2015-13", "", "1985", "2024"}) {
            rejected({option, date, "--partner", "russia"}, "valid: a date or period within 1991/2023");
        }
    }
    for (const std::string years : {"-1", "1.5", "x", "", "10000", "99999999999999999999"}) {
        rejected({"--carry=" + years}, "valid: a number of years from 0 to 9999");
    }
}

TEST_CASE("the README counts the cells of the default matrix as the program does") {
    const std::string readme = support::file_text(std::filesystem::path(TRIMODE_TEST_SOURCE_DIR) / "README.md");
    for (const std::string year : {"1995", "2005", "2015", "2019", "2022"}) {
        const std::string output = printed("dependency_levels", {"--at", year});
        const auto lines = lines_of(output);
        const auto line = std::find_if(lines.begin(), lines.end(), [](const auto& each) { return each.starts_with("90 cells: "); });
        REQUIRE(line != lines.end());
        std::istringstream words(*line);  // "90 cells: 1 measured, 6 only judged, 83 unknown"
        std::string word;
        std::vector<std::string> numbers;
        while (words >> word) {
            if (word.find_first_not_of("0123456789") == std::string::npos) numbers.push_back(word);
        }
        REQUIRE(numbers.size() >= 4);
        const std::string row = "| " + year + " | " + numbers[1] + " | " + numbers[2] + " | " + numbers[3] + " |";
        CHECK_MESSAGE(has(readme, row + "\n"), row);
    }
}
