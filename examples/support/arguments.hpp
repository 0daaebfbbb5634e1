// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Command lines of the examples: options, their help, errors that name the nearest valid spelling, and exit codes.
#pragma once

#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/base/names.hpp>
#include <trimode/base/period.hpp>
#include <trimode/evidence/admission.hpp>
#include <trimode/evidence/dataset.hpp>
#include <trimode/report/text.hpp>

namespace support {

/// Exit codes of every example.
enum ExitCode : int {
    success = 0,
    output_failed = 1,   ///< The output could not be written.
    wrong_arguments = 2,  ///< The command line is wrong; the message says how.
    wrong_data = 3        ///< A file that was read is wrong in places, which have been named; the rest has been used.
};

/// One option, `--name` or `--name VALUE`.
struct Option {
    std::string name;                  ///< With its two dashes.
    std::string value;                 ///< What to write behind it in the help; empty for a switch.
    std::string help;
    std::string otherwise;             ///< The value when it is not given; empty when there is none.
    std::vector<std::string> choices;  ///< The valid values, if they can be listed.
};

/// Thrown for a wrong command line; `run` turns it into a message and an exit code.
struct WrongArguments {
    std::string message;
};

/// Thrown when data that was read is wrong in places, once they have been named and the rest used.
struct WrongData {};

inline std::string list(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// "unknown partner 'rusia', did you mean 'russia'? Valid: ..."
[[noreturn]] inline void reject(const std::string& what, std::string_view given, const std::vector<std::string>& valid,
                                std::string_view nearest) {
    throw WrongArguments{"unknown " + what + " '" + std::string(given) + "', did you mean '" + std::string(nearest) +
                         "'?\nvalid: " + list(valid)};
}
/// The same with the nearest of the words that are valid.
[[noreturn]] inline void reject(const std::string& what, std::string_view given, const std::vector<std::string>& valid) {
    trimode::Nearest nearest(given);
    for (const auto& word : valid) nearest.consider(word);
    reject(what, given, valid, nearest.best());
}

/// The values of a command line.
class Arguments {
public:
    Arguments(const std::vector<Option>& options, const std::vector<std::string>& words) : options_(options) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::string word = words[i] == "-h" ? "--help" : words[i];
            std::optional<std::string> value;
            if (const auto equals = word.find('='); word.starts_with("--") && equals != std::string::npos) {
                value = word.substr(equals + 1);
                word.resize(equals);
            }
            const Option& option = find(word);
            if (option.value.empty()) {
                if (value) throw WrongArguments{option.name + " takes no value, but got '" + *value + "'"};
                value = "yes";
            } else if (!value) {
                if (i + 1 == words.size() || words[i + 1].starts_with("--")) throw WrongArguments{option.name + " needs a value: " + option.value};
                value = words[++i];
            }
            if (!option.choices.empty()) {
                bool valid = false;
                for (const auto& choice : option.choices) valid = valid || choice == *value;
                if (!valid) reject("value for " + option.name, *value, option.choices);
            }
            for (const auto& [name, before] : given_) {
                if (name == option.name) throw WrongArguments{option.name + " is given twice"};
            }
            given_.emplace_back(option.name, *value);
        }
    }

    /// Whether it is on the command line, be its value empty or not.
    [[nodiscard]] bool has(std::string_view name) const {
        for (const auto& [given, value] : given_) {
            if (given == name) return true;
        }
        return false;
    }
    /// The value given, or else the option's default; empty when there is neither.
    [[nodiscard]] std::string value(std::string_view name) const {
        for (const auto& [given, value] : given_) {
            if (given == name) return value;
        }
        for (const auto& option : options_) {
            if (option.name == name) return option.otherwise;
        }
        return {};
    }

private:
    [[nodiscard]] const Option& find(const std::string& word) const {
        std::vector<std::string> names;
        for (const auto& option : options_) {
            if (option.name == word) return option;
            names.push_back(option.name);
        }
        if (!word.starts_with("-")) throw WrongArguments{"unexpected argument '" + word + "'\nvalid: " + list(names)};
        reject("option", word, names);
    }

    const std::vector<Option>& options_;
    std::vector<std::pair<std::string, std::string>> given_;
};

/// A value of an enumeration by name or alias. Throws WrongArguments.
template <trimode::Named E>
[[nodiscard]] E parse(const std::string& what, const std::string& text) {
    if (const auto value = trimode::parse<E>(text)) return *value;
    std::vector<std::string> valid;
    for (const E value : trimode::all<E>()) valid.emplace_back(trimode::name(value));
    // The nearest may be an alias, which is not in the list of names.
    reject(what, text, valid, trimode::nearest<E>(text));
}

/// The partner that the command line names, or else those of the three modes: the West with the members that are named.
[[nodiscard]] inline std::vector<std::string> partners_asked(const Arguments& arguments) {
    if (arguments.has("--partner")) return {arguments.value("--partner")};
    return {"russia", "china", "west", "us", "eu", "uk", "osce", "international_community", "un"};
}

/// A partner of a dataset by id or alias. Throws WrongArguments.
[[nodiscard]] inline trimode::PartnerIndex parse_partner(const trimode::Dataset& data, const std::string& text) {
    if (const auto found = trimode::find_partner(data.partners, text)) return *found;
    std::vector<std::string> valid;
    for (const auto& partner : data.partners) valid.emplace_back(partner.id);
    reject("partner", text, valid);
}

/// The options that say whom to believe: every example that asks has them.
[[nodiscard]] inline std::vector<Option> with_admission(std::vector<Option> options) {
    options.push_back({"--source", "ID", "only what this document tells, by number or id: 000 or 000_buriev", "", {}});
    options.push_back({"--author", "NAME", "only what this author tells, such as Kluczewska", "", {}});
    options.push_back({"--published", "DATE", "only documents published then (EDTF): 2022, ../2022, 2022/..", "", {}});
    options.push_back({"--strict", "", "drop all that is inferred", "", {}});
    return options;
}

/// Whom the command line wants believed. Throws WrongArguments, also when nobody is left.
[[nodiscard]] inline trimode::Admission parse_admission(const trimode::Dataset& data, const Arguments& arguments) {
    trimode::Admission admission;
    admission.strict = arguments.has("--strict");
    if (arguments.has("--source")) {
        const std::string id = arguments.value("--source");
        admission.sources &= trimode::sources_with_id(data, id);
        std::vector<std::string> valid;
        trimode::Nearest nearest(id);
        for (const auto& source : data.sources) {
            valid.emplace_back(source.id);
            nearest.consider(source.id.substr(0, source.id.find('_')), source.id);
            nearest.consider(source.id);
        }
        if (admission.sources == 0) reject("document", id, valid, nearest.best());
    }
    if (arguments.has("--author")) {
        const std::string author = arguments.value("--author");
        const trimode::Sources found = trimode::sources_by(data, author);
        std::vector<std::string> valid;
        trimode::Nearest nearest(author);
        for (const auto& source : data.sources) {
            if (std::find(valid.begin(), valid.end(), source.author) == valid.end()) valid.emplace_back(source.author);
            nearest.consider(source.author);
            std::string_view rest = source.author;
            for (auto word = trimode::detail::next_word(rest); !word.empty(); word = trimode::detail::next_word(rest)) {
                nearest.consider(word, source.author);
            }
        }
        if (found == 0) reject("author", author, valid, nearest.best());
        admission.sources &= found;
    }
    if (arguments.has("--published")) {
        const std::string text = arguments.value("--published");
        const auto within = trimode::parse_period(text);
        if (!within) {
            throw WrongArguments{"no date: '" + text + "': " + trimode::message(within.error()) +
                                 "\nvalid: a date or period such as 2022, ../2022 or 2022/.. (ISO 8601-2, EDTF)"};
        }
        admission.sources &= trimode::sources_published(data, *within);
    }
    if ((admission.sources & trimode::sources_published(data, {})) == 0) {
        std::string all;
        for (const auto& source : data.sources) {
            all += (all.empty() ? "" : "; ") + std::string(source.id) + " by " + std::string(source.author) + ", " +
                   std::string(trimode::edtf(source.published).view());
        }
        throw WrongArguments{"no document is left by --source, --author and --published\nthere are: " + all};
    }
    return admission;
}

/// "", or ", as told by 000_buriev": what to put into a heading when not every document is believed.
[[nodiscard]] inline std::string as_told_by(const trimode::Dataset& data, const trimode::Admission& admission) {
    std::string text;
    bool every = true;
    for (std::size_t i = 0; i < data.sources.size() && i < 32; ++i) {
        if (((admission.sources >> i) & 1U) == 0) {
            every = false;
        } else {
            text += (text.empty() ? ", as told by " : " and ") + std::string(data.sources[i].id);
        }
    }
    return every ? "" : text;
}

/// A date or period within the time of a dataset. Throws WrongArguments.
[[nodiscard]] inline trimode::Period parse_time(const trimode::Dataset& data, const std::string& text) {
    const std::string span(trimode::edtf(data.time).view());
    const std::string valid = "\nvalid: a date or period within " + span +
                              ", such as 2016, 2022-02, 2022-02-24, 200X, 2010/2019 (ISO 8601-2, EDTF)";
    const auto period = trimode::parse_period(text);
    if (!period) throw WrongArguments{"no date: '" + text + "': " + trimode::message(period.error()) + valid};
    const trimode::Days asked = trimode::asked_days(data, *period);
    const trimode::Days known = trimode::asked_days(data, data.time);
    if (asked.first > asked.last || !known.contains(asked)) {
        const bool before = asked.first < known.first || asked.last < known.first;
        const auto& nearest = before ? data.time.from : data.time.to;
        throw WrongArguments{"the sources do not speak of '" + text + "', the nearest date is '" +
                             std::string(trimode::edtf(nearest.date).view()) + "'" + valid};
    }
    return *period;
}

/// Runs an example: parses the command line, answers --help, turns wrong arguments into exit code 2 and a message.
inline int run(int argc, char** argv, const std::string& summary, std::vector<Option> options,
               const std::function<void(const Arguments&, std::ostream&)>& body) {
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    options.push_back({"--help", "", "show this help", "", {}});
    try {
        const Arguments arguments(options, words);
        if (arguments.has("--help")) {
            std::cout << summary << "\n\noptions:\n";
            std::size_t width = 0;
            for (const auto& option : options) width = std::max(width, option.name.size() + 1 + option.value.size());
            for (const auto& option : options) {
                const std::string left = option.name + (option.value.empty() ? "" : " " + option.value);
                std::cout << "  " << left << std::string(width - left.size() + 2, ' ') << option.help;
                if (!option.choices.empty()) std::cout << " (" << list(option.choices) << ")";
                if (!option.otherwise.empty()) std::cout << "; default " << option.otherwise;
                std::cout << '\n';
            }
            std::cout << "\nexit codes: 0 done, 1 output could not be written, 2 wrong arguments, 3 wrong data\n";
        } else {
            body(arguments, std::cout);
        }
    } catch (const WrongArguments& wrong) {
        std::cerr << "error: " << wrong.message << '\n';
        return wrong_arguments;
    } catch (const WrongData&) {
        std::cout.flush();
        return wrong_data;
    }
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "error: the output could not be written\n";
        return output_failed;
    }
    return success;
}

}  // namespace support
