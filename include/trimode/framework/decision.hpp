// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Decision: an ambiguity of the text that a theory is taken from, how it is decided, and what else it might mean.
/// Layer: framework.
#pragma once

#include <string_view>

namespace trimode {

/// A place where the text allows more than one reading.
struct Decision {
    std::string_view place{};        ///< Document and blocks.
    std::string_view question{};
    std::string_view decided{};      ///< The reading taken, and why.
    std::string_view alternative{};  ///< The other reading.
    std::string_view variant{};      ///< The typology that takes the other reading; empty where no rule can express it.
};

}  // namespace trimode
