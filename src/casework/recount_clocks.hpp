// Counting open clocks again after the calendar changed: each that moves does so by a visible event, never silently
// (definition-needs section 15, "a newly declared day recomputes open limits by a visible event").
#pragma once
#include <string>

#include "casework/world.hpp"

namespace hearken::casework {

/// Gives the number of clocks that moved.
int recount_open_clocks(World& world, const std::string& why);

}  // namespace hearken::casework
