// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The main job: how dependent Tajikistan is on each partner in each issue area, with the mode of the relationship and the
/// claims behind every level.

#include <ostream>
#include <string>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

namespace {

using namespace trimode;

/// What the command line asks for.
struct Question {
    const Dataset& data;
    std::vector<PartnerIndex> partners;
    std::vector<IssueArea> areas;
    std::vector<Route> routes;
    Period at;
    Admission admission;
    std::string date() const { return std::string(edtf(at).view()); }
};

/// The issue areas in which anything is told of any partner, at any time.
std::vector<IssueArea> areas_told(const Dataset& data) {
    Set<IssueArea> told;
    for (const auto& row : data.judgements) told.insert(row.area);
    for (const auto& row : data.measurements) told.insert(row.area);
    if (!data.obligations.empty()) told.insert(IssueArea::security);
    return {told.begin(), told.end()};
}

/// Whether a route can lead to a level in this area at all.
bool leads(Route route, IssueArea area) {
    return route == Route::judged || area == IssueArea::security || dependency_scale::find(area).has_value();
}

/// Calls the visitor for each cell and route, in the order of the table.
template <class Visit>
void for_each_cell(const Question& question, Visit&& visit) {
    for (const auto partner : question.partners) {
        for (const auto area : question.areas) {
            for (const auto route : question.routes) {
                if (!leads(route, area)) continue;
                visit(partner, area, route,
                      dependency(question.data, partner, area, question.at, route, question.admission));
            }
        }
    }
}

template <class Visit>
void for_each_claim(const Question& question, PartnerIndex partner, IssueArea area, Route route, Visit&& visit) {
    for_each_dependency_telling(question.data, partner, area, question.at, route, question.admission, visit);
}

std::string marks(const DependencyTelling& telling) {
    std::string text;
    if (telling.ground != Ground::stated) text += "inferred: " + std::string(name(telling.ground));
    if (telling.by_membership) text += std::string(text.empty() ? "" : ", ") + "by membership";
    if (telling.claim->voice != Voice::author) {
        text += (text.empty() ? "voice: " : ", voice: ") + std::string(name(telling.claim->voice));
    }
    return text.empty() ? "" : " (" + text + ")";
}

/// The same question with nothing inferred: what differs from it rests on inference and is marked "~".
Admission strict(Admission admission) {
    admission.strict = true;
    return admission;
}

/// "high", "medium-high", "[low-high]" when measured, "!" behind it when judgements conflict, "?" when nothing is told.
std::string cell(const Question& question, PartnerIndex partner, IssueArea area) {
    std::string text;
    for (const auto route : question.routes) {
        const auto found = dependency(question.data, partner, area, question.at, route, question.admission);
        if (!found.told) continue;
        const auto stated = dependency(question.data, partner, area, question.at, route, strict(question.admission));
        // Told, but so vaguely that every level is left: say so, it is not the same as not told.
        std::string levels = found.levels == all<Level>() ? "any" : level_text(found.levels);
        if (route == Route::measured) levels = "[" + levels + "]";
        if (found.contested) levels += "!";
        const bool same =
            stated.levels == found.levels && stated.told == found.told && stated.contested == found.contested;
        if (!same) levels += "~";
        text += (text.empty() ? "" : " ") + levels;
    }
    return text.empty() ? "?" : text;
}

void print_claims(const Question& question, std::ostream& out, bool details) {
    bool any = false;
    for_each_cell(question, [&](PartnerIndex partner, IssueArea area, Route route, const Dependency& found) {
        if (!found.told) return;
        any = true;
        out << question.data.partner(partner).id << ", " << name(area) << ", " << name(route) << ": "
            << level_text(found.levels) << (found.contested ? ", contested" : "") << '\n';
        for_each_claim(question, partner, area, route, [&](const DependencyTelling& telling) {
            const Claim& claim = *telling.claim;
            out << "  " << claim.id << "  " << level_text(telling.levels) << marks(telling) << ": " << claim.statement
                << '\n';
            if (!details) return;
            out << "            " << cite(question.data, claim) << "; told of " << edtf(claim.period).view() << '\n';
            for (const auto& figure : claim.figures) {
                if (figure.measure.empty()) continue;
                out << "            " << quantity_text(figure.quantity) << ": " << figure.measure << '\n';
            }
        });
    });
    if (!any) out << "Nothing is told of this in " << question.date() << ": every level is possible.\n";
}

void print_cut_offs(const Question& question, std::ostream& out) {
    for (const auto area : question.areas) {
        const auto cuts = dependency_scale::find(area);
        if (!cuts) continue;
        const auto marked = [&](Cut cut) {
            return std::string(text(cuts->at(cut)).view()) + " [" + std::string(name(cuts->mark(cut))) + "]";
        };
        out << name(area) << ": exposure (" << cuts->exposure << ") " << marked(Cut::e1) << " / " << marked(Cut::e2)
            << ", share (" << cuts->share << ") " << marked(Cut::s1) << " / " << marked(Cut::s2) << " / "
            << marked(Cut::s3) << " percent: " << cuts->anchor << '\n';
    }
}

void print_table(const Question& question, std::ostream& out, bool why) {
    out << "Tajikistan's dependency on its partners, " << question.date()
        << support::as_told_by(question.data, question.admission)
        << (question.admission.strict ? ", strict: nothing inferred" : "") << "\n\n";
    std::vector<std::string> header{"partner"};
    for (const auto area : question.areas) header.emplace_back(name(area));
    header.insert(header.end(), {"mode predicted", "mode observed"});
    Table table(header);
    for (const auto partner : question.partners) {
        std::vector<std::string> row{std::string(question.data.partner(partner).id)};
        for (const auto area : question.areas) row.push_back(cell(question, partner, area));
        row.push_back(verdict_text(
            classify_marked(question.data, partner, question.at, three_modes::predicted, question.admission)));
        row.push_back(
            verdict_text(classify_marked(question.data, partner, question.at, three_modes::observed, question.admission)));
        table.add(row);
    }
    out << table
        << "\nlevels      none < low < medium < high < critical; a range or list: all that the claims leave possible\n"
           "high        judged by an author      [high]  measured: figures and the scale, ties and their points\n"
           "any         told, but no level is ruled out      ?  nothing told      !  judgements conflict\n"
           "~           rests on inference: --strict answers otherwise\n"
           "modes       sole: holds alone; leading: holds, others are open; mixed: several hold; open: none holds yet, some\n"
           "            may (those with ?); insufficient: nothing told; none: none may hold. More: the program modes\n\n"
        << (why ? "" : "Evidence (--why adds document, section, block and figures)\n\n");
    print_claims(question, out, why);
    if (why) {
        out << "\nCut-offs of the scale\n\n";
        print_cut_offs(question, out);
    }
}

void print_csv(const Question& question, std::ostream& out) {
    write_csv_row(out, {"partner", "issue_area", "date", "route", "told", "levels", "contested", "claims"});
    for_each_cell(question, [&](PartnerIndex partner, IssueArea area, Route route, const Dependency& found) {
        std::string claims;
        for_each_claim(question, partner, area, route, [&](const DependencyTelling& telling) {
            claims += (claims.empty() ? "" : " ") + std::string(telling.claim->id);
        });
        write_csv_row(out, {std::string(question.data.partner(partner).id), std::string(name(area)), question.date(),
                            std::string(name(route)), found.told ? "true" : "false", joined(found.levels, " "),
                            found.contested ? "true" : "false", claims});
    });
}

void print_json(const Question& question, std::ostream& out) {
    JsonWriter json(out);
    const auto list = json.array();
    for_each_cell(question, [&](PartnerIndex partner, IssueArea area, Route route, const Dependency& found) {
        const auto object = json.object();
        json.key("partner").value(question.data.partner(partner).id);
        json.key("issue_area").value(name(area));
        json.key("date").value(question.date());
        json.key("route").value(name(route));
        json.key("told").value(found.told);
        json.key("contested").value(found.contested);
        write_names(json.key("levels"), found.levels);
        json.key("claims");
        const auto claims = json.array();
        for_each_claim(question, partner, area, route, [&](const DependencyTelling& telling) {
            const Claim& claim = *telling.claim;
            const auto entry = json.object();
            json.key("id").value(claim.id);
            json.key("source").value(question.data.source(claim).id);
            json.key("section").value(section(question.data, claim));
            json.key("block").value(std::uint64_t{claim.block()});
            if (claim.note != 0) json.key("note").value(std::uint64_t{claim.note});
            json.key("voice").value(name(claim.voice));
            json.key("period").value(edtf(claim.period).view());
            json.key("ground").value(name(telling.ground));
            json.key("by_membership").value(telling.by_membership);
            write_names(json.key("levels"), telling.levels);
            json.key("statement").value(claim.statement);
        });
    });
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    Question question{tajikistan, {}, {}, {}, support::parse_time(tajikistan, arguments.value("--at")),
                      support::parse_admission(tajikistan, arguments)};
    for (const auto& id : support::partners_asked(arguments)) {
        question.partners.push_back(support::parse_partner(tajikistan, id));
    }
    if (arguments.has("--area")) {
        question.areas.push_back(support::parse<IssueArea>("issue area", arguments.value("--area")));
    } else {
        question.areas = areas_told(tajikistan);
    }
    const std::string route = arguments.value("--route");
    for (const Route one : all<Route>()) {
        if (route == "both" || route == name(one)) question.routes.push_back(one);
    }
    const std::string format = arguments.value("--format");
    if (format == "csv") return print_csv(question, out);
    if (format == "json") return print_json(question, out);
    print_table(question, out, arguments.has("--why"));
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv,
        "dependency_levels: how dependent Tajikistan is on its partners, by issue area, with the evidence",
        support::with_admission({{"--partner", "ID", "one partner only, such as russia", "", {}},
         {"--area", "NAME", "one issue area only, such as migration", "", {}},
         {"--at", "DATE", "date or period (EDTF): 2015, 2022-06, 2010/2019", "2019", {}},
         {"--route", "ROUTE", "by figures, by the authors' words, or both beside each other", "both",
          {"measured", "judged", "both"}},
         {"--why", "", "show where each claim stands, and the cut-offs", "", {}},
         {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
