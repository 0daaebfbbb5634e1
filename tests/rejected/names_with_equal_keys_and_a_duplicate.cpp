// SPDX-License-Identifier: BSL-1.0
// Two words with equal keys are two names; a third that is one of them is not.
// expect: names_must_be_distinct_lower_case_words_with_single_spaces
#include <cstdint>

#include <trimode/base/names.hpp>

enum class Posture : std::uint8_t { hedging, balancing, waiting };
constexpr auto table = trimode::names<Posture>("lsmkllqngtqkso", "ohmpnnjmsgjphl", "waiting");
#ifdef REJECTED
constexpr auto wrong = trimode::names<Posture>("lsmkllqngtqkso", "ohmpnnjmsgjphl", "ohmpnnjmsgjphl");
#endif
