// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// IssueArea: the fields in which one state can depend on another.
/// Layer: domain.
#pragma once

#include <cstdint>

#include <trimode/base/names.hpp>

namespace trimode {

/// A field of relations. Source of the term: Keohane and Nye, Power and Interdependence (1977).
enum class IssueArea : std::uint8_t {
    trade,
    debt,
    investment,   ///< Foreign direct investment, concessions, industrial projects.
    aid,          ///< Grants, concessional loans, development assistance, expertise given.
    migration,    ///< Labour migration and remittances.
    security,     ///< Protection, bases, alliances, borders, training.
    arms,
    energy,       ///< Including hydropower.
    political,    ///< Backing of the rulers, diplomatic alignment, governance, rights.
    cultural,     ///< Language, education, religion, history.
    territory,    ///< Borders and land.
    environment,  ///< Water, climate.
    economy,      ///< Economic relations as a whole, where the text does not say which.
};

/// The spellings of IssueArea.
consteval auto names_of(IssueArea) {
    return names<IssueArea>("trade", "debt", "investment", "aid", "migration remittances labour", "security", "arms",
                            "energy", "political", "cultural", "territory", "environment", "economy economic");
}

}  // namespace trimode
