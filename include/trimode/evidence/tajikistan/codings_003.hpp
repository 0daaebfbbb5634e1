// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// What the claims of document 003 tell of conditions, conduct, determinants and dependency.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/domain/leverage.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/claims.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>

namespace trimode::tables {

inline constexpr Coding<Condition> conditions_003[] = {
    // named good: a market for labour; that it matters to the country is told in the same sentence
    // (7c)
    {claim("003.007b"), partner("russia"), Condition::resources, Tells::holds},
    // military installations on the Afghan border, in which both have an interest: the place
    // serves Russia's aim
    {claim("003.009e"), partner("russia"), Condition::geography, Tells::holds},
    // sought as ground for bases that had been in Afghanistan; told as a plan of the US, of
    // unknown end; year from block 20
    {claim("003.022a"), partner("us"), Condition::geography, Tells::holds},
    // "only to the extent": little need of Tajikistan, but what there is of it is its location
    {claim("003.023c"), partner("us"), Condition::geography, Tells::holds},
    // told of the territory in general; that it is said of the US is read from the rest of the
    // sentence
    {claim("003.024a"), partner("us"), Condition::geography, Tells::holds},
    {claim("003.024b"), partner("us"), Condition::geography, Tells::holds},
    // hedged by "probably"; Badakhshan is read as the Tajik one, where the checkpoints are; the
    // aim is security
    {claim("003.026c"), partner("china"), Condition::geography, Tells::holds},
    // a barrier there against radicals who threaten China too (26e)
    {claim("003.026d"), partner("china"), Condition::geography, Tells::holds},
};

inline constexpr Coding<Obligation> obligations_003[] = {
    // "military installations"; the word base comes in block 24
    {claim("003.009d"), partner("russia"), Obligation::base, Tells::holds},
    {claim("003.024c"), partner("russia"), Obligation::base, Tells::holds},
    // checkpoints on the territory, of which the author says that Chinese appear there; the name
    // is China's, so no more than posts: not `base`
    {claim("003.026b"), partner("china"), Obligation::guards, Tells::holds},
};

/// The partner's reverse need; in the issue area of the claim.
inline constexpr Coding<Leverage> leverages_003[] = {
    // needed, though no further than to watch Afghanistan and China
    {claim("003.023c"), partner("us"), Leverage::needed_by_partner, Tells::holds},
};

inline constexpr Judgement judgements_003[] = {
    // "main recipient": more than any other, perhaps nearly all
    {claim("003.005b"), partner("russia"), IssueArea::migration, levels(Level::medium, Level::critical)},
    // "the most serious": first of several, without a measure
    {claim("003.005e"), partner("russia"), IssueArea::economy, levels(Level::medium, Level::critical)},
};

// Considered and not coded, by block:
// 1, 2, 3, 14, 17, 20: the outlet and the interviewer; a premise tells that it was said. 17b would
//   be `keeps_silent` if the author took it up; in 18 and 19 she does not.
// 4: intentions. 5a: interest in cooperation is no choice, so not `preferred`. 5b: the main market for
//   labour, but need is told only in block 7 (resources). 5c, 5d, 16c:
//   contacts and interest in general name no good of weight and no aim in the territory.
// 6d: the requirements for entering the EAEU are not told to be reforms, and membership is not
//   told to be help: not `conditionality`.
// 6a, 6c: talk of joining and agreements that prepare it; no stage, no act of going along that was
//   asked for, so not `defers`.
// 7a, 7c: what membership would bring; not in force. 7d, 7e: assistance promised; an offer.
// 8e: help, of open outcome. 8b to 8d name no partner.
// 9a, 9b: interest in general; the place is told in 9d and 9e. 9c: friendly words. 9d: that the
//   installations are important is not told of the state, so no level.
// 11, 13, 15: what is said of Panjshir tells no act of the state: it is charged with it, and the
//   author doubts it (13c, 13d), so neither `restricts` nor `dissents`.
// 16a: "would not like" is no protest. 16d: a forecast.
// 19d: goes on with what it sells; not `defers`.
// 21a, 21b: trends. 21c: of Central Asia as a whole; Tajikistan is named in 22a. 22d: what
//   Washington did; what Dushanbe answered is not told.
// 23b: a small need is not "uninterested in the territory" when 23c says what for.
// 24e: that another power's base shuts the US out is a guess about what may happen; no measure of
//   the state, so not `restricts`.
// 26a: that Chinese appear is counted once, with the checkpoints of 26b. 26e: a shared threat is
//   not a shared view of state power.
// 27a: correct conduct of the partner; no variable.
// The war in Ukraine, sanctions, reforms, rights, open doors are not spoken of in this document:
//   no determinant and no conduct is told.

}  // namespace trimode::tables
