// SPDX-License-Identifier: BSL-1.0
// Rows written as planes into columns that are to be read only.
// expect: no matching function for call to 'to_planes
#include <cstdint>
#include <span>

#include <trimode/domain/condition.hpp>
#include <trimode/inference/columns.hpp>

using namespace trimode;

constexpr std::span<const Facts<Condition>> rows{};
auto written() { return to_planes(rows, PlaneColumns<Condition, std::uint64_t>{}); }
#ifdef REJECTED
auto lost() { return to_planes(rows, PlaneColumns<Condition>{}); }
#endif
