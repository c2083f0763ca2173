// What everybody who reads confidential information says once: that they know their responsibilities (Caldicott principle 5).
#pragma once
#include "casework/world.hpp"
#include "access/access.hpp"
#include "core/result.hpp"

namespace hearken::casework {

/// When this person said so for the edition in force; none: they are asked on every first page until they do. It never
/// stops anybody from recording a worry.
std::optional<Instant> responsibilities_accepted(World& world, const access::Actor& actor);
Result<void> accept_responsibilities(World& world, const access::Actor& actor);

}  // namespace hearken::casework
