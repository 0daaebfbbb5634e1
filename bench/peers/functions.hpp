// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Functions: rules as `std::function` in a list that can be changed at run time, over a map of names to truth; as it
/// is usually written, and again by somebody who looks at the time. No trace.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <trimode/domain/mode.hpp>
#include <trimode/inference/verdict.hpp>

#include "../support/cases.hpp"

namespace bench::functions {

/// Yes, no, or no value: unknown, or open.
using Truth = std::optional<bool>;
/// What is told of each condition, by name.
using Case = std::map<std::string, Truth>;

[[nodiscard]] inline Truth both(Truth left, Truth right) {
    if (left == false || right == false) return false;
    return left && right ? Truth{true} : Truth{};
}
[[nodiscard]] inline Truth opposite(Truth truth) { return truth ? Truth{!*truth} : truth; }

struct Rule {
    std::string label;
    std::function<Truth(const Case&)> when;
};

[[nodiscard]] inline std::vector<Rule> rules() {
    return {
        {"recipient",
         [](const Case& c) { return both(both(c.at("resources"), c.at("geography")), c.at("regime_affinity")); }},
        {"activist", [](const Case& c) { return both(c.at("global_arena"), c.at("acclaim")); }},
        {"protector",
         [](const Case& c) {
             return both(both(opposite(c.at("regime_affinity")), c.at("conditionality")), c.at("alternative"));
         }},
    };
}

using Answer = std::map<std::string, Truth>;

[[nodiscard]] inline Answer classify(const Case& c, const std::vector<Rule>& rules) {
    Answer answer;
    for (const Rule& rule : rules) answer[rule.label] = rule.when(c);
    return answer;
}

}  // namespace bench::functions

/// The same with a hash table in which only what is told is looked up, rules that ask no further than they have to, and
/// answers in one piece of memory.
namespace bench::functions_tuned {

using functions::Truth;
using Case = std::unordered_map<std::string, bool>;

/// What a rule asks of a condition.
struct Wanted {
    const char* name;
    bool value;
};

/// No if any is told otherwise, yes if all are as wanted.
[[nodiscard]] inline Truth all_of(const Case& c, std::initializer_list<Wanted> conditions) {
    bool open = false;
    for (const Wanted& wanted : conditions) {
        const auto found = c.find(wanted.name);
        if (found == c.end()) {
            open = true;
        } else if (found->second != wanted.value) {
            return false;
        }
    }
    return open ? Truth{} : Truth{true};
}

struct Rule {
    std::string label;
    std::function<Truth(const Case&)> when;
};

[[nodiscard]] inline std::vector<Rule> rules() {
    return {
        {"recipient",
         [](const Case& c) {
             return all_of(c, {{"resources", true}, {"geography", true}, {"regime_affinity", true}});
         }},
        {"activist",
         [](const Case& c) {
             return all_of(c, {{"global_arena", true}, {"acclaim", true}});
         }},
        {"protector",
         [](const Case& c) {
             return all_of(c, {{"regime_affinity", false}, {"conditionality", true}, {"alternative", true}});
         }},
    };
}

using Answer = std::vector<std::pair<std::string, Truth>>;

[[nodiscard]] inline Answer classify(const Case& c, const std::vector<Rule>& rules) {
    Answer answer;
    answer.reserve(rules.size());
    for (const Rule& rule : rules) answer.emplace_back(rule.label, rule.when(c));
    return answer;
}

}  // namespace bench::functions_tuned

// ---- to and from the library ---------------------------------------------------------------------------------------

namespace bench::functions {

[[nodiscard]] inline Case case_of(Facts<Condition> facts) {
    Case made;
    for (const Condition condition : trimode::all<Condition>())
        made.emplace(trimode::name(condition), told(facts, condition));
    return made;
}

/// Of the answers of either.
template <class Answers>
[[nodiscard]] trimode::Verdict<trimode::Mode> verdict_of(const Answers& answers) {
    trimode::Verdict<trimode::Mode> verdict;
    for (const auto& [label, truth] : answers) {
        const auto mode = trimode::parse<trimode::Mode>(label);
        if (truth == true) verdict.holding.insert(*mode);
        if (truth != false) verdict.possible.insert(*mode);
    }
    return verdict;
}

}  // namespace bench::functions

namespace bench::functions_tuned {

[[nodiscard]] inline Case case_of(Facts<Condition> facts) {
    Case made;
    for (const Condition condition : trimode::all<Condition>()) {
        if (const auto truth = told(facts, condition)) made.emplace(trimode::name(condition), *truth);
    }
    return made;
}

}  // namespace bench::functions_tuned
