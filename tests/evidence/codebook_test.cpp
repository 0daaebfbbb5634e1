// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/trimode.hpp>

using namespace trimode;

namespace {

/// How many illustrations a feature has, and how many rows of the codings tell of it in a claim, either way.
template <Named E>
std::size_t illustrations_of(E feature) {
    std::size_t found = 0;
    for (const auto& row : tables::illustrations<E>()) found += row.feature == feature ? 1U : 0U;
    return found;
}
template <Named E>
std::size_t rows_of(ClaimIndex claim, E feature, Tells tells) {
    std::size_t found = 0;
    for (const Coding<E>& row : tajikistan.codings<E>()) {
        found += row.claim == claim && row.feature == feature && row.tells == tells ? 1U : 0U;
    }
    return found;
}

/// All that looks like the id of a claim in a text, such as 002.009l, is one.
void check_ids(std::string_view text) {
    const auto digit = [text](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!digit(i) || !digit(i + 1) || !digit(i + 2) || i + 3 >= text.size() || text[i + 3] != '.') continue;
        std::size_t end = i + 4;
        while (digit(end) || (end < text.size() && text[end] >= 'a' && text[end] <= 'z')) ++end;
        const std::string_view id = text.substr(i, end - i);
        CHECK_MESSAGE(find_claim(tajikistan.claims, id).has_value(), "no such claim: ", std::string(id));
        i = end;
    }
}

template <Named E>
void check_illustrations() {
    for (const E feature : all<E>()) {
        CAPTURE(std::string(name(feature)));
        CHECK(illustrations_of(feature) == (is_known_by_kind(feature) ? 0U : 1U));
    }
    std::set<std::size_t> examples;
    std::size_t before = 0;
    for (const auto& row : tables::illustrations<E>()) {
        CAPTURE(std::string(name(row.feature)));
        REQUIRE(row.example.value < tajikistan.claims.size());
        REQUIRE(row.borderline.value < tajikistan.claims.size());
        CAPTURE(std::string(tajikistan.claim(row.example).id));
        CAPTURE(std::string(tajikistan.claim(row.borderline).id));

        CHECK(index(row.feature) >= before);
        before = index(row.feature);

        // The example codes the feature, and not both ways.
        CHECK((rows_of(row.example, row.feature, Tells::holds) + rows_of(row.example, row.feature, Tells::fails)) > 0);
        CHECK((rows_of(row.example, row.feature, Tells::holds) == 0 || rows_of(row.example, row.feature, Tells::fails) == 0));
        CHECK(examples.insert(row.example.value).second);

        // The borderline case is another claim, and if it codes the feature, then one way.
        CHECK(row.borderline != row.example);
        CHECK((rows_of(row.borderline, row.feature, Tells::holds) == 0 ||
               rows_of(row.borderline, row.feature, Tells::fails) == 0));

        REQUIRE(row.ruling.size() >= 15);
        CHECK((row.ruling.front() >= 'A' && row.ruling.front() <= 'Z'));
        CHECK(row.ruling.back() == '.');
        CHECK(row.ruling.find("  ") == std::string_view::npos);
        check_ids(row.ruling);
    }
}

}  // namespace

TEST_CASE("each condition but that known by kind has an example and a borderline case") {
    check_illustrations<Condition>();
    CHECK(illustrations_of(Condition::global_arena) == 0);
}

TEST_CASE("each conduct has an example and a borderline case") { check_illustrations<Conduct>(); }

TEST_CASE("each determinant has an example and a borderline case") { check_illustrations<Determinant>(); }

TEST_CASE("each obligation has an example and a borderline case") { check_illustrations<Obligation>(); }

TEST_CASE("each leverage has an example and a borderline case") { check_illustrations<Leverage>(); }

TEST_CASE("no ruling is given twice") {
    std::set<std::string_view> rulings;
    const auto check = [&](const auto& rows) {
        for (const auto& row : rows) CHECK_MESSAGE(rulings.insert(row.ruling).second, std::string(row.ruling));
    };
    check(tables::condition_illustrations);
    check(tables::conduct_illustrations);
    check(tables::determinant_illustrations);
    check(tables::obligation_illustrations);
    check(tables::leverage_illustrations);
}
