// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>

#include "framework/brute_force.hpp"
#include "framework/letters.hpp"

namespace {

using test::Letter;
using trimode::Condition;
using trimode::Cube;
using trimode::Error;
using trimode::Fault;
using trimode::formula;
using trimode::Mode;
using trimode::parse_typology;
using Set = trimode::Set<Mode>;
using Typology = trimode::Typology<Mode, Condition>;

static_assert(std::is_trivially_copyable_v<Typology> &&
              std::is_nothrow_default_constructible_v<Typology>);
static_assert(std::is_same_v<Typology::Labels, Mode> &&
              std::is_same_v<Typology::Feature, Condition>);
static_assert(noexcept(parse_typology<Mode, Condition>("")) && noexcept(Typology{}.features()));

/// Too many primes on one side though it is written with few terms: three pairs of three, which
/// share no letter.
enum class Many : std::uint8_t {};
consteval auto names_of(Many) {
    return trimode::names<Many>("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
}

bool same(const Typology& left, const Typology& right) {
    if (left.labels() != right.labels()) return false;
    for (const Mode mode : trimode::all<Mode>()) {
        if (!test::same_elements(left.rule(mode).written().terms(),
                                 right.rule(mode).written().terms()))
            return false;
        if (!test::same_elements(left.rule(mode).when().terms(), right.rule(mode).when().terms()))
            return false;
        if (!test::same_elements(left.rule(mode).unless().terms(),
                                 right.rule(mode).unless().terms()))
            return false;
    }
    return true;
}

}  // namespace

TEST_CASE("an empty typology") {
    constexpr Typology typology;
    static_assert(typology.labels().empty() && typology.features().empty());
    for (const Mode mode : trimode::all<Mode>()) {
        CHECK(typology.rule(mode).when().terms().size() == 0);
        CHECK(typology.rule(mode).unless().terms()[0] == Cube{});
        CHECK(typology.source(mode).empty());
    }
}

TEST_CASE("adding rules") {
    Typology typology;
    CHECK(typology.add({Mode::protector, formula<Condition>("~V*C"), "somewhere"}) == Error{});
    CHECK(typology.labels() == Set{Mode::protector});
    CHECK(typology.source(Mode::protector) == "somewhere");
    CHECK(typology.features() ==
          trimode::Set<Condition>{Condition::regime_affinity, Condition::conditionality});
    CHECK(typology.rule(Mode::protector).when().terms()[0] == Cube{8, 4});

    const Error twice = typology.add({Mode::protector, formula<Condition>("F"), "elsewhere"});
    CHECK(twice.fault == Fault::said_twice);
    CHECK(twice.found == "protector");
    CHECK(typology.source(Mode::protector) == "somewhere");  // nothing has changed
    CHECK(typology.rule(Mode::protector).when().terms()[0] == Cube{8, 4});

    CHECK(typology.add({Mode::recipient, {}, {}}) == Error{});  // a rule that never holds is a rule
    CHECK(typology.labels() == Set{Mode::recipient, Mode::protector});
    CHECK(typology.features().size() == 2);
}

TEST_CASE("features are those that are written") {
    Typology typology;
    CHECK(typology.add({Mode::activist, formula<Condition>("F*~F + R + R*G"), {}}) == Error{});
    CHECK(typology.features() == trimode::Set<Condition>{Condition::resources, Condition::geography,
                                                         Condition::global_arena});
    CHECK(typology.rule(Mode::activist).when().conditions() ==
          trimode::Set<Condition>{Condition::resources});
}

TEST_CASE("a rule beyond the capacity is not added") {
    // Four terms of three: three to the power of four primes on the other side.
    trimode::Typology<Mode, Many> typology;
    const auto few = trimode::parse_formula<Many>("a*b*c + d*e*f + g*h*i");
    CHECK(typology.add({Mode::recipient, *few, {}}) == Error{});
    CHECK(typology.rule(Mode::recipient).unless().terms().size() == 27);
    const auto many = trimode::parse_formula<Many>("a*b*c + d*e*f + g*h*i + j*k*l");
    CHECK(many.ok());
    CHECK(typology.add({Mode::activist, *many, {}}).fault == Fault::too_many_terms);
    CHECK(typology.labels() == Set{Mode::recipient});
    CHECK(typology.rule(Mode::activist).when().terms().size() == 0);
}

TEST_CASE("a typology of a text is the one that is written in the program") {
    const auto parsed = parse_typology<Mode, Condition>(
        "# Buriev\n"
        "recipient <= R*G*V\n"
        "\n"
        "  \t \n"
        "  activist<=global_arena * acclaim\n"
        "\t# indented\n"
        "#protector <= R\n"
        "protector\t<=\t~V & C & A\n");
    CHECK(parsed.ok());
    CHECK(same(*parsed, trimode::three_modes::predicted));
    CHECK(parsed->source(Mode::recipient).empty());
}

TEST_CASE("ends of lines") {
    for (const std::string_view text :
         {"recipient <= R*G*V\r\nactivist <= F*I\r\n\r\nprotector <= ~V*C*A\r\n",
          "recipient <= R*G*V\nactivist <= F*I\nprotector <= ~V*C*A",
          "\r\n# a\r\nprotector <= ~V*C*A\nactivist <= F*I\r\nrecipient <= R*G*V\r"}) {
        const auto parsed = parse_typology<Mode, Condition>(text);
        CHECK(parsed.ok());
        CHECK(same(*parsed, trimode::three_modes::predicted));
    }
    for (const std::string_view text : {"", "\n", "\r\n", "# nothing", "\n\n  \n", " #\n#\n"}) {
        const auto parsed = parse_typology<Mode, Condition>(text);
        CHECK(parsed.ok());
        CHECK(parsed->labels().empty());
    }
}

TEST_CASE("every error with line and column") {
    struct Row {
        std::string_view text;
        Fault fault;
        std::size_t line;
        std::size_t column;
        std::string_view found;
        std::string_view nearest;
    };
    constexpr std::array rows = std::to_array<Row>({
        {"recipiant <= R", Fault::unknown_name, 1, 1, "recipiant", "recipient"},
        {"\n  activst <= R", Fault::unknown_name, 2, 3, "activst", "activist"},
        {"# c\r\n\r\nrecipient <= R\r\nProtector <= R", Fault::unknown_name, 4, 1, "Protector",
         "protector"},
        {"<= R", Fault::unknown_name, 1, 1, "", ""},
        {"recipient", Fault::nothing_there, 1, 10, "", "<="},
        {"recipient  ", Fault::nothing_there, 1, 12, "", "<="},
        {"recipient\r\nactivist <= F", Fault::nothing_there, 1, 10, "", "<="},
        {"recipient R", Fault::unexpected_character, 1, 11, "R", "<="},
        {"recipient = R", Fault::unexpected_character, 1, 11, "=", "<="},
        {"recipient < = R", Fault::unexpected_character, 1, 11, "<", "<="},
        {"recipient <", Fault::unexpected_character, 1, 11, "<", "<="},
        {"recipient => R", Fault::unexpected_character, 1, 11, "=", "<="},
        {"recipient: R", Fault::unexpected_character, 1, 10, ":", "<="},
        {"recipient <=", Fault::nothing_there, 1, 13, "", ""},
        {"recipient <=  ", Fault::nothing_there, 1, 15, "", ""},
        {"recipient <= \nR", Fault::nothing_there, 1, 14, "", ""},
        {"recipient <= R*", Fault::nothing_there, 1, 16, "", ""},
        {"recipient <= R*geografy", Fault::unknown_name, 1, 16, "geografy", "geography"},
        {"\r\n\trecipient\t<=\tR*geografy\r\n", Fault::unknown_name, 2, 17, "geografy",
         "geography"},
        {"recipient<=R G", Fault::unexpected_character, 1, 14, "G", ""},
        {"recipient <= R # why", Fault::unexpected_character, 1, 16, "#", ""},
        {"recipient <= R\n\nactivist <= (F*I", Fault::open_bracket, 3, 13, "(", ""},
        {"recipient <= R\nrecipient <= G", Fault::said_twice, 2, 1, "recipient", ""},
        {"recipient <= R\nactivist <= F\n#\nactivist <= F", Fault::said_twice, 4, 1, "activist",
         ""},
        {"recipient <= R <= G", Fault::unexpected_character, 1, 16, "<", ""},
    });
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const auto result = parse_typology<Mode, Condition>(row.text);
        CHECK_FALSE(result.ok());
        const Error& error = result.error();
        CHECK(trimode::name(error.fault) == trimode::name(row.fault));
        CHECK(error.line == row.line);
        CHECK(error.column == row.column);
        CHECK(error.found == row.found);
        if (row.fault == Fault::unknown_name && row.nearest.empty()) {
            CHECK_FALSE(error.nearest.empty());
        } else {
            CHECK(error.nearest == row.nearest);
        }
    }
}

TEST_CASE("a label that is said twice is found where it stands") {
    const auto indented = parse_typology<Mode, Condition>("recipient <= R\n  recipient <= G");
    CHECK(indented.error().fault == Fault::said_twice);
    CHECK(indented.error().line == 2);
    CHECK(indented.error().column == 3);
    // The part of the input, which may be an alias.
    const std::string_view text = "alpha <= R\na1 <= G";
    const auto alias = parse_typology<Letter, Condition>(text);
    CHECK(alias.error().fault == Fault::said_twice);
    CHECK(alias.error().line == 2);
    CHECK(alias.error().found == "a1");
}

TEST_CASE("a rule beyond the capacity is found in its line") {
    const auto result =
        parse_typology<Mode, Many>("recipient <= a\nactivist <= a*b*c + d*e*f + g*h*i + j*k*l");
    CHECK(result.error().fault == Fault::too_many_terms);
    CHECK(result.error().line == 2);
    std::string long_text = "recipient <= a";
    for (int i = 0; i < 32; ++i) long_text += "+b";
    const auto sum = parse_typology<Mode, Many>(long_text);
    CHECK(sum.error().fault == Fault::too_many_terms);
    CHECK(sum.error().column == long_text.size());
}

TEST_CASE("labels and features of any enumerations") {
    constexpr auto typology = trimode::typology<Letter, Many>({
        {Letter::beta, trimode::is(Many{11}), "last"},
        {Letter::alpha, formula<Many>("~l"), ""},
    });
    static_assert(typology.labels() == trimode::Set<Letter>{Letter::alpha, Letter::beta});
    static_assert(typology.features() == trimode::Set<Many>{Many{11}});
    CHECK(typology.source(Letter::beta) == "last");
    CHECK(typology.rule(Letter::alpha).when().terms()[0] == Cube{0, 1U << 11U});
    const auto parsed = parse_typology<Letter, Many>("B <= l\na1 <= ~l");
    CHECK(parsed->labels() == typology.labels());
}

TEST_CASE("a number that is no label has no rule and gets none") {
    trimode::Typology<Mode, Condition> typology = trimode::three_modes::predicted;
    for (const unsigned number : {3U, 9U, 31U, 32U, 255U}) {
        CAPTURE(number);
        const Mode none = static_cast<Mode>(number);
        CHECK(typology.rule(none).written().terms().size() == 0);
        CHECK(read(typology.rule(none), trimode::TruthReading<Condition>(trimode::Facts<Condition>{})) ==
              trimode::Answer::fails);
        CHECK(typology.source(none).empty());
        CHECK(typology.add({none, formula<Condition>("R"), "nowhere"}).fault == Fault::unknown_name);
        CHECK(typology.replace({none, formula<Condition>("R"), "nowhere"}).fault == Fault::unknown_name);
        CHECK(typology.rule(none).written().terms().size() == 0);
    }
    CHECK(typology.labels() == trimode::three_modes::predicted.labels());
    CHECK(typology.features() == trimode::three_modes::predicted.features());
    static_assert(trimode::three_modes::predicted.rule(static_cast<Mode>(9)).when().terms().size() == 0);
}
