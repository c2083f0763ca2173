// Idempotency keys, written in the transaction of the change itself so that a crash between the two cannot repeat it.
// Internal to casework.
#pragma once
#include <optional>

#include "casework/cases.hpp"

namespace hearken::casework {

/// What was made when this key was first used; nothing when it is new. Conflict when the key was used for another request.
Result<std::optional<std::string>> made_before(store::Reading& reading, const access::Actor& actor, const Once& once);

/// Remembers what was made under the key.
void remember_made(World& world, store::Transaction& transaction, const access::Actor& actor, const Once& once, const std::string& made);

}  // namespace hearken::casework
