// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Robustness: how often a verdict stays when codings are turned at random or something is left out, and how far the
/// cut-offs of the scale of dependency can move before a level does. Asked for by itself; no umbrella brings it.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <trimode/base/decimal.hpp>
#include <trimode/base/random.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/dependency_scale.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/inference/withdrawal.hpp>

namespace trimode {

// ---- codings turned at random ---------------------------------------------------------------------------------------

/// What may be wrong with a row.
enum class Mistake : std::uint8_t {
    flipped,  ///< It should tell the opposite.
    dropped,  ///< It should not be there.
};

/// The spellings of Mistake.
consteval auto names_of(Mistake) { return names<Mistake>("flipped", "dropped"); }

/// In how many rows combinations can be counted. Unit: rows.
inline constexpr std::size_t countable_rows = 62;

/// How codings are turned: each row with the same chance, independently of the others.
struct Turning {
    Mistake mistake = Mistake::flipped;
    Decimal chance = decimal("0.05");  ///< Of each row. Unit: none. Range: 0 to 1, both included.
    std::uint64_t seed = 1;            ///< Of the samples; without use where all combinations are counted.
    std::uint32_t samples = 10'000;    ///< How many, where combinations are too many.
    /// All combinations are counted if that takes at most so many readings. Unit: readings. Range: up to 65536; more is
    /// that.
    std::uint32_t exact_up_to = 20'000;
};

/// How often a verdict stays when codings are turned.
struct Steadiness {
    Turning turning{};         ///< As asked for, with the seed.
    std::size_t rows = 0;      ///< How many rows can matter, and were turned or not.
    bool exact = false;        ///< Whether all combinations of turned rows were counted.
    std::uint64_t cases = 0;   ///< How many combinations there are (2 to the power of `rows`), or samples.
    std::uint64_t stayed = 0;  ///< In how many of these the verdict stayed.
    /// If exact: in how many of the combinations with so many rows turned it stayed. From these counts follows the
    /// share for any chance. Not exact: zeros.
    std::array<std::uint64_t, countable_rows + 1> stayed_with{};

    /// The share that stays at the chance of `turning`: of the samples; or, if exact, the sum of the probabilities of
    /// the combinations. Unit: none. Range: 0 to 1; where none stayed exactly 0, where all did exactly 1.
    [[nodiscard]] constexpr double share() const noexcept {
        if (stayed == 0) return 0;
        if (stayed == cases) return 1;
        if (!exact) return static_cast<double>(stayed) / static_cast<double>(cases);
        double scale = 1;
        for (int i = 0; i < turning.chance.places(); ++i) scale *= 10;
        const double turned = static_cast<double>(turning.chance.digits()) / scale;
        double sum = 0;
        for (std::size_t k = 0; k <= rows; ++k) {
            double term = static_cast<double>(stayed_with[k]);
            for (std::size_t i = 0; i < rows; ++i) term *= i < k ? turned : 1 - turned;
            sum += term;
        }
        return sum < 1 ? sum : 1;  // rounding may go beyond
    }

    /// The standard error of the share, as a sample of independent draws has it; 0 if exact. Where all samples stayed,
    /// or none, it is 0 too, and says little: then ask for `bound`.
    [[nodiscard]] constexpr double standard_error() const noexcept {
        if (exact || cases == 0) return 0;
        const double square = share() * (1 - share()) / static_cast<double>(cases);
        if (square <= 0) return 0;
        double root = 1;  // Heron's rule: falls towards the root from above
        for (double next = (root + square) / 2; next < root; next = (root + square / root) / 2) root = next;
        return root;
    }

    /// Where all samples stayed: the share is at least this, with 95 percent confidence; where none did, at most this.
    /// That is 3 / samples away from what the samples show (the rule of three). Empty: some stayed and some did not, or
    /// it is exact, or there are no samples. Unit: none. Range: 0 to 1.
    /// Source: Hanley and Lippman-Hand, If nothing goes wrong, is everything all right? (1983).
    [[nodiscard]] constexpr std::optional<double> bound() const noexcept {
        if (exact || cases == 0 || (stayed != 0 && stayed != cases)) return std::nullopt;
        const double away = cases > 3 ? 3 / static_cast<double>(cases) : 1;
        return stayed == 0 ? away : 1 - away;
    }

    /// If exact: the least number of rows that can end it when they are turned together. Empty: no combination does, or
    /// it is not exact.
    [[nodiscard]] constexpr std::optional<std::size_t> least_turned() const noexcept {
        std::uint64_t combinations = 1;  // of k rows
        for (std::size_t k = 0; exact && k <= rows; ++k) {
            if (stayed_with[k] != combinations) return k;
            combinations = combinations * (rows - k) / (k + 1);
        }
        return std::nullopt;
    }
};

namespace detail {

/// Which rows can matter for a verdict when they are turned, and which of them do the same.
template <Named E>
class TurnableRows {
  public:
    template <Named Label>
    constexpr TurnableRows(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                           const Period& at, const Typology<Label, E>& typology, Mistake mistake,
                           const Admission& admission) noexcept
        : rows_(data, codings, partner, asked_days(data, at), features_that_matter(data, partner, typology), admission),
          strict_(admission.strict),
          mistake_(mistake) {}

    /// Calls `visit(row)` for each row that can matter. There may be one too many among them, never one too few.
    template <class Visit>
    constexpr void for_each(Visit&& visit) const {
        for (const Coding<E>& row : rows_.codings()) {
            if (rows_.contains(row) || comes_near(row)) visit(row);
        }
    }

    /// Whether two rows that can matter do the same, so that it is all one which of them is turned.
    [[nodiscard]] constexpr bool alike(const Coding<E>& one, const Coding<E>& other) const noexcept {
        if (one.feature != other.feature || one.tells != other.tells) return false;
        if constexpr (!is_act<E>) {
            const CodingTime first = rows_.bearing(one).time;
            const CodingTime second = rows_.bearing(other).time;
            const auto same = [&](Days left, Days right) {
                if (!inferred_between(one.feature)) {
                    left = within(left);
                    right = within(right);
                }
                return left == right || (left.empty() && right.empty());
            };
            return same(first.told, second.told) && same(first.before, second.before);
        }
        return true;
    }

  private:
    [[nodiscard]] constexpr Days within(Days days) const noexcept {
        return {later(days.first, rows_.asked().first), earlier(days.last, rows_.asked().last)};
    }
    /// Whether anything of a feature may be inferred from tellings around a day: not where every day is told directly,
    /// and rows may be flipped but not dropped.
    [[nodiscard]] constexpr bool inferred_between(E feature) const noexcept {
        return !strict_ && (mistake_ == Mistake::dropped || !rows_.told_throughout().contains(feature));
    }
    /// Whether a row can become the nearest to a day when those that are nearer are dropped.
    [[nodiscard]] constexpr bool comes_near(const Coding<E>& row) const noexcept {
        if (is_act<E> || strict_ || mistake_ != Mistake::dropped || !rows_.features().contains(row.feature))
            return false;
        const Bearing found = rows_.bearing(row);
        return found.bears && !(found.time.told.empty() && found.time.before.empty());
    }

    BearingRows<E> rows_;
    bool strict_;
    Mistake mistake_;
};

/// Whether something with this chance happens: exactly, with one whole number drawn.
[[nodiscard]] constexpr bool happens(Random& random, Decimal chance) noexcept {
    std::uint64_t power = 1;
    for (int i = 0; i < chance.places(); ++i) power *= 10;
    return random.below(power) < static_cast<std::uint64_t>(chance.digits());
}

/// Groups of rows that are alike, and how many of each are turned: counts through all combinations.
class Combinations {
  public:
    /// Adds a group of one row. False: there are already as many as can be counted through.
    [[nodiscard]] constexpr bool add_group() noexcept {
        if (groups_ == sizes_.size()) return false;
        sizes_[groups_++] = 1;
        return true;
    }
    /// Adds a row to the last group.
    constexpr void add_row() noexcept { ++sizes_[groups_ - 1]; }

    /// How many combinations differ in more than which of the rows that are alike are turned. Saturates.
    [[nodiscard]] constexpr std::uint64_t readings() const noexcept {
        std::uint64_t product = 1;
        for (std::size_t i = 0; i < groups_ && product < most; ++i) product *= sizes_[i] + 1;
        return product;
    }
    /// How many combinations the present one stands for. Range: with up to 62 rows exact.
    [[nodiscard]] constexpr std::uint64_t weight() const noexcept {
        std::uint64_t product = 1;
        for (std::size_t i = 0; i < groups_; ++i) {
            std::uint64_t choices = 1;
            for (std::size_t k = 0; k < turned_[i]; ++k) choices = choices * (sizes_[i] - k) / (k + 1);
            product *= choices;
        }
        return product;
    }
    [[nodiscard]] constexpr std::size_t turned() const noexcept {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < groups_; ++i) sum += turned_[i];
        return sum;
    }
    /// Whether a row is turned; rows are counted from the first of the first group.
    [[nodiscard]] constexpr bool is_turned(std::size_t row) const noexcept {
        std::size_t group = 0;
        for (; row >= sizes_[group]; ++group) row -= sizes_[group];
        return row < turned_[group];
    }
    /// Goes on to the next. False: there is none, and all begins anew.
    constexpr bool next() noexcept {
        for (std::size_t i = 0; i < groups_; ++i) {
            if (++turned_[i] <= sizes_[i]) return true;
            turned_[i] = 0;
        }
        return false;
    }

    static constexpr std::uint64_t most = 65'536;

  private:
    std::array<std::size_t, 16> sizes_{};  // each group at least doubles the readings, of which there are at most 2^16
    std::array<std::size_t, 16> turned_{};
    std::size_t groups_ = 0;
};

}  // namespace detail

/// How many rows there are whose turning can matter for a verdict: admitted, about the partner and a feature on which
/// the rules still depend, and telling of the time asked about, or of a time next to it. Unit: rows.
template <Named Label, Named E>
[[nodiscard]] constexpr std::size_t rows_that_can_matter(const Dataset& data, RowSpan<Coding<E>> codings,
                                                         PartnerIndex partner, const Period& at,
                                                         const Typology<Label, E>& typology,
                                                         Mistake mistake = Mistake::flipped,
                                                         const Admission& admission = {}) noexcept {
    std::size_t rows = 0;
    const detail::TurnableRows<E> turnable(data, codings, partner, at, typology, mistake, admission);
    turnable.for_each([&](const Coding<E>&) { ++rows; });
    return rows;
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr std::size_t rows_that_can_matter(const Dataset& data, PartnerIndex partner, const Period& at,
                                                         const Typology<Label, E>& typology,
                                                         Mistake mistake = Mistake::flipped,
                                                         const Admission& admission = {}) noexcept {
    return rows_that_can_matter(data, data.codings<E>(), partner, at, typology, mistake, admission);
}

/// How often something that is wanted of a verdict is so when each coding that can matter is turned with some chance.
/// Where it takes few readings all combinations are counted, and the answer is exact; otherwise samples are drawn, and
/// the seed repeats them on every platform. Rows that do the same are counted together, so dozens of rows can be exact.
///
/// What is flipped contradicts what is not, and a feature that is contested settles nothing: against flipping several
/// witnesses are no better than one, against dropping they are.
///
/// @param room    Working memory: at least twice as many rows as can matter; twice as many as there are codings
///                always do. What is in it is overwritten.
/// @param stays   Called with each verdict: whether it is as wanted, such as
///                `[](const auto& verdict) { return verdict.holds(Mode::recipient); }`.
/// Error: out_of_range; with `given` and `expected` when there is too little room, without when the chance is not
/// between 0 and 1.
/// Cost: as `classify` for each reading or sample; no allocation.
/// Source: Skaaning, Assessing the robustness of crisp-set and fuzzy-set QCA results (2011), and Thiem, Spoehel and
/// Dusa, Enhancing sensitivity diagnostics for Qualitative Comparative Analysis: a combinatorial approach (2016), for
/// turning codings and for counting combinations.
template <Named Label, Named E, class Stays>
[[nodiscard]] constexpr Result<Steadiness> steadiness(const Dataset& data, RowSpan<Coding<E>> codings,
                                                      PartnerIndex partner, const Period& at,
                                                      const Typology<Label, E>& typology, const Turning& turning,
                                                      std::span<Coding<E>> room, const Admission& admission,
                                                      Stays&& stays) {
    if (turning.chance < Decimal{0} || turning.chance > Decimal{1}) return Error{Fault::out_of_range};
    Steadiness found;
    found.turning = turning;
    const detail::TurnableRows<E> rows(data, codings, partner, at, typology, turning.mistake, admission);
    rows.for_each([&](const Coding<E>& row) {
        if (found.rows < room.size()) {
            // Behind the last row that is like it; else at the end.
            std::size_t place = found.rows;
            while (place > 0 && !rows.alike(room[place - 1], row)) --place;
            if (place == 0) place = found.rows;
            for (std::size_t i = found.rows; i > place; --i) room[i] = room[i - 1];
            room[place] = row;
        }
        ++found.rows;
    });
    if (found.rows > room.size() / 2) {
        Error error{Fault::out_of_range};
        error.given = room.size();
        error.expected = 2 * found.rows;
        return error;
    }
    const auto stays_when = [&](auto&& is_turned) {
        std::size_t size = 0;
        const std::span<Coding<E>> turned = room.subspan(found.rows);
        for (std::size_t i = 0; i < found.rows; ++i) {
            Coding<E> row = room[i];
            if (is_turned(i)) {
                if (turning.mistake == Mistake::dropped) continue;
                row.tells = row.tells == Tells::holds ? Tells::fails : Tells::holds;
            }
            turned[size++] = row;
        }
        const RowSpan<Coding<E>> told = turned.first(size);
        return static_cast<bool>(stays(classify(data, told, partner, at, typology, admission)));
    };
    detail::Combinations combinations;
    found.exact = found.rows <= countable_rows;
    for (std::size_t i = 0; i < found.rows && found.exact; ++i) {
        if (i > 0 && rows.alike(room[i - 1], room[i])) {
            combinations.add_row();
        } else {
            found.exact = combinations.add_group();
        }
    }
    const std::uint64_t readings = combinations.readings();
    found.exact = found.exact && readings <= turning.exact_up_to && readings <= combinations.most;
    if (found.exact) {
        found.cases = std::uint64_t{1} << found.rows;
        do {
            if (!stays_when([&](std::size_t row) { return combinations.is_turned(row); })) continue;
            const std::uint64_t weight = combinations.weight();
            found.stayed += weight;
            found.stayed_with[combinations.turned()] += weight;
        } while (combinations.next());
    } else {
        found.cases = turning.samples;
        Random random(turning.seed);
        for (std::uint32_t i = 0; i < turning.samples; ++i) {
            if (stays_when([&](std::size_t) { return detail::happens(random, turning.chance); })) ++found.stayed;
        }
    }
    return found;
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Stays>
[[nodiscard]] constexpr Result<Steadiness> steadiness(const Dataset& data, PartnerIndex partner, const Period& at,
                                                      const Typology<Label, E>& typology, const Turning& turning,
                                                      std::span<Coding<E>> room, const Admission& admission,
                                                      Stays&& stays) {
    return steadiness(data, data.codings<E>(), partner, at, typology, turning, room, admission, stays);
}

/// The same for the verdict as a whole: it stays when every label that holds, or may hold, does so still, and no other.
template <Named Label, Named E>
[[nodiscard]] constexpr Result<Steadiness> steadiness(const Dataset& data, RowSpan<Coding<E>> codings,
                                                      PartnerIndex partner, const Period& at,
                                                      const Typology<Label, E>& typology, const Turning& turning,
                                                      std::span<Coding<E>> room,
                                                      const Admission& admission = {}) noexcept {
    const Verdict<Label> told = classify(data, codings, partner, at, typology, admission);
    return steadiness(data, codings, partner, at, typology, turning, room, admission,
                      [&](const Verdict<Label>& verdict) { return verdict == told; });
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr Result<Steadiness> steadiness(const Dataset& data, PartnerIndex partner, const Period& at,
                                                      const Typology<Label, E>& typology, const Turning& turning,
                                                      std::span<Coding<E>> room,
                                                      const Admission& admission = {}) noexcept {
    return steadiness(data, data.codings<E>(), partner, at, typology, turning, room, admission);
}

// ---- something left out ---------------------------------------------------------------------------------------------

/// How many documents (authors, claims) can be left out one at a time, and without how many the verdict stays.
struct LeftOut {
    std::size_t readings = 0;  ///< How many there are that bear on the verdict, as `for_each_withdrawal` has it.
    std::size_t stayed = 0;    ///< Without how many of these it is the same, and its outcome too.
    /// Unit: none. Range: 0 to 1; 1 when there is nothing to leave out.
    [[nodiscard]] constexpr double share() const noexcept {
        return readings == 0 ? 1 : static_cast<double>(stayed) / static_cast<double>(readings);
    }
    [[nodiscard]] friend constexpr bool operator==(LeftOut, LeftOut) noexcept = default;
};

/// How many of the readings that leave out one document (author, claim) keep the verdict and its outcome. Only those
/// that bear on the verdict at the time asked about are tried: what can never matter would make any share look high.
/// Which ones do not keep it, `for_each_decisive` says.
/// Source: Quenouille, Notes on bias in estimation (1956), for leaving out one at a time.
template <Named Label, Named E>
[[nodiscard]] constexpr LeftOut leave_one_out(const Dataset& data, RowSpan<Coding<E>> codings,
                                              PartnerIndex partner, const Period& at,
                                              const Typology<Label, E>& typology, Withdrawn what,
                                              const Admission& admission = {}) noexcept {
    LeftOut found;
    for_each_withdrawal(data, codings, partner, at, typology, what, admission, [&](const Withdrawal<Label>& without) {
        ++found.readings;
        if (!without.decisive) ++found.stayed;
    });
    return found;
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr LeftOut leave_one_out(const Dataset& data, PartnerIndex partner, const Period& at,
                                              const Typology<Label, E>& typology, Withdrawn what,
                                              const Admission& admission = {}) noexcept {
    return leave_one_out(data, data.codings<E>(), partner, at, typology, what, admission);
}

// ---- cut-offs moved -------------------------------------------------------------------------------------------------

/// A factor as the ratio of two numbers, exactly: 48 / 66.7. The lower number is above zero.
struct Factor {
    Decimal over{1};
    Decimal under{1};
    /// Unit: none.
    [[nodiscard]] constexpr double value() const noexcept {
        const auto number = [](Decimal decimal) {
            double power = 1;
            for (int i = 0; i < decimal.places(); ++i) power *= 10;
            return static_cast<double>(decimal.digits()) / power;
        };
        return number(over) / number(under);
    }
    [[nodiscard]] friend constexpr bool operator==(Factor, Factor) noexcept = default;
};

/// The factors by which cut-offs can be multiplied while the measured levels stay what they are: all from above `least`
/// up to and with `most`. 1 is among them.
struct CutOffRange {
    Dependency measured{};          ///< What is measured with the cut-offs as they are.
    std::optional<Factor> least{};  ///< Not among them any more. Empty: down to any factor above zero.
    std::optional<Factor> most{};   ///< Still among them. Empty: without end.
    Set<Level> below{};             ///< The levels at `least`; empty where there is none.
    Set<Level> beyond{};            ///< The levels just above `most`; empty where there is none.
};

/// The cut-offs that can be moved; `any` stays, since it is no number, and `e_half` goes with `e1`.
inline constexpr Set<Cut> every_cut_off{Cut::e1, Cut::e2, Cut::s1, Cut::s2, Cut::s3};

namespace detail {

/// The cut-offs of an area, some of them moved by a factor. So that all stays exact nothing is divided: cut-offs that
/// move are multiplied by the upper number, all others and the figures by the lower one, and compared as ever.
class MovedCuts {
  public:
    constexpr MovedCuts(const CutOffs& cuts, Set<Cut> moving, const DependencyScale& scale) noexcept
        : cuts_(cuts), moving_(moving), scale_(scale) {}

    /// Whether every number so far fitted into a Decimal.
    [[nodiscard]] constexpr bool exact() const noexcept { return exact_; }

    /// The levels that some figures leave possible when the cut-offs move by this factor.
    [[nodiscard]] constexpr Set<Level> levels(const Measured& figures, const Factor& factor) noexcept {
        const auto cut = [&](Cut which, Decimal value) {
            return times(value, moving_.contains(which) ? factor.over : factor.under);
        };
        CutOffs moved = cuts_;
        moved.e1 = cut(Cut::e1, cuts_.e1);
        moved.e2 = cut(Cut::e2, cuts_.e2);
        moved.s1 = cut(Cut::s1, cuts_.s1);
        moved.s2 = cut(Cut::s2, cuts_.s2);
        moved.s3 = cut(Cut::s3, cuts_.s3);
        const auto scaled = [&](const Percentage& figure) {
            return Percentage{times(figure.least, factor.under), times(figure.most, factor.under), figure.bounded};
        };
        return scale_.levels(moved, scaled(figures.own()), scaled(figures.part()));
    }

    /// Calls `visit(factor)` for each factor at which an end of a figure meets a cut-off that moves. Above one and up
    /// to the next, that included, nothing changes.
    template <class Visit>
    constexpr void for_each_meeting(const Measured& figures, Visit&& visit) noexcept {
        const auto meet = [&](Cut which, Decimal cut, const Percentage& figure, Decimal multiple) {
            if (!moving_.contains(which) || cut <= Decimal{0}) return;
            const auto at = [&](Decimal end) {
                if (end > Decimal{0}) visit(Factor{times(end, multiple), cut});
            };
            at(figure.least);
            if (figure.bounded) at(figure.most);
        };
        const Percentage exposure = figures.own();
        const Percentage share = figures.part();
        meet(Cut::e1, cuts_.e1, exposure, Decimal{2});  // half of it
        meet(Cut::e1, cuts_.e1, exposure, Decimal{1});
        meet(Cut::e2, cuts_.e2, exposure, Decimal{1});
        meet(Cut::s1, cuts_.s1, share, Decimal{1});
        meet(Cut::s2, cuts_.s2, share, Decimal{1});
        meet(Cut::s3, cuts_.s3, share, Decimal{1});
    }

    [[nodiscard]] constexpr bool less(const Factor& left, const Factor& right) noexcept {
        return times(left.over, right.under) < times(right.over, left.under);
    }

  private:
    [[nodiscard]] constexpr Decimal times(Decimal left, Decimal right) noexcept {
        const auto result = product(left, right);
        exact_ = exact_ && result.has_value();
        return result ? *result : Decimal{};
    }
    CutOffs cuts_;
    Set<Cut> moving_;
    const DependencyScale& scale_;
    bool exact_ = true;
};

}  // namespace detail

/// Over which factors the cut-offs of an issue area can be moved together before the measured levels of a partner
/// change. Exact: between the factors at which a figure meets a cut-off nothing can change, and each of these is tried.
/// @param moving  Which cut-offs move; the others stay. All, if nothing is said; one alone shows what hangs on it.
/// Error: empty where the area has no cut-offs (security goes by ties, political has no measure), where the time asked
/// about has no day, or where a product has more digits than a Decimal holds.
/// Cost: quadratic in the parts of the time asked about; no allocation.
[[nodiscard]] constexpr std::optional<CutOffRange> cut_off_range(const Dataset& data, PartnerIndex partner,
                                                                 IssueArea area, const Period& at,
                                                                 const Admission& admission = {},
                                                                 Set<Cut> moving = every_cut_off,
                                                                 const DependencyScale& scale = {}) noexcept {
    const auto cuts = scale.find(area);
    const Days asked = asked_days(data, at);
    if (!cuts || asked.empty()) return std::nullopt;
    detail::MovedCuts moved(*cuts, moving, scale);
    const auto levels_at = [&](const Factor& factor) {
        Set<Level> levels;
        detail::for_each_measured_part(data, partner, area, asked, admission, scale, [&](const auto& figures) {
            levels |= figures.any() ? moved.levels(figures, factor) : all<Level>();
        });
        return levels;
    };
    // The next factor above, or below, another at which something may change; at the start that factor itself may be
    // one.
    const auto next = [&](const Factor& from, bool above, bool itself) {
        std::optional<Factor> best;
        detail::for_each_measured_part(data, partner, area, asked, admission, scale, [&](const auto& figures) {
            if (!figures.any()) return;
            moved.for_each_meeting(figures, [&](const Factor& factor) {
                const bool beyond = above ? moved.less(from, factor) : moved.less(factor, from);
                const bool same = !moved.less(from, factor) && !moved.less(factor, from);
                if (!beyond && !(itself && same)) return;
                if (!best || (above ? moved.less(factor, *best) : moved.less(*best, factor))) best = factor;
            });
        });
        return best;
    };
    CutOffRange range;
    range.measured = measured(data, partner, area, at, admission, scale);
    const Set<Level> now = range.measured.levels;
    for (auto here = next({}, true, true); here && moved.exact();) {
        const auto further = next(*here, true, false);
        // Above the last of them nothing changes any more, so its double stands for all that is above.
        const auto twice = product(here->over, Decimal{2});
        if (!further && !twice) return std::nullopt;
        const Set<Level> levels = levels_at(further ? *further : Factor{*twice, here->under});
        if (levels != now) {
            range.most = here;
            range.beyond = levels;
            break;
        }
        here = further;
    }
    for (auto here = next({}, false, false); here && moved.exact(); here = next(*here, false, false)) {
        const Set<Level> levels = levels_at(*here);
        if (levels == now) continue;
        range.least = here;
        range.below = levels;
        break;
    }
    if (!moved.exact()) return std::nullopt;
    return range;
}

}  // namespace trimode
