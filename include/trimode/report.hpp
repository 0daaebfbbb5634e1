// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// All of report: how answers are shown and tables read back. The only layer that touches strings and streams.
/// Layer: report.
#pragma once

#include <trimode/report/acceptance.hpp>
#include <trimode/report/csv.hpp>
#include <trimode/report/disagreement.hpp>
#include <trimode/report/json.hpp>
#include <trimode/report/load.hpp>
#include <trimode/report/receipt.hpp>
#include <trimode/report/svg.hpp>
#include <trimode/report/tables.hpp>
#include <trimode/report/text.hpp>
#include <trimode/report/trace.hpp>
#include <trimode/report/why.hpp>
