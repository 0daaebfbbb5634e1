// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Property space: all combinations of the features of a typology and which labels cover each; how rules stand to one
/// another; and the shortest forms of a rule.
/// Layer: framework.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/set.hpp>
#include <trimode/framework/formula.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode {

/// With how many features a property space can be gone through corner by corner. Unit: features. 2^20 corners are about
/// a million.
inline constexpr std::size_t property_space_capacity = 20;

/// All combinations of some features: each is one corner, in which exactly these features hold and all others of the
/// space fail. `for (const Set<E> corner : space)` goes through them, the corner where nothing holds first.
/// Source: Lazarsfeld, Some remarks on the typological procedures in social research (1937); Barton, The concept of
/// property-space in social research (1955); for theories George and Bennett, Case studies and theory development
/// (2005), chapter 11 (typological theory).
template <Named E>
class PropertySpace {
public:
    /// Goes through the corners, the features of a corner read as a binary number.
    class Iterator {
    public:
        using value_type = Set<E>;
        using difference_type = std::ptrdiff_t;
        constexpr Iterator() noexcept = default;
        constexpr Iterator(std::uint32_t features, std::uint32_t left) noexcept : features_(features), left_(left) {}
        [[nodiscard]] constexpr Set<E> operator*() const noexcept { return Set<E>::of_bits(corner_); }
        constexpr Iterator& operator++() noexcept {
            corner_ = (corner_ - features_) & features_;  // the next number whose bits are all among these
            --left_;
            return *this;
        }
        constexpr Iterator operator++(int) noexcept {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        [[nodiscard]] friend constexpr bool operator==(Iterator one, Iterator other) noexcept {
            return one.left_ == other.left_;
        }

    private:
        std::uint32_t features_ = 0;
        std::uint32_t corner_ = 0;
        std::uint32_t left_ = 0;
    };

    /// The space of no feature, which has one corner.
    constexpr PropertySpace() noexcept = default;

    /// The space of these features. Error: out_of_range, with how many there are and how many there may be, beyond
    /// `property_space_capacity`.
    [[nodiscard]] static constexpr Result<PropertySpace> of(Set<E> features) noexcept {
        if (features.size() > property_space_capacity) {
            return Error{Fault::out_of_range, 1, 1, {}, {}, features.size(), property_space_capacity};
        }
        PropertySpace space;
        space.features_ = features;
        return space;
    }
    /// The space of the features of which the rules of a typology speak. Error: as above.
    template <Named Label>
    [[nodiscard]] static constexpr Result<PropertySpace> of(const Typology<Label, E>& typology) noexcept {
        return of(typology.features());
    }

    [[nodiscard]] constexpr Set<E> features() const noexcept { return features_; }
    /// How many corners there are. Unit: corners. Range: 1 to 2^20.
    [[nodiscard]] constexpr std::uint32_t corners() const noexcept { return std::uint32_t{1} << features_.size(); }
    /// What is told of a case that falls into a corner: every feature of the space, one way; of others nothing.
    [[nodiscard]] constexpr Facts<E> facts(Set<E> corner) const noexcept {
        return Facts<E>(features_ & corner, features_ - corner);
    }
    [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator(features_.bits(), corners()); }
    [[nodiscard]] constexpr Iterator end() const noexcept { return Iterator(features_.bits(), 0); }

private:
    Set<E> features_{};
};

/// The labels whose rules hold in a corner: they cover it. In a space that lacks a feature of a rule, the corners that
/// the rule covers are those in which it holds whatever that feature is.
template <Named Label, Named E>
[[nodiscard]] constexpr Set<Label> covering(const Typology<Label, E>& typology, const PropertySpace<E>& space,
                                            Set<E> corner) noexcept {
    const std::uint64_t settled = space.facts(corner).word();
    Set<Label> labels;
    for (const Label label : typology.labels()) {
        for (const Cube& prime : typology.rule(label).when().terms()) {
            if ((prime.word() & ~settled) == 0) labels.insert(label);
        }
    }
    return labels;
}

/// Calls `visit(Set<E> corner, Set<Label> covering)` for each corner, in order: none covers it where the typology is
/// not exhaustive, several where its labels do not exclude each other.
/// Cost: corners times primes of all rules; no allocation.
template <Named Label, Named E, class Visit>
constexpr void for_each_corner(const Typology<Label, E>& typology, const PropertySpace<E>& space, Visit&& visit) {
    for (const Set<E> corner : space) visit(corner, covering(typology, space, corner));
}

/// How many corners the labels of a typology cover. Unit: corners.
template <Named Label>
struct Coverage {
    std::uint32_t corners = 0;
    std::uint32_t none = 0;     ///< No label covers them: the typology is not exhaustive.
    std::uint32_t one = 0;      ///< Exactly one does.
    std::uint32_t several = 0;  ///< At least two do: the labels do not exclude each other.
    /// How many a pair covers together; `of` and `together` read it.
    std::array<std::array<std::uint32_t, count<Label>>, count<Label>> pairs{};

    /// How many corners a label covers.
    [[nodiscard]] constexpr std::uint32_t of(Label label) const noexcept { return together(label, label); }
    /// How many corners both labels cover.
    [[nodiscard]] constexpr std::uint32_t together(Label one_label, Label other) const noexcept {
        return pairs[index(one_label)][index(other)];
    }
};

/// Counts what `for_each_corner` visits.
template <Named Label, Named E>
[[nodiscard]] constexpr Coverage<Label> coverage(const Typology<Label, E>& typology,
                                                 const PropertySpace<E>& space) noexcept {
    Coverage<Label> counted;
    for_each_corner(typology, space, [&](Set<E>, Set<Label> labels) {
        ++counted.corners;
        ++(labels.empty() ? counted.none : labels.size() == 1 ? counted.one : counted.several);
        for (const Label one : labels) {
            for (const Label other : labels) ++counted.pairs[index(one)][index(other)];
        }
    });
    return counted;
}

// ---- how rules stand to one another: from their primes alone, with any number of features ---------------------------

/// Whether no case can satisfy it.
template <Named E>
[[nodiscard]] constexpr bool never_holds(const Rule<E>& rule) noexcept {
    return rule.when().terms().size() == 0;
}

/// Whether every case satisfies it.
template <Named E>
[[nodiscard]] constexpr bool always_holds(const Rule<E>& rule) noexcept {
    return rule.unless().terms().size() == 0;
}

namespace detail {
/// Whether no case satisfies a term of the one and a term of the other.
template <class Use = OnUse>
[[nodiscard]] constexpr bool disjoint(Used<Use, std::span<const Cube>> one, std::span<const Cube> other) noexcept {
    for (const Cube& a : one) {
        for (const Cube& b : other) {
            if (!(a & b).contradictory()) return false;
        }
    }
    return true;
}
}  // namespace detail

/// Whether the other rule holds wherever the one does, in all completions. A rule that never holds implies all.
/// Cost: primes of the one times primes of the negation of the other.
template <Named E>
[[nodiscard]] constexpr bool implies(const Rule<E>& one, const Rule<E>& other) noexcept {
    return detail::disjoint(one.when().terms().view(), other.unless().terms().view());
}

/// Whether both hold in the same cases, however they are written.
template <Named E>
[[nodiscard]] constexpr bool equivalent(const Rule<E>& one, const Rule<E>& other) noexcept {
    return implies(one, other) && implies(other, one);
}

/// Whether no case satisfies both.
template <Named E>
[[nodiscard]] constexpr bool exclusive(const Rule<E>& one, const Rule<E>& other) noexcept {
    return detail::disjoint(one.when().terms().view(), other.when().terms().view());
}

/// The features on which the rule depends: for some case, turning this one alone turns the answer. A feature of which
/// the rule speaks and on which it does not depend is idle.
/// Source: Blake 1937: a function depends on what stands in its primes, and on nothing else.
template <Named E>
[[nodiscard]] constexpr Set<E> depends_on(const Rule<E>& rule) noexcept {
    return rule.when().conditions();
}

namespace detail {

/// A part of `within` that none of the chosen cubes holds in, as a cube; empty when they cover all of it.
/// Cost: at worst 2 to the number of features of the cubes; linear where few of them share features.
template <class Use = OnUse>
[[nodiscard]] constexpr std::optional<Used<Use, Cube>> uncovered(Used<Use, std::span<const Cube>> cubes, std::uint32_t chosen,
                                                      Cube within) noexcept {
    Cube split{};  // what the cube with the fewest literals left still asks for
    for (std::size_t i = 0; i < cubes.size(); ++i) {
        if (((chosen >> i) & 1U) == 0 || (cubes[i] & within).contradictory()) continue;
        const Cube left = cubes[i].without(within);
        if (left.size() == 0) return std::nullopt;
        if (split.size() == 0 || left.size() < split.size()) split = left;
    }
    if (split.size() == 0) return within;
    const Cube literal = split.first_literal();
    const auto without = uncovered(cubes, chosen, within & Cube{literal.failing, literal.holding});
    return without ? without : uncovered(cubes, chosen, within & literal);
}

/// All cubes of a list, as `uncovered` takes them.
template <class Use = OnUse>
[[nodiscard]] constexpr std::uint32_t all_of(Used<Use, std::span<const Cube>> cubes) noexcept {
    return cubes.size() >= 32 ? 0xffffffffU : (std::uint32_t{1} << cubes.size()) - 1U;
}

}  // namespace detail

/// Whether a term of a rule, as written, can be left out and the rule says the same: the other terms cover it. Each
/// term by itself: of two terms that cover each other one has to stay.
/// @param term  Its place in `rule.written()`. Error: false beyond the last.
template <Named E>
[[nodiscard]] constexpr bool is_redundant(const Rule<E>& rule, std::size_t term) noexcept {
    const auto& terms = rule.written().terms();
    if (term >= terms.size()) return false;
    if (terms[term].contradictory()) return true;
    const std::uint32_t others = detail::all_of(terms.view()) & ~(std::uint32_t{1} << term);
    return !detail::uncovered(terms.view(), others, terms[term]).has_value();
}

/// Whether a literal of a term of a rule, as written, can be left out and the rule says the same. Each literal by
/// itself.
/// @param term     Its place in `rule.written()`. Error: false beyond the last.
/// @param literal  What is to be left out of it, one literal or several. Error: false when it is not part of the term.
template <Named E>
[[nodiscard]] constexpr bool is_redundant(const Rule<E>& rule, std::size_t term, Cube literal) noexcept {
    const auto& terms = rule.written().terms();
    if (term >= terms.size() || literal.empty() || !literal.absorbs(terms[term])) return false;
    const Cube rest = terms[term].without(literal);
    return rest.contradictory() || detail::disjoint({&rest, 1}, rule.unless().terms().view());
}

/// How long a formula is: first the number of its terms counts, then that of their literals.
struct Length {
    std::size_t terms = 0;
    std::size_t literals = 0;
    [[nodiscard]] constexpr bool shorter_than(Length other) const noexcept {
        return terms != other.terms ? terms < other.terms : literals < other.literals;
    }
    [[nodiscard]] friend constexpr bool operator==(Length, Length) noexcept = default;
};

/// The length of a formula as it stands.
template <Named E>
[[nodiscard]] constexpr Length length(const Formula<E>& formula) noexcept {
    Length sum{formula.terms().size(), 0};
    for (const Cube& term : formula.terms()) sum.literals += static_cast<std::size_t>(term.size());
    return sum;
}

namespace detail {

/// Looks for the shortest sums of primes that cover a rule. Each part of the rule that some sum leaves uncovered gives
/// a clause: one of the primes that hold there is needed. A sum that hits all clauses and covers the rule is an answer;
/// one that does not cover it gives a further clause.
template <class Visit>
class ShortestSums {
public:
    constexpr ShortestSums(std::span<const Cube> primes, Visit& visit) noexcept : primes_(primes), visit_(visit) {}

    /// The length of the shortest.
    [[nodiscard]] constexpr Length shortest() {
        limit_ = (primes_.size() + 1) * term_cost;  // more than all of them
        search(0, 0, 0);
        return {limit_ / term_cost, limit_ % term_cost};
    }
    /// Calls `visit(std::uint32_t chosen)` for each of that length; to be asked after `shortest`.
    constexpr void for_each() {
        visiting_ = true;
        ++limit_;
        search(0, 0, 0);
    }

private:
    static constexpr std::size_t term_cost = 2048;  // more than the literals of 32 terms with 32 each
    static constexpr std::size_t most_clauses = 256;

    [[nodiscard]] constexpr std::size_t cost(std::size_t prime) const noexcept {
        return term_cost + static_cast<std::size_t>(primes_[prime].size());
    }
    [[nodiscard]] constexpr std::size_t cheapest(std::uint32_t candidates) const noexcept {
        std::size_t least = 2 * term_cost;
        for (std::size_t i = 0; i < primes_.size(); ++i) {
            if (((candidates >> i) & 1U) != 0 && cost(i) < least) least = cost(i);
        }
        return least;
    }

    /// The primes that hold in a part of the rule which the chosen ones leave uncovered; 0 when they cover all of it.
    /// The part is made so narrow that as few primes as may be hold there.
    [[nodiscard]] constexpr std::uint32_t missing(std::uint32_t chosen) const noexcept {
        for (const Cube& prime : primes_) {
            auto part = uncovered(primes_, chosen, prime);
            if (!part) continue;
            for (const Cube& other : primes_) {
                const Cube literal = other.without(*part).first_literal();
                if ((other & *part).contradictory() || literal.empty()) continue;
                *part = *part & Cube{literal.failing, literal.holding};
            }
            std::uint32_t holding = 0;
            for (std::size_t i = 0; i < primes_.size(); ++i) {
                if (primes_[i].absorbs(*part)) holding |= std::uint32_t{1} << i;
            }
            return holding;
        }
        return 0;
    }

    /// Branches over the primes that hit a clause; a prime that was tried is excluded from the branches after it, so
    /// that no sum is met twice.
    constexpr void search(std::uint32_t chosen, std::uint32_t excluded, std::size_t spent) {
        // Clauses without a common candidate need a prime each.
        std::size_t bound = spent;
        std::uint32_t counted = 0;
        std::uint32_t next = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            if ((clauses_[i] & chosen) != 0) continue;
            const std::uint32_t candidates = clauses_[i] & ~excluded;
            if (candidates == 0) return;
            if (next == 0 || std::popcount(candidates) < std::popcount(next)) next = candidates;
            if ((candidates & counted) != 0) continue;
            counted |= candidates;
            bound += cheapest(candidates);
        }
        if (bound >= limit_) return;
        if (next == 0) {
            const std::uint32_t clause = missing(chosen);
            if (clause == 0) {
                if (visiting_) visit_(chosen);
                if (!visiting_) limit_ = spent;  // from here on only shorter ones
                return;
            }
            if (size_ < most_clauses) clauses_[size_++] = clause;
            next = clause & ~excluded;
        }
        for (; next != 0; next &= next - 1U) {
            const auto prime = static_cast<std::size_t>(std::countr_zero(next));
            const std::uint32_t bit = std::uint32_t{1} << prime;
            if (spent + cost(prime) < limit_) search(chosen | bit, excluded, spent + cost(prime));
            excluded |= bit;
        }
    }

    std::span<const Cube> primes_;
    Visit& visit_;
    bool visiting_ = false;
    std::array<std::uint32_t, most_clauses> clauses_{};  // to forget one costs time, not exactness
    std::size_t size_ = 0;
    std::size_t limit_ = 0;  // only what costs less is looked for
};

}  // namespace detail

/// The length of the shortest disjunctions of terms that say what the rule says: fewest terms, then fewest literals.
/// All of these are sums of its primes. 0 terms: it never holds; 1 term without literals: it always does.
/// Cost: at worst exponential in the primes, of which there are at most 32; microseconds for the rules of a theory,
/// some milliseconds for random ones with nearly as many primes as there may be. Source: Quine, The problem of
/// simplifying truth functions (1952); Petrick, A direct determination of the irredundant forms of a Boolean function
/// from the set of prime implicants (1956).
template <Named E>
[[nodiscard]] constexpr Length shortest_length(const Rule<E>& rule) noexcept {
    const auto nobody = [](std::uint32_t) {};
    return detail::ShortestSums(rule.when().terms().view(), nobody).shortest();
}

/// Calls `visit(const Formula<E>&)` for each of the shortest formulas that say what the rule says, each once, its terms
/// in the order of the rule's primes. There can be thousands, though a rule of a theory has one or a few.
/// Cost: as `shortest_length`, and at least that of the visits; no allocation.
template <Named E, class Visit>
constexpr void for_each_shortest(const Rule<E>& rule, Visit&& visit) {
    const auto primes = rule.when().terms().view();
    const auto chosen_primes = [&](std::uint32_t chosen) {
        typename Formula<E>::Terms terms;
        for (std::size_t i = 0; i < primes.size(); ++i) {
            if (((chosen >> i) & 1U) != 0) static_cast<void>(terms.append(primes[i]));
        }
        visit(Formula<E>(terms));
    };
    detail::ShortestSums sums(primes, chosen_primes);
    static_cast<void>(sums.shortest());
    sums.for_each();
}

}  // namespace trimode
