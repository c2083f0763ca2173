// A chronology as a table: when it happened and when it was recorded are both told, for they differ.
#pragma once
#include <vector>

#include "casework/views.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

Html chronology_table(const std::vector<casework::ChronologyEntry>& entries);

}  // namespace hearken::web
