// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Truth: what the sources tell about one statement. A gap in the record stays a gap, a conflict stays a conflict.
/// Layer: base.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>

namespace trimode {

/// What has been told about a statement: bit 0, somebody says that it holds; bit 1, somebody says that it fails.
/// Source: Belnap, A useful four-valued logic (1977).
enum class Truth : std::uint8_t {
    unknown = 0,    ///< Nobody says anything. Not the same as `fails`.
    holds = 1,      ///< Told that it holds, and never that it fails.
    fails = 2,      ///< Told that it fails, and never that it holds.
    contested = 3,  ///< Told both.
};

/// The spellings of Truth.
consteval auto names_of(Truth) { return names<Truth>("unknown", "holds", "fails", "contested"); }

/// Both records together: what either of them tells.
[[nodiscard]] constexpr Truth operator|(Truth left, Truth right) noexcept {
    return static_cast<Truth>(static_cast<unsigned>(left) | static_cast<unsigned>(right));
}

/// The record of the opposite statement: told to hold and told to fail change places.
[[nodiscard]] constexpr Truth opposite(Truth truth) noexcept {
    const auto bits = static_cast<unsigned>(truth);
    return static_cast<Truth>((bits >> 1U) | ((bits & 1U) << 1U));
}

/// Whether it holds however the open questions turn out: told to hold, and by nobody to fail.
[[nodiscard]] constexpr bool must_hold(Truth truth) noexcept { return truth == Truth::holds; }

/// Whether it can still turn out to hold: anything but told only to fail.
[[nodiscard]] constexpr bool may_hold(Truth truth) noexcept { return truth != Truth::fails; }

/// Whether the record answers the question: told one way and not the other.
[[nodiscard]] constexpr bool settled(Truth truth) noexcept {
    return truth == Truth::holds || truth == Truth::fails;
}

}  // namespace trimode
