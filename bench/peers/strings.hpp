// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Strings: if-else over a map of names to "yes" and "no", which returns the answers and a text that explains them. Its
/// text is the same as that of the library's `write_trace`.
#pragma once

#include <string>
#include <unordered_map>

#include <trimode/domain/mode.hpp>
#include <trimode/inference/verdict.hpp>

#include "../support/cases.hpp"

namespace bench::strings {

/// "yes" or "no" by name. What is not in it is unknown.
using Case = std::unordered_map<std::string, std::string>;

struct Answer {
    std::string recipient;  ///< "holds", "fails" or "is open".
    std::string activist;
    std::string protector;
    std::string why;
};

[[nodiscard]] inline const std::string& value(const Case& c, const std::string& name) {
    static const std::string unknown = "unknown";
    const auto found = c.find(name);
    return found == c.end() ? unknown : found->second;
}
inline void add(std::string& list, const std::string& reason) {
    if (!list.empty()) list += ", ";
    list += reason;
}

[[nodiscard]] inline Answer classify(const Case& c) {
    const std::string& resources = value(c, "resources");
    const std::string& geography = value(c, "geography");
    const std::string& affinity = value(c, "regime_affinity");
    const std::string& conditionality = value(c, "conditionality");
    const std::string& alternative = value(c, "alternative");
    const std::string& arena = value(c, "global_arena");
    const std::string& acclaim = value(c, "acclaim");
    Answer answer;

    std::string reasons;
    if (resources == "no" || geography == "no" || affinity == "no") {
        answer.recipient = "fails";
        if (resources == "no") add(reasons, "~resources");
        if (geography == "no") add(reasons, "~geography");
        if (affinity == "no") add(reasons, "~regime_affinity");
    } else if (resources == "yes" && geography == "yes" && affinity == "yes") {
        answer.recipient = "holds";
        reasons = "resources, geography, regime_affinity";
    } else {
        answer.recipient = "is open";
        if (resources == "unknown") add(reasons, "resources");
        if (geography == "unknown") add(reasons, "geography");
        if (affinity == "unknown") add(reasons, "regime_affinity");
    }
    answer.why = "recipient " + answer.recipient + ": " + reasons;

    reasons.clear();
    if (arena == "no" || acclaim == "no") {
        answer.activist = "fails";
        if (arena == "no") add(reasons, "~global_arena");
        if (acclaim == "no") add(reasons, "~acclaim");
    } else if (arena == "yes" && acclaim == "yes") {
        answer.activist = "holds";
        reasons = "global_arena, acclaim";
    } else {
        answer.activist = "is open";
        if (arena == "unknown") add(reasons, "global_arena");
        if (acclaim == "unknown") add(reasons, "acclaim");
    }
    answer.why += "; activist " + answer.activist + ": " + reasons;

    reasons.clear();
    if (affinity == "yes" || conditionality == "no" || alternative == "no") {
        answer.protector = "fails";
        if (affinity == "yes") add(reasons, "regime_affinity");
        if (conditionality == "no") add(reasons, "~conditionality");
        if (alternative == "no") add(reasons, "~alternative");
    } else if (affinity == "no" && conditionality == "yes" && alternative == "yes") {
        answer.protector = "holds";
        reasons = "~regime_affinity, conditionality, alternative";
    } else {
        answer.protector = "is open";
        if (affinity == "unknown") add(reasons, "~regime_affinity");
        if (conditionality == "unknown") add(reasons, "conditionality");
        if (alternative == "unknown") add(reasons, "alternative");
    }
    answer.why += "; protector " + answer.protector + ": " + reasons;
    return answer;
}

// ---- to and from the library ---------------------------------------------------------------------------------------

[[nodiscard]] inline Case case_of(Facts<Condition> facts) {
    Case made;
    for (const Condition condition : trimode::all<Condition>()) {
        if (const auto truth = told(facts, condition)) made.emplace(trimode::name(condition), *truth ? "yes" : "no");
    }
    return made;
}

[[nodiscard]] inline trimode::Verdict<trimode::Mode> verdict_of(const Answer& answer) {
    using trimode::Mode;
    trimode::Verdict<Mode> verdict;
    const auto add_label = [&](Mode mode, const std::string& said) {
        if (said == "holds") verdict.holding.insert(mode);
        if (said != "fails") verdict.possible.insert(mode);
    };
    add_label(Mode::recipient, answer.recipient);
    add_label(Mode::activist, answer.activist);
    add_label(Mode::protector, answer.protector);
    return verdict;
}

}  // namespace bench::strings
