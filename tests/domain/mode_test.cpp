// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <doctest/doctest.h>

#include <trimode/domain/mode.hpp>

#include "base/enumeration.hpp"

using trimode::Mode;

TEST_CASE("the names of modes") {
    test::check_names<Mode>(std::array<test::Spelling<Mode>, 3>{{{Mode::recipient, "recipient"},
                                                                 {Mode::activist, "activist"},
                                                                 {Mode::protector, "protector"}}});
}

TEST_CASE("the modes as the paper calls them") {
    static_assert(noexcept(label(Mode{})));
    CHECK(label(Mode::recipient) == "silent recipient");
    CHECK(label(Mode::activist) == "noble activist");
    CHECK(label(Mode::protector) == "vigilant protector");
    CHECK(label(static_cast<Mode>(3)).empty());
    CHECK(label(static_cast<Mode>(255)).empty());
}
