// SPDX-License-Identifier: BSL-1.0
// A property space of conditions, and cases of which conduct is told.
// expect: no matching function for call to 'diversity
#include <span>

#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/typology_audit.hpp>

using namespace trimode;

constexpr auto space = *PropertySpace<Condition>::of(three_modes::predicted);
constexpr auto none = diversity(space, std::span<const Facts<Condition>>{}).occupied;
#ifdef REJECTED
constexpr auto other = diversity(space, std::span<const Facts<Conduct>>{}).occupied;
#endif
