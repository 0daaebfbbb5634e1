// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The README against what it speaks of. A comment on a line of its own, directly before a fenced block, says what the
/// block has to be:
///     <!-- file: examples/NAME.cpp -->   that file without the comment it begins with
///     <!-- output: NAME ARGUMENTS -->    what that example prints with these arguments (quotes as in a shell)
///     <!-- rejected: NAME.cpp -->        lines of what g++ says to tests/rejected/NAME.cpp with -DREJECTED
///     <!-- command: main -->, <!-- command: test -->   how to build and run the main example, and the tests; once each
#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/version.hpp>

#include "examples/program.hpp"

namespace {

namespace fs = std::filesystem;
using support::has;
using support::lines_of;
using Lines = std::vector<std::string>;

const fs::path root{TRIMODE_TEST_SOURCE_DIR};

/// A fenced block and the comment before it.
struct Block {
    std::string kind;   ///< "file", "output", "rejected" or "command"; empty without a comment.
    std::string value;  ///< What stands behind the kind.
    std::size_t line = 0;
    Lines text;
};

std::string trimmed(std::string text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_space(text.back())) text.pop_back();
    std::size_t first = 0;
    while (first < text.size() && is_space(text[first])) ++first;
    return text.substr(first);
}

/// Without white space at the ends of lines, and without empty lines at the end.
Lines without_trailing_space(Lines lines) {
    for (auto& line : lines) {
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.pop_back();
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

/// The README, taken apart: its blocks, and its lines outside of them.
struct Readme {
    std::vector<Block> blocks;
    Lines prose;
    Lines all;

    [[nodiscard]] std::vector<Block> of(std::string_view kind) const {
        std::vector<Block> found;
        for (const Block& block : blocks) {
            if (block.kind == kind) found.push_back(block);
        }
        return found;
    }
};

/// The fence at the beginning of a line, such as "```"; empty when there is none.
std::string fence(const std::string& line) {
    const std::string text = trimmed(line);
    for (const char c : {'`', '~'}) {
        const std::size_t size = (std::min)(text.find_first_not_of(c), text.size());
        if (size >= 3) return text.substr(0, size);
    }
    return {};
}

const Readme& readme() {
    static const Readme result = [] {
        Readme found;
        found.all = lines_of(support::file_text(root / "README.md"));
        static const std::regex comment(R"(\s*<!--\s*([a-z]+):\s*(.*?)\s*-->\s*)");
        Block next;
        for (std::size_t i = 0; i < found.all.size(); ++i) {
            const std::string& line = found.all[i];
            const std::string open = fence(line);
            if (open.empty()) {
                if (!next.kind.empty()) FAIL_CHECK("README.md:", next.line, ": no fenced block directly after the comment");
                next = {};
                std::smatch match;
                if (std::regex_match(line, match, comment)) {
                    next.kind = match[1];
                    next.value = match[2];
                    next.line = i + 1;
                    const std::set<std::string> kinds{"file", "output", "rejected", "command"};
                    CHECK_MESSAGE(kinds.count(next.kind) == 1, "README.md:", i + 1, ": no such comment: ", next.kind);
                }
                found.prose.push_back(line);
                continue;
            }
            if (next.line == 0) next.line = i + 1;
            bool closed = false;
            for (++i; i < found.all.size(); ++i) {
                const std::string close = fence(found.all[i]);
                closed = close.size() >= open.size() && close.front() == open.front() && close == trimmed(found.all[i]);
                if (closed) break;
                next.text.push_back(found.all[i]);
            }
            CHECK_MESSAGE(closed, "README.md:", next.line, ": a block without its end");
            found.blocks.push_back(next);
            next = {};
        }
        CHECK_MESSAGE(next.kind.empty(), "README.md:", next.line, ": no fenced block after the comment");
        return found;
    }();
    return result;
}

std::string place(const Block& block) {
    return "README.md:" + std::to_string(block.line) + ", " + block.kind + ": " + block.value;
}

/// A file without the comment and the blank lines that it begins with.
Lines without_leading_comment(Lines lines) {
    std::size_t first = 0;
    while (first < lines.size()) {
        const std::string line = trimmed(lines[first]);
        if (!line.empty() && !line.starts_with("//")) break;
        ++first;
    }
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first));
    return lines;
}

/// Words separated by spaces; single or double quotes keep spaces within a word.
Lines shell_words(const std::string& text) {
    Lines words;
    bool in_word = false;
    char quote = 0;
    for (const char c : text) {
        if (quote != 0) {
            if (c == quote) quote = 0;
            else words.back() += c;
        } else if (c == ' ' || c == '\t') {
            in_word = false;
        } else {
            if (!in_word) words.emplace_back();
            in_word = true;
            if (c == '\'' || c == '"') quote = c;
            else words.back() += c;
        }
    }
    CHECK_MESSAGE(quote == 0, "an open quotation mark: ", text);
    return words;
}

/// The g++ with which this test is built, as a command; empty when it is not g++ or cannot be found.
std::string gcc_of_the_build() {
#if defined(__GNUC__) && !defined(__clang__)
    const std::string version = std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__) + "." +
                                std::to_string(__GNUC_PATCHLEVEL__);
    Lines candidates{"g++", "g++-" + std::to_string(__GNUC__)};
    if (const char* given = std::getenv("CXX")) candidates.insert(candidates.begin(), given);
    for (const auto& name : candidates) {
        const auto ran = support::run({name, "-dumpfullversion"});
        if (ran.code == 0 && trimmed(lines_of(ran.out + "\n").front()) == version) return name;
    }
#endif
    return {};
}

/// Prose without `code`, in which brackets mean something else.
std::string without_code(const std::string& line) {
    static const std::regex code("`[^`]*`");
    return std::regex_replace(line, code, "");
}

}  // namespace

TEST_CASE("the README has blocks that are compared with what they show") {
    CHECK_MESSAGE(!readme().of("file").empty(), "no <!-- file: examples/NAME.cpp -->");
    CHECK_MESSAGE(!readme().of("output").empty(), "no <!-- output: NAME ARGUMENTS -->");
    for (const std::string which : {"main", "test"}) {
        int count = 0;
        for (const Block& block : readme().of("command")) {
            if (block.value != which) continue;
            ++count;
            CHECK_MESSAGE(!without_trailing_space(block.text).empty(), place(block));
        }
        CHECK_MESSAGE(count == 1, "<!-- command: ", which, " --> stands ", count, " times in the README");
    }
    for (const Block& block : readme().of("command")) {
        const bool known = block.value == "main" || block.value == "test";
        CHECK_MESSAGE(known, place(block));
        // Paths of the repository in it exist.
        for (const auto& line : block.text) {
            for (const auto& word : shell_words(line)) {
                if (!word.starts_with("examples/") && !word.starts_with("tests/") && !word.starts_with("bench/")) continue;
                CHECK_MESSAGE(fs::exists(root / word), place(block), ": there is no ", word);
            }
        }
    }
}

TEST_CASE("code in the README is that of the files it names") {
    for (const Block& block : readme().of("file")) {
        CAPTURE(place(block));
        if (!fs::is_regular_file(root / block.value)) {
            FAIL_CHECK("there is no such file");
            continue;
        }
        const auto expected = without_leading_comment(lines_of(support::file_text(root / block.value)));
        const std::string difference =
            support::first_difference(without_trailing_space(expected), without_trailing_space(block.text));
        CHECK_MESSAGE(difference.empty(), "the README and the file differ, ", difference);
    }
}

TEST_CASE("output in the README is what the examples print") {
    for (const Block& block : readme().of("output")) {
        CAPTURE(place(block));
        Lines words = shell_words(block.value);
        REQUIRE_FALSE(words.empty());
        const std::string name = words.front();
        if (!fs::exists(root / "examples" / (name + ".cpp"))) {
            FAIL_CHECK("there is no such example");
            continue;
        }
        if (!fs::exists(support::example_path(name))) {
            MESSAGE("skipped: the examples are not built");
            continue;
        }
        words.erase(words.begin());
        const auto ran = support::example(name, words);
        CHECK(ran.code == 0);
        const std::string difference = support::first_difference(without_trailing_space(lines_of(ran.out)),
                                                                 without_trailing_space(block.text));
        CHECK_MESSAGE(difference.empty(), "the README and the output differ, ", difference);
    }
}

TEST_CASE("messages in the README are those of the compiler") {
    const std::string gcc = gcc_of_the_build();
    for (const Block& block : readme().of("rejected")) {
        CAPTURE(place(block));
        const std::string file = "tests/rejected/" + block.value;
        if (!fs::is_regular_file(root / file)) {
            FAIL_CHECK("there is no ", file);
            continue;
        }
        if (gcc.empty()) {
            MESSAGE("skipped: the messages are those of g++, which did not build this test");
            continue;
        }
        support::Running how;
        how.directory = root.string();
        how.environment = {"LC_ALL=C"};
        const auto ran =
            support::run({gcc, "-std=c++20", "-Iinclude", "-DREJECTED", "-fsyntax-only", file}, how);
        CHECK_MESSAGE(ran.code != 0, file, " compiles");
        int count = 0;
        for (const auto& line : without_trailing_space(block.text)) {
            if (line.empty()) continue;
            ++count;
            CHECK_MESSAGE(has(ran.err, line), "the compiler does not say: ", line, "\nIt says:\n", ran.err);
        }
        CHECK_MESSAGE(count > 0, "the block is empty");
    }
}

TEST_CASE("the README names the version of the library") {
    static const std::regex quoted(R"(`v?(\d+\.\d+\.\d+)`)");
    static const std::regex ours(R"(\btrimode[ /@:-]v?(\d+(\.\d+){1,2})\b)");
    static const std::regex package(R"(find_package\(\s*trimode\s+(\d+(\.\d+)*))");
    static const std::regex tag(R"(GIT_TAG\s+v?(\d+\.\d+\.\d+))");
    const std::string version(trimode::version);
    for (const auto& line : readme().all) {
        CAPTURE(line);
        for (const auto& [pattern, may_be_shorter] :
             {std::pair{&quoted, false}, std::pair{&ours, true}, std::pair{&package, true}, std::pair{&tag, false}}) {
            for (std::sregex_iterator at(line.begin(), line.end(), *pattern), end; at != end; ++at) {
                const std::string found = (*at)[1];
                CHECK_MESSAGE((found == version || (may_be_shorter && version.starts_with(found + "."))), "it is ", version);
            }
        }
    }
}

TEST_CASE("links of the README within the repository lead somewhere") {
    static const std::array<std::regex, 3> patterns{
        std::regex(R"(\]\(\s*<?([^)>\s]+)>?[^)]*\))"),       // [text](target "title"), ![text](target)
        std::regex(R"(^\s{0,3}\[[^\]]+\]:\s*<?([^>\s]+)>?)"),  // [text]: target
        std::regex(R"((?:href|src)=["']([^"']+)["'])")};
    static const std::regex scheme(R"(^([a-z][a-z0-9+.-]*:|//|#).*)", std::regex::icase);
    for (const auto& line : readme().prose) {
        const std::string prose = without_code(line);
        for (const auto& pattern : patterns) {
            for (std::sregex_iterator at(prose.begin(), prose.end(), pattern), end; at != end; ++at) {
                std::string target = (*at)[1];
                if (std::regex_match(target, scheme)) continue;
                target = target.substr(0, target.find_first_of("#?"));
                CAPTURE(line);
                CHECK_MESSAGE(!target.starts_with("/"), "not relative: ", target);
                CHECK_MESSAGE(fs::exists(root / target), "there is no ", target);
            }
        }
    }
}

TEST_CASE("links of the README to its own sections lead to a heading") {
    std::set<std::string> anchors;
    for (const auto& line : readme().prose) {
        const std::size_t depth = line.find_first_not_of('#');
        if (depth == 0 || depth > 6 || depth == std::string::npos || line[depth] != ' ') continue;
        // As GitHub makes them: lower case, spaces to hyphens, other signs dropped.
        std::string anchor;
        for (const char c : trimmed(line.substr(depth))) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_') {
                anchor += static_cast<char>(std::tolower(byte));
            } else if (c == ' ') {
                anchor += '-';
            }
        }
        anchors.insert(anchor);
    }
    static const std::regex link(R"(\]\(#([^)\s]*)\))");
    for (const auto& line : readme().prose) {
        const std::string prose = without_code(line);
        for (std::sregex_iterator at(prose.begin(), prose.end(), link), end; at != end; ++at) {
            const std::string target = (*at)[1];
            CHECK_MESSAGE(anchors.count(target) == 1, "no heading for #", target);
        }
    }
}
