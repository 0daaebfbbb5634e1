// SPDX-License-Identifier: BSL-1.0
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <trimode/base/hash.hpp>

using trimode::Fnv1a;

static_assert(std::is_trivially_copyable_v<Fnv1a> && std::is_nothrow_default_constructible_v<Fnv1a>);
static_assert(noexcept(Fnv1a().bytes("a").number(1, 8).text("b").value()));

namespace {

/// The rule once more, bit by bit: x times 2^40 + 2^8 + 0xb3.
std::uint64_t slow(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash = (hash << 40U) + (hash << 8U) + hash * 0xb3U;
    }
    return hash;
}

}  // namespace

TEST_CASE("the values that the authors of the hash publish") {
    CHECK(Fnv1a().value() == 0xcbf29ce484222325U);
    CHECK(Fnv1a().bytes("").value() == 0xcbf29ce484222325U);
    CHECK(Fnv1a().bytes("a").value() == 0xaf63dc4c8601ec8cU);
    CHECK(Fnv1a().bytes("b").value() == 0xaf63df4c8601f1a5U);
    CHECK(Fnv1a().bytes("foobar").value() == 0x85944171f73967e8U);
}

TEST_CASE("every byte counts, also those above 127 and zero") {
    std::string all;
    for (int i = 0; i < 256; ++i) {
        all += static_cast<char>(i);
        CHECK(Fnv1a().bytes(all).value() == slow(all));
        // In parts as in one piece.
        CHECK(Fnv1a().bytes(all.substr(0, 3)).bytes(all.size() > 3 ? all.substr(3) : "").value() == slow(all));
    }
}

TEST_CASE("numbers lowest byte first, whatever the machine") {
    const std::string bytes("\x08\x07\x06\x05\x04\x03\x02\x01", 8);
    for (int width = 0; width <= 8; ++width) {
        CHECK(Fnv1a().number(0x0102030405060708U, width).value() ==
              slow(bytes.substr(0, static_cast<std::size_t>(width))));
    }
    CHECK(Fnv1a().number(0, 0).value() == Fnv1a().value());
    CHECK(Fnv1a().number(0, 1).value() != Fnv1a().value());
}

TEST_CASE("where a text ends is part of it") {
    CHECK(Fnv1a().text("ab").text("c").value() != Fnv1a().text("a").text("bc").value());
    CHECK(Fnv1a().text("ab").value() == slow(std::string("\2\0\0\0ab", 6)));
    CHECK(Fnv1a().text("").value() == slow(std::string(4, '\0')));
}

TEST_CASE("numbers in hexadecimal") {
    static_assert(trimode::hexadecimal(0).view() == "0000000000000000");
    CHECK(trimode::hexadecimal(0x0123456789abcdefU).view() == "0123456789abcdef");
    CHECK(trimode::hexadecimal(~std::uint64_t{0}).view() == "ffffffffffffffff");
    for (int bit = 0; bit < 64; ++bit) {
        const auto text = trimode::hexadecimal(std::uint64_t{1} << bit);
        CHECK(std::stoull(std::string(text.view()), nullptr, 16) == std::uint64_t{1} << bit);
    }
}
