// SPDX-License-Identifier: BSL-1.0
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/domain/mode.hpp>
#include <trimode/domain/relationship.hpp>

namespace {

using trimode::Condition;
using trimode::Conduct;
using trimode::Determinant;
using trimode::Relationship;
using trimode::Truth;

template <class E>
concept HasFacts = requires(const Relationship& relationship) {
    relationship.facts<E>();
};
static_assert(HasFacts<Condition> && HasFacts<Conduct> && HasFacts<Determinant>);
static_assert(!HasFacts<trimode::Mode> && !HasFacts<int> && !HasFacts<Truth>);
static_assert(
    std::is_same_v<decltype(Relationship{}.facts<Conduct>()), const trimode::Facts<Conduct>&>);
static_assert(
    std::is_trivially_copyable_v<Relationship>&& noexcept(Relationship{}.facts<Condition>()));

}  // namespace

TEST_CASE("a relationship of which nothing is told") {
    constexpr Relationship relationship;
    static_assert(relationship.partner.empty() && relationship.at.undated());
    static_assert(relationship.facts<Condition>().told().empty() &&
                  relationship.facts<Conduct>().told().empty() &&
                  relationship.facts<Determinant>().told().empty());
}

TEST_CASE("the facts of each enumeration are its own") {
    Relationship relationship;
    relationship.partner = "russia";
    relationship.at = trimode::during("2015");
    relationship.conditions.set(Condition::geography, Truth::holds);
    relationship.conduct.set(Conduct::cedes, Truth::fails);
    relationship.determinants.set(Determinant::open_door, Truth::contested);
    CHECK(&relationship.facts<Condition>() == &relationship.conditions);
    CHECK(&relationship.facts<Conduct>() == &relationship.conduct);
    CHECK(&relationship.facts<Determinant>() == &relationship.determinants);
    CHECK(relationship.facts<Condition>()[Condition::geography] == Truth::holds);
    CHECK(relationship.facts<Conduct>()[Conduct::cedes] == Truth::fails);
    CHECK(relationship.facts<Determinant>()[Determinant::open_door] == Truth::contested);
    CHECK(relationship.facts<Condition>().told().size() == 1);
    CHECK(relationship.facts<Conduct>().told().size() == 1);
    CHECK(relationship.facts<Determinant>().told().size() == 1);
}
