// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Level: how dependent the state is in one issue area.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>
#include <trimode/base/set.hpp>

namespace trimode {

/// A level of dependency, in ascending order. Not known is not a level: it is the set of all of them.
enum class Level : std::uint8_t { none, low, medium, high, critical };

/// The spellings of Level.
consteval auto names_of(Level) { return names<Level>("none", "low", "medium", "high", "critical"); }

/// The levels from one to another, both included; empty when the first is above the second.
[[nodiscard]] constexpr Set<Level> levels(Level least, Level most) noexcept {
    Set<Level> set;
    for (const Level level : all<Level>()) {
        if (least <= level && level <= most) set.insert(level);
    }
    return set;
}

}  // namespace trimode
