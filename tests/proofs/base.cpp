// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What is true of base at compile time; this file only has to compile.
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <type_traits>

#include <trimode/base/cube.hpp>
#include <trimode/base/date.hpp>
#include <trimode/base/decimal.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/quantity.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/set.hpp>
#include <trimode/base/text.hpp>
#include <trimode/base/truth.hpp>

namespace {

using namespace trimode;

// Values: copied as bytes, no larger than they need to be.
static_assert(sizeof(Truth) == 1 && sizeof(Set<Truth>) == 4 && sizeof(Facts<Truth>) == 8 &&
              sizeof(Cube) == 8);
static_assert(sizeof(Date) <= 8 && sizeof(Days) == 8 && sizeof(End) <= 12 && sizeof(Period) <= 24);
static_assert(sizeof(Decimal) == 16 && sizeof(Quantity<Unit::percent>) == 40 &&
              sizeof(AnyQuantity) == 40);
template <class... T>
inline constexpr bool plain = (... && (std::is_trivially_copyable_v<T> &&
                                       std::is_trivially_destructible_v<T> &&
                                       std::is_nothrow_copy_constructible_v<T>));
static_assert(plain<Truth, Set<Truth>, Facts<Truth>, Cube, Cubes<32>, Date, Days, End, Period,
                    Decimal, Quantity<Unit::percent>, AnyQuantity, Error, Result<int>, Text<12>,
                    Nearest, Names<Truth, 4>>);
static_assert(std::forward_iterator<Set<Truth>::Iterator>);

// No implicit way from a bare number, and none between enumerations.
static_assert(!std::is_convertible_v<int, Date> && !std::is_convertible_v<int, Truth> &&
              !std::is_convertible_v<Truth, bool>);
static_assert(!std::is_convertible_v<unsigned, Set<Truth>> &&
              !std::is_constructible_v<Set<Truth>, Set<Precision>>);
static_assert(!std::is_constructible_v<Facts<Truth>, Facts<Precision>>);
static_assert(!std::is_convertible_v<std::string_view, Date> &&
              !std::is_convertible_v<std::string_view, Period>);
static_assert(!std::is_convertible_v<std::string_view, Decimal>);

// The truth tables.
static_assert([] {
    for (unsigned i = 0; i < 4; ++i) {
        const auto truth = static_cast<Truth>(i);
        if (opposite(opposite(truth)) != truth || parse<Truth>(name(truth)) != truth) return false;
        if (must_hold(truth) && !may_hold(truth)) return false;
        if (settled(truth) != (must_hold(truth) || must_hold(opposite(truth)))) return false;
        for (unsigned j = 0; j < 4; ++j) {
            if (index(truth | static_cast<Truth>(j)) != (i | j)) return false;
        }
    }
    return true;
}());

// Sets and facts.
static_assert([] {
    std::size_t i = 0;
    for (const Fault fault : all<Fault>()) {
        if (index(fault) != i++) return false;
    }
    return i == count<Fault>;
}());
static_assert(
    Facts<Fault>{}.set(Fault::none, Truth::holds).tell(Fault::none, Truth::fails)[Fault::none] ==
    Truth::contested);
static_assert(Facts<Fault>{}.set(Fault::said_twice, Truth::fails).settled() == std::uint64_t{1}
                                                                                   << 40U);

// Names.
static_assert(nearest<Truth>("unkown") == "unknown" &&
              nearest<Fault>("open_braket") == "open_bracket");
static_assert(!parse<Truth>("Holds") && !parse<Truth>("") && !parse<Truth>("unknown holds"));

// Texts.
static_assert([] {
    Text<4> text;
    text.add(12, 3) += 'x';
    if (text.view() != "012x" || text.cut()) return false;
    text += "y";
    return text.view() == "012x" && text.cut();
}());

// Dates: every month of a few decades, every day of a leap year and of another, there and back.
static_assert([] {
    Day next = Date(1988, 1, 1).days().first;
    for (int year = 1988; year <= 2032; ++year) {
        for (int month = 1; month <= 12; ++month) {
            const auto date = Date::of(year, month);
            if (!date || date->days().first != next) return false;
            next = date->days().last + 1;
            if (*parse_date(edtf(*date)) != *date ||
                *parse_date(edtf(date->about())) != date->about())
                return false;
        }
        if (Date::of(year)->days().last + 1 != next) return false;
    }
    return true;
}());
static_assert([] {
    for (const Date year : {Date(2000), Date(2022)}) {
        for (Day day = year.days().first; day <= year.days().last; ++day) {
            const auto date = Date::of_day(day);
            if (!date || date->days() != Days{day, day} || *parse_date(edtf(*date)) != *date)
                return false;
        }
    }
    return true;
}());
static_assert(Date(2000).days().last - Date(2000).days().first == 365 &&
              Date(2022).days().last - Date(2022).days().first == 364);
static_assert(!Date::of(2022, 2, 29) && Date::of(2024, 2, 29) && !Date::of(1900, 2, 29) &&
              Date::of(2000, 2, 29));
static_assert(!Date::of(0) && !Date::of(10000) && !Date::decade(2011) && !Date::decade(0));
static_assert(parse_date("2022-02-30").error().fault == Fault::no_such_date);
static_assert(parse_date("20X").error().column == 3 &&
              parse_date("").error().fault == Fault::nothing_there);
static_assert(during("2010/2019") == Period(Date(2010), Date(2019)) &&
              during("2022/").to.kind == End::Kind::unknown);
static_assert(during("2022/..").to.kind == End::Kind::open && during("2016").single());

// Decimals and quantities.
static_assert(decimal("21.30") == decimal("21.3") && decimal("-0.05") < decimal("0.05") &&
              decimal("-1.5") < decimal("-1.2"));
static_assert(text(decimal("-0.05")).view() == "-0.05" && !parse_decimal("1,2") &&
              !parse_decimal("1000000000000000000"));
static_assert(product(decimal("0.1"), decimal("0.1")) == decimal("0.01"));
static_assert(exactly<Unit::percent>(3) < exactly<Unit::percent>(4));
static_assert(!(about<Unit::percent>(3) < exactly<Unit::percent>(4)));

// Cubes: the primes of every function of three conditions are implicants that no other absorbs, and
// twice is once.
static_assert([] {
    for (std::uint32_t function = 0; function < 256; function += 3) {
        Cubes<8> minterms;
        for (std::uint32_t a = 0; a < 8; ++a) {
            if (((function >> a) & 1U) != 0 && !minterms.append({a, 7U & ~a})) return false;
        }
        bool room = false;
        const auto unless = primes_of_negation<8>(minterms.view(), room);
        if (!room) return false;
        const auto when = primes_of_negation<8>(unless.view(), room);
        if (!room) return false;
        for (std::uint32_t a = 0; a < 8; ++a) {
            bool holds = false;
            bool fails = false;
            for (const Cube& prime : when) holds = holds || prime.absorbs({a, 7U & ~a});
            for (const Cube& prime : unless) fails = fails || prime.absorbs({a, 7U & ~a});
            if (holds != (((function >> a) & 1U) != 0) || fails == holds) return false;
        }
        for (const Cube& one : when) {
            for (const Cube& other : when) {
                if (!(one == other) && one.absorbs(other)) return false;
            }
        }
    }
    return true;
}());

}  // namespace
