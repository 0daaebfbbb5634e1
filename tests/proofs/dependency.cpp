// SPDX-License-Identifier: BSL-1.0
//
// Levels of dependency, computed by the compiler: what the case measures, and what a scale of one's own changes.

#include <array>
#include <cstddef>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/cut_off_ranges.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/inference/dependency_change.hpp>
#include <trimode/trimode.hpp>

namespace {

using namespace trimode;

consteval PartnerIndex partner(std::string_view id) { return *find_partner(tajikistan.partners, id); }
constexpr auto russia = partner("russia");
constexpr auto china = partner("china");

consteval Set<Level> measured_levels(PartnerIndex who, IssueArea area, std::string_view when,
                                     const DependencyScale& scale = default_scale) {
    return measured(tajikistan, who, area, *parse_period(when), {}, scale).levels;
}

// Few cells are measured: a share without exposure proves no more than low, and says how high it could be.
static_assert(measured_levels(russia, IssueArea::trade, "2021") == levels(Level::low, Level::high));
static_assert(measured_levels(china, IssueArea::debt, "2022") == levels(Level::low, Level::high));
static_assert(measured_levels(china, IssueArea::debt, "2020") == all<Level>());

// Remittances from everywhere are not multiplied with a share of migrants.
consteval std::string_view base_of(std::string_view claim) {
    for (const Measurement& row : tajikistan.measurements) {
        if (tajikistan.claim(row.claim).id == claim) return row.base;
    }
    return {};
}
static_assert(base_of("001.030b") == "remittances" && base_of("004.009g") == "migrants");
static_assert(base_of("000.056a") == "external_debt" && base_of("002.028a") == "public_debt");

// One area with cut-offs of one's own: 60 percent of the debt are then as much as can be.
constexpr std::array my_debt{CutOffs{IssueArea::debt,
                                     decimal("5"),
                                     decimal("10"),
                                     decimal("20"),
                                     decimal("40"),
                                     decimal("60"),
                                     "debt / GDP",
                                     "of debt",
                                     "an example",
                                     {}}};
constexpr DependencyScale mine{.own = my_debt};
static_assert(first_defect(mine).defect == ScaleDefect::none);
static_assert(measured_levels(china, IssueArea::debt, "2022", mine) == levels(Level::low, Level::critical));
static_assert(measured_levels(russia, IssueArea::trade, "2021", mine) ==
              measured_levels(russia, IssueArea::trade, "2021"));

// A table in disorder says where.
constexpr std::array wrong{
    my_debt[0],
    CutOffs{IssueArea::aid, decimal("2"), decimal("10"), decimal("25"), decimal("75"), decimal("50"), "", "", "", {}}};
static_assert(first_defect(DependencyScale{.own = wrong}).defect == ScaleDefect::not_ascending);
static_assert(first_defect(DependencyScale{.own = wrong}).own && first_defect(DependencyScale{.own = wrong}).row == 1);
static_assert(first_defect(DependencyScale{.own = wrong}).area == IssueArea::aid &&
              first_defect(DependencyScale{.own = wrong}).cut == Cut::s3);

// Nothing is carried unless that is asked for, and then it is inferred.
constexpr DependencyScale carrying{.carrying = Carrying::forward(1)};
static_assert(!measured(tajikistan, china, IssueArea::debt, Date{2020}).told);
static_assert(measured_levels(china, IssueArea::debt, "2020", carrying) ==
              measured_levels(china, IssueArea::debt, "2019"));
static_assert(!measured(tajikistan, china, IssueArea::debt, Date{2020}, Admission{.strict = true}, carrying).told);
static_assert(!measured(tajikistan, china, IssueArea::debt, Date{2018}, {}, carrying).told);

// Two dates, and the claims behind the ends of a set.
static_assert(change_between(tajikistan, china, IssueArea::debt, Date{2019}, Date{2022}, Route::measured).change ==
              Movement::not_comparable);
static_assert(change_between(levels(Level::low, Level::medium), {Level::high}) == Movement::risen);
consteval bool behind(std::string_view id, bool lower, bool upper) {
    std::size_t all = 0;
    bool found = false;
    for_each_bound_telling(tajikistan, china, IssueArea::debt, Date{2022}, Route::measured, {},
                           [&](const BoundTelling& one) {
                               ++all;
                               found = one.claim->id == id && one.lower == lower && one.upper == upper;
                           });
    return found && all == 1;
}
static_assert(behind("002.028a", true, true));

// Over which values of a cut-off the levels stay: 60 percent of public debt are critical as soon as s3 is no more than
// that.
constexpr auto ranges = cut_off_ranges(tajikistan, china, IssueArea::debt, Date{2022});
static_assert(ranges.has_value() && (*ranges)[4].cut == Cut::s3 && (*ranges)[4].above == decimal("60") &&
              !(*ranges)[4].up_to.has_value() && (*ranges)[4].below == levels(Level::low, Level::critical));

}  // namespace
