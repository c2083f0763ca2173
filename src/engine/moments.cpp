#include "engine/moments.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"

namespace hearken::engine {

namespace {

using Kind = procedure::Anchor::Kind;
using calendar::Anchor;

/// For a child who joined after the episode began, not before they joined.
Instant not_before_joining(Instant moment, const Scene& scene, const PersonId& subject) {
    const SubjectState* child = subject.empty() ? nullptr : find_subject(scene.state, subject);
    if (child == nullptr || child->joined_at <= scene.state.episode_at) return moment;
    return std::max(moment, child->joined_at);
}

PersonId task_key(const Scene& scene, const std::string& task, const PersonId& subject) {
    const Task* known = scene.definition.task(task);
    return key_for(known != nullptr && known->per_child, subject);
}

/// The latest occurrence of the task in this episode that passes `test`. With no subject, of any child.
template <class Test>
const TaskState* latest(const Scene& scene, const std::string& task, const PersonId& subject, Test test) {
    const PersonId key = task_key(scene, task, subject);
    const Task* known = scene.definition.task(task);
    const bool any_child = known != nullptr && known->per_child && subject.empty();
    const TaskState* found = nullptr;
    for (const auto& state : scene.state.tasks)
        if (state.task == task && (any_child || state.subject == key) && in_episode(scene.state, state) && test(state))
            found = &state;
    return found;
}

bool is_done(const TaskState& task) { return task.status == TaskState::Status::Done; }
bool is_decided(const TaskState& task) { return !task.option.empty(); }
bool is_approved(const TaskState& task) { return is_done(task) && is_decided(task); }
bool is_sent(const TaskState& task) { return task.sent_at != Instant{}; }
bool is_answered(const TaskState& task) { return task.answered_at != Instant{}; }

template <class Test>
std::optional<Anchor> when_task(const Scene& scene, const std::string& task, const PersonId& subject, Test test,
                                Instant TaskState::*moment) {
    const TaskState* found = latest(scene, task, subject, test);
    if (found == nullptr) return std::nullopt;
    return Anchor::at_instant(found->*moment);
}

template <class Key>
std::optional<Anchor> at(const std::map<Key, Instant>& moments, const Key& name) {
    const auto found = moments.find(name);
    if (found == moments.end()) return std::nullopt;
    return Anchor::at_instant(found->second);
}

std::optional<Anchor> earliest(const std::vector<const Answer*>& answers) {
    std::optional<Anchor> found;
    for (const Answer* answer : answers) {
        if (answer->kind != Answer::Kind::Given || answer->blank()) continue;
        const auto moment = calendar::parse_moment(answer->first());
        if (moment && (!found || moment->at < found->at)) found = *moment;
    }
    return found;
}

/// Asked of no child, about what is answered for each: the earliest of those whose course runs, so that nobody's limit
/// is passed unseen; of all once none runs.
std::optional<Anchor> answered_moment(const std::string& name, const Scene& scene, const PersonId& subject) {
    const Form* form = form_and_field(scene.definition, name).first;
    if (form == nullptr || !form->per_child || !subject.empty()) return earliest(answers_at(scene, name, subject));
    std::vector<const Answer*> running;
    for (const auto& child : running_children(scene))
        for (const Answer* answer : answers_at(scene, name, child)) running.push_back(answer);
    const auto found = earliest(running);
    return found ? found : earliest(answers_at(scene, name, subject));
}

std::optional<std::string> told_of(const Scene& scene, const std::string& fact, const PersonId& about) {
    const auto told = scene.world.facts.find({fact, about});
    if (told == scene.world.facts.end()) return std::nullopt;
    return told->second;
}

/// When it was set of this child. What was set of the case counts for each child of whom nothing nearer was said, so that a brother or
/// sister who is passed over is not lost behind one who is not: never before they joined or were born, and not while they are unborn.
std::optional<Anchor> fact_set_of(const Scene& scene, const std::string& name, const PersonId& child) {
    if (const auto own = scene.state.facts_at.find({name, child}); own != scene.state.facts_at.end()) return Anchor::at_instant(own->second);
    const auto of_case = scene.state.facts_at.find({name, PersonId{}});
    if (of_case == scene.state.facts_at.end() || told_of(scene, "unborn", child) == "yes") return std::nullopt;
    Instant since = not_before_joining(of_case->second, scene, child);
    if (const auto born_on = told_of(scene, "born-on", child))
        if (const auto born = calendar::parse_moment(*born_on)) since = std::max(since, born->at);
    return Anchor::at_instant(since);
}

/// Of this child; asked of no child, the earliest of those whose course runs.
std::optional<Anchor> fact_set_at(const Scene& scene, const std::string& name, const PersonId& subject) {
    if (!subject.empty()) return fact_set_of(scene, name, subject);
    const auto children = running_children(scene);
    if (children.empty()) return at(scene.state.facts_at, {name, PersonId{}});
    std::optional<Anchor> found;
    for (const auto& child : children)
        if (const auto set = fact_set_of(scene, name, child); set && (!found || set->at < found->at)) found = set;
    return found;
}

/// Of this child; asked of no child, the latest born.
std::optional<Anchor> birth_of(const Scene& scene, const PersonId& subject) {
    std::optional<Anchor> latest_born;
    for (const auto& one : scene.state.subjects) {
        if (!subject.empty() && one.person != subject) continue;
        const auto known = scene.world.facts.find({"born-on", one.person});
        if (known == scene.world.facts.end()) continue;
        const auto born = calendar::parse_moment(known->second);
        if (born && (!latest_born || born->at > latest_born->at)) latest_born = *born;
    }
    return latest_born;
}

}  // namespace

std::optional<Anchor> moment_of(const procedure::Anchor& anchor, const Scene& scene, const PersonId& subject,
                                const TaskState* task) {
    const CaseState& state = scene.state;
    if (!state.opened) return std::nullopt;
    switch (anchor.kind) {
        case Kind::Opened:
            return Anchor::at_instant(not_before_joining(state.episode_at, scene, subject));
        case Kind::Received:
            return Anchor::at_instant(not_before_joining(state.received_at, scene, subject));
        case Kind::Joined: {
            const SubjectState* child = find_subject(state, subject);
            if (child == nullptr) return Anchor::at_instant(state.episode_at);
            return Anchor::at_instant(
                std::max(child->joined_at, state.episode > 1 ? state.episode_at : child->joined_at));
        }
        case Kind::Entered: {
            auto entered = at(state.entered, anchor.name);
            if (entered) entered->at = not_before_joining(entered->at, scene, subject);
            return entered;
        }
        case Kind::Done:
            return when_task(scene, anchor.name, subject, is_done, &TaskState::done_at);
        case Kind::Decided:
            return when_task(scene, anchor.name, subject, is_decided, &TaskState::decided_at);
        case Kind::Approved:
            return when_task(scene, anchor.name, subject, is_approved, &TaskState::done_at);
        case Kind::Answer:
        case Kind::SetOutside:
            return anchor.name.empty() ? std::nullopt : answered_moment(anchor.name, scene, subject);
        case Kind::Held:
            return at(state.meetings_held, anchor.name);
        case Kind::Sent:
            return when_task(scene, anchor.name, subject, is_sent, &TaskState::sent_at);
        case Kind::Answered:
            return when_task(scene, anchor.name, subject, is_answered, &TaskState::answered_at);
        case Kind::TaskOpened:
            if (task == nullptr) return std::nullopt;
            return Anchor::at_instant(task->opened_at);
        case Kind::Flag: {
            const auto flag = state.flag_set_at.find({anchor.name, subject});
            if (flag == state.flag_set_at.end()) return std::nullopt;
            return Anchor::at_instant(flag->second);
        }
        case Kind::Fact:
            return fact_set_at(scene, anchor.name, subject);
        case Kind::Closed:
            return state.closed ? std::optional(Anchor::at_instant(state.closed_at)) : std::nullopt;
        case Kind::Birth:
            return birth_of(scene, subject);
    }
    return std::nullopt;
}

std::optional<Anchor> planned_moment_of(const procedure::Anchor& anchor, const Scene& scene, const PersonId& subject,
                                        const TaskState* task) {
    if (anchor.kind == Kind::Held) {
        const auto arranged = [](const TaskState& meeting) {
            return meeting.open() && meeting.arranged_for != Instant{};
        };
        if (const TaskState* meeting = latest(scene, anchor.name, subject, arranged))
            return Anchor::at_instant(meeting->arranged_for);
    }
    return moment_of(anchor, scene, subject, task);
}

bool is_happening(const procedure::Anchor& anchor, const Event& event, const Scene& scene) {
    const bool named = event.element == anchor.name;
    const auto finished = [&] {
        return std::any_of(scene.state.tasks.begin(), scene.state.tasks.end(), [&](const TaskState& task) {
            return is_done(task) && task.task == event.element && task.subject == event.subject &&
                   task.occurrence == event.occurrence;
        });
    };
    switch (anchor.kind) {
        case Kind::Opened:
        case Kind::Received:
            return event.kind == EventKind::CaseOpened || event.kind == EventKind::CaseReopened;
        case Kind::Joined:
            return event.kind == EventKind::SubjectJoined;
        case Kind::Entered:
            return named && event.kind == EventKind::StageEntered;
        case Kind::Done:
            if (!named) return false;
            if (event.kind == EventKind::TaskDone) return true;
            return (event.kind == EventKind::DecisionMade || event.kind == EventKind::DecisionApproved ||
                    event.kind == EventKind::ExchangeAnswered || event.kind == EventKind::MeetingHeld) &&
                   finished();
        case Kind::Decided:
            return named && event.kind == EventKind::DecisionMade;
        case Kind::Approved:
            return named && (event.kind == EventKind::DecisionMade || event.kind == EventKind::DecisionApproved) &&
                   finished();
        case Kind::Answer:
        case Kind::SetOutside: {
            if (event.kind != EventKind::FormSaved) return false;
            const auto [form, field] = form_and_field(scene.definition, anchor.name);
            const auto saved = event.details.find("form");
            if (form == nullptr || saved == event.details.end() || saved->second != form->id) return false;
            const auto answer = event.answers.find(field);
            return answer != event.answers.end() && answer->second.kind == Answer::Kind::Given &&
                   !answer->second.blank();
        }
        case Kind::Held:
            return named && event.kind == EventKind::MeetingHeld;
        case Kind::Sent:
            return named && event.kind == EventKind::ExchangeSent;
        case Kind::Answered:
            return named && event.kind == EventKind::ExchangeAnswered;
        case Kind::TaskOpened:
            return named && event.kind == EventKind::TaskOpened;
        case Kind::Flag:
            return named && event.kind == EventKind::FlagSet;
        case Kind::Fact:
            return named && event.kind == EventKind::FactSet;
        case Kind::Closed:
            return event.kind == EventKind::CaseClosed;
        case Kind::Birth:
            return false;
    }
    return false;
}

std::string anchor_words(const procedure::Anchor& anchor, const Definition& definition) {
    const auto task = [&] {
        const Task* known = definition.task(anchor.name);
        return "“" + (known == nullptr ? anchor.name : title_of(*known)) + "”";
    };
    switch (anchor.kind) {
        case Kind::Opened:
            return "the case was opened";
        case Kind::Received:
            return "this was received";
        case Kind::Joined:
            return "the concern about this child became known";
        case Kind::Entered: {
            const Stage* stage = definition.stage(anchor.name);
            return "“" + (stage == nullptr ? anchor.name : title_of(*stage)) + "” began";
        }
        case Kind::Done:
            return task() + " was done";
        case Kind::Decided:
            return task() + " was decided";
        case Kind::Approved:
            return task() + " was approved";
        case Kind::Answer:
        case Kind::SetOutside: {
            const auto [form, field] = form_and_field(definition, anchor.name);
            if (form != nullptr)
                for (const auto& known : form->fields)
                    if (known.id == field && !known.label.empty()) return "the date given for “" + known.label + "”";
            return anchor.kind == Kind::SetOutside ? "the date set from outside" : "the date given on the form";
        }
        case Kind::Held:
            return task() + " was held";
        case Kind::Sent:
            return task() + " was sent";
        case Kind::Answered:
            return task() + " was answered";
        case Kind::TaskOpened:
            return "this task opened";
        case Kind::Flag:
            return "the flag was set";
        case Kind::Fact:
            return "“" + anchor.name + "” was last recorded";
        case Kind::Closed:
            return "the case was closed";
        case Kind::Birth:
            return "the child’s birth";
    }
    return {};
}

}  // namespace hearken::engine
