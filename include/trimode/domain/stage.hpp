// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Stage: the four stages of the policy towards the senior partner.
/// Layer: domain.
#pragma once

#include <cstdint>
#include <string_view>

#include <trimode/base/names.hpp>

namespace trimode {

/// A stage of Tajikistan's policy towards Russia. Source: Kluczewska (document 001), headings in blocks 9, 17,
/// 25 and 34.
enum class Stage : std::uint8_t {
    seeking_support,        ///< The 1990s: works for the partner's backing.
    prioritising,           ///< The 2000s: many partners, this one first.
    realising_dependence,   ///< The 2010s: sees what relying on it costs.
    carving_space,          ///< Since 2022: small spaces to manoeuvre.
};

/// The spellings of Stage.
consteval auto names_of(Stage) {
    return names<Stage>("seeking_support", "prioritising", "realising_dependence", "carving_space");
}

/// The stage in words. Source: document 001, headings in blocks 9, 17, 25, 34.
[[nodiscard]] constexpr std::string_view label(Stage stage) noexcept {
    switch (stage) {
        case Stage::seeking_support: return "seeking support";
        case Stage::prioritising: return "prioritising, with open doors";
        case Stage::realising_dependence: return "realising dependence";
        case Stage::carving_space: return "carving out space";
    }
    return {};
}

}  // namespace trimode
