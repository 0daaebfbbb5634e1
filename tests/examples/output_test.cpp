// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What the examples print, against what the library answers when it is asked here.
#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"
#include "report/csv_reader.hpp"
#include "support/json.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

/// The beginning and the end of the sources' time, the turns of the papers, and periods across them.
const std::array<std::string, 12> dates{"1991", "1993-06",    "200X",       "2003",    "2009/2010", "2015",
                                        "2019", "2020-03-13", "2022-02-23", "2022-06", "2023",      "1991/2023"};
const std::array<std::string, 9> by_default{"russia", "china", "west", "us", "eu", "uk", "osce", "international_community",
                                            "un"};

Admission admission(bool strict) {
    Admission admission;
    admission.strict = strict;
    return admission;
}

Words arguments(const std::string& partner, const std::string& date, bool strict, const std::string& format) {
    Words all{"--partner", partner, "--at", date, "--format", format};
    if (strict) all.emplace_back("--strict");
    return all;
}

/// The values of names, which have to be in the order of the enumeration, each once.
template <Named E>
Set<E> set(const Words& names) {
    Set<E> all;
    std::optional<E> before;
    for (const auto& word : names) {
        const auto value = parse<E>(word);
        REQUIRE_MESSAGE(value.has_value(), "no such name: ", word);
        CHECK(name(*value) == word);
        CHECK((!before || *before < *value));
        all.insert(*value);
        before = value;
    }
    return all;
}

// ---- dependency_levels ----------------------------------------------------------------------------------------------

/// What is told of a level by one claim.
struct LevelTold {
    std::string claim;
    Words levels;
    std::string ground;
    bool by_membership = false;
    friend bool operator==(const LevelTold&, const LevelTold&) = default;
};

std::vector<LevelTold> tellings(PartnerIndex partner, IssueArea area, const Period& at, Route route, bool strict) {
    std::vector<LevelTold> all;
    for_each_dependency_telling(tajikistan, partner, area, at, route, admission(strict), [&](const DependencyTelling& one) {
        all.push_back({std::string(one.claim->id), words(one.levels), std::string(name(one.ground)), one.by_membership});
    });
    return all;
}

/// A claim of the JSON of dependency_levels, against the table.
LevelTold check_claim(const Json& entry) {
    const Claim& expected = claim(text(entry, "id"));
    CHECK(text(entry, "source") == tajikistan.source(expected).id);
    CHECK(text(entry, "section") == section(tajikistan, expected));
    CHECK(get(entry, "block", Kind::number).text == std::to_string(expected.block()));
    if (expected.note != 0) {
        CHECK(get(entry, "note", Kind::number).text == std::to_string(expected.note));
    } else {
        CHECK(entry.find("note") == nullptr);
    }
    CHECK(text(entry, "voice") == name(expected.voice));
    CHECK(text(entry, "period") == edtf(expected.period).view());
    CHECK(text(entry, "statement") == expected.statement);
    const Words levels = list(entry, "levels");
    CHECK_FALSE(levels.empty());
    CHECK_FALSE(set<Level>(levels).empty());
    CHECK(parse<Ground>(text(entry, "ground")).has_value());
    return {text(entry, "id"), levels, text(entry, "ground"), truth(entry, "by_membership")};
}

/// One document of dependency_levels, for one partner.
void check_dependency(const Json& document, const std::string& id, const std::string& date, bool strict) {
    CAPTURE(id);
    CAPTURE(date);
    CAPTURE(strict);
    const Period at = period(date);
    REQUIRE(document.kind == Kind::array);
    std::set<std::pair<IssueArea, Route>> seen;
    for (const Json& object : document.items) {
        CHECK(text(object, "partner") == id);
        CHECK(text(object, "date") == date);
        const auto area = parse<IssueArea>(text(object, "issue_area"));
        const auto route = parse<Route>(text(object, "route"));
        REQUIRE(area.has_value());
        REQUIRE(route.has_value());
        CAPTURE(name(*area));
        CAPTURE(name(*route));
        CHECK(seen.emplace(*area, *route).second);
        const bool told = truth(object, "told");
        const auto levels = set<Level>(list(object, "levels"));
        CHECK_FALSE(levels.empty());
        std::vector<LevelTold> claims;
        for (const Json& entry : get(object, "claims", Kind::array).items) claims.push_back(check_claim(entry));

        const auto expected = dependency(tajikistan, partner(id), *area, at, *route, admission(strict));
        CHECK(told == expected.told);
        CHECK(truth(object, "contested") == expected.contested);
        CHECK(levels == expected.levels);
        CHECK(claims == tellings(partner(id), *area, at, *route, strict));

        CHECK_MESSAGE(told == !claims.empty(), "told or not, and ", claims.size(), " claims");
        if (!told) CHECK(levels == all<Level>());
        if (strict) {
            for (const LevelTold& telling : claims) CHECK(telling.ground == "stated");
        }
    }
    // What is not shown is not told.
    for (const IssueArea area : all<IssueArea>()) {
        for (const Route route : all<Route>()) {
            if (seen.count({area, route}) != 0) continue;
            CAPTURE(name(area));
            CAPTURE(name(route));
            CHECK_FALSE(dependency(tajikistan, partner(id), area, at, route, admission(strict)).told);
            CHECK(tellings(partner(id), area, at, route, strict).empty());
        }
    }
}

// ---- modes ----------------------------------------------------------------------------------------------------------

/// The outcome of a verdict, from its two sets and nothing else.
template <Named Label>
std::string outcome(const Verdict<Label>& verdict, bool told) {
    std::size_t may = 0;
    std::size_t must = 0;
    for (const Label label : all<Label>()) {
        must += verdict.holding.contains(label) ? 1U : 0U;
        may += verdict.possible.contains(label) ? 1U : 0U;
    }
    if (must > 1) return "mixed";
    if (must == 1) return may == 1 ? "sole" : "leading";
    if (may == 0) return "none";
    return told ? "open" : "insufficient";
}

template <Named Label, Named E>
bool anything_told(PartnerIndex partner, const Period& at, const Typology<Label, E>& rules, bool strict) {
    bool told = false;
    for (const E feature : rules.features()) {
        if (is_of_the_state(feature)) continue;
        for_each_telling(tajikistan, tajikistan.codings<E>(), partner, feature, asked_days(tajikistan, at),
                         admission(strict), [&](const auto&) { told = true; });
    }
    return told;
}

/// A verdict of the JSON of modes.
template <Named Label, Named E>
Verdict<Label> check_verdict(const Json& object, const std::string& id, const Period& at, const Typology<Label, E>& rules,
                             bool strict) {
    const auto holding = set<Label>(list(object, "holding"));
    const auto possible = set<Label>(list(object, "possible"));
    CHECK(possible.includes(holding));
    const auto expected = classify(tajikistan, partner(id), at, rules, admission(strict));
    CHECK(holding == expected.holding);
    CHECK(possible == expected.possible);
    CHECK(parse<Outcome>(text(object, "outcome")).has_value());
    CHECK(text(object, "outcome") == outcome(expected, anything_told(partner(id), at, rules, strict)));
    return expected;
}

/// One object of modes.
void check_modes(const Json& object, const std::string& id, const std::string& date, bool strict,
                 const three_modes::Variant& theory) {
    CAPTURE(id);
    CAPTURE(date);
    CAPTURE(strict);
    CAPTURE(theory.name);
    const Period at = period(date);
    CHECK(text(object, "partner") == id);
    CHECK(text(object, "date") == date);
    CHECK(text(object, "theory") == theory.name);
    const auto predicted = check_verdict(get(object, "predicted", Kind::object), id, at, *theory.rules, strict);
    const auto observed = check_verdict(get(object, "observed", Kind::object), id, at, three_modes::observed, strict);
    check_verdict(get(object, "stage", Kind::object), id, at, four_stages::stages, strict);
    Admission believed;
    believed.strict = strict;
    const bool conduct_told = anything_told(tajikistan, partner(id), at, three_modes::observed, believed);
    CHECK(text(object, "comparison") == name(compare(predicted, observed, conduct_told)));
    const Json& without = get(object, "strict", Kind::object);
    check_verdict(get(without, "predicted", Kind::object), id, at, *theory.rules, true);
    check_verdict(get(without, "observed", Kind::object), id, at, three_modes::observed, true);
    check_verdict(get(without, "stage", Kind::object), id, at, four_stages::stages, true);
}

/// What modes tells with --why, as the library visits it.
using Told = std::tuple<std::string, std::string, std::string, std::string, bool>;

template <Named E>
void add_told(std::vector<Told>& told, PartnerIndex partner, const Period& at, Set<E> features, bool strict) {
    for (const E feature : features) {
        for_each_telling(tajikistan, tajikistan.codings<E>(), partner, feature, asked_days(tajikistan, at),
                         admission(strict), [&](const Telling<E>& one) {
                             told.emplace_back(name(feature), one.claim->id, name(one.truth), name(one.ground),
                                               one.by_membership);
                         });
    }
}

void check_reasons(const Json& object, const std::string& id, const std::string& date, bool strict) {
    CAPTURE(id);
    CAPTURE(date);
    CAPTURE(strict);
    std::vector<Told> found;
    for (const Json& entry : get(object, "tellings", Kind::array).items) {
        const Claim& expected = claim(text(entry, "claim"));
        CHECK(text(entry, "source") == tajikistan.source(expected).id);
        CHECK(get(entry, "block", Kind::number).text == std::to_string(expected.block()));
        CHECK(text(entry, "statement") == expected.statement);
        found.emplace_back(text(entry, "feature"), text(entry, "claim"), text(entry, "tells"), text(entry, "ground"),
                           truth(entry, "by_membership"));
    }
    std::vector<Told> expected;
    const Period at = period(date);
    add_told(expected, partner(id), at, three_modes::predicted.features(), strict);
    add_told(expected, partner(id), at, three_modes::observed.features(), strict);
    add_told(expected, partner(id), at, four_stages::stages.features(), strict);
    CHECK(found == expected);
}

/// What is told of each feature on some day, from the facts of the parts and from the tellings.
template <Named E>
void check_told(PartnerIndex partner, const std::string& date, bool strict) {
    const Days asked = asked_days(tajikistan, period(date));
    const auto codings = tajikistan.codings<E>();
    Set<E> holding;
    Set<E> failing;
    for_each_constant_part(tajikistan, codings, partner, asked, admission(strict), [&](Days, Facts<E> facts) {
        holding |= facts.told_to_hold();
        failing |= facts.told_to_fail();
    });
    for (const E feature : all<E>()) {
        // By the kind of the partner, and so without a claim.
        if constexpr (std::same_as<E, Condition>) {
            if (feature == Condition::global_arena) continue;
        }
        bool told_to_hold = false;
        bool told_to_fail = false;
        std::string claims;
        for_each_telling(tajikistan, codings, partner, feature, asked, admission(strict), [&](const Telling<E>& one) {
            told_to_hold = told_to_hold || one.truth == Truth::holds || one.truth == Truth::contested;
            told_to_fail = told_to_fail || one.truth == Truth::fails || one.truth == Truth::contested;
            claims += " " + std::string(one.claim->id) + " " + std::string(name(one.truth));
        });
        CAPTURE(tajikistan.partner(partner).id);
        CAPTURE(date);
        CAPTURE(strict);
        CAPTURE(name(feature));
        CAPTURE(claims);
        CHECK(told_to_hold == holding.contains(feature));
        CHECK(told_to_fail == failing.contains(feature));
    }
}

// ---- tables ---------------------------------------------------------------------------------------------------------

/// A cell of the table of dependency_levels as its legend has it.
std::string expected_cell(PartnerIndex partner, IssueArea area, const Period& at, bool strict) {
    std::string cell;
    for (const Route route : all<Route>()) {
        const auto found = dependency(tajikistan, partner, area, at, route, admission(strict));
        if (!found.told) continue;
        const auto stated = dependency(tajikistan, partner, area, at, route, admission(true));
        std::string one = found.levels == all<Level>() ? "any" : level_text(found.levels);
        if (route == Route::measured) one.insert(0, "[").append("]");
        if (found.contested) one += "!";
        if (!stated.told || !(stated.levels == found.levels)) one += "~";
        cell += (cell.empty() ? "" : " ") + one;
    }
    return cell.empty() ? "?" : cell;
}

}  // namespace

TEST_CASE("dependency levels as JSON are those of the library for every partner and date") {
    for (const auto& partner : tajikistan.partners) {
        const std::string id(partner.id);
        for (const auto& date : dates) {
            for (const bool strict : {false, true}) {
                check_dependency(json("dependency_levels", arguments(id, date, strict, "json")), id, date, strict);
            }
        }
    }
}

TEST_CASE("dependency levels as CSV are those of the library") {
    const Words header{"partner",   "issue_area", "date",     "route",         "told",             "levels",
                       "contested", "claims",     "inferred", "no_substitute", "needed_by_partner"};
    for (const auto& partner_row : tajikistan.partners) {
        const std::string id(partner_row.id);
        for (const std::string date : {"1993-06", "2015", "2022-06"}) {
            for (const bool strict : {false, true}) {
                const auto rows = csv("dependency_levels", arguments(id, date, strict, "csv"));
                CHECK(rows.front() == header);
                for (std::size_t i = 1; i < rows.size(); ++i) {
                    const auto& row = rows[i];
                    CAPTURE(i);
                    CAPTURE(id);
                    const auto area = parse<IssueArea>(row[1]);
                    const auto route = parse<Route>(row[3]);
                    REQUIRE(area.has_value());
                    REQUIRE(route.has_value());
                    const auto expected = dependency(tajikistan, partner(id), *area, period(date), *route, admission(strict));
                    Words claims;
                    for (const LevelTold& one : tellings(partner(id), *area, period(date), *route, strict)) {
                        claims.push_back(one.claim);
                    }
                    const auto stated = dependency(tajikistan, partner(id), *area, period(date), *route, admission(true));
                    const bool inferred = stated.told != expected.told || stated.levels != expected.levels ||
                                          stated.contested != expected.contested;
                    CHECK(row == Words{id, std::string(name(*area)), date, std::string(name(*route)),
                                       expected.told ? "true" : "false", join(words(expected.levels)),
                                       expected.contested ? "true" : "false", join(claims), inferred ? "true" : "false",
                                       row[9], row[10]});  // of which see dependency_levels_test.cpp
                    CHECK((row[4] == "true") == !row[7].empty());
                }
            }
        }
    }
}

TEST_CASE("all formats of dependency levels have the same cells") {
    for (const auto& date : dates) {
        const Json document = json("dependency_levels", {"--at", date, "--format", "json"});
        const auto rows = csv("dependency_levels", {"--at", date, "--format", "csv"});
        REQUIRE(document.items.size() + 1 == rows.size());
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < document.items.size(); ++i) {
            const Json& object = document.items[i];
            CHECK(rows[i + 1][0] == text(object, "partner"));
            CHECK(rows[i + 1][1] == text(object, "issue_area"));
            CHECK(rows[i + 1][3] == text(object, "route"));
            CHECK(rows[i + 1][5] == join(list(object, "levels")));
            if (ids.empty() || ids.back() != rows[i + 1][0]) ids.push_back(rows[i + 1][0]);
        }
        CHECK(ids == Words(by_default.begin(), by_default.end()));
    }
}

TEST_CASE("the table of dependency levels shows what the library answers") {
    for (const auto& date : dates) {
        for (const bool strict : {false, true}) {
            Words words{"--at", date};
            if (strict) words.emplace_back("--strict");
            const Ran ran = example("dependency_levels", words);
            const auto cells = table(ran.out);
            CHECK(cells.size() == by_default.size());
            for (const auto& id : by_default) {
                REQUIRE(cells.count(id) == 1);
                std::size_t areas = 0;
                for (const IssueArea area : all<IssueArea>()) {
                    const std::string expected = expected_cell(partner(id), area, period(date), strict);
                    const auto found = cells.at(id).find(std::string(name(area)));
                    CAPTURE(id);
                    CAPTURE(date);
                    CAPTURE(name(area));
                    if (found == cells.at(id).end()) {
                        CHECK(expected == "?");
                    } else {
                        ++areas;
                        CHECK(found->second == expected);
                    }
                }
                CHECK(areas + 2 == cells.at(id).size());
            }
            check_ids(ran.out);
        }
    }
}

TEST_CASE("one area or one route alone is a part of the whole") {
    const Json whole = json("dependency_levels", {"--format", "json"});
    for (const Route route : all<Route>()) {
        for (const IssueArea area : all<IssueArea>()) {
            const std::string route_name(name(route));
            const std::string area_name(name(area));
            const Json part =
                json("dependency_levels", {"--format", "json", "--route", route_name, "--area", area_name});
            std::size_t next = 0;
            for (const Json& object : whole.items) {
                if (text(object, "route") != route_name || text(object, "issue_area") != area_name) continue;
                REQUIRE(next < part.items.size());
                CHECK(text(part.items[next], "partner") == text(object, "partner"));
                CHECK(list(part.items[next], "levels") == list(object, "levels"));
                ++next;
            }
            for (; next < part.items.size(); ++next) CHECK_FALSE(truth(part.items[next], "told"));
        }
    }
}

TEST_CASE("dependency levels without arguments show the main partners and the claims") {
    const Ran ran = example("dependency_levels");
    CHECK(ran.code == 0);
    const auto cells = table(ran.out);
    for (const std::string id : {"russia", "china", "west", "international_community"}) CHECK(cells.count(id) == 1);
    CHECK(support::claim_ids(ran.out).size() > 10);
    check_ids(ran.out);
}

TEST_CASE("with why every claim is followed by its place") {
    for (const Words& words : {Words{"--why"}, Words{"--partner", "russia", "--area", "migration", "--at", "2015", "--why"},
                               Words{"--at", "2015", "--why", "--strict"}}) {
        const Ran ran = example("dependency_levels", words);
        REQUIRE(ran.code == 0);
        check_ids(ran.out);
        const auto lines = support::lines_of(ran.out);
        int cited = 0;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const auto ids = support::claim_ids(lines[i].substr(0, 12));
            if (ids.size() != 1 || !lines[i].starts_with("  ")) continue;
            const Claim& expected = claim(*ids.begin());
            CAPTURE(lines[i]);
            CHECK(has(lines[i], expected.statement));
            CHECK(has(lines[i + 1], cite(tajikistan, expected)));
            CHECK(has(lines[i + 1], std::string(tajikistan.source(expected).id) + " [" + std::to_string(expected.block())));
            CHECK(has(lines[i + 1], "\"" + std::string(section(tajikistan, expected)) + "\""));
            ++cited;
        }
        CHECK(cited > 0);
    }
}

TEST_CASE("examples without a command line run and print claims that exist") {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples")) {
        if (entry.path().extension() != ".cpp") continue;
        if (has(support::file_text(entry.path()), "support/arguments.hpp")) continue;
        const Ran ran = example(entry.path().stem().string());
        CAPTURE(entry.path().filename().string());
        CHECK(ran.code == 0);
        CHECK(ran.err.empty());
        CHECK_FALSE(ran.out.empty());
        check_ids(ran.out);
    }
}

TEST_CASE("a cell of which nothing is told says so") {
    const Ran ran = example("dependency_levels", {"--partner", "japan", "--area", "arms", "--at", "1995"});
    CHECK(ran.code == 0);
    REQUIRE_FALSE(dependency(tajikistan, partner("japan"), IssueArea::arms, period("1995"), Route::judged).told);
    CHECK(table(ran.out)["japan"]["arms"] == "?");
    CHECK(has(ran.out, "Nothing is told"));
}

TEST_CASE("modes as JSON are those of the library for every partner and date") {
    for (const auto& partner : tajikistan.partners) {
        const std::string id(partner.id);
        for (const auto& date : dates) {
            for (const bool strict : {false, true}) {
                const Json document = json("modes", arguments(id, date, strict, "json"));
                REQUIRE(document.kind == Kind::array);
                REQUIRE(document.items.size() == 1);
                check_modes(document.items[0], id, date, strict, three_modes::variants.front());
                CHECK(document.items[0].find("tellings") == nullptr);
            }
        }
    }
}

TEST_CASE("modes of every theory are those of the library") {
    for (const auto& theory : three_modes::variants) {
        for (const std::string date : {"2005", "2016", "2022-06"}) {
            const Json document = json("modes", {"--theory", std::string(theory.name), "--at", date, "--format", "json"});
            REQUIRE(document.items.size() == by_default.size());
            for (std::size_t i = 0; i < by_default.size(); ++i) {
                check_modes(document.items[i], by_default[i], date, false, theory);
            }
        }
    }
}

TEST_CASE("the reasons of modes are the tellings of the library") {
    for (const auto& date : dates) {
        for (const bool strict : {false, true}) {
            Words words{"--at", date, "--format", "json", "--why"};
            if (strict) words.emplace_back("--strict");
            const Json document = json("modes", words);
            REQUIRE(document.items.size() == by_default.size());
            for (std::size_t i = 0; i < by_default.size(); ++i) {
                check_modes(document.items[i], by_default[i], date, strict, three_modes::variants.front());
                check_reasons(document.items[i], by_default[i], date, strict);
            }
        }
    }
}

TEST_CASE("a feature is told on some day just when some claim is shown to tell it") {
    for (const auto& date : {"1991/2023", "200X", "2009/2010", "2015", "2022-06"}) {
        for (const bool strict : {false, true}) {
            for (std::size_t i = 0; i < tajikistan.partners.size(); ++i) {
                const PartnerIndex one{static_cast<std::uint8_t>(i)};
                check_told<Condition>(one, date, strict);
                check_told<Conduct>(one, date, strict);
                check_told<Determinant>(one, date, strict);
                check_told<Obligation>(one, date, strict);
            }
        }
    }
}

TEST_CASE("what is shown as stated is what is left when nothing is inferred") {
    for (const auto& partner : tajikistan.partners) {
        for (const std::string date : {"1991/2023", "2015"}) {
            const auto claims = [&](bool strict) {
                std::set<std::tuple<std::string, std::string, std::string>> all;
                for (const Json& object :
                     json("dependency_levels", arguments(std::string(partner.id), date, strict, "json")).items) {
                    for (const Json& entry : get(object, "claims", Kind::array).items) {
                        if (text(entry, "ground") != "stated") continue;
                        all.emplace(text(object, "issue_area"), text(object, "route"), text(entry, "id"));
                    }
                }
                return all;
            };
            CAPTURE(partner.id);
            CAPTURE(date);
            CHECK(claims(false) == claims(true));
        }
    }
}

TEST_CASE("modes as CSV are those of the library") {
    const Words header{"partner", "date",           "theory",         "route",          "outcome",
                       "holding", "possible",       "strict_outcome", "strict_holding", "strict_possible"};
    for (const auto& date : dates) {
        const auto rows = csv("modes", {"--at", date, "--format", "csv"});
        CHECK(rows.front() == header);
        REQUIRE(rows.size() == 1 + 3 * by_default.size());
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto& row = rows[i];
            const std::string& id = by_default[(i - 1) / 3];
            CAPTURE(id);
            CAPTURE(date);
            const auto check = [&](const std::string& route, const auto& rules) {
                const auto verdict = [&](bool strict) {
                    return classify(tajikistan, partner(id), period(date), rules, admission(strict));
                };
                const auto one_word = [&](bool strict) {
                    return outcome(verdict(strict), anything_told(partner(id), period(date), rules, strict));
                };
                CHECK(row == Words{id, date, "predicted", route, one_word(false), join(words(verdict(false).holding)),
                                   join(words(verdict(false).possible)), one_word(true),
                                   join(words(verdict(true).holding)), join(words(verdict(true).possible))});
            };
            if (i % 3 == 1) check("predicted", three_modes::predicted);
            if (i % 3 == 2) check("observed", three_modes::observed);
            if (i % 3 == 0) check("stage", four_stages::stages);
        }
    }
}

TEST_CASE("modes cite what they print") {
    for (const Words& words : {Words{"--why"}, Words{"--partner", "west", "--at", "2016", "--why"},
                               Words{"--at", "1991/2023", "--why"}, Words{"--at", "2015", "--why", "--strict"}}) {
        const Ran ran = example("modes", words);
        REQUIRE(ran.code == 0);
        check_ids(ran.out);
        const auto lines = support::lines_of(ran.out);
        int cited = 0;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const auto ids = support::claim_ids(lines[i].substr(0, 16));
            if (ids.size() != 1 || !lines[i].starts_with("      ")) continue;
            const Claim& expected = claim(*ids.begin());
            CAPTURE(lines[i]);
            CHECK(has(lines[i], expected.statement));
            CHECK(has(lines[i + 1], cite(tajikistan, expected)));
            ++cited;
        }
        CHECK(cited > 0);
    }
}

TEST_CASE("the two programs agree on the modes") {
    for (const auto& date : dates) {
        const auto levels = table(example("dependency_levels", {"--at", date}).out);
        const Json modes = json("modes", {"--at", date, "--format", "json"});
        for (const Json& object : modes.items) {
            const auto& row = levels.at(text(object, "partner"));
            for (const std::string key : {"predicted", "observed"}) {
                const std::string column = "mode " + key;
                const Json& verdict = get(object, key, Kind::object);
                CAPTURE(text(object, "partner"));
                CAPTURE(date);
                CAPTURE(column);
                CAPTURE(row.at(column));
                CHECK(has(row.at(column), text(verdict, "outcome")));
                for (const auto& mode : list(verdict, "holding")) CHECK(has(row.at(column), mode));
            }
        }
    }
}

TEST_CASE("the output does not depend on the locale") {
    Words locales{"de_DE.UTF-8", "fr_FR.UTF-8", "tg_TJ.UTF-8", "no_such_locale"};
    for (const auto& found : support::lines_of(support::run({"locale", "-a"}).out)) {
        if (locales.size() < 10 && found != "C" && found != "POSIX") locales.push_back(found);
    }
    for (const auto& [program, words] :
         {std::pair<std::string, Words>{"dependency_levels", {"--why"}}, {"dependency_levels", {"--format", "json"}},
          {"dependency_levels", {"--format", "csv"}}, {"dependency_levels", {"--help"}}, {"modes", {"--why"}},
          {"modes", {"--format", "json", "--why"}}, {"modes", {"--format", "csv"}}, {"modes", {"--decisions"}}}) {
        const Ran plain = example(program, words);
        for (const auto& locale : locales) {
            support::Running how;
            how.environment = {"LC_ALL=" + locale, "LANG=" + locale, "LANGUAGE=de"};
            CAPTURE(locale);
            CHECK(example(program, words, how).out == plain.out);
        }
    }
}
