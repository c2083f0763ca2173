#include "engine/acts/target.hpp"

#include <algorithm>

#include "engine/effects.hpp"
#include "engine/field_checks.hpp"
#include "engine/following.hpp"
#include "engine/moments.hpp"
#include "engine/permits.hpp"

namespace hearken::engine {

namespace {

constexpr const char* kClosed =
    "This case is closed. Reopen it, or start a new case. If somebody may be in danger now, ring 999 or make a new "
    "referral straight away: do not wait for this one.";

const TaskState* earliest_open(const CaseState& state, const std::string& task, const PersonId& subject) {
    const TaskState* found = nullptr;
    for (const auto& one : state.tasks)
        if (one.task == task && one.subject == subject && one.status == TaskState::Status::Open &&
            (found == nullptr || one.occurrence < found->occurrence))
            found = &one;
    return found;
}

void say_why_not_open(Working& working, const Target& target) {
    const Task& task = target.task();
    const std::string title = "“" + title_of(task) + "”";
    const TaskState* latest = working.state.task(task.id, target.subject);
    if (latest != nullptr && in_episode(working.state, *latest)) {
        if (latest->status == TaskState::Status::Done)
            return working.objections.add(
                RefusalCode::Conflict, "already-done",
                title + " is already done. To change it, reopen it with a reason or add a correction.");
        if (latest->status == TaskState::Status::AwaitingSignature)
            return working.objections.add(
                RefusalCode::Conflict, "awaiting-signature",
                title + " is decided and awaits a signature. To change it, the signature is declined first.");
        if (latest->status == TaskState::Status::NotNeeded)
            return working.objections.add(RefusalCode::Conflict, "not-needed",
                                          title + " was marked as not needed. Reopen it first, with a reason.");
    }
    if (!holds(task.when, working.definition, working.state, working.world, target.subject))
        return working.objections.add(RefusalCode::GateNotMet, "not-applicable",
                                      title + " does not apply to this case as it stands.");
    if (task.upon && !moment_of(*task.upon, working.scene(), target.subject))
        return working.objections.add(RefusalCode::GateNotMet, "not-open",
                                      title + " opens when " + anchor_words(*task.upon, working.definition) + ".");
    if (target.place.stage != nullptr)
        return working.objections.add(
            RefusalCode::GateNotMet, "not-open",
            title + " belongs to “" + title_of(*target.place.stage) + "”, where this case is not at present.");
    working.objections.add(RefusalCode::GateNotMet, "not-open", title + " is not open now.");
}

}  // namespace

bool may_open(const Place& place, const Scene& scene, const PersonId& subject) {
    const Task& task = *place.task;
    if (task.urgent) return true;
    if (!holds(task.when, scene.definition, scene.state, scene.world, subject)) return false;
    if (task.upon && !moment_of(*task.upon, scene, subject)) return false;
    if (place.stage != nullptr) {
        const auto now = scene.state.stage_of.find(place.strand->id);
        return task.repeatable && now != scene.state.stage_of.end() && now->second == place.stage->id;
    }
    if (task.repeatable) return true;
    const TaskState* latest = scene.state.task(task.id, subject);
    return latest == nullptr || !in_episode(scene.state, *latest) || latest->status == TaskState::Status::Cancelled;
}

void ask_case_open(Working& working) {
    if (!working.state.opened)
        working.objections.add(RefusalCode::NotFound, "no-case", "There is no such case. Start one first.");
    else if (working.state.closed)
        working.objections.add(RefusalCode::Conflict, "case-closed", kClosed);
}

PersonId subject_for(Working& working, const Task& task, const PersonId& given) {
    if (!task.per_child) return {};
    if (given.empty()) {
        const auto children = running_children(working.scene());
        if (children.size() == 1) return children.front();
        working.objections.add(RefusalCode::Invalid, "subject", "Say which child this is for: it is done for each one.",
                               "subject");
    } else if (find_subject(working.state, given) == nullptr) {
        working.objections.add(RefusalCode::Invalid, "subject",
                               "That person is not a subject of this case. Add them to the case first.", "subject");
    }
    return given;
}

Target find_target(Working& working, const std::string& task, const PersonId& subject) {
    Target target;
    ask_case_open(working);
    target.place = place_of(working.definition, task);
    if (!target.known()) {
        working.objections.add(RefusalCode::NotFound, "unknown-task",
                               "This procedure has no task “" + task + "”. Choose one that the case page offers.",
                               "task");
        return target;
    }
    if (working.objections.any()) return target;
    target.subject = subject_for(working, target.task(), subject);
    if (working.objections.any()) return target;
    if (const TaskState* open = earliest_open(working.state, task, target.subject))
        target.occurrence = open->occurrence;
    else if (!may_open(target.place, working.scene(), target.subject))
        say_why_not_open(working, target);
    return target;
}

const TaskState* find_occurrence(Working& working, const std::string& task, const PersonId& subject,
                                 std::initializer_list<TaskState::Status> statuses, const char* code,
                                 const std::string& otherwise) {
    ask_case_open(working);
    const Task* known = working.definition.task(task);
    if (known == nullptr) {
        working.objections.add(RefusalCode::NotFound, "unknown-task",
                               "This procedure has no task “" + task + "”. Choose one that the case page offers.",
                               "task");
        return nullptr;
    }
    if (working.objections.any()) return nullptr;
    const PersonId about = subject_for(working, *known, subject);
    if (working.objections.any()) return nullptr;
    const TaskState* found = nullptr;
    for (const auto& one : working.state.tasks)
        if (one.task == task && one.subject == about &&
            std::find(statuses.begin(), statuses.end(), one.status) != statuses.end())
            found = &one;
    if (found == nullptr) working.objections.add(RefusalCode::Conflict, code, otherwise);
    return found;
}

Permission ask_permission(Working& working, const Target& target, const std::string& why) {
    Permission permission;
    if (!target.known() || !working.state.opened || working.state.closed) return permission;
    const Task& task = target.task();
    auto not_theirs = why_not_theirs(target.place, working.by, working.scene());
    auto forbidden = why_forbidden(task.id, working.scene());
    GateFindings gates = find_at_gates(task, working.by, working.scene(), target.subject);
    if (task.urgent) {
        std::vector<std::string> despite;
        for (const auto* reasons : {&not_theirs, &forbidden, &gates.blocked, &gates.asks_why})
            for (const auto& reason : *reasons) despite.push_back(reason.code);
        if (!despite.empty()) permission.details["despite"] = joined(despite);
        return permission;
    }
    working.objections.add(RefusalCode::NotPermitted, std::move(not_theirs));
    working.objections.add(RefusalCode::NotPermitted, std::move(forbidden));
    working.objections.add(RefusalCode::GateNotMet, std::move(gates.blocked));
    if (!says_something(why)) working.objections.add(RefusalCode::GateNotMet, std::move(gates.asks_why));
    permission.to_pass = std::move(gates.to_pass);
    std::vector<std::string> warned;
    for (const auto& warning : gates.warnings) warned.push_back(warning.code);
    if (!warned.empty()) permission.details["warned"] = joined(warned);
    return permission;
}

TaskState take_up(Working& working, Target& target, const Permission& permission, const std::string& why) {
    if (target.occurrence == 0) {
        open_task(working, target.task(), target.subject);
        target.occurrence = working.state.task(target.task().id, target.subject)->occurrence;
    }
    for (const Gate* gate : permission.to_pass) {
        Event event = working.act(EventKind::GateBypassed, target.task().id, target.subject);
        event.value = gate->id;
        event.text = why;
        working.done(std::move(event));
    }
    return *occurrence(working.state, target.task().id, target.subject, target.occurrence);
}

bool words_readable(Working& working, const std::string& text, const std::string& what, const std::string& field) {
    auto faults = check_text(text, kLongText, what, field);
    if (faults.empty()) return true;
    working.objections.add(RefusalCode::Invalid, std::move(faults));
    return false;
}

bool words_given(Working& working, const std::string& text, const std::string& what, const std::string& field) {
    if (says_something(text)) return words_readable(working, text, what, field);
    working.objections.add(RefusalCode::Invalid, "required", "Enter " + what + ".", field);
    return false;
}

void ask_owner(Working& working) {
    const auto owner = working.state.organisations.find("owner");
    if (owner == working.state.organisations.end() || owner->second != working.by.organisation)
        working.objections.add(
            RefusalCode::NotPermitted, "organisation",
            "This is for the organisation responsible for the case, which is not the one you are acting for.");
    if (working.world.vocabulary == nullptr) return;
    const auto role = working.world.vocabulary->roles.find(working.by.role);
    if (role != working.world.vocabulary->roles.end() && role->second.records_only)
        working.objections.add(
            RefusalCode::NotPermitted, "role",
            "Your role records concerns but does not manage cases. Ask your safeguarding lead or manager.");
}

std::vector<Reason> unattested(const Task& task, const std::vector<std::string>& attested, const Scene& scene,
                               const PersonId& subject) {
    std::vector<Reason> reasons;
    for (const auto& prompt : task.prompts)
        if (prompt.kind == procedure::Prompt::Kind::Attested && !contains(attested, prompt.id) &&
            holds(prompt.when, scene.definition, scene.state, scene.world, subject))
            reasons.push_back({"attest:" + prompt.id, "Confirm: " + prompt.text, "attested"});
    return reasons;
}

}  // namespace hearken::engine
