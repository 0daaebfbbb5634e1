// SPDX-License-Identifier: BSL-1.0
// The ties of a security guarantee, put into the scale of exposure and share.
// expect-gcc: no matching function for call to 'possible
// expect-clang: no matching function for call to 'possible'
#include <trimode/framework/dependency_scale.hpp>

using namespace trimode;
namespace scale = trimode::dependency_scale;

constexpr auto ties = scale::possible(scale::security_at_least, Facts<Obligation>{});
#ifdef REJECTED
constexpr auto mixed = scale::possible(scale::at_least, Facts<Obligation>{});
#endif
