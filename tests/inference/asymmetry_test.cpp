// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/asymmetry.hpp>
#include <trimode/inference/dependency.hpp>

#include "support/tables.hpp"

using namespace trimode;
using support::Tables;

namespace {

PartnerIndex who(std::string_view id) { return *find_partner(tajikistan.partners, id); }
Period when(std::string_view text) { return *parse_period(text); }

Truth substitute(std::string_view id, IssueArea area, std::string_view at) {
    return no_substitute(tajikistan, who(id), area, when(at));
}
Truth need(std::string_view id, IssueArea area, std::string_view at) {
    return needed_by_partner(tajikistan, who(id), area, when(at));
}

std::vector<std::string> uses(std::string_view id, IssueArea area, Leverage leverage, std::string_view at) {
    std::vector<std::string> ids;
    for_each_leverage_telling(tajikistan, who(id), area, leverage, when(at), {},
                              [&](const Telling<Leverage>& telling) { ids.emplace_back(telling.claim->id); });
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("vulnerability is claimed only where a text tells of no substitute") {
    CHECK(substitute("russia", IssueArea::migration, "2022-06") == Truth::holds);  // 004.009s
    CHECK(substitute("west", IssueArea::aid, "2005") == Truth::holds);             // 000.043f
    CHECK(substitute("west", IssueArea::aid, "2015") == Truth::fails);             // 000.043d
    // A key partner, half of the foreign debt, a base: none of them tells that nobody else could do it.
    CHECK(substitute("china", IssueArea::debt, "2019") == Truth::unknown);
    CHECK(substitute("china", IssueArea::economy, "2019") == Truth::unknown);
    CHECK(substitute("russia", IssueArea::security, "2019") == Truth::unknown);
    CHECK(substitute("russia", IssueArea::arms, "2019") == Truth::unknown);
    // A year in which it turns is open.
    CHECK(substitute("west", IssueArea::aid, "2005/2015") == Truth::unknown);
}

TEST_CASE("what is told of one area tells nothing of another") {
    CHECK(substitute("russia", IssueArea::political, "2022-06") == Truth::holds);
    CHECK(substitute("russia", IssueArea::trade, "2022-06") == Truth::unknown);
    CHECK(need("eu", IssueArea::energy, "2022") == Truth::fails);
    CHECK(need("eu", IssueArea::security, "2022") == Truth::holds);
    CHECK(need("eu", IssueArea::cultural, "2022") == Truth::unknown);
}

TEST_CASE("the partner's reverse need") {
    CHECK(need("russia", IssueArea::security, "2019") == Truth::holds);   // 000.013b
    CHECK(need("russia", IssueArea::political, "1995") == Truth::fails);  // 001.016h
    CHECK(need("russia", IssueArea::political, "2023") == Truth::holds);  // 001.044k
    CHECK(need("west", IssueArea::security, "2018") == Truth::holds);     // 000.045d
    CHECK(need("osce", IssueArea::security, "2018") == Truth::holds);     // by membership
    Admission strict;
    strict.strict = true;
    CHECK(needed_by_partner(tajikistan, who("osce"), IssueArea::security, when("2018"), strict) == Truth::unknown);
    Admission other;
    other.sources = sources_with_id(tajikistan, "001");
    CHECK(needed_by_partner(tajikistan, who("russia"), IssueArea::security, when("2019"), other) == Truth::unknown);
}

TEST_CASE("events in which dependence was used") {
    CHECK(uses("russia", IssueArea::migration, Leverage::used_by_partner, "2011") == Ids{"001.032d"});
    CHECK(uses("russia", IssueArea::migration, Leverage::used_by_partner, "2012").empty());
    CHECK(uses("osce", IssueArea::political, Leverage::used_by_state, "2016") == Ids{"000.044b"});
    CHECK(uses("west", IssueArea::political, Leverage::used_by_state, "2016").empty());  // an episode of a member
    CHECK(uses("russia", IssueArea::investment, Leverage::used_by_state, "2022") == Ids{"001.039k"});
    CHECK(uses("russia", IssueArea::political, Leverage::used_by_state, "2022") == Ids{"002.009l"});
    CHECK(uses("russia", IssueArea::political, Leverage::used_by_state, "2010").empty());
}

TEST_CASE("nothing is read between two events, but between two tellings of a need it is") {
    Tables tables{"2020"};
    Claim claim;
    claim.area = IssueArea::trade;
    claim.aspect = Aspect::event;
    const auto on = [&](std::string_view at) {
        claim.period = support::period(at);
        return tables.add(claim);
    };
    const ClaimIndex first = on("2010");
    const ClaimIndex last = on("2014");
    for (const Leverage leverage : all<Leverage>()) {
        tables.leverages = {{first, Tables::alpha, leverage, Tells::holds, {}}, {last, Tables::alpha, leverage, Tells::holds, {}}};
        std::size_t told = 0;
        for_each_leverage_telling(tables.dataset(), Tables::alpha, IssueArea::trade, leverage, Date{2012}, {},
                                  [&](const Telling<Leverage>&) { ++told; });
        CHECK(told == (leverage == Leverage::needed_by_partner ? 2 : 0));
    }
}

TEST_CASE("an area asks the claims of that area only: as if the others had not been made") {
    for (const std::string_view year : {"1995", "2005", "2011", "2016", "2019", "2022", "2023"}) {
        for (const IssueArea area : all<IssueArea>()) {
            Tables tables(tajikistan);
            std::erase_if(tables.conditions, [&](const auto& row) { return tables.claims[row.claim.value].area != area; });
            std::erase_if(tables.leverages, [&](const auto& row) { return tables.claims[row.claim.value].area != area; });
            const Dataset less = tables.dataset();
            for (std::size_t i = 0; i < tajikistan.partners.size(); ++i) {
                const PartnerIndex partner{static_cast<std::uint8_t>(i)};
                const Days asked = asked_days(tajikistan, when(year));
                CHECK(no_substitute(tajikistan, partner, area, when(year)) ==
                      opposite(facts(less, less.conditions, partner, asked)[Condition::alternative]));
                CHECK(needed_by_partner(tajikistan, partner, area, when(year)) ==
                      facts(less, less.leverages, partner, asked)[Leverage::needed_by_partner]);
            }
        }
    }
}

TEST_CASE("neither need nor substitutes change a level") {
    Tables tables(tajikistan);
    tables.leverages.clear();
    const Dataset without = tables.dataset();
    for (const Route route : all<Route>()) {
        for (const IssueArea area : all<IssueArea>()) {
            for (const std::string_view id : {"russia", "china", "west"}) {
                CHECK(dependency(tajikistan, who(id), area, when("2019"), route).levels ==
                      dependency(without, who(id), area, when("2019"), route).levels);
            }
        }
    }
}
