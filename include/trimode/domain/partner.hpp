// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Partner: a state, bloc, organisation or other party with which the state has a relation.
/// Layer: domain.
#pragma once

#include <cstdint>
#include <string_view>

#include <trimode/base/names.hpp>

namespace trimode {

/// What sort of party a partner is.
enum class PartnerKind : std::uint8_t {
    state,
    bloc,          ///< A group of states or organisations that the sources treat as one, such as "the West".
    organisation,  ///< A regional organisation.
    lender,        ///< A bank or fund.
    movement,
    world,         ///< The community of states, or the organisation that stands for it: the counterpart is global.
};

/// The spellings of PartnerKind.
consteval auto names_of(PartnerKind) {
    return names<PartnerKind>("state", "bloc", "organisation", "lender", "movement", "world");
}

/// One partner. Codes are from the standards, not from the documents.
struct Partner {
    std::string_view id{};       ///< Lower case, such as "russia".
    std::string_view name{};     ///< As shown, such as "Russia".
    PartnerKind kind = PartnerKind::state;
    std::string_view iso3{};     ///< ISO 3166-1 alpha-3; empty where there is none.
    std::uint16_t cow = 0;       ///< Correlates of War state number; 0 where there is none.
    std::string_view aliases{};  ///< Other ids, separated by single spaces.
};

}  // namespace trimode
