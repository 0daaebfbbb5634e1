// SPDX-License-Identifier: BSL-1.0
// More terms than a formula holds, in code.
// expect: more_terms_than_the_capacity
#include <trimode/domain/condition.hpp>
#include <trimode/framework/notation.hpp>

using trimode::Condition;

constexpr auto full = trimode::formula<Condition>("(R+G)*(R+V)*(R+C)*(R+A)*(R+F)");
constexpr auto still_fits = full & is(Condition::acclaim);
#ifdef REJECTED
constexpr auto beyond = full | is(Condition::acclaim);
#endif
