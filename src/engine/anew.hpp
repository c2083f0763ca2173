// What comes round again starts from nothing: the next visit is not the last one.
#pragma once
#include "engine/engine.hpp"

namespace hearken::engine {

/// Whether this time of the task begins with a blank form, whatever was written the time before. `state`: null where it opens by
/// being done. Whoever does a part of a form again goes on with that part, and so does whoever keeps a record up to date (`continues`).
bool begins_blank(const procedure::Task& task, const TaskState* state);

}  // namespace hearken::engine
