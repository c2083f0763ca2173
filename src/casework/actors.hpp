// From a user and a role they hold to the Actor that access decides about. The only place where one is made.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "casework/sign_in.hpp"
#include "casework/world.hpp"
#include "store/database.hpp"
#include "engine/event.hpp"
#include "store/roles_held.hpp"

namespace hearken::casework {

/// Acting in `held`, which must be in force.
access::Actor actor_in(const World& world, store::Reading& reading, const store::RoleHeld& held);

/// The roles a user holds today, with their titles, for the switcher.
std::vector<HeldRole> roles_to_choose_from(const World& world, store::Reading& reading, const UserId& user);

/// The actor's role and every role it may act as: whose trays it works from and whose notices it reads.
std::set<std::string> roles_worked_as(const World& world, const access::Actor& actor);

/// True when the role reads children's records, so that a second factor is required.
bool needs_second_factor(const World& world, const std::string& role);

/// The person who acts, as an event names them.
engine::ActedBy acted_by(const access::Actor& actor);

}  // namespace hearken::casework
