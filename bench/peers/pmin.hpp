// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// pmin: degrees as columns of doubles and the parallel minimum over them, as it is written in R. Every operation makes
/// a new column, as R's do. R would also look for NA in each number; that is left out here, in its favour.
///
/// What is unknown lies between two bounds, so there are two columns for each condition and two for each answer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>

namespace bench::pmin {

/// A column of numbers, as `numeric` in R.
class Column {
  public:
    explicit Column(std::size_t size) : size_(size), numbers_(std::make_unique_for_overwrite<double[]>(size)) {}
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] double& operator[](std::size_t i) { return numbers_[i]; }
    [[nodiscard]] double operator[](std::size_t i) const { return numbers_[i]; }

  private:
    std::size_t size_;
    std::unique_ptr<double[]> numbers_;
};

/// `pmin(first, more...)`: a copy of the first, then a pass for each other one.
template <class... More>
[[nodiscard]] Column parallel_minimum(const Column& first, const More&... more) {
    const std::size_t size = first.size();
    Column least(size);
    for (std::size_t i = 0; i < size; ++i) least[i] = first[i];
    const auto join = [&](const Column& other) {
        for (std::size_t i = 0; i < size; ++i) least[i] = (std::min)(least[i], other[i]);
    };
    (join(more), ...);
    return least;
}

/// `1 - column`.
[[nodiscard]] inline Column opposite(const Column& column) {
    const std::size_t size = column.size();
    Column result(size);
    for (std::size_t i = 0; i < size; ++i) result[i] = 1.0 - column[i];
    return result;
}

/// One bound of the degrees of all cases. Protector needs the other bound of the affinity, as that is negated.
struct Cases {
    Column resources;
    Column geography;
    Column regime_affinity;
    Column conditionality;
    Column alternative;
    Column global_arena;
    Column acclaim;
};

struct Answer {
    Column recipient;
    Column activist;
    Column protector;
};

/// One bound of the answers from one bound of the cases, and the other bound of the affinity.
[[nodiscard]] inline Answer classify(const Cases& cases, const Column& other_regime_affinity) {
    return {parallel_minimum(cases.resources, cases.geography, cases.regime_affinity),
            parallel_minimum(cases.global_arena, cases.acclaim),
            parallel_minimum(opposite(other_regime_affinity), cases.conditionality, cases.alternative)};
}

}  // namespace bench::pmin
