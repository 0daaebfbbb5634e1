// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Source: the documents, and where their sections begin.
/// Layer: evidence.
#pragma once

#include <cstdint>
#include <string_view>

#include <trimode/base/date.hpp>

namespace trimode {

/// A document. Its place in the table of sources is its number: the first three digits of the ids of its claims.
/// A block of a document is a run of text between blank lines, counted from 1 over the whole file.
struct Source {
    std::string_view id{};         ///< Such as "000_buriev": the file's leading number, then a name.
    std::string_view author{};
    std::string_view title{};      ///< As printed; ` ...` stands for the rest of a long one.
    std::string_view publisher{};
    Date published{};              ///< As precise as the document itself allows.
    std::string_view dated_by{};   ///< How the document tells its date, where it is not simply printed.
    std::uint16_t blocks = 0;      ///< How many blocks the file has. Unit: blocks.
};

/// A heading as printed (` ...` stands for the rest of a long one), and the block in which it stands; the section goes on to
/// the next heading.
struct Section {
    std::uint16_t source = 0;
    std::uint16_t block = 0;
    std::string_view heading{};
};

/// A block in which no claim stands, and why: every block of every document has either.
struct UncodedBlock {
    std::uint16_t source = 0;
    std::uint16_t block = 0;
    std::string_view reason{};
};

}  // namespace trimode
