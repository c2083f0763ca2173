// Answers that follow from what happened: when something was received, done, decided. Nobody is asked for them.
#pragma once
#include "engine/engine.hpp"

namespace hearken::engine {

/// The value of a computed field (`computed-from: received`) as a date-time or, where only the day is known, a date;
/// nothing while it has not happened, and for every other field.
std::optional<Answer> computed_answer(const Field& field, const Definition& definition, const CaseState& state, const Surroundings& surroundings, const PersonId& subject = {});

/// The answers, with those that are worked out.
Answers with_computed(const Form& form, Answers answers, const Definition& definition, const CaseState& state, const Surroundings& surroundings, const PersonId& subject = {});

}  // namespace hearken::engine
