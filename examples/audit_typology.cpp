// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The audit of a typology: what its rules say that they need not, which combinations of its features they cover,
/// and which of these combinations any real case has. Of a theory of the papers, or of rules in a file, one a line:
///     recipient <= R*G*V
///     protector <= ~V*C*A + restricts

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <map>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/framework/four_stages_readings.hpp>
#include <trimode/framework/property_space.hpp>
#include <trimode/framework/three_modes_readings.hpp>
#include <trimode/inference/typology_audit.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"
#include "support/files.hpp"
#include "support/theories.hpp"
#include "support/words.hpp"

namespace {

using namespace trimode;
using support::join;
using support::write_words;

/// What corners have of cases.
enum class Fill : std::uint8_t { occupied, possible, empty };
consteval auto names_of(Fill) { return names<Fill>("occupied", "possible", "empty"); }

using Words = std::vector<std::string>;

// What an audit finds, in words, whatever the labels and features.

struct RuleFound {
    std::string label;
    std::string rule;
    std::string source;
    Words shortest;              ///< The shortest formulas that say the same, `most_forms` of them at the most.
    std::size_t more_forms = 0;  ///< How many there are besides.
};

struct FlawFoundInWords {
    std::string flaw;
    std::string label;
    std::string other;     ///< The other label, where there is one.
    std::size_t term = 0;  ///< Which term, from 1, where it is about one.
    std::string part;
    std::string text;
};

/// A real case: a partner in a year, or in the part of it that was asked about.
struct Case {
    std::string partner;
    std::string date;
    int year = 0;
    bool whole = true;  ///< It is all of that year.
    bool by_group =
        false;  ///< Of some feature nothing is told of the partner itself, only of a group to which it belongs.
};

struct CornerFound {
    Words holding;
    Words labels;
    Fill fill = Fill::empty;
    std::vector<std::size_t> cases{};     ///< Those that are known to fall there.
    std::vector<std::size_t> possible{};  ///< Those that may.
    std::optional<std::size_t> nearest{};
    Words differs{};  ///< What of the nearest case differs,
    Words open{};     ///< and what is open.
    std::size_t ties = 0;
};

struct Audit {
    std::string title;
    std::string when;
    std::size_t most_open = 0;
    std::string fingerprint;
    std::vector<RuleFound> rules{};
    std::vector<FlawFoundInWords> flaws{};
    Words features{};
    std::size_t none = 0;
    std::size_t one = 0;
    std::size_t several = 0;
    std::vector<CornerFound> corners{};
    std::vector<Case> cases{};
    std::size_t too_open = 0;  ///< Partners and years of which too little is told,
    std::size_t untold = 0;    ///< and nothing.
};

/// Which cases the command line asks for.
struct Asked {
    std::vector<PartnerIndex> partners;
    Period at;
    Admission admission;
    std::size_t most_open = 0;
};

// ---- the audit ------------------------------------------------------------------------------------------------------

/// The years of a period, the first and the last as far as they belong to it.
std::vector<Period> years_of(Days days) {
    std::vector<Period> years;
    while (!days.empty()) {
        const Date first = *Date::of_day(days.first);
        const Days whole = Date::of(first.year())->days();
        const Days part{days.first, whole.last < days.last ? whole.last : days.last};
        years.push_back(part == whole ? Period(*Date::of(first.year())) : Period(first, *Date::of_day(part.last)));
        days.first = part.last + 1;
    }
    return years;
}

template <Named E>
Words names_in(Set<E> set) {
    Words all;
    for (const E value : set) all.emplace_back(name(value));
    return all;
}

std::string number(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// How many of the shortest formulas of a rule are shown: there can be thousands.
constexpr std::size_t most_forms = 8;

/// A rule, with the shortest formulas that say what it says, in the field's notation.
template <Named Label, Named E>
RuleFound rule_found(const Typology<Label, E>& rules, Label label) {
    RuleFound found{
        std::string(name(label)), notation(rules.rule(label).written()), std::string(rules.source(label)), {}};
    for_each_shortest(rules.rule(label), [&](const Formula<E>& formula) {
        if (found.shortest.size() < most_forms) {
            found.shortest.push_back(notation(formula));
        } else {
            ++found.more_forms;
        }
    });
    return found;
}

/// "redundant literal geography in term 2, resources*geography"
template <Named Label, Named E>
std::string flaw_text(const Typology<Label, E>& rules, const FlawFound<Label>& found) {
    const std::string what = words(name(found.flaw));
    const auto& terms = rules.rule(found.label).written().terms();
    switch (found.flaw) {
        case Flaw::no_rule:
        case Flaw::never_holds:
        case Flaw::always_holds:
            break;
        case Flaw::contradictory_term:
        case Flaw::redundant_term:
            return what + " " + std::to_string(found.term + 1) + ", " + notation<E>(found.part);
        case Flaw::redundant_literal:
            return what + " " + notation<E>(found.part) + " in term " + std::to_string(found.term + 1) + ", " +
                   notation<E>(terms[found.term]);
        case Flaw::longer_than_needed: {
            const RuleFound rule = rule_found(rules, found.label);
            const std::size_t forms = rule.shortest.size() + rule.more_forms;
            return what + ", says the same as " + rule.shortest.front() +
                   (forms == 1 ? "" : " (one of " + std::to_string(forms) + ")");
        }
        case Flaw::implies_another:
        case Flaw::equals_another:
            return what + ", " + std::string(name(found.other));
        case Flaw::feature_without_effect:
            return what + ", " + notation<E>(found.part);
    }
    return what;
}

/// Whether some feature of the rules is told of a partner only because it is told of a group to which it belongs: then
/// the partner is no case of its own.
template <Named Label, Named E>
bool rests_on_a_group(const Dataset& data, PartnerIndex partner, const Period& at, const Typology<Label, E>& rules,
                      const Admission& admission) {
    for (const E feature : rules.features()) {
        bool group = false;
        bool own = false;
        for_each_telling(data, data.codings<E>(), partner, feature, asked_days(data, at), admission,
                         [&](const Telling<E>& telling) { (telling.by_membership ? group : own) = true; });
        if (group && !own) return true;
    }
    return false;
}

template <Named Label, Named E>
Audit audit_of(const Dataset& data, const std::string& title, const Typology<Label, E>& rules, const Asked& asked) {
    const auto space = PropertySpace<E>::of(rules);
    if (!space) throw support::WrongArguments{"too many features: " + message(space.error())};
    Audit audit{title,
                std::string(edtf(asked.at).view()) + support::as_told_by(data, asked.admission) +
                    (asked.admission.strict ? ", strict: nothing inferred" : ""),
                asked.most_open, std::string(hexadecimal(fingerprint(rules)).view())};
    for (const Label label : rules.labels()) audit.rules.push_back(rule_found(rules, label));
    for_each_flaw(rules, [&](const FlawFound<Label>& found) {
        const bool of_term = found.flaw == Flaw::contradictory_term || found.flaw == Flaw::redundant_term ||
                             found.flaw == Flaw::redundant_literal;
        audit.flaws.push_back({std::string(name(found.flaw)), std::string(name(found.label)),
                               found.other == found.label ? "" : std::string(name(found.other)),
                               of_term ? found.term + 1 : 0, found.part.size() == 0 ? "" : notation<E>(found.part),
                               flaw_text(rules, found)});
    });
    audit.features = names_in(space->features());
    const Coverage<Label> counted = coverage(rules, *space);
    audit.none = counted.none;
    audit.one = counted.one;
    audit.several = counted.several;

    std::vector<Facts<E>> told;
    for (const PartnerIndex partner : asked.partners) {
        for (const Period& year : years_of(asked_days(data, asked.at))) {
            if (!anything_told(data, partner, year, rules, asked.admission)) {
                ++audit.untold;
                continue;
            }
            const Facts<E> here = facts(data, data.codings<E>(), partner, asked_days(data, year), asked.admission);
            if (apart(*space, {}, here).open.size() > asked.most_open) {
                ++audit.too_open;
                continue;
            }
            told.push_back(here);
            const Date first = year.from.date;
            audit.cases.push_back({std::string(data.partner(partner).id), std::string(edtf(year).view()), first.year(),
                                   first.precision() == Precision::year,
                                   rests_on_a_group(data, partner, year, rules, asked.admission)});
        }
    }
    const std::span<const Facts<E>> cases(told);
    for_each_corner(rules, *space, [&](Set<E> corner, Set<Label> labels) {
        CornerFound found{names_in(corner), names_in(labels)};
        for (std::size_t i = 0; i < cases.size(); ++i) {
            const Apart<E> here = apart(*space, corner, cases[i]);
            if (here.may_fall()) (here.falls() ? found.cases : found.possible).push_back(i);
        }
        if (!found.possible.empty()) found.fill = Fill::possible;
        if (!found.cases.empty()) found.fill = Fill::occupied;
        if (const auto nearest = nearest_case(*space, corner, cases)) {
            found.nearest = nearest->place;
            found.differs = names_in(nearest->apart.differs);
            found.open = names_in(nearest->apart.open);
            found.ties = nearest->ties;
        }
        audit.corners.push_back(found);
    });
    return audit;
}

// ---- for people -----------------------------------------------------------------------------------------------------

/// Cases by partner, whole years in a row together: "russia 2010-2015, 2018, us* 2012"; `*`: by its group.
std::string cases_text(const Audit& audit, const std::vector<std::size_t>& places) {
    const auto at = [&](std::size_t i) -> const Case& { return audit.cases[places[i]]; };
    const auto partner = [&](std::size_t i) { return at(i).partner + (at(i).by_group ? "*" : ""); };
    const auto follows = [&](std::size_t i) {
        return partner(i) == partner(i - 1) && at(i - 1).whole && at(i).whole && at(i).year == at(i - 1).year + 1;
    };
    std::string text;
    for (std::size_t i = 0; i < places.size();) {
        std::size_t last = i;
        while (last + 1 < places.size() && follows(last + 1)) ++last;
        text +=
            (text.empty() ? "" : ", ") + (i > 0 && partner(i) == partner(i - 1) ? "" : partner(i) + " ") + at(i).date;
        if (last > i) text += "-" + at(last).date;
        i = last + 1;
    }
    return text;
}

/// How many cases rest on what is told of a group: of all, and of those that fall or may fall into a corner.
std::size_t by_group(const Audit& audit) {
    std::size_t counted = 0;
    for (const Case& one : audit.cases) counted += one.by_group ? 1U : 0U;
    return counted;
}
std::size_t by_group(const Audit& audit, const CornerFound& corner) {
    std::size_t counted = 0;
    for (const auto* places : {&corner.cases, &corner.possible}) {
        for (const std::size_t place : *places) counted += audit.cases[place].by_group ? 1U : 0U;
    }
    return counted;
}

std::string nearest_text(const Audit& audit, const CornerFound& corner) {
    if (!corner.nearest) return "-";
    std::string text = cases_text(audit, {*corner.nearest});
    if (!corner.differs.empty()) text += ": differs in " + join(corner.differs, ", ");
    if (!corner.open.empty()) text += "; open " + join(corner.open, ", ");
    if (corner.ties > 1) text += " (" + number(corner.ties - 1, "other", "others") + " as near)";
    return text;
}

void print_coverage(const Audit& audit, std::ostream& out) {
    struct Row {
        std::size_t corners = 0;
        std::size_t fills[count<Fill>]{};
    };
    std::map<std::pair<std::size_t, Words>, Row> rows;  // fewest labels first
    for (const CornerFound& corner : audit.corners) {
        Row& row = rows[{corner.labels.size(), corner.labels}];
        ++row.corners;
        ++row.fills[index(corner.fill)];
    }
    out << "Property space: " << number(audit.features.size(), "feature", "features")
        << (audit.features.empty() ? "" : " (" + join(audit.features, ", ") + ")") << ", "
        << number(audit.corners.size(), "corner", "corners") << ";\ncovered by no label " << audit.none << ", by one "
        << audit.one << ", by several " << audit.several << "\n\n";
    Table table({"covered by", "corners", "occupied", "possible", "empty"});
    for (const auto& [key, row] : rows) {
        table.add({join(key.second, " + ", "no label"), std::to_string(row.corners), std::to_string(row.fills[0]),
                   std::to_string(row.fills[1]), std::to_string(row.fills[2])});
    }
    out << table << "\noccupied: a case is known to fall there   possible: none is, but one may   empty: none may\n";
}

void print_table(const Audit& audit, Set<Fill> fills, std::ostream& out) {
    out << "Audit of a typology: " << audit.title << "\n\n";
    for (const RuleFound& rule : audit.rules) out << "  " << rule.label << " <= " << rule.rule << '\n';
    out << (audit.rules.empty() ? "" : "\n")
        << "What the rules say that they need not:" << (audit.flaws.empty() ? " nothing\n" : "\n");
    for (const FlawFoundInWords& flaw : audit.flaws) {
        const bool of_label = flaw.flaw != name(Flaw::feature_without_effect);
        out << "  " << (of_label ? flaw.label + ": " : "") << flaw.text << '\n';
    }
    out << '\n';
    print_coverage(audit, out);
    out << "\nCases: " << audit.cases.size() << " of a partner in a year, " << audit.when << ", with at most "
        << number(audit.most_open, "feature", "features") << " open (--open);\nmore are open of " << audit.too_open
        << " others, and of " << audit.untold << " nothing is told\n";
    if (by_group(audit) != 0) {
        out << "* " << number(by_group(audit), "case rests", "cases rest")
            << " on what is told of a group to which the partner belongs:\n  of the same year the members and the "
               "group "
               "are not cases of their own\n";
    }
    Table table({"holding (all others fail)", "covered by", "fill", "cases; of an empty corner, the nearest"});
    std::size_t shown = 0;
    for (const CornerFound& corner : audit.corners) {
        if (!fills.contains(corner.fill)) continue;
        ++shown;
        const std::string cases =
            corner.fill == Fill::empty
                ? nearest_text(audit, corner)
                : cases_text(audit, corner.fill == Fill::occupied ? corner.cases : corner.possible);
        table.add({join(corner.holding, ", ", "nothing"), join(corner.labels, " + ", "no label"),
                   std::string(name(corner.fill)), cases});
    }
    if (shown != 0) out << '\n' << table;
    if (!fills.contains(Fill::empty))
        out << "\n--list empty shows the other corners, each with the case that comes nearest\n";
}

// ---- for machines ---------------------------------------------------------------------------------------------------

void print_csv(const Audit& audit, Set<Fill> fills, std::ostream& out) {
    Words header = audit.features;
    for (const char* column : {"labels", "fill", "cases", "possible", "by_group", "nearest_partner", "nearest_date",
                               "differs", "open", "ties"}) {
        header.emplace_back(column);
    }
    write_csv_row(out, header);
    for (const CornerFound& corner : audit.corners) {
        if (!fills.contains(corner.fill)) continue;
        Words row;
        for (const auto& feature : audit.features) {
            bool holds = false;
            for (const auto& holding : corner.holding) holds = holds || holding == feature;
            row.emplace_back(holds ? "true" : "false");
        }
        row.push_back(join(corner.labels, " "));
        row.emplace_back(name(corner.fill));
        row.push_back(std::to_string(corner.cases.size()));
        row.push_back(std::to_string(corner.possible.size()));
        row.push_back(std::to_string(by_group(audit, corner)));
        if (corner.nearest) {
            row.push_back(audit.cases[*corner.nearest].partner);
            row.push_back(audit.cases[*corner.nearest].date);
            row.push_back(join(corner.differs, " "));
            row.push_back(join(corner.open, " "));
            row.push_back(std::to_string(corner.ties));
        }
        row.resize(header.size());
        write_csv_row(out, row);
    }
}

void write_corner(JsonWriter& json, const Audit& audit, const CornerFound& corner) {
    const auto object = json.object();
    write_words(json, "holding", corner.holding);
    write_words(json, "labels", corner.labels);
    json.key("fill").value(name(corner.fill));
    json.key("cases").value(std::uint64_t{corner.cases.size()});
    json.key("possible").value(std::uint64_t{corner.possible.size()});
    json.key("by_group").value(std::uint64_t{by_group(audit, corner)});
    if (!corner.nearest) return;
    json.key("nearest");
    const auto nearest = json.object();
    json.key("partner").value(audit.cases[*corner.nearest].partner);
    json.key("date").value(audit.cases[*corner.nearest].date);
    write_words(json, "differs", corner.differs);
    write_words(json, "open", corner.open);
    json.key("ties").value(std::uint64_t{corner.ties});
}

void print_json(const Audit& audit, Set<Fill> fills, std::ostream& out) {
    JsonWriter json(out);
    const auto object = json.object();
    json.key("title").value(audit.title);
    json.key("fingerprint").value(audit.fingerprint);
    {
        json.key("rules");
        const auto list = json.array();
        for (const RuleFound& rule : audit.rules) {
            const auto one = json.object();
            json.key("label").value(rule.label);
            json.key("rule").value(rule.rule);
            json.key("source").value(rule.source);
            write_words(json, "shortest", rule.shortest);
            if (rule.more_forms != 0) json.key("more_shortest").value(std::uint64_t{rule.more_forms});
        }
    }
    {
        json.key("flaws");
        const auto list = json.array();
        for (const FlawFoundInWords& flaw : audit.flaws) {
            const auto one = json.object();
            json.key("flaw").value(flaw.flaw);
            json.key("label").value(flaw.label);
            if (!flaw.other.empty()) json.key("other").value(flaw.other);
            if (flaw.term != 0) json.key("term").value(std::uint64_t{flaw.term});
            if (!flaw.part.empty()) json.key("part").value(flaw.part);
            json.key("text").value(flaw.text);
        }
    }
    write_words(json, "features", audit.features);
    const auto count_of = [&](Fill fill) {
        std::uint64_t sum = 0;
        for (const CornerFound& corner : audit.corners) sum += corner.fill == fill ? 1U : 0U;
        return sum;
    };
    {
        json.key("counts");
        const auto counts = json.object();
        json.key("corners").value(std::uint64_t{audit.corners.size()});
        json.key("covered_by_none").value(std::uint64_t{audit.none});
        json.key("covered_by_one").value(std::uint64_t{audit.one});
        json.key("covered_by_several").value(std::uint64_t{audit.several});
        for (const Fill fill : all<Fill>()) json.key(name(fill)).value(count_of(fill));
        json.key("cases").value(std::uint64_t{audit.cases.size()});
        json.key("by_group").value(std::uint64_t{by_group(audit)});
        json.key("too_open").value(std::uint64_t{audit.too_open});
        json.key("untold").value(std::uint64_t{audit.untold});
    }
    json.key("corners");
    const auto list = json.array();
    for (const CornerFound& corner : audit.corners) {
        if (fills.contains(corner.fill)) write_corner(json, audit, corner);
    }
}

// ---- what is asked --------------------------------------------------------------------------------------------------

Asked asked_by(const support::Arguments& arguments) {
    Asked asked{{}, tajikistan.time, support::parse_admission(tajikistan, arguments)};
    if (arguments.has("--at")) asked.at = support::parse_time(tajikistan, arguments.value("--at"));
    if (arguments.has("--partner"))
        asked.partners.push_back(support::parse_partner(tajikistan, arguments.value("--partner")));
    for (std::size_t i = 0; i < tajikistan.partners.size() && !arguments.has("--partner"); ++i) {
        asked.partners.push_back(PartnerIndex{static_cast<std::uint8_t>(i)});
    }
    const std::string open = arguments.value("--open");
    const auto number = parse_decimal(open);
    if (!number || number->places() != 0 || number->digits() < 0 || number->digits() > 32) {
        throw support::WrongArguments{"no number of features: '" + open + "'\nvalid: 0 to 32"};
    }
    asked.most_open = static_cast<std::size_t>(number->digits());
    return asked;
}

template <Named Label, Named E>
Audit audit_of_file(const support::Arguments& arguments) {
    const std::string file = arguments.value("--file");
    const std::string text = support::read_file(file);  // an error shows parts of it
    const auto rules = parse_typology<Label, E>(text);
    if (!rules) {
        std::cerr << file << ": " << message(rules.error()) << '\n';
        throw support::WrongData{};
    }
    return audit_of(tajikistan, file, *rules, asked_by(arguments));
}

template <Named Label>
Audit audit_with_labels(const support::Arguments& arguments, const std::string& otherwise) {
    const std::string features = arguments.has("--features") ? arguments.value("--features") : otherwise;
    if (features == "conduct") return audit_of_file<Label, Conduct>(arguments);
    if (features == "determinants") return audit_of_file<Label, Determinant>(arguments);
    return audit_of_file<Label, Condition>(arguments);
}

Audit audit_asked(const support::Arguments& arguments) {
    if (arguments.has("--file")) {
        if (arguments.has("--theory"))
            throw support::WrongArguments{"--file and --theory do not go together: which rules?"};
        if (arguments.value("--labels") == "stages") return audit_with_labels<Stage>(arguments, "determinants");
        return audit_with_labels<Mode>(arguments, "conditions");
    }
    for (const char* option : {"--labels", "--features"}) {
        if (arguments.has(option)) throw support::WrongArguments{std::string(option) + " goes with --file"};
    }
    const std::string theory = arguments.value("--theory");
    const auto of = [&](const std::string& idea, const auto& rules) {
        return audit_of(tajikistan, theory + ", " + idea, rules, asked_by(arguments));
    };
    if (theory == "observed") return of("the modes as conduct shows them", three_modes::observed);
    if (theory == "stages") return of("stages that exclude what comes after", four_stages::stages);
    if (theory == "cumulative") return of("stages that contain what was before", four_stages::cumulative);
    const three_modes::Variant& chosen = support::parse_theory(arguments);
    return of(std::string(chosen.idea), *chosen.rules);
}

std::vector<std::string> theories() {
    std::vector<std::string> names = support::theories();
    for (const char* other : {"observed", "stages", "cumulative"}) names.emplace_back(other);
    return names;
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    const Audit audit = audit_asked(arguments);
    const std::string format = arguments.value("--format");
    Set<Fill> fills = format == "table" ? Set<Fill>{Fill::occupied, Fill::possible} : all<Fill>();
    if (arguments.value("--list") == "all") fills = all<Fill>();
    if (const auto fill = parse<Fill>(arguments.value("--list"))) fills = {*fill};
    if (format == "csv") return print_csv(audit, fills, out);
    if (format == "json") return print_json(audit, fills, out);
    print_table(audit, fills, out);
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(
        argc, argv, "audit_typology: what rules say that they need not, what they cover, and what no case has tried",
        support::with_admission(
            {{"--theory", "NAME", "the rules", "predicted", theories()},
             {"--file", "FILE", "rules of your own, one a line: recipient <= R*G*V + ~A", "", {}},
             {"--labels", "WHICH", "with --file: what the rules say", "modes", {"modes", "stages"}},
             {"--features",
              "WHICH",
              "with --file: of what they speak; by default conditions of modes, determinants of stages",
              "",
              {"conditions", "conduct", "determinants"}},
             {"--list",
              "WHICH",
              "corners to show; by default all, but in a table only those that may have a case",
              "",
              {"all", "occupied", "possible", "empty"}},
             {"--open", "NUMBER", "count only cases of which at most so many features are open", "2", {}},
             {"--partner", "ID", "cases of one partner only, such as russia", "", {}},
             {"--at", "DATE", "cases of this date or period only (EDTF): 2010/2019", "", {}},
             {"--format", "FORMAT", "how to print", "table", {"table", "csv", "json"}}}),
        answer);
}
