// SPDX-License-Identifier: BSL-1.0
// A bracket without its partner.
// expect: notation_is_not_like_A_and_B_or_not_C
// expect: R[*].G[+]V
#include <trimode/domain/condition.hpp>
#include <trimode/framework/notation.hpp>

using trimode::Condition;

constexpr auto written = trimode::formula<Condition>("R*(G+V)");
#ifdef REJECTED
constexpr auto open = trimode::formula<Condition>("R*(G+V");
#endif
