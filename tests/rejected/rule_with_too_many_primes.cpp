// SPDX-License-Identifier: BSL-1.0
// A rule whose opposite has more primes than the capacity.
// expect: more_terms_than_the_capacity
#include <cstdint>

#include <trimode/framework/notation.hpp>

enum class Many : std::uint8_t {};
consteval auto names_of(Many) {
    return trimode::names<Many>("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
}

// Five pairs have two to the power of five, six pairs twice as many.
constexpr auto fits = trimode::rule(trimode::formula<Many>("a*b + c*d + e*f + g*h + i*j"));
constexpr auto six_pairs = trimode::formula<Many>("a*b + c*d + e*f + g*h + i*j + k*l");
#ifdef REJECTED
constexpr auto beyond = trimode::rule(six_pairs);
#endif
