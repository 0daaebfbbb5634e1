// SPDX-License-Identifier: BSL-1.0
// A number that is known only at run time becomes a date by Date::of, which checks.
// expect-gcc: 'year' is not a constant expression
// expect-clang: is not a constant expression
#include <trimode/base/date.hpp>

trimode::Date of_year(int year) {
#ifdef REJECTED
    return trimode::Date{year};
#else
    return trimode::Date::of(year).value_or(trimode::Date{1991});
#endif
}
