// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The dataset out and back: every table as CSV, JSON or JSON Lines, metadata for CSV on the web (CSVW), provenance (PROV-O as
/// JSON-LD); all into a folder, or from a folder with a user's own tables.

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trimode/evidence/defect.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

namespace {

using namespace trimode;
namespace fs = std::filesystem;

/// The name of the table that only this program makes: the definitions with the examples from the documents.
constexpr std::string_view codebook_name = "codebook";

template <Named E>
void add_codebook_rows(DataTable& table, const Dataset& data, std::string_view variable) {
    for (const E feature : all<E>()) {
        const Definition entry = definition(feature);
        std::vector<Cell> row{text_cell(variable), text_cell(name(feature)), text_cell(entry.holds), text_cell(entry.fails),
                              text_cell(entry.excludes)};
        row.resize(table.columns.size());
        for (const auto& shown : tables::illustrations<E>()) {
            if (shown.feature != feature) continue;
            row[5] = text_cell(data.claim(shown.example).id);
            row[6] = text_cell(data.claim(shown.borderline).id);
            row[7] = text_cell(shown.ruling);
        }
        table.rows.push_back(row);
    }
}

DataTable codebook(const Dataset& data) {
    DataTable table{codebook_name,
                    "The codebook: what is coded, with an example and a borderline case",
                    {{"variable", "string", "The variable"},
                     {"feature", "string", "The feature"},
                     {"holds", "string", "Told to hold when the text says this"},
                     {"fails", "string", "Told to fail when the text says this; empty: nothing tells it"},
                     {"excludes", "string", "What looks like it and does not count"},
                     {"example", "string", "A claim that codes it"},
                     {"borderline", "string", "A claim at its border"},
                     {"ruling", "string", "Why the borderline case does or does not code it"}},
                    {}};
    add_codebook_rows<Condition>(table, data, "condition");
    add_codebook_rows<Conduct>(table, data, "conduct");
    add_codebook_rows<Determinant>(table, data, "determinant");
    add_codebook_rows<Obligation>(table, data, "obligation");
    add_codebook_rows<Leverage>(table, data, "leverage");
    return table;
}

/// Which tables there are, by name. The codebook's examples are claims of the compiled-in dataset.
std::vector<std::string> table_names(bool compiled_in) {
    std::vector<std::string> names;
    for (const TableName table : all<TableName>()) names.emplace_back(name(table));
    if (compiled_in) names.emplace_back(codebook_name);
    return names;
}

DataTable make_table(const Dataset& data, std::string_view table) {
    if (table == codebook_name) return codebook(data);
    return data_table(data, *parse<TableName>(table));
}

// ---- metadata --------------------------------------------------------------------------------------------------------

/// Columns whose values are those of a key in another table.
struct Reference {
    std::string_view column;
    std::string_view table;
};

/// What identifies a row, and to what it refers. Lists refer too, but the recommendation has no words for that.
struct Keys {
    std::vector<std::string_view> primary;
    std::vector<Reference> foreign;
};

Keys keys_of(std::string_view table) {
    const Reference claim{"claim", "claims"};
    const Reference partner{"partner", "partners"};
    static const std::map<std::string_view, Keys> keys{
        {"dataset", {{"id"}, {}}},
        {"sources", {{"id"}, {}}},
        {"sections", {{"source", "paragraph"}, {{"source", "sources"}}}},
        {"partners", {{"id"}, {}}},
        {"memberships", {{"member", "group"}, {{"member", "partners"}, {"group", "partners"}, claim}}},
        {"claims", {{"id"}, {{"source", "sources"}}}},
        {"codings", {{"claim", "partner", "variable", "feature"}, {claim, partner}}},
        {"judgements", {{"claim", "partner", "issue_area"}, {claim, partner}}},
        {"measurements", {{"claim", "partner", "issue_area", "role"}, {claim, partner}}},
        {"matters", {{"id"}, {}}},
        {"positions", {{"matter", "claim", "figure"}, {{"matter", "matters"}, claim}}},
        {"paragraphs", {{"source", "paragraph"}, {{"source", "sources"}}}},
        {"disagreements", {{}, {{"claim_one", "claims"}, {"claim_other", "claims"}}}},
        {codebook_name, {{"variable", "feature"}, {{"example", "claims"}, {"borderline", "claims"}}}},
    };
    return keys.at(table);
}

/// The description of one table. References are given only if the tables to which they go are described too.
void write_schema(JsonWriter& json, const DataTable& table, bool with_references) {
    json.key("url").value(std::string(table.name) + ".csv");
    json.key("dc:description").value(table.title);
    json.key("tableSchema");
    const auto schema = json.object();
    {
        json.key("columns");
        const auto columns = json.array();
        for (const Column& column : table.columns) {
            const auto object = json.object();
            json.key("name").value(column.name);
            json.key("titles").value(column.name);
            json.key("datatype").value(column.datatype);
            if (column.list) json.key("separator").value("|");
            json.key("dc:description").value(column.meaning);
        }
    }
    const Keys keys = keys_of(table.name);
    if (!keys.primary.empty()) {
        json.key("primaryKey");
        const auto list = json.array();
        for (const auto key : keys.primary) json.value(key);
    }
    if (!with_references || keys.foreign.empty()) return;
    json.key("foreignKeys");
    const auto list = json.array();
    for (const Reference& reference : keys.foreign) {
        const auto object = json.object();
        json.key("columnReference").value(reference.column);
        json.key("reference");
        const auto target = json.object();
        json.key("resource").value(std::string(reference.table) + ".csv");
        json.key("columnReference").value("id");
    }
}

void write_head(JsonWriter& json, const Dataset& data) {
    json.key("@context").value("http://www.w3.org/ns/csvw");
    json.key("dc:title").value(data.title);
    json.key("dc:identifier").value(std::string(data.id) + ", edition " + std::to_string(data.edition));
    json.key("dc:license");
    const auto license = json.object();
    json.key("@id").value("https://creativecommons.org/licenses/by/4.0/");
}

/// Metadata by the recommendation "Metadata Vocabulary for Tabular Data" (W3C, 2015).
void write_csvw(std::ostream& out, const Dataset& data, const std::vector<std::string>& names) {
    JsonWriter json(out);
    const auto object = json.object();
    write_head(json, data);
    if (names.size() == 1) return write_schema(json, make_table(data, names.front()), false);
    json.key("tables");
    const auto list = json.array();
    for (const auto& name : names) {
        const auto table = json.object();
        write_schema(json, make_table(data, name), true);
    }
}

// ---- provenance ------------------------------------------------------------------------------------------------------

/// A link to another node: `"prov:wasDerivedFrom": {"@id": "#..."}`.
void write_link(JsonWriter& json, std::string_view key, const std::string& id) {
    json.key(key);
    const auto object = json.object();
    json.key("@id").value(id);
}

std::string block_id(const Claim& claim) {
    return "#paragraph-" + std::string(claim.id.substr(0, 7));
}

/// The id of a person or voice: other names, other ids. Letters beyond ASCII may stand in it, since ids are IRIs.
std::string agent_id(std::string_view name) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string id = "#agent-";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (detail::is_word(c) || byte >= 0x80) {
            id += c;
        } else if (c == ' ') {
            id += '-';
        } else {
            id += '%';
            id += hex[byte >> 4U];
            id += hex[byte & 0xfU];
        }
    }
    return id;
}

std::string_view speaker_of(const Dataset& data, const Claim& claim) {
    return claim.voice == Voice::author ? data.source(claim).author : claim.speaker;
}

void write_agents(JsonWriter& json, const Dataset& data) {
    std::map<std::string, std::string_view> agents;
    for (const Source& source : data.sources) agents.emplace(agent_id(source.author), source.author);
    for (const Claim& claim : data.claims) {
        const auto speaker = speaker_of(data, claim);
        if (!speaker.empty()) agents.emplace(agent_id(speaker), speaker);
    }
    for (const auto& [id, name] : agents) {
        const auto node = json.object();
        json.key("@id").value(id);
        json.key("@type").value("prov:Agent");
        json.key("rdfs:label").value(name);
    }
}

void write_sources(JsonWriter& json, const Dataset& data) {
    for (const Source& source : data.sources) {
        const auto node = json.object();
        json.key("@id").value("#source-" + std::string(source.id));
        json.key("@type").value("prov:Entity");
        json.key("dcterms:title").value(source.title);
        json.key("dcterms:publisher").value(source.publisher);
        json.key("dcterms:issued").value(edtf(source.published).view());
        write_link(json, "prov:wasAttributedTo", agent_id(source.author));
    }
    std::map<std::string, std::string> blocks;
    for (const Claim& claim : data.claims) blocks.emplace(block_id(claim), "#source-" + std::string(data.source(claim).id));
    for (const auto& [id, source] : blocks) {
        const auto node = json.object();
        json.key("@id").value(id);
        json.key("@type").value("prov:Entity");
        write_link(json, "dcterms:isPartOf", source);
    }
}

void write_claims(JsonWriter& json, const Dataset& data) {
    for (const Claim& claim : data.claims) {
        const auto node = json.object();
        json.key("@id").value("#claim-" + std::string(claim.id));
        json.key("@type").value("prov:Entity");
        json.key("prov:value").value(claim.statement);
        write_link(json, "prov:wasDerivedFrom", block_id(claim));
        write_link(json, "prov:wasGeneratedBy", "#extraction");
        if (const auto speaker = speaker_of(data, claim); !speaker.empty()) {
            write_link(json, "prov:wasAttributedTo", agent_id(speaker));
        }
    }
}

void write_coding_node(JsonWriter& json, const Dataset& data, ClaimIndex at, PartnerIndex partner, const std::string& what,
                       std::string_view value) {
    const std::string claim(data.claim(at).id);
    const auto node = json.object();
    json.key("@id").value("#coding-" + claim + "-" + std::string(data.partner(partner).id) + "-" + what);
    json.key("@type").value("prov:Entity");
    json.key("prov:value").value(value);
    write_link(json, "prov:wasDerivedFrom", "#claim-" + claim);
    write_link(json, "prov:wasGeneratedBy", "#coding");
}

template <Named E>
void write_codings(JsonWriter& json, const Dataset& data) {
    for (const Coding<E>& row : data.codings<E>()) {
        write_coding_node(json, data, row.claim, row.partner, std::string(name(row.feature)), name(row.tells));
    }
}

/// Where every claim and coding comes from, in the terms of PROV-O (W3C, 2013), as JSON-LD. Ids are relative to the file.
void write_provenance(std::ostream& out, const Dataset& data) {
    JsonWriter json(out);
    const auto object = json.object();
    {
        json.key("@context");
        const auto context = json.object();
        json.key("prov").value("http://www.w3.org/ns/prov#");
        json.key("dcterms").value("http://purl.org/dc/terms/");
        json.key("rdfs").value("http://www.w3.org/2000/01/rdf-schema#");
    }
    json.key("@graph");
    const auto graph = json.array();
    for (const auto& [id, label] : {std::pair{"#extraction", "Claims are taken from the paragraphs of the documents"},
                                    std::pair{"#coding", "Claims are coded by the codebook"}}) {
        const auto node = json.object();
        json.key("@id").value(id);
        json.key("@type").value("prov:Activity");
        json.key("rdfs:label").value(label);
    }
    write_agents(json, data);
    write_sources(json, data);
    write_claims(json, data);
    write_codings<Condition>(json, data);
    write_codings<Conduct>(json, data);
    write_codings<Determinant>(json, data);
    write_codings<Obligation>(json, data);
    write_codings<Leverage>(json, data);
    write_codings<Mode>(json, data);
    write_codings<Stage>(json, data);
    for (const Judgement& row : data.judgements) {
        write_coding_node(json, data, row.claim, row.partner, "level-" + std::string(name(row.area)), level_text(row.levels));
    }
}

// ---- out -------------------------------------------------------------------------------------------------------------

void write_tables(std::ostream& out, const Dataset& data, const std::vector<std::string>& names, const std::string& format) {
    if (format == "csvw") return write_csvw(out, data, names);
    if (format == "prov") return write_provenance(out, data);
    if (names.size() == 1) {
        const DataTable table = make_table(data, names.front());
        if (format == "csv") return write_csv(out, table);
        if (format == "jsonl") return write_json_lines(out, table);
        return write_json(out, table);
    }
    if (format != "json") {
        throw support::WrongArguments{"--table all goes with --format json, csvw or prov; for every table as " + format +
                                      " in files of their own use --to FOLDER"};
    }
    JsonWriter json(out);
    const auto object = json.object();
    for (const auto& name : names) {
        const DataTable table = make_table(data, name);
        json.key(name);
        const auto list = json.array();
        for (const auto& row : table.rows) write_json_row(json, table, row);
    }
}

/// Thrown when a file cannot be written or read.
[[noreturn]] void no_file(const std::string& what, const fs::path& file) {
    throw support::WrongArguments{what + ": " + file.string()};
}

void write_file(const fs::path& file, const std::function<void(std::ostream&)>& write) {
    std::ofstream out(file, std::ios::binary);
    write(out);
    out.flush();
    if (!out) no_file("cannot be written", file);
}

void write_folder(const fs::path& folder, const Dataset& data, const std::vector<std::string>& names, std::ostream& out) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) no_file("no folder can be made (" + failed.message() + ")", folder);
    for (const auto& name : names) {
        const DataTable table = make_table(data, name);
        write_file(folder / (name + ".csv"), [&](std::ostream& file) { write_csv(file, table); });
        write_file(folder / (name + ".jsonl"), [&](std::ostream& file) { write_json_lines(file, table); });
        out << name << ": " << table.rows.size() << " rows\n";
    }
    write_file(folder / "csv-metadata.json", [&](std::ostream& file) { write_csvw(file, data, names); });
    write_file(folder / "provenance.jsonld", [&](std::ostream& file) { write_provenance(file, data); });
    out << "written to " << folder.string() << ": each table as .csv and .jsonl, csv-metadata.json, provenance.jsonld\n";
}

// ---- back ------------------------------------------------------------------------------------------------------------

/// The whole of a file.
std::string read_file(const fs::path& file) {
    std::string text;
    std::ifstream in(file, std::ios::binary);
    if (!in) no_file("cannot be read", file);
    for (std::array<char, 65536> part{}; in.read(part.data(), part.size()), in.gcount() > 0;) {
        text.append(part.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) no_file("cannot be read", file);  // such as a folder
    return text;
}

/// The texts of a folder's tables. A table that is not there has no rows, but those of sources, partners and claims must be
/// there.
std::map<TableName, std::string> read_folder(const fs::path& folder) {
    std::map<TableName, std::string> texts;
    for (const TableName table : all<TableName>()) {
        if (table == TableName::disagreements) continue;
        const fs::path file = folder / (std::string(name(table)) + ".csv");
        const bool needed = table == TableName::sources || table == TableName::partners || table == TableName::claims;
        std::error_code failed;
        if (needed || fs::exists(file, failed) || failed) texts[table] = read_file(file);
    }
    return texts;
}

/// Says what is wrong with loaded tables. True when nothing is.
bool report_errors(const LoadedDataset& loaded, std::ostream& err) {
    for (const LoadError& error : loaded.errors) err << name(error.table) << ".csv: " << message(error.error) << '\n';
    const Finding finding = first_defect(loaded.dataset());
    if (finding.defect == Defect::none) return loaded.errors.empty();
    err << "the tables do not fit together: " << words(name(finding.defect)) << ", row " << finding.row + 1;
    if (!finding.claim.empty()) err << ", claim " << finding.claim;
    err << '\n';
    return false;
}

void answer_of(const Dataset& data, bool compiled_in, const support::Arguments& arguments, std::ostream& out) {
    const auto known = table_names(compiled_in);
    const std::string table = arguments.value("--table");
    std::vector<std::string> names{table};
    if (table == "all" || arguments.has("--to")) names = known;
    if (names.size() == 1 && std::find(known.begin(), known.end(), table) == known.end()) {
        auto valid = known;
        valid.emplace_back("all");
        support::reject("table", table, valid);
    }
    if (arguments.has("--to")) return write_folder(arguments.value("--to"), data, names, out);
    write_tables(out, data, names, arguments.value("--format"));
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    if (!arguments.has("--from")) return answer_of(tajikistan, true, arguments, out);
    const auto files = read_folder(arguments.value("--from"));
    CsvTexts texts;
    for (const auto& [table, text] : files) texts[table] = text;
    const LoadedDataset loaded = load_dataset(texts);
    const bool fine = report_errors(loaded, std::cerr);
    const bool fits = first_defect(loaded.dataset()).defect == Defect::none;
    std::error_code failed;
    if (!fine && arguments.has("--to") && fs::equivalent(arguments.value("--from"), arguments.value("--to"), failed)) {
        std::cerr << "nothing is written, since the rows with errors would be lost in " << arguments.value("--from") << '\n';
    } else if (fits) {
        answer_of(loaded.dataset(), false, arguments, out);
    }
    if (!fine) throw support::WrongData{};
}

}  // namespace

int main(int argc, char** argv) {
    auto tables = table_names(true);
    tables.emplace_back("all");
    return support::run(
        argc, argv, "export_dataset: the dataset as tables for other programs, and back",
        {{"--table", "NAME", "which table", "claims", tables},
         {"--format", "FORMAT", "how to write it: csvw is metadata for the CSV, prov is provenance as JSON-LD", "csv",
          {"csv", "jsonl", "json", "csvw", "prov"}},
         {"--to", "FOLDER", "write every table as CSV and JSON Lines, and the metadata, into this folder", "", {}},
         {"--from", "FOLDER", "take the tables from the CSV files in this folder instead of those compiled in", "", {}}},
        answer);
}
