// SPDX-License-Identifier: BSL-1.0
// A name that is more than one word.
// expect: names_must_be_distinct_lower_case_words_with_single_spaces
#include <cstdint>

#include <trimode/base/names.hpp>

enum class Posture : std::uint8_t { hedging, balancing };
constexpr auto table = trimode::names<Posture>("hedging_bets", "balancing");
#ifdef REJECTED
constexpr auto wrong = trimode::names<Posture>("hedging-bets", "balancing");
#endif
