// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Classify one relationship: under rules that are constants of the program, under rules known only
/// at run time, with explanations, and beside them the way it is written by hand. The results are
/// compared on all 4^7 facts before anything is timed.
///
/// One iteration is one case. The cases come from an array of random facts, so that the compiler
/// knows none of them; every truth is as likely as any other, which is hard on branches, so the two
/// shortest ways are also timed over few cases that the processor learns.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/explain.hpp>

#include "support/allocations.hpp"
#include "support/random.hpp"

namespace {

using namespace trimode;

// ---- by hand -----------------------------------------------------------------------------------

/// A case as it is written without a library. No value: unknown.
struct HandCase {
    std::optional<bool> resources;
    std::optional<bool> geography;
    std::optional<bool> regime_affinity;
    std::optional<bool> conditionality;
    std::optional<bool> alternative;
    std::optional<bool> global_arena;
    std::optional<bool> acclaim;
};

struct HandVerdict {
    bool must_recipient = false;
    bool may_recipient = false;
    bool must_activist = false;
    bool may_activist = false;
    bool must_protector = false;
    bool may_protector = false;
};

/// The three rules with what is unknown kept apart from "no".
inline HandVerdict hand_classify(const HandCase& c) {
    HandVerdict verdict;
    if (c.resources == true && c.geography == true && c.regime_affinity == true) {
        verdict.must_recipient = true;
        verdict.may_recipient = true;
    } else if (c.resources != false && c.geography != false && c.regime_affinity != false) {
        verdict.may_recipient = true;
    }
    if (c.global_arena == true && c.acclaim == true) {
        verdict.must_activist = true;
        verdict.may_activist = true;
    } else if (c.global_arena != false && c.acclaim != false) {
        verdict.may_activist = true;
    }
    if (c.regime_affinity == false && c.conditionality == true && c.alternative == true) {
        verdict.must_protector = true;
        verdict.may_protector = true;
    } else if (c.regime_affinity != true && c.conditionality != false && c.alternative != false) {
        verdict.may_protector = true;
    }
    return verdict;
}

// ---- cases -------------------------------------------------------------------------------------

/// The facts of a number with two bits for each condition.
Facts<Condition> facts_of(std::uint64_t number) {
    Facts<Condition> facts;
    for (const Condition condition : all<Condition>()) {
        facts.set(condition, static_cast<Truth>((number >> (2 * index(condition))) & 3U));
    }
    return facts;
}
constexpr std::uint64_t facts_count = std::uint64_t{1} << (2 * count<Condition>);

/// A contested condition is unknown to the hand-written way: it has no value for it.
HandCase hand_case(Facts<Condition> facts) {
    const auto value = [&](Condition condition) -> std::optional<bool> {
        if (!settled(facts[condition])) return std::nullopt;
        return must_hold(facts[condition]);
    };
    return {value(Condition::resources),       value(Condition::geography),
            value(Condition::regime_affinity), value(Condition::conditionality),
            value(Condition::alternative),     value(Condition::global_arena),
            value(Condition::acclaim)};
}

Verdict<Mode> verdict_of(const HandVerdict& hand) {
    Verdict<Mode> verdict;
    if (hand.must_recipient) verdict.holding.insert(Mode::recipient);
    if (hand.may_recipient) verdict.possible.insert(Mode::recipient);
    if (hand.must_activist) verdict.holding.insert(Mode::activist);
    if (hand.may_activist) verdict.possible.insert(Mode::activist);
    if (hand.must_protector) verdict.holding.insert(Mode::protector);
    if (hand.may_protector) verdict.possible.insert(Mode::protector);
    return verdict;
}

/// A few thousand, so that branch predictors do not learn them, and few enough to stay in the
/// cache.
constexpr std::size_t case_count = 4096;

/// The same random cases in both forms.
struct Cases {
    std::vector<Facts<Condition>> facts;
    std::vector<HandCase> hand;
};

const Cases& cases() {
    static const Cases made = [] {
        Cases list;
        bench::Random random(1991);
        for (std::size_t i = 0; i < case_count; ++i) {
            const auto facts = facts_of(random.next() % facts_count);
            list.facts.push_back(facts);
            list.hand.push_back(hand_case(facts));
        }
        return list;
    }();
    return made;
}

/// The rules of the paper, read from a text when the program runs.
const Typology<Mode, Condition>& run_time_rules() {
    static const Typology<Mode, Condition> rules = *parse_typology<Mode, Condition>(
        "recipient <= resources * geography * regime_affinity\n"
        "activist <= global_arena * acclaim\n"
        "protector <= ~regime_affinity * conditionality * alternative\n");
    return rules;
}

// ---- the same results --------------------------------------------------------------------------

/// Whether all ways agree on these facts.
bool agree(Facts<Condition> facts) {
    const auto verdict = classify<three_modes::predicted>(facts);
    if (classify(facts, run_time_rules()) != verdict) return false;
    if (verdict_of(hand_classify(hand_case(facts))) != verdict) return false;
    for (const Mode mode : all<Mode>()) {
        const auto why = explain(facts, run_time_rules().rule(mode));
        if ((why.answer == Answer::holds) != verdict.holds(mode)) return false;
        if ((why.answer != Answer::fails) != verdict.may_hold(mode)) return false;
        const auto changes = least_change(facts, run_time_rules(), mode);
        if (changes.empty()) return false;
        const bool nothing = changes[0].turns() == 0 && changes[0].settles() == 0;
        if (nothing != verdict.holds(mode)) return false;
        if ((changes[0].turns() == 0) != verdict.may_hold(mode)) return false;
    }
    return true;
}

bool agree_on_all_facts() {
    for (std::uint64_t number = 0; number < facts_count; ++number) {
        if (agree(facts_of(number))) continue;
        std::fprintf(stderr, "classify_bench: results differ for facts %#llx\n",
                     static_cast<unsigned long long>(facts_of(number).word()));
        return false;
    }
    return true;
}

// ---- timing ------------------------------------------------------------------------------------

/// Times `one(i)`, which has to keep its own result, over the first `different` cases in turn.
template <class One>
void over_cases(benchmark::State& state, One&& one, std::size_t different = case_count) {
    std::size_t i = 0;
    const bench::Allocations counted;
    for (auto _ : state) {
        one(i);
        if (++i == different) i = 0;
    }
    counted.report(state);
}

/// Makes the compiler make the value. By const reference g++ leaves it in a register.
template <class T>
void keep(const T& value) {
    benchmark::DoNotOptimize(value);
}
/// One word, so that no peer pays for a detour over memory.
void keep(const Verdict<Mode>& verdict) {
    const std::uint64_t word =
        verdict.holding.bits() | (std::uint64_t{verdict.possible.bits()} << 32U);
    benchmark::DoNotOptimize(word);
}

void constant_rules(benchmark::State& state) {
    const auto* facts = cases().facts.data();
    over_cases(state, [=](std::size_t i) { keep(classify<three_modes::predicted>(facts[i])); });
}

void by_hand(benchmark::State& state) {
    const auto* hand = cases().hand.data();
    over_cases(state, [=](std::size_t i) { keep(hand_classify(hand[i])); });
}

/// Few enough cases for the branches to be learnt: what is left of the difference is work, not
/// misprediction.
constexpr std::size_t learnt_count = 16;

void constant_rules_learnt(benchmark::State& state) {
    const auto* facts = cases().facts.data();
    over_cases(
        state, [=](std::size_t i) { keep(classify<three_modes::predicted>(facts[i])); },
        learnt_count);
}

void by_hand_learnt(benchmark::State& state) {
    const auto* hand = cases().hand.data();
    over_cases(
        state, [=](std::size_t i) { keep(hand_classify(hand[i])); }, learnt_count);
}

void run_time(benchmark::State& state) {
    const auto* facts = cases().facts.data();
    const auto& rules = run_time_rules();
    over_cases(state, [=, &rules](std::size_t i) { keep(classify(facts[i], rules)); });
}

void run_time_explained(benchmark::State& state) {
    const auto* facts = cases().facts.data();
    const auto& rules = run_time_rules();
    over_cases(state, [=, &rules](std::size_t i) {
        keep(classify(facts[i], rules));
        for (const Mode mode : all<Mode>()) keep(explain(facts[i], rules.rule(mode)));
    });
}

void run_time_explained_changed(benchmark::State& state) {
    const auto* facts = cases().facts.data();
    const auto& rules = run_time_rules();
    over_cases(state, [=, &rules](std::size_t i) {
        keep(classify(facts[i], rules));
        for (const Mode mode : all<Mode>()) {
            keep(explain(facts[i], rules.rule(mode)));
            keep(least_change(facts[i], rules, mode));
        }
    });
}

void constant_explained(benchmark::State& state) {
    const auto* facts = cases().facts.data();
    over_cases(state, [=](std::size_t i) {
        keep(classify<three_modes::predicted>(facts[i]));
        for (const Mode mode : all<Mode>())
            keep(explain(facts[i], three_modes::predicted.rule(mode)));
    });
}

/// What the loop itself and the load of a case take; part of every line.
void loop_alone(benchmark::State& state) {
    const auto* facts = cases().facts.data();
    over_cases(state, [=](std::size_t i) {
        const std::uint64_t word = facts[i].word();
        benchmark::DoNotOptimize(word);
    });
}

BENCHMARK(constant_rules)->Name("constant rules");
BENCHMARK(by_hand)->Name("by hand: if-else over optional<bool>");
BENCHMARK(run_time)->Name("run-time rules");
BENCHMARK(constant_explained)->Name("constant rules + explain 3 labels");
BENCHMARK(run_time_explained)->Name("run-time rules + explain 3 labels");
BENCHMARK(run_time_explained_changed)->Name("run-time rules + explain + least change");
BENCHMARK(constant_rules_learnt)->Name("constant rules: the same 16 cases");
BENCHMARK(by_hand_learnt)->Name("by hand: the same 16 cases");
BENCHMARK(loop_alone)->Name("loop and load alone");

}  // namespace

int main(int argc, char** argv) {
    if (!agree_on_all_facts()) return 1;
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
