// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// No question below qca/ allocates: every allocation of this program is counted, and the questions make none.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <span>

#include <doctest/doctest.h>

#include <trimode/evidence/defect.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/acceptance.hpp>
#include <trimode/inference/attribution.hpp>
#include <trimode/inference/batch.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/columns.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/inference/explain.hpp>
#include <trimode/inference/grades.hpp>
#include <trimode/inference/least_change.hpp>
#include <trimode/inference/receipt.hpp>
#include <trimode/inference/robustness.hpp>
#include <trimode/inference/support.hpp>
#include <trimode/inference/timeline.hpp>
#include <trimode/inference/trace.hpp>
#include <trimode/inference/typology_audit.hpp>
#include <trimode/inference/why_not.hpp>
#include <trimode/inference/withdrawal.hpp>

namespace {
// The tests run in one thread. Volatile, so that no allocation may be taken out together with its counting.
volatile std::size_t allocations = 0;

void* counted(std::size_t size) noexcept {
    allocations = allocations + 1;
    return std::malloc(size == 0 ? 1 : size);
}
}  // namespace

// All other forms come down to these, but for types that ask for a greater alignment, of which we have none.
[[gnu::noinline]] void* operator new(std::size_t size) {
    void* const memory = counted(size);
    if (memory == nullptr) std::abort();
    return memory;
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
[[gnu::noinline]] void* operator new[](std::size_t size) { return operator new(size); }
[[gnu::noinline]] void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace {

using namespace trimode;

constexpr std::array sources{Source{.id = "000_one", .author = "One", .published = Date{2020}, .blocks = 9}};
constexpr std::array partners{Partner{"alpha", "Alpha", PartnerKind::state, "", 0, ""},
                              Partner{"bloc", "Bloc", PartnerKind::bloc, "", 0, ""}};
constexpr Partners both{3};
constexpr std::array claims{
    Claim{.id = "000.001a", .partners = both, .aspect = Aspect::state, .period = during("2010/2012"), .statement = "So."},
    Claim{.id = "000.002a", .partners = both, .aspect = Aspect::onset, .period = during("2014-05/.."), .statement = "So."},
    Claim{.id = "000.003a",
          .partners = both,
          .aspect = Aspect::event,
          .period = during("2016"),
          .figures = {Figure{exactly<Unit::percent>(Decimal{40}), "of trade"}},
          .statement = "So."},
};
constexpr PartnerIndex alpha{0};
constexpr PartnerIndex bloc{1};
constexpr std::array memberships{Membership{alpha, bloc, ClaimIndex{0}, {}, true}};
constexpr std::array conditions{
    Coding<Condition>{ClaimIndex{0}, alpha, Condition::resources, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{0}, bloc, Condition::geography, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{1}, alpha, Condition::resources, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{1}, alpha, Condition::regime_affinity, Tells::fails, {}},
};
constexpr std::array conduct{Coding<Conduct>{ClaimIndex{2}, alpha, Conduct::dissents, Tells::holds, {}}};
constexpr std::array determinants{Coding<Determinant>{ClaimIndex{1}, alpha, Determinant::price_felt, Tells::holds, {}}};
constexpr std::array obligations{Coding<Obligation>{ClaimIndex{0}, alpha, Obligation::base, Tells::holds, {}}};
constexpr std::array judgements{Judgement{ClaimIndex{0}, alpha, IssueArea::trade, {Level::high}, {}}};
constexpr std::array measurements{Measurement{ClaimIndex{2}, alpha, IssueArea::trade, MeasureRole::share, 0}};

constexpr Dataset data{.id = "test",
                       .title = "Test",
                       .state = "State",
                       .edition = 1,
                       .time = during("2000/2020"),
                       .sources = sources,
                       .sections = {},
                       .partners = partners,
                       .memberships = memberships,
                       .claims = claims,
                       .conditions = conditions,
                       .conduct = conduct,
                       .determinants = determinants,
                       .obligations = obligations,
                       .judgements = judgements,
                       .measurements = measurements};
static_assert(first_defect(data).defect == Defect::none);

/// How often something was allocated while this ran.
template <class Work>
std::size_t allocated_by(Work&& work) {
    const std::size_t before = allocations;
    work();
    return allocations - before;
}

/// The same with two documents that disagree on everything there is to disagree on.
constexpr std::array two_sources{sources[0], Source{.id = "001_two", .author = "Two", .published = Date{2020}, .blocks = 9}};
constexpr std::array two_claims{
    Claim{.id = "000.001a",
          .partners = both,
          .period = during("2010/2012"),
          .figures = {Figure{about<Unit::percent>(Decimal{40}), "of trade"}},
          .statement = "So."},
    Claim{.id = "001.001a",
          .partners = both,
          .period = during("2010/2012"),
          .figures = {Figure{at_least<Unit::percent>(Decimal{50}), "of trade"}},
          .statement = "Not so."},
};
template <Named E>
constexpr std::array opposed{Coding<E>{ClaimIndex{0}, alpha, E{}, Tells::holds, {}},
                             Coding<E>{ClaimIndex{1}, alpha, E{}, Tells::fails, {}}};
constexpr std::array two_judgements{Judgement{ClaimIndex{0}, alpha, IssueArea::trade, {Level::high}, {}},
                                    Judgement{ClaimIndex{1}, alpha, IssueArea::trade, {Level::low}, {}}};
constexpr std::array two_matters{Matter{"rank", "Who?", MatterKind::exclusive, "alpha bloc"},
                                 Matter{"start", "When?", MatterKind::dating, "early late"},
                                 Matter{"trade", "How much?", MatterKind::quantity, ""},
                                 Matter{"why", "Why?", MatterKind::emphasis, "one two"}};
constexpr std::array two_positions{
    Position{{0}, ClaimIndex{0}, 1, 0, {}, {}}, Position{{0}, ClaimIndex{1}, 2, 0, {}, {}},
    Position{{1}, ClaimIndex{0}, 1, 0, {}, {}}, Position{{1}, ClaimIndex{1}, 2, 0, {}, {}},
    Position{{2}, ClaimIndex{0}, 0, 0, {}, {}}, Position{{2}, ClaimIndex{1}, 0, 0, "gdp", {}},
    Position{{3}, ClaimIndex{0}, 1, 0, {}, {}}, Position{{3}, ClaimIndex{1}, 2, 0, {}, {}}};
constexpr Dataset disputed{.id = "test",
                           .title = "Test",
                           .state = "State",
                           .edition = 1,
                           .time = during("2000/2020"),
                           .sources = two_sources,
                           .sections = {},
                           .partners = partners,
                           .memberships = {},
                           .claims = two_claims,
                           .conditions = opposed<Condition>,
                           .conduct = opposed<Conduct>,
                           .determinants = opposed<Determinant>,
                           .obligations = opposed<Obligation>,
                           .leverages = opposed<Leverage>,
                           .modes = opposed<Mode>,
                           .stages = opposed<Stage>,
                           .judgements = two_judgements,
                           .measurements = {},
                           .matters = two_matters,
                           .positions = two_positions,
                           .uncoded = {}};
static_assert(first_defect(disputed).defect == Defect::none);

}  // namespace

TEST_CASE("allocations are counted") {
    CHECK(allocated_by([] { delete new int(1); }) <= 1);  // the compiler may do without
    CHECK(allocated_by([] { operator delete(operator new(7)); }) <= 1);
    void* volatile kept = nullptr;
    CHECK(allocated_by([&] { kept = operator new(7); }) == 1);
    operator delete(kept);
}

TEST_CASE("no question allocates") {
    std::uint64_t used = 0;  // so that nothing is left out
    const Period at = during("2005/2019");
    Relationship told;
    CHECK(allocated_by([&] { told = relationship(data, alpha, at); }) == 0);
    CHECK(allocated_by([&] { used += relationship(data, alpha, at, {.strict = true}).conditions.word(); }) == 0);
    CHECK(allocated_by([&] { used += classify(told).possible.bits(); }) == 0);
    CHECK(allocated_by([&] { used += classify<three_modes::observed>(told.conduct).possible.bits(); }) == 0);
    CHECK(allocated_by([&] { used += classify(told, four_stages::stages).possible.bits(); }) == 0);
    CHECK(allocated_by([&] { used += classify(data, alpha, at, three_modes::predicted).possible.bits(); }) == 0);
    CHECK(allocated_by([&] { used += classify(data, alpha, at, three_modes::observed).possible.bits(); }) == 0);
    CHECK(allocated_by([&] { used += explain(told, three_modes::predicted, Mode::recipient).matters.bits(); }) == 0);
    CHECK(allocated_by([&] { used += least_change(told, three_modes::predicted, Mode::recipient).size(); }) == 0);
    CHECK(allocated_by([&] { used += least_change(told, four_stages::stages, Stage::prioritising, Aim::end).size(); }) == 0);
    CHECK(allocated_by([&] { used += least_change(told, three_modes::predicted, Mode::recipient, Aim::sole).ways(); }) == 0);
    CHECK(allocated_by([&] {
              for_each_least_change(told.conditions, three_modes::predicted, Mode::activist, Aim::sole,
                                    ChangeCosts<Condition>{}, [&](const Change& change) { used += change.all().word(); });
          }) == 0);
    CHECK(allocated_by([&] { used += why_not(told, three_modes::predicted, Mode::protector).terms().size(); }) == 0);
    for (const IssueArea area : {IssueArea::trade, IssueArea::security, IssueArea::political}) {
        for (const Route route : all<Route>()) {
            CHECK(allocated_by([&] { used += dependency(data, alpha, area, at, route).levels.bits(); }) == 0);
            CHECK(allocated_by([&] {
                      for_each_dependency_telling(data, alpha, area, at, route, {}, [&](const DependencyTelling& telling) {
                          used += telling.levels.bits();
                      });
                  }) == 0);
        }
    }
    CHECK(allocated_by([&] {
              for (const Condition condition : all<Condition>()) {
                  for_each_telling(data, data.conditions, alpha, condition, asked_days(data, at), {},
                                   [&](const Telling<Condition>& telling) { used += telling.claim->block(); });
              }
              for_each_telling(data, data.conduct, alpha, Conduct::dissents, asked_days(data, at), {},
                               [&](const Telling<Conduct>& telling) { used += telling.claim->block(); });
          }) == 0);
    CHECK(allocated_by([&] {
              for_each_constant_part(data, data.conditions, alpha, asked_days(data, at), {},
                                     [&](Days part, Facts<Condition> facts) {
                                         used += facts.word() + static_cast<std::uint64_t>(part.last - part.first);
                                     });
          }) == 0);
    CHECK(allocated_by([&] { used += first_defect(data).row + section(data, data.claims[1]).size(); }) == 0);
    CHECK(allocated_by([&] { used += find_claim(data.claims, "000.002a")->value; }) == 0);
    CHECK(used != 0);
}

TEST_CASE("comparing documents does not allocate") {
    for (const bool strict : {false, true}) {
        std::size_t found = 0;
        Comparing comparing;
        comparing.admission.strict = strict;
        CHECK(allocated_by([&] {
                  for_each_disagreement(disputed, comparing, [&](const Disagreement& each) {
                      found += each.one.claim == each.other.claim ? 0U : 1U;
                  });
              }) == 0);
        CHECK(found == 12);
    }
    std::size_t found = 0;
    CHECK(allocated_by([&] { for_each_disagreement(disputed, [&](const Disagreement&) { ++found; }); }) == 0);
    CHECK(found == 12);
    CHECK(allocated_by([&] { found += first_defect(disputed).row + find_option(two_matters[0], "bloc"); }) == 0);
    CHECK(allocated_by([&] {
              found += sources_with_id(disputed, "001") + sources_by(disputed, "Two") + sources_published(disputed, during("2020"));
          }) == 0);
}

TEST_CASE("grading does not allocate") {
    std::uint64_t used = 0;
    Grades<Condition> grades(Facts<Condition>({Condition::resources}, {Condition::conditionality}));
    CHECK(allocated_by([&] { grades.set(Condition::geography, Grade::between(.25, .75).value_or(Grade{})); }) == 0);
    CHECK(allocated_by([&] { used += verdict_at(grade(grades, three_modes::predicted)).possible.bits(); }) == 0);
    CHECK(allocated_by([&] { used += reaching(grade<three_modes::predicted>(grades), alpha_cut(.75)).possible.bits(); }) == 0);
    CHECK(allocated_by([&] { used += greatest(grade<three_modes::predicted>(grades)).verdict.possible.bits(); }) == 0);
    CHECK(allocated_by([&] { used += grades.facts_at({}).word(); }) == 0);
    CHECK(used != 0);
}

TEST_CASE("tracing does not allocate") {
    std::uint64_t used = 0;
    const Facts<Condition> facts({Condition::resources}, {Condition::conditionality});
    const Grades<Condition> grades(facts);
    CHECK(allocated_by([&] { used += trace<three_modes::predicted>(facts).because(Mode::protector).word(); }) == 0);
    CHECK(allocated_by([&] { used += trace(facts, three_modes::any_two_factors).because(Mode::recipient).word(); }) == 0);
    CHECK(allocated_by([&] { used += trace<three_modes::predicted>(grades)[Mode::recipient].at_most.word(); }) == 0);
    CHECK(allocated_by([&] { used += trace(grades, three_modes::any_two_factors)[Mode::recipient].at_least.word(); }) == 0);
    CHECK(used != 0);
}

TEST_CASE("batches, and what makes columns of rows, do not allocate") {
    constexpr std::size_t cases = 5000;  // more than a block of planes
    std::uint64_t used = 0;
    const auto in_order = [&](const Error& error) { used += error == Error{} ? 1U : 0U; };
    static std::array<Facts<Condition>, cases> rows{};
    static std::array<Relationship, cases> relationships{};
    static std::array<Grades<Condition>, cases> graded{};
    static std::array<std::uint64_t, plane_words<Condition>(cases)> words{};
    static std::array<std::uint8_t, count<Condition> * cases> byte_memory{};
    static std::array<float, 2 * count<Condition> * cases> numbers{};
    static std::array<std::uint64_t, plane_words<Mode>(cases)> verdict_words{};
    static std::array<std::array<std::uint64_t, plane_words<Condition>(cases)>, count<Mode>> literals{};
    CHECK(allocated_by([&] {
              const auto planes = *planes_over<Condition>(words, cases);
              const auto bytes = *bytes_over<Condition>(byte_memory, cases);
              const auto floats = *floats_over<Condition>(numbers, cases);
              in_order(to_planes(rows, planes));
              in_order(to_planes(relationships, planes));
              in_order(to_bytes(rows, bytes));
              in_order(to_bytes(relationships, bytes));
              in_order(to_bytes(graded, bytes));
              in_order(to_floats(rows, floats));
              in_order(to_floats(relationships, floats));
              in_order(to_floats(graded, floats));
              in_order(floats.first_fault());
              used += planes[1].word() + bytes[1].facts_at({}).word() + floats[1].facts_at({}).word();
          }) == 0);
    CHECK(used == 9);
    CHECK(allocated_by([&] {
              const PlaneColumns<Condition> planes = *planes_over<Condition>(words, cases);
              const auto verdicts = *verdicts_over<Mode>(verdict_words, cases);
              TracePlanes<Mode, Condition> traces;
              for (std::size_t i = 0; i < count<Mode>; ++i) traces.literals[i] = *planes_over<Condition>(literals[i], cases);
              in_order(classify<three_modes::predicted>(planes, verdicts));
              in_order(classify(planes, three_modes::any_two_factors, verdicts));
              in_order(trace<three_modes::predicted>(planes, verdicts, traces));
              in_order(trace(planes, three_modes::any_two_factors, verdicts, traces));
              const CaseRange part = part_of(cases, 1, 2);
              in_order(trace<three_modes::predicted>(planes.part(part), verdicts.part(part), traces.part(part)));
          }) == 0);
    CHECK(used == 14);
    static std::array<std::uint8_t, cases> masks{};
    static std::array<std::uint64_t, cases> cubes{};
    const auto grade_all = [&]<class Number>(const auto& columns, Number) {
        static std::array<Number, cases> degrees{};
        CHECK(allocated_by([&] {
                  GradeColumns<Mode, Number> to;
                  to.least[0] = degrees;
                  to.holding = masks;
                  in_order(grade<three_modes::predicted>(columns, to));
                  to = {};
                  to.cut = alpha_cut(.7);
                  to.least_margin = degrees;
                  to.may_be_greatest = masks;
                  to.at_most[1] = cubes;
                  in_order(grade<three_modes::predicted>(columns, to));
                  in_order(grade(columns, three_modes::any_two_factors, to));
                  const CaseRange part = part_of(cases, 1, 2);
                  in_order(grade(columns.part(part), three_modes::any_two_factors, to.part(part)));
              }) == 0);
    };
    grade_all(*bytes_over<Condition>(byte_memory, cases), std::uint8_t{});
    grade_all(*floats_over<Condition>(numbers, cases), float{});
    CHECK(used == 22);
}

TEST_CASE("timelines, comparisons, attributions, support and least changes over a time do not allocate") {
    std::uint64_t used = 0;
    const Period at = during("2008/2014");
    CHECK(allocated_by([&] {
              for_each_least_change(data, alpha, at, three_modes::predicted, Mode::protector, Aim::sole, {}, {},
                                    [&](const Change& change) { used += change.all().holding; });
          }) == 0);
    CHECK(allocated_by([&] { used += why_not(data, alpha, at, three_modes::predicted, Mode::protector).terms_count; }) == 0);
    CHECK(allocated_by([&] {
              for_each_transition(data, alpha, three_modes::predicted, at, {},
                                  [&](const auto& transition) { used += transition.turned.bits(); });
          }) == 0);
    CHECK(allocated_by([&] {
              for_each_comparison(data, alpha, three_modes::predicted, three_modes::observed, at, {}, Lag{400},
                                  [&](const auto& episode) { used += static_cast<std::uint64_t>(episode.length()); });
          }) == 0);
    CHECK(allocated_by([&] {
              used += overlap(data, alpha, three_modes::predicted, three_modes::observed, at, {}).predicted.claims;
          }) == 0);
    CHECK(allocated_by([&] {
              for_each_attribution(disputed, three_modes::predicted, {},
                                   [&](const Attribution<Mode>& each) { used += each.claim->id.size(); });
          }) == 0);
    CHECK(allocated_by([&] { used += classify_marked(data, alpha, at, three_modes::predicted).strict.possible.bits(); }) == 0);
    CHECK(used != 0);
}

TEST_CASE("weighing a proposal does not allocate") {
    std::int64_t points = 0;
    Relationship told;
    told.conditions = Facts<Condition>({Condition::resources, Condition::acclaim}, {Condition::geography});
    const auto circumstances = Circumstances<>().set(Circumstance::other, 3);
    CHECK(allocated_by([&] {
              const auto answer = acceptance(told, three_modes::predicted, example_weights, circumstances);
              for (const auto& reason : answer.reasons()) points += reason.points;
              points -= answer.points();
          }) == 0);
    CHECK(points == 0);
    CHECK(allocated_by([&] {
              points += acceptance_points(told.conditions, classify(told), example_weights, circumstances);
          }) == 0);
    CHECK(points != 0);
}

TEST_CASE("auditing a typology does not allocate") {
    std::uint64_t used = 0;
    const auto space = *PropertySpace<Determinant>::of(four_stages::cumulative);
    const std::array told{Facts<Determinant>({Determinant::price_felt}, {Determinant::open_door})};
    const std::span<const Facts<Determinant>> cases(told);
    CHECK(allocated_by([&] { used += coverage(four_stages::cumulative, space).several; }) == 0);
    CHECK(allocated_by([&] { used += count_flaws(four_stages::cumulative); }) == 0);
    CHECK(allocated_by([&] {
              for_each_shortest(four_stages::stages.rule(Stage::carving_space),
                                [&](const Formula<Determinant>& formula) { used += length(formula).literals; });
          }) == 0);
    CHECK(allocated_by([&] { used += diversity(space, cases).empty; }) == 0);
    CHECK(allocated_by([&] { used += nearest_case(space, {}, cases)->apart.open.bits(); }) == 0);
    CHECK(used != 0);
}

TEST_CASE("making and replaying a receipt does not allocate") {
    std::uint64_t used = 0;
    const Facts<Condition> told({Condition::resources}, {Condition::alternative});
    CHECK(allocated_by([&] { used += receipt<three_modes::predicted>(told).hash; }) == 0);
    CHECK(allocated_by([&] {
              const auto made = receipt(data, alpha, during("2010/2012"), three_modes::predicted);
              used += replays(made, data, three_modes::predicted).verdict.possible.bits();
          }) == 0);
    CHECK(used != 0);
}

TEST_CASE("time does not allocate") {
    for (const bool strict : {false, true}) {
        const Admission admission{.strict = strict};
        const Period at = during("2005/2019");
        std::uint64_t used = 0;
        CHECK(allocated_by([&] {
                  for_each_episode(data, alpha, three_modes::predicted, at, admission,
                                   [&](const auto& episode) { used += episode.verdict.possible.bits(); });
                  for_each_episode(data, alpha, three_modes::observed, at, admission,
                                   [&](const auto& episode) { used += episode.verdict.possible.bits(); });
              }) == 0);
        CHECK(allocated_by([&] {
                  for_each_transition(data, alpha, three_modes::predicted, at, admission, [&](const auto& transition) {
                      used += transition.turned.bits();
                      for_each_change(data, alpha, transition, admission,
                                      [&](const auto& before, const auto&) { used += before.claim->block(); });
                  });
              }) == 0);
        CHECK(allocated_by([&] {
                  for_each_comparison(data, alpha, three_modes::predicted, three_modes::observed, at, admission,
                                      [&](const auto& episode) { used += index(episode.comparison()); });
                  used += overlap(data, alpha, three_modes::predicted, three_modes::observed, at, admission).predicted.claims;
              }) == 0);
        CHECK(used != 0);
    }
}

TEST_CASE("asking what carries a verdict, and how firmly, does not allocate") {
    std::uint64_t used = 0;
    const Period at = during("2011");
    std::array<Coding<Condition>, 16> memory{};
    const std::span<Coding<Condition>> room(memory);
    static constexpr auto resources = typology<Mode, Condition>({{Mode::recipient, is(Condition::resources), ""}});
    CHECK(allocated_by([&] {
              for_each_support(data, alpha, at, resources, Mode::recipient, {},
                               [&](const Support<Condition>& one) { used += one.telling.claim->block(); });
              for_each_objection(data, alpha, at, three_modes::predicted, Mode::activist, {},
                                 [&](const Objection<Condition>& one) { used += index(one.feature); });
              for_each_least_set(data, alpha, at, resources, Mode::recipient, {},
                                 [&](Days, std::span<const ClaimIndex> chosen) { used += chosen.size(); });
              used += count_least_sets(data, alpha, at, resources, Mode::recipient).number;
          }) == 0);
    CHECK(used != 0);
    for (const Withdrawn what : all<Withdrawn>()) {
        CHECK(allocated_by([&] {
                  for_each_decisive(data, alpha, at, resources, what, {},
                                    [&](const Withdrawal<Mode>& one) { used += one.source + 1; });
                  used += leave_one_out(data, alpha, at, resources, what).readings;
              }) == 0);
    }
    for (const Mistake mistake : all<Mistake>()) {
        for (const std::uint32_t exact_up_to : {0U, 20'000U}) {
            const Turning turning{.mistake = mistake, .samples = 20, .exact_up_to = exact_up_to};
            CHECK(allocated_by([&] { used += steadiness(data, alpha, at, resources, turning, room)->stayed; }) == 0);
        }
    }
    CHECK(allocated_by([&] { used += cut_off_range(data, alpha, IssueArea::trade, during("2016"))->most ? 1U : 0U; }) == 0);
}
