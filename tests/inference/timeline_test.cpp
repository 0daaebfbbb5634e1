// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Timeline: episodes, transitions, changes, comparisons and evidence in common, against a question about every single
/// day; for small random datasets of states and acts, and for Tajikistan. What the papers say of the turns, as the
/// claims give it.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
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
        Transition<Label, E> transition{episodes[from], episodes[to], {}};
        const auto before = asked.facts(episodes[from].days.last);
        const auto after = asked.facts(episodes[to].days.first);
        for (const E feature : asked.rules.features()) {
            if (before[feature] != after[feature]) transition.turned.insert(feature);
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
            const std::array<std::size_t, 3> change{i, on(transition.from.days.last), on(transition.to.days.first)};
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
            if (at == transitions.size() || !(transitions[at++] == one)) {
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

std::string first_difference_of_two(std::uint64_t seed) {
    support::Random random(seed);
    Tables tables;
    fill_both(tables, random);
    const Dataset data = tables.dataset();
    const Admission admission = admission_of(random);
    const Asked<Mode, Condition> cause{data, Tables::alpha, three_modes::without_conditionality, admission};
    const Asked<Mode, Conduct> sign{data, Tables::alpha, three_modes::observed, admission};
    const Days within = random_days(random, tables, 100);

    Day next = within.first;
    std::optional<ComparedEpisode<Mode, Condition, Conduct>> before;
    std::string wrong;
    for_each_comparison(data, Tables::alpha, cause.rules, sign.rules, within, admission, [&](const auto& episode) {
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
            if (episode.comparison() != compare(cause.verdict(day), sign.verdict(day))) wrong = "another comparison";
        }
        if (episode.predicted.inferred != inferred_cause || episode.observed.inferred != inferred_sign)
            wrong = "inferred days";
        if (!(episode.predicted.at_first == cause.facts(part.first)) ||
            !(episode.observed.at_last == sign.facts(part.last))) {
            wrong = "facts of " + show(part);
        }
        if (before && before->predicted.verdict == episode.predicted.verdict &&
            before->observed.verdict == episode.observed.verdict && before->predicted.told == episode.predicted.told &&
            before->observed.told == episode.observed.told) {
            wrong = "cut in two before " + show(part);
        }
        before = episode;
        next = part.last + 1;
    });
    if (wrong.empty() && next != within.last + 1) wrong = "ends too early";
    if (wrong.empty()) return {};
    return "seed " + std::to_string(seed) + support::show(tables, tables.conditions) +
           support::show(tables, tables.conduct) + "\n  " + show(within) + ": " + wrong;
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

TEST_CASE("what is compared over time is what is compared on every single day") {
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= 250; ++seed) {
        const std::string difference = first_difference_of_two(seed);
        if (!difference.empty() && ++found <= 3) MESSAGE(difference);
    }
    CHECK(found == 0);
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
    for_each_episode(data, Tables::alpha, empty,
                     [&](const auto& episode) { CHECK(episode.outcome() == Outcome::none); });
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

TEST_CASE("the same after a while of which less is told is no turn") {
    Tables tables{"2020"};
    tables.conduct = {{tables.add(Aspect::state, "2001/2003"), Tables::alpha, Conduct::dissents, Tells::holds, {}},
                      {tables.add(Aspect::state, "2010/2012"), Tables::alpha, Conduct::dissents, Tells::holds, {}}};
    const Dataset data = tables.dataset();
    std::vector<Passage> passages;
    for_each_transition(data, Tables::alpha, three_modes::observed, period("2001/2015"), Admission{.act_window = 0},
                        [&](const Transition<Mode, Conduct>& transition) {
                            passages.push_back(transition.passage());
                            CHECK(transition.turned.empty() == (transition.passage() == Passage::resumed));
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
                 "2019-12-31 2021-01-01 realising_dependence > realising_dependence: -",
                 "2022-02-23 2022-02-24 realising_dependence > carving_space: partner_isolated"}));
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
    CHECK(comparison("russia", "2022-11") == Comparison::differ);
    CHECK(comparison("china", "2015") == Comparison::agree);
}
