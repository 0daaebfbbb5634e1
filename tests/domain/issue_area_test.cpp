// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <doctest/doctest.h>

#include <trimode/domain/issue_area.hpp>

#include "base/enumeration.hpp"

using trimode::IssueArea;

TEST_CASE("the names of issue areas") {
    test::check_names<IssueArea>(
        std::array<test::Spelling<IssueArea>, 13>{{{IssueArea::trade, "trade"},
                                                   {IssueArea::debt, "debt"},
                                                   {IssueArea::investment, "investment"},
                                                   {IssueArea::aid, "aid"},
                                                   {IssueArea::migration, "migration"},
                                                   {IssueArea::security, "security"},
                                                   {IssueArea::arms, "arms"},
                                                   {IssueArea::energy, "energy"},
                                                   {IssueArea::political, "political"},
                                                   {IssueArea::cultural, "cultural"},
                                                   {IssueArea::territory, "territory"},
                                                   {IssueArea::environment, "environment"},
                                                   {IssueArea::economy, "economy"}}},
        std::array<test::Spelling<IssueArea>, 3>{{{IssueArea::migration, "remittances"},
                                                  {IssueArea::migration, "labour"},
                                                  {IssueArea::economy, "economic"}}});
}
