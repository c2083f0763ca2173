#include "casework/tell_linked.hpp"

#include <algorithm>

#include "procedure/tells_linked.hpp"

namespace hearken::casework {

namespace {

/// In whose name it is done there: of whoever acted here, in the part that does it there.
engine::ActedBy acting_there(const CaseRecord& there, const procedure::Task& task, engine::ActedBy actor) {
    if (!task.roles.empty()) actor.role = task.roles.front();
    const auto side = there.state.organisations.find(task.relation.empty() ? "owner" : task.relation);
    if (side != there.state.organisations.end()) actor.organisation = side->second;
    return actor;
}

}  // namespace

Result<void> tell_linked(World& world, store::Transaction& transaction, const CaseRecord& record, const engine::Event& event, const engine::ActedBy& actor,
                         const engine::Answers& carried) {
    const std::string procedure = procedure::told_procedure(event.element), task_id = procedure::told_task(event.element);
    for (const auto& [id, kind] : record.state.linked) {
        auto there = load_case(world, transaction, CaseId{id});
        if (!there || there->state.closed || there->definition->id != procedure) continue;
        const auto about = subjects_in(there->state);
        if (!event.subject.empty() && std::find(about.begin(), about.end(), event.subject) == about.end()) continue;
        // A case that began under an earlier version may not have the task.
        const auto* task = there->definition->task(task_id);
        const PersonId about_child = task != nullptr && task->per_child ? event.subject : PersonId{};
        if (task == nullptr || !engine::holds(task->when, *there->definition, there->state, SurroundingsOf(world, transaction, there->id, there->state).get(), about_child)) continue;
        engine::DoTask told;
        told.by = acting_there(*there, *task, actor);
        told.occurred_at = event.occurred_at;
        told.task = task_id;
        told.answers = carried;
        told.subject = about_child;
        if (auto changed = change_case(world, transaction, *there, told); !changed) return refuse(changed.error());
    }
    return {};
}

}  // namespace hearken::casework
