// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// What has to be true of the names of every enumeration.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <doctest/doctest.h>

#include <trimode/base/names.hpp>

namespace test {

template <class E>
using Spelling = std::pair<E, std::string_view>;

/// The values in their order with their names, and the aliases: exactly these spellings are valid.
template <trimode::Named E, std::size_t N, std::size_t A = 0>
void check_names(const std::array<Spelling<E>, N>& names,
                 const std::array<Spelling<E>, A>& aliases = {}) {
    static_assert(std::is_same_v<std::underlying_type_t<E>, std::uint8_t>);
    static_assert(trimode::count<E> == N);
    static_assert(noexcept(trimode::name(E{}))&& noexcept(trimode::parse<E>(""))&& noexcept(
        trimode::nearest<E>("")));
    for (std::size_t i = 0; i < N; ++i) {
        const E value = names[i].first;
        const std::string_view expected = names[i].second;
        CAPTURE(std::string(expected));
        CHECK(trimode::index(value) == i);
        CHECK(trimode::name(value) == expected);
        CHECK(trimode::parse<E>(expected) == value);
        CHECK(trimode::nearest<E>(expected) == expected);

        std::string other(expected);
        other.front() = static_cast<char>(other.front() - 'a' + 'A');
        CHECK(trimode::parse<E>(other) == std::nullopt);
        CHECK(trimode::nearest<E>(other) == expected);
        CHECK(trimode::parse<E>(std::string(expected) + ' ') == std::nullopt);
        CHECK(trimode::parse<E>(' ' + std::string(expected)) == std::nullopt);
        other = std::string(expected) + expected.back();
        CHECK(trimode::parse<E>(other) == std::nullopt);
        CHECK(trimode::nearest<E>(other) == expected);
        if (i > 0) {
            CHECK(trimode::parse<E>(std::string(names[i - 1].second) + ' ' +
                                    std::string(expected)) == std::nullopt);
        }
    }
    for (const auto& row : aliases) {
        const E value = row.first;
        const std::string_view alias = row.second;
        CAPTURE(std::string(alias));
        CHECK(trimode::parse<E>(alias) == value);
        CHECK(trimode::nearest<E>(alias) == trimode::name(value));
        const std::string together = std::string(trimode::name(value)) + ' ' + std::string(alias);
        CHECK(trimode::parse<E>(together) == std::nullopt);
    }
    // One step beyond, and the last number that there is.
    CHECK(trimode::name(static_cast<E>(N)).empty());
    CHECK(trimode::name(static_cast<E>(255)).empty());
    CHECK(trimode::parse<E>("") == std::nullopt);
    CHECK(trimode::parse<E>(" ") == std::nullopt);
    // No spelling besides these.
    std::size_t spellings = 0;
    for (const std::string_view entry : trimode::detail::table<E>.entries) {
        ++spellings;
        for (const char c : entry) spellings += c == ' ' ? 1U : 0U;
    }
    CHECK(spellings == N + A);
}

}  // namespace test
