// What one event brings about by itself.
#pragma once
#include "engine/working.hpp"

namespace hearken::engine {

/// Effects of a finished task or of a decision in force, notices, the next time of what recurs.
void follow(Working& working, const Event& event);

/// Whether a strand other than the main one starts when its condition holds. One that an effect of the definition
/// starts, and that names no condition, waits for that effect.
bool starts_by_itself(const Definition& definition, const Strand& strand);

const TaskState* occurrence(const CaseState& state, const std::string& task, const PersonId& subject, int number);

}  // namespace hearken::engine
