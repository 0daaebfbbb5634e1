// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <doctest/doctest.h>

#include <trimode/domain/leverage.hpp>

#include "base/enumeration.hpp"

using trimode::Leverage;

TEST_CASE("the names of leverages") {
    test::check_names<Leverage>(
        std::array<test::Spelling<Leverage>, 3>{{{Leverage::needed_by_partner, "needed_by_partner"},
                                                 {Leverage::used_by_partner, "used_by_partner"},
                                                 {Leverage::used_by_state, "used_by_state"}}});
}
