// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A theory of one's own: two enumerations with names, three rules, and what the library answers by them: verdicts,
/// reasons, what would have to change, how strongly a posture holds where features have degrees, receipts, and the
/// audit of the theory itself; and with a table of codings of one's own also since when a verdict stands.
///
/// The theory is that of the postures of a small state towards a greater power. Walt, The Origins of Alliances (1987):
/// who is threatened balances, unless there is nobody to balance with and the threat may be appeased; then he goes over
/// to it. Kuik, "The Essence of Hedging" (Contemporary Southeast Asia 30, 2008): who is not threatened hedges as long
/// as no divide between camps and no all-out rivalry force him to choose. The wording of the rules is ours, and no more
/// than an example.

#include <array>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/base/row_span.hpp>
#include <trimode/evidence/defect.hpp>
#include <trimode/framework/property_space.hpp>
#include <trimode/inference/typology_audit.hpp>
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

// ---- codings of one's own: who tells what of the features, and when; all of it is invented --------------------------

constexpr std::array sources{Source{.id = "000_ann",
                                    .author = "Ann Example",
                                    .title = "A small state and its neighbour (invented)",
                                    .publisher = "Nobody",
                                    .published = Date{2020},
                                    .blocks = 4},
                             Source{.id = "001_bob",
                                    .author = "Bob Example",
                                    .title = "Allies (invented)",
                                    .publisher = "Nobody",
                                    .published = Date{2021},
                                    .blocks = 2}};
constexpr std::array partners{Partner{"neighbour", "The greater neighbour", PartnerKind::state, "", 0, "power"}};
constexpr Partners of_the_neighbour{1};
constexpr std::array claims{
    Claim{.id = "000.001a",
          .partners = of_the_neighbour,
          .period = during("2005/2012"),
          .statement = "Invented: in these years nobody felt threatened, and there were no camps to choose from."},
    Claim{.id = "000.002a",
          .partners = of_the_neighbour,
          .aspect = Aspect::onset,
          .period = during("2014-03/.."),
          .statement = "Invented: since then its troops have stood at the border."},
    Claim{.id = "000.003a",
          .partners = of_the_neighbour,
          .period = during("2018/2020"),
          .statement = "Invented: the government hopes that it will be satisfied with a base."},
    Claim{.id = "001.001a",
          .partners = of_the_neighbour,
          .period = during("2014/2016"),
          .statement = "Invented: a distant ally kept a brigade in the country."},
    Claim{.id = "001.002a",
          .partners = of_the_neighbour,
          .period = during("2018/.."),
          .statement = "Invented: the ally would no longer come."},
};
/// The claim of an id. One that is not in the table does not compile.
consteval ClaimIndex claim(std::string_view id) { return *find_claim(claims, id); }
constexpr PartnerIndex neighbour = *find_partner(partners, "neighbour");

constexpr std::array rows{
    Coding<Situation>{claim("000.001a"), neighbour, Situation::threat, Tells::fails, {}},
    Coding<Situation>{claim("000.001a"), neighbour, Situation::divide, Tells::fails, {}},
    Coding<Situation>{claim("000.001a"), neighbour, Situation::rivalry, Tells::fails, {}},
    Coding<Situation>{claim("000.002a"), neighbour, Situation::threat, Tells::holds, {}},
    Coding<Situation>{claim("000.003a"), neighbour, Situation::appeasable, Tells::holds, {}},
    Coding<Situation>{claim("001.001a"), neighbour, Situation::allied_support, Tells::holds, {}},
    Coding<Situation>{claim("001.002a"), neighbour, Situation::allied_support, Tells::fails, {}},
};
constexpr RowSpan<Coding<Situation>> codings(rows);

constexpr Dataset tables{.id = "own_theory",
                         .title = "A small state and its greater neighbour, 2005-2020: invented",
                         .state = "The small state",
                         .edition = 1,
                         .time = during("2005/2020"),
                         .sources = sources,
                         .sections = {},
                         .partners = partners,
                         .memberships = {},
                         .claims = claims,
                         .conditions = {},
                         .conduct = {},
                         .determinants = {},
                         .obligations = {},
                         .judgements = {},
                         .measurements = {},
                         .matters = {},
                         .positions = {}};

// What the compiler proves of them: they fit together, and what they come to.
static_assert(first_defect(tables).defect == Defect::none && first_defect(tables, codings).defect == Defect::none);
static_assert(classify(tables, codings, neighbour, Date{2010}, theory).holds(Posture::hedging));
static_assert(classify(tables, codings, neighbour, Date{2015}, theory).holds(Posture::balancing));
static_assert(classify(tables, codings, neighbour, Date{2019}, theory).holds(Posture::bandwagoning));

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
        out << '\n'
            << facts_text(facts) << ": " << verdict_text(made.verdict, made.outcome != Outcome::insufficient) << '\n';
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
    json.key("outcome").value(name(made.outcome));
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
    json.key("fingerprint").value(hexadecimal(fingerprint(theory)).view());
    json.key("flaws").value(std::uint64_t{count_flaws(theory)});
    json.key("corners").value(std::uint64_t{covered.corners});
    json.key("covered_by_none").value(std::uint64_t{covered.none});
    json.key("covered_by_one").value(std::uint64_t{covered.one});
    json.key("covered_by_several").value(std::uint64_t{covered.several});
    json.key("occupied").value(std::uint64_t{filled.occupied});
    json.key("possible").value(std::uint64_t{filled.possible});
    json.key("empty").value(std::uint64_t{filled.empty});
}

// ---- degrees --------------------------------------------------------------------------------------------------------

/// "threat=.8 appeasable=.2-.4": how strongly features hold; of those that are not named nothing is known.
Grades<Situation> parse_degrees(const std::string& text) {
    const auto wrong = [&](const std::string& what) {
        throw support::WrongArguments{"no degrees: '" + text + "': " + what +
                                      "\nvalid: numbers from 0 to 1, or two with - between; such as threat=.8 P=.2-.4"};
    };
    const auto number = [&](const std::string& digits) {
        const auto parsed = parse_decimal(digits.starts_with('.') ? "0" + digits : digits);
        if (!parsed) wrong("'" + digits + "' is no number");
        double value = static_cast<double>(parsed->digits());
        for (int i = 0; i < static_cast<int>(parsed->places()); ++i) value /= 10;
        return value;
    };
    Grades<Situation> degrees;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        const auto equals = word.find('=');
        if (equals == std::string::npos) wrong("'" + word + "' has no =");
        const auto feature = support::parse<Situation>("feature", word.substr(0, equals));
        const std::string range = word.substr(equals + 1);
        const auto dash = range.find('-');
        const auto grade = Grade::between(number(range.substr(0, dash)),
                                          number(dash == std::string::npos ? range : range.substr(dash + 1)));
        if (!grade) wrong("'" + range + "' is no range from 0 to 1");
        degrees.set(feature, *grade);
    }
    return degrees;
}

std::string grade_text(Grade grade) {
    std::ostringstream text;
    text << grade.least();
    if (!grade.settled()) text << '-' << grade.most();
    return text.str();
}

void print_grades(const Grades<Situation>& degrees, const std::string& format, std::ostream& out) {
    const auto graded = grade<theory>(degrees);
    const auto verdict = verdict_at(graded);
    if (format == "json") {
        JsonWriter json(out);
        const auto list = json.array();
        for (const Posture posture : theory.labels()) {
            const auto one = json.object();
            json.key("posture").value(name(posture));
            json.key("grade").value(grade_text(graded[posture]));
            json.key("answer").value(name(verdict.answer(posture)));
        }
        return;
    }
    Table table({"posture", "grade", "more in than out"});
    if (format == "csv") write_csv_row(out, {"posture", "grade", "answer"});
    for (const Posture posture : theory.labels()) {
        const std::vector<std::string> row{std::string(name(posture)), grade_text(graded[posture]),
                                           std::string(name(verdict.answer(posture)))};
        if (format == "csv") write_csv_row(out, row);
        table.add(row);
    }
    if (format == "table") out << "How strongly each posture holds, from 0 to 1\n\n" << table;
}

// ---- over time ------------------------------------------------------------------------------------------------------

/// Since when a verdict stands, by the codings above.
void print_over_time(const support::Arguments& arguments, std::ostream& out) {
    const Admission admission = support::parse_admission(tables, arguments);
    const std::string format = arguments.value("--format");
    const std::vector<std::string> columns{"from", "to", "verdict", "told_on_the_first_day", "receipt"};
    std::vector<std::vector<std::string>> rows_shown;
    for_each_episode(
        tables, codings, neighbour, theory, tables.time, admission, [&](const Episode<Posture, Situation>& episode) {
            const Date first = *Date::of_day(episode.days.first);
            const Date last = *Date::of_day(episode.days.last);
            rows_shown.push_back(
                {std::string(edtf(first).view()), std::string(edtf(last).view()),
                 verdict_text(episode.verdict, episode.told) + (episode.rests_on_inference() ? "~" : ""),
                 facts_text(episode.at_first),
                 receipt_text(receipt(tables, codings, neighbour, Period(first, last), theory, admission))});
        });
    if (format == "json") {
        JsonWriter json(out);
        const auto list = json.array();
        for (const auto& row : rows_shown) {
            const auto one = json.object();
            for (std::size_t i = 0; i < columns.size(); ++i) json.key(columns[i]).value(row[i]);
        }
        return;
    }
    if (format == "csv") {
        write_csv_row(out, columns);
        for (const auto& row : rows_shown) write_csv_row(out, row);
        return;
    }
    out << tables.title << support::as_told_by(tables, admission)
        << (admission.strict ? ", strict: nothing inferred" : "") << "\n\n";
    Table table({"from", "to", "posture", "told on the first day"});
    for (const auto& row : rows_shown) table.add({row[0], row[1], row[2], row[3]});
    out << table;
    if (!admission.strict) out << "\n~ rests on inference: --strict answers otherwise\n";
    out << '\n';
    for (const auto& row : rows_shown) out << row[4] << '\n';
}

// ---- what is asked --------------------------------------------------------------------------------------------------

/// Computes the verdict of a receipt again and says whether it is the same.
void print_replay(const std::string& line, std::ostream& out) {
    const auto made = parse_receipt<Posture, Situation>(line);
    if (!made) throw support::WrongArguments{"no receipt: " + message(made.error())};
    const bool from_facts = made->kind == ReceiptKind::facts;
    const auto replay = from_facts ? replays(*made, theory) : replays(*made, tables, codings, theory);
    if (replay.computed()) {
        out << (from_facts ? facts_text(made->facts)
                           : std::string(made->partner.view()) + " " + std::string(edtf(made->at).view()))
            << ": " << verdict_text(replay.verdict, replay.outcome != Outcome::insufficient) << '\n';
    }
    out << "Compared with the receipt: " << replay_text(replay) << '\n';
    if (!replay) throw support::WrongData{};
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    const bool over_time = arguments.has("--over-time");
    for (const char* option : {"--source", "--author", "--published", "--strict"}) {
        if (arguments.has(option) && !over_time)
            throw support::WrongArguments{std::string(option) + " goes with --over-time"};
    }
    std::size_t questions = 0;
    for (const char* option : {"--facts", "--degrees", "--over-time", "--replay"}) {
        questions += arguments.has(option) ? 1U : 0U;
    }
    if (questions > 1) throw support::WrongArguments{"--facts, --degrees, --over-time and --replay: one of them"};
    if (arguments.has("--replay")) return print_replay(arguments.value("--replay"), out);
    if (over_time) return print_over_time(arguments, out);
    const std::string format = arguments.value("--format");
    if (arguments.has("--degrees")) return print_grades(parse_degrees(arguments.value("--degrees")), format, out);
    const auto cases = parse_cases(arguments.value("--facts"));
    if (format == "csv") return print_csv(cases, out);
    if (format == "json") return print_json(cases, out);
    print_table(cases, out);
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv, "own_theory: a theory of one's own, and what can be asked of it",
        support::with_admission(
            {{"--facts",
              "TERMS",
              "what is told of a case, such as T*~A; several cases with + between; 1: nothing",
              "T*~A + ~T*~D*~V",
              {}},
             {"--degrees", "LIST", "how strongly features hold instead: threat=.8 P=.2-.4", "", {}},
             {"--over-time", "", "since when a verdict stands, by a table of codings (invented)", "", {}},
             {"--replay", "RECEIPT", "compute the verdict of a receipt again, and compare", "", {}},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
