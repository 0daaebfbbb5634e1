// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Where the documents disagree: between authors, or one author with himself; what each side says, and where.

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

namespace {

using namespace trimode;

/// What the command line asks for.
struct Question {
    const Dataset& data;
    Comparing comparing;
    Set<Difference> differences = all<Difference>();
    Set<Parties> parties = all<Parties>();
    std::string partner;  ///< Only what a claim about this partner says; empty: all.
    std::string topic;    ///< Only this matter, feature or issue area; empty: all.
};

bool is_about(const Dataset& data, const Disagreement& found, const std::string& partner) {
    if (partner.empty()) return true;
    const PartnerIndex at = *find_partner(data.partners, partner);
    return data.claim(found.one.claim).partners.contains(at) || data.claim(found.other.claim).partners.contains(at);
}

std::vector<Disagreement> disagreements(const Question& question) {
    std::vector<Disagreement> all;
    for_each_disagreement(question.data, question.comparing, [&](const Disagreement& found) {
        if (!question.differences.contains(found.difference) || !question.parties.contains(found.parties)) return;
        if (!question.topic.empty() && question.topic != topic(question.data, found)) return;
        if (is_about(question.data, found, question.partner)) all.push_back(found);
    });
    return all;
}

/// All that is in dispute about one subject.
struct Dispute {
    Disagreement first;
    std::vector<Disagreement> pairs;
};

std::vector<Dispute> disputes(const Dataset& data, const std::vector<Disagreement>& all) {
    std::vector<Dispute> found;
    for (const Disagreement& pair : all) {
        Dispute* same = nullptr;
        for (Dispute& dispute : found) {
            if (dispute.first.subject == pair.subject && dispute.first.place == pair.place &&
                partner_of(data, dispute.first) == partner_of(data, pair)) {
                same = &dispute;
            }
        }
        if (same == nullptr) same = &found.emplace_back(Dispute{pair, {}});
        same->pairs.push_back(pair);
    }
    return found;
}

/// "Who is the first donor?", "keeps_silent towards russia"
std::string heading(const Dataset& data, const Disagreement& found) {
    if (found.subject == Subject::matter) return std::string(data.matters[found.place].question);
    const std::string_view partner = partner_of(data, found);
    return std::string(name(found.subject)) + " " + std::string(topic(data, found)) +
           (partner.empty() ? "" : ": " + std::string(partner));
}

/// The kinds of a dispute: "contradiction (authors), other time (voices)".
std::string kinds(const Dispute& dispute) {
    std::string text;
    for (const Difference difference : all<Difference>()) {
        for (const Parties parties : all<Parties>()) {
            std::size_t count = 0;
            for (const auto& pair : dispute.pairs) count += pair.difference == difference && pair.parties == parties ? 1U : 0U;
            if (count == 0) continue;
            text += (text.empty() ? "" : ", ") + words(name(difference)) + " (" + words(name(parties)) + ")";
        }
    }
    return text;
}

/// An answer, and a claim that gives it.
struct Stated {
    std::string answer;
    const Claim* claim;
};

/// Every answer of a dispute with the claims that give it, each claim once, in the order of the documents.
std::vector<Stated> sides(const Dataset& data, const Dispute& dispute) {
    std::set<std::pair<std::uint16_t, std::string>> seen;
    for (const auto& pair : dispute.pairs) {
        for (const Side* side : {&pair.one, &pair.other}) seen.emplace(side->claim.value, side_text(data, pair, *side));
    }
    std::vector<Stated> found;
    for (const auto& [claim, answer] : seen) found.push_back({answer, &data.claims[claim]});
    return found;
}

void print_table(const Question& question, std::ostream& out, bool why) {
    const auto found = disputes(question.data, disagreements(question));
    std::size_t pairs = 0;
    for (const auto& dispute : found) pairs += dispute.pairs.size();
    out << "Where the documents disagree" << support::as_told_by(question.data, question.comparing.admission)
        << (question.comparing.admission.strict ? ", strict: nothing inferred" : "") << ": " << found.size()
        << (found.size() == 1 ? " subject, " : " subjects, ") << pairs << (pairs == 1 ? " pair" : " pairs") << " of claims\n\n";
    if (!why) {
        Table table({"subject", "answers", "difference (between)", "pairs"});
        for (const auto& dispute : found) {
            std::string answers;
            std::set<std::string> seen;
            for (const auto& side : sides(question.data, dispute)) {
                if (seen.insert(side.answer).second) answers += (answers.empty() ? "" : " / ") + side.answer;
            }
            const std::string_view partner = partner_of(question.data, dispute.first);
            table.add({std::string(topic(question.data, dispute.first)) + (partner.empty() ? "" : " " + std::string(partner)),
                       answers, kinds(dispute), std::to_string(dispute.pairs.size())});
        }
        out << table << "\ncontradiction: of the same days, in the same measure   other time, other measure: each may be right\n"
                        "other emphasis: each stresses what the other leaves out   authors: two of them\n"
                        "revision: one in two texts   one text: within it   voices: one side is only quoted\n"
                        "--why shows the claims of each side\n";
        return;
    }
    for (const auto& dispute : found) {
        out << heading(question.data, dispute.first) << '\n' << "  " << kinds(dispute) << '\n';
        for (const auto& side : sides(question.data, dispute)) {
            out << "    " << side.answer << "  " << side.claim->id << " (" << question.data.source(*side.claim).author;
            if (side.claim->voice != Voice::author) out << ", quoting " << side.claim->speaker;
            out << "; told of " << edtf(side.claim->period).view() << "): " << side.claim->statement << '\n'
                << "      " << cite(question.data, *side.claim) << '\n';
        }
        out << '\n';
    }
}

void write_side(JsonWriter& json, const Dataset& data, std::string_view key, const Disagreement& pair, const Side& side) {
    const Claim& claim = data.claim(side.claim);
    json.key(key);
    const auto object = json.object();
    json.key("answer").value(side_text(data, pair, side));
    json.key("claim").value(claim.id);
    json.key("source").value(data.source(claim).id);
    json.key("paragraph").value(std::uint64_t{claim.block()});
    json.key("period").value(edtf(claim.period).view());
    json.key("statement").value(claim.statement);
}

void print_json(const Question& question, std::ostream& out) {
    JsonWriter json(out);
    const auto list = json.array();
    for (const auto& pair : disagreements(question)) {
        const auto object = json.object();
        json.key("subject").value(name(pair.subject));
        json.key("topic").value(topic(question.data, pair));
        json.key("partner").value(partner_of(question.data, pair));
        json.key("difference").value(name(pair.difference));
        json.key("parties").value(name(pair.parties));
        json.key("inferred").value(pair.inferred);
        write_side(json, question.data, "one", pair, pair.one);
        write_side(json, question.data, "other", pair, pair.other);
    }
}

void print_csv(const Question& question, std::ostream& out) {
    write_csv_row(out, {"subject", "topic", "partner", "difference", "parties", "inferred", "answer_one", "claim_one",
                        "answer_other", "claim_other"});
    for (const auto& pair : disagreements(question)) {
        const auto text = [](std::string_view view) { return std::string(view); };
        write_csv_row(out, {text(name(pair.subject)), text(topic(question.data, pair)), text(partner_of(question.data, pair)),
                            text(name(pair.difference)), text(name(pair.parties)), pair.inferred ? "true" : "false",
                            side_text(question.data, pair, pair.one), text(question.data.claim(pair.one.claim).id),
                            side_text(question.data, pair, pair.other), text(question.data.claim(pair.other.claim).id)});
    }
}

/// Every topic that a disagreement could be about.
std::vector<std::string> topics(const Dataset& data) {
    std::vector<std::string> names;
    for (const Matter& matter : data.matters) names.emplace_back(matter.id);
    for (const auto feature : all<Condition>()) names.emplace_back(name(feature));
    for (const auto feature : all<Conduct>()) names.emplace_back(name(feature));
    for (const auto feature : all<Determinant>()) names.emplace_back(name(feature));
    for (const auto feature : all<Obligation>()) names.emplace_back(name(feature));
    for (const auto leverage : all<Leverage>()) names.emplace_back(name(leverage));
    for (const auto mode : all<Mode>()) names.emplace_back(name(mode));
    for (const auto stage : all<Stage>()) names.emplace_back(name(stage));
    for (const auto area : all<IssueArea>()) names.emplace_back(name(area));
    return names;
}

/// The name for a name or alias of a value; the text itself when it is neither.
template <Named E>
std::string without_alias(const std::string& text) {
    const auto value = parse<E>(text);
    return value ? std::string(name(*value)) : text;
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    Question question{tajikistan, {}, all<Difference>(), all<Parties>(), arguments.value("--partner"), arguments.value("--about")};
    const Admission asked = support::parse_admission(tajikistan, arguments);
    question.comparing.admission.sources = asked.sources;
    question.comparing.admission.strict = asked.strict;
    if (arguments.has("--partner")) {
        question.partner = tajikistan.partner(support::parse_partner(tajikistan, question.partner)).id;
    }
    if (arguments.has("--about")) {
        const auto valid = topics(tajikistan);
        question.topic = without_alias<Condition>(question.topic);
        question.topic = without_alias<Conduct>(question.topic);
        question.topic = without_alias<IssueArea>(question.topic);
        bool known = false;
        for (const auto& one : valid) known = known || one == question.topic;
        if (!known) support::reject("topic", question.topic, valid);
    }
    if (arguments.has("--difference")) {
        question.differences = {support::parse<Difference>("difference", arguments.value("--difference"))};
    }
    if (arguments.has("--between")) question.parties = {support::parse<Parties>("parties", arguments.value("--between"))};
    const std::string format = arguments.value("--format");
    if (format == "csv") return print_csv(question, out);
    if (format == "json") return print_json(question, out);
    print_table(question, out, arguments.has("--why"));
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv, "disagreements: where the documents contradict one another, and what each side says",
        support::with_admission({{"--about", "TOPIC", "one matter, feature or issue area only, such as main_donor", "", {}},
                                 {"--partner", "ID", "only where a claim about this partner takes part", "", {}},
                                 {"--difference", "KIND", "contradiction, other_time, other_measure or other_emphasis", "", {}},
                                 {"--between", "PARTIES", "authors, revision, one_text or voices", "", {}},
                                 {"--why", "", "show the claims of each side", "", {}},
                                 {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
