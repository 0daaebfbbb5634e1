// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <doctest/doctest.h>

#include <trimode/domain/obligation.hpp>

#include "base/enumeration.hpp"

using trimode::Obligation;

TEST_CASE("the names of obligations") {
    test::check_names<Obligation>(
        std::array<test::Spelling<Obligation>, 5>{{{Obligation::base, "base"},
                                                   {Obligation::pact, "pact"},
                                                   {Obligation::alliance, "alliance"},
                                                   {Obligation::exercises, "exercises"},
                                                   {Obligation::guards, "guards"}}});
}
