// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Grades: intervals and their limits; the grade reading against every degree on a grid, computed without primes.
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/random.hpp>
#include <trimode/framework/grade.hpp>

#include "framework/brute_force.hpp"
#include "framework/letters.hpp"

namespace {

using test::Letter;
using trimode::alpha_cut;
using trimode::AlphaCut;
using trimode::Answer;
using trimode::Cube;
using trimode::degree;
using trimode::Grade;
using trimode::is;
using trimode::Truth;
using Facts = trimode::Facts<Letter>;
using Formula = trimode::Formula<Letter>;
using Grades = trimode::Grades<Letter>;
using GradeReading = trimode::GradeReading<Letter>;
using MostReading = trimode::MostReading<Letter>;
using Rule = trimode::Rule<Letter>;

static_assert(trimode::Algebra<GradeReading, Letter> && !trimode::Algebra<GradeReading, Truth>);
static_assert(trimode::Algebra<MostReading, Letter>);
static_assert(sizeof(Grade) == 16 && std::is_trivially_copyable_v<Grade>);
static_assert(sizeof(Grades) == 6 * sizeof(Grade) && std::is_trivially_copyable_v<Grades>);
static_assert(std::is_trivially_copyable_v<GradeReading> && std::is_trivially_copyable_v<AlphaCut>);
static_assert(!std::is_convertible_v<double, Grade> && !std::is_constructible_v<Grade, double>, "numbers are checked");
static_assert(!std::is_constructible_v<Grade, double, double> && !std::is_constructible_v<AlphaCut, double>);
static_assert(!std::is_convertible_v<Truth, Grade> && !std::is_convertible_v<Facts, Grades>);
static_assert(!std::is_constructible_v<Grades, trimode::Facts<Truth>>);
static_assert(noexcept(Grade::of(0.5)) && noexcept(Grade::between(0.5, 1)) && noexcept(AlphaCut::of(0.8)));
static_assert(noexcept(read(Rule{}, GradeReading(Grades{}))) && noexcept(Grades(Facts{}).facts_at({})));

// All of it at compile time.
constexpr auto choice =
    trimode::rule((is(Letter::alpha) & is(Letter::beta)) | (~is(Letter::alpha) & is(Letter::gamma)));
constexpr auto case_of_choice =
    Grades{}.set(Letter::alpha, degree(.5)).set(Letter::beta, degree(.75, 1)).set(Letter::gamma, degree(.625));
static_assert(read(choice, GradeReading(case_of_choice)) == degree(.625));
static_assert(read(choice.negated(), GradeReading(case_of_choice)) == degree(.375));
static_assert(read(choice.written(), GradeReading(case_of_choice)) == degree(.5), "as written it says less");
static_assert(Grades(Facts({Letter::alpha}, {Letter::beta}))[Letter::beta] == degree(0));
static_assert(degree(.3).least() == .3 && degree(.7).most() == .7 &&
              degree(.123456789012345).least() == .123456789012345);

/// A number with these bits, of which the compiler knows nothing, so that it is NaN or infinite under -ffast-math too.
double number_with_bits(std::uint64_t bits) {
    volatile std::uint64_t kept = bits;
    return std::bit_cast<double>(static_cast<std::uint64_t>(kept));
}

/// The next double above (below) a positive one.
double next(double number, int steps) {
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(number) + static_cast<std::uint64_t>(steps));
}

/// The least difference of two degrees.
constexpr double step = 1e-15;

/// A degree: any, now and then a round one or an end.
double random_degree(trimode::Random& random) {
    switch (random.below(4)) {
        case 0:
            return static_cast<double>(random.below(5)) / 4;
        case 1:
            return static_cast<double>(random.below(101)) / 100;
        case 2:
            return random.unit() * random.unit() * random.unit();
        default:
            return random.unit();
    }
}

Grade random_grade(trimode::Random& random) {
    const double one = random_degree(random);
    const double other = random.below(3) == 0 ? one : random_degree(random);
    return *Grade::between(one < other ? one : other, one < other ? other : one);
}

Grades random_grades(trimode::Random& random) {
    Grades grades;
    for (const Letter letter : trimode::all<Letter>()) grades.set(letter, random_grade(random));
    return grades;
}

/// A case somewhere within these grades.
Grades point_within(const Grades& grades, trimode::Random& random) {
    Grades point;
    for (const Letter letter : trimode::all<Letter>()) {
        const Grade grade = grades[letter];
        const double within = grade.least() + (grade.most() - grade.least()) * random.unit();
        const double drawn = random.below(3) == 0 ? grade.least() : random.below(3) == 0 ? grade.most() : within;
        point.set(letter, *Grade::of(drawn < grade.most() ? drawn : grade.most()));
    }
    return point;
}

Rule rule_of(const Formula& formula) {
    const auto rule = Rule::of(formula);
    CHECK(rule.ok());
    return *rule;
}

/// The formula that has a term for each assignment.
Formula formula_of(const test::Universe& universe, const test::Assignments& function) {
    const std::uint32_t features = (1U << universe.conditions()) - 1U;
    Formula::Terms terms;
    for (std::uint32_t a = 0; a <= features; ++a) {
        if (function.contains(a)) CHECK(terms.append(Cube{a, features & ~a}));
    }
    return Formula(terms);
}

// ---- the grid ------------------------------------------------------------------------------------------------------

// Degrees in quarters, 0 to 4. Without primes and without intervals: a case with known degrees is at 1 if every
// completion of what is neither 0 nor 1 says so, at .75 if every completion of what is neither up to .25 nor from .75
// up does, and likewise below; else it is at .5.

/// The degrees of n features: a digit to the base of five for each.
std::uint32_t digit(std::uint32_t point, std::size_t i) {
    for (; i > 0; --i) point /= 5;
    return point % 5;
}

std::uint32_t points(std::size_t n) {
    std::uint32_t result = 1;
    for (; n > 0; --n) result *= 5;
    return result;
}

std::uint32_t degree_of_point(const test::Universe& universe, const test::Assignments& function, std::uint32_t point) {
    for (const std::uint32_t cut : {4U, 3U}) {
        std::uint32_t state = 0;
        for (std::size_t i = 0; i < universe.conditions(); ++i) {
            if (digit(point, i) >= cut) state += test::Universe::is_true * universe.place(i);
            if (digit(point, i) <= 4 - cut) state += test::Universe::is_false * universe.place(i);
        }
        const Answer answer = test::answer(universe, function, state);
        if (answer == Answer::holds) return cut;
        if (answer == Answer::fails) return 4 - cut;
    }
    return 2;
}

/// The degree of each point.
std::vector<std::uint32_t> degrees(const test::Universe& universe, const test::Assignments& function) {
    std::vector<std::uint32_t> result;
    for (std::uint32_t point = 0; point < points(universe.conditions()); ++point) {
        result.push_back(degree_of_point(universe, function, point));
    }
    return result;
}

/// For each feature the least and the most, in quarters.
struct Box {
    std::array<std::uint32_t, 4> least{};
    std::array<std::uint32_t, 4> most{};
};

/// All boxes of n features: each of the fifteen intervals for each.
std::vector<Box> boxes(std::size_t n) {
    std::vector<Box> result{Box{}};
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<Box> longer;
        for (Box box : result) {
            for (box.least[i] = 0; box.least[i] <= 4; ++box.least[i]) {
                for (box.most[i] = box.least[i]; box.most[i] <= 4; ++box.most[i]) longer.push_back(box);
            }
        }
        result = longer;
    }
    return result;
}

Grade quarters(std::uint32_t least, std::uint32_t most) { return *Grade::between(least / 4.0, most / 4.0); }

Grades grades_of(const Box& box, std::size_t n) {
    Grades grades;
    for (std::size_t i = 0; i < n; ++i) grades.set(static_cast<Letter>(i), quarters(box.least[i], box.most[i]));
    return grades;
}

/// The least and the most of the degrees of all points in a box.
Grade range(const std::vector<std::uint32_t>& degrees, const Box& box, std::size_t n) {
    std::uint32_t least = 4;
    std::uint32_t most = 0;
    std::array<std::uint32_t, 4> at = box.least;
    for (;;) {
        std::uint32_t point = 0;
        for (std::size_t i = n; i-- > 0;) point = point * 5 + at[i];
        if (degrees[point] < least) least = degrees[point];
        if (degrees[point] > most) most = degrees[point];
        std::size_t i = 0;
        while (i < n && at[i] == box.most[i]) {
            at[i] = box.least[i];
            ++i;
        }
        if (i == n) break;
        ++at[i];
    }
    return quarters(least, most);
}

/// Whether some feature occurs in both signs.
bool both_signs(const Formula& primes) {
    Cube all;
    for (const Cube& prime : primes.terms()) all = all & prime;
    return all.contradictory();
}

/// What the readings of many rules got wrong, and how often the fold of one side was a mere bound.
struct Found {
    std::size_t wrong = 0;
    std::size_t bounds = 0;
    std::size_t exact = 0;
};

void compare(const Rule& rule, const Grades& grades, Grade expected, Found& found) {
    const GradeReading reading(grades);
    if (read(rule, reading) != expected) ++found.wrong;
    if (read(rule, MostReading(grades)) != expected) ++found.wrong;
    if (read(rule.negated(), reading) != ~expected) ++found.wrong;
    // The most of a side is exact, the least of it a bound.
    const Grade when = read(rule.when(), reading);
    const Grade unless = read(rule.unless(), reading);
    const Grade against = ~unless;
    if (when.most() != expected.most() || against.least() != expected.least()) ++found.wrong;
    if (when.least() > expected.least() || against.most() < expected.most()) ++found.wrong;
    const bool same = when.least() == expected.least();
    if (!same && (!both_signs(rule.when()) || when.least() > .5 || expected.least() > .5)) ++found.wrong;
    ++(same ? found.exact : found.bounds);
    // With known degrees there is nothing to bound.
    bool known = true;
    for (const Letter letter : rule.when().conditions()) known = known && grades[letter].settled();
    if (known && (!expected.settled() || when != expected || against != expected)) ++found.wrong;
}

}  // namespace

TEST_CASE("a degree is a number from 0 to 1") {
    for (const double number : {0.0, 0.25, 0.5, 0.75, 1.0, 0.9, 0.1}) {
        const auto grade = Grade::of(number);
        REQUIRE(grade);
        CHECK(grade->settled());
        CHECK(grade->least() == number);
    }
    CHECK(Grade::of(number_with_bits(std::uint64_t{1} << 63U)) == degree(0));  // minus zero
    CHECK(std::bit_cast<std::uint64_t>(Grade::of(-0.0)->least()) == 0);
    CHECK_FALSE(Grade::of(next(1.0, 1)));
    CHECK(Grade::of(next(1.0, -1)));
    for (const std::uint64_t bits : {
             0x7ff0000000000000U,  // infinite
             0xfff0000000000000U,
             0x7ff8000000000000U,  // not a number
             0xfff8000000000001U, 0x7ff0000000000001U,
             0x8000000000000001U,  // the first below zero
             0xbff0000000000000U,  // -1
             0x4000000000000000U,  // 2
         }) {
        const double number = number_with_bits(bits);
        CHECK_FALSE(Grade::of(number));
        CHECK_FALSE(Grade::between(number, 1));
        CHECK_FALSE(Grade::between(0, number));
        CHECK_FALSE(AlphaCut::of(number));
    }
    CHECK(*Grade::of(number_with_bits(1)) == degree(0));  // the first above zero
}

TEST_CASE("an interval goes from the least to the most") {
    CHECK(Grade::between(0, 1) == Grade::unknown());
    CHECK(Grade{} == Grade::unknown());
    CHECK(*Grade::between(.5, .5) == degree(.5));
    CHECK_FALSE(degree(.5, .75).settled());
    CHECK_FALSE(Grade::between(.5, .25));
    // At 15 decimal places, as degrees are kept: both round to the same.
    CHECK(Grade::between(.5, next(.5, -1)) == degree(.5));
    CHECK(Grade::between(.1 + .2, .3) == degree(.3));
    CHECK_FALSE(Grade::between(.3 + 1e-15, .3));
    CHECK_FALSE(Grade::between(-.5, .5));
    CHECK_FALSE(Grade::between(.5, 1.5));
    CHECK(Grade{}.includes(degree(0)));
    CHECK(degree(.25, .5).includes(degree(.25, .5)));
    CHECK(degree(.25, .5).includes(degree(.5)));
    CHECK_FALSE(degree(.25, .5).includes(degree(.25, .625)));
    CHECK_FALSE(degree(.25, .5).includes(degree(.125, .5)));
}

TEST_CASE("a degree is kept to fifteen decimal places") {
    trimode::Random random(30);
    std::size_t wrong = 0;
    for (int i = 0; i < 20000; ++i) {
        // Decimals are what they are.
        const std::uint64_t digits = random.below(1'000'000'000'000'001U);
        const double decimal = static_cast<double>(digits) / 1e15;
        const Grade grade = *Grade::of(decimal);
        if (static_cast<std::uint64_t>(grade.least() * 1e15 + .5) != digits) ++wrong;
        if (*Grade::of(grade.least()) != grade) ++wrong;
        // One step is one step.
        if (digits > 0 && *Grade::of(static_cast<double>(digits - 1) / 1e15) == grade) ++wrong;
        // Anything else goes to the nearest of them.
        const double number = random_degree(random);
        const double off = Grade::of(number)->least() - number;
        if (off > 0.7 * step || off < -0.7 * step) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(*Grade::of(0.49 * step) == degree(0));
    CHECK(*Grade::of(0.51 * step) == *Grade::of(step));
    CHECK(*Grade::of(1.49 * step) == *Grade::of(step));
    CHECK(*Grade::of(next(1.0, -1)) == degree(1));
    CHECK(*Grade::of(1 - step) != degree(1));
    for (int i = 0; i <= 1000; ++i) {
        const volatile double thousand = 1000;  // so that -ffast-math divides
        const double number = i / thousand;
        if (Grade::of(number)->least() != number || Grade::between(0, number)->most() != number) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("one minus a degree is exact") {
    trimode::Random random(31);
    std::size_t wrong = 0;
    for (int i = 0; i < 20000; ++i) {
        const Grade grade = random_grade(random);
        if (~~grade != grade) ++wrong;
        if (*Grade::between(grade.least(), grade.most()) != grade) ++wrong;  // out and back
        if (*Grade::between((~grade).least(), (~grade).most()) != ~grade) ++wrong;
        // What is above one half is not below it on the other side.
        if (grade.at({}) == Truth::holds && (~grade).at({}) != Truth::fails) ++wrong;
    }
    CHECK(wrong == 0);
    // As people write it, for all degrees of up to three places.
    for (int i = 0; i <= 1000; ++i) {
        if (~*Grade::of(i / 1000.0) != *Grade::of((1000 - i) / 1000.0)) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(~degree(.3, .8) == degree(.2, .7));
    CHECK(~degree(.25, 1) == degree(0, .75));
    CHECK(~Grade{} == Grade{});
}

TEST_CASE("two grades compared") {
    CHECK(degree(.5).must_reach(degree(.5)));
    CHECK(degree(.5, 1).must_reach(degree(0, .5)));
    CHECK_FALSE(degree(.5, 1).must_reach(degree(0, .625)));
    CHECK(degree(.5, 1).may_reach(degree(0, .625)));
    CHECK(degree(0, .5).may_reach(degree(.5, 1)));
    CHECK_FALSE(degree(0, .5).may_reach(degree(.625, 1)));
    CHECK(greater_of(degree(.25, .75), degree(.5)) == degree(.5, .75));
    CHECK(lesser_of(degree(.25, .75), degree(.5)) == degree(.25, .5));
    CHECK(excess(degree(.75), degree(.5)) == degree(.25));
    CHECK(excess(degree(.5), degree(.75)) == degree(0));
    CHECK(excess(degree(.5, 1), degree(.25, .75)) == degree(0, .75));
    CHECK(excess(degree(.8, .9), degree(.1, .3)) == degree(.5, .8));
    CHECK(degree(.5, 1).must_reach(AlphaCut{}) == false);
    CHECK(degree(.75, 1).must_reach(alpha_cut(.75)));
    CHECK(degree(.5, .75).may_reach(alpha_cut(.75)));
    CHECK_FALSE(degree(.5, .75).may_reach(alpha_cut(.8)));
}

TEST_CASE("what is told as a grade") {
    CHECK(Grade(Truth::holds) == degree(1));
    CHECK(Grade(Truth::fails) == degree(0));
    CHECK(Grade(Truth::unknown) == Grade::unknown());
    CHECK(Grade(Truth::contested) == Grade::unknown());
    for (std::uint32_t code = 0; code < 256; ++code) {
        const auto facts = test::facts_of<Letter>(4, code);
        const Grades grades(facts);
        for (const Letter letter : trimode::all<Letter>()) CHECK(grades[letter] == Grade(facts[letter]));
        // Back again at any cut, but for the conflicts.
        for (const AlphaCut cut : {AlphaCut{}, alpha_cut(.75), alpha_cut(1)}) {
            CHECK(grades.facts_at(cut) ==
                  Facts(facts.told_to_hold() - facts.contested(), facts.told_to_fail() - facts.contested()));
        }
    }
    const auto none = static_cast<Letter>(6);
    CHECK(Grades{}.set(none, degree(1)) == Grades{});
    CHECK(Grades{}[none] == Grade::unknown());
    CHECK(Grades{}[static_cast<Letter>(255)] == Grade::unknown());
}

TEST_CASE("a cut lies above one half") {
    CHECK_FALSE(AlphaCut::of(.5));
    CHECK_FALSE(AlphaCut::of(0));
    CHECK_FALSE(AlphaCut::of(next(1.0, 1)));
    CHECK(AlphaCut::of(1)->level() == 1);
    CHECK(AlphaCut::of(.8)->level() == .8);
    CHECK(*AlphaCut::of(.5 + step) == AlphaCut{});  // more in than out
    CHECK_FALSE(AlphaCut::of(next(.5, 1)));         // at fifteen places that is one half
    const AlphaCut cut = alpha_cut(.75);
    CHECK(degree(.75).at(cut) == Truth::holds);
    CHECK(Grade::of(.75 - step)->at(cut) == Truth::unknown);
    CHECK(degree(.25).at(cut) == Truth::fails);
    CHECK(Grade::of(.25 + step)->at(cut) == Truth::unknown);
    CHECK(degree(.5).at(cut) == Truth::unknown);
    CHECK(degree(.75, 1).at(cut) == Truth::holds);
    CHECK(degree(0, .25).at(cut) == Truth::fails);
    CHECK(degree(0, .75).at(cut) == Truth::unknown);
    CHECK(degree(.25, .75).at(cut) == Truth::unknown);
    CHECK(degree(.5).at({}) == Truth::unknown);
    CHECK(Grade::of(.5 + step)->at({}) == Truth::holds);
    CHECK(Grade::of(.5 - step)->at({}) == Truth::fails);
    CHECK(degree(1).at(alpha_cut(1)) == Truth::holds);
    CHECK(degree(0).at(alpha_cut(1)) == Truth::fails);
    CHECK(Grade::of(1 - step)->at(alpha_cut(1)) == Truth::unknown);
    // As people write it: one minus .1 is .9.
    CHECK(degree(.1).at(alpha_cut(.9)) == Truth::fails);
    for (int i = 51; i <= 100; ++i) {
        const double level = i / 100.0;
        CHECK(Grade::of((100 - i) / 100.0)->at(*AlphaCut::of(level)) == Truth::fails);
        CHECK(Grade::of(level)->at(*AlphaCut::of(level)) == Truth::holds);
    }
}

TEST_CASE("the parts of the grade reading") {
    const GradeReading reading(Grades{}.set(Letter::alpha, degree(.25, .625)).set(Letter::beta, degree(.5)));
    CHECK(reading.zero() == degree(0));
    CHECK(reading.one() == degree(1));
    CHECK(reading.literal(Letter::alpha, true) == degree(.25, .625));
    CHECK(reading.literal(Letter::alpha, false) == degree(.375, .75));
    CHECK(reading.literal(Letter::gamma, false) == Grade::unknown());
    CHECK(reading.sum(degree(.25, .625), degree(.5)) == degree(.5, .625));
    CHECK(reading.sum(degree(.25, .375), degree(.5, 1)) == degree(.5, 1));
    CHECK(reading.product(degree(.25, .625), degree(.5)) == degree(.25, .5));
    CHECK(reading.product(degree(0, 1), degree(.5, .75)) == degree(0, .75));
    CHECK(reading.answer(degree(.125, .75), degree(.25, .375)) == degree(.625, .75));
    // Of grades that are no two sides of one rule: no interval that ends before it begins.
    CHECK(reading.answer(degree(0), degree(0)) == degree(0));
    CHECK(reading.answer(degree(.25), degree(.125, .5)) == degree(.25));
    CHECK(read(trimode::always<Letter>(), reading) == degree(1));
    CHECK(read(Formula{}, reading) == degree(0));
    CHECK(read(Rule{}, reading) == degree(0));
    CHECK(read(Rule{}.negated(), reading) == degree(1));
    CHECK(read(rule_of(is(Letter::alpha)), reading) == degree(.25, .625));
    CHECK(read(rule_of(~is(Letter::alpha)), reading) == degree(.375, .75));
}

// The theorem of the grade reading: for all functions of three features, all intervals with ends in quarters, the grade
// is the exact range over all degrees in quarters. (Ends of the range lie at ends of intervals, or opposite, or at .5.)
TEST_CASE("all rules of three features over all intervals on a grid") {
    const test::Universe universe(3);
    const auto all_boxes = boxes(3);
    REQUIRE(all_boxes.size() == 15 * 15 * 15);
    std::vector<Grades> cases;
    for (const Box& box : all_boxes) cases.push_back(grades_of(box, 3));
    Found found;
    for (std::uint64_t table = 0; table < 256; ++table) {
        const test::Assignments function{{table, 0}};
        const auto rule = rule_of(formula_of(universe, function));
        const auto of_points = degrees(universe, function);
        for (std::size_t i = 0; i < cases.size(); ++i) {
            compare(rule, cases[i], range(of_points, all_boxes[i], 3), found);
        }
    }
    CHECK(found.wrong == 0);
    // Most often the fold of one side would do; but not always.
    CHECK(found.exact + found.bounds == 256 * all_boxes.size());
    CHECK(found.bounds > 0);
    CHECK(found.bounds * 10 < found.exact);
}

TEST_CASE("random rules of four features over random intervals on a grid") {
    const test::Universe universe(4);
    const auto all_boxes = boxes(4);
    test::Generator random(32);
    Found found;
    for (int i = 0; i < 150; ++i) {
        const auto formula = test::random_formula(random, 4, random.below(8));
        const auto function = where(universe, formula.terms());
        const auto rule = rule_of(formula);
        const auto of_points = degrees(universe, function);
        for (int k = 0; k < 200; ++k) {
            const Box& box = all_boxes[random.below(static_cast<std::uint32_t>(all_boxes.size()))];
            compare(rule, grades_of(box, 4), range(of_points, box, 4), found);
        }
    }
    CHECK(found.wrong == 0);
    CHECK(found.bounds > 0);
}

TEST_CASE("a feature in both signs") {
    constexpr auto either = (is(Letter::alpha) & ~is(Letter::beta)) | (~is(Letter::alpha) & is(Letter::beta));
    constexpr auto rule = trimode::rule(either);
    static_assert(rule.when().terms().size() == 2, "its primes are what is written");
    const auto grades = Grades{}.set(Letter::beta, degree(.5));
    CHECK(read(rule, GradeReading(grades)) == degree(.5));  // whatever alpha is
    CHECK(read(rule.when(), GradeReading(grades)) == degree(0, .5));
    CHECK(read(rule.unless(), GradeReading(grades)) == degree(0, .5));
    // With beta settled it is alpha or its opposite.
    CHECK(read(rule, GradeReading(Grades{}.set(Letter::beta, degree(1)))) == Grade::unknown());
    // Above one half the fold is right, although alpha occurs in both signs.
    constexpr auto sure = Grades{}.set(Letter::alpha, degree(0, .25)).set(Letter::beta, degree(.625, .75));
    CHECK(read(rule, GradeReading(sure)) == degree(.625, .75));
    CHECK(read(rule.when(), GradeReading(sure)).least() == .625);
}

TEST_CASE("what always or never holds does so at any degree") {
    const auto always = rule_of(*disjunction(is(Letter::alpha), *negation(is(Letter::alpha))));
    const auto never = rule_of(*conjunction(is(Letter::alpha), *negation(is(Letter::alpha))));
    for (const Grade grade : {degree(0), degree(.5), degree(1), degree(.25, .75), Grade::unknown()}) {
        const GradeReading reading(Grades{}.set(Letter::alpha, grade));
        CHECK(read(always, reading) == degree(1));
        CHECK(read(never, reading) == degree(0));
        CHECK(read(always.written(), reading) == reading.sum(grade, ~grade));  // as written it is not seen
        CHECK(read(never.written(), reading) == reading.product(grade, ~grade));
    }
}

TEST_CASE("equivalent rules grade alike and the opposite grades one minus it") {
    test::Generator random(33);
    trimode::Random degrees(34);
    std::size_t wrong = 0;
    std::size_t written = 0;
    for (int i = 0; i < 600; ++i) {
        const auto formula = test::random_formula(random, 4, 1 + random.below(6));
        // The terms from the last to the first, each split by one feature; then its primes; then both together.
        Formula::Terms terms;
        const std::uint32_t bit = 1U << random.below(4);
        for (std::size_t k = formula.terms().size(); k-- > 0;) {
            CHECK(terms.append(formula.terms()[k] & Cube{0, bit}));
            CHECK(terms.append(formula.terms()[k] & Cube{bit, 0}));
        }
        const Rule rule = rule_of(formula);
        const std::array others{rule_of(Formula(terms)), rule_of(rule.when()), rule_of(*negation(rule.unless())),
                                rule_of(*disjunction(formula, rule.when()))};
        const Rule opposite = rule_of(*negation(formula));
        for (int k = 0; k < 20; ++k) {
            const Grades grades = random_grades(degrees);
            const GradeReading reading(grades);
            const Grade grade = read(rule, reading);
            for (const Rule& other : others) {
                if (read(other, reading) != grade) ++wrong;
            }
            if (read(opposite, reading) != ~grade || read(rule.negated(), reading) != ~grade) ++wrong;
            if (grade.least() > grade.most() || Grade::between(grade.least(), grade.most()) != grade) ++wrong;
            if (read(others[0].written(), reading) != read(formula, reading)) ++written;
        }
    }
    CHECK(wrong == 0);
    CHECK(written > 0);  // read as written they do not
}

TEST_CASE("a grade is reached by degrees and narrowed by knowledge") {
    test::Generator random(35);
    trimode::Random degrees(36);
    std::size_t wrong = 0;
    for (int i = 0; i < 400; ++i) {
        const Rule rule = rule_of(test::random_formula(random, 5, random.below(7)));
        const Grades grades = random_grades(degrees);
        const Grade grade = read(rule, GradeReading(grades));
        for (int k = 0; k < 20; ++k) {
            const Grade at_point = read(rule, GradeReading(point_within(grades, degrees)));
            if (!at_point.settled() || !grade.includes(at_point)) ++wrong;
        }
        // The ends are reached where each feature is at one of its ends, or at one half.
        bool least = false;
        bool most = false;
        for (std::uint32_t ends = 0; ends < 243; ++ends) {
            Grades point;
            std::uint32_t rest = ends;
            for (const Letter letter : trimode::all<Letter>()) {
                const Grade of_letter = grades[letter];
                const bool half = rest % 3 == 2 && of_letter.includes(degree(.5));
                point.set(letter, half ? degree(.5) : *Grade::of(rest % 3 == 0 ? of_letter.least() : of_letter.most()));
                rest /= 3;
            }
            const Grade at_point = read(rule, GradeReading(point));
            least = least || (at_point.settled() && at_point.least() == grade.least());
            most = most || (at_point.settled() && at_point.most() == grade.most());
        }
        if (!least || !most) ++wrong;
        // More knowledge about a feature.
        Grades narrower = grades;
        const auto letter = static_cast<Letter>(random.below(5));
        narrower.set(letter, point_within(grades, degrees)[letter]);
        if (!grade.includes(read(rule, GradeReading(narrower)))) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("each cut is the truth reading of the facts at that cut") {
    test::Generator random(37);
    trimode::Random degrees(38);
    std::size_t wrong = 0;
    std::size_t settled = 0;
    for (int i = 0; i < 500; ++i) {
        const Rule rule = rule_of(test::random_formula(random, 5, random.below(7)));
        for (int k = 0; k < 10; ++k) {
            const Grades grades = random_grades(degrees);
            const Grade grade = read(rule, GradeReading(grades));
            // Any cut; also at a degree of a feature, and at its neighbours.
            const double edge = grades[static_cast<Letter>(random.below(5))].least();
            const double above = edge > .5 ? edge : 1 - edge;
            for (const double level : {.5 + random_degree(degrees) / 2, above, above + step, above - step, 1.0}) {
                const auto cut = AlphaCut::of(level);
                if (!cut) continue;
                const Answer answer = read(rule, trimode::TruthReading<Letter>(grades.facts_at(*cut)));
                const Truth truth = grade.at(*cut);
                if ((answer == Answer::holds) != (truth == Truth::holds)) ++wrong;
                if ((answer == Answer::fails) != (truth == Truth::fails)) ++wrong;
                settled += answer == Answer::open ? 0U : 1U;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(settled > 1000);
}

TEST_CASE("with crisp facts the grade reading is the truth reading") {
    test::Generator random(39);
    std::size_t wrong = 0;
    for (int i = 0; i < 200; ++i) {
        const Rule rule = rule_of(test::random_formula(random, 4, random.below(7)));
        for (std::uint32_t code = 0; code < 256; ++code) {
            const auto facts = test::facts_of<Letter>(4, code);
            const Grade grade = read(rule, GradeReading(Grades(facts)));
            const Answer answer = read(rule, trimode::TruthReading<Letter>(facts));
            const Grade expected = answer == Answer::holds   ? degree(1)
                                   : answer == Answer::fails ? degree(0)
                                                             : Grade::unknown();
            if (grade != expected) ++wrong;
        }
    }
    CHECK(wrong == 0);
}
