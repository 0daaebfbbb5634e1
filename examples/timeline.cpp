// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Timeline: since when a mode or stage stands, when it turned, what turned with it and who says so; or how the modes
/// that are seen compare with those that are predicted over time.

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/report.hpp>
#include <trimode/report/why.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

namespace {

using namespace trimode;

/// What the command line asks for.
struct Question {
    const Dataset& data;
    PartnerIndex partner;
    Days within;
    std::string time;  ///< The same in words.
    std::string route;
    Admission admission;
    const three_modes::Variant& theory;
    bool why = false;
    /// The theory matters where something is predicted.
    [[nodiscard]] bool predicts() const { return route == "predicted" || route == "compare"; }
};

std::string words(std::string_view name) {
    std::string text(name);
    for (char& c : text) {
        if (c == '_') c = ' ';
    }
    return text;
}

std::string day_text(Day day) {
    const auto date = Date::of_day(day);
    return date ? std::string(edtf(*date).view()) : std::to_string(day);
}

/// A verdict in words; "~" behind it when it rests on inference.
template <Named Label, Named E>
std::string text_of(const Episode<Label, E>& episode) {
    const bool marked = episode.rests_on_inference() && episode.outcome() != Outcome::insufficient;
    return verdict_text(episode.verdict, episode.told) + (marked ? "~" : "");
}

std::string text_of(Passage passage) {
    switch (passage) {
        case Passage::turned:
            return "the one excludes the other";
        case Passage::shifted:
            return "the one does not exclude the other";
        case Passage::narrowed:
            return "more is told";
        case Passage::widened:
            return "less is told";
        case Passage::resumed:
            return "the same again";
    }
    return {};
}

template <Named E>
std::string text_of(const Telling<E>& telling) {
    if (telling.truth == Truth::unknown) return "silent";
    std::string text(name(telling.truth));
    std::string marks = telling.ground == Ground::stated ? "" : "inferred: " + std::string(name(telling.ground));
    if (telling.by_membership) marks += marks.empty() ? "by membership" : ", by membership";
    return marks.empty() ? text : text + " (" + marks + ")";
}

/// What lies between the two sides of a transition, in words.
template <Named Label, Named E>
std::string between_text(const Question& question, const Typology<Label, E>& rules,
                         const Transition<Label, E>& transition) {
    std::string text;
    for_each_episode(
        question.data, question.partner, rules, transition.between(), question.admission,
        [&text](const Episode<Label, E>& open) { text += (text.empty() ? "" : ", then ") + text_of(open); });
    return text;
}

// ---- tables --------------------------------------------------------------------------------------------------------

template <Named Label, Named E>
void print_transition(const Question& question, const Typology<Label, E>& rules, const Transition<Label, E>& transition,
                      std::ostream& out) {
    const std::string between = between_text(question, rules, transition);
    if (between.empty()) {
        out << "\nfrom " << day_text(transition.first_after());
    } else {
        out << "\nafter " << day_text(transition.last_before()) << ", by " << day_text(transition.first_after());
    }
    out << ": " << text_of(transition.from) << " -> " << text_of(transition.to) << "; " << text_of(transition.passage())
        << '\n';
    if (!between.empty()) out << "  in between: " << between << '\n';
    for (const E feature : transition.turned) {
        out << "  " << name(feature) << ": " << name(transition.from.at_last[feature]) << " -> "
            << name(transition.to.at_first[feature]) << '\n';
        for_each_change(question.data, question.partner, transition, question.admission,
                        [&](const Telling<E>& before, const Telling<E>& after) {
                            if (before.coding->feature != feature) return;
                            out << "    " << before.claim->id << "  " << text_of(before) << " -> " << text_of(after)
                                << ": " << before.claim->statement << '\n';
                            if (!question.why) return;
                            out << "              " << cite(question.data, *before.claim) << "; told of "
                                << edtf(before.claim->period).view() << '\n';
                        });
    }
}

template <Named Label, Named E>
void print_transitions(const Question& question, const Typology<Label, E>& rules, std::string_view title,
                       std::ostream& out) {
    out << '\n' << title << '\n';
    bool any = false;
    for_each_transition(question.data, question.partner, rules, question.within, question.admission,
                        [&](const Transition<Label, E>& transition) {
                            any = true;
                            print_transition(question, rules, transition, out);
                        });
    if (!any) out << "\nnothing, as far as is told\n";
}

constexpr std::string_view legend =
    "sole: holds, no other may   leading: holds, others are open   mixed: several hold\n"
    "open: none holds yet, some may (those with ?; none named: all)   insufficient: open, and nothing is told\n"
    "none: none may hold   ~ rests on inference, on some of its days: --strict answers otherwise\n";

void print_heading(const Question& question, std::ostream& out) {
    out << question.data.state << " and " << question.data.partner(question.partner).name << ", " << question.time
        << support::as_told_by(question.data, question.admission)
        << (question.admission.strict ? ", strict: nothing inferred" : "") << "; ";
    if (question.route == "stage") out << "stage of the policy";
    if (question.route == "observed") out << "mode observed in conduct";
    if (question.route == "predicted") out << "mode predicted from conditions";
    if (question.route == "compare") out << "mode predicted and mode observed";
    if (question.predicts()) out << "; theory: " << question.theory.name << ", " << question.theory.idea;
    out << "\n\n";
}

template <Named Label, Named E>
void print_route(const Question& question, const Typology<Label, E>& rules, std::ostream& out) {
    print_heading(question, out);
    Table table({"from", "to", question.route});
    for_each_episode(question.data, question.partner, rules, question.within, question.admission,
                     [&](const Episode<Label, E>& episode) {
                         table.add({day_text(episode.days.first), day_text(episode.days.last), text_of(episode)});
                     });
    out << table << '\n' << legend;
    if (question.route == "stage") {
        out << "The stages are those of the policy towards Russia; for other partners they show what the rules would "
               "say.\n";
    }
    print_transitions(question, rules, "What turned, and who says so", out);
}

void print_comparison(const Question& question, std::ostream& out) {
    print_heading(question, out);
    Table table({"from", "to", "predicted", "observed", "comparison"});
    for_each_comparison(
        question.data, question.partner, *question.theory.rules, three_modes::observed, question.within,
        question.admission, [&](const auto& episode) {
            table.add({day_text(episode.days().first), day_text(episode.days().last), text_of(episode.predicted),
                       text_of(episode.observed), words(name(episode.comparison()))});
        });
    out << table << "\nOn how much either route rests, and how much of it they have in common\n\n";
    const Overlap evidence = overlap(question.data, question.partner, *question.theory.rules, three_modes::observed,
                                     question.within, question.admission);
    Table counts({"route", "claims", "blocks", "documents", "authors"});
    const auto add = [&counts](const std::string& route, const EvidenceCount& count) {
        counts.add({route, std::to_string(count.claims), std::to_string(count.blocks), std::to_string(count.documents),
                    std::to_string(count.authors)});
    };
    add("predicted", evidence.predicted);
    add("observed", evidence.observed);
    add("both", evidence.shared);
    out << counts << '\n' << legend;
    if (!question.why) return;
    print_transitions(question, *question.theory.rules, "What turned in the conditions, and who says so", out);
    print_transitions(question, three_modes::observed, "What turned in conduct, and who says so", out);
}

// ---- CSV -----------------------------------------------------------------------------------------------------------

template <Named Label, Named E>
void add_cells(std::vector<std::string>& row, const Episode<Label, E>& episode) {
    row.emplace_back(name(episode.outcome()));
    row.push_back(joined(episode.verdict.holding, " ", ""));
    row.push_back(joined(episode.verdict.possible, " ", ""));
    row.push_back(std::to_string(episode.inferred));
}

std::vector<std::string> first_cells(const Question& question, Days days) {
    const std::string_view theory = question.predicts() ? question.theory.name : "";
    return {std::string(question.data.partner(question.partner).id),
            question.route,
            std::string(theory),
            day_text(days.first),
            day_text(days.last),
            std::to_string(days.last - days.first + 1)};
}

template <Named Label, Named E>
void print_route_csv(const Question& question, const Typology<Label, E>& rules, std::ostream& out) {
    write_csv_row(
        out, {"partner", "route", "theory", "from", "to", "days", "outcome", "holding", "possible", "inferred_days"});
    for_each_episode(question.data, question.partner, rules, question.within, question.admission,
                     [&](const Episode<Label, E>& episode) {
                         auto row = first_cells(question, episode.days);
                         add_cells(row, episode);
                         write_csv_row(out, row);
                     });
}

void print_comparison_csv(const Question& question, std::ostream& out) {
    write_csv_row(out, {"partner", "route", "theory", "from", "to", "days", "comparison", "predicted_outcome",
                        "predicted_holding", "predicted_possible", "predicted_inferred_days", "observed_outcome",
                        "observed_holding", "observed_possible", "observed_inferred_days"});
    for_each_comparison(question.data, question.partner, *question.theory.rules, three_modes::observed, question.within,
                        question.admission, [&](const auto& episode) {
                            auto row = first_cells(question, episode.days());
                            row.emplace_back(name(episode.comparison()));
                            add_cells(row, episode.predicted);
                            add_cells(row, episode.observed);
                            write_csv_row(out, row);
                        });
}

// ---- JSON ----------------------------------------------------------------------------------------------------------

void write_days(JsonWriter& json, Days days) {
    json.key("from").value(day_text(days.first));
    json.key("to").value(day_text(days.last));
    json.key("days").value(static_cast<std::uint64_t>(days.last - days.first + 1));
}

template <Named Label, Named E>
void write_verdict(JsonWriter& json, const Episode<Label, E>& episode) {
    json.key("outcome").value(name(episode.outcome()));
    write_names(json.key("holding"), episode.verdict.holding);
    write_names(json.key("possible"), episode.verdict.possible);
    json.key("inferred_days").value(static_cast<std::uint64_t>(episode.inferred));
}

template <Named E>
void write_telling(JsonWriter& json, std::string_view key, const Telling<E>& telling) {
    json.key(key);
    if (telling.truth == Truth::unknown) return json.null();
    const auto object = json.object();
    json.key("tells").value(name(telling.truth));
    json.key("ground").value(name(telling.ground));
    json.key("by_membership").value(telling.by_membership);
}

template <Named Label, Named E>
void write_change(JsonWriter& json, const Question& question, const Transition<Label, E>& transition, E feature) {
    const auto object = json.object();
    json.key("feature").value(name(feature));
    json.key("before").value(name(transition.from.at_last[feature]));
    json.key("after").value(name(transition.to.at_first[feature]));
    json.key("claims");
    const auto claims = json.array();
    for_each_change(question.data, question.partner, transition, question.admission,
                    [&](const Telling<E>& before, const Telling<E>& after) {
                        if (before.coding->feature != feature) return;
                        const auto one = json.object();
                        json.key("claim").value(before.claim->id);
                        write_telling(json, "before", before);
                        write_telling(json, "after", after);
                        json.key("statement").value(before.claim->statement);
                        if (!question.why) return;
                        json.key("source").value(question.data.source(*before.claim).id);
                        json.key("section").value(section(question.data, *before.claim));
                        json.key("block").value(std::uint64_t{before.claim->block()});
                        json.key("period").value(edtf(before.claim->period).view());
                    });
}

template <Named Label, Named E>
void write_transitions(JsonWriter& json, const Question& question, std::string_view key,
                       const Typology<Label, E>& rules) {
    json.key(key);
    const auto list = json.array();
    for_each_transition(question.data, question.partner, rules, question.within, question.admission,
                        [&](const Transition<Label, E>& transition) {
                            const auto object = json.object();
                            json.key("last_before").value(day_text(transition.last_before()));
                            json.key("first_after").value(day_text(transition.first_after()));
                            json.key("passage").value(name(transition.passage()));
                            json.key("turned");
                            const auto turned = json.array();
                            for (const E feature : transition.turned) write_change(json, question, transition, feature);
                        });
}

void write_heading(JsonWriter& json, const Question& question) {
    json.key("partner").value(question.data.partner(question.partner).id);
    json.key("route").value(question.route);
    if (question.predicts()) json.key("theory").value(question.theory.name);
    write_days(json, question.within);
    json.key("strict").value(question.admission.strict);
    json.key("episodes");
}

template <Named Label, Named E>
void print_route_json(const Question& question, const Typology<Label, E>& rules, std::ostream& out) {
    JsonWriter json(out);
    const auto object = json.object();
    write_heading(json, question);
    {
        const auto list = json.array();
        for_each_episode(question.data, question.partner, rules, question.within, question.admission,
                         [&](const Episode<Label, E>& episode) {
                             const auto one = json.object();
                             write_days(json, episode.days);
                             write_verdict(json, episode);
                         });
    }
    write_transitions(json, question, "transitions", rules);
}

void print_comparison_json(const Question& question, std::ostream& out) {
    JsonWriter json(out);
    const auto object = json.object();
    write_heading(json, question);
    {
        const auto list = json.array();
        for_each_comparison(question.data, question.partner, *question.theory.rules, three_modes::observed,
                            question.within, question.admission, [&](const auto& episode) {
                                const auto one = json.object();
                                write_days(json, episode.days());
                                json.key("comparison").value(name(episode.comparison()));
                                {
                                    const auto predicted = json.key("predicted").object();
                                    write_verdict(json, episode.predicted);
                                }
                                const auto observed = json.key("observed").object();
                                write_verdict(json, episode.observed);
                            });
    }
    {
        const Overlap evidence = overlap(question.data, question.partner, *question.theory.rules, three_modes::observed,
                                         question.within, question.admission);
        const auto counts = json.key("evidence").object();
        const auto write = [&json](std::string_view key, const EvidenceCount& count) {
            const auto one = json.key(key).object();
            json.key("claims").value(std::uint64_t{count.claims});
            json.key("blocks").value(std::uint64_t{count.blocks});
            json.key("documents").value(std::uint64_t{count.documents});
            json.key("authors").value(std::uint64_t{count.authors});
        };
        write("predicted", evidence.predicted);
        write("observed", evidence.observed);
        write("shared", evidence.shared);
    }
    if (!question.why) return;
    write_transitions(json, question, "predicted_transitions", *question.theory.rules);
    write_transitions(json, question, "observed_transitions", three_modes::observed);
}

// ---- the program ---------------------------------------------------------------------------------------------------

void print_comparison(const Question& question, const std::string& format, std::ostream& out) {
    if (format == "csv") return print_comparison_csv(question, out);
    if (format == "json") return print_comparison_json(question, out);
    print_comparison(question, out);
}

template <Named Label, Named E>
void print_route(const Question& question, const Typology<Label, E>& rules, const std::string& format,
                 std::ostream& out) {
    if (format == "csv") return print_route_csv(question, rules, out);
    if (format == "json") return print_route_json(question, rules, out);
    print_route(question, rules, out);
}

Days parse_days(const Dataset& data, const std::string& from, const std::string& to) {
    const Days first = asked_days(data, support::parse_time(data, from));
    const Days last = asked_days(data, support::parse_time(data, to));
    if (first.first > last.last) {
        throw support::WrongArguments{"--from '" + from + "' is after --to '" + to +
                                      "'\nvalid: a date, and one that is not before it"};
    }
    return {first.first, last.last};
}

std::vector<std::string> theories() {
    std::vector<std::string> names;
    for (const auto& variant : three_modes::variants) names.emplace_back(variant.name);
    return names;
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    const three_modes::Variant* theory = &three_modes::variants.front();
    for (const auto& variant : three_modes::variants) {
        if (variant.name == arguments.value("--theory")) theory = &variant;
    }
    const std::string from = arguments.value("--from");
    const std::string to = arguments.value("--to");
    const PartnerIndex partner = support::parse_partner(tajikistan, arguments.value("--partner"));
    std::string route = arguments.value("--route");
    if (route.empty()) {
        const bool stages = tajikistan.partner(partner).id == "russia" && !arguments.has("--theory");
        route = stages ? "stage" : "compare";
    }
    const Question question{tajikistan,
                            partner,
                            parse_days(tajikistan, from, to),
                            from == to ? from : from + " to " + to,
                            route,
                            support::parse_admission(tajikistan, arguments),
                            *theory,
                            arguments.has("--why")};
    const std::string format = arguments.value("--format");
    if (route == "compare") return print_comparison(question, format, out);
    if (route == "predicted") return print_route(question, *question.theory.rules, format, out);
    if (route == "observed") return print_route(question, three_modes::observed, format, out);
    print_route(question, four_stages::stages, format, out);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string from(edtf(tajikistan.time.from.date).view());
    const std::string to(edtf(tajikistan.time.to.date).view());
    return support::run(
        argc, argv,
        "timeline: since when a mode or stage of Tajikistan's foreign policy stands, when it turned, and who says so",
        support::with_admission(
            {{"--partner", "ID", "towards whom", "russia", {}},
             {"--from", "DATE", "the first date (EDTF)", from, {}},
             {"--to", "DATE", "the last date (EDTF)", to, {}},
             {"--route",
              "ROUTE",
              "what is asked; without it: stage for russia, compare for others and with --theory",
              "",
              {"predicted", "observed", "stage", "compare"}},
             {"--theory", "NAME", "the rules of prediction, for predicted and compare", "predicted", theories()},
             {"--why", "", "where each claim stands; with compare, also what turned", "", {}},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
