#include "calendar/day_count.hpp"

namespace hearken::calendar {

using namespace std::chrono;

Result<DayCount> count_days(LocalDate day_zero, int n, Unit unit, int step, const Calendars& calendars) {
    const auto& table = calendars.bank_holidays;
    const sys_days first_held{table.first_day()}, last_held{table.last_day()};
    const bool by_school = unit == Unit::SchoolDays;
    DayCount count;
    count.skipped.reserve(static_cast<size_t>(n) / 2 + 4);
    count.school_days_unknown = by_school && calendars.school == nullptr;
    sys_days day{day_zero};
    while (n > 0) {
        day += days{step};
        if (day < first_held || day > last_held) return refuse(table.beyond(LocalDate{day}));
        const LocalDate date{day};
        if (by_school && calendars.school != nullptr && calendars.school->covers(date)) {
            if (const auto why = calendars.school->why_not(date, table))
                count.skipped.push_back({date, std::string(*why)});
            else
                --n;
        } else if (const weekday of_week{day}; of_week == Saturday || of_week == Sunday) {
            count.skipped.push_back({date, of_week == Saturday ? "Saturday" : "Sunday"});
        } else if (const auto* holiday = table.on(date)) {
            count.skipped.push_back({date, holiday->name});
        } else {
            --n;
            count.school_days_unknown = by_school;
        }
    }
    count.date = LocalDate{day};
    return count;
}

}  // namespace hearken::calendar
