// SPDX-License-Identifier: BSL-1.0
// A reading of conduct made from what is told of conditions.
// expect-gcc: no matching function for call to 'trimode::TruthReading<trimode::Conduct>::TruthReading
// expect-clang: no matching conversion
#include <trimode/framework/reading.hpp>
#include <trimode/framework/three_modes.hpp>

using namespace trimode;

constexpr TruthReading<Conduct> reading = TruthReading<Conduct>(Facts<Conduct>{});
#ifdef REJECTED
constexpr TruthReading<Conduct> mixed = TruthReading<Conduct>(Facts<Condition>{});
#endif
