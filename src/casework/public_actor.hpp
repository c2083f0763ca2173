// Somebody without an account: they report, and are told a reference. They open cases of the procedures whose `start`
// names `public`, and do nothing else (access::is_public).
#pragma once
#include "casework/world.hpp"
#include "access/access.hpp"

namespace hearken::casework {

/// To be handed to open_case and check_open_case. Whatever else it is handed to refuses.
access::Actor public_actor(const World& world);

}  // namespace hearken::casework
