// SPDX-License-Identifier: BSL-1.0
// A condition and a kind of conduct in one formula: the two routes are never mixed.
// expect-gcc: no match for 'operator&'
// expect-clang: invalid operands to binary expression
#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/framework/formula.hpp>

using trimode::Condition;
using trimode::Conduct;

constexpr auto written = trimode::is(Condition::resources) & trimode::is(Condition::geography);
#ifdef REJECTED
constexpr auto mixed = trimode::is(Condition::resources) & trimode::is(Conduct::defers);
#endif
