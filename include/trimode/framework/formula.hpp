// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Formula: a disjunction of conjunctions of conditions, as written. Rule: a formula with the primes of both its sides.
/// Layer: framework.
#pragma once

#include <cstddef>
#include <cstdint>

#include <trimode/base/cube.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/set.hpp>

namespace trimode {

/// How many terms a formula can have, and how many primes a rule on either side. Unit: terms. Every rule over at most
/// five conditions that is written in so many terms fits; a product of brackets is multiplied out first, and may take
/// more.
inline constexpr std::size_t formula_capacity = 32;

/// How many terms there may be on the way to the primes of a rule. Unit: terms. Rules of which both sides fit seldom
/// need more than `formula_capacity`, and hardly ever more than this.
inline constexpr std::size_t formula_steps = 128;

/// A disjunction of terms in the order in which they were written; nothing is simplified. No term: never holds. A term
/// without literals: always holds.
template <Named E>
class Formula {
public:
    using Terms = Cubes<formula_capacity>;

    constexpr Formula() noexcept = default;
    constexpr explicit Formula(const Terms& terms) noexcept : terms_(terms) {}

    [[nodiscard]] constexpr const Terms& terms() const noexcept { return terms_; }
    /// The conditions of which it speaks.
    [[nodiscard]] constexpr Set<E> conditions() const noexcept {
        std::uint32_t bits = 0;
        for (const Cube& term : terms_) bits |= term.conditions();
        return Set<E>::of_bits(bits);
    }

private:
    Terms terms_{};
};

/// The formula that always holds.
template <Named E>
[[nodiscard]] constexpr Formula<E> always() noexcept {
    typename Formula<E>::Terms terms;
    static_cast<void>(terms.append(Cube{}));
    return Formula<E>(terms);
}

/// The formula that never holds.
template <Named E>
[[nodiscard]] constexpr Formula<E> never() noexcept {
    return {};
}

/// That a condition holds. A number that is no value of the enumeration asks for nothing.
template <Named E>
[[nodiscard]] constexpr Formula<E> is(E condition) noexcept {
    typename Formula<E>::Terms terms;
    static_cast<void>(terms.append(Cube{Set<E>{condition}.bits(), 0}));
    return Formula<E>(terms);
}

/// Both: every term of the one with every term of the other. Error: too_many_terms.
template <Named E>
[[nodiscard]] constexpr Result<Formula<E>> conjunction(const Formula<E>& left, const Formula<E>& right) noexcept {
    typename Formula<E>::Terms terms;
    for (const Cube& a : left.terms()) {
        for (const Cube& b : right.terms()) {
            if (!terms.append(a & b)) return Error{Fault::too_many_terms, 1, 1, {}, {}};
        }
    }
    return Formula<E>(terms);
}

/// Either: the terms of the one, then those of the other. Error: too_many_terms.
template <Named E>
[[nodiscard]] constexpr Result<Formula<E>> disjunction(const Formula<E>& left, const Formula<E>& right) noexcept {
    typename Formula<E>::Terms terms = left.terms();
    for (const Cube& term : right.terms()) {
        if (!terms.append(term)) return Error{Fault::too_many_terms, 1, 1, {}, {}};
    }
    return Formula<E>(terms);
}

/// The opposite, as its prime implicants. Error: too_many_terms, also for more than `formula_steps` on the way.
template <Named E>
[[nodiscard]] constexpr Result<Formula<E>> negation(const Formula<E>& formula) noexcept {
    bool room = true;
    const auto terms = detail::primes_of_negation<formula_capacity, formula_steps>(formula.terms().begin(), formula.terms().end(), room);
    if (!room) return Error{Fault::too_many_terms, 1, 1, {}, {}};
    return Formula<E>(terms);
}

namespace detail {
/// Called only where a formula in the program has more than `formula_capacity` terms; its name is the message.
void more_terms_than_the_capacity();

template <class T>
[[nodiscard]] consteval T or_does_not_compile(const Result<T>& result) {
    if (!result) more_terms_than_the_capacity();
    return *result;
}
}  // namespace detail

/// Both, either, the opposite, for formulas written in the program. Error: does not compile beyond the capacity.
template <Named E>
[[nodiscard]] consteval Formula<E> operator&(const Formula<E>& left, const Formula<E>& right) {
    return detail::or_does_not_compile(conjunction(left, right));
}
template <Named E>
[[nodiscard]] consteval Formula<E> operator|(const Formula<E>& left, const Formula<E>& right) {
    return detail::or_does_not_compile(disjunction(left, right));
}
template <Named E>
[[nodiscard]] consteval Formula<E> operator~(const Formula<E>& formula) {
    return detail::or_does_not_compile(negation(formula));
}

/// A rule: a formula as written, all prime implicants of it (`when`), and all prime implicants of its negation
/// (`unless`). A rule must hold, or cannot hold, in every completion of what is open if and only if a prime of the one
/// side, or of the other, is satisfied by what is settled.
/// Source: Blake, Canonical expressions in Boolean algebra (1937); Quine, The problem of simplifying truth functions (1952).
template <Named E>
class Rule {
public:
    /// The rule that never holds.
    constexpr Rule() noexcept : unless_(always<E>()) {}

    /// Error: too_many_terms when either side has more terms than the capacity, or a step on the way to it more than
    /// `formula_steps`.
    [[nodiscard]] static constexpr Result<Rule> of(const Formula<E>& written) noexcept {
        const auto unless = negation(written);
        if (!unless) return unless.error();
        Rule rule;
        rule.written_ = written;
        if (written.terms().size() == 1 && !written.terms()[0].contradictory()) {  // is all that its primes can be
            rule.when_ = written;
            rule.unless_ = *unless;
            return rule;
        }
        const auto when = negation(*unless);
        if (!when) return when.error();
        rule.when_ = *when;
        rule.unless_ = *unless;
        return rule;
    }

    /// As written: what explanations cite.
    [[nodiscard]] constexpr const Formula<E>& written() const noexcept { return written_; }
    /// All prime implicants: each of them is enough.
    [[nodiscard]] constexpr const Formula<E>& when() const noexcept { return when_; }
    /// All prime implicants of the negation: each of them rules it out.
    [[nodiscard]] constexpr const Formula<E>& unless() const noexcept { return unless_; }
    /// The rule that holds when this one fails: the sides change places.
    [[nodiscard]] constexpr Rule negated() const noexcept {
        Rule rule;
        rule.written_ = unless_;
        rule.when_ = unless_;
        rule.unless_ = when_;
        return rule;
    }

private:
    Formula<E> written_{};
    Formula<E> when_{};
    Formula<E> unless_{};
};

/// The rule of a formula that is written in the program. Error: does not compile beyond the capacity.
template <Named E>
[[nodiscard]] consteval Rule<E> rule(const Formula<E>& written) {
    return detail::or_does_not_compile(Rule<E>::of(written));
}

}  // namespace trimode
