// SPDX-License-Identifier: BSL-1.0
// A bare number is no quantity.
// expect-gcc: conversion from .* to non-scalar type .*Quantity
// expect-clang: no viable conversion from .* to .*Quantity
#include <trimode/base/quantity.hpp>

using namespace trimode;

constexpr Quantity<Unit::percent> share = exactly<Unit::percent>(30);
#ifdef REJECTED
constexpr Quantity<Unit::percent> bare = 30;
#endif
