// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The example robustness, against what the library answers when it is asked here.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/robustness.hpp>
#include <trimode/inference/support.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

const Words by_default{"russia", "china", "west", "us", "eu", "uk", "osce", "international_community", "un"};
const Words chances{"0.01", "0.05", "0.1"};
const Words columns{"partner",
                    "date",
                    "theory",
                    "route",
                    "outcome",
                    "holding",
                    "possible",
                    "decisive_documents",
                    "documents_tried",
                    "decisive_authors",
                    "authors_tried",
                    "decisive_claims",
                    "claims_tried",
                    "mistake",
                    "chance",
                    "rows",
                    "exact",
                    "cases",
                    "stayed",
                    "share",
                    "standard_error",
                    "bound",
                    "seed",
                    "strict",
                    "documents",
                    "act_window"};

/// What the command line asks for, and the same for the library.
struct Asked {
    Words arguments{};
    std::string at = "2019";
    std::string route = "predicted";
    const Typology<Mode, Condition>* rules = &three_modes::predicted;
    std::string theory = "predicted";  ///< The name of these rules.
    Admission admission{};
    Turning turning{.samples = 2000};
};

/// What the library says of one partner.
struct Expected {
    std::string outcome;
    Words holding;
    Words possible;
    Words documents;
    Words authors;
    Words claims;
    std::vector<LeftOut> left_out;
    std::vector<Tally> sets;
    std::vector<Steadiness> turned;
};

template <Named Label, Named E>
Expected expected(const Asked& asked, PartnerIndex partner, const Typology<Label, E>& rules) {
    const Period at = period(asked.at);
    const auto verdict = classify(tajikistan, partner, at, rules, asked.admission);
    Expected one;
    one.outcome = name(verdict.outcome(anything_told(tajikistan, partner, at, rules, asked.admission)));
    one.holding = words(verdict.holding);
    one.possible = words(verdict.possible);
    for (const Withdrawn what : all<Withdrawn>()) {
        one.left_out.push_back(leave_one_out(tajikistan, partner, at, rules, what, asked.admission));
        for_each_decisive(tajikistan, partner, at, rules, what, asked.admission, [&](const Withdrawal<Label>& found) {
            if (what == Withdrawn::source) one.documents.emplace_back(tajikistan.sources[found.source].id);
            if (what == Withdrawn::author) one.authors.emplace_back(tajikistan.sources[found.source].author);
            if (what == Withdrawn::claim) one.claims.emplace_back(found.claim->id);
        });
    }
    for (const Label label : verdict.holding) {
        one.sets.push_back(count_least_sets(tajikistan, partner, at, rules, label, asked.admission));
    }
    std::vector<Coding<E>> room(2 * tajikistan.codings<E>().size());
    for (const auto& chance : chances) {
        Turning turning = asked.turning;
        turning.chance = *parse_decimal(chance);
        one.turned.push_back(
            *steadiness(tajikistan, partner, at, rules, turning, std::span<Coding<E>>(room), asked.admission));
    }
    return one;
}

Expected expected(const Asked& asked, const std::string& id) {
    if (asked.route == "observed") return expected(asked, partner(id), three_modes::observed);
    if (asked.route == "stage") return expected(asked, partner(id), four_stages::stages);
    return expected(asked, partner(id), *asked.rules);
}

/// The documents that are believed.
Words documents(const Admission& admission) {
    Words ids;
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        if (((admission.sources >> i) & 1U) != 0) ids.emplace_back(tajikistan.sources[i].id);
    }
    return ids;
}

double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }
double number(const Json& object, const std::string& key) { return number(get(object, key, Kind::number).text); }

Words with(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

void check_hanging(const Json& object, const std::string& key, const LeftOut& left_out, const Words& decisive) {
    const Json& hanging = get(object, key, Kind::object);
    CHECK(get(hanging, "tried", Kind::number).text == std::to_string(left_out.readings));
    CHECK(get(hanging, "stayed", Kind::number).text == std::to_string(left_out.stayed));
    CHECK(list(hanging, "decisive") == decisive);
    CHECK(left_out.stayed + decisive.size() == left_out.readings);
}

void check_turned(const Json& one, const Steadiness& steady, const std::string& chance) {
    CHECK(text(one, "mistake") == name(steady.turning.mistake));
    CHECK(get(one, "chance", Kind::number).text == chance);
    CHECK(get(one, "rows", Kind::number).text == std::to_string(steady.rows));
    CHECK(truth(one, "exact") == steady.exact);
    CHECK(get(one, "cases", Kind::number).text == std::to_string(steady.cases));
    CHECK(get(one, "stayed", Kind::number).text == std::to_string(steady.stayed));
    CHECK(std::abs(number(one, "share") - steady.share()) <= 0.51e-6);
    // The rule of three stands where a standard error would say nothing.
    const bool alike = !steady.exact && (steady.stayed == 0 || steady.stayed == steady.cases);
    if (alike) {
        static_cast<void>(get(one, "standard_error", Kind::null));
        const double away = 3 / static_cast<double>(steady.cases);
        CHECK(std::abs(number(one, "bound") - (steady.stayed == 0 ? away : 1 - away)) <= 0.51e-9);
    } else {
        static_cast<void>(get(one, "bound", Kind::null));
        CHECK(std::abs(number(one, "standard_error") - steady.standard_error()) <= 0.51e-6);
    }
    if (steady.exact) {
        static_cast<void>(get(one, "seed", Kind::null));
    } else {
        CHECK(text(one, "seed") == std::to_string(steady.turning.seed));
    }
    if (const auto least = steady.least_turned()) {
        CHECK(get(one, "least_turned", Kind::number).text == std::to_string(*least));
    } else {
        static_cast<void>(get(one, "least_turned", Kind::null));
    }
}

/// What a cell of the table says of a share: in percent, and what was drawn with its error, or its bound, behind it.
void check_cell(const std::string& cell, const Steadiness& steady) {
    CAPTURE(cell);
    const bool all_stayed = steady.stayed == steady.cases;
    const bool alike = all_stayed || steady.stayed == 0;
    CHECK(has(cell, " +-") == (!steady.exact && !alike));
    CHECK(has(cell, " (>=") == (!steady.exact && all_stayed));
    CHECK(has(cell, " (<=") == (!steady.exact && steady.stayed == 0));
    const std::string share = cell.substr(0, cell.find(' '));
    if (alike) {
        CHECK(share == (all_stayed ? "100.0" : "0.0"));
    } else if (share == ">99.9") {
        CHECK(steady.share() >= 0.9995);
    } else if (share == "<0.1") {
        CHECK(steady.share() < 0.0005);
    } else {
        CHECK(std::abs(number(share) - 100 * steady.share()) <= 0.051);
        CHECK(share != "100.0");
        CHECK(share != "0.0");
    }
    if (const auto bound = cell.find('='); bound != std::string::npos) {
        const double away = all_stayed ? 100 - number(cell.substr(bound + 1)) : number(cell.substr(bound + 1));
        const double exactly = 300 / static_cast<double>(steady.cases);
        CHECK(away > exactly - 1e-9);  // never more than can be promised
        CHECK(away < exactly + 0.01);
    }
}

/// The same answers as JSON, CSV and table.
void check(const Asked& asked, const Words& partners) {
    const Words arguments = with(asked.arguments, {"--at", asked.at, "--route", asked.route});
    CAPTURE(join(arguments));
    const Json document = json("robustness", with(arguments, {"--format", "json"}));
    const auto rows = csv("robustness", with(arguments, {"--format", "csv"}));
    const auto tables = printed_tables(printed("robustness", arguments));
    REQUIRE(document.kind == Kind::array);
    REQUIRE(document.items.size() == partners.size());
    REQUIRE(rows.size() == 1 + partners.size() * chances.size());
    REQUIRE(tables.size() == 1);
    REQUIRE(tables.front().rows.size() == partners.size());
    CHECK(rows.front() == columns);
    const std::string theory = asked.route == "predicted" ? asked.theory : "";
    for (std::size_t i = 0; i < partners.size(); ++i) {
        CAPTURE(partners[i]);
        const Expected one = expected(asked, partners[i]);
        const Json& object = document.items[i];
        CHECK(text(object, "partner") == partners[i]);
        CHECK(text(object, "date") == asked.at);
        if (theory.empty()) {
            static_cast<void>(get(object, "theory", Kind::null));
        } else {
            CHECK(text(object, "theory") == theory);
        }
        CHECK(text(object, "route") == asked.route);
        CHECK(truth(object, "strict") == asked.admission.strict);
        CHECK(list(object, "documents") == documents(asked.admission));
        CHECK(get(object, "act_window", Kind::number).text == std::to_string(asked.admission.act_window));
        CHECK(text(object, "outcome") == one.outcome);
        CHECK(list(object, "holding") == one.holding);
        CHECK(list(object, "possible") == one.possible);
        const Json& left_out = get(object, "left_out", Kind::object);
        check_hanging(left_out, "documents", one.left_out[0], one.documents);
        check_hanging(left_out, "authors", one.left_out[1], one.authors);
        check_hanging(left_out, "claims", one.left_out[2], one.claims);
        const Json& sets = get(object, "least_sets", Kind::array);
        REQUIRE(sets.items.size() == one.sets.size());
        for (std::size_t k = 0; k < one.sets.size(); ++k) {
            CHECK(text(sets.items[k], "label") == one.holding[k]);
            CHECK(get(sets.items[k], "number", Kind::number).text == std::to_string(one.sets[k].number));
            CHECK(truth(sets.items[k], "more") == one.sets[k].more);
        }
        const Json& turned = get(object, "turned", Kind::array);
        REQUIRE(turned.items.size() == chances.size());
        const Words& cells = tables.front().rows[i];
        REQUIRE(cells.size() == 10);
        CHECK(cells[0] == partners[i]);
        CHECK(has(cells[1], one.holding.empty() ? one.outcome : join(one.holding, "+")));
        CHECK(cells[2] == (one.documents.empty() ? "-" : join(one.documents, ", ")));
        CHECK(cells[3] == (one.authors.empty() ? "-" : join(one.authors, ", ")));
        CHECK(cells[4] == (one.claims.empty() ? "-" : join(one.claims)));
        Words tallies;
        for (std::size_t k = 0; k < one.sets.size(); ++k) {
            tallies.push_back((one.sets.size() > 1 ? one.holding[k] + " " : "") + std::to_string(one.sets[k].number));
        }
        CHECK(cells[5] == (tallies.empty() ? "-" : join(tallies, ", ")));
        CHECK(cells[6] == std::to_string(one.turned.front().rows));
        for (std::size_t k = 0; k < chances.size(); ++k) {
            const Steadiness& steady = one.turned[k];
            check_turned(turned.items[k], steady, chances[k]);
            const Json& as_json = turned.items[k];
            const auto same = [&](const char* key) {
                const Json* value = as_json.find(key);
                return value == nullptr ? std::string("no key") : value->text;  // of null the empty text
            };
            CHECK(rows[1 + i * chances.size() + k] == Words{partners[i],
                                                            asked.at,
                                                            theory,
                                                            asked.route,
                                                            one.outcome,
                                                            join(one.holding),
                                                            join(one.possible),
                                                            join(one.documents),
                                                            std::to_string(one.left_out[0].readings),
                                                            join(one.authors, "; "),
                                                            std::to_string(one.left_out[1].readings),
                                                            join(one.claims),
                                                            std::to_string(one.left_out[2].readings),
                                                            std::string(name(asked.turning.mistake)),
                                                            chances[k],
                                                            std::to_string(steady.rows),
                                                            steady.exact ? "yes" : "no",
                                                            std::to_string(steady.cases),
                                                            std::to_string(steady.stayed),
                                                            same("share"),
                                                            same("standard_error"),
                                                            same("bound"),
                                                            same("seed"),
                                                            asked.admission.strict ? "yes" : "no",
                                                            join(documents(asked.admission)),
                                                            std::to_string(asked.admission.act_window)});
            check_cell(cells[7 + k], steady);
        }
    }
}

}  // namespace

TEST_CASE("robustness: table, CSV and JSON are what the library answers") {
    check({}, by_default);
    check({.at = "2016-06-01", .route = "observed"}, by_default);
    check({.at = "2022", .route = "stage"}, by_default);
    // Here all combinations stay, and there all samples.
    check({.arguments = {"--partner", "eu"}, .at = "1991/2023"}, {"eu"});
    check({.arguments = {"--partner", "west", "--samples", "200"}, .at = "1991/2023", .turning = {.samples = 200}},
          {"west"});
}

TEST_CASE("robustness: other rules, other mistakes, other samples, and only what some tell") {
    Asked dropped{.arguments = {"--partner", "russia", "--mistake", "dropped", "--samples", "50", "--seed", "7"}};
    dropped.turning.mistake = Mistake::dropped;
    dropped.turning.samples = 50;
    dropped.turning.seed = 7;
    check(dropped, {"russia"});
    Asked strict{.arguments = {"--strict", "--partner", "china"}, .at = "2016"};
    strict.admission.strict = true;
    check(strict, {"china"});
    Asked one{.arguments = {"--source", "000", "--partner", "west"}, .at = "2016"};
    one.admission.sources = 1;
    check(one, {"west"});
    Asked author{.arguments = {"--author", "Kluczewska", "--strict", "--mistake", "dropped", "--partner", "russia"},
                 .at = "2000",
                 .route = "stage"};
    author.admission = {.strict = true, .sources = 6};
    author.turning.mistake = Mistake::dropped;
    check(author, {"russia"});
    for (const auto& variant : three_modes::variants) {
        check({.arguments = {"--partner", "west", "--theory", std::string(variant.name)},
               .at = "2016-06-01",
               .rules = variant.rules,
               .theory = std::string(variant.name)},
              {"west"});
    }
}

TEST_CASE("robustness: the same seed prints the same, another one something else") {
    const auto ask = [](const std::string& seed) {
        return printed("robustness", {"--partner", "russia", "--mistake", "dropped", "--at", "2000", "--format", "csv",
                                      "--route", "stage", "--samples", "500", "--seed", seed});
    };
    CHECK(ask("5") == ask("5"));
    CHECK(ask("5") != ask("6"));
    CHECK(ask("18446744073709551615") != ask("5"));
}

TEST_CASE("robustness: what was drawn can be repeated from what is printed") {
    const Words arguments{
        "--partner", "russia",    "--at",    "2000",     "--route",    "stage",  "--samples",
        "300",       "--mistake", "dropped", "--author", "Kluczewska", "--seed", "18446744073709551615",
        "--format",  "json"};
    const Json document = json("robustness", arguments);
    const Json& object = document.items.at(0);
    const Json& turned = get(object, "turned", Kind::array).items.at(0);
    REQUIRE_FALSE(truth(turned, "exact"));
    Turning turning{.mistake = *parse<Mistake>(text(turned, "mistake")),
                    .chance = *parse_decimal(get(turned, "chance", Kind::number).text),
                    .seed = std::strtoull(text(turned, "seed").c_str(), nullptr, 10),
                    .samples = static_cast<std::uint32_t>(number(turned, "cases"))};
    Admission admission{.strict = truth(object, "strict"),
                        .sources = 0,
                        .act_window = static_cast<std::int32_t>(number(object, "act_window"))};
    for (const auto& id : list(object, "documents")) admission.sources |= sources_with_id(tajikistan, id);
    std::vector<Coding<Determinant>> room(2 * tajikistan.determinants.size());
    const auto again = steadiness(tajikistan, partner(text(object, "partner")), period(text(object, "date")),
                                  four_stages::stages, turning, std::span<Coding<Determinant>>(room), admission);
    REQUIRE(again.ok());
    CHECK(get(turned, "stayed", Kind::number).text == std::to_string(again->stayed));
    CHECK(again->stayed != 0);
    CHECK(again->stayed != again->cases);
}

TEST_CASE("robustness: where all samples stay the rule of three says how sure that is") {
    const auto cells = table(printed("robustness", {"--at", "1991/2023", "--partner", "west"}));
    CHECK(cells.at("west").at("5 %") == "100.0 (>=99.85)");
    const auto few = table(printed("robustness", {"--at", "1991/2023", "--partner", "west", "--samples", "2"}));
    CHECK(few.at("west").at("5 %") == "100.0 (>=0.00)");
}

TEST_CASE("robustness: a member of the West hangs on the claim that it is one") {
    const auto cells = table(printed("robustness", {"--at", "2016", "--partner", "us"}));
    CHECK(has(cells.at("us").at("claims"), "000.041a"));
}

TEST_CASE("robustness: with why come claims that exist, least sets that are enough, and what is told against") {
    const std::string output = printed("robustness", {"--partner", "west", "--at", "2016-06-01", "--why"});
    check_ids(output);
    const Period day = period("2016-06-01");
    const auto lines = lines_of(output);
    std::size_t sets = 0;
    for (const auto& line : lines) {
        if (!line.starts_with("      2016-06-01: ")) continue;
        ++sets;
        std::vector<ClaimIndex> claims;
        for (const auto& id : claim_ids(line)) claims.push_back(*find_claim(tajikistan.claims, id));
        CHECK(is_enough(tajikistan, partner("west"), day, three_modes::predicted, Mode::protector, claims));
    }
    CHECK(sets == 5);
    CHECK(has(output, "\n  protector <= ~regime_affinity*conditionality*alternative\n"));
    for (const std::string feature : {" conditionality: ", " alternative: ", " ~regime_affinity: "})
        CHECK(has(output, feature));
    CHECK(has(output, "against it: nothing is told"));
    const std::string russia =
        printed("robustness", {"--partner", "russia", "--at", "2022", "--route", "stage", "--why"});
    CHECK(has(russia, "no stage holds"));
    CHECK(has(printed("robustness", {"--partner", "un", "--why"}), "no mode holds"));
    const std::string world = printed("robustness", {"--partner", "international_community", "--at", "2008", "--why"});
    CHECK(has(world, "global_arena: by the kind of partner, world"));
}

TEST_CASE("robustness: the cut-offs are moved as far as the library says") {
    std::size_t seen = 0;
    for (const std::string at : {"2019", "2022", "2010/2020"}) {
        const Words arguments{"--cut-offs", "--at", at};
        const Json document = json("robustness", with(arguments, {"--format", "json"}));
        const auto rows = csv("robustness", with(arguments, {"--format", "csv"}));
        CHECK(rows.front() == Words{"partner", "date", "issue_area", "levels", "above", "up_to", "below", "beyond",
                                    "strict", "documents", "act_window"});
        std::size_t place = 0;
        for (const auto& id : by_default) {
            for (const IssueArea area : all<IssueArea>()) {
                const auto range = cut_off_range(tajikistan, partner(id), area, period(at));
                if (!range || !range->measured.told) continue;
                ++seen;
                REQUIRE(place < document.items.size());
                REQUIRE(place + 1 < rows.size());
                const Json& object = document.items[place];
                const auto ratio = [](const std::optional<Factor>& factor) {
                    return factor ? std::string(trimode::text(factor->over).view()) + "/" +
                                        std::string(trimode::text(factor->under).view())
                                  : std::string();
                };
                CHECK(text(object, "partner") == id);
                CHECK(text(object, "issue_area") == name(area));
                CHECK(list(object, "levels") == words(range->measured.levels));
                CHECK((range->least ? text(object, "above") : std::string()) == ratio(range->least));
                CHECK((range->most ? text(object, "up_to") : std::string()) == ratio(range->most));
                CHECK(list(object, "below") == words(range->below));
                CHECK(list(object, "beyond") == words(range->beyond));
                CHECK(rows[place + 1] == Words{id, at, std::string(name(area)), join(words(range->measured.levels)),
                                               ratio(range->least), ratio(range->most), join(words(range->below)),
                                               join(words(range->beyond)), "no", join(documents({})), "365"});
                CHECK_FALSE(truth(object, "strict"));
                CHECK(list(object, "documents") == documents({}));
                ++place;
            }
        }
        CHECK(document.items.size() == place);
        CHECK(rows.size() == place + 1);
        const auto tables = printed_tables(printed("robustness", arguments));
        CHECK((tables.empty() ? 0 : tables.front().rows.size()) == place);
    }
    CHECK(seen > 2);
    CHECK(has(printed("robustness", {"--cut-offs", "--partner", "un"}), "No level of these partners is measured"));
}

TEST_CASE("robustness: wrong arguments are named, with what would be right") {
    for (const std::string option : {"--seed", "--samples"}) {
        for (const std::string wrong : {"-1", "x", "1.5", "", "1e3", "99999999999999999999", " 1"}) {
            const Ran ran = example("robustness", {option + "=" + wrong});
            CAPTURE(option);
            CAPTURE(wrong);
            CHECK(ran.code == 2);
            CHECK(ran.out.empty());
            CHECK(has(ran.err, "valid: a whole number from "));
        }
    }
    CHECK(example("robustness", {"--samples", "0"}).code == 2);
    CHECK(example("robustness", {"--samples", "10000001"}).code == 2);
    for (const Words& wrong :
         {Words{"--mistake", "fliped"}, Words{"--route", "seen"}, Words{"--theory", "predict"},
          Words{"--partner", "rusia"}, Words{"--at", "1980"}, Words{"--format", "xml"}, Words{"--cutoffs"}}) {
        const Ran ran = example("robustness", wrong);
        CAPTURE(join(wrong));
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.starts_with("error: "));
    }
    CHECK(has(example("robustness", {"--mistake", "fliped"}).err, "did you mean 'flipped'?"));
    CHECK(example("robustness", {"--help"}).code == 0);
}
