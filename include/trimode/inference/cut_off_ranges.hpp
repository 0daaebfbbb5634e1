// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Cut-off ranges: over which values of each single cut-off the measured levels stay. Asked for by itself; no umbrella
/// brings it.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include <trimode/base/decimal.hpp>
#include <trimode/inference/robustness.hpp>

namespace trimode {

/// The values of one cut-off over which the measured levels stay, while the other cut-offs stay as they are. Unit:
/// percent. Its own value is among them. Whether it stays in order with the others is not asked.
struct CutOffValues {
    Cut cut = Cut::e1;
    Decimal value{};                 ///< As the scale has it.
    Mark mark = Mark::own;           ///< Where that comes from.
    std::optional<Decimal> above{};  ///< The values lie above this. Empty: all down to zero, zero left out.
    std::optional<Decimal> up_to{};  ///< And up to this, that included. Empty: without end.
    Set<Level> below{};              ///< The levels with the cut-off at `above`; empty where there is none.
    Set<Level> beyond{};             ///< The levels with the cut-off just above `up_to`; empty where there is none.
};

/// The same for each of the five cut-offs of an issue area, in the order of `numbered_cuts`. A cut-off of zero asks for
/// anything at all; it is no number that could be moved, and both of its ends are empty. Exact.
/// Error: empty as `cut_off_range`, which is asked about each by itself.
[[nodiscard]] constexpr std::optional<std::array<CutOffValues, numbered_cuts.size()>> cut_off_ranges(
    const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at, const Admission& admission = {},
    const DependencyScale& scale = default_scale) noexcept {
    const auto cuts = scale.find(area);
    if (!cuts) return std::nullopt;
    std::array<CutOffValues, numbered_cuts.size()> found{};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Cut cut = numbered_cuts[i];
        const auto range = cut_off_range(data, partner, area, at, admission, {cut}, scale);
        if (!range) return std::nullopt;
        CutOffValues& values = found[i];
        values.cut = cut;
        values.value = cuts->at(cut);
        values.mark = cuts->mark(cut);
        values.below = range->below;
        values.beyond = range->beyond;
        // Where a single cut-off moves each factor is that of a figure over the cut-off: the figure is the value.
        if (range->least) values.above = range->least->over;
        if (range->most) values.up_to = range->most->over;
    }
    return found;
}

}  // namespace trimode
