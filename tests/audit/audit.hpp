// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// The audit: every claim of a dataset against the blocks of the document that its locator names.
///
/// What a locator names: the blocks from the main one to the last, the context blocks, and the endnote. Of a block of
/// endnotes only the note counts that the claim names.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/evidence/dataset.hpp>

#include "audit/document.hpp"
#include "audit/fit.hpp"
#include "audit/names.hpp"
#include "audit/numbers.hpp"
#include "audit/text.hpp"
#include "audit/variants.hpp"

namespace audit {

/// What the audit asks of a dataset.
enum class Rule : std::uint8_t {
    document_exists,
    blocks_counted,  ///< The file has as many blocks as its source says.
    heading_stands,  ///< A heading is the whole block that it names, or its beginning where it is cut.
    block_exists,
    note_exists,
    note_called,     ///< The endnote is called in the claim's blocks, or printed there.
    number_printed,  ///< A number of the statement, the speaker or a measure.
    figure_printed,
    unit_printed,
    date_printed,  ///< A day with its month in the statement.
    period_printed,
    name_printed,
    partner_named,
    block_fits,         ///< No other block has far more of the statement's words.
    words_of_our_own,   ///< No run of words copied from a document.
    derivation_formed,  ///< A derived value is named, and words are quoted.
    derivation_needed,  ///< It is a value of the claim, and not printed.
    derivation_quotes,  ///< The quoted words stand in the claim's blocks, or in the heading above it.
};

inline constexpr std::array<std::string_view, 18> rule_names{
    "document_exists",   "blocks_counted",    "heading_stands",   "block_exists", "note_exists",
    "note_called",       "number_printed",    "figure_printed",   "unit_printed", "date_printed",
    "period_printed",    "name_printed",      "partner_named",    "block_fits",   "words_of_our_own",
    "derivation_formed", "derivation_needed", "derivation_quotes"};

[[nodiscard]] inline std::string_view name(Rule rule) { return rule_names[static_cast<std::size_t>(rule)]; }

/// Something that the audit did not find.
struct Finding {
    std::string claim;  ///< Its id, or the id of the source.
    Rule rule{};
    std::string what;   ///< What was looked for.
    std::string where;  ///< In which blocks.
};

/// What the audit is told to take for the same, and to let pass.
struct Leave {
    std::span<const Variant> variants = our_variants;
    std::span<const Exception> exceptions = our_exceptions;
    std::span<const std::string_view> free_wordings = our_free_wordings;
};

namespace detail {

[[nodiscard]] inline std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = (std::min)(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix((std::min)(end + 1, text.size()));
    }
    return parts;
}

/// One rule of derivation: `2002~ from "early 2000s"`.
struct Derivation {
    std::string value;
    std::vector<std::string> quotes;
    bool heading = false;  ///< It says that the words are those of a heading.
};

/// The rules of a claim, separated by ";" outside of quotations.
[[nodiscard]] inline std::vector<Derivation> derivations_in(std::string_view text) {
    std::vector<Derivation> rules;
    std::string outside;
    std::vector<std::string> quotes;
    bool inside = false;
    const auto close = [&] {
        Derivation rule;
        const std::size_t first = outside.find_first_not_of(' ');
        if (first != std::string::npos) rule.value = outside.substr(first, outside.find(' ', first) - first);
        rule.heading = outside.find(" heading") != std::string::npos;
        rule.quotes = std::exchange(quotes, {});
        outside.clear();
        rules.push_back(std::move(rule));
    };
    for (const char c : text) {
        if (c == '"') {
            inside = !inside;
            if (inside) quotes.emplace_back();
        } else if (inside) {
            quotes.back() += c;
        } else if (c == ';') {
            close();
        } else {
            outside += c;
        }
    }
    if (!text.empty()) close();
    return rules;
}

}  // namespace detail

/// The audit of one dataset against documents. It looks at claims one by one, so that a mutated one costs little.
class Audit {
  public:
    Audit(const Documents& documents, const trimode::Dataset& data, Leave leave = {})
        : documents_(&documents),
          data_(&data),
          lexicon_(lexicon_of(data)),
          exceptions_(leave.exceptions),
          free_wordings_(leave.free_wordings) {
        for (const Document& document : documents.documents) fits_.emplace_back(document);
        for (const Variant& row : leave.variants) {
            std::vector<std::vector<Word>> spellings;
            for (const std::string_view spelling : detail::split(row.spellings, '|'))
                spellings.push_back(words_of(spelling));
            variants_.push_back(std::move(spellings));
        }
        for (const trimode::Partner& partner : data.partners) partners_.push_back(spellings_of(partner));
    }

    [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

    /// Whether the table of variants takes two words for the same.
    [[nodiscard]] bool same(std::string_view one, std::string_view other) const {
        const auto in = [](const std::vector<std::vector<Word>>& spellings, std::string_view sought) {
            return std::any_of(spellings.begin(), spellings.end(), [&](const std::vector<Word>& spelling) {
                return std::any_of(spelling.begin(), spelling.end(),
                                   [&](const Word& word) { return word.text == sought; });
            });
        };
        return one == other || std::any_of(variants_.begin(), variants_.end(),
                                           [&](const auto& row) { return in(row, one) && in(row, other); });
    }

    /// All findings: sources, headings, claims.
    [[nodiscard]] std::vector<Finding> findings() const {
        std::vector<Finding> all;
        const auto append = [&all](std::vector<Finding> some) {
            all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        };
        for (std::size_t source = 0; source < data_->sources.size(); ++source) append(of_source(source));
        for (const trimode::Section& section : data_->sections) append(of(section));
        for (const trimode::Claim& claim : data_->claims) append(of(claim));
        return all;
    }

    [[nodiscard]] std::vector<Finding> of_source(std::size_t source) const {
        const trimode::Source& row = data_->sources[source];
        const Document* document = document_of(source);
        if (document == nullptr) return {{std::string(row.id), Rule::document_exists, std::to_string(source), {}}};
        if (document->blocks() == row.blocks) {
            const std::string run = documents_->runs.copied(row.title);
            if (run.empty()) return {};
            return {{std::string(row.id), Rule::words_of_our_own, run, "the documents"}};
        }
        return {{std::string(row.id), Rule::blocks_counted, std::to_string(row.blocks),
                 std::to_string(document->blocks())}};
    }

    [[nodiscard]] std::vector<Finding> of(const trimode::Section& section) const {
        const Document* document = document_of(section.source);
        const Part* block = document == nullptr ? nullptr : document->block(section.block);
        if (block != nullptr) {
            std::string text = folded(block->raw());
            while (!text.empty() && is_space(text.back())) text.pop_back();
            std::string heading = folded(section.heading);
            constexpr std::string_view rest = " ...";
            const bool cut = heading.ends_with(rest);
            if (cut) heading.resize(heading.size() - rest.size());
            const bool longer = text.size() > heading.size();
            const bool at_a_word = longer && !is_letter(text[heading.size()]) && !is_digit(text[heading.size()]);
            if (cut ? text.starts_with(heading) && at_a_word : text == heading) return copied_in(section);
        }
        return {{std::to_string(section.source), Rule::heading_stands, std::string(section.heading),
                 std::to_string(section.block)}};
    }

    [[nodiscard]] std::vector<Finding> of(const trimode::Claim& claim) const {
        std::vector<Finding> found;
        const Place place = place_of(claim, found);
        if (!found.empty()) return found;  // a place that does not exist says nothing
        Missing missing;
        check_numbers(claim, place, missing);
        check_figures(claim, place, missing);
        check_period(claim, place, missing);
        settle_derivations(claim, place, missing, found);
        for (Want& want : missing) found.push_back({std::string(claim.id), want.rule, want.shown, place.shown});
        check_names(claim, place, found);
        check_partners(claim, place, found);
        check_fit(claim, place, found);
        check_words(claim, found);
        return found;
    }

  private:
    /// What the locator of a claim names.
    struct Place {
        std::vector<const Part*> parts;
        const Part* heading = nullptr;
        std::string shown;

        template <class Test>
        [[nodiscard]] bool any(Test&& test) const {
            return std::any_of(parts.begin(), parts.end(), [&](const Part* part) { return test(*part); });
        }
        [[nodiscard]] bool prints(trimode::Decimal number, Value::Kind kind = Value::Kind::number) const {
            return any([&](const Part& part) { return part.prints(number, kind); });
        }
        [[nodiscard]] bool says(const std::vector<Word>& phrase) const {
            return any([&](const Part& part) { return part.says(phrase); });
        }
        [[nodiscard]] bool says_any(const std::vector<std::vector<Word>>& phrases) const {
            return std::any_of(phrases.begin(), phrases.end(), [&](const auto& phrase) { return says(phrase); });
        }
    };

    /// A value that the blocks do not print.
    struct Want {
        Rule rule{};
        std::string shown;
        std::vector<std::string> names;  ///< As a derivation may name it.
    };
    using Missing = std::vector<Want>;

    [[nodiscard]] const Document* document_of(std::size_t source) const {
        if (source >= documents_->documents.size()) return nullptr;
        const Document& document = documents_->documents[source];
        return document.blocks() == 0 ? nullptr : &document;
    }

    [[nodiscard]] Place place_of(const trimode::Claim& claim, std::vector<Finding>& found) const {
        Place place;
        const auto finding = [&](Rule rule, const std::string& what) {
            found.push_back({std::string(claim.id), rule, what, "document " + std::to_string(claim.source())});
        };
        const Document* document = document_of(claim.source());
        if (document == nullptr) {
            finding(Rule::document_exists, std::to_string(claim.source()));
            return place;
        }
        const Note* note = claim.note == 0 ? nullptr : document->note(claim.note);
        if (claim.note != 0 && note == nullptr) finding(Rule::note_exists, std::to_string(claim.note));
        bool called = false;
        const auto add = [&](std::size_t number) {
            const Part* block = document->block(number);
            if (block == nullptr) {
                finding(Rule::block_exists, std::to_string(number));
                return;
            }
            place.shown += (place.shown.empty() ? "" : " ") + std::to_string(number);
            if (note != nullptr && note->block == number) {
                called = true;  // the note itself is added below
                return;
            }
            const auto& marks = block->marks();
            if (!document->has_notes(number) && std::find(marks.begin(), marks.end(), claim.note) != marks.end())
                called = true;
            place.parts.push_back(block);
        };
        const std::size_t last = claim.last_block == 0 ? claim.block() : claim.last_block;
        for (std::size_t number = claim.block(); number <= last; ++number) add(number);
        if (last < claim.block()) finding(Rule::block_exists, std::to_string(last));
        for (const std::uint16_t number : claim.context) {
            if (number != 0) add(number);
        }
        if (note != nullptr) {
            place.parts.push_back(&note->part);
            place.shown += " note " + std::to_string(claim.note);
            if (!called) finding(Rule::note_called, std::to_string(claim.note));
        }
        for (const trimode::Section& section : data_->sections) {
            if (section.source == claim.source() && section.block <= claim.block()) {
                place.heading = document->block(section.block);
            }
        }
        return place;
    }

    // ---- numbers and dates
    // -------------------------------------------------------------------------------------------

    static void want(Missing& missing, Rule rule, std::string shown, std::vector<std::string> names) {
        missing.push_back({rule, std::move(shown), std::move(names)});
    }

    /// Numbers of the statement, the speaker and the measures; and days with their month.
    void check_numbers(const trimode::Claim& claim, const Place& place, Missing& missing) const {
        std::vector<std::string_view> texts{claim.statement, claim.speaker};
        for (const trimode::Figure& figure : claim.figures) texts.push_back(figure.measure);
        for (const std::string_view raw : texts) {
            const std::string text = folded(raw);
            for (const Value& value : values_in(text)) {
                if (value.weak || place.prints(value.number, value.kind)) continue;
                want(missing, Rule::number_printed, text.substr(value.at, value.size), {shown(value)});
            }
            for (const DayOfMonth& day : days_in(words_of(text))) {
                if (place.any([&](const Part& part) { return part.prints_day(day); })) continue;
                want(missing, Rule::date_printed, std::to_string(day.day) + " " + month_name(day.month),
                     {std::to_string(day.day)});
            }
        }
    }

    void check_figures(const trimode::Claim& claim, const Place& place, Missing& missing) const {
        for (const trimode::Figure& figure : claim.figures) {
            if (figure.measure.empty()) continue;
            const trimode::AnyQuantity& quantity = figure.quantity;
            const auto kind = quantity.unit == trimode::Unit::percent ? Value::Kind::percent : Value::Kind::number;
            const auto check = [&](trimode::Decimal number) {
                if (place.prints(number, kind)) return;
                const std::string text = shown(Value{number, kind});
                want(missing, Rule::figure_printed, text, {text});
            };
            if (quantity.form != trimode::Form::at_most) check(quantity.low);
            if (quantity.form != trimode::Form::at_least && quantity.high != quantity.low) check(quantity.high);
            if (!unit_stands(quantity.unit, place)) {
                want(missing, Rule::unit_printed, std::string(trimode::name(quantity.unit)), {});
            }
        }
    }

    [[nodiscard]] static bool unit_stands(trimode::Unit unit, const Place& place) {
        const auto one_of = [&](std::string_view spellings) {
            const auto words = detail::split(spellings, ' ');
            return std::any_of(words.begin(), words.end(),
                               [&](std::string_view word) { return place.says(words_of(word)); });
        };
        switch (unit) {
            case trimode::Unit::us_dollars:
                return place.any([](const Part& part) { return part.has_dollar(); }) || one_of("USD dollar dollars");
            case trimode::Unit::roubles:
                return one_of("rouble roubles ruble rubles rubley");
            case trimode::Unit::years:
                return one_of("year years decade decades anniversary летию");
            case trimode::Unit::hectares:
                return one_of("hectare hectares ha");
            case trimode::Unit::kilometres:
                return one_of("km kilometre kilometres kilometer kilometers");
            case trimode::Unit::percent:  // its sign is part of the number
            case trimode::Unit::persons:
            case trimode::Unit::items:
                break;
        }
        return true;
    }

    /// The years, months and days of the period. An undated present (`generic`) tells at the publication: that year
    /// needs no printing, nor does it where an end is inferred and is a mere year. A printed decade prints its first
    /// year as a beginning, its last as an end.
    void check_period(const trimode::Claim& claim, const Place& place, Missing& missing) const {
        const int published = data_->source(claim).published.year();
        const bool single = claim.period.single();
        const auto check = [&](const trimode::End& end, trimode::Basis basis, bool last) {
            if (!end.dated()) return;
            const trimode::Date date = end.date;
            const trimode::Decimal year{date.year()};
            const std::string written(trimode::edtf(date).view());
            if (date.precision() == trimode::Precision::decade) {
                if (!place.prints(year, Value::Kind::decade)) want(missing, Rule::period_printed, written, {written});
                return;
            }
            const bool at_publication = date.year() == published && date.precision() == trimode::Precision::year &&
                                        (basis == trimode::Basis::inferred || claim.aspect == trimode::Aspect::generic);
            const int first_of_decade = date.year() - date.year() % 10;
            const bool decade = !single && date.precision() == trimode::Precision::year &&
                                date.year() == (last ? first_of_decade + 9 : first_of_decade) &&
                                place.prints(trimode::Decimal{first_of_decade}, Value::Kind::decade);
            if (!place.prints(year, Value::Kind::number) && !at_publication && !decade) {
                want(missing, Rule::period_printed, std::to_string(date.year()) + " of " + written,
                     {written, std::to_string(date.year())});
            }
            if (date.month() != 0 && !place.any([&](const Part& part) { return part.prints_month(date.month()); })) {
                want(missing, Rule::period_printed, month_name(date.month()) + " of " + written, {written});
            }
            const DayOfMonth day{date.month(), date.day()};
            if (date.day() != 0 && !place.any([&](const Part& part) { return part.prints_day(day); })) {
                want(missing, Rule::period_printed, "the day of " + written, {written});
            }
        };
        const bool inferred =
            claim.from == trimode::Basis::inferred || (single && claim.to == trimode::Basis::inferred);
        check(claim.period.from, inferred ? trimode::Basis::inferred : trimode::Basis::stated, false);
        if (!single) check(claim.period.to, claim.to, true);
    }

    [[nodiscard]] static std::string month_name(int month) {
        return std::string(months[static_cast<std::size_t>(month - 1)]);
    }

    /// Takes away what derivations account for, and looks at the derivations.
    void settle_derivations(const trimode::Claim& claim, const Place& place, Missing& missing,
                            std::vector<Finding>& found) const {
        const auto finding = [&](Rule rule, const std::string& what) {
            found.push_back({std::string(claim.id), rule, what, place.shown});
        };
        for (const detail::Derivation& rule : detail::derivations_in(claim.derived)) {
            if (rule.value.empty() || rule.quotes.empty()) {
                finding(Rule::derivation_formed, std::string(claim.derived));
                continue;
            }
            const auto settled = std::remove_if(missing.begin(), missing.end(), [&](const Want& one) {
                return std::find(one.names.begin(), one.names.end(), rule.value) != one.names.end();
            });
            if (settled == missing.end()) finding(Rule::derivation_needed, rule.value);
            missing.erase(settled, missing.end());
            for (const std::string& quote : rule.quotes) {
                const std::vector<Word> words = words_of(folded(quote));
                const bool stands = place.says(words) || place.any([&](const Part& part) { return part.has(quote); }) ||
                                    (rule.heading && place.heading != nullptr && place.heading->says(words));
                if (!stands || words.size() >= copied_run) finding(Rule::derivation_quotes, quote);
            }
        }
    }

    // ---- names
    // -------------------------------------------------------------------------------------------------------

    [[nodiscard]] bool excepted(const trimode::Claim& claim, std::string_view what) const {
        return std::any_of(exceptions_.begin(), exceptions_.end(),
                           [&](const Exception& row) { return row.claim == claim.id && row.what == what; });
    }

    /// Whether a name stands there: the word itself, or another spelling of a variant that the sentence has at this
    /// place.
    [[nodiscard]] bool name_stands(const std::vector<Word>& sentence, std::size_t at, const Place& place) const {
        if (place.says({sentence[at]})) return true;
        for (const auto& spellings : variants_) {
            const bool applies =
                std::any_of(spellings.begin(), spellings.end(), [&](const std::vector<Word>& spelling) {
                    for (std::size_t start = at + 1 < spelling.size() ? 0 : at + 1 - spelling.size(); start <= at;
                         ++start) {
                        if (start + spelling.size() <= sentence.size() && at < start + spelling.size() &&
                            std::equal(spelling.begin(), spelling.end(),
                                       sentence.begin() + static_cast<std::ptrdiff_t>(start),
                                       [](const Word& sought, const Word& word) { return is_word(word, sought); })) {
                            return true;
                        }
                    }
                    return false;
                });
            if (applies && place.says_any(spellings)) return true;
        }
        return false;
    }

    void check_names(const trimode::Claim& claim, const Place& place, std::vector<Finding>& found) const {
        const trimode::Source& source = data_->source(claim);
        const std::vector<Word> outlet =
            words_of(folded(std::string(source.author) + " " + std::string(source.publisher)));
        for (const std::string_view raw : {claim.statement, claim.speaker}) {
            const std::string text = folded(raw);
            const std::vector<Word> words = words_of(text);
            for (const Word& name : names_in(text, lexicon_)) {
                if (raw == claim.speaker && has_phrase(outlet, {name}))
                    continue;  // an interview's questions are the outlet's
                const auto at =
                    std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.at == name.at; });
                if (name_stands(words, static_cast<std::size_t>(at - words.begin()), place)) continue;
                if (excepted(claim, name.text)) continue;
                found.push_back({std::string(claim.id), Rule::name_printed, name.text, place.shown});
            }
        }
    }

    /// How a partner can be named: by its name, its ids, and the variants of these.
    [[nodiscard]] std::vector<std::vector<Word>> spellings_of(const trimode::Partner& partner) const {
        std::string_view name = partner.name;
        if (name.starts_with("The ")) name.remove_prefix(4);
        std::vector<std::vector<Word>> own{words_of(name)};
        std::vector<std::string_view> ids = detail::split(partner.aliases, ' ');
        ids.push_back(partner.id);
        for (const std::string_view id : ids) {
            std::string capitals;
            for (const char c : id) capitals += is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c == '_' ? ' ' : c;
            own.push_back(words_of(capitals));
        }
        std::vector<std::vector<Word>> all = own;
        for (const auto& spellings : variants_) {
            const bool applies =
                std::any_of(spellings.begin(), spellings.end(), [&](const std::vector<Word>& spelling) {
                    return std::any_of(own.begin(), own.end(), [&](const std::vector<Word>& one) {
                        return std::equal(one.begin(), one.end(), spelling.begin(), spelling.end(), is_word);
                    });
                });
            if (applies) all.insert(all.end(), spellings.begin(), spellings.end());
        }
        return all;
    }

    void check_partners(const trimode::Claim& claim, const Place& place, std::vector<Finding>& found) const {
        for (std::size_t i = 0; i < partners_.size(); ++i) {
            if (!claim.partners.contains(trimode::PartnerIndex{static_cast<std::uint8_t>(i)})) continue;
            if (place.says_any(partners_[i]) || excepted(claim, data_->partners[i].id)) continue;
            found.push_back(
                {std::string(claim.id), Rule::partner_named, std::string(data_->partners[i].id), place.shown});
        }
    }

    // ---- words
    // -------------------------------------------------------------------------------------------------------

    void check_fit(const trimode::Claim& claim, const Place& place, std::vector<Finding>& found) const {
        const std::size_t last = claim.last_block == 0 ? claim.block() : claim.last_block;
        const double fit = fits_[claim.source()].of(claim.statement, claim.block(), last);
        if (fit >= least_fit) return;
        if (std::find(free_wordings_.begin(), free_wordings_.end(), claim.id) != free_wordings_.end()) return;
        found.push_back(
            {std::string(claim.id), Rule::block_fits, std::to_string(static_cast<int>(100 * fit)) + "%", place.shown});
    }

    /// A heading that stands, but is printed at a length that copies.
    [[nodiscard]] std::vector<Finding> copied_in(const trimode::Section& section) const {
        const std::string run = documents_->runs.copied(section.heading);
        if (run.empty()) return {};
        return {{std::to_string(section.source), Rule::words_of_our_own, run, "the documents"}};
    }

    void check_words(const trimode::Claim& claim, std::vector<Finding>& found) const {
        std::vector<std::string_view> texts{claim.statement, claim.speaker, claim.derived};
        for (const trimode::Figure& figure : claim.figures) texts.push_back(figure.measure);
        for (const std::string_view text : texts) {
            if (const std::string run = documents_->runs.copied(text); !run.empty()) {
                found.push_back({std::string(claim.id), Rule::words_of_our_own, run, "the documents"});
            }
        }
    }

    const Documents* documents_;
    const trimode::Dataset* data_;
    Lexicon lexicon_;
    std::span<const Exception> exceptions_;
    std::span<const std::string_view> free_wordings_;
    std::vector<Fit> fits_;
    std::vector<std::vector<std::vector<Word>>> variants_;
    std::vector<std::vector<std::vector<Word>>> partners_;
};

}  // namespace audit
