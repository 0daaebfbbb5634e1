// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Pictures: well-formed whatever the texts are, complete in themselves, readable, and honest about what is unknown.
#include <trimode/report/svg.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/generator.hpp"
#include "report/foreign_locale.hpp"
#include "support/json.hpp"
#include "support/xml.hpp"

namespace {

using namespace trimode;
using support::Xml;

std::string svg(const HeatMap& map) {
    std::ostringstream out;
    write_svg(out, map);
    return out.str();
}

Xml read(const std::string& text) {
    support::XmlReader reader(text);
    const auto root = reader.document();
    REQUIRE_MESSAGE(root.has_value(), reader.error());
    return *root;
}

/// A text as a picture shows it: bytes that cannot stand in it are replaced.
std::string replaced(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const std::size_t size = support::utf8_length(text);
        const std::string_view one = text.substr(0, size == 0 ? 1 : size);
        const auto byte = [one](std::size_t i) { return static_cast<unsigned char>(one[i]); };
        const bool control =
            size == 1 && (byte(0) < 0x20 || byte(0) == 0x7f) && one != "\t" && one != "\n" && one != "\r";
        const bool high_control = size == 2 && byte(0) == 0xc2 && byte(1) < 0xa0;
        const bool no_character = one == "\xef\xbf\xbe" || one == "\xef\xbf\xbf";
        if (size == 0 || control || high_control || no_character)
            shown += "\xef\xbf\xbd";
        else
            shown += one;
        text.remove_prefix(one.size());
    }
    return shown;
}

std::size_t number(const std::string& text) {
    REQUIRE_FALSE(text.empty());
    REQUIRE(text.find_first_not_of("0123456789") == std::string::npos);
    return std::stoul(text);
}

/// Relative luminance of "#rrggbb". Source: W3C, WCAG 2.1, "relative luminance".
double luminance(const std::string& colour) {
    REQUIRE(colour.size() == 7);
    REQUIRE(colour[0] == '#');
    const auto part = [&](std::size_t at) {
        const double value = static_cast<double>(std::stoi(colour.substr(at, 2), nullptr, 16)) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
double contrast(const std::string& one, const std::string& other) {
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

/// Ids are there once, all references lead to one of them, and nothing leads outside.
void check_whole(const Xml& root) {
    std::set<std::string> ids;
    root.walk([&](const Xml& one) {
        if (one.has("id")) CHECK_MESSAGE(ids.insert(one.get("id")).second, "twice: ", one.get("id"));
    });
    const std::set<std::string> known{"svg",  "title", "desc", "defs",    "pattern", "rect",
                                      "path", "g",     "text", "polygon", "circle"};
    root.walk([&](const Xml& one) {
        CHECK_MESSAGE(known.count(one.name) == 1, one.name);
        for (const auto& [name, value] : one.attributes) {
            for (const char* outside : {"href", "src", "style", "on"}) CHECK_FALSE(name.starts_with(outside));
            CHECK(value.find("//") == (name == "xmlns" ? 5 : std::string::npos));
            if (value.find('(') == std::string::npos) continue;
            REQUIRE(value.starts_with("url(#"));
            REQUIRE(value.ends_with(")"));
            CHECK(ids.count(value.substr(5, value.size() - 6)) == 1);
        }
    });
    CHECK(root.name == "svg");
    CHECK(root.get("xmlns") == "http://www.w3.org/2000/svg");
    CHECK(root.get("role") == "img");
    std::istringstream labels(root.get("aria-labelledby"));
    std::vector<std::string> names;
    for (std::string label; labels >> label;) {
        REQUIRE(root.of_id(label) != nullptr);
        names.push_back(root.of_id(label)->name);
    }
    CHECK(names == std::vector<std::string>{"title", "desc"});
    CHECK(root.get("viewBox") == "0 0 " + root.get("width") + " " + root.get("height"));
}

const Xml& cell(const Xml& root, std::size_t row, std::size_t column, const std::string& id = "levels") {
    const std::string name = id + "-cell-" + std::to_string(row + 1) + "-" + std::to_string(column + 1);
    const Xml* found = root.of_id(name);
    REQUIRE_MESSAGE(found != nullptr, name);
    return *found;
}
std::string words(const Xml& cell) {
    const auto texts = cell.all("text");
    REQUIRE(texts.size() == 1);
    return texts[0].text;
}
/// The background of a cell: the first thing that is drawn.
const Xml& ground(const Xml& cell) {
    REQUIRE(cell.children.size() >= 3);
    REQUIRE(cell.children[0].name == "title");
    REQUIRE(cell.children[1].name == "rect");
    return cell.children[1];
}
bool hatched(const Xml& cell) { return ground(cell).get("fill").starts_with("url("); }
/// The strip of the greatest level; its fill, or nothing.
std::string strip(const Xml& cell) {
    std::string fill;
    for (const Xml& one : cell.all("polygon")) {
        if (one.get("fill") == "none") continue;
        CHECK(fill.empty());
        fill = one.get("fill");
    }
    return fill;
}

HeatCell told(Set<Level> levels, std::string text = {}, Set<HeatMark> marks = {}) {
    HeatCell made;
    made.text = std::move(text);
    made.levels = levels;
    made.told = true;
    made.marks = marks;
    return made;
}

/// One row with a cell for each level, and one of which nothing is told.
HeatMap one_of_each() {
    HeatMap map;
    map.title = "Each level";
    map.rows = {"row"};
    for (const Level level : all<Level>()) {
        map.columns.emplace_back(name(level));
        map.cells.push_back(told({level}));
    }
    map.columns.emplace_back("unknown");
    map.cells.emplace_back();
    return map;
}
std::array<std::string, 5> shades() {
    const Xml root = read(svg(one_of_each()));
    std::array<std::string, 5> fills;
    for (std::size_t i = 0; i < 5; ++i) fills[i] = ground(cell(root, 0, i)).get("fill");
    return fills;
}

/// Names and texts that are hostile in many ways.
std::string anything(test::Generator& generator) {
    using namespace std::string_view_literals;
    static const std::vector<std::string_view> parts{"<"sv,
                                                     ">"sv,
                                                     "&"sv,
                                                     "\""sv,
                                                     "'"sv,
                                                     "]]>"sv,
                                                     "<!--"sv,
                                                     "<script>"sv,
                                                     "&lt;"sv,
                                                     "\0"sv,
                                                     "\x1b"sv,
                                                     "\x7f"sv,
                                                     "\xc2\x85"sv,
                                                     "\xff"sv,
                                                     "\xc3"sv,
                                                     "\xe2\x82"sv,
                                                     "\xf0\x9f\x92\xa9"sv,
                                                     "\xed\xa0\x80"sv,
                                                     "\xc0\x80"sv,
                                                     "\xf5\x80\x80\x80"sv,
                                                     "\xef\xbf\xbe"sv,
                                                     "\xef\xbf\xbf"sv,
                                                     "\t"sv,
                                                     "\r\n"sv,
                                                     "url(http://a)"sv,
                                                     "Душанбе"sv,
                                                     "塔吉克"sv,
                                                     "a"sv,
                                                     " "sv,
                                                     "\xf4\x8f\xbf\xbf"sv,
                                                     "\xf4\x90\x80\x80"sv};
    std::string text;
    for (std::uint32_t left = generator.below(8); left > 0; --left) {
        if (generator.below(4) == 0)
            text += static_cast<char>(generator.below(256));
        else
            text += parts[generator.below(static_cast<std::uint32_t>(parts.size()))];
    }
    return text;
}

}  // namespace

TEST_CASE("a heat map shows every cell in words and shades") {
    HeatMap map;
    map.title = "Levels in 2019";
    map.description = "Of two partners.";
    map.rows = {"russia", "china"};
    map.columns = {"trade", "debt"};
    map.cells = {told({Level::medium, Level::high}, "[medium-high]", {HeatMark::measured}),
                 told({Level::low}, {}, {HeatMark::judged}), HeatCell{}, told(all<Level>(), "any")};
    const Xml root = read(svg(map));
    check_whole(root);
    CHECK(root.of_id("levels-title")->text == "Levels in 2019");
    CHECK(root.of_id("levels-desc")->text ==
          "Of two partners. Of 3 of 4 cells something is told; the others are hatched.");
    CHECK(words(cell(root, 0, 0)) == "[medium-high]");
    CHECK(words(cell(root, 0, 1)) == "low");
    CHECK(words(cell(root, 1, 0)) == "?");
    CHECK(words(cell(root, 1, 1)) == "any");
    CHECK(cell(root, 0, 0).all("title")[0].text == "russia, trade: [medium-high]; measured");
    CHECK(cell(root, 1, 0).all("title")[0].text == "china, trade: ? (nothing told)");
    std::multiset<std::string> shown;
    root.walk([&](const Xml& one) {
        if (one.name == "text") shown.insert(one.text);
    });
    for (const char* word : {"Levels in 2019", "Of two partners.", "russia", "china", "trade", "debt", "none", "medium",
                             "critical", "measured", "contested", "? nothing told"}) {
        CHECK_MESSAGE(shown.count(word) == 1, word);
    }
}

TEST_CASE("a cell is hatched exactly where nothing is told") {
    test::Generator generator(1991);
    for (int i = 0; i < 50; ++i) {
        HeatMap map;
        map.rows.resize(1 + generator.below(4), "r");
        map.columns.resize(1 + generator.below(4), "c");
        for (std::size_t k = 0; k < map.rows.size() * map.columns.size(); ++k) {
            HeatCell made =
                told(Set<Level>::of_bits(generator.below(32)), "", Set<HeatMark>::of_bits(generator.below(16)));
            made.told = generator.below(2) == 0;
            map.cells.push_back(made);
        }
        const Xml root = read(svg(map));
        for (std::size_t row = 0; row < map.rows.size(); ++row) {
            for (std::size_t column = 0; column < map.columns.size(); ++column) {
                const HeatCell& made = map.cells[row * map.columns.size() + column];
                const Xml& shown = cell(root, row, column);
                CHECK(hatched(shown) == !made.told);
                CHECK((words(shown) == "?") == !made.told);
                if (!made.told) CHECK(strip(shown).empty());
            }
        }
    }
    // The hatching is a pattern with lines, whatever its colours.
    const Xml root = read(svg(one_of_each()));
    const Xml* pattern = root.of_id("levels-hatch");
    REQUIRE(pattern != nullptr);
    CHECK(pattern->name == "pattern");
    CHECK(pattern->all("path").size() == 1);
    // Told so vaguely that every level is left is another thing.
    HeatMap vague;
    vague.rows = {"r"};
    vague.columns = {"c"};
    vague.cells = {told(all<Level>())};
    CHECK_FALSE(hatched(cell(read(svg(vague)), 0, 0)));
    CHECK(words(cell(read(svg(vague)), 0, 0)) == "none-critical");
}

TEST_CASE("the shade is that of the least level, the strip that of the greatest") {
    const auto fills = shades();
    for (std::uint32_t bits = 1; bits < 32; ++bits) {
        HeatMap map;
        map.rows = {"r"};
        map.columns = {"c"};
        map.cells = {told(Set<Level>::of_bits(bits))};
        std::size_t least = 0;
        while ((bits >> least) % 2 == 0) ++least;
        std::size_t most = 4;
        while ((bits >> most) % 2 == 0) --most;
        const Xml root = read(svg(map));
        CHECK(ground(cell(root, 0, 0)).get("fill") == fills[least]);
        CHECK(strip(cell(root, 0, 0)) == (least == most ? "" : fills[most]));
    }
    // No level is left: neither a shade nor hatching.
    HeatMap map;
    map.rows = {"r"};
    map.columns = {"c"};
    map.cells = {told({})};
    const Xml root = read(svg(map));
    CHECK(ground(cell(root, 0, 0)).get("fill") == "none");
    CHECK(words(cell(root, 0, 0)) == "-");
}

TEST_CASE("no two shades are equal without colour, and the words on them can be read") {
    const auto fills = shades();
    for (std::size_t i = 1; i < 5; ++i) {
        CAPTURE(i);
        CHECK(luminance(fills[i]) < luminance(fills[i - 1]));
        CHECK(contrast(fills[i], fills[i - 1]) >= 1.25);
    }
    const Xml root = read(svg(one_of_each()));
    for (std::size_t i = 0; i < 5; ++i) {
        CAPTURE(i);
        CHECK(contrast(cell(root, 0, i).all("text")[0].get("fill"), fills[i]) >= 4.5);
        // A mark has the ink of the words.
        HeatMap map;
        map.rows = {"r"};
        map.columns = {"c"};
        map.cells = {told({static_cast<Level>(i)}, "", all<HeatMark>())};
        const Xml marked = read(svg(map));
        const Xml& shown = cell(marked, 0, 0);
        for (const std::string& ink : {shown.all("circle")[0].get("stroke"), shown.all("polygon")[0].get("stroke"),
                                       shown.all("path")[0].get("stroke"), shown.all("rect")[1].get("fill")}) {
            CHECK(contrast(ink, fills[i]) >= 4.5);
        }
    }
    // On the hatching: against its lines, and against what is between them.
    const Xml* pattern = root.of_id("levels-hatch");
    const std::string ink = cell(root, 0, 5).all("text")[0].get("fill");
    CHECK(contrast(ink, pattern->all("rect")[0].get("fill")) >= 4.5);
    CHECK(contrast(ink, pattern->all("path")[0].get("stroke")) >= 4.5);
    CHECK(contrast(pattern->all("rect")[0].get("fill"), pattern->all("path")[0].get("stroke")) >= 3.0);
    // Outside of the cells, on the white that is drawn first.
    const auto rects = root.all("rect");
    REQUIRE(rects.size() == 1);
    CHECK(rects[0].get("width") == root.get("width"));
    CHECK(rects[0].get("height") == root.get("height"));
    for (const Xml& text : root.all("text")) CHECK(contrast(text.get("fill"), rects[0].get("fill")) >= 4.5);
    for (const Xml& text : root.of_id("levels-legend")->all("text")) {
        CHECK(contrast(text.get("fill"), rects[0].get("fill")) >= 4.5);
    }
}

TEST_CASE("each mark has a shape of its own, drawn exactly where it is set") {
    for (std::uint32_t bits = 0; bits < 16; ++bits) {
        const auto marks = Set<HeatMark>::of_bits(bits);
        HeatMap map;
        map.rows = {"r"};
        map.columns = {"c"};
        map.cells = {told({Level::low}, "", marks)};
        const Xml root = read(svg(map));
        const Xml& shown = cell(root, 0, 0);
        CHECK(shown.all("rect").size() == 1 + (marks.contains(HeatMark::measured) ? 1U : 0U));
        CHECK(shown.all("circle").size() == (marks.contains(HeatMark::judged) ? 1U : 0U));
        CHECK(shown.all("polygon").size() == (marks.contains(HeatMark::inferred) ? 1U : 0U));
        CHECK(shown.all("path").size() == (marks.contains(HeatMark::contested) ? 1U : 0U));
        for (const HeatMark mark : all<HeatMark>()) {
            const bool said = shown.all("title")[0].text.find(name(mark)) != std::string::npos;
            CHECK(said == marks.contains(mark));
        }
    }
}

TEST_CASE("no text leaves its place") {
    // What a character takes in a monospaced font, at most; of those that are not Latin or Cyrillic as much as the
    // font's size.
    const auto width = [](const std::string& text, double size) {
        double sum = 0;
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t length = support::utf8_length(rest);
            sum += length < 3 ? 0.61 * size : size;
            rest.remove_prefix(length);
        }
        return sum;
    };
    test::Generator generator(42);
    for (int i = 0; i < 300; ++i) {
        HeatMap map;
        const auto some = [&](std::uint32_t most) {
            std::string text;
            for (std::uint32_t left = generator.below(most); left > 0; --left) {
                text += generator.below(5) == 0 ? "塔" : generator.below(3) == 0 ? "Д" : "m";
            }
            return text;
        };
        map.title = some(60);
        map.description = some(90);
        map.rows = {some(30), some(30)};
        map.columns = {some(30), some(5), some(30)};
        for (int k = 0; k < 6; ++k) {
            const auto levels = Set<Level>::of_bits(1 + generator.below(31));  // before the text, in every compiler
            map.cells.push_back(told(levels, some(40), all<HeatMark>()));
            map.cells.back().told = generator.below(3) != 0;
        }
        const Xml root = read(svg(map));
        const double right = static_cast<double>(number(root.get("width")));
        const double first_column = static_cast<double>(number(ground(cell(root, 0, 0)).get("x")));
        std::map<std::string, double> rows;
        const auto check_text = [&](const Xml& text, double from, double to) {
            const double size = text.has("font-size") ? static_cast<double>(number(text.get("font-size"))) : 13;
            const double x = static_cast<double>(number(text.get("x")));
            const double half = text.get("text-anchor") == "middle" ? width(text.text, size) / 2 : 0;
            const double end = half == 0 ? width(text.text, size) : half;
            CHECK_MESSAGE(x - half >= from, text.text);
            CHECK_MESSAGE(x + end <= to, text.text);
        };
        for (const Xml& text : root.all("text")) check_text(text, 0, right);
        const auto texts = root.all("text");  // title, description, three columns, two rows
        REQUIRE(texts.size() == 7);
        for (std::size_t column = 0; column < 3; ++column) {
            const Xml& box = ground(cell(root, 0, column));
            const auto x = static_cast<double>(number(box.get("x")));
            check_text(texts[2 + column], x, x + static_cast<double>(number(box.get("width"))));
        }
        check_text(texts[5], 0, first_column);
        check_text(texts[6], 0, first_column);
        for (const Xml& text : root.of_id("levels-legend")->all("text")) check_text(text, 0, right);
        for (std::size_t k = 0; k < 6; ++k) {
            const Xml& shown = cell(root, k / 3, k % 3);
            const Xml& box = ground(shown);
            const auto x = static_cast<double>(number(box.get("x")));
            double to = x + static_cast<double>(number(box.get("width")));
            CHECK(to <= right);
            for (const Xml& polygon : shown.all("polygon")) {
                if (polygon.get("fill") == "none") continue;
                // The strip begins at its last corner.
                const std::string points = polygon.get("points");
                to = std::stod(points.substr(points.rfind(' ') + 1));
            }
            check_text(shown.all("text")[0], x, to);
            for (const Xml& circle : shown.all("circle")) {
                const auto centre = static_cast<double>(number(circle.get("cx")));
                CHECK(centre - 30 >= x);  // four marks
                CHECK(centre + 40 <= to);
            }
        }
        const double high = static_cast<double>(number(root.get("height")));
        root.walk([&](const Xml& one) {
            if (one.name == "text") CHECK(static_cast<double>(number(one.get("y"))) < high);
        });
    }
}

TEST_CASE("hostile names and texts are shown as what they are") {
    test::Generator generator(20230829);
    for (int i = 0; i < 400; ++i) {
        HeatMap map;
        map.title = anything(generator);
        map.description = anything(generator);
        map.rows = {anything(generator), anything(generator)};
        map.columns = {anything(generator)};
        map.cells = {told({Level::low, Level::high}, anything(generator) + "x"),
                     told({Level::none}, anything(generator) + "x")};
        map.id = anything(generator);
        const std::string text = svg(map);
        CAPTURE(text);
        const Xml root = read(text);
        check_whole(root);
        const std::string labels = root.get("aria-labelledby");
        const std::string id = labels.substr(0, labels.find("-title "));
        CHECK(root.of_id(id + "-title")->text == replaced(map.title));
        const auto texts = root.all("text");
        REQUIRE(texts.size() == 5);
        CHECK(texts[0].text == replaced(map.title));
        CHECK(texts[1].text == replaced(map.description));
        CHECK(texts[2].text == replaced(map.columns[0]));
        CHECK(texts[3].text == replaced(map.rows[0]));
        CHECK(words(cell(root, 0, 0, id)) == replaced(map.cells[0].text));
        CHECK(words(cell(root, 1, 0, id)) == replaced(map.cells[1].text));
    }
}

TEST_CASE("every pair of bytes is written as XML may hold it") {
    for (unsigned one = 0; one < 256; ++one) {
        std::string all;
        for (unsigned other = 0; other < 256; ++other) {
            const std::string pair{static_cast<char>(one), static_cast<char>(other)};
            all += pair + "|";
        }
        std::ostringstream out;
        SvgWriter(out).text("text", {{"name", all}}, all);
        // In an attribute a value with a bracket is no value.
        const Xml root = read(out.str());
        CHECK(root.text == replaced(all));
        CHECK(root.get("name") == "none");
    }
    std::ostringstream out;
    SvgWriter(out).leaf("rect", {{"name", "a\"<&>\n\x01\xff"}});
    CHECK(read(out.str()).get("name") == "a\"<&>\n\xef\xbf\xbd\xef\xbf\xbd");
}

TEST_CASE("an attribute brings in nothing from outside") {
    const auto value = [](std::string_view text) {
        std::ostringstream out;
        SvgWriter(out).leaf("rect", {{"fill", text}});
        return read(out.str()).get("fill");
    };
    CHECK(value("#ffffff") == "#ffffff");
    CHECK(value("url(#a-b_9)") == "url(#a-b_9)");
    for (const char* outside : {"url(http://example.org/a.svg#b)", "url(a.svg)", "url('#a')", "u\\72l(#a)", "image(a)",
                                "url(#a) url(http://b)", "url(#a)b)", "url(#)x", "\\", "("}) {
        CHECK_MESSAGE(value(outside) == "none", outside);
    }
}

TEST_CASE("an empty map, cells that are missing and cells too many") {
    HeatMap map;
    const Xml nothing = read(svg(map));
    check_whole(nothing);
    CHECK(nothing.of_id("levels-desc")->text == "Of 0 of 0 cells something is told; the others are hatched.");
    map.rows = {"a", "b"};
    check_whole(read(svg(map)));
    map.columns = {"c"};
    Xml root = read(svg(map));
    check_whole(root);
    CHECK(hatched(cell(root, 0, 0)));
    CHECK(hatched(cell(root, 1, 0)));
    map.cells.resize(5, told({Level::high}));
    root = read(svg(map));
    CHECK(words(cell(root, 1, 0)) == "high");
    CHECK(root.of_id("levels-cell-3-1") == nullptr);
    CHECK(root.of_id("levels-desc")->text == "Of 2 of 2 cells something is told; the others are hatched.");
}

TEST_CASE("pictures of one page have ids of their own") {
    HeatMap map = one_of_each();
    const Xml one = read(svg(map));
    map.id = "other";
    const Xml other = read(svg(map));
    std::set<std::string> ids;
    std::size_t count = 0;
    for (const Xml* root : {&one, &other}) {
        root->walk([&](const Xml& element) {
            if (!element.has("id")) return;
            ids.insert(element.get("id"));
            ++count;
        });
    }
    CHECK(ids.size() == count);
    for (const char* id : {"", "1", "a b", "\"><x", "-a"}) {
        map.id = id;
        check_whole(read(svg(map)));
    }
}

TEST_CASE("pictures are the same again and in a foreign locale") {
    HeatMap map = one_of_each();
    map.title = std::string(500, 'm');  // numbers above a thousand
    const std::string plain = svg(map);
    CHECK(svg(map) == plain);
    const support::ForeignLocale foreign;
    CHECK(svg(map) == plain);
}
