// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// FBIC: values worked out by hand, the parts, what grows with what, parameters, and each error with its field.
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include <doctest/doctest.h>

#include <trimode/inference/fbic.hpp>

#include "base/enumeration.hpp"

namespace {

using namespace trimode;

using Dependence = FbicDependence<std::optional<double>>;
using Bandwidth = FbicBandwidth<std::optional<double>>;

constexpr Dependence nothing{0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
constexpr Bandwidth no_ties{0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
constexpr Dependence case_of_hand{2.0, 25.0, 30.0, 40.0, 10.0, 90.0};
constexpr Bandwidth ties_of_hand{1.0, 0.5, 0.0, 0.8, 1.0, 0.25};

constexpr std::array<std::optional<double> Dependence::*, 6> dependence_fields{
    &Dependence::aid_of_gdp,  &Dependence::aid_share,     &Dependence::trade_of_gdp,
    &Dependence::trade_share, &Dependence::arms_of_stock, &Dependence::arms_share};
constexpr std::array<std::optional<double> Bandwidth::*, 6> bandwidth_fields{
    &Bandwidth::representation,   &Bandwidth::shared_organisations,
    &Bandwidth::trade_agreements, &Bandwidth::log_trade,
    &Bandwidth::alliance,         &Bandwidth::log_arms};

bool close(std::optional<double> value, double expected, double by = 1e-12) {
    return value && std::fabs(*value - expected) <= by * std::fabs(expected);
}

double not_a_number() { return std::bit_cast<double>(std::uint64_t{0x7ff8000000000000U}); }
double infinity() { return std::bit_cast<double>(std::uint64_t{0x7ff0000000000000U}); }

}  // namespace

static_assert(std::is_trivially_copyable_v<Fbic>);
static_assert(noexcept(fbic(nothing, no_ties)));
// At compile time, where no logarithm is needed.
static_assert(fbic_bandwidth(no_ties).value == 0.0);

TEST_CASE("the names of fields and faults") {
    test::check_names<FbicField>(
        std::array<test::Spelling<FbicField>, 15>{{{FbicField::aid_of_gdp, "aid_of_gdp"},
                                                   {FbicField::aid_share, "aid_share"},
                                                   {FbicField::trade_of_gdp, "trade_of_gdp"},
                                                   {FbicField::trade_share, "trade_share"},
                                                   {FbicField::arms_of_stock, "arms_of_stock"},
                                                   {FbicField::arms_share, "arms_share"},
                                                   {FbicField::representation, "representation"},
                                                   {FbicField::shared_organisations, "shared_organisations"},
                                                   {FbicField::trade_agreements, "trade_agreements"},
                                                   {FbicField::log_trade, "log_trade"},
                                                   {FbicField::alliance, "alliance"},
                                                   {FbicField::log_arms, "log_arms"},
                                                   {FbicField::dependence_divisor, "dependence_divisor"},
                                                   {FbicField::bandwidth_divisor, "bandwidth_divisor"},
                                                   {FbicField::index_divisor, "index_divisor"}}});
    test::check_names<FbicFault>(std::array<test::Spelling<FbicFault>, 8>{{{FbicFault::none, "none"},
                                                                           {FbicFault::unknown, "unknown"},
                                                                           {FbicFault::negative, "negative"},
                                                                           {FbicFault::not_finite, "not_finite"},
                                                                           {FbicFault::beyond_whole, "beyond_whole"},
                                                                           {FbicFault::beyond_one, "beyond_one"},
                                                                           {FbicFault::weight, "weight"},
                                                                           {FbicFault::divisor, "divisor"}}});
}

TEST_CASE("a case worked out by hand") {
    // .21 ln 3  = .21 * 1.098612289 = .230708581
    // .12 ln 26 = .12 * 3.258096538 = .390971585
    // .28 ln 31 = .28 * 3.433987204 = .961516417
    // .16 ln 41 = .16 * 3.713572067 = .594171531
    // .10 ln 11 = .10 * 2.397895273 = .239789527
    // .13 ln 91 = .13 * 4.510859507 = .586411736
    // sum 3.003569376, / 4.122769 = .728532056
    CHECK(close(fbic_dependence(case_of_hand).value, 0.728532056, 1e-8));
    CHECK(close(fbic_dependence(case_of_hand).value, 0.7285320560619427));
    // .11 * 1 + .19 * .5 + .14 * 0 + .35 * .8 + .13 * 1 + .08 * .25 = .11 + .095 + .28 + .13 + .02 = .635
    // .635 / 3.183157 = .199487490
    CHECK(close(fbic_bandwidth(ties_of_hand).value, 0.199487490, 1e-8));
    CHECK(close(fbic_bandwidth(ties_of_hand).value, 0.635 / 3.183157));
    // .728532056 * .199487490 / .5819916 = .249716716
    CHECK(close(fbic(case_of_hand, ties_of_hand).value, 0.249716716, 1e-8));
}

TEST_CASE("the ends of the scale") {
    CHECK(fbic_dependence(nothing).value == 0.0);
    CHECK(fbic(nothing, ties_of_hand).value == 0.0);
    CHECK(fbic(case_of_hand, no_ties).value == 0.0);
    // Weights add up to one, so that all at 100 percent is ln 101, and all ties at 1 are 1.
    const Dependence everything{100.0, 100.0, 100.0, 100.0, 100.0, 100.0};
    CHECK(close(fbic_dependence(everything).value, std::log(101.0) / 4.122769));
    const Bandwidth all_ties{1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
    CHECK(close(fbic_bandwidth(all_ties).value, 1.0 / 3.183157));
    // Trade may be more than the product.
    CHECK(fbic_dependence({0.0, 0.0, 150.0, 0.0, 0.0, 0.0}).value.has_value());
}

TEST_CASE("each term counts with its own weight, and more of it is more") {
    constexpr std::array dependence_weights{.21, .12, .28, .16, .10, .13};
    constexpr std::array bandwidth_weights{.11, .19, .14, .35, .13, .08};
    for (std::size_t term = 0; term < 6; ++term) {
        Dependence one = nothing;
        one.*dependence_fields[term] = 49.0;
        CHECK(close(fbic_dependence(one).value, dependence_weights[term] * std::log(50.0) / 4.122769));
        Dependence more = case_of_hand;
        *(more.*dependence_fields[term]) += 1.0;
        CHECK(*fbic(more, ties_of_hand).value > *fbic(case_of_hand, ties_of_hand).value);
        Bandwidth tie = no_ties;
        tie.*bandwidth_fields[term] = 0.5;
        CHECK(close(fbic_bandwidth(tie).value, bandwidth_weights[term] * 0.5 / 3.183157));
    }
}

TEST_CASE("parameters take the place of the defaults") {
    FbicParameters own;
    own.dependence = {0.0, 0.0, 1.0, 0.0, 0.0, 0.0};
    own.dependence_divisor = 2.0;
    own.bandwidth = {0.0, 0.0, 0.0, 2.0, 0.0, 0.0};
    own.bandwidth_divisor = 4.0;
    own.index_divisor = 0.5;
    CHECK(close(fbic_dependence(case_of_hand, own).value, std::log(31.0) / 2.0));
    CHECK(close(fbic_bandwidth(ties_of_hand, own).value, 0.4));
    CHECK(close(fbic(case_of_hand, ties_of_hand, own).value, 0.4 * std::log(31.0)));
}

TEST_CASE("errors name the field") {
    const auto wrong = [](const Fbic& found, FbicFault fault, std::size_t field) {
        return !found.value && found.fault == fault && index(found.field) == field;
    };
    for (std::size_t term = 0; term < 6; ++term) {
        const auto put = [&](std::optional<double> number) {
            Dependence inputs = case_of_hand;
            inputs.*dependence_fields[term] = number;
            CHECK((fbic(inputs, ties_of_hand) == fbic_dependence(inputs)) == !fbic_dependence(inputs).value);
            return fbic_dependence(inputs);
        };
        CHECK(wrong(put({}), FbicFault::unknown, term));
        CHECK(wrong(put(-1e-9), FbicFault::negative, term));
        CHECK(wrong(put(not_a_number()), FbicFault::not_finite, term));
        CHECK(wrong(put(infinity()), FbicFault::not_finite, term));
        CHECK(wrong(put(-infinity()), FbicFault::not_finite, term));
        CHECK(put(100.0).value.has_value());
        const bool share = term == 1 || term == 3 || term == 5;
        CHECK(wrong(put(100.001), FbicFault::beyond_whole, term) == share);

        const auto tie = [&](std::optional<double> number) {
            Bandwidth inputs = ties_of_hand;
            inputs.*bandwidth_fields[term] = number;
            CHECK((fbic(case_of_hand, inputs) == fbic_bandwidth(inputs)) == !fbic_bandwidth(inputs).value);
            return fbic_bandwidth(inputs);
        };
        CHECK(wrong(tie({}), FbicFault::unknown, 6 + term));
        CHECK(wrong(tie(-0.1), FbicFault::negative, 6 + term));
        CHECK(wrong(tie(not_a_number()), FbicFault::not_finite, 6 + term));
        CHECK(wrong(tie(1.001), FbicFault::beyond_one, 6 + term));
        CHECK(tie(1.0).value.has_value());
    }
    FbicParameters bad;
    bad.dependence.arms_of_stock = -0.1;
    CHECK(wrong(fbic_dependence(case_of_hand, bad), FbicFault::weight, index(FbicField::arms_of_stock)));
    bad = {};
    bad.bandwidth.log_trade = not_a_number();
    CHECK(wrong(fbic_bandwidth(ties_of_hand, bad), FbicFault::weight, index(FbicField::log_trade)));
    for (const double divisor : {0.0, -1.0, 1e-300, not_a_number()}) {
        bad = {};
        bad.dependence_divisor = divisor;
        CHECK(wrong(fbic(case_of_hand, ties_of_hand, bad), FbicFault::divisor, 12));
        bad = {};
        bad.bandwidth_divisor = divisor;
        CHECK(wrong(fbic(case_of_hand, ties_of_hand, bad), FbicFault::divisor, 13));
        bad = {};
        bad.index_divisor = divisor;
        CHECK(wrong(fbic(case_of_hand, ties_of_hand, bad), FbicFault::divisor, 14));
    }
}
