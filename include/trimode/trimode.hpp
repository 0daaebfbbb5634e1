// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// trimode: what most programs ask. The theories of the three modes and the four stages, theories of one's own, what is told
/// of a relationship, which labels hold and why, how strongly, in batches, what would have to change, since when, and why not.
/// Each other question has a header of its own, such as <trimode/inference/dependency.hpp>, and all of them are in
/// <trimode/inference.hpp>; how else the papers can be read is in <trimode/framework.hpp>. The tables are apart, too:
/// <trimode/evidence/tajikistan.hpp>; so is <trimode/report.hpp>.
#pragma once

#include <trimode/evidence/told.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/grade.hpp>
#include <trimode/framework/notation.hpp>
#include <trimode/framework/reading.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/typology.hpp>
#include <trimode/inference/batch.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/explain.hpp>
#include <trimode/inference/grades.hpp>
#include <trimode/inference/least_change.hpp>
#include <trimode/inference/timeline.hpp>
#include <trimode/inference/trace.hpp>
#include <trimode/inference/verdict.hpp>
#include <trimode/inference/why_not.hpp>
#include <trimode/version.hpp>
