// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Withdrawal: what the verdict would be without one document, one author or one claim, and which of them it hangs on.
/// Layer: inference.
#pragma once

#include <cstddef>
#include <cstdint>

#include <trimode/base/facts.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

/// What is left out.
enum class Withdrawn : std::uint8_t {
    source,  ///< One document.
    author,  ///< All documents by one author: two texts by one author are one witness.
    claim,   ///< One claim, with all that is coded from it, and the membership that it tells.
};

/// The spellings of Withdrawn.
consteval auto names_of(Withdrawn) { return names<Withdrawn>("source", "author", "claim"); }

/// The verdict without a document, an author or a claim.
template <Named Label>
struct Withdrawal {
    Withdrawn what = Withdrawn::source;
    /// The document in question: the one that is left out, the first by the author, or that of the claim.
    std::size_t source = 0;
    const Claim* claim = nullptr;  ///< The claim that is left out; null when it is not about a claim.
    Verdict<Label> without{};      ///< The verdict by what is left.
    bool told = false;             ///< Whether what is left tells anything, as `anything_told` has it.
    /// Some label holds, or may hold, that did not before, or the other way round; or the outcome is another: an open
    /// verdict of which nothing is told any more is `insufficient`.
    bool decisive = false;

    /// The verdict by what is left, in one word.
    [[nodiscard]] constexpr Outcome outcome() const noexcept { return without.outcome(told); }
};

namespace detail {

/// The features on which the verdict on a partner can depend: what its kind tells no row can change, and what hangs on
/// nothing but that neither.
template <Named Label, Named E>
[[nodiscard]] constexpr Set<E> features_that_matter(const Dataset& data, PartnerIndex partner,
                                                    const Typology<Label, E>& typology) noexcept {
    Facts<E> by_kind;
    tell_by_kind(data, partner, by_kind);
    Set<E> features;
    for (const Label label : typology.labels()) features |= matters(typology.rule(label), by_kind);
    return features;
}

/// Which rows of some features bear on a partner over a time: those that tell of it, and, of a day of which nothing is
/// told directly, the nearest before and after it. Without all others what is told is the same.
template <Named E>
class BearingRows {
  public:
    constexpr BearingRows(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner, Days asked,
                          Set<E> features, const Admission& admission) noexcept
        : data_(data), codings_(codings), partner_(partner), asked_(asked), admission_(admission) {
        if (asked_.empty()) return;  // of no day nothing is told
        features_ = features;
        if constexpr (!is_act<E>) {
            told_throughout_ = features_;
            for_each_constant_part(data, codings, partner, asked_, admission, [&](Days part, Facts<E>) {
                Set<E> told;
                for (const Coding<E>& row : codings) {
                    if (tells_on(row, part.first)) told.insert(row.feature);
                }
                told_throughout_ &= told;
            });
        }
    }

    [[nodiscard]] constexpr RowSpan<Coding<E>> codings() const noexcept { return codings_; }
    [[nodiscard]] constexpr Days asked() const noexcept { return asked_; }
    /// None where the time asked about has no day.
    [[nodiscard]] constexpr Set<E> features() const noexcept { return features_; }
    /// Of which something is told directly on every day asked about: nothing is inferred between two tellings.
    [[nodiscard]] constexpr Set<E> told_throughout() const noexcept { return told_throughout_; }
    [[nodiscard]] constexpr Bearing bearing(const Coding<E>& row) const noexcept {
        return detail::bearing(data_, row, partner_, admission_);
    }

    /// Whether a row is one of these.
    [[nodiscard]] constexpr bool contains(const Coding<E>& row) const noexcept {
        if (!features_.contains(row.feature)) return false;
        const Bearing found = bearing(row);
        if (!found.bears) return false;
        const CodingTime& time = found.time;
        if constexpr (is_act<E>) {
            const Claim& claim = data_.claim(row.claim);
            Ground ground{};
            return act_within<E>(claim, time, asked_, admission_, data_.source(claim).published.days().last, ground);
        } else {
            if (time.told.overlaps(asked_) || time.before.overlaps(asked_)) return true;
            if (admission_.strict || told_throughout_.contains(row.feature)) return false;
            bool nearest = false;
            for_each_constant_part(data_, codings_, partner_, asked_, admission_, [&](Days part, Facts<E>) {
                nearest = nearest || is_nearest(row, time, part.first);
            });
            return nearest;
        }
    }

    /// Whether any of them does not bear by a smaller admission.
    [[nodiscard]] constexpr bool any_lost(const Admission& smaller) const noexcept {
        for (const Coding<E>& row : codings_) {
            if (!features_.contains(row.feature) || !bearing(row).bears) continue;
            if (!detail::bearing(data_, row, partner_, smaller).bears && contains(row)) return true;
        }
        return false;
    }

  private:
    [[nodiscard]] constexpr bool tells_on(const Coding<E>& row, Day day) const noexcept {
        const Bearing found = bearing(row);
        return found.bears && on_day(row, found.time, day) != Truth::unknown;
    }
    /// Whether nothing is told directly of a day that lies between two tellings, and this row is one of the nearest.
    [[nodiscard]] constexpr bool is_nearest(const Coding<E>& row, const CodingTime& time, Day day) const noexcept {
        Neighbours around;
        for (const Coding<E>& other : codings_) {
            if (other.feature != row.feature) continue;
            const Bearing found = bearing(other);
            if (!found.bears) continue;
            if (on_day(other, found.time, day) != Truth::unknown) return false;
            around.consider(other, found.time, day);
        }
        Neighbours own;
        own.consider(row, time, day);
        const bool between = around.before.distance < far_future && around.after.distance < far_future;
        return between &&
               (own.before.distance == around.before.distance || own.after.distance == around.after.distance);
    }

    const Dataset& data_;
    RowSpan<Coding<E>> codings_;
    PartnerIndex partner_;
    Days asked_;
    const Admission& admission_;
    Set<E> features_{};
    Set<E> told_throughout_{};
};

}  // namespace detail

/// Calls `visit(Withdrawal)` for each document (author, claim) that bears on the verdict at the time asked about;
/// without any other it is the same. It bears when a row rests on it, as coded from it or through a membership that it
/// tells, and the row is admitted, about a feature on which the verdict on this partner can depend, and tells of the
/// time asked about, or is the nearest before or after a day of which nothing is told. What is left is read again under
/// the smaller admission, so that what was inferred between two tellings goes with either of them. In the order of the
/// documents, or of the claims.
/// Cost: as `classify` for each that bears; reading all rows for each claim of the dataset; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_withdrawal(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                   const Period& at, const Typology<Label, E>& typology, Withdrawn what,
                                   const Admission& admission, Visit&& visit) {
    const auto read = [&](Withdrawal<Label> found, const Admission& smaller) {
        // By its id one claim can be left out: where that was another before, the rows that it took along are not
        // taken.
        const auto stays = [&](const Coding<E>& row) {
            return smaller.without == admission.without || detail::bearing(data, row, partner, admission).bears;
        };
        found.without = detail::classify_taking(data, codings, partner, at, typology, smaller, stays);
        found.told = detail::anything_told_taking(data, codings, partner, at, typology, smaller, stays);
        return found;
    };
    const Withdrawal<Label> before = read({}, admission);
    Set<E> features = detail::features_that_matter(data, partner, typology);
    // What can change no label may still be all that is told.
    if (before.outcome() == Outcome::open) features |= typology.features();
    const detail::BearingRows<E> rows(data, codings, partner, asked_days(data, at), features, admission);
    const auto withdraw = [&](const Admission& smaller, std::size_t source, const Claim* claim) {
        if (!rows.any_lost(smaller)) return;
        Withdrawal<Label> found = read({what, source, claim}, smaller);
        found.decisive = found.without != before.without || found.outcome() != before.outcome();
        visit(static_cast<const Withdrawal<Label>&>(found));
    };
    if (what == Withdrawn::claim) {
        for (const Claim& claim : data.claims) {
            Admission smaller = admission;
            smaller.without = claim.id;
            withdraw(smaller, claim.source(), &claim);
        }
        return;
    }
    for (std::size_t source = 0; source < data.sources.size(); ++source) {
        Admission smaller = admission;
        bool first = true;
        for (std::size_t i = 0; i < data.sources.size() && i < 32; ++i) {
            if (i != source && (what == Withdrawn::source || data.sources[i].author != data.sources[source].author)) {
                continue;
            }
            first = first && i >= source;
            smaller.sources &= ~(Sources{1} << i);
        }
        if (first) withdraw(smaller, source, nullptr);
    }
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Visit>
constexpr void for_each_withdrawal(const Dataset& data, PartnerIndex partner, const Period& at,
                                   const Typology<Label, E>& typology, Withdrawn what, const Admission& admission,
                                   Visit&& visit) {
    for_each_withdrawal(data, data.codings<E>(), partner, at, typology, what, admission, visit);
}

/// Calls `visit(Withdrawal)` for each document (author, claim) without which the status of some label, or the outcome,
/// is another: what the verdict hangs on. Claims that tell the same cover for each other, so none of several need be
/// decisive.
template <Named Label, Named E, class Visit>
constexpr void for_each_decisive(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                 const Period& at, const Typology<Label, E>& typology, Withdrawn what,
                                 const Admission& admission, Visit&& visit) {
    for_each_withdrawal(data, codings, partner, at, typology, what, admission, [&](const Withdrawal<Label>& found) {
        if (found.decisive) visit(found);
    });
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Visit>
constexpr void for_each_decisive(const Dataset& data, PartnerIndex partner, const Period& at,
                                 const Typology<Label, E>& typology, Withdrawn what, const Admission& admission,
                                 Visit&& visit) {
    for_each_decisive(data, data.codings<E>(), partner, at, typology, what, admission, visit);
}

}  // namespace trimode
