// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/random.hpp>

#include "base/generator.hpp"

using trimode::Random;

namespace {

constexpr std::uint64_t half = std::uint64_t{1} << 63U;

/// The state that the reference outputs start from.
constexpr Random one_to_four() { return *Random::of_state({1, 2, 3, 4}); }

/// A state whose next output is this: the output is taken from the second word alone, by steps that can be undone.
constexpr Random about_to_give(std::uint64_t output) {
    constexpr std::uint64_t ninth = 0x8e38e38e38e38e39U;
    constexpr std::uint64_t fifth = 0xcccccccccccccccdU;
    static_assert(ninth * 9U == 1 && fifth * 5U == 1);
    const std::uint64_t rotated = output * ninth;
    return *Random::of_state({1, ((rotated >> 7U) | (rotated << 57U)) * fifth, 2, 3});
}

constexpr std::array<std::uint64_t, 6> first_of_seed(std::uint64_t seed) {
    Random random(seed);
    std::array<std::uint64_t, 6> drawn{};
    for (std::uint64_t& one : drawn) one = random.next();
    return drawn;
}

}  // namespace

static_assert(sizeof(Random) == 32 && std::is_trivially_copyable_v<Random>);
static_assert(!std::is_convertible_v<std::uint64_t, Random>, "a number becomes a seed by name only");
static_assert(!std::is_default_constructible_v<Random>, "no seed that nobody chose");
static_assert(
    noexcept(Random(1)) && noexcept(Random(1).next()) && noexcept(Random(1).below(2)) && noexcept(Random(1).unit()));

TEST_CASE("xoshiro256 gives the outputs of the reference implementation") {
    // From xoshiro256starstar.c of Blackman and Vigna with the state 1, 2, 3, 4; the tests of rand_xoshiro (Rust) and
    // others print the same ten.
    constexpr std::array<std::uint64_t, 10> reference{11520U,
                                                      0U,
                                                      1509978240U,
                                                      1215971899390074240U,
                                                      1216172134540287360U,
                                                      607988272756665600U,
                                                      16172922978634559625U,
                                                      8476171486693032832U,
                                                      10595114339597558777U,
                                                      2904607092377533576U};
    Random random = one_to_four();
    for (const std::uint64_t expected : reference) CHECK(random.next() == expected);
}

TEST_CASE("splitmix64 gives the outputs of the reference implementation") {
    // From Vigna's splitmix64.c; Rosetta Code, Pseudo-random numbers/Splitmix64, prints them.
    std::uint64_t state = 1234567;
    for (const std::uint64_t expected :
         {std::uint64_t{6457827717110365317U}, std::uint64_t{3203168211198807973U}, std::uint64_t{9817491932198370423U},
          std::uint64_t{4593380528125082431U}, std::uint64_t{16408922859458223821U}}) {
        CHECK(trimode::detail::split_mix(state) == expected);
    }
    std::uint64_t mine = 99;
    test::Generator other(99);
    for (int i = 0; i < 1000; ++i) CHECK(trimode::detail::split_mix(mine) == other.next());
}

TEST_CASE("a seed is spread by splitmix64") {
    // The pair of algorithms with the seeds 0 and 1, as several implementations print it.
    constexpr std::array<std::uint64_t, 6> zero{0x99ec5f36cb75f2b4U, 0xbf6e1f784956452aU, 0x1a5f849d4933e6e0U,
                                                0x6aa594f1262d2d2cU, 0xbba5ad4a1f842e59U, 0xffef8375d9ebcacaU};
    constexpr std::array<std::uint64_t, 4> one{0xb3f2af6d0fc710c5U, 0x853b559647364ceaU, 0x92f89756082a4514U,
                                               0x642e1c7bc266a3a7U};
    static_assert(first_of_seed(0) == zero, "at compile time as at run time");
    CHECK(first_of_seed(0) == zero);
    Random random(1);
    for (const std::uint64_t expected : one) CHECK(random.next() == expected);
}

TEST_CASE("a state can be kept and gone on from") {
    Random random(7);
    for (int i = 0; i < 10; ++i) random.next();
    std::optional<Random> again = Random::of_state(random.state());
    REQUIRE(again);
    CHECK(*again == random);
    for (int i = 0; i < 10; ++i) CHECK(again->next() == random.next());
    CHECK(Random(7) == Random(7));
    CHECK(Random(7) != Random(8));
    CHECK(Random(7) != random);
    CHECK_FALSE(Random::of_state({0, 0, 0, 0}));
    CHECK(Random::of_state({0, 0, 0, 1}));
    CHECK(Random::of_state({half, 0, 0, 0}));
}

TEST_CASE("a number below a limit") {
    Random random(3);
    for (const std::uint64_t limit : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{3}, std::uint64_t{10},
                                      std::uint64_t{1} << 32U, half, half + 1, ~std::uint64_t{0}}) {
        for (int i = 0; i < 200; ++i) CHECK(random.below(limit) < limit);
    }
    const Random before = random;
    CHECK(random.below(0) == 0);
    CHECK(random == before);
    CHECK(random.below(1) == 0);
    CHECK(random != before);
}

TEST_CASE("numbers of the incomplete run are drawn again") {
    // 2^64 is 1 * (2^63 + 1) + (2^63 - 1): whatever is below 2^63 - 1 is of the incomplete run. Of the reference
    // outputs the seventh is the first that isn't.
    Random random = one_to_four();
    CHECK(random.below(half + 1) == 16172922978634559625U - (half + 1));
    CHECK(random.next() == 8476171486693032832U);

    // The boundary, and one step beyond.
    Random last_refused = about_to_give(half - 2);
    const Random start = last_refused;
    CHECK(Random(start).next() == half - 2);
    last_refused.below(half + 1);
    Random one_step = start;
    one_step.next();
    CHECK(last_refused != one_step);
    Random first_taken = about_to_give(half - 1);
    CHECK(first_taken.below(half + 1) == half - 1);
    CHECK(about_to_give(half).below(half + 1) == half);
    CHECK(about_to_give(half + 1).below(half + 1) == 0);
    CHECK(about_to_give(~std::uint64_t{0}).below(half + 1) == half - 2);

    // A power of two has no incomplete run.
    CHECK(about_to_give(0).below(8) == 0);
    CHECK(about_to_give(13).below(8) == 5);
    CHECK(about_to_give(~std::uint64_t{0}).below(half) == half - 1);
}

TEST_CASE("all numbers below a limit are as frequent") {
    for (const std::size_t limit : {std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{12}}) {
        constexpr std::size_t draws = 60000;
        std::array<double, 12> drawn{};
        Random random(2024);
        for (std::size_t i = 0; i < draws; ++i) drawn[static_cast<std::size_t>(random.below(limit))] += 1.0;
        const double expected = static_cast<double>(draws) / static_cast<double>(limit);
        double chi_square = 0.0;
        for (std::size_t i = 0; i < limit; ++i) chi_square += (drawn[i] - expected) * (drawn[i] - expected) / expected;
        CAPTURE(limit);
        CHECK(chi_square < 31.3);  // 0.999 quantile for 11 degrees of freedom; the fewer, the lower
    }
}

TEST_CASE("a number from 0 to 1") {
    Random random = one_to_four();
    CHECK(random.unit() == 5 * 0x1p-53);  // 11520 / 2^11, rounded down
    CHECK(random.unit() == 0.0);
    CHECK(about_to_give(2047).unit() == 0.0);
    CHECK(about_to_give(2048).unit() == 0x1p-53);
    CHECK(about_to_give(half).unit() == 0.5);
    CHECK(about_to_give(~std::uint64_t{0}).unit() == 1.0 - 0x1p-53);
    CHECK(about_to_give(~std::uint64_t{0}).unit() < 1.0);
    double sum = 0.0;
    double squares = 0.0;
    bool within = true;
    constexpr int draws = 100000;
    for (int i = 0; i < draws; ++i) {
        const double drawn = random.unit();
        within = within && drawn >= 0.0 && drawn < 1.0;
        sum += drawn;
        squares += drawn * drawn;
    }
    CHECK(within);
    CHECK(sum / draws == doctest::Approx(0.5).epsilon(0.01));
    CHECK(squares / draws == doctest::Approx(1.0 / 3.0).epsilon(0.01));
}

static_assert(about_to_give(42).next() == 42);
static_assert(Random(5).below(10) < 10 && Random(5).unit() < 1.0);
