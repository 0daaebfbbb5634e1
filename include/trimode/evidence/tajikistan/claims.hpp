// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// All claims in one table, sorted by id, one document after the other.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/period.hpp>
#include <trimode/base/quantity.hpp>
#include <trimode/evidence/claim.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/lookup.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

/// A plain array, its rows written where they stay, a file for each document: to join tables costs g++ as much as to read
/// them.
inline constexpr Claim claims[] = {
#include <trimode/evidence/tajikistan/claims_000.inc>
#include <trimode/evidence/tajikistan/claims_001.inc>
#include <trimode/evidence/tajikistan/claims_002.inc>
#include <trimode/evidence/tajikistan/claims_003.inc>
#include <trimode/evidence/tajikistan/claims_004.inc>
};

/// Called only where a claim's id is beyond the room of `FirstClaims`; its name is the message.
void ids_are_of_documents_000_to_005_and_blocks_below_100();

/// Where the claims of each block begin: document times 100, plus block. Of these the first has the letter `a`, and no
/// letter is left out (tests/proofs/tajikistan.cpp).
struct FirstClaims {
    std::uint16_t of_block[600]{};
    consteval FirstClaims() {
        std::uint16_t place = 0;
        for (const Claim& claim : claims) {
            const char* const id = claim.id.data();
            if (id[7] == 'a') of_block[block(id)] = place;
            ++place;
        }
    }
    [[nodiscard]] static consteval std::size_t block(const char* id) {
        if (id[0] != '0' || id[1] != '0' || id[2] > '5' || id[4] != '0') {
            ids_are_of_documents_000_to_005_and_blocks_below_100();
        }
        return static_cast<std::size_t>(((id[2] - '0') * 10 + (id[5] - '0')) * 10 + (id[6] - '0'));
    }
};

inline constexpr FirstClaims first_claims;

/// The place of a claim. Error: does not compile when there is no such claim.
[[nodiscard]] consteval ClaimIndex claim(const char* id) {
    const std::size_t place = first_claims.of_block[FirstClaims::block(id)] + static_cast<std::size_t>(id[7] - 'a');
    if (order_of(claims[place].id.data(), id) != 0) no_such_id();
    return {static_cast<std::uint16_t>(place)};
}

}  // namespace trimode::tables
