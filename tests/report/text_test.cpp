// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/framework/dependency_scale.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/notation.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/report/text.hpp>

#include "report/foreign_locale.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;

template <Named E>
bool same_terms(const Formula<E>& one, const Formula<E>& two) {
    if (one.terms().size() != two.terms().size()) return false;
    for (std::size_t i = 0; i < one.terms().size(); ++i) {
        if (!(one.terms()[i] == two.terms()[i])) return false;
    }
    return true;
}

template <Named E>
void check_way_back(const Formula<E>& formula) {
    const std::string text = notation(formula);
    const auto back = parse_formula<E>(text);
    CAPTURE(text);
    CHECK_MESSAGE(back.ok(), message(back.error()));
    CHECK(same_terms(*back, formula));
    CHECK(notation(*back) == text);
}

template <Named Label, Named E>
void check_rules(const Typology<Label, E>& rules) {
    for (const Label label : rules.labels()) {
        check_way_back(rules.rule(label).written());
        check_way_back(rules.rule(label).when());
        check_way_back(rules.rule(label).unless());
    }
}

template <Named E>
void check_random_formulas(std::uint64_t seed) {
    support::Random random(seed);
    const std::uint32_t full = all<E>().bits();
    for (int i = 0; i < 500; ++i) {
        typename Formula<E>::Terms terms;
        for (std::size_t left = random.below(formula_capacity + 1); left > 0; --left) {
            // Mostly a few literals; sometimes none, sometimes one that contradicts another.
            const auto some = [&] { return static_cast<std::uint32_t>(random.next() & random.next()) & full; };
            Cube term{some(), some()};
            if (!random.chance(8)) term.failing &= ~term.holding;
            if (random.chance(16)) term = {};
            REQUIRE(terms.append(term));
        }
        check_way_back(Formula<E>(terms));
    }
}

/// The levels of a text, read by an eye that knows only the words.
Set<Level> levels_of(std::string_view text) {
    Set<Level> set;
    const std::size_t dash = text.find('-');
    if (text == "-") return set;
    if (dash != std::string_view::npos) {
        const auto first = parse<Level>(text.substr(0, dash));
        const auto last = parse<Level>(text.substr(dash + 1));
        REQUIRE(first.has_value());
        REQUIRE(last.has_value());
        CHECK(*first < *last);
        for (std::size_t i = index(*first); i <= index(*last); ++i) set.insert(static_cast<Level>(i));
        return set;
    }
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        const auto level = parse<Level>(text.substr(0, comma));
        REQUIRE(level.has_value());
        set.insert(*level);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return set;
}

AnyQuantity quantity(Unit unit, Form form, Decimal low, Decimal high) {
    AnyQuantity any;
    any.unit = unit;
    any.form = form;
    any.low = low;
    any.high = high;
    return any;
}

std::string shown(const Table& table) {
    return support::written([&](std::ostream& out) { out << table; });
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
}

/// The characters of a text, one string each.
std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> all;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) all.emplace_back();
        REQUIRE_FALSE(all.empty());
        all.back() += c;
    }
    return all;
}

/// Everything that this header can say, in one text.
std::string everything() {
    std::string all;
    const auto say = [&all](const std::string& text) { all += text + "\n"; };
    say(joined(levels(Level::low, Level::high)));
    for (std::uint32_t bits = 0; bits < 32; ++bits) say(level_text(Set<Level>::of_bits(bits)));
    for (const Mode mode : trimode::all<Mode>()) say(notation(three_modes::predicted.rule(mode).when()));
    say(message({Fault::unexpected_character, 1234, 5678, "x", {}}));
    for (const Form form : trimode::all<Form>()) {
        say(quantity_text(quantity(Unit::us_dollars, form, decimal("1234567.25"), decimal("98765432.5"))));
    }
    support::Tables tables({"2020"});
    tables.sections = {{0, 2, "Näme"}};
    Claim claim;
    claim.last_block = 65000;
    claim.note = 12345;
    claim.context = {1000, 2000, 0, 0};
    tables.add(claim);
    const Dataset data = tables.dataset();
    say(cite(data, data.claims[0]));
    Table table({"one", "zwölf"});
    table.add({"1234567", "é"});
    return all + shown(table);
}

}  // namespace

TEST_CASE("a formula in the notation is read back") {
    check_way_back(never<Condition>());
    check_way_back(always<Condition>());
    CHECK(notation(never<Condition>()) == "0");
    CHECK(notation(always<Condition>()) == "1");
    CHECK(notation(formula<Condition>("R*~A + V")) == "resources*~alternative + regime_affinity");
    CHECK(notation(formula<Condition>("1 + R")) == "1 + resources");
    CHECK(notation(formula<Condition>("R*~R")) == "resources*~resources");
    check_way_back(formula<Condition>("1 + R + 1"));
    check_way_back(formula<Condition>("R*~R"));
    for (const Condition condition : all<Condition>()) {
        check_way_back(is(condition));
        CHECK(notation(is(condition)) == name(condition));
    }
}

TEST_CASE("all rules of the papers and of the scale are read back from the notation") {
    for (const auto& variant : three_modes::variants) check_rules(*variant.rules);
    check_rules(three_modes::observed);
    check_rules(four_stages::stages);
    check_rules(four_stages::cumulative);
    check_rules(dependency_scale::at_least);
    check_rules(dependency_scale::security_at_least);
}

TEST_CASE("random formulas are read back from the notation") {
    check_random_formulas<Condition>(1);
    check_random_formulas<Conduct>(2);
    check_random_formulas<Determinant>(3);
    check_random_formulas<Obligation>(4);
}

TEST_CASE("one term in the notation") {
    CHECK(notation<Condition>(Cube{}) == "1");
    CHECK(notation<Condition>(Cube{1, 0}) == "resources");
    CHECK(notation<Condition>(Cube{0, 1}) == "~resources");
    CHECK(notation<Condition>(Cube{0b101, 0b010}) == "resources*~geography*regime_affinity");
}

TEST_CASE("names of a set are joined in the order of the enumeration") {
    CHECK(joined(Set<Mode>{Mode::protector, Mode::recipient}) == "recipient, protector");
    CHECK(joined(Set<Mode>{Mode::activist}, "+") == "activist");
    CHECK(joined(all<Mode>(), " ") == "recipient activist protector");
    CHECK(joined(all<Mode>(), "") == "recipientactivistprotector");
    CHECK(joined(Set<Mode>{}) == "-");
    CHECK(joined(Set<Mode>{}, ", ", "").empty());
    CHECK(joined(Set<Mode>{}, ", ", "nothing") == "nothing");
}

TEST_CASE("levels are a range or a list") {
    CHECK(level_text({}) == "-");
    CHECK(level_text({Level::none}) == "none");
    CHECK(level_text({Level::critical}) == "critical");
    CHECK(level_text({Level::medium, Level::low}) == "low-medium");
    CHECK(level_text(levels(Level::medium, Level::critical)) == "medium-critical");
    CHECK(level_text(all<Level>()) == "none-critical");
    CHECK(level_text({Level::low, Level::high}) == "low,high");
    CHECK(level_text({Level::none, Level::low, Level::critical}) == "none,low,critical");
}

TEST_CASE("every set of levels is told by its text") {
    for (std::uint32_t bits = 0; bits < 32; ++bits) {
        const auto set = Set<Level>::of_bits(bits);
        const std::string text = level_text(set);
        CAPTURE(text);
        CHECK(levels_of(text) == set);
    }
}

TEST_CASE("an error in a sentence") {
    CHECK(message({Fault::no_such_date, 2, 3, "2022-02-30", {}}) == "no such date at line 2, column 3: '2022-02-30'");
    CHECK(message({Fault::nothing_there, 1, 1, {}, {}}) == "nothing there at line 1, column 1");
    CHECK(message({Fault::unknown_name, 1, 5, "regime_afinity", "regime_affinity"}) ==
          "unknown name at line 1, column 5: 'regime_afinity', did you mean 'regime_affinity'?");
    CHECK(message({Fault::unexpected_character, 1, 4, {}, "<="}) ==
          "unexpected character at line 1, column 4, did you mean '<='?");
    CHECK(message(parse_formula<Condition>("R*resource").error()) ==
          "unknown name at line 1, column 3: 'resource', did you mean 'resources'?");
    CHECK(message(parse_typology<Mode, Condition>("# rules\nrecipient <= R\nrecipient <= V\n").error()) ==
          "said twice at line 3, column 1: 'recipient'");
    CHECK(message({Fault::open_quote, 7, 3, "\"abc", {}}) == "open quote at line 7, column 3: '\"abc'");
    CHECK(message({Fault::quote_in_bare_field, 1, 2, "\"", {}}) == "quote in bare field at line 1, column 2: '\"'");
    CHECK(message({Fault::text_behind_quote, 1, 4, "x", {}}) == "text behind quote at line 1, column 4: 'x'");
    CHECK(message({Fault::bare_carriage_return, 1, 2, "\r", {}}) ==
          "bare carriage return at line 1, column 2: '\\x0d'");
    CHECK(message({Fault::field_count, 3, 1, {}, {}, 2, 4}) == "field count at line 3, column 1: 2 instead of 4");
    CHECK(message({Fault::field_count, 3, 1, {}, {}, 0, 1}) == "field count at line 3, column 1: 0 instead of 1");
    for (const Fault fault : all<Fault>()) {
        const std::string text = message({fault, 1, 1, {}, {}});
        CHECK(text.find('_') == std::string::npos);
        CHECK(text.back() != '.');
    }
}

TEST_CASE("an error shows of the input what a terminal can take") {
    using namespace std::string_view_literals;
    const auto shown_of = [](std::string_view found) {
        const std::string text = message({Fault::unknown_name, 1, 1, found, {}});
        const std::string_view before = "unknown name at line 1, column 1: '";
        REQUIRE(text.substr(0, before.size()) == before);
        REQUIRE(text.back() == '\'');
        return text.substr(before.size(), text.size() - before.size() - 1);
    };
    CHECK(shown_of("a\0b\x1f \x7f"sv) == "a\\x00b\\x1f \\x7f");
    CHECK(shown_of("\x1b[2J") == "\\x1b[2J");
    CHECK(shown_of("Душанбе é") == "Душанбе é");
    CHECK(shown_of(std::string(80, 'a')) == std::string(80, 'a'));
    CHECK(shown_of(std::string(81, 'a')) == std::string(80, 'a') + "...");
    CHECK(shown_of(std::string(79, 'a') + "é") == std::string(79, 'a') + "...");
    CHECK(shown_of(std::string(78, 'a') + "é") == std::string(78, 'a') + "é");
    CHECK(shown_of(std::string(78, 'a') + "éb") == std::string(78, 'a') + "é...");
    CHECK(shown_of(std::string(100, '\x80')) == "...");  // no UTF-8 at all
    CHECK(message({Fault::unknown_name, 1, 1, "a", "b\n"}) ==
          "unknown name at line 1, column 1: 'a', did you mean 'b\\x0a'?");
}

TEST_CASE("a quantity in words") {
    const auto text = [](Form form, Decimal low, Decimal high, Unit unit = Unit::percent) {
        return quantity_text(quantity(unit, form, low, high));
    };
    CHECK(text(Form::exact, 48, 48) == "48 percent");
    CHECK(text(Form::about, 48, 48) == "about 48 percent");
    CHECK(text(Form::interval, 30, 50) == "between 30 and 50 percent");
    CHECK(text(Form::at_least, 290, 0, Unit::items) == "at least 290 items");
    CHECK(text(Form::at_most, 0, decimal("0.05")) == "at most 0.05 percent");
    CHECK(text(Form::over_time, 30, 50) == "30 to 50 percent over time");
    CHECK(text(Form::exact, decimal("1200000000"), decimal("1200000000"), Unit::us_dollars) == "1200000000 us_dollars");
    CHECK(text(Form::exact, decimal("-0.5"), decimal("-0.5")) == "-0.5 percent");
    CHECK(text(Form::exact, 0, 0, Unit::persons) == "0 persons");
    CHECK(quantity_text(exactly<Unit::years>(7)) == "7 years");
    CHECK(quantity_text(about<Unit::percent>(48)) == "about 48 percent");
    CHECK(quantity_text(at_least<Unit::items>(290)) == "at least 290 items");
    CHECK(quantity_text(at_most<Unit::persons>(3)) == "at most 3 persons");
    CHECK(quantity_text(between<Unit::percent>(30, 50)) == "between 30 and 50 percent");
    CHECK(quantity_text(over_time<Unit::percent>(30, 50)) == "30 to 50 percent over time");
    for (const Unit unit : all<Unit>()) {
        CHECK(text(Form::exact, 1, 1, unit) == "1 " + std::string(name(unit)));
    }
}

TEST_CASE("a claim is cited by document and block and all else that is needed to find it") {
    support::Tables tables({"2020", "2021"});
    tables.sources[0].id = "000_one";
    tables.sources[1].id = "001_two";
    tables.sections = {{0, 2, "Tajikistan and Russia"}, {0, 4, "NOTES"}, {1, 1, "Her \"stages\""}};
    // The id, and with it the block, is the place in the table: 000.001a, 000.002a ...
    tables.add(Claim{});
    Claim claim;
    tables.add(claim);
    claim.note = 7;
    tables.add(claim);
    claim.last_block = 6;
    tables.add(claim);
    claim = {};
    claim.context = {19, 0, 0, 0};
    tables.add(claim, 1);
    claim.context = {19, 21, 0, 4};
    claim.note = 1;
    claim.last_block = 8;
    tables.add(claim, 1);
    const Dataset data = tables.dataset();
    const auto cited = [&](std::size_t i) { return cite(data, data.claims[i]); };
    CHECK(cited(0) == "000_one [1]");
    CHECK(cited(1) == "000_one [2], \"Tajikistan and Russia\"");
    CHECK(cited(2) == "000_one [3], note 7, \"Tajikistan and Russia\"");
    CHECK(cited(3) == "000_one [4-6], note 7, \"NOTES\"");
    CHECK(cited(4) == "001_two [5], \"Her \"stages\"\", with [19]");
    CHECK(cited(5) == "001_two [6-8], note 1, \"Her \"stages\"\", with [19], [21], [4]");
}

TEST_CASE("columns of a table are aligned") {
    Table table({"a", "long header", "c"});
    table.add({"longer", "x", "1"});
    table.add({"", "", "2"});
    table.add({"x", "", ""});
    CHECK(shown(table) ==
          "a       long header  c\n"
          "------  -----------  -\n"
          "longer  x            1\n"
          "                     2\n"
          "x\n");
}

TEST_CASE("a table with nothing in it") {
    CHECK(shown(Table({"one", "two"})) == "one  two\n---  ---\n");
    CHECK(shown(Table({"one"})) == "one\n---\n");
}

TEST_CASE("rows may be shorter or longer than the header") {
    Table table({"one", "two"});
    table.add({"1"});
    table.add({"1", "2", "three", "4"});
    CHECK(shown(table) ==
          "one  two\n"
          "---  ---  -----  -\n"
          "1\n"
          "1    2    three  4\n");
}

TEST_CASE("columns of a table are aligned by characters and not by bytes") {
    const std::vector<std::string> first{"Тоҷикистон", "naïve", "plain", "€", "", "😀😀"};
    Table table({"стран", "value"});
    for (const auto& text : first) table.add({text, "|"});
    const auto all = lines(shown(table));
    REQUIRE(all.size() == first.size() + 2);
    CHECK(all[1] == "----------  -----");
    for (std::size_t i = 2; i < all.size(); ++i) {
        CAPTURE(all[i]);
        const auto signs = characters(all[i]);
        REQUIRE(signs.size() == 13);
        CHECK(signs[12] == "|");
        CHECK(all[i].substr(0, first[i - 2].size()) == first[i - 2]);
    }
}

TEST_CASE("lines of a table have no space at their end") {
    Table table({"one", "two ", "   "});
    table.add({"a ", " ", "  "});
    for (const auto& line : lines(shown(table))) CHECK((line.empty() || line.back() != ' '));
}

TEST_CASE("all texts are the same in a foreign locale") {
    const std::string plain = everything();
    CHECK(plain.find("1234567.25") != std::string::npos);
    CHECK(plain.find("line 1234, column 5678") != std::string::npos);
    const support::ForeignLocale foreign;
    REQUIRE(support::written([](std::ostream& out) { out << 1234 << ' ' << 0.5 << ' ' << std::boolalpha << true; }) ==
            "1.2.3.4 0,5 wahr");
    CHECK(everything() == plain);
}
