// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Verdict: which labels hold and which may hold; everything else is derived from these two sets.
/// Layer: inference.
#pragma once

#include <cstdint>

#include <trimode/base/set.hpp>
#include <trimode/framework/reading.hpp>

namespace trimode {

/// A verdict in one word.
enum class Outcome : std::uint8_t {
    sole,          ///< One holds, and no other may.
    leading,       ///< One holds, others are open.
    mixed,         ///< Several hold.
    open,          ///< None holds, some may.
    insufficient,  ///< Open, and nothing at all is told.
    none,          ///< None may hold: a proper answer.
};

/// The spellings of Outcome.
consteval auto names_of(Outcome) {
    return names<Outcome>("sole", "leading", "mixed", "open", "insufficient", "none");
}

/// The labels that hold however the open questions turn out, and those that may hold; the first are among the second.
template <Named Label>
struct Verdict {
    Set<Label> holding{};
    Set<Label> possible{};

    [[nodiscard]] constexpr bool holds(Label label) const noexcept { return holding.contains(label); }
    [[nodiscard]] constexpr bool may_hold(Label label) const noexcept { return possible.contains(label); }
    /// The same in one word.
    [[nodiscard]] constexpr Answer answer(Label label) const noexcept {
        return holds(label) ? Answer::holds : may_hold(label) ? Answer::open : Answer::fails;
    }
    /// No open question can change it.
    [[nodiscard]] constexpr bool settled() const noexcept { return holding == possible; }
    /// @param anything_told  Whether anything at all is told of the features of the rules.
    [[nodiscard]] constexpr Outcome outcome(bool anything_told = true) const noexcept {
        if (holding.size() > 1) return Outcome::mixed;
        if (holding.size() == 1) return settled() ? Outcome::sole : Outcome::leading;
        if (possible.empty()) return Outcome::none;
        return anything_told ? Outcome::open : Outcome::insufficient;
    }
    [[nodiscard]] friend constexpr bool operator==(const Verdict&, const Verdict&) noexcept = default;
};

/// How the route from conditions and the route through conduct compare.
enum class Comparison : std::uint8_t {
    agree,                   ///< The same labels hold on both.
    predicted_but_not_seen,  ///< A label holds by its conditions and does not show.
    seen_but_not_predicted,  ///< A label shows, and its conditions do not make it hold: they fail, or are open.
    differ,                  ///< Both: something predicted is not seen, something else is.
    not_comparable,          ///< On one of them nothing holds for certain, but something may.
};

/// The spellings of Comparison.
consteval auto names_of(Comparison) {
    return names<Comparison>("agree", "predicted_but_not_seen", "seen_but_not_predicted", "differ", "not_comparable");
}

/// What conditions let one expect of conduct that may follow them late. Without a lag it is what is predicted; with
/// one, what was predicted on any of the days before counts, too.
template <Named Label>
struct Expected {
    Set<Label> due{};       ///< Predicted throughout: what conduct has had time to follow.
    Set<Label> lately{};    ///< Predicted at some time: what conduct may still follow.
    Set<Label> possible{};  ///< What may have been predicted at some time.

    constexpr Expected() noexcept = default;
    constexpr explicit Expected(const Verdict<Label>& predicted) noexcept
        : due(predicted.holding), lately(predicted.holding), possible(predicted.possible) {}

    /// What was predicted on another day counts, too.
    constexpr void add(const Verdict<Label>& predicted) noexcept {
        due &= predicted.holding;
        lately |= predicted.holding;
        possible |= predicted.possible;
    }
    [[nodiscard]] friend constexpr bool operator==(const Expected&, const Expected&) noexcept = default;
};

/// Compares what conditions let one expect with what conduct shows. A label is seen when it holds in conduct. It is
/// *not seen* when anything at all is told of conduct and it does not hold there, be it that nothing, something else or
/// both yes and no is told of its own conduct: that something was not done is hardly ever told, so to wait for that
/// would be to never miss anything. When nothing is told of conduct, nothing is missed.
/// @param conduct_told  Whether anything is told of conduct (`anything_told`, `Episode::told`). What holds in conduct
/// is
///                      told in any case.
template <Named Label>
[[nodiscard]] constexpr Comparison compare(const Expected<Label>& expected, const Verdict<Label>& seen,
                                           bool conduct_told) noexcept {
    if (expected.lately.empty() && !expected.possible.empty()) return Comparison::not_comparable;
    const bool shows_nothing = seen.holding.empty() && !seen.possible.empty();
    if (shows_nothing && (!conduct_told || expected.due.empty())) return Comparison::not_comparable;
    const bool unseen = !(expected.due - seen.holding).empty();
    const bool unpredicted = !(seen.holding - expected.lately).empty();
    if (unseen && unpredicted) return Comparison::differ;
    if (unseen) return Comparison::predicted_but_not_seen;
    return unpredicted ? Comparison::seen_but_not_predicted : Comparison::agree;
}

/// The same for conduct that follows conditions at once. Without `conduct_told` a label is missed only where another
/// shows, or where none may.
template <Named Label>
[[nodiscard]] constexpr Comparison compare(const Verdict<Label>& predicted, const Verdict<Label>& seen,
                                           bool conduct_told = false) noexcept {
    return compare(Expected<Label>(predicted), seen, conduct_told);
}

}  // namespace trimode
