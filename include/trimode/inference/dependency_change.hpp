// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// More questions about dependency: which claims stand behind the ends of a level set, how two dates compare, and which
/// other partners are told to give the same.
/// Layer: inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <trimode/domain/issue_area.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/evidence/told.hpp>
#include <trimode/framework/dependency_scale.hpp>
#include <trimode/inference/dependency.hpp>

namespace trimode {

// ---- the claims behind each end -------------------------------------------------------------------------------------

/// A claim that stands behind an end of a level set, or behind both.
struct BoundTelling {
    const Claim* claim = nullptr;
    bool lower = false;  ///< Behind the lowest of the levels.
    bool upper = false;  ///< Behind the highest of them.
};

namespace detail {

/// The lowest and the highest of some levels.
struct Bounds {
    Level lower = Level::critical;
    Level upper = Level::none;
    constexpr explicit Bounds(Set<Level> levels) noexcept {
        for (const Level level : levels) {
            if (level < lower) lower = level;
            if (level > upper) upper = level;
        }
    }
};

/// The claims of a table that bear on a partner in an issue area, each once; those beyond the room are left out.
struct BearingClaims {
    std::array<ClaimIndex, 64> claims{};
    std::size_t size = 0;

    [[nodiscard]] constexpr std::size_t place(ClaimIndex claim) const noexcept {
        std::size_t at = 0;
        while (at < size && claims[at] != claim) ++at;
        return at;
    }
    constexpr void add(ClaimIndex claim) noexcept {
        if (size < claims.size() && place(claim) == size) claims[size++] = claim;
    }
    /// Takes the rows of all claims but those of the set. Bit i of it stands for the claim in place i.
    [[nodiscard]] constexpr auto all_but(std::uint64_t left_out) const noexcept {
        return [this, left_out](const auto& row) {
            const std::size_t at = place(row.claim);
            return at == size || ((left_out >> at) & 1U) == 0;
        };
    }
};

/// Calls `visit(BoundTelling)` for each of these claims that stands behind an end. `bounds(take)` reads by the rows
/// that are taken.
template <class Reading, class Visit>
constexpr void for_each_behind(const Dataset& data, const BearingClaims& claims, const Reading& bounds, Visit&& visit) {
    const std::uint64_t everybody = ~std::uint64_t{0};
    const Bounds all = bounds(EveryRow{});
    const Bounds untold = bounds(claims.all_but(everybody));
    const auto stands_behind = [&](std::size_t one, Level Bounds::*end) {
        const std::uint64_t itself = std::uint64_t{1} << one;
        if (bounds(claims.all_but(itself)).*end != all.*end) return true;
        if (untold.*end != all.*end && bounds(claims.all_but(everybody & ~itself)).*end == all.*end) return true;
        std::uint64_t left_out = 0;
        for (std::size_t i = 0; i < claims.size; ++i) {
            if (i == one) continue;
            const std::uint64_t further = left_out | std::uint64_t{1} << i;
            if (bounds(claims.all_but(further)).*end == all.*end) left_out = further;
        }
        return bounds(claims.all_but(left_out | itself)).*end != all.*end;
    };
    for (std::size_t i = 0; i < claims.size; ++i) {
        const BoundTelling found{&data.claim(claims.claims[i]), stands_behind(i, &Bounds::lower),
                                 stands_behind(i, &Bounds::upper)};
        if (found.lower || found.upper) visit(found);
    }
}

}  // namespace detail

/// Calls `visit(BoundTelling)` for each claim behind an end of the levels that `dependency` gives for the same
/// arguments, in the order of the table, each once. A claim stands behind an end when
/// - without it that end would be another: it bounds the set, or it widens it; or
/// - it alone gives that end, and nothing told would not; or
/// - it and others give it together, and others again would: all that can be spared are left out, one by one in the
///   order of the table, as long as the end stays; then without it, too, the end would be another.
/// All three are found by reading again. An end that is what it would be with nothing told has nobody behind it, unless
/// somebody widens the set to it.
/// Cost: readings in the square of the claims that bear on the partner in the area; no allocation. Of more than 64 such
/// claims the further ones are always believed and not shown.
template <class Visit>
constexpr void for_each_bound_telling(const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at,
                                      Route route, const Admission& admission, Visit&& visit,
                                      const DependencyScale& scale = default_scale) {
    const Days asked = asked_days(data, at);
    detail::BearingClaims claims;
    const auto add = [&](const auto& row, const detail::Bearing&) { claims.add(row.claim); };
    if (route == Route::judged) {
        detail::for_each_in_area(data, data.judgements, partner, area, admission, add);
    } else if (area == IssueArea::security) {
        for (const Coding<Obligation>& row : data.obligations) {
            if (detail::bearing(data, row, partner, admission).bears) claims.add(row.claim);
        }
    } else {
        detail::for_each_in_area(data, data.measurements, partner, area, admission, add);
    }
    const auto bounds = [&](const auto& take) {
        return detail::Bounds(route == Route::judged
                                  ? detail::judged_by(data, partner, area, asked, admission, take).levels
                                  : detail::measured_by(data, partner, area, asked, admission, scale, take).levels);
    };
    detail::for_each_behind(data, claims, bounds, visit);
}

// ---- two dates compared ---------------------------------------------------------------------------------------------

/// How the levels of two dates compare.
enum class Movement : std::uint8_t {
    risen,           ///< Every level that is possible then lies above every one before.
    fallen,          ///< Every one lies below.
    same,            ///< One level is possible at each, and it is the same.
    not_comparable,  ///< The sets overlap: risen, fallen and the same may all be true, or two of them.
};

/// The spellings of Movement.
consteval auto names_of(Movement) { return names<Movement>("risen", "fallen", "same", "not_comparable"); }

/// From one set of levels to another. An empty set compares with nothing.
[[nodiscard]] constexpr Movement change_between(Set<Level> at, Set<Level> then) noexcept {
    if (at.empty() || then.empty()) return Movement::not_comparable;
    const detail::Bounds one(at);
    const detail::Bounds other(then);
    if (other.lower > one.upper) return Movement::risen;
    if (other.upper < one.lower) return Movement::fallen;
    return at == then && one.lower == one.upper ? Movement::same : Movement::not_comparable;
}

/// Two dates, and how the levels changed from the one to the other.
struct DependencyChange {
    Movement change = Movement::not_comparable;
    Dependency at{};
    Dependency then{};
};

/// How dependency on a partner in an issue area changed, by one route. Where nothing is told of one of the two dates
/// all its levels are possible, and they do not compare.
[[nodiscard]] constexpr DependencyChange change_between(const Dataset& data, PartnerIndex partner, IssueArea area,
                                                        const Period& at, const Period& then, Route route,
                                                        const Admission& admission = {},
                                                        const DependencyScale& scale = default_scale) noexcept {
    DependencyChange found;
    found.at = dependency(data, partner, area, at, route, admission, scale);
    found.then = dependency(data, partner, area, then, route, admission, scale);
    found.change = change_between(found.at.levels, found.then.levels);
    return found;
}

// ---- who could replace whom -----------------------------------------------------------------------------------------

/// A partner that is told to give in an issue area, too.
struct Replacement {
    PartnerIndex partner{};
    Dependency dependency{};  ///< How dependent the state is on this one; never none.
};

/// Calls `visit(Replacement)` for each other partner that is told to give in the same issue area: by this route the
/// state is surely more than not dependent on it. Left out are the groups to which the partner belongs, and its own
/// members: they are not others.
///
/// A partner whose levels all lie above those of another comes before it. No more of an order is told: of two that
/// overlap the one comes first whose lowest level is higher, or else whose highest level is, or else which stands first
/// in the table; that is for the eye. Whether what one gives can take the place of what another gives no level says.
/// Cost: one reading for each partner; no allocation. Partners beyond the 64 that a dataset can have are not looked at.
template <class Visit>
constexpr void for_each_replacement(const Dataset& data, PartnerIndex partner, IssueArea area, const Period& at,
                                    Route route, const Admission& admission, Visit&& visit,
                                    const DependencyScale& scale = default_scale) {
    std::array<Dependency, 64> found{};
    const std::size_t size = data.partners.size() < found.size() ? data.partners.size() : found.size();
    for (std::size_t i = 0; i < size; ++i) {
        const PartnerIndex other{static_cast<std::uint8_t>(i)};
        bool apart = other != partner;
        for (const Membership& row : data.memberships) {
            if ((row.member == partner && row.group == other) || (row.member == other && row.group == partner))
                apart = false;
        }
        found[i] = apart ? dependency(data, other, area, at, route, admission, scale) : Dependency{};
    }
    const auto by_end = [&](Level lower, Level upper) {
        for (std::size_t i = 0; i < size; ++i) {
            const detail::Bounds bounds(found[i].levels);
            if (!found[i].told || bounds.lower != lower || bounds.upper != upper) continue;
            visit(Replacement{PartnerIndex{static_cast<std::uint8_t>(i)}, found[i]});
        }
    };
    for (const Level lower : {Level::critical, Level::high, Level::medium, Level::low}) {
        for (const Level upper : {Level::critical, Level::high, Level::medium, Level::low}) by_end(lower, upper);
    }
}

}  // namespace trimode
