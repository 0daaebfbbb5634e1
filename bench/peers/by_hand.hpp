// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// By hand: if-else over a struct of `std::optional<bool>`. No trace, no text, and the rules can only be changed by
/// rewriting them.
#pragma once

#include <optional>

#include <trimode/domain/mode.hpp>
#include <trimode/inference/verdict.hpp>

#include "../support/cases.hpp"

namespace bench::by_hand {

/// A case as it is written without a library. No value: unknown.
struct Case {
    std::optional<bool> resources;
    std::optional<bool> geography;
    std::optional<bool> regime_affinity;
    std::optional<bool> conditionality;
    std::optional<bool> alternative;
    std::optional<bool> global_arena;
    std::optional<bool> acclaim;
};

struct Answer {
    bool must_recipient = false;
    bool may_recipient = false;
    bool must_activist = false;
    bool may_activist = false;
    bool must_protector = false;
    bool may_protector = false;
};

/// The three rules with what is unknown kept apart from "no".
[[nodiscard]] inline Answer classify(const Case& c) {
    Answer answer;
    if (c.resources == true && c.geography == true && c.regime_affinity == true) {
        answer.must_recipient = true;
        answer.may_recipient = true;
    } else if (c.resources != false && c.geography != false && c.regime_affinity != false) {
        answer.may_recipient = true;
    }
    if (c.global_arena == true && c.acclaim == true) {
        answer.must_activist = true;
        answer.may_activist = true;
    } else if (c.global_arena != false && c.acclaim != false) {
        answer.may_activist = true;
    }
    if (c.regime_affinity == false && c.conditionality == true && c.alternative == true) {
        answer.must_protector = true;
        answer.may_protector = true;
    } else if (c.regime_affinity != true && c.conditionality != false && c.alternative != false) {
        answer.may_protector = true;
    }
    return answer;
}

// ---- to and from the library ---------------------------------------------------------------------------------------

[[nodiscard]] inline Case case_of(Facts<Condition> facts) {
    return {told(facts, Condition::resources),       told(facts, Condition::geography),
            told(facts, Condition::regime_affinity), told(facts, Condition::conditionality),
            told(facts, Condition::alternative),     told(facts, Condition::global_arena),
            told(facts, Condition::acclaim)};
}

[[nodiscard]] inline trimode::Verdict<trimode::Mode> verdict_of(const Answer& answer) {
    using trimode::Mode;
    trimode::Verdict<Mode> verdict;
    if (answer.must_recipient) verdict.holding.insert(Mode::recipient);
    if (answer.may_recipient) verdict.possible.insert(Mode::recipient);
    if (answer.must_activist) verdict.holding.insert(Mode::activist);
    if (answer.may_activist) verdict.possible.insert(Mode::activist);
    if (answer.must_protector) verdict.holding.insert(Mode::protector);
    if (answer.may_protector) verdict.possible.insert(Mode::protector);
    return verdict;
}

}  // namespace bench::by_hand
