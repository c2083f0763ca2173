// When something is due, and why: the deadline arithmetic that every clock of every procedure goes through.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/anchor.hpp"
#include "calendar/bank_holidays.hpp"
#include "calendar/period.hpp"
#include "calendar/school_calendar.hpp"
#include "calendar/service_hours.hpp"
#include "core/result.hpp"

namespace hearken::calendar {

/// What days are counted by. Borrowed: must outlive the call, not the answer.
struct Calendars {
    const BankHolidays& bank_holidays = BankHolidays::england_and_wales();
    const SchoolCalendar* school = nullptr;  ///< null: none held; school days are then working days, marked
    const ServiceHours* service = nullptr;   ///< null: not known; Monday to Friday 9am to 5pm, marked
};

struct SkippedDay {
    LocalDate date;
    std::string reason;  ///< "Saturday", "Good Friday", "school holiday", "INSET day"
    bool operator==(const SkippedDay&) const = default;
};

/// An answer with its working. A value: it never moves by itself; counting again is a new DueDate.
struct DueDate {
    Period period;
    Anchor anchor;       ///< counted from this, or back from it
    LocalDate day_zero;  ///< local date of the anchor, even at night or on a holiday: nothing is "deemed received"
    LocalDate date;      ///< the date people are told
    Instant at;          ///< the last moment in time: see in_time. Day-based limits: 23:59:59 local on `date`
    std::vector<SkippedDay> skipped;  ///< days between day_zero and `date` that did not count, in order of counting
    Instant amber_at;       ///< when lists warn: the service's last closing in the limit; for hours, the last quarter
    LocalDate reminder_on;  ///< `date`, or the working day before where nobody works then (never before day_zero)
    std::optional<Instant> guide_at;     ///< the lower end of a range: a guide, never a breach
    std::optional<LocalDate> wanted_on;  ///< with lead_already_past: the date that is gone

    bool given = false;                  ///< the date was set by someone (a court, a panel), not counted
    bool estimated = false;              ///< no time of day was known for a clock in hours, or the event is an estimate
    bool lead_already_past = false;      ///< counting back fell before now: due today
    bool school_days_unknown = false;    ///< working days were used for some or all of the school days
    bool terms_unknown = false;          ///< a term was taken as four months
    bool hours_assumed = false;          ///< the service's opening hours are not known
    bool bank_holidays_unknown = false;  ///< `date` is beyond the table: the reminder knows weekends only

    bool operator==(const DueDate&) const = default;
};

/// What happened at `occurred` met the limit. When it was recorded does not matter here (calendar/timeliness.hpp).
inline bool in_time(const DueDate& due, Instant occurred) { return occurred <= due.at; }

/// When `period` from `anchor` is over.
/// - Working and school days: the n-th such day after day 0, to its end.
/// - Days, weeks, months, years: the calendar date, to its end, whether or not anyone works then; same day-number or
///   the month's last day, always from the anchor.
/// - Hours and minutes: elapsed, through nights, weekends and clock changes.
/// - Hours in the working week: the same, but where they start or end on a non-working day, 5pm on the next working
/// day.
/// - A term: the end of the n-th term that starts after day 0.
/// A period that counts back is handed to due_before. Refused where bank holidays are needed beyond the table.
Result<DueDate> due(const Anchor& anchor, const Period& period, const Calendars& calendars);

/// By when something must be done that is due `period` before `event`: whole days, never rounded later, to the end of
/// that day; hours elapsed. `now`, where given, makes a lead that is already past due today. Refused for periods that
/// have no lead (same day, before next school day, terms, hours in the working week) and beyond the table. When the
/// event moves, ask again.
Result<DueDate> due_before(const Anchor& event, const Period& period, const Calendars& calendars,
                           std::optional<Instant> now = std::nullopt);

/// A date set by someone else, to its end, with reminder and amber like any other.
DueDate due_on(LocalDate date, const Calendars& calendars);

/// Which of several limbs governs ("30 months or age 17½, whichever is earlier"): its position; of equals the first.
/// All limbs stay to be shown. At least one limb.
size_t earlier_of(std::span<const DueDate> limbs);
size_t later_of(std::span<const DueDate> limbs);

}  // namespace hearken::calendar
