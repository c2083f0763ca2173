// The work of two assessment teams, for their managers' board.
#pragma once
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

/// Enquiries allocated and not, children seen, seen long ago and never, a decision to sign.
void team_stories(casework::World& world, Script& script, const Cast& cast, std::vector<std::unique_ptr<Story>>& stories);

}  // namespace hearken::demonstration
