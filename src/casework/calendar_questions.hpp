// "When is it due?" for any clock that a definition can state: the same answer for the API and the command.
#pragma once
#include <string>
#include <vector>

#include "casework/world.hpp"
#include "core/result.hpp"

namespace hearken::casework {

struct CalendarQuestion {
    std::string from, within;
    bool before = false;       ///< counting back from an event
    std::string school_urn;    ///< whose school days count; empty: working days stand in for them
};
struct CalendarAnswer {
    Instant at;
    std::vector<std::string> lines;  ///< in sentences, with the days skipped
};

Result<CalendarAnswer> when_due(World& world, const CalendarQuestion& question);

}  // namespace hearken::casework
