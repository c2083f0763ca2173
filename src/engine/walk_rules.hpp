// What must hold after every act, whatever the definition: checked at each step of a walk.
#pragma once
#include "engine/engine.hpp"

namespace hearken::engine {

/// The rules that do not hold, in words: the state is the sum of its events; no clock moves without an event and no
/// first date ever changes; every urgent task is possible for anyone while the case is open.
std::vector<std::string> broken_rules(const Definition& definition, const CaseState& before, const std::vector<Event>& added,
                                      const CaseState& after, const std::vector<Event>& all, const Surroundings& world);

}  // namespace hearken::engine
