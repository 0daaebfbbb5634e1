// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Date: a day, month, year or decade, as precise as its source gives it and no more.
/// Layer: base.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <trimode/base/names.hpp>
#include <trimode/base/on_use.hpp>
#include <trimode/base/result.hpp>
#include <trimode/base/text.hpp>

namespace trimode {

/// A day of the proleptic Gregorian calendar. Unit: days since 1970-01-01; earlier days are negative.
using Day = std::int32_t;

/// All days from the first to the last, both included. None when the first is after the last.
struct Days {
    Day first = 0;
    Day last = 0;
    [[nodiscard]] constexpr bool contains(Day day) const noexcept { return first <= day && day <= last; }
    [[nodiscard]] constexpr bool empty() const noexcept { return first > last; }
    /// Whether every day of the other is one of these. False for an empty other: it has no day to speak of.
    [[nodiscard]] constexpr bool contains(Days other) const noexcept {
        return !other.empty() && first <= other.first && other.last <= last;
    }
    /// Whether they have a day in common.
    [[nodiscard]] constexpr bool overlaps(Days other) const noexcept {
        return !empty() && !other.empty() && first <= other.last && other.first <= last;
    }
    [[nodiscard]] friend constexpr bool operator==(Days, Days) noexcept = default;
};

/// How much of a date is given.
enum class Precision : std::uint8_t { decade, year, month, day };

/// The spellings of Precision.
consteval auto names_of(Precision) { return names<Precision>("decade", "year", "month", "day"); }

namespace detail {

/// Called only where a date that does not exist is written in the program; its name is the message.
void no_such_date_in_the_calendar();

class WrittenPeriod;

[[nodiscard]] constexpr bool leap(int year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
[[nodiscard]] constexpr int month_length(int year, int month) noexcept {
    constexpr int lengths[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : lengths[month - 1];
}
[[nodiscard]] constexpr bool date_exists(int year, int month, int day) noexcept {
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= month_length(year, month);
}
/// Days since 1970-01-01: whole years, the leap days among them, the months of this year, the days of this month.
[[nodiscard]] constexpr Day day_number(int year, int month, int day) noexcept {
    const int before = year - 1;
    int days = before * 365 + before / 4 - before / 100 + before / 400;
    for (int m = 1; m < month; ++m) days += month_length(year, m);
    return days + day - 1 - 719162;
}

}  // namespace detail

/// A date with the precision of its source. A decade (`201X`) is some unspecified time in it, not all of it; a date that
/// is `about` (`2005~`) is near, not at, what it names. Range: years 1 to 9999.
class Date {
public:
    constexpr Date() noexcept = default;
    /// A year, a month or a day that is written in the program. Error: does not compile when it does not exist.
    consteval explicit Date(int year) : Date(year, 1, 1, Precision::year) {}
    consteval Date(int year, int month) : Date(year, month, 1, Precision::month) {}
    consteval Date(int year, int month, int day) : Date(year, month, day, Precision::day) {}

    /// The same for numbers that are known only at run time. Error: empty when the date does not exist.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr std::optional<Used<Use, Date>> of(int year, int month = 0, int day = 0) noexcept {
        if ((month == 0 && day != 0) || !detail::date_exists(year, month == 0 ? 1 : month, day == 0 ? 1 : day)) {
            return std::nullopt;
        }
        return unchecked(year, month, day);
    }
    /// Some time in the decade that begins with this year. Error: empty unless the year is a multiple of 10 from 10 on.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr std::optional<Used<Use, Date>> decade(int first_year) noexcept {
        if (first_year < 10 || first_year > 9990 || first_year % 10 != 0) return std::nullopt;
        Date date = unchecked(first_year, 0, 0);
        date.precision_ = Precision::decade;
        return date;
    }
    /// The calendar day of a day number. Error: empty outside the years 1 to 9999.
    template <class Use = OnUse>
    [[nodiscard]] static constexpr std::optional<Used<Use, Date>> of_day(Day day) noexcept {
        if (day < detail::day_number(1, 1, 1) || day > detail::day_number(9999, 12, 31)) return std::nullopt;
        int year = static_cast<int>((std::int64_t{day} + 719162) * 400 / 146097) + 1;
        while (detail::day_number(year, 1, 1) > day) --year;
        while (year < 9999 && detail::day_number(year + 1, 1, 1) <= day) ++year;
        int month = 12;
        while (detail::day_number(year, month, 1) > day) --month;
        return unchecked(year, month, day - detail::day_number(year, month, 1) + 1);
    }
    /// The same date, marked as only near what it names.
    [[nodiscard]] constexpr Date about() const noexcept {
        Date date = *this;
        date.about_ = true;
        return date;
    }

    [[nodiscard]] constexpr int year() const noexcept { return year_; }
    /// Range: 1 to 12; 0 when the source gives no month.
    [[nodiscard]] constexpr int month() const noexcept { return month_; }
    /// Range: 1 to 31; 0 when the source gives no day.
    [[nodiscard]] constexpr int day() const noexcept { return day_; }
    [[nodiscard]] constexpr Precision precision() const noexcept { return precision_; }
    [[nodiscard]] constexpr bool is_about() const noexcept { return about_; }

    /// All the days that the date names: for a year its first to its last day.
    [[nodiscard]] constexpr Days days() const noexcept {
        switch (precision_) {
            case Precision::day: {
                const Day day = detail::day_number(year_, month_, day_);
                return {day, day};
            }
            case Precision::month:
                return {detail::day_number(year_, month_, 1),
                        detail::day_number(year_, month_, detail::month_length(year_, month_))};
            case Precision::year: return {detail::day_number(year_, 1, 1), detail::day_number(year_, 12, 31)};
            case Precision::decade: break;
        }
        return {detail::day_number(year_, 1, 1), detail::day_number(year_ + 9, 12, 31)};
    }

    [[nodiscard]] friend constexpr bool operator==(Date, Date) noexcept = default;

private:
    friend class detail::WrittenPeriod;
    constexpr Date(int year, int month, int day, Precision precision, bool about) noexcept
        : year_(static_cast<std::int16_t>(year)),
          month_(static_cast<std::uint8_t>(month)),
          day_(static_cast<std::uint8_t>(day)),
          precision_(precision),
          about_(about) {}
    consteval Date(int year, int month, int day, Precision precision)
        : year_(static_cast<std::int16_t>(year)),
          month_(static_cast<std::uint8_t>(precision >= Precision::month ? month : 0)),
          day_(static_cast<std::uint8_t>(precision == Precision::day ? day : 0)),
          precision_(precision) {
        if (!detail::date_exists(year, month, day)) detail::no_such_date_in_the_calendar();
    }
    [[nodiscard]] static constexpr Date unchecked(int year, int month, int day) noexcept {
        return {year, month, day, day != 0 ? Precision::day : month != 0 ? Precision::month : Precision::year, false};
    }

    std::int16_t year_ = 1;
    std::uint8_t month_ = 0;
    std::uint8_t day_ = 0;
    Precision precision_ = Precision::year;
    bool about_ = false;
};

/// The date in ISO 8601-2 (EDTF): `2022-02-24`, `2022-02`, `2022`, `201X`; `~` behind it when it is only near.
[[nodiscard]] constexpr Text<12> edtf(Date date) noexcept {
    Text<12> text;
    if (date.precision() == Precision::decade) {
        text.add(static_cast<std::uint64_t>(date.year() / 10), 3);
        text += 'X';
    } else {
        text.add(static_cast<std::uint64_t>(date.year()), 4);
    }
    if (date.month() != 0) {
        text += '-';
        text.add(static_cast<std::uint64_t>(date.month()), 2);
    }
    if (date.day() != 0) {
        text += '-';
        text.add(static_cast<std::uint64_t>(date.day()), 2);
    }
    if (date.is_about()) text += '~';
    return text;
}

/// The date of an EDTF text as `edtf` writes it.
/// Error: nothing_there, unexpected_character (with its column), no_such_date (such as 2022-02-30).
template <class Use = OnUse>
[[nodiscard]] constexpr Result<Used<Use, Date>> parse_date(std::string_view text) noexcept {
    if (text.empty()) return Error{Fault::nothing_there, 1, 1, text, {}};
    std::string_view rest = text;
    const bool about = rest.back() == '~';
    if (about) rest.remove_suffix(1);
    const auto wrong = [text](std::size_t at) {
        return at < text.size() ? Error{Fault::unexpected_character, 1, at + 1, text.substr(at, 1), {}}
                                : Error{Fault::nothing_there, 1, at + 1, text.substr(text.size()), {}};
    };
    constexpr std::string_view shape = "dddd-dd-dd";
    const bool decade = rest.size() == 4 && rest[3] == 'X';
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (i >= shape.size()) return wrong(i);
        if (decade && i == 3) continue;
        if (shape[i] == '-' ? rest[i] != '-' : !detail::is_digit(rest[i])) return wrong(i);
    }
    if (rest.size() != 4 && rest.size() != 7 && rest.size() != 10) return wrong(rest.size());
    const auto number = [rest](std::size_t at, std::size_t size) {
        int sum = 0;
        for (std::size_t i = at; i < at + size; ++i) sum = sum * 10 + (rest[i] - '0');
        return sum;
    };
    const Error no_such{Fault::no_such_date, 1, 1, text, {}};
    std::optional<Used<Use, Date>> date;
    if (decade) {
        date = Used<Use, Date>::decade(number(0, 3) * 10);
    } else {
        const int month = rest.size() >= 7 ? number(5, 2) : 0;
        const int day = rest.size() == 10 ? number(8, 2) : 0;
        if ((rest.size() >= 7 && month == 0) || (rest.size() == 10 && day == 0)) return no_such;
        date = Used<Use, Date>::of(number(0, 4), month, day);
    }
    if (!date) return no_such;
    return about ? date->about() : *date;
}

}  // namespace trimode
