// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Reading: a formula or a rule is read through an algebra; the truth reading and the change reading.
/// Layer: framework.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>

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
/// Whether an algebra promises not to throw, in which case reading through it does not either.
template <class E, class A>
inline constexpr bool reads_noexcept = requires(const A& algebra, const typename A::Value& value) {
    { algebra.zero() } noexcept;
    { algebra.one() } noexcept;
    { algebra.sum(value, value) } noexcept;
    { algebra.product(value, value) } noexcept;
    { algebra.literal(E{}, true) } noexcept;
};
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
[[nodiscard]] constexpr auto read(const Rule<E>& rule, const A& algebra) noexcept(detail::reads_noexcept<E, A>) {
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
    [[nodiscard]] constexpr bool sum(bool left, bool right) const noexcept { return left || right; }
    [[nodiscard]] constexpr bool product(bool left, bool right) const noexcept { return left && right; }
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
    const std::uint64_t against = (settled >> 32U) | (settled << 32U);
    typename Formula<E>::Terms left;
    for (const Cube& prime : primes.terms()) {
        if ((prime.word() & against) != 0) continue;
        const std::uint64_t open = prime.word() & ~settled;
        static_cast<void>(left.absorb(Cube{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(open >> 32U)}));
    }
    return Formula<E>(left);
}

/// The open conditions on which the answer still depends: settling any other changes nothing. Empty when it is settled.
template <Named E>
[[nodiscard]] constexpr Set<E> matters(const Rule<E>& rule, Facts<E> facts) noexcept {
    return restricted(rule.when(), facts).conditions();
}

/// One way to satisfy a term: what would have to be otherwise than told, and what would have to be settled.
struct Change {
    Cube turn{};    ///< Literals that are told the other way.
    Cube settle{};  ///< Literals that are unknown or contested.

    [[nodiscard]] constexpr int turns() const noexcept { return turn.size(); }
    [[nodiscard]] constexpr int settles() const noexcept { return settle.size(); }
    /// Everything that it asks for.
    [[nodiscard]] constexpr Cube all() const noexcept { return turn & settle; }
    /// Whether it costs less: first what must turn, then what must be settled.
    [[nodiscard]] constexpr bool cheaper_than(const Change& other) const noexcept {
        return turns() != other.turns() ? turns() < other.turns() : settles() < other.settles();
    }
    [[nodiscard]] friend constexpr bool operator==(const Change&, const Change&) noexcept = default;
};

namespace detail {
/// What a term asks for beyond what is settled: its literals that are settled the other way, and those that are open.
[[nodiscard]] constexpr Change change_to(Cube term, std::uint64_t settled) noexcept {
    const auto cube = [](std::uint64_t bits) {
        return Cube{static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32U)};
    };
    const std::uint64_t against = (settled >> 32U) | (settled << 32U);
    return {cube(term.word() & against), cube(term.word() & ~settled & ~against)};
}
}  // namespace detail

/// All changes of the same, least cost: as many as there is room for, and how many there are. Empty: no change whatever
/// does it.
class LeastChanges {
public:
    /// How many of them are here.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr const Change& operator[](std::size_t i) const noexcept { return changes_[i]; }
    [[nodiscard]] constexpr const Change* begin() const noexcept { return changes_.data(); }
    [[nodiscard]] constexpr const Change* end() const noexcept { return changes_.data() + size_; }

    /// How many there are, with those for which there was no room. One that had no room is counted each time that it is
    /// considered; `least_change` considers each once.
    [[nodiscard]] constexpr std::size_t ways() const noexcept { return ways_; }
    /// Whether all of them are here.
    [[nodiscard]] constexpr bool complete() const noexcept { return ways_ == size_; }

    /// Adds a change that costs as much as those that are there, and is none of them. Without room it is only counted.
    constexpr void append(const Change& change) noexcept {
        ++ways_;
        if (size_ < changes_.size()) changes_[size_++] = change;
    }
    /// Keeps a change if none that is there is cheaper, and then only those that cost as little.
    constexpr void consider(const Change& change) noexcept {
        if (size_ > 0 && changes_[0].cheaper_than(change)) return;
        if (size_ > 0 && change.cheaper_than(changes_[0])) size_ = ways_ = 0;
        for (const Change& there : *this) {
            if (there == change) return;
        }
        append(change);
    }
    /// Considers each of the others; those that are only counted there are counted here if they cost as little.
    constexpr void consider_all(const LeastChanges& others) noexcept {
        for (const Change& change : others) consider(change);
        if (!others.complete() && !changes_[0].cheaper_than(others[0])) count_further(others.ways_ - others.size_);
    }
    /// Counts so many more of the same cost that are not here.
    constexpr void count_further(std::size_t ways) noexcept { ways_ += ways; }

private:
    std::array<Change, formula_capacity> changes_{};
    std::size_t size_ = 0;
    std::size_t ways_ = 0;
};

/// The change reading: a sum keeps the cheapest candidates, a product joins what both ask for. Exact on terms of primes,
/// because a change that satisfies the rule satisfies one of its primes, and anything beyond that prime is superfluous. A
/// rule has no more primes than there is room for changes.
template <Named E>
class ChangeReading {
public:
    using Value = LeastChanges;
    constexpr explicit ChangeReading(Facts<E> facts) noexcept : settled_(facts.settled()) {}

    [[nodiscard]] constexpr Value zero() const noexcept { return {}; }
    [[nodiscard]] constexpr Value one() const noexcept { return term(Cube{}); }
    [[nodiscard]] constexpr Value sum(const Value& left, const Value& right) const noexcept {
        Value value = left;
        value.consider_all(right);
        return value;
    }
    [[nodiscard]] constexpr Value product(const Value& left, const Value& right) const noexcept {
        Value value;
        for (const Change& a : left) {
            for (const Change& b : right) value.consider({a.turn & b.turn, a.settle & b.settle});
        }
        // What is only counted cannot be joined: so many more, at most.
        value.count_further(left.ways() * right.ways() - left.size() * right.size());
        return value;
    }
    [[nodiscard]] constexpr Value literal(E condition, bool positive) const noexcept {
        const std::uint32_t bit = std::uint32_t{1} << index(condition);
        return term(positive ? Cube{bit, 0} : Cube{0, bit});
    }
    [[nodiscard]] constexpr Value term(Cube term) const noexcept {
        Value value;
        value.append(detail::change_to(term, settled_));
        return value;
    }

private:
    std::uint64_t settled_;
};

}  // namespace trimode
