// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// The partners of which the coded documents speak. Codes are from ISO 3166-1 and the Correlates of War project.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <trimode/domain/partner.hpp>
#include <trimode/evidence/claim.hpp>
#include <trimode/evidence/tajikistan/lookup.hpp>

namespace trimode::tables {

inline constexpr auto partners = std::to_array<Partner>({
    {"adb", "Asian Development Bank", PartnerKind::lender, "", 0, ""},
    {"afghanistan", "Afghanistan", PartnerKind::state, "AFG", 700, ""},
    {"belarus", "Belarus", PartnerKind::state, "BLR", 370, ""},
    {"central_asia", "Central Asian states", PartnerKind::bloc, "", 0, ""},
    {"china", "China", PartnerKind::state, "CHN", 710, "prc"},
    {"cis", "Commonwealth of Independent States", PartnerKind::organisation, "", 0, ""},
    {"csto", "Collective Security Treaty Organization", PartnerKind::organisation, "", 0, ""},
    {"eaeu", "Eurasian Economic Union", PartnerKind::organisation, "", 0, "eeu"},
    {"eu", "European Union", PartnerKind::organisation, "", 0, ""},
    {"eurasec", "Eurasian Economic Community", PartnerKind::organisation, "", 0, ""},
    {"germany", "Germany", PartnerKind::state, "DEU", 255, ""},
    {"gulf_states", "Gulf states", PartnerKind::bloc, "", 0, ""},
    {"imf", "International Monetary Fund", PartnerKind::lender, "", 0, ""},
    {"international_community", "International community", PartnerKind::world, "", 0, ""},
    {"iran", "Iran", PartnerKind::state, "IRN", 630, ""},
    {"japan", "Japan", PartnerKind::state, "JPN", 740, ""},
    {"kazakhstan", "Kazakhstan", PartnerKind::state, "KAZ", 705, ""},
    {"kuwait", "Kuwait", PartnerKind::state, "KWT", 690, ""},
    {"kyrgyzstan", "Kyrgyzstan", PartnerKind::state, "KGZ", 703, ""},
    {"nato", "NATO", PartnerKind::organisation, "", 0, ""},
    {"organization_of_turkic_states", "Organization of Turkic States", PartnerKind::organisation, "", 0, "ots"},
    {"osce", "OSCE", PartnerKind::organisation, "", 0, ""},
    {"poland", "Poland", PartnerKind::state, "POL", 290, ""},
    {"qatar", "Qatar", PartnerKind::state, "QAT", 694, ""},
    {"russia", "Russia", PartnerKind::state, "RUS", 365, ""},
    {"saudi_arabia", "Saudi Arabia", PartnerKind::state, "SAU", 670, ""},
    {"sco", "Shanghai Cooperation Organisation", PartnerKind::organisation, "", 0, ""},
    {"shanghai_five", "Shanghai Five", PartnerKind::organisation, "", 0, ""},
    {"south_korea", "South Korea", PartnerKind::state, "KOR", 732, ""},
    {"tajik_opposition", "Tajik opposition", PartnerKind::movement, "", 0, ""},
    {"taliban", "Taliban", PartnerKind::movement, "", 0, ""},
    {"turkey", "Turkey", PartnerKind::state, "TUR", 640, ""},
    {"turkmenistan", "Turkmenistan", PartnerKind::state, "TKM", 701, ""},
    {"uk", "United Kingdom", PartnerKind::state, "GBR", 200, ""},
    {"ukraine", "Ukraine", PartnerKind::state, "UKR", 369, ""},
    {"un", "United Nations", PartnerKind::world, "", 0, ""},
    {"us", "United States", PartnerKind::state, "USA", 2, "usa"},
    {"uzbekistan", "Uzbekistan", PartnerKind::state, "UZB", 704, ""},
    {"west", "The West", PartnerKind::bloc, "", 0, ""},
    {"world_bank", "World Bank", PartnerKind::lender, "", 0, ""},
});

inline constexpr Lookup partner_places(partners);

/// The place of a partner. Error: does not compile when there is no such partner.
[[nodiscard]] consteval PartnerIndex partner(std::string_view id) {
    return {static_cast<std::uint8_t>(partner_places.find(partners, id))};
}

/// The partners of a list separated by single spaces. Error: does not compile when there is no such partner.
[[nodiscard]] consteval Partners about(std::string_view ids) {
    Partners set;
    for (auto id = detail::next_word(ids); !id.empty(); id = detail::next_word(ids)) {
        set.bits |= std::uint64_t{1} << partner(id).value;
    }
    return set;
}

}  // namespace trimode::tables
