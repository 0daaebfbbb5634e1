// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Cube: a conjunction of literals as two masks; lists of cubes, absorption, and the prime implicants of a negation.
/// Layer: base.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace trimode {

/// A conjunction of literals over at most 32 conditions: those that must hold, and those that must fail.
struct Cube {
    std::uint32_t holding = 0;
    std::uint32_t failing = 0;

    /// Both masks in one word, as in `Facts`: the literals that must hold below, those that must fail above.
    [[nodiscard]] constexpr std::uint64_t word() const noexcept {
        return holding | (std::uint64_t{failing} << 32U);
    }
    /// The cube of such a word.
    [[nodiscard]] static constexpr Cube of_word(std::uint64_t word) noexcept {
        return {static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(word >> 32U)};
    }
    /// Asks of some condition that it holds and that it fails: can never be satisfied.
    [[nodiscard]] constexpr bool contradictory() const noexcept { return (holding & failing) != 0; }
    /// Whether it asks for no more than the other does, so that every case of the other is one of this.
    [[nodiscard]] constexpr bool absorbs(Cube other) const noexcept { return (word() & ~other.word()) == 0; }
    /// The conditions of which it speaks.
    [[nodiscard]] constexpr std::uint32_t conditions() const noexcept { return holding | failing; }
    /// Asks for nothing: is always satisfied.
    [[nodiscard]] constexpr bool empty() const noexcept { return word() == 0; }
    /// How many literals it has.
    [[nodiscard]] constexpr int size() const noexcept { return std::popcount(word()); }
    /// What it asks for and the other does not.
    [[nodiscard]] constexpr Cube without(Cube other) const noexcept {
        return {holding & ~other.holding, failing & ~other.failing};
    }
    /// The literal of the first condition of which it speaks; both of them where it contradicts itself there. Empty
    /// when it is. `for (Cube left = cube; !left.empty(); left = left.without(left.first_literal()))` meets each
    /// once.
    [[nodiscard]] constexpr Cube first_literal() const noexcept {
        const std::uint32_t bit = conditions() & (~conditions() + 1U);
        return {holding & bit, failing & bit};
    }
    /// What both ask for.
    [[nodiscard]] friend constexpr Cube operator&(Cube left, Cube right) noexcept {
        return {left.holding | right.holding, left.failing | right.failing};
    }
    [[nodiscard]] friend constexpr bool operator==(Cube, Cube) noexcept = default;
};

/// Up to `Capacity` cubes: a disjunction of conjunctions.
template <std::size_t Capacity>
class Cubes {
public:
    [[nodiscard]] constexpr std::span<const Cube> view() const noexcept { return {cubes_, size_}; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr const Cube& operator[](std::size_t i) const noexcept { return cubes_[i]; }
    [[nodiscard]] constexpr const Cube* begin() const noexcept { return cubes_; }
    [[nodiscard]] constexpr const Cube* end() const noexcept { return cubes_ + size_; }

    /// Adds a cube at the end. False, and nothing is added, when there is no room.
    [[nodiscard]] constexpr bool append(Cube cube) noexcept {
        if (size_ == Capacity) return false;
        cubes_[size_++] = cube;
        return true;
    }

    /// Adds a cube unless one that is there absorbs it, and removes those that it absorbs; the order of the rest is kept.
    /// False, and nothing is added, when there is no room.
    [[nodiscard]] constexpr bool absorb(Cube cube) noexcept {
        for (const Cube& there : *this) {
            if (there.absorbs(cube)) return true;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            if (!cube.absorbs(cubes_[i])) cubes_[kept++] = cubes_[i];
        }
        size_ = kept;
        return append(cube);
    }

private:
    Cube cubes_[Capacity == 0 ? 1 : Capacity]{};
    std::size_t size_ = 0;
};

namespace detail {

/// `primes_of_negation` of the cubes from the first to before the last.
template <std::size_t Capacity, std::size_t Steps>
[[nodiscard]] constexpr Cubes<Capacity> primes_of_negation(const Cube* first, const Cube* last, bool& room) noexcept {
    Cubes<Steps> product;
    room = product.append(Cube{});
    for (; first != last; ++first) {
        if (first->contradictory()) continue;
        Cubes<Steps> next;
        for (const Cube& partial : product) {
            for (Cube left = *first; !left.empty(); left = left.without(left.first_literal())) {
                const Cube literal = left.first_literal();
                const Cube longer = partial & Cube{literal.failing, literal.holding};
                if (!longer.contradictory() && !next.absorb(longer)) {
                    room = false;
                    return {};
                }
            }
        }
        product = next;
    }
    Cubes<Capacity> primes;
    for (const Cube& cube : product) room = room && primes.append(cube);
    return room ? primes : Cubes<Capacity>{};
}

}  // namespace detail

/// All prime implicants of the negation of a disjunction of cubes, and so, applied twice, all its own.
///
/// The negation is a conjunction of clauses, one for each cube; multiplying clauses out, dropping what contradicts
/// itself and absorbing leaves exactly the prime implicants.
/// @tparam Steps  How many cubes there may be on the way: often more than in the answer.
/// @param room    False when the answer has more than `Capacity` cubes, or something on the way to it more than
/// `Steps`. Source: Nelson, Simplest normal truth functions (1955). Cost: at worst exponential in the number of cubes.
template <std::size_t Capacity, std::size_t Steps = Capacity>
[[nodiscard]] constexpr Cubes<Capacity> primes_of_negation(std::span<const Cube> cubes, bool& room) noexcept {
    return detail::primes_of_negation<Capacity, Steps>(cubes.data(), cubes.data() + cubes.size(), room);
}

}  // namespace trimode
