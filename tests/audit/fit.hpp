// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// How well a statement fits each block of a document by the words that they share: a wrong number of a block shows,
/// even where the statement has no name and no number.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audit/document.hpp"
#include "audit/text.hpp"

namespace audit {

/// The beginnings of the longer words of a text, in lower case: "migration" and "migrants" are the same.
[[nodiscard]] inline std::set<std::string> stems_of(std::string_view text) {
    std::set<std::string> stems;
    for (const std::string& word : plain_words(text)) {
        if (word.size() >= 4 && !is_digit(word.front())) stems.insert(word.substr(0, 5));
    }
    return stems;
}

/// The blocks of a document by their words.
class Fit {
  public:
    explicit Fit(const Document& document) : blocks_(document.blocks()) {
        for (std::size_t block = 1; block <= blocks_; ++block) {
            for (const std::string& stem : stems_of(document.block(block)->raw())) places_[stem].push_back(block);
        }
    }

    /// How well a text fits these blocks, compared with the one block that it fits best. A word weighs the more the
    /// fewer blocks have it. Range: 0 to 1, and above 1 where several blocks fit better than any alone; 1 when nothing
    /// fits.
    [[nodiscard]] double of(std::string_view text, std::size_t first, std::size_t last) const {
        std::vector<double> scores(blocks_ + 1);
        double here = 0;
        for (const std::string& stem : stems_of(text)) {
            const auto places = places_.find(stem);
            if (places == places_.end()) continue;
            const double weight =
                0.1 + std::log(static_cast<double>(blocks_) / static_cast<double>(places->second.size()));
            bool stands = false;
            for (const std::size_t block : places->second) {
                scores[block] += weight;
                stands = stands || (first <= block && block <= last);
            }
            if (stands) here += weight;
        }
        const double best = *std::max_element(scores.begin(), scores.end());
        return best > 0 ? here / best : 1;
    }

  private:
    std::size_t blocks_;
    std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

/// A statement has to fit its own block at least so well, compared with the best.
inline constexpr double least_fit = 0.5;

}  // namespace audit
