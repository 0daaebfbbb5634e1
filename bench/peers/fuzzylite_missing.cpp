// SPDX-License-Identifier: BSL-1.0
// Stands in for fuzzylite.cpp where fuzzylite is not installed.
#include "fuzzylite.hpp"

namespace bench::fuzzylite {

const bool installed = false;

struct Peer::Engine {};
Peer::Peer() = default;
Peer::~Peer() = default;
std::array<double, 3> Peer::activations(const Case&) { return {}; }
double Peer::mamdani(const Case&) { return 0.0; }

}  // namespace bench::fuzzylite
