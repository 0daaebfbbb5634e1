// SPDX-License-Identifier: BSL-1.0
// Unknown is never false: a truth does not become a bool by itself.
// expect-gcc: cannot convert 'trimode::Truth' to .*bool'
// expect-clang: is not contextually convertible to 'bool'|no viable conversion|cannot initialize
#include <trimode/base/truth.hpp>

using trimode::Truth;

constexpr bool sure = must_hold(Truth::unknown);
#ifdef REJECTED
constexpr bool mixed = Truth::unknown;
#endif
