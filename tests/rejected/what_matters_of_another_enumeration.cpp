// SPDX-License-Identifier: BSL-1.0
// What matters to a rule of conduct cannot be a condition.
// expect-gcc: no matching function for call to 'matters
// expect-clang: no matching function for call to 'matters'
#include <trimode/framework/reading.hpp>
#include <trimode/framework/three_modes.hpp>

using namespace trimode;

constexpr auto open = matters(three_modes::observed.rule(Mode::recipient), Facts<Conduct>{});
#ifdef REJECTED
constexpr auto mixed = matters(three_modes::observed.rule(Mode::recipient), Facts<Condition>{});
#endif
