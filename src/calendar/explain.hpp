// How a due date was reached, in sentences that can be shown to whoever asks "why that day?".
#pragma once
#include <string>
#include <vector>

#include "calendar/due.hpp"

namespace hearken::calendar {

/// For example: "Counted from Thursday 2 April 2026 (day 0)." "Skipped: Friday 3 April (Good Friday), Saturday 4 April,
/// Sunday 5 April, Monday 6 April (Easter Monday)." "Due by the end of Tuesday 7 April 2026." Then, where they apply,
/// a guide, a reminder, and everything that was assumed. Where more than ten days were skipped, weekends are only
/// counted and runs of days with one reason are given as "from … to …".
std::vector<std::string> explain(const DueDate& due);

/// The limit alone: "by the end of Tuesday 7 April 2026", "at 4:50pm on Friday 3 April 2026", "before 9am on …".
std::string limit_text(const DueDate& due);

}  // namespace hearken::calendar
