// SPDX-License-Identifier: BSL-1.0
// A degree of membership goes from 0 to 1, also at the end of an interval.
// expect: a_degree_is_a_number_from_0_to_1
#include <trimode/framework/grade.hpp>

constexpr auto one = trimode::degree(1);
#ifdef REJECTED
constexpr auto percent = trimode::degree(80);
#endif
