// SPDX-License-Identifier: BSL-1.0
// A letter of conduct in a notation of conditions.
// expect: misspelt_name_in_notation_did_you_mean
// expect: R[*]D
#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/framework/notation.hpp>

constexpr auto conduct = trimode::formula<trimode::Conduct>("D");
#ifdef REJECTED
constexpr auto mixed = trimode::formula<trimode::Condition>("R*D");
#endif
