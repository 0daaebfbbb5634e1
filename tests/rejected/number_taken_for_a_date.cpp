// SPDX-License-Identifier: BSL-1.0
// A bare number is no date.
// expect-gcc: conversion from 'int' to non-scalar type
// expect-clang: no viable conversion from 'int' to 'const trimode::Date'
#include <trimode/base/date.hpp>

constexpr trimode::Date date{2015};
#ifdef REJECTED
constexpr trimode::Date bare = 2015;
#endif
