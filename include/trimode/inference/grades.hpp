// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Grades: how strongly each label of a typology holds for a case; verdicts by a cut, and by the greatest grade.
/// Layer: inference.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <trimode/base/set.hpp>
#include <trimode/base/truth.hpp>
#include <trimode/framework/grade.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

/// How strongly each label holds under a typology that may be known only at run time: for each the exact range over all
/// degrees that the features may have (see `GradeReading`). A label without a rule never holds, and grades 0.
/// Cost: linear in the literals of the primes of its rules.
template <Named Label, Named E>
[[nodiscard]] constexpr Grades<Label> grade(const Grades<E>& grades, const Typology<Label, E>& typology) noexcept {
    Grades<Label> graded;
    const GradeReading<E> reading(grades);
    for (const Label label : all<Label>()) graded.set(label, read(typology.rule(label), reading));
    return graded;
}

namespace detail {

/// One side of a rule that is a constant of the program.
template <const auto& Rules, auto Label, bool When>
inline constexpr const auto& side_of = When ? Rules.rule(Label).when() : Rules.rule(Label).unless();

/// The bit of a term's word that stands for its literal with this number.
[[nodiscard]] constexpr int literal_bit(std::uint64_t word, std::size_t number) noexcept {
    for (; number > 0; --number) word &= word - 1U;
    return std::countr_zero(word);
}

/// Visits the literals of a term that is a constant, each by its bit in the term's word: unrolled.
template <std::uint64_t Word, class Visit>
constexpr void each_literal(const Visit& visit) noexcept {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        (visit(std::integral_constant<int, literal_bit(Word, Index)>::value), ...);
    }(std::make_index_sequence<static_cast<std::size_t>(std::popcount(Word))>{});
}
/// What an algebra values a literal at, by its bit.
template <Named E, class A>
[[nodiscard]] constexpr typename A::Value literal_at(const A& algebra, int bit) noexcept {
    return algebra.literal(static_cast<E>(bit % 32), bit < 32);
}

/// The value of a term that is a constant, unrolled over its literals. Nothing is joined with one, which would branch.
template <Named E, std::uint64_t Word, class A, std::size_t... Index>
[[nodiscard]] constexpr typename A::Value read_literals(const A& algebra, std::index_sequence<0, Index...>) noexcept {
    typename A::Value value = literal_at<E>(algebra, literal_bit(Word, 0));
    ((value = algebra.product(value, literal_at<E>(algebra, literal_bit(Word, Index)))), ...);
    return value;
}
template <Named E, std::uint64_t Word, class A>
[[nodiscard]] constexpr typename A::Value read_literals(const A& algebra, std::index_sequence<>) noexcept {
    return algebra.one();
}

template <Named E, std::uint64_t Word, class A>
[[nodiscard]] constexpr typename A::Value read_term(const A& algebra) noexcept {
    return read_literals<E, Word>(algebra, std::make_index_sequence<static_cast<std::size_t>(std::popcount(Word))>{});
}

/// The value of one side of a rule, unrolled over its terms.
template <const auto& Rules, auto Label, bool When, class A, std::size_t... Index>
[[nodiscard]] constexpr typename A::Value read_terms(const A& algebra, std::index_sequence<0, Index...>) noexcept {
    constexpr auto word = [](std::size_t i) { return side_of<Rules, Label, When>.terms()[i].word(); };
    typename A::Value value = read_term<FeatureOf<Rules>, word(0)>(algebra);
    ((value = algebra.sum(value, read_term<FeatureOf<Rules>, word(Index)>(algebra))), ...);
    return value;
}
template <const auto& Rules, auto Label, bool When, class A>
[[nodiscard]] constexpr typename A::Value read_terms(const A& algebra, std::index_sequence<>) noexcept {
    return algebra.zero();
}

template <const auto& Rules, auto Label, class A>
[[nodiscard]] constexpr auto read_rule(const A& algebra) noexcept {
    constexpr std::size_t when = side_of<Rules, Label, true>.terms().size();
    constexpr std::size_t unless = side_of<Rules, Label, false>.terms().size();
    return algebra.answer(read_terms<Rules, Label, true>(algebra, std::make_index_sequence<when>{}),
                          read_terms<Rules, Label, false>(algebra, std::make_index_sequence<unless>{}));
}

template <const auto& Rules, Named Label, Named E, std::size_t... Index>
[[nodiscard]] constexpr Grades<Label> grade_unrolled(const Grades<E>& grades, std::index_sequence<Index...>) noexcept {
    const GradeReading<E> reading(grades);
    Grades<Label> graded;
    (graded.set(static_cast<Label>(Index), read_rule<Rules, static_cast<Label>(Index)>(reading)), ...);
    return graded;
}

}  // namespace detail

/// The same under a typology that is a constant of the program: `grade<three_modes::predicted>(grades)`. The same
/// grades, without loops.
template <const auto& Rules>
[[nodiscard]] constexpr auto grade(const Grades<detail::FeatureOf<Rules>>& grades) noexcept {
    using Label = detail::LabelOf<Rules>;
    return detail::grade_unrolled<Rules, Label>(grades, std::make_index_sequence<count<Label>>{});
}

namespace detail {
/// Visits every label, unrolled.
template <Named Label, class Visit>
constexpr void each_label(const Visit& visit) noexcept {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        (visit(static_cast<Label>(Index)), ...);
    }(std::make_index_sequence<count<Label>>{});
}
/// The labels of which this is so, without a branch.
template <Named Label, class Predicate>
[[nodiscard]] constexpr Set<Label> labels_that(const Predicate& predicate) noexcept {
    std::uint32_t bits = 0;
    each_label<Label>([&](Label label) { bits |= static_cast<std::uint32_t>(predicate(label)) << index(label); });
    return Set<Label>::of_bits(bits);
}
/// For each label the greatest of the others' values, `none` where there are no others. Linear in the labels: the
/// greatest of those before it, and of those after it.
template <Named Label, class Value, class Of, class Greater>
[[nodiscard]] constexpr std::array<Value, count<Label>> greatest_of_others(Value none, const Of& of,
                                                                           const Greater& greater) noexcept {
    std::array<Value, count<Label>> others{};
    if constexpr (count<Label> == 1) {
        others[0] = none;
    } else {
        constexpr std::size_t last = count<Label> - 1;
        Value before = of(Label{});
        each_label<Label>([&](Label label) {
            if (index(label) == 0) return;
            others[index(label)] = before;
            if (index(label) != last) before = greater(before, of(label));
        });
        Value after = of(static_cast<Label>(last));
        each_label<Label>([&](Label forward) {
            const auto label = static_cast<Label>(last - index(forward));
            if (index(label) == last) return;
            others[index(label)] = index(label) == 0 ? after : greater(others[index(label)], after);
            after = greater(after, of(label));
        });
    }
    return others;
}
}  // namespace detail

/// The verdict at a cut: a label holds from the cut up, and may hold above one minus the cut. It is the verdict of the
/// facts at that cut, `classify(grades.facts_at(cut), typology)`: what is neither in nor out at the cut is open there,
/// also where its degree is known. The higher the cut, the more is open.
template <Named Label>
[[nodiscard]] constexpr Verdict<Label> verdict_at(const Grades<Label>& graded, AlphaCut cut = {}) noexcept {
    return {detail::labels_that<Label>([&](Label label) { return must_hold(graded[label].at(cut)); }),
            detail::labels_that<Label>([&](Label label) { return may_hold(graded[label].at(cut)); })};
}

/// Which labels reach a cut: holding do so whatever degrees the features have, possible do so for some. Unlike in
/// `verdict_at` a label that is known to stay below the cut is not possible: at the cut .8 a degree of .5 is open there
/// and out here. Where all degrees are known nothing is open.
/// Source: Zadeh, Fuzzy sets (1965).
template <Named Label>
[[nodiscard]] constexpr Verdict<Label> reaching(const Grades<Label>& graded, AlphaCut cut = {}) noexcept {
    return {detail::labels_that<Label>([&](Label label) { return graded[label].must_reach(cut); }),
            detail::labels_that<Label>([&](Label label) { return graded[label].may_reach(cut); })};
}

/// Which label has the greatest grade, and by how much.
template <Named Label>
struct Greatest {
    /// Holding: no other label can be above it. Possible: it can be one that no other is above. A grade of 0 is no
    /// membership and never the greatest; so none is a possible answer. Labels of the same grade are greatest together.
    Verdict<Label> verdict{};
    /// How far the greatest grade is above the next; with no other label, above 0. Unit: none, as the grades.
    Grade margin{};
};

/// The verdict by the greatest grade. Exact where all degrees are known, and where no two rules speak of the same
/// feature. Else a bound, as the labels are taken to be independent and are not: it may call more labels possible,
/// fewer holding, and the margin wider than they are; never the other way round.
/// Source: Kvist, Fuzzy set ideal type analysis (2007), for ideal types as fuzzy sets of which a case is more or less a
/// member.
template <Named Label>
[[nodiscard]] constexpr Greatest<Label> greatest(const Grades<Label>& graded) noexcept {
    constexpr Grade none(Truth::fails);
    const auto others = detail::greatest_of_others<Label>(
        none, [&](Label label) { return graded[label]; },
        [](Grade left, Grade right) { return greater_of(left, right); });
    Greatest<Label> found{{}, none};
    detail::each_label<Label>([&](Label label) {
        found.margin = greater_of(found.margin, excess(graded[label], others[index(label)]));
    });
    // None may reach a grade only if its least is 0, and must reach it only if its most is.
    found.verdict.holding = detail::labels_that<Label>([&](Label label) {
        const bool no_less = graded[label].must_reach(others[index(label)]);
        const bool some = !none.may_reach(graded[label]);
        return no_less & some;
    });
    found.verdict.possible = detail::labels_that<Label>([&](Label label) {
        const bool no_less = graded[label].may_reach(others[index(label)]);
        const bool some = !none.must_reach(graded[label]);
        return no_less & some;
    });
    return found;
}

}  // namespace trimode
