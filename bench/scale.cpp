// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Scale: what a verdict costs with the number of cases, of conditions and of rules: one case at a time and in batches,
/// under rules known only at run time. Prints tables with fitted slopes, and writes CSV and a picture.
///
///     scale [--quick] [--memory GB] [--csv FILE] [--svg FILE]
///
/// Cases: 10^3 to 10^8 of them (10^6 with --quick) under the three rules of the paper, as far as memory allows; without
/// --memory it may take half of what is free.
///
/// Bytes and floats: the two ends of the grade of each rule; byte margins: also by how much the greatest is above the
/// next.
///
/// Conditions: 4 to 32 of them, and three rules of which each asks for all: so each has one prime that satisfies it,
/// and as many that rule it out as there are conditions.
///
/// Rules: 3 to 200 of them, each about three of 32 conditions. A typology has at most 32 labels, so 50 rules are two
/// typologies of 25, one after the other, and 200 are eight: each reads the cases again.
///
/// The last two over 4096 cases, which stay in the cache. Times are of the processor, the least of many repetitions, in
/// rounds over all points, so that what else the machine does for a while does not stay with one of them.
/// Exit code: 1 where a file cannot be written, 2 for wrong arguments.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <unistd.h>

#include <trimode/inference/batch.hpp>
#include <trimode/inference/trace.hpp>

#include "scale_picture.hpp"
#include "support/random.hpp"
#include "support/rules.hpp"

namespace {

using namespace trimode;
using bench::Curve;
using bench::Panel;
using bench::Point;

// ---- enumerations of any size ------------------------------------------------------------------

constexpr std::array<std::string_view, 32> words{
    "n0",  "n1",  "n2",  "n3",  "n4",  "n5",  "n6",  "n7",  "n8",  "n9",  "n10", "n11", "n12", "n13", "n14", "n15",
    "n16", "n17", "n18", "n19", "n20", "n21", "n22", "n23", "n24", "n25", "n26", "n27", "n28", "n29", "n30", "n31"};

enum class Role { label, feature };

template <Role, std::size_t N>
struct Numbered {
    enum class Value : std::uint8_t {};
    friend consteval auto names_of(Value) {
        return []<std::size_t... Index>(std::index_sequence<Index...>) { return names<Value>(words[Index]...); }
        (std::make_index_sequence<N>{});
    }
};
template <std::size_t N>
using LabelOf = typename Numbered<Role::label, N>::Value;
template <std::size_t N>
using FeatureOf = typename Numbered<Role::feature, N>::Value;

// ---- rules -------------------------------------------------------------------------------------

/// One term for each label.
template <class Label, class E, class Term>
Typology<Label, E> one_term_each(const Term& term) {
    Typology<Label, E> rules;
    for (std::size_t i = 0; i < count<Label>; ++i) {
        typename Formula<E>::Terms terms;
        const bool room = terms.append(term(i));
        const Error error = rules.add({static_cast<Label>(i), Formula<E>(terms), {}});
        if (!room || error.fault != Fault::none) std::abort();  // one term has room in every rule
    }
    return rules;
}

/// Each rule asks for all conditions, half of them to fail, each rule for others.
template <class Label, class E>
Typology<Label, E> rules_over_all_conditions() {
    constexpr auto every = static_cast<std::uint32_t>((std::uint64_t{1} << count<E>)-1U);
    return one_term_each<Label, E>([](std::size_t i) {
        const std::uint32_t holding = (std::uint32_t{0x55555555} << i) & every;
        return Cube{holding, every & ~holding};
    });
}

/// Each rule asks for three conditions out of all.
template <class Label, class E>
Typology<Label, E> rules_over_three_conditions(bench::Random& random) {
    return one_term_each<Label, E>([&](std::size_t) {
        Cube term;
        while (term.size() < 3) {
            const std::uint32_t bit = std::uint32_t{1} << random.below(count<E>);
            if ((term.conditions() & bit) != 0) continue;
            (random.below(2) == 0 ? term.holding : term.failing) |= bit;
        }
        return term;
    });
}

// ---- time --------------------------------------------------------------------------------------

double processor_seconds() { return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC); }

/// Seconds of the processor for one pass: the least of repetitions, of which each is long beside a tick of the clock.
template <class Pass>
double least_seconds(const Pass& pass) {
    constexpr double tick = 2e-3;
    constexpr double enough = 0.1;
    constexpr int at_least = 3;
    const auto seconds = [&](std::size_t passes) {
        const double start = processor_seconds();
        for (std::size_t i = 0; i < passes; ++i) pass();
        return processor_seconds() - start;
    };
    std::size_t passes = 1;
    while (seconds(passes) < tick) passes *= 2;
    double least = seconds(passes);
    double spent = least;
    for (int i = 1; i < at_least || spent < enough; ++i) {
        const double time = seconds(passes);
        least = std::min(least, time);
        spent += time;
    }
    return least / static_cast<double>(passes);
}

/// What the compiler has to have done.
volatile std::uint64_t seen;

// ---- forms -------------------------------------------------------------------------------------

enum class Form { one, one_trace, planes, bytes, byte_margins, floats };
constexpr std::array forms{Form::one, Form::one_trace, Form::planes, Form::bytes, Form::byte_margins, Form::floats};

std::string form_name(Form form) {
    constexpr std::array<std::string_view, forms.size()> called{"one by one", "with trace",   "planes",
                                                                "bytes",      "byte margins", "floats"};
    return std::string(called[static_cast<std::size_t>(form)]);
}

/// Bytes that a form needs for a case, what is written included.
template <class Label, class E>
double bytes_for_a_case(Form form) {
    const double features = static_cast<double>(count<E>);
    const double labels = static_cast<double>(count<Label>);
    switch (form) {
        case Form::one:
        case Form::one_trace:
            return sizeof(Facts<E>);
        case Form::planes:
            return (features + labels) / 4.0;
        case Form::bytes:
            return features + 2.0 * labels;
        case Form::byte_margins:
            return features + 2.0 * labels + 1.0;
        case Form::floats:
            return 4.0 * (2.0 * features + 2.0 * labels);
    }
    return 0.0;
}

/// Memory filled with random elements, which repeat after a while.
template <class T, class Make>
std::vector<T> filled(std::size_t size, const Make& make) {
    constexpr std::size_t period = std::size_t{1} << 16U;
    std::vector<T> elements;
    elements.reserve(size);
    bench::Random random(1991);
    while (elements.size() < std::min(size, period)) elements.push_back(make(random));
    while (elements.size() < size) elements.push_back(elements[elements.size() - period]);
    return elements;
}

/// A random word of facts over all features.
template <class E>
Facts<E> random_facts(bench::Random& random) {
    constexpr auto every = static_cast<std::uint32_t>((std::uint64_t{1} << count<E>)-1U);
    const std::uint64_t word = random.next();
    return Facts<E>(Set<E>::of_bits(static_cast<std::uint32_t>(word) & every),
                    Set<E>::of_bits(static_cast<std::uint32_t>(word >> 32U) & every));
}

/// Seconds for cases one by one.
template <class Label, class E, class Ask>
double one_by_one(std::span<const Typology<Label, E>> typologies, std::size_t cases, const Ask& ask) {
    const auto facts = filled<Facts<E>>(cases, random_facts<E>);
    return least_seconds([&] {
        std::uint64_t sum = 0;
        for (const auto& typology : typologies) {
            for (const Facts<E> one : facts) sum += ask(one, typology);
        }
        seen = sum;
    });
}

/// Seconds for columns of grades: the two ends of each grade, and if wanted by how much the greatest is above the next.
template <class Label, class Number, class Grade>
double in_columns(std::size_t cases, bool margin, const Grade& grade) {
    std::vector<Number> memory((2 * count<Label> + (margin ? 1 : 0)) * cases);
    const auto column = [&](std::size_t i) { return std::span(memory).subspan(i * cases, cases); };
    GradeColumns<Label, Number> to;
    for (std::size_t i = 0; i < count<Label>; ++i) {
        to.least[i] = column(2 * i);
        to.most[i] = column(2 * i + 1);
    }
    if (margin) to.least_margin = column(2 * count<Label>);
    return least_seconds([&] {
        if (grade(to).fault != Fault::none) std::abort();  // the columns fit
        seen = static_cast<std::uint64_t>(memory[cases / 2]);
    });
}

/// Seconds for all cases under all typologies.
template <class Label, class E>
double seconds(Form form, std::span<const Typology<Label, E>> typologies, std::size_t cases) {
    const auto each = [&](const auto& classify_all) {
        Error error;
        for (const auto& typology : typologies) error = classify_all(typology);
        return error;
    };
    switch (form) {
        case Form::one:
            return one_by_one<Label, E>(typologies, cases, [](Facts<E> facts, const Typology<Label, E>& typology) {
                const auto verdict = classify(facts, typology);
                return std::uint64_t{verdict.holding.bits()} ^ verdict.possible.bits();
            });
        case Form::one_trace:
            return one_by_one<Label, E>(typologies, cases, [](Facts<E> facts, const Typology<Label, E>& typology) {
                const auto traced = trace(facts, typology);
                std::uint64_t sum = traced.verdict.holding.bits();
                for (const Cube& literals : traced.literals) sum ^= literals.word();
                return sum;
            });
        case Form::planes: {
            const auto facts =
                filled<std::uint64_t>(plane_words<E>(cases), [](bench::Random& random) { return random.next(); });
            PlaneColumns<E> planes{cases, {}, {}};
            for (std::size_t i = 0; i < count<E>; ++i) {
                planes.holding[i] = std::span(facts).subspan(2 * i * words_for(cases), words_for(cases));
                planes.failing[i] = std::span(facts).subspan((2 * i + 1) * words_for(cases), words_for(cases));
            }
            std::vector<std::uint64_t> memory(plane_words<Label>(cases));
            const auto verdicts = *verdicts_over<Label>(memory, cases);
            return least_seconds([&] {
                const Error error = each([&](const auto& typology) { return classify(planes, typology, verdicts); });
                if (error.fault != Fault::none) std::abort();  // the columns fit
                seen = memory[memory.size() / 2];
            });
        }
        case Form::bytes:
        case Form::byte_margins: {
            const auto degrees = filled<std::uint8_t>(
                count<E> * cases, [](bench::Random& random) { return static_cast<std::uint8_t>(random.below(256)); });
            ByteColumns<E> bytes{cases, {}};
            for (std::size_t i = 0; i < count<E>; ++i) bytes.degrees[i] = std::span(degrees).subspan(i * cases, cases);
            return in_columns<Label, std::uint8_t>(cases, form == Form::byte_margins, [&](const auto& to) {
                return each([&](const auto& typology) { return grade(bytes, typology, to); });
            });
        }
        case Form::floats: {
            // A least from 0 to one half, and a most from there up.
            const auto low = filled<float>(count<E> * cases, [](bench::Random& random) {
                return static_cast<float>(random.below(513)) / 1024.0F;
            });
            const auto high = filled<float>(count<E> * cases, [](bench::Random& random) {
                return static_cast<float>(512 + random.below(513)) / 1024.0F;
            });
            FloatColumns<E> floats{cases, {}, {}};
            for (std::size_t i = 0; i < count<E>; ++i) {
                floats.least[i] = std::span(low).subspan(i * cases, cases);
                floats.most[i] = std::span(high).subspan(i * cases, cases);
            }
            return in_columns<Label, float>(cases, false, [&](const auto& to) {
                return each([&](const auto& typology) { return grade(floats, typology, to); });
            });
        }
    }
    return 0.0;
}

// ---- the three questions -----------------------------------------------------------------------

struct Arguments {
    bool quick = false;
    double memory = 0.0;  ///< Unit: bytes.
    std::string csv;
    std::string svg;
};

Panel empty_panel(std::string title, std::string across, std::string up, std::string expected) {
    Panel panel{std::move(title), std::move(across), std::move(up), std::move(expected), {}};
    for (const Form form : forms) panel.curves.push_back({form_name(form), {}});
    return panel;
}

/// Adds what each form takes: seconds divided by `divided_by`.
template <class Label, class E>
void add_points(Panel& panel, std::span<const Typology<Label, E>> typologies, std::size_t cases, double at,
                double unit) {
    for (const Form form : forms) {
        panel.curves[static_cast<std::size_t>(form)].points.push_back(
            {at, seconds<Label, E>(form, typologies, cases) / unit});
    }
    std::fputc('.', stderr);
}

Panel over_cases(const Arguments& arguments, std::vector<std::string>& left_out) {
    Panel panel = empty_panel("Cases", "cases", "milliseconds for all", "1.0");
    const auto rules = bench::predicted_from_text();
    const double most = arguments.quick ? 1e6 : 1e8;
    for (double at = 1e3; at < most * 1.5; at *= std::sqrt(10.0)) {
        const auto cases = static_cast<std::size_t>(at + 0.5);
        for (const Form form : forms) {
            const double needed = bytes_for_a_case<Mode, Condition>(form) * at;
            if (needed > arguments.memory) {
                std::array<char, 160> line{};
                std::snprintf(line.data(), line.size(),
                              "left out: %s, %.0f cases: takes %.1f GB, of which %.1f may be taken",
                              form_name(form).c_str(), at, needed / 1e9, arguments.memory / 1e9);
                left_out.emplace_back(line.data());
                continue;
            }
            panel.curves[static_cast<std::size_t>(form)].points.push_back(
                {static_cast<double>(cases), seconds<Mode, Condition>(form, std::span(&rules, 1), cases) * 1e3});
        }
        std::fputc('.', stderr);
    }
    return panel;
}

constexpr std::size_t cached_cases = 4096;

template <std::size_t... N>
Panel over_conditions(std::index_sequence<N...>) {
    Panel panel =
        empty_panel("Conditions", "conditions, of three rules that ask for all", "nanoseconds a case", "at most 1.0");
    const auto one = [&]<std::size_t Features>(std::integral_constant<std::size_t, Features>) {
        const auto rules = rules_over_all_conditions<LabelOf<3>, FeatureOf<Features>>();
        add_points<LabelOf<3>, FeatureOf<Features>>(panel, std::span(&rules, 1), cached_cases,
                                                    static_cast<double>(Features),
                                                    static_cast<double>(cached_cases) * 1e-9);
    };
    (one(std::integral_constant<std::size_t, N>{}), ...);
    return panel;
}

/// @tparam Labels  How many rules a typology has.
template <std::size_t Labels>
void add_rules(Panel& panel, std::size_t typologies) {
    bench::Random random(typologies);
    std::vector<Typology<LabelOf<Labels>, FeatureOf<32>>> rules;
    while (rules.size() < typologies)
        rules.push_back(rules_over_three_conditions<LabelOf<Labels>, FeatureOf<32>>(random));
    add_points<LabelOf<Labels>, FeatureOf<32>>(panel, rules, cached_cases, static_cast<double>(Labels * typologies),
                                               static_cast<double>(cached_cases) * 1e-9);
}

Panel over_rules() {
    Panel panel =
        empty_panel("Rules", "rules, each about 3 of 32 conditions", "nanoseconds a case", "1.0 in the upper half");
    add_rules<3>(panel, 1);
    add_rules<6>(panel, 1);
    add_rules<12>(panel, 1);
    add_rules<25>(panel, 1);
    add_rules<25>(panel, 2);
    add_rules<25>(panel, 4);
    add_rules<25>(panel, 8);
    return panel;
}

std::vector<Panel> measured(const Arguments& arguments, std::vector<std::string>& left_out) {
    left_out.clear();
    std::vector<Panel> panels;
    panels.push_back(over_cases(arguments, left_out));
    panels.push_back(over_conditions(std::index_sequence<4, 6, 8, 12, 16, 24, 32>{}));
    panels.push_back(over_rules());
    std::fputc('\n', stderr);
    return panels;
}

constexpr int rounds = 3;

/// Of the same points measured twice the lesser.
void keep_least(std::vector<Panel>& panels, const std::vector<Panel>& again) {
    for (std::size_t i = 0; i < panels.size(); ++i) {
        for (std::size_t j = 0; j < panels[i].curves.size(); ++j) {
            auto& points = panels[i].curves[j].points;
            for (std::size_t k = 0; k < points.size(); ++k) {
                points[k].y = std::min(points[k].y, again[i].curves[j].points[k].y);
            }
        }
    }
}

// ---- out ---------------------------------------------------------------------------------------

void print(const Panel& panel) {
    std::printf("\n%s: %s\n%12s", panel.title.c_str(), panel.up.c_str(), panel.title.c_str());
    for (const Curve& curve : panel.curves) std::printf(" %12s", curve.name.c_str());
    std::printf("\n");
    const auto& longest = *std::max_element(
        panel.curves.begin(), panel.curves.end(),
        [](const Curve& left, const Curve& right) { return left.points.size() < right.points.size(); });
    for (const Point& row : longest.points) {
        std::printf("%12.0f", row.x);
        for (const Curve& curve : panel.curves) {
            const auto found =
                std::find_if(curve.points.begin(), curve.points.end(), [&](Point point) { return point.x == row.x; });
            if (found == curve.points.end()) {
                std::printf(" %12s", "-");
            } else {
                std::printf(" %12.4g", found->y);
            }
        }
        std::printf("\n");
    }
    const auto slopes = [&](const char* called, bool upper) {
        std::printf("%12s", called);
        for (const Curve& curve : panel.curves) std::printf(" %12.2f", bench::slope(curve.points, upper));
        std::printf("\n");
    };
    slopes("slope", false);
    slopes("upper half", true);
    std::printf("the slope should be %s\n", panel.expected.c_str());
}

bool write_csv(const std::string& path, const std::vector<Panel>& panels) {
    std::ofstream out(path);
    out << "question,number,form,value,unit\n";
    for (const Panel& panel : panels) {
        for (const Curve& curve : panel.curves) {
            for (const Point point : curve.points) {
                std::array<char, 64> numbers{};
                std::snprintf(numbers.data(), numbers.size(), "%.0f,%s,%.6g", point.x, curve.name.c_str(), point.y);
                out << panel.title << ',' << numbers.data() << ',' << panel.up << '\n';
            }
            std::array<char, 64> slopes{};
            std::snprintf(slopes.data(), slopes.size(), "%s,%.3f", curve.name.c_str(),
                          bench::slope(curve.points, false));
            out << panel.title << ",slope," << slopes.data() << ",1 is linear\n";
        }
    }
    out.close();
    return out.good();
}

std::optional<Arguments> parse(int argc, char** argv) {
    Arguments arguments;
    arguments.memory =
        0.5 * static_cast<double>(sysconf(_SC_AVPHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        const bool value = i + 1 < argc;
        if (option == "--quick") {
            arguments.quick = true;
        } else if (option == "--memory" && value) {
            arguments.memory = std::strtod(argv[++i], nullptr) * 1e9;
        } else if (option == "--csv" && value) {
            arguments.csv = argv[++i];
        } else if (option == "--svg" && value) {
            arguments.svg = argv[++i];
        } else {
            return std::nullopt;
        }
    }
    return arguments;
}

}  // namespace

int main(int argc, char** argv) {
    const auto arguments = parse(argc, argv);
    if (!arguments) {
        std::fputs("usage: scale [--quick] [--memory GB] [--csv FILE] [--svg FILE]\n", stderr);
        return 2;
    }
    std::vector<std::string> left_out;
    std::vector<Panel> panels = measured(*arguments, left_out);
    for (int round = 1; round < rounds; ++round) keep_least(panels, measured(*arguments, left_out));

    std::printf("rules known only at run time; times of the processor, the least of many repetitions\n");
    for (const Panel& panel : panels) print(panel);
    for (const std::string& line : left_out) std::printf("%s\n", line.c_str());
    std::printf(
        "\nslope: of the logarithms, fitted to all numbers and to the upper half of their range; 1 is linear.\n");

    bool written = true;
    if (!arguments->csv.empty()) written = write_csv(arguments->csv, panels) && written;
    if (!arguments->svg.empty()) {
        std::ofstream out(arguments->svg);
        bench::write_picture(out, panels);
        out.close();
        written = out.good() && written;
    }
    if (!written) std::fputs("scale: a file could not be written\n", stderr);
    return written ? 0 : 1;
}
