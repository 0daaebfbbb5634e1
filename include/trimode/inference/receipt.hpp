// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipt: a verdict with all that it was computed from, so that anybody can compute it again and see whether it
/// is the same.
/// Layer: inference.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/hash.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/base/set.hpp>
#include <trimode/base/text.hpp>
#include <trimode/evidence/admission.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/formula.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>
#include <trimode/version.hpp>

namespace trimode {

/// The version of the library in numbers, as in `version`.
inline constexpr std::array<std::uint16_t, 3> version_numbers{TRIMODE_VERSION_MAJOR, TRIMODE_VERSION_MINOR,
                                                              TRIMODE_VERSION_PATCH};

namespace detail {

/// The values of an enumeration in the order of the bytes of their names. What is put together in this order stays the
/// same when the enumeration is put into another order, or grows.
template <Named E>
inline constexpr std::array<E, count<E>> by_name = [] {
    std::array<E, count<E>> order{};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const E value = static_cast<E>(i);
        std::size_t at = i;
        for (; at > 0 && name(value) < name(order[at - 1]); --at) order[at] = order[at - 1];
        order[at] = value;
    }
    return order;
}();

/// A cube with its features numbered by their places in `by_name`.
template <Named E>
[[nodiscard]] constexpr Cube renumbered(Cube cube) noexcept {
    Cube turned;
    for (std::size_t i = 0; i < count<E>; ++i) {
        const std::uint32_t bit = Set<E>{by_name<E>[i]}.bits();
        if ((cube.holding & bit) != 0) turned.holding |= std::uint32_t{1} << i;
        if ((cube.failing & bit) != 0) turned.failing |= std::uint32_t{1} << i;
    }
    return turned;
}

/// The primes of a rule, renumbered, by the numbers of their words: an order that depends on the rule's meaning alone.
template <Named E>
[[nodiscard]] constexpr Cubes<formula_capacity> primes_in_order(const Rule<E>& rule) noexcept {
    Cubes<formula_capacity> primes;
    for (const Cube& prime : rule.when().terms()) static_cast<void>(primes.append(renumbered<E>(prime)));
    Cubes<formula_capacity> ordered;
    while (ordered.size() < primes.size()) {
        bool any = false;
        Cube next{};
        for (const Cube& prime : primes) {
            if (ordered.size() > 0 && prime.word() <= ordered[ordered.size() - 1].word()) continue;
            if (!any || prime.word() < next.word()) next = prime;
            any = true;
        }
        static_cast<void>(ordered.append(next));
    }
    return ordered;
}

}  // namespace detail

/// A number for the rules of a typology: the same for typologies whose labels have the same names and hold in the same
/// cases, however their rules are written, in whatever order the enumerations are, and wherever they lie in memory;
/// another for any other, but for accidents of the hash. The hash `Fnv1a` of, for each label that can hold, in the
/// order of the names: its name as text; the number of primes (4 bytes); for each prime the number of its literals (1
/// byte), then for each, in the order of the names of the features, that name as text and whether it holds (1 byte).
/// The primes are in the order of their words (`Cube::word`), with the features numbered in the order of their names.
/// Cost: quadratic in the primes; about a microsecond. As a constant of the program: nothing.
template <Named Label, Named E>
[[nodiscard]] constexpr std::uint64_t fingerprint(const Typology<Label, E>& typology) noexcept {
    Fnv1a hash;
    for (const Label label : detail::by_name<Label>) {
        const auto primes = detail::primes_in_order(typology.rule(label));
        if (primes.size() == 0) continue;
        hash.text(name(label)).number(primes.size(), 4);
        for (const Cube& prime : primes) {
            hash.number(static_cast<std::uint64_t>(prime.size()), 1);
            for (Cube left = prime; !left.empty(); left = left.without(left.first_literal())) {
                const Cube literal = left.first_literal();
                const auto place = static_cast<std::size_t>(std::countr_zero(literal.conditions()));
                hash.text(name(detail::by_name<E>[place])).number(literal.holding != 0 ? 1U : 0U, 1);
            }
        }
    }
    return hash.value();
}

/// A number for all that is told of a partner over a time: the same when the same is told of every day of it, whatever
/// claims tell it; another for any other, but for accidents of the hash. The hash `Fnv1a` of, for each of the longest
/// stretches of days of which the same is told, in order: its first and its last day (4 bytes each, as two's
/// complement); the number of features of which anything is told (1 byte); for each of these, in the order of their
/// names, its name as text and what is told (1 byte: 1 holds, 2 fails, 3 both). Of acts there is one stretch: the
/// whole. Cost: that of `for_each_constant_part`.
template <Named E>
[[nodiscard]] constexpr std::uint64_t fingerprint_of_told(const Dataset& data, RowSpan<Coding<E>> codings,
                                                          PartnerIndex partner, const Period& at,
                                                          const Admission& admission = {}) noexcept {
    Fnv1a hash;
    Days days{0, -1};
    Facts<E> facts;
    const auto put = [&] {
        if (days.empty()) return;
        hash.number(static_cast<std::uint32_t>(days.first), 4).number(static_cast<std::uint32_t>(days.last), 4);
        hash.number(facts.told().size(), 1);
        for (const E feature : detail::by_name<E>) {
            const Truth truth = facts[feature];
            if (truth != Truth::unknown) hash.text(name(feature)).number(static_cast<std::uint64_t>(truth), 1);
        }
    };
    for_each_constant_part(data, codings, partner, asked_days(data, at), admission, [&](Days part, Facts<E> here) {
        if (!days.empty() && here == facts) {
            days.last = part.last;
            return;
        }
        put();
        days = part;
        facts = here;
    });
    put();
    return hash.value();
}

/// From what a verdict was computed.
enum class ReceiptKind : std::uint8_t {
    facts,    ///< From facts set by the program.
    dataset,  ///< From the claims of a dataset.
};

/// The spellings of ReceiptKind.
consteval auto names_of(ReceiptKind) { return names<ReceiptKind>("facts", "dataset"); }

/// The id of a dataset, partner or claim as a receipt spells it; see `receipt_id`.
using ReceiptId = Text<64>;

/// The documents that a receipt believes: "all", or their ids in the order of their bytes with commas between, as
/// `receipt_id` spells them; empty for none. What is longer becomes `#` and its hash, as there.
using ReceiptDocuments = Text<512>;

namespace detail {

/// What `write(put)` puts in piece by piece; if there is no room for it, `#` and the hash `Fnv1a` of it with 16 digits.
template <std::size_t Room, class Write>
[[nodiscard]] constexpr Text<Room> fitted(const Write& write) noexcept {
    Text<Room> text;
    Fnv1a hash;
    write([&](std::string_view piece) {
        text += piece;
        hash.bytes(piece);
    });
    if (!text.cut()) return text;
    Text<Room> instead;
    instead += '#';
    instead += hexadecimal(hash.value());
    return instead;
}

}  // namespace detail

/// An id as a receipt spells it: bytes other than visible ASCII, `%`, `,` and `#`, and the first byte of `-` and `all`,
/// which mean something else, as `%` and two digits in hexadecimal (`%20`). What is then longer than 64 bytes becomes
/// `#` and its hash `Fnv1a` with 16 digits: it can be compared, but no longer read. Source: RFC 3986, section 2.1.
[[nodiscard]] constexpr ReceiptId receipt_id(std::string_view id) noexcept {
    return detail::fitted<64>([id](const auto& put) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (std::size_t i = 0; i < id.size(); ++i) {
            const char c = id[i];
            const auto byte = static_cast<unsigned char>(c);
            const bool plain = byte > 0x20 && byte < 0x7f && c != '%' && c != ',' && c != '#';
            if (plain && (i > 0 || (id != "-" && id != "all"))) {
                put(id.substr(i, 1));
                continue;
            }
            put("%");
            put(digits.substr(byte >> 4U, 1));
            put(digits.substr(byte & 0xfU, 1));
        }
    });
}

namespace detail {

/// The documents of a dataset that are believed. A document without an id cannot be named, and is left out.
template <class Use = OnUse>
[[nodiscard]] constexpr ReceiptDocuments documents_of(const Used<Use, Dataset>& data, Sources sources) noexcept {
    const auto believed = [&](std::size_t i) { return i < 32 && ((sources >> i) & 1U) != 0; };
    bool every = true;
    for (std::size_t i = 0; i < data.sources.size(); ++i) every = every && believed(i);
    return fitted<512>([&](const auto& put) {
        if (every) return put("all");
        for (ReceiptId last;;) {
            ReceiptId next;
            for (std::size_t i = 0; i < data.sources.size(); ++i) {
                const ReceiptId id = receipt_id(data.sources[i].id);
                if (!believed(i) || id.view() <= last.view()) continue;
                if (next.view().empty() || id.view() < next.view()) next = id;
            }
            if (next.view().empty()) return;
            if (!last.view().empty()) put(",");
            put(next);
            last = next;
        }
    });
}

/// Whether a document is among these. Those that became a hash are unknown.
template <class Use = OnUse>
[[nodiscard]] constexpr bool among(const Used<Use, ReceiptDocuments>& documents, std::string_view id) noexcept {
    std::string_view rest = documents;
    const ReceiptId spelt = receipt_id(id);
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(','));
        if (word == spelt.view()) return true;
        rest.remove_prefix(word.size() < rest.size() ? word.size() + 1 : rest.size());
    }
    return false;
}

/// Puts in a list of names after its key, in the order of the names: those that hold, and with `~` those that fail;
/// `-` for none.
template <Named E, class Put>
constexpr void put_names(std::string_view key, Facts<E> facts, const Put& put) {
    put(key);
    bool any = false;
    for (const E value : by_name<E>) {
        for (const bool holds : {true, false}) {
            if (!(holds ? facts.told_to_hold() : facts.told_to_fail()).contains(value)) continue;
            if (any) put(",");
            if (!holds) put("~");
            put(name(value));
            any = true;
        }
    }
    if (!any) put("-");
}

}  // namespace detail

/// A verdict and all that it was computed from. Made by `receipt`; its text, one line, is in report/receipt.hpp, and
/// its hash is the hash `Fnv1a` of that text, so that it can be checked in three lines of any language. The hash is
/// there to find a receipt that was damaged or edited by accident, and to compare two runs by one number. It is not
/// cryptographic: whoever wants to can make a false receipt with a fitting hash, and who doubts one has to replay it:
/// a matter of microseconds from facts, of a millisecond from a dataset of some hundred codings.
template <Named Label, Named E>
struct Receipt {
    std::array<std::uint16_t, 3> version = version_numbers;  ///< Of the library.
    ReceiptKind kind = ReceiptKind::facts;
    Facts<E> facts{};  ///< Of a verdict from facts; else empty.

    // Of a verdict from a dataset; else empty.
    ReceiptId dataset{};  ///< As `receipt_id` spells it; so the other ids.
    std::uint16_t edition = 0;
    ReceiptId partner{};
    Period at{};
    bool strict = false;  ///< As in `Admission`; so the next four.
    ReceiptDocuments documents{};
    Set<Modality> modalities{};
    std::int32_t act_window = 0;
    ReceiptId without{};     ///< The claim that is left out; empty: none.
    std::uint64_t told = 0;  ///< The `fingerprint_of_told`.

    std::uint64_t rules = 0;  ///< The `fingerprint` of the typology.
    Verdict<Label> verdict{};
    Outcome outcome = Outcome::none;  ///< The verdict in one word, and whether anything was told.
    std::uint64_t hash = 0;           ///< Of all the above; see `computed_hash`.

    /// Calls `put(std::string_view)` for the parts of the line of this receipt, in order, up to its hash: names instead
    /// of numbers wherever there are any, and lists of names in the order of the names.
    ///     trimode receipt version=0.1.0 facts=~alternative,resources rules=0123456789abcdef holds=- may_hold=recipient
    ///         outcome=open
    ///     trimode receipt version=0.1.0 dataset=tajikistan edition=3 partner=russia at=2015 strict=no sources=all
    ///         modalities=asserted,reported act_window=365 without=- told=0123456789abcdef rules=0123456789abcdef
    ///         holds=recipient may_hold=recipient outcome=sole
    template <class Put>
    constexpr void spell(const Put& put) const {
        const auto number = [&put](std::uint64_t value) { put(Text<20>().add(value)); };
        const auto field = [&put](std::string_view key, std::string_view value) {
            put(key);
            put(value.empty() ? std::string_view("-") : value);
        };
        put("trimode receipt version=");
        number(version[0]);
        put(".");
        number(version[1]);
        put(".");
        number(version[2]);
        if (kind == ReceiptKind::facts) {
            detail::put_names(" facts=", facts, put);
        } else {
            field(" dataset=", dataset);
            put(" edition=");
            number(edition);
            field(" partner=", partner);
            field(" at=", edtf(at));
            field(" strict=", strict ? "yes" : "no");
            field(" sources=", documents);
            detail::put_names(" modalities=", Facts<Modality>(modalities, {}), put);
            put(act_window < 0 ? " act_window=-" : " act_window=");
            number(static_cast<std::uint64_t>(act_window < 0 ? -std::int64_t{act_window} : std::int64_t{act_window}));
            field(" without=", without);
            field(" told=", hexadecimal(told));
        }
        field(" rules=", hexadecimal(rules));
        detail::put_names(" holds=", Facts<Label>(verdict.holding, {}), put);
        detail::put_names(" may_hold=", Facts<Label>(verdict.possible, {}), put);
        field(" outcome=", name(outcome));
    }

    /// The hash `Fnv1a` of the bytes of its line up to the space before `hash=`.
    [[nodiscard]] constexpr std::uint64_t computed_hash() const noexcept {
        Fnv1a sum;
        spell([&sum](std::string_view part) { sum.bytes(part); });
        return sum.value();
    }
    /// Whether the hash fits the rest.
    [[nodiscard]] constexpr bool intact() const noexcept { return hash == computed_hash(); }

    /// Keeps whom a verdict from this dataset believes. The names are spelt out here so that a field that is added to
    /// `Admission` has to be added to receipts too: before that this does not compile.
    constexpr void believe(const Dataset& data, const Admission& admission) noexcept {
        const auto& [strictly, sources, moods, window, left_out] = admission;
        strict = strictly;
        documents = detail::documents_of(data, sources);
        modalities = moods;
        act_window = window;
        without = receipt_id(left_out);
    }
    /// Whom the verdict believed, in terms of this dataset. A document or claim that it has not is nobody's; see
    /// `replays`. Lives as long as the tables of the dataset, not as the receipt.
    [[nodiscard]] constexpr Admission believed(const Dataset& data) const noexcept {
        Sources sources = documents.view() == "all" ? every_source : Sources{};
        for (std::size_t i = 0; i < data.sources.size() && i < 32; ++i) {
            if (detail::among(documents, data.sources[i].id)) sources |= Sources{1} << i;
        }
        std::string_view left_out;
        for (const Claim& claim : data.claims) {
            if (!without.view().empty() && receipt_id(claim.id).view() == without.view()) left_out = claim.id;
        }
        return {strict, sources, modalities, act_window, left_out};
    }
};

namespace detail {
template <Named Label, Named E>
[[nodiscard]] constexpr Receipt<Label, E> receipt_of_facts(Facts<E> facts, std::uint64_t rules, Set<E> features,
                                                           const Verdict<Label>& verdict) noexcept {
    Receipt<Label, E> made;
    made.facts = facts;
    made.rules = rules;
    made.verdict = verdict;
    made.outcome = verdict.outcome(!(facts.told() & features).empty());
    made.hash = made.computed_hash();
    return made;
}
}  // namespace detail

/// The verdict on facts, with its receipt. Of features of which the rules do not speak nothing counts as told.
template <Named Label, Named E>
[[nodiscard]] constexpr Receipt<Label, E> receipt(Facts<E> facts, const Typology<Label, E>& typology) noexcept {
    return detail::receipt_of_facts(facts, fingerprint(typology), typology.features(), classify(facts, typology));
}

/// The same under a typology that is a constant of the program, whose fingerprint the compiler computes.
template <const auto& Rules>
[[nodiscard]] constexpr auto receipt(Facts<detail::FeatureOf<Rules>> facts) noexcept {
    constexpr std::uint64_t rules = fingerprint(Rules);
    return detail::receipt_of_facts(facts, rules, Rules.features(), classify<Rules>(facts));
}

/// The verdict on a partner over a time from the codings of a dataset, with its receipt.
/// Cost: that of `classify`, `anything_told` and `fingerprint_of_told`.
template <Named Label, Named E>
[[nodiscard]] constexpr Receipt<Label, E> receipt(const Dataset& data, RowSpan<Coding<E>> codings,
                                                  PartnerIndex partner, const Period& at,
                                                  const Typology<Label, E>& typology,
                                                  const Admission& admission = {}) noexcept {
    Receipt<Label, E> made;
    made.kind = ReceiptKind::dataset;
    made.dataset = receipt_id(data.id);
    made.edition = data.edition;
    made.partner = receipt_id(data.partner(partner).id);
    made.at = at;
    made.believe(data, admission);
    made.told = fingerprint_of_told(data, codings, partner, at, admission);
    made.rules = fingerprint(typology);
    made.verdict = classify(data, codings, partner, at, typology, admission);
    made.outcome = made.verdict.outcome(anything_told(data, codings, partner, at, typology, admission));
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
    sources,  ///< The dataset has not all the documents that it believed.
    told,     ///< Something else is told of the partner over that time, by those who are believed.
    rules,    ///< Made with rules of another meaning.
    verdict,  ///< The verdict or its outcome is another, or cannot be computed, for want of the input or the partner.
};

/// The spellings of ReceiptPart.
consteval auto names_of(ReceiptPart) {
    return names<ReceiptPart>("hash", "library", "input", "dataset", "edition", "partner", "sources", "told", "rules",
                              "verdict");
}

/// What came of replaying a receipt.
template <Named Label>
struct Replay {
    Set<ReceiptPart> differs{};       ///< Empty: all is as the receipt says.
    Verdict<Label> verdict{};         ///< What the verdict is now; empty where it cannot be computed.
    Outcome outcome = Outcome::none;  ///< The same in one word.

    /// Whether there is a verdict: it can be computed from what the receipt was replayed with.
    [[nodiscard]] constexpr bool computed() const noexcept {
        return !differs.contains(ReceiptPart::input) && !differs.contains(ReceiptPart::partner);
    }
    /// The verdict is what the receipt says, whatever else differs.
    [[nodiscard]] constexpr bool same_verdict() const noexcept { return !differs.contains(ReceiptPart::verdict); }
    /// All is as the receipt says.
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return differs.empty(); }
};

namespace detail {

/// What differs between a receipt and one that was made now from what it says, of the same kind.
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> compare_receipts(const Receipt<Label, E>& then,
                                                       const Receipt<Label, E>& now) noexcept {
    Replay<Label> replay{{}, now.verdict, now.outcome};
    const auto part = [&replay](ReceiptPart which, bool same) {
        if (!same) replay.differs.insert(which);
    };
    part(ReceiptPart::hash, then.intact());
    part(ReceiptPart::library, then.version == now.version);
    part(ReceiptPart::dataset, then.dataset.view() == now.dataset.view());
    part(ReceiptPart::edition, then.edition == now.edition);
    part(ReceiptPart::partner, then.partner.view() == now.partner.view());
    part(ReceiptPart::sources, then.documents.view() == now.documents.view());
    part(ReceiptPart::told, then.told == now.told);
    part(ReceiptPart::rules, then.rules == now.rules);
    part(ReceiptPart::verdict, then.verdict == now.verdict && then.outcome == now.outcome);
    return replay;
}

/// The same where no verdict can be computed, for this reason.
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> no_verdict(const Receipt<Label, E>& then, const Receipt<Label, E>& now,
                                                 ReceiptPart reason) noexcept {
    Replay<Label> replay = compare_receipts(then, now);
    replay.differs |= Set<ReceiptPart>{reason, ReceiptPart::verdict};
    replay.verdict = {};
    replay.outcome = Outcome::none;
    return replay;
}

/// What a receipt says, under these rules and this version of the library.
template <Named Label, Named E>
[[nodiscard]] constexpr Receipt<Label, E> as_of_now(const Receipt<Label, E>& then,
                                                    const Typology<Label, E>& typology) noexcept {
    Receipt<Label, E> now = then;
    now.version = version_numbers;
    now.rules = fingerprint(typology);
    return now;
}

}  // namespace detail

/// Computes the verdict of a receipt from facts again, under this typology, and says what differs.
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> replays(const Receipt<Label, E>& receipt,
                                              const Typology<Label, E>& typology) noexcept {
    if (receipt.kind == ReceiptKind::facts) {
        return detail::compare_receipts(receipt, trimode::receipt(receipt.facts, typology));
    }
    return detail::no_verdict(receipt, detail::as_of_now(receipt, typology), ReceiptPart::input);
}

/// Computes the verdict of a receipt from a dataset again, from these codings of this dataset under this typology, and
/// says what differs: also when something else is told and the verdict is the same nevertheless.
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> replays(const Receipt<Label, E>& receipt, const Dataset& data,
                                              RowSpan<Coding<E>> codings,
                                              const Typology<Label, E>& typology) noexcept {
    Receipt<Label, E> now = detail::as_of_now(receipt, typology);
    if (receipt.kind != ReceiptKind::dataset) return detail::no_verdict(receipt, now, ReceiptPart::input);
    for (std::size_t i = 0; i < data.partners.size(); ++i) {
        if (receipt_id(data.partners[i].id).view() != receipt.partner.view()) continue;
        const PartnerIndex partner{static_cast<std::uint8_t>(i)};
        return detail::compare_receipts(
            receipt, trimode::receipt(data, codings, partner, receipt.at, typology, receipt.believed(data)));
    }
    now.dataset = receipt_id(data.id);
    now.edition = data.edition;
    return detail::no_verdict(receipt, now, ReceiptPart::partner);
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr Replay<Label> replays(const Receipt<Label, E>& receipt, const Dataset& data,
                                              const Typology<Label, E>& typology) noexcept {
    return replays(receipt, data, data.codings<E>(), typology);
}

}  // namespace trimode
