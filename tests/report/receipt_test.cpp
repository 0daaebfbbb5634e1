// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipts as text: there and back, and every way in which a line can be wrong.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/report/receipt.hpp>

#include "support/frozen.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using Made = Receipt<Mode, Condition>;

constexpr auto parse_mode = [](std::string_view line) { return parse_receipt<Mode, Condition>(line); };

bool same(const Made& one, const Made& other) {
    return one.version == other.version && one.kind == other.kind && one.facts == other.facts &&
           one.dataset.view() == other.dataset.view() && one.edition == other.edition &&
           one.partner.view() == other.partner.view() && one.at == other.at && one.strict == other.strict &&
           one.documents.view() == other.documents.view() && one.modalities == other.modalities &&
           one.act_window == other.act_window && one.without.view() == other.without.view() && one.told == other.told &&
           one.rules == other.rules && one.verdict == other.verdict && one.outcome == other.outcome &&
           one.hash == other.hash;
}

std::string random_bytes(support::Random& random, std::size_t size) {
    std::string text;
    for (; size > 0; --size) text += static_cast<char>(random.below(256));
    return text;
}

Made random_receipt(support::Random& random) {
    Made made;
    made.version = {static_cast<std::uint16_t>(random.next()), 0, static_cast<std::uint16_t>(random.below(20))};
    made.rules = random.next();
    made.verdict.holding = Set<Mode>::of_bits(static_cast<std::uint32_t>(random.below(8)));
    made.verdict.possible = Set<Mode>::of_bits(static_cast<std::uint32_t>(random.below(8)));
    made.outcome = static_cast<Outcome>(random.below(count<Outcome>));
    made.hash = random.chance(5) ? random.below(16) : random.next();
    if (random.chance(2)) {
        for (const Condition condition : all<Condition>())
            made.facts.set(condition, static_cast<Truth>(random.below(4)));
        return made;
    }
    made.kind = ReceiptKind::dataset;
    made.dataset = receipt_id(random_bytes(random, random.below(66)));
    made.edition = static_cast<std::uint16_t>(random.next());
    made.partner = receipt_id(random_bytes(random, random.below(12)));
    made.at = support::period(random.pick(
        std::vector<std::string_view>{"2010", "/", "../2012-03", "200X/2011-05-06~", "2022-02-24/..", "2001/"}));
    std::vector<std::string> ids;
    for (std::size_t i = random.below(7); i > 0; --i) {
        ids.push_back(random.chance(3) ? "00" + std::to_string(i) : random_bytes(random, 1 + random.below(30)));
    }
    std::vector<Source> sources(ids.size() + 1);
    for (std::size_t i = 0; i < ids.size(); ++i) sources[i].id = ids[i];
    sources.back().id = "-";
    Dataset data;
    data.sources = sources;
    Admission admission;
    admission.strict = random.chance(2);
    admission.sources = random.chance(4) ? every_source : static_cast<Sources>(random.next());
    admission.modalities = Set<Modality>::of_bits(static_cast<std::uint32_t>(random.next()));
    admission.act_window = random.chance(8) ? -2147483647 - 1 : static_cast<std::int32_t>(random.next());
    admission.without = random.pick(std::vector<std::string_view>{"", "-", "--", "000.012a", "%2D", "all"});
    made.believe(data, admission);
    made.told = random.next();
    return made;
}

const std::string facts_line =
    "trimode receipt version=0.1.0 facts=acclaim,~acclaim,geography,resources rules=64cac584171f13be holds=- "
    "may_hold=activist,protector,recipient outcome=open hash=7864ac1baa21dbe5";
const std::string data_line =
    "trimode receipt version=0.1.0 dataset=frozen edition=7 partner=alpha at=2011 strict=no sources=all "
    "modalities=asserted,reported act_window=365 without=- told=5ebb01c9bd7c4675 rules=64cac584171f13be holds=- "
    "may_hold=protector outcome=open hash=b79d6d343dc4f58c";

/// The line with the value of one key replaced.
std::string with(const std::string& line, const std::string& key, const std::string& value) {
    const auto found = line.find(" " + key + "=");
    REQUIRE(found != std::string::npos);
    const auto begin = found + key.size() + 2;
    const auto end = (std::min)(line.find(' ', begin), line.size());
    return line.substr(0, begin) + value + line.substr(end);
}
/// The column in which the value of a key begins.
std::size_t column_of(const std::string& line, const std::string& key) {
    return line.find(" " + key + "=") + key.size() + 3;
}

void expect_error(const std::string& line, Fault fault, std::size_t column, std::string_view found,
                  std::string_view nearest = {}) {
    CAPTURE(line);
    const auto result = parse_mode(line);
    CHECK_FALSE(result.ok());
    CHECK(name(result.error().fault) == name(fault));
    CHECK(result.error().line == 1);
    CHECK(result.error().column == column);
    CHECK(result.error().found == found);
    CHECK(result.error().nearest == nearest);
}

}  // namespace

TEST_CASE("the text of a receipt is one line of visible characters, and is read back the same") {
    support::Random random(1);
    for (int i = 0; i < 3000; ++i) {
        const Made made = random_receipt(random);
        const std::string line = receipt_text(made);
        for (const char c : line) CHECK_UNARY(c >= ' ' && c <= '~');
        const auto back = parse_mode(line);
        CAPTURE(line);
        REQUIRE_MESSAGE(back.ok(), message(back.error()));
        CHECK(same(*back, made));
        CHECK(receipt_text(*back) == line);
    }
}

TEST_CASE("the text is what it was in the first version") {
    auto made = receipt<three_modes::predicted>(
        Facts<Condition>({Condition::resources, Condition::geography, Condition::acclaim}, {Condition::acclaim}));
    made.version = {0, 1, 0};
    made.hash = made.computed_hash();
    CHECK(receipt_text(made) == facts_line);
    auto by_data = receipt(support::frozen::dataset, PartnerIndex{0}, Date{2011}, three_modes::predicted);
    by_data.version = {0, 1, 0};
    by_data.hash = by_data.computed_hash();
    CHECK(receipt_text(by_data) == data_line);
    for (const auto& line : {facts_line, data_line}) {
        const auto back = parse_mode(line);
        REQUIRE(back.ok());
        CHECK(back->intact());
    }
    Set<ReceiptPart> differs;
    if (version_numbers != std::array<std::uint16_t, 3>{0, 1, 0}) differs.insert(ReceiptPart::library);
    CHECK(replays(*parse_mode(data_line), support::frozen::dataset, three_modes::predicted).differs == differs);
    // Another edition with the same tables is another edition, and nothing else.
    Dataset next = support::frozen::dataset;
    next.edition = 8;
    differs.insert(ReceiptPart::edition);
    CHECK(replays(*parse_mode(data_line), next, three_modes::predicted).differs == differs);
}

TEST_CASE("the hash is checked in three lines") {
    for (const auto& line : {facts_line, data_line}) {
        std::uint64_t hash = 14695981039346656037U;
        for (const char c : line.substr(0, line.find(" hash=")))
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
        CHECK(std::stoull(line.substr(line.size() - 16), nullptr, 16) == hash);
    }
}

TEST_CASE("what it was computed from is part of a receipt, though the verdict is the same") {
    // The partners and years of ours of which something is told of a group only, with and without memberships.
    Dataset fewer = tajikistan;
    fewer.memberships = {};
    std::size_t otherwise = 0;
    for (std::size_t i = 0; i < tajikistan.partners.size(); ++i) {
        const PartnerIndex partner{static_cast<std::uint8_t>(i)};
        for (int year = 1991; year <= 2023; year += 4) {
            const Period at = *Date::of(year);
            const auto back = parse_mode(receipt_text(receipt(tajikistan, partner, at, three_modes::predicted)));
            REQUIRE(back.ok());
            CHECK(bool(replays(*back, tajikistan, three_modes::predicted)));
            const Days days = asked_days(tajikistan, at);
            const bool same = facts(tajikistan, tajikistan.conditions, partner, days) ==
                              facts(fewer, fewer.conditions, partner, days);
            const auto replay = replays(*back, fewer, three_modes::predicted);
            if (!same) CHECK(replay.differs.contains(ReceiptPart::told));
            otherwise += same ? 0U : 1U;
        }
    }
    CHECK(otherwise > 10);
}

TEST_CASE("receipts of other labels and features") {
    const auto made =
        receipt<four_stages::stages>(Facts<Determinant>({Determinant::price_felt}, {Determinant::open_door}));
    const auto back = parse_receipt<Stage, Determinant>(receipt_text(made));
    REQUIRE(back.ok());
    CHECK(bool(replays(*back, four_stages::stages)));
    // Read as one of modes, the first feature that is none is named.
    const std::string line = receipt_text(made);
    const auto wrong = parse_mode(line);
    CHECK(wrong.error().fault == Fault::unknown_name);
    CHECK(wrong.error().found == "open_door");
}

TEST_CASE("blanks and a line end do no harm") {
    std::string wide;
    for (const char c : data_line) wide += c == ' ' ? "   " : std::string(1, c);
    for (const std::string& line :
         {wide, "  " + wide + "  ", data_line + "\n", data_line + "\r\n", data_line + " \r\n"}) {
        CAPTURE(line);
        const auto back = parse_mode(line);
        REQUIRE_MESSAGE(back.ok(), message(back.error()));
        CHECK(receipt_text(*back) == data_line);
    }
    CHECK_FALSE(parse_mode(data_line + "\n\n").ok());
    CHECK_FALSE(parse_mode(data_line + "\r").ok());
    CHECK_FALSE(parse_mode("\n" + data_line).ok());
    CHECK_FALSE(parse_mode(with(data_line, "edition", "1\t")).ok());
}

TEST_CASE("every beginning of a line is wrong, and says where it ends") {
    for (const auto& line : {facts_line, data_line}) {
        for (std::size_t size = 0; size < line.size(); ++size) {
            CAPTURE(size);
            const auto result = parse_mode(line.substr(0, size));
            CHECK_FALSE(result.ok());
            CHECK(result.error().line == 1);
            CHECK(result.error().column <= size + 1);
        }
    }
}

TEST_CASE("every byte turned into any other gives an error or a receipt whose hash does not fit") {
    for (const auto& line : {facts_line, data_line}) {
        for (std::size_t at = 0; at < line.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string edited = line;
                edited[at] = static_cast<char>(byte);
                if (edited == line) continue;
                const auto result = parse_mode(edited);
                CHECK_UNARY(!result.ok() || !result->intact());
                CHECK_UNARY(result.ok() || (result.error().column >= 1 && result.error().column <= edited.size() + 1));
            }
        }
    }
}

TEST_CASE("whatever receipt_text would write otherwise is an error") {
    const auto otherwise = [](const std::string& line, const std::string& key, const std::string& value,
                              std::size_t offset) {
        const std::string edited = with(line, key, value);
        CAPTURE(edited);
        const auto result = parse_mode(edited);
        REQUIRE_FALSE(result.ok());
        CHECK(name(result.error().fault) == name(Fault::unexpected_character));
        CHECK(result.error().column == column_of(edited, key) + offset);
        CHECK(result.error().found == edited.substr(result.error().column - 1, 1));
    };
    otherwise(facts_line, "version", "00.1.0", 1);
    otherwise(facts_line, "version", "0.01.0", 2);
    otherwise(facts_line, "facts", "R", 0);
    otherwise(facts_line, "facts", "geography,geography", 9);
    otherwise(facts_line, "facts", "geography,acclaim", 0);
    otherwise(facts_line, "facts", "~acclaim,acclaim", 0);
    otherwise(facts_line, "holds", "recipient,activist", 0);
    otherwise(facts_line, "may_hold", "activist,recipient,recipient", 18);
    otherwise(data_line, "edition", "07", 0);
    otherwise(data_line, "edition", "-0", 0);
    otherwise(data_line, "act_window", "0365", 0);
    otherwise(data_line, "act_window", "-0", 0);
    otherwise(data_line, "partner", "%61lpha", 0);
    otherwise(data_line, "partner", "-a%2D", 2);
    otherwise(data_line, "dataset", "a,b", 1);
    otherwise(data_line, "dataset", "all", 0);
    otherwise(data_line, "at", "2011/2011", 4);
    otherwise(data_line, "sources", "001_b,000_a", 2);
    otherwise(data_line, "sources", "000_a,000_a,000_a", 5);
    otherwise(data_line, "sources", "%30", 0);
    otherwise(data_line, "sources", "all,000_a", 0);
    otherwise(data_line, "modalities", "reported,asserted", 0);
}

TEST_CASE("edited in any way, a line is an error, or its hash does not fit, or it is the same but for blanks") {
    support::Random random(5);
    const std::vector<std::string> pieces{" ",  ",",  "=", "-",     "~",     "0",    "00",   "%2D",      "%",
                                          "#",  "\n", "/", "all",   "facts", "R",    "2011", "acclaim",  "geography",
                                          "no", "~G", "a", "at=20", "told=", "none", "\r",   "asserted", "sources=-"};
    std::size_t read = 0;
    for (int i = 0; i < 60000; ++i) {
        const std::string& line = random.chance(3) ? facts_line : data_line;
        std::string edited = line;
        for (std::size_t edits = 1 + random.below(3); edits > 0; --edits) {
            const std::size_t at = random.below(edited.size() + 1);
            switch (random.below(4)) {
                case 0:
                    edited.insert(at, random.pick(pieces));
                    break;
                case 1:
                    edited.erase(at, random.below(9));
                    break;
                case 2:
                    edited.insert(at, edited.substr(random.below(edited.size()), random.below(20)));
                    break;
                default:
                    edited.replace(at, random.below(9), random.pick(pieces));
            }
            if (edited.empty()) edited = " ";
        }
        const auto result = parse_mode(edited);
        if (!result.ok()) {
            CHECK_UNARY(result.error().column >= 1 && result.error().column <= edited.size() + 1);
            continue;
        }
        // But for blanks it is what would be written.
        ++read;
        std::string tight;
        for (const char c : edited) {
            if (c == '\n' || c == '\r' || (c == ' ' && (tight.empty() || tight.back() == ' '))) continue;
            tight += c;
        }
        if (tight.ends_with(' ')) tight.pop_back();
        CAPTURE(edited);
        CHECK(receipt_text(*result) == tight);
        CHECK_UNARY(tight == line || !result->intact());
    }
    CHECK(read > 500);
}

TEST_CASE("what is wrong, and where") {
    expect_error("", Fault::nothing_there, 1, "", "trimode");
    expect_error("   ", Fault::nothing_there, 4, "", "trimode");
    expect_error("trimod receipt", Fault::unknown_name, 1, "trimod", "trimode");
    expect_error("trimode reciept", Fault::unknown_name, 9, "reciept", "receipt");
    expect_error("trimode receipt", Fault::nothing_there, 16, "", "version");
    expect_error("trimode receipt versions=1.2.3", Fault::unknown_name, 17, "versions", "version");
    expect_error("trimode receipt version 1.2.3", Fault::nothing_there, 24, "", "=");
    const auto wrong = [](const std::string& line, const std::string& key, const std::string& value, Fault fault,
                          std::size_t offset, std::string_view found, std::string_view nearest = {}) {
        const std::string edited = with(line, key, value);
        expect_error(edited, fault, column_of(edited, key) + offset, found, nearest);
    };
    wrong(facts_line, "version", "1.2", Fault::nothing_there, 3, "", ".");
    wrong(facts_line, "version", "1.2.", Fault::nothing_there, 4, "");
    wrong(facts_line, "version", "1.2.3.4", Fault::unexpected_character, 5, ".");
    wrong(facts_line, "version", "1.2.65536", Fault::out_of_range, 4, "65536");
    wrong(facts_line, "version", "1.-2.3", Fault::out_of_range, 2, "-2");
    wrong(facts_line, "facts", "resources,,geography", Fault::nothing_there, 10, "");
    wrong(facts_line, "facts", "", Fault::nothing_there, 0, "");
    wrong(facts_line, "facts", "~", Fault::nothing_there, 1, "", nearest<Condition>(""));
    wrong(facts_line, "facts", "resources,~geografy", Fault::unknown_name, 11, "geografy", "geography");
    wrong(facts_line, "rules", "64cac584171f13b", Fault::out_of_range, 0, "64cac584171f13b");
    wrong(facts_line, "rules", "64cac584171f13bef", Fault::out_of_range, 0, "64cac584171f13bef");
    wrong(facts_line, "rules", "64Cac584171f13be", Fault::unexpected_character, 2, "C");
    wrong(facts_line, "rules", "", Fault::nothing_there, 0, "");
    wrong(facts_line, "holds", "recipient,acivist", Fault::unknown_name, 10, "acivist", "activist");
    wrong(data_line, "edition", "65536", Fault::out_of_range, 0, "65536");
    wrong(data_line, "edition", "99999999999", Fault::out_of_range, 0, "99999999999");
    wrong(data_line, "edition", "-1", Fault::out_of_range, 0, "-1");
    wrong(data_line, "edition", "1st", Fault::unexpected_character, 1, "s");
    wrong(data_line, "partner", "a%2", Fault::unexpected_character, 1, "%");
    wrong(data_line, "partner", "a%2a", Fault::unexpected_character, 1, "%");
    wrong(data_line, "partner", "a%", Fault::unexpected_character, 1, "%");
    wrong(data_line, "partner", "caf\xc3\xa9", Fault::unexpected_character, 3, "\xc3");
    wrong(data_line, "partner", std::string(65, 'p'), Fault::out_of_range, 0, std::string(65, 'p'));
    wrong(data_line, "partner", "", Fault::nothing_there, 0, "");
    wrong(data_line, "at", "2015-13", Fault::no_such_date, 0, parse_period("2015-13").error().found);
    wrong(data_line, "strict", "maybe", Fault::unknown_name, 0, "maybe", "yes or no");
    wrong(data_line, "sources", "000_a,,000_b", Fault::nothing_there, 6, "");
    wrong(data_line, "sources", "000_a,%2", Fault::unexpected_character, 6, "%");
    wrong(data_line, "sources", "000_a," + std::string(65, 'p'), Fault::out_of_range, 6, std::string(65, 'p'));
    wrong(data_line, "told", "5ebb", Fault::out_of_range, 0, "5ebb");
    wrong(data_line, "outcome", "opened", Fault::unknown_name, 0, "opened", "open");
    wrong(data_line, "modalities", "asserted,told", Fault::unknown_name, 9, "told", nearest<Modality>("told"));
    wrong(data_line, "act_window", "2147483648", Fault::out_of_range, 0, "2147483648");
    expect_error(data_line + " more", Fault::unexpected_character, data_line.size() + 2, "m");
    // The line is read up to the first key that is missing.
    expect_error("trimode receipt version=0.1.0 hash=0", Fault::unknown_name, 31, "hash", "dataset");
}

TEST_CASE("ids with anything in them") {
    Made made;
    made.kind = ReceiptKind::dataset;
    made.dataset = receipt_id("my data=1%\n");
    made.partner = receipt_id("\xd0\xa0\xd0\xa4");
    const std::string line = receipt_text(made);
    CHECK(line.find(" dataset=my%20data=1%25%0A ") != std::string::npos);
    CHECK(line.find(" partner=%D0%A0%D0%A4 ") != std::string::npos);
    REQUIRE(parse_mode(line).ok());
    CHECK(parse_mode(line)->dataset.view() == made.dataset.view());
    CHECK(parse_mode(line)->partner.view() == made.partner.view());
    CHECK(Made{}.dataset.view() == parse_mode(receipt_text(Made{}))->dataset.view());
}

TEST_CASE("what came of a replay, in words") {
    const auto made =
        receipt<three_modes::predicted>(Facts<Condition>({Condition::resources, Condition::regime_affinity}, {}));
    CHECK(replay_text(replays(made, three_modes::predicted)) == "the same verdict");
    CHECK(replay_text(replays(made, three_modes::without_geography)) == "not the same: rules, verdict");
    const auto nothing = receipt<three_modes::predicted>(Facts<Condition>{});
    CHECK(replay_text(replays(nothing, three_modes::without_geography)) == "the same verdict, though otherwise: rules");
}
