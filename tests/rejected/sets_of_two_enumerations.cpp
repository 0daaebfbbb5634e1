// SPDX-License-Identifier: BSL-1.0
// A set of modes and a set of stages have nothing in common.
// expect-gcc: no match for 'operator.'
// expect-clang: invalid operands to binary expression
#include <trimode/base/set.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/stage.hpp>

using namespace trimode;

constexpr auto modes = Set<Mode>{Mode::recipient} | Set<Mode>{Mode::protector};
#ifdef REJECTED
constexpr auto mixed = Set<Mode>{Mode::recipient} | Set<Stage>{Stage::prioritising};
#endif
