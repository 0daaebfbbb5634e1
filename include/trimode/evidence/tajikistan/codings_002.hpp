// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// What the claims of document 002 tell of conditions, conduct, determinants and dependency.
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
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/claims.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

inline constexpr Coding<Condition> conditions_002[] = {
    // labour market: the economy "largely depends" on it; the imports beside it (008k) are trade
    {claim("002.008l"), partner("russia"), Condition::resources, Tells::holds},
    // "does not have other options" for its loyalty: the codebook counts it, as at 001.035g
    {claim("002.008r"), partner("russia"), Condition::alternative, Tells::fails},
    // a shield against Afghanistan, by place the southern neighbour (022a); an aim of the EU, so no
    // row for the West, which is what is shielded
    {claim("002.022c"), partner("eu"), Condition::geography, Tells::holds},
    // the same aim after the summer of 2021
    {claim("002.022f"), partner("eu"), Condition::geography, Tells::holds},
    // the rationale is extremism and instability from Taliban rule; that it is the place that
    // serves the aim is read from the southern neighbour (block 22)
    {claim("002.024h"), partner("us"), Condition::geography, Tells::holds},
    // strings in general; the next sentence offers the World Bank's reforms as the instance ("for
    // example")
    {claim("002.027d"), partner("west"), Condition::conditionality, Tells::holds},
    // economic: reforms before the funding
    {claim("002.027e"), partner("world_bank"), Condition::conditionality, Tells::holds},
    // no change of laws; the strings of 027a show only later and are not reform
    {claim("002.027h"), partner("china"), Condition::conditionality, Tells::fails},
    // China as source: money, much larger, and (027h) not tied to reform; investment stands beside
    // grants and loans
    {claim("002.027i"), partner("west"), Condition::alternative, Tells::holds},
    // hosts the opposition; the war is dated to the 1990s only (block 16), so no single year is
    // told
    {claim("002.033a"), partner("iran"), Condition::regime_affinity, Tells::fails},
    // receives the opposition, at the highest level
    {claim("002.033h"), partner("iran"), Condition::regime_affinity, Tells::fails},
};

inline constexpr Coding<Conduct> conduct_002[] = {
    // a statement is expected: Russia would like "active" loyalty (009i)
    {claim("002.008f"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    {claim("002.008g"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // sums up 008f and 008g; "we can say"
    {claim("002.008h"), partner("russia"), Conduct::keeps_silent, Tells::holds},
    // loyalty told as such; "passively" says that it goes along and does no more
    {claim("002.008q"), partner("russia"), Conduct::defers, Tells::holds},
    // implies the price of its loyalty, funding; more than the request for "attention" (009m)
    {claim("002.009l"), partner("russia"), Conduct::bargains, Tells::holds},
    // officials of the central bank contradict the allegation of the Iranian government
    {claim("002.033f"), partner("iran"), Conduct::dissents, Tells::holds},
    // withholds what Iran demanded
    {claim("002.033g"), partner("iran"), Conduct::defers, Tells::fails},
    // note of protest
    {claim("002.033j"), partner("iran"), Conduct::dissents, Tells::holds},
};

inline constexpr Coding<Determinant> determinants_002[] = {
    // sanctions, and the harm that they do to an economy tied to Russia's: bears on the relation,
    // as at 001.036c; from March, the first month that the text names (block 11)
    {claim("002.008j"), partner("russia"), Determinant::partner_isolated, Tells::holds},
    // "realises the dangers of this dependence"; the country for its leaders; autonomy is not named
    {claim("002.008p"), partner("russia"), Determinant::price_felt, Tells::holds},
    // sanctions turn Russia towards Tajikistan: bears on the relation
    {claim("002.009c"), partner("russia"), Determinant::partner_isolated, Tells::holds},
    // presupposed by the author, not asserted; "multi-vector" as at 001.018g; against 000.049a
    // ("abandoned")
    {claim("002.009f"), partner("russia"), Determinant::open_door, Tells::holds},
    // loyalty that Russia expects has its price; told as what Russia "knows", dated by the speech
    // of October
    {claim("002.009k"), partner("russia"), Determinant::manoeuvres, Tells::holds},
    // harm to the state's migrants is harm to the relation; "foreign labourers", in answer to a question about Tajik ones
    {claim("002.011d"), partner("russia"), Determinant::partner_isolated, Tells::holds},
    // of the state
    {claim("002.016c"), partner("russia"), Determinant::open_door, Tells::holds},
    // policymakers "realise very well" that strings are attached; "I believe"; what autonomy it
    // costs is not yet seen
    {claim("002.027a"), partner("china"), Determinant::price_felt, Tells::holds},
};

/// The partner's reverse need, and dependence turned to account; in the issue area of the claim.
inline constexpr Coding<Leverage> leverages_002[] = {
    // the same event as 001.039k
    {claim("002.009l"), partner("russia"), Leverage::used_by_state, Tells::holds},
    // no oil or gas that it might want
    {claim("002.019b"), partner("eu"), Leverage::needed_by_partner, Tells::fails},
    {claim("002.019c"), partner("eu"), Leverage::needed_by_partner, Tells::fails},
    // the EU's view, which the author adopts: a shield
    {claim("002.022c"), partner("eu"), Leverage::needed_by_partner, Tells::holds},
    {claim("002.022f"), partner("eu"), Leverage::needed_by_partner, Tells::holds},
};

inline constexpr Judgement judgements_002[] = {
    // "largely" is said of imports and migrants together (008v): of each alone no more than some dependence
    {claim("002.008k"), partner("russia"), IssueArea::trade, levels(Level::low, Level::critical)},
    // the same
    {claim("002.008l"), partner("russia"), IssueArea::migration, levels(Level::low, Level::critical)},
    // "relies", of no told size
    {claim("002.008n"), partner("russia"), IssueArea::political, levels(Level::low, Level::critical)},
    // "relies", of no told size
    {claim("002.008o"), partner("russia"), IssueArea::economy, levels(Level::low, Level::critical)},
    // no other options
    {claim("002.008r"), partner("russia"), IssueArea::political, levels(Level::high, Level::critical)},
    // "largely"
    {claim("002.008v"), partner("russia"), IssueArea::economy, levels(Level::medium, Level::critical)},
    // "dependence", of no told size, if enough for a crisis
    {claim("002.012d"), partner("russia"), IssueArea::economy, levels(Level::low, Level::critical)},
    // "largest source": the word sets no upper bound
    {claim("002.026a"), partner("china"), IssueArea::investment, levels(Level::medium, Level::critical)},
    // "among top trading partners": one of several
    {claim("002.026c"), partner("china"), IssueArea::trade, levels(Level::low, Level::high)},
    // "small"
    {claim("002.037k"), partner("turkey"), IssueArea::aid, levels(Level::low, Level::low)},
};

inline constexpr Measurement measurements_002[] = {
    // of public debt, stock; the document prints "owns"
    {claim("002.028a"), partner("china"), IssueArea::debt, MeasureRole::share, 0, "public_debt"sv},
};

// Considered and not coded, by block:
// 2, 3: title and lead; the lead has the author's words from another hand and tells no feature.
// 5, 10, 18, 23, 25, 30, 35, 38: an interviewer's premises never code.
// 7: diverging views and expectations name no act.
// 8: 008a: not moving away is no wish of Russia's fulfilled (defers is told by 008q). 008d, 008e:
//     affinity and a high opinion are not a choice (preferred), nor a shared view of state power
//     (regime_affinity); they stand against 001.035h ("no longer" a liking) as another emphasis.
//     008k: trade as such (resources). 008m: names the position, adds no act. 008s, 008t, 034d:
//     efforts to diversify are no declared policy (open_door). 008u: a forecast.
// 9: 009e: upper hand; no security aim (geography) and no knowledge of the leaders (price_felt).
//     009g: not minding does not count. 009h: told of Russia; that Tajikistan yields is not told
//     (defers). 009i: a wish of Russia; what is withheld is told by 008f and 009k. 009j: the same
//     proposition as 009k, one row. 009m: an ordinary request (bargains, dissents). 009n: Russia
//     holds no such investment yet, and its good is another, the labour market (alternative of
//     Russia); stands beside 008r all the same.
// 11: 011c: sanctions in general, not the relation (partner_isolated).
//     011f, 011g: changes against a year before, no shares (measurements).
// 12: 012c: better than at home says nothing of need (resources); 012e-012g behaviour of migrants.
// 13: 013d: a number in a comparison with Europe; need is not told (resources).
// 13, 14: of a new and small migration; "Europe" is coded to the EU as the nearest partner.
// 16: 016a: trying, see 008s. 016g: what was received is not told to be needed (resources). 016k:
//     little interest is not told of the territory (geography). 016l: a way of funding, no mode.
// 17: 017c: scepticism is no measure (restricts). 017d: religious fear is not expressible. 017j:
//     wished for (alternative of Russia).
// 19: lack of raw materials is not lack of interest in the territory (geography).
// 22: 022b: the light in which it is seen; the aim is told by 022c and 022f. 022i: "security
//     partner" has no weight and guards nobody (judgements, obligations).
// 24: 024a, 024b: interest and attention in general. 024g: what is feared, not where.
// 26: 026a: largest source of money, but no need of it is told (resources), so judged only.
// 27: 027b, 027c: hidden strings are no conditionality. 027g: ease. 027k-027m: respect is not
//     expressible. 027i for the World Bank: the sentence speaks of Western donors.
// 28: debt, grant; need is not told (resources), debt is no conditionality.
// 29: views of the population. 029e, 029f: no partner of choice (preferred).
// 31: 031c: diplomatic recognition. 031e-031h: language, religion do not count. 031i-031k:
//     different forms of rule, but Iran is not told to press or object (regime_affinity).
// 32: 032g: "important" is said of the relation, not of dependence, in no issue area.
// 33: 033b: displeasure, not voiced (dissents). 033c-033e: acts of Iran at home.
// 34: visits. 36: membership that does not exist; identity. 37: 037a fear of pan-Turkism is not
//     expressible; 037e, 037f small scale of the whole, no issue area; 037i-037n small projects
//     and intentions (resources).
// 39, 40: regional bodies are no global arena. 039d: non-interference among the states, no view of
//     state power. 040d: avoids Russia's anger, as one of all; neither a wish of Russia fulfilled
//     (defers) nor silence. 040c: trying, see 008s.
// seeks_backing, cedes, campaigns, restricts, acclaim and obligations are told nowhere in this
// document.

}  // namespace trimode::tables
