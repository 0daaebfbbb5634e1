// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Runs programs as a user would, without a shell in between: any bytes may stand in the arguments. For POSIX systems.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

extern char** environ;  // NOLINT: POSIX wants it declared like this

namespace support {

/// What a program did.
struct Ran {
    int code = -1;    ///< Its exit code; -1 when a signal ended it.
    int signal = 0;   ///< The signal that ended it, or 0.
    std::string out;  ///< What it wrote to its standard output.
    std::string err;
};

/// How to run a program.
struct Running {
    std::vector<std::string> environment{};  ///< Such as "LC_ALL=C". Otherwise no locale, and no include path, is set.
    std::string directory{};                 ///< Where to run it; empty: here.
    std::string output{};                    ///< A file for its standard output, such as /dev/full; then `out` is empty.
};

namespace detail {

inline std::string contents(std::FILE* file) {
    std::string text;
    std::array<char, 65536> part{};
    std::rewind(file);
    for (std::size_t size = 1; size > 0;) {
        size = std::fread(part.data(), 1, part.size(), file);
        text.append(part.data(), size);
    }
    std::fclose(file);
    return text;
}

inline std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (auto& word : words) all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

}  // namespace detail

/// Runs a command, the program first, and waits for its end.
inline Ran run(std::vector<std::string> command, const Running& how = {}) {
    std::vector<std::string> environment = how.environment;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        const bool dropped = text.starts_with("LC_") || text.starts_with("LANG") || text.starts_with("CPATH=") ||
                             text.starts_with("CPLUS_INCLUDE_PATH=") || text.starts_with("GCC_COLORS=");
        if (!dropped) environment.emplace_back(text);
    }
    const auto arguments = detail::pointers(command);
    const auto variables = detail::pointers(environment);
    std::FILE* out = std::tmpfile();
    std::FILE* err = std::tmpfile();
    REQUIRE(out != nullptr);
    REQUIRE(err != nullptr);

    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const int input = open("/dev/null", O_RDONLY);
        const int output = how.output.empty() ? fileno(out) : open(how.output.c_str(), O_WRONLY);
        const bool ready = input >= 0 && output >= 0 && dup2(input, 0) >= 0 && dup2(output, 1) >= 0 &&
                           dup2(fileno(err), 2) >= 0 && (how.directory.empty() || chdir(how.directory.c_str()) == 0);
        environ = const_cast<char**>(variables.data());
        if (ready) execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    Ran ran;
    if (WIFEXITED(status)) ran.code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) ran.signal = WTERMSIG(status);
    ran.out = detail::contents(out);
    ran.err = detail::contents(err);
    return ran;
}

/// Where the examples are built.
inline std::filesystem::path example_path(const std::string& name) {
    return std::filesystem::path(TRIMODE_TEST_BINARY_DIR) / name;
}

/// Runs an example.
inline Ran example(const std::string& name, const std::vector<std::string>& arguments = {}, const Running& how = {}) {
    REQUIRE_MESSAGE(std::filesystem::exists(example_path(name)), "not built: ", name);
    std::vector<std::string> command{example_path(name).string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(std::move(command), how);
}

/// Whether a program of this name can be run.
inline bool can_run(const std::string& program) { return run({program, "--version"}).code == 0; }

/// The whole of a file.
inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE_MESSAGE(in.good(), "cannot read ", path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Where two texts begin to differ, for people; empty when they do not.
inline std::string first_difference(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
    for (std::size_t i = 0; i < (std::max)(expected.size(), found.size()); ++i) {
        const std::string nothing = "(the text ends here)";
        const std::string& one = i < expected.size() ? expected[i] : nothing;
        const std::string& other = i < found.size() ? found[i] : nothing;
        if (i < expected.size() && i < found.size() && one == other) continue;
        return "line " + std::to_string(i + 1) + " differs\n  expected: " + one + "\n  found:    " + other;
    }
    return {};
}

/// All that looks like the id of a claim, such as 000.012a.
inline std::set<std::string> claim_ids(std::string_view text) {
    const auto digit = [text](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const auto letter = [text](std::size_t i) { return i < text.size() && text[i] >= 'a' && text[i] <= 'z'; };
    std::set<std::string> ids;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || (!digit(i - 1) && text[i - 1] != '.');
        if (!begins || !digit(i) || !digit(i + 1) || !digit(i + 2) || text[i + 3] != '.' || !digit(i + 4) ||
            !digit(i + 5) || !digit(i + 6) || !letter(i + 7)) {
            continue;
        }
        std::size_t end = i + 7;
        while (letter(end)) ++end;
        ids.emplace(text.substr(i, end - i));
        i = end;
    }
    return ids;
}

}  // namespace support
