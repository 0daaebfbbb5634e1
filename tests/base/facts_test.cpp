// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/facts.hpp>

namespace {

using trimode::Truth;

enum class Five : std::uint8_t { a, b, c, d, e };
consteval auto names_of(Five) { return trimode::names<Five>("a", "b", "c", "d", "e"); }

enum class Full : std::uint8_t {};
consteval auto names_of(Full) {
    return trimode::names<Full>("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0",
                                "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "c0", "c1",
                                "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "d0", "d1");
}

using Facts = trimode::Facts<Five>;
using Set = trimode::Set<Five>;

static_assert(sizeof(Facts) == 8 && std::is_trivially_copyable_v<Facts> &&
              std::is_standard_layout_v<Facts>);
static_assert(std::is_nothrow_default_constructible_v<Facts> &&
              std::is_nothrow_copy_constructible_v<Facts>);
static_assert(!std::is_constructible_v<Facts, trimode::Facts<Full>>);
static_assert(!std::is_constructible_v<Facts, trimode::Set<Full>, trimode::Set<Full>>);
static_assert(!std::is_constructible_v<Facts, std::uint64_t>);

constexpr Five feature(std::size_t i) { return static_cast<Five>(i); }

}  // namespace

TEST_CASE("empty facts know nothing") {
    constexpr Facts facts;
    static_assert(facts.word() == 0 && facts.told().empty() &&
                  facts.unknown() == trimode::all<Five>());
    for (const Five f : trimode::all<Five>()) CHECK(facts[f] == Truth::unknown);
}

TEST_CASE("every combination of five features") {
    std::size_t wrong = 0;
    for (std::uint32_t code = 0; code < 1024; ++code) {
        std::array<Truth, 5> truths{};
        Facts facts;
        Facts told;
        Set to_hold;
        Set to_fail;
        std::uint64_t word = 0;
        std::uint64_t settled = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            truths[i] = static_cast<Truth>((code >> (2 * i)) & 3U);
            facts.set(feature(i), Truth::contested)
                .set(feature(i), truths[i]);  // nothing of the first is left
            if (truths[i] == Truth::holds || truths[i] == Truth::contested) {
                told.tell(feature(i), Truth::holds);
                to_hold.insert(feature(i));
                word += std::uint64_t{1} << i;
            }
            if (truths[i] == Truth::fails || truths[i] == Truth::contested) {
                told.tell(feature(i), Truth::fails);
                to_fail.insert(feature(i));
                word += std::uint64_t{1} << (i + 32);
            }
            if (truths[i] == Truth::holds) settled += std::uint64_t{1} << i;
            if (truths[i] == Truth::fails) settled += std::uint64_t{1} << (i + 32);
        }
        bool right = facts == told && facts == Facts(to_hold, to_fail) && facts.word() == word &&
                     facts.settled() == settled && facts.told_to_hold() == to_hold &&
                     facts.told_to_fail() == to_fail;
        for (std::size_t i = 0; i < 5; ++i) {
            right = right && facts[feature(i)] == truths[i] &&
                    facts.told().contains(feature(i)) == (truths[i] != Truth::unknown) &&
                    facts.unknown().contains(feature(i)) == (truths[i] == Truth::unknown) &&
                    facts.contested().contains(feature(i)) == (truths[i] == Truth::contested);
        }
        if (!right) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("telling adds and setting replaces") {
    for (std::uint32_t i = 0; i < 4; ++i) {
        for (std::uint32_t j = 0; j < 4; ++j) {
            const auto first = static_cast<Truth>(i);
            const auto second = static_cast<Truth>(j);
            Facts facts;
            facts.set(Five::a, Truth::fails).set(Five::c, first).tell(Five::c, second);
            CHECK(facts[Five::c] == (first | second));
            CHECK(facts[Five::a] == Truth::fails);
            CHECK(facts[Five::b] == Truth::unknown);
            facts.set(Five::c, second);
            CHECK(facts[Five::c] == second);
        }
    }
}

TEST_CASE("a number that is no feature changes nothing") {
    Facts facts;
    facts.set(Five::a, Truth::holds);
    const Facts before = facts;
    facts.set(static_cast<Five>(5), Truth::contested).tell(static_cast<Five>(32), Truth::fails);
    CHECK(facts == before);
    CHECK(facts[static_cast<Five>(5)] == Truth::unknown);
}

TEST_CASE("facts over thirty-two features") {
    trimode::Facts<Full> facts;
    const auto last = static_cast<Full>(31);
    facts.tell(last, Truth::fails);
    CHECK(facts.word() == 0x8000000000000000U);
    CHECK(facts.settled() == 0x8000000000000000U);
    facts.tell(last, Truth::holds);
    CHECK(facts.word() == 0x8000000080000000U);
    CHECK(facts.settled() == 0);
    CHECK(facts.contested().size() == 1);
    CHECK(facts.unknown().size() == 31);
}
