// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Words: several of them in one cell, or as a JSON array.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/report/json.hpp>

namespace support {

/// The words with something between them; `nothing` when there are none.
[[nodiscard]] inline std::string join(const std::vector<std::string>& words, std::string_view between = " ",
                                      std::string_view nothing = "") {
    if (words.empty()) return std::string(nothing);
    std::string text = words.front();
    for (std::size_t i = 1; i < words.size(); ++i) (text += between) += words[i];
    return text;
}

/// Writes a key and the words as its array into the open object.
inline void write_words(trimode::JsonWriter& json, std::string_view key, const std::vector<std::string>& words) {
    json.key(key);
    const auto list = json.array();
    for (const auto& word : words) json.value(word);
}

}  // namespace support
