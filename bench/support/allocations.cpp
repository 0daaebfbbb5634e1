// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The operators new and delete of every benchmark: the usual ones, and a count. A file of its own,
/// so that the optimiser cannot look through a call and drop it.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

#include "allocations.hpp"

namespace {

std::atomic<std::uint64_t> calls{0};

void* counted(std::size_t size) {
    calls.fetch_add(1, std::memory_order_relaxed);
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}

void* counted(std::size_t size, std::align_val_t alignment) {
    calls.fetch_add(1, std::memory_order_relaxed);
    const auto unit = static_cast<std::size_t>(alignment);
    // aligned_alloc wants a multiple of the alignment.
    if (void* const memory = std::aligned_alloc(unit, (size / unit + 1) * unit)) return memory;
    throw std::bad_alloc();
}

}  // namespace

std::uint64_t bench::allocations() noexcept { return calls.load(std::memory_order_relaxed); }

// The forms for arrays and the nothrow forms call these.
void* operator new(std::size_t size) { return counted(size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
    return counted(size, alignment);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
