// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Files that examples read: whole, or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support/arguments.hpp"

namespace support {

/// The whole of a file. Throws WrongArguments when it cannot be read.
[[nodiscard]] inline std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::error_code failed;
    if (!in || std::filesystem::is_directory(file, failed)) throw WrongArguments{"cannot be read: " + file.string()};
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) throw WrongArguments{"cannot be read: " + file.string()};
    return text;
}

}  // namespace support
