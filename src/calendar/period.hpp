// A length of time as a procedure states it: "1 working day", "24 hours", "6 to 8 weeks", "14 days before".
#pragma once
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace hearken::calendar {

enum class Unit {
    Minutes,
    Hours,
    WorkingWeekHours,  ///< elapsed hours, but 5pm on the next working day where they start or end outside the week
    SameDay,           ///< before local midnight of day 0
    Days,              ///< calendar days
    WorkingDays,
    SchoolDays,
    BeforeNextSchoolDay,  ///< before the service (or 9am) opens on the next school day
    Weeks,
    Months,
    Terms,
    Years,
};

/// Small and cheap to copy. Equal periods print the same.
struct Period {
    Unit unit = Unit::Days;
    int count = 1;        ///< the limit: the upper end of a range; 0 for SameDay and BeforeNextSchoolDay
    int guide = 0;        ///< the lower end of a range, a guide and never a breach; 0 = no range
    bool before = false;  ///< counted back from an event
    bool operator==(const Period&) const = default;

    /// Whether the answer depends on the time of day of what it is counted from.
    bool needs_time_of_day() const {
        return unit == Unit::Minutes || unit == Unit::Hours || unit == Unit::WorkingWeekHours ||
               unit == Unit::BeforeNextSchoolDay;
    }
    /// The limit is a calendar date that may fall on a day nobody works.
    bool is_calendar() const {
        return unit == Unit::Days || unit == Unit::Weeks || unit == Unit::Months || unit == Unit::Years ||
               unit == Unit::SameDay || unit == Unit::Terms;
    }
    /// So many of these periods after each other, as one period; the guide is dropped.
    Period times(int n) const { return Period{unit, count * n, 0, before}; }
};

/// Reads the forms above, and "same day" (also "0 days"), "before next school day", "24 hours in the working week",
/// "6-8 weeks", "one week", and the words for a cadence ("weekly", "six-weekly", "monthly", "bimonthly" = every two
/// months, "quarterly", "termly", "annual"). Case, hyphens and underscores do not matter. Refused (naming `field`),
/// with what to write instead: anything else, zero and negative counts, more than 9999, a range that runs backwards,
/// and words without a figure ("regularly", "immediately"), for which no interval is invented.
Result<Period> parse_period(std::string_view text, std::string field = {});

/// What parse_period reads: "1 working day", "6 to 8 weeks", "4 weeks before".
std::string period_text(const Period& period);

}  // namespace hearken::calendar
