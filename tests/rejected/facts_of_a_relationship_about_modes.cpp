// SPDX-License-Identifier: BSL-1.0
// Of a relationship its conditions, conduct and determinants are told; a mode is what follows.
// expect-gcc: no matching function for call to 'trimode::Relationship::facts<trimode::Mode>
// expect-clang: no matching member function for call to 'facts'
#include <trimode/domain/mode.hpp>
#include <trimode/domain/relationship.hpp>

using namespace trimode;

constexpr Relationship relationship;
constexpr auto told = relationship.facts<Condition>();
#ifdef REJECTED
constexpr auto mode = relationship.facts<Mode>();
#endif
