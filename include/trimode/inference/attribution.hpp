// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Attribution: what an author says himself of a label, such as that a partner has to do with a silent recipient, beside
/// what follows from what is told of its features. The one is compared with the other, and is never evidence for it.
/// Layer: inference.
#pragma once

#include <cstdint>

#include <trimode/base/facts.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/period.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

/// How the verdict stands to what an author says of a label.
enum class Reproduction : std::uint8_t {
    reproduced,    ///< On every day of which he speaks the verdict says the same.
    in_part,       ///< On some days it says the same, on none the opposite.
    open,          ///< It says neither the same nor the opposite on any day.
    contradicted,  ///< On some day it says the opposite.
};

/// The spellings of Reproduction.
consteval auto names_of(Reproduction) {
    return names<Reproduction>("reproduced", "in_part", "open", "contradicted");
}

/// What one claim says of a label of a partner, and on how many of the days of which it speaks the verdict says the same
/// or the opposite. Of a claim that the label holds, the same is that it holds however the open questions turn out, and the
/// opposite that it cannot hold; of a claim that it fails, the other way round.
template <Named Label>
struct Attribution {
    const Coding<Label>* coding = nullptr;
    const Claim* claim = nullptr;
    Days days{};            ///< Of which the claim speaks, within the time of the dataset. Empty for an undated decade.
    std::int32_t same = 0;      ///< Unit: days.
    std::int32_t opposite = 0;  ///< Unit: days.

    [[nodiscard]] constexpr Reproduction reproduction() const noexcept {
        if (opposite > 0) return Reproduction::contradicted;
        if (same == 0) return Reproduction::open;
        return same == days.last - days.first + 1 ? Reproduction::reproduced : Reproduction::in_part;
    }
};

/// Calls `visit(Attribution<Label>)` for each coding of a label (`data.codings<Label>()`) that is admitted, in the order of
/// the table, with the verdict of these rules. Of states the verdict is asked for every day; acts count in a period that
/// contains them, so they are asked about the whole time of which the claim speaks. Cost: rows times parts times codings;
/// no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_attribution(const Dataset& data, const Typology<Label, E>& rules, const Admission& admission,
                                    Visit&& visit) {
    const Days known = asked_days(data, data.time);
    for (const Coding<Label>& coding : data.codings<Label>()) {
        const auto row = detail::bearing(data, coding, coding.partner, admission);
        if (!row.bears) continue;
        const Days told = row.time.told;
        Attribution<Label> found{&coding, &data.claim(coding.claim),
                                 {detail::later(told.first, known.first), detail::earlier(told.last, known.last)}};
        if (!found.days.empty()) {
            for_each_constant_part(data, data.codings<E>(), coding.partner, found.days, admission, [&](Days part, Facts<E> facts) {
                const auto verdict = classify(facts, rules);
                const bool holds = verdict.holds(coding.feature);
                const bool fails = !verdict.may_hold(coding.feature);
                const std::int32_t length = part.last - part.first + 1;
                if (coding.tells == Tells::holds ? holds : fails) found.same += length;
                if (coding.tells == Tells::holds ? fails : holds) found.opposite += length;
            });
        }
        visit(found);
    }
}

}  // namespace trimode
