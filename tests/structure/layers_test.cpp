// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The architecture, read from the files: which layer includes which, what each header begins with,
/// what lies at the top.
#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;

/// The layers, lowest first. It is also the order of their names.
constexpr std::array<std::string_view, 7> layers{"base",      "domain", "evidence", "framework",
                                                 "inference", "qca",    "report"};
static_assert(std::is_sorted(layers.begin(), layers.end()));

/// The place of a layer in that order.
std::optional<std::size_t> rank(std::string_view layer) {
    const auto found = std::find(layers.begin(), layers.end(), layer);
    if (found == layers.end()) return std::nullopt;
    return static_cast<std::size_t>(found - layers.begin());
}

struct Header {
    std::string path;  ///< below include/trimode, such as "base/truth.hpp"
    std::vector<std::string> lines;
    std::set<std::string> ours;   ///< what it includes of trimode, written like `path`
    std::set<std::string> other;  ///< what else it includes, such as "vector"
};

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The word and the rest of a preprocessor line, such as "include" and "<vector>"; nothing if it
/// isn't one.
std::optional<std::pair<std::string_view, std::string_view>> directive(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.front() != '#') return std::nullopt;
    line = trimmed(line.substr(1));
    const auto end = std::min(line.size(), line.find_first_of(" \t<\"("));
    return std::pair{line.substr(0, end), trimmed(line.substr(end))};
}

Header read_header(const fs::path& file, std::string path) {
    constexpr std::string_view prefix = "trimode/";
    Header header;
    header.path = std::move(path);
    std::ifstream stream{file};
    for (std::string line; std::getline(stream, line);) {
        if (const auto found = directive(line); found && found->first == "include") {
            const std::string_view name = found->second;
            const auto end = name.find_first_of(">\"", 1);
            REQUIRE_MESSAGE(end != std::string_view::npos, header.path, ": cannot read ", line);
            if (starts_with(name.substr(1), prefix)) {
                header.ours.emplace(name.substr(1 + prefix.size(), end - 1 - prefix.size()));
            } else {
                CHECK_MESSAGE(name.front() == '<', header.path,
                              " includes ours without <trimode/...>: ", line);
                header.other.emplace(name.substr(1, end - 1));
            }
        }
        header.lines.push_back(std::move(line));
    }
    return header;
}

/// All headers, in the order of their paths.
const std::vector<Header>& headers() {
    static const std::vector<Header> all = [] {
        const fs::path root = fs::path{TRIMODE_TEST_SOURCE_DIR} / "include/trimode";
        std::vector<Header> found;
        for (const auto& entry : fs::recursive_directory_iterator{root}) {
            if (!entry.is_regular_file()) continue;
            const std::string path = entry.path().lexically_relative(root).generic_string();
            if (entry.path().extension() == ".inc" && path.starts_with("evidence/")) continue;  // rows of a table
            CHECK_MESSAGE(entry.path().extension() == ".hpp", "not a header: ", path);
            found.push_back(read_header(entry.path(), path));
        }
        std::sort(found.begin(), found.end(),
                  [](const Header& a, const Header& b) { return a.path < b.path; });
        return found;
    }();
    return all;
}

/// The header of that path, or null.
const Header* find_header(const std::string& path) {
    const auto found = std::find_if(headers().begin(), headers().end(),
                                    [&path](const Header& header) { return header.path == path; });
    return found == headers().end() ? nullptr : &*found;
}

/// The layer of a header or of a layer's umbrella: "base" of "base/truth.hpp" and of "base.hpp".
/// None for trimode.hpp, version.hpp and what doesn't belong anywhere.
std::string layer_of(const std::string& path) {
    const auto slash = path.find('/');
    const std::string name =
        slash == std::string::npos ? fs::path{path}.stem().string() : path.substr(0, slash);
    return rank(name) ? name : std::string{};
}

bool is_umbrella(const std::string& path) { return path.find('/') == std::string::npos; }

/// The case that is compiled in: the only headers that hold data.
bool is_table(const std::string& path) { return starts_with(path, "evidence/tajikistan"); }

/// Headers that users include by themselves, and what needs them: no umbrella makes everybody pay for them, or puts a name
/// like Random before everybody.
constexpr std::array<std::string_view, 8> asked_for_alone{"base/agreement.hpp",
                                                          "base/random.hpp",
                                                          "inference/aggregate.hpp",
                                                          "inference/alignment.hpp",
                                                          "inference/concentration.hpp",
                                                          "inference/cut_off_ranges.hpp",
                                                          "inference/fbic.hpp",
                                                          "inference/robustness.hpp"};
bool is_asked_for_alone(const std::string& path) {
    return std::find(asked_for_alone.begin(), asked_for_alone.end(), path) != asked_for_alone.end();
}

/// Headers among these whose numbers pass through log or pow: they may include <cmath>, and say so in their heads.
constexpr std::array<std::string_view, 2> through_logarithms{"inference/aggregate.hpp", "inference/fbic.hpp"};
bool is_through_logarithms(const std::string& path) {
    return std::find(through_logarithms.begin(), through_logarithms.end(), path) != through_logarithms.end();
}

/// Everything of trimode that comes along with a header, itself included.
std::set<std::string> reached_from(const std::string& path) {
    std::set<std::string> reached;
    std::vector<std::string> open{path};
    while (!open.empty()) {
        const std::string next = open.back();
        open.pop_back();
        if (!reached.insert(next).second) continue;
        if (const Header* header = find_header(next)) {
            open.insert(open.end(), header->ours.begin(), header->ours.end());
        }
    }
    return reached;
}

}  // namespace

TEST_CASE("there are headers, each in a layer") {
    CHECK(headers().size() > 10);
    CHECK(find_header("trimode.hpp") != nullptr);
    CHECK(find_header("version.hpp") != nullptr);
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        if (path == "trimode.hpp" || path == "version.hpp") continue;
        CHECK_MESSAGE(!layer_of(path).empty(), path, " belongs to no layer");
    }
}

TEST_CASE("an included header of ours exists") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        for (const std::string& included : header.ours) {
            const bool rows = included.ends_with(".inc") &&
                              fs::exists(fs::path{TRIMODE_TEST_SOURCE_DIR} / "include/trimode" / included);
            CHECK_MESSAGE((rows || find_header(included) != nullptr), path, " includes ", included);
        }
    }
}

TEST_CASE("a header includes its own layer or lower ones") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        const auto own = rank(layer_of(path));
        for (const std::string& included : header.ours) {
            const auto other = rank(layer_of(included));
            if (path == "trimode.hpp") {
                // qca may allocate and is asked for by itself; report touches streams.
                CHECK_MESSAGE((!other || *other <= *rank("inference")), path, " includes ",
                              included);
            } else if (included == "version.hpp") {
                continue;  // knows nothing of anything
            } else {
                CHECK_MESSAGE((own && other && *other <= *own), path, " includes ", included);
            }
        }
    }
}

TEST_CASE("theories and questions never include the tables") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        const std::string layer = layer_of(path);
        const bool free_of_tables = path == "trimode.hpp" || path == "evidence.hpp" ||
                                    layer == "framework" || layer == "inference" || layer == "qca";
        if (!free_of_tables) continue;
        for (const std::string& reached : reached_from(path)) {
            CHECK_MESSAGE(!is_table(reached), path, " brings ", reached);
        }
    }
}

TEST_CASE("no header includes iostream or ranges") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        for (const char* name : {"iostream", "ranges"}) {
            CHECK_MESSAGE(header.other.count(name) == 0, path, " includes <", std::string{name},
                          ">");
        }
    }
}

TEST_CASE("only report includes strings and streams") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        if (layer_of(path) == "report") continue;
        for (const char* name : {"ostream", "istream", "sstream", "fstream", "string"}) {
            CHECK_MESSAGE(header.other.count(name) == 0, path, " includes <", std::string{name},
                          ">");
        }
    }
}

TEST_CASE("below qca nothing includes the costly headers") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        const std::string layer = layer_of(path);
        if (layer == "qca" || layer == "report") continue;
        for (const char* name : {"vector", "algorithm", "cmath", "functional", "string"}) {
            if (std::string_view(name) == "cmath" && is_through_logarithms(path)) continue;
            CHECK_MESSAGE(header.other.count(name) == 0, path, " includes <", std::string{name},
                          ">");
        }
    }
}

TEST_CASE("the only macros are the version") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        std::set<std::string> defined;
        for (const std::string& line : header.lines) {
            const auto found = directive(line);
            if (!found) continue;
            const std::string name{found->second.substr(0, found->second.find_first_of(" \t("))};
            if (found->first == "define") {
                CHECK_MESSAGE(path == "version.hpp", path, ": ", line);
                defined.insert(name);
            } else if (found->first == "undef") {
                CHECK_MESSAGE(defined.erase(name) == 1, path, ": ", line);
            }
        }
        if (path == "version.hpp") {
            CHECK(
                (defined == std::set<std::string>{"TRIMODE_VERSION_MAJOR", "TRIMODE_VERSION_MINOR",
                                                  "TRIMODE_VERSION_PATCH"}));
        }
    }
}

TEST_CASE("a header begins with its licence and says what it holds") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        REQUIRE_MESSAGE(!header.lines.empty(), path, " is empty");
        CHECK_MESSAGE(starts_with(header.lines.front(), "// SPDX-License-Identifier: "), path);
        const auto has_line = [&lines = header.lines](std::string_view wanted) {
            return std::any_of(lines.begin(), lines.end(), [wanted](const std::string& line) {
                return trimmed(line) == wanted;
            });
        };
        CHECK_MESSAGE(has_line("/// @file"), path, " has no @file comment");
        CHECK_MESSAGE(has_line("#pragma once"), path, " has no #pragma once");
    }
}

TEST_CASE("a header names its layer") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        if (path == "trimode.hpp" || path == "version.hpp") continue;
        std::optional<std::string> named;
        for (const std::string& line : header.lines) {
            constexpr std::string_view start = "/// Layer: ";
            if (!starts_with(line, start)) continue;
            const auto end = line.find_first_of(".,; ", start.size());
            named = line.substr(start.size(), end == std::string::npos ? end : end - start.size());
            break;
        }
        // An umbrella is named after its layer and may leave it at that.
        if (!named && is_umbrella(path)) continue;
        CHECK_MESSAGE(named.has_value(), path, " has no \"/// Layer:\" line");
        if (named) CHECK_MESSAGE(*named == layer_of(path), path, " says ", *named);
    }
}

TEST_CASE("each header is in the umbrella of its layer") {
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        if (is_umbrella(path) || is_table(path) || is_asked_for_alone(path)) continue;
        const std::string umbrella = layer_of(path) + ".hpp";
        const Header* found = find_header(umbrella);
        REQUIRE_MESSAGE(found != nullptr, "there is no ", umbrella);
        const bool in_subfolder = std::count(path.begin(), path.end(), '/') > 1;
        const bool included =
            in_subfolder ? reached_from(umbrella).count(path) == 1 : found->ours.count(path) == 1;
        CHECK_MESSAGE(included, umbrella, " does not include ", path);
    }
}

TEST_CASE("trimode.hpp brings what most programs ask, and of other questions nothing") {
    const std::set<std::string> reached = reached_from("trimode.hpp");
    for (const char* asked :
         {"evidence/told.hpp", "framework/four_stages.hpp", "framework/grade.hpp", "framework/notation.hpp",
          "framework/reading.hpp", "framework/three_modes.hpp", "framework/typology.hpp", "version.hpp"}) {
        CHECK_MESSAGE(reached.count(asked) == 1, "trimode.hpp does not bring ", std::string{asked});
    }
    std::set<std::string> questions;
    for (const std::string& path : reached) {
        if (layer_of(path) == "inference") questions.insert(path);
        // An umbrella would bring all of its layer, and what is added to it later.
        CHECK_MESSAGE((!is_umbrella(path) || path == "trimode.hpp" || path == "version.hpp"), "trimode.hpp brings ", path);
        CHECK_MESSAGE((layer_of(path).empty() || reached_from("inference.hpp").count(path) == 1 ||
                       reached_from("framework.hpp").count(path) == 1),
                      "trimode.hpp brings ", path, ", which no umbrella of a layer does");
    }
    const std::set<std::string> expected{
        "inference/batch.hpp",    "inference/classify.hpp",     "inference/columns.hpp",
        "inference/explain.hpp",  "inference/grades.hpp",       "inference/least_change.hpp",
        "inference/timeline.hpp", "inference/trace.hpp",        "inference/verdict.hpp",
        "inference/why_not.hpp"};
    CHECK((questions == expected));
}

TEST_CASE("what is asked for alone exists and is in no umbrella") {
    std::size_t found = 0;
    for (const Header& header : headers()) {
        if (is_asked_for_alone(header.path)) ++found;
        if (!is_umbrella(header.path)) continue;
        for (const std::string& reached : reached_from(header.path)) {
            CHECK_MESSAGE(!is_asked_for_alone(reached), header.path, " brings ", reached);
        }
    }
    CHECK(found == asked_for_alone.size());
}

TEST_CASE("only what is asked for alone calculates with logarithms, and each that may does and says so") {
    for (const std::string_view name : through_logarithms) {
        const std::string path(name);
        const Header* header = find_header(path);
        REQUIRE_MESSAGE(header != nullptr, "there is no ", path);
        CHECK_MESSAGE(is_asked_for_alone(path), path, " is in an umbrella");
        CHECK_MESSAGE(header->other.count("cmath") == 1, path, " doesn't include <cmath>");
        const auto said = std::find_if(header->lines.begin(), header->lines.end(), [](const std::string& line) {
            return starts_with(line, "///") && line.find("<cmath>") != std::string::npos;
        });
        CHECK_MESSAGE(said != header->lines.end(), path, " doesn't say that it includes <cmath>");
    }
}

TEST_CASE("the tables are in the umbrella of the case") {
    const std::set<std::string> reached = reached_from("evidence/tajikistan.hpp");
    for (const Header& header : headers()) {
        const std::string& path = header.path;
        if (is_table(path))
            CHECK_MESSAGE(reached.count(path) == 1, "evidence/tajikistan.hpp does not bring ",
                          path);
    }
}

TEST_CASE("the top level holds what it should and nothing else") {
    const std::set<std::string> expected{
        "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md",
        "bench",          "examples",          "include", "tests"};
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator{TRIMODE_TEST_SOURCE_DIR}) {
        const std::string name = entry.path().filename().string();
        if (name.front() != '.' && name != "build") found.insert(name);
    }
    for (const std::string& name : found)
        CHECK_MESSAGE(expected.count(name) == 1, "unexpected: ", name);
    for (const std::string& name : expected)
        CHECK_MESSAGE(found.count(name) == 1, "missing: ", name);
}
