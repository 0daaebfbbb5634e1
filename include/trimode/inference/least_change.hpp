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
#include <span>
#include <type_traits>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/formula.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode {

/// One way to bring something about: what would have to be otherwise than told, and what would have to be settled.
struct Change {
    Cube turn{};    ///< Literals that are told the other way.
    Cube settle{};  ///< Literals that are unknown or contested.

    [[nodiscard]] constexpr int turns() const noexcept { return turn.size(); }
    [[nodiscard]] constexpr int settles() const noexcept { return settle.size(); }
    /// Everything that it asks for.
    [[nodiscard]] constexpr Cube all() const noexcept { return turn & settle; }
    [[nodiscard]] friend constexpr bool operator==(const Change&, const Change&) noexcept = default;
};

/// All changes of the same, least cost: as many as there is room for, and how many there are. Empty: no change whatever
/// does it.
class LeastChanges {
public:
    /// How many of them are here.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    /// Whether it is so already: no change is needed. Not so when no change does it.
    [[nodiscard]] constexpr bool nothing_to_change() const noexcept { return size_ > 0 && changes_[0] == Change{}; }
    /// Below `size()`; from there up to `formula_capacity` an empty change, so ask `nothing_to_change`, do not compare.
    [[nodiscard]] constexpr const Change& operator[](std::size_t i) const noexcept { return changes_[i]; }
    [[nodiscard]] constexpr const Change* begin() const noexcept { return changes_.data(); }
    [[nodiscard]] constexpr const Change* end() const noexcept { return changes_.data() + size_; }

    /// How many there are, with those for which there was no room.
    [[nodiscard]] constexpr std::size_t ways() const noexcept { return ways_; }
    /// Whether all of them are here.
    [[nodiscard]] constexpr bool complete() const noexcept { return ways_ == size_; }

    /// Adds a change that costs as much as those that are there, and is none of them. Without room it is only counted.
    constexpr void append(const Change& change) noexcept {
        ++ways_;
        if (size_ < changes_.size()) changes_[size_++] = change;
    }

private:
    std::array<Change, formula_capacity> changes_{};
    std::size_t size_ = 0;
    std::size_t ways_ = 0;
};

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

/// What a cube asks for beyond what is settled: its literals that are settled the other way, and those that are open.
[[nodiscard]] constexpr Change change_to(std::uint64_t asked, std::uint64_t settled) noexcept {
    const auto cube = [](std::uint64_t bits) {
        return Cube{static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32U)};
    };
    const std::uint64_t against = opposites(settled);
    return {cube(asked & against), cube(asked & ~settled & ~against)};
}

/// Parts that are given: what is settled on each.
template <Named E>
class GivenParts {
public:
    constexpr explicit GivenParts(std::span<const Facts<E>> parts) noexcept : parts_(parts) {}

    /// Whether a part is wanted. Called with what is settled on a part, until one is. Without parts nothing is told.
    template <class Wanted>
    constexpr bool any(const Wanted& wanted) const {
        for (const Facts<E>& part : parts_) {
            if (wanted(part.settled())) return true;
        }
        return parts_.empty() && wanted(std::uint64_t{0});
    }

private:
    std::span<const Facts<E>> parts_;
};

/// The parts of a time in which nothing told of a partner changes: the first `Room` that differ in the features meant
/// are remembered, what comes after them is read again each time.
template <Named E, std::size_t Room = 64>
class ToldParts {
public:
    constexpr ToldParts(const Dataset& data, PartnerIndex partner, Days asked, const Admission& admission,
                        Set<E> meant) noexcept
        : data_(data),
          partner_(partner),
          admission_(admission),
          meant_(meant.bits() | (std::uint64_t{meant.bits()} << 32U)) {
        if (asked.empty()) size_ = 1;  // of no day nothing is told
        for_each_constant_part(data_, data_.codings<E>(), partner_, asked, admission_,
                               [&](Days part, Facts<E> facts) {
                                   if (!rest_.empty() || remember(facts.settled() & meant_)) return;
                                   rest_ = {part.first, asked.last};
                               });
    }

    /// As `GivenParts::any`.
    template <class Wanted>
    constexpr bool any(const Wanted& wanted) const {
        for (std::size_t i = 0; i < size_; ++i) {
            if (wanted(parts_[i])) return true;
        }
        bool found = false;
        if (rest_.empty()) return found;
        for_each_constant_part(data_, data_.codings<E>(), partner_, rest_, admission_,
                               [&](Days, Facts<E> facts) { found = found || wanted(facts.settled() & meant_); });
        return found;
    }

private:
    /// False when there is no room.
    constexpr bool remember(std::uint64_t settled) noexcept {
        for (std::size_t i = 0; i < size_; ++i) {
            if (parts_[i] == settled) return true;
        }
        if (size_ == Room) return false;
        parts_[size_++] = settled;
        return true;
    }

    const Dataset& data_;
    PartnerIndex partner_;
    const Admission& admission_;
    std::uint64_t meant_;
    std::array<std::uint64_t, Room> parts_{};
    std::size_t size_ = 0;
    Days rest_ = no_days;
};

/// Searches the changes after which, on each part, each of some formulas has a satisfied term. A change is one over all
/// parts; what is settled is what is settled the same way on all of them.
///
/// It begins without any change and goes on with the first part and formula without a satisfied term, once for each of
/// the terms: what the term lacks on that part is asked for from there on, and what it has there is kept. A least
/// change asks for nothing superfluous, so it is found by always taking terms that it satisfies; of the ways that lead
/// to it only the one is followed that takes the first such term each time. So each change is met once, and nothing but
/// the way to it is remembered. The parts, costs and rules have to outlive the search.
template <Named E, class Parts, std::size_t Goals>
class ChangeSearch {
public:
    constexpr ChangeSearch(const Parts& parts, const ChangeCosts<E>& costs) noexcept : parts_(parts), costs_(costs) {
        parts_.any([this](std::uint64_t settled) {
            settled_ &= settled;
            return false;
        });
    }

    /// That a formula is to have a satisfied term.
    constexpr void want(const Formula<E>& formula) noexcept { goals_[goals_count_++] = &formula; }

    static constexpr std::uint64_t no_limit = ~std::uint64_t{0};

    /// The rank of the least change: no other has a lower one. `no_limit` when no change does it.
    [[nodiscard]] constexpr std::uint64_t least() noexcept {
        below_ = no_limit;
        follow(0, {}, 0, [this](const Change&, std::uint64_t rank) { below_ = rank; });
        return below_;
    }

    /// Visits all changes of the least rank, each once. Returns how many.
    template <class Visit>
    constexpr std::size_t for_each(Visit&& visit) {
        const auto rank = least();
        if (rank == no_limit) return 0;
        std::size_t visited = 0;
        below_ = rank + 1;
        follow(0, {}, 0, [&](const Change& change, std::uint64_t) {
            const std::uint64_t asked = change.all().word();
            if (!is_first_way(asked, ~opposites(asked), depth_)) return;
            ++visited;
            visit(change);
        });
        return visited;
    }

private:
    struct Step {
        const Formula<E>* goal = nullptr;
        std::uint64_t settled = 0;  ///< On the part.
        std::size_t term = 0;

        [[nodiscard]] constexpr std::uint64_t word() const noexcept { return goal->terms()[term].word(); }
    };

    /// By cost; what costs nothing still makes a change longer, so that it is not asked for in vain.
    [[nodiscard]] constexpr std::uint64_t rank_of(const Change& change) const noexcept {
        std::uint64_t free = 0;
        for (const E feature : Set<E>::of_bits(change.turn.conditions())) free += costs_.turning[index(feature)] == 0;
        for (const E feature : Set<E>::of_bits(change.settle.conditions()))
            free += costs_.settling[index(feature)] == 0;
        return costs_.of(change) * 64 + free;
    }
    [[nodiscard]] static constexpr bool satisfies(std::uint64_t settled, std::uint64_t term) noexcept {
        return (settled & term) == term;
    }

    /// The first part and formula without a satisfied term once this is asked for; no goal when there is none.
    [[nodiscard]] constexpr Step first_unsatisfied(std::uint64_t asked) const noexcept {
        Step first;
        parts_.any([&](std::uint64_t settled) {
            const std::uint64_t after = asked | (settled & ~opposites(asked));
            for (std::size_t goal = 0; goal < goals_count_; ++goal) {
                bool satisfied = false;
                for (const Cube& term : goals_[goal]->terms()) satisfied = satisfied || satisfies(after, term.word());
                if (satisfied) continue;
                first = {goals_[goal], settled, 0};
                return true;
            }
            return false;
        });
        return first;
    }
    /// Whether each of so many steps took the first of the terms that are satisfied by what is asked for and by what is
    /// settled on its part and kept.
    [[nodiscard]] constexpr bool is_first_way(std::uint64_t asked, std::uint64_t kept,
                                              std::size_t steps) const noexcept {
        for (std::size_t i = 0; i < steps; ++i) {
            Step earlier = way_[i];
            while (earlier.term-- > 0) {
                if (satisfies(asked | (earlier.settled & kept), earlier.word())) return false;
            }
        }
        return true;
    }

    /// Goes on from a change, and from all that the steps to it ask for or keep; calls `found` for the changes that do
    /// it and rank below the limit.
    template <class Found>
    constexpr void follow(std::uint64_t kept, const Change& change, std::uint64_t rank, const Found& found) {
        const std::uint64_t asked = change.all().word();
        Step step = first_unsatisfied(asked);
        if (step.goal == nullptr) return found(change, rank);
        for (; step.term < step.goal->terms().size(); ++step.term) {
            const std::uint64_t more_kept = kept | step.word();
            const std::uint64_t more = asked | (step.word() & ~step.settled);
            if ((more_kept & opposites(more)) != 0) continue;
            const Change longer = change_to(more, settled_);
            const std::uint64_t its_rank = rank_of(longer);
            if (its_rank >= below_ || !costs_.allow(longer)) continue;
            way_[depth_] = step;
            if (!is_first_way(more, more_kept, depth_ + 1)) continue;
            ++depth_;
            follow(more_kept, longer, its_rank, found);
            --depth_;
        }
    }

    const Parts& parts_;
    const ChangeCosts<E>& costs_;
    std::uint64_t settled_ = ~std::uint64_t{0};
    std::array<const Formula<E>*, Goals> goals_{};
    std::size_t goals_count_ = 0;
    std::array<Step, count<E>> way_{};  ///< Each step asks for a feature more.
    std::size_t depth_ = 0;
    std::uint64_t below_ = no_limit;  ///< What does not rank below is not followed.
};

/// The search for an aim, on all parts.
template <Named Label, Named E, class Parts>
[[nodiscard]] constexpr auto search_for(const Parts& parts, const Typology<Label, E>& typology, Label label, Aim aim,
                                        const ChangeCosts<E>& costs) noexcept {
    ChangeSearch<E, Parts, count<Label> + 1> search(parts, costs);
    const Rule<E>& rule = typology.rule(label);
    search.want(aim == Aim::end ? rule.unless() : rule.when());
    if (aim != Aim::sole) return search;
    for (const Label other : typology.labels()) {
        if (other != label) search.want(typology.rule(other).unless());
    }
    return search;
}

/// All that a search finds, as far as there is room.
template <class Search>
[[nodiscard]] constexpr LeastChanges all_of(Search search) noexcept {
    LeastChanges changes;
    search.for_each([&](const Change& change) { changes.append(change); });
    return changes;
}

/// The parts of the time asked about, in the features of which the rules speak.
template <Named Label, Named E>
[[nodiscard]] constexpr ToldParts<E> told_parts(const Dataset& data, PartnerIndex partner, const Period& at,
                                                const Typology<Label, E>& typology,
                                                const Admission& admission) noexcept {
    return {data, partner, asked_days(data, at), admission, typology.features()};
}

}  // namespace detail

/// What the least change for a label costs. Error: empty when no change does it. Cost: as `for_each_least_change`.
template <Named Label, Named E>
[[nodiscard]] constexpr std::optional<Used<Label, std::uint64_t>> least_cost(Facts<E> facts, const Typology<Label, E>& typology,
                                                                Label label, Aim aim = Aim::give,
                                                                const ChangeCosts<E>& costs = {}) noexcept {
    const detail::GivenParts<E> parts({&facts, 1});
    auto search = detail::search_for(parts, typology, label, aim, costs);
    const auto rank = search.least();
    if (rank == search.no_limit) return std::nullopt;
    return rank / 64;
}

/// Calls `visit(Change)` for each change of least cost after which `classify` says that the label holds, that it cannot
/// hold, or that it holds alone; each once, however many there are. What is told otherwise must turn, what is unknown
/// or contested must be settled. One empty change: nothing need change. None: no change that is allowed does it. A
/// change asks for nothing in vain: of those that cost the same because some of it costs nothing, only those with the
/// fewest such features are meant.
///
/// @param costs  What changing each feature costs, and which cannot be changed.
/// @return       How many were visited.
/// Cost: to give or to end, at most quadratic in the primes of the rule. To make it the only label, a search that
/// follows each prime of every rule that stands in the way; what costs more than the best found is not followed. At
/// worst the product of the numbers of these primes, and so exponential in the labels; random rules of four labels over
/// nine features take 10 microseconds, of 16 labels over 20 features some milliseconds, but 20 labels over 32 features
/// have taken 5 seconds. Space: a few words a label and a feature; no allocation.
template <Named Label, Named E, class Visit>
constexpr std::size_t for_each_least_change(Facts<E> facts, const Typology<Label, E>& typology, Label label, Aim aim,
                                            const ChangeCosts<E>& costs, Visit&& visit) {
    const detail::GivenParts<E> parts({&facts, 1});
    return detail::search_for(parts, typology, label, aim, costs).for_each(visit);
}

/// The same for several parts of a time, or several accounts of one case: a change sets features on all of them, and
/// the aim is to be reached on each. Settled is what is settled the same way on all; to change anything else is to
/// settle it. Without parts nothing is told. Cost: a search for every aim, which follows the primes of its rules on
/// each part where they are in the way; each step asks every part.
template <Named Label, Named E, class Visit>
constexpr std::size_t for_each_least_change(std::type_identity_t<std::span<const Facts<E>>> parts,
                                            const Typology<Label, E>& typology, Label label, Aim aim,
                                            const ChangeCosts<E>& costs, Visit&& visit) {
    const detail::GivenParts<E> given(parts);
    return detail::search_for(given, typology, label, aim, costs).for_each(visit);
}

/// The same for a partner over a time: features are set over the whole of it, and exactly those changes are visited
/// after which `classify` of the dataset gives the aim, which it asks of every part of the time. What turns within the
/// time, or is told for a part of it only, is settled by a change, as it is open in what is told of the whole.
/// Cost: as for several parts; of a time in which more than 64 parts differ the later ones are read from the dataset
/// again at each step. No allocation.
template <Named Label, Named E, class Visit>
constexpr std::size_t for_each_least_change(const Dataset& data, PartnerIndex partner, const Period& at,
                                            const Typology<Label, E>& typology, Label label, Aim aim,
                                            const ChangeCosts<E>& costs, const Admission& admission, Visit&& visit) {
    const auto parts = detail::told_parts(data, partner, at, typology, admission);
    return detail::search_for(parts, typology, label, aim, costs).for_each(visit);
}

/// The least that must change for a label: all ways of least cost, as `for_each_least_change` visits them. Of one case
/// there can be more than there is room for only when the label is to be the only one; `ways()` always counts all.
template <Named Label, Named E>
[[nodiscard]] constexpr LeastChanges least_change(Facts<E> facts, const Typology<Label, E>& typology, Label label,
                                                  Aim aim = Aim::give, const ChangeCosts<E>& costs = {}) noexcept {
    const detail::GivenParts<E> parts({&facts, 1});
    return detail::all_of(detail::search_for(parts, typology, label, aim, costs));
}

/// The same for a rule by itself: to give it or to end it. As it has no others, `sole` is as `give`.
template <Named E>
[[nodiscard]] constexpr LeastChanges least_change(Facts<E> facts, const Rule<E>& rule, Aim aim = Aim::give,
                                                  const ChangeCosts<E>& costs = {}) noexcept {
    const detail::GivenParts<E> parts({&facts, 1});
    detail::ChangeSearch<E, detail::GivenParts<E>, 1> search(parts, costs);
    search.want(aim == Aim::end ? rule.unless() : rule.when());
    return detail::all_of(search);
}

/// The same for several parts of a time, or several accounts of one case.
template <Named Label, Named E>
[[nodiscard]] constexpr LeastChanges least_change(std::type_identity_t<std::span<const Facts<E>>> parts,
                                                  const Typology<Label, E>& typology, Label label, Aim aim = Aim::give,
                                                  const ChangeCosts<E>& costs = {}) noexcept {
    const detail::GivenParts<E> given(parts);
    return detail::all_of(detail::search_for(given, typology, label, aim, costs));
}

/// The same for a partner over a time, on every part of it.
template <Named Label, Named E>
[[nodiscard]] constexpr LeastChanges least_change(const Dataset& data, PartnerIndex partner, const Period& at,
                                                  const Typology<Label, E>& typology, Label label, Aim aim = Aim::give,
                                                  const ChangeCosts<E>& costs = {},
                                                  const Admission& admission = {}) noexcept {
    const auto parts = detail::told_parts(data, partner, at, typology, admission);
    return detail::all_of(detail::search_for(parts, typology, label, aim, costs));
}

/// The same for a relationship, from what is told of the whole of its time. Of a time within which something turns ask
/// the dataset.
template <Named Label, Named E>
[[nodiscard]] constexpr LeastChanges least_change(const Relationship& relationship, const Typology<Label, E>& typology,
                                                  Label label, Aim aim = Aim::give,
                                                  const ChangeCosts<E>& costs = {}) noexcept {
    return least_change(relationship.facts<E>(), typology, label, aim, costs);
}

/// The least that must change for the conditions to predict a mode, as `classify(relationship)` does.
template <class Use = OnUse>
[[nodiscard]] constexpr LeastChanges least_change(const Used<Use, Relationship>& relationship, Mode mode, Aim aim = Aim::give,
                                                  const ChangeCosts<Condition>& costs = {}) noexcept {
    return least_change(relationship.conditions, three_modes::predicted, mode, aim, costs);
}

}  // namespace trimode
