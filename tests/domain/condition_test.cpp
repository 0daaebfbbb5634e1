// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>

#include <doctest/doctest.h>

#include <trimode/domain/condition.hpp>

#include "base/enumeration.hpp"

using trimode::Condition;

TEST_CASE("the names of conditions with the letters of the notation") {
    test::check_names<Condition>(
        std::array<test::Spelling<Condition>, 7>{{{Condition::resources, "resources"},
                                                  {Condition::geography, "geography"},
                                                  {Condition::regime_affinity, "regime_affinity"},
                                                  {Condition::conditionality, "conditionality"},
                                                  {Condition::alternative, "alternative"},
                                                  {Condition::global_arena, "global_arena"},
                                                  {Condition::acclaim, "acclaim"}}},
        std::array<test::Spelling<Condition>, 7>{{{Condition::resources, "R"},
                                                  {Condition::geography, "G"},
                                                  {Condition::regime_affinity, "V"},
                                                  {Condition::conditionality, "C"},
                                                  {Condition::alternative, "A"},
                                                  {Condition::global_arena, "F"},
                                                  {Condition::acclaim, "I"}}});
}

TEST_CASE("only an alternative is told by claims about others") {
    static_assert(noexcept(relational(Condition{})));
    for (std::size_t i = 0; i < trimode::count<Condition>; ++i) {
        const auto condition = static_cast<Condition>(i);
        CHECK(relational(condition) == (trimode::name(condition) == "alternative"));
    }
}
