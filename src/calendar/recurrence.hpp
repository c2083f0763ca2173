// Things done again and again: when the next one is due.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calendar/due.hpp"

namespace hearken::calendar {

/// What the next interval is counted from.
enum class Cadence {
    FromCompletion,  ///< the last time it was done: visits, supervision, training
    Schedule,        ///< the original date, so that lateness does not push the rest back: boards, terms, returns
};

struct Every {
    /// None: "regularly", with no figure. Each review must then give the next date.
    std::optional<Period> interval;
    Cadence cadence = Cadence::FromCompletion;
    /// For a schedule: the interval is also the longest that may pass between two completions, so one done early brings
    /// the next forward too. From completion that is always so.
    bool maximum = false;
    bool operator==(const Every&) const = default;
};

struct RecurrenceState {
    LocalDate original;  ///< what the first interval is counted from; the schedule's own start
    std::optional<LocalDate> last_done;
    /// For a schedule: the scheduled date that last_done met. Unknown: the scheduled date nearest to it, of two the
    /// earlier.
    std::optional<LocalDate> last_met;
    std::optional<LocalDate> given_next;  ///< a date set at the last review or meeting; it wins if it is earlier
};

/// When it is next due. Refused with code "next-date-missing" where there is neither an interval nor a given date (the
/// fault to show), where the interval is none (counted back, "same day", a schedule in hours), and where it cannot be
/// counted.
Result<DueDate> next_due(const Every& every, const RecurrenceState& state, const Calendars& calendars);

/// One phase of a cadence that changes: looked-after children are visited within a week, then six-weekly for a year,
/// then three-monthly. A phase is over when its event has happened or its time from the original date has passed,
/// whichever is first; the last phase has neither.
struct Phase {
    Period interval;
    std::string until_event;              ///< name of the event, empty = none
    std::optional<Period> until_elapsed;  ///< counted from the original date; days, weeks, months or years
    bool operator==(const Phase&) const = default;
};

struct PhaseEvent {
    std::string name;
    LocalDate happened_on;
};

/// Refused with every fault: no phase, a phase before the last with no end, a last phase with one, an end in units
/// other than days, weeks, months and years.
Result<void> check_phases(const std::vector<Phase>& phases);

/// The phase in force on `on`: its position. `phases` passed check_phases.
size_t phase_on(const std::vector<Phase>& phases, LocalDate original, LocalDate on,
                const std::vector<PhaseEvent>& events);

/// Next due by the phase in force when the next interval starts: on the date last done, or at the start. An event that
/// has happened since changes the phase at once.
Result<DueDate> next_due_in_phases(const std::vector<Phase>& phases, Cadence cadence, const RecurrenceState& state,
                                   const std::vector<PhaseEvent>& events, const Calendars& calendars);

}  // namespace hearken::calendar
