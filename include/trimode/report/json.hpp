// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// JSON: a writer that sees to commas, quotes, escapes and brackets.
/// Layer: report.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <trimode/base/decimal.hpp>
#include <trimode/base/set.hpp>

namespace trimode {

/// How JSON is laid out.
enum class JsonLayout : std::uint8_t {
    indented,  ///< One value a line.
    line,      ///< All in one line, as JSON Lines has it.
};

/// Writes one JSON document (RFC 8259). Commas, quotes and escapes are its own concern; brackets close with their scope. That
/// an object has a key before each value, that there is one outermost value, and that texts are UTF-8 is the caller's:
/// `auto list = json.array(); { auto object = json.object(); json.key("id").value("x"); }`.
class JsonWriter {
public:
    explicit JsonWriter(std::ostream& out, JsonLayout layout = JsonLayout::indented) : out_(out), layout_(layout) {}
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    /// An open bracket, which closes when this goes out of scope.
    class Scope {
    public:
        Scope(JsonWriter& json, char open, char close) : json_(json), close_(close) {
            json_.before_value();
            json_.out_ << open;
            json_.filled_.push_back(false);
        }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope() {
            const bool filled = json_.filled_.back();
            json_.filled_.pop_back();
            if (filled) json_.new_line();
            json_.out_ << close_;
            if (json_.filled_.empty()) json_.out_ << '\n';
        }

    private:
        JsonWriter& json_;
        char close_;
    };

    [[nodiscard]] Scope array() { return Scope(*this, '[', ']'); }
    [[nodiscard]] Scope object() { return Scope(*this, '{', '}'); }
    /// The key of the next value of an object.
    JsonWriter& key(std::string_view name) {
        before_value();
        quote(name);
        out_ << ": ";
        after_key_ = true;
        return *this;
    }
    void value(std::string_view text) {
        before_value();
        quote(text);
    }
    void value(const char* text) { value(std::string_view(text)); }
    void value(bool truth) {
        before_value();
        out_ << (truth ? "true" : "false");
    }
    void value(std::uint64_t number) {
        before_value();
        out_ << std::to_string(number);
    }
    /// A number as it is written, such as `21.3`; any digits, exactly.
    void value(Decimal number) {
        before_value();
        out_ << text(number).view();
    }
    void null() {
        before_value();
        out_ << "null";
    }

private:
    void before_value() {
        if (after_key_) {
            after_key_ = false;
            return;
        }
        if (filled_.empty()) return;
        if (filled_.back()) out_ << ',';
        if (filled_.back() && layout_ == JsonLayout::line) out_ << ' ';
        filled_.back() = true;
        new_line();
    }
    void new_line() {
        if (layout_ == JsonLayout::indented) out_ << '\n' << std::string(2 * filled_.size(), ' ');
    }
    void quote(std::string_view text) {
        constexpr std::string_view hex = "0123456789abcdef";
        std::string quoted = "\"";
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') {
                quoted += '\\';
                quoted += c;
            } else if (byte < 0x20) {
                quoted += "\\u00";
                quoted += hex[byte >> 4U];
                quoted += hex[byte & 0xfU];
            } else {
                quoted += c;
            }
        }
        out_ << quoted << '"';
    }

    std::ostream& out_;
    JsonLayout layout_;
    std::vector<bool> filled_;
    bool after_key_ = false;
};

/// The names of a set as a JSON array.
template <Named E>
void write_names(JsonWriter& json, Set<E> set) {
    const auto list = json.array();
    for (const E value : set) json.value(name(value));
}

}  // namespace trimode
