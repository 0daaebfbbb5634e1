// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Enumerations of any size, random typologies and facts over them, and columns with guards, for tests of traces and
/// batches.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/base/facts.hpp>
#include <trimode/base/random.hpp>
#include <trimode/framework/typology.hpp>

namespace support {

inline constexpr std::array<std::string_view, 32> words{
    "a0",  "a1",  "a2",  "a3",  "a4",  "a5",  "a6",  "a7",  "a8",  "a9",  "a10", "a11", "a12", "a13", "a14", "a15",
    "a16", "a17", "a18", "a19", "a20", "a21", "a22", "a23", "a24", "a25", "a26", "a27", "a28", "a29", "a30", "a31"};

/// An enumeration of N values without a meaning.
template <std::size_t N>
struct Some {
    enum class Thing : std::uint8_t {};
    friend consteval auto names_of(Thing) {
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            return trimode::names<Thing>(words[Index]...);
        }(std::make_index_sequence<N>{});
    }
};
template <std::size_t N>
using Thing = typename Some<N>::Thing;

/// A formula over up to eight of the features, often of many terms, of which some contradict themselves; now and then
/// one that always or never holds.
template <trimode::Named E>
trimode::Formula<E> random_formula(trimode::Random& random) {
    switch (random.below(16)) {
        case 0:
            return trimode::always<E>();
        case 1:
            return trimode::never<E>();
        default:
            break;
    }
    std::array<std::uint32_t, 8> spoken{};
    for (std::uint32_t& bit : spoken) bit = std::uint32_t{1} << random.below(trimode::count<E>);
    const std::uint64_t width = 1 + random.below(spoken.size());
    const std::uint64_t sparse = 2 + random.below(4);
    typename trimode::Formula<E>::Terms terms;
    for (std::uint64_t left = 1 + random.below(random.below(2) == 0 ? 4 : trimode::formula_capacity); left > 0; --left) {
        trimode::Cube term;
        for (std::size_t i = 0; i < width; ++i) {
            const std::uint64_t choice = random.below(sparse);
            if (choice == 0 && (term.failing & spoken[i]) == 0) term.holding |= spoken[i];
            if (choice == 1 && (term.holding & spoken[i]) == 0) term.failing |= spoken[i];
        }
        if (random.below(20) == 0) term = term & trimode::Cube{spoken[0], spoken[0]};
        static_cast<void>(terms.append(term));
    }
    return trimode::Formula<E>(terms);
}

/// A rule for most of the labels.
template <trimode::Named Label, trimode::Named E>
trimode::Typology<Label, E> random_typology(trimode::Random& random) {
    trimode::Typology<Label, E> typology;
    for (const Label label : trimode::all<Label>()) {
        if (random.below(10) == 0) continue;
        while (typology.add({label, random_formula<E>(random), {}}).fault != trimode::Fault::none) {
        }  // another one where the primes do not fit
    }
    return typology;
}

/// Any facts: much told, little told, or each of the four as often.
template <trimode::Named E>
trimode::Facts<E> random_facts(trimode::Random& random) {
    const std::uint64_t kind = random.below(3);
    trimode::Facts<E> facts;
    for (const E feature : trimode::all<E>()) {
        const std::uint64_t drawn = random.below(kind == 0 ? 4 : 12);
        if (drawn < 4) {
            facts.set(feature, static_cast<trimode::Truth>(drawn));
        } else if (kind == 1) {
            facts.set(feature, drawn < 8 ? trimode::Truth::holds : trimode::Truth::fails);
        }
    }
    return facts;
}

/// A column with elements before it and behind it that nobody may write.
template <class T>
class Guarded {
public:
    Guarded() = default;
    Guarded(std::size_t size, T filling, T guard) : guard_(guard), all_(size + 2 * width, guard) {
        for (T& element : column()) element = filling;
    }
    [[nodiscard]] std::span<T> column() {
        return all_.empty() ? std::span<T>{} : std::span<T>(all_).subspan(width, all_.size() - 2 * width);
    }
    [[nodiscard]] bool intact() const {
        const auto untouched = [this](T element) { return element == guard_; };
        return all_.empty() || (std::all_of(all_.begin(), all_.begin() + width, untouched) &&
                                std::all_of(all_.end() - width, all_.end(), untouched));
    }
    /// Whether nothing at all was written.
    [[nodiscard]] bool untouched(T filling) const {
        return intact() && (all_.empty() || std::all_of(all_.begin() + width, all_.end() - width,
                                                        [filling](T element) { return element == filling; }));
    }

private:
    static constexpr std::ptrdiff_t width = 8;
    T guard_{};
    std::vector<T> all_{};
};

/// All numbers of cases up to 200, and those around lots and blocks.
inline std::vector<std::size_t> numbers_of_cases() {
    std::vector<std::size_t> numbers;
    for (std::size_t cases = 0; cases <= 200; ++cases) numbers.push_back(cases);
    for (const std::size_t border : {512U, 1024U, 4096U}) {
        for (const std::size_t cases : {border - 1, border, border + 1}) numbers.push_back(cases);
    }
    return numbers;
}

/// Columns of some type with guards around each; some of them left out.
template <class T, std::size_t N>
struct Memory {
    std::array<Guarded<T>, N> columns{};
    T filling{};

    Memory(std::size_t size, T rubbish_in_it, std::uint64_t left_out = 0) : filling(rubbish_in_it) {
        for (std::size_t i = 0; i < N; ++i) {
            if (((left_out >> i) & 1U) == 0) columns[i] = Guarded<T>(size, filling, static_cast<T>(77));
        }
    }
    std::array<std::span<T>, N> spans() {
        std::array<std::span<T>, N> all{};
        for (std::size_t i = 0; i < N; ++i) all[i] = columns[i].column();
        return all;
    }
    [[nodiscard]] bool intact() const {
        for (const auto& column : columns) {
            if (!column.intact()) return false;
        }
        return true;
    }
    [[nodiscard]] bool untouched() const {
        for (const auto& column : columns) {
            if (!column.untouched(filling)) return false;
        }
        return true;
    }
};

/// The same facts where columns are left out: nothing told to hold, or nothing told to fail.
template <trimode::Named E>
trimode::Facts<E> without(trimode::Facts<E> facts, std::uint64_t holding_left_out, std::uint64_t failing_left_out) {
    const auto told = [](trimode::Set<E> some, std::uint64_t left_out) {
        return trimode::Set<E>::of_bits(some.bits() & ~static_cast<std::uint32_t>(left_out));
    };
    return trimode::Facts<E>(told(facts.told_to_hold(), holding_left_out), told(facts.told_to_fail(), failing_left_out));
}

template <trimode::Named E>
std::vector<trimode::Facts<E>> random_rows(trimode::Random& random, std::size_t cases) {
    std::vector<trimode::Facts<E>> rows(cases);
    for (auto& row : rows) row = support::random_facts<E>(random);
    return rows;
}

/// Rules of many kinds as constants: several primes, primes that nobody wrote, both signs, contradictions, none at all.
inline constexpr auto many_kinds = trimode::typology<Thing<9>, Thing<7>>({
    {static_cast<Thing<9>>(0), trimode::formula<Thing<7>>("a0*a1 + ~a0*a2"), ""},  // a1*a2, too
    {static_cast<Thing<9>>(1), trimode::formula<Thing<7>>("a0*~a1 + ~a0*a1"), ""},
    {static_cast<Thing<9>>(2), trimode::formula<Thing<7>>("1"), ""},
    {static_cast<Thing<9>>(3), trimode::formula<Thing<7>>("0"), ""},
    {static_cast<Thing<9>>(4), trimode::formula<Thing<7>>("a3*~a3 + a6"), ""},
    {static_cast<Thing<9>>(5), trimode::formula<Thing<7>>("a0*a1 + a1*a2 + a0*a2 + ~a3*~a4*~a5"), ""},
    {static_cast<Thing<9>>(6), trimode::formula<Thing<7>>("~a6 + a6*a5"), ""},  // a5 + ~a6
    // 7 has no rule
    {static_cast<Thing<9>>(8), trimode::formula<Thing<7>>("a0*a1*a2*a3*~a4*~a5*~a6 + ~a0*a4 + a3*~a1"), ""},
});

/// Some other rule of up to three terms for each label, over all features, as a constant.
template <std::size_t Labels, std::size_t Features>
inline constexpr auto wide = [] {
    trimode::Typology<Thing<Labels>, Thing<Features>> typology;
    const auto bit = [](std::size_t i) { return std::uint32_t{1} << (i % Features); };
    for (std::size_t i = 0; i < Labels; ++i) {
        typename trimode::Formula<Thing<Features>>::Terms terms;
        static_cast<void>(terms.append({bit(i), bit(i + 1)}));
        if (i % 3 != 0) static_cast<void>(terms.append({bit(i + 2), bit(i)}));
        if (i % 4 == 3) static_cast<void>(terms.append({0, bit(i + 5)}));
        static_cast<void>(typology.add({static_cast<Thing<Labels>>(i), trimode::Formula<Thing<Features>>(terms), {}}));
    }
    return typology;
}();

}  // namespace support
