// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Allocations: how often a benchmark takes memory from the heap. Nothing below `qca/` may.
#pragma once

#include <cstdint>

#include <benchmark/benchmark.h>

namespace bench {

/// How often operator new has been called since the program began. `std::malloc` is not counted.
[[nodiscard]] std::uint64_t allocations() noexcept;

/// Counts from where it stands to `report` or `count`. Put it before the loop of a benchmark.
class Allocations {
  public:
    /// Adds the column "allocations": of one iteration, on average. Error: any makes the benchmark
    /// fail, and with it the test that runs it.
    void report(benchmark::State& state) const {
        if (count(state) != 0) state.SkipWithError("allocates");
    }
    /// The same for a peer, which may allocate. How many there were.
    std::uint64_t count(benchmark::State& state) const {
        const std::uint64_t since = allocations() - before_;
        state.counters["allocations"] =
            benchmark::Counter(static_cast<double>(since), benchmark::Counter::kAvgIterations);
        return since;
    }

  private:
    std::uint64_t before_ = allocations();
};

}  // namespace bench
