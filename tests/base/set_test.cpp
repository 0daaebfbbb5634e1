// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/set.hpp>

namespace {

enum class Five : std::uint8_t { a, b, c, d, e };
consteval auto names_of(Five) { return trimode::names<Five>("a", "b", "c", "d", "e"); }

enum class Full : std::uint8_t {};
consteval auto names_of(Full) {
    return trimode::names<Full>("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0",
                                "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "c0", "c1",
                                "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "d0", "d1");
}

using Set = trimode::Set<Five>;
using Members = std::array<bool, 5>;

static_assert(sizeof(Set) == 4 && std::is_trivially_copyable_v<Set> &&
              std::is_standard_layout_v<Set>);
static_assert(std::is_nothrow_default_constructible_v<Set> &&
              std::is_nothrow_copy_constructible_v<Set>);
static_assert(!std::is_convertible_v<std::uint32_t, Set> &&
                  !std::is_constructible_v<Set, std::uint32_t>,
              "bits become a set by name only");
static_assert(!std::is_constructible_v<Set, trimode::Set<Full>>);
static_assert(std::forward_iterator<Set::Iterator>);

Members members(std::uint32_t bits) {
    Members result{};
    for (std::size_t i = 0; i < 5; ++i) result[i] = (bits >> i) % 2 != 0;
    return result;
}

bool same(Set set, const Members& expected) {
    std::size_t size = 0;
    std::uint32_t bits = 0;
    std::vector<Five> listed;
    for (std::size_t i = 0; i < 5; ++i) {
        const auto value = static_cast<Five>(i);
        if (set.contains(value) != expected[i]) return false;
        if (!expected[i]) continue;
        ++size;
        bits |= 1U << i;
        listed.push_back(value);
    }
    std::vector<Five> walked;
    for (const Five value : set) walked.push_back(value);
    return set.size() == size && set.bits() == bits && set.empty() == (size == 0) &&
           walked == listed;
}

}  // namespace

TEST_CASE("a set of bits and of values") {
    for (std::uint32_t bits = 0; bits < 32; ++bits) {
        CHECK(same(Set::of_bits(bits), members(bits)));
        Set inserted;
        for (std::size_t i = 5; i-- > 0;) {
            if (members(bits)[i]) inserted.insert(static_cast<Five>(i));
        }
        CHECK(inserted == Set::of_bits(bits));
    }
    CHECK(same(Set{}, Members{}));
    CHECK(same(Set{Five::d, Five::a, Five::d}, {true, false, false, true, false}));
    CHECK(same(trimode::all<Five>(), {true, true, true, true, true}));
}

TEST_CASE("bits beyond the enumeration are dropped") {
    CHECK(Set::of_bits(32) == Set{});
    CHECK(Set::of_bits(0xffffffffU) == trimode::all<Five>());
    Set set{Five::a};
    set.insert(static_cast<Five>(5));
    set.insert(static_cast<Five>(32));
    set.insert(static_cast<Five>(255));
    CHECK(set == Set{Five::a});
    set.erase(static_cast<Five>(32));
    CHECK(set == Set{Five::a});
    CHECK_FALSE(set.contains(static_cast<Five>(32)));
    CHECK_FALSE(trimode::all<Five>().contains(static_cast<Five>(5)));
}

TEST_CASE("two sets") {
    for (std::uint32_t left = 0; left < 32; ++left) {
        for (std::uint32_t right = 0; right < 32; ++right) {
            const Members a = members(left);
            const Members b = members(right);
            Members either{};
            Members both{};
            Members without{};
            bool includes = true;
            for (std::size_t i = 0; i < 5; ++i) {
                either[i] = a[i] || b[i];
                both[i] = a[i] && b[i];
                without[i] = a[i] && !b[i];
                includes = includes && (a[i] || !b[i]);
            }
            const Set one = Set::of_bits(left);
            const Set other = Set::of_bits(right);
            Set joined = one;
            Set shared = one;
            joined |= other;
            shared &= other;
            const bool right_answers = same(one | other, either) && same(one & other, both) &&
                                       same(one - other, without) && joined == (one | other) &&
                                       shared == (one & other) && one.includes(other) == includes &&
                                       (one == other) == (left == right);
            CHECK(right_answers);
        }
    }
}

TEST_CASE("insert and erase") {
    Set set;
    set.insert(Five::c);
    set.insert(Five::c);
    CHECK(set.size() == 1);
    set.erase(Five::b);
    CHECK(set == Set{Five::c});
    set.erase(Five::c);
    CHECK(set.empty());
}

TEST_CASE("the iterator") {
    const Set set{Five::b, Five::e};
    auto at = set.begin();
    CHECK(*at == Five::b);
    CHECK(*at++ == Five::b);
    CHECK(*at == Five::e);
    CHECK(++at == set.end());
    CHECK(std::distance(set.begin(), set.end()) == 2);
}

TEST_CASE("a set over thirty-two values") {
    using Wide = trimode::Set<Full>;
    CHECK(trimode::all<Full>().size() == 32);
    CHECK(trimode::all<Full>().bits() == 0xffffffffU);
    Wide set;
    set.insert(static_cast<Full>(31));
    CHECK(set.bits() == 0x80000000U);
    CHECK(set.contains(static_cast<Full>(31)));
    CHECK(*set.begin() == static_cast<Full>(31));
    std::size_t walked = 0;
    for (const Full value : trimode::all<Full>()) CHECK(trimode::index(value) == walked++);
    CHECK(walked == 32);
}
