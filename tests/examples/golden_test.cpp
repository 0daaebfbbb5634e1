// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Outputs that are pinned, so that they change on purpose only. To write the files of golden/ anew:
///     TRIMODE_WRITE_GOLDEN=1 build/test/tests/examples_test -tc="the pinned outputs*"
/// Then read the difference (git diff tests/examples/golden), and say in the README under "Changes" what changed and why.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "examples/program.hpp"

namespace {

struct Pinned {
    std::string file;  ///< In golden/.
    std::string program;
    std::vector<std::string> arguments;
};

/// One of our two readings.
std::string second_coding(const std::string& which) {
    return std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples/second_coding/" + which + ".csv";
}

const std::vector<Pinned> pinned{
    {"agreement.txt", "agreement", {"--first", second_coding("first"), "--second", second_coding("second")}},
    {"audit_typology.txt", "audit_typology", {}},
    {"codebook.txt", "codebook", {}},
    {"dependency_levels.txt", "dependency_levels", {}},
    {"dependency_levels_1995.txt", "dependency_levels", {"--at", "1995"}},
    {"dependency_levels_2005.txt", "dependency_levels", {"--at", "2005"}},
    {"dependency_levels_2015.txt", "dependency_levels", {"--at", "2015"}},
    {"dependency_levels_2022.txt", "dependency_levels", {"--at", "2022"}},
    {"disagreements.txt", "disagreements", {}},
    {"draws.txt", "draws", {"--threads", "2"}},
    {"hedging_game.txt", "hedging_game", {}},
    {"modes.txt", "modes", {}},
    {"modes_as_said.txt", "modes", {"--as-said"}},
    {"modes_as_told_by.txt", "modes", {"--as-told-by"}},
    {"modes_west_2016_why.txt", "modes", {"--partner", "west", "--at", "2016", "--why"}},
    {"modes_why_not.txt", "modes", {"--why-not", "any"}},
    {"own_case.txt", "own_case", {}},
    {"own_theory.txt", "own_theory", {}},
    {"robustness.txt", "robustness", {}},
    {"timeline.txt", "timeline", {}},
    {"timeline_west_compare.txt", "timeline", {"--partner", "west", "--route", "compare"}},
    {"what_if.txt", "what_if", {}},
};

std::filesystem::path folder() { return std::filesystem::path(TRIMODE_TEST_SOURCE_DIR) / "tests/examples/golden"; }

bool writing() {
    const char* set = std::getenv("TRIMODE_WRITE_GOLDEN");
    return set != nullptr && std::string_view(set) == "1";
}

}  // namespace

TEST_CASE("the pinned outputs are as they were") {
    for (const Pinned& one : pinned) {
        const auto ran = support::example(one.program, one.arguments);
        CAPTURE(one.file);
        REQUIRE(ran.code == 0);
        const auto path = folder() / one.file;
        if (writing()) {
            std::ofstream(path, std::ios::binary) << ran.out;
            MESSAGE("written: ", path.string());
        }
        if (!std::filesystem::exists(path)) {
            FAIL_CHECK("there is no ", path.string(), "; TRIMODE_WRITE_GOLDEN=1 writes it (see golden_test.cpp)");
            continue;
        }
        const std::string expected = support::file_text(path);
        const bool same = expected == ran.out;
        CHECK_MESSAGE(same, "golden/", one.file, ", ",
                      support::first_difference(support::lines_of(expected), support::lines_of(ran.out)),
                      "\nIf that is meant, TRIMODE_WRITE_GOLDEN=1 writes the file anew (see golden_test.cpp).");
    }
}

TEST_CASE("every pinned file belongs to an output") {
    std::set<std::string> known;
    for (const Pinned& one : pinned) known.insert(one.file);
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        const std::string name = entry.path().filename().string();
        CHECK_MESSAGE(known.count(name) == 1, "no output is compared with golden/", name);
    }
}
