// Checking answers with what a task asks of a form: all of its fields, or only some.
#pragma once
#include "engine/scene.hpp"

namespace hearken::engine {

/// As check_answers; `only` (when not empty) limits it to those fields, for a section done by somebody else.
std::vector<Reason> check_form(const Form& form, const std::vector<std::string>& only, const Answers& answers,
                               Completeness completeness, const Scene& scene, const PersonId& subject);

/// What an urgent act refuses: only what the record could not hold at all (definition-needs 0.7).
std::vector<Reason> unreadable_only(const std::vector<Reason>& reasons);

/// The field that a key of Answers belongs to: itself, or the one it stands beside (FIELD-reason, FIELD-speaker,
/// FIELD.OPTION-text).
bool belongs_to(const Field& field, const std::string& key);

}  // namespace hearken::engine
