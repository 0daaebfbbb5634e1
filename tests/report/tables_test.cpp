// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The tables of a dataset as cells, CSV, JSON and JSON Lines: of a small dataset as they should read, of ours against the
/// dataset.
#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/report/load.hpp>
#include <trimode/report/tables.hpp>

#include "report/csv_reader.hpp"
#include "report/foreign_locale.hpp"
#include "report/sample.hpp"
#include "support/json.hpp"

namespace {

using namespace trimode;
using support::Json;
using support::Tables;
using Kind = Cell::Kind;
using Strings = std::vector<std::string>;
using Rows = std::vector<Strings>;

/// The columns of each table with their datatypes, in order; lists with a bar behind.
const std::map<TableName, std::string> columns{
    {TableName::dataset, "id:string title:string state:string edition:integer time:string"},
    {TableName::sources,
     "id:string author:string title:string publisher:string published:string dated_by:string paragraphs:integer"},
    {TableName::sections, "source:string paragraph:integer heading:string"},
    {TableName::partners, "id:string name:string kind:string iso3:string cow:integer aliases:string|"},
    {TableName::memberships, "member:string group:string claim:string period:string told_by_group:boolean"},
    {TableName::claims,
     "id:string source:string section:string paragraph:integer last_paragraph:integer context:integer| note:integer "
     "partners:string| issue_area:string kind:string aspect:string from:string to:string from_basis:string to_basis:string "
     "voice:string speaker:string stance:string modality:string quantities.form:string| quantities.low:decimal| "
     "quantities.high:decimal| quantities.unit:string| quantities.measure:string| statement:string derived:string"},
    {TableName::codings, "claim:string partner:string variable:string feature:string tells:string period:string"},
    {TableName::judgements, "claim:string partner:string issue_area:string levels:string| period:string"},
    {TableName::measurements, "claim:string partner:string issue_area:string role:string figure:integer base:string"},
    {TableName::matters, "id:string question:string kind:string options:string|"},
    {TableName::positions, "matter:string claim:string options:string| figure:integer base:string period:string"},
    {TableName::paragraphs, "source:string paragraph:integer claims:string| reason:string"},
    {TableName::disagreements,
     "subject:string topic:string partner:string difference:string parties:string inferred:boolean claim_one:string "
     "source_one:string paragraph_one:integer answer_one:string claim_other:string source_other:string "
     "paragraph_other:integer answer_other:string"},
};

std::string csv(const DataTable& table) {
    return support::written([&](std::ostream& out) { write_csv(out, table); });
}
std::string json_lines(const DataTable& table) {
    return support::written([&](std::ostream& out) { write_json_lines(out, table); });
}
std::string json(const DataTable& table) {
    return support::written([&](std::ostream& out) { write_json(out, table); });
}

/// The rows below the header, with a strict reader.
Rows csv_rows(const DataTable& table) {
    auto rows = support::parse_csv(csv(table));
    REQUIRE(rows.has_value());
    REQUIRE_FALSE(rows->empty());
    rows->erase(rows->begin());
    return *rows;
}

Json read_json(std::string_view text) {
    support::JsonReader reader(text);
    const auto value = reader.document();
    REQUIRE_MESSAGE(value.has_value(), reader.error());
    return *value;
}

DataTable ours(TableName table) { return data_table(tajikistan, table); }

/// Values of a list as they stand in CSV. Another way than the library's: escape by hand, join by hand.
std::string bars(const Strings& values) {
    std::string text;
    for (const auto& value : values) {
        std::string escaped;
        for (const char c : value) {
            if (c == '\\') escaped += "\\\\";
            else if (c == '|') escaped += "\\|";
            else escaped += c;
        }
        text += (&value == &values.front() ? "" : "|") + escaped;
    }
    return text;
}

std::string number(std::size_t value) { return std::to_string(value); }
std::string or_empty(std::size_t value) { return value == 0 ? "" : number(value); }
std::string of_period(const Period& period) { return period == Period{} ? "" : std::string(edtf(period).view()); }

/// One end of a period, from the text of the whole.
std::string end_of(const Period& period, bool last) {
    const std::string whole(edtf(period).view());
    const auto slash = whole.find('/');
    if (slash == std::string::npos) return whole;
    return last ? whole.substr(slash + 1) : whole.substr(0, slash);
}

Strings partner_ids(Partners partners) {
    Strings ids;
    for (const Partner& partner : tajikistan.partners) {
        if (partners.contains(*find_partner(tajikistan.partners, partner.id))) ids.emplace_back(partner.id);
    }
    return ids;
}

/// The last heading at or above a block.
std::string heading(std::size_t source, std::size_t block) {
    std::map<std::size_t, std::string> headings;
    for (const Section& section : tajikistan.sections) {
        if (section.source == source) headings.emplace(section.block, section.heading);
    }
    const auto above = headings.upper_bound(block);
    return above == headings.begin() ? "" : std::prev(above)->second;
}

Strings fields_of(const Claim& claim) {
    const std::string id(claim.id);
    const auto source = static_cast<std::size_t>(std::stoi(id.substr(0, 3)));
    const auto block = static_cast<std::size_t>(std::stoi(id.substr(4, 3)));
    Strings context;
    for (const auto one : claim.context) {
        if (one != 0) context.push_back(number(one));
    }
    std::array<Strings, 5> figures;
    for (const Figure& figure : claim.figures) {
        if (figure.measure.empty()) continue;
        const Form form = figure.quantity.form;
        figures[0].emplace_back(name(form));
        figures[1].emplace_back(form == Form::at_most ? "" : text(figure.quantity.low).view());
        figures[2].emplace_back(form == Form::at_least ? "" : text(figure.quantity.high).view());
        figures[3].emplace_back(name(figure.quantity.unit));
        figures[4].emplace_back(figure.measure);
    }
    return {id,
            std::string(tajikistan.sources[source].id),
            heading(source, block),
            number(block),
            or_empty(claim.last_block),
            bars(context),
            or_empty(claim.note),
            bars(partner_ids(claim.partners)),
            std::string(name(claim.area)),
            std::string(name(claim.kind)),
            std::string(name(claim.aspect)),
            end_of(claim.period, false),
            end_of(claim.period, true),
            std::string(name(claim.from)),
            std::string(name(claim.to)),
            std::string(name(claim.voice)),
            std::string(claim.speaker),
            std::string(name(claim.stance)),
            std::string(name(claim.modality)),
            bars(figures[0]),
            bars(figures[1]),
            bars(figures[2]),
            bars(figures[3]),
            bars(figures[4]),
            std::string(claim.statement),
            std::string(claim.derived)};
}

std::string claim_id(ClaimIndex at) { return std::string(tajikistan.claims[at.value].id); }
std::string partner_id(PartnerIndex at) { return std::string(tajikistan.partners[at.value].id); }

template <Named E>
void add_codings(Rows& rows, std::string_view variable) {
    for (const Coding<E>& row : tajikistan.codings<E>()) {
        rows.push_back({claim_id(row.claim), partner_id(row.partner), std::string(variable), std::string(name(row.feature)),
                        row.tells == Tells::holds ? "holds" : "fails", of_period(row.period)});
    }
}

Strings split(std::string_view words) {
    Strings all;
    std::string word;
    for (const char c : std::string(words) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            all.push_back(std::exchange(word, ""));
        }
    }
    return all;
}

void check_rows(TableName table, const Rows& expected) {
    const Rows found = csv_rows(ours(table));
    CAPTURE(name(table));
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        CHECK(found[i] == expected[i]);
    }
}

/// The table of the small dataset as CSV, without the header.
std::string sample_csv(TableName table) {
    Tables tables;
    support::fill_sample(tables);
    const std::string all = csv(data_table(tables.dataset(), table));
    return all.substr(all.find("\r\n") + 2);
}

}  // namespace

TEST_CASE("every table has its columns, with datatypes and lists") {
    REQUIRE(columns.size() == count<TableName>);
    for (const auto& entry : columns) {
        const TableName table = entry.first;
        const std::string& expected = entry.second;
        CAPTURE(name(table));
        const DataTable made = ours(table);
        std::string found;
        std::set<std::string_view> names;
        for (const Column& column : made.columns) {
            found += (found.empty() ? "" : " ") + std::string(column.name) + ":" + std::string(column.datatype);
            if (column.list) found += '|';
            CHECK_MESSAGE(names.insert(column.name).second, "twice: ", std::string(column.name));
            CHECK_FALSE(column.meaning.empty());
        }
        CHECK(found == expected);
        CHECK(made.name == name(table));
        CHECK(made.title == title(table));
        CHECK_FALSE(made.title.empty());
        // Without rows, the same columns.
        const DataTable none = data_table(Dataset{}, table);
        CHECK(none.columns.size() == made.columns.size());
        CHECK(none.rows.size() == (table == TableName::dataset ? 1 : 0));
    }
    CHECK(title(static_cast<TableName>(200)).empty());
}

TEST_CASE("every cell is of the kind that its column says") {
    for (const TableName table : all<TableName>()) {
        const DataTable made = ours(table);
        CAPTURE(made.name);
        CHECK_FALSE(made.rows.empty());
        for (const auto& row : made.rows) {
            REQUIRE(row.size() == made.columns.size());
            for (std::size_t i = 0; i < row.size(); ++i) {
                const Column& column = made.columns[i];
                const bool is_number = column.datatype == "integer" || column.datatype == "decimal";
                const Kind kind = is_number ? Kind::number : column.datatype == "boolean" ? Kind::truth : Kind::text;
                CAPTURE(column.name);
                REQUIRE((row[i].kind == Kind::list) == column.list);
                const auto check = [&](const Cell& cell) {
                    if (cell.kind == Kind::null) {
                        CHECK(cell.text.empty());
                        return;
                    }
                    REQUIRE(cell.kind == kind);
                    CHECK_FALSE(cell.text.empty());
                    CHECK(cell.list.empty());
                    if (kind == Kind::number) CHECK(parse_decimal(cell.text).ok());
                    if (column.datatype == "integer") {
                        CHECK(cell.text.find_first_not_of("0123456789") == std::string::npos);
                    }
                    if (kind == Kind::truth) CHECK((cell.text == "true" || cell.text == "false"));
                };
                if (column.list) {
                    CHECK(row[i].text.empty());
                    for (const Cell& one : row[i].list) check(one);
                } else {
                    check(row[i]);
                }
            }
        }
    }
}

TEST_CASE("the tables of a small dataset read as they should") {
    CHECK(sample_csv(TableName::dataset) == "test,A case for tests,State,1,1990/2025\r\n");
    CHECK(sample_csv(TableName::sources) ==
          "000_first,\"Ann \"\"A.\"\" Author\",\"One, two\",,2015,\"not printed;\nsee block 3\",12\r\n"
          "001_second,Бободжон Ғафуров,Two,P|Q,2020-06~,,6\r\n");
    CHECK(sample_csv(TableName::sections) == "000_first,2,\"ONE, \"\"1\"\"\"\r\n000_first,4,TWO\r\n001_second,3,THREE\r\n");
    CHECK(sample_csv(TableName::partners) ==
          "alpha,Alpha,state,AAA,101,first|a1\r\nbeta,Beta,state,,,\r\nbloc,Bloc,bloc,,,group\r\nworld,World,world,,,\r\n"
          "zeta,Zeta | \\,movement,,,\r\nzoe,Of whom nobody speaks,lender,,,\r\n");
    CHECK(sample_csv(TableName::memberships) ==
          "alpha,bloc,000.001a,2011/..,true\r\nbeta,bloc,000.002a,,false\r\n");
    CHECK(sample_csv(TableName::claims) ==
          // a single day, above the first heading
          "000.001a,000_first,,1,,,,alpha,political,event,event,2010-03-05,2010-03-05,stated,stated,author,,own,asserted,"
          ",,,,,\"First, with a \"\"quote\"\".\",\r\n"
          // a range of blocks, context, a note, several partners, an open end, an inferred beginning, three figures
          "000.002a,000_first,\"ONE, \"\"1\"\"\",2,4,1|9|12,7,alpha|beta|zeta,trade,figure,state,2010,..,inferred,stated,"
          "author,,own,asserted,exact|at_least|at_most,48.5|290|,48.5||5,percent|items|percent,"
          "\"trade \\| all \\\\ told|agreements|aid, \"\"net\"\"\",\"Second,\r\nin two lines.\",\r\n"
          // an unknown beginning, an inferred end, a voice that is quoted, the other forms of quantities
          "000.003a,000_first,\"ONE, \"\"1\"\"\",3,,,,beta|bloc,political,statement,state,,2012,stated,inferred,state,"
          "\"A minister, of \"\"X\"\"\",adopted,reported,interval|about|over_time,30|1200000000|-0.05,50|1200000000|1,"
          "percent|us_dollars|persons,trade|debt|change,Третье | \\,\r\n"
          // an unknown end, an upper bound alone, what is derived
          "000.004a,000_first,TWO,4,,,,bloc,political,description,onset,2013-05~,,stated,stated,author,,own,asserted,"
          "at_most,,7,percent,debt,Something is so.,\"2013 from \"\"this year\"\"\"\r\n"
          // nobody, an open beginning, a decade, a lower bound of zero
          "001.005a,001_second,THREE,5,,,,,political,description,generic,..,201X,stated,stated,third_party,,distanced,alleged,"
          "at_least,0,,years,age,Something is so.,\r\n"
          "001.006a,001_second,THREE,6,,,,alpha,political,description,state,2011,2012,stated,stated,author,,own,asserted,"
          "at_most,,7,percent,debt,Nothing is coded from this.,\r\n");
    CHECK(sample_csv(TableName::codings) ==
          "000.001a,alpha,condition,resources,holds,\r\n000.002a,alpha,condition,resources,fails,2010/2011\r\n"
          "000.002a,beta,condition,geography,holds,\r\n000.001a,alpha,conduct,defers,holds,\r\n"
          "001.005a,alpha,determinant,open_door,fails,201X\r\n000.004a,bloc,obligation,pact,holds,\r\n"
          "000.002a,beta,leverage,needed_by_partner,fails,\r\n"
          "000.002a,alpha,mode,protector,fails,2010\r\n000.004a,bloc,stage,carving_space,holds,\r\n");
    CHECK(sample_csv(TableName::judgements) ==
          "000.002a,alpha,trade,medium|high,\r\n000.003a,beta,aid,none|critical,2012\r\n");
    CHECK(sample_csv(TableName::measurements) ==
          "000.002a,alpha,trade,share,0,\r\n000.003a,beta,trade,exposure,0,\"imports, \"\"net\"\"\"\r\n");
    CHECK(sample_csv(TableName::matters) ==
          "aim,\"What for, and \"\"why\"\"?\",emphasis,money|friends|st\\|and\\\\ing\r\ndate,When?,dating,early|late\r\n"
          "rank,Who is first?,exclusive,alpha|beta\r\nshare,How much?,quantity,\r\n");
    CHECK(sample_csv(TableName::positions) ==
          "aim,000.001a,money|st\\|and\\\\ing,0,,\r\naim,000.003a,friends,0,,2011\r\ndate,000.001a,early,0,,\r\n"
          "rank,000.002a,alpha,0,,\r\nrank,000.003a,beta,0,,\r\nshare,000.002a,,0,\"gdp, \"\"net\"\"\",\r\n"
          "share,000.003a,,0,,2010\r\n");
    CHECK(sample_csv(TableName::paragraphs) ==
          "000_first,1,000.001a,\r\n000_first,2,000.002a,\r\n000_first,3,000.002a|000.003a,\r\n"
          "000_first,4,000.002a|000.004a,\r\n000_first,5,,A heading.\r\n000_first,6,,\r\n000_first,7,,\r\n000_first,8,,\r\n"
          "000_first,9,,\r\n000_first,10,,\r\n000_first,11,,\r\n000_first,12,,\"An image, \"\"big\"\".\"\r\n"
          "001_second,1,,A heading.\r\n001_second,2,,\r\n001_second,3,,\r\n001_second,4,,\r\n001_second,5,001.005a,\r\n"
          "001_second,6,001.006a,\r\n");
    CHECK(sample_csv(TableName::disagreements) ==
          "condition,resources,alpha,contradiction,one_text,true,000.001a,000_first,1,holds,000.002a,000_first,2,fails\r\n"
          "matter,rank,,contradiction,one_text,true,000.002a,000_first,2,alpha,000.003a,000_first,3,beta\r\n");
}

TEST_CASE("a claim in JSON has null, numbers, lists, and quantities as objects") {
    Tables tables;
    support::fill_sample(tables);
    const auto lines = json_lines(data_table(tables.dataset(), TableName::claims));
    std::vector<std::string> each;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = lines.find('\n', at);
        REQUIRE(end != std::string::npos);
        each.push_back(lines.substr(at, end - at));
        at = end + 1;
    }
    REQUIRE(each.size() == 6);
    CHECK(each[1] ==
          R"({"id": "000.002a", "source": "000_first", "section": "ONE, \"1\"", "paragraph": 2, "last_paragraph": 4, )"
          R"("context": [1, 9, 12], "note": 7, "partners": ["alpha", "beta", "zeta"], "issue_area": "trade", )"
          R"("kind": "figure", "aspect": "state", "from": "2010", "to": "..", "from_basis": "inferred", )"
          R"("to_basis": "stated", "voice": "author", "speaker": null, "stance": "own", "modality": "asserted", )"
          R"("quantities": [{"form": "exact", "low": 48.5, "high": 48.5, "unit": "percent", )"
          R"("measure": "trade | all \\ told"}, {"form": "at_least", "low": 290, "high": null, "unit": "items", )"
          R"("measure": "agreements"}, {"form": "at_most", "low": null, "high": 5, "unit": "percent", )"
          R"("measure": "aid, \"net\""}], "statement": "Second,\u000d\u000ain two lines.", "derived": null})");
    const Json first = read_json(each[0]);
    CHECK(first.find("section")->kind == Json::Kind::null);
    CHECK(first.find("note")->kind == Json::Kind::null);
    CHECK(first.find("context")->kind == Json::Kind::array);
    CHECK(first.find("context")->items.empty());
    CHECK(first.find("quantities")->kind == Json::Kind::array);
    CHECK(first.find("quantities")->items.empty());
    CHECK(first.find("paragraph")->kind == Json::Kind::number);
    const Json third = read_json(each[2]);
    CHECK(third.find("from")->kind == Json::Kind::null);
    CHECK(third.find("to")->text == "2012");
    CHECK(third.find("speaker")->text == "A minister, of \"X\"");
    CHECK(third.find("statement")->text == "Третье | \\");
    const auto& quantities = third.find("quantities")->items;
    REQUIRE(quantities.size() == 3);
    CHECK(quantities[2].find("low")->text == "-0.05");
    CHECK(quantities[1].find("high")->text == "1200000000");
    CHECK(read_json(each[3]).find("to")->kind == Json::Kind::null);
    CHECK(read_json(each[4]).find("from")->text == "..");
    CHECK(read_json(each[4]).find("partners")->items.empty());
    const Json memberships = read_json(json(data_table(tables.dataset(), TableName::memberships)));
    REQUIRE(memberships.items.size() == 2);
    CHECK(memberships.items[0].find("told_by_group")->kind == Json::Kind::boolean);
    CHECK(memberships.items[0].find("told_by_group")->truth);
    CHECK_FALSE(memberships.items[1].find("told_by_group")->truth);
    CHECK(memberships.items[1].find("period")->kind == Json::Kind::null);
}

TEST_CASE("values of lists are separated by bars that no value has bare") {
    const auto list = [](const Strings& values) {
        Cell cell{Kind::list, {}, {}};
        for (const auto& value : values) cell.list.push_back({value.empty() ? Kind::null : Kind::text, value, {}});
        return cell;
    };
    CHECK(csv_text(list({})).empty());
    CHECK(csv_text(list({"a"})) == "a");
    CHECK(csv_text(list({"a", "b"})) == "a|b");
    CHECK(csv_text(list({"a|b"})) == "a\\|b");
    CHECK(csv_text(list({"a\\", "b"})) == "a\\\\|b");
    CHECK(csv_text(list({"a\\|b"})) == "a\\\\\\|b");
    CHECK(csv_text(list({"", "", ""})) == "||");
    CHECK(csv_text(list({"", "a"})) == "|a");
    CHECK(csv_text(list({"\\"})) == "\\\\");
    CHECK(csv_text(Cell{}).empty());
    CHECK(csv_text(Cell{Kind::text, "a|b\\", {}}) == "a|b\\");  // no list, no escapes
    // The way back gives the same, but for one value that is nothing.
    support::Random random(4);
    const std::string letters = "ab|\\,\"";
    for (int i = 0; i < 2000; ++i) {
        Strings values;
        for (std::size_t size = random.below(4); size > 0; --size) {
            std::string value;
            for (std::size_t length = random.below(4); length > 0; --length) value += letters[random.below(letters.size())];
            values.push_back(value);
        }
        if (values.size() == 1 && values[0].empty()) continue;
        const std::string text = csv_text(list(values));
        CHECK(text == bars(values));
        CHECK(detail::csv_list(text) == values);
    }
}

TEST_CASE("claims, field by field") {
    Rows expected;
    for (const Claim& claim : tajikistan.claims) expected.push_back(fields_of(claim));
    check_rows(TableName::claims, expected);
}

TEST_CASE("the other tables, field by field") {
    check_rows(TableName::dataset, {{std::string(tajikistan.id), std::string(tajikistan.title), std::string(tajikistan.state),
                                     number(tajikistan.edition), of_period(tajikistan.time)}});
    Rows rows;
    for (const Source& row : tajikistan.sources) {
        rows.push_back({std::string(row.id), std::string(row.author), std::string(row.title), std::string(row.publisher),
                        std::string(edtf(row.published).view()), std::string(row.dated_by), number(row.blocks)});
    }
    check_rows(TableName::sources, std::exchange(rows, {}));
    for (const Section& row : tajikistan.sections) {
        rows.push_back({std::string(tajikistan.sources[row.source].id), number(row.block), std::string(row.heading)});
    }
    check_rows(TableName::sections, std::exchange(rows, {}));
    for (const Partner& row : tajikistan.partners) {
        rows.push_back({std::string(row.id), std::string(row.name), std::string(name(row.kind)), std::string(row.iso3),
                        or_empty(row.cow), bars(split(row.aliases))});
    }
    check_rows(TableName::partners, std::exchange(rows, {}));
    for (const Membership& row : tajikistan.memberships) {
        rows.push_back({partner_id(row.member), partner_id(row.group), claim_id(row.claim), of_period(row.period),
                        row.told_by_group ? "true" : "false"});
    }
    check_rows(TableName::memberships, std::exchange(rows, {}));
    add_codings<Condition>(rows, "condition");
    add_codings<Conduct>(rows, "conduct");
    add_codings<Determinant>(rows, "determinant");
    add_codings<Obligation>(rows, "obligation");
    add_codings<Leverage>(rows, "leverage");
    add_codings<Mode>(rows, "mode");
    add_codings<Stage>(rows, "stage");
    check_rows(TableName::codings, std::exchange(rows, {}));
    for (const Judgement& row : tajikistan.judgements) {
        Strings levels;
        for (const Level level : {Level::none, Level::low, Level::medium, Level::high, Level::critical}) {
            if (row.levels.contains(level)) levels.emplace_back(name(level));
        }
        rows.push_back({claim_id(row.claim), partner_id(row.partner), std::string(name(row.area)), bars(levels),
                        of_period(row.period)});
    }
    check_rows(TableName::judgements, std::exchange(rows, {}));
    for (const Measurement& row : tajikistan.measurements) {
        rows.push_back({claim_id(row.claim), partner_id(row.partner), std::string(name(row.area)),
                        std::string(name(row.role)), number(row.figure), std::string(row.base)});
    }
    check_rows(TableName::measurements, std::exchange(rows, {}));
    for (const Matter& row : tajikistan.matters) {
        rows.push_back({std::string(row.id), std::string(row.question), std::string(name(row.kind)), bars(split(row.options))});
    }
    check_rows(TableName::matters, std::exchange(rows, {}));
    for (const Position& row : tajikistan.positions) {
        const Matter& matter = tajikistan.matters[row.matter.value];
        Strings options;
        const Strings possible = split(matter.options);
        for (std::size_t i = 0; i < possible.size(); ++i) {
            if ((row.options & (1U << i)) != 0) options.push_back(possible[i]);
        }
        rows.push_back({std::string(matter.id), claim_id(row.claim), bars(options), number(row.figure),
                        std::string(row.base), of_period(row.period)});
    }
    check_rows(TableName::positions, std::exchange(rows, {}));
}

TEST_CASE("paragraphs are complete, each with its claims or a reason") {
    Rows expected;
    for (std::size_t source = 0; source < tajikistan.sources.size(); ++source) {
        for (std::size_t block = 1; block <= tajikistan.sources[source].blocks; ++block) {
            Strings claims;
            for (const Claim& claim : tajikistan.claims) {
                const std::size_t last = claim.last_block == 0 ? claim.block() : claim.last_block;
                if (claim.source() == source && claim.block() <= block && block <= last) claims.emplace_back(claim.id);
            }
            std::string reason;
            for (const UncodedBlock& row : tajikistan.uncoded) {
                if (row.source == source && row.block == block) reason = row.reason;
            }
            CHECK_MESSAGE(claims.empty() != reason.empty(), source, ", block ", block);
            expected.push_back({std::string(tajikistan.sources[source].id), number(block), bars(claims), reason});
        }
    }
    check_rows(TableName::paragraphs, expected);
}

TEST_CASE("disagreements are those that are computed, in that order") {
    Rows expected;
    for_each_disagreement(tajikistan, [&](const Disagreement& found) {
        const Claim& one = tajikistan.claims[found.one.claim.value];
        const Claim& other = tajikistan.claims[found.other.claim.value];
        expected.push_back({std::string(name(found.subject)), std::string(topic(tajikistan, found)),
                            std::string(partner_of(tajikistan, found)), std::string(name(found.difference)),
                            std::string(name(found.parties)), found.inferred ? "true" : "false", std::string(one.id),
                            std::string(tajikistan.source(one).id), number(one.block()), side_text(tajikistan, found, found.one),
                            std::string(other.id), std::string(tajikistan.source(other).id), number(other.block()),
                            side_text(tajikistan, found, found.other)});
        CHECK(one.id < other.id);
    });
    check_rows(TableName::disagreements, expected);
}

TEST_CASE("JSON, JSON Lines and CSV of every table say the same") {
    for (const TableName table : all<TableName>()) {
        const DataTable made = ours(table);
        CAPTURE(made.name);
        const Json whole = read_json(json(made));
        REQUIRE(whole.kind == Json::Kind::array);
        REQUIRE(whole.items.size() == made.rows.size());
        const std::string lines = json_lines(made);
        const Rows rows = csv_rows(made);
        REQUIRE(rows.size() == made.rows.size());
        CHECK(static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) == made.rows.size());
        CHECK((lines.empty() || lines.back() == '\n'));
        std::size_t at = 0;
        for (std::size_t r = 0; r < made.rows.size(); ++r) {
            CAPTURE(r);
            const std::size_t end = lines.find('\n', at);
            REQUIRE(end != std::string::npos);
            const Json line = read_json(std::string_view(lines).substr(at, end - at));
            at = end + 1;
            const Json& row = whole.items[r];
            REQUIRE(line.kind == Json::Kind::object);
            CHECK(line.keys == row.keys);

            // Each column of CSV from the JSON, by its datatype.
            const auto scalar = [](const Json& value) {
                if (value.kind == Json::Kind::boolean) return std::string(value.truth ? "true" : "false");
                return value.text;
            };
            Strings fields;
            for (const Column& column : made.columns) {
                const std::size_t point = column.name.find('.');
                const Json* value = line.find(column.name.substr(0, point));
                REQUIRE(value != nullptr);
                CHECK((value->kind == Json::Kind::array) == column.list);
                if (!column.list) {
                    fields.push_back(scalar(*value));
                    continue;
                }
                Strings values;
                for (const Json& one : value->items) {
                    const Json* part = point == std::string_view::npos ? &one : one.find(column.name.substr(point + 1));
                    REQUIRE(part != nullptr);
                    values.push_back(scalar(*part));
                }
                fields.push_back(bars(values));
            }
            CHECK(fields == rows[r]);
        }
        CHECK(at == lines.size());
    }
}

TEST_CASE("the tables are the same in a foreign locale") {
    for (const TableName table : {TableName::claims, TableName::paragraphs, TableName::memberships}) {
        const std::string plain = csv(ours(table));
        const std::string lines = json_lines(ours(table));
        const support::ForeignLocale foreign;
        CHECK(csv(ours(table)) == plain);
        CHECK(json_lines(ours(table)) == lines);
    }
}
