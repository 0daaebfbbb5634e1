// SPDX-License-Identifier: BSL-1.0
// A receipt of modes, replayed with a typology of stages.
// expect: no matching function for call to 'replays
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/receipt.hpp>

using namespace trimode;

constexpr auto made = receipt<three_modes::predicted>(Facts<Condition>{});
constexpr bool same = replays(made, three_modes::predicted).same_verdict();
#ifdef REJECTED
constexpr bool other = replays(made, four_stages::stages).same_verdict();
#endif
