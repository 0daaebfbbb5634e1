// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Dependency scale: cut-offs for exposure and share, and the cumulative rules that turn them into levels.
/// Layer: framework.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <trimode/base/decimal.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode {

/// That exposure e or share s reaches a cut-off of the scale. e is the partner's own flow or stock relative to the product,
/// s the partner's share of all partners. Source of the pair: Keohane and Nye, Power and Interdependence (1977).
enum class Cut : std::uint8_t {
    any,     ///< Not explicitly zero.
    e_half,  ///< e >= e1 / 2
    e1,
    e2,
    s1,
    s2,
    s3,
};

/// The spellings of Cut.
consteval auto names_of(Cut) { return names<Cut>("any", "e_half", "e1", "e2", "s1", "s2", "s3"); }

/// Where a cut-off comes from.
enum class Mark : std::uint8_t {
    read,        ///< The wording or number was read in the source itself.
    literature,  ///< Known from the literature and cited; page not checked.
    own,         ///< Our own convention.
};

/// The spellings of Mark.
consteval auto names_of(Mark) { return names<Mark>("read", "literature", "own"); }

/// Where the five cut-offs of an issue area come from. Our own, where nothing is said.
struct CutOffMarks {
    Mark e1 = Mark::own;
    Mark e2 = Mark::own;
    Mark s1 = Mark::own;
    Mark s2 = Mark::own;
    Mark s3 = Mark::own;
};

/// The cut-offs of one issue area. Unit: percent. Range: 0 to 100, e1 <= e2 and s1 <= s2 <= s3; a zero asks for
/// anything at all. Compared with >=. Where e1 and e2 are both zero exposure has no size, only presence: then the share
/// says how much, by `dependency_scale::at_least_by_share`.
struct CutOffs {
    IssueArea area{};
    Decimal e1{};
    Decimal e2{};
    Decimal s1{};
    Decimal s2{};
    Decimal s3{};
    std::string_view exposure{};  ///< What e is in this area.
    std::string_view share{};     ///< What s is in this area.
    std::string_view anchor{};    ///< Where the cut-offs come from.
    CutOffMarks marks{};          ///< Where each of the five comes from; of several marks the weakest.

    /// The number of a cut-off; `any` asks for more than zero, and `e_half` for half of the e1 that it gives.
    [[nodiscard]] constexpr Decimal at(Cut cut) const noexcept {
        switch (cut) {
            case Cut::any:
                break;
            case Cut::e_half:
            case Cut::e1:
                return e1;
            case Cut::e2:
                return e2;
            case Cut::s1:
                return s1;
            case Cut::s2:
                return s2;
            case Cut::s3:
                return s3;
        }
        return {};
    }
    /// Where a cut-off comes from. `any` is our own, and so is half of e1.
    [[nodiscard]] constexpr Mark mark(Cut cut) const noexcept {
        switch (cut) {
            case Cut::any:
            case Cut::e_half:
                break;
            case Cut::e1:
                return marks.e1;
            case Cut::e2:
                return marks.e2;
            case Cut::s1:
                return marks.s1;
            case Cut::s2:
                return marks.s2;
            case Cut::s3:
                return marks.s3;
        }
        return Mark::own;
    }
    /// Whether exposure counts by its presence alone.
    [[nodiscard]] constexpr bool by_share() const noexcept { return e1 == Decimal{0} && e2 == Decimal{0}; }
};

/// The cut-offs that are numbers of their own, in ascending order of their names: e1, e2, s1, s2, s3.
inline constexpr std::array<Cut, 5> numbered_cuts{Cut::e1, Cut::e2, Cut::s1, Cut::s2, Cut::s3};

/// Whether figures are carried to years for which nobody gives one. By default they are not.
struct Carrying {
    /// How many calendar years the last figure before a day is carried at most. Zero: none.
    std::uint16_t years = 0;

    /// Every figure stays in its own year.
    [[nodiscard]] static constexpr Carrying none() noexcept { return {}; }
    /// The last figure before a day stands for it, if it is of one of so many years before; marked as inferred. Never
    /// backwards, never beyond the publication of the document that has the figure, and never where another figure
    /// tells.
    [[nodiscard]] static constexpr Carrying forward(std::uint16_t most_years) noexcept { return {most_years}; }
    [[nodiscard]] friend constexpr bool operator==(Carrying, Carrying) noexcept = default;
};

/// A number known to lie between two others. Unit: percent.
struct Percentage {
    Decimal least{0};
    Decimal most{100};
    bool bounded = true;  ///< False: `most` is not known.

    /// Nothing is known.
    [[nodiscard]] static constexpr Percentage unknown() noexcept { return {Decimal{0}, Decimal{100}, false}; }
    /// A share: nothing is known, but it cannot exceed the whole.
    [[nodiscard]] static constexpr Percentage some_share() noexcept { return {}; }
    /// Whether it reaches a cut-off. A zero cut-off asks for anything above zero.
    [[nodiscard]] constexpr Truth reaches(Decimal cut) const noexcept {
        const bool any = cut == Decimal{0};
        if (any ? least > cut : least >= cut) return Truth::holds;
        if (bounded && (any ? most <= cut : most < cut)) return Truth::fails;
        return Truth::unknown;
    }
    /// Whether it reaches half of a cut-off: whether its double reaches the whole. Unknown where the double has more digits than
    /// a Decimal holds.
    [[nodiscard]] constexpr Truth reaches_half(Decimal cut) const noexcept {
        const auto low = product(least, Decimal{2});
        const auto high = product(most, Decimal{2});
        return low && high ? Percentage{*low, *high, bounded}.reaches(cut) : Truth::unknown;
    }
};

/// How levels follow from exposure and share, and from the ties of a security guarantee.
namespace dependency_scale {

/// The scale's default cut-offs. Source: beside each row, with a mark for each number; users put their own in their
/// place.
inline constexpr auto cut_offs = std::to_array<CutOffs>({
    {IssueArea::trade,
     decimal("5"),
     decimal("15"),
     decimal("10"),
     decimal("31.6"),
     decimal("50"),
     "bilateral trade / GDP",
     "of total trade",
     "s1 major-customer rule, IFRS 8 par. 34; s2 square root of .10 (US Merger Guidelines 2023); s3 European "
     "Commission "
     "SWD(2021)352; e1, e2 own convention",
     {Mark::own, Mark::own, Mark::literature, Mark::literature, Mark::literature}},
    {IssueArea::debt,
     decimal("5"),
     decimal("10"),
     decimal("25"),
     decimal("50"),
     decimal("66.7"),
     "debt to the partner / GDP",
     "of external public debt, or of debt service",
     "e2 AidData (Malik et al. 2021); s1 a blocking minority in collective-action votes, s2 the majority, s3 two "
     "thirds (IMF "
     "2014), the argument our own; e1 own convention",
     {Mark::own, Mark::read, Mark::own, Mark::own, Mark::own}},
    {IssueArea::investment, decimal("2"), decimal("10"), decimal("25"), decimal("50"), decimal("75"),
     "stock or flow / GDP", "of all foreign investment", "by analogy with aid"},
    {IssueArea::aid,
     decimal("2"),
     decimal("10"),
     decimal("25"),
     decimal("50"),
     decimal("75"),
     "aid from the donor / GNI",
     "of all aid",
     "e1, e2 aid-dependence cut-offs: Braeutigam and Knack 2004; Glennie and Prizzon 2012; s own convention",
     {Mark::literature, Mark::literature, Mark::own, Mark::own, Mark::own}},
    {IssueArea::migration,
     decimal("4"),
     decimal("10"),
     decimal("25"),
     decimal("50"),
     decimal("75"),
     "remittances from the partner / GDP",
     "of remittances, else of migrants",
     "e: IFAD's wording on countries that rely on remittances; s own convention",
     {Mark::literature, Mark::literature, Mark::own, Mark::own, Mark::own}},
    {IssueArea::arms,
     decimal("0"),
     decimal("0"),
     decimal("31.6"),
     decimal("60"),
     decimal("90"),
     "any import in the window",
     "of imports over five years",
     "five-year windows: SIPRI; s2 predominant supplier: arms-trade literature; s1, s3 own convention",
     {Mark::own, Mark::own, Mark::own, Mark::literature, Mark::own}},
    {IssueArea::energy,
     decimal("20"),
     decimal("50"),
     decimal("25"),
     decimal("50"),
     decimal("65"),
     "imports from the supplier / use",
     "of all imports",
     "s3 EU Critical Raw Materials Act 2024/1252 art. 5; rest own",
     {Mark::own, Mark::own, Mark::own, Mark::own, Mark::literature}},
});

/// The level is at least this. Cumulative and without negation, so that intervals may be put in at their ends.
inline constexpr auto at_least = typology<Level, Cut>({
    {Level::none, always<Cut>(), ""},
    {Level::low, is(Cut::any), "known, and not zero; a share alone proves no more"},
    {Level::medium, is(Cut::any) & (is(Cut::e1) | (is(Cut::e_half) & is(Cut::s2))), "own convention"},
    {Level::high, is(Cut::any) & ((is(Cut::e2) & is(Cut::s1)) | (is(Cut::e1) & is(Cut::s2))), "own convention"},
    {Level::critical, is(Cut::any) & is(Cut::e2) & is(Cut::s3), "own convention"},
});

/// The same where exposure counts by its presence alone, as for arms: there e1 and e2 ask for any import at all, and by
/// `at_least` whoever sells a single rifle would be medium at once, and s2 would part nothing. So a level for each
/// share: a third, the predominant supplier, nearly all. A share alone proves no more than low here, too.
inline constexpr auto at_least_by_share = typology<Level, Cut>({
    {Level::none, always<Cut>(), ""},
    {Level::low, is(Cut::any), "known, and not zero; a share alone proves no more"},
    {Level::medium, is(Cut::any) & is(Cut::e1) & is(Cut::s1), "own convention"},
    {Level::high, is(Cut::any) & is(Cut::e1) & is(Cut::s2), "own convention"},
    {Level::critical, is(Cut::any) & is(Cut::e2) & is(Cut::s3), "own convention"},
});

/// What exposure and share tell of the cut-offs.
[[nodiscard]] constexpr Facts<Cut> facts(const CutOffs& cuts, const Percentage& exposure, const Percentage& share) noexcept {
    Facts<Cut> facts;
    const Truth some = exposure.reaches(Decimal{0});
    const Truth part = share.reaches(Decimal{0});
    if (some == Truth::holds || part == Truth::holds) {
        facts.set(Cut::any, Truth::holds);
    } else if (some == Truth::fails || part == Truth::fails) {
        facts.set(Cut::any, Truth::fails);
    }
    facts.set(Cut::e_half, exposure.reaches_half(cuts.e1));
    facts.set(Cut::e1, exposure.reaches(cuts.e1));
    facts.set(Cut::e2, exposure.reaches(cuts.e2));
    facts.set(Cut::s1, share.reaches(cuts.s1));
    facts.set(Cut::s2, share.reaches(cuts.s2));
    facts.set(Cut::s3, share.reaches(cuts.s3));
    return facts;
}

/// How much each tie counts. Unit: points. Range: 0 and more.
using Points = std::array<int, count<Obligation>>;

/// The scale's default points. Source: own convention; the types of obligation are those of Leeds et al. 2002.
inline constexpr Points tie_points{2, 2, 1, 1, 1};  // base, pact, alliance, exercises, guards

/// The ties add up to at least so many points: every least combination that does.
[[nodiscard]] constexpr Formula<Obligation> points_at_least(int wanted, const Points& points = tie_points) noexcept {
    static_assert(count<Obligation> <= 6 && formula_capacity >= 20, "no more than 20 combinations are least at once");
    Formula<Obligation>::Terms terms;
    bool fits = true;
    for (std::uint32_t bits = 0; bits <= all<Obligation>().bits(); ++bits) {
        int sum = 0;
        for (const Obligation tie : Set<Obligation>::of_bits(bits)) sum += points[index(tie)];
        if (sum >= wanted) fits = terms.absorb(Cube{bits, 0}) && fits;
    }
    return fits ? Formula<Obligation>(terms) : Formula<Obligation>{};
}

/// The rules of a guarantee by points: from so many on the level is at least low, medium, high. There is no critical.
[[nodiscard]] constexpr Typology<Level, Obligation> guarantee(const Points& points, int low, int medium,
                                                              int high) noexcept {
    Typology<Level, Obligation> rules;
    const auto add = [&](Level level, int wanted) {
        const Error error = rules.replace({level, points_at_least(wanted, points), "own convention"});
        static_cast<void>(error);  // so few terms always fit
    };
    add(Level::none, 0);
    add(Level::low, low);
    add(Level::medium, medium);
    add(Level::high, high);
    return rules;
}

/// The level of a security guarantee is at least this: 1 point low, 2 medium, 4 high; there is no critical.
inline constexpr auto security_at_least = guarantee(tie_points, 1, 2, 4);

/// The levels that are still possible: from the highest that is surely reached to the highest that may be reached.
template <Named E>
[[nodiscard]] constexpr Set<Level> possible(const Typology<Level, E>& cumulative, Facts<E> facts) noexcept {
    Level least = Level::none;
    Level most = Level::none;
    for (const Level level : cumulative.labels()) {
        const Answer answer = read(cumulative.rule(level), TruthReading<E>(facts));
        if (answer == Answer::holds) least = level;
        if (answer != Answer::fails) most = level;
    }
    return levels(least, most);
}

}  // namespace dependency_scale

/// A scale: everything by which figures and ties become levels, as data. `DependencyScale{}` is ours; users put their
/// own in place of any part: `DependencyScale{.own = rows}`. It looks at tables and rules, as a `Dataset` does, and
/// does not keep them: they have to live as long as the scale.
struct DependencyScale {
    std::span<const CutOffs> cut_offs = dependency_scale::cut_offs;  ///< One row for each issue area that is measured.
    std::span<const CutOffs> own{};  ///< Rows that go before those of their area, so that one can be replaced alone.
    const Typology<Level, Cut>* at_least = &dependency_scale::at_least;                           ///< Never null.
    const Typology<Level, Cut>* at_least_by_share = &dependency_scale::at_least_by_share;         ///< Never null.
    const Typology<Level, Obligation>* security_at_least = &dependency_scale::security_at_least;  ///< Never null.
    /// "About" a number is from this multiple of it to that one: an own convention. Unit: none.
    Decimal about_least = decimal("0.9");
    Decimal about_most = decimal("1.1");
    Carrying carrying{};  ///< Whether figures are carried to other years.

    /// The cut-offs of an issue area; empty where there is no measure.
    [[nodiscard]] constexpr std::optional<CutOffs> find(IssueArea area) const noexcept {
        for (const auto rows : {own, cut_offs}) {
            for (const CutOffs& row : rows) {
                if (row.area == area) return row;
            }
        }
        return std::nullopt;
    }
    /// The levels that some exposure and share leave possible by these cut-offs.
    [[nodiscard]] constexpr Set<Level> levels(const CutOffs& cuts, const Percentage& exposure,
                                              const Percentage& share) const noexcept {
        return dependency_scale::possible(cuts.by_share() ? *at_least_by_share : *at_least,
                                          dependency_scale::facts(cuts, exposure, share));
    }
};

/// The scale that is used where none is named.
inline constexpr DependencyScale default_scale{};

namespace dependency_scale {
/// The cut-offs of an issue area in our scale; empty where there is no measure.
[[nodiscard]] constexpr std::optional<CutOffs> find(IssueArea area) noexcept { return default_scale.find(area); }
}  // namespace dependency_scale

/// What can be wrong with a scale.
enum class ScaleDefect : std::uint8_t {
    none,
    area_said_twice,     ///< Two rows of one table are of the same issue area.
    out_of_range,        ///< A cut-off below 0 or above 100.
    not_ascending,       ///< A cut-off below the one before it.
    rule_with_negation,  ///< A level that is lost when more is reached.
    not_cumulative,      ///< A level that does not imply those below it.
    tolerance,           ///< "About" a number leaves that number out.
};

/// The spellings of ScaleDefect.
consteval auto names_of(ScaleDefect) {
    return names<ScaleDefect>("none", "area_said_twice", "out_of_range", "not_ascending", "rule_with_negation",
                              "not_cumulative", "tolerance");
}

/// What is wrong with a scale, and where.
struct ScaleFinding {
    ScaleDefect defect = ScaleDefect::none;
    bool own =
        false;  ///< Of cut-offs: whether the row stands in `DependencyScale::own`, else in `DependencyScale::cut_offs`.
    std::size_t row = 0;          ///< Of cut-offs: which row, from 0.
    IssueArea area{};             ///< Of cut-offs: of which area that row is.
    Cut cut = Cut::any;           ///< Of cut-offs: which of them.
    Level level{};                ///< Of rules: for which level.
    std::string_view expected{};  ///< What should be there. Lives for ever.
    [[nodiscard]] friend constexpr bool operator==(const ScaleFinding&, const ScaleFinding&) noexcept = default;
};

namespace detail {

[[nodiscard]] constexpr ScaleFinding first_defect(std::span<const CutOffs> rows, bool own) noexcept {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CutOffs& row = rows[i];
        ScaleFinding finding{ScaleDefect::none, own, i, row.area, Cut::any, {}, {}};
        for (std::size_t k = 0; k < i; ++k) {
            if (rows[k].area != row.area) continue;
            finding.defect = ScaleDefect::area_said_twice;
            finding.expected = "each issue area once";
            return finding;
        }
        for (const Cut cut : numbered_cuts) {
            finding.cut = cut;
            if (row.at(cut) < Decimal{0} || row.at(cut) > Decimal{100}) {
                finding.defect = ScaleDefect::out_of_range;
                finding.expected = "from 0 to 100 percent";
                return finding;
            }
            const bool first = cut == Cut::e1 || cut == Cut::s1;
            if (first || row.at(static_cast<Cut>(index(cut) - 1)) <= row.at(cut)) continue;
            finding.defect = ScaleDefect::not_ascending;
            finding.expected = cut == Cut::e2 ? "e1 <= e2" : "s1 <= s2 <= s3";
            return finding;
        }
    }
    return {};
}

/// A term with all that follows from it: what reaches a cut-off reaches those below it.
template <Named E>
[[nodiscard]] constexpr Cube with_what_follows(Cube term) noexcept {
    if constexpr (std::same_as<E, Cut>) {
        auto cuts = Set<Cut>::of_bits(term.holding);
        if (cuts.contains(Cut::e2)) cuts.insert(Cut::e1);
        if (cuts.contains(Cut::e1)) cuts.insert(Cut::e_half);
        if (cuts.contains(Cut::s3)) cuts.insert(Cut::s2);
        if (cuts.contains(Cut::s2)) cuts.insert(Cut::s1);
        term.holding = cuts.bits();
    }
    return term;
}

template <Named E>
[[nodiscard]] constexpr ScaleFinding first_defect(const Typology<Level, E>& rules) noexcept {
    const Rule<E>* below = &rules.rule(Level::none);
    bool lowest = true;  // none is below it
    for (const Level level : rules.labels()) {
        ScaleFinding finding;
        finding.level = level;
        for (const Cube& term : rules.rule(level).when().terms()) {
            if (term.failing != 0) {
                finding.defect = ScaleDefect::rule_with_negation;
                finding.expected = "no negation: who reaches more loses no level";
                return finding;
            }
            bool implied = lowest;
            if (!implied) {
                for (const Cube& lower : below->when().terms())
                    implied = implied || lower.absorbs(with_what_follows<E>(term));
            }
            if (implied) continue;
            finding.defect = ScaleDefect::not_cumulative;
            finding.expected = "each level implies the one below it";
            return finding;
        }
        below = &rules.rule(level);
        lowest = false;
    }
    return {};
}

}  // namespace detail

/// What is wrong with a scale: of several things the first, in the order of `DependencyScale`. A scale that is read by
/// the library should have no defect; the levels of one that has are not what they are called.
[[nodiscard]] constexpr ScaleFinding first_defect(const DependencyScale& scale) noexcept {
    ScaleFinding finding = detail::first_defect(scale.cut_offs, false);
    if (finding.defect == ScaleDefect::none) finding = detail::first_defect(scale.own, true);
    if (finding.defect == ScaleDefect::none) finding = detail::first_defect(*scale.at_least);
    if (finding.defect == ScaleDefect::none) finding = detail::first_defect(*scale.at_least_by_share);
    if (finding.defect == ScaleDefect::none) finding = detail::first_defect(*scale.security_at_least);
    if (finding.defect != ScaleDefect::none) return finding;
    const Decimal one{1};
    if (scale.about_least < Decimal{0} || scale.about_least > one || scale.about_most < one) {
        finding.defect = ScaleDefect::tolerance;
        finding.expected = "0 <= about_least <= 1 <= about_most";
    }
    return finding;
}

static_assert(first_defect(default_scale).defect == ScaleDefect::none);

}  // namespace trimode
