// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Acceptance: whether a state takes up what a partner proposes, as whole points with the reasons for and against.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include <trimode/base/facts.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/set.hpp>
#include <trimode/base/truth.hpp>
#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

// As strategy games do it: a proposal starts from a base, everything that bears on it adds or takes whole points, it is
// taken up when the sum is above zero, and a tooltip lists what bears on it, the weightiest first. The points are the
// game's data. No paper measures them, and nothing here is a finding about any state.
//
// What an engine calls for each state, partner and kind of proposal comes to one line, whatever its types are:
//     int acceptance(const Nation& sender, const Nation& receiver, const Proposal& context) {
//         const auto& told = receiver.told_of(sender);
//         return acceptance_score(told, classify<three_modes::predicted>(told), weights[context.kind], context.counts);
//     }
// and the tooltip, asked for seldom, to `acceptance` of the library with the same arguments.

/// What a game counts besides, as one number, when it has no enumeration of its own for it.
enum class Circumstance : std::uint8_t {
    other,  ///< Whatever the game counts.
};

/// The spellings of Circumstance.
consteval auto names_of(Circumstance) { return names<Circumstance>("other"); }

namespace detail {

/// Points for each value of an enumeration in each of its states. Values and states that do not exist have none.
template <Named E, Named State>
class PointTable {
public:
    [[nodiscard]] constexpr std::int32_t of(E value, State state) const noexcept {
        return index(value) < count<E> && index(state) < count<State> ? points_[index(value)][index(state)] : 0;
    }
    constexpr void set(Set<E> values, State state, std::int32_t points) noexcept {
        if (index(state) >= count<State>) return;
        for (const E value : values) points_[index(value)][index(state)] = points;
    }
    [[nodiscard]] friend constexpr bool operator==(const PointTable&, const PointTable&) noexcept = default;

private:
    std::array<std::array<std::int32_t, count<State>>, count<E>> points_{};
};

}  // namespace detail

/// How many points everything adds to a proposal of one kind: a base, each label that holds, is open or fails, and each
/// feature that holds, fails, is unknown or contested. A game has one of these for each kind of proposal. What is not
/// set counts nothing, and so the default is that nothing counts; which is a choice too, above all for what is unknown.
/// A label that is open and the features that leave it open each count for themselves: who means the same thing by both
/// sets one of them.
///
///     constexpr auto loan = AcceptanceWeights<Mode, Condition>(-10)
///                               .set(Mode::recipient, Answer::holds, 40)
///                               .set(all<Condition>(), Truth::unknown, -3);
template <Named Label, Named E>
class AcceptanceWeights {
public:
    constexpr AcceptanceWeights() noexcept = default;
    /// @param base  What the proposal starts from. Unit: points. To be taken up it has to end above zero.
    constexpr explicit AcceptanceWeights(std::int32_t base) noexcept : base_(base) {}

    /// The points of a label, or of several, that holds, is open or fails. A label without a rule fails.
    constexpr AcceptanceWeights& set(Label label, Answer answer, std::int32_t points) noexcept {
        return set(Set<Label>{label}, answer, points);
    }
    constexpr AcceptanceWeights& set(Set<Label> labels, Answer answer, std::int32_t points) noexcept {
        labels_.set(labels, answer, points);
        return *this;
    }
    /// The points of a feature, or of several, of which that is told. Also of features of which no rule speaks.
    constexpr AcceptanceWeights& set(E feature, Truth truth, std::int32_t points) noexcept {
        return set(Set<E>{feature}, truth, points);
    }
    constexpr AcceptanceWeights& set(Set<E> features, Truth truth, std::int32_t points) noexcept {
        features_.set(features, truth, points);
        return *this;
    }

    [[nodiscard]] constexpr std::int32_t base() const noexcept { return base_; }
    [[nodiscard]] constexpr std::int32_t of(Label label, Answer answer) const noexcept {
        return labels_.of(label, answer);
    }
    [[nodiscard]] constexpr std::int32_t of(E feature, Truth truth) const noexcept {
        return features_.of(feature, truth);
    }
    [[nodiscard]] friend constexpr bool operator==(const AcceptanceWeights&,
                                                   const AcceptanceWeights&) noexcept = default;

private:
    std::int32_t base_ = 0;
    detail::PointTable<Label, Answer> labels_{};
    detail::PointTable<E, Truth> features_{};
};

/// Weights to begin with, for one proposal under the three modes: that the state takes the partner's help and goes
/// along with its wish. The signs follow the ideas of document 000 (a recipient takes and does not stand up to the
/// partner, a protector dissents, blocks 22, 26, 38; for want of another source even what does not fit is taken, block
/// 43). The sizes are conventions of ours for games and examples, not findings of any paper: put your own.
inline constexpr auto example_weights = AcceptanceWeights<Mode, Condition>(-5)
                                            .set(Mode::recipient, Answer::holds, 40)
                                            .set(Mode::recipient, Answer::open, 10)
                                            .set(Mode::protector, Answer::holds, -40)
                                            .set(Mode::protector, Answer::open, -10)
                                            .set(Condition::resources, Truth::holds, 15)
                                            .set(Condition::resources, Truth::fails, -20)
                                            .set(Condition::regime_affinity, Truth::holds, 10)
                                            .set(Condition::regime_affinity, Truth::fails, -10)
                                            .set(Condition::conditionality, Truth::holds, -15)
                                            .set(Condition::alternative, Truth::holds, -10)
                                            .set(Condition::alternative, Truth::fails, 20)
                                            .set(three_modes::predicted.features(), Truth::unknown, -2)
                                            .set(three_modes::predicted.features(), Truth::contested, -4);

/// Points that the game counts itself for one proposal: distance, trust, what was accepted before. Each circumstance
/// has one number; setting it again replaces it, and what is not set counts nothing.
template <Named C = Circumstance>
class Circumstances {
public:
    constexpr Circumstances& set(C circumstance, std::int32_t points) noexcept {
        if (index(circumstance) < count<C>) points_[index(circumstance)] = points;
        return *this;
    }
    [[nodiscard]] constexpr std::int32_t of(C circumstance) const noexcept {
        return index(circumstance) < count<C> ? points_[index(circumstance)] : 0;
    }
    [[nodiscard]] friend constexpr bool operator==(const Circumstances&, const Circumstances&) noexcept = default;

private:
    std::array<std::int32_t, count<C>> points_{};
};

/// What a reason speaks of.
enum class ReasonKind : std::uint8_t {
    base,          ///< What every such proposal starts from.
    label,         ///< A label that holds, is open or fails.
    feature,       ///< A feature that is told to hold or to fail, is unknown or contested.
    circumstance,  ///< What the game counts itself.
};

/// The spellings of ReasonKind.
consteval auto names_of(ReasonKind) { return names<ReasonKind>("base", "label", "feature", "circumstance"); }

/// One reason for or against a proposal. Only the members that its kind names are meant; the others stay as they are
/// here.
template <Named Label, Named E, Named C = Circumstance>
struct Reason {
    ReasonKind kind = ReasonKind::base;
    std::int32_t points = 0;  ///< Above zero speaks for the proposal, below zero against it.
    Label label{};            ///< Of kind `label`, with its answer.
    Answer answer{};
    E feature{};  ///< Of kind `feature`, with what is told of it.
    Truth truth{};
    C circumstance{};  ///< Of kind `circumstance`.

    /// A number that stands for what the reason says, whatever its points: for tables of texts in a game's language.
    /// The kind from bit 16, the place in its enumeration from bit 8, the answer or truth below. No two reasons for one
    /// proposal share it.
    [[nodiscard]] constexpr std::uint32_t code() const noexcept {
        const auto of = [this](std::size_t place, std::size_t state) {
            return static_cast<std::uint32_t>((index(kind) << 16U) | (place << 8U) | state);
        };
        switch (kind) {
            case ReasonKind::base: break;
            case ReasonKind::label: return of(index(label), index(answer));
            case ReasonKind::feature: return of(index(feature), index(truth));
            case ReasonKind::circumstance: return of(index(circumstance), 0);
        }
        return of(0, 0);
    }
    /// Whether it comes first in a list: more points, for or against; of as many, what speaks for it; of those, by
    /// code.
    [[nodiscard]] constexpr bool weightier_than(const Reason& other) const noexcept {
        const auto size = [](std::int64_t number) { return number < 0 ? -number : number; };
        if (size(points) != size(other.points)) return size(points) > size(other.points);
        return points != other.points ? points > other.points : code() < other.code();
    }
    [[nodiscard]] friend constexpr bool operator==(const Reason&, const Reason&) noexcept = default;
};

/// Calls `visit(Reason)` for everything that adds points to a proposal or takes some: the base, then labels, features
/// and circumstances in the order of their enumerations. What counts nothing is left out.
template <Named Label, Named E, Named C = Circumstance, class Visit>
constexpr void for_each_reason(Facts<E> facts, const Verdict<Label>& verdict,
                               const AcceptanceWeights<Label, E>& weights, const Circumstances<C>& circumstances,
                               Visit&& visit) {
    const auto call = [&visit](const Reason<Label, E, C>& reason) {
        if (reason.points != 0) visit(reason);
    };
    call({.points = weights.base()});
    for (const Label label : all<Label>()) {
        const Answer answer = verdict.answer(label);
        call({.kind = ReasonKind::label, .points = weights.of(label, answer), .label = label, .answer = answer});
    }
    for (const E feature : all<E>()) {
        const Truth truth = facts[feature];
        call({.kind = ReasonKind::feature, .points = weights.of(feature, truth), .feature = feature, .truth = truth});
    }
    for (const C circumstance : all<C>()) {
        const std::int32_t points = circumstances.of(circumstance);
        call({.kind = ReasonKind::circumstance, .points = points, .circumstance = circumstance});
    }
}

/// Whether a proposal is taken up, by how much, and why: the sum of its reasons, and all of them, the weightiest first.
template <Named Label, Named E, Named C = Circumstance>
class Acceptance {
public:
    /// As many reasons as there can be.
    static constexpr std::size_t capacity = 1 + count<Label> + count<E> + count<C>;

    /// No reason at all: refused.
    constexpr Acceptance() noexcept = default;
    constexpr Acceptance(Facts<E> facts, const Verdict<Label>& verdict, const AcceptanceWeights<Label, E>& weights,
                         const Circumstances<C>& circumstances = {}) noexcept {
        for_each_reason(facts, verdict, weights, circumstances, [this](const Reason<Label, E, C>& reason) {
            std::size_t at = size_++;
            for (; at > 0 && reason.weightier_than(reasons_[at - 1]); --at) reasons_[at] = reasons_[at - 1];
            reasons_[at] = reason;
            points_ += reason.points;
        });
    }

    /// The sum. Unit: points. It cannot overflow.
    [[nodiscard]] constexpr std::int64_t points() const noexcept { return points_; }
    /// Whether the sum is above zero; who gains nothing by it refuses.
    [[nodiscard]] constexpr bool accepted() const noexcept { return points_ > 0; }
    /// Whether the answer would be the other one without this reason.
    [[nodiscard]] constexpr bool hangs_on(const Reason<Label, E, C>& reason) const noexcept {
        return (points_ - reason.points > 0) != accepted();
    }
    /// The reasons, the weightiest first.
    [[nodiscard]] constexpr std::span<const Reason<Label, E, C>> reasons() const noexcept {
        return {reasons_.data(), size_};
    }
    [[nodiscard]] friend constexpr bool operator==(const Acceptance&, const Acceptance&) noexcept = default;

private:
    std::array<Reason<Label, E, C>, capacity> reasons_{};
    std::size_t size_ = 0;
    std::int64_t points_ = 0;
};

/// Whether the state takes up a proposal, for facts that have been classified. Deterministic, whole numbers only.
template <Named Label, Named E, Named C = Circumstance>
[[nodiscard]] constexpr Acceptance<Label, E, C> acceptance(Facts<E> facts, const Verdict<Label>& verdict,
                                                           const AcceptanceWeights<Label, E>& weights,
                                                           const Circumstances<C>& circumstances = {}) noexcept {
    return {facts, verdict, weights, circumstances};
}

/// The same with the verdict that a typology gives, which may be known only at run time.
template <Named Label, Named E, Named C = Circumstance>
[[nodiscard]] constexpr Acceptance<Label, E, C> acceptance(Facts<E> facts, const Typology<Label, E>& typology,
                                                           const AcceptanceWeights<Label, E>& weights,
                                                           const Circumstances<C>& circumstances = {}) noexcept {
    return {facts, classify(facts, typology), weights, circumstances};
}

/// The same for a relationship, from those of its facts of which the typology speaks.
template <Named Label, Named E, Named C = Circumstance>
[[nodiscard]] constexpr Acceptance<Label, E, C> acceptance(const Relationship& relationship,
                                                           const Typology<Label, E>& typology,
                                                           const AcceptanceWeights<Label, E>& weights,
                                                           const Circumstances<C>& circumstances = {}) noexcept {
    return acceptance(relationship.facts<E>(), typology, weights, circumstances);
}

/// The sum alone, without the list: for the inner loop of a game, where every state weighs every proposal. The same
/// number as `acceptance(...).points()`.
template <Named Label, Named E, Named C = Circumstance>
[[nodiscard]] constexpr std::int64_t acceptance_points(Facts<E> facts, const Verdict<Label>& verdict,
                                                       const AcceptanceWeights<Label, E>& weights,
                                                       const Circumstances<C>& circumstances = {}) noexcept {
    std::int64_t points = 0;
    for_each_reason(facts, verdict, weights, circumstances,
                    [&points](const Reason<Label, E, C>& reason) { points += reason.points; });
    return points;
}

/// The same as an `int`, for a callback that returns one. A sum beyond what an int holds is the nearest that it does,
/// so that accepted stays accepted and refused stays refused.
template <Named Label, Named E, Named C = Circumstance>
[[nodiscard]] constexpr int acceptance_score(Facts<E> facts, const Verdict<Label>& verdict,
                                             const AcceptanceWeights<Label, E>& weights,
                                             const Circumstances<C>& circumstances = {}) noexcept {
    using Limits = std::numeric_limits<int>;
    const std::int64_t points = acceptance_points(facts, verdict, weights, circumstances);
    if (points < (Limits::min)()) return (Limits::min)();
    return points > (Limits::max)() ? (Limits::max)() : static_cast<int>(points);
}

}  // namespace trimode
