// SPDX-License-Identifier: BSL-1.0
// Stands in for clips.cpp where CLIPS is not installed.
#include "clips.hpp"

namespace bench::clips {

const bool installed = false;

struct Peer::Environment {};
Peer::Peer(Conclusions) {}
Peer::~Peer() = default;
void Peer::classify(std::span<const Case>, std::span<Answer>) {}

}  // namespace bench::clips
