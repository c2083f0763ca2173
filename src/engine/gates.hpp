// What must be so before an act, and what happens when it is not: refuse, ask why, or warn.
#pragma once
#include "engine/scene.hpp"

namespace hearken::engine {

using procedure::Gate;
using procedure::GateStrength;

/// Not met, and not lifted by its emergency, and not already passed with a reason.
bool is_shut(const Gate& gate, const std::string& element, const Scene& scene, const PersonId& subject);

/// Its emergency holds: it stands open, shown as such.
bool is_lifted(const Gate& gate, const Scene& scene, const PersonId& subject);

bool may_bypass(const Gate& gate, const ActedBy& by, const Surroundings& world);

struct GateFindings {
    std::vector<Reason> blocked;       ///< refused, whatever is said
    std::vector<Reason> asks_why;      ///< passed with a reason: asked for one, or a bypass that this actor may use
    std::vector<const Gate*> to_pass;  ///< those that the reason passes
    std::vector<Reason> warnings;
};
GateFindings find_at_gates(const Task& task, const ActedBy& by, const Scene& scene, const PersonId& subject);

}  // namespace hearken::engine
