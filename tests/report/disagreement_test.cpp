// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/defect.hpp>
#include <trimode/report/disagreement.hpp>

#include "report/foreign_locale.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::Tables;

/// Two documents that disagree on something of every subject.
void fill(Tables& tables) {
    for (const std::string_view author : {"One", "Two"}) {
        tables.add_source(Date(2020));
        tables.sources.back().author = author;
    }
    const ClaimIndex one = tables.add(Aspect::state, "2010/2012", 0);
    const ClaimIndex other = tables.add(Aspect::state, "2010/2012", 1);
    tables.claims[one.value].figures[1] = {exactly<Unit::us_dollars>(*parse_decimal("1200000000")), "debt"};
    tables.claims[other.value].figures[0] = {at_least<Unit::us_dollars>(*parse_decimal("1999999999.5")), "debt"};
    tables.conditions = {{one, Tables::beta, Condition::regime_affinity, Tells::holds, {}},
                         {other, Tables::beta, Condition::regime_affinity, Tells::fails, {}}};
    tables.conduct = {{one, Tables::world, Conduct::keeps_silent, Tells::fails, {}},
                      {other, Tables::world, Conduct::keeps_silent, Tells::holds, {}}};
    tables.determinants = {{one, Tables::bloc, Determinant::open_door, Tells::holds, {}},
                           {one, Tables::bloc, Determinant::preferred, Tells::holds, {}},
                           {other, Tables::alpha, Determinant::open_door, Tells::fails, {}},
                           {other, Tables::bloc, Determinant::preferred, Tells::fails, {}}};
    tables.obligations = {{one, Tables::alpha, Obligation::pact, Tells::holds, {}},
                          {other, Tables::alpha, Obligation::pact, Tells::fails, {}}};
    tables.leverages = {{one, Tables::beta, Leverage::used_by_state, Tells::fails, {}},
                        {other, Tables::beta, Leverage::used_by_state, Tells::holds, {}}};
    tables.modes = {{one, Tables::alpha, Mode::recipient, Tells::holds, {}},
                    {other, Tables::alpha, Mode::recipient, Tells::fails, {}}};
    tables.stages = {{one, Tables::alpha, Stage::prioritising, Tells::fails, {}},
                     {other, Tables::alpha, Stage::prioritising, Tells::holds, {}}};
    tables.judgements = {{one, Tables::alpha, IssueArea::arms, {Level::low, Level::medium}, {}},
                         {other, Tables::alpha, IssueArea::arms, {Level::none, Level::high}, {}}};
    tables.matters = {{"debt_owed", "How much?", MatterKind::quantity, ""},
                      {"first", "Who is first?", MatterKind::exclusive, "russia china the_west"},
                      {"reason", "Why?", MatterKind::emphasis, "money friends"},
                      {"since", "Since when?", MatterKind::dating, "early late"}};
    tables.positions = {{{0}, one, 0, 1, "external_debt", {}},
                        {{0}, other, 0, 0, "", {}},
                        {{1}, one, 5, 0, "", {}},
                        {{1}, other, 2, 0, "trade", {}},
                        {{2}, one, 1, 0, "", {}},
                        {{2}, other, 2, 0, "", {}},
                        {{3}, one, 1, 0, "", {}},
                        {{3}, other, 2, 0, "", {}}};
}

/// One line for each disagreement: subject, topic, partner, both sides.
std::vector<std::string> told(const Dataset& data) {
    std::vector<std::string> lines;
    for_each_disagreement(data, [&](const Disagreement& found) {
        std::string line(name(found.subject));
        for (const std::string& part : {std::string(topic(data, found)), std::string(partner_of(data, found)),
                                        side_text(data, found, found.one), side_text(data, found, found.other)}) {
            line += " | " + part;
        }
        lines.push_back(line);
    });
    return lines;
}

const std::vector<std::string> expected{
    "condition | regime_affinity | beta | holds | fails",
    "conduct | keeps_silent | world | fails | holds",
    "determinant | open_door |  | holds | fails",
    "determinant | preferred | bloc | holds | fails",
    "obligation | pact | alpha | holds | fails",
    "leverage | used_by_state | beta | fails | holds",
    "mode | recipient | alpha | holds | fails",
    "stage | prioritising | alpha | fails | holds",
    "level | arms | alpha | low-medium | none,high",
    "matter | debt_owed |  | 1200000000 us_dollars (external_debt) | at least 1999999999.5 us_dollars",
    "matter | first |  | russia or the_west | china (trade)",
    "matter | reason |  | money | friends",
    "matter | since |  | early | late",
};

}  // namespace

TEST_CASE("what a disagreement is about, and what each side says") {
    Tables tables;
    fill(tables);
    REQUIRE(first_defect(tables.dataset()).defect == Defect::none);
    const auto lines = told(tables.dataset());
    REQUIRE(lines.size() == expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) CHECK(lines[i] == expected[i]);
}

TEST_CASE("the topic is the name of the feature, the issue area or the matter") {
    Tables tables;
    fill(tables);
    const Dataset data = tables.dataset();
    const auto named = [&](Subject subject, std::size_t place) {
        Disagreement found;
        found.subject = subject;
        found.place = static_cast<std::uint8_t>(place);
        return topic(data, found);
    };
    for (const Condition value : all<Condition>()) CHECK(named(Subject::condition, index(value)) == name(value));
    for (const Conduct value : all<Conduct>()) CHECK(named(Subject::conduct, index(value)) == name(value));
    for (const Determinant value : all<Determinant>()) CHECK(named(Subject::determinant, index(value)) == name(value));
    for (const Obligation value : all<Obligation>()) CHECK(named(Subject::obligation, index(value)) == name(value));
    for (const Leverage value : all<Leverage>()) CHECK(named(Subject::leverage, index(value)) == name(value));
    for (const Mode value : all<Mode>()) CHECK(named(Subject::mode, index(value)) == name(value));
    for (const Stage value : all<Stage>()) CHECK(named(Subject::stage, index(value)) == name(value));
    for (const IssueArea value : all<IssueArea>()) CHECK(named(Subject::level, index(value)) == name(value));
    for (std::size_t i = 0; i < data.matters.size(); ++i) CHECK(named(Subject::matter, i) == data.matters[i].id);
}

TEST_CASE("a matter and a feature of the state have no partner, all else has its own") {
    Tables tables;
    fill(tables);
    const Dataset data = tables.dataset();
    for (const Subject subject : all<Subject>()) {
        for (std::uint8_t place = 0; place < 4; ++place) {
            for (std::uint8_t partner = 0; partner < 4; ++partner) {
                Disagreement found;
                found.subject = subject;
                found.place = place;
                found.partner = {partner};
                const bool of_state = subject == Subject::determinant && place == index(Determinant::open_door);
                const bool none = subject == Subject::matter || of_state;
                CHECK(partner_of(data, found) == (none ? std::string_view{} : data.partners[partner].id));
            }
        }
    }
}

TEST_CASE("a side may leave one of sixteen options, or all of them") {
    Tables tables;
    std::string options;
    std::string all_of_them;
    for (int i = 0; i < 16; ++i) {
        options += (i == 0 ? "o" : " o") + std::to_string(i);
        all_of_them += (i == 0 ? "o" : " or o") + std::to_string(i);
    }
    tables.matters = {{"many", "Which?", MatterKind::exclusive, options}};
    const Dataset data = tables.dataset();
    Disagreement found;
    found.subject = Subject::matter;
    Side side;
    for (unsigned i = 0; i < 16; ++i) {
        side.options = 1U << i;
        CHECK(side_text(data, found, side) == "o" + std::to_string(i));
    }
    side.options = 0xffff;
    CHECK(side_text(data, found, side) == all_of_them);
    side.base = "some";
    CHECK(side_text(data, found, side) == all_of_them + " (some)");
}

TEST_CASE("disagreements are told the same way in a foreign locale") {
    Tables tables;
    fill(tables);
    const support::ForeignLocale foreign;
    CHECK((told(tables.dataset()) == expected));
}
