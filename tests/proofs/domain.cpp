// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What is true of domain at compile time; this file only has to compile.
#include <type_traits>

#include <trimode/domain.hpp>

namespace {

using namespace trimode;

/// Every name leads back to its value.
template <class... E>
inline constexpr bool names_lead_back = (... && [] {
    for (const E value : all<E>()) {
        if (name(value).empty() || parse<E>(name(value)) != value) return false;
    }
    return name(static_cast<E>(count<E>)).empty();
}());
static_assert(names_lead_back<Condition, Conduct, Determinant, IssueArea, Level, Mode, Obligation,
                              PartnerKind, Stage>);

static_assert(count<Condition> == 7 && count<Conduct> == 7 && count<Determinant> == 6 &&
              count<IssueArea> == 13);
static_assert(count<Level> == 5 && count<Mode> == 3 && count<Obligation> == 5 &&
              count<PartnerKind> == 6 && count<Stage> == 4);

/// The letters of the notation.
static_assert(parse<Condition>("R") == Condition::resources &&
              parse<Condition>("I") == Condition::acclaim);
static_assert(parse<Conduct>("D") == Conduct::defers &&
              parse<Conduct>("S") == Conduct::keeps_silent);

static_assert([] {
    for (const Mode mode : all<Mode>()) {
        if (label(mode).empty()) return false;
    }
    for (const Stage stage : all<Stage>()) {
        if (label(stage).empty()) return false;
    }
    return true;
}());
static_assert(levels(Level::high, Level::low).empty() &&
              levels(Level::none, Level::critical) == all<Level>());
static_assert(std::is_trivially_copyable_v<Relationship> && std::is_trivially_copyable_v<Partner>);
static_assert(Relationship{}.facts<Conduct>().told().empty());

}  // namespace
