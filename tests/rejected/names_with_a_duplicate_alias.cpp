// SPDX-License-Identifier: BSL-1.0
// Two values with one alias.
// expect: names_must_be_distinct_lower_case_words_with_single_spaces
#include <cstdint>

#include <trimode/base/names.hpp>

enum class Posture : std::uint8_t { hedging, balancing };
constexpr auto table = trimode::names<Posture>("hedging H", "balancing B");
#ifdef REJECTED
constexpr auto wrong = trimode::names<Posture>("hedging H", "balancing B H");
#endif
