// SPDX-License-Identifier: BSL-1.0
// The thirtieth of February.
// expect: no_such_date_in_the_calendar
#include <trimode/base/date.hpp>

constexpr trimode::Date date{2022, 2, 24};
#ifdef REJECTED
constexpr trimode::Date none{2022, 2, 30};
#endif
