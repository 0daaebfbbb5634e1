// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A game of small states between great powers: an agent-based model in which the conditions of every relationship
/// change from year to year, the three modes are predicted from what is told of them, each state takes up or refuses
/// what it is offered, and what it does changes the conditions in turn.
///
/// Invented from beginning to end: no number in it is measured, and no state or power in it is meant to be a real one.
/// It shows how a simulation or a strategy game calls the library, and nothing about the world.

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trimode/base/random.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

namespace {

using namespace trimode;

// ---- the theory of the game -----------------------------------------------------------------------------------------

/// How a state stands between the powers, towards the one that endangers it most.
enum class Posture : std::uint8_t { hedging, balancing, bandwagoning };
consteval auto names_of(Posture) { return names<Posture>("hedging", "balancing", "bandwagoning"); }

/// What its posture is read from.
enum class Sign : std::uint8_t {
    danger,           ///< The power that endangers it most does so by more than a little.
    leans_on_it,      ///< It takes the help of that power.
    leans_elsewhere,  ///< It takes the help of another power.
};
consteval auto names_of(Sign) { return names<Sign>("danger D", "leans_on_it L", "leans_elsewhere E"); }

/// After Walt, The origins of alliances (1987), for siding with or against the source of danger, and Kuik, The essence
/// of hedging (2008), for insuring on both sides at once. Put into three signs by us.
constexpr auto postures = typology<Posture, Sign>({{Posture::hedging, formula<Sign>("L*E"), "Kuik 2008, simplified"},
                                                   {Posture::balancing, formula<Sign>("D*E*~L"), "Walt 1987"},
                                                   {Posture::bandwagoning, formula<Sign>("D*L*~E"), "Walt 1987"}});

/// What counts besides the conditions when a state answers an offer.
enum class Politics : std::uint8_t {
    habit,       ///< It took up the same offer last year.
    rivalry,     ///< It leans on another power, whose view of government is a different one.
    open_doors,  ///< It hedged last year, and so it is readier to take from one more power.
};
consteval auto names_of(Politics) { return names<Politics>("habit", "rivalry", "open_doors"); }

/// What a power offers: help, if the state goes along with its wish.
constexpr auto& help = example_weights;

/// What the community of states offers: a stage, if the state speaks up for an issue of global concern. Invented sizes.
constexpr auto stage = AcceptanceWeights<Mode, Condition>(-10)
                           .set(Mode::activist, Answer::holds, 30)
                           .set(Mode::activist, Answer::open, 10)
                           .set(Condition::acclaim, Truth::holds, 10)
                           .set(Condition::acclaim, Truth::fails, -15)
                           .set(Condition::acclaim, Truth::unknown, -4)
                           .set(Condition::acclaim, Truth::contested, -8);

// ---- the world ------------------------------------------------------------------------------------------------------

/// What the command line asks for.
struct Setup {
    std::size_t states = 0;
    std::size_t powers = 0;
    std::size_t years = 0;
    std::uint64_t seed = 0;
};

// All of these are whole numbers from 0 to 100, moved by whole steps, so that a seed gives the same world everywhere. A
// view of government goes from 0, many have a say, to 100, rule from above.

/// A great power.
struct Power {
    int view = 0;
    int agenda = 0;          ///< How much it wants reform elsewhere.
    std::size_t serves = 0;  ///< How many states took its help last year.
};

/// What a small state has to do with a great power.
struct Tie {
    int offer = 0;    ///< What the power would give.
    int need = 0;     ///< How much the state has come to live on it.
    int border = 0;   ///< How much the state's location serves the power; does not change.
    int strings = 0;  ///< How far the help is tied to reform.
};

/// What one partner is to a state in one year. Partners are the powers in order, then the community of states.
struct Relation {
    std::array<int, count<Condition>> real{};  ///< The conditions as they are, if the model has a number for them.
    Facts<Condition> told{};                   ///< What the observers tell of them.
    Verdict<Mode> mode{};
    Circumstances<Politics> politics{};
    int points = 0;  ///< Of the state's answer to the offer.
    [[nodiscard]] bool accepted() const { return points > 0; }
};
constexpr int no_number = -1;  ///< In `Relation::real`: follows from the kind of partner.

/// A small state.
struct State {
    int view = 0;
    int acclaim = 0;  ///< How much it wants the esteem of the world.
    std::vector<Tie> ties{};
    std::vector<Relation> relations{};  ///< Of this year; before it has acted, of last year.
    std::size_t threat = 0;             ///< The power that endangers it most.
    Facts<Sign> signs{};
    Verdict<Posture> posture{};
};

/// Counts of one year. Every relation is in one of the first six, every state in one of the last five.
struct Tally {
    std::array<std::size_t, count<Mode>> one{};  ///< One mode holds.
    std::size_t mixed = 0;                       ///< Several modes hold.
    std::size_t open = 0;                        ///< None holds, some may: undecided.
    std::size_t none = 0;                        ///< None may hold.
    std::size_t disputed = 0;                    ///< Of those that are open: because what is told conflicts.
    std::size_t switches = 0;                    ///< The modes that hold are not those of the year before.
    std::size_t accepted = 0;                    ///< Offers taken up.
    std::array<std::size_t, count<Posture>> posture{};
    std::size_t posture_open = 0;
    std::size_t posture_none = 0;
};

/// On what the modes that are open hang.
Set<Condition> open_on(const Relation& relation) {
    Set<Condition> found;
    for (const Mode mode : relation.mode.possible) {
        found |= matters(three_modes::predicted.rule(mode), relation.told);
    }
    return found;
}

/// Whether one of them is told both ways.
bool disputed(const Relation& relation) { return !(open_on(relation) & relation.told.contested()).empty(); }

/// What a partner offers, and what counts besides the conditions when it is answered.
struct Offer {
    const AcceptanceWeights<Mode, Condition>& weights;
    const Circumstances<Politics>& politics;
};

/// The callback of a strategy game: how readily the receiver takes what the sender offers; above zero it does.
/// @param sender  The number of the partner.
int acceptance(std::size_t sender, const State& receiver, const Offer& context) {
    const Relation& relation = receiver.relations[sender];
    return acceptance_score(relation.told, relation.mode, context.weights, context.politics);
}

constexpr int within(int number) { return number < 0 ? 0 : number > 100 ? 100 : number; }

class World {
public:
    explicit World(const Setup& setup) : random_(setup.seed), powers_(setup.powers), states_(setup.states) {
        for (std::size_t i = 0; i < powers_.size(); ++i) {
            // Spread over the views; who rules from above asks for less reform.
            const int between = powers_.size() == 1 ? 50 : static_cast<int>(100 * i / (powers_.size() - 1));
            powers_[i].view = within(between + step(10));
            powers_[i].agenda = within(100 - powers_[i].view + step(20));
        }
        for (State& state : states_) {
            state.view = any();
            state.acclaim = any();
            for (std::size_t i = 0; i < powers_.size(); ++i) {
                Tie tie;
                tie.offer = any();
                tie.need = any();
                tie.border = any();
                tie.strings = within(powers_[i].agenda + step(20));
                state.ties.push_back(tie);
            }
            state.relations.resize(powers_.size() + 1);
        }
    }

    /// One year. Calls `visit(number of the state from 0, state)` for each once it has acted.
    template <class Visit>
    Tally year(Visit&& visit) {
        move_powers();
        Tally tally;
        std::vector<std::size_t> served(powers_.size());
        for (std::size_t i = 0; i < states_.size(); ++i) {
            State& state = states_[i];
            move(state);
            before_ = state.relations;
            look_round(state);
            answer_offers(state);
            take_posture(state);
            add(tally, state);
            visit(i, std::as_const(state));
            feed_back(state);
            for (std::size_t p = 0; p < powers_.size(); ++p) served[p] += state.relations[p].accepted() ? 1U : 0U;
        }
        for (std::size_t p = 0; p < powers_.size(); ++p) powers_[p].serves = served[p];
        first_year_ = false;
        return tally;
    }

private:
    int any() { return static_cast<int>(random_.below(101)); }
    /// From -size to size.
    int step(int size) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(2 * size + 1))) - size; }

    /// Views drift apart: away from the middle, with some chance in it. Agendas come and go.
    void move_powers() {
        for (Power& power : powers_) {
            power.view = within(power.view + step(2) + (power.view > 50 ? 1 : power.view < 50 ? -1 : 0));
            power.agenda = within(power.agenda + step(6) + (power.view > 50 ? -1 : 1));
        }
    }

    /// What happens to a state whatever it does. Offers grow and shrink; a border that serves the power draws them, and
    /// a power that helps more than half of all states has less for each. Where views are far apart, help is tied to
    /// reform as far as the power's agenda goes; elsewhere the strings loosen.
    void move(State& state) {
        state.view = within(state.view + step(3));
        state.acclaim = within(state.acclaim + step(6));
        for (std::size_t p = 0; p < powers_.size(); ++p) {
            Tie& tie = state.ties[p];
            const bool stretched = 2 * powers_[p].serves > states_.size();
            tie.offer = within(tie.offer + step(5) + (tie.border >= 60 ? 1 : 0) - (stretched ? 2 : 0));
            const int wanted = gap(state, p) > 25 ? powers_[p].agenda : 0;
            tie.need = within(tie.need + step(4));
            tie.strings += wanted > tie.strings ? 4 : wanted < tie.strings ? -4 : 0;
            tie.strings = within(tie.strings);
        }
    }

    [[nodiscard]] int gap(const State& state, std::size_t p) const { return std::abs(state.view - powers_[p].view); }

    /// The best help that no reform comes with, from any other power.
    [[nodiscard]] static int alternative(const State& state, std::size_t p) {
        int best = 0;
        for (std::size_t q = 0; q < state.ties.size(); ++q) {
            const int free = std::min(state.ties[q].offer, 100 - state.ties[q].strings);
            if (q != p) best = std::max(best, free);
        }
        return best;
    }

    /// What two observers make of a number: each is off by up to 20, tells that it holds from 60, that it fails up to
    /// 40, and in between tells nothing. They may contradict each other.
    Truth told(int number) {
        Truth truth = Truth::unknown;
        for (int observer = 0; observer < 2; ++observer) {
            const int seen = number + step(20);
            truth = truth | (seen >= 60 ? Truth::holds : seen <= 40 ? Truth::fails : Truth::unknown);
        }
        return truth;
    }

    /// What is told of every relation, and the mode that it predicts.
    void look_round(State& state) {
        for (std::size_t p = 0; p <= powers_.size(); ++p) {
            const bool community = p == powers_.size();
            Relation& relation = state.relations[p];
            auto& real = relation.real;
            real.fill(no_number);
            const auto put = [&real](Condition condition, int number) { real[index(condition)] = number; };
            if (community) {
                put(Condition::acclaim, state.acclaim);
                // By kind: it gives nothing of its own, has no border to secure and ties nothing to reform.
                relation.told = Facts<Condition>(
                    {Condition::global_arena}, {Condition::resources, Condition::geography, Condition::conditionality});
            } else {
                const Tie& tie = state.ties[p];
                put(Condition::resources, std::min(tie.offer, tie.need));
                put(Condition::geography, tie.border);
                put(Condition::regime_affinity, 100 - gap(state, p));
                put(Condition::conditionality, tie.strings);
                put(Condition::alternative, alternative(state, p));
                relation.told = Facts<Condition>({}, {Condition::global_arena, Condition::acclaim});
            }
            for (const Condition condition : all<Condition>()) {
                const int number = real[index(condition)];
                if (number != no_number) relation.told.set(condition, told(number));
            }
            relation.mode = classify<three_modes::predicted>(relation.told);
        }
    }

    /// The power whose help it took with the best reasons last year; none: as many as there are powers.
    [[nodiscard]] std::size_t leaned_on() const {
        std::size_t best = powers_.size();
        for (std::size_t p = 0; p < powers_.size(); ++p) {
            if (!before_[p].accepted()) continue;
            if (best == powers_.size() || before_[p].points > before_[best].points) best = p;
        }
        return best;
    }

    /// Which offers it takes up.
    void answer_offers(State& state) const {
        const std::size_t leading = leaned_on();
        for (std::size_t p = 0; p <= powers_.size(); ++p) {
            const bool community = p == powers_.size();
            Relation& relation = state.relations[p];
            relation.politics = {};
            if (before_[p].accepted()) relation.politics.set(Politics::habit, 10);
            if (!community && leading < powers_.size() && leading != p) {
                relation.politics.set(Politics::rivalry, -std::abs(powers_[p].view - powers_[leading].view) / 10);
                if (state.posture.holds(Posture::hedging)) relation.politics.set(Politics::open_doors, 15);
            }
            relation.points = acceptance(p, state, {community ? stage : help, relation.politics});
        }
    }

    /// The power that endangers it most is the one that has the most use for its border, where alike views keep the
    /// danger down; of equals the first. How great it is is told by the same kind of observers; whose help it takes
    /// everybody knows.
    void take_posture(State& state) {
        int most = -1;
        for (std::size_t p = 0; p < powers_.size(); ++p) {
            const int danger = std::min(state.ties[p].border, 40 + gap(state, p));
            if (danger <= most) continue;
            most = danger;
            state.threat = p;
        }
        bool elsewhere = false;
        for (std::size_t p = 0; p < powers_.size(); ++p) {
            elsewhere = elsewhere || (p != state.threat && state.relations[p].accepted());
        }
        const auto known = [](bool holds) { return holds ? Truth::holds : Truth::fails; };
        state.signs = {};
        state.signs.set(Sign::danger, told(most))
            .set(Sign::leans_on_it, known(state.relations[state.threat].accepted()))
            .set(Sign::leans_elsewhere, known(elsewhere));
        state.posture = classify<postures>(state.signs);
    }

    /// What follows from what it does. Receiving makes resources needed, and refusing weans; a recipient is given more,
    /// a protector less; whose help it takes its view comes nearer to; a stage satisfies the wish for one.
    void feed_back(State& state) const {
        for (std::size_t p = 0; p < powers_.size(); ++p) {
            const Relation& relation = state.relations[p];
            Tie& tie = state.ties[p];
            tie.need = within(tie.need + (relation.accepted() ? 3 : -1));
            if (relation.mode.holds(Mode::recipient)) tie.offer = within(tie.offer + 3);
            if (relation.mode.holds(Mode::protector)) tie.offer = within(tie.offer - 6);
            if (!relation.accepted()) continue;
            state.view += state.view < powers_[p].view ? 1 : state.view > powers_[p].view ? -1 : 0;
        }
        state.acclaim = within(state.acclaim + (state.relations.back().accepted() ? -4 : 2));
    }

    void add(Tally& tally, const State& state) const {
        for (std::size_t p = 0; p < state.relations.size(); ++p) {
            const Relation& relation = state.relations[p];
            switch (relation.mode.outcome()) {
                case Outcome::sole:
                case Outcome::leading: ++tally.one[index(*relation.mode.holding.begin())]; break;
                case Outcome::mixed: ++tally.mixed; break;
                case Outcome::none: ++tally.none; break;
                case Outcome::open:
                case Outcome::insufficient:
                    ++tally.open;
                    tally.disputed += disputed(relation) ? 1U : 0U;
                    break;
            }
            tally.accepted += relation.accepted() ? 1U : 0U;
            tally.switches += !first_year_ && relation.mode.holding != before_[p].mode.holding ? 1U : 0U;
        }
        const Verdict<Posture>& posture = state.posture;
        if (!posture.holding.empty()) {
            ++tally.posture[index(*posture.holding.begin())];  // at most one can hold, by the rules
        } else {
            ++(posture.possible.empty() ? tally.posture_none : tally.posture_open);
        }
    }

    Random random_;
    std::vector<Power> powers_;
    std::vector<State> states_;
    std::vector<Relation> before_{};  ///< Of the state that is acting: last year's.
    bool first_year_ = true;
};

// ---- what is printed ------------------------------------------------------------------------------------------------

constexpr std::string_view invented = "Invented: a model of no real state, power or year.";

std::string partner_name(const Setup& setup, std::size_t partner) {
    return partner == setup.powers ? "community" : "power_" + std::to_string(partner + 1);
}

/// The counts of a tally under their names, in the order of the columns. Those up to `none` sum to all relations, those
/// from `hedging` on to all states.
std::vector<std::pair<std::string, std::size_t>> counts(const Tally& tally) {
    std::vector<std::pair<std::string, std::size_t>> found;
    for (const Mode mode : all<Mode>()) found.emplace_back(name(mode), tally.one[index(mode)]);
    found.insert(found.end(), {{"mixed", tally.mixed},
                               {"open", tally.open},
                               {"none", tally.none},
                               {"disputed", tally.disputed},
                               {"switches", tally.switches},
                               {"accepted", tally.accepted}});
    for (const Posture posture : all<Posture>()) found.emplace_back(name(posture), tally.posture[index(posture)]);
    found.insert(found.end(), {{"posture_open", tally.posture_open}, {"posture_none", tally.posture_none}});
    return found;
}

/// All years, from the first on.
std::vector<Tally> history(const Setup& setup) {
    World world(setup);
    std::vector<Tally> years;
    for (std::size_t i = 0; i < setup.years; ++i) years.push_back(world.year([](std::size_t, const State&) {}));
    return years;
}

/// A share in per cent with one digit behind the point, half up.
std::string percent(std::size_t part, std::size_t whole) {
    const std::size_t tenths = (2000 * part + whole) / (2 * whole);
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

/// One row for each span of so many years; the last span may be shorter.
void print_table(std::ostream& out, const Setup& setup, std::size_t span) {
    const std::vector<Tally> years = history(setup);
    const auto named = counts({});
    // Columns of the counts, from one to before another; what they are a share of.
    const auto table = [&](std::size_t from, std::size_t to, std::size_t whole) {
        std::vector<std::string> header{"years"};
        for (std::size_t column = from; column < to; ++column) header.push_back(named[column].first);
        Table shown(header);
        for (std::size_t first = 0; first < years.size(); first += span) {
            const std::size_t last = std::min(first + span, years.size());
            std::string title = std::to_string(first + 1);
            if (last != first + 1) title += '-' + std::to_string(last);
            std::vector<std::size_t> sums(named.size());
            for (std::size_t i = first; i < last; ++i) {
                const auto of_year = counts(years[i]);
                for (std::size_t column = from; column < to; ++column) sums[column] += of_year[column].second;
            }
            std::vector<std::string> row{title};
            for (std::size_t column = from; column < to; ++column)
                row.push_back(percent(sums[column], whole * (last - first)));
            shown.add(row);
        }
        out << shown;
    };
    std::size_t states_from = 0;
    while (named[states_from].first != name(Posture{})) ++states_from;
    out << "A game of " << setup.states << (setup.states == 1 ? " state" : " states") << " between " << setup.powers
        << (setup.powers == 1 ? " great power" : " great powers") << ", seed " << setup.seed << ". " << invented
        << "\n\nModes predicted for the relations of each state with the powers and the community of states, in %\n\n";
    table(0, states_from, setup.states * (setup.powers + 1));
    out << "\nPostures of the states, in %\n\n";
    table(states_from, named.size(), setup.states);
    out << "\nactivist: towards the community of states only   mixed: several modes hold   open: undecided, none holds\n"
           "and some may   none: none may hold   disputed: open because what is told conflicts   switches: other\n"
           "modes hold than the year before   accepted: offers taken up   posture_open: undecided   posture_none: takes\n"
           "no help, or that of one side without being in danger\n";
}

void print_csv(std::ostream& out, const Setup& setup) {
    const std::vector<Tally> years = history(setup);
    std::vector<std::string> header{"year", "states", "relations"};
    for (const auto& [name, number] : counts({})) header.push_back(name);
    write_csv_row(out, header);
    for (std::size_t i = 0; i < years.size(); ++i) {
        std::vector<std::string> row{std::to_string(i + 1), std::to_string(setup.states),
                                     std::to_string(setup.states * (setup.powers + 1))};
        for (const auto& [name, number] : counts(years[i])) row.push_back(std::to_string(number));
        write_csv_row(out, row);
    }
}

/// What was asked for, as the first members of an object.
void write_setup(JsonWriter& json, const Setup& setup) {
    json.key("note").value(invented);
    json.key("seed").value(setup.seed);
    json.key("states").value(std::uint64_t{setup.states});
    json.key("powers").value(std::uint64_t{setup.powers});
}

void print_json(std::ostream& out, const Setup& setup) {
    const std::vector<Tally> years = history(setup);
    JsonWriter json(out);
    const auto object = json.object();
    write_setup(json, setup);
    json.key("relations").value(std::uint64_t{setup.states * (setup.powers + 1)});
    json.key("years");
    const auto list = json.array();
    for (std::size_t i = 0; i < years.size(); ++i) {
        const auto year = json.object();
        json.key("year").value(std::uint64_t{i + 1});
        for (const auto& [name, number] : counts(years[i])) json.key(name).value(std::uint64_t{number});
    }
}

// ---- one state's history --------------------------------------------------------------------------------------------

/// "R ~G V? A!": holds, fails, unknown, contested; in the letters of the field's notation.
template <Named E>
std::string told_text(Facts<E> facts) {
    constexpr auto spellings = names_of(E{});
    std::string text;
    for (const E feature : all<E>()) {
        const Truth truth = facts[feature];
        if (!text.empty()) text += ' ';
        if (truth == Truth::fails) text += '~';
        text += spellings.entries[index(feature)].back();
        if (truth == Truth::unknown) text += '?';
        if (truth == Truth::contested) text += '!';
    }
    return text;
}

/// The answer to the offer of a partner, with its reasons.
auto answered(const Setup& setup, const Relation& relation, std::size_t partner) {
    return acceptance(relation.told, relation.mode, partner == setup.powers ? stage : help, relation.politics);
}

/// Calls `visit(year from 1, state)` for each year of one state, which counts from 0.
template <class Visit>
void follow(const Setup& setup, std::size_t wanted, Visit&& visit) {
    World world(setup);
    for (std::size_t year = 1; year <= setup.years; ++year) {
        world.year([&](std::size_t number, const State& state) {
            if (number == wanted) visit(year, state);
        });
    }
}

void trace_table(std::ostream& out, const Setup& setup, std::size_t wanted) {
    Table relations({"year", "partner", "told", "mode", "hangs on", "points", "offer", "reasons"});
    Table postures_table({"year", "endangered by", "danger", "takes from it", "from others", "posture"});
    follow(setup, wanted, [&](std::size_t year, const State& state) {
        for (std::size_t p = 0; p <= setup.powers; ++p) {
            const Relation& relation = state.relations[p];
            const auto answer = answered(setup, relation, p);
            relations.add({std::to_string(year), partner_name(setup, p), told_text(relation.told),
                           verdict_text(relation.mode), joined(open_on(relation)), points_text(answer.points()),
                           answer.accepted() ? "accepted" : "refused", reasons_text(answer, 4)});
        }
        postures_table.add(
            {std::to_string(year), partner_name(setup, state.threat), std::string(name(state.signs[Sign::danger])),
             state.signs[Sign::leans_on_it] == Truth::holds ? "yes" : "no",
             state.signs[Sign::leans_elsewhere] == Truth::holds ? "yes" : "no", verdict_text(state.posture)});
    });
    out << "State " << wanted + 1 << " of " << setup.states << ", seed " << setup.seed << ". " << invented << "\n\n"
        << relations << '\n'
        << postures_table << "\ntold: R holds, ~R fails, R? unknown, R! the observers contradict each other\n     ";
    for (const Condition condition : all<Condition>()) {
        out << ' ' << names_of(Condition{}).entries[index(condition)].back() << ' ' << name(condition);
    }
    out << "\nreasons: the four weightiest; --format csv has all of them, and the numbers behind what is told\n";
}

void trace_csv(std::ostream& out, const Setup& setup, std::size_t wanted) {
    std::vector<std::string> header{"year", "state", "partner"};
    for (const Condition condition : all<Condition>()) {
        header.push_back("real_" + std::string(name(condition)));
        header.push_back("told_" + std::string(name(condition)));
    }
    for (const char* column : {"holding", "possible", "hangs_on", "points", "accepted", "reasons", "threat", "danger",
                               "posture_holding", "posture_possible"}) {
        header.emplace_back(column);
    }
    write_csv_row(out, header);
    follow(setup, wanted, [&](std::size_t year, const State& state) {
        for (std::size_t p = 0; p <= setup.powers; ++p) {
            const Relation& relation = state.relations[p];
            const auto answer = answered(setup, relation, p);
            std::vector<std::string> row{std::to_string(year), std::to_string(wanted + 1), partner_name(setup, p)};
            for (const Condition condition : all<Condition>()) {
                const int number = relation.real[index(condition)];
                row.push_back(number == no_number ? "" : std::to_string(number));
                row.emplace_back(name(relation.told[condition]));
            }
            row.insert(row.end(), {joined(relation.mode.holding, " ", ""), joined(relation.mode.possible, " ", ""),
                                   joined(open_on(relation), " ", ""), std::to_string(answer.points()),
                                   answer.accepted() ? "yes" : "no", reasons_text(answer),
                                   partner_name(setup, state.threat), std::string(name(state.signs[Sign::danger])),
                                   joined(state.posture.holding, " ", ""), joined(state.posture.possible, " ", "")});
            write_csv_row(out, row);
        }
    });
}

void trace_json(std::ostream& out, const Setup& setup, std::size_t wanted) {
    JsonWriter json(out);
    const auto whole = [&json](std::int64_t number) { json.value(*Decimal::of(number, 0)); };
    const auto object = json.object();
    write_setup(json, setup);
    json.key("state").value(std::uint64_t{wanted + 1});
    json.key("years");
    const auto list = json.array();
    follow(setup, wanted, [&](std::size_t number, const State& state) {
        const auto year = json.object();
        json.key("year").value(std::uint64_t{number});
        json.key("threat").value(partner_name(setup, state.threat));
        json.key("danger").value(name(state.signs[Sign::danger]));
        write_names(json.key("posture_holding"), state.posture.holding);
        write_names(json.key("posture_possible"), state.posture.possible);
        json.key("partners");
        const auto partners = json.array();
        for (std::size_t p = 0; p <= setup.powers; ++p) {
            const Relation& relation = state.relations[p];
            const auto answer = answered(setup, relation, p);
            const auto one = json.object();
            json.key("partner").value(partner_name(setup, p));
            for (const Condition condition : all<Condition>()) {
                json.key("told_" + std::string(name(condition))).value(name(relation.told[condition]));
            }
            write_names(json.key("holding"), relation.mode.holding);
            write_names(json.key("possible"), relation.mode.possible);
            write_names(json.key("hangs_on"), open_on(relation));
            whole((json.key("points"), answer.points()));
            json.key("accepted").value(answer.accepted());
            json.key("reasons");
            const auto reasons = json.array();
            for (const auto& reason : answer.reasons()) {
                const auto entry = json.object();
                json.key("code").value(std::uint64_t{reason.code()});
                whole((json.key("points"), reason.points));
                json.key("text").value(reason_text(reason));
                json.key("decides").value(answer.hangs_on(reason));
            }
        }
    });
}

// ---- the command line -----------------------------------------------------------------------------------------------

/// The whole number of an option. Throws WrongArguments.
std::uint64_t whole_number(const support::Arguments& arguments, std::string_view option, std::uint64_t least,
                           std::uint64_t most) {
    const std::string text = arguments.value(option);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || end != text.data() + text.size() || error != std::errc{} || number < least || number > most) {
        throw support::WrongArguments{"no value for " + std::string(option) + ": '" + text +
                                      "'\nvalid: a whole number from " + std::to_string(least) + " to " +
                                      std::to_string(most)};
    }
    return number;
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    Setup setup;
    setup.states = static_cast<std::size_t>(whole_number(arguments, "--states", 1, 5000));
    setup.powers = static_cast<std::size_t>(whole_number(arguments, "--powers", 1, 8));
    setup.years = static_cast<std::size_t>(whole_number(arguments, "--years", 1, 500));
    setup.seed = whole_number(arguments, "--seed", 0, ~std::uint64_t{0});
    const std::string format = arguments.value("--format");
    if (arguments.has("--trace")) {
        const std::size_t wanted = static_cast<std::size_t>(whole_number(arguments, "--trace", 1, setup.states)) - 1;
        if (format == "csv") return trace_csv(out, setup, wanted);
        if (format == "json") return trace_json(out, setup, wanted);
        return trace_table(out, setup, wanted);
    }
    if (format == "csv") return print_csv(out, setup);
    if (format == "json") return print_json(out, setup);
    print_table(out, setup, arguments.value("--by") == "year" ? 1 : 10);
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv,
        "hedging_game: small states between great powers, year by year; invented, no model of any real state",
        {{"--states", "NUMBER", "how many small states, 1 to 5000", "200", {}},
         {"--powers", "NUMBER", "how many great powers, 1 to 8", "3", {}},
         {"--years", "NUMBER", "how many years, 1 to 500", "50", {}},
         {"--seed", "NUMBER", "the same seed gives the same world everywhere", "1", {}},
         {"--by", "SPAN", "rows of the table; CSV and JSON always have every year", "decade", {"decade", "year"}},
         {"--trace", "STATE", "the history of one state, by number from 1, with reasons", "", {}},
         {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}},
        answer);
}
