#include "engine/cover.hpp"

#include <algorithm>

namespace hearken::engine {

namespace {

DueSet gap_in(const TimeRule& rule, const Surroundings& world) {
    DueSet gap;
    gap.clock = rule.id;
    gap.counted_from = gap.due_at = gap.amber_at = gap.reminder_at = world.now;
    gap.counted_from_what = "nobody was found on duty";
    gap.outside = true;  // a failing of the service: never counted against whoever does the task
    gap.explanation = rule.otherwise;
    gap.source = rule.source;
    return gap;
}

void watch(Working& working, const TimeRule& rule, const TaskState* task, bool is_open) {
    if (rule.construct != TimeRule::Construct::Cover) return;
    const auto covered = working.world.covered.find(rule.service);
    if (covered == working.world.covered.end() || covered->second == !is_open) return;
    Event event = task == nullptr ? working.follows(EventKind::ClockSet, {}) : working.follows(EventKind::ClockSet, task->task, task->subject, task->occurrence);
    event.details["clock"] = rule.id;
    event.details["gap"] = is_open ? "ended" : "begun";
    if (is_open)
        event.details["ended"] = "yes";
    else
        event.dues = {gap_in(rule, working.world)};
    event.text = is_open ? "Somebody is on duty again." : rule.otherwise;
    working.done(std::move(event));
}

}  // namespace

void watch_cover(Working& working) {
    for (const auto& rule : working.definition.start.time) watch(working, rule, nullptr, working.state.gaps.contains(rule.id));
    for (size_t i = 0; i < working.state.tasks.size(); ++i) {  // a gap changes a task's clocks, and adds no task
        const TaskState& state = working.state.tasks[i];
        const Task* task = state.open() ? working.definition.task(state.task) : nullptr;
        if (task == nullptr) continue;
        for (const auto& rule : task->time)
            watch(working, rule, &state, std::any_of(state.dues.begin(), state.dues.end(), [&](const DueSet& due) { return due.clock == rule.id; }));
    }
}

}  // namespace hearken::engine
