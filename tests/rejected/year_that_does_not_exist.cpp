// SPDX-License-Identifier: BSL-1.0
// There is no year 0 in this calendar.
// expect: no_such_date_in_the_calendar
#include <trimode/base/date.hpp>

constexpr trimode::Date date{1};
#ifdef REJECTED
constexpr trimode::Date none{0};
#endif
