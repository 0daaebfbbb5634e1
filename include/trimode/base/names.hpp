// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Names: one table of spellings for each enumeration; text, parsing and suggestions are all read from it.
/// Layer: base.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace trimode {

/// The spellings of an enumeration whose enumerators are 0, 1, 2 ... in the order of the table.
/// Each entry is the name, then its aliases, separated by single spaces: "resources R".
template <class E, std::size_t N>
struct Names {
    static constexpr std::size_t size = N;
    std::string_view entries[N]{};
};

namespace detail {

/// Called only where a table of names is wrong; its name is the message, as it may not be called at compile time.
void names_must_be_distinct_lower_case_words_with_single_spaces();

[[nodiscard]] constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
/// Letters, digits and the underscore: what names and ids are made of.
[[nodiscard]] constexpr bool is_word(char c) noexcept {
    return is_lower(c) || is_upper(c) || is_digit(c) || c == '_';
}

/// Takes the next word off the front of a list separated by spaces; empty when there is none left.
[[nodiscard]] constexpr std::string_view next_word(std::string_view& list) noexcept {
    std::size_t begin = 0;
    while (begin < list.size() && list[begin] == ' ') ++begin;
    std::size_t end = begin;
    while (end < list.size() && list[end] != ' ') ++end;
    const auto word = list.substr(begin, end - begin);
    list.remove_prefix(end);
    return word;
}

[[nodiscard]] constexpr bool has_word(std::string_view list, std::string_view word) noexcept {
    if (word.empty()) return false;
    for (auto found = next_word(list); !found.empty(); found = next_word(list)) {
        if (found == word) return true;
    }
    return false;
}

/// Whether no word is in a list of words twice, and none in two lists.
[[nodiscard]] constexpr bool all_distinct(const std::string_view* lists, std::size_t size) noexcept {
    for (std::size_t i = 0; i < size; ++i) {
        std::string_view left = lists[i];
        for (auto word = next_word(left); !word.empty(); word = next_word(left)) {
            if (has_word(left, word)) return false;
            for (std::size_t j = i + 1; j < size; ++j) {
                if (has_word(lists[j], word)) return false;
            }
        }
    }
    return true;
}

/// Whether a table of names is as it has to be. Words are told apart by their keys, numbers of 64 bits made of their letters,
/// since every file that names an enumeration has this computed; only where two keys are equal the words are compared.
[[nodiscard]] constexpr bool are_names(const std::string_view* entries, std::size_t size) noexcept {
    constexpr std::size_t room = 256;
    std::uint64_t keys[room]{};
    std::size_t words = 0;
    bool equal_keys = false;
    for (std::size_t i = 0; i < size; ++i) {
        const char* const entry = entries[i].data();
        const std::size_t end = entries[i].size();
        bool is_alias = false;
        for (std::size_t at = 0; at <= end; ++at, is_alias = true) {
            const std::size_t begin = at;
            std::uint64_t key = 0;
            for (; at < end && entry[at] != ' '; ++at) {
                const char c = entry[at];
                if (!is_alias && !is_lower(c) && (at == begin || (c != '_' && !is_digit(c)))) return false;
                key = key * 0x100000001b3U + static_cast<unsigned char>(c);
            }
            if (at == begin || words == room) return false;
            for (std::size_t j = 0; j < words; ++j) {
                if (keys[j] == key) equal_keys = true;
            }
            keys[words++] = key;
        }
    }
    return !equal_keys || all_distinct(entries, size);
}

}  // namespace detail

/// Makes the table of an enumeration, to be returned by its `names_of`:
/// `consteval auto names_of(Posture) { return trimode::names<Posture>("hedging H", "balancing B"); }`.
/// Error: does not compile when a name isn't a lower-case word, when two entries share a spelling, or with more than 256
/// spellings.
template <class E, class... Texts>
[[nodiscard]] consteval Names<E, sizeof...(Texts)> names(Texts... texts) {
    static_assert(std::is_enum_v<E>, "names<E> is for enumerations");
    static_assert(sizeof...(Texts) >= 1 && sizeof...(Texts) <= 32, "an enumeration has 1 to 32 names");
    const Names<E, sizeof...(Texts)> table{{texts...}};
    if (!detail::are_names(table.entries, table.size)) {
        detail::names_must_be_distinct_lower_case_words_with_single_spaces();
    }
    return table;
}

/// An enumeration that has a table of names, found through a function `names_of(E)` beside it.
template <class E>
concept Named = std::is_enum_v<E> && requires(E e) { names_of(e); };

namespace detail {
template <Named E>
inline constexpr auto table = names_of(E{});
}  // namespace detail

/// How many values the enumeration has. Unit: none. Range: 1 to 32.
template <Named E>
inline constexpr std::size_t count = detail::table<E>.size;

/// The place of a value in its enumeration, from 0.
template <Named E>
[[nodiscard]] constexpr std::size_t index(E value) noexcept {
    return static_cast<std::size_t>(value);
}

/// The name, such as "unknown". Empty for a number that is no value of the enumeration.
template <Named E>
[[nodiscard]] constexpr std::string_view name(E value) noexcept {
    if (index(value) >= count<E>) return {};
    std::string_view entry = detail::table<E>.entries[index(value)];
    return detail::next_word(entry);
}

/// The value of that name or alias. Error: empty when `text` is neither (case counts).
template <Named E>
[[nodiscard]] constexpr std::optional<E> parse(std::string_view text) noexcept {
    for (std::size_t i = 0; i < count<E>; ++i) {
        if (detail::has_word(detail::table<E>.entries[i], text)) return static_cast<E>(i);
    }
    return std::nullopt;
}

/// How many single-letter edits (insert, delete, replace, swap of neighbours; case is ignored) lead from one spelling
/// to the other. Unit: edits. Spellings beyond 63 letters are compared by their first 63.
[[nodiscard]] constexpr std::size_t edits(std::string_view from, std::string_view to) noexcept {
    constexpr std::size_t most = 63;
    from = from.substr(0, most);
    to = to.substr(0, most);
    const auto lower = [](char c) { return detail::is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; };
    std::array<std::size_t, most + 1> two{};
    std::array<std::size_t, most + 1> one{};
    std::array<std::size_t, most + 1> now{};
    for (std::size_t j = 0; j <= to.size(); ++j) one[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const bool same = lower(from[i - 1]) == lower(to[j - 1]);
            std::size_t best = one[j - 1] + (same ? 0U : 1U);
            if (one[j] + 1 < best) best = one[j] + 1;
            if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
            if (i > 1 && j > 1 && lower(from[i - 1]) == lower(to[j - 2]) &&
                lower(from[i - 2]) == lower(to[j - 1]) && two[j - 2] + 1 < best) {
                best = two[j - 2] + 1;
            }
            now[j] = best;
        }
        two = one;
        one = now;
    }
    return one[to.size()];
}

/// The better of two suggestions for a misspelt word: the spelling with fewer edits; the first of equals.
class Nearest {
public:
    constexpr explicit Nearest(std::string_view wanted) noexcept : wanted_(wanted) {}

    /// Considers a spelling; `shown` is what to suggest when it is the nearest.
    constexpr void consider(std::string_view spelling, std::string_view shown) noexcept {
        const std::size_t distance = edits(wanted_, spelling);
        if (best_.empty() || distance < distance_) {
            best_ = shown;
            distance_ = distance;
        }
    }
    constexpr void consider(std::string_view spelling) noexcept { consider(spelling, spelling); }

    /// The nearest of all considered; empty when there was none.
    [[nodiscard]] constexpr std::string_view best() const noexcept { return best_; }

private:
    std::string_view wanted_;
    std::string_view best_{};
    std::size_t distance_ = 0;
};

/// The valid name nearest to a misspelt one. Never empty.
template <Named E>
[[nodiscard]] constexpr std::string_view nearest(std::string_view text) noexcept {
    Nearest search(text);
    for (std::size_t i = 0; i < count<E>; ++i) {
        std::string_view words = detail::table<E>.entries[i];
        const std::string_view first = detail::next_word(words);
        search.consider(first);
        for (auto alias = detail::next_word(words); !alias.empty(); alias = detail::next_word(words)) {
            search.consider(alias, first);
        }
    }
    return search.best();
}

}  // namespace trimode
