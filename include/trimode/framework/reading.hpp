// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Reading: a formula or a rule is read through an algebra; the truth reading.
/// Layer: framework.
#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/framework/formula.hpp>

namespace trimode {

/// What a formula can be read through: zero, one, sum, product, and a value for each literal; there is no NOT. An algebra may
/// value a whole term at once (`term(Cube)`), and may join the readings of both sides of a rule (`answer(when, unless)`).
/// Source: Green, Karvounarakis and Tannen, Provenance semirings (2007), for one expression read in many semirings.
template <class A, class E>
concept Algebra = requires(const A& algebra, const typename A::Value& value, E condition, bool positive) {
    { algebra.zero() } -> std::convertible_to<typename A::Value>;
    { algebra.one() } -> std::convertible_to<typename A::Value>;
    { algebra.sum(value, value) } -> std::convertible_to<typename A::Value>;
    { algebra.product(value, value) } -> std::convertible_to<typename A::Value>;
    { algebra.literal(condition, positive) } -> std::convertible_to<typename A::Value>;
};

namespace detail {
/// Whether nothing throws when a value of an algebra is copied, or put in the place of another.
template <class Value>
inline constexpr bool copies_noexcept =
    std::is_nothrow_copy_constructible_v<Value> && std::is_nothrow_move_constructible_v<Value> &&
    std::is_nothrow_move_assignable_v<Value> && std::is_nothrow_destructible_v<Value>;

/// Whether what an algebra gives becomes its value without throwing.
template <class A, class Given>
inline constexpr bool gives_noexcept = std::is_nothrow_convertible_v<Given, typename A::Value> &&
                                       std::is_nothrow_assignable_v<typename A::Value&, Given>;

/// Whether an algebra promises not to throw, in which case reading a formula through it does not either.
template <class E, class A>
inline constexpr bool reads_noexcept = [] {
    using Value = typename A::Value;
    if constexpr (!copies_noexcept<Value>) {
        return false;
    } else {
        constexpr bool sums = requires(const A& algebra, const Value& value) {
            { algebra.zero() } noexcept;
            { algebra.sum(value, value) } noexcept;
            requires gives_noexcept<A, decltype(algebra.zero())> &&
                         gives_noexcept<A, decltype(algebra.sum(value, value))>;
        };
        if constexpr (requires(const A& algebra) { algebra.term(Cube{}); }) {
            return sums && requires(const A& algebra) {
                { algebra.term(Cube{}) } noexcept;
                requires gives_noexcept<A, decltype(algebra.term(Cube{}))>;
            };
        } else {
            return sums && requires(const A& algebra, const Value& value) {
                { algebra.one() } noexcept;
                { algebra.product(value, value) } noexcept;
                { algebra.literal(E{}, true) } noexcept;
                requires gives_noexcept<A, decltype(algebra.one())> &&
                             gives_noexcept<A, decltype(algebra.product(value, value))> &&
                             gives_noexcept<A, decltype(algebra.literal(E{}, true))>;
            };
        }
    }
}();

/// The same of a rule, for which it may join what both sides give.
template <class E, class A>
inline constexpr bool reads_rule_noexcept = [] {
    using Value = typename A::Value;
    if constexpr (requires(const A& algebra, const Value& value) { algebra.answer(value, value); }) {
        return reads_noexcept<E, A> && requires(const A& algebra, const Value& value) {
            { algebra.answer(value, value) } noexcept;
        };
    } else {
        return reads_noexcept<E, A>;
    }
}();
}  // namespace detail

/// The value of one term: the product of its literals, unless the algebra values a whole term at once.
template <Named E, Algebra<E> A>
[[nodiscard]] constexpr typename A::Value read(Cube term, const A& algebra) noexcept(detail::reads_noexcept<E, A>) {
    if constexpr (requires { algebra.term(term); }) {
        return algebra.term(term);
    } else {
        typename A::Value value = algebra.one();
        for (const E condition : Set<E>::of_bits(term.holding)) {
            value = algebra.product(value, algebra.literal(condition, true));
        }
        for (const E condition : Set<E>::of_bits(term.failing)) {
            value = algebra.product(value, algebra.literal(condition, false));
        }
        return value;
    }
}

/// The value of a formula: the sum of its terms.
template <Named E, Algebra<E> A>
[[nodiscard]] constexpr typename A::Value read(const Formula<E>& formula, const A& algebra) noexcept(detail::reads_noexcept<E, A>) {
    typename A::Value value = algebra.zero();
    for (const Cube& term : formula.terms()) value = algebra.sum(value, read<E>(term, algebra));
    return value;
}

/// What an algebra says of both sides of a rule.
template <class Value>
struct BothSides {
    Value when{};
    Value unless{};
};

/// The reading of a rule: of its primes, and of the primes of its negation.
template <Named E, Algebra<E> A>
[[nodiscard]] constexpr auto read(const Rule<E>& rule, const A& algebra) noexcept(detail::reads_rule_noexcept<E, A>) {
    const auto when = read(rule.when(), algebra);
    const auto unless = read(rule.unless(), algebra);
    if constexpr (requires { algebra.answer(when, unless); }) {
        return algebra.answer(when, unless);
    } else {
        return BothSides<typename A::Value>{when, unless};
    }
}

/// What the truth reading says of a rule.
enum class Answer : std::uint8_t {
    open,   ///< Depends on what is not known, or on what the sources disagree about.
    holds,  ///< However the open questions turn out.
    fails,  ///< However the open questions turn out.
};

/// The spellings of Answer.
consteval auto names_of(Answer) { return names<Answer>("open", "holds", "fails"); }

/// The truth reading: a literal counts when it is settled. A rule holds (fails) in every completion of what is unknown or
/// contested if and only if the answer says so. Source: Kleene 1952 and Belnap 1977, on the primes of Blake 1937.
template <Named E>
class TruthReading {
public:
    using Value = bool;
    constexpr explicit TruthReading(Facts<E> facts) noexcept : settled_(facts.settled()) {}

    [[nodiscard]] constexpr bool zero() const noexcept { return false; }
    [[nodiscard]] constexpr bool one() const noexcept { return true; }
    // Without branches, which in random cases would be mispredicted.
    [[nodiscard]] constexpr bool sum(bool left, bool right) const noexcept { return left | right; }
    [[nodiscard]] constexpr bool product(bool left, bool right) const noexcept { return left & right; }
    [[nodiscard]] constexpr bool literal(E condition, bool positive) const noexcept {
        return ((settled_ >> (index(condition) + (positive ? 0U : 32U))) & 1U) != 0;
    }
    [[nodiscard]] constexpr bool term(Cube term) const noexcept { return (settled_ & term.word()) == term.word(); }
    [[nodiscard]] constexpr Answer answer(bool when, bool unless) const noexcept {
        return when ? Answer::holds : unless ? Answer::fails : Answer::open;
    }

private:
    std::uint64_t settled_;
};

/// What of a rule is left once the settled conditions are put in: its primes, restricted and absorbed.
template <Named E>
[[nodiscard]] constexpr Formula<E> restricted(const Formula<E>& primes, Facts<E> facts) noexcept {
    const std::uint64_t settled = facts.settled();
    const std::uint64_t against = detail::opposites(settled);
    typename Formula<E>::Terms left;
    for (const Cube& prime : primes.terms()) {
        if ((prime.word() & against) != 0) continue;
        const std::uint64_t open = prime.word() & ~settled;
        static_cast<void>(left.absorb(Cube::of_word(open)));
    }
    return Formula<E>(left);
}

/// The open conditions on which the answer still depends: settling any other changes nothing. Empty when it is settled.
template <Named E>
[[nodiscard]] constexpr Set<E> matters(const Rule<E>& rule, Facts<E> facts) noexcept {
    return restricted(rule.when(), facts).conditions();
}

}  // namespace trimode
