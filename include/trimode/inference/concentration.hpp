// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Concentration: how far relations are in the hands of few partners: the Herfindahl-Hirschman index of their shares,
/// exact, or its exact bounds where shares are intervals or not known.
/// Asked for by itself; no umbrella brings it.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <trimode/base/decimal.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/set.hpp>
#include <trimode/base/truth.hpp>
#include <trimode/framework/dependency_scale.hpp>

namespace trimode {

/// How concentrated relations are, in ascending order. Source: the classes of the International Sovereignty Index,
/// which has mildly, moderately and highly concentrated; what lies below is without a name there.
enum class ConcentrationClass : std::uint8_t { unconcentrated, mild, moderate, high };

/// The spellings of ConcentrationClass.
consteval auto names_of(ConcentrationClass) {
    return names<ConcentrationClass>("unconcentrated", "mild", "moderate", "high");
}

/// From which value of the index each class begins. Unit: none. Range: 0 to 1, ascending. Compared with >=.
/// Source: International Sovereignty Index.
struct ConcentrationCuts {
    Decimal mild = decimal("0.15");
    Decimal moderate = decimal("0.25");
    Decimal high = decimal("0.50");
};

/// The index from which imports count as a strategic dependency. Source: Lefebvre and Wibaux (CEPII, 2024).
inline constexpr Decimal strategic_concentration = decimal("0.40");

/// Whether a list of partners has them all.
enum class PartnerList : std::uint8_t {
    partial,   ///< What the listed ones leave of the whole belongs to others: to one, to infinitely many, or between.
    complete,  ///< There are no others: the shares are known to add up to the whole.
};

/// The spellings of PartnerList.
consteval auto names_of(PartnerList) { return names<PartnerList>("partial", "complete"); }

/// Why there is no index.
enum class ConcentrationFault : std::uint8_t {
    none,
    negative,            ///< A share below 0.
    ends_swapped,        ///< A share whose least is above its most.
    too_precise,         ///< A share with more than seven digits behind the point.
    beyond_whole,        ///< The shares are more than 100 percent, even each at its least.
    below_whole,         ///< A complete list whose shares are less than 100 percent, even each at its most.
    too_many_intervals,  ///< More than `most_open_shares` shares that aren't exact, or more than a million steps of the
                         ///< search for the greatest value.
};

/// The spellings of ConcentrationFault.
consteval auto names_of(ConcentrationFault) {
    return names<ConcentrationFault>("none", "negative", "ends_swapped", "too_precise", "beyond_whole", "below_whole",
                                     "too_many_intervals");
}

/// How many of the shares may be intervals; exact ones may be any number. Unit: shares.
inline constexpr std::size_t most_open_shares = 63;

/// The values that the index may have. Without a fault they are exact: `most` is the greatest value that shares within
/// their intervals can give; `least` is the least one (for a partial list the limit for ever more partners), cut after
/// the 18th digit where it has more.
struct Concentration {
    Decimal least{0};  ///< Unit: none. Range: 0, infinitely many partners, to 1, one partner.
    Decimal most{1};   ///< The same. With a fault nothing is known, and it is 0 to 1.
    ConcentrationFault fault = ConcentrationFault::none;
    std::size_t partner = 0;  ///< The share at fault, from 0; for beyond_whole the one with which the sum is too much;
                              ///< as many as there are shares when it is all of them.

    /// Whether there is one value only.
    [[nodiscard]] constexpr bool exact() const noexcept { return fault == ConcentrationFault::none && least == most; }
    [[nodiscard]] friend constexpr bool operator==(const Concentration&, const Concentration&) noexcept = default;
};

namespace detail::concentration {

/// Shares are counted in units of a billionth of the whole: their squares add up to the square of this at most, so that
/// everything is a whole number of 64 bits, and the index one of 18 digits.
inline constexpr std::int64_t whole = 1'000'000'000;
inline constexpr int places = 7;  // of a share in percent

[[nodiscard]] constexpr Decimal index_of(std::int64_t squares) noexcept {
    const auto decimal = Decimal::of(squares, 18);
    return decimal ? *decimal : Decimal{};  // it always is one: at most 1, with 18 digits behind the point
}

/// A share between two ends. Unit: billionths.
struct Share {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

/// The units of a percentage from 0 to 100. Error: empty beyond the digits that there are.
[[nodiscard]] constexpr std::optional<std::int64_t> units(Decimal percent) noexcept {
    if (percent.places() > places) return std::nullopt;
    std::int64_t units = percent.digits();
    for (int place = percent.places(); place < places; ++place) units *= 10;
    return units;
}

/// A share in units; what lies above the whole is cut off. Error: `fault`.
[[nodiscard]] constexpr Share share(const Percentage& percentage, ConcentrationFault& fault) noexcept {
    const Decimal top{100};
    if (percentage.least < Decimal{}) fault = ConcentrationFault::negative;
    if (percentage.least > top) fault = ConcentrationFault::beyond_whole;
    if (percentage.bounded && percentage.most < percentage.least) fault = ConcentrationFault::ends_swapped;
    if (fault != ConcentrationFault::none) return {};
    const auto least = units(percentage.least);
    const auto most = units(percentage.bounded && percentage.most < top ? percentage.most : top);
    if (least && most) return {*least, *most};
    fault = ConcentrationFault::too_precise;
    return {};
}

/// A share that can still be raised from its least by some room. A full raise adds room * slope to the square.
struct Open {
    std::int64_t least = 0;
    std::int64_t room = 0;
    [[nodiscard]] constexpr std::int64_t slope() const noexcept { return 2 * least + room; }
    [[nodiscard]] constexpr bool before(const Open& other) const noexcept {
        return slope() != other.slope() ? slope() > other.slope() : room > other.room;
    }
    [[nodiscard]] friend constexpr bool operator==(const Open&, const Open&) noexcept = default;
};

/// The greatest sum of squares when all that is left of the whole is put on open shares. A sum of squares is greatest
/// at a corner: every share but one is at an end, and that one takes the remainder. Which are raised is a knapsack,
/// solved by branch and bound. The bound: a square lies below its chord, so that room may be filled along chords,
/// steepest first.
class Raising {
public:
    /// False, and nothing done, when there is no place for another.
    constexpr bool add(Open open) noexcept {
        if (size_ == open_.size()) return false;
        std::size_t at = size_++;
        for (; at > 0 && open.before(open_[at - 1]); --at) open_[at] = open_[at - 1];
        open_[at] = open;
        return true;
    }

    /// What is gained by putting so much on the shares. Error: empty when that took too many steps.
    [[nodiscard]] constexpr std::optional<std::int64_t> most(std::int64_t amount) noexcept {
        if (amount == 0) return 0;
        best_ = 0;
        steps_ = 0;
        for (partly_ = 0; partly_ < size_; ++partly_) {
            if (partly_ > 0 && open_[partly_] == open_[partly_ - 1]) continue;
            if (!search(0, amount, 0)) return std::nullopt;
        }
        return best_;
    }

private:
    /// At most what the shares from this place on, and the one that takes the remainder, can gain; empty when they
    /// cannot take the amount.
    [[nodiscard]] constexpr std::optional<std::int64_t> bound(std::size_t from, std::int64_t amount) const noexcept {
        const Open partly{open_[partly_].least, open_[partly_].room < amount ? open_[partly_].room : amount};
        std::int64_t sum = 0;
        std::int64_t left = amount;
        const auto fill = [&](const Open& open) {
            const std::int64_t taken = open.room < left ? open.room : left;
            sum += taken * open.slope();
            left -= taken;
        };
        bool filled = false;
        for (std::size_t at = from; at < size_ && left > 0; ++at) {
            if (at == partly_ || open_[at].room > amount) continue;
            if (!filled && partly.slope() >= open_[at].slope()) {
                fill(partly);
                filled = true;
            }
            fill(open_[at]);
        }
        if (!filled) fill(partly);
        if (left > 0) return std::nullopt;
        return sum;
    }

    /// Raises each share from this place on fully or not at all. False when that took too many steps.
    constexpr bool search(std::size_t from, std::int64_t amount, std::int64_t gained) noexcept {
        if (++steps_ > 1'000'000) return false;
        if (from == partly_) ++from;
        const auto more = bound(from, amount);
        if (!more || gained + *more <= best_) return true;
        if (from >= size_) {
            best_ = gained + *more;  // nothing but the one that takes the remainder: no bound, but the value
            return true;
        }
        const Open& open = open_[from];
        if (open.room <= amount && !search(from + 1, amount - open.room, gained + open.room * open.slope()))
            return false;
        // Of shares that are alike the first are raised; so a share that is not ends it for all of them.
        std::size_t next = from + 1;
        while (next < size_ && open_[next] == open) ++next;
        return search(next, amount, gained);
    }

    std::array<Open, most_open_shares + 1> open_{};  // one more for all others together
    std::size_t size_ = 0;
    std::size_t partly_ = 0;
    std::int64_t best_ = 0;
    std::size_t steps_ = 0;
};

/// The least sum of squares of shares that add up to the whole: all as near to one common size as their ends allow.
/// Rounded down. `shares(i)` gives a share.
template <class Shares>
[[nodiscard]] constexpr std::int64_t least_squares(std::size_t partners, const Shares& shares) noexcept {
    const auto sum_at = [&](std::int64_t size) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < partners; ++i) {
            const Share one = shares(i);
            sum += size < one.least ? one.least : size < one.most ? size : one.most;
        }
        return sum;
    };
    // The common size in whole units; below the whole, the shares that can grow share the last unit evenly.
    std::int64_t size = 0;
    for (std::int64_t step = whole; step > 0; step /= 2) {
        while (size + step <= whole && sum_at(size + step) <= whole) size += step;
    }
    std::int64_t squares = 0;
    std::int64_t left = whole;
    std::int64_t free = 0;
    for (std::size_t i = 0; i < partners; ++i) {
        const Share one = shares(i);
        if (one.least <= size && size < one.most) {
            ++free;
            continue;
        }
        const std::int64_t fixed = size < one.least ? one.least : one.most;
        squares += fixed * fixed;
        left -= fixed;
    }
    return free == 0 ? squares : squares + left * left / free;
}

/// `at(i)` gives the percentage of a partner.
template <class At>
[[nodiscard]] constexpr Concentration of(std::size_t partners, const At& at, PartnerList list) noexcept {
    const auto failed = [](ConcentrationFault fault, std::size_t partner) {
        Concentration result;
        result.fault = fault;
        result.partner = partner;
        return result;
    };
    std::int64_t left = whole;
    std::int64_t room = 0;
    std::int64_t squares = 0;
    for (std::size_t i = 0; i < partners; ++i) {
        ConcentrationFault fault = ConcentrationFault::none;
        const Share one = share(at(i), fault);
        if (fault != ConcentrationFault::none) return failed(fault, i);
        if (one.least > left) return failed(ConcentrationFault::beyond_whole, i);
        left -= one.least;
        room += one.most - one.least;
        squares += one.least * one.least;
    }
    const bool complete = list == PartnerList::complete;
    if (complete && room < left) return failed(ConcentrationFault::below_whole, partners);
    const auto known = [&](std::size_t i) {
        ConcentrationFault fault = ConcentrationFault::none;
        return share(at(i), fault);
    };
    Raising raising;
    bool fits = complete || raising.add({0, left});
    for (std::size_t i = 0; i < partners; ++i) {
        const Share one = known(i);
        const std::int64_t most = one.most - one.least < left ? one.most - one.least : left;
        if (most > 0) fits = fits && raising.add({one.least, most});
    }
    const auto gained = fits ? raising.most(left) : std::nullopt;
    if (!gained) return failed(ConcentrationFault::too_many_intervals, partners);
    Concentration result;
    result.least = index_of(complete ? least_squares(partners, known) : squares);
    result.most = index_of(squares + *gained);
    return result;
}

/// An index from 0 to 1. Unit: 10 to the power of -18, the last digit of a Decimal.
[[nodiscard]] constexpr std::uint64_t units_of_index(Decimal index) noexcept {
    auto units = static_cast<std::uint64_t>(index.digits());
    for (int place = index.places(); place < 18; ++place) units *= 10;
    return units;
}

}  // namespace detail::concentration

/// The Herfindahl-Hirschman index of the partners' shares: the sum of (share / 100)^2 over all partners. One value when
/// shares are exact and add up to the whole; else its bounds over everything that the shares leave possible.
///
/// @param shares  One for each partner. Unit: percent. Range: from 0; what an interval has above 100 is cut off.
/// @param list    Whether there are no other partners. Rounded shares that miss 100 by a little aren't a complete list.
/// Error: see `ConcentrationFault`.
/// Cost: grows with the number of shares; with many intervals the search for the greatest value can be long.
/// Source: Herfindahl, Concentration in the steel industry (1950); Hirschman, National power and the structure of
/// foreign trade (1945), who took its root.
[[nodiscard]] constexpr Concentration concentration(std::span<const Percentage> shares,
                                                    PartnerList list = PartnerList::partial) noexcept {
    return detail::concentration::of(
        shares.size(), [shares](std::size_t i) { return shares[i]; }, list);
}
/// The same of shares that are all exact.
[[nodiscard]] constexpr Concentration concentration(std::span<const Decimal> shares,
                                                    PartnerList list = PartnerList::partial) noexcept {
    return detail::concentration::of(
        shares.size(),
        [shares](std::size_t i) {
            return Percentage{shares[i], shares[i], true};
        },
        list);
}

/// The index on a scale on which equal shares of that many partners are 0 and one partner alone is 1:
/// (index - 1/n) / (1 - 1/n). It grows with the index, so that bounds may be put in one by one.
///
/// @param index     An index or one of its bounds. Unit: none. Range: 1/n to 1.
/// @param partners  n, all of them, those with a share of 0 too if the comparison counts them. Range: from 2.
/// Error: empty beyond these ranges.
[[nodiscard]] constexpr std::optional<double> normalised_concentration(Decimal index, std::size_t partners) noexcept {
    if (partners < 2 || index < Decimal{0} || index > Decimal{1}) return std::nullopt;
    constexpr std::uint64_t one = 1'000'000'000'000'000'000;
    const std::uint64_t equal = one / static_cast<std::uint64_t>(partners);
    const std::uint64_t units = detail::concentration::units_of_index(index);
    if (units < equal) return std::nullopt;
    return static_cast<double>(units - equal) / static_cast<double>(one - equal);
}

/// The class of one value of the index.
[[nodiscard]] constexpr ConcentrationClass concentration_class(Decimal index,
                                                               const ConcentrationCuts& cuts = {}) noexcept {
    if (index >= cuts.high) return ConcentrationClass::high;
    if (index >= cuts.moderate) return ConcentrationClass::moderate;
    return index >= cuts.mild ? ConcentrationClass::mild : ConcentrationClass::unconcentrated;
}

/// The classes that are possible: exactly those from that of `least` to that of `most`. With a fault all of them.
[[nodiscard]] constexpr Set<ConcentrationClass> concentration_classes(const Concentration& found,
                                                                      const ConcentrationCuts& cuts = {}) noexcept {
    Set<ConcentrationClass> classes;
    for (const ConcentrationClass one : all<ConcentrationClass>()) {
        if (concentration_class(found.least, cuts) <= one && one <= concentration_class(found.most, cuts)) {
            classes.insert(one);
        }
    }
    return classes;
}

/// Whether the index reaches a cut-off, by default that of a strategic dependency. Unknown when it may or may not.
[[nodiscard]] constexpr Truth concentration_reaches(const Concentration& found,
                                                    Decimal cut = strategic_concentration) noexcept {
    if (found.fault != ConcentrationFault::none) return Truth::unknown;
    if (found.least >= cut) return Truth::holds;
    return found.most < cut ? Truth::fails : Truth::unknown;
}

}  // namespace trimode
