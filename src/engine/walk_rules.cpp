#include "engine/walk_rules.hpp"

#include <algorithm>

#include "engine/following.hpp"

namespace hearken::engine {

namespace {

const DueSet* find_clock(const std::vector<DueSet>& dues, const std::string& clock) {
    const auto found = std::find_if(dues.begin(), dues.end(), [&](const DueSet& due) { return due.clock == clock; });
    return found == dues.end() ? nullptr : &*found;
}

bool says_so(const std::vector<Event>& added, const TaskState& task, const std::string& clock) {
    return std::any_of(added.begin(), added.end(), [&](const Event& event) {
        return event.element == task.task && event.subject == task.subject && event.occurrence == task.occurrence &&
               find_clock(event.dues, clock) != nullptr;
    });
}

void check_clocks(const CaseState& before, const std::vector<Event>& added, const CaseState& after,
                  std::vector<std::string>& broken) {
    for (const auto& task : before.tasks) {
        const TaskState* now = occurrence(after, task.task, task.subject, task.occurrence);
        if (now == nullptr) {
            broken.push_back("An occurrence of " + task.task + " vanished.");
            continue;
        }
        for (const auto& due : task.dues) {
            const DueSet* same = find_clock(now->dues, due.clock);
            if (same != nullptr && *same != due && !says_so(added, task, due.clock))
                broken.push_back("The clock " + due.clock + " of " + task.task + " moved without an event.");
        }
        for (const auto& due : task.original_dues) {
            const DueSet* same = find_clock(now->original_dues, due.clock);
            if (same == nullptr || *same != due)
                broken.push_back("The first date of " + due.clock + " of " + task.task + " changed.");
        }
    }
}

bool has_urgent_task(const Definition& definition) {
    const auto urgent = [](const procedure::Task& task) { return task.urgent; };
    const auto stage_has = [&](const procedure::Stage& stage) { return std::any_of(stage.tasks.begin(), stage.tasks.end(), urgent); };
    return std::any_of(definition.anytime.begin(), definition.anytime.end(), urgent) ||
           std::any_of(definition.strands.begin(), definition.strands.end(),
                       [&](const procedure::Strand& strand) { return std::any_of(strand.stages.begin(), strand.stages.end(), stage_has); });
}

void check_urgent(const Definition& definition, const CaseState& state, const Surroundings& world,
                  std::vector<std::string>& broken) {
    if (state.closed || !state.opened || !has_urgent_task(definition)) return;
    const bool children = std::any_of(state.subjects.begin(), state.subjects.end(),
                                      [](const SubjectState& one) { return one.outcome.empty(); });
    const auto possible =
        possible_acts(definition, state, {UserId{"passer-by"}, OrganisationId{"elsewhere"}, "nobody", {}}, world);
    const auto check = [&](const procedure::Task& task) {
        if (!task.urgent || (task.per_child && !children)) return;
        const bool may = std::any_of(possible.begin(), possible.end(),
                                     [&](const Possible& one) { return one.task == task.id && one.may; });
        if (!may) broken.push_back("The urgent task " + task.id + " was not possible.");
    };
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages) std::for_each(stage.tasks.begin(), stage.tasks.end(), check);
    std::for_each(definition.anytime.begin(), definition.anytime.end(), check);
}

}  // namespace

std::vector<std::string> broken_rules(const Definition& definition, const CaseState& before,
                                      const std::vector<Event>& added, const CaseState& after,
                                      const std::vector<Event>& all, const Surroundings& world) {
    std::vector<std::string> broken;
    if (fold(all) != after) broken.push_back("The state is not the sum of its events.");
    check_clocks(before, added, after, broken);
    check_urgent(definition, after, world, broken);
    for (const auto& event : added)
        if (event.recorded_at != world.now || event.occurred_at > world.now)
            broken.push_back("An event was recorded at another time than now, or before it happened.");
    return broken;
}

}  // namespace hearken::engine
