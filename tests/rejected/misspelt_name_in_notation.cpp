// SPDX-License-Identifier: BSL-1.0
// A misspelt condition in the notation: the message has the nearest name and the notation.
// expect: misspelt_name_in_notation_did_you_mean
// expect: geography
// expect: R[*]geografy[*]V
#include <trimode/domain/condition.hpp>
#include <trimode/framework/notation.hpp>

using trimode::Condition;

constexpr auto written = trimode::formula<Condition>("R*geography*V");
#ifdef REJECTED
constexpr auto misspelt = trimode::formula<Condition>("R*geografy*V");
#endif
