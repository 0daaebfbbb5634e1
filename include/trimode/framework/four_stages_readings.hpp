// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// How else Kluczewska's paper can be read: the variant of the four stages that its text allows, and what was decided.
/// Layer: framework.
#pragma once

#include <array>
#include <string_view>

#include <trimode/domain/determinant.hpp>
#include <trimode/domain/stage.hpp>
#include <trimode/framework/decision.hpp>
#include <trimode/framework/typology.hpp>

namespace trimode::four_stages {

using namespace std::string_view_literals;

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
    {"001 [6], [9], [17], [25], [34]"sv, "Are the stages decades or constellations?"sv,
     "Constellations of determinants; the decades of the headings are what a verdict is compared with."sv,
     "Decades."sv, ""sv},
    {"001 [9], [17], [18]"sv, "To which stage do 2000 and 2001 belong?"sv,
     "To neither for certain: doors were opened in 2002, seeking is told of the 1990s."sv,
     "To the second, by its heading."sv, ""sv},
    {"001 [7], [18]"sv, "Diversifying since independence: is that an open door?"sv,
     "No: only the declared policy counts, from 2002."sv, "In substance there was one from the start."sv, "cumulative"sv},
    {"001 [11], [12], [16]"sv, "Does seeking end when support is given?"sv,
     "No: the paper has it go on after the war."sv, "With the treaty of 1993."sv, ""sv},
    {"001 [10], [11]"sv, "Is 1991 part of the first stage?"sv,
     "By the heading's decade, yes; the seeking itself is told of the civil war and after."sv, "From 1992."sv, ""sv},
    {"001 [18]"sv, "Does \"arguably also preferred\" tell a preference?"sv,
     "Yes: the paper goes on to rely on it."sv, "A hedge tells nothing."sv, ""sv},
    {"001 [26]"sv, "\"Open question\" whether still preferred: what does it tell?"sv,
     "Nothing, either way."sv, "That the preference was gone."sv, ""sv},
    {"001 [26], [33], [42]"sv, "Since when is the price felt?"sv,
     "Since some time in the 2010s, and visible throughout them."sv,
     "Gradually in the late 2000s, overlapping with the second stage."sv, "cumulative"sv},
    {"001 [25], [28], [32]"sv, "Who realises the dependence?"sv,
     "The leaders: the heading and block 33 name the policymakers and the state."sv, "The public, or the author."sv, ""sv},
    {"001 [35], [40]"sv, "Does the fourth stage contain the third?"sv,
     "No: exclusive, told apart by the partner's isolation."sv, "Yes: the realising goes on."sv, "cumulative"sv},
    {"001 [34], [35]"sv, "What holds between 2020 and the invasion?"sv,
     "The third stage, by inference: the price is told before and after."sv, "No stage is told."sv, ""sv},
    {"001 [35], [37]"sv, "On which day does the fourth stage begin?"sv,
     "In February 2022: this paper gives the month only."sv, "On the day of the invasion."sv, ""sv},
    {"001 [39], [44]"sv, "Isolated \"by the West\": is that isolated?"sv,
     "Yes, on the author's word that it bears on the relation."sv, "Not broadly enough."sv, ""sv},
    {"001 [35], [39], [44]"sv, "Was Russia not isolated before 2022?"sv,
     "Inferred: isolation is told as what is new with the invasion, so it was not so before. No sentence of this paper says "
     "that, and the third stage rests on it; document 004 [7] says that the quarrel since 2014 left the relation untouched."sv,
     "Nothing is told of it; then the third stage is open."sv, "cumulative"sv},
    {"001 [35]"sv, "Is the silence of 2022 submission or manoeuvre?"sv,
     "Manoeuvre: support that was expected is withheld."sv, "Submission, for want of choice."sv, ""sv},
    {"001 [39]"sv, "Astana, October 2022: dissent, or a price?"sv,
     "What the author says: a price for silence. The open reproach is coded for itself."sv, "An ordinary request."sv, ""sv},
    {"001 [33]"sv, "Hesitating to join the Eurasian union: conduct?"sv,
     "No: slow accession does not count, and the motive is a conjecture."sv, "It withholds what Russia asked for."sv, ""sv},
});

}  // namespace trimode::four_stages
