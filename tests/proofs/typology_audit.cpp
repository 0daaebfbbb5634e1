// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The audit of every typology that is shipped, computed by the compiler; this file only has to compile.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/typology_audit.hpp>

namespace {

using namespace trimode;

static_assert(std::is_trivially_copyable_v<PropertySpace<Condition>> && std::is_trivially_copyable_v<Coverage<Mode>> &&
              std::is_trivially_copyable_v<FlawFound<Mode>>);

// No rule of ours says more than it need, and none follows from another.
constexpr bool variants_without_flaws() {
    for (const auto& variant : three_modes::variants) {
        if (count_flaws(*variant.rules) != 0) return false;
    }
    return true;
}
static_assert(variants_without_flaws());
static_assert(count_flaws(three_modes::observed) == 0);
static_assert(count_flaws(four_stages::stages) == 0);
// But for the stages that contain what was realised before: the last implies the third, as is meant.
static_assert(count_flaws(four_stages::cumulative) == 1);
static_assert(count_flaws(four_stages::cumulative, Flaw::implies_another) == 1);
static_assert(implies(four_stages::cumulative.rule(Stage::carving_space),
                      four_stages::cumulative.rule(Stage::realising_dependence)));

// The sorts of flaw that would be slips of ours, by name.
template <class Label, class E>
constexpr bool without_slips(const Typology<Label, E>& typology) {
    return typology.labels() == all<Label>() && count_flaws(typology, Flaw::contradictory_term) == 0 &&
           count_flaws(typology, Flaw::redundant_literal) == 0 && count_flaws(typology, Flaw::redundant_term) == 0 &&
           count_flaws(typology, Flaw::longer_than_needed) == 0 && count_flaws(typology, Flaw::equals_another) == 0 &&
           count_flaws(typology, Flaw::feature_without_effect) == 0;
}
static_assert(without_slips(four_stages::cumulative));

// How many corners none, one and several of the labels cover.
template <class Label, class E>
constexpr bool covers(const Typology<Label, E>& typology, std::uint32_t none, std::uint32_t one,
                      std::uint32_t several) {
    const auto space = PropertySpace<E>::of(typology);
    const Coverage<Label> counted = coverage(typology, *space);
    return space.ok() && counted.none == none && counted.one == one && counted.several == several &&
           counted.corners == none + one + several && counted.corners == space->corners();
}
// Seven conditions, 128 corners: recipient 16, activist 32, protector 16; recipient and protector exclude each other
// (V, ~V), and the activist meets each in 4.
static_assert(covers(three_modes::predicted, 72, 48, 8));
static_assert(exclusive(three_modes::predicted.rule(Mode::recipient), three_modes::predicted.rule(Mode::protector)));
// Without geography six conditions, 64 corners: 16, 16 and 8; activist and recipient meet in 4, activist and protector
// in 2.
static_assert(covers(three_modes::without_geography, 30, 28, 6));
// Two of three factors: recipient in half of the 128; it may now meet the protector (R*G, ~V*C*A), and all three meet
// too.
static_assert(covers(three_modes::any_two_factors, 39, 67, 22));
// R, A, F, I, V, C: recipient (R*~A) and protector (A) exclude each other.
static_assert(covers(three_modes::want_of_options, 30, 28, 6));
// R, G, V, A, F, I: recipient 8, activist 16, protector 16 of 64.
static_assert(covers(three_modes::without_conditionality, 30, 28, 6));
// R, V, F, I: recipient and protector are each other's opposite, so that every corner is covered.
static_assert(covers(three_modes::residual_protector, 0, 12, 4));
// R, G, V, F, A, C: the activist wants no other source, the protector needs one, so that they exclude each other.
static_assert(covers(three_modes::activism_for_funds, 34, 28, 2));
// Five acts: nothing but inaction is no mode, and most combinations show several.
static_assert(covers(three_modes::observed, 1, 7, 24));
// Six determinants, 64 corners. Only the first stage may meet others, the third (4) and the fourth (2): backing can be
// sought behind shut doors whatever the price.
static_assert(covers(four_stages::stages, 22, 36, 6));
static_assert(exclusive(four_stages::stages.rule(Stage::realising_dependence),
                        four_stages::stages.rule(Stage::carving_space)));
// Stages that contain what was before overlap by intention.
static_assert(covers(four_stages::cumulative, 12, 25, 27));

// Flaws that are there are found: V and not V; R*G beside R; A, of which nothing depends.
constexpr auto flawed =
    typology<Mode, Condition>({{Mode::recipient, formula<Condition>("R*~R + R*G + R + A*C + ~A*C"), ""},
                               {Mode::activist, formula<Condition>("C + R"), ""}});
static_assert(count_flaws(flawed, Flaw::contradictory_term) == 1 && count_flaws(flawed, Flaw::redundant_term) == 1);
static_assert(count_flaws(flawed, Flaw::redundant_literal) == 3);  // G of R*G, and A and ~A each by itself
static_assert(count_flaws(flawed, Flaw::longer_than_needed) == 1 && count_flaws(flawed, Flaw::equals_another) == 1);
static_assert(count_flaws(flawed, Flaw::feature_without_effect) == 2 && count_flaws(flawed, Flaw::no_rule) == 1);
static_assert(shortest_length(flawed.rule(Mode::recipient)) == Length{2, 2});

// A rule with two shortest forms of equal length.
constexpr std::size_t shortest_forms(std::string_view notation) {
    std::size_t forms = 0;
    for_each_shortest(*Rule<Condition>::of(*parse_formula<Condition>(notation)),
                      [&](const Formula<Condition>&) { ++forms; });
    return forms;
}
static_assert(shortest_forms("R*~G + G*~V + V*~R") == 2);
static_assert(shortest_forms("0") == 1 && shortest_forms("1") == 1);

// Limited diversity, with two cases: one settled, one of which the arena is unknown.
constexpr PropertySpace<Condition> arena = *PropertySpace<Condition>::of({Condition::global_arena, Condition::acclaim});
constexpr std::array cases{Facts<Condition>({Condition::global_arena, Condition::acclaim, Condition::resources}, {}),
                           Facts<Condition>({}, {Condition::acclaim})};
constexpr std::span<const Facts<Condition>> seen(cases);
static_assert(diversity(arena, seen).occupied == 1 && diversity(arena, seen).possible == 2 &&
              diversity(arena, seen).empty == 1);
static_assert(nearest_case(arena, {Condition::acclaim}, seen)->place == 0);
static_assert(nearest_case(arena, {Condition::acclaim}, seen)->apart.differs ==
              Set<Condition>{Condition::global_arena});

// The same with cases of ours. Of Russia in 2015 C, A and I are open: 8 corners; of China A and I, in four of these; of
// the West in 2016 only I: 2 others. All told, none settled, and 118 of 128 combinations nobody has tried.
constexpr Facts<Condition> told_of(std::string_view partner, int year) {
    return facts(tajikistan, tajikistan.conditions, *find_partner(tajikistan.partners, partner),
                 Date::of(year)->days());
}
constexpr PropertySpace<Condition> conditions = *PropertySpace<Condition>::of(three_modes::predicted);
constexpr std::array three{told_of("russia", 2015), told_of("china", 2015), told_of("west", 2016)};
constexpr std::span<const Facts<Condition>> ours(three);
constexpr Diversity tried = diversity(conditions, ours);
static_assert(tried.corners == 128 && tried.occupied == 0 && tried.possible == 10 && tried.empty == 118);
static_assert(apart(conditions, {}, three[0]).open ==
              Set<Condition>{Condition::conditionality, Condition::alternative, Condition::acclaim});
// What a pure protector would be lies nearest to the West, which differs in that its location matters.
constexpr auto nearest_protector =
    nearest_case(conditions, {Condition::resources, Condition::conditionality, Condition::alternative}, ours);
static_assert(nearest_protector->place == 2 && nearest_protector->ties == 1 &&
              nearest_protector->apart == Apart<Condition>{{Condition::geography}, {Condition::acclaim}});
// To a pure activist nobody is near: of China, of which the least is open, all four that are told differ.
constexpr auto nearest_activist = nearest_case(conditions, {Condition::global_arena, Condition::acclaim}, ours);
static_assert(nearest_activist->place == 1 && nearest_activist->apart.differs.size() == 4);

// More than 20 features: a fault with the number, not a wait.
enum class Letter : std::uint8_t { a };
consteval auto names_of(Letter) {
    return names<Letter>("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
                         "t", "u");
}
static_assert(!PropertySpace<Letter>::of(all<Letter>()) &&
              PropertySpace<Letter>::of(all<Letter>()).error().fault == Fault::out_of_range);
static_assert(PropertySpace<Letter>::of(all<Letter>()).error().given == 21);
static_assert(PropertySpace<Letter>::of(all<Letter>() - Set<Letter>{Letter::a})->corners() == 1U << 20U);

}  // namespace
