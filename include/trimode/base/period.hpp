// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Period: from one date to another, open or unknown at either end.
/// Layer: base.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <trimode/base/date.hpp>
#include <trimode/base/on_use.hpp>

namespace trimode {

/// One end of a period: a date, not known, or none at all. Not known is not the same as still going on.
struct End {
    enum class Kind : std::uint8_t { unknown, open, dated };
    Kind kind = Kind::unknown;
    Date date{};

    constexpr End() noexcept = default;
    constexpr End(Date known) noexcept : kind(Kind::dated), date(known) {}
    [[nodiscard]] static constexpr End open() noexcept {
        End end;
        end.kind = Kind::open;
        return end;
    }
    [[nodiscard]] constexpr bool dated() const noexcept { return kind == Kind::dated; }
    [[nodiscard]] friend constexpr bool operator==(const End&, const End&) noexcept = default;
};

/// From one end to the other, both included: `2010/2019` is all of the decade.
struct Period {
    End from{};
    End to{};

    constexpr Period() noexcept = default;
    constexpr Period(End first, End last) noexcept : from(first), to(last) {}
    /// The period of a single date.
    constexpr Period(Date date) noexcept : from(date), to(date) {}

    /// Neither end is given: nothing is said about the time.
    [[nodiscard]] constexpr bool undated() const noexcept {
        return from.kind == End::Kind::unknown && to.kind == End::Kind::unknown;
    }
    /// Whether it is the period of one single date.
    [[nodiscard]] constexpr bool single() const noexcept { return from.dated() && to.dated() && from.date == to.date; }
    [[nodiscard]] friend constexpr bool operator==(const Period&, const Period&) noexcept = default;
};

/// The period in EDTF: `2010/2019`, `2022-02-24/..` (still going on), `2022/` (end not known), `2016` (a single date).
[[nodiscard]] constexpr Text<28> edtf(const Period& period) noexcept {
    Text<28> text;
    if (period.single()) {
        text += edtf(period.from.date);
        return text;
    }
    const auto put = [&text](const End& end) {
        if (end.dated()) text += edtf(end.date);
        if (end.kind == End::Kind::open) text += "..";
    };
    put(period.from);
    text += '/';
    put(period.to);
    return text;
}

namespace detail {
/// Whether the last day of a period is before its first.
[[nodiscard]] constexpr bool ends_before_it_starts(const End& from, const End& to) noexcept {
    if (!from.dated() || !to.dated() || from.date.year() < to.date.year()) return false;
    return to.date.days().last < from.date.days().first;
}
}  // namespace detail

/// The period of an EDTF text as `edtf` writes it.
/// Error: as `parse_date`; no_such_date when it ends before it starts.
template <class Use = OnUse>
[[nodiscard]] constexpr Result<Used<Use, Period>> parse_period(std::string_view text) noexcept {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto date = parse_date(text);
        if (!date) return date.error();
        return Used<Use, Period>(*date);
    }
    Used<Use, Period> period;
    const auto read = [](std::string_view part, std::size_t at, End& end) {
        if (part.empty()) return Error{};
        if (part == "..") {
            end = End::open();
            return Error{};
        }
        const auto date = parse_date(part);
        if (date) {
            end = *date;
            return Error{};
        }
        Error error = date.error();
        error.column += at;
        return error;
    };
    Error error = read(text.substr(0, slash), 0, period.from);
    if (error.fault == Fault::none) error = read(text.substr(slash + 1), slash + 1, period.to);
    if (error.fault != Fault::none) return error;
    if (detail::ends_before_it_starts(period.from, period.to)) {
        return Error{Fault::no_such_date, 1, 1, text, {}};
    }
    return period;
}

namespace detail {
/// Called only where a period in the program is not well formed; its name is the message.
void not_a_period_in_edtf_such_as_2010_slash_2019();

/// Reads what `edtf` writes in as few steps as can be, since tables have a thousand periods and a compiler interprets
/// each step. What it does not take, such as years before 10, may be right: that `parse_period` says.
class WrittenPeriod {
public:
    constexpr explicit WrittenPeriod(const char* text) : at_(text) {}
    /// The period of the whole text. False when it is none, or one that this does not take.
    constexpr bool read(Period& period) {
        period.from = next();
        if (good_ && period.from.dated() && *at_ == '\0') {
            period.to = period.from;
            return true;
        }
        if (!good_ || *at_ != '/') return false;
        ++at_;
        period.to = next();
        return good_ && *at_ == '\0' && !ends_before_it_starts(period.from, period.to);
    }

private:
    /// Up to the slash, or to the end of the text.
    constexpr End next() {
        if (*at_ == '/' || *at_ == '\0') return {};
        if (*at_ == '.') {
            good_ = good_ && at_[1] == '.';
            at_ += good_ ? 2 : 1;
            return End::open();
        }
        int year = digits(3) * 10;
        Precision precision = Precision::decade;
        if (good_ && *at_ == 'X') {
            ++at_;
        } else {
            year += digits(1);
            precision = Precision::year;
        }
        int month = 0;
        int day = 0;
        if (good_ && precision == Precision::year && *at_ == '-') {
            ++at_;
            month = digits(2);
            precision = Precision::month;
            if (good_ && *at_ == '-') {
                ++at_;
                day = digits(2);
                precision = Precision::day;
            }
            good_ = good_ && date_exists(year, month, precision == Precision::day ? day : 1);
        }
        const bool about = good_ && *at_ == '~';
        if (about) ++at_;
        good_ = good_ && year >= 10;
        return Date(year, month, day, precision, about);
    }
    constexpr int digits(int count) {
        int number = 0;
        for (; count != 0 && good_; --count) {
            good_ = *at_ >= '0' && *at_ <= '9';
            number = number * 10 + (*at_ - '0');
            if (good_) ++at_;
        }
        return number;
    }
    const char* at_;
    bool good_ = true;
};

template <class Use>
[[nodiscard]] constexpr Used<Use, Period> period_or_does_not_compile(std::string_view text) {
    const auto period = parse_period<Use>(text);
    if (!period) not_a_period_in_edtf_such_as_2010_slash_2019();
    return *period;
}
}  // namespace detail

/// A period that is written in the program, as a literal. Error: does not compile when `parse_period` would fail.
template <class Use = OnUse>
[[nodiscard]] consteval Used<Use, Period> during(const char* text) {
    Used<Use, Period> written;
    if (detail::WrittenPeriod(text).read(written)) return written;
    return detail::period_or_does_not_compile<Use>(text);
}

/// The same of a text that is no literal, such as a constant of one's own. A literal is cheaper to compile.
template <class Use = OnUse>
[[nodiscard]] consteval Used<Use, Period> during(Used<Use, std::string_view> text) {
    return detail::period_or_does_not_compile<Use>(text);
}

}  // namespace trimode
