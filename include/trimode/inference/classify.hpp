// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Classify: which labels of a typology hold for a case, and which may.
/// Layer: inference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <trimode/base/facts.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

/// The verdict on a case under a typology that may be known only at run time. Cost: linear in the primes of its rules.
template <Named Label, Named E>
[[nodiscard]] constexpr Verdict<Label> classify(Facts<E> facts, const Typology<Label, E>& typology) noexcept {
    std::uint32_t holding = 0;
    std::uint32_t possible = 0;
    const TruthReading<E> reading(facts);
    const std::uint64_t against = detail::opposites(facts.settled());
    for (std::size_t i = 0; i < count<Label>; ++i) {  // without branches on the answers
        const Rule<E>& rule = typology.rule(static_cast<Label>(i));
        const auto& when = rule.when().terms();
        // Of a single prime the negation's primes are the opposites of its literals, one by one.
        const bool fails = when.size() == 1 ? (when[0].word() & against) != 0 : read(rule.unless(), reading);
        holding |= static_cast<std::uint32_t>(read(rule.when(), reading)) << i;
        possible |= static_cast<std::uint32_t>(!fails) << i;
    }
    return {Set<Label>::of_bits(holding), Set<Label>::of_bits(possible)};
}

namespace detail {

/// Whether some prime of one side of a rule is satisfied: unrolled over primes that are constants.
template <const auto& Rules, auto Label, bool When, std::size_t... Index>
[[nodiscard]] constexpr bool any_prime([[maybe_unused]] std::uint64_t settled, std::index_sequence<Index...>) noexcept {
    [[maybe_unused]] constexpr auto word = [](std::size_t i) {
        const auto& rule = Rules.rule(Label);
        return (When ? rule.when() : rule.unless()).terms()[i].word();
    };
    return (((settled & std::integral_constant<std::uint64_t, word(Index)>::value) ==
             std::integral_constant<std::uint64_t, word(Index)>::value) ||
            ...);
}

template <const auto& Rules, auto Label>
[[nodiscard]] constexpr std::uint32_t label_bits(std::uint64_t settled, bool when) noexcept {
    constexpr std::size_t when_size = Rules.rule(Label).when().terms().size();
    constexpr std::size_t unless_size = Rules.rule(Label).unless().terms().size();
    const bool yes = when ? any_prime<Rules, Label, true>(settled, std::make_index_sequence<when_size>{})
                          : !any_prime<Rules, Label, false>(settled, std::make_index_sequence<unless_size>{});
    return static_cast<std::uint32_t>(yes) << index(Label);
}

template <const auto& Rules, Named Label, std::size_t... Index>
[[nodiscard]] constexpr Verdict<Label> classify_unrolled(std::uint64_t settled, std::index_sequence<Index...>) noexcept {
    const auto bits = [settled](bool when) { return (label_bits<Rules, static_cast<Label>(Index)>(settled, when) | ...); };
    return {Set<Label>::of_bits(bits(true)), Set<Label>::of_bits(bits(false))};
}

template <class T>
struct TypologyOf;
template <class L, class F>
struct TypologyOf<Typology<L, F>> {
    using Label = L;
    using Feature = F;
};
template <const auto& Rules>
using LabelOf = typename TypologyOf<std::remove_cvref_t<decltype(Rules)>>::Label;
template <const auto& Rules>
using FeatureOf = typename TypologyOf<std::remove_cvref_t<decltype(Rules)>>::Feature;

}  // namespace detail

/// The same under a typology that is a constant of the program: `classify<three_modes::predicted>(facts)`. The same
/// verdicts, without loops. Cost: one mask compare for each prime.
template <const auto& Rules>
[[nodiscard]] constexpr auto classify(Facts<detail::FeatureOf<Rules>> facts) noexcept {
    using Label = detail::LabelOf<Rules>;
    return detail::classify_unrolled<Rules, Label>(facts.settled(), std::make_index_sequence<count<Label>>{});
}

/// The verdict on a relationship, from those of its facts of which the typology speaks.
template <Named Label, Named E>
[[nodiscard]] constexpr Verdict<Label> classify(const Relationship& relationship,
                                                const Typology<Label, E>& typology) noexcept {
    return classify(relationship.facts<E>(), typology);
}

/// The mode that the conditions predict.
template <class Use = OnUse>
[[nodiscard]] constexpr Verdict<Mode> classify(const Used<Use, Relationship>& relationship) noexcept {
    return classify<three_modes::predicted>(relationship.conditions);
}

namespace detail {

/// The verdict on a partner over a time from the rows that are taken.
template <Named Label, Named E, class Take>
[[nodiscard]] constexpr Verdict<Label> classify_taking(const Dataset& data, RowSpan<Coding<E>> codings,
                                                       PartnerIndex partner, const Period& at,
                                                       const Typology<Label, E>& typology, const Admission& admission,
                                                       const Take& take) noexcept {
    const Days asked = asked_days(data, at);
    if (asked.empty()) return classify(Facts<E>{}, typology);
    Verdict<Label> verdict{all<Label>(), {}};
    for_each_part_taking(data, codings, partner, asked, admission, take, [&](Days, Facts<E> facts) {
        const Verdict<Label> part = classify(facts, typology);
        verdict.holding &= part.holding;
        verdict.possible |= part.possible;
    });
    return verdict;
}

/// Whether facts tell of a feature of the rules for this partner: what follows from its kind, or is told of the state
/// whatever the partner, does not count.
template <Named Label, Named E>
[[nodiscard]] constexpr bool tell_anything(Facts<E> facts, const Typology<Label, E>& typology) noexcept {
    for (const E feature : facts.told() & typology.features()) {
        if (!is_of_the_state(feature) && !is_known_by_kind(feature)) return true;
    }
    return false;
}

/// The same over a time from the rows that are taken.
template <Named Label, Named E, class Take>
[[nodiscard]] constexpr bool anything_told_taking(const Dataset& data, RowSpan<Coding<E>> codings,
                                                  PartnerIndex partner, const Period& at,
                                                  const Typology<Label, E>& typology, const Admission& admission,
                                                  const Take& take) noexcept {
    bool told = false;
    for_each_part_taking(data, codings, partner, asked_days(data, at), admission, take,
                         [&](Days, Facts<E> facts) { told = told || tell_anything(facts, typology); });
    return told;
}

}  // namespace detail

/// The verdict on a partner over a time: what holds on every day of it holds, what may hold on some day may hold. Exact where
/// the facts turn within the time; `classify(relationship(...))` gives the same or a more open answer.
template <Named Label, Named E>
[[nodiscard]] constexpr Verdict<Label> classify(const Dataset& data, RowSpan<Coding<E>> codings,
                                                PartnerIndex partner, const Period& at,
                                                const Typology<Label, E>& typology,
                                                const Admission& admission = {}) noexcept {
    return detail::classify_taking(data, codings, partner, at, typology, admission, detail::EveryRow{});
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr Verdict<Label> classify(const Dataset& data, PartnerIndex partner, const Period& at,
                                                const Typology<Label, E>& typology,
                                                const Admission& admission = {}) noexcept {
    return classify(data, data.codings<E>(), partner, at, typology, admission);
}

/// Whether any claim tells of a feature of the rules for this partner: without that a verdict that is open is `insufficient`.
/// What follows from the kind of partner, or is told of the state whatever the partner, does not count.
template <Named Label, Named E>
[[nodiscard]] constexpr bool anything_told(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                           const Period& at, const Typology<Label, E>& typology,
                                           const Admission& admission = {}) noexcept {
    return detail::anything_told_taking(data, codings, partner, at, typology, admission, detail::EveryRow{});
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr bool anything_told(const Dataset& data, PartnerIndex partner, const Period& at,
                                           const Typology<Label, E>& typology, const Admission& admission = {}) noexcept {
    return anything_told(data, data.codings<E>(), partner, at, typology, admission);
}

/// The verdict on a partner over a time, and what it would be if nothing were inferred.
template <Named Label>
struct MarkedVerdict {
    Verdict<Label> verdict{};
    Verdict<Label> strict{};     ///< The same without inference.
    bool told = false;           ///< As `anything_told` has it.
    bool told_strictly = false;  ///< The same without inference.

    [[nodiscard]] constexpr Outcome outcome() const noexcept { return verdict.outcome(told); }
    [[nodiscard]] constexpr Outcome strict_outcome() const noexcept { return strict.outcome(told_strictly); }
    /// Whether it is another, or another outcome, without inference. Of nothing told there is nothing to rest on.
    [[nodiscard]] constexpr bool rests_on_inference() const noexcept {
        return outcome() != Outcome::insufficient && !(verdict == strict && outcome() == strict_outcome());
    }
    [[nodiscard]] friend constexpr bool operator==(const MarkedVerdict&, const MarkedVerdict&) noexcept = default;
};

/// `classify` of a dataset, asked twice. Cost: that of both.
template <Named Label, Named E>
[[nodiscard]] constexpr MarkedVerdict<Label> classify_marked(const Dataset& data, RowSpan<Coding<E>> codings,
                                                             PartnerIndex partner, const Period& at,
                                                             const Typology<Label, E>& typology,
                                                             const Admission& admission = {}) noexcept {
    Admission strict = admission;
    strict.strict = true;
    return {classify(data, codings, partner, at, typology, admission),
            classify(data, codings, partner, at, typology, strict),
            anything_told(data, codings, partner, at, typology, admission),
            anything_told(data, codings, partner, at, typology, strict)};
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr MarkedVerdict<Label> classify_marked(const Dataset& data, PartnerIndex partner, const Period& at,
                                                             const Typology<Label, E>& typology,
                                                             const Admission& admission = {}) noexcept {
    return classify_marked(data, data.codings<E>(), partner, at, typology, admission);
}

}  // namespace trimode
