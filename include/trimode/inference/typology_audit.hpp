// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Typology audit: what is wrong with the rules of a typology, and which corners of its property space have a
/// real case.
/// Layer: inference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/set.hpp>
#include <trimode/framework/property_space.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode {

// ---- flaws of the rules ---------------------------------------------------------------------------------------------

/// What can be wrong with the rules of a typology. Most are no mistakes: an author may say more than he need. That some
/// corners are covered by no label, or by several, is no flaw but a property; see `coverage`.
enum class Flaw : std::uint8_t {
    no_rule,                 ///< A label without a rule: it never holds.
    never_holds,             ///< A rule that no case can satisfy.
    always_holds,            ///< A rule that every case satisfies.
    contradictory_term,      ///< A term that asks for a feature to hold and to fail.
    redundant_term,          ///< Without this term the rule says the same: its other terms cover it.
    redundant_literal,       ///< Without this condition in this term the rule says the same.
    longer_than_needed,      ///< The rule can be said in fewer terms, or in as many with fewer literals.
    implies_another,         ///< Wherever this label holds the other does, but not the other way round.
    equals_another,          ///< This label and the other, which comes later, hold in the same cases.
    feature_without_effect,  ///< The rules speak of a feature on which no answer of theirs depends.
};

/// The spellings of Flaw.
consteval auto names_of(Flaw) {
    return names<Flaw>("no_rule", "never_holds", "always_holds", "contradictory_term", "redundant_term",
                       "redundant_literal", "longer_than_needed", "implies_another", "equals_another",
                       "feature_without_effect");
}

/// A flaw, and where it is.
template <Named Label>
struct FlawFound {
    Flaw flaw{};
    Label label{};         ///< Whose rule it is; of a feature without effect, the first label whose rule speaks of it.
    Label other{};         ///< The other label, where there is one; else the same.
    std::size_t term = 0;  ///< The place of the term in the rule as written, for flaws of terms.
    Cube part{};           ///< The term, the literal, or the feature (as if it had to hold); empty for flaws of rules.
};

/// Calls `visit(FlawFound<Label>)` for each flaw: label by label, its rule, its terms and their literals in the order
/// in which they are written; then the pairs of labels, then the features. Terms and literals are judged each by
/// itself: two that are redundant need not be so together. In a contradictory term, literals are not judged; pairs with
/// a rule that never or always holds neither. Works with any number of features.
/// Cost: quadratic in terms and primes, and `shortest_length` of each rule; no allocation.
/// Source: Quine, A way to simplify truth functions (1955), for irredundant forms.
template <Named Label, Named E, class Visit>
constexpr void for_each_flaw(const Typology<Label, E>& typology, Visit&& visit) {
    const auto trivial = [&](Label label) {
        return never_holds(typology.rule(label)) || always_holds(typology.rule(label));
    };
    Set<E> spoken;
    Set<E> effective;
    for (const Label label : all<Label>()) {
        const auto found = [&](Flaw flaw, std::size_t term = 0, Cube part = {}) {
            visit(FlawFound<Label>{flaw, label, label, term, part});
        };
        if (!typology.labels().contains(label)) {
            found(Flaw::no_rule);
            continue;
        }
        const Rule<E>& rule = typology.rule(label);
        if (never_holds(rule)) found(Flaw::never_holds);
        if (always_holds(rule)) found(Flaw::always_holds);
        if (shortest_length(rule).shorter_than(length(rule.written()))) found(Flaw::longer_than_needed);
        const auto& terms = rule.written().terms();
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (terms[i].contradictory()) {
                found(Flaw::contradictory_term, i, terms[i]);
                continue;
            }
            if (is_redundant(rule, i)) found(Flaw::redundant_term, i, terms[i]);
            for (Cube left = terms[i]; !left.empty(); left = left.without(left.first_literal())) {
                const Cube literal = left.first_literal();
                if (is_redundant(rule, i, literal)) found(Flaw::redundant_literal, i, literal);
            }
        }
        spoken |= rule.written().conditions();
        effective |= depends_on(rule);
    }
    for (const Label one : typology.labels()) {
        for (const Label other : typology.labels()) {
            if (one == other || trivial(one) || trivial(other) || !implies(typology.rule(one), typology.rule(other)))
                continue;
            const bool both = implies(typology.rule(other), typology.rule(one));
            if (!both) visit(FlawFound<Label>{Flaw::implies_another, one, other, 0, {}});
            if (both && index(one) < index(other)) visit(FlawFound<Label>{Flaw::equals_another, one, other, 0, {}});
        }
    }
    for (const E feature : spoken - effective) {
        for (const Label label : typology.labels()) {
            if (!typology.rule(label).written().conditions().contains(feature)) continue;
            visit(FlawFound<Label>{Flaw::feature_without_effect, label, label, 0, Cube{Set<E>{feature}.bits(), 0}});
            break;
        }
    }
}

/// How many flaws of this sort there are.
template <Named Label, Named E>
[[nodiscard]] constexpr std::size_t count_flaws(const Typology<Label, E>& typology, Flaw flaw) noexcept {
    std::size_t counted = 0;
    for_each_flaw(typology, [&](const FlawFound<Label>& found) { counted += found.flaw == flaw ? 1U : 0U; });
    return counted;
}

/// How many flaws there are of any sort.
template <Named Label, Named E>
[[nodiscard]] constexpr std::size_t count_flaws(const Typology<Label, E>& typology) noexcept {
    std::size_t counted = 0;
    for_each_flaw(typology, [&](const FlawFound<Label>&) { ++counted; });
    return counted;
}

// ---- limited diversity ----------------------------------------------------------------------------------------------

/// How a case lies to a corner of a property space.
template <Named E>
struct Apart {
    Set<E> differs{};  ///< Features of the space that are told the other way: as many have to turn.
    Set<E> open{};     ///< Features of the space that are unknown or contested.

    /// The case is known to fall into the corner.
    [[nodiscard]] constexpr bool falls() const noexcept { return differs.empty() && open.empty(); }
    /// It may fall into the corner: all that is settled fits.
    [[nodiscard]] constexpr bool may_fall() const noexcept { return differs.empty(); }
    /// Whether this is nearer: fewer features differ, or as many and fewer are open.
    [[nodiscard]] constexpr bool nearer_than(const Apart& other) const noexcept {
        return differs.size() != other.differs.size() ? differs.size() < other.differs.size()
                                                      : open.size() < other.open.size();
    }
    [[nodiscard]] friend constexpr bool operator==(const Apart&, const Apart&) noexcept = default;
};

/// How a case lies to a corner. Features beyond the space do not count.
template <Named E>
[[nodiscard]] constexpr Apart<E> apart(const PropertySpace<E>& space, Set<E> corner, Facts<E> facts) noexcept {
    const std::uint64_t settled = facts.settled();
    const Set<E> hold = Set<E>::of_bits(static_cast<std::uint32_t>(settled)) & space.features();
    const Set<E> fail = Set<E>::of_bits(static_cast<std::uint32_t>(settled >> 32U)) & space.features();
    return {(hold - corner) | (fail & corner), space.features() - hold - fail};
}

/// The real case that is nearest to a corner.
template <Named E>
struct NearestCase {
    std::size_t place = 0;  ///< In the list of cases: the first of those that are equally near.
    std::size_t ties = 0;   ///< How many are equally near, this one among them.
    Apart<E> apart{};
};

/// The case nearest to a corner: the one of which the fewest features differ; of those, the one of which the fewest are
/// open. Of an open feature it is not known whether it differs, so that the distance is a lower bound. Error: empty
/// when there are no cases. Cost: linear in the cases.
template <Named E>
[[nodiscard]] constexpr std::optional<NearestCase<E>> nearest_case(const PropertySpace<E>& space, Set<E> corner,
                                                                   std::span<const Facts<E>> cases) noexcept {
    std::optional<NearestCase<E>> best;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Apart<E> here = apart(space, corner, cases[i]);
        if (!best || here.nearer_than(best->apart)) {
            best = NearestCase<E>{i, 1, here};
        } else if (!best->apart.nearer_than(here)) {
            ++best->ties;
        }
    }
    return best;
}

/// How many cases a corner has.
struct Occupancy {
    std::size_t cases = 0;     ///< Known to fall into it.
    std::size_t possible = 0;  ///< May fall into it, as far as they are settled; not counting those that are known to.

    /// No case falls into it, however the open questions turn out: the theory speaks of what has not been seen.
    [[nodiscard]] constexpr bool empty() const noexcept { return cases == 0 && possible == 0; }
};

/// How many cases a corner has. Cost: linear in the cases.
template <Named E>
[[nodiscard]] constexpr Occupancy occupancy(const PropertySpace<E>& space, Set<E> corner,
                                            std::span<const Facts<E>> cases) noexcept {
    Occupancy counted;
    for (const Facts<E> facts : cases) {
        const Apart<E> here = apart(space, corner, facts);
        if (here.may_fall()) ++(here.falls() ? counted.cases : counted.possible);
    }
    return counted;
}

/// Calls `visit(Set<E> corner, Occupancy)` for each corner, in order. Social reality is limited in its diversity: most
/// corners of a larger space are empty, and what a theory says of them no case has tried. `nearest_case` says which
/// case comes nearest to trying it. A case of which little is told may fall almost anywhere, so that nothing is empty
/// any more: who asks what has been seen leaves such cases out of the list, by `apart(space, {}, facts).open`.
/// Cost: corners times cases; no allocation.
/// Source: Ragin, The comparative method (1987), chapter 7 (limited diversity); Elman, Explanatory typologies in
/// qualitative studies of international politics (2005), on empty cells.
template <Named E, class Visit>
constexpr void for_each_occupancy(const PropertySpace<E>& space, std::span<const Facts<E>> cases, Visit&& visit) {
    for (const Set<E> corner : space) visit(corner, occupancy(space, corner, cases));
}

/// How much of a property space real cases fill. Unit: corners.
struct Diversity {
    std::uint32_t corners = 0;
    std::uint32_t occupied = 0;  ///< Some case is known to fall into them.
    std::uint32_t possible = 0;  ///< None is known to, but some may.
    std::uint32_t empty = 0;     ///< None may.
};

/// Counts what `for_each_occupancy` visits.
template <Named E>
[[nodiscard]] constexpr Diversity diversity(const PropertySpace<E>& space, std::span<const Facts<E>> cases) noexcept {
    Diversity counted;
    for_each_occupancy(space, cases, [&](Set<E>, Occupancy here) {
        ++counted.corners;
        ++(here.cases != 0 ? counted.occupied : here.empty() ? counted.empty : counted.possible);
    });
    return counted;
}

}  // namespace trimode
