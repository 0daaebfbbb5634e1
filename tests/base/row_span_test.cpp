// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/row_span.hpp>

using trimode::RowSpan;

namespace {

struct Row {
    int number = 0;
};

constexpr Row rows[]{{1}, {2}, {3}};

constexpr int sum(RowSpan<Row> some) {
    int all = 0;
    for (const Row& row : some) all = all * 10 + row.number;
    return all;
}

static_assert(sum(rows) == 123 && sum({}) == 0 && sum({rows + 1, 1}) == 2);
static_assert(sum(RowSpan(rows).first(2)) == 12 && sum(RowSpan(rows).subspan(1)) == 23 && RowSpan(rows).subspan(3).empty());
static_assert(sum(RowSpan(rows).last(2)) == 23 && sum(RowSpan(rows).last(0)) == 0 && sum(RowSpan(rows).subspan(1, 1)) == 2);
static_assert(std::is_same_v<RowSpan<Row>::value_type, Row>);
static_assert(RowSpan(rows).data() == rows && RowSpan(rows).size() == 3 && !RowSpan(rows).empty());
static_assert(RowSpan<Row>{}.empty() && RowSpan<Row>{}.data() == nullptr);
static_assert(std::is_trivially_copyable_v<RowSpan<Row>>);
static_assert(std::is_nothrow_constructible_v<RowSpan<Row>, std::span<const Row>>);
// Rows of another type are none, not even where an address would do.
struct Longer : Row {
    int more = 0;
};
static_assert(!std::is_constructible_v<RowSpan<Row>, std::vector<int>&>);
static_assert(!std::is_constructible_v<RowSpan<Row>, std::vector<Longer>&>);
static_assert(!std::is_constructible_v<RowSpan<Row>, int>);

}  // namespace

TEST_CASE("rows of arrays, spans and vectors are seen where they are") {
    std::array<Row, 2> array{{{4}, {5}}};
    std::vector<Row> vector{{6}, {7}, {8}};
    const std::span<Row> span(vector.data() + 1, 2);
    CHECK(sum(array) == 45);
    CHECK(sum(vector) == 678);
    CHECK(sum(span) == 78);
    CHECK(sum(std::span<const Row>(span)) == 78);
    CHECK(RowSpan(vector).data() == vector.data());
    static_assert(std::is_same_v<decltype(RowSpan(vector)), RowSpan<Row>>);
    static_assert(std::is_same_v<decltype(RowSpan(rows)), RowSpan<Row>>);

    vector[1].number = 9;
    const RowSpan<Row> seen(vector);
    CHECK(seen[1].number == 9);
    CHECK(seen.front().number == 6);
    CHECK(seen.back().number == 8);
    CHECK(seen.end() - seen.begin() == 3);
}

TEST_CASE("rows become a span, as any rows in memory do") {
    const std::span<const Row> span = RowSpan(rows);
    CHECK(span.data() == rows);
    CHECK(span.size() == 3);
    RowSpan<Row> seen(rows);
    const RowSpan<Row> copy(seen);
    CHECK(copy.data() == seen.data());
}
