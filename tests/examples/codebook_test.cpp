// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The program codebook: every feature with its definition, its examples and its rows, and what it says to wrong
/// arguments.
#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;

/// What the program prints below the heading of a feature, by label; lines of one entry joined by single spaces.
struct Entry {
    std::string heading;
    std::vector<std::pair<std::string, std::string>> texts;
    [[nodiscard]] std::string text(const std::string& label) const {
        for (const auto& [name, text] : texts) {
            if (name == label) return text;
        }
        return {};
    }
    [[nodiscard]] Words labels() const {
        Words all;
        for (const auto& [name, text] : texts) all.push_back(name);
        return all;
    }
};

std::vector<Entry> entries(const std::string& output) {
    std::vector<Entry> all;
    const auto lines = lines_of(output);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        if (lines[i - 1].empty()) {
            all.push_back({lines[i], {}});
            continue;
        }
        if (all.empty()) continue;  // what stands above the entries
        REQUIRE(lines[i].size() > 14);
        const std::string label = lines[i].substr(2, 12);
        const std::string text = lines[i].substr(14);
        REQUIRE(lines[i].starts_with("  "));
        auto& texts = all.back().texts;
        if (label.find_first_not_of(' ') != std::string::npos) {
            texts.emplace_back(label.substr(0, label.find(' ')), text);
            continue;
        }
        // Without a label: how the claim above is coded, or more of the same text.
        REQUIRE_FALSE(texts.empty());
        if (text.starts_with("coded as ") || text.starts_with("not coded")) {
            texts.emplace_back(texts.back().first + " coded", text);
        } else {
            texts.back().second += " " + text;
        }
    }
    return all;
}

/// An entry, against the definition, the illustration and the rows.
template <Named E>
void check_entry(const Entry& entry, const std::string& variable, E feature) {
    CAPTURE(entry.heading);
    CHECK(entry.heading == std::string(name(feature)) + " (" + variable + ")");
    const Definition expected = definition(feature);
    Words labels{"holds", "fails"};
    CHECK(entry.text("holds") == expected.holds);
    CHECK(entry.text("fails") == (expected.fails.empty() ? "Nothing tells it." : expected.fails));
    CHECK(entry.text("not") == expected.excludes);
    if (!expected.excludes.empty()) labels.emplace_back("not");
    for (const auto& row : tables::illustrations<E>()) {
        if (row.feature != feature) continue;
        const auto shown = [](ClaimIndex at) {
            const Claim& claim = tajikistan.claim(at);
            return std::string(claim.id) + ", " + cite(tajikistan, claim) + ": " + std::string(claim.statement);
        };
        CHECK(entry.text("example") == shown(row.example));
        CHECK(entry.text("borderline") == shown(row.borderline));
        const auto coded = [&](ClaimIndex at) {
            std::string tells = "not coded";
            for (const Coding<E>& coding : tajikistan.codings<E>()) {
                if (coding.claim == at && coding.feature == feature)
                    tells = "coded as " + std::string(name(coding.tells));
            }
            return tells;
        };
        CHECK(entry.text("example coded") == coded(row.example));
        CHECK(entry.text("borderline coded") == coded(row.borderline) + ": " + std::string(row.ruling));
        labels.insert(labels.end(), {"example", "example coded", "borderline", "borderline coded"});
    }
    std::map<Tells, std::size_t> rows;
    for (const Coding<E>& coding : tajikistan.codings<E>()) {
        if (coding.feature == feature) ++rows[coding.tells];
    }
    CHECK(entry.text("rows") ==
          std::to_string(rows[Tells::holds]) + " hold, " + std::to_string(rows[Tells::fails]) + " fail");
    labels.emplace_back("rows");
    CHECK(entry.labels() == labels);
}

/// The entries of one variable, in the order of the enumeration, from `next` on.
template <Named E>
void check_variable(const std::vector<Entry>& all, std::size_t& next, const std::string& variable) {
    for (const E feature : trimode::all<E>()) {
        REQUIRE(next < all.size());
        check_entry(all[next++], variable, feature);
    }
}

template <Named E>
Words names() {
    Words found;
    for (const E feature : all<E>()) found.emplace_back(name(feature));
    return found;
}
Words every_name() {
    Words found;
    for (const Words& some : {names<Condition>(), names<Conduct>(), names<Determinant>(), names<Obligation>(),
                             names<Leverage>()}) {
        found.insert(found.end(), some.begin(), some.end());
    }
    return found;
}

void rejected(const Words& arguments, const std::string& what, const std::string& nearest, const Words& valid) {
    const Ran ran = example("codebook", arguments);
    CAPTURE(join(arguments));
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("error: unknown " + what + " '"));
    CHECK(has(ran.err, "did you mean '" + nearest + "'?"));
    CHECK(has(ran.err, "\nvalid: " + join(valid, ", ") + "\n"));
}

}  // namespace

TEST_CASE("the codebook has an entry for every feature, with all that is known of it") {
    const std::string output = printed("codebook");
    const auto all = entries(output);
    std::size_t next = 0;
    check_variable<Condition>(all, next, "condition");
    check_variable<Conduct>(all, next, "conduct");
    check_variable<Determinant>(all, next, "determinant");
    check_variable<Obligation>(all, next, "obligation");
    check_variable<Leverage>(all, next, "leverage");
    CHECK(next == all.size());
    check_ids(output);
    CHECK(output.starts_with("What is not told codes nothing"));
}

TEST_CASE("the codebook keeps within 100 columns but for its heading") {
    const auto lines = lines_of(printed("codebook"));
    for (std::size_t i = 2; i < lines.size(); ++i) {
        CAPTURE(lines[i]);
        CHECK(lines[i].size() <= 100);
        CHECK((lines[i].empty() || lines[i].back() != ' '));
    }
}

TEST_CASE("the codebook of one variable has its features and no others") {
    const auto of = [](const std::string& variable) { return entries(printed("codebook", {"--variable", variable})); };
    const auto check = [](const std::vector<Entry>& found, const std::string& variable, auto feature) {
        std::size_t next = 0;
        check_variable<decltype(feature)>(found, next, variable);
        CHECK(next == found.size());
    };
    check(of("condition"), "condition", Condition::resources);
    check(of("conduct"), "conduct", Conduct::defers);
    check(of("determinant"), "determinant", Determinant::preferred);
    check(of("obligation"), "obligation", Obligation::base);
    check(of("leverage"), "leverage", Leverage::used_by_state);
    CHECK(printed("codebook", {"--variable", "all"}) == printed("codebook"));
}

TEST_CASE("the codebook of one feature has its entry alone") {
    const auto check = [](const std::string& variable, auto which) {
        using E = decltype(which);
        for (const E feature : all<E>()) {
            const std::string word(name(feature));
            const std::string output = printed("codebook", {"--feature", word});
            const auto found = entries(output);
            REQUIRE(found.size() == 1);
            check_entry(found.front(), variable, feature);
            CHECK(printed("codebook", {"--feature=" + word, "--variable", variable}) == output);
            CHECK(printed("codebook", {"--variable=all", "--feature", word}) == output);
        }
    };
    check("condition", Condition::resources);
    check("conduct", Conduct::defers);
    check("determinant", Determinant::preferred);
    check("obligation", Obligation::base);
    check("leverage", Leverage::used_by_state);
}

TEST_CASE("the letters of the notation stand for features of the codebook") {
    CHECK(printed("codebook", {"--feature", "R"}) == printed("codebook", {"--feature", "resources"}));
    CHECK(printed("codebook", {"--feature", "S"}) == printed("codebook", {"--feature", "keeps_silent"}));
    // No spelling means two features: else only one of two would be shown.
    std::map<std::string, int> spellings;
    const auto count_spellings = [&](auto which) {
        using E = decltype(which);
        for (std::string_view list : names_of(E{}).entries) {
            for (auto word = trimode::detail::next_word(list); !word.empty(); word = trimode::detail::next_word(list)) {
                CHECK(parse<E>(word).has_value());
                ++spellings[std::string(word)];
            }
        }
    };
    count_spellings(Condition::resources);
    count_spellings(Conduct::defers);
    count_spellings(Determinant::preferred);
    count_spellings(Obligation::base);
    count_spellings(Leverage::used_by_state);
    for (const auto& entry : spellings) CHECK_MESSAGE(entry.second == 1, entry.first);
}

TEST_CASE("a feature that the codebook has not is told with the nearest one") {
    rejected({"--feature", "resorces"}, "feature", "resources", every_name());
    rejected({"--feature", "keep_silent"}, "feature", "keeps_silent", every_name());
    rejected({"--feature", "Base"}, "feature", "base", every_name());
    rejected({"--feature=protector"}, "feature", "preferred", every_name());
    const Ran nothing = example("codebook", {"--feature", ""});
    CHECK(nothing.code == 2);
    CHECK(nothing.out.empty());
}

TEST_CASE("a feature of another variable is rejected before anything is printed") {
    rejected({"--variable", "conduct", "--feature", "defer"}, "conduct", "defers", names<Conduct>());
    rejected({"--feature", "preferred", "--variable", "conduct"}, "conduct", "defers", names<Conduct>());
    rejected({"--feature", "bases", "--variable", "obligation"}, "obligation", "base", names<Obligation>());
    for (const auto& [variable, feature] : std::map<std::string, std::string>{
             {"condition", "defers"}, {"conduct", "open_door"}, {"determinant", "guards"}, {"obligation", "R"}}) {
        const Ran ran = example("codebook", {"--variable", variable, "--feature", feature});
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(has(ran.err, "unknown " + variable + " '" + feature + "'"));
    }
}

TEST_CASE("a variable that the codebook has not is told with the nearest one") {
    rejected({"--variable", "conditions"}, "value for --variable", "condition",
             {"all", "condition", "conduct", "determinant", "obligation", "leverage"});
    rejected({"--variable=duty"}, "value for --variable", "all",
             {"all", "condition", "conduct", "determinant", "obligation", "leverage"});
}
