// Throwing a demonstration away, tables and all.
#pragma once
#include "store/database.hpp"

namespace hearken::store {

/// Drops every table that the migrations make. Throws DatabaseFailure, and changes nothing, unless the database says of
/// itself that it is a demonstration (or is empty): real records are never erased this way.
void erase_demonstration(Database& database);

}  // namespace hearken::store
