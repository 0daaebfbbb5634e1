// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The program own_theory: its theory once more in plain C++, asked of all that can be told of a case; its
/// receipts; and its command line.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace support;
using Kind = Json::Kind;

const std::string program = "own_theory";
const Words features{"threat", "allied_support", "appeasable", "divide", "rivalry"};
const Words postures{"hedging", "balancing", "bandwagoning"};

/// What is told of each feature: ? nothing, + that it holds, - that it fails, ! both.
using Told = std::string;

/// The theory once more: which postures there are in a world where everything is settled.
std::set<std::string> postures_in(const Told& world) {
    const bool threat = world[0] == '+';
    const bool support = world[1] == '+';
    const bool appeasable = world[2] == '+';
    const bool divide = world[3] == '+';
    const bool rivalry = world[4] == '+';
    if (!threat) return divide || rivalry ? std::set<std::string>{} : std::set<std::string>{"hedging"};
    if (support || !appeasable) return {"balancing"};
    return {"bandwagoning"};
}

/// All worlds that are left open by what is told.
std::vector<Told> worlds_of(const Told& told) {
    std::vector<Told> worlds{told};
    for (std::size_t i = 0; i < told.size(); ++i) {
        if (told[i] == '+' || told[i] == '-') continue;
        const auto before = worlds;
        worlds.clear();
        for (Told world : before) {
            for (const char c : {'+', '-'}) {
                world[i] = c;
                worlds.push_back(world);
            }
        }
    }
    return worlds;
}

/// What is told, in the field's notation.
std::string term(const Told& told) {
    std::string text;
    for (std::size_t i = 0; i < told.size(); ++i) {
        if (told[i] == '+' || told[i] == '!') text += (text.empty() ? "" : "*") + features[i];
        if (told[i] == '-' || told[i] == '!') text += (text.empty() ? "~" : "*~") + features[i];
    }
    return text.empty() ? "1" : text;
}

/// The features once more as they would be after a change, given as a term.
Told after(Told told, const std::string& change) {
    if (change == "nothing") return told;
    std::size_t begin = 0;
    while (begin < change.size()) {
        const std::size_t end = std::min(change.find('*', begin), change.size());
        std::string word = change.substr(begin, end - begin);
        const bool fails = word[0] == '~';
        if (fails) word.erase(0, 1);
        const auto place = std::find(features.begin(), features.end(), word) - features.begin();
        REQUIRE(place < 5);
        told[static_cast<std::size_t>(place)] = fails ? '-' : '+';
        begin = end + 1;
    }
    return told;
}

/// Whether a posture holds (cannot hold) in every world that is left.
bool always(const Told& told, const std::string& posture, bool wanted) {
    for (const Told& world : worlds_of(told)) {
        if ((postures_in(world).count(posture) == 1) != wanted) return false;
    }
    return true;
}

/// All answers for one case, against trying all worlds.
void check_case(const Json& one, const Told& told) {
    CAPTURE(told);
    Words holding;
    Words possible;
    Words told_to_hold;
    Words told_to_fail;
    for (std::size_t i = 0; i < told.size(); ++i) {
        if (told[i] == '+' || told[i] == '!') told_to_hold.push_back(features[i]);
        if (told[i] == '-' || told[i] == '!') told_to_fail.push_back(features[i]);
    }
    for (const auto& posture : postures) {
        if (always(told, posture, true)) holding.push_back(posture);
        if (!always(told, posture, false)) possible.push_back(posture);
    }
    CHECK(list(one, "told_to_hold") == told_to_hold);
    CHECK(list(one, "told_to_fail") == told_to_fail);
    CHECK(list(one, "holding") == holding);
    CHECK(list(one, "possible") == possible);
    const bool nothing = told_to_hold.empty() && told_to_fail.empty();
    const std::string outcome = holding.size() == 1 ? possible.size() == 1 ? "sole" : "leading"
                                : possible.empty()  ? "none"
                                : nothing           ? "insufficient"
                                                    : "open";
    CHECK(text(one, "outcome") == outcome);
    const auto& answers = get(one, "postures", Kind::array).items;
    REQUIRE(answers.size() == postures.size());
    for (std::size_t i = 0; i < postures.size(); ++i) {
        const bool holds = always(told, postures[i], true);
        const bool fails = always(told, postures[i], false);
        CHECK(text(answers[i], "posture") == postures[i]);
        CHECK(text(answers[i], "answer") == (holds ? "holds" : fails ? "fails" : "open"));
        CHECK((answers[i].find("because") != nullptr) == (holds || fails));
        CHECK(list(answers[i], "hangs_on").empty() == (holds || fails));
        for (const auto& change : list(answers[i], "to_give")) {
            CHECK(always(after(told, change), postures[i], true));
            CHECK((change == "nothing") == holds);
        }
        for (const auto& change : list(answers[i], "to_rule_out")) {
            CHECK(always(after(told, change), postures[i], false));
            CHECK((change == "nothing") == fails);
        }
        // The postures exclude each other, so that what gives one leaves no other.
        CHECK(list(answers[i], "to_make_sole") == list(answers[i], "to_give"));
        CHECK_FALSE(list(answers[i], "to_give").empty());
        CHECK_FALSE(list(answers[i], "to_rule_out").empty());
    }
}

/// All 4^5 ways in which a case can be told.
std::vector<Told> all_told() {
    std::vector<Told> all{""};
    for (std::size_t i = 0; i < features.size(); ++i) {
        std::vector<Told> longer;
        for (const Told& told : all) {
            for (const char c : {'?', '+', '-', '!'}) longer.push_back(told + c);
        }
        all = longer;
    }
    return all;
}

void rejected(const Words& arguments, const std::string& part, int code = 2) {
    const Ran ran = example(program, arguments);
    CAPTURE(join(arguments));
    CAPTURE(ran.err);
    CHECK(ran.code == code);
    CHECK(has(ran.err, part));
    if (code == 2) CHECK(ran.out.empty());
}

}  // namespace

TEST_CASE("every case that can be told, by trying all worlds that it leaves") {
    const auto all = all_told();
    REQUIRE(all.size() == 1024);
    for (std::size_t first = 0; first < all.size(); first += 32) {
        std::string facts;
        for (std::size_t i = first; i < first + 32; ++i) facts += (i == first ? "" : " + ") + term(all[i]);
        const auto document = json(program, {"--facts", facts, "--format", "json"});
        const auto& cases = get(document, "cases", Kind::array).items;
        REQUIRE(cases.size() == 32);
        for (std::size_t i = 0; i < 32; ++i) check_case(cases[i], all[first + i]);
    }
}

TEST_CASE("what the theory covers, and what the cases fill of it") {
    const auto document = json(program, {"--facts", "~T*~A*~P*~D*~V + T*~A*~D*~V", "--format", "json"});
    const Json& theory = get(document, "theory", Kind::object);
    const auto number = [&](std::string_view key) { return get(theory, key, Kind::number).text; };
    std::size_t covered[3] = {0, 0, 0};
    for (const Told& world : worlds_of("?????")) ++covered[postures_in(world).size()];
    CHECK(number("corners") == "32");
    CHECK(number("covered_by_none") == std::to_string(covered[0]));
    CHECK(number("covered_by_one") == std::to_string(covered[1]));
    CHECK(number("covered_by_several") == std::to_string(covered[2]));
    CHECK(number("flaws") == "0");
    CHECK(number("occupied") == "1");
    CHECK(number("possible") == "2");
    CHECK(number("empty") == "29");
}

TEST_CASE("a receipt is replayed, and an edited one is found out") {
    for (const std::string facts : {"T*~A", "1", "T*~T*A", "~T*~D*~V"}) {
        const auto document = json(program, {"--facts", facts, "--format", "json"});
        const std::string line = text(get(document, "cases", Kind::array).items.at(0), "receipt");
        const std::string output = printed(program, {"--replay", line});
        CHECK(has(output, "Compared with the receipt: the same verdict\n"));
        CHECK(printed(program, {"--replay", line + "\n"}) == output);
        // Each digit of each number in it matters: that of the version, the fingerprint of the rules and the hash.
        std::size_t digits = 0;
        for (const std::string key : {" version=", " rules=", " hash="}) {
            for (std::size_t at = line.find(key) + key.size(); at < line.size() && line[at] != ' '; ++at) {
                if (line[at] == '.') continue;
                std::string edited = line;
                edited[at] = edited[at] == '7' ? '1' : '7';
                const Ran ran = example(program, {"--replay", edited});
                CHECK(ran.code == 3);
                CHECK(has(ran.out, key == " hash="      ? "the same verdict, though otherwise: hash\n"
                                   : key == " version=" ? "the same verdict, though otherwise: hash, library\n"
                                                        : "the same verdict, though otherwise: hash, rules\n"));
                ++digits;
            }
        }
        CHECK(digits >= 35);
    }
    const auto document = json(program, {"--facts", "T*A", "--format", "json"});
    std::string line = text(get(document, "cases", Kind::array).items.at(0), "receipt");
    line.replace(line.find(" holds=balancing"), 16, " holds=hedging");
    const Ran ran = example(program, {"--replay", line});
    CHECK(ran.code == 3);
    CHECK(has(ran.out, "not the same: hash, verdict"));
    // Something is told now of which the receipt says that nothing was.
    line = text(get(document, "cases", Kind::array).items.at(0), "receipt");
    line.replace(line.find(" outcome=sole"), 13, " outcome=insufficient");
    CHECK(has(example(program, {"--replay", line}).out, "not the same: hash, verdict"));
    rejected({"--replay", "a receipt"}, "no receipt: unknown name at line 1, column 1: 'a', did you mean 'trimode'?");
    rejected({"--replay="}, "no receipt: nothing there");
}

TEST_CASE("own_theory: since when a verdict stands, by codings of its own, and their receipts") {
    const auto rows = csv(program, {"--over-time", "--format", "csv"});
    const std::vector<Words> expected{
        {"2005-01-01", "2012-12-31", "hedging (sole)", "~threat*~divide*~rivalry"},
        {"2013-01-01", "2014-02-28", "open: hedging?~", "~threat"},
        {"2014-03-01", "2014-03-31", "open: hedging? balancing?", "allied_support"},
        {"2014-04-01", "2016-12-31", "balancing (sole)", "threat*allied_support"},
        {"2017-01-01", "2017-12-31", "open: balancing? bandwagoning?", "threat"},
        {"2018-01-01", "2020-12-31", "bandwagoning (sole)", "threat*~allied_support*appeasable"}};
    REQUIRE(rows.size() == expected.size() + 1);
    const std::string output = printed(program, {"--over-time"});
    const auto shown = printed_tables(output);
    REQUIRE(shown.size() == 1);
    const auto document = json(program, {"--over-time", "--format", "json"});
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Words& row = rows[i + 1];
        CHECK((Words{row[0], row[1], row[2], row[3]}) == expected[i]);
        CHECK(shown[0].rows[i] == expected[i]);
        CHECK(text(document.items.at(i), "receipt") == row[4]);
        CHECK(has(output, row[4] + "\n"));
        CHECK(has(printed(program, {"--replay", row[4]}), "Compared with the receipt: the same verdict\n"));
        // What was told is part of it.
        std::string edited = row[4];
        edited[edited.find(" told=") + 6] ^= 1;  // 0 and 1, 2 and 3, a and `
        const Ran replayed = example(program, {"--replay", edited});
        CHECK((replayed.code == 2 || (replayed.code == 3 && has(replayed.out, "though otherwise: hash, told"))));
    }
    // Nothing is said of a verdict that nobody can compute.
    std::string elsewhere = rows[1][4];
    elsewhere.replace(elsewhere.find("partner=neighbour"), 17, "partner=x");
    const Ran ran = example(program, {"--replay", elsewhere});
    CHECK(ran.code == 3);
    CHECK(ran.out == "Compared with the receipt: not the same: hash, partner, verdict\n");
    const auto strict = csv(program, {"--over-time", "--strict", "--format", "csv"});
    for (const auto& row : strict) CHECK_FALSE(has(row[2], "~"));
    CHECK(strict[2][2] == "insufficient");
    CHECK(has(printed(program, {"--over-time", "--source", "001"}), "as told by 001_bob\n"));
    rejected({"--strict"}, "--strict goes with --over-time");
    rejected({"--over-time", "--facts", "T"}, "one of them");
    rejected({"--over-time", "--source", "002"}, "unknown document '002'");
}

TEST_CASE("own_theory: degrees") {
    for (const auto& degrees :
         std::vector<std::vector<double>>{{.8, .3, .5, .1, 0}, {.2, 1, 0, .9, .4}, {0, 0, 1, 0, .3}}) {
        const double t = degrees[0];
        const double a = degrees[1];
        const double p = degrees[2];
        const double expected[3] = {std::min({1 - t, 1 - degrees[3], 1 - degrees[4]}),
                                    std::max(std::min(t, a), std::min(t, 1 - p)), std::min({t, 1 - a, p})};
        std::string given;
        for (std::size_t i = 0; i < features.size(); ++i) {
            given += features[i] + "=" + std::to_string(degrees[i]) + " ";
        }
        const auto rows = csv(program, {"--degrees", given, "--format", "csv"});
        const auto document = json(program, {"--degrees", given, "--format", "json"});
        const auto shown = printed_tables(printed(program, {"--degrees", given}));
        for (std::size_t i = 0; i < postures.size(); ++i) {
            CHECK(rows[i + 1][0] == postures[i]);
            CHECK(std::stod(rows[i + 1][1]) == doctest::Approx(expected[i]));
            CHECK(rows[i + 1][2] == (expected[i] > .5 ? "holds" : expected[i] < .5 ? "fails" : "open"));
            CHECK(text(document.items.at(i), "grade") == rows[i + 1][1]);
            CHECK(shown.at(0).rows[i] == rows[i + 1]);
        }
    }
    // Of what is not named nothing is known.
    const auto rows = csv(program, {"--degrees", "T=.8 P=.2-.4", "--format", "csv"});
    CHECK((rows[1] == Words{"hedging", "0-0.2", "fails"}));
    CHECK((rows[2] == Words{"balancing", "0.6-0.8", "holds"}));
    CHECK((rows[3] == Words{"bandwagoning", "0-0.4", "fails"}));
    rejected({"--degrees", "T=1.5"}, "'1.5' is no range from 0 to 1");
    rejected({"--degrees", "T=.8-.2"}, "'.8-.2' is no range from 0 to 1");
    rejected({"--degrees", "T=much"}, "'much' is no number");
    rejected({"--degrees", "T"}, "'T' has no =");
    rejected({"--degrees", "threatt=1"}, "unknown feature 'threatt', did you mean 'threat'?");
}

TEST_CASE("own_theory: the table and the CSV say what the JSON does") {
    const std::string facts = "T*~A + ~T*~D*~V + 1";
    const auto document = json(program, {"--facts", facts, "--format", "json"});
    const auto rows = csv(program, {"--facts", facts, "--format", "csv"});
    const std::string output = printed(program, {"--facts", facts});
    REQUIRE(rows.size() == 1 + 3 * postures.size());
    const auto tables = printed_tables(output);
    REQUIRE(tables.size() == 3);
    const auto& cases = get(document, "cases", Kind::array).items;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CHECK(has(output, text(cases[i], "receipt") + "\n"));
        const auto& answers = get(cases[i], "postures", Kind::array).items;
        for (std::size_t j = 0; j < postures.size(); ++j) {
            const auto& row = rows[1 + 3 * i + j];
            CHECK(row[1] == postures[j]);
            CHECK(row[2] == text(answers[j], "answer"));
            CHECK(row[3] == join(list(answers[j], "to_give"), " or "));
            CHECK(row[5] == join(list(answers[j], "to_rule_out"), " or "));
            CHECK(row[6] == text(cases[i], "receipt"));
            CHECK((tables[i].rows[j] == Words{row[1], row[3], row[4], row[5]}));
        }
    }
    CHECK(has(output, "threat*~allied_support: open: balancing? bandwagoning?\n"));
    CHECK(has(output, "~threat*~divide*~rivalry: hedging (sole)\n"));
    CHECK(has(output, "nothing is told: insufficient\n"));
}

TEST_CASE("letters are names, and without arguments there are cases too") {
    CHECK(printed(program, {"--facts", "T*~A"}) == printed(program, {"--facts", "threat & !allied_support"}));
    CHECK(printed(program) == printed(program, {"--facts", "T*~A + ~T*~D*~V"}));
}

TEST_CASE("own_theory: wrong arguments") {
    rejected({"--facts", "threatt"},
             "no facts: 'threatt': unknown name at line 1, column 1: 'threatt', did you mean 'threat'?");
    rejected({"--facts", "T*"}, "nothing there at line 1, column 3");
    rejected({"--facts", ""}, "nothing there at line 1, column 1");
    rejected({"--facts", "0"}, "no case: '0'");
    rejected({"--facts", "(T+A)*(T+A)*(T+A)*(T+A)*(T+A)*(T+A)"}, "too many terms");
    rejected({"--fact", "T"}, "did you mean '--facts'?");
    rejected({"--format", "xml"}, "unknown value for --format 'xml'");
}
