// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The first program: a verdict proved by the compiler, one asked at run time, and the claims behind it.

#include <iostream>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/trimode.hpp>
using namespace trimode;

constexpr auto russia = relationship(tajikistan, "russia", Date{2015});
static_assert(classify(russia).holds(Mode::recipient));  // computed from claims by the compiler

int main() {
    const PartnerIndex west = *find_partner(tajikistan.partners, "west");
    for (const int year : {2005, 2016}) {
        const Relationship relation = relationship(tajikistan, west, *Date::of(year));
        const auto why = explain(relation, three_modes::predicted, Mode::protector);
        std::cout << "West " << year << ": protector " << name(why.answer) << '\n';
        for_each_telling(tajikistan, tajikistan.conditions, west, Condition::alternative, Date::of(year)->days(), {},
                         [](const auto& telling) {
                             std::cout << "  alternative " << name(telling.truth) << ", " << telling.claim->id << ": "
                                       << telling.claim->statement << '\n';
                         });
    }
}
