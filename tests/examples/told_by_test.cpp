// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Whom one believes: modes --as-told-by, and --source, --author and --published of the programs that ask, against what
/// the library answers with the same admission.
#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

const Words by_default{"russia", "china", "west", "us", "eu", "uk", "osce", "international_community", "un"};
const Words routes{"predicted", "observed", "stage"};

/// Some of the documents: a command line that asks for them, and their numbers.
struct Believed {
    Words arguments;
    std::vector<std::size_t> numbers;
};

/// The documents that fulfil a wish.
template <class Wish>
std::vector<std::size_t> numbers(Wish&& wish) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        if (wish(tajikistan.sources[i])) found.push_back(i);
    }
    return found;
}

bool written_by(const Source& source, const std::string& name) {
    return (" " + std::string(source.author) + " ").find(" " + name + " ") != std::string::npos;
}
bool published(const Source& source, int first_year, int last_year) {
    const Days days = source.published.days();
    return Date::of(first_year)->days().first <= days.first && days.last <= Date::of(last_year)->days().last;
}

std::vector<Believed> some_of_them() {
    std::vector<Believed> all{{{}, numbers([](const Source&) { return true; })}};
    std::set<std::string> authors;
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        const std::string id(tajikistan.sources[i].id);
        all.push_back({{"--source", id}, {i}});
        all.push_back({{"--source=" + id.substr(0, 3)}, {i}});
        const std::string author(tajikistan.sources[i].author);
        if (!authors.insert(author).second) continue;
        const auto by = numbers([&](const Source& source) { return source.author == author; });
        all.push_back({{"--author", author}, by});
        all.push_back({{"--author", author.substr(author.rfind(' ') + 1)}, by});
    }
    const auto until = [](int year) { return numbers([&](const Source& one) { return published(one, 1, year); }); };
    const auto since = [](int year) { return numbers([&](const Source& one) { return published(one, year, 9000); }); };
    all.push_back({{"--published", "../2022"}, until(2022)});
    all.push_back({{"--published", "../2021"}, until(2021)});
    all.push_back({{"--published", "/2022"}, until(2022)});
    all.push_back({{"--published", "2022/.."}, since(2022)});
    all.push_back({{"--published", "2023/"}, since(2023)});
    all.push_back({{"--published", "2022"}, numbers([](const Source& one) { return published(one, 2022, 2022); })});
    all.push_back(
        {{"--published", "2020/2022"}, numbers([](const Source& one) { return published(one, 2020, 2022); })});
    all.push_back({{"--published", "1900/2100"}, numbers([](const Source&) { return true; })});
    all.push_back({{"--published", "../.."}, numbers([](const Source&) { return true; })});
    all.push_back({{"--author", "Kluczewska", "--published", "2022"}, numbers([](const Source& one) {
                       return written_by(one, "Kluczewska") && published(one, 2022, 2022);
                   })});
    all.push_back({{"--author", "Kluczewska", "--source", "001"}, {1}});
    all.push_back({{"--source", "000", "--published", "2020", "--author", "Buriev"}, {0}});
    return all;
}

Admission admission(const std::vector<std::size_t>& numbers, bool strict) {
    Admission all;
    all.strict = strict;
    all.sources = 0;
    for (const std::size_t number : numbers) all.sources |= Sources{1} << number;
    return all;
}

Words with(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// What the heading of an output has to say of them.
std::string told_by(const std::vector<std::size_t>& numbers) {
    if (numbers.size() == tajikistan.sources.size()) return {};
    std::string text;
    for (const std::size_t number : numbers) {
        text += (text.empty() ? ", as told by " : " and ") + std::string(tajikistan.sources[number].id);
    }
    return text;
}

void check_heading(const std::string& output, const std::vector<std::size_t>& numbers) {
    const std::string heading = output.substr(0, output.find('\n'));
    CAPTURE(heading);
    CHECK(has(heading, ", as told by ") == (numbers.size() != tajikistan.sources.size()));
    CHECK(has(heading, told_by(numbers)));
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        const bool believed = std::find(numbers.begin(), numbers.end(), i) != numbers.end();
        const bool named = has(heading, tajikistan.sources[i].id);
        CHECK(named == (believed && numbers.size() != tajikistan.sources.size()));
    }
}

/// Every claim that an output shows is of a document that is believed.
void check_witnesses(const std::string& output, const std::vector<std::size_t>& numbers) {
    check_ids(output);
    for (const auto& id : claim_ids(output)) {
        const bool believed = std::find(numbers.begin(), numbers.end(), claim(id).source()) != numbers.end();
        CHECK_MESSAGE(believed, id);
    }
}

// ---- verdicts -------------------------------------------------------------------------------------------------------

/// A verdict as a cell has it, from what the library answers.
template <Named Label, Named E>
std::string verdict(PartnerIndex partner, const Period& at, const Typology<Label, E>& rules, Admission believed) {
    const auto outcome = [&](const Admission& admission) {
        return classify(tajikistan, partner, at, rules, admission)
            .outcome(anything_told(tajikistan, partner, at, rules, admission));
    };
    Admission strict = believed;
    strict.strict = true;
    const auto found = classify(tajikistan, partner, at, rules, believed);
    std::string text;
    switch (outcome(believed)) {
        case Outcome::insufficient:
            return "insufficient";
        case Outcome::none:
            text = "none";
            break;
        case Outcome::open:
            text = "open";
            if (found.possible.size() != count<Label>) text += ": " + join(words(found.possible), "? ") + "?";
            break;
        case Outcome::sole:
            text = join(words(found.holding), "+") + " (sole)";
            break;
        case Outcome::leading:
            text = join(words(found.holding), "+") + " (leading)";
            break;
        case Outcome::mixed:
            text = join(words(found.holding), "+") + " (mixed)";
            break;
    }
    const bool inferred =
        outcome(strict) != outcome(believed) || !(classify(tajikistan, partner, at, rules, strict) == found);
    return inferred ? text + "~" : text;
}

std::string verdict(const std::string& route, const std::string& id, const Period& at, const Admission& believed,
                    const three_modes::Variant& theory) {
    if (route == "observed") return verdict(partner(id), at, three_modes::observed, believed);
    if (route == "stage") return verdict(partner(id), at, four_stages::stages, believed);
    return verdict(partner(id), at, *theory.rules, believed);
}

/// One row of modes --as-told-by.
struct Expected {
    std::string partner;
    std::string route;
    std::string all;
    Words authors;
    Words alone;
    Words without;
};

std::vector<Expected> expected_rows(const Words& partners, const Period& at, const std::vector<std::size_t>& believed,
                                    bool strict, const three_modes::Variant& theory) {
    std::vector<std::string> authors;
    for (const std::size_t number : believed) {
        const std::string author(tajikistan.sources[number].author);
        if (std::find(authors.begin(), authors.end(), author) == authors.end()) authors.push_back(author);
    }
    std::vector<Expected> rows;
    for (const auto& id : partners) {
        for (const auto& route : routes) {
            Expected row{id, route, verdict(route, id, at, admission(believed, strict), theory), {}, {}, {}};
            for (const auto& author : authors) {
                std::vector<std::size_t> his;
                std::vector<std::size_t> others;
                for (const std::size_t number : believed) {
                    (tajikistan.sources[number].author == author ? his : others).push_back(number);
                }
                row.authors.push_back(author);
                row.alone.push_back(verdict(route, id, at, admission(his, strict), theory));
                row.without.push_back(verdict(route, id, at, admission(others, strict), theory));
            }
            rows.push_back(row);
        }
    }
    return rows;
}

void check_table(const std::string& output, const std::vector<Expected>& rows) {
    const auto family = [](const std::string& author) { return author.substr(author.rfind(' ') + 1); };
    Words header{"partner", "route", "all"};
    for (const auto& author : rows.front().authors) header.push_back(family(author));
    header.emplace_back("hangs on");
    std::vector<Words> expected;
    std::size_t hidden = 0;
    for (const Expected& row : rows) {
        Words decisive;
        for (std::size_t i = 0; i < row.authors.size(); ++i) {
            if (row.without[i] != row.all) decisive.push_back(family(row.authors[i]));
        }
        if (row.all == "insufficient" && decisive.empty()) {
            ++hidden;
            continue;
        }
        Words cells = with({row.partner, row.route, row.all}, row.alone);
        cells.push_back(join(decisive, ", "));
        expected.push_back(cells);
    }
    const auto tables = printed_tables(output);
    REQUIRE(tables.size() == 1);
    CHECK(tables.front().header == header);
    REQUIRE(tables.front().rows.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(join(tables.front().rows[i], "|") == join(expected[i], "|"));
    CHECK(has(output, "Not shown: ") == (hidden != 0));
    if (hidden != 0) CHECK(has(output, "Not shown: " + std::to_string(hidden) + " row"));
}

void check_csv(const CsvRows& found, const std::vector<Expected>& rows, const std::string& date,
               const std::string& theory) {
    CHECK(found.front() == Words{"partner", "date", "theory", "route", "author", "all", "alone", "without"});
    std::vector<Words> expected;
    for (const Expected& row : rows) {
        for (std::size_t i = 0; i < row.authors.size(); ++i) {
            expected.push_back(
                {row.partner, date, theory, row.route, row.authors[i], row.all, row.alone[i], row.without[i]});
        }
    }
    REQUIRE(found.size() == expected.size() + 1);
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(join(found[i + 1], "|") == join(expected[i], "|"));
}

void check_json(const Json& document, const std::vector<Expected>& rows, const std::string& date,
                const std::string& theory) {
    REQUIRE(document.kind == Kind::array);
    REQUIRE(document.items.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Json& object = document.items[i];
        CHECK(text(object, "partner") == rows[i].partner);
        CHECK(text(object, "date") == date);
        CHECK(text(object, "theory") == theory);
        CHECK(text(object, "route") == rows[i].route);
        CHECK(text(object, "all") == rows[i].all);
        const auto& authors = get(object, "authors", Kind::array).items;
        REQUIRE(authors.size() == rows[i].authors.size());
        for (std::size_t k = 0; k < authors.size(); ++k) {
            CHECK(text(authors[k], "author") == rows[i].authors[k]);
            CHECK(text(authors[k], "alone") == rows[i].alone[k]);
            CHECK(text(authors[k], "without") == rows[i].without[k]);
        }
    }
}

/// All three formats of modes --as-told-by.
void check_as_told_by(const Words& asked, const Words& partners, const std::string& date,
                      const std::vector<std::size_t>& believed, bool strict,
                      const three_modes::Variant& theory = three_modes::variants.front()) {
    Words words = with({"--as-told-by", "--at", date}, asked);
    if (strict) words.emplace_back("--strict");
    CAPTURE(join(words));
    const auto rows = expected_rows(partners, period(date), believed, strict, theory);
    const std::string output = printed("modes", words);
    check_table(output, rows);
    check_heading(output, believed);
    CHECK(output.starts_with("Whom one believes, " + date));
    CHECK(has(output.substr(0, output.find('\n')), ", strict: nothing inferred") == strict);
    CHECK(has(output.substr(0, output.find('\n')), "; theory: " + std::string(theory.name)));
    check_csv(csv("modes", with(words, {"--format", "csv"})), rows, date, std::string(theory.name));
    check_json(json("modes", with(words, {"--format", "json"})), rows, date, std::string(theory.name));
}

const std::vector<std::size_t>& everyone() {
    static const auto all = numbers([](const Source&) { return true; });
    return all;
}

// ---- modes and dependency_levels ------------------------------------------------------------------------------------

template <Named Label, Named E>
void check_verdict(const Json& object, const std::string& id, const Period& at, const Typology<Label, E>& rules,
                   const Admission& believed) {
    const auto expected = classify(tajikistan, partner(id), at, rules, believed);
    CHECK(list(object, "holding") == words(expected.holding));
    CHECK(list(object, "possible") == words(expected.possible));
    CHECK(text(object, "outcome") ==
          name(expected.outcome(anything_told(tajikistan, partner(id), at, rules, believed))));
}

void check_modes(const Believed& one, const std::string& date, bool strict) {
    Words words = with(one.arguments, {"--at", date, "--format", "json", "--why"});
    if (strict) words.emplace_back("--strict");
    CAPTURE(join(words));
    const Json document = json("modes", words);
    REQUIRE(document.items.size() == by_default.size());
    const Period at = period(date);
    for (std::size_t i = 0; i < by_default.size(); ++i) {
        const Json& object = document.items[i];
        const std::string& id = by_default[i];
        CAPTURE(id);
        CHECK(text(object, "partner") == id);
        for (const bool without_inference : {false, true}) {
            const Json& verdicts = without_inference ? get(object, "strict", Kind::object) : object;
            const Admission believed = admission(one.numbers, strict || without_inference);
            check_verdict(get(verdicts, "predicted", Kind::object), id, at, three_modes::predicted, believed);
            check_verdict(get(verdicts, "observed", Kind::object), id, at, three_modes::observed, believed);
            check_verdict(get(verdicts, "stage", Kind::object), id, at, four_stages::stages, believed);
        }
        for (const Json& telling : get(object, "tellings", Kind::array).items) {
            const std::size_t source = claim(text(telling, "claim")).source();
            CHECK(std::find(one.numbers.begin(), one.numbers.end(), source) != one.numbers.end());
            CHECK(text(telling, "source") == tajikistan.sources[source].id);
        }
    }
}

void check_levels(const Believed& one, const std::string& date, bool strict) {
    Words words = with(one.arguments, {"--at", date, "--format", "json"});
    if (strict) words.emplace_back("--strict");
    CAPTURE(join(words));
    const Admission believed = admission(one.numbers, strict);
    for (const Json& object : json("dependency_levels", words).items) {
        const auto area = parse<IssueArea>(text(object, "issue_area"));
        const auto route = parse<Route>(text(object, "route"));
        REQUIRE(area.has_value());
        REQUIRE(route.has_value());
        const PartnerIndex at = partner(text(object, "partner"));
        CAPTURE(text(object, "partner"));
        CAPTURE(text(object, "issue_area"));
        CAPTURE(text(object, "route"));
        const auto expected = dependency(tajikistan, at, *area, period(date), *route, believed);
        CHECK(truth(object, "told") == expected.told);
        CHECK(truth(object, "contested") == expected.contested);
        CHECK(list(object, "levels") == support::words(expected.levels));
        Words claims;
        for_each_dependency_telling(tajikistan, at, *area, period(date), *route, believed,
                                    [&](const DependencyTelling& telling) { claims.emplace_back(telling.claim->id); });
        Words found;
        for (const Json& entry : get(object, "claims", Kind::array).items) {
            found.push_back(text(entry, "id"));
            CHECK(std::find(one.numbers.begin(), one.numbers.end(), claim(found.back()).source()) != one.numbers.end());
        }
        CHECK(found == claims);
    }
}

}  // namespace

TEST_CASE("as told by: table, CSV and JSON are what the library answers for each author") {
    for (const std::string date : {"2005", "2016", "2019", "2022-06", "1991/2023"}) {
        for (const bool strict : {false, true}) check_as_told_by({}, by_default, date, everyone(), strict);
    }
    // 2019 is what is asked without a date.
    CHECK(printed("modes", {"--as-told-by"}) == printed("modes", {"--as-told-by", "--at", "2019"}));
}

TEST_CASE("as told by: one partner, and the rules of another reading") {
    for (const std::string id : {"russia", "china", "iran", "un", "uzbekistan"}) {
        for (const bool strict : {false, true})
            check_as_told_by({"--partner", id}, {id}, "2022-06", everyone(), strict);
    }
    for (const auto& theory : three_modes::variants) {
        check_as_told_by({"--theory", std::string(theory.name)}, by_default, "2016", everyone(), false, theory);
    }
}

TEST_CASE("as told by: only those who are believed are asked") {
    for (const Believed& one : some_of_them()) check_as_told_by(one.arguments, by_default, "2016", one.numbers, false);
    check_as_told_by({"--author", "Kluczewska"}, by_default, "2022-06", {1, 2}, true);
}

TEST_CASE("as told by: two texts by one author are one witness") {
    const auto rows = csv("modes", {"--as-told-by", "--format", "csv", "--partner", "russia"});
    std::set<std::string> authors;
    for (const Source& source : tajikistan.sources) authors.emplace(source.author);
    REQUIRE(authors.size() < tajikistan.sources.size());
    CHECK(rows.size() == 1 + routes.size() * authors.size());
    std::set<std::string> named;
    for (std::size_t i = 1; i < rows.size(); ++i) named.insert(rows[i][4]);
    CHECK(named == authors);
}

TEST_CASE("as told by: who is alone is all, and without him nothing is told") {
    for (const std::string author : {"Buriev", "Kluczewska", "Malysheva", "Makhmutova"}) {
        const auto rows = csv("modes", {"--as-told-by", "--format", "csv", "--author", author});
        CHECK(rows.size() == 1 + routes.size() * by_default.size());
        for (std::size_t i = 1; i < rows.size(); ++i) {
            CHECK(has(rows[i][4], author));
            CHECK(rows[i][5] == rows[i][6]);
            CHECK(rows[i][7] == "insufficient");
        }
    }
}

TEST_CASE("as told by: what each author alone has it is what the program says when he alone is asked") {
    const auto rows = csv("modes", {"--as-told-by", "--format", "csv", "--at", "2016"});
    for (const std::string author : {"Muslimbek Buriev", "Karolina Kluczewska"}) {
        const auto alone = table(printed("modes", {"--author", author, "--at", "2016"}));
        for (const auto& row : rows) {
            if (row[4] != author) continue;
            CAPTURE(row[0]);
            CAPTURE(row[3]);
            CHECK(alone.at(row[0]).at(row[3]) == row[6]);
        }
    }
}

TEST_CASE("modes of some documents are those of the library with that admission") {
    for (const Believed& one : some_of_them()) {
        for (const std::string date : {"2016", "2022-06"}) check_modes(one, date, false);
        check_modes(one, "2019", true);
    }
}

TEST_CASE("dependency levels of some documents are those of the library with that admission") {
    for (const Believed& one : some_of_them()) {
        for (const std::string date : {"2016", "2022-06"}) check_levels(one, date, false);
        check_levels(one, "2019", true);
    }
}

TEST_CASE("a heading says who tells it when not everybody is believed") {
    for (const Believed& one : some_of_them()) {
        for (const std::string program : {"modes", "dependency_levels", "disagreements"}) {
            for (const Words& more : {Words{}, Words{"--strict"}}) {
                const std::string output = printed(program, with(one.arguments, more));
                CAPTURE(program);
                CAPTURE(join(one.arguments));
                check_heading(output, one.numbers);
                CHECK(has(output.substr(0, output.find('\n')), ", strict: nothing inferred") == !more.empty());
            }
        }
    }
}

TEST_CASE("with why only claims of those who are believed are shown") {
    for (const Believed& one : some_of_them()) {
        if (one.numbers.size() == tajikistan.sources.size()) continue;
        for (const std::string program : {"modes", "dependency_levels", "disagreements"}) {
            CAPTURE(program);
            CAPTURE(join(one.arguments));
            check_witnesses(printed(program, with(one.arguments, {"--why"})), one.numbers);
        }
    }
}
