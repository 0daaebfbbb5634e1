// SPDX-License-Identifier: BSL-1.0
// The lower end comes first, whatever came first in time.
// expect: the_lower_end_comes_first
#include <trimode/base/quantity.hpp>

using trimode::Unit;

constexpr auto range = trimode::over_time<Unit::percent>(30, 50);
#ifdef REJECTED
constexpr auto swapped = trimode::over_time<Unit::percent>(50, 30);
#endif
