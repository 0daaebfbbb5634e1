// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Generator: the same numbers everywhere, for tests that try many cases.
#pragma once

#include <cstdint>

namespace test {

/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014).
class Generator {
  public:
    constexpr explicit Generator(std::uint64_t seed) noexcept : state_(seed) {}

    constexpr std::uint64_t next() noexcept {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }
    /// A number from 0 to one less than this. That the lower ones are a trifle more frequent
    /// matters to no test.
    constexpr std::uint32_t below(std::uint32_t limit) noexcept {
        return static_cast<std::uint32_t>(next() >> 32U) % limit;
    }

  private:
    std::uint64_t state_;
};

}  // namespace test
