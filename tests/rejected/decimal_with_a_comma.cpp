// SPDX-License-Identifier: BSL-1.0
// A number is written with a point.
// expect: not_a_decimal_number
// expect: 1,2
#include <trimode/base/decimal.hpp>

constexpr auto point = trimode::decimal("1.2");
#ifdef REJECTED
constexpr auto comma = trimode::decimal("1,2");
#endif
