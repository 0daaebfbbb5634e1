// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The program audit_typology: what it finds of every theory and of rules in a file, in every format, against
/// counting it here; and its command line.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/property_space.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/typology_audit.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/folder.hpp"
#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

const std::string program = "audit_typology";

std::size_t number(const Json& object, std::string_view key) { return std::stoul(get(object, key, Kind::number).text); }

/// Whether a formula holds when exactly these features do.
template <Named E>
bool holds(const Formula<E>& formula, std::uint32_t world) {
    for (const Cube& term : formula.terms()) {
        if ((world & term.holding) == term.holding && (world & term.failing) == 0) return true;
    }
    return false;
}

/// A partner in a year, and what is told of it.
template <Named E>
struct Seen {
    std::string partner;
    std::string date;
    Facts<E> facts;
};

template <Named Label, Named E>
std::vector<Seen<E>> cases(const Typology<Label, E>& rules, std::size_t most_open, int first, int last,
                           const Admission& admission) {
    std::vector<Seen<E>> all;
    for (const Partner& one : tajikistan.partners) {
        for (int year = first; year <= last; ++year) {
            if (!anything_told(tajikistan, partner(one.id), *Date::of(year), rules, admission)) continue;
            const auto told =
                facts(tajikistan, tajikistan.codings<E>(), partner(one.id), Date::of(year)->days(), admission);
            std::size_t open = 0;
            for (const E feature : rules.features())
                open += told[feature] == Truth::holds || told[feature] == Truth::fails ? 0U : 1U;
            if (open <= most_open) all.push_back({std::string(one.id), std::to_string(year), told});
        }
    }
    return all;
}

template <Named E>
Set<E> set_of(const Words& names) {
    Set<E> all;
    for (const auto& word : names) {
        const auto value = parse<E>(word);
        REQUIRE_MESSAGE(value.has_value(), "no such name: ", word);
        all.insert(*value);
    }
    return all;
}

/// A whole audit as JSON, against counting corner by corner here.
template <Named Label, Named E>
void check_audit(const Json& document, const Typology<Label, E>& rules, const std::vector<Seen<E>>& seen) {
    const auto& features = rules.features();
    CHECK(set_of<E>(list(document, "features")) == features);
    CHECK(text(document, "fingerprint") == hexadecimal(fingerprint(rules)).view());

    const auto& written = get(document, "rules", Kind::array).items;
    REQUIRE(written.size() == rules.labels().size());
    std::size_t at = 0;
    for (const Label label : rules.labels()) {
        CHECK(text(written[at], "label") == name(label));
        const auto rule = parse_formula<E>(text(written[at], "rule"));
        REQUIRE(rule.ok());
        const Words shortest = list(written[at], "shortest");
        CHECK_FALSE(shortest.empty());
        for (std::uint32_t world = 0; world <= all<E>().bits(); ++world) {
            bool same = holds(*rule, world) == holds(rules.rule(label).written(), world);
            for (const auto& form : shortest)
                same = same && holds(*parse_formula<E>(form), world) == holds(*rule, world);
            CHECK_UNARY(same);
        }
        ++at;
    }
    CHECK(get(document, "flaws", Kind::array).items.size() == count_flaws(rules));

    // Every corner, in order.
    const Json& counts = get(document, "counts", Kind::object);
    const auto& corners = get(document, "corners", Kind::array).items;
    REQUIRE(corners.size() == (std::size_t{1} << features.size()));
    std::map<std::string, std::size_t> counted{{"occupied", 0}, {"possible", 0}, {"empty", 0}};
    std::map<std::size_t, std::size_t> by_labels;
    at = 0;
    for (std::uint32_t world = 0; world <= all<E>().bits(); ++world) {
        if ((world & ~features.bits()) != 0) continue;
        const Json& corner = corners[at++];
        CHECK(set_of<E>(list(corner, "holding")).bits() == world);
        Set<Label> labels;
        for (const Label label : rules.labels()) {
            if (holds(rules.rule(label).written(), world)) labels.insert(label);
        }
        CHECK(set_of<Label>(list(corner, "labels")) == labels);
        ++by_labels[std::min<std::size_t>(labels.size(), 2)];
        std::size_t falls = 0;
        std::size_t may = 0;
        std::pair<std::size_t, std::size_t> least{100, 100};
        std::vector<std::pair<std::size_t, std::size_t>> distances;
        for (const auto& one : seen) {
            std::pair<std::size_t, std::size_t> distance{0, 0};
            for (const E feature : features) {
                const bool there = ((world >> index(feature)) & 1U) != 0;
                const Truth told = one.facts[feature];
                if (told == Truth::unknown || told == Truth::contested) ++distance.second;
                if (told == (there ? Truth::fails : Truth::holds)) ++distance.first;
            }
            falls += distance.first + distance.second == 0 ? 1U : 0U;
            may += distance.first == 0 && distance.second != 0 ? 1U : 0U;
            least = std::min(least, distance);
            distances.push_back(distance);
        }
        CHECK(number(corner, "cases") == falls);
        CHECK(number(corner, "possible") == may);
        const std::string fill = falls != 0 ? "occupied" : may != 0 ? "possible" : "empty";
        CHECK(text(corner, "fill") == fill);
        ++counted[fill];
        CHECK((corner.find("nearest") == nullptr) == seen.empty());
        if (seen.empty()) continue;
        const Json& nearest = get(corner, "nearest", Kind::object);
        const auto& first =
            seen[static_cast<std::size_t>(std::find(distances.begin(), distances.end(), least) - distances.begin())];
        CHECK(text(nearest, "partner") == first.partner);
        CHECK(text(nearest, "date") == first.date);
        CHECK(list(nearest, "differs").size() == least.first);
        CHECK(list(nearest, "open").size() == least.second);
        CHECK(number(nearest, "ties") ==
              static_cast<std::size_t>(std::count(distances.begin(), distances.end(), least)));
    }
    CHECK(number(counts, "corners") == corners.size());
    CHECK(number(counts, "covered_by_none") == by_labels[0]);
    CHECK(number(counts, "covered_by_one") == by_labels[1]);
    CHECK(number(counts, "covered_by_several") == by_labels[2]);
    for (const auto& [fill, size] : counted) CHECK(number(counts, fill) == size);
    CHECK(number(counts, "cases") == seen.size());
}

template <Named Label, Named E>
void check_theory(const std::string& theory, const Typology<Label, E>& rules) {
    CAPTURE(theory);
    check_audit(json(program, {"--theory", theory, "--format", "json"}), rules, cases(rules, 2, 1991, 2023, {}));
}

/// The command line cannot be answered; the message has this part.
void rejected(const Words& arguments, const std::string& part, int code = 2) {
    const Ran ran = example(program, arguments);
    CAPTURE(join(arguments));
    CAPTURE(ran.err);
    CHECK(ran.code == code);
    CHECK(ran.out.empty());
    CHECK(has(ran.err, part));
}

}  // namespace

TEST_CASE("the audit of every theory, corner by corner") {
    for (const auto& variant : three_modes::variants) check_theory(std::string(variant.name), *variant.rules);
    check_theory("observed", three_modes::observed);
    check_theory("stages", four_stages::stages);
    check_theory("cumulative", four_stages::cumulative);
}

TEST_CASE("other cases: some years, some documents, strict, more or less open") {
    const auto& rules = three_modes::predicted;
    for (const std::size_t open : {0U, 1U, 3U, 7U, 32U}) {
        check_audit(json(program, {"--format=json", "--open", std::to_string(open)}), rules,
                    cases(rules, open, 1991, 2023, {}));
    }
    check_audit(json(program, {"--format=json", "--at", "2010/2015", "--open=4"}), rules,
                cases(rules, 4, 2010, 2015, {}));
    Admission admission;
    admission.strict = true;
    check_audit(json(program, {"--format=json", "--strict", "--open=6"}), rules,
                cases(rules, 6, 1991, 2023, admission));
    admission = {};
    admission.sources = sources_with_id(tajikistan, "000");
    check_audit(json(program, {"--format=json", "--source=000", "--open=6"}), rules,
                cases(rules, 6, 1991, 2023, admission));
    auto of_china = cases(rules, 2, 1991, 2023, {});
    std::erase_if(of_china, [](const auto& one) { return one.partner != "china"; });
    CHECK_FALSE(of_china.empty());
    check_audit(json(program, {"--format=json", "--partner=china"}), rules, of_china);
}

TEST_CASE("cases are those of some years and of their parts") {
    const auto document =
        json(program, {"--format=json", "--at", "2021-11/2022-02", "--partner", "russia", "--open", "7"});
    CHECK(number(get(document, "counts", Kind::object), "cases") == 2);
    const std::string output = printed(program, {"--at", "2021-11/2022-02", "--partner", "russia", "--open", "7"});
    CHECK(has(output, "russia 2021-11-01/2021-12-31, 2022-01-01/2022-02-28"));
    // Whole years in a row are joined, and only these.
    CHECK(has(printed(program, {"--at", "2015/2017-06", "--partner", "russia", "--open", "7"}),
              "russia 2015-2016, 2017-01-01/2017-06-30"));
}

TEST_CASE("audit_typology: the table says what the JSON does") {
    const auto document = json(program, {"--format=json"});
    const std::string output = printed(program);
    const Json& counts = get(document, "counts", Kind::object);
    const auto tables = printed_tables(output);
    REQUIRE(tables.size() == 2);
    CHECK((tables[0].header == Words{"covered by", "corners", "occupied", "possible", "empty"}));
    std::vector<std::size_t> sums(5);
    for (const Words& row : tables[0].rows) {
        for (std::size_t i = 1; i < 5; ++i) sums[i] += std::stoul(row[i]);
        CHECK(std::stoul(row[1]) == std::stoul(row[2]) + std::stoul(row[3]) + std::stoul(row[4]));
    }
    CHECK(sums[1] == number(counts, "corners"));
    CHECK(sums[2] == number(counts, "occupied"));
    CHECK(sums[3] == number(counts, "possible"));
    CHECK(sums[4] == number(counts, "empty"));
    CHECK(tables[1].rows.size() == sums[2] + sums[3]);
    CHECK(has(output, "covered by no label 72, by one 48, by several 8"));
    CHECK(has(output, "What the rules say that they need not: nothing"));
    for (const std::string fill : {"occupied", "possible", "empty", "all"}) {
        const auto shown = printed_tables(printed(program, {"--list", fill}));
        const std::size_t expected = fill == "all" ? sums[1] : number(counts, fill);
        CHECK((shown.size() == 2 ? shown[1].rows.size() : 0) == expected);
    }
}

TEST_CASE("what is told of a group is no case of each of its members") {
    const auto document = json(program, {"--format=json"});
    const std::size_t counted = number(get(document, "counts", Kind::object), "by_group");
    // Without memberships some of what is told of these partners and years is not.
    Dataset alone = tajikistan;
    alone.memberships = {};
    std::size_t expected = 0;
    Words of_2015;
    for (const auto& one : cases(three_modes::predicted, 2, 1991, 2023, {})) {
        const int year = std::stoi(one.date);
        const auto told = facts(alone, alone.conditions, partner(one.partner), Date::of(year)->days());
        const Set<Condition> less = one.facts.told() - told.told();
        if ((less & three_modes::predicted.features()).empty()) continue;
        ++expected;
        if (year == 2015) of_2015.push_back(one.partner);
    }
    CHECK(expected > 0);
    CHECK(counted == expected);
    REQUIRE_FALSE(of_2015.empty());
    const std::string output = printed(program);
    CHECK(has(output, "\n* " + std::to_string(counted) + " cases rest on what is told of a group"));
    for (const auto& member : of_2015) CHECK_MESSAGE(has(output, member + "* "), member);
    CHECK_FALSE(has(output, "west* "));
    CHECK_FALSE(has(printed(program, {"--partner", "china"}), "rest on what is told of a group"));
}

TEST_CASE("of thousands of shortest formulas a few are shown, and how many more there are") {
    // The function of five conditions with the most primes, case by case.
    std::string rule = "recipient <= ";
    std::size_t corners = 0;
    for (std::uint32_t world = 0; world < 32; ++world) {
        if (((0x9ee7e779U >> world) & 1U) == 0) continue;
        rule += corners++ == 0 ? "" : " + ";
        for (std::uint32_t i = 0; i < 5; ++i) {
            rule += std::string(i == 0 ? "" : "*") + (((world >> i) & 1U) != 0 ? "" : "~") + "RGVCA"[i];
        }
    }
    const auto rules = parse_typology<Mode, Condition>(rule);
    REQUIRE(rules.ok());
    std::size_t forms = 0;
    for_each_shortest(rules->rule(Mode::recipient), [&](const Formula<Condition>&) { ++forms; });
    REQUIRE(forms > 8);
    const Folder folder("audit_typology");
    const std::string file = folder.file("wide.txt", rule);
    const auto document = json(program, {"--file", file, "--format", "json"});
    const Json& found = get(document, "rules", Kind::array).items.at(0);
    CHECK(list(found, "shortest").size() == 8);
    CHECK(number(found, "more_shortest") == forms - 8);
    CHECK(has(printed(program, {"--file", file}), " (one of " + std::to_string(forms) + ")\n"));
}

TEST_CASE("an empty corner names the case that comes nearest") {
    const std::string output = printed(program, {"--list=empty", "--partner=china", "--at=2015", "--open=7"});
    // Told of China in 2015: R, G and V hold, F fails; C, A and I are open.
    CHECK(has(output, "china 2015: differs in resources, geography, regime_affinity; open "));
    CHECK_FALSE(has(output, "as near"));
}

TEST_CASE("audit_typology: the CSV says what the JSON does") {
    for (const std::string theory : {"activism_for_funds", "observed", "stages"}) {
        CAPTURE(theory);
        const auto rows = csv(program, {"--theory", theory, "--format", "csv"});
        const auto document = json(program, {"--theory", theory, "--format", "json"});
        const auto& corners = get(document, "corners", Kind::array).items;
        const Words features = list(document, "features");
        REQUIRE(rows.size() == corners.size() + 1);
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const auto& row = rows[i + 1];
            const Json& corner = corners[i];
            Words holding;
            for (std::size_t column = 0; column < features.size(); ++column) {
                CHECK(rows[0][column] == features[column]);
                if (row[column] == "true") holding.push_back(features[column]);
                CHECK((row[column] == "true" || row[column] == "false"));
            }
            CHECK(holding == list(corner, "holding"));
            const std::size_t first = features.size();
            CHECK(row[first] == join(list(corner, "labels")));
            CHECK(row[first + 1] == text(corner, "fill"));
            CHECK(row[first + 2] == std::to_string(number(corner, "cases")));
            CHECK(row[first + 3] == std::to_string(number(corner, "possible")));
            CHECK(row[first + 4] == std::to_string(number(corner, "by_group")));
            if (corner.find("nearest") == nullptr) {  // no case at all
                for (std::size_t column = first + 5; column < row.size(); ++column) CHECK(row[column].empty());
                continue;
            }
            const Json& nearest = get(corner, "nearest", Kind::object);
            CHECK(row[first + 5] == text(nearest, "partner"));
            CHECK(row[first + 6] == text(nearest, "date"));
            CHECK(row[first + 7] == join(list(nearest, "differs")));
            CHECK(row[first + 8] == join(list(nearest, "open")));
            CHECK(row[first + 9] == std::to_string(number(nearest, "ties")));
        }
    }
}

TEST_CASE("rules in a file, with every flaw") {
    const Folder folder("audit_typology");
    const std::string text_of_rules =
        "# flawed on purpose\r\n\r\nrecipient <= R*G + R*~G*V + R\r\nactivist <= F*~F\r\nprotector <= R | A*~A\r\n";
    const std::string file = folder.file("rules.txt", text_of_rules);
    const auto rules = parse_typology<Mode, Condition>(text_of_rules);
    REQUIRE(rules.ok());
    check_audit(json(program, {"--file", file, "--format", "json"}), *rules, cases(*rules, 2, 1991, 2023, {}));
    const std::string output = printed(program, {"--file", file});
    CHECK(has(output, "Audit of a typology: " + file));
    for (const char* line :
         {"  recipient: longer than needed, says the same as resources\n",
          "  recipient: redundant term 1, resources*geography\n",
          "  recipient: redundant literal ~geography in term 2, resources*~geography*regime_affinity\n",
          "  activist: never holds\n", "  activist: contradictory term 1, global_arena*~global_arena\n",
          "  protector: contradictory term 2, alternative*~alternative\n", "  recipient: equals another, protector\n",
          "  feature without effect, geography\n", "  feature without effect, global_arena\n"}) {
        CHECK_MESSAGE(has(output, line), line);
    }
    const auto document = json(program, {"--file", file, "--format", "json"});
    bool found = false;
    for (const Json& flaw : get(document, "flaws", Kind::array).items) {
        if (text(flaw, "flaw") != "redundant_literal" || text(flaw, "part") != "~geography") continue;
        found = true;
        CHECK(text(flaw, "label") == "recipient");
        CHECK(number(flaw, "term") == 2);
    }
    CHECK(found);
}

TEST_CASE("rules in a file over other labels and features") {
    const Folder folder("audit_typology");
    const std::string conduct = folder.file("conduct.txt", "recipient <= defers + cedes\nprotector <= dissents");
    check_audit(
        json(program, {"--file", conduct, "--features=conduct", "--format=json"}),
        *parse_typology<Mode, Conduct>("recipient <= defers + cedes\nprotector <= dissents"),
        cases(*parse_typology<Mode, Conduct>("recipient <= defers + cedes\nprotector <= dissents"), 2, 1991, 2023, {}));
    const std::string rule = "carving_space <= price_felt*~preferred";
    const std::string stages = folder.file("stages.txt", rule);
    check_audit(json(program, {"--file", stages, "--labels", "stages", "--format=json"}),
                *parse_typology<Stage, Determinant>(rule),
                cases(*parse_typology<Stage, Determinant>(rule), 2, 1991, 2023, {}));
    const std::string mixed = "prioritising <= resources*~alternative";
    check_audit(
        json(program,
             {"--file", folder.file("mixed.txt", mixed), "--labels=stages", "--features=conditions", "--format=json"}),
        *parse_typology<Stage, Condition>(mixed), cases(*parse_typology<Stage, Condition>(mixed), 2, 1991, 2023, {}));
}

TEST_CASE("a file without rules is audited too") {
    const Folder folder("audit_typology");
    for (const std::string nothing : {"", "\n", "# none\n"}) {
        const std::string output = printed(program, {"--file", folder.file("none.txt", nothing)});
        CHECK(has(output, "  recipient: no rule\n  activist: no rule\n  protector: no rule\n"));
        CHECK(has(output, "Property space: 0 features, 1 corner;"));
    }
}

TEST_CASE("what is wrong in a file is told with line and column") {
    const Folder folder("audit_typology");
    const auto wrong = [&](const std::string& rules, const std::string& message, const Words& more = {}) {
        const std::string file = folder.file("wrong.txt", rules);
        Words arguments{"--file", file};
        arguments.insert(arguments.end(), more.begin(), more.end());
        rejected(arguments, file + ": " + message + "\n", 3);
    };
    wrong("recipient <= R\n\nprotectr <= A\n",
          "unknown name at line 3, column 1: 'protectr', did you mean 'protector'?");
    wrong("recipient <= R*geografy", "unknown name at line 1, column 16: 'geografy', did you mean 'geography'?");
    wrong("recipient <= (R", "open bracket at line 1, column 14: '('");
    wrong("recipient = R", "unexpected character at line 1, column 11: '=', did you mean '<='?");
    wrong("recipient <= R\nrecipient <= G", "said twice at line 2, column 1: 'recipient'");
    wrong("recipient <= R", "unknown name at line 1, column 1: 'recipient', did you mean 'prioritising'?",
          {"--labels=stages"});
    wrong("recipient <= R", "unknown name at line 1, column 14: 'R', did you mean 'defers'?", {"--features=conduct"});
    wrong(std::string("recipient <= R\0", 15), "unexpected character at line 1, column 15: '\\x00'");
}

TEST_CASE("audit_typology: wrong arguments") {
    rejected({"--theory", "predict"}, "did you mean 'predicted'?");
    rejected({"--theory", "stage"}, "did you mean 'stages'?");
    rejected({"--file", "no/such/file"}, "cannot be read: no/such/file");
    rejected({"--file", "/"}, "cannot be read: /");
    rejected({"--file", "x", "--theory", "predicted"}, "--file and --theory do not go together");
    rejected({"--labels", "stages"}, "--labels goes with --file");
    rejected({"--features", "conduct"}, "--features goes with --file");
    rejected({"--file", "x", "--labels", "levels"}, "unknown value for --labels 'levels'");
    rejected({"--list", "full"}, "unknown value for --list 'full'");
    for (const std::string open : {"-1", "33", "1.5", "two", ""})
        rejected({"--open=" + open}, "no number of features: '" + open + "'");
    rejected({"--at", "1890"}, "the sources do not speak of '1890'");
    rejected({"--partner", "rusia"}, "did you mean 'russia'?");
    rejected({"--author", "Nobody"}, "unknown author 'Nobody'");
}
