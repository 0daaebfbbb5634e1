// SPDX-License-Identifier: BSL-1.0
// A stage is no mode.
// expect-gcc: could not convert|cannot convert
// expect-clang: no viable conversion|cannot initialize
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>

using namespace trimode;

constexpr auto source = three_modes::predicted.source(Mode::recipient);
#ifdef REJECTED
constexpr auto mixed = three_modes::predicted.source(Stage::prioritising);
#endif
