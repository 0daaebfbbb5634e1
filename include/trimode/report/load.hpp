// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A dataset read back from its tables as CSV: a user's own, or ours edited and returned.
/// Layer: report.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <trimode/base/names.hpp>
#include <trimode/base/result.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/evidence/defect.hpp>
#include <trimode/report/csv.hpp>
#include <trimode/report/tables.hpp>

namespace trimode {

/// The tables of a dataset as texts of CSV, with the columns that `data_table` has. An empty text is a table without rows;
/// `disagreements` is not asked for, since it is computed.
struct CsvTexts {
    std::array<std::string_view, count<TableName>> texts{};
    [[nodiscard]] constexpr std::string_view& operator[](TableName table) noexcept { return texts[index(table)]; }
    [[nodiscard]] constexpr std::string_view operator[](TableName table) const noexcept { return texts[index(table)]; }
};

/// What is wrong in a table, and where.
struct LoadError {
    TableName table{};
    Error error{};
};

/// A dataset that owns its tables. What was wrong with the texts is in `errors`; rows with an error are left out, and what
/// can be read is there nevertheless. That the tables fit together is another question: ask `first_defect(dataset())`.
class LoadedDataset {
public:
    std::vector<LoadError> errors{};

    LoadedDataset() = default;
    LoadedDataset(LoadedDataset&&) = default;
    LoadedDataset& operator=(LoadedDataset&&) = default;
    LoadedDataset(const LoadedDataset&) = delete;
    LoadedDataset& operator=(const LoadedDataset&) = delete;

    /// The dataset, which lives as long as this does.
    [[nodiscard]] Dataset dataset() const {
        Dataset data = head;
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

    Dataset head{};  ///< Id, title, state, edition and time; no tables.
    std::vector<Source> sources{};
    std::vector<Section> sections{};
    std::vector<Partner> partners{};
    std::vector<Membership> memberships{};
    std::vector<Claim> claims{};
    std::vector<Coding<Condition>> conditions{};
    std::vector<Coding<Conduct>> conduct{};
    std::vector<Coding<Determinant>> determinants{};
    std::vector<Coding<Obligation>> obligations{};
    std::vector<Coding<Leverage>> leverages{};
    std::vector<Coding<Mode>> modes{};
    std::vector<Coding<Stage>> stages{};
    std::vector<Judgement> judgements{};
    std::vector<Measurement> measurements{};
    std::vector<Matter> matters{};
    std::vector<Position> positions{};
    std::vector<UncodedBlock> uncoded{};
    std::deque<std::string> texts{};  ///< What the views in the tables look at.
};

namespace detail {

/// The values of a list cell of CSV: the way back from `csv_text`.
[[nodiscard]] inline std::vector<std::string> csv_list(std::string_view text) {
    std::vector<std::string> values;
    if (text.empty()) return values;
    values.emplace_back();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            values.back() += text[++i];
        } else if (text[i] == '|') {
            values.emplace_back();
        } else {
            values.back() += text[i];
        }
    }
    return values;
}

/// Where rows with an id are, by id.
using Places = std::map<std::string, std::size_t, std::less<>>;

/// What is known while tables are read one after the other.
struct Loading {
    LoadedDataset& loaded;
    Dataset data{};  ///< What has been read so far.
    Places sources{};
    Places partners{};
    Places claims{};
    Places matters{};

    [[nodiscard]] std::string_view keep(std::string_view text) {
        return text.empty() ? std::string_view{} : std::string_view(loaded.texts.emplace_back(text));
    }
};

/// Reads the fields of one row, in the order in which `columns` names them.
class ReadIo {
public:
    ReadIo(Loading& loading, const CsvRow& row, const std::vector<std::size_t>& places, std::vector<Error>& errors)
        : loading_(loading), row_(row), places_(places), errors_(errors) {}

    template <class T>
    void operator()(std::string_view, T&& value, std::string_view) {
        if constexpr (std::same_as<std::remove_cvref_t<T>, std::array<Figure, 3>>) {
            read_figures(value);
        } else {
            field_ = places_[next_++];
            read(value);
        }
    }
    /// A column that only shows what follows from others has to show it, or be empty: an edit that would be lost is an error.
    template <class Row, class Show>
    void shown(std::string_view, const Row& row, Show&& show, std::string_view, Cell::Kind = Cell::Kind::text) {
        field_ = places_[next_++];
        shown_.push_back([this, &row, show, field = field_] {
            const std::string expected = csv_text(show(loading_.data, row));
            if (!row_.fields[field].empty() && row_.fields[field] != expected) {
                errors_.push_back(row_.error_at(field, Fault::unknown_name, loading_.keep(expected)));
            }
        });
    }
    /// Compares what is shown, once the rest of the row is known to be in order.
    void compare_shown() {
        for (const auto& compare : shown_) compare();
    }

private:
    [[nodiscard]] const std::string& text() const { return row_.fields[field_]; }
    void fail(Fault fault, std::string_view nearest = {}) { errors_.push_back(row_.error_at(field_, fault, nearest)); }
    void fail(const Error& error) { errors_.push_back(row_.error_in(field_, error)); }
    void fail_count(std::size_t given, std::size_t expected) {
        fail(Fault::field_count);
        errors_.back().given = given;
        errors_.back().expected = expected;
    }

    void read(std::string_view& value) { value = loading_.keep(text()); }
    void read(bool& value) {
        value = text() == "true";
        if (text() != "true" && text() != "false") fail(Fault::unknown_name, "true or false");
    }
    [[nodiscard]] std::uint32_t number(std::string_view digits, std::uint32_t most) {
        std::uint32_t sum = 0;
        if (digits.empty()) fail(Fault::nothing_there);
        for (const char c : digits) {
            if (!is_digit(c)) {
                fail(Fault::unexpected_character);
                return 0;
            }
            sum = sum * 10 + static_cast<std::uint32_t>(c - '0');
            if (sum > most) {
                fail(Fault::out_of_range);
                return 0;
            }
        }
        return sum;
    }
    void read(std::uint16_t& value) { value = static_cast<std::uint16_t>(number(text(), 0xffff)); }
    void read(std::uint8_t& value) { value = static_cast<std::uint8_t>(number(text(), 0xff)); }
    void read(OptionalField value) {
        if (!text().empty()) read(value.number);
    }
    template <Named E>
    [[nodiscard]] E named(std::string_view word) {
        const auto found = parse<E>(word);
        if (!found) fail(Fault::unknown_name, nearest<E>(word));
        return found.value_or(E{});
    }
    template <Named E>
    void read(E& value) {
        const std::size_t before = errors_.size();
        value = named<E>(text());
        if constexpr (std::same_as<E, Variable>) key_known_ = errors_.size() == before;
    }
    template <Named E>
    void read(Set<E>& value) {
        for (const auto& word : csv_list(text())) value.insert(named<E>(word));
    }
    void read(End& value) {
        if (text() == "..") {
            value = End::open();
        } else if (!text().empty()) {
            const auto date = parse_date(text());
            if (date) value = *date;
            if (!date) fail(date.error());
        }
    }
    void read(Date& value) {
        const auto date = parse_date(text());
        if (date) value = *date;
        if (!date) fail(date.error());
    }
    void read(Period& value) {
        if (text().empty()) return;
        const auto period = parse_period(text());
        if (period) value = *period;
        if (!period) fail(period.error());
    }
    [[nodiscard]] std::size_t place(const Places& places, std::string_view id, std::size_t last) {
        const auto found = places.find(id);
        if (found != places.end() && found->second <= last) return found->second;
        if (found != places.end()) {
            fail(Fault::out_of_range);
            return 0;
        }
        Nearest nearest(id);
        for (const auto& [known, at] : places) nearest.consider(known);
        fail(Fault::unknown_name, loading_.keep(nearest.best()));
        return 0;
    }
    void read(PartnerIndex& value) { value.value = static_cast<std::uint8_t>(place(loading_.partners, text(), 63)); }
    void read(ClaimIndex& value) { value.value = static_cast<std::uint16_t>(place(loading_.claims, text(), 0xffff)); }
    void read(MatterIndex& value) {
        const std::size_t before = errors_.size();
        value.value = static_cast<std::uint8_t>(place(loading_.matters, text(), 0xff));
        key_known_ = errors_.size() == before;
    }
    void read(SourceField value) { value.number = static_cast<std::uint16_t>(place(loading_.sources, text(), 0xffff)); }
    void read(Partners& value) {
        for (const auto& id : csv_list(text())) value.bits |= std::uint64_t{1} << place(loading_.partners, id, 63);
    }
    void read(WordsField value) {
        std::string words;
        for (const auto& word : csv_list(text())) {
            if (word.empty()) fail(Fault::nothing_there);
            if (word.find(' ') != std::string::npos) fail(Fault::unexpected_character);  // it would become two words
            words += (words.empty() ? "" : " ") + word;
        }
        value.words = loading_.keep(words);
    }
    void read(FeatureField value) {
        if (!key_known_) return;
        switch (value.variable) {
            case Variable::condition: value.feature = static_cast<std::uint8_t>(index(named<Condition>(text()))); break;
            case Variable::conduct: value.feature = static_cast<std::uint8_t>(index(named<Conduct>(text()))); break;
            case Variable::determinant: value.feature = static_cast<std::uint8_t>(index(named<Determinant>(text()))); break;
            case Variable::obligation: value.feature = static_cast<std::uint8_t>(index(named<Obligation>(text()))); break;
            case Variable::leverage: value.feature = static_cast<std::uint8_t>(index(named<Leverage>(text()))); break;
            case Variable::mode: value.feature = static_cast<std::uint8_t>(index(named<Mode>(text()))); break;
            case Variable::stage: value.feature = static_cast<std::uint8_t>(index(named<Stage>(text()))); break;
        }
    }
    void read(OptionsField value) {
        if (!key_known_) return;
        const Matter& matter = loading_.data.matters[value.matter.value];
        for (const auto& word : csv_list(text())) {
            const Options found = find_option(matter, word);
            value.options = static_cast<Options>(value.options | found);
            if (found != 0) continue;
            Nearest nearest(word);
            for (std::size_t i = 0; i < most_options; ++i) nearest.consider(option(matter, i));
            fail(Fault::unknown_name, nearest.best());
        }
    }
    void read(std::array<std::uint16_t, 4>& value) {
        const auto numbers = csv_list(text());
        if (numbers.size() > value.size()) fail_count(numbers.size(), value.size());
        for (std::size_t i = 0; i < numbers.size() && i < value.size(); ++i) {
            value[i] = static_cast<std::uint16_t>(number(numbers[i], 0xffff));
            if (numbers[i] == "0") fail(Fault::out_of_range);
        }
    }
    void read_figures(std::array<Figure, 3>& figures) {
        std::array<std::vector<std::string>, figure_columns.size()> lists;
        const std::size_t first = next_;
        next_ += lists.size();
        // The last list, of what is measured, has no empty value and so tells how many figures there are.
        field_ = places_[next_ - 1];
        const std::size_t size = csv_list(text()).size();
        if (size > figures.size()) return fail_count(size, figures.size());
        for (std::size_t i = 0; i < lists.size(); ++i) {
            field_ = places_[first + i];
            lists[i] = csv_list(text());
            if (lists[i].empty() && size == 1) lists[i].emplace_back();
            if (lists[i].size() != size) return fail_count(lists[i].size(), size);
        }
        for (std::size_t i = 0; i < lists[0].size(); ++i) {
            const auto at = [&](std::size_t column) -> const std::string& {
                field_ = places_[first + column];
                return lists[column][i];
            };
            const auto decimal = [&](const std::string& digits) {
                const auto parsed = parse_decimal(digits);
                if (!parsed) fail(parsed.error().fault);
                return parsed.value();
            };
            // The end that a form leaves open has no number.
            const auto none = [&](const std::string& digits) {
                if (!digits.empty()) fail(Fault::unexpected_character);
            };
            const std::size_t before = errors_.size();
            AnyQuantity quantity;
            quantity.form = named<Form>(at(0));
            if (errors_.size() == before) {
                if (quantity.form != Form::at_most) quantity.low = decimal(at(1));
                if (quantity.form == Form::at_most) none(at(1));
                if (quantity.form != Form::at_least) quantity.high = decimal(at(2));
                if (quantity.form == Form::at_least) none(at(2));
            }
            if (quantity.form == Form::at_least) quantity.high = quantity.low;
            const bool one_number = quantity.form == Form::exact || quantity.form == Form::about;
            const bool fits = one_number ? quantity.low == quantity.high
                                         : quantity.form == Form::at_most || quantity.low <= quantity.high;
            if (errors_.size() == before && !fits) fail(Fault::out_of_range);
            quantity.unit = named<Unit>(at(3));
            figures[i] = {quantity, loading_.keep(at(4))};
            if (lists[4][i].empty()) fail(Fault::nothing_there);
        }
    }

    Loading& loading_;
    const CsvRow& row_;
    const std::vector<std::size_t>& places_;
    std::vector<Error>& errors_;
    std::size_t next_ = 0;
    std::size_t field_ = 0;
    bool key_known_ = true;  ///< Whether the variable or matter by which a later field is read is one.
    std::vector<std::function<void()>> shown_{};
};

/// Whether what a row shows can be said of it. A claim without a proper id or document is for `first_defect` to find.
template <class Row>
[[nodiscard]] bool can_show(const Dataset&, const Row&) noexcept {
    return true;
}
[[nodiscard]] inline bool can_show(const Dataset& data, const Claim& claim) noexcept {
    return is_claim_id(claim.id) && claim.source() < data.sources.size();
}

/// Reads a table whose rows are described by `columns(io, Row&)`, and gives each row that has no error to `add`,
/// with a function that finds fault with its first column.
template <class Row, class Add>
void load_rows(Loading& loading, const CsvTexts& texts, TableName name, Add&& add) {
    if (texts[name].empty()) return;
    const CsvTable table = read_csv(texts[name]);
    const auto report = [&](const Error& error) { loading.loaded.errors.push_back({name, error}); };
    for (const Error& error : table.errors) report(error);
    if (table.columns.empty()) return;
    const CsvRow header = CsvReader(texts[name]).next().value_or(CsvRow{});
    std::vector<std::size_t> places;
    const auto known = columns_of<Row>();
    bool complete = true;
    for (const Column& column : known) {
        const auto at = table.column(column.name);
        if (!at) report({Fault::unknown_name, 1, 1, column.name, loading.keep(at.error().nearest)});
        complete = complete && at.ok();
        places.push_back(at.ok() ? at.value() : 0);
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Nearest nearest(table.columns[i]);
        for (const Column& column : known) nearest.consider(column.name);
        if (nearest.best() != table.columns[i]) report(header.error_at(i, Fault::unknown_name, nearest.best()));
    }
    if (!complete) return;
    for (const CsvRow& fields : table.rows) {
        std::vector<Error> errors;
        Row row{};
        ReadIo io(loading, fields, places, errors);
        columns(io, row);
        if (errors.empty()) {
            if (can_show(loading.data, row)) io.compare_shown();
            add(row, [&](Fault fault) { report(fields.error_at(places.front(), fault)); });
        }
        for (const Error& error : errors) report(error);
    }
}

}  // namespace detail

/// Reads a dataset from its tables, in the order in which they refer to one another. Rows with an error are left out and all
/// errors reported; a reference to a row that is left out is an error too. A row that is in order but for a column that only
/// shows what follows from others stays, since what it means is clear. A table that lacks a column has no rows.
/// Error: what `read_csv` reports, and at its line and column
/// - `unknown_name`: an unknown column, or a column that is missing (at the beginning); a name, id or truth that is none; a
///   column that only shows what follows from others, and shows something else (`nearest` is what it should show).
/// - `nothing_there`: no id, number, date or name where there has to be one.
/// - `unexpected_character`, `no_such_date`, `out_of_range`: a number or date that is none or does not fit;
///   a figure whose numbers do not go with its form; several words where there has to be one.
/// - `field_count`: parallel lists of different length, or more values than a row can have.
/// - `said_twice`: an id of an earlier row; a second row of the table `dataset`, which has one.
/// Cost: allocates the tables and all texts.
[[nodiscard]] inline LoadedDataset load_dataset(const CsvTexts& texts) {
    LoadedDataset loaded;
    detail::Loading loading{loaded};
    const auto plain = [](auto& rows) {
        return [&rows](const auto& row, const auto&) { rows.push_back(row); };
    };
    const auto with_ids = [](auto& rows, detail::Places& places) {
        return [&rows, &places](const auto& row, const auto& reject) {
            if (row.id.empty()) return reject(Fault::nothing_there);
            if (!places.emplace(std::string(row.id), rows.size()).second) return reject(Fault::said_twice);
            rows.push_back(row);
        };
    };
    bool named = false;
    detail::load_rows<Dataset>(loading, texts, TableName::dataset, [&](const Dataset& row, const auto& reject) {
        if (named) return reject(Fault::said_twice);
        loaded.head = row;
        named = true;
    });
    detail::load_rows<Source>(loading, texts, TableName::sources, with_ids(loaded.sources, loading.sources));
    detail::load_rows<Section>(loading, texts, TableName::sections, plain(loaded.sections));
    detail::load_rows<Partner>(loading, texts, TableName::partners, with_ids(loaded.partners, loading.partners));
    loading.data = loaded.dataset();
    detail::load_rows<Claim>(loading, texts, TableName::claims, with_ids(loaded.claims, loading.claims));
    detail::load_rows<Membership>(loading, texts, TableName::memberships, plain(loaded.memberships));
    detail::load_rows<detail::AnyCoding>(
        loading, texts, TableName::codings, [&](const detail::AnyCoding& row, const auto&) {
            const auto put = [&row]<Named E>(std::vector<Coding<E>>& rows) {
                rows.push_back({row.claim, row.partner, static_cast<E>(row.feature), row.tells, row.period});
            };
            switch (row.variable) {
                case Variable::condition: put(loaded.conditions); break;
                case Variable::conduct: put(loaded.conduct); break;
                case Variable::determinant: put(loaded.determinants); break;
                case Variable::obligation: put(loaded.obligations); break;
                case Variable::leverage: put(loaded.leverages); break;
                case Variable::mode: put(loaded.modes); break;
                case Variable::stage: put(loaded.stages); break;
            }
        });
    detail::load_rows<Judgement>(loading, texts, TableName::judgements, plain(loaded.judgements));
    detail::load_rows<Measurement>(loading, texts, TableName::measurements, plain(loaded.measurements));
    detail::load_rows<Matter>(loading, texts, TableName::matters, with_ids(loaded.matters, loading.matters));
    loading.data = loaded.dataset();
    detail::load_rows<Position>(loading, texts, TableName::positions, plain(loaded.positions));
    std::vector<detail::Paragraph> paragraphs;
    detail::load_rows<detail::Paragraph>(loading, texts, TableName::paragraphs, plain(paragraphs));
    for (const auto& row : paragraphs) {
        if (!row.reason.empty()) loaded.uncoded.push_back({row.source, row.block, row.reason});
    }
    return loaded;
}

}  // namespace trimode
