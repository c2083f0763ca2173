// When time alone next brings something about: the case is looked at again at that very moment, hours included.
#include <algorithm>

#include "engine/scene.hpp"

namespace hearken::engine {

namespace {

struct Sooner {
    const Scene& scene;
    std::optional<Instant> soonest;

    /// What comes to hold "once more than that long has passed" does so one second after.
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
    void look(const std::vector<procedure::Gate>& gates) {
        for (const auto& gate : gates) {
            look_for_all(gate.that);
            look_for_all(gate.unless);
        }
    }
    void look(const Task& task) {
        look_for_all(task.when);
        for (const auto& rule : task.time) look_for_all(rule.when);
    }
};

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

std::optional<Instant> next_look(const Definition& definition, const CaseState& state, const Surroundings& surroundings) {
    if (!state.opened || state.closed) return std::nullopt;
    const Scene scene{definition, state, surroundings};
    Sooner sooner{scene, {}};
    for (const auto& strand : definition.strands) {
        const auto now = state.stage_of.find(strand.id);
        if (now == state.stage_of.end()) {
            if (!state.strands_ended.contains(strand.id)) sooner.look_for_all(strand.starts_when);
            continue;
        }
        const Stage* stage = definition.stage(now->second);
        if (stage == nullptr) continue;
        sooner.look(stage->leave_when);
        for (const auto& next : stage->next) sooner.look_for_all(next.when);
        for (const auto& task : stage->tasks) sooner.look(task);
    }
    for (const auto& task : definition.anytime) sooner.look(task);
    for (const auto& [flag, until] : state.flag_until) sooner.at(until);
    look_at_schedules(sooner);
    if (!sooner.soonest) return std::nullopt;
    return *sooner.soonest + std::chrono::seconds{1};
}

}  // namespace hearken::engine
