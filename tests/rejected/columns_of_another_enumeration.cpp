// SPDX-License-Identifier: BSL-1.0
// Columns of conduct under rules over conditions.
// expect: no matching function for call to 'classify
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/batch.hpp>

using namespace trimode;

auto told() { return classify<three_modes::predicted>(PlaneColumns<Condition>{}, VerdictPlanes<Mode>{}); }
#ifdef REJECTED
auto other() { return classify<three_modes::predicted>(PlaneColumns<Conduct>{}, VerdictPlanes<Mode>{}); }
#endif
