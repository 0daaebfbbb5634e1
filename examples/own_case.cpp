// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A case of one's own: another state as tables of the same shape, checked by the compiler and asked the same
/// questions; and the same tables as CSV, for those who would rather write these. Freedonia, its partners and all that
/// is told of them are invented.

#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trimode/evidence/defect.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/believed.hpp"
#include "support/files.hpp"
#include "support/words.hpp"

namespace {

using namespace trimode;
namespace fs = std::filesystem;

// ---- the tables -----------------------------------------------------------------------------------------------------

constexpr std::array sources{
    Source{.id = "000_ann",
           .author = "Ann Example",
           .title = "Freedonia and its neighbours (invented)",
           .publisher = "Nobody",
           .published = Date{2020},
           .blocks = 8},
    Source{.id = "001_bob",
           .author = "Bob Example",
           .title = "Another view of Freedonia (invented)",
           .publisher = "Nobody",
           .published = Date{2021},
           .blocks = 5},
};

constexpr std::array partners{
    Partner{"assembly", "Assembly of States", PartnerKind::world, "", 0, ""},
    Partner{"lake_bank", "Lake Bank", PartnerKind::lender, "", 0, "bank"},
    Partner{"sylvania", "Sylvania", PartnerKind::state, "", 0, ""},
};
constexpr PartnerIndex assembly = *find_partner(partners, "assembly");
constexpr PartnerIndex bank = *find_partner(partners, "lake_bank");
constexpr PartnerIndex sylvania = *find_partner(partners, "sylvania");

/// These partners.
template <class... Some>
constexpr Partners about(Some... some) {
    return {((std::uint64_t{1} << some.value) | ...)};
}

constexpr std::array claims{
    Claim{.id = "000.001a",
          .partners = about(sylvania),
          .area = IssueArea::trade,
          .kind = ClaimKind::figure,
          .period = during("2010/2019"),
          .figures = {Figure{exactly<Unit::percent>(Decimal{18}), "exports to Sylvania of gdp"},
                      Figure{trimode::about<Unit::percent>(Decimal{66}), "Sylvania of exports"}},
          .statement = "Invented: Freedonia lives on what Sylvania buys, two thirds of its exports."},
    Claim{.id = "000.001b",
          .partners = about(sylvania),
          .area = IssueArea::trade,
          .kind = ClaimKind::judgement,
          .period = during("2010/2019"),
          .statement = "Invented: without that market Freedonia could not pay its way."},
    Claim{.id = "000.002a",
          .partners = about(sylvania),
          .period = during("2010/.."),
          .statement = "Invented: Sylvania wants the pass, since its pipeline runs through it."},
    Claim{.id = "000.003a",
          .partners = about(sylvania),
          .period = during("2012/.."),
          .statement = "Invented: the rulers on both sides see no reason why power should change hands."},
    Claim{.id = "000.004a",
          .partners = about(sylvania),
          .kind = ClaimKind::vote,
          .aspect = Aspect::event,
          .period = during("2016-06"),
          .statement = "Invented: Freedonia voted as Sylvania had asked it to."},
    Claim{.id = "000.005a",
          .partners = about(bank),
          .area = IssueArea::aid,
          .period = during("2014/2019"),
          .statement = "Invented: the bank lent what the budget needed, against a reform of the courts, and spoke up "
                       "for the opposition."},
    Claim{.id = "000.006a",
          .partners = about(bank, sylvania),
          .area = IssueArea::aid,
          .aspect = Aspect::onset,
          .period = during("2016/.."),
          .statement = "Invented: from then on Sylvania lent as much, and asked for no reform."},
    Claim{.id = "000.007a",
          .partners = about(assembly),
          .kind = ClaimKind::event,
          .aspect = Aspect::event,
          .period = during("2018-09"),
          .statement = "Invented: Freedonia moved that the Assembly declare a year of the lakes."},
    Claim{.id = "000.008a",
          .partners = about(assembly),
          .period = during("2017/2019"),
          .statement = "Invented: it was after the good opinion of the whole Assembly."},
    Claim{.id = "001.001a",
          .partners = about(sylvania),
          .area = IssueArea::trade,
          .kind = ClaimKind::judgement,
          .period = during("2015/2019"),
          .statement = "Invented: Sylvania was one market among several."},
    Claim{.id = "001.002a",
          .partners = about(sylvania),
          .kind = ClaimKind::event,
          .aspect = Aspect::event,
          .period = during("2018"),
          .statement = "Invented: Sylvania's parliament gave Freedonia's opposition a hearing."},
    Claim{.id = "001.003a",
          .partners = about(bank),
          .kind = ClaimKind::statement,
          .aspect = Aspect::event,
          .period = during("2017-03"),
          .statement = "Invented: the minister of finance called the bank's terms an insult, in public."},
    Claim{.id = "001.004a",
          .partners = about(bank, sylvania),
          .kind = ClaimKind::judgement,
          .period = during("2015/2019"),
          .statement = "Invented: of all partners the bank mattered most."},
    Claim{.id = "001.005a",
          .partners = about(bank, sylvania),
          .kind = ClaimKind::judgement,
          .period = during("2015/2019"),
          .voice = Voice::state,
          .stance = Stance::neutral,
          .speaker = "the president",
          .statement = "Invented: Sylvania comes first, the president says."},
};
/// The claim of an id. One that is not in the table does not compile.
consteval ClaimIndex claim(std::string_view id) { return *find_claim(claims, id); }

constexpr std::array conditions{
    Coding<Condition>{claim("000.001a"), sylvania, Condition::resources, Tells::holds, {}},
    Coding<Condition>{claim("000.002a"), sylvania, Condition::geography, Tells::holds, {}},
    Coding<Condition>{claim("000.003a"), sylvania, Condition::regime_affinity, Tells::holds, {}},
    Coding<Condition>{claim("000.005a"), bank, Condition::resources, Tells::holds, {}},
    Coding<Condition>{claim("000.005a"), bank, Condition::regime_affinity, Tells::fails, {}},
    Coding<Condition>{claim("000.005a"), bank, Condition::conditionality, Tells::holds, {}},
    Coding<Condition>{claim("000.006a"), bank, Condition::alternative, Tells::holds, {}},
    Coding<Condition>{claim("000.008a"), assembly, Condition::acclaim, Tells::holds, {}},
    Coding<Condition>{claim("001.002a"), sylvania, Condition::regime_affinity, Tells::fails, {}},
};
constexpr std::array conduct{
    Coding<Conduct>{claim("000.004a"), sylvania, Conduct::defers, Tells::holds, {}},
    Coding<Conduct>{claim("000.007a"), assembly, Conduct::campaigns, Tells::holds, {}},
    Coding<Conduct>{claim("001.003a"), bank, Conduct::dissents, Tells::holds, {}},
};
constexpr std::array judgements{
    Judgement{claim("000.001b"), sylvania, IssueArea::trade, {Level::high, Level::critical}, {}},
    Judgement{claim("001.001a"), sylvania, IssueArea::trade, {Level::low, Level::medium}, {}},
};
constexpr std::array measurements{
    Measurement{claim("000.001a"), sylvania, IssueArea::trade, MeasureRole::exposure, 0},
    Measurement{claim("000.001a"), sylvania, IssueArea::trade, MeasureRole::share, 1},
};
constexpr std::array matters{
    Matter{"first_partner", "Who is the first partner?", MatterKind::exclusive, "lake_bank sylvania"}};
constexpr std::array positions{
    Position{MatterIndex{0}, claim("000.001b"), find_option(matters[0], "sylvania"), 0, "", {}},
    Position{MatterIndex{0}, claim("001.004a"), find_option(matters[0], "lake_bank"), 0, "", {}},
    Position{MatterIndex{0}, claim("001.005a"), find_option(matters[0], "sylvania"), 0, "", {}},
};

constexpr Dataset freedonia{
    .id = "freedonia",
    .title = "Freedonia and its partners, 2010-2020: invented, an example of tables of one's own",
    .state = "Freedonia",
    .edition = 1,
    .time = during("2010/2020"),
    .sources = sources,
    .sections = {},
    .partners = partners,
    .memberships = {},
    .claims = claims,
    .conditions = conditions,
    .conduct = conduct,
    .determinants = {},
    .obligations = {},
    .judgements = judgements,
    .measurements = measurements,
    .matters = matters,
    .positions = positions,
};

// What the compiler proves of it: the tables fit together, and what they come to.
static_assert(first_defect(freedonia).defect == Defect::none);
static_assert(classify(freedonia, sylvania, Date{2016}, three_modes::predicted).holds(Mode::recipient));
static_assert(classify(freedonia, bank, Date{2017}, three_modes::predicted).holds(Mode::protector));
static_assert(classify(relationship(freedonia, "assembly", Date{2018})).holds(Mode::activist));
// In 2018 Bob contradicts Ann, so that nothing is certain of Sylvania; a year earlier it was.
static_assert(relationship(freedonia, "sylvania", Date{2018}).conditions[Condition::regime_affinity] ==
              Truth::contested);

// ---- the answers ----------------------------------------------------------------------------------------------------

/// What is answered of one partner.
struct Answers {
    std::string partner;
    std::string predicted;
    std::string observed;
    std::string comparison;
    std::vector<std::string> levels;   ///< "trade measured high" for all of which anything is told.
    std::vector<std::string> reasons;  ///< Why each mode is predicted or not, with the claims.
    std::string receipt;
    friend bool operator==(const Answers&, const Answers&) = default;
};

/// A disagreement, in words.
struct Dispute {
    std::string topic;
    std::string difference;
    std::string one;
    std::string other;
    friend bool operator==(const Dispute&, const Dispute&) = default;
};

struct Findings {
    std::vector<Answers> answers;
    std::vector<Dispute> disputes;
    friend bool operator==(const Findings&, const Findings&) = default;
};

/// What is asked: when, and whom one believes.
struct Question {
    Period at;
    Admission admission;
};

Answers answers_of(const Dataset& data, PartnerIndex partner, const Question& question) {
    const auto& [at, admission] = question;
    Admission strict = admission;
    strict.strict = true;
    const auto predicted = classify_marked(data, partner, at, three_modes::predicted, admission);
    const auto observed = classify_marked(data, partner, at, three_modes::observed, admission);
    Answers all{std::string(data.partner(partner).id),
                verdict_text(predicted),
                verdict_text(observed),
                words(name(compare(predicted.verdict, observed.verdict, observed.told))),
                {},
                {},
                receipt_text(receipt(data, partner, at, three_modes::predicted, admission))};
    for (const IssueArea area : trimode::all<IssueArea>()) {
        for (const Route route : trimode::all<Route>()) {
            const Dependency found = dependency(data, partner, area, at, route, admission);
            if (!found.told) continue;
            const Dependency stated = dependency(data, partner, area, at, route, strict);
            const bool same = stated.levels == found.levels && stated.contested == found.contested;
            all.levels.push_back(std::string(name(area)) + " " + std::string(name(route)) + " " +
                                 level_text(found.levels) + (found.contested ? " (contested)" : "") +
                                 (same ? "" : "~"));
        }
    }
    const Relationship relation = relationship(data, partner, at, admission);
    for (const Mode mode : three_modes::predicted.labels()) {
        all.reasons.push_back(why_sentence(mode, predicted.verdict, why_not(relation, three_modes::predicted, mode), "",
                                           TellingClaims{data, partner, at, admission}));
    }
    return all;
}

Findings findings_of(const Dataset& data, const std::vector<PartnerIndex>& asked, const Question& question) {
    Findings found;
    for (const PartnerIndex partner : asked) found.answers.push_back(answers_of(data, partner, question));
    for_each_disagreement(data, [&](const Disagreement& pair) {
        const auto side = [&](const Side& one) {
            const Claim& said = data.claim(one.claim);
            return side_text(data, pair, one) + ", " + std::string(said.id) + " by " +
                   std::string(said.voice == Voice::author ? data.source(said).author : said.speaker);
        };
        const std::string_view partner = partner_of(data, pair);
        found.disputes.push_back(
            {std::string(topic(data, pair)) + (partner.empty() ? "" : " of " + std::string(partner)),
             words(name(pair.difference)) + " between " + std::string(name(pair.parties)), side(pair.one),
             side(pair.other)});
    });
    return found;
}

void print_table(const Dataset& data, const Findings& found, const Question& question, std::ostream& out) {
    out << data.title << "\n\nModes in " << edtf(question.at).view() << support::as_told_by(data, question.admission)
        << (question.admission.strict ? ", strict: nothing inferred" : "") << "\n\n";
    Table table({"partner", "predicted", "observed", "comparison", "dependency"});
    for (const Answers& one : found.answers) {
        std::string levels;
        for (const auto& level : one.levels) levels += (levels.empty() ? "" : "; ") + level;
        table.add({one.partner, one.predicted, one.observed, one.comparison, levels.empty() ? "-" : levels});
    }
    out << table;
    if (!question.admission.strict) out << "\n~ rests on inference: --strict answers otherwise\n";
    for (const Answers& one : found.answers) {
        out << '\n' << one.partner << '\n';
        for (const auto& reason : one.reasons) out << "  " << reason << '\n';
        out << "  " << one.receipt << '\n';
    }
    out << "\nWhere the documents disagree, at whatever time, whoever is believed\n\n";
    Table disputes({"about", "how", "one says", "the other says"});
    for (const Dispute& one : found.disputes) disputes.add({one.topic, one.difference, one.one, one.other});
    out << disputes;
}

void print_csv(const Dataset& data, const Findings& found, const Question& question, std::ostream& out) {
    std::vector<std::string> columns{"partner", "date", "predicted", "observed", "comparison", "dependency", "receipt"};
    for (auto& column : support::admission_columns()) columns.push_back(std::move(column));
    write_csv_row(out, columns);
    for (const Answers& one : found.answers) {
        std::string levels;
        for (const auto& level : one.levels) levels += (levels.empty() ? "" : "|") + level;
        std::vector<std::string> row{
            one.partner, std::string(edtf(question.at).view()), one.predicted, one.observed, one.comparison, levels,
            one.receipt};
        for (auto& cell : support::admission_cells(data, question.admission)) row.push_back(std::move(cell));
        write_csv_row(out, row);
    }
}

void print_json(const Dataset& data, const Findings& found, const Question& question, std::ostream& out) {
    JsonWriter json(out);
    const auto object = json.object();
    json.key("title").value(data.title);
    json.key("date").value(edtf(question.at).view());
    support::write_admission(json, data, question.admission);
    {
        json.key("partners");
        const auto list = json.array();
        for (const Answers& one : found.answers) {
            const auto answers = json.object();
            json.key("partner").value(one.partner);
            json.key("predicted").value(one.predicted);
            json.key("observed").value(one.observed);
            json.key("comparison").value(one.comparison);
            support::write_words(json, "dependency", one.levels);
            support::write_words(json, "reasons", one.reasons);
            json.key("receipt").value(one.receipt);
        }
    }
    json.key("disagreements");
    const auto list = json.array();
    for (const Dispute& one : found.disputes) {
        const auto dispute = json.object();
        json.key("about").value(one.topic);
        json.key("how").value(one.difference);
        json.key("one").value(one.one);
        json.key("other").value(one.other);
    }
}

// ---- as CSV ---------------------------------------------------------------------------------------------------------

/// The texts of tables; a table that is not there has no rows.
using Texts = std::map<TableName, std::string>;

Texts texts_of(const Dataset& data) {
    Texts texts;
    for (const TableName table : all<TableName>()) {
        if (table == TableName::disagreements) continue;  // computed from the others
        std::ostringstream text;
        write_csv(text, data_table(data, table));
        texts[table] = text.str();
    }
    return texts;
}

LoadedDataset load(const Texts& texts) {
    CsvTexts views;
    for (const auto& [table, text] : texts) views[table] = text;
    return load_dataset(views);
}

Texts read_folder(const fs::path& folder) {
    Texts texts;
    for (const TableName table : all<TableName>()) {
        if (table == TableName::disagreements) continue;
        const fs::path file = folder / (std::string(name(table)) + ".csv");
        const bool needed = table == TableName::sources || table == TableName::partners || table == TableName::claims;
        std::error_code failed;
        if (needed || fs::exists(file, failed)) texts[table] = support::read_file(file);
    }
    return texts;
}

void write_folder(const fs::path& folder, const Texts& texts, std::ostream& out) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    for (const auto& [table, text] : texts) {
        const fs::path file = folder / (std::string(name(table)) + ".csv");
        std::ofstream stream(file, std::ios::binary);
        stream << text;
        stream.flush();
        if (!stream) throw support::WrongArguments{"cannot be written: " + file.string()};
    }
    out << texts.size() << " tables written to " << folder.string() << "; edit them and ask them with --from "
        << folder.string() << '\n';
}

/// Says what is wrong with loaded tables. Throws WrongData when they do not fit together; false when rows are left out.
bool report_errors(const LoadedDataset& loaded) {
    for (const LoadError& error : loaded.errors)
        std::cerr << name(error.table) << ".csv: " << message(error.error) << '\n';
    const Finding finding = first_defect(loaded.dataset());
    if (finding.defect == Defect::none) return loaded.errors.empty();
    std::cerr << "the tables do not fit together: " << name(finding.defect) << ", row " << finding.row + 1
              << (finding.claim.empty() ? "" : ", claim ") << finding.claim << '\n';
    throw support::WrongData{};
}

// ---- what is asked --------------------------------------------------------------------------------------------------

Question question_of(const Dataset& data, const support::Arguments& arguments) {
    return {support::parse_time(data, arguments.value("--at")), support::parse_admission(data, arguments)};
}

Findings ask(const Dataset& data, const support::Arguments& arguments) {
    std::vector<PartnerIndex> asked;
    if (arguments.has("--partner")) asked.push_back(support::parse_partner(data, arguments.value("--partner")));
    for (std::size_t i = 0; i < data.partners.size() && !arguments.has("--partner"); ++i) {
        asked.push_back(PartnerIndex{static_cast<std::uint8_t>(i)});
    }
    return findings_of(data, asked, question_of(data, arguments));
}

void print(const Dataset& data, const Findings& found, const support::Arguments& arguments, std::ostream& out) {
    const std::string format = arguments.value("--format");
    const Question question = question_of(data, arguments);
    if (format == "csv") return print_csv(data, found, question, out);
    if (format == "json") return print_json(data, found, question, out);
    print_table(data, found, question, out);
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    if (arguments.has("--to")) return write_folder(arguments.value("--to"), texts_of(freedonia), out);
    if (arguments.has("--from")) {
        const Texts texts = read_folder(arguments.value("--from"));
        const LoadedDataset loaded = load(texts);
        const bool fine = report_errors(loaded);
        const Dataset data = loaded.dataset();
        print(data, ask(data, arguments), arguments, out);
        if (!fine) throw support::WrongData{};
        return;
    }
    const Findings found = ask(freedonia, arguments);
    print(freedonia, found, arguments, out);
    // The same tables once more, written as CSV and read back.
    const Texts texts = texts_of(freedonia);
    const LoadedDataset loaded = load(texts);
    const bool same = report_errors(loaded) && ask(loaded.dataset(), arguments) == found;
    if (arguments.value("--format") == "table")
        out << "\nWritten as CSV and read back, the tables give " << (same ? "the same" : "OTHER") << " answers.\n";
    if (!same) throw support::WrongData{};
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv, "own_case: tables of one's own, asked like ours; the data is invented",
        support::with_admission({{"--partner", "ID", "one partner only, such as sylvania", "", {}},
                                 {"--at", "DATE", "date or period (EDTF): 2016, 2018-03, 2015/2019", "2017", {}},
                                 {"--to", "FOLDER", "write the tables as CSV into this folder, to begin with", "", {}},
                                 {"--from", "FOLDER", "ask the tables in this folder instead", "", {}},
                                 {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
