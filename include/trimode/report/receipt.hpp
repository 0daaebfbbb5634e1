// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipts as text: one line each, and back.
/// Layer: report.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <trimode/base/facts.hpp>
#include <trimode/base/hash.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/set.hpp>
#include <trimode/inference/receipt.hpp>
#include <trimode/report/text.hpp>

namespace trimode {

namespace detail {

/// Reads a receipt from left to right. After the first error it reads nothing, and every answer is a default.
class ReceiptReader {
public:
    explicit ReceiptReader(std::string_view line) noexcept : line_(line) {}

    [[nodiscard]] const Error& error() const noexcept { return error_; }
    [[nodiscard]] bool ok() const noexcept { return error_.fault == Fault::none; }

    /// The next word, which has to be this one.
    void expect(std::string_view word) {
        next(word);
        if (word_ != word) fail(Fault::unknown_name, 0, word_.size(), word);
    }
    /// The value of the next `key=value`, which has to have this key.
    void key(std::string_view wanted) {
        next(wanted);
        const std::size_t equals = word_.find('=');
        const std::string_view found = word_.substr(0, equals);
        if (found != wanted) return fail(Fault::unknown_name, 0, found.size(), wanted);
        if (equals == std::string_view::npos) return fail(Fault::nothing_there, word_.size(), 0, "=");
        skip(equals + 1);
    }
    /// Whether the next word has this key; reads nothing.
    [[nodiscard]] bool has_key(std::string_view wanted) const {
        std::string_view rest = line_.substr(at_);
        const std::string_view word = next_word(rest);
        return word.substr(0, word.find('=')) == wanted;
    }
    /// Nothing but blanks and a line end may be left.
    void end() {
        std::string_view rest = line_;
        if (rest.ends_with('\n')) rest.remove_suffix(1);
        if (rest.ends_with('\r') && rest.size() + 1 == line_.size()) rest.remove_suffix(1);
        const std::size_t at = rest.find_first_not_of(' ', at_);
        if (ok() && at != std::string_view::npos)
            error_ = {Fault::unexpected_character, 1, at + 1, line_.substr(at, 1), {}};
    }

    /// Nothing but more blanks may set the line apart from what `receipt_text` writes.
    void compare(std::string_view written) {
        std::size_t at = std::min(line_.find_first_not_of(' '), line_.size());
        for (const char c : written) {
            if (at >= line_.size() || line_[at] != c) {
                error_ = {Fault::unexpected_character, 1, at + 1, line_.substr(std::min(at, line_.size()), 1), {}};
                return;
            }
            at = c == ' ' ? std::min(line_.find_first_not_of(' ', at), line_.size()) : at + 1;
        }
    }

    // What the value is; all of it.
    [[nodiscard]] std::uint64_t hexadecimal() {
        constexpr std::size_t digits = 16;
        std::uint64_t number = 0;
        for (std::size_t i = 0; ok() && i < word_.size(); ++i) {
            const char c = word_[i];
            const bool letter = c >= 'a' && c <= 'f';
            if (!letter && !is_digit(c)) fail(Fault::unexpected_character, i, 1);
            number = number * 16 + static_cast<std::uint64_t>(letter ? c - 'a' + 10 : c - '0');
        }
        if (ok() && word_.size() != digits) {
            fail(word_.empty() ? Fault::nothing_there : Fault::out_of_range, 0, word_.size());
            error_.given = word_.size();
            error_.expected = digits;
        }
        return ok() ? number : 0;
    }
    [[nodiscard]] std::int64_t number(std::int64_t least, std::int64_t most) {
        const std::int64_t value = whole(0, word_.size());
        if (ok() && (value < least || value > most)) fail(Fault::out_of_range, 0, word_.size());
        return ok() ? value : 0;
    }
    [[nodiscard]] std::array<std::uint16_t, 3> version() {
        std::array<std::uint16_t, 3> numbers{};
        std::size_t begin = 0;
        for (std::size_t i = 0; i < numbers.size() && ok(); ++i) {
            const std::size_t point = i + 1 < numbers.size() ? word_.find('.', begin) : word_.size();
            if (point == std::string_view::npos) fail(Fault::nothing_there, word_.size(), 0, ".");
            const std::int64_t value = ok() ? whole(begin, point) : 0;
            if (ok() && (value < 0 || value > 0xffff)) fail(Fault::out_of_range, begin, point - begin);
            if (ok()) numbers[i] = static_cast<std::uint16_t>(value);
            begin = point + 1;
        }
        return numbers;
    }
    template <Named E>
    [[nodiscard]] E one() {
        return named<E>(0, word_.size());
    }
    template <Named E>
    [[nodiscard]] Set<E> set() {
        Set<E> values;
        each([&](std::size_t begin, std::size_t size) { values.insert(named<E>(begin, size)); });
        return values;
    }
    template <Named E>
    [[nodiscard]] Facts<E> facts() {
        Set<E> holds;
        Set<E> fails;
        each([&](std::size_t begin, std::size_t size) {
            const bool negative = word_[begin] == '~';
            const E feature = named<E>(begin + (negative ? 1 : 0), size - (negative ? 1 : 0));
            (negative ? fails : holds).insert(feature);
        });
        return Facts<E>(holds, fails);
    }
    [[nodiscard]] ReceiptId id() { return ok() && word_ != "-" ? id(0, word_.size()) : ReceiptId{}; }
    [[nodiscard]] ReceiptDocuments documents() {
        ReceiptDocuments text;
        if (word_ == "all" || word_.starts_with('#')) {
            text += word_;
            return text;
        }
        std::set<std::string> ids;
        each([&](std::size_t begin, std::size_t size) { ids.emplace(id(begin, size).view()); });
        for (const auto& id : ids) {
            if (!text.view().empty()) text += ',';
            text += id;
        }
        if (ok() && text.cut()) fail(Fault::out_of_range, 0, word_.size());
        return text;
    }
    [[nodiscard]] Period period() {
        if (!ok()) return {};
        const auto parsed = parse_period(word_);
        if (parsed) return *parsed;
        error_ = parsed.error();
        error_.column += column_ - 1;
        return {};
    }
    [[nodiscard]] bool yes_or_no() {
        if (ok() && word_ != "yes" && word_ != "no") fail(Fault::unknown_name, 0, word_.size(), "yes or no");
        return ok() && word_ == "yes";
    }

private:
    void next(std::string_view wanted) {
        word_ = {};
        if (!ok()) return;
        at_ = line_.find_first_not_of(' ', at_);
        if (at_ == std::string_view::npos) at_ = line_.size();
        std::size_t last = at_;
        while (last < line_.size() && line_[last] != ' ' && line_[last] != '\n' && line_.substr(last) != "\r\n") ++last;
        word_ = line_.substr(at_, last - at_);
        column_ = at_ + 1;
        at_ = last;
        if (word_.empty()) fail(Fault::nothing_there, 0, 0, wanted);
    }
    void skip(std::size_t size) noexcept {
        word_.remove_prefix(size);
        column_ += size;
    }
    void fail(Fault fault, std::size_t begin, std::size_t size, std::string_view nearest = {}) {
        if (ok()) error_ = {fault, 1, column_ + begin, word_.substr(begin, size), nearest};
    }
    /// The id in a part of the word, spelt as `receipt_id` spells it.
    [[nodiscard]] ReceiptId id(std::size_t begin, std::size_t size) {
        const std::string_view word = word_.substr(begin, size);
        const auto value = [&](std::size_t i) {
            const char c = i < word.size() ? word[i] : ' ';
            if (is_digit(c)) return c - '0';
            return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        };
        ReceiptId text;
        if (ok() && word.empty()) fail(Fault::nothing_there, begin, 0);
        if (word.starts_with('#')) {  // the hash of a long one
            text += word;
            return text;
        }
        std::string bytes;
        for (std::size_t i = 0; ok() && i < word.size(); ++i) {
            const auto byte = static_cast<unsigned char>(word[i]);
            const bool escape = word[i] == '%';
            const int number = 16 * value(i + 1) + value(i + 2);
            const bool known = value(i + 1) >= 0 && value(i + 2) >= 0;
            if (byte <= 0x20 || byte >= 0x7f || (escape && !known)) fail(Fault::unexpected_character, begin + i, 1);
            bytes += escape ? static_cast<char>(static_cast<unsigned char>(number & 0xff)) : word[i];
            if (escape) i += 2;
        }
        if (ok() && size > 64) fail(Fault::out_of_range, begin, size);
        return receipt_id(bytes);
    }
    /// The whole number in a part of the word, of up to ten digits.
    [[nodiscard]] std::int64_t whole(std::size_t begin, std::size_t end) {
        if (!ok()) return 0;
        const bool negative = begin < end && word_[begin] == '-';
        const std::size_t first = begin + (negative ? 1 : 0);
        std::int64_t value = 0;
        if (first == end) fail(Fault::nothing_there, begin, end - begin);
        if (first + 10 < end) fail(Fault::out_of_range, begin, end - begin);
        for (std::size_t i = first; ok() && i < end; ++i) {
            if (!is_digit(word_[i])) fail(Fault::unexpected_character, i, 1);
            value = value * 10 + (word_[i] - '0');
        }
        return negative ? -value : value;
    }
    /// Calls `visit(begin, size)` for each part of a list with commas; for none when it is `-`.
    template <class Visit>
    void each(Visit&& visit) {
        if (!ok() || word_ == "-") return;
        for (std::size_t begin = 0; ok();) {
            const std::size_t comma = word_.find(',', begin);
            const std::size_t last = comma == std::string_view::npos ? word_.size() : comma;
            if (begin == last) return fail(Fault::nothing_there, begin, 0);
            visit(begin, last - begin);
            if (comma == std::string_view::npos) return;
            begin = last + 1;
        }
    }
    template <Named E>
    [[nodiscard]] E named(std::size_t begin, std::size_t size) {
        const std::string_view word = word_.substr(begin, size);
        const auto value = parse<E>(word);
        if (!value) fail(word.empty() ? Fault::nothing_there : Fault::unknown_name, begin, size, nearest<E>(word));
        return value.value_or(E{});
    }

    std::string_view line_;
    std::string_view word_{};
    std::size_t at_ = 0;      // behind the word
    std::size_t column_ = 1;  // of the word
    Error error_{};
};

}  // namespace detail

/// A receipt in one line, without a line end; `parse_receipt` reads it back. See `Receipt::spell` for what stands in
/// it; behind that ` hash=` and 16 digits in hexadecimal, the hash `Fnv1a` of all that stands before. `-` stands for
/// none.
template <Named Label, Named E>
[[nodiscard]] std::string receipt_text(const Receipt<Label, E>& receipt) {
    std::string text;
    receipt.spell([&text](std::string_view part) { text += part; });
    text += " hash=";
    return text += hexadecimal(receipt.hash);
}

/// The receipt of a line as `receipt_text` writes it; more blanks and a line end do no harm. That it is read does not
/// say that it is right: `intact` says whether its hash fits, `replays` whether its verdict does.
/// Error: what is wrong and in which column, where one byte is one column; unknown_name also for a key in the wrong
/// place, with the one that has to stand there as nearest; unexpected_character also for whatever else `receipt_text`
/// would write otherwise, such as a letter instead of a name, or names in another order.
template <Named Label, Named E>
[[nodiscard]] Result<Receipt<Label, E>> parse_receipt(std::string_view line) {
    detail::ReceiptReader reader(line);
    Receipt<Label, E> receipt;
    reader.expect("trimode");
    reader.expect("receipt");
    reader.key("version");
    receipt.version = reader.version();
    if (reader.has_key("facts")) {
        reader.key("facts");
        receipt.facts = reader.facts<E>();
    } else {
        receipt.kind = ReceiptKind::dataset;
        reader.key("dataset");
        receipt.dataset = reader.id();
        reader.key("edition");
        receipt.edition = static_cast<std::uint16_t>(reader.number(0, 0xffff));
        reader.key("partner");
        receipt.partner = reader.id();
        reader.key("at");
        receipt.at = reader.period();
        reader.key("strict");
        receipt.strict = reader.yes_or_no();
        reader.key("sources");
        receipt.documents = reader.documents();
        reader.key("modalities");
        receipt.modalities = reader.set<Modality>();
        reader.key("act_window");
        receipt.act_window = static_cast<std::int32_t>(reader.number(-2147483648LL, 2147483647LL));
        reader.key("without");
        receipt.without = reader.id();
        reader.key("told");
        receipt.told = reader.hexadecimal();
    }
    reader.key("rules");
    receipt.rules = reader.hexadecimal();
    reader.key("holds");
    receipt.verdict.holding = reader.set<Label>();
    reader.key("may_hold");
    receipt.verdict.possible = reader.set<Label>();
    reader.key("outcome");
    receipt.outcome = reader.one<Outcome>();
    reader.key("hash");
    receipt.hash = reader.hexadecimal();
    reader.end();
    if (reader.ok()) reader.compare(receipt_text(receipt));
    if (!reader.ok()) return reader.error();
    return receipt;
}

/// What came of replaying a receipt, in words: "the same verdict", "the same verdict, though otherwise: edition,
/// rules", "not the same: rules, verdict".
template <Named Label>
[[nodiscard]] std::string replay_text(const Replay<Label>& replay) {
    if (replay.differs.empty()) return "the same verdict";
    return std::string(replay.same_verdict() ? "the same verdict, though otherwise: " : "not the same: ") +
           joined(replay.differs);
}

}  // namespace trimode
