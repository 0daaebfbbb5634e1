// SPDX-License-Identifier: BSL-1.0
// More terms than a formula holds, in the notation.
// expect: more_terms_than_the_capacity
#include <trimode/domain/condition.hpp>
#include <trimode/framework/notation.hpp>

using trimode::Condition;

constexpr auto full = trimode::formula<Condition>("(R+G)*(R+V)*(R+C)*(R+A)*(R+F)");
static_assert(full.terms().size() == trimode::formula_capacity);
#ifdef REJECTED
constexpr auto beyond = trimode::formula<Condition>("(R+G)*(R+V)*(R+C)*(R+A)*(R+F)*(R+I)");
#endif
