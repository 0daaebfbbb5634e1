// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// The five documents, and the headings that they print; the interviews and the article print none.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <string_view>

#include <trimode/evidence/source.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

/// In the order of the files' leading numbers.
inline constexpr Source sources[] = {
    {.id = "000_buriev"sv,
     .author = "Muslimbek Buriev"sv,
     .title = "Recipient, Activist, Protector ..."sv,
     .publisher = "Crossroads Central Asia"sv,
     .published = Date{2020},
     .dated_by = "not printed; its latest cited item is of 13 March 2020 (endnote 26)"sv,
     .blocks = 66},
    {.id = "001_kluczewska_transformation"sv,
     .author = "Karolina Kluczewska"sv,
     .title = "Transformation of Tajikistan's Foreign Policy ..."sv,
     .publisher = "Crossroads Central Asia"sv,
     .published = Date{2023},
     .dated_by = "not printed; prepared for a workshop of 28 April 2023 (block 48)"sv,
     .blocks = 48},
    {.id = "002_kluczewska_interview"sv,
     .author = "Karolina Kluczewska"sv,
     .title = "Tajikistan's foreign policy ..."sv,
     .publisher = "CABAR.asia"sv,
     .published = Date{2022},
     .dated_by = "not printed; speaks of September and October of \"this year\" and of the 2022 summit in Samarkand"sv,
     .blocks = 42},
    {.id = "003_malysheva"sv,
     .author = "Dina Malysheva"sv,
     .title = "Tajikistan Provides Security ..."sv,
     .publisher = "Ia-centr.ru; Asials"sv,
     .published = Date{2023},
     .dated_by = "not printed; speaks of the spring of 2023"sv,
     .blocks = 28},
    {.id = "004_makhmutova"sv,
     .author = "Evgeniya Makhmutova"sv,
     .title = "(the file prints no title)"sv,
     .publisher = "not printed"sv,
     .published = Date{2022},
     .dated_by = "not printed; its latest dated event is of August 2022"sv,
     .blocks = 30},
};

inline constexpr Section sections[] = {
    {0, 3, "INTRODUCTION"sv},
    {0, 6, "MODE ONE: SILENT RECIPIENT"sv},
    {0, 8, "Tajikistan and Russia"sv},
    {0, 18, "Tajikistan and China"sv},
    {0, 27, "MODE TWO: NOBLE ACTIVIST"sv},
    {0, 37, "MODE THREE: VIGILANT SOVEREIGNTY PROTECTOR"sv},
    {0, 46, "CONCLUSION"sv},
    {0, 50, "NOTES"sv},
    {0, 61, "About the author"sv},
    {1, 3, "TRANSFORMATION OF TAJIKISTAN'S FOREIGN POLICY ..."sv},
    {1, 9, "STAGE 1 IN THE 1990S ..."sv},
    {1, 17, "STAGE 2 IN THE 2000S ..."sv},
    {1, 25, "STAGE 3 IN THE 2010S ..."sv},
    {1, 34, "STAGE 4 SINCE 2022 ..."sv},
    {1, 41, "CONCLUSION"sv},
    {1, 46, "NOTES"sv},
};

}  // namespace trimode::tables
