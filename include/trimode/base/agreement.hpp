// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Agreement: how far coders who judged the same units agree beyond what chance would give: percent agreement, Scott's
/// pi, Cohen's kappa with and without weights, Krippendorff's alpha, and bootstrap intervals. Every coefficient but the
/// first is 1 - observed / expected disagreement; where that is 0/0 the answer is empty and says so.
/// Asked for by itself; no umbrella brings it. The numbers are doubles: equal on platforms with IEEE arithmetic, with
/// no promise for the last digits under -ffast-math.
/// Layer: base.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

#include <trimode/base/names.hpp>
#include <trimode/base/random.hpp>

namespace trimode {

// ---- what comes in --------------------------------------------------------------------------------------------------

/// What one coder gave one unit: a category by its number from 0, or, on an interval scale, the whole number itself.
using Code = std::int32_t;

/// Stands where a coder gave a unit no value. The lowest Code, so that no other number is lost.
inline constexpr Code missing = -2147483647 - 1;

/// How many categories a variable may have at most. Unit: categories.
inline constexpr std::size_t most_categories = 32;

/// The values that several coders gave to the same units: a view over the caller's rows, one row for each coder and one
/// column for each unit. T is Code, with `missing` for a gap, or std::optional<double>, empty for a gap.
template <class T>
class Ratings {
    static_assert(std::is_same_v<T, Code> || std::is_same_v<T, std::optional<double>>,
                  "ratings are of Code or of std::optional<double>");

public:
    /// Nobody, and nothing rated; not well formed.
    constexpr Ratings() noexcept = default;
    /// @param by_coder  All values of the first coder, then all of the second, and so on. Has to outlive the view.
    /// @param coders    How many rows there are. See `well_formed`.
    constexpr Ratings(std::span<const T> by_coder, std::size_t coders) noexcept : values_(by_coder), coders_(coders) {}

    /// Whether there is a coder at all and every row is complete.
    [[nodiscard]] constexpr bool well_formed() const noexcept { return coders_ != 0 && values_.size() % coders_ == 0; }
    [[nodiscard]] constexpr std::size_t coders() const noexcept { return coders_; }
    /// How many units each coder was given; 0 without coders.
    [[nodiscard]] constexpr std::size_t units() const noexcept { return coders_ == 0 ? 0 : values_.size() / coders_; }
    /// One value; a gap for places outside.
    [[nodiscard]] constexpr T at(std::size_t coder, std::size_t unit) const noexcept {
        if (coder < coders_ && unit < units()) return values_[coder * units() + unit];
        if constexpr (std::is_same_v<T, Code>) {
            return missing;
        } else {
            return std::nullopt;
        }
    }
    /// All values of one coder, as the coefficients for two take them. Error: empty when there is no such coder.
    [[nodiscard]] constexpr std::span<const T> coder(std::size_t which) const noexcept {
        return which < coders_ ? values_.subspan(which * units(), units()) : std::span<const T>{};
    }

private:
    std::span<const T> values_{};
    std::size_t coders_ = 0;
};

/// What the values mean, and so how far two different ones are apart.
/// Source: Krippendorff, Computing Krippendorff's alpha-reliability (2011); Stevens, On the theory of scales of
/// measurement (1946).
enum class Metric : std::uint8_t {
    nominal,   ///< Names: two values are the same or not.
    ordinal,   ///< Ranks: the distance is how many of the given values lie between, half of the two ends counted.
    interval,  ///< Numbers: the distance is their difference.
};

/// The spellings of Metric.
consteval auto names_of(Metric) { return names<Metric>("nominal", "ordinal", "interval"); }

/// How grave it is when two coders give categories that differ, where categories are ordered and k is their number.
enum class Weighting : std::uint8_t {
    linear,     ///< |i - j| / (k - 1). Source: Cicchetti and Allison (1971).
    quadratic,  ///< The square of that. Source: Fleiss and Cohen (1973).
};

/// The spellings of Weighting.
consteval auto names_of(Weighting) { return names<Weighting>("linear", "quadratic"); }

// ---- what comes out -------------------------------------------------------------------------------------------------

/// Which coefficient was asked for.
enum class Coefficient : std::uint8_t {
    percent_agreement,
    scott_pi,
    cohen_kappa,
    weighted_kappa,
    krippendorff_alpha,
};

/// The spellings of Coefficient.
consteval auto names_of(Coefficient) {
    return names<Coefficient>("percent_agreement", "scott_pi", "cohen_kappa", "weighted_kappa", "krippendorff_alpha");
}

/// Why there is no coefficient or no interval.
enum class AgreementFault : std::uint8_t {
    none,
    shape,               ///< Spans of different length, no coder, or an incomplete row.
    categories,          ///< Fewer than 1 category or more than `most_categories`.
    value_out_of_range,  ///< A value that is no category, or a number that isn't finite or is beyond 1e100.
    weights,             ///< Not one weight for each pair of categories, one below 0, not finite or beyond 1e100, or
                         ///< one for agreement that isn't 0.
    nothing_to_compare,  ///< No unit has two values.
    no_variation,        ///< All values are alike (or weighted alike), so that no disagreement was to be expected: 0/0.
    confidence,          ///< Not between 0 and 1.
    too_few_replicates,  ///< Not enough defined replicates for the tails of the interval.
};

/// The spellings of AgreementFault.
consteval auto names_of(AgreementFault) {
    return names<AgreementFault>("none", "shape", "categories", "value_out_of_range", "weights", "nothing_to_compare",
                                 "no_variation", "confidence", "too_few_replicates");
}

/// A coefficient and what it is made of. A unit takes part when at least two coders gave it a value.
struct Agreement {
    Coefficient kind = Coefficient::percent_agreement;
    /// The coefficient itself. Unit: none. Range: at most 1, which is perfect agreement; 0 is what chance gives, below
    /// is worse than chance (percent agreement: the share of units, 0 to 1). Error: empty when `fault` says why.
    std::optional<double> coefficient{};
    /// The mean disagreement between two values of the same unit. Unit: that of the weights or of the squared metric
    /// (ordinal: squared ranks); without either, a share from 0 to 1. Error: empty when nothing was compared.
    std::optional<double> observed{};
    /// The same between values paired at random, as the coefficient models chance. Error: empty when nothing was
    /// compared, and always with percent agreement, which knows no chance.
    std::optional<double> expected{};
    std::size_t units = 0;     ///< Unit: units that took part.
    std::size_t values = 0;    ///< Unit: values in these units, each with at least one other to be compared with.
    std::size_t left_out = 0;  ///< Unit: units with fewer than two values.
    AgreementFault fault = AgreementFault::none;
    std::size_t coder = 0;  ///< Where a value or weight is at fault: the coder (or row), from 0.
    std::size_t unit = 0;   ///< The same: the unit (or column), from 0.

    /// Whether there is a coefficient.
    [[nodiscard]] constexpr bool defined() const noexcept { return coefficient.has_value(); }
    [[nodiscard]] friend constexpr bool operator==(const Agreement&, const Agreement&) noexcept = default;
};

/// How often one coder used each category, whether or not others rated the same units.
struct Marginals {
    std::array<std::size_t, most_categories> used{};  ///< Unit: units, by category.
    std::size_t gaps = 0;                             ///< Unit: units without a value.
    AgreementFault fault = AgreementFault::none;      ///< With a fault nothing is counted.
    std::size_t unit = 0;                             ///< The unit whose value is at fault, from 0.
    [[nodiscard]] friend constexpr bool operator==(const Marginals&, const Marginals&) noexcept = default;
};

namespace detail::agreement {

/// Whether it can be calculated with: finite, and small enough for its square and sums of it. The bits are asked, since
/// under -ffast-math comparisons with NaN are compiled away.
[[nodiscard]] constexpr bool calculable(double number) noexcept {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
    // The bits of numbers that aren't negative stand in the order of the numbers; infinity and NaN come last.
    return (std::bit_cast<std::uint64_t>(number) & ~sign) <= std::bit_cast<std::uint64_t>(1e100);
}

[[nodiscard]] constexpr bool is_category(Code code, std::size_t categories) noexcept {
    return code >= 0 && static_cast<std::size_t>(code) < categories;
}

[[nodiscard]] constexpr bool can_count(std::size_t categories) noexcept {
    return categories >= 1 && categories <= most_categories;
}

}  // namespace detail::agreement

/// How often a coder used each category.
///
/// @param codes       What the coder gave, `missing` for gaps.
/// @param categories  How many there are, numbered from 0. Range: 1 to `most_categories`.
/// Error: categories, value_out_of_range.
[[nodiscard]] constexpr Marginals marginals(std::span<const Code> codes, std::size_t categories) noexcept {
    Marginals result;
    const auto failed = [](AgreementFault fault, std::size_t unit) {
        Marginals none;
        none.fault = fault;
        none.unit = unit;
        return none;
    };
    if (!detail::agreement::can_count(categories)) return failed(AgreementFault::categories, 0);
    for (std::size_t unit = 0; unit < codes.size(); ++unit) {
        if (codes[unit] == missing) {
            ++result.gaps;
        } else if (detail::agreement::is_category(codes[unit], categories)) {
            ++result.used[static_cast<std::size_t>(codes[unit])];
        } else {
            return failed(AgreementFault::value_out_of_range, unit);
        }
    }
    return result;
}

// ---- two coders -----------------------------------------------------------------------------------------------------

/// How often two coders gave each pair of categories: all that the coefficients for two need, and the form in which
/// studies print their data. The first coder's categories are the rows.
class PairTable {
public:
    /// An empty table. Range: 1 to `most_categories`. Error: `fault` is categories otherwise.
    constexpr explicit PairTable(std::size_t categories) noexcept
        : categories_(detail::agreement::can_count(categories) ? categories : 0),
          fault_(detail::agreement::can_count(categories) ? AgreementFault::none : AgreementFault::categories) {}

    /// The table of what two coders gave to the same units; units for which either is `missing` are left out.
    /// Error: `fault` is shape when the lengths differ, categories, or value_out_of_range.
    [[nodiscard]] static constexpr PairTable of(std::span<const Code> first, std::span<const Code> second,
                                                std::size_t categories) noexcept {
        PairTable table(categories);
        if (table.fault_ != AgreementFault::none) return table;
        if (first.size() != second.size()) return failed(AgreementFault::shape, 0, 0);
        for (std::size_t unit = 0; unit < first.size(); ++unit) {
            const bool good = first[unit] == missing || detail::agreement::is_category(first[unit], categories);
            if (!table.add(first[unit], second[unit])) {
                return failed(AgreementFault::value_out_of_range, good ? 1U : 0U, unit);
            }
        }
        return table;
    }

    /// The table as a study prints it.
    ///
    /// @param counts      Row by row. Unit: units.
    /// @param categories  How many rows and columns there are.
    /// Error: `fault` is categories, or shape when that isn't their square.
    [[nodiscard]] static constexpr PairTable of_counts(std::span<const std::uint32_t> counts,
                                                       std::size_t categories) noexcept {
        PairTable table(categories);
        if (table.fault_ != AgreementFault::none) return table;
        if (counts.size() != categories * categories) return failed(AgreementFault::shape, 0, 0);
        for (std::size_t cell = 0; cell < counts.size(); ++cell) {
            table.cells_[cell] = counts[cell];
            table.pairs_ += counts[cell];
        }
        return table;
    }

    /// Counts one more unit; a unit with a `missing` is counted as left out. False, and nothing counted, when a value
    /// is no category here.
    constexpr bool add(Code first, Code second) noexcept {
        if (first != missing && !detail::agreement::is_category(first, categories_)) return false;
        if (second != missing && !detail::agreement::is_category(second, categories_)) return false;
        if (first == missing || second == missing) {
            ++left_out_;
            return true;
        }
        ++cells_[static_cast<std::size_t>(first) * categories_ + static_cast<std::size_t>(second)];
        ++pairs_;
        return true;
    }

    [[nodiscard]] constexpr std::size_t categories() const noexcept { return categories_; }
    /// How many units both rated.
    [[nodiscard]] constexpr std::uint64_t pairs() const noexcept { return pairs_; }
    /// How many units one of them, or both, did not rate.
    [[nodiscard]] constexpr std::uint64_t left_out() const noexcept { return left_out_; }
    /// How often the first gave the one and the second the other category. 0 for what is no category here.
    [[nodiscard]] constexpr std::uint64_t at(std::size_t first, std::size_t second) const noexcept {
        return first < categories_ && second < categories_ ? cells_[first * categories_ + second] : 0;
    }
    /// How often the first coder used the category in units that both rated.
    [[nodiscard]] constexpr std::uint64_t first(std::size_t category) const noexcept {
        std::uint64_t sum = 0;
        for (std::size_t other = 0; other < categories_; ++other) sum += at(category, other);
        return sum;
    }
    /// The same of the second coder.
    [[nodiscard]] constexpr std::uint64_t second(std::size_t category) const noexcept {
        std::uint64_t sum = 0;
        for (std::size_t other = 0; other < categories_; ++other) sum += at(other, category);
        return sum;
    }
    /// What was wrong with the data; a table with a fault is empty.
    [[nodiscard]] constexpr AgreementFault fault() const noexcept { return fault_; }
    /// Where a value is at fault: 0 for the first coder, 1 for the second.
    [[nodiscard]] constexpr std::size_t fault_coder() const noexcept { return fault_coder_; }
    /// The same: the unit, from 0.
    [[nodiscard]] constexpr std::size_t fault_unit() const noexcept { return fault_unit_; }

private:
    [[nodiscard]] static constexpr PairTable failed(AgreementFault fault, std::size_t coder,
                                                    std::size_t unit) noexcept {
        PairTable table(0);
        table.fault_ = fault;
        table.fault_coder_ = coder;
        table.fault_unit_ = unit;
        return table;
    }

    std::array<std::uint64_t, most_categories * most_categories> cells_{};
    std::size_t categories_ = 0;
    std::uint64_t pairs_ = 0;
    std::uint64_t left_out_ = 0;
    AgreementFault fault_ = AgreementFault::none;
    std::size_t fault_coder_ = 0;
    std::size_t fault_unit_ = 0;
};

namespace detail::agreement {

/// Every disagreement is as grave as any other.
struct EqualWeights {
    [[nodiscard]] constexpr double operator()(std::size_t row, std::size_t column) const noexcept {
        return row == column ? 0.0 : 1.0;
    }
};

/// The weights of ordered categories.
struct OrderedWeights {
    Weighting weighting = Weighting::linear;
    std::size_t categories = 1;
    [[nodiscard]] constexpr double operator()(std::size_t row, std::size_t column) const noexcept {
        if (row == column) return 0.0;
        const std::size_t steps = row < column ? column - row : row - column;
        const double share = static_cast<double>(steps) / static_cast<double>(categories - 1);
        return weighting == Weighting::linear ? share : share * share;
    }
};

/// The caller's weights, row by row.
struct GivenWeights {
    std::span<const double> weights{};
    std::size_t categories = 1;
    [[nodiscard]] constexpr double operator()(std::size_t row, std::size_t column) const noexcept {
        return weights[row * categories + column];
    }
};

/// An answer that carries what is wrong with the table, or how much was compared.
[[nodiscard]] constexpr Agreement begun(Coefficient kind, const PairTable& table) noexcept {
    Agreement result;
    result.kind = kind;
    result.fault = table.fault();
    result.coder = table.fault_coder();
    result.unit = table.fault_unit();
    result.units = static_cast<std::size_t>(table.pairs());
    result.values = 2 * result.units;
    result.left_out = static_cast<std::size_t>(table.left_out());
    if (result.fault == AgreementFault::none && result.units == 0) result.fault = AgreementFault::nothing_to_compare;
    return result;
}

/// Puts both disagreements and what follows from them into an answer.
constexpr void finish(Agreement& result, double observed, double expected) noexcept {
    result.observed = observed;
    result.expected = expected;
    if (expected > 0.0) {
        result.coefficient = 1.0 - observed / expected;
    } else {
        result.fault = AgreementFault::no_variation;
    }
}

/// Whose habits chance follows: each coder's own, or those of both taken together.
enum class Chance : std::uint8_t { own, pooled };

/// One minus observed by expected disagreement of a table. Sums of disagreements, rather than one minus agreements, so
/// that nothing cancels: perfect agreement gives exactly 1, and no variation exactly 0.
template <class Weight>
[[nodiscard]] constexpr Agreement beyond_chance(Coefficient kind, const PairTable& table, const Weight& weight,
                                                Chance chance) noexcept {
    Agreement result = begun(kind, table);
    if (result.fault != AgreementFault::none) return result;
    const std::size_t categories = table.categories();
    std::array<double, most_categories> rows{};
    std::array<double, most_categories> columns{};
    for (std::size_t category = 0; category < categories; ++category) {
        rows[category] = static_cast<double>(table.first(category));
        columns[category] = static_cast<double>(table.second(category));
        if (chance == Chance::pooled) {
            rows[category] = (rows[category] + columns[category]) / 2.0;
            columns[category] = rows[category];
        }
    }
    const double pairs = static_cast<double>(table.pairs());
    double observed = 0.0;
    double expected = 0.0;
    for (std::size_t row = 0; row < categories; ++row) {
        for (std::size_t column = 0; column < categories; ++column) {
            if (row == column) continue;
            observed += weight(row, column) * static_cast<double>(table.at(row, column));
            expected += weight(row, column) * rows[row] * columns[column];
        }
    }
    finish(result, observed / pairs, expected / pairs / pairs);
    return result;
}

/// Says in the answer what is wrong with a caller's weights; true when nothing is.
[[nodiscard]] constexpr bool weights_are_good(Agreement& result, std::span<const double> weights,
                                              std::size_t categories) noexcept {
    const auto bad = [&result](std::size_t row, std::size_t column) {
        result.fault = AgreementFault::weights;
        result.coder = row;
        result.unit = column;
        return false;
    };
    if (weights.size() != categories * categories) return bad(0, 0);
    for (std::size_t cell = 0; cell < weights.size(); ++cell) {
        const std::size_t row = cell / categories;
        const std::size_t column = cell % categories;
        const double weight = weights[cell];
        if (!calculable(weight) || weight < 0.0 || (row == column && weight > 0.0)) return bad(row, column);
    }
    return true;
}

}  // namespace detail::agreement

/// The share of units to which both coders gave the same category. Chance is not taken out: report it beside the
/// others, not instead. `observed` is one minus it, `expected` stays empty.
/// Error: as `PairTable::of`; nothing_to_compare.
[[nodiscard]] constexpr Agreement percent_agreement(const PairTable& table) noexcept {
    Agreement result = detail::agreement::begun(Coefficient::percent_agreement, table);
    if (result.fault != AgreementFault::none) return result;
    std::uint64_t same = 0;
    for (std::size_t category = 0; category < table.categories(); ++category) same += table.at(category, category);
    result.coefficient = static_cast<double>(same) / static_cast<double>(table.pairs());
    result.observed = static_cast<double>(table.pairs() - same) / static_cast<double>(table.pairs());
    return result;
}
/// The same from what the coders gave; see `PairTable::of`.
[[nodiscard]] constexpr Agreement percent_agreement(std::span<const Code> first, std::span<const Code> second,
                                                    std::size_t categories) noexcept {
    return percent_agreement(PairTable::of(first, second, categories));
}

/// Scott's pi: nominal agreement of two coders; chance draws both values from the categories as the two together used
/// them. Error: as `PairTable::of`; nothing_to_compare; no_variation when both used one category only, and the same.
/// Source: Scott, Reliability of content analysis: the case of nominal scale coding (1955).
[[nodiscard]] constexpr Agreement scott_pi(const PairTable& table) noexcept {
    return detail::agreement::beyond_chance(Coefficient::scott_pi, table, detail::agreement::EqualWeights{},
                                            detail::agreement::Chance::pooled);
}
/// The same from what the coders gave; see `PairTable::of`.
[[nodiscard]] constexpr Agreement scott_pi(std::span<const Code> first, std::span<const Code> second,
                                           std::size_t categories) noexcept {
    return scott_pi(PairTable::of(first, second, categories));
}

/// Cohen's kappa: nominal agreement of two coders; chance draws each coder's value from that coder's own habits.
/// Error: as `PairTable::of`; nothing_to_compare; no_variation when both used one category only, and the same.
/// Source: Cohen, A coefficient of agreement for nominal scales (1960).
[[nodiscard]] constexpr Agreement cohen_kappa(const PairTable& table) noexcept {
    return detail::agreement::beyond_chance(Coefficient::cohen_kappa, table, detail::agreement::EqualWeights{},
                                            detail::agreement::Chance::own);
}
/// The same from what the coders gave; see `PairTable::of`.
[[nodiscard]] constexpr Agreement cohen_kappa(std::span<const Code> first, std::span<const Code> second,
                                              std::size_t categories) noexcept {
    return cohen_kappa(PairTable::of(first, second, categories));
}

/// Weighted kappa of ordered categories. `observed` and `expected` are mean weights, from 0 to 1.
/// Error: as `cohen_kappa`.
/// Source: Cohen, Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit
/// (1968), in the form with weights of disagreement.
[[nodiscard]] constexpr Agreement weighted_kappa(const PairTable& table, Weighting weighting) noexcept {
    return detail::agreement::beyond_chance(Coefficient::weighted_kappa, table,
                                            detail::agreement::OrderedWeights{weighting, table.categories()},
                                            detail::agreement::Chance::own);
}
/// Weighted kappa with the caller's own judgement of how grave each disagreement is.
///
/// @param weights  One for each pair of categories, row by row, the first coder's category as the row; symmetric or
///                 not. Unit: any; only their proportions matter. Range: 0 to 1e100; 0 where the categories agree.
/// Error: as `cohen_kappa`; weights, with row and column. no_variation also when no disagreement that chance could
/// produce has a weight.
[[nodiscard]] constexpr Agreement weighted_kappa(const PairTable& table, std::span<const double> weights) noexcept {
    Agreement result = detail::agreement::begun(Coefficient::weighted_kappa, table);
    if (result.fault != AgreementFault::none && result.fault != AgreementFault::nothing_to_compare) return result;
    if (!detail::agreement::weights_are_good(result, weights, table.categories())) return result;
    return detail::agreement::beyond_chance(Coefficient::weighted_kappa, table,
                                            detail::agreement::GivenWeights{weights, table.categories()},
                                            detail::agreement::Chance::own);
}
/// The same from what the coders gave; see `PairTable::of`.
[[nodiscard]] constexpr Agreement weighted_kappa(std::span<const Code> first, std::span<const Code> second,
                                                 std::size_t categories, Weighting weighting) noexcept {
    return weighted_kappa(PairTable::of(first, second, categories), weighting);
}
/// The same from what the coders gave; see `PairTable::of`.
[[nodiscard]] constexpr Agreement weighted_kappa(std::span<const Code> first, std::span<const Code> second,
                                                 std::size_t categories, std::span<const double> weights) noexcept {
    return weighted_kappa(PairTable::of(first, second, categories), weights);
}

// ---- any number of coders -------------------------------------------------------------------------------------------

namespace detail::agreement {

/// Visits every unit once.
struct EachUnit {
    std::size_t units = 0;
    template <class Visit>
    constexpr void operator()(Visit&& visit) const noexcept {
        for (std::size_t unit = 0; unit < units; ++unit) visit(unit);
    }
};

/// Visits as many units as there are usable ones, drawn with replacement among these. Each walk draws the same, since
/// it starts from a copy: a resample can be gone through again without being stored.
template <class Usable>
struct DrawnUnits {
    Random start;
    std::size_t units = 0;
    std::size_t draws = 0;
    const Usable* usable = nullptr;
    template <class Visit>
    constexpr void operator()(Visit&& visit) const noexcept {
        Random random = start;
        for (std::size_t drawn = 0; drawn < draws; ++drawn) {
            auto unit = static_cast<std::size_t>(random.below(units));
            while (!(*usable)(unit)) unit = static_cast<std::size_t>(random.below(units));
            visit(unit);
        }
    }
};

/// What alpha divides: both disagreements, and how much was compared.
struct Disagreement {
    double observed = 0.0;
    double expected = 0.0;
    std::size_t units = 0;
    std::size_t values = 0;
};

/// How often each category was used in one unit, and how many values it has.
struct UnitCounts {
    std::array<double, most_categories> used{};
    std::size_t values = 0;
};

[[nodiscard]] constexpr UnitCounts counts_of(const Ratings<Code>& ratings, std::size_t unit) noexcept {
    UnitCounts counts;
    for (std::size_t coder = 0; coder < ratings.coders(); ++coder) {
        const Code code = ratings.at(coder, unit);
        if (code == missing) continue;
        counts.used[static_cast<std::size_t>(code)] += 1.0;
        ++counts.values;
    }
    return counts;
}

/// Nominal: of all ordered pairs of values, within units and over all, those that differ.
template <class Walk>
[[nodiscard]] constexpr Disagreement nominal_disagreement(const Ratings<Code>& ratings, std::size_t categories,
                                                          const Walk& walk) noexcept {
    Disagreement sum;
    std::array<double, most_categories> used{};
    walk([&](std::size_t unit) {
        const UnitCounts here = counts_of(ratings, unit);
        if (here.values < 2) return;
        const double values = static_cast<double>(here.values);
        double unlike = 0.0;
        for (std::size_t category = 0; category < categories; ++category) {
            unlike += here.used[category] * (values - here.used[category]);
            used[category] += here.used[category];
        }
        sum.observed += unlike / (values - 1.0);
        ++sum.units;
        sum.values += here.values;
    });
    if (sum.units == 0) return sum;
    const double all = static_cast<double>(sum.values);
    for (const double one : used) sum.expected += one * (all - one);
    sum.observed /= all;
    sum.expected /= all * (all - 1.0);
    return sum;
}

/// Numbers: m values with the sum of squares S about their mean have the sum 2 m S of squared differences over all
/// ordered pairs, so no pair has to be formed. `position(coder, unit)` is the number or empty. Sums start from the
/// first number of the unit or of all: what is alike gives exactly 0, and a common offset costs no digits.
template <class Walk, class Position>
[[nodiscard]] constexpr Disagreement squared_disagreement(std::size_t coders, const Walk& walk,
                                                          const Position& position) noexcept {
    Disagreement sum;
    std::optional<double> origin;
    double total = 0.0;
    walk([&](std::size_t unit) {
        std::size_t here = 0;
        for (std::size_t coder = 0; coder < coders; ++coder) here += position(coder, unit) ? 1U : 0U;
        if (here < 2) return;
        for (std::size_t coder = 0; coder < coders; ++coder) {
            const std::optional<double> value = position(coder, unit);
            if (!value) continue;
            if (!origin) origin = value;
            total += *value - *origin;
        }
        ++sum.units;
        sum.values += here;
    });
    if (sum.units == 0) return sum;
    const double all = static_cast<double>(sum.values);
    const double mean = total / all;
    double squares = 0.0;
    walk([&](std::size_t unit) {
        std::optional<double> first;
        double values = 0.0;
        double unit_total = 0.0;
        for (std::size_t coder = 0; coder < coders; ++coder) {
            const std::optional<double> value = position(coder, unit);
            if (!value) continue;
            if (!first) first = value;
            values += 1.0;
            unit_total += *value - *first;
        }
        if (values < 2.0) return;
        const double unit_mean = unit_total / values;
        double unit_squares = 0.0;
        for (std::size_t coder = 0; coder < coders; ++coder) {
            const std::optional<double> value = position(coder, unit);
            if (!value) continue;
            const double from_unit = (*value - *first) - unit_mean;
            const double from_all = (*value - *origin) - mean;
            unit_squares += from_unit * from_unit;
            squares += from_all * from_all;
        }
        sum.observed += 2.0 * values * unit_squares / (values - 1.0);
    });
    sum.observed /= all;
    sum.expected = 2.0 * squares / (all - 1.0);
    return sum;
}

/// Ordinal: the distance of two categories is the number of values from one to the other, half of each end counted.
/// That is the difference of their mean ranks, so ranks are the numbers.
template <class Walk>
[[nodiscard]] constexpr Disagreement ordinal_disagreement(const Ratings<Code>& ratings, std::size_t categories,
                                                          const Walk& walk) noexcept {
    std::array<double, most_categories> used{};
    walk([&](std::size_t unit) {
        const UnitCounts here = counts_of(ratings, unit);
        if (here.values < 2) return;
        for (std::size_t category = 0; category < categories; ++category) used[category] += here.used[category];
    });
    std::array<double, most_categories> rank{};
    double below = 0.0;
    for (std::size_t category = 0; category < categories; ++category) {
        rank[category] = below + used[category] / 2.0;
        below += used[category];
    }
    return squared_disagreement(ratings.coders(), walk,
                                [&](std::size_t coder, std::size_t unit) -> std::optional<double> {
                                    const Code code = ratings.at(coder, unit);
                                    if (code == missing) return std::nullopt;
                                    return rank[static_cast<std::size_t>(code)];
                                });
}

template <class Walk>
[[nodiscard]] constexpr Disagreement disagreement(const Ratings<Code>& ratings, Metric metric, std::size_t categories,
                                                  const Walk& walk) noexcept {
    if (metric == Metric::nominal) return nominal_disagreement(ratings, categories, walk);
    if (metric == Metric::ordinal) return ordinal_disagreement(ratings, categories, walk);
    return squared_disagreement(ratings.coders(), walk,
                                [&](std::size_t coder, std::size_t unit) -> std::optional<double> {
                                    const Code code = ratings.at(coder, unit);
                                    if (code == missing) return std::nullopt;
                                    return static_cast<double>(code);
                                });
}

template <class Walk>
[[nodiscard]] constexpr Disagreement disagreement(const Ratings<std::optional<double>>& ratings,
                                                  const Walk& walk) noexcept {
    return squared_disagreement(ratings.coders(), walk,
                                [&](std::size_t coder, std::size_t unit) { return ratings.at(coder, unit); });
}

/// How many values a unit has.
template <class T>
[[nodiscard]] constexpr std::size_t values_of(const Ratings<T>& ratings, std::size_t unit) noexcept {
    std::size_t values = 0;
    for (std::size_t coder = 0; coder < ratings.coders(); ++coder) {
        if constexpr (std::is_same_v<T, Code>) {
            values += ratings.at(coder, unit) != missing ? 1U : 0U;
        } else {
            values += ratings.at(coder, unit).has_value() ? 1U : 0U;
        }
    }
    return values;
}

/// An answer that says what is wrong with the ratings: their shape, or the first value that isn't `good`.
template <class T, class Good>
[[nodiscard]] constexpr Agreement begun(const Ratings<T>& ratings, const Good& good) noexcept {
    Agreement result;
    result.kind = Coefficient::krippendorff_alpha;
    if (!ratings.well_formed()) {
        result.fault = AgreementFault::shape;
        return result;
    }
    for (std::size_t coder = 0; coder < ratings.coders(); ++coder) {
        for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
            if (good(ratings.at(coder, unit))) continue;
            result.fault = AgreementFault::value_out_of_range;
            result.coder = coder;
            result.unit = unit;
            return result;
        }
    }
    return result;
}

/// Puts what was found into an answer that has no fault so far.
constexpr void finish(Agreement& result, const Disagreement& found, std::size_t units) noexcept {
    result.units = found.units;
    result.values = found.values;
    result.left_out = units - found.units;
    if (found.units == 0) {
        result.fault = AgreementFault::nothing_to_compare;
    } else {
        finish(result, found.observed, found.expected);
    }
}

}  // namespace detail::agreement

/// Krippendorff's alpha: agreement of any number of coders, each of whom may have left units out; chance draws pairs,
/// without putting back, from all values that can be paired. Units with one value or none are left out.
///
/// @param ratings     What the coders gave.
/// @param metric      What the values mean. Interval takes the numbers themselves, negative ones too.
/// @param categories  How many there are, numbered from 0, lowest first if ordinal; unused ones change nothing.
///                    Range: 1 to `most_categories`. Not looked at for interval.
/// Error: shape, categories, value_out_of_range; nothing_to_compare; no_variation when all values that can be paired
/// are the same. With nominal data, one minus `observed` is the share of pairs that agree.
/// Cost: grows with the number of values; a few hundred bytes of the stack, whatever the number of categories.
/// Source: Krippendorff, Computing Krippendorff's alpha-reliability (2011); Hayes and Krippendorff, Answering the call
/// for a standard reliability measure for coding data (2007).
[[nodiscard]] constexpr Agreement krippendorff_alpha(const Ratings<Code>& ratings, Metric metric,
                                                     std::size_t categories = most_categories) noexcept {
    Agreement result;
    result.kind = Coefficient::krippendorff_alpha;
    if (metric != Metric::interval && !detail::agreement::can_count(categories)) {
        result.fault = AgreementFault::categories;
        return result;
    }
    result = detail::agreement::begun(ratings, [&](Code code) {
        return code == missing || metric == Metric::interval || detail::agreement::is_category(code, categories);
    });
    if (result.fault != AgreementFault::none) return result;
    detail::agreement::finish(
        result,
        detail::agreement::disagreement(ratings, metric, categories, detail::agreement::EachUnit{ratings.units()}),
        ratings.units());
    return result;
}

/// The same of numbers on an interval scale. Range: -1e100 to 1e100. Differences below 1e-150 vanish when squared.
[[nodiscard]] constexpr Agreement krippendorff_alpha(const Ratings<std::optional<double>>& ratings) noexcept {
    Agreement result = detail::agreement::begun(
        ratings, [](const std::optional<double>& number) { return !number || detail::agreement::calculable(*number); });
    if (result.fault != AgreementFault::none) return result;
    detail::agreement::finish(result,
                              detail::agreement::disagreement(ratings, detail::agreement::EachUnit{ratings.units()}),
                              ratings.units());
    return result;
}

// ---- how sure -------------------------------------------------------------------------------------------------------

/// What a bootstrap is asked for. How many replicates are drawn is said by the working memory.
struct Bootstrap {
    std::uint64_t seed = 1;
    double confidence = 0.95;  ///< Share of the replicates within the interval. Range: 0 to 1, without both.
};

/// A percentile interval by resampling of units: each replicate draws as many units as took part, with replacement,
/// among these, with all that the coders gave to a unit kept together, and calculates the coefficient anew, chance
/// included. It tells how much hangs on the choice of units; coders are taken as given. Units have to be independent of
/// each other; with few units, or a coefficient close to 1, it is too narrow. The ends are the replicates at the place
/// (1 - confidence) / 2 * (defined replicates + 1), rounded down, from the lowest and from the highest.
/// Source: Efron and Tibshirani, An introduction to the bootstrap (1993), chapter 13; Zapf, Castell, Morawietz and
/// Karch, Measuring inter-rater reliability for nominal data - which coefficients and confidence intervals are
/// appropriate? (2016). Not the procedure of Hayes and Krippendorff (2007), which keeps the expected disagreement and
/// draws pairs.
struct BootstrapInterval {
    Agreement estimate{};           ///< The coefficient of the data as given.
    std::optional<double> lower{};  ///< Lower end, one of the replicates. Error: empty when `fault` says why.
    std::optional<double> upper{};  ///< Upper end, likewise.
    double confidence = 0.0;        ///< As asked for.
    std::uint64_t seed = 0;         ///< As asked for: with the same data and memory it gives the same interval.
    std::size_t replicates = 0;     ///< Unit: replicates that were drawn.
    std::size_t undefined = 0;      ///< Unit: those of them that had no variation; they are not part of the interval.
    AgreementFault fault = AgreementFault::none;
};

namespace detail::agreement {

/// Puts numbers in order, lowest first, where they stand (heapsort).
constexpr void sort(std::span<double> numbers) noexcept {
    const auto sink = [numbers](std::size_t at, std::size_t size) {
        for (std::size_t child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && numbers[child] < numbers[child + 1]) ++child;
            if (!(numbers[at] < numbers[child])) return;
            const double up = numbers[child];
            numbers[child] = numbers[at];
            numbers[at] = up;
            at = child;
        }
    };
    for (std::size_t at = numbers.size() / 2; at-- > 0;) sink(at, numbers.size());
    for (std::size_t size = numbers.size(); size > 1; --size) {
        const double highest = numbers[0];
        numbers[0] = numbers[size - 1];
        numbers[size - 1] = highest;
        sink(0, size - 1);
    }
}

/// The interval of any coefficient. `usable(unit)` says whether a unit took part; `coefficient(walk)` gives the
/// coefficient of the units that a walk visits, empty where it is undefined.
template <class Usable, class Calculate>
[[nodiscard]] constexpr BootstrapInterval resampled(const Agreement& estimate, std::size_t units, const Usable& usable,
                                                    const Calculate& coefficient, const Bootstrap& bootstrap,
                                                    std::span<double> memory) noexcept {
    BootstrapInterval result;
    result.estimate = estimate;
    result.confidence = bootstrap.confidence;
    result.seed = bootstrap.seed;
    result.fault = estimate.fault;
    if (result.fault != AgreementFault::none) return result;
    if (!calculable(bootstrap.confidence) || bootstrap.confidence <= 0.0 || bootstrap.confidence >= 1.0) {
        result.fault = AgreementFault::confidence;
        return result;
    }
    Random random(bootstrap.seed);
    std::size_t kept = 0;
    for (; result.replicates < memory.size(); ++result.replicates) {
        const DrawnUnits<Usable> walk{Random(random.next()), units, estimate.units, &usable};
        if (const std::optional<double> found = coefficient(walk)) {
            memory[kept++] = *found;
        } else {
            ++result.undefined;
        }
    }
    // The place from either end, counted from 1; the little more makes up for 1 - 0.95 not being exactly 0.05.
    const double tail = (1.0 - bootstrap.confidence) / 2.0;
    const auto place = static_cast<std::size_t>(tail * static_cast<double>(kept + 1) + 1e-9);
    if (kept == 0 || place == 0) {
        result.fault = AgreementFault::too_few_replicates;
        return result;
    }
    sort(memory.first(kept));
    result.lower = memory[place - 1];
    result.upper = memory[kept - place];
    return result;
}

/// The interval of a kappa with these weights.
template <class Weight>
[[nodiscard]] constexpr BootstrapInterval resampled_kappa(const Agreement& estimate, std::span<const Code> first,
                                                          std::span<const Code> second, std::size_t categories,
                                                          const Weight& weight, const Bootstrap& bootstrap,
                                                          std::span<double> memory) noexcept {
    const auto usable = [=](std::size_t unit) { return first[unit] != missing && second[unit] != missing; };
    const auto coefficient = [&](const auto& walk) {
        PairTable table(categories);
        walk([&](std::size_t unit) { table.add(first[unit], second[unit]); });
        return beyond_chance(estimate.kind, table, weight, Chance::own).coefficient;
    };
    return resampled(estimate, first.size(), usable, coefficient, bootstrap, memory);
}

/// One minus observed by expected, or empty.
[[nodiscard]] constexpr std::optional<double> alpha_of(const Disagreement& found) noexcept {
    if (found.expected > 0.0) return 1.0 - found.observed / found.expected;
    return std::nullopt;
}

}  // namespace detail::agreement

/// Cohen's kappa with an interval; see `BootstrapInterval` for what is resampled.
///
/// @param memory  Working memory: its size is how many replicates are drawn. Range: so many that each tail of the
///                interval gets one, 39 for a confidence of 0.95; 1000 and more for use. What it held is lost.
/// Error: as `cohen_kappa`; confidence; too_few_replicates, when the estimate is still there.
/// Cost: replicates times (units + categories squared); more by units / usable units where many are left out.
[[nodiscard]] constexpr BootstrapInterval bootstrap_kappa(std::span<const Code> first, std::span<const Code> second,
                                                          std::size_t categories, const Bootstrap& bootstrap,
                                                          std::span<double> memory) noexcept {
    return detail::agreement::resampled_kappa(cohen_kappa(first, second, categories), first, second, categories,
                                              detail::agreement::EqualWeights{}, bootstrap, memory);
}
/// Weighted kappa of ordered categories with an interval; otherwise as above.
[[nodiscard]] constexpr BootstrapInterval bootstrap_kappa(std::span<const Code> first, std::span<const Code> second,
                                                          std::size_t categories, Weighting weighting,
                                                          const Bootstrap& bootstrap,
                                                          std::span<double> memory) noexcept {
    return detail::agreement::resampled_kappa(weighted_kappa(first, second, categories, weighting), first, second,
                                              categories, detail::agreement::OrderedWeights{weighting, categories},
                                              bootstrap, memory);
}
/// Weighted kappa with the caller's weights and an interval; otherwise as above.
[[nodiscard]] constexpr BootstrapInterval bootstrap_kappa(std::span<const Code> first, std::span<const Code> second,
                                                          std::size_t categories, std::span<const double> weights,
                                                          const Bootstrap& bootstrap,
                                                          std::span<double> memory) noexcept {
    return detail::agreement::resampled_kappa(weighted_kappa(first, second, categories, weights), first, second,
                                              categories, detail::agreement::GivenWeights{weights, categories},
                                              bootstrap, memory);
}

/// Krippendorff's alpha with an interval; see `BootstrapInterval` for what is resampled, `bootstrap_kappa` for memory.
/// Error: as `krippendorff_alpha`; confidence; too_few_replicates, when the estimate is still there.
/// Cost: replicates times values; more by units / usable units where many are left out.
[[nodiscard]] constexpr BootstrapInterval bootstrap_alpha(const Ratings<Code>& ratings, Metric metric,
                                                          std::size_t categories, const Bootstrap& bootstrap,
                                                          std::span<double> memory) noexcept {
    const auto usable = [&](std::size_t unit) { return detail::agreement::values_of(ratings, unit) >= 2; };
    const auto coefficient = [&](const auto& walk) {
        return detail::agreement::alpha_of(detail::agreement::disagreement(ratings, metric, categories, walk));
    };
    return detail::agreement::resampled(krippendorff_alpha(ratings, metric, categories), ratings.units(), usable,
                                        coefficient, bootstrap, memory);
}
/// The same of numbers on an interval scale.
[[nodiscard]] constexpr BootstrapInterval bootstrap_alpha(const Ratings<std::optional<double>>& ratings,
                                                          const Bootstrap& bootstrap,
                                                          std::span<double> memory) noexcept {
    const auto usable = [&](std::size_t unit) { return detail::agreement::values_of(ratings, unit) >= 2; };
    const auto coefficient = [&](const auto& walk) {
        return detail::agreement::alpha_of(detail::agreement::disagreement(ratings, walk));
    };
    return detail::agreement::resampled(krippendorff_alpha(ratings), ratings.units(), usable, coefficient, bootstrap,
                                        memory);
}

}  // namespace trimode
