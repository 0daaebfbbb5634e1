// SPDX-License-Identifier: BSL-1.0
// Nineteen digits.
// expect: not_a_decimal_number
#include <trimode/base/decimal.hpp>

constexpr auto largest = trimode::decimal("999999999999999999");
#ifdef REJECTED
constexpr auto beyond = trimode::decimal("1000000000000000000");
#endif
