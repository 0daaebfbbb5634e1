// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Rules: the theory of the paper, read from a text when a program runs.
#pragma once

#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/typology.hpp>

namespace bench {

/// The rules of `three_modes::predicted`, unknown to the compiler.
[[nodiscard]] inline trimode::Typology<trimode::Mode, trimode::Condition> predicted_from_text() {
    return *trimode::parse_typology<trimode::Mode, trimode::Condition>(
        "recipient <= resources * geography * regime_affinity\n"
        "activist <= global_arena * acclaim\n"
        "protector <= ~regime_affinity * conditionality * alternative\n");
}

}  // namespace bench
