// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The four stages: the rules of Kluczewska's paper, the variants that its text allows, and what was decided.
/// Layer: framework.
#pragma once

#include <array>

#include <trimode/domain/determinant.hpp>
#include <trimode/domain/stage.hpp>
#include <trimode/framework/decision.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode::four_stages {

/// Which stage holds, from its determinants and not from its dates. Beside each rule: document, section, [block]; D:
/// stated by the author, I: our reading. Source: Kluczewska, document 001.
inline constexpr auto stages = typology<Stage, Determinant>({
    {Stage::seeking_support, is(Determinant::seeks_backing) & ~is(Determinant::open_door),
     "001, STAGE 1 [11], [16] and CONCLUSION [42] (D); before doors were opened (I)"},
    {Stage::prioritising,
     is(Determinant::open_door) & is(Determinant::preferred) & ~is(Determinant::price_felt),
     "001, STAGE 2 [18], [24] (D); before the price was felt (I, from STAGE 3 [33])"},
    {Stage::realising_dependence, is(Determinant::price_felt) & ~is(Determinant::partner_isolated),
     "001, STAGE 3 [26], [33] (D); before the partner's isolation (I, from STAGE 4 [35], [39])"},
    {Stage::carving_space,
     is(Determinant::price_felt) & is(Determinant::partner_isolated) & is(Determinant::manoeuvres),
     "001, STAGE 4 [35], [39], [40] and CONCLUSION [44] (D)"},
});

/// A stage contains what was realised before: the last holds together with the third. 001 [35], [40].
inline constexpr auto cumulative = typology<Stage, Determinant>({
    {Stage::seeking_support, is(Determinant::seeks_backing), "001, STAGE 1 [11], [16] (D); no passage tells that doors were shut"},
    {Stage::prioritising, is(Determinant::open_door) & is(Determinant::preferred), "001, STAGE 2 [18] (D)"},
    {Stage::realising_dependence, is(Determinant::price_felt), "001, STAGE 3 [26], [33] (D)"},
    {Stage::carving_space,
     is(Determinant::price_felt) & is(Determinant::partner_isolated) & is(Determinant::manoeuvres),
     "001, STAGE 4 [35], [39], [40] and CONCLUSION [44] (D)"},
});

/// Where the text allows more than one reading, and which one the rules take.
inline constexpr auto decisions = std::to_array<Decision>({
    {"001 [6], [9], [17], [25], [34]", "Are the stages decades or constellations?",
     "Constellations of determinants; the decades of the headings are what a verdict is compared with.",
     "Decades.", ""},
    {"001 [9], [17], [18]", "To which stage do 2000 and 2001 belong?",
     "To neither for certain: doors were opened in 2002, seeking is told of the 1990s.",
     "To the second, by its heading.", ""},
    {"001 [7], [18]", "Diversifying since independence: is that an open door?",
     "No: only the declared policy counts, from 2002.", "In substance there was one from the start.", "cumulative"},
    {"001 [11], [12], [16]", "Does seeking end when support is given?",
     "No: the paper has it go on after the war.", "With the treaty of 1993.", ""},
    {"001 [10], [11]", "Is 1991 part of the first stage?",
     "By the heading's decade, yes; the seeking itself is told of the civil war and after.", "From 1992.", ""},
    {"001 [18]", "Does \"arguably also preferred\" tell a preference?",
     "Yes: the paper goes on to rely on it.", "A hedge tells nothing.", ""},
    {"001 [26]", "\"Open question\" whether still preferred: what does it tell?",
     "Nothing, either way.", "That the preference was gone.", ""},
    {"001 [26], [33], [42]", "Since when is the price felt?",
     "Since some time in the 2010s, and visible throughout them.",
     "Gradually in the late 2000s, overlapping with the second stage.", "cumulative"},
    {"001 [25], [28], [32]", "Who realises the dependence?",
     "The leaders: the heading and block 33 name the policymakers and the state.", "The public, or the author.", ""},
    {"001 [35], [40]", "Does the fourth stage contain the third?",
     "No: exclusive, told apart by the partner's isolation.", "Yes: the realising goes on.", "cumulative"},
    {"001 [34], [35]", "What holds between 2020 and the invasion?",
     "The third stage, by inference: the price is told before and after.", "No stage is told.", ""},
    {"001 [35], [37]", "On which day does the fourth stage begin?",
     "In February 2022: this paper gives the month only.", "On the day of the invasion.", ""},
    {"001 [39], [44]", "Isolated \"by the West\": is that isolated?",
     "Yes, on the author's word that it bears on the relation.", "Not broadly enough.", ""},
    {"001 [35], [39], [44]", "Was Russia not isolated before 2022?",
     "Inferred: isolation is told as what is new with the invasion, so it was not so before. No sentence says that, and the "
     "third stage rests on it.",
     "Nothing is told of it; then the third stage is open.", "cumulative"},
    {"001 [35]", "Is the silence of 2022 submission or manoeuvre?",
     "Manoeuvre: support that was expected is withheld.", "Submission, for want of choice.", ""},
    {"001 [39]", "Astana, October 2022: dissent, or a price?",
     "What the author says: a price for silence. The open reproach is coded for itself.", "An ordinary request.", ""},
    {"001 [33]", "Hesitating to join the Eurasian union: conduct?",
     "No: slow accession does not count, and the motive is a conjecture.", "It withholds what Russia asked for.", ""},
});

}  // namespace trimode::four_stages
