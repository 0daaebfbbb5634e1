// SPDX-License-Identifier: BSL-1.0
// An interval goes from the least to the most.
// expect: an_interval_goes_from_the_least_to_the_most
#include <trimode/framework/grade.hpp>

constexpr auto from_least_to_most = trimode::degree(.2, .7);
#ifdef REJECTED
constexpr auto swapped = trimode::degree(.7, .2);
#endif
