// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Acceptance in words: the reasons for and against a proposal, for a tooltip or a log. Names only; a game that speaks
/// other languages looks up `Reason::code()` instead.
/// Layer: report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <trimode/inference/acceptance.hpp>

namespace trimode {

/// Points with their sign: "+40", "-10", "0".
[[nodiscard]] inline std::string points_text(std::int64_t points) {
    return (points > 0 ? "+" : "") + std::to_string(points);
}

/// What a reason says, without its points: "base", "recipient holds", "protector open", "resources unknown",
/// "distance".
template <Named Label, Named E, Named C>
[[nodiscard]] std::string reason_text(const Reason<Label, E, C>& reason) {
    const auto both = [](std::string_view subject, std::string_view state) {
        return std::string(subject) + ' ' + std::string(state);
    };
    switch (reason.kind) {
        case ReasonKind::base: break;
        case ReasonKind::label: return both(name(reason.label), name(reason.answer));
        case ReasonKind::feature: return both(name(reason.feature), name(reason.truth));
        case ReasonKind::circumstance: return std::string(name(reason.circumstance));
    }
    return std::string(name(ReasonKind::base));
}

/// The reasons in their order, with their points: "+40 recipient holds, -10 base". Of more than `most`, as many, and
/// how many more there are: "+40 recipient holds, 3 more".
/// @param most  How many are shown. 0: all of them.
template <Named Label, Named E, Named C>
[[nodiscard]] std::string reasons_text(const Acceptance<Label, E, C>& acceptance, std::size_t most = 0) {
    const auto reasons = acceptance.reasons();
    const std::size_t shown = most == 0 || most > reasons.size() ? reasons.size() : most;
    std::string text;
    for (const auto& reason : reasons.first(shown)) {
        text += (text.empty() ? "" : ", ") + points_text(reason.points) + ' ' + reason_text(reason);
    }
    if (shown < reasons.size()) text += ", " + std::to_string(reasons.size() - shown) + " more";
    return text;
}

}  // namespace trimode
