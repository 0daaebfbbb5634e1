// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Random: numbers that are the same with every library; the distributions of <random> are not.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bench {

/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014).
class Random {
  public:
    constexpr explicit Random(std::uint64_t seed) noexcept : state_(seed) {}
    [[nodiscard]] constexpr std::uint64_t next() noexcept {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// From 0 to below `count`. A power of two has no bias; the others here are small.
    [[nodiscard]] constexpr std::size_t below(std::size_t count) noexcept {
        return static_cast<std::size_t>(next() % count);
    }

  private:
    std::uint64_t state_;
};

}  // namespace bench
