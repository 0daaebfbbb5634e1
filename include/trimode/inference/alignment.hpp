// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Alignment: how alike two states vote, or how alike their portfolios of ties are. Alignment is not dependence: states
/// vote alike because they want the same, follow the same bloc or were never asked to differ, and a dependent state may
/// dissent. So no level of dependency is ever derived from it; it stands beside one, for users who bring votes.
/// Asked for by itself; no umbrella brings it. The numbers are doubles: equal on platforms with IEEE arithmetic, with
/// no promise for the last digits under -ffast-math.
/// Layer: inference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <trimode/base/agreement.hpp>
#include <trimode/base/names.hpp>

namespace trimode {

/// How alignment is measured. Chance agreement is large where nearly all vote yes; S doesn't take it out.
/// Source of the comparison: Haege, Choice or circumstance? Adjusting measures of foreign policy similarity for chance
/// agreement (2011).
enum class AlignmentMeasure : std::uint8_t {
    weighted_kappa,  ///< Cohen's: beyond chance, which follows each state's own habits. The default.
    scott_pi,        ///< Scott's: beyond chance, which follows both states' habits together. Here of names: that no is
                     ///< farther from yes than abstention is doesn't count.
    s_score,         ///< Signorino and Ritter's S: the distance alone.
};

/// The spellings of AlignmentMeasure.
consteval auto names_of(AlignmentMeasure) { return names<AlignmentMeasure>("weighted_kappa", "scott_pi", "s_score"); }

/// Why there is no value.
enum class AlignmentFault : std::uint8_t {
    none,
    shape,               ///< Not as many values of the one as of the other.
    categories,          ///< Fewer than 1 category or more than `most_categories`.
    value_out_of_range,  ///< A value that is no category, or a number that isn't finite or is beyond 1e100.
    weights,             ///< Not one weight for each dimension, or one below 0, not finite or beyond 1e100.
    greatest_distance,   ///< Not above 0, not finite or beyond 1e100; or two values that are farther apart.
    nothing_to_compare,  ///< No dimension that has a weight is known of both.
    no_variation,        ///< All values alike, or one category only: 0/0.
};

/// The spellings of AlignmentFault.
consteval auto names_of(AlignmentFault) {
    return names<AlignmentFault>("none", "shape", "categories", "value_out_of_range", "weights", "greatest_distance",
                                 "nothing_to_compare", "no_variation");
}

/// How alike two states are. Symmetric, but for `side`.
struct Alignment {
    AlignmentMeasure measure = AlignmentMeasure::weighted_kappa;
    /// Unit: none. Range: at most 1, where all is alike. S is -1 where all is opposite; kappa and pi are 0 where there
    /// is as much agreement as by chance, and below where there is less. Empty when `fault` says why.
    std::optional<double> value{};
    std::size_t compared = 0;  ///< Unit: dimensions (votes, ties) that are known of both.
    std::size_t left_out = 0;  ///< Unit: dimensions that are missing for one or both. They count neither way.
    AlignmentFault fault = AlignmentFault::none;
    std::size_t side = 0;  ///< Where a value is at fault: 0 for the first state, 1 for the second.
    std::size_t unit = 0;  ///< The same for a value, weight or distance: the dimension, from 0.
    [[nodiscard]] friend constexpr bool operator==(const Alignment&, const Alignment&) noexcept = default;
};

namespace detail::alignment {

/// What a coefficient of agreement says, as alignment.
[[nodiscard]] constexpr Alignment of(AlignmentMeasure measure, const Agreement& found) noexcept {
    const auto said = [](AgreementFault fault) {
        switch (fault) {
            case AgreementFault::none: return AlignmentFault::none;
            case AgreementFault::shape: return AlignmentFault::shape;
            case AgreementFault::categories: return AlignmentFault::categories;
            case AgreementFault::value_out_of_range: return AlignmentFault::value_out_of_range;
            case AgreementFault::weights: return AlignmentFault::weights;
            case AgreementFault::nothing_to_compare: return AlignmentFault::nothing_to_compare;
            case AgreementFault::no_variation:
            case AgreementFault::confidence:
            case AgreementFault::too_few_replicates: break;
        }
        return AlignmentFault::no_variation;
    };
    return {measure, found.coefficient, found.units, found.left_out, said(found.fault), found.coder, found.unit};
}

/// S. `value(side, unit)` gives a number or empty, `good(side, unit)` whether it can be one.
template <class Value, class Good>
[[nodiscard]] constexpr Alignment s_score(std::size_t units, const Value& value, const Good& good,
                                          const double& greatest_distance, std::span<const double> weights) noexcept {
    const auto failed = [](AlignmentFault fault, std::size_t side, std::size_t unit) {
        Alignment none;
        none.measure = AlignmentMeasure::s_score;
        none.fault = fault;
        none.side = side;
        none.unit = unit;
        return none;
    };
    for (std::size_t side = 0; side < 2; ++side) {
        for (std::size_t unit = 0; unit < units; ++unit) {
            if (!good(side, unit)) return failed(AlignmentFault::value_out_of_range, side, unit);
        }
    }
    if (!weights.empty() && weights.size() != units) return failed(AlignmentFault::weights, 0, 0);
    for (std::size_t unit = 0; unit < weights.size(); ++unit) {
        if (!agreement::calculable(weights[unit]) || weights[unit] < 0.0) {
            return failed(AlignmentFault::weights, 0, unit);
        }
    }
    if (!agreement::calculable(greatest_distance) || !(greatest_distance > 0.0)) {
        return failed(AlignmentFault::greatest_distance, 0, 0);
    }
    Alignment result;
    result.measure = AlignmentMeasure::s_score;
    double apart = 0.0;
    double all = 0.0;
    for (std::size_t unit = 0; unit < units; ++unit) {
        const std::optional<double> first = value(0, unit);
        const std::optional<double> second = value(1, unit);
        if (!first || !second) {
            ++result.left_out;
            continue;
        }
        const double distance = *first < *second ? *second - *first : *first - *second;
        if (distance > greatest_distance) return failed(AlignmentFault::greatest_distance, 0, unit);
        const double weight = weights.empty() ? 1.0 : weights[unit];
        ++result.compared;
        apart += weight * (distance / greatest_distance);
        all += weight;
    }
    if (all > 0.0) {
        result.value = 1.0 - 2.0 * (apart / all);
    } else {
        result.fault = AlignmentFault::nothing_to_compare;
    }
    return result;
}

}  // namespace detail::alignment

/// Signorino and Ritter's S of two portfolios of numbers: 1 - 2 * (sum of w d / d_max) / (sum of w), where d is the
/// absolute difference in a dimension. The simplest of their measures: one distance for all dimensions, and absolute.
///
/// @param first, second      One number for each dimension; empty where it isn't known, which leaves the dimension out.
///                           Unit: any, one for both. Range: -1e100 to 1e100.
/// @param greatest_distance  d_max, the greatest difference that is possible in a dimension, not that found.
///                           Unit: that of the numbers. Range: above 0 to 1e100.
/// @param weights            How much each dimension counts; none: all the same. Unit: any. Range: 0 to 1e100.
/// Error: shape, value_out_of_range, weights, greatest_distance, nothing_to_compare.
/// Source: Signorino and Ritter, Tau-b or not tau-b: measuring the similarity of foreign policy positions (1999).
[[nodiscard]] constexpr Alignment s_score(std::span<const std::optional<double>> first,
                                          std::span<const std::optional<double>> second, double greatest_distance,
                                          std::span<const double> weights = {}) noexcept {
    if (first.size() != second.size()) {
        Alignment none;
        none.measure = AlignmentMeasure::s_score;
        none.fault = AlignmentFault::shape;
        return none;
    }
    const auto value = [&](std::size_t side, std::size_t unit) { return side == 0 ? first[unit] : second[unit]; };
    const auto good = [&](std::size_t side, std::size_t unit) {
        const std::optional<double>& number = side == 0 ? first[unit] : second[unit];
        return !number || detail::agreement::calculable(*number);
    };
    return detail::alignment::s_score(first.size(), value, good, greatest_distance, weights);
}

/// The same of votes, or other ordered categories; d_max is the number of categories less one.
///
/// @param first, second  One category for each vote, `missing` for none, which leaves the vote out.
/// @param categories     How many there are, numbered from 0 in their order: no, abstention, yes. Range: 1 to
///                       `most_categories`; of one category there is no S.
/// Error: shape, categories, value_out_of_range, weights, nothing_to_compare, no_variation.
[[nodiscard]] constexpr Alignment s_score(std::span<const Code> first, std::span<const Code> second,
                                          std::size_t categories, std::span<const double> weights = {}) noexcept {
    const auto failed = [](AlignmentFault fault) {
        Alignment none;
        none.measure = AlignmentMeasure::s_score;
        none.fault = fault;
        return none;
    };
    if (!detail::agreement::can_count(categories)) return failed(AlignmentFault::categories);
    if (first.size() != second.size()) return failed(AlignmentFault::shape);
    if (categories == 1) return failed(AlignmentFault::no_variation);
    const auto code = [&](std::size_t side, std::size_t unit) { return side == 0 ? first[unit] : second[unit]; };
    const auto value = [&](std::size_t side, std::size_t unit) {
        const Code here = code(side, unit);
        return here == missing ? std::nullopt : std::optional<double>(static_cast<double>(here));
    };
    const auto good = [&](std::size_t side, std::size_t unit) {
        return code(side, unit) == missing || detail::agreement::is_category(code(side, unit), categories);
    };
    return detail::alignment::s_score(first.size(), value, good, static_cast<double>(categories - 1), weights);
}

/// How alike two states voted, by the measure asked for.
///
/// @param first, second  As for S.
/// @param weighting      How far categories are apart for weighted kappa; the others don't ask.
/// Error: as for S, but for weights; kappa and pi have no_variation when both states only ever gave one and the same
/// category, however many there are.
[[nodiscard]] constexpr Alignment alignment(std::span<const Code> first, std::span<const Code> second,
                                            std::size_t categories,
                                            AlignmentMeasure measure = AlignmentMeasure::weighted_kappa,
                                            Weighting weighting = Weighting::linear) noexcept {
    switch (measure) {
        case AlignmentMeasure::s_score: return s_score(first, second, categories);
        case AlignmentMeasure::scott_pi: return detail::alignment::of(measure, scott_pi(first, second, categories));
        case AlignmentMeasure::weighted_kappa: break;
    }
    return detail::alignment::of(AlignmentMeasure::weighted_kappa,
                                 weighted_kappa(first, second, categories, weighting));
}

}  // namespace trimode
