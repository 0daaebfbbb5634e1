// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Small random cases in which claims tell of several features and cover for, or contradict, each other; random rules;
/// and the same case with some of its rows only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/typology.hpp>

#include "support/random_states.hpp"
#include "support/tables.hpp"

namespace support {

/// Three documents by two authors; Alpha may be a member of the bloc, as any of the claims tells, which then may tell
/// of nothing else. All other claims have one to three rows. No defect.
template <trimode::Named E>
std::vector<trimode::Coding<E>> random_rows(Tables& tables, Random& random, const std::vector<E>& features,
                                            std::size_t claims) {
    using namespace trimode;
    static const std::vector<std::string_view> periods{
        "2010",       "2011",       "2010/2011",     "2010-06/2011-03", "2010~/2011",      "2010-06-10",
        "2011-02-01", "2010-03/..", "2010-07-01/..", "2011-01/2011-05", "2010-11/2010-12", "2010-12/2011-01",
        "2011/",      "/2010"};
    for (const std::string_view published : {"2012-06", "2013", "2011-03"}) tables.add_source(date(published));
    tables.sources[0].author = tables.sources[2].author = "One";
    tables.sources[1].author = "Two";
    std::vector<Coding<E>> rows;
    std::size_t source = 0;
    for (std::size_t i = 0; i < claims; ++i) {
        if (source < 2 && random.chance(claims / 3 + 1)) ++source;
        Claim claim;
        claim.aspect = random.pick(std::vector<Aspect>{Aspect::event, Aspect::onset, Aspect::end, Aspect::state,
                                                       Aspect::state, Aspect::state});
        const bool turns = claim.aspect == Aspect::onset || claim.aspect == Aspect::end;
        do claim.period = period(random.pick(periods));
        while ((turns && !claim.period.from.dated()) ||
               (claim.period.from.dated() &&
                claim.period.from.date.days().first > tables.sources[source].published.days().last) ||
               (claim.period.to.dated() &&
                claim.period.to.date.days().first > tables.sources[source].published.days().last));
        if (random.chance(12)) claim.modality = Modality::alleged;
        const ClaimIndex at = tables.add(claim, source);
        std::set<std::pair<std::size_t, std::size_t>> places;  // partner, feature
        for (std::size_t row = 1 + random.below(3); row > 0; --row) {
            const PartnerIndex partner = random.chance(4)    ? Tables::bloc
                                         : random.chance(10) ? Tables::beta
                                                             : Tables::alpha;
            places.emplace(partner.value, index(random.pick(features)));
        }
        for (const auto& [partner, feature] : places) {
            Coding<E> row{at,
                          PartnerIndex{static_cast<std::uint8_t>(partner)},
                          static_cast<E>(feature),
                          random.chance(6) ? Tells::fails : Tells::holds,
                          {}};
            // Now and then of another time than its claim, so that one claim can tell before and after a day.
            if (claim.aspect == Aspect::state && random.chance(3)) row.period = period(random.pick(periods));
            rows.push_back(row);
        }
    }
    if (random.chance(2)) {
        const ClaimIndex claim{static_cast<std::uint16_t>(random.below(claims))};
        Membership row{Tables::alpha, Tables::bloc, claim, {}, true};
        if (random.chance(2)) row.period = period("2010-06/2011-06");
        tables.memberships.push_back(row);
        if (random.chance(2)) std::erase_if(rows, [&](const Coding<E>& coding) { return coding.claim == claim; });
    }
    return rows;
}

/// The dataset with these rows as its codings of the enumeration.
template <trimode::Named E>
trimode::Dataset with_rows(trimode::Dataset data, const std::vector<trimode::Coding<E>>& rows) {
    if constexpr (std::is_same_v<E, trimode::Condition>) data.conditions = rows;
    if constexpr (std::is_same_v<E, trimode::Conduct>) data.conduct = rows;
    if constexpr (std::is_same_v<E, trimode::Determinant>) data.determinants = rows;
    return data;
}

/// Rules for one or more labels over some features: a few terms of up to four literals.
template <trimode::Named Label, trimode::Named E>
trimode::Typology<Label, E> random_rules(Random& random, const std::vector<E>& features,
                                         const std::vector<Label>& labels) {
    using namespace trimode;
    Typology<Label, E> rules;
    for (const Label label : labels) {
        typename Formula<E>::Terms terms;
        for (std::size_t size = 1 + random.below(3); size > 0; --size) {
            Cube term;
            for (const E feature : features) {
                const std::uint32_t bit = std::uint32_t{1} << index(feature);
                const std::size_t choice = random.below(5);
                if (choice == 0) term.holding |= bit;
                if (choice == 1 && random.chance(2)) term.failing |= bit;
            }
            if (term.size() == 0 && !random.chance(20))
                term.holding |= std::uint32_t{1} << index(random.pick(features));
            CHECK(terms.append(term));
        }
        CHECK(rules.add({label, Formula<E>(terms), ""}).fault == Fault::none);
    }
    return rules;
}

/// The rows of some claims only.
template <trimode::Named E, class Wanted>
std::vector<trimode::Coding<E>> rows_of(const std::vector<trimode::Coding<E>>& rows, Wanted&& wanted) {
    std::vector<trimode::Coding<E>> some;
    for (const auto& row : rows) {
        if (wanted(row)) some.push_back(row);
    }
    return some;
}

}  // namespace support
