// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The rules of time once more, slow and obvious, from section 5 of the design: day by day, with nothing shared with told.hpp
/// but the types. What each row tells directly is worked out for every day of some years; what lies between is found by
/// walking from day to day.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/told.hpp>

namespace support {

/// What a row tells of one day by itself.
struct Direct {
    trimode::Truth truth = trimode::Truth::unknown;
    bool stated = false;
};

class TimeReference {
public:
    TimeReference(const trimode::Dataset& data, const trimode::Admission& admission) : data_(data), admission_(admission) {
        for (const trimode::Claim& claim : data.claims) {
            published_.push_back(data.source(claim).published.days());
            believed_.push_back(believed(claim));
        }
    }

    /// Only the author's voice, or a quotation that he adopts; documents and modalities as admitted.
    [[nodiscard]] bool believed(const trimode::Claim& claim) const {
        using namespace trimode;
        if (((admission_.sources >> claim.source()) & 1U) == 0) return false;
        if (!admission_.modalities.contains(claim.modality)) return false;
        return claim.voice == Voice::author || claim.stance == Stance::adopted;
    }

    /// Told of the partner itself, of the state, or on that day of a group that, as the same author says, tells of its members.
    template <trimode::Named E>
    [[nodiscard]] bool bears(const trimode::Coding<E>& coding, trimode::PartnerIndex partner, trimode::Day day) const {
        using namespace trimode;
        if (!believed_[coding.claim.value]) return false;
        if (coding.partner == partner || is_of_the_state(coding.feature)) return true;
        for (const Membership& row : data_.memberships) {
            if (row.member != partner || row.group != coding.partner || !row.told_by_group) continue;
            if (!believed_[row.claim.value]) continue;  // who doubts that it belongs there is told nothing of it by the group
            if (data_.source(data_.claim(row.claim)).author != data_.source(data_.claim(coding.claim)).author) continue;
            const bool begun = !row.period.from.dated() || row.period.from.date.days().first <= day;
            const bool over = row.period.to.dated() && row.period.to.date.days().last < day;
            if (begun && !over) return true;
        }
        return false;
    }

    /// What a row tells of a day, before anything is read between two tellings.
    template <trimode::Named E>
    [[nodiscard]] Direct direct(const trimode::Coding<E>& coding, trimode::PartnerIndex partner, trimode::Day day) const {
        using namespace trimode;
        Direct told;
        const Claim& claim = data_.claim(coding.claim);
        if (!bears(coding, partner, day)) return told;
        const Truth yes = coding.tells == Tells::holds ? Truth::holds : Truth::fails;
        const Period at = coding.period.undated() ? claim.period : coding.period;
        const Days published = published_[coding.claim.value];
        if (day > published.last) return told;  // nothing tells after publication

        if (claim.aspect == Aspect::onset || claim.aspect == Aspect::end) {
            if (!at.from.dated()) return told;
            const Date turn = at.from.date;
            const Days turning = turn.days();
            const bool to_the_day = turn.precision() == Precision::day && !turn.is_about();
            if (day < turning.first) told.truth = opposite(yes);
            if (day > turning.last || (to_the_day && day == turning.first)) {
                told.truth = yes;
                // Stated on the day of the turn itself, and as far as the claim says that it went on; if it is inferred when it
                // began, only where that end is.
                const bool since = claim.from == Basis::stated;
                if (day == turning.first && since) told.stated = true;
                if (claim.to == Basis::stated && !at.single()) {
                    if (at.to.kind == End::Kind::open && (since || day >= published.first)) told.stated = true;
                    if (at.to.dated() && surely_not_over(at.to.date, day) && (since || day >= at.to.date.days().first)) {
                        told.stated = true;
                    }
                }
            }
        } else if (at.undated()) {
            if (published.first <= day) told = {yes, true};
        } else if (at.single() || at.from.kind == End::Kind::unknown || at.to.kind == End::Kind::unknown) {
            one_date(told, claim, at, published, yes, day);
        } else {
            two_ends(told, claim, at, published, yes, day);
        }
        if (admission_.strict && !told.stated) return {};
        return told;
    }

private:
    /// However the date is to be read, it has not passed before this day.
    [[nodiscard]] static bool surely_not_over(trimode::Date last, trimode::Day day) {
        using namespace trimode;
        if (last.is_about()) return day < last.days().first;
        if (last.precision() == Precision::decade) return day <= last.days().first;
        return day <= last.days().last;
    }
    [[nodiscard]] static bool surely_begun(trimode::Date first, trimode::Day day) {
        using namespace trimode;
        if (first.is_about()) return day > first.days().last;
        if (first.precision() == Precision::decade) return day >= first.days().last;
        return day >= first.days().first;
    }

    /// A single date, or a known end whose other end is not known: that date alone.
    static void one_date(Direct& told, const trimode::Claim& claim, const trimode::Period& at, trimode::Days published,
                         trimode::Truth yes, trimode::Day day) {
        using namespace trimode;
        if (!at.from.dated() && !at.to.dated()) {  // "/..": at publication, as an undated present
            if (published.contains(day)) told = {yes, true};
            return;
        }
        const Date only = at.from.dated() ? at.from.date : at.to.date;
        if (!only.days().contains(day)) return;
        if (only.precision() == Precision::decade) {
            // Some time in the decade: tells of no single day. One known end: surely reached on the decade's last (first) day.
            if (at.single()) return;
            if (at.from.dated() && day != only.days().last) return;
            if (at.to.dated() && day != only.days().first) return;
        }
        const Basis basis = at.from.dated() ? claim.from : claim.to;
        const bool stated = basis == Basis::stated && !(at.single() && claim.to == Basis::inferred);
        told = {yes, stated && !only.is_about()};
    }

    static void two_ends(Direct& told, const trimode::Claim& claim, const trimode::Period& at, trimode::Days published,
                         trimode::Truth yes, trimode::Day day) {
        using namespace trimode;
        const bool dated_from = at.from.dated();
        const bool dated_to = at.to.dated();
        const auto decade = [](Date date) { return date.precision() == Precision::decade; };
        // Within the period, read generously: near a rough end counts, within an unspecified decade does not.
        if (dated_from && day < (decade(at.from.date) ? at.from.date.days().last : at.from.date.days().first)) return;
        if (dated_to && day > (decade(at.to.date) ? at.to.date.days().first : at.to.date.days().last)) return;
        told.truth = yes;
        told.stated = true;
        if (dated_from && at.from.date.is_about() && !surely_begun(at.from.date, day)) told.stated = false;
        if (dated_to && at.to.date.is_about() && !surely_not_over(at.to.date, day)) told.stated = false;
        // An inferred end leaves only what is at the other end; two of them leave nothing.
        if (claim.from == Basis::inferred && claim.to == Basis::inferred) told.stated = false;
        if (claim.from == Basis::inferred && day < (dated_to ? at.to.date.days().first : published.first)) told.stated = false;
        if (claim.to == Basis::inferred) {
            if (!dated_from || day > at.from.date.days().last) told.stated = false;
        }
    }

    const trimode::Dataset& data_;
    const trimode::Admission& admission_;
    std::vector<trimode::Days> published_;  ///< of each claim
    std::vector<bool> believed_;            ///< each claim
};

/// What is told of one feature of a partner on every day from the first to the last of the years looked at.
template <trimode::Named E>
class FeatureReference {
public:
    FeatureReference(const trimode::Dataset& data, const std::vector<trimode::Coding<E>>& codings,
                     trimode::PartnerIndex partner, E feature, const trimode::Admission& admission, trimode::Days years)
        : years_(years), strict_(admission.strict) {
        const TimeReference time(data, admission);
        for (trimode::Day day = years.first; day <= years.last; ++day) {
            auto truth = trimode::Truth::unknown;
            for (const auto& coding : codings) {
                if (coding.feature == feature) truth = truth | time.direct(coding, partner, day).truth;
            }
            direct_.push_back(truth);
        }
        // Walk forwards, and backwards, and remember the day on which something was told last.
        before_.resize(direct_.size());
        after_.resize(direct_.size());
        std::optional<trimode::Day> last;
        for (trimode::Day day = years.first; day <= years.last; ++day) {
            before_[at(day)] = last;
            if (direct(day) != trimode::Truth::unknown) last = day;
        }
        last.reset();
        for (trimode::Day day = years.last; day >= years.first; --day) {
            after_[at(day)] = last;
            if (direct(day) != trimode::Truth::unknown) last = day;
        }
    }

    [[nodiscard]] trimode::Truth direct(trimode::Day day) const { return direct_.at(at(day)); }
    /// The nearest day before, or after, on which anything is told.
    [[nodiscard]] std::optional<trimode::Day> before(trimode::Day day) const { return before_.at(at(day)); }
    [[nodiscard]] std::optional<trimode::Day> after(trimode::Day day) const { return after_.at(at(day)); }
    /// What follows from two agreeing tellings around a day of which nothing is told.
    [[nodiscard]] trimode::Truth between(trimode::Day day) const {
        if (strict_ || direct(day) != trimode::Truth::unknown) return trimode::Truth::unknown;
        const auto left = before(day);
        const auto right = after(day);
        if (!left || !right || direct(*left) != direct(*right)) return trimode::Truth::unknown;
        return trimode::settled(direct(*left)) ? direct(*left) : trimode::Truth::unknown;
    }
    [[nodiscard]] trimode::Truth on(trimode::Day day) const { return direct(day) | between(day); }

    /// What holds on every day holds; what is contested on some day is contested.
    [[nodiscard]] trimode::Truth over(trimode::Days asked) const {
        using trimode::Truth;
        bool holds = true;
        bool fails = true;
        for (trimode::Day day = asked.first; day <= asked.last; ++day) {
            const Truth truth = on(day);
            if (truth == Truth::contested) return Truth::contested;
            holds = holds && truth == Truth::holds;
            fails = fails && truth == Truth::fails;
        }
        return holds ? Truth::holds : fails ? Truth::fails : Truth::unknown;
    }

private:
    [[nodiscard]] std::size_t at(trimode::Day day) const { return static_cast<std::size_t>(day - years_.first); }

    trimode::Days years_;
    bool strict_;
    std::vector<trimode::Truth> direct_;
    std::vector<std::optional<trimode::Day>> before_;
    std::vector<std::optional<trimode::Day>> after_;
};

}  // namespace support
