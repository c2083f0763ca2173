// The text of every version of a definition that was ever in use: a running case keeps the one it started with.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/result.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct DefinitionVersion {
    std::string procedure, version, source;
    Instant loaded_at;
};
/// Conflict when that version is there with another text: a changed definition needs a new version.
Result<void> keep_definition_version(Transaction& transaction, const DefinitionVersion& version);
std::optional<DefinitionVersion> find_definition_version(Reading& reading, const std::string& procedure, const std::string& version);
std::vector<DefinitionVersion> all_definition_versions(Reading& reading);

}  // namespace hearken::store
