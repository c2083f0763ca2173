// Urgency without a figure: the manual says "immediately" or "promptly" 127 times. A stopwatch runs; the house sets an
// alert, which is never a breach and must never look like the manual's own figure.
#pragma once
#include <string>
#include <string_view>

#include "calendar/anchor.hpp"
#include "calendar/bank_holidays.hpp"
#include "core/result.hpp"

namespace hearken::calendar {

enum class Urgency {
    Now,    ///< immediate, at once, without delay
    Today,  ///< as soon as possible, earliest opportunity, urgent
    Soon,   ///< prompt, timely, early
};

/// Not a DueDate on purpose: nothing that measures breaches accepts one.
struct HouseAlert {
    Urgency urgency;
    Instant started;         ///< the stopwatch runs from here
    Instant at;              ///< somebody is asked how it stands
    bool estimated = false;  ///< no time of day was known: the stopwatch runs from the start of the day
    bool operator==(const HouseAlert&) const = default;
};

/// Now: an hour later. Today: the end of the local day. Soon: the end of the next working day; refused where that is
/// beyond the bank holiday table.
Result<HouseAlert> urgency_alert(Urgency urgency, const Anchor& anchor, const BankHolidays& bank_holidays);

/// "now", "today", "soon" and the words above that the manual uses. Refused (naming `field`) with the three classes.
Result<Urgency> parse_urgency(std::string_view text, std::string field = {});
/// "now", "today", "soon".
std::string_view urgency_text(Urgency urgency);

}  // namespace hearken::calendar
