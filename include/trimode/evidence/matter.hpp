// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Matter: a question to which claims give answers, so that answers of different documents can be compared.
/// Layer: evidence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/names.hpp>
#include <trimode/base/period.hpp>
#include <trimode/evidence/claim.hpp>
#include <trimode/evidence/coding.hpp>

namespace trimode {

/// How the answers to a matter exclude one another.
enum class MatterKind : std::uint8_t {
    exclusive,  ///< One of the options is right at a time: who is the first partner?
    dating,     ///< The same, for a question about when: of which time the claims tell does not matter.
    emphasis,   ///< Several options may be right at once: for what reason? Texts differ in which they put forward.
    quantity,   ///< A number: a figure of the claim.
};

/// The spellings of MatterKind.
consteval auto names_of(MatterKind) { return names<MatterKind>("exclusive", "dating", "emphasis", "quantity"); }

/// A question that claims answer.
struct Matter {
    std::string_view id{};        ///< Lower case, unique.
    std::string_view question{};
    MatterKind kind = MatterKind::exclusive;
    std::string_view options{};   ///< The possible answers, words separated by blanks; at most 16. None for a quantity.
};

/// The place of a matter in the table of matters of its dataset.
struct MatterIndex {
    std::uint8_t value = 0;
    [[nodiscard]] friend constexpr bool operator==(MatterIndex, MatterIndex) noexcept = default;
};

/// How many options a matter can have. Unit: options.
inline constexpr std::size_t most_options = 16;

/// Some options of a matter: bit i stands for the option in place i.
using Options = std::uint16_t;

/// One row: the position of this claim in this matter, which is its answer. An answer leaves some options possible; two answers are incompatible
/// when they leave none in common.
struct Position {
    MatterIndex matter{};
    ClaimIndex claim{};
    Options options = 0;       ///< The options that the claim leaves; 0 for a quantity.
    std::uint8_t figure = 0;   ///< For a quantity: which figure of the claim, from 0.
    /// In what measure the answer is given, such as `external_debt`; answers in different measures need not agree.
    std::string_view base{};
    Period period = detail::undated;  ///< Undated: the period of the claim.
};

/// The option in a place, from 0. Empty when there is none.
[[nodiscard]] constexpr std::string_view option(const Matter& matter, std::size_t place) noexcept {
    std::string_view rest = matter.options;
    std::string_view word = detail::next_word(rest);
    for (; place > 0 && !word.empty(); --place) word = detail::next_word(rest);
    return word;
}

/// The set of one option. Error: none of them when the matter has no such option.
[[nodiscard]] constexpr Options find_option(const Matter& matter, std::string_view word) noexcept {
    std::string_view rest = matter.options;
    for (std::size_t place = 0; place < most_options; ++place) {
        const std::string_view known = detail::next_word(rest);
        if (known.empty()) break;
        if (known == word) return static_cast<Options>(1U << place);
    }
    return 0;
}

}  // namespace trimode
