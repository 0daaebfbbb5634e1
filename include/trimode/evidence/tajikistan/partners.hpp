// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// The partners of which the coded documents speak. Codes are from ISO 3166-1 and the Correlates of War project.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <cstdint>
#include <string_view>

#include <trimode/domain/partner.hpp>
#include <trimode/evidence/claim.hpp>
#include <trimode/evidence/tajikistan/lookup.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

inline constexpr Partner partners[] = {
    {"adb"sv, "Asian Development Bank"sv, PartnerKind::lender, ""sv, 0, ""sv},
    {"afghanistan"sv, "Afghanistan"sv, PartnerKind::state, "AFG"sv, 700, ""sv},
    {"belarus"sv, "Belarus"sv, PartnerKind::state, "BLR"sv, 370, ""sv},
    {"central_asia"sv, "Central Asian states"sv, PartnerKind::bloc, ""sv, 0, ""sv},
    {"china"sv, "China"sv, PartnerKind::state, "CHN"sv, 710, "prc"sv},
    {"cis"sv, "Commonwealth of Independent States"sv, PartnerKind::organisation, ""sv, 0, ""sv},
    {"csto"sv, "Collective Security Treaty Organization"sv, PartnerKind::organisation, ""sv, 0, ""sv},
    {"eaeu"sv, "Eurasian Economic Union"sv, PartnerKind::organisation, ""sv, 0, "eeu"sv},
    {"eu"sv, "European Union"sv, PartnerKind::organisation, ""sv, 0, ""sv},
    {"eurasec"sv, "Eurasian Economic Community"sv, PartnerKind::organisation, ""sv, 0, ""sv},
    {"germany"sv, "Germany"sv, PartnerKind::state, "DEU"sv, 255, ""sv},
    {"gulf_states"sv, "Gulf states"sv, PartnerKind::bloc, ""sv, 0, ""sv},
    {"imf"sv, "International Monetary Fund"sv, PartnerKind::lender, ""sv, 0, ""sv},
    {"international_community"sv, "International community"sv, PartnerKind::world, ""sv, 0, ""sv},
    {"iran"sv, "Iran"sv, PartnerKind::state, "IRN"sv, 630, ""sv},
    {"japan"sv, "Japan"sv, PartnerKind::state, "JPN"sv, 740, ""sv},
    {"kazakhstan"sv, "Kazakhstan"sv, PartnerKind::state, "KAZ"sv, 705, ""sv},
    {"kuwait"sv, "Kuwait"sv, PartnerKind::state, "KWT"sv, 690, ""sv},
    {"kyrgyzstan"sv, "Kyrgyzstan"sv, PartnerKind::state, "KGZ"sv, 703, ""sv},
    {"nato"sv, "NATO"sv, PartnerKind::organisation, ""sv, 0, ""sv},
    {"organization_of_turkic_states"sv, "Organization of Turkic States"sv, PartnerKind::organisation, ""sv, 0, "ots"sv},
    {"osce"sv, "OSCE"sv, PartnerKind::organisation, ""sv, 0, ""sv},
    {"poland"sv, "Poland"sv, PartnerKind::state, "POL"sv, 290, ""sv},
    {"qatar"sv, "Qatar"sv, PartnerKind::state, "QAT"sv, 694, ""sv},
    {"russia"sv, "Russia"sv, PartnerKind::state, "RUS"sv, 365, ""sv},
    {"saudi_arabia"sv, "Saudi Arabia"sv, PartnerKind::state, "SAU"sv, 670, ""sv},
    {"sco"sv, "Shanghai Cooperation Organisation"sv, PartnerKind::organisation, ""sv, 0, ""sv},
    {"shanghai_five"sv, "Shanghai Five"sv, PartnerKind::organisation, ""sv, 0, ""sv},
    {"south_korea"sv, "South Korea"sv, PartnerKind::state, "KOR"sv, 732, ""sv},
    {"tajik_opposition"sv, "Tajik opposition"sv, PartnerKind::movement, ""sv, 0, ""sv},
    {"taliban"sv, "Taliban"sv, PartnerKind::movement, ""sv, 0, ""sv},
    {"turkey"sv, "Turkey"sv, PartnerKind::state, "TUR"sv, 640, ""sv},
    {"turkmenistan"sv, "Turkmenistan"sv, PartnerKind::state, "TKM"sv, 701, ""sv},
    {"uk"sv, "United Kingdom"sv, PartnerKind::state, "GBR"sv, 200, ""sv},
    {"ukraine"sv, "Ukraine"sv, PartnerKind::state, "UKR"sv, 369, ""sv},
    {"un"sv, "United Nations"sv, PartnerKind::world, ""sv, 0, ""sv},
    {"us"sv, "United States"sv, PartnerKind::state, "USA"sv, 2, "usa"sv},
    {"uzbekistan"sv, "Uzbekistan"sv, PartnerKind::state, "UZB"sv, 704, ""sv},
    {"west"sv, "The West"sv, PartnerKind::bloc, ""sv, 0, ""sv},
    {"world_bank"sv, "World Bank"sv, PartnerKind::lender, ""sv, 0, ""sv},
};

/// The place of a partner. Error: does not compile when there is no such partner.
[[nodiscard]] consteval PartnerIndex partner(const char* id) {
    return {static_cast<std::uint8_t>(place(partners, id))};
}

/// The bit of a partner in `Partners`. Error: does not compile when there is no such partner.
[[nodiscard]] consteval std::uint64_t one(const char* id) { return std::uint64_t{1} << place(partners, id); }

// The partners by name, for sets of them: `.partners = {russia | china}`. A name costs the compiler next to nothing, a text
// that it has to look up a hundred times as much.
inline constexpr std::uint64_t adb = one("adb");
inline constexpr std::uint64_t afghanistan = one("afghanistan");
inline constexpr std::uint64_t belarus = one("belarus");
inline constexpr std::uint64_t central_asia = one("central_asia");
inline constexpr std::uint64_t china = one("china");
inline constexpr std::uint64_t cis = one("cis");
inline constexpr std::uint64_t csto = one("csto");
inline constexpr std::uint64_t eaeu = one("eaeu");
inline constexpr std::uint64_t eu = one("eu");
inline constexpr std::uint64_t eurasec = one("eurasec");
inline constexpr std::uint64_t germany = one("germany");
inline constexpr std::uint64_t gulf_states = one("gulf_states");
inline constexpr std::uint64_t imf = one("imf");
inline constexpr std::uint64_t international_community = one("international_community");
inline constexpr std::uint64_t iran = one("iran");
inline constexpr std::uint64_t japan = one("japan");
inline constexpr std::uint64_t kazakhstan = one("kazakhstan");
inline constexpr std::uint64_t kuwait = one("kuwait");
inline constexpr std::uint64_t kyrgyzstan = one("kyrgyzstan");
inline constexpr std::uint64_t nato = one("nato");
inline constexpr std::uint64_t organization_of_turkic_states = one("organization_of_turkic_states");
inline constexpr std::uint64_t osce = one("osce");
inline constexpr std::uint64_t poland = one("poland");
inline constexpr std::uint64_t qatar = one("qatar");
inline constexpr std::uint64_t russia = one("russia");
inline constexpr std::uint64_t saudi_arabia = one("saudi_arabia");
inline constexpr std::uint64_t sco = one("sco");
inline constexpr std::uint64_t shanghai_five = one("shanghai_five");
inline constexpr std::uint64_t south_korea = one("south_korea");
inline constexpr std::uint64_t tajik_opposition = one("tajik_opposition");
inline constexpr std::uint64_t taliban = one("taliban");
inline constexpr std::uint64_t turkey = one("turkey");
inline constexpr std::uint64_t turkmenistan = one("turkmenistan");
inline constexpr std::uint64_t uk = one("uk");
inline constexpr std::uint64_t ukraine = one("ukraine");
inline constexpr std::uint64_t un = one("un");
inline constexpr std::uint64_t us = one("us");
inline constexpr std::uint64_t uzbekistan = one("uzbekistan");
inline constexpr std::uint64_t west = one("west");
inline constexpr std::uint64_t world_bank = one("world_bank");

}  // namespace trimode::tables
