// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Runs one main path of the library again and again, so that the instructions of one case can be counted.
///
///     instructions --list         the paths, one a line: name, cases in one pass, and the path to be taken off
///     instructions PATH PASSES    runs it so many times over its cases
///
/// What comes before the first pass does not depend on PASSES: the difference between two runs is that of the passes.
/// Error: exit code 2 for wrong arguments.
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/report/trace.hpp>
#include <trimode/trimode.hpp>

#include "../support/cases.hpp"
#include "../support/random.hpp"
#include "../support/rules.hpp"

namespace {

using namespace trimode;

/// Makes the compiler make the value: what fits into a register as a word, else in memory.
template <class T>
void keep(const T& value) {
    if constexpr (sizeof(T) == sizeof(std::uint64_t) && std::is_trivially_copyable_v<T>) {
        const auto word = std::bit_cast<std::uint64_t>(value);
        asm volatile("" : : "r"(word) : "memory");
    } else {
        asm volatile("" : : "m"(value) : "memory");
    }
}

/// A multiple of 512, so that batches have no rest; so few that all of it stays in a cache that nobody counts.
constexpr std::size_t case_count = 4096;
constexpr std::size_t question_count = 256;

/// One partner, one year.
struct Question {
    PartnerIndex partner{};
    Period year{};
};

/// The same cases in every form, and room for what is said of them.
struct Cases {
    std::vector<Facts<Condition>> facts;
    std::vector<Grades<Condition>> grades;
    std::vector<Relationship> relationships;
    std::vector<Question> questions;
    Typology<Mode, Condition> rules = bench::predicted_from_text();

    std::vector<std::uint64_t> plane_memory = std::vector<std::uint64_t>(plane_words<Condition>(case_count));
    std::vector<std::uint8_t> byte_memory = std::vector<std::uint8_t>(count<Condition> * case_count);
    std::vector<float> float_memory = std::vector<float>(2 * count<Condition> * case_count);
    PlaneColumns<Condition, std::uint64_t> planes = *planes_over<Condition>(plane_memory, case_count);
    ByteColumns<Condition, std::uint8_t> bytes = *bytes_over<Condition>(byte_memory, case_count);
    FloatColumns<Condition, float> floats = *floats_over<Condition>(float_memory, case_count);

    std::vector<std::uint64_t> verdict_memory = std::vector<std::uint64_t>(plane_words<Mode>(case_count));
    VerdictPlanes<Mode> verdicts = *verdicts_over<Mode>(verdict_memory, case_count);
    std::array<std::vector<std::uint64_t>, count<Mode>> trace_memory;
    TracePlanes<Mode, Condition> traces;
    std::array<std::vector<std::uint8_t>, 2 * count<Mode> + 1> byte_grades;
    std::array<std::vector<float>, 2 * count<Mode> + 1> float_grades;
    std::array<std::vector<LabelMask<Mode>>, 4> masks;

    Cases() {
        bench::Random random(1991);
        const int first = tajikistan.time.from.date.year();
        const auto years = static_cast<std::size_t>(tajikistan.time.to.date.year() - first) + 1;
        for (std::size_t i = 0; i < case_count; ++i) {
            facts.push_back(bench::random_facts(random));
            grades.push_back(bench::random_grades(random));
            relationships.emplace_back();
            relationships.back().conditions = facts.back();
        }
        while (questions.size() < question_count) {
            Question question;
            question.partner.value = static_cast<std::uint8_t>(random.below(tajikistan.partners.size()));
            question.year = *Date::of(first + static_cast<int>(random.below(years)));
            questions.push_back(question);
        }
        for (std::size_t i = 0; i < count<Mode>; ++i) {
            trace_memory[i].resize(plane_words<Condition>(case_count));
            traces.literals[i] = *planes_over<Condition>(trace_memory[i], case_count);
        }
        for (auto& column : byte_grades) column.resize(case_count);
        for (auto& column : float_grades) column.resize(case_count);
        for (auto& column : masks) column.resize(case_count);
        static_cast<void>(to_planes<Condition>(facts, planes));
        static_cast<void>(to_bytes<Condition>(facts, bytes));
        static_cast<void>(to_floats<Condition>(grades, floats));
    }
    Cases(const Cases&) = delete;
    Cases& operator=(const Cases&) = delete;

    /// Where verdicts are written.
    template <class Number>
    [[nodiscard]] GradeColumns<Mode, Number> verdict_columns() {
        GradeColumns<Mode, Number> to;
        to.holding = masks[0];
        to.possible = masks[1];
        return to;
    }
    /// Where grades, the greatest of them and its margin are written.
    template <class Number>
    [[nodiscard]] GradeColumns<Mode, Number> score_columns(
        std::array<std::vector<Number>, 2 * count<Mode> + 1>& memory) {
        GradeColumns<Mode, Number> to;
        for (std::size_t i = 0; i < count<Mode>; ++i) {
            to.least[i] = memory[2 * i];
            to.most[i] = memory[2 * i + 1];
        }
        to.greatest = masks[2];
        to.may_be_greatest = masks[3];
        to.least_margin = memory.back();
        return to;
    }
};

/// A way through the library: what one pass does, over how many cases, and which path is none of its work.
struct Path {
    std::string_view name;
    std::size_t cases;
    std::string_view without;
    std::function<void(Cases&)> pass;
};

/// A path that treats one case after the other.
template <class One>
Path each_case(std::string_view name, One one) {
    return {name, case_count, name == "loop" ? "" : "loop", [one](Cases& cases) {
                for (std::size_t i = 0; i < case_count; ++i) one(cases, i);
            }};
}
/// A path that asks one question after the other.
template <class One>
Path each_question(std::string_view name, One one) {
    return {name, question_count, "", [one](Cases& cases) {
                for (const Question& question : cases.questions) one(question);
            }};
}
/// A path that treats all cases at once. Its error is none: the columns fit.
template <class All>
Path batch(std::string_view name, All all) {
    return {name, case_count, "", [all](Cases& cases) {
                const Error error = all(cases);
                keep(error);
            }};
}

std::vector<Path> paths() {
    return {
        each_case("loop", [](Cases& cases, std::size_t i) { keep(cases.facts[i]); }),

        each_case("crisp_constant",
                  [](Cases& cases, std::size_t i) { keep(classify<three_modes::predicted>(cases.facts[i])); }),
        each_case("crisp_constant_trace",
                  [](Cases& cases, std::size_t i) { keep(trace<three_modes::predicted>(cases.facts[i])); }),
        each_case("crisp_run_time", [](Cases& cases, std::size_t i) { keep(classify(cases.facts[i], cases.rules)); }),
        each_case("crisp_run_time_trace",
                  [](Cases& cases, std::size_t i) { keep(trace(cases.facts[i], cases.rules)); }),
        each_case("text",
                  [](Cases& cases, std::size_t i) {
                      std::array<char, 512> text;
                      keep(write_trace(text, trace<three_modes::predicted>(cases.facts[i])));
                      keep(text);
                  }),
        each_case("explain",
                  [](Cases& cases, std::size_t i) {
                      for (const Mode mode : all<Mode>()) keep(explain(cases.facts[i], cases.rules.rule(mode)));
                  }),
        each_case("least_change",
                  [](Cases& cases, std::size_t i) {
                      for (const Mode mode : all<Mode>()) keep(least_change(cases.facts[i], cases.rules, mode));
                  }),

        each_case("graded_constant",
                  [](Cases& cases, std::size_t i) { keep(grade<three_modes::predicted>(cases.grades[i])); }),
        each_case("graded_constant_trace",
                  [](Cases& cases, std::size_t i) { keep(trace<three_modes::predicted>(cases.grades[i])); }),
        each_case("graded_constant_greatest",
                  [](Cases& cases, std::size_t i) { keep(greatest(grade<three_modes::predicted>(cases.grades[i]))); }),
        each_case("graded_run_time", [](Cases& cases, std::size_t i) { keep(grade(cases.grades[i], cases.rules)); }),
        each_case("graded_run_time_trace",
                  [](Cases& cases, std::size_t i) { keep(trace(cases.grades[i], cases.rules)); }),

        batch("planes_constant",
              [](Cases& cases) { return classify<three_modes::predicted>(cases.planes, cases.verdicts); }),
        batch("planes_run_time", [](Cases& cases) { return classify(cases.planes, cases.rules, cases.verdicts); }),
        batch("planes_constant_trace",
              [](Cases& cases) { return trace<three_modes::predicted>(cases.planes, cases.verdicts, cases.traces); }),
        batch("planes_run_time_trace",
              [](Cases& cases) { return trace(cases.planes, cases.rules, cases.verdicts, cases.traces); }),
        batch("bytes_constant",
              [](Cases& cases) {
                  return grade<three_modes::predicted>(cases.bytes, cases.verdict_columns<std::uint8_t>());
              }),
        batch("bytes_run_time",
              [](Cases& cases) { return grade(cases.bytes, cases.rules, cases.verdict_columns<std::uint8_t>()); }),
        batch("bytes_constant_scores",
              [](Cases& cases) {
                  return grade<three_modes::predicted>(cases.bytes, cases.score_columns(cases.byte_grades));
              }),
        batch("floats_constant",
              [](Cases& cases) { return grade<three_modes::predicted>(cases.floats, cases.verdict_columns<float>()); }),
        batch("floats_constant_scores",
              [](Cases& cases) {
                  return grade<three_modes::predicted>(cases.floats, cases.score_columns(cases.float_grades));
              }),
        batch("floats_run_time_scores",
              [](Cases& cases) { return grade(cases.floats, cases.rules, cases.score_columns(cases.float_grades)); }),

        batch("facts_to_planes", [](Cases& cases) { return to_planes<Condition>(cases.facts, cases.planes); }),
        batch("facts_to_bytes", [](Cases& cases) { return to_bytes<Condition>(cases.facts, cases.bytes); }),
        batch("facts_to_floats", [](Cases& cases) { return to_floats<Condition>(cases.facts, cases.floats); }),
        batch("grades_to_floats", [](Cases& cases) { return to_floats<Condition>(cases.grades, cases.floats); }),
        batch("relationships_to_planes",
              [](Cases& cases) { return to_planes<Condition>(cases.relationships, cases.planes); }),

        each_question(
            "relationship_over_a_year",
            [](const Question& question) { keep(relationship(tajikistan, question.partner, question.year)); }),
        each_question("mode_over_a_year",
                      [](const Question& question) {
                          keep(classify(tajikistan, question.partner, question.year, three_modes::predicted));
                      }),
        each_question("dependency_judged",
                      [](const Question& question) {
                          keep(
                              dependency(tajikistan, question.partner, IssueArea::trade, question.year, Route::judged));
                      }),
        each_question("dependency_measured",
                      [](const Question& question) {
                          keep(dependency(tajikistan, question.partner, IssueArea::trade, question.year,
                                          Route::measured));
                      }),
    };
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<Path> known = paths();
    if (argc == 2 && std::string_view(argv[1]) == "--list") {
        for (const Path& path : known) {
            std::printf("%s %zu %s\n", path.name.data(), path.cases, path.without.empty() ? "-" : path.without.data());
        }
        return 0;
    }
    if (argc == 3) {
        for (const Path& path : known) {
            if (path.name != argv[1]) continue;
            Cases cases;
            for (long passes = std::strtol(argv[2], nullptr, 10); passes > 0; --passes) path.pass(cases);
            return 0;
        }
    }
    std::fputs("usage: instructions --list | PATH PASSES\n", stderr);
    return 2;
}
