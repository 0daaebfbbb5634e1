// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// A strict reader of a part of XML 1.0: elements, attributes in double quotes, text, the five entities and decimal
/// character references. What it takes, every reader takes; comments, declarations and instructions it refuses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/json.hpp"

namespace support {

/// An element.
struct Xml {
    std::string name{};
    std::vector<std::pair<std::string, std::string>> attributes{};
    std::string text{};  ///< All the text directly in it, without entities.
    std::vector<Xml> children{};

    /// The value of an attribute; empty when there is none.
    [[nodiscard]] std::string get(std::string_view attribute) const {
        for (const auto& [key, value] : attributes) {
            if (key == attribute) return value;
        }
        return {};
    }
    [[nodiscard]] bool has(std::string_view attribute) const {
        for (const auto& one : attributes) {
            if (one.first == attribute) return true;
        }
        return false;
    }
    /// The children of this name.
    [[nodiscard]] std::vector<Xml> all(std::string_view child) const {
        std::vector<Xml> found;
        for (const Xml& one : children) {
            if (one.name == child) found.push_back(one);
        }
        return found;
    }
    /// Calls `visit` for this element and all in it.
    template <class Visit>
    void walk(Visit&& visit) const {
        visit(*this);
        for (const Xml& one : children) one.walk(visit);
    }
    /// The element of an id, in it; nothing when there is none.
    [[nodiscard]] const Xml* of_id(std::string_view id) const {
        if (get("id") == id) return this;
        for (const Xml& one : children) {
            if (const Xml* found = one.of_id(id)) return found;
        }
        return nullptr;
    }
};

/// Reads one document.
class XmlReader {
  public:
    explicit XmlReader(std::string_view text) : text_(text) {}

    /// The outermost element, if the whole text is one document; otherwise `error()` says what is wrong.
    [[nodiscard]] std::optional<Xml> document() {
        Xml root;
        if (!element(root, 0)) return std::nullopt;
        while (at_ < text_.size() && space()) ++at_;
        if (at_ != text_.size()) {
            wrong("something behind the outermost element");
            return std::nullopt;
        }
        return root;
    }
    [[nodiscard]] const std::string& error() const { return error_; }

  private:
    bool wrong(std::string_view what) {
        error_ = "byte " + std::to_string(at_) + ": " + std::string(what) + ", before '" +
                 std::string(text_.substr(at_, 30)) + "'";
        return false;
    }
    [[nodiscard]] bool next_is(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
    bool take(std::string_view what) {
        if (!next_is(what)) return false;
        at_ += what.size();
        return true;
    }
    [[nodiscard]] bool space() const { return next_is(" ") || next_is("\n"); }
    bool word(std::string& word) {
        const std::size_t first = at_;
        const auto letter = [this] {
            const char c = at_ < text_.size() ? text_[at_] : ' ';
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        };
        const auto further = [this] {
            return next_is("-") || (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9');
        };
        while (letter() || (at_ > first && further())) ++at_;
        word = text_.substr(first, at_ - first);
        return at_ != first || wrong("no name");
    }
    /// One character or reference.
    bool character(std::string& to) {
        if (take("&")) {
            for (const auto& [entity, meaning] : {std::pair{"lt;", "<"},
                                                  {"gt;", ">"},
                                                  {"amp;", "&"},
                                                  {"quot;", "\""},
                                                  {"apos;", "'"},
                                                  {"#9;", "\t"},
                                                  {"#10;", "\n"},
                                                  {"#13;", "\r"}}) {
                if (take(entity)) {
                    to += meaning;
                    return true;
                }
            }
            return wrong("no entity");
        }
        if (next_is("<") || next_is(">")) return wrong("a bracket");
        const std::size_t length = utf8_length(text_.substr(at_));
        if (length == 0) return wrong("not UTF-8");
        const auto byte = static_cast<unsigned char>(text_[at_]);
        const std::string_view one = text_.substr(at_, length);
        if ((byte < 0x20 && byte != '\n') || byte == 0x7f ||
            (byte == 0xc2 && static_cast<unsigned char>(one[1]) < 0xa0) || one == "\xef\xbf\xbe" ||
            one == "\xef\xbf\xbf") {
            return wrong("a character that no document should hold");
        }
        to += one;
        at_ += length;
        return true;
    }
    bool element(Xml& into, int depth) {
        if (depth > 50) return wrong("too deep");
        if (!take("<") || !word(into.name)) return wrong("no element");
        while (take(" ")) {
            std::pair<std::string, std::string> one;
            if (!word(one.first)) return false;
            if (into.has(one.first)) return wrong("an attribute twice");
            if (!take("=\"")) return wrong("no value");
            while (!take("\"")) {
                if (at_ == text_.size()) return wrong("an open quote");
                if (!character(one.second)) return false;
            }
            into.attributes.push_back(one);
        }
        if (take("/>")) return true;
        if (!take(">")) return wrong("an open tag");
        for (;;) {
            if (at_ == text_.size()) return wrong("an open element");
            if (take("</")) {
                std::string name;
                if (!word(name)) return false;
                return (name == into.name && take(">")) || wrong("the end of another element");
            }
            if (next_is("<")) {
                if (!element(into.children.emplace_back(), depth + 1)) return false;
            } else if (!character(into.text)) {
                return false;
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string error_{};
};

}  // namespace support
