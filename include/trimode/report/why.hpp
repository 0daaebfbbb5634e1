// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Why: verdicts and changes in words, and one sentence on why a label holds, is open or does not hold.
/// Layer: report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/base/cube.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/set.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/verdict.hpp>
#include <trimode/inference/why_not.hpp>
#include <trimode/report/text.hpp>

namespace trimode {

/// A verdict in a few words: "recipient (sole)", "open: recipient? protector?", "none".
/// @param anything_told  As for `Verdict::outcome`.
template <Named Label>
[[nodiscard]] std::string verdict_text(const Verdict<Label>& verdict, bool anything_told = true) {
    const Outcome outcome = verdict.outcome(anything_told);
    std::string text(name(outcome));
    if (!verdict.holding.empty()) return joined(verdict.holding, "+") + " (" + text + ")";
    if (outcome == Outcome::open && verdict.possible != all<Label>())
        text += ": " + joined(verdict.possible, "? ") + "?";
    return text;
}

/// The same with `~` behind it when it rests on inference.
template <Named Label>
[[nodiscard]] std::string verdict_text(const MarkedVerdict<Label>& answer) {
    return verdict_text(answer.verdict, answer.told) + (answer.rests_on_inference() ? "~" : "");
}

/// Says of no feature who tells it.
struct NobodyNamed {
    template <class E>
    [[nodiscard]] std::string operator()(E) const {
        return {};
    }
};

/// Says who tells a feature of a partner at some time within that asked about: the ids of the claims, or what is known of
/// the partner without any. For `why_sentence`.
struct TellingClaims {
    const Dataset& data;
    PartnerIndex partner{};
    Period at{};
    Admission admission{};

    template <Named E>
    [[nodiscard]] std::string operator()(E feature) const {
        if (is_known_by_kind(feature)) return "the kind of partner";
        std::string ids;
        for_each_telling(data, data.codings<E>(), partner, feature, asked_days(data, at), admission,
                         [&ids](const Telling<E>& telling) {
                             ids += (ids.empty() ? "" : ", ") + std::string(telling.claim->id);
                         });
        return ids;
    }
};

namespace detail {

/// How many ways of changing something a sentence names; of the others it says how many there are.
inline constexpr std::size_t ways_in_a_sentence = 3;

/// "a", "a and b", "a, b and c"
[[nodiscard]] inline std::string enumerated(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
        text += parts[i];
    }
    return text;
}

/// "told to hold by 000.012a", "told both ways", "nobody tells", "told for a part of the time only, by 000.012a"
template <Named E, class By>
[[nodiscard]] std::string told_text(E feature, Truth truth, const By& by) {
    const std::string who = by(feature);
    if (truth == Truth::unknown) return who.empty() ? "nobody tells" : "told for a part of the time only, by " + who;
    const std::string text = truth == Truth::holds   ? "told to hold"
                             : truth == Truth::fails ? "told to fail"
                                                     : "told both ways";
    return who.empty() ? text : text + " by " + who;
}

/// "alternative (nobody tells)" for each feature.
template <Named E, class By>
[[nodiscard]] std::vector<std::string> with_what_is_told(Set<E> features, Facts<E> facts, const By& by) {
    std::vector<std::string> parts;
    for (const E feature : features)
        parts.push_back(std::string(name(feature)) + " (" + told_text(feature, facts[feature], by) + ")");
    return parts;
}

/// "resources (told by 000.025a) and geography hold", "alternative fails"; empty without features.
template <Named E, class By>
[[nodiscard]] std::string settled_text(Set<E> features, bool positive, const By& by) {
    std::vector<std::string> parts;
    for (const E feature : features) {
        const std::string who = by(feature);
        parts.push_back(std::string(name(feature)) + (who.empty() ? "" : " (told by " + who + ")"));
    }
    if (parts.empty()) return {};
    const bool one = parts.size() == 1;
    return enumerated(parts) + (positive ? one ? " holds" : " hold" : one ? " fails" : " fail");
}

/// "resources and geography hold, and alternative fails"
template <Named E, class By>
[[nodiscard]] std::string because_text(Cube because, const By& by) {
    const std::string holding = settled_text(Set<E>::of_bits(because.holding), true, by);
    const std::string failing = settled_text(Set<E>::of_bits(because.failing), false, by);
    return holding + (holding.empty() || failing.empty() ? "" : ", and ") + failing;
}

/// "alternative held and regime_affinity failed (told to hold)": a change as the condition of what would be.
template <Named E, class By>
[[nodiscard]] std::string condition_text(const Change& change, Facts<E> facts, const By& by) {
    std::vector<std::string> parts;
    const Cube asked = change.all();
    for (const E feature : Set<E>::of_bits(asked.conditions())) {
        std::string part(name(feature));
        part += Set<E>::of_bits(asked.holding).contains(feature) ? " held" : " failed";
        const bool turns = Set<E>::of_bits(change.turn.conditions()).contains(feature);
        if (turns) part += " (" + told_text(feature, facts[feature], by) + ")";
        parts.push_back(part);
    }
    return enumerated(parts);
}

/// The texts of the ways, with this between them; when there are many, of the first, and how many more there are.
template <class Text>
[[nodiscard]] std::string ways_text(const LeastChanges& changes, std::string_view between, const Text& text_of) {
    std::string text;
    // To leave out a single way would be no shorter.
    const std::size_t shown = changes.ways() > ways_in_a_sentence + 1 ? ways_in_a_sentence : changes.size();
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) text += between;
        text += text_of(changes[i]);
    }
    if (changes.ways() > shown) text += ", or in " + std::to_string(changes.ways() - shown) + " more ways";
    return text;
}

}  // namespace detail

/// What a change asks for, in words without a full stop: "regime_affinity would have to fail (told to hold) and
/// alternative to hold (nobody tells)"; "nothing would have to change".
///
/// @param facts  What is told now.
/// @param by     Who tells a feature, as for `why_sentence`.
template <Named E, class By = NobodyNamed>
[[nodiscard]] std::string change_text(const Change& change, Facts<E> facts, const By& by = {}) {
    std::vector<std::string> parts;
    const Cube asked = change.all();
    for (const E feature : Set<E>::of_bits(asked.conditions())) {
        std::string part(name(feature));
        part += parts.empty() ? " would have to " : " to ";
        part += Set<E>::of_bits(asked.holding).contains(feature) ? "hold" : "fail";
        parts.push_back(part + " (" + detail::told_text(feature, facts[feature], by) + ")");
    }
    return parts.empty() ? "nothing would have to change" : detail::enumerated(parts);
}

/// Why a label holds, is open or does not hold, in one sentence:
/// "protector does not hold for russia in 2015: regime_affinity would have to fail (told to hold)."
/// "protector is open for russia in 2015: it hangs on alternative (nobody tells); it would hold if alternative held."
/// "recipient holds for china in 2019: resources, geography and regime_affinity hold."
///
/// @param where  Of whom and when it speaks, such as "for russia in 2015"; may be empty.
/// @param by     Who tells a feature, such as `TellingClaims`: called with it, gives a text, which may be empty. Of a
///               feature that is unknown for the whole time asked about: who tells it for a part.
template <Named Label, Named E, class By = NobodyNamed>
[[nodiscard]] std::string why_sentence(Label label, const WhyNot<E>& reasons, std::string_view where = {},
                                       const By& by = {}) {
    const std::string behind = (where.empty() ? "" : " ") + std::string(where) + ": ";
    const std::string subject(name(label));
    const Explanation<E>& why = reasons.why;
    if (why.answer == Answer::holds) {
        const std::string because = detail::because_text<E>(why.because, by);
        return subject + " holds" + behind +
               (because.empty() ? "its rule asks for nothing"
                                : because + (why.as_written ? "" : ", from which its rule follows")) +
               ".";
    }
    if (why.answer == Answer::open) {
        const std::string text = subject + " is open" + behind + "it hangs on " +
                                 detail::enumerated(detail::with_what_is_told(why.matters, reasons.facts, by));
        if (reasons.least.empty()) return text + "; no change that is allowed gives it.";
        return text + "; it would hold if " +
               detail::ways_text(
                   reasons.least, ", or if ",
                   [&](const Change& change) { return detail::condition_text(change, reasons.facts, by); }) +
               ".";
    }
    const std::string text = subject + " does not hold" + behind;
    if (!reasons.least.empty()) {
        return text +
               detail::ways_text(reasons.least, "; or ",
                                 [&](const Change& change) { return change_text(change, reasons.facts, by); }) +
               ".";
    }
    bool possible = false;
    for (const Gap<E>& term : reasons.terms()) possible = possible || !term.term.contradictory();
    if (reasons.terms().empty()) return text + "no rule gives it.";
    return text + (possible ? "no change that is allowed gives it." : "its rule contradicts itself.");
}

/// The same where a verdict on every part of the time is known, as `classify(data, ...)` gives it: it can be settled
/// though what is told of the whole time is not enough. "stage holds for russia in 2022: at any time within, for
/// reasons that change."
template <Named Label, Named E, class By = NobodyNamed>
[[nodiscard]] std::string why_sentence(Label label, const Verdict<Label>& verdict, const WhyNot<E>& reasons,
                                       std::string_view where = {}, const By& by = {}) {
    const bool settled = verdict.holds(label) || !verdict.may_hold(label);
    if (reasons.why.answer != Answer::open || !settled) return why_sentence(label, reasons, where, by);
    return std::string(name(label)) + (verdict.holds(label) ? " holds" : " does not hold") +
           (where.empty() ? "" : " ") + std::string(where) + ": at any time within, for reasons that change.";
}

}  // namespace trimode
