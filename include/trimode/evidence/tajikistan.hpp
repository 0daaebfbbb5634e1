// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// Tajikistan 1991-2023: the dataset, compiled in from the documents.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/tajikistan/claims.hpp>
#include <trimode/evidence/tajikistan/codebook.hpp>
#include <trimode/evidence/tajikistan/codings_000.hpp>
#include <trimode/evidence/tajikistan/codings_001.hpp>
#include <trimode/evidence/tajikistan/codings_002.hpp>
#include <trimode/evidence/tajikistan/codings_003.hpp>
#include <trimode/evidence/tajikistan/codings_004.hpp>
#include <trimode/evidence/tajikistan/lookup.hpp>
#include <trimode/evidence/tajikistan/matters.hpp>
#include <trimode/evidence/tajikistan/partners.hpp>
#include <trimode/evidence/tajikistan/sources.hpp>
#include <trimode/evidence/tajikistan/uncoded.hpp>

namespace trimode {
namespace tables {

/// Who belongs to which group, as the documents tell it. What Buriev means by the West (000.041a) he tells of each of the four;
/// what is told of the other groups is told of the group.
inline constexpr Membership memberships[] = {
    {partner("belarus"), partner("eaeu"), claim("004.022g"), during("2022"), false},
    {partner("china"), partner("sco"), claim("000.007f"), during("2020"), false},
    {partner("china"), partner("shanghai_five"), claim("001.020k"), during("1996/2001"), false},
    {partner("eu"), partner("west"), claim("000.041a"), {}, true},
    {partner("kazakhstan"), partner("central_asia"), claim("003.023a"), {}, false},
    {partner("kazakhstan"), partner("csto"), claim("004.018c"), during("2022-01"), false},
    {partner("kuwait"), partner("gulf_states"), claim("002.017h"), {}, false},
    {partner("kyrgyzstan"), partner("central_asia"), claim("002.039i"), {}, false},
    {partner("kyrgyzstan"), partner("eaeu"), claim("003.006e"), during("/.."), false},
    {partner("osce"), partner("west"), claim("000.041a"), {}, true},
    {partner("qatar"), partner("gulf_states"), claim("002.017h"), {}, false},
    {partner("russia"), partner("cis"), claim("000.007c"), during("2020"), false},
    {partner("russia"), partner("csto"), claim("001.021a"), during("2002/"), false},
    {partner("russia"), partner("eaeu"), claim("004.022g"), during("2022"), false},
    {partner("russia"), partner("sco"), claim("000.007f"), during("2020"), false},
    {partner("russia"), partner("shanghai_five"), claim("001.020k"), during("1996/2001"), false},
    {partner("saudi_arabia"), partner("gulf_states"), claim("002.017h"), {}, false},
    {partner("turkmenistan"), partner("central_asia"), claim("002.018b"), {}, false},
    {partner("uk"), partner("west"), claim("000.041a"), {}, true},
    {partner("us"), partner("west"), claim("000.041a"), {}, true},
    {partner("uzbekistan"), partner("central_asia"), claim("003.022a"), {}, false},
};

inline constexpr auto conditions = joined(conditions_000, conditions_001, conditions_002, conditions_003, conditions_004);
inline constexpr auto conduct = joined(conduct_000, conduct_001, conduct_002, conduct_004);
inline constexpr auto determinants = joined(determinants_000, determinants_001, determinants_002, determinants_004);
inline constexpr auto obligations = joined(obligations_000, obligations_001, obligations_003, obligations_004);
inline constexpr auto leverages = joined(leverages_000, leverages_001, leverages_002, leverages_003);
inline constexpr auto judgements = joined(judgements_000, judgements_001, judgements_002, judgements_003, judgements_004);
inline constexpr auto measurements = joined(measurements_000, measurements_001, measurements_002, measurements_004);

}  // namespace tables

/// Tajikistan's foreign policy 1991-2023, from the documents named in its sources.
inline constexpr Dataset tajikistan{
    .id = "tajikistan",
    .title = "Tajikistan and its partners, 1991-2023",
    .state = "Tajikistan",
    .edition = 4,
    .time = during("1991/2023"),
    .sources = tables::sources,
    .sections = tables::sections,
    .partners = tables::partners,
    .memberships = tables::memberships,
    .claims = tables::claims,
    .conditions = tables::conditions,
    .conduct = tables::conduct,
    .determinants = tables::determinants,
    .obligations = tables::obligations,
    .leverages = tables::leverages,
    .modes = tables::modes_000,  // no other document names one
    .stages = tables::stages_001,
    .judgements = tables::judgements,
    .measurements = tables::measurements,
    .matters = tables::matters,
    .positions = tables::positions,
    .uncoded = tables::uncoded,
};

}  // namespace trimode
