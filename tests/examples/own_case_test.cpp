// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The program own_case: what it answers, from its tables and from the same as CSV; what it says of files that
/// are wrong; and that its data says that it is invented.
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/defect.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/folder.hpp"
#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;
namespace fs = std::filesystem;

const std::string program = "own_case";

void rejected(const Words& arguments, const std::string& part) {
    const Ran ran = example(program, arguments);
    CAPTURE(join(arguments));
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(has(ran.err, part));
}

/// A verdict, and ~ where it is another without inference.
template <Named E>
std::string with_mark(const Dataset& data, PartnerIndex partner, const std::string& at,
                      const Typology<Mode, E>& rules) {
    Admission strict;
    strict.strict = true;
    const auto text = [&](const Admission& admission) {
        return verdict_text(classify(data, partner, period(at), rules, admission),
                            anything_told(data, partner, period(at), rules, admission));
    };
    const std::string shown = text({});
    return shown == text(strict) || shown == "insufficient" ? shown : shown + "~";
}

/// The tables that the program writes, loaded here.
struct Written {
    Folder folder{"own_case"};
    std::map<TableName, std::string> texts;
    LoadedDataset loaded;

    Written() {
        const std::string output = printed(program, {"--to", folder.path("tables")});
        CHECK(has(output, folder.path("tables")));
        CsvTexts views;
        for (const TableName table : all<TableName>()) {
            const fs::path file = folder.path("tables/" + std::string(name(table)) + ".csv");
            if (table == TableName::disagreements) {
                CHECK_FALSE(fs::exists(file));
                continue;
            }
            texts[table] = file_text(file);
            views[table] = texts[table];
        }
        loaded = load_dataset(views);
        CHECK(loaded.errors.empty());
        CHECK(first_defect(loaded.dataset()).defect == Defect::none);
    }
    [[nodiscard]] std::string path() const { return folder.path("tables"); }
    /// Writes a table anew with a part replaced.
    void edit(TableName table, const std::string& part, const std::string& other) const {
        std::string text = texts.at(table);
        const auto at = text.find(part);
        REQUIRE(at != std::string::npos);
        text.replace(at, part.size(), other);
        static_cast<void>(folder.file("tables/" + std::string(name(table)) + ".csv", text));
    }
};

}  // namespace

TEST_CASE("the data says that it is invented") {
    const Written written;
    const Dataset data = written.loaded.dataset();
    CHECK(has(data.title, "invented"));
    CHECK(data.sources.size() == 2);
    CHECK(data.partners.size() == 3);
    CHECK(data.claims.size() >= 12);
    for (const Source& source : data.sources) CHECK(has(source.title, "(invented)"));
    for (const Claim& claim : data.claims)
        CHECK_MESSAGE(claim.statement.starts_with("Invented: "), std::string(claim.id));
    CHECK(has(printed(program, {"--help"}), "the data is invented"));
    CHECK(has(printed(program), "invented"));
}

TEST_CASE("from CSV the same answers as from the tables, at every time and in every format") {
    const Written written;
    for (const std::string at : {"2010", "2013", "2016", "2017-03", "2018", "2019/2020", "2010/2020"}) {
        for (const std::string format : {"table", "csv", "json"}) {
            CAPTURE(at);
            CAPTURE(format);
            std::string own = printed(program, {"--at", at, "--format", format});
            const std::string again = "\nWritten as CSV and read back, the tables give the same answers.\n";
            if (format == "table") {
                REQUIRE(own.ends_with(again));
                own.resize(own.size() - again.size());
            }
            CHECK(printed(program, {"--at", at, "--format", format, "--from", written.path()}) == own);
        }
    }
}

TEST_CASE("own_case: the answers are those of the library") {
    const Written written;
    const Dataset data = written.loaded.dataset();
    for (const std::string at : {"2010", "2012", "2015", "2016", "2017", "2018", "2020", "2015/2019"}) {
        CAPTURE(at);
        const auto rows = csv(program, {"--at", at, "--format", "csv"});
        REQUIRE(rows.size() == 1 + data.partners.size());
        for (std::size_t i = 0; i < data.partners.size(); ++i) {
            const auto& row = rows[i + 1];
            const PartnerIndex partner{static_cast<std::uint8_t>(i)};
            const auto predicted = classify(data, partner, period(at), three_modes::predicted);
            CHECK(row[0] == data.partners[i].id);
            CHECK(row[2] == with_mark(data, partner, at, three_modes::predicted));
            CHECK(row[3] == with_mark(data, partner, at, three_modes::observed));
            for (const IssueArea area : all<IssueArea>()) {
                for (const Route route : all<Route>()) {
                    const auto found = dependency(data, partner, area, period(at), route);
                    const std::string part =
                        std::string(name(area)) + " " + std::string(name(route)) + " " + level_text(found.levels);
                    CHECK(has("|" + row[5] + "|", "|" + part) == found.told);
                }
            }
            const auto made = parse_receipt<Mode, Condition>(row[6]);
            REQUIRE_MESSAGE(made.ok(), message(made.error()));
            CHECK(made->verdict == predicted);
            CHECK(bool(replays(*made, data, three_modes::predicted)));
        }
    }
}

TEST_CASE("own_case: whom one believes, in every format, and the same in the receipt") {
    const Written written;
    const Dataset data = written.loaded.dataset();
    Admission admission;
    const auto check = [&](const Words& more) {
        CAPTURE(join(more));
        Words arguments{"--at", "2018", "--format", "csv"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto rows = csv(program, arguments);
        arguments[3] = "json";
        const auto document = json(program, arguments);
        const auto& shown = get(document, "partners", Kind::array).items;
        for (std::size_t i = 0; i < data.partners.size(); ++i) {
            const PartnerIndex partner{static_cast<std::uint8_t>(i)};
            const auto made = parse_receipt<Mode, Condition>(rows[i + 1][6]);
            REQUIRE(made.ok());
            CHECK(receipt_text(*made) ==
                  receipt_text(receipt(data, partner, period("2018"), three_modes::predicted, admission)));
            CHECK(rows[i + 1][7] == (admission.strict ? "yes" : "no"));
            CHECK(text(shown[i], "predicted") == rows[i + 1][2]);
            CHECK(text(shown[i], "receipt") == rows[i + 1][6]);
        }
        arguments.erase(arguments.begin() + 2, arguments.begin() + 4);
        return printed(program, arguments);
    };
    CHECK(has(check({}), "\n~ rests on inference: --strict answers otherwise\n"));
    admission.strict = true;
    const std::string strict = check({"--strict"});
    CHECK(has(strict, "Modes in 2018, strict: nothing inferred\n"));
    CHECK_FALSE(has(strict, "~"));
    admission = {};
    admission.sources = 1;
    const std::string of_ann = check({"--author", "Ann"});
    CHECK(has(of_ann, "Modes in 2018, as told by 000_ann\n"));
    // Without Bob nobody contradicts her.
    CHECK(table(of_ann)["sylvania"]["predicted"] == "recipient (sole)");
    CHECK(has(of_ann, " sources=000_ann "));
}

TEST_CASE("the verdicts that the tables were made for") {
    const auto cell = [](const std::string& at, const std::string& partner, const std::string& column) {
        return table(printed(program, {"--at", at}))[partner][column];
    };
    CHECK(cell("2017", "sylvania", "predicted") == "recipient (sole)");
    CHECK(cell("2017", "lake_bank", "predicted") == "protector (sole)");
    // That an act of 2016 still tells is inferred.
    CHECK(cell("2017", "sylvania", "observed") == "recipient (leading)~");
    CHECK(cell("2017", "assembly", "predicted") == "activist (leading)");
    CHECK(cell("2018", "assembly", "observed") == "activist (leading)");
    // In 2018 one document contradicts the other.
    CHECK(cell("2018", "sylvania", "predicted").starts_with("open: recipient?"));
    CHECK(cell("2010", "assembly", "predicted").starts_with("insufficient"));
}

TEST_CASE("own_case: the disagreements are those of the library") {
    const Written written;
    const Dataset data = written.loaded.dataset();
    const auto document = json(program, {"--format", "json"});
    const auto& shown = get(document, "disagreements", Kind::array).items;
    std::size_t place = 0;
    for_each_disagreement(data, [&](const Disagreement& pair) {
        REQUIRE(place < shown.size());
        CHECK(has(text(shown[place], "about"), topic(data, pair)));
        CHECK(has(text(shown[place], "one"), data.claim(pair.one.claim).id));
        CHECK(has(text(shown[place], "other"), data.claim(pair.other.claim).id));
        ++place;
    });
    CHECK(place == shown.size());
    CHECK(place == 4);
}

TEST_CASE("own_case: one partner only, by id or alias") {
    const auto rows = csv(program, {"--partner", "bank", "--format", "csv"});
    REQUIRE(rows.size() == 2);
    CHECK(rows[1][0] == "lake_bank");
}

TEST_CASE("tables that are edited give other answers") {
    const Written written;
    written.edit(TableName::codings, "000.002a,sylvania,condition,geography,holds",
                 "000.002a,sylvania,condition,geography,fails");
    CHECK(table(printed(program, {"--from", written.path()}))["sylvania"]["predicted"].starts_with("none"));
}

TEST_CASE("own_case: rows that are wrong are named with line and column, and the rest is used") {
    const Written written;
    written.edit(TableName::codings, "sylvania,condition,geography", "sylvania,condition,geografy");
    Ran ran = example(program, {"--from", written.path()});
    CHECK(ran.code == 3);
    CHECK(has(ran.err, "codings.csv: unknown name at line 3, column "));
    CHECK(has(ran.err, "'geografy', did you mean 'geography'?"));
    CHECK(table(ran.out)["sylvania"]["predicted"].starts_with("open: recipient?"));
    // Tables that do not fit together answer nothing.
    written.edit(TableName::codings, "000.002a,sylvania,condition", "000.002a,lake_bank,condition");
    ran = example(program, {"--from", written.path()});
    CHECK(ran.code == 3);
    CHECK(ran.out.empty());
    CHECK(has(ran.err, "the tables do not fit together: coding_about_another_partner, row 2, claim 000.002a"));
}

TEST_CASE("own_case: wrong arguments") {
    rejected({"--partner", "sylvanya"}, "unknown partner 'sylvanya', did you mean 'sylvania'?");
    rejected({"--at", "2025"}, "the sources do not speak of '2025', the nearest date is '2020'");
    rejected({"--at", "soon"}, "no date: 'soon'");
    rejected({"--from", "no/such/folder"}, "cannot be read: no/such/folder");
    rejected({"--to", "/proc/no/such"}, "cannot be written: /proc/no/such");
    rejected({"--format", "yaml"}, "unknown value for --format 'yaml'");
}
