// What a clock is counted from: a moment, or a date whose time of day nobody knows.
#pragma once
#include "calendar/local_time.hpp"

namespace hearken::calendar {

/// What something is counted from (or, counting back, to).
struct Anchor {
    Instant at;
    bool date_only = false;  ///< no time of day is known: `at` is the start of that local day
    bool estimated = false;  ///< the date itself is a guess, e.g. an expected date of delivery

    static Anchor at_instant(Instant instant) { return Anchor{instant, false, false}; }
    static Anchor on(LocalDate date) { return Anchor{start_of_local_day(date), true, false}; }
    LocalDate date() const { return local_date_of(at); }
    bool operator==(const Anchor&) const = default;
};

}  // namespace hearken::calendar
