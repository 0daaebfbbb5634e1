// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The four stages: the rules of Kluczewska's paper. How else it can be read: framework/four_stages_readings.hpp.
/// Layer: framework.
#pragma once

#include <trimode/domain/determinant.hpp>
#include <trimode/domain/stage.hpp>
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

}  // namespace trimode::four_stages
