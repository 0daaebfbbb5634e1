// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Least change: the cheapest ways to give a label, to make it the only one, or to rule it out.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode {

/// What a change is to bring about.
enum class Aim : std::uint8_t {
    give,  ///< That the label holds.
    end,   ///< That it cannot hold.
    sole,  ///< That it holds, and no other label of the typology may.
};

/// The spellings of Aim.
consteval auto names_of(Aim) { return names<Aim>("give", "end", "sole"); }

namespace detail {
template <std::size_t N>
[[nodiscard]] constexpr std::array<std::uint32_t, N> filled(std::uint32_t value) noexcept {
    std::array<std::uint32_t, N> values{};
    for (std::uint32_t& each : values) each = value;
    return values;
}
}  // namespace detail

/// What it costs to change each feature, and what cannot be changed. Unless it is said otherwise each costs the same,
/// and turning one costs more than settling all of them.
template <Named E>
struct ChangeCosts {
    /// To make a feature otherwise than told. Unit: any, the same throughout. Range: any.
    std::array<std::uint32_t, count<E>> turning = detail::filled<count<E>>(count<E> + 1);
    /// To settle a feature that is unknown or contested, the one way or the other.
    std::array<std::uint32_t, count<E>> settling = detail::filled<count<E>>(1);
    Set<E> not_turned{};   ///< Features that stay as they are told.
    Set<E> not_settled{};  ///< Features that stay unknown or contested.

    /// Lets these features neither be turned nor be settled.
    constexpr ChangeCosts& pin(Set<E> features) noexcept {
        not_turned |= features;
        not_settled |= features;
        return *this;
    }
    /// Whether a change leaves alone what cannot be changed.
    [[nodiscard]] constexpr bool allow(const Change& change) const noexcept {
        return (change.turn.conditions() & not_turned.bits()) == 0 &&
               (change.settle.conditions() & not_settled.bits()) == 0;
    }
    /// What a change costs: the sum over its features. Range: below 2^37, so that it never overflows.
    [[nodiscard]] constexpr std::uint64_t of(const Change& change) const noexcept {
        std::uint64_t sum = 0;
        for (const E feature : Set<E>::of_bits(change.turn.conditions())) sum += turning[index(feature)];
        for (const E feature : Set<E>::of_bits(change.settle.conditions())) sum += settling[index(feature)];
        return sum;
    }
    [[nodiscard]] friend constexpr bool operator==(const ChangeCosts&, const ChangeCosts&) noexcept = default;
};

namespace detail {

/// Searches the changes after which each of some formulas has a satisfied term.
///
/// It begins without any change and goes on with a formula that has no satisfied term yet, once for each of its terms:
/// what the term asks for is asked for from there on. A least change asks for nothing superfluous, so it is found by
/// always taking terms that it satisfies; of the ways that lead to it only the one is followed that takes the first
/// such term each time. So each change is met once, and nothing but the way to it is remembered.
template <Named Label, Named E>
class ChangeSearch {
public:
    constexpr ChangeSearch(Facts<E> facts, const Typology<Label, E>& typology, Label label, Aim aim,
                           const ChangeCosts<E>& costs) noexcept
        : settled_(facts.settled()), costs_(costs) {
        const Rule<E>& rule = typology.rule(label);
        goals_[goals_count_++] = aim == Aim::end ? &rule.unless() : &rule.when();
        if (aim != Aim::sole) return;
        for (const Label other : typology.labels()) {
            if (other != label) goals_[goals_count_++] = &typology.rule(other).unless();
        }
    }

    /// The rank of the least change: no other has a lower one. Error: empty when no change does it.
    [[nodiscard]] constexpr std::optional<std::uint64_t> least() noexcept {
        below_ = no_limit;
        follow({}, {}, 0, [this](const Change&, std::uint64_t rank) { below_ = rank; });
        if (below_ == no_limit) return std::nullopt;
        return below_;
    }

    /// Visits all changes of the least rank, each once.
    template <class Visit>
    constexpr void for_each_of(std::uint64_t rank, Visit&& visit) {
        below_ = rank + 1;
        follow({}, {}, 0, [&](const Change& change, std::uint64_t) {
            if (is_first_way(after(change), depth_)) visit(change);
        });
    }

private:
    static constexpr std::uint64_t no_limit = ~std::uint64_t{0};

    struct Step {
        std::size_t goal = 0;
        std::size_t term = 0;
    };

    /// By cost; what costs nothing still makes a change longer, so that it is not asked for in vain.
    [[nodiscard]] constexpr std::uint64_t rank_of(const Change& change) const noexcept {
        std::uint64_t free = 0;
        for (const E feature : Set<E>::of_bits(change.turn.conditions())) free += costs_.turning[index(feature)] == 0;
        for (const E feature : Set<E>::of_bits(change.settle.conditions()))
            free += costs_.settling[index(feature)] == 0;
        return costs_.of(change) * 64 + free;
    }
    /// What is settled after a change.
    [[nodiscard]] constexpr std::uint64_t after(const Change& change) const noexcept {
        const std::uint64_t asked = change.all().word();
        return (settled_ & ~((asked >> 32U) | (asked << 32U))) | asked;
    }
    [[nodiscard]] static constexpr bool satisfies(std::uint64_t settled, const Cube& term) noexcept {
        return (settled & term.word()) == term.word();
    }
    [[nodiscard]] constexpr const auto& terms(std::size_t goal) const noexcept { return goals_[goal]->terms(); }

    /// The first formula without a satisfied term; one beyond the last when there is none.
    [[nodiscard]] constexpr std::size_t first_unsatisfied(std::uint64_t settled) const noexcept {
        for (std::size_t goal = 0; goal < goals_count_; ++goal) {
            bool satisfied = false;
            for (const Cube& term : terms(goal)) satisfied = satisfied || satisfies(settled, term);
            if (!satisfied) return goal;
        }
        return goals_count_;
    }
    /// Whether each of so many steps took the first of the terms that are satisfied in the end.
    [[nodiscard]] constexpr bool is_first_way(std::uint64_t settled, std::size_t steps) const noexcept {
        for (std::size_t i = 0; i < steps; ++i) {
            for (std::size_t term = 0; term < way_[i].term; ++term) {
                if (satisfies(settled, terms(way_[i].goal)[term])) return false;
            }
        }
        return true;
    }

    /// Goes on from a change, and from all that the steps to it ask for; calls `found` for the changes that do it and
    /// rank below the limit.
    template <class Found>
    constexpr void follow(Cube asked, const Change& change, std::uint64_t rank, const Found& found) {
        const std::size_t goal = first_unsatisfied(after(change));
        if (goal == goals_count_) return found(change, rank);
        for (std::size_t term = 0; term < terms(goal).size(); ++term) {
            const Cube more = asked & terms(goal)[term];
            if (more.contradictory()) continue;
            const Change longer = change_to(more, settled_);
            const std::uint64_t its_rank = rank_of(longer);
            if (its_rank >= below_ || !costs_.allow(longer)) continue;
            way_[depth_] = {goal, term};
            if (!is_first_way(more.word(), depth_ + 1)) continue;
            ++depth_;
            follow(more, longer, its_rank, found);
            --depth_;
        }
    }

    std::uint64_t settled_;
    const ChangeCosts<E>& costs_;
    std::array<const Formula<E>*, count<Label>> goals_{};  ///< Each is to have a satisfied term.
    std::size_t goals_count_ = 0;
    std::array<Step, count<Label>> way_{};  ///< A formula is satisfied for good once a term of it is taken.
    std::size_t depth_ = 0;
    std::uint64_t below_ = no_limit;  ///< What does not rank below is not followed.
};

}  // namespace detail

/// What the least change for a label costs. Error: empty when no change does it. Cost: as `for_each_least_change`.
template <Named Label, Named E>
[[nodiscard]] constexpr std::optional<std::uint64_t> least_cost(Facts<E> facts, const Typology<Label, E>& typology,
                                                                Label label, Aim aim = Aim::give,
                                                                const ChangeCosts<E>& costs = {}) noexcept {
    const auto rank = detail::ChangeSearch<Label, E>(facts, typology, label, aim, costs).least();
    if (!rank) return std::nullopt;
    return *rank / 64;
}

/// Calls `visit(Change)` for each change of least cost after which `classify` says that the label holds, that it cannot
/// hold, or that it holds alone; each once, however many there are. What is told otherwise must turn, what is unknown
/// or contested must be settled. One empty change: nothing need change. None: no change that is allowed does it. A
/// change asks for nothing in vain: of those that cost the same because some of it costs nothing, only those with the
/// fewest such features are meant.
///
/// @param costs  What changing each feature costs, and which cannot be changed.
/// @return       How many were visited.
/// Cost: to give or to end, linear in the primes of the rule. To make it the only label, a search that follows each
/// prime of every rule that stands in the way; what costs more than the best found is not followed. At worst the
/// product of the numbers of these primes, and so exponential in the labels; random rules of four labels over nine
/// features take 10 microseconds, of 16 labels over 20 features some milliseconds. Space: a few words a label; no
/// allocation.
template <Named Label, Named E, class Visit>
constexpr std::size_t for_each_least_change(Facts<E> facts, const Typology<Label, E>& typology, Label label, Aim aim,
                                            const ChangeCosts<E>& costs, Visit&& visit) {
    detail::ChangeSearch<Label, E> search(facts, typology, label, aim, costs);
    const auto least = search.least();
    if (!least) return 0;
    std::size_t visited = 0;
    search.for_each_of(*least, [&](const Change& change) {
        ++visited;
        visit(change);
    });
    return visited;
}

/// The least that must change for a label: all ways of least cost, as `for_each_least_change` visits them. There can be
/// more than there is room for only when the label is to be the only one; `ways()` always counts all of them.
template <Named Label, Named E>
[[nodiscard]] constexpr LeastChanges least_change(Facts<E> facts, const Typology<Label, E>& typology, Label label,
                                                  Aim aim = Aim::give, const ChangeCosts<E>& costs = {}) noexcept {
    LeastChanges changes;
    for_each_least_change(facts, typology, label, aim, costs, [&](const Change& change) { changes.append(change); });
    return changes;
}

/// The same for a relationship.
template <Named Label, Named E>
[[nodiscard]] constexpr LeastChanges least_change(const Relationship& relationship, const Typology<Label, E>& typology,
                                                  Label label, Aim aim = Aim::give,
                                                  const ChangeCosts<E>& costs = {}) noexcept {
    return least_change(relationship.facts<E>(), typology, label, aim, costs);
}

}  // namespace trimode
