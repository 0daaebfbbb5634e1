// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The tables of a dataset as text, and back: CSV, JSON, JSON Lines, metadata for CSV on the web, provenance. The columns of
/// each table are written down once, in `columns`, and read three ways: as header, to write and to read.
/// Layer: report.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/base/date.hpp>
#include <trimode/base/decimal.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/set.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/report/csv.hpp>
#include <trimode/report/disagreement.hpp>
#include <trimode/report/json.hpp>

namespace trimode {

/// A table of a dataset, or one that is computed from it.
enum class TableName : std::uint8_t {
    dataset,        ///< One row: what the dataset is.
    sources,
    sections,
    partners,
    memberships,
    claims,
    codings,        ///< Of conditions, conduct, determinants, obligations and leverage, and of modes and stages that an author names.
    judgements,
    measurements,
    matters,
    positions,
    paragraphs,     ///< Every block of every document: its claims, or why it has none.
    disagreements,  ///< Computed: written, never read.
};

/// The spellings of TableName.
consteval auto names_of(TableName) {
    return names<TableName>("dataset", "sources", "sections", "partners", "memberships", "claims", "codings", "judgements",
                            "measurements", "matters", "positions", "paragraphs", "disagreements");
}

/// What a table holds, for its metadata.
[[nodiscard]] constexpr std::string_view title(TableName table) noexcept {
    switch (table) {
        case TableName::dataset: return "The dataset";
        case TableName::sources: return "The documents";
        case TableName::sections: return "Headings of the documents, as printed; ... for the rest of a long one";
        case TableName::partners: return "Partners";
        case TableName::memberships: return "Who belongs to which group";
        case TableName::claims: return "Claims: the assertions of the documents, in our own words";
        case TableName::codings: return "Codings: what a claim tells of a feature of a partner";
        case TableName::judgements: return "How dependent the authors judge the state to be";
        case TableName::measurements: return "Figures that measure dependency";
        case TableName::matters: return "Questions on which the documents can be compared";
        case TableName::positions: return "What claims answer to these questions";
        case TableName::paragraphs: return "Every paragraph of the documents, with its claims or the reason why it has none";
        case TableName::disagreements: return "Pairs of claims that disagree, computed from the other tables";
    }
    return {};
}

/// The variables that claims code.
enum class Variable : std::uint8_t { condition, conduct, determinant, obligation, leverage, mode, stage };

/// The spellings of Variable.
consteval auto names_of(Variable) { return names<Variable>("condition", "conduct", "determinant", "obligation", "leverage", "mode", "stage"); }

/// One value of a table: nothing, text, a number, a truth, or a list of such.
struct Cell {
    enum class Kind : std::uint8_t { null, text, number, truth, list };
    Kind kind = Kind::null;
    std::string text{};        ///< The text, the digits of the number, or `true` or `false`.
    std::vector<Cell> list{};
};

/// A text as a cell; an empty one is nothing.
[[nodiscard]] inline Cell text_cell(std::string_view text) {
    return text.empty() ? Cell{} : Cell{Cell::Kind::text, std::string(text), {}};
}

/// A column: its name, what its values are and what they mean.
struct Column {
    std::string_view name{};      ///< Columns `a.x` and `a.y` are parallel lists: in JSON a list `a` of objects with x and y.
    std::string_view datatype{};  ///< A datatype of the recommendation "Metadata Vocabulary for Tabular Data".
    std::string_view meaning{};
    bool list = false;            ///< Several values, in CSV separated by `|`.
};

/// A table as rows of cells.
struct DataTable {
    std::string_view name{};
    std::string_view title{};
    std::vector<Column> columns{};
    std::vector<std::vector<Cell>> rows{};
};

namespace detail {

/// One row of the table of codings, whatever its variable.
struct AnyCoding {
    ClaimIndex claim{};
    PartnerIndex partner{};
    Variable variable{};
    std::uint8_t feature = 0;
    Tells tells{};
    Period period{};
};

/// One row of the table of paragraphs.
struct Paragraph {
    std::uint16_t source = 0;
    std::uint16_t block = 0;
    std::string_view reason{};
};

// How a field is to be read, where its type does not say it.
struct OptionalField { std::uint16_t& number; };  ///< 0 stands for nothing.
struct SourceField { std::uint16_t& number; };    ///< Written as the id of the document.
struct WordsField { std::string_view& words; };   ///< Words separated by blanks.
struct FeatureField { Variable variable; std::uint8_t& feature; };
struct OptionsField { MatterIndex matter; Options& options; };

[[nodiscard]] inline Cell number_cell(std::string text) { return {Cell::Kind::number, std::move(text), {}}; }

[[nodiscard]] inline std::string end_text(const End& end) {
    if (end.dated()) return std::string(edtf(end.date).view());
    return end.kind == End::Kind::open ? ".." : "";
}

/// The names of the features of a variable, by place.
[[nodiscard]] inline std::string_view feature_name(Variable variable, std::uint8_t feature) noexcept {
    switch (variable) {
        case Variable::condition: return name(static_cast<Condition>(feature));
        case Variable::conduct: return name(static_cast<Conduct>(feature));
        case Variable::determinant: return name(static_cast<Determinant>(feature));
        case Variable::obligation: return name(static_cast<Obligation>(feature));
        case Variable::leverage: return name(static_cast<Leverage>(feature));
        case Variable::mode: return name(static_cast<Mode>(feature));
        case Variable::stage: return name(static_cast<Stage>(feature));
    }
    return {};
}

// ---- the columns, written down once ----------------------------------------------------------------------------------

template <class Io>
void columns(Io& io, Dataset& row) {
    io("id", row.id, "Identifier of the dataset");
    io("title", row.title, "What it is about");
    io("state", row.state, "Whose foreign policy it is");
    io("edition", row.edition, "Counts up with every change of the tables");
    io("time", row.time, "Of which years the documents speak (EDTF)");
}

template <class Io>
void columns(Io& io, Source& row) {
    io("id", row.id, "The document: its leading number, then a name");
    io("author", row.author, "Who wrote it, or answers in it");
    io("title", row.title, "Its title, as printed; ... for the rest of a long one");
    io("publisher", row.publisher, "Who published it");
    io("published", row.published, "When, as precisely as the document allows (EDTF)");
    io("dated_by", row.dated_by, "How the document tells its date");
    io("paragraphs", row.blocks, "How many paragraphs (blocks between blank lines) it has");
}

template <class Io>
void columns(Io& io, Section& row) {
    io("source", SourceField{row.source}, "The document");
    io("paragraph", row.block, "The paragraph in which the heading stands");
    io("heading", row.heading, "The heading, as printed; ... for the rest of a long one");
}

template <class Io>
void columns(Io& io, Partner& row) {
    io("id", row.id, "Identifier of the partner");
    io("name", row.name, "Its name");
    io("kind", row.kind, "What sort of party it is");
    io("iso3", row.iso3, "ISO 3166-1 alpha-3; from the standard, not from the documents");
    io("cow", OptionalField{row.cow}, "Correlates of War state number; from that project, not from the documents");
    io("aliases", WordsField{row.aliases}, "Other identifiers");
}

template <class Io>
void columns(Io& io, Membership& row) {
    io("member", row.member, "The partner that belongs to the group");
    io("group", row.group, "The group");
    io("claim", row.claim, "The claim that says so");
    io("period", row.period, "From when to when (EDTF); empty: as long as the dataset speaks");
    io("told_by_group", row.told_by_group, "Whether what the author tells of the group tells of this member");
}

template <class Io>
void columns(Io& io, Claim& row) {
    io("id", row.id, "The address of the claim: document, paragraph, letter");
    io.shown("source", row, [](const Dataset& data, const Claim& claim) { return text_cell(data.source(claim).id); },
             "The document");
    io.shown("section", row, [](const Dataset& data, const Claim& claim) { return text_cell(section(data, claim)); },
             "The heading above it");
    io.shown("paragraph", row, [](const Dataset&, const Claim& claim) { return number_cell(std::to_string(claim.block())); },
             "The paragraph in which it stands, counted from 1 over the whole file", Cell::Kind::number);
    io("last_paragraph", OptionalField{row.last_block}, "The last paragraph, if it runs over several");
    io("context", row.context, "Further paragraphs needed to read it");
    io("note", OptionalField{row.note}, "The document's endnote");
    io("partners", row.partners, "Whom it is about; nobody: the state's own policy");
    io("issue_area", row.area, "The field of relations");
    io("kind", row.kind, "What sort of thing it asserts");
    io("aspect", row.aspect, "How it lies in time");
    io("from", row.period.from, "When it begins (EDTF); .. open, empty not known");
    io("to", row.period.to, "When it ends (EDTF); .. open, empty not known");
    io("from_basis", row.from, "Whether the document states the beginning");
    io("to_basis", row.to, "Whether the document states the end");
    io("voice", row.voice, "Whose assertion it is");
    io("speaker", row.speaker, "Who is quoted, where that is not the author");
    io("stance", row.stance, "What the author makes of a voice that is not his own");
    io("modality", row.modality, "How it is asserted");
    io("quantities", row.figures, "");
    io("statement", row.statement, "What is asserted, in our own words");
    io("derived", row.derived, "How a value that the paragraphs do not print follows from what they print");
}

template <class Io>
void columns(Io& io, AnyCoding& row) {
    io("claim", row.claim, "The claim that tells it");
    io("partner", row.partner, "The partner of whom it is told");
    io("variable", row.variable, "What is coded");
    io("feature", FeatureField{row.variable, row.feature}, "Which feature of the variable");
    io("tells", row.tells, "Which way the claim tells");
    io("period", row.period, "For which time (EDTF); empty: that of the claim");
}

template <class Io>
void columns(Io& io, Judgement& row) {
    io("claim", row.claim, "The claim that judges");
    io("partner", row.partner, "On whom the state depends");
    io("issue_area", row.area, "In which field");
    io("levels", row.levels, "The levels that the author's words leave possible");
    io("period", row.period, "For which time (EDTF); empty: that of the claim");
}

template <class Io>
void columns(Io& io, Measurement& row) {
    io("claim", row.claim, "The claim that has the figure");
    io("partner", row.partner, "On whom the state depends");
    io("issue_area", row.area, "In which field");
    io("role", row.role, "What the figure measures");
    io("figure", row.figure, "Which figure of the claim, from 0");
    io("base", row.base, "Of what it is a figure, in one word");
}

template <class Io>
void columns(Io& io, Matter& row) {
    io("id", row.id, "Identifier of the question");
    io("question", row.question, "The question");
    io("kind", row.kind, "How its answers exclude one another");
    io("options", WordsField{row.options}, "The possible answers");
}

template <class Io>
void columns(Io& io, Position& row) {
    io("matter", row.matter, "The question");
    io("claim", row.claim, "The claim that answers it");
    io("options", OptionsField{row.matter, row.options}, "The answers that it leaves possible");
    io("figure", row.figure, "For a quantity: which figure of the claim, from 0");
    io("base", row.base, "In what measure the answer is given");
    io("period", row.period, "For which time (EDTF); empty: that of the claim");
}

template <class Io>
void columns(Io& io, Paragraph& row) {
    io("source", SourceField{row.source}, "The document");
    io("paragraph", row.block, "The paragraph, counted from 1 over the whole file");
    io.shown("claims", row,
             [](const Dataset& data, const Paragraph& paragraph) {
                 Cell cell{Cell::Kind::list, {}, {}};
                 for (const Claim& claim : data.claims) {
                     if (claim.source() == paragraph.source && stands_in(claim, paragraph.block)) {
                         cell.list.push_back(text_cell(claim.id));
                     }
                 }
                 return cell;
             },
             "The claims that stand in it", Cell::Kind::list);
    io("reason", row.reason, "Why it has none");
}

// ---- read as header, and to write ------------------------------------------------------------------------------------

/// What the values of a field are, in CSV on the web.
template <class T>
[[nodiscard]] constexpr std::string_view datatype() noexcept {
    if constexpr (std::same_as<T, bool>) {
        return "boolean";
    } else if constexpr (std::integral<T> || std::same_as<T, OptionalField> || std::same_as<T, std::array<std::uint16_t, 4>>) {
        return "integer";
    } else {
        return "string";
    }
}

template <class T>
struct IsSet : std::false_type {};
template <class E>
struct IsSet<Set<E>> : std::true_type {};

template <class T>
[[nodiscard]] constexpr bool is_list() noexcept {
    return IsSet<T>::value || std::same_as<T, Partners> || std::same_as<T, WordsField> || std::same_as<T, OptionsField> ||
           std::same_as<T, std::array<std::uint16_t, 4>>;
}

/// The columns of a figure; in this order.
inline constexpr std::array<Column, 5> figure_columns{
    Column{"quantities.form", "string", "How the number is given", true},
    Column{"quantities.low", "decimal", "The least value, or the number itself", true},
    Column{"quantities.high", "decimal", "The greatest value, or the number itself", true},
    Column{"quantities.unit", "string", "What is counted or measured", true},
    Column{"quantities.measure", "string", "What is counted, and of what a percentage is taken", true}};

/// Lists the columns.
class HeaderIo {
public:
    std::vector<Column> columns{};

    template <class T>
    void operator()(std::string_view name, const T&, std::string_view meaning) {
        if constexpr (std::same_as<T, std::array<Figure, 3>>) {
            columns.insert(columns.end(), figure_columns.begin(), figure_columns.end());
        } else {
            columns.push_back({name, datatype<T>(), meaning, is_list<T>()});
        }
    }
    template <class Row, class Show>
    void shown(std::string_view name, const Row&, Show&&, std::string_view meaning, Cell::Kind kind = Cell::Kind::text) {
        columns.push_back({name, kind == Cell::Kind::number ? "integer" : "string", meaning, kind == Cell::Kind::list});
    }
};

/// Writes the cells of one row.
class WriteIo {
public:
    explicit WriteIo(const Dataset& data) : data_(data) {}
    std::vector<Cell> cells{};

    template <class T>
    void operator()(std::string_view, const T& value, std::string_view) {
        if constexpr (std::same_as<T, std::array<Figure, 3>>) {
            put_figures(value);
        } else {
            cells.push_back(cell(value));
        }
    }
    template <class Row, class Show>
    void shown(std::string_view, const Row& row, Show&& show, std::string_view, Cell::Kind = Cell::Kind::text) {
        cells.push_back(show(data_, row));
    }

private:
    [[nodiscard]] Cell cell(std::string_view text) const { return text_cell(text); }
    [[nodiscard]] Cell cell(bool truth) const { return {Cell::Kind::truth, truth ? "true" : "false", {}}; }
    template <std::integral T>
    [[nodiscard]] Cell cell(T number) const { return number_cell(std::to_string(number)); }
    [[nodiscard]] Cell cell(OptionalField value) const { return value.number == 0 ? Cell{} : cell(value.number); }
    template <Named E>
    [[nodiscard]] Cell cell(E value) const { return text_cell(name(value)); }
    template <Named E>
    [[nodiscard]] Cell cell(Set<E> set) const {
        Cell list{Cell::Kind::list, {}, {}};
        for (const E value : set) list.list.push_back(cell(value));
        return list;
    }
    [[nodiscard]] Cell cell(const End& end) const { return text_cell(end_text(end)); }
    [[nodiscard]] Cell cell(Date date) const { return text_cell(edtf(date).view()); }
    [[nodiscard]] Cell cell(const Period& period) const {
        return period.undated() ? Cell{} : text_cell(edtf(period).view());
    }
    [[nodiscard]] Cell cell(PartnerIndex at) const { return text_cell(data_.partner(at).id); }
    [[nodiscard]] Cell cell(ClaimIndex at) const { return text_cell(data_.claim(at).id); }
    [[nodiscard]] Cell cell(MatterIndex at) const { return text_cell(data_.matters[at.value].id); }
    [[nodiscard]] Cell cell(SourceField value) const { return text_cell(data_.sources[value.number].id); }
    [[nodiscard]] Cell cell(FeatureField value) const { return text_cell(feature_name(value.variable, value.feature)); }
    [[nodiscard]] Cell cell(Partners partners) const {
        Cell list{Cell::Kind::list, {}, {}};
        for (std::size_t i = 0; i < data_.partners.size(); ++i) {
            if (partners.contains({static_cast<std::uint8_t>(i)})) list.list.push_back(text_cell(data_.partners[i].id));
        }
        return list;
    }
    [[nodiscard]] Cell cell(WordsField value) const {
        Cell list{Cell::Kind::list, {}, {}};
        std::string_view rest = value.words;
        for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) list.list.push_back(text_cell(word));
        return list;
    }
    [[nodiscard]] Cell cell(OptionsField value) const {
        Cell list{Cell::Kind::list, {}, {}};
        for (std::size_t i = 0; i < most_options; ++i) {
            if (((std::uint32_t{value.options} >> i) & 1U) != 0) list.list.push_back(text_cell(option(data_.matters[value.matter.value], i)));
        }
        return list;
    }
    [[nodiscard]] Cell cell(const std::array<std::uint16_t, 4>& numbers) const {
        Cell list{Cell::Kind::list, {}, {}};
        for (const std::uint16_t number : numbers) {
            if (number != 0) list.list.push_back(cell(number));
        }
        return list;
    }
    void put_figures(const std::array<Figure, 3>& figures) {
        std::array<Cell, figure_columns.size()> lists;
        for (Cell& list : lists) list.kind = Cell::Kind::list;
        for (const Figure& figure : figures) {
            if (figure.measure.empty()) continue;
            const AnyQuantity& quantity = figure.quantity;
            const auto digits = [](Decimal number) { return number_cell(std::string(text(number).view())); };
            lists[0].list.push_back(cell(quantity.form));
            lists[1].list.push_back(quantity.form == Form::at_most ? Cell{} : digits(quantity.low));
            lists[2].list.push_back(quantity.form == Form::at_least ? Cell{} : digits(quantity.high));
            lists[3].list.push_back(cell(quantity.unit));
            lists[4].list.push_back(cell(figure.measure));
        }
        for (Cell& list : lists) cells.push_back(std::move(list));
    }

    const Dataset& data_;
};

template <class Row>
[[nodiscard]] std::vector<Column> columns_of() {
    HeaderIo io;
    Row row{};
    columns(io, row);
    return std::move(io.columns);
}

template <class Row>
void add_row(DataTable& table, const Dataset& data, Row row) {
    WriteIo io(data);
    columns(io, row);
    table.rows.push_back(std::move(io.cells));
}

template <class Row, class Rows>
void add_rows(DataTable& table, const Dataset& data, const Rows& rows) {
    table.columns = columns_of<Row>();
    for (const auto& row : rows) add_row(table, data, Row(row));
}

template <Named E>
void add_codings(DataTable& table, const Dataset& data, Variable variable) {
    for (const Coding<E>& row : data.codings<E>()) {
        add_row(table, data, AnyCoding{row.claim, row.partner, variable, static_cast<std::uint8_t>(index(row.feature)),
                                       row.tells, row.period});
    }
}

inline void add_paragraphs(DataTable& table, const Dataset& data) {
    table.columns = columns_of<Paragraph>();
    for (std::size_t source = 0; source < data.sources.size(); ++source) {
        for (std::size_t block = 1; block <= data.sources[source].blocks; ++block) {
            Paragraph row{static_cast<std::uint16_t>(source), static_cast<std::uint16_t>(block), {}};
            for (const UncodedBlock& uncoded : data.uncoded) {
                if (uncoded.source == source && uncoded.block == block) row.reason = uncoded.reason;
            }
            add_row(table, data, row);
        }
    }
}

inline void add_disagreements(DataTable& table, const Dataset& data) {
    table.columns = {{"subject", "string", "What sort of thing is in dispute"},
                     {"topic", "string", "Which feature, issue area or question"},
                     {"partner", "string", "Of which partner; empty for a question"},
                     {"difference", "string", "Why the two differ"},
                     {"parties", "string", "Between whom"},
                     {"inferred", "boolean", "Whether the times meet only where one of the claims tells by inference"},
                     {"claim_one", "string", "The claim that stands first"},
                     {"source_one", "string", "Its document"},
                     {"paragraph_one", "integer", "Its paragraph"},
                     {"answer_one", "string", "What it says"},
                     {"claim_other", "string", "The other claim"},
                     {"source_other", "string", "Its document"},
                     {"paragraph_other", "integer", "Its paragraph"},
                     {"answer_other", "string", "What it says"}};
    for_each_disagreement(data, [&](const Disagreement& found) {
        std::vector<Cell> cells{text_cell(name(found.subject)),    text_cell(topic(data, found)),
                                text_cell(partner_of(data, found)), text_cell(name(found.difference)),
                                text_cell(name(found.parties)),    {Cell::Kind::truth, found.inferred ? "true" : "false", {}}};
        for (const Side* side : {&found.one, &found.other}) {
            const Claim& claim = data.claim(side->claim);
            cells.push_back(text_cell(claim.id));
            cells.push_back(text_cell(data.source(claim).id));
            cells.push_back(number_cell(std::to_string(claim.block())));
            cells.push_back(text_cell(side_text(data, found, *side)));
        }
        table.rows.push_back(std::move(cells));
    });
}

}  // namespace detail

/// A table of a dataset without a defect (`first_defect`) as cells. Cost: allocates the whole table.
[[nodiscard]] inline DataTable data_table(const Dataset& data, TableName table) {
    DataTable made{name(table), title(table), {}, {}};
    switch (table) {
        case TableName::dataset: detail::add_rows<Dataset>(made, data, std::array{data}); break;
        case TableName::sources: detail::add_rows<Source>(made, data, data.sources); break;
        case TableName::sections: detail::add_rows<Section>(made, data, data.sections); break;
        case TableName::partners: detail::add_rows<Partner>(made, data, data.partners); break;
        case TableName::memberships: detail::add_rows<Membership>(made, data, data.memberships); break;
        case TableName::claims: detail::add_rows<Claim>(made, data, data.claims); break;
        case TableName::codings:
            made.columns = detail::columns_of<detail::AnyCoding>();
            detail::add_codings<Condition>(made, data, Variable::condition);
            detail::add_codings<Conduct>(made, data, Variable::conduct);
            detail::add_codings<Determinant>(made, data, Variable::determinant);
            detail::add_codings<Obligation>(made, data, Variable::obligation);
            detail::add_codings<Leverage>(made, data, Variable::leverage);
            detail::add_codings<Mode>(made, data, Variable::mode);
            detail::add_codings<Stage>(made, data, Variable::stage);
            break;
        case TableName::judgements: detail::add_rows<Judgement>(made, data, data.judgements); break;
        case TableName::measurements: detail::add_rows<Measurement>(made, data, data.measurements); break;
        case TableName::matters: detail::add_rows<Matter>(made, data, data.matters); break;
        case TableName::positions: detail::add_rows<Position>(made, data, data.positions); break;
        case TableName::paragraphs: detail::add_paragraphs(made, data); break;
        case TableName::disagreements: detail::add_disagreements(made, data); break;
    }
    return made;
}

// ---- cells as CSV and JSON -------------------------------------------------------------------------------------------

/// The text of a cell in CSV: empty for nothing; the values of a list separated by `|`, in which `|` and `\` are written
/// `\|` and `\\`.
[[nodiscard]] inline std::string csv_text(const Cell& cell) {
    if (cell.kind != Cell::Kind::list) return cell.text;
    std::string text;
    for (std::size_t i = 0; i < cell.list.size(); ++i) {
        if (i != 0) text += '|';
        for (const char c : cell.list[i].text) {
            if (c == '|' || c == '\\') text += '\\';
            text += c;
        }
    }
    return text;
}

/// Writes a table as CSV, with a header (RFC 4180).
inline void write_csv(std::ostream& out, const DataTable& table) {
    std::vector<std::string> fields;
    for (const Column& column : table.columns) fields.emplace_back(column.name);
    write_csv_row(out, fields);
    for (const auto& row : table.rows) {
        fields.clear();
        for (const Cell& cell : row) fields.push_back(csv_text(cell));
        write_csv_row(out, fields);
    }
}

namespace detail {

inline void write_cell(JsonWriter& json, const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::null: json.null(); return;
        case Cell::Kind::text: json.value(std::string_view(cell.text)); return;
        case Cell::Kind::number: json.value(parse_decimal(cell.text).value()); return;
        case Cell::Kind::truth: json.value(cell.text == "true"); return;
        case Cell::Kind::list: break;
    }
    const auto list = json.array();
    for (const Cell& one : cell.list) write_cell(json, one);
}

/// The part of a column's name before its point; empty when it has none.
[[nodiscard]] inline std::string_view group_of(std::string_view name) {
    const auto point = name.find('.');
    return point == std::string_view::npos ? std::string_view{} : name.substr(0, point);
}

}  // namespace detail

/// Writes a row as a JSON object: a key for each column, parallel lists as one list of objects.
inline void write_json_row(JsonWriter& json, const DataTable& table, const std::vector<Cell>& row) {
    const auto object = json.object();
    for (std::size_t i = 0; i < row.size();) {
        const std::string_view group = detail::group_of(table.columns[i].name);
        if (group.empty()) {
            json.key(table.columns[i].name);
            detail::write_cell(json, row[i]);
            ++i;
            continue;
        }
        std::size_t last = i;
        while (last < row.size() && detail::group_of(table.columns[last].name) == group) ++last;
        json.key(group);
        const auto list = json.array();
        for (std::size_t k = 0; k < row[i].list.size(); ++k) {
            const auto one = json.object();
            for (std::size_t column = i; column < last; ++column) {
                json.key(table.columns[column].name.substr(group.size() + 1));
                detail::write_cell(json, row[column].list[k]);
            }
        }
        i = last;
    }
}

/// Writes a table as a JSON array of objects.
inline void write_json(std::ostream& out, const DataTable& table) {
    JsonWriter json(out);
    const auto list = json.array();
    for (const auto& row : table.rows) write_json_row(json, table, row);
}

/// Writes a table as JSON Lines: one object a line.
inline void write_json_lines(std::ostream& out, const DataTable& table) {
    for (const auto& row : table.rows) {
        JsonWriter json(out, JsonLayout::line);
        write_json_row(json, table, row);
    }
}

}  // namespace trimode
