// The levels of need that were chosen for a child, newest first, in the cases that this reader sees in full: the current one, the
// earlier ones and when it was last looked at (M6.levels-of-need-continuum).
#pragma once
#include <string>
#include <vector>

#include "casework/cases.hpp"

namespace hearken::casework {

struct LevelChosen {
    CaseId in_case;
    Instant at;
    std::string level, direction, reasons, assessment, review_on, by;  ///< in words; by: name
};

/// Nothing for a reader who sees no such case. Called beside read_child, whose audit line names the child.
std::vector<LevelChosen> levels_chosen(World& world, const access::Actor& actor, const PersonId& child);

}  // namespace hearken::casework
