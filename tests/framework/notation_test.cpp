// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <trimode/domain/condition.hpp>
#include <trimode/framework/notation.hpp>

#include "framework/brute_force.hpp"
#include "framework/letters.hpp"

namespace {

using test::Letter;
using trimode::Condition;
using trimode::Cube;
using trimode::Error;
using trimode::Fault;
using trimode::formula;
using trimode::parse_formula;
using Formula = trimode::Formula<Letter>;

static_assert(noexcept(parse_formula<Letter>("")));

/// Whether a notation holds, by rewriting its text: names become 0 or 1, then ~0, 0*1, 0+1 and (0)
/// give way to what they come to, until one figure is left. It knows nothing of terms.
bool rewritten(const std::string& notation, std::uint32_t assignment) {
    std::string text;
    for (std::size_t i = 0; i < notation.size();) {
        std::size_t end = i;
        while (end < notation.size() && trimode::detail::is_word(notation[end])) ++end;
        const std::string word = notation.substr(i, end - i);
        if (word.empty()) {
            const char c = notation[i++];
            if (c == ' ' || c == '\t') continue;
            text += c == '&' ? '*' : c == '|' ? '+' : c == '!' ? '~' : c;
            continue;
        }
        i = end;
        if (word == "0" || word == "1") {
            text += word;
            continue;
        }
        constexpr std::array<std::string_view, 6> names{"alpha", "beta",    "gamma",
                                                        "delta", "epsilon", "zeta"};
        constexpr std::string_view letters = "ABCDEZ";
        for (std::size_t k = 0; k < 6; ++k) {
            if (word == names[k] || word == letters.substr(k, 1) || (k == 0 && word == "a1")) {
                text += ((assignment >> k) & 1U) != 0 ? '1' : '0';
            }
        }
    }
    const auto figure = [&text](std::size_t i) {
        return i < text.size() && (text[i] == '0' || text[i] == '1');
    };
    const auto is = [&text](std::size_t i, char c) { return i < text.size() && text[i] == c; };
    while (text.size() > 1) {
        bool changed = false;
        for (std::size_t i = 0; i < text.size() && !changed; ++i) {
            std::string instead;
            std::size_t length = 3;
            if (is(i, '~') && figure(i + 1)) {
                instead = text[i + 1] == '0' ? "1" : "0";
                length = 2;
            } else if (is(i, '(') && figure(i + 1) && is(i + 2, ')')) {
                instead = text[i + 1];
            } else if (figure(i) && is(i + 1, '*') && figure(i + 2) &&
                       (i == 0 || text[i - 1] != '~')) {
                instead = text[i] == '1' && text[i + 2] == '1' ? "1" : "0";
            } else if (figure(i) && is(i + 1, '+') && figure(i + 2) && !is(i + 3, '*') &&
                       (i == 0 || (text[i - 1] != '~' && text[i - 1] != '*'))) {
                instead = text[i] == '1' || text[i + 2] == '1' ? "1" : "0";
            }
            if (instead.empty()) continue;
            text.replace(i, length, instead);
            changed = true;
        }
        if (!changed) return false;
    }
    return text == "1";
}

std::string random_space(test::Generator& random) {
    constexpr std::array<std::string_view, 5> spaces{"", "", " ", "\t", "  "};
    return std::string(spaces[random.below(5)]);
}

std::string random_notation(test::Generator& random, std::uint32_t depth) {
    const auto pick = [&random](auto... texts) {
        const std::array<std::string_view, sizeof...(texts)> all{texts...};
        return std::string(all[random.below(sizeof...(texts))]);
    };
    std::string text = random_space(random);
    while (random.below(4) == 0) text += pick("~", "!") + random_space(random);
    if (depth == 0 || random.below(4) == 0) {
        return text +
               pick("A", "a1", "alpha", "B", "beta", "C", "gamma", "D", "delta", "A", "B", "C", "0",
                    "1") +
               random_space(random);
    }
    text += "(" + random_notation(random, depth - 1);
    for (std::uint32_t more = random.below(4); more > 0; --more) {
        text += pick("*", "&", "*", "+", "|") + random_notation(random, depth - 1);
    }
    return text + ")" + random_space(random);
}

/// The error of a notation over the papers' conditions.
Error error_of(std::string_view notation) {
    const auto result = parse_formula<Condition>(notation);
    CHECK_FALSE(result.ok());
    return result.error();
}

}  // namespace

TEST_CASE("terms in the order in which they are written") {
    constexpr auto parsed = formula<Condition>("R*G*V + ~A*F");
    static_assert(parsed.terms().size() == 2);
    static_assert(parsed.terms()[0] == Cube{0b111, 0} &&
                  parsed.terms()[1] == Cube{0b100000, 0b10000});
    constexpr auto in_words =
        formula<Condition>("resources & geography&regime_affinity|!alternative\t* global_arena");
    CHECK(test::same_elements(parsed.terms(), in_words.terms()));
    constexpr auto products = formula<Letter>("(A+B)*(C+D)");
    CHECK(products.terms()[0] == Cube{0b0101, 0});
    CHECK(products.terms()[1] == Cube{0b1001, 0});
    CHECK(products.terms()[2] == Cube{0b0110, 0});
    CHECK(products.terms()[3] == Cube{0b1010, 0});
    constexpr auto unsimplified = formula<Letter>("A + A*B + A + C*~C");
    static_assert(unsimplified.terms().size() == 4 && unsimplified.terms()[3] == Cube{4, 4});
}

TEST_CASE("constants") {
    static_assert(formula<Letter>("0").terms().size() == 0);
    static_assert(formula<Letter>("1").terms().size() == 1 &&
                  formula<Letter>("1").terms()[0] == Cube{});
    static_assert(formula<Letter>("~1").terms().size() == 0 &&
                  formula<Letter>("~0").terms().size() == 1);
    static_assert(formula<Letter>("A*0").terms().size() == 0);
    static_assert(formula<Letter>("A*1").terms()[0] == Cube{1, 0});
    static_assert(formula<Letter>("A+0").terms().size() == 1);
    static_assert(formula<Letter>("~~~A").terms()[0] == Cube{0, 1} &&
                  formula<Letter>("!~A").terms()[0] == Cube{1, 0});
}

TEST_CASE("negation binds before and and and before or") {
    const test::Universe universe(6);
    const auto same = [&](std::string_view one, std::string_view other) {
        return where(universe, parse_formula<Letter>(one)->terms()) ==
               where(universe, parse_formula<Letter>(other)->terms());
    };
    CHECK(same("A+B*C", "A+(B*C)"));
    CHECK_FALSE(same("A+B*C", "(A+B)*C"));
    CHECK(same("~A*B", "(~A)*B"));
    CHECK_FALSE(same("~A*B", "~(A*B)"));
    CHECK(same("~(A*B)", "~A+~B"));
    CHECK(same("~(A+B)", "~A*~B"));
    CHECK(same("A*B+C*D+E", "(A*B)+(C*D)+E"));
}

TEST_CASE("random nested notations hold where rewriting says") {
    const test::Universe universe(4);
    test::Generator random(30);
    std::size_t wrong = 0;
    std::size_t beyond = 0;
    std::size_t nested = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::string text = random_notation(random, 1 + random.below(4));
        const auto result = parse_formula<Letter>(text);
        if (!result) {
            // The only thing that can be wrong with it; and not often.
            if (result.error().fault != Fault::too_many_terms) ++wrong;
            ++beyond;
            continue;
        }
        if (text.size() > 60) ++nested;
        const auto expected =
            test::where_true(universe, [&](std::uint32_t a) { return rewritten(text, a); });
        if (where(universe, result->terms()) != expected) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(beyond < 400);
    CHECK(nested > 400);
}

TEST_CASE("every error with its column") {
    struct Row {
        std::string_view notation;
        Fault fault;
        std::size_t column;
        std::string_view found;
        std::string_view nearest;
    };
    constexpr std::array rows = std::to_array<Row>({
        {"", Fault::nothing_there, 1, "", ""},
        {"   ", Fault::nothing_there, 4, "", ""},
        {"R*", Fault::nothing_there, 3, "", ""},
        {"R * ", Fault::nothing_there, 5, "", ""},
        {"R +", Fault::nothing_there, 4, "", ""},
        {"~", Fault::nothing_there, 2, "", ""},
        {"(", Fault::nothing_there, 2, "", ""},
        {"R*(G+", Fault::nothing_there, 6, "", ""},
        {"*R", Fault::unexpected_character, 1, "*", ""},
        {"R**G", Fault::unexpected_character, 3, "*", ""},
        {"R++G", Fault::unexpected_character, 3, "+", ""},
        {"R G", Fault::unexpected_character, 3, "G", ""},
        {"R~G", Fault::unexpected_character, 2, "~", ""},
        {"R(G)", Fault::unexpected_character, 2, "(", ""},
        {"()", Fault::unexpected_character, 2, ")", ""},
        {")", Fault::unexpected_character, 1, ")", ""},
        {"R)", Fault::unexpected_character, 2, ")", ""},
        {"(R))", Fault::unexpected_character, 4, ")", ""},
        {"(R G)", Fault::unexpected_character, 4, "G", ""},
        {"R-G", Fault::unexpected_character, 2, "-", ""},
        {"R*G\n", Fault::unexpected_character, 4, "\n", ""},
        {"R, G", Fault::unexpected_character, 2, ",", ""},
        {"(R", Fault::open_bracket, 1, "(", ""},
        {"R*(G+V", Fault::open_bracket, 3, "(", ""},
        {"((R)", Fault::open_bracket, 1, "(", ""},
        {"(R+(G)", Fault::open_bracket, 1, "(", ""},
        {"(R+(G", Fault::open_bracket, 4, "(", ""},
        {"geografy", Fault::unknown_name, 1, "geografy", "geography"},
        {"R*geografy", Fault::unknown_name, 3, "geografy", "geography"},
        {"R * ~( ressources+G)", Fault::unknown_name, 8, "ressources", "resources"},
        {"r", Fault::unknown_name, 1, "r", "resources"},
        {"Resources", Fault::unknown_name, 1, "Resources", "resources"},
        {"R + regime", Fault::unknown_name, 5, "regime", ""},
        {"conditionalty*A", Fault::unknown_name, 1, "conditionalty", "conditionality"},
        {"globalarena", Fault::unknown_name, 1, "globalarena", "global_arena"},
        {"2", Fault::unknown_name, 1, "2", ""},
        {"10", Fault::unknown_name, 1, "10", ""},
        {"RG", Fault::unknown_name, 1, "RG", ""},
    });
    for (const Row& row : rows) {
        CAPTURE(std::string(row.notation));
        const Error error = error_of(row.notation);
        CHECK(trimode::name(error.fault) == trimode::name(row.fault));
        CHECK(error.line == 1);
        CHECK(error.column == row.column);
        CHECK(error.found == row.found);
        if (row.fault == Fault::unknown_name) {
            CHECK(trimode::parse<Condition>(error.nearest).has_value());
        } else {
            CHECK(error.nearest.empty());
        }
        if (!row.nearest.empty()) CHECK(error.nearest == row.nearest);
    }
}

TEST_CASE("brackets thirty-two deep and one deeper") {
    for (std::size_t depth = 0; depth < 40; ++depth) {
        const std::string open(depth, '(');
        const std::string text = open + "R" + std::string(depth, ')');
        const auto result = parse_formula<Condition>(text);
        CHECK(result.ok() == (depth <= 32));
        if (result) {
            CHECK(result->terms()[0] == Cube{1, 0});
        } else {
            CHECK(result.error().fault == Fault::open_bracket);
            CHECK(result.error().column == 33);
            CHECK(result.error().found == "(");
        }
        // Brackets beside each other are not nested.
        std::string beside = "R";
        for (std::size_t i = 0; i < depth; ++i) beside += "*(R)";
        CHECK(parse_formula<Condition>(beside).ok());
    }
    CHECK(parse_formula<Condition>(std::string(100000, '(')).error().fault == Fault::open_bracket);
    CHECK(parse_formula<Condition>(std::string(100000, '~') + 'R')->terms()[0] == Cube{1, 0});
    CHECK(parse_formula<Condition>(std::string(100001, '~') + 'R')->terms()[0] == Cube{0, 1});
}

TEST_CASE("too many terms and where") {
    std::string full = "A";
    for (int i = 1; i < 32; ++i) full += "+A";
    CHECK(parse_formula<Letter>(full)->terms().size() == 32);
    const std::string beyond =
        full + "+B";  // an error points into the text, which has to outlive it
    const auto sum = parse_formula<Letter>(beyond);
    CHECK(sum.error().fault == Fault::too_many_terms);
    CHECK(sum.error().line == 1);
    CHECK(sum.error().column == full.size() + 2);
    CHECK(sum.error().found == "B");
    CHECK(parse_formula<Letter>("(A+B)*(A+B)*(A+B)*(A+B)*(A+B)")->terms().size() == 32);
    const auto product = parse_formula<Letter>("(A+B)*(A+B)*(A+B)*(A+B)*(A+B)*(A+B)");
    CHECK(product.error().fault == Fault::too_many_terms);
    CHECK(product.error().column == 31);
    CHECK(product.error().found == "(A+B)");
}

TEST_CASE("too many terms are found where the term begins") {
    // As in every other error: blanks before it are no part of it.
    std::string full = "A";
    for (int i = 1; i < 32; ++i) full += "+A";
    const std::string beyond = full + " +  B";
    const auto sum = parse_formula<Letter>(beyond);
    CHECK(sum.error().fault == Fault::too_many_terms);
    CHECK(sum.error().column == full.size() + 5);
    CHECK(sum.error().found == "B");
}

TEST_CASE("a negation with too many terms is found where it begins") {
    // An odd number of six letters: to multiply out the opposite takes more terms than there is
    // room for.
    std::string odd;
    for (std::uint32_t a = 0; a < 64; ++a) {
        if (std::popcount(a) % 2 == 0) continue;
        if (!odd.empty()) odd += "+";
        for (std::uint32_t i = 0; i < 6; ++i) {
            if (i > 0) odd += "*";
            if (((a >> i) & 1U) == 0) odd += "~";
            odd += "ABCDEZ"[i];
        }
    }
    CHECK(parse_formula<Letter>(odd)->terms().size() == 32);
    const std::string opposite = "A * ~ (" + odd + ")";
    const auto result = parse_formula<Letter>(opposite);
    if (!result) {
        CHECK(result.error().fault == Fault::too_many_terms);
        CHECK(result.error().column == 7);
    }
}
