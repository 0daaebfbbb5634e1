// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// All of inference: the questions that can be asked.
/// Layer: inference.
#pragma once

#include <trimode/inference/classify.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/inference/explain.hpp>
#include <trimode/inference/verdict.hpp>
