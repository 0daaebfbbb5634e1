// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>

#include <doctest/doctest.h>

#include <trimode/domain/conduct.hpp>

#include "base/enumeration.hpp"

using trimode::Conduct;

TEST_CASE("the names of conduct with the letters of the notation") {
    test::check_names<Conduct>(
        std::array<test::Spelling<Conduct>, 7>{{{Conduct::defers, "defers"},
                                                {Conduct::cedes, "cedes"},
                                                {Conduct::campaigns, "campaigns"},
                                                {Conduct::dissents, "dissents"},
                                                {Conduct::restricts, "restricts"},
                                                {Conduct::bargains, "bargains"},
                                                {Conduct::keeps_silent, "keeps_silent"}}},
        std::array<test::Spelling<Conduct>, 7>{{{Conduct::defers, "D"},
                                                {Conduct::cedes, "L"},
                                                {Conduct::campaigns, "P"},
                                                {Conduct::dissents, "O"},
                                                {Conduct::restricts, "N"},
                                                {Conduct::bargains, "B"},
                                                {Conduct::keeps_silent, "S"}}});
}

TEST_CASE("conduct consists of acts") {
    static_assert(noexcept(counts_as_act(Conduct{})));
    for (std::size_t i = 0; i < trimode::count<Conduct>; ++i)
        CHECK(counts_as_act(static_cast<Conduct>(i)));
}
