// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What if: features of a relationship, or of facts without any dataset, are set otherwise; what is then the verdict,
/// what changed and why, and what is the least that would have to change for each label.

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trimode/base/row_span.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/theories.hpp"

namespace {

using namespace trimode;
using support::WrongArguments;

// ---- the command line ----------------------------------------------------------------------------------------------

/// A text without the spaces around it.
std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The parts of a comma list without the spaces around them. Throws WrongArguments for an empty one.
std::vector<std::string> list_of(const support::Arguments& arguments, const std::string& option) {
    std::vector<std::string> parts;
    if (!arguments.has(option)) return parts;
    const std::string text = arguments.value(option) + ",";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find(',', at);
        parts.push_back(trimmed(text.substr(at, end - at)));
        if (parts.back().empty())
            throw WrongArguments{option + " has an empty part: '" + arguments.value(option) + "'"};
        at = end + 1;
    }
    return parts;
}

/// The pairs `feature=value` of a comma list. Throws WrongArguments, also when a feature comes twice.
template <Named E>
std::vector<std::pair<E, std::string>> pairs_of(const support::Arguments& arguments, const std::string& option,
                                                const std::string& value) {
    std::vector<std::pair<E, std::string>> pairs;
    Set<E> seen;
    for (const auto& part : list_of(arguments, option)) {
        const std::size_t equals = part.find('=');
        if (equals == std::string::npos) {
            throw WrongArguments{option + " needs FEATURE=" + value + ", but got '" + part + "'"};
        }
        const E feature = support::parse<E>("feature", trimmed(part.substr(0, equals)));
        if (seen.contains(feature)) throw WrongArguments{option + " has " + std::string(name(feature)) + " twice"};
        seen.insert(feature);
        pairs.emplace_back(feature, trimmed(part.substr(equals + 1)));
    }
    return pairs;
}

/// One feature, and how it is set.
template <Named E>
struct Setting {
    E feature{};
    Truth truth = Truth::unknown;
};

template <Named E>
std::vector<Setting<E>> settings_of(const support::Arguments& arguments, const std::string& option) {
    std::vector<Setting<E>> settings;
    for (const auto& [feature, text] : pairs_of<E>(arguments, option, "TRUTH")) {
        settings.push_back({feature, support::parse<Truth>("truth", text)});
    }
    return settings;
}

/// Each feature so many times as dear as it would be otherwise; turning one still costs more than settling all.
template <Named E>
ChangeCosts<E> costs_of(const support::Arguments& arguments) {
    constexpr std::uint32_t most = 1000;
    ChangeCosts<E> costs;
    for (const auto& [feature, text] : pairs_of<E>(arguments, "--costs", "WEIGHT")) {
        std::uint32_t weight = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), weight);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || weight < 1 || weight > most) {
            throw WrongArguments{"no weight: '" + text + "'\nvalid: a whole number from 1 to " + std::to_string(most)};
        }
        costs.settling[index(feature)] = weight;
    }
    std::uint32_t all_settled = 0;
    for (const std::uint32_t weight : costs.settling) all_settled += weight;
    for (const E feature : all<E>()) costs.turning[index(feature)] = costs.settling[index(feature)] * (all_settled + 1);
    Set<E> pinned;
    for (const auto& text : list_of(arguments, "--pin")) pinned.insert(support::parse<E>("feature", text));
    return costs.pin(pinned);
}

// ---- the question --------------------------------------------------------------------------------------------------

/// What is asked: of a partner in the dataset at a time, or of facts that are given.
template <Named Label, Named E>
struct Question {
    const Dataset& data;
    std::optional<PartnerIndex> partner;
    Period at;
    Admission admission;
    std::string route;
    std::string theory;  ///< Empty where a route has one only.
    std::string idea;
    const Typology<Label, E>& rules;
    std::vector<Setting<E>> given;  ///< Instead of a partner.
    std::vector<Setting<E>> set;
    ChangeCosts<E> costs;
    Aim aim = Aim::give;  ///< Or `sole`; that a label ends is always asked, too.

    [[nodiscard]] RowSpan<Coding<E>> codings() const { return data.codings<E>(); }
    [[nodiscard]] std::string date() const { return partner ? std::string(edtf(at).view()) : ""; }
    /// "for russia in 2015"; nothing when facts are given.
    [[nodiscard]] std::string where() const {
        if (!partner) return {};
        const bool day = at.single() && at.from.dated() && at.from.date.precision() == Precision::day;
        return "for " + std::string(data.partner(*partner).id) + (day ? " on " : " in ") + date();
    }
    [[nodiscard]] const Setting<E>* setting(E feature) const {
        for (const auto& each : set) {
            if (each.feature == feature) return &each;
        }
        return nullptr;
    }
};

/// The question before anything is set.
template <Named Label, Named E>
Question<Label, E> before(Question<Label, E> question) {
    question.set.clear();
    return question;
}
template <Named Label, Named E>
Question<Label, E> strictly(Question<Label, E> question) {
    question.admission.strict = true;
    return question;
}

template <Named E>
Facts<E> with(Facts<E> facts, const std::vector<Setting<E>>& settings) {
    for (const auto& each : settings) facts.set(each.feature, each.truth);
    return facts;
}

/// What is told of the whole time asked about, and then set.
template <Named Label, Named E>
Facts<E> facts_of(const Question<Label, E>& question) {
    const Facts<E> facts = question.partner ? trimode::facts(question.data, question.codings(), *question.partner,
                                                             asked_days(question.data, question.at), question.admission)
                                            : with(Facts<E>{}, question.given);
    return with(facts, question.set);
}

/// What is told of each part of the time in which nothing told changes, and then set.
template <Named Label, Named E>
std::vector<Facts<E>> parts_of(const Question<Label, E>& question) {
    if (!question.partner) return {facts_of(question)};
    std::vector<Facts<E>> parts;
    for_each_constant_part(question.data, question.codings(), *question.partner, asked_days(question.data, question.at),
                           question.admission,
                           [&](Days, Facts<E> facts) { parts.push_back(with(facts, question.set)); });
    return parts;
}

/// The verdict on every part of the time, as `classify` of a dataset has it.
template <Named Label, Named E>
Verdict<Label> verdict_of(const Question<Label, E>& question) {
    Verdict<Label> verdict{all<Label>(), {}};
    for (const Facts<E> facts : parts_of(question)) {
        const auto part = classify(facts, question.rules);
        verdict.holding &= part.holding;
        verdict.possible |= part.possible;
    }
    return verdict;
}

/// The ids of the claims that tell of a feature at some time within that asked about.
template <Named Label, Named E>
std::vector<std::string> claims_of(const Question<Label, E>& question, E feature) {
    std::vector<std::string> ids;
    if (!question.partner) return ids;
    for_each_telling(question.data, question.codings(), *question.partner, feature,
                     asked_days(question.data, question.at), question.admission,
                     [&](const Telling<E>& telling) { ids.emplace_back(telling.claim->id); });
    return ids;
}

/// Who tells a feature: this option, what is known without claims, or claims, by their ids or only their number.
template <Named Label, Named E>
std::string who_tells(const Question<Label, E>& question, E feature, bool by_id) {
    if (const auto* setting = question.setting(feature)) return setting->truth == Truth::unknown ? "" : "--set";
    if constexpr (std::same_as<E, Condition>) {
        if (question.partner && known_by_kind(feature)) return "the kind of partner";
    }
    const auto ids = claims_of(question, feature);
    if (ids.empty() || by_id) return support::list(ids);
    return std::to_string(ids.size()) + (ids.size() == 1 ? " claim" : " claims");
}

/// Whether anything is told of the relationship, or set, of which the rules speak.
template <Named Label, Named E>
bool anything_known(const Question<Label, E>& question) {
    bool known = false;
    for (const E feature : question.rules.features()) {
        if (const auto* setting = question.setting(feature)) {
            known = known || setting->truth != Truth::unknown;
        } else if (!question.partner) {
            known = known || facts_of(question)[feature] != Truth::unknown;
        } else {
            known = known || (!is_of_the_state(feature) && !claims_of(question, feature).empty());
        }
    }
    return known;
}

// ---- the answers ---------------------------------------------------------------------------------------------------

/// The verdict in a few words; "~" behind it when it rests on inference.
template <Named Label, Named E>
std::string verdict_words(const Question<Label, E>& question) {
    const auto text = verdict_text(verdict_of(question), anything_known(question));
    const auto strict = verdict_text(verdict_of(strictly(question)), anything_known(strictly(question)));
    return text + (text == strict || text == name(Outcome::insufficient) ? "" : "~");
}

/// Why a label holds, is open or does not hold; what would give it, on every part of the time.
template <Named Label, Named E>
std::string sentence(const Question<Label, E>& question, Label label) {
    auto reasons = why_not(facts_of(question), question.rules, label, question.costs);
    reasons.least = least_change(parts_of(question), question.rules, label, Aim::give, question.costs);
    return why_sentence(label, verdict_of(question), reasons, question.where(),
                        [&](E feature) { return who_tells(question, feature, true); });
}

/// All least changes for an aim, on every part of the time.
template <Named Label, Named E>
std::vector<Change> changes_of(const Question<Label, E>& question, Label label, Aim aim) {
    std::vector<Change> changes;
    for_each_least_change(parts_of(question), question.rules, label, aim, question.costs,
                          [&](const Change& change) { changes.push_back(change); });
    return changes;
}

template <Named E>
std::string cube_text(Cube cube) {
    return cube.size() == 0 ? std::string() : notation<E>(cube);
}

std::string aim_text(Aim aim) {
    return aim == Aim::give ? "to hold" : aim == Aim::end ? "to be ruled out" : "to be the only one";
}

/// What is told of a feature, before anything is set.
template <Named Label, Named E>
std::string told(const Question<Label, E>& question, E feature) {
    const Truth truth = facts_of(before(question))[feature];
    if (truth == Truth::unknown && !claims_of(question, feature).empty()) return "for a part of the time";
    return std::string(name(truth));
}

template <Named Label, Named E>
void print_table(const Question<Label, E>& question, std::ostream& out) {
    const auto earlier = before(question);
    out << "What if: "
        << (question.partner ? std::string(question.data.partner(*question.partner).name) + ", " + question.date()
                             : "facts as given");
    if (question.partner) out << support::as_told_by(question.data, question.admission);
    out << (question.admission.strict ? ", strict: nothing inferred" : "") << "; route: " << question.route
        << (question.theory.empty() ? "" : "; theory: " + question.theory + ", " + question.idea) << "\n\n";
    Table table({"feature", question.partner ? "told" : "given", "set to"});
    Set<E> shown = question.rules.features();
    for (const auto& each : question.set) shown.insert(each.feature);
    for (const E feature : shown) {
        const auto* setting = question.setting(feature);
        std::string set = setting == nullptr ? "" : std::string(name(setting->truth));
        if (!question.rules.features().contains(feature)) set += " (no rule asks for it)";
        table.add({std::string(name(feature)), told(question, feature), set});
    }
    out << table << '\n';
    const bool anything_set = !question.set.empty();
    if (anything_set)
        out << "verdict before: " << verdict_words(earlier) << "\nverdict after:  " << verdict_words(question)
            << "\n\n";
    else
        out << "verdict: " << verdict_words(question) << " (--set asks what if a feature were otherwise)\n\n";
    const auto verdict_before = verdict_of(earlier);
    const auto verdict_after = verdict_of(question);
    for (const bool changed : {true, false}) {
        std::string title = changed ? "What changes\n" : anything_set ? "What stays\n" : "Why\n";
        for (const Label label : question.rules.labels()) {
            if ((verdict_before.answer(label) != verdict_after.answer(label)) != changed) continue;
            out << std::exchange(title, "");
            if (changed)
                out << "  before: " << sentence(earlier, label) << "\n  after:  " << sentence(question, label) << '\n';
            else
                out << "  " << sentence(question, label) << '\n';
        }
    }
    out << "\nThe least that would have to change" << (anything_set ? ", once that is set" : "") << '\n';
    constexpr std::size_t most = 3;
    for (const Label label : question.rules.labels()) {
        for (const Aim aim : {question.aim, Aim::end}) {
            const auto changes = changes_of(question, label, aim);
            out << "  " << name(label) << ", " << aim_text(aim);
            if (changes.empty()) {
                out << ": no change that is allowed does it\n";
                continue;
            }
            const auto cost = question.costs.of(changes[0]);
            if (cost != 0) out << " (cost " << cost << ")";
            if (changes.size() > 1) out << ", " << changes.size() << " ways";
            out << ":";
            for (std::size_t i = 0; i < changes.size() && i < most; ++i) {
                out << (changes.size() > 1 ? "\n    " : " ")
                    << change_text(changes[i], facts_of(question),
                                   [&](E feature) { return who_tells(question, feature, false); });
            }
            if (changes.size() > most) out << "\n    and " << changes.size() - most << " more (--format csv has all)";
            out << '\n';
        }
    }
    out << "\n~ rests on inference: --strict answers otherwise   cost: to settle a feature 1, to turn one more than to "
           "settle all;\n"
           "--costs weighs them, --pin forbids, --sole asks for a label to be the only one\n";
}

template <Named Label, Named E>
void print_csv(const Question<Label, E>& question, std::ostream& out) {
    write_csv_row(out, {"partner", "date", "route", "theory", "label", "before", "after", "strict_before",
                        "strict_after", "aim", "ways", "way", "cost", "turn", "settle"});
    const auto earlier = before(question);
    for (const Label label : question.rules.labels()) {
        const auto answer = [label](const auto& of) { return std::string(name(verdict_of(of).answer(label))); };
        for (const Aim aim : {question.aim, Aim::end}) {
            const auto changes = changes_of(question, label, aim);
            std::vector<std::string> row{
                question.partner ? std::string(question.data.partner(*question.partner).id) : "",
                question.date(),
                question.route,
                question.theory,
                std::string(name(label)),
                answer(earlier),
                answer(question),
                answer(strictly(earlier)),
                answer(strictly(question)),
                std::string(name(aim)),
                std::to_string(changes.size())};
            const std::size_t known = row.size();
            for (std::size_t i = 0; i < changes.size(); ++i) {
                row.resize(known);
                row.push_back(std::to_string(i + 1));
                row.push_back(std::to_string(question.costs.of(changes[i])));
                row.push_back(cube_text<E>(changes[i].turn));
                row.push_back(cube_text<E>(changes[i].settle));
                write_csv_row(out, row);
            }
            if (!changes.empty()) continue;
            row.resize(known + 4);
            write_csv_row(out, row);
        }
    }
}

template <Named Label, Named E>
void write_verdict(JsonWriter& json, std::string_view key, const Question<Label, E>& question) {
    json.key(key);
    const auto object = json.object();
    const auto verdict = verdict_of(question);
    json.key("outcome").value(name(verdict.outcome(anything_known(question))));
    write_names(json.key("holding"), verdict.holding);
    write_names(json.key("possible"), verdict.possible);
}

/// The literals of a cube as an object: `{"resources": "holds"}`.
template <Named E>
void write_cube(JsonWriter& json, std::string_view key, Cube cube) {
    json.key(key);
    const auto object = json.object();
    for (const E feature : Set<E>::of_bits(cube.conditions())) {
        json.key(name(feature)).value(Set<E>::of_bits(cube.holding).contains(feature) ? "holds" : "fails");
    }
}

template <Named Label, Named E>
void write_label(JsonWriter& json, const Question<Label, E>& question, Label label) {
    const auto object = json.object();
    const auto earlier = before(question);
    const auto answer = [label](const auto& of) { return name(verdict_of(of).answer(label)); };
    json.key("label").value(name(label));
    json.key("rule").value(notation(question.rules.rule(label).written()));
    json.key("before").value(answer(earlier));
    json.key("after").value(answer(question));
    json.key("why_before").value(sentence(earlier, label));
    json.key("why_after").value(sentence(question, label));
    {
        json.key("terms");
        const auto terms = json.array();
        const auto reasons = why_not(facts_of(question), question.rules, label, question.costs);
        for (const Gap<E>& gap : reasons.terms()) {
            const auto one = json.object();
            json.key("term").value(notation<E>(gap.term));
            write_names(json.key("as_told"), gap.as_told);
            write_names(json.key("otherwise"), gap.otherwise);
            write_names(json.key("unknown"), gap.unknown);
            write_names(json.key("contested"), gap.contested);
        }
    }
    json.key("least_changes");
    const auto list = json.array();
    for (const Aim aim : {question.aim, Aim::end}) {
        const auto one = json.object();
        const auto changes = changes_of(question, label, aim);
        json.key("aim").value(name(aim));
        json.key("cost");
        if (changes.empty())
            json.null();
        else
            json.value(question.costs.of(changes[0]));
        json.key("ways");
        const auto ways = json.array();
        for (const Change& change : changes) {
            const auto way = json.object();
            write_cube<E>(json, "turn", change.turn);
            write_cube<E>(json, "settle", change.settle);
        }
    }
}

template <Named Label, Named E>
void print_json(const Question<Label, E>& question, std::ostream& out) {
    const auto earlier = before(question);
    JsonWriter json(out);
    const auto object = json.object();
    json.key("partner");
    if (question.partner)
        json.value(question.data.partner(*question.partner).id);
    else
        json.null();
    json.key("date");
    if (question.partner)
        json.value(question.date());
    else
        json.null();
    json.key("route").value(question.route);
    json.key("theory");
    if (question.theory.empty())
        json.null();
    else
        json.value(question.theory);
    {
        json.key("features");
        const auto list = json.array();
        for (const E feature : all<E>()) {
            const auto one = json.object();
            json.key("feature").value(name(feature));
            json.key("told").value(name(facts_of(earlier)[feature]));
            json.key("set").value(question.setting(feature) != nullptr);
            json.key("truth").value(name(facts_of(question)[feature]));
            json.key("cost_to_settle").value(std::uint64_t{question.costs.settling[index(feature)]});
            json.key("cost_to_turn").value(std::uint64_t{question.costs.turning[index(feature)]});
            json.key("pinned").value(question.costs.not_turned.contains(feature));
        }
    }
    write_verdict(json, "before", earlier);
    write_verdict(json, "after", question);
    {
        json.key("strict");
        const auto strict = json.object();
        write_verdict(json, "before", strictly(earlier));
        write_verdict(json, "after", strictly(question));
    }
    json.key("labels");
    const auto labels = json.array();
    for (const Label label : question.rules.labels()) write_label(json, question, label);
}

/// Asks under the rules of one route, and prints.
template <Named Label, Named E>
void ask(const support::Arguments& arguments, const Typology<Label, E>& rules, std::string theory, std::string idea,
         std::ostream& out) {
    Question<Label, E> question{.data = tajikistan,
                                .partner = {},
                                .at = {},
                                .admission = {},
                                .route = arguments.value("--route"),
                                .theory = std::move(theory),
                                .idea = std::move(idea),
                                .rules = rules,
                                .given = settings_of<E>(arguments, "--facts"),
                                .set = settings_of<E>(arguments, "--set"),
                                .costs = costs_of<E>(arguments),
                                .aim = arguments.has("--sole") ? Aim::sole : Aim::give};
    if (!arguments.has("--facts")) {
        question.partner = support::parse_partner(tajikistan, arguments.value("--partner"));
        question.at = support::parse_time(tajikistan, arguments.value("--at"));
        question.admission = support::parse_admission(tajikistan, arguments);
    }
    const std::string format = arguments.value("--format");
    if (format == "csv") return print_csv(question, out);
    if (format == "json") return print_json(question, out);
    print_table(question, out);
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    if (arguments.has("--facts")) {
        for (const char* option : {"--partner", "--at", "--source", "--author", "--published", "--strict"}) {
            if (arguments.has(option))
                throw WrongArguments{std::string(option) +
                                     " asks the documents, --facts does without them: give one of the two"};
        }
    }
    const std::string route = arguments.value("--route");
    if (route != "predicted" && arguments.has("--theory")) {
        throw WrongArguments{"--theory is for the route predicted, not for " + route};
    }
    if (route == "observed") return ask(arguments, three_modes::observed, "", "", out);
    if (route == "stage") return ask(arguments, four_stages::stages, "", "", out);
    const three_modes::Variant& theory = support::parse_theory(arguments);
    ask(arguments, *theory.rules, std::string(theory.name), std::string(theory.idea), out);
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv,
        "what_if: what would be the verdict if features were otherwise, why, and the least change for each label",
        support::with_admission(
            {{"--partner", "ID", "the partner", "russia", {}},
             {"--at", "DATE", "date or period (EDTF): 2016, 2022-06, 2010/2019", "2019", {}},
             {"--facts", "LIST", "facts instead of a partner, others unknown: resources=holds,V=fails", "", {}},
             {"--set",
              "LIST",
              "features set otherwise: regime_affinity=fails,A=unknown (holds, fails, unknown, contested)",
              "",
              {}},
             {"--route",
              "ROUTE",
              "whether modes are predicted from conditions or observed in conduct, or the stage",
              "predicted",
              {"predicted", "observed", "stage"}},
             {"--theory", "NAME", "the rules of prediction", "predicted", support::theories()},
             {"--costs", "LIST", "how many times as dear it is to change a feature: resources=5,geography=20", "", {}},
             {"--pin", "LIST", "features that cannot be changed: geography,global_arena", "", {}},
             {"--sole", "", "what would make each label the only one that may hold", "", {}},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
