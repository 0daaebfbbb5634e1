// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Obligation: the ties of a security guarantee that count towards its level.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>
#include <trimode/domain/definition.hpp>

namespace trimode {

/// A tie by which a partner guarantees security. The types follow Leeds et al. 2002 (ATOP).
enum class Obligation : std::uint8_t {
    base,       ///< The partner has a military base on the territory.
    pact,       ///< A defence pact, or a treaty of mutual assistance.
    alliance,   ///< Member of an alliance that the partner leads.
    exercises,  ///< Regular joint exercises or training with the partner.
    guards,     ///< The partner's border posts or guards on the territory.
};

/// The spellings of Obligation.
consteval auto names_of(Obligation) { return names<Obligation>("base", "pact", "alliance", "exercises", "guards"); }

/// The entry of an obligation in the codebook.
[[nodiscard]] constexpr Definition definition(Obligation obligation) noexcept {
    switch (obligation) {
        case Obligation::base:
            return {"Forces of the partner are stationed on the territory.", "The forces are told to be gone.",
                    "Installations wished for; posts that guard a border (see guards)."};
        case Obligation::pact:
            return {"A defence pact or treaty of mutual assistance with the partner is told.",
                    "It is told to have ended.", "Treaties of cooperation whose content is not told."};
        case Obligation::alliance:
            return {"The state is a member of an alliance that the same text says the partner leads.",
                    "Membership is told to have ended.", "Membership alone; economic unions."};
        case Obligation::exercises:
            return {"Exercises or training with the partner are told as regular or repeated.",
                    "They are told to have stopped.",
                    "A single drill; training abroad of officials who are not soldiers."};
        case Obligation::guards:
            return {"Posts or guards of the partner stand on the territory.", "The posts and guards are told to be gone.",
                    "Posts that the partner builds for the state."};
    }
    return {};
}

}  // namespace trimode
