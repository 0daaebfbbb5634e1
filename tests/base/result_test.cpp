// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/result.hpp>

#include "base/enumeration.hpp"

using trimode::Error;
using trimode::Fault;
using trimode::Result;

static_assert(std::is_trivially_copyable_v<Error> && std::is_trivially_copyable_v<Result<int>>);
static_assert(!std::is_convertible_v<Result<int>, bool>, "only where a condition is asked for");
static_assert(!std::is_default_constructible_v<Result<int>>);
static_assert(Fault{} == Fault::none);

TEST_CASE("the names of faults") {
    test::check_names<Fault>(
        std::array<test::Spelling<Fault>, 15>{{{Fault::none, "none"},
                                               {Fault::nothing_there, "nothing_there"},
                                               {Fault::unknown_name, "unknown_name"},
                                               {Fault::unexpected_character, "unexpected_character"},
                                               {Fault::open_bracket, "open_bracket"},
                                               {Fault::no_such_date, "no_such_date"},
                                               {Fault::out_of_range, "out_of_range"},
                                               {Fault::too_many_terms, "too_many_terms"},
                                               {Fault::said_twice, "said_twice"},
                                               {Fault::open_quote, "open_quote"},
                                               {Fault::quote_in_bare_field, "quote_in_bare_field"},
                                               {Fault::text_behind_quote, "text_behind_quote"},
                                               {Fault::bare_carriage_return, "bare_carriage_return"},
                                               {Fault::field_count, "field_count"},
                                               {Fault::wrong_length, "wrong_length"}}});
}

TEST_CASE("a value") {
    struct Pair {
        int first = 0;
        int second = 0;
    };
    constexpr Result<Pair> result(Pair{3, 4});
    static_assert(result.ok() && result);
    CHECK(result.value().first == 3);
    CHECK((*result).second == 4);
    CHECK(result->second == 4);
    CHECK(result.error() == Error{});
}

TEST_CASE("an error") {
    constexpr Result<int> result(Error{Fault::unknown_name, 2, 7, "geografy", "geography"});
    static_assert(!result.ok() && !result);
    CHECK(result.error().fault == Fault::unknown_name);
    CHECK(result.error().line == 2);
    CHECK(result.error().column == 7);
    CHECK(result.error().found == "geografy");
    CHECK(result.error().nearest == "geography");
    CHECK(*result == 0);  // a default value, never rubbish
}

TEST_CASE("errors are equal in every part or not at all") {
    constexpr Error error{Fault::unknown_name, 2, 7, "x", "y"};
    CHECK(error == Error{Fault::unknown_name, 2, 7, "x", "y"});
    CHECK(error != Error{Fault::said_twice, 2, 7, "x", "y"});
    CHECK(error != Error{Fault::unknown_name, 1, 7, "x", "y"});
    CHECK(error != Error{Fault::unknown_name, 2, 8, "x", "y"});
    CHECK(error != Error{Fault::unknown_name, 2, 7, "", "y"});
    CHECK(error != Error{Fault::unknown_name, 2, 7, "x", ""});
    CHECK(error != Error{Fault::unknown_name, 2, 7, "x", "y", 1, 0});
    CHECK(error != Error{Fault::unknown_name, 2, 7, "x", "y", 0, 1});
    CHECK(Error{}.line == 1);
    CHECK(Error{}.column == 1);
    CHECK(Error{}.given == 0);
    CHECK(Error{}.expected == 0);
}
