#include "calendar/local_time.hpp"

#include <date/tz.h>

namespace hearken::calendar {

using namespace std::chrono;

namespace {

/// Beyond this the compiled zone files hold no transitions and would say winter time all year.
constexpr Instant kZoneDataEnds = sys_days{year{2037} / January / 1};

const date::time_zone& london() {
    static const date::time_zone* zone = date::locate_zone("Europe/London");
    return *zone;
}

Instant change_of(year y, month m) { return Instant{sys_days{y / m / Sunday[last]}} + hours{1}; }

seconds standing_rule_offset(Instant instant) {
    const year y = year_month_day{floor<days>(instant)}.year();
    const bool summer = instant >= change_of(y, March) && instant < change_of(y, October);
    return summer ? hours{1} : hours{0};
}

Instant standing_rule_instant(seconds local) {
    // Read as summer time first: a repeated time is then the first of the two, and a missing one falls before the
    // change, so it is read as winter time, which is the gap later.
    const Instant as_summer{local - hours{1}};
    return standing_rule_offset(as_summer) == hours{1} ? as_summer : Instant{local};
}

}  // namespace

seconds offset_at(Instant instant) {
    if (instant >= kZoneDataEnds) return standing_rule_offset(instant);
    return london().get_info(date::sys_seconds{instant.time_since_epoch()}).offset;
}

LocalDate local_date_of(Instant instant) { return LocalDate{floor<days>(instant + offset_at(instant))}; }

LocalTime local_time_of(Instant instant) {
    const Instant shifted = instant + offset_at(instant);
    return shifted - floor<days>(shifted);
}

Instant instant_of(LocalDate date, LocalTime time) {
    const seconds local = Instant{sys_days{date}}.time_since_epoch() + time;
    if (Instant{local} >= kZoneDataEnds) return standing_rule_instant(local);
    // `first` is the only offset of an ordinary time, the earlier one of a repeated time, and of a missing time the
    // one before the change: all three conventions in one.
    return Instant{local - london().get_info(date::local_seconds{local}).first.offset};
}

Instant start_of_local_day(LocalDate date) { return instant_of(date, LocalTime{0}); }
Instant end_of_local_day(LocalDate date) { return start_of_local_day(plus_days(date, 1)) - seconds{1}; }

LocalDate plus_days(LocalDate date, int count) { return LocalDate{sys_days{date} + days{count}}; }

LocalDate plus_months(LocalDate date, int count) {
    const LocalDate moved = date + months{count};
    return moved.ok() ? moved : LocalDate{moved.year() / moved.month() / last};
}

int days_between(LocalDate from, LocalDate to) { return static_cast<int>((sys_days{to} - sys_days{from}).count()); }

weekday weekday_of(LocalDate date) { return weekday{sys_days{date}}; }

bool is_weekend(LocalDate date) {
    const weekday day = weekday_of(date);
    return day == Saturday || day == Sunday;
}

}  // namespace hearken::calendar
