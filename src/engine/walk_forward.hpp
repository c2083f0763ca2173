// What moves a case towards its end: what people turn to who have gone round for long enough.
#pragma once
#include <set>

#include "engine/scene.hpp"

namespace hearken::engine {

/// Tasks that the course waits for where it stands: those that hold up a stage or the end of the case, those that a shut
/// gate or a way on asks about, what these themselves wait for, and whatever ends a child's course.
std::set<std::string> tasks_waited_for(const Scene& scene);

/// Choosing it ends the case, a child's own course or a strand's stage for good: somebody comes to an end.
bool comes_to_an_end(const procedure::DecisionOption& option, const Definition& definition);
/// Choosing it opens what was done already anew.
bool goes_back(const procedure::DecisionOption& option);

}  // namespace hearken::engine
