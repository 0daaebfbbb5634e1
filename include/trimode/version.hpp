// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The version of trimode, for the preprocessor and for code. The one place where it is written:
/// CMake reads it here.
#pragma once

#include <string_view>

/// Changes when code that used the library has to change. Unit: none. Range: from 0.
#define TRIMODE_VERSION_MAJOR 0
/// Changes when something is added; while the major number is 0, also when code has to change.
#define TRIMODE_VERSION_MINOR 1
/// Changes when something is corrected.
#define TRIMODE_VERSION_PATCH 0

// Two steps, so that the numbers are put in before the text is made. Both are gone below.
#define TRIMODE_VERSION_QUOTED(major_, minor_, patch_) #major_ "." #minor_ "." #patch_
#define TRIMODE_VERSION_TEXT(major_, minor_, patch_) TRIMODE_VERSION_QUOTED(major_, minor_, patch_)

namespace trimode {

/// The three numbers with points between them, such as "0.1.0".
inline constexpr std::string_view version =
    TRIMODE_VERSION_TEXT(TRIMODE_VERSION_MAJOR, TRIMODE_VERSION_MINOR, TRIMODE_VERSION_PATCH);

}  // namespace trimode

#undef TRIMODE_VERSION_TEXT
#undef TRIMODE_VERSION_QUOTED
