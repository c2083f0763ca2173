#include "calendar/explain.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "calendar/moment_text.hpp"

namespace hearken::calendar {

namespace {

constexpr size_t kMostListedOneByOne = 10;

bool is_weekend_reason(const SkippedDay& day) { return day.reason == "Saturday" || day.reason == "Sunday"; }

std::string day_text(LocalDate date, std::chrono::year said) {
    return date.year() == said ? weekday_day_text(date) : weekday_date_text(date);
}

std::string skipped_text(const DueDate& due) {
    const auto& days = due.skipped;
    const bool long_list = days.size() > kMostListedOneByOne;
    std::vector<std::string> parts;
    size_t weekend_days = 0;
    for (size_t i = 0; i < days.size();) {
        if (is_weekend_reason(days[i])) {
            ++weekend_days;
            if (!long_list) parts.push_back(day_text(days[i].date, due.day_zero.year()));
            ++i;
            continue;
        }
        size_t end = i + 1;
        while (long_list && end < days.size() && days[end].reason == days[i].reason &&
               std::abs(days_between(days[end - 1].date, days[end].date)) == 1)
            ++end;
        // Counting back lists the latest day first; a run is always told forwards.
        const LocalDate from = std::min(days[i].date, days[end - 1].date),
                        to = std::max(days[i].date, days[end - 1].date);
        const auto year = due.day_zero.year();
        parts.push_back(end - i > 1
                            ? fmt::format("{} to {} ({})", day_text(from, year), day_text(to, year), days[i].reason)
                            : fmt::format("{} ({})", day_text(from, year), days[i].reason));
        i = end;
    }
    if (long_list && weekend_days > 0) parts.insert(parts.begin(), fmt::format("{} weekend days", weekend_days));
    return fmt::format("Skipped: {}.", fmt::join(parts, ", "));
}

std::string counted_text(const DueDate& due) {
    const std::string from =
        due.period.needs_time_of_day() ? weekday_moment_text(due.anchor.at) : weekday_date_text(due.day_zero);
    if (due.period.before) return fmt::format("Counted back from {}: {}.", from, period_text(due.period));
    if (due.period.needs_time_of_day()) return fmt::format("Counted from {}.", from);
    return fmt::format("Counted from {} (day 0).", from);
}

void add_hours(const DueDate& due, std::vector<std::string>& lines) {
    if (due.period.unit == Unit::WorkingWeekHours)
        lines.push_back(fmt::format("{}: outside it, 5pm on the next working day.", period_text(due.period)));
    else if (due.period.unit == Unit::Hours && !due.period.before)
        lines.push_back(fmt::format("{}, nights and weekends included.", period_text(due.period)));
    if (due.period.unit == Unit::BeforeNextSchoolDay) return;
    const auto change = offset_at(due.at) - offset_at(due.anchor.at);
    if (change != std::chrono::seconds{0})
        lines.push_back(fmt::format("The clocks go {} in that time: hours are counted as they pass.",
                                    (change.count() > 0) != due.period.before ? "forward" : "back"));
}

void add_assumptions(const DueDate& due, std::vector<std::string>& lines) {
    if (due.estimated && due.anchor.date_only && due.period.needs_time_of_day())
        lines.push_back("Estimated: no time of day is known, so it was counted from the start of the day.");
    else if (due.estimated)
        lines.push_back("Estimated: the date it is counted from is itself an estimate.");
    if (due.school_days_unknown)
        lines.push_back("The school's own dates are not held for all of these days: working days were used instead.");
    if (due.terms_unknown)
        lines.push_back("The school's term dates are not held that far: a term was counted as four months.");
    if (due.bank_holidays_unknown)
        lines.push_back("Bank holidays are not held for that year: the reminder takes account of weekends only.");
}

}  // namespace

std::string limit_text(const DueDate& due) {
    if (due.period.unit == Unit::BeforeNextSchoolDay) return fmt::format("before {}", weekday_moment_text(due.at));
    if (due.period.needs_time_of_day() && !due.lead_already_past)
        return fmt::format("at {}", weekday_moment_text(due.at));
    return fmt::format("by the end of {}", weekday_date_text(due.date));
}

std::vector<std::string> explain(const DueDate& due) {
    std::vector<std::string> lines;
    if (due.given) {
        lines.push_back(fmt::format("Set for {}.", weekday_date_text(due.date)));
    } else {
        lines.push_back(counted_text(due));
        if (due.period.needs_time_of_day()) add_hours(due, lines);
    }
    if (!due.skipped.empty()) lines.push_back(skipped_text(due));
    if (due.lead_already_past)
        lines.push_back(fmt::format("That was {}, which has passed: due today.", weekday_date_text(*due.wanted_on)));
    lines.push_back(fmt::format("Due {}.", limit_text(due)));
    if (due.guide_at)
        lines.push_back(fmt::format("{} to {} is a range: from {} as a guide.", due.period.guide,
                                    period_text(Period{due.period.unit, due.period.count}),
                                    due.period.needs_time_of_day() ? weekday_moment_text(*due.guide_at)
                                                                   : weekday_date_text(local_date_of(*due.guide_at))));
    if (due.reminder_on != due.date)
        lines.push_back(fmt::format("Nobody works on {}: the reminder comes on {}.", weekday_day_text(due.date),
                                    weekday_date_text(due.reminder_on)));
    add_assumptions(due, lines);
    lines.push_back(fmt::format("Lists turn amber at {}{}.", weekday_moment_text(due.amber_at),
                                due.hours_assumed ? " (the service's hours are not held: Monday to Friday, 9am to 5pm "
                                                    "was assumed)"
                                                  : ""));
    return lines;
}

}  // namespace hearken::calendar
