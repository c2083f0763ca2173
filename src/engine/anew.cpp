#include "engine/anew.hpp"

namespace hearken::engine {

bool begins_blank(const procedure::Task& task, const TaskState* state) {
    if (task.continues || !task.form_fields.empty()) return false;
    if (state == nullptr) return task.repeatable;
    return state->open() && state->occurrence > 1 && !state->started && (task.repeatable || recurs(task));
}

}  // namespace hearken::engine
