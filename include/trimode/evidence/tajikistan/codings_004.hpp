// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// What the claims of document 004 tell of conditions, conduct, determinants and dependency.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <string_view>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/claims.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

inline constexpr Coding<Condition> conditions_004[] = {
    // named good: assistance; "primarily from Russia"
    {claim("004.006b"), partner("russia"), Condition::resources, Tells::holds},
    // named good: a market for labour; the partner's figure, offered by the author as evidence of
    // dependence (9b)
    {claim("004.009c"), partner("russia"), Condition::resources, Tells::holds},
    // named good: a market for labour; a minister's figure, offered by the author as evidence of
    // dependence (9b)
    {claim("004.009g"), partner("russia"), Condition::resources, Tells::holds},
    // for the labour market: "lack of a viable alternative"
    {claim("004.009s"), partner("russia"), Condition::alternative, Tells::fails},
    // named good: economic aid; its loss is feared, so it is needed; not conditionality:
    // neutrality is no reform
    {claim("004.017b"), partner("us"), Condition::resources, Tells::holds},
    // named good: protection, as "a resource"; wanted for a case that may come
    {claim("004.018b"), partner("csto"), Condition::resources, Tells::holds},
    // the safety of the border, at which its troops stand (21d), is Russia's own aim
    {claim("004.021c"), partner("russia"), Condition::geography, Tells::holds},
};

inline constexpr Coding<Conduct> conduct_004[] = {
    // neutrality declared; stands against 8d and 8g
    {claim("004.008c"), partner("russia"), Conduct::keeps_silent, Tells::fails},
    // the same: neutral between the two parties
    {claim("004.008c"), partner("ukraine"), Conduct::keeps_silent, Tells::fails},
    // no statement on the war; that one is expected is read from "support for any party" and block
    // 20 ("despite")
    {claim("004.008d"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // no public judgement on its troops; of Ukraine's side the sentence says nothing
    {claim("004.008g"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // of the leaders, not of the media (10c, 10d), which do not count
    {claim("004.010e"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    {claim("004.012e"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // a vote with Russia's lead, on its own resolution; told as an instance of agreement (14e)
    {claim("004.014f"), partner("russia"), Conduct::defers, Tells::holds},
    // theme: terrorism; an agenda of its own before the UN, more than taking part
    {claim("004.015d"), partner("un"), Conduct::campaigns, Tells::holds},
    // "stressing its neutral stance"; the claim is of Ukraine
    {claim("004.015g"), partner("ukraine"), Conduct::keeps_silent, Tells::fails},
    // neutrality declared ("stress on")
    {claim("004.017a"), partner("russia"), Conduct::keeps_silent, Tells::fails},
    // the same
    {claim("004.017a"), partner("ukraine"), Conduct::keeps_silent, Tells::fails},
};

inline constexpr Coding<Determinant> determinants_004[] = {
    // told that the quarrel with the West since 2014 did not bear on the relation; to the day
    // before the operation
    {claim("004.007h"), partner("russia"), Determinant::partner_isolated, Tells::fails},
    // sanctions on Russia bear on the relation: open support for it may cost sanctions of one's
    // own
    {claim("004.016a"), partner("russia"), Determinant::partner_isolated, Tells::holds},
    // support withheld without a break: the relation goes on; that it was expected is read from
    // "despite"
    {claim("004.020g"), partner("russia"), Determinant::manoeuvres, Tells::holds},
    // "sanctions pressure"; that it bears on the relation: it takes entry into the union off the
    // table (22h, a forecast)
    {claim("004.022f"), partner("russia"), Determinant::partner_isolated, Tells::holds},
};

inline constexpr Coding<Obligation> obligations_004[] = {
    // a treaty of mutual assistance; when it was signed is not told
    {claim("004.019c"), partner("russia"), Obligation::pact, Tells::holds},
    // Russian troops stationed on the territory, as 001.012i; the text does not say "base", nor
    // that they guard the border
    {claim("004.021d"), partner("russia"), Obligation::base, Tells::holds},
};

inline constexpr Judgement judgements_004[] = {
    // "high" of all assistance, of which Russia's is the first part
    {claim("004.006b"), partner("russia"), IssueArea::aid, levels(Level::medium, Level::critical)},
    // "high" is the author's word, not the scale's
    {claim("004.009b"), partner("russia"), IssueArea::economy, levels(Level::medium, Level::critical)},
    // no viable alternative
    {claim("004.009s"), partner("russia"), IssueArea::migration, levels(Level::high, Level::critical)},
    // "key"
    {claim("004.011a"), partner("russia"), IssueArea::trade, levels(Level::medium, Level::high)},
    // "key"
    {claim("004.011a"), partner("russia"), IssueArea::economy, levels(Level::medium, Level::high)},
    // "extremely important", of one matter only
    {claim("004.015a"), partner("russia"), IssueArea::political, levels(Level::medium, Level::critical)},
    // feared to be lost: needed, of no told size
    {claim("004.017b"), partner("us"), IssueArea::aid, levels(Level::low, Level::critical)},
};

inline constexpr Measurement measurements_004[] = {
    // of all migrants; the minister's figure, undated
    {claim("004.009g"), partner("russia"), IssueArea::migration, MeasureRole::share, 0, "migrants"sv},
    // of the trade turnover of 2021
    {claim("004.011b"), partner("russia"), IssueArea::trade, MeasureRole::share, 0, "trade_turnover"sv},
};

// Considered and not coded, by block:
// 3, 4: dependence, vulnerability that the leaders know of, manoeuvring: nearest to `price_felt`
//   and `manoeuvres`, but "key partners" are not named, and that reliance on one of them costs
//   autonomy is not said.
// 4e: stable relations are friendly words. 5: attractive is not chosen, so not `preferred`. 6c: a
//   place on the agenda.
// 7a to 7g, 7j: topics and projects. 7i: the quarrel alone does not bear on the relation.
// 8d, 12e towards Ukraine: that it expects a statement is not told, so not `keeps_silent`; neutrality
//   (8c, 15g, 17a) is declared towards both.
// 8e, 8f, 8h, 9w, 9x, 10a, 10b: society, not the state. 10c, 10d: media coverage does not count.
//   10f: neutrality as the author's reading, not declared. 10g: room is kept; that support is
//   withheld or priced is told in 20g.
// 9b: that caution comes of dependence says what binds the leaders, not what they know to be its
//   cost: not `price_felt`. 9e, 9f, 9q: trends. 9u, 9v: a passing gain from the exchange rate.
// 11d: a ratio of imports to exports is on no scale. 11e to 11g: trade as such. 11i repeats the
//   weight of 11a; no interest in a quarrel is no act.
// 12a to 12d, 12f, 12g: reasons and topics. 14a: an aim. 14b, 14c: not recognising withholds
//   something, but that Russia asked for it is not told, so neither `defers` nor `manoeuvres`.
//   14d: an abstention is neither. 14e, 14h to 14j: words that agree; a shared view of history is
//   not one of state power.
// 15a: votes are no named good of the codebook. 15b: a seat is an office, not esteem: not
//   `acclaim`. 15e: of the region, not of the world. 15f: an interest. 15g: that no aid went to
//   Ukraine withholds nothing that was asked for.
// 16b to 16g: measures and intentions of the US against Russia; no reform is asked for, so not
//   `conditionality`; that the territory serves an aim of the US is not told, so not `geography`.
//   17c to 17m: visits and aims of the partner.
// 18a: the document does not say that Russia leads the CSTO, so not `alliance` of Russia. 18d,
//   18j: 18j wants backing at home from the CSTO, but that the leaders work for it is not told:
//   not `seeks_backing`. 18e to 18i name no partner; 18f and 18g are quoted.
// 19b, 19d: agreements of unknown content; 19e, 19f: no accession. 19g, 19h: growth. 19i to 19o:
//   small projects.
// 20: visits; 20b, 20e, 20f and 21a, 21b: what Russia wants. 20c: both leaders leave it aside
//   together, so nothing is withheld.
// 22: talk of entry and slow accession do not count; 22h, 22i: forecasts.
// 24 to 27 print blocks 3 to 6 again; they are coded once.

}  // namespace trimode::tables
