// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A strict reader of JSON (RFC 8259): what it takes, every reader takes. Refuses what the RFC only warns of, too: a key
/// twice in one object, half of a surrogate pair, a byte order mark, bytes that are not UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

/// One value. Arrays have items, objects have as many keys as items.
struct Json {
    enum class Kind { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    bool truth = false;             ///< Of a boolean.
    std::string text{};             ///< Of a string, without escapes; of a number, as written.
    std::vector<std::string> keys{};
    std::vector<Json> items{};

    /// The value of a key of an object; nothing when there is none.
    [[nodiscard]] const Json* find(std::string_view key) const {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (keys[i] == key) return &items[i];
        }
        return nullptr;
    }
    /// The strings of an array of strings; nothing when it is anything else.
    [[nodiscard]] std::optional<std::vector<std::string>> strings() const {
        if (kind != Kind::array) return std::nullopt;
        std::vector<std::string> all;
        for (const Json& item : items) {
            if (item.kind != Kind::string) return std::nullopt;
            all.push_back(item.text);
        }
        return all;
    }
};

/// How many bytes the first character of a text has in UTF-8. 0: it is no UTF-8. Overlong forms, surrogates and what lies
/// beyond U+10FFFF are none. Source: RFC 3629, section 4.
[[nodiscard]] inline std::size_t utf8_length(std::string_view text) {
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned>(static_cast<unsigned char>(text[i])) : 0U;
    };
    const auto within = [](unsigned value, unsigned first, unsigned last) { return first <= value && value <= last; };
    const auto tail = [&](std::size_t i) { return within(byte(i), 0x80, 0xbf); };
    const unsigned lead = byte(0);
    if (text.empty()) return 0;
    if (lead < 0x80) return 1;
    if (within(lead, 0xc2, 0xdf)) return tail(1) ? 2 : 0;
    if (within(lead, 0xe0, 0xef)) {
        const unsigned first = lead == 0xe0 ? 0xa0 : 0x80;
        const unsigned last = lead == 0xed ? 0x9f : 0xbf;
        return within(byte(1), first, last) && tail(2) ? 3 : 0;
    }
    if (within(lead, 0xf0, 0xf4)) {
        const unsigned first = lead == 0xf0 ? 0x90 : 0x80;
        const unsigned last = lead == 0xf4 ? 0x8f : 0xbf;
        return within(byte(1), first, last) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

/// Reads one document.
class JsonReader {
public:
    explicit JsonReader(std::string_view text) : text_(text) {}

    /// The value, if the whole text is one JSON document; otherwise `error()` says what is wrong and where.
    [[nodiscard]] std::optional<Json> document() {
        Json value;
        if (!read(value, 0)) return std::nullopt;
        skip();
        if (at_ != text_.size()) {
            wrong("something behind the value");
            return std::nullopt;
        }
        return value;
    }
    [[nodiscard]] const std::string& error() const { return error_; }

private:
    static constexpr int deepest = 200;

    bool wrong(std::string_view what) {
        error_ = "byte " + std::to_string(at_) + ": " + std::string(what) + ", before '" +
                 std::string(text_.substr(at_, 20)) + "'";
        return false;
    }
    void skip() {
        while (at_ < text_.size() && std::string_view(" \t\n\r").find(text_[at_]) != std::string_view::npos) ++at_;
    }
    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool digits() {
        const std::size_t first = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        return at_ != first;
    }

    bool read(Json& value, int depth) {
        if (depth > deepest) return wrong("too deep");
        skip();
        if (at_ == text_.size()) return wrong("no value");
        switch (text_[at_]) {
            case '{': return read_object(value, depth);
            case '[': return read_array(value, depth);
            case '"': value.kind = Json::Kind::string; return read_string(value.text);
            default: break;
        }
        for (const auto& [word, kind] : {std::pair{std::string_view("true"), Json::Kind::boolean},
                                         std::pair{std::string_view("false"), Json::Kind::boolean},
                                         std::pair{std::string_view("null"), Json::Kind::null}}) {
            if (text_.substr(at_, word.size()) != word) continue;
            at_ += word.size();
            value.kind = kind;
            value.truth = word == "true";
            return true;
        }
        return read_number(value);
    }

    bool read_number(Json& value) {
        const std::size_t first = at_;
        static_cast<void>(take('-'));
        if (!take('0') && !digits()) return wrong("no value");
        if (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') return wrong("zero in front of a number");
        if (take('.') && !digits()) return wrong("no digit behind the point");
        if (take('e') || take('E')) {
            if (!take('+')) static_cast<void>(take('-'));
            if (!digits()) return wrong("no exponent");
        }
        value.kind = Json::Kind::number;
        value.text = text_.substr(first, at_ - first);
        return true;
    }

    bool read_array(Json& value, int depth) {
        value.kind = Json::Kind::array;
        ++at_;
        skip();
        if (take(']')) return true;
        for (;;) {
            if (!read(value.items.emplace_back(), depth + 1)) return false;
            skip();
            if (take(']')) return true;
            if (!take(',')) return wrong("neither ',' nor ']'");
        }
    }

    bool read_object(Json& value, int depth) {
        value.kind = Json::Kind::object;
        ++at_;
        skip();
        if (take('}')) return true;
        for (;;) {
            skip();
            if (at_ == text_.size() || text_[at_] != '"') return wrong("no key");
            std::string key;
            if (!read_string(key)) return false;
            if (value.find(key) != nullptr) return wrong("the key '" + key + "' twice");
            skip();
            if (!take(':')) return wrong("no ':'");
            value.keys.push_back(key);
            if (!read(value.items.emplace_back(), depth + 1)) return false;
            skip();
            if (take('}')) return true;
            if (!take(',')) return wrong("neither ',' nor '}'");
        }
    }

    bool read_string(std::string& value) {
        ++at_;
        while (at_ < text_.size()) {
            if (take('"')) return true;
            if (static_cast<unsigned char>(text_[at_]) < 0x20) return wrong("a control character in a string");
            if (take('\\')) {
                if (!read_escape(value)) return false;
                continue;
            }
            const std::size_t length = utf8_length(text_.substr(at_));
            if (length == 0) return wrong("not UTF-8");
            value += text_.substr(at_, length);
            at_ += length;
        }
        return wrong("a string without its end");
    }

    bool read_escape(std::string& value) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (at_ == text_.size()) return wrong("no escape");
        if (const auto found = letters.find(text_[at_]); found != std::string_view::npos) {
            value += meanings[found];
            ++at_;
            return true;
        }
        std::uint32_t code = 0;
        if (!take('u') || !read_hex(code)) return wrong("no escape");
        if (code >= 0xdc00 && code <= 0xdfff) return wrong("the second half of a surrogate pair alone");
        if (code >= 0xd800 && code <= 0xdbff) {
            std::uint32_t low = 0;
            if (!take('\\') || !take('u') || !read_hex(low) || low < 0xdc00 || low > 0xdfff) {
                return wrong("the first half of a surrogate pair alone");
            }
            code = 0x10000 + ((code - 0xd800) << 10U) + (low - 0xdc00);
        }
        const auto put = [&value](std::uint32_t byte) { value += static_cast<char>(static_cast<unsigned char>(byte)); };
        if (code < 0x80) {
            put(code);
        } else if (code < 0x800) {
            put(0xc0U | (code >> 6U));
            put(0x80U | (code & 0x3fU));
        } else if (code < 0x10000) {
            put(0xe0U | (code >> 12U));
            put(0x80U | ((code >> 6U) & 0x3fU));
            put(0x80U | (code & 0x3fU));
        } else {
            put(0xf0U | (code >> 18U));
            put(0x80U | ((code >> 12U) & 0x3fU));
            put(0x80U | ((code >> 6U) & 0x3fU));
            put(0x80U | (code & 0x3fU));
        }
        return true;
    }

    bool read_hex(std::uint32_t& code) {
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = at_ < text_.size() ? text_[at_] : ' ';
            std::uint32_t digit = 0;
            if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
            else if (c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a' + 10);
            else if (c >= 'A' && c <= 'F') digit = static_cast<std::uint32_t>(c - 'A' + 10);
            else return false;
            code = code * 16 + digit;
        }
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string error_{};
};

}  // namespace support
