// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Questions to the dataset: what is told of a partner, which mode that gives, how dependent the
/// state is, and which claims say so. One iteration is one question; partners and years come in
/// random order, so each line is the mean over all partners and all years of the dataset.
#include <cstddef>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/trimode.hpp>

#include "support/allocations.hpp"
#include "support/random.hpp"

namespace {

using namespace trimode;

/// One partner, one time.
struct Question {
    PartnerIndex partner{};
    Period year{};
    Period day{};  ///< The middle of that year.
    Days asked{};  ///< The days of that year.
};

constexpr std::size_t question_count = 1024;

const std::vector<Question>& questions() {
    static const std::vector<Question> made = [] {
        const int first = tajikistan.time.from.date.year();
        const auto years = static_cast<std::size_t>(tajikistan.time.to.date.year()) + 1 -
                           static_cast<std::size_t>(first);
        std::vector<Question> list;
        bench::Random random(1991);
        while (list.size() < question_count) {
            Question question;
            question.partner.value =
                static_cast<std::uint8_t>(random.below(tajikistan.partners.size()));
            const int year = first + static_cast<int>(random.below(years));
            question.year = *Date::of(year);
            question.day = *Date::of(year, 7, 1);
            question.asked = asked_days(tajikistan, question.year);
            list.push_back(question);
        }
        return list;
    }();
    return made;
}

/// Times `one(question)`, which has to keep its own result, over the questions in turn.
template <class One>
void over_questions(benchmark::State& state, One&& one) {
    const auto* list = questions().data();
    std::size_t i = 0;
    const bench::Allocations counted;
    for (auto _ : state) {
        one(list[i]);
        i = (i + 1) % question_count;
    }
    counted.report(state);
}

void relationship_on_a_day(benchmark::State& state) {
    over_questions(state, [](const Question& question) {
        const auto told = relationship(tajikistan, question.partner, question.day);
        benchmark::DoNotOptimize(told);
    });
}

void relationship_over_a_year(benchmark::State& state) {
    over_questions(state, [](const Question& question) {
        const auto told = relationship(tajikistan, question.partner, question.year);
        benchmark::DoNotOptimize(told);
    });
}

void relationship_and_mode(benchmark::State& state) {
    over_questions(state, [](const Question& question) {
        const auto told = relationship(tajikistan, question.partner, question.year);
        const auto verdict = classify(told);
        benchmark::DoNotOptimize(verdict);
    });
}

void mode_over_a_year(benchmark::State& state) {
    over_questions(state, [](const Question& question) {
        const auto verdict =
            classify(tajikistan, question.partner, question.year, three_modes::predicted);
        benchmark::DoNotOptimize(verdict);
    });
}

void conduct_over_a_year(benchmark::State& state) {
    over_questions(state, [](const Question& question) {
        const auto verdict =
            classify(tajikistan, question.partner, question.year, three_modes::observed);
        benchmark::DoNotOptimize(verdict);
    });
}

void mode_over_all_years(benchmark::State& state) {
    over_questions(state, [](const Question& question) {
        const auto verdict =
            classify(tajikistan, question.partner, tajikistan.time, three_modes::predicted);
        benchmark::DoNotOptimize(verdict);
    });
}

void dependency_in_trade(benchmark::State& state, Route route) {
    over_questions(state, [=](const Question& question) {
        const auto found =
            dependency(tajikistan, question.partner, IssueArea::trade, question.year, route);
        benchmark::DoNotOptimize(found);
    });
}

void dependency_in_security(benchmark::State& state) {
    over_questions(state, [](const Question& question) {
        const auto found = dependency(tajikistan, question.partner, IssueArea::security,
                                      question.year, Route::measured);
        benchmark::DoNotOptimize(found);
    });
}

void tellings_of_all_conditions(benchmark::State& state) {
    over_questions(state, [](const Question& question) {
        std::size_t tellings = 0;
        for (const Condition condition : all<Condition>()) {
            for_each_telling(tajikistan, tajikistan.conditions, question.partner, condition,
                             question.asked, Admission{}, [&](const Telling<Condition>& telling) {
                                 benchmark::DoNotOptimize(telling);
                                 ++tellings;
                             });
        }
        const std::size_t told = tellings;
        benchmark::DoNotOptimize(told);
    });
}

BENCHMARK(relationship_over_a_year)->Name("relationship over a year");
BENCHMARK(relationship_on_a_day)->Name("relationship on a day");
BENCHMARK(relationship_and_mode)->Name("relationship over a year + its mode");
BENCHMARK(mode_over_a_year)->Name("predicted mode over a year");
BENCHMARK(conduct_over_a_year)->Name("observed mode over a year");
BENCHMARK(mode_over_all_years)->Name("predicted mode over all years");
BENCHMARK_CAPTURE(dependency_in_trade, judged, Route::judged)
    ->Name("dependency in trade over a year: judged");
BENCHMARK_CAPTURE(dependency_in_trade, measured, Route::measured)
    ->Name("dependency in trade over a year: measured");
BENCHMARK(dependency_in_security)->Name("dependency in security over a year: measured");
BENCHMARK(tellings_of_all_conditions)->Name("all tellings of all conditions over a year");

}  // namespace
