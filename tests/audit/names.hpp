// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Proper names in statements: which words of a sentence are names.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/evidence/dataset.hpp>

#include "audit/document.hpp"
#include "audit/text.hpp"

namespace audit {

/// Capital letters that make no name.
[[nodiscard]] inline bool is_no_name(std::string_view word) { return word == "I" || word == "A" || word == "The"; }

/// Whether a word stands where every word has a capital letter: at the beginning, or behind a mark that ends a sentence
/// or opens a quotation.
[[nodiscard]] inline bool begins_sentence(std::string_view text, std::size_t at) {
    while (at > 0 && is_space(text[at - 1])) --at;
    return at == 0 || std::string_view(".?!:\"").find(text[at - 1]) != std::string_view::npos;
}

/// Words that are names wherever they stand, because some text has them with a capital letter inside a sentence, and
/// none without one.
class Lexicon {
  public:
    void add(std::string_view text) {
        const std::string plain = folded(text);
        for (const Word& word : words_of(plain)) {
            if (is_lower(word.text.front())) {
                ordinary_.insert(word.text);
            } else if (is_upper(word.text.front()) && !begins_sentence(plain, word.at) && !is_no_name(word.text)) {
                names_.insert(word.text);
            }
        }
    }
    [[nodiscard]] bool is_name(const std::string& word) const {
        return names_.contains(word) && !ordinary_.contains(lower(word));
    }
    /// All names, in the order of the alphabet.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const std::string& word : names_) {
            if (is_name(word)) names.push_back(word);
        }
        return names;
    }

  private:
    std::set<std::string> names_;
    std::set<std::string> ordinary_;
};

/// The names that the statements of a dataset and its partners make known.
[[nodiscard]] inline Lexicon lexicon_of(const trimode::Dataset& data) {
    Lexicon lexicon;
    for (const trimode::Claim& claim : data.claims) lexicon.add(claim.statement);
    for (const trimode::Partner& partner : data.partners) lexicon.add("the partner " + std::string(partner.name));
    return lexicon;
}

/// The words of a folded sentence that are names: those with a capital letter inside it, acronyms, and at its beginning
/// those that the lexicon knows. Months are names too.
[[nodiscard]] inline std::vector<Word> names_in(std::string_view sentence, const Lexicon& lexicon) {
    std::vector<Word> names;
    for (const Word& word : words_of(sentence)) {
        if (!is_upper(word.text.front()) || is_no_name(word.text)) continue;
        if (!begins_sentence(sentence, word.at) || is_acronym(word.text) || lexicon.is_name(word.text))
            names.push_back(word);
    }
    return names;
}

}  // namespace audit
