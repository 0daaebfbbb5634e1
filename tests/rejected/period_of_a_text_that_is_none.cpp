// SPDX-License-Identifier: BSL-1.0
// A text that is no literal is read in the same way.
// expect: not_a_period_in_edtf_such_as_2010_slash_2019
#include <string_view>

#include <trimode/base/period.hpp>

constexpr std::string_view years = "2010/2019, and more";
constexpr auto decade = trimode::during(years.substr(0, 9));
#ifdef REJECTED
constexpr auto wrong = trimode::during(years);
#endif
