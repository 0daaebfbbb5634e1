// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/formula.hpp>

#include "framework/brute_force.hpp"
#include "framework/letters.hpp"

namespace {

using test::Letter;
using trimode::conjunction;
using trimode::Cube;
using trimode::disjunction;
using trimode::Fault;
using trimode::formula_capacity;
using trimode::is;
using trimode::negation;
using Formula = trimode::Formula<Letter>;
using Rule = trimode::Rule<Letter>;

static_assert(std::is_trivially_copyable_v<Formula> && std::is_trivially_copyable_v<Rule>);
static_assert(std::is_nothrow_default_constructible_v<Formula> &&
              std::is_nothrow_default_constructible_v<Rule>);
static_assert(noexcept(conjunction(Formula{}, Formula{})) && noexcept(disjunction(Formula{},
                                                                                  Formula{})));
static_assert(
    noexcept(negation(Formula{})) && noexcept(Rule::of(Formula{})) && noexcept(Rule{}.negated()));

Formula formula_of(const std::vector<Cube>& cubes) {
    Formula::Terms terms;
    for (const Cube& cube : cubes) CHECK(terms.append(cube));
    return Formula(terms);
}

/// More conditions than the letters: nine, and some to spare.
enum class Nine : std::uint8_t {};
[[maybe_unused]] consteval auto names_of(Nine) {
    return trimode::names<Nine>("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
}
using Cubed = trimode::Formula<Nine>;

/// A tower of pairs: A*B + C*D + E*Z.
constexpr auto pairs = (is(Letter::alpha) & is(Letter::beta)) |
                       (is(Letter::gamma) & is(Letter::delta)) |
                       (is(Letter::epsilon) & is(Letter::zeta));

/// Holds for an odd number of conditions: nothing can be joined, every case is a prime.
Formula parity(std::uint32_t n) {
    std::vector<Cube> cubes;
    const std::uint32_t all = (1U << n) - 1U;
    for (std::uint32_t a = 0; a <= all; ++a) {
        if (std::popcount(a) % 2 != 0) cubes.push_back({a, all & ~a});
    }
    return formula_of(cubes);
}

}  // namespace

TEST_CASE("the smallest formulas") {
    static_assert(trimode::always<Letter>().terms().size() == 1);
    static_assert(trimode::always<Letter>().terms()[0] == Cube{});
    static_assert(trimode::never<Letter>().terms().size() == 0);
    static_assert(Formula{}.terms().size() == 0);
    for (std::uint32_t i = 0; i < 6; ++i) {
        const auto formula = is(static_cast<Letter>(i));
        CHECK(formula.terms().size() == 1);
        CHECK(formula.terms()[0] == Cube{1U << i, 0});
        CHECK(formula.conditions() == trimode::Set<Letter>{static_cast<Letter>(i)});
    }
    static_assert((~trimode::always<Letter>()).terms().size() == 0);
    static_assert((~trimode::never<Letter>()).terms()[0] == Cube{});
    static_assert((~is(Letter::beta)).terms()[0] == Cube{0, 2});
}

TEST_CASE("a formula keeps its terms as written") {
    constexpr auto a = is(Letter::alpha);
    constexpr auto b = is(Letter::beta);
    constexpr auto written = b | (a & b) | a | a;
    static_assert(written.terms().size() == 4);
    CHECK(written.terms()[0] == Cube{2, 0});
    CHECK(written.terms()[1] == Cube{3, 0});
    CHECK(written.terms()[2] == Cube{1, 0});
    CHECK(written.terms()[3] == Cube{1, 0});
    constexpr auto product = (a | b) & (a | ~b);
    static_assert(product.terms().size() == 4);
    CHECK(product.terms()[0] == Cube{1, 0});
    CHECK(product.terms()[1] == Cube{1, 2});
    CHECK(product.terms()[2] == Cube{3, 0});
    CHECK(product.terms()[3] == Cube{2, 2});  // contradicts itself, and stays as it was written
    CHECK(product.conditions() == trimode::Set<Letter>{Letter::alpha, Letter::beta});
}

TEST_CASE("both and either and the opposite of random formulas") {
    const test::Universe universe(6);
    test::Generator random(10);
    std::size_t wrong = 0;
    for (int i = 0; i < 500; ++i) {
        const auto left = test::random_formula(random, 6, random.below(6));
        const auto right = test::random_formula(random, 6, random.below(6));
        const auto a = where(universe, left.terms());
        const auto b = where(universe, right.terms());
        const auto both = conjunction(left, right);
        const auto either = disjunction(left, right);
        const auto opposite = negation(left);
        if (!both || !either) {
            ++wrong;
            continue;
        }
        const test::Assignments product{{a.words[0] & b.words[0], 0}};
        const test::Assignments sum{{a.words[0] | b.words[0], 0}};
        if (where(universe, both->terms()) != product ||
            both->terms().size() != left.terms().size() * right.terms().size())
            ++wrong;
        if (where(universe, either->terms()) != sum ||
            either->terms().size() != left.terms().size() + right.terms().size())
            ++wrong;
        if (opposite && where(universe, opposite->terms()) != universe.except(a)) ++wrong;
        if (opposite &&
            !test::same_elements(opposite->terms(), primes(universe, universe.except(a))))
            ++wrong;
        if (!opposite && opposite.error().fault != Fault::too_many_terms) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("terms up to the capacity and one beyond") {
    static_assert(formula_capacity == 32);
    Formula::Terms terms;
    for (std::uint32_t i = 0; i < 31; ++i) CHECK(terms.append({i, 0}));
    const Formula one_less(terms);
    const auto full = disjunction(one_less, is(Letter::alpha));
    CHECK(full.ok());
    CHECK(full->terms().size() == 32);
    const auto beyond = disjunction(*full, is(Letter::alpha));
    CHECK_FALSE(beyond.ok());
    CHECK(beyond.error().fault == Fault::too_many_terms);
    CHECK(disjunction(*full, Formula{}).ok());
    CHECK(conjunction(*full, is(Letter::alpha)).ok());
    CHECK(conjunction(*full, trimode::always<Letter>()).ok());
    CHECK(conjunction(*full, trimode::never<Letter>())->terms().size() == 0);
    const auto doubled = conjunction(*full, *disjunction(is(Letter::alpha), is(Letter::beta)));
    CHECK(doubled.error().fault == Fault::too_many_terms);
    CHECK(negation(*full).ok());
}

TEST_CASE("the rule that never holds") {
    constexpr Rule rule;
    static_assert(rule.written().terms().size() == 0 && rule.when().terms().size() == 0);
    static_assert(rule.unless().terms().size() == 1 && rule.unless().terms()[0] == Cube{});
    static_assert(rule.negated().when().terms().size() == 1);
}

TEST_CASE("the rules of constants and of what contradicts itself") {
    const auto always = Rule::of(trimode::always<Letter>());
    CHECK(always->when().terms().size() == 1);
    CHECK(always->when().terms()[0] == Cube{});
    CHECK(always->unless().terms().size() == 0);
    const auto contradictory = Rule::of(formula_of({{3, 1}, {4, 4}}));
    CHECK(contradictory->written().terms().size() == 2);
    CHECK(contradictory->when().terms().size() == 0);
    CHECK(contradictory->unless().terms()[0] == Cube{});
    const auto excluded_middle = Rule::of(formula_of({{1, 0}, {0, 1}}));
    CHECK(excluded_middle->written().terms().size() == 2);
    CHECK(excluded_middle->when().terms().size() == 1);
    CHECK(excluded_middle->when().terms()[0] == Cube{});
}

TEST_CASE("the primes of both sides of random formulas") {
    test::Generator random(11);
    for (std::size_t n = 3; n <= 6; ++n) {
        const test::Universe universe(n);
        std::size_t wrong = 0;
        std::size_t made = 0;
        for (int i = 0; i < 600; ++i) {
            const auto formula = test::random_formula(random, n, random.below(9));
            const auto function = where(universe, formula.terms());
            const auto rule = Rule::of(formula);
            if (!rule) {
                if (n < 6 || rule.error().fault != Fault::too_many_terms) ++wrong;
                continue;
            }
            ++made;
            if (!test::same_elements(rule->when().terms(), primes(universe, function))) ++wrong;
            if (!test::same_elements(rule->unless().terms(),
                                     primes(universe, universe.except(function))))
                ++wrong;
            bool as_written = rule->written().terms().size() == formula.terms().size();
            for (std::size_t k = 0; k < formula.terms().size() && as_written; ++k) {
                as_written = rule->written().terms()[k] == formula.terms()[k];
            }
            if (!as_written) ++wrong;
        }
        CHECK(wrong == 0);
        CHECK(made > 550);
    }
}

TEST_CASE("a negated rule changes its sides") {
    constexpr auto rule = trimode::rule(pairs);
    constexpr auto negated = rule.negated();
    CHECK(test::same_elements(negated.when().terms(), rule.unless().terms()));
    CHECK(test::same_elements(negated.unless().terms(), rule.when().terms()));
    CHECK(test::same_elements(negated.written().terms(), rule.unless().terms()));
    const auto anew = Rule::of(*negation(pairs));
    CHECK(test::same_elements(anew->when().terms(), negated.when().terms()));
    CHECK(test::same_elements(anew->unless().terms(), negated.unless().terms()));
    const auto twice = negated.negated();
    CHECK(test::same_elements(twice.when().terms(), rule.when().terms()));
    CHECK(test::same_elements(twice.unless().terms(), rule.unless().terms()));
}

TEST_CASE("equivalent formulas have the same primes") {
    test::Generator random(12);
    std::size_t wrong = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto formula = test::random_formula(random, 5, 1 + random.below(6));
        std::vector<Cube> cubes(formula.terms().begin(), formula.terms().end());
        for (std::uint32_t k = random.below(5); k > 0; --k) {
            const std::uint32_t place = random.below(static_cast<std::uint32_t>(cubes.size()));
            const Cube cube = cubes[place];
            const std::uint32_t bit = 1U << random.below(5);
            switch (random.below(3)) {
                case 0:
                    cubes.push_back(cube);
                    break;  // said twice
                case 1:
                    cubes.push_back(cube & Cube{bit, 0});
                    break;  // said more narrowly
                default:    // split in two
                    cubes[place] = cube & Cube{bit, 0};
                    cubes.push_back(cube & Cube{0, bit});
            }
            std::swap(cubes.back(), cubes[random.below(static_cast<std::uint32_t>(cubes.size()))]);
        }
        const auto one = Rule::of(formula);
        const auto other = Rule::of(formula_of(cubes));
        if (!one || !other || !test::same_elements(one->when().terms(), other->when().terms()) ||
            !test::same_elements(one->unless().terms(), other->unless().terms())) {
            ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("every rule over at most five conditions fits") {
    const test::Universe universe(5);
    test::Generator random(13);
    // The cases of a function, one bit each, in any order.
    const auto shuffled = [&random](std::uint32_t function) {
        std::vector<Cube> cubes;
        for (std::uint32_t a = 0; a < 32; ++a) {
            if (((function >> a) & 1U) == 0) continue;
            cubes.push_back({a, 31U & ~a});
            std::swap(cubes.back(), cubes[random.below(static_cast<std::uint32_t>(cubes.size()))]);
        }
        return formula_of(cubes);
    };
    // Found by climbing, as the function with the most primes.
    constexpr std::uint32_t widest = 0x9ee7e779U;
    CHECK(primes(universe, where(universe, shuffled(widest).terms())).size() == formula_capacity);
    std::size_t wrong = 0;
    for (int i = 0; i < 300; ++i) {
        const auto rule = Rule::of(shuffled(widest));
        const auto opposite = Rule::of(shuffled(~widest));
        if (!rule || rule->when().terms().size() != 32 || !opposite ||
            opposite->unless().terms().size() != 32)
            ++wrong;
    }
    for (int i = 0; i < 4000; ++i) {
        const auto any = static_cast<std::uint32_t>(random.next() >> 32U);
        if (!Rule::of(shuffled(any))) ++wrong;
        if (!Rule::of(test::random_formula(random, 5, 10 + random.below(23)))) ++wrong;
    }
    CHECK(wrong == 0);
    // Found by climbing too, as the formula with the most terms on the way to its primes.
    CHECK(Rule::of(formula_of({{30, 1}, {23, 8}, {29, 2}, {15, 16}, {16, 15}, {4, 27}, {2, 29},
                               {1, 30}, {27, 4}, {1, 30}, {8, 23},  {9, 22},  {6, 16}, {10, 1},
                               {8, 19}, {25, 2}, {1, 30}, {1, 28},  {31, 0},  {5, 24}, {4, 17},
                               {8, 21}, {2, 12}, {20, 2}, {19, 8},  {8, 21}}))
              .ok());
    CHECK(Rule::of(parity(5))->when().terms().size() == 16);
    CHECK(Rule::of(parity(5))->unless().terms().size() == 16);
}

TEST_CASE("a rule is refused when either side, or a step on the way, is beyond the capacity, it is never wrong") {
    CHECK(Rule::of(pairs)->unless().terms().size() == 8);
    // An odd number of six has 32 primes on either side, which fits; on the way there are more.
    const test::Universe universe(6);
    const auto odd = parity(6);
    CHECK(primes(universe, where(universe, odd.terms())).size() == 32);
    bool room = true;
    static_cast<void>(trimode::primes_of_negation<formula_capacity>(odd.terms().view(), room));
    CHECK_FALSE(room);
    CHECK(Rule::of(odd)->when().terms().size() == 32);
    CHECK(Rule::of(odd)->unless().terms().size() == 32);

    test::Generator random(14);
    std::size_t refused = 0;
    std::size_t wrong = 0;
    std::size_t beyond = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto formula = test::random_formula(random, 6, 6 + random.below(20));
        const auto holds = where(universe, formula.terms());
        const auto rule = Rule::of(formula);
        const bool fits = primes(universe, holds).size() <= formula_capacity &&
                          primes(universe, universe.except(holds)).size() <= formula_capacity;
        if (fits && !rule) ++refused;
        if (!fits && rule) ++wrong;
        if (!rule && rule.error().fault != Fault::too_many_terms) ++wrong;
        if (rule && where(universe, rule->when().terms()) != holds) ++wrong;
        if (rule && where(universe, rule->unless().terms()) != universe.except(holds)) ++wrong;
        if (!fits) ++beyond;
    }
    CHECK(refused == 0);
    CHECK(wrong == 0);
    CHECK(beyond > 0);
}

TEST_CASE("rules of which both sides fit are made, though a step on the way is wider") {
    // For each of n groups of three conditions: they are not all the same. 3n terms; 2^n ways not to be, and in the
    // place of each three terms as written six primes.
    const auto groups = [](std::uint32_t n) {
        std::vector<Cube> cubes;
        for (std::uint32_t group = 0; group < n; ++group) {
            for (std::uint32_t i = 0; i < 3; ++i) {
                cubes.push_back({1U << (3 * group + i), 1U << (3 * group + (i + 1) % 3)});
            }
        }
        Formula::Terms terms;
        for (const Cube& cube : cubes) CHECK(terms.append(cube));
        return Cubed(terms);
    };
    for (std::uint32_t n = 1; n <= 3; ++n) {
        const auto rule = trimode::Rule<Nine>::of(groups(n));
        REQUIRE(rule.ok());
        CHECK(rule->when().terms().size() == 6 * n);
        CHECK(rule->unless().terms().size() == std::size_t{1} << n);
    }
    // Beyond the capacity on one side it is refused as before: 2^6 ways out of six pairs.
    std::vector<Cube> cubes;
    for (std::uint32_t i = 0; i < 6; ++i) cubes.push_back({3U << (2 * i), 0});
    Formula::Terms terms;
    for (const Cube& cube : cubes) CHECK(terms.append(cube));
    CHECK(trimode::Rule<Nine>::of(Cubed(terms)).error().fault == Fault::too_many_terms);
}
