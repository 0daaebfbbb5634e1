// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The dataset against the documents that it is coded from. They are not part of the project: name their folder with
/// `--documents=DIR` or in the environment as TRIMODE_DOCUMENTS. Without them what needs them is skipped, and says so.
/// Then the mutants: how many slips, put in one at a time, the audit reports.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/trimode.hpp>

#include "audit/audit.hpp"
#include "audit/mutation.hpp"
#include "support/command_line.hpp"

using namespace trimode;

namespace {

/// The folder of the documents. Empty when nobody names one.
std::string folder_of_documents() {
    if (std::string folder = support::option("documents"); !folder.empty()) return folder;
    const char* folder = std::getenv("TRIMODE_DOCUMENTS");
    return folder == nullptr ? std::string() : std::string(folder);
}

/// The documents, read once. nullptr when nobody says where they are; ctest knows by the line that the test was
/// skipped.
const audit::Documents* documents() {
    if (folder_of_documents().empty()) {
        std::puts("SKIPPED: no documents; name their folder with --documents=DIR or TRIMODE_DOCUMENTS");
        return nullptr;
    }
    static const audit::Documents read(audit::read_texts(folder_of_documents(), tajikistan.sources.size()));
    return &read;
}

std::string shown(const audit::Finding& finding) {
    return finding.claim + ": " + std::string(audit::name(finding.rule)) + ": " + finding.what + " [" + finding.where +
           "]";
}

std::string shown(const std::vector<audit::Finding>& findings) {
    std::string text;
    for (const audit::Finding& finding : findings) text += shown(finding) + "\n";
    return text;
}

// ---- a small case of our own ----------------------------------------------------------------------------------------

constexpr std::string_view small_text = R"(ON THE VALLEY

The Author

From 1991 to 1997 the valley of Arden bought 1.2 billion dollars of grain from Boria [1].
In early 2000s, Borian envoys came on 7 to 9 May.

Two decades later it gave up nearly 40% of this, as the West had asked. They are content,
it would seem, with the bread that they bake at home nowadays.

NOTES

- [1] Grain Board, (1998), Report on “grain”, 3 April, <https://grain.example/1999/report>
- [2] Nobody, (2003), On bread
)";

constexpr auto small_sources = std::to_array<Source>({{.id = "000_small", .published = Date{2020}, .blocks = 6}});
constexpr auto small_sections = std::to_array<Section>({{0, 1, "ON THE VALLEY"}, {0, 5, "NOTES"}});
constexpr auto small_partners = std::to_array<Partner>({
    {"boria", "Boria", PartnerKind::state, "", 0, ""},
    {"west", "The West", PartnerKind::bloc, "", 0, ""},
});
constexpr auto small_variants = std::to_array<audit::Variant>({{"Boria|Borian", "adjective"}});
constexpr Claim small_claim{
    .id = "000.003a",
    .note = 1,
    .context = {4},
    .partners = {1},
    .period = during("1991/2002~"),
    .figures = {{{exactly<Unit::us_dollars>(decimal("1200000000")), "grain"}}},
    .derived = R"(2002~ from "early 2000s")",
    .statement = "Grain for $1.2 billion went from Boria to Arden, as a report of 1998 has it."};

/// What the audit finds in one claim of the small case.
std::vector<audit::Finding> small_findings(const Claim& claim, std::string_view text = small_text,
                                           std::span<const Section> sections = small_sections,
                                           std::span<const Source> sources = small_sources) {
    const audit::Documents small({std::string(text)});
    const std::array<Claim, 1> claims{claim};
    const Dataset data{.id = "small",
                       .state = "Arden",
                       .sources = sources,
                       .sections = sections,
                       .partners = small_partners,
                       .claims = claims};
    return audit::Audit(small, data, {small_variants, {}, {}}).findings();
}

/// The one rule that is broken; none or several give a text that no rule has.
std::string broken_rule(const Claim& claim, std::string_view text = small_text) {
    const auto findings = small_findings(claim, text);
    return findings.size() == 1 ? std::string(audit::name(findings[0].rule)) : "findings: " + shown(findings);
}

/// The numbers of a text as the audit reports them.
std::vector<std::string> numbers(std::string_view text) {
    std::vector<std::string> all;
    for (const audit::Value& value : audit::values_in(text)) {
        if (!value.weak) all.push_back(audit::shown(value));
    }
    return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a text falls into blocks between blank lines, whatever white space these hold") {
    CHECK(audit::blocks_in("").empty());
    CHECK(audit::blocks_in("\n \n\t\n").empty());
    CHECK(audit::blocks_in("one\ntwo\n\nthree") == Texts{"one\ntwo", "three"});
    CHECK(audit::blocks_in("\n\none\r\n \t\r\n\r\ntwo\r\n") == Texts{"one", "two"});
}

TEST_CASE("endnotes are taken from behind the heading, one or several to a block") {
    const audit::Document document("see [1]\n\nNOTES\n\n[1] One,\nstill one\n\n- [2] Two\n- [10] Ten [3]");
    REQUIRE(document.blocks() == 4);
    CHECK(document.notes().size() == 3);
    REQUIRE(document.note(1) != nullptr);
    CHECK(document.note(1)->block == 3);
    CHECK(document.note(1)->part.says(audit::words_of("still one")));
    REQUIRE(document.note(10) != nullptr);
    CHECK(document.note(10)->block == 4);
    CHECK(!document.note(2)->part.says(audit::words_of("Ten")));
    CHECK(document.note(3) == nullptr);
    CHECK(document.has_notes(4));
    CHECK(!document.has_notes(1));
    CHECK(document.block(1)->marks() == std::vector<std::size_t>{1});
    CHECK(document.block(0) == nullptr);
    CHECK(document.block(5) == nullptr);
}

TEST_CASE("a number is the same in every spelling") {
    for (const char* text : {"1.2 billion", "1200 million", "$1.2 billion", "1,200,000,000", "1200000000"}) {
        CAPTURE(text);
        CHECK(numbers(text) == Texts{"1200000000"});
    }
    CHECK(numbers("a million, over one million") == Texts{"1000000", "1000000"});
    CHECK(numbers("320 mln rubley") == Texts{"320000000"});
    CHECK(numbers("2,000 and 2000") == Texts{"2000", "2000"});
    CHECK(numbers("2000, 2001, 12") == Texts{"2000", "2001", "12"});
    CHECK(numbers("in 2016. Then 21.3%, 22 percent, 30-50%, 5 per cent") ==
          Texts{"2016", "21.3%", "22%", "30%", "50%", "5%"});
    CHECK(numbers("twenty-one, Thirty, hundreds") == Texts{"21", "30", "100"});
    CHECK(numbers("two decades, a decade, three-decade") == Texts{"20", "10", "30"});
    CHECK(numbers("the 1990s, 1990S, 201st, 30th anniversary, the second decade") ==
          Texts{"199X", "199X", "201", "30", "2", "10"});
    CHECK(numbers("1992-1997, 2017\u20132018") == Texts{"1992", "1997", "2017", "2018"});
    CHECK(numbers("one of the first, at once, both") == Texts{});
    CHECK(numbers("half, third, twice, dozens") == Texts{"0.5", "3", "2", "12"});
}

TEST_CASE("days are found with their month, before or behind it") {
    const auto days = [](std::string_view text) { return audit::days_in(audit::words_of(text)); };
    CHECK(days("on 28 April 2023") == std::vector<audit::DayOfMonth>{{4, 28}});
    CHECK(days("April 8, 2022") == std::vector<audit::DayOfMonth>{{4, 8}});
    CHECK(days("from 7 to 19 December") == std::vector<audit::DayOfMonth>{{12, 19}, {12, 7}});
    CHECK(days("in May 2022").empty());
    CHECK(days("it may 8 times").empty());
}

TEST_CASE(
    "names are words with a capital letter inside a sentence, acronyms, and at its beginning those known as names") {
    audit::Lexicon lexicon;
    lexicon.add("What Boria wants, help of the UN; Help.");
    const auto names = [&](std::string_view sentence) {
        Texts words;
        for (const audit::Word& word : audit::names_in(sentence, lexicon)) words.push_back(word.text);
        return words;
    };
    CHECK(names("Boria has what Arden wants.") == Texts{"Boria", "Arden"});
    CHECK(names("Help came from West-Boria: The UN sent it.") == Texts{"West", "Boria", "UN"});
    CHECK(names("NATO is told so.") == Texts{"NATO"});
    CHECK(names("A title asks: Who is Who?") == Texts{"Who"});
}

TEST_CASE("case counts for acronyms, and for words with a capital letter") {
    const auto says = [](std::string_view text, std::string_view phrase) {
        return audit::has_phrase(audit::words_of(audit::folded(text)), audit::words_of(phrase));
    };
    CHECK(says("the U.S.-led one", "US"));
    CHECK(!says("allow us", "US"));
    CHECK(says("TOWARDS BORIA'S VALLEY", "Boria"));
    CHECK(!says("security first", "Security"));
    CHECK(says("Security first", "security"));
    CHECK(says("Boria\u2019s wish", "Boria wish"));
    CHECK(!says("see http://boria.example/Boria", "Boria"));
}

TEST_CASE("a run of eight words is copied, seven are not") {
    audit::Runs runs;
    runs.add("Nobody knows, at 5% or more, what the valley wants now.");
    CHECK(runs.copied("... knows at 5% or more what the ...").empty());
    CHECK(runs.copied("He knows: at 5% or MORE, what the valley ...") == "knows at 5% or more what the valley");
    CHECK(runs.longest("knows at 5% or more what the") == 7);
    CHECK(runs.longest("wants now nobody") == 2);
    CHECK(runs.longest("never") == 0);
}

TEST_CASE("a claim that its blocks bear out has no findings") { CHECK(shown(small_findings(small_claim)) == ""); }

TEST_CASE("every slip in a claim is found by its rule") {
    Claim claim = small_claim;
    SUBCASE("a block that does not exist") {
        claim.context = {7};
        CHECK(broken_rule(claim) == "block_exists");
    }
    SUBCASE("a range that runs out of the document") {
        claim.last_block = 7;
        CHECK(broken_rule(claim) == "block_exists");
    }
    SUBCASE("a note that does not exist") {
        claim.note = 3;
        CHECK(broken_rule(claim) == "note_exists");
    }
    SUBCASE("a note that the block does not call") {
        claim.note = 2;
        CHECK(broken_rule(claim) == "note_called");
    }
    SUBCASE("without the note its year is not printed") {
        claim.note = 0;
        CHECK(broken_rule(claim) == "number_printed");
    }
    SUBCASE("a year of an address only") {
        claim.statement = "Grain for $1.2 billion went from Boria to Arden, as a report of 1999 has it.";
        CHECK(broken_rule(claim) == "number_printed");
    }
    SUBCASE("a day") {
        claim.statement = "Envoys of Boria came on 9 May, and on 8 May.";
        CHECK(broken_rule(claim).starts_with(
            "findings: 000.003a: number_printed: 8 [3 4 note 1]\n000.003a: date_printed"));
        claim.statement = "Envoys of Boria came on 7 May and 9 May.";
        CHECK(shown(small_findings(claim)) == "");
    }
    SUBCASE("a percentage is not a mere number") {
        claim.statement = "Grain was bought from Boria, 40 of it.";
        CHECK(broken_rule(claim) == "number_printed");
        claim.statement = "Grain was bought from Boria, 40% of it.";
        CHECK(shown(small_findings(claim)) == "");
    }
    SUBCASE("a figure") {
        claim.figures[0].quantity.high = claim.figures[0].quantity.low = Decimal{1200};
        CHECK(broken_rule(claim) == "figure_printed");
    }
    SUBCASE("a unit") {
        claim.figures[0].quantity.unit = Unit::roubles;
        CHECK(broken_rule(claim) == "unit_printed");
    }
    SUBCASE("a year of the period") {
        claim.period = during("1992/2002~");
        CHECK(broken_rule(claim) == "period_printed");
    }
    SUBCASE("a month of the period") {
        claim.period = during("1991-06/2002~");
        CHECK(broken_rule(claim) == "period_printed");
    }
    SUBCASE("the year of publication, where it is inferred or the claim generic, and else not") {
        claim.derived = {};
        claim.period = during("1991/2020");
        CHECK(broken_rule(claim) == "period_printed");
        claim.to = Basis::inferred;
        CHECK(shown(small_findings(claim)) == "");
        claim.to = Basis::stated;
        claim.aspect = Aspect::generic;
        CHECK(shown(small_findings(claim)) == "");
    }
    SUBCASE("a decade prints its first year as a beginning and its last as an end") {
        claim.derived = {};
        claim.period = during("2000/2009");
        CHECK(shown(small_findings(claim)) == "");
        claim.period = during("2009/2009-12");
        CHECK(!small_findings(claim).empty());
        claim.period = during("200X");
        CHECK(shown(small_findings(claim)) == "");
        claim.period = during("201X");
        CHECK(broken_rule(claim) == "period_printed");
    }
    SUBCASE("a name") {
        claim.statement = "Grain for $1.2 billion went from Boria to Rosalind.";
        CHECK(broken_rule(claim) == "name_printed");
    }
    SUBCASE("a name of the speaker") {
        claim.speaker = "Rosalind, of Arden";
        CHECK(shown(small_findings(claim)) == "");  // at the beginning of a sentence nothing shows that it is a name
        claim.speaker = "the lady Rosalind";
        CHECK(broken_rule(claim) == "name_printed");
    }
    SUBCASE("a partner") {
        claim.context = {2};
        claim.partners = {3};
        CHECK(broken_rule(claim) == "partner_named");
        claim.context = {4};
        CHECK(shown(small_findings(claim)) == "");
    }
    SUBCASE("another block that has the words") {
        claim = {.id = "000.003a", .statement = "It seems that they are content to bake at home nowadays."};
        CHECK(broken_rule(claim) == "block_fits");
        claim.id = "000.004a";
        CHECK(shown(small_findings(claim)) == "");
    }
    SUBCASE("eight words") {
        claim.statement = "As told, Arden bought it for 1.2 billion dollars of grain of Boria.";
        CHECK(shown(small_findings(claim)) == "");
        claim.statement = "As told, Arden bought 1.2 billion dollars of grain from Boria.";
        CHECK(broken_rule(claim) == "words_of_our_own");
    }
    SUBCASE("a derivation without quotation") {
        claim.derived = "2002~ from the early 2000s";
        CHECK(small_findings(claim).size() == 2);
        CHECK(small_findings(claim)[0].rule == audit::Rule::derivation_formed);
    }
    SUBCASE("a derivation of what is printed") {
        claim.derived = R"(2002~ from "early 2000s"; 1991 from "From 1991")";
        CHECK(broken_rule(claim) == "derivation_needed");
    }
    SUBCASE("a derivation from words that are not there") {
        claim.derived = R"(2002~ from "late 2000s")";
        CHECK(broken_rule(claim) == "derivation_quotes");
    }
    SUBCASE("a derivation that quotes too many words") {
        claim.derived = R"(2002~ from "In early 2000s, Borian envoys came on 7 to")";
        CHECK(small_findings(claim).size() == 2);
    }
    SUBCASE("a derivation from the heading says so") {
        claim.derived = R"(2002~ from "VALLEY")";
        CHECK(broken_rule(claim) == "derivation_quotes");
        claim.derived = R"(2002~ from the heading "VALLEY")";
        CHECK(shown(small_findings(claim)) == "");
    }
}

TEST_CASE("a document that is missing, too long, or without its heading is found") {
    CHECK(small_findings(small_claim, "").front().rule == audit::Rule::document_exists);
    const std::string longer = std::string(small_text) + "\n\nmore";
    CHECK(broken_rule(small_claim, longer) == "blocks_counted");
    std::string renamed(small_text);
    renamed.replace(0, 2, "IN");
    CHECK(broken_rule(small_claim, renamed) == "heading_stands");
}

TEST_CASE("a heading is cut at a word where it says so, and neither it nor a title copies") {
    const auto rules = [](std::string_view heading, std::uint16_t block) {
        const std::array<Section, 1> sections{Section{0, block, heading}};
        const auto found = small_findings(small_claim, small_text, sections);
        return found.empty() ? std::string() : std::string(audit::name(found[0].rule));
    };
    CHECK(rules("ON THE ...", 1).empty());
    for (const char* wrong : {"ON THE", "ON THE VAL ...", "ON THE VALLEY ...", "THE VALLEY ...", " ..."}) {
        CAPTURE(wrong);
        CHECK(rules(wrong, 1) == "heading_stands");
    }
    CHECK(rules("From 1991 to 1997 the valley of ...", 3).empty());
    CHECK(rules("From 1991 to 1997 the valley of Arden ...", 3) == "words_of_our_own");
    const std::array<Source, 1> sources{Source{
        .id = "000_small", .title = "They are content, it would seem, with the bread", .published = Date{2020}, .blocks = 6}};
    const auto found = small_findings(small_claim, small_text, small_sections, sources);
    REQUIRE(found.size() == 1);
    CHECK(audit::name(found[0].rule) == "words_of_our_own");
}

TEST_CASE("of a block of endnotes only the note counts that the claim names") {
    Claim claim{.id = "000.006a", .note = 2, .period = during("2003"), .statement = "An item of 2003 is on bread."};
    CHECK(shown(small_findings(claim)) == "");
    claim.note = 1;
    CHECK(small_findings(claim).size() == 2);  // the number and the period
}

// ---- with the documents ---------------------------------------------------------------------------------------------

TEST_CASE("the documents bear out every claim") {
    const audit::Documents* read = documents();
    if (read == nullptr) return;
    const auto findings = audit::Audit(*read, tajikistan).findings();
    std::size_t most = 0;
    std::size_t derived = 0;
    for (const Claim& claim : tajikistan.claims) {
        most = (std::max)(most, read->runs.longest(claim.statement));
        derived += claim.derived.empty() ? 0U : 1U;
    }
    std::printf("%zu claims, %zu with derived values; longest run of words shared with a document: %zu; %zu findings\n",
                tajikistan.claims.size(), derived, most, findings.size());
    for (const audit::Finding& finding : findings) std::printf("  %s\n", shown(finding).c_str());
    CHECK(findings.empty());
}

TEST_CASE("no row of the tables of variants and exceptions is idle") {
    const audit::Documents* read = documents();
    if (read == nullptr) return;
    const auto without = [](const auto& table, std::size_t at) {
        std::vector rows(table.begin(), table.end());
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
        return rows;
    };
    const auto missed = [&](const audit::Leave& leave,
                            std::string_view id) {  // without a row some claim, or this one, fails
        const audit::Audit ours(*read, tajikistan, leave);
        return std::any_of(tajikistan.claims.begin(), tajikistan.claims.end(), [&](const Claim& claim) {
            return (id.empty() || claim.id == id) && !ours.of(claim).empty();
        });
    };
    for (std::size_t i = 0; i < audit::our_variants.size(); ++i) {
        const auto rows = without(audit::our_variants, i);
        CAPTURE(std::string(audit::our_variants[i].spellings));
        CHECK(!audit::our_variants[i].reason.empty());
        CHECK(missed({rows, audit::our_exceptions, audit::our_free_wordings}, {}));
    }
    for (std::size_t i = 0; i < audit::our_exceptions.size(); ++i) {
        const auto rows = without(audit::our_exceptions, i);
        CAPTURE(std::string(audit::our_exceptions[i].claim));
        CHECK(!audit::our_exceptions[i].reason.empty());
        CHECK(missed({audit::our_variants, rows, audit::our_free_wordings}, audit::our_exceptions[i].claim));
    }
    for (std::size_t i = 0; i < audit::our_free_wordings.size(); ++i) {
        const auto rows = without(audit::our_free_wordings, i);
        CAPTURE(std::string(audit::our_free_wordings[i]));
        CHECK(missed({audit::our_variants, audit::our_exceptions, rows}, audit::our_free_wordings[i]));
    }
}

TEST_CASE("slips put into the claims are reported") {
    const audit::Documents* read = documents();
    if (read == nullptr) return;
    const audit::Audit ours(*read, tajikistan);
    REQUIRE(ours.findings().empty());  // else every mutant of a claim with findings would count as reported
    auto tallies = audit::Mutation(ours, *read, tajikistan).run();

    struct Floor {
        const char* kind;
        double percent;  ///< At least so many are reported.
    };
    // Where fewer are reported, the changed place says the same by chance: a neighbouring block that has the words too,
    // a context block that only explains, a note called beside the other, a heading that is printed twice in a row.
    constexpr auto floors = std::to_array<Floor>({
        {"context block", 70},
        {"derivation left out", 100},
        {"derivation misquoted", 100},
        {"eight words copied", 100},
        {"endnote", 75},
        {"figure", 98},
        {"heading's block", 95},
        {"last block, a range cut short", 70},
        {"main block, to a neighbour", 90},
        {"main block, to any", 95},
        {"name in a statement, by a frequent one", 80},
        {"name in a statement, by any", 95},
        {"number in a statement", 95},
        {"partner", 90},
        {"year in a period", 95},
    });
    CHECK(tallies.size() == floors.size());
    for (const Floor& floor : floors) {
        const audit::Tally& tally = tallies[floor.kind];
        std::printf("%-40s %5zu of %5zu reported, %5.1f%% (at least %.0f%%)\n", floor.kind, tally.reported(),
                    tally.made, tally.rate(), floor.percent);
        CAPTURE(floor.kind);
        CHECK(tally.made > 0);
        CHECK(tally.rate() >= floor.percent);
        if (support::option("survivors").empty()) continue;
        for (const std::string& survivor : tally.survivors) std::printf("    %s\n", survivor.c_str());
    }
}
