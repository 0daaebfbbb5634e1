// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A program as a user would write it: prints the version of the library that it found.
#include <cstdio>

#include <trimode/trimode.hpp>
#include <trimode/version.hpp>

int main() {
    std::printf("trimode %.*s\n", static_cast<int>(trimode::version.size()),
                trimode::version.data());
}
