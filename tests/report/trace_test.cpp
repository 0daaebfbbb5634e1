// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Traces in words, into buffers of every length, against texts that are built with strings.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <span>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <trimode/framework/three_modes.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/trace.hpp>
#include <trimode/report/trace.hpp>

namespace {
// The tests run in one thread. Volatile, so that no allocation may be taken out together with its counting.
volatile std::size_t allocations = 0;
}  // namespace

// The forms for arrays come down to these.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    allocations = allocations + 1;
    return std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void* operator new(std::size_t size) {
    void* const memory = operator new(size, std::nothrow);
    if (memory == nullptr) std::abort();
    return memory;
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

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
        // One theory as a constant, one read at run time.
        for (const auto& traced : {trace<three_modes::predicted>(facts_of(number)), trace(facts_of(number), three_modes::any_two_factors)}) {
            std::string whole;
            for (const Mode mode : all<Mode>()) {
                const std::string one = expected(traced, mode);
                if (written(traced, mode) != one) ++wrong;
                whole += (whole.empty() ? "" : "; ") + one;
            }
            if (written(traced) != whole) ++wrong;
        }
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
    const auto every_length = [](const auto&... what) {
        const std::string whole = written(what...);
        for (std::size_t room = 0; room <= whole.size() + 1; ++room) {
            std::string memory(whole.size() + 8, '#');
            CHECK(write_trace(std::span<char>(memory.data(), room), what...) == whole.size());
            const std::size_t fits = room < whole.size() ? room : whole.size();
            CHECK(memory.substr(0, fits) == whole.substr(0, fits));
            CHECK(memory.substr(fits) == std::string(memory.size() - fits, '#'));
        }
        CHECK(write_trace({}, what...) == whole.size());
    };
    const auto traced = trace<three_modes::predicted>(facts_of(0x1234));
    const auto graded = trace<three_modes::predicted>(
        Grades<Condition>{}.set(Condition::global_arena, degree(0.125)).set(Condition::resources, degree(0.4, 0.9)));
    every_length(traced);
    every_length(graded);
    for (const Mode mode : all<Mode>()) {
        every_length(traced, mode);
        every_length(graded, mode);
    }
    every_length(traced, static_cast<Mode>(7));
}

TEST_CASE("traces are written without allocation") {
    std::array<char, 512> buffer{};
    std::size_t length = 0;
    const std::size_t before = allocations;
    for (std::uint64_t number = 0; number < (1U << 14U); ++number) {
        length += write_trace(buffer, trace<three_modes::predicted>(facts_of(number)));
        length += write_trace(buffer, trace(facts_of(number), three_modes::any_two_factors), Mode::protector);
    }
    Grades<Condition> grades;
    for (int step = 0; step <= 100; ++step) {
        grades.set(Condition::resources, *Grade::between(0, step / 100.0)).set(Condition::acclaim, *Grade::of(step / 100.0));
        const auto traced = trace<three_modes::predicted>(grades);
        length += write_trace(buffer, traced) + write_trace(buffer, traced, Mode::activist);
    }
    CHECK(allocations == before);
    CHECK(length > 0);
    // The counting works.
    CHECK(std::string(length > 0 ? 100 : 0, '#').size() == 100);
    CHECK(allocations > before);
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
    for (int step = 0; step <= 1000; ++step) {
        std::string places = std::to_string(1000 + step).substr(1);
        while (!places.empty() && places.back() == '0') places.pop_back();
        const std::string number = step == 1000 ? "1" : places.empty() ? "0" : "0." + places;
        Grades<Letter> some;
        some.set(Letter::b, *Grade::of(step / 1000.0)).set(Letter::c, *Grade::of(step / 1000.0));
        CHECK(written(trace<both_ways>(some), Branch::left).starts_with("left " + number + ": by "));
    }
    Grades<Condition> fine;
    fine.set(Condition::global_arena, degree(0.000000000000001)).set(Condition::acclaim, degree(1));
    CHECK(written(trace<three_modes::predicted>(fine), Mode::activist) == "activist 0.000000000000001: by global_arena");
}

// Texts are made at compile time, too.
namespace {
template <class... What>
constexpr bool writes(std::string_view text, const What&... what) {
    std::array<char, 128> buffer{};
    const std::size_t size = write_trace(buffer, what...);
    return std::string_view(buffer.data(), size) == text;
}
constexpr auto open_case = trace<three_modes::predicted>(Facts<Condition>{});
static_assert(writes("activist is open: global_arena, acclaim", open_case, Mode::activist));
static_assert(writes("left is open: a, ~a, b, c; right fails", trace<both_ways>(Facts<Letter>{})));
static_assert(writes("", open_case, static_cast<Mode>(7)));
static_assert(writes("left 0.25: by b, c; right 0",
                     trace<both_ways>(Grades<Letter>{}.set(Letter::b, degree(0.25)).set(Letter::c, degree(0.25)))));
static_assert(noexcept(write_trace({}, open_case)) && noexcept(write_trace({}, open_case, Mode::activist)));
}  // namespace
