// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Rows by id while tables are compiled: hundreds of references would cost seconds as comparisons of text.
/// Layer: evidence (tables).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/hash.hpp>

namespace trimode::tables {

/// Called only where a table names something that is not in the table to which it refers; its name is the message.
void no_such_id();

/// Where the rows of a table are, by a number made of their ids.
template <std::size_t Size>
class Lookup {
public:
    template <class Rows>
    constexpr explicit Lookup(const Rows& rows) {
        for (std::size_t i = 0; i < Size; ++i) {
            // Open addressing: the next free slot after the one that the number names.
            std::size_t slot = number(rows[i].id) % slots;
            while (places_[slot] != 0) slot = (slot + 1) % slots;
            places_[slot] = static_cast<std::uint16_t>(i + 1);
        }
    }

    /// The place of the row with this id. Error: does not compile when there is none.
    template <class Rows>
    [[nodiscard]] constexpr std::size_t find(const Rows& rows, std::string_view id) const {
        for (std::size_t slot = number(id) % slots; places_[slot] != 0; slot = (slot + 1) % slots) {
            if (rows[places_[slot] - 1U].id == id) return places_[slot] - 1U;
        }
        no_such_id();
        return Size;
    }

private:
    static constexpr std::size_t slots = 2 * Size + 1;
    [[nodiscard]] static constexpr std::uint64_t number(std::string_view id) { return Fnv1a().bytes(id).value(); }
    std::array<std::uint16_t, slots> places_{};
};

template <class Row, std::size_t Size>
Lookup(const std::array<Row, Size>&) -> Lookup<Size>;

}  // namespace trimode::tables
