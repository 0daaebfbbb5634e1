// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The codebook: what is looked for in the documents, what counts and what does not, with an example and a borderline case
/// from the documents, and how often it was found.

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/report.hpp>
#include <trimode/trimode.hpp>

#include "support/arguments.hpp"

namespace {

using namespace trimode;

/// Prints text behind a label, broken between words at 100 columns.
void print_entry(std::ostream& out, std::string_view label, std::string_view text) {
    constexpr std::size_t indent = 14;
    constexpr std::size_t width = 100;
    if (text.empty()) return;
    std::string line = "  " + std::string(label);
    line.resize(indent, ' ');
    std::size_t used = indent;
    for (auto word = detail::next_word(text); !word.empty(); word = detail::next_word(text)) {
        if (used > indent && used + word.size() >= width) {
            line += "\n" + std::string(indent, ' ');
            used = indent;
        } else if (used > indent) {
            line += ' ';
            ++used;
        }
        line += word;
        used += word.size();
    }
    out << line << '\n';
}

/// "000.016h, 000_buriev [16]: statement"
std::string claim_text(const Dataset& data, ClaimIndex at) {
    const Claim& claim = data.claim(at);
    return std::string(claim.id) + ", " + cite(data, claim) + ": " + std::string(claim.statement);
}

/// What a claim codes of a feature: "coded as holds", "not coded".
template <Named E>
std::string coded_as(const Dataset& data, ClaimIndex claim, E feature) {
    for (const Coding<E>& row : data.codings<E>()) {
        if (row.claim == claim && row.feature == feature) return "coded as " + std::string(name(row.tells));
    }
    return "not coded";
}

template <Named E>
void print_feature(const Dataset& data, std::string_view variable, E feature, std::ostream& out) {
    const Definition entry = definition(feature);
    out << '\n' << name(feature) << " (" << variable << ")\n";
    print_entry(out, "holds", entry.holds);
    print_entry(out, "fails", entry.fails.empty() ? "Nothing tells it." : entry.fails);
    print_entry(out, "not", entry.excludes);
    for (const auto& row : tables::illustrations<E>()) {
        if (row.feature != feature) continue;
        print_entry(out, "example", claim_text(data, row.example));
        print_entry(out, "", coded_as(data, row.example, feature));
        print_entry(out, "borderline", claim_text(data, row.borderline));
        print_entry(out, "", coded_as(data, row.borderline, feature) + ": " + std::string(row.ruling));
    }
    std::size_t holds = 0;
    std::size_t fails = 0;
    for (const Coding<E>& row : data.codings<E>()) {
        if (row.feature == feature) ++(row.tells == Tells::holds ? holds : fails);
    }
    print_entry(out, "rows", std::to_string(holds) + " hold, " + std::to_string(fails) + " fail");
}

/// Whether the command line asks for a variable: for this one, or for all.
bool is_asked(const support::Arguments& arguments, std::string_view variable) {
    const std::string asked = arguments.value("--variable");
    return asked == "all" || asked == variable;
}

template <Named E>
void print_variable(const Dataset& data, std::string_view variable, const support::Arguments& arguments, std::ostream& out) {
    if (!is_asked(arguments, variable)) return;
    for (const E feature : all<E>()) {
        if (arguments.has("--feature") && parse<E>(arguments.value("--feature")) != feature) continue;
        print_feature(data, variable, feature, out);
    }
}

/// Adds the features of a variable if it is asked for. True when the feature that is asked for is one of them.
template <Named E>
bool add_features(std::vector<std::string>& names, std::string_view variable, const support::Arguments& arguments) {
    if (!is_asked(arguments, variable)) return false;
    for (const E feature : all<E>()) names.emplace_back(name(feature));
    return parse<E>(arguments.value("--feature")).has_value();
}

void answer(const support::Arguments& arguments, std::ostream& out) {
    std::vector<std::string> valid;
    bool known = add_features<Condition>(valid, "condition", arguments);
    known = add_features<Conduct>(valid, "conduct", arguments) || known;
    known = add_features<Determinant>(valid, "determinant", arguments) || known;
    known = add_features<Obligation>(valid, "obligation", arguments) || known;
    known = add_features<Leverage>(valid, "leverage", arguments) || known;
    if (arguments.has("--feature") && !known) {
        const std::string variable = arguments.value("--variable");
        support::reject(variable == "all" ? "feature" : variable, arguments.value("--feature"), valid);
    }
    out << "What is not told codes nothing: a text that is silent does not tell that a feature fails. One proposition codes one\n"
           "variable. A sentence that only names a mode or a stage is never evidence for it.\n";
    print_variable<Condition>(tajikistan, "condition", arguments, out);
    print_variable<Conduct>(tajikistan, "conduct", arguments, out);
    print_variable<Determinant>(tajikistan, "determinant", arguments, out);
    print_variable<Obligation>(tajikistan, "obligation", arguments, out);
    print_variable<Leverage>(tajikistan, "leverage", arguments, out);
}

}  // namespace

int main(int argc, char** argv) {
    return support::run(argc, argv, "codebook: what is coded from the documents, with examples",
                        {{"--variable", "NAME", "one variable only", "all", {"all", "condition", "conduct", "determinant", "obligation", "leverage"}},
                         {"--feature", "NAME", "one feature only, such as resources", "", {}}},
                        answer);
}
