// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Enumerations, rules and codings of a user's own: every query takes them; and on random cases each answers the same
/// as for the library's enumeration, when the codings and the rules are the same one to one.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/row_span.hpp>
#include <trimode/inference/classify.hpp>
#include <trimode/inference/receipt.hpp>
#include <trimode/inference/robustness.hpp>
#include <trimode/inference/support.hpp>
#include <trimode/inference/timeline.hpp>
#include <trimode/inference/withdrawal.hpp>

#include "support/random_claims.hpp"
#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::Random;
using support::Tables;

/// States of a partner, as a user may write them.
enum class Trait : std::uint8_t { borders, sells };
consteval auto names_of(Trait) { return names<Trait>("borders", "sells"); }

/// Acts.
enum class Deed : std::uint8_t { objects, visits };
consteval auto names_of(Deed) { return names<Deed>("objects", "visits"); }
[[maybe_unused]] constexpr bool counts_as_act(Deed) { return true; }

/// What the rules conclude.
enum class Tie : std::uint8_t { loose, tight };
consteval auto names_of(Tie) { return names<Tie>("loose", "tight"); }

static_assert(!is_act<Trait> && is_act<Deed>);

/// Whether every query takes codings of the enumeration; without any, those that the dataset has.
template <class E, class... Codings>
concept asked_everything =
    requires(const Dataset& data, Codings... codings, PartnerIndex partner, const Period& at, const TimeSpan& within,
             const Typology<Tie, E>& rules, Tie tie, const Admission& admission, std::span<const ClaimIndex> claims,
             const Turning& turning, std::span<Coding<E>> room, Withdrawn what, bool (*stays)(const Verdict<Tie>&),
             void (*visit_support)(const Support<E>&), void (*visit_objection)(const Objection<E>&),
             void (*visit_set)(Days, std::span<const ClaimIndex>), void (*visit_withdrawal)(const Withdrawal<Tie>&),
             void (*visit_episode)(const Episode<Tie, E>&), void (*visit_transition)(const Transition<Tie, E>&),
             const Transition<Tie, E>& transition, void (*visit_change)(const Telling<E>&, const Telling<E>&)) {
    classify(data, codings..., partner, at, rules, admission);
    classify_marked(data, codings..., partner, at, rules, admission);
    anything_told(data, codings..., partner, at, rules, admission);
    receipt(data, codings..., partner, at, rules, admission);
    for_each_episode(data, codings..., partner, rules, within, admission, visit_episode);
    for_each_transition(data, codings..., partner, rules, within, admission, visit_transition);
    for_each_change(data, codings..., partner, transition, admission, visit_change);
    overlap(data, codings..., codings..., partner, rules, rules, within, admission);
    for_each_support(data, codings..., partner, at, rules, tie, admission, visit_support);
    for_each_objection(data, codings..., partner, at, rules, tie, admission, visit_objection);
    is_enough(data, codings..., partner, at, rules, tie, claims, admission);
    for_each_least_set(data, codings..., partner, at, rules, tie, admission, visit_set);
    count_least_sets(data, codings..., partner, at, rules, tie, admission);
    for_each_withdrawal(data, codings..., partner, at, rules, what, admission, visit_withdrawal);
    for_each_decisive(data, codings..., partner, at, rules, what, admission, visit_withdrawal);
    leave_one_out(data, codings..., partner, at, rules, what, admission);
    rows_that_can_matter(data, codings..., partner, at, rules, turning.mistake, admission);
    steadiness(data, codings..., partner, at, rules, turning, room, admission);
    steadiness(data, codings..., partner, at, rules, turning, room, admission, stays);
};
static_assert(asked_everything<Trait, RowSpan<Coding<Trait>>>);
static_assert(asked_everything<Deed, RowSpan<Coding<Deed>>>);
static_assert(asked_everything<Condition, RowSpan<Coding<Condition>>>);
static_assert(asked_everything<Condition> && asked_everything<Conduct>);

/// What is asked about a case.
struct Question {
    PartnerIndex partner{};
    Period at{};
    Admission admission{};
};

/// All answers as numbers, in the order in which they come, with features by their place among some.
struct Answers {
    std::vector<std::uint64_t> numbers{};
    std::array<std::size_t, 6> found{};  ///< How many supports, objections, sets, withdrawals, episodes and rows.
    friend bool operator==(const Answers&, const Answers&) = default;
};

template <Named E, class... Codings>
Answers ask_everything(const Dataset& data, const Typology<Tie, E>& rules, const std::vector<E>& features,
                       const Question& asked, const Codings&... codings) {
    Answers all;
    const PartnerIndex partner = asked.partner;
    const Period& at = asked.at;
    const Admission& admission = asked.admission;
    const auto note = [&](auto... numbers) { (all.numbers.push_back(static_cast<std::uint64_t>(numbers)), ...); };
    const auto note_feature = [&](E feature) {
        for (std::size_t i = 0; i < features.size(); ++i) {
            if (features[i] == feature) note(i);
        }
    };
    const auto note_telling = [&](const Telling<E>& telling) {
        REQUIRE(telling.coding != nullptr);
        note_feature(telling.coding->feature);
        note(telling.coding->claim.value, telling.coding->partner.value, telling.claim - data.claims.data(),
             telling.truth, telling.ground, telling.by_membership);
    };
    const auto note_verdict = [&](const Verdict<Tie>& verdict, bool told) {
        note(verdict.holding.bits(), verdict.possible.bits(), told);
    };
    const auto note_facts = [&](const Facts<E>& facts) {
        for (const E feature : features) note(facts[feature]);
    };

    note_verdict(classify(data, codings..., partner, at, rules, admission),
                 anything_told(data, codings..., partner, at, rules, admission));
    const auto marked = classify_marked(data, codings..., partner, at, rules, admission);
    note_verdict(marked.strict, marked.told_strictly);
    for_each_episode(data, codings..., partner, rules, at, admission, [&](const Episode<Tie, E>& episode) {
        note(episode.days.first, episode.days.last, episode.inferred);
        note_verdict(episode.verdict, episode.told);
        // On its days something is told if it is when the first of them is asked about.
        const bool told = anything_told(data, codings..., partner, *Date::of_day(episode.days.first), rules, admission);
        CHECK(told == episode.told);
        note_facts(episode.at_first);
        note_facts(episode.at_last);
        ++all.found[4];
    });
    const Overlap common = overlap(data, codings..., codings..., partner, rules, rules, at, admission);
    CHECK(common.predicted == common.shared);
    note(common.shared.claims, common.shared.blocks, common.shared.documents, common.shared.authors);

    for (const Tie tie : trimode::all<Tie>()) {
        for_each_support(data, codings..., partner, at, rules, tie, admission, [&](const Support<E>& one) {
            note(one.days.first, one.days.last, one.prime.size());
            note_feature(one.feature);
            note(one.holding);
            note_telling(one.telling);
            ++all.found[0];
        });
        for_each_objection(data, codings..., partner, at, rules, tie, admission, [&](const Objection<E>& one) {
            note_feature(one.feature);
            note(one.holding);
            note_telling(one.telling);
            ++all.found[1];
        });
        std::size_t sets = 0;
        for_each_least_set(data, codings..., partner, at, rules, tie, admission,
                           [&](Days days, std::span<const ClaimIndex> claims) {
                               note(days.first, days.last);
                               for (const ClaimIndex claim : claims) note(claim.value);
                               note(is_enough(data, codings..., partner, at, rules, tie, claims, admission));
                               ++sets;
                           });
        CHECK(count_least_sets(data, codings..., partner, at, rules, tie, admission) == Tally{sets, false});
        all.found[2] += sets;
    }
    for (const Withdrawn what : trimode::all<Withdrawn>()) {
        std::size_t decisive = 0;
        const LeftOut left = leave_one_out(data, codings..., partner, at, rules, what, admission);
        for_each_withdrawal(data, codings..., partner, at, rules, what, admission, [&](const Withdrawal<Tie>& one) {
            note(one.source, one.claim == nullptr ? -1 : one.claim - data.claims.data(), one.decisive);
            note_verdict(one.without, one.told);
            ++all.found[3];
        });
        for_each_decisive(data, codings..., partner, at, rules, what, admission,
                          [&](const Withdrawal<Tie>&) { ++decisive; });
        CHECK(left.readings - left.stayed == decisive);
        note(left.readings, left.stayed);
    }
    for (const Mistake mistake : trimode::all<Mistake>()) {
        std::vector<Coding<E>> room(64);
        const Turning turning{.mistake = mistake, .samples = 50, .exact_up_to = 300};
        const auto steady =
            steadiness(data, codings..., partner, at, rules, turning, std::span<Coding<E>>(room), admission);
        const auto kept = steadiness(data, codings..., partner, at, rules, turning, std::span<Coding<E>>(room),
                                     admission, [](const auto& verdict) { return verdict.holds(Tie::tight); });
        REQUIRE(steady.ok());
        REQUIRE(kept.ok());
        CHECK(steady->rows == rows_that_can_matter(data, codings..., partner, at, rules, mistake, admission));
        note(steady->rows, steady->exact, steady->cases, steady->stayed, kept->stayed);
        for (const std::uint64_t stayed : steady->stayed_with) note(stayed);
        all.found[5] += steady->rows;
    }
    return all;
}

/// A random case told in the library's words and in a user's own, and the answers to both, which are the same.
template <Named Own, Named Theirs>
Answers compare(std::uint64_t seed, const std::vector<Own>& own, const std::vector<Theirs>& theirs) {
    CAPTURE(seed);
    Random random(seed);
    Tables tables;
    const auto rows = support::random_rows(tables, random, theirs, 3 + random.below(4));
    std::vector<Coding<Own>> own_rows;
    for (const Coding<Theirs>& row : rows) {
        const auto place = static_cast<std::size_t>(row.feature != theirs.front());
        own_rows.push_back({row.claim, row.partner, own[place], row.tells, row.period});
    }
    // The same draws give the same rules.
    const std::vector<Tie> ties{Tie::loose, Tie::tight};
    Random again = random;
    const auto rules = support::random_rules(random, theirs, ties);
    const auto own_rules = support::random_rules(again, own, ties);
    Question asked;
    asked.admission = support::random_admission(random);
    asked.partner = random.chance(5) ? Tables::bloc : Tables::alpha;
    const Day from = support::first_day("2009-11") + static_cast<Day>(random.below(900));
    asked.at = Period(*Date::of_day(from), *Date::of_day(from + static_cast<Day>(random.below(200))));
    // For the user's own question the dataset has no codings at all.
    const Dataset bare = tables.dataset();
    const RowSpan<Coding<Own>> codings(own_rows);
    const Answers answers = ask_everything(bare, own_rules, own, asked, codings);
    CHECK(answers == ask_everything(support::with_rows(bare, rows), rules, theirs, asked));
    bool told = false;
    for (const Own feature : own_rules.features()) {
        for_each_telling(bare, codings, asked.partner, feature, asked_days(bare, asked.at), asked.admission,
                         [&](const Telling<Own>&) { told = true; });
    }
    CHECK(told == anything_told(bare, codings, asked.partner, asked.at, own_rules, asked.admission));
    return answers;
}

template <Named Own, Named Theirs>
void compare_all(const std::vector<Own>& own, const std::vector<Theirs>& theirs, std::uint64_t seeds) {
    std::array<std::size_t, 6> found{};
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Answers one = compare(seed, own, theirs);
        for (std::size_t i = 0; i < found.size(); ++i) found[i] += one.found[i];
    }
    for (const std::size_t number : found) CHECK(number > seeds / 4);
}

}  // namespace

TEST_CASE("own enumerations, rules and codings give the answers that the library's give: states") {
    // None that claims about other partners may tell: that would be another case.
    compare_all<Trait, Condition>({Trait::borders, Trait::sells}, {Condition::resources, Condition::regime_affinity},
                                  200);
}

TEST_CASE("own enumerations, rules and codings give the answers that the library's give: acts") {
    compare_all<Deed, Conduct>({Deed::objects, Deed::visits}, {Conduct::defers, Conduct::restricts}, 200);
}

TEST_CASE("over a time of no day nothing of one's own is told") {
    Tables tables{"2020"};
    const std::array rows{Coding<Trait>{tables.add(Aspect::state, "2000/2019"), Tables::alpha, Trait::sells}};
    Typology<Tie, Trait> rules;
    CHECK(rules.add({Tie::tight, is(Trait::sells), ""}).fault == Fault::none);
    const Dataset data = tables.dataset();
    const auto told = [&](const Period& at) {
        return anything_told(data, RowSpan<Coding<Trait>>(rows), Tables::alpha, at, rules);
    };
    CHECK(told(support::period("2010")));
    CHECK_FALSE(told(support::period("2030/..")));
}
