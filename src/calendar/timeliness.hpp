// Whether a thing was done in time: when it happened decides; when it was written down is shown beside it.
#pragma once
#include <string>
#include <string_view>

#include "calendar/local_time.hpp"
#include "core/result.hpp"

namespace hearken::calendar {

enum class Timeliness { InTime, InTimeRecordedLate, Late };

/// `limit` is DueDate::at: its last second is still in time.
Timeliness timeliness(Instant limit, Instant occurred, Instant recorded);
/// "in time", "in time, recorded late", "late".
std::string_view timeliness_text(Timeliness timeliness);

/// Refused (naming `field`) where `occurred` is after `now`: nothing is recorded before it has happened.
Result<Instant> check_occurred(Instant occurred, Instant now, std::string field = "occurred-at");

}  // namespace hearken::calendar
