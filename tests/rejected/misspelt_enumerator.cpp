// SPDX-License-Identifier: BSL-1.0
// A misspelt condition in code.
// expect: geografy
#include <trimode/domain/condition.hpp>
#include <trimode/framework/formula.hpp>

using trimode::Condition;

constexpr auto written = trimode::is(Condition::geography);
#ifdef REJECTED
constexpr auto misspelt = trimode::is(Condition::geografy);
#endif
