// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipt: the bytes that its hash is said to be of, put together here once more; and what is said to differ
/// when something does.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/receipt.hpp>

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

std::string bytes_of(const Made& made) {
    std::string all = bytes(1, 2);
    for (const std::uint16_t number : made.version) all += bytes(number, 2);
    if (made.kind == ReceiptKind::facts) {
        all += bytes(0, 1) + bytes(made.facts.word(), 8);
    } else {
        all += bytes(1, 1) + text_bytes(made.dataset.view()) + bytes(made.edition, 2) +
               text_bytes(made.partner.view()) + text_bytes(edtf(made.at).view()) +
               bytes(made.admission.strict ? 1 : 0, 1) + bytes(made.admission.sources, 4) +
               bytes(made.admission.modalities.bits(), 4) +
               bytes(static_cast<std::uint64_t>(static_cast<std::int64_t>(made.admission.act_window)), 4) +
               text_bytes(made.without.view());
    }
    return all + bytes(made.rules, 8) + bytes(made.verdict.holding.bits(), 4) + bytes(made.verdict.possible.bits(), 4);
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
    [[nodiscard]] Dataset data() const { return tables.dataset(); }
};

Facts<Condition> random_facts(support::Random& random) {
    Facts<Condition> facts;
    for (const Condition condition : all<Condition>()) facts.set(condition, static_cast<Truth>(random.below(4)));
    return facts;
}

}  // namespace

TEST_CASE("the hash is that of the bytes that are promised") {
    support::Random random(1);
    const Case some;
    for (int i = 0; i < 500; ++i) {
        Made made = receipt(random_facts(random), three_modes::predicted);
        CHECK(made.hash == fnv(bytes_of(made)));
        made.kind = random.chance(3) ? ReceiptKind::facts : ReceiptKind::dataset;
        made.version = {static_cast<std::uint16_t>(random.next()), static_cast<std::uint16_t>(random.next()), 7};
        made.dataset += std::string(random.below(70), 'x');
        made.edition = static_cast<std::uint16_t>(random.next());
        made.partner += std::string_view("a b\xc3\xa9", random.below(6));
        made.at = period(
            random.pick(std::vector<std::string_view>{"2010", "/", "../2012-03", "200X/2011-05-06~", "2022-02-24/.."}));
        made.admission.strict = random.chance(2);
        made.admission.sources = static_cast<Sources>(random.next());
        made.admission.modalities = Set<Modality>::of_bits(static_cast<std::uint32_t>(random.next()));
        made.admission.act_window = static_cast<std::int32_t>(random.next());
        made.without += std::string_view("000.012a").substr(0, 4 * random.below(3));
        made.rules = random.next();
        CHECK(made.computed_hash() == fnv(bytes_of(made)));
    }
}

TEST_CASE("the fingerprint is the hash of names and primes") {
    std::string expected;
    const auto literal = [](std::string_view feature, bool holds) {
        return text_bytes(feature) + bytes(holds ? 1 : 0, 1);
    };
    expected += text_bytes("recipient") + bytes(1, 4) + bytes(3, 1) + literal("resources", true) +
                literal("geography", true) + literal("regime_affinity", true);
    expected +=
        text_bytes("activist") + bytes(1, 4) + bytes(2, 1) + literal("global_arena", true) + literal("acclaim", true);
    // Two primes: what must fail stands in the upper half of a word, so that G alone comes before V*~A.
    expected += text_bytes("protector") + bytes(2, 4) + bytes(1, 1) + literal("geography", true) + bytes(2, 1) +
                literal("regime_affinity", true) + literal("alternative", false);
    Typology<Mode, Condition> rules = three_modes::predicted;
    REQUIRE(rules.replace({Mode::protector, *parse_formula<Condition>("V*~A + V*~A*R + G"), "elsewhere"}).fault ==
            Fault::none);
    CHECK(fingerprint(rules) == fnv(expected));
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
                CHECK(made.without.view() == admission.without);
                CHECK(made.believed().without == admission.without);
                CHECK(made.admission.without.empty());
                CHECK(made.hash == fnv(bytes_of(made)));
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
    CHECK((changed.differs == Parts{ReceiptPart::verdict}));
    CHECK(changed.verdict == classify(other, Tables::alpha, period("2007"), three_modes::predicted));
    // A receipt of facts asks for no dataset, one of a dataset for one.
    CHECK((replays(made, three_modes::predicted).differs == Parts{ReceiptPart::input, ReceiptPart::verdict}));
    CHECK((replays(receipt(Facts<Condition>{}, three_modes::predicted), data, three_modes::predicted).differs ==
           Parts{ReceiptPart::input, ReceiptPart::verdict}));
}

TEST_CASE("whatever is edited, the hash tells") {
    const Case some;
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
    edited.admission.strict = true;
    broken(edited);
    edited = made;
    edited.admission.sources = 3;
    broken(edited);
    edited = made;
    edited.admission.modalities.insert(Modality::alleged);
    broken(edited);
    edited = made;
    edited.admission.act_window = -1;
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

TEST_CASE("ids that are too long are cut, here and when replayed") {
    Case some;
    auto data = some.data();
    const std::string id(100, 'd');
    data.id = id;
    std::vector<Partner> partners(data.partners.begin(), data.partners.end());
    const std::string partner = std::string(1, 'a') + std::string(99, 'p');
    partners[0].id = partner;
    data.partners = partners;
    const auto made = receipt(data, Tables::alpha, period("2007"), three_modes::predicted);
    CHECK(made.dataset.view() == id.substr(0, 64));
    CHECK(made.partner.view() == partner.substr(0, 64));
    CHECK(bool(replays(made, data, three_modes::predicted)));
}

TEST_CASE("codings of one's own") {
    const Case some;
    const auto data = some.data();
    const std::array mine{Coding<Condition>{ClaimIndex{0}, Tables::beta, Condition::resources, Tells::fails, {}}};
    const std::span<const Coding<Condition>> codings(mine);
    const auto made = receipt(data, codings, Tables::beta, period("2007"), three_modes::predicted);
    CHECK_FALSE(made.verdict.may_hold(Mode::recipient));
    CHECK(bool(replays(made, data, codings, three_modes::predicted)));
    CHECK((replays(made, data, three_modes::predicted).differs.contains(ReceiptPart::verdict)));
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
    CHECK(made.rules == 0x7ec752288bc80908U);
    CHECK(made.computed_hash() == 0xc4628c9aebd3458aU);
}
