// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// How else Buriev's paper can be read: the variants of the three modes that its text allows, and what was decided.
/// Layer: framework.
#pragma once

#include <array>
#include <string_view>

#include <trimode/domain/condition.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/framework/decision.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode::three_modes {

using namespace std::string_view_literals;

/// The conclusion names only the view of government and the readiness to provide: geography is left out. 000 [47].
inline constexpr auto without_geography =
    variant(predicted, {Mode::recipient, is(Condition::resources) & is(Condition::regime_affinity),
                       "000, CONCLUSION [47] (D)"});

/// Two of the three factors are enough. No passage says so, and the West, with resources and geography but without affinity,
/// speaks against it. 000 [25].
inline constexpr auto any_two_factors =
    variant(predicted, {Mode::recipient, (is(Condition::resources) & is(Condition::geography)) |
                               (is(Condition::resources) & is(Condition::regime_affinity)) |
                               (is(Condition::geography) & is(Condition::regime_affinity)),
                       "000, Tajikistan and China [25], as a family of characteristics (I)"});

/// Loyal for want of options, as the other paper has it. 001 [33], [35].
inline constexpr auto want_of_options =
    variant(predicted, {Mode::recipient, is(Condition::resources) & ~is(Condition::alternative),
                       "001, STAGE 3 [33] and STAGE 4 [35] (I)"});

/// The protector without conditionality: in 000 [45] programmes give way and the mode goes on.
inline constexpr auto without_conditionality =
    variant(predicted, {Mode::protector, ~is(Condition::regime_affinity) & is(Condition::alternative),
                       "000, MODE THREE [43], \"only because\" (D)"});

/// The protector as what is left: whoever does not fit the frames of the recipient meets disagreement. 000 [47].
inline constexpr auto residual_protector =
    variant(without_geography, {Mode::protector, ~is(Condition::resources) | ~is(Condition::regime_affinity),
                       "000, CONCLUSION [47], second reading (I)"});

/// The activist for want of another source: with China's help the need for activism went. 000 [35], [36].
inline constexpr auto activism_for_funds =
    variant(predicted, {Mode::activist, is(Condition::global_arena) & ~is(Condition::alternative),
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
    {"000 [25], [26]"sv, "Are all three factors necessary for a recipient?"sv,
     "Together they suffice, which the text says; that each is necessary is our reading. The West, with two of them and no "
     "recipient, supports it for affinity only."sv,
     "A family of characteristics, of which two are enough."sv, "any_two_factors"sv},
    {"000 [47]"sv, "Does the conclusion drop geography on purpose?"sv,
     "No: a summary (\"such as\"); the list of block 25 governs."sv,
     "Resources and affinity are the theory."sv, "without_geography"sv},
    {"000 [25], [47]"sv, "Is a resource what the partner has, or what it is eager to give?"sv,
     "What it has and the state needs, as in block 25."sv, "Eagerness, for infrastructure and hard security only."sv, ""sv},
    {"000 [24] to [26], [43]"sv, "What is the shared view of state power?"sv,
     "That the partner's own view of rule agrees with the rulers' wish to stay."sv,
     "Not challenging their legitimacy is enough; then every lender without politics would have it."sv, ""sv},
    {"000 [7], [25]"sv, "Are the \"silent recipient\" and the \"silent partner\" the same?"sv, "Yes: one category."sv,
     "The partner is the wider notion."sv, ""sv},
    {"000 [37], [38]"sv, "The protector is called the second mode under the heading of the third. Which is right?"sv,
     "The heading; the ordinal is a slip."sv, "Two modes are modes of relations, activism is something else."sv, ""sv},
    {"000 [42], [45]"sv, "Is help tied to reform part of the protector?"sv,
     "Yes: it is what the dissent is about (our reading)."sv,
     "Mismatch and another source are enough; programmes soften and the mode goes on."sv, "without_conditionality"sv},
    {"000 [43]"sv, "What made cooperation with the West smooth before 2010?"sv,
     "Only the want of another source: the text says \"only because\"."sv,
     "The regime had not closed yet: no condition of ours expresses that."sv, ""sv},
    {"000 [42], [43]"sv, "What has \"not always been the case\"?"sv,
     "That the mismatch was an obstacle. The mismatch itself is not told of the early years by this text."sv,
     "There was no mismatch before."sv, ""sv},
    {"000 [43]"sv, "Does \"until 2010\" include 2010?"sv, "No: through 2009; 2010 itself is left open."sv,
     "Through 2010."sv, ""sv},
    {"000 [38], [47]"sv, "Is the protector whatever is not a recipient?"sv,
     "No: in its context the sentence is about mismatch."sv, "Yes: whoever lacks resources or affinity."sv,
     "residual_protector"sv},
    {"000 [45]"sv, "The West's interest in the border: does it make a protector?"sv,
     "No: it explains why the West gives way. It still tells that geography holds."sv,
     "Geography is a cause of the mode."sv, ""sv},
    {"000 [5], [28], [47]"sv, "Is the activist a mode towards a partner?"sv,
     "Yes, towards the community of states: a condition by kind of partner. For single partners it cannot hold, which is no "
     "finding about them."sv,
     "A style of self-presentation, also for the public at home."sv, ""sv},
    {"000 [31], [35], [36]"sv, "Is activism about image or about money?"sv,
     "Image, esteem and expertise."sv, "Money: it ended when China's came."sv, "activism_for_funds"sv},
    {"000 [28], [30]"sv, "When does activism begin?"sv,
     "Acts tell from 2003; the objective from the mid-2000s, roughly."sv, "In 2003."sv, ""sv},
    {"000 [30], [32], [34]"sv, "When does it end?"sv,
     "Told to be over at publication. That it diminished from early 2010 is a trend, which tells of no single year."sv,
     "In 2010, against the initiative of 2013."sv, ""sv},
    {"000 [26]"sv, "Is receiving at the expense of one's own interest definition or conduct?"sv,
     "Conduct: it codes that the state defers."sv, "The effect that defines the mode."sv, ""sv},
    {"000 [41]"sv, "Who is the West?"sv,
     "The four that are named; what is told of the West tells of them."sv,
     "Every body from Europe and North America, lenders too."sv, ""sv},
    {"000 [44]"sv, "Who criticises as \"the international community\"?"sv,
     "The West: the paragraph is about it."sv, "The community of states."sv, ""sv},
    {"000 [38], [44]"sv, "What conduct shows a protector?"sv,
     "Dissent or a restriction, either."sv, "Both; or no concessions, of which absence is never told."sv, ""sv},
    {"000 [22], [26]"sv, "What conduct shows a recipient?"sv, "Deference or a concession, either."sv, "Both."sv, ""sv},
});

}  // namespace trimode::three_modes
