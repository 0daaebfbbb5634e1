// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Receipts as text: one line each, and back.
/// Layer: report.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <trimode/base/facts.hpp>
#include <trimode/base/names.hpp>
#include <trimode/base/period.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/set.hpp>
#include <trimode/inference/receipt.hpp>
#include <trimode/report/text.hpp>

namespace trimode {

/// A number in hexadecimal, with this many digits of at most 16, such as "00000000000000ff".
[[nodiscard]] inline std::string hexadecimal(std::uint64_t number, int digits = 16) {
    constexpr std::string_view digit = "0123456789abcdef";
    std::string text;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += digit[(number >> shift) & 0xfU];
    return text;
}

namespace detail {

/// An id as a line can hold it: bytes other than visible ASCII, and `%`, as `%` and two digits; `-` when there is none.
/// Source: RFC 3986, section 2.1.
[[nodiscard]] inline std::string escaped(std::string_view id) {
    constexpr std::string_view digit = "0123456789ABCDEF";
    if (id.empty()) return "-";
    if (id == "-") return "%2D";
    std::string text;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f && c != '%') {
            text += c;
            continue;
        }
        text += '%';
        text += digit[byte >> 4U];
        text += digit[byte & 0xfU];
    }
    return text;
}

/// What a receipt tells of facts: `resources,~geography`; a contested feature comes both ways; `-` when nothing is
/// told.
template <Named E>
[[nodiscard]] std::string facts_text(Facts<E> facts) {
    std::string text;
    for (const E feature : all<E>()) {
        for (const bool holds : {true, false}) {
            if (!(holds ? facts.told_to_hold() : facts.told_to_fail()).contains(feature)) continue;
            if (!text.empty()) text += ',';
            if (!holds) text += '~';
            text += name(feature);
        }
    }
    return text.empty() ? "-" : text;
}

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

    // What the value is; all of it.
    [[nodiscard]] std::uint64_t hexadecimal(std::size_t digits) {
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
    [[nodiscard]] ReceiptId id() {
        const auto value = [](char c) {
            if (is_digit(c)) return c - '0';
            return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        };
        ReceiptId text;
        if (ok() && word_.empty()) fail(Fault::nothing_there, 0, 0);
        if (word_ == "-") return text;
        for (std::size_t i = 0; ok() && i < word_.size(); ++i) {
            const auto byte = static_cast<unsigned char>(word_[i]);
            if (byte <= 0x20 || byte >= 0x7f) fail(Fault::unexpected_character, i, 1);
            if (word_[i] != '%') {
                text += word_[i];
                continue;
            }
            const int high = i + 2 < word_.size() ? value(word_[i + 1]) : -1;
            const int low = i + 2 < word_.size() ? value(word_[i + 2]) : -1;
            if (high < 0 || low < 0) fail(Fault::unexpected_character, i, 1);
            text += static_cast<char>(static_cast<unsigned char>((16 * high + low) & 0xff));
            i += 2;
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

/// A receipt in one line, without a line end; `parse_receipt` reads it back. Names instead of numbers wherever there
/// are any:
///     trimode receipt version=0.1.0 facts=resources,~alternative rules=... holds=- may_hold=recipient hash=...
///     trimode receipt version=0.1.0 dataset=tajikistan edition=1 partner=russia at=2015 strict=no sources=ffffffff
///         modalities=asserted,reported act_window=365 without=- rules=... holds=recipient may_hold=recipient hash=...
/// `-` stands for none; rules and hash have 16 digits in hexadecimal, and what of an id a line cannot hold is written
/// as `%20`.
template <Named Label, Named E>
[[nodiscard]] std::string receipt_text(const Receipt<Label, E>& receipt) {
    std::string text = "trimode receipt version=";
    for (std::size_t i = 0; i < receipt.version.size(); ++i) {
        if (i > 0) text += '.';
        text += std::to_string(receipt.version[i]);
    }
    if (receipt.kind == ReceiptKind::facts) {
        text += " facts=" + detail::facts_text(receipt.facts);
    } else {
        text += " dataset=" + detail::escaped(receipt.dataset) + " edition=" + std::to_string(receipt.edition) +
                " partner=" + detail::escaped(receipt.partner) + " at=" + std::string(edtf(receipt.at).view()) +
                " strict=" + (receipt.admission.strict ? "yes" : "no") +
                " sources=" + hexadecimal(receipt.admission.sources, 8) +
                " modalities=" + joined(receipt.admission.modalities, ",") +
                " act_window=" + std::to_string(receipt.admission.act_window) +
                " without=" + detail::escaped(receipt.without);
    }
    return text + " rules=" + hexadecimal(receipt.rules) + " holds=" + joined(receipt.verdict.holding, ",") +
           " may_hold=" + joined(receipt.verdict.possible, ",") + " hash=" + hexadecimal(receipt.hash);
}

/// The receipt of a line as `receipt_text` writes it; more blanks and a line end do no harm. That it is read does not
/// say that it is right: `intact` says whether its hash fits, `replays` whether its verdict does.
/// Error, with the column: nothing_there, unknown_name (of a key, label, feature or modality; `nearest` is the right
/// one), unexpected_character, out_of_range, no_such_date.
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
        receipt.admission.strict = reader.yes_or_no();
        reader.key("sources");
        receipt.admission.sources = static_cast<Sources>(reader.hexadecimal(8));
        reader.key("modalities");
        receipt.admission.modalities = reader.set<Modality>();
        reader.key("act_window");
        receipt.admission.act_window = static_cast<std::int32_t>(reader.number(-2147483648LL, 2147483647LL));
        reader.key("without");
        receipt.without = reader.id();
    }
    reader.key("rules");
    receipt.rules = reader.hexadecimal(16);
    reader.key("holds");
    receipt.verdict.holding = reader.set<Label>();
    reader.key("may_hold");
    receipt.verdict.possible = reader.set<Label>();
    reader.key("hash");
    receipt.hash = reader.hexadecimal(16);
    reader.end();
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
