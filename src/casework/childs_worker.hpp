// Whether a child has an allocated worker, as far as that may be said to somebody who reads the child's page.
#pragma once
#include "casework/world.hpp"

namespace hearken::casework {

/// In an open case of any organisation that is not restricted: a restricted one says nothing of itself here (decision 022).
bool has_worker(World& world, const PersonId& child);

}  // namespace hearken::casework
