// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Mutants: copies of claims with one slip put in, as a coder might make it, to see whether the audit reports it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trimode/evidence/dataset.hpp>

#include "audit/audit.hpp"

namespace audit {

/// How many mutants of a kind there were, and which of them the audit did not report.
struct Tally {
    std::size_t made = 0;
    std::vector<std::string> survivors;

    [[nodiscard]] std::size_t reported() const { return made - survivors.size(); }
    /// Unit: percent of the mutants made; 0 when none was.
    [[nodiscard]] double rate() const {
        return made == 0 ? 0.0 : 100.0 * static_cast<double>(reported()) / static_cast<double>(made);
    }
};

/// Makes the mutants of a dataset and tells which are reported. The same at every run.
class Mutation {
  public:
    Mutation(const Audit& audit, const Documents& documents, const trimode::Dataset& data)
        : audit_(&audit), documents_(&documents), data_(&data) {
        for (const std::string& name : audit.lexicon().names()) {  // of spellings that name the same, one
            if (std::none_of(names_.begin(), names_.end(),
                             [&](const auto& other) { return audit.same(name, other); })) {
                names_.push_back(name);
            }
        }
    }

    /// The tallies by kind.
    [[nodiscard]] std::map<std::string, Tally> run() {
        for (const trimode::Claim& claim : data_->claims) {
            numbers(claim);
            figures(claim);
            periods(claim);
            blocks(claim);
            names(claim);
            partners(claim);
            words(claim);
            derivations(claim);
        }
        headings();
        return std::move(tallies_);
    }

  private:
    [[nodiscard]] std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }

    void judge(const std::string& kind, const trimode::Claim& mutant, std::string_view original,
               const std::string& what) {
        Tally& tally = tallies_[kind];
        ++tally.made;
        if (audit_->of(mutant).empty()) tally.survivors.push_back(std::string(original) + ": " + what);
    }

    /// A number that differs in its last digit that is not zero.
    [[nodiscard]] trimode::Decimal other(trimode::Decimal number) {
        std::int64_t step = 1;
        while (number.digits() != 0 && number.digits() % (step * 10) == 0) step *= 10;
        std::int64_t digits = number.digits();
        while (digits == number.digits() || digits <= 0) {
            digits = number.digits() + step * (static_cast<std::int64_t>(below(13)) - 6);
        }
        return trimode::Decimal::of(digits, number.places()).value_or(trimode::Decimal{});
    }

    void numbers(const trimode::Claim& claim) {
        const std::string text = folded(claim.statement);
        for (const Value& value : values_in(text)) {
            if (value.weak) continue;
            for (int i = 0; i < 3; ++i) {
                Value changed = value;
                std::string spelling;
                if (value.kind == Value::Kind::decade) {
                    changed.number = trimode::Decimal{static_cast<std::int32_t>(1950 + 10 * below(12))};
                    if (changed.number == value.number) continue;
                    spelling = std::string(trimode::text(changed.number).view()) + "s";
                } else {
                    changed.number = other(value.number);
                    spelling = shown(changed);
                }
                const std::string statement = text.substr(0, value.at) + spelling + text.substr(value.at + value.size);
                trimode::Claim mutant = claim;
                mutant.statement = statement;
                judge("number in a statement", mutant, claim.id, text.substr(value.at, value.size) + " -> " + spelling);
            }
        }
    }

    void figures(const trimode::Claim& claim) {
        for (std::size_t at = 0; at < claim.figures.size(); ++at) {
            if (claim.figures[at].measure.empty()) continue;
            const trimode::AnyQuantity& before = claim.figures[at].quantity;
            for (int i = 0; i < 3; ++i) {
                trimode::Claim mutant = claim;
                trimode::AnyQuantity& quantity = mutant.figures[at].quantity;
                const bool two = before.form != trimode::Form::at_least && before.low != before.high;
                if (!two) {
                    quantity.low = quantity.high = other(before.low);
                } else if (before.form == trimode::Form::at_most || i % 2 == 1) {
                    quantity.high = other(before.high);
                } else {
                    quantity.low = other(before.low);
                }
                judge("figure", mutant, claim.id, std::string(claim.figures[at].measure));
            }
        }
    }

    void periods(const trimode::Claim& claim) {
        const auto moved = [](const trimode::End& end, int years) {
            const trimode::Date date = end.date;
            const bool decade = date.precision() == trimode::Precision::decade;
            auto other = decade ? trimode::Date::decade(date.year() + 10 * years)
                                : trimode::Date::of(date.year() + years, date.month(), date.day());
            if (other && date.is_about()) other = other->about();
            return other ? trimode::End(*other) : end;
        };
        const auto put = [&](int years, bool first, bool last) {
            trimode::Claim mutant = claim;
            if (first) mutant.period.from = moved(claim.period.from, years);
            if (last) mutant.period.to = moved(claim.period.to, years);
            if (mutant.period == claim.period) return;
            judge("year in a period", mutant, claim.id,
                  std::string(trimode::edtf(claim.period).view()) + " -> " +
                      std::string(trimode::edtf(mutant.period).view()));
        };
        for (const int years : {-3, -2, -1, 1, 2, 3}) {
            if (claim.period.single()) {
                put(years, true, true);
            } else {
                if (claim.period.from.dated()) put(years, true, false);
                if (claim.period.to.dated()) put(years, false, true);
            }
        }
    }

    void blocks(const trimode::Claim& claim) {
        const std::size_t count = data_->source(claim).blocks;
        const auto put_main = [&](const std::string& kind, std::size_t block) {
            if (block < 1 || block == claim.block()) return;
            std::string id(claim.id);
            std::string number = std::to_string(block);
            number.insert(0, 3 - number.size(), '0');
            id.replace(4, 3, number);
            trimode::Claim mutant = claim;
            mutant.id = id;
            judge(kind, mutant, claim.id, "block " + number);
        };
        put_main("main block, to a neighbour", claim.block() - 1);
        put_main("main block, to a neighbour", claim.block() + 1);
        for (int i = 0; i < 3; ++i) put_main("main block, to any", 1 + below(count));
        if (claim.last_block != 0) {
            trimode::Claim mutant = claim;
            mutant.last_block = claim.last_block - 1U == claim.block()
                                    ? std::uint16_t{0}
                                    : static_cast<std::uint16_t>(claim.last_block - 1);
            judge("last block, a range cut short", mutant, claim.id, "to " + std::to_string(mutant.last_block));
        }
        for (std::size_t at = 0; at < claim.context.size(); ++at) {
            if (claim.context[at] == 0) continue;
            for (int i = 0; i < 3; ++i) {
                const std::size_t block = i == 0   ? claim.context[at] + 1U
                                          : i == 1 ? claim.context[at] - 1U
                                                   : 1 + below(count);
                if (block < 1 || block == claim.context[at]) continue;
                trimode::Claim mutant = claim;
                mutant.context[at] = static_cast<std::uint16_t>(block);
                judge("context block", mutant, claim.id,
                      std::to_string(claim.context[at]) + " -> " + std::to_string(block));
            }
        }
        if (claim.note != 0) {
            for (const int step : {-1, 1}) {
                trimode::Claim mutant = claim;
                mutant.note = static_cast<std::uint16_t>(claim.note + step);
                if (mutant.note != 0) judge("endnote", mutant, claim.id, std::to_string(mutant.note));
            }
        }
    }

    void names(const trimode::Claim& claim) {
        static constexpr std::array<std::string_view, 10> frequent{
            "Russia", "China", "Afghanistan", "Kyrgyzstan", "Uzbekistan", "Iran", "Ukraine", "EU", "US", "West"};
        const std::string text = folded(claim.statement);
        for (const Word& name : names_in(text, audit_->lexicon())) {
            const auto put = [&](const std::string& kind, std::string_view other) {
                if (audit_->same(name.text, other)) return;     // says the same
                if (audit_->same(other, data_->state)) return;  // stands in nearly every block
                std::string statement = text;
                statement.replace(name.at, name.text.size(), other);
                trimode::Claim mutant = claim;
                mutant.statement = statement;
                judge(kind, mutant, claim.id, name.text + " -> " + std::string(other));
            };
            for (int i = 0; i < 2; ++i) put("name in a statement, by any", names_[below(names_.size())]);
            put("name in a statement, by a frequent one", frequent[below(frequent.size())]);
        }
    }

    void partners(const trimode::Claim& claim) {
        const std::size_t count = data_->partners.size();
        for (std::size_t at = 0; at < count; ++at) {
            if (!claim.partners.contains(trimode::PartnerIndex{static_cast<std::uint8_t>(at)})) continue;
            for (int i = 0; i < 3; ++i) {
                const std::size_t other = below(count);
                if (claim.partners.contains(trimode::PartnerIndex{static_cast<std::uint8_t>(other)})) continue;
                trimode::Claim mutant = claim;
                mutant.partners.bits &= ~(std::uint64_t{1} << at);
                mutant.partners.bits |= std::uint64_t{1} << other;
                judge("partner", mutant, claim.id,
                      std::string(data_->partners[at].id) + " -> " + std::string(data_->partners[other].id));
            }
        }
    }

    void words(const trimode::Claim& claim) {
        const std::vector<std::string> document = plain_words(documents_->documents[claim.source()].text());
        const std::size_t first = below(document.size() - copied_run);
        std::string statement = folded(claim.statement);
        statement.pop_back();
        for (std::size_t i = first; i < first + copied_run; ++i) statement += " " + document[i];
        trimode::Claim mutant = claim;
        mutant.statement = statement;
        judge("eight words copied", mutant, claim.id, statement);
    }

    void derivations(const trimode::Claim& claim) {
        if (claim.derived.empty()) return;
        trimode::Claim without = claim;
        without.derived = {};
        judge("derivation left out", without, claim.id, std::string(claim.derived));
        std::string quoted(claim.derived);
        quoted.insert(quoted.find('"') + 1, "never ");
        trimode::Claim misquoted = claim;
        misquoted.derived = quoted;
        judge("derivation misquoted", misquoted, claim.id, quoted);
    }

    void headings() {
        for (const trimode::Section& section : data_->sections) {
            for (const int step : {-1, 1}) {
                trimode::Section mutant = section;
                mutant.block = static_cast<std::uint16_t>(section.block + step);
                Tally& tally = tallies_["heading's block"];
                ++tally.made;
                if (audit_->of(mutant).empty()) tally.survivors.emplace_back(section.heading);
            }
        }
    }

    const Audit* audit_;
    const Documents* documents_;
    const trimode::Dataset* data_;
    std::vector<std::string> names_;
    std::map<std::string, Tally> tallies_;
    std::mt19937_64 random_{20230428};
};

}  // namespace audit
