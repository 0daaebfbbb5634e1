// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Mode: the three ways in which a small state deals with a partner.
/// Layer: domain.
#pragma once

#include <cstdint>
#include <string_view>

#include <trimode/base/names.hpp>

namespace trimode {

/// How the state deals with a partner. Source: Buriev, "Recipient, Activist, Protector" (document 000), blocks 5, 6, 27, 37.
enum class Mode : std::uint8_t {
    recipient,  ///< Silent recipient: takes what the partner gives and does not stand up to it.
    activist,   ///< Noble activist: makes itself a promoter of issues of global concern.
    protector,  ///< Vigilant protector: dissents, and guards its sovereignty.
};

/// The spellings of Mode.
consteval auto names_of(Mode) { return names<Mode>("recipient", "activist", "protector"); }

/// The mode as the paper calls it. Source: document 000, block 5.
[[nodiscard]] constexpr std::string_view label(Mode mode) noexcept {
    switch (mode) {
        case Mode::recipient: return "silent recipient";
        case Mode::activist: return "noble activist";
        case Mode::protector: return "vigilant protector";
    }
    return {};
}

}  // namespace trimode
