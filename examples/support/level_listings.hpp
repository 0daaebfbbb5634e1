// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Further questions about levels of dependency, each answered by a list: whom one believes, two dates compared, who
/// else is told to give, and one level for all issue areas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trimode/inference/aggregate.hpp>
#include <trimode/inference/dependency_change.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/believed.hpp"
#include "support/levels.hpp"
#include "support/listing.hpp"

namespace support {

inline constexpr std::string_view level_legend =
    "[high] is measured, high judged; ? nothing told, ! contested, ~ rests on inference, any: no level is ruled out.\n";

/// Calls `visit(partner, area, route)` for each cell and route, in the order of the matrix.
template <class Visit>
void for_each_level(const LevelQuestion& question, Visit&& visit) {
    for (const auto partner : question.partners) {
        for (const auto area : question.areas) {
            for (const auto route : question.routes) {
                if (question.leads(route, area)) visit(partner, area, route);
            }
        }
    }
}

/// The levels if one author alone is believed, and the authors without whom they would be others.
[[nodiscard]] inline Listing as_told_by(const LevelQuestion& question) {
    const auto authors = witnesses(question.data, question.admission);
    Listing listing{"Whom one believes, " + question.date() + question.heading_end()};
    listing.columns = {"partner", "issue_area", "date", "route", "all"};
    for (const Witness& author : authors) listing.columns.push_back(author.family());
    listing.columns.emplace_back("hangs_on");
    listing.legend =
        "Under each author: the levels if nobody else is believed. Hangs on: without this author the levels "
        "of all\nare others. Two texts by one author count as one witness.\n" +
        std::string(level_legend);
    for_each_level(question, [&](trimode::PartnerIndex partner, trimode::IssueArea area, trimode::Route route) {
        const auto text_by = [&](trimode::Sources sources) {
            return entry_text(question.asked_of(sources).entry(partner, area, question.at, route));
        };
        const MatrixEntry all = question.entry(partner, area, question.at, route);
        ListingRow row{{all.partner, std::string(trimode::name(area)), all.date, std::string(trimode::name(route)),
                        entry_text(all)},
                       all.found.told};
        std::vector<std::string> decisive;
        for (const Witness& author : authors) {
            row.fields.push_back(text_by(author.sources));
            if (text_by(~author.sources) != entry_text(all)) decisive.push_back(author.family());
        }
        row.fields.push_back(join(decisive, ", "));
        listing.evidence.push_back({all});
        listing.rows.push_back(row);
    });
    return listing;
}

/// How the levels of one date move to those of another.
[[nodiscard]] inline Listing compared(const LevelQuestion& question, const trimode::Period& then) {
    const std::string other(trimode::edtf(then).view());
    Listing listing{"Tajikistan's dependency on its partners, " + question.date() + " and " + other +
                    question.heading_end()};
    listing.columns = {"partner", "issue_area", "route", "date", "levels", "other_date", "other_levels", "movement"};
    listing.legend =
        "risen, fallen: all levels of the second date lie above, below all of the first; same: one level, and the "
        "same;\n"
        "not_comparable: the levels that are possible overlap, or nothing is told of one date.\n" +
        std::string(level_legend);
    for_each_level(question, [&](trimode::PartnerIndex partner, trimode::IssueArea area, trimode::Route route) {
        const MatrixEntry before = question.entry(partner, area, question.at, route);
        const MatrixEntry after = question.entry(partner, area, then, route);
        const auto moved = trimode::change_between(before.found.levels, after.found.levels);
        listing.rows.push_back(
            {{before.partner, std::string(trimode::name(area)), std::string(trimode::name(route)), before.date,
              entry_text(before), other, entry_text(after), std::string(trimode::name(moved))},
             before.found.told || after.found.told});
        listing.evidence.push_back({before, after});
    });
    return listing;
}

/// Who else is told to give what a partner gives.
[[nodiscard]] inline Listing replacements(const LevelQuestion& question) {
    Listing listing{"Who else is told to give, " + question.date() + question.heading_end()};
    listing.columns = {"partner", "issue_area", "date", "route", "levels", "other", "other_levels"};
    listing.legend =
        "Other: by the same route surely more than no dependency on this one, too; the highest first; empty: nobody.\n"
        "Whether what one gives can take the place of what another gives no level says. Groups of a partner, and its\n"
        "own members, are not others.\n" +
        std::string(level_legend);
    for_each_level(question, [&](trimode::PartnerIndex partner, trimode::IssueArea area, trimode::Route route) {
        const MatrixEntry own = question.entry(partner, area, question.at, route);
        listing.evidence.push_back({own});
        const auto add = [&](const std::string& other, const std::string& levels) {
            listing.rows.push_back({{own.partner, std::string(trimode::name(area)), own.date,
                                     std::string(trimode::name(route)), entry_text(own), other, levels},
                                    own.found.told});
        };
        bool any = false;
        trimode::for_each_replacement(
            question.data, partner, area, question.at, route, question.admission,
            [&](const trimode::Replacement& found) {
                any = true;
                const MatrixEntry other = question.entry(found.partner, area, question.at, route);
                add(other.partner, entry_text(other));
                listing.evidence.back().push_back(other);
            },
            question.scale());
        if (!any) add("", "");
    });
    return listing;
}

/// One level for all issue areas by counting, for each partner and route. The economy as a whole is left out: it is
/// trade, debt, investment and aid once more.
[[nodiscard]] inline Listing aggregated(const LevelQuestion& question) {
    Listing listing{"One level for all issue areas, " + question.date() + question.heading_end()};
    listing.columns = {"partner", "date", "route", "aggregate", "known_areas", "areas", "refused"};
    listing.legend =
        "critical: one area critical and another at least high; high: two at least high, or one critical; medium: one\n"
        "high or two medium; else low (our own convention). Aid and debt count once; the economy as a whole is left "
        "out.\n"
        "Areas that are unknown widen the answer; with fewer than half of them known there is none.\n";
    for (const auto partner : question.partners) {
        for (const auto route : question.routes) {
            std::vector<trimode::AreaLevels> levels;
            for (const auto area : question.areas) {
                if (area == trimode::IssueArea::economy || !question.leads(route, area)) continue;
                const MatrixEntry entry = question.entry(partner, area, question.at, route);
                levels.push_back({area, entry.found.levels});
                listing.evidence.push_back({entry});
            }
            const trimode::Aggregate found = trimode::aggregate(levels);
            const bool refused = found.fault != trimode::AggregateFault::none;
            listing.rows.push_back(
                {{std::string(question.data.partner(partner).id), question.date(), std::string(trimode::name(route)),
                  refused ? "" : trimode::level_text(found.levels), std::to_string(found.coverage.known),
                  std::to_string(found.coverage.areas), refused ? std::string(trimode::name(found.fault)) : ""},
                 found.coverage.known != 0});
        }
    }
    return listing;
}

}  // namespace support
