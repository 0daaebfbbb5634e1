// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>

#include "framework/brute_force.hpp"

namespace {

using trimode::Determinant;
using trimode::Stage;
namespace four_stages = trimode::four_stages;

/// The determinants of one assignment.
struct Case {
    bool seeks, open_door, preferred, price_felt, isolated, manoeuvres;
    explicit Case(std::uint32_t a)
        : seeks((a & 1U) != 0),
          open_door((a & 2U) != 0),
          preferred((a & 4U) != 0),
          price_felt((a & 8U) != 0),
          isolated((a & 16U) != 0),
          manoeuvres((a & 32U) != 0) {}
};

/// The rules once more, in plain C++.
bool in_stage(Stage stage, const Case& c) {
    switch (stage) {
        case Stage::seeking_support:
            return c.seeks && !c.open_door;
        case Stage::prioritising:
            return c.open_door && c.preferred && !c.price_felt;
        case Stage::realising_dependence:
            return c.price_felt && !c.isolated;
        case Stage::carving_space:
            return c.price_felt && c.isolated && c.manoeuvres;
    }
    return false;
}
bool reached(Stage stage, const Case& c) {
    switch (stage) {
        case Stage::seeking_support:
            return c.seeks;
        case Stage::prioritising:
            return c.open_door && c.preferred;
        case Stage::realising_dependence:
            return c.price_felt;
        case Stage::carving_space:
            return c.price_felt && c.isolated && c.manoeuvres;
    }
    return false;
}

}  // namespace

TEST_CASE("every stage against all completions and all changes") {
    const test::Universe universe(6);
    for (const Stage stage : trimode::all<Stage>()) {
        const auto exclusive = test::where_true(
            universe, [stage](std::uint32_t a) { return in_stage(stage, Case(a)); });
        const auto cumulative = test::where_true(
            universe, [stage](std::uint32_t a) { return reached(stage, Case(a)); });
        CHECK(test::wrong_rule(universe, exclusive, four_stages::stages.rule(stage)) == 0);
        CHECK(test::wrong_rule(universe, cumulative, four_stages::cumulative.rule(stage)) == 0);
    }
}

TEST_CASE("a stage of two determinants against all changes of all six") {
    const test::Universe universe(6);
    const auto function = test::where_true(
        universe, [](std::uint32_t a) { return in_stage(Stage::realising_dependence, Case(a)); });
    std::size_t wrong = 0;
    for (std::uint32_t code = 0; code < (1U << 12U); ++code) {
        wrong += test::wrong_changes(universe, function,
                                     four_stages::stages.rule(Stage::realising_dependence),
                                     test::facts_of<Determinant>(6, code));
    }
    CHECK(wrong == 0);
}

TEST_CASE("the later stages exclude each other and the last contains the third") {
    for (std::uint32_t a = 0; a < 64; ++a) {
        const trimode::Facts<Determinant> facts(trimode::Set<Determinant>::of_bits(a),
                                                trimode::Set<Determinant>::of_bits(~a));
        const auto holds = [&facts](const trimode::Typology<Stage, Determinant>& rules,
                                    Stage stage) {
            return read(rules.rule(stage), trimode::TruthReading<Determinant>(facts)) ==
                   trimode::Answer::holds;
        };
        CHECK_FALSE((holds(four_stages::stages, Stage::realising_dependence) &&
                     holds(four_stages::stages, Stage::carving_space)));
        CHECK_FALSE((holds(four_stages::stages, Stage::prioritising) &&
                     holds(four_stages::stages, Stage::realising_dependence)));
        CHECK_FALSE((holds(four_stages::stages, Stage::seeking_support) &&
                     holds(four_stages::stages, Stage::prioritising)));
        if (holds(four_stages::cumulative, Stage::carving_space)) {
            CHECK(holds(four_stages::cumulative, Stage::realising_dependence));
        }
        for (const Stage stage : trimode::all<Stage>()) {
            if (holds(four_stages::stages, stage)) CHECK(holds(four_stages::cumulative, stage));
        }
    }
}

TEST_CASE("every stage says where it comes from") {
    CHECK(four_stages::stages.labels() == trimode::all<Stage>());
    CHECK(four_stages::cumulative.labels() == trimode::all<Stage>());
    CHECK(four_stages::stages.features() == trimode::all<Determinant>());
    for (const Stage stage : trimode::all<Stage>()) {
        CHECK_FALSE(four_stages::stages.source(stage).empty());
        CHECK_FALSE(four_stages::cumulative.source(stage).empty());
    }
}

TEST_CASE("every decision is whole and names a variant that there is") {
    std::set<std::string_view> questions;
    bool cumulative = false;
    for (const auto& decision : four_stages::decisions) {
        CAPTURE(std::string(decision.question));
        CHECK_FALSE(decision.place.empty());
        CHECK_FALSE(decision.question.empty());
        CHECK_FALSE(decision.decided.empty());
        CHECK_FALSE(decision.alternative.empty());
        questions.insert(decision.question);
        CHECK((decision.variant.empty() || decision.variant == "cumulative"));
        cumulative = cumulative || decision.variant == "cumulative";
    }
    CHECK(cumulative);
    CHECK(questions.size() == four_stages::decisions.size());
}
