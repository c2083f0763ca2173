// Bringing a database to the shape this program knows: versioned steps, compiled in, each run once.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct Migration {
    int version;       ///< from the file's name: 0001_foundation.sql
    std::string name;  ///< "foundation"
    std::string sql;
};

/// The steps this program holds, in order.
const std::vector<Migration>& migrations();

/// 0 for an empty database.
int schema_version(Reading& reading);

/// Runs what is missing, all in one transaction; gives the versions run. Nothing to do is nothing done. Two servers
/// may start at once: one waits. Throws DatabaseFailure when the database is newer than this program.
std::vector<int> migrate(Database& database, Instant now);

/// True where migrate() has something to do, or the database is newer.
bool needs_migration(Database& database);

}  // namespace hearken::store
