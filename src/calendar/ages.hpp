// Ages and look-back windows. An age is reached at the start of the birthday; 29 February on 1 March in other years.
#pragma once
#include <optional>

#include "calendar/local_time.hpp"

namespace hearken::calendar {

/// Completed years on that date; none before birth. For the age at an event, give the event's local date.
std::optional<int> age_on(LocalDate date_of_birth, LocalDate date);
/// Completed months on that date; none before birth.
std::optional<int> age_in_months_on(LocalDate date_of_birth, LocalDate date);

/// The date at whose start the age is reached: 17½ is (17, 6). A day-number that the month lacks is the first of the
/// next month, as for 29 February, so nobody is treated as older than they are.
LocalDate date_age_reached(LocalDate date_of_birth, int years, int months = 0);

/// "Within the n months before": from the same day-number n months earlier (or that month's last day) to `date`, both
/// ends in.
DateRange look_back(LocalDate date, int months);

}  // namespace hearken::calendar
