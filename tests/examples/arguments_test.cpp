// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The command lines of all examples: help, exit codes, what is wrong and what would be right.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/period.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>
#include <trimode/evidence/tajikistan/sources.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>

#include "examples/program.hpp"

namespace {

using support::example;
using support::has;
using support::Ran;

using Words = std::vector<std::string>;

/// All, those that ask of a partner at a time, and those that ask whom one believes.
const std::array<std::string, 6> every_program{"agreement",     "codebook",       "dependency_levels",
                                               "disagreements", "export_dataset", "modes"};
const std::array<std::string, 2> programs{"dependency_levels", "modes"};
const std::array<std::string, 3> believing{"dependency_levels", "disagreements", "modes"};

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

Words sources() {
    Words all;
    for (const auto& source : trimode::tables::sources) all.emplace_back(source.id);
    return all;
}

Words authors() {
    Words all;
    for (const auto& source : trimode::tables::sources) {
        if (std::find(all.begin(), all.end(), source.author) == all.end()) all.emplace_back(source.author);
    }
    return all;
}

/// The options in the order of the help.
Words options(const std::string& program) {
    if (program == "agreement") return {"--first", "--second", "--differences", "--seed", "--format", "--help"};
    if (program == "codebook") return {"--variable", "--feature", "--help"};
    if (program == "export_dataset") return {"--table", "--format", "--to", "--from", "--help"};
    Words all{"--partner", "--area",        "--at",           "--from",      "--to",    "--rows",     "--route",
              "--compare", "--as-told-by",  "--replacements", "--aggregate", "--carry", "--cut-offs", "--why",
              "--format"};
    if (program == "modes") all = {"--partner", "--at", "--theory", "--as-told-by", "--why-not", "--as-said", "--why", "--decisions", "--format"};
    if (program == "disagreements") all = {"--about", "--partner", "--difference", "--between", "--why", "--format"};
    for (const char* option : {"--source", "--author", "--published", "--strict", "--help"}) all.emplace_back(option);
    return all;
}

/// The options that take no value.
bool is_switch(const std::string& option) {
    const std::array<std::string, 9> all{"--differences", "--as-told-by", "--replacements", "--aggregate", "--as-said",
                                         "--why",         "--decisions",  "--strict",       "--help"};
    return std::find(all.begin(), all.end(), option) != all.end();
}

/// The options that take a value.
Words with_value(const std::string& program) {
    Words all;
    for (const auto& option : options(program)) {
        if (!is_switch(option)) all.push_back(option);
    }
    return all;
}

std::string second_coding(const std::string& which) {
    return std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples/second_coding/" + which + ".csv";
}

/// A value that is valid for an option.
std::string valid_value(const std::string& option) {
    const std::map<std::string, std::string> values{
        {"--partner", "russia"},         {"--area", "migration"},         {"--at", "2015"},
        {"--route", "judged"},           {"--theory", "any_two_factors"}, {"--format", "csv"},
        {"--source", "000"},             {"--author", "Buriev"},          {"--published", "../2022"},
        {"--about", "main_donor"},       {"--between", "authors"},        {"--difference", "contradiction"},
        {"--why-not", "protector"},
        {"--variable", "conduct"},       {"--feature", "defers"},         {"--seed", "2"},
        {"--first", second_coding("first")}, {"--second", second_coding("second")}, {"--table", "sources"},
        {"--rows", "periods"},           {"--compare", "2010"},           {"--carry", "2"},
        {"--cut-offs", std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples/own_cut_offs.csv"}};
    const auto found = values.find(option);
    return found == values.end() ? std::string() : found->second;
}

/// What has to be said for a program to do anything; for agreement also what makes it fast.
Words needed(const std::string& program) {
    if (program != "agreement") return {};
    return {"--first", second_coding("first"), "--second", second_coding("second"), "--differences"};
}

/// The formats of a program that asks.
Words formats(const std::string& program) {
    if (program == "dependency_levels") return {"table", "csv", "json", "svg"};
    return {"table", "csv", "json"};
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

TEST_CASE("every example with a command line is tested here or in a file of its own") {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples")) {
        if (entry.path().extension() != ".cpp") continue;
        if (!has(support::file_text(entry.path()), "support/arguments.hpp")) continue;
        const std::string name = entry.path().stem().string();
        const bool here = std::find(every_program.begin(), every_program.end(), name) != every_program.end();
        const auto own = std::string(TRIMODE_TEST_SOURCE_DIR) + "/tests/examples/" + name + "_test.cpp";
        CHECK_MESSAGE((here || std::filesystem::exists(own)), name);
    }
}

TEST_CASE("the help names every option with its choices and default") {
    for (const auto& program : every_program) {
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
        const bool believes = std::find(believing.begin(), believing.end(), program) != believing.end();
        const std::string choices = program == "dependency_levels" ? "(table, csv, json, svg)" : "(table, csv, json)";
        CHECK(has(ran.out, choices + "; default table") == believes);
        const bool asks = std::find(programs.begin(), programs.end(), program) != programs.end();
        CHECK(has(ran.out, "default 2019") == asks);
        CHECK(has(ran.out, "exit codes: 0 done, 1 output could not be written, 2 wrong arguments, 3 wrong data\n"));
    }
    for (const auto& theory : theories()) CHECK(has(example("modes", {"--help"}).out, theory));
    CHECK(has(example("dependency_levels", {"--help"}).out, "(measured, judged, both); default both"));
}

TEST_CASE("every option that the help names is taken") {
    for (const auto& program : every_program) {
        CAPTURE(program);
        for (const auto& option : options(program)) {
            if (option == "--to" || option == "--from") continue;  // see the tests of each program
            CAPTURE(option);
            Words arguments = needed(program);
            if (std::find(arguments.begin(), arguments.end(), option) == arguments.end()) arguments.push_back(option);
            if (!is_switch(option) && arguments.back() == option) arguments.push_back(valid_value(option));
            if (option == "--rows") arguments.push_back("--partner=russia");  // over time it is of one partner
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
        CHECK(example(program, {"--source", "009"}, full).code == 2);
    }
    for (const auto& program : every_program) {
        CAPTURE(program);
        CHECK(example(program, needed(program), full).code == 1);
        CHECK(example(program, {"--help"}, full).code == 1);
    }
    for (const std::string format : {"table", "csv", "json"}) {
        CHECK(example("disagreements", {"--format", format}, full).code == 1);
        CHECK(example("modes", {"--as-told-by", "--format", format}, full).code == 1);
    }
    CHECK(example("modes", {"--decisions"}, full).code == 1);
}

TEST_CASE("an unknown word is told with the nearest valid one and all that are valid") {
    for (const auto& program : programs) {
        rejected(program, {"--partner", "rusia"}, "russia", partners());
        rejected(program, {"--partner", "RUSSIA"}, "russia", partners());
        rejected(program, {"--partner=chnia"}, "china", partners());
        rejected(program, {"--partner", "international community"}, "international_community", partners());
        rejected(program, {"--format", "jsn"}, "json", formats(program));
        rejected(program, {"--format=CSV"}, "csv", formats(program));
        rejected(program, {"--patner", "russia"}, "--partner", options(program));
        rejected(program, {"--partner", "russia", "--stric"}, "--strict", options(program));
        rejected(program, {"--publised", "2020"}, "--published", options(program));
        rejected(program, {"-partner", "russia"}, "--partner", options(program));
        rejected(program, {"--format", ""}, "csv", formats(program));
    }
    rejected("dependency_levels", {"--area", "migraton"}, "migration", areas());
    rejected("dependency_levels", {"--area=Trade"}, "trade", areas());
    rejected("dependency_levels", {"--area", "remittance"}, "migration", areas());
    rejected("dependency_levels", {"--route", "mesured"}, "measured", {"measured", "judged", "both"});
    rejected("modes", {"--theory", "predicte"}, "predicted", theories());
    rejected("modes", {"--theory", "any_two_factor"}, "any_two_factors", theories());
    for (const auto& program : every_program) {
        rejected(program, {"--hlep"}, "--help", options(program));
        for (const auto& option : options(program)) {
            rejected(program, {option + "x"}, option, options(program));
        }
    }
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
    for (const auto& program : every_program) {
        for (const auto& option : with_value(program)) {
            const Ran ran = rejected(program, {option});
            CHECK_MESSAGE(has(ran.err, option + " needs a value"), ran.err);
            CHECK(has(rejected(program, {option, "--help"}).err, option + " needs a value"));
            CHECK(has(rejected(program, {"--help", option}).err, option + " needs a value"));
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
    for (const auto& program : every_program) {
        for (const auto& option : options(program)) {
            const std::string one = is_switch(option) ? option : option + "=" + valid_value(option);
            CHECK(has(rejected(program, {one, one}).err, option + " is given twice"));
        }
    }
}

TEST_CASE("a switch takes no value") {
    for (const auto& program : every_program) {
        for (const auto& option : options(program)) {
            if (!is_switch(option)) continue;
            for (const std::string value : {"=yes", "=", "=1", "=no"}) {
                const Ran ran = rejected(program, {option + value});
                CHECK_MESSAGE(has(ran.err, option + " takes no value"), ran.err);
            }
        }
    }
}

TEST_CASE("a stray word is told with the options there are") {
    for (const auto& program : every_program) {
        for (const std::string word : {"russia", "2015", "", " ", "=", "partner=russia"}) {
            CHECK(lists(rejected(program, {word}).err, options(program)));
        }
        for (const std::string word : {"-", "--", "--=", "-x", "---", "--=russia", "-1"}) {
            CHECK(lists(rejected(program, {word}).err, options(program)));
        }
    }
}

TEST_CASE("-h is --help") {
    for (const auto& program : every_program) {
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
    for (const auto& program : every_program) {
        for (const auto& option : with_value(program)) {
            if (option == "--to" || option == "--from") continue;  // see the tests of each program
            Words others;  // what would be missing otherwise, and so told first
            if (program == "agreement" && option != "--first") others.push_back("--first=" + second_coding("first"));
            if (program == "agreement" && option != "--second") others.push_back("--second=" + second_coding("second"));
            for (const Words& empty : {Words{option, ""}, Words{option + "="}}) {
                Words arguments = others;
                arguments.insert(arguments.end(), empty.begin(), empty.end());
                rejected(program, arguments);
            }
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
    for (const auto& program : every_program) {
        for (const std::string& text : {binary, lengthy, digits, "--" + lengthy, "--" + binary, "2015/" + digits,
                                        std::string(5000, '-'), std::string("\xff\xfe"), std::string("\x1b[31m")}) {
            rejected(program, {text});
            rejected(program, {text + "=" + text});
            for (const auto& option : with_value(program)) {
                if (program == "export_dataset" && (option == "--to" || option == "--from")) continue;  // of folders
                rejected(program, {option, text});
                rejected(program, {option + "=" + text});
            }
        }
        rejected(program, Words(1000, "--unknown"));
        rejected(program, Words(1000, "x"));
        rejected(program, Words(1000, "--help"));
    }
}

TEST_CASE("a document that there is not is told with the nearest one") {
    for (const auto& program : believing) {
        rejected(program, {"--source", "000_burief"}, "000_buriev", sources());
        rejected(program, {"--source", "buriev"}, "000_buriev", sources());
        rejected(program, {"--source=01"}, "001_kluczewska_transformation", sources());
        rejected(program, {"--source", "2"}, "002_kluczewska_interview", sources());
        rejected(program, {"--source=04"}, "004_makhmutova", sources());
        rejected(program, {"--source", "003_Malysheva"}, "003_malysheva", sources());
        CHECK(lists(rejected(program, {"--source", "000,001"}).err, sources()));
        CHECK(lists(rejected(program, {"--source", "000_"}).err, sources()));
    }
}

TEST_CASE("an author that there is not is told with the nearest one") {
    for (const auto& program : believing) {
        rejected(program, {"--author", "kluczewska"}, "Karolina Kluczewska", authors());
        rejected(program, {"--author=Kluchevska"}, "Karolina Kluczewska", authors());
        rejected(program, {"--author", "Buriew"}, "Muslimbek Buriev", authors());
        rejected(program, {"--author", "Dinah"}, "Dina Malysheva", authors());
        rejected(program, {"--author", "Evgenia"}, "Evgeniya Makhmutova", authors());
        rejected(program, {"--author", "Evgeniya Makhmudova"}, "Evgeniya Makhmutova", authors());
        CHECK(lists(rejected(program, {"--author", "Kluczewska Karolina"}).err, authors()));
        CHECK(lists(rejected(program, {"--author", " "}).err, authors()));
    }
}

TEST_CASE("a wrong date of publication is told with what one looks like") {
    for (const auto& program : believing) {
        for (const std::string date : {"yesterday", "20", "2022-13", "2022-02-30", "2022/2020", "../", "", " 2022", "2022,2023"}) {
            CAPTURE(date);
            if (trimode::parse_period(date).ok()) continue;
            const Ran ran = rejected(program, {"--published", date});
            CHECK(has(ran.err, "no date: '" + date + "'"));
            for (const char* such : {"2022", "../2022", "2022/.."}) CHECK(has(ran.err, such));
        }
        for (const std::string date : {"../2022", "2022/..", "2020/2023", "2022", "/2022", "2022/", "202X", "2000-01-01/2023-12-31"}) {
            CAPTURE(date);
            CHECK(example(program, {"--published", date}).code == 0);
        }
    }
}

TEST_CASE("when no document is left the message says which there are") {
    for (const auto& program : believing) {
        for (const Words& arguments :
             {Words{"--published", "1990"}, Words{"--published", "../2019"}, Words{"--published", "2024/.."},
              Words{"--published", "2022-03"}, Words{"--source", "000", "--author", "Kluczewska"},
              Words{"--author=Buriev", "--published=2021/.."}, Words{"--source=002", "--published=2023"},
              Words{"--source", "001", "--author", "Kluczewska", "--published", "2022", "--strict"}}) {
            const Ran ran = rejected(program, arguments);
            CAPTURE(ran.err);
            CHECK(ran.err.starts_with("error: no document is left by --source, --author and --published\nthere are: "));
            for (const auto& source : trimode::tables::sources) {
                CHECK(has(ran.err, std::string(source.id) + " by " + std::string(source.author) + ", " +
                                       std::string(trimode::edtf(source.published).view())));
            }
        }
    }
}

TEST_CASE("the options of admission may be combined in any order") {
    for (const auto& program : believing) {
        const Ran whole = example(program, {"--source", "002", "--author", "Kluczewska", "--published", "2022", "--strict"});
        CHECK(whole.code == 0);
        CHECK(whole.out == example(program, {"--strict", "--published=2022", "--source=002_kluczewska_interview"}).out);
        CHECK(whole.out == example(program, {"--author=Karolina Kluczewska", "--published=2022", "--strict"}).out);
        CHECK(whole.out == example(program, {"--author", "Karolina", "--source", "002", "--strict"}).out);
        CHECK(whole.out != example(program, {"--source", "002"}).out);
    }
}

TEST_CASE("data that is wrong in places gives exit code 3, and the rest is used") {
    const auto file = std::filesystem::temp_directory_path() / ("trimode_arguments_" + std::to_string(getpid()) + ".csv");
    std::ofstream(file, std::ios::binary) << support::file_text(second_coding("first")) << "no row\n";
    const Ran ran = example("agreement", {"--first", file.string(), "--second", second_coding("second"), "--differences"});
    CHECK(ran.code == 3);
    CHECK(ran.err.starts_with(file.string() + ": field count at line "));
    CHECK(ran.out == example("agreement", needed("agreement")).out);
    std::filesystem::remove(file);
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
