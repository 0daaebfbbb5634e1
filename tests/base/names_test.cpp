// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/names.hpp>

#include "base/enumeration.hpp"
#include "base/generator.hpp"

namespace {

enum class Posture : std::uint8_t { hedging, balancing, band_wagoning2 };
consteval auto names_of(Posture) {
    return trimode::names<Posture>("hedging H", "balancing B both_ways %", "band_wagoning2");
}

enum class Single : std::uint8_t { only };
consteval auto names_of(Single) { return trimode::names<Single>("only"); }

enum class Nameless : std::uint8_t { a, b };

/// The largest that there may be.
enum class Full : std::uint8_t {};
consteval auto names_of(Full) {
    return trimode::names<Full>("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0",
                                "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "c0", "c1",
                                "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "d0", "d1");
}

/// Two words of which the keys are equal, by which tables are checked (found by reducing a lattice).
enum class EqualKeys : std::uint8_t { one, other };
consteval auto names_of(EqualKeys) { return trimode::names<EqualKeys>("lsmkllqngtqkso", "ohmpnnjmsgjphl"); }

consteval std::uint64_t key(std::string_view word) {
    std::uint64_t sum = 0;
    for (const char c : word) sum = sum * 0x100000001b3U + static_cast<unsigned char>(c);
    return sum;
}
static_assert(key("lsmkllqngtqkso") == key("ohmpnnjmsgjphl"));

static_assert(trimode::Named<Posture> && trimode::Named<Full>);
static_assert(!trimode::Named<Nameless> && !trimode::Named<int> &&
              !trimode::Named<std::string_view>);
static_assert(trimode::count<Posture> == 3 && trimode::count<Single> == 1 &&
              trimode::count<Full> == 32);

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The distance by its definition, from the ends of both words: nothing is remembered.
std::size_t slow_edits(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const std::string_view a1 = a.substr(0, a.size() - 1);
    const std::string_view b1 = b.substr(0, b.size() - 1);
    std::size_t best = slow_edits(a1, b1) + (lower(a.back()) == lower(b.back()) ? 0U : 1U);
    best = (std::min)(best, slow_edits(a1, b) + 1);
    best = (std::min)(best, slow_edits(a, b1) + 1);
    if (!a1.empty() && !b1.empty() && lower(a.back()) == lower(b1.back()) &&
        lower(a1.back()) == lower(b.back())) {
        best = (std::min)(best,
                          slow_edits(a1.substr(0, a1.size() - 1), b1.substr(0, b1.size() - 1)) + 1);
    }
    return best;
}

}  // namespace

TEST_CASE("names both ways with aliases") {
    test::check_names<Posture>(
        std::array<test::Spelling<Posture>, 3>{{{Posture::hedging, "hedging"},
                                                {Posture::balancing, "balancing"},
                                                {Posture::band_wagoning2, "band_wagoning2"}}},
        std::array<test::Spelling<Posture>, 4>{{{Posture::hedging, "H"},
                                                {Posture::balancing, "B"},
                                                {Posture::balancing, "both_ways"},
                                                {Posture::balancing, "%"}}});
    test::check_names<Single>(std::array<test::Spelling<Single>, 1>{{{Single::only, "only"}}});
}

TEST_CASE("words with equal keys are two names") {
    CHECK(trimode::parse<EqualKeys>("lsmkllqngtqkso") == EqualKeys::one);
    CHECK(trimode::parse<EqualKeys>("ohmpnnjmsgjphl") == EqualKeys::other);
    // And where keys are equal the words are compared, wherever the one that comes twice stands.
    constexpr std::array<std::string_view, 3> good{"lsmkllqngtqkso x", "ohmpnnjmsgjphl y", "z"};
    CHECK(trimode::detail::are_names(good.data(), good.size()));
    for (const std::string_view bad : {"lsmkllqngtqkso", "ohmpnnjmsgjphl", "x", "y", "z z"}) {
        const std::array<std::string_view, 3> entries{"lsmkllqngtqkso x", "ohmpnnjmsgjphl y", bad};
        CHECK_FALSE(trimode::detail::are_names(entries.data(), entries.size()));
    }
}

TEST_CASE("an alias counts only as it is written") {
    CHECK_FALSE(trimode::parse<Posture>("h"));
    CHECK_FALSE(trimode::parse<Posture>("both"));
    CHECK_FALSE(trimode::parse<Posture>("both_ways %"));
    CHECK(trimode::nearest<Posture>("both_way") == "balancing");
}

TEST_CASE("thirty-two values") {
    for (std::size_t i = 0; i < 32; ++i) {
        const auto value = static_cast<Full>(i);
        CHECK(trimode::parse<Full>(trimode::name(value)) == value);
    }
    CHECK(trimode::name(static_cast<Full>(31)) == "d1");
    CHECK(trimode::name(static_cast<Full>(32)).empty());
}

TEST_CASE("edits of single letters") {
    using trimode::edits;
    static_assert(noexcept(edits("", "")));
    static_assert(edits("", "") == 0 && edits("", "abc") == 3 && edits("abc", "") == 3);
    static_assert(edits("geography", "geography") == 0);
    static_assert(edits("geografy", "geography") == 2);
    static_assert(edits("geogrpahy", "geography") == 1, "neighbours swapped");
    static_assert(edits("geograhy", "geography") == 1 && edits("geographyy", "geography") == 1);
    static_assert(edits("GEOGRAPHY", "geography") == 0, "case is ignored");
    static_assert(edits("R_1", "R-1") == 1);

    test::Generator random(1);
    constexpr std::string_view letters = "abAB_";
    std::size_t wrong = 0;
    for (int i = 0; i < 3000; ++i) {
        std::array<std::string, 2> words;
        for (auto& word : words) {
            for (std::uint32_t size = random.below(7); size > 0; --size)
                word += letters[random.below(5)];
        }
        const std::size_t found = edits(words[0], words[1]);
        if (found != slow_edits(words[0], words[1]) || found != edits(words[1], words[0])) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("edits of long words") {
    const std::string sixty_three(63, 'a');
    CHECK(trimode::edits(sixty_three, std::string(63, 'b')) == 63);
    CHECK(trimode::edits(sixty_three, std::string(62, 'a') + 'b') == 1);
    CHECK(trimode::edits(sixty_three, "") == 63);
    CHECK(trimode::edits(sixty_three + "bcd", sixty_three) ==
          0);  // the 64th and later do not count
    CHECK(trimode::edits(std::string(1000, 'b'), sixty_three) == 63);
}

TEST_CASE("the nearest of those considered") {
    trimode::Nearest search("trade");
    CHECK(search.best().empty());
    search.consider("debt");
    CHECK(search.best() == "debt");
    search.consider("trude", "first of two");
    CHECK(search.best() == "first of two");
    search.consider("tride", "second of two");
    CHECK(search.best() == "first of two");  // of equals the first stays
    search.consider("TRADE");
    CHECK(search.best() == "TRADE");
}

TEST_CASE("the nearest name") {
    CHECK(trimode::nearest<Posture>("") == "hedging");  // by the shortest alias
    CHECK(trimode::nearest<Posture>("hegding") == "hedging");
    CHECK(trimode::nearest<Posture>("balance") == "balancing");
    CHECK(trimode::nearest<Posture>("bandwagoning") == "band_wagoning2");
    CHECK(trimode::nearest<Posture>("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz") != "");
    CHECK(trimode::nearest<Single>("whatever") == "only");
}
