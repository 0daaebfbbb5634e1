// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Timeline: since when a verdict stands, when and why it turned, and how conduct compares with conditions over time.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <trimode/base/facts.hpp>
#include <trimode/base/period.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

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

/// Two routes over the same days: on each of these days the verdict of either is the same.
template <Named Label, Named Cause, Named Sign>
struct ComparedEpisode {
    Episode<Label, Cause> predicted{};
    Episode<Label, Sign> observed{};

    [[nodiscard]] constexpr Days days() const noexcept { return predicted.days; }
    /// Unit: days. Range: from 1 on.
    [[nodiscard]] constexpr Day length() const noexcept { return predicted.length(); }
    /// How what is seen compares with what is predicted.
    [[nodiscard]] constexpr Comparison comparison() const noexcept {
        return compare(predicted.verdict, observed.verdict);
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
    return same_verdicts(part.predicted, next.predicted) && same_verdicts(part.observed, next.observed);
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

/// What a question about a single day is told, of states and of acts.
template <Named E>
[[nodiscard]] constexpr Facts<E> told_on(const Dataset& data, std::span<const Coding<E>> codings, PartnerIndex partner,
                                         Day day, const Admission& admission) noexcept {
    if constexpr (is_act<E>) {
        return facts_within(data, codings, partner, {day, day}, admission);
    } else {
        return facts_on(data, codings, partner, day, admission);
    }
}

/// A partner asked about day by day, under one theory. It remembers the last answer, so that to ask about the same days
/// again costs nothing.
template <Named Label, Named E>
class DailyRoute {
public:
    constexpr DailyRoute(const Dataset& data, std::span<const Coding<E>> codings, PartnerIndex partner,
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

private:
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
        episode.at_first = episode.at_last = told_on(data_, codings_, partner_, day, believed);
        episode.verdict = classify(episode.at_first, rules_);
        for (const E feature : episode.at_first.told() & features()) {
            if (!is_of_the_state(feature) && !is_known_by_kind(feature)) episode.told = true;
        }
        return episode;
    }

    const Dataset& data_;
    std::span<const Coding<E>> codings_;
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

    [[nodiscard]] constexpr ComparedEpisode<Label, Cause, Sign> part(Days within) noexcept {
        const auto cause = predicted.part(within);
        const auto sign = observed.part({within.first, cause.days.last});
        return {predicted.part(sign.days), sign};
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
constexpr void for_each_episode(const Dataset& data, std::span<const Coding<E>> codings, PartnerIndex partner,
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
/// verdict of the one route nor that of the other changes, in order.
/// Cost: that of the episodes of both; no allocation.
template <Named Label, Named Cause, Named Sign, class Visit>
constexpr void for_each_comparison(const Dataset& data, PartnerIndex partner, const Typology<Label, Cause>& predicted,
                                   const Typology<Label, Sign>& observed, const TimeSpan& within,
                                   const Admission& admission, Visit&& visit) {
    detail::visit_episodes(
        detail::DailyComparison<Label, Cause, Sign>{{data, data.codings<Cause>(), partner, predicted, admission},
                                                    {data, data.codings<Sign>(), partner, observed, admission}},
        within.days(data), visit);
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

/// From one verdict to another, and between which days. A time that is known only roughly leaves days on which neither
/// is sure: episodes that leave open both what was before and what comes after. They belong to the transition.
template <Named Label, Named E>
struct Transition {
    Episode<Label, E> from{};
    Episode<Label, E> to{};
    /// The features of the rules of which something else is told on the first day of the new verdict than on the last
    /// day of the old one. What is told is in `from.at_last` and `to.at_first`.
    Set<E> turned{};

    /// The last day on which the old verdict is sure.
    [[nodiscard]] constexpr Day last_before() const noexcept { return from.days.last; }
    /// The first day on which the new verdict is sure.
    [[nodiscard]] constexpr Day first_after() const noexcept { return to.days.first; }
    /// The days on which neither is; `for_each_episode` over them gives the open episodes. Empty when it is known to
    /// the day.
    [[nodiscard]] constexpr Days between() const noexcept { return {from.days.last + 1, to.days.first - 1}; }
    [[nodiscard]] constexpr Passage passage() const noexcept { return detail::passage_between(from, to); }
    [[nodiscard]] friend constexpr bool operator==(const Transition&, const Transition&) noexcept = default;
};

namespace detail {

/// The transition that begins with an episode, if any of these days are left behind it.
template <Named Label, Named E>
[[nodiscard]] constexpr Transition<Label, E> next_transition(DailyRoute<Label, E>& route, const Episode<Label, E>& from,
                                                             Day last) noexcept {
    Transition<Label, E> found{from, first_episode(route, {from.days.last + 1, last}), {}};
    Episode<Label, E> to = found.to;
    while (more_open(to, from) && to.days.last < last) to = first_episode(route, {to.days.last + 1, last});
    // Days on which less is told than before belong to the transition if what comes after them is left open by them
    // all.
    bool open = true;
    visit_episodes(route, {found.to.days.first, to.days.first - 1},
                   [&](const Episode<Label, E>& between) { open = open && more_open(between, to); });
    if (open && !more_open(to, from)) found.to = to;
    for (const E feature : route.features()) {
        if (found.from.at_last[feature] != found.to.at_first[feature]) found.turned.insert(feature);
    }
    return found;
}

}  // namespace detail

/// Calls `visit(Transition<Label, E>)` for each transition, in order. The episode to which one leads is that from which
/// the next comes; what lies between them is open both ways. So something told to have begun in 2010 makes one
/// transition from the end of 2009 to the start of 2011, and not two of false precision.
/// Cost: twice that of the episodes, at worst times their number; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_transition(const Dataset& data, std::span<const Coding<E>> codings, PartnerIndex partner,
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
/// the claims that say so. The truth of the one in which it is silent is `unknown`, and its ground means nothing.
/// Cost: codings of such features times codings; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_change(const Dataset& data, std::span<const Coding<E>> codings, PartnerIndex partner,
                               const Transition<Label, E>& transition, const Admission& admission, Visit&& visit) {
    for (const E feature : transition.turned) {
        for (const Coding<E>& coding : codings) {
            if (coding.feature != feature) continue;
            const auto on = [&](Day day) {
                return detail::telling_of(data, codings, partner, coding, {day, day}, admission);
            };
            const Telling<E> before = on(transition.last_before());
            const Telling<E> after = on(transition.first_after());
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
constexpr void mark_claims(const Dataset& data, PartnerIndex partner, const Typology<Label, E>& rules, Days asked,
                           const Admission& admission, Marks<most_claims>& claims) noexcept {
    for (const E feature : rules.features()) {
        for_each_telling(data, data.codings<E>(), partner, feature, asked, admission,
                         [&claims](const Telling<E>& telling) { claims.insert(telling.coding->claim.value); });
    }
}

}  // namespace detail

/// How many claims tell a feature of the rules of each route within a time, in how many blocks of how many documents,
/// by how many authors, and what of that the routes have in common. Within a time: as in a question about all of it, so
/// that an act told of some time in it counts.
/// Cost: that of visiting the tellings, and documents times claims; no allocation, but 32 KiB of stack.
template <Named Label, Named Cause, Named Sign>
[[nodiscard]] constexpr Overlap overlap(const Dataset& data, PartnerIndex partner,
                                        const Typology<Label, Cause>& predicted, const Typology<Label, Sign>& observed,
                                        const TimeSpan& within, const Admission& admission = {}) noexcept {
    const Days asked = within.days(data);
    Overlap result;
    if (asked.empty()) return result;
    detail::Marks<detail::most_claims> tell_cause;
    detail::Marks<detail::most_claims> tell_sign;
    detail::mark_claims(data, partner, predicted, asked, admission, tell_cause);
    detail::mark_claims(data, partner, observed, asked, admission, tell_sign);
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

/// The same over the time of the dataset.
template <Named Label, Named Cause, Named Sign>
[[nodiscard]] constexpr Overlap overlap(const Dataset& data, PartnerIndex partner,
                                        const Typology<Label, Cause>& predicted,
                                        const Typology<Label, Sign>& observed) noexcept {
    return overlap(data, partner, predicted, observed, data.time);
}

}  // namespace trimode
