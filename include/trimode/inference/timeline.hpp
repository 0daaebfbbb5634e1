// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Timeline: since when a verdict stands, when and why it turned, and how conduct compares with conditions over time.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <trimode/base/facts.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

template <Named Label, Named E>
struct Transition;

// ---- episodes ------------------------------------------------------------------------------------------------------

/// Days in a row on each of which the verdict on a partner is the same, when that single day is asked about.
template <Named Label, Named E>
struct Episode {
    Days days{};               ///< From its first to its last day, both included.
    Verdict<Label> verdict{};  ///< That of each of its days.
    bool told = false;         ///< Whether on its days anything is told, as `anything_told` has it.
    /// On how many of its days the verdict is another, or has another outcome, when nothing is inferred. Unit: days.
    /// Range: 0 to all of them; always 0 when the admission is strict.
    Day inferred = 0;
    Facts<E> at_first{};  ///< What is told of its first day.
    Facts<E> at_last{};   ///< What is told of its last day; it may differ, where the verdict is the same all the same.

    /// Unit: days. Range: from 1 on.
    [[nodiscard]] constexpr Day length() const noexcept { return days.last - days.first + 1; }
    /// The verdict in one word.
    [[nodiscard]] constexpr Outcome outcome() const noexcept { return verdict.outcome(told); }
    /// Whether it rests on inference on some of its days.
    [[nodiscard]] constexpr bool rests_on_inference() const noexcept { return inferred != 0; }
    [[nodiscard]] friend constexpr bool operator==(const Episode&, const Episode&) noexcept = default;
};

/// How long conduct may take to follow conditions that turned; see `Expected`.
struct Lag {
    Day days = 0;  ///< Unit: days. By default none; a negative number is none.
};

/// Two routes over the same days: on each of these days the verdict of either is the same, and what is expected too.
template <Named Label, Named Cause, Named Sign>
struct ComparedEpisode {
    Episode<Label, Cause> predicted{};
    Episode<Label, Sign> observed{};
    Expected<Label> expected{};  ///< By what was predicted on each of its days and, with a lag, on the days before.

    [[nodiscard]] constexpr Days days() const noexcept { return predicted.days; }
    /// Unit: days. Range: from 1 on.
    [[nodiscard]] constexpr Day length() const noexcept { return predicted.length(); }
    /// How what is seen compares with what is predicted.
    [[nodiscard]] constexpr Comparison comparison() const noexcept {
        return compare(expected, observed.verdict, observed.told);
    }
    [[nodiscard]] friend constexpr bool operator==(const ComparedEpisode&, const ComparedEpisode&) noexcept = default;
};

namespace detail {

/// Whether the days of one part go on into those of the next.
template <Named Label, Named E>
[[nodiscard]] constexpr bool same_verdicts(const Episode<Label, E>& part, const Episode<Label, E>& next) noexcept {
    return part.verdict == next.verdict && part.told == next.told;
}
template <Named Label, Named E>
[[nodiscard]] constexpr Day last_day_of(const Episode<Label, E>& part) noexcept {
    return part.days.last;
}
template <Named Label, Named E>
constexpr void append_part(Episode<Label, E>& episode, const Episode<Label, E>& part) noexcept {
    episode.days.last = part.days.last;
    episode.inferred += part.inferred;
    episode.at_last = part.at_last;
}

template <Named Label, Named Cause, Named Sign>
[[nodiscard]] constexpr bool same_verdicts(const ComparedEpisode<Label, Cause, Sign>& part,
                                           const ComparedEpisode<Label, Cause, Sign>& next) noexcept {
    return same_verdicts(part.predicted, next.predicted) && same_verdicts(part.observed, next.observed) &&
           part.expected == next.expected;
}
template <Named Label, Named Cause, Named Sign>
[[nodiscard]] constexpr Day last_day_of(const ComparedEpisode<Label, Cause, Sign>& part) noexcept {
    return part.days().last;
}
template <Named Label, Named Cause, Named Sign>
constexpr void append_part(ComparedEpisode<Label, Cause, Sign>& episode,
                           const ComparedEpisode<Label, Cause, Sign>& part) noexcept {
    append_part(episode.predicted, part.predicted);
    append_part(episode.observed, part.observed);
}

/// Days on which something is told, and the dates at which they begin and end.
struct DatedDays {
    Days days = no_days;
    Edge begins{};
    Edge ends{};

    /// More days behind them, of which the end is as well known as it was before.
    constexpr void extend(Days more) noexcept {
        if (more.empty()) return;
        const Day by = more.last - days.last;
        days.last += by;
        ends.named.first += by;
        ends.named.last += by;
    }
    /// The last day on which it is told wherever its end lies, and the first on which it is told wherever its beginning
    /// does.
    [[nodiscard]] constexpr Day sure_last() const noexcept {
        return ends.rough() ? earlier(days.last, ends.named.first - 1) : days.last;
    }
    [[nodiscard]] constexpr Day sure_first() const noexcept {
        return begins.rough() ? later(days.first, begins.named.last + 1) : days.first;
    }
    /// The last day before it, wherever its beginning lies, and the first day after it, wherever its end does.
    [[nodiscard]] constexpr Day sure_before() const noexcept {
        return begins.rough() ? earlier(days.first, begins.named.first) - 1 : days.first - 1;
    }
    [[nodiscard]] constexpr Day sure_after() const noexcept {
        return ends.rough() ? later(days.last, ends.named.last) + 1 : days.last + 1;
    }
};

/// Where the time before an onset or end ends: with it, or with the membership or the publication before it.
[[nodiscard]] constexpr Edge before_ends(const Bearing& row) noexcept {
    if (row.time.before.last + 1 == row.time.turn.named.first) return row.time.turn;
    return row.time.before.last == row.member.last ? row.leaves : Edge{{row.time.before.last, row.time.before.last}};
}

/// A day up to which, or from which on, something is sure.
struct SureDay {
    bool known = false;
    Day day = 0;
    bool near_only = false;  ///< The date that says so is only near it, or inferred.

    /// The one that is sure on more days counts; of two days that are the same, the one that is stated.
    constexpr void consider(Day other, bool near_other, bool until) noexcept {
        const bool better = !known || (until ? other > day : other < day) || (other == day && near_only && !near_other);
        if (better) *this = {true, other, near_other};
    }
};

/// The same for what is told either way.
struct SureDays {
    SureDay holds{};
    SureDay fails{};
    [[nodiscard]] constexpr SureDay& of(Truth told) noexcept { return told == Truth::holds ? holds : fails; }
};

/// How surely a feature is told one thing until a day and another from a later day on: by whatever makes either surest.
class RoughTurn {
public:
    constexpr RoughTurn(Truth before, Day last, Truth after, Day first) noexcept
        : before_(before), after_(after), last_(last), first_(first) {}

    SureDay old_truth{};  ///< Until when it is sure,
    SureDay new_truth{};  ///< and from when on.

    /// Takes into account that some days are told one way.
    constexpr void consider(Truth told, const DatedDays& at) noexcept {
        if (at.days.empty()) return;
        const bool begun = at.days.first <= last_;
        const bool goes_on = at.days.last >= first_;
        if (begun && (before_ | told) == before_) {
            until_.of(told).consider(goes_on ? last_ : at.sure_last(), !goes_on && at.ends.near_only, true);
            told_before_ = told_before_ || at.days.contains(last_);
        }
        if (goes_on && (after_ | told) == after_) {
            since_.of(told).consider(begun ? first_ : at.sure_first(), !begun && at.begins.near_only, false);
            told_after_ = told_after_ || at.days.contains(first_);
            since_told_.of(told).consider(at.days.first, false, false);
        }
        if (!begun && at.days.first <= first_) starts_.consider(at.sure_before(), at.begins.near_only, true);
        if (!goes_on && at.days.last >= last_) {
            stops_.consider(at.sure_after(), at.ends.near_only, false);
            last_told_.of(told).consider(at.days.last, false, true);
            gone_.of(told).consider(at.sure_after(), at.ends.near_only, true);
        }
    }

    /// Both days, from all that was considered.
    [[nodiscard]] constexpr RoughTurn settle() const noexcept {
        RoughTurn turn = *this;
        turn.old_truth = both(until_, told_before_, starts_, last_, true);
        turn.new_truth = both(since_, told_after_, stops_, first_, false);
        // What was contested is settled when the one way is told no longer.
        const SureDay begins = turn.since_told_.of(after_);
        const SureDay lasted = turn.last_told_.of(opposite(after_));
        const SureDay gone = turn.gone_.of(opposite(after_));
        if (trimode::settled(after_) && begins.known && lasted.known && begins.day <= lasted.day) {
            turn.new_truth.day = later(turn.new_truth.day, gone.day);
            turn.new_truth.near_only = turn.new_truth.near_only || gone.near_only;
        }
        return turn;
    }
    [[nodiscard]] constexpr bool about() const noexcept { return old_truth.near_only || new_truth.near_only; }

private:
    /// What is contested is as sure as the less sure of the two ways. Of what is told by nobody the other side says
    /// how far it reaches; and what only lies between two tellings is no rough date.
    [[nodiscard]] static constexpr SureDay both(const SureDays& ways, bool told, const SureDay& other, Day day,
                                                bool until) noexcept {
        SureDay sure{true, day, false};
        const auto take = [&sure, until](const SureDay& way) {
            if (!way.known) return;
            sure.day = until ? earlier(sure.day, way.day) : later(sure.day, way.day);
            sure.near_only = sure.near_only || way.near_only;
        };
        if (told) {
            take(ways.holds);
            take(ways.fails);
        } else if (!ways.holds.known && !ways.fails.known) {
            take(other);
        }
        return sure;
    }

    Truth before_;
    Truth after_;
    Day last_;
    Day first_;
    SureDays until_{};
    SureDays since_{};
    SureDays since_told_{};  ///< Of what is told on the later day: since when it is,
    SureDays last_told_{};   ///< of what stops before it: until when,
    SureDays gone_{};        ///< and from when on it surely is not any more.
    SureDay starts_{};
    SureDay stops_{};
    bool told_before_ = false;
    bool told_after_ = false;
};

/// A partner asked about day by day, under one theory. It remembers the last answer, so that to ask about the same days
/// again costs nothing.
template <Named Label, Named E>
class DailyRoute {
public:
    constexpr DailyRoute(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                         const Typology<Label, E>& rules, const Admission& admission) noexcept
        : data_(data), codings_(codings), partner_(partner), rules_(rules), admission_(admission) {}

    [[nodiscard]] constexpr Set<E> features() const noexcept { return rules_.features(); }

    /// The days from the first of these on which nothing told changes, and the verdict on them.
    [[nodiscard]] constexpr Episode<Label, E> part(Days within) noexcept {
        if (!part_.days.contains(within.first)) part_ = part_from(within.first);
        Episode<Label, E> part = part_;
        part.days = {within.first, earlier(part_.days.last, within.last)};
        part.inferred = part_.inferred == 0 ? 0 : part.length();
        return part;
    }

    /// Between which days a transition may really lie, by the dates on which it rests. What turned roughly, but without
    /// which both verdicts are the same, does not count.
    constexpr void tell_how_surely(Transition<Label, E>& found) const noexcept {
        found.surely_before = found.last_before();
        found.surely_after = found.first_after();
        const bool same = found.from.verdict == found.to.verdict;
        Facts<E> before = found.from.at_last;
        Facts<E> after = found.to.at_first;
        for (const E feature : found.turned) {
            if (before[feature] == after[feature]) continue;
            const RoughTurn turn = turn_of(feature, found);
            if (turn.old_truth.day == found.last_before() && turn.new_truth.day == found.first_after() && !turn.about())
                continue;
            const Facts<E> less_before = Facts<E>(before).set(feature, Truth::unknown);
            const Facts<E> less_after = Facts<E>(after).set(feature, Truth::unknown);
            if (!same && classify(less_before, rules_) == found.from.verdict &&
                classify(less_after, rules_) == found.to.verdict) {
                before = less_before;
                after = less_after;
                continue;
            }
            found.surely_before = earlier(found.surely_before, turn.old_truth.day);
            found.surely_after = later(found.surely_after, turn.new_truth.day);
            found.about = found.about || turn.about();
        }
    }

private:
    /// From one truth of a feature to the next, by what tells of it.
    [[nodiscard]] constexpr RoughTurn turn_of(E feature, const Transition<Label, E>& found) const noexcept {
        RoughTurn turn(found.from.at_last[feature], found.last_before(), found.to.at_first[feature],
                       found.first_after());
        for (const Coding<E>& coding : codings_) {
            if (coding.feature != feature) continue;
            const Bearing row = bearing(data_, coding, partner_, admission_);
            if (!row.bears) continue;
            const bool holds = coding.tells == Tells::holds;
            DatedDays told{row.time.told, row.time.begins, row.time.ends};
            if constexpr (is_act<E>) {
                // Of an event of some day of a longer time nothing is stated of any day of it.
                const bool event = data_.claim(coding.claim).aspect == Aspect::event;
                if (admission_.strict && event && row.time.named.first != row.time.named.last) continue;
                if (!admission_.strict) told.extend(window_after(row.time, admission_, published(coding)));
            } else {
                turn.consider(tells(!holds), {row.time.before, row.joins, before_ends(row)});
            }
            turn.consider(tells(holds), told);
        }
        return turn.settle();
    }
    [[nodiscard]] constexpr Day published(const Coding<E>& coding) const noexcept {
        return data_.source(data_.claim(coding.claim)).published.days().last;
    }
    [[nodiscard]] constexpr Episode<Label, E> part_from(Day day) const noexcept {
        Episode<Label, E> part = on(day, admission_);
        part.days = {day, next_edge(data_, codings_, partner_, day, admission_) - 1};
        if (admission_.strict) return part;
        Admission strict = admission_;
        strict.strict = true;
        part.days.last = earlier(part.days.last, next_edge(data_, codings_, partner_, day, strict) - 1);
        const Episode<Label, E> sure = on(day, strict);
        const bool same = sure.verdict == part.verdict && sure.outcome() == part.outcome();
        part.inferred = same ? 0 : part.length();
        return part;
    }
    [[nodiscard]] constexpr Episode<Label, E> on(Day day, const Admission& believed) const noexcept {
        Episode<Label, E> episode;
        episode.at_first = episode.at_last = facts_of_part(data_, codings_, partner_, {day, day}, believed);
        episode.verdict = classify(episode.at_first, rules_);
        episode.told = tell_anything(episode.at_first, rules_);
        return episode;
    }

    const Dataset& data_;
    RowSpan<Coding<E>> codings_;
    PartnerIndex partner_;
    const Typology<Label, E>& rules_;
    const Admission& admission_;
    Episode<Label, E> part_{.days = no_days};
};

/// Two routes asked about day by day.
template <Named Label, Named Cause, Named Sign>
struct DailyComparison {
    DailyRoute<Label, Cause> predicted;
    DailyRoute<Label, Sign> observed;
    DailyRoute<Label, Cause> before;  ///< The same as `predicted`, asked about the days of the lag.
    Lag lag{};

    [[nodiscard]] constexpr ComparedEpisode<Label, Cause, Sign> part(Days within) noexcept {
        const auto cause = predicted.part(within);
        Days same{within.first, cause.days.last};
        Expected<Label> expected(cause.verdict);
        const Day back = later(0, earlier(lag.days, far_future - far_past));
        for (Days left{later(far_past, within.first - back), within.first - 1}; !left.empty();) {
            const auto part = before.part(left);
            // Until the last of the days on which it was predicted is gone.
            if (!(part.verdict == cause.verdict)) same.last = earlier(same.last, part.days.last + back);
            expected.add(part.verdict);
            left.first = part.days.last + 1;
        }
        const auto sign = observed.part(same);
        return {predicted.part(sign.days), sign, expected};
    }
};

/// The longest episode that begins on the first of these days.
template <class Route>
[[nodiscard]] constexpr auto first_episode(Route& route, Days within) noexcept {
    auto episode = route.part(within);
    while (last_day_of(episode) < within.last) {
        const auto part = route.part({last_day_of(episode) + 1, within.last});
        if (!same_verdicts(episode, part)) break;
        append_part(episode, part);
    }
    return episode;
}

template <class Route, class Visit>
constexpr void visit_episodes(Route&& route, Days within, Visit&& visit) {
    for (Days left = within; !left.empty();) {
        const auto episode = first_episode(route, left);
        left.first = last_day_of(episode) + 1;
        visit(episode);
    }
}

}  // namespace detail

/// A time asked about: days, or a date or period of which an open end reaches as far as the dataset does.
class TimeSpan {
public:
    constexpr TimeSpan(Days days) noexcept : days_(days) {}
    constexpr TimeSpan(const Period& period) noexcept : period_(period), by_days_(false) {}
    constexpr TimeSpan(Date date) noexcept : TimeSpan(Period(date)) {}

    /// Its days, as far as any can be told of. None when it begins beyond the end of the dataset.
    [[nodiscard]] constexpr Days days(const Dataset& data) const noexcept {
        const Days asked = by_days_ ? days_ : asked_days(data, period_);
        return {detail::later(asked.first, detail::far_past), detail::earlier(asked.last, detail::far_future - 1)};
    }

private:
    Days days_{};
    Period period_{};
    bool by_days_ = true;
};

/// Calls `visit(Episode<Label, E>)` for each of the longest stretches of days on which the verdict on a partner, and
/// whether anything is told, stays the same, in order; together they are the days asked about. The verdict on a day is
/// that of `classify(data, partner, day, ...)`. So an act that is dated to the day tells of that day, and what is told
/// to have gone on for a while of the days of which this is stated; days near which an act lies, such as those of a
/// year of which no day is given, and the window after it, are told of by inference.
/// Cost: days on which anything told changes, times codings, four times over unless strict; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_episode(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                const Typology<Label, E>& rules, const TimeSpan& within, const Admission& admission,
                                Visit&& visit) {
    detail::visit_episodes(detail::DailyRoute<Label, E>(data, codings, partner, rules, admission), within.days(data),
                           visit);
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Visit>
constexpr void for_each_episode(const Dataset& data, PartnerIndex partner, const Typology<Label, E>& rules,
                                const TimeSpan& within, const Admission& admission, Visit&& visit) {
    for_each_episode(data, data.codings<E>(), partner, rules, within, admission, visit);
}

/// The same over the time of the dataset.
template <Named Label, Named E, class Visit>
constexpr void for_each_episode(const Dataset& data, PartnerIndex partner, const Typology<Label, E>& rules,
                                Visit&& visit) {
    for_each_episode(data, partner, rules, data.time, Admission{}, visit);
}

/// Calls `visit(ComparedEpisode<Label, Cause, Sign>)` for each of the longest stretches of days on which neither the
/// verdict of the one route nor that of the other changes, nor what is expected, in order.
/// Cost: that of the episodes of both, and with a lag of the parts of its days as often; no allocation.
/// @param lag  For so many days after a turn conduct that fits what was predicted before it agrees all the same, and
///             conduct that fits what is predicted since is not missed yet. It looks back before the days asked about.
template <Named Label, Named Cause, Named Sign, class Visit>
constexpr void for_each_comparison(const Dataset& data, PartnerIndex partner, const Typology<Label, Cause>& predicted,
                                   const Typology<Label, Sign>& observed, const TimeSpan& within,
                                   const Admission& admission, Lag lag, Visit&& visit) {
    const detail::DailyRoute<Label, Cause> causes(data, data.codings<Cause>(), partner, predicted, admission);
    detail::visit_episodes(
        detail::DailyComparison<Label, Cause, Sign>{
            causes, {data, data.codings<Sign>(), partner, observed, admission}, causes, lag},
        within.days(data), visit);
}

/// The same without a lag.
template <Named Label, Named Cause, Named Sign, class Visit>
constexpr void for_each_comparison(const Dataset& data, PartnerIndex partner, const Typology<Label, Cause>& predicted,
                                   const Typology<Label, Sign>& observed, const TimeSpan& within,
                                   const Admission& admission, Visit&& visit) {
    for_each_comparison(data, partner, predicted, observed, within, admission, Lag{}, visit);
}

/// The same over the time of the dataset.
template <Named Label, Named Cause, Named Sign, class Visit>
constexpr void for_each_comparison(const Dataset& data, PartnerIndex partner, const Typology<Label, Cause>& predicted,
                                   const Typology<Label, Sign>& observed, Visit&& visit) {
    for_each_comparison(data, partner, predicted, observed, data.time, Admission{}, visit);
}

// ---- transitions ---------------------------------------------------------------------------------------------------

/// What happens from one verdict to the next.
enum class Passage : std::uint8_t {
    turned,    ///< The two cannot both be right: something turned in between.
    shifted,   ///< They do not exclude each other, and each leaves open what the other does not.
    narrowed,  ///< More is told, and nothing need have turned: the old verdict left the new one possible.
    widened,   ///< Less is told: the new verdict leaves the old one possible.
    resumed,   ///< The same as before, after days of which less is told.
};

/// The spellings of Passage.
consteval auto names_of(Passage) { return names<Passage>("turned", "shifted", "narrowed", "widened", "resumed"); }

namespace detail {

/// Whether one verdict leaves open all that the other does, and holds for certain no more; of two that are equal, which
/// of them is told.
template <Named Label, Named E>
[[nodiscard]] constexpr bool at_least_as_open(const Episode<Label, E>& wide, const Episode<Label, E>& narrow) noexcept {
    if (wide.verdict == narrow.verdict) return narrow.told || !wide.told;
    return narrow.verdict.holding.includes(wide.verdict.holding) &&
           wide.verdict.possible.includes(narrow.verdict.possible);
}
template <Named Label, Named E>
[[nodiscard]] constexpr bool more_open(const Episode<Label, E>& wide, const Episode<Label, E>& narrow) noexcept {
    return at_least_as_open(wide, narrow) && !same_verdicts(wide, narrow);
}

/// From the verdict of one episode to that of a later one.
template <Named Label, Named E>
[[nodiscard]] constexpr Passage passage_between(const Episode<Label, E>& from, const Episode<Label, E>& to) noexcept {
    if (same_verdicts(from, to)) return Passage::resumed;
    if (at_least_as_open(from, to)) return Passage::narrowed;
    if (at_least_as_open(to, from)) return Passage::widened;
    const bool both_can_be_right =
        to.verdict.possible.includes(from.verdict.holding) && from.verdict.possible.includes(to.verdict.holding);
    return both_can_be_right ? Passage::shifted : Passage::turned;
}

}  // namespace detail

/// From one verdict to another, and between which days. A turn in a year of which no day is given leaves days on which
/// neither is told: episodes that leave open both what was before and what comes after. They belong to the transition.
/// What is told of a whole year, or of a time near it, does tell of each of its days, but its first day and its last
/// are no better known than that year: so the days between which the transition may really lie can be more than these.
template <Named Label, Named E>
struct Transition {
    Episode<Label, E> from{};
    Episode<Label, E> to{};
    Facts<E> at_next{};  ///< What is told of the day after the last one of the old verdict; often the first in between.
    /// The features of the rules of which something else is told on the first day of the new verdict, or on the first
    /// day in between, than on the last day of the old one. What is told is in `from.at_last` and `told_after`.
    Set<E> turned{};
    /// The last day on which the old verdict stands wherever in its months or years a date lies. Range: at most
    /// `last_before()`; it may be before the first day of the old verdict, if that is known no better.
    Day surely_before = 0;
    /// The first day on which the new one does. Range: at least `first_after()`.
    Day surely_after = 0;
    /// Whether it rests on a date that is only near what it names, or that is inferred; then it may lie elsewhere
    /// still.
    bool about = false;

    /// The last day of the old verdict.
    [[nodiscard]] constexpr Day last_before() const noexcept { return from.days.last; }
    /// The first day of the new verdict.
    [[nodiscard]] constexpr Day first_after() const noexcept { return to.days.first; }
    /// Whether of a feature the same is told after the transition as before it: if it turned, then only in between.
    [[nodiscard]] constexpr bool resumes(E feature) const noexcept {
        return from.at_last[feature] == to.at_first[feature];
    }
    /// What is told of a feature after the transition; of one that turned in between only, on the first day in between.
    [[nodiscard]] constexpr Truth told_after(E feature) const noexcept {
        return resumes(feature) ? at_next[feature] : to.at_first[feature];
    }
    /// The days of which neither is told; `for_each_episode` over them gives the open episodes. Often none.
    [[nodiscard]] constexpr Days between() const noexcept { return {from.days.last + 1, to.days.first - 1}; }
    /// The days in which it may really lie: "in 2010" is that year. Empty when the sources give the day.
    [[nodiscard]] constexpr Days within() const noexcept { return {surely_before + 1, surely_after - 1}; }
    /// Whether the sources give the day: it is `first_after()`.
    [[nodiscard]] constexpr bool to_the_day() const noexcept { return within().empty() && !about; }
    [[nodiscard]] constexpr Passage passage() const noexcept { return detail::passage_between(from, to); }
    [[nodiscard]] friend constexpr bool operator==(const Transition&, const Transition&) noexcept = default;
};

namespace detail {

/// The transition that begins with an episode, if any of these days are left behind it.
template <Named Label, Named E>
[[nodiscard]] constexpr Transition<Label, E> next_transition(DailyRoute<Label, E>& route, const Episode<Label, E>& from,
                                                             Day last) noexcept {
    Transition<Label, E> found{from, first_episode(route, {from.days.last + 1, last}), {}, {}, 0, 0, false};
    Episode<Label, E> to = found.to;
    while (more_open(to, from) && to.days.last < last) to = first_episode(route, {to.days.last + 1, last});
    // Days on which less is told than before belong to the transition if what comes after them is left open by them
    // all.
    bool open = true;
    visit_episodes(route, {found.to.days.first, to.days.first - 1},
                   [&](const Episode<Label, E>& between) { open = open && more_open(between, to); });
    if (open && !more_open(to, from)) found.to = to;
    found.at_next = found.between().empty() ? found.to.at_first : route.part(found.between()).at_first;
    for (const E feature : route.features()) {
        const Truth before = found.from.at_last[feature];
        if (before != found.to.at_first[feature] || before != found.at_next[feature]) found.turned.insert(feature);
    }
    route.tell_how_surely(found);
    return found;
}

}  // namespace detail

/// Calls `visit(Transition<Label, E>)` for each transition, in order. The episode to which one leads is that from which
/// the next comes; what lies between them is open both ways. So something told to have begun in 2010 makes one
/// transition from the end of 2009 to the start of 2011, and not two of false precision.
/// Cost: twice that of the episodes, at worst times their number; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_transition(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                   const Typology<Label, E>& rules, const TimeSpan& within, const Admission& admission,
                                   Visit&& visit) {
    detail::DailyRoute<Label, E> route(data, codings, partner, rules, admission);
    const Days days = within.days(data);
    if (days.empty()) return;
    for (Episode<Label, E> from = detail::first_episode(route, days); from.days.last < days.last;) {
        const Transition<Label, E> transition = detail::next_transition(route, from, days.last);
        from = transition.to;
        visit(transition);
    }
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Visit>
constexpr void for_each_transition(const Dataset& data, PartnerIndex partner, const Typology<Label, E>& rules,
                                   const TimeSpan& within, const Admission& admission, Visit&& visit) {
    for_each_transition(data, data.codings<E>(), partner, rules, within, admission, visit);
}

/// The same over the time of the dataset.
template <Named Label, Named E, class Visit>
constexpr void for_each_transition(const Dataset& data, PartnerIndex partner, const Typology<Label, E>& rules,
                                   Visit&& visit) {
    for_each_transition(data, partner, rules, data.time, Admission{}, visit);
}

/// Calls `visit(const Telling<E>& before, const Telling<E>& after)` for each coding of a feature that turned which
/// tells something else on the first day of the new verdict than on the last day of the old one, feature by feature:
/// the claims that say so. Of a feature of which the same is told again on that day it is the first day in between that
/// counts: what was told then, and is over. The truth of the one in which it is silent is `unknown`, and its ground
/// means nothing. Cost: codings of such features times codings; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_change(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                               const Transition<Label, E>& transition, const Admission& admission, Visit&& visit) {
    for (const E feature : transition.turned) {
        for (const Coding<E>& coding : codings) {
            if (coding.feature != feature) continue;
            const auto on = [&](Day day) {
                return detail::telling_of(data, codings, partner, coding, {day, day}, admission);
            };
            const Telling<E> before = on(transition.last_before());
            const Telling<E> after =
                on(transition.resumes(feature) ? transition.last_before() + 1 : transition.first_after());
            if (before.truth != after.truth) visit(before, after);
        }
    }
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Visit>
constexpr void for_each_change(const Dataset& data, PartnerIndex partner, const Transition<Label, E>& transition,
                               const Admission& admission, Visit&& visit) {
    for_each_change(data, data.codings<E>(), partner, transition, admission, visit);
}

// ---- evidence in common --------------------------------------------------------------------------------------------

/// How much evidence there is, each claim, block, document and author counted once.
struct EvidenceCount {
    std::size_t claims = 0;
    std::size_t blocks = 0;  ///< A claim that stands in a range of blocks stands in each of them.
    std::size_t documents = 0;
    std::size_t authors = 0;
    [[nodiscard]] friend constexpr bool operator==(const EvidenceCount&, const EvidenceCount&) noexcept = default;
};

/// How far two routes rest on the same evidence. Where they do, their agreement is no independent confirmation.
struct Overlap {
    EvidenceCount predicted{};
    EvidenceCount observed{};
    EvidenceCount shared{};  ///< What both rest on: of an author, by whichever of his documents.
    [[nodiscard]] friend constexpr bool operator==(const Overlap&, const Overlap&) noexcept = default;
};

namespace detail {

/// A set of numbers below a bound; others are none of its business.
template <std::size_t Bound>
class Marks {
public:
    constexpr void insert(std::size_t place) noexcept {
        if (place < Bound) words_[place / 64] |= std::uint64_t{1} << (place % 64);
    }
    [[nodiscard]] constexpr bool contains(std::size_t place) const noexcept {
        return place < Bound && ((words_[place / 64] >> (place % 64)) & 1U) != 0;
    }

private:
    std::array<std::uint64_t, Bound / 64> words_{};
};

/// Of things that come several times: on which of them the one route, the other, and both rest; each counted once.
template <std::size_t Bound>
class Counted {
public:
    constexpr Counted(Overlap& overlap, std::size_t EvidenceCount::*what) noexcept : overlap_(overlap), what_(what) {}

    constexpr void add(std::size_t place, bool on_predicted, bool on_observed) noexcept {
        const bool shared = both(place);
        if (on_predicted) add(place, predicted_, overlap_.predicted);
        if (on_observed) add(place, observed_, overlap_.observed);
        if (!shared && both(place)) ++(overlap_.shared.*what_);
    }

private:
    [[nodiscard]] constexpr bool both(std::size_t place) const noexcept {
        return predicted_.contains(place) && observed_.contains(place);
    }
    constexpr void add(std::size_t place, Marks<Bound>& marks, EvidenceCount& count) noexcept {
        if (!marks.contains(place)) ++(count.*what_);
        marks.insert(place);
    }

    Overlap& overlap_;
    std::size_t EvidenceCount::*what_;
    Marks<Bound> predicted_{};
    Marks<Bound> observed_{};
};

inline constexpr std::size_t most_claims = 65536;  ///< As many as a ClaimIndex can name.
inline constexpr std::size_t most_blocks = 65536;  ///< As many as a document can have.
inline constexpr std::size_t most_sources = 1024;  ///< More than an id can name.

/// Marks the claims that tell a feature of the rules.
template <Named Label, Named E>
constexpr void mark_claims(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                           const Typology<Label, E>& rules, Days asked, const Admission& admission,
                           Marks<most_claims>& claims) noexcept {
    for (const E feature : rules.features()) {
        for_each_telling(data, codings, partner, feature, asked, admission,
                         [&claims](const Telling<E>& telling) { claims.insert(telling.coding->claim.value); });
    }
}

}  // namespace detail

/// How many claims tell a feature of the rules of each route within a time, in how many blocks of how many documents,
/// by how many authors, and what of that the routes have in common. Within a time: as in a question about all of it, so
/// that an act told of some time in it counts.
/// Cost: that of visiting the tellings, and documents times claims; no allocation, but 32 KiB of stack.
template <Named Label, Named Cause, Named Sign>
[[nodiscard]] constexpr Overlap overlap(const Dataset& data, RowSpan<Coding<Cause>> causes,
                                        RowSpan<Coding<Sign>> signs, PartnerIndex partner,
                                        const Typology<Label, Cause>& predicted, const Typology<Label, Sign>& observed,
                                        const TimeSpan& within, const Admission& admission = {}) noexcept {
    const Days asked = within.days(data);
    Overlap result;
    if (asked.empty()) return result;
    detail::Marks<detail::most_claims> tell_cause;
    detail::Marks<detail::most_claims> tell_sign;
    detail::mark_claims(data, causes, partner, predicted, asked, admission, tell_cause);
    detail::mark_claims(data, signs, partner, observed, asked, admission, tell_sign);
    detail::Counted<detail::most_sources> documents(result, &EvidenceCount::documents);
    detail::Counted<detail::most_sources> authors(result, &EvidenceCount::authors);
    for (std::size_t source = 0; source < data.sources.size(); ++source) {
        std::size_t author = 0;  // stands for him: his first document
        while (data.sources[author].author != data.sources[source].author) ++author;
        detail::Counted<detail::most_blocks> blocks(result, &EvidenceCount::blocks);
        for (std::size_t place = 0; place < data.claims.size(); ++place) {
            const Claim& claim = data.claims[place];
            const bool cause = tell_cause.contains(place);
            const bool sign = tell_sign.contains(place);
            if (claim.source() != source || !(cause || sign)) continue;
            result.predicted.claims += cause ? 1U : 0U;
            result.observed.claims += sign ? 1U : 0U;
            result.shared.claims += cause && sign ? 1U : 0U;
            std::size_t block = claim.block();
            do blocks.add(block, cause, sign);
            while (++block <= claim.last_block);
            documents.add(source, cause, sign);
            authors.add(author, cause, sign);
        }
    }
    return result;
}

/// The same with the dataset's own codings.
template <Named Label, Named Cause, Named Sign>
[[nodiscard]] constexpr Overlap overlap(const Dataset& data, PartnerIndex partner,
                                        const Typology<Label, Cause>& predicted, const Typology<Label, Sign>& observed,
                                        const TimeSpan& within, const Admission& admission = {}) noexcept {
    return overlap(data, data.codings<Cause>(), data.codings<Sign>(), partner, predicted, observed, within, admission);
}

/// The same over the time of the dataset.
template <Named Label, Named Cause, Named Sign>
[[nodiscard]] constexpr Overlap overlap(const Dataset& data, PartnerIndex partner,
                                        const Typology<Label, Cause>& predicted,
                                        const Typology<Label, Sign>& observed) noexcept {
    return overlap(data, partner, predicted, observed, data.time);
}

}  // namespace trimode
