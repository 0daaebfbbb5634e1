// SPDX-License-Identifier: BSL-1.0
#include "fuzzylite.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <fl/Headers.h>

namespace {

/// The engine in fuzzylite's own language.
std::string engine_text() {
    std::string text = "Engine: modes\n";
    for (const bench::Condition condition : trimode::all<bench::Condition>()) {
        text += "InputVariable: " + std::string(trimode::name(condition)) +
                "\n  enabled: true\n  range: 0.0 1.0\n  lock-range: false\n  term: yes Ramp 0.0 1.0\n";
    }
    return text + R"(OutputVariable: mode
  enabled: true
  range: 0.0 3.0
  lock-range: false
  aggregation: Maximum
  defuzzifier: MeanOfMaximum 100
  default: nan
  lock-previous: false
  term: recipient Rectangle 0.0 1.0
  term: activist Rectangle 1.0 2.0
  term: protector Rectangle 2.0 3.0
RuleBlock: predicted
  enabled: true
  conjunction: Minimum
  disjunction: none
  implication: Minimum
  activation: General
  rule: if resources is yes and geography is yes and regime_affinity is yes then mode is recipient
  rule: if global_arena is yes and acclaim is yes then mode is activist
  rule: if regime_affinity is not yes and conditionality is yes and alternative is yes then mode is protector
)";
}

}  // namespace

namespace bench::fuzzylite {

const bool installed = true;

struct Peer::Engine {
    std::unique_ptr<fl::Engine> engine{fl::FllImporter().fromString(engine_text())};
    std::vector<fl::InputVariable*> inputs = engine->inputVariables();
    fl::OutputVariable* output = engine->getOutputVariable(0);
    fl::RuleBlock* block = engine->getRuleBlock(0);

    void set(const Case& degrees) {
        for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i]->setValue(degrees[i]);
    }
};

Peer::Peer() : engine_(std::make_unique<Engine>()) {}
Peer::~Peer() = default;

std::array<double, 3> Peer::activations(const Case& degrees) {
    engine_->set(degrees);
    std::array<double, 3> found{};
    const auto& rules = engine_->block->rules();
    for (std::size_t i = 0; i < found.size(); ++i) {
        found[i] = rules[i]->activateWith(engine_->block->getConjunction(), engine_->block->getDisjunction());
    }
    return found;
}

double Peer::mamdani(const Case& degrees) {
    engine_->set(degrees);
    engine_->engine->process();
    return engine_->output->getValue();
}

}  // namespace bench::fuzzylite
