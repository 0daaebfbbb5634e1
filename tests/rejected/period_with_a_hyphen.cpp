// SPDX-License-Identifier: BSL-1.0
// A period is written with a slash.
// expect: not_a_period_in_edtf_such_as_2010_slash_2019
// expect: 2010-2019
#include <trimode/base/period.hpp>

constexpr auto decade = trimode::during("2010/2019");
#ifdef REJECTED
constexpr auto hyphen = trimode::during("2010-2019");
#endif
