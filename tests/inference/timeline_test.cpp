// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Timeline: episodes, transitions, changes, comparisons and evidence in common, against a question about every single
/// day; for small random datasets of states and acts, and for Tajikistan. What the papers say of the turns, as the
/// claims give it.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/defect.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/timeline.hpp>
#include <trimode/report/text.hpp>

#include "support/random_states.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::days;
using support::first_day;
using support::period;
using support::show;
using support::Tables;

std::string show(Days asked) { return show(asked.first) + ".." + show(asked.last); }

// ---- the same, day by day ------------------------------------------------------------------------------------------

/// A question, with everything that it depends on.
template <Named Label, Named E>
struct Asked {
    const Dataset& data;
    PartnerIndex partner;
    const Typology<Label, E>& rules;
    Admission admission;

    [[nodiscard]] Asked strictly() const {
        Asked strict = *this;
        strict.admission.strict = true;
        return strict;
    }
    [[nodiscard]] Verdict<Label> verdict(Day day) const {
        return classify(data, partner, *Date::of_day(day), rules, admission);
    }
    [[nodiscard]] bool told(Day day) const {
        return anything_told(data, partner, *Date::of_day(day), rules, admission);
    }
    [[nodiscard]] Outcome outcome(Day day) const { return verdict(day).outcome(told(day)); }
    [[nodiscard]] Facts<E> facts(Day day) const {
        return trimode::facts(data, data.codings<E>(), partner, {day, day}, admission);
    }
};

/// The episodes of some days from the answers of each: same answer, same episode.
template <Named Label, Named E>
std::vector<Episode<Label, E>> by_days(const Asked<Label, E>& asked, Days within) {
    std::vector<Episode<Label, E>> all;
    for (Day day = within.first; day <= within.last; ++day) {
        const auto verdict = asked.verdict(day);
        const bool told = asked.told(day);
        if (all.empty() || !(all.back().verdict == verdict) || all.back().told != told) {
            all.push_back({{day, day}, verdict, told, 0, asked.facts(day), {}});
        }
        auto& episode = all.back();
        episode.days.last = day;
        episode.at_last = asked.facts(day);
        const auto strict = asked.strictly();
        if (!(strict.verdict(day) == verdict && strict.outcome(day) == verdict.outcome(told))) ++episode.inferred;
    }
    return all;
}

template <Named Label, Named E>
std::vector<Episode<Label, E>> visited(const Asked<Label, E>& asked, Days within) {
    std::vector<Episode<Label, E>> all;
    for_each_episode(asked.data, asked.partner, asked.rules, within, asked.admission,
                     [&](const Episode<Label, E>& episode) { all.push_back(episode); });
    return all;
}

/// Whether all that one says is left open by the other, and the other is not the same.
template <Named Label, Named E>
bool leaves_open(const Episode<Label, E>& wide, const Episode<Label, E>& narrow) {
    bool wider = false;
    for (const Label label : all<Label>()) {
        if (wide.verdict.holds(label) && !narrow.verdict.holds(label)) return false;
        if (!wide.verdict.may_hold(label) && narrow.verdict.may_hold(label)) return false;
        wider = wider || wide.verdict.holds(label) != narrow.verdict.holds(label) ||
                wide.verdict.may_hold(label) != narrow.verdict.may_hold(label);
    }
    return wider || (!wide.told && narrow.told);
}

/// The transitions of some episodes: each goes to the nearest episode that does not leave open the one from which it
/// comes, if all between leave open both; otherwise to the next.
template <Named Label, Named E>
std::vector<Transition<Label, E>> by_episodes(const Asked<Label, E>& asked,
                                              const std::vector<Episode<Label, E>>& episodes) {
    std::vector<Transition<Label, E>> all;
    for (std::size_t from = 0; from + 1 < episodes.size();) {
        std::size_t to = from + 1;
        while (to < episodes.size() && leaves_open(episodes[to], episodes[from])) ++to;
        bool across = to < episodes.size();
        for (std::size_t i = from + 1; across && i < to; ++i) across = leaves_open(episodes[i], episodes[to]);
        if (!across) to = from + 1;
        const Day last = episodes[from].days.last;
        Transition<Label, E> transition{episodes[from], episodes[to], asked.facts(last + 1), {}, 0, 0, false};
        for (const Day day : {last + 1, episodes[to].days.first}) {
            for (const E feature : asked.rules.features()) {
                if (asked.facts(last)[feature] != asked.facts(day)[feature]) transition.turned.insert(feature);
            }
        }
        all.push_back(transition);
        from = to;
    }
    return all;
}

/// Whether the two can be right at once, by trying every set of labels that could turn out to hold.
template <Named Label>
bool can_both_be_right(const Verdict<Label>& one, const Verdict<Label>& other) {
    for (std::uint32_t bits = 0; bits < (std::uint32_t{1} << count<Label>); ++bits) {
        const auto world = Set<Label>::of_bits(bits);
        const auto fits = [world](const Verdict<Label>& verdict) {
            return world.includes(verdict.holding) && verdict.possible.includes(world);
        };
        if (fits(one) && fits(other)) return true;
    }
    return false;
}

template <Named Label, Named E>
std::string wrong_passage(const Transition<Label, E>& transition) {
    const auto& from = transition.from;
    const auto& to = transition.to;
    const bool same = from.verdict == to.verdict && from.told == to.told;
    switch (transition.passage()) {
        case Passage::resumed:
            return same ? "" : "resumed, but not the same";
        case Passage::narrowed:
            return leaves_open(from, to) ? "" : "narrowed, but not left open before";
        case Passage::widened:
            return leaves_open(to, from) ? "" : "widened, but not left open after";
        case Passage::shifted:
        case Passage::turned:
            break;
    }
    if (same || leaves_open(from, to) || leaves_open(to, from)) return "turned or shifted, but it need not have been";
    const bool can = can_both_be_right(from.verdict, to.verdict);
    return can == (transition.passage() == Passage::shifted) ? "" : "turned and shifted mixed up";
}

/// The changes of a transition from the tellings of both days.
template <Named Label, Named E>
std::vector<std::array<std::size_t, 3>> changes_by_tellings(const Asked<Label, E>& asked,
                                                            const Transition<Label, E>& transition) {
    const auto codings = asked.data.template codings<E>();
    std::vector<std::array<std::size_t, 3>> all;
    for (const E feature : transition.turned) {
        for (std::size_t i = 0; i < codings.size(); ++i) {
            const auto on = [&](Day day) {
                std::size_t truth = 0;
                for_each_telling(asked.data, codings, asked.partner, feature, Days{day, day}, asked.admission,
                                 [&](const Telling<E>& telling) {
                                     if (telling.coding == &codings[i]) truth = static_cast<std::size_t>(telling.truth);
                                 });
                return truth;
            };
            const bool again = transition.from.at_last[feature] == transition.to.at_first[feature];
            const Day later = again ? transition.from.days.last + 1 : transition.to.days.first;
            const std::array<std::size_t, 3> change{i, on(transition.from.days.last), on(later)};
            if (change[1] != change[2]) all.push_back(change);
        }
    }
    return all;
}

template <Named Label, Named E>
std::vector<std::array<std::size_t, 3>> changes_visited(const Asked<Label, E>& asked,
                                                        const Transition<Label, E>& transition) {
    const auto codings = asked.data.template codings<E>();
    std::vector<std::array<std::size_t, 3>> all;
    for_each_change(asked.data, asked.partner, transition, asked.admission,
                    [&](const Telling<E>& before, const Telling<E>& after) {
                        CHECK(before.coding == after.coding);
                        CHECK(before.claim == &asked.data.claim(before.coding->claim));
                        CHECK(after.claim == before.claim);
                        all.push_back({static_cast<std::size_t>(before.coding - codings.data()),
                                       static_cast<std::size_t>(before.truth), static_cast<std::size_t>(after.truth)});
                    });
    return all;
}

/// Compares everything over some days with the answers of each. Returns what is wrong; empty when nothing is.
template <Named Label, Named E>
std::string first_difference(const Asked<Label, E>& asked, Days within) {
    const auto expected = by_days(asked, within);
    const auto found = visited(asked, within);
    for (std::size_t i = 0; i < expected.size() || i < found.size(); ++i) {
        if (i == found.size()) return "no episode " + show(expected[i].days);
        if (i == expected.size()) return "one episode too many: " + show(found[i].days);
        if (!(expected[i] == found[i]))
            return "episode " + show(found[i].days) + " instead of " + show(expected[i].days);
    }
    const auto transitions = by_episodes(asked, expected);
    std::size_t at = 0;
    std::string wrong;
    for_each_transition(
        asked.data, asked.partner, asked.rules, within, asked.admission, [&](const Transition<Label, E>& one) {
            if (!wrong.empty()) return;
            const std::string what = "transition " + show(one.last_before()) + ".." + show(one.first_after());
            // Between which days it may lie has tests of its own, below.
            auto same = one;
            same.surely_before = same.surely_after = 0;
            same.about = false;
            if (one.surely_before > one.last_before() || one.surely_after < one.first_after())
                wrong = what + " is surer than told";
            if (at == transitions.size() || !(transitions[at++] == same)) {
                wrong = what + " is none of these days";
                return;
            }
            wrong = wrong_passage(one);
            // Between the two: the episodes of these days, and no others.
            for (const auto& episode : visited(asked, one.between())) {
                if (!leaves_open(episode, one.from) || !leaves_open(episode, one.to))
                    wrong = what + ", and something sure in between";
            }
            if (one.between().empty() != (one.last_before() + 1 == one.first_after()))
                wrong = what + ", days between lost";
            if (changes_visited(asked, one) != changes_by_tellings(asked, one)) wrong = what + ", other changes";
            for (const E feature : one.turned) {
                bool said = false;
                for_each_change(asked.data, asked.partner, one, asked.admission,
                                [&](const Telling<E>& before, const Telling<E>&) {
                                    said = said || before.coding->feature == feature;
                                });
                if (!said) wrong = what + ", and no claim says so";
            }
        });
    if (wrong.empty() && at != transitions.size()) return "a transition is missing";
    return wrong;
}

/// Sometimes a window of no, few, or very many days.
Admission admission_of(support::Random& random) {
    Admission admission = support::random_admission(random);
    if (random.chance(3)) {
        admission.act_window =
            random.pick(std::vector<std::int32_t>{0, 1, 30, 366, 100'000, 2'147'483'647, -1, -2'147'483'647});
    }
    return admission;
}

/// Some days in the years of which random datasets speak, mostly around an end of what one of their claims tells.
Days random_days(support::Random& random, const Tables& tables, std::size_t most) {
    const Period& told = random.pick(tables.claims).period;
    const End& end = random.chance(2) ? told.from : told.to;
    Day first = first_day("2009-11") + static_cast<Day>(random.below(1100));
    if (end.dated() && !random.chance(4)) {
        first =
            (random.chance(2) ? end.date.days().first : end.date.days().last) - static_cast<Day>(random.below(most));
    }
    return {first, first + static_cast<Day>(random.below(most))};
}

template <Named E>
void fill(Tables& tables, const std::vector<Coding<E>>& codings);
template <>
void fill(Tables& tables, const std::vector<Coding<Condition>>& codings) {
    tables.conditions = codings;
}
template <>
void fill(Tables& tables, const std::vector<Coding<Conduct>>& codings) {
    tables.conduct = codings;
}
template <>
void fill(Tables& tables, const std::vector<Coding<Determinant>>& codings) {
    tables.determinants = codings;
}

template <Named Label, Named E>
std::size_t differences(const std::vector<E>& features, const std::vector<const Typology<Label, E>*>& theories,
                        bool corners, std::uint64_t seeds) {
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        support::Random random(seed);
        Tables tables;
        const auto codings = support::random_codings(tables, random, features, {corners, corners});
        fill(tables, codings);
        const Dataset data = tables.dataset();
        const Asked<Label, E> asked{data, random.chance(4) ? Tables::bloc : Tables::alpha, *random.pick(theories),
                                    admission_of(random)};
        const Days within = random_days(random, tables, 100);
        const std::string difference = first_difference(asked, within);
        if (difference.empty()) continue;
        if (++found <= 3) {
            MESSAGE("seed ", seed, support::show(tables, codings), "\n  ", show(within), " strict ",
                    asked.admission.strict, " window ", asked.admission.act_window, ": ", difference);
        }
    }
    return found;
}

constexpr auto needs_both = typology<Stage, Determinant>(
    {{Stage::prioritising, is(Determinant::price_felt) & ~is(Determinant::partner_isolated), ""},
     {Stage::carving_space, is(Determinant::price_felt) | is(Determinant::open_door), ""}});

}  // namespace

TEST_CASE("episodes and transitions of states are those of every single day") {
    const std::vector<Determinant> features{Determinant::price_felt,       Determinant::price_felt,
                                            Determinant::partner_isolated, Determinant::open_door,
                                            Determinant::preferred,        Determinant::seeks_backing};
    const std::vector<const Typology<Stage, Determinant>*> theories{&four_stages::stages, &four_stages::cumulative,
                                                                    &needs_both};
    CHECK(differences(features, theories, false, 250) == 0);
    CHECK(differences(features, theories, true, 150) == 0);
}

TEST_CASE("so are those of conditions, of which one is known by kind") {
    const std::vector<Condition> features{Condition::regime_affinity, Condition::regime_affinity,
                                          Condition::alternative, Condition::conditionality, Condition::acclaim};
    const std::vector<const Typology<Mode, Condition>*> theories{
        &three_modes::predicted, &three_modes::without_conditionality, &three_modes::want_of_options};
    CHECK(differences(features, theories, true, 200) == 0);
}

TEST_CASE("episodes and transitions of acts are those of every single day") {
    const std::vector<Conduct> features{Conduct::dissents, Conduct::dissents, Conduct::defers, Conduct::campaigns};
    const std::vector<const Typology<Mode, Conduct>*> theories{&three_modes::observed};
    CHECK(differences(features, theories, false, 350) == 0);
    CHECK(differences(features, theories, true, 250) == 0);
}

// ---- two routes ----------------------------------------------------------------------------------------------------

namespace {

/// A dataset with conditions and conduct, some from the same claims; some claims stand in several blocks.
void fill_both(Tables& tables, support::Random& random) {
    const std::vector<Conduct> conduct{Conduct::dissents, Conduct::defers, Conduct::campaigns, Conduct::keeps_silent};
    const std::vector<Condition> conditions{Condition::regime_affinity, Condition::conditionality,
                                            Condition::alternative, Condition::resources, Condition::geography};
    for (const auto& row : support::random_codings(tables, random, conduct, {true, true})) {
        if (!random.chance(3)) tables.conduct.push_back(row);
        if (random.chance(2)) {
            tables.conditions.push_back({row.claim, row.partner, random.pick(conditions), row.tells, row.period});
        }
    }
    for (Claim& claim : tables.claims) {
        if (random.chance(3)) claim.last_block = static_cast<std::uint16_t>(claim.block() + 1 + random.below(3));
    }
}

/// The comparison label by label, from what was predicted on the last days, of which the last is the day itself.
Comparison by_labels(std::span<const Verdict<Mode>> predicted, const Verdict<Mode>& seen, bool told) {
    bool missed = false;
    bool unpredicted = false;
    bool any_lately = false;
    bool any_due = false;
    bool any_possible = false;
    for (const Mode label : all<Mode>()) {
        bool lately = false;
        bool throughout = true;
        for (const auto& verdict : predicted) {
            lately = lately || verdict.holds(label);
            throughout = throughout && verdict.holds(label);
            any_possible = any_possible || verdict.may_hold(label);
        }
        any_lately = any_lately || lately;
        any_due = any_due || throughout;
        missed = missed || (throughout && !seen.holds(label));
        unpredicted = unpredicted || (seen.holds(label) && !lately);
    }
    if (!any_lately && any_possible) return Comparison::not_comparable;  // that route is open
    if (seen.holding.empty() && !seen.possible.empty() && !(told && any_due)) return Comparison::not_comparable;
    if (missed) return unpredicted ? Comparison::differ : Comparison::predicted_but_not_seen;
    return unpredicted ? Comparison::seen_but_not_predicted : Comparison::agree;
}

std::string first_difference_of_two(std::uint64_t seed) {
    support::Random random(seed);
    Tables tables;
    fill_both(tables, random);
    const Dataset data = tables.dataset();
    const Admission admission = admission_of(random);
    const Asked<Mode, Condition> cause{data, Tables::alpha, three_modes::without_conditionality, admission};
    const Asked<Mode, Conduct> sign{data, Tables::alpha, three_modes::observed, admission};
    const Days within = random_days(random, tables, 100);
    const Lag lag{random.pick(std::vector<Day>{0, 0, 1, 2, 17, 60, -1, -2'147'483'647})};
    const Day back = lag.days < 0 ? 0 : lag.days;
    std::vector<Verdict<Mode>> predicted;  // from so many days before the first
    for (Day day = within.first - back; day <= within.last; ++day) predicted.push_back(cause.verdict(day));

    Day next = within.first;
    std::optional<ComparedEpisode<Mode, Condition, Conduct>> before;
    std::string wrong;
    const auto visit = [&](const auto& episode) {
        const Days part = episode.days();
        if (part.first != next || part.empty()) wrong = "a gap before " + show(part);
        if (!(episode.observed.days == part) || episode.length() != part.last - part.first + 1)
            wrong = "two times " + show(part);
        Day inferred_cause = 0;
        Day inferred_sign = 0;
        for (Day day = part.first; day <= part.last; ++day) {
            const auto check = [&](const auto& asked, const auto& of_days, Day& inferred) {
                if (!(asked.verdict(day) == of_days.verdict) || asked.told(day) != of_days.told)
                    wrong = "not that of " + show(day);
                const auto strict = asked.strictly();
                const bool same = strict.verdict(day) == of_days.verdict && strict.outcome(day) == of_days.outcome();
                inferred += same ? 0 : 1;
            };
            check(cause, episode.predicted, inferred_cause);
            check(sign, episode.observed, inferred_sign);
            const auto first = static_cast<std::size_t>(day - within.first);
            const std::span lately(predicted.data() + first, static_cast<std::size_t>(back) + 1);
            if (episode.comparison() != by_labels(lately, sign.verdict(day), sign.told(day)))
                wrong = "another comparison on " + show(day);
            if (back == 0 && episode.comparison() != compare(cause.verdict(day), sign.verdict(day), sign.told(day)))
                wrong = "another comparison without a lag";
        }
        if (episode.predicted.inferred != inferred_cause || episode.observed.inferred != inferred_sign)
            wrong = "inferred days";
        if (!(episode.predicted.at_first == cause.facts(part.first)) ||
            !(episode.observed.at_last == sign.facts(part.last))) {
            wrong = "facts of " + show(part);
        }
        if (before && before->predicted.verdict == episode.predicted.verdict &&
            before->observed.verdict == episode.observed.verdict && before->predicted.told == episode.predicted.told &&
            before->observed.told == episode.observed.told && before->expected == episode.expected) {
            wrong = "cut in two before " + show(part);
        }
        before = episode;
        next = part.last + 1;
    };
    for_each_comparison(data, Tables::alpha, cause.rules, sign.rules, within, admission, lag, visit);
    if (wrong.empty() && next != within.last + 1) wrong = "ends too early";
    if (wrong.empty()) return {};
    return "seed " + std::to_string(seed) + support::show(tables, tables.conditions) +
           support::show(tables, tables.conduct) + "\n  " + show(within) + " lag " + std::to_string(lag.days) + ": " +
           wrong;
}

/// On what a route rests, one by one.
struct Rests {
    std::set<std::size_t> claims;
    std::set<std::pair<std::size_t, std::size_t>> blocks;
    std::set<std::size_t> documents;
    std::set<std::string_view> authors;

    [[nodiscard]] EvidenceCount counted() const {
        return {claims.size(), blocks.size(), documents.size(), authors.size()};
    }
};

template <Named Label, Named E>
Rests rests(const Asked<Label, E>& asked, Days within) {
    Rests all;
    for (const E feature : asked.rules.features()) {
        for_each_telling(asked.data, asked.data.template codings<E>(), asked.partner, feature, within, asked.admission,
                         [&](const Telling<E>& telling) {
                             const std::size_t source = telling.claim->source();
                             all.claims.insert(telling.coding->claim.value);
                             for (std::size_t block = 1; block <= asked.data.sources[source].blocks; ++block) {
                                 if (stands_in(*telling.claim, block)) all.blocks.emplace(source, block);
                             }
                             all.documents.insert(source);
                             all.authors.insert(asked.data.sources[source].author);
                         });
    }
    return all;
}

template <class Things>
Things both(const Things& one, const Things& other) {
    Things shared;
    for (const auto& thing : one) {
        if (other.count(thing) != 0) shared.insert(thing);
    }
    return shared;
}

template <Named Label, Named Cause, Named Sign>
Overlap by_sets(const Asked<Label, Cause>& cause, const Asked<Label, Sign>& sign, Days within) {
    const Rests one = rests(cause, within);
    const Rests other = rests(sign, within);
    return {one.counted(), other.counted(),
            Rests{both(one.claims, other.claims), both(one.blocks, other.blocks), both(one.documents, other.documents),
                  both(one.authors, other.authors)}
                .counted()};
}

}  // namespace

TEST_CASE("what is compared over time is what is compared on every single day, with a lag and without") {
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const std::string difference = first_difference_of_two(seed);
        if (!difference.empty() && ++found <= 3) MESSAGE(difference);
    }
    CHECK(found == 0);
}

TEST_CASE(
    "every two verdicts compare as they do label by label, and one that is missed is missed whatever else shows") {
    std::vector<Verdict<Mode>> verdicts;
    for (std::uint32_t holding = 0; holding < 8; ++holding) {
        for (std::uint32_t possible = 0; possible < 8; ++possible) {
            if ((holding & ~possible) == 0)
                verdicts.push_back({Set<Mode>::of_bits(holding), Set<Mode>::of_bits(possible)});
        }
    }
    std::size_t differences = 0;
    for (const auto& predicted : verdicts) {
        for (const auto& seen : verdicts) {
            for (const bool told : {false, true}) {
                const Comparison found = compare(predicted, seen, told);
                if (found != by_labels(std::span(&predicted, 1), seen, told)) ++differences;
                for (const auto& earlier : verdicts) {
                    Expected<Mode> expected(predicted);
                    expected.add(earlier);
                    const std::array both{earlier, predicted};
                    if (compare(expected, seen, told) != by_labels(both, seen, told)) ++differences;
                }
            }
            CHECK(compare(predicted, seen) == compare(predicted, seen, false));
        }
    }
    CHECK(differences == 0);
    // A recipient is predicted. Whether conduct shows nothing but is told of, or shows a protector: the recipient is
    // missed.
    const Verdict<Mode> recipient{{Mode::recipient}, {Mode::recipient}};
    const Verdict<Mode> nothing_yet{{}, all<Mode>()};
    const Verdict<Mode> protector{{Mode::protector}, all<Mode>()};
    CHECK(compare(recipient, nothing_yet, true) == Comparison::predicted_but_not_seen);
    CHECK(compare(recipient, protector, true) == Comparison::differ);
    CHECK(compare(recipient, nothing_yet, false) == Comparison::not_comparable);
    CHECK(compare(nothing_yet, protector, true) == Comparison::not_comparable);
}

TEST_CASE("conduct may take some days to follow conditions that turned") {
    Tables tables{"2020"};
    const auto add = [&](std::string_view when, Condition condition) {
        tables.conditions.push_back({tables.add(Aspect::state, when), Tables::alpha, condition, Tells::holds, {}});
    };
    static constexpr auto causes = typology<Mode, Condition>(
        {{Mode::recipient, is(Condition::resources), ""}, {Mode::protector, ~is(Condition::resources), ""}});
    add("2010-01-01/2010-06-30", Condition::resources);
    tables.conditions.push_back(
        {tables.add(Aspect::state, "2010-07-01/2011-12-31"), Tables::alpha, Condition::resources, Tells::fails, {}});
    const auto act = [&](std::string_view when, Conduct conduct) {
        tables.conduct.push_back({tables.add(Aspect::state, when), Tables::alpha, conduct, Tells::holds, {}});
    };
    act("2010-01-01/2010-07-10", Conduct::defers);
    act("2010-07-21/2011-12-31", Conduct::dissents);
    tables.conduct.push_back(
        {tables.add(Aspect::state, "2010-07-11/2010-07-20"), Tables::alpha, Conduct::restricts, Tells::fails, {}});
    const auto compared = [&](Lag lag) {
        std::vector<std::string> all;
        std::optional<Comparison> last;
        for_each_comparison(tables.dataset(), Tables::alpha, causes, three_modes::observed, period("2010-06/2010-08"),
                            Admission{.act_window = 0}, lag, [&](const auto& episode) {
                                if (last == episode.comparison()) return;
                                last = episode.comparison();
                                all.push_back(show(episode.days().first) + " " + std::string(name(*last)));
                            });
        return all;
    };
    using Lines = std::vector<std::string>;
    CHECK(compared({}) ==
          Lines{"2010-06-01 agree", "2010-07-01 differ", "2010-07-11 predicted_but_not_seen", "2010-07-21 agree"});
    // Ten days: on the first ten after the turn the old conduct still agrees.
    CHECK(compared({10}) == Lines{"2010-06-01 agree", "2010-07-11 predicted_but_not_seen", "2010-07-21 agree"});
    CHECK(compared({9}) ==
          Lines{"2010-06-01 agree", "2010-07-10 differ", "2010-07-11 predicted_but_not_seen", "2010-07-21 agree"});
    // Thirty: the new conduct is not missed before it comes.
    CHECK(compared({30}) == Lines{"2010-06-01 agree", "2010-07-11 not_comparable", "2010-07-21 agree"});
    CHECK(compared({2'147'483'647}) == compared({30}));
    CHECK(compared({-5}) == compared({}));
}

TEST_CASE("the evidence of two routes, counted one by one") {
    std::size_t shared = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        support::Random random(seed);
        Tables tables;
        fill_both(tables, random);
        const Dataset data = tables.dataset();
        const Admission admission = admission_of(random);
        const Days within = random_days(random, tables, 1000);
        const Asked<Mode, Condition> cause{data, Tables::alpha, three_modes::predicted, admission};
        const Asked<Mode, Conduct> sign{data, Tables::alpha, three_modes::observed, admission};
        const Overlap found = overlap(data, Tables::alpha, cause.rules, sign.rules, within, admission);
        CAPTURE(seed);
        CHECK((found == by_sets(cause, sign, within)));
        shared += found.shared.claims;
    }
    CHECK(shared > 50);  // the test would see it if they were not counted
}

// ---- a small case, at compile time and by hand ---------------------------------------------------------------------

namespace {

constexpr Partners everybody{1};
constexpr PartnerIndex alpha{0};
constexpr std::array two_sources{Source{.id = "000_one", .author = "One", .published = Date{2020}, .blocks = 20},
                                 Source{.id = "001_two", .author = "Two", .published = Date{2020}, .blocks = 20}};
constexpr std::array one_partner{Partner{"alpha", "Alpha", PartnerKind::state, "", 0, ""}};
constexpr std::array few_claims{
    Claim{.id = "000.001a",
          .partners = everybody,
          .aspect = Aspect::onset,
          .period = during("2010/.."),
          .statement = "So."},
    Claim{.id = "000.001b", .partners = everybody, .period = during("2000/2018"), .statement = "So."},
    Claim{.id = "001.003a",
          .last_block = 4,
          .partners = everybody,
          .aspect = Aspect::event,
          .period = during("2012-03-05"),
          .statement = "So."},
    Claim{.id = "001.004a", .partners = everybody, .period = during("2000/2018"), .statement = "So."},
};
constexpr std::array few_conditions{
    Coding<Condition>{ClaimIndex{0}, alpha, Condition::alternative, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{1}, alpha, Condition::regime_affinity, Tells::fails, {}},
    Coding<Condition>{ClaimIndex{3}, alpha, Condition::conditionality, Tells::holds, {}},
};
constexpr std::array few_acts{Coding<Conduct>{ClaimIndex{2}, alpha, Conduct::dissents, Tells::holds, {}}};
constexpr Dataset few{.id = "few",
                      .title = "Few",
                      .state = "State",
                      .edition = 1,
                      .time = during("2008/2014"),
                      .sources = two_sources,
                      .sections = {},
                      .partners = one_partner,
                      .memberships = {},
                      .claims = few_claims,
                      .conditions = few_conditions,
                      .conduct = few_acts,
                      .determinants = {},
                      .obligations = {},
                      .judgements = {},
                      .measurements = {},
                      .matters = {},
                      .positions = {},
                      .uncoded = {}};
static_assert(first_defect(few).defect == Defect::none);

constexpr Day day_of(Date date) { return date.days().first; }

/// Before the onset it fails, in its year it is open, after it it holds.
constexpr bool onset_makes_three_episodes() {
    int at = 0;
    bool right = true;
    for_each_episode(few, alpha, three_modes::predicted, [&](const auto& episode) {
        const Verdict<Mode> expected[] = {{{}, {}}, {{}, {Mode::protector}}, {{Mode::protector}, {Mode::protector}}};
        const Days days[] = {{day_of(Date{2008}), day_of(Date{2010}) - 1},
                             Date{2010}.days(),
                             {day_of(Date{2011}), day_of(Date{2015}) - 1}};
        right = right && at < 3 && episode.verdict == expected[at] && episode.days == days[at] && episode.told;
        // Without inference nothing is told of the time before an onset.
        right =
            right && episode.rests_on_inference() == (at == 0) && episode.inferred == (at == 0 ? episode.length() : 0);
        ++at;
    });
    return right && at == 3;
}
static_assert(onset_makes_three_episodes());

constexpr bool and_one_transition() {
    int count = 0;
    bool right = true;
    for_each_transition(few, alpha, three_modes::predicted, [&](const Transition<Mode, Condition>& transition) {
        ++count;
        right = right && transition.last_before() == day_of(Date{2010}) - 1 &&
                transition.first_after() == day_of(Date{2011}) && transition.between() == Date{2010}.days() &&
                transition.turned == Set<Condition>{Condition::alternative} &&
                transition.passage() == Passage::turned &&
                transition.from.at_last[Condition::alternative] == Truth::fails &&
                transition.to.at_first[Condition::alternative] == Truth::holds;
        for_each_change(
            few, alpha, transition, {}, [&](const Telling<Condition>& before, const Telling<Condition>& after) {
                right = right && before.claim->id == "000.001a" && before.truth == Truth::fails &&
                        after.truth == Truth::holds && before.ground == Ground::turn && after.ground == Ground::stated;
            });
    });
    return right && count == 1;
}
static_assert(and_one_transition());

constexpr bool an_act_tells_of_its_day_and_a_window() {
    int at = 0;
    bool right = true;
    for_each_episode(few, alpha, three_modes::observed, during("2012/2013"), Admission{}, [&](const auto& episode) {
        if (at == 1) {
            right = right && episode.verdict.holds(Mode::protector) && episode.days.first == day_of(Date{2012, 3, 5}) &&
                    episode.days.last == day_of(Date{2013, 3, 5}) && episode.inferred == 365;
        } else {
            right = right && episode.outcome() == Outcome::insufficient && !episode.rests_on_inference();
        }
        ++at;
    });
    return right && at == 3;
}
static_assert(an_act_tells_of_its_day_and_a_window());

constexpr bool compared_at_compile_time() {
    int agreeing = 0;
    int parts = 0;
    for_each_comparison(few, alpha, three_modes::predicted, three_modes::observed, [&](const auto& episode) {
        ++parts;
        if (episode.comparison() == Comparison::agree) agreeing += episode.length();
    });
    return parts == 5 && agreeing == 366;
}
static_assert(compared_at_compile_time());

// Two claims of conditions in two documents; the act stands in blocks 3 and 4 of the second, in block 4 with a
// condition.
static_assert(overlap(few, alpha, three_modes::predicted, three_modes::observed) ==
              Overlap{{3, 2, 2, 2}, {1, 2, 1, 1}, {0, 1, 1, 1}});
static_assert(noexcept(overlap(few, alpha, three_modes::predicted, three_modes::observed)));
static_assert(parse<Passage>("narrowed") == Passage::narrowed && name(Passage::resumed) == "resumed");
static_assert(TimeSpan(Date{2010}).days(few) == Date{2010}.days() && TimeSpan(Days{3, 7}).days(few) == Days{3, 7});
static_assert(TimeSpan(during("2012/..")).days(few) == Days{day_of(Date{2012}), day_of(Date{2015}) - 1});

std::size_t episodes_of(const Dataset& data, PartnerIndex partner, const TimeSpan& within,
                        const Admission& admission = {}) {
    std::size_t count = 0;
    for_each_episode(data, partner, three_modes::predicted, within, admission, [&](const auto&) { ++count; });
    return count;
}

}  // namespace

// g++ 12, having run a function at compile time, may leave out some elements of an array that it fills in at run time.
TEST_CASE("what the compiler has computed is computed the same at run time") {
    Tables tables{"2020"};
    for (const std::string_view year : {"2001", "2011"}) {
        const ClaimIndex claim = tables.add(Aspect::state, year);
        for (const Condition condition : all<Condition>()) {
            if (is_known_by_kind(condition)) continue;
            tables.conditions.push_back({claim, Tables::alpha, condition, Tells::holds, {}});
        }
    }
    const Dataset data = tables.dataset();
    std::size_t count = 0;
    for_each_episode(
        data, Tables::alpha, three_modes::predicted, period("2005"), Admission{}, [&](const auto& episode) {
            ++count;
            CHECK((episode.at_first.told_to_hold() == all<Condition>() - Set<Condition>{Condition::global_arena}));
        });
    CHECK(count == 1);
}

TEST_CASE("the times that can be asked about") {
    CHECK(episodes_of(few, alpha, few.time) == 3);
    CHECK(episodes_of(few, alpha, Period{}) == 3);  // as far as the dataset does
    CHECK(episodes_of(few, alpha, support::date("2010")) == 1);
    CHECK(episodes_of(few, alpha, support::date("2010-12-31")) == 1);
    CHECK(episodes_of(few, alpha, days("2009-12-31/2010-01-01")) == 2);
    CHECK(episodes_of(few, alpha, days("2010-12-31/2011-01-01")) == 2);
    CHECK(episodes_of(few, alpha, Days{1, 0}) == 0);
    CHECK(episodes_of(few, alpha, Days{2'147'483'647, -2'147'483'647}) == 0);
    CHECK(episodes_of(few, alpha, period("2018/..")) == 0);  // begins after the dataset's end
    // However far one asks: before 2000 nothing is told of affinity, after 2018 neither, and of nothing after
    // publication.
    CHECK(episodes_of(few, alpha, Days{-2'147'483'647, 2'147'483'647}) == 6);
    std::size_t transitions = 0;
    for_each_transition(few, alpha, three_modes::predicted, Days{1, 0}, Admission{},
                        [&](const auto&) { ++transitions; });
    for_each_transition(few, alpha, three_modes::predicted, support::date("2009"), Admission{},
                        [&](const auto&) { ++transitions; });
    CHECK(transitions == 0);
    for_each_comparison(few, alpha, three_modes::predicted, three_modes::observed, Days{1, 0}, Admission{},
                        [](const auto&) { FAIL("no day"); });
    CHECK((overlap(few, alpha, three_modes::predicted, three_modes::observed, Days{1, 0}) == Overlap{}));
    CHECK((overlap(few, alpha, three_modes::predicted, three_modes::observed, few.time, {.sources = 0}) == Overlap{}));
}

TEST_CASE("a dataset without codings, and rules without labels") {
    const Tables tables{"2020"};
    const Dataset data = tables.dataset();
    std::size_t count = 0;
    for_each_episode(data, Tables::alpha, four_stages::stages, [&](const auto& episode) {
        CHECK(episode.outcome() == Outcome::insufficient);
        CHECK(episode.days == asked_days(data, data.time));
        CHECK_FALSE(episode.rests_on_inference());
        ++count;
    });
    CHECK(count == 1);
    for_each_transition(data, Tables::alpha, four_stages::stages, [](const auto&) { FAIL("nothing turns"); });
    static constexpr Typology<Mode, Condition> empty;
    for_each_episode(data, Tables::alpha, empty, [&](const auto& episode) {
        CHECK(episode.outcome() == Outcome::none);
        CHECK(episode.days == asked_days(data, data.time));
        ++count;
    });
    CHECK(count == 2);
}

TEST_CASE("an act tells as long as its window, and never after publication") {
    const auto last_day_told = [](std::string_view when, std::int32_t window) {
        Tables tables{"2012-06"};
        tables.conduct = {{tables.add(Aspect::event, when), Tables::alpha, Conduct::dissents, Tells::holds, {}}};
        const Dataset data = tables.dataset();
        std::optional<Days> told;
        for_each_episode(data, Tables::alpha, three_modes::observed, data.time, Admission{.act_window = window},
                         [&](const auto& episode) {
                             if (episode.told) told = episode.days;
                         });
        return told ? show(*told) : std::string();
    };
    CHECK(last_day_told("2011-03-05", 10) == "2011-03-05..2011-03-15");
    CHECK(last_day_told("2011-03-05", 0) == "2011-03-05..2011-03-05");
    CHECK(last_day_told("2011-03-05", -5) == "2011-03-05..2011-03-05");
    CHECK(last_day_told("2011-03-05", -2'147'483'647) == "2011-03-05..2011-03-05");
    CHECK(last_day_told("2011-03-05", 365) == "2011-03-05..2012-03-04");
    CHECK(last_day_told("2011-03-05", 2'147'483'647) == "2011-03-05..2012-06-30");
    CHECK(last_day_told("2011", 30) == "2011-01-01..2012-01-30");
    CHECK(last_day_told("2012", 30) == "2012-01-01..2012-06-30");
    CHECK(last_day_told("201X", 30).empty());  // of no single day
}

TEST_CASE("an act that began on a day known only roughly tells from that day on") {
    Tables tables{"2012-06"};
    tables.conduct = {
        {tables.add(Aspect::onset, "2011-03-05~/.."), Tables::alpha, Conduct::dissents, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    std::vector<std::string> told;
    for_each_episode(data, Tables::alpha, three_modes::observed, data.time, Admission{.act_window = 0},
                     [&](const auto& episode) {
                         if (episode.told) told.push_back(show(episode.days) + " " + std::to_string(episode.inferred));
                     });
    CHECK(told == std::vector<std::string>{"2011-03-05..2012-06-30 1"});
}

// ---- between which days a transition may really lie ----------------------------------------------------------------

namespace {

constexpr auto one_feature = typology<Stage, Determinant>({{Stage::prioritising, is(Determinant::price_felt), ""}});

/// A claim of whether the price is felt.
struct Said {
    Aspect aspect;
    Period at;
    Tells tells;
    Basis from = Basis::stated;
    Basis to = Basis::stated;
};

using Turn = Transition<Stage, Determinant>;

void say(Tables& tables, const std::vector<Said>& said) {
    for (const Said& one : said) {
        Claim claim;
        claim.aspect = one.aspect;
        claim.period = one.at;
        claim.from = one.from;
        claim.to = one.to;
        tables.determinants.push_back({tables.add(claim), Tables::alpha, Determinant::price_felt, one.tells, {}});
    }
}

/// Whether some of these claims contradict each other on some day.
bool contradictory(const std::vector<Said>& said) {
    Tables tables{"2020-06-15"};
    say(tables, said);
    const Dataset data = tables.dataset();
    const Days all = asked_days(data, data.time);
    return facts(data, data.determinants, Tables::alpha, all)[Determinant::price_felt] == Truth::contested;
}

/// The transition to the stage in a dataset of these claims, if there is one.
std::optional<Turn> turn_told(const std::vector<Said>& said, bool strict = false,
                              std::string_view published = "2020-06-15") {
    Tables tables{published};
    say(tables, said);
    const Dataset data = tables.dataset();
    std::optional<Turn> found;
    for_each_transition(
        data, Tables::alpha, one_feature, period("1995/2025"), Admission{.strict = strict}, [&](const Turn& turn) {
            if (turn.to.verdict.holds(Stage::prioritising) && !turn.from.verdict.holds(Stage::prioritising))
                found = turn;
        });
    return found;
}

/// "2009-12-31 2010-01-01 in 2009-01-01..2010-12-31 about"
std::string when(const std::optional<Turn>& turn) {
    if (!turn) return "nothing turns";
    return show(turn->last_before()) + " " + show(turn->first_after()) +
           (turn->within().empty() ? "" : " in " + show(turn->within())) + (turn->about ? " about" : "");
}

constexpr Tells no = Tells::fails;
constexpr Tells yes = Tells::holds;

/// A day of a date: its first, its last, or any.
Date some_day(Date date, support::Random& random) {
    const Days all = date.days();
    const auto length = static_cast<std::size_t>(all.last - all.first);
    const Day day = random.chance(3)   ? all.first
                    : random.chance(2) ? all.last
                                       : all.first + static_cast<Day>(random.below(length + 1));
    return *Date::of_day(day);
}

}  // namespace

TEST_CASE("a transition lies between the days that its dates leave open") {
    const auto state = Aspect::state;
    // The sources give the day.
    CHECK(when(turn_told({{state, period("2001/2009-03-04"), no}, {state, period("2009-03-05/2015"), yes}})) ==
          "2009-03-04 2009-03-05");
    CHECK(when(turn_told({{Aspect::onset, period("2009-03-05/.."), yes}})) == "2009-03-04 2009-03-05");
    // They give years: told of each day of them, but the turn is no better known than they are.
    CHECK(when(turn_told({{state, period("2001/2009"), no}, {state, period("2010/2015"), yes}})) ==
          "2009-12-31 2010-01-01 in 2009-01-01..2010-12-31");
    CHECK(when(turn_told({{state, period("2001/2009"), no}, {state, period("2010~/2015"), yes}})) ==
          "2009-12-31 2010-01-01 in 2009-01-01..2010-12-31 about");
    CHECK(when(turn_told({{state, period("2001/2009"), no}, {state, period("2010-01-01/2015"), yes}})) ==
          "2009-12-31 2010-01-01 in 2009-01-01..2009-12-31");
    CHECK(when(turn_told({{state, period("2001/2009-12"), no}, {state, period("2010-01/2015"), yes}})) ==
          "2009-12-31 2010-01-01 in 2009-12-01..2010-01-31");
    // An onset in a year leaves that year open, and no more.
    CHECK(when(turn_told({{Aspect::onset, period("2009/.."), yes}})) ==
          "2008-12-31 2010-01-01 in 2009-01-01..2009-12-31");
    CHECK(when(turn_told({{Aspect::onset, period("2009~/.."), yes}})) ==
          "2008-12-31 2010-01-01 in 2009-01-01..2009-12-31 about");
    // So does what is told of about that year beside it; the onset is no less sure for it.
    CHECK(when(turn_told({{state, period("2009~/"), yes, Basis::inferred}, {Aspect::onset, period("2009/"), yes}})) ==
          "2008-12-31 2009-01-01 in 2009-01-01..2009-12-31");
    // Another who gives the day makes it sure.
    CHECK(when(turn_told({{state, period("2001/2009"), no},
                          {state, period("2001/2009-12-31"), no},
                          {state, period("2010/2015"), yes},
                          {state, period("2010-01-01/2012"), yes}})) == "2009-12-31 2010-01-01");
    // Inferred, to the day: that day, or near it.
    CHECK(when(turn_told({{state, period("2001/2009-03-04"), no},
                          {state, period("2009-03-05/2015"), yes, Basis::inferred}})) == "2009-03-04 2009-03-05 about");
    // Contested until the onset, of which the day is not known.
    CHECK(when(turn_told({{state, period("2010-03/2015"), yes}, {Aspect::onset, period("2011/.."), yes}})) ==
          "2010-02-28 2011-01-01 in 2010-03-01..2011-12-31");
    // Nothing told before: not before the year that is given.
    CHECK(when(turn_told({{state, period("2010/2015"), yes}})) == "2009-12-31 2010-01-01 in 2010-01-01..2010-12-31");
    CHECK(when(turn_told({{state, period("2010-02-03/2015"), yes}})) == "2010-02-02 2010-02-03");
    // Without inference: what is sure of a rough time, and that it may lie before.
    CHECK(when(turn_told({{state, period("2010~/2015"), yes}}, true)) ==
          "2010-12-31 2011-01-01 in 2010-01-01..2010-12-31 about");
    CHECK(when(turn_told({{state, period("200X/2015"), yes}})) == "2009-12-30 2009-12-31 in 2000-01-01..2009-12-31");
    // An undated present begins with its publication, which is known to the month here.
    CHECK(when(turn_told({{state, period("/"), yes}}, false, "2020-06")) ==
          "2020-05-31 2020-06-01 in 2020-06-01..2020-06-30");
}

TEST_CASE("what turned roughly does not count when both verdicts are the same without it") {
    static constexpr auto either = typology<Stage, Determinant>(
        {{Stage::prioritising, is(Determinant::price_felt) | is(Determinant::manoeuvres), ""},
         {Stage::carving_space, ~is(Determinant::price_felt), ""}});
    Tables tables{"2020-06-15"};
    const auto add = [&](std::string_view at, Determinant feature, Tells tells) {
        tables.determinants.push_back({tables.add(Aspect::state, at), Tables::alpha, feature, tells, {}});
    };
    add("2005-01-01/2009-12-31", Determinant::price_felt, no);
    add("2010-01-01/2012-12-31", Determinant::price_felt, yes);
    add("2005/2009", Determinant::manoeuvres, no);
    const auto within = [&] {
        std::optional<Days> found;
        for_each_transition(tables.dataset(), Tables::alpha, either, period("2006/2011"), Admission{},
                            [&](const Turn& turn) { found = turn.within(); });
        return found;
    };
    REQUIRE(within());
    CHECK(show(*within()) == "2009-01-01..2009-12-31");  // without the other feature the stage might have held before
    tables.determinants.pop_back();
    add("2010/2012", Determinant::manoeuvres, yes);
    REQUIRE(within());
    CHECK(within()->empty());  // the price alone makes both verdicts, or nearly: the first has no more to say
}

TEST_CASE("wherever in their years and months the dates lie, the transition lies where it may") {
    const std::vector<std::string_view> ends{"2009", "2009-11", "2009-12-24", "2008", "2009-12"};
    const std::vector<std::string_view> begins{"2010", "2010-03", "2010-01-05", "2011", "2010-01"};
    std::size_t wrong = 0;
    std::size_t wide = 0;
    std::size_t worlds = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        support::Random random(seed);
        std::vector<Said> said;
        for (std::size_t left = 1 + random.below(2); left > 0; --left) {
            said.push_back({Aspect::state, Period(support::date("2001"), support::date(random.pick(ends))), no});
        }
        bool onsets = false;
        for (std::size_t left = 1 + random.below(2); left > 0; --left) {
            const Date date = support::date(random.pick(begins));
            const bool onset = random.chance(3);
            said.push_back(
                {onset ? Aspect::onset : Aspect::state, Period(date, onset ? End::open() : End(support::date("2015"))), yes});
            onsets = onsets || onset;
        }
        const auto rough = turn_told(said);
        REQUIRE(rough);
        CHECK_FALSE(rough->about);
        Day earliest = rough->last_before();
        Day latest = rough->first_after();
        for (int world = 0; world < 60; ++world) {
            auto in_this_world = said;
            const Date one_day = some_day(said.back().at.from.date, random);
            for (Said& one : in_this_world) {
                if (one.tells == no) one.at.to = some_day(one.at.to.date, random);
                if (one.tells == no) continue;
                const bool same = one.at.from.date.days().contains(one_day.days()) && random.chance(2);
                one.at.from = same ? one_day : some_day(one.at.from.date, random);
            }
            if (contradictory(in_this_world)) continue;
            ++worlds;
            const auto turn = turn_told(in_this_world);
            REQUIRE(turn);
            CHECK(turn->to_the_day() == turn->between().empty());
            CHECK(turn->within() == turn->between());
            earliest = std::min(earliest, turn->last_before());
            latest = std::max(latest, turn->first_after());
            if (turn->last_before() >= rough->surely_before && turn->first_after() <= rough->surely_after) continue;
            if (++wrong > 3) continue;
            std::string what = when(rough) + "; in this world " + when(turn);
            for (std::size_t i = 0; i < said.size(); ++i) {
                what += "\n  " + std::string(name(said[i].aspect)) + " " + show(said[i].at) + " " +
                        std::string(name(said[i].tells)) + ", here " + show(in_this_world[i].at);
            }
            MESSAGE(what);
        }
        // And no wider than it must be, but for the day on which a year begins or ends.
        const bool needless = rough->surely_before < earliest - 1 || rough->surely_after > latest + 1;
        if (needless && !onsets) ++wide;
    }
    CHECK(wrong == 0);
    CHECK(wide == 0);
    CHECK(worlds > 5000);
}

TEST_CASE("the same after a while of which less is told is no turn") {
    Tables tables{"2020"};
    tables.conduct = {{tables.add(Aspect::state, "2001/2003"), Tables::alpha, Conduct::dissents, Tells::holds, {}},
                      {tables.add(Aspect::state, "2010/2012"), Tables::alpha, Conduct::dissents, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    std::vector<Passage> passages;
    for_each_transition(data, Tables::alpha, three_modes::observed, period("2001/2015"), Admission{.act_window = 0},
                        [&](const Transition<Mode, Conduct>& transition) {
                            passages.push_back(transition.passage());
                            CHECK((transition.turned == Set<Conduct>{Conduct::dissents}));
                            CHECK(transition.resumes(Conduct::dissents) == (transition.passage() == Passage::resumed));
                            CHECK(transition.told_after(Conduct::dissents) == Truth::unknown);
                            std::vector<Truth> after;
                            for_each_change(data, Tables::alpha, transition, Admission{.act_window = 0},
                                            [&](const auto& before, const auto& now) {
                                                CHECK(before.truth == Truth::holds);
                                                after.push_back(now.truth);
                                            });
                            CHECK(after == std::vector<Truth>{Truth::unknown});
                        });
    CHECK(passages == std::vector<Passage>{Passage::resumed, Passage::widened});
}

// ---- Tajikistan ----------------------------------------------------------------------------------------------------

namespace {

PartnerIndex partner(std::string_view id) { return *find_partner(tajikistan.partners, id); }

/// How many of the days from the first to the last year get another verdict when they are asked about by themselves.
template <Named Label, Named E>
std::size_t other_verdicts(const Asked<Label, E>& asked, Day step) {
    const Days all = asked_days(tajikistan, tajikistan.time);
    std::size_t other = 0;
    Day next = all.first;
    for (const auto& episode : visited(asked, all)) {
        other += episode.days.first == next ? 0U : 1U;
        next = episode.days.last + 1;
        for (Day day = episode.days.first; day <= episode.days.last; day += step) {
            other += asked.verdict(day) == episode.verdict ? 0U : 1U;
        }
        for (const Day day : {episode.days.first, episode.days.last}) {
            other += asked.verdict(day) == episode.verdict && asked.told(day) == episode.told ? 0U : 1U;
        }
    }
    return other + (next == all.last + 1 ? 0U : 1U);
}

template <Named Label, Named E>
std::size_t other_verdicts(std::string_view id, const Typology<Label, E>& rules, const Admission& admission,
                           Day step = 1) {
    return other_verdicts(Asked<Label, E>{tajikistan, partner(id), rules, admission}, step);
}

const Admission strict{.strict = true};

}  // namespace

TEST_CASE("the stages towards Russia on every day from 1991 to 2023") {
    CHECK(other_verdicts("russia", four_stages::stages, {}) == 0);
    CHECK(other_verdicts("russia", four_stages::stages, strict) == 0);
}

TEST_CASE("the modes predicted towards Russia and the West on every day from 1991 to 2023") {
    CHECK(other_verdicts("russia", three_modes::predicted, {}) == 0);
    CHECK(other_verdicts("west", three_modes::predicted, strict) == 0);
}

TEST_CASE("the modes observed towards Russia, China and the UN on every day from 1991 to 2023") {
    CHECK(other_verdicts("russia", three_modes::observed, {}) == 0);
    CHECK(other_verdicts("russia", three_modes::observed, strict) == 0);
    CHECK(other_verdicts("china", three_modes::observed, {.sources = sources_by(tajikistan, "Kluczewska")}) == 0);
    CHECK(other_verdicts("un", three_modes::observed, {}) == 0);
}

TEST_CASE("every partner, every theory and some of the documents, day by day, with some left out") {
    const Day step = 97;
    std::size_t other = 0;
    for (const auto& each : tajikistan.partners) {
        other += other_verdicts(each.id, three_modes::predicted, {}, step);
        other += other_verdicts(each.id, three_modes::observed, {}, step);
        other += other_verdicts(each.id, four_stages::cumulative, {}, step);
    }
    for (const auto& theory : three_modes::variants) other += other_verdicts("us", *theory.rules, {}, step);
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        for (const Admission& admission :
             {Admission{.sources = Sources{1} << i}, Admission{.sources = ~(Sources{1} << i)},
              Admission{.strict = true, .sources = Sources{1} << i}}) {
            other += other_verdicts("russia", three_modes::observed, admission, step);
            other += other_verdicts("osce", three_modes::predicted, admission, step);
        }
    }
    CHECK(other == 0);
}

TEST_CASE("the evidence of Tajikistan's two routes, counted one by one") {
    for (const std::string_view id : {"russia", "china", "west", "international_community", "un", "japan"}) {
        for (const std::string_view time : {"1991/2023", "2011/2020", "2022-06"}) {
            CAPTURE(id);
            const Days within = asked_days(tajikistan, period(time));
            const Asked<Mode, Condition> cause{tajikistan, partner(id), three_modes::predicted, {}};
            const Asked<Mode, Conduct> sign{tajikistan, partner(id), three_modes::observed, {}};
            CHECK((overlap(tajikistan, partner(id), three_modes::predicted, three_modes::observed, within) ==
                   by_sets(cause, sign, within)));
        }
    }
}

namespace {

template <Named Label>
std::string text(const Verdict<Label>& verdict) {
    if (!verdict.holding.empty()) return joined(verdict.holding, "+") + (verdict.settled() ? "" : "?");
    return verdict.possible.empty() ? "none" : "open";
}

/// "1999-12-31 2000-01-01 seeking_support > open"
template <Named Label, Named E>
std::vector<std::string> transitions(std::string_view id, const Typology<Label, E>& rules) {
    std::vector<std::string> all;
    for_each_transition(tajikistan, partner(id), rules, [&](const Transition<Label, E>& transition) {
        all.push_back(show(transition.last_before()) + " " + show(transition.first_after()) + " " +
                      text(transition.from.verdict) + " > " + text(transition.to.verdict) + ": " +
                      joined(transition.turned, " "));
    });
    return all;
}

template <Named Label, Named E>
std::vector<std::string> episodes(std::string_view id, const Typology<Label, E>& rules) {
    std::vector<std::string> all;
    for_each_episode(tajikistan, partner(id), rules, [&](const Episode<Label, E>& episode) {
        all.push_back(show(episode.days) + " " + text(episode.verdict));
    });
    return all;
}

/// As one text, so that a failure shows it.
std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const auto& line : all) text += "\n" + line;
    return text;
}

}  // namespace

// The paper has the 1990s, the 2000s with the open door of 2002, the 2010s, and since the invasion of February 2022.
TEST_CASE("the stages of the paper are the episodes that the claims give") {
    CHECK(
        lines(episodes("russia", four_stages::stages)) ==
        lines({"1991-01-01..1991-12-31 open", "1992-01-01..1999-12-31 seeking_support", "2000-01-01..2001-12-31 open",
               "2002-01-01..2009-12-31 prioritising", "2010-01-01..2019-12-31 realising_dependence",
               "2020-01-01..2020-12-31 realising_dependence?",  // that year another author says that the doors are shut
               "2021-01-01..2022-02-23 realising_dependence", "2022-02-24..2023-12-31 carving_space"}));
    CHECK(lines(transitions("russia", four_stages::stages)) ==
          lines({"1991-12-31 1992-01-01 open > seeking_support: seeks_backing",
                 "1999-12-31 2000-01-01 seeking_support > open: seeks_backing preferred",
                 "2001-12-31 2002-01-01 open > prioritising: open_door",
                 "2009-12-31 2010-01-01 prioritising > realising_dependence: preferred price_felt",
                 "2019-12-31 2021-01-01 realising_dependence > realising_dependence: open_door",
                 "2022-02-23 2022-02-24 realising_dependence > carving_space: partner_isolated"}));
}

// The open door is dated to 2002 by all who date it, the 2010s to their years; the day of the invasion is inferred.
TEST_CASE("the stages of the paper turn at times that are known as well as the papers give them") {
    std::vector<std::string> all;
    std::set<std::string> shut;
    for_each_transition(tajikistan, partner("russia"), four_stages::stages, [&](const Turn& turn) {
        all.push_back(when(turn));
        if (turn.passage() != Passage::resumed) return;
        for_each_change(tajikistan, partner("russia"), turn, {},
                        [&](const Telling<Determinant>& before, const Telling<Determinant>& after) {
                            CHECK(before.coding->feature == Determinant::open_door);
                            if (after.truth == Truth::fails) shut.emplace(before.claim->id);
                        });
    });
    CHECK(lines(all) ==
          lines({"1991-12-31 1992-01-01 in 1992-01-01..1992-12-31 about",
                 "1999-12-31 2000-01-01 in 1999-01-01..1999-12-31", "2001-12-31 2002-01-01 in 2002-01-01..2002-12-31",
                 "2009-12-31 2010-01-01 in 2009-01-01..2010-12-31 about",
                 "2019-12-31 2021-01-01 in 2020-01-01..2020-12-31", "2022-02-23 2022-02-24 about"}));
    CHECK(shut == std::set<std::string>{"000.035a", "000.049a"});
}

// The paper: cooperation was smooth until 2010, when another donor came; the West then meets a protector.
TEST_CASE("the West's predicted protector appears in 2010, at a time not known to the day") {
    CHECK(lines(transitions("west", three_modes::predicted)) ==
          lines({"1999-12-31 2000-01-01 open > none: resources regime_affinity conditionality",
                 "2009-12-31 2011-01-01 none > protector: alternative",
                 "2020-12-31 2021-01-01 protector > open: geography regime_affinity"}));
    std::set<std::string> claims;
    for_each_transition(
        tajikistan, partner("west"), three_modes::predicted, [&](const Transition<Mode, Condition>& transition) {
            if (!transition.to.verdict.holds(Mode::protector)) return;
            CHECK(show(transition.between()) == "2010-01-01..2010-12-31");
            CHECK(transition.passage() == Passage::turned);
            for_each_change(
                tajikistan, partner("west"), transition, {},
                [&](const Telling<Condition>& before, const Telling<Condition>&) { claims.emplace(before.claim->id); });
        });
    CHECK(claims == std::set<std::string>{"000.043d", "000.043f"});
    CHECK(lines(transitions("west", three_modes::observed)) ==
          lines({"1999-12-31 2000-01-01 open > recipient?: defers",
                 "2010-12-31 2016-01-01 recipient? > protector?: defers dissents restricts",
                 "2020-12-31 2021-01-01 protector? > open: dissents"}));
}

// The paper: China as main donor and a silent recipient; the activist of the 2000s, whose importance fell from early
// 2010.
TEST_CASE("the other modes of the paper, as the claims give them") {
    CHECK(lines(transitions("china", three_modes::predicted)) ==
          lines({"2007-12-31 2010-01-01 open > recipient: resources geography regime_affinity conditionality",
                 "2020-12-31 2021-01-01 recipient > open: resources regime_affinity",
                 "2022-12-31 2023-01-01 open > open: conditionality"}));
    CHECK(lines(transitions("china", three_modes::observed)) ==
          lines({"1995-12-31 1996-01-01 open > recipient?: cedes",
                 "2020-12-31 2021-01-01 recipient? > open: defers cedes"}));
    CHECK(lines(transitions("russia", three_modes::predicted)) ==
          lines({"2009-12-31 2010-01-01 open > recipient: geography conditionality"}));
    CHECK(lines(transitions("international_community", three_modes::observed)) ==
          lines({"2002-12-31 2003-01-01 open > activist?: campaigns",
                 "2009-12-31 2015-01-01 activist? > open: campaigns", "2020-12-31 2021-01-01 open > open: campaigns"}));
}

// Where the theory and the record part: the West of the 2000s was complied with, and nothing predicts it; the Russia of
// late 2022 was reproached, and a recipient is predicted.
TEST_CASE("where conduct and conditions part") {
    const auto comparison = [](std::string_view id, std::string_view when) {
        std::optional<Comparison> found;
        for_each_comparison(tajikistan, partner(id), three_modes::predicted, three_modes::observed, period(when),
                            Admission{}, [&](const auto& episode) {
                                CHECK_FALSE(found.has_value());
                                found = episode.comparison();
                            });
        return found;
    };
    CHECK(comparison("west", "2005") == Comparison::seen_but_not_predicted);
    CHECK(comparison("west", "2013") == Comparison::not_comparable);
    CHECK(comparison("west", "2018") == Comparison::agree);
    CHECK(comparison("russia", "2015") == Comparison::agree);
    CHECK(comparison("russia", "2022-03") == Comparison::predicted_but_not_seen);
    CHECK(comparison("russia", "2022-11") == Comparison::differ);
    CHECK(comparison("china", "2015") == Comparison::agree);
}
