// SPDX-License-Identifier: BSL-1.0
// What is told of conditions, read through a typology of conduct.
// expect-gcc: no matching function for call to 'read
// expect-clang: no matching function for call to 'read
#include <trimode/framework/reading.hpp>
#include <trimode/framework/three_modes.hpp>

using namespace trimode;

constexpr auto answer = read(three_modes::observed.rule(Mode::recipient), TruthReading<Conduct>(Facts<Conduct>{}));
#ifdef REJECTED
constexpr auto mixed = read(three_modes::observed.rule(Mode::recipient), TruthReading<Condition>(Facts<Condition>{}));
#endif
