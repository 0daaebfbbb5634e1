// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Grades of labels: crisp facts give `classify`, cuts give the verdict at that cut, the greatest against all degrees
/// on a grid; unrolled and not.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/random.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/grades.hpp>

#include "framework/letters.hpp"

namespace {

using namespace trimode;
using test::Letter;

constexpr auto one_label = typology<Mode, Condition>({{Mode::activist, always<Condition>(), ""}});
constexpr auto both_signs = typology<Mode, Condition>(
    {{Mode::recipient,
      (is(Condition::resources) & ~is(Condition::geography)) | (~is(Condition::resources) & is(Condition::geography)),
      ""},
     {Mode::protector, never<Condition>(), ""}});

// All of it at compile time.
constexpr auto towards_one = Grades<Condition>{}
                                 .set(Condition::resources, degree(.9))
                                 .set(Condition::geography, degree(.6, .8))
                                 .set(Condition::regime_affinity, degree(.7))
                                 .set(Condition::global_arena, degree(0));
constexpr auto graded = grade(towards_one, three_modes::predicted);
static_assert(graded[Mode::recipient] == degree(.6, .7));
static_assert(graded[Mode::activist] == degree(0));
static_assert(graded[Mode::protector] == degree(0, .3));
static_assert(grade<three_modes::predicted>(towards_one) == graded);
static_assert(verdict_at(graded) == Verdict<Mode>{{Mode::recipient}, {Mode::recipient}});
static_assert(verdict_at(graded, alpha_cut(.65)) == Verdict<Mode>{{}, {Mode::recipient}});
static_assert(verdict_at(graded, alpha_cut(.8)) == Verdict<Mode>{{}, {Mode::recipient, Mode::protector}});
static_assert(reaching(graded, alpha_cut(.65)) == Verdict<Mode>{{}, {Mode::recipient}});
static_assert(reaching(graded, alpha_cut(.8)) == Verdict<Mode>{});
static_assert(greatest(graded).verdict == Verdict<Mode>{{Mode::recipient}, {Mode::recipient}});
static_assert(greatest(graded).margin == degree(.3, .7));
static_assert(noexcept(grade(towards_one,
                             three_modes::predicted)) && noexcept(grade<three_modes::predicted>(towards_one)));
static_assert(noexcept(verdict_at(graded)) && noexcept(reaching(graded)) && noexcept(greatest(graded)));
static_assert(std::is_trivially_copyable_v<Greatest<Mode>>);

/// A grade: any, known or not; now and then a round one.
Grade random_grade(Random& random) {
    const auto draw = [&] {
        switch (random.below(3)) {
            case 0:
                return static_cast<double>(random.below(5)) / 4;
            case 1:
                return static_cast<double>(random.below(101)) / 100;
            default:
                return random.unit();
        }
    };
    const double one = draw();
    const double other = random.below(2) == 0 ? one : draw();
    return *Grade::between(one < other ? one : other, one < other ? other : one);
}

template <Named E>
Grades<E> random_grades(Random& random) {
    Grades<E> grades;
    for (const E feature : all<E>()) grades.set(feature, random_grade(random));
    return grades;
}

AlphaCut random_cut(Random& random) {
    for (;;) {
        const auto cut =
            AlphaCut::of(random.below(2) == 0 ? static_cast<double>(51 + random.below(50)) / 100 : random.unit());
        if (cut) return *cut;
    }
}

/// A rule for most of the modes over the features of a mask.
Typology<Mode, Letter> random_typology(test::Generator& random, std::array<std::uint32_t, 3> features) {
    Typology<Mode, Letter> typology;
    for (const Mode mode : all<Mode>()) {
        if (random.below(8) == 0) continue;
        const auto formula = test::random_formula(random, 6, 1 + random.below(4));
        Formula<Letter>::Terms terms;
        const std::uint32_t mask = features[index(mode)];
        for (const Cube& term : formula.terms()) CHECK(terms.append(Cube{term.holding & mask, term.failing & mask}));
        CHECK(typology.add({mode, Formula<Letter>(terms), {}}).fault == Fault::none);
    }
    return typology;
}

/// The facts with this number in base 4, one digit a feature.
template <Named E>
Facts<E> facts_of(std::uint32_t number) {
    Facts<E> facts;
    for (const E feature : all<E>()) {
        facts.set(feature, static_cast<Truth>(number % 4));
        number /= 4;
    }
    return facts;
}

/// How many of all facts the verdict by grades and classify disagree on.
template <Named Label, Named E>
std::size_t wrong_when_crisp(const Typology<Label, E>& typology) {
    std::size_t wrong = 0;
    for (std::uint32_t number = 0; number < std::uint32_t{1} << (2 * count<E>); ++number) {
        const auto facts = facts_of<E>(number);
        const auto grades = grade(Grades<E>(facts), typology);
        const auto verdict = classify(facts, typology);
        for (const AlphaCut cut : {AlphaCut{}, alpha_cut(.75), alpha_cut(1)}) {
            if (verdict_at(grades, cut) != verdict || reaching(grades, cut) != verdict) ++wrong;
        }
        for (const Label label : all<Label>()) {
            const Grade expected = verdict.holds(label)      ? degree(1)
                                   : verdict.may_hold(label) ? Grade::unknown()
                                                             : degree(0);
            if (grades[label] != expected) ++wrong;
        }
    }
    return wrong;
}

/// How many random grades are another with the rules as constants.
template <const auto& Rules>
std::size_t wrong_when_unrolled(std::uint64_t seed) {
    using E = typename std::remove_cvref_t<decltype(Rules)>::Feature;
    Random random(seed);
    std::size_t wrong = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto grades = random_grades<E>(random);
        if (grade<Rules>(grades) != grade(grades, Rules)) ++wrong;
    }
    return wrong;
}

// ---- the grid ------------------------------------------------------------------------------------------------------

/// Intervals of some things, in quarters, and all the points in them.
struct Box {
    std::vector<std::uint32_t> least;
    std::vector<std::uint32_t> most;

    /// Calls `visit` with the quarters of each point.
    template <class Visit>
    void for_each_point(Visit visit) const {
        std::vector<std::uint32_t> at = least;
        for (;;) {
            visit(at);
            std::size_t i = 0;
            while (i < at.size() && at[i] == most[i]) {
                at[i] = least[i];
                ++i;
            }
            if (i == at.size()) return;
            ++at[i];
        }
    }

    template <Named E>
    Grades<E> grades() const {
        Grades<E> result;
        for (const E each : all<E>())
            result.set(each, *Grade::between(least[index(each)] / 4.0, most[index(each)] / 4.0));
        return result;
    }
};

/// The number of quarters of a known degree that is one.
std::uint32_t quarters(Grade grade) {
    CHECK(grade.settled());
    const auto found = static_cast<std::uint32_t>(grade.least() * 4 + .5);
    CHECK(grade == *Grade::of(found / 4.0));
    return found;
}

/// What is greatest, and by how much, over many points: of each the labels in front, and the distance to the next.
struct Contest {
    Verdict<Mode> verdict{all<Mode>(), {}};
    std::uint32_t least = 4;
    std::uint32_t most = 0;

    void add(const std::vector<std::uint32_t>& of_labels) {
        std::uint32_t front = 0;
        for (const std::uint32_t each : of_labels) front = each > front ? each : front;
        std::uint32_t second = 0;
        bool once = false;
        for (const std::uint32_t each : of_labels) {
            if (each == front && !once) {
                once = true;
            } else if (each > second) {
                second = each;
            }
        }
        for (const Mode mode : all<Mode>()) {
            const bool leads = front > 0 && of_labels[index(mode)] == front;
            if (leads) verdict.possible.insert(mode);
            if (!leads) verdict.holding.erase(mode);
        }
        least = front - second < least ? front - second : least;
        most = front - second > most ? front - second : most;
    }
    [[nodiscard]] Grade margin() const { return *Grade::between(least / 4.0, most / 4.0); }
};

/// The contest over the degrees of all points in a box of six features.
Contest contest(const Typology<Mode, Letter>& typology, const Box& box) {
    Contest result;
    box.for_each_point([&](const std::vector<std::uint32_t>& point) {
        Grades<Letter> grades;
        for (const Letter letter : all<Letter>()) grades.set(letter, *Grade::of(point[index(letter)] / 4.0));
        const auto of_labels = grade(grades, typology);
        std::vector<std::uint32_t> degrees;
        for (const Mode mode : all<Mode>()) degrees.push_back(quarters(of_labels[mode]));
        result.add(degrees);
    });
    return result;
}

Box random_box(test::Generator& random) {
    Box box;
    for (std::size_t i = 0; i < count<Letter>; ++i) {
        const std::uint32_t one = random.below(5);
        const std::uint32_t other = random.below(3) == 0 ? random.below(5) : one;
        box.least.push_back(one < other ? one : other);
        box.most.push_back(one < other ? other : one);
    }
    return box;
}

}  // namespace

TEST_CASE("grades of crisp facts give the verdict of classify") {
    CHECK(wrong_when_crisp(three_modes::observed) == 0);
    CHECK(wrong_when_crisp(four_stages::stages) == 0);
    CHECK(wrong_when_crisp(four_stages::cumulative) == 0);
    CHECK(wrong_when_crisp(one_label) == 0);
    CHECK(wrong_when_crisp(both_signs) == 0);
    for (const auto& variant : three_modes::variants)
        CHECK_MESSAGE(wrong_when_crisp(*variant.rules) == 0, std::string(variant.name));
}

TEST_CASE("grades under a constant are the same grades") {
    CHECK(wrong_when_unrolled<three_modes::predicted>(41) == 0);
    CHECK(wrong_when_unrolled<three_modes::observed>(42) == 0);
    CHECK(wrong_when_unrolled<three_modes::any_two_factors>(43) == 0);
    CHECK(wrong_when_unrolled<three_modes::residual_protector>(44) == 0);
    CHECK(wrong_when_unrolled<four_stages::stages>(45) == 0);
    CHECK(wrong_when_unrolled<four_stages::cumulative>(46) == 0);
    CHECK(wrong_when_unrolled<one_label>(47) == 0);
    CHECK(wrong_when_unrolled<both_signs>(48) == 0);
}

TEST_CASE("the verdict at a cut is the verdict of the facts at that cut") {
    test::Generator generator(51);
    Random random(52);
    std::size_t wrong = 0;
    std::size_t holding = 0;
    for (int i = 0; i < 400; ++i) {
        const auto rules = random_typology(generator, {63, 63, 63});
        for (int k = 0; k < 20; ++k) {
            const auto grades = random_grades<Letter>(random);
            const auto of_labels = grade(grades, rules);
            const AlphaCut cut = random_cut(random);
            const auto verdict = verdict_at(of_labels, cut);
            if (verdict != classify(grades.facts_at(cut), rules)) ++wrong;
            if (verdict_at(of_labels) != classify(grades.facts_at({}), rules)) ++wrong;
            // The higher the cut the more is open, and 1 minus the cut is below the cut.
            if (!verdict_at(of_labels).holding.includes(verdict.holding)) ++wrong;
            if (!verdict.possible.includes(verdict_at(of_labels).possible)) ++wrong;
            if (!verdict.possible.includes(verdict.holding)) ++wrong;
            // What reaches the cut holds there; what can reach it is not ruled out there.
            const auto reached = reaching(of_labels, cut);
            if (reached.holding != verdict.holding || !verdict.possible.includes(reached.possible)) ++wrong;
            for (const Mode mode : all<Mode>()) {
                if (of_labels[mode] != read(rules.rule(mode), GradeReading<Letter>(grades))) ++wrong;
                if (!rules.labels().contains(mode) && of_labels[mode] != degree(0)) ++wrong;
            }
            holding += verdict.holding.size();
        }
    }
    CHECK(wrong == 0);
    CHECK(holding > 100);
}

TEST_CASE("the graded labels may be the features of further rules") {
    // Facts to modes, modes to stages: cutting before the second step or after it is the same.
    static constexpr auto further =
        typology<Stage, Mode>({{Stage::prioritising, is(Mode::recipient) & ~is(Mode::protector), ""},
                               {Stage::carving_space, is(Mode::protector) | is(Mode::activist), ""}});
    Random random(53);
    for (int i = 0; i < 500; ++i) {
        const auto modes = grade<three_modes::predicted>(random_grades<Condition>(random));
        const AlphaCut cut = random_cut(random);
        CHECK(verdict_at(grade<further>(modes), cut) == classify(modes.facts_at(cut), further));
    }
}

TEST_CASE("boundaries of the two verdicts by a cut") {
    const auto verdicts = [](Grade grade, AlphaCut cut) {
        const auto graded_so =
            Grades<Mode>{}.set(Mode::recipient, grade).set(Mode::activist, degree(0)).set(Mode::protector, degree(0));
        const auto at = verdict_at(graded_so, cut);
        const auto reached = reaching(graded_so, cut);
        return std::array{at.holds(Mode::recipient), at.may_hold(Mode::recipient), reached.holds(Mode::recipient),
                          reached.may_hold(Mode::recipient)};
    };
    using Four = std::array<bool, 4>;
    CHECK(verdicts(degree(.75), alpha_cut(.75)) == Four{true, true, true, true});
    CHECK(verdicts(degree(.7), alpha_cut(.75)) == Four{false, true, false, false});
    CHECK(verdicts(degree(.5), {}) == Four{false, true, false, false});
    CHECK(verdicts(degree(.5), alpha_cut(1)) == Four{false, true, false, false});
    CHECK(verdicts(degree(.25), alpha_cut(.75)) == Four{false, false, false, false});
    CHECK(verdicts(degree(.26), alpha_cut(.75)) == Four{false, true, false, false});
    CHECK(verdicts(degree(.25, .75), alpha_cut(.75)) == Four{false, true, false, true});
    CHECK(verdicts(degree(0), {}) == Four{false, false, false, false});
    CHECK(verdicts(degree(1), alpha_cut(1)) == Four{true, true, true, true});
    CHECK(verdicts(Grade{}, alpha_cut(1)) == Four{false, true, false, true});
    CHECK(verdicts(degree(.5, 1), {}) == Four{false, true, false, true});
    CHECK(verdicts(degree(0, .5), {}) == Four{false, true, false, false});
}

TEST_CASE("the greatest of all intervals on a grid") {
    // Three labels whose degrees are independent: each of the fifteen intervals for each.
    std::vector<std::array<std::uint32_t, 2>> intervals;
    for (std::uint32_t least = 0; least <= 4; ++least) {
        for (std::uint32_t most = least; most <= 4; ++most) intervals.push_back({least, most});
    }
    REQUIRE(intervals.size() == 15);
    std::size_t wrong = 0;
    std::size_t held = 0;
    for (const auto& a : intervals) {
        for (const auto& b : intervals) {
            for (const auto& c : intervals) {
                const Box box{{a[0], b[0], c[0]}, {a[1], b[1], c[1]}};
                Contest expected;
                box.for_each_point([&](const std::vector<std::uint32_t>& degrees) { expected.add(degrees); });
                const auto found = greatest(box.grades<Mode>());
                if (found.verdict != expected.verdict || found.margin != expected.margin()) ++wrong;
                held += found.verdict.holding.size();
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(held > 0);
}

TEST_CASE("the greatest among rules that share no feature is exact") {
    test::Generator random(54);
    std::size_t wrong = 0;
    for (int i = 0; i < 60; ++i) {
        const auto rules = random_typology(random, {0b000011, 0b001100, 0b110000});
        const Box box = random_box(random);
        const auto expected = contest(rules, box);
        const auto found = greatest(grade(box.grades<Letter>(), rules));
        if (found.verdict != expected.verdict || found.margin != expected.margin()) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("the greatest among rules that share features is a bound on the safe side") {
    test::Generator random(55);
    std::size_t wrong = 0;
    std::size_t wider = 0;
    for (int i = 0; i < 100; ++i) {
        const auto rules = random_typology(random, {63, 63, 63});
        const Box box = random_box(random);
        const auto expected = contest(rules, box);
        const auto found = greatest(grade(box.grades<Letter>(), rules));
        if (!found.verdict.possible.includes(expected.verdict.possible)) ++wrong;
        if (!expected.verdict.holding.includes(found.verdict.holding)) ++wrong;
        if (!found.margin.includes(expected.margin())) ++wrong;
        if (found.verdict != expected.verdict || found.margin != expected.margin()) ++wider;
        // At a point it is exact.
        const Box point{box.most, box.most};
        const auto at_point = greatest(grade(point.grades<Letter>(), rules));
        const auto expected_there = contest(rules, point);
        if (at_point.verdict != expected_there.verdict || at_point.margin != expected_there.margin()) ++wrong;
        if (!at_point.verdict.settled() || !at_point.margin.settled()) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(wider > 0);
    CHECK(wider < 60);
    // A*B is never above A; but from their intervals alone it might be.
    static constexpr auto nested = typology<Mode, Letter>(
        {{Mode::recipient, is(Letter::alpha), ""}, {Mode::activist, is(Letter::alpha) & is(Letter::beta), ""}});
    const auto found =
        greatest(grade<nested>(Grades<Letter>{}.set(Letter::alpha, degree(.25, 1)).set(Letter::beta, degree(.75))));
    CHECK(found.verdict == Verdict<Mode>{{}, {Mode::recipient, Mode::activist}});
    CHECK(found.margin == degree(0, .75));  // in truth from 0 to .25, and the recipient always among the greatest
}

TEST_CASE("no membership is greatest nowhere") {
    Grades<Mode> none;
    for (const Mode mode : all<Mode>()) none.set(mode, degree(0));
    CHECK(greatest(none).verdict == Verdict<Mode>{});
    CHECK(greatest(none).verdict.outcome() == Outcome::none);
    CHECK(greatest(none).margin == degree(0));
    CHECK(greatest(grade(Grades<Condition>{}, Typology<Mode, Condition>{})).verdict == Verdict<Mode>{});
    // Two with the same degree are greatest together, without a margin.
    const auto two = greatest(Grades<Mode>(none).set(Mode::recipient, degree(.4)).set(Mode::protector, degree(.4)));
    CHECK(two.verdict.outcome() == Outcome::mixed);
    CHECK(two.margin == degree(0));
    // The greatest need not be more in than out.
    const auto weak = greatest(Grades<Mode>(none).set(Mode::recipient, degree(.2)).set(Mode::protector, degree(.1)));
    CHECK(weak.verdict.outcome() == Outcome::sole);
    CHECK(weak.margin == degree(.1));
    CHECK(verdict_at(Grades<Mode>(none).set(Mode::recipient, degree(.2))).possible.empty());
    // Alone it is compared with nothing.
    CHECK(greatest(Grades<Mode>(none).set(Mode::recipient, degree(.2, .7))).margin == degree(.2, .7));
    // Of nothing known all is possible.
    CHECK(greatest(Grades<Mode>{}).verdict == Verdict<Mode>{{}, all<Mode>()});
    CHECK(greatest(Grades<Mode>{}).margin == Grade::unknown());
}
