// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The three modes: the rules of Buriev's paper. How else it can be read: framework/three_modes_readings.hpp.
/// Layer: framework.
#pragma once

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode::three_modes {

/// Which mode the conditions predict. Beside each rule: document, section, [block]; D: stated by
/// the author, I: our reading.
/// Source: Buriev, document 000.
inline constexpr auto predicted = typology<Mode, Condition>({
    {Mode::recipient, is(Condition::resources) & is(Condition::geography) & is(Condition::regime_affinity),
     "000, Tajikistan and China [25], [26]: three factors together (D); each of them necessary (I)"},
    {Mode::activist, is(Condition::global_arena) & is(Condition::acclaim),
     "000, MODE TWO [28], [31]: towards the world (D), for recognition and expertise (D); their conjunction (I)"},
    {Mode::protector,
     ~is(Condition::regime_affinity) & is(Condition::conditionality) & is(Condition::alternative),
     "000, MODE THREE [42], [43]: mismatch and another source (D); help tied to reform as what the dissent is about (I)"},
});

/// Which mode shows in conduct. No negations: conduct is hardly ever told not to occur. Silence and bargaining stay out: in
/// 2022 they withhold, they do not submit. Source: Buriev, document 000.
inline constexpr auto observed = typology<Mode, Conduct>({
    {Mode::recipient, is(Conduct::defers) | is(Conduct::cedes),
     "000, Tajikistan and China [22], [26]: gives way and does not protect its own interest (D); either is enough (I)"},
    {Mode::activist, is(Conduct::campaigns), "000, MODE TWO [28], [30], [31]: puts issues of global concern forward (D)"},
    {Mode::protector, is(Conduct::dissents) | is(Conduct::restricts),
     "000, MODE THREE [38], [44]: voices dissent; cut the OSCE's mandate (D); either is enough (I)"},
});

}  // namespace trimode::three_modes
