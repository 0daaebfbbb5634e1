// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The main job: how dependent Tajikistan is on each partner in each issue area, with the mode of the relationship and
/// the claims behind every level; at one time, over time, as each author alone has it, and against another date.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/asymmetry.hpp>
#include <trimode/inference/cut_off_ranges.hpp>
#include <trimode/inference/dependency_change.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/level_listings.hpp"
#include "support/levels.hpp"
#include "support/listing.hpp"
#include "support/matrix.hpp"
#include "support/scale.hpp"

namespace {

using namespace trimode;
using support::LevelQuestion;
using support::Matrix;
using support::MatrixEntry;

// ---- the claims behind a level --------------------------------------------------------------------------------------

/// What an entry of a matrix is about.
struct Asked {
    PartnerIndex partner;
    Period time;
};
Asked asked(const LevelQuestion& question, const MatrixEntry& entry) {
    return {*find_partner(question.data.partners, entry.partner), *parse_period(entry.date)};
}

template <class Visit>
void for_each_claim(const LevelQuestion& question, const MatrixEntry& entry, Visit&& visit) {
    const Asked about = asked(question, entry);
    for_each_dependency_telling(question.data, about.partner, entry.area, about.time, entry.route, question.admission,
                                visit, question.scale());
}

/// The claims behind the lower and the upper end of the levels.
std::map<const Claim*, BoundTelling> bounds(const LevelQuestion& question, const MatrixEntry& entry) {
    std::map<const Claim*, BoundTelling> found;
    const Asked about = asked(question, entry);
    for_each_bound_telling(
        question.data, about.partner, entry.area, about.time, entry.route, question.admission,
        [&](const BoundTelling& one) { found[one.claim] = one; }, question.scale());
    return found;
}

/// Over which values of each single cut-off the levels stay; empty where there is nothing to move.
std::optional<std::array<CutOffValues, numbered_cuts.size()>> ranges(const LevelQuestion& question,
                                                                     const MatrixEntry& entry) {
    if (entry.route != Route::measured || !entry.found.told || entry.area == IssueArea::security) return std::nullopt;
    const Asked about = asked(question, entry);
    return cut_off_ranges(question.data, about.partner, entry.area, about.time, question.admission, question.scale());
}

// ---- tables ---------------------------------------------------------------------------------------------------------

/// What goes with a claim that tells something: how far it is inferred, and whose voice it is.
template <class Telling>
std::vector<std::string> marks(const Telling& telling) {
    std::vector<std::string> all;
    if (telling.ground != Ground::stated) all.push_back("inferred: " + std::string(name(telling.ground)));
    if (telling.by_membership) all.emplace_back("by membership");
    if (telling.claim->voice != Voice::author) all.push_back("voice: " + std::string(name(telling.claim->voice)));
    return all;
}
/// The same of a level: also whether a figure is carried, and which end of the levels the claim is behind.
std::vector<std::string> marks(const DependencyTelling& telling, const BoundTelling& bound) {
    std::vector<std::string> all = marks(telling);
    if (telling.carried) all.emplace_back("carried from an earlier year");
    if (bound.lower && bound.upper) {
        all.emplace_back("behind both ends");
    } else if (bound.lower || bound.upper) {
        all.emplace_back(bound.lower ? "behind the lower end" : "behind the upper end");
    }
    return all;
}

/// A claim and what it tells. `why`: also where it stands, and its figures.
void print_claim(const LevelQuestion& question, const Claim& claim, const std::string& tells,
                 const std::vector<std::string>& marks, bool why, std::ostream& out) {
    out << "  " << claim.id << "  " << tells << (marks.empty() ? "" : " (" + support::join(marks, ", ") + ")") << ": "
        << claim.statement << '\n';
    if (!why) return;
    out << "            " << cite(question.data, claim) << "; told of " << edtf(claim.period).view() << '\n';
    for (const auto& figure : claim.figures) {
        if (figure.measure.empty()) continue;
        out << "            " << quantity_text(figure.quantity) << ": " << figure.measure << '\n';
    }
}

void print_ranges(const LevelQuestion& question, const MatrixEntry& entry, std::ostream& out) {
    const auto found = ranges(question, entry);
    if (!found) return;
    out << "  these levels stay, in percent, for\n";
    for (const CutOffValues& one : *found) {
        out << "            " << name(one.cut) << " = " << text(one.value).view() << ": ";
        if (one.above) out << "above " << text(*one.above).view() << " (else " << level_text(one.below) << ")";
        if (one.above && one.up_to) out << ", ";
        if (one.up_to) out << "up to " << text(*one.up_to).view() << " (else " << level_text(one.beyond) << ")";
        out << (one.above || one.up_to ? "\n" : "any value\n");
    }
}

/// What tells the levels of one entry. `why`: also where it stands, what it is behind, and the ranges of cut-offs.
void print_claims(const LevelQuestion& question, const MatrixEntry& entry, bool dated, bool why, std::ostream& out) {
    out << entry.partner << ", " << name(entry.area) << ", " << name(entry.route) << (dated ? ", " + entry.date : "")
        << ": " << level_text(entry.found.levels) << (entry.found.contested ? ", contested" : "") << '\n';
    const auto behind = why ? bounds(question, entry) : std::map<const Claim*, BoundTelling>{};
    for_each_claim(question, entry, [&](const DependencyTelling& telling) {
        const auto bound = behind.find(telling.claim);
        print_claim(question, *telling.claim, level_text(telling.levels),
                    marks(telling, bound == behind.end() ? BoundTelling{} : bound->second), why, out);
    });
    if (why) print_ranges(question, entry, out);
}

void print_cut_offs(const LevelQuestion& question, std::ostream& out) {
    out << "\nCut-offs of the scale, in percent\n\n";
    for (const auto area : question.areas) {
        const auto cuts = question.scale().find(area);
        if (!cuts || area == IssueArea::security) continue;
        const auto marked = [&](Cut cut) {
            return std::string(text(cuts->at(cut)).view()) + " [" + std::string(name(cuts->mark(cut))) + "]";
        };
        const auto of = [](std::string_view what) { return what.empty() ? "" : " (" + std::string(what) + ")"; };
        out << name(area) << ": exposure" << of(cuts->exposure) << " " << marked(Cut::e1) << " / " << marked(Cut::e2)
            << ", share" << of(cuts->share) << " " << marked(Cut::s1) << " / " << marked(Cut::s2) << " / "
            << marked(Cut::s3) << ": " << cuts->anchor << '\n';
    }
    out << "read: read in the source itself; literature: cited, page not checked; own: our own convention, or one's "
           "own\n";
}

/// What tells the levels of these cells, each entry once.
void print_evidence(const LevelQuestion& question, const std::vector<std::vector<MatrixEntry>>& cells, bool dated,
                    bool why, std::ostream& out) {
    std::set<std::tuple<std::string, IssueArea, std::string, Route>> printed;
    for (const auto& cell : cells) {
        for (const MatrixEntry& entry : cell) {
            if (!entry.found.told) continue;
            if (!printed.emplace(entry.partner, entry.area, entry.date, entry.route).second) continue;
            print_claims(question, entry, dated, why, out);
        }
    }
    if (printed.empty()) {
        out << "Nothing is told of this" << (dated ? "" : " in " + question.date()) << ": every level is possible.\n";
    }
    if (why) print_cut_offs(question, out);
}

/// Beside the levels, of the one partner that is asked about: whether it could be replaced, whether it needs the state
/// in return, and when either side used that. It may be told of areas of which no level is.
void print_vulnerability(const LevelQuestion& question, bool why, std::ostream& out) {
    const auto areas = question.areas.size() == 1 ? Set<IssueArea>{question.areas.front()} : all<IssueArea>();
    const PartnerIndex partner = question.partners.front();
    out << "\nVulnerability and reverse need: beside the levels, never part of them\n\n";
    bool any = false;
    for (const auto area : areas) {
        bool headed = false;
        const auto head = [&] {
            if (headed) return;
            headed = any = true;
            const support::Need need = question.need(partner, area, question.at);
            out << question.data.partner(partner).id << ", " << name(area) << ": no substitute "
                << name(need.no_substitute) << ", needed by the partner " << name(need.needed_by_partner) << '\n';
        };
        const auto print = [&](const auto& telling, std::string_view what, Truth truth) {
            head();
            print_claim(question, *telling.claim, words(what) + " " + std::string(name(truth)), marks(telling), why,
                        out);
        };
        for_each_substitute_telling(
            question.data, partner, area, question.at, question.admission,
            [&](const auto& telling) { print(telling, "no_substitute", opposite(telling.truth)); });
        for (const Leverage leverage : all<Leverage>()) {
            for_each_leverage_telling(question.data, partner, area, leverage, question.at, question.admission,
                                      [&](const auto& telling) { print(telling, name(leverage), telling.truth); });
        }
    }
    if (!any) out << "Nothing is told of this: both are unknown.\n";
}

constexpr std::string_view legend =
    "levels      none < low < medium < high < critical; a range or list: all that the claims leave possible\n"
    "high        judged by an author      [high]  measured: figures and the scale, ties and their points\n"
    "any         told, but no level is ruled out      ?  nothing told      !  judgements conflict\n"
    "~           rests on inference: --strict answers otherwise\n";
constexpr std::string_view legend_of_modes =
    "modes       sole: holds alone; leading: holds, others are open; mixed: several hold; open: none holds yet, some\n"
    "            may (those with ?); insufficient: nothing told; none: none may hold. More: the program modes\n";

void print_table(const LevelQuestion& question, const Matrix& matrix, bool over_time, bool why, std::ostream& out) {
    out << matrix.title << "\n\n"
        << support::table(matrix) << '\n'
        << support::cell_count(matrix, question.routes) << "\n\n"
        << legend << (matrix.further.empty() ? "" : legend_of_modes);
    if (over_time && !why) {
        out << "\n--why adds the claims behind each cell.\n";
        return;
    }
    out << '\n' << (why ? "" : "Evidence (--why adds document, section, block and figures)\n\n");
    print_evidence(question, matrix.cells, over_time, why, out);
    if (question.partners.size() == 1 && !over_time) print_vulnerability(question, why, out);
}

// ---- CSV and JSON ---------------------------------------------------------------------------------------------------

void print_csv(const LevelQuestion& question, const Matrix& matrix, std::ostream& out) {
    write_csv(out, matrix, {"claims", "inferred", "no_substitute", "needed_by_partner"},
              [&](const MatrixEntry& entry) -> std::vector<std::string> {
                  std::vector<std::string> claims;
                  for_each_claim(question, entry,
                                 [&](const DependencyTelling& telling) { claims.emplace_back(telling.claim->id); });
                  const Asked about = asked(question, entry);
                  const support::Need need = question.need(about.partner, entry.area, about.time);
                  return {support::join(claims), entry.inferred ? "true" : "false",
                          std::string(name(need.no_substitute)), std::string(name(need.needed_by_partner))};
              });
}

void write_claim(const LevelQuestion& question, const DependencyTelling& telling, JsonWriter& json) {
    const Claim& claim = *telling.claim;
    json.key("id").value(claim.id);
    json.key("source").value(question.data.source(claim).id);
    json.key("section").value(section(question.data, claim));
    json.key("block").value(std::uint64_t{claim.block()});
    if (claim.note != 0) json.key("note").value(std::uint64_t{claim.note});
    json.key("voice").value(name(claim.voice));
    json.key("period").value(edtf(claim.period).view());
    json.key("ground").value(name(telling.ground));
    json.key("carried").value(telling.carried);
    json.key("by_membership").value(telling.by_membership);
    write_names(json.key("levels"), telling.levels);
    json.key("statement").value(claim.statement);
}

/// Over which values the levels stay: above the one, up to the other; null where there is no such end.
void write_ranges(const LevelQuestion& question, const MatrixEntry& entry, JsonWriter& json) {
    json.key("cut_offs");
    const auto list = json.array();
    const auto found = ranges(question, entry);
    if (!found) return;
    const auto put = [&](std::string_view key, const std::optional<Decimal>& value) {
        json.key(key);
        value ? json.value(*value) : json.null();
    };
    for (const CutOffValues& one : *found) {
        const auto object = json.object();
        json.key("cut").value(name(one.cut));
        json.key("value").value(one.value);
        json.key("mark").value(name(one.mark));
        put("above", one.above);
        put("up_to", one.up_to);
        write_names(json.key("below"), one.below);
        write_names(json.key("beyond"), one.beyond);
    }
}

void print_json(const LevelQuestion& question, const Matrix& matrix, bool why, std::ostream& out) {
    write_json(out, matrix, [&](JsonWriter& json, const MatrixEntry& entry) {
        const Asked about = asked(question, entry);
        const support::Need need = question.need(about.partner, entry.area, about.time);
        json.key("inferred").value(entry.inferred);
        json.key("no_substitute").value(name(need.no_substitute));
        json.key("needed_by_partner").value(name(need.needed_by_partner));
        {
            const auto behind = why ? bounds(question, entry) : std::map<const Claim*, BoundTelling>{};
            json.key("claims");
            const auto claims = json.array();
            for_each_claim(question, entry, [&](const DependencyTelling& telling) {
                const auto object = json.object();
                write_claim(question, telling, json);
                if (!why) return;
                const auto bound = behind.find(telling.claim);
                json.key("behind_lower").value(bound != behind.end() && bound->second.lower);
                json.key("behind_upper").value(bound != behind.end() && bound->second.upper);
            });
        }
        if (why) write_ranges(question, entry, json);
    });
}

// ---- the command line -----------------------------------------------------------------------------------------------

/// The days from --from to --to; the sources' time where one is not given. Throws WrongArguments.
Days days_asked(const Dataset& data, const support::Arguments& arguments) {
    Days days = asked_days(data, data.time);
    if (arguments.has("--from"))
        days.first = asked_days(data, support::parse_time(data, arguments.value("--from"))).first;
    if (arguments.has("--to")) days.last = asked_days(data, support::parse_time(data, arguments.value("--to"))).last;
    if (days.empty()) throw support::WrongArguments{"--to ends before --from begins"};
    return days;
}

/// Throws WrongArguments where options are given that ask for different things.
void reject_contradictions(const support::Arguments& arguments) {
    const auto given = [&](const std::vector<std::string>& options) {
        std::vector<std::string> found;
        for (const auto& option : options) {
            if (arguments.has(option)) found.push_back(option);
        }
        return found;
    };
    const bool over_time = !given({"--from", "--to", "--rows"}).empty();
    auto views = given({"--compare", "--as-told-by", "--replacements", "--aggregate"});
    const bool listed = !views.empty();
    if (over_time) views.emplace_back("--from and --to");
    if (views.size() > 1) throw support::WrongArguments{"one thing at a time, not " + support::join(views, " with ")};
    if (over_time && arguments.has("--at")) {
        throw support::WrongArguments{"--at asks for one time, --from and --to for several; give one or the other"};
    }
    if (over_time && !arguments.has("--partner") && !arguments.has("--area")) {
        throw support::WrongArguments{"--from and --to ask of one partner or one issue area: give --partner or --area"};
    }
    if (arguments.has("--aggregate") && arguments.has("--area")) {
        throw support::WrongArguments{"--aggregate is over all issue areas: leave out --area"};
    }
    if (listed && arguments.value("--format") == "svg") {
        throw support::WrongArguments{"there is no picture of " + views.front() + "\nvalid: table, csv, json"};
    }
}

LevelQuestion question_asked(const Dataset& data, const support::Arguments& arguments) {
    LevelQuestion question{data};
    question.at = support::parse_time(data, arguments.value("--at"));
    question.admission = support::parse_admission(data, arguments);
    for (const auto& id : support::partners_asked(arguments)) {
        question.partners.push_back(support::parse_partner(data, id));
    }
    question.areas = support::areas_told(data);
    if (arguments.has("--area")) {
        question.areas = {support::parse<IssueArea>("issue area", arguments.value("--area"))};
    }
    const std::string route = arguments.value("--route");
    for (const Route one : all<Route>()) {
        if (route == "both" || route == name(one)) question.routes.push_back(one);
    }
    question.carry = support::carry_asked(arguments);
    // The level of a guarantee follows from ties.
    question.cut_offs = support::cut_offs_asked(arguments, [](IssueArea area) { return area != IssueArea::security; });
    return question;
}

/// The list that the command line asks for, if it asks for one.
std::optional<support::Listing> listing_asked(const LevelQuestion& question, const support::Arguments& arguments) {
    if (arguments.has("--compare")) {
        return support::compared(question, support::parse_time(question.data, arguments.value("--compare")));
    }
    if (arguments.has("--as-told-by")) return support::as_told_by(question);
    if (arguments.has("--replacements")) return support::replacements(question);
    if (arguments.has("--aggregate")) return support::aggregated(question);
    return std::nullopt;
}

void print_listing(const LevelQuestion& question, const support::Listing& listing, const std::string& format, bool why,
                   std::ostream& out) {
    if (format == "csv") return support::print_csv(listing, out);
    if (format == "json") return support::print_json(listing, out);
    support::print_table(listing, out);
    if (!why) return;
    out << '\n';
    print_evidence(question, listing.evidence, true, why, out);
}

void print_matrix(const LevelQuestion& question, const support::Arguments& arguments, std::ostream& out) {
    const bool over_time = arguments.has("--from") || arguments.has("--to") || arguments.has("--rows");
    const bool why = arguments.has("--why");
    const std::string format = arguments.value("--format");
    const auto across = arguments.has("--partner") ? support::Across::areas : support::Across::partners;
    const auto rows = arguments.value("--rows") == "periods" ? support::Rows::periods : support::Rows::years;
    const Matrix matrix = over_time
                              ? support::matrix_over_time(question, days_asked(question.data, arguments), across, rows)
                              : support::matrix_at(question, question.at);
    if (format == "csv") return print_csv(question, matrix, out);
    if (format == "json") return print_json(question, matrix, why, out);
    if (format == "svg") return write_svg(out, heat_map(matrix, support::cell_count(matrix, question.routes) + "."));
    print_table(question, matrix, over_time, why, out);
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    reject_contradictions(arguments);
    const LevelQuestion question = question_asked(tajikistan, arguments);
    if (const auto listing = listing_asked(question, arguments)) {
        print_listing(question, *listing, arguments.value("--format"), arguments.has("--why"), out);
    } else {
        print_matrix(question, arguments, out);
    }
    if (!question.cut_offs.whole) throw support::WrongData{};
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv, "dependency_levels: how dependent Tajikistan is on its partners, by issue area, with the evidence",
        support::with_admission(
            {{"--partner", "ID", "one partner only, such as russia", "", {}},
             {"--area", "NAME", "one issue area only, such as migration", "", {}},
             {"--at", "DATE", "date or period (EDTF): 2015, 2022-06, 2010/2019", "2019", {}},
             {"--from", "DATE", "over time, of one partner or one issue area, from this date", "", {}},
             {"--to", "DATE", "the same, to this date; without it to the end of the sources' time", "", {}},
             {"--rows",
              "ROWS",
              "what a row is over time: a year, or a period in which no level changes",
              "years",
              {"years", "periods"}},
             {"--route",
              "ROUTE",
              "by figures, by the authors' words, or both beside each other",
              "both",
              {"measured", "judged", "both"}},
             {"--compare", "DATE", "how the levels move from --at to this date", "", {}},
             {"--as-told-by", "", "the levels if each author alone is believed", "", {}},
             {"--replacements", "", "who else is told to give in the same issue area", "", {}},
             {"--aggregate", "", "one level for all issue areas, where enough of them are known", "", {}},
             support::carry_option(),
             support::cut_offs_option(),
             {"--why", "", "show where each claim stands, which end it is behind, and the cut-offs", "", {}},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json", "svg"}}}),
        answer);
}
