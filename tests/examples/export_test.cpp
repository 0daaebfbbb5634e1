// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What export_dataset writes and reads: the tables in every format, the metadata against the tables by a small validator of
/// its own, provenance as a graph, folders out and back, and what is wrong with a folder.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/report.hpp>

#include "examples/program.hpp"
#include "report/csv_reader.hpp"
#include "support/json.hpp"

namespace {

using namespace trimode;
using support::has;
using support::Json;
using support::Ran;
using Kind = Json::Kind;
using Words = std::vector<std::string>;
namespace fs = std::filesystem;

Ran exported(const Words& arguments, const support::Running& how = {}) {
    return support::example("export_dataset", arguments, how);
}

/// What the program prints, when all is well.
std::string output(const Words& arguments) {
    const Ran ran = exported(arguments);
    REQUIRE(ran.code == 0);
    CHECK(ran.err.empty());
    return ran.out;
}

Json json(std::string_view text) {
    support::JsonReader reader(text);
    const auto value = reader.document();
    REQUIRE_MESSAGE(value.has_value(), reader.error());
    return *value;
}

support::CsvRows csv(std::string_view text) {
    const auto rows = support::parse_csv(text);
    REQUIRE(rows.has_value());
    REQUIRE_FALSE(rows->empty());
    for (const auto& row : *rows) REQUIRE(row.size() == rows->front().size());
    return *rows;
}

const Json& get(const Json& object, std::string_view key, Kind kind) {
    REQUIRE(object.kind == Kind::object);
    const Json* value = object.find(key);
    REQUIRE_MESSAGE(value != nullptr, "no key ", std::string(key));
    REQUIRE_MESSAGE(value->kind == kind, "of another kind: ", std::string(key));
    return *value;
}
std::string text(const Json& object, std::string_view key) { return get(object, key, Kind::string).text; }

bool same(const Json& one, const Json& other) {
    if (one.kind != other.kind || one.truth != other.truth || one.text != other.text || one.keys != other.keys ||
        one.items.size() != other.items.size()) {
        return false;
    }
    for (std::size_t i = 0; i < one.items.size(); ++i) {
        if (!same(one.items[i], other.items[i])) return false;
    }
    return true;
}

/// All tables, by the names that the program takes.
Words table_names() {
    Words names;
    for (const TableName table : all<TableName>()) names.emplace_back(name(table));
    names.emplace_back("codebook");
    return names;
}

/// A folder of its own, gone afterwards.
class Folder {
public:
    Folder() {
        static int count = 0;
        path_ = fs::temp_directory_path() /
                ("trimode_export_test_" + std::to_string(getpid()) + "_" + std::to_string(++count));
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

    /// With the whole dataset in it.
    void fill() const { output({"--to", path_.string()}); }
    [[nodiscard]] std::string read(const std::string& name) const { return support::file_text(path_ / name); }
    void write(const std::string& name, const std::string& contents) const {
        std::ofstream(path_ / name, std::ios::binary) << contents;
    }
    /// Replaces the first of these texts in a file.
    void replace(const std::string& file, const std::string& what, const std::string& by) const {
        std::string contents = read(file);
        const auto at = contents.find(what);
        REQUIRE_MESSAGE(at != std::string::npos, "not in ", file, ": ", what);
        write(file, contents.replace(at, what.size(), by));
    }
    [[nodiscard]] std::map<std::string, std::string> files() const {
        std::map<std::string, std::string> all;
        for (const auto& entry : fs::directory_iterator(path_)) {
            const std::string name = entry.path().filename().string();
            all[name] = read(name);
        }
        return all;
    }

private:
    fs::path path_;
};

// ---- CSV on the web, read by what the recommendations say ------------------------------------------------------------

/// Whether the text of a value is in the lexical space of a datatype (XML Schema).
bool valid(std::string_view value, std::string_view datatype) {
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (datatype == "string") return true;
    if (datatype == "boolean") return value == "true" || value == "false";
    if (!value.empty() && value.front() == '-') value.remove_prefix(1);
    if (datatype == "integer") return digits(value);
    REQUIRE(datatype == "decimal");
    const auto point = value.find('.');
    if (point == std::string_view::npos) return digits(value);
    return digits(value.substr(0, point)) && digits(value.substr(point + 1));
}

/// The values of a cell with a separator. An empty cell is an empty list.
Words values(const std::string& cell, const std::string& separator) {
    Words all;
    if (cell.empty()) return all;
    for (std::size_t at = 0;;) {
        const auto end = cell.find(separator, at);
        all.push_back(cell.substr(at, end == std::string::npos ? end : end - at));
        if (end == std::string::npos) return all;
        at = end + separator.size();
    }
}

/// A value of JSON as it is in CSV.
std::string plain(const Json& value) { return value.kind == Kind::boolean ? (value.truth ? "true" : "false") : value.text; }

struct Described {
    Words columns{};
    std::vector<std::string> datatypes{};
    std::vector<std::string> separators{};
    Words primary{};
    support::CsvRows rows{};  ///< Without the header.

    [[nodiscard]] std::size_t column(const std::string& name) const {
        const auto found = std::find(columns.begin(), columns.end(), name);
        REQUIRE_MESSAGE(found != columns.end(), "no column ", name);
        return static_cast<std::size_t>(found - columns.begin());
    }
};

/// The names of a property that is a column or a list of columns.
Words column_reference(const Json& value) {
    if (value.kind == Kind::string) return {value.text};
    const auto names = value.strings();
    REQUIRE(names.has_value());
    REQUIRE_FALSE(names->empty());
    return *names;
}

/// Reads the description of a table and holds the CSV against it.
Described describe(const Json& table, const std::string& contents) {
    for (const auto& key : table.keys) {
        const bool known = key == "url" || key == "tableSchema" || key == "@context" || key.starts_with("dc:");
        CHECK_MESSAGE(known, "not in the vocabulary: ", key);
    }
    CHECK_FALSE(text(table, "dc:description").empty());
    const Json& schema = get(table, "tableSchema", Kind::object);
    for (const auto& key : schema.keys) CHECK((key == "columns" || key == "primaryKey" || key == "foreignKeys"));

    Described described;
    for (const Json& column : get(schema, "columns", Kind::array).items) {
        const std::string name = text(column, "name");
        // A name is a variable of a URI template (RFC 6570), and does not begin with an underscore.
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") == std::string::npos);
        CHECK((!name.empty() && name.front() != '_' && name.front() != '.' && name.back() != '.' && !has(name, "..")));
        CHECK(std::count(described.columns.begin(), described.columns.end(), name) == 0);
        CHECK(text(column, "titles") == name);  // which is what the header has to say
        CHECK_FALSE(text(column, "dc:description").empty());
        described.columns.push_back(name);
        described.datatypes.push_back(text(column, "datatype"));
        described.separators.push_back(column.find("separator") == nullptr ? "" : text(column, "separator"));
    }
    described.rows = csv(contents);
    CHECK(described.rows.front() == described.columns);
    described.rows.erase(described.rows.begin());
    CHECK(contents.find("\n#") == std::string::npos);  // would be a comment

    for (const auto& row : described.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string& separator = described.separators[i];
            for (const auto& value : separator.empty() ? Words{row[i]} : values(row[i], separator)) {
                if (value.empty()) continue;  // nothing
                CHECK_MESSAGE(valid(value, described.datatypes[i]), "no ", described.datatypes[i], " in ", described.columns[i], ": ", value);
            }
        }
    }
    if (const Json* key = schema.find("primaryKey")) {
        described.primary = column_reference(*key);
        std::set<Words> seen;
        for (const auto& row : described.rows) {
            Words values;
            for (const auto& name : described.primary) {
                values.push_back(row[described.column(name)]);
                CHECK_FALSE(values.back().empty());
            }
            CHECK_MESSAGE(seen.insert(values).second, "a key twice, beginning with ", values.front());
        }
    }
    return described;
}

// ---- provenance ------------------------------------------------------------------------------------------------------

/// All that objects below the nodes of the graph refer to.
void collect_references(const Json& value, std::vector<std::string>& found, bool node) {
    if (value.kind == Kind::object && !node) {
        REQUIRE(value.keys == Words{"@id"});
        found.push_back(text(value, "@id"));
        return;
    }
    for (const Json& item : value.items) collect_references(item, found, false);
}

}  // namespace

TEST_CASE("export: every table in CSV, JSON and JSON Lines is that of the library") {
    for (const auto& table : table_names()) {
        CAPTURE(table);
        const std::string as_csv = output({"--table", table});
        CHECK(output({"--table", table, "--format", "csv"}) == as_csv);
        const auto rows = csv(as_csv);
        const std::string lines = output({"--table", table, "--format", "jsonl"});
        const std::string as_json = output({"--table", table, "--format", "json"});
        const Json list = json(as_json);
        REQUIRE(list.kind == Kind::array);
        CHECK(list.items.size() + 1 == rows.size());
        const Words each = support::lines_of(lines);
        REQUIRE(each.size() == list.items.size());
        for (std::size_t i = 0; i < each.size(); ++i) CHECK(same(json(each[i]), list.items[i]));
        if (table == "codebook") continue;
        const DataTable expected = data_table(tajikistan, *parse<TableName>(table));
        std::ostringstream expected_csv;
        write_csv(expected_csv, expected);
        CHECK(as_csv == expected_csv.str());
        std::ostringstream expected_lines;
        write_json_lines(expected_lines, expected);
        CHECK(lines == expected_lines.str());
        std::ostringstream expected_json;
        write_json(expected_json, expected);
        CHECK(as_json == expected_json.str());
    }
    CHECK(output({}) == output({"--table", "claims", "--format", "csv"}));
    CHECK(output({"--table", "claims"}) == exported({"--table", "claims"}, {.environment = {"LC_ALL=de_DE.UTF-8"}}).out);
}

TEST_CASE("export: all tables as one JSON object") {
    const Json all = json(output({"--table", "all", "--format", "json"}));
    CHECK(all.keys == table_names());
    for (const auto& table : table_names()) {
        CHECK(same(get(all, table, Kind::array), json(output({"--table", table, "--format", "json"}))));
    }
    for (const char* format : {"csv", "jsonl"}) {
        const Ran ran = exported({"--table", "all", "--format", format});
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(has(ran.err, "--to FOLDER"));
        CHECK(has(ran.err, format));
    }
}

TEST_CASE("export: a line for every claim, with what other programs need") {
    const Words lines = support::lines_of(output({"--table", "claims", "--format", "jsonl"}));
    REQUIRE(lines.size() == tajikistan.claims.size());
    std::set<std::string> forms;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Json line = json(lines[i]);
        const Claim& claim = tajikistan.claims[i];
        CAPTURE(claim.id);
        for (const char* key : {"id", "source", "section", "paragraph", "context", "note", "partners", "issue_area", "kind",
                                "modality", "from", "to", "quantities", "statement"}) {
            CHECK_MESSAGE(line.find(key) != nullptr, "no key ", key);
        }
        CHECK(text(line, "id") == claim.id);
        CHECK(text(line, "source") == tajikistan.source(claim).id);
        CHECK(get(line, "paragraph", Kind::number).text == std::to_string(claim.block()));
        CHECK(text(line, "issue_area") == name(claim.area));
        CHECK(text(line, "kind") == name(claim.kind));
        CHECK(text(line, "modality") == name(claim.modality));
        CHECK(text(line, "statement") == claim.statement);
        CHECK((line.find("note")->kind == Kind::null) == (claim.note == 0));
        CHECK((line.find("section")->kind == Kind::null) == section(tajikistan, claim).empty());
        CHECK(get(line, "partners", Kind::array).strings().has_value());
        for (const Json& number : get(line, "context", Kind::array).items) CHECK(number.kind == Kind::number);
        std::size_t figures = 0;
        for (const Figure& figure : claim.figures) figures += figure.measure.empty() ? 0U : 1U;
        const Json& quantities = get(line, "quantities", Kind::array);
        REQUIRE(quantities.items.size() == figures);
        for (std::size_t k = 0; k < figures; ++k) {
            const Json& quantity = quantities.items[k];
            CHECK(quantity.keys == Words{"form", "low", "high", "unit", "measure"});
            const std::string form = text(quantity, "form");
            forms.insert(form);
            CHECK(get(quantity, "low", form == "at_most" ? Kind::null : Kind::number).kind != Kind::array);
            CHECK(get(quantity, "high", form == "at_least" ? Kind::null : Kind::number).kind != Kind::array);
            CHECK(parse<Unit>(text(quantity, "unit")) == claim.figures[k].quantity.unit);
            CHECK(text(quantity, "measure") == claim.figures[k].measure);
        }
    }
    CHECK(forms.size() >= 3);  // or little has been tried
}

TEST_CASE("export: the codebook has every feature once, with its definition and claims that are there") {
    const auto rows = csv(output({"--table", "codebook"}));
    CHECK(rows.front() == Words{"variable", "feature", "holds", "fails", "excludes", "example", "borderline", "ruling"});
    CHECK(rows.size() == 1 + count<Condition> + count<Conduct> + count<Determinant> + count<Obligation> +
                             count<Leverage>);
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CAPTURE(rows[i][1]);
        CHECK(seen.emplace(rows[i][0], rows[i][1]).second);
        CHECK_FALSE(rows[i][2].empty());
        for (const std::size_t column : {5U, 6U}) {
            CHECK((rows[i][column].empty() || find_claim(tajikistan.claims, rows[i][column]).has_value()));
        }
    }
    CHECK(seen.count({"condition", "resources"}) == 1);
    CHECK(seen.count({"determinant", "price_felt"}) == 1);
}

TEST_CASE("export: into a folder and back gives the same files") {
    const Folder one;
    const Folder other;
    const std::string said = output({"--to", one.path().string()});
    for (const auto& table : table_names()) {
        CHECK(has(said, table + ": "));
        CHECK(one.read(table + ".csv") == output({"--table", table}));
        CHECK(one.read(table + ".jsonl") == output({"--table", table, "--format", "jsonl"}));
    }
    CHECK(one.read("provenance.jsonld") == output({"--format", "prov"}));
    CHECK(one.read("csv-metadata.json") == output({"--table", "all", "--format", "csvw"}));
    CHECK(one.files().size() == 2 * table_names().size() + 2);

    const std::string deep = other / "not/there/yet";
    output({"--from", one.path().string(), "--to", deep});
    for (const auto& entry : one.files()) {
        const std::string& file = entry.first;
        const std::string& contents = entry.second;
        CAPTURE(file);
        const fs::path back = fs::path(deep) / file;
        // The codebook belongs to what is compiled in.
        CHECK(fs::exists(back) == !file.starts_with("codebook"));
        if (file.starts_with("codebook") || file == "csv-metadata.json") continue;
        CHECK(support::file_text(back) == contents);
    }
    // Out of the folder as out of the program.
    for (const char* table : {"claims", "disagreements", "paragraphs"}) {
        CHECK(output({"--from", one.path().string(), "--table", table}) == output({"--table", table}));
    }
    // In place, nothing changes.
    const auto before = one.files();
    output({"--from", one.path().string(), "--to", one.path().string()});
    for (const auto& entry : one.files()) {
        const std::string& file = entry.first;
        const std::string& contents = entry.second;
        if (file != "csv-metadata.json") CHECK_MESSAGE(contents == before.at(file), file);
    }
}

TEST_CASE("export: the metadata describe the CSV") {
    const Folder folder;
    folder.fill();
    const Json metadata = json(folder.read("csv-metadata.json"));
    CHECK(text(metadata, "@context") == "http://www.w3.org/ns/csvw");
    CHECK(text(metadata, "dc:title") == tajikistan.title);
    CHECK(has(text(get(metadata, "dc:license", Kind::object), "@id"), "creativecommons.org/licenses/by/4.0"));
    const Json& list = get(metadata, "tables", Kind::array);

    std::map<std::string, Described> described;
    for (const Json& table : list.items) {
        const std::string url = text(table, "url");
        CAPTURE(url);
        CHECK(described.emplace(url, describe(table, folder.read(url))).second);
        CHECK_FALSE(described.at(url).rows.empty());
    }
    // Every CSV is described, and nothing else.
    for (const auto& entry : folder.files()) {
        const std::string& file = entry.first;
        if (file.ends_with(".csv")) CHECK_MESSAGE(described.count(file) == 1, "not described: ", file);
    }
    CHECK(described.size() == table_names().size());

    std::size_t references = 0;
    for (const Json& table : list.items) {
        const std::string url = text(table, "url");
        CAPTURE(url);
        if (url != "disagreements.csv") CHECK_FALSE(described.at(url).primary.empty());
        const Json* keys = get(table, "tableSchema", Kind::object).find("foreignKeys");
        if (keys == nullptr) continue;
        for (const Json& key : keys->items) {
            CHECK(key.keys == Words{"columnReference", "reference"});
            const Words own = column_reference(get(key, "columnReference", Kind::string));
            const Json& reference = get(key, "reference", Kind::object);
            CHECK(reference.keys == Words{"resource", "columnReference"});
            const Described& target = described.at(text(reference, "resource"));
            const Words theirs = column_reference(get(reference, "columnReference", Kind::string));
            REQUIRE(own.size() == theirs.size());
            std::set<std::string> there;
            for (const auto& row : target.rows) CHECK(there.insert(row[target.column(theirs[0])]).second);
            for (const auto& row : described.at(url).rows) {
                const std::string& value = row[described.at(url).column(own[0])];
                if (!value.empty()) CHECK_MESSAGE(there.count(value) == 1, own[0], " is none: ", value);
            }
            ++references;
        }
    }
    CHECK(references == 18);  // a new table refers to something, too

    // Who splits the lists at bars, as the metadata say, gets what JSON has: no value of ours has a bar in it.
    for (const auto& entry : described) {
        const std::string& url = entry.first;
        const Described& table = entry.second;
        CAPTURE(url);
        const Words lines = support::lines_of(folder.read(url.substr(0, url.size() - 4) + ".jsonl"));
        REQUIRE(lines.size() == table.rows.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Json line = json(lines[i]);
            for (std::size_t k = 0; k < table.columns.size(); ++k) {
                const std::string& column = table.columns[k];
                const auto point = column.find('.');
                const Json* value = line.find(column.substr(0, point));
                REQUIRE(value != nullptr);
                if (table.separators[k].empty()) {
                    CHECK(plain(*value) == table.rows[i][k]);
                    CHECK((value->kind == Kind::null) == table.rows[i][k].empty());
                    continue;
                }
                REQUIRE(value->kind == Kind::array);
                Words expected;
                for (const Json& item : value->items) {
                    expected.push_back(plain(point == std::string::npos ? item : *item.find(column.substr(point + 1))));
                }
                // One value that is nothing reads like no value.
                if (expected == Words{""}) expected.clear();
                CHECK(values(table.rows[i][k], table.separators[k]) == expected);
            }
        }
    }
}

TEST_CASE("export: the metadata of one table stand alone") {
    const Json whole = json(output({"--table", "all", "--format", "csvw"}));
    for (const auto& table : table_names()) {
        CAPTURE(table);
        const Json one = json(output({"--table", table, "--format", "csvw"}));
        CHECK(text(one, "@context") == "http://www.w3.org/ns/csvw");
        CHECK(text(one, "url") == table + ".csv");
        describe(one, output({"--table", table}));
        const Json& schema = get(one, "tableSchema", Kind::object);
        CHECK(schema.find("foreignKeys") == nullptr);  // the other tables are not described
        const auto& items = get(whole, "tables", Kind::array).items;
        const auto found = std::find_if(items.begin(), items.end(), [&](const Json& item) { return text(item, "url") == table + ".csv"; });
        REQUIRE(found != items.end());
        CHECK(same(get(schema, "columns", Kind::array),
                   get(get(*found, "tableSchema", Kind::object), "columns", Kind::array)));
    }
}

TEST_CASE("export: provenance leads from every coding over its claim and paragraph to a document") {
    const Json document = json(output({"--format", "prov"}));
    const Json& context = get(document, "@context", Kind::object);
    const Json& graph = get(document, "@graph", Kind::array);
    std::map<std::string, const Json*> nodes;
    std::map<std::string, std::string> labels;
    for (const Json& node : graph.items) {
        const std::string id = text(node, "@id");
        CHECK_MESSAGE(nodes.emplace(id, &node).second, "twice: ", id);
        CHECK(id.find_first_of(" <>\"{}|\\^`") == std::string::npos);  // RFC 3987
        for (const auto& key : node.keys) {
            const auto colon = key.find(':');
            if (colon != std::string::npos) CHECK_MESSAGE(context.find(key.substr(0, colon)) != nullptr, "no prefix: ", key);
        }
        const std::string type = text(node, "@type");
        CHECK((type == "prov:Entity" || type == "prov:Activity" || type == "prov:Agent"));
        if (type == "prov:Agent") CHECK(labels.emplace(text(node, "rdfs:label"), id).second);
    }
    for (const Json& node : graph.items) {
        std::vector<std::string> references;
        collect_references(node, references, true);
        for (const auto& id : references) CHECK_MESSAGE(nodes.count(id) == 1, "not in the graph: ", id);
    }
    const auto follow = [&](const Json& node, std::string_view key) -> const Json& {
        return *nodes.at(text(get(node, key, Kind::object), "@id"));
    };
    const auto kind_of = [](const std::string& id) { return id.substr(0, id.find('-')); };
    std::map<std::string, std::size_t> counts;
    for (const Json& node : graph.items) {
        const std::string id = text(node, "@id");
        CAPTURE(id);
        const std::string kind = kind_of(id);
        if (id.find('-') == std::string::npos) continue;  // an activity
        ++counts[kind];
        if (kind == "#claim") {
            const std::string claim_id = id.substr(7);
            const auto at = find_claim(tajikistan.claims, claim_id);
            REQUIRE(at.has_value());
            const Claim& claim = tajikistan.claim(*at);
            CHECK(text(node, "prov:value") == claim.statement);
            CHECK(text(follow(node, "prov:wasGeneratedBy"), "@type") == "prov:Activity");
            const Json& paragraph = follow(node, "prov:wasDerivedFrom");
            CHECK(kind_of(text(paragraph, "@id")) == "#paragraph");
            CHECK(has(claim_id, text(paragraph, "@id").substr(11)));
            const Json& source = follow(paragraph, "dcterms:isPartOf");
            CHECK(text(source, "@id") == "#source-" + std::string(tajikistan.source(claim).id));
            const std::string speaker(claim.voice == Voice::author ? tajikistan.source(claim).author : claim.speaker);
            CHECK((node.find("prov:wasAttributedTo") == nullptr) == speaker.empty());
            if (!speaker.empty()) CHECK(text(follow(node, "prov:wasAttributedTo"), "rdfs:label") == speaker);
        } else if (kind == "#coding") {
            const Json& claim = follow(node, "prov:wasDerivedFrom");
            const std::string claim_id = text(claim, "@id").substr(7);
            CHECK(id.starts_with("#coding-" + claim_id + "-"));
            const Json& source = follow(follow(claim, "prov:wasDerivedFrom"), "dcterms:isPartOf");
            CHECK(kind_of(text(source, "@id")) == "#source");
            CHECK(text(follow(source, "prov:wasAttributedTo"), "@type") == "prov:Agent");
            CHECK_FALSE(text(node, "prov:value").empty());
        }
    }
    CHECK(counts["#claim"] == tajikistan.claims.size());
    CHECK(counts["#source"] == tajikistan.sources.size());
    CHECK(counts["#coding"] == tajikistan.conditions.size() + tajikistan.conduct.size() + tajikistan.determinants.size() +
                                   tajikistan.obligations.size() + tajikistan.leverages.size() + tajikistan.modes.size() + tajikistan.stages.size() +
                                   tajikistan.judgements.size());
    for (const Coding<Condition>& row : tajikistan.conditions) {
        const std::string id = "#coding-" + std::string(tajikistan.claim(row.claim).id) + "-" +
                               std::string(tajikistan.partner(row.partner).id) + "-" + std::string(name(row.feature));
        REQUIRE_MESSAGE(nodes.count(id) == 1, id);
        CHECK(text(*nodes.at(id), "prov:value") == name(row.tells));
    }
}

TEST_CASE("export: speakers whose names are not ASCII stay apart") {
    const Folder folder;
    folder.fill();
    auto rows = csv(folder.read("claims.csv"));
    const auto column = [&](const char* name) {
        return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin());
    };
    // Two names of the same length, and two that differ in a sign only.
    const Words speakers{"Рахмон", "Путину", "A B", "A-B", "A/B", "A%2FB"};
    std::size_t next = 0;
    for (std::size_t i = 1; i < rows.size() && next < speakers.size(); ++i) {
        if (rows[i][column("voice")] != "author") rows[i][column("speaker")] = speakers[next++];
    }
    REQUIRE(next == speakers.size());
    std::ostringstream out;
    for (const auto& row : rows) write_csv_row(out, row);
    folder.write("claims.csv", out.str());
    const Json document = json(output({"--from", folder.path().string(), "--format", "prov"}));
    std::map<std::string, std::string> ids;
    for (const Json& node : get(document, "@graph", Kind::array).items) {
        if (text(node, "@type") == "prov:Agent") ids[text(node, "rdfs:label")] = text(node, "@id");
    }
    std::set<std::string> different;
    for (const auto& speaker : speakers) {
        CHECK_MESSAGE(ids.count(speaker) == 1, speaker);
        different.insert(ids[speaker]);
    }
    CHECK(different.size() == speakers.size());
}

TEST_CASE("export: wrong words on the command line") {
    struct Case {
        Words arguments;
        std::string said;
    };
    const Folder folder;
    folder.fill();
    const std::string from = folder.path().string();
    folder.write("file", "no folder");
    for (const Case& one : std::vector<Case>{
             {{"--table", "clams"}, "did you mean 'claims'?"},
             {{"--table", ""}, "unknown value for --table ''"},
             {{"--format", "jsonld"}, "did you mean 'jsonl'?"},
             {{"--format", "CSV"}, "did you mean 'csv'?"},
             {{"--from", from, "--table", "codebook"}, "unknown table 'codebook'"},
             {{"--from", from, "--table", "all"}, "--to FOLDER"},
             {{"--from", folder / "nowhere"}, "cannot be read: " + (folder / "nowhere/sources.csv")},
             {{"--from="}, "cannot be read"},
             {{"--from", folder / "file"}, "cannot be read"},
             {{"--to", folder / "file"}, "no folder can be made"},
             {{"--to", folder / "file/below"}, "no folder can be made"},
             {{"--to="}, "no folder can be made"},
             {{"--to"}, "--to needs a value"},
             {{"claims"}, "unexpected argument 'claims'"},
         }) {
        const Ran ran = exported(one.arguments);
        CAPTURE(one.said);
        CAPTURE(ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.starts_with("error: "));
        CHECK(has(ran.err, one.said));
    }
    CHECK(exported({"--table", "claims"}, {.output = "/dev/full"}).code == 1);
}

TEST_CASE("export: files that cannot be read or written, and files that are not there") {
    const Folder folder;
    folder.fill();
    const std::string from = folder.path().string();
    // Tables that nothing else needs may be missing.
    for (const char* file : {"codings.csv", "dataset.csv", "disagreements.csv", "sections.csv"}) fs::remove(folder.path() / file);
    const Ran without = exported({"--from", from, "--table", "codings"});
    CHECK(without.code == 3);  // since the claims still name their sections
    CHECK(has(without.err, "claims.csv: unknown name at line "));
    CHECK(csv(without.out).size() == 1);

    // A folder where a file should be.
    fs::create_directory(folder.path() / "codings.csv");
    const Ran unreadable = exported({"--from", from});
    CHECK(unreadable.code == 2);
    CHECK(has(unreadable.err, "cannot be read: " + (folder / "codings.csv")));
    const Ran unwritable = exported({"--to", from});
    CHECK(unwritable.code == 2);
    CHECK(has(unwritable.err, "cannot be written: " + (folder / "codings.csv")));
    for (const char* file : {"claims.csv", "partners.csv", "sources.csv"}) {
        const Folder missing;
        missing.fill();
        fs::remove(missing.path() / file);
        const Ran ran = exported({"--from", missing.path().string()});
        CHECK(ran.code == 2);
        CHECK(has(ran.err, std::string("cannot be read: ") + (missing / file)));
        CHECK(ran.out.empty());
    }
}

TEST_CASE("export: what is wrong in a folder is told with file, line and column, and the rest is used") {
    const Folder folder;
    folder.fill();
    const std::string from = folder.path().string();
    const std::string codings = folder.read("codings.csv");
    const auto rows = csv(codings);

    // A name that is none: the field of line 2 behind its claim and partner and variable.
    const auto& first = rows[1];
    const std::string line = first[0] + "," + first[1] + "," + first[2] + "," + first[3];
    folder.replace("codings.csv", line, first[0] + "," + first[1] + "," + first[2] + ",resorces");
    const std::size_t column = first[0].size() + first[1].size() + first[2].size() + 4;
    const Ran ran = exported({"--from", from, "--table", "codings"});
    CHECK(ran.code == 3);
    CHECK(ran.err == "codings.csv: unknown name at line 2, column " + std::to_string(column) +
                         ": 'resorces', did you mean 'resources'?\n");
    CHECK(csv(ran.out).size() == rows.size() - 1);

    // The rest into another folder, but not over the rows with errors.
    const Folder other;
    const Ran rest = exported({"--from", from, "--to", other.path().string()});
    CHECK(rest.code == 3);
    CHECK(csv(other.read("codings.csv")).size() == rows.size() - 1);
    const auto before = folder.files();
    const Ran over = exported({"--from", from, "--to", from + "/."});
    CHECK(over.code == 3);
    CHECK(has(over.err, "nothing is written"));
    CHECK(over.out.empty());
    CHECK(folder.files() == before);
    folder.write("codings.csv", codings);

    // A form that is wrong.
    folder.write("codings.csv", codings + "000.001a,\"russia\n");
    const Ran broken = exported({"--from", from, "--table", "partners"});
    CHECK(broken.code == 3);
    CHECK(has(broken.err, "codings.csv: open quote at line " + std::to_string(rows.size() + 1) + ", column 10"));
    CHECK(broken.out == output({"--table", "partners"}));
    folder.write("codings.csv", codings);

    // A column that is missing, and so misspelt.
    folder.replace("codings.csv", "claim,partner,variable", "claim,Partner,variable");
    const Ran missing = exported({"--from", from, "--table", "codings"});
    CHECK(missing.code == 3);
    CHECK(has(missing.err, "codings.csv: unknown name at line 1, column 1: 'partner', did you mean 'Partner'?\n"));
    CHECK(has(missing.err, "codings.csv: unknown name at line 1, column 7: 'Partner', did you mean 'partner'?\n"));
    CHECK(csv(missing.out).size() == 1);
    folder.write("codings.csv", codings);

    // Several files at once, each named.
    folder.replace("partners.csv", ",state,", ",stat,");
    folder.replace("dataset.csv", "1991/2023", "1991/20233");
    const Ran several = exported({"--from", from, "--table", "sources"});
    CHECK(several.code == 3);
    CHECK(has(several.err, "dataset.csv: "));
    CHECK(has(several.err, "partners.csv: "));
    CHECK(several.out == output({"--table", "sources"}));
}

TEST_CASE("export: tables that do not fit together") {
    const Folder folder;
    folder.fill();
    const std::string from = folder.path().string();
    auto rows = csv(folder.read("partners.csv"));
    std::swap(rows[1], rows[2]);
    std::ostringstream out;
    for (const auto& row : rows) write_csv_row(out, row);
    folder.write("partners.csv", out.str());
    const Ran ran = exported({"--from", from});
    CHECK(ran.code == 3);
    CHECK(ran.out.empty());
    CHECK(ran.err == "the tables do not fit together: partners not sorted, row 2\n");
    const Folder other;
    CHECK(exported({"--from", from, "--to", other.path().string()}).code == 3);
    CHECK(other.files().empty());
}
