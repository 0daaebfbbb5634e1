// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Disagreement: where what one claim tells cannot stand beside what another tells.
/// Layer: inference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <trimode/base/decimal.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/quantity.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/told.hpp>

namespace trimode {

/// On what two claims disagree.
enum class Subject : std::uint8_t {
    condition,
    conduct,
    determinant,
    obligation,
    leverage,  ///< The partner's reverse need, or that dependence was used.
    mode,    ///< Which mode the author himself says it is.
    stage,   ///< Likewise.
    level,   ///< How dependent the state is on a partner in an issue area, in the authors' words.
    matter,  ///< A question of the dataset's table of matters.
};

/// The spellings of Subject.
consteval auto names_of(Subject) {
    return names<Subject>("condition", "conduct", "determinant", "obligation", "leverage", "mode", "stage", "level", "matter");
}

/// Why two answers differ, as far as the coding tells.
enum class Difference : std::uint8_t {
    contradiction,   ///< Of the same days, in the same measure: they cannot both be right.
    other_time,      ///< Of different times that lie close together: each may be right for its own.
    other_measure,   ///< The one counts or means something else than the other.
    other_emphasis,  ///< They do not exclude each other, but each text stresses what the other leaves out.
};

/// The spellings of Difference.
consteval auto names_of(Difference) {
    return names<Difference>("contradiction", "other_time", "other_measure", "other_emphasis");
}

/// Between whom.
enum class Parties : std::uint8_t {
    authors,   ///< Two authors, each in his own voice or one that he adopts.
    revision,  ///< One author in two texts.
    one_text,  ///< One author within one text.
    voices,    ///< At least one side is a voice that the author only reports.
};

/// The spellings of Parties.
consteval auto names_of(Parties) { return names<Parties>("authors", "revision", "one_text", "voices"); }

/// One side of a disagreement.
struct Side {
    ClaimIndex claim{};
    /// What the claim leaves possible: of a feature 1 holds, 2 fails; of a level the bits of the set; of a matter its options.
    std::uint32_t options = 0;
    std::uint8_t figure = 0;    ///< Of a matter that is a quantity: which figure of the claim.
    std::string_view base{};    ///< Of a matter: in what measure.
    Days days{};                ///< For which days the claim tells it; of a dating all.
    [[nodiscard]] friend constexpr bool operator==(const Side&, const Side&) noexcept = default;
};

/// Two claims that disagree; the one stands first in the table of claims.
struct Disagreement {
    Subject subject{};
    std::uint8_t place = 0;   ///< Which feature, issue area (of a level) or matter: its place in the enumeration or table.
    PartnerIndex partner{};   ///< Of which partner; means nothing for a matter and for a feature of the state.
    Difference difference{};
    Parties parties{};
    bool inferred = false;    ///< The times meet only where one of the claims tells by inference.
    Side one{};
    Side other{};
};

/// What counts as incompatible. The numbers are conventions of the library.
struct Comparing {
    /// Whose claims are compared. Every voice is heard, also one from which the author distances himself, and by default
    /// forecasts, allegations and premises too, since here it is asked who says what.
    Admission admission{.modalities = all<Modality>()};
    /// How far apart two answers to a matter may lie in time for a difference to be worth reporting. Unit: days. By default
    /// three years. Features and levels turn: that they are told otherwise of another time is change, not disagreement.
    std::int32_t apart = 3 * 366;
    /// "About x" may be x less or more this part of x. Range: 0 to 1.
    Decimal about = decimal("0.1");
    /// "More than x" is taken to be no more than x times this: who means 1.7 million does not say "over a million". Says nothing
    /// of an x that is not above zero. Range: from 1 on.
    Decimal more_than = decimal("1.5");
};

namespace detail {

/// What a row tells, made comparable.
struct Compared {
    bool heard = false;
    Side side{};
    Days stated = no_days;
    bool number = false;
    std::optional<Decimal> low{};   ///< None: no lower end, or one beyond what a Decimal holds.
    std::optional<Decimal> high{};  ///< The same of the upper end.
};

template <class Use = OnUse>
[[nodiscard]] constexpr bool compatible(const Used<Use, Compared>& one, const Compared& other) noexcept {
    if (!one.number) return (one.side.options & other.side.options) != 0;
    const bool above = one.low && other.high && *one.low > *other.high;
    const bool below = one.high && other.low && *one.high < *other.low;
    return !above && !below;
}

/// What a quantity may be, as an interval.
template <class Use = OnUse>
constexpr void set_number(const Used<Use, AnyQuantity>& quantity, const Comparing& comparing, Compared& position) noexcept {
    position.number = true;
    position.low = quantity.low;
    position.high = quantity.high;
    const bool below_zero = quantity.high < Decimal{};
    if (quantity.form == Form::at_least) {
        position.high = quantity.low > Decimal{} ? product(quantity.low, comparing.more_than) : std::nullopt;
    }
    if (quantity.form == Form::at_most) position.low = below_zero ? std::nullopt : std::optional(Decimal{});
    if (quantity.form != Form::about) return;
    // One more and one less the tolerance, as decimals of the same places.
    std::int64_t unit = 1;
    for (int i = 0; i < comparing.about.places(); ++i) unit *= 10;
    const auto less = Decimal::of(unit - comparing.about.digits(), comparing.about.places());
    const auto more = Decimal::of(unit + comparing.about.digits(), comparing.about.places());
    const auto times = [&](const std::optional<Decimal>& factor) {
        return factor ? product(quantity.high, *factor) : std::nullopt;
    };
    position.low = times(below_zero ? more : less);
    position.high = times(below_zero ? less : more);
}

/// The claim of a row and the time for which it tells.
template <class Use = OnUse>
[[nodiscard]] constexpr Compared compared(const Used<Use, Dataset>& data, ClaimIndex at, const Period& period, std::uint32_t options,
                                          const Admission& admission) noexcept {
    const Claim& claim = data.claim(at);
    Compared position;
    position.side = {at, options, 0, {}, no_days};
    const Period when = period.undated() ? claim.period : period;
    const CodingTime time = coding_time(claim, when, data.source(claim).published.days());
    position.stated = time.stated;
    position.side.days = admission.strict ? time.stated : time.told;
    // A time known only roughly is at least named; a forecast speaks of days after its publication.
    const bool forecast = claim.modality == Modality::forecast;
    if (!admission.strict && (forecast || position.side.days.empty())) position.side.days = time.named;
    const bool endless = time.turns || when.to.kind == End::Kind::open;
    if (!admission.strict && forecast && endless) position.side.days.last = far_future;
    position.heard = admission.hears(claim) && !position.side.days.empty();
    return position;
}

template <class Use = OnUse>
[[nodiscard]] constexpr Parties parties(const Used<Use, Dataset>& data, const Claim& one, const Claim& other) noexcept {
    const auto own = [](const Claim& claim) { return claim.stance == Stance::own || claim.stance == Stance::adopted; };
    if (!own(one) || !own(other)) return Parties::voices;
    if (one.source() == other.source()) return Parties::one_text;
    return data.source(one).author == data.source(other).author ? Parties::revision : Parties::authors;
}

/// How many days it is from the one time to the other. 0 when they meet, 1 when they follow upon each other.
[[nodiscard]] constexpr Day gap(Days one, Days other) noexcept {
    if (one.overlaps(other)) return 0;
    return one.last < other.first ? other.first - one.last : one.first - other.last;
}

/// Why two positions on the same matter differ, if they do and it is worth a report.
template <class Use = OnUse>
[[nodiscard]] constexpr std::optional<Used<Use, Disagreement>> differ(const Used<Use, Dataset>& data, const Compared& one, const Compared& other,
                                                           std::int32_t apart) noexcept {
    if (!one.heard || !other.heard || one.side.claim == other.side.claim || compatible(one, other)) return std::nullopt;
    Disagreement found;
    found.parties = parties(data, data.claim(one.side.claim), data.claim(other.side.claim));
    const Day between = gap(one.side.days, other.side.days);
    const bool same_base = one.side.base == other.side.base;
    // Who says of another time, or in another measure, something else in the same text contradicts nobody.
    if (between > apart || (found.parties == Parties::one_text && (between > 0 || !same_base))) return std::nullopt;
    found.difference = !same_base     ? Difference::other_measure
                       : between > 0 ? Difference::other_time
                                     : Difference::contradiction;
    found.inferred = between == 0 && !one.stated.overlaps(other.stated);
    found.one = one.side.claim.value < other.side.claim.value ? one.side : other.side;
    found.other = one.side.claim.value < other.side.claim.value ? other.side : one.side;
    return found;
}

/// All pairs of rows that are about the same and differ.
template <class Row, class Same, class Place, class Visit>
constexpr void compare_rows(const Dataset& data, RowSpan<Row> rows, std::int32_t apart, Same&& same, Place&& place,
                            Visit&& visit) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            if (!same(rows[i], rows[j])) continue;
            if (const auto found = differ(data, place(rows[i]), place(rows[j]), apart)) visit(rows[i], *found);
        }
    }
}

template <Named E, class Visit>
constexpr void compare_codings(const Dataset& data, Subject subject, const Comparing& comparing, Visit&& visit) {
    compare_rows(
        data, data.codings<E>(), 0,
        [](const Coding<E>& one, const Coding<E>& other) {
            return one.feature == other.feature && one.tells != other.tells &&
                   (one.partner == other.partner || is_of_the_state(one.feature));
        },
        [&](const Coding<E>& row) {
            return compared(data, row.claim, row.period, row.tells == Tells::holds ? 1U : 2U, comparing.admission);
        },
        [&](const Coding<E>& row, Disagreement found) {
            found.subject = subject;
            found.place = static_cast<std::uint8_t>(index(row.feature));
            found.partner = row.partner;
            visit(found);
        });
}

/// Whether a document gives this answer in a matter anywhere.
template <class Use = OnUse>
[[nodiscard]] constexpr bool says_too(const Used<Use, Dataset>& data, MatterIndex matter, std::size_t source, std::uint32_t options,
                                      const Admission& admission) noexcept {
    for (const Position& row : data.positions) {
        const Claim& claim = data.claim(row.claim);
        if (row.matter == matter && claim.source() == source && (row.options & options) != 0 && admission.hears(claim)) {
            return true;
        }
    }
    return false;
}

}  // namespace detail

/// Calls `visit(Disagreement)` for each pair of claims that disagree: opposed codings of a feature of a partner, levels that
/// have nothing in common, answers to a matter that leave no option or no number in common. Two numbers are read as
/// intervals, so "more than 290" and "over 300" agree. In an order that depends on the dataset alone: by subject, then by
/// table. Cost: quadratic in the rows of a table; no allocation.
template <class Visit>
constexpr void for_each_disagreement(const Dataset& data, const Comparing& comparing, Visit&& visit) {
    detail::compare_codings<Condition>(data, Subject::condition, comparing, visit);
    detail::compare_codings<Conduct>(data, Subject::conduct, comparing, visit);
    detail::compare_codings<Determinant>(data, Subject::determinant, comparing, visit);
    detail::compare_codings<Obligation>(data, Subject::obligation, comparing, visit);
    detail::compare_codings<Leverage>(data, Subject::leverage, comparing, visit);
    detail::compare_codings<Mode>(data, Subject::mode, comparing, visit);
    detail::compare_codings<Stage>(data, Subject::stage, comparing, visit);
    detail::compare_rows(
        data, data.judgements, 0,
        [](const Judgement& one, const Judgement& other) { return one.partner == other.partner && one.area == other.area; },
        [&](const Judgement& row) {
            return detail::compared(data, row.claim, row.period, row.levels.bits(), comparing.admission);
        },
        [&](const Judgement& row, Disagreement found) {
            found.subject = Subject::level;
            found.place = static_cast<std::uint8_t>(index(row.area));
            found.partner = row.partner;
            visit(found);
        });
    detail::compare_rows(
        data, data.positions, comparing.apart, [](const Position& one, const Position& other) { return one.matter == other.matter; },
        [&](const Position& row) {
            auto position = detail::compared(data, row.claim, row.period, row.options, comparing.admission);
            position.side.base = row.base;
            position.side.figure = row.figure;
            const MatterKind kind = data.matters[row.matter.value].kind;
            if (kind == MatterKind::dating) {
                position.side.days = position.stated = {detail::far_past, detail::far_future};
                position.heard = comparing.admission.hears(data.claim(row.claim));
            }
            if (kind == MatterKind::quantity) {
                detail::set_number(data.claim(row.claim).figures[row.figure].quantity, comparing, position);
            }
            return position;
        },
        [&](const Position& row, Disagreement found) {
            found.subject = Subject::matter;
            found.place = row.matter.value;
            if (data.matters[row.matter.value].kind == MatterKind::emphasis) {
                if (found.parties == Parties::one_text) return;
                // A text that says both stresses neither.
                const auto source = [&](const Side& side) { return data.claim(side.claim).source(); };
                if (source(found.one) == source(found.other) ||
                    detail::says_too(data, row.matter, source(found.one), found.other.options, comparing.admission) ||
                    detail::says_too(data, row.matter, source(found.other), found.one.options, comparing.admission)) {
                    return;
                }
                found.difference = Difference::other_emphasis;
            }
            visit(found);
        });
}

/// The same with the conventions of `Comparing`.
template <class Visit>
constexpr void for_each_disagreement(const Dataset& data, Visit&& visit) {
    for_each_disagreement(data, Comparing{}, visit);
}

}  // namespace trimode
