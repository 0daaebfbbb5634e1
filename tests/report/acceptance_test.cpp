// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The words of an acceptance.
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/acceptance.hpp>
#include <trimode/report/acceptance.hpp>

namespace {

using namespace trimode;

enum class Politics : std::uint8_t { distance, trust };
consteval auto names_of(Politics) { return names<Politics>("distance D", "trust"); }

}  // namespace

TEST_CASE("points are shown with their sign") {
    CHECK(points_text(0) == "0");
    CHECK(points_text(1) == "+1");
    CHECK(points_text(-1) == "-1");
    CHECK(points_text((std::numeric_limits<std::int64_t>::max)()) == "+9223372036854775807");
    CHECK(points_text((std::numeric_limits<std::int64_t>::min)()) == "-9223372036854775808");
}

TEST_CASE("a reason is shown by the names of what it speaks of") {
    using R = Reason<Mode, Condition, Politics>;
    CHECK(reason_text(R{.points = 5}) == "base");
    CHECK(reason_text(R{.kind = ReasonKind::label, .label = Mode::protector, .answer = Answer::open}) ==
          "protector open");
    CHECK(
        reason_text(R{.kind = ReasonKind::feature, .feature = Condition::regime_affinity, .truth = Truth::contested}) ==
        "regime_affinity contested");
    CHECK(reason_text(R{.kind = ReasonKind::circumstance, .circumstance = Politics::trust}) == "trust");
    CHECK(reason_text(R{.kind = static_cast<ReasonKind>(9)}) == "base");
}

TEST_CASE("reasons are listed in their order, all or the weightiest") {
    const auto weights = AcceptanceWeights<Mode, Condition>(-10)
                             .set(Mode::recipient, Answer::open, 40)
                             .set(Condition::resources, Truth::holds, 15);
    const auto answer = acceptance(Facts<Condition>({Condition::resources}, {}), three_modes::predicted, weights,
                                   Circumstances<Politics>().set(Politics::distance, -15));
    const std::string all_of_them = "+40 recipient open, +15 resources holds, -15 distance, -10 base";
    CHECK(reasons_text(answer) == all_of_them);
    CHECK(reasons_text(answer, 1) == "+40 recipient open, 3 more");
    CHECK(reasons_text(answer, 3) == "+40 recipient open, +15 resources holds, -15 distance, 1 more");
    for (const std::size_t most : {std::size_t{4}, std::size_t{5}, ~std::size_t{0}})
        CHECK(reasons_text(answer, most) == all_of_them);
    CHECK(reasons_text(Acceptance<Mode, Condition>()).empty());
    CHECK(reasons_text(Acceptance<Mode, Condition>(), 2).empty());
}
