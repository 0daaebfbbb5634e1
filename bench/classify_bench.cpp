// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Classify one relationship, and the peers beside it: the three rules of `three_modes::predicted` over its seven
/// conditions. Each peer is compared with the library on all cases that it can express before anything is timed.
///
/// Cases come from arrays of random ones, so that the compiler knows none of them; every truth is as likely as any
/// other, which is hard on branches, so the two shortest ways are also timed over few cases that the processor learns.
/// Peers get their cases in their own form, made beforehand.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/explain.hpp>
#include <trimode/inference/grades.hpp>
#include <trimode/inference/trace.hpp>
#include <trimode/report/trace.hpp>

#include "peers/by_hand.hpp"
#include "peers/clips.hpp"
#include "peers/functions.hpp"
#include "peers/fuzzylite.hpp"
#include "peers/strings.hpp"
#include "support/cases.hpp"
#include "support/row.hpp"
#include "support/rules.hpp"

namespace {

using namespace trimode;
using bench::Heap;
using bench::keep;

// ---- cases ---------------------------------------------------------------------------------------------------------

/// A few thousand, so that branch predictors do not learn them, and few enough to stay in the cache.
constexpr std::size_t case_count = 4096;
/// Of those that take much memory: as many as stay in the cache.
constexpr std::size_t large_count = 512;
/// Few enough for the branches to be learnt: what is left of a difference is work, not misprediction.
constexpr std::size_t learnt_count = 16;
/// How many facts CLIPS is given before its rules run.
constexpr std::size_t lot = 100;

/// The same random cases in every form.
struct Cases {
    std::vector<Facts<Condition>> facts;
    std::vector<Grades<Condition>> grades;
    std::vector<bench::by_hand::Case> by_hand;
    std::vector<bench::functions::Case> functions;
    std::vector<bench::functions_tuned::Case> functions_tuned;
    std::vector<bench::strings::Case> strings;
    std::vector<bench::clips::Case> clips;
    std::vector<bench::fuzzylite::Case> fuzzylite;
};

const Cases& cases() {
    static const Cases made = [] {
        Cases list;
        bench::Random random(1991);
        for (std::size_t i = 0; i < case_count; ++i) {
            const auto facts = bench::random_facts(random);
            list.facts.push_back(facts);
            list.by_hand.push_back(bench::by_hand::case_of(facts));
            if (i < large_count) {
                list.functions.push_back(bench::functions::case_of(facts));
                list.functions_tuned.push_back(bench::functions_tuned::case_of(facts));
                list.strings.push_back(bench::strings::case_of(facts));
            }
            list.clips.push_back(bench::clips::case_of(facts));
            list.grades.push_back(bench::random_grades(random));
            list.fuzzylite.push_back(bench::fuzzylite::case_of(bench::random_grades(random, true)));
        }
        return list;
    }();
    return made;
}

const Typology<Mode, Condition>& run_time_rules() {
    static const Typology<Mode, Condition> rules = bench::predicted_from_text();
    return rules;
}

/// Where texts are written.
using Buffer = std::array<char, 512>;

// ---- the same results ----------------------------------------------------------------------------------------------

/// Whether the ways of the library agree.
bool library_agrees(Facts<Condition> facts) {
    const auto verdict = classify<three_modes::predicted>(facts);
    if (classify(facts, run_time_rules()) != verdict) return false;
    const auto traced = trace<three_modes::predicted>(facts);
    if (traced.verdict != verdict || trace(facts, run_time_rules()) != traced) return false;
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

bool strings_agree(Facts<Condition> facts) {
    const auto answer = bench::strings::classify(bench::strings::case_of(facts));
    const auto traced = trace<three_modes::predicted>(facts);
    Buffer buffer{};
    const std::size_t length = write_trace(buffer, traced);
    return bench::strings::verdict_of(answer) == traced.verdict &&
           answer.why == std::string_view(buffer.data(), length);
}

/// The library's grades of degrees that are all known, against the activation degrees and the mode that Mamdani's
/// inference is in.
bool fuzzylite_agrees(bench::fuzzylite::Peer& peer, const Grades<Condition>& degrees) {
    const auto graded = grade<three_modes::predicted>(degrees);
    const auto activations = peer.activations(bench::fuzzylite::case_of(degrees));
    for (const Mode mode : all<Mode>()) {
        if (std::abs(activations[index(mode)] - graded[mode].least()) > 1e-9) return false;
    }
    const auto greatest_modes = greatest(graded).verdict.holding;
    const double output = peer.mamdani(bench::fuzzylite::case_of(degrees));
    if (std::isnan(output)) return greatest_modes.empty();
    return greatest_modes.contains(static_cast<Mode>(static_cast<int>(output)));
}

bool fuzzylite_agrees() {
    bench::fuzzylite::Peer peer;
    const auto differs = [&](const Grades<Condition>& degrees) {
        if (fuzzylite_agrees(peer, degrees)) return false;
        std::fprintf(stderr, "fuzzylite differs from the library for the degrees");
        for (const Condition condition : all<Condition>()) std::fprintf(stderr, " %g", degrees[condition].least());
        std::fprintf(stderr, "\n");
        return true;
    };
    constexpr std::array steps{0.0, 0.3, 0.5, 0.8, 1.0};
    std::size_t on_the_grid = 1;
    for (std::size_t i = 0; i < count<Condition>; ++i) on_the_grid *= steps.size();
    for (std::size_t number = 0; number < on_the_grid; ++number) {
        Grades<Condition> degrees;
        std::size_t left = number;
        for (const Condition condition : all<Condition>()) {
            degrees.set(condition, *Grade::of(steps[left % steps.size()]));
            left /= steps.size();
        }
        if (differs(degrees)) return false;
    }
    bench::Random random(2023);
    for (int i = 0; i < 20'000; ++i) {
        if (differs(bench::random_grades(random, true))) return false;
    }
    return true;
}

/// One by one, and in lots.
bool clips_agrees() {
    using namespace bench::clips;
    for (const Conclusions conclusions : {Conclusions::facts, Conclusions::calls}) {
        if (!installed) break;
        Peer peer(conclusions);
        const auto agrees = [&](std::span<const Facts<Condition>> facts) {
            std::vector<Case> list;
            for (const auto& one : facts) list.push_back(case_of(one));
            std::vector<bench::clips::Answer> answers(list.size());
            peer.classify(list, answers);
            for (std::size_t i = 0; i < list.size(); ++i) {
                if (verdict_of(answers[i]) != classify<three_modes::predicted>(facts[i])) return false;
            }
            return true;
        };
        if (!bench::agrees_on_all_facts("CLIPS",
                                        [&](Facts<Condition> facts) { return agrees(std::span(&facts, 1)); })) {
            return false;
        }
        if (!agrees(std::span(cases().facts).first(lot))) {
            std::fprintf(stderr, "CLIPS differs from the library in the first cases together\n");
            return false;
        }
    }
    return true;
}

bool all_agree() {
    using bench::agrees_on_all_facts;
    const auto verdict_is = [](Facts<Condition> facts, Verdict<Mode> verdict) {
        return classify<three_modes::predicted>(facts) == verdict;
    };
    if (!agrees_on_all_facts("the library", library_agrees)) return false;
    if (!agrees_on_all_facts("if-else over optional<bool>", [&](Facts<Condition> facts) {
            using namespace bench::by_hand;
            return verdict_is(facts, verdict_of(bench::by_hand::classify(case_of(facts))));
        })) {
        return false;
    }
    const auto rules = bench::functions::rules();
    const auto tuned_rules = bench::functions_tuned::rules();
    if (!agrees_on_all_facts("std::function rules", [&](Facts<Condition> facts) {
            const auto answer = bench::functions::classify(bench::functions::case_of(facts), rules);
            const auto tuned = bench::functions_tuned::classify(bench::functions_tuned::case_of(facts), tuned_rules);
            return verdict_is(facts, bench::functions::verdict_of(answer)) &&
                   verdict_is(facts, bench::functions::verdict_of(tuned));
        })) {
        return false;
    }
    if (!agrees_on_all_facts("string if-else", strings_agree)) return false;
    return clips_agrees() && (!bench::fuzzylite::installed || fuzzylite_agrees());
}

// ---- timing --------------------------------------------------------------------------------------------------------

/// Times `one(i)`, which has to keep its own result, over the first `different` cases in turn.
template <class One>
void over_cases(benchmark::State& state, One&& one, std::size_t different = case_count, Heap heap = Heap::untouched) {
    std::size_t i = 0;
    bench::over_and_over(state, {1, 0.0, heap}, [&] {
        one(i);
        if (++i == different) i = 0;
    });
}

/// One word, so that no peer pays for a detour over memory.
void keep(const Verdict<Mode>& verdict) {
    const std::uint64_t word = verdict.holding.bits() | (std::uint64_t{verdict.possible.bits()} << 32U);
    benchmark::DoNotOptimize(word);
}

/// A row over the facts: `one(facts)`.
template <class One>
void over_facts(benchmark::State& state, One&& one, std::size_t different = case_count) {
    const auto* facts = cases().facts.data();
    over_cases(
        state, [=](std::size_t i) { one(facts[i]); }, different);
}
/// A row over the grades.
template <class One>
void over_grades(benchmark::State& state, One&& one) {
    const auto* grades = cases().grades.data();
    over_cases(state, [=](std::size_t i) { one(grades[i]); });
}

template <class... Result>
void keep_all(const Result&... result) {
    (keep(result), ...);
}

void add_rows() {
    const auto add = [](const char* name, auto row) { benchmark::RegisterBenchmark(name, row); };
    const auto* const rules = &run_time_rules();

    add("crisp, constant rules", [](benchmark::State& state) {
        over_facts(state, [](Facts<Condition> facts) { keep(classify<three_modes::predicted>(facts)); });
    });
    add("crisp, constant rules, trace", [](benchmark::State& state) {
        over_facts(state, [](Facts<Condition> facts) { keep(trace<three_modes::predicted>(facts)); });
    });
    add("crisp, constant rules, trace, text", [](benchmark::State& state) {
        Buffer buffer{};
        over_facts(state, [&](Facts<Condition> facts) {
            keep(write_trace(buffer, trace<three_modes::predicted>(facts)));
            keep(buffer);
        });
    });
    add("crisp, run-time rules", [rules](benchmark::State& state) {
        over_facts(state, [rules](Facts<Condition> facts) { keep(classify(facts, *rules)); });
    });
    add("crisp, run-time rules, trace", [rules](benchmark::State& state) {
        over_facts(state, [rules](Facts<Condition> facts) { keep(trace(facts, *rules)); });
    });
    add("crisp, constant rules, explain all labels", [](benchmark::State& state) {
        over_facts(state, [](Facts<Condition> facts) {
            keep(classify<three_modes::predicted>(facts));
            for (const Mode mode : all<Mode>()) keep(explain(facts, three_modes::predicted.rule(mode)));
        });
    });
    add("crisp, run-time rules, explain and least change", [rules](benchmark::State& state) {
        over_facts(state, [rules](Facts<Condition> facts) {
            keep(classify(facts, *rules));
            for (const Mode mode : all<Mode>()) {
                keep(explain(facts, rules->rule(mode)));
                keep(least_change(facts, *rules, mode));
            }
        });
    });

    add("peer: if-else over optional<bool>", [](benchmark::State& state) {
        const auto* hand = cases().by_hand.data();
        over_cases(state, [=](std::size_t i) { keep(bench::by_hand::classify(hand[i])); });
    });
    add("peer: std::function rules over a map", [](benchmark::State& state) {
        const auto functions = bench::functions::rules();
        over_cases(
            state, [&](std::size_t i) { keep(bench::functions::classify(cases().functions[i], functions)); },
            large_count, Heap::allowed);
    });
    add("peer: std::function rules over a map, tuned", [](benchmark::State& state) {
        const auto functions = bench::functions_tuned::rules();
        over_cases(
            state,
            [&](std::size_t i) { keep(bench::functions_tuned::classify(cases().functions_tuned[i], functions)); },
            large_count, Heap::allowed);
    });
    add("peer: string if-else, text", [](benchmark::State& state) {
        over_cases(
            state, [&](std::size_t i) { keep(bench::strings::classify(cases().strings[i])); }, large_count,
            Heap::allowed);
    });
    const auto add_clips = [&](const char* name, std::size_t size, bench::clips::Conclusions conclusions) {
        add(name, [=](benchmark::State& state) {
            if (!bench::clips::installed) return state.SkipWithError(bench::clips::missing);
            bench::clips::Peer peer(conclusions);
            std::array<bench::clips::Answer, lot> answers{};
            std::size_t first = 0;
            bench::over_and_over(state, {size, 0.0, Heap::allowed}, [&] {
                peer.classify(std::span(cases().clips).subspan(first, size), std::span(answers).first(size));
                keep(answers);
                first = first + 2 * size <= case_count ? first + size : 0;
            });
        });
    };
    add_clips("peer: CLIPS, one case a run", 1, bench::clips::Conclusions::facts);
    add_clips("peer: CLIPS, 100 cases a run", lot, bench::clips::Conclusions::facts);
    add_clips("peer: CLIPS, 100 cases a run, answers by calls", lot, bench::clips::Conclusions::calls);

    add("crisp, constant rules, the same 16 cases", [](benchmark::State& state) {
        over_facts(
            state, [](Facts<Condition> facts) { keep(classify<three_modes::predicted>(facts)); }, learnt_count);
    });
    add("crisp, constant rules, trace, the same 16 cases", [](benchmark::State& state) {
        over_facts(
            state, [](Facts<Condition> facts) { keep(trace<three_modes::predicted>(facts)); }, learnt_count);
    });
    add("peer: if-else over optional<bool>, the same 16", [](benchmark::State& state) {
        const auto* hand = cases().by_hand.data();
        over_cases(
            state, [=](std::size_t i) { keep(bench::by_hand::classify(hand[i])); }, learnt_count);
    });

    add("graded, constant rules", [](benchmark::State& state) {
        over_grades(state, [](const Grades<Condition>& grades) { keep(grade<three_modes::predicted>(grades)); });
    });
    add("graded, constant rules, margin and trace", [](benchmark::State& state) {
        over_grades(state, [](const Grades<Condition>& grades) {
            const auto traced = trace<three_modes::predicted>(grades);
            keep_all(traced, greatest(traced.grades));
        });
    });
    add("graded, run-time rules", [rules](benchmark::State& state) {
        over_grades(state, [rules](const Grades<Condition>& grades) { keep(grade(grades, *rules)); });
    });
    add("graded, run-time rules, margin and trace", [rules](benchmark::State& state) {
        over_grades(state, [rules](const Grades<Condition>& grades) {
            const auto traced = trace(grades, *rules);
            keep_all(traced, greatest(traced.grades));
        });
    });
    add("peer: fuzzylite, activation degrees only", [](benchmark::State& state) {
        if (!bench::fuzzylite::installed) return state.SkipWithError(bench::fuzzylite::missing);
        bench::fuzzylite::Peer peer;
        over_cases(
            state, [&](std::size_t i) { keep(peer.activations(cases().fuzzylite[i])); }, case_count, Heap::allowed);
    });
    add("peer: fuzzylite, Mamdani", [](benchmark::State& state) {
        if (!bench::fuzzylite::installed) return state.SkipWithError(bench::fuzzylite::missing);
        bench::fuzzylite::Peer peer;
        over_cases(
            state, [&](std::size_t i) { keep(peer.mamdani(cases().fuzzylite[i])); }, case_count, Heap::allowed);
    });

    // Part of every line.
    add("the loop and the load of a case alone",
        [](benchmark::State& state) { over_facts(state, [](Facts<Condition> facts) { keep(facts.word()); }); });
}

}  // namespace

int main(int argc, char** argv) {
    if (!all_agree()) return 1;
    add_rows();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
