// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Definition: what a coder looks for when he codes a feature; the entries of the codebook.
/// Layer: domain.
#pragma once

#include <string_view>

namespace trimode {

/// The entry of one feature in the codebook. What is not told codes nothing: a text that is silent does not tell that a
/// feature fails. One proposition codes one variable.
struct Definition {
    std::string_view holds{};     ///< Told to hold when the text says this.
    std::string_view fails{};     ///< Told to fail when the text says this; empty: nothing tells it.
    std::string_view excludes{};  ///< What looks like it and does not count.
};

}  // namespace trimode
