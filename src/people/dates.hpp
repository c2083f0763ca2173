// Calendar dates of a life: from-until periods, ages, and dates as people write them.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hearken::people {

using Date = std::chrono::year_month_day;

/// From-until, both days included; an empty side is open. A name, an address or a place on a roll "until 3 March"
/// still holds on 3 March.
struct Period {
    std::optional<Date> from = {};
    std::optional<Date> until = {};

    bool covers(Date day) const;
    bool overlaps(const Period& other) const;
    /// False when it ends before it starts, or names a day that does not exist.
    bool ok() const;
    bool operator==(const Period&) const = default;
};

/// Whole years, by calendar's rule: the age is reached at the start of the birthday, and on 1 March by a person born on
/// 29 February. -1 before birth.
int age_in_years(Date born, Date today);
int age_in_months(Date born, Date today);
int days_between(Date from, Date to);

/// "3 March 2027".
std::string in_words(Date date);
/// "2027-03-03".
std::string to_iso(Date date);

/// Reads 2015-10-29, 29/10/2015, 29-10-2015, 29.10.2015 and 29 October 2015 (or Oct), also with a time of 00:00 after
/// it as spreadsheets write. The day comes before the month. Two-figure years and impossible dates are not read:
/// guessing a child's birth date is worse than asking.
std::optional<Date> date_from_text(std::string_view text);

}  // namespace hearken::people
