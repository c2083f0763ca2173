// What follows by itself after every act, until nothing changes: tasks open and fall away, clocks start, stages are
// left and entered, notices are owed, the case closes.
#pragma once
#include "engine/working.hpp"

namespace hearken::engine {

void settle(Working& working);

/// Whether a task that may be done at any time opens by itself now: upon something, or because what its clock counts
/// from has happened, or because a time has elapsed (somebody's right when a clock lapses). Otherwise it waits to be
/// taken up.
bool opens_by_itself(const Task& task, const Scene& scene, const PersonId& subject);

/// Whom a task is opened for: each child whose course runs, or nobody in particular.
std::vector<PersonId> subjects_of(const Task& task, const Scene& scene);

}  // namespace hearken::engine
