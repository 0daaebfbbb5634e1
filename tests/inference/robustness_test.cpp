// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Robustness: every way to turn the rows of random cases, one by one; samples against what is exact; a result that is
/// pinned; cut-offs moved step by step, in whole numbers.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/defect.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/robustness.hpp>

#include "support/random_claims.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::period;
using support::Tables;

// ---- a case that the compiler computes ------------------------------------------------------------------------------

namespace small {
constexpr std::array sources{Source{.id = "000_one", .author = "One", .published = Date{2020}, .blocks = 9},
                             Source{.id = "001_two", .author = "Two", .published = Date{2020}, .blocks = 9},
                             Source{.id = "002_two", .author = "Two", .published = Date{2020}, .blocks = 9}};
constexpr std::array partners{Partner{"alpha", "Alpha", PartnerKind::state, "", 0, ""}};
constexpr Period then = during("2010/2012");
constexpr auto claim_of = [](std::string_view id, const Period& when) {
    return Claim{.id = id, .partners = {1}, .period = when, .statement = "So."};
};
constexpr std::array claims{claim_of("000.001a", then),       claim_of("000.002a", then),
                            claim_of("000.003a", Date{2005}), claim_of("001.001a", then),
                            claim_of("002.001a", Date{2014}), claim_of("002.002a", Date{2016})};
constexpr PartnerIndex alpha{0};
constexpr std::array conditions{
    Coding<Condition>{ClaimIndex{0}, alpha, Condition::resources, Tells::holds, {}},
    Coding<Condition>{
        ClaimIndex{0}, alpha, Condition::acclaim, Tells::holds, {}},  // a single state is no activist's world
    Coding<Condition>{ClaimIndex{1}, alpha, Condition::geography, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{2}, alpha, Condition::resources, Tells::holds, {}},  // long before
    Coding<Condition>{ClaimIndex{3}, alpha, Condition::geography, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{3}, alpha, Condition::regime_affinity, Tells::holds, {}},
    Coding<Condition>{ClaimIndex{4}, alpha, Condition::resources, Tells::holds, {}},  // the next
    Coding<Condition>{ClaimIndex{5}, alpha, Condition::resources, Tells::holds, {}},  // after the next
};
constexpr Dataset data{.id = "test",
                       .title = "Test",
                       .state = "State",
                       .edition = 1,
                       .time = during("2000/2020"),
                       .sources = sources,
                       .sections = {},
                       .partners = partners,
                       .memberships = {},
                       .claims = claims,
                       .conditions = conditions,
                       .conduct = {},
                       .determinants = {},
                       .obligations = {}};
static_assert(first_defect(data).defect == Defect::none);
constexpr Period at = during("2011");
constexpr Period between = during("2013");

constexpr std::size_t rows(const Period& when, Mistake mistake, bool strict = false) {
    return rows_that_can_matter(data, alpha, when, three_modes::predicted, mistake, {.strict = strict});
}
// In 2011 one row tells of resources, two of geography, one of affinity; nobody can turn them into an activist's world.
static_assert(rows(at, Mistake::flipped) == 4 && rows(at, Mistake::flipped, true) == 4);
// Of 2013 nothing is told: the nearest before and after, and without them the next.
static_assert(rows(between, Mistake::flipped) == 2);
static_assert(rows(between, Mistake::dropped) == 7 && rows(between, Mistake::dropped, true) == 0);

constexpr Result<Steadiness> ask(const Turning& turning, const Period& when = at) {
    std::array<Coding<Condition>, 16> room{};
    return steadiness(data, alpha, when, three_modes::predicted, turning, std::span<Coding<Condition>>(room));
}
constexpr auto exact = ask({});
static_assert(exact.ok() && exact->exact && exact->rows == 4 && exact->cases == 16);
// A row flipped ends what it told; geography, told twice, turns when both are flipped, but is contested when one is.
static_assert(exact->stayed == 1 && exact->stayed_with[0] == 1 && exact->least_turned() == std::size_t{1});
static_assert(exact->standard_error() == 0);
// Pinned: the same seed gives the same count on every platform, at compile time and at run time.
constexpr Turning sampled{.chance = decimal("0.1"), .seed = 42, .samples = 500, .exact_up_to = 0};
constexpr Turning few_samples{.chance = decimal("0.1"), .seed = 42, .samples = 8, .exact_up_to = 0};
constexpr auto samples = ask(few_samples);
static_assert(!samples->exact && samples->cases == 8 && samples->rows == 4 && samples->stayed == 6);
static_assert(samples->turning.seed == 42 && !samples->least_turned());

}  // namespace small

template <Named E>
std::vector<Coding<E>> room_for(const Dataset& data) {
    return std::vector<Coding<E>>(2 * data.codings<E>().size());
}

bool about(double left, double right, double error = 1e-12) { return std::abs(left - right) <= error; }

double number(Decimal decimal) { return static_cast<double>(decimal.digits()) / std::pow(10.0, decimal.places()); }

// ---- every way to turn the rows of random cases ---------------------------------------------------------------------

struct RandomCase {
    std::string wrong{};
    bool exact = false;
    bool told = false;
    std::size_t kept_out = 0;  ///< Rows that cannot matter.
};

std::uint64_t choose(std::uint64_t n, std::uint64_t k) {
    if (k > n) return 0;
    std::uint64_t ways = 1;
    for (std::uint64_t i = 0; i < k; ++i) ways = ways * (n - i) / (i + 1);
    return ways;
}

template <Named E>
RandomCase compare(std::uint64_t seed, const std::vector<E>& features) {
    support::Random random(seed);
    Tables tables;
    std::vector<Coding<E>> rows =
        random.chance(4) ? support::random_codings(tables, random, features, {.decades = true, .corners = true})
                         : support::random_rows(tables, random, features, 2 + random.below(3));
    if (rows.size() > 8) rows.resize(8);
    const Dataset data = support::with_rows(tables.dataset(), rows);
    const auto rules =
        support::random_rules(random, features, std::vector<Stage>{Stage::prioritising, Stage::carving_space});
    const Admission admission = support::random_admission(random);
    const PartnerIndex partner = random.chance(8) ? Tables::world : Tables::alpha;
    const Day from = support::first_day("2010-01") + static_cast<Day>(random.below(700));
    const Period at(*Date::of_day(from),
                    *Date::of_day(from + static_cast<Day>(random.chance(2) ? 0 : random.below(300))));
    Turning turning;
    turning.mistake = random.chance(2) ? Mistake::flipped : Mistake::dropped;
    turning.chance = *parse_decimal(random.pick(std::vector<std::string_view>{"0.01", "0.05", "0.1", "0.5", "0.125"}));

    // Every way to turn any of all rows, whether they can matter or not.
    const auto before = classify(data, partner, at, rules, admission);
    std::vector<std::uint64_t> stayed(rows.size() + 1);
    std::uint64_t label_stayed = 0;
    for (std::uint32_t bits = 0; (bits >> rows.size()) == 0; ++bits) {
        std::vector<Coding<E>> turned;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool turn = ((bits >> i) & 1U) != 0;
            if (turn && turning.mistake == Mistake::dropped) continue;
            turned.push_back(rows[i]);
            if (turn) turned.back().tells = rows[i].tells == Tells::holds ? Tells::fails : Tells::holds;
        }
        const auto after = classify(support::with_rows(data, turned), partner, at, rules, admission);
        if (after == before) ++stayed[static_cast<std::size_t>(std::popcount(bits))];
        if (after.holds(Stage::prioritising)) ++label_stayed;
    }
    double share = 0;
    const double chance = number(turning.chance);
    for (std::size_t k = 0; k < stayed.size(); ++k) {
        share += static_cast<double>(stayed[k]) * std::pow(chance, static_cast<double>(k)) *
                 std::pow(1 - chance, static_cast<double>(rows.size() - k));
    }

    RandomCase result;
    const std::string what = "seed " + std::to_string(seed) + support::show(tables, rows) + "\n  " + support::show(at) +
                             ", " + std::string(name(turning.mistake)) + ": ";
    auto room = room_for<E>(data);
    const auto found = steadiness(data, partner, at, rules, turning, std::span<Coding<E>>(room), admission);
    if (!found) return {what + "an error"};
    result.exact = found->exact;
    result.told = before != Verdict<Stage>{{}, rules.labels()};
    result.kept_out = rows.size() - found->rows;
    if (!found->exact) return {what + "not exact"};
    if (found->cases != std::uint64_t{1} << found->rows) result.wrong = what + "another number of cases";
    if (found->rows != rows_that_can_matter(data, partner, at, rules, turning.mistake, admission)) {
        result.wrong = what + "another number of rows";
    }
    if (!about(found->share(), share)) result.wrong = what + "another share";
    // Turning what cannot matter as well spreads the counts, and does nothing else.
    std::uint64_t sum = 0;
    for (std::size_t k = 0; k < stayed.size(); ++k) {
        std::uint64_t expected = 0;
        for (std::size_t j = 0; j <= k && j <= found->rows; ++j) {
            expected += found->stayed_with[j] * choose(rows.size() - found->rows, k - j);
        }
        if (stayed[k] != expected) result.wrong = what + "another count with " + std::to_string(k) + " rows turned";
    }
    for (const std::uint64_t count : found->stayed_with) sum += count;
    if (sum != found->stayed) result.wrong = what + "the counts are not the sum";
    std::optional<std::size_t> least;
    for (std::size_t k = stayed.size(); k-- > 0;) {
        if (stayed[k] != choose(rows.size(), k)) least = k;
    }
    if (found->least_turned() != least) result.wrong = what + "another least number";
    const auto of_label = steadiness(data, partner, at, rules, turning, std::span<Coding<E>>(room), admission,
                                     [](const Verdict<Stage>& verdict) { return verdict.holds(Stage::prioritising); });
    if (of_label->stayed << result.kept_out != label_stayed) result.wrong = what + "another count for a label";

    // Samples lie around it.
    turning.exact_up_to = 0;
    turning.samples = 400;
    turning.seed = seed;
    const auto samples = steadiness(data, partner, at, rules, turning, std::span<Coding<E>>(room), admission);
    if (samples->exact || samples->cases != 400 || samples->stayed > 400) result.wrong = what + "not that many samples";
    const double error = std::sqrt(std::max(0.0, share * (1 - share)) / 400);
    if (!about(samples->share(), share, 5 * error + 3.0 / 400))
        result.wrong =
            what + "samples far off: " + std::to_string(samples->share()) + " instead of " + std::to_string(share);
    if (!about(samples->standard_error(), std::sqrt(samples->share() * (1 - samples->share()) / 400))) {
        result.wrong = what + "another standard error";
    }
    return result;
}

template <Named E>
void compare_all(const std::vector<E>& features, std::uint64_t seeds) {
    std::size_t wrong = 0;
    std::size_t told = 0;
    std::size_t kept_out = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto one = compare(seed, features);
        told += one.told ? 1U : 0U;
        kept_out += one.kept_out;
        if (!one.wrong.empty() && ++wrong <= 3) MESSAGE(one.wrong);
    }
    CHECK(wrong == 0);
    CHECK(told > seeds / 4);
    CHECK(kept_out > seeds / 4);
}

}  // namespace

TEST_CASE("all combinations of turned rows are counted as trying each does: states") {
    compare_all(std::vector<Determinant>{Determinant::price_felt, Determinant::preferred, Determinant::open_door}, 300);
    compare_all(std::vector<Condition>{Condition::resources, Condition::geography, Condition::alternative}, 150);
}

TEST_CASE("all combinations of turned rows are counted as trying each does: acts") {
    compare_all(std::vector<Conduct>{Conduct::defers, Conduct::dissents, Conduct::restricts}, 200);
}

TEST_CASE("the shares of a case by hand") {
    // Four rows, of which none may be flipped.
    CHECK(about(small::exact->share(), std::pow(0.95, 4)));
    const auto samples = small::ask(small::sampled);
    CHECK(samples->stayed == 331);
    CHECK(about(samples->share(), 331.0 / 500));
    CHECK(about(samples->standard_error(), std::sqrt(0.662 * 0.338 / 500)));
    CHECK(std::abs(samples->share() - std::pow(0.9, 4)) < 3 * samples->standard_error());
    // Dropped: affinity must stay, one of two for geography; resources may be told of 2011, or before and after.
    const auto dropped = small::ask({.mistake = Mistake::dropped});
    CHECK(dropped->rows == 7);
    CHECK(dropped->exact);
    CHECK(dropped->cases == 128);
    CHECK(dropped->stayed_with[0] == 1);
    CHECK(dropped->stayed_with[1] == 6);
    CHECK(dropped->stayed_with[2] == 13);
    CHECK(dropped->least_turned() == std::size_t{1});
    // At run time the same as at compile time.
    CHECK(small::ask(small::few_samples)->stayed == small::samples->stayed);
    CHECK(small::ask({})->stayed_with == small::exact->stayed_with);
}

TEST_CASE("where all stayed the share is one, and where none did nothing, whatever the chance") {
    for (std::size_t rows = 0; rows <= countable_rows; ++rows) {
        for (const std::string_view chance : {"0.01", "0.05", "0.1", "0.125", "0.3", "0.5", "0.7", "0.99", "0.999"}) {
            Steadiness steady{.rows = rows, .exact = true, .cases = std::uint64_t{1} << rows};
            steady.turning.chance = *parse_decimal(chance);
            CHECK(steady.share() == 0);
            for (std::size_t k = 0; k <= rows; ++k) steady.stayed_with[k] = choose(rows, k);
            steady.stayed = steady.cases;
            CHECK(steady.share() == 1);
        }
    }
}

TEST_CASE("where all samples stayed, or none, the rule of three bounds the share") {
    const auto bound = [](std::uint64_t samples, std::uint64_t stayed, bool exact = false) {
        return Steadiness{.exact = exact, .cases = samples, .stayed = stayed}.bound();
    };
    CHECK(about(bound(2000, 2000).value(), 0.9985));
    CHECK(about(bound(2000, 0).value(), 0.0015));
    for (const std::uint64_t samples : {1U, 2U, 3U}) {
        CHECK(bound(samples, samples) == 0.0);
        CHECK(bound(samples, 0) == 1.0);
    }
    CHECK_FALSE(bound(2000, 1).has_value());
    CHECK_FALSE(bound(2000, 1999).has_value());
    CHECK_FALSE(bound(0, 0).has_value());
    CHECK_FALSE(bound(16, 16, true).has_value());
    CHECK_FALSE(bound(16, 0, true).has_value());
    // A share as low as the bound would let all samples stay about once in twenty times.
    for (const std::uint64_t samples : {30U, 100U, 2000U, 1'000'000U}) {
        CHECK(about(std::pow(bound(samples, samples).value(), static_cast<double>(samples)), 0.05, 0.009));
        CHECK(about(bound(samples, 0).value(), 1 - bound(samples, samples).value()));
    }
}

TEST_CASE("another seed gives other samples, the same seed the same") {
    const PartnerIndex russia = *find_partner(tajikistan.partners, "russia");
    auto room = room_for<Condition>(tajikistan);
    const auto ask = [&](std::uint64_t seed) {
        const Turning turning{.seed = seed, .samples = 200, .exact_up_to = 0};
        return steadiness(tajikistan, russia, period("2019"), three_modes::predicted, turning,
                          std::span<Coding<Condition>>(room))
            ->stayed;
    };
    CHECK(ask(1) == ask(1));
    bool same = true;
    for (std::uint64_t seed = 2; seed < 6; ++seed) same = same && ask(seed) == ask(1);
    CHECK_FALSE(same);
}

TEST_CASE("with no chance everything stays, with certainty everything is turned") {
    for (const std::uint32_t exact_up_to : {0U, 1000U}) {
        const auto never = small::ask({.chance = Decimal{0}, .samples = 50, .exact_up_to = exact_up_to});
        CHECK(never->share() == 1);
        const auto ever = small::ask({.chance = Decimal{1}, .samples = 50, .exact_up_to = exact_up_to});
        CHECK(ever->share() == 0);
        CHECK(never->standard_error() == 0);
        CHECK(never->exact == (exact_up_to != 0));
    }
    const auto none = small::ask({.samples = 0, .exact_up_to = 0});
    CHECK(none->cases == 0);
    CHECK(none->share() == 0);
    CHECK(none->standard_error() == 0);
}

TEST_CASE("a chance that is none is an error, and so is too little room") {
    for (const std::string_view wrong : {"-0.01", "1.01", "2", "-1"}) {
        const auto result = small::ask({.chance = *parse_decimal(wrong)});
        CHECK_FALSE(result.ok());
        CHECK(result.error().fault == Fault::out_of_range);
        CHECK(result.error().given == 0);
        CHECK(result.error().expected == 0);
    }
    for (std::size_t size = 0; size <= 9; ++size) {
        std::vector<Coding<Condition>> room(size);
        const auto result = steadiness(small::data, small::alpha, small::at, three_modes::predicted, {},
                                       std::span<Coding<Condition>>(room));
        CHECK(result.ok() == (size >= 8));
        if (result.ok()) {
            CHECK(result->stayed == 1);
        } else {
            CHECK(result.error().fault == Fault::out_of_range);
            CHECK(result.error().given == size);
            CHECK(result.error().expected == 8);
        }
    }
}

TEST_CASE("where no row can matter the verdict stays for sure, and no room is needed") {
    const auto ask = [](const Period& at, std::span<Coding<Condition>> room) {
        return steadiness(small::data, small::alpha, at, three_modes::predicted, {}, room);
    };
    for (const std::string_view at : {"2001", "2019", "2030/.."}) {
        const auto result = ask(period(at), {});
        REQUIRE(result.ok());
        CHECK(result->rows == 0);
        CHECK(result->exact);
        CHECK(result->cases == 1);
        CHECK(result->stayed == 1);
        CHECK(result->share() == 1);
        CHECK_FALSE(result->least_turned().has_value());
    }
}

TEST_CASE("rows that do the same are counted together, so that dozens are exact") {
    Tables tables{"2020"};
    for (int i = 0; i < 70; ++i) {
        tables.determinants.push_back({tables.add(Aspect::state, i % 2 == 0 ? "2010/2012" : "2011"),
                                       Tables::alpha,
                                       Determinant::price_felt,
                                       Tells::holds,
                                       {}});
    }
    static constexpr auto rules =
        typology<Stage, Determinant>({{Stage::prioritising, is(Determinant::price_felt), ""}});
    std::vector<Coding<Determinant>> room(200);
    const auto ask = [&](std::size_t rows, Mistake mistake, std::string_view at, bool strict) {
        Dataset data = tables.dataset();
        data.determinants = data.determinants.first(rows);
        const Turning turning{.mistake = mistake, .samples = 10};
        return *steadiness(data, Tables::alpha, period(at), rules, turning, std::span<Coding<Determinant>>(room),
                           {.strict = strict});
    };
    const auto sixty = ask(60, Mistake::dropped, "2011", true);
    CHECK(sixty.exact);
    CHECK(sixty.rows == 60);
    CHECK(sixty.stayed == (std::uint64_t{1} << 60U) - 1);  // as long as one is left
    CHECK(sixty.least_turned() == std::size_t{60});
    CHECK(sixty.stayed_with[30] == 118264581564861424U);  // 60 choose 30
    CHECK(about(sixty.share(), 1));
    // Flipped, one is enough to contest what all others tell; all together turn it.
    const auto flipped = ask(60, Mistake::flipped, "2011", false);
    CHECK(flipped.exact);
    CHECK(flipped.stayed == 1);
    CHECK(flipped.least_turned() == std::size_t{1});
    CHECK(about(flipped.share(), std::pow(0.95, 60)));
    CHECK(ask(62, Mistake::flipped, "2011", false).exact);
    CHECK(ask(62, Mistake::flipped, "2011", false).stayed == 1);
    CHECK_FALSE(ask(63, Mistake::flipped, "2011", false).exact);  // more than can be counted
    CHECK_FALSE(ask(70, Mistake::flipped, "2011", false).exact);
    // Over two years the half of them that tell of one year only is another group.
    const auto two_years = ask(40, Mistake::dropped, "2010/2011", true);
    CHECK(two_years.exact);
    CHECK(two_years.stayed_with[1] == 40);
    CHECK(two_years.least_turned() == std::size_t{20});
}

TEST_CASE("rows of different times do the same where they tell the same of the time asked about") {
    Tables tables{"2020"};
    for (int year = 1960; year < 2000; ++year) {
        tables.determinants.push_back({tables.add(Aspect::state, std::to_string(year) + "/2012"),
                                       Tables::alpha,
                                       Determinant::price_felt,
                                       Tells::holds,
                                       {}});
    }
    static constexpr auto rules =
        typology<Stage, Determinant>({{Stage::prioritising, is(Determinant::price_felt), ""}});
    const Dataset data = tables.dataset();
    std::vector<Coding<Determinant>> room(80);
    const auto ask = [&](Mistake mistake, std::string_view at, bool strict) {
        const Turning turning{.mistake = mistake, .samples = 10};
        return *steadiness(data, Tables::alpha, period(at), rules, turning, std::span<Coding<Determinant>>(room),
                           {.strict = strict});
    };
    CHECK(ask(Mistake::flipped, "2011", false).exact);
    CHECK(ask(Mistake::flipped, "2011", false).stayed == 1);
    CHECK(ask(Mistake::dropped, "2011", true).exact);
    CHECK(ask(Mistake::dropped, "2011", true).least_turned() == std::size_t{40});
    CHECK_FALSE(ask(Mistake::flipped, "1980/2011", false).exact);  // each year tells otherwise
    // What was dropped lets others in, however far away, so that each is another.
    CHECK_FALSE(ask(Mistake::dropped, "2011", false).exact);
}

TEST_CASE("counting is left to samples where it takes more readings than allowed") {
    CHECK(small::ask({.samples = 7, .exact_up_to = 12})->exact);  // 2 * 3 * 2 readings
    CHECK_FALSE(small::ask({.samples = 7, .exact_up_to = 11})->exact);
    CHECK(small::ask({.samples = 7, .exact_up_to = 11})->cases == 7);
    CHECK(small::ask({.samples = 7, .exact_up_to = 4'000'000'000U})->exact);
}

TEST_CASE("what is counted for the compiled-in dataset lies where samples do") {
    auto room = room_for<Condition>(tajikistan);
    for (const std::string_view id : {"russia", "china", "west"}) {
        const PartnerIndex partner = *find_partner(tajikistan.partners, id);
        Turning turning;
        const auto exact = steadiness(tajikistan, partner, period("2019"), three_modes::predicted, turning,
                                      std::span<Coding<Condition>>(room));
        CHECK(exact->exact);
        turning.exact_up_to = 0;
        turning.samples = 2000;
        const auto samples = steadiness(tajikistan, partner, period("2019"), three_modes::predicted, turning,
                                        std::span<Coding<Condition>>(room));
        CHECK(samples->rows == exact->rows);
        CHECK(about(samples->share(), exact->share(), 4 * samples->standard_error()));
    }
}

// ---- something left out ---------------------------------------------------------------------------------------------

TEST_CASE("of the readings without one document, author or claim those are counted that keep the verdict") {
    const auto ask = [](Withdrawn what, const Period& at) {
        return leave_one_out(small::data, small::alpha, at, three_modes::predicted, what);
    };
    static_assert(leave_one_out(small::data, small::alpha, small::at, three_modes::predicted, Withdrawn::claim) ==
                  LeftOut{3, 2});
    // Of 2011 the third document tells nothing, and nothing of it is asked; without the claim of affinity nothing
    // holds.
    CHECK((ask(Withdrawn::source, small::at) == LeftOut{2, 0}));
    CHECK((ask(Withdrawn::author, small::at) == LeftOut{2, 0}));
    CHECK(about(ask(Withdrawn::claim, small::at).share(), 2.0 / 3));
    // Of 2013 the first and the third tell, together; without either nothing is told.
    CHECK((ask(Withdrawn::source, small::between) == LeftOut{2, 0}));
    CHECK((leave_one_out(Dataset{.partners = small::partners}, small::alpha, small::at, three_modes::predicted,
                         Withdrawn::source) == LeftOut{}));
    CHECK(LeftOut{}.share() == 1);
}

TEST_CASE(
    "as many can be left out as tell of the time asked about, and the verdict stays as often as without their rows") {
    support::Random random(3);
    const std::vector<Determinant> features{Determinant::price_felt, Determinant::preferred, Determinant::open_door};
    const Stage stage = Stage::prioritising;
    const Period at = period("2011");
    std::size_t decisive = 0;
    std::size_t kept_out = 0;
    for (int i = 0; i < 300; ++i) {
        Tables tables;
        const auto rows = support::random_rows(tables, random, features, 6);
        const Dataset data = support::with_rows(tables.dataset(), rows);
        const auto rules = support::random_rules(random, features, std::vector<Stage>{stage});
        const Admission strict{.strict = true};  // so that only what tells of the time bears on it
        const auto read = [&](const Dataset& tables_left) {
            const auto verdict = classify(tables_left, Tables::alpha, at, rules, strict);
            return std::pair(verdict, verdict.outcome(anything_told(tables_left, Tables::alpha, at, rules, strict)));
        };
        const auto before = read(data);
        const Set<Determinant> asked =
            before.second == Outcome::open ? rules.features() : rules.rule(stage).when().conditions();
        for (const Withdrawn what : all<Withdrawn>()) {
            const auto same = [&](ClaimIndex left, ClaimIndex right) {
                const Source& one = data.source(data.claim(left));
                const Source& other = data.source(data.claim(right));
                return what == Withdrawn::claim    ? left == right
                       : what == Withdrawn::author ? one.author == other.author
                                                   : &one == &other;
            };
            std::vector<ClaimIndex> telling;  // one for each that is told by others
            const auto tell = [&](ClaimIndex claim) {
                for (const ClaimIndex there : telling) {
                    if (same(there, claim)) return;
                }
                telling.push_back(claim);
            };
            for (const Determinant feature : asked) {
                for_each_telling(data, data.determinants, Tables::alpha, feature, asked_days(data, at), strict,
                                 [&](const auto& one) {
                                     tell(one.coding->claim);
                                     if (one.by_membership) tell(data.memberships.front().claim);
                                 });
            }
            LeftOut expected;
            expected.readings = telling.size();
            for (const ClaimIndex claim : telling) {
                const auto left = support::rows_of(rows, [&](const auto& row) { return !same(row.claim, claim); });
                Dataset less = support::with_rows(data, left);
                if (!data.memberships.empty() && same(data.memberships.front().claim, claim)) less.memberships = {};
                if (read(less) == before) ++expected.stayed;
            }
            CHECK((leave_one_out(data, Tables::alpha, at, rules, what, strict) == expected));
            decisive += expected.readings - expected.stayed;
            if (what == Withdrawn::claim) kept_out += data.claims.size() - expected.readings;
        }
    }
    CHECK(decisive > 100);
    CHECK(kept_out > 500);
}

// ---- cut-offs moved -------------------------------------------------------------------------------------------------

namespace {

/// A figure as the reference reads it. Unit: tenths of a percent.
struct FigureTold {
    int year = 0;
    MeasureRole role{};
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool bounded = true;
};

constexpr std::int64_t no_end = 1'000'000'000;

/// A range of numbers. Unit: ten-thousandths of a percent.
struct Interval {
    std::int64_t low = 0;
    std::int64_t high = no_end;
};

/// The scale in whole numbers: cut-offs in tenths of a percent, times a factor over / under, without the library's own
/// arithmetic. The order is e1, e2, s1, s2, s3.
struct Scale {
    std::array<std::int64_t, 5> cuts{};
    std::array<bool, 5> moves{};
    std::int64_t over = 1;
    std::int64_t under = 1;

    /// value >= factor * cut * multiple, where a cut of zero asks for anything.
    [[nodiscard]] bool reaches(std::int64_t value, std::size_t which, std::int64_t halves = 2) const {
        if (cuts[which] == 0) return value > 0;
        if (value >= no_end) return true;
        const std::int64_t cut = cuts[which] * 1000 * halves;  // twice, so that half of it is whole
        return moves[which] ? static_cast<__int128_t>(2 * value) * under >= static_cast<__int128_t>(cut) * over
                            : 2 * value >= cut;
    }
    [[nodiscard]] Level level(std::int64_t e, std::int64_t s) const {
        if (e == 0 && s == 0) return Level::none;
        if (cuts[0] == 0 && cuts[1] == 0) {  // presence is enough, and the share says how much
            if (e == 0) return Level::low;
            return reaches(s, 4)   ? Level::critical
                   : reaches(s, 3) ? Level::high
                   : reaches(s, 2) ? Level::medium
                                   : Level::low;
        }
        if (reaches(e, 1) && reaches(s, 4)) return Level::critical;
        if ((reaches(e, 1) && reaches(s, 2)) || (reaches(e, 0) && reaches(s, 3))) return Level::high;
        if (reaches(e, 0) || (reaches(e, 0, 1) && reaches(s, 3))) return Level::medium;
        return Level::low;
    }
    [[nodiscard]] Set<Level> levels(const std::vector<FigureTold>& figures, int year) const {
        const auto hull = [&](MeasureRole role) {
            std::optional<Interval> all;
            for (const auto& one : figures) {
                if (one.year != year || one.role != role) continue;
                const Interval own{one.low * 1000, one.bounded ? one.high * 1000 : no_end};
                if (!all) all = own;
                all = Interval{std::min(all->low, own.low), std::max(all->high, own.high)};
            }
            return all;
        };
        const auto exposure = hull(MeasureRole::exposure);
        const auto total = hull(MeasureRole::total);
        const auto told_share = hull(MeasureRole::share);
        if (!exposure && !total && !told_share) return all<Level>();
        Interval share{0, 1'000'000};
        if (told_share) share = {told_share->low, std::min<std::int64_t>(told_share->high, 1'000'000)};
        Interval own;
        if (exposure) {
            own = *exposure;
        } else if (total) {
            own = {total->low / 1000 * (share.low / 1000),
                   total->high >= no_end ? no_end : total->high / 1000 * (share.high / 1000)};
        }
        return trimode::levels(level(own.low, share.low), level(own.high, share.high));
    }
};

std::string text_of(std::int64_t tenths) { return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10); }
std::int64_t whole(Decimal decimal, int places) {
    std::int64_t digits = decimal.digits();
    for (int i = decimal.places(); i < places; ++i) digits *= 10;
    return digits;
}

}  // namespace

TEST_CASE("the range of cut-offs is where the levels stay, step by step") {
    support::Random random(5);
    std::size_t bounded = 0;
    std::size_t unbounded = 0;
    for (int round = 0; round < 400; ++round) {
        const IssueArea area =
            random.pick(std::vector<IssueArea>{IssueArea::trade, IssueArea::debt, IssueArea::aid, IssueArea::migration,
                                               IssueArea::arms, IssueArea::energy});
        Tables tables{"2020"};
        std::vector<FigureTold> figures;
        for (std::size_t i = 1 + random.below(4); i > 0; --i) {
            FigureTold one;
            one.year = 2010 + static_cast<int>(random.below(2));
            one.role =
                random.pick(std::vector<MeasureRole>{MeasureRole::exposure, MeasureRole::share, MeasureRole::total});
            one.low = 1 + static_cast<std::int64_t>(random.below(one.role == MeasureRole::share ? 900 : 300));
            if (random.chance(3)) one.low = (one.low / 50 + 1) * 50;  // right at some cut-off
            one.high = random.chance(2) ? one.low : one.low + static_cast<std::int64_t>(random.below(200));
            one.bounded = !random.chance(5);
            Claim claim;
            claim.period = period(std::to_string(one.year));
            AnyQuantity& quantity = claim.figures[0].quantity;
            quantity.low = *parse_decimal(text_of(one.low));
            quantity.high = *parse_decimal(text_of(one.high));
            quantity.form = !one.bounded ? Form::at_least : one.low == one.high ? Form::exact : Form::interval;
            quantity.unit = Unit::percent;
            claim.figures[0].measure = "of something";
            tables.measurements.push_back({tables.add(claim), Tables::alpha, area, one.role, 0});
            figures.push_back(one);
        }
        const Dataset data = tables.dataset();
        REQUIRE(first_defect(data).defect == Defect::none);
        const Period at = period(random.pick(std::vector<std::string_view>{"2010", "2010/2011", "2011-03"}));
        Set<Cut> moving = every_cut_off;
        if (random.chance(2)) moving = Set<Cut>::of_bits(static_cast<std::uint32_t>(random.next()));
        const CutOffs cuts = *dependency_scale::find(area);
        Scale scale;
        const std::array<Decimal, 5> all_cuts{cuts.e1, cuts.e2, cuts.s1, cuts.s2, cuts.s3};
        const std::array<Cut, 5> names{Cut::e1, Cut::e2, Cut::s1, Cut::s2, Cut::s3};
        for (std::size_t i = 0; i < 5; ++i) {
            scale.cuts[i] = whole(all_cuts[i], 1);
            scale.moves[i] = moving.contains(names[i]);
        }
        const auto levels_at = [&](std::int64_t over, std::int64_t under) {
            scale.over = over;
            scale.under = under;
            const Days asked = asked_days(data, at);
            Set<Level> levels;
            for (const int year : {2010, 2011}) {
                if (asked.overlaps(Date::of(year)->days())) levels |= scale.levels(figures, year);
            }
            return levels;
        };
        const auto range = cut_off_range(data, Tables::alpha, area, at, {}, moving);
        REQUIRE(range.has_value());
        std::string what = std::string(name(area)) + " " + support::show(at);
        for (const auto& one : figures) {
            what += "\n  " + std::to_string(one.year) + " " + std::string(name(one.role)) + " " + text_of(one.low) +
                    " " + text_of(one.high) + (one.bounded ? "" : " at least");
        }
        CAPTURE(what);
        const Set<Level> now = levels_at(1, 1);
        CHECK(range->measured.levels == now);
        CHECK(range->measured.levels == measured(data, Tables::alpha, area, at).levels);
        // Both ends: at the lower end the levels are others, just above it they are not; at the upper end the reverse.
        constexpr std::int64_t step = 100'000'000;
        const auto scaled = [](const Factor& factor) {
            return std::array<std::int64_t, 2>{whole(factor.over, 5), whole(factor.under, 5)};
        };
        if (range->least) {
            const auto [over, under] = scaled(*range->least);
            CHECK(over < under);
            CHECK(levels_at(over, under) == range->below);
            CHECK(range->below != now);
            CHECK(levels_at(over * 1000 + 1, under * 1000) == now);
            CHECK(about(range->least->value(), static_cast<double>(over) / static_cast<double>(under)));
        } else {
            CHECK(range->below.empty());
            CHECK(levels_at(1, step) == now);
        }
        if (range->most) {
            const auto [over, under] = scaled(*range->most);
            CHECK(over >= under);
            CHECK(levels_at(over, under) == now);
            CHECK(levels_at(over * 1000 + 1, under * 1000) == range->beyond);
            CHECK(range->beyond != now);
        } else {
            CHECK(range->beyond.empty());
            CHECK(levels_at(step, 1) == now);
        }
        // And everything between stays.
        for (std::int64_t thousandths = 1; thousandths < 5000; thousandths += 7) {
            const auto above = [&](const Factor& factor) {
                return thousandths * scaled(factor)[1] > 1000 * scaled(factor)[0];
            };
            const bool inside = (!range->least || above(*range->least)) && (!range->most || !above(*range->most));
            if (inside) CHECK(levels_at(thousandths, 1000) == now);
        }
        bounded += (range->least ? 1U : 0U) + (range->most ? 1U : 0U);
        unbounded += (range->least ? 0U : 1U) + (range->most ? 0U : 1U);
    }
    CHECK(bounded > 200);
    CHECK(unbounded > 100);
}

TEST_CASE("a range of cut-offs by hand") {
    // A share of 48 percent of the debt, nothing else: medium needs exposure, of which nothing is known.
    Tables tables{"2020"};
    Claim claim;
    claim.period = period("2010");
    claim.figures[0] = {exactly<Unit::percent>(Decimal{48}), "of debt"};
    claim.figures[1] = {exactly<Unit::percent>(Decimal{8}), "of GDP"};
    const ClaimIndex both = tables.add(claim);
    tables.measurements = {{both, Tables::alpha, IssueArea::debt, MeasureRole::exposure, 1},
                           {both, Tables::alpha, IssueArea::debt, MeasureRole::share, 0}};
    const Dataset data = tables.dataset();
    const auto range = cut_off_range(data, Tables::alpha, IssueArea::debt, period("2010"));
    // e = 8 reaches e1 = 5 but not e2 = 10; s = 48 reaches s1 = 25 but not s2 = 50: medium. With cut-offs at 48/50 of
    // what they are it would be high; above 8/5 of what they are exposure is below e1, and at half of it the share is
    // too small.
    REQUIRE(range.has_value());
    CHECK((range->measured.levels == Set<Level>{Level::medium}));
    CHECK((range->least == Factor{Decimal{48}, Decimal{50}}));
    CHECK((range->below == Set<Level>{Level::high}));
    CHECK((range->most == Factor{Decimal{8}, Decimal{5}}));
    CHECK((range->beyond == Set<Level>{Level::low}));
    // Of s3 alone nothing hangs; of s2 alone only the way up.
    const auto s3 = cut_off_range(data, Tables::alpha, IssueArea::debt, period("2010"), {}, {Cut::s3});
    CHECK_FALSE(s3->least.has_value());
    CHECK_FALSE(s3->most.has_value());
    const auto s2 = cut_off_range(data, Tables::alpha, IssueArea::debt, period("2010"), {}, {Cut::s2});
    CHECK((s2->least == Factor{Decimal{48}, Decimal{50}}));
    CHECK_FALSE(s2->most.has_value());
    // Nothing moves.
    const auto still = cut_off_range(data, Tables::alpha, IssueArea::debt, period("2010"), {}, {});
    CHECK_FALSE(still->least.has_value());
    CHECK_FALSE(still->most.has_value());
    static_assert(cut_off_range(small::data, small::alpha, IssueArea::debt, small::at)->measured.levels ==
                  all<Level>());
}

TEST_CASE(
    "where nothing is measured the levels stay whatever the cut-offs, and where there are none there is no range") {
    const Tables tables{"2020"};
    const Dataset data = tables.dataset();
    for (const IssueArea area : all<IssueArea>()) {
        const auto range = cut_off_range(data, Tables::alpha, area, period("2010"));
        CHECK(range.has_value() == dependency_scale::find(area).has_value());
        if (!range) continue;
        CHECK_FALSE(range->measured.told);
        CHECK_FALSE(range->least.has_value());
        CHECK_FALSE(range->most.has_value());
    }
    CHECK_FALSE(cut_off_range(data, Tables::alpha, IssueArea::security, period("2010")).has_value());
    CHECK_FALSE(cut_off_range(data, Tables::alpha, IssueArea::trade, period("2030/..")).has_value());
}

TEST_CASE("numbers too long to be compared exactly give no range rather than a wrong one") {
    Tables tables{"2020"};
    Claim claim;
    claim.period = period("2010");
    claim.figures[0] = {exactly<Unit::percent>(*parse_decimal("48.1234567890123456")), "of debt"};
    tables.measurements = {{tables.add(claim), Tables::alpha, IssueArea::debt, MeasureRole::share, 0}};
    CHECK_FALSE(cut_off_range(tables.dataset(), Tables::alpha, IssueArea::debt, period("2010")).has_value());
}
