// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// How far two readings of the documents agree: whether a paragraph bears on a feature, and if both say so, which way. The
/// readings are CSV files with the columns source, paragraph, partner (* of a feature of the state), variable (which the
/// feature implies, so that it may be left out), feature, tells; ours are in second_coding/.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <trimode/base/agreement.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

namespace {

using namespace trimode;

/// A paragraph of a document: number of the document, number of the paragraph.
using Place = std::pair<std::size_t, std::size_t>;

/// What one coder wrote: of a paragraph, partner and feature 1 holds, 2 fails, 3 both.
using Coded = std::map<std::tuple<Place, std::string, std::string>, int>;

/// The features that two coders can code: all but those that follow from the kind of partner.
template <Named E>
void add_features(std::vector<std::string>& features) {
    for (const E feature : all<E>()) {
        if (!is_known_by_kind(feature)) features.emplace_back(name(feature));
    }
}

std::vector<std::string> features() {
    std::vector<std::string> names;
    add_features<Condition>(names);
    add_features<Conduct>(names);
    add_features<Determinant>(names);
    return names;
}

/// The partner of a coded feature as it is compared: its id, or * of a feature of the state, whatever the partner.
/// Error: empty when there is no such partner, or * stands where a partner is needed.
std::optional<std::string> compared_partner(const Dataset& data, const std::string& partner, const std::string& feature) {
    const auto determinant = parse<Determinant>(feature);
    const auto found = find_partner(data.partners, partner);
    const bool of_state = determinant && is_of_the_state(*determinant);
    if (of_state && (found || partner == "*")) return "*";
    if (found) return std::string(data.partner(*found).id);
    return std::nullopt;
}

/// Reads one coder's file. Rows that are wrong are named and left out; `fine` tells whether there are none.
Coded read_coder(const Dataset& data, const std::string& file, bool& fine) {
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file)) throw support::WrongArguments{"cannot be read: " + file};
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const CsvTable table = read_csv(text);
    const auto report = [&](const Error& error) {
        std::cerr << file << ": " << message(error) << '\n';
        fine = false;
    };
    for (const Error& error : table.errors) report(error);
    std::vector<std::size_t> at;
    for (const char* wanted : {"source", "paragraph", "partner", "feature", "tells"}) {
        const auto column = table.column(wanted);
        if (!column) throw support::WrongArguments{file + ": " + message(column.error())};
        at.push_back(column.value());
    }
    const auto known = features();
    Coded coded;
    for (const CsvRow& row : table.rows) {
        const std::string& paragraph = row.fields[at[1]];
        const Sources source = sources_with_id(data, row.fields[at[0]]);
        const auto tells = parse<Tells>(row.fields[at[4]]);
        const auto partner = compared_partner(data, row.fields[at[2]], row.fields[at[3]]);
        const auto block = parse_decimal(paragraph);
        std::size_t number = 0;
        while (source != 0 && ((source >> number) & 1U) == 0) ++number;
        if (source == 0) {
            Nearest nearest(row.fields[at[0]]);
            for (const Source& one : data.sources) nearest.consider(one.id);
            report(row.error_at(at[0], Fault::unknown_name, nearest.best()));
        } else if (!block || block->places() != 0 || block->digits() < 1 || block->digits() > data.sources[number].blocks) {
            report(row.error_at(at[1], Fault::out_of_range));
        } else if (std::find(known.begin(), known.end(), row.fields[at[3]]) == known.end()) {
            Nearest nearest(row.fields[at[3]]);
            for (const auto& feature : known) nearest.consider(feature);
            report(row.error_at(at[3], Fault::unknown_name, nearest.best()));
        } else if (!partner) {
            Nearest nearest(row.fields[at[2]]);
            for (const Partner& one : data.partners) nearest.consider(one.id);
            report(row.error_at(at[2], Fault::unknown_name, nearest.best()));
        } else if (!tells) {
            report(row.error_at(at[4], Fault::unknown_name, nearest<Tells>(row.fields[at[4]])));
        } else {
            const Place place{number, static_cast<std::size_t>(block->digits())};
            coded[{place, *partner, row.fields[at[3]]}] |= *tells == Tells::holds ? 1 : 2;
        }
    }
    return coded;
}

/// The paragraphs in which anything is asserted at all: those with a claim.
std::vector<Place> paragraphs(const Dataset& data, Sources sources) {
    std::set<Place> found;
    for (const Claim& claim : data.claims) {
        if (((sources >> claim.source()) & 1U) != 0) found.emplace(claim.source(), claim.block());
    }
    return {found.begin(), found.end()};
}

/// How many rows of a coder lie in paragraphs without a claim, which are no units.
std::size_t outside(const Dataset& data, const Coded& coded) {
    const auto inside = paragraphs(data, every_source);
    std::size_t rows = 0;
    for (const auto& [key, tells] : coded) {
        rows += std::binary_search(inside.begin(), inside.end(), std::get<0>(key)) ? 0U : 1U;
    }
    return rows;
}

/// The codes of both coders for the same units, ready for a coefficient.
struct Units {
    std::vector<Code> first;
    std::vector<Code> second;
    void add(Code one, Code two) {
        first.push_back(one);
        second.push_back(two);
    }
};

/// One unit for each paragraph and feature: 1 if the coder says that it bears on the feature.
Units bearing_units(const Dataset& data, Sources sources, const std::vector<std::string>& features, const Coded& first,
                    const Coded& second) {
    const auto bears = [](const Coded& coded) {
        std::set<std::pair<Place, std::string>> found;
        for (const auto& [key, tells] : coded) found.emplace(std::get<0>(key), std::get<2>(key));
        return found;
    };
    const auto one = bears(first);
    const auto two = bears(second);
    Units units;
    for (const Place& place : paragraphs(data, sources)) {
        for (const auto& feature : features) {
            units.add(one.contains({place, feature}) ? 1 : 0, two.contains({place, feature}) ? 1 : 0);
        }
    }
    return units;
}

/// One unit for each paragraph, partner and feature that both coded: holds, fails, or both ways.
Units value_units(Sources sources, const std::vector<std::string>& features, const Coded& first, const Coded& second) {
    Units units;
    for (const auto& [key, tells] : first) {
        const auto other = second.find(key);
        if (((sources >> std::get<0>(key).first) & 1U) == 0 || other == second.end()) continue;
        if (std::find(features.begin(), features.end(), std::get<2>(key)) == features.end()) continue;
        units.add(tells - 1, other->second - 1);
    }
    return units;
}

/// What is said of one set of units.
struct Row {
    std::string what;     ///< "bears", "value"
    std::string of;       ///< a document, a feature, or all
    std::size_t units = 0;
    std::size_t both = 0;         ///< Bears: both say so. Value: the same.
    std::size_t only_first = 0;
    std::size_t only_second = 0;
    std::size_t differ = 0;
    std::optional<double> percent{};
    std::optional<double> kappa{};
    std::optional<double> alpha{};
    std::optional<double> lower{};
    std::optional<double> upper{};
};

Row measured(std::string what, std::string of, const Units& units, std::size_t categories, std::uint64_t seed) {
    Row row{std::move(what), std::move(of)};
    row.units = units.first.size();
    for (std::size_t i = 0; i < units.first.size(); ++i) {
        const bool same = units.first[i] == units.second[i];
        if (categories == 2) {
            row.both += units.first[i] == 1 && same ? 1U : 0U;
            row.only_first += units.first[i] == 1 && !same ? 1U : 0U;
            row.only_second += units.second[i] == 1 && !same ? 1U : 0U;
        } else {
            row.both += same ? 1U : 0U;
        }
        row.differ += same ? 0U : 1U;
    }
    row.percent = percent_agreement(units.first, units.second, categories).coefficient;
    row.kappa = cohen_kappa(units.first, units.second, categories).coefficient;
    std::vector<Code> by_coder = units.first;
    by_coder.insert(by_coder.end(), units.second.begin(), units.second.end());
    std::vector<double> memory(1000);
    const auto interval = bootstrap_alpha(Ratings<Code>(by_coder, 2), Metric::nominal, categories, Bootstrap{.seed = seed}, memory);
    row.alpha = interval.estimate.coefficient;
    row.lower = interval.lower;
    row.upper = interval.upper;
    return row;
}

std::string decimals(std::optional<double> number) {
    if (!number) return "-";
    // Rounded to hundredths, half away from zero, without a locale.
    const auto hundredths = static_cast<long>(*number * 100 + (*number < 0 ? -0.5 : 0.5));
    const long size = hundredths < 0 ? -hundredths : hundredths;
    const std::string digits = std::to_string(100 + size % 100).substr(1);
    return std::string(hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "." + digits;
}

/// The rows of the answer: all, each document, each feature.
std::vector<Row> rows(const Dataset& data, const Coded& first, const Coded& second, std::uint64_t seed) {
    std::vector<Row> found;
    const auto every = features();
    const auto add = [&](const std::string& of, Sources sources, const std::vector<std::string>& which) {
        found.push_back(measured("bears", of, bearing_units(data, sources, which, first, second), 2, seed));
        found.push_back(measured("value", of, value_units(sources, which, first, second), 3, seed));
    };
    add("all", every_source, every);
    for (std::size_t i = 0; i < data.sources.size(); ++i) add(std::string(data.sources[i].id), Sources{1} << i, every);
    for (const auto& feature : every) add(feature, every_source, {feature});
    return found;
}

void print_table(std::ostream& out, const std::vector<Row>& rows, std::uint64_t seed) {
    Table bears({"bears on it?", "units", "both", "only first", "only second", "percent", "kappa", "alpha", "95 % interval"});
    Table value({"which way?", "units", "same", "different", "percent", "kappa", "alpha"});
    for (const Row& row : rows) {
        const auto number = [](std::size_t count) { return std::to_string(count); };
        if (row.what == "bears") {
            bears.add({row.of, number(row.units), number(row.both), number(row.only_first), number(row.only_second),
                       decimals(row.percent), decimals(row.kappa), decimals(row.alpha),
                       row.lower ? decimals(row.lower) + " to " + decimals(row.upper) : "-"});
        } else if (row.units != 0) {
            value.add({row.of, number(row.units), number(row.both), number(row.differ), decimals(row.percent),
                       decimals(row.kappa), decimals(row.alpha)});
        }
    }
    out << "Agreement of two readings\n\n"
        << bears << '\n'
        << value
        << "\nbears on it: a unit is a paragraph with a claim and a feature   which way: a unit is a paragraph, partner and\n"
           "feature that both coded, as holding, failing or both   percent as a share   kappa: Cohen 1960   alpha: Krippendorff,\n"
           "nominal, with a bootstrap over units (seed "
        << seed << ", 1000 replicates; units of one paragraph are not independent, so it is too narrow)\n"
           "- : undefined, since all values are alike or there are none\n";
}

void print_csv(std::ostream& out, const std::vector<Row>& rows) {
    write_csv_row(out, {"what", "of", "units", "both_or_same", "only_first", "only_second", "different", "percent", "kappa",
                        "alpha", "lower", "upper"});
    for (const Row& row : rows) {
        const auto shown = [](std::optional<double> number) { return number ? decimals(number) : std::string{}; };
        write_csv_row(out, {row.what, row.of, std::to_string(row.units), std::to_string(row.both), std::to_string(row.only_first),
                            std::to_string(row.only_second), std::to_string(row.differ), shown(row.percent), shown(row.kappa),
                            shown(row.alpha), shown(row.lower), shown(row.upper)});
    }
}

/// What each coder has and the other has not.
void print_differences(std::ostream& out, const Dataset& data, const Coded& first, const Coded& second) {
    Table table({"source", "paragraph", "partner", "feature", "first", "second"});
    const auto shown = [](int tells) -> std::string {
        return tells == 0 ? "-" : tells == 1 ? "holds" : tells == 2 ? "fails" : "both";
    };
    Coded all = first;
    all.insert(second.begin(), second.end());
    for (const auto& [key, tells] : all) {
        const auto of = [&key = key](const Coded& coded) {
            const auto found = coded.find(key);
            return found == coded.end() ? 0 : found->second;
        };
        if (of(first) == of(second)) continue;
        const auto& [place, partner, feature] = key;
        table.add({std::string(data.sources[place.first].id), std::to_string(place.second), partner, feature, shown(of(first)),
                   shown(of(second))});
    }
    out << table;
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    for (const char* needed : {"--first", "--second"}) {
        if (!arguments.has(needed)) throw support::WrongArguments{std::string(needed) + " FILE is needed"};
    }
    const auto seed = parse_decimal(arguments.value("--seed"));
    if (!seed || seed->places() != 0 || seed->digits() < 0) {
        throw support::WrongArguments{"no seed: '" + arguments.value("--seed") + "'\nvalid: a whole number from 0 on"};
    }
    const auto number = static_cast<std::uint64_t>(seed->digits());
    bool fine = true;
    const Coded first = read_coder(tajikistan, arguments.value("--first"), fine);
    const Coded second = read_coder(tajikistan, arguments.value("--second"), fine);
    if (arguments.has("--differences")) {
        print_differences(out, tajikistan, first, second);
    } else if (arguments.value("--format") == "csv") {
        print_csv(out, rows(tajikistan, first, second, number));
    } else {
        print_table(out, rows(tajikistan, first, second, number), number);
        out << "left out, since their paragraph has no claim: " << outside(tajikistan, first) << " rows of the first, "
            << outside(tajikistan, second) << " of the second\n";
    }
    if (!fine) throw support::WrongData{};
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(argc, argv, "agreement: how far two readings of the documents agree",
                        {{"--first", "FILE", "one coder's CSV, such as examples/second_coding/first.csv", "", {}},
                         {"--second", "FILE", "the other's, such as examples/second_coding/second.csv", "", {}},
                         {"--differences", "", "list what one has and the other has not", "", {}},
                         {"--seed", "NUMBER", "of the bootstrap", "1", {}},
                         {"--format", "FORMAT", "how to print", "table", {"table", "csv"}}},
                        answer);
}
