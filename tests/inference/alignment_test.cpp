// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Alignment: votes and portfolios worked out by hand; equal, opposite, symmetric; what is missing; each error.
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/inference/alignment.hpp>

#include "base/enumeration.hpp"
#include "base/generator.hpp"

namespace {

using namespace trimode;
using Measure = AlignmentMeasure;

constexpr Code x = missing;
constexpr std::array every_measure{Measure::weighted_kappa, Measure::scott_pi, Measure::s_score};

using Numbers = std::vector<std::optional<double>>;

/// Ten votes: no 0, abstention 1, yes 2; one of each is missing.
constexpr std::array<Code, 10> alpha{2, 2, 2, 2, 2, 1, 1, 0, x, 2};
constexpr std::array<Code, 10> beta{2, 2, 2, 1, 0, 1, 2, 0, 0, x};

bool close(std::optional<double> value, double expected) { return value && std::fabs(*value - expected) <= 1e-12; }

bool fails(const Alignment& found, AlignmentFault fault, std::size_t side = 0, std::size_t unit = 0) {
    return !found.value && found.fault == fault && found.side == side && found.unit == unit;
}

double not_a_number() { return std::bit_cast<double>(std::uint64_t{0x7ff8000000000000U}); }
double infinity() { return std::bit_cast<double>(std::uint64_t{0x7ff0000000000000U}); }

}  // namespace

static_assert(std::is_trivially_copyable_v<Alignment>);
static_assert(noexcept(alignment(alpha, beta, 3)));
// At compile time.
static_assert(alignment(alpha, alpha, 3).value == 1.0);
static_assert(s_score(alpha, beta, 3).compared == 8);

TEST_CASE("the names of measures and faults of alignment") {
    test::check_names<AlignmentMeasure>(std::array<test::Spelling<AlignmentMeasure>, 3>{
        {{Measure::weighted_kappa, "weighted_kappa"}, {Measure::scott_pi, "scott_pi"}, {Measure::s_score, "s_score"}}});
    test::check_names<AlignmentFault>(
        std::array<test::Spelling<AlignmentFault>, 8>{{{AlignmentFault::none, "none"},
                                                       {AlignmentFault::shape, "shape"},
                                                       {AlignmentFault::categories, "categories"},
                                                       {AlignmentFault::value_out_of_range, "value_out_of_range"},
                                                       {AlignmentFault::weights, "weights"},
                                                       {AlignmentFault::greatest_distance, "greatest_distance"},
                                                       {AlignmentFault::nothing_to_compare, "nothing_to_compare"},
                                                       {AlignmentFault::no_variation, "no_variation"}}});
}

TEST_CASE("ten votes worked out by hand") {
    // Eight are known of both: 22 22 22 21 20 11 12 00. Distances of half the scale: 0 0 0 1 2 0 1 0, so 4 of 16.
    const Alignment s = s_score(alpha, beta, 3);
    CHECK(s.measure == Measure::s_score);
    CHECK(close(s.value, 0.5));  // 1 - 2 * 4/16
    CHECK((s.compared == 8 && s.left_out == 2));
    CHECK(s == alignment(alpha, beta, 3, Measure::s_score));

    // Alpha: no 1, abstention 2, yes 5. Beta: no 2, abstention 2, yes 4. In 64 pairs at random, with half the scale as
    // unit: no with abstention 1*2, no with yes 2*1*4, abstention with no 2*2, with yes 2*4, yes with abstention 5*2,
    // with no 2*5*2: 2 + 8 + 4 + 8 + 10 + 20 = 52, of 128. Observed 4/16 by 52/128 is 8/13.
    const Alignment kappa = alignment(alpha, beta, 3);
    CHECK(kappa.measure == Measure::weighted_kappa);
    CHECK(close(kappa.value, 5.0 / 13.0));
    CHECK((kappa.compared == 8 && kappa.left_out == 2));
    // Squared: observed 1/4 + 1 + 1/4 of 8. Expected (2 + 4 + 8 + 10) / 4 + 4 + 10 = 20 of 64. 1 - (1.5/8) / (20/64).
    CHECK(close(alignment(alpha, beta, 3, Measure::weighted_kappa, Weighting::quadratic).value, 0.4));

    // Pi: both together no 3, abstention 4, yes 9 of 16; alike by chance (9 + 16 + 81) / 256; 3 of 8 differ.
    const Alignment pi = alignment(alpha, beta, 3, Measure::scott_pi);
    CHECK(pi.measure == Measure::scott_pi);
    CHECK(close(pi.value, 1.0 - (3.0 / 8.0) / (150.0 / 256.0)));
}

TEST_CASE("portfolios worked out by hand, with weights") {
    const Numbers first{0.0, 3.0, 1.5, {}, 2.0};
    const Numbers second{3.0, 3.0, 0.0, 1.0, 1.0};
    // Of 3: 3, 0, 1.5, missing, 1; sum 5.5 of 12: 1 - 11/12.
    CHECK(close(s_score(first, second, 3.0).value, 1.0 / 12.0));
    CHECK(s_score(first, second, 3.0).left_out == 1);
    // With 1, 4, 2, 100, 3: 3 + 0 + 3 + 3 = 9 of 30: 1 - 18/30. The weight of what is missing doesn't count.
    const std::array weights{1.0, 4.0, 2.0, 100.0, 3.0};
    CHECK(close(s_score(first, second, 3.0, weights).value, 0.4));
    // A greater distance that is possible makes the same differences smaller: 1 - 2 * 5.5 / 24.
    CHECK(close(s_score(first, second, 6.0).value, 13.0 / 24.0));
}

TEST_CASE("equal is 1, opposite is -1, and the order of the two doesn't matter") {
    test::Generator generator(21);
    for (int round = 0; round < 200; ++round) {
        const std::uint32_t categories = 2 + generator.below(5);
        std::vector<Code> first{0, static_cast<Code>(categories - 1)};
        std::vector<Code> second{0, 0};
        for (int i = 0; i < 20; ++i) {
            first.push_back(generator.below(8) == 0 ? x : static_cast<Code>(generator.below(categories)));
            second.push_back(generator.below(8) == 0 ? x : static_cast<Code>(generator.below(categories)));
        }
        std::vector<double> weights;
        for (std::size_t i = 0; i < first.size(); ++i) weights.push_back(0.5 + generator.below(10));
        for (const AlignmentMeasure measure : every_measure) {
            const Alignment one_way = alignment(first, second, categories, measure);
            const Alignment other_way = alignment(second, first, categories, measure);
            REQUIRE(one_way.value.has_value());
            CHECK(close(other_way.value, *one_way.value));
            CHECK(one_way.compared + one_way.left_out == first.size());
            CHECK(*one_way.value <= 1.0);
            CHECK(close(alignment(first, first, categories, measure).value, 1.0));
        }
        CHECK(close(s_score(first, first, categories, weights).value, 1.0));
        CHECK(close(s_score(first, second, categories, weights).value,
                    *s_score(second, first, categories, weights).value));
        // S is the mean distance, as unweighted agreement has it, from 1 to -1.
        const auto observed = weighted_kappa(first, second, categories, Weighting::linear).observed;
        CHECK(close(s_score(first, second, categories).value, 1.0 - 2.0 * *observed));
        // Votes at one end against the other end; all that lies between takes part in neither.
        std::vector<Code> ends;
        std::vector<Code> opposite;
        for (const Code code : first) {
            const bool end = code == 0 || code == static_cast<Code>(categories - 1);
            ends.push_back(end ? code : x);
            opposite.push_back(end ? static_cast<Code>(categories) - 1 - code : x);
        }
        CHECK(close(s_score(ends, opposite, categories).value, -1.0));
        CHECK(close(s_score(ends, opposite, categories, weights).value, -1.0));
        // Numbers from 0 are the same portfolio.
        Numbers numbers;
        Numbers others;
        for (std::size_t i = 0; i < first.size(); ++i) {
            numbers.push_back(first[i] == x ? std::nullopt : std::optional<double>(first[i]));
            others.push_back(second[i] == x ? std::nullopt : std::optional<double>(second[i]));
        }
        const Alignment of_numbers = s_score(numbers, others, categories - 1.0, weights);
        const Alignment of_codes = s_score(first, second, categories, weights);
        CHECK(close(of_numbers.value, *of_codes.value));
        CHECK((of_numbers.compared == of_codes.compared && of_numbers.left_out == of_codes.left_out));
    }
}

TEST_CASE("S doesn't take chance out, kappa does") {
    // Both vote yes nine times in ten, independently as far as one can tell: S is high, kappa about 0.
    std::vector<Code> first(100, 2);
    std::vector<Code> second(100, 2);
    for (std::size_t i = 0; i < 10; ++i) first[i] = 0;
    for (std::size_t i = 9; i < 19; ++i) second[i] = 0;
    CHECK(close(s_score(first, second, 3).value, 0.64));   // 18 of 100 are opposite
    CHECK(close(alignment(first, second, 3).value, 0.0));  // .18 by 2 * .1 * .9
}

TEST_CASE("errors of alignment say where") {
    const std::vector<Code> three{0, 1, 2};
    const std::vector<Code> two{0, 1};
    const std::vector<Code> wrong{0, 3, 2};
    for (const AlignmentMeasure measure : every_measure) {
        CHECK(fails(alignment(three, two, 3, measure), AlignmentFault::shape));
        CHECK(fails(alignment(three, three, 0, measure), AlignmentFault::categories));
        CHECK(fails(alignment(three, three, most_categories + 1, measure), AlignmentFault::categories));
        CHECK(fails(alignment(three, wrong, 3, measure), AlignmentFault::value_out_of_range, 1, 1));
        CHECK(fails(alignment(wrong, three, 3, measure), AlignmentFault::value_out_of_range, 0, 1));
        CHECK(fails(alignment({}, {}, 3, measure), AlignmentFault::nothing_to_compare));
        const Alignment apart = alignment(std::array<Code, 2>{0, x}, std::array<Code, 2>{x, 1}, 3, measure);
        CHECK(fails(apart, AlignmentFault::nothing_to_compare));
        CHECK(apart.left_out == 2);
        CHECK(fails(alignment(std::array<Code, 2>{0, 0}, std::array<Code, 2>{0, 0}, 1, measure),
                    AlignmentFault::no_variation));
    }
    // Always yes: alike, but no more than chance has it.
    const std::vector<Code> yes(5, 2);
    CHECK(fails(alignment(yes, yes, 3), AlignmentFault::no_variation));
    CHECK(close(s_score(yes, yes, 3).value, 1.0));

    CHECK(fails(s_score(three, three, 3, std::array{1.0}), AlignmentFault::weights));
    CHECK(fails(s_score(three, three, 3, std::array{1.0, 2.0, -1.0}), AlignmentFault::weights, 0, 2));
    CHECK(fails(s_score(three, three, 3, std::array{1.0, infinity(), 1.0}), AlignmentFault::weights, 0, 1));
    CHECK(fails(s_score(three, three, 3, std::array{0.0, 0.0, 0.0}), AlignmentFault::nothing_to_compare));

    const Numbers numbers{0.0, 2.0};
    CHECK(fails(s_score(numbers, Numbers{1.0}, 2.0), AlignmentFault::shape));
    CHECK(fails(s_score(numbers, Numbers{1.0, not_a_number()}, 2.0), AlignmentFault::value_out_of_range, 1, 1));
    CHECK(fails(s_score(numbers, Numbers{0.0, -0.5}, 2.0), AlignmentFault::greatest_distance, 0, 1));
    for (const double distance : {0.0, -1.0, not_a_number(), infinity()}) {
        CHECK(fails(s_score(numbers, numbers, distance), AlignmentFault::greatest_distance));
    }
}
