// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What is true of framework at compile time; this file only has to compile.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <trimode/framework.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes_readings.hpp>

namespace {

using namespace trimode;

static_assert(std::is_trivially_copyable_v<Formula<Condition>> &&
              std::is_trivially_copyable_v<Rule<Condition>> &&
              std::is_trivially_copyable_v<Typology<Mode, Condition>>);
static_assert(Algebra<TruthReading<Condition>, Condition>);
static_assert(!Algebra<TruthReading<Condition>, Conduct>);
static_assert(!std::is_convertible_v<Formula<Condition>, Formula<Conduct>>);
static_assert(!std::is_convertible_v<Facts<Condition>, TruthReading<Condition>>);

/// Whether a rule answers as all completions of what is open do, for all facts of the conditions of
/// which it speaks.
template <class E>
constexpr bool answers_as_all_completions(const Rule<E>& rule) {
    const std::uint32_t spoken = rule.written().conditions().bits();
    for (std::uint32_t to_hold = spoken;; to_hold = (to_hold - 1U) & spoken) {
        for (std::uint32_t to_fail = spoken;; to_fail = (to_fail - 1U) & spoken) {
            const Facts<E> facts(Set<E>::of_bits(to_hold), Set<E>::of_bits(to_fail));
            const std::uint32_t settled_true = to_hold & ~to_fail;
            const std::uint32_t open = spoken & ~(to_hold ^ to_fail);
            bool may_hold = false;
            bool may_fail = false;
            for (std::uint32_t chosen = open;; chosen = (chosen - 1U) & open) {
                const std::uint32_t a = settled_true | chosen;
                bool holds = false;
                for (const Cube& term : rule.written().terms()) {
                    holds = holds || ((term.holding & ~a) == 0 && (term.failing & a) == 0);
                }
                (holds ? may_hold : may_fail) = true;
                if (chosen == 0) break;
            }
            const Answer expected = !may_fail   ? Answer::holds
                                    : !may_hold ? Answer::fails
                                                : Answer::open;
            if (read(rule, TruthReading<E>(facts)) != expected) return false;
            if (matters(rule, facts).empty() != (expected != Answer::open)) return false;
            if (to_fail == 0) break;
        }
        if (to_hold == 0) break;
    }
    return true;
}

template <class Label, class E>
constexpr bool answers_as_all_completions(const Typology<Label, E>& typology) {
    for (const Label label : typology.labels()) {
        if (!answers_as_all_completions(typology.rule(label))) return false;
    }
    return true;
}
static_assert(answers_as_all_completions(three_modes::predicted));
static_assert(answers_as_all_completions(three_modes::observed));
static_assert(answers_as_all_completions(three_modes::without_geography));
static_assert(answers_as_all_completions(three_modes::any_two_factors));
static_assert(answers_as_all_completions(three_modes::want_of_options));
static_assert(answers_as_all_completions(three_modes::without_conditionality));
static_assert(answers_as_all_completions(three_modes::residual_protector));
static_assert(answers_as_all_completions(three_modes::activism_for_funds));
static_assert(answers_as_all_completions(four_stages::stages));
static_assert(answers_as_all_completions(four_stages::cumulative));
static_assert(answers_as_all_completions(rule(formula<Condition>("R*G + ~R*V"))));
static_assert(answers_as_all_completions(rule(formula<Condition>("~(R*G + ~R*V) | A*~A"))));

/// The same words in code and in notation are the same formula.
constexpr bool same(const Formula<Condition>& left, const Formula<Condition>& right) {
    if (left.terms().size() != right.terms().size()) return false;
    for (std::size_t i = 0; i < left.terms().size(); ++i) {
        if (!(left.terms()[i] == right.terms()[i])) return false;
    }
    return true;
}
static_assert(same(formula<Condition>("R*G*V + ~A*F"),
                   (is(Condition::resources) & is(Condition::geography) &
                    is(Condition::regime_affinity)) |
                       (~is(Condition::alternative) & is(Condition::global_arena))));
static_assert(same(formula<Condition>("1"), always<Condition>()) &&
              same(formula<Condition>("0"), never<Condition>()));
static_assert(parse_formula<Condition>("R*geografy").error().nearest == "geography");
static_assert(parse_formula<Condition>("R*geografy").error().column == 3);
static_assert(parse_formula<Condition>("(R").error().fault == Fault::open_bracket);

static_assert(parse_typology<Mode, Condition>("recipient <= R*G*V\r\n# \nactivist <= F*I")
                  ->labels() == Set<Mode>{Mode::recipient, Mode::activist});
static_assert(parse_typology<Mode, Condition>("recipient <= R\nrecipient <= G").error().fault ==
              Fault::said_twice);
static_assert(parse_typology<Mode, Condition>("\nactivst <= R").error().nearest == "activist");

/// The scale at its cut-offs.
constexpr Set<Level> trade(Decimal e, Decimal s) {
    return dependency_scale::possible(
        dependency_scale::at_least,
        dependency_scale::facts(*dependency_scale::find(IssueArea::trade), {e, e}, {s, s}));
}
static_assert(trade(decimal("15"), decimal("50")) == Set<Level>{Level::critical});
static_assert(trade(decimal("14.9"), decimal("50")) == Set<Level>{Level::high});
static_assert(trade(decimal("15"), decimal("49.9")) == Set<Level>{Level::high});
static_assert(trade(decimal("4.9"), decimal("31.5")) == Set<Level>{Level::low});
static_assert(trade(Decimal{0}, Decimal{0}) == Set<Level>{Level::none});
static_assert(dependency_scale::points_at_least(7).terms().size() == 1 &&
              dependency_scale::points_at_least(8).terms().size() == 0);

}  // namespace
