// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// All of domain: partners, modes, stages, conditions, conduct, determinants, issue areas, levels, relationships.
/// Layer: domain.
#pragma once

#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/definition.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/domain/leverage.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/domain/partner.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/domain/stage.hpp>
