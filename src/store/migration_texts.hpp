// The migration files as they were when this program was built: name ("0001_foundation") and SQL.
#pragma once
#include <string_view>
#include <utility>
#include <vector>

namespace hearken::store {

const std::vector<std::pair<std::string_view, std::string_view>>& migration_texts();

}  // namespace hearken::store
