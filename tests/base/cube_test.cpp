// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/cube.hpp>

#include "base/generator.hpp"

namespace {

using trimode::Cube;
using trimode::Cubes;

static_assert(sizeof(Cube) == 8 && std::is_trivially_copyable_v<Cube> &&
              std::is_trivially_copyable_v<Cubes<32>>);
static_assert(std::is_nothrow_default_constructible_v<Cubes<32>>);

/// Whether a case, one bit for each condition, satisfies the cube: literal by literal.
bool satisfied(Cube cube, std::uint32_t assignment) {
    for (std::uint32_t i = 0; i < 32; ++i) {
        const bool holds = ((assignment >> i) & 1U) != 0;
        if (((cube.holding >> i) & 1U) != 0 && !holds) return false;
        if (((cube.failing >> i) & 1U) != 0 && holds) return false;
    }
    return true;
}

bool any_satisfied(std::span<const Cube> cubes, std::uint32_t assignment) {
    return std::any_of(cubes.begin(), cubes.end(),
                       [assignment](Cube cube) { return satisfied(cube, assignment); });
}

/// All cubes over n conditions that do not contradict themselves.
std::vector<Cube> every_cube(std::uint32_t n) {
    std::vector<Cube> cubes{Cube{}};
    for (std::uint32_t i = 0; i < n; ++i) {
        const std::size_t before = cubes.size();
        for (std::size_t k = 0; k < before; ++k) {
            const Cube cube = cubes[k];
            cubes.push_back({cube.holding | (1U << i), cube.failing});
            cubes.push_back({cube.holding, cube.failing | (1U << i)});
        }
    }
    return cubes;
}

/// The prime implicants of a function given case by case, by trying every cube and every shorter
/// one.
std::vector<Cube> slow_primes(std::uint32_t n, const std::vector<bool>& function) {
    const auto implies = [&](Cube cube) {
        for (std::uint32_t a = 0; a < (1U << n); ++a) {
            if (satisfied(cube, a) && !function[a]) return false;
        }
        return true;
    };
    std::vector<Cube> primes;
    for (const Cube cube : every_cube(n)) {
        if (!implies(cube)) continue;
        bool prime = true;
        for (std::uint32_t i = 0; i < n && prime; ++i) {
            const std::uint32_t rest = ~(1U << i);
            const Cube shorter{cube.holding & rest, cube.failing & rest};
            if (!(shorter == cube) && implies(shorter)) prime = false;
        }
        if (prime) primes.push_back(cube);
    }
    return primes;
}

bool same_cubes(std::span<const Cube> left, std::span<const Cube> right) {
    return left.size() == right.size() &&
           std::is_permutation(left.begin(), left.end(), right.begin());
}

/// Whether the primes of both sides are those that trying everything finds.
bool both_sides_right(std::uint32_t n, const std::vector<Cube>& cubes) {
    std::vector<bool> function(1U << n);
    std::vector<bool> opposite(1U << n);
    for (std::uint32_t a = 0; a < (1U << n); ++a) {
        function[a] = any_satisfied(cubes, a);
        opposite[a] = !function[a];
    }
    bool room = false;
    const auto unless = trimode::primes_of_negation<128>(cubes, room);
    if (!room || !same_cubes(unless.view(), slow_primes(n, opposite))) return false;
    const auto when = trimode::primes_of_negation<128>(unless.view(), room);
    return room && same_cubes(when.view(), slow_primes(n, function));
}

}  // namespace

TEST_CASE("the parts of a cube") {
    constexpr Cube cube{0b101, 0b010};
    static_assert(cube.word() == 0x0000000200000005U && cube.size() == 3 && !cube.empty() &&
                  cube.conditions() == 0b111);
    static_assert(!cube.contradictory() && Cube{1, 1}.contradictory() && Cube{1, 1}.size() == 2);
    static_assert(Cube{}.word() == 0 && Cube{}.size() == 0 && Cube{}.empty() && Cube{}.conditions() == 0 &&
                  !Cube{}.contradictory());
    static_assert((Cube{1, 2} & Cube{4, 2}) == Cube{5, 2} &&
                  (Cube{1, 0} & Cube{0, 1}).contradictory());
    constexpr Cube last{0x80000000U, 0x7fffffffU};
    static_assert(last.word() == 0x7fffffff80000000U && last.size() == 32 && !last.contradictory());
    CHECK(Cube{1, 0} != Cube{0, 1});
}

TEST_CASE("a cube and its word are the same literals") {
    static_assert(Cube::of_word(0x0000000200000005U) == Cube{0b101, 0b010} && Cube::of_word(0) == Cube{});
    static_assert(noexcept(Cube::of_word(0)));
    test::Generator random(6);
    for (int i = 0; i < 1000; ++i) {
        const std::uint64_t word = random.next();
        const Cube cube = Cube::of_word(word);
        CHECK(cube.word() == word);
        CHECK(cube.holding == word % 0x100000000U);
        CHECK(cube.failing == word / 0x100000000U);
        CHECK(Cube::of_word(cube.word()) == cube);
    }
    for (const Cube cube : every_cube(4)) CHECK(Cube::of_word(cube.word()) == cube);
}

TEST_CASE("what one cube asks for beyond another, literal by literal") {
    for (const Cube one : every_cube(3)) {
        for (const Cube other : every_cube(3)) {
            const Cube rest = one.without(other);
            CHECK((rest & (one.without(rest))) == one);
            CHECK(rest.size() == one.size() - one.without(rest).size());
            CHECK(rest.empty() == one.absorbs(other));
            CHECK((rest.word() & other.word()) == 0);
        }
        Cube met{};
        int literals = 0;
        for (Cube left = one; !left.empty(); left = left.without(left.first_literal())) {
            const Cube literal = left.first_literal();
            CHECK(literal.size() == 1);
            CHECK(literal.absorbs(one));
            CHECK(literal.conditions() > met.conditions());
            met = met & literal;
            ++literals;
        }
        CHECK(met == one);
        CHECK(literals == one.size());
    }
    CHECK(Cube{}.first_literal() == Cube{});
    CHECK(Cube{6, 2}.first_literal() == Cube{2, 2});  // contradicts itself there
}

TEST_CASE("steps on the way may have more room than the answer") {
    // a*b + c*d, said once more case by case: the way is wider than both sides.
    std::vector<Cube> cubes;
    for (std::uint32_t a = 0; a < 16; ++a) {
        if ((a & 3U) == 3 || (a & 12U) == 12) cubes.push_back({a, 15U & ~a});
    }
    bool room = false;
    const auto answer = trimode::primes_of_negation<64>(cubes, room);
    REQUIRE(room);
    REQUIRE(answer.size() == 4);
    static_cast<void>(trimode::primes_of_negation<4>(cubes, room));
    CHECK_FALSE(room);
    const auto narrow = trimode::primes_of_negation<4, 64>(cubes, room);
    CHECK(room);
    CHECK(same_cubes(narrow.view(), answer.view()));
    CHECK(trimode::primes_of_negation<3, 64>(cubes, room).size() == 0);
    CHECK_FALSE(room);
}

TEST_CASE("a cube absorbs another when it has all its cases") {
    const auto cubes = every_cube(4);
    CHECK(cubes.size() == 81);
    std::size_t wrong = 0;
    for (const Cube one : cubes) {
        for (const Cube other : cubes) {
            bool all = true;
            bool joint = true;
            for (std::uint32_t a = 0; a < 16; ++a) {
                if (satisfied(other, a) && !satisfied(one, a)) all = false;
                if (satisfied(one & other, a) != (satisfied(one, a) && satisfied(other, a)))
                    joint = false;
            }
            if (one.absorbs(other) != all || !joint) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("appending up to the capacity and one beyond") {
    Cubes<3> cubes;
    CHECK(cubes.size() == 0);
    CHECK(cubes.view().empty());
    for (std::uint32_t i = 1; i <= 3; ++i) CHECK(cubes.append({i, 0}));
    CHECK(cubes.append({1, 0}) == false);
    CHECK(cubes.size() == 3);
    CHECK(cubes[2] == Cube{3, 0});
    CHECK(cubes.begin() + 3 == cubes.end());
}

TEST_CASE("absorbing") {
    Cubes<3> cubes;
    CHECK(cubes.absorb({0b0011, 0}));
    CHECK(cubes.absorb({0b0100, 0}));
    CHECK(cubes.absorb({0b0111, 0}));  // absorbed: nothing changes
    CHECK(cubes.absorb({0b0011, 0}));  // itself
    CHECK(cubes.size() == 2);
    CHECK(cubes.absorb({0, 0b1000}));
    CHECK_FALSE(cubes.absorb({0, 0b0100}));  // full
    CHECK(cubes.size() == 3);
    CHECK(cubes.absorb({0b0100, 0b0001}));  // full, but absorbed
    CHECK(cubes.absorb({0b0001, 0}));       // full, but it makes room by absorbing
    CHECK(cubes.size() == 3);
    CHECK(cubes[0] == Cube{0b0100, 0});
    CHECK(cubes[1] == Cube{0, 0b1000});
    CHECK(cubes[2] == Cube{0b0001, 0});
    CHECK(cubes.absorb(Cube{}));
    CHECK(cubes.size() == 1);
    CHECK(cubes.absorb({1, 0}));
    CHECK(cubes.size() == 1);
}

TEST_CASE("absorbing keeps the function and nothing superfluous") {
    test::Generator random(7);
    const auto every = every_cube(4);
    std::size_t wrong = 0;
    for (int i = 0; i < 2000; ++i) {
        std::vector<Cube> given;
        Cubes<32> kept;
        for (std::uint32_t size = random.below(10); size > 0; --size) {
            given.push_back(every[random.below(81)]);
            if (!kept.absorb(given.back())) ++wrong;
        }
        for (std::uint32_t a = 0; a < 16; ++a) {
            if (any_satisfied(given, a) != any_satisfied(kept.view(), a)) ++wrong;
        }
        for (const Cube& one : kept) {
            for (const Cube& other : kept) {
                if (&one != &other && one.absorbs(other)) ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the primes of nothing and of everything and of what contradicts itself") {
    bool room = false;
    const std::vector<Cube> nothing;
    const auto always = trimode::primes_of_negation<1>(nothing, room);
    CHECK(room);
    CHECK(always.size() == 1);
    CHECK(always[0] == Cube{});
    room = false;
    CHECK(trimode::primes_of_negation<1>(always.view(), room).size() == 0);
    CHECK(room);
    const std::vector contradictory{Cube{3, 2}, Cube{1, 1}};
    const auto still_always = trimode::primes_of_negation<4>(contradictory, room);
    CHECK(room);
    CHECK(still_always.size() == 1);
    CHECK(still_always[0] == Cube{});
    const std::vector excluded_middle{Cube{1, 0}, Cube{0, 1}};
    CHECK(trimode::primes_of_negation<4>(excluded_middle, room).size() == 0);
    CHECK(room);
}

TEST_CASE("the primes of every function of three conditions") {
    std::size_t wrong = 0;
    for (std::uint32_t function = 0; function < 256; ++function) {
        std::vector<Cube> minterms;
        for (std::uint32_t a = 0; a < 8; ++a) {
            if (((function >> a) & 1U) != 0) minterms.push_back({a, 7U & ~a});
        }
        if (!both_sides_right(3, minterms)) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("the primes of some functions of four and five and six conditions") {
    test::Generator random(8);
    for (const std::uint32_t n : {4U, 5U, 6U}) {
        const auto every = every_cube(n);
        std::size_t wrong = 0;
        for (int i = 0; i < (n == 6 ? 15 : 100); ++i) {
            std::vector<Cube> cubes;
            for (std::uint32_t size = random.below(9); size > 0; --size) {
                Cube cube = every[random.below(static_cast<std::uint32_t>(every.size()))];
                if (random.below(20) == 0) cube = cube & Cube{1, 1};
                cubes.push_back(cube);
            }
            if (!both_sides_right(n, cubes)) ++wrong;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("the last of thirty-two conditions") {
    bool room = false;
    const std::vector cubes{Cube{0x80000000U, 1}, Cube{0, 0x40000000U}};
    const auto unless = trimode::primes_of_negation<8>(cubes, room);
    CHECK(room);
    CHECK(same_cubes(unless.view(),
                     std::vector{Cube{0x40000000U, 0x80000000U}, Cube{0x40000001U, 0}}));
}

TEST_CASE("too little room is said") {
    // Three pairs: the negation has two to the power of three primes.
    const std::vector pairs{Cube{0b000011, 0}, Cube{0b001100, 0}, Cube{0b110000, 0}};
    bool room = true;
    CHECK(trimode::primes_of_negation<7>(pairs, room).size() == 0);
    CHECK_FALSE(room);
    CHECK(trimode::primes_of_negation<8>(pairs, room).size() == 8);
    CHECK(room);
}
