// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Leverage: what makes a dependence mutual, and that it was turned to account.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>
#include <trimode/domain/definition.hpp>

namespace trimode {

/// How need lies between the state and a partner beside the state's own dependence, in the issue area of the claim that
/// tells it. Source: asymmetry in interdependence as a source of power, Keohane and Nye, Power and Interdependence (1977).
enum class Leverage : std::uint8_t {
    needed_by_partner,  ///< The partner needs something of the state in this area: its reverse need.
    used_by_partner,    ///< The partner used the state's dependence against it.
    used_by_state,      ///< The state used what the partner needs or wants of it.
};

/// The spellings of Leverage.
consteval auto names_of(Leverage) { return names<Leverage>("needed_by_partner", "used_by_partner", "used_by_state"); }

/// The entry of a leverage in the codebook.
[[nodiscard]] constexpr Definition definition(Leverage leverage) noexcept {
    switch (leverage) {
        case Leverage::needed_by_partner:
            return {"The partner is told to need, to rely on or to count on the state for something in this area.",
                    "It is told that the state has little that the partner needs, or that the partner has less at stake.",
                    "Interest in general; the strategic worth of the location, which is geography."};
        case Leverage::used_by_partner:
            return {"An act of the partner is told that turns the state's dependence against it.", "",
                    "Pressure of which no act is told; effects of a policy that was not meant for the state."};
        case Leverage::used_by_state:
            return {"An act of the state is told that names a price for, or cuts, what the partner wants of it.",
                    "", "Requests for aid without a price; an attempt of which no act is told."};
    }
    return {};
}

}  // namespace trimode
