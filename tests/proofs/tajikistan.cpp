// SPDX-License-Identifier: BSL-1.0
//
// What follows from the coded claims, computed by the compiler: no verdict is stored anywhere.

#include <trimode/evidence/defect.hpp>
#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/trimode.hpp>

namespace {

using namespace trimode;

// The tables fit together. References to partners and claims that do not exist do not even get this far.
static_assert(first_defect(tajikistan).defect == Defect::none);

// Each claim is found where its id says: the first of a block has the letter `a`, and no letter is left out.
consteval bool every_claim_is_found() {
    for (std::size_t i = 0; i < tajikistan.claims.size(); ++i) {
        if (tables::claim(tajikistan.claims[i].id.data()).value != i) return false;
    }
    return true;
}
static_assert(every_claim_is_found());

consteval PartnerIndex partner(std::string_view id) { return *find_partner(tajikistan.partners, id); }
constexpr auto russia = partner("russia");
constexpr auto china = partner("china");
constexpr auto west = partner("west");
constexpr auto world = partner("international_community");

consteval Verdict<Mode> predicted(PartnerIndex who, std::string_view when) {
    return classify(tajikistan, who, *parse_period(when), three_modes::predicted);
}
consteval Verdict<Mode> observed(PartnerIndex who, std::string_view when) {
    return classify(tajikistan, who, *parse_period(when), three_modes::observed);
}
consteval Verdict<Stage> stage(std::string_view when) {
    return classify(tajikistan, russia, *parse_period(when), four_stages::stages);
}
consteval Explanation<Condition> why(PartnerIndex who, std::string_view when, Mode mode) {
    return explain(relationship(tajikistan, who, *parse_period(when)), three_modes::predicted, mode);
}

// As the design shows the first program.
constexpr auto russia_2015 = relationship(tajikistan, "russia", Date{2015});
static_assert(classify(russia_2015).holds(Mode::recipient));

// Russia and China are predicted recipients in 2018.
static_assert(predicted(russia, "2018").outcome() == Outcome::sole && predicted(russia, "2018").holds(Mode::recipient));
static_assert(predicted(china, "2018").outcome() == Outcome::sole && predicted(china, "2018").holds(Mode::recipient));

// The West: predicted and observed protector in 2016.
static_assert(predicted(west, "2016").holds(Mode::protector));
static_assert(observed(west, "2016").holds(Mode::protector));
static_assert(compare(predicted(west, "2016"), observed(west, "2016")) == Comparison::agree);
// Its members likewise, by membership.
static_assert(predicted(partner("osce"), "2016").holds(Mode::protector));
static_assert(predicted(partner("uk"), "2016").holds(Mode::protector));

// The West in 2005: protector is not possible, and `alternative` alone is in its way, as 000 [43] tells it.
static_assert(!predicted(west, "2005").may_hold(Mode::protector));
static_assert(why(west, "2005", Mode::protector).fails == Set<Condition>{Condition::alternative, Condition::regime_affinity});
static_assert(why(west, "2005", Mode::protector).because ==
              Cube{0, Set<Condition>{Condition::alternative}.bits()});
constexpr auto nearest_2005 =
    least_change(relationship(tajikistan, west, Date{2005}), three_modes::predicted, Mode::protector);
static_assert(nearest_2005.size() == 1 && nearest_2005[0].settles() == 0);
static_assert(nearest_2005[0].turn == Cube{Set<Condition>{Condition::alternative}.bits(), 0});
// Nor is recipient: regime affinity fails.
static_assert(!predicted(west, "2005").may_hold(Mode::recipient));
static_assert(why(west, "2005", Mode::recipient).because ==
              Cube{0, Set<Condition>{Condition::regime_affinity}.bits()});
// Yet it was seen to defer (001 [22]): where theory and coding disagree, both are shown.
static_assert(observed(west, "2005").holds(Mode::recipient));
static_assert(compare(predicted(west, "2005"), observed(west, "2005")) == Comparison::seen_but_not_predicted);

// The international community: activist in 2006; in 2019 not possible, because acclaim is no longer sought.
static_assert(predicted(world, "2006").holds(Mode::activist) && observed(world, "2006").holds(Mode::activist));
static_assert(!predicted(world, "2019").may_hold(Mode::activist));
static_assert(why(world, "2019", Mode::activist).because == Cube{0, Set<Condition>{Condition::acclaim}.bits()});
// Between, the one paper tells both: that it diminished once China had come, and an initiative of 2013. Contested.
static_assert(why(world, "2012", Mode::activist).contested.contains(Condition::acclaim));

// The stages, from determinants and not from dates.
static_assert(stage("1995").outcome() == Outcome::sole && stage("1995").holds(Stage::seeking_support));
static_assert(stage("2005").outcome() == Outcome::sole && stage("2005").holds(Stage::prioritising));
static_assert(stage("2015").outcome() == Outcome::sole && stage("2015").holds(Stage::realising_dependence));
static_assert(stage("2022-06").outcome() == Outcome::sole && stage("2022-06").holds(Stage::carving_space));
// January 2022 is not yet the fourth.
static_assert(!stage("2022-01").may_hold(Stage::carving_space));
// February, in which it begins, and the year that contains it, are open: the paper gives the month, not the day.
static_assert(stage("2022-02").holding.empty() && stage("2022-02").may_hold(Stage::carving_space));
static_assert(stage("2022").holding.empty());
// 2000 and 2001 lie between two stages.
static_assert(stage("2000").outcome() == Outcome::open && !stage("2000").may_hold(Stage::prioritising));
static_assert(stage("2001").outcome() == Outcome::open);
// 2015 as a decade's year and the decade as all its days agree.
static_assert(stage("2012/2018").holds(Stage::realising_dependence));

// What is honestly open. The geography condition of Russia is not told before 2010.
static_assert(russia_2015.conditions[Condition::geography] == Truth::holds);
static_assert(relationship(tajikistan, "russia", Date{2008}).conditions[Condition::geography] == Truth::unknown);
static_assert(predicted(russia, "2008").outcome() == Outcome::open);

// Russia after the invasion: still predicted a recipient, and seen to protest (001 [39]). Both are shown.
static_assert(predicted(russia, "2022").holds(Mode::recipient) && observed(russia, "2022").holds(Mode::protector));
static_assert(compare(predicted(russia, "2022"), observed(russia, "2022")) == Comparison::differ);

// Nothing of this rests on less than it says: with all inference dropped, 2018 is open for Russia.
consteval bool open_when_strict() {
    Admission strict;
    strict.strict = true;
    return classify(tajikistan, russia, Date{2018}, three_modes::predicted, strict).holding.empty();
}
static_assert(open_when_strict());

// Levels. Security towards Russia in 2019: base, alliance and exercises are four points or more.
static_assert(dependency(tajikistan, russia, IssueArea::security, Date{2019}, Route::measured).levels ==
              Set<Level>{Level::high});
// Debt to China in 2019: about 48 % of foreign debt, exposure unknown. Neither none nor critical; no other year is told.
static_assert(dependency(tajikistan, china, IssueArea::debt, Date{2019}, Route::measured).levels ==
              levels(Level::low, Level::high));
static_assert(!dependency(tajikistan, china, IssueArea::debt, Date{2015}, Route::measured).told);
// Migration in 2015: judged high or critical; the remittances, of all partners and unnamed years, rule nothing out.
static_assert(dependency(tajikistan, russia, IssueArea::migration, Date{2015}, Route::judged).levels ==
              levels(Level::high, Level::critical));
static_assert(dependency(tajikistan, russia, IssueArea::migration, Date{2015}, Route::measured).levels == all<Level>());

}  // namespace
