// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// All claims in one table, sorted by id.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/claims_000.hpp>
#include <trimode/evidence/tajikistan/claims_001.hpp>
#include <trimode/evidence/tajikistan/claims_002.hpp>
#include <trimode/evidence/tajikistan/claims_003.hpp>
#include <trimode/evidence/tajikistan/claims_004.hpp>
#include <trimode/evidence/tajikistan/lookup.hpp>

namespace trimode::tables {

/// The rows of several tables one after the other.
template <class Row, std::size_t... Sizes>
[[nodiscard]] consteval auto joined(const std::array<Row, Sizes>&... parts) {
    std::array<Row, (Sizes + ...)> all{};
    std::size_t at = 0;
    const auto append = [&](const auto& part) {
        for (const Row& row : part) all[at++] = row;
    };
    (append(parts), ...);
    return all;
}

inline constexpr auto claims = joined(claims_000, claims_001, claims_002, claims_003, claims_004);

inline constexpr Lookup claim_places(claims);

/// The place of a claim. Error: does not compile when there is no such claim.
[[nodiscard]] consteval ClaimIndex claim(std::string_view id) {
    return {static_cast<std::uint16_t>(claim_places.find(claims, id))};
}

}  // namespace trimode::tables
