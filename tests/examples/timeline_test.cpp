// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What timeline prints, as table, CSV and JSON, against what the library answers when it is asked here; and its
/// command line.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/report.hpp>
#include <trimode/report/why.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

const std::array<std::string, 3> single_routes{"predicted", "observed", "stage"};
const std::array<std::string, 5> some_partners{"russia", "china", "west", "un", "japan"};

std::string date_text(Day day) { return std::string(edtf(*Date::of_day(day)).view()); }
Days all_days() { return asked_days(tajikistan, tajikistan.time); }
Days days_of(const Json& object) {
    const Days found{period(text(object, "from")).from.date.days().first,
                     period(text(object, "to")).from.date.days().last};
    CHECK(get(object, "days", Kind::number).text == std::to_string(found.last - found.first + 1));
    return found;
}

/// The ids of the documents that are believed.
Words documents(const Admission& admission) {
    Words ids;
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        if (((admission.sources >> i) & 1U) != 0) ids.emplace_back(tajikistan.sources[i].id);
    }
    return ids;
}

void check_believed(const Json& document, const Admission& admission) {
    CHECK(truth(document, "strict") == admission.strict);
    CHECK(list(document, "documents") == documents(admission));
    CHECK(get(document, "act_window", Kind::number).text == std::to_string(admission.act_window));
}

/// Calls with the rules of a route.
template <class Ask>
void with_rules(const std::string& route, Ask&& ask) {
    if (route == "predicted") ask(three_modes::predicted);
    if (route == "observed") ask(three_modes::observed);
    if (route == "stage") ask(four_stages::stages);
}

template <Named Label, Named E>
std::vector<Episode<Label, E>> episodes(const std::string& id, const Typology<Label, E>& rules, Days within,
                                        const Admission& admission = {}) {
    std::vector<Episode<Label, E>> all;
    for_each_episode(tajikistan, partner(id), rules, within, admission, [&](const auto& one) { all.push_back(one); });
    return all;
}

template <Named Label, Named E>
std::string shown(const Episode<Label, E>& episode) {
    const bool marked = episode.rests_on_inference() && episode.outcome() != Outcome::insufficient;
    return verdict_text(episode.verdict, episode.told) + (marked ? "~" : "");
}

template <Named Label, Named E>
void check_verdict(const Json& object, const Episode<Label, E>& expected) {
    CHECK(text(object, "outcome") == name(expected.outcome()));
    CHECK(list(object, "holding") == words(expected.verdict.holding));
    CHECK(list(object, "possible") == words(expected.verdict.possible));
    CHECK(get(object, "inferred_days", Kind::number).text == std::to_string(expected.inferred));
}

/// A claim that says what turned, in JSON.
template <Named E>
void check_side(const Json& object, const std::string& key, const Telling<E>& expected) {
    if (expected.truth == Truth::unknown) {
        static_cast<void>(get(object, key, Kind::null));
        return;
    }
    const Json& side = get(object, key, Kind::object);
    CHECK(text(side, "tells") == name(expected.truth));
    CHECK(text(side, "ground") == name(expected.ground));
    CHECK(truth(side, "by_membership") == expected.by_membership);
}

template <Named Label, Named E>
void check_transitions(const Json& found, const std::string& id, const Typology<Label, E>& rules, Days within,
                       const Admission& admission, bool why) {
    REQUIRE(found.kind == Kind::array);
    std::size_t at = 0;
    for_each_transition(tajikistan, partner(id), rules, within, admission, [&](const Transition<Label, E>& expected) {
        REQUIRE(at < found.items.size());
        const Json& one = found.items[at++];
        CHECK(text(one, "last_before") == date_text(expected.last_before()));
        CHECK(text(one, "first_after") == date_text(expected.first_after()));
        CHECK(text(one, "surely_before") == date_text(expected.surely_before));
        CHECK(text(one, "surely_after") == date_text(expected.surely_after));
        CHECK(truth(one, "about") == expected.about);
        CHECK(text(one, "passage") == name(expected.passage()));
        const Json& turned = get(one, "turned", Kind::array);
        REQUIRE(turned.items.size() == expected.turned.size());
        std::size_t place = 0;
        for (const E feature : expected.turned) {
            const Json& change = turned.items[place++];
            CHECK(text(change, "feature") == name(feature));
            CHECK(text(change, "before") == name(expected.from.at_last[feature]));
            CHECK(text(change, "after") == name(expected.told_after(feature)));
            CHECK(truth(change, "in_between_only") ==
                  (expected.from.at_last[feature] == expected.to.at_first[feature]));
            CHECK(text(change, "before") != text(change, "after"));
            const Json& claims = get(change, "claims", Kind::array);
            CHECK_FALSE(claims.items.empty());
            std::size_t next = 0;
            for_each_change(tajikistan, partner(id), expected, admission,
                            [&](const Telling<E>& before, const Telling<E>& after) {
                                if (before.coding->feature != feature) return;
                                REQUIRE(next < claims.items.size());
                                const Json& claim = claims.items[next++];
                                CHECK(text(claim, "claim") == before.claim->id);
                                CHECK(text(claim, "statement") == before.claim->statement);
                                check_side(claim, "before", before);
                                check_side(claim, "after", after);
                                CHECK((claim.find("block") != nullptr) == why);
                                if (!why) return;
                                CHECK(text(claim, "source") == tajikistan.source(*before.claim).id);
                                CHECK(text(claim, "section") == section(tajikistan, *before.claim));
                                CHECK(get(claim, "block", Kind::number).text == std::to_string(before.claim->block()));
                                CHECK(text(claim, "period") == edtf(before.claim->period).view());
                            });
            CHECK(next == claims.items.size());
        }
    });
    CHECK(at == found.items.size());
}

template <Named Label, Named E>
void check_route(const Json& document, const std::string& id, const std::string& route, const Typology<Label, E>& rules,
                 Days within, const Admission& admission, bool why) {
    CAPTURE(id);
    CAPTURE(route);
    CHECK(text(document, "partner") == id);
    CHECK(text(document, "route") == route);
    CHECK((document.find("theory") != nullptr) == (route == "predicted"));
    check_believed(document, admission);
    CHECK(days_of(document) == within);
    const auto expected = episodes(id, rules, within, admission);
    const Json& found = get(document, "episodes", Kind::array);
    REQUIRE(found.items.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(days_of(found.items[i]) == expected[i].days);
        check_verdict(found.items[i], expected[i]);
    }
    check_transitions(get(document, "transitions", Kind::array), id, rules, within, admission, why);
}

}  // namespace

TEST_CASE("timeline without arguments prints the stages towards Russia") {
    const std::string output = printed("timeline");
    CHECK(output == printed("timeline", {"--partner", "russia", "--route", "stage", "--from", "1991", "--to", "2023",
                                         "--theory", "predicted", "--format", "table"}));
    const auto tables = printed_tables(output);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].header == Words{"from", "to", "stage"});
    const auto expected = episodes("russia", four_stages::stages, all_days());
    REQUIRE(tables[0].rows.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(tables[0].rows[i] ==
              Words{date_text(expected[i].days.first), date_text(expected[i].days.last), shown(expected[i])});
    }
    CHECK(has(output, "Tajikistan and Russia, 1991 to 2023; stage of the policy\n"));
    CHECK(has(output, "The stages are those of the policy towards Russia"));
    // No better than the sources know it: about the day of the invasion, in 2002, when the doors were opened.
    CHECK(has(output, "\nabout 2022-02-24: realising_dependence (sole)~ -> carving_space (sole)~"));
    CHECK(has(output, "\nsome time in 2002: open: seeking_support?~ -> prioritising (sole)~"));
    CHECK(has(output, "\nabout 2009 to 2010: prioritising (sole)~ -> realising_dependence (sole)~"));
    CHECK(has(output,
              "\nsome time in 2020: realising_dependence (sole)~ -> realising_dependence (sole)~; the same again\n"
              "  in between, 2020: realising_dependence (leading)~\n"
              "  open_door: holds -> contested, in between only\n    000.035a  silent -> fails: "));
    CHECK_FALSE(has(output, "\nfrom 20"));
    check_ids(output);
}

TEST_CASE("timeline of other partners compares, unless it is told otherwise") {
    CHECK(printed("timeline", {"--partner", "china"}) ==
          printed("timeline", {"--partner", "china", "--route", "compare"}));
    CHECK(printed("timeline", {"--partner", "china"}) !=
          printed("timeline", {"--partner", "china", "--route", "stage"}));
    CHECK(has(printed("timeline", {"--partner", "china", "--route", "stage"}),
              "The stages are those of the policy towards Russia"));
    CHECK(printed("timeline", {"--theory", "want_of_options"}) ==
          printed("timeline", {"--route", "compare", "--theory", "want_of_options"}));
}

TEST_CASE("timeline as JSON is that of the library") {
    for (const auto& id : some_partners) {
        for (const auto& route : single_routes) {
            for (const bool strict : {false, true}) {
                Words arguments{"--partner", id, "--route", route, "--format", "json"};
                if (strict) arguments.emplace_back("--strict");
                const Json document = json("timeline", arguments);
                with_rules(route, [&](const auto& rules) {
                    check_route(document, id, route, rules, all_days(), {.strict = strict}, false);
                });
            }
        }
    }
}

TEST_CASE("timeline of a part of the time, of some documents, with places") {
    const Days within = asked_days(tajikistan, period("2005/2022-06"));
    for (const std::string source : {"000", "001"}) {
        const Admission admission{.sources = sources_with_id(tajikistan, source)};
        for (const auto& route : single_routes) {
            const Json document = json("timeline", {"--partner", "russia", "--route", route, "--format", "json",
                                                    "--from", "2005", "--to", "2022-06", "--source", source, "--why"});
            with_rules(route, [&](const auto& rules) {
                check_route(document, "russia", route, rules, within, admission, true);
            });
        }
        const std::string output = printed("timeline", {"--route", "predicted", "--source", source, "--from", "2005"});
        CHECK(has(output.substr(0, output.find('\n')), ", as told by " + source));
        CHECK(has(output, ", 2005 to 2023"));
    }
    CHECK(has(printed("timeline", {"--strict"}), ", strict: nothing inferred;"));
    CHECK_FALSE(has(printed("timeline", {"--strict"}), "(sole)~"));
}

TEST_CASE("timeline of every theory") {
    for (const auto& theory : three_modes::variants) {
        const Json document = json("timeline", {"--partner", "west", "--route", "predicted", "--theory",
                                                std::string(theory.name), "--format", "json"});
        CHECK(text(document, "theory") == theory.name);
        check_route(document, "west", "predicted", *theory.rules, all_days(), {}, false);
        CHECK(has(printed("timeline", {"--partner", "west", "--theory", std::string(theory.name)}),
                  "; theory: " + std::string(theory.name) + ", " + std::string(theory.idea)));
    }
}

TEST_CASE("timeline as CSV has a row for each episode") {
    for (const auto& id : some_partners) {
        for (const auto& route : single_routes) {
            const CsvRows rows = csv("timeline", {"--partner", id, "--route", route, "--format", "csv"});
            with_rules(route, [&](const auto& rules) {
                const auto expected = episodes(id, rules, all_days());
                REQUIRE(rows.size() == expected.size() + 1);
                CHECK(rows[0] == Words{"partner", "route", "theory", "from", "to", "days", "outcome", "holding",
                                       "possible", "inferred_days", "strict", "documents", "act_window"});
                for (std::size_t i = 0; i < expected.size(); ++i) {
                    const auto& one = expected[i];
                    CHECK(rows[i + 1] == Words{id, route, route == "predicted" ? "predicted" : "",
                                               date_text(one.days.first), date_text(one.days.last),
                                               std::to_string(one.length()), std::string(name(one.outcome())),
                                               join(words(one.verdict.holding)), join(words(one.verdict.possible)),
                                               std::to_string(one.inferred), "no", join(documents({})), "365"});
                }
            });
        }
    }
}

TEST_CASE("timeline compares the routes as the library does, in all formats") {
    for (const auto& id : some_partners) {
        CAPTURE(id);
        const Words arguments{"--partner", id, "--route", "compare"};
        const auto more = [&arguments](const Words& others) {
            Words all = arguments;
            all.insert(all.end(), others.begin(), others.end());
            return all;
        };
        const std::string output = printed("timeline", arguments);
        const auto tables = printed_tables(output);
        REQUIRE(tables.size() == 2);
        const CsvRows rows = csv("timeline", more({"--format", "csv"}));
        const Json document = json("timeline", more({"--format", "json"}));
        CHECK(document.find("predicted_transitions") == nullptr);
        const Json& found = get(document, "episodes", Kind::array);
        std::size_t at = 0;
        for_each_comparison(tajikistan, partner(id), three_modes::predicted, three_modes::observed,
                            [&](const auto& expected) {
                                REQUIRE(at < found.items.size());
                                REQUIRE(at + 1 < rows.size());
                                REQUIRE(at < tables[0].rows.size());
                                const Json& one = found.items[at];
                                CHECK(days_of(one) == expected.days());
                                CHECK(text(one, "comparison") == name(expected.comparison()));
                                check_verdict(get(one, "predicted", Kind::object), expected.predicted);
                                check_verdict(get(one, "observed", Kind::object), expected.observed);
                                CHECK(rows[at + 1][3] == date_text(expected.days().first));
                                CHECK(rows[at + 1][5] == std::to_string(expected.length()));
                                CHECK(rows[at + 1][6] == name(expected.comparison()));
                                CHECK(rows[at + 1][7] == name(expected.predicted.outcome()));
                                CHECK(rows[at + 1][12] == join(words(expected.observed.verdict.holding)));
                                CHECK(Words(rows[at + 1].end() - 4, rows[at + 1].end()) ==
                                      Words{"0", "no", join(documents({})), "365"});
                                CHECK(tables[0].rows[at][1] == date_text(expected.days().last));
                                CHECK(tables[0].rows[at][2] == shown(expected.predicted));
                                CHECK(tables[0].rows[at][3] == shown(expected.observed));
                                ++at;
                            });
        CHECK(at == found.items.size());
        CHECK(at + 1 == rows.size());
        CHECK(at == tables[0].rows.size());
        const Overlap evidence = overlap(tajikistan, partner(id), three_modes::predicted, three_modes::observed);
        const auto check = [&](std::size_t row, const std::string& key, const EvidenceCount& expected) {
            const Json& counts = get(get(document, "evidence", Kind::object), key, Kind::object);
            const Words numbers{std::to_string(expected.claims), std::to_string(expected.blocks),
                                std::to_string(expected.documents), std::to_string(expected.authors)};
            CHECK(Words(tables[1].rows[row].begin() + 1, tables[1].rows[row].end()) == numbers);
            CHECK(Words{get(counts, "claims", Kind::number).text, get(counts, "blocks", Kind::number).text,
                        get(counts, "documents", Kind::number).text,
                        get(counts, "authors", Kind::number).text} == numbers);
        };
        check(0, "predicted", evidence.predicted);
        check(1, "observed", evidence.observed);
        check(2, "shared", evidence.shared);

        const Json reasons = json("timeline", more({"--format", "json", "--why"}));
        check_transitions(get(reasons, "predicted_transitions", Kind::array), id, three_modes::predicted, all_days(),
                          {}, true);
        check_transitions(get(reasons, "observed_transitions", Kind::array), id, three_modes::observed, all_days(), {},
                          true);
        const std::string why = printed("timeline", more({"--why"}));
        CHECK(why.starts_with(output));
        CHECK(has(why, "What turned in the conditions, and who says so"));
        CHECK(has(why, "What turned in conduct, and who says so"));
    }
}

TEST_CASE("timeline says where each claim stands, and what lies between the two sides of a turn") {
    const std::string output = printed("timeline", {"--partner", "west", "--route", "predicted", "--why"});
    CHECK(has(
        output,
        "\nabout 2010: none~ -> protector (sole)~; the one excludes the other\n"
        "  in between, 2010: open: protector?~\n  alternative: fails -> holds\n    000.043d  fails (inferred: turn) -> "
        "holds"));
    std::size_t cited = 0;
    const auto lines = lines_of(output);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const auto ids = claim_ids(lines[i]);
        if (ids.empty() || !lines[i].starts_with("    ")) continue;
        const Claim& expected = claim(*ids.begin());
        CHECK(has(lines[i], expected.statement));
        CHECK(has(lines[i + 1], cite(tajikistan, expected) + "; told of " + std::string(edtf(expected.period).view())));
        ++cited;
    }
    CHECK(cited >= 8);
    const std::string brief = printed("timeline", {"--partner", "west", "--route", "predicted"});
    CHECK(claim_ids(brief) == claim_ids(output));
    CHECK_FALSE(has(brief, "told of"));
}

TEST_CASE("timeline takes a window after acts and a lag of conduct") {
    for (const std::string days : {"0", "30", "3650"}) {
        CAPTURE(days);
        const Admission admission{.act_window = static_cast<std::int32_t>(std::stoi(days))};
        const Json route = json("timeline", {"--route", "observed", "--window", days, "--format", "json"});
        check_route(route, "russia", "observed", three_modes::observed, all_days(), admission, false);
        const Json document = json(
            "timeline", {"--partner", "west", "--lag", days, "--window", "30", "--source", "001", "--format", "json"});
        const Admission told_by{.sources = sources_with_id(tajikistan, "001"), .act_window = 30};
        check_believed(document, told_by);
        CHECK(get(document, "lag", Kind::number).text == days);
        const CsvRows rows = csv(
            "timeline", {"--partner", "west", "--lag", days, "--window", "30", "--source", "001", "--format", "csv"});
        CHECK(Words(rows[0].end() - 4, rows[0].end()) == Words{"lag", "strict", "documents", "act_window"});
        const Json& found = get(document, "episodes", Kind::array);
        std::size_t at = 0;
        for_each_comparison(tajikistan, partner("west"), three_modes::predicted, three_modes::observed, all_days(),
                            told_by, Lag{std::stoi(days)}, [&](const auto& expected) {
                                REQUIRE(at < found.items.size());
                                REQUIRE(at + 1 < rows.size());
                                CHECK(days_of(found.items[at]) == expected.days());
                                CHECK(text(found.items[at], "comparison") == name(expected.comparison()));
                                CHECK(rows[at + 1][6] == name(expected.comparison()));
                                CHECK(Words(rows[at + 1].end() - 4, rows[at + 1].end()) ==
                                      Words{days, "no", "001_kluczewska_transformation", "30"});
                                ++at;
                            });
        CHECK(at == found.items.size());
        CHECK(at + 1 == rows.size());
    }
    CHECK(has(printed("timeline", {"--window", "30"}), "; acts tell for 30 days\n"));
    CHECK(has(printed("timeline", {"--route", "compare", "--lag", "30"}),
              "; conduct has 30 days to follow conditions\n"));
    CHECK(printed("timeline", {"--window", "365"}) == printed("timeline"));
    CHECK(printed("timeline", {"--route", "compare", "--lag", "0"}) == printed("timeline", {"--route", "compare"}));
}

TEST_CASE("timeline in which nothing turns says so") {
    CHECK(has(printed("timeline", {"--from", "2015", "--to", "2015"}), "\nnothing, as far as is told\n"));
    CHECK(has(printed("timeline", {"--from", "2015", "--to", "2015"}), "Tajikistan and Russia, 2015; "));
}

TEST_CASE("timeline rejects what is wrong, and names what is near") {
    const auto rejected = [](const Words& arguments, std::string_view what) {
        const Ran ran = example("timeline", arguments);
        CAPTURE(join(arguments));
        CAPTURE(ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(has(ran.err, what));
    };
    rejected({"--partner", "rusia"}, "unknown partner 'rusia', did you mean 'russia'?");
    rejected({"--route", "stages"}, "did you mean 'stage'?\nvalid: predicted, observed, stage, compare\n");
    rejected({"--route", ""}, "unknown value for --route ''");
    rejected({"--theory", "want"}, "did you mean '");
    rejected({"--from", "1980"}, "the sources do not speak of '1980', the nearest date is '1991'");
    rejected({"--to", "2024"}, "the sources do not speak of '2024', the nearest date is '2023'");
    rejected({"--from", "20100"}, "no date: '20100'");
    rejected({"--from", ""}, "no date: ''");
    rejected({"--from", "2011", "--to", "2010"}, "--from '2011' is after --to '2010'");
    rejected({"--form", "2011"}, "unknown option '--form', did you mean '--from'?");
    rejected({"--at", "2011"}, "unknown option '--at'");
    rejected({"--source", "009"}, "unknown document '009'");
    rejected({"--from"}, "--from needs a value: DATE");
    rejected({"2011"}, "unexpected argument '2011'");
    for (const std::string option : {"--window", "--lag"}) {
        for (const std::string wrong : {"", "-1", "-0", "+1", "1.5", "3651", "99999999999999999999", "30 ", "ten"}) {
            rejected({option, wrong, "--route", "compare"},
                     option + " is no such number of days: '" + wrong + "'\nvalid: a whole number from 0 to 3650");
        }
    }
    rejected({"--lag", "30"}, "--lag is for --route compare, but the route is 'stage'");
    rejected({"--lag", "30", "--partner", "west", "--route", "observed"}, "but the route is 'observed'");
    CHECK(example("timeline", {"--from", "2010", "--to", "2010"}).code == 0);
    CHECK(example("timeline", {"--from", "2010-06", "--to", "2010"}).code == 0);  // begins within what ends later
    CHECK(example("timeline", {}, {.output = "/dev/full"}).code == 1);
}

TEST_CASE("timeline --summary adds up the days of each comparison") {
    for (const bool strict : {false, true}) {
        Admission admission;
        admission.strict = strict;
        Words arguments{"--summary", "--format", "csv"};
        if (strict) arguments.emplace_back("--strict");
        const CsvRows rows = csv("timeline", arguments);
        REQUIRE(rows.size() == 10);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const Words& row = rows[i];
            std::array<Day, count<Comparison>> days{};
            for_each_comparison(tajikistan, partner(row[0]), three_modes::predicted, three_modes::observed, all_days(), admission,
                                [&](const auto& episode) { days[index(episode.comparison())] += episode.length(); });
            Day sum = 0;
            for (std::size_t outcome = 0; outcome < days.size(); ++outcome) {
                CHECK(row[5 + outcome] == std::to_string(days[outcome]));
                sum += days[outcome];
            }
            CHECK(row[4] == std::to_string(sum));
            const Overlap evidence = overlap(tajikistan, partner(row[0]), three_modes::predicted, three_modes::observed,
                                             all_days(), admission);
            CHECK(row[10] == std::to_string(evidence.predicted.claims));
            CHECK(row[15] == std::to_string(evidence.shared.blocks));
            CHECK(row[21] == std::to_string(evidence.shared.authors));
        }
        arguments[2] = "json";
        const Json document = json("timeline", arguments);
        REQUIRE(document.items.size() == 9);
        CHECK(text(document.items[2], "partner") == rows[3][0]);
        arguments[2] = "table";
        const auto shown = table(printed("timeline", arguments));
        CHECK(shown.size() == 9);
        CHECK(shown.at("un").at("shared authors") == rows[9][21]);
    }
    CHECK(example("timeline", {"--summary", "--route", "stage"}).code == 2);
    const auto west = table(printed("timeline", {"--summary", "--from", "2005", "--to", "2005", "--partner", "west"}));
    REQUIRE(west.size() == 1);
    CHECK(west.at("west").at("seen, not predicted") == "100.0");
    CHECK(west.at("west").at("agree") == "-");
}
