#include "engine/walk_rules.hpp"

#include <algorithm>

#include "engine/following.hpp"
#include "engine/possible.hpp"

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

void check_clocks(const std::vector<TaskState>& before, const std::vector<Event>& added, const CaseState& after,
                  std::vector<std::string>& broken) {
    for (size_t i = 0; i < before.size(); ++i) {
        const TaskState& task = before[i];
        // Tasks are added at the end and never taken away: each stands where it stood.
        const TaskState* now = i < after.tasks.size() ? &after.tasks[i] : nullptr;
        if (now == nullptr || now->task != task.task || now->subject != task.subject || now->occurrence != task.occurrence) {
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

void check_urgent(const Definition& definition, const CaseState& state, const Surroundings& world,
                  std::vector<std::string>& broken) {
    if (state.closed || !state.opened) return;
    const bool children = std::any_of(state.subjects.begin(), state.subjects.end(),
                                      [](const SubjectState& one) { return one.outcome.empty(); });
    const ActedBy passer_by{UserId{"passer-by"}, OrganisationId{"elsewhere"}, "nobody", {}};
    const Scene scene{definition, state, world};
    const auto check = [&](const Place& place) {
        if (!place.task->urgent || (place.task->per_child && !children)) return;
        const auto possible = possible_acts_of(place, passer_by, scene);
        if (std::none_of(possible.begin(), possible.end(), [](const Possible& one) { return one.may; }))
            broken.push_back("The urgent task " + place.task->id + " was not possible.");
    };
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages)
            for (const auto& task : stage.tasks) check({&task, &stage, &strand});
    for (const auto& task : definition.anytime) check({&task, nullptr, nullptr});
}

}  // namespace

std::vector<std::string> broken_rules(const Definition& definition, const std::vector<TaskState>& before,
                                      const std::vector<Event>& added, const CaseState& after,
                                      const Surroundings& world) {
    std::vector<std::string> broken;
    check_clocks(before, added, after, broken);
    check_urgent(definition, after, world, broken);
    for (const auto& event : added)
        if (event.recorded_at != world.now || event.occurred_at > world.now)
            broken.push_back("An event was recorded at another time than now, or before it happened.");
    return broken;
}

}  // namespace hearken::engine
