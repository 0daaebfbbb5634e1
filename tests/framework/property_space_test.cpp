// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Property space: corners, coverage, how rules stand to one another, and shortest forms, against trying
/// everything: all functions of three features, and random typologies.
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/property_space.hpp>
#include <trimode/framework/three_modes.hpp>

#include "base/generator.hpp"
#include "framework/brute_force.hpp"
#include "framework/letters.hpp"

namespace {

using namespace trimode;
using test::Assignments;
using test::Generator;
using test::Letter;
using test::Universe;

static_assert(std::is_trivially_copyable_v<PropertySpace<Letter>> &&
              std::is_nothrow_default_constructible_v<PropertySpace<Letter>>);
static_assert(noexcept(PropertySpace<Letter>::of(Set<Letter>{})) && noexcept(
    coverage(three_modes::predicted,
             {})) && noexcept(shortest_length(Rule<Letter>{})) && noexcept(implies(Rule<Letter>{}, Rule<Letter>{})));

enum class Kind : std::uint8_t { one, two, three, four };
consteval auto names_of(Kind) { return names<Kind>("one", "two", "three", "four"); }

/// As many features as there can be.
enum class Many : std::uint8_t {};
consteval auto names_of(Many) {
    return names<Many>("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
                       "t", "u", "v", "w", "x", "y", "z", "a1", "b1", "c1", "d1", "e1", "f1");
}
Set<Many> first_of(std::size_t n) {
    return Set<Many>::of_bits(static_cast<std::uint32_t>((std::uint64_t{1} << n) - 1U));
}

Cube cube_of(std::uint32_t holding, std::uint32_t failing) { return {holding, failing}; }

/// The function of three features whose values are the bits of a number, written as its corners, one term each.
Formula<Letter> corners_of(std::uint32_t function) {
    Formula<Letter>::Terms terms;
    for (std::uint32_t a = 0; a < 8; ++a) {
        if (((function >> a) & 1U) != 0) REQUIRE(terms.append(cube_of(a, ~a & 7U)));
    }
    return Formula<Letter>(terms);
}
const std::vector<Rule<Letter>>& all_functions_of_three() {
    static const std::vector<Rule<Letter>> rules = [] {
        std::vector<Rule<Letter>> made;
        for (std::uint32_t function = 0; function < 256; ++function)
            made.push_back(*Rule<Letter>::of(corners_of(function)));
        return made;
    }();
    return rules;
}

Assignments function_of(std::uint32_t bits) {
    Assignments function;
    function.words[0] = bits;
    return function;
}

/// A typology of random rules over the first n letters; now and then a label has no rule.
Typology<Kind, Letter> random_typology(Generator& random, std::size_t n) {
    Typology<Kind, Letter> typology;
    for (const Kind kind : all<Kind>()) {
        if (random.below(8) == 0) continue;
        const auto formula = test::random_formula(random, n, random.below(7));
        CHECK(typology.add({kind, formula, ""}).fault == Fault::none);  // so few terms always fit
    }
    return typology;
}

/// Every set of cubes with the fewest terms, then the fewest literals, that holds exactly where a function does: all
/// sets of implicants are tried, primes or not. Each set in the order of the cubes.
struct ShortestByTrying {
    const Universe& universe;
    const Assignments& function;
    std::vector<std::uint32_t> implicants{};
    std::size_t terms = 0;
    int literals = 1000;
    std::set<std::set<std::uint64_t>> best{};

    ShortestByTrying(const Universe& space, const Assignments& wanted) : universe(space), function(wanted) {
        for (std::uint32_t state = 0; state < space.states(); ++state) {
            if (space.left(state).all_in(wanted)) implicants.push_back(state);
        }
        for (terms = 0; best.empty(); ++terms) choose(0, terms, {}, {}, 0);
        --terms;
    }
    void choose(std::size_t from, std::size_t left, const Assignments& covered, const std::set<std::uint64_t>& chosen,
                int size) {
        if (left == 0) {
            if (!(covered == function) || size > literals) return;
            if (size < literals) best.clear();
            literals = size;
            best.insert(chosen);
            return;
        }
        for (std::size_t i = from; i < implicants.size(); ++i) {
            const Cube cube = universe.cube(implicants[i]);
            Assignments more = covered;
            more.words[0] |= universe.left(implicants[i]).words[0];
            more.words[1] |= universe.left(implicants[i]).words[1];
            auto with = chosen;
            with.insert(cube.word());
            choose(i + 1, left - 1, more, with, size + cube.size());
        }
    }
};

/// What the library visits as shortest forms. Each is checked to be a sum of primes that says the same.
std::set<std::set<std::uint64_t>> shortest_forms(const Universe& universe, const Rule<Letter>& rule) {
    std::set<std::set<std::uint64_t>> forms;
    const auto function = test::where(universe, rule.written().terms());
    const Length expected = shortest_length(rule);
    for_each_shortest(rule, [&](const Formula<Letter>& formula) {
        CHECK(length(formula) == expected);
        CHECK(test::where(universe, formula.terms()) == function);
        std::set<std::uint64_t> words;
        std::size_t place = 0;
        for (const Cube& term : formula.terms()) {
            words.insert(term.word());
            while (place < rule.when().terms().size() && !(rule.when().terms()[place] == term)) ++place;
        }
        CHECK(place <
              rule.when().terms().size() + (formula.terms().size() == 0 ? 1 : 0));  // in the order of the primes
        CHECK(forms.insert(words).second);                                          // each once
    });
    return forms;
}

}  // namespace

TEST_CASE("a space has every combination once, in order") {
    for (std::uint32_t bits = 0; bits < 64; ++bits) {
        const auto features = Set<Letter>::of_bits(bits);
        const auto space = PropertySpace<Letter>::of(features);
        REQUIRE(space.ok());
        CHECK(space->features() == features);
        CHECK(space->corners() == 1U << features.size());
        std::set<std::uint32_t> seen;
        std::uint32_t before = 0;
        for (const Set<Letter> corner : *space) {
            CHECK(features.includes(corner));
            CHECK((seen.empty() || before < corner.bits()));
            before = corner.bits();
            seen.insert(corner.bits());
            const Facts<Letter> facts = space->facts(corner);
            CHECK(facts.told_to_hold() == corner);
            CHECK(facts.told_to_fail() == features - corner);
        }
        CHECK(seen.size() == space->corners());
    }
}

TEST_CASE("facts of a corner leave out what does not belong to the space") {
    const auto space = *PropertySpace<Letter>::of({Letter::alpha, Letter::gamma});
    const auto facts = space.facts({Letter::alpha, Letter::beta});
    CHECK(facts == Facts<Letter>({Letter::alpha}, {Letter::gamma}));
}

TEST_CASE("the space of no feature has one corner") {
    const PropertySpace<Letter> space;
    std::size_t corners = 0;
    for (const Set<Letter> corner : space) {
        CHECK(corner.empty());
        ++corners;
    }
    CHECK(corners == 1);
    CHECK(coverage(Typology<Kind, Letter>(), space).none == 1);
}

TEST_CASE("more than twenty features are a fault that says how many") {
    for (std::size_t n = 0; n <= 32; ++n) {
        const auto space = PropertySpace<Many>::of(first_of(n));
        CHECK(space.ok() == (n <= 20));
        if (space) {
            CHECK(space->corners() == 1U << n);
            continue;
        }
        CHECK(space.error().fault == Fault::out_of_range);
        CHECK(space.error().given == n);
        CHECK(space.error().expected == property_space_capacity);
    }
    // Only those count of which the rules speak.
    Typology<Kind, Many> rules;
    REQUIRE(rules.add({Kind::one, is(static_cast<Many>(31)), ""}).fault == Fault::none);
    CHECK(PropertySpace<Many>::of(rules)->corners() == 2);
}

TEST_CASE("the largest space is gone through") {
    Typology<Kind, Many> rules;
    Formula<Many>::Terms term;
    REQUIRE(term.append(Cube{first_of(20).bits(), 0}));
    REQUIRE(rules.add({Kind::one, Formula<Many>(term), ""}).fault == Fault::none);
    REQUIRE(rules.add({Kind::two, is(static_cast<Many>(19)), ""}).fault == Fault::none);
    const auto space = PropertySpace<Many>::of(rules);
    REQUIRE(space.ok());
    const auto counted = coverage(rules, *space);
    CHECK(counted.corners == 1U << 20U);
    CHECK(counted.none == 1U << 19U);
    CHECK(counted.several == 1);
    CHECK(counted.of(Kind::one) == 1);
    CHECK(counted.of(Kind::two) == 1U << 19U);
}

TEST_CASE("the coverage of random typologies") {
    Generator random(1);
    for (int i = 0; i < 300; ++i) {
        const std::size_t n = 1 + random.below(6);
        const auto typology = random_typology(random, n);
        const auto space = *PropertySpace<Letter>::of(typology);
        std::vector<Assignments> functions;
        const Universe universe(6);
        for (const Kind kind : all<Kind>())
            functions.push_back(test::where(universe, typology.rule(kind).written().terms()));
        std::array<std::uint32_t, 5> by_number{};
        std::array<std::array<std::uint32_t, 4>, 4> together{};
        std::size_t wrong = 0;
        for_each_corner(typology, space, [&](Set<Letter> corner, Set<Kind> labels) {
            Set<Kind> expected;
            for (const Kind kind : all<Kind>()) {
                if (functions[index(kind)].contains(corner.bits())) expected.insert(kind);
            }
            wrong += labels == expected ? 0U : 1U;
            wrong += covering(typology, space, corner) == expected ? 0U : 1U;
            ++by_number[expected.size()];
            for (const Kind one : expected) {
                for (const Kind other : expected) ++together[index(one)][index(other)];
            }
        });
        CHECK(wrong == 0);
        const auto counted = coverage(typology, space);
        CHECK(counted.corners == space.corners());
        CHECK(counted.none == by_number[0]);
        CHECK(counted.one == by_number[1]);
        CHECK(counted.several == by_number[2] + by_number[3] + by_number[4]);
        for (const Kind one : all<Kind>()) {
            CHECK(counted.of(one) == together[index(one)][index(one)]);
            for (const Kind other : all<Kind>())
                CHECK(counted.together(one, other) == together[index(one)][index(other)]);
        }
    }
}

TEST_CASE("a space without a feature of a rule counts what holds whatever that feature is") {
    const auto space = *PropertySpace<Condition>::of({Condition::resources, Condition::geography});
    Typology<Mode, Condition> rules;
    REQUIRE(rules.add({Mode::recipient, *parse_formula<Condition>("R*V + R*~V*G"), ""}).fault == Fault::none);
    CHECK(coverage(rules, space).of(Mode::recipient) == 1);  // R*G
    CHECK(covering(rules, space, Set<Condition>{Condition::resources}).empty());
}

TEST_CASE("how all pairs of functions of three features stand to one another") {
    const auto& rules = all_functions_of_three();
    std::size_t wrong = 0;
    for (std::uint32_t f = 0; f < 256; ++f) {
        wrong += never_holds(rules[f]) == (f == 0) ? 0U : 1U;
        wrong += always_holds(rules[f]) == (f == 255) ? 0U : 1U;
        for (std::uint32_t g = 0; g < 256; ++g) {
            wrong += implies(rules[f], rules[g]) == ((f & ~g) == 0) ? 0U : 1U;
            wrong += equivalent(rules[f], rules[g]) == (f == g) ? 0U : 1U;
            wrong += exclusive(rules[f], rules[g]) == ((f & g) == 0) ? 0U : 1U;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("on what all functions of three features depend") {
    std::size_t wrong = 0;
    for (std::uint32_t f = 0; f < 256; ++f) {
        Set<Letter> expected;
        for (std::uint32_t i = 0; i < 3; ++i) {
            for (std::uint32_t a = 0; a < 8; ++a) {
                if (((f >> a) & 1U) != ((f >> (a ^ (1U << i))) & 1U)) expected.insert(static_cast<Letter>(i));
            }
        }
        wrong += depends_on(all_functions_of_three()[f]) == expected ? 0U : 1U;
    }
    CHECK(wrong == 0);
}

TEST_CASE("the shortest forms of all functions of three features are those that a search of all sets of terms finds") {
    const Universe universe(3);
    std::size_t with_several = 0;
    for (std::uint32_t f = 0; f < 256; ++f) {
        CAPTURE(f);
        const auto function = function_of(f);
        const ShortestByTrying expected(universe, function);
        const Rule<Letter>& rule = all_functions_of_three()[f];
        CHECK(shortest_length(rule) ==
              Length{expected.terms, static_cast<std::size_t>(expected.terms == 0 ? 0 : expected.literals)});
        CHECK(shortest_forms(universe, rule) == expected.best);
        with_several += expected.best.size() > 1 ? 1U : 0U;
    }
    CHECK(with_several > 0);
}

TEST_CASE("the shortest forms of random rules are those that a search of all sets of primes finds") {
    Generator random(2);
    std::size_t tried = 0;
    std::size_t several = 0;
    for (int i = 0; i < 600; ++i) {
        const std::size_t n = 4 + random.below(3);
        const auto rule = Rule<Letter>::of(test::random_formula(random, n, 1 + random.below(12)));
        if (!rule || rule->when().terms().size() > 13) continue;
        ++tried;
        const Universe universe(n);
        const auto function = test::where(universe, rule->written().terms());
        const auto primes = test::primes(universe, function);
        std::vector<Assignments> covers;
        for (const Cube& prime : primes) covers.push_back(test::where(universe, std::vector<Cube>{prime}));
        std::set<std::set<std::uint64_t>> best;
        std::size_t least = 0;
        for (std::uint32_t chosen = 0; chosen < (1U << primes.size()); ++chosen) {
            Assignments covered;
            std::size_t cost = 0;
            std::set<std::uint64_t> words;
            for (std::size_t p = 0; p < primes.size(); ++p) {
                if (((chosen >> p) & 1U) == 0) continue;
                covered.words[0] |= covers[p].words[0];
                covered.words[1] |= covers[p].words[1];
                cost += 1000 + static_cast<std::size_t>(primes[p].size());
                words.insert(primes[p].word());
            }
            if (!(covered == function) || (!best.empty() && cost > least)) continue;
            if (cost < least) best.clear();
            least = cost;
            best.insert(words);
        }
        CHECK(shortest_length(*rule) == Length{least / 1000, least % 1000});
        CHECK(shortest_forms(universe, *rule) == best);
        several += best.size() > 1 ? 1U : 0U;
    }
    CHECK(tried > 400);
    CHECK(several > 10);
}

TEST_CASE("rules with as many primes as there can be have shortest forms") {
    // Thirty-two features, one each; a function of five features of which no two corners that touch both hold; and one
    // with as many primes, of which a few are enough.
    Formula<Many>::Terms each;
    for (std::uint32_t i = 0; i < 32; ++i) REQUIRE(each.append(Cube{1U << i, 0}));
    const auto wide = Rule<Many>::of(Formula<Many>(each));
    REQUIRE(wide.ok());
    CHECK(shortest_length(*wide) == Length{32, 32});
    Formula<Letter>::Terms checkered;
    for (std::uint32_t a = 0; a < 32; ++a) {
        if (std::popcount(a) % 2 == 0) REQUIRE(checkered.append(Cube{a, ~a & 31U}));
    }
    const auto parity = Rule<Letter>::of(Formula<Letter>(checkered));
    REQUIRE(parity.ok());
    CHECK(shortest_length(*parity) == Length{16, 80});
    std::size_t forms = 0;
    for_each_shortest(*parity, [&](const Formula<Letter>&) { ++forms; });
    CHECK(forms == 1);
    Formula<Letter>::Terms middle;
    for (std::uint32_t a = 0; a < 32; ++a) {
        if (std::popcount(a) >= 1 && std::popcount(a) <= 3 && middle.size() < 32)
            REQUIRE(middle.append(Cube{a, ~a & 31U}));
    }
    const auto dense = Rule<Letter>::of(Formula<Letter>(middle));
    REQUIRE(dense.ok());
    CHECK(dense->when().terms().size() == 30);
    const Universe universe(5);
    CHECK(shortest_forms(universe, *dense).size() > 1);
}

TEST_CASE("redundant terms and literals of random rules, by leaving them out") {
    Generator random(3);
    std::size_t terms = 0;
    std::size_t literals = 0;
    std::size_t kept = 0;
    std::size_t wrong = 0;
    for (int i = 0; i < 1500; ++i) {
        const std::size_t n = 1 + random.below(6);
        const auto rule = Rule<Letter>::of(test::random_formula(random, n, random.below(9)));
        if (!rule) continue;
        const Universe universe(n);
        const auto& written = rule->written().terms();
        const auto function = test::where(universe, written);
        for (std::size_t at = 0; at < written.size(); ++at) {
            std::vector<Cube> without;
            for (std::size_t other = 0; other < written.size(); ++other) {
                if (other != at) without.push_back(written[other]);
            }
            const bool redundant = test::where(universe, without) == function;
            wrong += is_redundant(*rule, at) == redundant ? 0U : 1U;
            ++(redundant ? terms : kept);
            for (std::uint32_t bit = 1; bit < 64; bit <<= 1U) {
                for (const Cube literal : {Cube{bit, 0}, Cube{0, bit}}) {
                    auto changed = without;
                    changed.push_back({written[at].holding & ~literal.holding, written[at].failing & ~literal.failing});
                    const bool part = literal.absorbs(written[at]);
                    const bool same = part && test::where(universe, changed) == function;
                    wrong += is_redundant(*rule, at, literal) == same ? 0U : 1U;
                    if (part) ++(same ? literals : kept);
                }
            }
        }
        wrong += is_redundant(*rule, written.size()) || is_redundant(*rule, written.size(), Cube{1, 0}) ? 1U : 0U;
        if (written.size() > 0) wrong += is_redundant(*rule, 0, Cube{}) ? 1U : 0U;
    }
    CHECK(wrong == 0);
    CHECK(terms > 500);
    CHECK(literals > 500);
    CHECK(kept > 500);
}

TEST_CASE("a part of a term can be redundant as a whole") {
    const auto rule = *Rule<Condition>::of(*parse_formula<Condition>("R*G*V + R"));
    CHECK(is_redundant(rule, 0, Cube{0b110, 0}));
    CHECK(is_redundant(rule, 0, Cube{0b010, 0}));
    CHECK_FALSE(is_redundant(rule, 0, Cube{0b111, 0}));
    CHECK_FALSE(is_redundant(rule, 0, Cube{0b1000, 0}));  // no part of the term
    CHECK_FALSE(is_redundant(rule, 1, Cube{0b001, 0}));
}

TEST_CASE("the length of a formula and which is shorter") {
    CHECK(length(*parse_formula<Condition>("R*G + ~A")) == Length{2, 3});
    CHECK(length(never<Condition>()) == Length{0, 0});
    CHECK(length(always<Condition>()) == Length{1, 0});
    CHECK(Length{1, 5}.shorter_than({2, 2}));
    CHECK(Length{2, 2}.shorter_than({2, 3}));
    CHECK_FALSE(Length{2, 3}.shorter_than({2, 3}));
    CHECK_FALSE(Length{2, 3}.shorter_than({1, 9}));
}

TEST_CASE("labels without a rule cover nothing") {
    Typology<Kind, Letter> rules;
    REQUIRE(rules.add({Kind::two, is(Letter::beta), ""}).fault == Fault::none);
    const auto counted = coverage(rules, *PropertySpace<Letter>::of(rules));
    CHECK(counted.corners == 2);
    CHECK(counted.one == 1);
    CHECK(counted.of(Kind::one) == 0);
    CHECK(never_holds(rules.rule(Kind::one)));
}
