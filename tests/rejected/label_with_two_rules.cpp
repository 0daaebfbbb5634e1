// SPDX-License-Identifier: BSL-1.0
// A label has one rule.
// expect: a_label_has_one_rule
#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/typology.hpp>

using namespace trimode;

constexpr auto two_labels = typology<Mode, Condition>({
    {Mode::recipient, is(Condition::resources), ""},
    {Mode::protector, is(Condition::alternative), ""},
});
#ifdef REJECTED
constexpr auto one_twice = typology<Mode, Condition>({
    {Mode::recipient, is(Condition::resources), ""},
    {Mode::recipient, is(Condition::alternative), ""},
});
#endif
