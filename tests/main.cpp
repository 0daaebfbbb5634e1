// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The main function of every test program.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "support/command_line.hpp"

int main(int argc, char** argv) {
    support::command_line.assign(argv + 1, argv + argc);
    return doctest::Context(argc, argv).run();
}
