// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Random: pseudo-random numbers that are the same everywhere, so that a seed in a report is enough to repeat a result.
/// Asked for by itself; no umbrella brings it.
/// Layer: base.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>

namespace trimode {

namespace detail {

/// The next number of SplitMix64, whose whole state is one word; here it only spreads a seed over a larger state.
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014), with the constants of Vigna's
/// splitmix64.c (2015).
[[nodiscard]] constexpr std::uint64_t split_mix(std::uint64_t& state) noexcept {
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

}  // namespace detail

/// A generator of pseudo-random numbers: xoshiro256**, its state filled by SplitMix64. The algorithm is part of the
/// interface: the same seed gives the same numbers on every platform, at compile time and at run time, in every
/// version. Period 2^256 - 1. For simulation and resampling; not for secrets, since a few outputs give away the rest.
/// Source: Blackman and Vigna, Scrambled linear pseudorandom number generators (2021), and their xoshiro256starstar.c,
/// which also recommends the seeding.
class Random {
public:
    using State = std::array<std::uint64_t, 4>;

    /// The generator of that seed. Range: any; neighbouring seeds give unrelated numbers.
    constexpr explicit Random(std::uint64_t seed) noexcept {
        for (std::uint64_t& word : state_) word = detail::split_mix(seed);
    }

    /// The generator that goes on from a state that was read before. Error: empty when all four words are 0, which
    /// would give nothing but 0.
    [[nodiscard]] static constexpr std::optional<Random> of_state(const State& state) noexcept {
        if ((state[0] | state[1] | state[2] | state[3]) == 0) return std::nullopt;
        Random random(0);
        random.state_ = state;
        return random;
    }

    /// Where it stands: enough for `of_state` to go on from here.
    [[nodiscard]] constexpr const State& state() const noexcept { return state_; }

    /// The next number. Range: 0 to 2^64 - 1, all alike.
    constexpr std::uint64_t next() noexcept {
        const std::uint64_t result = std::rotl(state_[1] * 5U, 7) * 9U;
        const std::uint64_t shifted = state_[1] << 17U;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    /// A whole number from 0 to one less than the limit, each exactly as likely as any other: numbers from the
    /// incomplete run at the low end, which would favour some remainders, are drawn again.
    ///
    /// @param limit  How many numbers to choose from. Range: from 1; with 0 there is nothing to choose, the answer is
    ///               0, and nothing is drawn.
    /// Cost: one number; seldom more, on average fewer than two for any limit.
    constexpr std::uint64_t below(std::uint64_t limit) noexcept {
        if (limit == 0) return 0;
        const std::uint64_t incomplete = (std::uint64_t{0} - limit) % limit;  // 2^64 modulo limit
        std::uint64_t drawn = next();
        while (drawn < incomplete) drawn = next();
        return drawn % limit;
    }

    /// A number made of the upper 53 bits of the next one: a multiple of 2^-53, so that each is exact as a double.
    /// Unit: none. Range: 0 to 1, without 1.
    constexpr double unit() noexcept { return static_cast<double>(next() >> 11U) * 0x1p-53; }

    /// Whether both give the same numbers from here on.
    [[nodiscard]] friend constexpr bool operator==(const Random&, const Random&) noexcept = default;

private:
    State state_{};
};

}  // namespace trimode
