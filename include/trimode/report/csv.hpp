// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// CSV: rows as RFC 4180 has them, written and read. What is written is read back the same.
/// Layer: report.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/base/names.hpp>
#include <trimode/base/result.hpp>

namespace trimode {

namespace detail {
/// The byte order mark in UTF-8, with which some programs begin a file. Source: RFC 3629, section 6.
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// A field as written without the quotes around it.
[[nodiscard]] inline std::string_view without_quotes(std::string_view written) noexcept {
    return written.starts_with('"') ? written.substr(1, written.size() - 2) : written;
}

/// Where in a field as written the byte stands that is at `said` in what it says.
[[nodiscard]] inline std::size_t offset_as_written(std::string_view written, std::size_t said) noexcept {
    if (!written.starts_with('"')) return said;
    std::size_t at = 1;
    for (; said > 0; --said) at += written[at] == '"' ? 2U : 1U;
    return at;
}
}  // namespace detail

/// Writes one row: fields separated by commas, quoted where they must be, ended by CR LF. A row without fields is an
/// empty line, which is read as one empty field. Source: RFC 4180.
inline void write_csv_row(std::ostream& out, const std::vector<std::string>& fields) {
    std::string row;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i != 0) row += ',';
        // A mark at the start of a file would not be taken for a part of the field.
        const bool bare = fields[i].find_first_of(",\"\r\n") == std::string::npos &&
                          !std::string_view(fields[i]).starts_with(detail::byte_order_mark);
        if (bare) {
            row += fields[i];
            continue;
        }
        row += '"';
        for (const char c : fields[i]) {
            if (c == '"') row += '"';
            row += c;
        }
        row += '"';
    }
    out << row << "\r\n";
}

/// Where a field stands.
struct CsvPlace {
    std::size_t line = 1;     ///< Unit: lines, from 1; that of its first byte.
    std::size_t column = 1;   ///< Unit: bytes, from 1; that of its first byte, which is the quote where there is one.
    std::string_view text{};  ///< The field as it stands, with its quotes; lives as long as the text that is read.
};

/// One row of a text, or what is wrong with its form.
struct CsvRow {
    std::vector<std::string> fields{};  ///< What they say, without quotes. At least one; none if the form is wrong.
    std::vector<CsvPlace> places{};     ///< Where they stand; as many as fields.
    Error error{};                      ///< What is wrong with the form. Fault: `none` if nothing is.
    std::size_t line = 1;               ///< Where the row begins. Unit: lines, from 1; the column is always 1.
    std::string_view text{};            ///< All its bytes, with the line end; lives as long as the text that is read.

    [[nodiscard]] bool ok() const noexcept { return error.fault == Fault::none; }

    /// The error that what a field says is wrong: at the place of the field, `found` is the field without the quotes
    /// around it (quotes inside stay doubled). `field` counts from 0 and has to be below `fields.size()`.
    [[nodiscard]] Error error_at(std::size_t field, Fault fault, std::string_view nearest = {}) const noexcept {
        const CsvPlace& place = places[field];
        return {fault, place.line, place.column, detail::without_quotes(place.text), nearest};
    }

    /// The error that a parser gave for the text of a field, with line and column in the whole text instead of the
    /// field: `if (const auto date = parse_date(row.fields[2]); !date) report(row.error_in(2, date.error()));`. Of what
    /// was found it tells the same part as it stands in the whole text, or the field. `field` as for `error_at`.
    /// Cost: linear in the field.
    [[nodiscard]] Error error_in(std::size_t field, const Error& within) const noexcept {
        const std::string_view said = fields[field];
        const CsvPlace& place = places[field];
        std::size_t begin = 0;
        for (std::size_t feeds = within.line; feeds > 1; --feeds) {
            const std::size_t feed = said.find('\n', begin);
            if (feed == std::string_view::npos) break;
            begin = feed + 1;
        }
        begin = within.column - 1 < said.size() - begin ? begin + within.column - 1 : said.size();

        Error moved = within;
        const std::size_t first = detail::offset_as_written(place.text, begin);
        const std::string_view before = place.text.substr(0, first);
        const std::size_t feed = before.rfind('\n');
        moved.line = place.line;
        for (const char c : before) moved.line += c == '\n' ? 1U : 0U;
        moved.column = feed == std::string_view::npos ? place.column + first : first - feed;
        moved.found = detail::without_quotes(place.text);
        if (said.substr(begin, within.found.size()) == within.found) {
            const std::size_t last = detail::offset_as_written(place.text, begin + within.found.size());
            moved.found = place.text.substr(first, last - first);
        }
        return moved;
    }
};

/// Reads the rows of a text one after another: `CsvReader reader(text); while (const auto row = reader.next()) ...`.
///
/// Rows end with CR LF, and also with LF alone, as Unix files have it; the last row may lack its end, and a line end at
/// the end of the text begins no further row. An empty line is a row with one empty field, since that is how such a row
/// is written. A byte order mark of UTF-8 at the start of the text is skipped, and columns do not count it. Between
/// quotes every byte stands for itself, line ends too, but for two quotes, which stand for one; outside of them every
/// byte but comma, quote, CR and LF does. Spaces belong to the field, and that the text is UTF-8 is the caller's
/// concern. Lines are counted by LF, in quotes too.
///
/// Error: a row with `error` and no fields, one for each wrong row, the first trouble in it:
/// - `quote_in_bare_field`: a quote in a field that does not begin with one; `found` is the quote.
/// - `text_behind_quote`: anything between a closing quote and the comma or line end; `found` goes up to the next
///   comma, quote or line end.
/// - `bare_carriage_return`: a CR outside quotes without LF behind it; `found` is the CR.
/// - `open_quote`: no closing quote up to the end of the text. The place is that of the opening quote, `found` goes
///   from there to the end of the line.
/// Reading goes on at the line after the one that the error names, so that the rows behind a wrong one are not lost.
/// Where a field with such an error goes over lines nobody can tell where it was meant to end: lines before the error
/// are part of the wrong row, and lines behind it are taken for rows, or for more that is wrong.
///
/// The texts of all rows together are the whole text (without a byte order mark). Cost: linear in the text (no line is
/// read more than twice); allocates the fields.
/// Source: RFC 4180, section 2, but for what is said above: LF, the mark, bytes beyond printable ASCII.
class CsvReader {
public:
    /// Reads this text, which has to outlive the reader and what it gives.
    explicit CsvReader(std::string_view text) noexcept
        : text_(text.starts_with(detail::byte_order_mark) ? text.substr(detail::byte_order_mark.size()) : text) {}
    template <std::same_as<std::string> Temporary>
    explicit CsvReader(const Temporary&&) = delete;

    /// The next row; nothing at the end of the text.
    [[nodiscard]] std::optional<CsvRow> next() {
        if (at_ == text_.size()) return std::nullopt;
        CsvRow row;
        row.line = line_;
        const std::size_t begin = at_;
        while (read_field(row) && next_is(",")) ++at_;
        if (row.ok()) {
            at_ += next_is("\r") ? 1U : 0U;
        } else {
            row.fields.clear();
            row.places.clear();
            at_ = line_end();
        }
        if (next_is("\n")) begin_line(++at_);
        row.text = text_.substr(begin, at_ - begin);
        return row;
    }

private:
    [[nodiscard]] bool next_is(std::string_view what) const noexcept { return text_.substr(at_, what.size()) == what; }
    /// The first of these bytes from here on, or the end of the text.
    [[nodiscard]] std::size_t find(std::string_view bytes) const noexcept {
        const std::size_t found = text_.find_first_of(bytes, at_);
        return found == std::string_view::npos ? text_.size() : found;
    }
    [[nodiscard]] std::size_t line_end() const noexcept { return find("\n"); }
    void begin_line(std::size_t begin) noexcept {
        ++line_;
        line_begin_ = begin;
    }
    bool wrong(CsvRow& row, Fault fault, std::size_t size) const noexcept {
        row.error = {fault, line_, at_ - line_begin_ + 1, text_.substr(at_, size), {}};
        return false;
    }

    /// Reads one field up to the comma, line end or end of the text that must follow.
    bool read_field(CsvRow& row) {
        const std::size_t begin = at_;
        CsvPlace place{line_, at_ - line_begin_ + 1, {}};
        std::string field;
        const bool quoted = next_is("\"");
        if (quoted) {
            if (!read_quoted(row, field)) return false;
        } else {
            at_ = find(",\"\r\n");
            field = text_.substr(begin, at_ - begin);
        }
        const bool ends = at_ == text_.size() || next_is(",") || next_is("\n") || next_is("\r\n");
        if (!ends && next_is("\r")) return wrong(row, Fault::bare_carriage_return, 1);
        if (!ends && !quoted) return wrong(row, Fault::quote_in_bare_field, 1);
        if (!ends) return wrong(row, Fault::text_behind_quote, find(",\"\r\n") - at_);
        place.text = text_.substr(begin, at_ - begin);
        row.fields.push_back(std::move(field));
        row.places.push_back(place);
        return true;
    }

    /// Reads from the opening quote to behind the closing one.
    bool read_quoted(CsvRow& row, std::string& field) {
        const std::size_t open = at_++;
        const std::size_t open_line = line_;
        const std::size_t open_line_begin = line_begin_;
        for (;;) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == std::string_view::npos) {
                at_ = open;
                line_ = open_line;
                line_begin_ = open_line_begin;
                const std::size_t end = line_end();
                return wrong(row, Fault::open_quote, (end > open && text_[end - 1] == '\r' ? end - 1 : end) - open);
            }
            for (std::size_t i = at_; i < quote; ++i) {
                if (text_[i] == '\n') begin_line(i + 1);
            }
            field += text_.substr(at_, quote - at_);
            at_ = quote + 1;
            if (!next_is("\"")) return true;
            field += '"';
            ++at_;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_begin_ = 0;
};

/// A text of CSV whose first row names the columns, read whole by `read_csv`.
struct CsvTable {
    std::vector<std::string> columns{};  ///< Their names in order. None without a header, or if its form is wrong.
    std::vector<CsvRow> rows{};          ///< The rows below the header that have one field for each column.
    std::vector<Error> errors{};         ///< All else, in the order of the text.

    /// Whether nothing at all is wrong.
    [[nodiscard]] bool ok() const noexcept { return errors.empty(); }

    /// The index of the column of that name, from 0; of columns with the same name, the first.
    /// Error: `unknown_name` at the header, with the nearest name of a column (case counts). `found` lives as long as
    /// `wanted`, `nearest` as long as the table.
    [[nodiscard]] Result<std::size_t> column(std::string_view wanted) const noexcept {
        Nearest nearest(wanted);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i] == wanted) return i;
            nearest.consider(columns[i]);
        }
        return Error{Fault::unknown_name, 1, 1, wanted, nearest.best()};
    }
};

/// Reads a text of CSV with a header, by the rules of `CsvReader`. The text has to outlive the table.
///
/// Error: all of them are in `errors`, one for each trouble, and what can be read is there nevertheless:
/// - what `CsvReader` finds wrong with the form of a row. If it is the header there are no columns and no rows, but the
///   form of the rows is still looked at.
/// - `nothing_there`: no header, since the text is empty or its first row is one empty field. Then there are no columns
///   and no rows.
/// - `said_twice`: a column with the name of an earlier one, at the later one.
/// - `field_count`: a row with another number of fields than the header, at its beginning, with the number `given` and
///   `expected`. An empty line is one, if there is more than one column.
/// Cost: allocates all fields; linear in the text, but for the names of the columns, which are sorted.
[[nodiscard]] inline CsvTable read_csv(std::string_view text) {
    CsvTable table;
    CsvReader reader(text);
    std::optional<CsvRow> row = reader.next();
    if (!row || (row->ok() && row->fields.size() == 1 && row->fields[0].empty())) {
        table.errors.push_back({Fault::nothing_there, 1, 1, {}, {}});
    } else if (row->ok()) {
        std::set<std::string_view> earlier;
        for (std::size_t i = 0; i < row->fields.size(); ++i) {
            if (!earlier.insert(row->fields[i]).second) table.errors.push_back(row->error_at(i, Fault::said_twice));
        }
        table.columns = row->fields;
    } else {
        table.errors.push_back(row->error);
    }
    const std::size_t expected = table.columns.size();
    while ((row = reader.next())) {
        const std::size_t given = row->fields.size();
        if (!row->ok()) {
            table.errors.push_back(row->error);
        } else if (given == expected) {
            table.rows.push_back(std::move(*row));
        } else if (expected != 0) {
            table.errors.push_back({Fault::field_count, row->line, 1, {}, {}, given, expected});
        }
    }
    return table;
}
template <std::same_as<std::string> Temporary>
CsvTable read_csv(const Temporary&&) = delete;

}  // namespace trimode
