// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Grade: how strongly a feature holds, as an interval of membership; the grade reading of formulas and rules.
/// Layer: framework.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <type_traits>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/set.hpp>
#include <trimode/base/truth.hpp>
#include <trimode/framework/reading.hpp>

namespace trimode {

namespace detail {

/// One, in the unit of degrees. Unit: 10^-15.
inline constexpr std::int64_t whole_degree = 1'000'000'000'000'000;

static_assert(std::bit_cast<std::uint64_t>(1.0) == 0x3ff0000000000000U, "a double is one of IEEE 754");

/// Whether a number lies from 0 to 1. Asked of its bits, so that NaN is refused under -ffast-math too.
[[nodiscard]] constexpr bool is_degree(double number) noexcept {
    const auto bits = std::bit_cast<std::uint64_t>(number);
    return bits <= std::bit_cast<std::uint64_t>(1.0) || bits == std::uint64_t{1} << 63U;  // minus zero is zero
}

/// A degree to the nearest 10^-15, in that unit; halfway between two of them to the even one, so that one minus it
/// becomes one minus that. After an exact product all is done in whole numbers, so that no optimisation changes it:
/// `number * 2^58 * 5^15 / 2^43`, the middle product in two halves.
[[nodiscard]] constexpr std::int64_t to_degree(double number) noexcept {
    constexpr std::uint64_t five_to_15 = 30'517'578'125;
    const auto bits = static_cast<std::uint64_t>(number * 0x1p58);
    const std::uint64_t above = (bits >> 29U) * five_to_15;
    constexpr std::uint64_t low = (std::uint64_t{1} << 29U) - 1U;
    const std::uint64_t below = (bits & low) * five_to_15 + (std::uint64_t{1} << 42U);
    const std::uint64_t rounded = above + (below >> 29U);
    const bool halfway = ((below & low) | (rounded & ((1U << 14U) - 1U))) == 0;
    return static_cast<std::int64_t>((rounded >> 14U) & ~static_cast<std::uint64_t>(halfway));
}

/// The double nearest to a degree. Divided by what the compiler does not see, since under -ffast-math it would multiply
/// by a rounded 10^-15, and one half would come out above one half.
[[nodiscard]] constexpr double to_double(std::int64_t degree) noexcept {
    if (std::is_constant_evaluated()) return static_cast<double>(degree) / 1e15;
    const volatile double whole = 1e15;
    return static_cast<double>(degree) / whole;
}

[[nodiscard]] constexpr std::int64_t lesser(std::int64_t left, std::int64_t right) noexcept {
    return right < left ? right : left;
}
[[nodiscard]] constexpr std::int64_t greater(std::int64_t left, std::int64_t right) noexcept {
    return left < right ? right : left;
}

/// Called only where a number in the program is no degree, or no cut; their names are the messages.
void a_degree_is_a_number_from_0_to_1();
void an_interval_goes_from_the_least_to_the_most();
void a_cut_lies_above_one_half_and_up_to_1();

}  // namespace detail

/// The level of membership from which something counts as in. One minus it, and below, counts as out.
/// Unit: none. Range: above one half, up to 1; kept to 10^-15, as degrees are. Without an argument: more in than out,
/// the least level above one half.
/// Source: Zadeh, Fuzzy sets (1965), for the sets of what reaches a level.
class AlphaCut {
public:
    constexpr AlphaCut() noexcept = default;
    /// Error: empty unless .5 < level <= 1, at 15 decimal places; so for NaN.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr std::optional<Used<Use, AlphaCut>> of(double level) noexcept {
        if (!detail::is_degree(level)) return std::nullopt;
        Used<Use, AlphaCut> cut;
        cut.level_ = detail::to_degree(level);
        if (cut.level_ <= detail::whole_degree / 2) return std::nullopt;
        return cut;
    }
    [[nodiscard]] constexpr double level() const noexcept { return detail::to_double(level_); }
    [[nodiscard]] friend constexpr bool operator==(AlphaCut, AlphaCut) noexcept = default;

private:
    std::int64_t level_ = detail::whole_degree / 2 + 1;
    friend class Grade;
};

/// A cut that is written in the program. Error: does not compile unless .5 < level <= 1.
template <class Use = OnUse>
[[nodiscard]] consteval Used<Use, AlphaCut> alpha_cut(double level) {
    const auto cut = Used<Use, AlphaCut>::of(level);
    if (!cut) detail::a_cut_lies_above_one_half_and_up_to_1();
    return *cut;
}

/// How strongly something holds, as far as is known: its degree of membership lies somewhere from `least` to `most`.
/// Unit: none. Range: 0 (fully out) to 1 (fully in), both included; at one half it is neither more in nor more out.
///
/// A degree is kept to 15 decimal places, as a whole number of 10^-15: decimals stay what they were, one minus .3 is
/// .7, the opposite of the opposite is the same again, and all is identical everywhere, under -ffast-math too.
/// Source: Zadeh, Fuzzy sets (1965); Ragin, Redesigning social inquiry (2008), for degrees in comparative research.
class Grade {
public:
    /// Nothing is known: from 0 to 1.
    constexpr Grade() noexcept = default;

    /// What is told, as a grade: holds is 1, fails is 0, both unknown and contested are anything from 0 to 1. A grade
    /// does not say why it is open; the facts do.
    constexpr explicit Grade(Truth truth) noexcept
        : least_(truth == Truth::holds ? detail::whole_degree : 0),
          most_(truth == Truth::fails ? 0 : detail::whole_degree) {}

    /// A degree that is known. Error: empty unless 0 <= degree <= 1; so for NaN.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr std::optional<Used<Use, Grade>> of(double degree) noexcept {
        return Used<Use, Grade>::between(degree, degree);
    }

    /// A degree between two others, which it may equal. Error: empty unless 0 <= least <= most <= 1, at 15 decimal
    /// places, so that .1 + .2 is not above .3; empty for NaN.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr std::optional<Used<Use, Grade>> between(double least, double most) noexcept {
        if (!detail::is_degree(least) || !detail::is_degree(most)) return std::nullopt;
        const Used<Use, Grade> grade(detail::to_degree(least), detail::to_degree(most));
        if (grade.most_ < grade.least_) return std::nullopt;
        return grade;
    }

    /// Nothing is known.
    [[nodiscard]] static constexpr Grade unknown() noexcept { return {}; }

    /// The double nearest to the decimal, so that a number written with up to 15 places comes out as it was.
    [[nodiscard]] constexpr double least() const noexcept { return detail::to_double(least_); }
    [[nodiscard]] constexpr double most() const noexcept { return detail::to_double(most_); }
    /// Whether it is one degree, and not a range.
    [[nodiscard]] constexpr bool settled() const noexcept { return least_ == most_; }
    /// Whether all that the other leaves possible is possible by this one.
    [[nodiscard]] constexpr bool includes(Grade other) const noexcept {
        return least_ <= other.least_ && other.most_ <= most_;
    }
    /// Whether it is as great as the other, or greater: for certain, whatever the two are; possibly.
    [[nodiscard]] constexpr bool must_reach(Grade other) const noexcept { return least_ >= other.most_; }
    [[nodiscard]] constexpr bool may_reach(Grade other) const noexcept { return most_ >= other.least_; }
    /// Whether it reaches a cut: for certain; possibly.
    [[nodiscard]] constexpr bool must_reach(AlphaCut cut) const noexcept { return least_ >= cut.level_; }
    [[nodiscard]] constexpr bool may_reach(AlphaCut cut) const noexcept { return most_ >= cut.level_; }
    /// What counts as told at a cut: holds from the cut up, fails from one minus the cut down, else unknown.
    [[nodiscard]] constexpr Truth at(AlphaCut cut) const noexcept {
        const auto holds = static_cast<unsigned>(must_reach(cut));
        const auto fails = static_cast<unsigned>((~*this).must_reach(cut));
        return static_cast<Truth>(holds | (fails << 1U));
    }

    /// Of the opposite: one minus it.
    [[nodiscard]] friend constexpr Grade operator~(Grade grade) noexcept {
        return Grade(detail::whole_degree - grade.most_, detail::whole_degree - grade.least_);
    }
    /// The greater of two, end by end.
    [[nodiscard]] friend constexpr Grade greater_of(Grade left, Grade right) noexcept {
        return Grade(detail::greater(left.least_, right.least_), detail::greater(left.most_, right.most_));
    }
    /// The lesser of two, end by end.
    [[nodiscard]] friend constexpr Grade lesser_of(Grade left, Grade right) noexcept {
        return Grade(detail::lesser(left.least_, right.least_), detail::lesser(left.most_, right.most_));
    }
    /// By how much the one is above the other; 0 where it is not.
    [[nodiscard]] friend constexpr Grade excess(Grade of, Grade over) noexcept {
        return Grade(detail::greater(of.least_ - over.most_, 0), detail::greater(of.most_ - over.least_, 0));
    }
    [[nodiscard]] friend constexpr bool operator==(Grade, Grade) noexcept = default;

private:
    constexpr Grade(std::int64_t least, std::int64_t most) noexcept : least_(least), most_(most) {}
    /// Of a rule, from the most of both its sides. Of what are no two sides of one rule, and leave no degree between
    /// them, the least is lowered to the most.
    [[nodiscard]] static constexpr Grade of_sides(std::int64_t when, std::int64_t unless) noexcept {
        return Grade(detail::lesser(detail::whole_degree - unless, when), when);
    }

    std::int64_t least_ = 0;
    std::int64_t most_ = detail::whole_degree;

    template <Named E>
    friend class GradeReading;  // takes ends from grades
    template <Named E>
    friend class MostReading;
};

/// A degree that is written in the program. Error: does not compile unless 0 <= membership <= 1.
template <class Use = OnUse>
[[nodiscard]] consteval Used<Use, Grade> degree(double membership) {
    const auto grade = Used<Use, Grade>::of(membership);
    if (!grade) detail::a_degree_is_a_number_from_0_to_1();
    return *grade;
}

/// An interval of degrees that is written in the program. Error: does not compile unless 0 <= least <= most <= 1.
template <class Use = OnUse>
[[nodiscard]] consteval Used<Use, Grade> degree(double least, double most) {
    if (!detail::is_degree(least) || !detail::is_degree(most)) detail::a_degree_is_a_number_from_0_to_1();
    const auto grade = Used<Use, Grade>::between(least, most);
    if (!grade) detail::an_interval_goes_from_the_least_to_the_most();
    return *grade;
}

/// How strongly each value of an enumeration holds: features that go into rules, or labels that come out. What is not
/// set is unknown, from 0 to 1. Features are taken to be independent: each may lie anywhere in its interval, whatever
/// the others do.
template <Named E>
class Grades {
public:
    constexpr Grades() noexcept {
        // Once more, one by one: g++ 12 leaves out some of the elements when it has run this at compile time before.
        for (Grade& each : grades_) each = Grade{};
    }
    /// What is told, as grades: holds is 1, fails is 0, unknown and contested are from 0 to 1. Whether a feature is
    /// open for want of evidence or because the sources disagree is lost here; ask the facts.
    constexpr explicit Grades(Facts<E> facts) noexcept : Grades() {
        for (const E feature : all<E>()) set(feature, Grade(facts[feature]));
    }

    /// Unknown for a number that is no value of the enumeration.
    [[nodiscard]] constexpr Grade operator[](E feature) const noexcept {
        return index(feature) < count<E> ? grades_[index(feature)] : Grade{};
    }
    constexpr Grades& set(E feature, Grade grade) noexcept {
        if (index(feature) < count<E>) grades_[index(feature)] = grade;
        return *this;
    }

    /// The facts at a cut: what holds, fails or is unknown there. Nothing is contested.
    [[nodiscard]] constexpr Facts<E> facts_at(AlphaCut cut) const noexcept {
        Facts<E> facts;
        for (const E feature : all<E>()) facts.set(feature, (*this)[feature].at(cut));
        return facts;
    }

    [[nodiscard]] friend constexpr bool operator==(const Grades&, const Grades&) noexcept = default;

private:
    std::array<Grade, count<E>> grades_{};
};

/// The grade reading: a sum is the greater, a product the lesser, a negation one minus it.
///
/// A **rule** is read on its primes, and exactly: `least` and `most` are the least and the most over all degrees that
/// its features may have.
/// - Where all degrees are known, the greatest of its primes and the greatest of those of its negation add up to 1. Not
///   to more: a prime of the one and a prime of the other disagree about some feature. Not to less: if all primes of
///   the negation stay below some t <= .5, each has a literal below t. The opposites of these literals are above 1 - t,
///   so they do not contradict one another; they contradict every prime of the negation, so together they satisfy the
///   rule; and so a prime of it is above 1 - t.
/// - A prime names a feature once, so that all its literals can be at their most together: the most of a side is exact
///   whatever the intervals. Hence a rule's most is the most of `when`, and its least is 1 - the most of `unless`.
///
/// It follows that equivalent rules grade alike, that grade(not f) = 1 - grade(f), that more knowledge only narrows a
/// grade, and that at each cut a grade says what the truth reading says of the facts at that cut.
///
/// The least of `when` alone is a bound from below. It is exact when it, or the rule's least, is above one half, and
/// when no feature occurs in both signs. Else it may be too low: `A*~B + ~A*B` with A unknown and B at .5 is .5
/// whatever A is, and the least of its primes is 0. In the same way 1 - the least of `unless` may be too high.
///
/// A **formula** is read as written, which bounds nothing and depends on the writing: with A at .5 both `A + ~A` and
/// `A*~A` are .5, though the first always holds, and grades 1 as a rule, and the second never does, and grades 0.
/// Source: Zadeh, Fuzzy sets (1965), for greater, lesser and one minus, on the primes of Blake 1937; the theorem is
/// proved above and tested against all degrees on a grid.
template <Named E>
class GradeReading {
public:
    using Value = Grade;
    constexpr explicit GradeReading(const Grades<E>& grades) noexcept : grades_(grades) {}

    [[nodiscard]] constexpr Grade zero() const noexcept { return Grade(Truth::fails); }
    [[nodiscard]] constexpr Grade one() const noexcept { return Grade(Truth::holds); }
    [[nodiscard]] constexpr Grade sum(Grade left, Grade right) const noexcept { return greater_of(left, right); }
    [[nodiscard]] constexpr Grade product(Grade left, Grade right) const noexcept { return lesser_of(left, right); }
    [[nodiscard]] constexpr Grade literal(E feature, bool positive) const noexcept {
        return positive ? grades_[feature] : ~grades_[feature];
    }
    /// Of a rule, from what both its sides grade. Of grades that are no two sides of one rule, and leave no degree
    /// between them, the least is lowered to the most.
    [[nodiscard]] constexpr Grade answer(Grade when, Grade unless) const noexcept {
        return Grade::of_sides(when.most_, unless.most_);
    }

private:
    Grades<E> grades_;
};

/// The grade of a rule, and the literals that it stands on: as degrees are joined by greater and lesser, it is always
/// the degree of some literals.
struct TracedGrade {
    Grade grade{};
    /// The literals whose most is the rule's most, in the primes of the rule that reach it: none of its primes is more
    /// than its weakest literal, and these are the weakest of the strongest primes. Empty for a rule without primes, or
    /// that always holds.
    Cube at_most{};
    /// The same of the primes of the rule's negation, whose most is one minus the rule's least.
    Cube at_least{};
    [[nodiscard]] friend constexpr bool operator==(const TracedGrade&, const TracedGrade&) noexcept = default;
};

/// The grade reading of rules by no more than they need: the most of each side.
template <Named E>
class MostReading {
public:
    using Value = std::int64_t;  ///< Unit: 10^-15.
    /// @param grades  Is not copied: has to live as long as the reading.
    constexpr explicit MostReading(const Grades<E>& grades) noexcept : grades_(&grades) {}

    [[nodiscard]] constexpr Value zero() const noexcept { return 0; }
    [[nodiscard]] constexpr Value one() const noexcept { return detail::whole_degree; }
    [[nodiscard]] constexpr Value sum(Value left, Value right) const noexcept { return detail::greater(left, right); }
    [[nodiscard]] constexpr Value product(Value left, Value right) const noexcept { return detail::lesser(left, right); }
    [[nodiscard]] constexpr Value literal(E feature, bool positive) const noexcept {
        const Grade grade = (*grades_)[feature];
        return positive ? grade.most_ : detail::whole_degree - grade.least_;
    }
    /// The grade of a rule, from both its sides: that of `GradeReading`.
    [[nodiscard]] constexpr Grade answer(Value when, Value unless) const noexcept { return Grade::of_sides(when, unless); }

private:
    const Grades<E>* grades_;
};

}  // namespace trimode
