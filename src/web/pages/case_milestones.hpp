// The panel of whoever is on one side of a case: what came when, what happens next and by when, whom to ring, what to press.
#pragma once
#include "casework/cases.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

/// Empty for whoever sees the whole case, or where the definition names no milestones for their side.
Html milestones_panel(const casework::CasePage& page);

}  // namespace hearken::web
