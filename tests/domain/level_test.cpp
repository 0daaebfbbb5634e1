// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <doctest/doctest.h>

#include <trimode/domain/level.hpp>

#include "base/enumeration.hpp"

using trimode::Level;

TEST_CASE("the names of levels") {
    test::check_names<Level>(std::array<test::Spelling<Level>, 5>{{{Level::none, "none"},
                                                                   {Level::low, "low"},
                                                                   {Level::medium, "medium"},
                                                                   {Level::high, "high"},
                                                                   {Level::critical, "critical"}}});
}

TEST_CASE("the levels ascend") {
    CHECK(Level::none < Level::low);
    CHECK(Level::low < Level::medium);
    CHECK(Level::medium < Level::high);
    CHECK(Level::high < Level::critical);
}

TEST_CASE("the levels from one to another") {
    static_assert(noexcept(trimode::levels(Level::none, Level::none)));
    static_assert(trimode::levels(Level::low, Level::high) ==
                  trimode::Set<Level>{Level::low, Level::medium, Level::high});
    static_assert(trimode::levels(Level::none, Level::critical) == trimode::all<Level>());
    for (int least = 0; least < 5; ++least) {
        for (int most = 0; most < 5; ++most) {
            const auto set = trimode::levels(static_cast<Level>(least), static_cast<Level>(most));
            for (int level = 0; level < 5; ++level) {
                CHECK(set.contains(static_cast<Level>(level)) == (level >= least && level <= most));
            }
            CHECK(set.empty() == (least > most));
        }
    }
}
