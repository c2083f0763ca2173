#include "store/project_tasks.hpp"

#include <set>

#include "store/sql.hpp"

namespace hearken::store {

using engine::CaseState;
using engine::DueSet;
using engine::TaskState;

namespace {

std::string status_name(TaskState::Status status) {
    switch (status) {
        case TaskState::Status::Open: return "open";
        case TaskState::Status::AwaitingSignature: return "awaiting-signature";
        case TaskState::Status::Done: return "done";
        case TaskState::Status::NotNeeded: return "not-needed";
        case TaskState::Status::Cancelled: return "cancelled";
    }
    return "open";
}

std::string strength_name(engine::Strength strength) {
    switch (strength) {
        case engine::Strength::Must: return "must";
        case engine::Strength::Statutory: return "statutory";
        case engine::Strength::Target: return "target";
        case engine::Strength::Guide: return "guide";
    }
    return "must";
}

/// The clock that runs out first. A stopwatch orders work too: its house alert is when it should have been done.
const DueSet* first_due(const TaskState& task) {
    const DueSet* first = nullptr;
    for (const DueSet& due : task.dues)
        if (!due.outside && (!first || due.due_at < first->due_at)) first = &due;
    return first;
}

/// Who must act on it now: of a decision that waits for signatures, the roles that have not signed.
std::set<std::string> roles_wanted(const procedure::Task* definition, const TaskState& task) {
    if (task.status == TaskState::Status::AwaitingSignature) return task.awaits;
    if (!definition) return {};
    return {definition->roles.begin(), definition->roles.end()};
}

std::string organisation_of(const CaseState& state, const std::string& relation) {
    const auto found = state.organisations.find(relation);
    return found == state.organisations.end() ? std::string{} : found->second.str();
}

void put_clocks(CaseRows& rows, const RowValues& key, const TaskState& task) {
    for (const DueSet& due : task.dues) {
        Instant original = due.due_at;
        for (const DueSet& first : task.original_dues)
            if (first.clock == due.clock) original = first.due_at;
        RowValues values = key;
        for (std::string value : {due.clock, strength_name(due.strength), to_iso(due.counted_from), due.counted_from_what, due.period, to_iso(due.due_at),
                                  to_iso(original), to_iso(due.amber_at), to_iso(due.reminder_at), std::string(due.estimated ? "1" : "0"),
                                  std::string(due.urgency ? "1" : "0"), std::string(due.outside ? "1" : "0"), due.explanation,
                                  task.status == TaskState::Status::Done ? to_iso(task.done_at) : std::string{}})
            values.push_back(std::move(value));
        rows.put("case_clock", std::move(values));
    }
}

struct Work {
    std::set<std::string> roles;
    std::string organisation, order, due;
};

/// Rows of the tray of a task that waits: "*" for the whole desk, then its holder or the roles that may take it.
void put_tray(CaseRows& rows, const RowValues& key, const TaskState& task, const Work& work) {
    const auto put = [&](const std::string& role, const std::string& holder) {
        RowValues values = key;
        for (const std::string& value : {role, holder, work.organisation, work.order, work.due}) values.push_back(value);
        rows.put("case_tray", std::move(values));
    };
    put("*", "");
    // An assigned decision that waits for a signature waits for the signatory, not for who decided it.
    if (!task.assigned_to.empty() && task.status == TaskState::Status::Open) return put("", task.assigned_to.str());
    for (const std::string& role : work.roles) put(role, "");
}

void put_task(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const CaseState& state, const TaskState& task) {
    const procedure::Task* defined = definition.task(task.task);
    const DueSet* due = first_due(task);
    const bool urgent = defined && defined->urgent;
    const std::string relation = defined ? defined->relation : "owner";
    const Work work{roles_wanted(defined, task), organisation_of(state, relation),
                    std::string(urgent ? "0" : "1") + (due ? to_iso(due->due_at) : urgent ? to_iso(task.opened_at) : "9999"),
                    due ? to_iso(due->due_at) : std::string{}};
    const bool done = task.status == TaskState::Status::Done || task.status == TaskState::Status::NotNeeded;
    const RowValues key = {case_id.str(), task.task, task.subject.str(), std::to_string(task.occurrence)};
    RowValues values = key;
    for (std::string value : {defined && !defined->title.empty() ? defined->title : task.task, joined(work.roles), relation, work.organisation,
                              status_name(task.status), task.assigned_to.str(), std::string(urgent ? "1" : "0"), to_iso(task.opened_at),
                              done ? to_iso(task.done_at) : std::string{}, done ? to_iso(task.recorded_at) : std::string{}, task.done_by.user.str(),
                              work.due, due ? to_iso(due->amber_at) : std::string{}, due ? strength_name(due->strength) : std::string{}, task.option, work.order})
        values.push_back(std::move(value));
    rows.put("case_task", std::move(values));
    put_clocks(rows, key, task);
    if (task.open() && !state.closed) put_tray(rows, key, task, work);
}

}  // namespace

void put_tasks(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const CaseState& state) {
    for (const char* table : {"case_task", "case_tray", "case_clock"}) rows.clear(table);
    for (const TaskState& task : state.tasks) put_task(rows, case_id, definition, state, task);
}

}  // namespace hearken::store
