// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// What the claims of document 000 tell of conditions, conduct, determinants and dependency.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <string_view>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/domain/leverage.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/tajikistan/claims.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

inline constexpr Coding<Condition> conditions_000[] = {
    // likeness of the state apparatus, not of language; that Russia is one of the states is read
    // from the section; 1991: "after the collapse"
    {claim("000.010a"), partner("russia"), Condition::regime_affinity, Tells::holds},
    // named good: arms; note 1 is of 2019, 2010 from the paragraph
    {claim("000.012c"), partner("russia"), Condition::resources, Tells::holds},
    // Tajikistan as that buffer is implied by place; 2010 from block 12, of which it gives the
    // reason
    {claim("000.013b"), partner("russia"), Condition::geography, Tells::holds},
    // named good: a market for labour, from which remittances come (14e); 2014 from the paragraph
    {claim("000.014a"), partner("russia"), Condition::resources, Tells::holds},
    // named good: protection; "still" reaches back, 2010 from block 12
    {claim("000.016h"), partner("russia"), Condition::resources, Tells::holds},
    // named good: security assistance; 2010 from block 12
    {claim("000.017a"), partner("russia"), Condition::resources, Tells::holds},
    // named goods: assistance and investment, of which Tajikistan was "in urgent need" (19c); 2010
    // from block 43
    {claim("000.019d"), partner("china"), Condition::resources, Tells::holds},
    // economic; "has presented itself as" is adopted by "Unlike the World Bank or IMF"
    {claim("000.019e"), partner("china"), Condition::conditionality, Tells::fails},
    // economic; implied by "Unlike the World Bank or IMF"
    {claim("000.019f"), partner("imf"), Condition::conditionality, Tells::holds},
    // economic; implied by "Unlike the World Bank or IMF"
    {claim("000.019f"), partner("world_bank"), Condition::conditionality, Tells::holds},
    // hedged by "appeared"; Tajikistan's place beside Xinjiang (22c) serves China's security; late
    // 2000s = 2008~
    {claim("000.023a"), partner("china"), Condition::geography, Tells::holds},
    // "similarities in governance" as a motive of the Tajik side; 2010 from block 12
    {claim("000.024b"), partner("russia"), Condition::regime_affinity, Tells::holds},
    // named good: protection, told as a driving factor of the relation; 2010 from block 12
    {claim("000.024c"), partner("russia"), Condition::resources, Tells::holds},
    // likeness of rule; 2010 from block 43, where the same likeness is told
    {claim("000.024f"), partner("china"), Condition::regime_affinity, Tells::holds},
    // political: asks for no reform of rights or law; not coded as regime_affinity, since setting
    // no conditions is not agreement
    {claim("000.024h"), partner("china"), Condition::conditionality, Tells::fails},
    // named goods: money, infrastructure; that they are needed is told at 19c; 2010 from block 43
    {claim("000.024i"), partner("china"), Condition::resources, Tells::holds},
    // 2010 from block 43
    {claim("000.025b"), partner("china"), Condition::resources, Tells::holds},
    // 2010 from block 12
    {claim("000.025b"), partner("russia"), Condition::resources, Tells::holds},
    // the interest dates from the late 2000s (block 23)
    {claim("000.025c"), partner("china"), Condition::geography, Tells::holds},
    // 2010 from block 12
    {claim("000.025c"), partner("russia"), Condition::geography, Tells::holds},
    // 2010 from block 43
    {claim("000.025d"), partner("china"), Condition::regime_affinity, Tells::holds},
    // 2010 from block 12
    {claim("000.025d"), partner("russia"), Condition::regime_affinity, Tells::holds},
    // named good: money for the dam, which the government could not pay alone (29a); of this
    // project only
    {claim("000.029c"), partner("russia"), Condition::resources, Tells::holds},
    // dated by the acts that the paragraph gives for it, 2003 to 2013
    {claim("000.030a"), partner("international_community"), Condition::acclaim, Tells::holds},
    // "towards international acknowledgement"
    {claim("000.030e"), partner("international_community"), Condition::acclaim, Tells::holds},
    // the steps were taken in and through the UN (30c)
    {claim("000.030e"), partner("un"), Condition::acclaim, Tells::holds},
    // "seeks recognition and expertise"; not diplomatic recognition, as 31c shows
    {claim("000.031b"), partner("international_community"), Condition::acclaim, Tells::holds},
    {claim("000.031c"), partner("international_community"), Condition::acclaim, Tells::holds},
    // "International Branding ... no longer the priorities"
    {claim("000.034c"), partner("international_community"), Condition::acclaim, Tells::fails},
    // "aimed at long-term acknowledgement"; dated by block 30
    {claim("000.035d"), partner("international_community"), Condition::acclaim, Tells::holds},
    // told as no longer needed since the relation with China grew; back to 2010 from block 43, like
    // all that is dated by China's arrival. Stands against 30a up to 2013
    {claim("000.035e"), partner("international_community"), Condition::acclaim, Tells::fails},
    // named goods: aid, expertise; early 2000s from block 40, when support was sought from the
    // West
    {claim("000.038c"), partner("west"), Condition::resources, Tells::holds},
    // named good: funds; "development aid organizations" are no partner of the table, the
    // international community is the nearest
    {claim("000.040c"), partner("international_community"), Condition::resources, Tells::holds},
    // presses for pluralism and rights; 2014 from note 24, which documents the same approach;
    // members by membership
    {claim("000.041b"), partner("west"), Condition::regime_affinity, Tells::fails},
    // political and economic; 2014 from note 24
    {claim("000.042a"), partner("west"), Condition::conditionality, Tells::holds},
    // "ideological mismatch" about "views on state management" (42c); 2014 from note 24
    {claim("000.042e"), partner("west"), Condition::regime_affinity, Tells::fails},
    // for the West's funds: with 43f, the "substantial alternative source" that had been absent;
    // not tied to reform (19e); 2010 from 43a
    {claim("000.043d"), partner("west"), Condition::alternative, Tells::holds},
    // named goods: money, infrastructure, factories; 2010 from 43a
    {claim("000.043e"), partner("china"), Condition::resources, Tells::holds},
    // "only because" no other source of substance was there; until 2010 (43a)
    {claim("000.043f"), partner("west"), Condition::alternative, Tells::fails},
    // an agreement of views, told as a motive; 2010 from 43a
    {claim("000.043h"), partner("china"), Condition::regime_affinity, Tells::holds},
    // receives the opposition; not coded for the West, of which it is not offered as an instance
    {claim("000.044c"), partner("osce"), Condition::regime_affinity, Tells::fails},
    // criticises in public; "the international community" of a paragraph on the West is read as the
    // West; told without a date after the act of 2016
    {claim("000.044d"), partner("west"), Condition::regime_affinity, Tells::fails},
    // criticises in public; dated by note 26; not coded for the West, since 44g sets others apart
    {claim("000.044e"), partner("us"), Condition::regime_affinity, Tells::fails},
    // "ideological confrontation"; "still" reaches back to the instances of block 44
    {claim("000.045a"), partner("west"), Condition::regime_affinity, Tells::fails},
    // location and border bear on a security aim of the West (45d); "at the same time" ties it to
    // 45a and so to block 44
    {claim("000.045b"), partner("west"), Condition::geography, Tells::holds},
    // "willing to position itself as": an image; joining alone is no campaign; dated by block 30
    {claim("000.047e"), partner("international_community"), Condition::acclaim, Tells::holds},
};

inline constexpr Coding<Conduct> conduct_000[] = {
    // "submissive" is the word for going along; earliest instance told of China: the lease of 2011
    // (block 22)
    {claim("000.007a"), partner("china"), Conduct::defers, Tells::holds, during("2011/2020")},
    // "submissive" is the word for going along; hedged by "tends to"; 2010 from block 12
    {claim("000.007a"), partner("russia"), Conduct::defers, Tells::holds},
    // goes along with the partner's lead; told of the ties, not of a single act
    {claim("000.017b"), partner("russia"), Conduct::defers, Tells::holds},
    // a tax exemption gives up income; no counterpart is told in the sentence
    {claim("000.020e"), partner("china"), Conduct::cedes, Tells::holds},
    // an exclusive right is given up, for benefits that stayed obscure (21b); dated by note 7
    {claim("000.021a"), partner("china"), Conduct::cedes, Tells::holds},
    // not blocking is going along; 2011 is the earliest dated instance after the cautious
    // beginning (22c)
    {claim("000.022a"), partner("china"), Conduct::defers, Tells::holds},
    // told without dates, between 1996 and "finally, in 2011"
    {claim("000.022e"), partner("china"), Conduct::cedes, Tells::holds},
    // a lease, told as the last of the "territorial concessions"; the title of note 9 says "cedes"
    {claim("000.022f"), partner("china"), Conduct::cedes, Tells::holds},
    // does not stand its ground; told of the relation, not of one act; 2011 from block 22
    {claim("000.026a"), partner("china"), Conduct::defers, Tells::holds, during("2011/2020")},
    // does not stand its ground; told of the relation, not of one act
    {claim("000.026a"), partner("russia"), Conduct::defers, Tells::holds},
    // theme: environment; an aim told as pursued, mid-2000s = 2005~
    {claim("000.028c"), partner("international_community"), Conduct::campaigns, Tells::holds},
    // theme: water; the UN is told as the world audience
    {claim("000.030c"), partner("international_community"), Conduct::campaigns, Tells::holds},
    // theme: water
    {claim("000.030c"), partner("un"), Conduct::campaigns, Tells::holds},
    // theme: water; to host is more than to attend; the forum is not told to be the UN's
    {claim("000.030d"), partner("international_community"), Conduct::campaigns, Tells::holds},
    // theme: climate; a speech before the world's states, listed among the follow-ups of 30e
    {claim("000.030g"), partner("international_community"), Conduct::campaigns, Tells::holds},
    // theme: climate; a conference under a UN convention (note 19)
    {claim("000.030g"), partner("un"), Conduct::campaigns, Tells::holds},
    // theme: water; the initiative may be earlier than the Year of 2013
    {claim("000.030h"), partner("international_community"), Conduct::campaigns, Tells::holds},
    // theme: water; the initiative may be earlier than the Year of 2013
    {claim("000.030h"), partner("un"), Conduct::campaigns, Tells::holds},
    // theme: water, sustainable development; "launching big initiatives", not taking part alone;
    // dated by block 30
    {claim("000.031a"), partner("international_community"), Conduct::campaigns, Tells::holds},
    // told that the campaigning is no longer to be seen
    {claim("000.034b"), partner("international_community"), Conduct::campaigns, Tells::fails},
    // "confining itself only to participation": attendance is told to be all
    {claim("000.035f"), partner("international_community"), Conduct::campaigns, Tells::fails},
    // "does not restrain itself in expressing dissent"; earliest dated instance in block 44
    {claim("000.038e"), partner("west"), Conduct::dissents, Tells::holds},
    // "explicit hostility"; "at the same time" would allow 2010 (43a), the earliest dated instance
    // is of 2016
    {claim("000.044a"), partner("west"), Conduct::dissents, Tells::holds},
    {claim("000.044b"), partner("osce"), Conduct::restricts, Tells::holds},
    // offered as the first instance of hostility towards western partners (44a)
    {claim("000.044b"), partner("west"), Conduct::restricts, Tells::holds},
    // dated by note 26
    {claim("000.044f"), partner("us"), Conduct::dissents, Tells::holds},
    // stands among the instances of hostility towards western partners (44a)
    {claim("000.044f"), partner("west"), Conduct::dissents, Tells::holds},
};

inline constexpr Coding<Determinant> determinants_000[] = {
    // hedged by "seems"; "no longer a key element" is read as no longer in force, as 49a says
    // outright
    {claim("000.035a"), partner("russia"), Determinant::open_door, Tells::fails},
    // "effective only in the early period": in force then; early 2000s from block 40
    {claim("000.035b"), partner("russia"), Determinant::open_door, Tells::holds},
    // proclaimed; early 2000s = 2002~
    {claim("000.040e"), partner("russia"), Determinant::open_door, Tells::holds},
    // "prioritized"; 2010 from 43a
    {claim("000.043g"), partner("china"), Determinant::preferred, Tells::holds},
    // "used the policy"; early 2000s from block 40
    {claim("000.048a"), partner("russia"), Determinant::open_door, Tells::holds},
    // "abandoned multiple-vector policy"; when is not told, so at publication
    {claim("000.049a"), partner("russia"), Determinant::open_door, Tells::fails},
    // "exclusive rapprochement"
    {claim("000.049b"), partner("china"), Determinant::preferred, Tells::holds},
};

inline constexpr Coding<Obligation> obligations_000[] = {
    // told as "Russia-led"; that it is an alliance is in its name; 2010 from the CSTO drill of
    // note 2
    {claim("000.007d"), partner("russia"), Obligation::alliance, Tells::holds},
    // "Today"; back to 2010 by "over the last decade" in the same sentence
    {claim("000.012a"), partner("russia"), Obligation::base, Tells::holds},
    // "regularly"; note 2 is of 2010
    {claim("000.012d"), partner("russia"), Obligation::exercises, Tells::holds},
    // "has been engaged ... in the last couple of years"; that they are joint only the title of
    // note 10 says
    {claim("000.023c"), partner("china"), Obligation::exercises, Tells::holds},
};

/// The partner's reverse need, and dependence turned to account; in the issue area of the claim.
inline constexpr Coding<Leverage> leverages_000[] = {
    {claim("000.013b"), partner("russia"), Leverage::needed_by_partner, Tells::holds},
    // "can bring little"
    {claim("000.015a"), partner("eaeu"), Leverage::needed_by_partner, Tells::fails},
    // after the opposition had been let speak in Warsaw; what is cut is the OSCE's presence, which it wants
    {claim("000.044b"), partner("osce"), Leverage::used_by_state, Tells::holds},
    // "crucial"; why the West gives way (45c, 45e)
    {claim("000.045d"), partner("west"), Leverage::needed_by_partner, Tells::holds},
};

inline constexpr Judgement judgements_000[] = {
    // "decisive element", of all Central Asian states; 9c: Tajikistan is no exception
    {claim("000.009b"), partner("russia"), IssueArea::political, levels(Level::medium, Level::critical)},
    // "has to consult with": a need, of no told size
    {claim("000.011b"), partner("russia"), IssueArea::political, levels(Level::low, Level::critical)},
    // "bulk" is more than half and may be nearly all
    {claim("000.012c"), partner("russia"), IssueArea::arms, levels(Level::medium, Level::critical)},
    // "important": the word sets no upper bound
    {claim("000.016e"), partner("russia"), IssueArea::security, levels(Level::low, Level::critical)},
    // "impossible to reduce": no choice
    {claim("000.016g"), partner("russia"), IssueArea::security, levels(Level::high, Level::critical)},
    // "dependent", without a measure
    {claim("000.016h"), partner("russia"), IssueArea::security, levels(Level::low, Level::critical)},
    // "need", of no told size
    {claim("000.017a"), partner("russia"), IssueArea::security, levels(Level::low, Level::critical)},
    // "key"
    {claim("000.019b"), partner("china"), IssueArea::economy, levels(Level::medium, Level::high)},
    // "important resources that Tajikistan needs": a need, of no told size
    {claim("000.025b"), partner("china"), IssueArea::economy, levels(Level::low, Level::critical)},
    // the same; for Russia the resource told is security (block 17)
    {claim("000.025b"), partner("russia"), IssueArea::security, levels(Level::low, Level::critical)},
    // "major partner", of the Rogun project only
    {claim("000.029c"), partner("russia"), IssueArea::energy, levels(Level::medium, Level::high)},
    // "important role", "valuable"
    {claim("000.038c"), partner("west"), IssueArea::aid, levels(Level::low, Level::medium)},
    // "the main donor"
    {claim("000.043d"), partner("china"), IssueArea::aid, levels(Level::medium, Level::high)},
};

inline constexpr Measurement measurements_000[] = {
    // of foreign debt, stock; the voice is a cited title that reports the minister
    {claim("000.056a"), partner("china"), IssueArea::debt, MeasureRole::share, 0, "external_debt"sv},
};

/// Where the author himself says which mode it is. Of the headings (6, 27, 37), the title and the glosses (1, 5, 28a) no
/// partner is told; a claim that tells a feature is left to that (34b, 35e); 32b is a trend, 36c a forecast.
inline constexpr Coding<Mode> modes_000[] = {
    {claim("000.007g"), partner("china"), Mode::recipient, Tells::holds},
    {claim("000.007g"), partner("russia"), Mode::recipient, Tells::holds},
    // "silent partner": the same category (see the decisions of the theory)
    {claim("000.025a"), partner("china"), Mode::recipient, Tells::holds},
    {claim("000.025a"), partner("russia"), Mode::recipient, Tells::holds},
    {claim("000.028b"), partner("international_community"), Mode::activist, Tells::holds},
    // no dates in the text: from the first to the last act that the section tells of
    {claim("000.034a"), partner("international_community"), Mode::activist, Tells::holds},
    // called the second mode, a slip
    {claim("000.038a"), partner("west"), Mode::protector, Tells::holds},
    {claim("000.039a"), partner("west"), Mode::protector, Tells::holds},
    // the mode as a verb, with the word in quotation marks
    {claim("000.045f"), partner("west"), Mode::protector, Tells::holds},
};

// Considered and not coded, by block:
// 5b: "major partners" of the war years; weighs no dependence, and 199X tells no single year.
// 5f: accommodates its partners; of no partner in particular and of no act, so not `defers`.
// 7b, 23e: "strategic partners", willingness to be so; friendly words.
// 7c, 7e: the CIS and the SCO are told as regional organisations; alliance is coded from the CSTO
//   only.
// 9c, 10b-10e: legacies, training, language; cultural ties are no condition of the codebook. Not
//   expressible.
// 11a: "center": seniority, not a choice, so not `preferred`. 11c: "intuitive" compares Russia
//   with nobody; the same.
// 13a: a shared view of threats is not a shared view of state power. 13c: the need is told, not
//   who meets it (17a tells it).
// 14b, 14c: leverage is no condition. 14d, 14e: what membership would bring; not in force.
// 14g, 16d: slow or no accession is not `restricts`, and nobody is told to have asked for it, so
//   not `defers` told against.
// 16b: the agreement is told without any word on whether Tajikistan objected or gave something up.
// 16g: "impossible to reduce" is a judgement of level; that no other source exists is not told, so
//   not `alternative`.
// 17c: a simile. 19a: "obvious" has no weight.
// 20b-20d, 20f: advantages granted; only the tax exemption is told as income given up.
// 21c: confidence voiced at home, not towards the partner. 22c: caution in talks is not a refusal.
//   22d: a division of disputed land.
// 23b: the assets are protected wherever they are; not `geography`. 23d: China builds the
//   checkpoints, whose guards are not told, so not `guards`.
// 24d, 24e: no common history, culture, language; do not count. 24g: neutrality in general.
// 26b: that it "does not raise an issue" is not that they do not know: no `price_felt` either way. A
//   matter on which the two authors differ all the same.
// 26c: not challenging the legitimacy of the rulers is no view of state power; 25d tells the view.
// 29b: not backed by others is not "has nothing of weight".
// 29d: one good of several withdrawn; arms, protection and the labour market are left.
// 30b, 30f, 47e: taking part; not `campaigns` (47e tells an image and is coded as `acclaim`). 30i:
//   the outcome of the acts.
// 31d, 31e: close work and readiness for standards; no tie of help to reform is told. Respect for
//   standards is not expressible.
// 32a, 32b: trends. 32c, 32d: closure of the regime; an accompanying fact. 33b: of work in the
//   country, not in a global arena.
// 35e: that China gave what activism had given is not told, so not `alternative` of the
//   international community.
// 36a, 36b: needs money; from whom is not told. 34d, 48c: security of the regime as an aim; of the
//   state, no determinant.
// 38d: disagreement on governance alone; the partner's own view is told in 41b and 42e.
// 40b: welcoming is not deferring. 40g, 48b: support for the country from all sides is not
//   `seeks_backing` of the rulers.
// 42d, 43b, 43c: of the regime itself. 43d for the World Bank and the IMF: to be derived, not
//   told.
// 44c, 44e for the West: an episode of a member, not offered as the group's behaviour. 44g, 44h:
//   caution and praise do not tell that the view of state power agrees.
// 45c, 45e: the West adapts and concedes; its reverse need. That the tie to reform is given up is
//   not told.
// 47b-47d: the theory in brief, of no partner by name.
// 49c: a close relation is not the partner of choice. 49d: fewer options is the author's finding;
//   that the leaders know it is not told, so neither `price_felt` nor `manoeuvres`.
// 51 to 60: titles of cited items report; they tell no condition, conduct or obligation. Note 6 is
//   a measurement in another voice.
// `bargains` and `keeps_silent` are told nowhere in this document.

}  // namespace trimode::tables
