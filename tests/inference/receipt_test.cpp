// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipt: the line and the bytes of which its hashes are said to be, put together here once more; and what is said to
/// differ when something does.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/row_span.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/notation.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/receipt.hpp>

#include "support/frozen.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::period;
using support::Tables;
using Made = Receipt<Mode, Condition>;

static_assert(noexcept(receipt(Facts<Condition>{}, three_modes::predicted)) && noexcept(Made{}.intact()) && noexcept(
    replays(Made{}, three_modes::predicted)) && noexcept(replays(Made{}, Dataset{}, three_modes::predicted)));
static_assert(version_numbers.size() == 3);

// ---- the bytes, once more -------------------------------------------------------------------------------------------

constexpr Set<Condition> all_conditions = all<Condition>();

std::string bytes(std::uint64_t number, std::size_t width) {
    std::string text;
    for (std::size_t i = 0; i < width; ++i)
        text += static_cast<char>(static_cast<unsigned char>((number >> (8 * i)) % 256));
    return text;
}
std::string text_bytes(std::string_view text) { return bytes(text.size(), 4) + std::string(text); }

std::uint64_t fnv(const std::string& sequence) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : sequence) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211U;
    }
    return hash;
}

/// An id as a line has it, said once more.
std::string spelt(std::string_view id) {
    std::string text;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const auto byte = static_cast<unsigned char>(id[i]);
        const bool reserved = std::string_view("%,#").find(id[i]) != std::string_view::npos;
        const bool word = i == 0 && (id == "-" || id == "all");
        if (byte <= ' ' || byte > '~' || reserved || word) {
            char escape[4];
            std::snprintf(escape, sizeof escape, "%%%02X", unsigned{byte});
            text += escape;
        } else {
            text += id[i];
        }
    }
    return text;
}

std::string hex(std::uint64_t number) {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
    return text;
}

/// The names of a set in their own order, and with ~ those of another.
template <class E>
std::string list(Set<E> holds, Set<E> fails = {}) {
    std::vector<std::pair<std::string, std::string>> words;  // by name, what holds first
    for (const E value : holds) words.emplace_back(std::string(name(value)) + "0", name(value));
    for (const E value : fails) words.emplace_back(std::string(name(value)) + "1", "~" + std::string(name(value)));
    std::sort(words.begin(), words.end());
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ",") + word.second;
    return text.empty() ? "-" : text;
}

std::string or_none(std::string_view text) { return std::string(text.empty() ? "-" : text); }

/// The line up to its hash, said once more.
std::string line_of(const Made& made) {
    std::ostringstream line;
    line << "trimode receipt version=" << made.version[0] << '.' << made.version[1] << '.' << made.version[2];
    if (made.kind == ReceiptKind::facts) {
        line << " facts=" << list(made.facts.told_to_hold(), made.facts.told_to_fail());
    } else {
        line << " dataset=" << or_none(made.dataset) << " edition=" << made.edition
             << " partner=" << or_none(made.partner) << " at=" << edtf(made.at).view()
             << " strict=" << (made.strict ? "yes" : "no") << " sources=" << or_none(made.documents)
             << " modalities=" << list(made.modalities) << " act_window=" << made.act_window
             << " without=" << or_none(made.without) << " told=" << hex(made.told);
    }
    line << " rules=" << hex(made.rules) << " holds=" << list(made.verdict.holding)
         << " may_hold=" << list(made.verdict.possible) << " outcome=" << name(made.outcome);
    return line.str();
}

/// What is told of a partner, day by day: the days on which something else is told than on the day before begin a
/// stretch.
std::uint64_t told_day_by_day(const Dataset& data, RowSpan<Coding<Condition>> codings, PartnerIndex partner,
                              std::string_view at, const Admission& admission = {}) {
    const Days asked = asked_days(data, period(at));
    std::string all;
    for (Day first = asked.first; first <= asked.last;) {
        const auto here = facts(data, codings, partner, {first, first}, admission);
        Day last = first;
        while (last < asked.last && facts(data, codings, partner, {last + 1, last + 1}, admission) == here) ++last;
        std::map<std::string, Truth> told;
        for (const Condition condition : all_conditions) {
            if (here[condition] != Truth::unknown) told[std::string(name(condition))] = here[condition];
        }
        all += bytes(static_cast<std::uint32_t>(first), 4) + bytes(static_cast<std::uint32_t>(last), 4) +
               bytes(told.size(), 1);
        for (const auto& [feature, truth] : told) {
            all += text_bytes(feature) + bytes(truth == Truth::holds ? 1 : truth == Truth::fails ? 2 : 3, 1);
        }
        first = last + 1;
    }
    return fnv(all);
}

/// Two documents, some conditions.
struct Case {
    Tables tables{"2010", "2020"};
    Case() {
        const auto first = tables.add(Aspect::state, "2005/2009");
        const auto second = tables.add(Aspect::state, "2008/2012", 1);
        for (const Condition condition : {Condition::resources, Condition::geography, Condition::regime_affinity}) {
            tables.conditions.push_back({first, Tables::alpha, condition, Tells::holds, {}});
        }
        tables.conditions.push_back({second, Tables::alpha, Condition::alternative, Tells::holds, {}});
        tables.conditions.push_back({second, Tables::beta, Condition::regime_affinity, Tells::fails, {}});
    }
    [[nodiscard]] Dataset data() {
        tables.sources[0].id = "000_first";
        tables.sources[1].id = "001_second";
        return tables.dataset();
    }
};

Facts<Condition> random_facts(support::Random& random) {
    Facts<Condition> facts;
    for (const Condition condition : all<Condition>()) facts.set(condition, static_cast<Truth>(random.below(4)));
    return facts;
}

}  // namespace

TEST_CASE("the hash is that of the line, up to the hash") {
    support::Random random(1);
    for (int i = 0; i < 500; ++i) {
        Made made = receipt(random_facts(random), three_modes::predicted);
        CHECK(made.hash == fnv(line_of(made)));
        made.kind = random.chance(3) ? ReceiptKind::facts : ReceiptKind::dataset;
        made.version = {static_cast<std::uint16_t>(random.next()), static_cast<std::uint16_t>(random.next()), 7};
        made.dataset += std::string(random.below(70), 'x');
        made.edition = static_cast<std::uint16_t>(random.next());
        made.partner = receipt_id(std::string_view("a b\xc3\xa9", random.below(6)));
        made.at = period(
            random.pick(std::vector<std::string_view>{"2010", "/", "../2012-03", "200X/2011-05-06~", "2022-02-24/.."}));
        made.strict = random.chance(2);
        made.documents += random.pick(std::vector<std::string_view>{"", "all", "000_a", "000_a,001_b"});
        made.modalities = Set<Modality>::of_bits(static_cast<std::uint32_t>(random.next()));
        made.act_window = random.chance(9) ? -2147483647 - 1 : static_cast<std::int32_t>(random.next());
        made.without += std::string_view("000.012a").substr(0, 4 * random.below(3));
        made.told = random.next();
        made.rules = random.next();
        made.outcome = static_cast<Outcome>(random.below(count<Outcome>));
        CHECK(made.computed_hash() == fnv(line_of(made)));
        std::string line;
        made.spell([&line](std::string_view part) { line += part; });
        CHECK(line == line_of(made));
    }
}

TEST_CASE("ids as a receipt spells them") {
    for (const std::string id :
         {"", "russia", "-", "--", "all", "alles", "a b", "a,b#c%d", "\xd0\xa0\x7f\x01~!", "000.012a"}) {
        CAPTURE(id);
        CHECK(receipt_id(id).view() == spelt(id));
    }
    const std::string fits(64, 'd');
    CHECK(receipt_id(fits).view() == fits);
    // What does not fit becomes its hash, so that two that differ only far behind are two.
    const std::string beyond = fits + "e";
    CHECK(receipt_id(beyond).view() == "#" + hex(fnv(beyond)));
    CHECK(receipt_id(beyond).view() != receipt_id(fits + "f").view());
    const std::string blanks(22, ' ');
    CHECK(receipt_id(blanks).view() == "#" + hex(fnv(spelt(blanks))));
}

TEST_CASE("the fingerprint is the hash of names and primes") {
    std::string expected;
    const auto literal = [](std::string_view feature, bool holds) {
        return text_bytes(feature) + bytes(holds ? 1 : 0, 1);
    };
    // Labels and features in the order of their names.
    expected +=
        text_bytes("activist") + bytes(1, 4) + bytes(2, 1) + literal("acclaim", true) + literal("global_arena", true);
    // Two primes: what must fail stands in the upper half of a word, so that G alone comes before V*~A.
    expected += text_bytes("protector") + bytes(2, 4) + bytes(1, 1) + literal("geography", true) + bytes(2, 1) +
                literal("alternative", false) + literal("regime_affinity", true);
    expected += text_bytes("recipient") + bytes(1, 4) + bytes(3, 1) + literal("geography", true) +
                literal("regime_affinity", true) + literal("resources", true);
    Typology<Mode, Condition> rules = three_modes::predicted;
    REQUIRE(rules.replace({Mode::protector, *parse_formula<Condition>("V*~A + V*~A*R + G"), "elsewhere"}).fault ==
            Fault::none);
    CHECK(fingerprint(rules) == fnv(expected));
}

namespace in_one_order {
enum class Side : std::uint8_t { left, right, middle };
consteval auto names_of(Side) { return names<Side>("left", "right", "middle"); }
enum class Sign : std::uint8_t { red, green, blue };
consteval auto names_of(Sign) { return names<Sign>("red R", "green G", "blue B"); }
}  // namespace in_one_order
namespace in_another_order {
enum class Side : std::uint8_t { fourth, middle, right, left };
consteval auto names_of(Side) { return names<Side>("fourth", "middle", "right", "left"); }
enum class Sign : std::uint8_t { blue, new_one, red, green };
consteval auto names_of(Sign) { return names<Sign>("blue B", "new_one", "red R", "green G"); }
}  // namespace in_another_order

TEST_CASE("an enumeration in another order, or one that has grown, gives the same receipts") {
    const auto made = [](auto side, auto sign, auto text) {
        using Side = decltype(side);
        using Sign = decltype(sign);
        const auto rules = *parse_typology<Side, Sign>("left <= R*~G + B*G + ~R*~B\nright <= ~B*R\nmiddle <= G");
        return text(receipt(Facts<Sign>({*parse<Sign>("blue"), *parse<Sign>("red")}, {*parse<Sign>("red")}), rules));
    };
    const auto text = [](const auto& one) {
        std::string line;
        one.spell([&line](std::string_view part) { line += part; });
        return line + " hash=" + hex(one.hash);
    };
    const std::string one = made(in_one_order::Side{}, in_one_order::Sign{}, text);
    CHECK(one == made(in_another_order::Side{}, in_another_order::Sign{}, text));
    CHECK(one.find(" facts=blue,red,~red ") != std::string::npos);
}

TEST_CASE("what is told, day by day") {
    Case some;
    const auto data = some.data();
    Admission strict;
    strict.strict = true;
    Admission without;
    without.without = data.claims[1].id;
    for (const auto partner : {Tables::alpha, Tables::beta, Tables::world}) {
        for (const std::string_view at : {"2007", "2004/2013", "2009-12-31/2010-01-01", "2010-03"}) {
            for (const auto& admission : {Admission{}, strict, without}) {
                const auto told = fingerprint_of_told(data, data.conditions, partner, period(at), admission);
                CHECK(told == told_day_by_day(data, data.conditions, partner, at, admission));
            }
        }
    }
    // Of no day nothing is told.
    CHECK(fingerprint_of_told(data, data.conditions, Tables::alpha, period("2030/..")) == fnv(""));
    // A row of another partner changes nothing, one of this partner what is told.
    auto rows = some.tables.conditions;
    const auto before = fingerprint_of_told(data, data.conditions, Tables::beta, period("2011"));
    rows.push_back({ClaimIndex{1}, Tables::alpha, Condition::acclaim, Tells::holds, {}});
    CHECK(fingerprint_of_told(data, RowSpan<Coding<Condition>>(rows), Tables::beta, period("2011")) == before);
    rows.push_back({ClaimIndex{1}, Tables::beta, Condition::acclaim, Tells::holds, {}});
    CHECK(fingerprint_of_told(data, RowSpan<Coding<Condition>>(rows), Tables::beta, period("2011")) != before);
}

TEST_CASE("the fingerprint is the same for every way to write a rule, and another for every other function") {
    // All functions of three conditions, each written as corners and as primes in turned order.
    std::vector<std::uint64_t> seen;
    for (std::uint32_t f = 0; f < 256; ++f) {
        Formula<Condition>::Terms corners;
        for (std::uint32_t a = 0; a < 8; ++a) {
            if (((f >> a) & 1U) != 0) REQUIRE(corners.append(Cube{a, ~a & 7U}));
        }
        Typology<Mode, Condition> one;
        REQUIRE(one.add({Mode::activist, Formula<Condition>(corners), "one"}).fault == Fault::none);
        Formula<Condition>::Terms turned;
        const auto& primes = one.rule(Mode::activist).when().terms();
        for (std::size_t i = primes.size(); i > 0; --i) REQUIRE(turned.append(primes[i - 1]));
        Typology<Mode, Condition> other;
        REQUIRE(other.add({Mode::activist, Formula<Condition>(turned), "other"}).fault == Fault::none);
        CHECK(fingerprint(one) == fingerprint(other));
        for (const std::uint64_t before : seen) CHECK(before != fingerprint(one));
        seen.push_back(fingerprint(one));
        Typology<Mode, Condition> elsewhere;
        REQUIRE(elsewhere.add({Mode::protector, Formula<Condition>(corners), "one"}).fault == Fault::none);
        CHECK((fingerprint(elsewhere) == fingerprint(one)) == (f == 0));
    }
}

TEST_CASE("a receipt from facts replays") {
    support::Random random(2);
    for (int i = 0; i < 500; ++i) {
        const auto facts = random_facts(random);
        const Made made = receipt(facts, three_modes::predicted);
        CHECK(made.verdict == classify(facts, three_modes::predicted));
        CHECK(made.facts == facts);
        CHECK(made.intact());
        const auto constant = receipt<three_modes::predicted>(facts);
        CHECK(constant.hash == made.hash);
        const auto again = replays(made, three_modes::predicted);
        CHECK(bool(again));
        CHECK(again.verdict == made.verdict);
        CHECK(again.outcome == made.outcome);
        CHECK(made.outcome == made.verdict.outcome(!facts.told().empty()));
        // Under other rules: these are said to differ, and the verdict where it does.
        const auto other = replays(made, three_modes::residual_protector);
        CHECK(other.differs.contains(ReceiptPart::rules));
        CHECK(other.same_verdict() == (classify(facts, three_modes::residual_protector) == made.verdict));
        CHECK(other.differs.size() == (other.same_verdict() ? 1 : 2));
    }
}

TEST_CASE("a receipt from a dataset replays, and says what of it differs") {
    Case some;
    const auto data = some.data();
    Admission strict;
    strict.strict = true;
    strict.sources = 1;
    Admission without;
    without.without = data.claims[0].id;
    for (const auto& admission : {Admission{}, strict, without}) {
        for (const std::string_view at : {"2007", "2008/2010", "2010", "/", "2008-05"}) {
            for (const auto partner : {Tables::alpha, Tables::beta, Tables::world}) {
                const auto made = receipt(data, partner, period(at), three_modes::predicted, admission);
                CHECK(made.verdict == classify(data, partner, period(at), three_modes::predicted, admission));
                CHECK(made.dataset.view() == data.id);
                CHECK(made.partner.view() == data.partner(partner).id);
                const bool told = anything_told(data, partner, period(at), three_modes::predicted, admission);
                CHECK(made.outcome == made.verdict.outcome(told));
                CHECK(made.without.view() == admission.without);
                CHECK(made.documents.view() == (admission.sources == 1 ? "000_first" : "all"));
                // Whom it believed does not hang on the receipt.
                const Admission believed = Made(made).believed(data);
                CHECK(believed.without == admission.without);
                CHECK(believed.strict == admission.strict);
                CHECK(believed.sources == admission.sources);
                CHECK(believed.modalities == admission.modalities);
                CHECK(believed.act_window == admission.act_window);
                CHECK(made.told ==
                      told_day_by_day(data, data.conditions, partner, at == "/" ? "1990/2025" : at, admission));
                CHECK(made.hash == fnv(line_of(made)));
                CHECK(bool(replays(made, data, three_modes::predicted)));
            }
        }
    }
    const auto made = receipt(data, Tables::alpha, period("2007"), three_modes::predicted);
    REQUIRE(made.verdict.holds(Mode::recipient));
    using Parts = Set<ReceiptPart>;

    Dataset other = data;
    other.edition = 2;
    CHECK((replays(made, other, three_modes::predicted).differs == Parts{ReceiptPart::edition}));
    other = data;
    other.id = "another";
    CHECK((replays(made, other, three_modes::predicted).differs == Parts{ReceiptPart::dataset}));
    other = data;
    other.partners = data.partners.subspan(1);
    CHECK((replays(made, other, three_modes::predicted).differs == Parts{ReceiptPart::partner, ReceiptPart::verdict}));
    CHECK(replays(made, other, three_modes::predicted).verdict == Verdict<Mode>{});
    // The tables of the same edition were changed behind its back.
    other = data;
    other.conditions = data.conditions.subspan(1);
    const auto changed = replays(made, other, three_modes::predicted);
    CHECK((changed.differs == Parts{ReceiptPart::told, ReceiptPart::verdict}));
    CHECK(changed.verdict == classify(other, Tables::alpha, period("2007"), three_modes::predicted));
    // The same, so that the verdict stays as it is: something else is told of what does not matter here.
    Case more;
    more.tables.conditions.push_back({ClaimIndex{0}, Tables::alpha, Condition::acclaim, Tells::fails, {}});
    CHECK((replays(made, more.data(), three_modes::predicted).differs == Parts{ReceiptPart::told}));
    // Documents that are not there, or are named otherwise.
    Admission second;
    second.sources = 2;
    const auto of_second = receipt(data, Tables::alpha, period("2010"), three_modes::predicted, second);
    CHECK(of_second.documents.view() == "001_second");
    std::vector<Source> sources(data.sources.begin(), data.sources.end());
    sources[1].id = "001_renamed";
    other = data;
    other.sources = sources;
    const auto renamed = replays(of_second, other, three_modes::predicted);
    CHECK(renamed.differs.contains(ReceiptPart::sources));
    CHECK(renamed.differs.contains(ReceiptPart::told));
    // A receipt of facts asks for no dataset, one of a dataset for one.
    CHECK((replays(made, three_modes::predicted).differs == Parts{ReceiptPart::input, ReceiptPart::verdict}));
    CHECK((replays(receipt(Facts<Condition>{}, three_modes::predicted), data, three_modes::predicted).differs ==
           Parts{ReceiptPart::input, ReceiptPart::verdict}));
}

TEST_CASE("whatever is edited, the hash tells") {
    Case some;
    const auto made = receipt(some.data(), Tables::alpha, period("2007"), three_modes::predicted);
    const auto broken = [](Made edited) {
        CHECK_FALSE(edited.intact());
        return edited;
    };
    Made edited = made;
    edited.version[2] = static_cast<std::uint16_t>(edited.version[2] + 1);
    const auto replay = replays(broken(edited), some.data(), three_modes::predicted);
    CHECK((replay.differs == Set<ReceiptPart>{ReceiptPart::hash, ReceiptPart::library}));
    CHECK(replay.same_verdict());
    edited = made;
    edited.kind = ReceiptKind::facts;
    broken(edited);
    edited = made;
    edited.dataset += 'x';
    broken(edited);
    edited = made;
    edited.edition = 9;
    broken(edited);
    edited = made;
    edited.partner = {};
    broken(edited);
    edited = made;
    edited.at = period("2008");
    broken(edited);
    edited = made;
    edited.strict = true;
    broken(edited);
    edited = made;
    edited.documents = {};
    broken(edited);
    edited = made;
    edited.modalities.insert(Modality::alleged);
    broken(edited);
    edited = made;
    edited.act_window = -1;
    broken(edited);
    edited = made;
    edited.told ^= 1U;
    broken(edited);
    edited = made;
    edited.outcome = Outcome::insufficient;
    broken(edited);
    edited = made;
    edited.without += "000.001a";
    broken(edited);
    edited = made;
    edited.rules ^= 1U;
    broken(edited);
    edited = made;
    edited.verdict.holding.insert(Mode::protector);
    broken(edited);
    edited = made;
    edited.verdict.possible = {};
    broken(edited);
    edited = made;
    edited.hash ^= std::uint64_t{1} << 63U;
    broken(edited);
    edited = made;
    edited.facts.set(Condition::resources, Truth::holds);  // of a dataset, facts are no part of it
    CHECK(edited.intact());
}

TEST_CASE("ids that are too long become their hash, here and when replayed") {
    Case some;
    auto data = some.data();
    const std::string id(100, 'd');
    data.id = id;
    std::vector<Partner> partners(data.partners.begin(), data.partners.end());
    const std::string partner = std::string(1, 'a') + std::string(99, 'p');
    partners[0].id = partner;
    data.partners = partners;
    const auto made = receipt(data, Tables::alpha, period("2007"), three_modes::predicted);
    CHECK(made.dataset.view() == "#" + hex(fnv(id)));
    CHECK(made.partner.view() == "#" + hex(fnv(partner)));
    CHECK(bool(replays(made, data, three_modes::predicted)));
    // Another one that begins in the same way is another.
    const std::string like_it = partner.substr(0, 99) + "q";
    partners[0].id = like_it;
    data.partners = partners;
    CHECK((replays(made, data, three_modes::predicted).differs ==
           Set<ReceiptPart>{ReceiptPart::partner, ReceiptPart::verdict}));
    // So do lists of documents.
    std::vector<std::string> names;
    for (int i = 0; i < 12; ++i) names.push_back(std::string(60, static_cast<char>('a' + i)));
    auto many = some.data();
    std::vector<Source> sources(12, many.sources[0]);
    for (std::size_t i = 0; i < names.size(); ++i) sources[i].id = names[i];
    many.sources = sources;
    Admission most;
    most.sources = every_source - 1;
    const auto listed = receipt(many, Tables::alpha, period("2007"), three_modes::predicted, most);
    CHECK(listed.documents.view().starts_with('#'));
    CHECK(replays(listed, many, three_modes::predicted).differs.contains(ReceiptPart::sources));
}

TEST_CASE("codings of one's own") {
    Case some;
    const auto data = some.data();
    const std::array mine{Coding<Condition>{ClaimIndex{0}, Tables::beta, Condition::resources, Tells::fails, {}}};
    const RowSpan<Coding<Condition>> codings(mine);
    const auto made = receipt(data, codings, Tables::beta, period("2007"), three_modes::predicted);
    CHECK_FALSE(made.verdict.may_hold(Mode::recipient));
    CHECK(bool(replays(made, data, codings, three_modes::predicted)));
    CHECK((replays(made, data, three_modes::predicted).differs ==
           Set<ReceiptPart>{ReceiptPart::told, ReceiptPart::verdict}));
}

TEST_CASE("documents by id, in the order of the ids, whatever their places in the table") {
    using support::frozen::dataset;
    const auto of = [](Sources sources) {
        Admission admission;
        admission.sources = sources;
        return receipt(dataset, PartnerIndex{0}, period("2010"), three_modes::predicted, admission);
    };
    CHECK(of(every_source).documents.view() == "all");
    CHECK(of(3).documents.view() == "all");
    CHECK(of(1).documents.view() == "001_ann");
    CHECK(of(2).documents.view() == "000_bob");
    CHECK(of(4).documents.view().empty());
    CHECK(of(0).documents.view().empty());
    // With a third document two are listed.
    std::vector<Source> sources(dataset.sources.begin(), dataset.sources.end());
    sources.push_back(sources[0]);
    sources[2].id = "all";
    Dataset three = dataset;
    three.sources = sources;
    Admission two;
    two.sources = 3;
    const auto listed = receipt(three, PartnerIndex{0}, period("2010"), three_modes::predicted, two);
    CHECK(listed.documents.view() == "000_bob,001_ann");
    CHECK(listed.believed(three).sources == 3);
    two.sources = 4;
    CHECK(receipt(three, PartnerIndex{0}, period("2010"), three_modes::predicted, two).documents.view() == "%61ll");
    // The same documents in another order of the table: the same receipt, and it replays.
    std::swap(sources[0], sources[2]);
    Dataset turned = three;
    turned.sources = sources;
    CHECK(listed.believed(turned).sources == 6);
}

TEST_CASE("that nothing is told is part of a receipt") {
    Case some;
    some.tables.conditions.clear();
    const auto nothing = receipt(some.data(), Tables::alpha, period("2007"), three_modes::predicted);
    REQUIRE(nothing.outcome == Outcome::insufficient);
    // Something is told, and the verdict stays open: the same sets, another answer.
    some.tables.conditions.push_back({ClaimIndex{0}, Tables::alpha, Condition::resources, Tells::holds, {}});
    const auto something = receipt(some.data(), Tables::alpha, period("2007"), three_modes::predicted);
    REQUIRE(something.outcome == Outcome::open);
    REQUIRE(something.verdict == nothing.verdict);
    const auto replay = replays(nothing, some.data(), three_modes::predicted);
    CHECK((replay.differs == Set<ReceiptPart>{ReceiptPart::told, ReceiptPart::verdict}));
    CHECK(replay.outcome == Outcome::open);
    CHECK(receipt(Facts<Condition>{}, three_modes::predicted).outcome == Outcome::insufficient);
    // Of what the rules do not speak nothing counts as told.
    const auto rules = *parse_typology<Mode, Condition>("recipient <= R");
    CHECK(receipt(Facts<Condition>({Condition::acclaim}, {}), rules).outcome == Outcome::insufficient);
    CHECK(receipt(Facts<Condition>({Condition::acclaim}, {Condition::resources}), rules).outcome == Outcome::none);
}

TEST_CASE("the numbers of today's version are those of the header") {
    std::string text;
    for (const std::uint16_t number : version_numbers) text += (text.empty() ? "" : ".") + std::to_string(number);
    CHECK(text == version);
}

TEST_CASE("pinned at run time as the proofs pin it at compile time") {
    volatile std::uint32_t holds = 0b1000011;  // keeps the compiler from knowing
    auto made = receipt(Facts<Condition>(Set<Condition>::of_bits(holds), {Condition::acclaim}), three_modes::predicted);
    made.version = {0, 1, 0};
    CHECK(made.rules == 0x64cac584171f13beU);
    CHECK(made.computed_hash() == 0x7864ac1baa21dbe5U);
    volatile std::int32_t year = 2011;
    auto by_data = receipt(support::frozen::dataset, PartnerIndex{0}, *Date::of(year), three_modes::predicted);
    by_data.version = {0, 1, 0};
    CHECK(by_data.told == 0x5ebb01c9bd7c4675U);
    CHECK(by_data.computed_hash() == 0xb79d6d343dc4f58cU);
}
