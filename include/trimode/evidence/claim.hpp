// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Claim: one codable assertion of one document, and the place where it stands.
/// Layer: evidence.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/names.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/quantity.hpp>
#include <trimode/domain/issue_area.hpp>

namespace trimode {

/// What sort of thing a claim asserts.
enum class ClaimKind : std::uint8_t {
    figure,       ///< A number of something.
    event,        ///< Something that happened.
    agreement,
    membership,
    vote,
    visit,
    policy,       ///< A declared or practised policy or measure.
    statement,    ///< What somebody said, where the saying is the point.
    description,  ///< A state of affairs.
    judgement,    ///< An analyst's assessment.
};

/// The spellings of ClaimKind.
consteval auto names_of(ClaimKind) {
    return names<ClaimKind>("figure", "event", "agreement", "membership", "vote", "visit", "policy", "statement",
                            "description", "judgement");
}

/// How a claim lies in time, which decides for which days it tells (see told.hpp).
enum class Aspect : std::uint8_t {
    event,    ///< Happened at its date: tells for that date only.
    onset,    ///< Began at its date: after it yes, before it no.
    end,      ///< Ceased at its date. A coding from it says what is true *after* the end.
    state,    ///< Was so during its period.
    trend,    ///< Was changing: tells of no single day, and codes nothing.
    generic,  ///< A present without a date: tells at publication, and back to its `from` by inference.
};

/// The spellings of Aspect.
consteval auto names_of(Aspect) { return names<Aspect>("event", "onset", "end", "state", "trend", "generic"); }

/// Where the end of a period comes from.
enum class Basis : std::uint8_t {
    stated,    ///< The document says so.
    inferred,  ///< From the earliest (latest) dated instance in the same argument.
};

/// The spellings of Basis.
consteval auto names_of(Basis) { return names<Basis>("stated", "inferred"); }

/// Whose assertion it is.
enum class Voice : std::uint8_t {
    author,
    state,        ///< An official of the state whose policy it is.
    partner,      ///< An official of a partner.
    third_party,  ///< Anybody else who is quoted: a bank, an office, a newspaper.
    interviewer,
    cited_title,  ///< The title of a work that a note cites.
};

/// The spellings of Voice.
consteval auto names_of(Voice) {
    return names<Voice>("author", "state", "partner", "third_party", "interviewer", "cited_title");
}

/// What the author makes of a voice that is not his own.
enum class Stance : std::uint8_t {
    own,        ///< It is the author's own voice.
    adopted,    ///< He relies on it.
    neutral,    ///< He reports it.
    distanced,  ///< He marks that he does not share it.
};

/// The spellings of Stance.
consteval auto names_of(Stance) { return names<Stance>("own", "adopted", "neutral", "distanced"); }

/// How it is asserted.
enum class Modality : std::uint8_t {
    asserted,
    reported,  ///< Told as said by others.
    forecast,
    alleged,   ///< Told as a charge that is not proved.
    denied,    ///< Told as what somebody denies.
    premise,   ///< Taken for granted in a question.
};

/// The spellings of Modality.
consteval auto names_of(Modality) {
    return names<Modality>("asserted", "reported", "forecast", "alleged", "denied", "premise");
}

/// The place of a partner in the table of partners of its dataset.
struct PartnerIndex {
    std::uint8_t value = 0;
    [[nodiscard]] friend constexpr bool operator==(PartnerIndex, PartnerIndex) noexcept = default;
};

/// Some partners of a dataset: bit i stands for the partner in place i. Range: at most 64 partners.
struct Partners {
    std::uint64_t bits = 0;
    [[nodiscard]] constexpr bool contains(PartnerIndex partner) const noexcept {
        return ((bits >> partner.value) & 1U) != 0;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits == 0; }
    [[nodiscard]] friend constexpr bool operator==(Partners, Partners) noexcept = default;
};

namespace detail {
/// No period, made once: to copy it costs the compiler a quarter of making it anew in each of a thousand rows.
inline constexpr Period undated{};
/// No text, likewise.
inline constexpr std::string_view no_text{};
}  // namespace detail

/// A number in a claim, and what it is a number of.
struct Figure {
    AnyQuantity quantity{};
    std::string_view measure{};  ///< What is counted, and of what a percentage is taken; empty: no figure here.
};

/// One codable assertion. Its id is its address: document, block, letter, as in "000.012a".
struct Claim {
    std::string_view id{};
    std::uint16_t last_block = 0;             ///< Last block of a range; 0 when it stands in one block.
    std::uint16_t note = 0;                   ///< The document's endnote; 0 when there is none.
    std::array<std::uint16_t, 4> context{};   ///< Further blocks needed to read it; 0 fills up.
    Partners partners{};                      ///< Whom it is about; none: the state's own policy.
    IssueArea area = IssueArea::political;
    ClaimKind kind = ClaimKind::description;
    Aspect aspect = Aspect::state;
    Period period = detail::undated;
    Basis from = Basis::stated;               ///< Where the first end of the period comes from.
    Basis to = Basis::stated;                 ///< Where its last end comes from.
    Voice voice = Voice::author;
    Stance stance = Stance::own;
    Modality modality = Modality::asserted;
    std::array<Figure, 3> figures{};
    /// The rule by which a value that the blocks do not print follows from what they print; empty: nothing is derived.
    /// It names the value, and quotes the words it comes from: `2022 from "this year"`; several are separated by `; `.
    std::string_view derived = detail::no_text;
    std::string_view speaker = detail::no_text;    ///< Who is quoted, where that is not the author.
    std::string_view statement = detail::no_text;  ///< What is asserted, in our own words.

    /// The number of the document, from the id. Range: 0 to 999.
    [[nodiscard]] constexpr std::size_t source() const noexcept { return digits(0); }
    /// The number of the block, from the id. Range: 1 to 999.
    [[nodiscard]] constexpr std::size_t block() const noexcept { return digits(4); }

private:
    [[nodiscard]] constexpr std::size_t digits(std::size_t at) const noexcept {
        std::size_t sum = 0;
        for (std::size_t i = at; i < at + 3 && i < id.size(); ++i) {
            sum = sum * 10 + static_cast<std::size_t>(id[i] - '0');
        }
        return sum;
    }
};

}  // namespace trimode
