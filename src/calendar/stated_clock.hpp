// A clock as a definition or a command line states it, answered in one step: `hearken calendar due --from … --within
// …`.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/due.hpp"
#include "calendar/urgency.hpp"

namespace hearken::calendar {

/// A figure, or an urgency without one.
using StatedClock = std::variant<Period, Urgency>;

/// "1 working day", "within 24 hours", "every 6 weeks", "14 days before", "immediately". Refused (naming `field`) with
/// what is wrong and what can be written.
Result<StatedClock> parse_clock(std::string_view text, std::string field = {});

struct ClockQuestion {
    std::string from;     ///< as parse_moment reads it; the event itself when counting back
    std::string within;   ///< as parse_clock reads it
    bool before = false;  ///< count back, as if `within` ended in "before"
};

struct ClockAnswer {
    Instant at;
    std::optional<DueDate> due;      ///< none for an urgency, which is never due
    std::vector<std::string> lines;  ///< the working in sentences
};

/// Refused with the faults of `from` and `within` together (fields "from" and "within"). `now`, where given, makes a
/// lead that is already past due today.
Result<ClockAnswer> answer_clock(const ClockQuestion& question, const Calendars& calendars,
                                 std::optional<Instant> now = std::nullopt);

}  // namespace hearken::calendar
