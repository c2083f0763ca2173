// Whom and what a form or an act may name: people of this case, colleagues, organisations of a kind.
#pragma once
#include <string>
#include <vector>

#include "access/access.hpp"
#include "casework/world.hpp"
#include "core/result.hpp"

namespace hearken::casework {

struct Choosable {
    std::string id, name;
};

/// Those the case is about and those with a part in it, as far as this reader sees the case fully; else nobody.
std::vector<Choosable> people_of_case(World& world, const access::Actor& actor, const CaseId& in_case);

/// Users who hold a role at the actor's own organisation now: to assign work to, to name as readers.
std::vector<Choosable> colleagues(World& world, const access::Actor& actor);

/// Of one kind (empty: any), by name. Organisations are no secret.
std::vector<Choosable> organisations_to_choose_from(World& world, const std::string& kind);

}  // namespace hearken::casework
