// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Defect: what can be wrong with the tables of a dataset, and the check that they fit together.
/// Layer: evidence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/names.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/row_span.hpp>
#include <trimode/evidence/dataset.hpp>

namespace trimode {

/// What can be wrong with a dataset.
enum class Defect : std::uint8_t {
    none,
    source_without_blocks,
    too_many_sources,             ///< More than 32.
    sections_not_in_order,        ///< Sections, or blocks without claims: by source, then block, each once.
    partners_not_sorted,          ///< By id, each once.
    too_many_partners,
    unknown_partner_index,
    unknown_claim_index,
    claims_not_sorted,            ///< By id, each once.
    malformed_claim_id,           ///< Not like "000.012a".
    no_such_source,
    no_such_block,
    memberships_not_sorted,       ///< By member, then group, each pair once: who left and came back has no place here.
    period_ends_before_it_starts,
    period_after_publication,     ///< A claim that is no forecast speaks of a time after its document.
    no_statement,                 ///< A claim without a statement, or a block without a claim and without a reason for that.
    stance_does_not_fit_voice,    ///< The author's own voice has the stance `own`, any other has not.
    onset_without_a_date,
    codings_not_sorted,           ///< By claim, partner, then feature or issue area (and role), each once.
    coding_about_another_partner,
    coding_of_what_the_kind_tells,
    trend_codes_nothing,
    no_such_figure,               ///< The claim has not that many, or, of a quantity, one of another unit than the rows before.
    measurement_not_in_percent,
    no_levels,
    matters_not_sorted,           ///< By id, each once.
    too_many_matters,             ///< More than 256.
    matter_without_options,       ///< A matter has 2 to 16 different options, or is a quantity and has none.
    unknown_matter_index,
    positions_not_sorted,           ///< By matter, claim, then figure, each once.
    no_such_option,               ///< An answer names no option, one that its matter has not, or a quantity names one.
    uncoded_block_has_a_claim,
};

/// The spellings of Defect.
consteval auto names_of(Defect) {
    return names<Defect>("none", "source_without_blocks", "too_many_sources", "sections_not_in_order", "partners_not_sorted",
                         "too_many_partners", "unknown_partner_index", "unknown_claim_index", "claims_not_sorted",
                         "malformed_claim_id", "no_such_source", "no_such_block", "memberships_not_sorted", "period_ends_before_it_starts",
                         "period_after_publication", "no_statement", "stance_does_not_fit_voice",
                         "onset_without_a_date", "codings_not_sorted", "coding_about_another_partner", "coding_of_what_the_kind_tells",
                         "trend_codes_nothing", "no_such_figure", "measurement_not_in_percent", "no_levels",
                         "matters_not_sorted", "too_many_matters", "matter_without_options", "unknown_matter_index",
                         "positions_not_sorted", "no_such_option", "uncoded_block_has_a_claim");
}

/// The first defect of a dataset, and in which row of its table it is.
struct Finding {
    Defect defect = Defect::none;
    std::size_t row = 0;
    std::string_view claim{};  ///< The id of the claim, where there is one.
};

namespace detail {

[[nodiscard]] constexpr bool is_claim_id(std::string_view id) noexcept {
    if (id.size() < 8 || id.size() > 9 || id[3] != '.') return false;
    for (const std::size_t i : {0U, 1U, 2U, 4U, 5U, 6U}) {
        if (!is_digit(id[i])) return false;
    }
    for (std::size_t i = 7; i < id.size(); ++i) {
        if (!is_lower(id[i])) return false;
    }
    return true;
}

[[nodiscard]] constexpr Finding check_claim(const Dataset& data, const Claim& claim, std::size_t row) noexcept {
    const auto found = [&](Defect defect) { return Finding{defect, row, claim.id}; };
    if (!is_claim_id(claim.id)) return found(Defect::malformed_claim_id);
    if (row > 0 && !(data.claims[row - 1].id < claim.id)) return found(Defect::claims_not_sorted);
    if (claim.source() >= data.sources.size()) return found(Defect::no_such_source);
    const Source& source = data.source(claim);
    if (claim.block() < 1 || claim.block() > source.blocks || claim.last_block > source.blocks ||
        (claim.last_block != 0 && claim.last_block <= claim.block())) {
        return found(Defect::no_such_block);
    }
    for (const std::uint16_t block : claim.context) {
        if (block > source.blocks) return found(Defect::no_such_block);
    }
    if (data.partners.size() < 64 && (claim.partners.bits >> data.partners.size()) != 0) {
        return found(Defect::unknown_partner_index);
    }
    if (ends_before_it_starts(claim.period.from, claim.period.to)) return found(Defect::period_ends_before_it_starts);
    const Day published = source.published.days().last;
    if (claim.modality != Modality::forecast &&
        ((claim.period.from.dated() && claim.period.from.date.days().first > published) ||
         (claim.period.to.dated() && claim.period.to.date.days().first > published))) {
        return found(Defect::period_after_publication);
    }
    if (claim.statement.empty()) return found(Defect::no_statement);
    if ((claim.voice == Voice::author) != (claim.stance == Stance::own)) {
        return found(Defect::stance_does_not_fit_voice);
    }
    if ((claim.aspect == Aspect::onset || claim.aspect == Aspect::end) && !claim.period.from.dated()) {
        return found(Defect::onset_without_a_date);
    }
    return {};
}

/// The checks that codings, judgements and measurements share.
template <class Row>
[[nodiscard]] constexpr Finding check_row(const Dataset& data, const Row& row, std::size_t at, bool any_partner) noexcept {
    if (row.claim.value >= data.claims.size()) return {Defect::unknown_claim_index, at, {}};
    const Claim& claim = data.claim(row.claim);
    if (row.partner.value >= data.partners.size()) return {Defect::unknown_partner_index, at, claim.id};
    if (!any_partner && !claim.partners.contains(row.partner)) {
        return {Defect::coding_about_another_partner, at, claim.id};
    }
    if (claim.aspect == Aspect::trend) return {Defect::trend_codes_nothing, at, claim.id};
    return {};
}

/// Whether a row stands behind the row before it: by claim, partner, and what it is about.
template <class Row, class Subject>
[[nodiscard]] constexpr bool in_order(RowSpan<Row> rows, std::size_t at, Subject&& subject) noexcept {
    const auto key = [&](const Row& row) {
        return (std::size_t{row.claim.value} << 16U) | (std::size_t{row.partner.value} << 8U) | subject(row);
    };
    return at == 0 || key(rows[at - 1]) < key(rows[at]);
}

}  // namespace detail

/// The first defect of a table of codings. `Defect::none` when there is none. Cost: linear.
template <Named E>
[[nodiscard]] constexpr Finding first_defect(const Dataset& data, RowSpan<Coding<E>> codings) noexcept {
    for (std::size_t i = 0; i < codings.size(); ++i) {
        const Coding<E>& row = codings[i];
        const bool any = is_relational(row.feature) || is_of_the_state(row.feature);
        if (const auto finding = detail::check_row(data, row, i, any); finding.defect != Defect::none) return finding;
        const std::string_view id = data.claim(row.claim).id;
        if (is_known_by_kind(row.feature)) return {Defect::coding_of_what_the_kind_tells, i, id};
        if (detail::ends_before_it_starts(row.period.from, row.period.to)) return {Defect::period_ends_before_it_starts, i, id};
        if (!detail::in_order(codings, i, [](const Coding<E>& coding) { return index(coding.feature); })) {
            return {Defect::codings_not_sorted, i, id};
        }
    }
    return {};
}

namespace detail {

/// How many options a matter has. None when one is said twice.
[[nodiscard]] constexpr std::size_t count_options(const Matter& matter) noexcept {
    std::size_t size = 0;
    std::string_view rest = matter.options;
    for (auto word = next_word(rest); !word.empty(); word = next_word(rest), ++size) {
        if (has_word(rest, word)) return 0;
    }
    return size;
}

[[nodiscard]] constexpr Finding check_matters(const Dataset& data) noexcept {
    if (data.matters.size() > 256) return {Defect::too_many_matters, 256, {}};
    for (std::size_t i = 0; i < data.matters.size(); ++i) {
        const Matter& matter = data.matters[i];
        if (matter.id.empty() || (i > 0 && !(data.matters[i - 1].id < matter.id))) return {Defect::matters_not_sorted, i, {}};
        const std::size_t options = count_options(matter);
        const bool fits = matter.kind == MatterKind::quantity ? matter.options.empty() : options >= 2 && options <= most_options;
        if (!fits) return {Defect::matter_without_options, i, {}};
    }
    for (std::size_t i = 0; i < data.positions.size(); ++i) {
        const Position& row = data.positions[i];
        if (row.matter.value >= data.matters.size()) return {Defect::unknown_matter_index, i, {}};
        if (row.claim.value >= data.claims.size()) return {Defect::unknown_claim_index, i, {}};
        const Claim& claim = data.claim(row.claim);
        const Matter& matter = data.matters[row.matter.value];
        if (matter.kind == MatterKind::quantity) {
            if (row.options != 0) return {Defect::no_such_option, i, claim.id};
            if (row.figure >= claim.figures.size() || claim.figures[row.figure].measure.empty()) {
                return {Defect::no_such_figure, i, claim.id};
            }
        } else if (row.options == 0 || (std::size_t{row.options} >> count_options(matter)) != 0) {
            return {Defect::no_such_option, i, claim.id};
        }
        if (ends_before_it_starts(row.period.from, row.period.to)) return {Defect::period_ends_before_it_starts, i, claim.id};
        const auto key = [](const Position& one) {
            return (std::size_t{one.matter.value} << 24U) | (std::size_t{one.claim.value} << 8U) | one.figure;
        };
        if (i == 0) continue;
        const Position& before = data.positions[i - 1];
        if (key(before) >= key(row)) return {Defect::positions_not_sorted, i, claim.id};
        const auto unit = [&](const Position& one) { return data.claim(one.claim).figures[one.figure].quantity.unit; };
        if (matter.kind == MatterKind::quantity && before.matter == row.matter && unit(before) != unit(row)) {
            return {Defect::no_such_figure, i, claim.id};
        }
    }
    return {};
}

[[nodiscard]] constexpr Finding check_uncoded(const Dataset& data) noexcept {
    for (std::size_t i = 0; i < data.uncoded.size(); ++i) {
        const UncodedBlock& row = data.uncoded[i];
        if (row.source >= data.sources.size()) return {Defect::no_such_source, i, {}};
        if (row.block < 1 || row.block > data.sources[row.source].blocks) return {Defect::no_such_block, i, {}};
        if (row.reason.empty()) return {Defect::no_statement, i, {}};
        if (i > 0) {
            const UncodedBlock& before = data.uncoded[i - 1];
            if (before.source > row.source || (before.source == row.source && before.block >= row.block)) {
                return {Defect::sections_not_in_order, i, {}};
            }
        }
        for (const Claim& claim : data.claims) {
            if (claim.source() == row.source && stands_in(claim, row.block)) {
                return {Defect::uncoded_block_has_a_claim, i, claim.id};
            }
        }
    }
    return {};
}

}  // namespace detail

/// The first defect of a dataset. `Defect::none` when there is none. Cost: claims times blocks without claims.
[[nodiscard]] constexpr Finding first_defect(const Dataset& data) noexcept {
    if (data.sources.size() > 32) return {Defect::too_many_sources, 32, {}};
    for (std::size_t i = 0; i < data.sources.size(); ++i) {
        if (data.sources[i].blocks == 0) return {Defect::source_without_blocks, i, {}};
    }
    for (std::size_t i = 0; i < data.sections.size(); ++i) {
        const Section& section = data.sections[i];
        if (section.source >= data.sources.size()) return {Defect::no_such_source, i, {}};
        if (section.block < 1 || section.block > data.sources[section.source].blocks) {
            return {Defect::no_such_block, i, {}};
        }
        if (i == 0) continue;
        const Section& before = data.sections[i - 1];
        if (before.source > section.source || (before.source == section.source && before.block >= section.block)) {
            return {Defect::sections_not_in_order, i, {}};
        }
    }
    if (data.partners.size() > 64) return {Defect::too_many_partners, 64, {}};
    for (std::size_t i = 1; i < data.partners.size(); ++i) {
        if (!(data.partners[i - 1].id < data.partners[i].id)) return {Defect::partners_not_sorted, i, {}};
    }
    for (std::size_t i = 0; i < data.claims.size(); ++i) {
        if (const auto finding = detail::check_claim(data, data.claims[i], i); finding.defect != Defect::none) {
            return finding;
        }
    }
    for (std::size_t i = 0; i < data.memberships.size(); ++i) {
        const Membership& row = data.memberships[i];
        if (row.claim.value >= data.claims.size()) return {Defect::unknown_claim_index, i, {}};
        if (row.member.value >= data.partners.size() || row.group.value >= data.partners.size()) {
            return {Defect::unknown_partner_index, i, data.claim(row.claim).id};
        }
        if (detail::ends_before_it_starts(row.period.from, row.period.to)) {
            return {Defect::period_ends_before_it_starts, i, data.claim(row.claim).id};
        }
        if (i == 0) continue;
        const Membership& before = data.memberships[i - 1];
        if (before.member.value > row.member.value ||
            (before.member == row.member && before.group.value >= row.group.value)) {
            return {Defect::memberships_not_sorted, i, data.claim(row.claim).id};
        }
    }
    for (std::size_t i = 0; i < data.judgements.size(); ++i) {
        const Judgement& row = data.judgements[i];
        if (const auto finding = detail::check_row(data, row, i, false); finding.defect != Defect::none) return finding;
        if (detail::ends_before_it_starts(row.period.from, row.period.to)) {
            return {Defect::period_ends_before_it_starts, i, data.claim(row.claim).id};
        }
        if (row.levels.empty()) return {Defect::no_levels, i, data.claim(row.claim).id};
        if (!detail::in_order(data.judgements, i, [](const Judgement& one) { return index(one.area); })) {
            return {Defect::codings_not_sorted, i, data.claim(row.claim).id};
        }
    }
    for (std::size_t i = 0; i < data.measurements.size(); ++i) {
        const Measurement& row = data.measurements[i];
        if (const auto finding = detail::check_row(data, row, i, false); finding.defect != Defect::none) return finding;
        const Claim& claim = data.claim(row.claim);
        if (row.figure >= claim.figures.size() || claim.figures[row.figure].measure.empty()) {
            return {Defect::no_such_figure, i, claim.id};
        }
        if (claim.figures[row.figure].quantity.unit != Unit::percent) {
            return {Defect::measurement_not_in_percent, i, claim.id};
        }
        const auto subject = [](const Measurement& one) {
            return index(one.area) * count<MeasureRole> + index(one.role);
        };
        if (!detail::in_order(data.measurements, i, subject)) return {Defect::codings_not_sorted, i, claim.id};
    }
    Finding finding = first_defect(data, data.conditions);
    if (finding.defect == Defect::none) finding = first_defect(data, data.conduct);
    if (finding.defect == Defect::none) finding = first_defect(data, data.determinants);
    if (finding.defect == Defect::none) finding = first_defect(data, data.obligations);
    if (finding.defect == Defect::none) finding = first_defect(data, data.leverages);
    if (finding.defect == Defect::none) finding = first_defect(data, data.modes);
    if (finding.defect == Defect::none) finding = first_defect(data, data.stages);
    if (finding.defect == Defect::none) finding = detail::check_matters(data);
    if (finding.defect == Defect::none) finding = detail::check_uncoded(data);
    return finding;
}

}  // namespace trimode
