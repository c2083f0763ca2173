// Which questions of a form are asked, given what has been answered so far, and in which pages or sections.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/engine.hpp"
#include "web/pages/form_fields.hpp"

namespace hearken::web {

/// Decides whether a field is asked when these are the answers.
using Asks = std::function<bool(const procedure::Field&, const engine::Answers&)>;

/// Whose form it is while its own answers are all that is looked at: conditions of a form per child read one child's.
PersonId subject_typing(const procedure::Form& form);

/// For a form that opens a case: nothing else is known yet.
Asks asks_at_start(const procedure::Definition& definition, const procedure::Form& form, const procedure::Vocabulary& vocabulary, Instant now);

/// For a form of a running case. What depends on the form's own answers alone is decided by those being typed; what
/// depends on the rest of the case was decided when the task was read (`asked_fields`).
Asks asks_in_case(const procedure::Definition& definition, const procedure::Form& form, const procedure::Vocabulary& vocabulary, Instant now,
                  const std::vector<std::string>& asked_fields);

/// A part of a form that is one page.
struct FormPart {
    std::string id, title, hint;
    FieldList fields;
};
/// The form's sections in order; fields in none of them come last; a form without sections is one part. `only` (when
/// not empty) leaves out every other field, `computed` fields are never asked.
std::vector<FormPart> parts_of(const procedure::Form& form, const std::vector<std::string>& only = {});

/// Those of the part to be put on the page: asked now, or waiting under a choice of one that is.
FieldList to_render(const FormPart& part, const engine::Answers& answers, const Asks& asks, const FormSetting& setting);

/// Whether the part has any question to ask now.
bool is_asked(const FormPart& part, const engine::Answers& answers, const Asks& asks);

/// All answers once this part's have been replaced by those typed. Answers to questions that are not asked fall away.
engine::Answers with_part(engine::Answers before, const FormPart& part, const engine::Answers& typed, const Asks& asks);

/// The fields asked now that the page did not show: a page is sent back once so that they are seen.
FieldList newly_asked(const FormPart& part, const engine::Answers& answers, const Asks& asks, const std::string& shown);
/// The control that says which fields the page showed.
Html shown_field(const FieldList& shown);
inline constexpr char kShown[] = "_shown";

}  // namespace hearken::web
