// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Embedding: the engine without any dataset, with facts set by the program, and with a theory of one's own.

#include <cstdio>
#include <trimode/trimode.hpp>
using namespace trimode;

enum class Posture : unsigned char { hedging, balancing };
consteval auto names_of(Posture) { return names<Posture>("hedging", "balancing"); }
enum class Sign : unsigned char { threat, ally };
consteval auto names_of(Sign) { return names<Sign>("threat T", "ally A"); }
constexpr auto theory = typology<Posture, Sign>({{Posture::hedging, formula<Sign>("T*~A"), "where it is said"},
                                                 {Posture::balancing, formula<Sign>("T*A"), "where it is said"}});

int main() {
    Facts<Condition> facts;  // one word; what is not set is unknown
    facts.set(Condition::resources, Truth::holds).set(Condition::geography, Truth::holds);
    const auto mode = classify<three_modes::predicted>(facts);
    std::printf("recipient: holds %d, may hold %d\n", mode.holds(Mode::recipient), mode.may_hold(Mode::recipient));

    const Facts<Sign> threatened({Sign::threat}, {Sign::ally});
    const auto least = least_change(threatened, theory, Posture::balancing);
    std::printf("hedging: %d; balancing needs %d change\n", classify<theory>(threatened).holds(Posture::hedging),
                least[0].turns());
}
