// Dates and times in words (GOV.UK style) and read back from what people and programs write.
#pragma once
#include <string>
#include <string_view>

#include "calendar/anchor.hpp"
#include "calendar/local_time.hpp"
#include "core/result.hpp"

namespace hearken::calendar {

/// "2 April 2026".
std::string date_text(LocalDate date);
/// "Thursday 2 April 2026".
std::string weekday_date_text(LocalDate date);
/// "Thursday 2 April": for a list whose year has already been said.
std::string weekday_day_text(LocalDate date);
/// "4:50pm", "9am", "midday", "midnight".
std::string time_text(LocalTime time);
/// "2 April 2026 at 4:50pm".
std::string moment_text(Instant instant);
/// "4:50pm on Thursday 2 April 2026".
std::string weekday_moment_text(Instant instant);
/// "2026-04-02".
std::string iso_date(LocalDate date);

/// "2026-04-02" only. Refused (naming `field`): anything else, and dates that do not exist.
Result<LocalDate> parse_date(std::string_view text, std::string field = {});

/// "2026-04-02" (date only), "2026-04-02T16:50" or "2026-04-02 16:50:30" (local time), or with an offset
/// "2026-04-02T16:50:00+01:00", "2026-04-02T15:50Z". Refused (naming `field`) with the forms that are understood.
Result<Anchor> parse_moment(std::string_view text, std::string field = {});

}  // namespace hearken::calendar
