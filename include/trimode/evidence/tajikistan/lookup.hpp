// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Rows by id while tables are compiled. There are hundreds of references, and every step that the compiler interprets
/// costs: texts are compared by the functions that compilers know and need not interpret.
/// Layer: evidence (tables).
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace trimode::tables {

/// Called only where a table names something that is not in the table to which it refers; its name is the message.
void no_such_id();

/// Below, equal to or above 0 as the one text comes before the other, is the same, or comes after it.
[[nodiscard]] constexpr int order_of(const char* left, const char* right) {
#if defined(__GNUC__)  // and clang
    return __builtin_strcmp(left, right);
#else
    return std::string_view(left).compare(right);
#endif
}

/// The place of the row with this id in a table that is sorted by id. Error: does not compile when there is none.
template <class Row, std::size_t Size>
[[nodiscard]] consteval std::size_t place(const Row (&rows)[Size], const char* id) {
    std::size_t first = 0;
    for (std::size_t last = Size; first < last;) {
        const std::size_t middle = (first + last) / 2;
        const int order = order_of(rows[middle].id.data(), id);
        if (order == 0) return middle;
        if (order < 0) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    no_such_id();
    return Size;
}

/// The rows of several tables one after the other.
template <class Row, std::size_t... Sizes>
[[nodiscard]] consteval auto joined(const Row (&... parts)[Sizes]) {
    std::array<Row, (Sizes + ...)> all{};
    Row* at = all.data();
    const auto append = [&at](const Row* row, std::size_t size) {
        for (; size != 0; --size) *at++ = *row++;
    };
    (append(parts, Sizes), ...);
    return all;
}

}  // namespace trimode::tables
