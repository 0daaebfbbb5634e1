// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// CLIPS 6.30, a shell for expert systems, embedded in the program (a peer of these programs only, where it is
/// installed). A case is one fact with a slot for each condition; there is a rule for each mode that holds, and for
/// each that may. No trace.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include <trimode/domain/mode.hpp>
#include <trimode/inference/verdict.hpp>

#include "../support/cases.hpp"

namespace bench::clips {

/// Whether it was found when these programs were built. Where it was not, its rows say so.
extern const bool installed;
inline constexpr const char* missing = "skipped: CLIPS not found (apt-get install libclips-dev)";

/// The values of the slots, in the order of the conditions; no value: unknown.
using Case = std::array<std::optional<bool>, trimode::count<Condition>>;
/// A bit for each rule that fired: bit 0 to 2 the modes that hold, bit 3 to 5 those that may.
using Answer = std::uint8_t;

/// What the rules do with what they find.
enum class Conclusions {
    facts,  ///< Assert it as facts, which the program reads; as rules usually do.
    calls,  ///< Call a function of the program's, which is faster.
};

class Peer {
  public:
    explicit Peer(Conclusions conclusions);
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    /// Asserts all cases, runs the rules until none is left, and retracts everything. Both spans are of one length.
    void classify(std::span<const Case> cases, std::span<Answer> answers);

  private:
    struct Environment;
    std::unique_ptr<Environment> environment_;
};

[[nodiscard]] inline Case case_of(Facts<Condition> facts) {
    Case made{};
    for (const Condition condition : trimode::all<Condition>())
        made[trimode::index(condition)] = told(facts, condition);
    return made;
}

[[nodiscard]] inline trimode::Verdict<trimode::Mode> verdict_of(Answer answer) {
    return {trimode::Set<trimode::Mode>::of_bits(answer & 7U),
            trimode::Set<trimode::Mode>::of_bits((answer >> 3U) & 7U)};
}

}  // namespace bench::clips
