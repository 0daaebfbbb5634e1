// SPDX-License-Identifier: BSL-1.0
// At a cut of one half the same degree would be both in and out.
// expect: a_cut_lies_above_one_half_and_up_to_1
#include <trimode/framework/grade.hpp>

constexpr auto above = trimode::alpha_cut(.51);
#ifdef REJECTED
constexpr auto at = trimode::alpha_cut(.5);
#endif
