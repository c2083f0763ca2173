// Dates and times of day as people in England read them, and the way between them and instants (Europe/London).
#pragma once
#include <chrono>

#include "core/instant.hpp"

namespace hearken::calendar {

/// A day on the wall calendar. Not an instant: the compiler refuses one for the other. Every function of this module
/// takes a date that exists (`ok()`); a date from outside comes in through calendar/moment_text.hpp, which checks.
using LocalDate = std::chrono::year_month_day;

/// Seconds since local midnight, 0 to 86 399. Minutes and hours convert by themselves: `16h + 50min`.
using LocalTime = std::chrono::seconds;

LocalDate local_date_of(Instant instant);
LocalTime local_time_of(Instant instant);

/// How far local time is ahead of UTC at that instant: 0 in winter, one hour in summer. From the system's zone data;
/// from 2037, where that data ends, by the standing rule (last Sundays of March and October, 01:00 UTC).
std::chrono::seconds offset_at(Instant instant);

/// A time missing when the clocks go forward moves forward by the gap (01:30 → 02:30 summer time: the moment a watch
/// not yet put forward shows); a time that comes twice when they go back is the first.
Instant instant_of(LocalDate date, LocalTime time);

Instant start_of_local_day(LocalDate date);
/// The last second that belongs to the date (23:59:59 local), so that "in time" is always `occurred <= limit` and the
/// limit's own date is the date that people are told.
Instant end_of_local_day(LocalDate date);

LocalDate plus_days(LocalDate date, int days);
/// Same day-number of another month, or that month's last day where there is no such day. `months` may be negative.
LocalDate plus_months(LocalDate date, int months);
/// Days from `from` to `to`; negative where `to` is earlier.
int days_between(LocalDate from, LocalDate to);
std::chrono::weekday weekday_of(LocalDate date);
bool is_weekend(LocalDate date);

/// Both ends in.
struct DateRange {
    LocalDate from;
    LocalDate until;
    bool contains(LocalDate date) const { return from <= date && date <= until; }
    bool operator==(const DateRange&) const = default;
};

}  // namespace hearken::calendar
