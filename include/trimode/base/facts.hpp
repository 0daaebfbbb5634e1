// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Facts: what is told of every feature of one case, in one word of 64 bits.
/// Layer: base.
#pragma once

#include <cstdint>

#include <trimode/base/set.hpp>
#include <trimode/base/truth.hpp>

namespace trimode {

namespace detail {
/// The opposites of the literals of a word that has those that hold below and those that fail above.
[[nodiscard]] constexpr std::uint64_t opposites(std::uint64_t literals) noexcept {
    return (literals >> 32U) | (literals << 32U);
}
}  // namespace detail

/// What is told of every value of an enumeration: 32 bits told to hold, 32 bits told to fail.
/// Empty facts know nothing: every feature is unknown.
template <Named E>
class Facts {
public:
    constexpr Facts() noexcept = default;
    constexpr Facts(Set<E> told_to_hold, Set<E> told_to_fail) noexcept
        : word_(told_to_hold.bits() | (std::uint64_t{told_to_fail.bits()} << 32U)) {}

    /// The told-to-hold bits below, the told-to-fail bits above.
    [[nodiscard]] constexpr std::uint64_t word() const noexcept { return word_; }
    [[nodiscard]] constexpr Set<E> told_to_hold() const noexcept {
        return Set<E>::of_bits(static_cast<std::uint32_t>(word_));
    }
    [[nodiscard]] constexpr Set<E> told_to_fail() const noexcept {
        return Set<E>::of_bits(static_cast<std::uint32_t>(word_ >> 32U));
    }
    /// The features of which anything is told.
    [[nodiscard]] constexpr Set<E> told() const noexcept { return told_to_hold() | told_to_fail(); }
    /// The features that are told both to hold and to fail.
    [[nodiscard]] constexpr Set<E> contested() const noexcept { return told_to_hold() & told_to_fail(); }
    [[nodiscard]] constexpr Set<E> unknown() const noexcept { return all<E>() - told(); }

    /// The word of what is settled: told one way and not the other. Literals are looked up in it.
    [[nodiscard]] constexpr std::uint64_t settled() const noexcept {
        return word_ & ~detail::opposites(word_);
    }

    [[nodiscard]] constexpr Truth operator[](E feature) const noexcept {
        const auto holds = static_cast<unsigned>(told_to_hold().contains(feature));
        const auto fails = static_cast<unsigned>(told_to_fail().contains(feature));
        return static_cast<Truth>(holds | (fails << 1U));
    }

    /// Replaces what is told of one feature.
    constexpr Facts& set(E feature, Truth truth) noexcept {
        auto holds = told_to_hold();
        auto fails = told_to_fail();
        holds.erase(feature);
        fails.erase(feature);
        if ((static_cast<unsigned>(truth) & 1U) != 0) holds.insert(feature);
        if ((static_cast<unsigned>(truth) & 2U) != 0) fails.insert(feature);
        return *this = Facts(holds, fails);
    }

    /// Adds what somebody else tells; nothing told before is lost.
    constexpr Facts& tell(E feature, Truth truth) noexcept { return set(feature, (*this)[feature] | truth); }

    [[nodiscard]] friend constexpr bool operator==(Facts, Facts) noexcept = default;

private:
    std::uint64_t word_ = 0;
};

}  // namespace trimode
