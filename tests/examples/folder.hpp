// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A folder for the files that a test gives to programs.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include <doctest/doctest.h>

namespace support {

/// A folder of one's own that is gone in the end.
class Folder {
public:
    explicit Folder(const std::string& name)
        : path_(std::filesystem::temp_directory_path() / ("trimode_" + name + "_" + std::to_string(getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string path(const std::string& name = {}) const {
        return (name.empty() ? path_ : path_ / name).string();
    }
    /// The path of a file with this text.
    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
        std::ofstream out(path_ / name, std::ios::binary);
        out << text;
        out.flush();
        REQUIRE(out.good());
        return path(name);
    }

private:
    std::filesystem::path path_;
};

}  // namespace support
