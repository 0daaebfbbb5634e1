// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <compare>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/quantity.hpp>

#include "base/enumeration.hpp"

namespace {

using trimode::about;
using trimode::AnyQuantity;
using trimode::at_least;
using trimode::at_most;
using trimode::between;
using trimode::Decimal;
using trimode::decimal;
using trimode::exactly;
using trimode::Form;
using trimode::over_time;
using trimode::Quantity;
using trimode::Unit;

using Percent = Quantity<Unit::percent>;
using Persons = Quantity<Unit::persons>;

template <class Left, class Right>
concept Ordered = requires(Left left, Right right) {
    left < right;
};
template <class Left, class Right>
concept Equal = requires(Left left, Right right) {
    left == right;
};

static_assert(Ordered<Percent, Percent> && Equal<Percent, Percent>);
static_assert(!Ordered<Percent, Persons> && !Equal<Percent, Persons>);
static_assert(!std::is_convertible_v<Percent, Persons> && !std::is_convertible_v<Decimal, Percent>);
static_assert(!std::is_convertible_v<AnyQuantity, Percent>);
static_assert(!Ordered<AnyQuantity, AnyQuantity>, "of two units there is no order");
static_assert(std::is_trivially_copyable_v<Percent> && std::is_trivially_copyable_v<AnyQuantity>);

}  // namespace

TEST_CASE("the names of units and forms") {
    test::check_names<Unit>(std::array<test::Spelling<Unit>, 8>{{{Unit::us_dollars, "us_dollars"},
                                                                 {Unit::roubles, "roubles"},
                                                                 {Unit::percent, "percent"},
                                                                 {Unit::persons, "persons"},
                                                                 {Unit::years, "years"},
                                                                 {Unit::hectares, "hectares"},
                                                                 {Unit::kilometres, "kilometres"},
                                                                 {Unit::items, "items"}}},
                            std::array<test::Spelling<Unit>, 5>{{{Unit::us_dollars, "USD"},
                                                                 {Unit::roubles, "RUB"},
                                                                 {Unit::percent, "%"},
                                                                 {Unit::hectares, "ha"},
                                                                 {Unit::kilometres, "km"}}});
    test::check_names<Form>(std::array<test::Spelling<Form>, 6>{{{Form::exact, "exact"},
                                                                 {Form::interval, "interval"},
                                                                 {Form::at_least, "at_least"},
                                                                 {Form::at_most, "at_most"},
                                                                 {Form::about, "about"},
                                                                 {Form::over_time, "over_time"}}});
}

TEST_CASE("the forms of a quantity") {
    constexpr auto exact = exactly<Unit::percent>(decimal("21.3"));
    CHECK(exact.form == Form::exact);
    CHECK(exact.low == decimal("21.3"));
    CHECK(exact.high == decimal("21.3"));
    constexpr auto near = about<Unit::persons>(1000);
    CHECK(near.form == Form::about);
    CHECK(near.low == near.high);
    CHECK(near.low == Decimal{1000});
    constexpr auto more = at_least<Unit::items>(290);
    CHECK(more.form == Form::at_least);
    CHECK(more.low == Decimal{290});
    constexpr auto less = at_most<Unit::items>(290);
    CHECK(less.form == Form::at_most);
    CHECK(less.low == Decimal{0});
    CHECK(less.high == Decimal{290});
    constexpr auto range = between<Unit::percent>(30, 50);
    CHECK(range.form == Form::interval);
    CHECK(range.low == Decimal{30});
    CHECK(range.high == Decimal{50});
    constexpr auto moving = over_time<Unit::percent>(30, 50);
    CHECK(moving.form == Form::over_time);
    CHECK(moving != range);
    CHECK(between<Unit::percent>(30, 30).low == between<Unit::percent>(30, 30).high);
    CHECK(over_time<Unit::percent>(30, 30).low == Decimal{30});
}

TEST_CASE("only exact numbers have an order") {
    CHECK((exactly<Unit::percent>(3) <=> exactly<Unit::percent>(4)) == std::partial_ordering::less);
    CHECK((exactly<Unit::percent>(4) <=> exactly<Unit::percent>(4)) ==
          std::partial_ordering::equivalent);
    CHECK((exactly<Unit::percent>(decimal("4.01")) <=> exactly<Unit::percent>(4)) ==
          std::partial_ordering::greater);
    constexpr std::array inexact{about<Unit::percent>(3), at_least<Unit::percent>(3),
                                 at_most<Unit::percent>(3), between<Unit::percent>(3, 4),
                                 over_time<Unit::percent>(3, 4)};
    constexpr auto four = exactly<Unit::percent>(4);
    for (const auto& quantity : inexact) {
        CHECK((quantity <=> four) == std::partial_ordering::unordered);
        CHECK((four <=> quantity) == std::partial_ordering::unordered);
        CHECK((quantity <=> quantity) == std::partial_ordering::unordered);
        CHECK_FALSE(quantity < four);
        CHECK_FALSE(quantity >= four);
        CHECK(quantity == quantity);
        CHECK(quantity != four);
    }
}

TEST_CASE("a quantity whose unit is known at run time") {
    const AnyQuantity percent = exactly<Unit::percent>(4);
    const AnyQuantity persons = exactly<Unit::persons>(4);
    CHECK(percent.unit == Unit::percent);
    CHECK(percent.form == Form::exact);
    CHECK(percent.low == Decimal{4});
    CHECK(percent != persons);
    CHECK(percent == AnyQuantity(exactly<Unit::percent>(decimal("4.0"))));
    CHECK(AnyQuantity(between<Unit::years>(1, 2)).high == Decimal{2});
    CHECK(AnyQuantity(between<Unit::years>(1, 2)) != AnyQuantity(over_time<Unit::years>(1, 2)));
    CHECK(AnyQuantity{}.unit == Unit::items);
}
