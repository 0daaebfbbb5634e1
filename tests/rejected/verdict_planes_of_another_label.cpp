// SPDX-License-Identifier: BSL-1.0
// Verdicts on modes, written where verdicts on stages belong.
// expect: no matching function for call to 'classify
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/batch.hpp>

using namespace trimode;

auto modes() { return classify(PlaneColumns<Condition>{}, three_modes::predicted, VerdictPlanes<Mode>{}); }
#ifdef REJECTED
auto stages() { return classify(PlaneColumns<Condition>{}, three_modes::predicted, VerdictPlanes<Stage>{}); }
#endif
