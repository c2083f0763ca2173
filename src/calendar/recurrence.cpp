#include "calendar/recurrence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace hearken::calendar {

namespace {

/// The first scheduled date (the k-th, k >= 1) on or after `from`, with the one before it where there is one.
struct Scheduled {
    DueDate next;
    std::optional<DueDate> previous;
};

/// A k whose date is surely well before the one looked for, so that an old schedule is not walked from its start.
int first_worth_trying(const Period& interval, int days_ahead) {
    int longest = 0;
    switch (interval.unit) {
        case Unit::Days:
            longest = 1;
            break;
        case Unit::Weeks:
            longest = 7;
            break;
        case Unit::Months:
            longest = 31;
            break;
        case Unit::Years:
            longest = 366;
            break;
        default:
            return 1;
    }
    return std::max(1, days_ahead / (longest * interval.count) - 1);
}

Result<Scheduled> scheduled_on_or_after(const Period& interval, LocalDate original, LocalDate from,
                                        const Calendars& calendars) {
    const Anchor start = Anchor::on(original);
    std::optional<DueDate> previous;
    for (int k = first_worth_trying(interval, days_between(original, from));; ++k) {
        auto occurrence = due(start, interval.times(k), calendars);
        if (!occurrence) return refuse(std::move(occurrence.error()));
        if (occurrence->date >= from) return Scheduled{std::move(*occurrence), std::move(previous)};
        previous = std::move(*occurrence);
    }
}

Result<DueDate> next_on_schedule(const Every& every, const RecurrenceState& state, const Calendars& calendars) {
    const Period& interval = *every.interval;
    LocalDate after = state.original;  // the scheduled date already met, or the start
    if (state.last_met) {
        after = *state.last_met;
    } else if (state.last_done) {
        const auto around = scheduled_on_or_after(interval, state.original, *state.last_done, calendars);
        if (!around) return refuse(around.error());
        after = around->next.date;
        if (around->previous &&
            days_between(around->previous->date, *state.last_done) <= days_between(*state.last_done, around->next.date))
            after = around->previous->date;
    }
    auto next = scheduled_on_or_after(interval, state.original, plus_days(after, 1), calendars);
    if (!next) return refuse(std::move(next.error()));
    if (every.maximum && state.last_done) {
        auto longest = due(Anchor::on(*state.last_done), interval, calendars);
        if (!longest) return longest;
        if (longest->at < next->next.at) return longest;
    }
    return std::move(next->next);
}

}  // namespace

Result<DueDate> next_due(const Every& every, const RecurrenceState& state, const Calendars& calendars) {
    if (!every.interval) {
        if (state.given_next) return due_on(*state.given_next, calendars);
        return refuse(RefusalCode::Invalid, "next-date-missing",
                      "No interval is laid down for this, so the next date must be set. Give the date of the next one.",
                      "next-date");
    }
    const bool by_the_clock = every.interval->unit == Unit::Minutes || every.interval->unit == Unit::Hours ||
                              every.interval->unit == Unit::WorkingWeekHours;
    if (every.interval->before || every.interval->count < 1 || (by_the_clock && every.cadence == Cadence::Schedule))
        return refuse(RefusalCode::Invalid, "not-an-interval",
                      fmt::format("'{}' is not an interval between two times. Write for example 'six-weekly'.",
                                  period_text(*every.interval)));
    auto next = every.cadence == Cadence::Schedule
                    ? next_on_schedule(every, state, calendars)
                    : due(Anchor::on(state.last_done.value_or(state.original)), *every.interval, calendars);
    if (next && state.given_next && *state.given_next < next->date) return due_on(*state.given_next, calendars);
    return next;
}

Result<void> check_phases(const std::vector<Phase>& phases) {
    Refusal refusal;
    const auto fault = [&](size_t i, std::string text) {
        refusal.reasons.push_back({"phase", std::move(text), fmt::format("phases[{}]", i)});
    };
    if (phases.empty()) fault(0, "Give at least one phase.");
    for (size_t i = 0; i < phases.size(); ++i) {
        const bool is_last = i + 1 == phases.size();
        const bool ends = !phases[i].until_event.empty() || phases[i].until_elapsed.has_value();
        if (!is_last && !ends) fault(i, "This phase never ends, so those after it are never reached. Say until when.");
        if (is_last && ends) fault(i, "Nothing follows the last phase. Leave out its end, or add the phase after it.");
        if (phases[i].until_elapsed) {
            const Unit unit = phases[i].until_elapsed->unit;
            if (unit != Unit::Days && unit != Unit::Weeks && unit != Unit::Months && unit != Unit::Years)
                fault(i, "The length of a phase is given in days, weeks, months or years.");
        }
    }
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

size_t phase_on(const std::vector<Phase>& phases, LocalDate original, LocalDate on,
                const std::vector<PhaseEvent>& events) {
    const auto is_over = [&](const Phase& phase) {
        if (phase.until_elapsed) {
            const auto end = due(Anchor::on(original), *phase.until_elapsed, Calendars{});
            if (end && end->date <= on) return true;
        }
        return !phase.until_event.empty() && std::any_of(events.begin(), events.end(), [&](const PhaseEvent& event) {
            return event.name == phase.until_event && event.happened_on <= on;
        });
    };
    size_t i = 0;
    while (i + 1 < phases.size() && is_over(phases[i])) ++i;
    return i;
}

Result<DueDate> next_due_in_phases(const std::vector<Phase>& phases, Cadence cadence, const RecurrenceState& state,
                                   const std::vector<PhaseEvent>& events, const Calendars& calendars) {
    if (auto sound = check_phases(phases); !sound) return refuse(std::move(sound.error()));
    const LocalDate counts_from = state.last_done.value_or(state.original);
    auto known = events;  // what has happened since then changes the phase at once
    for (auto& event : known) event.happened_on = std::min(event.happened_on, counts_from);
    const size_t in_force = phase_on(phases, state.original, counts_from, known);
    return next_due(Every{phases[in_force].interval, cadence, false}, state, calendars);
}

}  // namespace hearken::calendar
