// SPDX-License-Identifier: BSL-1.0
// A value without a name.
// expect: names_must_be_distinct_lower_case_words_with_single_spaces
#include <cstdint>

#include <trimode/base/names.hpp>

enum class Posture : std::uint8_t { hedging, balancing };
constexpr auto table = trimode::names<Posture>("hedging", "balancing");
#ifdef REJECTED
constexpr auto wrong = trimode::names<Posture>("hedging", "");
#endif
