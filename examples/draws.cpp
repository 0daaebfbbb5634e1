// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Draws: how often does each mode come out when what is told may be otherwise, be forgotten, or more be learnt? Millions
/// of relationships are drawn around one that the documents tell, classified in batches, over several threads.

#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <trimode/base/random.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/batch.hpp>
#include <trimode/inference/columns.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/parallel.hpp"
#include "support/theories.hpp"

namespace {

using namespace trimode;
using support::WrongArguments;

/// A chance in steps of 1/65536.
struct Chance {
    std::uint32_t of_65536 = 0;
};

/// A decimal from 0 to 1, to the nearest step. Throws WrongArguments.
Chance parse_chance(const support::Arguments& arguments, const std::string& option) {
    const std::string text = arguments.value(option);
    const auto decimal = parse_decimal(text);
    const bool valid = decimal && *decimal >= Decimal(0) && *decimal <= Decimal(1);
    if (!valid) throw WrongArguments{option + " needs a chance, but got '" + text + "'\nvalid: a decimal from 0 to 1, such as .05"};
    double steps = static_cast<double>(decimal->digits()) * 65536.0;
    for (int place = 0; place < decimal->places(); ++place) steps /= 10.0;
    return {static_cast<std::uint32_t>(steps + 0.5)};
}

/// A whole number within a range. Throws WrongArguments.
std::uint64_t parse_number(const support::Arguments& arguments, const std::string& option, std::uint64_t least,
                           std::uint64_t most) {
    const std::string text = arguments.value(option);
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < least || number > most) {
        throw WrongArguments{option + " needs a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
                             ", but got '" + text + "'"};
    }
    return number;
}

/// What is asked.
struct Question {
    std::string partner;
    Period at;
    Facts<Condition> told;
    const three_modes::Variant& theory;
    Chance otherwise, forgotten, learnt;
    std::uint64_t draws = 0;
    std::uint64_t seed = 0;
};

/// How often each answer came out.
struct Counts {
    std::array<std::uint64_t, count<Mode>> holding{};
    std::array<std::uint64_t, count<Mode>> possible{};
    std::array<std::uint64_t, count<Mode>> sole{};  ///< Holds, and no other may.
    std::uint64_t none = 0;                         ///< None may hold.

    Counts& operator+=(const Counts& other) {
        for (std::size_t i = 0; i < count<Mode>; ++i) {
            holding[i] += other.holding[i];
            possible[i] += other.possible[i];
            sole[i] += other.sole[i];
        }
        none += other.none;
        return *this;
    }
};

/// A word of which each bit is set with this chance: from the last binary place of the chance to its first, a bit so far
/// counts as it is, or not, half of the time.
std::uint64_t draw(Random& random, Chance chance) {
    if (chance.of_65536 == 0) return 0;
    if (chance.of_65536 == 65536) return ~std::uint64_t{0};
    std::uint64_t bits = 0;
    for (int place = std::countr_zero(chance.of_65536); place < 16; ++place) {
        const bool set = ((chance.of_65536 >> place) & 1U) != 0;
        bits = set ? bits | random.next() : bits & random.next();
    }
    return bits;
}

/// Columns for a lot of draws, and memory for them.
class Lot {
public:
    static constexpr std::size_t draws = 4096;

    /// Draws the first `size` of the lot with this number. Each lot has its own random numbers, so that the result does
    /// not depend on which thread draws it.
    void draw_facts(const Question& question, std::uint64_t number, std::size_t size) {
        size_ = size;
        const auto planes = *planes_over<Condition>(std::span(facts_).first(plane_words<Condition>(size)), size);
        Random random(question.seed ^ (number * 0x9e3779b97f4a7c15U + 1U));
        for (const Condition condition : all<Condition>()) {
            const Truth truth = question.told[condition];
            for (std::size_t word = 0; word < words_for(size); ++word) {
                std::uint64_t& holds = planes.holding[index(condition)][word];
                std::uint64_t& fails = planes.failing[index(condition)][word];
                if (settled(truth)) {
                    const std::uint64_t forgotten = draw(random, question.forgotten);
                    const std::uint64_t otherwise = draw(random, question.otherwise);
                    const std::uint64_t as_told = must_hold(truth) ? ~otherwise : otherwise;
                    holds = as_told & ~forgotten;
                    fails = ~as_told & ~forgotten;
                } else {
                    const std::uint64_t learnt = draw(random, question.learnt);
                    const std::uint64_t side = random.next();
                    const std::uint64_t open = truth == Truth::contested ? ~learnt : 0;
                    holds = (learnt & side) | open;
                    fails = (learnt & ~side) | open;
                }
            }
        }
    }

    [[nodiscard]] Counts classified(const Typology<Mode, Condition>& rules) {
        const auto planes = *planes_over<Condition>(std::span(facts_).first(plane_words<Condition>(size_)), size_);
        const auto verdicts = *verdicts_over<Mode>(std::span(verdicts_).first(plane_words<Mode>(size_)), size_);
        static_cast<void>(classify(planes, rules, verdicts));  // they fit one another
        Counts counts;
        for (std::size_t word = 0; word < words_for(size_); ++word) {
            std::uint64_t any = 0;
            for (std::size_t i = 0; i < count<Mode>; ++i) {
                std::uint64_t others = 0;
                for (std::size_t j = 0; j < count<Mode>; ++j) others |= j == i ? 0 : verdicts.possible[j][word];
                any |= verdicts.possible[i][word];
                counts.holding[i] += ones(verdicts.holding[i][word]);
                counts.possible[i] += ones(verdicts.possible[i][word]);
                counts.sole[i] += ones(verdicts.holding[i][word] & ~others);
            }
            counts.none += 64 - ones(any);
        }
        counts.none -= words_for(size_) * 64 - size_;  // beyond the last draw nothing may hold
        return counts;
    }

private:
    static std::uint64_t ones(std::uint64_t word) { return static_cast<std::uint64_t>(std::popcount(word)); }

    std::size_t size_ = 0;
    std::array<std::uint64_t, plane_words<Condition>(draws)> facts_{};
    std::array<std::uint64_t, plane_words<Mode>(draws)> verdicts_{};
};

/// All draws, lot by lot, each part of the lots by one thread.
Counts counted(const Question& question, const std::string& way, std::size_t threads) {
    std::vector<Counts> parts(threads);
    const std::uint64_t lots = (question.draws + Lot::draws - 1) / Lot::draws;
    support::each_part(way, threads, [&](std::size_t part) {
        Lot lot;
        Counts counts;
        for (std::uint64_t number = part; number < lots; number += threads) {
            const std::uint64_t left = question.draws - number * Lot::draws;
            lot.draw_facts(question, number, left < Lot::draws ? static_cast<std::size_t>(left) : Lot::draws);
            counts += lot.classified(*question.theory.rules);
        }
        parts[part] = counts;
    });
    Counts all_counts;
    for (const Counts& each : parts) all_counts += each;
    return all_counts;
}

/// A share in percent with two places.
std::string percent(std::uint64_t of, std::uint64_t all_of) {
    const auto hundredths = static_cast<std::uint64_t>((static_cast<double>(of) / static_cast<double>(all_of)) * 10000.0 + 0.5);
    const std::string places = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (places.size() == 1 ? "0" : "") + places;
}

void print_table(const Question& question, const Counts& counts, std::ostream& out) {
    const auto as_told = classify(question.told, *question.theory.rules);
    out << "How often each mode comes out for " << question.partner << ", " << edtf(question.at).view() << "; "
        << question.draws << " draws, theory: " << question.theory.name << "\n\n";
    Table table({"mode", "as told", "holds %", "may hold %", "alone %"});
    for (const Mode mode : all<Mode>()) {
        const std::size_t i = index(mode);
        table.add({std::string(name(mode)), std::string(name(as_told.answer(mode))), percent(counts.holding[i], question.draws),
                   percent(counts.possible[i], question.draws), percent(counts.sole[i], question.draws)});
    }
    out << table << "\nnone may hold: " << percent(counts.none, question.draws) << " %\n\n"
        << "as told: what the documents tell of the whole time   alone: holds, and no other may\n";
}

/// One row of CSV or object of JSON for each mode, and one for "none".
template <class Row>
void each_row(const Question& question, const Counts& counts, Row&& row) {
    const auto as_told = classify(question.told, *question.theory.rules);
    for (const Mode mode : all<Mode>()) {
        const std::size_t i = index(mode);
        row(name(mode), name(as_told.answer(mode)), counts.holding[i], counts.possible[i], counts.sole[i]);
    }
    const std::string_view none = as_told.possible.empty() ? name(Answer::holds)
                                  : as_told.holding.empty() ? name(Answer::open)
                                                            : name(Answer::fails);
    row("none", none, counts.none, counts.none, counts.none);
}

void print_csv(const Question& question, const Counts& counts, std::ostream& out) {
    write_csv_row(out, {"partner", "date", "theory", "draws", "seed", "mode", "as_told", "holding", "possible", "alone"});
    each_row(question, counts, [&](auto mode, auto told, std::uint64_t holding, std::uint64_t possible, std::uint64_t sole) {
        write_csv_row(out, {question.partner, std::string(edtf(question.at).view()), std::string(question.theory.name),
                            std::to_string(question.draws), std::to_string(question.seed), std::string(mode),
                            std::string(told), std::to_string(holding), std::to_string(possible), std::to_string(sole)});
    });
}

void print_json(const Question& question, const Counts& counts, std::ostream& out) {
    JsonWriter json(out);
    const auto whole = json.object();
    json.key("partner").value(question.partner);
    json.key("date").value(edtf(question.at).view());
    json.key("theory").value(question.theory.name);
    json.key("draws").value(question.draws);
    json.key("seed").value(question.seed);
    json.key("modes");
    const auto list = json.array();
    each_row(question, counts, [&](auto mode, auto told, std::uint64_t holding, std::uint64_t possible, std::uint64_t sole) {
        const auto object = json.object();
        json.key("mode").value(mode);
        json.key("as_told").value(told);
        json.key("holding").value(holding);
        json.key("possible").value(possible);
        json.key("alone").value(sole);
    });
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    const PartnerIndex partner = support::parse_partner(tajikistan, arguments.value("--partner"));
    const Period at = support::parse_time(tajikistan, arguments.value("--at"));
    const Facts<Condition> told = facts(tajikistan, tajikistan.conditions, partner, asked_days(tajikistan, at),
                                        support::parse_admission(tajikistan, arguments));
    const Question question{.partner = std::string(tajikistan.partner(partner).id),
                            .at = at,
                            .told = told,
                            .theory = support::parse_theory(arguments),
                            .otherwise = parse_chance(arguments, "--otherwise"),
                            .forgotten = parse_chance(arguments, "--forgotten"),
                            .learnt = parse_chance(arguments, "--learnt"),
                            .draws = parse_number(arguments, "--draws", 1, 1'000'000'000'000),
                            .seed = parse_number(arguments, "--seed", 0, ~std::uint64_t{0})};
    const auto threads = static_cast<std::size_t>(parse_number(arguments, "--threads", 1, 256));
    const Counts counts = counted(question, arguments.value("--parallel"), threads);
    const std::string format = arguments.value("--format");
    if (format == "csv") return print_csv(question, counts, out);
    if (format == "json") return print_json(question, counts, out);
    print_table(question, counts, out);
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv,
        "draws: how often each mode comes out when what is told of the conditions is in doubt; millions of draws in batches",
        support::with_admission(
            {{"--partner", "ID", "the partner", "russia", {}},
             {"--at", "DATE", "date or period (EDTF): 2016, 2022-06, 2010/2019", "2019", {}},
             {"--otherwise", "CHANCE", "that a condition that is told is otherwise, each by itself", ".05", {}},
             {"--forgotten", "CHANCE", "that nothing is known of a condition that is told", ".05", {}},
             {"--learnt", "CHANCE", "that an open condition turns out to hold or to fail, both alike", "0", {}},
             {"--theory", "NAME", "the rules of prediction", "predicted", support::theories()},
             {"--draws", "NUMBER", "how many relationships are drawn", "1000000", {}},
             {"--seed", "NUMBER", "the same seed gives the same draws, with any number of threads", "1", {}},
             {"--threads", "NUMBER", "over how many threads the work is split", std::to_string(support::usual_threads()), {}},
             {"--parallel", "WAY", "how the work is split", "threads", support::parallel_ways()},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
