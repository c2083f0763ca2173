// What must hold after every act, whatever the definition: checked at each step of a walk.
#pragma once
#include "engine/engine.hpp"

namespace hearken::engine {

/// The rules that do not hold, in words: no clock moves without an event and no first date ever changes; every urgent
/// task is possible for anyone while the case is open; nothing is recorded before it happens. `before`: the tasks as they
/// stood before `added`.
std::vector<std::string> broken_rules(const Definition& definition, const std::vector<TaskState>& before, const std::vector<Event>& added,
                                      const CaseState& after, const Surroundings& world);

}  // namespace hearken::engine
