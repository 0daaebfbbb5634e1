// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Columns: rows become planes, bytes and floats, and come back the same; parts of them; memory dealt out; and whatever
/// does not fit is said, and nothing written.
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/random.hpp>
#include <trimode/domain/condition.hpp>
#include <trimode/domain/relationship.hpp>
#include <trimode/inference/columns.hpp>

#include "support/many.hpp"

namespace {

using namespace trimode;
using support::Guarded;
using support::Memory;
using support::numbers_of_cases;
using support::random_rows;
using support::Thing;
using support::without;

static_assert(std::is_trivially_copyable_v<PlaneColumns<Condition>> && std::is_trivially_copyable_v<ByteColumns<Condition>> &&
              std::is_trivially_copyable_v<FloatColumns<Condition, float>>);
// What can be written can be read; never the other way round.
static_assert(std::is_nothrow_convertible_v<PlaneColumns<Condition, std::uint64_t>, PlaneColumns<Condition>> &&
              std::is_nothrow_convertible_v<ByteColumns<Condition, std::uint8_t>, ByteColumns<Condition>> &&
              std::is_nothrow_convertible_v<FloatColumns<Condition, float>, FloatColumns<Condition>>);
static_assert(!std::is_convertible_v<PlaneColumns<Condition>, PlaneColumns<Condition, std::uint64_t>> &&
              !std::is_convertible_v<ByteColumns<Condition>, ByteColumns<Condition, std::uint8_t>> &&
              !std::is_convertible_v<FloatColumns<Condition>, FloatColumns<Condition, float>>);

constexpr std::uint64_t rubbish = 0xa5a5a5a5a5a5a5a5U;

/// A row of relationships of which one enumeration is told these facts, and the others something else.
Relationship relationship_of(Facts<Condition> conditions) {
    Relationship row;
    row.conditions = conditions;
    row.conduct = Facts<Conduct>(all<Conduct>(), {});
    return row;
}

template <std::size_t Features>
std::size_t wrong_planes(std::uint64_t seed) {
    using E = Thing<Features>;
    Random random(seed);
    std::size_t wrong = 0;
    for (const std::size_t cases : numbers_of_cases()) {
        const auto rows = random_rows<E>(random, cases);
        const std::uint64_t no_holding = random.below(3) == 0 ? random.next() : 0;
        const std::uint64_t no_failing = random.below(3) == 0 ? random.next() : 0;
        Memory<std::uint64_t, count<E>> holding(words_for(cases), rubbish, no_holding);
        Memory<std::uint64_t, count<E>> failing(words_for(cases), rubbish, no_failing);
        const PlaneColumns<E, std::uint64_t> planes{cases, holding.spans(), failing.spans()};
        if (to_planes(rows, planes).fault != Fault::none) ++wrong;
        for (std::size_t i = 0; i < cases; ++i) {
            if (planes[i] != without(rows[i], no_holding, no_failing)) ++wrong;
            if (PlaneColumns<E>(planes)[i] != planes[i]) ++wrong;
            for (std::size_t feature = 0; feature < count<E>; ++feature) {  // bit by bit, as documented
                const auto bit = [&](const auto& column) { return ((column[i / 64] >> (i % 64)) & 1U) != 0; };
                const Facts<E> row = rows[i];
                if (!planes.holding[feature].empty() &&
                    bit(planes.holding[feature]) != row.told_to_hold().contains(static_cast<E>(feature)))
                    ++wrong;
                if (!planes.failing[feature].empty() &&
                    bit(planes.failing[feature]) != row.told_to_fail().contains(static_cast<E>(feature)))
                    ++wrong;
            }
        }
        for (std::size_t beyond = cases; beyond < cases + 130; ++beyond) {
            if (planes[beyond] != Facts<E>{}) ++wrong;
        }
        for (const auto* side : {&planes.holding, &planes.failing}) {
            for (const auto& column : *side) {
                if (!column.empty() && cases % 64 != 0 && (column.back() >> (cases % 64)) != 0) ++wrong;
            }
        }
        if (!holding.intact() || !failing.intact()) ++wrong;
    }
    return wrong;
}

/// Rows of facts and of grades as bytes and as floats.
template <std::size_t Features>
std::size_t wrong_degrees(std::uint64_t seed) {
    using E = Thing<Features>;
    Random random(seed);
    std::size_t wrong = 0;
    for (const std::size_t cases : numbers_of_cases()) {
        const auto rows = random_rows<E>(random, cases);
        const std::uint64_t left_out = random.below(3) == 0 ? random.next() : 0;
        const std::uint64_t also_left_out = random.below(3) == 0 ? random.next() : 0;
        Memory<std::uint8_t, count<E>> degrees(cases, 99, left_out);
        Memory<float, count<E>> least(cases, 9.0F, left_out);
        Memory<float, count<E>> most(cases, 9.0F, also_left_out);
        const ByteColumns<E, std::uint8_t> bytes{cases, degrees.spans()};
        const FloatColumns<E, float> floats{cases, least.spans(), most.spans()};
        if (to_bytes(rows, bytes).fault != Fault::none || to_floats(rows, floats).fault != Fault::none) ++wrong;
        if (floats.first_fault().fault != Fault::none || bytes.first_fault().fault != Fault::none) ++wrong;
        for (std::size_t i = 0; i < cases; ++i) {
            const Facts<E> row = rows[i];
            if (bytes[i] != Grades<E>(without(row, left_out, left_out))) ++wrong;
            if (ByteColumns<E>(bytes)[i] != bytes[i] || FloatColumns<E>(floats)[i] != floats[i]) ++wrong;
            for (const E feature : all<E>()) {
                const auto at = index(feature);
                const Truth truth = row[feature];
                if (!bytes.degrees[at].empty() &&
                    bytes.degrees[at][i] != (truth == Truth::holds ? 255 : truth == Truth::fails ? 1 : 0))
                    ++wrong;
                const bool no_least = floats.least[at].empty();
                const bool no_most = floats.most[at].empty();
                if (!no_least && floats.least[at][i] != (truth == Truth::holds ? 1.0F : 0.0F)) ++wrong;
                if (!no_most && floats.most[at][i] != (truth == Truth::fails ? 0.0F : 1.0F)) ++wrong;
                const Grade expected = *Grade::between(!no_least && truth == Truth::holds ? 1.0 : 0.0,
                                                       !no_most && truth == Truth::fails ? 0.0 : 1.0);
                if (floats[i][feature] != expected) ++wrong;
            }
        }
        if (bytes[cases] != Grades<E>{} || floats[cases] != Grades<E>{} || floats[cases + 1000] != Grades<E>{}) ++wrong;
        if (!degrees.intact() || !least.intact() || !most.intact()) ++wrong;
    }
    return wrong;
}

/// Whether an error says this.
bool says(const Error& error, std::string_view called, std::size_t given, std::size_t expected) {
    return error.fault == Fault::wrong_length && error.found == called && error.given == given && error.expected == expected;
}

}  // namespace

TEST_CASE("how many words a plane takes") {
    for (std::size_t cases = 0; cases <= 300; ++cases) {
        std::size_t words = 0;
        while (words * 64 < cases) ++words;
        CHECK(words_for(cases) == words);
    }
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
    static_assert(words_for(most) == most / 64 + 1 && words_for(most - 63) == most / 64);
}

TEST_CASE("parts are all cases, none twice, begin at lots, and are nearly equal") {
    for (const std::size_t cases : {0U, 1U, 63U, 511U, 512U, 513U, 1023U, 1024U, 1025U, 5000U, 40960U, 123457U}) {
        for (const std::size_t of : {1U, 2U, 3U, 5U, 8U, 64U, 1000U}) {
            CAPTURE(cases);
            CAPTURE(of);
            std::size_t next = 0;
            std::size_t least = cases;
            std::size_t most = 0;
            for (std::size_t number = 0; number < of; ++number) {
                const CaseRange part = part_of(cases, number, of);
                CHECK(part.first == next);
                if (part.cases > 0) CHECK(part.first % 512 == 0);
                if (part.cases > 0 && part.first + part.cases < cases) CHECK(part.cases % 512 == 0);
                next = part.first + part.cases;
                least = part.cases < least ? part.cases : least;
                most = part.cases > most ? part.cases : most;
            }
            CHECK(next == cases);
            CHECK(most - least < 1024);  // a lot, and what the last one lacks
            CHECK(part_of(cases, of, of) == CaseRange{});
            CHECK(part_of(cases, of + 7, of) == CaseRange{});
        }
        CHECK(part_of(cases, 0, 0) == CaseRange{});
        CHECK(part_of(cases, 0, 1) == CaseRange{0, cases});
    }
    constexpr std::size_t many = std::size_t{1} << 62U;
    static_assert(part_of(many, 2, 3).first + part_of(many, 2, 3).cases == many);
}

TEST_CASE("rows become planes and come back") {
    CHECK(wrong_planes<1>(101) == 0);
    CHECK(wrong_planes<7>(102) == 0);
    CHECK(wrong_planes<32>(103) == 0);
}

TEST_CASE("rows of facts become bytes and floats and come back") {
    CHECK(wrong_degrees<1>(111) == 0);
    CHECK(wrong_degrees<7>(112) == 0);
    CHECK(wrong_degrees<32>(113) == 0);
}

TEST_CASE("relationships are rows: of each enumeration what they tell of it") {
    Random random(121);
    const std::size_t cases = 700;
    const auto facts = random_rows<Condition>(random, cases);
    std::vector<Relationship> rows;
    for (const auto& row : facts) rows.push_back(relationship_of(row));
    std::vector<std::uint64_t> words(plane_words<Condition>(cases), rubbish);
    const auto planes = *planes_over<Condition>(words, cases);
    std::vector<std::uint64_t> conduct_words(plane_words<Conduct>(cases), rubbish);
    const auto conduct = *planes_over<Conduct>(conduct_words, cases);
    std::vector<std::uint8_t> byte_memory(count<Condition> * cases, 99);
    const auto bytes = *bytes_over<Condition>(byte_memory, cases);
    std::vector<float> numbers(2 * count<Condition> * cases, 9.0F);
    const auto floats = *floats_over<Condition>(numbers, cases);
    REQUIRE(to_planes(rows, planes) == Error{});
    REQUIRE(to_planes(rows, conduct) == Error{});
    REQUIRE(to_bytes(rows, bytes) == Error{});
    REQUIRE(to_floats(rows, floats) == Error{});
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < cases; ++i) {
        if (planes[i] != facts[i] || conduct[i] != rows[i].conduct) ++wrong;
        if (bytes[i] != Grades<Condition>(facts[i]) || floats[i] != Grades<Condition>(facts[i])) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("any kind of rows in a row") {
    using E = Thing<7>;
    std::array<std::uint64_t, plane_words<E>(2)> memory{};
    const auto planes = *planes_over<E>(memory, 2);
    const std::array rows{Facts<E>({static_cast<E>(3)}, {}), Facts<E>({}, {static_cast<E>(6)})};
    CHECK(to_planes(rows, planes) == Error{});
    CHECK(planes[1] == rows[1]);
    Facts<E> plain[2] = {rows[1], rows[0]};
    CHECK(to_planes(plain, planes) == Error{});
    CHECK(planes[1] == rows[0]);
    CHECK(to_planes(std::span<const Facts<E>>(rows), planes) == Error{});
    CHECK(planes[0] == rows[0]);
    std::vector<Facts<E>> many(rows.begin(), rows.end());
    CHECK(to_planes(std::span(many), planes) == Error{});
    CHECK(planes[1] == rows[1]);
}

TEST_CASE("every degree that a byte can be") {
    CHECK(grade_of_byte(0) == Grade::unknown());
    CHECK(grade_of_byte(1) == degree(0));
    CHECK(grade_of_byte(128) == degree(.5));
    CHECK(grade_of_byte(255) == degree(1));
    using E = Thing<1>;
    for (int byte = 0; byte < 256; ++byte) {
        CAPTURE(byte);
        const Grade grade = grade_of_byte(static_cast<std::uint8_t>(byte));
        if (byte > 0) {
            CHECK(grade.settled());
            CHECK(grade.least() == doctest::Approx((byte - 1) / 254.0).epsilon(1e-14));
            // One minus it is the byte at the same distance from the other end.
            CHECK(~grade == grade_of_byte(static_cast<std::uint8_t>(256 - byte)));
        }
        const std::array rows{Grades<E>{}.set(E{}, grade)};
        std::array<std::uint8_t, 1> memory{99};
        CHECK(to_bytes(rows, *bytes_over<E>(memory, 1)) == Error{});
        CHECK(memory[0] == byte);
    }
}

TEST_CASE("a byte is the same grade at compile time and at run time") {
    static constexpr auto compiled = [] {
        std::array<Grade, 256> grades{};
        for (std::size_t i = 0; i < 256; ++i) grades[i] = grade_of_byte(static_cast<std::uint8_t>(i));
        return grades;
    }();
    for (std::size_t byte = 0; byte < 256; ++byte) {
        CAPTURE(byte);
        const volatile auto seen_now = static_cast<std::uint8_t>(byte);
        CHECK(grade_of_byte(seen_now) == compiled[byte]);
    }
}

TEST_CASE("degrees are rounded to the nearest byte and to the nearest 2^-24") {
    using E = Thing<1>;
    std::size_t wrong = 0;
    std::array<std::uint8_t, 1> byte{};
    std::array<float, 2> numbers{};
    const auto bytes = *bytes_over<E>(byte, 1);
    const auto floats = *floats_over<E>(numbers, 1);
    for (std::int64_t thousandths = 0; thousandths <= 10'000; ++thousandths) {  // ten-thousandths, in fact
        const double number = static_cast<double>(thousandths) / 10'000;
        const std::array rows{Grades<E>{}.set(E{}, *Grade::of(number))};
        CHECK(to_bytes(rows, bytes) == Error{});
        CHECK(to_floats(rows, floats) == Error{});
        // No other step is nearer: twice the distance in ten-thousandths of a step, in whole numbers.
        const std::int64_t distance = 2 * ((byte[0] - 1) * std::int64_t{10'000} - thousandths * 254);
        if (byte[0] == 0 || distance > 10'000 || distance < -10'000) ++wrong;
        const auto steps = static_cast<std::int64_t>(static_cast<double>(numbers[0]) * 0x1p24);
        const std::int64_t apart = 2 * (steps * 10'000 - (thousandths << 24U));
        if (static_cast<double>(numbers[0]) != static_cast<double>(steps) * 0x1p-24 || numbers[0] != numbers[1]) ++wrong;
        if (apart > 10'000 || apart < -10'000) ++wrong;
        const float opposite = 1.0F - numbers[0];
        if (static_cast<double>(opposite) != 1.0 - static_cast<double>(numbers[0])) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("grades become floats and come back, on the grid to the last bit") {
    using E = Thing<7>;
    Random random(131);
    std::size_t wrong = 0;
    for (const std::size_t cases : {0U, 1U, 100U, 513U}) {
        std::vector<Grades<E>> rows(cases);
        for (auto& row : rows) {
            for (const E feature : all<E>()) {
                const double one = static_cast<double>(random.below((1U << 24U) + 1)) * 0x1p-24;
                const double other = random.below(2) == 0 ? one : static_cast<double>(random.below(3)) / 2;
                row.set(feature, *Grade::between(one < other ? one : other, one < other ? other : one));
            }
        }
        Memory<float, count<E>> least(cases, 9.0F, 0b1000);
        Memory<float, count<E>> most(cases, 9.0F, 0b0100);
        const FloatColumns<E, float> floats{cases, least.spans(), most.spans()};
        CHECK(to_floats(rows, floats) == Error{});
        CHECK(floats.first_fault() == Error{});
        for (std::size_t i = 0; i < cases; ++i) {
            for (const E feature : all<E>()) {
                const Grade row = rows[i][feature];
                const Grade expected = *Grade::between(index(feature) == 3 ? 0.0 : row.least(), index(feature) == 2 ? 1.0 : row.most());
                if (floats[i][feature] != expected) ++wrong;
            }
        }
        CHECK(least.intact());
        CHECK(most.intact());
    }
    CHECK(wrong == 0);
}

TEST_CASE("a range of degrees is no byte, and it is said of which case and feature") {
    std::vector<Grades<Condition>> rows(3, Grades<Condition>{}.set(Condition::resources, degree(1)));
    rows[2].set(Condition::geography, degree(.25, .75)).set(Condition::alternative, degree(.25, .75));
    std::vector<std::uint8_t> memory(count<Condition> * 3, 99);
    auto bytes = *bytes_over<Condition>(memory, 3);
    const Error error = to_bytes(rows, bytes);
    CHECK(error.fault == Fault::out_of_range);
    CHECK(error.line == 3);
    CHECK(error.found == "geography");
    CHECK(bytes[0] == rows[0]);  // those before it are written
    CHECK(bytes[1] == rows[1]);
    bytes.degrees[index(Condition::geography)] = {};  // nobody wants it
    CHECK(to_bytes(rows, bytes).found == "alternative");
    bytes.degrees[index(Condition::alternative)] = {};
    CHECK(to_bytes(rows, bytes) == Error{});
}

TEST_CASE("columns of a wrong length are named, and nothing is written") {
    using E = Thing<7>;
    const std::vector<Facts<E>> rows(100, Facts<E>(all<E>(), {}));
    const std::vector<Grades<E>> graded(100);
    const std::vector<Relationship> relationships(100);
    for (const std::size_t size : {1U, 3U}) {  // words; 100 cases need 2
        Memory<std::uint64_t, 7> holding(2, rubbish);
        Memory<std::uint64_t, 7> failing(2, rubbish);
        Guarded<std::uint64_t> other(size, rubbish, 77);
        PlaneColumns<E, std::uint64_t> planes{100, holding.spans(), failing.spans()};
        CHECK(planes.first_fault() == Error{});
        planes.failing[5] = other.column();
        CHECK(says(planes.first_fault(), "a5", size, 2));
        CHECK(says(to_planes(rows, planes), "a5", size, 2));
        planes.holding[6] = other.column();
        CHECK(says(to_planes(rows, planes), "a6", size, 2));  // what holds comes first
        CHECK(holding.untouched());
        CHECK(failing.untouched());
        CHECK(other.untouched(rubbish));
    }
    for (const std::size_t size : {99U, 101U}) {
        Memory<std::uint8_t, 7> degrees(100, 99);
        Guarded<std::uint8_t> other(size, 99, 77);
        ByteColumns<E, std::uint8_t> bytes{100, degrees.spans()};
        bytes.degrees[0] = other.column();
        CHECK(says(bytes.first_fault(), "a0", size, 100));
        CHECK(says(to_bytes(rows, bytes), "a0", size, 100));
        CHECK(says(to_bytes(graded, bytes), "a0", size, 100));
        CHECK(degrees.untouched());
        Memory<float, 7> least(100, 9.0F);
        Memory<float, 7> most(100, 9.0F);
        Guarded<float> others(size, 9.0F, 77.0F);
        FloatColumns<E, float> floats{100, least.spans(), most.spans()};
        floats.most[6] = others.column();
        CHECK(says(floats.first_fault(), "a6", size, 100));
        CHECK(says(floats.lengths(), "a6", size, 100));
        CHECK(says(to_floats(rows, floats), "a6", size, 100));
        CHECK(says(to_floats(graded, floats), "a6", size, 100));
        CHECK(least.untouched());
        CHECK(most.untouched());
    }
    // Other numbers of rows than of cases.
    for (const std::size_t cases : {0U, 99U, 101U, 164U}) {
        Memory<std::uint64_t, 7> holding(words_for(cases), rubbish);
        Memory<std::uint64_t, 7> failing(words_for(cases), rubbish);
        CHECK(says(to_planes(rows, PlaneColumns<E, std::uint64_t>{cases, holding.spans(), failing.spans()}), "rows", 100, cases));
        CHECK(holding.untouched());
        Memory<std::uint8_t, 7> degrees(cases, 99);
        CHECK(says(to_bytes(rows, ByteColumns<E, std::uint8_t>{cases, degrees.spans()}), "rows", 100, cases));
        CHECK(says(to_bytes(graded, ByteColumns<E, std::uint8_t>{cases, degrees.spans()}), "rows", 100, cases));
        CHECK(degrees.untouched());
        CHECK(says(to_planes(relationships, PlaneColumns<Condition, std::uint64_t>{cases, {}, {}}), "rows", 100, cases));
        CHECK(says(to_floats(rows, FloatColumns<E, float>{cases, {}, {}}), "rows", 100, cases));
    }
    // A column for no cases at all is one of a wrong length, too.
    std::array<std::uint64_t, 1> word{rubbish};
    PlaneColumns<E, std::uint64_t> none{};
    none.holding[1] = word;
    CHECK(says(none.first_fault(), "a1", 1, 0));
}

TEST_CASE("floats that are no degrees are found, with feature and case") {
    using E = Thing<7>;
    Memory<float, 7> least(3, 0.0F);
    Memory<float, 7> most(3, 1.0F);
    const FloatColumns<E, float> floats{3, least.spans(), most.spans()};
    CHECK(floats.first_fault() == Error{});
    const auto found = [&](float from, float to) {
        floats.least[5][1] = from;
        floats.most[5][1] = to;
        const Error error = floats.first_fault();
        CHECK(floats.lengths() == Error{});
        const bool unknown = floats[1][static_cast<E>(5)] == Grade::unknown();
        if (error.fault == Fault::none) return false;
        CHECK(error.fault == Fault::out_of_range);
        CHECK(error.found == "a5");
        CHECK(error.line == 2);
        CHECK(unknown);
        return true;
    };
    CHECK_FALSE(found(0.25F, 0.25F));
    CHECK_FALSE(found(0.0F, 0.0F));
    CHECK_FALSE(found(1.0F, 1.0F));
    CHECK(found(0.5F, 0.25F));
    CHECK(found(-0x1p-24F, 0.5F));
    CHECK(found(0.5F, 1.0F + 0x1p-23F));
    CHECK(found(std::numeric_limits<float>::quiet_NaN(), 0.5F));
    CHECK(found(0.5F, std::numeric_limits<float>::quiet_NaN()));
    CHECK(found(0.5F, std::numeric_limits<float>::infinity()));
    CHECK(found(-std::numeric_limits<float>::infinity(), 0.5F));
}

TEST_CASE("memory is dealt out to all columns, each once, or it is said how much is needed") {
    using E = Thing<7>;
    for (const std::size_t cases : {0U, 1U, 64U, 65U, 200U}) {
        CAPTURE(cases);
        CHECK(plane_words<E>(cases) == 2 * 7 * words_for(cases));
        std::vector<std::uint64_t> words(plane_words<E>(cases));
        std::vector<std::uint8_t> byte_memory(7 * cases);
        std::vector<float> numbers(2 * 7 * cases);
        const auto planes = planes_over<E>(words, cases);
        const auto bytes = bytes_over<E>(byte_memory, cases);
        const auto floats = floats_over<E>(numbers, cases);
        REQUIRE(planes.ok());
        REQUIRE(bytes.ok());
        REQUIRE(floats.ok());
        CHECK((planes->cases == cases && bytes->cases == cases && floats->cases == cases));
        CHECK((planes->first_fault() == Error{} && bytes->first_fault() == Error{} && floats->first_fault() == Error{}));
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < 7; ++i) {
            const std::size_t each = words_for(cases);
            if (planes->holding[i].data() != words.data() + i * each || planes->holding[i].size() != each) ++wrong;
            if (planes->failing[i].data() != words.data() + (7 + i) * each || planes->failing[i].size() != each) ++wrong;
            if (bytes->degrees[i].data() != byte_memory.data() + i * cases || bytes->degrees[i].size() != cases) ++wrong;
            if (floats->least[i].data() != numbers.data() + i * cases || floats->least[i].size() != cases) ++wrong;
            if (floats->most[i].data() != numbers.data() + (7 + i) * cases || floats->most[i].size() != cases) ++wrong;
        }
        CHECK(wrong == 0);
        words.push_back(0);
        byte_memory.push_back(0);
        numbers.push_back(0);
        CHECK(says(planes_over<E>(words, cases).error(), "memory", words.size(), words.size() - 1));
        CHECK(says(bytes_over<E>(byte_memory, cases).error(), "memory", byte_memory.size(), byte_memory.size() - 1));
        CHECK(says(floats_over<E>(numbers, cases).error(), "memory", numbers.size(), numbers.size() - 1));
        if (cases == 0) continue;
        CHECK(says(planes_over<E>(std::span(words).first(words.size() - 2), cases).error(), "memory", words.size() - 2,
                   words.size() - 1));
    }
}

TEST_CASE("parts of columns are the same cases") {
    using E = Thing<7>;
    Random random(141);
    const std::size_t cases = 1300;
    const auto rows = random_rows<E>(random, cases);
    Memory<std::uint64_t, 7> holding(words_for(cases), rubbish, 0b10);
    Memory<std::uint64_t, 7> failing(words_for(cases), rubbish, 0b100);
    Memory<std::uint8_t, 7> degrees(cases, 99, 0b1000);
    Memory<float, 7> least(cases, 9.0F, 0b10000);
    Memory<float, 7> most(cases, 9.0F, 0b100000);
    const PlaneColumns<E, std::uint64_t> planes{cases, holding.spans(), failing.spans()};
    const ByteColumns<E, std::uint8_t> bytes{cases, degrees.spans()};
    const FloatColumns<E, float> floats{cases, least.spans(), most.spans()};
    std::size_t wrong = 0;
    for (const std::size_t of : {1U, 2U, 3U, 7U}) {
        for (std::size_t number = 0; number < of; ++number) {  // written part by part, then read part by part
            const CaseRange range = part_of(cases, number, of);
            const auto some = std::span(rows).subspan(range.first, range.cases);
            if (to_planes(some, planes.part(range)) != Error{}) ++wrong;
            if (to_bytes(some, bytes.part(range)) != Error{}) ++wrong;
            if (to_floats(some, floats.part(range)) != Error{}) ++wrong;
            for (std::size_t i = 0; i < range.cases; ++i) {
                if (planes.part(range)[i] != planes[range.first + i]) ++wrong;
                if (bytes.part(range)[i] != bytes[range.first + i]) ++wrong;
                if (floats.part(range)[i] != floats[range.first + i]) ++wrong;
            }
            if (planes.part(range)[range.cases] != Facts<E>{}) ++wrong;
        }
        for (std::size_t i = 0; i < cases; ++i) {
            if (planes[i] != without(rows[i], 0b10, 0b100)) ++wrong;
            if (bytes[i] != Grades<E>(without(rows[i], 0b1000, 0b1000))) ++wrong;
        }
    }
    CHECK(wrong == 0);
    CHECK((holding.intact() && failing.intact() && degrees.intact() && least.intact() && most.intact()));
}

TEST_CASE("a part is cut where the cases end") {
    using E = Thing<7>;
    Memory<std::uint64_t, 7> words(4, rubbish);
    Memory<std::uint8_t, 7> degrees(200, 99);
    Memory<float, 7> numbers(200, 0.5F);
    const PlaneColumns<E, std::uint64_t> planes{200, words.spans(), words.spans()};
    const ByteColumns<E, std::uint8_t> bytes{200, degrees.spans()};
    const FloatColumns<E, float> floats{200, numbers.spans(), numbers.spans()};
    constexpr std::size_t rest = std::numeric_limits<std::size_t>::max();
    for (const CaseRange range : {CaseRange{0, 200}, CaseRange{64, 64}, CaseRange{64, 300}, CaseRange{128, rest}, CaseRange{0, rest - 62},
                                  CaseRange{192, 8}, CaseRange{256, 10}, CaseRange{rest - 63, 64}, CaseRange{128, 0}}) {
        CAPTURE(range.first);
        CAPTURE(range.cases);
        std::size_t there = 0;
        for (std::size_t number = 0; number < 200; ++number) {
            if (number >= range.first && number - range.first < range.cases) ++there;
        }
        CHECK(planes.part(range).cases == there);
        CHECK(bytes.part(range).cases == there);
        CHECK(floats.part(range).cases == there);
        CHECK(planes.part(range).first_fault() == Error{});
        CHECK(bytes.part(range).first_fault() == Error{});
        CHECK(floats.part(range).first_fault() == Error{});
        for (std::size_t i = 0; i < there; ++i) {
            CHECK(planes.part(range)[i] == planes[range.first + i]);
            CHECK(bytes.part(range)[i] == bytes[range.first + i]);
            CHECK(floats.part(range)[i] == floats[range.first + i]);
        }
    }
}

// Where a column is too short, some thread that reads a part has to notice: none may take it for one that is left out.
TEST_CASE("a column that is too short is too short in some part") {
    using E = Thing<7>;
    Memory<std::uint64_t, 7> words(words_for(2048), rubbish);
    Memory<std::uint8_t, 7> degrees(2048, 99);
    PlaneColumns<E, std::uint64_t> planes{2048, words.spans(), {}};
    ByteColumns<E, std::uint8_t> bytes{2048, degrees.spans()};
    for (const std::size_t cases : {64U, 512U, 576U, 1024U, 1536U, 1984U}) {
        CAPTURE(cases);
        planes.holding[3] = words.columns[3].column().first(cases / 64);
        bytes.degrees[3] = degrees.columns[3].column().first(cases);
        bool noticed = false;
        bool noticed_too = false;
        for (std::size_t number = 0; number < 4; ++number) {
            const CaseRange range = part_of(2048, number, 4);
            noticed = noticed || planes.part(range).first_fault().fault == Fault::wrong_length;
            noticed_too = noticed_too || bytes.part(range).first_fault().fault == Fault::wrong_length;
        }
        CHECK(noticed);
        CHECK(noticed_too);
    }
}
