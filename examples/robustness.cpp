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
#include <trimode/inference/robustness.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

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
struct Standing {
    PartnerIndex partner{};
    std::string verdict{};
    std::string outcome{};
    std::vector<std::string> holding{};
    std::vector<std::string> possible{};
    Hanging documents{};
    Hanging authors{};
    Hanging claims{};
    std::vector<std::pair<std::string, Tally>> sets{};  ///< For each label that holds.
    std::vector<Steadiness> turned{};                   ///< For each chance.
};

template <Named E>
std::vector<std::string> names_in(Set<E> set) {
    std::vector<std::string> words;
    for (const E value : set) words.emplace_back(name(value));
    return words;
}

std::string listed(const std::vector<std::string>& words, const std::string& between) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

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
Standing standing(const Question& question, PartnerIndex partner, const Typology<Label, E>& rules) {
    const Dataset& data = question.data;
    const auto verdict = classify(data, partner, question.at, rules, question.admission);
    const bool told = anything_told(data, partner, question.at, rules, question.admission);
    Standing found{partner,
                   verdict_text(verdict, told),
                   std::string(name(verdict.outcome(told))),
                   names_in(verdict.holding),
                   names_in(verdict.possible),
                   hanging(question, partner, rules, Withdrawn::source),
                   hanging(question, partner, rules, Withdrawn::author),
                   hanging(question, partner, rules, Withdrawn::claim),
                   {},
                   {}};
    for (const Label label : verdict.holding) {
        found.sets.emplace_back(
            name(label), count_least_sets(data, partner, question.at, rules, label, question.admission, most_sets));
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

Standing standing(const Question& question, PartnerIndex partner) {
    return by_route(question, [&](const auto& rules) { return standing(question, partner, rules); });
}

/// A share with six places, rounded.
Decimal millionths(double share) {
    const auto number = Decimal::of(static_cast<std::int64_t>(share * 1e6 + 0.5), 6);
    return number ? *number : Decimal{};
}

/// A share in percent with one place; one that is not all, or not nothing, never looks like it.
std::string percent(double share) {
    const auto tenths = static_cast<std::int64_t>(share * 1000 + 0.5);
    if (tenths == 1000 && share < 1) return ">99.9";
    if (tenths == 0 && share > 0) return "<0.1";
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string share_text(const Steadiness& steady) {
    std::string text = percent(steady.share());
    if (!steady.exact) text += " +-" + percent(steady.standard_error());
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

// ---- why
// ---------------------------------------------------------------------------------------------------------------

std::string days_text(Days days) {
    const auto day = [](Day at) {
        const auto date = Date::of_day(at);
        return date ? std::string(edtf(*date).view()) : std::to_string(at);
    };
    return days.first == days.last ? day(days.first) : day(days.first) + "/" + day(days.last);
}

template <Named Label, Named E>
void print_why(const Question& question, PartnerIndex partner, const Typology<Label, E>& rules, std::ostream& out) {
    const Dataset& data = question.data;
    const auto verdict = classify(data, partner, question.at, rules, question.admission);
    out << '\n' << data.partner(partner).name << ", " << heading(question) << '\n';
    if (verdict.holding.empty()) out << "  no " << (question.route == "stage" ? "stage" : "mode") << " holds\n";
    for (const Label label : verdict.holding) {
        const Tally sets = count_least_sets(data, partner, question.at, rules, label, question.admission, most_sets);
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
        bool any = false;
        for_each_support(data, partner, question.at, rules, label, question.admission, [&](const Support<E>& one) {
            if (!any) out << "    for it\n";
            any = true;
            out << "      " << days_text(one.days) << ' ' << (one.holding ? "" : "~") << name(one.feature) << ": ";
            if (one.telling.claim == nullptr) {
                out << "by the kind of partner, " << name(data.partner(partner).kind) << '\n';
                return;
            }
            out << one.telling.claim->id;
            if (one.telling.ground != Ground::stated) out << " (inferred: " << name(one.telling.ground) << ')';
            out << "  " << one.telling.claim->statement << '\n';
        });
        any = false;
        for_each_objection(data, partner, question.at, rules, label, question.admission, [&](const Objection<E>& one) {
            if (!any) out << "    against it\n";
            any = true;
            out << "      " << (one.holding ? "" : "~") << name(one.feature) << ": ";
            if (one.telling.claim == nullptr) {
                out << "by the kind of partner, " << name(data.partner(partner).kind) << '\n';
            } else {
                out << one.telling.claim->id << "  " << one.telling.claim->statement << '\n';
            }
        });
        if (!any) out << "    against it: nothing is told\n";
    }
}

// ---- table, CSV and JSON
// -------------------------------------------------------------------------------------------------

std::string hanging_text(const Hanging& hanging, const std::string& between = ", ") {
    return hanging.on.empty() ? "-" : listed(hanging.on, between);
}

std::string sets_text(const Standing& standing) {
    std::string text;
    for (const auto& [label, tally] : standing.sets) {
        text += (text.empty() ? "" : ", ") + (standing.sets.size() > 1 ? label + " " : "") + (tally.more ? ">" : "") +
                std::to_string(tally.number);
    }
    return text.empty() ? "-" : text;
}

void print_table(const Question& question, std::ostream& out) {
    out << "How firmly the verdicts stand, " << heading(question) << "; route: " << question.route;
    if (question.route == "predicted") out << "; theory: " << question.theory.name << ", " << question.theory.idea;
    out << "\n\n";
    const std::string mistake(name(question.turning.mistake));
    Table table({"partner", "verdict", "hangs on documents", "authors", "claims", "least sets", "rows",
                 mistake + ": 1 %", "5 %", "10 %"});
    bool sampled = false;
    for (const auto partner : question.partners) {
        const Standing found = standing(question, partner);
        std::vector<std::string> row{std::string(question.data.partner(partner).id),
                                     found.verdict,
                                     hanging_text(found.documents),
                                     hanging_text(found.authors),
                                     hanging_text(found.claims, " "),
                                     sets_text(found),
                                     std::to_string(found.turned.front().rows)};
        for (const Steadiness& steady : found.turned) {
            row.push_back(share_text(steady));
            sampled = sampled || !steady.exact;
        }
        table.add(row);
    }
    out << table
        << "\nhangs on: without this document, author or claim the status of some label is another\n"
           "least sets: how many least sets of claims are enough for what holds; over a time, for all its parts "
           "together\n"
           "rows: codings that can matter; then, in percent, how often the verdict is the same when each of them is\n"
        << (question.turning.mistake == Mistake::flipped
                ? "flipped (it tells the opposite; one such among many contests what they tell)"
                : "dropped (as if it had not been coded)")
        << " with a chance of 1, 5 or 10 percent\n";
    if (sampled) {
        out << "+- standard error, of " << question.turning.samples << " samples with seed " << question.turning.seed
            << "; without: exact, by counting all combinations\n";
    }
    if (!question.why) return;
    for (const auto partner : question.partners) {
        by_route(question, [&](const auto& rules) { print_why(question, partner, rules, out); });
    }
}

void print_csv(const Question& question, std::ostream& out) {
    write_csv_row(out, {"partner",      "date",      "theory",          "route",   "outcome",       "holding",
                        "possible",     "documents", "documents_tried", "authors", "authors_tried", "claims",
                        "claims_tried", "mistake",   "chance",          "rows",    "exact",         "cases",
                        "stayed",       "share",     "standard_error",  "seed"});
    for (const auto partner : question.partners) {
        const Standing found = standing(question, partner);
        for (const Steadiness& steady : found.turned) {
            const auto number = [](Decimal decimal) { return std::string(text(decimal).view()); };
            write_csv_row(out, {std::string(question.data.partner(partner).id),
                                question.date(),
                                std::string(question.theory.name),
                                question.route,
                                found.outcome,
                                listed(found.holding, " "),
                                listed(found.possible, " "),
                                listed(found.documents.on, " "),
                                std::to_string(found.documents.left_out.readings),
                                listed(found.authors.on, "; "),
                                std::to_string(found.authors.left_out.readings),
                                listed(found.claims.on, " "),
                                std::to_string(found.claims.left_out.readings),
                                std::string(name(steady.turning.mistake)),
                                number(steady.turning.chance),
                                std::to_string(steady.rows),
                                steady.exact ? "yes" : "no",
                                std::to_string(steady.cases),
                                std::to_string(steady.stayed),
                                number(millionths(steady.share())),
                                number(millionths(steady.standard_error())),
                                steady.exact ? "" : std::to_string(steady.turning.seed)});
        }
    }
}

void write_words(JsonWriter& json, std::string_view key, const std::vector<std::string>& words) {
    json.key(key);
    const auto list = json.array();
    for (const auto& word : words) json.value(word);
}

void write_hanging(JsonWriter& json, std::string_view key, const Hanging& hanging) {
    json.key(key);
    const auto object = json.object();
    json.key("tried").value(std::uint64_t{hanging.left_out.readings});
    json.key("stayed").value(std::uint64_t{hanging.left_out.stayed});
    write_words(json, "decisive", hanging.on);
}

void print_json(const Question& question, std::ostream& out) {
    JsonWriter json(out);
    const auto list = json.array();
    for (const auto partner : question.partners) {
        const Standing found = standing(question, partner);
        const auto object = json.object();
        json.key("partner").value(question.data.partner(partner).id);
        json.key("date").value(question.date());
        json.key("theory").value(question.theory.name);
        json.key("route").value(question.route);
        json.key("outcome").value(found.outcome);
        write_words(json, "holding", found.holding);
        write_words(json, "possible", found.possible);
        write_hanging(json, "documents", found.documents);
        write_hanging(json, "authors", found.authors);
        write_hanging(json, "claims", found.claims);
        json.key("least_sets");
        {
            const auto sets = json.array();
            for (const auto& [label, tally] : found.sets) {
                const auto one = json.object();
                json.key("label").value(label);
                json.key("number").value(tally.number);
                json.key("more").value(tally.more);
            }
        }
        json.key("turned");
        const auto turned = json.array();
        for (const Steadiness& steady : found.turned) {
            const auto one = json.object();
            json.key("mistake").value(name(steady.turning.mistake));
            json.key("chance").value(steady.turning.chance);
            json.key("rows").value(std::uint64_t{steady.rows});
            json.key("exact").value(steady.exact);
            json.key("cases").value(steady.cases);
            json.key("stayed").value(steady.stayed);
            json.key("share").value(millionths(steady.share()));
            json.key("standard_error").value(millionths(steady.standard_error()));
            json.key("seed");
            if (steady.exact) {
                json.null();
            } else {
                json.value(steady.turning.seed);
            }
            json.key("least_turned");
            if (const auto least = steady.least_turned()) {
                json.value(std::uint64_t{*least});
            } else {
                json.null();
            }
        }
    }
}

// ---- cut-offs
// --------------------------------------------------------------------------------------------------------------

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
        write_csv_row(out, {"partner", "date", "issue_area", "levels", "above", "up_to", "below", "beyond"});
        for_each_range(question, [&](PartnerIndex partner, IssueArea area, const CutOffRange& range) {
            write_csv_row(out, {partner_id(partner), question.date(), std::string(name(area)),
                                joined(range.measured.levels, " ", ""), range.least ? ratio_text(*range.least) : "",
                                range.most ? ratio_text(*range.most) : "", joined(range.below, " ", ""),
                                joined(range.beyond, " ", "")});
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
            json.key("issue_area").value(name(area));
            write_names(json.key("levels"), range.measured.levels);
            const auto end = [&](std::string_view key, const std::optional<Factor>& factor) {
                json.key(key);
                if (factor) {
                    json.value(ratio_text(*factor));
                } else {
                    json.null();
                }
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

// ---- the command line
// ------------------------------------------------------------------------------------------------------

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
    const three_modes::Variant* theory = &three_modes::variants.front();
    for (const auto& variant : three_modes::variants) {
        if (variant.name == arguments.value("--theory")) theory = &variant;
    }
    Question question{.data = tajikistan,
                      .at = support::parse_time(tajikistan, arguments.value("--at")),
                      .admission = support::parse_admission(tajikistan, arguments),
                      .theory = *theory,
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
    if (format == "csv") return print_csv(question, out);
    if (format == "json") return print_json(question, out);
    print_table(question, out);
}

std::vector<std::string> theories() {
    std::vector<std::string> names;
    for (const auto& variant : three_modes::variants) names.emplace_back(variant.name);
    return names;
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv, "robustness: how firmly a verdict stands, and on what it hangs",
        support::with_admission(
            {{"--partner", "ID", "one partner only, such as russia", "", {}},
             {"--at", "DATE", "date or period (EDTF): 2016, 2022-06, 2010/2019", "2019", {}},
             {"--route", "ROUTE", "which verdict", "predicted", {"predicted", "observed", "stage"}},
             {"--theory", "NAME", "the rules of prediction", "predicted", theories()},
             {"--mistake", "MISTAKE", "what may be wrong with a coding", "flipped", {"flipped", "dropped"}},
             {"--samples", "NUMBER", "how many, where combinations are too many to be counted", "2000", {}},
             {"--seed", "NUMBER", "of the samples", "1", {}},
             {"--why", "", "least sets of claims, and what is told for and against", "", {}},
             {"--cut-offs", "", "instead: how far the cut-offs of the scale of dependency can be moved", "", {}},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
