// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A locale in which numbers and truths are written otherwise, for as long as an object of it lives.
#pragma once

#include <array>
#include <clocale>
#include <locale>
#include <sstream>
#include <string>

namespace support {

/// 1234567.5 is "1.2.3.4.5.6.7,5", true is "wahr".
class ForeignNumbers : public std::numpunct<char> {
protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\1"; }
    std::string do_truename() const override { return "wahr"; }
    std::string do_falsename() const override { return "falsch"; }
};

/// Makes it the global locale of C++, and takes a foreign locale of the system for C where there is one.
class ForeignLocale {
public:
    ForeignLocale() : before_(std::locale::global(std::locale(std::locale::classic(), new ForeignNumbers))) {
        if (const char* name = std::setlocale(LC_ALL, nullptr)) c_before_ = name;
        for (const char* name : std::array{"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8", "tg_TJ.UTF-8"}) {
            if (std::setlocale(LC_ALL, name) != nullptr) break;
        }
    }
    ~ForeignLocale() {
        std::locale::global(before_);
        std::setlocale(LC_ALL, c_before_.c_str());
    }
    ForeignLocale(const ForeignLocale&) = delete;
    ForeignLocale& operator=(const ForeignLocale&) = delete;

private:
    std::locale before_;
    std::string c_before_ = "C";
};

/// What a function writes to a stream, made now: the stream takes the global locale.
template <class Write>
[[nodiscard]] std::string written(Write&& write) {
    std::ostringstream out;
    write(out);
    return out.str();
}

}  // namespace support
