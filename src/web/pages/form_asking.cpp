#include "web/pages/form_asking.hpp"

#include <algorithm>

#include "engine/answers_check.hpp"

namespace hearken::web {

using engine::Answers;
using procedure::Condition;
using procedure::Definition;
using procedure::Field;
using procedure::FieldType;

namespace {

bool is_about(const Condition& condition, const std::string& form) {
    using Kind = Condition::Kind;
    if (condition.kind == Kind::All || condition.kind == Kind::Any || condition.kind == Kind::Not)
        return std::all_of(condition.of.begin(), condition.of.end(), [&](const Condition& one) { return is_about(one, form); });
    return condition.kind == Kind::Always || (condition.kind == Kind::Answer && condition.name.starts_with(form + "."));
}

bool contains(const std::vector<std::string>& list, const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool own_answers_decide(const Field& field, const procedure::Form& form) {
    return is_about(field.when, form.id) && std::all_of(form.layout.sections.begin(), form.layout.sections.end(), [&](const auto& section) {
               return !contains(section.fields, field.id) || is_about(section.when, form.id);
           });
}

}  // namespace

PersonId subject_typing(const procedure::Form& form) { return form.per_child ? PersonId{"the-child"} : PersonId{}; }

Asks asks_at_start(const Definition& definition, const procedure::Form& form, const procedure::Vocabulary& vocabulary, Instant now) {
    return [&definition, &form, &vocabulary, now](const Field& field, const Answers& answers) {
        engine::Surroundings world;
        world.now = now;
        world.vocabulary = &vocabulary;
        return engine::field_applies(field, form, answers, definition, engine::CaseState{}, world, subject_typing(form));
    };
}

Asks asks_in_case(const Definition& definition, const procedure::Form& form, const procedure::Vocabulary& vocabulary, Instant now,
                  const std::vector<std::string>& asked_fields) {
    const auto by_answers = asks_at_start(definition, form, vocabulary, now);
    return [by_answers, &form, asked_fields](const Field& field, const Answers& answers) {
        return own_answers_decide(field, form) ? by_answers(field, answers) : contains(asked_fields, field.id);
    };
}

std::vector<FormPart> parts_of(const procedure::Form& form, const std::vector<std::string>& only) {
    std::vector<FormPart> parts;
    std::vector<std::string> placed;
    const auto wanted = [&](const Field& field) { return field.type != FieldType::Computed && (only.empty() || contains(only, field.id)); };
    for (const auto& section : form.layout.sections) {
        FormPart part{section.id, section.title, section.hint, {}};
        for (const auto& id : section.fields)
            for (const auto& field : form.fields)
                if (field.id == id && wanted(field)) {
                    part.fields.push_back(&field);
                    placed.push_back(id);
                }
        if (!part.fields.empty()) parts.push_back(std::move(part));
    }
    FormPart rest{parts.empty() ? "all" : "more", parts.empty() ? form.title : "Anything else", parts.empty() ? form.hint : "", {}};
    for (const auto& field : form.fields)
        if (wanted(field) && !contains(placed, field.id)) rest.fields.push_back(&field);
    if (!rest.fields.empty()) parts.push_back(std::move(rest));
    return parts;
}

FieldList to_render(const FormPart& part, const Answers& answers, const Asks& asks, const FormSetting& setting) {
    const auto place = FieldPlace::top(setting);
    FieldList shown;
    for (const auto* field : part.fields)
        if (asks(*field, answers)) shown.push_back(field);
    // A field under a choice may itself have fields under its choices.
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto* field : part.fields) {
            if (std::find(shown.begin(), shown.end(), field) != shown.end()) continue;
            const auto reveal = reveal_of(*field, part.fields, place, setting);
            if (!reveal.parent || std::find(shown.begin(), shown.end(), reveal.parent) == shown.end()) continue;
            shown.push_back(field);
            grew = true;
        }
    }
    FieldList in_order;
    for (const auto* field : part.fields)
        if (std::find(shown.begin(), shown.end(), field) != shown.end()) in_order.push_back(field);
    return in_order;
}

bool is_asked(const FormPart& part, const Answers& answers, const Asks& asks) {
    return std::any_of(part.fields.begin(), part.fields.end(), [&](const Field* field) { return asks(*field, answers); });
}

Answers with_part(Answers before, const FormPart& part, const Answers& typed, const Asks& asks) {
    const auto erase = [&](const Field& field) { std::erase_if(before, [&](const auto& answer) { return engine::belongs_to(field, answer.first); }); };
    for (const auto* field : part.fields) erase(*field);
    for (const auto& [key, answer] : typed) before[key] = answer;
    // A question may fall away with the answer to another, and take a third with it.
    for (bool fell = true; fell;) {
        fell = false;
        for (const auto* field : part.fields) {
            if (!before.contains(field->id) || asks(*field, before)) continue;
            erase(*field);
            fell = true;
        }
    }
    return before;
}

FieldList newly_asked(const FormPart& part, const Answers& answers, const Asks& asks, const std::string& shown) {
    FieldList fresh;
    if (shown.empty()) return fresh;
    const std::string list = "," + shown + ",";
    for (const auto* field : part.fields)
        if (asks(*field, answers) && list.find("," + field->id + ",") == std::string::npos) fresh.push_back(field);
    return fresh;
}

Html shown_field(const FieldList& shown) {
    std::string list;
    for (const auto* field : shown) list += (list.empty() ? "" : ",") + field->id;
    Html out;
    out << "<input type=\"hidden\""_html;
    out.attr("name", kShown).attr("value", list) << ">\n"_html;
    return out;
}

}  // namespace hearken::web
