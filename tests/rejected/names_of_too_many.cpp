// SPDX-License-Identifier: BSL-1.0
// An enumeration has at most 32 names.
// expect: an enumeration has 1 to 32 names
#include <cstdint>

#include <trimode/base/names.hpp>

enum class Many : std::uint8_t {};
constexpr auto full = trimode::names<Many>("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0", "b1", "b2", "b3",
                                           "b4", "b5", "b6", "b7", "b8", "b9", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7",
                                           "c8", "c9", "d0", "d1");
#ifdef REJECTED
constexpr auto wrong = trimode::names<Many>("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0", "b1", "b2", "b3",
                                            "b4", "b5", "b6", "b7", "b8", "b9", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7",
                                            "c8", "c9", "d0", "d1", "d2");
#endif
