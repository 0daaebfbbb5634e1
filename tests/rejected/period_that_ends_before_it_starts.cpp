// SPDX-License-Identifier: BSL-1.0
// A period that ends before it starts.
// expect: not_a_period_in_edtf_such_as_2010_slash_2019
// expect: 2019/2010
#include <trimode/base/period.hpp>

constexpr auto one_year = trimode::during("2019/2019");
#ifdef REJECTED
constexpr auto backwards = trimode::during("2019/2010");
#endif
