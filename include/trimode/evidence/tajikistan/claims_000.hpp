// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// Claims of document 000: Buriev, the three modes.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <array>

#include <trimode/base/period.hpp>
#include <trimode/base/quantity.hpp>
#include <trimode/evidence/claim.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

inline constexpr auto claims_000 = std::to_array<Claim>({
    {.id = "000.012a"sv,
     .note = 0,
     .partners = about("russia"),
     .area = IssueArea::security,
     .kind = ClaimKind::description,
     .aspect = Aspect::generic,
     .period = during("2010/2020"),
     .from = Basis::inferred,
     .statement = "Russia keeps a military base on Tajik soil."sv},
    {.id = "000.020a"sv,
     .note = 6,
     .partners = about("china"),
     .area = IssueArea::debt,
     .kind = ClaimKind::figure,
     .aspect = Aspect::state,
     .period = during("2020"),
     .figures = {{{exactly<Unit::us_dollars>(decimal("1200000000")), "external debt of Tajikistan owed to China"sv}}},
     .statement = "Of what Tajikistan owes abroad, 1.2 billion dollars are owed to China; the text prints \"owns\", a slip."sv},
});

}  // namespace trimode::tables
