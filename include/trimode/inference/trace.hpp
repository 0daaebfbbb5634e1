// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Trace: the verdict on one case, and by which literals; in masks, made on the way, for programs that ask often.
/// Layer: inference.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/framework/grade.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/grades.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

/// A verdict with the literals behind it. The full explanation, with the rule as written, is `explain`.
template <Named Label, Named E>
struct Trace {
    Verdict<Label> verdict{};
    /// For each label, by its `index`:
    /// - it holds: all literals of the primes of its rule that are satisfied;
    /// - it fails: all literals of the primes of the rule's negation that are satisfied, such as `~alternative`;
    /// - it is open: the literals that are not settled and on which it still depends, as the rule wants them. Their
    ///   conditions are those that `matters` gives.
    std::array<Cube, count<Label>> literals{};

    /// The literals behind the answer for a label. None for a number that is no label.
    [[nodiscard]] constexpr Cube because(Label label) const noexcept {
        return index(label) < count<Label> ? literals[index(label)] : Cube{};
    }
    [[nodiscard]] friend constexpr bool operator==(const Trace&, const Trace&) noexcept = default;
};

namespace detail {

/// `word` where it is so, else 0; without a branch.
[[nodiscard]] constexpr std::uint64_t where(bool so, std::uint64_t word) noexcept {
    return (std::uint64_t{0} - static_cast<std::uint64_t>(so)) & word;
}

/// The degree of one side of a rule, in the unit of a reading, and the literals that it is the degree of, as a word of
/// facts has them: of its terms whose degree it is, those whose degree it is.
template <class Degree>
struct TracedSide {
    Degree degree;
    std::uint64_t literals;
};

/// The terms of one side of a rule that is a constant of the program, one after the other, each a constant.
template <const auto& Rules, auto Label, bool When>
struct ConstantTerms {
    static constexpr std::size_t size = side_of<Rules, Label, When>.terms().size();
    template <class Visit>
    static constexpr void each(const Visit& visit) noexcept {
        constexpr auto word = [](std::size_t i) { return side_of<Rules, Label, When>.terms()[i].word(); };
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            (visit(Index, std::integral_constant<std::uint64_t, word(Index)>{}), ...);
        }(std::make_index_sequence<size>{});
    }
    /// Compares degrees when that of the side is known: no join takes anything along.
    template <class Reading>
    [[nodiscard]] static constexpr TracedSide<typename Reading::Value> traced(const Reading& reading) noexcept {
        using E = FeatureOf<Rules>;
        const auto side = read_terms<Rules, Label, When>(reading, std::make_index_sequence<size>{});
        std::uint64_t literals = 0;
        each([&]<std::uint64_t Word>(std::size_t, std::integral_constant<std::uint64_t, Word>) {
            std::uint64_t equal = 0;
            each_literal<Word>([&](int bit) {
                equal |= static_cast<std::uint64_t>(literal_at<E>(reading, bit) == side) << bit;
            });
            literals |= std::has_single_bit(Word) ? equal : where(read_term<E, Word>(reading) == side, equal);
        });
        return {side, literals};
    }
};

/// The same of a rule that may be known only at run time.
template <Named E>
struct RunTimeTerms {
    const typename Formula<E>::Terms& terms;
    std::size_t size = terms.size();
    template <class Visit>
    constexpr void each(const Visit& visit) const noexcept {
        for (std::size_t i = 0; i < size; ++i) visit(i, terms[i].word());
    }
    /// Takes along which terms are the greatest so far, so as to go once more through no others.
    template <class Reading>
    [[nodiscard]] constexpr TracedSide<typename Reading::Value> traced(const Reading& reading) const noexcept {
        auto side = reading.zero();
        std::uint64_t greatest = 0;
        for (const Cube& term : terms) {
            const auto degree = read<E>(term, reading);
            greatest = where(degree <= side, greatest) | where(side <= degree, term.word());
            side = reading.sum(side, degree);
        }
        std::uint64_t literals = 0;
        for (; greatest != 0; greatest &= greatest - 1U) {
            const int bit = std::countr_zero(greatest);
            literals |= static_cast<std::uint64_t>(literal_at<E>(reading, bit) == side) << bit;
        }
        return {side, literals};
    }
};

/// What the trace says of one label. Its truth values are whole words: of narrower ones compilers pack two into a
/// register by way of memory, and stall on it.
struct TracedAnswer {
    std::uint64_t holds = 0;  ///< 0 or 1.
    std::uint64_t fails = 0;
    std::uint64_t literals = 0;
};

/// Whether it matters if an open prime is satisfied: nothing of it is told otherwise, and no other prime needs less.
template <class When>
[[nodiscard]] constexpr bool prime_matters(const When& when, std::size_t i, std::uint64_t settled) noexcept {
    const std::uint64_t against = opposites(settled);
    bool matters = true;
    std::uint64_t open = 0;
    when.each([&](std::size_t j, std::uint64_t term) {
        if (j != i) return;
        open = term & ~settled;
        matters = (term & against) == 0;
    });
    when.each([&](std::size_t j, std::uint64_t other) {
        const std::uint64_t left = other & ~settled;
        const bool less = ((left & ~open) == 0) & ((j < i) | (left != open));
        matters = matters & !(((other & against) == 0) & less);
    });
    return matters;
}

/// Without branches on what is told: in random cases they would be mispredicted.
template <class When, class Unless>
[[nodiscard]] constexpr TracedAnswer trace_rule(std::uint64_t settled, const When& when, const Unless& unless) noexcept {
    TracedAnswer answer;
    if (when.size == 1) {
        // Then the primes of the negation are the opposites of its literals, one by one.
        when.each([&](std::size_t, std::uint64_t term) {
            const std::uint64_t open = term & ~settled;
            const std::uint64_t against = opposites(term) & settled;
            answer.holds = static_cast<std::uint64_t>(open == 0);
            answer.fails = static_cast<std::uint64_t>(against != 0);
            answer.literals = against | where(against == 0, open | where(open == 0, term));
        });
        return answer;
    }
    unless.each([&](std::size_t, std::uint64_t term) {
        const bool satisfied = (term & settled) == term;
        answer.fails |= static_cast<std::uint64_t>(satisfied);
        answer.literals |= where(satisfied, term);
    });
    when.each([&](std::size_t i, std::uint64_t term) {
        const std::uint64_t open = term & ~settled;
        answer.holds |= static_cast<std::uint64_t>(open == 0);
        answer.literals |= where(open == 0, term) | where(prime_matters(when, i, settled), open);
    });
    return answer;
}

/// The verdict of which labels hold and which fail, a bit each.
template <Named Label>
[[nodiscard]] constexpr Verdict<Label> verdict_of(std::uint64_t holding, std::uint64_t failing) noexcept {
    return {Set<Label>::of_bits(static_cast<std::uint32_t>(holding)), Set<Label>::of_bits(static_cast<std::uint32_t>(~failing))};
}

/// A trace of the answers for labels, one after the other.
template <Named Label, Named E, class... Answers>
[[nodiscard]] constexpr Trace<Label, E> trace_of(const Answers&... answers) noexcept {
    std::uint64_t holding = 0;
    std::uint64_t failing = 0;
    std::uint32_t label = 0;
    ((holding |= answers.holds << label, failing |= answers.fails << label, ++label), ...);
    return {verdict_of<Label>(holding, failing), {Cube::of_word(answers.literals)...}};
}

template <const auto& Rules, Named Label, Named E, std::size_t... Index>
[[nodiscard]] constexpr Trace<Label, E> trace_unrolled(std::uint64_t settled, std::index_sequence<Index...>) noexcept {
    return trace_of<Label, E>(trace_rule(settled, ConstantTerms<Rules, static_cast<Label>(Index), true>{},
                                         ConstantTerms<Rules, static_cast<Label>(Index), false>{})...);
}

}  // namespace detail

/// The verdict on a case and the literals behind it, under a typology that may be known only at run time. The verdict
/// is that of `classify`. Cost: linear in the primes of its rules, quadratic in those of one label.
template <Named Label, Named E>
[[nodiscard]] constexpr Trace<Label, E> trace(Facts<E> facts, const Typology<Label, E>& typology) noexcept {
    Trace<Label, E> trace;
    const std::uint64_t settled = facts.settled();
    std::uint64_t holding = 0;
    std::uint64_t failing = 0;
    for (std::size_t i = 0; i < count<Label>; ++i) {
        const Rule<E>& rule = typology.rule(static_cast<Label>(i));
        const detail::TracedAnswer answer = detail::trace_rule(settled, detail::RunTimeTerms<E>{rule.when().terms()},
                                               detail::RunTimeTerms<E>{rule.unless().terms()});
        holding |= answer.holds << i;
        failing |= answer.fails << i;
        trace.literals[i] = Cube::of_word(answer.literals);
    }
    trace.verdict = detail::verdict_of<Label>(holding, failing);
    return trace;
}

/// The same under a typology that is a constant of the program: `trace<three_modes::predicted>(facts)`. Cost: some
/// mask compares for each prime.
template <const auto& Rules>
[[nodiscard]] constexpr auto trace(Facts<detail::FeatureOf<Rules>> facts) noexcept {
    using Label = detail::LabelOf<Rules>;
    return detail::trace_unrolled<Rules, Label, detail::FeatureOf<Rules>>(facts.settled(),
                                                                          std::make_index_sequence<count<Label>>{});
}

/// Grades with the literals that they stand on.
template <Named Label, Named E>
struct GradeTrace {
    Grades<Label> grades{};
    std::array<Cube, count<Label>> at_most{};   ///< For each label, see `TracedGrade`.
    std::array<Cube, count<Label>> at_least{};  ///< The same.

    /// The grade of a label and what it stands on. For a number that is no label an unknown grade, and nothing.
    [[nodiscard]] constexpr TracedGrade operator[](Label label) const noexcept {
        if (index(label) >= count<Label>) return {};
        return {grades[label], at_most[index(label)], at_least[index(label)]};
    }
    constexpr GradeTrace& set(Label label, const TracedGrade& traced) noexcept {
        if (index(label) >= count<Label>) return *this;
        grades.set(label, traced.grade);
        at_most[index(label)] = traced.at_most;
        at_least[index(label)] = traced.at_least;
        return *this;
    }
    [[nodiscard]] friend constexpr bool operator==(const GradeTrace&, const GradeTrace&) noexcept = default;
};

namespace detail {

template <Named E, class When, class Unless>
[[nodiscard]] constexpr TracedGrade trace_rule(const MostReading<E>& reading, const When& when, const Unless& unless) noexcept {
    const auto most = when.traced(reading);
    const auto ruled_out = unless.traced(reading);
    return {reading.answer(most.degree, ruled_out.degree), Cube::of_word(most.literals), Cube::of_word(ruled_out.literals)};
}

}  // namespace detail

/// How strongly each label holds, as `grade` has it, and by which literals.
/// Cost: linear in the literals of the primes of its rules.
template <Named Label, Named E>
[[nodiscard]] constexpr GradeTrace<Label, E> trace(const Grades<E>& grades, const Typology<Label, E>& typology) noexcept {
    GradeTrace<Label, E> trace;
    const MostReading<E> reading(grades);
    for (const Label label : all<Label>()) {
        const Rule<E>& rule = typology.rule(label);
        trace.set(label, detail::trace_rule(reading, detail::RunTimeTerms<E>{rule.when().terms()},
                                            detail::RunTimeTerms<E>{rule.unless().terms()}));
    }
    return trace;
}

/// The same under a typology that is a constant of the program: `trace<three_modes::predicted>(grades)`.
template <const auto& Rules>
[[nodiscard]] constexpr auto trace(const Grades<detail::FeatureOf<Rules>>& grades) noexcept {
    using Label = detail::LabelOf<Rules>;
    using E = detail::FeatureOf<Rules>;
    GradeTrace<Label, E> trace;
    const MostReading<E> reading(grades);
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        (trace.set(static_cast<Label>(Index),
                   detail::trace_rule(reading, detail::ConstantTerms<Rules, static_cast<Label>(Index), true>{},
                                      detail::ConstantTerms<Rules, static_cast<Label>(Index), false>{})),
         ...);
    }(std::make_index_sequence<count<Label>>{});
    return trace;
}

}  // namespace trimode
