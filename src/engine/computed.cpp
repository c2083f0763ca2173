#include "engine/computed.hpp"

#include "calendar/moment_text.hpp"
#include "engine/moments.hpp"
#include "procedure/anchors.hpp"

namespace hearken::engine {

std::optional<Answer> computed_answer(const Field& field, const Definition& definition, const CaseState& state, const Surroundings& surroundings, const PersonId& subject) {
    if (field.type != procedure::FieldType::Computed) return std::nullopt;
    const auto anchor = procedure::anchor_from_text(field.computed_from);
    if (!anchor) return std::nullopt;
    const auto moment = moment_of(*anchor, {definition, state, surroundings}, subject);
    if (!moment) return std::nullopt;
    return Answer::of(moment->date_only ? calendar::iso_date(moment->date()) : to_iso(moment->at));
}

Answers with_computed(const Form& form, Answers answers, const Definition& definition, const CaseState& state, const Surroundings& surroundings, const PersonId& subject) {
    for (const auto& field : form.fields)
        if (auto computed = computed_answer(field, definition, state, surroundings, subject)) answers[field.id] = std::move(*computed);
    return answers;
}

}  // namespace hearken::engine
