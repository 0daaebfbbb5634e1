// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Work split over threads: the library keeps no state and takes spans, so that a program is free to split as it likes.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

// The standard's own parallel algorithms, where they are there: with g++'s library they need another one (TBB) linked,
// which the build says by this definition.
#if defined(TRIMODE_EXAMPLES_PARALLEL_ALGORITHMS)
#include <algorithm>
#include <execution>
#include <numeric>
#endif

namespace support {

/// The ways there are to do it here, for an option's choices.
[[nodiscard]] inline std::vector<std::string> parallel_ways() {
#if defined(TRIMODE_EXAMPLES_PARALLEL_ALGORITHMS)
    return {"threads", "algorithm"};
#else
    return {"threads"};
#endif
}

/// How many threads this machine runs at once; at least 1.
[[nodiscard]] inline std::size_t usual_threads() {
    const std::size_t count = std::thread::hardware_concurrency();
    return count == 0 ? 1 : count;
}

/// Calls `work` once for each part, 0 to `parts` - 1: a thread for each, or std::for_each with std::execution::par. What
/// one of them throws is thrown here, once all are done.
inline void each_part(const std::string& way, std::size_t parts, const std::function<void(std::size_t)>& work) {
    std::vector<std::exception_ptr> thrown(parts);
    const auto guarded = [&](std::size_t part) {
        try {
            work(part);
        } catch (...) {
            thrown[part] = std::current_exception();
        }
    };
#if defined(TRIMODE_EXAMPLES_PARALLEL_ALGORITHMS)
    if (way == "algorithm") {
        std::vector<std::size_t> numbers(parts);
        std::iota(numbers.begin(), numbers.end(), std::size_t{0});
        std::for_each(std::execution::par, numbers.begin(), numbers.end(), guarded);
    } else
#else
    static_cast<void>(way);
#endif
    {
        std::vector<std::thread> threads;
        try {
            for (std::size_t part = 1; part < parts; ++part) threads.emplace_back(guarded, part);
        } catch (const std::system_error&) {
            // No more threads to be had: the rest is done here.
            for (std::size_t part = threads.size() + 1; part < parts; ++part) guarded(part);
        }
        if (parts != 0) guarded(0);
        for (std::thread& thread : threads) thread.join();
    }
    for (const std::exception_ptr& each : thrown) {
        if (each) std::rethrow_exception(each);
    }
}

}  // namespace support
