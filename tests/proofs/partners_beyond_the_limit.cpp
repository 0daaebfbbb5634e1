// SPDX-License-Identifier: BSL-1.0
// A dataset may have 64 partners. One with more has a defect, which a query need not have looked for: it answers all the
// same, and shifts nothing by more than a word has.
#include <array>

#include <trimode/evidence/defect.hpp>
#include <trimode/trimode.hpp>

using namespace trimode;

namespace {

constexpr std::array<Partner, 70> partners{};
constexpr Source sources[]{{.id = "000_somebody", .published = Date{2020}, .blocks = 9}};
constexpr Claim claims[]{{.id = "000.001a", .period = during("2015"), .statement = "Something was so."}};
constexpr Coding<Condition> rows[]{{{0}, {65}, Condition::resources}};
constexpr Dataset data{
    .time = during("1991/2023"), .sources = sources, .partners = partners, .claims = claims, .conditions = rows};

constexpr Truth told(PartnerIndex partner) {
    return facts(data, data.conditions, partner, Date{2015}.days(), {})[Condition::resources];
}

static_assert(first_defect(data).defect == Defect::too_many_partners);
static_assert(told({65}) == Truth::holds);
static_assert(told({64}) == Truth::unknown && told({1}) == Truth::unknown);

}  // namespace
