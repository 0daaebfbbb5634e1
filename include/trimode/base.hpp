// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// All of base: values that know nothing of politics.
/// Layer: base.
#pragma once

#include <trimode/base/cube.hpp>
#include <trimode/base/date.hpp>
#include <trimode/base/decimal.hpp>
#include <trimode/base/facts.hpp>
#include <trimode/base/hash.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/quantity.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/base/set.hpp>
#include <trimode/base/text.hpp>
#include <trimode/base/truth.hpp>
