// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Whom an output believed: the same columns of CSV and the same keys of JSON in every example that writes them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/evidence/admission.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/report/json.hpp>

#include "support/words.hpp"

namespace support {

/// The ids of the documents that are believed, in the order of the dataset.
[[nodiscard]] inline std::vector<std::string> documents_believed(const trimode::Dataset& data,
                                                                 const trimode::Admission& admission) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < data.sources.size() && i < 32; ++i) {
        if (((admission.sources >> i) & 1U) != 0) ids.emplace_back(data.sources[i].id);
    }
    return ids;
}

/// An author, with all that he wrote: two texts by one author are one witness.
struct Witness {
    std::string_view author;
    trimode::Sources sources = 0;
    /// The last word of the name that is not in brackets.
    [[nodiscard]] std::string family() const {
        const std::string_view name = author.substr(0, author.find(" ("));
        return std::string(name.substr(name.rfind(' ') + 1));
    }
};

/// The authors of the documents that are believed, each once.
[[nodiscard]] inline std::vector<Witness> witnesses(const trimode::Dataset& data, const trimode::Admission& admission) {
    std::vector<Witness> found;
    for (std::size_t i = 0; i < data.sources.size(); ++i) {
        if (((admission.sources >> i) & 1U) == 0) continue;
        const std::string_view author = data.sources[i].author;
        bool seen = false;
        for (const Witness& one : found) seen = seen || one.author == author;
        if (!seen) found.push_back({author, trimode::sources_by(data, author)});
    }
    return found;
}

/// Writes the keys "strict" (true or false), "documents" (their ids) and "act_window" (days) into the open object.
inline void write_admission(trimode::JsonWriter& json, const trimode::Dataset& data,
                            const trimode::Admission& admission) {
    json.key("strict").value(admission.strict);
    write_words(json, "documents", documents_believed(data, admission));
    json.key("act_window").value(trimode::Decimal(admission.act_window));
}

/// The names of the columns that `admission_cells` fills.
[[nodiscard]] inline std::vector<std::string> admission_columns() { return {"strict", "documents", "act_window"}; }

/// "yes" or "no"; the ids of the documents with a space between them; days.
[[nodiscard]] inline std::vector<std::string> admission_cells(const trimode::Dataset& data,
                                                              const trimode::Admission& admission) {
    return {admission.strict ? "yes" : "no", join(documents_believed(data, admission)),
            std::to_string(admission.act_window)};
}

}  // namespace support
