// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Enumerations without a meaning, and random formulas over them.
#pragma once

#include <cstddef>
#include <cstdint>

#include <trimode/framework/formula.hpp>

#include "base/generator.hpp"

namespace test {

/// Six conditions without a meaning.
enum class Letter : std::uint8_t { alpha, beta, gamma, delta, epsilon, zeta };
consteval auto names_of(Letter) {
    return trimode::names<Letter>("alpha A a1", "beta B", "gamma C", "delta D", "epsilon E",
                                  "zeta Z");
}

/// As many terms as asked for over the first n conditions; now and then one contradicts itself or
/// asks for nothing.
inline trimode::Formula<Letter> random_formula(Generator& random, std::size_t n,
                                               std::uint32_t size) {
    trimode::Formula<Letter>::Terms terms;
    const std::uint32_t sparse = 3 + random.below(4);
    for (; size > 0; --size) {
        trimode::Cube term;
        for (std::size_t i = 0; i < n; ++i) {
            const std::uint32_t choice = random.below(sparse);
            if (choice == 0) term.holding |= 1U << i;
            if (choice == 1) term.failing |= 1U << i;
        }
        if (random.below(40) == 0) term = term & trimode::Cube{1, 1};
        static_cast<void>(terms.append(term));
    }
    return trimode::Formula<Letter>(terms);
}

}  // namespace test
