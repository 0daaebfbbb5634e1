// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// All of framework: how a theory is written, and the theories of the papers.
/// Layer: framework.
#pragma once

#include <trimode/framework/decision.hpp>
#include <trimode/framework/dependency_scale.hpp>
#include <trimode/framework/formula.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/grade.hpp>
#include <trimode/framework/notation.hpp>
#include <trimode/framework/property_space.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/framework/typology.hpp>
