// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Classify many relationships in columns, from memory and from the cache, beside the read bandwidth of this machine
/// and the ways it is done without the library. Peers are compared with the library on all cases of theirs, and batches
/// with single cases, before anything is timed.
///
/// From memory: columns of some 115 MB, of which no cache of today keeps a part worth mentioning while they are read in
/// turn; from the cache: columns of a thousandth of that, which stay in the second level. One pass is over all of them.
/// A row says how many bytes it reads and writes for a case; what that is in a nanosecond is compared with the
/// bandwidth.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/batch.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/columns.hpp>
#include <trimode/inference/grades.hpp>
#include <trimode/inference/trace.hpp>

#include "peers/by_hand.hpp"
#include "peers/pmin.hpp"
#include "support/bandwidth.hpp"
#include "support/cases.hpp"
#include "support/row.hpp"
#include "support/rules.hpp"

namespace {

using namespace trimode;
using bench::Heap;
using bench::keep;

constexpr std::size_t conditions = count<Condition>;
constexpr std::size_t modes = count<Mode>;
/// Traces of planes write three times what is read, so they are made of a part only.
constexpr std::size_t traced_share = 4;

const Typology<Mode, Condition>& run_time_rules() {
    static const Typology<Mode, Condition> rules = bench::predicted_from_text();
    return rules;
}

/// Ends the program where the library refuses columns, which are all as long as they should be.
void expect(const Error& error) {
    if (error.fault == Fault::none) return;
    std::fprintf(stderr, "batch_bench: columns refused: %.*s\n", static_cast<int>(error.found.size()),
                 error.found.data());
    std::exit(1);
}

// ---- columns -------------------------------------------------------------------------------------------------------

/// Gives `each` of the spans the next part of the memory.
template <class T, class Spans>
std::span<T> deal(std::span<T> memory, std::size_t each, Spans& spans) {
    for (auto& span : spans) {
        span = memory.first(each);
        memory = memory.subspan(each);
    }
    return memory;
}

/// Bit planes with random facts, and where verdicts and traces go.
struct Planes {
    explicit Planes(std::size_t cases)
        : words(words_for(cases)),
          traced{0, cases / traced_share / 64 * 64},
          in(2 * conditions * words),
          out(2 * modes * words),
          trace_out(modes * 2 * conditions * words_for(traced.cases)) {
        told.cases = cases;
        deal(deal(std::span(in), words, told.holding), words, told.failing);
        deal(deal(std::span(out), words, verdicts.holding), words, verdicts.possible);
        std::span<std::uint64_t> left(trace_out);
        for (auto& literals : traces.literals) {
            literals.cases = traced.cases;
            left = deal(left, words_for(traced.cases), literals.holding);
            left = deal(left, words_for(traced.cases), literals.failing);
        }
        bench::Random random(1991);
        std::vector<Facts<Condition>> rows;
        for (std::size_t first = 0; first < cases; first += rows.size()) {
            rows.resize((std::min)(cases - first, std::size_t{6400}));
            for (auto& row : rows) row = bench::random_facts(random);
            expect(to_planes<Condition>(rows, told.part({first, rows.size()})));
        }
    }
    std::size_t words;
    CaseRange traced;  ///< Of which traces are made.
    std::vector<std::uint64_t> in, out, trace_out;
    PlaneColumns<Condition, std::uint64_t> told;
    VerdictPlanes<Mode> verdicts;
    TracePlanes<Mode, Condition> traces;
    static constexpr double bytes = (2 * conditions + 2 * modes) / 8.0;
    static constexpr double traced_bytes = bytes + modes * 2 * conditions / 8.0;
};

/// What is written of grades: only verdicts, grades and margins, or also the words of their traces.
enum class Wanted { verdicts, grades, scores, traces };

/// Where grades go.
template <class Number>
struct GradesOut {
    explicit GradesOut(std::size_t cases)
        : masks(2 * cases), numbers((2 * modes + 2) * cases), words(2 * modes * cases) {
        std::array<std::span<std::uint8_t>, 2> both;
        deal(std::span(masks), cases, both);
        verdicts.holding = both[0];
        verdicts.possible = both[1];
        const auto left = deal(deal(std::span(numbers), cases, grades.least), cases, grades.most);
        scores = grades;
        scores.least_margin = left.first(cases);
        scores.most_margin = left.subspan(cases);
        traces = scores;
        deal(deal(std::span(words), cases, traces.at_most), cases, traces.at_least);
    }
    [[nodiscard]] const GradeColumns<Mode, Number>& of(Wanted wanted) const {
        return wanted == Wanted::verdicts ? verdicts
               : wanted == Wanted::grades ? grades
               : wanted == Wanted::scores ? scores
                                          : traces;
    }
    /// For each case.
    [[nodiscard]] static double bytes(Wanted wanted) {
        if (wanted == Wanted::verdicts) return 2.0;
        const double numbers_wanted = wanted == Wanted::grades ? 2.0 * modes : 2.0 * modes + 2.0;
        return numbers_wanted * sizeof(Number) + (wanted == Wanted::traces ? 2.0 * modes * 8.0 : 0.0);
    }
    std::vector<std::uint8_t> masks;
    std::vector<Number> numbers;
    std::vector<std::uint64_t> words;
    GradeColumns<Mode, Number> verdicts, grades, scores, traces;
};

/// A byte for each degree, every fourth unknown.
struct Bytes {
    using Number = std::uint8_t;
    explicit Bytes(std::size_t cases) : in(conditions * cases), out(cases) {
        columns.cases = cases;
        std::array<std::span<std::uint8_t>, conditions> each;
        deal(std::span(in), cases, each);
        for (std::size_t i = 0; i < conditions; ++i) columns.degrees[i] = each[i];
        bench::Random random(1991);
        for (auto& byte : in)
            byte = random.below(4) == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(1 + random.below(255));
    }
    std::vector<std::uint8_t> in;
    GradesOut<Number> out;
    ByteColumns<Condition> columns;
    static constexpr double bytes = conditions;
};

/// Two floats for each degree, every fourth unknown.
struct Floats {
    using Number = float;
    explicit Floats(std::size_t cases) : in(2 * conditions * cases), out(cases) {
        FloatColumns<Condition, float> each{cases, {}, {}};
        deal(deal(std::span(in), cases, each.least), cases, each.most);
        bench::Random random(1991);
        std::vector<Grades<Condition>> rows;
        for (std::size_t first = 0; first < cases; first += rows.size()) {
            rows.resize((std::min)(cases - first, std::size_t{2000}));
            for (auto& row : rows) row = bench::random_grades(random);
            expect(to_floats<Condition>(rows, each.part({first, rows.size()})));
        }
        columns = each;
    }
    std::vector<float> in;
    GradesOut<Number> out;
    FloatColumns<Condition> columns;
    static constexpr double bytes = 2.0 * conditions * sizeof(float);
};

/// The facts of planes as people keep them, row by row, and the answers.
struct Rows {
    Rows(const Planes& planes, std::size_t cases) : answers(cases) {
        in.reserve(cases);
        for (std::size_t i = 0; i < cases; ++i) in.push_back(bench::by_hand::case_of(planes.told[i]));
    }
    void classify() {
        for (std::size_t i = 0; i < in.size(); ++i) answers[i] = bench::by_hand::classify(in[i]);
    }
    std::vector<bench::by_hand::Case> in;
    std::vector<bench::by_hand::Answer> answers;
    static constexpr double bytes = sizeof(bench::by_hand::Case) + sizeof(bench::by_hand::Answer);
};

/// The first of the degrees of float columns, as columns of doubles.
struct Doubles {
    Doubles(const Floats& floats, std::size_t cases)
        : least(columns(floats.columns.least, cases)), most(columns(floats.columns.most, cases)) {}
    static bench::pmin::Cases columns(const std::array<std::span<const float>, conditions>& from, std::size_t cases) {
        const auto column = [&](Condition condition) {
            bench::pmin::Column made(cases);
            for (std::size_t i = 0; i < cases; ++i) made[i] = from[index(condition)][i];
            return made;
        };
        return {column(Condition::resources),      column(Condition::geography),   column(Condition::regime_affinity),
                column(Condition::conditionality), column(Condition::alternative), column(Condition::global_arena),
                column(Condition::acclaim)};
    }
    bench::pmin::Cases least, most;
};

/// All forms of one size. Made when first asked for.
struct Sizes {
    const char* from;
    std::size_t planes, bytes, floats, rows, doubles;
};
constexpr Sizes memory{"from memory", 64'000'000, 16'000'000, 2'000'000, 8'000'000, 1'000'000};
constexpr Sizes cache{"from cache", 64'000, 16'000, 2'000, 8'000, 1'000};

template <const Sizes& Size>
struct Forms {
    static Planes& planes() {
        static Planes made(Size.planes);
        return made;
    }
    static Bytes& bytes() {
        static Bytes made(Size.bytes);
        return made;
    }
    static Floats& floats() {
        static Floats made(Size.floats);
        return made;
    }
    static Rows& rows() {
        static Rows made(planes(), Size.rows);
        return made;
    }
    static Doubles& doubles() {
        static Doubles made(floats(), Size.doubles);
        return made;
    }
};

// ---- the same results ----------------------------------------------------------------------------------------------

bool same(bool agrees, const char* what, std::size_t number) {
    if (!agrees) std::fprintf(stderr, "%s: differs from single cases in case %zu\n", what, number);
    return agrees;
}

/// Batches against single cases, under both kinds of rules.
/// @param whole  What stands for 1 in a column.
template <class Form>
bool grades_agree(Form& form, const char* what, double whole) {
    for (const bool constant : {true, false}) {
        for (const Wanted wanted : {Wanted::verdicts, Wanted::traces}) {
            const auto& to = form.out.of(wanted);
            expect(constant ? grade<three_modes::predicted>(form.columns, to)
                            : grade(form.columns, run_time_rules(), to));
        }
        const auto& got = form.out.of(Wanted::traces);
        const auto close = [&](double number, auto in_column) {
            const double difference = number - static_cast<double>(in_column) / whole;
            return difference <= 1e-12 && -difference <= 1e-12;
        };
        for (std::size_t i = 0; i < form.columns.cases; ++i) {
            const auto one = trace<three_modes::predicted>(form.columns[i]);
            const auto verdict = verdict_at(one.grades);
            const auto best = greatest(one.grades);
            bool agrees = form.out.verdicts.holding[i] == verdict.holding.bits() &&
                          form.out.verdicts.possible[i] == verdict.possible.bits() &&
                          close(best.margin.least(), got.least_margin[i]) &&
                          close(best.margin.most(), got.most_margin[i]);
            for (const Mode mode : all<Mode>()) {
                const std::size_t m = index(mode);
                agrees = agrees && close(one.grades[mode].least(), got.least[m][i]) &&
                         close(one.grades[mode].most(), got.most[m][i]);
                agrees = agrees && one.at_most[m].word() == got.at_most[m][i] &&
                         one.at_least[m].word() == got.at_least[m][i];
            }
            if (!same(agrees, what, i)) return false;
        }
    }
    return true;
}

bool planes_agree(Planes& planes) {
    for (const bool constant : {true, false}) {
        const auto part = planes.told.part(planes.traced);
        const auto verdicts = planes.verdicts.part(planes.traced);
        expect(constant ? trace<three_modes::predicted>(part, verdicts, planes.traces)
                        : trace(part, run_time_rules(), verdicts, planes.traces));
        for (std::size_t i = 0; i < planes.traced.cases; ++i) {
            const auto one = trace<three_modes::predicted>(planes.told[i]);
            bool agrees = planes.verdicts[i] == one.verdict;
            for (const Mode mode : all<Mode>()) {
                agrees = agrees && planes.traces.literals[index(mode)][i].word() == one.because(mode).word();
            }
            if (!same(agrees, "planes, trace", i)) return false;
        }
        expect(constant ? classify<three_modes::predicted>(planes.told, planes.verdicts)
                        : classify(planes.told, run_time_rules(), planes.verdicts));
        for (std::size_t i = 0; i < planes.told.cases; ++i) {
            if (!same(planes.verdicts[i] == classify<three_modes::predicted>(planes.told[i]), "planes", i))
                return false;
        }
    }
    return true;
}

/// After `planes_agree` and `grades_agree`, which leave their answers.
template <const Sizes& Size>
bool peers_agree() {
    Rows& rows = Forms<Size>::rows();
    rows.classify();
    expect(classify<three_modes::predicted>(Forms<Size>::planes().told, Forms<Size>::planes().verdicts));
    for (std::size_t i = 0; i < rows.in.size(); ++i) {
        if (!same(bench::by_hand::verdict_of(rows.answers[i]) == Forms<Size>::planes().verdicts[i],
                  "if-else over optional<bool>", i)) {
            return false;
        }
    }
    const Doubles& doubles = Forms<Size>::doubles();
    const auto least = bench::pmin::classify(doubles.least, doubles.most.regime_affinity);
    const auto most = bench::pmin::classify(doubles.most, doubles.least.regime_affinity);
    const auto& got = Forms<Size>::floats().out.of(Wanted::grades);
    expect(grade<three_modes::predicted>(Forms<Size>::floats().columns, got));
    const auto equal = [&](double of_peer, Mode mode, const auto& columns, std::size_t i) {
        return of_peer == static_cast<double>(columns[index(mode)][i]);
    };
    for (std::size_t i = 0; i < least.recipient.size(); ++i) {
        if (!same(equal(least.recipient[i], Mode::recipient, got.least, i) &&
                      equal(least.activist[i], Mode::activist, got.least, i) &&
                      equal(least.protector[i], Mode::protector, got.least, i) &&
                      equal(most.recipient[i], Mode::recipient, got.most, i) &&
                      equal(most.activist[i], Mode::activist, got.most, i) &&
                      equal(most.protector[i], Mode::protector, got.most, i),
                  "pmin", i)) {
            return false;
        }
    }
    return true;
}

bool all_agree() {
    return planes_agree(Forms<cache>::planes()) && grades_agree(Forms<cache>::bytes(), "bytes", 254.0) &&
           grades_agree(Forms<cache>::floats(), "floats", 1.0) && peers_agree<cache>() && peers_agree<memory>();
}

// ---- timing --------------------------------------------------------------------------------------------------------

template <class Row>
void add(const std::string& name, Row row) {
    benchmark::RegisterBenchmark(name.c_str(), row);
}

template <const Sizes& Size>
void add_planes(const std::string& called, bool constant) {
    add(called, [constant](benchmark::State& state) {
        Planes& planes = Forms<Size>::planes();
        bench::over_and_over(state, {planes.told.cases, Planes::bytes}, [&] {
            expect(constant ? classify<three_modes::predicted>(planes.told, planes.verdicts)
                            : classify(planes.told, run_time_rules(), planes.verdicts));
            benchmark::ClobberMemory();
        });
    });
    add(called + ", trace", [constant](benchmark::State& state) {
        Planes& planes = Forms<Size>::planes();
        const auto part = planes.told.part(planes.traced);
        const auto verdicts = planes.verdicts.part(planes.traced);
        bench::over_and_over(state, {planes.traced.cases, Planes::traced_bytes}, [&] {
            expect(constant ? trace<three_modes::predicted>(part, verdicts, planes.traces)
                            : trace(part, run_time_rules(), verdicts, planes.traces));
            benchmark::ClobberMemory();
        });
    });
}

/// @param form  Gives the columns.
template <class Form>
void add_grades(const std::string& called, bool constant, Wanted wanted, Form& (*form)()) {
    add(called, [=](benchmark::State& state) {
        Form& columns = form();
        const auto& to = columns.out.of(wanted);
        bench::over_and_over(state, {columns.columns.cases, Form::bytes + columns.out.bytes(wanted)}, [&] {
            expect(constant ? grade<three_modes::predicted>(columns.columns, to)
                            : grade(columns.columns, run_time_rules(), to));
            benchmark::ClobberMemory();
        });
    });
}

template <const Sizes& Size>
void add_forms() {
    using Form = Forms<Size>;
    const std::string from = std::string(", ") + Size.from;
    constexpr bool from_cache = Size.planes == cache.planes;  // words of traces are more than memory is spent on
    for (const bool constant : {true, false}) {
        const std::string rules = constant ? ", constant rules" : ", run-time rules";
        add_planes<Size>("planes" + from + rules, constant);
        add_grades<Bytes>("bytes" + from + rules, constant, Wanted::verdicts, &Form::bytes);
        add_grades<Bytes>("bytes" + from + rules + ", grades and margin", constant, Wanted::scores, &Form::bytes);
        if (from_cache)
            add_grades<Bytes>("bytes" + from + rules + ", ... and trace", constant, Wanted::traces, &Form::bytes);
        add_grades<Floats>("floats" + from + rules + ", grades", constant, Wanted::grades, &Form::floats);
        add_grades<Floats>("floats" + from + rules + ", grades and margin", constant, Wanted::scores, &Form::floats);
        if (from_cache)
            add_grades<Floats>("floats" + from + rules + ", ... and trace", constant, Wanted::traces, &Form::floats);
    }
    add("peer: if-else over optional<bool>" + from, [](benchmark::State& state) {
        Rows& rows = Form::rows();
        bench::over_and_over(state, {rows.in.size(), Rows::bytes}, [&] {
            rows.classify();
            benchmark::ClobberMemory();
        });
    });
    add("peer: pmin over columns of double" + from, [](benchmark::State& state) {
        const Doubles& doubles = Form::doubles();
        bench::over_and_over(state, {doubles.least.resources.size(), 0.0, Heap::allowed}, [&] {
            const auto least = bench::pmin::classify(doubles.least, doubles.most.regime_affinity);
            const auto most = bench::pmin::classify(doubles.most, doubles.least.regime_affinity);
            keep(least.protector[0]);
            keep(most.protector[0]);
            benchmark::ClobberMemory();
        });
    });
}

template <std::size_t Parts>
void add_bandwidth() {
    add("read bandwidth, " + std::to_string(Parts) + (Parts == 1 ? " place" : " places") + " at once",
        [](benchmark::State& state) {
            const std::span<const std::uint64_t> words(Forms<memory>::planes().in);
            bench::over_and_over(state, {words.size(), sizeof(std::uint64_t)}, [&] { keep(bench::sum<Parts>(words)); });
        });
}

/// As many columns read and written as a batch has, of the same size, from memory.
template <std::size_t Reads, std::size_t Writes>
void add_copying(const char* as) {
    add("read " + std::to_string(Reads) + " places and write " + std::to_string(Writes) + ", as " + as,
        [](benchmark::State& state) {
            const std::span<const std::uint64_t> words(Forms<memory>::planes().in);
            std::vector<std::uint64_t> to(words.size() / Reads * Writes);
            bench::over_and_over(state, {words.size() / Reads, (Reads + Writes) * sizeof(std::uint64_t)}, [&] {
                bench::sum_into<Reads, Writes>(words, to);
                benchmark::ClobberMemory();
            });
        });
}

/// Rows into columns, from the cache and back into it.
void add_converters() {
    static const std::vector<Facts<Condition>> rows = [] {
        bench::Random random(1991);
        std::vector<Facts<Condition>> made(cache.planes);
        for (auto& row : made) row = bench::random_facts(random);
        return made;
    }();
    add("rows of facts to planes", [](benchmark::State& state) {
        Planes planes(cache.planes);
        bench::over_and_over(state, {cache.planes}, [&] {
            expect(to_planes<Condition>(rows, planes.told));
            benchmark::ClobberMemory();
        });
    });
    const auto first = [](std::size_t cases) { return std::span(rows).first(cases); };
    add("rows of facts to bytes", [first](benchmark::State& state) {
        std::vector<std::uint8_t> out(conditions * cache.bytes);
        ByteColumns<Condition, std::uint8_t> columns{cache.bytes, {}};
        deal(std::span(out), cache.bytes, columns.degrees);
        bench::over_and_over(state, {cache.bytes}, [&] {
            expect(to_bytes<Condition>(first(cache.bytes), columns));
            benchmark::ClobberMemory();
        });
    });
    add("rows of facts to floats", [first](benchmark::State& state) {
        std::vector<float> out(2 * conditions * cache.floats);
        FloatColumns<Condition, float> columns{cache.floats, {}, {}};
        deal(deal(std::span(out), cache.floats, columns.least), cache.floats, columns.most);
        bench::over_and_over(state, {cache.floats}, [&] {
            expect(to_floats<Condition>(first(cache.floats), columns));
            benchmark::ClobberMemory();
        });
    });
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    if (!all_agree()) return 1;
    add_bandwidth<1>();
    add_bandwidth<2>();
    add_bandwidth<4>();
    add_bandwidth<2 * conditions>();
    add_copying<2 * conditions, 2 * modes>("planes do");
    add_copying<conditions, 2>("bytes do");
    add_copying<2 * conditions, 2 * modes + 2>("floats with margin do");
    add_forms<memory>();
    add_forms<cache>();
    add_converters();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
