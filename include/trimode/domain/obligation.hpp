// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Obligation: the ties of a security guarantee that count towards its level.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>

namespace trimode {

/// A tie by which a partner guarantees security. The types follow Leeds et al. 2002 (ATOP).
enum class Obligation : std::uint8_t {
    base,        ///< The partner has a military base on the territory.
    pact,        ///< A defence pact, or a treaty of mutual assistance.
    alliance,    ///< Member of an alliance that the partner leads.
    exercises,   ///< Regular joint exercises or training with the partner.
    guards,      ///< The partner's border posts or guards on the territory.
};

/// The spellings of Obligation.
consteval auto names_of(Obligation) { return names<Obligation>("base", "pact", "alliance", "exercises", "guards"); }

}  // namespace trimode
