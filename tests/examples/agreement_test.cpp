// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The program agreement: counts and coefficients computed anew from the files by the formulas of the textbooks, and
/// what it says to files that are wrong.
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
namespace fs = std::filesystem;

const std::string header = "source,paragraph,partner,variable,feature,tells\r\n";

std::string ours(const std::string& which) {
    return std::string(TRIMODE_TEST_SOURCE_DIR) + "/examples/second_coding/" + which + ".csv";
}

/// A folder of one's own that is gone in the end.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("trimode_agreement_" + std::to_string(getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    /// The path of a file with this text.
    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
        std::ofstream out(path_ / name, std::ios::binary);
        out << text;
        return (path_ / name).string();
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (path_ / name).string(); }

  private:
    fs::path path_;
};

Words both(const std::string& first, const std::string& second, const Words& more = {}) {
    Words all{"--first", first, "--second", second};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

// ---- a second version, slow and obvious -----------------------------------------------------------------------------

/// Number of the document and paragraph; then partner and feature.
using Place = std::pair<std::size_t, int>;
using Unit = std::tuple<Place, std::string, std::string>;
/// What is told of a unit: "holds", "fails" or both.
using Reading = std::map<Unit, std::set<std::string>>;

/// A file that is well formed, with the columns of ours.
Reading reading(const std::string& file) {
    const auto rows = parse_csv(file_text(file));
    REQUIRE(rows.has_value());
    Reading found;
    for (std::size_t i = 1; i < rows->size(); ++i) {
        const auto& row = (*rows)[i];
        REQUIRE(row.size() == 6);
        const auto source = static_cast<std::size_t>(std::stoi(row[0].substr(0, 3)));
        found[{{source, std::stoi(row[1])}, row[2], row[4]}].insert(row[5]);
    }
    return found;
}

Words features() {
    Words all;
    for (const Condition one : trimode::all<Condition>()) {
        if (one != Condition::global_arena) all.emplace_back(name(one));
    }
    for (const Conduct one : trimode::all<Conduct>()) all.emplace_back(name(one));
    for (const Determinant one : trimode::all<Determinant>()) all.emplace_back(name(one));
    return all;
}

/// The paragraphs in which a claim stands, from the ids of the claims.
std::set<Place> paragraphs() {
    std::set<Place> all;
    for (const Claim& claim : tajikistan.claims) {
        const std::string id(claim.id);
        all.emplace(static_cast<std::size_t>(std::stoi(id.substr(0, 3))), std::stoi(id.substr(4, 3)));
    }
    return all;
}

struct Numbers {
    std::size_t units = 0;
    std::size_t same_or_both = 0;
    std::size_t only_first = 0;
    std::size_t only_second = 0;
    std::size_t different = 0;
    std::optional<double> percent{};
    std::optional<double> kappa{};
    std::optional<double> alpha{};
};

bool belongs(std::size_t source, const std::string& feature, const std::string& of) {
    return of == "all" || of == tajikistan.sources[source].id || of == feature;
}

/// Does the paragraph bear on the feature? From the table of two by two.
Numbers bears(const Reading& first, const Reading& second, const std::string& of) {
    const auto says = [](const Reading& reading) {
        std::set<std::pair<Place, std::string>> found;
        for (const auto& [unit, tells] : reading) found.emplace(std::get<0>(unit), std::get<2>(unit));
        return found;
    };
    const auto one = says(first);
    const auto other = says(second);
    double yes_yes = 0;
    double yes_no = 0;
    double no_yes = 0;
    double no_no = 0;
    for (const Place& place : paragraphs()) {
        for (const auto& feature : features()) {
            if (!belongs(place.first, feature, of)) continue;
            const bool a = one.count({place, feature}) == 1;
            const bool b = other.count({place, feature}) == 1;
            (a ? (b ? yes_yes : yes_no) : (b ? no_yes : no_no)) += 1;
        }
    }
    Numbers numbers;
    const double n = yes_yes + yes_no + no_yes + no_no;
    numbers.units = static_cast<std::size_t>(n);
    numbers.same_or_both = static_cast<std::size_t>(yes_yes);
    numbers.only_first = static_cast<std::size_t>(yes_no);
    numbers.only_second = static_cast<std::size_t>(no_yes);
    numbers.different = static_cast<std::size_t>(yes_no + no_yes);
    if (numbers.units == 0) return numbers;
    const double observed = (yes_yes + no_no) / n;
    numbers.percent = observed;
    // Cohen: chance from the margins of each.
    const double expected = ((yes_yes + yes_no) * (yes_yes + no_yes) + (no_yes + no_no) * (yes_no + no_no)) / (n * n);
    if (expected < 1) numbers.kappa = (observed - expected) / (1 - expected);
    // Krippendorff, two coders and two values: one minus (2n - 1) times the pairs that differ by the product of the
    // values.
    const double yes = 2 * yes_yes + yes_no + no_yes;
    const double no = 2 * no_no + yes_no + no_yes;
    if (yes * no > 0) numbers.alpha = 1 - (2 * n - 1) * (yes_no + no_yes) / (yes * no);
    return numbers;
}

/// Which way, of what both coded: holds, fails, or both.
Numbers value(const Reading& first, const Reading& second, const std::string& of) {
    std::map<std::set<std::string>, double> by_first;
    std::map<std::set<std::string>, double> by_second;
    std::map<std::set<std::string>, double> by_either;
    double n = 0;
    double same = 0;
    for (const auto& [unit, tells] : first) {
        const auto other = second.find(unit);
        if (other == second.end() || !belongs(std::get<0>(unit).first, std::get<2>(unit), of)) continue;
        n += 1;
        same += tells == other->second ? 1 : 0;
        by_first[tells] += 1;
        by_second[other->second] += 1;
        by_either[tells] += 1;
        by_either[other->second] += 1;
    }
    Numbers numbers;
    numbers.units = static_cast<std::size_t>(n);
    numbers.same_or_both = static_cast<std::size_t>(same);
    numbers.different = static_cast<std::size_t>(n - same);
    if (numbers.units == 0) return numbers;
    numbers.percent = same / n;
    double expected = 0;
    for (const auto& [tells, times] : by_first) expected += times * by_second[tells] / (n * n);
    if (expected < 1 - 1e-12) numbers.kappa = (same / n - expected) / (1 - expected);
    double alike = 0;  // ordered pairs of all values that are alike
    for (const auto& [tells, times] : by_either) alike += times * (times - 1);
    const double pairs = 2 * n * (2 * n - 1);
    if (alike < pairs) numbers.alpha = 1 - (1 - same / n) / (1 - alike / pairs);
    return numbers;
}

/// A number as printed, with two decimals, is this one.
void check_number(const std::string& printed, const std::optional<double>& expected) {
    CAPTURE(printed);
    CHECK(printed.empty() == !expected.has_value());
    if (printed.empty() || !expected) return;
    CAPTURE(*expected);
    const std::size_t point = printed.find('.');
    CHECK((point != std::string::npos && printed.size() == point + 3));
    CHECK(std::fabs(std::stod(printed) - *expected) <= 0.005 + 1e-9);
}

const Words csv_header{"what",      "of",      "units", "both_or_same", "only_first", "only_second",
                       "different", "percent", "kappa", "alpha",        "lower",      "upper"};

/// The rows of the CSV, against the second version.
void check_rows(const CsvRows& rows, const Reading& first, const Reading& second) {
    CHECK(rows.front() == csv_header);
    Words subjects{"all"};
    for (const Source& source : tajikistan.sources) subjects.emplace_back(source.id);
    for (const auto& feature : features()) subjects.push_back(feature);
    REQUIRE(rows.size() == 1 + 2 * subjects.size());
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& row = rows[i];
        CAPTURE(join(row, "|"));
        const std::string& of = subjects[(i - 1) / 2];
        CHECK(row[0] == (i % 2 == 1 ? "bears" : "value"));
        CHECK(row[1] == of);
        const Numbers expected = i % 2 == 1 ? bears(first, second, of) : value(first, second, of);
        CHECK(row[2] == std::to_string(expected.units));
        CHECK(row[3] == std::to_string(expected.same_or_both));
        CHECK(row[4] == std::to_string(expected.only_first));
        CHECK(row[5] == std::to_string(expected.only_second));
        CHECK(row[6] == std::to_string(expected.different));
        check_number(row[7], expected.percent);
        check_number(row[8], expected.kappa);
        check_number(row[9], expected.alpha);
        // The interval: both ends or none, around the coefficient.
        CHECK(row[10].empty() == row[11].empty());
        if (row[9].empty()) CHECK(row[10].empty());
        if (row[10].empty()) continue;
        CHECK(std::stod(row[10]) <= std::stod(row[9]));
        CHECK(std::stod(row[11]) >= std::stod(row[9]));
        CHECK(std::stod(row[11]) <= 1.0);
    }
}

/// The tables have what the CSV has.
void check_tables(const std::string& output, const CsvRows& rows) {
    const auto tables = printed_tables(output);
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].header == Words{"bears on it?", "units", "both", "only first", "only second", "percent", "kappa",
                                    "alpha", "95 % interval"});
    CHECK(tables[1].header == Words{"which way?", "units", "same", "different", "percent", "kappa", "alpha"});
    const auto shown = [](const std::string& number) { return number.empty() ? std::string("-") : number; };
    std::vector<Words> first;
    std::vector<Words> second;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& row = rows[i];
        if (row[0] == "bears") {
            first.push_back({row[1], row[2], row[3], row[4], row[5], shown(row[7]), shown(row[8]), shown(row[9]),
                             row[10].empty() ? "-" : row[10] + " to " + row[11]});
        } else if (row[2] != "0") {
            second.push_back({row[1], row[2], row[3], row[6], shown(row[7]), shown(row[8]), shown(row[9])});
        }
    }
    CHECK(tables[0].rows == first);
    CHECK(tables[1].rows == second);
}

void check_differences(const std::string& output, const Reading& first, const Reading& second) {
    const auto shown = [](const Reading& reading, const Unit& unit) -> std::string {
        const auto found = reading.find(unit);
        if (found == reading.end()) return "-";
        return found->second.size() == 2 ? "both" : *found->second.begin();
    };
    std::set<Unit> units;
    for (const Reading* one : {&first, &second}) {
        for (const auto& [unit, tells] : *one) units.insert(unit);
    }
    std::vector<Words> expected;
    for (const Unit& unit : units) {
        if (shown(first, unit) == shown(second, unit)) continue;
        const auto& [place, partner, feature] = unit;
        expected.push_back({std::string(tajikistan.sources[place.first].id), std::to_string(place.second), partner,
                            feature, shown(first, unit), shown(second, unit)});
    }
    const auto tables = printed_tables(output);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].header == Words{"source", "paragraph", "partner", "feature", "first", "second"});
    CHECK(tables[0].rows == expected);
}

/// What the program says of files that are wrong in places; the rest is used as if it stood alone.
void check_wrong(const Folder& folder, const std::string& text, const Words& messages, const std::string& rest) {
    const std::string wrong = folder.file("wrong.csv", text);
    const std::string right = folder.file("right.csv", rest);
    const std::string other = folder.file("other.csv", header);
    CAPTURE(text);
    for (const bool is_first : {true, false}) {
        const Ran ran = example(
            "agreement", is_first ? both(wrong, other, {"--differences"}) : both(other, wrong, {"--differences"}));
        CHECK(ran.code == 3);
        CHECK(ran.signal == 0);
        std::string expected;
        for (const auto& message : messages) expected += wrong + ": " + message + "\n";
        CHECK(ran.err == expected);
        CHECK(ran.out == printed("agreement", is_first ? both(right, other, {"--differences"})
                                                       : both(other, right, {"--differences"})));
    }
}

/// The arguments or files are such that nothing can be done.
void rejected(const Words& arguments, const std::string& part) {
    const Ran ran = example("agreement", arguments);
    CAPTURE(join(arguments));
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.signal == 0);
    CHECK(ran.out.empty());
    CHECK(has(ran.err, "error: "));
    CHECK(has(ran.err, part));
}

}  // namespace

TEST_CASE("agreement of our two readings is what the textbooks make of the files") {
    const Reading first = reading(ours("first"));
    const Reading second = reading(ours("second"));
    const auto rows = csv("agreement", both(ours("first"), ours("second"), {"--format", "csv"}));
    check_rows(rows, first, second);
    CHECK(std::stod(rows[1][8]) > 0.8);  // kappa of all: if not, the files are no readings of these documents any more
    const std::string output = printed("agreement", both(ours("first"), ours("second")));
    check_tables(output, rows);
    CHECK(output.starts_with("Agreement of two readings\n"));
    CHECK(has(output, "(seed 1, 1000 replicates"));
}

TEST_CASE("the seed of the agreement moves the intervals and nothing else") {
    const auto one = csv("agreement", both(ours("first"), ours("second"), {"--format=csv", "--seed", "1"}));
    const auto other = csv("agreement", both(ours("first"), ours("second"), {"--format=csv", "--seed=20220224"}));
    REQUIRE(one.size() == other.size());
    bool moved = false;
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(Words(one[i].begin(), one[i].begin() + 10) == Words(other[i].begin(), other[i].begin() + 10));
        moved = moved || one[i] != other[i];
    }
    CHECK(moved);
    for (const std::string seed : {"0", "1", "999999999999999999"}) {
        printed("agreement", both(ours("first"), ours("second"), {"--differences", "--seed", seed}));
    }
    for (const std::string seed : {"", "x", "1.5", "1e3", "0x1", " 1", "9999999999999999999", "-"}) {
        rejected(both(ours("first"), ours("second"), {"--seed=" + seed}), "no seed: '" + seed + "'");
    }
    rejected(both(ours("first"), ours("second"), {"--seed=-1"}), "valid: a whole number from 0 on");
}

TEST_CASE("who is compared with himself agrees") {
    const auto rows = csv("agreement", both(ours("first"), ours("first"), {"--format", "csv"}));
    check_rows(rows, reading(ours("first")), reading(ours("first")));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CHECK(rows[i][6] == "0");
        for (const std::size_t column : {7U, 8U, 9U, 10U, 11U})
            CHECK((rows[i][column] == "1.00" || rows[i][column].empty()));
    }
    check_differences(printed("agreement", both(ours("first"), ours("first"), {"--differences"})), {}, {});
}

TEST_CASE("the differences of two readings are all that one has otherwise than the other") {
    const Reading first = reading(ours("first"));
    const Reading second = reading(ours("second"));
    check_differences(printed("agreement", both(ours("first"), ours("second"), {"--differences"})), first, second);
    check_differences(printed("agreement", both(ours("second"), ours("first"), {"--differences"})), second, first);
}

TEST_CASE("agreement of small readings, with values of both ways and rows said twice") {
    const Folder folder;
    const std::string first =
        folder.file("first.csv", header +
                                     "000_buriev,12,russia,condition,resources,holds\r\n"
                                     "000_buriev,12,russia,condition,resources,holds\r\n"
                                     "000_buriev,12,china,condition,resources,fails\r\n"
                                     "000_buriev,13,russia,conduct,defers,holds\r\n"
                                     "000_buriev,13,russia,conduct,defers,fails\r\n"
                                     "001_kluczewska_transformation,18,*,determinant,open_door,holds\r\n"
                                     "001_kluczewska_transformation,18,russia,determinant,preferred,holds\r\n");
    const std::string second =
        folder.file("second.csv", header +
                                      "000_buriev,12,china,condition,resources,holds\r\n"
                                      "000_buriev,12,russia,condition,resources,holds\r\n"
                                      "000_buriev,13,russia,conduct,defers,fails\r\n"
                                      "000_buriev,14,russia,conduct,defers,fails\r\n"
                                      "001_kluczewska_transformation,18,*,determinant,open_door,fails\r\n");
    const auto rows = csv("agreement", both(first, second, {"--format", "csv"}));
    check_rows(rows, reading(first), reading(second));
    // By hand: three of the five paragraphs and features are seen by both, and of their four values one is the same.
    CHECK(Words(rows[1].begin() + 3, rows[1].begin() + 7) == Words{"3", "1", "1", "2"});
    CHECK(Words(rows[2].begin() + 2, rows[2].begin() + 7) == Words{"4", "1", "0", "0", "3"});
    CHECK(rows[2][7] == "0.25");
    check_differences(printed("agreement", both(first, second, {"--differences"})), reading(first), reading(second));
    CHECK(has(printed("agreement", both(first, second, {"--differences"})), "  both   fails\n"));
}

TEST_CASE("files may have other line ends, other columns, and aliases of partners") {
    const Folder folder;
    const std::string plain =
        folder.file("plain.csv", header +
                                     "000_buriev,41,us,condition,regime_affinity,fails\r\n"
                                     "001_kluczewska_transformation,18,*,determinant,open_door,holds\r\n");
    const std::string rows = "fails,regime_affinity,usa,41,000,x\nholds,open_door,russia,18,001,\"y, z\"";
    const std::string order = "tells,feature,partner,paragraph,source,remark\n";
    for (const std::string& text : {order + rows, order + rows + "\n", "\xef\xbb\xbf" + order + rows}) {
        const std::string other = folder.file("other.csv", text);
        CAPTURE(text);
        CHECK(printed_tables(printed("agreement", both(plain, other, {"--differences"}))).front().rows.empty());
    }
    // A feature of the state is the same of every partner.
    const std::string of_china = folder.file("china.csv", header + "001,18,china,determinant,open_door,holds\r\n");
    const std::string of_russia = folder.file("russia.csv", header + "001,18,russia,determinant,open_door,holds\r\n");
    CHECK(printed_tables(printed("agreement", both(of_china, of_russia, {"--differences"}))).front().rows.empty());
}

TEST_CASE("what is wrong in a reading is named with its place, and the rest is used") {
    const Folder folder;
    const std::string good = "000_buriev,12,russia,condition,resources,holds\r\n";
    const std::string also = "003_malysheva,5,china,condition,resources,fails\r\n";
    const auto check_row = [&](const std::string& row, const std::string& message) {
        check_wrong(folder, header + good + row + "\r\n" + also, {message}, header + good + also);
    };
    check_row("00_buriev,12,russia,condition,resources,holds",
              "unknown name at line 3, column 1: '00_buriev', did you mean '000_buriev'?");
    check_row(",12,russia,condition,resources,holds", "unknown name at line 3, column 1, did you mean '000_buriev'?");
    for (const std::string paragraph : {"0", "67", "-1", "1.5", "x", "999999999999999999999"}) {
        check_row("000_buriev," + paragraph + ",russia,condition,resources,holds",
                  "out of range at line 3, column 12: '" + paragraph + "'");
    }
    check_row("000_buriev,12,rusia,condition,resources,holds",
              "unknown name at line 3, column 15: 'rusia', did you mean 'russia'?");
    check_row("000_buriev,12,Russia,condition,resources,holds",
              "unknown name at line 3, column 15: 'Russia', did you mean 'russia'?");
    check_row("000_buriev,12,rusia,determinant,open_door,holds",
              "unknown name at line 3, column 15: 'rusia', did you mean 'russia'?");
    check_row("000_buriev,12,russia,condition,\"resorces\",holds",
              "unknown name at line 3, column 32: 'resorces', did you mean 'resources'?");
    check_row("000_buriev,12,russia,condition,resources,hold",
              "unknown name at line 3, column 42: 'hold', did you mean 'holds'?");
    check_row("000_buriev,12,russia,condition,resources", "field count at line 3, column 1: 5 instead of 6");
    check_row("", "field count at line 3, column 1: 1 instead of 6");
    check_row("000_buriev,12,russia,con\"dition,resources,holds", "quote in bare field at line 3, column 25: '\"'");
    // Features that are not coded twice, and a star where a partner is needed.
    for (const std::string row :
         {"000_buriev,12,russia,obligation,guards,holds", "000_buriev,12,un,condition,global_arena,holds",
          "000_buriev,12,*,condition,resources,holds", "000_buriev,12,,condition,resources,holds"}) {
        const std::string wrong = folder.file("wrong.csv", header + row + "\r\n");
        const Ran ran = example("agreement", both(wrong, ours("second"), {"--differences"}));
        CAPTURE(row);
        CHECK(ran.code == 3);
        CHECK(ran.err.starts_with(wrong + ": unknown name at line 2, column "));
    }
    // Several in one file, in their order; those of the form of the file first.
    check_wrong(folder,
                header + "000,12,rusia,condition,resources,holds\r\n" + good +
                    "000,12\r\n000,12,russia,condition,resources,no\r\n",
                {"field count at line 4, column 1: 2 instead of 6",
                 "unknown name at line 2, column 8: 'rusia', did you mean 'russia'?",
                 "unknown name at line 5, column 35: 'no', did you mean '" + std::string(nearest<Tells>("no")) + "'?"},
                header + good);
}

TEST_CASE("wrong places in both files are named, and every format uses the rest") {
    const Folder folder;
    const std::string text = file_text(ours("second"));
    const std::string first =
        folder.file("first.csv", file_text(ours("first")) + "005,1,russia,condition,resources,holds\r\n");
    const std::string second = folder.file("second.csv", text + "000,1,rusia,condition,resources,holds\r\n");
    const Ran ran = example("agreement", both(first, second, {"--format", "csv"}));
    CHECK(ran.code == 3);
    REQUIRE(lines_of(ran.err).size() == 2);
    CHECK(lines_of(ran.err)[0].starts_with(first + ": unknown name at line "));
    CHECK(lines_of(ran.err)[1].starts_with(second + ": unknown name at line "));
    const auto rows = parse_csv(ran.out);
    REQUIRE(rows.has_value());
    check_rows(*rows, reading(ours("first")), reading(ours("second")));
}

TEST_CASE("files that are not there or have not the columns are rejected") {
    const Folder folder;
    rejected({}, "--first FILE is needed");
    rejected({"--second", ours("second")}, "--first FILE is needed");
    rejected({"--first", ours("first")}, "--second FILE is needed");
    rejected(both(folder.path("none.csv"), ours("second")), "cannot be read: " + folder.path("none.csv"));
    rejected(both(ours("first"), folder.path("none.csv")), "cannot be read: " + folder.path("none.csv"));
    rejected(both(ours("first"), folder.path("")), "cannot be read: ");  // a folder
    rejected(both("", ours("second")), "cannot be read: ");
    const Words columns{"source", "paragraph", "partner", "feature", "tells"};
    for (const auto& missing : columns) {
        Words others = columns;
        std::replace(others.begin(), others.end(), missing, missing + "s");
        const std::string file = folder.file("columns.csv", join(others, ",") + "\r\n");
        rejected(both(file, ours("second")),
                 file + ": unknown name at line 1, column 1: '" + missing + "', did you mean '" + missing + "s'?");
    }
    const std::string empty = folder.file("empty.csv", "");
    rejected(both(ours("first"), empty), empty + ": unknown name at line 1, column 1: 'source'");
    CHECK(has(example("agreement", both(ours("first"), empty)).err, empty + ": nothing there at line 1, column 1\n"));
}

TEST_CASE("readings without rows agree on nothing and are no error") {
    const Folder folder;
    const std::string empty = folder.file("empty.csv", header);
    const auto rows = csv("agreement", both(empty, empty, {"--format", "csv"}));
    check_rows(rows, {}, {});
    for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i][8].empty());
}

TEST_CASE("unknown options and formats of agreement are told with the nearest") {
    rejected(both(ours("first"), ours("second"), {"--format", "json"}), "valid: table, csv\n");
    rejected({"--frist", ours("first")}, "did you mean '--first'?");
    rejected({"--difference"}, "did you mean '--differences'?");
}
