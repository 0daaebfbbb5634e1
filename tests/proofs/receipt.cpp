// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipts at compile time, with the numbers that they have had since they exist: computed by hand from the
/// bytes that the headers promise, and the same in every compiler. This file only has to compile.
#include <array>
#include <cstdint>
#include <type_traits>

#include <trimode/base/hash.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework.hpp>
#include <trimode/inference/receipt.hpp>

namespace {

using namespace trimode;

static_assert(std::is_trivially_copyable_v<Receipt<Mode, Condition>> && std::is_trivially_copyable_v<Replay<Mode>>);

// The values that its authors publish for these texts.
static_assert(Fnv1a().value() == 0xcbf29ce484222325U);
static_assert(Fnv1a().bytes("a").value() == 0xaf63dc4c8601ec8cU);
static_assert(Fnv1a().bytes("foobar").value() == 0x85944171f73967e8U);
// The lowest byte comes first.
static_assert(Fnv1a().number(0x6f6f66U, 3).bytes("bar").value() == Fnv1a().bytes("foobar").value());
static_assert(Fnv1a().text("bar").value() == Fnv1a().bytes({"\3\0\0\0bar", 7}).value());

static_assert(fingerprint(three_modes::predicted) == 0x7ec752288bc80908U);
static_assert(fingerprint(three_modes::observed) == 0x5ce0ba38a2a6594fU);
static_assert(fingerprint(four_stages::stages) == 0xca75cb7f97910c1eU);
static_assert(fingerprint(four_stages::cumulative) == 0x53b58625968f293cU);
static_assert(fingerprint(Typology<Mode, Condition>()) == Fnv1a().value());

// Of the meaning, not of the words.
constexpr auto one_way = typology<Mode, Condition>({{Mode::recipient, formula<Condition>("R*(G + ~G*V)"), "here"}});
constexpr auto other_way =
    typology<Mode, Condition>({{Mode::recipient, formula<Condition>("V*R + G*R + A*~A"), "there"},
                               {Mode::activist, formula<Condition>("0"), ""}});
constexpr auto another = typology<Mode, Condition>({{Mode::activist, formula<Condition>("R*G + R*V"), ""}});
static_assert(fingerprint(one_way) == fingerprint(other_way) && fingerprint(one_way) != fingerprint(another));

/// As the first version would have made it.
template <class Label, class E>
constexpr std::uint64_t first_hash(Receipt<Label, E> receipt) {
    receipt.version = {0, 1, 0};
    return receipt.computed_hash();
}

constexpr Facts<Condition> facts({Condition::resources, Condition::geography, Condition::acclaim},
                                 {Condition::acclaim});
constexpr auto by_facts = receipt<three_modes::predicted>(facts);
static_assert(by_facts.verdict == classify<three_modes::predicted>(facts) && by_facts.intact());
static_assert(first_hash(by_facts) == 0xc4628c9aebd3458aU);
static_assert(receipt(facts, three_modes::predicted).hash == by_facts.hash);
static_assert(replays(by_facts, three_modes::predicted) && !replays(by_facts, tajikistan, three_modes::predicted));

constexpr auto by_data =
    receipt(tajikistan, *find_partner(tajikistan.partners, "russia"), Date{2015}, three_modes::predicted);
static_assert(by_data.verdict.holds(Mode::recipient) && by_data.intact() &&
              replays(by_data, tajikistan, three_modes::predicted));
constexpr std::uint64_t first_edition(Receipt<Mode, Condition> receipt) {
    receipt.edition = 1;  // whatever edition the tables have by now
    return first_hash(receipt);
}
static_assert(first_edition(by_data) == 0x14eeeb6877fe3006U);
// Under rules without geography the verdict is the same; that the rules are others is said nevertheless.
constexpr auto under_others = replays(by_data, tajikistan, three_modes::without_geography);
static_assert(under_others.same_verdict() && under_others.differs == Set<ReceiptPart>{ReceiptPart::rules});

}  // namespace
