// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Dataset: a sound one passes, each defect is found where it is; partners, claims and headings are found.
/// Years are written Date(2015), with round brackets: of two Date{2015} in one function clang 14 dies.
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/defect.hpp>

#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::period;
using support::Tables;

/// Something in every table.
void fill(Tables& tables) {
    tables.add_source(Date(2015));
    tables.add_source(Date{2020, 6, 15});
    tables.sections = {{0, 1, "ONE"}, {0, 4, "TWO"}, {1, 2, "THREE"}};
    const auto first = tables.add(Aspect::state, "2010/2012");
    const auto second = tables.add(Aspect::onset, "2013-05/..");
    const auto third = tables.add(Aspect::event, "2019", 1);
    tables.claims[first.value].figures[0] = {exactly<Unit::percent>(Decimal{40}), "of trade"};
    tables.memberships = {{Tables::alpha, Tables::bloc, first, {}, true}};
    tables.conditions = {{first, Tables::alpha, Condition::resources, Tells::holds, {}},
                         {first, Tables::alpha, Condition::geography, Tells::fails, {}},
                         {first, Tables::beta, Condition::resources, Tells::holds, {}},
                         {second, Tables::alpha, Condition::resources, Tells::fails, {}}};
    tables.conduct = {{third, Tables::alpha, Conduct::defers, Tells::holds, {}}};
    tables.determinants = {{second, Tables::alpha, Determinant::preferred, Tells::holds, {}}};
    tables.obligations = {{first, Tables::beta, Obligation::pact, Tells::holds, {}}};
    tables.leverages = {{first, Tables::alpha, Leverage::used_by_partner, Tells::holds, {}}};
    tables.modes = {{second, Tables::alpha, Mode::recipient, Tells::holds, {}}};
    tables.stages = {{first, Tables::alpha, Stage::prioritising, Tells::holds, {}},
                     {second, Tables::alpha, Stage::prioritising, Tells::fails, {}}};
    tables.judgements = {{first, Tables::alpha, IssueArea::trade, {Level::high}, {}}};
    tables.measurements = {{first, Tables::alpha, IssueArea::trade, MeasureRole::share, 0}};
    tables.claims[third.value].figures[1] = {exactly<Unit::percent>(Decimal{30}), "of trade"};
    tables.claims[third.value].figures[2] = {exactly<Unit::persons>(Decimal{30}), "migrants"};
    tables.matters = {{"aim", "What for?", MatterKind::emphasis, "money friends standing"},
                      {"date", "When?", MatterKind::dating, "early late"},
                      {"rank", "Who is first?", MatterKind::exclusive, "alpha beta"},
                      {"trade", "How much?", MatterKind::quantity, ""}};
    tables.positions = {{{0}, first, 1, 0, "", {}}, {{0}, third, 6, 0, "", {}},       {{1}, first, 2, 0, "", {}},
                        {{2}, second, 1, 0, "", {}}, {{3}, first, 0, 0, "gdp", {}}, {{3}, third, 0, 1, "", period("2018")}};
    tables.uncoded = {{0, 3, "An image."}, {0, 4, "A heading."}, {1, 2, "A heading."}};
}

/// So many options.
std::string many_options(std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += " o" + std::to_string(i);
    return text;
}
const std::string sixteen = many_options(16);
const std::string seventeen = many_options(17);

struct Broken {
    Defect defect;
    std::size_t row;
    std::string_view claim;  ///< "" where the finding names none
    std::function<void(Tables&)> damage;
};

/// A sound dataset with this damage has this defect in this row.
void expect(const Broken& broken) {
    Tables tables;
    fill(tables);
    broken.damage(tables);
    const Finding finding = first_defect(tables.dataset());
    CHECK_MESSAGE(finding.defect == broken.defect, "expected ", std::string(name(broken.defect)), ", found ",
                  std::string(name(finding.defect)));
    CHECK_MESSAGE(finding.row == broken.row, std::string(name(broken.defect)));
    CHECK_MESSAGE(finding.claim == broken.claim, std::string(name(broken.defect)), ": ", std::string(finding.claim));
}

}  // namespace

TEST_CASE("a sound dataset has no defect") {
    Tables tables;
    CHECK(first_defect(tables.dataset()).defect == Defect::none);  // an empty one
    fill(tables);
    const Finding finding = first_defect(tables.dataset());
    CHECK(finding.defect == Defect::none);
    CHECK(finding.row == 0);
    CHECK(finding.claim.empty());
}

TEST_CASE("every defect is found, with its row and claim") {
    const std::vector<Broken> all_broken{
        {Defect::source_without_blocks, 1, "", [](Tables& t) { t.sources[1].blocks = 0; }},
        {Defect::sections_not_in_order, 1, "", [](Tables& t) { t.sections[1].block = 1; }},
        {Defect::sections_not_in_order, 2, "", [](Tables& t) { t.sections[0].source = t.sections[1].source = 1; t.sections[1].block = 2; }},
        {Defect::no_such_source, 2, "", [](Tables& t) { t.sections[2].source = 2; }},
        {Defect::no_such_block, 0, "", [](Tables& t) { t.sections[0].block = 0; }},
        {Defect::no_such_block, 2, "", [](Tables& t) { t.sections[2].block = 1000; }},
        {Defect::partners_not_sorted, 1, "", [](Tables& t) { t.partners[0].id = "gamma"; t.partners[1].id = "beta"; }},
        {Defect::partners_not_sorted, 2, "", [](Tables& t) { t.partners[2].id = "beta"; }},
        {Defect::malformed_claim_id, 0, "000.1a", [](Tables& t) { t.claims[0].id = "000.1a"; }},
        {Defect::malformed_claim_id, 1, "000.002", [](Tables& t) { t.claims[1].id = "000.002"; }},
        {Defect::malformed_claim_id, 1, "000.002A", [](Tables& t) { t.claims[1].id = "000.002A"; }},
        {Defect::malformed_claim_id, 1, "000-002a", [](Tables& t) { t.claims[1].id = "000-002a"; }},
        {Defect::malformed_claim_id, 1, "00x.002a", [](Tables& t) { t.claims[1].id = "00x.002a"; }},
        {Defect::malformed_claim_id, 1, "000.002abc", [](Tables& t) { t.claims[1].id = "000.002abc"; }},
        {Defect::malformed_claim_id, 1, "000.002a1", [](Tables& t) { t.claims[1].id = "000.002a1"; }},
        {Defect::claims_not_sorted, 1, "000.001a", [](Tables& t) { t.claims[1].id = t.claims[0].id; }},
        {Defect::claims_not_sorted, 2, "000.001b", [](Tables& t) { t.claims[2].id = "000.001b"; }},
        {Defect::no_such_source, 2, "002.003a", [](Tables& t) { t.claims[2].id = "002.003a"; }},
        {Defect::no_such_block, 0, "000.000a", [](Tables& t) { t.claims[0].id = "000.000a"; }},
        {Defect::no_such_block, 2, "001.003a", [](Tables& t) { t.sources[1].blocks = 2; }},
        {Defect::no_such_block, 2, "001.003a", [](Tables& t) { t.claims[2].last_block = 3; }},
        {Defect::no_such_block, 2, "001.003a", [](Tables& t) { t.claims[2].last_block = 1000; }},
        {Defect::no_such_block, 1, "000.002a", [](Tables& t) { t.claims[1].context = {1, 999, 1000, 0}; }},
        {Defect::unknown_partner_index, 0, "000.001a", [](Tables& t) { t.claims[0].partners.bits = 17; }},
        {Defect::period_ends_before_it_starts, 0, "000.001a", [](Tables& t) { t.claims[0].period = Period(Date(2012), Date(2011)); }},
        {Defect::period_after_publication, 2, "001.003a", [](Tables& t) { t.claims[2].period = Date{2020, 6, 16}; }},
        {Defect::period_after_publication, 0, "000.001a", [](Tables& t) { t.claims[0].period = Period(Date(2015), Date(2016)); }},
        {Defect::no_statement, 1, "000.002a", [](Tables& t) { t.claims[1].statement = ""; }},
        {Defect::stance_does_not_fit_voice, 1, "000.002a", [](Tables& t) { t.claims[1].voice = Voice::state; }},
        {Defect::stance_does_not_fit_voice, 0, "000.001a", [](Tables& t) { t.claims[0].stance = Stance::adopted; }},
        {Defect::onset_without_a_date, 1, "000.002a", [](Tables& t) { t.claims[1].period = {}; }},
        {Defect::onset_without_a_date, 1, "000.002a",
         [](Tables& t) { t.claims[1].aspect = Aspect::end; t.claims[1].period = Period(End{}, Date(2012)); }},
        {Defect::unknown_claim_index, 0, "", [](Tables& t) { t.memberships[0].claim.value = 3; }},
        {Defect::unknown_partner_index, 0, "000.001a", [](Tables& t) { t.memberships[0].member.value = 4; }},
        {Defect::unknown_partner_index, 0, "000.001a", [](Tables& t) { t.memberships[0].group.value = 4; }},
        {Defect::period_ends_before_it_starts, 0, "000.001a", [](Tables& t) { t.memberships[0].period = Period(Date(2012), Date(2011)); }},
        {Defect::memberships_not_sorted, 1, "000.001a", [](Tables& t) { t.memberships.push_back(t.memberships[0]); }},
        {Defect::codings_not_sorted, 1, "000.001a", [](Tables& t) { t.judgements.insert(t.judgements.begin(), t.judgements[0]); }},
        {Defect::codings_not_sorted, 1, "000.001a", [](Tables& t) { t.measurements.insert(t.measurements.begin(), t.measurements[0]); }},
        {Defect::coding_of_what_the_kind_tells, 3, "000.002a", [](Tables& t) { t.conditions[3].feature = Condition::global_arena; }},
        {Defect::too_many_sources, 32, "", [](Tables& t) { t.sources.resize(33, t.sources[0]); }},
        {Defect::unknown_claim_index, 0, "", [](Tables& t) { t.judgements[0].claim.value = 3; }},
        {Defect::unknown_partner_index, 0, "000.001a", [](Tables& t) { t.judgements[0].partner.value = 4; }},
        {Defect::coding_about_another_partner, 0, "000.001a",
         [](Tables& t) { t.claims[0].partners.bits = 2; t.memberships.clear(); t.conditions.clear(); t.measurements.clear(); }},
        {Defect::no_levels, 0, "000.001a", [](Tables& t) { t.judgements[0].levels = {}; }},
        {Defect::unknown_claim_index, 0, "", [](Tables& t) { t.measurements[0].claim.value = 3; }},
        {Defect::no_such_figure, 0, "000.001a", [](Tables& t) { t.measurements[0].figure = 1; }},
        {Defect::measurement_not_in_percent, 0, "000.001a",
         [](Tables& t) { t.claims[0].figures[0].quantity.unit = Unit::us_dollars; }},
        {Defect::no_such_figure, 0, "000.001a", [](Tables& t) { t.measurements[0].figure = 3; }},
        {Defect::unknown_claim_index, 3, "", [](Tables& t) { t.conditions[3].claim.value = 3; }},
        {Defect::unknown_partner_index, 3, "000.002a", [](Tables& t) { t.conditions[3].partner.value = 4; }},
        {Defect::codings_not_sorted, 1, "000.001a", [](Tables& t) { t.conditions[1].feature = Condition::resources; }},
        {Defect::codings_not_sorted, 2, "000.001a", [](Tables& t) { t.conditions[2].partner = Tables::alpha; }},
        {Defect::codings_not_sorted, 1, "000.001a", [](Tables& t) { t.conditions[0].claim.value = 1; }},
        {Defect::coding_about_another_partner, 3, "000.002a", [](Tables& t) { t.claims[1].partners.bits = 2; t.determinants.clear(); }},
        {Defect::trend_codes_nothing, 0, "001.003a", [](Tables& t) { t.claims[2].aspect = Aspect::trend; }},
        {Defect::period_ends_before_it_starts, 0, "001.003a", [](Tables& t) { t.conduct[0].period = Period(Date(2012), Date(2011)); }},
        {Defect::unknown_partner_index, 0, "000.002a", [](Tables& t) { t.determinants[0].partner.value = 4; }},
        {Defect::unknown_partner_index, 0, "000.001a", [](Tables& t) { t.obligations[0].partner.value = 4; }},
        {Defect::unknown_partner_index, 0, "000.001a", [](Tables& t) { t.leverages[0].partner.value = 4; }},
        {Defect::unknown_partner_index, 0, "000.002a", [](Tables& t) { t.modes[0].partner.value = 4; }},
        {Defect::codings_not_sorted, 1, "000.001a", [](Tables& t) { t.stages[1].claim.value = 0; }},
        {Defect::matters_not_sorted, 1, "", [](Tables& t) { t.matters[1].id = "aim"; }},
        {Defect::matters_not_sorted, 3, "", [](Tables& t) { t.matters[3].id = "a"; }},
        {Defect::matters_not_sorted, 0, "", [](Tables& t) { t.matters[0].id = ""; }},
        {Defect::matter_without_options, 0, "", [](Tables& t) { t.matters[0].options = ""; }},
        {Defect::matter_without_options, 1, "", [](Tables& t) { t.matters[1].options = "late"; }},
        {Defect::matter_without_options, 2, "", [](Tables& t) { t.matters[2].options = "alpha beta alpha"; }},
        {Defect::matter_without_options, 2, "", [](Tables& t) { t.matters[2].options = "alpha alpha"; }},
        {Defect::matter_without_options, 2, "", [](Tables& t) { t.matters[2].options = seventeen; }},
        {Defect::matter_without_options, 3, "", [](Tables& t) { t.matters[3].options = "one two"; }},
        {Defect::unknown_matter_index, 5, "", [](Tables& t) { t.positions[5].matter.value = 4; }},
        {Defect::unknown_matter_index, 0, "", [](Tables& t) { t.matters.clear(); }},
        {Defect::unknown_claim_index, 5, "", [](Tables& t) { t.positions[5].claim.value = 3; }},
        {Defect::no_such_option, 0, "000.001a", [](Tables& t) { t.positions[0].options = 0; }},
        {Defect::no_such_option, 1, "001.003a", [](Tables& t) { t.positions[1].options = 8; }},
        {Defect::no_such_option, 1, "001.003a", [](Tables& t) { t.positions[1].options = 0x8001; }},
        {Defect::no_such_option, 3, "000.002a", [](Tables& t) { t.positions[3].options = 5; }},
        {Defect::no_such_option, 4, "000.001a", [](Tables& t) { t.positions[4].options = 1; }},
        {Defect::no_such_figure, 4, "000.001a", [](Tables& t) { t.positions[4].figure = 1; }},
        {Defect::no_such_figure, 5, "001.003a", [](Tables& t) { t.positions[5].figure = 3; }},
        {Defect::no_such_figure, 5, "001.003a", [](Tables& t) { t.positions[5].figure = 2; }},  // persons among percentages
        {Defect::period_ends_before_it_starts, 5, "001.003a", [](Tables& t) { t.positions[5].period = Period(Date(2018), Date(2017)); }},
        {Defect::positions_not_sorted, 1, "000.001a", [](Tables& t) { t.positions[1] = t.positions[0]; }},
        {Defect::positions_not_sorted, 2, "000.001a", [](Tables& t) { t.positions[2].matter.value = 0; }},
        {Defect::positions_not_sorted, 3, "000.002a", [](Tables& t) { t.positions[2] = {{3}, {0}, 0, 0, "", {}}; }},
        {Defect::no_such_source, 2, "", [](Tables& t) { t.uncoded[2].source = 2; }},
        {Defect::no_such_block, 0, "", [](Tables& t) { t.uncoded[0].block = 0; }},
        {Defect::no_such_block, 2, "", [](Tables& t) { t.uncoded[2].block = 1000; }},
        {Defect::no_statement, 1, "", [](Tables& t) { t.uncoded[1].reason = ""; }},
        {Defect::sections_not_in_order, 1, "", [](Tables& t) { t.uncoded[1].block = 3; }},
        {Defect::sections_not_in_order, 2, "", [](Tables& t) { t.uncoded[1].source = 1; }},
        {Defect::uncoded_block_has_a_claim, 0, "000.002a", [](Tables& t) { t.uncoded[0].block = 2; }},
        {Defect::uncoded_block_has_a_claim, 0, "000.002a", [](Tables& t) { t.claims[1].last_block = 3; }},  // the last of its range
        {Defect::uncoded_block_has_a_claim, 0, "000.002a", [](Tables& t) { t.claims[1].last_block = 5; }},
        {Defect::uncoded_block_has_a_claim, 2, "001.003a", [](Tables& t) { t.uncoded[2].block = 3; }},
    };
    Set<Defect> seen{Defect::none, Defect::too_many_partners, Defect::too_many_matters};  // these have tests of their own
    for (const Broken& broken : all_broken) {
        expect(broken);
        seen.insert(broken.defect);
    }
    CHECK((seen == all<Defect>()));
}

TEST_CASE("64 partners are not too many, 65 are") {
    Tables tables;
    std::vector<std::string> ids;
    for (int i = 0; i < 65; ++i) ids.push_back("p" + std::to_string(100 + i));
    tables.partners.clear();
    for (std::size_t i = 0; i < 64; ++i) tables.partners.push_back({ids[i], "", PartnerKind::state, "", 0, ""});
    tables.add_source(Date(2015));
    Claim claim;
    claim.partners.bits = ~std::uint64_t{0};
    tables.add(claim);
    CHECK(first_defect(tables.dataset()).defect == Defect::none);
    tables.partners.push_back({ids[64], "", PartnerKind::state, "", 0, ""});
    const Finding finding = first_defect(tables.dataset());
    CHECK(finding.defect == Defect::too_many_partners);
    CHECK(finding.row == 64);
}

TEST_CASE("256 matters are not too many, 257 are") {
    Tables tables{"2015"};
    std::vector<std::string> ids;
    for (int i = 0; i < 257; ++i) ids.push_back("m" + std::to_string(100 + i));
    for (std::size_t i = 0; i < 256; ++i) tables.matters.push_back({ids[i], "?", MatterKind::exclusive, "yes no"});
    const ClaimIndex claim = tables.add(Aspect::state, "2010");
    tables.positions = {{{255}, claim, 2, 0, "", {}}};
    CHECK(first_defect(tables.dataset()).defect == Defect::none);
    tables.matters.push_back({ids[256], "?", MatterKind::exclusive, "yes no"});
    const Finding finding = first_defect(tables.dataset());
    CHECK(finding.defect == Defect::too_many_matters);
    CHECK(finding.row == 256);
}

TEST_CASE("what is no defect") {
    Tables tables;
    fill(tables);
    SUBCASE("a claim in the year of its document, which may still be running") {
        tables.claims[0].period = Date(2015);
        tables.claims[2].period = Date(2020);
    }
    SUBCASE("a forecast") {
        tables.claims[2].period = Date(2030);
        tables.claims[2].modality = Modality::forecast;
    }
    SUBCASE("an alternative that a claim about another partner tells") {
        tables.claims[2].partners.bits = 2;
        tables.conduct.clear();
        tables.conditions.push_back({{2}, Tables::alpha, Condition::alternative, Tells::holds, {}});
    }
    SUBCASE("a policy of the state that a claim about another partner, or about none, tells") {
        tables.claims[2].partners.bits = 2;
        tables.conduct.clear();
        tables.determinants.push_back({{2}, Tables::alpha, Determinant::open_door, Tells::holds, {}});
    }
    SUBCASE("an open or unknown end") { tables.claims[0].period = Period(End::open(), End{}); }
    SUBCASE("the last block, and one block more as a range") {
        tables.sources[1].blocks = 4;
        tables.claims[2].last_block = 4;
    }
    SUBCASE("a second letter") { tables.claims[1].id = "000.002ab"; }
    SUBCASE("a trend that codes nothing") { tables.add(Aspect::trend, "2018", 1); }
    SUBCASE("sixteen options, the last of them answered") {
        tables.matters[2].options = sixteen;
        tables.positions[3].options = 0x8000;
    }
    SUBCASE("two options of which the claim leaves open which") { tables.positions[3].options = 3; }
    SUBCASE("matters without answers") { tables.positions.clear(); }
    SUBCASE("two figures of one claim on one matter") {
        tables.positions.push_back({{3}, {2}, 0, 2, "", {}});
        tables.claims[2].figures[2].quantity.unit = Unit::percent;
    }
    SUBCASE("another unit in another matter") {
        tables.matters.push_back({"workers", "How many?", MatterKind::quantity, ""});
        tables.positions.push_back({{4}, {2}, 0, 2, "", {}});
    }
    SUBCASE("an answer by a claim about another partner, or from a trend") {
        tables.claims[2].partners.bits = 8;
        tables.conduct.clear();
        tables.positions.push_back({{3}, tables.add(Aspect::trend, "2018", 1), 0, 0, "", {}});
        tables.claims[3].figures[0] = tables.claims[2].figures[1];
    }
    SUBCASE("the last block of a document has no claim") { tables.uncoded[2].block = 999; }
    SUBCASE("the block behind a range has no claim") {
        tables.claims[1].last_block = 3;
        tables.uncoded.erase(tables.uncoded.begin());
    }
    CHECK(first_defect(tables.dataset()).defect == Defect::none);
}

// "A period that ends before it starts ... does not compile": design, section 6.
TEST_CASE("a judgement whose period ends before it starts is found") {
    expect({Defect::period_ends_before_it_starts, 0, "000.001a",
            [](Tables& t) { t.judgements[0].period = Period(Date(2012), Date(2011)); }});
}

TEST_CASE("a partner is found by id and alias") {
    const Tables tables;
    const auto data = tables.dataset();
    CHECK((find_partner(data.partners, "alpha") == Tables::alpha));
    CHECK((find_partner(data.partners, "first") == Tables::alpha));
    CHECK((find_partner(data.partners, "a1") == Tables::alpha));
    CHECK((find_partner(data.partners, "group") == Tables::bloc));
    CHECK((find_partner(data.partners, "world") == Tables::world));
    for (const std::string_view wrong : {"", "Alpha", "alph", "first a1", "alpha ", "gamma"}) {
        CHECK_FALSE(find_partner(data.partners, wrong).has_value());
    }
    CHECK(data.partner(Tables::bloc).name == "Bloc");
    CHECK_FALSE(find_partner({}, "alpha").has_value());
}

TEST_CASE("a claim is found by id") {
    for (std::size_t size = 0; size < 9; ++size) {
        Tables tables{"2015"};
        for (std::size_t i = 0; i < size; ++i) tables.add(Aspect::state, "2010");
        const auto data = tables.dataset();
        for (std::size_t i = 0; i < size; ++i) {
            const auto found = find_claim(data.claims, data.claims[i].id);
            REQUIRE(found.has_value());
            CHECK(found->value == i);
            CHECK(&data.claim(*found) == &data.claims[i]);
        }
        for (const std::string_view wrong : {"", "000.000z", "000.001", "000.001b", "000.009a", "001.001a"}) {
            CHECK_FALSE(find_claim(data.claims, wrong).has_value());
        }
    }
}

TEST_CASE("a claim knows its document and block") {
    Claim claim;
    claim.id = "012.345b";
    CHECK(claim.source() == 12);
    CHECK(claim.block() == 345);
    Tables tables;
    fill(tables);
    const auto data = tables.dataset();
    CHECK(&data.source(data.claims[0]) == &data.sources[0]);
    CHECK(&data.source(data.claims[2]) == &data.sources[1]);
}

TEST_CASE("the heading above a claim") {
    Tables tables;
    fill(tables);
    const auto data = tables.dataset();
    const auto heading = [&](std::string_view id) {
        Claim claim;
        claim.id = id;
        return section(data, claim);
    };
    CHECK(heading("000.001a") == "ONE");  // the heading itself
    CHECK(heading("000.003a") == "ONE");
    CHECK(heading("000.004a") == "TWO");
    CHECK(heading("000.900a") == "TWO");
    CHECK(heading("001.001a").empty());  // above the first heading of its own document
    CHECK(heading("001.002a") == "THREE");
}

TEST_CASE("a claim stands in its block, or in all of its range") {
    Claim claim;
    claim.id = "000.010a";
    for (const std::size_t block : {9U, 10U, 11U}) CHECK(stands_in(claim, block) == (block == 10));
    claim.last_block = 12;
    for (std::size_t block = 0; block < 20; ++block) CHECK(stands_in(claim, block) == (block >= 10 && block <= 12));
    claim.context = {15, 3, 0, 0};  // what is needed to read it is not where it stands
    CHECK_FALSE(stands_in(claim, 15));
    CHECK_FALSE(stands_in(claim, 3));
}

TEST_CASE("the codings of an enumeration are its table") {
    Tables tables;
    fill(tables);
    const auto data = tables.dataset();
    CHECK(data.codings<Condition>().data() == data.conditions.data());
    CHECK(data.codings<Conduct>().data() == data.conduct.data());
    CHECK(data.codings<Determinant>().data() == data.determinants.data());
    CHECK(data.codings<Obligation>().data() == data.obligations.data());
    CHECK(data.codings<Leverage>().data() == data.leverages.data());
    CHECK(data.codings<Mode>().data() == data.modes.data());
    CHECK(data.codings<Stage>().data() == data.stages.data());
}
