// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipt: a verdict with all that it was computed from, so that anybody can compute it again and see whether it
/// is the same.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/hash.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/set.hpp>
#include <trimode/base/text.hpp>
#include <trimode/evidence/admission.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>
#include <trimode/version.hpp>

namespace trimode {

/// The version of the library in numbers, as in `version`.
inline constexpr std::array<std::uint16_t, 3> version_numbers{TRIMODE_VERSION_MAJOR, TRIMODE_VERSION_MINOR,
                                                              TRIMODE_VERSION_PATCH};

namespace detail {
/// The primes of a rule by the numbers of their words: an order that depends on the rule's meaning alone.
template <Named E>
[[nodiscard]] constexpr Cubes<formula_capacity> primes_in_order(const Rule<E>& rule) noexcept {
    Cubes<formula_capacity> ordered;
    std::uint64_t last = 0;
    for (std::size_t i = 0; i < rule.when().terms().size(); ++i) {
        bool any = false;
        Cube next{};
        for (const Cube& prime : rule.when().terms()) {
            if (i > 0 && prime.word() <= last) continue;
            if (!any || prime.word() < next.word()) next = prime;
            any = true;
        }
        last = next.word();
        static_cast<void>(ordered.append(next));
    }
    return ordered;
}
}  // namespace detail

/// A number for the rules of a typology: the same for typologies whose labels have the same names and hold in the same
/// cases, however their rules are written, and wherever they lie in memory; another for any other, but for accidents of
/// the hash. The hash `Fnv1a` of, for each label that can hold, in the order of the enumeration: its name as text; the
/// number of primes (4 bytes); for each prime, in the order of their words (`Cube::word`), the number of its literals
/// (1 byte), then for each, in the order of the features, the name of the feature as text and whether it holds (1
/// byte).
/// Cost: quadratic in the primes; about a microsecond. As a constant of the program: nothing.
template <Named Label, Named E>
[[nodiscard]] constexpr std::uint64_t fingerprint(const Typology<Label, E>& typology) noexcept {
    Fnv1a hash;
    for (const Label label : all<Label>()) {
        const auto primes = detail::primes_in_order(typology.rule(label));
        if (primes.size() == 0) continue;
        hash.text(name(label)).number(primes.size(), 4);
        for (const Cube& prime : primes) {
            hash.number(static_cast<std::uint64_t>(prime.size()), 1);
            for (const E feature : Set<E>::of_bits(prime.conditions())) {
                hash.text(name(feature)).number(Set<E>::of_bits(prime.holding).contains(feature) ? 1U : 0U, 1);
            }
        }
    }
    return hash.value();
}

/// From what a verdict was computed.
enum class ReceiptKind : std::uint8_t {
    facts,    ///< From facts set by the program.
    dataset,  ///< From the claims of a dataset.
};

/// The spellings of ReceiptKind.
consteval auto names_of(ReceiptKind) { return names<ReceiptKind>("facts", "dataset"); }

/// The id of a dataset, partner or claim. Longer ids are cut.
using ReceiptId = Text<64>;

/// A verdict and all that it was computed from. Made by `receipt`; the text form is in report/receipt.hpp. The hash is
/// there to find a receipt that was damaged or edited by accident, and to compare two runs by one number. It is not
/// cryptographic: whoever wants to can make a false receipt with a fitting hash, and who doubts one has to replay it,
/// which costs microseconds. So a hash that is short, needs nothing and can be checked in three lines of any language
/// serves better.
template <Named Label, Named E>
struct Receipt {
    std::array<std::uint16_t, 3> version = version_numbers;  ///< Of the library.
    ReceiptKind kind = ReceiptKind::facts;
    Facts<E> facts{};     ///< Of a verdict from facts; else empty.
    ReceiptId dataset{};  ///< Of a verdict from a dataset, as what follows; else empty.
    std::uint16_t edition = 0;
    ReceiptId partner{};
    Period at{};
    Admission admission{};    ///< But for the claim that is left out: see `believed`.
    ReceiptId without{};      ///< The claim that the admission leaves out; empty: none.
    std::uint64_t rules = 0;  ///< The `fingerprint` of the typology.
    Verdict<Label> verdict{};
    std::uint64_t hash = 0;  ///< Of all the above; see `computed_hash`.

    /// The hash `Fnv1a` of the following bytes; numbers lowest byte first, a text as its length (4 bytes) and its
    /// bytes.
    ///     2  the version of this sequence: 1               2, 2, 2  the version of the library
    ///     1  the kind: 0 facts, 1 dataset
    ///   of facts
    ///     8  their word (`Facts::word`)
    ///   of a dataset
    ///  text  its id                                        2  its edition
    ///  text  the id of the partner                       text  the period in EDTF
    ///     1  strict: 0 or 1                                4  the documents (`Admission::sources`)
    ///     4  the modalities, bit i for value i             4  the window after acts, in days, as two's complement
    ///  text  the id of the claim left out
    ///   of both
    ///     8  the fingerprint of the rules               4, 4  the labels that hold, those that may, bit i for value i
    [[nodiscard]] constexpr std::uint64_t computed_hash() const noexcept {
        Fnv1a sum;
        sum.number(1, 2).number(version[0], 2).number(version[1], 2).number(version[2], 2).number(index(kind), 1);
        if (kind == ReceiptKind::facts) {
            sum.number(facts.word(), 8);
        } else {
            sum.text(dataset).number(edition, 2).text(partner).text(edtf(at));
            sum.number(admission.strict ? 1U : 0U, 1)
                .number(admission.sources, 4)
                .number(admission.modalities.bits(), 4);
            sum.number(static_cast<std::uint32_t>(admission.act_window), 4).text(without);
        }
        return sum.number(rules, 8).number(verdict.holding.bits(), 4).number(verdict.possible.bits(), 4).value();
    }
    /// Whom the verdict believed, all of it. Lives as long as the receipt.
    [[nodiscard]] constexpr Admission believed() const noexcept {
        Admission all = admission;
        all.without = without.view();
        return all;
    }
    /// Whether the hash fits the rest.
    [[nodiscard]] constexpr bool intact() const noexcept { return hash == computed_hash(); }
};

namespace detail {
template <Named Label, Named E>
[[nodiscard]] constexpr Receipt<Label, E> receipt_of_facts(Facts<E> facts, std::uint64_t rules,
                                                           const Verdict<Label>& verdict) noexcept {
    Receipt<Label, E> made;
    made.facts = facts;
    made.rules = rules;
    made.verdict = verdict;
    made.hash = made.computed_hash();
    return made;
}
}  // namespace detail

/// The verdict on facts, with its receipt.
template <Named Label, Named E>
[[nodiscard]] constexpr Receipt<Label, E> receipt(Facts<E> facts, const Typology<Label, E>& typology) noexcept {
    return detail::receipt_of_facts(facts, fingerprint(typology), classify(facts, typology));
}

/// The same under a typology that is a constant of the program, whose fingerprint the compiler computes.
template <const auto& Rules>
[[nodiscard]] constexpr auto receipt(Facts<detail::FeatureOf<Rules>> facts) noexcept {
    constexpr std::uint64_t rules = fingerprint(Rules);
    return detail::receipt_of_facts(facts, rules, classify<Rules>(facts));
}

/// The verdict on a partner over a time from the codings of a dataset, with its receipt.
template <Named Label, Named E>
[[nodiscard]] constexpr Receipt<Label, E> receipt(const Dataset& data, std::span<const Coding<E>> codings,
                                                  PartnerIndex partner, const Period& at,
                                                  const Typology<Label, E>& typology,
                                                  const Admission& admission = {}) noexcept {
    Receipt<Label, E> made;
    made.kind = ReceiptKind::dataset;
    made.dataset += data.id;
    made.edition = data.edition;
    made.partner += data.partner(partner).id;
    made.at = at;
    made.admission = admission;
    made.admission.without = {};
    made.without += admission.without;
    made.rules = fingerprint(typology);
    made.verdict = classify(data, codings, partner, at, typology, admission);
    made.hash = made.computed_hash();
    return made;
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr Receipt<Label, E> receipt(const Dataset& data, PartnerIndex partner, const Period& at,
                                                  const Typology<Label, E>& typology,
                                                  const Admission& admission = {}) noexcept {
    return receipt(data, data.codings<E>(), partner, at, typology, admission);
}

/// What of a receipt is otherwise when it is replayed.
enum class ReceiptPart : std::uint8_t {
    hash,     ///< The hash does not fit the rest: the receipt was damaged or edited.
    library,  ///< Made by another version of the library.
    input,    ///< Made from a dataset and replayed without one, or made from facts and replayed with one.
    dataset,  ///< Made from a dataset with another id.
    edition,  ///< Made from another edition of the dataset.
    partner,  ///< The dataset has no such partner.
    rules,    ///< Made with rules of another meaning.
    verdict,  ///< The verdict is another, or cannot be computed, for want of the input or the partner.
};

/// The spellings of ReceiptPart.
consteval auto names_of(ReceiptPart) {
    return names<ReceiptPart>("hash", "library", "input", "dataset", "edition", "partner", "rules", "verdict");
}

/// What came of replaying a receipt.
template <Named Label>
struct Replay {
    Set<ReceiptPart> differs{};  ///< Empty: all is as the receipt says.
    Verdict<Label> verdict{};    ///< What the verdict is now; empty where it cannot be computed.

    /// The verdict is what the receipt says, whatever else differs.
    [[nodiscard]] constexpr bool same_verdict() const noexcept { return !differs.contains(ReceiptPart::verdict); }
    /// All is as the receipt says.
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return differs.empty(); }
};

namespace detail {
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> replay_start(const Receipt<Label, E>& receipt, const Typology<Label, E>& typology,
                                                   ReceiptKind kind) noexcept {
    Replay<Label> replay;
    if (!receipt.intact()) replay.differs.insert(ReceiptPart::hash);
    if (receipt.version != version_numbers) replay.differs.insert(ReceiptPart::library);
    if (receipt.rules != fingerprint(typology)) replay.differs.insert(ReceiptPart::rules);
    if (receipt.kind != kind) replay.differs |= Set<ReceiptPart>{ReceiptPart::input, ReceiptPart::verdict};
    return replay;
}

template <Named Label>
constexpr void set_verdict(Replay<Label>& replay, const Verdict<Label>& then, const Verdict<Label>& now) noexcept {
    replay.verdict = now;
    if (!(then == now)) replay.differs.insert(ReceiptPart::verdict);
}
}  // namespace detail

/// Computes the verdict of a receipt from facts again, under this typology, and says what differs.
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> replays(const Receipt<Label, E>& receipt,
                                              const Typology<Label, E>& typology) noexcept {
    Replay<Label> replay = detail::replay_start(receipt, typology, ReceiptKind::facts);
    if (receipt.kind == ReceiptKind::facts)
        detail::set_verdict(replay, receipt.verdict, classify(receipt.facts, typology));
    return replay;
}

/// Computes the verdict of a receipt from a dataset again, from these codings of this dataset under this typology, and
/// says what differs. That the tables are those of the edition is the dataset's word: where they are not, the verdict
/// may differ.
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> replays(const Receipt<Label, E>& receipt, const Dataset& data,
                                              std::span<const Coding<E>> codings,
                                              const Typology<Label, E>& typology) noexcept {
    Replay<Label> replay = detail::replay_start(receipt, typology, ReceiptKind::dataset);
    if (receipt.kind != ReceiptKind::dataset) return replay;
    ReceiptId id;
    id += data.id;
    if (receipt.dataset.view() != id.view()) replay.differs.insert(ReceiptPart::dataset);
    if (receipt.edition != data.edition) replay.differs.insert(ReceiptPart::edition);
    for (std::size_t i = 0; i < data.partners.size(); ++i) {
        ReceiptId partner;
        partner += data.partners[i].id;
        if (receipt.partner.view() != partner.view()) continue;
        const PartnerIndex at{static_cast<std::uint8_t>(i)};
        detail::set_verdict(replay, receipt.verdict,
                            classify(data, codings, at, receipt.at, typology, receipt.believed()));
        return replay;
    }
    replay.differs |= Set<ReceiptPart>{ReceiptPart::partner, ReceiptPart::verdict};
    return replay;
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> replays(const Receipt<Label, E>& receipt, const Dataset& data,
                                              const Typology<Label, E>& typology) noexcept {
    return replays(receipt, data, data.codings<E>(), typology);
}

}  // namespace trimode
