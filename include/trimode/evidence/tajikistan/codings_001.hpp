// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// What the claims of document 001 tell of conditions, conduct, determinants and dependency.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <string_view>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/domain/leverage.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/domain/stage.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/claims.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

inline constexpr Coding<Condition> conditions_001[] = {
    // "to some degree", "for instance": hedged, but names the shared preference for rule from above
    {claim("001.007k"), partner("russia"), Condition::regime_affinity, Tells::holds},
    // alignment of ex-communists with a Russia that backs them against their opposition; period:
    // early 1990s to the treaty
    {claim("001.011h"), partner("russia"), Condition::regime_affinity, Tells::holds},
    // protection: armed backing on which the rulers lived in the war
    {claim("001.012f"), partner("russia"), Condition::resources, Tells::holds},
    // the text names the US beside the group; the need is told in the next sentence (018f)
    {claim("001.018e"), partner("us"), Condition::resources, Tells::holds},
    // "US and Western Europe" is the group here ("Western partners" two sentences on); the need:
    // 018f
    {claim("001.018e"), partner("west"), Condition::resources, Tells::holds},
    {claim("001.019c"), partner("us"), Condition::geography, Tells::holds},
    // transit through Tajikistan served the campaign of NATO, named by the text
    {claim("001.019e"), partner("nato"), Condition::geography, Tells::holds},
    // the same; not the group: the text speaks of US, NATO and allied countries, not of the West
    {claim("001.019e"), partner("us"), Condition::geography, Tells::holds},
    // priorities of the donors, democratisation and market economy (022d), imposed "in some
    // measure", as policymakers saw it
    {claim("001.022e"), partner("west"), Condition::conditionality, Tells::holds},
    // development aid; the donors of the paragraph are the Western countries
    {claim("001.022f"), partner("west"), Condition::resources, Tells::holds},
    // works for pluralism, elections, parties, free media
    {claim("001.022h"), partner("west"), Condition::regime_affinity, Tells::fails},
    // non-interference told in contrast to the West's reforms; not regime_affinity, which the
    // absence of conditions does not tell
    {claim("001.022j"), partner("russia"), Condition::conditionality, Tells::fails},
    // "implied": the same told of security cooperation
    {claim("001.022k"), partner("russia"), Condition::conditionality, Tells::fails},
    // market for labour of an economy in a dire state; "after the civil war" dates no beginning, so
    // only the decade of the section
    {claim("001.029c"), partner("russia"), Condition::resources, Tells::holds, during("2010/2019")},
    // the remittances are those of the migrants in Russia (029c); a figure of the World Bank that
    // the author relies on
    {claim("001.030a"), partner("russia"), Condition::resources, Tells::holds},
    // income of most households
    {claim("001.031a"), partner("russia"), Condition::resources, Tells::holds},
    // labour market, most relevant of several sources of dependence
    {claim("001.035e"), partner("russia"), Condition::resources, Tells::holds},
    // "no choice" from overlapping dependence: the codebook's "no other option"
    {claim("001.035g"), partner("russia"), Condition::alternative, Tells::fails},
    // market on which the economy relies; more than trade as such
    {claim("001.036d"), partner("russia"), Condition::resources, Tells::holds},
    // as 012f, told again in the summary; the sentence names no stage
    {claim("001.042b"), partner("russia"), Condition::resources, Tells::holds},
    // labour market of over a million
    {claim("001.043b"), partner("russia"), Condition::resources, Tells::holds},
    // its withdrawal is feared, so it is needed; not conditionality: the stance on a war is no
    // reform
    {claim("001.044d"), partner("west"), Condition::resources, Tells::holds},
};

inline constexpr Coding<Conduct> conduct_001[] = {
    // never set a price by playing one off against the other; "never" is cut to the decade argued
    // about: it is one form of bargaining only
    {claim("001.019j"), partner("russia"), Conduct::bargains, Tells::fails, during("2001/2009")},
    // the same
    {claim("001.019j"), partner("west"), Conduct::bargains, Tells::fails, during("2001/2009")},
    // loyalty, "fierce": more than friendly words
    {claim("001.020a"), partner("russia"), Conduct::defers, Tells::holds},
    // goes along with Russia's lead in regional bodies, without objection ("seemed")
    {claim("001.020h"), partner("russia"), Conduct::defers, Tells::holds},
    // had to comply with donors' preferences
    {claim("001.022g"), partner("west"), Conduct::defers, Tells::holds},
    // gives up a decision already taken, under pressure
    {claim("001.032f"), partner("russia"), Conduct::cedes, Tells::holds},
    // stays loyal; told beside 037g, which tells the opposite: both are kept
    {claim("001.035f"), partner("russia"), Conduct::defers, Tells::holds},
    {claim("001.035m"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    {claim("001.035r"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // the sentence names the conflicting expectations of both (035q)
    {claim("001.035r"), partner("west"), Conduct::keeps_silent, Tells::holds},
    {claim("001.035s"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // no statement where both expect one (035q)
    {claim("001.035s"), partner("west"), Conduct::keeps_silent, Tells::holds},
    // speaks of the consequences, withholds the judgment
    {claim("001.036f"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    {claim("001.037f"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // withholds the position for which Russia presses (037a)
    {claim("001.037g"), partner("russia"), Conduct::defers, Tells::fails},
    {claim("001.038a"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // names a price of its passive stance, if a small one
    {claim("001.039b"), partner("russia"), Conduct::bargains, Tells::holds},
    // questions in public, before Putin, the worth of the meetings that Russia holds
    {claim("001.039e"), partner("russia"), Conduct::dissents, Tells::holds},
    // open protest to the partner's president; a quotation that the author adopts
    {claim("001.039f"), partner("russia"), Conduct::dissents, Tells::holds},
    // loyalty, though performed: the codebook asks for no conviction
    {claim("001.043d"), partner("russia"), Conduct::defers, Tells::holds},
    {claim("001.044f"), partner("russia"), Conduct::keeps_silent, Tells::holds},
};

inline constexpr Coding<Determinant> determinants_001[] = {
    // for the war: 012 has it during the war, 016 "continued"
    {claim("001.011c"), partner("russia"), Determinant::seeks_backing, Tells::holds},
    {claim("001.016a"), partner("russia"), Determinant::seeks_backing, Tells::holds},
    // "arguably"
    {claim("001.018b"), partner("russia"), Determinant::preferred, Tells::holds},
    // of the state; "multi-vector" in force from 2002
    {claim("001.018g"), partner("russia"), Determinant::open_door, Tells::holds},
    // first choice of the leaders, known to both sides
    {claim("001.024b"), partner("russia"), Determinant::preferred, Tells::holds},
    // "visible", and as a result policymaking changed (026j): visible to the leaders
    {claim("001.026h"), partner("russia"), Determinant::price_felt, Tells::holds},
    // began some time in the decade of the section; before it policymakers had only gained (033a)
    {claim("001.033b"), partner("russia"), Determinant::price_felt, Tells::holds},
    // "no longer" liking or preference
    {claim("001.035h"), partner("russia"), Determinant::preferred, Tells::fails},
    // withholds expected support without breaking (035f)
    {claim("001.035l"), partner("russia"), Determinant::manoeuvres, Tells::holds},
    // sanctions, and what they do to an economy that relies on Russia: bears on the relation
    {claim("001.036c"), partner("russia"), Determinant::partner_isolated, Tells::holds},
    // the leaders act on it (039k)
    {claim("001.039j"), partner("russia"), Determinant::partner_isolated, Tells::holds},
    // the price in money, of the stance in 039b
    {claim("001.039k"), partner("russia"), Determinant::manoeuvres, Tells::holds},
    // the summary dates it to the decade only
    {claim("001.042e"), partner("west"), Determinant::open_door, Tells::holds},
    // small acts for gain, within the relation
    {claim("001.044i"), partner("russia"), Determinant::manoeuvres, Tells::holds},
    // an onset: told as what marks the stage that begins with the invasion, in contrast to the
    // thirty years before. That Russia was not isolated earlier no sentence says: all of stage 3
    // rests on this inference, and drops out with strict
    {claim("001.044j"), partner("russia"), Determinant::partner_isolated, Tells::holds},
};

inline constexpr Coding<Obligation> obligations_001[] = {
    // treaty of mutual assistance
    {claim("001.012b"), partner("russia"), Obligation::pact, Tells::holds},
    // a Russian division stationed in Tajikistan; the text does not say "base"
    {claim("001.012i"), partner("russia"), Obligation::base, Tells::holds},
    {claim("001.021a"), partner("russia"), Obligation::alliance, Tells::holds},
};

/// The partner's reverse need, and dependence turned to account; in the issue area of the claim.
inline constexpr Coding<Leverage> leverages_001[] = {
    // less at stake
    {claim("001.016h"), partner("russia"), Leverage::needed_by_partner, Tells::fails},
    // the affair of the pilots; 32e tells the same event
    {claim("001.032d"), partner("russia"), Leverage::used_by_partner, Tells::holds},
    // Astana: more money, while Russia is weak; 39b announces it
    {claim("001.039k"), partner("russia"), Leverage::used_by_state, Tells::holds},
    {claim("001.044k"), partner("russia"), Leverage::needed_by_partner, Tells::holds},
};

inline constexpr Judgement judgements_001[] = {
    // "needed much more": a need, of no told size
    {claim("001.012c"), partner("russia"), IssueArea::political, levels(Level::low, Level::critical)},
    // "largely": of victory, not of all security
    {claim("001.012g"), partner("russia"), IssueArea::security, levels(Level::medium, Level::critical)},
    // "crucial"
    {claim("001.016g"), partner("russia"), IssueArea::political, levels(Level::high, Level::critical)},
    // "urgent need" of aid, the US named as one who can give it
    {claim("001.018f"), partner("us"), IssueArea::aid, levels(Level::low, Level::critical)},
    // "urgent need", of no told size
    {claim("001.018f"), partner("west"), IssueArea::aid, levels(Level::low, Level::critical)},
    // "heavily", with compliance as its consequence
    {claim("001.022f"), partner("west"), IssueArea::aid, levels(Level::medium, Level::critical)},
    // "excessive" says too much, not how much
    {claim("001.026h"), partner("russia"), IssueArea::economy, levels(Level::medium, Level::critical)},
    // among the most dependent in the world; of all remittances, in the context those from Russia
    {claim("001.030a"), partner("russia"), IssueArea::migration, levels(Level::high, Level::critical)},
    // main source of vulnerability
    {claim("001.031b"), partner("russia"), IssueArea::migration, levels(Level::high, Level::critical)},
    // "seriously" limits autonomy
    {claim("001.032h"), partner("russia"), IssueArea::economy, levels(Level::medium, Level::critical)},
    // cannot disentangle
    {claim("001.033g"), partner("russia"), IssueArea::economy, levels(Level::high, Level::critical)},
    // the most relevant of several
    {claim("001.035e"), partner("russia"), IssueArea::migration, levels(Level::medium, Level::critical)},
    // no choice
    {claim("001.035g"), partner("russia"), IssueArea::political, levels(Level::high, Level::critical)},
    // "relies", of no told size
    {claim("001.036d"), partner("russia"), IssueArea::trade, levels(Level::low, Level::critical)},
    // disentangling not feasible
    {claim("001.039h"), partner("russia"), IssueArea::political, levels(Level::high, Level::critical)},
    // could hardly be mitigated
    {claim("001.043a"), partner("russia"), IssueArea::migration, levels(Level::high, Level::critical)},
    // cannot turn its back
    {claim("001.044g"), partner("russia"), IssueArea::political, levels(Level::high, Level::critical)},
};

inline constexpr Measurement measurements_001[] = {
    // remittances from everywhere: an upper bound for those from Russia, where the migrants of the
    // paragraph are
    {claim("001.030b"), partner("russia"), IssueArea::migration, MeasureRole::total, 0, "remittances"sv},
};

/// Where the author herself says which stage it is: headings, and sentences that tell something of a stage and so place it
/// in time. A claim that tells a feature is left to that (43d).
inline constexpr Coding<Stage> stages_001[] = {
    {claim("001.009a"), partner("russia"), Stage::seeking_support, Tells::holds},
    {claim("001.016g"), partner("russia"), Stage::seeking_support, Tells::holds},
    {claim("001.017a"), partner("russia"), Stage::prioritising, Tells::holds},
    {claim("001.022a"), partner("russia"), Stage::prioritising, Tells::holds},
    {claim("001.025a"), partner("russia"), Stage::realising_dependence, Tells::holds},
    {claim("001.033f"), partner("russia"), Stage::realising_dependence, Tells::holds},
    {claim("001.033g"), partner("russia"), Stage::realising_dependence, Tells::holds},
    {claim("001.034a"), partner("russia"), Stage::carving_space, Tells::holds},
    {claim("001.035c"), partner("russia"), Stage::carving_space, Tells::holds},
    {claim("001.040a"), partner("russia"), Stage::carving_space, Tells::holds},
    {claim("001.040b"), partner("russia"), Stage::carving_space, Tells::holds},
    {claim("001.042a"), partner("russia"), Stage::seeking_support, Tells::holds},
    {claim("001.042d"), partner("russia"), Stage::prioritising, Tells::holds},
    {claim("001.043c"), partner("russia"), Stage::realising_dependence, Tells::holds},
    {claim("001.044g"), partner("russia"), Stage::carving_space, Tells::holds},
};

// Considered and not coded, by block:
// 7: dependence on help from abroad names no partner; the hierarchy has no weight; efforts to
//     diversify are no declared policy.
// 11: no interest in the conflict is not lack of interest in the territory (geography); the
//     support won has no date.
// 12: expecting support is not working for it; legitimacy is no named good, nor esteem sought
//     (acclaim).
// 13-14: backing talks and a share for the opposition, signed in Moscow, is mediation, not
//     pressure for pluralism.
// 16: visits, agreements; what cooperation did for the elites names no good.
// 18: reference point, privileged (and 26): rank, not preference. 19: donor boom is a trend;
//     legitimacy gained, not sought.
// 20-21: memberships of CIS, Eurasian Economic Community, Shanghai Five and SCO are no
//     obligations; meetings, visits; 020b deepens ties that exist and works for no backing still
//     to be won (seeks_backing).
// 22: main areas are topics, not dependence; 022i repeats 022h from the other side. No Western
//     alternative is told of.
// 24: no objection and no proofs of loyalty asked are acts of Russia; that the door was open all
//     decade would deny 2002.
// 26: the open question; 026d, 026e friendly words; 026j, 026k trends. 28: gratitude in speeches,
//     order in a list.
// 30: remittances over unnamed years tell no day of resources; the share of the population is no
//     share of a partner.
// 31: 031d is between the lines (dissents). 32: the arrest is law enforcement (restricts); 032a,
//     032h do not say that the leaders know (price_felt).
// 33: 033d: an invitation is no demand, and slow accession does not count (defers); 033b repeats the
//     weight of 026h; 033e is a guess at a motive; 033g and 43, 39, 44 (cannot
//     disentangle, hardly mitigated) are weights, not substitutes.
// 35: 035i repeats 035g; 035n is what could not be done; 035o, 044e sanctions feared. 036b is a
//     forecast about the world.
// 37-38: quoted Russians tell only that it was said. 039a repeats the silence; 039g is a request
//     of aid; 039h no price.
// 40: 040a stands in the sentence that names the stage (040b): compared with, not evidence.
// 40, 44: partial benefit, need of Russia for small partners (reverse need), sphere of influence
//     (no place named: geography; no reliance named: price_felt). 044c: fear of isolation is no
//     wish for esteem (acclaim). 044l: metaphor, no wish named.
// 42: gratitude; 042f attention and money wanted, not needed, nor esteem; 042g trend, 042h an act
//     of Russia.
// 45: 045i speaks of no issue and no arena: how policy is made in general (campaigns). 045k is not silence where a statement is expected; the circle of actors defines nothing.
//     47: titles tell of no condition.

}  // namespace trimode::tables
