// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Set: some values of one enumeration, in one word.
/// Layer: base.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include <trimode/base/names.hpp>

namespace trimode {

/// A set of values of an enumeration: bit i stands for value i.
template <Named E>
class Set {
public:
    /// Goes through the values in the order of the enumeration.
    class Iterator {
    public:
        using value_type = E;
        using difference_type = std::ptrdiff_t;
        constexpr Iterator() noexcept = default;
        constexpr explicit Iterator(std::uint32_t left) noexcept : left_(left) {}
        [[nodiscard]] constexpr E operator*() const noexcept { return static_cast<E>(std::countr_zero(left_)); }
        constexpr Iterator& operator++() noexcept {
            left_ &= left_ - 1U;
            return *this;
        }
        constexpr Iterator operator++(int) noexcept {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        [[nodiscard]] friend constexpr bool operator==(Iterator, Iterator) noexcept = default;

    private:
        std::uint32_t left_ = 0;
    };

    constexpr Set() noexcept = default;
    constexpr Set(std::initializer_list<E> values) noexcept {
        for (const E value : values) insert(value);
    }

    /// The set whose bits are given; bits beyond the enumeration are dropped.
    [[nodiscard]] static constexpr Set of_bits(std::uint32_t bits) noexcept {
        Set set;
        set.bits_ = bits & full;
        return set;
    }

    [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return bits_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        return static_cast<std::size_t>(std::popcount(bits_));
    }
    [[nodiscard]] constexpr bool contains(E value) const noexcept { return (bits_ & bit(value)) != 0; }
    /// Whether every value of the other is in this one.
    [[nodiscard]] constexpr bool includes(Set other) const noexcept { return (other.bits_ & ~bits_) == 0; }

    constexpr void insert(E value) noexcept { bits_ |= bit(value); }
    constexpr void erase(E value) noexcept { bits_ &= ~bit(value); }

    [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator(bits_); }
    [[nodiscard]] constexpr Iterator end() const noexcept { return Iterator(0); }

    [[nodiscard]] friend constexpr Set operator|(Set left, Set right) noexcept {
        return of_bits(left.bits_ | right.bits_);
    }
    [[nodiscard]] friend constexpr Set operator&(Set left, Set right) noexcept {
        return of_bits(left.bits_ & right.bits_);
    }
    /// What is in the left set and not in the right one.
    [[nodiscard]] friend constexpr Set operator-(Set left, Set right) noexcept {
        return of_bits(left.bits_ & ~right.bits_);
    }
    constexpr Set& operator|=(Set other) noexcept { return *this = *this | other; }
    constexpr Set& operator&=(Set other) noexcept { return *this = *this & other; }
    [[nodiscard]] friend constexpr bool operator==(Set, Set) noexcept = default;

private:
    static constexpr std::uint32_t full =
        count<E> == 32 ? 0xffffffffU : (std::uint32_t{1} << (count<E> % 32)) - 1U;
    [[nodiscard]] static constexpr std::uint32_t bit(E value) noexcept {
        return index(value) < count<E> ? std::uint32_t{1} << index(value) : 0U;
    }
    std::uint32_t bits_ = 0;
};

/// Every value of the enumeration.
template <Named E>
[[nodiscard]] constexpr Set<E> all() noexcept {
    return Set<E>::of_bits(0xffffffffU);
}

}  // namespace trimode
