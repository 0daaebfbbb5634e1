// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Acceptance: the points and reasons against a sum that is worked out from plain tables; order, boundaries, extremes.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/random.hpp>
#include <trimode/framework/four_stages.hpp>
#include <trimode/framework/three_modes.hpp>
#include <trimode/inference/acceptance.hpp>

namespace {

using namespace trimode;

constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();

enum class Politics : std::uint8_t { distance, trust, debt };
consteval auto names_of(Politics) { return names<Politics>("distance", "trust", "debt"); }

/// As many values as an enumeration can have.
enum class Many : std::uint8_t {};
consteval auto names_of(Many) {
    return names<Many>("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0", "b1", "b2", "b3", "b4", "b5",
                       "b6", "b7", "b8", "b9", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "d0", "d1");
}
static_assert(count<Many> == 32);

/// Weights as plain tables, and the same as AcceptanceWeights.
template <class Label, class E>
struct Plain {
    std::int32_t base = 0;
    std::map<std::pair<Label, Answer>, std::int32_t> labels;
    std::map<std::pair<E, Truth>, std::int32_t> features;

    [[nodiscard]] AcceptanceWeights<Label, E> weights() const {
        AcceptanceWeights<Label, E> result(base);
        for (const auto& [key, points] : labels) result.set(key.first, key.second, points);
        for (const auto& [key, points] : features) result.set(key.first, key.second, points);
        return result;
    }
};

/// Small numbers, so that many are alike, and now and then an extreme one.
std::int32_t random_points(Random& random) {
    switch (random.below(12)) {
        case 0:
            return lowest;
        case 1:
            return highest;
        case 2:
        case 3:
            return 0;
        default:
            return static_cast<std::int32_t>(random.below(13)) - 6;
    }
}

template <class Label, class E>
Plain<Label, E> random_weights(Random& random) {
    Plain<Label, E> plain;
    plain.base = random_points(random);
    for (const Label label : all<Label>()) {
        for (const Answer answer : all<Answer>()) plain.labels[{label, answer}] = random_points(random);
    }
    for (const E feature : all<E>()) {
        for (const Truth truth : all<Truth>()) plain.features[{feature, truth}] = random_points(random);
    }
    return plain;
}

template <Named E>
Facts<E> random_facts(Random& random) {
    Facts<E> facts;
    for (const E feature : all<E>()) facts.set(feature, static_cast<Truth>(random.below(4)));
    return facts;
}

template <Named Label>
Verdict<Label> random_verdict(Random& random) {
    const auto possible = Set<Label>::of_bits(static_cast<std::uint32_t>(random.next()));
    return {possible & Set<Label>::of_bits(static_cast<std::uint32_t>(random.next())), possible};
}

/// The list that an acceptance should have: everything that counts, sorted by the standard library.
template <Named Label, Named E, Named C>
std::vector<Reason<Label, E, C>> expected_reasons(Facts<E> facts, const Verdict<Label>& verdict,
                                                  const Plain<Label, E>& plain,
                                                  const std::map<C, std::int32_t>& circumstances) {
    std::vector<Reason<Label, E, C>> all_of_them;
    Reason<Label, E, C> base;
    base.points = plain.base;
    all_of_them.push_back(base);
    for (const Label label : all<Label>()) {
        Reason<Label, E, C> reason;
        reason.kind = ReasonKind::label;
        reason.label = label;
        reason.answer = Answer::fails;
        if (verdict.possible.contains(label)) reason.answer = Answer::open;
        if (verdict.holding.contains(label)) reason.answer = Answer::holds;
        reason.points = plain.labels.at({label, reason.answer});
        all_of_them.push_back(reason);
    }
    for (const E feature : all<E>()) {
        Reason<Label, E, C> reason;
        reason.kind = ReasonKind::feature;
        reason.feature = feature;
        reason.truth = facts[feature];
        reason.points = plain.features.at({feature, reason.truth});
        all_of_them.push_back(reason);
    }
    for (const auto& [circumstance, points] : circumstances) {
        Reason<Label, E, C> reason;
        reason.kind = ReasonKind::circumstance;
        reason.circumstance = circumstance;
        reason.points = points;
        all_of_them.push_back(reason);
    }
    all_of_them.erase(
        std::remove_if(all_of_them.begin(), all_of_them.end(), [](const auto& r) { return r.points == 0; }),
        all_of_them.end());
    // Stable, and the order of the enumerations is that of the codes.
    std::stable_sort(all_of_them.begin(), all_of_them.end(), [](const auto& left, const auto& right) {
        const auto size = [](const auto& reason) {
            return reason.points < 0 ? -static_cast<long long>(reason.points) : static_cast<long long>(reason.points);
        };
        return std::pair(-size(left), left.points < 0) < std::pair(-size(right), right.points < 0);
    });
    return all_of_them;
}

/// Everything that an acceptance promises. Returns what is wrong; empty when nothing is.
template <Named Label, Named E, Named C>
std::string trouble(Random& random) {
    const auto facts = random_facts<E>(random);
    const auto verdict = random_verdict<Label>(random);
    const auto plain = random_weights<Label, E>(random);
    std::map<C, std::int32_t> counted;
    Circumstances<C> circumstances;
    for (const C circumstance : all<C>()) {
        if (random.below(3) == 0) continue;
        counted[circumstance] = random_points(random);
        circumstances.set(circumstance, counted[circumstance]);
    }
    const auto weights = plain.weights();
    const auto found = acceptance(facts, verdict, weights, circumstances);
    const auto expected = expected_reasons<Label, E, C>(facts, verdict, plain, counted);
    long long sum = 0;
    for (const auto& reason : expected) sum += reason.points;
    if (found.points() != sum) return "another sum";
    if (found.accepted() != (sum > 0)) return "accepted";
    if (found.reasons().size() != expected.size() || expected.size() > found.capacity)
        return "another number of reasons";
    if (!std::equal(expected.begin(), expected.end(), found.reasons().begin()))
        return "other reasons, or another order";
    if (acceptance_points(facts, verdict, weights, circumstances) != sum) return "acceptance_points";
    std::set<std::uint32_t> codes;
    for (const auto& reason : found.reasons()) {
        if (!codes.insert(reason.code()).second) return "a code twice";
        if (found.hangs_on(reason) != ((sum - reason.points > 0) != (sum > 0))) return "hangs_on";
    }
    for (const auto& one : expected) {
        for (const auto& other : expected) {
            if (one.weightier_than(other) && other.weightier_than(one)) return "both weightier";
            if (!(one == other) && !one.weightier_than(other) && !other.weightier_than(one)) return "no order";
        }
    }
    return {};
}

// What users write, by the compiler.
constexpr Facts<Condition> friendly({Condition::resources, Condition::geography, Condition::regime_affinity},
                                    {Condition::global_arena, Condition::conditionality, Condition::alternative,
                                     Condition::acclaim});
constexpr auto taken = acceptance(friendly, three_modes::predicted, example_weights);
static_assert(taken.accepted());
static_assert(taken.points() == -5 + 40 + 15 + 10 + 20);
static_assert(taken.reasons()[0].kind == ReasonKind::label && taken.reasons()[0].label == Mode::recipient);
static_assert(taken.reasons().back().kind == ReasonKind::base);
static_assert(acceptance_points(friendly, classify<three_modes::predicted>(friendly), example_weights) ==
              taken.points());

constexpr auto pact = AcceptanceWeights<Stage, Determinant>(-10)
                          .set(Stage::carving_space, Answer::holds, -20)
                          .set({Stage::seeking_support, Stage::prioritising}, Answer::open, 3)
                          .set(all<Determinant>(), Truth::unknown, -1)
                          .set(Determinant::preferred, Truth::holds, 12);
static_assert(acceptance_points(Facts<Determinant>{}, classify(Facts<Determinant>{}, four_stages::stages), pact,
                                Circumstances<Politics>().set(Politics::trust, 30)) ==
              -10 + 3 + 3 - static_cast<int>(count<Determinant>) + 30);

// A label has an answer and a feature has a truth; nothing else compiles.
template <class W, class Of, class State>
concept Weighs = requires(W weights, Of of, State state) {
    weights.set(of, state, 1);
};
using ModeWeights = AcceptanceWeights<Mode, Condition>;
static_assert(Weighs<ModeWeights, Mode, Answer> && Weighs<ModeWeights, Set<Condition>, Truth>);
static_assert(!Weighs<ModeWeights, Mode, Truth> && !Weighs<ModeWeights, Condition, Answer>);
static_assert(!Weighs<ModeWeights, Stage, Answer> && !Weighs<ModeWeights, Determinant, Truth>);

static_assert(noexcept(acceptance(friendly, three_modes::predicted, example_weights)));
static_assert(noexcept(acceptance_points(friendly, Verdict<Mode>{}, example_weights)));
static_assert(Acceptance<Mode, Condition, Politics>::capacity == 1 + 3 + 7 + 3);

}  // namespace

TEST_CASE("an acceptance is the sum of what counts, and lists all of it by weight") {
    Random random(4);
    std::string found;
    for (int i = 0; i < 1500 && found.empty(); ++i) found = trouble<Mode, Condition, Politics>(random);
    for (int i = 0; i < 400 && found.empty(); ++i) found = trouble<Stage, Determinant, Circumstance>(random);
    for (int i = 0; i < 60 && found.empty(); ++i) found = trouble<Many, Many, Many>(random);
    CHECK(found == "");
}

TEST_CASE("the ways to ask agree") {
    Random random(5);
    const Circumstances<Politics> circumstances = Circumstances<Politics>().set(Politics::debt, -7);
    for (int i = 0; i < 300; ++i) {
        Relationship relationship;
        relationship.conditions = random_facts<Condition>(random);
        relationship.determinants = random_facts<Determinant>(random);
        const auto one = acceptance(relationship, three_modes::predicted, example_weights, circumstances);
        const Facts<Condition> facts = relationship.conditions;
        CHECK(one == acceptance(facts, three_modes::predicted, example_weights, circumstances));
        CHECK(one == acceptance(facts, classify<three_modes::predicted>(facts), example_weights, circumstances));
        CHECK(one.points() == acceptance(facts, three_modes::predicted, example_weights).points() - 7);
        // Facts of another enumeration do not matter.
        relationship.conduct = random_facts<Conduct>(random);
        CHECK(one == acceptance(relationship, three_modes::predicted, example_weights, circumstances));
        const auto stages = acceptance(relationship, four_stages::stages, pact);
        CHECK(stages == acceptance(relationship.determinants, four_stages::stages, pact));
    }
}

TEST_CASE("who gains nothing refuses") {
    const Facts<Condition> nothing;
    const Verdict<Mode> none;
    using Weights = AcceptanceWeights<Mode, Condition>;
    CHECK_FALSE(Acceptance<Mode, Condition>().accepted());
    CHECK(Acceptance<Mode, Condition>().reasons().empty());
    CHECK_FALSE(acceptance(nothing, none, Weights()).accepted());
    CHECK(acceptance(nothing, none, Weights()).reasons().empty());
    CHECK_FALSE(acceptance(nothing, none, Weights(-1)).accepted());
    CHECK(acceptance(nothing, none, Weights(1)).accepted());
    // What speaks for it and what speaks against it even out: refused, and both are listed.
    const auto even = acceptance(nothing, none, Weights(-4).set(Mode::activist, Answer::fails, 4));
    CHECK(even.points() == 0);
    CHECK_FALSE(even.accepted());
    REQUIRE(even.reasons().size() == 2);
    CHECK(even.reasons()[0].points == 4);  // of as many points, what speaks for it comes first
    CHECK(even.reasons()[1].points == -4);
    CHECK_FALSE(even.hangs_on(even.reasons()[0]));
    CHECK(even.hangs_on(even.reasons()[1]));
}

TEST_CASE("weights and circumstances that are set again are replaced") {
    AcceptanceWeights<Mode, Condition> weights;
    weights.set(all<Mode>(), Answer::open, 5).set(Mode::activist, Answer::open, 0);
    CHECK(weights.of(Mode::recipient, Answer::open) == 5);
    CHECK(weights.of(Mode::activist, Answer::open) == 0);
    CHECK(weights.of(Mode::recipient, Answer::holds) == 0);
    weights.set(all<Condition>(), Truth::contested, -3).set(Condition::acclaim, Truth::contested, -9);
    CHECK(weights.of(Condition::acclaim, Truth::contested) == -9);
    CHECK(weights.of(Condition::resources, Truth::contested) == -3);
    CHECK(weights.of(Condition::resources, Truth::unknown) == 0);
    CHECK(weights.base() == 0);

    Circumstances<Politics> circumstances;
    CHECK(circumstances == Circumstances<Politics>());
    circumstances.set(Politics::trust, 8).set(Politics::trust, -8);
    CHECK(circumstances.of(Politics::trust) == -8);
    CHECK(circumstances.of(Politics::debt) == 0);
    circumstances.set(Politics::trust, 0);
    CHECK(circumstances == Circumstances<Politics>());
}

TEST_CASE("numbers that are no values of an enumeration count nothing") {
    AcceptanceWeights<Mode, Condition> weights;
    weights.set(static_cast<Mode>(3), Answer::holds, 7).set(static_cast<Mode>(200), Answer::holds, 7);
    weights.set(Mode::recipient, static_cast<Answer>(3), 7).set(Condition::acclaim, static_cast<Truth>(4), 7);
    weights.set(static_cast<Condition>(7), Truth::holds, 7);
    CHECK(weights == AcceptanceWeights<Mode, Condition>());
    CHECK(weights.of(static_cast<Mode>(3), Answer::holds) == 0);
    CHECK(weights.of(Mode::recipient, static_cast<Answer>(255)) == 0);
    Circumstances<Politics> circumstances;
    circumstances.set(static_cast<Politics>(3), 7);
    CHECK(circumstances == Circumstances<Politics>());
    CHECK(circumstances.of(static_cast<Politics>(255)) == 0);
}

TEST_CASE("the extremes do not overflow") {
    AcceptanceWeights<Many, Many> weights(lowest);
    Circumstances<Many> circumstances;
    for (const Answer answer : all<Answer>()) weights.set(all<Many>(), answer, lowest);
    for (const Truth truth : all<Truth>()) weights.set(all<Many>(), truth, lowest);
    for (const Many circumstance : all<Many>()) circumstances.set(circumstance, lowest);
    const auto least = acceptance(Facts<Many>{}, Verdict<Many>{}, weights, circumstances);
    CHECK(least.points() == 97 * static_cast<std::int64_t>(lowest));
    CHECK(least.reasons().size() == 97);
    CHECK(least.capacity == 97);
    CHECK_FALSE(least.accepted());
    CHECK_FALSE(least.hangs_on(least.reasons()[0]));
    // The lowest number is the weightier of the two extremes.
    weights = AcceptanceWeights<Many, Many>(highest).set(Many{}, Answer::fails, lowest);
    const auto both = acceptance(Facts<Many>{}, Verdict<Many>{}, weights);
    REQUIRE(both.reasons().size() == 2);
    CHECK(both.reasons()[0].points == lowest);
    CHECK(both.points() == -1);
}

TEST_CASE("the score for a callback is the sum, or the nearest int") {
    constexpr int most = std::numeric_limits<int>::max();
    constexpr int least = std::numeric_limits<int>::min();
    const auto score = [](std::int32_t base, std::int32_t of_other, std::int32_t of_label) {
        const auto weights =
            AcceptanceWeights<Mode, Condition>(base).set(Mode::recipient, Answer::holds, of_label);
        const auto circumstances = Circumstances<>{}.set(Circumstance::other, of_other);
        const Verdict<Mode> verdict{{Mode::recipient}, {Mode::recipient}};
        const Facts<Condition> facts;
        const int found = acceptance_score(facts, verdict, weights, circumstances);
        const auto all = acceptance(facts, verdict, weights, circumstances);
        CHECK((found > 0) == all.accepted());
        const bool fits = all.points() >= least && all.points() <= most;
        CHECK((found == all.points()) == fits);
        return found;
    };
    CHECK(score(2, 3, -4) == 1);
    CHECK(score(most, 0, 0) == most);
    CHECK(score(most, 1, 0) == most);
    CHECK(score(most, most, most) == most);
    CHECK(score(most, 1, -1) == most);
    CHECK(score(least, 0, 0) == least);
    CHECK(score(least, -1, 0) == least);
    CHECK(score(least, least, least) == least);
    CHECK(score(least, most, 0) == -1);
    CHECK(score(0, 0, 0) == 0);
    static_assert(noexcept(acceptance_score(Facts<Condition>{}, Verdict<Mode>{}, example_weights)));
    static_assert(acceptance_score(Facts<Condition>{}, Verdict<Mode>{}, AcceptanceWeights<Mode, Condition>(7)) == 7);
}

namespace {

/// A nation of a game that knows what is told of each other one, and what a game asks about it.
struct Nation {
    std::size_t number = 0;
    std::array<Facts<Condition>, 3> told{};
};
enum class Treaty : std::uint8_t { loan, base };
struct Proposal {
    Treaty treaty = Treaty::loan;
    Circumstances<Politics> counts{};
};

constexpr std::array treaties{example_weights, AcceptanceWeights<Mode, Condition>(-30).set(
                                                   Condition::geography, Truth::holds, 20)};

/// The callback, as an engine has it.
int acceptance(const Nation& sender, const Nation& receiver, const Proposal& context) {
    const auto& told = receiver.told[sender.number];
    const auto& weights = treaties[static_cast<std::size_t>(context.treaty)];
    return acceptance_score(told, classify<three_modes::predicted>(told), weights, context.counts);
}

}  // namespace

TEST_CASE("an engine that takes a function of sender, receiver and context") {
    using Callback = int (*)(const Nation&, const Nation&, const Proposal&);
    constexpr Callback callback = acceptance;
    const Nation power{2, {}};
    Nation state{0, {}};
    state.told[2] = Facts<Condition>({Condition::resources, Condition::geography, Condition::regime_affinity}, {});
    // Recipient 40, R 15, V 10, four that are unknown -8, base -5; and what the game counts.
    CHECK(callback(power, state, {Treaty::loan, Circumstances<Politics>{}.set(Politics::debt, -7)}) ==
          40 + 15 + 10 - 4 * 2 - 5 - 7);
    CHECK(callback(power, state, {Treaty::base, {}}) == -10);
    // Nothing is told: recipient? protector?
    CHECK(callback(state, power, {Treaty::loan, {}}) == -5 - 7 * 2 + 10 - 10);
}

TEST_CASE("the code of a reason is what it says and not how much") {
    Reason<Mode, Condition, Politics> reason;
    CHECK(reason.code() == 0);
    reason.points = 12;
    CHECK(reason.code() == 0);
    reason.kind = ReasonKind::label;
    reason.label = Mode::protector;
    reason.answer = Answer::fails;
    CHECK(reason.code() == 0x10202);
    reason.kind = ReasonKind::feature;
    reason.feature = Condition::acclaim;
    reason.truth = Truth::contested;
    CHECK(reason.code() == 0x20603);
    reason.kind = ReasonKind::circumstance;
    reason.circumstance = Politics::debt;
    CHECK(reason.code() == 0x30200);
    CHECK(name(ReasonKind::base) == "base");
    CHECK(parse<ReasonKind>("circumstance") == ReasonKind::circumstance);
    CHECK(name(Circumstance::other) == "other");
}

TEST_CASE("a verdict made by hand is taken at its word") {
    const auto weights = AcceptanceWeights<Mode, Condition>().set(Mode::recipient, Answer::holds, 3);
    // What holds may hold, even where the second set forgets it.
    CHECK(acceptance_points(Facts<Condition>{}, Verdict<Mode>{{Mode::recipient}, {}}, weights) == 3);
}

TEST_CASE("the example weights point where they say") {
    const auto points = [](Facts<Condition> facts) {
        return acceptance(facts, three_modes::predicted, example_weights).points();
    };
    // A recipient takes, a protector does not, for want of another source what does not fit is taken.
    const Facts<Condition> recipient({Condition::resources, Condition::geography, Condition::regime_affinity}, {});
    const Facts<Condition> protector(
        {Condition::resources, Condition::geography, Condition::conditionality, Condition::alternative},
        {Condition::regime_affinity, Condition::global_arena, Condition::acclaim});
    Facts<Condition> without_choice = protector;
    without_choice.set(Condition::alternative, Truth::fails);
    CHECK(points(recipient) > 0);
    CHECK(points(protector) < 0);
    CHECK(points(without_choice) > points(protector));
    CHECK(points(without_choice) > 0);
    // Who knows nothing does not accept; what is disputed makes nobody readier than what is not told.
    CHECK(points(Facts<Condition>{}) <= 0);
    for (const Condition condition : all<Condition>()) {
        Facts<Condition> facts = recipient;
        const std::int64_t unknown = points(facts.set(condition, Truth::unknown));
        CHECK(points(facts.set(condition, Truth::contested)) < unknown);
    }
}
