// When time alone next brings something about: the case is looked at again at that very moment, hours included.
#include <algorithm>

#include "engine/scene.hpp"

namespace hearken::engine {

namespace {

/// Every condition that the case may be waiting for where it stands now.
template <class Each>
void each_condition(const Definition& definition, const CaseState& state, Each each) {
    const auto of_task = [&](const Task& task) {
        each(task.when);
        for (const auto& rule : task.time) each(rule.when);
    };
    for (const auto& strand : definition.strands) {
        const auto now = state.stage_of.find(strand.id);
        if (now == state.stage_of.end()) {
            if (!state.strands_ended.contains(strand.id)) each(strand.starts_when);
            continue;
        }
        const Stage* stage = definition.stage(now->second);
        if (stage == nullptr) continue;
        for (const auto& gate : stage->leave_when) {
            each(gate.that);
            each(gate.unless);
        }
        for (const auto& next : stage->next) each(next.when);
        for (const auto& task : stage->tasks) of_task(task);
    }
    for (const auto& task : definition.anytime) of_task(task);
    for (const auto& ends : definition.child_ends) each(ends.when);
}

bool mentions_elapsed(const Condition& condition) {
    return condition.kind == Condition::Kind::Elapsed || std::any_of(condition.of.begin(), condition.of.end(), mentions_elapsed);
}

struct Sooner {
    const Scene& scene;
    std::optional<Instant> soonest;

    void at(std::optional<Instant> limit) {
        if (limit && *limit >= scene.world.now && (!soonest || *limit < *soonest)) soonest = limit;
    }
    void look(const Condition& condition, const PersonId& subject) {
        for (const auto& inner : condition.of) look(inner, subject);
        if (condition.kind == Condition::Kind::Elapsed) at(elapses_at(condition, scene, subject));
    }
    void look_for_all(const Condition& condition) {
        look(condition, {});
        for (const auto& subject : scene.state.subjects) look(condition, subject.person);
    }
};

bool goes_by_schedule(const Definition& definition, const CaseState& state) {
    return std::any_of(state.tasks.begin(), state.tasks.end(), [&](const TaskState& one) {
        const Task* task = one.open() ? definition.task(one.task) : nullptr;
        return task != nullptr && std::any_of(task->time.begin(), task->time.end(), [](const TimeRule& rule) { return rule.from_schedule; });
    });
}

void look_at_schedules(Sooner& sooner) {
    for (const auto& state : sooner.scene.state.tasks) {
        const Task* task = state.open() ? sooner.scene.definition.task(state.task) : nullptr;
        if (task == nullptr) continue;
        for (const auto& rule : task->time)
            if (rule.construct == TimeRule::Construct::Every && rule.from_schedule)
                for (const auto& due : state.dues)
                    if (due.clock == rule.id) sooner.at(due.due_at);
    }
}

}  // namespace

bool waits_for_time(const Definition& definition, const CaseState& state) {
    if (!state.opened || state.closed) return false;
    bool waits = !state.flag_until.empty() || goes_by_schedule(definition, state);
    each_condition(definition, state, [&](const Condition& condition) { waits = waits || mentions_elapsed(condition); });
    return waits;
}

std::optional<Instant> next_look(const Definition& definition, const CaseState& state, const Surroundings& surroundings) {
    if (!state.opened || state.closed) return std::nullopt;
    const Scene scene{definition, state, surroundings};
    Sooner sooner{scene, {}};
    each_condition(definition, state, [&](const Condition& condition) { sooner.look_for_all(condition); });
    for (const auto& [flag, until] : state.flag_until) sooner.at(until);
    look_at_schedules(sooner);
    if (!sooner.soonest) return std::nullopt;
    return *sooner.soonest + std::chrono::seconds{1};  // what holds "once more than that long has passed" holds then
}

}  // namespace hearken::engine
