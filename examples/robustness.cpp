// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Robustness: how firmly a verdict stands. On which documents, authors and claims it hangs, how many least sets of
/// claims would be enough for it, how often it stays when codings are turned at random, and how far the cut-offs of the
/// scale of dependency could be moved before a measured level changes.

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/robustness.hpp>
#include <trimode/inference/support.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/believed.hpp"
#include "support/theories.hpp"
#include "support/words.hpp"

namespace {

using namespace trimode;

/// What the command line asks for.
struct Question {
    const Dataset& data;
    std::vector<PartnerIndex> partners{};
    Period at{};
    Admission admission{};
    const three_modes::Variant& theory;
    std::string route{};
    Turning turning{};
    bool why = false;
    /// The theory matters only where something is predicted.
    [[nodiscard]] bool predicts() const { return route == "predicted"; }
    [[nodiscard]] std::string date() const { return std::string(edtf(at).view()); }
};

/// The chances of each coding to be turned.
constexpr std::array chances{decimal("0.01"), decimal("0.05"), decimal("0.1")};

/// Counting sets of claims stops here.
constexpr std::uint64_t most_sets = 100'000;

/// What the verdict hangs on, of one kind.
struct Hanging {
    LeftOut left_out{};
    std::vector<std::string> on{};
};

/// How firmly the verdict on one partner stands.
template <Named Label>
struct Standing {
    PartnerIndex partner{};
    Verdict<Label> verdict{};
    bool told = false;
    Hanging documents{};
    Hanging authors{};
    Hanging claims{};
    std::vector<std::pair<Label, Tally>> sets{};  ///< For each label that holds.
    std::vector<Steadiness> turned{};             ///< For each chance.
};

template <Named Label, Named E>
Hanging hanging(const Question& question, PartnerIndex partner, const Typology<Label, E>& rules, Withdrawn what) {
    Hanging found{leave_one_out(question.data, partner, question.at, rules, what, question.admission), {}};
    for_each_decisive(question.data, partner, question.at, rules, what, question.admission,
                      [&](const Withdrawal<Label>& one) {
                          const Source& source = question.data.sources[one.source];
                          found.on.emplace_back(what == Withdrawn::claim    ? one.claim->id
                                                : what == Withdrawn::author ? source.author
                                                                            : source.id);
                      });
    return found;
}

template <Named Label, Named E>
Standing<Label> standing(const Question& question, PartnerIndex partner, const Typology<Label, E>& rules) {
    const Dataset& data = question.data;
    Standing<Label> found{partner,
                          classify(data, partner, question.at, rules, question.admission),
                          anything_told(data, partner, question.at, rules, question.admission),
                          hanging(question, partner, rules, Withdrawn::source),
                          hanging(question, partner, rules, Withdrawn::author),
                          hanging(question, partner, rules, Withdrawn::claim)};
    for (const Label label : found.verdict.holding) {
        found.sets.emplace_back(
            label, count_least_sets(data, partner, question.at, rules, label, question.admission, most_sets));
    }
    std::vector<Coding<E>> room(2 * data.codings<E>().size());
    for (const Decimal chance : chances) {
        Turning turning = question.turning;
        turning.chance = chance;
        const std::span<Coding<E>> memory(room);
        found.turned.push_back(*steadiness(data, partner, question.at, rules, turning, memory, question.admission));
    }
    return found;
}

/// Asks the same of the rules of the route that was asked for.
template <class Ask>
auto by_route(const Question& question, Ask&& ask) {
    if (question.route == "observed") return ask(three_modes::observed);
    if (question.route == "stage") return ask(four_stages::stages);
    return ask(*question.theory.rules);
}

/// A share with so many places, rounded.
Decimal rounded(double share, int places) {
    double unit = 1;
    for (int i = 0; i < places; ++i) unit *= 10;
    const auto number = Decimal::of(static_cast<std::int64_t>(share * unit + 0.5), places);
    return number ? *number : Decimal{};
}

/// A share in percent with one place; one that is not all, or not nothing, never looks like it.
std::string percent(double share, bool is_all, bool is_none) {
    const auto tenths = static_cast<std::int64_t>(share * 1000 + 0.5);
    if (tenths == 1000 && !is_all) return ">99.9";
    if (tenths == 0 && !is_none) return "<0.1";
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// The bound of a share in percent with two places, rounded so that it still is one.
std::string bound_text(double bound, bool from_below) {
    // A millionth of the last place is no more than what a double is off.
    const auto hundredths = static_cast<std::int64_t>(bound * 10000 + (from_below ? 1e-6 : 1 - 1e-6));
    return (from_below ? ">=" : "<=") + std::to_string(hundredths / 100) + "." +
           std::to_string(100 + hundredths % 100).substr(1);
}

std::string share_text(const Steadiness& steady) {
    std::string text = percent(steady.share(), steady.stayed == steady.cases, steady.stayed == 0);
    if (const auto bound = steady.bound()) {
        text += " (" + bound_text(*bound, steady.stayed != 0) + ")";
    } else if (!steady.exact) {
        text += " +-" + percent(steady.standard_error(), false, false);
    }
    return text;
}

/// A factor with three places.
std::string factor_text(const Factor& factor) {
    const auto number = Decimal::of(static_cast<std::int64_t>(factor.value() * 1000 + 0.5), 3);
    return number ? std::string(text(*number).view()) : "?";
}
/// The same exactly, such as "48/66.7".
std::string ratio_text(const Factor& factor) {
    return std::string(text(factor.over).view()) + "/" + std::string(text(factor.under).view());
}

std::string heading(const Question& question) {
    std::string text = question.date() + support::as_told_by(question.data, question.admission);
    if (question.admission.strict) text += ", strict: nothing inferred";
    return text;
}

// ---- why ------------------------------------------------------------------------------------------------------------

std::string days_text(Days days) {
    return days.first == days.last ? day_text(days.first) : day_text(days.first) + "/" + day_text(days.last);
}

/// "~regime_affinity: 000.012a (inferred: reach)  What it says.", or that the kind of the partner tells it.
template <Named E>
void print_telling(const Question& question, PartnerIndex partner, E feature, bool holding, const Telling<E>& telling,
                   std::ostream& out) {
    out << (holding ? "" : "~") << name(feature) << ": ";
    if (telling.claim == nullptr) {
        out << "by the kind of partner, " << name(question.data.partner(partner).kind) << '\n';
        return;
    }
    out << telling.claim->id;
    if (telling.ground != Ground::stated) out << " (inferred: " << name(telling.ground) << ')';
    out << "  " << telling.claim->statement << '\n';
}

template <Named Label, Named E>
void print_why(const Question& question, const Standing<Label>& standing, const Typology<Label, E>& rules,
               std::ostream& out) {
    const Dataset& data = question.data;
    const PartnerIndex partner = standing.partner;
    out << '\n' << data.partner(partner).name << ", " << heading(question) << '\n';
    if (standing.sets.empty()) out << "  no " << (question.route == "stage" ? "stage" : "mode") << " holds\n";
    for (const auto& [label, sets] : standing.sets) {
        constexpr std::uint64_t most_shown = 5;
        out << "  " << name(label) << " <= " << notation(rules.rule(label).written()) << "\n    "
            << (sets.more ? "more than " : "") << sets.number << " least sets of claims are enough"
            << (sets.number > most_shown ? ", such as" : "") << '\n';
        std::uint64_t shown = 0;
        for_each_least_set(data, partner, question.at, rules, label, question.admission,
                           [&](Days days, std::span<const ClaimIndex> claims) {
                               out << "      " << days_text(days) << ':';
                               if (claims.empty()) out << " no claim is needed";
                               for (const ClaimIndex claim : claims) out << ' ' << data.claim(claim).id;
                               out << '\n';
                               return ++shown < most_shown;
                           });
        std::string_view heading = "    for it\n";
        for_each_support(data, partner, question.at, rules, label, question.admission, [&](const Support<E>& one) {
            out << std::exchange(heading, "") << "      " << days_text(one.days) << ' ';
            print_telling(question, partner, one.feature, one.holding, one.telling, out);
        });
        heading = "    against it\n";
        for_each_objection(data, partner, question.at, rules, label, question.admission, [&](const Objection<E>& one) {
            out << std::exchange(heading, "") << "      ";
            print_telling(question, partner, one.feature, one.holding, one.telling, out);
        });
        if (!heading.empty()) out << "    against it: nothing is told\n";
    }
}

// ---- table, CSV and JSON --------------------------------------------------------------------------------------------

template <Named Label>
std::string sets_text(const Standing<Label>& standing) {
    std::vector<std::string> texts;
    for (const auto& [label, tally] : standing.sets) {
        texts.push_back((standing.sets.size() > 1 ? std::string(name(label)) + " " : "") + (tally.more ? ">" : "") +
                        std::to_string(tally.number));
    }
    return support::join(texts, ", ", "-");
}

template <Named Label, Named E>
void print_table(const Question& question, const Typology<Label, E>& rules, std::ostream& out) {
    out << "How firmly the verdicts stand, " << heading(question) << "; route: " << question.route;
    if (question.predicts()) out << "; theory: " << question.theory.name << ", " << question.theory.idea;
    out << "\n\n";
    const std::string mistake(name(question.turning.mistake));
    Table table({"partner", "verdict", "hangs on documents", "authors", "claims", "least sets", "rows",
                 mistake + ": 1 %", "5 %", "10 %"});
    bool with_error = false;
    bool with_bound = false;
    std::vector<Standing<Label>> standings;
    for (const auto partner : question.partners) {
        const auto& found = standings.emplace_back(standing(question, partner, rules));
        std::vector<std::string> row{
            std::string(question.data.partner(partner).id), verdict_text(found.verdict, found.told),
            support::join(found.documents.on, ", ", "-"),   support::join(found.authors.on, ", ", "-"),
            support::join(found.claims.on, " ", "-"),       sets_text(found),
            std::to_string(found.turned.front().rows)};
        for (const Steadiness& steady : found.turned) {
            row.push_back(share_text(steady));
            (steady.bound() ? with_bound : with_error) |= !steady.exact;
        }
        table.add(row);
    }
    out << table
        << "\nhangs on: without this document, author or claim some label stands otherwise, or nothing is told\n"
           "least sets: how many least sets of claims are enough for what holds; over a time, for all its parts "
           "together\n"
           "rows: codings that can matter; then, in percent, how often the verdict is the same when each of them is\n"
        << (question.turning.mistake == Mistake::flipped
                ? "flipped (it tells the opposite; one such among many contests what they tell)"
                : "dropped (as if it had not been coded)")
        << " with a chance of 1, 5 or 10 percent\n";
    if (with_error) out << "+- standard error\n";
    if (with_bound) {
        out << "(>=, <=) in all samples, or in none, it is the same: at least, or at most, so often with 95 percent "
               "confidence\n";
    }
    if (with_error || with_bound) {
        out << "with these, of " << question.turning.samples << " samples with seed " << question.turning.seed
            << "; without: exact, by counting all combinations\n";
    }
    if (!question.why) return;
    for (const auto& found : standings) print_why(question, found, rules, out);
}

std::string number(Decimal decimal) { return std::string(text(decimal).view()); }

/// The cells of a row, with whom was believed behind them.
std::vector<std::string> with_admission(const Question& question, std::vector<std::string> cells) {
    for (auto& cell : support::admission_cells(question.data, question.admission)) cells.push_back(std::move(cell));
    return cells;
}
std::vector<std::string> with_admission(std::vector<std::string> columns) {
    for (auto& column : support::admission_columns()) columns.push_back(std::move(column));
    return columns;
}

template <Named Label, Named E>
void print_csv(const Question& question, const Typology<Label, E>& rules, std::ostream& out) {
    write_csv_row(out, with_admission({"partner",
                                       "date",
                                       "theory",
                                       "route",
                                       "outcome",
                                       "holding",
                                       "possible",
                                       "decisive_documents",
                                       "documents_tried",
                                       "decisive_authors",
                                       "authors_tried",
                                       "decisive_claims",
                                       "claims_tried",
                                       "mistake",
                                       "chance",
                                       "rows",
                                       "exact",
                                       "cases",
                                       "stayed",
                                       "share",
                                       "standard_error",
                                       "bound",
                                       "seed"}));
    for (const auto partner : question.partners) {
        const auto found = standing(question, partner, rules);
        for (const Steadiness& steady : found.turned) {
            const auto bound = steady.bound();
            write_csv_row(out, with_admission(question, {std::string(question.data.partner(partner).id),
                                                         question.date(),
                                                         question.predicts() ? std::string(question.theory.name) : "",
                                                         question.route,
                                                         std::string(name(found.verdict.outcome(found.told))),
                                                         joined(found.verdict.holding, " ", ""),
                                                         joined(found.verdict.possible, " ", ""),
                                                         support::join(found.documents.on),
                                                         std::to_string(found.documents.left_out.readings),
                                                         support::join(found.authors.on, "; "),
                                                         std::to_string(found.authors.left_out.readings),
                                                         support::join(found.claims.on),
                                                         std::to_string(found.claims.left_out.readings),
                                                         std::string(name(steady.turning.mistake)),
                                                         number(steady.turning.chance),
                                                         std::to_string(steady.rows),
                                                         steady.exact ? "yes" : "no",
                                                         std::to_string(steady.cases),
                                                         std::to_string(steady.stayed),
                                                         number(rounded(steady.share(), 6)),
                                                         bound ? "" : number(rounded(steady.standard_error(), 6)),
                                                         bound ? number(rounded(*bound, 9)) : "",
                                                         steady.exact ? "" : std::to_string(steady.turning.seed)}));
        }
    }
}

/// Writes a key, and its value if there is one; else null.
template <class Value>
void write_optional(JsonWriter& json, std::string_view key, const std::optional<Value>& value) {
    json.key(key);
    if (value) {
        json.value(*value);
    } else {
        json.null();
    }
}

void write_hanging(JsonWriter& json, std::string_view key, const Hanging& hanging) {
    json.key(key);
    const auto object = json.object();
    json.key("tried").value(std::uint64_t{hanging.left_out.readings});
    json.key("stayed").value(std::uint64_t{hanging.left_out.stayed});
    support::write_words(json, "decisive", hanging.on);
}

void write_turned(JsonWriter& json, const Steadiness& steady) {
    const auto object = json.object();
    json.key("mistake").value(name(steady.turning.mistake));
    json.key("chance").value(steady.turning.chance);
    json.key("rows").value(std::uint64_t{steady.rows});
    json.key("exact").value(steady.exact);
    json.key("cases").value(steady.cases);
    json.key("stayed").value(steady.stayed);
    json.key("share").value(rounded(steady.share(), 6));
    std::optional<Decimal> error;
    std::optional<Decimal> bound;
    if (const auto found = steady.bound()) {
        bound = rounded(*found, 9);
    } else {
        error = rounded(steady.standard_error(), 6);
    }
    write_optional(json, "standard_error", error);
    write_optional(json, "bound", bound);
    // As text: many readers take numbers for doubles, which do not hold all its digits.
    std::optional<std::string> seed;
    if (!steady.exact) seed = std::to_string(steady.turning.seed);
    write_optional(json, "seed", seed);
    std::optional<std::uint64_t> least;
    if (const auto found = steady.least_turned()) least = *found;
    write_optional(json, "least_turned", least);
}

template <Named Label, Named E>
void print_json(const Question& question, const Typology<Label, E>& rules, std::ostream& out) {
    JsonWriter json(out);
    const auto list = json.array();
    for (const auto partner : question.partners) {
        const auto found = standing(question, partner, rules);
        const auto object = json.object();
        json.key("partner").value(question.data.partner(partner).id);
        json.key("date").value(question.date());
        std::optional<std::string_view> theory;
        if (question.predicts()) theory = question.theory.name;
        write_optional(json, "theory", theory);
        json.key("route").value(question.route);
        support::write_admission(json, question.data, question.admission);
        json.key("outcome").value(name(found.verdict.outcome(found.told)));
        write_names(json.key("holding"), found.verdict.holding);
        write_names(json.key("possible"), found.verdict.possible);
        json.key("left_out");
        {
            const auto left_out = json.object();
            write_hanging(json, "documents", found.documents);
            write_hanging(json, "authors", found.authors);
            write_hanging(json, "claims", found.claims);
        }
        json.key("least_sets");
        {
            const auto sets = json.array();
            for (const auto& [label, tally] : found.sets) {
                const auto one = json.object();
                json.key("label").value(name(label));
                json.key("number").value(tally.number);
                json.key("more").value(tally.more);
            }
        }
        json.key("turned");
        const auto turned = json.array();
        for (const Steadiness& steady : found.turned) write_turned(json, steady);
    }
}

// ---- cut-offs -------------------------------------------------------------------------------------------------------

/// Calls `visit(partner, area, range)` for each level that is measured.
template <class Visit>
void for_each_range(const Question& question, Visit&& visit) {
    for (const auto partner : question.partners) {
        for (const IssueArea area : all<IssueArea>()) {
            const auto range = cut_off_range(question.data, partner, area, question.at, question.admission);
            if (range && range->measured.told) visit(partner, area, *range);
        }
    }
}

void print_cut_offs(const Question& question, std::ostream& out, const std::string& format) {
    const auto partner_id = [&](PartnerIndex partner) { return std::string(question.data.partner(partner).id); };
    if (format == "csv") {
        write_csv_row(out,
                      with_admission({"partner", "date", "issue_area", "levels", "above", "up_to", "below", "beyond"}));
        for_each_range(question, [&](PartnerIndex partner, IssueArea area, const CutOffRange& range) {
            write_csv_row(out, with_admission(question, {partner_id(partner), question.date(), std::string(name(area)),
                                                         joined(range.measured.levels, " ", ""),
                                                         range.least ? ratio_text(*range.least) : "",
                                                         range.most ? ratio_text(*range.most) : "",
                                                         joined(range.below, " ", ""), joined(range.beyond, " ", "")}));
        });
        return;
    }
    if (format == "json") {
        JsonWriter json(out);
        const auto list = json.array();
        for_each_range(question, [&](PartnerIndex partner, IssueArea area, const CutOffRange& range) {
            const auto object = json.object();
            json.key("partner").value(partner_id(partner));
            json.key("date").value(question.date());
            support::write_admission(json, question.data, question.admission);
            json.key("issue_area").value(name(area));
            write_names(json.key("levels"), range.measured.levels);
            const auto end = [&](std::string_view key, const std::optional<Factor>& factor) {
                write_optional(json, key, factor ? std::optional(ratio_text(*factor)) : std::nullopt);
            };
            end("above", range.least);
            end("up_to", range.most);
            write_names(json.key("below"), range.below);
            write_names(json.key("beyond"), range.beyond);
        });
        return;
    }
    out << "Over which cut-offs the measured levels stay, " << heading(question) << "\n\n";
    Table table({"partner", "issue area", "levels", "with lower cut-offs", "with higher cut-offs"});
    bool any = false;
    for_each_range(question, [&](PartnerIndex partner, IssueArea area, const CutOffRange& range) {
        any = true;
        const auto end = [](const std::optional<Factor>& factor, Set<Level> levels, const std::string& from) {
            if (!factor) return std::string("the same");
            return level_text(levels) + from + factor_text(*factor) + " (" + ratio_text(*factor) + ")";
        };
        table.add({partner_id(partner), std::string(name(area)), level_text(range.measured.levels),
                   end(range.least, range.below, " at "), end(range.most, range.beyond, " beyond ")});
    });
    if (!any) {
        out << "No level of these partners is measured by cut-offs.\n";
        return;
    }
    out << table
        << "\nat, beyond: if all cut-offs of the area are multiplied by this factor, or by more; the figure and the "
           "cut-off that\n"
           "meet there in brackets. Security goes by ties, and political has no measure: they have no cut-offs\n";
}

// ---- the command line -----------------------------------------------------------------------------------------------

/// A whole number within a range. Throws WrongArguments.
std::uint64_t parse_number(const support::Arguments& arguments, const std::string& option, std::uint64_t least,
                           std::uint64_t most) {
    const std::string text = arguments.value(option);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
        throw support::WrongArguments{option + " is no such number: '" + text + "'\nvalid: a whole number from " +
                                      std::to_string(least) + " to " + std::to_string(most)};
    }
    return number;
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    Question question{.data = tajikistan,
                      .at = support::parse_time(tajikistan, arguments.value("--at")),
                      .admission = support::parse_admission(tajikistan, arguments),
                      .theory = support::parse_theory(arguments),
                      .route = arguments.value("--route"),
                      .why = arguments.has("--why")};
    question.turning.mistake = support::parse<Mistake>("mistake", arguments.value("--mistake"));
    question.turning.seed = parse_number(arguments, "--seed", 0, 0xffffffffffffffffU);
    question.turning.samples = static_cast<std::uint32_t>(parse_number(arguments, "--samples", 1, 10'000'000));
    for (const auto& id : support::partners_asked(arguments)) {
        question.partners.push_back(support::parse_partner(tajikistan, id));
    }
    const std::string format = arguments.value("--format");
    if (arguments.has("--cut-offs")) return print_cut_offs(question, out, format);
    by_route(question, [&](const auto& rules) {
        if (format == "csv") return print_csv(question, rules, out);
        if (format == "json") return print_json(question, rules, out);
        print_table(question, rules, out);
    });
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv, "robustness: how firmly a verdict stands, and on what it hangs",
        support::with_admission(
            {{"--partner", "ID", "one partner only, such as russia", "", {}},
             {"--at", "DATE", "date or period (EDTF): 2016, 2022-06, 2010/2019", "2019", {}},
             {"--route", "ROUTE", "which verdict", "predicted", {"predicted", "observed", "stage"}},
             {"--theory", "NAME", "the rules of prediction", "predicted", support::theories()},
             {"--mistake", "MISTAKE", "what may be wrong with a coding", "flipped", {"flipped", "dropped"}},
             {"--samples", "NUMBER", "how many, where combinations are too many to be counted", "2000", {}},
             {"--seed", "NUMBER", "of the samples", "1", {}},
             {"--why", "", "least sets of claims, and what is told for and against", "", {}},
             {"--cut-offs", "", "instead: how far the cut-offs of the scale of dependency can be moved", "", {}},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
