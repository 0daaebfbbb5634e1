// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// What the claims of document 001 tell of conditions, conduct, determinants and dependency.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <array>

#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/claims.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>

namespace trimode::tables {

inline constexpr auto conditions_001 = std::to_array<Coding<Condition>>({
    {claim("001.012a"), partner("russia"), Condition::resources, Tells::holds},
});

inline constexpr auto conduct_001 = std::to_array<Coding<Conduct>>({
    {claim("001.012a"), partner("russia"), Conduct::defers, Tells::holds},
});

inline constexpr auto determinants_001 = std::to_array<Coding<Determinant>>({
    {claim("001.012a"), partner("russia"), Determinant::price_felt, Tells::holds},
});

inline constexpr auto obligations_001 = std::to_array<Coding<Obligation>>({
    {claim("001.012a"), partner("russia"), Obligation::base, Tells::holds},
});

inline constexpr auto judgements_001 = std::to_array<Judgement>({
    {claim("001.012a"), partner("russia"), IssueArea::security, levels(Level::medium, Level::high)},
});

inline constexpr auto measurements_001 = std::to_array<Measurement>({
    {claim("001.020a"), partner("china"), IssueArea::debt, MeasureRole::share, 0},
});

}  // namespace trimode::tables
