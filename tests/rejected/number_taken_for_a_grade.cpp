// SPDX-License-Identifier: BSL-1.0
// A number is checked before it is a grade.
// expect: (no matching|no known conversion|cannot convert|could not convert)
// expect: Grade
#include <trimode/domain/condition.hpp>
#include <trimode/framework/grade.hpp>

using trimode::Condition;
constexpr auto grades = trimode::Grades<Condition>{}.set(Condition::resources, trimode::degree(.8));
#ifdef REJECTED
constexpr auto number = trimode::Grades<Condition>{}.set(Condition::resources, .8);
#endif
