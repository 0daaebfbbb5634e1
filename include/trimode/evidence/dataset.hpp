// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Dataset: the tables of one case. Whether they fit together is asked in <trimode/evidence/defect.hpp>.
/// Layer: evidence.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/leverage.hpp>
#include <trimode/domain/mode.hpp>
#include <trimode/domain/obligation.hpp>
#include <trimode/domain/partner.hpp>
#include <trimode/domain/stage.hpp>
#include <trimode/evidence/claim.hpp>
#include <trimode/evidence/coding.hpp>
#include <trimode/evidence/matter.hpp>
#include <trimode/evidence/source.hpp>

namespace trimode {

/// That a partner belongs to a group, and whether what the author tells of the group tells of this member.
struct Membership {
    PartnerIndex member{};
    PartnerIndex group{};
    ClaimIndex claim{};
    Period period = detail::undated;  ///< Undated: for as long as the dataset speaks.
    /// The author says that what is told of the group tells of its members. Then what he tells of it does; what others tell
    /// of a group of that name does not.
    bool told_by_group = false;
};

/// The tables of one case. Data is always an argument: ours is one instance, a user's tables are seen in the same way.
struct Dataset {
    std::string_view id{};
    std::string_view title{};
    std::string_view state{};        ///< Whose foreign policy it is.
    std::uint16_t edition = 0;       ///< Counts up with every change of the tables.
    Period time{};                   ///< Of which years the sources speak.
    RowSpan<Source> sources{};
    RowSpan<Section> sections{};
    RowSpan<Partner> partners{};
    RowSpan<Membership> memberships{};
    RowSpan<Claim> claims{};
    RowSpan<Coding<Condition>> conditions{};
    RowSpan<Coding<Conduct>> conduct{};
    RowSpan<Coding<Determinant>> determinants{};
    RowSpan<Coding<Obligation>> obligations{};
    RowSpan<Coding<Leverage>> leverages{};  ///< In the issue area of the claim.
    /// What the authors say themselves: which mode a relationship is in, which stage the policy has reached. A verdict is
    /// compared with it (inference/attribution.hpp); it is never evidence for one.
    RowSpan<Coding<Mode>> modes{};
    RowSpan<Coding<Stage>> stages{};
    RowSpan<Judgement> judgements{};
    RowSpan<Measurement> measurements{};
    RowSpan<Matter> matters{};         ///< Questions on which documents can be compared.
    RowSpan<Position> positions{};
    RowSpan<UncodedBlock> uncoded{};   ///< Blocks without a claim, and why.

    /// The codings of one enumeration.
    template <class E>
        requires std::same_as<E, Condition> || std::same_as<E, Conduct> || std::same_as<E, Determinant> ||
                 std::same_as<E, Obligation> || std::same_as<E, Leverage> || std::same_as<E, Mode> || std::same_as<E, Stage>
    [[nodiscard]] constexpr RowSpan<Coding<E>> codings() const noexcept {
        if constexpr (std::same_as<E, Condition>) {
            return conditions;
        } else if constexpr (std::same_as<E, Conduct>) {
            return conduct;
        } else if constexpr (std::same_as<E, Determinant>) {
            return determinants;
        } else if constexpr (std::same_as<E, Obligation>) {
            return obligations;
        } else if constexpr (std::same_as<E, Leverage>) {
            return leverages;
        } else if constexpr (std::same_as<E, Mode>) {
            return modes;
        } else {
            return stages;
        }
    }

    /// The claim of a coding, judgement, measurement or membership.
    [[nodiscard]] constexpr const Claim& claim(ClaimIndex at) const noexcept { return claims[at.value]; }
    [[nodiscard]] constexpr const Partner& partner(PartnerIndex at) const noexcept { return partners[at.value]; }
    /// The document of a claim.
    [[nodiscard]] constexpr const Source& source(const Claim& claim) const noexcept { return sources[claim.source()]; }
};

namespace detail {
/// The place of a row by its id in a table that is sorted by id. The number of rows when there is none. Cost: logarithmic.
template <class Row>
[[nodiscard]] constexpr std::size_t place_by_id(RowSpan<Row> rows, std::string_view id) noexcept {
    std::size_t first = 0;
    std::size_t last = rows.size();
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        if (rows[middle].id < id) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return first < rows.size() && rows[first].id == id ? first : rows.size();
}
}  // namespace detail

/// The place of a partner by id or alias. Error: empty when there is none. Cost: logarithmic by id, linear by alias.
template <class Use = OnUse>
[[nodiscard]] constexpr std::optional<Used<Use, PartnerIndex>> find_partner(Used<Use, RowSpan<Partner>> partners,
                                                                            std::string_view id) noexcept {
    std::size_t at = detail::place_by_id(partners, id);
    for (std::size_t i = 0; at == partners.size() && i < partners.size(); ++i) {
        if (detail::has_word(partners[i].aliases, id)) at = i;
    }
    if (at == partners.size()) return std::nullopt;
    return PartnerIndex{static_cast<std::uint8_t>(at)};
}

/// The place of a claim by id. Error: empty when there is none. Cost: logarithmic.
template <class Use = OnUse>
[[nodiscard]] constexpr std::optional<Used<Use, ClaimIndex>> find_claim(Used<Use, RowSpan<Claim>> claims,
                                                                        std::string_view id) noexcept {
    const std::size_t at = detail::place_by_id(claims, id);
    if (at == claims.size()) return std::nullopt;
    return ClaimIndex{static_cast<std::uint16_t>(at)};
}

/// Whether a claim stands in a block of its document: its main block, or one of the range of which that is the first.
[[nodiscard]] constexpr bool stands_in(const Claim& claim, std::size_t block) noexcept {
    return claim.block() == block || (claim.block() < block && block <= claim.last_block);
}

/// The heading above a claim, as in `Section`. Empty above the first heading.
[[nodiscard]] constexpr std::string_view section(const Dataset& data, const Claim& claim) noexcept {
    std::string_view heading;
    for (const Section& section : data.sections) {
        if (section.source == claim.source() && section.block <= claim.block()) heading = section.heading;
    }
    return heading;
}

}  // namespace trimode
