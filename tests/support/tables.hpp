// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Small datasets for tests: tables that grow, and a dataset that looks at them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/dataset.hpp>

namespace support {

/// The period of a text. The test fails when it is none.
inline trimode::Period period(std::string_view edtf) {
    const auto result = trimode::parse_period(edtf);
    CHECK_MESSAGE(result.ok(), "not a period: ", std::string(edtf));
    return *result;
}

/// The date of a text. The test fails when it is none.
inline trimode::Date date(std::string_view edtf) {
    const auto result = trimode::parse_date(edtf);
    CHECK_MESSAGE(result.ok(), "not a date: ", std::string(edtf));
    return *result;
}

/// The first and the last day of a date.
inline trimode::Day first_day(std::string_view edtf) { return date(edtf).days().first; }
inline trimode::Day last_day(std::string_view edtf) { return date(edtf).days().last; }

/// All days of a period with two dates, or of one date.
inline trimode::Days days(std::string_view edtf) {
    const auto found = period(edtf);
    return {found.from.date.days().first, found.to.date.days().last};
}

/// The day as text, for messages.
inline std::string show(trimode::Day day) {
    const auto found = trimode::Date::of_day(day);
    return found ? std::string(trimode::edtf(*found).view()) : std::to_string(day);
}
inline std::string show(const trimode::Period& at) { return std::string(trimode::edtf(at).view()); }

/// The tables of a case. Four partners: two states, a bloc and the world; by default no memberships.
class Tables {
public:
    static constexpr trimode::PartnerIndex alpha{0};
    static constexpr trimode::PartnerIndex beta{1};
    static constexpr trimode::PartnerIndex bloc{2};
    static constexpr trimode::PartnerIndex world{3};

    std::vector<trimode::Source> sources;
    std::vector<trimode::Section> sections;
    std::vector<trimode::Partner> partners{
        {"alpha", "Alpha", trimode::PartnerKind::state, "", 0, "first a1"},
        {"beta", "Beta", trimode::PartnerKind::state, "", 0, ""},
        {"bloc", "Bloc", trimode::PartnerKind::bloc, "", 0, "group"},
        {"world", "World", trimode::PartnerKind::world, "", 0, ""},
    };
    std::vector<trimode::Membership> memberships;
    std::vector<trimode::Claim> claims;
    std::vector<trimode::Coding<trimode::Condition>> conditions;
    std::vector<trimode::Coding<trimode::Conduct>> conduct;
    std::vector<trimode::Coding<trimode::Determinant>> determinants;
    std::vector<trimode::Coding<trimode::Obligation>> obligations;
    std::vector<trimode::Coding<trimode::Leverage>> leverages;
    std::vector<trimode::Coding<trimode::Mode>> modes;
    std::vector<trimode::Coding<trimode::Stage>> stages;
    std::vector<trimode::Judgement> judgements;
    std::vector<trimode::Measurement> measurements;
    std::vector<trimode::Matter> matters;
    std::vector<trimode::Position> positions;
    std::vector<trimode::UncodedBlock> uncoded;
    trimode::Period time = trimode::during("1990/2025");

    Tables() = default;
    /// With one source for each date of publication.
    explicit Tables(std::initializer_list<std::string_view> published) {
        for (const std::string_view text : published) add_source(date(text));
    }
    /// A copy of all tables of a dataset, to be changed.
    explicit Tables(const trimode::Dataset& data)
        : sources(data.sources.begin(), data.sources.end()),
          sections(data.sections.begin(), data.sections.end()),
          partners(data.partners.begin(), data.partners.end()),
          memberships(data.memberships.begin(), data.memberships.end()),
          claims(data.claims.begin(), data.claims.end()),
          conditions(data.conditions.begin(), data.conditions.end()),
          conduct(data.conduct.begin(), data.conduct.end()),
          determinants(data.determinants.begin(), data.determinants.end()),
          obligations(data.obligations.begin(), data.obligations.end()),
          leverages(data.leverages.begin(), data.leverages.end()),
          modes(data.modes.begin(), data.modes.end()),
          stages(data.stages.begin(), data.stages.end()),
          judgements(data.judgements.begin(), data.judgements.end()),
          measurements(data.measurements.begin(), data.measurements.end()),
          matters(data.matters.begin(), data.matters.end()),
          positions(data.positions.begin(), data.positions.end()),
          uncoded(data.uncoded.begin(), data.uncoded.end()),
          time(data.time) {}
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    void add_source(trimode::Date published) {
        trimode::Source source;
        source.id = "source";
        source.published = published;
        source.blocks = 999;
        sources.push_back(source);
    }

    /// Adds a claim of a source about all partners, with the next free id of its document. Sources in ascending order keep
    /// the table sorted.
    trimode::ClaimIndex add(trimode::Claim claim, std::size_t source = 0) {
        std::string id = std::to_string(1000000 + source * 1000 + claims.size() + 1).substr(1);
        id.insert(3, ".");
        id += 'a';
        ids_.push_back(id);
        claim.id = ids_.back();
        if (claim.partners.empty()) claim.partners.bits = 15;
        if (claim.statement.empty()) claim.statement = "Something is so.";
        claims.push_back(claim);
        return {static_cast<std::uint16_t>(claims.size() - 1)};
    }
    /// Adds a claim of this aspect and period.
    trimode::ClaimIndex add(trimode::Aspect aspect, std::string_view at, std::size_t source = 0) {
        trimode::Claim claim;
        claim.aspect = aspect;
        claim.period = period(at);
        return add(claim, source);
    }

    [[nodiscard]] trimode::Dataset dataset() const {
        trimode::Dataset data;
        data.id = "test";
        data.title = "A case for tests";
        data.state = "State";
        data.edition = 1;
        data.time = time;
        data.sources = sources;
        data.sections = sections;
        data.partners = partners;
        data.memberships = memberships;
        data.claims = claims;
        data.conditions = conditions;
        data.conduct = conduct;
        data.determinants = determinants;
        data.obligations = obligations;
        data.leverages = leverages;
        data.modes = modes;
        data.stages = stages;
        data.judgements = judgements;
        data.measurements = measurements;
        data.matters = matters;
        data.positions = positions;
        data.uncoded = uncoded;
        return data;
    }

private:
    std::deque<std::string> ids_;  ///< does not move its elements
};

/// Random numbers that are the same everywhere. Source: Steele, Lea and Flood, SplitMix (2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// From 0 to below `count`.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    template <class T>
    const T& pick(const std::vector<T>& values) {
        return values[below(values.size())];
    }

private:
    std::uint64_t state_;
};

}  // namespace support
