// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Hash: a number of 64 bits for a sequence of bytes, the same everywhere; and how such numbers are shown.
/// Layer: base.
#pragma once

#include <cstdint>
#include <string_view>

#include <trimode/base/text.hpp>

namespace trimode {

/// Fowler, Noll and Vo's hash, version 1a, of 64 bits: each byte is put in by exclusive or, then the whole is
/// multiplied by a prime. What has been put in so far is `value()`. The algorithm is part of the interface: the same
/// bytes give the same number on every platform, at compile time and at run time, in every version. It tells accidents
/// apart, not forgeries: whoever wants another sequence with the same number finds one.
/// Source: Fowler, Noll and Vo (1991); Eastlake et al., The FNV non-cryptographic hash algorithm (draft-eastlake-fnv).
class Fnv1a {
public:
    /// Puts bytes in as they stand.
    constexpr Fnv1a& bytes(std::string_view some) noexcept {
        std::uint64_t hash = hash_;
        for (const char c : some) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
        hash_ = hash;
        return *this;
    }
    /// Puts in the lowest bytes of a number, the lowest first, whatever the order of bytes of the machine.
    /// @param width  How many. Unit: bytes. Range: 0 to 8.
    constexpr Fnv1a& number(std::uint64_t digits, int width) noexcept {
        for (; width > 0; --width, digits >>= 8U) hash_ = (hash_ ^ (digits & 0xffU)) * prime;
        return *this;
    }
    /// Puts in the length of a text as a number of 4 bytes, then its bytes, so that where it ends is part of the
    /// sequence.
    constexpr Fnv1a& text(std::string_view some) noexcept { return number(some.size(), 4).bytes(some); }

    [[nodiscard]] constexpr std::uint64_t value() const noexcept { return hash_; }

private:
    static constexpr std::uint64_t prime = 0x100000001b3U;
    std::uint64_t hash_ = 0xcbf29ce484222325U;
};

/// A number in hexadecimal, with 16 digits, such as "00000000000000ff".
[[nodiscard]] constexpr Text<16> hexadecimal(std::uint64_t number) noexcept {
    constexpr std::string_view digits = "0123456789abcdef";
    Text<16> text;
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(number >> shift) & 0xfU];
    return text;
}

}  // namespace trimode
