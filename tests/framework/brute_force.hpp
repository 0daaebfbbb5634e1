// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The slow and obvious second version of the readings: every completion, every cube, every change
/// is tried.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <trimode/base/facts.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/inference/least_change.hpp>

#include "base/generator.hpp"

namespace test {

/// Some of the at most 2^7 assignments of true and false to n conditions: bit a stands for
/// assignment a, and bit i of a for condition i.
struct Assignments {
    std::array<std::uint64_t, 2> words{};

    void insert(std::uint32_t a) { words[a / 64] |= std::uint64_t{1} << (a % 64); }
    [[nodiscard]] bool contains(std::uint32_t a) const {
        return ((words[a / 64] >> (a % 64)) & 1U) != 0;
    }
    [[nodiscard]] bool all_in(const Assignments& other) const {
        return (words[0] & ~other.words[0]) == 0 && (words[1] & ~other.words[1]) == 0;
    }
    friend bool operator==(const Assignments&, const Assignments&) = default;
};

/// The assignments of n conditions, and those that are left once some conditions are given.
class Universe {
  public:
    /// What is given of one condition: a state is a number with a digit to the base of three for
    /// each condition.
    enum Given : std::uint32_t { open = 0, is_true = 1, is_false = 2 };

    explicit Universe(std::size_t n) : n_(n) {
        std::uint32_t states = 1;
        for (std::size_t i = 0; i < n; ++i) {
            place_.push_back(states);
            states *= 3;
        }
        for (std::uint32_t a = 0; a < (1U << n); ++a) all_.insert(a);
        left_.resize(states);
        for (std::uint32_t state = 0; state < states; ++state) {
            for (std::uint32_t a = 0; a < (1U << n); ++a) {
                bool fits = true;
                for (std::size_t i = 0; i < n && fits; ++i) {
                    const std::uint32_t digit = given(state, i);
                    const bool holds = ((a >> i) & 1U) != 0;
                    fits = digit == open || (digit == is_true) == holds;
                }
                if (fits) left_[state].insert(a);
            }
        }
    }

    [[nodiscard]] std::size_t conditions() const { return n_; }
    [[nodiscard]] std::uint32_t states() const { return static_cast<std::uint32_t>(left_.size()); }
    [[nodiscard]] std::uint32_t given(std::uint32_t state, std::size_t i) const {
        return state / place_[i] % 3;
    }
    [[nodiscard]] std::uint32_t place(std::size_t i) const { return place_[i]; }
    [[nodiscard]] const Assignments& left(std::uint32_t state) const { return left_[state]; }
    [[nodiscard]] const Assignments& all() const { return all_; }

    [[nodiscard]] Assignments except(const Assignments& some) const {
        return {{all_.words[0] & ~some.words[0], all_.words[1] & ~some.words[1]}};
    }

    /// What facts give: what is unknown or contested stays open.
    template <class E>
    [[nodiscard]] std::uint32_t state(trimode::Facts<E> facts) const {
        std::uint32_t result = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            const trimode::Truth truth = facts[static_cast<E>(i)];
            if (truth == trimode::Truth::holds) result += is_true * place_[i];
            if (truth == trimode::Truth::fails) result += is_false * place_[i];
        }
        return result;
    }

    [[nodiscard]] trimode::Cube cube(std::uint32_t state) const {
        trimode::Cube result;
        for (std::size_t i = 0; i < n_; ++i) {
            if (given(state, i) == is_true) result.holding |= 1U << i;
            if (given(state, i) == is_false) result.failing |= 1U << i;
        }
        return result;
    }

  private:
    std::size_t n_;
    std::vector<std::uint32_t> place_;
    std::vector<Assignments> left_;
    Assignments all_;
};

/// Where a disjunction of cubes holds: literal by literal.
template <class Cubes>
[[nodiscard]] Assignments where(const Universe& universe, const Cubes& cubes) {
    Assignments result;
    for (std::uint32_t a = 0; a < (1U << universe.conditions()); ++a) {
        for (const trimode::Cube& cube : cubes) {
            bool satisfied = true;
            for (std::uint32_t i = 0; i < 32; ++i) {
                const bool holds = ((a >> i) & 1U) != 0;
                if (((cube.holding >> i) & 1U) != 0 && !holds) satisfied = false;
                if (((cube.failing >> i) & 1U) != 0 && holds) satisfied = false;
            }
            if (satisfied) {
                result.insert(a);
                break;
            }
        }
    }
    return result;
}

/// The answer over all completions of what is open.
[[nodiscard]] inline trimode::Answer answer(const Universe& universe, const Assignments& function,
                                            std::uint32_t state) {
    if (universe.left(state).all_in(function)) return trimode::Answer::holds;
    if (universe.left(state).all_in(universe.except(function))) return trimode::Answer::fails;
    return trimode::Answer::open;
}

/// The open conditions for which two completions that differ only in them give different answers.
[[nodiscard]] inline std::uint32_t matters(const Universe& universe, const Assignments& function,
                                           std::uint32_t state) {
    std::uint32_t result = 0;
    for (std::size_t i = 0; i < universe.conditions(); ++i) {
        if (universe.given(state, i) != Universe::open) continue;
        for (std::uint32_t a = 0; a < (1U << universe.conditions()); ++a) {
            const std::uint32_t other = a ^ (1U << i);
            if (universe.left(state).contains(a) &&
                function.contains(a) != function.contains(other))
                result |= 1U << i;
        }
    }
    return result;
}

/// The prime implicants, by trying every cube and every cube with one literal less.
[[nodiscard]] inline std::vector<trimode::Cube> primes(const Universe& universe,
                                                       const Assignments& function) {
    std::vector<trimode::Cube> result;
    for (std::uint32_t state = 0; state < universe.states(); ++state) {
        if (!universe.left(state).all_in(function)) continue;
        bool prime = true;
        for (std::size_t i = 0; i < universe.conditions(); ++i) {
            const std::uint32_t digit = universe.given(state, i);
            if (digit != Universe::open &&
                universe.left(state - digit * universe.place(i)).all_in(function))
                prime = false;
        }
        if (prime) result.push_back(universe.cube(state));
    }
    return result;
}

/// Every choice of leave, set true, set false for every condition; of those after which only what
/// is wanted is left, all of the least cost: first how much of what is told must turn, then how
/// much of what is open must be settled.
class LeastChangesByTrying {
  public:
    LeastChangesByTrying(const Universe& universe, const Assignments& wanted, std::uint32_t state)
        : universe_(universe), wanted_(wanted) {
        choose(0, state, {});
    }
    [[nodiscard]] const std::vector<trimode::Change>& changes() const { return best_; }

  private:
    void choose(std::size_t i, std::uint32_t state, const trimode::Change& change) {
        if (!best_.empty() && cost(best_.front()) < cost(change))
            return;  // more choices only cost more
        if (i == universe_.conditions()) {
            if (!universe_.left(state).all_in(wanted_)) return;
            if (!best_.empty() && cost(change) < cost(best_.front())) best_.clear();
            best_.push_back(change);
            return;
        }
        choose(i + 1, state, change);
        const std::uint32_t told = universe_.given(state, i);
        for (const std::uint32_t to :
             {std::uint32_t{Universe::is_true}, std::uint32_t{Universe::is_false}}) {
            if (to == told) continue;  // it is so already
            trimode::Change more = change;
            trimode::Cube& part = told == Universe::open ? more.settle : more.turn;
            (to == Universe::is_true ? part.holding : part.failing) |= 1U << i;
            choose(i + 1, state - told * universe_.place(i) + to * universe_.place(i), more);
        }
    }
    static std::uint32_t cost(const trimode::Change& change) {
        const auto literals = [](trimode::Cube cube) {
            return static_cast<std::uint32_t>(std::popcount(cube.holding) +
                                              std::popcount(cube.failing));
        };
        return literals(change.turn) * 100 + literals(change.settle);
    }

    const Universe& universe_;
    Assignments wanted_;
    std::vector<trimode::Change> best_;
};

/// The same elements, each as often, in whatever order.
template <class Left, class Right>
[[nodiscard]] bool same_elements(const Left& left, const Right& right) {
    if (left.size() != right.size()) return false;
    std::vector<bool> used(right.size());
    for (const auto& one : left) {
        bool found = false;
        std::size_t k = 0;
        for (const auto& other : right) {
            if (!found && !used[k] && one == other) {
                used[k] = true;
                found = true;
            }
            ++k;
        }
        if (!found) return false;
    }
    return true;
}

/// The facts with a truth for each condition: two bits of the code each.
template <class E>
[[nodiscard]] trimode::Facts<E> facts_of(std::size_t n, std::uint32_t code) {
    trimode::Facts<E> facts;
    for (std::size_t i = 0; i < n; ++i) {
        facts.set(static_cast<E>(i), static_cast<trimode::Truth>((code >> (2 * i)) & 3U));
    }
    return facts;
}

/// An algebra without `term`: what it says of a term is the fold over its literals.
template <class Whole>
class LiteralByLiteral {
  public:
    using Value = typename Whole::Value;
    explicit LiteralByLiteral(const Whole& whole) : whole_(whole) {}
    [[nodiscard]] Value zero() const { return whole_.zero(); }
    [[nodiscard]] Value one() const { return whole_.one(); }
    [[nodiscard]] Value sum(const Value& left, const Value& right) const {
        return whole_.sum(left, right);
    }
    [[nodiscard]] Value product(const Value& left, const Value& right) const {
        return whole_.product(left, right);
    }
    template <class E>
    [[nodiscard]] Value literal(E condition, bool positive) const {
        return whole_.literal(condition, positive);
    }

  private:
    Whole whole_;
};

/// How many of the answers of a rule for these facts differ from what trying everything gives.
template <class E>
[[nodiscard]] std::size_t wrong_truth(const Universe& universe, const Assignments& function,
                                      const trimode::Rule<E>& rule, trimode::Facts<E> facts) {
    const trimode::TruthReading<E> reading(facts);
    const std::uint32_t state = universe.state(facts);
    const trimode::Answer expected = answer(universe, function, state);
    const trimode::Answer opposite = answer(universe, universe.except(function), state);
    std::size_t wrong = 0;
    if (read(rule, reading) != expected) ++wrong;
    if (read(rule.negated(), reading) != opposite) ++wrong;
    if (read(rule.when(), reading) != (expected == trimode::Answer::holds)) ++wrong;
    if (read(rule.unless(), reading) != (expected == trimode::Answer::fails)) ++wrong;
    const auto sides = read(rule, LiteralByLiteral(reading));
    if (sides.when != read(rule.when(), reading) || sides.unless != read(rule.unless(), reading))
        ++wrong;
    if (matters(rule, facts).bits() != matters(universe, function, state)) ++wrong;
    if (matters(rule.negated(), facts) != matters(rule, facts)) ++wrong;
    return wrong;
}

/// The same for the least changes, to give the verdict and to end it.
template <class E>
[[nodiscard]] std::size_t wrong_changes(const Universe& universe, const Assignments& function,
                                        const trimode::Rule<E>& rule, trimode::Facts<E> facts) {
    const std::uint32_t state = universe.state(facts);
    const auto is_least = [&](trimode::Aim aim, const Assignments& wanted) {
        return same_elements(least_change(facts, rule, aim),
                             LeastChangesByTrying(universe, wanted, state).changes());
    };
    const bool holds = answer(universe, function, state) == trimode::Answer::holds;
    return std::size_t{!is_least(trimode::Aim::give, function)} +
           std::size_t{!is_least(trimode::Aim::end, universe.except(function))} +
           std::size_t{least_change(facts, rule).nothing_to_change() != holds};
}

/// How much of a rule is not as trying everything gives it: what is written, the primes of both
/// sides, the answers for all 4^n facts, and the least changes for all facts of the conditions of
/// which it speaks, the others being anything.
template <class E>
[[nodiscard]] std::size_t wrong_rule(const Universe& universe, const Assignments& function,
                                     const trimode::Rule<E>& rule) {
    std::size_t wrong = 0;
    if (where(universe, rule.written().terms()) != function) ++wrong;
    if (where(universe, rule.when().terms()) != function) ++wrong;
    if (where(universe, rule.unless().terms()) != universe.except(function)) ++wrong;
    if (!same_elements(rule.when().terms(), primes(universe, function))) ++wrong;
    if (!same_elements(rule.unless().terms(), primes(universe, universe.except(function)))) ++wrong;

    const std::size_t n = universe.conditions();
    for (std::uint32_t code = 0; code < (1U << (2 * n)); ++code) {
        wrong += wrong_truth(universe, function, rule, facts_of<E>(n, code));
    }

    Generator random(9);
    const auto spoken = rule.written().conditions();
    for (std::uint32_t code = 0; code < (1U << (2 * spoken.size())); ++code) {
        auto facts = facts_of<E>(n, random.below(1U << (2 * n)));
        std::uint32_t rest = code;
        for (const E condition : spoken) {
            facts.set(condition, static_cast<trimode::Truth>(rest & 3U));
            rest >>= 2U;
        }
        wrong += wrong_changes(universe, function, rule, facts);
    }
    return wrong;
}

/// Where a function of an assignment holds; `holds(i)` in it asks for condition i.
template <class Function>
[[nodiscard]] Assignments where_true(const Universe& universe, Function function) {
    Assignments result;
    for (std::uint32_t a = 0; a < (1U << universe.conditions()); ++a) {
        if (function(a)) result.insert(a);
    }
    return result;
}

}  // namespace test
