// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Verdict: which labels hold and which may hold; everything else is derived from these two sets.
/// Layer: inference.
#pragma once

#include <cstdint>

#include <trimode/base/set.hpp>

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
    predicted_but_not_seen,  ///< A label holds by its conditions and does not show. Conduct is hardly ever told not to occur.
    seen_but_not_predicted,  ///< A label shows, and its conditions do not make it hold: they fail, or are open.
    differ,                  ///< Both: something predicted is not seen, something else is.
    not_comparable,          ///< On one of them nothing holds for certain, but something may.
};

/// The spellings of Comparison.
consteval auto names_of(Comparison) {
    return names<Comparison>("agree", "predicted_but_not_seen", "seen_but_not_predicted", "differ", "not_comparable");
}

/// Compares what holds on two routes.
template <Named Label>
[[nodiscard]] constexpr Comparison compare(const Verdict<Label>& predicted, const Verdict<Label>& seen) noexcept {
    const auto open = [](const Verdict<Label>& verdict) { return verdict.holding.empty() && !verdict.possible.empty(); };
    if (open(predicted) || open(seen)) return Comparison::not_comparable;
    const bool unseen = !(predicted.holding - seen.holding).empty();
    const bool unpredicted = !(seen.holding - predicted.holding).empty();
    if (unseen && unpredicted) return Comparison::differ;
    if (unseen) return Comparison::predicted_but_not_seen;
    return unpredicted ? Comparison::seen_but_not_predicted : Comparison::agree;
}

}  // namespace trimode
