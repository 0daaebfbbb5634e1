// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Disagreements in words: what they are about, and what each side says.
/// Layer: report.
#pragma once

#include <string>
#include <string_view>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/report/text.hpp>

namespace trimode {

/// The name of what a disagreement is about: of the feature, the issue area or the matter.
[[nodiscard]] inline std::string_view topic(const Dataset& data, const Disagreement& found) {
    switch (found.subject) {
        case Subject::condition: return name(static_cast<Condition>(found.place));
        case Subject::conduct: return name(static_cast<Conduct>(found.place));
        case Subject::determinant: return name(static_cast<Determinant>(found.place));
        case Subject::obligation: return name(static_cast<Obligation>(found.place));
        case Subject::leverage: return name(static_cast<Leverage>(found.place));
        case Subject::mode: return name(static_cast<Mode>(found.place));
        case Subject::stage: return name(static_cast<Stage>(found.place));
        case Subject::level: return name(static_cast<IssueArea>(found.place));
        case Subject::matter: break;
    }
    return data.matters[found.place].id;
}

/// The id of the partner whom it is about. Empty for a matter and for a feature of the state as a whole.
[[nodiscard]] inline std::string_view partner_of(const Dataset& data, const Disagreement& found) {
    const bool of_state = found.subject == Subject::determinant && of_the_state(static_cast<Determinant>(found.place));
    return found.subject == Subject::matter || of_state ? std::string_view{} : data.partner(found.partner).id;
}

/// What one side says: "holds", "high", "china", "1200000000 us_dollars"; with the measure in brackets, where there is one.
[[nodiscard]] inline std::string side_text(const Dataset& data, const Disagreement& found, const Side& side) {
    if (found.subject == Subject::level) return level_text(Set<Level>::of_bits(side.options));
    if (found.subject != Subject::matter) return side.options == 1 ? "holds" : "fails";
    const Matter& matter = data.matters[found.place];
    std::string text;
    if (matter.kind == MatterKind::quantity) {
        text = quantity_text(data.claim(side.claim).figures[side.figure].quantity);
    } else {
        for (std::size_t place = 0; place < most_options; ++place) {
            if (((side.options >> place) & 1U) != 0) text += (text.empty() ? "" : " or ") + std::string(option(matter, place));
        }
    }
    return side.base.empty() ? text : text + " (" + std::string(side.base) + ")";
}

}  // namespace trimode
