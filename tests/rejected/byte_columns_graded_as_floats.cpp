// SPDX-License-Identifier: BSL-1.0
// Degrees in bytes, and grades wanted as floats.
// expect: no matching function for call to 'grade
#include <cstdint>

#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/batch.hpp>

using namespace trimode;

auto bytes() { return grade<three_modes::predicted>(ByteColumns<Condition>{}, GradeColumns<Mode, std::uint8_t>{}); }
#ifdef REJECTED
auto floats() { return grade<three_modes::predicted>(ByteColumns<Condition>{}, GradeColumns<Mode, float>{}); }
#endif
