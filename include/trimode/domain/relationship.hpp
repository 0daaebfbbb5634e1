// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Relationship: one partner at one time, and what is told of it.
/// Layer: domain.
#pragma once

#include <concepts>
#include <string_view>

#include <trimode/base/facts.hpp>
#include <trimode/base/period.hpp>
#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>

namespace trimode {

/// What is told of one partner at one time: from a dataset (`relationship(dataset, id, date)`), or set by the user.
struct Relationship {
    std::string_view partner{};
    Period at{};
    Facts<Condition> conditions{};
    Facts<Conduct> conduct{};
    Facts<Determinant> determinants{};

    /// What is told of the features of one enumeration.
    template <class E>
        requires std::same_as<E, Condition> || std::same_as<E, Conduct> || std::same_as<E, Determinant>
    [[nodiscard]] constexpr const Facts<E>& facts() const noexcept {
        if constexpr (std::same_as<E, Condition>) {
            return conditions;
        } else if constexpr (std::same_as<E, Conduct>) {
            return conduct;
        } else {
            return determinants;
        }
    }
};

}  // namespace trimode
