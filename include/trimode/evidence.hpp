// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The types of evidence, without tables: sources, claims, codings, datasets, and what is told when.
/// Layer: evidence.
#pragma once

#include <trimode/evidence/admission.hpp>
#include <trimode/evidence/claim.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/defect.hpp>
#include <trimode/evidence/matter.hpp>
#include <trimode/evidence/source.hpp>
#include <trimode/evidence/told.hpp>
