// SPDX-License-Identifier: BSL-1.0
// A formula cannot be read through what has no sum.
// expect-gcc: no matching function for call to 'read
// expect-clang: no matching function for call to 'read'
#include <trimode/domain/condition.hpp>
#include <trimode/framework/reading.hpp>

using trimode::Condition;

struct Product {
    using Value = int;
    constexpr int zero() const { return 0; }
    constexpr int one() const { return 1; }
    constexpr int product(int left, int right) const { return left * right; }
    constexpr int literal(Condition, bool) const { return 1; }
};
struct Whole : Product {
    constexpr int sum(int left, int right) const { return left + right; }
};

constexpr int terms = read(trimode::is(Condition::resources), Whole{});
#ifdef REJECTED
constexpr int none = read(trimode::is(Condition::resources), Product{});
#endif
