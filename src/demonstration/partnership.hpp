// The organisations of the demonstration: two authorities' services, police, health, and 400 schools.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "casework/world.hpp"

namespace hearken::demonstration {

/// Found again by short names: "millbrook", "aldwick-quay", "fenmere-csc", "aldwick-csc", "fenmere-early-help",
/// "aldwick-early-help", "police", "health", "adult", "partnership".
struct Partnership {
    std::map<std::string, OrganisationId> organisations;
    std::map<std::string, TeamId> teams;  ///< "fenmere-front-door", "fenmere-assessment", "fenmere-out-of-hours" …
};

Partnership make_organisations(casework::World& world, store::Transaction& transaction);
/// 400 in all, with URNs from 900001; the first two are "millbrook" and "aldwick-quay".
void make_schools(casework::World& world, store::Transaction& transaction, Partnership& partnership);

/// Whom to ring, with one entry that nobody has checked for more than six months.
void make_directory(casework::World& world, store::Transaction& transaction, const Partnership& partnership, Instant today);

}  // namespace hearken::demonstration
