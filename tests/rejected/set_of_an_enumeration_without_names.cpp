// SPDX-License-Identifier: BSL-1.0
// A set needs to know how many values there are.
// expect-gcc: template constraint failure|constraints not satisfied
// expect-clang: constraints not satisfied
#include <cstdint>

#include <trimode/base/set.hpp>

enum class Named : std::uint8_t { a, b };
consteval auto names_of(Named) { return trimode::names<Named>("a", "b"); }
enum class Nameless : std::uint8_t { a, b };

constexpr trimode::Set<Named> set{Named::a};
#ifdef REJECTED
constexpr trimode::Set<Nameless> wrong{Nameless::a};
#endif
