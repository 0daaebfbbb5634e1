// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Each example compiles with the two include paths alone: no build system, no definitions.
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "examples/program.hpp"

namespace {

/// The compiler of the variable CXX (with its options), or else g++, or else clang++; empty when there is none.
std::vector<std::string> compiler() {
    std::vector<std::string> words;
    if (const char* given = std::getenv("CXX")) {
        std::istringstream in(given);
        for (std::string word; in >> word;) words.push_back(word);
    }
    if (!words.empty() && support::can_run(words.front())) return words;
    for (const std::string name : {"g++", "clang++"}) {
        if (support::can_run(name)) return {name};
    }
    return {};
}

}  // namespace

TEST_CASE("each example compiles by itself") {
    const auto found = compiler();
    if (found.empty()) {
        MESSAGE("skipped: there is no compiler: neither the variable CXX nor g++ nor clang++");
        return;
    }
    support::Running how;
    how.directory = TRIMODE_TEST_SOURCE_DIR;
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(how.directory + "/examples")) {
        if (entry.path().extension() != ".cpp") continue;
        ++count;
        auto command = found;
        const std::string file = "examples/" + entry.path().filename().string();
        for (const char* word : {"-std=c++20", "-Iinclude", "-Iexamples", "-fsyntax-only"}) command.emplace_back(word);
        command.push_back(file);
        const auto ran = support::run(command, how);
        CHECK_MESSAGE(ran.code == 0, file, " does not compile:\n", ran.err);
        CHECK_MESSAGE(ran.err.empty(), file, " gives warnings:\n", ran.err);
    }
    CHECK(count > 0);
}
