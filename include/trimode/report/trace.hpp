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
#include <trimode/framework/grade.hpp>
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

/// The literals of a cube, with ", " between them, after `before`; nothing at all when there are none.
template <Named E>
constexpr void add_literals(BufferText& text, std::string_view before, Cube literals) noexcept {
    for (std::uint32_t left = literals.conditions(); left != 0; left &= left - 1U) {
        const auto feature = static_cast<std::size_t>(std::countr_zero(left));
        if (feature >= count<E>) break;
        const std::uint32_t bit = left & (~left + 1U);
        // A rule may want a feature both ways, as A*B + ~A*C does.
        for (const bool positive : {true, false}) {
            if (((positive ? literals.holding : literals.failing) & bit) == 0) continue;
            text.add(before);
            if (!positive) text.add("~");
            text.add(names_of_all<E>[feature]);
            before = ", ";
        }
    }
}

/// A degree as a decimal, with the places that it has: "0", "0.35", "1".
constexpr void add_degree(BufferText& text, double degree) noexcept {
    std::int64_t rest = to_degree(degree);
    text.add(rest == whole_degree ? "1" : "0");
    if (rest == 0 || rest == whole_degree) return;
    text.add(".");
    for (std::int64_t unit = whole_degree / 10; rest != 0; unit /= 10) {
        text.add(std::string_view("0123456789").substr(static_cast<std::size_t>(rest / unit), 1));
        rest %= unit;
    }
}

template <Named Label, Named E>
constexpr void add_trace(BufferText& text, const Trace<Label, E>& trace, Label label) noexcept {
    using namespace std::string_view_literals;
    constexpr std::array answers{" is open"sv, " holds"sv, " fails"sv};  // in the order of Answer
    if (index(label) >= count<Label>) return;
    text.add(names_of_all<Label>[index(label)]);
    text.add(answers[static_cast<std::size_t>(trace.verdict.answer(label))]);
    add_literals<E>(text, ": ", trace.because(label));
}

template <Named Label, Named E>
constexpr void add_trace(BufferText& text, const GradeTrace<Label, E>& trace, Label label) noexcept {
    if (index(label) >= count<Label>) return;
    const TracedGrade traced = trace[label];
    text.add(names_of_all<Label>[index(label)]);
    text.add(" ");
    add_degree(text, traced.grade.least());
    if (!traced.grade.settled()) {
        text.add(" to ");
        add_degree(text, traced.grade.most());
        // One minus the degree of a literal is that of its opposite, which is how the rule has it.
        add_literals<E>(text, ": least by ", Cube{traced.at_least.failing, traced.at_least.holding});
        add_literals<E>(text, ", most by ", traced.at_most);
    } else {
        add_literals<E>(text, ": by ", traced.at_most);
    }
}

/// The same for every label, with "; " between them.
template <Named Label, class Traced>
constexpr void add_traces(BufferText& text, const Traced& trace) noexcept {
    for (const Label label : all<Label>()) {
        if (text.size() != 0) text.add("; ");
        add_trace(text, trace, label);
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
    detail::add_traces<Label>(text, trace);
    return text.size();
}

/// Writes how strongly a label holds, and by which literals: "recipient 0.4 to 0.7: least by resources, most by
/// geography", "activist 0.25: by acclaim". Degrees have the places that they have, up to 15. Returns the length, as
/// above.
template <Named Label, Named E>
[[nodiscard]] constexpr std::size_t write_trace(std::span<char> to, const GradeTrace<Label, E>& trace, Label label) noexcept {
    detail::BufferText text(to);
    detail::add_trace(text, trace, label);
    return text.size();
}

/// The same of every label, in their order, with "; " between them.
template <Named Label, Named E>
[[nodiscard]] constexpr std::size_t write_trace(std::span<char> to, const GradeTrace<Label, E>& trace) noexcept {
    detail::BufferText text(to);
    detail::add_traces<Label>(text, trace);
    return text.size();
}

}  // namespace trimode
