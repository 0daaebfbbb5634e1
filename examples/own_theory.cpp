// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A theory of one's own: two enumerations with names, three rules, and everything that the library offers on
/// them: verdicts, reasons, what would have to change, receipts, and the audit of the theory itself.
///
/// The theory is that of the postures of a small state towards a greater power. Walt, The Origins of Alliances (1987):
/// who is threatened balances, unless there is nobody to balance with and the threat may be appeased; then he goes over
/// to it. Kuik, "The Essence of Hedging" (Contemporary Southeast Asia 30, 2008): who is not threatened hedges as long
/// as no divide between camps and no all-out rivalry force him to choose. The wording of the rules is ours, and no more
/// than an example.

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

namespace {

using namespace trimode;

// ---- the theory -----------------------------------------------------------------------------------------------------

enum class Posture : std::uint8_t { hedging, balancing, bandwagoning };
consteval auto names_of(Posture) { return names<Posture>("hedging", "balancing", "bandwagoning"); }

enum class Situation : std::uint8_t {
    threat,          ///< The power threatens the state's survival or its government.
    allied_support,  ///< Another power would stand by the state.
    appeasable,      ///< The threat is thought to be open to appeasement.
    divide,          ///< A fault line of ideology divides the powers into camps.
    rivalry,         ///< The powers are in an all-out rivalry.
};
consteval auto names_of(Situation) {
    return names<Situation>("threat T", "allied_support A", "appeasable P", "divide D", "rivalry V");
}

constexpr auto theory = typology<Posture, Situation>({
    {Posture::hedging, formula<Situation>("~T * ~D * ~V"), "Kuik 2008: no threat, no fault line, no all-out rivalry"},
    {Posture::balancing, formula<Situation>("T * (A + ~P)"),
     "Walt 1987: threatened, and supported or without hope to appease"},
    {Posture::bandwagoning, formula<Situation>("T * ~A * P"), "Walt 1987: threatened, alone, and hoping to appease"},
});

// What the compiler proves of it: nothing is said that need not be, and no two postures are given at once.
static_assert(count_flaws(theory) == 0);
static_assert(coverage(theory, *PropertySpace<Situation>::of(theory)).several == 0);

// ---- the answers ----------------------------------------------------------------------------------------------------

/// A case is a term: what has to hold is told to hold, what has to fail is told to fail, what comes both ways is
/// contested.
std::vector<Facts<Situation>> parse_cases(const std::string& text) {
    const auto cases = parse_formula<Situation>(text);
    if (!cases) {
        throw support::WrongArguments{"no facts: '" + text + "': " + message(cases.error()) +
                                      "\nvalid: names or letters of " + joined(all<Situation>()) +
                                      "; such as T*~A, cases with + between"};
    }
    std::vector<Facts<Situation>> facts;
    for (const Cube& term : cases->terms()) {
        facts.emplace_back(Set<Situation>::of_bits(term.holding), Set<Situation>::of_bits(term.failing));
    }
    if (facts.empty())
        throw support::WrongArguments{"no case: '" + text + "'\nvalid: 1 for a case of which nothing is told"};
    return facts;
}

std::string facts_text(Facts<Situation> facts) {
    const std::string text = notation<Situation>(Cube{facts.told_to_hold().bits(), facts.told_to_fail().bits()});
    return text == "1" ? "nothing is told" : text;
}

/// The least changes for an aim, each as a term, such as "~appeasable"; "nothing" when nothing need change.
std::vector<std::string> changes_for(Facts<Situation> facts, Posture posture, Aim aim) {
    std::vector<std::string> changes;
    for (const Change& change : least_change(facts, theory, posture, aim)) {
        changes.push_back(change.all().size() == 0 ? "nothing" : notation<Situation>(change.all()));
    }
    return changes;
}
/// The same in one text; "-" when no change does it.
std::string changes_text(Facts<Situation> facts, Posture posture, Aim aim) {
    std::string text;
    for (const auto& change : changes_for(facts, posture, aim)) text += (text.empty() ? "" : " or ") + change;
    return text.empty() ? "-" : text;
}

void print_table(const std::vector<Facts<Situation>>& cases, std::ostream& out) {
    out << "A theory of one's own: postures of a small state towards a greater power\n\n";
    for (const Posture posture : theory.labels()) {
        out << "  " << name(posture) << " <= " << notation(theory.rule(posture).written()) << "\n      "
            << theory.source(posture) << '\n';
    }
    for (const Facts<Situation> facts : cases) {
        const auto made = receipt<theory>(facts);
        out << '\n' << facts_text(facts) << ": " << verdict_text(made.verdict, !facts.told().empty()) << '\n';
        for (const Posture posture : theory.labels())
            out << "  " << why_sentence(posture, why_not(facts, theory, posture)) << '\n';
        Table table({"posture", "to give it", "to make it the only one", "to rule it out"});
        for (const Posture posture : theory.labels()) {
            table.add({std::string(name(posture)), changes_text(facts, posture, Aim::give),
                       changes_text(facts, posture, Aim::sole), changes_text(facts, posture, Aim::end)});
        }
        out << table << receipt_text(made) << '\n';
    }

    const auto space = *PropertySpace<Situation>::of(theory);
    const auto covered = coverage(theory, space);
    const std::span<const Facts<Situation>> seen(cases);
    const Diversity filled = diversity(space, seen);
    out << "\nThe theory itself: " << count_flaws(theory) << " flaws; of " << covered.corners
        << " combinations it gives no posture to " << covered.none << ", one to " << covered.one << ", several to "
        << covered.several << ".\nA case above is known to be one of " << filled.occupied << " of them, may be one of "
        << filled.possible << " more, and is none of " << filled.empty << ".\n";
}

void print_csv(const std::vector<Facts<Situation>>& cases, std::ostream& out) {
    write_csv_row(out, {"facts", "posture", "answer", "to_give", "to_make_sole", "to_rule_out", "receipt"});
    for (const Facts<Situation> facts : cases) {
        for (const Posture posture : theory.labels()) {
            write_csv_row(out, {facts_text(facts), std::string(name(posture)),
                                std::string(name(explain(facts, theory.rule(posture)).answer)),
                                changes_text(facts, posture, Aim::give), changes_text(facts, posture, Aim::sole),
                                changes_text(facts, posture, Aim::end), receipt_text(receipt<theory>(facts))});
        }
    }
}

void write_changes(JsonWriter& json, std::string_view key, Facts<Situation> facts, Posture posture, Aim aim) {
    json.key(key);
    const auto list = json.array();
    for (const auto& change : changes_for(facts, posture, aim)) json.value(change);
}

void write_case(JsonWriter& json, Facts<Situation> facts) {
    const auto made = receipt<theory>(facts);
    const auto object = json.object();
    write_names(json.key("told_to_hold"), facts.told_to_hold());
    write_names(json.key("told_to_fail"), facts.told_to_fail());
    json.key("outcome").value(name(made.verdict.outcome(!facts.told().empty())));
    write_names(json.key("holding"), made.verdict.holding);
    write_names(json.key("possible"), made.verdict.possible);
    {
        json.key("postures");
        const auto list = json.array();
        for (const Posture posture : theory.labels()) {
            const auto why = explain(facts, theory.rule(posture));
            const auto one = json.object();
            json.key("posture").value(name(posture));
            json.key("answer").value(name(why.answer));
            if (why.answer != Answer::open) json.key("because").value(notation<Situation>(why.because));
            write_names(json.key("hangs_on"), why.matters);
            write_changes(json, "to_give", facts, posture, Aim::give);
            write_changes(json, "to_make_sole", facts, posture, Aim::sole);
            write_changes(json, "to_rule_out", facts, posture, Aim::end);
        }
    }
    json.key("receipt").value(receipt_text(made));
}

void print_json(const std::vector<Facts<Situation>>& cases, std::ostream& out) {
    JsonWriter json(out);
    const auto object = json.object();
    {
        json.key("cases");
        const auto list = json.array();
        for (const Facts<Situation> facts : cases) write_case(json, facts);
    }
    const auto space = *PropertySpace<Situation>::of(theory);
    const auto covered = coverage(theory, space);
    const Diversity filled = diversity(space, std::span<const Facts<Situation>>(cases));
    json.key("theory");
    const auto itself = json.object();
    json.key("fingerprint").value(hexadecimal(fingerprint(theory)));
    json.key("flaws").value(std::uint64_t{count_flaws(theory)});
    json.key("corners").value(std::uint64_t{covered.corners});
    json.key("covered_by_none").value(std::uint64_t{covered.none});
    json.key("covered_by_one").value(std::uint64_t{covered.one});
    json.key("covered_by_several").value(std::uint64_t{covered.several});
    json.key("occupied").value(std::uint64_t{filled.occupied});
    json.key("possible").value(std::uint64_t{filled.possible});
    json.key("empty").value(std::uint64_t{filled.empty});
}

/// Computes the verdict of a receipt again and says whether it is the same.
void print_replay(const std::string& line, std::ostream& out) {
    const auto made = parse_receipt<Posture, Situation>(line);
    if (!made) throw support::WrongArguments{"no receipt: " + message(made.error())};
    const auto replay = replays(*made, theory);
    out << facts_text(made->facts) << ": " << verdict_text(replay.verdict, !made->facts.told().empty()) << '\n'
        << "Compared with the receipt: " << replay_text(replay) << '\n';
    if (!replay) throw support::WrongData{};
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    if (arguments.has("--replay")) return print_replay(arguments.value("--replay"), out);
    const auto cases = parse_cases(arguments.value("--facts"));
    const std::string format = arguments.value("--format");
    if (format == "csv") return print_csv(cases, out);
    if (format == "json") return print_json(cases, out);
    print_table(cases, out);
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(argc, argv, "own_theory: a theory of one's own, and everything that can be asked of it",
                        {{"--facts",
                          "TERMS",
                          "what is told of a case, such as T*~A; several cases with + between; 1: nothing",
                          "T*~A + ~T*~D*~V",
                          {}},
                         {"--replay", "RECEIPT", "compute the verdict of a receipt again, and compare", "", {}},
                         {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}},
                        answer);
}
