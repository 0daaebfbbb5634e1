// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Theories that a command line can name: the rules of prediction, for `--theory`.
#pragma once

#include <string>
#include <vector>

#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>

#include "support/arguments.hpp"

namespace support {

/// The names of the rules of prediction, for an option's choices.
[[nodiscard]] inline std::vector<std::string> theories() {
    std::vector<std::string> names;
    for (const auto& variant : trimode::three_modes::variants) names.emplace_back(variant.name);
    return names;
}

/// The rules that `--theory` names. Throws WrongArguments.
[[nodiscard]] inline const trimode::three_modes::Variant& parse_theory(const Arguments& arguments) {
    const std::string name = arguments.value("--theory");
    for (const auto& variant : trimode::three_modes::variants) {
        if (variant.name == name) return variant;
    }
    reject("theory", name, theories());
}

}  // namespace support
