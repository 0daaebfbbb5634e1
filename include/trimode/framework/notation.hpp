// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Notation: rules in the field's notation, R*G*V + ~A*F, read at compile time and at run time.
/// Layer: framework.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include <trimode/framework/formula.hpp>

namespace trimode {

namespace detail {

/// Reads a notation from left to right.
///     either: both (('+' or '|') both)*        both: one (('*' or '&') one)*
///     one:    ('~' or '!')* ( name | '0' | '1' | '(' either ')' )
template <Named E>
class NotationReader {
public:
    constexpr explicit NotationReader(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] constexpr Result<Formula<E>> all() noexcept {
        const auto formula = either(0);
        if (!formula) return formula;
        if (!at_end()) return wrong(Fault::unexpected_character);
        return formula;
    }

private:
    static constexpr int deepest = 32;

    constexpr Result<Formula<E>> either(int depth) noexcept {
        auto sum = both(depth);
        while (sum && take('+', '|')) {
            skip();
            const std::size_t at = at_;
            const auto next = both(depth);
            if (!next) return next;
            sum = located(disjunction(*sum, *next), at);
        }
        return sum;
    }

    constexpr Result<Formula<E>> both(int depth) noexcept {
        auto product = one(depth);
        while (product && take('*', '&')) {
            skip();
            const std::size_t at = at_;
            const auto next = one(depth);
            if (!next) return next;
            product = located(conjunction(*product, *next), at);
        }
        return product;
    }

    constexpr Result<Formula<E>> one(int depth) noexcept {
        bool negative = false;
        while (take('~', '!')) negative = !negative;
        skip();
        const std::size_t at = at_;
        const auto formula = positive(depth);
        if (!formula || !negative) return formula;
        return located(negation(*formula), at);
    }

    constexpr Result<Formula<E>> positive(int depth) noexcept {
        if (at_end()) return wrong(Fault::nothing_there);
        if (take('(', '(')) {
            const std::size_t open = at_ - 1;
            if (depth == deepest) return Error{Fault::open_bracket, 1, open + 1, text_.substr(open, 1), {}};
            const auto inner = either(depth + 1);
            if (!inner) return inner;
            if (!take(')', ')')) {
                if (!at_end()) return wrong(Fault::unexpected_character);
                return Error{Fault::open_bracket, 1, open + 1, text_.substr(open, 1), {}};
            }
            return inner;
        }
        std::size_t end = at_;
        while (end < text_.size() && is_word(text_[end])) ++end;
        if (end == at_) return wrong(Fault::unexpected_character);
        const std::string_view word = text_.substr(at_, end - at_);
        if (word == "0" || word == "1") {
            at_ = end;
            return word == "1" ? always<E>() : never<E>();
        }
        const auto condition = parse<E>(word);
        if (!condition) return Error{Fault::unknown_name, 1, at_ + 1, word, nearest<E>(word)};
        at_ = end;
        return is(*condition);
    }

    constexpr void skip() noexcept {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    constexpr bool at_end() noexcept {
        skip();
        return at_ == text_.size();
    }
    constexpr bool take(char one, char other) noexcept {
        if (at_end() || (text_[at_] != one && text_[at_] != other)) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] constexpr Error wrong(Fault fault) const noexcept {
        return {fault, 1, at_ + 1, text_.substr(at_, at_ < text_.size() ? 1 : 0), {}};
    }
    [[nodiscard]] constexpr Result<Formula<E>> located(const Result<Formula<E>>& result, std::size_t at) const noexcept {
        if (result) return result;
        Error error = result.error();
        error.column = at + 1;
        error.found = text_.substr(at);
        return error;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// Called only where the notation in the program is wrong; their names are the message, the notation stands beside it.
template <auto Nearest>
void misspelt_name_in_notation_did_you_mean();
void notation_is_not_like_A_and_B_or_not_C();

template <Named E, std::size_t... Index>
consteval void suggest(std::string_view nearest, std::index_sequence<Index...>) {
    const auto call = [nearest]<E Value>() {
        if (name(Value) == nearest) misspelt_name_in_notation_did_you_mean<Value>();
    };
    (call.template operator()<static_cast<E>(Index)>(), ...);
}

}  // namespace detail

/// The formula of a notation: names or letters joined by `*` or `&`, `+` or `|`, `~` or `!`, brackets, `0`, `1`.
/// Error: nothing_there, unknown_name (with the nearest name), unexpected_character, open_bracket (also when brackets
/// are nested more than 32 deep), too_many_terms; always with the column.
template <Named E>
[[nodiscard]] constexpr Result<Formula<E>> parse_formula(std::string_view notation) noexcept {
    return detail::NotationReader<E>(notation).all();
}

/// The formula of a notation that is written in the program. Error: does not compile when `parse_formula` would fail; for
/// a misspelt name the compiler prints the notation and the name that was probably meant.
template <Named E>
[[nodiscard]] consteval Formula<E> formula(std::string_view notation) {
    const auto result = parse_formula<E>(notation);
    if (result.error().fault == Fault::unknown_name) {
        detail::suggest<E>(result.error().nearest, std::make_index_sequence<count<E>>{});
    }
    if (result.error().fault == Fault::too_many_terms) detail::more_terms_than_the_capacity();
    if (!result) detail::notation_is_not_like_A_and_B_or_not_C();
    return *result;
}

}  // namespace trimode
