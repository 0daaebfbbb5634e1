// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Admission: whom one believes. Every query takes one.
/// Layer: evidence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/period.hpp>
#include <trimode/base/set.hpp>
#include <trimode/evidence/claim.hpp>
#include <trimode/evidence/dataset.hpp>

namespace trimode {

/// Some documents of a dataset: bit i stands for the document with number i. Combine with & and |.
using Sources = std::uint32_t;

/// All documents, however many there are.
inline constexpr Sources every_source = 0xffffffffU;

/// Which claims are believed, and how far they are carried.
struct Admission {
    /// Drop all that is inferred: reach-back of an undated present, before and after an onset, between two tellings, the
    /// while after an act.
    bool strict = false;
    /// Which documents; see `sources_with_id`, `sources_by` and `sources_published`.
    Sources sources = every_source;
    /// In which modality a claim must be asserted. Forecasts, allegations, denials and premises tell only on request.
    Set<Modality> modalities{Modality::asserted, Modality::reported};
    /// How long after an act it still tells. Unit: days. By default twelve months.
    std::int32_t act_window = 365;
    /// The id of one claim that is left out, as if it had not been made. Empty: none. Lives as long as the caller's text.
    std::string_view without{};

    /// Whether a claim is believed: its document and modality are admitted, and it is the author's own assertion or a
    /// quotation that he adopts.
    [[nodiscard]] constexpr bool admits(const Claim& claim) const noexcept {
        return hears(claim) && (claim.voice == Voice::author || claim.stance == Stance::adopted);
    }
    /// Whether a figure is used: the same, but the author need only not distance himself from whom he quotes.
    [[nodiscard]] constexpr bool admits_figure(const Claim& claim) const noexcept {
        return hears(claim) && claim.stance != Stance::distanced;
    }

    /// Whether a claim is heard at all, whoever speaks: its document and modality are admitted, and it is not left out.
    [[nodiscard]] constexpr bool hears(const Claim& claim) const noexcept {
        const std::size_t source = claim.source();
        return source < 32 && ((sources >> source) & 1U) != 0 && modalities.contains(claim.modality) &&
               (without.empty() || claim.id != without);
    }
};

/// The document with this id, such as "000_buriev", or with this leading number, such as "000". Error: none (0).
[[nodiscard]] constexpr Sources sources_with_id(const Dataset& data, std::string_view id) noexcept {
    Sources found = 0;
    for (std::size_t i = 0; i < data.sources.size() && i < 32; ++i) {
        const std::string_view whole = data.sources[i].id;
        if (!id.empty() && (whole == id || whole.substr(0, whole.find('_')) == id)) found |= Sources{1} << i;
    }
    return found;
}

/// The documents by an author, named in full or by one word of the name, such as "Kluczewska". Error: none (0).
[[nodiscard]] constexpr Sources sources_by(const Dataset& data, std::string_view author) noexcept {
    Sources found = 0;
    for (std::size_t i = 0; i < data.sources.size() && i < 32; ++i) {
        const std::string_view whole = data.sources[i].author;
        if (!author.empty() && (whole == author || detail::has_word(whole, author))) found |= Sources{1} << i;
    }
    return found;
}

/// The documents that were surely published within a period: all days of their date of publication lie in it. An open or
/// unknown end of the period bounds nothing.
[[nodiscard]] constexpr Sources sources_published(const Dataset& data, const Period& within) noexcept {
    Sources found = 0;
    for (std::size_t i = 0; i < data.sources.size() && i < 32; ++i) {
        const Days days = data.sources[i].published.days();
        const bool before = within.from.dated() && days.first < within.from.date.days().first;
        const bool after = within.to.dated() && days.last > within.to.date.days().last;
        if (!before && !after) found |= Sources{1} << i;
    }
    return found;
}

}  // namespace trimode
