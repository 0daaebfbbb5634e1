// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/truth.hpp>

#include "base/enumeration.hpp"

using trimode::Truth;

namespace {
constexpr std::array every{Truth::unknown, Truth::holds, Truth::fails, Truth::contested};

/// Told to hold, told to fail: the slow and obvious form of a truth.
struct Told {
    bool to_hold;
    bool to_fail;
};
constexpr std::array<Told, 4> told{{{false, false}, {true, false}, {false, true}, {true, true}}};

Truth truth_of(bool to_hold, bool to_fail) {
    if (to_hold && to_fail) return Truth::contested;
    if (to_hold) return Truth::holds;
    if (to_fail) return Truth::fails;
    return Truth::unknown;
}
}  // namespace

static_assert(sizeof(Truth) == 1 && std::is_trivially_copyable_v<Truth>);
static_assert(Truth{} == Truth::unknown, "what nobody sets is unknown");
static_assert(noexcept(Truth{} | Truth{}) && noexcept(opposite(Truth{})) && noexcept(
    must_hold(Truth{})) && noexcept(may_hold(Truth{})) && noexcept(settled(Truth{})));

TEST_CASE("the names of truths") {
    test::check_names<Truth>(
        std::array<test::Spelling<Truth>, 4>{{{Truth::unknown, "unknown"},
                                              {Truth::holds, "holds"},
                                              {Truth::fails, "fails"},
                                              {Truth::contested, "contested"}}});
}

TEST_CASE("two records together tell what either tells") {
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < 4; ++j) {
            CHECK((every[i] | every[j]) ==
                  truth_of(told[i].to_hold || told[j].to_hold, told[i].to_fail || told[j].to_fail));
        }
    }
    CHECK((Truth::holds | Truth::fails) == Truth::contested);
    CHECK((Truth::unknown | Truth::unknown) == Truth::unknown);
}

TEST_CASE("the opposite statement") {
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(opposite(every[i]) == truth_of(told[i].to_fail, told[i].to_hold));
        CHECK(opposite(opposite(every[i])) == every[i]);
    }
}

TEST_CASE("must hold and may hold and settled") {
    // In the order unknown, holds, fails, contested.
    constexpr std::array must{false, true, false, false};
    constexpr std::array may{true, true, false, true};
    constexpr std::array is_settled{false, true, true, false};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(must_hold(every[i]) == must[i]);
        CHECK(may_hold(every[i]) == may[i]);
        CHECK(settled(every[i]) == is_settled[i]);
        CHECK(must_hold(opposite(every[i])) == !may[i]);
    }
}
