// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Two datasets compared row by row and field by field; all tables of a dataset as CSV.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>

#include <trimode/base/row_span.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/report/load.hpp>
#include <trimode/report/tables.hpp>

namespace support {

using trimode::TableName;

inline auto fields(const trimode::Source& row) {
    return std::tuple(row.id, row.author, row.title, row.publisher, row.published, row.dated_by, row.blocks);
}
inline auto fields(const trimode::Section& row) { return std::tuple(row.source, row.block, row.heading); }
inline auto fields(const trimode::Partner& row) {
    return std::tuple(row.id, row.name, row.kind, row.iso3, row.cow, row.aliases);
}
inline auto fields(const trimode::Membership& row) {
    return std::tuple(row.member, row.group, row.claim, row.period, row.told_by_group);
}
inline auto fields(const trimode::Figure& row) { return std::tuple(row.quantity, row.measure); }
inline auto fields(const trimode::Claim& row) {
    return std::tuple(row.id, row.last_block, row.note, row.context, row.partners, row.area, row.kind, row.aspect, row.period,
                      row.from, row.to, row.voice, row.stance, row.modality, fields(row.figures[0]), fields(row.figures[1]),
                      fields(row.figures[2]), row.derived, row.speaker, row.statement);
}
template <trimode::Named E>
auto fields(const trimode::Coding<E>& row) {
    return std::tuple(row.claim, row.partner, row.feature, row.tells, row.period);
}
inline auto fields(const trimode::Judgement& row) {
    return std::tuple(row.claim, row.partner, row.area, row.levels, row.period);
}
inline auto fields(const trimode::Measurement& row) {
    return std::tuple(row.claim, row.partner, row.area, row.role, row.figure, row.base);
}
inline auto fields(const trimode::Matter& row) { return std::tuple(row.id, row.question, row.kind, row.options); }
inline auto fields(const trimode::Position& row) {
    return std::tuple(row.matter, row.claim, row.options, row.figure, row.base, row.period);
}
inline auto fields(const trimode::UncodedBlock& row) { return std::tuple(row.source, row.block, row.reason); }

/// Where two tables begin to differ; empty when they do not.
template <class Row>
std::string difference(std::string_view table, trimode::RowSpan<Row> one, trimode::RowSpan<Row> other) {
    if (one.size() != other.size()) {
        return std::string(table) + ": " + std::to_string(one.size()) + " rows, and " + std::to_string(other.size()) + "\n";
    }
    for (std::size_t i = 0; i < one.size(); ++i) {
        if (fields(one[i]) != fields(other[i])) return std::string(table) + ": row " + std::to_string(i + 1) + " differs\n";
    }
    return {};
}

/// Where the tables of two datasets begin to differ; empty when nothing does.
inline std::string difference(const trimode::Dataset& one, const trimode::Dataset& other) {
    std::string text;
    const auto head = [](const trimode::Dataset& data) {
        return std::tuple(data.id, data.title, data.state, data.edition, data.time);
    };
    if (head(one) != head(other)) text += "dataset differs\n";
    text += difference("sources", one.sources, other.sources);
    text += difference("sections", one.sections, other.sections);
    text += difference("partners", one.partners, other.partners);
    text += difference("memberships", one.memberships, other.memberships);
    text += difference("claims", one.claims, other.claims);
    text += difference("conditions", one.conditions, other.conditions);
    text += difference("conduct", one.conduct, other.conduct);
    text += difference("determinants", one.determinants, other.determinants);
    text += difference("obligations", one.obligations, other.obligations);
    text += difference("leverages", one.leverages, other.leverages);
    text += difference("modes", one.modes, other.modes);
    text += difference("stages", one.stages, other.stages);
    text += difference("judgements", one.judgements, other.judgements);
    text += difference("measurements", one.measurements, other.measurements);
    text += difference("matters", one.matters, other.matters);
    text += difference("positions", one.positions, other.positions);
    text += difference("uncoded", one.uncoded, other.uncoded);
    return text;
}

inline std::string csv_of(const trimode::DataTable& table) {
    std::ostringstream out;
    trimode::write_csv(out, table);
    return out.str();
}

/// Texts of CSV by table.
using Files = std::map<TableName, std::string>;

/// All tables as CSV but the one that is computed.
inline Files files_of(const trimode::Dataset& data) {
    Files files;
    for (const TableName table : trimode::all<TableName>()) {
        if (table != TableName::disagreements) files[table] = csv_of(trimode::data_table(data, table));
    }
    return files;
}

/// The dataset of these texts, which have to outlive its errors.
inline trimode::LoadedDataset load(const Files& files) {
    trimode::CsvTexts texts;
    for (const auto& [table, text] : files) texts[table] = text;
    return trimode::load_dataset(texts);
}

/// The errors in words, each in a line.
inline std::string messages(const trimode::LoadedDataset& loaded) {
    std::string text;
    for (const auto& error : loaded.errors) {
        text += std::string(trimode::name(error.table)) + ": " + trimode::message(error.error) + "\n";
    }
    return text;
}

}  // namespace support
