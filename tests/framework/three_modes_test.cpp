// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>

#include "framework/brute_force.hpp"

namespace {

using trimode::Condition;
using trimode::Conduct;
using trimode::Mode;
using trimode::Truth;
namespace three_modes = trimode::three_modes;

/// The conditions of one assignment, by the letters of the notation.
struct Case {
    bool R, G, V, C, A, F, acclaim;
    explicit Case(std::uint32_t a)
        : R((a & 1U) != 0),
          G((a & 2U) != 0),
          V((a & 4U) != 0),
          C((a & 8U) != 0),
          A((a & 16U) != 0),
          F((a & 32U) != 0),
          acclaim((a & 64U) != 0) {}
};
using Holds = bool (*)(const Case&);

/// The theories once more, in plain C++.
struct Theory {
    std::string_view name;
    const trimode::Typology<Mode, Condition>* rules;
    Holds recipient;
    Holds activist;
    Holds protector;
};
constexpr Holds esteem = [](const Case& c) { return c.F && c.acclaim; };
constexpr Holds mismatch = [](const Case& c) { return !c.V && c.C && c.A; };
constexpr Holds three_factors = [](const Case& c) { return c.R && c.G && c.V; };
constexpr std::array<Theory, 7> theories{{
    {"predicted", &three_modes::predicted, three_factors, esteem, mismatch},
    {"without_geography", &three_modes::without_geography, [](const Case& c) { return c.R && c.V; },
     esteem, mismatch},
    {"any_two_factors", &three_modes::any_two_factors,
     [](const Case& c) { return int{c.R} + int{c.G} + int{c.V} >= 2; }, esteem, mismatch},
    {"want_of_options", &three_modes::want_of_options, [](const Case& c) { return c.R && !c.A; },
     esteem, mismatch},
    {"without_conditionality", &three_modes::without_conditionality, three_factors, esteem,
     [](const Case& c) { return !c.V && c.A; }},
    {"residual_protector", &three_modes::residual_protector,
     [](const Case& c) { return c.R && c.V; }, esteem, [](const Case& c) { return !(c.R && c.V); }},
    {"activism_for_funds", &three_modes::activism_for_funds, three_factors,
     [](const Case& c) { return c.F && !c.A; }, mismatch},
}};

}  // namespace

TEST_CASE("every rule of every variant against all completions and all changes") {
    const test::Universe universe(7);
    for (const Theory& theory : theories) {
        CAPTURE(std::string(theory.name));
        for (const auto& [mode, holds] : {std::pair{Mode::recipient, theory.recipient},
                                          std::pair{Mode::activist, theory.activist},
                                          std::pair{Mode::protector, theory.protector}}) {
            const Holds in_words = holds;
            const auto function = test::where_true(
                universe, [in_words](std::uint32_t a) { return in_words(Case(a)); });
            CHECK(test::wrong_rule(universe, function, theory.rules->rule(mode)) == 0);
        }
    }
}

TEST_CASE("a rule of three conditions against all changes of all seven") {
    const test::Universe universe(7);
    const auto function =
        test::where_true(universe, [](std::uint32_t a) { return mismatch(Case(a)); });
    std::size_t wrong = 0;
    for (std::uint32_t code = 0; code < (1U << 14U); ++code) {
        wrong +=
            test::wrong_changes(universe, function, three_modes::predicted.rule(Mode::protector),
                                test::facts_of<Condition>(7, code));
    }
    CHECK(wrong == 0);
}

TEST_CASE("every observed rule against all completions and all changes") {
    const test::Universe universe(7);
    const auto has = [](std::uint32_t a, Conduct conduct) {
        return ((a >> trimode::index(conduct)) & 1U) != 0;
    };
    const auto recipient = test::where_true(universe, [&](std::uint32_t a) {
        return has(a, Conduct::defers) || has(a, Conduct::cedes);
    });
    const auto activist =
        test::where_true(universe, [&](std::uint32_t a) { return has(a, Conduct::campaigns); });
    const auto protector = test::where_true(universe, [&](std::uint32_t a) {
        return has(a, Conduct::dissents) || has(a, Conduct::restricts);
    });
    CHECK(test::wrong_rule(universe, recipient, three_modes::observed.rule(Mode::recipient)) == 0);
    CHECK(test::wrong_rule(universe, activist, three_modes::observed.rule(Mode::activist)) == 0);
    CHECK(test::wrong_rule(universe, protector, three_modes::observed.rule(Mode::protector)) == 0);
}

TEST_CASE("observed rules need no negation") {
    // Conduct is hardly ever told not to occur: silence and bargaining stay out.
    for (const Mode mode : trimode::all<Mode>()) {
        for (const auto& prime : three_modes::observed.rule(mode).when().terms())
            CHECK(prime.failing == 0);
    }
    CHECK_FALSE(three_modes::observed.features().contains(Conduct::keeps_silent));
    CHECK_FALSE(three_modes::observed.features().contains(Conduct::bargains));
}

TEST_CASE("every rule says where it comes from") {
    CHECK(three_modes::predicted.labels() == trimode::all<Mode>());
    CHECK(three_modes::observed.labels() == trimode::all<Mode>());
    CHECK(three_modes::predicted.features() == trimode::all<Condition>());
    for (const Mode mode : trimode::all<Mode>()) {
        CHECK_FALSE(three_modes::predicted.source(mode).empty());
        CHECK_FALSE(three_modes::observed.source(mode).empty());
        for (const auto& variant : three_modes::variants)
            CHECK_FALSE(variant.rules->source(mode).empty());
    }
}

TEST_CASE("the list of variants is complete") {
    CHECK(three_modes::variants.size() == theories.size());
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < theories.size(); ++i) {
        CHECK(three_modes::variants[i].name == theories[i].name);
        CHECK(three_modes::variants[i].rules == theories[i].rules);
        CHECK_FALSE(three_modes::variants[i].idea.empty());
        CHECK(three_modes::variants[i].rules->labels() == trimode::all<Mode>());
        names.insert(three_modes::variants[i].name);
    }
    CHECK(names.size() == theories.size());
}

TEST_CASE("every variant takes another reading that a decision names") {
    std::set<std::string_view> named;
    std::set<std::string_view> questions;
    for (const auto& decision : three_modes::decisions) {
        CAPTURE(std::string(decision.question));
        CHECK_FALSE(decision.place.empty());
        CHECK_FALSE(decision.question.empty());
        CHECK_FALSE(decision.decided.empty());
        CHECK_FALSE(decision.alternative.empty());
        questions.insert(decision.question);
        if (decision.variant.empty()) continue;
        bool found = false;
        for (const auto& variant : three_modes::variants)
            found = found || variant.name == decision.variant;
        CHECK(found);
        CHECK(decision.variant != "predicted");
        named.insert(decision.variant);
    }
    CHECK(questions.size() == three_modes::decisions.size());
    // want_of_options is the other paper's reading, of which this one's decisions say nothing.
    for (const auto& variant : three_modes::variants) {
        if (variant.name != "predicted" && variant.name != "want_of_options")
            CHECK(named.contains(variant.name));
    }
}

TEST_CASE("no two variants are the same theory") {
    const test::Universe universe(7);
    for (std::size_t i = 0; i < theories.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            bool differ = false;
            for (const Mode mode : trimode::all<Mode>()) {
                differ =
                    differ || where(universe, theories[i].rules->rule(mode).when().terms()) !=
                                  where(universe, theories[j].rules->rule(mode).when().terms());
            }
            CHECK(differ);
        }
    }
}
