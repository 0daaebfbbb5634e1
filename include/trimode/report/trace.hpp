// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Trace in words, into memory of the caller's: no string, no stream, no allocation. The rest of report may allocate.
/// Layer: report.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <trimode/base/cube.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/set.hpp>
#include <trimode/inference/trace.hpp>

namespace trimode {

namespace detail {

/// The names of an enumeration, looked up once by the compiler.
template <Named E>
inline constexpr auto names_of_all = [] {
    std::array<std::string_view, count<E>> all_names{};
    for (std::size_t i = 0; i < count<E>; ++i) all_names[i] = name(static_cast<E>(i));
    return all_names;
}();

/// Writes into a buffer what fits, and counts all.
class BufferText {
public:
    constexpr explicit BufferText(std::span<char> to) noexcept : to_(to) {}
    constexpr void add(std::string_view text) noexcept {
        if (size_ < to_.size()) {
            const std::size_t room = to_.size() - size_;
            std::char_traits<char>::copy(to_.data() + size_, text.data(), text.size() < room ? text.size() : room);
        }
        size_ += text.size();
    }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

private:
    std::span<char> to_;
    std::size_t size_ = 0;
};

template <Named Label, Named E>
constexpr void add_trace(BufferText& text, const Trace<Label, E>& trace, Label label) noexcept {
    using namespace std::string_view_literals;
    constexpr std::array answers{" is open"sv, " holds"sv, " fails"sv};  // in the order of Answer
    if (index(label) >= count<Label>) return;
    text.add(names_of_all<Label>[index(label)]);
    text.add(answers[static_cast<std::size_t>(trace.verdict.answer(label))]);
    const Cube literals = trace.because(label);
    bool first = true;
    for (std::uint32_t left = literals.conditions(); left != 0; left &= left - 1U) {
        const auto feature = static_cast<std::size_t>(std::countr_zero(left));
        if (feature >= count<E>) break;
        const std::uint32_t bit = left & (~left + 1U);
        // Two rules may want a feature both ways, as in A*B + ~A*C.
        for (const bool positive : {true, false}) {
            if (((positive ? literals.holding : literals.failing) & bit) == 0) continue;
            text.add(first ? ": "sv : ", "sv);
            if (!positive) text.add("~"sv);
            text.add(names_of_all<E>[feature]);
            first = false;
        }
    }
}

}  // namespace detail

/// Writes why a label holds, fails or is open: "protector fails: ~conditionality", "recipient is open: resources,
/// geography". The literals are those of `Trace::because`: that settle it, or that are missing.
/// @return  How long the whole text is, without a zero at its end. Error: where that is more than `to` has room for, only
///          as much as fits has been written. Empty, 0, for a number that is no label.
template <Named Label, Named E>
[[nodiscard]] constexpr std::size_t write_trace(std::span<char> to, const Trace<Label, E>& trace, Label label) noexcept {
    detail::BufferText text(to);
    detail::add_trace(text, trace, label);
    return text.size();
}

/// The same of every label, in their order, with "; " between them.
template <Named Label, Named E>
[[nodiscard]] constexpr std::size_t write_trace(std::span<char> to, const Trace<Label, E>& trace) noexcept {
    detail::BufferText text(to);
    for (const Label label : all<Label>()) {
        if (text.size() != 0) text.add("; ");
        detail::add_trace(text, trace, label);
    }
    return text.size();
}

}  // namespace trimode
