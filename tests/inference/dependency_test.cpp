// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Dependency: levels judged and measured, day by day; figures in each form; ties; the claims behind a level.
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/inference/dependency.hpp>

#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::period;
using support::Tables;

constexpr Admission plain{};
constexpr Admission strict{.strict = true};

using Percent = Quantity<Unit::percent>;

Percent exact(std::string_view number) { return exactly<Unit::percent>(*parse_decimal(number)); }

/// Adds a figure that measures trade with alpha, told as a state of this time.
ClaimIndex measure(Tables& tables, std::string_view at, MeasureRole role, const Percent& quantity,
                   IssueArea area = IssueArea::trade, const Claim& kind = {}) {
    Claim claim = kind;
    claim.kind = ClaimKind::figure;
    claim.period = period(at);
    claim.figures[0] = {quantity, "of something"};
    const ClaimIndex added = tables.add(claim);
    tables.measurements.push_back({added, Tables::alpha, area, role, 0});
    return added;
}

ClaimIndex judge(Tables& tables, std::string_view at, Set<Level> levels, PartnerIndex partner = Tables::alpha,
                 const Claim& kind = {}) {
    Claim claim = kind;
    claim.kind = ClaimKind::judgement;
    claim.period = period(at);
    const ClaimIndex added = tables.add(claim);
    tables.judgements.push_back({added, partner, IssueArea::trade, levels, {}});
    return added;
}

Dependency ask(const Tables& tables, std::string_view at, Route route, const Admission& admission = plain,
               IssueArea area = IssueArea::trade, PartnerIndex partner = Tables::alpha) {
    const Dataset data = tables.dataset();
    REQUIRE(first_defect(data).defect == Defect::none);
    const Dependency found = dependency(data, partner, area, period(at), route, admission);
    const Dependency same = route == Route::measured ? measured(data, partner, area, period(at), admission)
                                                     : judged(data, partner, area, period(at), admission);
    CHECK((found.levels == same.levels));
    CHECK(found.told == same.told);
    CHECK(found.contested == same.contested);
    return found;
}

std::vector<DependencyTelling> tellings(const Tables& tables, std::string_view at, Route route, const Admission& admission = plain,
                                        IssueArea area = IssueArea::trade, PartnerIndex partner = Tables::alpha) {
    std::vector<DependencyTelling> found;
    for_each_dependency_telling(tables.dataset(), partner, area, period(at), route, admission,
                                [&](const DependencyTelling& telling) { found.push_back(telling); });
    return found;
}

bool untold(const Dependency& found) { return found.levels == all<Level>() && !found.told && !found.contested; }

std::string show(Set<Level> levels) {
    std::string text;
    for (const Level level : levels) text += (text.empty() ? "" : " ") + std::string(name(level));
    return text;
}

/// The levels that trade in 2012 with this exposure and share leaves possible; "" where there is no figure.
std::string of_trade(std::string_view exposure, std::string_view share) {
    Tables tables{"2020"};
    if (!exposure.empty()) measure(tables, "2012", MeasureRole::exposure, exact(exposure));
    if (!share.empty()) measure(tables, "2012", MeasureRole::share, exact(share));
    return show(ask(tables, "2012", Route::measured).levels);
}

}  // namespace

// ---- judged ----------------------------------------------------------------------------------------------------------

TEST_CASE("judgements that agree narrow each other down") {
    Tables tables{"2020"};
    CHECK(untold(ask(tables, "2012", Route::judged)));
    judge(tables, "2012", {Level::low, Level::medium});
    Dependency found = ask(tables, "2012", Route::judged);
    CHECK((found.levels == Set<Level>{Level::low, Level::medium}));
    CHECK(found.told);
    judge(tables, "2012", {Level::medium, Level::high});
    found = ask(tables, "2012", Route::judged);
    CHECK((found.levels == Set<Level>{Level::medium}));
    CHECK(found.told);
    CHECK_FALSE(found.contested);
    CHECK(untold(ask(tables, "2012", Route::judged, plain, IssueArea::aid)));
    CHECK(untold(ask(tables, "2012", Route::judged, plain, IssueArea::trade, Tables::beta)));
    CHECK(untold(ask(tables, "2012", Route::measured)));  // the two routes are never mixed
}

TEST_CASE("judgements that no one level satisfies are contested and all kept") {
    Tables tables{"2020"};
    judge(tables, "2012", {Level::low});
    judge(tables, "2012-06/2013", {Level::high, Level::critical});
    Dependency found = ask(tables, "2012-06", Route::judged);
    CHECK((found.levels == Set<Level>{Level::low, Level::high, Level::critical}));
    CHECK(found.told);
    CHECK(found.contested);
    found = ask(tables, "2012-05-31", Route::judged);
    CHECK((found.levels == Set<Level>{Level::low}));
    CHECK_FALSE(found.contested);
    found = ask(tables, "2013-01-01", Route::judged);
    CHECK((found.levels == Set<Level>{Level::high, Level::critical}));
    found = ask(tables, "2012/2013", Route::judged);  // contested on some of its days
    CHECK((found.levels == Set<Level>{Level::low, Level::high, Level::critical}));
    CHECK(found.contested);
}

TEST_CASE("three judgements of which two agree are contested all the same") {
    Tables tables{"2020"};
    judge(tables, "2012", {Level::low});
    judge(tables, "2012", {Level::low, Level::medium});
    judge(tables, "2012", {Level::medium});
    const Dependency found = ask(tables, "2012", Route::judged);
    CHECK((found.levels == Set<Level>{Level::low, Level::medium}));
    CHECK(found.contested);
}

TEST_CASE("a judgement tells for the days of its claim, of other days every level is possible") {
    Tables tables{"2020"};
    judge(tables, "2012", {Level::high});
    judge(tables, "2014", {Level::high});
    CHECK(show(ask(tables, "2012", Route::judged).levels) == "high");
    CHECK(untold(ask(tables, "2011-12-31", Route::judged)));
    CHECK(untold(ask(tables, "2013", Route::judged)));  // nothing is read between two judgements
    const Dependency part = ask(tables, "2012-12-31/2013-01-01", Route::judged);
    CHECK((part.levels == all<Level>()));
    CHECK(part.told);
    CHECK_FALSE(part.contested);
    tables.judgements[1].period = period("2014-05");
    CHECK(untold(ask(tables, "2014-04-30", Route::judged)));
    CHECK(show(ask(tables, "2014-05", Route::judged).levels) == "high");
}

TEST_CASE("strict drops judgements that are carried back") {
    Tables tables{"2020-06-15"};
    Claim present;
    present.aspect = Aspect::generic;
    present.from = Basis::inferred;
    judge(tables, "2010/..", {Level::high}, Tables::alpha, present);
    CHECK(show(ask(tables, "2015", Route::judged).levels) == "high");
    CHECK(untold(ask(tables, "2015", Route::judged, strict)));
    CHECK(show(ask(tables, "2020-06-15", Route::judged, strict).levels) == "high");
    CHECK(untold(ask(tables, "2020-06-16", Route::judged)));
    auto found = tellings(tables, "2015", Route::judged);
    REQUIRE(found.size() == 1);
    CHECK(found[0].ground == Ground::reach);
    CHECK(tellings(tables, "2015", Route::judged, strict).empty());
    found = tellings(tables, "2015/2020", Route::judged);
    REQUIRE(found.size() == 1);
    CHECK(found[0].ground == Ground::stated);
}

TEST_CASE("judgements are the author's, or those of whom he adopts") {
    for (const Stance stance : {Stance::adopted, Stance::neutral, Stance::distanced}) {
        Tables tables{"2020"};
        Claim quoted;
        quoted.voice = Voice::third_party;
        quoted.stance = stance;
        judge(tables, "2012", {Level::high}, Tables::alpha, quoted);
        CHECK(ask(tables, "2012", Route::judged).told == (stance == Stance::adopted));
    }
}

TEST_CASE("what is judged of a group is judged of its members where the author says so") {
    Tables tables{"2020"};
    const ClaimIndex claim = judge(tables, "2012", {Level::high}, Tables::bloc);
    CHECK(untold(ask(tables, "2012", Route::judged)));
    tables.memberships = {{Tables::alpha, Tables::bloc, claim, {}, true}};
    CHECK(show(ask(tables, "2012", Route::judged).levels) == "high");
    const auto found = tellings(tables, "2012", Route::judged);
    REQUIRE(found.size() == 1);
    CHECK(found[0].by_membership);
    CHECK(untold(ask(tables, "2012", Route::judged, plain, IssueArea::trade, Tables::beta)));
}

TEST_CASE("each claim that judges is listed, with what it says by itself") {
    Tables tables{"2020", "2020"};
    judge(tables, "2012", {Level::low});
    judge(tables, "2013", {Level::medium});
    judge(tables, "2012", {Level::high, Level::critical});
    const Dataset data = tables.dataset();
    const auto found = tellings(tables, "2012", Route::judged);
    REQUIRE(found.size() == 2);
    CHECK(found[0].route == Route::judged);
    CHECK(found[0].claim == data.claims.data());
    CHECK((found[0].levels == Set<Level>{Level::low}));
    CHECK(found[0].ground == Ground::stated);
    CHECK_FALSE(found[0].by_membership);
    CHECK(found[1].claim == data.claims.data() + 2);
    CHECK((found[1].levels == Set<Level>{Level::high, Level::critical}));
    CHECK(tellings(tables, "2012/2013", Route::judged).size() == 3);
    CHECK(tellings(tables, "2014", Route::judged).empty());
    CHECK(tellings(tables, "2012", Route::judged, plain, IssueArea::aid).empty());
}

// ---- measured --------------------------------------------------------------------------------------------------------
// Trade: e1 5, e2 15, s1 10, s2 31.6, s3 50 percent.

TEST_CASE("a share alone proves no more than low, and rules out what needs a greater one") {
    CHECK(of_trade("", "60") == "low medium high critical");
    CHECK(of_trade("", "50") == "low medium high critical");
    CHECK(of_trade("", "49.9") == "low medium high");
    CHECK(of_trade("", "31.6") == "low medium high");
    CHECK(of_trade("", "10") == "low medium high");
    CHECK(of_trade("", "9.9") == "low medium");
    CHECK(of_trade("", "0.1") == "low medium");
}

TEST_CASE("exposure alone") {
    CHECK(of_trade("20", "") == "medium high critical");
    CHECK(of_trade("15", "") == "medium high critical");
    CHECK(of_trade("14.9", "") == "medium high");
    CHECK(of_trade("5", "") == "medium high");
    CHECK(of_trade("4.9", "") == "low medium");
    CHECK(of_trade("2.5", "") == "low medium");
    CHECK(of_trade("2.4", "") == "low");
    CHECK(of_trade("0.1", "") == "low");
    CHECK(of_trade("0", "") == "none");
}

TEST_CASE("exposure and share") {
    CHECK(of_trade("20", "60") == "critical");
    CHECK(of_trade("15", "50") == "critical");
    CHECK(of_trade("15", "49.9") == "high");
    CHECK(of_trade("14.9", "50") == "high");
    CHECK(of_trade("15", "10") == "high");
    CHECK(of_trade("15", "9.9") == "medium");
    CHECK(of_trade("5", "31.6") == "high");
    CHECK(of_trade("5", "31.5") == "medium");
    CHECK(of_trade("4.9", "31.6") == "medium");
    CHECK(of_trade("2.5", "31.6") == "medium");
    CHECK(of_trade("2.4", "31.6") == "low");
    CHECK(of_trade("4.9", "31.5") == "low");
    CHECK(of_trade("120", "100") == "critical");
    CHECK(of_trade("0", "0") == "none");
}

// "none when explicitly zero": section 7 of the design. Of no share of a flow there is no flow.
TEST_CASE("a share that is explicitly zero is none") { CHECK(of_trade("", "0") == "none"); }

TEST_CASE("no figure at all") {
    Tables tables{"2020"};
    CHECK(untold(ask(tables, "2012", Route::measured)));
    CHECK(tellings(tables, "2012", Route::measured).empty());
}

TEST_CASE("the total times the share is the partner's own") {
    const auto of = [](std::string_view total, std::string_view share, std::string_view exposure = {}) {
        Tables tables{"2020"};
        measure(tables, "2012", MeasureRole::total, exact(total));
        if (!share.empty()) measure(tables, "2012", MeasureRole::share, exact(share));
        if (!exposure.empty()) measure(tables, "2012", MeasureRole::exposure, exact(exposure));
        return show(ask(tables, "2012", Route::measured).levels);
    };
    CHECK(of("40", "60") == "critical");  // 24
    CHECK(of("30", "50") == "critical");  // 15
    CHECK(of("29.9", "50") == "high");    // 14.95
    CHECK(of("40", "40") == "high");      // 16
    CHECK(of("40", "12.5") == "medium");  // 5
    CHECK(of("40", "12.4") == "low");     // 4.96
    CHECK(of("10", "") == "none low medium high");  // at most all of it
    CHECK(of("2.4", "") == "none low");
    CHECK(of("0", "") == "none");
    CHECK(of("40", "60", "3") == "medium");  // what is told of the partner itself goes first
}

TEST_CASE("a total with a share in another form") {
    Tables tables{"2020"};
    measure(tables, "2012", MeasureRole::total, exact("40"));
    measure(tables, "2012", MeasureRole::share, at_least<Unit::percent>(Decimal{50}));
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "critical");
    measure(tables, "2013", MeasureRole::total, at_least<Unit::percent>(Decimal{40}));
    measure(tables, "2013", MeasureRole::share, exact("20"));
    CHECK(show(ask(tables, "2013", Route::measured).levels) == "medium high");  // at least 8, and perhaps beyond all cut-offs
}

TEST_CASE("figures that are not exact widen the set") {
    const auto of = [](const Percent& exposure, std::string_view share) {
        Tables tables{"2020"};
        measure(tables, "2012", MeasureRole::exposure, exposure);
        if (!share.empty()) measure(tables, "2012", MeasureRole::share, exact(share));
        return show(ask(tables, "2012", Route::measured).levels);
    };
    // about: within a tenth
    CHECK(of(about<Unit::percent>(Decimal{15}), "60") == "high critical");
    CHECK(of(about<Unit::percent>(Decimal{17}), "60") == "critical");   // from 15.3
    CHECK(of(about<Unit::percent>(Decimal{13}), "60") == "high");       // to 14.3
    CHECK(of(about<Unit::percent>(Decimal{0}), "") == "none");
    // at least
    CHECK(of(at_least<Unit::percent>(Decimal{15}), "50") == "critical");
    CHECK(of(at_least<Unit::percent>(Decimal{4}), "20") == "low medium high");
    CHECK(of(at_least<Unit::percent>(Decimal{4}), "") == "low medium high critical");
    // at most
    CHECK(of(at_most<Unit::percent>(Decimal{4}), "20") == "low");
    CHECK(of(at_most<Unit::percent>(Decimal{4}), "") == "none low medium");
    CHECK(of(at_most<Unit::percent>(Decimal{2}), "") == "none low");
    // between, at one time or over the time
    CHECK(of(between<Unit::percent>(Decimal{4}, Decimal{6}), "20") == "low medium");
    CHECK(of(over_time<Unit::percent>(Decimal{4}, Decimal{6}), "20") == "low medium");
    CHECK(of(between<Unit::percent>(Decimal{5}, Decimal{6}), "20") == "medium");
}

TEST_CASE("two figures that differ widen the set") {
    Tables tables{"2020"};
    measure(tables, "2012", MeasureRole::share, exact("20"));
    measure(tables, "2012", MeasureRole::exposure, exact("4"));
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "low");
    measure(tables, "2012", MeasureRole::exposure, exact("4"));
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "low");  // the same twice
    measure(tables, "2012", MeasureRole::exposure, exact("6"));
    Dependency found = ask(tables, "2012", Route::measured);
    CHECK(show(found.levels) == "low medium");
    CHECK_FALSE(found.contested);
    measure(tables, "2012", MeasureRole::share, exact("60"));
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "low medium high");
    measure(tables, "2012", MeasureRole::exposure, at_least<Unit::percent>(Decimal{7}));
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "low medium high critical");
}

TEST_CASE("a figure is carried to no other year") {
    Tables tables{"2020"};
    measure(tables, "2012", MeasureRole::exposure, exact("20"));
    measure(tables, "2012", MeasureRole::share, exact("60"));
    measure(tables, "2014", MeasureRole::exposure, exact("20"));
    measure(tables, "2014", MeasureRole::share, exact("60"));
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "critical");
    CHECK(show(ask(tables, "2012-07-01", Route::measured).levels) == "critical");
    CHECK(untold(ask(tables, "2011-12-31", Route::measured)));
    CHECK(untold(ask(tables, "2013", Route::measured)));  // nor to one between two that agree
    Dependency found = ask(tables, "2012/2013", Route::measured);
    CHECK((found.levels == all<Level>()));
    CHECK(found.told);
    // An exposure of one year and a share of another make no pair.
    measure(tables, "2016", MeasureRole::exposure, exact("20"));
    measure(tables, "2017", MeasureRole::share, exact("60"));
    CHECK(show(ask(tables, "2016", Route::measured).levels) == "medium high critical");
    CHECK(show(ask(tables, "2017", Route::measured).levels) == "low medium high critical");
    CHECK(show(ask(tables, "2016/2017", Route::measured).levels) == "low medium high critical");
    CHECK(untold(ask(tables, "2012", Route::measured, plain, IssueArea::aid)));
    CHECK(untold(ask(tables, "2012", Route::measured, plain, IssueArea::trade, Tables::beta)));
    CHECK(untold(ask(tables, "2012", Route::judged)));
}

TEST_CASE("a figure of a part of a year stands for that year, by inference") {
    Tables tables{"2020"};
    measure(tables, "2012-03", MeasureRole::exposure, exact("1"));
    CHECK(show(ask(tables, "2012-03", Route::measured, strict).levels) == "low");
    CHECK(untold(ask(tables, "2012-04", Route::measured, strict)));
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "low");
    CHECK(show(ask(tables, "2012-01-01", Route::measured).levels) == "low");
    CHECK(show(ask(tables, "2012-12-31", Route::measured).levels) == "low");
    CHECK(untold(ask(tables, "2011-12-31", Route::measured)));
    CHECK(untold(ask(tables, "2013-01-01", Route::measured)));
    const auto found = tellings(tables, "2012-12", Route::measured);
    REQUIRE(found.size() == 1);
    CHECK(found[0].ground == Ground::reach);
    CHECK(tellings(tables, "2012", Route::measured)[0].ground == Ground::stated);
    CHECK(tellings(tables, "2012-12", Route::measured, strict).empty());
}

TEST_CASE("a figure of a group stands for the rest of its year only while the partner is a member") {
    Tables tables{"2020-06"};
    const ClaimIndex claim = measure(tables, "2020-03", MeasureRole::share, exact("30"));
    tables.measurements[0].partner = Tables::bloc;
    tables.memberships = {{Tables::alpha, Tables::bloc, claim, period("2020-03/2020-04"), true}};
    for (const std::string_view at : {"2020-01", "2020-02", "2020-05", "2020-12", "2020"}) {
        CAPTURE(std::string(at));
        CHECK(untold(ask(tables, at, Route::measured)) == (at != "2020"));
        CHECK(tellings(tables, at, Route::measured).empty() == (at != "2020"));
    }
    CHECK(ask(tables, "2020-03", Route::measured).told);
    CHECK(ask(tables, "2020-04", Route::measured).told);
    CHECK(untold(ask(tables, "2020-04", Route::measured, strict)));
    CHECK(ask(tables, "2020-01", Route::measured, plain, IssueArea::trade, Tables::bloc).told);
    CHECK(ask(tables, "2020-05", Route::measured, plain, IssueArea::trade, Tables::bloc).told);
}

TEST_CASE("a figure of some time in a decade measures no single year") {
    Tables tables{"2022"};
    measure(tables, "201X", MeasureRole::exposure, exact("20"));
    for (const std::string_view at : {"2010", "2015", "2019", "2010/2019"}) {
        CHECK(untold(ask(tables, at, Route::measured)));
        CHECK(tellings(tables, at, Route::measured).empty());
    }
}

TEST_CASE("a figure of a rough period that surely covers no day is not listed") {
    Tables tables{"2022"};
    measure(tables, "201X/2012", MeasureRole::exposure, exact("20"));
    CHECK(untold(ask(tables, "2005/2021", Route::measured)));
    CHECK(tellings(tables, "2005/2021", Route::measured).empty());
}

TEST_CASE("figures of whom the author quotes are used, unless he distances himself") {
    for (const Stance stance : {Stance::adopted, Stance::neutral, Stance::distanced}) {
        Tables tables{"2020"};
        Claim quoted;
        quoted.voice = Voice::state;
        quoted.stance = stance;
        measure(tables, "2012", MeasureRole::exposure, exact("1"), IssueArea::trade, quoted);
        const bool used = stance != Stance::distanced;
        CHECK(ask(tables, "2012", Route::measured).told == used);
        CHECK(tellings(tables, "2012", Route::measured).size() == (used ? 1U : 0U));
    }
    for (const Modality modality : all<Modality>()) {
        Tables tables{"2020"};
        Claim said;
        said.modality = modality;
        measure(tables, "2012", MeasureRole::exposure, exact("1"), IssueArea::trade, said);
        CHECK(ask(tables, "2012", Route::measured).told == (modality == Modality::asserted || modality == Modality::reported));
        Admission none;
        none.sources = 0;
        CHECK(untold(ask(tables, "2012", Route::measured, none)));
    }
}

TEST_CASE("each claim that measures is listed, with what the scale makes of it alone") {
    Tables tables{"2020"};
    measure(tables, "2012", MeasureRole::exposure, exact("20"));
    measure(tables, "2012", MeasureRole::share, exact("60"));
    measure(tables, "2013", MeasureRole::share, exact("5"));
    measure(tables, "2012", MeasureRole::total, exact("10"), IssueArea::aid);
    const Dataset data = tables.dataset();
    const auto found = tellings(tables, "2012", Route::measured);
    REQUIRE(found.size() == 2);
    CHECK(found[0].route == Route::measured);
    CHECK(found[0].claim == &data.claims[0]);
    CHECK(show(found[0].levels) == "medium high critical");
    CHECK(found[0].ground == Ground::stated);
    CHECK(found[1].claim == &data.claims[1]);
    CHECK(show(found[1].levels) == "low medium high critical");
    CHECK(tellings(tables, "2012/2013", Route::measured).size() == 3);
    CHECK(tellings(tables, "2012", Route::measured, plain, IssueArea::aid).size() == 1);
    CHECK(tellings(tables, "2012", Route::measured, plain, IssueArea::trade, Tables::beta).empty());
    CHECK(tellings(tables, "2012", Route::judged).empty());
}

TEST_CASE("areas without a measure") {
    std::size_t without = 0;
    for (const IssueArea area : all<IssueArea>()) {
        if (area == IssueArea::security || dependency_scale::find(area).has_value()) continue;
        ++without;
        Tables tables{"2020"};
        measure(tables, "2012", MeasureRole::exposure, exact("20"), area);
        CHECK_MESSAGE(untold(ask(tables, "2012", Route::measured, plain, area)), std::string(name(area)));
        CHECK(tellings(tables, "2012", Route::measured, plain, area).empty());
    }
    CHECK(without == 5);  // political, cultural, territory, environment, economy
}

TEST_CASE("arms: any import counts as exposure") {
    const auto of = [](std::string_view exposure, std::string_view share) {
        Tables tables{"2020"};
        measure(tables, "2012", MeasureRole::exposure, exact(exposure), IssueArea::arms);
        measure(tables, "2012", MeasureRole::share, exact(share), IssueArea::arms);
        return show(ask(tables, "2012", Route::measured, plain, IssueArea::arms).levels);
    };
    CHECK(of("0.1", "90") == "critical");
    CHECK(of("0.1", "89.9") == "high");
    CHECK(of("0.1", "31.6") == "high");
    CHECK(of("0.1", "31.5") == "medium");
    CHECK(of("0", "0") == "none");
}

// ---- security --------------------------------------------------------------------------------------------------------

namespace {

/// The levels of a guarantee with these ties told to hold and these told not to, in 2012.
std::string of_ties(Set<Obligation> hold, Set<Obligation> fail) {
    Tables tables{"2020"};
    const ClaimIndex one = tables.add(Aspect::state, "2012");
    for (const Obligation tie : hold) tables.obligations.push_back({one, Tables::alpha, tie, Tells::holds, {}});
    const ClaimIndex other = tables.add(Aspect::state, "2012");
    for (const Obligation tie : fail) tables.obligations.push_back({other, Tables::alpha, tie, Tells::fails, {}});
    const Dependency found = ask(tables, "2012", Route::measured, plain, IssueArea::security);
    CHECK(found.told == !(hold | fail).empty());
    return show(found.levels);
}

}  // namespace

TEST_CASE("the ties of a guarantee: base and pact 2 points, the others 1, low 1, medium 2, high 4") {
    for (std::uint32_t bits = 0; bits < 32; ++bits) {
        const auto hold = Set<Obligation>::of_bits(bits);
        int points = 0;
        for (const Obligation tie : hold) points += tie == Obligation::base || tie == Obligation::pact ? 2 : 1;
        const std::string expected = points >= 4 ? "high" : points >= 2 ? "medium" : points == 1 ? "low" : "none";
        CHECK(of_ties(hold, all<Obligation>() - hold) == expected);
    }
    CHECK(of_ties({Obligation::base}, {}) == "medium high");
    CHECK(of_ties({Obligation::base, Obligation::pact}, {}) == "high");
    CHECK(of_ties({Obligation::guards}, {}) == "low medium high");
    CHECK(of_ties({}, {Obligation::base, Obligation::pact}) == "none low medium");
    CHECK(of_ties({Obligation::base}, all<Obligation>()) == "none low medium");  // one tie is contested
}

TEST_CASE("a guarantee over time") {
    Tables tables{"2020"};
    CHECK(untold(ask(tables, "2012", Route::measured, plain, IssueArea::security)));
    const ClaimIndex turn = tables.add(Aspect::onset, "2012-07-01/..");
    tables.obligations = {{turn, Tables::alpha, Obligation::base, Tells::holds, {}},
                          {turn, Tables::alpha, Obligation::pact, Tells::holds, {}}};
    CHECK(show(ask(tables, "2013", Route::measured, plain, IssueArea::security).levels) == "high");
    CHECK(show(ask(tables, "2011", Route::measured, plain, IssueArea::security).levels) == "none low medium");
    CHECK(show(ask(tables, "2012", Route::measured, plain, IssueArea::security).levels) == "none low medium high");
    CHECK(untold(ask(tables, "2011", Route::measured, strict, IssueArea::security)));
    CHECK(untold(ask(tables, "2013", Route::measured, plain, IssueArea::security, Tables::beta)));
    const Dataset data = tables.dataset();
    const auto found = tellings(tables, "2013", Route::measured, plain, IssueArea::security);
    REQUIRE(found.size() == 2);
    for (const auto& telling : found) {
        CHECK(telling.route == Route::measured);
        CHECK(telling.claim == data.claims.data());
        CHECK(show(telling.levels) == "medium high");
        CHECK(telling.ground == Ground::stated);
    }
    CHECK(tellings(tables, "2011", Route::measured, plain, IssueArea::security)[0].ground == Ground::turn);
    CHECK(show(tellings(tables, "2011", Route::measured, plain, IssueArea::security)[0].levels) == "none low medium high");
    CHECK(tellings(tables, "2011", Route::measured, strict, IssueArea::security).empty());
}

// ---- questions without days, without end -------------------------------------------------------------------------------

TEST_CASE("of no day at all every level is possible") {
    Tables tables{"2020"};
    tables.time = period("2010/2015");
    measure(tables, "2012", MeasureRole::exposure, exact("20"));
    judge(tables, "2012", {Level::high});
    CHECK(untold(ask(tables, "2018/..", Route::judged)));
    CHECK(untold(ask(tables, "2018/..", Route::measured)));
    CHECK(untold(ask(tables, "2018/..", Route::measured, plain, IssueArea::security)));
}

namespace {
struct TooManyParts {};
}  // namespace

TEST_CASE("an open question to a dataset without an end comes to an end") {
    Tables tables{"2020"};
    tables.time = {};
    judge(tables, "2012", {Level::high});
    const Dataset data = tables.dataset();
    std::size_t parts = 0;
    const auto go = [&] {
        detail::for_each_part(data, data.judgements, Tables::alpha, IssueArea::trade, asked_days(data, period("2012/..")), plain,
                              [&](Day) {
                                  if (++parts > 10) throw TooManyParts{};
                              });
    };
    CHECK_NOTHROW(go());
    CHECK(parts == 2);
}
