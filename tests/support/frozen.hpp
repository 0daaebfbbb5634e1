// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A small dataset that never changes, for numbers and lines that must stay what they are whatever becomes of the
/// tables that are shipped. All of it is invented.
#pragma once

#include <array>

#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/dataset.hpp>

namespace support::frozen {

using namespace trimode;

inline constexpr std::array sources{Source{.id = "001_ann", .author = "Ann", .published = Date{2020}, .blocks = 9},
                                    Source{.id = "000_bob", .author = "Bob", .published = Date{2012}, .blocks = 9}};
inline constexpr std::array partners{Partner{"alpha", "Alpha", PartnerKind::state, "", 0, "first"},
                                     Partner{"beta", "Beta", PartnerKind::state, "", 0, ""}};
inline constexpr Partners both{3};
inline constexpr std::array claims{
    Claim{.id = "000.001a", .partners = both, .period = during("2010/2016-06"), .statement = "Invented."},
    Claim{.id = "000.002a", .partners = both, .period = during("2014/2019"), .statement = "Invented."},
    Claim{.id = "001.001a", .partners = both, .period = during("2008/2011"), .statement = "Invented."}};
inline constexpr std::array conditions{
    Coding<Condition>{{0}, {0}, Condition::resources, Tells::holds, {}},
    Coding<Condition>{{0}, {0}, Condition::geography, Tells::holds, {}},
    Coding<Condition>{{1}, {0}, Condition::regime_affinity, Tells::holds, {}},
    Coding<Condition>{{2}, {0}, Condition::regime_affinity, Tells::fails, {}},
};
inline constexpr Dataset dataset{.id = "frozen",
                                 .title = "Invented",
                                 .state = "State",
                                 .edition = 7,
                                 .time = during("2000/2020"),
                                 .sources = sources,
                                 .sections = {},
                                 .partners = partners,
                                 .memberships = {},
                                 .claims = claims,
                                 .conditions = conditions,
                                 .conduct = {},
                                 .determinants = {},
                                 .obligations = {},
                                 .judgements = {},
                                 .measurements = {},
                                 .matters = {},
                                 .positions = {}};

}  // namespace support::frozen
