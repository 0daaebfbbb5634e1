// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Figures of one's own: a CSV of exposures and shares, and the levels of dependency that follow from them by the
/// scale, for one year or over time. Without a file it shows an example that is invented.
///
/// The columns, in any order (others are not read):
///     partner     any name
///     issue_area  trade, debt, investment, aid, migration, arms, energy, or what --cut-offs adds
///     year        four digits
///     exposure    the partner's own flow or stock relative to the product, in percent; empty or ?: unknown
///     share       the partner's share of all partners, in percent; empty or ?: unknown
/// A figure is a number with a point (12.5), an interval (10..15), a bound (>=10, <=5; the number belongs to it) or
/// about a number (~12: within a tenth of it, a convention of the library). Spaces around a field do not count.
///
/// A line that is wrong is named and left out; so is a second line of the same partner, area and year: the first is
/// used.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <trimode/inference/concentration.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/csv_input.hpp"
#include "support/files.hpp"
#include "support/matrix.hpp"
#include "support/scale.hpp"

namespace {

using namespace trimode;
using support::parse_percent;
using support::trimmed;
using support::Trimmed;

/// The invented example; examples/own_figures.csv is the same.
constexpr std::string_view invented =
    "partner,issue_area,year,exposure,share\n"
    "sylvania,trade,2018,14.2,58\n"
    "sylvania,trade,2019,16.5,61.3\n"
    "sylvania,trade,2020,~17,>=55\n"
    "sylvania,migration,2018,6..9,80\n"
    "sylvania,migration,2020,,~75\n"
    "sylvania,energy,2020,22,90\n"
    "lake_bank,debt,2018,12,48.5\n"
    "lake_bank,debt,2019,13.1,51\n"
    "lake_bank,debt,2020,>=10,40..60\n"
    "lake_bank,aid,2019,1.8,35\n"
    "osterlich,trade,2019,<=2,8\n"
    "osterlich,trade,2020,3,21\n"
    "osterlich,investment,2020,0,0\n"
    "osterlich,aid,2018,2.5,30\n";

// ---- levels ---------------------------------------------------------------------------------------------------------

/// A figure and where it comes from. Unit: percent.
struct Figure {
    AnyQuantity quantity;
    std::size_t line = 0;
    int year = 0;
};

/// What is told of a partner in an issue area in a year. Empty: unknown.
struct Figures {
    std::optional<Figure> exposure;
    std::optional<Figure> share;
};

/// The library's scale, with cut-offs of one's own before its own. All that is asked of a scale is asked here.
struct OwnScale {
    std::vector<CutOffs> own;

    [[nodiscard]] DependencyScale scale() const {
        DependencyScale all;
        all.own = own;
        return all;
    }
    [[nodiscard]] bool measures(IssueArea area) const { return scale().find(area).has_value(); }
    /// The cut-offs of an issue area that is measured.
    [[nodiscard]] CutOffs cut_offs(IssueArea area) const { return *scale().find(area); }
    /// The levels that the figures leave possible.
    [[nodiscard]] Dependency levels(const Figures& figures, IssueArea area) const {
        if (!figures.exposure && !figures.share) return {};
        const DependencyScale by = scale();
        detail::Measured measured;
        if (figures.exposure) measured.add(MeasureRole::exposure, detail::percentage(figures.exposure->quantity, by));
        if (figures.share) measured.add(MeasureRole::share, detail::percentage(figures.share->quantity, by));
        return {measured.levels(cut_offs(area), by), true, false};
    }
};

// ---- reading --------------------------------------------------------------------------------------------------------

/// A figure in one of the forms above; nothing when it is unknown.
Result<std::optional<AnyQuantity>> parse_figure(std::string_view text, std::optional<Decimal> most) {
    using Read = Result<std::optional<AnyQuantity>>;
    if (text.empty() || text == "?") return Read(std::optional<AnyQuantity>{});
    const auto number = [&](std::size_t begin, std::size_t end) {
        const Trimmed part = trimmed(text.substr(begin, end - begin));
        const auto found = parse_percent(part.text, most);
        if (found) return found;
        Error error = found.error();
        error.column += begin + part.before;
        return Result<Decimal>(error);
    };
    if (const auto dots = text.find(".."); dots != std::string_view::npos) {
        const auto low = number(0, dots);
        if (!low) return low.error();
        const auto high = number(dots + 2, text.size());
        if (!high) return high.error();
        if (*low > *high) return Error{Fault::out_of_range, 1, 1, text, {}};
        AnyQuantity interval = exactly<Unit::percent>(*low);
        interval.form = Form::interval;
        interval.high = *high;
        return Read(interval);
    }
    const std::size_t sign = text.starts_with(">=") || text.starts_with("<=") ? 2 : text.starts_with('~') ? 1 : 0;
    const auto value = number(sign, text.size());
    if (!value) return value.error();
    if (sign == 1) return Read(AnyQuantity(about<Unit::percent>(*value)));
    if (sign == 0) return Read(AnyQuantity(exactly<Unit::percent>(*value)));
    return Read(text.front() == '>' ? AnyQuantity(at_least<Unit::percent>(*value))
                                    : AnyQuantity(at_most<Unit::percent>(*value)));
}

/// A figure as it can be read again; empty when it is unknown.
std::string written(const std::optional<Figure>& figure) {
    if (!figure) return {};
    const std::string low(text(figure->quantity.low).view());
    const std::string high(text(figure->quantity.high).view());
    switch (figure->quantity.form) {
        case Form::interval:
            return low + ".." + high;
        case Form::at_least:
            return ">=" + low;
        case Form::at_most:
            return "<=" + high;
        case Form::about:
            return "~" + low;
        case Form::exact:
        case Form::over_time:
            break;
    }
    return low;
}

/// A year of four digits.
Result<int> parse_year(std::string_view text) {
    if (text.empty()) return Error{Fault::nothing_there, 1, 1, text, {}};
    int year = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!detail::is_digit(text[i])) return Error{Fault::unexpected_character, 1, i + 1, text.substr(i, 1), {}};
        if (i < 4) year = year * 10 + (text[i] - '0');
    }
    if (text.size() != 4 || year == 0) return Error{Fault::out_of_range, 1, 1, text, {}};
    return year;
}
std::string year_text(int year) { return std::to_string(10000 + year).substr(1); }

/// A name that can be shown: not empty, UTF-8, no control characters.
Result<std::string_view> parse_partner(std::string_view text) {
    if (text.empty()) return Error{Fault::nothing_there, 1, 1, text, {}};
    for (std::string_view rest = text; !rest.empty();) {
        const auto first = detail::first_code_point(rest);
        if (!first.valid || first.number < 0x20 || (first.number >= 0x7f && first.number <= 0x9f)) {
            return Error{Fault::unexpected_character, 1, text.size() - rest.size() + 1, rest.substr(0, first.size), {}};
        }
        rest.remove_prefix(first.size);
    }
    return text;
}

/// All that is told, by partner, issue area and year.
struct Told {
    using Key = std::tuple<std::string, IssueArea, int>;
    struct Line {
        Figures figures;
        std::size_t number = 0;
    };
    std::map<Key, Line> lines;
    std::vector<std::string> partners;  ///< In the order in which they come.
    Set<IssueArea> areas;
    bool whole = true;  ///< Whether nothing was wrong.

    [[nodiscard]] int first_year() const {
        int year = 9999;
        for (const auto& [key, one] : lines) year = std::min(year, std::get<2>(key));
        return year;
    }
    [[nodiscard]] int last_year() const {
        int year = 0;
        for (const auto& [key, one] : lines) year = std::max(year, std::get<2>(key));
        return year;
    }
};

Told read_figures(const std::string& name, std::string_view text, const OwnScale& scale) {
    enum : std::size_t { partner_at, area_at, year_at, exposure_at, share_at };
    support::Input input(name, text, {"partner", "issue_area", "year", "exposure", "share"});
    const auto valid = [&](IssueArea area) { return scale.measures(area); };
    const std::string forms =
        "a percentage such as 12.5, 10..15 (the lower first), >=10, <=5 or ~12, or nothing where it is unknown";
    Told told;
    for (const CsvRow& row : input.rows()) {
        const auto said = [&](std::size_t column) { return input.field(row, column).text; };
        const auto partner = parse_partner(said(partner_at));
        const auto area = support::parse_area(said(area_at), valid);
        const auto year = parse_year(said(year_at));
        const auto exposure = parse_figure(said(exposure_at), std::nullopt);
        const auto share = parse_figure(said(share_at), Decimal{100});
        if (!partner) input.complain(row, partner_at, partner.error(), "a name without control characters, in UTF-8");
        if (!area) input.complain(row, area_at, area.error(), "an issue area with cut-offs: " + support::listed(valid));
        if (!year) input.complain(row, year_at, year.error(), "a year of four digits, such as 2019");
        if (!exposure) input.complain(row, exposure_at, exposure.error(), forms);
        if (!share) input.complain(row, share_at, share.error(), forms + "; of a whole, so 100 at most");
        if (!partner || !area || !year || !exposure || !share) continue;
        const std::string who(*partner);
        const auto figure = [&](const std::optional<AnyQuantity>& quantity) {
            return quantity ? std::optional<Figure>(Figure{*quantity, row.line, *year}) : std::nullopt;
        };
        const auto [kept, fresh] =
            told.lines.try_emplace({who, *area, *year}, Told::Line{{figure(*exposure), figure(*share)}, row.line});
        if (!fresh) {
            input.complain(row, partner_at, {Fault::said_twice, 1, 1, *partner, {}},
                           "one line for " + who + ", " + std::string(trimode::name(*area)) + ", " + year_text(*year) +
                               "; line " + std::to_string(kept->second.number) + " is used");
            continue;
        }
        if (std::find(told.partners.begin(), told.partners.end(), who) == told.partners.end())
            told.partners.push_back(who);
        told.areas.insert(*area);
    }
    told.whole = input.report();
    return told;
}

std::string read_text(const std::string& file) {
    if (file != "-") return support::read_file(file);
    std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    if (std::cin.bad()) throw support::WrongArguments{"cannot be read: standard input"};
    return text;
}

// ---- the answers ----------------------------------------------------------------------------------------------------

/// What is asked of all that is told.
struct Question {
    const Told& told;
    const OwnScale& scale;
    int carry = 0;
    bool is_invented = false;

    /// The figures of this year; where one is unknown, the latest of so many years before it.
    [[nodiscard]] Figures find(const std::string& partner, IssueArea area, int year, int most_years) const {
        Figures found;
        for (auto next = told.lines.upper_bound({partner, area, year}); next != told.lines.begin();) {
            --next;
            const auto& [who, where, when] = next->first;
            const bool known = found.exposure && found.share;
            if (known || who != partner || where != area || when < year - most_years) break;
            if (!found.exposure) found.exposure = next->second.figures.exposure;
            if (!found.share) found.share = next->second.figures.share;
        }
        return found;
    }
    [[nodiscard]] Figures find(const support::MatrixEntry& entry) const {
        return find(entry.partner, entry.area, *parse_year(entry.date), carry);
    }
    [[nodiscard]] std::vector<support::MatrixEntry> cell(const std::string& partner, IssueArea area, int year) const {
        const Dependency levels = scale.levels(find(partner, area, year, carry), area);
        const Dependency stated = scale.levels(find(partner, area, year, 0), area);
        const bool inferred = levels.told != stated.told || levels.levels != stated.levels;
        return {{partner, area, year_text(year), Route::measured, levels, inferred}};
    }
};

support::Matrix matrix_of_year(const Question& question, int year) {
    support::Matrix matrix{"Dependency by partner and issue area, " + year_text(year)};
    matrix.rows = question.told.partners;
    for (const IssueArea area : question.told.areas) matrix.columns.emplace_back(name(area));
    for (const std::string& partner : matrix.rows) {
        for (const IssueArea area : question.told.areas) matrix.cells.push_back(question.cell(partner, area, year));
    }
    return matrix;
}

support::Matrix matrix_over_time(const Question& question, const std::string& partner) {
    const int first = question.told.first_year();
    const int last = question.told.last_year();
    support::Matrix matrix{"Dependency on " + partner + " by issue area, " + year_text(first) + " to " +
                           year_text(last)};
    matrix.corner = "issue area";
    for (int year = first; year <= last; ++year) matrix.columns.push_back(year_text(year));
    for (const IssueArea area : question.told.areas) {
        matrix.rows.emplace_back(name(area));
        for (int year = first; year <= last; ++year) matrix.cells.push_back(question.cell(partner, area, year));
    }
    return matrix;
}

/// A number with four digits behind the point, rounded down, or up.
std::string four_digits(Decimal value, bool up) {
    std::int64_t digits = value.digits();
    int places = value.places();
    bool cut = false;
    for (; places > 4; --places, digits /= 10) cut = cut || digits % 10 != 0;
    return std::string(text(Decimal::of(digits + (up && cut ? 1 : 0), places).value_or(value)).view());
}

/// How concentrated what all partners give is, as far as the shares that are known tell it.
void print_concentration(const Question& question, int year, std::ostream& out) {
    out << "\nConcentration over all partners (Herfindahl-Hirschman index of the shares, 0 to 1); what is not known of a\n"
           "share, and the partners that are not listed, make it a range\n\n";
    for (const IssueArea area : question.told.areas) {
        std::vector<Percentage> shares;
        std::vector<std::string> partners;
        for (const std::string& partner : question.told.partners) {
            const Figures figures = question.find(partner, area, year, question.carry);
            if (!figures.share) continue;
            shares.push_back(detail::percentage(figures.share->quantity, question.scale.scale()));
            partners.push_back(partner);
        }
        if (shares.empty()) continue;
        const Concentration found = concentration(std::span<const Percentage>(shares));
        out << name(area) << ": ";
        if (found.fault != ConcentrationFault::none) {
            out << "none, " << words(name(found.fault));
            if (found.partner < partners.size()) out << " at " << partners[found.partner];
            out << '\n';
            continue;
        }
        std::string classes;
        for (const ConcentrationClass one : concentration_classes(found)) {
            classes += (classes.empty() ? "" : " or ") + std::string(name(one));
        }
        out << four_digits(found.least, false) << (found.exact() ? "" : " to " + four_digits(found.most, true)) << ", "
            << classes << '\n';
    }
}

void print_table(const Question& question, const support::Matrix& matrix, const std::string& origin,
                 std::ostream& out) {
    out << matrix.title << "\n"
        << origin << "\n\n"
        << table(matrix)
        << "\nlevels  none < low < medium < high < critical; a range or list: all that the figures leave possible\n"
           "[any]   told, but no level is ruled out      ?  nothing told      ~  rests on figures that are carried\n\n"
           "Figures in percent: exposure (own flow or stock of the product), share (of all partners)\n\n";
    for (const auto& cell : matrix.cells) {
        const support::MatrixEntry& entry = cell.front();
        if (!entry.found.told) continue;
        const Figures figures = question.find(entry);
        const auto shown = [&](const std::optional<Figure>& figure) {
            if (!figure) return std::string("unknown");
            const std::string year = year_text(figure->year);
            return written(figure) + " (line " + std::to_string(figure->line) +
                   (year == entry.date ? ")" : ", of " + year + ")");
        };
        out << entry.partner << ", " << name(entry.area) << ", " << entry.date << ": " << entry_text(entry)
            << ", exposure " << shown(figures.exposure) << ", share " << shown(figures.share) << '\n';
    }
    if (matrix.corner == "partner" && !matrix.cells.empty()) {
        print_concentration(question, *parse_year(matrix.cells.front().front().date), out);
    }
    out << "\nCut-offs in percent: exposure, share\n\n";
    for (const IssueArea area : question.told.areas) {
        const CutOffs cuts = question.scale.cut_offs(area);
        out << name(area) << ": " << text(cuts.e1).view() << " / " << text(cuts.e2).view() << ", "
            << text(cuts.s1).view() << " / " << text(cuts.s2).view() << " / " << text(cuts.s3).view() << " ("
            << cuts.anchor << ")\n";
    }
}

/// The year of a figure; empty when it is unknown.
std::string year_of(const std::optional<Figure>& figure) { return figure ? year_text(figure->year) : std::string(); }

void print_csv(const Question& question, const support::Matrix& matrix, std::ostream& out) {
    write_csv(out, matrix, {"inferred", "exposure", "exposure_year", "share", "share_year", "invented"},
              [&](const support::MatrixEntry& entry) -> std::vector<std::string> {
                  const Figures figures = question.find(entry);
                  return {entry.inferred ? "true" : "false",
                          written(figures.exposure),
                          year_of(figures.exposure),
                          written(figures.share),
                          year_of(figures.share),
                          question.is_invented ? "true" : "false"};
              });
}

void print_json(const Question& question, const support::Matrix& matrix, std::ostream& out) {
    write_json(out, matrix, [&](JsonWriter& json, const support::MatrixEntry& entry) {
        const Figures figures = question.find(entry);
        const auto put = [&](std::string_view key, const std::string& value) {
            json.key(key);
            value.empty() ? json.null() : json.value(value);
        };
        json.key("inferred").value(entry.inferred);
        put("exposure", written(figures.exposure));
        put("exposure_year", year_of(figures.exposure));
        put("share", written(figures.share));
        put("share_year", year_of(figures.share));
        json.key("invented").value(question.is_invented);
    });
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    if (arguments.has("--to")) {
        const std::string file = arguments.value("--to");
        std::ofstream stream(file, std::ios::binary);
        stream << invented;
        stream.flush();
        if (!stream) throw support::WrongArguments{"cannot be written: " + file};
        out << "The invented example is in " << file << "; edit it and ask it with --from " << file << '\n';
        return;
    }
    if (arguments.has("--year") && arguments.has("--over-time")) {
        throw support::WrongArguments{"--year asks for one year, --over-time for all; give one of them"};
    }
    std::optional<int> year;
    if (arguments.has("--year"))
        year = support::parse_years(arguments, "--year", parse_year, "a year of four digits, such as 2019");
    const int carry = support::carry_asked(arguments);
    const support::OwnCutOffs cut_offs = support::cut_offs_asked(arguments, [](IssueArea) { return true; });
    const OwnScale scale{cut_offs.rows};
    const bool own = arguments.has("--from");
    const std::string file = own ? arguments.value("--from") : "";
    const std::string name = file == "-" ? "standard input" : file;
    const std::string text = own ? read_text(file) : std::string(invented);
    const Told told = read_figures(name, text, scale);
    if (told.lines.empty()) {
        std::cerr << detail::shown(name) << ": there is no line from which a level could follow\n";
        throw support::WrongData{};
    }
    const Question question{told, scale, carry, !own};
    const auto asked_over_time = [&] {
        const std::string partner = arguments.value("--over-time");
        if (std::find(told.partners.begin(), told.partners.end(), partner) == told.partners.end()) {
            support::reject("partner", partner, told.partners);
        }
        return matrix_over_time(question, partner);
    };
    const support::Matrix matrix =
        arguments.has("--over-time") ? asked_over_time() : matrix_of_year(question, year.value_or(told.last_year()));
    const std::string origin =
        own ? "From " + detail::shown(name) + "." : "All figures are invented; for your own: --from FILE.";
    const std::string format = arguments.value("--format");
    if (format == "csv") print_csv(question, matrix, out);
    if (format == "json") print_json(question, matrix, out);
    if (format == "svg") write_svg(out, heat_map(matrix, origin));
    if (format == "table") print_table(question, matrix, origin, out);
    if (!cut_offs.whole || !told.whole) throw support::WrongData{};
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv,
        "own_figures: levels of dependency from figures of one's own; without --from from some that are invented\n\n"
        "FILE is CSV with the columns partner,issue_area,year,exposure,share: percentages such as 12.5, 10..15, >=10,\n"
        "<=5 or ~12 (about), empty where unknown. A line that is wrong is named and left out.",
        {{"--from", "FILE", "read these figures; - reads standard input", "", {}},
         {"--year", "YEAR", "levels of this year; otherwise of the latest", "", {}},
         {"--over-time", "PARTNER", "levels of this partner in all years instead", "", {}},
         support::carry_option(),
         support::cut_offs_option(),
         {"--to", "FILE", "write the invented example into this file, to begin with", "", {}},
         {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json", "svg"}}},
        answer);
}
