// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Modes and stages: which mode each relationship is in, as predicted from conditions and as observed in conduct, how the two
/// compare, and which stage the policy has reached; with the reasons and the claims.

#include <concepts>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/decision.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/attribution.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/believed.hpp"
#include "support/theories.hpp"

namespace {

using namespace trimode;

/// What the command line asks for.
struct Question {
    const Dataset& data;
    std::vector<PartnerIndex> partners;
    Period at;
    Admission admission;
    const three_modes::Variant& theory;
    std::string date() const { return std::string(edtf(at).view()); }
};

/// One route to a verdict, with and without what is inferred.
template <Named Label, Named E>
MarkedVerdict<Label> answered(const Question& question, PartnerIndex partner, const Typology<Label, E>& rules) {
    return classify_marked(question.data, partner, question.at, rules, question.admission);
}

/// Whether any claim tells of a feature at some time within that asked about.
template <Named E>
bool told_at_all(const Question& question, PartnerIndex partner, E feature) {
    bool told = false;
    for_each_telling(question.data, question.data.codings<E>(), partner, feature,
                     asked_days(question.data, question.at), question.admission, [&](const auto&) { told = true; });
    return told;
}

/// What is told of one feature, and the claims that tell it.
template <Named E>
void print_feature(const Question& question, PartnerIndex partner, E feature, std::string_view state, std::ostream& out) {
    out << "    " << name(feature) << ": " << state << '\n';
    bool any = false;
    for_each_telling(question.data, question.data.codings<E>(), partner, feature,
                     asked_days(question.data, question.at), question.admission, [&](const Telling<E>& telling) {
                         any = true;
                         std::string marks;
                         if (telling.ground != Ground::stated) marks = ", inferred: " + std::string(name(telling.ground));
                         if (telling.by_membership) marks += ", by membership";
                         const Truth truth = telling.truth;
                         const std::string_view sense = truth == Truth::contested ? "turns" : name(truth);
                         out << "      " << telling.claim->id << "  " << sense << marks << ": "
                             << telling.claim->statement << '\n'
                             << "                " << cite(question.data, *telling.claim) << "; told of "
                             << edtf(telling.claim->period).view() << '\n';
                     });
    if constexpr (std::same_as<E, Condition>) {
        if (feature == Condition::global_arena) {
            out << "      by the kind of partner: " << name(question.data.partner(partner).kind) << '\n';
            return;
        }
    }
    if (!any) out << "      no claim tells it\n";
}

/// Why each label holds, fails or is open; then every feature with its claims, once.
template <Named Label, Named E>
void print_reasons(const Question& question, PartnerIndex partner, const Typology<Label, E>& rules,
                   const Verdict<Label>& verdict, std::string_view title, std::ostream& out) {
    const Facts<E> facts = trimode::facts(question.data, question.data.codings<E>(), partner,
                                          asked_days(question.data, question.at), question.admission);
    out << "  " << title << '\n';
    for (const Label label : rules.labels()) {
        const auto why = explain(facts, rules.rule(label));
        const std::string_view answer =
            verdict.holds(label) ? "holds" : verdict.may_hold(label) ? "open" : "cannot hold";
        out << "    " << name(label) << " <= " << notation(rules.rule(label).written()) << ": " << answer;
        if (why.answer != Answer::open) {
            out << ", because of " << notation<E>(why.because);
            if (why.answer == Answer::holds && !why.as_written) out << " (follows from the rule)";
        } else if (verdict.holds(label) || !verdict.may_hold(label)) {
            out << ", on every day for a reason of its own";
        } else {
            const bool conflict = !(why.matters & why.contested).empty();
            bool turns = false;
            for (const E feature : why.matters & why.unknown) turns = turns || told_at_all(question, partner, feature);
            out << (conflict ? ", because the sources conflict" : turns ? ", because of what turns within the time, or is told "
                                                                          "of a part of it"
                                                                        : ", for want of evidence")
                << "; hangs on " << joined(why.matters);
        }
        const auto changes =
            least_change(question.data, partner, question.at, rules, label, Aim::give, {}, question.admission);
        if (!verdict.holds(label) && !changes.empty()) {
            out << "; would hold with " << notation<E>(changes[0].all());
            if (changes.size() > 1) out << " (one of " << changes.size() << " ways)";
        }
        if (!rules.source(label).empty()) out << "\n      " << rules.source(label);
        out << '\n';
    }
    for (const E feature : rules.features()) {
        const Truth truth = facts[feature];
        const bool part = truth == Truth::unknown && told_at_all(question, partner, feature);
        print_feature(question, partner, feature, part ? "turns within the time, or told of a part of it" : name(truth),
                      out);
    }
}

/// Whom one believes, and under which theory: how each heading ends.
std::string heading_end(const Question& question) {
    return support::as_told_by(question.data, question.admission) +
           (question.admission.strict ? ", strict: nothing inferred" : "") +
           "; theory: " + std::string(question.theory.name);
}

void print_table(const Question& question, std::ostream& out, bool why) {
    out << "Modes of Tajikistan's foreign policy, " << question.date() << heading_end(question) << ", "
        << question.theory.idea << "\n\n";
    Table table({"partner", "predicted", "observed", "comparison", "stage"});
    for (const auto partner : question.partners) {
        const auto predicted = answered(question, partner, *question.theory.rules);
        const auto observed = answered(question, partner, three_modes::observed);
        table.add({std::string(question.data.partner(partner).id), verdict_text(predicted), verdict_text(observed),
                   words(name(compare(predicted.verdict, observed.verdict, observed.told))),
                   verdict_text(answered(question, partner, four_stages::stages))});
    }
    out << table
        << "\nsole: holds, no other may   leading: holds, others are open   mixed: several hold\n"
           "open: none holds yet, some may (those with ?; none named: all)   insufficient: open, and nothing is told\n"
           "none: none may hold   ~ rests on inference: --strict answers otherwise\n"
           "The stages are those of the policy towards Russia; for other partners they show what the rules would say.\n";
    if (!why) return;
    for (const auto partner : question.partners) {
        out << '\n' << question.data.partner(partner).name << ", " << question.date() << '\n';
        print_reasons(question, partner, *question.theory.rules,
                      answered(question, partner, *question.theory.rules).verdict, "predicted from conditions", out);
        print_reasons(question, partner, three_modes::observed,
                      answered(question, partner, three_modes::observed).verdict, "observed in conduct", out);
        print_reasons(question, partner, four_stages::stages,
                      answered(question, partner, four_stages::stages).verdict, "stage", out);
    }
}

template <Named Label>
void write_verdict(JsonWriter& json, std::string_view key, const Verdict<Label>& verdict, Outcome outcome) {
    json.key(key);
    const auto object = json.object();
    json.key("outcome").value(name(outcome));
    write_names(json.key("holding"), verdict.holding);
    write_names(json.key("possible"), verdict.possible);
}

template <Named E>
void write_reasons(JsonWriter& json, const Question& question, PartnerIndex partner, Set<E> features) {
    for (const E feature : features) {
        for_each_telling(question.data, question.data.codings<E>(), partner, feature,
                         asked_days(question.data, question.at), question.admission, [&](const Telling<E>& telling) {
                             const auto object = json.object();
                             json.key("feature").value(name(feature));
                             json.key("tells").value(name(telling.truth));
                             json.key("ground").value(name(telling.ground));
                             json.key("by_membership").value(telling.by_membership);
                             json.key("claim").value(telling.claim->id);
                             json.key("source").value(question.data.source(*telling.claim).id);
                             json.key("block").value(std::uint64_t{telling.claim->block()});
                             json.key("statement").value(telling.claim->statement);
                         });
    }
}

void print_json(const Question& question, std::ostream& out, bool why) {
    JsonWriter json(out);
    const auto list = json.array();
    for (const auto partner : question.partners) {
        const auto predicted = answered(question, partner, *question.theory.rules);
        const auto observed = answered(question, partner, three_modes::observed);
        const auto stage = answered(question, partner, four_stages::stages);
        const auto object = json.object();
        json.key("partner").value(question.data.partner(partner).id);
        json.key("date").value(question.date());
        json.key("theory").value(question.theory.name);
        write_verdict(json, "predicted", predicted.verdict, predicted.outcome());
        write_verdict(json, "observed", observed.verdict, observed.outcome());
        json.key("comparison").value(name(compare(predicted.verdict, observed.verdict, observed.told)));
        write_verdict(json, "stage", stage.verdict, stage.outcome());
        {
            json.key("strict");
            const auto strict = json.object();
            write_verdict(json, "predicted", predicted.strict, predicted.strict_outcome());
            write_verdict(json, "observed", observed.strict, observed.strict_outcome());
            write_verdict(json, "stage", stage.strict, stage.strict_outcome());
        }
        if (!why) continue;
        json.key("tellings");
        const auto tellings = json.array();
        write_reasons(json, question, partner, question.theory.rules->features());
        write_reasons(json, question, partner, three_modes::observed.features());
        write_reasons(json, question, partner, four_stages::stages.features());
    }
}

void print_csv(const Question& question, std::ostream& out) {
    write_csv_row(out, {"partner", "date", "theory", "route", "outcome", "holding", "possible", "strict_outcome",
                        "strict_holding", "strict_possible"});
    for (const auto partner : question.partners) {
        const auto write = [&](std::string_view route, const auto& answer) {
            write_csv_row(out, {std::string(question.data.partner(partner).id), question.date(),
                                std::string(question.theory.name), std::string(route),
                                std::string(name(answer.outcome())), joined(answer.verdict.holding, " ", ""),
                                joined(answer.verdict.possible, " ", ""), std::string(name(answer.strict_outcome())),
                                joined(answer.strict.holding, " ", ""), joined(answer.strict.possible, " ", "")});
        };
        write("predicted", answered(question, partner, *question.theory.rules));
        write("observed", answered(question, partner, three_modes::observed));
        write("stage", answered(question, partner, four_stages::stages));
    }
}

/// The same question, asked of some of the documents only.
Question asked_of(const Question& question, Sources sources) {
    Question other = question;
    other.admission.sources &= sources;
    return other;
}

/// One verdict as all tell it, as each author alone does, and as the others do without him.
struct AsToldBy {
    std::string route;
    std::string all;
    std::vector<std::string> alone;
    std::vector<std::string> without;
    /// The authors without whom the verdict is another.
    [[nodiscard]] std::vector<std::size_t> decisive() const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < without.size(); ++i) {
            if (without[i] != all) found.push_back(i);
        }
        return found;
    }
};

template <Named Label, Named E>
AsToldBy as_told_by(const Question& question, PartnerIndex partner, std::string route, const Typology<Label, E>& rules) {
    AsToldBy row{std::move(route), verdict_text(answered(question, partner, rules)), {}, {}};
    for (const auto& witness : support::witnesses(question.data, question.admission)) {
        row.alone.push_back(verdict_text(answered(asked_of(question, witness.sources), partner, rules)));
        row.without.push_back(verdict_text(answered(asked_of(question, ~witness.sources), partner, rules)));
    }
    return row;
}

std::vector<AsToldBy> as_told_by(const Question& question, PartnerIndex partner) {
    return {as_told_by(question, partner, "predicted", *question.theory.rules),
            as_told_by(question, partner, "observed", three_modes::observed),
            as_told_by(question, partner, "stage", four_stages::stages)};
}

void print_as_told_by(const Question& question, std::ostream& out) {
    const auto authors = support::witnesses(question.data, question.admission);
    out << "Whom one believes, " << question.date() << heading_end(question) << "\n\n";
    std::vector<std::string> header{"partner", "route", "all"};
    for (const auto& author : authors) header.push_back(author.family());
    header.emplace_back("hangs on");
    Table table(header);
    const std::string nothing(name(Outcome::insufficient));
    std::size_t untold = 0;
    for (const auto partner : question.partners) {
        for (const auto& row : as_told_by(question, partner)) {
            if (row.all == nothing && row.decisive().empty()) {
                ++untold;
                continue;
            }
            std::vector<std::string> cells{std::string(question.data.partner(partner).id), row.route, row.all};
            cells.insert(cells.end(), row.alone.begin(), row.alone.end());
            std::string decisive;
            for (const std::size_t i : row.decisive()) decisive += (decisive.empty() ? "" : ", ") + authors[i].family();
            cells.push_back(decisive);
            table.add(cells);
        }
    }
    out << table << "\nUnder each author: the verdict if nobody else is believed. Hangs on: without this author the verdict of all\n"
                    "is another. Two texts by one author count as one witness. ~ rests on inference\n";
    if (untold != 0) out << "Not shown: " << untold << " rows of which nothing is told by anybody.\n";
}

void print_as_told_by_csv(const Question& question, std::ostream& out) {
    write_csv_row(out, {"partner", "date", "theory", "route", "author", "all", "alone", "without"});
    const auto authors = support::witnesses(question.data, question.admission);
    for (const auto partner : question.partners) {
        for (const auto& row : as_told_by(question, partner)) {
            for (std::size_t i = 0; i < authors.size(); ++i) {
                write_csv_row(out, {std::string(question.data.partner(partner).id), question.date(),
                                    std::string(question.theory.name), row.route, std::string(authors[i].author), row.all,
                                    row.alone[i], row.without[i]});
            }
        }
    }
}

void print_as_told_by_json(const Question& question, std::ostream& out) {
    JsonWriter json(out);
    const auto list = json.array();
    const auto authors = support::witnesses(question.data, question.admission);
    for (const auto partner : question.partners) {
        for (const auto& row : as_told_by(question, partner)) {
            const auto object = json.object();
            json.key("partner").value(question.data.partner(partner).id);
            json.key("date").value(question.date());
            json.key("theory").value(question.theory.name);
            json.key("route").value(row.route);
            json.key("all").value(row.all);
            json.key("authors");
            const auto told = json.array();
            for (std::size_t i = 0; i < authors.size(); ++i) {
                const auto one = json.object();
                json.key("author").value(authors[i].author);
                json.key("alone").value(row.alone[i]);
                json.key("without").value(row.without[i]);
            }
        }
    }
}

/// Why one mode does not hold by one route, or is open.
struct WhyNotRow {
    PartnerIndex partner{};
    std::string route;
    Mode mode{};
    Answer answer{};
    std::string sentence;
    std::vector<std::string> changes;  ///< What would give it, in the field's notation.
};

template <Named E>
void add_why_not(std::vector<WhyNotRow>& rows, const Question& question, PartnerIndex partner, const std::string& route,
                 const Typology<Mode, E>& rules, Set<Mode> modes) {
    const auto verdict = classify(question.data, partner, question.at, rules, question.admission);
    for (const Mode mode : modes) {
        if (verdict.holds(mode)) continue;
        const auto reasons = why_not(question.data, partner, question.at, rules, mode, {}, question.admission);
        WhyNotRow row{partner, route, mode, verdict.may_hold(mode) ? Answer::open : Answer::fails, {}, {}};
        row.sentence = why_sentence(mode, verdict, reasons,
                                    "for " + std::string(question.data.partner(partner).id) + " in " + question.date(),
                                    TellingClaims{question.data, partner, question.at, question.admission});
        for (const Change& change : reasons.least) row.changes.push_back(notation<E>(change.all()));
        rows.push_back(std::move(row));
    }
}

std::vector<WhyNotRow> why_not_rows(const Question& question, Set<Mode> modes) {
    std::vector<WhyNotRow> rows;
    for (const auto partner : question.partners) {
        add_why_not(rows, question, partner, "predicted", *question.theory.rules, modes);
        add_why_not(rows, question, partner, "observed", three_modes::observed, modes);
    }
    return rows;
}

void print_why_not(const Question& question, std::ostream& out, Set<Mode> modes) {
    out << "Why not, " << question.date() << heading_end(question) << '\n';
    const auto rows = why_not_rows(question, modes);
    for (const auto partner : question.partners) {
        out << '\n' << question.data.partner(partner).name << '\n';
        bool any = false;
        for (const auto& row : rows) {
            if (row.partner != partner) continue;
            any = true;
            out << "  " << row.route << ": " << row.sentence << '\n';
        }
        if (!any) out << "  what was asked for holds by either route\n";
    }
    out << "\npredicted: from conditions   observed: in conduct; what holds is left out, --why says why it holds\n";
}

void print_why_not_csv(const Question& question, std::ostream& out, Set<Mode> modes) {
    write_csv_row(out, {"partner", "date", "theory", "route", "mode", "answer", "least_changes", "sentence"});
    for (const auto& row : why_not_rows(question, modes)) {
        std::string changes;
        for (const auto& change : row.changes) changes += (changes.empty() ? "" : " + ") + change;
        write_csv_row(out, {std::string(question.data.partner(row.partner).id), question.date(),
                            row.route == "predicted" ? std::string(question.theory.name) : "", row.route,
                            std::string(name(row.mode)), std::string(name(row.answer)), changes, row.sentence});
    }
}

void print_why_not_json(const Question& question, std::ostream& out, Set<Mode> modes) {
    JsonWriter json(out);
    const auto list = json.array();
    for (const auto& row : why_not_rows(question, modes)) {
        const auto object = json.object();
        json.key("partner").value(question.data.partner(row.partner).id);
        json.key("date").value(question.date());
        json.key("theory");
        if (row.route == "predicted") {
            json.value(question.theory.name);
        } else {
            json.null();
        }
        json.key("route").value(row.route);
        json.key("mode").value(name(row.mode));
        json.key("answer").value(name(row.answer));
        {
            json.key("least_changes");
            const auto changes = json.array();
            for (const auto& change : row.changes) json.value(change);
        }
        json.key("sentence").value(row.sentence);
    }
}

/// What an author says himself of a mode or stage, beside what the rules make of all that is told.
struct Said {
    const Claim* claim = nullptr;
    PartnerIndex partner{};
    std::string label;
    Tells tells{};
    Days days{};
    std::string route;
    Reproduction reproduction{};
    std::int32_t same = 0;
    std::int32_t opposite = 0;
};

template <Named Label, Named E>
void add_said(std::vector<Said>& rows, const Question& question, const std::string& route, const Typology<Label, E>& rules) {
    for_each_attribution(question.data, rules, question.admission, [&](const Attribution<Label>& found) {
        const Coding<Label>& coding = *found.coding;
        bool asked = false;
        for (const auto partner : question.partners) asked = asked || partner == coding.partner;
        if (!asked) return;
        rows.push_back({found.claim, coding.partner, std::string(name(coding.feature)), coding.tells, found.days, route,
                        found.reproduction(), found.same, found.opposite});
    });
}

std::vector<Said> said(const Question& question) {
    std::vector<Said> rows;
    add_said(rows, question, "predicted", *question.theory.rules);
    add_said(rows, question, "observed", three_modes::observed);
    add_said(rows, question, "stage", four_stages::stages);
    return rows;
}

std::string days_text(Days days) {
    if (days.empty()) return "";
    return std::string(edtf(Period(*Date::of_day(days.first), *Date::of_day(days.last))).view());
}

void print_said(const Question& question, std::ostream& out, bool why) {
    out << "What the authors say themselves, beside the verdict of all that is told" << heading_end(question) << "\n\n";
    Table table({"claim", "partner", "says", "of", "route", "the verdict", "days as said", "opposite", "of days"});
    for (const Said& row : said(question)) {
        const std::int32_t all_days = row.days.empty() ? 0 : row.days.last - row.days.first + 1;
        table.add({std::string(row.claim->id), std::string(question.data.partner(row.partner).id),
                   (row.tells == Tells::fails ? "not " : "") + row.label, days_text(row.days), row.route,
                   words(name(row.reproduction)), std::to_string(row.same), std::to_string(row.opposite),
                   std::to_string(all_days)});
    }
    out << table
        << "\nreproduced: the verdict says the same on every day   in part: on some, and the opposite on none\n"
           "open: it says neither on any day   contradicted: it says the opposite on some day\n"
           "These claims are compared with a verdict and never evidence for one.\n";
    if (!why) return;
    out << '\n';
    const Claim* last = nullptr;
    for (const Said& row : said(question)) {
        if (row.claim == last || row.route == "observed") continue;
        last = row.claim;
        out << row.claim->id << "  " << row.claim->statement << "\n          " << cite(question.data, *row.claim)
            << "; told of " << edtf(row.claim->period).view() << '\n';
    }
}

void print_said_csv(const Question& question, std::ostream& out) {
    write_csv_row(out, {"claim", "partner", "label", "tells", "days", "route", "reproduction", "days_same", "days_opposite"});
    for (const Said& row : said(question)) {
        write_csv_row(out, {std::string(row.claim->id), std::string(question.data.partner(row.partner).id), row.label,
                            std::string(name(row.tells)), days_text(row.days), row.route,
                            std::string(name(row.reproduction)), std::to_string(row.same), std::to_string(row.opposite)});
    }
}

void print_said_json(const Question& question, std::ostream& out) {
    JsonWriter json(out);
    const auto list = json.array();
    for (const Said& row : said(question)) {
        const auto object = json.object();
        json.key("claim").value(row.claim->id);
        json.key("partner").value(question.data.partner(row.partner).id);
        json.key("label").value(row.label);
        json.key("tells").value(name(row.tells));
        json.key("days").value(days_text(row.days));
        json.key("route").value(row.route);
        json.key("reproduction").value(name(row.reproduction));
        json.key("days_same").value(static_cast<std::uint64_t>(row.same));
        json.key("days_opposite").value(static_cast<std::uint64_t>(row.opposite));
        json.key("statement").value(row.claim->statement);
    }
}

void print_decisions(std::ostream& out) {
    const auto print = [&out](const auto& decisions) {
        for (const Decision& decision : decisions) {
            out << decision.place << "  " << decision.question << "\n    decided: " << decision.decided
                << "\n    otherwise: " << decision.alternative;
            if (!decision.variant.empty()) out << " (rules: " << decision.variant << ")";
            out << "\n\n";
        }
    };
    out << "Where the texts allow more than one reading\n\n";
    print(three_modes::decisions);
    print(four_stages::decisions);
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    if (arguments.has("--decisions")) return print_decisions(out);
    Question question{tajikistan, {}, support::parse_time(tajikistan, arguments.value("--at")),
                      support::parse_admission(tajikistan, arguments), support::parse_theory(arguments)};
    for (const auto& id : support::partners_asked(arguments)) {
        question.partners.push_back(support::parse_partner(tajikistan, id));
    }
    const std::string format = arguments.value("--format");
    if (arguments.has("--as-told-by")) {
        if (format == "csv") return print_as_told_by_csv(question, out);
        if (format == "json") return print_as_told_by_json(question, out);
        return print_as_told_by(question, out);
    }
    if (arguments.has("--why-not")) {
        const auto mode = parse<Mode>(arguments.value("--why-not"));
        const Set<Mode> modes = mode ? Set<Mode>{*mode} : all<Mode>();
        if (format == "csv") return print_why_not_csv(question, out, modes);
        if (format == "json") return print_why_not_json(question, out, modes);
        return print_why_not(question, out, modes);
    }
    if (arguments.has("--as-said")) {
        if (format == "csv") return print_said_csv(question, out);
        if (format == "json") return print_said_json(question, out);
        return print_said(question, out, arguments.has("--why"));
    }
    if (format == "csv") return print_csv(question, out);
    if (format == "json") return print_json(question, out, arguments.has("--why"));
    print_table(question, out, arguments.has("--why"));
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(argc, argv, "modes: which mode each of Tajikistan's relationships is in, and why",
                        support::with_admission({{"--partner", "ID", "one partner only, such as russia", "", {}},
                         {"--at", "DATE", "date or period (EDTF): 2016, 2022-06, 2010/2019", "2019", {}},
                         {"--theory", "NAME", "the rules of prediction", "predicted", support::theories()},
                         {"--as-told-by", "", "where the verdict depends on whom one believes", "", {}},
                         {"--why-not", "MODE", "why a mode does not hold, in one sentence each, and what would give it", "",
                          {"recipient", "activist", "protector", "any"}},
                         {"--as-said", "", "where an author names a mode or stage himself, at any time, beside the verdict", "", {}},
                         {"--why", "", "reasons, and where each claim stands", "", {}},
                         {"--decisions", "", "only list the ambiguities of the texts and how they were decided", "", {}},
                         {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
                        answer);
}
