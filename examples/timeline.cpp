// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Timeline: since when a mode or stage stands, when it turned, what turned with it and who says so; or how the modes
/// that are seen compare with those that are predicted over time.

#include <array>
#include <charconv>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/report.hpp>
#include <trimode/report/why.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/believed.hpp"
#include "support/theories.hpp"

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
    Lag lag;
    const three_modes::Variant& theory;
    bool why = false;
    /// The theory matters where something is predicted.
    [[nodiscard]] bool predicts() const { return route == "predicted" || route == "compare"; }
};

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

/// Days as the shortest dates that name them: "2010", "2009 to 2010", "2010-03 to 2010-12", "2009-03-04 to 2009-12-31".
std::string text_of(Days days) {
    const auto first = Date::of_day(days.first);
    const auto last = Date::of_day(days.last);
    if (first && last) {
        const auto whole = [&](const auto& date_of) -> std::string {
            const auto one = date_of(*first);
            const auto other = date_of(*last);
            if (!one || !other || one->days().first != days.first || other->days().last != days.last) return {};
            const std::string from(edtf(*one).view());
            return *one == *other ? from : from + " to " + std::string(edtf(*other).view());
        };
        const std::string years = whole([](Date date) { return Date::of(date.year()); });
        if (!years.empty()) return years;
        const std::string months = whole([](Date date) { return Date::of(date.year(), date.month()); });
        if (!months.empty()) return months;
    }
    const std::string from = day_text(days.first);
    return days.first == days.last ? from : from + " to " + day_text(days.last);
}

/// When it turned, as well as its dates are known: "from 2022-02-24", "some time in 2010", "about 2009 to 2010".
template <Named Label, Named E>
std::string time_of(const Transition<Label, E>& transition) {
    const Days within = transition.within();
    if (within.empty()) return (transition.about ? "about " : "from ") + day_text(transition.first_after());
    return (transition.about ? "about " : "some time in ") + text_of(within);
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
    out << '\n'
        << time_of(transition) << ": " << text_of(transition.from) << " -> " << text_of(transition.to) << "; "
        << text_of(transition.passage()) << '\n';
    if (!between.empty()) out << "  in between, " << text_of(transition.between()) << ": " << between << '\n';
    for (const E feature : transition.turned) {
        out << "  " << name(feature) << ": " << name(transition.from.at_last[feature]) << " -> "
            << name(transition.told_after(feature)) << (transition.resumes(feature) ? ", in between only" : "") << '\n';
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
    "none: none may hold   ~ rests on inference, on some of its days: --strict answers otherwise\n"
    "Where a source gives a year, each of its days counts; when it turned is then no better known than that year\n";

/// Whom one believes and under which rules: the end of a heading.
void print_conditions(const Question& question, std::ostream& out) {
    out << support::as_told_by(question.data, question.admission)
        << (question.admission.strict ? ", strict: nothing inferred" : "");
    if (question.route == "stage") out << "; stage of the policy";
    if (question.route == "observed") out << "; mode observed in conduct";
    if (question.route == "predicted") out << "; mode predicted from conditions";
    if (question.route == "compare") out << "; mode predicted and mode observed";
    if (question.predicts()) out << "; theory: " << question.theory.name << ", " << question.theory.idea;
    if (question.admission.act_window != Admission{}.act_window)
        out << "; acts tell for " << question.admission.act_window << " days";
    if (question.lag.days != 0) out << "; conduct has " << question.lag.days << " days to follow conditions";
    out << "\n\n";
}

void print_heading(const Question& question, std::ostream& out) {
    out << question.data.state << " and " << question.data.partner(question.partner).name << ", " << question.time;
    print_conditions(question, out);
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
        question.admission, question.lag, [&](const auto& episode) {
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

/// How many days of a time each outcome of the comparison has.
struct Comparisons {
    std::array<Day, count<Comparison>> days{};
    Day all_days = 0;
    [[nodiscard]] Day of(Comparison outcome) const { return days[index(outcome)]; }
    [[nodiscard]] std::string percent(Comparison outcome) const {
        const Day tenths = all_days == 0 ? 0 : (of(outcome) * 2000 / all_days + 1) / 2;  // rounded to the nearest
        return of(outcome) == 0 ? "-" : std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    }
};

Comparisons comparisons_of(const Question& question) {
    Comparisons found;
    for_each_comparison(question.data, question.partner, *question.theory.rules, three_modes::observed, question.within,
                        question.admission, question.lag, [&](const auto& episode) {
                            found.days[index(episode.comparison())] += episode.length();
                            found.all_days += episode.length();
                        });
    return found;
}

/// The comparison for several partners, one line each.
void print_summary(const std::vector<Question>& questions, std::ostream& out) {
    out << "Where conduct agrees with what conditions predict, in percent of the days of " << questions.front().time;
    print_conditions(questions.front(), out);
    Table table({"partner", "agree", "predicted, not seen", "seen, not predicted", "differ", "not comparable", "claims",
                 "shared blocks", "shared authors"});
    for (const Question& question : questions) {
        const Comparisons found = comparisons_of(question);
        const Overlap evidence = overlap(question.data, question.partner, *question.theory.rules, three_modes::observed,
                                         question.within, question.admission);
        table.add({std::string(question.data.partner(question.partner).id), found.percent(Comparison::agree),
                   found.percent(Comparison::predicted_but_not_seen), found.percent(Comparison::seen_but_not_predicted),
                   found.percent(Comparison::differ), found.percent(Comparison::not_comparable),
                   std::to_string(evidence.predicted.claims) + " / " + std::to_string(evidence.observed.claims) + " / " +
                       std::to_string(evidence.shared.claims),
                   std::to_string(evidence.shared.blocks), std::to_string(evidence.shared.authors)});
    }
    out << table
        << "\nclaims: on which the prediction rests, on which the observation rests, and those that both rest on\n"
           "not comparable: nothing holds for certain by one of the routes, or nothing is told of conduct\n";
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

/// The same with whom was believed, at the end.
std::vector<std::string> with_believed(std::vector<std::string> columns) {
    for (auto& column : support::admission_columns()) columns.push_back(std::move(column));
    return columns;
}
void add_believed(std::vector<std::string>& row, const Question& question) {
    for (auto& cell : support::admission_cells(question.data, question.admission)) row.push_back(std::move(cell));
}

template <Named Label, Named E>
void print_route_csv(const Question& question, const Typology<Label, E>& rules, std::ostream& out) {
    write_csv_row(out, with_believed({"partner", "route", "theory", "from", "to", "days", "outcome", "holding",
                                      "possible", "inferred_days"}));
    for_each_episode(question.data, question.partner, rules, question.within, question.admission,
                     [&](const Episode<Label, E>& episode) {
                         auto row = first_cells(question, episode.days);
                         add_cells(row, episode);
                         add_believed(row, question);
                         write_csv_row(out, row);
                     });
}

void print_comparison_csv(const Question& question, std::ostream& out) {
    write_csv_row(
        out, with_believed({"partner", "route", "theory", "from", "to", "days", "comparison", "predicted_outcome",
                            "predicted_holding", "predicted_possible", "predicted_inferred_days", "observed_outcome",
                            "observed_holding", "observed_possible", "observed_inferred_days", "lag"}));
    for_each_comparison(question.data, question.partner, *question.theory.rules, three_modes::observed, question.within,
                        question.admission, question.lag, [&](const auto& episode) {
                            auto row = first_cells(question, episode.days());
                            row.emplace_back(name(episode.comparison()));
                            add_cells(row, episode.predicted);
                            add_cells(row, episode.observed);
                            row.push_back(std::to_string(question.lag.days));
                            add_believed(row, question);
                            write_csv_row(out, row);
                        });
}

/// The comparison for several partners: one row each, in days.
void print_summary_csv(const std::vector<Question>& questions, std::ostream& out) {
    std::vector<std::string> columns{"partner", "theory", "from", "to", "days"};
    for (const Comparison outcome : all<Comparison>()) columns.push_back(std::string(name(outcome)) + "_days");
    for (const char* what : {"claims", "blocks", "documents", "authors"}) {
        for (const char* route : {"predicted_", "observed_", "shared_"}) columns.push_back(std::string(route) + what);
    }
    columns.emplace_back("lag");
    write_csv_row(out, with_believed(std::move(columns)));
    for (const Question& question : questions) {
        std::vector<std::string> row{std::string(question.data.partner(question.partner).id),
                                     std::string(question.theory.name), day_text(question.within.first),
                                     day_text(question.within.last),
                                     std::to_string(question.within.last - question.within.first + 1)};
        const Comparisons found = comparisons_of(question);
        for (const Comparison outcome : all<Comparison>()) row.push_back(std::to_string(found.of(outcome)));
        const Overlap evidence = overlap(question.data, question.partner, *question.theory.rules, three_modes::observed,
                                         question.within, question.admission);
        for (const auto& [one, other, both] :
             {std::array{evidence.predicted.claims, evidence.observed.claims, evidence.shared.claims},
              std::array{evidence.predicted.blocks, evidence.observed.blocks, evidence.shared.blocks},
              std::array{evidence.predicted.documents, evidence.observed.documents, evidence.shared.documents},
              std::array{evidence.predicted.authors, evidence.observed.authors, evidence.shared.authors}}) {
            for (const auto number : {one, other, both}) row.push_back(std::to_string(number));
        }
        row.push_back(std::to_string(question.lag.days));
        add_believed(row, question);
        write_csv_row(out, row);
    }
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
    json.key("after").value(name(transition.told_after(feature)));
    json.key("in_between_only").value(transition.resumes(feature));
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
                            json.key("surely_before").value(day_text(transition.surely_before));
                            json.key("surely_after").value(day_text(transition.surely_after));
                            json.key("about").value(transition.about);
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
    support::write_admission(json, question.data, question.admission);
    if (question.route == "compare") json.key("lag").value(Decimal(question.lag.days));
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

void write_comparison(JsonWriter& json, const Question& question) {
    const auto object = json.object();
    write_heading(json, question);
    {
        const auto list = json.array();
        for_each_comparison(question.data, question.partner, *question.theory.rules, three_modes::observed,
                            question.within, question.admission, question.lag, [&](const auto& episode) {
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

void print_comparison_json(const Question& question, std::ostream& out) {
    JsonWriter json(out);
    write_comparison(json, question);
}

/// The comparison of several partners, as each has it by itself.
void print_summary_json(const std::vector<Question>& questions, std::ostream& out) {
    JsonWriter json(out);
    const auto list = json.array();
    for (const Question& question : questions) write_comparison(json, question);
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

/// Some days: from none to ten years. Throws WrongArguments.
Day parse_length(const support::Arguments& arguments, const std::string& option) {
    constexpr Day most = 3650;
    const std::string text = arguments.value(option);
    Day days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-' || days > most) {
        throw support::WrongArguments{option + " is no such number of days: '" + text +
                                      "'\nvalid: a whole number from 0 to " + std::to_string(most)};
    }
    return days;
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    const std::string from = arguments.value("--from");
    const std::string to = arguments.value("--to");
    const PartnerIndex partner = support::parse_partner(tajikistan, arguments.value("--partner"));
    std::string route = arguments.value("--route");
    if (route.empty()) {
        const bool stages = tajikistan.partner(partner).id == "russia" && !arguments.has("--theory");
        route = stages ? "stage" : "compare";
    }
    if (arguments.has("--summary")) {
        if (arguments.has("--route") && route != "compare") {
            throw support::WrongArguments{"--summary is for --route compare, but the route is '" + route + "'"};
        }
        route = "compare";
    }
    if (arguments.has("--lag") && route != "compare") {
        throw support::WrongArguments{"--lag is for --route compare, but the route is '" + route + "'"};
    }
    Admission admission = support::parse_admission(tajikistan, arguments);
    admission.act_window = parse_length(arguments, "--window");
    const Question question{tajikistan,
                            partner,
                            parse_days(tajikistan, from, to),
                            from == to ? from : from + " to " + to,
                            route,
                            admission,
                            {parse_length(arguments, "--lag")},
                            support::parse_theory(arguments),
                            arguments.has("--why")};
    const std::string format = arguments.value("--format");
    if (arguments.has("--summary")) {
        std::vector<Question> questions;
        for (const auto& id : support::partners_asked(arguments)) {
            questions.push_back(question);
            questions.back().partner = support::parse_partner(tajikistan, id);
        }
        if (format == "csv") return print_summary_csv(questions, out);
        if (format == "json") return print_summary_json(questions, out);
        return print_summary(questions, out);
    }
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
             {"--theory", "NAME", "the rules of prediction, for predicted and compare", "predicted",
              support::theories()},
             {"--window", "DAYS", "how long after an act it still tells", std::to_string(Admission{}.act_window), {}},
             {"--lag", "DAYS", "how long conduct may take to follow conditions; for compare", "0", {}},
             {"--summary", "", "compare for the partners of the three modes, one line each", "", {}},
             {"--why", "", "where each claim stands; with compare, also what turned", "", {}},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
