#include "engine/answers_check.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/field_checks.hpp"

namespace hearken::engine {

using procedure::FieldType;

namespace {

constexpr size_t kMostRows = 200;

Typing typing_on(const Form& form, const PersonId& subject, const Answers& answers) {
    return {form, key_for(form.per_child, subject), answers};
}

const Answer* find(const Answers& answers, const std::string& id) {
    const auto found = answers.find(id);
    return found == answers.end() ? nullptr : &found->second;
}

bool missing(const Answers& answers, const std::string& id) {
    const Answer* answer = find(answers, id);
    return answer == nullptr || answer->kind != Answer::Kind::Given || answer->blank();
}

bool section_applies(const Form& form, const std::string& field, const Scene& scene, const PersonId& subject) {
    for (const auto& section : form.layout.sections)
        if (contains(section.fields, field))
            return holds(section.when, scene, subject);
    return true;
}

struct Check {
    const Scene& scene;
    const PersonId& subject;
    Completeness completeness;
    std::vector<Reason>& reasons;

    void add(const char* code, std::string text, const std::string& path) const {
        reasons.push_back({code, std::move(text), path});
    }
    bool complete() const { return completeness != Completeness::Draft; }

    bool is_required(const Field& field) const {
        if (field.type == FieldType::Computed) return false;
        const bool when = holds(field.required_when, scene, subject);
        const bool conditional = !field.required_when.always();
        switch (field.required) {
            case Field::Required::No:
                return complete() && conditional && when;
            case Field::Required::ToSubmit:
                return complete() && when;
            case Field::Required::ToClose:
                return completeness == Completeness::Closing && when;
        }
        return false;
    }

    /// The words that stand beside an answer: why it is not known, who said it, what "other" is.
    void check_beside(const Field& field, const Answers& answers, const std::string& prefix) const {
        const Answer* answer = find(answers, field.id);
        for (const auto& [key, beside] : answers) {
            if (key == field.id || !belongs_to(field, key)) continue;
            for (const auto& value : beside.values)
                append(check_text(value, kLongText, "the words beside " + name_in_sentence(field), prefix + key));
        }
        if (!complete() || answer == nullptr) return;
        if (answer->kind != Answer::Kind::Given) {
            if (field.reason_if_not_known && missing(answers, field.id + "-reason"))
                add("reason", "Say why " + name_in_sentence(field) + " is not known.", prefix + field.id + "-reason");
            return;
        }
        if (answer->blank()) return;
        if (field.type == FieldType::Quotation && missing(answers, field.id + "-speaker"))
            add("speaker", "Say whose words these are: " + name_in_sentence(field) + ".",
                prefix + field.id + "-speaker");
        for (const auto& option : options_of(field, scene.world)) {
            const std::string words = field.id + "." + option.id + "-text";
            if (option.needs_text && contains(answer->values, option.id) && missing(answers, words))
                add("option-text", "You chose “" + option.label + "”: give the details.", prefix + words);
        }
    }

    void check_body_map(const Field& field, const Answer& answer, const std::string& path) const {
        for (size_t i = 0; i < answer.rows.size(); ++i) {
            const std::string at = path + "[" + std::to_string(i) + "]";
            for (const char* axis : {"x", "y"}) {
                const Answer* place = find(answer.rows[i], axis);
                char* end = nullptr;
                const std::string text = place == nullptr ? "" : place->first();
                const double per_cent = std::strtod(text.c_str(), &end);
                if (text.empty() || *end != '\0' || !(per_cent >= 0 && per_cent <= 100)) {
                    add("body-map", "Mark the place on the drawing again for " + name_in_sentence(field) + ".", at);
                    break;
                }
            }
            for (const auto& [key, value] : answer.rows[i])
                for (const auto& text : value.values)
                    append(check_text(text, kLongText, "the words on the body map", at + "." + key));
            if (complete() && missing(answer.rows[i], "note"))
                add("required", "Say what was seen at each place marked on the body map.", at + ".note");
        }
    }

    void check_group(const Form& form, const Field& group, const Answer& answer, const Answers& all,
                     const std::string& path) const {
        const bool conditional = std::any_of(group.fields.begin(), group.fields.end(), [](const Field& column) {
            return !column.when.always() || !column.required_when.always();
        });
        for (size_t i = 0; i < answer.rows.size(); ++i) {
            const Answers& row = answer.rows[i];
            // Within a row, a column is meant before a field of the form that has the same name.
            Answers seen;
            if (conditional) {
                seen = all;
                for (const auto& column : group.fields) seen[group.id + "." + column.id] = {};
                for (const auto& [key, value] : row) seen[key] = seen[group.id + "." + key] = value;
            }
            const Typing typing = typing_on(form, subject, seen);
            const Scene within{scene.definition, scene.state, scene.world, conditional ? &typing : scene.typing};
            const Check inner{within, subject, completeness, reasons};
            const std::string prefix = path + "[" + std::to_string(i) + "].";
            for (const auto& field : group.fields)
                if (holds(field.when, within, subject)) inner.check_field(form, field, row, prefix);
            inner.check_unknown(group.fields, row, prefix);
        }
    }

    void check_given(const Form& form, const Field& field, const Answer& answer, const Answers& all,
                     const std::string& path) const {
        const bool rows = field.type == FieldType::Group || field.type == FieldType::BodyMap;
        if ((!rows && !answer.rows.empty()) || answer.rows.size() > kMostRows ||
            (field.type == FieldType::Group && !answer.values.empty())) {
            add("rows", "Check the entries of " + name_in_sentence(field) + ": they cannot be kept in this form.",
                path);
            return;
        }
        append(check_values(field, answer, path, scene.world));
        if (field.type == FieldType::BodyMap) check_body_map(field, answer, path);
        if (field.type == FieldType::Group) check_group(form, field, answer, all, path);
    }

    void check_field(const Form& form, const Field& field, const Answers& answers, const std::string& prefix) const {
        const std::string path = prefix + field.id;
        const Answer* answer = find(answers, field.id);
        if (answer == nullptr || answer->blank()) {
            if (is_required(field)) add("required", ask_for(field), path);
        } else if (answer->kind != Answer::Kind::Given) {
            // "Not known" is an answer only where the form says so (definition-needs section 6).
            if (!field.not_known && field.type != FieldType::YesNoNotKnown)
                add("not-known", ask_for(field), path);
            else if (!answer->values.empty() || !answer->rows.empty())
                add("not-known", "Either answer " + name_in_sentence(field) + " or say that it is not known, not both.",
                    path);
        } else if (field.type != FieldType::Computed) {
            check_given(form, field, *answer, answers, path);
        }
        check_beside(field, answers, prefix);
    }

    void check_unknown(const std::vector<Field>& fields, const Answers& answers, const std::string& prefix) const {
        for (const auto& [key, answer] : answers) {
            if (key == "row-id" && !prefix.empty()) continue;
            if (std::none_of(fields.begin(), fields.end(), [&](const Field& field) { return belongs_to(field, key); }))
                add("unknown-field",
                    "This form has no question “" + key + "”. Open the form again and give the answer there.",
                    prefix + key);
        }
    }

    void append(std::vector<Reason> more) const {
        for (auto& reason : more) reasons.push_back(std::move(reason));
    }
};

}  // namespace

bool belongs_to(const Field& field, const std::string& key) {
    if (key == field.id) return true;
    if (!key.starts_with(field.id)) return false;
    const std::string rest = key.substr(field.id.size());
    return rest == "-reason" || rest == "-speaker" || (rest.starts_with('.') && rest.ends_with("-text"));
}

std::vector<Reason> unreadable_only(const std::vector<Reason>& reasons) {
    std::vector<Reason> kept;
    std::copy_if(reasons.begin(), reasons.end(), std::back_inserter(kept), [](const Reason& reason) {
        return reason.code == "unreadable" || reason.code == "too-long" || reason.code == "rows";
    });
    return kept;
}

std::vector<Reason> check_form(const Form& form, const std::vector<std::string>& only, const Answers& answers,
                               Completeness completeness, const Scene& scene, const PersonId& subject) {
    std::vector<Reason> reasons;
    const Typing typed = typing_on(form, subject, answers);
    const Scene typing{scene.definition, scene.state, scene.world, &typed};
    const Check check{typing, subject, completeness, reasons};
    for (const auto& field : form.fields) {
        if (!only.empty() && !contains(only, field.id)) continue;
        const bool asked = section_applies(form, field.id, typing, subject) && holds(field.when, typing, subject);
        // What is not asked is not required; what stands there from before is still checked for what it is.
        if (asked)
            check.check_field(form, field, answers, "");
        else if (const Answer* answer = find(answers, field.id))
            for (const auto& value : answer->values)
                check.append(check_text(value, longest(field), name_in_sentence(field), field.id));
    }
    check.check_unknown(form.fields, answers, "");
    return reasons;
}

std::vector<Reason> check_answers(const Form& form, const Answers& answers, Completeness completeness,
                                  const Definition& definition, const CaseState& state,
                                  const Surroundings& surroundings, PersonId subject) {
    return check_form(form, {}, answers, completeness, {definition, state, surroundings}, subject);
}

bool field_applies(const Field& field, const Form& form, const Answers& answers, const Definition& definition,
                   const CaseState& state, const Surroundings& surroundings, PersonId subject) {
    const Typing typed = typing_on(form, subject, answers);
    const Scene typing{definition, state, surroundings, &typed};
    return section_applies(form, field.id, typing, subject) && holds(field.when, typing, subject);
}

}  // namespace hearken::engine
