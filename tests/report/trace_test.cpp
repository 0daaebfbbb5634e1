// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Traces in words, into buffers of every length, against texts that are built with strings.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/trace.hpp>
#include <trimode/report/trace.hpp>

namespace {

using namespace trimode;

enum class Letter : std::uint8_t { a, b, c };
consteval auto names_of(Letter) { return names<Letter>("a", "b", "c"); }
enum class Branch : std::uint8_t { left, right };
consteval auto names_of(Branch) { return names<Branch>("left", "right"); }
constexpr auto both_ways = typology<Branch, Letter>({{Branch::left, formula<Letter>("a*b + ~a*c"), ""}});

template <Named E>
std::string literals(Cube cube) {
    std::string text;
    for (const E feature : all<E>()) {
        if (Set<E>::of_bits(cube.holding).contains(feature)) text += (text.empty() ? "" : ", ") + std::string(name(feature));
        if (Set<E>::of_bits(cube.failing).contains(feature)) text += (text.empty() ? "~" : ", ~") + std::string(name(feature));
    }
    return text;
}

template <Named Label, Named E>
std::string expected(const Trace<Label, E>& trace, Label label) {
    const std::string answer = trace.verdict.holds(label) ? "holds" : trace.verdict.may_hold(label) ? "is open" : "fails";
    const std::string behind = literals<E>(trace.literals[index(label)]);
    return std::string(name(label)) + " " + answer + (behind.empty() ? "" : ": " + behind);
}

template <class... What>
std::string written(const What&... what) {
    std::array<char, 512> buffer{};
    const std::size_t size = write_trace(buffer, what...);
    REQUIRE(size <= buffer.size());
    return std::string(buffer.data(), size);
}

Facts<Condition> facts_of(std::uint64_t number) {
    Facts<Condition> facts;
    for (const Condition condition : all<Condition>()) {
        facts.set(condition, static_cast<Truth>((number >> (2 * index(condition))) & 3U));
    }
    return facts;
}

}  // namespace

TEST_CASE("the text of a trace names the answer and the literals, for all facts") {
    std::size_t wrong = 0;
    for (std::uint64_t number = 0; number < (1U << 14U); ++number) {
        const auto traced = trace<three_modes::predicted>(facts_of(number));
        std::string whole;
        for (const Mode mode : all<Mode>()) {
            const std::string one = expected(traced, mode);
            if (written(traced, mode) != one) ++wrong;
            whole += (whole.empty() ? "" : "; ") + one;
        }
        if (written(traced) != whole) ++wrong;
    }
    CHECK(wrong == 0);
    const auto west = trace<three_modes::predicted>(Facts<Condition>({Condition::conditionality}, {Condition::regime_affinity}));
    CHECK(written(west) ==
          "recipient fails: ~regime_affinity; activist is open: global_arena, acclaim; protector is open: alternative");
}

TEST_CASE("a feature that a rule wants both ways is named both ways") {
    CHECK(written(trace<both_ways>(Facts<Letter>{}), Branch::left) == "left is open: a, ~a, b, c");
    CHECK(written(trace<both_ways>(Facts<Letter>({Letter::b, Letter::c}, {})), Branch::left) == "left holds: b, c");
    CHECK(written(trace<both_ways>(Facts<Letter>{}), Branch::right) == "right fails");
}

TEST_CASE("a buffer that is too short gets the beginning, and nothing beyond it is touched") {
    const auto traced = trace<three_modes::predicted>(facts_of(0x1234));
    const std::string whole = written(traced);
    for (std::size_t room = 0; room <= whole.size() + 1; ++room) {
        std::string memory(whole.size() + 8, '#');
        CHECK(write_trace(std::span<char>(memory.data(), room), traced) == whole.size());
        const std::size_t fits = room < whole.size() ? room : whole.size();
        CHECK(memory.substr(0, fits) == whole.substr(0, fits));
        CHECK(memory.substr(fits) == std::string(memory.size() - fits, '#'));
    }
    CHECK(write_trace({}, traced) == whole.size());
}

TEST_CASE("a number that is no label has no text") {
    const auto traced = trace<three_modes::predicted>(Facts<Condition>{});
    CHECK(written(traced, static_cast<Mode>(7)).empty());
    CHECK(written(trace<three_modes::predicted>(Grades<Condition>{}), static_cast<Mode>(7)).empty());
}

TEST_CASE("the text of a graded trace has the degrees as they were written, and what they stand on") {
    Grades<Condition> grades;
    grades.set(Condition::resources, degree(0.4, 0.9)).set(Condition::geography, degree(0.7));
    grades.set(Condition::regime_affinity, degree(0.8)).set(Condition::conditionality, degree(0));
    grades.set(Condition::global_arena, degree(0.25)).set(Condition::acclaim, degree(0.25));
    const auto traced = trace<three_modes::predicted>(grades);
    CHECK(written(traced) ==
          "recipient 0.4 to 0.7: least by resources, most by geography; activist 0.25: by global_arena, acclaim; "
          "protector 0: by conditionality");
    CHECK(written(trace<three_modes::predicted>(Grades<Condition>{}), Mode::activist) ==
          "activist 0 to 1: least by global_arena, acclaim, most by global_arena, acclaim");
    CHECK(written(trace<both_ways>(Grades<Letter>{}), Branch::right) == "right 0");
    Grades<Condition> fine;
    fine.set(Condition::global_arena, degree(0.000000000000001)).set(Condition::acclaim, degree(1));
    CHECK(written(trace<three_modes::predicted>(fine), Mode::activist) == "activist 0.000000000000001: by global_arena");
}

TEST_CASE("texts are made at compile time, too") {
    constexpr bool same = [] {
        std::array<char, 64> buffer{};
        const auto size = write_trace(buffer, trace<three_modes::predicted>(Facts<Condition>{}), Mode::activist);
        return std::string_view(buffer.data(), size) == "activist is open: global_arena, acclaim";
    }();
    CHECK(same);
}
