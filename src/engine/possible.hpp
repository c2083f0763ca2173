// The acts of one task: what possible_acts asks of each task in turn.
#pragma once
#include "engine/scene.hpp"

namespace hearken::engine {

/// Its open occurrences, the earliest of each child; signatures; and what may be opened on demand.
std::vector<Possible> possible_acts_of(const Place& place, const ActedBy& by, const Scene& scene);

}  // namespace hearken::engine
