// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// The codebook's examples: for each feature a claim that codes it and a claim at its border, with the ruling. The
/// definitions stand beside the enumerations (`definition` in domain/).
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <concepts>
#include <string_view>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/leverage.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/claims.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

/// Two claims that show how a feature is coded. `global_arena` has none: it follows from the kind of partner.
template <Named E>
struct Illustration {
    E feature{};
    ClaimIndex example{};       ///< Codes the feature.
    ClaimIndex borderline{};    ///< Lies at its border; whether it codes the feature, the codings tell.
    std::string_view ruling{};  ///< Why it does or does not.
};

inline constexpr Illustration<Condition> condition_illustrations[] = {
    {Condition::resources, claim("000.016h"), claim("000.029d"),
     "One good of several is withdrawn; arms, protection and the labour market are left."sv},
    {Condition::geography, claim("001.019c"), claim("002.019b"),
     "A lack of raw materials tells nothing of the territory."sv},
    {Condition::regime_affinity, claim("000.025d"), claim("000.026c"),
     "Not to challenge the legitimacy of the rulers is no view of state power."sv},
    {Condition::conditionality, claim("000.042a"), claim("002.027a"),
     "Strings that show only later are not told to be reforms."sv},
    {Condition::alternative, claim("000.043f"), claim("002.017j"),
     "Other places to work are wished for, and not yet there."sv},
    {Condition::acclaim, claim("000.031c"), claim("004.015b"),
     "A seat on the Security Council is an office, not esteem."sv},
};

inline constexpr Illustration<Conduct> conduct_illustrations[] = {
    {Conduct::defers, claim("001.022g"), claim("004.014b"),
     "Recognition is withheld, but that Russia asked for it is not told."sv},
    {Conduct::cedes, claim("000.022e"), claim("000.020c"),
     "An advantage is granted; what it costs the state is not told."sv},
    {Conduct::campaigns, claim("000.030c"), claim("000.035f"), "To attend out of courtesy counts against it."sv},
    {Conduct::dissents, claim("002.033j"), claim("001.031d"), "Disappointment is read between the lines."sv},
    {Conduct::restricts, claim("000.044b"), claim("001.033d"),
     "To hesitate over entering a union narrows nobody's presence."sv},
    {Conduct::bargains, claim("001.039b"), claim("002.009m"),
     "Asking for attention is an ordinary request; that the speech set a price is another claim (002.009l)."sv},
    {Conduct::keeps_silent, claim("002.008f"), claim("004.008c"),
     "Neutrality that is stressed is a statement: it counts against silence."sv},
};

inline constexpr Illustration<Determinant> determinant_illustrations[] = {
    {Determinant::seeks_backing, claim("001.016a"), claim("004.018j"),
     "The leaders wish to have the alliance to hand; that they work for it is not told."sv},
    {Determinant::open_door, claim("001.018g"), claim("002.009f"),
     "Named in passing as the policy that there is: counts."sv},
    {Determinant::preferred, claim("001.018b"), claim("001.026b"), "An open question tells neither way."sv},
    {Determinant::price_felt, claim("002.008p"), claim("000.026b"),
     "That the loss is no issue does not say that the leaders do not know of it."sv},
    {Determinant::partner_isolated, claim("001.044j"), claim("002.011d"),
     "Sanctions on the partner harm migrants who work there: that bears on the relation."sv},
    {Determinant::manoeuvres, claim("001.044i"), claim("004.010g"),
     "Room is kept; that it is used is told elsewhere (004.020g)."sv},
};

inline constexpr Illustration<Obligation> obligation_illustrations[] = {
    {Obligation::base, claim("000.012a"), claim("003.022a"), "A place under consideration for a base is no base."sv},
    {Obligation::pact, claim("001.012b"), claim("004.019d"), "A contract whose content is not told."sv},
    {Obligation::alliance, claim("001.021a"), claim("004.018a"),
     "The text does not say that Russia leads the alliance."sv},
    {Obligation::exercises, claim("000.012d"), claim("000.010d"),
     "Training abroad of officials of a ministry is no exercise of forces."sv},
    {Obligation::guards, claim("003.026b"), claim("000.023d"),
     "China builds the checkpoints; who will man them is not told."sv},
};

inline constexpr Illustration<Leverage> leverage_illustrations[] = {
    {Leverage::needed_by_partner, claim("001.044k"), claim("001.019c"),
     "Strategic worth of the location is geography; that it is needed is not told."sv},
    {Leverage::used_by_partner, claim("001.032d"), claim("001.042h"), "No act is named."sv},
    {Leverage::used_by_state, claim("001.039k"), claim("000.045e"), "The West gives way; no act of the state is told."sv},
};

/// The illustrations of one enumeration.
template <Named E>
[[nodiscard]] constexpr const auto& illustrations() noexcept {
    if constexpr (std::same_as<E, Condition>) {
        return condition_illustrations;
    } else if constexpr (std::same_as<E, Conduct>) {
        return conduct_illustrations;
    } else if constexpr (std::same_as<E, Determinant>) {
        return determinant_illustrations;
    } else if constexpr (std::same_as<E, Obligation>) {
        return obligation_illustrations;
    } else {
        return leverage_illustrations;
    }
}

}  // namespace trimode::tables
