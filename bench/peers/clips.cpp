// SPDX-License-Identifier: BSL-1.0
#include "clips.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

extern "C" {
#include <clips/clips.h>
}

namespace {

using bench::clips::Answer;
using bench::clips::Conclusions;

constexpr const char* templates[] = {
    R"((deftemplate partner
  (slot id)
  (slot resources (default unknown))
  (slot geography (default unknown))
  (slot regime_affinity (default unknown))
  (slot conditionality (default unknown))
  (slot alternative (default unknown))
  (slot global_arena (default unknown))
  (slot acclaim (default unknown))))",
    "(deftemplate verdict (slot id) (slot mode) (slot answer))",
};

/// What holds wants "yes" or "no"; what may hold only wants that it is not told otherwise.
struct Rule {
    const char* mode;
    const char* answer;
    const char* wanted;
};
constexpr Rule rules[] = {
    {"recipient", "holds", "(resources yes) (geography yes) (regime_affinity yes)"},
    {"activist", "holds", "(global_arena yes) (acclaim yes)"},
    {"protector", "holds", "(regime_affinity no) (conditionality yes) (alternative yes)"},
    {"recipient", "may-hold", "(resources ~no) (geography ~no) (regime_affinity ~no)"},
    {"activist", "may-hold", "(global_arena ~no) (acclaim ~no)"},
    {"protector", "may-hold", "(regime_affinity ~yes) (conditionality ~no) (alternative ~no)"},
};

std::string rule_text(const Rule& rule, Conclusions conclusions) {
    const std::string mode_and_answer = std::string("(mode ") + rule.mode + ") (answer " + rule.answer + ")";
    return std::string("(defrule ") + rule.mode + "-" + rule.answer + " (partner (id ?id) " + rule.wanted + ") => " +
           (conclusions == Conclusions::facts ? "(assert (verdict (id ?id) " + mode_and_answer + "))"
                                              : "(found ?id " + std::to_string(&rule - rules) + ")") +
           ")";
}

/// Where the function that the rules call writes; CLIPS hands it only its environment.
std::span<Answer> writing_to;

void write(std::size_t id, std::size_t rule) { writing_to[id] = static_cast<Answer>(writing_to[id] | (1U << rule)); }

extern "C" int found(void* environment) {
    write(static_cast<std::size_t>(EnvRtnLong(environment, 1)), static_cast<std::size_t>(EnvRtnLong(environment, 2)));
    return 0;
}

}  // namespace

namespace bench::clips {

const bool installed = true;

struct Peer::Environment {
    Conclusions conclusions;
    void* environment = CreateEnvironment();
    void* partner = nullptr;
    void* verdict = nullptr;
    void* yes = nullptr;
    void* no = nullptr;
    std::array<void*, 3> modes{};
    void* holds = nullptr;
    std::vector<void*> facts{};

    explicit Environment(Conclusions wanted) : conclusions(wanted) {
        EnvDefineFunction2(environment, "found", 'i', &found, "found", "22i");
        for (const char* text : templates) build(text);
        for (const Rule& rule : rules) build(rule_text(rule, conclusions));
        EnvReset(environment);
        partner = EnvFindDeftemplate(environment, "partner");
        verdict = EnvFindDeftemplate(environment, "verdict");
        // The rules have these symbols too, and so they stay where they are.
        yes = EnvAddSymbol(environment, "yes");
        no = EnvAddSymbol(environment, "no");
        holds = EnvAddSymbol(environment, "holds");
        for (std::size_t i = 0; i < modes.size(); ++i) modes[i] = EnvAddSymbol(environment, rules[i].mode);
    }
    ~Environment() { DestroyEnvironment(environment); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

    void build(const std::string& text) {
        if (EnvBuild(environment, text.c_str()) != 0) return;
        std::fprintf(stderr, "CLIPS refuses %s\n", text.c_str());
        std::exit(1);
    }
    void put(void* fact, const char* slot, unsigned short type, void* value) {
        DATA_OBJECT data{};
        data.type = type;
        data.value = value;
        EnvPutFactSlot(environment, fact, slot, &data);
    }
    [[nodiscard]] void* value_of(void* fact, const char* slot) {
        DATA_OBJECT data{};
        EnvGetFactSlot(environment, fact, slot, &data);
        return data.value;
    }
    void assert_case(std::size_t id, const Case& values) {
        static constexpr std::array slots{"resources",   "geography",    "regime_affinity", "conditionality",
                                          "alternative", "global_arena", "acclaim"};
        void* const fact = EnvCreateFact(environment, partner);
        put(fact, "id", INTEGER, EnvAddLong(environment, static_cast<long long>(id)));
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i]) put(fact, slots[i], SYMBOL, *values[i] ? yes : no);
        }
        EnvAssignFactSlotDefaults(environment, fact);
        facts.push_back(EnvAssert(environment, fact));
    }
    /// Those that the rules have asserted.
    void read_verdicts() {
        for (void* fact = nullptr; (fact = EnvGetNextFactInTemplate(environment, verdict, fact)) != nullptr;) {
            facts.push_back(fact);
            const auto* id = static_cast<INTEGER_HN*>(value_of(fact, "id"));
            const void* const mode = value_of(fact, "mode");
            const std::size_t may = value_of(fact, "answer") == holds ? 0 : modes.size();
            for (std::size_t i = 0; i < modes.size(); ++i) {
                if (mode == modes[i]) write(static_cast<std::size_t>(id->contents), may + i);
            }
        }
    }
};

Peer::Peer(Conclusions conclusions) : environment_(std::make_unique<Environment>(conclusions)) {}
Peer::~Peer() = default;

void Peer::classify(std::span<const Case> cases, std::span<Answer> answers) {
    writing_to = answers;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        answers[i] = 0;
        environment_->assert_case(i, cases[i]);
    }
    EnvRun(environment_->environment, -1);
    if (environment_->conclusions == Conclusions::facts) environment_->read_verdicts();
    for (void* const fact : environment_->facts) EnvRetract(environment_->environment, fact);
    environment_->facts.clear();
}

}  // namespace bench::clips
