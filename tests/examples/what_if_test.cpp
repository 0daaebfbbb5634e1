// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// what_if: its verdicts, reasons and least changes in every format, against what the library answers when it is asked
/// here; and its command line.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "examples/program.hpp"
#include "examples/reading.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using namespace support;
using Kind = Json::Kind;

/// A question as this test asks it: the words of the command line and what they mean.
template <Named Label, Named E>
struct Asked {
    const Typology<Label, E>& rules;
    std::optional<PartnerIndex> partner;
    std::string date;
    Admission admission;
    Facts<E> given;  ///< Without a partner.
    std::map<E, Truth> set;
    ChangeCosts<E> costs;
    Aim aim = Aim::give;
    Words arguments;
};

template <Named E>
Facts<E> with(Facts<E> facts, const std::map<E, Truth>& set) {
    for (const auto& [feature, truth] : set) facts.set(feature, truth);
    return facts;
}

template <Named Label, Named E>
Facts<E> whole(const Asked<Label, E>& asked, const std::map<E, Truth>& set, const Admission& admission) {
    if (!asked.partner) return with(asked.given, set);
    return with(facts(tajikistan, tajikistan.codings<E>(), *asked.partner, asked_days(tajikistan, period(asked.date)),
                      admission),
                set);
}

/// What is told of each day, and then set, without days of which the same is told as of another; acts are told of the
/// whole time.
template <Named Label, Named E>
std::vector<Facts<E>> days_of(const Asked<Label, E>& asked, const std::map<E, Truth>& set, const Admission& admission) {
    if (!asked.partner || is_act<E>) return {whole(asked, set, admission)};
    std::vector<Facts<E>> found;
    const Days days = asked_days(tajikistan, period(asked.date));
    for (Day day = days.first; day <= days.last; ++day) {
        const auto told =
            with(facts(tajikistan, tajikistan.codings<E>(), *asked.partner, Days{day, day}, admission), set);
        if (std::find(found.begin(), found.end(), told) == found.end()) found.push_back(told);
    }
    return found;
}

/// The verdict on all days.
template <Named Label, Named E>
Verdict<Label> verdict_on(const std::vector<Facts<E>>& days, const Typology<Label, E>& rules) {
    Verdict<Label> result{all<Label>(), {}};
    for (const Facts<E> told : days) {
        const auto one = classify(told, rules);
        result.holding &= one.holding;
        result.possible |= one.possible;
    }
    return result;
}
template <Named Label, Named E>
Verdict<Label> verdict(const Asked<Label, E>& asked, const std::map<E, Truth>& set, bool strict) {
    Admission admission = asked.admission;
    admission.strict = admission.strict || strict;
    return verdict_on(days_of(asked, set, admission), asked.rules);
}

template <Named Label>
std::string answer(const Verdict<Label>& verdict, Label label) {
    return verdict.holds(label) ? "holds" : verdict.may_hold(label) ? "open" : "fails";
}

/// What is wrong with the form of a sentence; empty when nothing is.
std::string untidy(const std::string& sentence) {
    if (sentence.empty() || sentence.back() != '.') return "no full stop: " + sentence;
    for (const char* wrong : {"  ", " .", " ,", "..", "()", ": ."}) {
        if (has(sentence, wrong)) return "'" + std::string(wrong) + "' in: " + sentence;
    }
    return {};
}

using Literals = std::map<std::string, std::string>;  // "resources" -> "holds"
using Way = std::pair<Literals, Literals>;            // to turn, to settle

Literals literals(const Json& object) {
    Literals found;
    REQUIRE(object.kind == Kind::object);
    for (std::size_t i = 0; i < object.keys.size(); ++i) found[object.keys[i]] = object.items[i].text;
    return found;
}
template <Named E>
Literals literals(Cube cube) {
    Literals found;
    for (const E feature : all<E>()) {
        if (Set<E>::of_bits(cube.holding).contains(feature)) found[std::string(name(feature))] = "holds";
        if (Set<E>::of_bits(cube.failing).contains(feature)) found[std::string(name(feature))] = "fails";
    }
    return found;
}

/// The least changes, and what each costs.
struct Least {
    std::vector<Way> ways;
    std::uint64_t cost = 0;
};

/// By trying: every feature of the rules is left, made true or made false on all days.
template <Named Label, Named E>
Least least(const Asked<Label, E>& asked, Label label, Aim aim) {
    const auto days = days_of(asked, asked.set, asked.admission);
    const auto told = whole(asked, asked.set, asked.admission);
    Least best;
    const auto choose = [&](const auto& self, std::vector<Facts<E>> changed, Set<E> left, const Way& way,
                            std::uint64_t cost) -> void {
        if (!best.ways.empty() && cost > best.cost) return;  // more only costs more
        if (left.empty()) {
            const Set<Label> one{label};
            const auto now = verdict_on(changed, asked.rules);
            if (aim == Aim::give ? !now.holds(label)
                : aim == Aim::end ? now.may_hold(label)
                                  : now.holding != one || now.possible != one)
                return;
            if (best.ways.empty() || cost < best.cost) best = {{}, cost};
            best.ways.push_back(way);
            return;
        }
        const E feature = *left.begin();
        left.erase(feature);
        self(self, changed, left, way, cost);
        for (const Truth to : {Truth::holds, Truth::fails}) {
            if (told[feature] == to) continue;
            const bool turns = told[feature] == Truth::holds || told[feature] == Truth::fails;
            if ((turns ? asked.costs.not_turned : asked.costs.not_settled).contains(feature)) continue;
            for (auto& day : changed) day.set(feature, to);
            Way longer = way;
            (turns ? longer.first : longer.second)[std::string(name(feature))] = name(to);
            self(self, changed, left, longer,
                 cost + (turns ? asked.costs.turning : asked.costs.settling)[index(feature)]);
        }
    };
    choose(choose, days, asked.rules.features(), {}, 0);
    std::sort(best.ways.begin(), best.ways.end());
    return best;
}

void check_verdict(const Json& object, const Words& holding, const Words& possible) {
    CHECK(list(object, "holding") == holding);
    CHECK(list(object, "possible") == possible);
    CHECK_FALSE(text(object, "outcome").empty());
}

template <Named Label, Named E>
void check_json(const Asked<Label, E>& asked) {
    Words arguments = asked.arguments;
    arguments.insert(arguments.end(), {"--format", "json"});
    CAPTURE(join(arguments));
    const Json document = json("what_if", arguments);
    const std::map<E, Truth> nothing;
    const bool predicted = std::is_same_v<Label, Mode> && std::is_same_v<E, Condition>;
    CHECK((document.find("theory")->kind == Kind::null) == !predicted);
    const auto before = verdict(asked, nothing, false);
    const auto after = verdict(asked, asked.set, false);
    check_verdict(get(document, "before", Kind::object), words(before.holding), words(before.possible));
    check_verdict(get(document, "after", Kind::object), words(after.holding), words(after.possible));
    const Json& strict = get(document, "strict", Kind::object);
    const auto strict_before = verdict(asked, nothing, true);
    const auto strict_after = verdict(asked, asked.set, true);
    check_verdict(get(strict, "before", Kind::object), words(strict_before.holding), words(strict_before.possible));
    check_verdict(get(strict, "after", Kind::object), words(strict_after.holding), words(strict_after.possible));
    if (asked.partner) {
        CHECK(text(document, "partner") == tajikistan.partner(*asked.partner).id);
        CHECK(text(document, "date") == asked.date);
        const bool told = anything_told(tajikistan, *asked.partner, period(asked.date), asked.rules, asked.admission);
        CHECK(text(get(document, "before", Kind::object), "outcome") == name(before.outcome(told)));
    } else {
        CHECK(get(document, "partner", Kind::null).text.empty());
        CHECK(get(document, "date", Kind::null).text.empty());
    }
    const auto& features = get(document, "features", Kind::array).items;
    REQUIRE(features.size() == count<E>);
    for (const E feature : all<E>()) {
        const Json& one = features[index(feature)];
        CHECK(text(one, "feature") == name(feature));
        CHECK(text(one, "told") == name(whole(asked, nothing, asked.admission)[feature]));
        CHECK(text(one, "truth") == name(whole(asked, asked.set, asked.admission)[feature]));
        CHECK(truth(one, "set") == (asked.set.count(feature) != 0));
        CHECK(get(one, "cost_to_settle", Kind::number).text == std::to_string(asked.costs.settling[index(feature)]));
        CHECK(get(one, "cost_to_turn", Kind::number).text == std::to_string(asked.costs.turning[index(feature)]));
        CHECK(truth(one, "pinned") == asked.costs.not_turned.contains(feature));
    }
    const auto& labels = get(document, "labels", Kind::array).items;
    REQUIRE(labels.size() == asked.rules.labels().size());
    std::size_t at = 0;
    for (const Label label : asked.rules.labels()) {
        const Json& one = labels[at++];
        CHECK(text(one, "label") == name(label));
        CHECK(text(one, "before") == answer(before, label));
        CHECK(text(one, "after") == answer(after, label));
        for (const bool set : {false, true}) {
            const std::string sentence = text(one, set ? "why_after" : "why_before");
            CHECK(untidy(sentence) == "");
            check_ids(sentence);
            const auto& now = set ? after : before;
            const std::string said = now.holds(label) ? " holds" : now.may_hold(label) ? " is open" : " does not hold";
            const std::string where = asked.partner ? " for " + std::string(tajikistan.partner(*asked.partner).id) +
                                                          (asked.date.size() == 10 ? " on " : " in ") + asked.date
                                                    : "";
            CHECK(sentence.starts_with(std::string(name(label)) + said + where + ": "));
        }
        const auto reasons = why_not(whole(asked, asked.set, asked.admission), asked.rules, label);
        const auto& terms = get(one, "terms", Kind::array).items;
        REQUIRE(terms.size() == reasons.terms().size());
        for (std::size_t i = 0; i < terms.size(); ++i) {
            CHECK(text(terms[i], "term") == notation<E>(reasons.terms()[i].term));
            CHECK(list(terms[i], "as_told") == words(reasons.terms()[i].as_told));
            CHECK(list(terms[i], "otherwise") == words(reasons.terms()[i].otherwise));
            CHECK(list(terms[i], "unknown") == words(reasons.terms()[i].unknown));
            CHECK(list(terms[i], "contested") == words(reasons.terms()[i].contested));
        }
        const auto& changes = get(one, "least_changes", Kind::array).items;
        REQUIRE(changes.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) {
            const Aim aim = i == 0 ? asked.aim : Aim::end;
            CHECK(text(changes[i], "aim") == name(aim));
            std::vector<Way> ways;
            for (const Json& way : get(changes[i], "ways", Kind::array).items) {
                ways.emplace_back(literals(get(way, "turn", Kind::object)), literals(get(way, "settle", Kind::object)));
            }
            std::sort(ways.begin(), ways.end());
            const Least expected = least(asked, label, aim);
            CHECK(ways == expected.ways);
            const Json* cost = changes[i].find("cost");
            REQUIRE(cost != nullptr);
            CHECK(cost->text == (ways.empty() ? "" : std::to_string(expected.cost)));
            CHECK((cost->kind == Kind::null) == ways.empty());
        }
    }
}

/// The CSV says what the JSON says.
void check_csv(Words arguments) {
    CAPTURE(join(arguments));
    Words as_json = arguments;
    as_json.insert(as_json.end(), {"--format", "json"});
    arguments.insert(arguments.end(), {"--format", "csv"});
    const Json document = json("what_if", as_json);
    const CsvRows rows = csv("what_if", arguments);
    std::map<std::string, std::size_t> column;
    for (std::size_t i = 0; i < rows.front().size(); ++i) column[rows.front()[i]] = i;
    std::size_t row = 1;
    for (const Json& label : get(document, "labels", Kind::array).items) {
        for (const Json& change : get(label, "least_changes", Kind::array).items) {
            const auto& ways = get(change, "ways", Kind::array).items;
            for (std::size_t i = 0; i < (ways.empty() ? 1 : ways.size()); ++i, ++row) {
                REQUIRE(row < rows.size());
                const auto cell = [&](const std::string& name) { return rows[row][column.at(name)]; };
                CHECK(cell("label") == text(label, "label"));
                CHECK(cell("before") == text(label, "before"));
                CHECK(cell("after") == text(label, "after"));
                CHECK(cell("aim") == text(change, "aim"));
                CHECK(cell("route") == text(document, "route"));
                CHECK(cell("ways") == std::to_string(ways.size()));
                CHECK(cell("way") == (ways.empty() ? "" : std::to_string(i + 1)));
                CHECK(cell("cost") == change.find("cost")->text);
                for (const char* part : {"turn", "settle"}) {
                    std::set<std::string> expected;
                    if (!ways.empty()) {
                        for (const auto& [feature, truth] : literals(get(ways[i], part, Kind::object))) {
                            expected.insert((truth == "holds" ? "" : "~") + feature);
                        }
                    }
                    std::set<std::string> found;
                    std::string left = cell(part);
                    while (!left.empty()) {
                        const std::size_t end = std::min(left.find('*'), left.size());
                        found.insert(left.substr(0, end));
                        left.erase(0, end + 1);
                    }
                    CHECK(found == expected);
                }
            }
        }
    }
    CHECK(row == rows.size());
}

/// The table has every sentence of the JSON, and nothing untidy.
void check_table(const Words& arguments) {
    CAPTURE(join(arguments));
    Words as_json = arguments;
    as_json.insert(as_json.end(), {"--format", "json"});
    const Json document = json("what_if", as_json);
    const std::string output = printed("what_if", arguments);
    check_ids(output);
    for (const Json& label : get(document, "labels", Kind::array).items) {
        CHECK(has(output, " " + text(label, "why_after") + "\n"));
        const bool changed = text(label, "before") != text(label, "after");
        CHECK(has(output, "  before: " + text(label, "why_before") + "\n") == changed);
        CHECK(has(output, "  after:  " + text(label, "why_after") + "\n") == changed);
        for (const Json& change : get(label, "least_changes", Kind::array).items) {
            const auto& ways = get(change, "ways", Kind::array).items;
            const std::string aim = text(change, "aim");
            const std::string begin = "\n  " + text(label, "label") +
                                      (aim == "give"  ? ", to hold"
                                       : aim == "end" ? ", to be ruled out"
                                                      : ", to be the only one");
            CHECK(has(output, begin));
            if (ways.empty()) CHECK(has(output, begin + ": no change that is allowed does it\n"));
            if (ways.size() > 1) CHECK(has(output, ", " + std::to_string(ways.size()) + " ways:\n"));
        }
    }
    for (const std::string& line : lines_of(output)) {
        if (line.empty()) continue;
        CHECK_MESSAGE(line.back() != ' ', line);
        CHECK_MESSAGE(!has(line, "()"), line);
        CHECK_MESSAGE(line.size() == line.find_last_not_of(" \t\r") + 1, line);
    }
}

template <Named Label, Named E>
void check_all(const Asked<Label, E>& asked) {
    check_json(asked);
    check_csv(asked.arguments);
    check_table(asked.arguments);
}

template <Named E>
std::string list_text(const std::map<E, Truth>& set) {
    std::string text;
    for (const auto& [feature, truth] : set) {
        text += (text.empty() ? "" : ",") + std::string(name(feature)) + "=" + std::string(name(truth));
    }
    return text;
}

/// A random question under these rules.
template <Named Label, Named E>
Asked<Label, E> random_question(support::Random& random, const Typology<Label, E>& rules, Words arguments) {
    static const Words partners{"russia", "china", "west", "osce", "international_community", "un"};
    static const Words dates{"2005", "2016", "2019", "2022", "2022-02", "2010-05-01", "2011-10/2012-03"};
    Asked<Label, E> asked{.rules = rules,
                          .partner = {},
                          .date = {},
                          .admission = {},
                          .given = {},
                          .set = {},
                          .costs = {},
                          .aim = Aim::give,
                          .arguments = std::move(arguments)};
    const auto add = [&](const Words& more) {
        asked.arguments.insert(asked.arguments.end(), more.begin(), more.end());
    };
    std::map<E, Truth> settings;
    for (const E feature : all<E>()) {
        if (random.chance(3)) settings[feature] = static_cast<Truth>(random.below(4));
    }
    if (!settings.empty()) {
        asked.set = settings;
        add({"--set", list_text(settings)});
    }
    if (random.chance(3)) {
        std::map<E, Truth> given{{static_cast<E>(0), static_cast<Truth>(random.below(4))}};
        for (const E feature : all<E>()) {
            if (random.chance(2)) given[feature] = static_cast<Truth>(random.below(4));
        }
        asked.given = with(Facts<E>{}, given);
        add({"--facts=" + list_text(given)});
    } else {
        const std::string id = random.pick(partners);
        asked.partner = partner(id);
        asked.date = random.pick(dates);
        add({"--partner", id, "--at", asked.date});
        if (random.chance(3)) {
            asked.admission.strict = true;
            add({"--strict"});
        }
        if (random.chance(4)) {
            asked.admission.sources = sources_with_id(tajikistan, "001");
            add({"--source", "001"});
        }
    }
    if (random.chance(2)) {
        std::string costs;
        std::uint32_t sum = 0;
        for (const E feature : all<E>()) {
            if (!random.chance(2)) continue;
            const auto weight = static_cast<std::uint32_t>(1 + random.below(3));
            costs += (costs.empty() ? "" : ",") + std::string(name(feature)) + "=" + std::to_string(weight);
            asked.costs.settling[index(feature)] = weight;
        }
        for (const auto weight : asked.costs.settling) sum += weight;
        for (const E feature : all<E>())
            asked.costs.turning[index(feature)] = asked.costs.settling[index(feature)] * (sum + 1);
        if (!costs.empty()) add({"--costs", costs});
    }
    if (random.chance(3)) {
        const E pinned = static_cast<E>(random.below(count<E>));
        asked.costs.pin({pinned});
        add({"--pin", std::string(name(pinned))});
    }
    if (random.chance(2)) {
        asked.aim = Aim::sole;
        add({"--sole"});
    }
    return asked;
}

Ran wrong(const Words& arguments) {
    const Ran ran = example("what_if", arguments);
    CAPTURE(join(arguments));
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("error: "));
    return ran;
}

}  // namespace

TEST_CASE("what_if answers as the library does, for modes predicted under every theory") {
    support::Random random(31);
    for (int i = 0; i < 5; ++i) {
        for (const auto& variant : three_modes::variants) {
            check_all(random_question(random, *variant.rules, {"--theory", std::string(variant.name)}));
        }
    }
}

TEST_CASE("what_if answers as the library does, for modes observed and stages") {
    support::Random random(32);
    for (int i = 0; i < 14; ++i) {
        check_all(random_question(random, three_modes::observed, {"--route", "observed"}));
        check_all(random_question(random, four_stages::stages, {"--route", "stage"}));
    }
}

TEST_CASE("what_if without arguments says what is, and nothing changes") {
    const std::string output = printed("what_if");
    CHECK(has(output, "What if: Russia, 2019; route: predicted; theory: predicted"));
    CHECK(has(output, "verdict: "));
    CHECK_FALSE(has(output, "verdict before"));
    CHECK_FALSE(has(output, "What changes"));
    check_table({});
    check_csv({});
}

TEST_CASE("what_if shows what a setting does") {
    const std::string output = printed("what_if", {"--partner", "china", "--at", "2019", "--set", "V=fails"});
    CHECK(has(output, "verdict before: recipient (sole)~\nverdict after:  none~\n"));
    CHECK(has(output,
              "  after:  recipient does not hold for china in 2019: regime_affinity would have to hold (told to fail "
              "by --set).\n"));
    CHECK(has(output, "What stays\n  activist does not hold for china in 2019: "));
    // A feature of which no rule speaks changes nothing, and that is said.
    const std::string unused = printed("what_if", {"--route", "observed", "--set", "bargains=holds"});
    CHECK(has(unused, "holds (no rule asks for it)\n"));
    CHECK_FALSE(has(unused, "What changes"));
    // Letters, spaces and the equals sign are taken.
    CHECK(printed("what_if", {"--set", "regime_affinity=fails,resources=unknown"}) ==
          printed("what_if", {"--set= V=fails , R=unknown"}));
    CHECK(printed("what_if", {"--set", "V=fails,R=unknown", "--costs", "G=2"}) ==
          printed("what_if", {"--set= V = fails ,R =unknown", "--costs= G = 2 "}));
    // What turns within the time is not said to be told by nobody.
    const std::string turning = printed("what_if", {"--route", "stage", "--at", "2022"});
    CHECK(has(turning, "told for a part of the time only, by "));
    CHECK(has(turning, "for a part of the time\n"));
}

TEST_CASE("what_if does not call more needed than what does it") {
    // Now the one, now another factor is told: a third gives two of them on every day, though of the whole time nobody
    // tells any of the three.
    Asked<Mode, Condition> asked{.rules = three_modes::any_two_factors,
                                 .partner = partner("us"),
                                 .date = "2000/2012",
                                 .admission = {},
                                 .given = {},
                                 .set = {},
                                 .costs = {},
                                 .aim = Aim::give,
                                 .arguments = {"--partner", "us", "--at", "2000/2012", "--theory", "any_two_factors",
                                               "--source", "001"}};
    asked.admission.sources = sources_with_id(tajikistan, "001");
    const Least expected = least(asked, Mode::recipient, Aim::give);
    CHECK(expected.cost == 1);
    CHECK(least_change(whole(asked, {}, asked.admission), asked.rules, Mode::recipient)[0].settles() == 2);
    check_all(asked);
    Words arguments = asked.arguments;
    arguments.insert(arguments.end(), {"--set", "regime_affinity=holds"});
    CHECK(has(printed("what_if", asked.arguments),
              "; it would hold if regime_affinity held.\n"));
    CHECK(has(printed("what_if", arguments), "verdict after:  recipient (sole)~\n"));
}

TEST_CASE("what_if without a partner takes the facts as they are given") {
    const std::string output = printed("what_if", {"--facts", "R=holds,G=holds,V=holds", "--set", "V=contested"});
    CHECK(output.starts_with("What if: facts as given; route: predicted"));
    CHECK(has(output, "verdict before: recipient (leading)\nverdict after:  open\n"));
    CHECK(has(output,
              "recipient is open: it hangs on regime_affinity (told both ways by --set); it would hold if "
              "regime_affinity held.\n"));
    CHECK(has(printed("what_if", {"--facts", "R=unknown"}), "verdict: insufficient"));
    for (const Words& both : {Words{"--partner", "russia"}, Words{"--at", "2016"}, Words{"--source", "000"},
                              Words{"--author", "Buriev"}, Words{"--published", "2020"}, Words{"--strict"}}) {
        Words arguments{"--facts", "R=holds"};
        arguments.insert(arguments.end(), both.begin(), both.end());
        CHECK(has(wrong(arguments).err, both.front() + " asks the documents"));
    }
}

TEST_CASE("what_if says what is wrong with a list and what is nearest") {
    for (const std::string option : {"--set", "--facts"}) {
        CHECK(has(wrong({option, "resources"}).err, option + " needs FEATURE=TRUTH, but got 'resources'"));
        CHECK(has(wrong({option, "resorces=holds"}).err, "did you mean 'resources'?"));
        CHECK(has(wrong({option, "resources=hold"}).err, "did you mean 'holds'?"));
        CHECK(has(wrong({option, "R=holds,resources=fails"}).err, option + " has resources twice"));
        for (const std::string empty : {"", ",", " ", "R=holds,", ",R=holds", "R=holds,,V=fails"}) {
            CHECK(has(wrong({option + "=" + empty}).err, "empty part"));
        }
        CHECK(has(wrong({option, "defers=holds"}).err, "unknown feature 'defers'"));
    }
    CHECK(has(wrong({"--route", "observed", "--set", "resources=holds"}).err, "unknown feature 'resources'"));
    for (const std::string weight : {"0", "-1", "1001", "4294967297", "five", "", "5x", "1.5", "5 5"}) {
        CHECK(has(wrong({"--costs", "geography=" + weight}).err,
                  "no weight: '" + weight + "'\nvalid: a whole number from 1 to 1000"));
    }
    CHECK(has(wrong({"--costs", "geography"}).err, "--costs needs FEATURE=WEIGHT"));
    CHECK(has(wrong({"--costs", "geografy=2"}).err, "did you mean 'geography'?"));
    CHECK(has(wrong({"--pin", "geografy"}).err, "did you mean 'geography'?"));
    CHECK(has(wrong({"--pin="}).err, "empty part"));
    CHECK(has(wrong({"--theory", "any_two_factor"}).err, "did you mean 'any_two_factors'?"));
    CHECK(has(wrong({"--route", "stages"}).err, "did you mean 'stage'?"));
    CHECK(has(wrong({"--route", "stage", "--theory", "predicted"}).err,
              "--theory is for the route predicted, not for stage"));
    CHECK(has(wrong({"--partner", "rusia"}).err, "did you mean 'russia'?"));
    CHECK(has(wrong({"--at", "1890"}).err, "the nearest date is '1991'"));
    CHECK(has(wrong({"--set", "R=holds", "--set", "V=fails"}).err, "--set is given twice"));
    CHECK(has(wrong({"--sole=yes"}).err, "--sole takes no value"));
}

TEST_CASE("what_if weighs and pins") {
    const Words asked{"--facts", "R=holds,G=holds,V=holds"};
    const auto printed_with = [&](const Words& more) {
        Words arguments = asked;
        arguments.insert(arguments.end(), more.begin(), more.end());
        return printed("what_if", arguments);
    };
    CHECK(has(printed_with({}), "recipient, to be ruled out (cost 8), 3 ways:\n"));
    CHECK(has(printed_with({"--costs", "R=2,G=2"}),
              "recipient, to be ruled out (cost 10): regime_affinity would have to fail (told to hold)\n"));
    CHECK(has(printed_with({"--pin", "R,V"}),
              "recipient, to be ruled out (cost 8): geography would have to fail (told to hold)\n"));
    CHECK(has(printed_with({"--pin", "R,V,G"}), "recipient, to be ruled out: no change that is allowed does it\n"));
    CHECK(has(printed_with({"--pin", "F,I", "--sole"}),
              "recipient, to be the only one: no change that is allowed does it\n"));
    // With these left open none can be the only one, nor can the activist be ruled out.
    const auto rows = csv("what_if", {"--facts", "R=holds", "--sole", "--pin", "F,I", "--format", "csv"});
    CHECK(std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row[10] == "0" && row[12].empty(); }) ==
          4);
}

TEST_CASE("what_if that cannot write says so") {
    Running how;
    how.output = "/dev/full";
    const Ran ran = example("what_if", {"--set", "V=fails"}, how);
    CHECK(ran.code == 1);
    CHECK(has(ran.err, "could not be written"));
    CHECK(has(printed("what_if", {"--help"}), "--facts LIST"));
}
