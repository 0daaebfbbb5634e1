// SPDX-License-Identifier: BSL-1.0
// A set of modes contains no stage.
// expect-gcc: cannot convert 'trimode::Stage' to 'trimode::Mode'
// expect-clang: no viable conversion|cannot initialize
#include <trimode/base/set.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/stage.hpp>

using namespace trimode;

constexpr bool has = Set<Mode>{Mode::recipient}.contains(Mode::protector);
#ifdef REJECTED
constexpr bool mixed = Set<Mode>{Mode::recipient}.contains(Stage::prioritising);
#endif
