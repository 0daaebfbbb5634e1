// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Columns: many cases, feature by feature, in memory of the caller's; as bit planes, as bytes, and as floats.
/// Layer: inference.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include <trimode/base/facts.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/result.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/framework/grade.hpp>

namespace trimode {

/// How many words a plane of so many cases takes: 64 cases a word, the first in the lowest bit. Unit: words.
[[nodiscard]] constexpr std::size_t words_for(std::size_t cases) noexcept { return cases / 64 + (cases % 64 != 0 ? 1 : 0); }

/// Some neighbouring cases of many.
struct CaseRange {
    std::size_t first = 0;  ///< Unit: cases, from 0. A multiple of 64, for columns that have 64 cases a word.
    std::size_t cases = 0;  ///< The same, unless they go on to the last case: what is behind them in a word is cleared.
    [[nodiscard]] friend constexpr bool operator==(CaseRange, CaseRange) noexcept = default;
};

/// One of several nearly equal parts of many cases, for one thread each. Together the parts are all cases, none twice;
/// each that is not empty begins at a multiple of 512 cases, so that no two of them write into one word, nor into one
/// line of the cache where columns begin at such a line. Empty where there are fewer cases than that, and unless `number` < `of`.
/// @param number  Which of them, from 0.
/// @param of      How many parts there are.
[[nodiscard]] constexpr CaseRange part_of(std::size_t cases, std::size_t number, std::size_t of) noexcept {
    constexpr std::size_t lot = 512;
    if (number >= of) return {};
    const std::size_t lots = cases / lot + (cases % lot != 0 ? 1 : 0);
    const auto begin = [&](std::size_t part) {  // the first parts have one lot more than the others
        const std::size_t more = lots % of;
        const std::size_t at = (lots / of * part + (part < more ? part : more)) * lot;
        return at < cases ? at : cases;
    };
    return {begin(number), begin(number + 1) - begin(number)};
}

namespace detail {

/// Whether a column is left out: a span that nothing was put into. One of an array without elements is too short.
template <class T>
[[nodiscard]] constexpr bool left_out(std::span<T> column) noexcept {
    return column.data() == nullptr;
}
/// The part of a column that holds a range of cases, as far as there is one. Of a column that is left out, or ends
/// before, the same can be said of the part.
template <class T>
[[nodiscard]] constexpr std::span<T> cut(std::span<T> column, CaseRange range, std::size_t cases_in_each) noexcept {
    const std::size_t first = range.first / cases_in_each;
    if (first >= column.size()) return column.first(0);
    const std::size_t wanted = range.cases / cases_in_each + (range.cases % cases_in_each != 0 ? 1 : 0);
    return column.subspan(first, wanted < column.size() - first ? wanted : column.size() - first);
}
/// How many cases of a range there are.
[[nodiscard]] constexpr std::size_t cases_within(std::size_t cases, CaseRange range) noexcept {
    if (range.first >= cases) return 0;
    return range.cases < cases - range.first ? range.cases : cases - range.first;
}
template <class T, std::size_t N>
[[nodiscard]] constexpr std::array<std::span<T>, N> cut(const std::array<std::span<T>, N>& columns, CaseRange range,
                                                        std::size_t cases_in_each) noexcept {
    std::array<std::span<T>, N> parts{};
    for (std::size_t i = 0; i < N; ++i) parts[i] = cut(columns[i], range, cases_in_each);
    return parts;
}

/// The same columns, to be read only.
template <class T, std::size_t N>
[[nodiscard]] constexpr std::array<std::span<const T>, N> read_only(const std::array<std::span<T>, N>& columns) noexcept {
    std::array<std::span<const T>, N> same{};
    for (std::size_t i = 0; i < N; ++i) same[i] = columns[i];
    return same;
}

/// What is wrong with the length of a column, if it is neither left out nor as long as it has to be.
template <class T>
[[nodiscard]] constexpr Error length_fault(std::span<T> column, std::size_t wanted, std::string_view called) noexcept {
    if (left_out(column) || column.size() == wanted) return {};
    return {Fault::wrong_length, 1, 1, called, {}, column.size(), wanted};
}
/// The same of a column for each value of an enumeration.
template <Named E, class T>
[[nodiscard]] constexpr Error length_fault(const std::array<std::span<T>, count<E>>& columns, std::size_t wanted) noexcept {
    for (std::size_t i = 0; i < count<E>; ++i) {
        const Error error = length_fault(columns[i], wanted, name(static_cast<E>(i)));
        if (error.fault != Fault::none) return error;
    }
    return {};
}
/// The first of several that is an error.
template <class... More>
[[nodiscard]] constexpr Error first_error(const Error& error, const More&... more) noexcept {
    if constexpr (sizeof...(more) == 0) {
        return error;
    } else {
        return error.fault != Fault::none ? error : first_error(more...);
    }
}

}  // namespace detail

/// Facts of many cases as bit planes: for each feature one bit a case for what is told to hold, one for what is told to
/// fail; neither: unknown, both: contested. The smallest form and the fastest.
///
/// Nothing is owned. A column that is left out (a span that nothing was put into) tells nothing: its feature is unknown in every case.
/// Every other has `words_for(cases)` words; bits beyond the last case are not looked at, and written as 0.
/// @tparam Word  `std::uint64_t` where the columns are to be written.
template <Named E, class Word = const std::uint64_t>
    requires std::same_as<std::remove_const_t<Word>, std::uint64_t>
struct PlaneColumns {
    std::size_t cases = 0;
    std::array<std::span<Word>, count<E>> holding{};  ///< By the `index` of the feature.
    std::array<std::span<Word>, count<E>> failing{};

    /// The columns for those of the cases that there are.
    [[nodiscard]] constexpr PlaneColumns part(CaseRange range) const noexcept {
        return {detail::cases_within(cases, range), detail::cut(holding, range, 64), detail::cut(failing, range, 64)};
    }
    /// The same, to be read only.
    [[nodiscard]] constexpr operator PlaneColumns<E>() const noexcept
        requires(!std::is_const_v<Word>)
    {
        return {cases, detail::read_only(holding), detail::read_only(failing)};
    }
    /// Error: wrong_length for the first column that has another number of words, with the name of its feature.
    [[nodiscard]] constexpr Error first_fault() const noexcept {
        return detail::first_error(detail::length_fault<E>(holding, words_for(cases)),
                                   detail::length_fault<E>(failing, words_for(cases)));
    }
    /// What is told of one case. Nothing of one beyond the last.
    [[nodiscard]] constexpr Facts<E> operator[](std::size_t number) const noexcept {
        if (number >= cases) return {};
        const auto told = [number](const auto& columns) {
            std::uint32_t bits = 0;
            for (std::size_t i = 0; i < count<E>; ++i) {
                if (detail::left_out(columns[i])) continue;
                bits |= static_cast<std::uint32_t>((columns[i][number / 64] >> (number % 64)) & 1U) << i;
            }
            return Set<E>::of_bits(bits);
        };
        return Facts<E>(told(holding), told(failing));
    }
};

/// A degree in a byte: 0 is unknown, from 1 (fully out) to 255 (fully in) it is a degree of membership in steps of
/// 1/254.
template <class Use = OnUse>
[[nodiscard]] constexpr Used<Use, Grade> grade_of_byte(std::uint8_t byte) noexcept {
    if (byte == 0) return Grade::unknown();
    // To the nearest 10^-15 in whole numbers, so that two that add up to 1 do so as grades, too.
    const std::int64_t twice = (std::int64_t{byte} - 1) * detail::whole_degree / 127;
    return *Used<Use, Grade>::of(detail::to_double((twice + 1) / 2));
}

/// Degrees of many cases, a byte for each feature: see `grade_of_byte`. A told condition is 255, one that is told to
/// fail 1; unknown and contested are both 0, as for grades. Columns that are left out are unknown; every other has a
/// byte for each case.
/// @tparam Byte  `std::uint8_t` where the columns are to be written.
template <Named E, class Byte = const std::uint8_t>
    requires std::same_as<std::remove_const_t<Byte>, std::uint8_t>
struct ByteColumns {
    std::size_t cases = 0;
    std::array<std::span<Byte>, count<E>> degrees{};  ///< By the `index` of the feature.

    /// The columns for those of the cases that there are.
    [[nodiscard]] constexpr ByteColumns part(CaseRange range) const noexcept {
        return {detail::cases_within(cases, range), detail::cut(degrees, range, 1)};
    }
    /// The same, to be read only.
    [[nodiscard]] constexpr operator ByteColumns<E>() const noexcept
        requires(!std::is_const_v<Byte>)
    {
        return {cases, detail::read_only(degrees)};
    }
    /// Error: wrong_length for the first column that has another number of bytes, with the name of its feature.
    [[nodiscard]] constexpr Error first_fault() const noexcept { return detail::length_fault<E>(degrees, cases); }
    /// The degrees of one case. Unknown for one beyond the last.
    [[nodiscard]] constexpr Grades<E> operator[](std::size_t number) const noexcept {
        Grades<E> grades;
        for (std::size_t i = 0; number < cases && i < count<E>; ++i) {
            if (!detail::left_out(degrees[i])) grades.set(static_cast<E>(i), grade_of_byte(degrees[i][number]));
        }
        return grades;
    }
};

/// Degrees of many cases as floats: for each feature the least and the most that its degree may be, equal where it is
/// known. Unit: none. Range: 0 to 1, least <= most. Not checked by the batch, as that would cost as much as the answer;
/// `first_fault` does it. Columns that are left out are unknown; where only one of the two is, it is 0, or 1.
/// Every other has a number for each case.
/// @tparam Number  `float` where the columns are to be written.
template <Named E, class Number = const float>
    requires std::same_as<std::remove_const_t<Number>, float>
struct FloatColumns {
    std::size_t cases = 0;
    std::array<std::span<Number>, count<E>> least{};  ///< By the `index` of the feature.
    std::array<std::span<Number>, count<E>> most{};

    /// The columns for those of the cases that there are.
    [[nodiscard]] constexpr FloatColumns part(CaseRange range) const noexcept {
        return {detail::cases_within(cases, range), detail::cut(least, range, 1), detail::cut(most, range, 1)};
    }
    /// The same, to be read only.
    [[nodiscard]] constexpr operator FloatColumns<E>() const noexcept
        requires(!std::is_const_v<Number>)
    {
        return {cases, detail::read_only(least), detail::read_only(most)};
    }
    /// Error: wrong_length for the first column that has another number of numbers; out_of_range for the first number
    /// that is no degree (NaN too), or a least above its most. With the name of the feature; `line` is the case, from
    /// 1. Cost: reads every number.
    [[nodiscard]] constexpr Error first_fault() const noexcept {
        const Error length = lengths();
        if (length.fault != Fault::none) return length;
        for (std::size_t i = 0; i < count<E>; ++i) {
            for (std::size_t number = 0; number < cases; ++number) {
                if (!grade_of(i, number)) {
                    return {Fault::out_of_range, number + 1, 1, name(static_cast<E>(i)), {}};
                }
            }
        }
        return {};
    }
    /// Only that of a column's length.
    [[nodiscard]] constexpr Error lengths() const noexcept {
        return detail::first_error(detail::length_fault<E>(least, cases), detail::length_fault<E>(most, cases));
    }
    /// The degrees of one case. Unknown for one beyond the last, and for what is no degree.
    [[nodiscard]] constexpr Grades<E> operator[](std::size_t number) const noexcept {
        Grades<E> grades;
        for (std::size_t i = 0; number < cases && i < count<E>; ++i) {
            const auto grade = grade_of(i, number);
            if (grade) grades.set(static_cast<E>(i), *grade);
        }
        return grades;
    }

private:
    [[nodiscard]] constexpr std::optional<Used<E, Grade>> grade_of(std::size_t i, std::size_t number) const noexcept {
        return Used<E, Grade>::between(detail::left_out(least[i]) ? 0.0 : static_cast<double>(least[i][number]),
                              detail::left_out(most[i]) ? 1.0 : static_cast<double>(most[i][number]));
    }
};

namespace detail {

/// Exchanges the two blocks off the diagonal, of this width, in every square of twice the width on the diagonal. Each
/// inner loop is of constant length, so that it is vectorised.
template <std::size_t Width>
constexpr void exchange(std::array<std::uint64_t, 64>& square) noexcept {
    constexpr std::uint64_t low = [] {  // the lower half of each pair of blocks
        std::uint64_t word = 0;
        for (std::size_t bit = 0; bit < 64; ++bit) word |= static_cast<std::uint64_t>(bit / Width % 2 == 0) << bit;
        return word;
    }();
    for (std::size_t start = 0; start < 64; start += 2 * Width) {
        for (std::size_t i = start; i < start + Width; ++i) {
            const std::uint64_t moved = ((square[i] >> Width) ^ square[i + Width]) & low;
            square[i] ^= moved << Width;
            square[i + Width] ^= moved;
        }
    }
}

/// Turns a square of 64 words of 64 bits about its diagonal: bit j of word i becomes bit i of word j.
template <class Use = OnUse>
constexpr void transpose(Used<Use, std::array<std::uint64_t, 64>>& square) noexcept {
    exchange<32>(square);
    exchange<16>(square);
    exchange<8>(square);
    exchange<4>(square);
    exchange<2>(square);
    exchange<1>(square);
}

/// Facts are rows as they are; of a relationship they are taken.
template <Named E>
[[nodiscard]] constexpr Facts<E> facts_of_row(Facts<E> row) noexcept {
    return row;
}
template <Named E>
[[nodiscard]] constexpr Facts<E> facts_of_row(const Relationship& row) noexcept {
    return row.facts<E>();
}

/// What is wrong with the number of rows, or with the columns for them.
[[nodiscard]] constexpr Error rows_fault(std::size_t rows, std::size_t cases, const Error& columns) noexcept {
    return first_error(rows == cases ? Error{} : Error{Fault::wrong_length, 1, 1, "rows", {}, rows, cases}, columns);
}

template <Named E, class Row>
[[nodiscard]] constexpr Error to_planes(std::span<const Row> rows, const PlaneColumns<E, std::uint64_t>& planes) noexcept {
    const Error error = rows_fault(rows.size(), planes.cases, planes.first_fault());
    if (error.fault != Fault::none) return error;
    for (std::size_t word = 0; word < words_for(rows.size()); ++word) {
        std::array<std::uint64_t, 64> square{};
        const std::size_t left = rows.size() - word * 64;
        for (std::size_t i = 0; i < (left < 64 ? left : 64); ++i) square[i] = facts_of_row<E>(rows[word * 64 + i]).word();
        transpose(square);
        for (std::size_t i = 0; i < count<E>; ++i) {
            if (!detail::left_out(planes.holding[i])) planes.holding[i][word] = square[i];
            if (!detail::left_out(planes.failing[i])) planes.failing[i][word] = square[i + 32];
        }
    }
    return {};
}

/// Visits what is settled in rows of facts, feature by feature in lots of rows that stay in the cache, as bytes of
/// eight features each: `visit(feature, first row, rows, holding, failing, the feature's bit)`. A byte at a time is what compilers
/// vectorise.
template <Named E, class Row, class Visit>
constexpr void each_lot(std::span<const Row> rows, const Visit& visit) noexcept {
    constexpr std::size_t lot = 512;
    std::array<std::uint8_t, lot> holding{};
    std::array<std::uint8_t, lot> failing{};
    for (std::size_t first = 0; first < rows.size(); first += lot) {
        const std::size_t size = rows.size() - first < lot ? rows.size() - first : lot;
        for (std::size_t group = 0; group < count<E>; group += 8) {
            for (std::size_t i = 0; i < size; ++i) {
                const std::uint64_t settled = facts_of_row<E>(rows[first + i]).settled();
                holding[i] = static_cast<std::uint8_t>(settled >> group);
                failing[i] = static_cast<std::uint8_t>(settled >> (group + 32));
            }
            for (std::size_t i = group; i < count<E> && i < group + 8; ++i) {
                visit(i, first, size, holding, failing, static_cast<std::uint8_t>(1U << (i - group)));
            }
        }
    }
}

/// Writes a column of a lot: all of it at once where it is a whole one.
template <class T, class Value>
constexpr void put_lot(std::span<T> column, std::size_t first, std::size_t size, const Value& value) noexcept {
    constexpr std::size_t lot = 512;
    if (detail::left_out(column)) return;
    if (size == lot) {
        std::array<T, lot> own;  // seen by nobody else, so that the loop is vectorised
        for (std::size_t i = 0; i < lot; ++i) own[i] = value(i);
        for (std::size_t i = 0; i < lot; ++i) column[first + i] = own[i];
    } else {
        for (std::size_t i = 0; i < size; ++i) column[first + i] = value(i);
    }
}

template <Named E, class Row>
[[nodiscard]] constexpr Error to_bytes(std::span<const Row> rows, const ByteColumns<E, std::uint8_t>& bytes) noexcept {
    const Error error = rows_fault(rows.size(), bytes.cases, bytes.first_fault());
    if (error.fault != Fault::none) return error;
    each_lot<E>(rows, [&](std::size_t feature, std::size_t first, std::size_t size, const auto& holding, const auto& failing,
                          std::uint8_t bit) {
        put_lot(bytes.degrees[feature], first, size, [&](std::size_t i) {  // 255, 1 or 0
            const std::uint8_t holds = (holding[i] & bit) != 0 ? 255 : 0;
            const std::uint8_t fails = (failing[i] & bit) != 0 ? 1 : 0;
            return static_cast<std::uint8_t>(holds | fails);
        });
    });
    return {};
}

template <Named E, class Row>
[[nodiscard]] constexpr Error to_floats(std::span<const Row> rows, const FloatColumns<E, float>& floats) noexcept {
    const Error error = rows_fault(rows.size(), floats.cases, floats.lengths());
    if (error.fault != Fault::none) return error;
    each_lot<E>(rows, [&](std::size_t feature, std::size_t first, std::size_t size, const auto& holding, const auto& failing,
                          std::uint8_t bit) {
        put_lot(floats.least[feature], first, size,
                [&](std::size_t i) { return (holding[i] & bit) != 0 ? 1.0F : 0.0F; });
        put_lot(floats.most[feature], first, size,
                [&](std::size_t i) { return (failing[i] & bit) != 0 ? 0.0F : 1.0F; });
    });
    return {};
}

/// Rows of which the type is known from elsewhere, so that whatever becomes such a span can be given.
template <class Row>
using Rows = std::type_identity_t<std::span<const Row>>;

[[nodiscard]] constexpr Error memory_fault(std::size_t given, std::size_t wanted) noexcept {
    return {Fault::wrong_length, 1, 1, "memory", {}, given, wanted};
}
/// Deals memory out to all columns alike.
template <class T, std::size_t... N>
constexpr void deal(std::span<T> memory, std::array<std::span<T>, N>&... columns) noexcept {
    const std::size_t each = memory.size() / (N + ...);
    std::size_t at = 0;
    const auto one = [&](auto& array) {
        for (auto& column : array) {
            column = memory.subspan(at, each);
            at += each;
        }
    };
    (one(columns), ...);
}

}  // namespace detail

/// How many words it takes to have two planes for each value of an enumeration, for so many cases. Unit: words.
template <Named E>
[[nodiscard]] constexpr std::size_t plane_words(std::size_t cases) noexcept {
    return 2 * count<E> * words_for(cases);
}
/// Planes of every feature in one piece of memory: those of what holds, then those of what fails.
/// Error: wrong_length unless it has `plane_words<E>(cases)` words.
template <Named E>
[[nodiscard]] constexpr Result<PlaneColumns<E, std::uint64_t>> planes_over(std::span<std::uint64_t> memory,
                                                                           std::size_t cases) noexcept {
    if (memory.size() != plane_words<E>(cases)) return detail::memory_fault(memory.size(), plane_words<E>(cases));
    PlaneColumns<E, std::uint64_t> planes{cases, {}, {}};
    detail::deal(memory, planes.holding, planes.failing);
    return planes;
}
/// Columns of bytes for every feature in one piece of memory. Error: wrong_length unless it has `count<E> * cases` bytes.
template <Named E>
[[nodiscard]] constexpr Result<ByteColumns<E, std::uint8_t>> bytes_over(std::span<std::uint8_t> memory,
                                                                        std::size_t cases) noexcept {
    if (memory.size() != count<E> * cases) return detail::memory_fault(memory.size(), count<E> * cases);
    ByteColumns<E, std::uint8_t> bytes{cases, {}};
    detail::deal(memory, bytes.degrees);
    return bytes;
}
/// Columns of floats for every feature in one piece of memory: those of the least, then those of the most.
/// Error: wrong_length unless it has `2 * count<E> * cases` numbers.
template <Named E>
[[nodiscard]] constexpr Result<FloatColumns<E, float>> floats_over(std::span<float> memory, std::size_t cases) noexcept {
    if (memory.size() != 2 * count<E> * cases) return detail::memory_fault(memory.size(), 2 * count<E> * cases);
    FloatColumns<E, float> floats{cases, {}, {}};
    detail::deal(memory, floats.least, floats.most);
    return floats;
}

/// Writes the facts of many cases as planes. What is written to a column that is left out is lost on purpose.
/// Error: wrong_length unless there are as many rows as `planes.cases` and every column fits; then nothing is written.
template <Named E>
[[nodiscard]] constexpr Error to_planes(detail::Rows<Facts<E>> rows, const PlaneColumns<E, std::uint64_t>& planes) noexcept {
    return detail::to_planes<E>(rows, planes);
}
/// The same for what relationships tell of one enumeration: Condition, Conduct or Determinant.
template <Named E>
[[nodiscard]] constexpr Error to_planes(detail::Rows<Relationship> rows,
                                        const PlaneColumns<E, std::uint64_t>& planes) noexcept {
    return detail::to_planes<E>(rows, planes);
}
/// Writes the facts of many cases as bytes: 255 holds, 1 fails, 0 unknown or contested. Error: as `to_planes`.
template <Named E>
[[nodiscard]] constexpr Error to_bytes(detail::Rows<Facts<E>> rows, const ByteColumns<E, std::uint8_t>& bytes) noexcept {
    return detail::to_bytes<E>(rows, bytes);
}
template <Named E>
[[nodiscard]] constexpr Error to_bytes(detail::Rows<Relationship> rows,
                                       const ByteColumns<E, std::uint8_t>& bytes) noexcept {
    return detail::to_bytes<E>(rows, bytes);
}
/// Writes degrees as bytes, each rounded to the nearest 1/254. Error: as `to_planes`; out_of_range for the first that
/// is neither one degree nor unknown, which a byte cannot say, with the name of its feature and the case as `line`, from
/// 1; the rows before it are written.
template <Named E>
[[nodiscard]] constexpr Error to_bytes(detail::Rows<Grades<E>> rows, const ByteColumns<E, std::uint8_t>& bytes) noexcept {
    const Error error = detail::rows_fault(rows.size(), bytes.cases, bytes.first_fault());
    if (error.fault != Fault::none) return error;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < count<E>; ++i) {
            if (detail::left_out(bytes.degrees[i])) continue;
            const auto feature = static_cast<E>(i);
            const Grade grade = rows[row][feature];
            if (!grade.settled() && grade != Grade::unknown()) return {Fault::out_of_range, row + 1, 1, name(feature), {}};
            bytes.degrees[i][row] =
                grade.settled() ? static_cast<std::uint8_t>(1 + static_cast<int>(grade.least() * 254.0 + 0.5)) : std::uint8_t{0};
        }
    }
    return {};
}
/// Writes the facts of many cases as floats: 1 holds, 0 fails, from 0 to 1 where unknown or contested. Error: as
/// `to_planes`.
template <Named E>
[[nodiscard]] constexpr Error to_floats(detail::Rows<Facts<E>> rows, const FloatColumns<E, float>& floats) noexcept {
    return detail::to_floats<E>(rows, floats);
}
template <Named E>
[[nodiscard]] constexpr Error to_floats(detail::Rows<Relationship> rows, const FloatColumns<E, float>& floats) noexcept {
    return detail::to_floats<E>(rows, floats);
}
/// Writes degrees as floats, each rounded to the nearest multiple of 2^-24 (some 6e-8), which a float has exactly, and
/// one minus it too. Error: as `to_planes`.
template <Named E>
[[nodiscard]] constexpr Error to_floats(detail::Rows<Grades<E>> rows, const FloatColumns<E, float>& floats) noexcept {
    const Error error = detail::rows_fault(rows.size(), floats.cases, floats.lengths());
    if (error.fault != Fault::none) return error;
    const auto rounded = [](double degree) {
        return static_cast<float>(static_cast<std::int32_t>(degree * 0x1p24 + 0.5)) * 0x1p-24F;
    };
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < count<E>; ++i) {
            const Grade grade = rows[row][static_cast<E>(i)];
            if (!detail::left_out(floats.least[i])) floats.least[i][row] = rounded(grade.least());
            if (!detail::left_out(floats.most[i])) floats.most[i][row] = rounded(grade.most());
        }
    }
    return {};
}

}  // namespace trimode
