// SPDX-License-Identifier: BSL-1.0
// The lower end comes first.
// expect: the_lower_end_comes_first
#include <trimode/base/quantity.hpp>

using trimode::Unit;

constexpr auto range = trimode::between<Unit::percent>(30, 50);
constexpr auto point = trimode::between<Unit::percent>(50, 50);
#ifdef REJECTED
constexpr auto swapped = trimode::between<Unit::percent>(50, 30);
#endif
