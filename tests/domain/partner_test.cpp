// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/domain/partner.hpp>

#include "base/enumeration.hpp"

using trimode::PartnerKind;

TEST_CASE("the names of kinds of partner") {
    test::check_names<PartnerKind>(
        std::array<test::Spelling<PartnerKind>, 6>{{{PartnerKind::state, "state"},
                                                    {PartnerKind::bloc, "bloc"},
                                                    {PartnerKind::organisation, "organisation"},
                                                    {PartnerKind::lender, "lender"},
                                                    {PartnerKind::movement, "movement"},
                                                    {PartnerKind::world, "world"}}});
}

TEST_CASE("a partner that says nothing of itself") {
    constexpr trimode::Partner partner;
    static_assert(partner.id.empty() && partner.name.empty() && partner.kind == PartnerKind::state);
    static_assert(partner.iso3.empty() && partner.cow == 0 && partner.aliases.empty());
    static_assert(std::is_trivially_copyable_v<trimode::Partner>);
}
