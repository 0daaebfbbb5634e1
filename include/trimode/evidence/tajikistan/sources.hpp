// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// The five documents, and the headings that they print; the interviews and the article print none.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <array>

#include <trimode/evidence/source.hpp>

namespace trimode::tables {

/// In the order of the files' leading numbers.
inline constexpr auto sources = std::to_array<Source>({
    {.id = "000_buriev",
     .author = "Muslimbek Buriev",
     .title = "Recipient, Activist, Protector ...",
     .publisher = "Crossroads Central Asia",
     .published = Date{2020},
     .dated_by = "not printed; its latest cited item is of 13 March 2020 (endnote 26)",
     .blocks = 66},
    {.id = "001_kluczewska_transformation",
     .author = "Karolina Kluczewska",
     .title = "Transformation of Tajikistan's Foreign Policy ...",
     .publisher = "Crossroads Central Asia",
     .published = Date{2023},
     .dated_by = "not printed; prepared for a workshop of 28 April 2023 (block 48)",
     .blocks = 48},
    {.id = "002_kluczewska_interview",
     .author = "Karolina Kluczewska",
     .title = "Tajikistan's foreign policy ...",
     .publisher = "CABAR.asia",
     .published = Date{2022},
     .dated_by = "not printed; speaks of September and October of \"this year\" and of the 2022 summit in Samarkand",
     .blocks = 42},
    {.id = "003_malysheva",
     .author = "Dina Malysheva",
     .title = "Tajikistan Provides Security ...",
     .publisher = "Ia-centr.ru; Asials",
     .published = Date{2023},
     .dated_by = "not printed; speaks of the spring of 2023",
     .blocks = 28},
    {.id = "004_makhmutova",
     .author = "Evgeniya Makhmutova",
     .title = "(the file prints no title)",
     .publisher = "not printed",
     .published = Date{2022},
     .dated_by = "not printed; its latest dated event is of August 2022",
     .blocks = 30},
});

inline constexpr auto sections = std::to_array<Section>({
    {0, 3, "INTRODUCTION"},
    {0, 6, "MODE ONE: SILENT RECIPIENT"},
    {0, 8, "Tajikistan and Russia"},
    {0, 18, "Tajikistan and China"},
    {0, 27, "MODE TWO: NOBLE ACTIVIST"},
    {0, 37, "MODE THREE: VIGILANT SOVEREIGNTY PROTECTOR"},
    {0, 46, "CONCLUSION"},
    {0, 50, "NOTES"},
    {0, 61, "About the author"},
    {1, 3, "TRANSFORMATION OF TAJIKISTAN'S FOREIGN POLICY ..."},
    {1, 9, "STAGE 1 IN THE 1990S ..."},
    {1, 17, "STAGE 2 IN THE 2000S ..."},
    {1, 25, "STAGE 3 IN THE 2010S ..."},
    {1, 34, "STAGE 4 SINCE 2022 ..."},
    {1, 41, "CONCLUSION"},
    {1, 46, "NOTES"},
});

}  // namespace trimode::tables
