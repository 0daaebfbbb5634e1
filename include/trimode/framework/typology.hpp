// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Typology: labelled rules over the features of any enumeration.
/// Layer: framework.
#pragma once

#include <cstddef>
#include <string_view>

#include <trimode/base/set.hpp>
#include <trimode/framework/formula.hpp>
#include <trimode/framework/notation.hpp>

namespace trimode {

/// A label, the formula that gives it, and where that is said: the row of which a typology is made.
template <Named Label, Named E>
struct LabelledFormula {
    Label label{};
    Formula<E> formula{};
    std::string_view source{};  ///< Document, blocks, and whose reading it is. May be empty.
};

/// A theory: for each label the rule that gives it. A label without a rule never holds.
template <Named Label, Named E>
class Typology {
public:
    using Labels = Label;
    using Feature = E;

    constexpr Typology() noexcept = default;

    /// Gives a label its rule. Error: as `replace`; said_twice when the label has a rule.
    [[nodiscard]] constexpr Error add(const LabelledFormula<Label, E>& row) noexcept {
        if (labels_.contains(row.label)) return {Fault::said_twice, 1, 1, name(row.label), {}};
        return replace(row);
    }

    /// Gives a label this rule in place of any that it has. Error: too_many_terms, and the old rule stays; unknown_name
    /// for a number that is no label.
    [[nodiscard]] constexpr Error replace(const LabelledFormula<Label, E>& row) noexcept {
        if (index(row.label) >= count<Label>) return {Fault::unknown_name, 1, 1, {}, {}};
        const auto rule = Rule<E>::of(row.formula);
        if (!rule) return rule.error();
        rules_[index(row.label)] = *rule;
        sources_[index(row.label)] = row.source;
        labels_.insert(row.label);
        return {};
    }

    /// The rule of a label. One that never holds for a label without a rule, and for a number that is no label.
    [[nodiscard]] constexpr const Rule<E>& rule(Label label) const noexcept {
        return index(label) < count<Label> ? rules_[index(label)] : no_rule;
    }
    /// Where the rule is said. Empty when nobody wrote it down, and for a number that is no label.
    [[nodiscard]] constexpr std::string_view source(Label label) const noexcept {
        return index(label) < count<Label> ? sources_[index(label)] : std::string_view{};
    }
    /// The labels that have a rule.
    [[nodiscard]] constexpr Set<Label> labels() const noexcept { return labels_; }
    /// The features of which its rules speak.
    [[nodiscard]] constexpr Set<E> features() const noexcept {
        Set<E> set;
        for (const Label label : labels_) set |= rule(label).written().conditions();
        return set;
    }

private:
    static constexpr Rule<E> no_rule{};

    Rule<E> rules_[count<Label>]{};
    std::string_view sources_[count<Label>]{};
    Set<Label> labels_{};
};

namespace detail {
/// Called only where a typology in the program gives a label two rules, or names none; their names are the messages.
void a_label_has_one_rule();
void a_label_is_one_of_the_enumeration();
}  // namespace detail

/// The typology of the rows that are written in the program.
/// Error: does not compile when a label comes twice or is a number that is none, or beyond the capacity.
template <Named Label, Named E, std::size_t N>
[[nodiscard]] consteval Typology<Label, E> typology(const LabelledFormula<Label, E> (&rows)[N]) {
    Typology<Label, E> result;
    for (const auto& row : rows) {
        const Error error = result.add(row);
        if (error.fault == Fault::said_twice) detail::a_label_has_one_rule();
        if (error.fault == Fault::unknown_name) detail::a_label_is_one_of_the_enumeration();
        if (error.fault == Fault::too_many_terms) detail::more_terms_than_the_capacity();
    }
    return result;
}

/// A variant of a typology: the same, but for the rule of one label. Error: as `typology`.
template <Named Label, Named E>
[[nodiscard]] consteval Typology<Label, E> variant(const Typology<Label, E>& of, const LabelledFormula<Label, E>& row) {
    Typology<Label, E> result = of;
    const Error error = result.replace(row);
    if (error.fault == Fault::unknown_name) detail::a_label_is_one_of_the_enumeration();
    if (error.fault == Fault::too_many_terms) detail::more_terms_than_the_capacity();
    return result;
}

/// The typology of a text with one rule a line, `label <= notation`; empty lines and lines that begin with `#` count for
/// nothing. Error: as `parse_formula`, unknown_name for a label, said_twice; with line and column.
template <Named Label, Named E>
[[nodiscard]] constexpr Result<Typology<Label, E>> parse_typology(std::string_view text) noexcept {
    Typology<Label, E> result;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = text.find('\n');
        std::string_view row = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
        std::size_t at = row.find_first_not_of(" \t");
        if (at == std::string_view::npos || row[at] == '#') continue;
        std::size_t stop = at;
        while (stop < row.size() && detail::is_word(row[stop])) ++stop;
        const std::size_t label_at = at;
        const std::string_view word = row.substr(at, stop - at);
        const auto label = parse<Label>(word);
        if (!label) return Error{Fault::unknown_name, line, at + 1, word, nearest<Label>(word)};
        at = row.find_first_not_of(" \t", stop);
        if (at == std::string_view::npos || row.substr(at, 2) != "<=") {
            at = at == std::string_view::npos ? row.size() : at;
            return Error{at == row.size() ? Fault::nothing_there : Fault::unexpected_character, line, at + 1,
                         row.substr(at, at < row.size() ? 1 : 0), "<="};
        }
        const std::size_t begin = at + 2;
        const auto formula = parse_formula<E>(row.substr(begin));
        Error error = formula.error();
        if (formula) {
            error = result.add({*label, *formula, {}});
            if (error.fault == Fault::none) continue;
            // The label is said twice; or the rule as a whole is too long.
            const bool twice = error.fault == Fault::said_twice;
            error.column = twice ? label_at + 1 : 1;
            error.found = twice ? word : row.substr(begin);
            if (!twice) error.column += begin;
        } else {
            error.column += begin;
        }
        error.line = line;
        return error;
    }
    return result;
}

}  // namespace trimode
