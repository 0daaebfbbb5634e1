// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Batches against single cases: every form of columns, rules that are constants and others, whatever the number of cases,
/// with columns left out on either side; and nothing is read or written beyond what is said.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/random.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/batch.hpp>

#include "support/many.hpp"

namespace {

using namespace trimode;
using support::Guarded;
using support::many_kinds;
using support::Memory;
using support::numbers_of_cases;
using support::random_rows;
using support::Thing;
using support::wide;
using support::without;

static_assert(std::is_same_v<LabelMask<Thing<1>>, std::uint8_t> && std::is_same_v<LabelMask<Thing<8>>, std::uint8_t> &&
              std::is_same_v<LabelMask<Thing<9>>, std::uint16_t> && std::is_same_v<LabelMask<Thing<16>>, std::uint16_t> &&
              std::is_same_v<LabelMask<Thing<17>>, std::uint32_t> && std::is_same_v<LabelMask<Thing<32>>, std::uint32_t>);

constexpr std::uint64_t rubbish = 0xa5a5a5a5a5a5a5a5U;

/// Numbers of cases around words, lots and blocks.
constexpr std::array borders{std::size_t{0},   std::size_t{1},   std::size_t{63},  std::size_t{64},   std::size_t{65},
                             std::size_t{127}, std::size_t{129}, std::size_t{511}, std::size_t{512},  std::size_t{513},
                             std::size_t{700}, std::size_t{1025}};

/// The questions under rules that are constants, and under the same rules otherwise.
template <const auto& Rules>
struct Constant {
    using Typed = std::remove_cvref_t<decltype(Rules)>;
    using Label = typename Typed::Labels;
    using E = typename Typed::Feature;
    static constexpr const Typed& rules = Rules;
    static Error classify(const auto& planes, const auto& to) { return trimode::classify<Rules>(planes, to); }
    static Error trace(const auto& planes, const auto& to, const auto& traces) {
        return trimode::trace<Rules>(planes, to, traces);
    }
    static Error grade(const auto& degrees, const auto& to) { return trimode::grade<Rules>(degrees, to); }
};
template <class TheLabel, class Feature>
struct AtRunTime {
    using Label = TheLabel;
    using E = Feature;
    const Typology<Label, E>& rules;
    Error classify(const auto& planes, const auto& to) const { return trimode::classify(planes, rules, to); }
    Error trace(const auto& planes, const auto& to, const auto& traces) const {
        return trimode::trace(planes, rules, to, traces);
    }
    Error grade(const auto& degrees, const auto& to) const { return trimode::grade(degrees, rules, to); }
};
template <class Label, class E>
AtRunTime<Label, E> at_run_time(const Typology<Label, E>& rules) {
    return {rules};
}

/// Every column, or some of them left out.
std::uint64_t left_out(Random& random) { return random.below(3) == 0 ? random.next() : 0; }

bool bit(std::span<const std::uint64_t> plane, std::size_t number) { return ((plane[number / 64] >> (number % 64)) & 1U) != 0; }
void set_bit(std::span<std::uint64_t> plane, std::size_t number, bool so) {
    const std::uint64_t one = std::uint64_t{1} << (number % 64);
    plane[number / 64] = so ? plane[number / 64] | one : plane[number / 64] & ~one;
}
/// Whether bits beyond the last case are 0.
bool ends(std::span<const std::uint64_t> plane, std::size_t cases) {
    return plane.empty() || cases % 64 == 0 || plane.back() >> (cases % 64) == 0;
}

// ---- planes --------------------------------------------------------------------------------------------------------

/// Planes of rows, bit by bit, some left out, with rubbish beyond the last case; and the rows that they tell.
template <class E>
struct Told {
    std::uint64_t no_holding;
    std::uint64_t no_failing;
    Memory<std::uint64_t, count<E>> holding;
    Memory<std::uint64_t, count<E>> failing;
    std::vector<Facts<E>> rows;

    Told(Random& random, std::size_t cases)
        : no_holding(left_out(random)), no_failing(left_out(random)), holding(words_for(cases), rubbish, no_holding),
          failing(words_for(cases), rubbish, no_failing), rows(random_rows<E>(random, cases)) {
        for (std::size_t i = 0; i < cases; ++i) {
            for (const E feature : all<E>()) {
                const auto fill = [&](auto& columns, bool so) {
                    const auto column = columns.columns[index(feature)].column();
                    if (!column.empty()) set_bit(column, i, so);
                };
                fill(holding, rows[i].told_to_hold().contains(feature));
                fill(failing, rows[i].told_to_fail().contains(feature));
            }
            rows[i] = without(rows[i], no_holding, no_failing);
        }
    }
    PlaneColumns<E, std::uint64_t> planes() { return {rows.size(), holding.spans(), failing.spans()}; }
};

/// Where verdicts and traces go, some of it left out.
template <class Label, class E>
struct Said {
    Memory<std::uint64_t, count<Label>> holding;
    Memory<std::uint64_t, count<Label>> possible;
    std::vector<Memory<std::uint64_t, count<E>>> literals;

    Said(Random& random, std::size_t cases, bool traced)
        : holding(words_for(cases), rubbish, left_out(random)), possible(words_for(cases), rubbish, left_out(random)) {
        for (std::size_t i = 0; traced && i < 2 * count<Label>; ++i) {
            literals.emplace_back(words_for(cases), rubbish, left_out(random));
        }
    }
    VerdictPlanes<Label> verdicts() { return {holding.spans(), possible.spans()}; }
    TracePlanes<Label, E> traces() {
        TracePlanes<Label, E> all;
        for (std::size_t i = 0; i < count<Label>; ++i) all.literals[i] = {0, literals[2 * i].spans(), literals[2 * i + 1].spans()};
        return all;
    }
    [[nodiscard]] bool intact() const {
        for (const auto& each : literals) {
            if (!each.intact()) return false;
        }
        return holding.intact() && possible.intact();
    }
    [[nodiscard]] bool untouched() const {
        for (const auto& each : literals) {
            if (!each.untouched()) return false;
        }
        return holding.untouched() && possible.untouched();
    }
};

/// How much is not as for the single cases.
template <class Engine>
std::size_t wrong_planes(const Engine& engine, Random& random, std::size_t cases, bool traced) {
    using Label = typename Engine::Label;
    using E = typename Engine::E;
    Told<E> told(random, cases);
    Said<Label, E> said(random, cases, traced);
    const auto verdicts = said.verdicts();
    const auto traces = traced ? said.traces() : TracePlanes<Label, E>{};
    const Error error = traced ? engine.trace(told.planes(), verdicts, traces) : engine.classify(told.planes(), verdicts);
    std::size_t wrong = error == Error{} ? 0 : 1;
    const auto differs = [](std::span<const std::uint64_t> plane, std::size_t number, bool so) {
        return !plane.empty() && bit(plane, number) != so;
    };
    for (std::size_t i = 0; i < cases; ++i) {
        const auto expected = trace(told.rows[i], engine.rules);
        if (expected.verdict != classify(told.rows[i], engine.rules)) ++wrong;
        for (const Label label : all<Label>()) {
            const std::size_t at = index(label);
            if (differs(verdicts.holding[at], i, expected.verdict.holds(label))) ++wrong;
            if (differs(verdicts.possible[at], i, expected.verdict.may_hold(label))) ++wrong;
            for (std::size_t feature = 0; traced && feature < count<E>; ++feature) {
                const Cube literals = expected.because(label);
                if (differs(traces.literals[at].holding[feature], i, ((literals.holding >> feature) & 1U) != 0)) ++wrong;
                if (differs(traces.literals[at].failing[feature], i, ((literals.failing >> feature) & 1U) != 0)) ++wrong;
            }
        }
    }
    for (std::size_t at = 0; at < count<Label>; ++at) {
        if (!ends(verdicts.holding[at], cases) || !ends(verdicts.possible[at], cases)) ++wrong;
        for (std::size_t feature = 0; traced && feature < count<E>; ++feature) {
            if (!ends(traces.literals[at].holding[feature], cases) || !ends(traces.literals[at].failing[feature], cases)) ++wrong;
        }
    }
    if (!said.intact() || !told.holding.intact() || !told.failing.intact()) ++wrong;
    return wrong;
}

// ---- degrees -------------------------------------------------------------------------------------------------------

/// Where grades and what follows from them go, some of it left out.
template <class Label, class Number>
struct Graded {
    using Mask = LabelMask<Label>;
    std::size_t cases;
    Memory<Number, count<Label>> least;
    Memory<Number, count<Label>> most;
    Memory<Mask, 4> masks;
    Memory<Number, 2> margins;
    Memory<std::uint64_t, count<Label>> at_most;
    Memory<std::uint64_t, count<Label>> at_least;

    Graded(Random& random, std::size_t number, bool traced)
        : cases(number), least(number, Number{99}, left_out(random)), most(number, Number{99}, left_out(random)),
          masks(number, Mask{99}, left_out(random)), margins(number, Number{99}, left_out(random)),
          at_most(number, rubbish, traced ? left_out(random) : ~std::uint64_t{0}),
          at_least(number, rubbish, traced ? left_out(random) : ~std::uint64_t{0}) {}
    GradeColumns<Label, Number> columns(AlphaCut cut) {
        GradeColumns<Label, Number> all;
        all.least = least.spans();
        all.most = most.spans();
        all.cut = cut;
        all.holding = masks.columns[0].column();
        all.possible = masks.columns[1].column();
        all.greatest = masks.columns[2].column();
        all.may_be_greatest = masks.columns[3].column();
        all.least_margin = margins.columns[0].column();
        all.most_margin = margins.columns[1].column();
        all.at_most = at_most.spans();
        all.at_least = at_least.spans();
        return all;
    }
    [[nodiscard]] bool intact() const {
        return least.intact() && most.intact() && masks.intact() && margins.intact() && at_most.intact() && at_least.intact();
    }
    [[nodiscard]] bool untouched() const {
        return least.untouched() && most.untouched() && masks.untouched() && margins.untouched() && at_most.untouched() &&
               at_least.untouched();
    }
};

/// A degree as a column has it.
template <class Number>
Number element(double degree) {
    if constexpr (std::is_same_v<Number, float>) {
        return static_cast<float>(degree);
    } else {
        return static_cast<std::uint8_t>(static_cast<int>(degree * 254 + 0.5));
    }
}

/// How much of what is written is not as for the single cases. Without `exact` the sets are not compared, and degrees may
/// be 2^-24 apart.
template <class Engine, class Columns, class Number>
std::size_t wrong_grades(const Engine& engine, const Columns& degrees, const GradeColumns<typename Engine::Label, Number>& to,
                         bool exact = true) {
    using Label = typename Engine::Label;
    std::size_t wrong = 0;
    const auto degree_differs = [&](std::span<const Number> column, std::size_t i, double expected) {
        if (column.empty()) return false;
        if (exact) return column[i] != element<Number>(expected);
        const double apart = static_cast<double>(column[i]) - expected;
        return apart > 0x1p-24 + 2e-15 || apart < -0x1p-24 - 2e-15;  // the single ones are rounded, too
    };
    const auto set_differs = [&](auto column, std::size_t i, Set<Label> expected) {
        return exact && !column.empty() && std::uint32_t{column[i]} != expected.bits();
    };
    for (std::size_t i = 0; i < degrees.cases; ++i) {
        const auto expected = trace(degrees[i], engine.rules);
        const auto verdict = verdict_at(expected.grades, to.cut);
        const auto first = greatest(expected.grades);
        if (expected.grades != grade(degrees[i], engine.rules)) ++wrong;
        if (set_differs(to.holding, i, verdict.holding) || set_differs(to.possible, i, verdict.possible)) ++wrong;
        if (set_differs(to.greatest, i, first.verdict.holding) || set_differs(to.may_be_greatest, i, first.verdict.possible)) ++wrong;
        if (degree_differs(to.least_margin, i, first.margin.least())) ++wrong;
        if (degree_differs(to.most_margin, i, first.margin.most())) ++wrong;
        for (const Label label : all<Label>()) {
            const std::size_t at = index(label);
            if (degree_differs(to.least[at], i, expected.grades[label].least())) ++wrong;
            if (degree_differs(to.most[at], i, expected.grades[label].most())) ++wrong;
            if (!exact) continue;
            if (!to.at_most[at].empty() && to.at_most[at][i] != expected.at_most[at].word()) ++wrong;
            if (!to.at_least[at].empty() && to.at_least[at][i] != expected.at_least[at].word()) ++wrong;
        }
    }
    return wrong;
}

/// A cut at a degree, or a trifle above or below it; the default, .7 and 1 now and then.
AlphaCut cut_near(Random& random, double degree) {
    const std::uint64_t kind = random.below(8);
    if (kind == 0) return {};
    if (kind == 1) return alpha_cut(.7);
    if (kind == 2) return alpha_cut(1);
    const double above_half = degree < .5 ? 1 - degree : degree;
    const double aside = kind == 3 ? 1e-15 : kind == 4 ? -1e-15 : 0;
    return AlphaCut::of(above_half + aside).value_or(AlphaCut{});
}

template <class Engine>
std::size_t wrong_bytes(const Engine& engine, Random& random, std::size_t cases, bool traced) {
    using E = typename Engine::E;
    Memory<std::uint8_t, count<E>> memory(cases, 0, left_out(random));
    const std::uint64_t round = random.below(2);  // many of the same degrees, or any
    for (auto& column : memory.columns) {
        for (auto& byte : column.column()) {
            byte = static_cast<std::uint8_t>(random.below(4) == 0 ? 0 : round != 0 ? 1 + 127 * random.below(3) : random.below(256));
        }
    }
    const ByteColumns<E> bytes = ByteColumns<E, std::uint8_t>{cases, memory.spans()};
    Graded<typename Engine::Label, std::uint8_t> graded(random, cases, traced);
    const auto to = graded.columns(cut_near(random, grade_of_byte(static_cast<std::uint8_t>(1 + random.below(255))).least()));
    std::size_t wrong = engine.grade(bytes, to) == Error{} ? 0 : 1;
    if (!graded.intact() || !memory.intact()) ++wrong;
    return wrong + wrong_grades(engine, bytes, to);
}

/// Intervals on a grid of some steps, or anywhere.
template <class E>
struct Intervals {
    Memory<float, count<E>> least;
    Memory<float, count<E>> most;

    Intervals(Random& random, std::size_t cases, std::optional<std::uint64_t> steps)
        : least(cases, 0.0F, left_out(random)), most(cases, 1.0F, left_out(random)) {
        const auto draw = [&] {
            if (steps) return static_cast<float>(random.below(*steps + 1)) / static_cast<float>(*steps);
            const auto number = static_cast<float>(random.unit());
            return random.below(4) == 0 ? number * 1e-7F : number;
        };
        for (std::size_t i = 0; i < count<E>; ++i) {
            for (std::size_t k = 0; k < cases; ++k) {
                const float one = draw();
                const float other = random.below(2) == 0 ? one : draw();
                if (const auto column = least.columns[i].column(); !column.empty()) column[k] = one < other ? one : other;
                if (const auto column = most.columns[i].column(); !column.empty()) column[k] = one < other ? other : one;
            }
        }
    }
    FloatColumns<E> columns(std::size_t cases) { return FloatColumns<E, float>{cases, least.spans(), most.spans()}; }
};

template <class Engine>
std::size_t wrong_floats(const Engine& engine, Random& random, std::size_t cases, bool traced, bool exact = true) {
    using E = typename Engine::E;
    constexpr std::array<std::uint64_t, 4> grids{4, 256, 65'536, 16'777'216};
    const std::uint64_t steps = grids[random.below(grids.size())];
    Intervals<E> intervals(random, cases, exact ? std::optional(steps) : std::nullopt);
    const FloatColumns<E> floats = intervals.columns(cases);
    Graded<typename Engine::Label, float> graded(random, cases, traced);
    const auto to = graded.columns(cut_near(random, static_cast<double>(random.below(steps + 1)) / static_cast<double>(steps)));
    std::size_t wrong = floats.first_fault() == Error{} && engine.grade(floats, to) == Error{} ? 0 : 1;
    if (!graded.intact() || !intervals.least.intact() || !intervals.most.intact()) ++wrong;
    return wrong + wrong_grades(engine, floats, to, exact);
}

/// All forms, for these numbers of cases.
template <class Engine>
void check_batches(const Engine& engine, std::uint64_t seed, std::span<const std::size_t> numbers) {
    Random random(seed);
    for (const bool traced : {false, true}) {
        std::size_t planes = 0;
        std::size_t bytes = 0;
        std::size_t floats = 0;
        for (const std::size_t cases : numbers) {
            planes += wrong_planes(engine, random, cases, traced);
            bytes += wrong_bytes(engine, random, cases, traced);
            floats += wrong_floats(engine, random, cases, traced);
        }
        CAPTURE(traced);
        CHECK(planes == 0);
        CHECK(bytes == 0);
        CHECK(floats == 0);
    }
}

/// Whether an error says this.
bool says(const Error& error, std::string_view called, std::size_t given, std::size_t expected) {
    return error.fault == Fault::wrong_length && error.found == called && error.given == given && error.expected == expected;
}

constexpr auto& theory = three_modes::predicted;
constexpr Constant<theory> predicted;

}  // namespace

TEST_CASE("batches under the theory of the modes are single cases, whatever their number") {
    const auto numbers = numbers_of_cases();
    check_batches(predicted, 201, numbers);
    check_batches(at_run_time(theory), 202, numbers);
}

TEST_CASE("batches under rules of many kinds are single cases, whatever their number") {
    const auto numbers = numbers_of_cases();
    check_batches(Constant<many_kinds>{}, 211, numbers);
    check_batches(at_run_time(many_kinds), 212, numbers);
}

TEST_CASE("batches under the stages and under the variants of the theory are single cases") {
    check_batches(at_run_time(four_stages::stages), 221, borders);
    check_batches(at_run_time(four_stages::cumulative), 222, borders);
    check_batches(at_run_time(three_modes::observed), 223, borders);
    for (const auto& variant : three_modes::variants) check_batches(at_run_time(*variant.rules), 224, borders);
}

TEST_CASE("batches with one to thirty-two labels over one to thirty-two features are single cases") {
    check_batches(Constant<wide<1, 1>>{}, 231, borders);
    check_batches(at_run_time(wide<8, 7>), 232, borders);
    check_batches(at_run_time(wide<16, 32>), 233, borders);
    check_batches(Constant<wide<17, 3>>{}, 234, borders);
    check_batches(at_run_time(wide<32, 1>), 235, borders);
    check_batches(at_run_time(wide<1, 32>), 236, borders);
    check_batches(at_run_time(wide<32, 32>), 237, borders);
}

TEST_CASE("batches under random typologies are single cases") {
    Random random(241);
    constexpr std::array<std::size_t, 3> numbers{130, 513, 64};
    for (std::uint64_t i = 0; i < 40; ++i) {
        check_batches(at_run_time(support::random_typology<Thing<3>, Thing<7>>(random)), 300 + i, numbers);
        check_batches(at_run_time(support::random_typology<Thing<9>, Thing<5>>(random)), 400 + i, std::span(numbers).first(2));
    }
    for (std::uint64_t i = 0; i < 4; ++i) {
        check_batches(at_run_time(support::random_typology<Thing<32>, Thing<32>>(random)), 500 + i, numbers);
    }
}

TEST_CASE("planes of more than a block") {
    Random random(251);
    for (const std::size_t cases : {8191U, 8192U, 8257U}) {
        CHECK(wrong_planes(predicted, random, cases, false) == 0);
        CHECK(wrong_planes(predicted, random, cases, true) == 0);
        CHECK(wrong_planes(at_run_time(theory), random, cases, true) == 0);
    }
}

TEST_CASE("floats anywhere between 0 and 1 are graded to within 2^-24") {
    Random random(261);
    std::size_t wrong = 0;
    for (int i = 0; i < 30; ++i) {
        wrong += wrong_floats(predicted, random, 300, false, false);
        wrong += wrong_floats(at_run_time(theory), random, 300, false, false);
        wrong += wrong_floats(Constant<many_kinds>{}, random, 300, false, false);
        wrong += wrong_floats(at_run_time(support::random_typology<Thing<9>, Thing<7>>(random)), random, 300, false, false);
    }
    CHECK(wrong == 0);
}

// One label is a feature, the other the negation of another feature: with the one at some degree and the other at one
// minus that, both labels are the same.
TEST_CASE("what is as great is greatest together, at every byte, and at floats of every power of two") {
    using E = Thing<7>;
    using Label = Thing<3>;
    static constexpr auto two = typology<Label, E>({{static_cast<Label>(0), is(static_cast<E>(0)), ""},
                                                    {static_cast<Label>(1), ~is(static_cast<E>(1)), ""},
                                                    {static_cast<Label>(2), is(static_cast<E>(0)) & ~is(static_cast<E>(1)), ""}});
    Memory<std::uint8_t, 7> bytes(255, 1);
    const auto degrees = bytes.spans();
    for (std::size_t i = 0; i < 255; ++i) {
        degrees[0][i] = static_cast<std::uint8_t>(1 + i);
        degrees[1][i] = static_cast<std::uint8_t>(255 - i);
    }
    Memory<float, 7> least(2 * 24, 0.0F);
    Memory<float, 7> most(2 * 24, 1.0F);
    const auto numbers = std::array{least.spans(), most.spans()};
    for (std::size_t i = 0; i < 24; ++i) {
        const float step = 1.0F / static_cast<float>(std::uint32_t{2} << i);
        for (std::size_t side = 0; side < 2; ++side) {
            numbers[side][0][2 * i] = numbers[side][1][2 * i + 1] = step;
            numbers[side][1][2 * i] = numbers[side][0][2 * i + 1] = 1.0F - step;
        }
    }
    const auto check_all = [&]<class Number>(const auto& columns, Number) {
        std::vector<std::uint8_t> greatest(columns.cases);
        std::vector<std::uint8_t> may_be_greatest(columns.cases);
        std::vector<Number> margin(columns.cases);
        std::vector<std::uint64_t> at_most(columns.cases);
        GradeColumns<Label, Number> to;
        to.greatest = greatest;
        to.may_be_greatest = may_be_greatest;
        to.most_margin = margin;
        to.at_most[2] = at_most;
        const Constant<two> engine;
        REQUIRE(engine.grade(columns, to) == Error{});
        CHECK(wrong_grades(engine, columns, to) == 0);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < columns.cases; ++i) {
            const bool any = columns[i][static_cast<E>(0)] != degree(0);
            if (greatest[i] != (any ? 7 : 0) || may_be_greatest[i] != (any ? 7 : 0) || margin[i] != Number{0}) ++wrong;
            if (at_most[i] != (Cube{1, 2}).word()) ++wrong;
        }
        CHECK(wrong == 0);
    };
    check_all(ByteColumns<E>{255, {degrees[0], degrees[1]}}, std::uint8_t{});
    check_all(FloatColumns<E>{2 * 24, {numbers[0][0], numbers[0][1]}, {numbers[1][0], numbers[1][1]}}, float{});
}

// At a cut that is the degree of a byte, or of a float, or next to it: for each feature itself, and for its negation.
TEST_CASE("cuts at every byte and next to it, and at floats") {
    using E = Thing<1>;
    static constexpr auto both = typology<Thing<3>, E>(
        {{static_cast<Thing<3>>(0), is(static_cast<E>(0)), ""}, {static_cast<Thing<3>>(2), ~is(static_cast<E>(0)), ""}});
    std::array<std::uint8_t, 256> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
    const ByteColumns<E> columns{bytes.size(), {bytes}};
    std::array<std::uint8_t, 256> holding{};
    std::array<std::uint8_t, 256> possible{};
    GradeColumns<Thing<3>, std::uint8_t> to;
    to.holding = holding;
    to.possible = possible;
    const auto check_at = [&](double level) {
        CAPTURE(level);
        const auto cut = AlphaCut::of(level);
        if (!cut) return;
        to.cut = *cut;
        CHECK(grade<both>(columns, to) == Error{});
        CHECK(wrong_grades(Constant<both>{}, columns, to) == 0);
        CHECK(grade(columns, both, to) == Error{});
        CHECK(wrong_grades(at_run_time(both), columns, to) == 0);
    };
    for (int byte = 128; byte < 256; ++byte) {
        const double level = (byte - 1) / 254.0;
        for (const double aside : {-1e-15, 0.0, 1e-15, 2e-15}) check_at(level + aside);
    }
    check_at(.500000000000001);
    check_at(.7);

    Random random(281);
    for (int i = 0; i < 300; ++i) {
        const std::uint64_t step = std::uint64_t{1} << random.below(24);
        const double at = 0.5 + static_cast<double>(step * random.below((1U << 23U) / step + 1)) * 0x1p-24;
        std::vector<float> numbers;
        for (int away = -2; away <= 2; ++away) {
            const double number = at + away * 0x1p-24;
            if (number > 1) continue;
            numbers.push_back(static_cast<float>(number));
            numbers.push_back(static_cast<float>(1 - number));
        }
        const FloatColumns<E> floats{numbers.size(), {numbers}, {numbers}};
        GradeColumns<Thing<3>, float> of_floats;
        of_floats.holding = std::span(holding).first(numbers.size());
        of_floats.possible = std::span(possible).first(numbers.size());
        for (const double aside : {-1e-15, 0.0, 1e-15}) {
            CAPTURE(at);
            const auto cut = AlphaCut::of(at + aside);
            if (!cut) continue;
            of_floats.cut = *cut;
            CHECK(grade<both>(floats, of_floats) == Error{});
            CHECK(wrong_grades(Constant<both>{}, floats, of_floats) == 0);
        }
    }
}

TEST_CASE("a batch part by part is the whole batch") {
    Random random(291);
    using Label = Mode;
    using E = Condition;
    for (const std::size_t cases : {100U, 1300U, 5000U}) {
        for (const std::size_t of : {1U, 2U, 3U, 8U}) {
            Told<E> told(random, cases);
            Said<Label, E> said(random, cases, true);
            Random again = random;
            Said<Label, E> by_parts(random, cases, true);
            Said<Label, E> whole(again, cases, true);
            Memory<std::uint8_t, count<E>> memory(cases, 0, left_out(random));
            for (auto& column : memory.columns) {
                for (auto& byte : column.column()) byte = static_cast<std::uint8_t>(random.below(256));
            }
            const ByteColumns<E> bytes = ByteColumns<E, std::uint8_t>{cases, memory.spans()};
            Intervals<E> intervals(random, cases, 256);
            Graded<Label, std::uint8_t> byte_parts(random, cases, true);
            Graded<Label, float> float_parts(random, cases, true);
            const auto of_bytes = byte_parts.columns(alpha_cut(.6));
            const auto of_floats = float_parts.columns(alpha_cut(.6));
            REQUIRE(trace<theory>(told.planes(), whole.verdicts(), whole.traces()) == Error{});
            for (std::size_t number = of; number > 0; --number) {
                const CaseRange range = part_of(cases, number - 1, of);
                CHECK(trace<theory>(told.planes().part(range), by_parts.verdicts().part(range), by_parts.traces().part(range)) == Error{});
                CHECK(grade<theory>(bytes.part(range), of_bytes.part(range)) == Error{});
                CHECK(grade(intervals.columns(cases).part(range), theory, of_floats.part(range)) == Error{});
            }
            std::size_t wrong = 0;
            const auto same = [](auto one, auto other) {
                for (std::size_t i = 0; i < one.size(); ++i) {
                    if (!std::equal(one[i].begin(), one[i].end(), other[i].begin(), other[i].end())) return false;
                }
                return true;
            };
            if (!same(by_parts.holding.spans(), whole.holding.spans())) ++wrong;
            if (!same(by_parts.possible.spans(), whole.possible.spans())) ++wrong;
            for (std::size_t i = 0; i < whole.literals.size(); ++i) {
                if (!same(by_parts.literals[i].spans(), whole.literals[i].spans())) ++wrong;
            }
            wrong += wrong_grades(predicted, bytes, of_bytes);
            wrong += wrong_grades(predicted, intervals.columns(cases), of_floats);
            CHECK(wrong == 0);
            CHECK((by_parts.intact() && byte_parts.intact() && float_parts.intact()));
        }
    }
}

TEST_CASE("columns of a wrong length are named, and nothing is written: planes") {
    const std::size_t cases = 100;
    for (const std::size_t size : {1U, 3U}) {
        Guarded<std::uint64_t> other(size, rubbish, 77);
        Memory<std::uint64_t, 7> in(2, rubbish);
        Memory<std::uint64_t, 3> holding(2, rubbish);
        Memory<std::uint64_t, 3> possible(2, rubbish);
        Memory<std::uint64_t, 7> because(2, rubbish);
        const PlaneColumns<Condition> planes = PlaneColumns<Condition, std::uint64_t>{cases, in.spans(), in.spans()};
        const VerdictPlanes<Mode> verdicts{holding.spans(), possible.spans()};
        TracePlanes<Mode, Condition> traces;
        traces.literals[1] = {cases, because.spans(), because.spans()};
        const auto check_error = [&](const PlaneColumns<Condition>& from, const VerdictPlanes<Mode>& to,
                                     const TracePlanes<Mode, Condition>& why, std::string_view called) {
            CHECK(says(trace<theory>(from, to, why), called, size, 2));
            CHECK(says(trace(from, theory, to, why), called, size, 2));
            CHECK(holding.untouched());
            CHECK(possible.untouched());
            CHECK(because.untouched());
            CHECK(other.untouched(rubbish));
        };
        auto from = planes;
        from.failing[2] = other.column();
        check_error(from, verdicts, traces, name(static_cast<Condition>(2)));
        CHECK(says(classify<theory>(from, verdicts), name(static_cast<Condition>(2)), size, 2));
        auto to = verdicts;
        to.possible[2] = other.column();
        check_error(planes, to, traces, "protector");
        CHECK(says(classify<theory>(planes, to), "protector", size, 2));
        CHECK(says(classify(planes, theory, to), "protector", size, 2));
        to.holding[1] = other.column();
        check_error(planes, to, traces, "activist");
        auto why = traces;
        why.literals[2].failing[6] = other.column();
        check_error(planes, verdicts, why, name(static_cast<Condition>(6)));
    }
}

TEST_CASE("columns of a wrong length are named, and nothing is written: degrees") {
    Random random(292);
    const auto check_form = [&]<class Columns, class Number>(const Columns& columns, Number, auto& degrees_of) {
        for (const std::size_t size : {99U, 101U}) {
            Graded<Mode, Number> graded(random, 100, true);
            Memory<Number, 3> least(100, Number{99});
            Guarded<Number> others(size, Number{99}, Number{77});
            Guarded<std::uint8_t> mask(size, 99, 77);
            Guarded<std::uint64_t> words(size, rubbish, 77);
            const auto whole = graded.columns({});
            const auto check_error = [&](const Columns& from, const GradeColumns<Mode, Number>& to, std::string_view called) {
                CHECK(says(grade<theory>(from, to), called, size, 100));
                CHECK(says(grade(from, theory, to), called, size, 100));
                CHECK(graded.untouched());
                CHECK((others.untouched(Number{99}) && mask.untouched(99) && words.untouched(rubbish)));
            };
            auto from = columns;
            degrees_of(from)[3] = others.column();
            check_error(from, whole, name(static_cast<Condition>(3)));
            const auto with = [&](auto change, std::string_view called) {
                auto to = whole;
                change(to);
                check_error(columns, to, called);
            };
            with([&](auto& to) { to.least[0] = others.column(); }, "recipient");
            with([&](auto& to) { to.most[2] = others.column(); }, "protector");
            with([&](auto& to) { to.holding = mask.column(); }, "holding");
            with([&](auto& to) { to.possible = mask.column(); }, "possible");
            with([&](auto& to) { to.greatest = mask.column(); }, "greatest");
            with([&](auto& to) { to.may_be_greatest = mask.column(); }, "may_be_greatest");
            with([&](auto& to) { to.least_margin = others.column(); }, "least_margin");
            with([&](auto& to) { to.most_margin = others.column(); }, "most_margin");
            with([&](auto& to) { to.at_most[1] = words.column(); }, "activist");
            with([&](auto& to) { to.at_least[1] = words.column(); }, "activist");
        }
    };
    auto bytes = [](auto& columns) -> auto& { return columns.degrees; };
    auto floats = [](auto& columns) -> auto& { return columns.most; };
    check_form(ByteColumns<Condition>{100, {}}, std::uint8_t{}, bytes);
    check_form(FloatColumns<Condition>{100, {}, {}}, float{}, floats);
}

TEST_CASE("nothing in and nothing out") {
    for (const std::size_t cases : {0U, 1U, 5000U}) {
        CHECK(classify<theory>(PlaneColumns<Condition>{cases, {}, {}}, {}) == Error{});
        CHECK(trace<theory>(PlaneColumns<Condition>{cases, {}, {}}, {}, {}) == Error{});
        CHECK(grade<theory>(ByteColumns<Condition>{cases, {}}, {}) == Error{});
        CHECK(grade<theory>(FloatColumns<Condition>{cases, {}, {}}, {}) == Error{});
        CHECK(classify(PlaneColumns<Condition>{cases, {}, {}}, theory, {}) == Error{});
        CHECK(grade(FloatColumns<Condition>{cases, {}, {}}, theory, {}) == Error{});
    }
    // Of nothing told all may hold, and nothing does.
    std::array<std::uint64_t, plane_words<Mode>(70)> memory{};
    memory.fill(rubbish);
    const auto verdicts = *verdicts_over<Mode>(memory, 70);
    REQUIRE(classify<theory>(PlaneColumns<Condition>{70, {}, {}}, verdicts) == Error{});
    for (std::size_t i = 0; i < 70; ++i) CHECK(verdicts[i] == Verdict<Mode>{{}, all<Mode>()});
    CHECK(says(verdicts_over<Mode>(std::span(memory).first(11), 70).error(), "memory", 11, 12));
}
