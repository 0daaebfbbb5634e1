// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Text as the audit compares it: without typographic signs, cut into words; and runs of words that two texts share.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace audit {

[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
/// A letter, also of another alphabet: its bytes are not ASCII.
[[nodiscard]] inline bool is_letter(char c) {
    return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// In lower case; ASCII only.
[[nodiscard]] inline std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// Quotation marks and dashes as ASCII has them, "U.S." as "US", without addresses of the web.
[[nodiscard]] inline std::string folded(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> signs{{{"\u2018", "'"},
                                                                                   {"\u2019", "'"},
                                                                                   {"\u201C", "\""},
                                                                                   {"\u201D", "\""},
                                                                                   {"\u2010", "-"},
                                                                                   {"\u2011", "-"},
                                                                                   {"\u2013", "-"},
                                                                                   {"\u2014", "-"},
                                                                                   {"\u00A0", " "},
                                                                                   {"\u00E9", "e"}}};
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("http://") || rest.starts_with("https://")) {
            while (i < text.size() && !is_space(text[i]) && text[i] != '>') ++i;
            continue;
        }
        if (is_upper(text[i]) && (i == 0 || !is_letter(text[i - 1]))) {
            std::size_t end = i;
            std::string initials;
            while (end + 1 < text.size() && is_upper(text[end]) && text[end + 1] == '.') {
                initials += text[end];
                end += 2;
            }
            if (initials.size() > 1) {
                result += initials;
                i = end;
                continue;
            }
        }
        const auto sign =
            std::find_if(signs.begin(), signs.end(), [&](const auto& one) { return rest.starts_with(one.first); });
        if (sign != signs.end()) {
            result += sign->second;
            i += sign->first.size();
        } else {
            result += text[i++];
        }
    }
    return result;
}

/// A word of a folded text, as it is written and in lower case, and where it begins.
struct Word {
    std::string text;
    std::string small;
    std::size_t at = 0;
};

/// The words of a folded text: letters or digits in a row. The s of a genitive is none.
[[nodiscard]] inline std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i]) && !is_digit(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
        const std::string_view word = text.substr(i, end - i);
        const bool genitive = (word == "s" || word == "S") && i > 0 && text[i - 1] == '\'';
        if (!genitive) words.push_back({std::string(word), lower(word), i});
        i = end;
    }
    return words;
}

/// Whether a word is a short one in capitals: it counts only where it is so written ("US" is not "us").
[[nodiscard]] inline bool is_acronym(std::string_view word) {
    return word.size() >= 2 && word.size() <= 6 && std::all_of(word.begin(), word.end(), is_upper);
}

/// Whether a word of a text is the one looked for. An acronym has to be written so, a word with a capital letter begins
/// with one in the text too ("Security" is not "security"), for others case does not count.
[[nodiscard]] inline bool is_word(const Word& word, const Word& sought) {
    if (is_acronym(sought.text)) return word.text == sought.text;
    return word.small == sought.small && (!is_upper(sought.text.front()) || is_upper(word.text.front()));
}

/// Whether the words of a phrase stand in a text, one directly behind the other.
[[nodiscard]] inline bool has_phrase(const std::vector<Word>& text, const std::vector<Word>& phrase) {
    return !phrase.empty() &&
           std::search(text.begin(), text.end(), phrase.begin(), phrase.end(), is_word) != text.end();
}

// ---- runs of words that are copied ----------------------------------------------------------------------------------

/// How many words in a row are copied.
inline constexpr std::size_t copied_run = 8;

/// The words of a raw text for that rule: `[a-z0-9%]+` in lower case, nothing else.
[[nodiscard]] inline std::vector<std::string> plain_words(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char raw : text) {
        const char c = is_upper(raw) ? static_cast<char>(raw - 'A' + 'a') : raw;
        const bool part = is_lower(c) || is_digit(c) || c == '%';
        if (part && !inside) words.emplace_back();
        if (part) words.back() += c;
        inside = part;
    }
    return words;
}

/// All runs of words of some texts.
class Runs {
  public:
    void add(std::string_view text) {
        const std::vector<std::string> words = plain_words(text);
        const std::size_t first = words_.size();
        words_.insert(words_.end(), words.begin(), words.end());
        words_.emplace_back();  // no run goes on into the next text
        for (std::size_t i = first; i + 1 < words_.size(); ++i) places_[words_[i]].push_back(i);
        for (std::size_t i = first; i + copied_run < words_.size(); ++i) copied_.insert(joined(words_, i));
    }
    /// The first run of `copied_run` words that a text shares with them; empty when there is none.
    [[nodiscard]] std::string copied(std::string_view text) const {
        const std::vector<std::string> words = plain_words(text);
        for (std::size_t i = 0; i + copied_run <= words.size(); ++i) {
            std::string run = joined(words, i);
            if (copied_.contains(run)) return run;
        }
        return {};
    }
    /// How many words the longest run has that a text shares with them.
    [[nodiscard]] std::size_t longest(std::string_view text) const {
        const std::vector<std::string> words = plain_words(text);
        std::size_t most = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto places = places_.find(words[i]);
            if (places == places_.end()) continue;
            for (const std::size_t place : places->second) {
                std::size_t size = 0;
                while (i + size < words.size() && words_[place + size] == words[i + size]) ++size;
                most = (std::max)(most, size);
            }
        }
        return most;
    }

  private:
    static std::string joined(const std::vector<std::string>& words, std::size_t first) {
        std::string run;
        for (std::size_t i = first; i < first + copied_run; ++i) run += (i == first ? "" : " ") + words[i];
        return run;
    }
    std::vector<std::string> words_;
    std::unordered_map<std::string, std::vector<std::size_t>> places_;
    std::unordered_set<std::string> copied_;
};

}  // namespace audit
