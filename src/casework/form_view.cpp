#include <algorithm>

#include "casework/case_files.hpp"
#include "casework/reader.hpp"
#include "engine/computed.hpp"

namespace hearken::casework {

namespace {

using procedure::Field;
using procedure::FieldType;

bool unmasked(const Reader& reader, const Field& field, const PersonId& subject) {
    return engine::holds(field.unmask_when, *reader.record.definition, reader.record.state, reader.surroundings, subject);
}

/// The names of an answer's files; those that the reader may open are listed to be linked.
std::vector<std::string> file_names(Reader& reader, const engine::Answer& answer, AnswerView& view) {
    std::vector<std::string> names;
    for (const auto& id : answer.values) {
        const auto file = store::find_attachment(reader.reading, AttachmentId{id});
        const bool is_here = file && file->case_id == reader.record.id;
        names.push_back(is_here ? file->file_name : "A file that is not kept here");
        if (is_here && may_read_file(reader, *file)) view.files.emplace_back(id, file->file_name);
    }
    return names;
}

AnswerView answer_view(Reader& reader, const Field& field, const engine::Answer* answer, const PersonId& subject) {
    AnswerView view;
    view.field = field.id;
    view.label = field.label.empty() ? field.id : field.label;
    if (is_masked(field, reader.capacities, unmasked(reader, field, subject))) {
        view.masked = true;
        view.lines = {"Withheld"};
        return view;
    }
    if (!answer || answer->blank()) {
        view.missing = field.required != Field::Required::No;
        return view;
    }
    const auto& vocabulary = reader.world.library.vocabulary();
    const auto lines_of = [&](const Field& one, const engine::Answer& given) {
        return one.type == FieldType::File && given.kind == engine::Answer::Kind::Given ? file_names(reader, given, view) : answer_lines(one, given, vocabulary, reader.names);
    };
    view.lines = lines_of(field, *answer);
    for (const auto& row : answer->rows) {
        std::vector<std::pair<std::string, std::string>> columns;
        for (const auto& column : field.fields) {
            const auto found = row.find(column.id);
            if (found == row.end() || is_masked(column, reader.capacities, unmasked(reader, column, subject))) continue;
            std::string words;
            for (const auto& line : lines_of(column, found->second)) words += (words.empty() ? "" : ", ") + line;
            columns.emplace_back(column.label.empty() ? column.id : column.label, words);
        }
        // Columns that the field's type brings with it (the speaker of a quotation, the side of a body map).
        for (const auto& [key, value] : row)
            if (key != "row-id" && std::none_of(field.fields.begin(), field.fields.end(), [&](const Field& column) { return column.id == key; }))
                columns.emplace_back(key, value.first());
        view.rows.push_back(std::move(columns));
    }
    return view;
}

}  // namespace

bool may_read_form(const Reader& reader, const procedure::Form& form) {
    if (form.readers.empty()) return reader.sees_fully();
    return std::any_of(form.readers.begin(), form.readers.end(), [&](const std::string& one) { return reader.capacities.contains(one); });
}

std::vector<AnswerView> answer_views(Reader& reader, const procedure::Form& form, const engine::Answers& given, const PersonId& subject, bool with_gaps) {
    const auto answers = engine::with_computed(form, given, *reader.record.definition, reader.record.state, reader.surroundings, subject);
    std::vector<AnswerView> views;
    for (const auto& field : form.fields) {
        const auto found = answers.find(field.id);
        const bool answered = found != answers.end() && !found->second.blank();
        if (!answered && (!with_gaps || !engine::field_applies(field, form, answers, *reader.record.definition, reader.record.state, reader.surroundings, subject)))
            continue;
        auto view = answer_view(reader, field, found == answers.end() ? nullptr : &found->second, subject);
        if (answered || view.missing) views.push_back(std::move(view));
    }
    return views;
}

engine::Answers redacted(Reader& reader, const procedure::Form& form, engine::Answers answers, const PersonId& subject) {
    for (const auto& field : form.fields)
        if (is_masked(field, reader.capacities, unmasked(reader, field, subject))) answers.erase(field.id);
    return answers;
}

engine::Answers with_masked_kept(const Reader& reader, const procedure::Form& form, engine::Answers saved, const PersonId& subject) {
    const auto* held = reader.record.state.form(form.id, form.per_child ? subject : PersonId{});
    for (const auto& field : form.fields) {
        if (!is_masked(field, reader.capacities, unmasked(reader, field, subject))) continue;
        saved.erase(field.id);  // nor can somebody write what they may not read over what is there
        if (!held) continue;
        if (const auto kept = held->answers.find(field.id); kept != held->answers.end()) saved[field.id] = kept->second;
    }
    return saved;
}

namespace {

/// What the case began with first, then as the procedure has them: the order in which they are written and read.
size_t place_of(const procedure::Definition& definition, const std::string& form) {
    if (form == definition.start.form) return 0;
    const auto found = std::find_if(definition.forms.begin(), definition.forms.end(), [&](const auto& one) { return one.id == form; });
    return 1 + static_cast<size_t>(found - definition.forms.begin());
}

}  // namespace

std::vector<FormView> form_views(Reader& reader) {
    std::vector<FormView> views;
    for (const auto& [key, state] : reader.record.state.forms) {
        const auto& [form_id, subject] = key;
        const auto* form = reader.record.definition->form(form_id);
        if (!form || !may_read_form(reader, *form)) continue;
        FormView view;
        view.form = form_id;
        view.title = form->title.empty() ? form_id : form->title;
        view.subject = subject;
        if (!subject.empty()) view.subject_name = reader.names.of_person(subject);
        view.revision = state.revision;
        view.saved_at = state.saved_at;
        view.saved_by = reader.names.of_user(state.saved_by.user);
        view.answers = answer_views(reader, *form, state.answers, subject, true);
        views.push_back(std::move(view));
    }
    std::stable_sort(views.begin(), views.end(), [&](const FormView& one, const FormView& other) { return place_of(*reader.record.definition, one.form) < place_of(*reader.record.definition, other.form); });
    return views;
}

std::vector<DecisionView> decision_views(Reader& reader) {
    std::vector<DecisionView> views;
    const auto& vocabulary = reader.world.library.vocabulary();
    for (const auto& state : reader.record.state.tasks) {
        const auto* task = reader.record.definition->task(state.task);
        if (!task || !task->decision || state.option.empty() || !reader.sees_fully()) continue;
        DecisionView view;
        view.task = state.task;
        view.question = task->decision->question;
        view.option = state.option;
        for (const auto& option : task->decision->options)
            if (option.id == state.option) view.option_label = option.label;
        view.reasons = state.reasons;
        view.decided_by = reader.names.of_user(state.decided_by.user);
        view.subject = state.subject;
        if (!state.subject.empty()) view.subject_name = reader.names.of_person(state.subject);
        view.decided_at = state.decided_at;
        for (const auto& [role, who] : state.signatures) {
            const auto known = vocabulary.roles.find(role);
            view.signatures.emplace_back(known == vocabulary.roles.end() ? role : known->second.title, reader.names.of_user(who.user));
        }
        view.awaiting_signature = state.status == engine::TaskState::Status::AwaitingSignature;
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace hearken::casework
