// SPDX-License-Identifier: BSL-1.0
#include <concepts>

#include <doctest/doctest.h>

#include <trimode/base/on_use.hpp>

namespace {

struct Sum {
    int value = 0;
};
struct AlsoSum : Sum {};

template <class Use = trimode::OnUse>
constexpr int value_of(const trimode::Used<Use, Sum>& sum) {
    return sum.value;
}

static_assert(std::same_as<trimode::Used<trimode::OnUse, Sum>, Sum>);

}  // namespace

TEST_CASE("a function that is compiled on use takes what its type takes") {
    CHECK(value_of(Sum{3}) == 3);
    CHECK(value_of({4}) == 4);
    CHECK(value_of(AlsoSum{{5}}) == 5);
    static_assert(value_of({6}) == 6);
}
