// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The program disagreements, against what the library finds when it is asked here.
#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/asymmetry.hpp>
#include <trimode/inference/disagreement.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

/// A command line, and which disagreements it asks for.
struct Asked {
    Words arguments{};
    Sources sources = every_source;
    bool strict = false;
    std::string topic{};
    std::string partner{};
    std::string difference{};
    std::string parties{};
};

std::string topic_of(const Disagreement& found) {
    const auto feature = [&](auto first) { return std::string(name(static_cast<decltype(first)>(found.place))); };
    switch (found.subject) {
        case Subject::condition:
            return feature(Condition::resources);
        case Subject::conduct:
            return feature(Conduct::defers);
        case Subject::determinant:
            return feature(Determinant::preferred);
        case Subject::obligation:
            return feature(Obligation::base);
        case Subject::leverage:
            return feature(Leverage::needed_by_partner);
        case Subject::mode:
            return feature(Mode::recipient);
        case Subject::stage:
            return feature(Stage::seeking_support);
        case Subject::level:
            return feature(IssueArea::trade);
        case Subject::matter:
            break;
    }
    return std::string(tajikistan.matters[found.place].id);
}

/// Whom it is about; of a matter and of a feature of the state nobody.
std::string about(const Disagreement& found) {
    const bool of_state = found.subject == Subject::determinant && found.place == index(Determinant::open_door);
    if (found.subject == Subject::matter || of_state) return {};
    return std::string(tajikistan.partner(found.partner).id);
}

bool names_partner(ClaimIndex claim, const std::string& id) {
    return tajikistan.claim(claim).partners.contains(support::partner(id));
}

std::vector<Disagreement> expected(const Asked& asked) {
    Comparing comparing;
    comparing.admission.sources = asked.sources;
    comparing.admission.strict = asked.strict;
    std::vector<Disagreement> all;
    for_each_disagreement(tajikistan, comparing, [&](const Disagreement& found) { all.push_back(found); });
    std::vector<Disagreement> kept;
    for (const Disagreement& found : all) {
        const bool wanted = (asked.topic.empty() || asked.topic == topic_of(found)) &&
                            (asked.difference.empty() || asked.difference == name(found.difference)) &&
                            (asked.parties.empty() || asked.parties == name(found.parties)) &&
                            (asked.partner.empty() || names_partner(found.one.claim, asked.partner) ||
                             names_partner(found.other.claim, asked.partner));
        if (wanted) kept.push_back(found);
    }
    return kept;
}

std::string id_of(const Side& side) { return std::string(tajikistan.claim(side.claim).id); }

/// What is in dispute: the subject, its place, and whom it is about.
using Key = std::tuple<Subject, std::size_t, std::string>;

/// All pairs about one thing, in the order in which the first of each appears.
std::vector<std::vector<Disagreement>> disputes(const std::vector<Disagreement>& pairs) {
    std::vector<std::vector<Disagreement>> all;
    std::map<Key, std::size_t> places;
    for (const Disagreement& pair : pairs) {
        const auto [at, fresh] = places.emplace(Key{pair.subject, pair.place, about(pair)}, all.size());
        if (fresh) all.emplace_back();
        all[at->second].push_back(pair);
    }
    return all;
}

/// Claims in the order of the table, each with its answers.
std::vector<std::pair<std::string, std::string>> sides(const std::vector<Disagreement>& pairs) {
    std::set<std::pair<std::string, std::string>> all;  // ids sort as the table does
    for (const Disagreement& pair : pairs) {
        all.emplace(id_of(pair.one), side_text(tajikistan, pair, pair.one));
        all.emplace(id_of(pair.other), side_text(tajikistan, pair, pair.other));
    }
    return {all.begin(), all.end()};
}

std::string plain(std::string text) {
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string kinds(const std::vector<Disagreement>& pairs) {
    std::set<std::pair<Difference, Parties>> found;
    for (const Disagreement& pair : pairs) found.emplace(pair.difference, pair.parties);
    Words all;
    for (const auto& [difference, parties] : found) {
        all.push_back(plain(std::string(name(difference))) + " (" + plain(std::string(name(parties))) + ")");
    }
    return join(all, ", ");
}

Words with(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// The counts that the heading tells.
void check_heading(const std::string& heading, std::size_t subjects, std::size_t pairs) {
    CAPTURE(heading);
    CHECK(heading.starts_with("Where the documents disagree"));
    CHECK(heading.ends_with(": " + std::to_string(subjects) + (subjects == 1 ? " subject, " : " subjects, ") +
                            std::to_string(pairs) + (pairs == 1 ? " pair" : " pairs") + " of claims"));
}

void check_csv(const Asked& asked, const std::vector<Disagreement>& pairs) {
    const auto rows = csv("disagreements", with(asked.arguments, {"--format", "csv"}));
    CHECK(rows.front() == Words{"subject", "topic", "partner", "difference", "parties", "inferred", "answer_one",
                                "claim_one", "answer_other", "claim_other"});
    REQUIRE(rows.size() == pairs.size() + 1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Disagreement& pair = pairs[i];
        CHECK(rows[i + 1] == Words{std::string(name(pair.subject)), topic_of(pair), about(pair),
                                   std::string(name(pair.difference)), std::string(name(pair.parties)),
                                   pair.inferred ? "true" : "false", side_text(tajikistan, pair, pair.one),
                                   id_of(pair.one), side_text(tajikistan, pair, pair.other), id_of(pair.other)});
    }
}

void check_side(const Json& object, const Disagreement& pair, const Side& side) {
    const Claim& claim = tajikistan.claim(side.claim);
    CHECK(text(object, "answer") == side_text(tajikistan, pair, side));
    CHECK(text(object, "claim") == claim.id);
    CHECK(text(object, "source") == tajikistan.source(claim).id);
    CHECK(get(object, "paragraph", Kind::number).text == std::to_string(claim.block()));
    CHECK(text(object, "period") == edtf(claim.period).view());
    CHECK(text(object, "statement") == claim.statement);
}

void check_json(const Asked& asked, const std::vector<Disagreement>& pairs) {
    const Json document = json("disagreements", with(asked.arguments, {"--format", "json"}));
    REQUIRE(document.kind == Kind::array);
    REQUIRE(document.items.size() == pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Json& object = document.items[i];
        CHECK(text(object, "subject") == name(pairs[i].subject));
        CHECK(text(object, "topic") == topic_of(pairs[i]));
        CHECK(text(object, "partner") == about(pairs[i]));
        CHECK(text(object, "difference") == name(pairs[i].difference));
        CHECK(text(object, "parties") == name(pairs[i].parties));
        CHECK(truth(object, "inferred") == pairs[i].inferred);
        check_side(get(object, "one", Kind::object), pairs[i], pairs[i].one);
        check_side(get(object, "other", Kind::object), pairs[i], pairs[i].other);
    }
}

void check_table(const Asked& asked, const std::vector<Disagreement>& pairs) {
    const std::string output = printed("disagreements", asked.arguments);
    const auto all = disputes(pairs);
    check_heading(output.substr(0, output.find('\n')), all.size(), pairs.size());
    const auto tables = printed_tables(output);
    REQUIRE(tables.size() == 1);
    CHECK(tables.front().header == Words{"subject", "answers", "difference (between)", "pairs"});
    REQUIRE(tables.front().rows.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        Words answers;
        for (const auto& [claim, answer] : sides(all[i])) {
            if (std::find(answers.begin(), answers.end(), answer) == answers.end()) answers.push_back(answer);
        }
        const std::string whom = about(all[i].front());
        const Words row{topic_of(all[i].front()) + (whom.empty() ? "" : " " + whom), join(answers, " / "),
                        kinds(all[i]), std::to_string(all[i].size())};
        CHECK(join(tables.front().rows[i], "|") == join(row, "|"));
    }
}

/// With --why: below each subject every answer with its claim, and in the line below where the claim stands.
void check_why(const Asked& asked, const std::vector<Disagreement>& pairs) {
    const auto lines = lines_of(printed("disagreements", with(asked.arguments, {"--why"})));
    const auto all = disputes(pairs);
    REQUIRE(lines.size() >= 2);
    check_heading(lines[0], all.size(), pairs.size());
    Words wanted{""};
    for (const auto& dispute : all) {
        const Disagreement& first = dispute.front();
        const std::string whom = about(first);
        wanted.push_back(first.subject == Subject::matter ? std::string(tajikistan.matters[first.place].question)
                                                          : std::string(name(first.subject)) + " " + topic_of(first) +
                                                                (whom.empty() ? "" : ": " + whom));
        wanted.push_back("  " + kinds(dispute));
        for (const auto& [id, answer] : sides(dispute)) {
            const Claim& one = claim(id);
            std::string line = "    " + answer + "  " + id + " (" + std::string(tajikistan.source(one).author);
            if (one.voice != Voice::author) line += ", quoting " + std::string(one.speaker);
            line += "; told of " + std::string(edtf(one.period).view()) + "): " + std::string(one.statement);
            wanted.push_back(line);
            wanted.push_back("      " + cite(tajikistan, one));
        }
        wanted.emplace_back("");
    }
    const std::string difference = first_difference(wanted, Words(lines.begin() + 1, lines.end()));
    CHECK_MESSAGE(difference.empty(), difference);
}

/// All formats.
void check(const Asked& asked) {
    CAPTURE(join(asked.arguments));
    const auto pairs = expected(asked);
    check_csv(asked, pairs);
    check_json(asked, pairs);
    check_table(asked, pairs);
    check_why(asked, pairs);
}

Words topics() {
    Words all;
    for (const Matter& matter : tajikistan.matters) all.emplace_back(matter.id);
    const auto add = [&](auto which) {
        using E = decltype(which);
        for (const E value : trimode::all<E>()) all.emplace_back(name(value));
    };
    add(Condition::resources);
    add(Conduct::defers);
    add(Determinant::preferred);
    add(Obligation::base);
    add(Leverage::needed_by_partner);
    add(Mode::recipient);
    add(Stage::seeking_support);
    add(IssueArea::trade);
    return all;
}

template <Named E>
Words every_name() {
    Words all;
    for (const E value : trimode::all<E>()) all.emplace_back(name(value));
    return all;
}

Words partner_ids() {
    Words all;
    for (const auto& partner : tajikistan.partners) all.emplace_back(partner.id);
    return all;
}

void rejected(const Words& arguments, const std::string& what, const std::string& nearest, const Words& valid) {
    const Ran ran = example("disagreements", arguments);
    CAPTURE(join(arguments));
    CAPTURE(ran.err.substr(0, 300));
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("error: unknown " + what + " '"));
    CHECK(has(ran.err, "did you mean '" + nearest + "'?"));
    CHECK(has(ran.err, "\nvalid: " + join(valid, ", ") + "\n"));
}

}  // namespace

TEST_CASE("disagreements of all documents are those of the library in every format") {
    check({});
    CHECK(expected({}).size() > 100);
    check_ids(printed("disagreements", {"--why"}));
}

TEST_CASE("disagreements about one topic") {
    std::size_t pairs = 0;
    for (const auto& topic : topics()) {
        const Asked asked{.arguments = {"--about", topic}, .topic = topic};
        CAPTURE(topic);
        const auto found = expected(asked);
        pairs += found.size();
        check_csv(asked, found);
        check_why(asked, found);
    }
    CHECK(pairs == expected({}).size());
    check({.arguments = {"--about", "main_donor"}, .topic = "main_donor"});
    check({.arguments = {"--about=keeps_silent"}, .topic = "keeps_silent"});
    check({.arguments = {"--about", "open_door", "--strict"}, .strict = true, .topic = "open_door"});
}

TEST_CASE("no topic of disagreements means two things") {
    std::set<std::string> seen;
    for (const auto& topic : topics()) CHECK_MESSAGE(seen.insert(topic).second, topic);
}

TEST_CASE("disagreements in which a claim about one partner takes part") {
    for (const auto& id : partner_ids()) {
        const Asked asked{.arguments = {"--partner", id}, .partner = id};
        CAPTURE(id);
        check_csv(asked, expected(asked));
    }
    check({.arguments = {"--partner", "china"}, .partner = "china"});
    CHECK(printed("disagreements", {"--partner", "usa"}) == printed("disagreements", {"--partner", "us"}));
}

TEST_CASE("disagreements of one kind, and between some parties") {
    std::size_t pairs = 0;
    for (const auto& kind : every_name<Difference>()) {
        check({.arguments = {"--difference", kind}, .difference = kind});
        for (const auto& parties : every_name<Parties>()) {
            const Asked asked{
                .arguments = {"--between=" + parties, "--difference=" + kind}, .difference = kind, .parties = parties};
            check_csv(asked, expected(asked));
            check_table(asked, expected(asked));
            pairs += expected(asked).size();
        }
    }
    for (const auto& parties : every_name<Parties>()) check({.arguments = {"--between", parties}, .parties = parties});
    CHECK(pairs == expected({}).size());
}

TEST_CASE("disagreements among some of the documents") {
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        const std::string id(tajikistan.sources[i].id);
        check({.arguments = {"--source", id}, .sources = Sources{1} << i});
        check({.arguments = {"--source", id.substr(0, 3), "--strict"}, .sources = Sources{1} << i, .strict = true});
    }
    check({.arguments = {"--author", "Kluczewska"}, .sources = 0b00110});
    check(
        {.arguments = {"--author", "Kluczewska", "--between", "revision"}, .sources = 0b00110, .parties = "revision"});
    check({.arguments = {"--published", "2022/.."}, .sources = 0b11110});
    check({.arguments = {"--published", "../2022", "--difference", "contradiction", "--partner", "russia"},
           .sources = 0b10101,
           .partner = "russia",
           .difference = "contradiction"});
    check({.arguments = {"--strict"}, .strict = true});
}

TEST_CASE("one document disagrees with no other author") {
    for (const Source& source : tajikistan.sources) {
        const auto rows = csv("disagreements", {"--source", std::string(source.id), "--format", "csv"});
        for (std::size_t i = 1; i < rows.size(); ++i) {
            CHECK((rows[i][4] == "one_text" || rows[i][4] == "voices"));
            CHECK(claim(rows[i][7]).source() == claim(rows[i][9]).source());
        }
    }
}

TEST_CASE("where nothing is in dispute the counts are zero") {
    const Words nothing{"--about", "global_arena"};
    REQUIRE(expected({.topic = "global_arena"}).empty());
    check({.arguments = nothing, .topic = "global_arena"});
    CHECK(has(printed("disagreements", nothing), ": 0 subjects, 0 pairs of claims\n"));
    CHECK(json("disagreements", with(nothing, {"--format", "json"})).items.empty());
}

TEST_CASE("aliases of topics stand for their names") {
    CHECK(printed("disagreements", {"--about", "remittances"}) == printed("disagreements", {"--about", "migration"}));
    CHECK(printed("disagreements", {"--about", "S"}) == printed("disagreements", {"--about", "keeps_silent"}));
    CHECK(printed("disagreements", {"--about", "I", "--why"}) ==
          printed("disagreements", {"--about", "acclaim", "--why"}));
}

TEST_CASE("what disagreements cannot be about is told with the nearest that they can") {
    rejected({"--about", "mian_donor"}, "topic", "main_donor", topics());
    rejected({"--about=keeps_silence"}, "topic", "keeps_silent", topics());
    rejected({"--about", "Debt_to_China"}, "topic", "debt_to_china", topics());
    rejected({"--partner", "chnia"}, "partner", "china", partner_ids());
    rejected({"--difference", "contradicton"}, "difference", "contradiction", every_name<Difference>());
    rejected({"--difference", "other time"}, "difference", "other_time", every_name<Difference>());
    rejected({"--between", "author"}, "parties", "authors", every_name<Parties>());
    rejected({"--between=one text"}, "parties", "one_text", every_name<Parties>());
    rejected({"--format", "xml"}, "value for --format", "csv", {"table", "csv", "json"});
    for (const std::string option : {"--about", "--partner", "--difference", "--between"}) {
        const Ran ran = example("disagreements", {option, ""});
        CAPTURE(option);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
    }
}

TEST_CASE("two claims that disagree do so whoever else is believed") {
    // Of two documents alone: no pairs but those that are found among all.
    std::set<std::string> all;
    for (const Disagreement& pair : expected({}))
        all.insert(topic_of(pair) + " " + id_of(pair.one) + " " + id_of(pair.other));
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        for (std::size_t k = i + 1; k < tajikistan.sources.size(); ++k) {
            for (const Disagreement& pair : expected({.sources = (Sources{1} << i) | (Sources{1} << k)})) {
                CHECK(all.count(topic_of(pair) + " " + id_of(pair.one) + " " + id_of(pair.other)) == 1);
            }
        }
    }
}
