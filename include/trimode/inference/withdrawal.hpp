// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Withdrawal: what the verdict would be without one document, one author or one claim, and which of them it hangs on.
/// Layer: inference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <trimode/evidence/told.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

/// What is left out.
enum class Withdrawn : std::uint8_t {
    source,  ///< One document.
    author,  ///< All documents by one author: two texts by one author are one witness.
    claim,   ///< One claim, with all that is coded from it.
};

/// The spellings of Withdrawn.
consteval auto names_of(Withdrawn) { return names<Withdrawn>("source", "author", "claim"); }

/// The verdict without a document, an author or a claim.
template <Named Label>
struct Withdrawal {
    Withdrawn what = Withdrawn::source;
    /// The document in question: the one that is left out, the first by the author, or that of the claim.
    std::size_t source = 0;
    const Claim* claim = nullptr;  ///< The claim that is left out; null when it is not about a claim.
    Verdict<Label> without{};      ///< The verdict by what is left.
    bool decisive = false;         ///< Some label holds, or may hold, that did not before, or the other way round.
};

/// Calls `visit(Withdrawal)` for each document (author, claim) from which an admitted row is coded that bears on the
/// partner and the rules, at whatever time; without any other the verdict is the same. What is left is read again, so
/// that what was inferred between two tellings goes with either of them. Memberships stay, whoever tells them. In the
/// order of the documents, or of the codings.
/// Cost: as `classify` for each; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_withdrawal(const Dataset& data, PartnerIndex partner, const Period& at,
                                   const Typology<Label, E>& typology, Withdrawn what, const Admission& admission,
                                   Visit&& visit) {
    const std::span<const Coding<E>> codings = data.codings<E>();
    const Set<E> features = typology.features();
    const Verdict<Label> before = classify(data, codings, partner, at, typology, admission);
    // Whether a row goes when that of this claim does.
    const auto goes_with = [&](const Coding<E>& row, ClaimIndex claim) {
        if (what == Withdrawn::claim) return row.claim == claim;
        const std::size_t source = data.claim(row.claim).source();
        const std::size_t left_out = data.claim(claim).source();
        if (what == Withdrawn::source) return source == left_out;
        return data.sources[source].author == data.sources[left_out].author;
    };
    const auto withdraw = [&](ClaimIndex claim, std::size_t source) {
        const auto stays = [&](const Coding<E>& row) { return !goes_with(row, claim); };
        const auto without = detail::classify_taking(data, codings, partner, at, typology, admission, stays);
        const Withdrawal<Label> found{what, source, what == Withdrawn::claim ? &data.claim(claim) : nullptr, without,
                                      !(without == before)};
        visit(found);
    };
    const auto bears = [&](const Coding<E>& row) {
        return features.contains(row.feature) && detail::bearing(data, row, partner, admission).bears;
    };
    if (what == Withdrawn::claim) {
        for (std::size_t i = 0; i < codings.size(); ++i) {
            if (!bears(codings[i])) continue;
            bool first = true;
            for (std::size_t j = 0; j < i && first; ++j)
                first = !(codings[j].claim == codings[i].claim && bears(codings[j]));
            if (first) withdraw(codings[i].claim, data.claim(codings[i].claim).source());
        }
        return;
    }
    for (std::size_t source = 0; source < data.sources.size(); ++source) {
        const std::string_view author = data.sources[source].author;
        bool first = true;
        for (std::size_t i = 0; i < source && what == Withdrawn::author; ++i)
            first = first && data.sources[i].author != author;
        if (!first) continue;
        for (const Coding<E>& row : codings) {
            const std::size_t its = data.claim(row.claim).source();
            const bool same = its == source || (what == Withdrawn::author && data.sources[its].author == author);
            if (!same || !bears(row)) continue;
            withdraw(row.claim, source);
            break;
        }
    }
}

/// Calls `visit(Withdrawal)` for each document (author, claim) without which the status of some label is another: what
/// the verdict hangs on. Claims that tell the same cover for each other, so none of several need be decisive.
template <Named Label, Named E, class Visit>
constexpr void for_each_decisive(const Dataset& data, PartnerIndex partner, const Period& at,
                                 const Typology<Label, E>& typology, Withdrawn what, const Admission& admission,
                                 Visit&& visit) {
    for_each_withdrawal(data, partner, at, typology, what, admission, [&](const Withdrawal<Label>& found) {
        if (found.decisive) visit(found);
    });
}

}  // namespace trimode
