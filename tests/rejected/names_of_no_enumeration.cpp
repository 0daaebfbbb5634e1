// SPDX-License-Identifier: BSL-1.0
// Only an enumeration has names.
// expect: names<E> is for enumerations
#include <trimode/base/names.hpp>

enum class Posture : unsigned char { hedging };
constexpr auto table = trimode::names<Posture>("hedging");
#ifdef REJECTED
constexpr auto wrong = trimode::names<int>("hedging");
#endif
