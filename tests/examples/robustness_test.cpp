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
#include <trimode/inference/robustness.hpp>
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

/// What the command line asks for, and the same for the library.
struct Asked {
    Words arguments{};
    std::string at = "2019";
    std::string route = "predicted";
    const Typology<Mode, Condition>* rules = &three_modes::predicted;
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
    CHECK(std::abs(std::strtod(get(one, "share", Kind::number).text.c_str(), nullptr) - steady.share()) <= 0.51e-6);
    CHECK(std::abs(std::strtod(get(one, "standard_error", Kind::number).text.c_str(), nullptr) -
                   steady.standard_error()) <= 0.51e-6);
    if (steady.exact) {
        static_cast<void>(get(one, "seed", Kind::null));
    } else {
        CHECK(get(one, "seed", Kind::number).text == std::to_string(steady.turning.seed));
    }
    if (const auto least = steady.least_turned()) {
        CHECK(get(one, "least_turned", Kind::number).text == std::to_string(*least));
    } else {
        static_cast<void>(get(one, "least_turned", Kind::null));
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
    CHECK(rows.front() == Words{"partner",      "date",      "theory",          "route",   "outcome",       "holding",
                                "possible",     "documents", "documents_tried", "authors", "authors_tried", "claims",
                                "claims_tried", "mistake",   "chance",          "rows",    "exact",         "cases",
                                "stayed",       "share",     "standard_error",  "seed"});
    for (std::size_t i = 0; i < partners.size(); ++i) {
        CAPTURE(partners[i]);
        const Expected one = expected(asked, partners[i]);
        const Json& object = document.items[i];
        CHECK(text(object, "partner") == partners[i]);
        CHECK(text(object, "date") == asked.at);
        CHECK(text(object, "route") == asked.route);
        CHECK(text(object, "outcome") == one.outcome);
        CHECK(list(object, "holding") == one.holding);
        CHECK(list(object, "possible") == one.possible);
        check_hanging(object, "documents", one.left_out[0], one.documents);
        check_hanging(object, "authors", one.left_out[1], one.authors);
        check_hanging(object, "claims", one.left_out[2], one.claims);
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
        CHECK(cells[6] == std::to_string(one.turned.front().rows));
        for (std::size_t k = 0; k < chances.size(); ++k) {
            const Steadiness& steady = one.turned[k];
            check_turned(turned.items[k], steady, chances[k]);
            const Words& row = rows[1 + i * chances.size() + k];
            CHECK(Words(row.begin(), row.begin() + 7) == Words{partners[i], asked.at, text(object, "theory"),
                                                               asked.route, one.outcome, join(one.holding),
                                                               join(one.possible)});
            CHECK(row[7] == join(one.documents));
            CHECK(row[9] == join(one.authors, "; "));
            CHECK(row[11] == join(one.claims));
            CHECK(row[12] == std::to_string(one.left_out[2].readings));
            CHECK(row[14] == chances[k]);
            CHECK(row[15] == std::to_string(steady.rows));
            CHECK(row[16] == (steady.exact ? "yes" : "no"));
            CHECK(row[18] == std::to_string(steady.stayed));
            CHECK(row[19] == get(turned.items[k], "share", Kind::number).text);
            CHECK(row[21] == (steady.exact ? "" : std::to_string(steady.turning.seed)));
            // In percent, and what was drawn has its error behind it.
            const std::string& cell = cells[7 + k];
            CHECK(has(cell, "+-") == !steady.exact);
            if (cell[0] == '>' || cell[0] == '<') {
                CHECK((cell[0] == '>' ? 1 - steady.share() : steady.share()) < 0.0005);
            } else {
                CHECK(std::abs(std::strtod(cell.c_str(), nullptr) - 100 * steady.share()) <= 0.051);
            }
        }
    }
}

}  // namespace

TEST_CASE("robustness: table, CSV and JSON are what the library answers") {
    check({}, by_default);
    check({.at = "2016-06-01", .route = "observed"}, by_default);
    check({.at = "2022", .route = "stage"}, by_default);
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
    for (const auto& variant : three_modes::variants) {
        check({.arguments = {"--partner", "west", "--theory", std::string(variant.name)},
               .at = "2016-06-01",
               .rules = variant.rules},
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
        CHECK(rows.front() == Words{"partner", "date", "issue_area", "levels", "above", "up_to", "below", "beyond"});
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
                                               join(words(range->beyond))});
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
