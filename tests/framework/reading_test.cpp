// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/reading.hpp>

#include "base/enumeration.hpp"
#include "framework/brute_force.hpp"
#include "framework/letters.hpp"

namespace {

using test::Letter;
using trimode::Answer;
using trimode::Cube;
using trimode::is;
using trimode::Truth;
using trimode::TruthReading;
using Facts = trimode::Facts<Letter>;
using Formula = trimode::Formula<Letter>;
using Rule = trimode::Rule<Letter>;

static_assert(trimode::Algebra<TruthReading<Letter>, Letter>);
static_assert(trimode::Algebra<test::LiteralByLiteral<TruthReading<Letter>>, Letter>);
static_assert(!trimode::Algebra<TruthReading<Letter>, trimode::Truth> &&
              !trimode::Algebra<int, Letter>);
static_assert(std::is_trivially_copyable_v<TruthReading<Letter>> &&
              sizeof(TruthReading<Letter>) == 8);
static_assert(!std::is_convertible_v<Facts, TruthReading<Letter>>);
static_assert(Answer{} == Answer::open);
static_assert(noexcept(read(Rule{}, TruthReading<Letter>(Facts{}))) &&
              noexcept(read(Formula{}, TruthReading<Letter>(Facts{}))));
static_assert(noexcept(matters(Rule{}, Facts{})) && noexcept(restricted(Formula{}, Facts{})));

/// A truth that may throw when it is copied.
struct Heavy {
    bool truth = false;
    Heavy() = default;
    Heavy(bool holds) noexcept : truth(holds) {}
    Heavy(const Heavy& other) noexcept(false) : truth(other.truth) {}
    Heavy& operator=(const Heavy&) = default;
};

/// A reading of which one part may throw; none of them does.
template <bool Term, bool Answers, class V = bool, bool Literal = false>
struct Throwing {
    using Value = V;
    [[nodiscard]] V zero() const noexcept { return false; }
    [[nodiscard]] V one() const noexcept { return true; }
    [[nodiscard]] V sum(const V&, const V& right) const noexcept { return right; }
    [[nodiscard]] V product(const V&, const V& right) const noexcept { return right; }
    [[nodiscard]] V literal(Letter, bool) const noexcept(!Literal) { return true; }
    [[nodiscard]] V term(Cube) const noexcept(!Term)
        requires(!Literal)
    {
        return true;
    }
    [[nodiscard]] Answer answer(const V&, const V&) const noexcept(!Answers) { return Answer::holds; }
};
template <class A>
constexpr bool formula_noexcept = noexcept(read(Formula{}, A{}));
template <class A>
constexpr bool rule_noexcept = noexcept(read(Rule{}, A{}));
static_assert(formula_noexcept<Throwing<false, false>> && rule_noexcept<Throwing<false, false>>);
static_assert(!formula_noexcept<Throwing<true, false>> && !rule_noexcept<Throwing<true, false>>);
static_assert(formula_noexcept<Throwing<false, true>> && !rule_noexcept<Throwing<false, true>>);
static_assert(!formula_noexcept<Throwing<false, false, Heavy>>);
static_assert(!formula_noexcept<Throwing<false, false, bool, true>>);
static_assert(!noexcept(read<Letter>(Cube{}, Throwing<true, false>{})));

/// The terms that hold, counted: an algebra that is neither idempotent nor ours.
struct Counting {
    using Value = int;
    std::uint32_t assignment;
    [[nodiscard]] int zero() const { return 0; }
    [[nodiscard]] int one() const { return 1; }
    [[nodiscard]] int sum(int left, int right) const { return left + right; }
    [[nodiscard]] int product(int left, int right) const { return left * right; }
    [[nodiscard]] int literal(Letter letter, bool positive) const {
        return (((assignment >> trimode::index(letter)) & 1U) != 0) == positive ? 1 : 0;
    }
};

/// The value is the text of the fold, so that its order can be seen.
struct Spelling {
    using Value = std::string;
    [[nodiscard]] Value zero() const { return "0"; }
    [[nodiscard]] Value one() const { return "1"; }
    [[nodiscard]] Value sum(const Value& left, const Value& right) const {
        return "(" + left + "+" + right + ")";
    }
    [[nodiscard]] Value product(const Value& left, const Value& right) const {
        return left + "*" + right;
    }
    [[nodiscard]] Value literal(Letter letter, bool positive) const {
        return (positive ? "" : "~") + std::string(trimode::name(letter));
    }
};

Rule rule_of(const Formula& formula) {
    const auto rule = Rule::of(formula);
    CHECK(rule.ok());
    return *rule;
}

}  // namespace

TEST_CASE("the names of answers") {
    test::check_names<Answer>(std::array<test::Spelling<Answer>, 3>{
        {{Answer::open, "open"}, {Answer::holds, "holds"}, {Answer::fails, "fails"}}});
}

TEST_CASE("an algebra of one's own") {
    constexpr auto formula =
        (is(Letter::alpha) & ~is(Letter::beta)) | is(Letter::gamma) | is(Letter::gamma);
    CHECK(read(formula, Counting{0b001}) == 1);
    CHECK(read(formula, Counting{0b011}) == 0);
    CHECK(read(formula, Counting{0b100}) == 2);
    CHECK(read(formula, Counting{0b101}) == 3);
    CHECK(read(formula, Spelling{}) == "(((0+1*alpha*~beta)+1*gamma)+1*gamma)");
    CHECK(read(Formula{}, Spelling{}) == "0");
    CHECK(read(trimode::always<Letter>(), Spelling{}) == "(0+1)");
    const auto sides = read(trimode::rule(formula), Counting{0b010});
    CHECK(sides.when == 0);
    CHECK(sides.unless > 0);
}

TEST_CASE("the parts of the truth reading") {
    const Facts facts = Facts{}
                            .set(Letter::alpha, Truth::holds)
                            .set(Letter::beta, Truth::fails)
                            .set(Letter::gamma, Truth::contested);
    const TruthReading<Letter> reading(facts);
    CHECK(reading.literal(Letter::alpha, true));
    CHECK_FALSE(reading.literal(Letter::alpha, false));
    CHECK_FALSE(reading.literal(Letter::beta, true));
    CHECK(reading.literal(Letter::beta, false));
    for (const bool positive : {true, false}) {
        CHECK_FALSE(reading.literal(Letter::gamma, positive));
        CHECK_FALSE(reading.literal(Letter::delta, positive));
    }
    CHECK(reading.term(Cube{}));
    CHECK(reading.term(Cube{1, 2}));
    CHECK_FALSE(reading.term(Cube{1, 6}));
    CHECK_FALSE(reading.term(Cube{1, 1}));
    CHECK(reading.answer(true, false) == Answer::holds);
    CHECK(reading.answer(false, true) == Answer::fails);
    CHECK(reading.answer(false, false) == Answer::open);
}

TEST_CASE("an answer may be settled though no term is") {
    // A + ~A always holds, A*~A never does, whatever is told of A.
    const auto always = rule_of(*disjunction(is(Letter::alpha), *negation(is(Letter::alpha))));
    const auto never = rule_of(*conjunction(is(Letter::alpha), *negation(is(Letter::alpha))));
    for (std::uint32_t truth = 0; truth < 4; ++truth) {
        const auto facts = test::facts_of<Letter>(1, truth);
        CHECK(read(always, TruthReading<Letter>(facts)) == Answer::holds);
        CHECK(read(never, TruthReading<Letter>(facts)) == Answer::fails);
        CHECK(matters(always, facts).empty());
        CHECK(matters(never, facts).empty());
    }
    // A*B + ~A*C with B and C told to hold: A does not matter.
    constexpr auto choice = trimode::rule((is(Letter::alpha) & is(Letter::beta)) |
                                          (~is(Letter::alpha) & is(Letter::gamma)));
    const Facts both = Facts{}.set(Letter::beta, Truth::holds).set(Letter::gamma, Truth::holds);
    CHECK(read(choice, TruthReading<Letter>(both)) == Answer::holds);
    CHECK(read(choice.written(), TruthReading<Letter>(both)) == false);
    const Facts one = Facts{}.set(Letter::beta, Truth::holds);
    CHECK(read(choice, TruthReading<Letter>(one)) == Answer::open);
    CHECK(matters(choice, one) == trimode::Set<Letter>{Letter::alpha, Letter::gamma});
}

TEST_CASE("random rules over all facts of three and four conditions") {
    test::Generator random(20);
    for (std::size_t n = 3; n <= 4; ++n) {
        const test::Universe universe(n);
        std::size_t wrong = 0;
        for (int i = 0; i < (n == 3 ? 400 : 60); ++i) {
            const auto formula = test::random_formula(random, n, random.below(6));
            const auto function = where(universe, formula.terms());
            const auto rule = rule_of(formula);
            for (std::uint32_t code = 0; code < (1U << (2 * n)); ++code) {
                const auto facts = test::facts_of<Letter>(n, code);
                wrong += wrong_truth(universe, function, rule, facts);
                wrong += wrong_changes(universe, function, rule, facts);
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("random rules over random facts of five and six conditions") {
    test::Generator random(21);
    for (std::size_t n = 5; n <= 6; ++n) {
        const test::Universe universe(n);
        std::size_t wrong = 0;
        std::size_t made = 0;
        while (made < 1500) {
            const auto formula = test::random_formula(random, n, random.below(9));
            const auto rule = Rule::of(formula);
            if (!rule) continue;
            ++made;
            const auto function = where(universe, formula.terms());
            for (int k = 0; k < 12; ++k) {
                const auto facts =
                    test::facts_of<Letter>(n, static_cast<std::uint32_t>(random.next() >> 40U));
                wrong += wrong_truth(universe, function, *rule, facts);
                wrong += wrong_changes(universe, function, *rule, facts);
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("what is left of a rule is the rule of what is left") {
    const test::Universe universe(5);
    test::Generator random(22);
    std::size_t wrong = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto rule = rule_of(test::random_formula(random, 5, random.below(8)));
        const auto facts = test::facts_of<Letter>(5, random.below(1024));
        const auto state = universe.state(facts);
        const auto function = where(universe, rule.written().terms());
        // The same function, with what is settled put in.
        const Cube given = universe.cube(state);
        const auto put_in = [&](const test::Assignments& holds) {
            return test::where_true(universe, [&](std::uint32_t a) {
                return holds.contains((a | given.holding) & ~given.failing);
            });
        };
        const auto when = restricted(rule.when(), facts);
        const auto unless = restricted(rule.unless(), facts);
        if (!test::same_elements(when.terms(), primes(universe, put_in(function)))) ++wrong;
        if (!test::same_elements(unless.terms(),
                                 primes(universe, put_in(universe.except(function)))))
            ++wrong;
        if (when.conditions() != unless.conditions() || when.conditions() != matters(rule, facts))
            ++wrong;
        if (!(when.conditions() & (facts.told() - facts.contested())).empty()) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("equivalent formulas answer alike") {
    test::Generator random(23);
    std::size_t wrong = 0;
    for (int i = 0; i < 500; ++i) {
        const auto formula = test::random_formula(random, 4, 1 + random.below(6));
        // The terms from the last to the first, each split by one condition.
        Formula::Terms terms;
        const std::uint32_t bit = 1U << random.below(4);
        for (std::size_t k = formula.terms().size(); k-- > 0;) {
            CHECK(terms.append(formula.terms()[k] & Cube{0, bit}));
            CHECK(terms.append(formula.terms()[k] & Cube{bit, 0}));
        }
        const auto one = rule_of(formula);
        const auto other = rule_of(Formula(terms));
        for (std::uint32_t code = 0; code < 256; ++code) {
            const auto facts = test::facts_of<Letter>(4, code);
            const auto alike = [&](trimode::Aim aim) {
                return test::same_elements(least_change(facts, one, aim), least_change(facts, other, aim));
            };
            if (read(one, TruthReading<Letter>(facts)) !=
                    read(other, TruthReading<Letter>(facts)) ||
                matters(one, facts) != matters(other, facts) ||
                !alike(trimode::Aim::give) || !alike(trimode::Aim::end)) {
                ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}
