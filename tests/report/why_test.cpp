// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Why: the sentences, by their grammar, for every label of the theories and random facts; and that they say what is
/// so.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/why_not.hpp>
#include <trimode/report/why.hpp>

#include "support/tables.hpp"

namespace {

using namespace trimode;

template <Named E>
Facts<E> random_facts(support::Random& random) {
    Facts<E> facts;
    for (const E feature : all<E>()) facts.set(feature, static_cast<Truth>(random.below(4)));
    return facts;
}

template <Named E>
ChangeCosts<E> random_costs(support::Random& random) {
    ChangeCosts<E> costs;
    if (random.chance(2)) return costs;
    for (auto& each : costs.turning) each = static_cast<std::uint32_t>(1 + random.below(3));
    for (auto& each : costs.settling) each = static_cast<std::uint32_t>(1 + random.below(3));
    costs.not_turned = Set<E>::of_bits(static_cast<std::uint32_t>(random.next() & random.next() & random.next()));
    costs.not_settled = Set<E>::of_bits(static_cast<std::uint32_t>(random.next() & random.next() & random.next()));
    return costs;
}

/// The ids of claims that tell of a feature; of some features none.
template <Named E>
std::string ids(E feature) {
    const auto number = index(feature);
    if (number % 3 == 0) return {};
    const std::string id = "000.01" + std::to_string(number) + "a";
    return number % 3 == 1 ? id : id + ", 001.002b";
}

/// The grammar of the sentences.
struct Grammar {
    std::string word = "[a-z][a-z_]*";
    std::string by = "( by [0-9]{3}\\.[0-9]{3}[a-z](, [0-9]{3}\\.[0-9]{3}[a-z])*)?";
    std::string told = "\\((told to hold" + by + "|told to fail" + by + "|told both ways" + by +
                       "|nobody tells|told for a part of the time only," + by.substr(0, by.size() - 1) + ")\\)";
    std::string rest = ",? or in [0-9]+ more ways";
    [[nodiscard]] static std::string list(const std::string& first, const std::string& next) {
        return first + "((, " + next + ")* and " + next + ")?";
    }
    [[nodiscard]] std::string way() const {
        return list(word + " would have to (hold|fail) " + told, word + " to (hold|fail) " + told);
    }
    [[nodiscard]] std::string condition() const {
        const std::string part = word + " (held|failed)( " + told + ")?";
        return list(part, part);
    }
    [[nodiscard]] std::string fails() const {
        return "does not hold@: (" + way() + "(; or " + way() + ")*(" + rest +
               ")?|no rule gives it|its rule contradicts itself|no change that is allowed gives it)";
    }
    [[nodiscard]] std::string open() const {
        const std::string hangs = list(word + " " + told, word + " " + told);
        return "is open@: it hangs on " + hangs + "; (no change that is allowed gives it|it would hold if " +
               condition() + "(, or if " + condition() + ")*(" + rest + ")?)";
    }
    [[nodiscard]] std::string holds() const {
        const std::string who = "( \\(told" + by + "\\))?";
        const std::string features = list(word + who, word + who);
        const std::string settled = features + " (hold|holds|fail|fails)";
        return "holds@: (its rule asks for nothing|" + settled + "(, and " + settled +
               ")?(, from which its rule follows)?)";
    }
    [[nodiscard]] std::regex whole(const std::string& label, std::string where) const {
        where = where.empty() ? "" : " " + where;
        std::string text = "(" + fails() + "|" + open() + "|" + holds() + ")\\.";
        for (auto at = text.find('@'); at != std::string::npos; at = text.find('@')) text.replace(at, 1, where);
        return std::regex(label + " " + text);
    }
};

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// What is wrong with any sentence, whatever it says; empty when nothing is.
std::string untidy(const std::string& text) {
    if (text.empty() || text.back() != '.') return "no full stop";
    for (const char* wrong : {"  ", " .", " ,", " ;", " :", "..", ",,", "()", "( ", " )", ",."}) {
        if (has(text, wrong)) return "it has '" + std::string(wrong) + "'";
    }
    int depth = 0;
    for (const char c : text) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth < 0 || depth > 1) return "brackets";
        if (static_cast<unsigned char>(c) < 0x20) return "a control character";
    }
    return depth == 0 ? "" : "an open bracket";
}

/// How a sentence speaks of one literal of a change.
template <Named E>
std::string literal_text(const Change& change, E feature, Facts<E> facts, bool open, bool with_ids, bool first) {
    const bool holds = Set<E>::of_bits(change.all().holding).contains(feature);
    std::string text(name(feature));
    const Truth truth = facts[feature];
    std::string told = truth == Truth::unknown ? "nobody tells"
                       : truth == Truth::holds ? "told to hold"
                       : truth == Truth::fails ? "told to fail"
                                               : "told both ways";
    if (with_ids && !ids(feature).empty()) {
        told = (truth == Truth::unknown ? "told for a part of the time only," : told) + " by " + ids(feature);
    }
    if (open) {
        text += holds ? " held" : " failed";
        return settled(truth) ? text + " (" + told + ")" : text;
    }
    return text + (first ? " would have to " : " to ") + (holds ? "hold" : "fail") + " (" + told + ")";
}

template <Named Label, Named E>
std::string trouble(Facts<E> facts, const Typology<Label, E>& typology, Label label, const ChangeCosts<E>& costs,
                    const std::string& where, bool with_ids, const std::regex& grammar, std::string& text) {
    const WhyNot<E> reasons = why_not(facts, typology, label, costs);
    text = with_ids ? why_sentence(label, reasons, where, ids<E>) : why_sentence(label, reasons, where);
    const std::string wrong = untidy(text);
    if (!wrong.empty()) return wrong;
    if (!std::regex_match(text, grammar)) return "not of the grammar";
    const Verdict<Label> verdict = classify(facts, typology);
    const std::string answer = verdict.holds(label)      ? " holds"
                               : verdict.may_hold(label) ? " is open"
                                                         : " does not hold";
    if (!text.starts_with(std::string(name(label)) + answer)) return "another answer";
    // It names what it should, and nothing else.
    std::set<std::string> named;
    const std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";
    for (std::size_t at = text.find_first_of(letters); at != std::string::npos;) {
        const std::size_t end = text.find_first_not_of(letters, at);
        if (parse<E>(text.substr(at, end - at))) named.insert(text.substr(at, end - at));
        at = text.find_first_of(letters, end);
    }
    std::set<std::string> expected;
    const auto expect = [&](std::uint32_t bits) {
        for (const E feature : Set<E>::of_bits(bits)) expected.insert(std::string(name(feature)));
    };
    if (verdict.holds(label)) {
        expect(reasons.why.because.conditions());
    } else {
        expect(reasons.why.matters.bits());
        const std::size_t shown = reasons.least.ways() > 4 ? 3 : reasons.least.size();
        for (std::size_t i = 0; i < shown; ++i) {
            const Change& change = reasons.least[i];
            expect(change.all().conditions());
            bool first = true;
            for (const E feature : Set<E>::of_bits(change.all().conditions())) {
                const std::string part = literal_text(change, feature, facts, verdict.may_hold(label), with_ids, first);
                if (!has(text, part)) return "it lacks: " + part;
                first = false;
            }
        }
        if (has(text, " more ways") != (reasons.least.ways() > 4)) return "more ways";
        if (has(text, "allowed") && !reasons.least.empty()) return "there are ways";
    }
    if (named != expected) return "names others";
    return {};
}

template <Named Label, Named E>
void expect_well_formed(const Typology<Label, E>& typology, int times) {
    support::Random random(17);
    const Grammar grammar;
    for (const Label label : all<Label>()) {
        const std::string where = index(label) % 2 == 0 ? "for russia in 2015" : "";
        const std::regex whole = grammar.whole(std::string(name(label)), where);
        std::string found;
        std::string text;
        for (int i = 0; i < times && found.empty(); ++i) {
            const auto facts = random_facts<E>(random);
            found = trouble(facts, typology, label, random_costs<E>(random), where, i % 2 == 0, whole, text);
        }
        CHECK_MESSAGE(found.empty(), found, ": ", text);
    }
}

/// The sentence of one rule for some facts.
std::string sentence(const std::string& rule, Facts<Condition> facts, const ChangeCosts<Condition>& costs = {}) {
    Typology<Mode, Condition> rules;
    REQUIRE(rules.add({Mode::protector, *parse_formula<Condition>(rule), ""}).fault == Fault::none);
    return why_sentence(Mode::protector, why_not(facts, rules, Mode::protector, costs), "for russia in 2015");
}

}  // namespace

TEST_CASE("the sentences of the shipped theories are well formed") {
    for (const auto& variant : three_modes::variants) expect_well_formed(*variant.rules, 60);
    expect_well_formed(three_modes::observed, 60);
    expect_well_formed(four_stages::stages, 60);
    expect_well_formed(four_stages::cumulative, 60);
}

TEST_CASE("the sentences of odd rules are well formed") {
    for (const char* rule :
         {"R*~R", "R*~R + G", "R*G + R*~G", "0", "1", "R*G + ~R*V", "R*G + G*V + V*C + C*A + A*F + F*I"}) {
        CAPTURE(rule);
        Typology<Mode, Condition> rules;
        REQUIRE(rules.add({Mode::recipient, *parse_formula<Condition>(rule), ""}).fault == Fault::none);
        expect_well_formed(rules, 60);
    }
}

TEST_CASE("one sentence of each kind") {
    using enum Condition;
    const Facts<Condition> nothing;
    CHECK(sentence("~V*C", Facts<Condition>({regime_affinity, conditionality}, {})) ==
          "protector does not hold for russia in 2015: regime_affinity would have to fail (told to hold).");
    CHECK(sentence("~V*C*A*R", Facts<Condition>({regime_affinity, alternative}, {alternative})) ==
          "protector does not hold for russia in 2015: resources would have to hold (nobody tells), regime_affinity to "
          "fail "
          "(told to hold), conditionality to hold (nobody tells) and alternative to hold (told both ways).");
    CHECK(sentence("V + C", Facts<Condition>({}, {regime_affinity, conditionality})) ==
          "protector does not hold for russia in 2015: regime_affinity would have to hold (told to fail); or "
          "conditionality "
          "would have to hold (told to fail).");
    CHECK(sentence("A*R + C*R", Facts<Condition>({resources}, {})) ==
          "protector is open for russia in 2015: it hangs on conditionality (nobody tells) and alternative (nobody "
          "tells); it "
          "would hold if conditionality held, or if alternative held.");
    CHECK(sentence("R*G*~V", Facts<Condition>({resources, geography}, {regime_affinity})) ==
          "protector holds for russia in 2015: resources and geography hold, and regime_affinity fails.");
    CHECK(sentence("R", Facts<Condition>({resources}, {})) == "protector holds for russia in 2015: resources holds.");
    CHECK(sentence("R*G + R*~G", Facts<Condition>({resources}, {})) ==
          "protector holds for russia in 2015: resources holds, from which its rule follows.");
    CHECK(sentence("1", nothing) == "protector holds for russia in 2015: its rule asks for nothing.");
    CHECK(sentence("0", nothing) == "protector does not hold for russia in 2015: no rule gives it.");
    CHECK(sentence("R*~R", nothing) == "protector does not hold for russia in 2015: its rule contradicts itself.");
    ChangeCosts<Condition> costs;
    costs.pin(all<Condition>());
    CHECK(sentence("R", Facts<Condition>({}, {resources}), costs) ==
          "protector does not hold for russia in 2015: no change that is allowed gives it.");
    CHECK(sentence("R", nothing, costs) ==
          "protector is open for russia in 2015: it hangs on resources (nobody tells); no change that is allowed gives "
          "it.");
    CHECK(sentence("R+G+V+C", Facts<Condition>({}, all<Condition>()))
              .ends_with("; or conditionality would have to hold (told to fail)."));
    CHECK(
        sentence("R+G+V+C+A", Facts<Condition>({}, all<Condition>())).ends_with("(told to fail), or in 2 more ways."));
}

TEST_CASE("a label that holds because every case of its rule is met says so") {
    // Always true; no literal is needed for it.
    CHECK(sentence("R + ~R", {}) == "protector holds for russia in 2015: its rule asks for nothing.");
}

TEST_CASE("a verdict on every part of the time can be more settled than what is told of the whole") {
    const Facts<Condition> facts({Condition::resources}, {});
    const auto reasons = why_not(facts, three_modes::want_of_options, Mode::recipient);
    REQUIRE(reasons.why.answer == Answer::open);
    const Set<Mode> recipient{Mode::recipient};
    using V = Verdict<Mode>;
    CHECK(why_sentence(Mode::recipient, V{recipient, recipient}, reasons, "for russia in 2022") ==
          "recipient holds for russia in 2022: at any time within, for reasons that change.");
    CHECK(why_sentence(Mode::recipient, V{{}, {}}, reasons) ==
          "recipient does not hold: at any time within, for reasons that change.");
    CHECK(why_sentence(Mode::recipient, V{{}, recipient}, reasons) == why_sentence(Mode::recipient, reasons));
    CHECK(
        why_sentence(Mode::recipient, V{{}, recipient}, reasons, "",
                     [](Condition) { return std::string("000.001a"); }) ==
        "recipient is open: it hangs on alternative (told for a part of the time only, by 000.001a); it would hold if "
        "alternative failed.");
    const auto settled = why_not(Facts<Condition>({Condition::resources}, {Condition::alternative}),
                                 three_modes::want_of_options, Mode::recipient);
    CHECK(why_sentence(Mode::recipient, V{recipient, recipient}, settled) == why_sentence(Mode::recipient, settled));
}

TEST_CASE("a change in words") {
    const Facts<Condition> facts({Condition::resources}, {Condition::geography});
    CHECK(change_text(Change{}, facts) == "nothing would have to change");
    CHECK(change_text(Change{{2, 1}, {4, 8}}, facts) ==
          "resources would have to fail (told to hold), geography to hold (told to fail), regime_affinity to hold "
          "(nobody tells) "
          "and conditionality to fail (nobody tells)");
    CHECK(change_text(Change{{0, 1}, {}}, facts, [](Condition) { return std::string("000.001a"); }) ==
          "resources would have to fail (told to hold by 000.001a)");
}

TEST_CASE("a verdict in words") {
    using V = Verdict<Mode>;
    const Set<Mode> none;
    const Set<Mode> recipient{Mode::recipient};
    const Set<Mode> two{Mode::recipient, Mode::protector};
    CHECK(verdict_text(V{none, none}) == "none");
    CHECK(verdict_text(V{recipient, recipient}) == "recipient (sole)");
    CHECK(verdict_text(V{recipient, two}) == "recipient (leading)");
    CHECK(verdict_text(V{two, two}) == "recipient+protector (mixed)");
    CHECK(verdict_text(V{none, two}) == "open: recipient? protector?");
    CHECK(verdict_text(V{none, all<Mode>()}) == "open");
    CHECK(verdict_text(V{none, two}, false) == "insufficient");
    CHECK(verdict_text(V{recipient, recipient}, false) == "recipient (sole)");
}
