// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What a test program was started with; doctest takes its own options and leaves the others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace support {

/// The arguments behind the program's name.
inline std::vector<std::string> command_line;

/// The value of `--name=value`. Empty when there is none.
[[nodiscard]] inline std::string option(std::string_view name) {
    const std::string start = "--" + std::string(name) + "=";
    for (const std::string& argument : command_line) {
        if (argument.starts_with(start)) return argument.substr(start.size());
    }
    return {};
}

}  // namespace support
