// SPDX-License-Identifier: CC-BY-4.0
//
/// @file
/// The blocks of the documents in which no claim stands, and why not.
/// Layer: evidence (tables). Data under CC BY 4.0; the code of the library is under BSL-1.0.
#pragma once

#include <string_view>

#include <trimode/evidence/source.hpp>

namespace trimode::tables {

using namespace std::string_view_literals;

inline constexpr UncodedBlock uncoded[] = {
    {0, 2, "name and affiliation of the author"sv},
    {0, 3, "heading, no assertion"sv},
    {0, 8, "heading, no assertion"sv},
    {0, 18, "heading, no assertion"sv},
    {0, 46, "heading, no assertion"sv},
    {0, 50, "heading, no assertion"sv},
    {0, 61, "heading, no assertion"sv},
    {0, 62, "about the author, not the case"sv},
    {0, 63, "about the publisher"sv},
    {0, 64, "logo of the funder"sv},
    {0, 65, "funding of the paper"sv},
    {0, 66, "disclaimer"sv},
    {1, 1, "byline, author"sv},
    {1, 2, "byline, affiliation of the author"sv},
    {1, 3, "title of the paper; names no stage"sv},
    {1, 4, "title repeated"sv},
    {1, 5, "byline; the author is spelt Kluczevska here, Kluczewska in block 1"sv},
    {1, 8, "about the author"sv},
    {1, 23, "pull quote; repeats the first two sentences of block 24"sv},
    {1, 27, "pull quote; repeats the first sentence of block 26"sv},
    {1, 41, "heading; names no stage"sv},
    {1, 46, "heading"sv},
    {1, 48, "provenance of the paper; nothing about the case"sv},
    {2, 1, "copyright and terms of use"sv},
    {2, 4, "about the author"sv},
    {2, 6, "name of the author (caption)"sv},
    {2, 15, "question; presupposes nothing of its own"sv},
    {2, 41, "website: how to notify errors"sv},
    {2, 42, "website: error report"sv},
    {3, 10, "question; presupposes nothing that can be coded"sv},
    {3, 25, "question of three words; presupposes nothing that can be coded"sv},
    {3, 28, "credit of the outlet"sv},
    {4, 1, "furniture of the site and the name of the author"sv},
    {4, 2, "office of the author"sv},
    {4, 13, "link to another article; its title asks a question and asserts nothing of Tajikistan"sv},
    {4, 23, "line of asterisks"sv},
    {4, 24, "repeats block 3 word for word; coded as 004.003a to 004.003d"sv},
    {4, 25, "repeats block 4 word for word; coded as 004.004a to 004.004f"sv},
    {4, 26, "repeats block 5 word for word; coded as 004.005a"sv},
    {4, 27, "repeats block 6 word for word; coded as 004.006a to 004.006c"sv},
    {4, 28, "furniture of the site"sv},
    {4, 29, "heading of the site's poll"sv},
    {4, 30, "poll of the site's readers on US aims towards Russia; nothing of Tajikistan, and not the author's"sv},
};

}  // namespace trimode::tables
