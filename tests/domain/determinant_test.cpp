// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>

#include <doctest/doctest.h>

#include <trimode/domain/determinant.hpp>

#include "base/enumeration.hpp"

using trimode::Determinant;

TEST_CASE("the names of determinants") {
    test::check_names<Determinant>(std::array<test::Spelling<Determinant>, 6>{
        {{Determinant::seeks_backing, "seeks_backing"},
         {Determinant::open_door, "open_door"},
         {Determinant::preferred, "preferred"},
         {Determinant::price_felt, "price_felt"},
         {Determinant::partner_isolated, "partner_isolated"},
         {Determinant::manoeuvres, "manoeuvres"}}});
}

TEST_CASE("only the open door is of the state as a whole") {
    static_assert(noexcept(of_the_state(Determinant{})));
    for (std::size_t i = 0; i < trimode::count<Determinant>; ++i) {
        const auto determinant = static_cast<Determinant>(i);
        CHECK(of_the_state(determinant) == (trimode::name(determinant) == "open_door"));
    }
}
