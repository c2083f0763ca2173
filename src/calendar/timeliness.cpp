#include "calendar/timeliness.hpp"

#include <fmt/format.h>

#include "calendar/moment_text.hpp"

namespace hearken::calendar {

Timeliness timeliness(Instant limit, Instant occurred, Instant recorded) {
    if (occurred > limit) return Timeliness::Late;
    return recorded > limit ? Timeliness::InTimeRecordedLate : Timeliness::InTime;
}

std::string_view timeliness_text(Timeliness timeliness) {
    switch (timeliness) {
        case Timeliness::InTime:
            return "in time";
        case Timeliness::InTimeRecordedLate:
            return "in time, recorded late";
        case Timeliness::Late:
            break;
    }
    return "late";
}

Result<Instant> check_occurred(Instant occurred, Instant now, std::string field) {
    if (occurred <= now) return occurred;
    return refuse(RefusalCode::Invalid, "in-the-future",
                  fmt::format("{} has not come yet. Give the time at which it happened.", moment_text(occurred)),
                  std::move(field));
}

}  // namespace hearken::calendar
