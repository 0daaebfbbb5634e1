// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A dataset read back from CSV: what is written comes back field by field, what is wrong is told with its place, and no text
/// whatever does harm.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/defect.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/report/load.hpp>

#include "report/compare.hpp"
#include "report/csv_reader.hpp"
#include "report/sample.hpp"

namespace {

using namespace trimode;
using support::Files;
using support::files_of;
using support::load;
using support::messages;
using support::Random;
using support::Tables;
using Strings = std::vector<std::string>;

static_assert(!std::is_copy_constructible_v<LoadedDataset>, "the copy's views would look into the original");

/// The tables of the small dataset.
Files sample() {
    Tables tables;
    support::fill_sample(tables);
    CHECK(first_defect(tables.dataset()).defect == Defect::none);
    return files_of(tables.dataset());
}

/// A table as fields, to be changed, and where each field stands when it is written.
struct Sheet {
    std::vector<Strings> rows{};  ///< The first is the header.
    std::string text{};
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> places{};  ///< line, column

    explicit Sheet(const std::string& csv) : rows(support::parse_csv(csv).value()) {}

    [[nodiscard]] std::size_t column(std::string_view name) const {
        const auto found = std::find(rows[0].begin(), rows[0].end(), name);
        REQUIRE_MESSAGE(found != rows[0].end(), "no column ", std::string(name));
        return static_cast<std::size_t>(found - rows[0].begin());
    }
    std::string& at(std::size_t row, std::string_view name) { return rows.at(row).at(column(name)); }

    /// Writes every field with quotes around it if `quoted` or where it must.
    const std::string& write(bool quoted = false) {
        text.clear();
        places.clear();
        std::size_t line = 1;
        std::size_t column = 1;
        const auto put = [&](char c) {
            text += c;
            ++column;
            if (c == '\n') {
                ++line;
                column = 1;
            }
        };
        for (const auto& row : rows) {
            auto& here = places.emplace_back();
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i != 0) put(',');
                here.emplace_back(line, column);
                const bool quotes = quoted || row[i].find_first_of(",\"\r\n") != std::string::npos;
                if (quotes) put('"');
                for (const char c : row[i]) {
                    if (c == '"') put(c);
                    put(c);
                }
                if (quotes) put('"');
            }
            put('\r');
            put('\n');
        }
        return text;
    }
};

/// Empties columns.
void hide(Files& files, TableName table, const Strings& columns) {
    Sheet sheet(files[table]);
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        for (const auto& column : columns) sheet.at(i, column).clear();
    }
    files[table] = sheet.write();
}

/// A value put into a table, and the error that it must give.
struct Wrong {
    TableName table;
    std::size_t row;  ///< From 1; 0 is the header.
    std::string column;
    std::string value;
    Fault fault;
    std::string nearest{};
    std::size_t given = 0;
    std::size_t expected = 0;
    std::size_t behind = 0;             ///< How many bytes behind the beginning of the field the trouble is.
    std::optional<std::string> found{};  ///< If not the value.
    bool stays = false;                  ///< The row is not left out.
};

const std::set<std::string> date_columns{"time", "published", "from", "to", "period"};

/// The rows of CSV without one of them.
Strings lines_but(const std::string& csv, std::size_t left_out) {
    Strings lines;
    const auto rows = support::parse_csv(csv).value();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (i == left_out) continue;
        std::string line;
        for (const auto& field : rows[i]) line += field + "\x1f";
        lines.push_back(line);
    }
    return lines;
}

/// That this value gives this error alone, at its place, and that the row is left out and nothing else of its table.
void expect(const Wrong& wrong) {
    Files files = sample();
    // So that what is left out is not missed in what other tables show.
    if (wrong.table != TableName::paragraphs) hide(files, TableName::paragraphs, {"claims"});
    if (wrong.table != TableName::claims) hide(files, TableName::claims, {"source", "section", "paragraph"});
    Sheet sheet(files[wrong.table]);
    const std::size_t column = sheet.column(wrong.column);
    sheet.at(wrong.row, wrong.column) = wrong.value;
    for (const bool quoted : {false, true}) {
        CAPTURE(name(wrong.table));
        CAPTURE(wrong.row);
        CAPTURE(wrong.column);
        CAPTURE(wrong.value);
        CAPTURE(quoted);
        files[wrong.table] = sheet.write(quoted);
        const LoadedDataset loaded = load(files);
        CAPTURE(messages(loaded));
        REQUIRE(loaded.errors.size() == 1);
        const LoadError& error = loaded.errors[0];
        CHECK(error.table == wrong.table);
        CHECK(name(error.error.fault) == name(wrong.fault));
        const auto place = sheet.places[wrong.row][column];
        const bool open = quoted || wrong.value.find_first_of(",\"\r\n") != std::string::npos;
        CHECK(error.error.line == place.first);
        // Of a date it is told where in the text it goes wrong, of anything else which field is wrong.
        const bool within = date_columns.count(wrong.column) != 0;
        CHECK(error.error.column == place.second + wrong.behind + (open && within ? 1U : 0U));
        CHECK(error.error.found == wrong.found.value_or(wrong.value));
        CHECK(error.error.nearest == wrong.nearest);
        CHECK(error.error.given == wrong.given);
        CHECK(error.error.expected == wrong.expected);
        if (wrong.table == TableName::paragraphs || wrong.table == TableName::dataset) continue;
        if (wrong.stays) {
            CHECK(files_of(loaded.dataset())[wrong.table] == sample()[wrong.table]);
            continue;
        }
        const std::string again = support::csv_of(data_table(loaded.dataset(), wrong.table));
        CHECK(lines_but(again, 0) == lines_but(sample()[wrong.table], wrong.row));
    }
}

/// The dataset read from the tables of another, which it must equal.
void check_round_trip(const Dataset& data) {
    const Files files = files_of(data);
    const LoadedDataset loaded = load(files);
    CHECK_MESSAGE(loaded.errors.empty(), messages(loaded));
    const std::string differs = support::difference(loaded.dataset(), data);
    CHECK_MESSAGE(differs.empty(), differs);
    CHECK(files_of(loaded.dataset()) == files);
}

// ---- random datasets -------------------------------------------------------------------------------------------------

/// Texts with everything that CSV, lists and JSON have to escape.
class Texts {
public:
    explicit Texts(Random& random) : random_(random) {}

    /// Any text, which may be empty.
    std::string_view any() { return keep(make(random_.below(6), true)); }
    /// A text that is not empty.
    std::string_view some() { return keep(make(1 + random_.below(5), true)); }
    /// One like no other.
    std::string_view unique() { return keep(make(random_.below(4), true) + "#" + std::to_string(kept_.size())); }
    /// Different words without blanks.
    std::string_view words(std::size_t size) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
            text += (i == 0 ? "" : " ") + make(random_.below(4), false) + "#" + std::to_string(i);
        }
        return keep(text);
    }

private:
    std::string make(std::size_t size, bool blanks) {
        using namespace std::string_literals;
        static const Strings pieces{",",  "\"", "\n", "\r\n", "\r", "|",  "\\", "\\|", "||", "é", "Ҷ", "😀", "a",
                                    "bc", ";",  "\t", "..",   "/",  "=1", "'",  "\0"s, "\xef\xbb\xbf", "~", "0"};
        std::string text;
        for (std::size_t i = 0; i < size; ++i) text += blanks && random_.chance(5) ? " " : random_.pick(pieces);
        return text;
    }
    std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }

    Random& random_;
    std::deque<std::string> kept_{};
};

template <Named E>
E any(Random& random) {
    return static_cast<E>(random.below(count<E>));
}

Date any_date(Random& random) {
    const int year = 1 + static_cast<int>(random.below(9999));
    const int month = 1 + static_cast<int>(random.below(12));
    std::optional<Date> date;
    while (!date) {
        switch (random.below(4)) {
            case 0: date = Date::decade(year / 10 * 10); break;
            case 1: date = Date::of(year); break;
            case 2: date = Date::of(year, month); break;
            default: date = Date::of(year, month, 1 + static_cast<int>(random.below(28))); break;
        }
        if (!date) date = Date::of(year);
    }
    return random.chance(4) ? date->about() : *date;
}

End any_end(Random& random) {
    if (random.chance(4)) return End::open();
    return random.chance(3) ? End{} : End{any_date(random)};
}

/// A period that does not end before it starts.
Period any_period(Random& random) {
    if (random.chance(3)) return {};
    if (random.chance(3)) return Period(any_date(random));
    for (;;) {
        const Period period(any_end(random), any_end(random));
        if (!detail::ends_before_it_starts(period.from, period.to)) return period;
    }
}

Decimal any_decimal(Random& random) {
    const auto digits = static_cast<std::int64_t>(random.below(1000000000)) * (random.chance(4) ? -1 : 1);
    return Decimal::of(digits, static_cast<int>(random.below(12))).value_or(Decimal{});
}

AnyQuantity any_quantity(Random& random) {
    AnyQuantity quantity;
    quantity.unit = any<Unit>(random);
    quantity.form = any<Form>(random);
    const Decimal one = any_decimal(random);
    const Decimal other = any_decimal(random);
    switch (quantity.form) {
        case Form::exact:
        case Form::about:
        case Form::at_least: quantity.low = quantity.high = one; break;
        case Form::at_most: quantity.high = one; break;
        case Form::interval:
        case Form::over_time:
            quantity.low = one < other ? one : other;
            quantity.high = one < other ? other : one;
            break;
    }
    return quantity;
}

template <Named E>
void add_codings(Random& random, std::vector<Coding<E>>& rows, std::size_t claims, std::size_t partners) {
    for (std::size_t i = random.below(4); i > 0; --i) {
        rows.push_back({{static_cast<std::uint16_t>(random.below(claims))},
                        {static_cast<std::uint8_t>(random.below(partners))},
                        any<E>(random),
                        any<Tells>(random),
                        any_period(random)});
    }
}

/// Random rows in every table. What they refer to is there; otherwise they need not make sense.
void fill_random(Random& random, Texts& texts, Tables& tables) {
    const std::size_t sources = 1 + random.below(3);
    for (std::size_t i = 0; i < sources; ++i) {
        tables.sources.push_back({texts.unique(), texts.any(), texts.any(), texts.any(), any_date(random), texts.any(),
                                  static_cast<std::uint16_t>(20 + random.below(5))});
    }
    const auto block = [&] { return static_cast<std::uint16_t>(1 + random.below(20)); };
    const auto source = [&] { return static_cast<std::uint16_t>(random.below(sources)); };
    for (std::size_t i = random.below(4); i > 0; --i) tables.sections.push_back({source(), block(), texts.any()});
    tables.partners.clear();
    const std::size_t partners = random.chance(10) ? 64 : 1 + random.below(5);
    for (std::size_t i = 0; i < partners; ++i) {
        tables.partners.push_back({texts.unique(), texts.any(), any<PartnerKind>(random), texts.any(),
                                   static_cast<std::uint16_t>(random.below(3)), texts.words(random.below(3))});
    }
    const std::size_t claims = 1 + random.below(6);
    for (std::size_t i = 0; i < claims; ++i) {
        Claim claim;
        claim.last_block = random.chance(3) ? block() : std::uint16_t{0};
        claim.note = random.chance(3) ? block() : std::uint16_t{0};
        for (std::size_t k = random.below(5); k > 0; --k) claim.context[k - 1] = block();
        claim.area = any<IssueArea>(random);
        claim.kind = any<ClaimKind>(random);
        claim.aspect = any<Aspect>(random);
        claim.period = random.chance(5) ? Period(any_end(random), any_end(random)) : any_period(random);
        claim.from = any<Basis>(random);
        claim.to = any<Basis>(random);
        claim.voice = any<Voice>(random);
        claim.stance = any<Stance>(random);
        claim.modality = any<Modality>(random);
        for (std::size_t k = random.below(4); k > 0; --k) claim.figures[k - 1] = {any_quantity(random), texts.some()};
        claim.derived = texts.any();
        claim.speaker = texts.any();
        claim.statement = texts.some();
        tables.add(claim, source());
        tables.claims.back().partners.bits =
            partners == 64 ? random.next() : random.below(std::size_t{1} << partners);
    }
    const auto claim = [&] { return ClaimIndex{static_cast<std::uint16_t>(random.below(claims))}; };
    const auto partner = [&] { return PartnerIndex{static_cast<std::uint8_t>(random.below(partners))}; };
    for (std::size_t i = random.below(3); i > 0; --i) {
        tables.memberships.push_back({partner(), partner(), claim(), any_period(random), random.chance(2)});
    }
    add_codings(random, tables.conditions, claims, partners);
    add_codings(random, tables.conduct, claims, partners);
    add_codings(random, tables.determinants, claims, partners);
    add_codings(random, tables.obligations, claims, partners);
    add_codings(random, tables.leverages, claims, partners);
    add_codings(random, tables.modes, claims, partners);
    add_codings(random, tables.stages, claims, partners);
    for (std::size_t i = random.below(3); i > 0; --i) {
        const auto levels = Set<Level>::of_bits(static_cast<std::uint32_t>(random.below(32)));
        tables.judgements.push_back({claim(), partner(), any<IssueArea>(random), levels, any_period(random)});
    }
    for (std::size_t i = random.below(3); i > 0; --i) {
        tables.measurements.push_back({claim(), partner(), any<IssueArea>(random), any<MeasureRole>(random),
                                       static_cast<std::uint8_t>(random.below(3)), texts.any()});
    }
    std::vector<std::size_t> options;
    for (std::size_t i = random.below(4); i > 0; --i) {
        options.push_back(random.chance(5) ? 16 : random.below(5));
        tables.matters.push_back({texts.unique(), texts.any(), any<MatterKind>(random), texts.words(options.back())});
    }
    for (std::size_t i = tables.matters.empty() ? 0 : random.below(5); i > 0; --i) {
        const std::size_t matter = random.below(tables.matters.size());
        // A quantity is a figure with its own unit: the disagreements are not computed here.
        tables.positions.push_back({{static_cast<std::uint8_t>(matter)},
                                    claim(),
                                    static_cast<Options>(random.below(std::size_t{1} << options[matter])),
                                    static_cast<std::uint8_t>(random.below(256)),
                                    texts.any(),
                                    any_period(random)});
    }
    for (std::size_t i = 0; i < sources; ++i) {
        for (std::uint16_t k = 1; k <= tables.sources[i].blocks; ++k) {
            if (random.chance(6)) tables.uncoded.push_back({static_cast<std::uint16_t>(i), k, texts.some()});
        }
    }
    tables.time = any_period(random);
}

/// Bytes changed, left out, put in, doubled or swapped; rarely all of a text gone.
void mutate(Random& random, std::string& text) {
    static const Strings pieces{",", "\"", "\n", "\r\n", "|", "\\", "0", "9999999999", "..", "-", "~", "X", "\0x", "\xff", "true", "2010/2009"};
    for (std::size_t times = 1 + random.below(3); times > 0; --times) {
        if (text.empty() || random.chance(300)) {
            text.clear();
            return;
        }
        const std::size_t at = random.below(text.size());
        const std::size_t size = 1 + random.below(random.chance(3) ? 80 : 3);
        switch (random.below(6)) {
            case 0: text[at] = static_cast<char>(static_cast<unsigned char>(random.below(256))); break;
            case 1: text.erase(at, size); break;
            case 2: text.insert(at, random.pick(pieces)); break;
            case 3: text.insert(at, std::string(text, at, size)); break;
            case 4: std::swap(text[at], text[random.below(text.size())]); break;
            default: text.insert(at, std::string(text, random.below(text.size()), size)); break;
        }
    }
}

/// What must hold of every dataset that was loaded, from whatever.
void check_loaded(const Files& files) {
    const LoadedDataset loaded = load(files);
    for (const LoadError& error : loaded.errors) {
        CHECK(error.error.fault != Fault::none);
        CHECK(error.error.line >= 1);
        CHECK(error.error.column >= 1);
        const auto& text = files.at(error.table);
        CHECK(error.error.line <= 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    }
    CHECK(messages(loaded).size() < 1000000);  // every view is read
    if (first_defect(loaded.dataset()).defect == Defect::none) check_round_trip(loaded.dataset());
}

}  // namespace

TEST_CASE("our dataset comes back from its tables, every row field by field") {
    const Files files = files_of(tajikistan);
    const LoadedDataset loaded = load(files);
    CHECK_MESSAGE(loaded.errors.empty(), messages(loaded));
    const Dataset data = loaded.dataset();
    CHECK(name(first_defect(data).defect) == name(Defect::none));
    const std::string differs = support::difference(data, tajikistan);
    CHECK_MESSAGE(differs.empty(), differs);
    CHECK(data.claims.size() == tajikistan.claims.size());
    CHECK(files_of(data) == files);
    CHECK(support::csv_of(data_table(data, TableName::disagreements)) ==
          support::csv_of(data_table(tajikistan, TableName::disagreements)));
}

TEST_CASE("what is loaded gives the same answers as what is compiled in") {
    const Files files = files_of(tajikistan);
    const LoadedDataset loaded = load(files);
    const Dataset data = loaded.dataset();
    for (const bool strict : {false, true}) {
        Admission admission;
        admission.strict = strict;
        for (const Partner& row : tajikistan.partners) {
            const PartnerIndex partner = *find_partner(tajikistan.partners, row.id);
            REQUIRE(find_partner(data.partners, row.id) == partner);
            for (const char* when : {"1993", "2002-05", "2005", "2010/2012", "2016", "2019", "2022-06", "2023"}) {
                CAPTURE(row.id);
                CAPTURE(when);
                const Period at = support::period(when);
                CHECK(classify(data, partner, at, three_modes::predicted, admission) ==
                      classify(tajikistan, partner, at, three_modes::predicted, admission));
                CHECK(classify(data, partner, at, three_modes::observed, admission) ==
                      classify(tajikistan, partner, at, three_modes::observed, admission));
                CHECK(classify(data, partner, at, four_stages::stages, admission) ==
                      classify(tajikistan, partner, at, four_stages::stages, admission));
                for (const IssueArea area : {IssueArea::trade, IssueArea::debt, IssueArea::migration, IssueArea::security}) {
                    for (const Route route : all<Route>()) {
                        CHECK(dependency(data, partner, area, at, route, admission).levels ==
                              dependency(tajikistan, partner, area, at, route, admission).levels);
                    }
                }
            }
        }
    }
}

TEST_CASE("a loaded dataset stays what it is when it is moved") {
    Files files = sample();
    LoadedDataset loaded = load(files);
    const LoadedDataset moved = std::move(loaded);
    files.clear();  // the texts are not needed any longer
    Tables tables;
    support::fill_sample(tables);
    const std::string differs = support::difference(moved.dataset(), tables.dataset());
    CHECK_MESSAGE(differs.empty(), differs);
}

TEST_CASE("random datasets with nasty texts come back") {
    Random random(2023);
    for (int i = 0; i < 100; ++i) {
        CAPTURE(i);
        Texts texts(random);
        Tables tables;
        fill_random(random, texts, tables);
        check_round_trip(tables.dataset());
    }
}

TEST_CASE("an empty dataset comes back") {
    check_round_trip(Dataset{});
    CHECK(load({}).errors.empty());
    const LoadedDataset nothing = load_dataset({});
    CHECK(nothing.errors.empty());
    const std::string differs = support::difference(nothing.dataset(), Dataset{});
    CHECK_MESSAGE(differs.empty(), differs);
}

TEST_CASE("columns may stand in any order, lines may end as Unix has it, what is only shown may be empty") {
    Tables tables;
    support::fill_sample(tables);
    Files files = sample();
    for (auto& entry : files) {
        Sheet sheet(entry.second);
        for (auto& row : sheet.rows) std::reverse(row.begin(), row.end());
        entry.second = sheet.write();
    }
    for (const bool shown : {true, false}) {
        if (!shown) {
            hide(files, TableName::claims, {"source", "section", "paragraph"});
            hide(files, TableName::paragraphs, {"claims"});
            files[TableName::paragraphs].insert(0, "\xef\xbb\xbf");
        }
        const LoadedDataset loaded = load(files);
        CHECK_MESSAGE(loaded.errors.empty(), messages(loaded));
        const std::string differs = support::difference(loaded.dataset(), tables.dataset());
        CHECK_MESSAGE(differs.empty(), differs);
    }
    // A line end in a quoted text is a part of it; others are not.
    std::string& codings = files[TableName::codings];
    codings.erase(std::remove(codings.begin(), codings.end(), '\r'), codings.end());
    CHECK(load(files).errors.empty());
}

TEST_CASE("names that are none are told with the nearest that is one") {
    using enum TableName;
    using enum Fault;
    for (const Wrong& wrong : std::vector<Wrong>{
             {sections, 1, "source", "000_frist", unknown_name, "000_first"},
             {sections, 1, "source", "", unknown_name, "000_first"},
             {partners, 6, "kind", "lendr", unknown_name, "lender"},
             {memberships, 1, "member", "alhpa", unknown_name, "alpha"},
             {memberships, 1, "member", "first", unknown_name, "world"},  // an alias is no id
             {memberships, 2, "group", "blocc", unknown_name, "bloc"},
             {memberships, 2, "claim", "000.002b", unknown_name, "000.002a"},
             {memberships, 1, "told_by_group", "yes", unknown_name, "true or false"},
             {memberships, 1, "told_by_group", "TRUE", unknown_name, "true or false"},
             {memberships, 1, "told_by_group", "", unknown_name, "true or false"},
             {claims, 6, "partners", "alpha|wrold", unknown_name, "world", 0, 0, 0, {}},
             {claims, 6, "issue_area", "Political", unknown_name, "political"},
             {claims, 6, "issue_area", "", unknown_name, std::string(nearest<IssueArea>(""))},
             {claims, 6, "kind", "descriptoin", unknown_name, "description"},
             {claims, 6, "aspect", "stat", unknown_name, "state"},
             {claims, 6, "from_basis", "infered", unknown_name, "inferred"},
             {claims, 6, "to_basis", "stat", unknown_name, "stated"},
             {claims, 6, "voice", "auhtor", unknown_name, "author"},
             {claims, 6, "stance", "onw", unknown_name, "own"},
             {claims, 6, "modality", "aserted", unknown_name, "asserted"},
             {claims, 6, "quantities.form", "at_mots", unknown_name, "at_most"},
             {claims, 6, "quantities.unit", "precent", unknown_name, "percent"},
             {claims, 6, "quantities.unit", "", unknown_name, std::string(nearest<Unit>(""))},
             {codings, 1, "claim", "000.001", unknown_name, "000.001a"},
             {codings, 1, "partner", "alpa", unknown_name, "alpha"},
             {codings, 1, "variable", "conditoin", unknown_name, "condition"},  // and not its feature, too
             {codings, 1, "feature", "resource", unknown_name, "resources"},
             {codings, 4, "feature", "resources", unknown_name, std::string(nearest<Conduct>("resources"))},
             {codings, 5, "feature", "opendoor", unknown_name, "open_door"},
             {codings, 6, "feature", "pakt", unknown_name, "pact"},
             {codings, 1, "tells", "hold", unknown_name, "holds"},
             {judgements, 1, "claim", "x", unknown_name, "000.001a"},
             {judgements, 1, "partner", "betta", unknown_name, "beta"},
             {judgements, 1, "issue_area", "trad", unknown_name, "trade"},
             {judgements, 1, "levels", "medium|hihg", unknown_name, "high"},
             {measurements, 2, "role", "exposur", unknown_name, "exposure"},
             {measurements, 2, "claim", "", unknown_name, "000.001a"},
             {measurements, 2, "partner", "alpha|beta", unknown_name, "alpha"},
             {matters, 4, "kind", "quantities", unknown_name, "quantity"},
             {positions, 1, "matter", "aims", unknown_name, "aim"},  // and not its options, too
             {positions, 1, "claim", "001.001a", unknown_name, "000.001a"},
             {positions, 1, "options", "money|freinds", unknown_name, "friends"},
             {positions, 6, "options", "money", unknown_name, ""},  // a quantity has none
             {paragraphs, 1, "source", "000_fist", unknown_name, "000_first"},
         }) {
        // What refers to a matter or partner that is left out is an error too: those rows are the last ones, or alone.
        if (wrong.table == matters) {
            Files files = sample();
            Sheet sheet(files[matters]);
            sheet.at(wrong.row, wrong.column) = wrong.value;
            files[matters] = sheet.write();
            const LoadedDataset loaded = load(files);
            REQUIRE(loaded.errors.size() == 3);
            CHECK(loaded.errors[0].error.nearest == wrong.nearest);
            for (const std::size_t i : {1U, 2U}) {
                CHECK(loaded.errors[i].table == positions);
                CHECK(loaded.errors[i].error.found == "share");
                CHECK(loaded.errors[i].error.line == 6 + i);
            }
            CHECK(loaded.matters.size() == 3);
            CHECK(loaded.positions.size() == 5);
            continue;
        }
        expect(wrong);
    }
}

TEST_CASE("dates, periods and numbers that are none are told where they go wrong") {
    using enum TableName;
    using enum Fault;
    for (const Wrong& wrong : std::vector<Wrong>{
             {dataset, 1, "edition", "", nothing_there},
             {dataset, 1, "edition", "one", unexpected_character},
             {dataset, 1, "edition", "65536", out_of_range},
             {dataset, 1, "edition", "-1", unexpected_character},
             {dataset, 1, "edition", " 1", unexpected_character},
             {dataset, 1, "time", "1991/2023x", unexpected_character, "", 0, 0, 9, "x"},
             {dataset, 1, "time", "2023/1991", no_such_date},
             {sections, 3, "paragraph", "3.0", unexpected_character},
             {sections, 3, "paragraph", "", nothing_there},
             {partners, 6, "cow", "99999999999999999999", out_of_range},
             {memberships, 1, "period", "2011/13", nothing_there, "", 0, 0, 7, ""},
             {memberships, 1, "period", "2011-02-30", no_such_date},
             {memberships, 1, "period", "2012/2011", no_such_date},
             {claims, 6, "last_paragraph", "seven", unexpected_character},
             {claims, 6, "last_paragraph", "70000", out_of_range},
             {claims, 6, "note", "1a", unexpected_character},
             {claims, 6, "context", "1|two", unexpected_character},
             {claims, 6, "context", "1||2", nothing_there},
             {claims, 6, "context", "0", out_of_range},
             {claims, 6, "from", "2011-13", no_such_date},
             {claims, 6, "from", "about 2011", unexpected_character, "", 0, 0, 0, "a"},
             {claims, 6, "to", "2012-1", nothing_there, "", 0, 0, 6, ""},
             {claims, 6, "to", ". .", unexpected_character, "", 0, 0, 0, "."},
             {claims, 6, "quantities.high", "7,5", unexpected_character},
             {claims, 6, "quantities.high", "", nothing_there},           // unknown is not zero
             {claims, 6, "quantities.low", "1", unexpected_character},    // what has only an upper bound
             {claims, 5, "quantities.low", "", nothing_there},
             {claims, 5, "quantities.high", "0", unexpected_character},   // what has only a lower bound
             {claims, 6, "quantities.high", "1e3", unexpected_character},
             {claims, 6, "quantities.high", "1234567890123456789", out_of_range},
             {claims, 2, "quantities.low", "48|290|", out_of_range, "", 0, 0, 0, "48.5||5"},  // exact, and two numbers
             {claims, 3, "quantities.high", "29|1200000000|1", out_of_range},                  // the ends swapped
             {claims, 3, "quantities.low", "30|1200000001|-0.05", out_of_range, "", 0, 0, 0, "50|1200000000|1"},
             {codings, 5, "period", "201Y", unexpected_character, "", 0, 0, 3, "Y"},
             {judgements, 2, "period", "/2012/", unexpected_character, "", 0, 0, 5, "/"},
             {measurements, 1, "figure", "256", out_of_range},
             {measurements, 1, "figure", "", nothing_there},
             {positions, 7, "figure", "first", unexpected_character},
             {positions, 7, "period", "2010-00", no_such_date},
             {paragraphs, 5, "paragraph", "five", unexpected_character},
         }) {
        // Where the place is that of another field than the one that was changed, the claim has codings: see below.
        const bool elsewhere = wrong.table == claims && wrong.row < 4;
        if (!elsewhere && !(wrong.table == claims && wrong.row < 6)) {
            expect(wrong);
            continue;
        }
        Files files = sample();
        Sheet sheet(files[claims]);
        sheet.at(wrong.row, wrong.column) = wrong.value;
        files[claims] = sheet.write();
        const LoadedDataset loaded = load(files);
        CAPTURE(messages(loaded));
        CAPTURE(wrong.value);
        REQUIRE_FALSE(loaded.errors.empty());
        CHECK(loaded.errors[0].table == claims);
        CHECK(name(loaded.errors[0].error.fault) == name(wrong.fault));
        const std::string where = wrong.fault == out_of_range && elsewhere ? "quantities.high" : wrong.column;
        const auto place = sheet.places[wrong.row][sheet.column(where)];
        CHECK(loaded.errors[0].error.line == place.first);
        CHECK(loaded.errors[0].error.column == place.second);
        CHECK(loaded.errors[0].error.found == wrong.found.value_or(wrong.value));
        CHECK(loaded.claims.size() == 5);
        // Everything else refers to it, and says so.
        for (std::size_t i = 1; i < loaded.errors.size(); ++i) {
            CHECK(loaded.errors[i].table != claims);
            CHECK(loaded.errors[i].error.fault == unknown_name);
        }
    }
}

TEST_CASE("a document or a matter that is left out is missed by all that refers to it") {
    Files files = sample();
    Sheet sources(files[TableName::sources]);
    sources.at(2, "published") = "2020-6";
    files[TableName::sources] = sources.write();
    const LoadedDataset loaded = load(files);
    CAPTURE(messages(loaded));
    REQUIRE(loaded.errors.size() == 8);
    CHECK(loaded.errors[0].table == TableName::sources);
    CHECK(loaded.errors[0].error.line == 4);  // the first document has a line end in its text
    CHECK(loaded.errors[0].error.fault == Fault::nothing_there);
    CHECK(loaded.errors[1].table == TableName::sections);
    for (std::size_t i = 2; i < 8; ++i) CHECK(loaded.errors[i].table == TableName::paragraphs);
    CHECK(loaded.sources.size() == 1);
    CHECK(loaded.sections.size() == 2);
    CHECK(loaded.uncoded.size() == 2);
    CHECK(loaded.claims.size() == 6);  // that a claim has no document is a defect of the dataset
    CHECK(name(first_defect(loaded.dataset()).defect) == name(Defect::no_such_source));
}

TEST_CASE("what a row can hold has an end") {
    using enum TableName;
    using enum Fault;
    expect({claims, 6, "context", "1|2|3|4|5", field_count, "", 5, 4});
    const auto figures = [](const Strings& lists, std::string_view column, std::size_t given, std::size_t expected) {
        Files files = sample();
        hide(files, TableName::paragraphs, {"claims"});
        Sheet sheet(files[claims]);
        const Strings names{"quantities.form", "quantities.low", "quantities.high", "quantities.unit", "quantities.measure"};
        for (std::size_t i = 0; i < names.size(); ++i) sheet.at(6, names[i]) = lists[i];
        files[claims] = sheet.write();
        const LoadedDataset loaded = load(files);
        CAPTURE(messages(loaded));
        CAPTURE(lists[0]);
        REQUIRE(loaded.errors.size() == 1);
        const Error& error = loaded.errors[0].error;
        CHECK(name(error.fault) == name(field_count));
        const auto place = sheet.places[6][sheet.column(column)];
        CHECK(error.line == place.first);
        CHECK(error.column == place.second);
        CHECK(error.found == sheet.at(6, column));
        CHECK(error.given == given);
        CHECK(error.expected == expected);
        CHECK(loaded.claims.size() == 5);
    };
    figures({"exact|exact|exact|exact", "1|2|3|4", "1|2|3|4", "items|items|items|items", "a|b|c|d"}, "quantities.measure", 4, 3);
    figures({"exact|exact|exact", "1|2|3", "1|2|3", "items|items|items", "a|b|c|d"}, "quantities.measure", 4, 3);
    figures({"exact", "1|2", "1|2", "items|items", "a|b"}, "quantities.form", 1, 2);
    figures({"exact|exact", "1", "1|2", "items|items", "a|b"}, "quantities.low", 1, 2);
    figures({"exact|exact", "1|2", "1|2|3", "items|items", "a|b"}, "quantities.high", 3, 2);
    figures({"exact|exact", "1|2", "1|2", "", "a|b"}, "quantities.unit", 0, 2);
    figures({"exact", "1", "1", "items", ""}, "quantities.form", 1, 0);  // nothing is said to be measured
    figures({"", "1", "1", "items", ""}, "quantities.low", 1, 0);
    figures({"exact|exact", "1|2", "1|2", "items|items", "a"}, "quantities.form", 2, 1);
    figures({"exact|exact", "1|2", "1|2", "items|items", "a\\|b"}, "quantities.form", 2, 1);
}

TEST_CASE("what is measured has a name, and words are words") {
    using enum TableName;
    using enum Fault;
    Files files = sample();
    Sheet sheet(files[claims]);
    const Strings names{"quantities.form", "quantities.low", "quantities.high", "quantities.unit", "quantities.measure"};
    const Strings values{"exact|exact", "1|2", "1|2", "items|items", "a|"};
    for (std::size_t i = 0; i < names.size(); ++i) sheet.at(6, names[i]) = values[i];
    files[claims] = sheet.write();
    const LoadedDataset loaded = load(files);
    REQUIRE_FALSE(loaded.errors.empty());
    CHECK(loaded.errors[0].error.fault == nothing_there);
    CHECK(loaded.errors[0].error.column == sheet.places[6][sheet.column(names[4])].second);

    expect({partners, 6, "aliases", "one two", unexpected_character});  // would become two
    expect({partners, 6, "aliases", "one||two", nothing_there});
    Files matter = sample();
    Sheet options(matter[matters]);
    options.at(4, "options") = "a|b c";
    matter[matters] = options.write();
    CHECK(load(matter).errors[0].error.fault == unexpected_character);
}

TEST_CASE("what is only shown must not contradict what it follows from") {
    using enum TableName;
    using enum Fault;
    // What the row means is clear, so it stays: nothing that refers to it is lost.
    const auto contradicts = [](TableName table, std::size_t row, std::string_view column, std::string_view value,
                                std::string_view should) {
        expect({table, row, std::string(column), std::string(value), unknown_name, std::string(should), 0, 0, 0, {}, true});
    };
    contradicts(claims, 6, "section", "Three", "THREE");
    contradicts(claims, 2, "section", "ONE", "ONE, \"1\"");
    contradicts(claims, 6, "paragraph", "5", "6");
    contradicts(claims, 6, "source", "000_first", "001_second");
    contradicts(paragraphs, 5, "claims", "000.001a", "");
    contradicts(paragraphs, 3, "claims", "000.003a|000.002a", "000.002a|000.003a");  // in order
    // Above the first heading nothing is shown, so nothing may stand there.
    Files files = sample();
    Sheet sheet(files[claims]);
    sheet.at(1, "section") = "ONE";
    files[claims] = sheet.write();
    const LoadedDataset loaded = load(files);
    REQUIRE(loaded.errors.size() == 1);
    CHECK(loaded.errors[0].error.found == "ONE");
    CHECK(loaded.errors[0].error.nearest.empty());
    CHECK(loaded.claims.size() == 6);
    // The reason of a paragraph stays, too.
    Files reasons = sample();
    Sheet blocks(reasons[paragraphs]);
    blocks.at(5, "claims") = "000.001a";
    reasons[paragraphs] = blocks.write();
    CHECK(load(reasons).uncoded.size() == 3);
    // A claim with an id that is none shows nothing that could be compared; the dataset has a defect.
    Files ids = sample();
    Sheet claim(ids[claims]);
    claim.at(6, "id") = "01.006";
    ids[claims] = claim.write();
    const LoadedDataset malformed = load(ids);
    CHECK(malformed.claims.size() == 6);
    CHECK(name(first_defect(malformed.dataset()).defect) == name(Defect::malformed_claim_id));
}

TEST_CASE("ids are there, each once") {
    using enum TableName;
    using enum Fault;
    expect({partners, 6, "id", "", nothing_there});
    expect({partners, 6, "id", "beta", said_twice});
    expect({claims, 6, "id", "", nothing_there});
    Files claim = sample();
    Sheet claim_rows(claim[claims]);
    claim_rows.rows.push_back(claim_rows.rows[2]);
    claim[claims] = claim_rows.write();
    const LoadedDataset twice = load(claim);
    REQUIRE(twice.errors.size() == 1);
    CHECK(twice.errors[0].error.fault == said_twice);
    CHECK(twice.errors[0].error.found == "000.002a");
    CHECK(twice.errors[0].error.line == claim_rows.places[7][0].first);
    CHECK(twice.claims.size() == 6);

    Files document = sample();
    Sheet documents(document[sources]);
    documents.at(2, "id") = "000_first";
    document[sources] = documents.write();
    const LoadedDataset loaded = load(document);
    CHECK(loaded.errors[0].table == sources);
    CHECK(loaded.errors[0].error.fault == said_twice);
    CHECK(loaded.sources.size() == 1);

    Files head = sample();
    head[dataset] += "other,Another case,State,2,1990/2025\r\n";
    const LoadedDataset heads = load(head);
    REQUIRE(heads.errors.size() == 1);
    CHECK(heads.errors[0].table == dataset);
    CHECK(heads.errors[0].error.fault == said_twice);
    CHECK(heads.errors[0].error.line == 3);
    CHECK(heads.errors[0].error.found == "other");
    CHECK(heads.head.id == "test");
}

TEST_CASE("columns that are missing, unknown or there twice") {
    using enum Fault;
    for (const auto& entry : sample()) {
        const TableName table = entry.first;
        const std::string& text = entry.second;
        const Sheet original(text);
        for (std::size_t column = 0; column < original.rows[0].size(); ++column) {
            const std::string column_name = original.rows[0][column];
            CAPTURE(name(table));
            CAPTURE(column_name);
            Files files{{table, text}};
            const std::size_t before = load(files).errors.size();  // what refers to tables that are not there

            // Missing: told with the nearest, and the table has no rows.
            Sheet sheet(text);
            for (auto& row : sheet.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
            files[table] = sheet.write();
            const LoadedDataset missing = load(files);
            REQUIRE(missing.errors.size() == 1);
            CHECK(missing.errors[0].table == table);
            CHECK(missing.errors[0].error.fault == unknown_name);
            CHECK(missing.errors[0].error.found == column_name);
            CHECK(missing.errors[0].error.line == 1);
            CHECK(missing.errors[0].error.column == 1);
            const auto nearest = missing.errors[0].error.nearest;
            CHECK(std::find(sheet.rows[0].begin(), sheet.rows[0].end(), nearest) != sheet.rows[0].end());
            const std::string differs = support::difference(missing.dataset(), Dataset{});
            CHECK_MESSAGE(differs.empty(), differs);

            // Misspelt: missing, and unknown where it stands.
            Sheet misspelt(text);
            std::string wrong = column_name;
            for (char& c : wrong) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;  // case counts
            misspelt.rows[0][column] = wrong;
            files[table] = misspelt.write();
            const LoadedDataset both = load(files);
            REQUIRE(both.errors.size() == 2);
            CHECK(both.errors[0].error == Error{unknown_name, 1, 1, column_name, wrong});
            CHECK(both.errors[1].error ==
                  Error{unknown_name, 1, misspelt.places[0][column].second, wrong, column_name});

            // Unknown, behind the others: the rows are read all the same.
            Sheet unknown(text);
            for (auto& row : unknown.rows) row.push_back("more");
            files[table] = unknown.write(true);
            const LoadedDataset more = load(files);
            REQUIRE(more.errors.size() == before + 1);
            CHECK(more.errors[0].error.fault == unknown_name);
            CHECK(more.errors[0].error.found == "more");
            CHECK(more.errors[0].error.column == unknown.places[0].back().second);

            // Twice: told at the second; the first counts.
            Sheet twice(text);
            for (auto& row : twice.rows) row.push_back(&row == &twice.rows.front() ? column_name : "?");
            files[table] = twice.write();
            const LoadedDataset first = load(files);
            REQUIRE(first.errors.size() == before + 1);
            CHECK(first.errors[0].error ==
                  Error{said_twice, 1, twice.places[0].back().second, column_name, {}});
        }
    }
    Files files = sample();
    Sheet twice(files[TableName::partners]);
    for (auto& row : twice.rows) row.push_back(&row == &twice.rows.front() ? "name" : "?");
    files[TableName::partners] = twice.write();
    CHECK(load(files).partners[0].name == "Alpha");
}

TEST_CASE("rows of another length, and rows whose form is wrong") {
    Files files = sample();
    std::string& text = files[TableName::codings];
    text += "000.001a,alpha,condition\r\n";
    text += "000.001a,zeta,condition,resources,holds,,\r\n";
    text += "\r\n";
    text += "000.001a,\"zeta\"x,condition,resources,holds,\r\n";
    text += "000.002a,zeta,condition,resources,holds,\r\n";
    const LoadedDataset loaded = load(files);
    REQUIRE(loaded.errors.size() == 4);
    for (const LoadError& error : loaded.errors) CHECK(error.table == TableName::codings);
    CHECK(loaded.errors[0].error == Error{Fault::field_count, 11, 1, {}, {}, 3, 6});
    CHECK(loaded.errors[1].error == Error{Fault::field_count, 12, 1, {}, {}, 7, 6});
    CHECK(loaded.errors[2].error == Error{Fault::field_count, 13, 1, {}, {}, 1, 6});
    CHECK(loaded.errors[3].error == Error{Fault::text_behind_quote, 14, 16, "x", {}});
    CHECK(loaded.conditions.size() == 4);
    CHECK(loaded.conditions.back().partner.value == 4);
}

TEST_CASE("several errors in one row are all told") {
    Files files = sample();
    Sheet sheet(files[TableName::codings]);
    sheet.at(2, "claim") = "000.002z";
    sheet.at(2, "feature") = "resource";
    sheet.at(2, "period") = "20";
    sheet.at(3, "tells") = "";
    files[TableName::codings] = sheet.write();
    const LoadedDataset loaded = load(files);
    REQUIRE(loaded.errors.size() == 4);
    for (const std::size_t i : {0U, 1U, 2U}) CHECK(loaded.errors[i].error.line == 3);
    CHECK(loaded.errors[0].error.column < loaded.errors[1].error.column);
    CHECK(loaded.errors[1].error.column < loaded.errors[2].error.column);
    CHECK(loaded.errors[3].error.line == 4);
    CHECK(loaded.conditions.size() == 1);
    CHECK(loaded.conduct.size() == 1);
    CHECK(loaded.determinants.size() == 1);
    CHECK(loaded.obligations.size() == 1);
}

TEST_CASE("texts without rows, without header, without anything") {
    for (const TableName table : all<TableName>()) {
        CAPTURE(name(table));
        std::string header = support::csv_of(data_table(Dataset{}, table));
        header.erase(header.find('\n') + 1);
        const auto of = [&](std::string_view text) {
            CsvTexts texts;
            texts[table] = text;
            LoadedDataset loaded = load_dataset(texts);
            const std::string differs = support::difference(loaded.dataset(), Dataset{});
            CHECK_MESSAGE(differs.empty(), differs);
            return std::move(loaded.errors);
        };
        CHECK(of("").empty());
        CHECK(of(header).empty());
        CHECK(of("\xef\xbb\xbf" + header).empty());
        const auto no_header = of("\r\n");
        if (table == TableName::disagreements) {
            CHECK(no_header.empty());  // not asked for
            continue;
        }
        REQUIRE(no_header.size() == 1);
        CHECK(no_header[0].error == Error{Fault::nothing_there, 1, 1, {}, {}});
        CHECK(no_header[0].table == table);
        CHECK(of("\xef\xbb\xbf").size() == 1);
        CHECK(of("\"a").size() == 1);
        // Something else altogether: every column is missing, every word unknown.
        const auto prose = of("It was the best of times, it was the worst of times");
        CHECK(prose.size() == Sheet(header).rows[0].size() + 2);
    }
}

TEST_CASE("more rows than a dataset can refer to are told") {
    Files files = sample();
    Sheet sheet(files[TableName::partners]);
    for (int i = 0; i < 60; ++i) sheet.rows.push_back({"zz" + std::to_string(100 + i), "More", "state", "", "", ""});
    files[TableName::partners] = sheet.write();
    const LoadedDataset many = load(files);
    CHECK(many.errors.empty());  // nobody speaks of them
    CHECK(name(first_defect(many.dataset()).defect) == name(Defect::too_many_partners));
    Sheet claims(files[TableName::claims]);
    claims.at(6, "partners") = "alpha|zz158|zz159";  // the 64th, and the 65th
    files[TableName::claims] = claims.write();
    const LoadedDataset loaded = load(files);
    REQUIRE_FALSE(loaded.errors.empty());
    CHECK(loaded.errors[0].table == TableName::claims);
    CHECK(loaded.errors[0].error.fault == Fault::out_of_range);
    CHECK(loaded.errors[0].error.line == claims.places[6][0].first);
}

TEST_CASE("no change of the bytes does harm") {
    Random random(1991);
    const Files original = sample();
    for (int i = 0; i < 200; ++i) {
        CAPTURE(i);
        Files files = original;
        for (std::size_t times = 1 + random.below(2); times > 0; --times) {
            const std::size_t which = random.below(files.size());
            mutate(random, std::next(files.begin(), static_cast<std::ptrdiff_t>(which))->second);
        }
        check_loaded(files);
    }
}

TEST_CASE("no change of a field does harm") {
    Random random(2022);
    const Files original = sample();
    const Strings values{"",     "0",    "1",     "65535", "65536", "-1",   "a|b",  "|",          "||",   "\\",   "..",
                         "2010", "201X", "/",     "../..", "true",  "zeta", "beta", "000.001a",   "aim",  "1.5",  "exact",
                         "high", "none", "trend", "event", "state", "holds", "999.999z", "000.099a", "a b", "\n", "000.00/a"};
    for (int i = 0; i < 200; ++i) {
        CAPTURE(i);
        Files files = original;
        const std::size_t which = random.below(files.size());
        auto& text = std::next(files.begin(), static_cast<std::ptrdiff_t>(which))->second;
        Sheet sheet(text);
        auto& row = sheet.rows[1 + random.below(sheet.rows.size() - 1)];
        const std::size_t column = random.below(row.size());
        row[column] = random.chance(3) ? sheet.rows[1 + random.below(sheet.rows.size() - 1)][column] : random.pick(values);
        if (random.chance(5)) std::swap(sheet.rows[1 + random.below(sheet.rows.size() - 1)], row);
        text = sheet.write();
        check_loaded(files);
    }
}
