// SPDX-License-Identifier: BSL-1.0
// The thirteenth month.
// expect: no_such_date_in_the_calendar
#include <trimode/base/date.hpp>

constexpr trimode::Date date{2022, 12};
#ifdef REJECTED
constexpr trimode::Date none{2022, 13};
#endif
