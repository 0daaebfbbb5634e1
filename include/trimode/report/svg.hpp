// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// SVG: a writer that sees to escapes and brackets, and a heat map of levels that says what is unknown.
/// Layer: report.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/base/names.hpp>
#include <trimode/base/set.hpp>
#include <trimode/domain/level.hpp>
#include <trimode/report/text.hpp>

namespace trimode {

namespace detail {

/// The first character of a text.
struct CodePoint {
    std::uint32_t number = 0xfffd;  ///< U+FFFD where the bytes are no UTF-8.
    std::size_t size = 1;           ///< Unit: bytes.
    bool valid = false;
};

/// The first character of a text, which may not be empty. A byte that is no UTF-8 (an overlong form, a surrogate,
/// beyond U+10FFFF) stands alone. Source: RFC 3629, section 3.
[[nodiscard]] constexpr CodePoint first_code_point(std::string_view text) noexcept {
    constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const auto byte = [text](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(text[i])}; };
    if (byte(0) < 0x80) return {byte(0), 1, true};
    const std::size_t size = byte(0) >= 0xf8 ? 0 : byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : byte(0) >= 0xc0 ? 2 : 0;
    if (size == 0 || size > text.size()) return {};
    std::uint32_t number = byte(0) & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return {};
        number = number << 6U | (byte(i) & 0x3fU);
    }
    const bool surrogate = number >= 0xd800 && number <= 0xdfff;
    if (number < least[size] || surrogate || number > 0x10ffff) return {};
    return {number, size, true};
}

/// A text as it may stand in XML 1.0, between tags or in double quotes. What no document may hold (control characters,
/// bytes that are no UTF-8, U+FFFE, U+FFFF) and what none should (U+007F to U+009F) becomes U+FFFD.
/// Source: W3C, Extensible Markup Language 1.0 (fifth edition), section 2.2.
[[nodiscard]] inline std::string xml_text(std::string_view text) {
    std::string escaped;
    while (!text.empty()) {
        const CodePoint first = first_code_point(text);
        const std::uint32_t c = first.number;
        const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c <= 0x9f);
        if (c == '<') {
            escaped += "&lt;";
        } else if (c == '>') {
            escaped += "&gt;";
        } else if (c == '&') {
            escaped += "&amp;";
        } else if (c == '"') {
            escaped += "&quot;";
        } else if (!first.valid || control || c == 0xfffe || c == 0xffff) {
            escaped += "\xef\xbf\xbd";
        } else if (c < 0x20) {
            escaped += "&#" + std::to_string(c) + ";";
        } else {
            escaped += text.substr(0, first.size);
        }
        text.remove_prefix(first.size);
    }
    return escaped;
}

/// Called only where a name in the program cannot stand in a picture; its name is the message.
void no_name_of_a_picture_that_stands_alone();

}  // namespace detail

/// The name of an element or attribute, written in the program. Error: does not compile unless it is of letters, digits
/// and hyphens, nor when it could run something or bring in something from outside: `script`, `href`, `onclick` and the
/// like.
class SvgName {
  public:
    template <std::size_t N>
    consteval SvgName(const char (&name)[N]) : name_(name, N - 1) {
        constexpr std::array<std::string_view, 15> refused{
            "a",       "script", "style",         "href", "src",     "use",           "image",
            "feImage", "iframe", "foreignObject", "set",  "animate", "animateMotion", "animateTransform",
            "handler"};
        bool valid = detail::is_lower(name[0]) && !name_.starts_with("on");
        for (const char c : name_) valid = valid && (c == '-' || (detail::is_word(c) && c != '_'));
        for (const std::string_view other : refused) valid = valid && name_ != other;
        if (!valid) detail::no_name_of_a_picture_that_stands_alone();
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept { return name_; }

  private:
    std::string_view name_;
};

/// An attribute of an element.
struct SvgAttribute {
    SvgName name;
    std::string value;

    SvgAttribute(SvgName named, std::string_view text) : name(named), value(text) {}
    template <std::unsigned_integral Number>
    SvgAttribute(SvgName named, Number number) : name(named), value(std::to_string(number)) {}
};

/// Writes one SVG picture, which is well-formed XML 1.0 in UTF-8 whatever the texts are: escapes and brackets are its
/// own concern. Nothing in it points outside: names are looked at when the program is compiled, and a value with a
/// bracket or backslash, by which style could bring in something, is written as `none` unless it is `url(#id)`; words
/// belong between tags. Without an XML declaration, so that it may stand in HTML as well as in a file. That ids are
/// there once, and that there is one outermost element, is the caller's: `auto svg = writer.element("svg", {{"width",
/// 9U}}); writer.text("title", {}, "x < y");`.
class SvgWriter {
  public:
    explicit SvgWriter(std::ostream& out) : out_(out) {}
    SvgWriter(const SvgWriter&) = delete;
    SvgWriter& operator=(const SvgWriter&) = delete;

    using Attributes = std::initializer_list<SvgAttribute>;

    /// An open element, which closes when this goes out of scope.
    class Scope {
      public:
        Scope(SvgWriter& writer, SvgName name, Attributes attributes) : writer_(writer), name_(name) {
            writer_.tag(name, attributes);
            writer_.out_ << ">\n";
            ++writer_.depth_;
        }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope() {
            --writer_.depth_;
            writer_.out_ << std::string(2 * writer_.depth_, ' ') << "</" << name_.view() << ">\n";
        }

      private:
        SvgWriter& writer_;
        SvgName name_;
    };

    /// An element with others in it.
    [[nodiscard]] Scope element(SvgName name, Attributes attributes = {}) { return Scope(*this, name, attributes); }
    /// An element with nothing in it.
    void leaf(SvgName name, Attributes attributes) {
        tag(name, attributes);
        out_ << "/>\n";
    }
    /// An element with words in it.
    void text(SvgName name, Attributes attributes, std::string_view words) {
        tag(name, attributes);
        out_ << '>' << detail::xml_text(words) << "</" << name.view() << ">\n";
    }

  private:
    [[nodiscard]] static bool stays_inside(std::string_view value) noexcept {
        if (value.find_first_of("()\\") == std::string_view::npos) return true;
        if (!value.starts_with("url(#") || !value.ends_with(')')) return false;
        for (const char c : value.substr(5, value.size() - 6)) {
            if (!detail::is_word(c) && c != '-') return false;
        }
        return true;
    }
    void tag(SvgName name, Attributes attributes) {
        out_ << std::string(2 * depth_, ' ') << '<' << name.view();
        for (const SvgAttribute& one : attributes) {
            out_ << ' ' << one.name.view() << "=\"" << detail::xml_text(stays_inside(one.value) ? one.value : "none")
                 << '"';
        }
    }

    std::ostream& out_;
    std::size_t depth_ = 0;
};

/// What a picture can say of a cell beside its levels. Each has a shape of its own.
enum class HeatMark : std::uint8_t {
    measured,   ///< A full square: from figures.
    judged,     ///< A circle: from somebody's words.
    inferred,   ///< A triangle: not stated for that time.
    contested,  ///< A cross: told in ways that do not agree.
};

/// The spellings of HeatMark.
consteval auto names_of(HeatMark) { return names<HeatMark>("measured", "judged", "inferred", "contested"); }

/// One cell of a heat map. As it begins, nothing is told.
struct HeatCell {
    std::string text{};  ///< What a table would print. Empty: `?` where nothing is told, otherwise the levels.
    Set<Level> levels = all<Level>();  ///< The levels that are still possible.
    bool told = false;                 ///< False: nothing is told, and the cell is hatched whatever its levels are.
    Set<HeatMark> marks{};

    /// The words in the cell.
    [[nodiscard]] std::string words() const {
        if (!text.empty()) return text;
        return told ? level_text(levels) : "?";
    }
};

/// A table of levels as a picture: each cell is shaded by the least of its levels, its right edge by the greatest when
/// there are several, and hatched where nothing is told. Every cell has its words too, so that it can be read without
/// colours.
struct HeatMap {
    std::string title{};
    std::string description{};  ///< A sentence below the title; also read out by screen readers.
    std::vector<std::string> rows{};
    std::vector<std::string> columns{};
    std::vector<HeatCell>
        cells{};                ///< Row by row. Those that are missing are not told, those that are too many not shown.
    std::string id = "levels";  ///< What the ids in it begin with; another one for each picture of a page.
};

namespace detail {

/// The shade of a level and the ink of words on it. Own choice: the greater the level the darker the shade, so that
/// they stand apart without colours, and at least 4.5 to 1 between ink and shade. Source of the ratio: W3C,
/// WCAG 2.1, 1.4.3.
struct Shade {
    std::string_view fill;
    std::string_view ink;
};
[[nodiscard]] constexpr Shade shade(Level level) noexcept {
    constexpr std::string_view dark = "#10151c";
    constexpr std::string_view light = "#ffffff";
    switch (level) {
        case Level::none:
            return {"#f2f6fa", dark};
        case Level::low:
            return {"#c5d9ec", dark};
        case Level::medium:
            return {"#8fb4d9", dark};
        case Level::high:
            return {"#3f6fa8", light};
        case Level::critical:
            break;
    }
    return {"#14304f", light};
}
inline constexpr std::string_view plain_ink = "#10151c";  // on white, and on the hatching
inline constexpr std::string_view hatch_line = "#8a8a8a";
inline constexpr std::string_view frame_line = "#59636e";

/// How wide a text may become. An estimate by number of characters: .62 of the font's size for each up to the Armenian
/// script, which no common monospaced font exceeds; 1.3 for all others (full-width signs, pictographs). Rare signs that
/// are wider than that leave their place.
[[nodiscard]] inline std::size_t text_width(std::string_view text, std::size_t font_size) noexcept {
    std::size_t hundredths = 0;
    while (!text.empty()) {
        const CodePoint first = first_code_point(text);
        hundredths += first.number < 0x590 ? 62U : 130U;
        text.remove_prefix(first.size);
    }
    return (hundredths * font_size + 99) / 100;
}

/// Draws a heat map. Unit: pixels.
class HeatMapPicture {
  public:
    HeatMapPicture(std::ostream& out, const HeatMap& map) : map_(map), svg_(out), id_(safe_id(map.id)) {
        left_ = margin;
        for (const auto& row : map_.rows) widen(left_, margin + width(row) + 2 * pad);
        std::size_t x = left_;
        for (std::size_t column = 0; column < map_.columns.size(); ++column) {
            begins_.push_back(x);
            std::size_t needed = least_width;
            widen(needed, width(map_.columns[column]) + 2 * pad);
            for (std::size_t row = 0; row < map_.rows.size(); ++row) {
                widen(needed, width(cell(row, column).words()) + 2 * pad + strip);
            }
            x += needed;
        }
        begins_.push_back(x);
        widen(right_, x);
        widen(right_, margin + text_width(map_.title, title_size));
        widen(right_, margin + width(map_.description));
    }

    void draw() {
        const std::size_t bottom = grid_top + map_.rows.size() * cell_height + margin;
        std::size_t legend_lines = 1;
        std::size_t x = margin;
        for_each_legend([&](std::string_view words, auto&&) { place(x, legend_lines, words); });
        const std::size_t wide = right_ + margin;
        const std::size_t high = bottom + legend_lines * legend_height + margin;
        const auto svg = svg_.element("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                                              {"width", wide},
                                              {"height", high},
                                              {"viewBox", "0 0 " + std::to_string(wide) + " " + std::to_string(high)},
                                              {"role", "img"},
                                              {"aria-labelledby", id_ + "-title " + id_ + "-desc"},
                                              {"font-family", "monospace"},
                                              {"font-size", font_size}});
        svg_.text("title", {{"id", id_ + "-title"}}, map_.title);
        svg_.text("desc", {{"id", id_ + "-desc"}}, description());
        draw_hatching();
        svg_.leaf("rect", {{"width", wide}, {"height", high}, {"fill", "#ffffff"}});
        svg_.text("text", {{"x", margin}, {"y", 32U}, {"font-size", title_size}, {"fill", plain_ink}}, map_.title);
        svg_.text("text", {{"x", margin}, {"y", 54U}, {"fill", plain_ink}}, map_.description);
        for (std::size_t column = 0; column < map_.columns.size(); ++column) {
            words(middle(begins_[column], begins_[column + 1]), grid_top - 8, plain_ink, map_.columns[column]);
        }
        for (std::size_t row = 0; row < map_.rows.size(); ++row) {
            const std::size_t y = grid_top + row * cell_height;
            svg_.text("text", {{"x", margin}, {"y", y + cell_height / 2 + 4}, {"fill", plain_ink}}, map_.rows[row]);
            for (std::size_t column = 0; column < map_.columns.size(); ++column) draw_cell(row, column, y);
        }
        draw_legend(bottom);
    }

  private:
    static constexpr std::size_t margin = 16;
    static constexpr std::size_t pad = 8;
    static constexpr std::size_t font_size = 13;
    static constexpr std::size_t title_size = 16;
    static constexpr std::size_t grid_top = 90;
    static constexpr std::size_t cell_height = 42;
    static constexpr std::size_t least_width = 100;  // room for four marks, 14 each, and the strip
    static constexpr std::size_t strip = 24;        // at the right edge, for the greatest level
    static constexpr std::size_t legend_height = 24;
    static constexpr std::size_t swatch = 22;

    [[nodiscard]] static std::size_t width(std::string_view text) noexcept { return text_width(text, font_size); }
    [[nodiscard]] static std::size_t middle(std::size_t from, std::size_t to) noexcept {
        return from + (to - from) / 2;
    }
    static void widen(std::size_t& room, std::size_t needed) noexcept { room = room < needed ? needed : room; }
    [[nodiscard]] static std::string safe_id(std::string_view id) {
        std::string safe;
        for (const char c : id) safe += is_word(c) ? c : '-';
        const bool letter = !safe.empty() && (is_lower(safe[0]) || is_upper(safe[0]));
        return letter ? safe : "x" + safe;
    }
    [[nodiscard]] static std::string points(std::initializer_list<std::array<std::size_t, 2>> corners) {
        std::string text;
        for (const auto& [x, y] : corners) {
            text += (text.empty() ? "" : " ") + std::to_string(x) + "," + std::to_string(y);
        }
        return text;
    }
    [[nodiscard]] const HeatCell& cell(std::size_t row, std::size_t column) const noexcept {
        const std::size_t at = row * map_.columns.size() + column;
        return at < map_.cells.size() ? map_.cells[at] : untold_;
    }
    [[nodiscard]] std::string description() const {
        std::size_t told = 0;
        for (std::size_t row = 0; row < map_.rows.size(); ++row) {
            for (std::size_t column = 0; column < map_.columns.size(); ++column)
                told += cell(row, column).told ? 1U : 0U;
        }
        const std::size_t cells = map_.rows.size() * map_.columns.size();
        return map_.description + (map_.description.empty() ? "" : " ") + "Of " + std::to_string(told) + " of " +
               std::to_string(cells) + " cells something is told; the others are hatched.";
    }

    void words(std::size_t x, std::size_t y, std::string_view ink, std::string_view text) {
        svg_.text("text", {{"x", x}, {"y", y}, {"text-anchor", "middle"}, {"fill", ink}}, text);
    }
    void box(std::size_t x, std::size_t y, std::size_t wide, std::size_t high, std::string_view fill) {
        svg_.leaf("rect",
                  {{"x", x}, {"y", y}, {"width", wide}, {"height", high}, {"fill", fill}, {"stroke", frame_line}});
    }
    void draw_hatching() {
        const auto defs = svg_.element("defs");
        const auto pattern = svg_.element(
            "pattern", {{"id", id_ + "-hatch"}, {"width", 8U}, {"height", 8U}, {"patternUnits", "userSpaceOnUse"}});
        svg_.leaf("rect", {{"width", 8U}, {"height", 8U}, {"fill", "#ffffff"}});
        svg_.leaf("path", {{"d", "M-2 2L2 -2M0 8L8 0M6 10L10 6"}, {"stroke", hatch_line}});
    }
    /// The background of what has these levels: the shade of the least, and a slanted strip of the greatest.
    std::string_view draw_levels(std::size_t x, std::size_t y, std::size_t wide, std::size_t high, Set<Level> levels) {
        if (levels.empty()) {
            box(x, y, wide, high, "none");
            return plain_ink;
        }
        const Level least = *levels.begin();
        Level most = least;
        for (const Level level : levels) most = level;
        box(x, y, wide, high, shade(least).fill);
        if (most != least) {
            const std::size_t end = x + wide;
            const std::size_t room = wide < 2 * strip ? wide / 2 : strip;
            const std::string corners =
                points({{end - room + 8, y}, {end, y}, {end, y + high}, {end - room, y + high}});
            svg_.leaf("polygon", {{"points", corners}, {"fill", shade(most).fill}, {"stroke", frame_line}});
        }
        return shade(least).ink;
    }
    void draw_mark(HeatMark mark, std::size_t x, std::size_t y, std::string_view ink) {
        switch (mark) {
            case HeatMark::measured:
                svg_.leaf("rect", {{"x", x - 4}, {"y", y - 4}, {"width", 8U}, {"height", 8U}, {"fill", ink}});
                return;
            case HeatMark::judged:
                svg_.leaf("circle", {{"cx", x}, {"cy", y}, {"r", 4U}, {"fill", "none"}, {"stroke", ink}});
                return;
            case HeatMark::inferred:
                svg_.leaf("polygon", {{"points", points({{x, y - 4}, {x + 5, y + 4}, {x - 5, y + 4}})},
                                      {"fill", "none"},
                                      {"stroke", ink}});
                return;
            case HeatMark::contested:
                break;
        }
        const auto at = [](std::size_t across, std::size_t down) {
            return std::to_string(across) + " " + std::to_string(down);
        };
        svg_.leaf("path", {{"d", "M" + at(x - 4, y - 4) + "L" + at(x + 4, y + 4) + "M" + at(x + 4, y - 4) + "L" +
                                     at(x - 4, y + 4)},
                           {"stroke", ink},
                           {"stroke-width", 2U}});
    }
    void draw_cell(std::size_t row, std::size_t column, std::size_t y) {
        const HeatCell& shown = cell(row, column);
        const std::size_t x = begins_[column];
        const std::size_t wide = begins_[column + 1] - x;
        const std::string number = std::to_string(row + 1) + "-" + std::to_string(column + 1);
        const auto group = svg_.element("g", {{"id", id_ + "-cell-" + number}});
        svg_.text("title", {},
                  map_.rows[row] + ", " + map_.columns[column] + ": " + shown.words() +
                      (shown.told ? "" : " (nothing told)") + (shown.marks.empty() ? "" : "; " + joined(shown.marks)));
        std::string_view ink = plain_ink;
        if (shown.told) {
            ink = draw_levels(x, y, wide, cell_height, shown.levels);
        } else {
            box(x, y, wide, cell_height, "url(#" + id_ + "-hatch)");
        }
        const std::size_t centre = middle(x, x + wide - (shown.told && shown.levels.size() > 1 ? strip : 0));
        words(centre, y + 18, ink, shown.words());
        std::size_t at = centre + 7 - 7 * shown.marks.size();
        for (const HeatMark mark : shown.marks) {
            draw_mark(mark, at, y + 31, ink);
            at += 14;
        }
    }

    /// Calls `visit(words, draw)` for each entry of the legend; `draw(x, y)` draws its sign into a swatch.
    template <class Visit>
    void for_each_legend(Visit&& visit) {
        for (const Level level : all<Level>()) {
            visit(name(level), [&, level](std::size_t x, std::size_t y) {
                static_cast<void>(draw_levels(x, y, swatch, 14, Set<Level>{level}));
            });
        }
        visit("several levels are left: least, then greatest", [&](std::size_t x, std::size_t y) {
            static_cast<void>(draw_levels(x, y, swatch, 14, Set<Level>{Level::low, Level::critical}));
        });
        visit("? nothing told",
              [&](std::size_t x, std::size_t y) { box(x, y, swatch, 14, "url(#" + id_ + "-hatch)"); });
        for (const HeatMark mark : all<HeatMark>()) {
            visit(name(mark), [&, mark](std::size_t x, std::size_t y) { draw_mark(mark, x + 11, y + 7, plain_ink); });
        }
    }
    /// Moves behind an entry of the legend, or first to the next line where it does not fit. Gives where it begins.
    std::size_t place(std::size_t& x, std::size_t& line, std::string_view words) const {
        const std::size_t wide = swatch + pad + width(words) + margin;
        if (x > margin && x + wide > right_ + margin) {
            x = margin;
            ++line;
        }
        const std::size_t begin = x;
        x += wide;
        return begin;
    }
    void draw_legend(std::size_t top) {
        const auto group = svg_.element("g", {{"id", id_ + "-legend"}});
        std::size_t x = margin;
        std::size_t line = 1;
        for_each_legend([&](std::string_view words, auto&& draw) {
            const std::size_t begin = place(x, line, words);
            const std::size_t y = top + (line - 1) * legend_height;
            draw(begin, y);
            svg_.text("text", {{"x", begin + swatch + pad}, {"y", y + 12}, {"fill", plain_ink}}, words);
        });
    }

    const HeatMap& map_;
    SvgWriter svg_;
    std::string id_;
    HeatCell untold_{};
    std::vector<std::size_t> begins_{};  ///< Where each column begins, and where the last one ends.
    std::size_t left_ = 0;
    std::size_t right_ = 480;  ///< Where everything but the margin ends.
};

}  // namespace detail

/// Writes a heat map as SVG: one picture that stands alone, the same bytes for the same map. Names and texts may hold
/// anything; what no XML may hold becomes U+FFFD. Widths are estimates by number of characters.
/// Cost: linear in the cells; allocates for each.
inline void write_svg(std::ostream& out, const HeatMap& map) { detail::HeatMapPicture(out, map).draw(); }

}  // namespace trimode
