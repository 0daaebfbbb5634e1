// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The one open list of spellings that the audit takes for each other, and of what else it lets pass, with reasons.
/// A row that no claim needs has to go; a test says which.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace audit {

/// Words and phrases that name the same, separated by "|": a claim may use one where its blocks print another.
struct Variant {
    std::string_view spellings;
    std::string_view reason;
};

/// A name in a claim, or a partner of it, that its blocks do not print, and why that is right.
struct Exception {
    std::string_view claim;
    std::string_view what;  ///< The name as the statement spells it, or the id of the partner.
    std::string_view reason;
};

inline constexpr auto our_variants = std::to_array<Variant>({
    // The state and its partners: capital, people, adjective.
    {"Tajikistan|Tajik|Tajiks|Tajikistani|Dushanbe|Tadzhikestane|Таджикистана|Таджикистане|таджикистанцев",
     "the state whose policy it is, its people, its capital; Russian in titles that notes cite"},
    {"Russia|Russian|Russians|Moscow", "capital and people for the state"},
    {"China|Chinese|Beijing|PRC", "capital and people for the state"},
    {"United States|US|USA|America|American|Americans|Washington|Pentagon", "capital, people, ministry for the state"},
    {"European Union|EU|Europe|European", "the documents use the continent for the union and its members"},
    {"West|Western|western|Запада", "adjective, in document 000 without a capital letter; Russian in a title"},
    {"Afghanistan|Afghan|Afghans|Kabul", "capital and people for the state"},
    {"Ukraine|Ukrainian|Ukrainians|Украины", "adjective; Russian in a title"},
    {"Belarus|Belarusian", "adjective"},
    {"Kazakhstan|Kazakh", "adjective"},
    {"Kyrgyzstan|Kyrgyz", "adjective"},
    {"Central Asian states|Central Asia|Central Asian", "adjective"},
    {"Gulf states|Gulf countries|Persian Gulf|Gulf", "as the documents call them"},
    {"International community|international|internationally|global|world politics|global politics",
     "the counterpart of the second mode is told of by these adjectives"},
    // Organisations.
    {"Collective Security Treaty Organization|Collective Security Treaty Organisation|CSTO|ОДКБ",
     "short form, two spellings; Russian in a title"},
    {"Eurasian Economic Union|EAEU|EEU|ЕАЭС", "short form, two spellings; Russian in a title"},
    // Persons.
    {"Emomali|Эмомалӣ", "Tajik in a title"},
    // Others.
    {"Ramadan|Рамазан", "Russian in a title"},
    {"Pamirs|Pamir", "the mountains and their region"},
    {"Islamists|Islamist", "adjective"},
    {"Republics|Republic", "plural, where the text names two"},
    {"Eurasia|Eurasian", "adjective"},
});

inline constexpr auto our_exceptions = std::to_array<Exception>({
    {"000.056a", "English", "our own remark on the wording of the note"},
    {"000.058a", "January", "printed in the address of the note only"},
    {"000.059i", "UN", "the speaker; printed in the address of the note only"},
    {"000.059i", "un", "printed in the address of the note only"},
    {"000.059i", "Chronicle", "the speaker; printed in the address of the note only"},
});

/// Claims whose statement shares hardly a word with its block, so that another block has more of them; each was read
/// again.
inline constexpr auto our_free_wordings = std::to_array<std::string_view>({
    "000.023b", "000.029b", "000.032b", "000.033b",                                      //
    "001.011d", "001.016a", "001.020i", "001.044b", "001.044m", "001.047d", "001.047f",  //
    "002.007e", "002.008h", "002.009e",                                                  //
    "003.015a", "003.016a", "003.020a",                                                  //
});

}  // namespace audit
