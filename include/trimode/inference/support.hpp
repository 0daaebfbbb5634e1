// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Support: which claims carry a label that holds, literal by literal; which smallest sets of claims would be enough
/// for it; and what is told against it.
/// Layer: inference.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>

namespace trimode {

/// One telling behind one literal of a prime that is satisfied.
template <Named E>
struct Support {
    Days days{};           ///< The part of the time asked about of which this is said; of acts the whole of it.
    Cube prime{};          ///< A prime of the rule that is satisfied then: each of them is enough.
    E feature{};           ///< The literal: the prime asks of this feature
    bool holding = true;   ///< that it holds, or, when false, that it fails.
    Telling<E> telling{};  ///< What tells it. Its claim is null where no claim but the kind of the partner does.
};

/// One telling of the opposite of a literal.
template <Named E>
struct Objection {
    E feature{};           ///< The literal: some prime of the rule asks of this feature
    bool holding = true;   ///< that it holds, or, when false, that it fails; and here the opposite is told.
    Telling<E> telling{};  ///< What tells it, `contested` when it tells both; its claim is null as in `Support`.
};

/// How many there are. Counting stops at a limit, and says so.
struct Tally {
    std::uint64_t number = 0;
    bool more = false;  ///< The limit was reached, and there are more than `number`.
    [[nodiscard]] friend constexpr bool operator==(Tally, Tally) noexcept = default;
};

namespace detail {

/// Calls `visit(feature, holding)` for each literal of a term.
template <Named E, class Visit>
constexpr void for_each_literal(Cube term, Visit&& visit) {
    for (std::uint64_t left = term.word(); left != 0; left &= left - 1U) {
        const auto bit = static_cast<unsigned>(std::countr_zero(left));
        visit(static_cast<E>(bit % 32U), bit < 32U);
    }
}

/// Asks a visitor whether to go on: one that returns nothing always does.
template <class Visit, class... Arguments>
[[nodiscard]] constexpr bool goes_on(Visit& visit, const Arguments&... arguments) {
    if constexpr (std::is_void_v<std::invoke_result_t<Visit&, const Arguments&...>>) {
        visit(arguments...);
        return true;
    } else {
        return static_cast<bool>(visit(arguments...));
    }
}

/// Takes no row of a table: what is left is told by the kind of the partner.
struct NoRow {
    template <class Row>
    [[nodiscard]] constexpr bool operator()(const Row&) const noexcept {
        return false;
    }
};

/// The telling of what no claim tells but the kind of the partner.
template <Named E>
[[nodiscard]] constexpr Telling<E> telling_by_kind(Truth truth) noexcept {
    Telling<E> telling;
    telling.truth = truth;
    return telling;
}

/// Some claims, in the order of their table: at most two for each of the 32 literals of a term.
class ClaimSet {
  public:
    [[nodiscard]] constexpr std::span<const ClaimIndex> view() const noexcept { return {claims_.data(), size_}; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool contains(ClaimIndex claim) const noexcept {
        for (const ClaimIndex there : view()) {
            if (there == claim) return true;
        }
        return false;
    }
    constexpr void insert(ClaimIndex claim) noexcept {
        if (contains(claim) || size_ == claims_.size()) return;
        std::size_t at = size_++;
        for (; at > 0 && claims_[at - 1].value > claim.value; --at) claims_[at] = claims_[at - 1];
        claims_[at] = claim;
    }

  private:
    std::array<ClaimIndex, 64> claims_{};
    std::size_t size_ = 0;
};

/// What is chosen to settle one literal: one claim, or two between whose tellings the day lies.
struct Choice {
    ClaimIndex first{};
    ClaimIndex second{};  ///< The first again where it is one.
    [[nodiscard]] friend constexpr bool operator==(Choice, Choice) noexcept = default;
};

/// Choices for literals of one prime, in the order in which they were made, and the claims of all of them together.
struct Way {
    std::size_t prime = 0;
    std::uint64_t chosen = 0;  ///< The literals for which a choice was made.
    std::array<Choice, 32> choices{};
    std::size_t size = 0;  ///< How many choices.
    ClaimSet claims{};

    constexpr void choose(unsigned literal, Choice choice) noexcept {
        chosen |= std::uint64_t{1} << literal;
        choices[size++] = choice;
        claims.insert(choice.first);
        claims.insert(choice.second);
    }
    [[nodiscard]] constexpr bool same_choices(const Way& other) const noexcept {
        if (prime != other.prime || size != other.size) return false;
        for (std::size_t i = 0; i < size; ++i) {
            if (!(choices[i] == other.choices[i])) return false;
        }
        return true;
    }
};

/// Finds the least sets of claims that are enough for a rule in one part of time.
///
/// Whatever set is enough satisfies a prime. Of it a claim that tells a literal directly settles that literal alone,
/// and where none does, the nearest before and the nearest after do; whatever of the set is added to such a choice, the
/// literal stays settled. So every least set is reached from no claim at all by choosing, as long as the claims chosen
/// leave some literal of the prime open, for one that is open. The converse is not so: a claim chosen for one literal
/// may speak against another, or make one chosen before it superfluous.
template <Named E>
class LeastSets {
  public:
    constexpr LeastSets(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner, Days part,
                        const Admission& admission, const Rule<E>& rule) noexcept
        : data_(data), codings_(codings), partner_(partner), part_(part), admission_(admission), rule_(rule) {
        for (const Cube& prime : rule.when().terms()) {
            for (std::uint64_t left = prime.word(); left != 0; left &= left - 1U) {
                const auto literal = static_cast<unsigned>(std::countr_zero(left));
                if (choices_[literal] != 0) continue;
                static_cast<void>(for_each_choice(literal, every_claim, [&](Choice) {
                    ++choices_[literal];
                    return true;
                }));
            }
        }
    }

    /// Calls `visit(claims)` for each, once. False: the visitor wanted no more.
    template <class Visit>
    constexpr bool for_each(Visit& visit) const {
        return for_each_way([&](const Way& way) { return !least_and_first(way) || goes_on(visit, way.claims.view()); });
    }

    /// Calls `visit(way)` for each way to choose that is enough, whether the set is least or not, and however often it
    /// comes. False: the visitor wanted no more.
    template <class Visit>
    constexpr bool for_each_way(Visit&& visit) const {
        return for_each_way_among(every_claim, visit);
    }

  private:
    static constexpr auto every_claim = [](ClaimIndex) { return true; };

    template <class Take>
    [[nodiscard]] constexpr Facts<E> told(const Take& take) const noexcept {
        return facts_of_part(data_, codings_, partner_, part_, admission_, take);
    }
    /// Whether a literal is settled when only one or two claims are believed.
    [[nodiscard]] constexpr bool settles(unsigned literal, Choice choice) const noexcept {
        const auto facts = told([&](const Coding<E>& row) {
            return row.feature == feature_of(literal) && (row.claim == choice.first || row.claim == choice.second);
        });
        return ((facts.settled() >> literal) & 1U) != 0;
    }
    [[nodiscard]] static constexpr E feature_of(unsigned literal) noexcept { return static_cast<E>(literal % 32U); }
    /// Whether a claim tells of the feature in this part of time by itself, and not only around it.
    [[nodiscard]] constexpr bool tells_directly(E feature, ClaimIndex claim) const noexcept {
        for (const Coding<E>& row : codings_) {
            if (row.feature != feature || !(row.claim == claim)) continue;
            const Bearing found = bearing(data_, row, partner_, admission_);
            if (found.bears && on_day(row, found.time, part_.first) != Truth::unknown) return true;
        }
        return false;
    }
    /// The next row from here on that is the first of its claim about the feature; the number of rows when there is
    /// none.
    template <class Among>
    [[nodiscard]] constexpr std::size_t next_claim(std::size_t from, E feature, const Among& among) const noexcept {
        for (; from < codings_.size(); ++from) {
            const Coding<E>& row = codings_[from];
            if (row.feature != feature || !among(row.claim)) continue;
            bool first = true;
            for (std::size_t i = 0; i < from && first; ++i) {
                first = codings_[i].feature != feature || !(codings_[i].claim == row.claim);
            }
            if (first) break;
        }
        return from;
    }

    /// Calls `visit(choice)` for each choice that settles a literal. False: the visitor wanted no more.
    template <class Among, class Visit>
    constexpr bool for_each_choice(unsigned literal, const Among& among, Visit&& visit) const {
        const E feature = feature_of(literal);
        const std::size_t rows = codings_.size();
        for (std::size_t i = next_claim(0, feature, among); i < rows; i = next_claim(i + 1, feature, among)) {
            const Choice alone{codings_[i].claim, codings_[i].claim};
            if (settles(literal, alone) && !visit(alone)) return false;
        }
        if constexpr (!is_act<E>) {
            if (admission_.strict) return true;
            for (std::size_t i = next_claim(0, feature, among); i < rows; i = next_claim(i + 1, feature, among)) {
                const ClaimIndex one = codings_[i].claim;
                if (tells_directly(feature, one)) continue;
                for (std::size_t j = next_claim(i + 1, feature, among); j < rows;
                     j = next_claim(j + 1, feature, among)) {
                    const Choice both{one, codings_[j].claim};
                    if (!settles(literal, both) || tells_directly(feature, both.second)) continue;
                    if (!visit(both)) return false;
                }
            }
        }
        return true;
    }

    /// Of some literals the one for which there are the fewest choices, so that few ways are tried in vain.
    [[nodiscard]] constexpr unsigned fewest_choices(std::uint64_t literals) const noexcept {
        auto fewest = static_cast<unsigned>(std::countr_zero(literals));
        for (std::uint64_t left = literals; left != 0; left &= left - 1U) {
            const auto literal = static_cast<unsigned>(std::countr_zero(left));
            if (choices_[literal] < choices_[fewest]) fewest = literal;
        }
        return fewest;
    }
    /// Calls `visit(way)` for each way to go on from here, by claims among some, until the prime is satisfied.
    template <class Among, class Visit>
    constexpr bool extend(const Way& way, const Among& among, Visit& visit) const {
        const auto chosen = [&](const Coding<E>& row) { return way.claims.contains(row.claim); };
        const std::uint64_t open = rule_.when().terms()[way.prime].word() & ~told(chosen).settled();
        if (open == 0) return visit(way);
        if ((open & way.chosen) != 0) return true;  // what was chosen for one is spoken against by another
        const unsigned literal = fewest_choices(open);
        return for_each_choice(literal, among, [&](Choice choice) {
            Way longer = way;
            longer.choose(literal, choice);
            return extend(longer, among, visit);
        });
    }
    template <class Among, class Visit>
    constexpr bool for_each_way_among(const Among& among, Visit& visit) const {
        Way way;
        for (; way.prime < rule_.when().terms().size(); ++way.prime) {
            if (!extend(way, among, visit)) return false;
        }
        return true;
    }
    /// Whether no smaller set among these claims is enough, and no way before this one leads to the same set.
    [[nodiscard]] constexpr bool least_and_first(const Way& way) const noexcept {
        const auto among = [&](ClaimIndex claim) { return way.claims.contains(claim); };
        bool seen = false;
        const auto visit = [&](const Way& other) {
            if (other.claims.size() < way.claims.size()) return false;
            const bool first = seen || other.same_choices(way);
            seen = true;
            return first;
        };
        return for_each_way_among(among, visit);
    }

    const Dataset& data_;
    RowSpan<Coding<E>> codings_;
    PartnerIndex partner_;
    Days part_;
    const Admission& admission_;
    const Rule<E>& rule_;
    std::array<std::size_t, 64> choices_{};  ///< For each literal, how many choices settle it.
};

}  // namespace detail

/// Calls `visit(Support)` for each telling behind each literal of each prime of the label's rule that is satisfied, in
/// each part of the time asked about in which nothing changes; parts in which the label does not hold are passed over.
/// A literal that rests on two tellings around the day has both. Where the kind of the partner tells a literal there is
/// no claim, and the telling says so by a null pointer.
/// Cost: parts times codings times codings at worst; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_support(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                const Period& at, const Typology<Label, E>& typology, Label label,
                                const Admission& admission, Visit&& visit) {
    const Days asked = asked_days(data, at);
    if (asked.empty()) return;
    for_each_constant_part(data, codings, partner, asked, admission, [&](Days days, Facts<E> facts) {
        const auto by_kind = detail::facts_of_part(data, codings, partner, days, admission, detail::NoRow{});
        for (const Cube& prime : typology.rule(label).when().terms()) {
            if (!TruthReading<E>(facts).term(prime)) continue;
            detail::for_each_literal<E>(prime, [&](E feature, bool holding) {
                const auto support = [&](const Telling<E>& telling) {
                    const Support<E> one{days, prime, feature, holding, telling};
                    visit(one);
                };
                if (by_kind[feature] != Truth::unknown) support(detail::telling_by_kind<E>(by_kind[feature]));
                for_each_telling(data, codings, partner, feature, days, admission, support);
            });
        }
    });
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Visit>
constexpr void for_each_support(const Dataset& data, PartnerIndex partner, const Period& at,
                                const Typology<Label, E>& typology, Label label, const Admission& admission,
                                Visit&& visit) {
    for_each_support(data, data.codings<E>(), partner, at, typology, label, admission, visit);
}

/// Calls `visit(Objection)` for each telling, within the time asked about, of the opposite of a literal that a prime of
/// the label's rule asks for, whether the label holds or not. Against the literals of a prime that is satisfied all the
/// time there is none: what is contested settles nothing.
/// Cost: as `for_each_telling` for each feature of the rule; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_objection(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                  const Period& at, const Typology<Label, E>& typology, Label label,
                                  const Admission& admission, Visit&& visit) {
    const Days asked = asked_days(data, at);
    if (asked.empty()) return;
    Cube literals;
    for (const Cube& prime : typology.rule(label).when().terms()) literals = literals & prime;
    const auto by_kind = detail::facts_of_part(data, codings, partner, asked, admission, detail::NoRow{});
    detail::for_each_literal<E>(literals, [&](E feature, bool holding) {
        const Truth against = detail::tells(!holding);
        const auto object = [&](const Telling<E>& telling) {
            if ((telling.truth | against) != telling.truth) return;
            const Objection<E> objection{feature, holding, telling};
            visit(objection);
        };
        if (by_kind[feature] != Truth::unknown) object(detail::telling_by_kind<E>(by_kind[feature]));
        for_each_telling(data, codings, partner, feature, asked, admission, object);
    });
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Visit>
constexpr void for_each_objection(const Dataset& data, PartnerIndex partner, const Period& at,
                                  const Typology<Label, E>& typology, Label label, const Admission& admission,
                                  Visit&& visit) {
    for_each_objection(data, data.codings<E>(), partner, at, typology, label, admission, visit);
}

/// Whether a label would hold throughout the time asked about if of the admitted claims only these were believed. What
/// the kind of the partner tells, and memberships, stay; and what lies between two tellings is inferred from these
/// alone, unless strict. So a larger set need not be enough: it may have a claim that contests.
/// Cost: as `classify`, times the number of claims; no allocation.
template <Named Label, Named E>
[[nodiscard]] constexpr bool is_enough(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                       const Period& at, const Typology<Label, E>& typology, Label label,
                                       std::span<const ClaimIndex> claims, const Admission& admission = {}) noexcept {
    const auto take = [&](const Coding<E>& row) {
        for (const ClaimIndex claim : claims) {
            if (row.claim == claim) return true;
        }
        return false;
    };
    return detail::classify_taking(data, codings, partner, at, typology, admission, take).holds(label);
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr bool is_enough(const Dataset& data, PartnerIndex partner, const Period& at,
                                       const Typology<Label, E>& typology, Label label,
                                       std::span<const ClaimIndex> claims, const Admission& admission = {}) noexcept {
    return is_enough(data, data.codings<E>(), partner, at, typology, label, claims, admission);
}

/// Calls `visit(Days, std::span<const ClaimIndex>)` for each least set of claims that is enough for a label, in each
/// part of the time asked about in which nothing changes. To ask about one day, ask for a date that is one; of acts the
/// whole time is one part. Parts in which the label does not hold with all that is admitted are passed over.
///
/// A set is enough for a part when the label holds on each of its days if of the admitted claims only these are
/// believed, as `is_enough` says; it is least when no set within it is enough. That is exact, and every such set comes
/// once. Each has one claim for each literal of one prime, or two between whose tellings the day lies; none for what
/// the kind of the partner tells. The empty set, then the only one, says that no claim is needed. For a longer time a
/// set that carries every part may need more; `is_enough` tells.
///
/// A visitor that returns `bool` says whether to go on. Nothing is stored: sets come in the order of primes, literals
/// and codings.
/// Cost: there can be as many as the product of the numbers of claims per literal, and for each some dozens of readings
/// of the codings. What a claim that is chosen already tells is not chosen for again, so few sets are tried that turn
/// out not to be least; but there is no bound to them. No allocation. Source: de Kleer, An assumption-based TMS (1986),
/// for least sets of assumptions; Buneman, Khanna and Tan, Why and where: a characterization of data provenance (2001),
/// for least witnesses.
template <Named Label, Named E, class Visit>
constexpr void for_each_least_set(const Dataset& data, RowSpan<Coding<E>> codings, PartnerIndex partner,
                                  const Period& at, const Typology<Label, E>& typology, Label label,
                                  const Admission& admission, Visit&& visit) {
    const Days asked = asked_days(data, at);
    if (asked.empty()) return;
    const Rule<E>& rule = typology.rule(label);
    bool more = true;
    for_each_constant_part(data, codings, partner, asked, admission, [&](Days days, Facts<E> facts) {
        if (!more || !read(rule.when(), TruthReading<E>(facts))) return;
        const auto of_part = [&](std::span<const ClaimIndex> claims) { return detail::goes_on(visit, days, claims); };
        more = detail::LeastSets<E>(data, codings, partner, days, admission, rule).for_each(of_part);
    });
}

/// The same with the dataset's own codings.
template <Named Label, Named E, class Visit>
constexpr void for_each_least_set(const Dataset& data, PartnerIndex partner, const Period& at,
                                  const Typology<Label, E>& typology, Label label, const Admission& admission,
                                  Visit&& visit) {
    for_each_least_set(data, data.codings<E>(), partner, at, typology, label, admission, visit);
}

/// How many least sets of claims are enough for a label, over all parts of the time asked about. Counting takes as long
/// as visiting them.
/// @param limit  Where to stop. It bounds the sets that are found, not those that are tried. Unit: sets.
template <Named Label, Named E>
[[nodiscard]] constexpr Tally count_least_sets(const Dataset& data, RowSpan<Coding<E>> codings,
                                               PartnerIndex partner, const Period& at,
                                               const Typology<Label, E>& typology, Label label,
                                               const Admission& admission = {},
                                               std::uint64_t limit = 1'000'000) noexcept {
    Tally tally;
    for_each_least_set(data, codings, partner, at, typology, label, admission, [&](Days, std::span<const ClaimIndex>) {
        tally.more = tally.number == limit;
        if (!tally.more) ++tally.number;
        return !tally.more;
    });
    return tally;
}

/// The same with the dataset's own codings.
template <Named Label, Named E>
[[nodiscard]] constexpr Tally count_least_sets(const Dataset& data, PartnerIndex partner, const Period& at,
                                               const Typology<Label, E>& typology, Label label,
                                               const Admission& admission = {},
                                               std::uint64_t limit = 1'000'000) noexcept {
    return count_least_sets(data, data.codings<E>(), partner, at, typology, label, admission, limit);
}

}  // namespace trimode
