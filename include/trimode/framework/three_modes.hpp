// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The three modes: the rules of Buriev's paper, the variants that its text allows, and what was decided.
/// Layer: framework.
#pragma once

#include <array>
#include <string_view>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/decision.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode::three_modes {

/// Which mode the conditions predict. Beside each rule: document, section, [block]; D: stated by
/// the author, I: our reading.
/// Source: Buriev, document 000.
inline constexpr auto predicted = typology<Mode, Condition>({
    {Mode::recipient, is(Condition::resources) & is(Condition::geography) & is(Condition::regime_affinity),
     "000, Tajikistan and China [25], [26]: three factors together (D); each of them necessary (I)"},
    {Mode::activist, is(Condition::global_arena) & is(Condition::acclaim),
     "000, MODE TWO [28], [31]: towards the world (D), for recognition and expertise (D); their conjunction (I)"},
    {Mode::protector,
     ~is(Condition::regime_affinity) & is(Condition::conditionality) & is(Condition::alternative),
     "000, MODE THREE [42], [43]: mismatch and another source (D); help tied to reform as what the dissent is about (I)"},
});

/// Which mode shows in conduct. No negations: conduct is hardly ever told not to occur. Silence and bargaining stay out: in
/// 2022 they withhold, they do not submit. Source: Buriev, document 000.
inline constexpr auto observed = typology<Mode, Conduct>({
    {Mode::recipient, is(Conduct::defers) | is(Conduct::cedes),
     "000, Tajikistan and China [22], [26]: gives way and does not protect its own interest (D); either is enough (I)"},
    {Mode::activist, is(Conduct::campaigns), "000, MODE TWO [28], [30], [31]: puts issues of global concern forward (D)"},
    {Mode::protector, is(Conduct::dissents) | is(Conduct::restricts),
     "000, MODE THREE [38], [44]: voices dissent; cut the OSCE's mandate (D); either is enough (I)"},
});

/// The conclusion names only the view of government and the readiness to provide: geography is left out. 000 [47].
inline constexpr auto without_geography =
    variant(predicted, {Mode::recipient, formula<Condition>("R*V"),
                       "000, CONCLUSION [47] (D)"});

/// Two of the three factors are enough. No passage says so, and the West, with resources and geography but without affinity,
/// speaks against it. 000 [25].
inline constexpr auto any_two_factors =
    variant(predicted, {Mode::recipient, formula<Condition>("R*G + R*V + G*V"),
                       "000, Tajikistan and China [25], as a family of characteristics (I)"});

/// Loyal for want of options, as the other paper has it. 001 [33], [35].
inline constexpr auto want_of_options =
    variant(predicted, {Mode::recipient, formula<Condition>("R*~A"),
                       "001, STAGE 3 [33] and STAGE 4 [35] (I)"});

/// The protector without conditionality: in 000 [45] programmes give way and the mode goes on.
inline constexpr auto without_conditionality =
    variant(predicted, {Mode::protector, formula<Condition>("~V*A"),
                       "000, MODE THREE [43], \"only because\" (D)"});

/// The protector as what is left: whoever does not fit the frames of the recipient meets disagreement. 000 [47].
inline constexpr auto residual_protector =
    variant(without_geography, {Mode::protector, formula<Condition>("~R + ~V"),
                       "000, CONCLUSION [47], second reading (I)"});

/// The activist for want of another source: with China's help the need for activism went. 000 [35], [36].
inline constexpr auto activism_for_funds =
    variant(predicted, {Mode::activist, formula<Condition>("F*~A"),
                       "000, MODE TWO [35] (D as to how it ended)"});

/// A theory under its name.
struct Variant {
    std::string_view name{};
    std::string_view idea{};
    const Typology<Mode, Condition>* rules = nullptr;
};

/// The theory and its alternatives.
inline constexpr auto variants = std::to_array<Variant>({
    {"predicted", "the theory as decided", &predicted},
    {"without_geography", "recipient needs resources and affinity only", &without_geography},
    {"any_two_factors", "two of the three factors make a recipient", &any_two_factors},
    {"want_of_options", "recipient for want of another source", &want_of_options},
    {"without_conditionality", "protector needs mismatch and another source only", &without_conditionality},
    {"residual_protector", "protector towards whoever lacks resources or affinity", &residual_protector},
    {"activism_for_funds", "activist for want of another source", &activism_for_funds},
});

/// Where the text allows more than one reading, and which one the rules take.
inline constexpr auto decisions = std::to_array<Decision>({
    {"000 [25], [26]", "Are all three factors necessary for a recipient?",
     "Together they suffice, which the text says; that each is necessary is our reading. The West, with two of them and no "
     "recipient, supports it for affinity only.",
     "A family of characteristics, of which two are enough.", "any_two_factors"},
    {"000 [47]", "Does the conclusion drop geography on purpose?",
     "No: a summary (\"such as\"); the list of block 25 governs.",
     "Resources and affinity are the theory.", "without_geography"},
    {"000 [25], [47]", "Is a resource what the partner has, or what it is eager to give?",
     "What it has and the state needs, as in block 25.", "Eagerness, for infrastructure and hard security only.", ""},
    {"000 [24] to [26], [43]", "What is the shared view of state power?",
     "That the partner's own view of rule agrees with the rulers' wish to stay.",
     "Not challenging their legitimacy is enough; then every lender without politics would have it.", ""},
    {"000 [7], [25]", "Are the \"silent recipient\" and the \"silent partner\" the same?", "Yes: one category.",
     "The partner is the wider notion.", ""},
    {"000 [37], [38]", "The protector is called the second mode under the heading of the third. Which is right?",
     "The heading; the ordinal is a slip.", "Two modes are modes of relations, activism is something else.", ""},
    {"000 [42], [45]", "Is help tied to reform part of the protector?",
     "Yes: it is what the dissent is about (our reading).",
     "Mismatch and another source are enough; programmes soften and the mode goes on.", "without_conditionality"},
    {"000 [43]", "What made cooperation with the West smooth before 2010?",
     "Only the want of another source: the text says \"only because\".",
     "The regime had not closed yet: no condition of ours expresses that.", ""},
    {"000 [42], [43]", "What has \"not always been the case\"?",
     "That the mismatch was an obstacle. The mismatch itself is not told of the early years by this text.",
     "There was no mismatch before.", ""},
    {"000 [43]", "Does \"until 2010\" include 2010?", "No: through 2009; 2010 itself is left open.",
     "Through 2010.", ""},
    {"000 [38], [47]", "Is the protector whatever is not a recipient?",
     "No: in its context the sentence is about mismatch.", "Yes: whoever lacks resources or affinity.",
     "residual_protector"},
    {"000 [45]", "The West's interest in the border: does it make a protector?",
     "No: it explains why the West gives way. It still tells that geography holds.",
     "Geography is a cause of the mode.", ""},
    {"000 [5], [28], [47]", "Is the activist a mode towards a partner?",
     "Yes, towards the community of states: a condition by kind of partner. For single partners it cannot hold, which is no "
     "finding about them.",
     "A style of self-presentation, also for the public at home.", ""},
    {"000 [31], [35], [36]", "Is activism about image or about money?",
     "Image, esteem and expertise.", "Money: it ended when China's came.", "activism_for_funds"},
    {"000 [28], [30]", "When does activism begin?",
     "Acts tell from 2003; the objective from the mid-2000s, roughly.", "In 2003.", ""},
    {"000 [30], [32], [34]", "When does it end?",
     "Told to be over at publication. That it diminished from early 2010 is a trend, which tells of no single year.",
     "In 2010, against the initiative of 2013.", ""},
    {"000 [26]", "Is receiving at the expense of one's own interest definition or conduct?",
     "Conduct: it codes that the state defers.", "The effect that defines the mode.", ""},
    {"000 [41]", "Who is the West?",
     "The four that are named; what is told of the West tells of them.",
     "Every body from Europe and North America, lenders too.", ""},
    {"000 [44]", "Who criticises as \"the international community\"?",
     "The West: the paragraph is about it.", "The community of states.", ""},
    {"000 [38], [44]", "What conduct shows a protector?",
     "Dissent or a restriction, either.", "Both; or no concessions, of which absence is never told.", ""},
    {"000 [22], [26]", "What conduct shows a recipient?", "Deference or a concession, either.", "Both.", ""},
});

}  // namespace trimode::three_modes
