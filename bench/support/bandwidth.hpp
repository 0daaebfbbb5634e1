// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Bandwidth: how fast one core of this machine reads memory, and writes while it reads; the limits of batches. Plain
/// sums, which have next to nothing to do beside, of several places at once, as a batch reads its columns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace bench {

/// The sum of all words. Each of the parts, one behind the other, is read from its beginning, all at the same pace, and
/// two words a turn, each into a sum of its own.
template <std::size_t Parts>
[[nodiscard]] std::uint64_t sum(std::span<const std::uint64_t> words) {
    const std::size_t part = words.size() / Parts / 2 * 2;
    const std::uint64_t* const first = words.data();
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        std::array<std::uint64_t, Parts> even{};
        std::array<std::uint64_t, Parts> odd{};
        for (std::size_t i = 0; i < part; i += 2) {
            ((even[Index] += first[Index * part + i], odd[Index] += first[Index * part + i + 1]), ...);
        }
        return (std::uint64_t{0} + ... + (even[Index] + odd[Index]));
    }
    (std::make_index_sequence<Parts>{});
}

/// Reads columns one behind the other, all at the same pace, and writes the sums of their words, a little different, to
/// as many other columns. What a batch with these columns would take if it had nothing else to do.
template <std::size_t Reads, std::size_t Writes>
void sum_into(std::span<const std::uint64_t> words, std::span<std::uint64_t> to) {
    const std::size_t size = words.size() / Reads;
    const std::uint64_t* const first = words.data();
    std::uint64_t* const out = to.data();
    constexpr std::size_t block = 64;  // of constant length, so that it is vectorised as the library's loops are
    for (std::size_t at = 0; at + block <= size; at += block) {
        std::array<std::uint64_t, block> sums;
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            for (std::size_t i = 0; i < block; ++i) sums[i] = (std::uint64_t{0} + ... + first[Index * size + at + i]);
        }
        (std::make_index_sequence<Reads>{});
        for (std::size_t column = 0; column < Writes; ++column) {
            for (std::size_t i = 0; i < block; ++i) out[column * size + at + i] = sums[i] + column;
        }
    }
}

}  // namespace bench
