// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Admission by itself; what follows from it for what is told stands in told_test.cpp.
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/evidence/admission.hpp>

#include "support/tables.hpp"

namespace {

using namespace trimode;
using support::date;
using support::period;
using support::Tables;

/// Four documents by three authors, one of whom wrote two.
void fill(Tables& tables) {
    for (const std::string_view published : {"2020", "2023-04", "2022-11-15", "201X"})
        tables.add_source(date(published));
    tables.sources[0].id = "000_buriev";
    tables.sources[1].id = "001_kluczewska";
    tables.sources[2].id = "002_kluczewska_interview";
    tables.sources[3].id = "003";
    tables.sources[0].author = "Muslimbek Buriev";
    tables.sources[1].author = tables.sources[2].author = "Karolina Kluczewska";
    tables.sources[3].author = "Elena";
}

Sources published(const Tables& tables, std::string_view within) {
    return sources_published(tables.dataset(), period(within));
}

}  // namespace

static_assert(noexcept(Admission{}.admits(Claim{})) && noexcept(Admission{}.admits_figure(Claim{})) && noexcept(
    Admission{}.hears(Claim{})));
static_assert(noexcept(sources_with_id(Dataset{}, "")) && noexcept(sources_by(Dataset{}, "")) && noexcept(
    sources_published(Dataset{}, Period{})));
static_assert(sources_with_id(Dataset{}, "000") == 0 && sources_by(Dataset{}, "Buriev") == 0 &&
              sources_published(Dataset{}, Period{}) == 0);
static_assert(std::is_trivially_copyable_v<Admission> && every_source == 0xffffffffU);

TEST_CASE(
    "unless told otherwise, every document is admitted, asserted or reported, and for twelve months after an act") {
    constexpr Admission plain{};
    CHECK_FALSE(plain.strict);
    CHECK(plain.sources == every_source);
    CHECK((plain.modalities == Set<Modality>{Modality::asserted, Modality::reported}));
    CHECK(plain.act_window == 365);
}

TEST_CASE("every combination of document, modality, voice and stance is heard, admitted, or used as a figure") {
    for (std::size_t source = 0; source < 40; ++source) {
        std::string id = std::to_string(1000 + source).substr(1) + ".001a";
        Claim claim;
        claim.id = id;
        for (const Modality modality : all<Modality>()) {
            for (const Voice voice : all<Voice>()) {
                for (const Stance stance : all<Stance>()) {
                    claim.modality = modality;
                    claim.voice = voice;
                    claim.stance = stance;
                    for (const Sources sources :
                         {Sources{0}, Sources{1}, Sources{2}, Sources{1} << 31U, every_source}) {
                        for (const Set<Modality> modalities :
                             {Set<Modality>{}, Set<Modality>{modality}, all<Modality>(),
                              all<Modality>() - Set<Modality>{modality}}) {
                            Admission admission;
                            admission.sources = sources;
                            admission.modalities = modalities;
                            // At most 32 documents have a bit.
                            bool heard = source < 32;
                            if (heard && (sources & (Sources{1} << source)) == 0) heard = false;
                            if (!modalities.contains(modality)) heard = false;
                            bool believed = heard;
                            if (voice != Voice::author && stance != Stance::adopted) believed = false;
                            const bool figure = heard && stance != Stance::distanced;
                            const bool same = admission.hears(claim) == heard && admission.admits(claim) == believed &&
                                              admission.admits_figure(claim) == figure;
                            CHECK_MESSAGE(same, "document ", source, ", ", std::string(name(modality)), ", ",
                                          std::string(name(voice)), ", ", std::string(name(stance)));
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE("neither strictness nor the window decides who is admitted") {
    Claim claim;
    claim.id = "000.001a";
    for (const std::int32_t window : {0, 365, 10000}) {
        for (const bool strict : {false, true}) {
            Admission admission;
            admission.strict = strict;
            admission.act_window = window;
            CHECK(admission.admits(claim));
            CHECK(admission.admits_figure(claim));
        }
    }
}

TEST_CASE("documents by id or leading number") {
    Tables tables;
    fill(tables);
    const Dataset data = tables.dataset();
    CHECK(sources_with_id(data, "000_buriev") == 1);
    CHECK(sources_with_id(data, "000") == 1);
    CHECK(sources_with_id(data, "001") == 2);
    CHECK(sources_with_id(data, "002") == 4);
    CHECK(sources_with_id(data, "002_kluczewska_interview") == 4);
    CHECK(sources_with_id(data, "003") == 8);  // an id that is a number alone
    for (const std::string_view wrong :
         {"", "0", "00", "000_", "000_buri", "buriev", "002_kluczewska", "004", "003_", "001 "}) {
        CHECK_MESSAGE(sources_with_id(data, wrong) == 0, std::string(wrong));
    }
}

TEST_CASE("nothing names a document without an id") {
    Tables tables;
    tables.add_source(Date(2020));
    tables.sources[0].id = "";
    tables.add_source(Date(2021));
    tables.sources[1].id = "_x";
    CHECK(sources_with_id(tables.dataset(), "") == 0);
    CHECK(sources_with_id(tables.dataset(), "_x") == 2);
}

TEST_CASE("a leading number that two documents share names both") {
    Tables tables;
    fill(tables);
    tables.sources[3].id = "000_again";
    CHECK(sources_with_id(tables.dataset(), "000") == 9);
    CHECK(sources_with_id(tables.dataset(), "000_again") == 8);
}

TEST_CASE("documents by author") {
    Tables tables;
    fill(tables);
    const Dataset data = tables.dataset();
    CHECK(sources_by(data, "Muslimbek Buriev") == 1);
    CHECK(sources_by(data, "Buriev") == 1);
    CHECK(sources_by(data, "Muslimbek") == 1);
    CHECK(sources_by(data, "Kluczewska") == 6);
    CHECK(sources_by(data, "Karolina Kluczewska") == 6);
    CHECK(sources_by(data, "Elena") == 8);
    for (const std::string_view wrong :
         {"", " ", "Burie", "buriev", "Kluczewska Karolina", "Buriev Kluczewska", "Elena "}) {
        CHECK_MESSAGE(sources_by(data, wrong) == 0, std::string(wrong));
    }
    tables.sources[0].author = "";
    CHECK(sources_by(tables.dataset(), "") == 0);
}

TEST_CASE("documents by their date of publication, at each boundary and a day beyond") {
    Tables tables;
    fill(tables);
    CHECK(published(tables, "2022-11-15") == 4);
    CHECK(published(tables, "2022-11-14") == 0);
    CHECK(published(tables, "2022-11-16") == 0);
    CHECK(published(tables, "2022-11-01/2022-11-15") == 4);
    CHECK(published(tables, "2022-11-01/2022-11-14") == 0);
    CHECK(published(tables, "2022-11-16/2022-11-30") == 0);
    // A document known by its year was surely published within the year, not surely within a part of it.
    CHECK(published(tables, "2020") == 1);
    CHECK(published(tables, "2020-01-01/2020-12-31") == 1);
    CHECK(published(tables, "2020-01-02/2020-12-31") == 0);
    CHECK(published(tables, "2020-01-01/2020-12-30") == 0);
    CHECK(published(tables, "2023-04") == 2);
    CHECK(published(tables, "2023-04-01/2023-04-29") == 0);
    CHECK(published(tables, "2010/2019") == 8);
    CHECK(published(tables, "2010/2018") == 0);
    CHECK(published(tables, "2010/2023") == 15);
}

TEST_CASE("an open or unknown end of the time of publication bounds nothing") {
    Tables tables;
    fill(tables);
    for (const std::string_view all_of_it : {"/", "/..", "../", "../.."}) CHECK(published(tables, all_of_it) == 15);
    for (const std::string_view until : {"/2022", "../2022"}) CHECK(published(tables, until) == 13);
    for (const std::string_view since : {"2022/", "2022/.."}) CHECK(published(tables, since) == 6);
    CHECK(published(tables, "../2009") == 0);
    CHECK(published(tables, "2023-05/..") == 0);
}

TEST_CASE("of more than 32 documents the first 32 can be named") {
    Tables tables;
    for (int i = 0; i < 40; ++i) {
        tables.add_source(Date(2020));
        tables.sources.back().id = i < 31 ? "000_a" : "001_b";
        tables.sources.back().author = "One";
    }
    const Dataset data = tables.dataset();
    CHECK(sources_with_id(data, "001") == Sources{1} << 31U);
    CHECK(sources_by(data, "One") == every_source);
    CHECK(sources_published(data, Period(Date(2020))) == every_source);
}

TEST_CASE("admissions are combined with and, and or") {
    Tables tables;
    fill(tables);
    const Dataset data = tables.dataset();
    Admission admission;
    admission.sources = sources_by(data, "Kluczewska") & sources_published(data, Period(Date(2022)));
    CHECK(admission.sources == 4);
    std::vector<std::string_view> heard;
    const std::vector<std::string_view> ids{"000.001a", "001.001a", "002.001a", "003.001a"};
    for (const std::string_view id : ids) {
        Claim claim;
        claim.id = id;
        if (admission.admits(claim)) heard.push_back(id);
    }
    CHECK((heard == std::vector<std::string_view>{"002.001a"}));
    CHECK((sources_with_id(data, "000") | sources_with_id(data, "003")) == 9);
}
