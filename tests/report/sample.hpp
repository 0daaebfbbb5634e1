// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A small dataset with something of everything in every table, and texts that are hard to write. It has no defect.
#pragma once

#include "support/tables.hpp"

namespace support {

inline void fill_sample(Tables& tables) {
    using namespace trimode;
    tables.sources = {{.id = "000_first",
                       .author = "Ann \"A.\" Author",
                       .title = "One, two",
                       .published = Date(2015),
                       .dated_by = "not printed;\nsee block 3",
                       .blocks = 12},
                      {.id = "001_second", .author = "Бободжон Ғафуров", .title = "Two", .publisher = "P|Q", .published = date("2020-06~"), .blocks = 6}};
    tables.sections = {{0, 2, "ONE, \"1\""}, {0, 4, "TWO"}, {1, 3, "THREE"}};
    tables.partners[0].iso3 = "AAA";
    tables.partners[0].cow = 101;
    tables.partners.push_back({"zeta", "Zeta | \\", PartnerKind::movement, "", 0, ""});
    tables.partners.push_back({"zoe", "Of whom nobody speaks", PartnerKind::lender, "", 0, ""});

    Claim claim;
    claim.partners.bits = 1;
    claim.aspect = Aspect::event;
    claim.kind = ClaimKind::event;
    claim.period = period("2010-03-05");
    claim.statement = "First, with a \"quote\".";
    const auto first = tables.add(claim);

    claim = {};
    claim.last_block = 4;
    claim.note = 7;
    claim.context = {1, 9, 12, 0};
    claim.partners.bits = 0b10011;
    claim.area = IssueArea::trade;
    claim.kind = ClaimKind::figure;
    claim.period = period("2010/..");
    claim.from = Basis::inferred;
    claim.figures = {{{exactly<Unit::percent>(decimal("48.5")), "trade | all \\ told"},
                      {at_least<Unit::items>(Decimal{290}), "agreements"},
                      {at_most<Unit::percent>(Decimal{5}), "aid, \"net\""}}};
    claim.statement = "Second,\r\nin two lines.";
    const auto second = tables.add(claim);

    claim = {};
    claim.partners.bits = 0b00110;
    claim.kind = ClaimKind::statement;
    claim.period = period("/2012");
    claim.to = Basis::inferred;
    claim.voice = Voice::state;
    claim.stance = Stance::adopted;
    claim.speaker = "A minister, of \"X\"";
    claim.modality = Modality::reported;
    claim.figures = {{{between<Unit::percent>(Decimal{30}, Decimal{50}), "trade"},
                      {about<Unit::us_dollars>(decimal("1200000000")), "debt"},
                      {over_time<Unit::persons>(decimal("-0.05"), Decimal{1}), "change"}}};
    claim.statement = "Третье | \\";
    const auto third = tables.add(claim);

    claim = {};
    claim.partners.bits = 4;
    claim.aspect = Aspect::onset;
    claim.period = period("2013-05~/");
    claim.figures[0] = {at_most<Unit::percent>(Decimal{7}), "debt"};
    claim.derived = "2013 from \"this year\"";
    const auto fourth = tables.add(claim);

    claim = {};
    claim.aspect = Aspect::generic;
    claim.period = period("../201X");
    claim.voice = Voice::third_party;
    claim.stance = Stance::distanced;
    claim.modality = Modality::alleged;
    claim.figures[0] = {at_least<Unit::years>(Decimal{0}), "age"};
    const auto fifth = tables.add(claim, 1);
    tables.claims.back().partners = {};  // the state's own policy

    claim = {};
    claim.partners.bits = 1;
    claim.period = period("2011/2012");
    claim.figures[0] = {at_most<Unit::percent>(Decimal{7}), "debt"};
    claim.statement = "Nothing is coded from this.";
    tables.add(claim, 1);

    tables.memberships = {{Tables::alpha, Tables::bloc, first, period("2011/.."), true},
                          {Tables::beta, Tables::bloc, second, {}, false}};
    tables.conditions = {{first, Tables::alpha, Condition::resources, Tells::holds, {}},
                         {second, Tables::alpha, Condition::resources, Tells::fails, period("2010/2011")},
                         {second, Tables::beta, Condition::geography, Tells::holds, {}}};
    tables.conduct = {{first, Tables::alpha, Conduct::defers, Tells::holds, {}}};
    tables.determinants = {{fifth, Tables::alpha, Determinant::open_door, Tells::fails, period("201X")}};
    tables.obligations = {{fourth, Tables::bloc, Obligation::pact, Tells::holds, {}}};
    tables.leverages = {{second, Tables::beta, Leverage::needed_by_partner, Tells::fails, {}}};
    tables.modes = {{second, Tables::alpha, Mode::protector, Tells::fails, period("2010")}};
    tables.stages = {{fourth, Tables::bloc, Stage::carving_space, Tells::holds, {}}};
    tables.judgements = {{second, Tables::alpha, IssueArea::trade, {Level::medium, Level::high}, {}},
                         {third, Tables::beta, IssueArea::aid, {Level::none, Level::critical}, period("2012")}};
    tables.measurements = {{second, Tables::alpha, IssueArea::trade, MeasureRole::share, 0},
                           {third, Tables::beta, IssueArea::trade, MeasureRole::exposure, 0, "imports, \"net\""}};
    tables.matters = {{"aim", "What for, and \"why\"?", MatterKind::emphasis, "money friends st|and\\ing"},
                      {"date", "When?", MatterKind::dating, "early late"},
                      {"rank", "Who is first?", MatterKind::exclusive, "alpha beta"},
                      {"share", "How much?", MatterKind::quantity, ""}};
    tables.positions = {{{0}, first, 0b101, 0, "", {}},         {{0}, third, 0b010, 0, "", period("2011")},
                        {{1}, first, 0b01, 0, "", {}},          {{2}, second, 0b01, 0, "", {}},
                        {{2}, third, 0b10, 0, "", {}},          {{3}, second, 0, 0, "gdp, \"net\"", {}},
                        {{3}, third, 0, 0, "", period("2010")}};
    tables.uncoded = {{0, 5, "A heading."}, {0, 12, "An image, \"big\"."}, {1, 1, "A heading."}};
    tables.time = during("1990/2025");
}

}  // namespace support
