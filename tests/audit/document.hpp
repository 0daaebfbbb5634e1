// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The documents: files cut into blocks and endnotes, ready to be searched.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/base/date.hpp>

#include "audit/numbers.hpp"
#include "audit/text.hpp"

namespace audit {

/// The months by their number less one, and how notes shorten them.
inline constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};

/// The month of a word. Case counts ("May", "March" against "may", "march"). 0 when it is none.
[[nodiscard]] inline int month_of(std::string_view word) {
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || (word.size() == 3 && months[i].substr(0, 3) == word)) return static_cast<int>(i) + 1;
    }
    return 0;
}

/// A day of a month as texts print it: "28 April", "April 8", "7 to 19 December".
struct DayOfMonth {
    int month = 0;
    int day = 0;
    [[nodiscard]] friend bool operator==(const DayOfMonth&, const DayOfMonth&) = default;
};

[[nodiscard]] inline std::vector<DayOfMonth> days_in(const std::vector<Word>& words) {
    std::vector<DayOfMonth> days;
    const auto day_of = [&](std::size_t i) {
        if (i >= words.size()) return 0;
        const std::string& text = words[i].small;
        std::size_t size = 0;
        int day = 0;
        while (size < text.size() && size < 3 && is_digit(text[size])) day = day * 10 + (text[size++] - '0');
        const std::string_view rest = std::string_view(text).substr(size);
        const bool ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
        return size > 0 && ordinal && day <= 31 ? day : 0;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const int month = month_of(words[i].text);
        if (month == 0) continue;
        if (i > 0 && day_of(i - 1) != 0) {
            days.push_back({month, day_of(i - 1)});
            if (i > 2 && words[i - 2].small == "to" && day_of(i - 3) != 0) days.push_back({month, day_of(i - 3)});
        } else if (day_of(i + 1) != 0) {
            days.push_back({month, day_of(i + 1)});
        }
    }
    return days;
}

/// A piece of a document, and what can be found in it.
class Part {
  public:
    Part() = default;
    /// Marks of notes such as [12] are no part of the text.
    explicit Part(std::string_view raw) : raw_(raw) {
        std::string text = folded(raw);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '[') continue;
            std::size_t end = i + 1;
            while (end < text.size() && is_digit(text[end])) ++end;
            if (end == i + 1 || end >= text.size() || text[end] != ']') continue;
            marks_.push_back(static_cast<std::size_t>(std::stoul(text.substr(i + 1, end - i - 1))));
            for (std::size_t at = i; at <= end; ++at) text[at] = ' ';
        }
        words_ = words_of(text);
        values_ = values_in(text);
        days_ = days_in(words_);
        dollar_ = text.find('$') != std::string::npos;
    }

    [[nodiscard]] const std::string& raw() const { return raw_; }
    [[nodiscard]] const std::vector<Word>& words() const { return words_; }
    [[nodiscard]] const std::vector<std::size_t>& marks() const { return marks_; }  ///< Notes that it calls.
    [[nodiscard]] bool has_dollar() const { return dollar_; }
    /// Whether it prints a number, in whatever spelling; "one" and "first" are hardly ever meant as numbers.
    [[nodiscard]] bool prints(trimode::Decimal number, Value::Kind kind) const {
        return std::any_of(values_.begin(), values_.end(), [&](const Value& value) {
            return value.number == number && value.kind == kind && (!value.weak || number != trimode::Decimal{1});
        });
    }
    [[nodiscard]] bool prints_month(int month) const {
        return std::any_of(words_.begin(), words_.end(),
                           [&](const Word& word) { return month_of(word.text) == month; });
    }
    [[nodiscard]] bool prints_day(DayOfMonth day) const {
        return std::find(days_.begin(), days_.end(), day) != days_.end();
    }
    [[nodiscard]] bool says(const std::vector<Word>& phrase) const { return has_phrase(words_, phrase); }
    /// Whether a text stands in it as it is, be it in an address of the web.
    [[nodiscard]] bool has(std::string_view text) const { return raw_.find(text) != std::string::npos; }

  private:
    std::string raw_;
    std::vector<Word> words_;
    std::vector<Value> values_;
    std::vector<DayOfMonth> days_;
    std::vector<std::size_t> marks_;
    bool dollar_ = false;
};

/// The lines of a text, without their ends.
[[nodiscard]] inline std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = (std::min)(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        if (!line.empty() && line.back() == '\r') line.pop_back();
        lines.push_back(std::move(line));
        text.remove_prefix((std::min)(end + 1, text.size()));
    }
    return lines;
}

/// The runs of text between blank lines; a line of white space is blank.
[[nodiscard]] inline std::vector<std::string> blocks_in(std::string_view text) {
    std::vector<std::string> blocks;
    bool inside = false;
    for (const std::string& line : lines_in(text)) {
        const bool blank = std::all_of(line.begin(), line.end(), is_space);
        if (!blank) {
            if (inside) {
                blocks.back() += "\n" + line;
            } else {
                blocks.push_back(line);
            }
        }
        inside = !blank;
    }
    return blocks;
}

/// An endnote and the block in which it is printed.
struct Note {
    std::size_t block = 0;
    Part part{};
};

/// The number of the note that begins with this line, as in `- [9] ...` or `[1] ...`. 0 when none does.
[[nodiscard]] inline std::size_t note_begun(std::string_view line) {
    if (line.starts_with("- ")) line.remove_prefix(2);
    if (!line.starts_with("[")) return 0;
    line.remove_prefix(1);
    std::size_t number = 0;
    std::size_t size = 0;
    while (size < line.size() && size < 4 && is_digit(line[size])) {
        number = number * 10 + static_cast<std::size_t>(line[size++] - '0');
    }
    return size > 0 && size < line.size() && line[size] == ']' ? number : 0;
}

/// A document: its blocks, from 1, and its endnotes, which stand behind a block that reads "NOTES".
class Document {
  public:
    Document() = default;
    explicit Document(std::string_view text) : text_(text) {
        bool notes = false;
        for (const std::string& block : blocks_in(text)) {
            blocks_.emplace_back(block);
            if (!notes) {
                notes = block == "NOTES";
                continue;
            }
            std::string note;
            std::size_t number = 0;
            const auto close = [&] {
                if (number != 0) notes_.emplace(number, Note{blocks_.size(), Part(note)});
            };
            for (const std::string& line : lines_in(block)) {
                if (const std::size_t begun = note_begun(line); begun != 0) {
                    close();
                    number = begun;
                    note.clear();
                }
                note += line + "\n";
            }
            close();
        }
    }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::size_t blocks() const { return blocks_.size(); }
    /// The block of this number, from 1. Error: nullptr when there is none.
    [[nodiscard]] const Part* block(std::size_t number) const {
        return number >= 1 && number <= blocks_.size() ? &blocks_[number - 1] : nullptr;
    }
    /// Error: nullptr when there is no such endnote.
    [[nodiscard]] const Note* note(std::size_t number) const {
        const auto found = notes_.find(number);
        return found == notes_.end() ? nullptr : &found->second;
    }
    /// Whether endnotes begin in a block.
    [[nodiscard]] bool has_notes(std::size_t block) const {
        return std::any_of(notes_.begin(), notes_.end(), [&](const auto& note) { return note.second.block == block; });
    }
    [[nodiscard]] const std::map<std::size_t, Note>& notes() const { return notes_; }

  private:
    std::string text_;
    std::vector<Part> blocks_;
    std::map<std::size_t, Note> notes_;
};

/// The documents by the number of their source; a text that is missing has no blocks.
struct Documents {
    std::vector<Document> documents;
    Runs runs;

    explicit Documents(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            documents.emplace_back(text);
            runs.add(text);
        }
    }
};

/// The texts of a folder: for each source the one file whose name begins with its number and "_".
/// A text is empty when there is no such file, or more than one.
[[nodiscard]] inline std::vector<std::string> read_texts(const std::filesystem::path& folder, std::size_t sources) {
    std::vector<std::string> texts(sources);
    std::vector<std::size_t> files(sources);
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        for (std::size_t source = 0; source < sources; ++source) {
            std::string number = std::to_string(source);
            number.insert(0, 3 - (std::min)(number.size(), std::size_t{3}), '0');
            if (!name.starts_with(number + "_") || entry.path().extension() != ".txt") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            texts[source].assign(std::istreambuf_iterator<char>(file), {});
            if (++files[source] > 1) texts[source].clear();
        }
    }
    return texts;
}

}  // namespace audit
