// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// All of inference: the questions that can be asked.
/// Layer: inference.
#pragma once

#include <trimode/inference/acceptance.hpp>
#include <trimode/inference/asymmetry.hpp>
#include <trimode/inference/attribution.hpp>
#include <trimode/inference/batch.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/columns.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/inference/dependency_change.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/inference/explain.hpp>
#include <trimode/inference/grades.hpp>
#include <trimode/inference/least_change.hpp>
#include <trimode/inference/receipt.hpp>
#include <trimode/inference/support.hpp>
#include <trimode/inference/timeline.hpp>
#include <trimode/inference/trace.hpp>
#include <trimode/inference/typology_audit.hpp>
#include <trimode/inference/verdict.hpp>
#include <trimode/inference/why_not.hpp>
#include <trimode/inference/withdrawal.hpp>
