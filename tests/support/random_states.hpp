// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Small random datasets: a few codings with every aspect and every kind of end, memberships, two documents.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/told.hpp>

#include "support/tables.hpp"

namespace support {

/// How far a random dataset goes.
struct Range {
    bool decades = false;  ///< Dates such as 200X, too.
    bool corners = false;  ///< Also what is rare: inferred onsets and single dates, turns of a group that a partner joins, and the like.
};

/// Fills the tables with random codings of these features and returns them. The datasets have no defect.
template <trimode::Named E>
std::vector<trimode::Coding<E>> random_codings(Tables& tables, Random& random, const std::vector<E>& features,
                                               Range range) {
    using namespace trimode;
    static const std::vector<std::string_view> published{"2011-10-10", "2012-03", "2012", "2011-06"};
    static const std::vector<std::string_view> plain{
        "2010-03-05",    "2010-11",    "2011",       "2012",       "2010~",          "2011-02~",       "2010-06-10~",
        "2010/2011",     "2010-07/..", "2010~/..",   "2011-05-05/..", "2010-02/2010-09-15", "2010-05~/2011", "2010/2011-03~",
        "2010-12-31/2011-01-01", "2010/", "2011-03/", "/2010",     "/2011-04-04",    "../2010",        "../2011-02",
        "/..",           "/",          "2011-01-31", "2010-08~/2011-02~"};
    static const std::vector<std::string_view> decades{"200X", "201X", "200X/2010", "2010/201X", "200X/..",
                                                       "200X~", "200X/", "200X~/2011", "200X/201X", "2009/2010"};
    static const std::vector<std::string_view> member_periods{"/", "2010-06/2011-06", "2011/", "/2010", "2010-02-03/2010-10"};
    for (int i = 0; i < 2; ++i) tables.add_source(date(random.pick(published)));
    if (random.chance(3)) tables.sources[1].author = "another";
    std::vector<Coding<E>> codings;
    const std::size_t rows = 1 + random.below(5);
    const std::size_t of_first = random.below(rows + 1);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::size_t source = i < of_first ? 0 : 1;
        Claim claim;
        claim.aspect = random.pick(std::vector<Aspect>{Aspect::event, Aspect::onset, Aspect::end, Aspect::state,
                                                       Aspect::state, Aspect::generic});
        Coding<E> coding;
        coding.partner = random.chance(3) ? Tables::bloc : random.chance(5) ? Tables::beta : Tables::alpha;
        coding.feature = random.pick(features);
        coding.tells = random.chance(3) ? Tells::fails : Tells::holds;
        if (!range.corners && coding.partner == Tables::bloc &&
            (claim.aspect == Aspect::onset || claim.aspect == Aspect::end)) {
            claim.aspect = Aspect::state;
        }
        const bool turns = claim.aspect == Aspect::onset || claim.aspect == Aspect::end;
        const auto pick = [&] { return period(random.pick(range.decades && !random.chance(3) ? decades : plain)); };
        const Day latest = tables.sources[source].published.days().last;
        const auto fits = [&](const Period& at) {
            if (turns && !at.from.dated()) return false;
            // An undated present without its last day has tests of its own.
            if (claim.aspect == Aspect::generic && at.from.dated() && at.to.kind == End::Kind::unknown) return false;
            if (turns && !range.corners && at.to.dated() && !at.single() &&
                (at.to.date.is_about() || at.to.date.precision() == Precision::decade)) {
                return false;
            }
            return (!at.from.dated() || at.from.date.days().first <= latest) &&
                   (!at.to.dated() || at.to.date.days().first <= latest);
        };
        do claim.period = pick();
        while (!fits(claim.period));
        if (random.chance(6)) {
            do coding.period = pick();
            while (!fits(coding.period));
        }
        const bool two_ends = claim.period.from.dated() && !claim.period.single() &&
                              claim.period.to.kind != End::Kind::unknown && coding.period.undated();
        if (range.corners || (two_ends && !turns)) {
            if (random.chance(4)) claim.from = Basis::inferred;
            if (random.chance(5)) claim.to = Basis::inferred;
            // A single date has one origin.
            if (claim.period.single() || coding.period.single()) claim.to = claim.from;
        }
        if (random.chance(10)) {
            claim.voice = Voice::state;
            claim.stance = random.chance(2) ? Stance::adopted : Stance::neutral;
        }
        if (random.chance(12)) claim.modality = Modality::alleged;
        coding.claim = tables.add(claim, source);
        codings.push_back(coding);
    }
    const std::size_t memberships = random.below(2);
    for (std::size_t i = 0; i < memberships; ++i) {
        Membership row;
        row.member = Tables::alpha;
        row.group = Tables::bloc;
        row.period = period(random.pick(member_periods));
        row.told_by_group = !random.chance(5);
        row.claim.value = static_cast<std::uint16_t>(random.below(rows));
        tables.memberships.push_back(row);
    }
    return codings;
}

/// Sometimes strict, sometimes without one of the documents.
inline trimode::Admission random_admission(Random& random) {
    trimode::Admission admission;
    admission.strict = random.chance(3);
    if (random.chance(8)) admission.sources = 1U << random.below(2);
    return admission;
}

/// The rows as text, for messages.
template <trimode::Named E>
std::string show(const Tables& tables, const std::vector<trimode::Coding<E>>& codings) {
    using namespace trimode;
    std::string text;
    for (const Coding<E>& coding : codings) {
        const Claim& claim = tables.claims[coding.claim.value];
        text += "\n  " + std::string(name(claim.aspect)) + " " + show(claim.period);
        if (!coding.period.undated()) text += " (coded " + show(coding.period) + ")";
        if (claim.from == Basis::inferred) text += " from inferred";
        if (claim.to == Basis::inferred) text += " to inferred";
        if (claim.stance == Stance::neutral) text += " neutral";
        if (claim.modality == Modality::alleged) text += " alleged";
        text += " published " + std::string(edtf(tables.sources[claim.source()].published).view()) + " partner " +
                std::to_string(coding.partner.value) + " " + std::string(name(coding.feature)) + " " +
                std::string(name(coding.tells));
    }
    for (const Membership& row : tables.memberships) {
        text += "\n  member of the bloc " + show(row.period) + (row.told_by_group ? "" : " not told by group") + ", as claim " +
                std::to_string(row.claim.value) + " says" + (tables.sources[0].author == tables.sources[1].author ? "" : "; two authors");
    }
    return text;
}

}  // namespace support
