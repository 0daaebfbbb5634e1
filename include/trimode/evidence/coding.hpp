// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Coding: what a claim tells of a feature of a partner; one row each.
/// Layer: evidence.
#pragma once

#include <cstdint>
#include <string_view>

#include <trimode/base/period.hpp>
#include <trimode/base/set.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/evidence/claim.hpp>

namespace trimode {

/// The place of a claim in the table of claims of its dataset.
struct ClaimIndex {
    std::uint16_t value = 0;
    [[nodiscard]] friend constexpr bool operator==(ClaimIndex, ClaimIndex) noexcept = default;
};

/// Which way a claim tells.
enum class Tells : std::uint8_t { holds, fails };

/// The spellings of Tells.
consteval auto names_of(Tells) { return names<Tells>("holds", "fails"); }

/// One row: this claim tells that this feature of this partner holds (or fails), over the claim's period or a part of it.
template <Named E>
struct Coding {
    ClaimIndex claim{};
    PartnerIndex partner{};
    E feature{};
    Tells tells = Tells::holds;
    Period period = detail::undated;  ///< Undated: the period of the claim.
};

/// One row: in this claim the author judges how dependent the state is on this partner in this issue area.
/// A word that fits several levels gives several: "key partner" says medium or high.
struct Judgement {
    ClaimIndex claim{};
    PartnerIndex partner{};
    IssueArea area{};
    Set<Level> levels{};
    Period period = detail::undated;  ///< Undated: the period of the claim.
};

/// What a figure measures on the scale of dependency.
enum class MeasureRole : std::uint8_t {
    exposure,  ///< The partner's own flow or stock, percent of the state's product (e of the scale).
    total,     ///< The flow or stock of all partners, percent of the product: an upper bound of the exposure.
    share,     ///< The partner's share of all partners, percent (s of the scale).
};

/// The spellings of MeasureRole.
consteval auto names_of(MeasureRole) { return names<MeasureRole>("exposure", "total", "share"); }

/// One row: this figure of this claim measures dependency on this partner in this issue area.
struct Measurement {
    ClaimIndex claim{};
    PartnerIndex partner{};
    IssueArea area{};
    MeasureRole role{};
    std::uint8_t figure = 0;  ///< Which figure of the claim, from 0.
    /// Of what it is a figure, in one word, such as `external_debt`, `remittances` or `migrants`: figures of one thing
    /// can be multiplied with each other, those of two cannot. Empty: of the one thing of which all figures without a
    /// word are.
    std::string_view base{};
};

/// Features that a claim about another partner may tell say so with a function `relational(E)`.
template <class E>
[[nodiscard]] constexpr bool is_relational(E feature) noexcept {
    if constexpr (requires { relational(feature); }) return relational(feature);
    return false;
}

/// Features of the state as a whole, which tell for every partner, say so with a constexpr function `of_the_state(E)`.
template <class E>
[[nodiscard]] constexpr bool is_of_the_state(E feature) noexcept {
    if constexpr (requires { of_the_state(feature); }) return of_the_state(feature);
    return false;
}

/// Features that follow from the kind of partner say so with a function `known_by_kind(E)`.
template <class E>
[[nodiscard]] constexpr bool is_known_by_kind(E feature) noexcept {
    if constexpr (requires { known_by_kind(feature); }) return known_by_kind(feature);
    return false;
}

/// Enumerations of acts say so with a function `counts_as_act(E)`; all others are states.
template <class E>
inline constexpr bool is_act = requires(E feature) { counts_as_act(feature); };

}  // namespace trimode
