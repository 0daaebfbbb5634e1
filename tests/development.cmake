# SPDX-License-Identifier: BSL-1.0
# What our own programs are compiled with. Never installed, and never linked by the library itself: warnings and the
# standard are the user's choice.
if(DEFINED ENV{CI})
    set(warnings_as_errors ON)
else()
    set(warnings_as_errors OFF)
endif()
option(TRIMODE_WARNINGS_AS_ERRORS "Stop at a warning in tests, examples and benchmarks" ${warnings_as_errors})

add_library(trimode_development INTERFACE)
target_compile_features(trimode_development INTERFACE cxx_std_20)
target_compile_options(trimode_development INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
    $<$<BOOL:${TRIMODE_WARNINGS_AS_ERRORS}>:-Werror>
    # clang 22 takes doctest's use of __COUNTER__ for an extension.
    $<$<AND:$<CXX_COMPILER_ID:Clang>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,22>>:-Wno-c2y-extensions>)

# Plain C++20, so that no extension of one compiler slips in. Holds for our folders only.
set(CMAKE_CXX_EXTENSIONS OFF)
