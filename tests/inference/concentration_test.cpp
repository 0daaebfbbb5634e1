// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Concentration: indices worked out by hand; bounds against every point of a grid and against every corner; classes on
/// both sides of each cut; each error.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/inference/concentration.hpp>

#include "base/enumeration.hpp"
#include "base/generator.hpp"

namespace {

using namespace trimode;

constexpr PartnerList both_lists[] = {PartnerList::partial, PartnerList::complete};

constexpr Percentage exact(int percent) { return {Decimal{percent}, Decimal{percent}, true}; }
constexpr Percentage from_to(int least, int most) { return {Decimal{least}, Decimal{most}, true}; }

double number(Decimal decimal) {
    double power = 1.0;
    for (int i = 0; i < decimal.places(); ++i) power *= 10.0;
    return static_cast<double>(decimal.digits()) / power;
}

bool close(double value, double expected) { return value - expected <= 1e-12 && expected - value <= 1e-12; }

/// Calls `visit` with every way in which shares on a grid, each between its ends, add up to no more than the whole.
template <class Visit>
void each_point(const std::vector<std::pair<int, int>>& ends, std::size_t at, int left, std::vector<int>& shares,
                const Visit& visit) {
    if (at == ends.size()) {
        visit(shares, left);
        return;
    }
    for (int share = ends[at].first; share <= ends[at].second && share <= left; ++share) {
        shares.push_back(share);
        each_point(ends, at + 1, left - share, shares, visit);
        shares.pop_back();
    }
}

/// The least and the greatest sum of squares on the grid. Unit: squared steps.
struct Range {
    std::int64_t least = -1;
    std::int64_t most = -1;
};
Range on_grid(const std::vector<std::pair<int, int>>& ends, int steps, PartnerList list) {
    Range range;
    std::vector<int> shares;
    each_point(ends, 0, steps, shares, [&](const std::vector<int>& point, int left) {
        if (list == PartnerList::complete && left != 0) return;
        std::int64_t squares = 0;
        for (const int share : point) squares += std::int64_t{share} * share;
        // The rest goes to infinitely many others, which adds nothing, or to one.
        if (range.least < 0 || squares < range.least) range.least = squares;
        range.most = (std::max)(range.most, squares + std::int64_t{left} * left);
    });
    return range;
}

}  // namespace

static_assert(std::is_trivially_copyable_v<Concentration>);
static_assert(noexcept(concentration(std::span<const Percentage>{})));

// At compile time: 50, 30 and 20 percent give .25 + .09 + .04.
static_assert([] {
    const std::array shares{Decimal{50}, Decimal{30}, Decimal{20}};
    return concentration(shares).exact() && concentration(shares).most == decimal("0.38");
}());

TEST_CASE("the names of concentration") {
    test::check_names<ConcentrationClass>(
        std::array<test::Spelling<ConcentrationClass>, 4>{{{ConcentrationClass::unconcentrated, "unconcentrated"},
                                                           {ConcentrationClass::mild, "mild"},
                                                           {ConcentrationClass::moderate, "moderate"},
                                                           {ConcentrationClass::high, "high"}}});
    test::check_names<PartnerList>(std::array<test::Spelling<PartnerList>, 2>{
        {{PartnerList::partial, "partial"}, {PartnerList::complete, "complete"}}});
    test::check_names<ConcentrationFault>(std::array<test::Spelling<ConcentrationFault>, 7>{
        {{ConcentrationFault::none, "none"},
         {ConcentrationFault::negative, "negative"},
         {ConcentrationFault::ends_swapped, "ends_swapped"},
         {ConcentrationFault::too_precise, "too_precise"},
         {ConcentrationFault::beyond_whole, "beyond_whole"},
         {ConcentrationFault::below_whole, "below_whole"},
         {ConcentrationFault::too_many_intervals, "too_many_intervals"}}});
}

TEST_CASE("shares that add up to the whole give one exact index") {
    const auto index = [](std::vector<std::string_view> texts) {
        std::vector<Decimal> shares;
        for (const std::string_view text : texts) shares.push_back(*parse_decimal(text));
        const Concentration found = concentration(shares);
        CHECK(found.exact());
        CHECK((found == concentration(shares, PartnerList::complete)));
        return text(found.most).view() == text(found.least).view() ? std::string(text(found.most).view()) : "";
    };
    CHECK(index({"100"}) == "1");
    CHECK(index({"50", "50"}) == "0.5");
    CHECK(index({"25", "25", "25", "25"}) == "0.25");
    CHECK(index({"38.7", "0", "61.3"}) == "0.525538");  // .149769 + .375769
    // .333333333^2 twice, and .333333334^2, in 18 digits: 2 * .111111110888888889 + .111111111555555556
    CHECK(index({"33.3333333", "33.3333333", "33.3333334"}) == "0.333333333333333334");
}

TEST_CASE("what is not listed belongs to infinitely many or to one") {
    const std::array shares{exact(40), exact(20)};
    const Concentration partial = concentration(shares);
    CHECK(partial.least == decimal("0.2"));  // .16 + .04, and nothing
    CHECK(partial.most == decimal("0.36"));  // and .16 for one other with 40 percent
    CHECK(!partial.exact());
    CHECK(concentration(shares, PartnerList::complete).fault == ConcentrationFault::below_whole);

    const Concentration nothing = concentration(std::span<const Percentage>{});
    CHECK(nothing.least == Decimal{0});
    CHECK(nothing.most == Decimal{1});
    CHECK(nothing.fault == ConcentrationFault::none);
    CHECK(concentration(std::span<const Percentage>{}, PartnerList::complete).fault == ConcentrationFault::below_whole);

    // The limit is one: the more others, the nearer.
    for (const int others : {4, 40, 400}) {
        std::vector<Decimal> all_shares{Decimal{40}, Decimal{20}};
        for (int i = 0; i < others; ++i) all_shares.push_back(*Decimal::of(40'000 / others, 3));
        const Concentration found = concentration(all_shares);
        REQUIRE(found.exact());
        CHECK(found.least > partial.least);
        CHECK(close(number(found.least), 0.2 + 0.16 / others));
    }
}

TEST_CASE("unknown shares of a complete list: equal or all in one hand") {
    const std::array unknown{Percentage::unknown(), Percentage::some_share(), Percentage::unknown()};
    const Concentration three = concentration(unknown, PartnerList::complete);
    CHECK(text(three.least).view() == "0.333333333333333333");  // 3 * (1/3)^2, cut
    CHECK(three.most == Decimal{1});
    const std::array one_known{exact(40), Percentage::unknown(), Percentage::unknown()};
    const Concentration found = concentration(one_known, PartnerList::complete);
    CHECK(found.least == decimal("0.34"));  // .16 + 2 * .09
    CHECK(found.most == decimal("0.52"));   // .16 + .36
    // At least 30 for one without another end; the rest to the second.
    const std::array at_least{Percentage{Decimal{30}, Decimal{30}, false}, from_to(0, 20)};
    CHECK(concentration(at_least, PartnerList::complete).least == decimal("0.68"));  // 80 and 20
    CHECK(concentration(at_least, PartnerList::complete).most == Decimal{1});
}

TEST_CASE("bounds are those of a dense grid") {
    test::Generator generator(5);
    for (const std::size_t partners : {1U, 2U, 3U}) {
        for (int round = 0; round < 60; ++round) {
            // Ends every 5 percent, the grid six times as dense: it has all corners, and all even divisions by up to 3.
            std::vector<Percentage> shares;
            std::vector<std::pair<int, int>> ends;
            for (std::size_t i = 0; i < partners; ++i) {
                const int a = static_cast<int>(generator.below(partners == 1 ? 21 : 13));
                const int b = static_cast<int>(generator.below(21));
                shares.push_back(from_to(5 * (std::min)(a, b), 5 * (std::max)(a, b)));
                ends.emplace_back(6 * (std::min)(a, b), 6 * (std::max)(a, b));
            }
            for (const PartnerList list : both_lists) {
                const Range range = on_grid(ends, 120, list);
                const Concentration found = concentration(shares, list);
                CAPTURE(round);
                CHECK((found.fault == ConcentrationFault::none) == (range.most >= 0));
                if (range.most < 0) continue;
                CHECK(close(number(found.least), static_cast<double>(range.least) / 14'400.0));
                CHECK(close(number(found.most), static_cast<double>(range.most) / 14'400.0));
            }
        }
    }
    // Four partners on a coarser one.
    for (int round = 0; round < 12; ++round) {
        std::vector<Percentage> shares;
        std::vector<std::pair<int, int>> ends;
        for (int i = 0; i < 4; ++i) {
            const int a = static_cast<int>(generator.below(4));
            const int b = a + static_cast<int>(generator.below(4));
            shares.push_back(from_to(10 * a, 10 * b));
            ends.emplace_back(6 * a, 6 * b);
        }
        for (const PartnerList list : both_lists) {
            const Range range = on_grid(ends, 60, list);
            const Concentration found = concentration(shares, list);
            CHECK((found.fault == ConcentrationFault::none) == (range.most >= 0));
            if (range.most < 0) continue;
            CHECK(close(number(found.most), static_cast<double>(range.most) / 3'600.0));
            // Even division by 4 lies between the points: half a step, squared, for each of four at most.
            CHECK(number(found.least) <= static_cast<double>(range.least) / 3'600.0 + 1e-12);
            CHECK(number(found.least) >= static_cast<double>(range.least - 1) / 3'600.0 - 1e-12);
        }
    }
}

TEST_CASE("the greatest value is that of the best corner, to the last digit") {
    test::Generator generator(6);
    for (int round = 0; round < 400; ++round) {
        const std::size_t partners = 2 + generator.below(6);
        const bool alike = generator.below(3) == 0;
        std::vector<Percentage> shares;
        std::vector<std::int64_t> least;
        std::vector<std::int64_t> room;
        // Unit: 10^-7 percent; some rounds with few different ends, so that many shares are the same.
        const auto draw = [&] {
            return alike ? std::int64_t{1 + generator.below(3)} * 50'000'000
                         : static_cast<std::int64_t>(generator.below(1'000'000'000U / static_cast<unsigned>(partners)));
        };
        std::int64_t left = 1'000'000'000;
        for (std::size_t i = 0; i < partners; ++i) {
            least.push_back((std::min)(left, draw()));
            room.push_back((std::min)(draw(), 1'000'000'000 - least.back()));
            left -= least.back();
            shares.push_back({*Decimal::of(least.back(), 7), *Decimal::of(least.back() + room.back(), 7), true});
        }
        for (const PartnerList list : both_lists) {
            const Concentration found = concentration(shares, list);
            auto raised_least = least;
            auto raised_room = room;
            if (list == PartnerList::partial) {
                raised_least.push_back(0);
                raised_room.push_back(1'000'000'000);
            }
            // One takes the remainder, each other one stands at an end.
            std::int64_t best = -1;
            for (std::size_t partly = 0; partly < raised_least.size(); ++partly) {
                for (std::uint32_t raised = 0; raised < (1U << raised_least.size()); ++raised) {
                    std::int64_t sum = 0;
                    std::int64_t squares = 0;
                    for (std::size_t i = 0; i < raised_least.size(); ++i) {
                        if (i == partly) continue;
                        const std::int64_t share = raised_least[i] + ((raised >> i & 1U) != 0 ? raised_room[i] : 0);
                        sum += share;
                        if (sum > 1'000'000'000) break;
                        squares += share * share;
                    }
                    const std::int64_t rest = 1'000'000'000 - sum;
                    if (rest < raised_least[partly] || rest > raised_least[partly] + raised_room[partly]) continue;
                    best = (std::max)(best, squares + rest * rest);
                }
            }
            CAPTURE(round);
            if (best < 0) {
                CHECK(found.fault == ConcentrationFault::below_whole);
            } else {
                CHECK(found.fault == ConcentrationFault::none);
                CHECK((found.most == *Decimal::of(best, 18)));
                CHECK(found.least <= found.most);
            }
        }
    }
}

TEST_CASE("many intervals, many exact shares") {
    // Two hundred partners, half a percent each.
    const std::vector<Decimal> equal(200, decimal("0.5"));
    CHECK(concentration(equal, PartnerList::complete).most == decimal("0.005"));
    // Sixty about known to a tenth.
    std::vector<Percentage> about;
    test::Generator generator(7);
    for (int i = 0; i < 60; ++i) {
        const auto share = static_cast<std::int64_t>(1 + generator.below(30));  // tenths of a percent
        about.push_back({*Decimal::of(9 * share, 2), *Decimal::of(11 * share, 2), true});
    }
    const Concentration found = concentration(about);
    CHECK(found.fault == ConcentrationFault::none);
    CHECK(found.least < found.most);
    // Sixty of which nothing is known but that they are 10 percent at most: nine of them, and one with the remainder.
    std::vector<Percentage> alike(60, from_to(0, 10));
    alike.push_back(exact(5));
    CHECK(concentration(alike, PartnerList::complete).most == decimal("0.095"));  // .0025 + 9 * .01 + .0025
    const std::vector<Percentage> too_many(64, from_to(0, 10));
    CHECK(concentration(too_many).fault == ConcentrationFault::too_many_intervals);
    CHECK(concentration(too_many).partner == 64);
}

TEST_CASE("a narrower share narrows the bounds") {
    test::Generator generator(8);
    for (int round = 0; round < 200; ++round) {
        std::vector<Percentage> wide;
        std::vector<Percentage> narrow;
        for (int i = 0; i < 4; ++i) {
            const int least = static_cast<int>(generator.below(20));
            const int most = least + 2 + static_cast<int>(generator.below(30));
            wide.push_back(from_to(least, most));
            narrow.push_back(from_to(least + 1, most - 1));
        }
        for (const PartnerList list : both_lists) {
            const Concentration outer = concentration(wide, list);
            const Concentration inner = concentration(narrow, list);
            if (inner.fault != ConcentrationFault::none) continue;
            CHECK(outer.fault == ConcentrationFault::none);
            CHECK(outer.least <= inner.least);
            CHECK(inner.most <= outer.most);
            CHECK(concentration_classes(outer).includes(concentration_classes(inner)));
        }
    }
}

TEST_CASE("errors say which share") {
    const auto fault = [](std::vector<Percentage> shares, PartnerList list = PartnerList::partial) {
        const Concentration found = concentration(shares, list);
        CHECK(!found.exact());
        CHECK((found.least == Decimal{0} && found.most == Decimal{1}));
        CHECK(concentration_classes(found) == all<ConcentrationClass>());
        CHECK(concentration_reaches(found) == Truth::unknown);
        return std::pair(found.fault, found.partner);
    };
    CHECK((fault({exact(10), from_to(-1, 5)}) == std::pair(ConcentrationFault::negative, std::size_t{1})));
    CHECK((fault({from_to(20, 10)}) == std::pair(ConcentrationFault::ends_swapped, std::size_t{0})));
    CHECK((fault({exact(101)}) == std::pair(ConcentrationFault::beyond_whole, std::size_t{0})));
    CHECK((fault({exact(60), exact(30), from_to(11, 90)}) ==
           std::pair(ConcentrationFault::beyond_whole, std::size_t{2})));
    CHECK((fault({exact(60), from_to(0, 39)}, PartnerList::complete) ==
           std::pair(ConcentrationFault::below_whole, std::size_t{2})));
    CHECK((fault({{decimal("0.00000001"), Decimal{1}, true}}) ==
           std::pair(ConcentrationFault::too_precise, std::size_t{0})));
    // 110 percent at most is a share of 100 at most.
    CHECK((concentration(std::array{from_to(90, 110)}) == concentration(std::array{from_to(90, 100)})));
}

TEST_CASE("the normalised index") {
    CHECK(normalised_concentration(decimal("0.25"), 4) == 0.0);
    CHECK(normalised_concentration(Decimal{1}, 4) == 1.0);
    CHECK(close(*normalised_concentration(decimal("0.38"), 3), 0.07));  // (.38 - 1/3) / (2/3)
    const std::array unknown{Percentage::unknown(), Percentage::unknown(), Percentage::unknown()};
    CHECK(normalised_concentration(concentration(unknown, PartnerList::complete).least, 3) == 0.0);
    CHECK(!normalised_concentration(Decimal{1}, 1));
    CHECK(!normalised_concentration(Decimal{1}, 0));
    CHECK(!normalised_concentration(decimal("0.24"), 4));
    CHECK(!normalised_concentration(decimal("1.01"), 4));
    CHECK(!normalised_concentration(decimal("-0.1"), 4));
}

TEST_CASE("classes begin at their cut-offs") {
    using enum ConcentrationClass;
    CHECK(concentration_class(decimal("0.149999999999999999")) == unconcentrated);
    CHECK(concentration_class(decimal("0.15")) == mild);
    CHECK(concentration_class(decimal("0.249999999999999999")) == mild);
    CHECK(concentration_class(decimal("0.25")) == moderate);
    CHECK(concentration_class(decimal("0.499999999999999999")) == moderate);
    CHECK(concentration_class(decimal("0.5")) == high);
    CHECK(concentration_class(decimal("0.15"), {.mild = decimal("0.2")}) == unconcentrated);
    // 40 and 20 percent and a rest: .20 to .36
    const Concentration found = concentration(std::array{exact(40), exact(20)});
    CHECK((concentration_classes(found) == Set<ConcentrationClass>{mild, moderate}));
    CHECK(concentration_reaches(found) == Truth::fails);
    CHECK(concentration_reaches(found, decimal("0.2")) == Truth::holds);
    CHECK(concentration_reaches(found, decimal("0.36")) == Truth::unknown);
    CHECK(concentration_reaches(concentration(std::array{exact(64)})) == Truth::holds);  // .4096 at least
    CHECK(concentration_reaches(concentration(std::array{from_to(60, 70)})) == Truth::unknown);
}
