// Whether a person may do a task, in the role they act in: role, organisation, forbidden acts.
#pragma once
#include "engine/scene.hpp"

namespace hearken::engine {

/// Why `by` may not do this task; empty when they may. Casework has made sure that they hold the role they act in.
std::vector<Reason> why_not_theirs(const Place& place, const ActedBy& by, const Scene& scene);

/// Why a prohibition in force stops this act, in the words people are told; empty when none does. A task is an act of
/// the vocabulary's list when its id is that word, or ends in it after a dot (an included component).
std::vector<Reason> why_forbidden(const std::string& act, const Scene& scene);

/// As above for a notice: the prohibition that silences it, or empty.
std::string silencing_prohibition(const procedure::Notice& notice, const Scene& scene);

/// Every prohibition in force on anyone in this case, set here or elsewhere.
std::set<std::string> prohibitions_in_force(const Scene& scene);

bool acts_for_one_of(const Surroundings& world, const std::string& role, const std::vector<std::string>& wanted);

/// "a team manager or a service manager".
std::string one_of_roles(const Surroundings& world, const std::vector<std::string>& roles);

}  // namespace hearken::engine
