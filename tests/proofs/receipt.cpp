// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipts at compile time, with the numbers that they have had since they exist: computed outside of this library
/// from the lines and bytes that the headers promise, and the same in every compiler. This file only has to compile.
#include <array>
#include <cstdint>
#include <type_traits>

#include <trimode/base/hash.hpp>
#include <trimode/evidence/defect.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/receipt.hpp>

#include "support/frozen.hpp"

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

static_assert(fingerprint(three_modes::predicted) == 0x64cac584171f13beU);
static_assert(fingerprint(three_modes::observed) == 0xddeeff50e230f2d9U);
static_assert(fingerprint(four_stages::stages) == 0x39e0132e00f3d3faU);
static_assert(fingerprint(four_stages::cumulative) == 0x2a3f98286688f16eU);
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
static_assert(first_hash(by_facts) == 0x7864ac1baa21dbe5U);
static_assert(receipt(facts, three_modes::predicted).hash == by_facts.hash);
static_assert(replays(by_facts, three_modes::predicted) && !replays(by_facts, tajikistan, three_modes::predicted));

// From tables that never change.
constexpr auto by_data = receipt(support::frozen::dataset, PartnerIndex{0}, Date{2011}, three_modes::predicted);
static_assert(first_defect(support::frozen::dataset).defect == Defect::none);
static_assert(by_data.told == 0x5ebb01c9bd7c4675U && by_data.documents.view() == "all");
static_assert(first_hash(by_data) == 0xb79d6d343dc4f58cU);

// With the first rows alone less is told, and that is said, though the verdict is as open as before.
constexpr auto of_less = receipt(support::frozen::dataset, support::frozen::dataset.conditions.first(1),
                                 PartnerIndex{0}, Date{2012}, three_modes::predicted);
constexpr auto with_all = replays(of_less, support::frozen::dataset, three_modes::predicted);
static_assert(with_all.same_verdict() && with_all.differs == Set<ReceiptPart>{ReceiptPart::told});
// Under rules without conditionality the verdict is the same; that the rules are others is said nevertheless.
constexpr auto under_others = replays(of_less, support::frozen::dataset, support::frozen::dataset.conditions.first(1),
                                      three_modes::without_conditionality);
static_assert(under_others.same_verdict() && under_others.differs == Set<ReceiptPart>{ReceiptPart::rules});

// From the tables that are shipped, whatever they are by now.
constexpr auto of_ours =
    receipt(tajikistan, *find_partner(tajikistan.partners, "russia"), Date{2015}, three_modes::predicted);
static_assert(of_ours.verdict.holds(Mode::recipient) && of_ours.outcome == Outcome::sole && of_ours.intact());

}  // namespace
