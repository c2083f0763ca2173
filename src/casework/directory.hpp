// Keeping the directory of whom to ring: adding, changing, checking and retiring its entries. The partnership keeps all of
// it; an organisation's administrator keeps the entries of that organisation. Every change is audited.
#pragma once
#include <vector>

#include "access/access.hpp"
#include "casework/world.hpp"
#include "core/result.hpp"
#include "store/directory.hpp"

namespace hearken::casework {

/// Those this reader may change, the ones to be checked first.
struct DirectoryToKeep {
    std::vector<store::DirectoryEntry> to_check, others, retired;
};
Result<DirectoryToKeep> read_directory(World& world, const access::Actor& actor);
Result<store::DirectoryEntry> read_directory_entry(World& world, const access::Actor& actor, const store::DirectoryEntryId& id);

/// An empty id: a new entry. Saving is also checking: whoever writes a number down has just looked at it.
Result<store::DirectoryEntryId> save_directory_entry(World& world, const access::Actor& actor, store::DirectoryEntry entry);
/// Says that the entry is right today.
Result<void> check_directory_entry(World& world, const access::Actor& actor, const store::DirectoryEntryId& id);
/// It is shown to nobody any more; kept, so that what was shown once can be told.
Result<void> retire_directory_entry(World& world, const access::Actor& actor, const store::DirectoryEntryId& id);

}  // namespace hearken::casework
