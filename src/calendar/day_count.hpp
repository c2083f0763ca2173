// Counting working days and school days one by one, remembering those that did not count.
#pragma once
#include "calendar/due.hpp"

namespace hearken::calendar {

struct DayCount {
    LocalDate date;
    std::vector<SkippedDay> skipped;
    bool school_days_unknown = false;  ///< some days were judged as working days for want of the school's dates
};

/// The n-th (n >= 1) day that counts after `day_zero`, or before it with `step` -1. `unit` is WorkingDays or
/// SchoolDays. Refused where the bank holiday table ends first.
Result<DayCount> count_days(LocalDate day_zero, int n, Unit unit, int step, const Calendars& calendars);

}  // namespace hearken::calendar
