// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What is true of traces and batches at compile time; this file only has to compile.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include <trimode/base/random.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/batch.hpp>

namespace {

using namespace trimode;

static_assert(std::is_trivially_copyable_v<VerdictPlanes<Mode>> && std::is_trivially_copyable_v<TracePlanes<Mode, Condition>> &&
              std::is_trivially_copyable_v<GradeColumns<Mode, float>>);
static_assert(noexcept(classify<three_modes::predicted>(PlaneColumns<Condition>{}, VerdictPlanes<Mode>{})) &&
              noexcept(grade(FloatColumns<Condition>{}, three_modes::predicted, GradeColumns<Mode, float>{})));

// Nothing in, nothing out; and columns of nothing are columns of nothing told.
static_assert(classify<three_modes::predicted>(PlaneColumns<Condition>{}, VerdictPlanes<Mode>{}) == Error{});
static_assert(grade<three_modes::predicted>(ByteColumns<Condition>{5}, GradeColumns<Mode, std::uint8_t>{}) == Error{});
static_assert(grade<three_modes::predicted>(FloatColumns<Condition>{5}, GradeColumns<Mode, float>{}) == Error{});
static_assert(PlaneColumns<Condition>{5}[4] == Facts<Condition>{} && ByteColumns<Condition>{5}[4] == Grades<Condition>{} &&
              FloatColumns<Condition>{5}[4] == Grades<Condition>{});

template <Named E, std::size_t Cases>
constexpr std::array<Facts<E>, Cases> some_rows() {
    std::array<Facts<E>, Cases> rows{};
    Random random(Cases);
    for (std::size_t i = 0; i < Cases; ++i) {
        if (i >= 67) {  // then the same again
            rows[i] = rows[i - 67];
            continue;
        }
        for (const E feature : all<E>()) rows[i].set(feature, static_cast<Truth>(random.next() >> 62U));
    }
    return rows;
}

/// Whether planes give the verdicts and the literals of single cases, whose two forms are the same: of each case, or of
/// one in so many.
template <const auto& Rules, std::size_t Cases, std::size_t Step = 1>
constexpr bool planes_are_single_cases() {
    using Label = typename std::remove_cvref_t<decltype(Rules)>::Labels;
    using E = typename std::remove_cvref_t<decltype(Rules)>::Feature;
    const auto rows = some_rows<E, Cases>();
    std::array<std::uint64_t, plane_words<E>(Cases)> words{};
    std::array<std::uint64_t, plane_words<Label>(Cases)> constants{};
    std::array<std::uint64_t, plane_words<Label>(Cases)> others{};
    std::array<std::array<std::uint64_t, plane_words<E>(Cases)>, count<Label>> literals{};
    const auto planes = *planes_over<E>(words, Cases);
    const auto verdicts = *verdicts_over<Label>(constants, Cases);
    TracePlanes<Label, E> traces;
    for (std::size_t i = 0; i < count<Label>; ++i) traces.literals[i] = *planes_over<E>(literals[i], Cases);
    if (to_planes(rows, planes) != Error{} || trace<Rules>(planes, verdicts, traces) != Error{}) return false;
    if (classify(planes, Rules, *verdicts_over<Label>(others, Cases)) != Error{} || others != constants) return false;
    for (std::size_t i = 0; i < Cases; i += Step) {
        const auto single = trace<Rules>(rows[i]);
        if (single != trace(rows[i], Rules) || single.verdict != classify<Rules>(rows[i])) return false;
        if (planes[i] != rows[i] || verdicts[i] != single.verdict) return false;
        for (const Label label : all<Label>()) {
            const Facts<E> behind = traces.literals[index(label)][i];
            if (behind.word() != single.because(label).word()) return false;
        }
    }
    return true;
}
static_assert(planes_are_single_cases<three_modes::predicted, 70>());
static_assert(planes_are_single_cases<three_modes::any_two_factors, 20>());
static_assert(planes_are_single_cases<four_stages::cumulative, 65>());
static_assert(planes_are_single_cases<three_modes::predicted, 4097, 128>());  // a whole block and a case

/// The same of degrees.
template <const auto& Rules, class Number, std::size_t Cases, class Columns>
constexpr bool grades_are_single_cases(const Columns& columns, std::size_t step) {
    using Label = typename std::remove_cvref_t<decltype(Rules)>::Labels;
    std::array<Number, Cases> least{};
    std::array<Number, Cases> margin{};
    std::array<LabelMask<Label>, Cases> possible{};
    std::array<LabelMask<Label>, Cases> greatest{};
    std::array<std::uint64_t, Cases> at_most{};
    GradeColumns<Label, Number> to;
    to.cut = alpha_cut(.7);
    to.least[1] = least;
    to.most_margin = margin;
    to.possible = possible;
    to.greatest = greatest;
    to.at_most[1] = at_most;
    if (grade<Rules>(columns, to) != Error{}) return false;
    const auto element = [](double degree) {
        return static_cast<Number>(std::is_same_v<Number, float> ? degree : degree * 254 + 0.5);
    };
    for (std::size_t i = 0; i < Cases; i += step) {
        const auto single = trace<Rules>(columns[i]);
        if (single != trace(columns[i], Rules) || single.grades != grade<Rules>(columns[i])) return false;
        constexpr auto label = static_cast<Label>(1);
        const auto first = trimode::greatest(single.grades);
        if (least[i] != element(single.grades[label].least()) || margin[i] != element(first.margin.most())) return false;
        if (possible[i] != verdict_at(single.grades, to.cut).possible.bits()) return false;
        if (greatest[i] != first.verdict.holding.bits() || at_most[i] != single[label].at_most.word()) return false;
    }
    return true;
}
template <const auto& Rules, std::size_t Cases, std::size_t Step = 1>
constexpr bool bytes_are_single_cases() {
    using E = typename std::remove_cvref_t<decltype(Rules)>::Feature;
    std::array<std::uint8_t, count<E> * Cases> memory{};
    Random random(Cases);
    for (auto& byte : memory) byte = static_cast<std::uint8_t>(random.next() >> 56U);
    return grades_are_single_cases<Rules, std::uint8_t, Cases>(ByteColumns<E>(*bytes_over<E>(memory, Cases)), Step);
}
template <const auto& Rules, std::size_t Cases, std::size_t Step = 1>
constexpr bool floats_are_single_cases() {
    using E = typename std::remove_cvref_t<decltype(Rules)>::Feature;
    std::array<float, 2 * count<E> * Cases> memory{};
    Random random(Cases);
    for (std::size_t i = 0; i < count<E> * Cases; ++i) {
        const std::uint64_t step = random.below(257);
        memory[i] = static_cast<float>(step) / 256;
        memory[i + count<E> * Cases] = static_cast<float>(step + random.below(257 - step)) / 256;
    }
    return grades_are_single_cases<Rules, float, Cases>(FloatColumns<E>(*floats_over<E>(memory, Cases)), Step);
}
static_assert(bytes_are_single_cases<three_modes::predicted, 50>());
static_assert(bytes_are_single_cases<four_stages::cumulative, 513, 16>());
static_assert(floats_are_single_cases<three_modes::predicted, 50>());
static_assert(floats_are_single_cases<four_stages::cumulative, 129, 16>());

}  // namespace
