#include "casework/earlier_times.hpp"

#include <algorithm>

namespace hearken::casework {

namespace {

using engine::Event;
using engine::EventKind;

constexpr size_t kMost = 20;

bool is_of_form(const Event& event, const std::string& form, const PersonId& subject) {
    if (event.kind != EventKind::FormSaved || event.subject != subject) return false;
    const auto named = event.details.find("form");
    return named != event.details.end() && named->second == form;
}

/// The answers as they stood when it was finished.
const engine::Answers* answers_then(const std::vector<Event>& events, const std::string& form, const PersonId& subject, long finished) {
    const engine::Answers* then = nullptr;
    for (const auto& event : events) {
        if (event.sequence > finished) break;
        if (is_of_form(event, form, subject)) then = &event.answers;
    }
    return then;
}

std::string decided_words(const procedure::Task& task, const engine::TaskState& state) {
    if (!task.decision) return {};
    for (const auto& option : task.decision->options)
        if (option.id == state.option) return option.label;
    return state.option;
}

bool finishes(const Event& event, const engine::TaskState& state) {
    if (event.element != state.task || event.subject != state.subject || event.occurrence != state.occurrence) return false;
    return event.kind == EventKind::TaskDone || event.kind == EventKind::DecisionMade || event.kind == EventKind::DecisionApproved || event.kind == EventKind::MeetingHeld;
}

std::vector<AnswerView> written(Reader& reader, const procedure::Task& task, const engine::TaskState& state) {
    const auto* form = task.form.empty() ? nullptr : reader.record.definition->form(task.form);
    if (!form || !may_read_form(reader, *form)) return {};
    const auto& events = reader.record.events;
    const auto last = std::find_if(events.rbegin(), events.rend(), [&](const Event& event) { return finishes(event, state); });
    if (last == events.rend()) return {};
    const PersonId subject = form->per_child ? state.subject : PersonId{};
    const auto* answers = answers_then(events, form->id, subject, last->sequence);
    if (!answers) return {};
    auto views = answer_views(reader, *form, *answers, subject, false);
    if (!task.form_fields.empty())
        std::erase_if(views, [&](const AnswerView& view) { return std::find(task.form_fields.begin(), task.form_fields.end(), view.field) == task.form_fields.end(); });
    return views;
}

}  // namespace

std::vector<EarlierTime> earlier_times(Reader& reader, const procedure::Task& task, const PersonId& subject, int before_occurrence) {
    std::vector<EarlierTime> earlier;
    const auto& tasks = reader.record.state.tasks;
    for (auto state = tasks.rbegin(); state != tasks.rend() && earlier.size() < kMost; ++state) {
        if (state->task != task.id || state->subject != subject || state->occurrence >= before_occurrence || state->status != engine::TaskState::Status::Done) continue;
        EarlierTime& time = earlier.emplace_back();
        time.occurrence = state->occurrence;
        time.done_at = state->done_at;
        time.done_by = reader.names.of_user(state->done_by.user);
        time.outcome = decided_words(task, *state);
        time.answers = written(reader, task, *state);
    }
    return earlier;
}

}  // namespace hearken::casework
