// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Asymmetry: whether the state could replace a partner in an issue area, whether the partner needs it in return, and when
/// either side used that. Beside the levels of dependency, never part of them.
/// Layer: inference.
#pragma once

#include <trimode/base/facts.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/truth.hpp>
#include <trimode/domain/condition.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/leverage.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/told.hpp>

namespace trimode {

namespace detail {

/// Takes the codings whose claims are about one issue area.
struct InArea {
    const Dataset& data;
    IssueArea area{};
    template <Named E>
    [[nodiscard]] constexpr bool operator()(const Coding<E>& coding) const noexcept {
        return data.claim(coding.claim).area == area;
    }
};

}  // namespace detail

/// Whether the state has no substitute for what this partner gives in this area: vulnerability in the sense of Keohane and
/// Nye (1977), which a large share alone is not. Told by claims about this area that code `Condition::alternative`: that it
/// fails tells that there is no substitute. `unknown` unless some text tells it of the whole time asked about.
template <class Use = OnUse>
[[nodiscard]] constexpr Truth no_substitute(const Used<Use, Dataset>& data, PartnerIndex partner, IssueArea area, const Period& at,
                                            const Admission& admission = {}) noexcept {
    const auto told = detail::facts_taking(data, data.conditions, partner, asked_days(data, at), admission,
                                           detail::InArea{data, area});
    return opposite(told[Condition::alternative]);
}

/// Whether the partner needs something of the state in this area: its reverse need. `unknown` unless some text tells it of
/// the whole time asked about.
template <class Use = OnUse>
[[nodiscard]] constexpr Truth needed_by_partner(const Used<Use, Dataset>& data, PartnerIndex partner, IssueArea area, const Period& at,
                                                const Admission& admission = {}) noexcept {
    return detail::facts_taking(data, data.leverages, partner, asked_days(data, at), admission,
                                detail::InArea{data, area})[Leverage::needed_by_partner];
}

/// Calls `visit(Telling<Condition>)` for each claim about this area that tells, within the time asked about, whether there
/// is another source. That it `fails` tells that there is no substitute.
template <class Visit>
constexpr void for_each_substitute_telling(const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at,
                                           const Admission& admission, Visit&& visit) {
    for_each_telling(data, data.conditions, partner, Condition::alternative, asked_days(data, at), admission,
                     [&](const Telling<Condition>& telling) {
                         if (telling.claim->area == area) visit(telling);
                     });
}

/// Calls `visit(Telling<Leverage>)` for each claim about this area that tells of a leverage within the time asked about. Of
/// the acts by which dependence was used nothing is read between two of them: they are told of their own dates only.
template <class Visit>
constexpr void for_each_leverage_telling(const Dataset& data, PartnerIndex partner, IssueArea area, Leverage leverage,
                                         const Period& at, const Admission& admission, Visit&& visit) {
    for_each_telling(data, data.leverages, partner, leverage, asked_days(data, at), admission,
                     [&](const Telling<Leverage>& telling) {
                         if (telling.claim->area != area) return;
                         if (leverage != Leverage::needed_by_partner && telling.ground == Ground::between) return;
                         visit(telling);
                     });
}

}  // namespace trimode
