// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <trimode/base/names.hpp>
#include <trimode/domain/condition.hpp>
#include <trimode/domain/conduct.hpp>
#include <trimode/domain/definition.hpp>
#include <trimode/domain/determinant.hpp>
#include <trimode/domain/leverage.hpp>
#include <trimode/domain/obligation.hpp>

using namespace trimode;

namespace {

static_assert(!definition(Condition::resources).holds.empty());
static_assert(definition(Conduct::cedes).fails.empty());
static_assert(noexcept(definition(Condition::resources)) && noexcept(definition(Conduct::defers)) && noexcept(
    definition(Determinant::preferred)) && noexcept(definition(Obligation::base)));

/// Calls `visit(entry, name)` for the definition of each feature of the five enumerations.
template <Named E, class Visit>
void for_each_of(Visit&& visit) {
    for (std::size_t i = 0; i < count<E>; ++i) {
        const E feature = static_cast<E>(i);
        visit(definition(feature), std::string(name(feature)));
    }
}
template <class Visit>
void for_each_definition(Visit&& visit) {
    for_each_of<Condition>(visit);
    for_each_of<Conduct>(visit);
    for_each_of<Determinant>(visit);
    for_each_of<Obligation>(visit);
    for_each_of<Leverage>(visit);
}

bool is_feature(std::string_view word) {
    return parse<Condition>(word) || parse<Conduct>(word) || parse<Determinant>(word) || parse<Obligation>(word) ||
           parse<Leverage>(word);
}

/// Nothing, or sentences: one line of plain text from a capital letter to a full stop.
void check_sentences(std::string_view text) {
    CAPTURE(std::string(text));
    if (text.empty()) return;
    const std::size_t first = text.front() == '\'' ? 1 : 0;
    CHECK((text[first] >= 'A' && text[first] <= 'Z'));
    CHECK(text.back() == '.');
    for (const std::string_view wrong : {"  ", "..", " .", " ,", ",,", "( ", " )", "\n", "\t", "\"", ",."}) {
        CHECK(text.find(wrong) == std::string_view::npos);
    }
    int open = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        CHECK((c >= ' ' && c <= '~'));
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        CHECK(open >= 0);
        // A sentence goes on with a space and a capital letter.
        if (c == '.' && i + 1 < text.size()) {
            CHECK(text[i + 1] == ' ');
            CHECK((text[i + 2] >= 'A' && text[i + 2] <= 'Z'));
        }
    }
    CHECK(open == 0);
}

}  // namespace

TEST_CASE("every feature is told to hold by something") {
    std::size_t features = 0;
    for_each_definition([&](const Definition& entry, const std::string& feature) {
        CAPTURE(feature);
        CHECK(!entry.holds.empty());
        ++features;
    });
    CHECK(features == count<Condition> + count<Conduct> + count<Determinant> + count<Obligation> + count<Leverage>);
}

TEST_CASE("the texts of the definitions are sentences") {
    for_each_definition([](const Definition& entry, const std::string& feature) {
        CAPTURE(feature);
        check_sentences(entry.holds);
        check_sentences(entry.fails);
        check_sentences(entry.excludes);
    });
}

TEST_CASE("no definition says what another one says") {
    std::set<std::string_view> said;
    for_each_definition([&](const Definition& entry, const std::string& feature) {
        CAPTURE(feature);
        for (const std::string_view text : {entry.holds, entry.fails, entry.excludes}) {
            CAPTURE(std::string(text));
            if (!text.empty()) CHECK(said.insert(text).second);
        }
    });
}

TEST_CASE("a definition that points to another feature points to one that there is") {
    std::size_t references = 0;
    for_each_definition([&](const Definition& entry, const std::string& feature) {
        CAPTURE(feature);
        for (const std::string_view text : {entry.holds, entry.fails, entry.excludes}) {
            constexpr std::string_view see = "(see ";
            for (std::size_t at = text.find(see); at != std::string_view::npos; at = text.find(see, at + 1)) {
                const std::string_view rest = text.substr(at + see.size());
                const std::string word(rest.substr(0, rest.find(')')));
                CHECK_MESSAGE(is_feature(word), word);
                CHECK(word != feature);
                ++references;
            }
        }
    });
    CHECK(references > 0);
}

TEST_CASE("what is no feature has no definition") {
    for (const Definition& entry :
         {definition(static_cast<Condition>(count<Condition>)), definition(static_cast<Conduct>(255)),
          definition(static_cast<Determinant>(31)), definition(static_cast<Obligation>(count<Obligation>))}) {
        CHECK(entry.holds.empty());
        CHECK(entry.fails.empty());
        CHECK(entry.excludes.empty());
    }
}
