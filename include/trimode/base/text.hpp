// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Text: a short text with room of its own, for answers that are built without allocation.
/// Layer: base.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace trimode {

/// Up to `Room` bytes of text. What does not fit is cut, and `cut()` says so.
template <std::size_t Room>
class Text {
public:
    [[nodiscard]] constexpr std::string_view view() const noexcept { return {bytes_, size_}; }
    [[nodiscard]] constexpr operator std::string_view() const noexcept { return view(); }
    [[nodiscard]] constexpr bool cut() const noexcept { return cut_; }

    constexpr Text& operator+=(std::string_view more) noexcept {
        for (const char c : more) *this += c;
        return *this;
    }
    constexpr Text& operator+=(char c) noexcept {
        if (size_ < Room) {
            bytes_[size_++] = c;
        } else {
            cut_ = true;
        }
        return *this;
    }
    /// Adds a whole number with at least `digits` digits, padded with zeros on the left.
    constexpr Text& add(std::uint64_t number, std::size_t digits = 1) noexcept {
        char reversed[20]{};
        std::size_t size = 0;
        do {
            reversed[size++] = static_cast<char>('0' + number % 10);
            number /= 10;
        } while (number != 0);
        for (std::size_t i = size; i < digits; ++i) *this += '0';
        while (size > 0) *this += reversed[--size];
        return *this;
    }

private:
    char bytes_[Room == 0 ? 1 : Room]{};
    std::size_t size_ = 0;
    bool cut_ = false;
};

}  // namespace trimode
