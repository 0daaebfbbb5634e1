// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Dependency: levels judged and measured, day by day; figures in each form; ties; the claims behind a level.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/defect.hpp>
#include <trimode/inference/cut_off_ranges.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/inference/dependency_change.hpp>

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
                   IssueArea area = IssueArea::trade, const Claim& kind = {}, std::string_view base = {},
                   PartnerIndex partner = Tables::alpha) {
    Claim claim = kind;
    claim.kind = ClaimKind::figure;
    claim.period = period(at);
    claim.figures[0] = {quantity, "of something"};
    const ClaimIndex added = tables.add(claim);
    tables.measurements.push_back({added, partner, area, role, 0, base});
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
               IssueArea area = IssueArea::trade, PartnerIndex partner = Tables::alpha,
               const DependencyScale& scale = default_scale) {
    const Dataset data = tables.dataset();
    REQUIRE(first_defect(data).defect == Defect::none);
    const Dependency found = dependency(data, partner, area, period(at), route, admission, scale);
    const Dependency same = route == Route::measured ? measured(data, partner, area, period(at), admission, scale)
                                                     : judged(data, partner, area, period(at), admission);
    CHECK((found.levels == same.levels));
    CHECK(found.told == same.told);
    CHECK(found.contested == same.contested);
    return found;
}

std::vector<DependencyTelling> tellings(const Tables& tables, std::string_view at, Route route,
                                        const Admission& admission = plain, IssueArea area = IssueArea::trade,
                                        PartnerIndex partner = Tables::alpha,
                                        const DependencyScale& scale = default_scale) {
    std::vector<DependencyTelling> found;
    for_each_dependency_telling(
        tables.dataset(), partner, area, period(at), route, admission,
        [&](const DependencyTelling& telling) { found.push_back(telling); }, scale);
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

TEST_CASE("arms: any import counts as exposure, and the share says how much it is") {
    const auto of = [](std::string_view exposure, std::string_view share) {
        Tables tables{"2020"};
        measure(tables, "2012", MeasureRole::exposure, exact(exposure), IssueArea::arms);
        measure(tables, "2012", MeasureRole::share, exact(share), IssueArea::arms);
        return show(ask(tables, "2012", Route::measured, plain, IssueArea::arms).levels);
    };
    CHECK(of("0.1", "90") == "critical");
    CHECK(of("0.1", "89.9") == "high");
    CHECK(of("0.1", "60") == "high");
    CHECK(of("0.1", "59.9") == "medium");
    CHECK(of("0.1", "31.6") == "medium");
    CHECK(of("0.1", "31.5") == "low");
    CHECK(of("0", "0") == "none");
}

// ---- small things ---------------------------------------------------------------------------------------------------

TEST_CASE("a thousand migrants, a donor of one percent, a partner of unknown share, a small supplier are not medium") {
    const auto of = [](IssueArea area, std::string_view total, std::string_view share) {
        Tables tables{"2020"};
        if (!total.empty()) measure(tables, "2012", MeasureRole::total, exact(total), area);
        if (!share.empty()) measure(tables, "2012", MeasureRole::share, exact(share), area);
        return show(ask(tables, "2012", Route::measured, plain, area).levels);
    };
    // A thousand persons are no percentage: whoever measures by them has a table with a defect, and nothing is
    // measured.
    Tables persons{"2020"};
    Claim claim;
    claim.kind = ClaimKind::figure;
    claim.period = period("2012");
    for (const AnyQuantity& quantity : {AnyQuantity(exactly<Unit::persons>(Decimal{1000})),
                                        AnyQuantity(at_least<Unit::us_dollars>(Decimal{50'000'000}))}) {
        for (const MeasureRole role : all<MeasureRole>()) {
            Tables tables{"2020"};
            claim.figures[0] = {quantity, "migrants"};
            tables.measurements = {{tables.add(claim), Tables::alpha, IssueArea::migration, role, 0}};
            const Dataset data = tables.dataset();
            CHECK(first_defect(data).defect == Defect::measurement_not_in_percent);
            CHECK(untold(measured(data, Tables::alpha, IssueArea::migration, period("2012"))));
            CHECK(tellings(tables, "2012", Route::measured, plain, IssueArea::migration).empty());
        }
    }
    // As a thousandth of all migrants beside remittances of a third of the product: low.
    CHECK(of(IssueArea::migration, "33", "0.1") == "low");
    CHECK(of(IssueArea::aid, "12", "1") == "low");
    CHECK(of(IssueArea::aid, "", "1") == "low medium");  // of how much aid is not told: not surely medium
    for (const IssueArea area :
         {IssueArea::trade, IssueArea::debt, IssueArea::aid, IssueArea::migration, IssueArea::arms}) {
        const std::string found = of(area, "33", "");
        CHECK(found.substr(0, 8) == "none low");
    }
    CHECK(of(IssueArea::arms, "1", "5") == "low");
    CHECK(of(IssueArea::arms, "", "5") == "low");
}

// ---- bases ----------------------------------------------------------------------------------------------------------

TEST_CASE("a total is multiplied with a share of the same base only") {
    const auto of = [](std::string_view base_of_total, std::string_view base_of_share) {
        Tables tables{"2020"};
        measure(tables, "2012", MeasureRole::total, exact("30"), IssueArea::migration, {}, base_of_total);
        measure(tables, "2012", MeasureRole::share, exact("20"), IssueArea::migration, {}, base_of_share);
        return show(ask(tables, "2012", Route::measured, plain, IssueArea::migration).levels);
    };
    CHECK(of("remittances", "remittances") == "medium");  // 6 percent of the product
    CHECK(of("", "") == "medium");
    CHECK(of("remittances", "migrants") == "low medium");  // anything up to 30, with a share of a fifth
    CHECK(of("remittances", "") == "low medium");
    CHECK(of("", "migrants") == "low medium");
}

TEST_CASE("figures on several bases widen the set") {
    Tables tables{"2020"};
    const auto add = [&](MeasureRole role, std::string_view number, std::string_view base) {
        measure(tables, "2012", role, exact(number), IssueArea::debt, {}, base);
    };
    const auto found = [&] { return show(ask(tables, "2012", Route::measured, plain, IssueArea::debt).levels); };
    add(MeasureRole::total, "40", "external_debt");
    add(MeasureRole::share, "30", "external_debt");
    CHECK(found() == "high");  // 12 percent of the product
    add(MeasureRole::share, "20", "debt_service");
    CHECK(found() == "medium high");  // exposure as before, for debt service is no debt; the share between 20 and 30
    add(MeasureRole::total, "20", "public_debt");
    CHECK(found() == "low medium high");  // of public debt the share is not told: from 0 to 20
    add(MeasureRole::share, "60", "public_debt");
    CHECK(found() == "medium high");  // 12 percent on either base, a share between 20 and 60
    add(MeasureRole::exposure, "3", "public_debt");
    CHECK(found() == "low medium");  // what is told of the partner itself goes first
}

TEST_CASE("no share of one thing proves no share of another") {
    const auto of = [](std::string_view base) {
        Tables tables{"2020"};
        measure(tables, "2012", MeasureRole::total, exact("30"), IssueArea::migration, {}, "remittances");
        measure(tables, "2012", MeasureRole::share, exact("0"), IssueArea::migration, {}, base);
        return show(ask(tables, "2012", Route::measured, plain, IssueArea::migration).levels);
    };
    CHECK(of("remittances") == "none");
    CHECK(of("migrants") == "none low medium high critical");
}

namespace {

/// A figure as the brute force reads it. Unit: percent.
struct Given {
    MeasureRole role{};
    int low = 0;
    int high = 0;
    std::string_view base{};
};

/// Every level that some exposure and share within the figures have, point by point.
Set<Level> by_points(const std::vector<Given>& given, const CutOffs& cuts) {
    const auto of = [&](MeasureRole role) {
        std::vector<Given> found;
        for (const Given& one : given) {
            if (one.role == role) found.push_back(one);
        }
        return found;
    };
    // From the least to the greatest that anybody gives.
    const auto hull = [](const std::vector<Given>& figures, int otherwise) {
        int low = figures.empty() ? 0 : 1000;
        int high = figures.empty() ? otherwise : 0;
        for (const Given& one : figures) {
            low = std::min(low, one.low);
            high = std::max(high, one.high);
        }
        return std::array{low, high};
    };
    // In hundredths of a percent: a total times a share.
    std::array exposure{0, 400'00};
    if (!of(MeasureRole::exposure).empty()) {
        const auto told = hull(of(MeasureRole::exposure), 0);
        exposure = {told[0] * 100, told[1] * 100};
    } else if (!of(MeasureRole::total).empty()) {
        exposure = {1'000'000, 0};
        for (const Given& total : of(MeasureRole::total)) {
            bool paired = false;
            for (const Given& share : of(MeasureRole::share)) {
                if (share.base != total.base) continue;
                paired = true;
                exposure = {std::min(exposure[0], total.low * share.low),
                            std::max(exposure[1], total.high * share.high)};
            }
            if (!paired) exposure = {0, std::max(exposure[1], total.high * 100)};
        }
    }
    const auto share = hull(of(MeasureRole::share), 100);
    Set<Level> levels;
    for (int e = exposure[0]; e <= exposure[1]; e += std::max(1, (exposure[1] - exposure[0]) / 400)) {
        for (const int point : {e, exposure[1]}) {
            for (int s = share[0]; s <= share[1]; ++s) {
                const Decimal at_e = *Decimal::of(point, 2);
                const auto reaches = [](Decimal value, Decimal cut) { return value >= cut; };
                const bool e1 = reaches(at_e, cuts.e1);
                const bool e2 = reaches(at_e, cuts.e2);
                const bool half = reaches(*Decimal::of(2 * point, 2), cuts.e1);
                const bool s1 = reaches(Decimal{s}, cuts.s1);
                const bool s2 = reaches(Decimal{s}, cuts.s2);
                const bool s3 = reaches(Decimal{s}, cuts.s3);
                levels.insert(e2 && s3                   ? Level::critical
                              : (e2 && s1) || (e1 && s2) ? Level::high
                              : e1 || (half && s2)       ? Level::medium
                              : point == 0 && s == 0     ? Level::none
                                                         : Level::low);
            }
        }
    }
    return levels;
}

}  // namespace

TEST_CASE("figures in intervals, on one or two bases, against every point in them") {
    support::Random random(11);
    std::size_t wide = 0;
    for (int round = 0; round < 300; ++round) {
        const IssueArea area = random.pick(std::vector<IssueArea>{IssueArea::trade, IssueArea::debt, IssueArea::aid});
        Tables tables{"2020"};
        std::vector<Given> given;
        std::string what(name(area));
        for (std::size_t i = 1 + random.below(4); i > 0; --i) {
            Given one;
            one.role = random.pick(std::vector<MeasureRole>{MeasureRole::exposure, MeasureRole::total,
                                                            MeasureRole::share, MeasureRole::share});
            // From one on: a zero of one number and not of the other is no point.
            one.low = 1 + static_cast<int>(random.below(one.role == MeasureRole::share ? 99 : 40));
            one.high = random.chance(2) ? one.low : std::min(100, one.low + static_cast<int>(random.below(20)));
            one.base = random.pick(std::vector<std::string_view>{"one", "other"});
            given.push_back(one);
            AnyQuantity quantity = exactly<Unit::percent>(Decimal{one.low});
            quantity.high = Decimal{one.high};
            quantity.form = one.low == one.high ? Form::exact : Form::interval;
            Claim claim;
            claim.kind = ClaimKind::figure;
            claim.period = period("2012");
            claim.figures[0] = {quantity, "of something"};
            tables.measurements.push_back({tables.add(claim), Tables::alpha, area, one.role, 0, one.base});
            what += "\n  " + std::string(name(one.role)) + " " + std::to_string(one.low) + " " +
                    std::to_string(one.high) + " " + std::string(one.base);
        }
        CAPTURE(what);
        const Set<Level> found = ask(tables, "2012", Route::measured, plain, area).levels;
        // An exposure of nothing beside a share of something is no point: there the level is low, or not told to be
        // none.
        Set<Level> expected = by_points(given, *default_scale.find(area));
        if (found.contains(Level::none)) expected.insert(Level::none);
        CHECK(show(found) == show(expected));
        const bool share_told =
            std::any_of(given.begin(), given.end(), [](const Given& one) { return one.role == MeasureRole::share; });
        const bool exposure_told =
            std::any_of(given.begin(), given.end(), [](const Given& one) { return one.role == MeasureRole::exposure; });
        if (share_told || exposure_told) CHECK_FALSE(found.contains(Level::none));
        wide += found == trimode::levels(Level::low, Level::critical) ? 1U : 0U;
    }
    CHECK(wide > 10);
    CHECK(wide < 200);
}

// ---- a scale of one's own -------------------------------------------------------------------------------------------

TEST_CASE("every answer is by the scale that is asked for") {
    Tables tables{"2020"};
    measure(tables, "2012", MeasureRole::exposure, about<Unit::percent>(Decimal{10}));
    measure(tables, "2012", MeasureRole::share, exact("40"));
    const std::array rows{CutOffs{
        IssueArea::trade, decimal("5"), decimal("9"), decimal("10"), decimal("20"), decimal("40"), "", "", "", {}}};
    const auto found = [&](const DependencyScale& scale) {
        return show(ask(tables, "2012", Route::measured, plain, IssueArea::trade, Tables::alpha, scale).levels);
    };
    CHECK(found({}) == "high");
    CHECK(found({.own = rows}) == "critical");  // from 9 to 11
    CHECK(found({.own = rows, .about_least = decimal("0.89")}) == "high critical");
    CHECK(found({.own = rows, .about_least = Decimal{1}, .about_most = Decimal{1}}) == "critical");
    const auto listed =
        tellings(tables, "2012", Route::measured, plain, IssueArea::trade, Tables::alpha, {.own = rows});
    REQUIRE(listed.size() == 2);
    CHECK(show(listed[0].levels) == "medium high critical");
    // Ties by points of one's own.
    tables.obligations = {{tables.add(Aspect::state, "2012"), Tables::alpha, Obligation::guards, Tells::holds, {}}};
    constexpr static auto rules = dependency_scale::guarantee({0, 0, 0, 0, 4}, 1, 2, 4);
    CHECK(show(ask(tables, "2012", Route::measured, plain, IssueArea::security).levels) == "low medium high");
    const DependencyScale guarded{.security_at_least = &rules};
    CHECK(show(ask(tables, "2012", Route::measured, plain, IssueArea::security, Tables::alpha, guarded).levels) ==
          "high");
    CHECK(
        show(tellings(tables, "2012", Route::measured, plain, IssueArea::security, Tables::alpha, guarded)[0].levels) ==
        "high");
}

TEST_CASE("about a number that is too long to be multiplied leaves more open, never less") {
    const auto of = [](std::string_view number) {
        return detail::percentage(about<Unit::percent>(*parse_decimal(number)), default_scale);
    };
    CHECK(of("20").least == Decimal{18});
    CHECK(of("20").most == Decimal{22});
    CHECK(of("20.0000000000000007").least == Decimal{0});
    CHECK_FALSE(of("20.0000000000000007").bounded);
}

// ---- carried forward ------------------------------------------------------------------------------------------------

TEST_CASE("a figure is carried forward only when asked, as far as asked, and as inferred") {
    Tables tables{"2018-06-30"};
    measure(tables, "2012-03", MeasureRole::exposure, exact("20"));
    measure(tables, "2012", MeasureRole::share, exact("60"));
    const auto found = [&](std::string_view at, std::uint16_t years, const Admission& admission = plain) {
        const DependencyScale scale{.carrying = Carrying::forward(years)};
        return ask(tables, at, Route::measured, admission, IssueArea::trade, Tables::alpha, scale);
    };
    CHECK(Carrying{} == Carrying::none());
    CHECK(untold(found("2013", 0)));
    CHECK(show(found("2013", 1).levels) == "critical");
    CHECK(show(found("2013-12-31", 1).levels) == "critical");
    CHECK(untold(found("2014-01-01", 1)));  // never beyond the limit
    CHECK(show(found("2012/2013", 1).levels) == "critical");
    CHECK((found("2013/2014", 1).levels == all<Level>()));
    CHECK(found("2013/2014", 1).told);
    CHECK(show(found("2014", 2).levels) == "critical");
    CHECK(untold(found("2011-12-31", 9)));  // never backwards
    CHECK(show(found("2018-06-30", 9).levels) == "critical");
    CHECK(untold(found("2018-07-01", 9)));    // never beyond publication
    CHECK(untold(found("2013", 9, strict)));  // never when strict
    CHECK(untold(ask(tables, "2013", Route::judged, plain, IssueArea::trade, Tables::alpha,
                     {.carrying = Carrying::forward(9)})));
    // Listed as carried only where they count.
    const DependencyScale scale{.carrying = Carrying::forward(1)};
    auto listed = tellings(tables, "2013", Route::measured, plain, IssueArea::trade, Tables::alpha, scale);
    REQUIRE(listed.size() == 2);
    for (const auto& one : listed) {
        CHECK(one.carried);
        CHECK(one.ground == Ground::reach);
    }
    listed = tellings(tables, "2012/2013", Route::measured, plain, IssueArea::trade, Tables::alpha, scale);
    REQUIRE(listed.size() == 2);
    CHECK_FALSE(listed[0].carried);
    CHECK(listed[0].ground == Ground::stated);
    CHECK(tellings(tables, "2014", Route::measured, plain, IssueArea::trade, Tables::alpha, scale).empty());
    CHECK(tellings(tables, "2013", Route::measured, strict, IssueArea::trade, Tables::alpha, scale).empty());
    CHECK(tellings(tables, "2013", Route::measured).empty());
}

TEST_CASE("what is told goes before what is carried, and a later figure before an earlier one") {
    Tables tables{"2020"};
    measure(tables, "2011", MeasureRole::exposure, exact("20"));
    measure(tables, "2012", MeasureRole::exposure, exact("1"));
    measure(tables, "2012", MeasureRole::share, exact("60"));
    measure(tables, "2013", MeasureRole::share, exact("40"));
    measure(tables, "2014", MeasureRole::total, exact("30"));
    const DependencyScale scale{.carrying = Carrying::forward(3)};
    const auto found = [&](std::string_view at) {
        return show(ask(tables, at, Route::measured, plain, IssueArea::trade, Tables::alpha, scale).levels);
    };
    CHECK(found("2011") == "medium high critical");
    CHECK(found("2012") == "low");   // told: 1 and 60
    CHECK(found("2013") == "low");   // the exposure of 2012, not that of 2011; the share that is told
    CHECK(found("2014") == "high");  // a total that is told goes before an exposure that is carried: 30 times 40
    CHECK(found("2016") == "high");
    CHECK(found("2017") == "none low medium high critical");  // the share is lost, the total still carried
    const auto listed = tellings(tables, "2014", Route::measured, plain, IssueArea::trade, Tables::alpha, scale);
    REQUIRE(listed.size() == 2);
    const Dataset data = tables.dataset();
    CHECK(listed[0].claim == &data.claims[3]);
    CHECK(listed[0].carried);
    CHECK(listed[1].claim == &data.claims[4]);
    CHECK_FALSE(listed[1].carried);
    // Two last figures of the same day widen the set, as ever.
    measure(tables, "2014", MeasureRole::total, exact("10"));
    CHECK(found("2015") == "medium high");  // from 4 to 12
}

// ---- the claims behind each end -------------------------------------------------------------------------------------

namespace {

/// "1:lower 2:both": the claims behind the ends, by their place in the table from 1.
std::string behind(const Tables& tables, std::string_view at, Route route, IssueArea area = IssueArea::trade,
                   const DependencyScale& scale = default_scale) {
    const Dataset data = tables.dataset();
    std::string text;
    for_each_bound_telling(
        data, Tables::alpha, area, period(at), route, plain,
        [&](const BoundTelling& one) {
            text += (text.empty() ? "" : " ") + std::to_string(one.claim - data.claims.data() + 1) + ":" +
                    (one.lower && one.upper ? "both"
                     : one.lower            ? "lower"
                                            : "upper");
        },
        scale);
    return text;
}

}  // namespace

TEST_CASE("the claims behind the ends of a measured set") {
    Tables tables{"2020"};
    CHECK(behind(tables, "2012", Route::measured).empty());
    measure(tables, "2012", MeasureRole::exposure, exact("20"));
    CHECK(behind(tables, "2012", Route::measured) == "1:lower");  // critical is possible with or without it
    measure(tables, "2012", MeasureRole::share, exact("40"));
    CHECK(behind(tables, "2012", Route::measured) == "1:lower 2:both");  // high; 20 and 40
    measure(tables, "2012", MeasureRole::share, exact("60"));
    CHECK(behind(tables, "2012", Route::measured) == "1:lower 2:lower 3:upper");  // with 60 it may be critical
    measure(tables, "2013", MeasureRole::share, exact("5"));
    CHECK(behind(tables, "2012", Route::measured) == "1:lower 2:lower 3:upper");
    CHECK(behind(tables, "2012", Route::measured, IssueArea::aid).empty());
    CHECK(behind(tables, "2012", Route::judged).empty());
    CHECK(behind(tables, "2013", Route::measured) == "4:both");
    // Carried figures, too: in 2014 the share of 2013, without which it would be that of 2012.
    CHECK(behind(tables, "2014", Route::measured).empty());
    CHECK(behind(tables, "2014", Route::measured, IssueArea::trade, {.carrying = Carrying::forward(2)}) ==
          "1:lower 4:both");
}

TEST_CASE("of several claims any of which would do, each stands behind the end") {
    Tables tables{"2020"};
    measure(tables, "2012", MeasureRole::exposure, exact("8"));
    measure(tables, "2012", MeasureRole::share, exact("40"));
    measure(tables, "2012", MeasureRole::share, exact("40"));
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "high");
    // Below: 8 with one of the 40s. Above: 8 alone rules critical out, and so does each of the 40s.
    CHECK(behind(tables, "2012", Route::measured) == "1:both 2:both 3:both");
    measure(tables, "2012", MeasureRole::share, exact("20"));  // and one that widens
    CHECK(show(ask(tables, "2012", Route::measured).levels) == "medium high");
    // Below: 8 with the 20. Above: each of the four alone rules critical out.
    CHECK(behind(tables, "2012", Route::measured) == "1:both 2:upper 3:upper 4:both");
}

TEST_CASE("one claim with both figures stands behind both ends") {
    Tables tables{"2020"};
    Claim claim;
    claim.kind = ClaimKind::figure;
    claim.period = period("2012");
    claim.figures[0] = {exact("8"), "of the product"};
    claim.figures[1] = {exact("40"), "of all trade"};
    const ClaimIndex both = tables.add(claim);
    tables.measurements = {{both, Tables::alpha, IssueArea::trade, MeasureRole::exposure, 0},
                           {both, Tables::alpha, IssueArea::trade, MeasureRole::share, 1}};
    CHECK(behind(tables, "2012", Route::measured) == "1:both");
}

TEST_CASE("the claims behind the ends of a guarantee and of judgements") {
    Tables tables{"2020"};
    const ClaimIndex base = tables.add(Aspect::state, "2012");
    const ClaimIndex again = tables.add(Aspect::state, "2012");
    const ClaimIndex none = tables.add(Aspect::state, "2012");
    tables.obligations = {{base, Tables::alpha, Obligation::base, Tells::holds, {}},
                          {again, Tables::alpha, Obligation::base, Tells::holds, {}},
                          {none, Tables::alpha, Obligation::pact, Tells::fails, {}},
                          {none, Tables::alpha, Obligation::alliance, Tells::fails, {}}};
    // At least 2 points, and at most 2 with exercises 1 and guards 1: 4.
    CHECK(show(ask(tables, "2012", Route::measured, plain, IssueArea::security).levels) == "medium high");
    // That it is not critical follows from anything told of the ties.
    CHECK(behind(tables, "2012", Route::measured, IssueArea::security) == "1:both 2:both 3:upper");
    tables.obligations.push_back({none, Tables::alpha, Obligation::guards, Tells::fails, {}});
    CHECK(behind(tables, "2012", Route::measured, IssueArea::security) == "1:lower 2:lower 3:upper");

    // Any two of three ties of one point would do.
    Tables three{"2020"};
    for (const Obligation tie : {Obligation::alliance, Obligation::exercises, Obligation::guards}) {
        three.obligations.push_back({three.add(Aspect::state, "2012"), Tables::alpha, tie, Tells::holds, {}});
    }
    CHECK(show(ask(three, "2012", Route::measured, plain, IssueArea::security).levels) == "medium high");
    CHECK(behind(three, "2012", Route::measured, IssueArea::security) == "1:both 2:both 3:both");

    Tables judged_by{"2020"};
    judge(judged_by, "2012", {Level::low, Level::medium});
    CHECK(behind(judged_by, "2012", Route::judged) == "1:both");
    judge(judged_by, "2012", {Level::medium, Level::high});
    CHECK(behind(judged_by, "2012", Route::judged) == "1:upper 2:lower");
    judge(judged_by, "2012", {Level::medium});
    CHECK(behind(judged_by, "2012", Route::judged) == "1:upper 2:lower 3:both");
    CHECK(behind(judged_by, "2012", Route::measured).empty());
}

TEST_CASE("who stands behind an end, against leaving out every set of claims") {
    support::Random random(3);
    std::size_t decisive = 0;
    std::size_t idle = 0;
    for (int round = 0; round < 150; ++round) {
        Tables tables{"2020"};
        for (std::size_t i = 1 + random.below(5); i > 0; --i) {
            const MeasureRole role =
                random.pick(std::vector<MeasureRole>{MeasureRole::exposure, MeasureRole::total, MeasureRole::share});
            measure(tables, random.pick(std::vector<std::string_view>{"2012", "2012", "2013"}), role,
                    exact(std::to_string(1 + random.below(role == MeasureRole::share ? 99 : 40))), IssueArea::trade, {},
                    random.pick(std::vector<std::string_view>{"one", "one", "other"}));
        }
        const Dataset data = tables.dataset();
        // The ends without some of the claims.
        const auto ends = [&](std::uint32_t left_out) {
            std::vector<Measurement> rows;
            for (const Measurement& row : tables.measurements) {
                if (((left_out >> row.claim.value) & 1U) == 0) rows.push_back(row);
            }
            Dataset less = data;
            less.measurements = rows;
            const auto levels = measured(less, Tables::alpha, IssueArea::trade, period("2012")).levels;
            const std::vector<Level> list(levels.begin(), levels.end());
            return std::array{list.front(), list.back()};
        };
        const auto now = ends(0);
        const std::uint32_t everybody = (1U << data.claims.size()) - 1;
        std::array<bool, 2> anybody{};
        for (std::size_t i = 0; i < data.claims.size(); ++i) {
            BoundTelling found{};
            for_each_bound_telling(data, Tables::alpha, IssueArea::trade, period("2012"), Route::measured, plain,
                                   [&](const BoundTelling& one) {
                                       if (one.claim == &data.claims[i]) found = one;
                                   });
            const std::array shown{found.lower, found.upper};
            const auto then = ends(1U << i);
            for (std::size_t end = 0; end < 2; ++end) {
                if (then[end] != now[end]) CHECK(shown[end]);
                // Whether there are others without which the end stays, and without it as well does not.
                bool matters = false;
                for (std::uint32_t others = 0; others <= everybody; ++others) {
                    if (((others >> i) & 1U) != 0) continue;
                    matters = matters || (ends(others)[end] == now[end] && ends(others | 1U << i)[end] != now[end]);
                }
                if (shown[end]) CHECK(matters);
                anybody[end] = anybody[end] || shown[end];
            }
            decisive += then != now ? 1U : 0U;
            idle += !found.lower && !found.upper ? 1U : 0U;
        }
        const auto untold = ends(everybody);
        for (std::size_t end = 0; end < 2; ++end) {
            if (now[end] != untold[end]) CHECK(anybody[end]);
        }
    }
    CHECK(decisive > 50);
    CHECK(idle > 50);
}

// ---- two dates, and who else ----------------------------------------------------------------------------------------

TEST_CASE("two sets of levels compare only where no level of the one lies among the other's") {
    std::size_t comparable = 0;
    for (std::uint32_t a = 0; a < 32; ++a) {
        for (std::uint32_t b = 0; b < 32; ++b) {
            const auto at = Set<Level>::of_bits(a);
            const auto then = Set<Level>::of_bits(b);
            bool above = true;
            bool below = true;
            bool equal = true;
            for (const Level one : at) {
                for (const Level other : then) {
                    above = above && other > one;
                    below = below && other < one;
                    equal = equal && other == one;
                }
            }
            const bool none = at.empty() || then.empty();
            const Movement expected = none    ? Movement::not_comparable
                                      : above ? Movement::risen
                                      : below ? Movement::fallen
                                      : equal ? Movement::same
                                              : Movement::not_comparable;
            CHECK(change_between(at, then) == expected);
            comparable += expected == Movement::not_comparable ? 0U : 1U;
        }
    }
    CHECK(comparable == 5 + 2 * 49);  // 49 pairs of sets that are not empty lie one above the other
}

TEST_CASE("two dates compared") {
    Tables tables{"2020"};
    judge(tables, "2010", {Level::low});
    judge(tables, "2015", {Level::medium, Level::high});
    judge(tables, "2016", {Level::high});
    measure(tables, "2010", MeasureRole::exposure, exact("20"));
    measure(tables, "2010", MeasureRole::share, exact("60"));
    const Dataset data = tables.dataset();
    const auto from = [&](std::string_view at, std::string_view then, Route route) {
        const auto found = change_between(data, Tables::alpha, IssueArea::trade, period(at), period(then), route);
        CHECK((found.at.levels == dependency(data, Tables::alpha, IssueArea::trade, period(at), route).levels));
        CHECK((found.then.levels == dependency(data, Tables::alpha, IssueArea::trade, period(then), route).levels));
        CHECK((found.change == change_between(found.at.levels, found.then.levels)));
        return found.change;
    };
    CHECK(from("2010", "2015", Route::judged) == Movement::risen);
    CHECK(from("2015", "2010", Route::judged) == Movement::fallen);
    CHECK(from("2010", "2010", Route::judged) == Movement::same);
    CHECK(from("2015", "2015", Route::judged) == Movement::not_comparable);  // medium then high is possible
    CHECK(from("2015", "2016", Route::judged) == Movement::not_comparable);
    CHECK(from("2010", "2012", Route::judged) == Movement::not_comparable);  // of 2012 nothing is told
    CHECK(from("2010", "2015", Route::measured) == Movement::not_comparable);
    const DependencyScale carrying{.carrying = Carrying::forward(5)};
    CHECK(change_between(data, Tables::alpha, IssueArea::trade, period("2010"), period("2015"), Route::measured, plain,
                         carrying)
              .change == Movement::same);
}

TEST_CASE("who else gives in the same area, and no more of an order than is told") {
    Tables tables{"2020"};
    tables.partners.push_back({"zeta", "Zeta", PartnerKind::state, "", 0, ""});
    constexpr PartnerIndex zeta{4};
    const auto others = [&](PartnerIndex partner, Route route = Route::judged) {
        const Dataset data = tables.dataset();
        REQUIRE(first_defect(data).defect == Defect::none);
        std::string text;
        for_each_replacement(data, partner, IssueArea::trade, period("2012"), route, plain,
                             [&](const Replacement& one) {
                                 CHECK((one.dependency.levels ==
                                        dependency(data, one.partner, IssueArea::trade, period("2012"), route).levels));
                                 text += (text.empty() ? "" : ", ") + std::string(data.partner(one.partner).id) + " " +
                                         show(one.dependency.levels);
                             });
        return text;
    };
    Claim claim;
    claim.partners.bits = 31;
    CHECK(others(Tables::alpha).empty());
    judge(tables, "2012", {Level::high}, Tables::alpha, claim);
    CHECK(others(Tables::alpha).empty());
    CHECK(others(Tables::beta) == "alpha high");
    judge(tables, "2012", {Level::low, Level::medium}, Tables::beta, claim);
    judge(tables, "2012", {Level::none, Level::low}, Tables::world, claim);  // perhaps nothing
    judge(tables, "2012", {Level::low, Level::high}, zeta, claim);
    CHECK(others(Tables::alpha) == "zeta low high, beta low medium");
    CHECK(others(zeta) == "alpha high, beta low medium");           // the higher first, whatever the order of the table
    judge(tables, "2011", {Level::critical}, Tables::bloc, claim);  // of another time
    CHECK(others(zeta) == "alpha high, beta low medium");
    judge(tables, "2012", {Level::critical}, Tables::bloc, claim);
    CHECK(others(zeta) == "bloc critical, alpha high, beta low medium");
    // The routes are not mixed.
    CHECK(others(zeta, Route::measured).empty());
    measure(tables, "2012", MeasureRole::share, exact("5"), IssueArea::trade, claim, {}, Tables::beta);
    measure(tables, "2012", MeasureRole::total, exact("90"), IssueArea::trade, claim, {}, Tables::alpha);
    CHECK(others(zeta, Route::measured) == "beta low medium");  // of a total alone nothing is told to come from alpha
    // Neither the groups of a partner nor the members of a group are others.
    tables.memberships = {{zeta, Tables::bloc, ClaimIndex{0}, {}, false}};
    CHECK(others(zeta) == "alpha high, beta low medium");
    CHECK(others(Tables::bloc) == "alpha high, beta low medium");
    CHECK(others(Tables::alpha) == "bloc critical, zeta low high, beta low medium");
}

// ---- single cut-offs ------------------------------------------------------------------------------------------------

TEST_CASE("the values of each cut-off over which the levels stay, against a scale with that value") {
    support::Random random(7);
    std::size_t ends = 0;
    const Decimal step = *Decimal::of(1, 9);
    const auto plus = [](Decimal value, int billionths) {
        std::int64_t digits = value.digits();
        for (int i = value.places(); i < 9; ++i) digits *= 10;
        return *Decimal::of(digits + billionths, 9);
    };
    for (int round = 0; round < 150; ++round) {
        const IssueArea area = random.pick(std::vector<IssueArea>{IssueArea::trade, IssueArea::debt, IssueArea::arms});
        Tables tables{"2020"};
        for (std::size_t i = 1 + random.below(3); i > 0; --i) {
            const MeasureRole role =
                random.pick(std::vector<MeasureRole>{MeasureRole::exposure, MeasureRole::total, MeasureRole::share});
            measure(tables, random.pick(std::vector<std::string_view>{"2012", "2013"}), role,
                    exact(std::to_string(1 + random.below(role == MeasureRole::share ? 99 : 40))), area);
        }
        const Dataset data = tables.dataset();
        const Period at = period("2012/2013");
        const CutOffs cuts = *default_scale.find(area);
        const auto levels_with = [&](Cut cut, Decimal value) {
            std::array moved{cuts};
            (cut == Cut::e1   ? moved[0].e1
             : cut == Cut::e2 ? moved[0].e2
             : cut == Cut::s1 ? moved[0].s1
             : cut == Cut::s2 ? moved[0].s2
                              : moved[0].s3) = value;
            return measured(data, Tables::alpha, area, at, plain, DependencyScale{.own = moved}).levels;
        };
        const auto ranges = cut_off_ranges(data, Tables::alpha, area, at);
        REQUIRE(ranges.has_value());
        const Set<Level> now = measured(data, Tables::alpha, area, at).levels;
        for (std::size_t i = 0; i < 5; ++i) {
            const CutOffValues& one = (*ranges)[i];
            CAPTURE(std::string(name(one.cut)));
            CHECK(one.cut == numbered_cuts[i]);
            CHECK(one.value == cuts.at(one.cut));
            CHECK(one.mark == cuts.mark(one.cut));
            CHECK(one.above.has_value() == !one.below.empty());
            CHECK(one.up_to.has_value() == !one.beyond.empty());
            if (one.value == Decimal{0}) {
                CHECK_FALSE(one.above.has_value());
                CHECK_FALSE(one.up_to.has_value());
                continue;
            }
            if (one.above) {
                CHECK(*one.above < one.value);
                CHECK((levels_with(one.cut, *one.above) == one.below));
                CHECK((one.below != now));
                CHECK((levels_with(one.cut, plus(*one.above, 1)) == now));
            } else {
                CHECK((levels_with(one.cut, step) == now));
            }
            if (one.up_to) {
                CHECK(*one.up_to >= one.value);
                CHECK((levels_with(one.cut, *one.up_to) == now));
                CHECK((levels_with(one.cut, plus(*one.up_to, 1)) == one.beyond));
                CHECK((one.beyond != now));
            } else {
                CHECK((levels_with(one.cut, Decimal{1000}) == now));
            }
            for (int tenths = 1; tenths < 1000; tenths += 9) {
                const Decimal value = *Decimal::of(tenths, 1);
                if ((!one.above || value > *one.above) && (!one.up_to || value <= *one.up_to)) {
                    CHECK((levels_with(one.cut, value) == now));
                }
            }
            ends += (one.above ? 1U : 0U) + (one.up_to ? 1U : 0U);
        }
    }
    CHECK(ends > 60);
    const Tables tables{"2020"};
    CHECK_FALSE(cut_off_ranges(tables.dataset(), Tables::alpha, IssueArea::security, period("2012")).has_value());
    CHECK_FALSE(cut_off_ranges(tables.dataset(), Tables::alpha, IssueArea::trade, period("2030/..")).has_value());
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
        detail::for_each_part(data, data.judgements, Tables::alpha, IssueArea::trade,
                              asked_days(data, period("2012/..")), plain, default_scale, [&](Day) {
                                  if (++parts > 10) throw TooManyParts{};
                              });
    };
    CHECK_NOTHROW(go());
    CHECK(parts == 2);
}
