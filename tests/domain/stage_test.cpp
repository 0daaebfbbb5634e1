// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <doctest/doctest.h>

#include <trimode/domain/stage.hpp>

#include "base/enumeration.hpp"

using trimode::Stage;

TEST_CASE("the names of stages") {
    test::check_names<Stage>(
        std::array<test::Spelling<Stage>, 4>{{{Stage::seeking_support, "seeking_support"},
                                              {Stage::prioritising, "prioritising"},
                                              {Stage::realising_dependence, "realising_dependence"},
                                              {Stage::carving_space, "carving_space"}}});
}

TEST_CASE("the stages in words") {
    static_assert(noexcept(label(Stage{})));
    CHECK(label(Stage::seeking_support) == "seeking support");
    CHECK(label(Stage::prioritising) == "prioritising, with open doors");
    CHECK(label(Stage::realising_dependence) == "realising dependence");
    CHECK(label(Stage::carving_space) == "carving out space");
    CHECK(label(static_cast<Stage>(4)).empty());
    CHECK(label(static_cast<Stage>(255)).empty());
}
