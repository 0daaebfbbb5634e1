// SPDX-License-Identifier: BSL-1.0
// A letter in the wrong case is a misspelt name too.
// expect: misspelt_name_in_notation_did_you_mean
// expect: resources
// expect: r[*]G
#include <trimode/domain/condition.hpp>
#include <trimode/framework/notation.hpp>

using trimode::Condition;

constexpr auto written = trimode::formula<Condition>("R*G");
#ifdef REJECTED
constexpr auto lower_case = trimode::formula<Condition>("r*G");
#endif
