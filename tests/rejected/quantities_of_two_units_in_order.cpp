// SPDX-License-Identifier: BSL-1.0
// Dollars are neither more nor less than persons.
// expect-gcc: no match for 'operator<'
// expect-clang: invalid operands to binary expression
#include <trimode/base/quantity.hpp>

using namespace trimode;

constexpr bool fewer = exactly<Unit::persons>(1) < exactly<Unit::persons>(2);
#ifdef REJECTED
constexpr bool less = exactly<Unit::us_dollars>(1) < exactly<Unit::persons>(2);
#endif
