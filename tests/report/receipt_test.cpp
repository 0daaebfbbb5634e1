// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipts as text: there and back, and every way in which a line can be wrong.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/report/receipt.hpp>

#include "support/tables.hpp"

namespace {

using namespace trimode;
using Made = Receipt<Mode, Condition>;

constexpr auto parse_mode = [](std::string_view line) { return parse_receipt<Mode, Condition>(line); };

bool same(const Made& one, const Made& other) {
    return one.version == other.version && one.kind == other.kind && one.facts == other.facts &&
           one.dataset.view() == other.dataset.view() && one.edition == other.edition &&
           one.partner.view() == other.partner.view() && one.at == other.at &&
           one.admission.strict == other.admission.strict && one.admission.sources == other.admission.sources &&
           one.admission.modalities == other.admission.modalities &&
           one.admission.act_window == other.admission.act_window && one.without.view() == other.without.view() &&
           one.rules == other.rules && one.verdict == other.verdict && one.hash == other.hash;
}

Made random_receipt(support::Random& random) {
    Made made;
    made.version = {static_cast<std::uint16_t>(random.next()), 0, static_cast<std::uint16_t>(random.below(20))};
    made.rules = random.next();
    made.verdict.holding = Set<Mode>::of_bits(static_cast<std::uint32_t>(random.below(8)));
    made.verdict.possible = Set<Mode>::of_bits(static_cast<std::uint32_t>(random.below(8)));
    made.hash = random.chance(5) ? random.below(16) : random.next();
    if (random.chance(2)) {
        for (const Condition condition : all<Condition>())
            made.facts.set(condition, static_cast<Truth>(random.below(4)));
        return made;
    }
    made.kind = ReceiptKind::dataset;
    for (std::size_t i = random.below(66); i > 0; --i) made.dataset += static_cast<char>(random.below(256));
    made.edition = static_cast<std::uint16_t>(random.next());
    for (std::size_t i = random.below(12); i > 0; --i) made.partner += static_cast<char>(random.below(256));
    made.at = support::period(random.pick(
        std::vector<std::string_view>{"2010", "/", "../2012-03", "200X/2011-05-06~", "2022-02-24/..", "2001/"}));
    made.admission.strict = random.chance(2);
    made.admission.sources = static_cast<Sources>(random.next());
    made.admission.modalities = Set<Modality>::of_bits(static_cast<std::uint32_t>(random.next()));
    made.admission.act_window = random.chance(8) ? -2147483647 - 1 : static_cast<std::int32_t>(random.next());
    made.without += random.pick(std::vector<std::string_view>{"", "-", "--", "000.012a", "%2D"});
    return made;
}

const std::string facts_line =
    "trimode receipt version=0.1.0 facts=resources,geography,acclaim,~acclaim rules=7ec752288bc80908 holds=- "
    "may_hold=recipient,activist,protector hash=c4628c9aebd3458a";
const std::string data_line =
    "trimode receipt version=0.1.0 dataset=tajikistan edition=1 partner=russia at=2015 strict=no sources=ffffffff "
    "modalities=asserted,reported act_window=365 without=- rules=7ec752288bc80908 holds=recipient may_hold=recipient "
    "hash=14eeeb6877fe3006";

/// The line with the value of one key replaced.
std::string with(const std::string& line, const std::string& key, const std::string& value) {
    const auto begin = line.find(" " + key + "=") + key.size() + 2;
    REQUIRE(begin != std::string::npos);
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
    auto by_data =
        receipt(tajikistan, *find_partner(tajikistan.partners, "russia"), Date{2015}, three_modes::predicted);
    by_data.version = {0, 1, 0};
    by_data.edition = 1;
    by_data.hash = by_data.computed_hash();
    CHECK(receipt_text(by_data) == data_line);
    for (const auto& line : {facts_line, data_line}) {
        const auto back = parse_mode(line);
        REQUIRE(back.ok());
        CHECK(back->intact());
    }
    CHECK(replays(*parse_mode(data_line), tajikistan, three_modes::predicted).same_verdict());
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
    wrong(facts_line, "rules", "7ec752288bc8090", Fault::out_of_range, 0, "7ec752288bc8090");
    wrong(facts_line, "rules", "7ec752288bc80908f", Fault::out_of_range, 0, "7ec752288bc80908f");
    wrong(facts_line, "rules", "7EC752288bc80908", Fault::unexpected_character, 1, "E");
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
    wrong(data_line, "sources", "fffffff", Fault::out_of_range, 0, "fffffff");
    wrong(data_line, "modalities", "asserted,told", Fault::unknown_name, 9, "told", nearest<Modality>("told"));
    wrong(data_line, "act_window", "2147483648", Fault::out_of_range, 0, "2147483648");
    expect_error(data_line + " more", Fault::unexpected_character, data_line.size() + 2, "m");
    // The line is read up to the first key that is missing.
    expect_error("trimode receipt version=0.1.0 hash=0", Fault::unknown_name, 31, "hash", "dataset");
}

TEST_CASE("ids with anything in them") {
    Made made;
    made.kind = ReceiptKind::dataset;
    made.dataset += "my data=1%\n";
    made.partner += "\xd0\xa0\xd0\xa4";
    const std::string line = receipt_text(made);
    CHECK(line.find(" dataset=my%20data=1%25%0A ") != std::string::npos);
    CHECK(line.find(" partner=%D0%A0%D0%A4 ") != std::string::npos);
    CHECK(parse_mode(line)->dataset.view() == "my data=1%\n");
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

TEST_CASE("numbers in hexadecimal") {
    CHECK(hexadecimal(0) == "0000000000000000");
    CHECK(hexadecimal(0x0123456789abcdefU) == "0123456789abcdef");
    CHECK(hexadecimal(0xffU, 2) == "ff");
    CHECK(hexadecimal(0x1ffU, 2) == "ff");
}
