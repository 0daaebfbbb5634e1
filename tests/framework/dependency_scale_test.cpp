// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/dependency_scale.hpp>

#include "base/enumeration.hpp"
#include "framework/brute_force.hpp"

namespace {

using trimode::Cut;
using trimode::CutOffs;
using trimode::decimal;
using trimode::Decimal;
using trimode::DependencyScale;
using trimode::IssueArea;
using trimode::Level;
using trimode::Mark;
using trimode::Obligation;
using trimode::Percentage;
using trimode::ScaleDefect;
using trimode::ScaleFinding;
using trimode::Truth;
namespace scale = trimode::dependency_scale;
using Levels = trimode::Set<Level>;

static_assert(std::is_trivially_copyable_v<Percentage>&& noexcept(Percentage{}.reaches(Decimal{})));
static_assert(noexcept(scale::find(IssueArea::trade)) && noexcept(scale::facts(CutOffs{}, {}, {})));

/// Tenths of a percent as a whole number: the second version knows no decimals.
Decimal tenths(int n) { return *Decimal::of(n, 1); }
int in_tenths(Decimal number) {
    return static_cast<int>(number.digits() * (number.places() == 0 ? 10 : 1));
}

/// The cut-offs once more, in tenths of a percent.
struct Cuts {
    IssueArea area;
    int e1, e2, s1, s2, s3;
};
constexpr std::array<Cuts, 7> table{{
    {IssueArea::trade, 50, 150, 100, 316, 500},
    {IssueArea::debt, 50, 100, 250, 500, 667},
    {IssueArea::investment, 20, 100, 250, 500, 750},
    {IssueArea::aid, 20, 100, 250, 500, 750},
    {IssueArea::migration, 40, 100, 250, 500, 750},
    {IssueArea::arms, 0, 0, 316, 600, 900},
    {IssueArea::energy, 200, 500, 250, 500, 650},
}};

/// The level of two numbers that are known, as section 7 of the design has it; for arms by the share alone, once
/// anything is imported. The numbers are in parts of a tenth of a percent, of which `parts` make one.
Level level(const Cuts& c, std::int64_t e, std::int64_t s, std::int64_t parts = 1) {
    const auto reaches = [parts](std::int64_t value, std::int64_t cut) {
        return cut == 0 ? value > 0 : value >= cut * parts;
    };
    if (e == 0 && s == 0) return Level::none;
    if (c.e1 == 0 && c.e2 == 0) {
        if (e == 0) return Level::low;
        return reaches(s, c.s3)   ? Level::critical
               : reaches(s, c.s2) ? Level::high
               : reaches(s, c.s1) ? Level::medium
                                  : Level::low;
    }
    if (reaches(e, c.e2) && reaches(s, c.s3)) return Level::critical;
    if ((reaches(e, c.e2) && reaches(s, c.s1)) || (reaches(e, c.e1) && reaches(s, c.s2)))
        return Level::high;
    if (reaches(e, c.e1) || (reaches(2 * e, c.e1) && reaches(s, c.s2))) return Level::medium;
    return Level::low;
}

Percentage range(int least, int most) { return {tenths(least), tenths(most), true}; }
Percentage point(int value) { return range(value, value); }

Levels possible(const CutOffs& cuts, const Percentage& e, const Percentage& s) {
    return trimode::default_scale.levels(cuts, e, s);
}

/// Zero, the whole, and each cut-off with a tenth to either side.
std::vector<int> around(std::initializer_list<int> cuts) {
    std::vector<int> values{0, 1, 1000};
    for (const int cut : cuts) {
        for (const int value : {cut - 1, cut, cut + 1}) {
            if (value >= 0) values.push_back(value);
        }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}
std::vector<int> exposures(const Cuts& c) { return around({c.e1 / 2, c.e1, c.e2}); }
std::vector<int> shares(const Cuts& c) { return around({c.s1, c.s2, c.s3}); }

}  // namespace

TEST_CASE("the names of cuts and marks") {
    test::check_names<Cut>(std::array<test::Spelling<Cut>, 7>{{{Cut::any, "any"},
                                                               {Cut::e_half, "e_half"},
                                                               {Cut::e1, "e1"},
                                                               {Cut::e2, "e2"},
                                                               {Cut::s1, "s1"},
                                                               {Cut::s2, "s2"},
                                                               {Cut::s3, "s3"}}});
    test::check_names<Mark>(std::array<test::Spelling<Mark>, 3>{
        {{Mark::read, "read"}, {Mark::literature, "literature"}, {Mark::own, "own"}}});
}

TEST_CASE("the default cut-offs") {
    CHECK(scale::cut_offs.size() == table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        const CutOffs& row = scale::cut_offs[i];
        CAPTURE(std::string(trimode::name(row.area)));
        CHECK(row.area == table[i].area);
        CHECK(in_tenths(row.e1) == table[i].e1);
        CHECK(in_tenths(row.e2) == table[i].e2);
        CHECK(in_tenths(row.s1) == table[i].s1);
        CHECK(in_tenths(row.s2) == table[i].s2);
        CHECK(in_tenths(row.s3) == table[i].s3);
        CHECK(row.e1 <= row.e2);
        CHECK(row.s1 < row.s2);
        CHECK(row.s2 < row.s3);
        CHECK(row.s3 <= Decimal{100});
        CHECK_FALSE(row.exposure.empty());
        CHECK_FALSE(row.share.empty());
        CHECK_FALSE(row.anchor.empty());
        CHECK(scale::find(row.area)->anchor == row.anchor);
    }
    for (const IssueArea area : trimode::all<IssueArea>()) {
        const bool measured = std::any_of(table.begin(), table.end(),
                                          [area](const Cuts& c) { return c.area == area; });
        CHECK(scale::find(area).has_value() == measured);
    }
    CHECK_FALSE(scale::find(IssueArea::political).has_value());
    CHECK_FALSE(scale::find(static_cast<IssueArea>(255)).has_value());
}

TEST_CASE("a percentage reaches a cut-off") {
    constexpr Decimal cut = decimal("31.6");
    CHECK(Percentage{cut, cut}.reaches(cut) == Truth::holds);
    CHECK(Percentage{decimal("31.5"), decimal("31.5")}.reaches(cut) == Truth::fails);
    CHECK(Percentage{decimal("31.5999999999999999"), cut}.reaches(cut) == Truth::unknown);
    CHECK(Percentage{decimal("31.6"), decimal("90")}.reaches(cut) == Truth::holds);
    CHECK(Percentage{Decimal{0}, decimal("31.5999999999999999")}.reaches(cut) == Truth::fails);
    CHECK(Percentage{Decimal{0}, cut}.reaches(cut) == Truth::unknown);
    // Without a bound nothing fails.
    CHECK(Percentage{Decimal{0}, Decimal{0}, false}.reaches(cut) == Truth::unknown);
    CHECK(Percentage{cut, cut, false}.reaches(cut) == Truth::holds);
    // A zero asks for anything at all.
    CHECK(Percentage{Decimal{0}, Decimal{0}}.reaches(Decimal{0}) == Truth::fails);
    CHECK(Percentage{Decimal{0}, decimal("0.1")}.reaches(Decimal{0}) == Truth::unknown);
    CHECK(Percentage{decimal("0.1"), decimal("0.1")}.reaches(Decimal{0}) == Truth::holds);
    CHECK(Percentage{Decimal{0}, Decimal{0}, false}.reaches(Decimal{0}) == Truth::unknown);
    for (const int value : {0, 1, 500, 1000, 1001}) {
        CHECK(Percentage::unknown().reaches(tenths(value)) == Truth::unknown);
        CHECK(Percentage::some_share().reaches(tenths(value)) ==
              (value > 1000 ? Truth::fails : Truth::unknown));
    }
}

TEST_CASE("every boundary of every cut-off and a tenth beside it") {
    for (const Cuts& cuts : table) {
        CAPTURE(std::string(trimode::name(cuts.area)));
        const CutOffs row = *scale::find(cuts.area);
        std::size_t wrong = 0;
        for (const int e : exposures(cuts)) {
            for (const int s : shares(cuts)) {
                if (possible(row, point(e), point(s)) != Levels{level(cuts, e, s)}) ++wrong;
            }
        }
        CHECK(wrong == 0);
    }
    // Some of them in words.
    const CutOffs trade = *scale::find(IssueArea::trade);
    CHECK(possible(trade, point(150), point(500)) == Levels{Level::critical});
    CHECK(possible(trade, point(149), point(500)) == Levels{Level::high});
    CHECK(possible(trade, point(150), point(499)) == Levels{Level::high});
    CHECK(possible(trade, point(150), point(99)) == Levels{Level::medium});
    CHECK(possible(trade, point(50), point(316)) == Levels{Level::high});
    CHECK(possible(trade, point(50), point(315)) == Levels{Level::medium});
    CHECK(possible(trade, point(25), point(316)) == Levels{Level::medium});
    CHECK(possible(trade, point(24), point(1000)) == Levels{Level::low});
    CHECK(possible(trade, point(49), point(315)) == Levels{Level::low});
    CHECK(possible(trade, point(0), point(0)) == Levels{Level::none});
    CHECK(possible(trade, point(1), point(0)) == Levels{Level::low});
    const CutOffs arms = *scale::find(IssueArea::arms);
    CHECK(possible(arms, point(1), point(900)) == Levels{Level::critical});
    CHECK(possible(arms, point(1), point(899)) == Levels{Level::high});
    CHECK(possible(arms, point(1), point(600)) == Levels{Level::high});
    CHECK(possible(arms, point(1), point(599)) == Levels{Level::medium});
    CHECK(possible(arms, point(1), point(316)) == Levels{Level::medium});
    CHECK(possible(arms, point(1), point(315)) == Levels{Level::low});
    CHECK(possible(arms, point(0), point(0)) == Levels{Level::none});
}

TEST_CASE("every boundary of every cut-off and a billionth of a percent beside it") {
    constexpr std::int64_t tenth = 100'000'000;  // in billionths of a percent
    const auto beside = [](std::initializer_list<int> cuts, std::int64_t halves) {
        std::vector<std::int64_t> values{0, 1, 1000 * tenth};
        for (const int cut : cuts) {
            for (const std::int64_t step : {-1, 0, 1}) values.push_back((cut == 0 ? 1 : cut) * tenth / halves + step);
        }
        return values;
    };
    for (const Cuts& cuts : table) {
        CAPTURE(std::string(trimode::name(cuts.area)));
        const CutOffs row = *scale::find(cuts.area);
        auto es = beside({cuts.e1, cuts.e2}, 1);
        for (const std::int64_t half : beside({cuts.e1}, 2)) es.push_back(half);
        std::size_t wrong = 0;
        for (const std::int64_t e : es) {
            for (const std::int64_t s : beside({cuts.s1, cuts.s2, cuts.s3}, 1)) {
                const Decimal exposure = *Decimal::of(e, 9);
                const Decimal share = *Decimal::of(s, 9);
                if (possible(row, {exposure, exposure}, {share, share}) != Levels{level(cuts, e, s, tenth)}) ++wrong;
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("intervals against a dense grid: the levels of all points in them, and no other") {
    // Every percent of exposure to beyond all cut-offs and every two of share, with the cut-offs themselves.
    for (const Cuts& cuts : table) {
        CAPTURE(std::string(trimode::name(cuts.area)));
        const CutOffs row = *scale::find(cuts.area);
        std::vector<int> es{1, cuts.e1 / 2, cuts.e1, cuts.e2};
        for (int e = 10; e <= 540; e += cuts.e2 > 200 ? 30 : 10) es.push_back(e);
        std::vector<int> ss{1, cuts.s1, cuts.s2, cuts.s3};
        for (int s = 50; s <= 1000; s += 50) ss.push_back(s);
        for (auto* grid : {&es, &ss}) {
            std::sort(grid->begin(), grid->end());
            grid->erase(std::unique(grid->begin(), grid->end()), grid->end());
            grid->erase(std::remove(grid->begin(), grid->end(), 0), grid->end());
        }
        std::size_t wrong = 0;
        for (std::size_t e0 = 0; e0 < es.size(); ++e0) {
            for (std::size_t s0 = 0; s0 < ss.size(); ++s0) {
                std::vector<Levels> columns(ss.size());  // what each column of the box has had so far
                for (std::size_t e1 = e0; e1 < es.size(); ++e1) {
                    Levels all;
                    for (std::size_t s1 = s0; s1 < ss.size(); ++s1) {
                        columns[s1].insert(level(cuts, es[e1], ss[s1]));
                        all |= columns[s1];
                        if (possible(row, range(es[e0], es[e1]), range(ss[s0], ss[s1])) != all) ++wrong;
                    }
                }
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("intervals against every point in them") {
    for (const Cuts& cuts : table) {
        CAPTURE(std::string(trimode::name(cuts.area)));
        const CutOffs row = *scale::find(cuts.area);
        const auto es = exposures(cuts);
        const auto ss = shares(cuts);
        std::vector<Level> at(es.size() * ss.size());
        for (std::size_t i = 0; i < es.size(); ++i) {
            for (std::size_t k = 0; k < ss.size(); ++k)
                at[i * ss.size() + k] = level(cuts, es[i], ss[k]);
        }
        std::size_t too_few = 0;
        std::size_t too_many = 0;
        for (std::size_t e0 = 0; e0 < es.size(); ++e0) {
            for (std::size_t e1 = e0; e1 < es.size(); ++e1) {
                for (std::size_t s0 = 0; s0 < ss.size(); ++s0) {
                    for (std::size_t s1 = s0; s1 < ss.size(); ++s1) {
                        const Levels found =
                            possible(row, range(es[e0], es[e1]), range(ss[s0], ss[s1]));
                        Levels everywhere;
                        Level least = Level::critical;
                        Level most = Level::none;
                        for (std::size_t i = e0; i <= e1; ++i) {
                            for (std::size_t k = s0; k <= s1; ++k) {
                                // A part of nothing, or nothing of something: no such point.
                                if ((es[i] == 0) != (ss[k] == 0)) continue;
                                everywhere.insert(at[i * ss.size() + k]);
                            }
                        }
                        if (!found.includes(everywhere)) ++too_few;
                        // As far as exposure and share may be taken one by one, not a level more.
                        if (es[e1] == 0 || ss[s1] == 0) continue;
                        for (std::size_t i = e0; i <= e1; ++i) {
                            for (std::size_t k = s0; k <= s1; ++k) {
                                least = (std::min)(least, at[i * ss.size() + k]);
                                most = (std::max)(most, at[i * ss.size() + k]);
                            }
                        }
                        if (found != trimode::levels(least, most)) ++too_many;
                    }
                }
            }
        }
        CHECK(too_few == 0);
        CHECK(too_many == 0);
    }
}

TEST_CASE("narrower knowledge never widens the answer") {
    for (const Cuts& cuts : table) {
        const CutOffs row = *scale::find(cuts.area);
        std::size_t wrong = 0;
        const auto es = exposures(cuts);
        const auto ss = shares(cuts);
        for (std::size_t e0 = 0; e0 < es.size(); ++e0) {
            for (std::size_t s0 = 0; s0 < ss.size(); ++s0) {
                const auto unbounded = possible(row, {tenths(es[e0]), Decimal{100}, false},
                                                {tenths(ss[s0]), Decimal{100}});
                const auto bounded = possible(row, range(es[e0], 1000), range(ss[s0], 1000));
                const auto exact = possible(row, point(es[e0]), point(ss[s0]));
                if (!unbounded.includes(bounded)) ++wrong;
                if (es[e0] != 0 && ss[s0] != 0 && !bounded.includes(exact)) ++wrong;
                if (!possible(row, Percentage::unknown(), Percentage::some_share())
                         .includes(unbounded))
                    ++wrong;
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("an answer that fails is not among the possible levels") {
    // The levels are cumulative: where it fails that the level is at least low, none above low is
    // possible.
    for (const Cuts& cuts : table) {
        CAPTURE(std::string(trimode::name(cuts.area)));
        const CutOffs row = *scale::find(cuts.area);
        std::size_t wrong = 0;
        const auto es = exposures(cuts);
        const auto ss = shares(cuts);
        const auto examine = [&](const Percentage& e, const Percentage& s) {
            const auto facts = scale::facts(row, e, s);
            const auto& rules = row.by_share() ? scale::at_least_by_share : scale::at_least;
            const Levels levels = possible(row, e, s);
            CHECK(levels == scale::possible(rules, facts));
            for (const Level one : levels) {
                if (read(rules.rule(one), trimode::TruthReading<Cut>(facts)) == trimode::Answer::fails) ++wrong;
            }
        };
        for (const int s : ss) {
            for (const int e : es) examine(point(e), point(s));
            examine(Percentage::unknown(), point(s));
            examine(Percentage::unknown(), range(0, s));
        }
        for (const int e : es) examine(point(e), Percentage::some_share());
        CHECK(wrong == 0);
    }
}

TEST_CASE("an explicit zero is none") {
    for (const CutOffs& row : scale::cut_offs) {
        CAPTURE(std::string(trimode::name(row.area)));
        CHECK(possible(row, point(0), Percentage::some_share()) == Levels{Level::none});
        CHECK(possible(row, point(0), point(0)) == Levels{Level::none});
        // Nothing of whatever there is.
        CHECK(possible(row, Percentage::unknown(), point(0)) == Levels{Level::none});
    }
}

TEST_CASE("a share alone proves no more than low and what is unknown proves nothing") {
    for (const Cuts& cuts : table) {
        const CutOffs row = *scale::find(cuts.area);
        for (const int s : shares(cuts)) {
            const Levels levels = possible(row, Percentage::unknown(), point(s));
            CHECK(levels.contains(s == 0 ? Level::none : Level::low));
        }
        CHECK(possible(row, Percentage::unknown(), Percentage::some_share()) ==
              trimode::all<Level>());
        CHECK(possible(row, Percentage::unknown(), Percentage::unknown()) == trimode::all<Level>());
    }
}

TEST_CASE("small things are never for certain at least medium") {
    const auto certain = [](const CutOffs& row, const Percentage& e, const Percentage& s) {
        return !possible(row, e, s).contains(Level::none) &&
               !possible(row, e, s).contains(Level::low);
    };
    // A thousand migrants: a figure of persons is neither exposure nor share.
    const CutOffs migration = *scale::find(IssueArea::migration);
    CHECK_FALSE(certain(migration, Percentage::unknown(), Percentage::some_share()));
    // ... and as a small share of the migrants, whatever the remittances.
    for (const int s : {1, 10, 249})
        CHECK_FALSE(certain(migration, Percentage::unknown(), point(s)));
    // A donor of one percent of the aid, of whose weight nothing else is told or at most that
    // percent of all aid.
    const CutOffs aid = *scale::find(IssueArea::aid);
    CHECK_FALSE(certain(aid, Percentage::unknown(), point(10)));
    CHECK(possible(aid, range(0, 10), point(10)) == Levels{Level::low});
    CHECK(possible(aid, Percentage::unknown(), point(10)) == Levels{Level::low, Level::medium});
    // A supplier of five percent of the arms is one of many, however surely it supplies.
    const CutOffs arms = *scale::find(IssueArea::arms);
    CHECK(possible(arms, point(1), point(50)) == Levels{Level::low});
    CHECK(possible(arms, {tenths(1), Decimal{100}, false}, point(50)) == Levels{Level::low});
    CHECK(possible(arms, Percentage::unknown(), point(50)) == Levels{Level::low});
    CHECK(possible(arms, {tenths(1), Decimal{100}, false}, Percentage::some_share()) ==
          trimode::levels(Level::low, Level::critical));
    // A partner whose share of a total is unknown: its own exposure lies between nothing and the
    // total.
    for (const CutOffs& row : scale::cut_offs) {
        for (const int total : {1, 100, 1000}) {
            CHECK_FALSE(certain(row, range(0, total), Percentage::some_share()));
            CHECK(possible(row, range(0, total), Percentage::some_share()).contains(Level::none));
        }
    }
}

TEST_CASE("half of a cut-off is half of it for every decimal that a user may put") {
    struct Row {
        Decimal e1;
        Decimal reaches_half;
        Decimal below_half;
    };
    constexpr std::array rows = std::to_array<Row>({
        {decimal("5"), decimal("2.5"), decimal("2.4")},
        {decimal("0.3"), decimal("0.15"), decimal("0.149")},
        {decimal("33.33333333333333"), decimal("16.666666666666665"),
         decimal("16.666666666666664")},
        // Eighteen digits, and half of it has nineteen.
        {decimal("33.3333333333333333"), decimal("16.7"), decimal("16.6")},
    });
    for (const Row& row : rows) {
        CAPTURE(std::string(text(row.e1).view()));
        CutOffs cuts = *scale::find(IssueArea::trade);
        CHECK_FALSE(cuts.by_share());
        cuts.e1 = row.e1;
        cuts.e2 = Decimal{40};
        const auto half = [&cuts](Decimal e) {
            return scale::facts(cuts, {e, e}, Percentage::some_share())[Cut::e_half];
        };
        CHECK(half(row.reaches_half) == Truth::holds);
        CHECK(half(row.below_half) == Truth::fails);
    }
}

TEST_CASE("the rules of the scale against all completions and all changes") {
    const test::Universe universe(7);
    const auto has = [](std::uint32_t a, Cut cut) {
        return ((a >> trimode::index(cut)) & 1U) != 0;
    };
    const auto rule_is = [&](Level label, auto holds) {
        return test::wrong_rule(universe, test::where_true(universe, holds),
                                scale::at_least.rule(label));
    };
    CHECK(rule_is(Level::none, [](std::uint32_t) { return true; }) == 0);
    CHECK(rule_is(Level::low, [&](std::uint32_t a) { return has(a, Cut::any); }) == 0);
    CHECK(rule_is(Level::medium, [&](std::uint32_t a) {
              return has(a, Cut::any) && (has(a, Cut::e1) || (has(a, Cut::e_half) && has(a, Cut::s2)));
          }) == 0);
    CHECK(rule_is(Level::high, [&](std::uint32_t a) {
              return has(a, Cut::any) && ((has(a, Cut::e2) && has(a, Cut::s1)) || (has(a, Cut::e1) && has(a, Cut::s2)));
          }) == 0);
    CHECK(rule_is(Level::critical,
                  [&](std::uint32_t a) { return has(a, Cut::any) && has(a, Cut::e2) && has(a, Cut::s3); }) == 0);
    CHECK(scale::at_least.labels() == trimode::all<Level>());
    const auto by_share_is = [&](Level label, Cut e, Cut s) {
        return test::wrong_rule(
            universe,
            test::where_true(universe, [&](std::uint32_t a) { return has(a, Cut::any) && has(a, e) && has(a, s); }),
            scale::at_least_by_share.rule(label));
    };
    CHECK(by_share_is(Level::low, Cut::any, Cut::any) == 0);
    CHECK(by_share_is(Level::medium, Cut::e1, Cut::s1) == 0);
    CHECK(by_share_is(Level::high, Cut::e1, Cut::s2) == 0);
    CHECK(by_share_is(Level::critical, Cut::e2, Cut::s3) == 0);
    for (const auto* rules : {&scale::at_least, &scale::at_least_by_share}) {
        CHECK(rules->labels() == trimode::all<Level>());
        for (const Level label : trimode::all<Level>()) {
            for (const auto& prime : rules->rule(label).when().terms()) CHECK(prime.failing == 0);
        }
    }
}

TEST_CASE("the points of ties") {
    const auto points = [](Obligation tie) { return scale::tie_points[trimode::index(tie)]; };
    CHECK(points(Obligation::base) == 2);
    CHECK(points(Obligation::pact) == 2);
    CHECK(points(Obligation::alliance) == 1);
    CHECK(points(Obligation::exercises) == 1);
    CHECK(points(Obligation::guards) == 1);
}

TEST_CASE("points at least against counting") {
    const test::Universe universe(5);
    const auto sum = [](std::uint32_t a) {
        constexpr std::array points{2, 2, 1, 1, 1};
        int total = 0;
        for (std::size_t i = 0; i < 5; ++i) total += ((a >> i) & 1U) != 0 ? points[i] : 0;
        return total;
    };
    const std::array formulas{scale::points_at_least(-1), scale::points_at_least(0),
                              scale::points_at_least(1),  scale::points_at_least(2),
                              scale::points_at_least(3),  scale::points_at_least(4),
                              scale::points_at_least(5),  scale::points_at_least(6),
                              scale::points_at_least(7),  scale::points_at_least(8)};
    for (std::size_t i = 0; i < formulas.size(); ++i) {
        const int wanted = static_cast<int>(i) - 1;
        const auto function =
            test::where_true(universe, [&](std::uint32_t a) { return sum(a) >= wanted; });
        const auto rule = trimode::Rule<Obligation>::of(formulas[i]);
        CHECK(rule.ok());
        CHECK(test::wrong_rule(universe, function, *rule) == 0);
        // Every least combination, and no other.
        CHECK(test::same_elements(formulas[i].terms(), primes(universe, function)));
    }
    CHECK(formulas[9].terms().size() == 0);
}

TEST_CASE("the level of a security guarantee against counting") {
    const auto level_of = [](int points) {
        return points >= 4   ? Level::high
               : points >= 2 ? Level::medium
               : points >= 1 ? Level::low
                             : Level::none;
    };
    std::size_t wrong = 0;
    for (std::uint32_t code = 0; code < 1024; ++code) {
        const auto facts = test::facts_of<Obligation>(5, code);
        int sure = 0;
        int at_most = 0;
        for (const Obligation tie : trimode::all<Obligation>()) {
            const int points = tie == Obligation::base || tie == Obligation::pact ? 2 : 1;
            if (facts[tie] == Truth::holds) sure += points;
            if (facts[tie] != Truth::fails) at_most += points;
        }
        if (scale::possible(scale::security_at_least, facts) !=
            trimode::levels(level_of(sure), level_of(at_most)))
            ++wrong;
    }
    CHECK(wrong == 0);
    CHECK_FALSE(scale::security_at_least.labels().contains(Level::critical));
}

TEST_CASE("points of one's own give other rules") {
    constexpr scale::Points points{3, 3, 0, 1, 5};
    static constexpr auto rules = scale::guarantee(points, 2, 4, 6);
    static_assert(first_defect(DependencyScale{.security_at_least = &rules}) == ScaleFinding{});
    for (std::uint32_t bits = 0; bits < 32; ++bits) {
        const auto ties = trimode::Set<Obligation>::of_bits(bits);
        int sum = 0;
        for (const Obligation tie : ties) sum += points[trimode::index(tie)];
        const Level expected = sum >= 6 ? Level::high : sum >= 4 ? Level::medium : sum >= 2 ? Level::low : Level::none;
        const trimode::Facts<Obligation> facts(ties, trimode::all<Obligation>() - ties);
        CHECK(scale::possible(rules, facts) == Levels{expected});
    }
}

// ---- a scale as data ------------------------------------------------------------------------------------------------

TEST_CASE("the mark of each cut-off") {
    using enum Mark;
    struct Row {
        IssueArea area;
        std::array<Mark, 5> marks;
    };
    // As the table of sources has them; where it gives two for a number, the weaker.
    const std::array<Row, 7> expected{{{IssueArea::trade, {own, own, literature, literature, literature}},
                                       {IssueArea::debt, {own, read, own, own, own}},
                                       {IssueArea::investment, {own, own, own, own, own}},
                                       {IssueArea::aid, {literature, literature, own, own, own}},
                                       {IssueArea::migration, {literature, literature, own, own, own}},
                                       {IssueArea::arms, {own, own, own, literature, own}},
                                       {IssueArea::energy, {own, own, own, own, literature}}}};
    for (const Row& row : expected) {
        CAPTURE(std::string(trimode::name(row.area)));
        const CutOffs cuts = *scale::find(row.area);
        const std::array<Decimal, 5> values{cuts.e1, cuts.e2, cuts.s1, cuts.s2, cuts.s3};
        for (std::size_t i = 0; i < 5; ++i) {
            CHECK(cuts.mark(trimode::numbered_cuts[i]) == row.marks[i]);
            CHECK(cuts.at(trimode::numbered_cuts[i]) == values[i]);
        }
        CHECK(cuts.mark(Cut::e_half) == own);
        CHECK(cuts.mark(Cut::any) == own);
        CHECK(cuts.at(Cut::e_half) == cuts.e1);
        CHECK(cuts.at(Cut::any) == Decimal{0});
    }
    CHECK(CutOffs{}.mark(Cut::s3) == own);  // nothing said is not read
}

TEST_CASE("a row of one's own goes before ours and leaves the others") {
    const std::array rows{
        CutOffs{
            IssueArea::debt, decimal("1"), decimal("2"), decimal("3"), decimal("4"), decimal("5"), "", "", "mine", {}},
        CutOffs{IssueArea::political,
                decimal("1"),
                decimal("2"),
                decimal("3"),
                decimal("4"),
                decimal("5"),
                "",
                "",
                "mine",
                {}}};
    const DependencyScale mine{.own = rows};
    CHECK(mine.find(IssueArea::debt)->anchor == "mine");
    CHECK(mine.find(IssueArea::political)->anchor == "mine");  // an area that ours does not measure
    CHECK(mine.find(IssueArea::trade)->anchor == scale::find(IssueArea::trade)->anchor);
    CHECK_FALSE(mine.find(IssueArea::cultural).has_value());
    const DependencyScale only{.cut_offs = rows};
    CHECK(only.find(IssueArea::debt)->anchor == "mine");
    CHECK_FALSE(only.find(IssueArea::trade).has_value());
    CHECK(mine.levels(rows[0], point(20), point(50)) == Levels{Level::critical});
    CHECK(mine.levels(*scale::find(IssueArea::debt), point(20), point(50)) == Levels{Level::low});
}

TEST_CASE("rules of one's own are read like ours") {
    static constexpr auto strict =
        trimode::variant(scale::at_least, {Level::medium, is(Cut::any) & is(Cut::e1) & is(Cut::s1), ""});
    const DependencyScale mine{.at_least = &strict};
    CHECK(first_defect(mine) == ScaleFinding{});
    const CutOffs trade = *scale::find(IssueArea::trade);
    CHECK(mine.levels(trade, point(60), point(50)) == Levels{Level::low});
    CHECK(possible(trade, point(60), point(50)) == Levels{Level::medium});
}

TEST_CASE("a scale that is wrong says where and what should be there") {
    CHECK(first_defect(DependencyScale{}) == ScaleFinding{});
    const CutOffs good{IssueArea::trade, decimal("1"), decimal("2"), decimal("3"), decimal("4"),
                       decimal("5"),     "",           "",           "",           {}};
    struct Case {
        Cut cut;
        Decimal value;
        ScaleDefect defect;
        Cut where;
        std::string expected;
    };
    const std::string range = "from 0 to 100 percent";
    for (const Case& one : std::vector<Case>{
             {Cut::e1, decimal("2"), ScaleDefect::none, Cut::any, ""},
             {Cut::e1, decimal("2.000000001"), ScaleDefect::not_ascending, Cut::e2, "e1 <= e2"},
             {Cut::e1, decimal("-0.000000001"), ScaleDefect::out_of_range, Cut::e1, range},
             {Cut::e1, Decimal{0}, ScaleDefect::none, Cut::any, ""},
             {Cut::e2, Decimal{100}, ScaleDefect::none, Cut::any, ""},
             {Cut::e2, decimal("100.000000001"), ScaleDefect::out_of_range, Cut::e2, range},
             {Cut::e2, decimal("0.9"), ScaleDefect::not_ascending, Cut::e2, "e1 <= e2"},
             {Cut::s1, decimal("4"), ScaleDefect::none, Cut::any, ""},
             {Cut::s1, decimal("0.5"), ScaleDefect::none, Cut::any, ""},  // below e2, which is another number
             {Cut::s1, decimal("4.1"), ScaleDefect::not_ascending, Cut::s2, "s1 <= s2 <= s3"},
             {Cut::s2, decimal("5.1"), ScaleDefect::not_ascending, Cut::s3, "s1 <= s2 <= s3"},
             {Cut::s3, decimal("3.9"), ScaleDefect::not_ascending, Cut::s3, "s1 <= s2 <= s3"},
             {Cut::s3, decimal("101"), ScaleDefect::out_of_range, Cut::s3, range},
         }) {
        CutOffs row = good;
        (one.cut == Cut::e1   ? row.e1
         : one.cut == Cut::e2 ? row.e2
         : one.cut == Cut::s1 ? row.s1
         : one.cut == Cut::s2 ? row.s2
                              : row.s3) = one.value;
        const std::array rows{*scale::find(IssueArea::aid), row};
        for (const bool own : {false, true}) {
            const auto found = first_defect(own ? DependencyScale{.own = rows} : DependencyScale{.cut_offs = rows});
            CAPTURE(std::string(trimode::name(one.cut)));
            CHECK(found.defect == one.defect);
            CHECK(std::string(found.expected) == one.expected);
            if (one.defect == ScaleDefect::none) continue;
            CHECK(found.own == own);
            CHECK(found.row == 1);
            CHECK(found.area == IssueArea::trade);
            CHECK(found.cut == one.where);
        }
    }
    const std::array twice{good, *scale::find(IssueArea::aid), good};
    CHECK(first_defect(DependencyScale{.own = twice}).defect == ScaleDefect::area_said_twice);
    CHECK(first_defect(DependencyScale{.own = twice}).row == 2);
    // Rules: no negation, and each level implies the one below.
    static constexpr auto negated =
        trimode::variant(scale::at_least, {Level::high, is(Cut::any) & is(Cut::e2) & is(Cut::s1) & ~is(Cut::s3), ""});
    CHECK(first_defect(DependencyScale{.at_least = &negated}).defect == ScaleDefect::rule_with_negation);
    CHECK(first_defect(DependencyScale{.at_least = &negated}).level == Level::high);
    static constexpr auto loose =
        trimode::variant(scale::at_least_by_share, {Level::critical, is(Cut::any) & is(Cut::s3), ""});
    CHECK(first_defect(DependencyScale{.at_least_by_share = &loose}).defect == ScaleDefect::not_cumulative);
    CHECK(first_defect(DependencyScale{.at_least_by_share = &loose}).level == Level::critical);
    static constexpr auto upside_down = scale::guarantee(scale::tie_points, 2, 1, 4);
    CHECK(first_defect(DependencyScale{.security_at_least = &upside_down}).defect == ScaleDefect::not_cumulative);
    CHECK(first_defect(DependencyScale{.security_at_least = &upside_down}).level == Level::medium);
    // "About" a number includes it.
    CHECK(first_defect(DependencyScale{.about_least = Decimal{1}, .about_most = Decimal{1}}) == ScaleFinding{});
    CHECK(first_defect(DependencyScale{.about_least = decimal("1.01")}).defect == ScaleDefect::tolerance);
    CHECK(first_defect(DependencyScale{.about_most = decimal("0.99")}).defect == ScaleDefect::tolerance);
    CHECK(first_defect(DependencyScale{.about_least = decimal("-1")}).defect == ScaleDefect::tolerance);
}

TEST_CASE("the names of what can be wrong with a scale") {
    test::check_names<ScaleDefect>(
        std::array<test::Spelling<ScaleDefect>, 7>{{{ScaleDefect::none, "none"},
                                                    {ScaleDefect::area_said_twice, "area_said_twice"},
                                                    {ScaleDefect::out_of_range, "out_of_range"},
                                                    {ScaleDefect::not_ascending, "not_ascending"},
                                                    {ScaleDefect::rule_with_negation, "rule_with_negation"},
                                                    {ScaleDefect::not_cumulative, "not_cumulative"},
                                                    {ScaleDefect::tolerance, "tolerance"}}});
}
