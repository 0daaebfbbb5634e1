// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Row: one line of a table of measurements: what one pass does, and how often it allocates.
#pragma once

#include <cstddef>

#include <benchmark/benchmark.h>

#include "allocations.hpp"

namespace bench {

enum class Heap { untouched, allowed };

/// What one pass of a row is about.
struct Pass {
    std::size_t cases = 1;        ///< How many cases one pass classifies; times are shown for each.
    double bytes = 0.0;           ///< What is read and written for one case, where a row is about memory.
    Heap heap = Heap::untouched;  ///< A row of the library's fails when it allocates.
};

/// Times `one()`, which has to keep its own result.
template <class One>
void over_and_over(benchmark::State& state, const Pass& pass, One&& one) {
    const Allocations counted;
    for (auto _ : state) one();
    if (pass.heap == Heap::untouched) {
        counted.report(state);
    } else {
        counted.count(state);
    }
    state.counters["cases"] = static_cast<double>(pass.cases);
    state.counters["bytes"] = pass.bytes;
}

/// Makes the compiler make the value. By const reference g++ leaves it in a register.
template <class T>
void keep(const T& value) {
    benchmark::DoNotOptimize(value);
}

}  // namespace bench
