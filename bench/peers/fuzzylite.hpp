// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// fuzzylite 6, an engine for fuzzy rules (GPL; a peer of these programs only, where it is installed). It has no
/// unknown, so all degrees of its cases are known; and no trace, and no margin.
#pragma once

#include <array>
#include <memory>

#include "../support/cases.hpp"

namespace bench::fuzzylite {

/// Whether it was found when these programs were built. Where it was not, its rows say so.
extern const bool installed;
inline constexpr const char* missing = "skipped: fuzzylite not found (apt-get install libfuzzylite-dev)";

/// The degree of each condition, in their order.
using Case = std::array<double, trimode::count<Condition>>;

/// The three rules: minimum for "and", one minus it for "not".
class Peer {
  public:
    Peer();
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    /// Only how strongly each rule is activated; no output is made of it.
    [[nodiscard]] std::array<double, 3> activations(const Case& degrees);
    /// The whole of Mamdani's inference: implication by the minimum, aggregation by the maximum, over an output with a
    /// rectangle for each mode, from 0 to 1, 1 to 2 and 2 to 3; the mean of the maximum at fuzzylite's own resolution
    /// of 100. Not a number where no rule is activated.
    [[nodiscard]] double mamdani(const Case& degrees);

  private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

/// From degrees that are all known.
[[nodiscard]] inline Case case_of(const Grades<Condition>& grades) {
    Case made{};
    for (const Condition condition : trimode::all<Condition>())
        made[trimode::index(condition)] = grades[condition].least();
    return made;
}

}  // namespace bench::fuzzylite
