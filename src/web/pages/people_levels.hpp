// The level of need on a child's record: the one that holds now, those before it, and when it was last looked at.
#pragma once
#include "web/pages/site.hpp"

namespace hearken::web {

/// Nothing where none was chosen in a case that this reader sees.
Html levels_of_need(const Visit& visit, const PersonId& child);

}  // namespace hearken::web
