// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Dependency scale: cut-offs for exposure and share, and the cumulative rules that turn them into levels.
/// Layer: framework.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
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

/// The cut-offs of one issue area. Unit: percent. Range: 0 to 100; a zero asks for anything at all. Compared with >=.
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
    Mark mark = Mark::own;        ///< The weakest of the marks of this row.
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

/// The scale's default cut-offs. Source: beside each row; users put their own in their place.
inline constexpr auto cut_offs = std::to_array<CutOffs>({
    {IssueArea::trade, decimal("5"), decimal("15"), decimal("10"), decimal("31.6"), decimal("50"),
     "bilateral trade / GDP", "of total trade",
     "s1 major-customer rule, IFRS 8 par. 34; s2 square root of .10 (US Merger Guidelines 2023); s3 European Commission "
     "SWD(2021)352; e1, e2 own convention",
     Mark::own},
    {IssueArea::debt, decimal("5"), decimal("10"), decimal("25"), decimal("50"), decimal("66.7"),
     "debt to the partner / GDP", "of external public debt, or of debt service",
     "e2 AidData (Malik et al. 2021); s1 a blocking minority in collective-action votes (IMF 2014), majority, two thirds",
     Mark::own},
    {IssueArea::investment, decimal("2"), decimal("10"), decimal("25"), decimal("50"), decimal("75"),
     "stock or flow / GDP", "of all foreign investment", "by analogy with aid", Mark::own},
    {IssueArea::aid, decimal("2"), decimal("10"), decimal("25"), decimal("50"), decimal("75"), "aid from the donor / GNI",
     "of all aid", "aid-dependence cut-offs: Braeutigam and Knack 2004; Glennie and Prizzon 2012", Mark::literature},
    {IssueArea::migration, decimal("4"), decimal("10"), decimal("25"), decimal("50"), decimal("75"),
     "remittances from the partner / GDP", "of remittances, else of migrants",
     "e: IFAD's wording on countries that rely on remittances; s own convention", Mark::own},
    {IssueArea::arms, decimal("0"), decimal("0"), decimal("31.6"), decimal("60"), decimal("90"),
     "any import in the window", "of imports over five years",
     "five-year windows: SIPRI; .60 predominant supplier: arms-trade literature", Mark::literature},
    {IssueArea::energy, decimal("20"), decimal("50"), decimal("25"), decimal("50"), decimal("65"),
     "imports from the supplier / use", "of all imports", "s3 EU Critical Raw Materials Act 2024/1252 art. 5; rest own",
     Mark::own},
});

/// The cut-offs of an issue area; empty where there is no measure.
[[nodiscard]] constexpr std::optional<CutOffs> find(IssueArea area) noexcept {
    for (const CutOffs& row : cut_offs) {
        if (row.area == area) return row;
    }
    return std::nullopt;
}

/// The level is at least this. Cumulative and without negation, so that intervals may be put in at their ends.
inline constexpr auto at_least = typology<Level, Cut>({
    {Level::none, always<Cut>(), ""},
    {Level::low, is(Cut::any), "known, and not zero; a share alone proves no more"},
    {Level::medium, is(Cut::any) & (is(Cut::e1) | (is(Cut::e_half) & is(Cut::s2))), "own convention"},
    {Level::high, is(Cut::any) & ((is(Cut::e2) & is(Cut::s1)) | (is(Cut::e1) & is(Cut::s2))), "own convention"},
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

/// How much a tie counts. Unit: points. Source: own convention; the types of obligation are those of Leeds et al. 2002.
[[nodiscard]] constexpr int points(Obligation obligation) noexcept {
    return obligation == Obligation::base || obligation == Obligation::pact ? 2 : 1;
}

/// The ties add up to at least so many points: every least combination that does.
[[nodiscard]] consteval Formula<Obligation> points_at_least(int wanted) {
    Formula<Obligation>::Terms terms;
    for (std::uint32_t bits = 0; bits <= all<Obligation>().bits(); ++bits) {
        int sum = 0;
        for (const Obligation tie : Set<Obligation>::of_bits(bits)) sum += points(tie);
        if (sum >= wanted && !terms.absorb(Cube{bits, 0})) detail::more_terms_than_the_capacity();
    }
    return Formula<Obligation>(terms);
}

/// The level of a security guarantee is at least this: 1 point low, 2 medium, 4 high; there is no critical.
inline constexpr auto security_at_least = typology<Level, Obligation>({
    {Level::none, always<Obligation>(), ""},
    {Level::low, points_at_least(1), "own convention"},
    {Level::medium, points_at_least(2), "own convention"},
    {Level::high, points_at_least(4), "own convention"},
});

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
}  // namespace trimode
