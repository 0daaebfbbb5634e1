// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Told: which codings tell of a feature on which days, and so what is told of a partner at a time.
/// Layer: evidence.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/facts.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/evidence/admission.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/dataset.hpp>

namespace trimode {

/// Why a coding tells for a day.
enum class Ground : std::uint8_t {
    stated,   ///< The claim says so for that time.
    reach,    ///< Inferred: an undated present carried back, or the rough end of a period.
    turn,     ///< Inferred: before or after a dated onset or end.
    between,  ///< Inferred: the time lies between two agreeing tellings, with none against.
    window,   ///< Inferred: shortly after an act.
};

/// The spellings of Ground.
consteval auto names_of(Ground) { return names<Ground>("stated", "reach", "turn", "between", "window"); }

/// One coding that tells of a feature within the time asked about: which way, and why.
template <Named E>
struct Telling {
    const Coding<E>* coding = nullptr;
    const Claim* claim = nullptr;
    Truth truth = Truth::unknown;     ///< `contested` when it tells both: the feature turned within the time asked about.
    Ground ground = Ground::stated;   ///< The best of its grounds; all but `stated` are inferred.
    bool by_membership = false;       ///< Told of the group to which the partner belongs.
};

namespace detail {

inline constexpr Day far_past = -1'000'000;
inline constexpr Day far_future = 5'000'000;

[[nodiscard]] constexpr Day earlier(Day left, Day right) noexcept { return left < right ? left : right; }
[[nodiscard]] constexpr Day later(Day left, Day right) noexcept { return left < right ? right : left; }

inline constexpr Days no_days{far_future, far_past};

/// Where what is told begins or ends: on some day of the date that says so, or only near it, if that is about or
/// inferred.
struct Edge {
    Days named = no_days;
    bool near_only = false;
    /// Whether the date has more days than one.
    [[nodiscard]] constexpr bool rough() const noexcept { return named.first != named.last; }
};

/// For which days a coding tells.
struct CodingTime {
    Days named = no_days;    ///< The days that the period names, as they are.
    Days told = no_days;     ///< Tells on these days, stated or inferred.
    Days stated = no_days;   ///< Of these it is stated.
    Days before = no_days;   ///< An onset or end: tells the opposite on these, by inference.
    bool turns = false;      ///< It is an onset or end.
    bool exactly = true;     ///< Its dates are stated, not only near what they name, and all of the time that the group is meant.
    Edge turn{};             ///< An onset or end: its own date, at which `before` ends.
    Edge begins{};           ///< Where `told` begins,
    Edge ends{};             ///< and where it ends.
    Edge stated_begins{};    ///< Where `stated` begins,
    Edge stated_ends{};      ///< and where it ends.
};

/// The days that an end of a period speaks of itself: none when it is not known.
[[nodiscard]] constexpr Days own_days(const End& end, Days published) noexcept {
    if (end.dated()) return end.date.days();
    return end.kind == End::Kind::open ? published : no_days;
}

[[nodiscard]] constexpr bool is_about(const End& end) noexcept { return end.dated() && end.date.is_about(); }

/// What an end of a period says of where it lies.
[[nodiscard]] constexpr Edge edge_of(const End& end, Basis basis, Days published) noexcept {
    return {own_days(end, published), is_about(end) || (end.dated() && basis == Basis::inferred)};
}

[[nodiscard]] constexpr bool is_decade(const End& end) noexcept {
    return end.dated() && end.date.precision() == Precision::decade;
}

/// The last day that a dated end of a period is sure to include.
[[nodiscard]] constexpr Day sure_last(const End& end) noexcept {
    const Days days = end.date.days();
    return is_about(end) ? days.first - 1 : is_decade(end) ? days.first : days.last;
}

/// An onset or an end: after it yes, before it no; the days of its own date are sure only when it is exact.
[[nodiscard]] constexpr CodingTime turning_time(const Claim& claim, const Period& period, Days published) noexcept {
    CodingTime time;
    if (!period.from.dated()) return time;
    const Date date = period.from.date;
    const bool exact = date.precision() == Precision::day && !date.is_about();
    const bool lasts = claim.to == Basis::stated && !period.single();
    time.named = date.days();
    time.turns = true;
    time.before = {far_past, earlier(time.named.first - 1, published.last)};
    time.told = {exact ? time.named.first : time.named.last + 1, published.last};
    // Stated for as long as the claim says that it went on; else only for the day of the turn itself.
    time.stated = {time.told.first, exact ? time.named.last : far_past};
    time.turn = time.begins = time.stated_begins = time.stated_ends = edge_of(period.from, claim.from, published);
    time.ends = {published};
    if (lasts && period.to.kind == End::Kind::open) time.stated.last = published.last;
    if (lasts && period.to.dated()) time.stated.last = sure_last(period.to);
    if (lasts && period.to.kind != End::Kind::unknown) time.stated_ends = edge_of(period.to, claim.to, published);
    if (claim.from == Basis::inferred) {
        // When it began is inferred: stated is no more than what the other end says of itself.
        const Days other = lasts ? own_days(period.to, published) : no_days;
        time.stated = {later(other.first, time.told.first), earlier(time.stated.last, other.last)};
        if (lasts) time.stated_begins = edge_of(period.to, claim.to, published);
    }
    return time;
}

/// Anything but an onset or end: the days from one end of the period to the other.
[[nodiscard]] constexpr CodingTime lasting_time(const Claim& claim, const Period& written, Days published) noexcept {
    CodingTime time;
    if (written.undated()) {
        time.named = time.told = time.stated = published;
        time.begins = time.ends = time.stated_begins = time.stated_ends = {published};
        return time;
    }
    Period period = written;
    // An undated present is told at publication.
    if (claim.aspect == Aspect::generic && period.to.kind == End::Kind::unknown) period.to = End::open();
    // A known end whose other end is unknown tells for itself alone.
    const auto end = [&](bool first) {
        return first ? edge_of(period.from, claim.from, published) : edge_of(period.to, claim.to, published);
    };
    time.begins = time.stated_begins = end(period.from.kind != End::Kind::unknown);
    time.ends = time.stated_ends = end(period.to.kind == End::Kind::unknown);
    const Days from = time.begins.named;
    const Days to = time.ends.named;
    if (period.from.kind == End::Kind::open) time.begins = time.stated_begins = {{far_past, far_past}};
    time.named = {period.from.kind == End::Kind::open ? far_past : from.first, to.last};
    time.told = time.named;
    if (is_decade(period.from)) time.told.first = period.single() ? far_future : from.last;
    if (is_decade(period.to)) time.told.last = period.single() ? far_past : to.first;

    // An inferred end states nothing: then only what the other end says of itself is stated. An end that is not known has no
    // basis; the two ends of a single date are one.
    bool from_says = claim.from == Basis::stated || period.from.kind == End::Kind::unknown;
    bool to_says = claim.to == Basis::stated || period.to.kind == End::Kind::unknown;
    if (period.single()) from_says = to_says = from_says && to_says;
    if (!period.from.dated() && !period.to.dated()) from_says = to_says = true;  // "/..": an undated present
    time.stated = from_says && to_says ? time.told : no_days;
    if (!from_says && to_says) {
        time.stated = own_days(period.to, published);
        time.stated_begins = time.ends;
    }
    if (from_says && !to_says && period.from.dated()) {
        time.stated = from;
        time.stated_ends = time.begins;
    }
    if (is_about(period.from)) time.stated.first = later(time.stated.first, from.last + 1);
    if (is_about(period.to)) time.stated.last = earlier(time.stated.last, to.first - 1);
    time.stated = {later(time.stated.first, time.told.first), earlier(time.stated.last, time.told.last)};
    return time;
}

/// The rules of time: what an aspect, the ends of a period and the date of publication let a coding tell.
[[nodiscard]] constexpr CodingTime coding_time(const Claim& claim, const Period& period, Days published) noexcept {
    const bool turns = claim.aspect == Aspect::onset || claim.aspect == Aspect::end;
    CodingTime time = turns ? turning_time(claim, period, published) : lasting_time(claim, period, published);
    time.exactly = !is_about(period.from) && !is_about(period.to) &&
                   !(period.from.dated() && claim.from == Basis::inferred) &&
                   !(period.to.dated() && claim.to == Basis::inferred);
    if (time.told.last > published.last) time.ends = {published};
    if (time.stated.last > published.last) time.stated_ends = {published};
    time.told.last = earlier(time.told.last, published.last);
    time.stated.last = earlier(time.stated.last, published.last);
    return time;
}

/// A coding that bears on a partner: directly, because it is of the state, or through membership.
struct Bearing {
    bool bears = false;
    bool by_membership = false;
    Days member{far_past, far_future};  ///< While the partner belongs to the group; always, of what is told of itself.
    Edge joins{};                       ///< Where that begins, if it does,
    Edge leaves{};                      ///< and where it ends.
    CodingTime time{};

    /// What of some days lies within the membership.
    [[nodiscard]] constexpr Days while_member(Days days) const noexcept {
        return {later(days.first, member.first), earlier(days.last, member.last)};
    }
};

template <Named E>
[[nodiscard]] constexpr Bearing bearing(const Dataset& data, const Coding<E>& coding, PartnerIndex partner,
                                        const Admission& admission, bool figure = false) noexcept {
    Bearing result;
    if (coding.partner == partner || is_of_the_state(coding.feature)) {
        result.bears = true;
    } else {
        for (const Membership& row : data.memberships) {
            if (row.member != partner || row.group != coding.partner || !row.told_by_group) continue;
            const auto author = [&](ClaimIndex at) { return data.source(data.claim(at)).author; };
            if (author(row.claim) != author(coding.claim) || !admission.admits(data.claim(row.claim))) continue;
            result.bears = result.by_membership = true;
            result.joins = edge_of(row.period.from, Basis::stated, no_days);
            result.leaves = edge_of(row.period.to, Basis::stated, no_days);
            if (row.period.from.dated()) result.member.first = result.joins.named.first;
            if (row.period.to.dated()) result.member.last = result.leaves.named.last;
        }
    }
    if (!result.bears) return result;
    const Claim& claim = data.claim(coding.claim);
    result.bears = figure ? admission.admits_figure(claim) : admission.admits(claim);
    if (!result.bears) return result;
    CodingTime& time = result.time;
    time = coding_time(claim, coding.period.undated() ? claim.period : coding.period, data.source(claim).published.days());
    if (admission.strict) {
        time.told = time.stated;
        time.begins = time.stated_begins;
        time.ends = time.stated_ends;
        time.before = no_days;
    }
    if (time.told.first < result.member.first) time.begins = result.joins;
    if (time.told.last > result.member.last) time.ends = result.leaves;
    for (Days* days : {&time.told, &time.stated, &time.before}) *days = result.while_member(*days);
    // What is told of some day of a longer time may be of a day on which the partner did not belong to the group.
    if (!result.member.contains(time.named)) time.exactly = false;
    if (!result.member.overlaps(time.named)) time.named = no_days;
    return result;
}

/// The partner itself and the groups of which something told may be meant of it; at which time, `bearing` says.
[[nodiscard]] constexpr Partners with_groups(const Dataset& data, PartnerIndex partner) noexcept {
    Partners all{partner.value < 64 ? std::uint64_t{1} << partner.value : 0};
    const Membership* row = data.memberships.data();
    for (std::size_t left = data.memberships.size(); left != 0; --left, ++row) {
        if (row->member.value == partner.value && row->told_by_group && row->group.value < 64) {
            all.bits |= std::uint64_t{1} << row->group.value;
        }
    }
    return all;
}

/// The features that tell for every partner.
template <Named E>
inline constexpr std::uint32_t bits_of_the_state = [] {
    Set<E> features;
    for (const E feature : all<E>()) {
        if (is_of_the_state(feature)) features.insert(feature);
    }
    return features.bits();
}();

/// Calls `visit(Coding<E>, Bearing)` for each coding that bears on a partner, in the order of the table.
template <Named E, class Visit>
constexpr void for_each_bearing(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                const Admission& admission, Visit&& visit) {
    // Most rows are of somebody else. They are told apart here, by two words and without a call, as at compile time each
    // call costs as much as a dozen operations.
    // A place beyond the 64 that a dataset may have is not told apart here.
    const std::uint64_t own = with_groups(data, partner).bits;
    const Coding<E>* coding = codings.data();
    for (std::size_t left = codings.size(); left != 0; --left, ++coding) {
        if (coding->partner.value < 64 && ((own >> coding->partner.value) & 1U) == 0 &&
            ((bits_of_the_state<E> >> static_cast<std::size_t>(coding->feature)) & 1U) == 0) {
            continue;
        }
        const Bearing row = bearing(data, *coding, partner, admission);
        if (row.bears) visit(*coding, row);
    }
}

[[nodiscard]] constexpr Truth tells(bool holds) noexcept { return holds ? Truth::holds : Truth::fails; }

/// What a state-like coding tells of one day, and on what ground.
template <Named E>
[[nodiscard]] constexpr Truth on_day(const Coding<E>& coding, const CodingTime& time, Day day) noexcept {
    const bool holds = coding.tells == Tells::holds;
    if (time.told.contains(day)) return tells(holds);
    if (time.before.contains(day)) return tells(!holds);
    return Truth::unknown;
}

/// The nearest day on one side of a day on which anything is told of a feature, and what.
struct NearestTelling {
    Day distance = far_future;
    Truth truth = Truth::unknown;
    constexpr void consider(Day away, Truth told) noexcept {
        if (away < distance) {
            distance = away;
            truth = told;
        } else if (away == distance) {
            truth = truth | told;
        }
    }
};

struct Neighbours {
    NearestTelling before{};
    NearestTelling after{};
    constexpr void consider(Days days, Truth truth, Day day) noexcept {
        if (days.empty()) return;
        if (days.last < day) before.consider(day - days.last, truth);
        if (days.first > day) after.consider(days.first - day, truth);
    }
    /// Both sides of one coding.
    template <Named E>
    constexpr void consider(const Coding<E>& coding, const CodingTime& time, Day day) noexcept {
        const bool holds = coding.tells == Tells::holds;
        consider(time.told, tells(holds), day);
        consider(time.before, tells(!holds), day);
    }
    /// What holds between two agreeing tellings.
    [[nodiscard]] constexpr Truth agreed() const noexcept {
        return before.truth == after.truth && settled(before.truth) ? before.truth : Truth::unknown;
    }
};

/// The counterpart is the community of states, or it is not: known by the kind of the partner, not by claims.
template <Named E>
constexpr void tell_by_kind(const Dataset& data, PartnerIndex partner, Facts<E>& facts) noexcept {
    if constexpr (std::same_as<E, Condition>) {
        facts.tell(Condition::global_arena, tells(data.partner(partner).kind == PartnerKind::world));
    }
}

/// Takes every row of a table.
struct EveryRow {
    template <class Row>
    [[nodiscard]] constexpr bool operator()(const Row&) const noexcept {
        return true;
    }
};

/// The first day after a day on which something else may be told: the next first day, or day after the last, of any days.
struct NextEdge {
    Day day = 0;
    Day next = far_future;
    constexpr void consider(Days days) noexcept {
        if (days.empty()) return;
        if (days.first > day) next = earlier(next, days.first);
        if (days.last >= day) next = earlier(next, days.last + 1);
    }
};

/// What is told of the states of a partner on one day, by the rows that are taken; all rows tell how long it is so.
template <Named E, class Take>
[[nodiscard]] constexpr Facts<E> facts_on(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                          const Admission& admission, const Take& take, NextEdge& edge) noexcept {
    const Day day = edge.day;
    Facts<E> facts;
    std::array<Neighbours, count<E>> neighbours{};
    // Once more, one by one: g++ 12 leaves out some of the elements when it has run this at compile time before.
    for (Neighbours& each : neighbours) each = Neighbours{};
    for_each_bearing(data, codings, partner, admission, [&](const Coding<E>& coding, const Bearing& row) {
        edge.consider(row.time.told);
        edge.consider(row.time.before);
        if (!take(coding)) return;
        facts.tell(coding.feature, on_day(coding, row.time, day));
        if (!admission.strict) neighbours[index(coding.feature)].consider(coding, row.time, day);
    });
    for (const E feature : facts.unknown()) facts.tell(feature, neighbours[index(feature)].agreed());
    tell_by_kind(data, partner, facts);
    return facts;
}

/// The days shortly after an act on which it still tells. Nothing tells after publication.
[[nodiscard]] constexpr Days window_after(const CodingTime& time, const Admission& admission, Day published) noexcept {
    if (time.told.empty()) return no_days;
    const Day left = published - time.told.last;
    return {time.told.last + 1, time.told.last + later(0, earlier(admission.act_window, left))};
}

/// The first day after a day on which anything told of the partner may be otherwise; of acts, what they tell of single days.
template <Named E>
[[nodiscard]] constexpr Day next_edge(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                      Day day, const Admission& admission) noexcept {
    NextEdge edge{day};
    for_each_bearing(data, codings, partner, admission, [&](const Coding<E>& coding, const Bearing& row) {
        edge.consider(row.time.told);
        if constexpr (is_act<E>) {
            edge.consider(row.time.named);
            edge.consider(window_after(row.time, admission, data.source(data.claim(coding.claim)).published.days().last));
        } else {
            edge.consider(row.time.before);
        }
    });
    return edge.next;
}

/// What follows for a day of which nothing is told directly from the tellings around it, if this coding is one of the two.
template <Named E>
[[nodiscard]] constexpr Truth between(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                      const Coding<E>& one, const CodingTime& its_time, Day day,
                                      const Admission& admission) noexcept {
    Neighbours around;
    for (const Coding<E>& coding : codings) {
        if (coding.feature != one.feature) continue;
        const Bearing row = bearing(data, coding, partner, admission);
        if (!row.bears) continue;
        if (on_day(coding, row.time, day) != Truth::unknown) return Truth::unknown;
        around.consider(coding, row.time, day);
    }
    Neighbours own;
    own.consider(one, its_time, day);
    const bool is_near = own.before.distance == around.before.distance || own.after.distance == around.after.distance;
    return is_near ? around.agreed() : Truth::unknown;
}

/// What a coding of an act tells of the time asked about. An act counts in every period that contains it; one that is only
/// known to lie around the time asked about, or shortly before it, counts by inference.
template <Named E>
[[nodiscard]] constexpr bool act_within(const Claim& claim, const CodingTime& time, Days asked, const Admission& admission,
                                        Day published, Ground& ground) noexcept {
    if (time.named.empty() || time.named.first > published) return false;
    const bool within = asked.contains(time.named);
    ground = Ground::stated;
    if (within && time.exactly) return true;
    if (claim.aspect != Aspect::event && time.stated.overlaps(asked)) return true;
    if (admission.strict) return false;
    ground = Ground::reach;
    if (within || time.told.overlaps(asked)) return true;
    ground = Ground::window;
    return window_after(time, admission, published).overlaps(asked);
}

/// What acts within the time asked about tell of a partner, by the rows that are taken.
template <Named E, class Take = EveryRow>
[[nodiscard]] constexpr Facts<E> facts_within(const Dataset& data, RowSpan<Coding<E>> codings,
                                              PartnerIndex partner, Days asked, const Admission& admission,
                                              const Take& take = {}) noexcept {
    Facts<E> facts;
    for_each_bearing(data, codings, partner, admission, [&](const Coding<E>& coding, const Bearing& row) {
        if (!take(coding)) return;
        const Claim& claim = data.claim(coding.claim);
        Ground ground{};
        if (act_within<E>(claim, row.time, asked, admission, data.source(claim).published.days().last, ground)) {
            facts.tell(coding.feature, tells(coding.tells == Tells::holds));
        }
    });
    return facts;
}

/// What is told of a part of the time asked about in which nothing changes, by the rows that are taken.
template <Named E, class Take = EveryRow>
[[nodiscard]] constexpr Facts<E> facts_of_part(const Dataset& data, RowSpan<Coding<E>> codings,
                                               PartnerIndex partner, Days part, const Admission& admission,
                                               const Take& take = {}) noexcept {
    if constexpr (is_act<E>) {
        return facts_within(data, codings, partner, part, admission, take);
    } else {
        NextEdge edge{part.first};
        return facts_on(data, codings, partner, admission, take, edge);
    }
}

/// Calls `visit(Days, Facts<E>)` for each part of the time asked about in which nothing told of the partner by any row
/// changes, with what the rows that are taken tell.
template <Named E, class Take, class Visit>
constexpr void for_each_part_taking(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                    Days asked, const Admission& admission, const Take& take, Visit&& visit) {
    if constexpr (is_act<E>) {
        if (!asked.empty()) visit(asked, facts_within(data, codings, partner, asked, admission, take));
    } else {
        for (Day day = asked.first; day <= asked.last;) {
            NextEdge edge{day};
            const Facts<E> told = facts_on(data, codings, partner, admission, take, edge);
            visit(Days{day, earlier(edge.next - 1, asked.last)}, told);
            day = edge.next;
        }
    }
}

}  // namespace detail

/// Calls `visit(Days, Facts<E>)` for each part of the time asked about in which nothing told of the partner changes, in
/// order. For enumerations of acts there is one part: the whole. Cost: parts times codings; no allocation.
template <Named E, class Visit>
constexpr void for_each_constant_part(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                      Days asked, const Admission& admission, Visit&& visit) {
    detail::for_each_part_taking(data, codings, partner, asked, admission, detail::EveryRow{}, visit);
}

namespace detail {

/// What is told over the time asked about by the rows that are taken.
template <Named E, class Take>
[[nodiscard]] constexpr Facts<E> facts_taking(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                              Days asked, const Admission& admission, const Take& take) noexcept {
    if (asked.empty()) return {};  // of no day nothing is told
    Set<E> holds = all<E>();
    Set<E> fails = all<E>();
    Set<E> contested;
    for_each_part_taking(data, codings, partner, asked, admission, take, [&](Days, Facts<E> part) {
        holds &= part.told_to_hold();
        fails &= part.told_to_fail();
        contested |= part.contested();
    });
    return Facts<E>(holds | contested, fails | contested);
}

}  // namespace detail

/// What is told of the features of a partner over the time asked about. Of states: what is told of every day of it; a
/// feature that turns within it, or is told only of a part, is unknown for the whole; one that is contested on some day is
/// contested. Of acts: what falls into it.
template <Named E>
[[nodiscard]] constexpr Facts<E> facts(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                       Days asked, const Admission& admission = {}) noexcept {
    return detail::facts_taking(data, codings, partner, asked, admission, detail::EveryRow{});
}

namespace detail {

/// What a coding tells of its feature within the time asked about; the truth is `unknown` when it tells nothing.
template <Named E>
[[nodiscard]] constexpr Telling<E> telling_of(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                              const Coding<E>& coding, Days asked, const Admission& admission) noexcept {
    const Claim& claim = data.claim(coding.claim);
    const Bearing row = bearing(data, coding, partner, admission);
    Telling<E> telling{&coding, &claim, Truth::unknown, Ground::window, row.by_membership};
    if (!row.bears) return telling;
    const bool holds = coding.tells == Tells::holds;
    if constexpr (is_act<E>) {
        const Day published = data.source(claim).published.days().last;
        if (act_within<E>(claim, row.time, asked, admission, published, telling.ground)) telling.truth = tells(holds);
    } else {
        const auto& time = row.time;
        if (time.told.overlaps(asked)) telling.truth = tells(holds);
        if (time.before.overlaps(asked)) telling.truth = telling.truth | tells(!holds);
        telling.ground = time.stated.overlaps(asked) ? Ground::stated : time.turns ? Ground::turn : Ground::reach;
        if (telling.truth == Truth::unknown && !admission.strict) {
            // Not told here, but perhaps one of the two tellings between which a part of the time asked about lies.
            for_each_constant_part(data, codings, partner, asked, admission, [&](Days part, Facts<E>) {
                const Truth agreed = between(data, codings, partner, coding, time, part.first, admission);
                if (agreed == Truth::unknown) return;
                telling.truth = telling.truth | agreed;
                telling.ground = Ground::between;
            });
        }
    }
    return telling;
}

}  // namespace detail

/// Calls `visit(Telling<E>)` for each coding that tells of the feature within the time asked about, in the order of the
/// table. Cost: codings times parts times codings at worst; no allocation.
template <Named E, class Visit>
constexpr void for_each_telling(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner, E feature,
                                Days asked, const Admission& admission, Visit&& visit) {
    for (const Coding<E>& coding : codings) {
        if (coding.feature != feature) continue;
        const auto telling = detail::telling_of(data, codings, partner, coding, asked, admission);
        if (telling.truth != Truth::unknown) visit(telling);
    }
}

/// The days of a question: a date stands for all its days; an open or unknown end reaches as far as the dataset does. None
/// when an open question begins beyond the dataset's end.
[[nodiscard]] constexpr Days asked_days(const Dataset& data, const Period& at) noexcept {
    const auto first = [](const End& end, Day otherwise) { return end.dated() ? end.date.days().first : otherwise; };
    const auto last = [](const End& end, Day otherwise) { return end.dated() ? end.date.days().last : otherwise; };
    return {first(at.from, first(data.time.from, detail::far_past)), last(at.to, last(data.time.to, detail::far_future - 1))};
}

/// One partner at one time, with what the admitted claims tell of it.
template <class Use = OnUse>
[[nodiscard]] constexpr Relationship relationship(const Used<Use, Dataset>& data, PartnerIndex partner, const Period& at,
                                                  const Admission& admission = {}) noexcept {
    const Days asked = asked_days(data, at);
    return {data.partner(partner).id, at, facts(data, data.conditions, partner, asked, admission),
            facts(data, data.conduct, partner, asked, admission),
            facts(data, data.determinants, partner, asked, admission)};
}

namespace detail {
/// Called only where the program names a partner that the dataset has not; its name is the message.
void no_such_partner_in_the_dataset();
}  // namespace detail

/// The same for a partner that is named in the program. Error: does not compile when the dataset has no such partner; for
/// names known only at run time ask `find_partner` first.
template <class Use = OnUse>
[[nodiscard]] consteval Relationship relationship(const Used<Use, Dataset>& data, std::string_view partner, const Period& at,
                                                  const Admission& admission = {}) {
    const auto found = find_partner(data.partners, partner);
    if (!found) detail::no_such_partner_in_the_dataset();
    return relationship(data, *found, at, admission);
}

}  // namespace trimode
