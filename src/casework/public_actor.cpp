#include "casework/public_actor.hpp"

namespace hearken::casework {

access::Actor public_actor(const World&) {
    access::Actor actor;  // no user, no organisation, no reach: deny by default
    actor.role = access::kPublicRole;
    return actor;
}

}  // namespace hearken::casework
