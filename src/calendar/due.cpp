#include "calendar/due.hpp"

#include <algorithm>

#include "calendar/day_count.hpp"

namespace hearken::calendar {

using namespace std::chrono;

namespace {

constexpr LocalTime kWorkingWeekLimit = hours{17};
constexpr LocalTime kSchoolStartsUnlessKnown = hours{9};
constexpr int kMonthsOfAnUnknownTerm = 4;
/// How far back from the limit a closing time is looked for: longer than any run of days that a service is closed.
constexpr int kLongestClosure = 14;

LocalDate calendar_date(LocalDate from, Unit unit, int n) {
    switch (unit) {
        case Unit::Weeks:
            return plus_days(from, 7 * n);
        case Unit::Months:
            return plus_months(from, n);
        case Unit::Years:
            return plus_months(from, 12 * n);
        case Unit::Terms:
            return plus_months(from, kMonthsOfAnUnknownTerm * n);
        default:
            return plus_days(from, n);
    }
}

seconds elapsed(const Period& period) {
    return period.unit == Unit::Minutes ? seconds{minutes{period.count}} : seconds{hours{period.count}};
}

void end_of_day_limit(DueDate& due, LocalDate date) {
    due.date = date;
    due.at = end_of_local_day(date);
}

void moment_limit(DueDate& due, Instant at) {
    due.at = at;
    due.date = local_date_of(at);
}

/// 24 hours from Friday 2pm end on a Saturday, and from a Sunday start on one: both are over at 5pm on the next working
/// day (`M1.child-death-oncall-health.s11`).
Result<Instant> working_week_limit(const DueDate& due, const Calendars& calendars) {
    const auto& table = calendars.bank_holidays;
    const Instant at = due.anchor.at + elapsed(due.period);
    const LocalDate ends_on = local_date_of(at);
    const auto starts_in_week = table.is_working_day(due.day_zero);
    const auto ends_in_week = table.is_working_day(ends_on);
    if (!starts_in_week) return refuse(starts_in_week.error());
    if (!ends_in_week) return refuse(ends_in_week.error());
    if (*starts_in_week && *ends_in_week) return at;
    const auto day = *ends_in_week ? Result<LocalDate>{ends_on} : table.working_day_after(ends_on);
    if (!day) return refuse(day.error());
    return instant_of(*day, kWorkingWeekLimit);
}

/// What happens at 2am on a school day is to be known when school starts that morning.
Result<void> next_school_day_limit(DueDate& due, const Calendars& calendars) {
    const auto starts = [&](LocalDate date) {
        const auto opening =
            calendars.service != nullptr ? calendars.service->opening_on(date, calendars.bank_holidays) : std::nullopt;
        return opening.value_or(instant_of(date, kSchoolStartsUnlessKnown));
    };
    const auto today = count_days(plus_days(due.day_zero, -1), 1, Unit::SchoolDays, +1, calendars);
    if (!today) return refuse(today.error());
    const bool before_school_today = today->date == due.day_zero && starts(due.day_zero) > due.anchor.at;
    auto next = before_school_today ? *today : count_days(due.day_zero, 1, Unit::SchoolDays, +1, calendars);
    if (!next) return refuse(next.error());
    due.skipped = std::move(next->skipped);
    due.school_days_unknown = next->school_days_unknown;
    due.hours_assumed = calendars.service == nullptr || calendars.service->assumed();
    moment_limit(due, starts(next->date));
    return {};
}

/// Sets date, at, skipped and the flags of counting `period` forwards from the anchor.
Result<void> reach(DueDate& due, const Calendars& calendars) {
    const Period& period = due.period;
    switch (period.unit) {
        case Unit::Minutes:
        case Unit::Hours:
            moment_limit(due, due.anchor.at + elapsed(period));
            return {};
        case Unit::WorkingWeekHours: {
            const auto at = working_week_limit(due, calendars);
            if (!at) return refuse(at.error());
            moment_limit(due, *at);
            return {};
        }
        case Unit::BeforeNextSchoolDay:
            return next_school_day_limit(due, calendars);
        case Unit::WorkingDays:
        case Unit::SchoolDays: {
            auto count = count_days(due.day_zero, period.count, period.unit, +1, calendars);
            if (!count) return refuse(std::move(count.error()));
            due.skipped = std::move(count->skipped);
            due.school_days_unknown = count->school_days_unknown;
            end_of_day_limit(due, count->date);
            return {};
        }
        case Unit::Terms: {
            const Term* term =
                calendars.school == nullptr ? nullptr : calendars.school->term_after(due.day_zero, period.count);
            due.terms_unknown = term == nullptr;
            end_of_day_limit(
                due, term != nullptr ? term->dates.until : calendar_date(due.day_zero, Unit::Terms, period.count));
            return {};
        }
        case Unit::SameDay:
            end_of_day_limit(due, due.day_zero);
            return {};
        case Unit::Days:
        case Unit::Weeks:
        case Unit::Months:
        case Unit::Years:
            break;
    }
    end_of_day_limit(due, calendar_date(due.day_zero, period.unit, period.count));
    return {};
}

/// Reminder and amber. Neither comes before `not_before`: the anchor, or for a lead already past, now.
void set_warnings(DueDate& due, const Calendars& calendars, std::optional<Instant> not_before) {
    const auto& table = calendars.bank_holidays;
    due.bank_holidays_unknown = !table.covers(due.date);
    due.reminder_on = due.date;
    while (!table.is_working_day_as_far_as_known(due.reminder_on)) due.reminder_on = plus_days(due.reminder_on, -1);
    if (not_before) due.reminder_on = std::max(due.reminder_on, std::min(local_date_of(*not_before), due.date));

    if (due.period.needs_time_of_day() && !due.lead_already_past) {
        const seconds length = due.period.before ? elapsed(due.period) : due.at - due.anchor.at;
        due.amber_at = due.at - length / 4;
        return;
    }
    const ServiceHours& service = calendars.service != nullptr ? *calendars.service : ServiceHours::unknown();
    due.hours_assumed = service.assumed();
    const LocalDate earliest = plus_days(due.date, -kLongestClosure);
    due.amber_at = not_before.value_or(start_of_local_day(due.date));
    for (LocalDate day = due.date; day > earliest; day = plus_days(day, -1)) {
        const auto closing = service.closing_on(day, table);
        if (!closing) continue;
        due.amber_at = not_before ? std::max(*closing, *not_before) : *closing;
        return;
    }
}

DueDate counted(const Anchor& anchor, const Period& period) {
    DueDate due;
    due.period = period;
    due.anchor = anchor;
    due.day_zero = anchor.date();
    due.estimated = anchor.estimated || (anchor.date_only && period.needs_time_of_day());
    return due;
}

/// Sets date, at, skipped and the flags of counting back from the event.
Result<void> reach_back(DueDate& due, const Calendars& calendars) {
    const Period& period = due.period;
    if (period.unit == Unit::Minutes || period.unit == Unit::Hours) {
        moment_limit(due, due.anchor.at - elapsed(period));
    } else if (period.unit == Unit::WorkingDays || period.unit == Unit::SchoolDays) {
        auto count = count_days(due.day_zero, period.count, period.unit, -1, calendars);
        if (!count) return refuse(std::move(count.error()));
        due.skipped = std::move(count->skipped);
        due.school_days_unknown = count->school_days_unknown;
        end_of_day_limit(due, count->date);
    } else {
        end_of_day_limit(due, calendar_date(due.day_zero, period.unit, -period.count));
    }
    return {};
}

/// Computes the lower end of a range with the same rules.
template <class Reach>
Result<void> set_guide(DueDate& due, const Calendars& calendars, Reach reach_by) {
    if (due.period.guide == 0) return {};
    DueDate lower = counted(due.anchor, due.period);
    lower.period.count = due.period.guide;
    if (auto reached = reach_by(lower, calendars); !reached) return reached;
    due.guide_at = lower.at;
    return {};
}

}  // namespace

Result<DueDate> due(const Anchor& anchor, const Period& period, const Calendars& calendars) {
    if (period.before) return due_before(anchor, period, calendars);
    DueDate due = counted(anchor, period);
    if (auto reached = reach(due, calendars); !reached) return refuse(std::move(reached.error()));
    if (auto guided = set_guide(due, calendars, reach); !guided) return refuse(std::move(guided.error()));
    set_warnings(due, calendars, anchor.at);
    return due;
}

Result<DueDate> due_before(const Anchor& event, const Period& period, const Calendars& calendars,
                           std::optional<Instant> now) {
    if (period.unit == Unit::SameDay || period.unit == Unit::BeforeNextSchoolDay || period.unit == Unit::Terms ||
        period.unit == Unit::WorkingWeekHours)
        return refuse(RefusalCode::Invalid, "no-lead",
                      "'" + period_text(period) +
                          "' cannot be counted back from an event. Give a lead in days, working days, weeks or months, "
                          "or make it a gate on the event.");
    DueDate due = counted(event, period);
    due.period.before = true;
    if (auto reached = reach_back(due, calendars); !reached) return refuse(std::move(reached.error()));
    if (auto guided = set_guide(due, calendars, reach_back); !guided) return refuse(std::move(guided.error()));
    if (now && *now > due.at) {
        due.lead_already_past = true;
        due.wanted_on = due.date;
        end_of_day_limit(due, local_date_of(*now));
    }
    set_warnings(due, calendars, now);
    return due;
}

DueDate due_on(LocalDate date, const Calendars& calendars) {
    DueDate due = counted(Anchor::on(date), Period{Unit::SameDay, 0});
    due.given = true;
    end_of_day_limit(due, date);
    set_warnings(due, calendars, std::nullopt);
    return due;
}

size_t earlier_of(std::span<const DueDate> limbs) {
    const auto first =
        std::min_element(limbs.begin(), limbs.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return static_cast<size_t>(first - limbs.begin());
}

size_t later_of(std::span<const DueDate> limbs) {
    const auto last =
        std::max_element(limbs.begin(), limbs.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return static_cast<size_t>(last - limbs.begin());
}

}  // namespace hearken::calendar
