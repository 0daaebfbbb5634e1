// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Scale picture: curves on logarithmic axes, side by side, with their slopes; can be read without colours.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/report/svg.hpp>

namespace bench {

/// What was measured at some number. Both above 0.
struct Point {
    double x = 0.0;
    double y = 0.0;
};

/// What was measured of one way, by rising x.
struct Curve {
    std::string name;
    std::vector<Point> points;
};

/// The ways beside one another, as numbers grow.
struct Panel {
    std::string title;
    std::string across;    ///< What the numbers are.
    std::string up;        ///< What was measured, with its unit.
    std::string expected;  ///< Which slope it should have, in words.
    std::vector<Curve> curves;
};

/// The slope of a line through the logarithms, by least squares: 1 where what is measured is proportional to the
/// number. 0 for fewer than two points.
/// @param upper_half  Only from the middle of the range up, where what does not grow counts for less.
[[nodiscard]] inline double slope(const std::vector<Point>& points, bool upper_half) {
    if (points.size() < 2) return 0.0;
    const double middle = std::sqrt(points.front().x * points.back().x) * .999;
    double n = 0.0;
    double x = 0.0;
    double y = 0.0;
    double xx = 0.0;
    double xy = 0.0;
    for (const Point point : points) {
        if (upper_half && point.x < middle) continue;
        const double across = std::log(point.x);
        const double up = std::log(point.y);
        n += 1.0;
        x += across;
        y += up;
        xx += across * across;
        xy += across * up;
    }
    const double spread = n * xx - x * x;
    return spread > 0.0 ? (n * xy - x * y) / spread : 0.0;
}

namespace detail {

/// A length in the picture, to a tenth.
[[nodiscard]] inline std::string length(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

/// A number beside an axis: 100, 10k, 1M, .01.
[[nodiscard]] inline std::string axis_number(double value) {
    std::array<char, 32> text{};
    if (value >= 0.999e6) {
        std::snprintf(text.data(), text.size(), "%.0fM", value / 1e6);
    } else if (value >= 0.999e4) {
        std::snprintf(text.data(), text.size(), "%.0fk", value / 1e3);
    } else {
        std::snprintf(text.data(), text.size(), "%g", value);
    }
    return text.data();
}

/// One axis: a range of numbers, by their logarithms, on a range of the picture.
struct Axis {
    double least, most;
    double from, to;
    [[nodiscard]] double place(double value) const {
        return from + (to - from) * std::log(value / least) / std::log(most / least);
    }
};

/// A curve's colour, dashes and sign; each of the latter two alone tells it from the others. Colours: Okabe and Ito,
/// Color universal design (2008), the darker ones.
struct Look {
    std::string_view colour;
    std::string_view dashes;
    char sign;
};
inline constexpr std::array<Look, 6> looks{{
    {"#000000", "none", 'o'},
    {"#0072b2", "8 3", 's'},
    {"#d55e00", "2 3", 't'},
    {"#00694b", "10 3 2 3", 'd'},
    {"#8a3b6e", "5 5", 'x'},
    {"#59636e", "12 4 2 4 2 4", '+'},
}};

using trimode::SvgWriter;

inline void draw_sign(SvgWriter& svg, char sign, std::string_view colour, double x, double y) {
    constexpr double r = 3.5;
    const std::string paint(colour);
    const auto path = [&](const std::string& steps) {
        svg.leaf("path", {{"d", steps}, {"fill", "#ffffff"}, {"stroke", paint}, {"stroke-width", "1.5"}});
    };
    const auto at = [&](double dx, double dy) { return length(x + dx) + ' ' + length(y + dy); };
    switch (sign) {
        case 's':
            path("M" + at(-r, -r) + " L" + at(r, -r) + " L" + at(r, r) + " L" + at(-r, r) + " Z");
            break;
        case 't':
            path("M" + at(0, -r - 1) + " L" + at(r + 1, r) + " L" + at(-r - 1, r) + " Z");
            break;
        case 'd':
            path("M" + at(0, -r - 1) + " L" + at(r + 1, 0) + " L" + at(0, r + 1) + " L" + at(-r - 1, 0) + " Z");
            break;
        case 'x':
            path("M" + at(-r, -r) + " L" + at(r, r) + " M" + at(-r, r) + " L" + at(r, -r));
            break;
        case '+':
            path("M" + at(-r - 1, 0) + " L" + at(r + 1, 0) + " M" + at(0, -r - 1) + " L" + at(0, r + 1));
            break;
        default:
            svg.leaf("circle", {{"cx", length(x)},
                                {"cy", length(y)},
                                {"r", length(r)},
                                {"fill", "#ffffff"},
                                {"stroke", paint},
                                {"stroke-width", "1.5"}});
    }
}

inline void draw_line(SvgWriter& svg, double x1, double y1, double x2, double y2, std::string_view colour,
                      std::string_view dashes = "none") {
    svg.leaf("line", {{"x1", length(x1)},
                      {"y1", length(y1)},
                      {"x2", length(x2)},
                      {"y2", length(y2)},
                      {"stroke", std::string(colour)},
                      {"stroke-dasharray", std::string(dashes)}});
}

inline void draw_text(SvgWriter& svg, double x, double y, std::string_view anchor, std::string_view words,
                      std::string_view weight = "normal") {
    svg.text("text",
             {{"x", length(x)},
              {"y", length(y)},
              {"text-anchor", std::string(anchor)},
              {"fill", "#10151c"},
              {"font-weight", std::string(weight)}},
             words);
}

/// One panel with its upper left corner at x, y.
inline void draw_panel(SvgWriter& svg, const Panel& panel, double x, double y, double width, double height) {
    constexpr std::string_view grey = "#c4c9cf";
    constexpr double label_width = 160.0;
    double least_x = 1e300;
    double most_x = 0.0;
    double least_y = 1e300;
    double most_y = 0.0;
    for (const Curve& curve : panel.curves) {
        for (const Point point : curve.points) {
            least_x = std::min(least_x, point.x);
            most_x = std::max(most_x, point.x);
            least_y = std::min(least_y, point.y);
            most_y = std::max(most_y, point.y);
        }
    }
    if (most_x <= least_x) return;
    const double bottom = std::floor(std::log10(least_y));
    const double top = std::max(std::ceil(std::log10(most_y)), bottom + 1.0);
    const Axis across{least_x, most_x, x + 44.0, x + width - label_width};
    const Axis up{std::pow(10.0, bottom), std::pow(10.0, top), y + height - 44.0, y + 48.0};

    draw_text(svg, x, y + 14.0, "start", panel.title, "bold");
    draw_text(svg, x, y + 32.0, "start", panel.up);
    for (double power = bottom; power <= top + .5; power += 1.0) {
        const double at = up.place(std::pow(10.0, power));
        draw_line(svg, across.from, at, across.to, at, grey);
        draw_text(svg, across.from - 6.0, at + 4.0, "end", axis_number(std::pow(10.0, power)));
    }
    // Numbers below: the powers of ten of a wide range, or those measured of a narrow one.
    std::vector<double> marks;
    if (most_x / least_x > 100.0) {
        for (double mark = least_x; mark < most_x * 1.1; mark *= 10.0) marks.push_back(mark);
    } else {
        for (const Point point : panel.curves.front().points) marks.push_back(point.x);
    }
    for (const double mark : marks) {
        const double at = across.place(mark);
        draw_line(svg, at, up.from, at, up.from + 5.0, "#10151c");
        draw_text(svg, at, up.from + 19.0, "middle", axis_number(mark));
    }
    draw_text(svg, (across.from + across.to) / 2.0, up.from + 38.0, "middle", panel.across);

    // What is linear: one line through each power of ten, as far as it stays inside.
    for (double power = bottom - std::log10(most_x / least_x); power < top; power += 1.0) {
        const double begins = std::pow(10.0, std::ceil(power));  // where x is least
        const double from = std::max(least_x, least_x * up.least / begins);
        const double to = std::min(most_x, least_x * up.most / begins);
        if (from >= to) continue;
        draw_line(svg, across.place(from), up.place(begins * from / least_x), across.place(to),
                  up.place(begins * to / least_x), "#8c959f", "1 4");
    }

    // Names at the ends of the curves, moved apart where they would touch.
    struct Label {
        double wanted = 0.0;
        double at = 0.0;
        std::size_t curve = 0;
    };
    std::vector<Label> labels;
    for (std::size_t i = 0; i < panel.curves.size(); ++i) {
        const Curve& curve = panel.curves[i];
        if (curve.points.empty()) continue;
        const Look& look = looks[i % looks.size()];
        std::string line;
        for (const Point point : curve.points) {
            if (!line.empty()) line += ' ';
            line += length(across.place(point.x));
            line += ',';
            line += length(up.place(point.y));
        }
        svg.leaf("polyline", {{"points", line},
                              {"fill", "none"},
                              {"stroke", std::string(look.colour)},
                              {"stroke-width", "1.8"},
                              {"stroke-dasharray", std::string(look.dashes)}});
        for (const Point point : curve.points)
            draw_sign(svg, look.sign, look.colour, across.place(point.x), up.place(point.y));
        const double end = up.place(curve.points.back().y);
        labels.push_back({end, end, i});
    }
    std::sort(labels.begin(), labels.end(), [](const Label& left, const Label& right) { return left.at < right.at; });
    constexpr double apart = 16.0;
    for (std::size_t i = 1; i < labels.size(); ++i) labels[i].at = std::max(labels[i].at, labels[i - 1].at + apart);
    // Down too far: up again from the bottom.
    for (std::size_t i = labels.size(); i-- > 0;) {
        const double limit = i + 1 < labels.size() ? labels[i + 1].at - apart : up.from;
        labels[i].at = std::min(labels[i].at, limit);
    }
    for (const Label& label : labels) {
        const Curve& curve = panel.curves[label.curve];
        const Look& look = looks[label.curve % looks.size()];
        const double ends = across.place(curve.points.back().x);
        draw_line(svg, ends + 6.0, label.wanted, across.to + 10.0, label.at, grey);
        draw_sign(svg, look.sign, look.colour, across.to + 17.0, label.at);
        std::array<char, 32> number{};
        std::snprintf(number.data(), number.size(), " (%.2f)", slope(curve.points, false));
        draw_text(svg, across.to + 26.0, label.at + 4.0, "start", curve.name + number.data());
    }
}

}  // namespace detail

/// Writes all panels as one SVG picture: text is text, each curve has its own sign and dashes, and at its end its name
/// with its slope.
inline void write_picture(std::ostream& out, const std::vector<Panel>& panels) {
    constexpr unsigned margin = 20;
    constexpr unsigned panel_width = 450;
    constexpr unsigned panel_height = 340;
    const auto number = static_cast<unsigned>(panels.size());
    const unsigned width = 2 * margin + number * panel_width;
    const unsigned height = 2 * margin + panel_height + 24;
    trimode::SvgWriter svg(out);
    const auto whole = svg.element("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                                           {"width", width},
                                           {"height", height},
                                           {"viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(height)},
                                           {"role", "img"},
                                           {"font-family", "DejaVu Sans, Arial, sans-serif"},
                                           {"font-size", "12"}});
    svg.text("title", {}, "What verdicts cost, by the number of cases, conditions and rules");
    svg.leaf("rect", {{"width", width}, {"height", height}, {"fill", "#ffffff"}});
    for (unsigned i = 0; i < number; ++i) {
        detail::draw_panel(svg, panels[i], margin + i * panel_width, margin, panel_width - 12.0, panel_height);
    }
    detail::draw_text(svg, margin, height - margin + 4.0, "start",
                      "Logarithmic axes. Dotted lines are linear, slope 1; in brackets the slope of each curve.");
}

}  // namespace bench
