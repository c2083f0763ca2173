#include <algorithm>
#include <cstdlib>

#include "engine/state.hpp"

namespace hearken::engine {

namespace {

std::string detail(const Event& event, const char* name) {
    const auto found = event.details.find(name);
    return found == event.details.end() ? std::string() : found->second;
}

std::set<std::string> words_of(const std::string& list) {
    std::set<std::string> words;
    for (size_t from = 0; from < list.size();) {
        const size_t until = std::min(list.find(',', from), list.size());
        if (until > from) words.insert(list.substr(from, until - from));
        from = until + 1;
    }
    return words;
}

TaskState* occurrence_of(CaseState& state, const Event& event) {
    // The newest first: nearly every event is about a task that opened lately.
    for (auto task = state.tasks.rbegin(); task != state.tasks.rend(); ++task)
        if (task->occurrence == event.occurrence && task->subject == event.subject && task->task == event.element)
            return &*task;
    return nullptr;
}

SubjectState* subject_of(CaseState& state, const PersonId& person) {
    for (auto& subject : state.subjects)
        if (subject.person == person) return &subject;
    return nullptr;
}

void set_dues(TaskState& task, const std::vector<DueSet>& dues) {
    for (const auto& due : dues) {
        const auto same = [&](const DueSet& other) { return other.clock == due.clock; };
        const auto running = std::find_if(task.dues.begin(), task.dues.end(), same);
        if (running == task.dues.end())
            task.dues.push_back(due);
        else
            *running = due;
        // The date as first set stays the measure, whatever is set later.
        if (std::none_of(task.original_dues.begin(), task.original_dues.end(), same)) task.original_dues.push_back(due);
    }
}

void finish(TaskState& task, const Event& event, TaskState::Status status) {
    task.status = status;
    task.done_by = event.by;
    task.done_at = event.occurred_at;
    task.recorded_at = event.recorded_at;
}

void forget_decision(TaskState& task) {
    task.option.clear();
    task.reasons.clear();
    task.decided_by = {};
    task.decided_at = {};
    task.signatures.clear();
    task.awaits.clear();
}

void open_task(CaseState& state, const Event& event) {
    TaskState task;
    task.task = event.element;
    task.subject = event.subject;
    task.occurrence = event.occurrence;
    task.opened_at = event.occurred_at;
    task.opened_sequence = state.last_sequence;
    set_dues(task, event.dues);
    state.tasks.push_back(std::move(task));
    // A reason given to go past a gate was given for the earlier occurrence.
    std::erase_if(state.bypassed, [&](const auto& bypass) { return bypass.first == event.element; });
}

void reopen_task(CaseState& state, TaskState& task, const Event& event) {
    task.status = TaskState::Status::Open;
    task.because = event.text;
    task.done_by = {};
    task.done_at = task.recorded_at = {};
    task.answered_at = {};
    forget_decision(task);
    set_dues(task, event.dues);
    const auto form = state.forms.find({detail(event, "form"), event.subject});
    if (form != state.forms.end()) form->second.signed_off = false;
}

void apply_to_task(CaseState& state, const Event& event) {
    TaskState* task = occurrence_of(state, event);
    if (task == nullptr) return;
    using Kind = EventKind;
    switch (event.kind) {
        case Kind::TaskAssigned:
            task->assigned_to = UserId{event.value};
            break;
        case Kind::TaskDone: {
            finish(*task, event, TaskState::Status::Done);
            task->minutes_awaited = false;
            const auto form = state.forms.find({detail(event, "form"), event.subject});
            if (form != state.forms.end()) form->second.signed_off = true;
            break;
        }
        case Kind::TaskNotNeeded:
            // By the system itself: it no longer applies, and may apply again. By a person: it stays so.
            finish(*task, event, event.by.user.empty() ? TaskState::Status::Cancelled : TaskState::Status::NotNeeded);
            task->because = event.text;
            break;
        case Kind::TaskReopened:
            reopen_task(state, *task, event);
            break;
        case Kind::DecisionMade:
            task->option = event.value;
            task->reasons = event.text;
            task->decided_by = event.by;
            task->decided_at = event.occurred_at;
            task->signatures.clear();
            task->awaits = words_of(detail(event, "awaits"));
            task->effects_applied = detail(event, "effects") == "at-once";
            if (task->awaits.empty())
                finish(*task, event, TaskState::Status::Done);
            else
                task->status = TaskState::Status::AwaitingSignature;
            break;
        case Kind::DecisionApproved:
            task->signatures[event.value] = event.by;
            task->awaits.erase(event.value);
            if (task->awaits.empty()) {
                const ActedBy decider = task->decided_by;
                finish(*task, event, TaskState::Status::Done);
                task->done_by = decider;
            }
            break;
        case Kind::DecisionDeclined:
            forget_decision(*task);
            task->status = TaskState::Status::Open;
            task->because = event.text;
            task->started = true;
            break;
        case Kind::ClockSet:
        case Kind::ClockExtended:
            if (detail(event, "ended") == "yes")
                std::erase_if(task->dues, [&](const DueSet& due) { return due.clock == detail(event, "clock"); });
            set_dues(*task, event.dues);
            break;
        case Kind::ExchangeSent:
            task->sent_at = event.occurred_at;
            task->reference = event.value;
            task->started = true;
            // What we owed was the sending: those clocks are met. What runs on is the other body's time.
            std::erase_if(task->dues, [](const DueSet& due) { return !due.outside; });
            set_dues(*task, event.dues);
            break;
        case Kind::ExchangeChased:
            task->chased_at = event.occurred_at;
            break;
        case Kind::ExchangeAnswered:
            task->answered_at = event.occurred_at;
            if (detail(event, "partial") != "yes") finish(*task, event, TaskState::Status::Done);
            break;
        case Kind::MeetingArranged:
            task->arranged_for = instant_from_iso(detail(event, "at")).value_or(Instant{});
            task->place = detail(event, "place");
            task->started = true;
            break;
        case Kind::MeetingHeld:
            task->started = true;
            task->minutes_awaited = detail(event, "minutes") == "awaited";
            std::erase_if(task->dues, [](const DueSet& due) { return !due.outside; });
            set_dues(*task, event.dues);
            if (!task->minutes_awaited) finish(*task, event, TaskState::Status::Done);
            break;
        default:
            break;
    }
}

void save_form(CaseState& state, const Event& event) {
    FormState& form = state.forms[{detail(event, "form"), event.subject}];
    form.answers = event.answers;
    form.saved_at = event.recorded_at;
    form.saved_by = event.by;
    ++form.revision;
    if (const std::string files = detail(event, "files"); !files.empty())
        state.records["file"] += std::atoi(files.c_str());
    if (TaskState* task = occurrence_of(state, event)) task->started = true;
}

/// A stage entered again asks anew. What was written stays in the events, and with a child whose course has ended.
void begin_forms_afresh(CaseState& state, const std::set<std::string>& forms) {
    for (auto& [key, form] : state.forms) {
        const SubjectState* child = key.second.empty() ? nullptr : subject_of(state, key.second);
        if (!forms.contains(key.first) || (child != nullptr && !child->outcome.empty())) continue;
        form.answers.clear();
        form.signed_off = false;
    }
}

void begin_case(CaseState& state, const Event& event) {
    state.opened = true;
    state.procedure = event.element;
    state.version = detail(event, "version");
    state.title = detail(event, "title");
    state.opened_at = state.episode_at = event.occurred_at;
    state.episode_sequence = state.last_sequence;
    state.received_at = instant_from_iso(detail(event, "received-at")).value_or(event.occurred_at);
    state.opened_by = event.by;
    state.organisations["owner"] = OrganisationId{event.value};
}

void begin_episode(CaseState& state, const Event& event) {
    state.closed = false;
    state.closed_at = {};
    state.outcome.clear();
    ++state.episode;
    state.episode_at = state.received_at = event.occurred_at;
    state.episode_sequence = state.last_sequence;
    state.stage_of.clear();
    state.strands_ended.clear();
    state.strand_outcomes.clear();
    state.entered.clear();
    state.left.clear();
    state.entered_sequence.clear();
    state.left_sequence.clear();
    state.meetings_held.clear();
    state.quorate.clear();
    state.bypassed.clear();
    for (auto& subject : state.subjects) subject.outcome.clear();
}

bool moves_the_course(EventKind kind) {
    using Kind = EventKind;
    switch (kind) {
        case Kind::CaseOpened:
        case Kind::CaseReopened:
        case Kind::SubjectJoined:
        case Kind::StageEntered:
        case Kind::TaskDone:
        case Kind::DecisionMade:
        case Kind::DecisionApproved:
        case Kind::ExchangeSent:
        case Kind::ExchangeAnswered:
        case Kind::MeetingHeld:
            return true;
        default:
            return false;
    }
}

}  // namespace

void apply(CaseState& state, const Event& event) {
    state.last_sequence = event.sequence > 0 ? event.sequence : state.last_sequence + 1;
    if (moves_the_course(event.kind)) state.progressed_at = std::max(state.progressed_at, event.occurred_at);
    using Kind = EventKind;
    const std::pair about{event.element, event.subject};
    switch (event.kind) {
        case Kind::CaseOpened:
            begin_case(state, event);
            break;
        case Kind::SubjectJoined:
            if (subject_of(state, event.subject) == nullptr)
                state.subjects.push_back(
                    {event.subject, event.value, event.text, event.occurred_at, state.last_sequence, ""});
            break;
        case Kind::OrganisationJoined:
            state.organisations[event.element] = OrganisationId{event.value};
            break;
        case Kind::PersonInvolved: {
            auto& involved = state.involvements[event.element];
            if (std::find(involved.begin(), involved.end(), event.value) == involved.end())
                involved.push_back(event.value);
            break;
        }
        case Kind::StrandStarted:
            state.strands_ended.erase(event.element);
            break;
        case Kind::StrandEnded:
            state.stage_of.erase(event.element);
            state.strands_ended.insert(event.element);
            state.strand_outcomes[event.element] = event.value;
            break;
        case Kind::StageEntered:
            state.stage_of[event.value] = event.element;
            state.entered[event.element] = event.occurred_at;
            state.entered_sequence[event.element] = state.last_sequence;
            begin_forms_afresh(state, words_of(detail(event, "afresh")));
            break;
        case Kind::StageLeft:
            if (const auto now = state.stage_of.find(event.value);
                now != state.stage_of.end() && now->second == event.element)
                state.stage_of.erase(now);
            state.left[event.element] = event.occurred_at;
            state.left_sequence[event.element] = state.last_sequence;
            break;
        case Kind::TaskOpened:
            open_task(state, event);
            break;
        case Kind::FormSaved:
            save_form(state, event);
            break;
        case Kind::MeetingHeld:
            state.meetings_held[event.element] = event.occurred_at;
            if (detail(event, "quorate") == "yes")
                state.quorate.insert(event.element);
            else
                state.quorate.erase(event.element);
            if (detail(event, "minutes") == "recorded") ++state.records["minutes"];
            apply_to_task(state, event);
            break;
        case Kind::TaskDone:
            if (detail(event, "minutes") == "recorded") ++state.records["minutes"];
            apply_to_task(state, event);
            break;
        case Kind::ClockSet:
            if (event.element.empty() && detail(event, "gap") == "begun") state.gaps.insert(detail(event, "clock"));
            if (event.element.empty() && detail(event, "gap") == "ended") state.gaps.erase(detail(event, "clock"));
            apply_to_task(state, event);
            break;
        case Kind::GateBypassed:
            state.bypassed.insert({event.element, event.value});
            break;
        case Kind::ResponsibilityMoved:
            state.responsible[event.element] = OrganisationId{event.value};
            break;
        case Kind::ProhibitionSet:
            state.prohibitions.insert(about);
            break;
        case Kind::ProhibitionLifted:
            state.prohibitions.erase(about);
            break;
        case Kind::FlagSet:
            state.flags.insert(about);
            state.flag_set_at[about] = event.occurred_at;
            state.flag_until.erase(about);
            if (const auto until = instant_from_iso(detail(event, "until"))) state.flag_until[about] = *until;
            break;
        case Kind::FlagEnded:
            state.flags.erase(about);
            state.flag_set_at.erase(about);
            state.flag_until.erase(about);
            break;
        case Kind::FactSet:
            state.facts[about] = event.value;
            state.facts_at[about] = instant_from_iso(detail(event, "at")).value_or(event.occurred_at);
            break;
        case Kind::Noted:
            ++state.records["note"];
            if (detail(event, "significant") == "yes") ++state.records["chronology-entry"];
            break;
        case Kind::Shared:
            ++state.records["disclosure"];
            break;
        case Kind::ChildEnded:
            if (SubjectState* child = subject_of(state, event.subject)) child->outcome = event.value;
            break;
        case Kind::CaseClosed:
            state.closed = true;
            state.closed_at = event.occurred_at;
            state.outcome = event.value;
            break;
        case Kind::CaseReopened:
            begin_episode(state, event);
            break;
        case Kind::Linked:
            state.linked[event.value] = event.element;
            break;
        case Kind::NoticeOwed:
        case Kind::CaseToOpen:
        case Kind::Corrected:
            break;  // read from the list of events itself
        default:
            apply_to_task(state, event);
            break;
    }
}

CaseState fold(const std::vector<Event>& events) {
    CaseState state;
    for (const auto& event : events) apply(state, event);
    return state;
}

const TaskState* CaseState::task(const std::string& id, PersonId subject) const {
    const TaskState* latest = nullptr;
    for (const auto& task : tasks)
        if (task.task == id && task.subject == subject && (latest == nullptr || task.occurrence >= latest->occurrence))
            latest = &task;
    return latest;
}

const FormState* CaseState::form(const std::string& id, PersonId subject) const {
    const auto found = forms.find({id, subject});
    return found == forms.end() ? nullptr : &found->second;
}

}  // namespace hearken::engine
