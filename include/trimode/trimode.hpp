// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// trimode: base to inference. The tables are apart: <trimode/evidence/tajikistan.hpp>; so is <trimode/report.hpp>.
#pragma once

#include <trimode/base.hpp>
#include <trimode/domain.hpp>
#include <trimode/evidence.hpp>
#include <trimode/framework.hpp>
#include <trimode/inference.hpp>
#include <trimode/version.hpp>
