// SPDX-License-Identifier: BSL-1.0
// Dollars are not equal to roubles.
// expect-gcc: no match for 'operator=='
// expect-clang: invalid operands to binary expression
#include <trimode/base/quantity.hpp>

using namespace trimode;

constexpr bool same = exactly<Unit::roubles>(1) == exactly<Unit::roubles>(1);
#ifdef REJECTED
constexpr bool mixed = exactly<Unit::us_dollars>(1) == exactly<Unit::roubles>(1);
#endif
