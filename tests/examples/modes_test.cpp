// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// modes --why-not and --as-said, as table, CSV and JSON, against what the library answers when it is asked here.
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/attribution.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

/// What has to be said of why a mode does not hold, one line for each: partner, route, mode, answer, sentence.
template <Named E>
void add_expected(std::vector<Words>& rows, const std::string& id, const std::string& year, const std::string& route,
                  const Typology<Mode, E>& rules, Set<Mode> modes) {
    const Period at = period(year);
    const auto verdict = classify(tajikistan, partner(id), at, rules);
    for (const Mode mode : modes) {
        if (verdict.holds(mode)) continue;
        const auto reasons = why_not(tajikistan, partner(id), at, rules, mode);
        const auto sentence = why_sentence(mode, verdict, reasons, "for " + id + " in " + year,
                                           TellingClaims{tajikistan, partner(id), at, {}});
        rows.push_back({id, route, std::string(name(mode)), verdict.may_hold(mode) ? "open" : "fails", sentence});
    }
}

std::vector<Words> expected_why_not(const std::string& id, const std::string& year, Set<Mode> modes) {
    std::vector<Words> rows;
    add_expected(rows, id, year, "predicted", three_modes::predicted, modes);
    add_expected(rows, id, year, "observed", three_modes::observed, modes);
    return rows;
}

}  // namespace

TEST_CASE("modes --why-not says of each mode that does not hold why") {
    for (const std::string id : {"russia", "china", "west", "international_community", "japan"}) {
        for (const std::string year : {"2005", "2012/2018", "2022"}) {
            for (const std::string which : {"any", "recipient", "activist", "protector"}) {
                const Set<Mode> modes = which == "any" ? all<Mode>() : Set<Mode>{*parse<Mode>(which)};
                const Words arguments{"--why-not", which, "--partner", id, "--at", year};
                const auto expected = expected_why_not(id, year, modes);
                const auto with_format = [&](const std::string& format) {
                    Words all = arguments;
                    all.insert(all.end(), {"--format", format});
                    return all;
                };
                const std::string output = printed("modes", arguments);
                CAPTURE(output);
                for (const Words& row : expected) CHECK(has(output, "  " + row[1] + ": " + row[4] + "\n"));
                CHECK(has(output, "holds by either route\n") == expected.empty());
                check_ids(output);

                const CsvRows rows = csv("modes", with_format("csv"));
                REQUIRE(rows.size() == expected.size() + 1);
                const Json document = json("modes", with_format("json"));
                REQUIRE(document.items.size() == expected.size());
                for (std::size_t i = 0; i < expected.size(); ++i) {
                    const Words& row = rows[i + 1];
                    CHECK(Words{row[0], row[3], row[4], row[5], row[7]} == expected[i]);
                    CHECK(row[1] == year);
                    const Json& one = document.items[i];
                    CHECK(Words{text(one, "partner"), text(one, "route"), text(one, "mode"), text(one, "answer"),
                                text(one, "sentence")} == expected[i]);
                    CHECK(join(list(one, "least_changes"), " + ") == row[6]);
                }
            }
        }
    }
}

TEST_CASE("what modes --why-not offers as a change gives the mode") {
    const Json document = json("modes", {"--why-not", "any", "--at", "2016", "--format", "json"});
    std::size_t tried = 0;
    for (const Json& one : document.items) {
        if (text(one, "route") != "predicted") continue;
        const auto at = partner(text(one, "partner"));
        for (const std::string& change : list(one, "least_changes")) {
            const auto formula = parse_formula<Condition>(change);
            REQUIRE(formula.ok());
            REQUIRE(formula->terms().size() == 1);
            auto facts = relationship(tajikistan, at, period("2016")).conditions;
            for (const Condition each : Set<Condition>::of_bits(formula->terms()[0].holding)) facts.set(each, Truth::holds);
            for (const Condition each : Set<Condition>::of_bits(formula->terms()[0].failing)) facts.set(each, Truth::fails);
            CHECK(classify(facts, three_modes::predicted).holds(*parse<Mode>(text(one, "mode"))));
            ++tried;
        }
    }
    CHECK(tried > 10);
}

TEST_CASE("modes --why-not names the modes when it is asked for another") {
    const Ran ran = example("modes", {"--why-not", "protecter"});
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "did you mean 'protector'"));
}

TEST_CASE("modes --as-said lists what the authors say, once for each route, in every format") {
    for (const bool strict : {false, true}) {
        Admission admission;
        admission.strict = strict;
        std::vector<Words> expected;
        const auto add = [&](const std::string& route, const auto& found) {
            expected.push_back({std::string(found.claim->id), std::string(tajikistan.partner(found.coding->partner).id),
                                std::string(name(found.coding->feature)), route, std::string(name(found.reproduction())),
                                std::to_string(found.same), std::to_string(found.opposite)});
        };
        // The partners of the three modes are those that are asked for; all that is said is about them.
        for_each_attribution(tajikistan, three_modes::predicted, admission, [&](const auto& each) { add("predicted", each); });
        for_each_attribution(tajikistan, three_modes::observed, admission, [&](const auto& each) { add("observed", each); });
        for_each_attribution(tajikistan, four_stages::stages, admission, [&](const auto& each) { add("stage", each); });
        REQUIRE(expected.size() == 2 * tajikistan.modes.size() + tajikistan.stages.size());

        Words arguments{"--as-said", "--format", "csv"};
        if (strict) arguments.emplace_back("--strict");
        const CsvRows rows = csv("modes", arguments);
        arguments[2] = "json";
        const Json document = json("modes", arguments);
        arguments[2] = "table";
        const auto tables = printed_tables(printed("modes", arguments));
        REQUIRE(rows.size() == expected.size() + 1);
        REQUIRE(document.items.size() == expected.size());
        REQUIRE(tables.size() == 1);
        REQUIRE(tables[0].rows.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const Words& row = rows[i + 1];
            CHECK(Words{row[0], row[1], row[2], row[5], row[6], row[7], row[8]} == expected[i]);
            const Json& one = document.items[i];
            CHECK(Words{text(one, "claim"), text(one, "partner"), text(one, "label"), text(one, "route"),
                        text(one, "reproduction"), get(one, "days_same", Kind::number).text,
                        get(one, "days_opposite", Kind::number).text} == expected[i]);
            CHECK(text(one, "statement") == claim(expected[i][0]).statement);
            CHECK(text(one, "days") == row[4]);
            const Words& shown = tables[0].rows[i];
            CHECK(shown[0] == expected[i][0]);
            CHECK(shown[5] == trimode::words(expected[i][4]));
            CHECK(shown[6] == expected[i][5]);
        }
    }
    const CsvRows west = csv("modes", {"--as-said", "--partner", "west", "--format", "csv"});
    CHECK(west.size() == 1 + 6);
    CHECK(has(printed("modes", {"--as-said", "--partner", "west", "--why"}), "000_buriev [38]"));
}
