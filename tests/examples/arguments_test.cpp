// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The command lines of all examples: help, exit codes, what is wrong and what would be right.
#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/domain/issue_area.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>
#include <trimode/framework/three_modes.hpp>

#include "examples/program.hpp"

namespace {

using support::example;
using support::has;
using support::Ran;

using Words = std::vector<std::string>;

const std::array<std::string, 2> programs{"dependency_levels", "modes"};

Words partners() {
    Words all;
    for (const auto& partner : trimode::tables::partners) all.emplace_back(partner.id);
    return all;
}

Words areas() {
    Words all;
    for (const auto area : trimode::all<trimode::IssueArea>()) all.emplace_back(trimode::name(area));
    return all;
}

Words theories() {
    Words all;
    for (const auto& variant : trimode::three_modes::variants) all.emplace_back(variant.name);
    return all;
}

Words options(const std::string& program) {
    if (program == "modes") {
        return {"--partner", "--at", "--theory", "--strict", "--why", "--decisions", "--format", "--help"};
    }
    return {"--partner", "--area", "--at", "--route", "--strict", "--why", "--format", "--help"};
}

/// The options that take a value.
Words with_value(const std::string& program) {
    if (program == "modes") return {"--partner", "--at", "--theory", "--format"};
    return {"--partner", "--area", "--at", "--route", "--format"};
}

std::string shown(const Words& words) {
    std::string text;
    for (const auto& word : words) text += " '" + word.substr(0, 60) + "'";
    return text;
}

/// All that looks like an option in a text.
std::set<std::string> options_in(const std::string& text) {
    std::set<std::string> found;
    for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at)) {
        std::size_t end = at + 2;
        while (end < text.size() && (text[end] == '-' || (text[end] >= 'a' && text[end] <= 'z'))) ++end;
        found.insert(text.substr(at, end - at));
        at = end;
    }
    return found;
}

/// The words of a list such as "valid: a, b, c", exactly.
bool lists(const std::string& text, const Words& words) {
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
    return has(text, "valid: " + list + "\n");
}

/// The arguments are wrong: exit code 2, a message, and nothing else.
Ran rejected(const std::string& program, const Words& arguments) {
    const Ran ran = example(program, arguments);
    CAPTURE(program);
    CAPTURE(shown(arguments));
    CAPTURE(ran.err.substr(0, 1000));
    CHECK(ran.code == 2);
    CHECK(ran.signal == 0);
    CHECK_MESSAGE(ran.out.empty(), "the output begins with: ", ran.out.substr(0, 80));
    CHECK(ran.err.starts_with("error: "));
    CHECK((!ran.err.empty() && ran.err.back() == '\n'));
    return ran;
}

/// The same, and the message suggests a word and lists what is valid.
void rejected(const std::string& program, const Words& arguments, const std::string& nearest, const Words& valid) {
    const Ran ran = rejected(program, arguments);
    CAPTURE(program);
    CAPTURE(shown(arguments));
    CAPTURE(ran.err);
    CHECK(has(ran.err, "did you mean '" + nearest + "'?"));
    CHECK(lists(ran.err, valid));
}

}  // namespace

TEST_CASE("every example with a command line is tested here") {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples")) {
        if (entry.path().extension() != ".cpp") continue;
        if (!has(support::file_text(entry.path()), "support/arguments.hpp")) continue;
        const std::string name = entry.path().stem().string();
        CHECK_MESSAGE(std::find(programs.begin(), programs.end(), name) != programs.end(), name);
    }
}

TEST_CASE("the help names every option with its choices and default") {
    for (const auto& program : programs) {
        const Ran ran = example(program, {"--help"});
        CAPTURE(program);
        CHECK(ran.code == 0);
        CHECK(ran.err.empty());
        CHECK(ran.out.starts_with(program + ": "));
        const Words all = options(program);
        for (const auto& option : all) CHECK_MESSAGE(has(ran.out, "\n  " + option + " "), option);
        for (const auto& option : options_in(ran.out)) {
            CHECK_MESSAGE(std::find(all.begin(), all.end(), option) != all.end(), option, " is not tested");
        }
        CHECK(has(ran.out, "(table, csv, json); default table"));
        CHECK(has(ran.out, "default 2019"));
        CHECK(has(ran.out, "exit codes: 0 "));
    }
    for (const auto& theory : theories()) CHECK(has(example("modes", {"--help"}).out, theory));
    CHECK(has(example("dependency_levels", {"--help"}).out, "(measured, judged, both); default both"));
}

TEST_CASE("every option that the help names is taken") {
    for (const auto& program : programs) {
        CAPTURE(program);
        for (const auto& option : options(program)) {
            CAPTURE(option);
            Words arguments{option};
            if (option == "--partner") arguments.emplace_back("russia");
            if (option == "--area") arguments.emplace_back("migration");
            if (option == "--at") arguments.emplace_back("2015");
            if (option == "--route") arguments.emplace_back("judged");
            if (option == "--theory") arguments.emplace_back("any_two_factors");
            if (option == "--format") arguments.emplace_back("csv");
            const Ran ran = example(program, arguments);
            CHECK(ran.code == 0);
            CHECK(ran.err.empty());
            CHECK_FALSE(ran.out.empty());
        }
    }
}

TEST_CASE("all goes well with exit code 0 and without a message") {
    for (const auto& program : programs) {
        for (const std::string format : {"table", "csv", "json"}) {
            const Ran ran = example(program, {"--format", format});
            CHECK(ran.code == 0);
            CHECK(ran.err.empty());
            CHECK_FALSE(ran.out.empty());
        }
    }
}

TEST_CASE("output that cannot be written gives exit code 1 and a message") {
    if (!std::filesystem::exists("/dev/full")) {
        MESSAGE("skipped: this system has no /dev/full");
        return;
    }
    support::Running full;
    full.output = "/dev/full";
    for (const auto& program : programs) {
        for (const Words& arguments : {Words{}, Words{"--help"}, Words{"--why"}, Words{"--format", "csv"},
                                       Words{"--format", "json"}, Words{"--partner", "russia", "--format=csv"}}) {
            const Ran ran = example(program, arguments, full);
            CAPTURE(program);
            CAPTURE(shown(arguments));
            CHECK(ran.code == 1);
            CHECK(ran.signal == 0);
            CHECK(ran.err.starts_with("error: "));
        }
        // Wrong arguments are told first: nothing was to be written.
        CHECK(example(program, {"--at", "yesterday"}, full).code == 2);
    }
    CHECK(example("modes", {"--decisions"}, full).code == 1);
}

TEST_CASE("an unknown word is told with the nearest valid one and all that are valid") {
    for (const auto& program : programs) {
        rejected(program, {"--partner", "rusia"}, "russia", partners());
        rejected(program, {"--partner", "RUSSIA"}, "russia", partners());
        rejected(program, {"--partner=chnia"}, "china", partners());
        rejected(program, {"--partner", "international community"}, "international_community", partners());
        rejected(program, {"--format", "jsn"}, "json", {"table", "csv", "json"});
        rejected(program, {"--format=CSV"}, "csv", {"table", "csv", "json"});
        rejected(program, {"--patner", "russia"}, "--partner", options(program));
        rejected(program, {"--partner", "russia", "--stric"}, "--strict", options(program));
        rejected(program, {"--hlep"}, "--help", options(program));
        rejected(program, {"-partner", "russia"}, "--partner", options(program));
        rejected(program, {"--format", ""}, "csv", {"table", "csv", "json"});
    }
    rejected("dependency_levels", {"--area", "migraton"}, "migration", areas());
    rejected("dependency_levels", {"--area=Trade"}, "trade", areas());
    rejected("dependency_levels", {"--area", "remittance"}, "migration", areas());
    rejected("dependency_levels", {"--route", "mesured"}, "measured", {"measured", "judged", "both"});
    rejected("modes", {"--theory", "predicte"}, "predicted", theories());
    rejected("modes", {"--theory", "any_two_factor"}, "any_two_factors", theories());
    // An option of the other program.
    CHECK(lists(rejected("modes", {"--area", "trade"}).err, options("modes")));
    CHECK(lists(rejected("dependency_levels", {"--theory", "predicted"}).err, options("dependency_levels")));
}

TEST_CASE("a wrong date is told with what a date looks like") {
    for (const auto& program : programs) {
        for (const std::string date : {"yesterday", "20", "2015-13", "2015-02-29", "2015x", "15", "2019/2010",
                                       "2015-1", "2015/2016/2017", " 2015", "2015 ", "٢٠١٥", "2015-00", "0000", ""}) {
            CAPTURE(date);
            const Ran ran = rejected(program, {"--at", date});
            CHECK(has(ran.err, "'" + date + "'"));
            CHECK(has(ran.err, "valid: a date or period within 1991/2023"));
            for (const char* such : {"2016", "2022-02", "2022-02-24", "2010/2019"}) CHECK(has(ran.err, such));
        }
    }
}

TEST_CASE("a date of which the sources do not speak is told with the nearest one") {
    for (const auto& program : programs) {
        for (const std::string date : {"1985", "1990-12-31", "0001", "1985/1995", "1980/2030", "199X", "1980/1985",
                                       "../1980", "/1980"}) {
            CAPTURE(date);
            const Ran ran = rejected(program, {"--at", date});
            CHECK_MESSAGE(has(ran.err, "the nearest date is '1991'"), ran.err);
        }
        for (const std::string date : {"2024", "2024-01-01", "9999", "2020/2030", "202X", "2030/..", "2030/"}) {
            CAPTURE(date);
            const Ran ran = rejected(program, {"--at", date});
            CHECK_MESSAGE(has(ran.err, "the nearest date is '2023'"), ran.err);
        }
    }
}

TEST_CASE("every date that the messages give as an example is taken") {
    for (const auto& program : programs) {
        for (const std::string date : {"2016", "2022-02", "2022-02-24", "200X", "2010/2019", "1991/2023", "1991", "2023",
                                       "1991-01-01", "2023-12-31", "2022-06"}) {
            CAPTURE(date);
            const Ran ran = example(program, {"--at", date, "--partner", "russia"});
            CHECK(ran.code == 0);
            CHECK(has(ran.out, date));
        }
    }
}

TEST_CASE("a missing value is told") {
    for (const auto& program : programs) {
        for (const auto& option : with_value(program)) {
            const Ran ran = rejected(program, {option});
            CHECK_MESSAGE(has(ran.err, option + " needs a value"), ran.err);
            rejected(program, {"--strict", option});
            rejected(program, {option, "--strict"});
        }
    }
}

TEST_CASE("an option given twice is told") {
    for (const auto& program : programs) {
        for (const Words& arguments :
             {Words{"--at", "2015", "--at", "2016"}, Words{"--at=2015", "--at", "2015"}, Words{"--strict", "--strict"},
              Words{"--partner=russia", "--partner=china"}, Words{"--help", "--help"},
              Words{"--format", "csv", "--strict", "--format", "csv"}}) {
            const Ran ran = rejected(program, arguments);
            CHECK_MESSAGE(has(ran.err, " is given twice"), ran.err);
        }
    }
}

TEST_CASE("a switch takes no value") {
    for (const auto& program : programs) {
        for (const std::string word : {"--strict=yes", "--why=", "--help=1", "--strict=no"}) {
            const Ran ran = rejected(program, {word});
            CHECK_MESSAGE(has(ran.err, " takes no value"), ran.err);
        }
    }
}

TEST_CASE("a stray word is told with the options there are") {
    for (const auto& program : programs) {
        for (const std::string word : {"russia", "2015", "", " ", "=", "partner=russia"}) {
            CHECK(lists(rejected(program, {word}).err, options(program)));
        }
        for (const std::string word : {"-", "--", "--=", "-x", "---", "--=russia", "-1"}) {
            CHECK(lists(rejected(program, {word}).err, options(program)));
        }
    }
}

TEST_CASE("-h is --help") {
    for (const auto& program : programs) {
        const Ran help = example(program, {"--help"});
        CHECK(example(program, {"-h"}).out == help.out);
    }
}

TEST_CASE("a value may stand behind an equals sign") {
    for (const auto& program : programs) {
        const Ran apart = example(program, {"--at", "2015", "--partner", "russia"});
        CHECK(apart.code == 0);
        CHECK(example(program, {"--at=2015", "--partner=russia"}).out == apart.out);
        CHECK(example(program, {"--partner=russia", "--at", "2015"}).out == apart.out);
        rejected(program, {"--at==2015"});
    }
}

TEST_CASE("an empty value is no value") {
    // An unset variable of a shell, as in --partner "$partner", must not quietly ask for all partners.
    for (const auto& program : programs) {
        for (const auto& option : with_value(program)) {
            rejected(program, {option, ""});
            rejected(program, {option + "="});
        }
    }
}

TEST_CASE("aliases stand for their names") {
    for (const auto& program : programs) {
        CHECK(example(program, {"--partner", "usa"}).out == example(program, {"--partner", "us"}).out);
    }
    CHECK(example("dependency_levels", {"--area", "remittances"}).out ==
          example("dependency_levels", {"--area", "migration"}).out);
}

TEST_CASE("long and binary arguments are rejected like any others") {
    std::string binary;
    for (int byte = 1; byte < 256; ++byte) binary += static_cast<char>(static_cast<unsigned char>(byte));
    // Linux takes no argument beyond 128 kB.
    const std::string lengthy(60000, 'x');
    const std::string digits(60000, '9');
    for (const auto& program : programs) {
        for (const std::string& text : {binary, lengthy, digits, "--" + lengthy, "--" + binary, "2015/" + digits,
                                        std::string(5000, '-'), std::string("\xff\xfe"), std::string("\x1b[31m")}) {
            rejected(program, {text});
            rejected(program, {text + "=" + text});
            for (const auto& option : with_value(program)) {
                rejected(program, {option, text});
                rejected(program, {option + "=" + text});
            }
        }
        rejected(program, Words(1000, "--unknown"));
        rejected(program, Words(1000, "x"));
        rejected(program, Words(1000, "--strict"));
    }
}

TEST_CASE("the decisions name the rules that take the other reading") {
    const Ran ran = example("modes", {"--decisions"});
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    for (const auto& decision : trimode::three_modes::decisions) {
        CHECK(has(ran.out, decision.question));
        CHECK(has(ran.out, decision.decided));
        CHECK(has(ran.out, decision.alternative));
    }
}
