// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// draws: how often each answer comes out, against its probability, computed by going through all settings of the
/// conditions; the same with any number of threads; its formats and its command line.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

/// How likely each answer is, in the order of the rows: for each mode that it holds, may hold, holds alone; none.
struct Chances {
    std::array<std::array<double, 3>, count<Mode>> modes{};
    double none = 0;
};

/// The chance that a condition is told so, when the documents tell it otherwise, or as it is.
double chance(Truth told, Truth drawn, double otherwise, double forgotten, double learnt) {
    if (told == Truth::holds || told == Truth::fails) {
        if (drawn == Truth::unknown) return forgotten;
        if (drawn == Truth::contested) return 0;
        return (1 - forgotten) * (drawn == told ? 1 - otherwise : otherwise);
    }
    if (drawn == told) return 1 - learnt;
    return drawn == Truth::holds || drawn == Truth::fails ? learnt / 2 : 0;
}

Chances chances_of(Facts<Condition> told, const Typology<Mode, Condition>& rules, double otherwise, double forgotten,
                   double learnt) {
    Chances chances;
    for (std::uint64_t number = 0; number < (std::uint64_t{1} << (2 * count<Condition>)); ++number) {
        Facts<Condition> facts;
        double likely = 1;
        for (const Condition condition : all<Condition>()) {
            const auto drawn = static_cast<Truth>((number >> (2 * index(condition))) & 3U);
            facts.set(condition, drawn);
            likely *= chance(told[condition], drawn, otherwise, forgotten, learnt);
        }
        if (likely == 0) continue;
        const auto verdict = classify(facts, rules);
        for (const Mode mode : all<Mode>()) {
            auto& row = chances.modes[index(mode)];
            if (verdict.holds(mode)) row[0] += likely;
            if (verdict.may_hold(mode)) row[1] += likely;
            if (verdict.holds(mode) && verdict.possible == Set<Mode>{mode}) row[2] += likely;
        }
        if (verdict.possible.empty()) chances.none += likely;
    }
    return chances;
}

/// The rows of the CSV, by mode.
std::map<std::string, std::vector<std::string>> rows(Words arguments) {
    arguments.insert(arguments.end(), {"--format", "csv"});
    const auto all_rows = csv("draws", arguments);
    REQUIRE(all_rows.size() == count<Mode> + 2);
    std::map<std::string, std::vector<std::string>> by_mode;
    for (std::size_t i = 1; i < all_rows.size(); ++i) by_mode[all_rows[i][5]] = all_rows[i];
    REQUIRE(by_mode.size() == count<Mode> + 1);
    return by_mode;
}

/// Whether a count is what a chance lets one expect, within five standard errors.
bool likely(const std::string& counted, double chance, double draws) {
    const double expected = chance * draws;
    const double error = std::sqrt(draws * chance * (1 - chance));
    return std::abs(std::stod(counted) - expected) <= 5 * error + 1e-6;
}

void rejected(const Words& arguments, const Words& parts) {
    const Ran ran = example("draws", arguments);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    for (const auto& part : parts) CHECK_MESSAGE(has(ran.err, part), ran.err);
}

}  // namespace

TEST_CASE("answers are drawn as often as their chances say") {
    struct Asked {
        std::string partner, at, theory, otherwise, forgotten, learnt;
    };
    const std::vector<Asked> questions{
        {"russia", "2019", "predicted", ".25", ".125", ".5"},   {"west", "2005", "predicted", ".0625", "0", "1"},
        {"china", "2015", "any_two_factors", ".5", ".5", ".25"}, {"international_community", "2019", "predicted", "0", ".75", "0"},
        {"eu", "2016", "residual_protector", "1", "0", ".125"},
        // 16385, 1 and 65535 of 65536: from the last binary place to the first.
        {"russia", "2005", "want_of_options", ".2500152587890625", ".0000152587890625", ".9999847412109375"}};
    for (const Asked& asked : questions) {
        CAPTURE(asked.partner);
        const Typology<Mode, Condition>* rules = nullptr;
        for (const auto& variant : three_modes::variants) {
            if (variant.name == asked.theory) rules = variant.rules;
        }
        REQUIRE(rules != nullptr);
        const auto told = facts(tajikistan, tajikistan.conditions, partner(asked.partner), asked_days(tajikistan, period(asked.at)));
        const Chances expected = chances_of(told, *rules, std::stod(asked.otherwise), std::stod(asked.forgotten), std::stod(asked.learnt));
        constexpr double draws = 400000;
        const auto found = rows({"--partner", asked.partner, "--at", asked.at, "--theory", asked.theory, "--otherwise", asked.otherwise,
                                 "--forgotten", asked.forgotten, "--learnt", asked.learnt, "--draws", "400000"});
        for (const Mode mode : all<Mode>()) {
            const auto& row = found.at(std::string(name(mode)));
            for (std::size_t i = 0; i < 3; ++i) CHECK(likely(row[7 + i], expected.modes[index(mode)][i], draws));
        }
        CHECK(likely(found.at("none")[7], expected.none, draws));
    }
}

TEST_CASE("without a chance of anything else every draw is the verdict of the relationship") {
    struct Believed {
        Words arguments;
        Admission admission;
    };
    const std::vector<Believed> believed{
        {{}, {}}, {{"--strict"}, {.strict = true}}, {{"--source", "000"}, {.sources = 1}},
        {{"--author", "Kluczewska", "--strict"}, {.strict = true, .sources = 6}}};
    for (const std::string id : {"russia", "west", "international_community", "iran"}) {
        for (const std::string at : {"2005", "2016", "2022-06"}) {
            for (const Believed& one : believed) {
                CAPTURE(id);
                CAPTURE(at);
                CAPTURE(join(one.arguments));
                Words asked{"--partner", id, "--at", at, "--otherwise", "0", "--forgotten", "0", "--draws", "65"};
                asked.insert(asked.end(), one.arguments.begin(), one.arguments.end());
                const auto verdict = classify(tajikistan, partner(id), period(at), three_modes::predicted, one.admission);
                const auto found = rows(asked);
                const auto all_or_none = [](bool so) { return std::string(so ? "65" : "0"); };
                for (const Mode mode : all<Mode>()) {
                    const bool alone = verdict.holds(mode) && verdict.possible == Set<Mode>{mode};
                    CHECK(found.at(std::string(name(mode))) ==
                          Words{id, at, "predicted", "65", "1", std::string(name(mode)), std::string(name(verdict.answer(mode))),
                                all_or_none(verdict.holds(mode)), all_or_none(verdict.may_hold(mode)), all_or_none(alone)});
                }
                CHECK(found.at("none")[7] == all_or_none(verdict.possible.empty()));
            }
        }
    }
}

TEST_CASE("the draws of a seed are the same with any number of threads") {
    const Words some{"--draws", "10001", "--learnt", ".5"};
    const auto with = [&](const Words& more) {
        Words arguments = some;
        arguments.insert(arguments.end(), more.begin(), more.end());
        return rows(arguments);
    };
    const auto one = with({"--threads", "1"});
    const Ran algorithm = example("draws", {"--parallel", "algorithm", "--draws", "1"});
    if (algorithm.code != 0) CHECK(has(algorithm.err, "valid: threads\n"));  // the standard's parallel algorithms are not there
    for (const std::string threads : {"2", "3", "7", "64", "256"}) {
        CHECK(with({"--threads", threads, "--parallel", "threads"}) == one);
        if (algorithm.code == 0) CHECK(with({"--threads", threads, "--parallel", "algorithm"}) == one);
    }
    CHECK(with({}) == one);
    CHECK(with({"--seed", "1"}) == one);
    CHECK(with({"--seed", "2"}) != one);
    CHECK(with({"--seed", "18446744073709551615"}) != one);
}

TEST_CASE("any number of draws, and nothing in doubt") {
    for (const std::string draws : {"1", "63", "64", "65", "4095", "4096", "4097"}) {
        CAPTURE(draws);
        const auto found = rows({"--draws", draws, "--otherwise", "0", "--forgotten", "0"});
        CHECK(found.at("recipient") == std::vector<std::string>{"russia", "2019", "predicted", draws, "1", "recipient", "holds", draws, draws, draws});
        CHECK(found.at("protector")[8] == "0");
        CHECK(found.at("none")[7] == "0");
        // Nobody knows anything: all is open.
        const auto open = rows({"--draws", draws, "--forgotten", "1", "--partner", "west"});
        for (const Mode mode : all<Mode>()) {
            CHECK(open.at(std::string(name(mode)))[7] == "0");
            CHECK(open.at(std::string(name(mode)))[8] == draws);
        }
        CHECK(open.at("none")[7] == "0");
    }
}

TEST_CASE("the formats of draws say the same") {
    const Words some{"--draws", "1000", "--threads", "3", "--seed", "9"};
    const auto by_csv = rows(some);
    Words arguments = some;
    arguments.insert(arguments.end(), {"--format", "json"});
    const Json whole = json("draws", arguments);
    for (const auto& [mode, row] : by_csv) {
        CHECK(text(whole, "partner") == row[0]);
        CHECK(text(whole, "date") == row[1]);
        CHECK(text(whole, "theory") == row[2]);
        CHECK(get(whole, "draws", Kind::number).text == row[3]);
        CHECK(get(whole, "seed", Kind::number).text == row[4]);
    }
    const Json& modes = get(whole, "modes", Kind::array);
    REQUIRE(modes.items.size() == by_csv.size());
    for (const Json& one : modes.items) {
        const auto& row = by_csv.at(text(one, "mode"));
        CHECK(text(one, "as_told") == row[6]);
        CHECK(get(one, "holding", Kind::number).text == row[7]);
        CHECK(get(one, "possible", Kind::number).text == row[8]);
        CHECK(get(one, "alone", Kind::number).text == row[9]);
    }
    const std::string output = printed("draws", some);
    CHECK(output.starts_with("How often each mode comes out for russia, 2019; 1000 draws, theory: predicted\n"));
    const std::string none = "none may hold: ";
    REQUIRE(has(output, none));
    CHECK(std::abs(std::stod(output.substr(output.find(none) + none.size())) - std::stod(by_csv.at("none")[7]) / 10) < 0.006);
    const auto shown = table(output);
    CHECK(shown.size() == count<Mode>);
    for (const Mode mode : all<Mode>()) {
        const auto& row = by_csv.at(std::string(name(mode)));
        const auto& cells = shown.at(std::string(name(mode)));
        CHECK(cells.at("as told") == row[6]);
        CHECK(std::abs(std::stod(cells.at("holds %")) - std::stod(row[7]) / 10) < 0.006);
        CHECK(std::abs(std::stod(cells.at("may hold %")) - std::stod(row[8]) / 10) < 0.006);
        CHECK(std::abs(std::stod(cells.at("alone %")) - std::stod(row[9]) / 10) < 0.006);
    }
}

TEST_CASE("what draws cannot do is told with what is valid") {
    for (const std::string option : {"--otherwise", "--forgotten", "--learnt"}) {
        for (const std::string value : {"2", "-1", "x", "", "1.0001", "0,5", "NaN", ".1e1"}) {
            rejected({option + "=" + value}, {option + " needs a chance, but got '" + value + "'", "valid: a decimal from 0 to 1"});
        }
    }
    for (const std::string value : {"0", "-1", "1.5", "x", "", "1000000000001", "99999999999999999999"}) {
        rejected({"--draws=" + value}, {"--draws needs a whole number from 1 to 1000000000000, but got '" + value + "'"});
    }
    rejected({"--threads", "0"}, {"from 1 to 256"});
    rejected({"--threads", "257"}, {"from 1 to 256"});
    rejected({"--seed", "-1"}, {"from 0 to 18446744073709551615"});
    rejected({"--partner", "rusia"}, {"did you mean 'russia'?"});
    rejected({"--theory", "predictd"}, {"did you mean 'predicted'?"});
    rejected({"--parallel", "thread"}, {"did you mean 'threads'?"});
    rejected({"--at", "1890"}, {"the nearest date is '1991'"});
    rejected({"--source", "009"}, {"did you mean '000_buriev'?"});
    rejected({"--draw", "64"}, {"did you mean '--draws'?"});
    rejected({"--seed"}, {"--seed needs a value: NUMBER"});
}

TEST_CASE("the help of draws names what can be asked, and each of it is taken") {
    const std::string help = printed("draws", {"--help"});
    CHECK(help.starts_with("draws: "));
    for (const Words& words : std::vector<Words>{
             {"--partner", "west"}, {"--at", "2016"}, {"--otherwise", ".5"}, {"--forgotten", "1"}, {"--learnt", "0.0"},
             {"--theory", "any_two_factors"}, {"--draws", "1"}, {"--seed", "0"}, {"--threads", "256"}, {"--parallel", "threads"},
             {"--format", "json"}, {"--source", "000"}, {"--author", "Buriev"}, {"--published", "2020"}, {"--strict"}}) {
        CAPTURE(words.front());
        CHECK(has(help, "\n  " + words.front() + " "));
        CHECK_FALSE(printed("draws", words).empty());
    }
    for (const auto& variant : three_modes::variants) CHECK(has(help, variant.name));
    CHECK(has(help, "exit codes: 0 done"));
}

TEST_CASE("draws that cannot be written end with exit code 1") {
    if (!std::filesystem::exists("/dev/full")) {
        MESSAGE("skipped: this system has no /dev/full");
        return;
    }
    Running full;
    full.output = "/dev/full";
    for (const std::string format : {"table", "csv", "json"}) {
        CHECK(example("draws", {"--draws", "64", "--format", format}, full).code == 1);
    }
    CHECK(example("draws", {"--help"}, full).code == 1);
}
