// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Typology audit: flaws of all functions of three features and of random typologies, by what the rules say with
/// and without a part; limited diversity against every completion of every case.
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/typology_audit.hpp>

#include "support/tables.hpp"

namespace {

using namespace trimode;

static_assert(noexcept(count_flaws(three_modes::predicted)) && noexcept(
    nearest_case(PropertySpace<Condition>{}, {},
                 std::span<const Facts<Condition>>{})) && noexcept(diversity(PropertySpace<Condition>{},
                                                                             std::span<const Facts<Condition>>{})));
static_assert(std::is_trivially_copyable_v<NearestCase<Condition>>);

enum class Kind : std::uint8_t { one, two, three };
consteval auto names_of(Kind) { return names<Kind>("one", "two", "three"); }

enum class Sign : std::uint8_t { alpha, beta, gamma, delta, epsilon };
consteval auto names_of(Sign) { return names<Sign>("alpha A", "beta B", "gamma C", "delta D", "epsilon E"); }
constexpr std::uint32_t worlds = 32;

/// In which of the 32 combinations of five signs it holds: bit w for combination w.
template <class Terms>
std::uint32_t where(const Terms& terms) {
    std::uint32_t function = 0;
    for (std::uint32_t world = 0; world < worlds; ++world) {
        for (const Cube& term : terms) {
            if ((world & term.holding) == term.holding && (world & term.failing) == 0)
                function |= std::uint32_t{1} << world;
        }
    }
    return function;
}

/// The fewest terms that say the same, then the fewest literals, by trying all sets of primes one by one. Up to 14
/// primes.
Length shortest_by_trying(const Rule<Sign>& rule) {
    const auto& primes = rule.when().terms();
    const std::uint32_t function = where(rule.written().terms());
    Length best{100, 0};
    for (std::uint32_t chosen = 0; chosen < (1U << primes.size()); ++chosen) {
        std::vector<Cube> some;
        Length size;
        for (std::size_t i = 0; i < primes.size(); ++i) {
            if (((chosen >> i) & 1U) == 0) continue;
            some.push_back(primes[i]);
            ++size.terms;
            size.literals += static_cast<std::size_t>(primes[i].size());
        }
        if (size.shorter_than(best) && where(some) == function) best = size;
    }
    return best;
}

using Key = std::tuple<Flaw, Kind, Kind, std::size_t, std::uint64_t>;

/// All flaws, by what each rule says.
std::vector<Key> flaws_by_trying(const Typology<Kind, Sign>& typology) {
    std::vector<Key> found;
    std::map<Kind, std::uint32_t> functions;
    std::uint32_t spoken = 0;
    std::uint32_t effective = 0;
    for (const Kind label : all<Kind>()) {
        if (!typology.labels().contains(label)) {
            found.emplace_back(Flaw::no_rule, label, label, 0, 0);
            continue;
        }
        const auto& terms = typology.rule(label).written().terms();
        const std::uint32_t function = where(terms);
        functions[label] = function;
        if (function == 0) found.emplace_back(Flaw::never_holds, label, label, 0, 0);
        if (function == 0xffffffffU) found.emplace_back(Flaw::always_holds, label, label, 0, 0);
        std::size_t literals = 0;
        for (const Cube& term : terms) {
            literals += static_cast<std::size_t>(std::popcount(term.holding) + std::popcount(term.failing));
            spoken |= term.holding | term.failing;
        }
        if (shortest_by_trying(typology.rule(label)).shorter_than({terms.size(), literals})) {
            found.emplace_back(Flaw::longer_than_needed, label, label, 0, 0);
        }
        for (std::size_t i = 0; i < terms.size(); ++i) {
            std::vector<Cube> others;
            for (std::size_t j = 0; j < terms.size(); ++j) {
                if (j != i) others.push_back(terms[j]);
            }
            if ((terms[i].holding & terms[i].failing) != 0) {
                found.emplace_back(Flaw::contradictory_term, label, label, i, terms[i].word());
                continue;
            }
            if (where(others) == function) found.emplace_back(Flaw::redundant_term, label, label, i, terms[i].word());
            for (std::uint32_t bit = 1; bit < worlds; bit <<= 1U) {
                const Cube literal{terms[i].holding & bit, terms[i].failing & bit};
                if (literal.word() == 0) continue;
                auto changed = others;
                changed.push_back({terms[i].holding & ~bit, terms[i].failing & ~bit});
                if (where(changed) == function)
                    found.emplace_back(Flaw::redundant_literal, label, label, i, literal.word());
            }
        }
        for (std::uint32_t bit = 1; bit < worlds; bit <<= 1U) {
            for (std::uint32_t world = 0; world < worlds; ++world) {
                if (((function >> world) & 1U) != ((function >> (world ^ bit)) & 1U)) effective |= bit;
            }
        }
    }
    for (const auto& [one, f] : functions) {
        for (const auto& [other, g] : functions) {
            const bool trivial = f == 0 || g == 0 || f == 0xffffffffU || g == 0xffffffffU;
            if (one == other || trivial || (f & ~g) != 0) continue;
            if (f != g) found.emplace_back(Flaw::implies_another, one, other, 0, 0);
            if (f == g && one < other) found.emplace_back(Flaw::equals_another, one, other, 0, 0);
        }
    }
    for (std::uint32_t bit = 1; bit < worlds; bit <<= 1U) {
        if ((spoken & bit) == 0 || (effective & bit) != 0) continue;
        for (const Kind label : all<Kind>()) {
            bool speaks = false;
            for (const Cube& term : typology.rule(label).written().terms())
                speaks = speaks || ((term.holding | term.failing) & bit) != 0;
            if (!speaks) continue;
            found.emplace_back(Flaw::feature_without_effect, label, label, 0, bit);
            break;
        }
    }
    return found;
}

std::vector<Key> flaws(const Typology<Kind, Sign>& typology) {
    std::vector<Key> found;
    for_each_flaw(typology, [&](const FlawFound<Kind>& one) {
        found.emplace_back(one.flaw, one.label, one.other, one.term, one.part.word());
    });
    return found;
}

/// Whether the audit finds what is there: all of it, in this order, and as many of each sort.
void expect_flaws(const Typology<Kind, Sign>& typology, std::map<Flaw, std::size_t>& met) {
    const auto expected = flaws_by_trying(typology);
    CHECK(flaws(typology) == expected);
    CHECK(count_flaws(typology) == expected.size());
    for (const Flaw flaw : all<Flaw>()) {
        const auto of_it = std::count_if(expected.begin(), expected.end(),
                                         [flaw](const Key& key) { return std::get<0>(key) == flaw; });
        CHECK(count_flaws(typology, flaw) == static_cast<std::size_t>(of_it));
        met[flaw] += static_cast<std::size_t>(of_it);
    }
}

Formula<Sign> formula_of(const std::vector<Cube>& cubes) {
    Formula<Sign>::Terms terms;
    for (const Cube& cube : cubes) REQUIRE(terms.append(cube));
    return Formula<Sign>(terms);
}

/// Every feature one of four ways: unknown, holds, fails, contested.
Facts<Sign> random_facts(support::Random& random) {
    Facts<Sign> facts;
    for (const Sign sign : all<Sign>()) {
        if (random.chance(2)) facts.set(sign, random.chance(2) ? Truth::holds : Truth::fails);
        if (random.chance(6)) facts.set(sign, Truth::contested);
    }
    return facts;
}

}  // namespace

TEST_CASE("the flaws of every function of three features, written in three ways") {
    std::map<Flaw, std::size_t> met;
    support::Random random(1);
    for (std::uint32_t f = 0; f < 256; ++f) {
        CAPTURE(f);
        std::vector<Cube> corners;
        for (std::uint32_t a = 0; a < 8; ++a) {
            if (((f >> a) & 1U) != 0) corners.push_back({a, ~a & 7U});
        }
        Typology<Kind, Sign> typology;
        REQUIRE(typology.add({Kind::one, formula_of(corners), ""}).fault == Fault::none);
        // The same as all its primes, and as corners of which each has lost a literal where that changes nothing.
        REQUIRE(typology.add({Kind::two, typology.rule(Kind::one).when(), ""}).fault == Fault::none);
        for (Cube& corner : corners) {
            const std::uint32_t bit = 1U << random.below(3);
            const Cube less{corner.holding & ~bit, corner.failing & ~bit};
            auto tried = corners;
            tried.push_back(less);
            if (where(tried) == where(corners)) corner = less;
        }
        REQUIRE(typology.add({Kind::three, formula_of(corners), ""}).fault == Fault::none);
        expect_flaws(typology, met);
    }
    CHECK(met[Flaw::equals_another] == 3 * 254);
    CHECK(met[Flaw::never_holds] == 3);
    CHECK(met[Flaw::always_holds] == 3);
}

TEST_CASE("the flaws of random typologies") {
    std::map<Flaw, std::size_t> met;
    support::Random random(2);
    for (int i = 0; i < 1500; ++i) {
        Typology<Kind, Sign> typology;
        bool fits = true;
        for (const Kind kind : all<Kind>()) {
            if (random.chance(10)) continue;
            std::vector<Cube> cubes(random.below(6));
            for (Cube& cube : cubes) {
                for (std::uint32_t bit = 1; bit < worlds; bit <<= 1U) {
                    if (random.chance(4)) cube.holding |= bit;
                    if (random.chance(5)) cube.failing |= bit;
                }
                if (!random.chance(8)) cube.failing &= ~cube.holding;
            }
            // Now and then what another label says, in other words.
            const bool again = kind != Kind::one && random.chance(12);
            const auto formula = again ? typology.rule(Kind::one).when() : formula_of(cubes);
            REQUIRE(typology.add({kind, formula, ""}).fault == Fault::none);
            fits = fits && typology.rule(kind).when().terms().size() <= 12;
        }
        if (fits) expect_flaws(typology, met);
    }
    for (const Flaw flaw : all<Flaw>())
        CHECK_MESSAGE(met[flaw] > 10, std::string(name(flaw)), " met only ", met[flaw], " times");
}

TEST_CASE("the shipped theories say no more than they need") {
    for (const auto& variant : three_modes::variants)
        CHECK_MESSAGE(count_flaws(*variant.rules) == 0, std::string(variant.name));
    CHECK(count_flaws(three_modes::observed) == 0);
    CHECK(count_flaws(four_stages::stages) == 0);
    CHECK(count_flaws(four_stages::cumulative) == 1);
}

TEST_CASE("a typology without rules has one flaw for each label") {
    const Typology<Kind, Sign> typology;
    CHECK(count_flaws(typology) == count<Kind>);
    CHECK(count_flaws(typology, Flaw::no_rule) == count<Kind>);
}

TEST_CASE("how a case lies to a corner, by every completion") {
    support::Random random(3);
    std::size_t wrong = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto space =
            *PropertySpace<Sign>::of(Set<Sign>::of_bits(static_cast<std::uint32_t>(random.below(worlds))));
        const Facts<Sign> facts = random_facts(random);
        // The corners into which the case can fall: every open feature either way.
        std::vector<std::uint32_t> fallen;
        for (std::uint32_t world = 0; world < worlds; ++world) {
            bool fits = true;
            for (const Sign sign : all<Sign>()) {
                const bool holds = ((world >> index(sign)) & 1U) != 0;
                if (facts[sign] == Truth::holds) fits = fits && holds;
                if (facts[sign] == Truth::fails) fits = fits && !holds;
            }
            const std::uint32_t corner = world & space.features().bits();
            if (fits && std::find(fallen.begin(), fallen.end(), corner) == fallen.end()) fallen.push_back(corner);
        }
        for (const Set<Sign> corner : space) {
            int least = 100;
            for (const std::uint32_t one : fallen) least = (std::min)(least, std::popcount(one ^ corner.bits()));
            const auto here = apart(space, corner, facts);
            wrong += static_cast<int>(here.differs.size()) == least ? 0U : 1U;
            wrong += here.may_fall() == (least == 0) ? 0U : 1U;
            wrong += here.falls() == (least == 0 && fallen.size() == 1) ? 0U : 1U;
            wrong += (std::size_t{1} << here.open.size()) == fallen.size() ? 0U : 1U;
            wrong +=
                space.features().includes(here.open | here.differs) && (here.open & here.differs).empty() ? 0U : 1U;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("which corners have a case, and which case is nearest, of random cases") {
    support::Random random(4);
    std::size_t empties = 0;
    for (int i = 0; i < 400; ++i) {
        const auto space =
            *PropertySpace<Sign>::of(Set<Sign>::of_bits(static_cast<std::uint32_t>(random.below(worlds))));
        std::vector<Facts<Sign>> cases(random.below(7));
        for (auto& facts : cases) facts = random_facts(random);
        const std::span<const Facts<Sign>> list(cases);
        Diversity expected;
        std::size_t visited = 0;
        for_each_occupancy(space, list, [&](Set<Sign> corner, Occupancy found) {
            ++visited;
            Occupancy counted;
            std::vector<std::pair<std::size_t, std::size_t>> distances;
            for (const auto& facts : cases) {
                const auto here = apart(space, corner, facts);
                counted.cases += here.falls() ? 1U : 0U;
                counted.possible += here.may_fall() && !here.falls() ? 1U : 0U;
                distances.emplace_back(here.differs.size(), here.open.size());
            }
            CHECK(found.cases == counted.cases);
            CHECK(found.possible == counted.possible);
            CHECK(occupancy(space, corner, list).cases == counted.cases);
            CHECK(found.empty() == (counted.cases + counted.possible == 0));
            ++expected.corners;
            ++(counted.cases != 0 ? expected.occupied : counted.possible != 0 ? expected.possible : expected.empty);
            empties += found.empty() ? 1U : 0U;

            const auto nearest = nearest_case(space, corner, list);
            CHECK(nearest.has_value() == !cases.empty());
            if (!nearest) return;
            const auto least = *std::min_element(distances.begin(), distances.end());
            const auto first = std::find(distances.begin(), distances.end(), least) - distances.begin();
            CHECK(nearest->place == static_cast<std::size_t>(first));
            CHECK(nearest->ties == static_cast<std::size_t>(std::count(distances.begin(), distances.end(), least)));
            CHECK(nearest->apart == apart(space, corner, cases[nearest->place]));
            CHECK((nearest->apart.differs.empty() == !found.empty()));
        });
        CHECK(visited == space.corners());
        const auto counted = diversity(space, list);
        CHECK(counted.corners == expected.corners);
        CHECK(counted.occupied == expected.occupied);
        CHECK(counted.possible == expected.possible);
        CHECK(counted.empty == expected.empty);
    }
    CHECK(empties > 100);
}

TEST_CASE("no cases, and a case of which nothing is told") {
    const auto space = *PropertySpace<Sign>::of({Sign::alpha, Sign::beta});
    CHECK(diversity(space, std::span<const Facts<Sign>>{}).empty == 4);
    CHECK_FALSE(nearest_case(space, {Sign::alpha}, std::span<const Facts<Sign>>{}).has_value());
    const std::array<Facts<Sign>, 1> unknown{};
    const std::span<const Facts<Sign>> list(unknown);
    CHECK(diversity(space, list).possible == 4);
    CHECK((nearest_case(space, {}, list)->apart.open == Set<Sign>{Sign::alpha, Sign::beta}));
    // The space without features has one corner, into which every case falls.
    CHECK(diversity(PropertySpace<Sign>{}, list).occupied == 1);
}

TEST_CASE("a case that is settled counts as nearer than one that is open") {
    const auto space = *PropertySpace<Sign>::of({Sign::alpha, Sign::beta, Sign::gamma});
    const std::array cases{Facts<Sign>({}, {Sign::alpha}), Facts<Sign>({Sign::beta}, {Sign::alpha, Sign::gamma}),
                           Facts<Sign>({Sign::beta, Sign::gamma}, {Sign::alpha, Sign::gamma})};
    const auto nearest = *nearest_case(space, {Sign::alpha, Sign::beta}, std::span<const Facts<Sign>>(cases));
    CHECK(nearest.place == 1);
    CHECK(nearest.ties == 1);
    CHECK((nearest.apart.differs == Set<Sign>{Sign::alpha}));
    CHECK(nearest.apart.open.empty());
}
