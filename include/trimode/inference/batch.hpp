// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Batch: the verdicts on millions of cases in columns, about as fast as memory is read; the same as one by one.
///
/// All of it is stateless, reads spans and writes spans, allocates nothing, and can run at compile time. To use several
/// threads, give each a part: `classify<rules>(planes.part(range), verdicts.part(range))` with `part_of(cases, i, n)`.
/// Columns that are written may overlap neither each other nor those that are read.
/// Layer: inference.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>

#include <trimode/base/cube.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/set.hpp>
#include <trimode/framework/grade.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/columns.hpp>
#include <trimode/inference/grades.hpp>
#include <trimode/inference/trace.hpp>
#include <trimode/inference/verdict.hpp>

namespace trimode {

/// The least unsigned number with a bit for each label: a set of labels in a column.
template <Named Label>
using LabelMask =
    std::conditional_t<count<Label> <= 8, std::uint8_t, std::conditional_t<count<Label> <= 16, std::uint16_t, std::uint32_t>>;

namespace detail {
/// As wide as an element of a column, so that a loop over both is vectorised; or as wide as the values need.
template <Named T, class Element>
using WideMask = std::conditional_t<(sizeof(LabelMask<T>) > sizeof(Element)), LabelMask<T>,
                                    std::conditional_t<sizeof(Element) == 1, std::uint8_t, std::uint32_t>>;
}  // namespace detail

/// Where verdicts are written, as planes: a bit for each case, `words_for(cases)` words for each label. What is left out
/// is not written.
template <Named Label>
struct VerdictPlanes {
    std::array<std::span<std::uint64_t>, count<Label>> holding{};   ///< By the `index` of the label.
    std::array<std::span<std::uint64_t>, count<Label>> possible{};

    /// Those for some of the cases.
    [[nodiscard]] constexpr VerdictPlanes part(CaseRange range) const noexcept {
        return {detail::cut(holding, range, 64), detail::cut(possible, range, 64)};
    }
    /// The verdict on one case. Of labels whose planes are left out, or end before it, nothing is said.
    [[nodiscard]] constexpr Verdict<Label> operator[](std::size_t number) const noexcept {
        const auto labels = [number](const auto& planes) {
            return detail::labels_that<Label>([&](Label label) {
                const auto& plane = planes[index(label)];
                return number / 64 < plane.size() && ((plane[number / 64] >> (number % 64)) & 1U) != 0;
            });
        };
        return {labels(holding), labels(possible)};
    }
    [[nodiscard]] constexpr Error first_fault(std::size_t cases) const noexcept {
        return detail::first_error(detail::length_fault<Label>(holding, words_for(cases)),
                                   detail::length_fault<Label>(possible, words_for(cases)));
    }
};

/// Planes for the verdicts on so many cases in one piece of memory: for each label what holds, then for each what may.
/// Error: wrong_length unless it has `plane_words<Label>(cases)` words.
template <Named Label>
[[nodiscard]] constexpr Result<VerdictPlanes<Label>> verdicts_over(std::span<std::uint64_t> memory, std::size_t cases) noexcept {
    if (memory.size() != plane_words<Label>(cases)) return detail::memory_fault(memory.size(), plane_words<Label>(cases));
    VerdictPlanes<Label> verdicts;
    detail::deal(memory, verdicts.holding, verdicts.possible);
    return verdicts;
}

/// Where the literals behind verdicts are written, as planes, for each label those that `Trace::literals` has: `holding`
/// for literals such as `alternative`, `failing` for `~alternative`. What is left out is not written.
template <Named Label, Named E>
struct TracePlanes {
    std::array<PlaneColumns<E, std::uint64_t>, count<Label>> literals{};  ///< By the `index` of the label.

    /// Those for some of the cases.
    [[nodiscard]] constexpr TracePlanes part(CaseRange range) const noexcept {
        TracePlanes parts;
        for (std::size_t i = 0; i < count<Label>; ++i) parts.literals[i] = literals[i].part(range);
        return parts;
    }
    /// Error: wrong_length, whatever the columns' own `cases` say.
    [[nodiscard]] constexpr Error first_fault(std::size_t cases) const noexcept {
        for (auto columns : literals) {
            columns.cases = cases;
            const Error error = columns.first_fault();
            if (error.fault != Fault::none) return error;
        }
        return {};
    }
};

/// Where grades, and what follows from them, are written: each column has an element for each case. What is left out is
/// not written. As bytes a degree is 0 (fully out) to 254 (fully in), in steps of 1/254: there is no unknown among
/// them, it is the range from 0 to 254.
/// @tparam Number  `std::uint8_t` with `ByteColumns`, `float` with `FloatColumns`.
template <Named Label, class Number>
struct GradeColumns {
    std::array<std::span<Number>, count<Label>> least{};  ///< By the `index` of the label.
    std::array<std::span<Number>, count<Label>> most{};
    AlphaCut cut{};                               ///< At which a label holds or may hold, see `verdict_at`.
    std::span<LabelMask<Label>> holding{};        ///< The labels that hold at that cut.
    std::span<LabelMask<Label>> possible{};       ///< Those that may.
    std::span<LabelMask<Label>> greatest{};       ///< The labels that are greatest for certain, see `greatest`.
    std::span<LabelMask<Label>> may_be_greatest{};
    std::span<Number> least_margin{};             ///< How far the greatest is above the next, see `Greatest`.
    std::span<Number> most_margin{};
    /// What the grades stand on, see `TracedGrade`, each a word as `Cube::word` has it.
    std::array<std::span<std::uint64_t>, count<Label>> at_most{};
    std::array<std::span<std::uint64_t>, count<Label>> at_least{};

    /// Those for some of the cases.
    [[nodiscard]] constexpr GradeColumns part(CaseRange range) const noexcept {
        GradeColumns parts;
        parts.cut = cut;
        parts.least = detail::cut(least, range, 1);
        parts.most = detail::cut(most, range, 1);
        parts.holding = detail::cut(holding, range, 1);
        parts.possible = detail::cut(possible, range, 1);
        parts.greatest = detail::cut(greatest, range, 1);
        parts.may_be_greatest = detail::cut(may_be_greatest, range, 1);
        parts.least_margin = detail::cut(least_margin, range, 1);
        parts.most_margin = detail::cut(most_margin, range, 1);
        parts.at_most = detail::cut(at_most, range, 1);
        parts.at_least = detail::cut(at_least, range, 1);
        return parts;
    }
    [[nodiscard]] constexpr Error first_fault(std::size_t cases) const noexcept {
        return detail::first_error(
            detail::length_fault<Label>(least, cases), detail::length_fault<Label>(most, cases),
            detail::length_fault(holding, cases, "holding"), detail::length_fault(possible, cases, "possible"),
            detail::length_fault(greatest, cases, "greatest"),
            detail::length_fault(may_be_greatest, cases, "may_be_greatest"),
            detail::length_fault(least_margin, cases, "least_margin"),
            detail::length_fault(most_margin, cases, "most_margin"), detail::length_fault<Label>(at_most, cases),
            detail::length_fault<Label>(at_least, cases));
    }
};

namespace detail {

// A form says how a rule is read from elements of its columns: `zero`, `one`, `sum` and `product` as an algebra has
// them, the values of a literal in the two columns of its feature, and a rule's two ends from both its sides. A literal
// has made its choice of sign before its values are asked for, so that a loop over them has none to make.

/// 64 cases a word.
struct PlaneForm {
    using Element = std::uint64_t;
    static constexpr std::size_t cases_in_each = 64;
    static constexpr Element zero = 0;
    static constexpr Element one = ~std::uint64_t{0};
    static constexpr Element absent_first = 0;
    static constexpr Element absent_second = 0;
    class Literal {
    public:
        constexpr Literal(const Element* holding, const Element* failing, bool positive) noexcept
            : for_(positive ? holding : failing), against_(positive ? failing : holding) {}
        [[nodiscard]] constexpr Element operator[](std::size_t i) const noexcept { return for_[i] & ~against_[i]; }

    private:
        const Element* for_;
        const Element* against_;
    };
    [[nodiscard]] static constexpr Element sum(Element left, Element right) noexcept { return left | right; }
    [[nodiscard]] static constexpr Element product(Element left, Element right) noexcept { return left & right; }
    [[nodiscard]] static constexpr Element least(Element when, Element) noexcept { return when; }
    [[nodiscard]] static constexpr Element most(Element, Element unless) noexcept { return ~unless; }
};

/// A case a byte. The most of a literal is counted from 0 to 254, and 255 where it is unknown, which is one: so that
/// one subtraction, or none, makes it of a byte.
struct ByteForm {
    using Element = std::uint8_t;
    static constexpr std::size_t cases_in_each = 1;
    static constexpr Element zero = 0;
    static constexpr Element one = 255;
    static constexpr Element whole = 254;
    static constexpr Element absent_first = 0;
    static constexpr Element absent_second = 0;
    class Literal {
    public:
        constexpr Literal(const Element* degrees, const Element*, bool positive) noexcept
            : degrees_(degrees), flip_(positive ? 0 : 255), more_(positive ? 255 : 0) {}
        /// One less, or 255 less it.
        [[nodiscard]] constexpr Element operator[](std::size_t i) const noexcept {
            return static_cast<Element>((degrees_[i] ^ flip_) + more_);
        }

    private:
        const Element* degrees_;
        Element flip_;
        Element more_;
    };
    [[nodiscard]] static constexpr Element sum(Element left, Element right) noexcept { return left < right ? right : left; }
    [[nodiscard]] static constexpr Element product(Element left, Element right) noexcept { return left < right ? left : right; }
    [[nodiscard]] static constexpr Element opposite(Element degree) noexcept { return static_cast<Element>(whole - degree); }
    [[nodiscard]] static constexpr Element least(Element when, Element unless) noexcept {
        return product(opposite(product(unless, whole)), most(when, unless));
    }
    [[nodiscard]] static constexpr Element most(Element when, Element) noexcept { return product(when, whole); }
    /// By how much the one is above the other; no more than 0 where it is not.
    [[nodiscard]] static constexpr Element difference(Element of, Element over) noexcept {
        return static_cast<Element>(sum(of, over) - over);
    }
    /// The least degree that reaches a cut.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr Element reaching(Used<Use, AlphaCut> cut) noexcept {
        Element degree = 0;
        while (!grade_of_byte(static_cast<Element>(degree + 1U)).must_reach(cut)) ++degree;  // 1 reaches every cut
        return degree;
    }
};

/// A case a float.
struct FloatForm {
    using Element = float;
    static constexpr std::size_t cases_in_each = 1;
    static constexpr Element zero = 0.0F;
    static constexpr Element one = 1.0F;
    static constexpr Element absent_first = 0.0F;
    static constexpr Element absent_second = 1.0F;
    class Literal {
    public:
        constexpr Literal(const Element* least, const Element* most, bool positive) noexcept
            : degrees_(positive ? most : least), sign_(positive ? 1.0F : -1.0F), less_(positive ? 0.0F : -1.0F) {}
        /// The most, or one minus the least.
        [[nodiscard]] constexpr Element operator[](std::size_t i) const noexcept { return sign_ * degrees_[i] - less_; }

    private:
        const Element* degrees_;
        Element sign_;
        Element less_;
    };
    [[nodiscard]] static constexpr Element sum(Element left, Element right) noexcept { return left < right ? right : left; }
    [[nodiscard]] static constexpr Element product(Element left, Element right) noexcept { return left < right ? left : right; }
    [[nodiscard]] static constexpr Element opposite(Element degree) noexcept { return 1.0F - degree; }
    [[nodiscard]] static constexpr Element least(Element when, Element unless) noexcept {
        return product(1.0F - unless, when);
    }
    [[nodiscard]] static constexpr Element most(Element when, Element) noexcept { return when; }
    [[nodiscard]] static constexpr Element difference(Element of, Element over) noexcept { return of - over; }
    /// The least multiple of 2^-24 that reaches a cut.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr Element reaching(Used<Use, AlphaCut> cut) noexcept {
        auto steps = static_cast<std::int32_t>(cut.level() * 0x1p24);
        if (steps > 0) --steps;
        while (!Used<Use, Grade>::of(steps * 0x1p-24)->must_reach(cut)) ++steps;
        return static_cast<float>(steps) * 0x1p-24F;
    }
};

/// How many elements one inner loop has: a constant, without which compilers do not vectorise it at -O2. 256 bytes of
/// each column at a time, which was measured to be better from memory than 128 or 512.
template <class Form>
inline constexpr std::size_t block_size = 256 / sizeof(typename Form::Element);

/// What stands in for a column that is left out.
template <class Form, bool Second>
inline constexpr auto absent = [] {
    std::array<typename Form::Element, block_size<Form>> block{};
    for (auto& element : block) element = Second ? Form::absent_second : Form::absent_first;
    return block;
}();

/// Where each feature's columns are read at.
template <Named E, class Form>
struct Cursor {
    using Element = typename Form::Element;
    std::array<const Element*, count<E>> first{};
    std::array<const Element*, count<E>> second{};
    std::uint32_t first_there = 0;  ///< Which are there, and go on; the others stay where they are.
    std::uint32_t second_there = 0;

    constexpr Cursor(const std::array<std::span<const Element>, count<E>>& firsts,
                     const std::array<std::span<const Element>, count<E>>& seconds) noexcept {
        for (std::size_t i = 0; i < count<E>; ++i) {
            first[i] = left_out(firsts[i]) ? absent<Form, false>.data() : firsts[i].data();
            second[i] = left_out(seconds[i]) ? absent<Form, true>.data() : seconds[i].data();
            first_there |= static_cast<std::uint32_t>(!left_out(firsts[i])) << i;
            second_there |= static_cast<std::uint32_t>(!left_out(seconds[i])) << i;
        }
    }
    constexpr void advance(std::size_t elements) noexcept {
        for (std::size_t i = 0; i < count<E>; ++i) {
            first[i] += ((first_there >> i) & 1U) != 0 ? elements : 0;
            second[i] += ((second_there >> i) & 1U) != 0 ? elements : 0;
        }
    }
};

/// The ends of every label's answer for some elements.
template <Named Label, class Form, std::size_t N>
struct Block {
    std::array<std::array<typename Form::Element, N>, count<Label>> least;
    std::array<std::array<typename Form::Element, N>, count<Label>> most;
};

/// The two ends of an answer.
template <class Value>
struct Ends {
    Value first;
    Value second;
};

/// The rules of the program, at one element of the columns.
template <Named E, class Form>
class ElementReading {
public:
    using Value = typename Form::Element;
    constexpr ElementReading(const Cursor<E, Form>& cursor, std::size_t at) noexcept : cursor_(&cursor), at_(at) {}
    [[nodiscard]] constexpr Value zero() const noexcept { return Form::zero; }
    [[nodiscard]] constexpr Value one() const noexcept { return Form::one; }
    [[nodiscard]] constexpr Value sum(Value left, Value right) const noexcept { return Form::sum(left, right); }
    [[nodiscard]] constexpr Value product(Value left, Value right) const noexcept { return Form::product(left, right); }
    [[nodiscard]] constexpr Value literal(E feature, bool positive) const noexcept {
        return typename Form::Literal(cursor_->first[index(feature)], cursor_->second[index(feature)], positive)[at_];
    }
    [[nodiscard]] constexpr Ends<Value> answer(Value when, Value unless) const noexcept {
        return {Form::least(when, unless), Form::most(when, unless)};
    }

private:
    const Cursor<E, Form>* cursor_;
    std::size_t at_;
};

/// Rules that are constants of the program: one loop over the elements, in which all rules are unrolled.
template <const auto& Rules, class Form>
struct ConstantRules {
    using Label = LabelOf<Rules>;
    using E = FeatureOf<Rules>;

    template <std::size_t N>
    constexpr void read_block(const Cursor<E, Form>& at, Block<Label, Form, N>& block) const noexcept {
        // What is written in the loop is seen by nobody else, and so is no part of what it reads.
        const Cursor<E, Form> cursor = at;
        Block<Label, Form, N> own;
        for (std::size_t i = 0; i < N; ++i) {
            [&]<std::size_t... Index>(std::index_sequence<Index...>) {
                const auto set = [&](std::size_t label, const Ends<typename Form::Element>& ends) {
                    own.least[label][i] = ends.first;
                    own.most[label][i] = ends.second;
                };
                (set(Index, read_rule<Rules, static_cast<Label>(Index)>(ElementReading<E, Form>(cursor, i))), ...);
            }(std::make_index_sequence<count<Label>>{});
        }
        block = own;
    }
    [[nodiscard]] constexpr const Rule<E>& rule(std::size_t label) const noexcept {
        return Rules.rule(static_cast<Label>(label));
    }
};

/// The first literal of a term's word, in columns.
template <Named E, class Form>
[[nodiscard]] constexpr typename Form::Literal first_literal(const Cursor<E, Form>& cursor, std::uint64_t word) noexcept {
    const auto bit = static_cast<std::size_t>(std::countr_zero(word));
    return {cursor.first[bit % 32], cursor.second[bit % 32], bit < 32};
}

/// A word without its first literal.
[[nodiscard]] constexpr std::uint64_t but_first(std::uint64_t word) noexcept {
    return word & (word - 1U);
}

/// Sets each element to the value at its place.
template <class T, std::size_t N, class Value>
constexpr void set_each(std::array<T, N>& to, const Value& value) noexcept {
    for (std::size_t i = 0; i < N; ++i) to[i] = value(i);
}

/// One side of a rule that may be known only at run time: loops over the elements, each of which takes in up to three
/// literals, so that what they join to is loaded and stored less often.
template <std::size_t N, Named E, class Form>
[[nodiscard]] constexpr std::array<typename Form::Element, N> read_side(const Formula<E>& formula,
                                                                        const Cursor<E, Form>& cursor) noexcept {
    using Element = typename Form::Element;
    using Literal = typename Form::Literal;
    std::array<Element, N> sums;  // seen by nobody else, as in ConstantRules
    // What is added first sets it, which g++ does not always see where it unrolls the loops, and warns.
    if constexpr (N < block_size<Form>) sums = {};
    bool nothing = true;
    const auto add = [&](const auto& value) {
        if (nothing) {
            set_each(sums, value);
        } else {
            set_each(sums, [&](std::size_t i) { return Form::sum(sums[i], value(i)); });
        }
        nothing = false;
    };
    const auto next = [&](std::uint64_t& word) {
        const Literal literal = first_literal(cursor, word);
        word = but_first(word);
        return literal;
    };
    const auto add_joined = [&](std::uint64_t& word, const auto& join) {
        const Literal a = next(word);
        if (word == 0) return add([&](std::size_t i) { return a[i]; });
        const Literal b = next(word);
        if (word == 0) return add([&](std::size_t i) { return join(a[i], b[i]); });
        const Literal c = next(word);
        add([&](std::size_t i) { return join(join(a[i], b[i]), c[i]); });
    };
    std::uint64_t alone = 0;  // the literals that are terms
    for (const Cube& term : formula.terms()) {
        std::uint64_t word = term.word();
        if (word == 0) {
            add([](std::size_t) { return Form::one; });
        } else if (but_first(word) == 0) {
            alone |= word;
        } else if (but_first(but_first(but_first(word))) == 0) {
            add_joined(word, [](Element left, Element right) { return Form::product(left, right); });
        } else {
            std::array<Element, N> products;
            const Literal a = next(word);
            const Literal b = next(word);
            set_each(products, [&](std::size_t i) { return Form::product(a[i], b[i]); });
            while (but_first(word) != 0) {
                const Literal c = next(word);
                set_each(products, [&](std::size_t i) { return Form::product(products[i], c[i]); });
            }
            const Literal last = next(word);
            add([&](std::size_t i) { return Form::product(products[i], last[i]); });
        }
    }
    while (alone != 0) add_joined(alone, [](Element left, Element right) { return Form::sum(left, right); });
    if (nothing) add([](std::size_t) { return Form::zero; });
    return sums;
}

/// Rules that may be known only at run time.
template <Named LabelType, Named Feature, class Form>
struct RunTimeRules {
    using Label = LabelType;
    using E = Feature;
    using Element = typename Form::Element;
    const Typology<Label, E>& typology;

    template <std::size_t N>
    constexpr void read_block(const Cursor<E, Form>& cursor, Block<Label, Form, N>& block) const noexcept {
        for (std::size_t label = 0; label < count<Label>; ++label) {
            const std::array<Element, N> when = read_side<N>(rule(label).when(), cursor);
            const std::array<Element, N> unless = read_side<N>(rule(label).unless(), cursor);
            for (std::size_t i = 0; i < N; ++i) {
                block.least[label][i] = Form::least(when[i], unless[i]);
                block.most[label][i] = Form::most(when[i], unless[i]);
            }
        }
    }
    [[nodiscard]] constexpr const Rule<E>& rule(std::size_t label) const noexcept {
        return typology.rule(static_cast<Label>(label));
    }
};

/// Writes elements of a block into a column, unless that is left out.
template <class T, std::size_t N>
constexpr void put(const std::array<T, N>& elements, std::span<T> column, std::size_t at) noexcept {
    if (left_out(column)) return;
    if (std::is_constant_evaluated()) {
        for (std::size_t i = 0; i < N; ++i) column[at + i] = elements[i];
    } else {
        std::memcpy(column.data() + at, elements.data(), N * sizeof(T));
    }
}

/// Reads columns block by block. The last block ends with the columns: where they do not divide, it begins within the
/// one before, and what both have is written twice, the same. Fewer elements than a block are read in smaller ones.
/// @param emit  Is called for each block with the ends, where it begins, and the cursor there.
template <class Rules, Named E, class Form, class Emit>
constexpr void read_columns(const Rules& rules, const Cursor<E, Form>& start, std::size_t elements,
                            const Emit& emit) noexcept {
    const auto blocks_of = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
        Cursor<E, Form> cursor = start;
        for (std::size_t at = 0; at < elements;) {
            Block<typename Rules::Label, Form, N> block;
            rules.read_block(cursor, block);
            emit(block, at, cursor);
            const std::size_t next = elements - at < 2 * N ? elements - N : at + N;
            if (next == at) break;
            cursor.advance(next - at);
            at = next;
        }
    };
    constexpr std::size_t size = block_size<Form>;
    if (elements >= size) {
        blocks_of(std::integral_constant<std::size_t, size>{});
    } else if (elements >= size / 8) {
        blocks_of(std::integral_constant<std::size_t, size / 8>{});
    } else {
        blocks_of(std::integral_constant<std::size_t, 1>{});
    }
}

/// Clears what lies beyond the last case.
template <class Use = OnUse>
constexpr void end_planes(Used<Use, std::span<std::uint64_t>> plane, std::size_t cases) noexcept {
    if (!left_out(plane) && cases % 64 != 0) plane[cases / 64] &= (std::uint64_t{1} << (cases % 64)) - 1U;
}

/// Visits the literals of a term, one by one.
template <class Visit>
constexpr void for_each_literal(Cube term, const Visit& visit) noexcept {
    for (Cube left = term; !left.empty(); left = left.without(left.first_literal())) visit(left.first_literal());
}

/// Writes one word of the planes of the literals behind the answers of a rule, see `trace_rule`: the same, 64 cases at
/// once.
template <Named E>
constexpr void trace_word(const Rule<E>& rule, const Cursor<E, PlaneForm>& cursor, std::size_t at_cursor,
                          const PlaneColumns<E, std::uint64_t>& to, std::size_t at) noexcept {
    const ElementReading<E, PlaneForm> reading(cursor, at_cursor);
    const auto settled = [&](Cube term) { return read<E>(term, reading); };
    for (std::size_t i = 0; i < count<E>; ++i) {
        if (!left_out(to.holding[i])) to.holding[i][at] = 0;
        if (!left_out(to.failing[i])) to.failing[i][at] = 0;
    }
    const auto add = [&](Cube literal, std::uint64_t cases) {
        const auto feature = static_cast<std::size_t>(std::countr_zero(literal.conditions()));
        const std::span<std::uint64_t> column = (literal.holding != 0 ? to.holding : to.failing)[feature];
        if (!left_out(column)) column[at] |= cases;
    };
    for (const Cube& term : rule.unless().terms()) {
        const std::uint64_t satisfied = settled(term);
        for_each_literal(term, [&](Cube literal) { add(literal, satisfied); });
    }
    const auto& when = rule.when().terms();
    std::array<std::uint64_t, formula_capacity> otherwise{};  // where something of the term is told otherwise
    for (std::size_t i = 0; i < when.size(); ++i) {
        for_each_literal(when[i], [&](Cube literal) { otherwise[i] |= settled(Cube{literal.failing, literal.holding}); });
    }
    for (std::size_t i = 0; i < when.size(); ++i) {
        std::uint64_t matters = ~otherwise[i];
        for (std::size_t j = 0; j < when.size(); ++j) {
            if (i == j) continue;
            std::uint64_t less = settled(when[j].without(when[i]));
            if (j > i) less &= ~settled(when[i].without(when[j]));
            matters &= otherwise[j] | ~less;
        }
        const std::uint64_t satisfied = settled(when[i]);
        for_each_literal(when[i], [&](Cube literal) { add(literal, satisfied | (matters & ~settled(literal))); });
    }
}

template <class Rules, Named Label, Named E>
[[nodiscard]] constexpr Error classify_planes(const Rules& rules, const PlaneColumns<E>& planes,
                                              const VerdictPlanes<Label>& verdicts,
                                              const TracePlanes<Label, E>* traces) noexcept {
    const Error error =
        first_error(planes.first_fault(), verdicts.first_fault(planes.cases), traces ? traces->first_fault(planes.cases) : Error{});
    if (error.fault != Fault::none) return error;
    const Cursor<E, PlaneForm> start(planes.holding, planes.failing);
    read_columns(rules, start, words_for(planes.cases),
                 [&]<std::size_t N>(const Block<Label, PlaneForm, N>& block, std::size_t at, const Cursor<E, PlaneForm>& cursor) {
                     for (std::size_t label = 0; label < count<Label>; ++label) {
                         put(block.least[label], verdicts.holding[label], at);
                         put(block.most[label], verdicts.possible[label], at);
                         if (traces == nullptr) continue;
                         for (std::size_t i = 0; i < N; ++i) {
                             trace_word(rules.rule(label), cursor, i, traces->literals[label], at + i);
                         }
                     }
                 });
    for (std::size_t label = 0; label < count<Label>; ++label) {
        end_planes(verdicts.holding[label], planes.cases);
        end_planes(verdicts.possible[label], planes.cases);
        if (traces == nullptr) continue;
        for (const auto& column : traces->literals[label].holding) end_planes(column, planes.cases);
        for (const auto& column : traces->literals[label].failing) end_planes(column, planes.cases);
    }
    return {};
}

/// The most of a literal, as a degree is written.
template <std::size_t N, Named E, class Form>
[[nodiscard]] constexpr std::array<typename Form::Element, N> degrees_of(Cube literal, const Cursor<E, Form>& cursor) noexcept {
    std::array<typename Form::Element, N> degrees;
    const typename Form::Literal most = first_literal(cursor, literal.word());
    set_each(degrees, [&](std::size_t i) { return Form::most(most[i], most[i]); });
    return degrees;
}

/// Writes the literals behind the grades of one side of a rule, as `trace` has them: of its terms whose degree is the
/// side's, those whose degree it is. As no term is above the side, these are the terms of which no literal is below it.
template <std::size_t N, Named E, class Form>
constexpr void put_literals(const Formula<E>& side, const Cursor<E, Form>& cursor, std::span<std::uint64_t> column,
                            std::size_t at) noexcept {
    using Element = typename Form::Element;
    using Mask = WideMask<E, Element>;
    std::array<Element, N> of_side = read_side<N>(side, cursor);
    for (Element& each : of_side) each = Form::most(each, each);  // as it is written
    std::array<Mask, N> holding{};
    std::array<Mask, N> failing{};
    for (const Cube& term : side.terms()) {
        std::array<Mask, N> none_below;
        for (Mask& each : none_below) each = static_cast<Mask>(~Mask{0});
        Cube left = term == term.first_literal() ? Cube{} : term;  // one that is alone is not below where it is equal
        for (; !left.empty(); left = left.without(left.first_literal())) {
            const std::array<Element, N> own = degrees_of<N>(left.first_literal(), cursor);
            for (std::size_t i = 0; i < N; ++i) none_below[i] = own[i] < of_side[i] ? Mask{0} : none_below[i];
        }
        for (left = term; !left.empty(); left = left.without(left.first_literal())) {
            const std::array<Element, N> own = degrees_of<N>(left.first_literal(), cursor);
            std::array<Mask, N>& masks = left.first_literal().holding != 0 ? holding : failing;
            const auto bit = static_cast<Mask>(left.first_literal().conditions());
            for (std::size_t i = 0; i < N; ++i) {
                const Mask equal = own[i] == of_side[i] ? bit : Mask{0};
                masks[i] = static_cast<Mask>(masks[i] | (equal & none_below[i]));
            }
        }
    }
    std::array<std::uint64_t, N> words;
    for (std::size_t i = 0; i < N; ++i) words[i] = holding[i] | (std::uint64_t{failing[i]} << 32U);
    put(words, column, at);
}

/// Writes what is wanted of a block of grades.
template <Named Label, class Form, std::size_t N>
class GradeBlock {
public:
    using Element = typename Form::Element;
    using Mask = LabelMask<Label>;
    using Wide = WideMask<Label, Element>;

    constexpr GradeBlock(const Block<Label, Form, N>& block, std::size_t at) noexcept : block_(block), at_(at) {}

    /// The labels of which this is so.
    template <class Predicate>
    constexpr void put_labels(std::span<Mask> column, const Predicate& predicate) const noexcept {
        if (left_out(column)) return;
        std::array<Wide, N> masks;
        for (std::size_t i = 0; i < N; ++i) {
            Wide mask = 0;
            each_label<Label>([&](Label label) {
                const auto bit = static_cast<Wide>(Wide{1} << index(label));
                mask = static_cast<Wide>(mask | (predicate(index(label), i) ? bit : Wide{0}));
            });
            masks[i] = mask;
        }
        std::array<Mask, N> narrow;
        for (std::size_t i = 0; i < N; ++i) narrow[i] = static_cast<Mask>(masks[i]);
        put(narrow, column, at_);
    }

    constexpr void put_verdict(const GradeColumns<Label, Element>& to, Element reaching) const noexcept {
        put_labels(to.holding, [&](std::size_t label, std::size_t i) { return block_.least[label][i] >= reaching; });
        put_labels(to.possible,
                   [&](std::size_t label, std::size_t i) { return !(Form::opposite(block_.most[label][i]) >= reaching); });
    }

    /// As `greatest` has it.
    constexpr void put_greatest(const GradeColumns<Label, Element>& to) const noexcept {
        if (!left_out(to.greatest) || !left_out(to.least_margin)) {
            const Ends others = greatest_others(block_.most);
            put_not_below(to.greatest, block_.least, others);
            put_margins(to.least_margin, block_.least, others);
        }
        if (!left_out(to.may_be_greatest) || !left_out(to.most_margin)) {
            const Ends others = greatest_others(block_.least);
            put_not_below(to.may_be_greatest, block_.most, others);
            put_margins(to.most_margin, block_.most, others);
        }
    }

private:
    using Ends = std::array<std::array<Element, N>, count<Label>>;

    /// For each label the greatest of the others: of those before it, and of those after it.
    [[nodiscard]] static constexpr Ends greatest_others(const Ends& ends) noexcept {
        Ends others;  // seen by nobody else, as in ConstantRules, and for the same reason
        if constexpr (count<Label> <= 4) {  // so few that all stay in registers
            for (std::size_t i = 0; i < N; ++i) {
                const auto of_element = greatest_of_others<Label>(
                    Form::zero, [&](Label label) { return ends[index(label)][i]; },
                    [](Element left, Element right) { return Form::sum(left, right); });
                each_label<Label>([&](Label label) { others[index(label)][i] = of_element[index(label)]; });
            }
        } else {
            std::array<Element, N> before{};
            std::array<Element, N> after{};
            for (std::size_t label = 0; label < count<Label>; ++label) {
                for (std::size_t i = 0; i < N; ++i) {
                    others[label][i] = before[i];
                    before[i] = Form::sum(before[i], ends[label][i]);
                }
            }
            for (std::size_t label = count<Label>; label-- > 0;) {
                for (std::size_t i = 0; i < N; ++i) {
                    others[label][i] = Form::sum(others[label][i], after[i]);
                    after[i] = Form::sum(after[i], ends[label][i]);
                }
            }
        }
        return Ends(others);
    }
    /// The labels that are not below the others, nor 0.
    constexpr void put_not_below(std::span<Mask> column, const Ends& own, const Ends& others) const noexcept {
        put_labels(column, [&](std::size_t label, std::size_t i) {
            const bool no_less = own[label][i] >= others[label][i];
            const bool some = own[label][i] > Form::zero;
            return no_less & some;
        });
    }
    /// By how much some label is above all others.
    constexpr void put_margins(std::span<Element> column, const Ends& own, const Ends& others) const noexcept {
        if (left_out(column)) return;
        std::array<Element, N> margins{};
        for (std::size_t label = 0; label < count<Label>; ++label) {
            for (std::size_t i = 0; i < N; ++i) {
                margins[i] = Form::sum(margins[i], Form::difference(own[label][i], others[label][i]));
            }
        }
        put(margins, column, at_);
    }

    const Block<Label, Form, N>& block_;
    std::size_t at_;
};

template <class Form, class Rules, Named Label, Named E>
[[nodiscard]] constexpr Error grade_columns(const Rules& rules, const Cursor<E, Form>& start, std::size_t cases,
                                            const GradeColumns<Label, typename Form::Element>& to) noexcept {
    const Error error = to.first_fault(cases);
    if (error.fault != Fault::none) return error;
    const auto reaching = Form::reaching(to.cut);
    read_columns(rules, start, cases,
                 [&]<std::size_t N>(const Block<Label, Form, N>& block, std::size_t at, const Cursor<E, Form>& cursor) {
                     for (std::size_t label = 0; label < count<Label>; ++label) {
                         put(block.least[label], to.least[label], at);
                         put(block.most[label], to.most[label], at);
                     }
                     const GradeBlock<Label, Form, N> grades(block, at);
                     grades.put_verdict(to, reaching);
                     grades.put_greatest(to);
                     for (std::size_t label = 0; label < count<Label>; ++label) {
                         const Rule<E>& rule = rules.rule(label);
                         if (!left_out(to.at_most[label])) put_literals<N>(rule.when(), cursor, to.at_most[label], at);
                         if (!left_out(to.at_least[label])) put_literals<N>(rule.unless(), cursor, to.at_least[label], at);
                     }
                 });
    return {};
}

template <class Rules, Named Label, Named E>
[[nodiscard]] constexpr Error grade_bytes(const Rules& rules, const ByteColumns<E>& bytes,
                                          const GradeColumns<Label, std::uint8_t>& to) noexcept {
    const Error error = bytes.first_fault();
    if (error.fault != Fault::none) return error;
    return grade_columns<ByteForm>(rules, Cursor<E, ByteForm>(bytes.degrees, bytes.degrees), bytes.cases, to);
}
template <class Rules, Named Label, Named E>
[[nodiscard]] constexpr Error grade_floats(const Rules& rules, const FloatColumns<E>& floats,
                                           const GradeColumns<Label, float>& to) noexcept {
    const Error error = floats.lengths();
    if (error.fault != Fault::none) return error;
    return grade_columns<FloatForm>(rules, Cursor<E, FloatForm>(floats.least, floats.most), floats.cases, to);
}

}  // namespace detail

/// The verdicts on many cases, each that of `classify` for its facts: under rules that are constants of the program,
/// `classify<three_modes::predicted>(planes, verdicts)`, or that may be known only at run time.
/// Error: wrong_length for a column that does not fit the number of cases; then nothing is written.
/// Cost: linear; from memory about what it takes to read and write the columns.
template <const auto& Rules>
[[nodiscard]] constexpr Error classify(const PlaneColumns<detail::FeatureOf<Rules>>& planes,
                                       const VerdictPlanes<detail::LabelOf<Rules>>& verdicts) noexcept {
    using E = detail::FeatureOf<Rules>;
    using Label = detail::LabelOf<Rules>;
    return detail::classify_planes<detail::ConstantRules<Rules, detail::PlaneForm>, Label, E>({}, planes, verdicts, nullptr);
}
template <Named Label, Named E>
[[nodiscard]] constexpr Error classify(const std::type_identity_t<PlaneColumns<E>>& planes, const Typology<Label, E>& typology,
                                       const VerdictPlanes<Label>& verdicts) noexcept {
    return detail::classify_planes<detail::RunTimeRules<Label, E, detail::PlaneForm>, Label, E>({typology}, planes, verdicts,
                                                                                              nullptr);
}

/// The same with the literals behind each verdict, those of `trace` for its facts. Cost: several times that without.
template <const auto& Rules>
[[nodiscard]] constexpr Error trace(const PlaneColumns<detail::FeatureOf<Rules>>& planes,
                                    const VerdictPlanes<detail::LabelOf<Rules>>& verdicts,
                                    const TracePlanes<detail::LabelOf<Rules>, detail::FeatureOf<Rules>>& traces) noexcept {
    using E = detail::FeatureOf<Rules>;
    using Label = detail::LabelOf<Rules>;
    return detail::classify_planes<detail::ConstantRules<Rules, detail::PlaneForm>, Label, E>({}, planes, verdicts, &traces);
}
template <Named Label, Named E>
[[nodiscard]] constexpr Error trace(const std::type_identity_t<PlaneColumns<E>>& planes, const Typology<Label, E>& typology,
                                    const VerdictPlanes<Label>& verdicts, const TracePlanes<Label, E>& traces) noexcept {
    return detail::classify_planes<detail::RunTimeRules<Label, E, detail::PlaneForm>, Label, E>({typology}, planes, verdicts,
                                                                                              &traces);
}

/// How strongly each label holds in many cases, and what follows: verdicts at a cut, the greatest, margins, the literals
/// that grades stand on. Whatever columns `to` has are written.
///
/// Each answer is that of `grade`, `verdict_at`, `greatest` and `trace` for the case, `bytes[i]` or `floats[i]`: sets to
/// the bit; degrees to the nearest 1/254, or float. With floats that holds for multiples of 2^-24, which `to_floats`
/// writes; one minus another number is rounded to the nearest float, and degrees are within 2^-24 then.
/// Error: wrong_length for a column that does not fit the number of cases; then nothing is written. Floats that are no
/// degrees are not noticed, and what is said of their cases means nothing.
/// Cost: linear; from memory about what it takes to read and write the columns; literals cost several times more.
template <const auto& Rules>
[[nodiscard]] constexpr Error grade(const ByteColumns<detail::FeatureOf<Rules>>& bytes,
                                    const GradeColumns<detail::LabelOf<Rules>, std::uint8_t>& to) noexcept {
    return detail::grade_bytes(detail::ConstantRules<Rules, detail::ByteForm>{}, bytes, to);
}
template <Named Label, Named E>
[[nodiscard]] constexpr Error grade(const std::type_identity_t<ByteColumns<E>>& bytes, const Typology<Label, E>& typology,
                                    const GradeColumns<Label, std::uint8_t>& to) noexcept {
    return detail::grade_bytes(detail::RunTimeRules<Label, E, detail::ByteForm>{typology}, bytes, to);
}
template <const auto& Rules>
[[nodiscard]] constexpr Error grade(const FloatColumns<detail::FeatureOf<Rules>>& floats,
                                    const GradeColumns<detail::LabelOf<Rules>, float>& to) noexcept {
    return detail::grade_floats(detail::ConstantRules<Rules, detail::FloatForm>{}, floats, to);
}
template <Named Label, Named E>
[[nodiscard]] constexpr Error grade(const std::type_identity_t<FloatColumns<E>>& floats, const Typology<Label, E>& typology,
                                    const GradeColumns<Label, float>& to) noexcept {
    return detail::grade_floats(detail::RunTimeRules<Label, E, detail::FloatForm>{typology}, floats, to);
}

}  // namespace trimode
