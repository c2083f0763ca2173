#include "engine/following.hpp"

#include <algorithm>

#include "engine/effects.hpp"
#include "engine/moments.hpp"
#include "engine/settle.hpp"

namespace hearken::engine {

namespace {

const procedure::DecisionOption* chosen(const Task& task, const std::string& option) {
    if (!task.decision) return nullptr;
    for (const auto& one : task.decision->options)
        if (one.id == option) return &one;
    return nullptr;
}

bool runs(const Place& place, const CaseState& state) {
    if (place.stage == nullptr) return true;
    const auto now = state.stage_of.find(place.strand->id);
    return now != state.stage_of.end() && now->second == place.stage->id;
}

bool child_runs(const Scene& scene, const PersonId& subject) {
    if (subject.empty()) return true;
    const SubjectState* child = find_subject(scene.state, subject);
    return child != nullptr && is_running_child(scene.definition, *child);
}

void finish_task(Working& working, const Place& place, const TaskState& state) {
    const Task& task = *place.task;
    apply_effects(working, task.then, state.subject, "“" + title_of(task) + "” was done.");
    for (const auto& told : task.tells)
        if (const auto* notice = working.definition.notice(told)) owe_notice(working, *notice, state.subject);
    if (working.state.closed || !recurs(task) || !runs(place, working.state) ||
        !child_runs(working.scene(), state.subject))
        return;
    // On a schedule the next time may be open already.
    const TaskState* latest = working.state.task(task.id, state.subject);
    if (latest != nullptr && latest->open()) return;
    if (holds(task.when, working.definition, working.state, working.world, state.subject))
        open_task(working, task, state.subject, &state);
}

void follow_decision(Working& working, const Place& place, const TaskState& state, const Event& event) {
    const auto* option = chosen(*place.task, state.option);
    const bool in_force = state.status == TaskState::Status::Done;
    // At once in an emergency; otherwise when the last signature is given (never twice).
    const bool now =
        event.kind == EventKind::DecisionMade ? in_force || state.effects_applied : in_force && !state.effects_applied;
    if (option != nullptr && now)
        apply_effects(working, option->then, state.subject,
                      "Decided: " + (option->label.empty() ? option->id : option->label) + ".");
    if (in_force) finish_task(working, place, state);
}

void owe_notices_upon(Working& working, const Event& event) {
    for (const auto& notice : working.definition.notices)
        if (notice.upon && is_happening(*notice.upon, event, working.scene()))
            owe_notice(working, notice, event.subject);
}

void open_repeatable_upon(Working& working, const Event& event) {
    const auto consider = [&](const Task& task) {
        if (!task.repeatable || !task.upon || !is_happening(*task.upon, event, working.scene())) return;
        for (const auto& subject : subjects_of(task, working.scene()))
            if ((!task.per_child || event.subject.empty() || event.subject == subject) &&
                holds(task.when, working.definition, working.state, working.world, subject))
                open_task(working, task, subject);
    };
    for (const auto& task : working.definition.anytime) consider(task);
    for (const auto& [strand, stage_id] : std::map(working.state.stage_of))
        if (const Stage* stage = working.definition.stage(stage_id))
            for (const auto& task : stage->tasks) consider(task);
}

bool mentions_strand(const std::vector<Effect>& effects, const std::string& strand) {
    return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
        return effect.kind == Effect::Kind::StartStrand && effect.name == strand;
    });
}

bool starts_strand(const Task& task, const std::string& strand) {
    if (mentions_strand(task.then, strand)) return true;
    return task.decision && std::any_of(task.decision->options.begin(), task.decision->options.end(),
                                        [&](const auto& option) { return mentions_strand(option.then, strand); });
}

}  // namespace

const TaskState* occurrence(const CaseState& state, const std::string& task, const PersonId& subject, int number) {
    for (const auto& one : state.tasks)
        if (one.task == task && one.subject == subject && one.occurrence == number) return &one;
    return nullptr;
}

bool starts_by_itself(const Definition& definition, const Strand& strand) {
    if (!strand.starts_when.always()) return true;
    const auto starts = [&](const Task& task) { return starts_strand(task, strand.id); };
    if (mentions_strand(definition.start.then, strand.id)) return false;
    if (std::any_of(definition.anytime.begin(), definition.anytime.end(), starts)) return false;
    for (const auto& other : definition.strands)
        for (const auto& stage : other.stages)
            if (std::any_of(stage.tasks.begin(), stage.tasks.end(), starts)) return false;
    return true;
}

void follow(Working& working, const Event& event) {
    owe_notices_upon(working, event);
    if (working.state.closed) return;
    if (event.kind == EventKind::CaseOpened)
        apply_effects(working, working.definition.start.then, {}, "The case was opened.");
    open_repeatable_upon(working, event);
    const Place place = place_of(working.definition, event.element);
    const TaskState* found =
        place.task == nullptr ? nullptr : occurrence(working.state, event.element, event.subject, event.occurrence);
    if (found == nullptr) return;
    const TaskState state = *found;  // a copy: effects add tasks
    switch (event.kind) {
        case EventKind::DecisionMade:
        case EventKind::DecisionApproved:
            follow_decision(working, place, state, event);
            break;
        case EventKind::TaskDone:
        case EventKind::ExchangeAnswered:
        case EventKind::MeetingHeld:
            if (state.status == TaskState::Status::Done) finish_task(working, place, state);
            break;
        default:
            break;
    }
}

}  // namespace hearken::engine
