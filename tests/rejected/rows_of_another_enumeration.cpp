// SPDX-License-Identifier: BSL-1.0
// What is told of conduct, written as columns of conditions.
// expect: no matching function for call to 'to_bytes
#include <cstdint>
#include <span>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/inference/columns.hpp>

using namespace trimode;

auto written() { return to_bytes(std::span<const Facts<Condition>>{}, ByteColumns<Condition, std::uint8_t>{}); }
#ifdef REJECTED
auto other() { return to_bytes(std::span<const Facts<Conduct>>{}, ByteColumns<Condition, std::uint8_t>{}); }
#endif
