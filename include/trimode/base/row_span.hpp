// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// RowSpan: the rows of a table, seen and not owned.
/// Layer: base.
#pragma once

#include <cstddef>
#include <type_traits>

namespace trimode {

/// Rows one after the other in memory that somebody else keeps: a lean `std::span<const Row>`. A span, an array or a vector
/// becomes one, and it becomes a span; but where a function finds out the type of row by itself, as `classify(data, rows,
/// ...)` does, it has to be given as `RowSpan(rows)`. It is no range that may be borrowed from.
/// A dataset has seventeen tables, and to fill a `std::span` costs g++ as much as thirty of these, for each type of row.
template <class Row>
class RowSpan {
public:
    using value_type = Row;

    constexpr RowSpan() noexcept = default;
    constexpr RowSpan(const Row* first, std::size_t size) noexcept : first_(first), size_(size) {}
    template <std::size_t Size>
    constexpr RowSpan(const Row (&rows)[Size]) noexcept : first_(rows), size_(Size) {}
    /// Whatever has `data()` and `size()`: a span, an array, a vector.
    template <class Table>
        requires requires(const Table& table) {
            table.size();
            requires std::is_same_v<std::remove_cvref_t<decltype(table.data()[0])>, Row>;
        }
    constexpr RowSpan(const Table& table) noexcept : first_(table.data()), size_(static_cast<std::size_t>(table.size())) {}

    [[nodiscard]] constexpr const Row* data() const noexcept { return first_; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr const Row* begin() const noexcept { return first_; }
    [[nodiscard]] constexpr const Row* end() const noexcept { return first_ + size_; }
    /// Range: `place` is below `size()`.
    [[nodiscard]] constexpr const Row& operator[](std::size_t place) const noexcept { return first_[place]; }
    [[nodiscard]] constexpr const Row& front() const noexcept { return first_[0]; }
    [[nodiscard]] constexpr const Row& back() const noexcept { return first_[size_ - 1]; }
    /// The first rows. Range: `size` is at most `size()`.
    [[nodiscard]] constexpr RowSpan first(std::size_t size) const noexcept { return {first_, size}; }
    /// The last rows. Range: `size` is at most `size()`.
    [[nodiscard]] constexpr RowSpan last(std::size_t size) const noexcept { return {first_ + (size_ - size), size}; }
    /// Those from a place on. Range: `place` is at most `size()`.
    [[nodiscard]] constexpr RowSpan subspan(std::size_t place) const noexcept { return {first_ + place, size_ - place}; }
    /// So many from a place on. Range: `place + size` is at most `size()`.
    [[nodiscard]] constexpr RowSpan subspan(std::size_t place, std::size_t size) const noexcept { return {first_ + place, size}; }

private:
    const Row* first_ = nullptr;
    std::size_t size_ = 0;
};

template <class Table>
RowSpan(const Table& table) -> RowSpan<std::remove_cvref_t<decltype(table.data()[0])>>;

}  // namespace trimode
