// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/evidence/matter.hpp>

using namespace trimode;

namespace {

constexpr Matter first_partner{"first_partner", "Who comes first?", MatterKind::exclusive, "russia china west"};

/// A matter with so many options: o0, o1 ...
std::string options(std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += (i == 0 ? "o" : " o") + std::to_string(i);
    return text;
}

}  // namespace

static_assert(option(first_partner, 1) == "china");
static_assert(find_option(first_partner, "west") == 4);
static_assert(find_option(first_partner, "turkey") == 0);
static_assert(noexcept(option(first_partner, 0)) && noexcept(find_option(first_partner, "")));
static_assert(std::is_trivially_copyable_v<Matter> && std::is_trivially_copyable_v<Position>);
static_assert(MatterIndex{3} == MatterIndex{3} && MatterIndex{3} != MatterIndex{4});

TEST_CASE("the options of a matter are counted from 0, and behind the last there is none") {
    CHECK(option(first_partner, 0) == "russia");
    CHECK(option(first_partner, 1) == "china");
    CHECK(option(first_partner, 2) == "west");
    CHECK(option(first_partner, 3).empty());
    CHECK(option(first_partner, 4).empty());
    CHECK(option(first_partner, 1000).empty());
    const Matter number{"debt", "How much?", MatterKind::quantity, ""};
    CHECK(option(number, 0).empty());
    CHECK(option(number, 1).empty());
}

TEST_CASE("blanks more than needed make no option") {
    const Matter matter{"m", "?", MatterKind::exclusive, "  one   two "};
    CHECK(option(matter, 0) == "one");
    CHECK(option(matter, 1) == "two");
    CHECK(option(matter, 2).empty());
    CHECK(find_option(matter, "two") == 2);
}

TEST_CASE("an option is found by its whole word alone") {
    CHECK(find_option(first_partner, "russia") == 1);
    CHECK(find_option(first_partner, "china") == 2);
    CHECK(find_option(first_partner, "west") == 4);
    for (const std::string_view wrong : {"", " ", "rus", "russian", "Russia", "russia china", "china "}) {
        CHECK_MESSAGE(find_option(first_partner, wrong) == 0, std::string(wrong));
    }
    CHECK(find_option({"debt", "How much?", MatterKind::quantity, ""}, "") == 0);
}

TEST_CASE("each of sixteen options is found, a seventeenth is not") {
    for (std::size_t size = 0; size <= 17; ++size) {
        const std::string text = options(size);
        const Matter matter{"m", "?", MatterKind::exclusive, text};
        Options together = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::string word = "o" + std::to_string(i);
            CHECK(option(matter, i) == word);
            const Options found = find_option(matter, word);
            CHECK(found == (i < 16 ? 1U << i : 0U));
            CHECK((together & found) == 0);
            together = static_cast<Options>(together | found);
        }
        CHECK(option(matter, size).empty());
        CHECK(together == (size >= 16 ? 0xffffU : (1U << size) - 1U));
    }
}

TEST_CASE("the kinds of matter are spelt and read back") {
    CHECK(count<MatterKind> == 4);
    CHECK(name(MatterKind::exclusive) == "exclusive");
    CHECK(name(MatterKind::dating) == "dating");
    CHECK(name(MatterKind::emphasis) == "emphasis");
    CHECK(name(MatterKind::quantity) == "quantity");
    for (const MatterKind kind : all<MatterKind>()) CHECK(parse<MatterKind>(name(kind)) == kind);
}
