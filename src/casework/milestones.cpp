#include "casework/milestones.hpp"

#include <algorithm>

#include "casework/shown_cases.hpp"
#include "engine/moments.hpp"
#include "store/organisations.hpp"

namespace hearken::casework {

namespace {

using procedure::Anchor;

/// The task whose act the moment is, if it is one.
const procedure::Task* task_of(const Reader& reader, const Anchor& anchor) {
    const bool act = anchor.kind == Anchor::Kind::Done || anchor.kind == Anchor::Kind::Decided || anchor.kind == Anchor::Kind::Approved;
    return act ? reader.record.definition->task(anchor.name) : nullptr;
}

MilestoneView milestone_view(Reader& reader, const procedure::Milestone& milestone, const procedure::Task* task, const PersonId& subject) {
    const engine::Scene scene{*reader.record.definition, reader.record.state, reader.surroundings};
    MilestoneView view;
    view.title = milestone.title;
    view.next = milestone.next;
    if (!subject.empty()) view.subject_name = reader.names.of_person(subject);
    const auto* state = task ? reader.record.state.task(task->id, subject) : nullptr;
    if (const auto moment = engine::moment_of(milestone.of, scene, subject)) view.at = moment->at;
    if (!state) return view;
    const auto shown = task_view(reader, *task, state, {});
    if (!view.at) view.clocks = shown.clocks;
    const auto side = reader.record.state.organisations.find(task->relation);
    view.who = !shown.assigned_to.empty() || side == reader.record.state.organisations.end() ? shown.assigned_to : reader.names.of_organisation(side->second);
    if (view.at && task->decision) view.said = shown.outcome;
    return view;
}

}  // namespace

void add_milestones(Reader& reader, CasePage& page) {
    if (reader.sees_fully()) return;
    for (const auto& milestone : reader.record.definition->milestones) {
        if (!reader.capacities.contains(milestone.relation)) continue;
        const auto* task = task_of(reader, milestone.of);
        if (task && task->per_child) {
            for (const auto& subject : reader.record.state.subjects) page.milestones.push_back(milestone_view(reader, milestone, task, subject.person));
            continue;
        }
        // A task that never opened and cannot come any more (a stage that was skipped) says nothing.
        page.milestones.push_back(milestone_view(reader, milestone, task, {}));
    }
    if (page.milestones.empty()) return;
    page.beside = open_cases_beside(reader);
    if (const auto owner = reader.record.state.organisations.find("owner"); owner != reader.record.state.organisations.end())
        if (const auto organisation = store::find_organisation(reader.reading, owner->second)) page.owner_telephone = organisation->telephone;
}

}  // namespace hearken::casework
