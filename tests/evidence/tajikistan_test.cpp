// SPDX-License-Identifier: BSL-1.0

#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <trimode/evidence/tajikistan.hpp>
#include <trimode/inference/dependency.hpp>
#include <trimode/trimode.hpp>

using namespace trimode;

namespace {

/// Whether some claim stands in the block: it begins there, or its range covers it.
bool has_claim(std::size_t source, std::size_t block) {
    for (const Claim& claim : tajikistan.claims) {
        if (claim.source() != source) continue;
        const std::size_t last = claim.last_block == 0 ? claim.block() : claim.last_block;
        if (claim.block() <= block && block <= last) return true;
    }
    return false;
}

std::string_view reason(std::size_t source, std::size_t block) {
    for (const UncodedBlock& row : tajikistan.uncoded) {
        if (row.source == source && row.block == block) return row.reason;
    }
    return {};
}

}  // namespace

TEST_CASE("every block of the documents has claims, or a reason why not, none has both") {
    for (std::size_t source = 0; source < tajikistan.sources.size(); ++source) {
        for (std::size_t block = 1; block <= tajikistan.sources[source].blocks; ++block) {
            CAPTURE(source);
            CAPTURE(block);
            CHECK(has_claim(source, block) != !reason(source, block).empty());
        }
    }
}

TEST_CASE("the number of a source is its place and the beginning of its id") {
    for (std::size_t i = 0; i < tajikistan.sources.size(); ++i) {
        const std::string number = "00" + std::to_string(i);
        CHECK(tajikistan.sources[i].id.substr(0, 3) == number);
    }
}

TEST_CASE("statements are single sentences of their own") {
    std::set<std::string_view> seen;
    for (const Claim& claim : tajikistan.claims) {
        CAPTURE(std::string(claim.id));
        CHECK(claim.statement.back() == '.');
        CHECK(claim.statement.size() >= 15);
        CHECK(claim.statement.size() <= 400);
        CHECK(claim.statement.find("  ") == std::string_view::npos);
        CHECK(seen.insert(claim.statement).second);
    }
}

TEST_CASE("figures are within the range of their unit, and in front of empty places") {
    for (const Claim& claim : tajikistan.claims) {
        CAPTURE(std::string(claim.id));
        bool ended = false;
        for (const Figure& figure : claim.figures) {
            if (figure.measure.empty()) {
                ended = true;
                continue;
            }
            CHECK(!ended);
            CHECK(figure.quantity.low >= Decimal{0});
            CHECK(figure.quantity.low <= figure.quantity.high);
            if (figure.quantity.unit == Unit::percent) CHECK(figure.quantity.high <= Decimal{100});
        }
        if (claim.kind == ClaimKind::figure) CHECK(!claim.figures[0].measure.empty());
    }
}

TEST_CASE("a quotation names its speaker") {
    for (const Claim& claim : tajikistan.claims) {
        CAPTURE(std::string(claim.id));
        if (claim.voice != Voice::author) CHECK(!claim.speaker.empty());
    }
}

TEST_CASE("a section is known for every claim of the papers but those above the first heading") {
    for (const Claim& claim : tajikistan.claims) {
        CAPTURE(std::string(claim.id));
        CHECK((claim.source() > 1 || claim.block() < 3 || !section(tajikistan, claim).empty()));
    }
}

TEST_CASE("only what the documents call so belongs to the West") {
    const auto west = *find_partner(tajikistan.partners, "west");
    std::set<std::string_view> members;
    for (const Membership& row : tajikistan.memberships) {
        if (row.group == west) members.insert(tajikistan.partner(row.member).id);
    }
    CHECK(members == std::set<std::string_view>{"eu", "osce", "uk", "us"});
}

TEST_CASE("what is told only of a kind of partner is not told by claims") {
    for (const auto& coding : tajikistan.conditions) CHECK(coding.feature != Condition::global_arena);
}

TEST_CASE("every partner can be asked at any time, by every route, and nothing told means every level") {
    for (std::size_t i = 0; i < tajikistan.partners.size(); ++i) {
        const PartnerIndex partner{static_cast<std::uint8_t>(i)};
        for (const int year : {1991, 1999, 2008, 2016, 2023}) {
            for (const IssueArea area : all<IssueArea>()) {
                for (const Route route : all<Route>()) {
                    const auto found = dependency(tajikistan, partner, area, *Date::of(year), route);
                    CHECK(!found.levels.empty());
                    if (!found.told) CHECK(found.levels == all<Level>());
                    int claims = 0;
                    for_each_dependency_telling(tajikistan, partner, area, *Date::of(year), route, {},
                                                [&](const auto&) { ++claims; });
                    CHECK(found.told == (claims > 0));
                }
            }
        }
    }
}
