#include "engine/settle.hpp"

#include <algorithm>

#include "engine/clocks.hpp"
#include "engine/cover.hpp"
#include "engine/effects.hpp"
#include "engine/following.hpp"
#include "engine/gates.hpp"
#include "engine/moments.hpp"
#include "engine/waiting.hpp"

namespace hearken::engine {

namespace {

bool applies(const Task& task, const Scene& scene, const PersonId& subject) {
    return holds(task.when, scene.definition, scene.state, scene.world, subject);
}

bool mentions_elapsed(const Condition& condition) {
    return condition.kind == Condition::Kind::Elapsed ||
           std::any_of(condition.of.begin(), condition.of.end(), mentions_elapsed);
}

/// Opened after `since` and not fallen away by itself.
bool has_occurrence(const CaseState& state, const Task& task, const PersonId& subject, long since) {
    return std::any_of(state.tasks.begin(), state.tasks.end(), [&](const TaskState& one) {
        return one.task == task.id && one.subject == subject && one.opened_sequence > since &&
               one.status != TaskState::Status::Cancelled;
    });
}

bool has_happened(const std::optional<procedure::Anchor>& upon, const Scene& scene, const PersonId& subject) {
    return !upon || moment_of(*upon, scene, subject).has_value();
}

void open_stage_tasks(Working& working, const Stage& stage, long since) {
    for (const auto& task : stage.tasks) {
        if (task.repeatable) continue;
        for (const auto& subject : subjects_of(task, working.scene()))
            if (!has_occurrence(working.state, task, subject, since) && applies(task, working.scene(), subject) &&
                has_happened(task.upon, working.scene(), subject))
                open_task(working, task, subject);
    }
}

/// A child who joins late goes through what the others have been through, with their own anchors.
void open_for_late_joiners(Working& working, const Stage& stage, long left) {
    for (const auto& child : running_children(working.scene())) {
        if (find_subject(working.state, child)->joined_sequence < left) continue;
        for (const auto& task : stage.tasks)
            if (task.per_child && !task.repeatable &&
                !has_occurrence(working.state, task, child, working.state.episode_sequence) &&
                applies(task, working.scene(), child) && has_happened(task.upon, working.scene(), child))
                open_task(working, task, child);
    }
}

void open_tasks(Working& working) {
    for (const auto& strand : working.definition.strands) {
        const auto now = working.state.stage_of.find(strand.id);
        for (const auto& stage : strand.stages) {
            const auto entered = working.state.entered_sequence.find(stage.id);
            if (entered == working.state.entered_sequence.end()) continue;
            const auto left = working.state.left_sequence.find(stage.id);
            if (now != working.state.stage_of.end() && now->second == stage.id)
                open_stage_tasks(working, stage, entered->second);
            else if (left != working.state.left_sequence.end())
                open_for_late_joiners(working, stage, left->second);
        }
    }
    for (const auto& task : working.definition.anytime)
        for (const auto& subject : subjects_of(task, working.scene()))
            if (!has_occurrence(working.state, task, subject, working.state.episode_sequence) &&
                opens_by_itself(task, working.scene(), subject))
                open_task(working, task, subject);
}

/// Each open task in turn. What this brings about may add tasks at the end: those are for the next round.
template <class Each>
void each_open_task(Working& working, Each each) {
    for (size_t i = 0, count = working.state.tasks.size(); i < count; ++i) {
        const Task* task = working.state.tasks[i].open() ? working.definition.task(working.state.tasks[i].task) : nullptr;
        if (task != nullptr) each(*task, working.state.tasks[i]);
    }
}

void cancel_what_no_longer_applies(Working& working) {
    each_open_task(working, [&](const Task& task, const TaskState& state) {
        if (state.status != TaskState::Status::Open || state.started) return;
        if (!task.when.always() && !applies(task, working.scene(), state.subject))
            cancel_task(working, state, "What it depended on has changed: it no longer applies.");
    });
}

/// Only work about this child, or about the whole case, can bring it about, and none of it is open.
bool waits_for_nothing(const Condition& condition, const Scene& scene, const PersonId& child) {
    if (!condition.of.empty())
        return std::all_of(condition.of.begin(), condition.of.end(), [&](const Condition& inner) { return waits_for_nothing(inner, scene, child); });
    return scene.definition.task(condition.name) != nullptr &&
           std::none_of(scene.state.tasks.begin(), scene.state.tasks.end(), [&](const TaskState& one) {
               return one.task == condition.name && one.open() && (one.subject.empty() || one.subject == child);
           });
}

/// When a child's own course has ended, what is owed stays open; but not behind work that has fallen away with the course.
void cancel_what_nobody_can_do_any_more(Working& working) {
    each_open_task(working, [&](const Task& task, const TaskState& state) {
        const SubjectState* child = find_subject(working.state, state.subject);
        if (child == nullptr || child->outcome.empty() || state.status != TaskState::Status::Open) return;
        const bool for_ever = std::any_of(task.needs.begin(), task.needs.end(), [&](const procedure::Gate& gate) {
            return gate.strength == procedure::GateStrength::Block && gate.bypass_by.empty() && is_shut(gate, task.id, working.scene(), state.subject) &&
                   waits_for_nothing(gate.that, working.scene(), state.subject);
        });
        if (for_ever) cancel_task(working, state, "This child’s own course has ended, and what had to come before this with it.");
    });
}

void set_clocks(Working& working) {
    each_open_task(working, [&](const Task& task, const TaskState& now) {
        if (task.time.empty()) return;
        const auto ended = ended_clocks(task, now, working.scene());
        auto changed = changed_clocks(task, now, working.scene());
        if (ended.empty() && changed.empty()) return;
        const TaskState state = now;  // a copy: each event changes it
        for (const auto& clock : ended) {
            Event event = working.follows(EventKind::ClockSet, state.task, state.subject, state.occurrence);
            event.text = "What this limit depends on has changed: it no longer applies.";
            event.details = {{"clock", clock}, {"ended", "yes"}};
            working.done(std::move(event));
        }
        for (auto& clock : changed) {
            const bool moved = std::any_of(state.original_dues.begin(), state.original_dues.end(),
                                           [&](const DueSet& due) { return due.clock == clock.clock; });
            Event event = working.follows(EventKind::ClockSet, state.task, state.subject, state.occurrence);
            event.text = moved ? "The date that it is counted from has changed. The first date stays the measure."
                               : "What it is counted from has happened.";
            event.details["clock"] = clock.clock;
            event.dues = {std::move(clock)};
            working.done(std::move(event));
        }
    });
}

/// On a schedule lateness does not push the rest back: the next time opens when this one's date has passed.
void open_what_the_schedule_says(Working& working) {
    each_open_task(working, [&](const Task& task, const TaskState& state) {
        const auto passed = [&](const TimeRule& rule) {
            return rule.construct == TimeRule::Construct::Every && rule.from_schedule &&
                   std::any_of(state.dues.begin(), state.dues.end(), [&](const DueSet& due) {
                       return due.clock == rule.id && working.world.now > due.due_at;
                   });
        };
        if (std::none_of(task.time.begin(), task.time.end(), passed) ||
            working.state.task(state.task, state.subject)->occurrence != state.occurrence)
            return;
        const TaskState previous = state;  // a copy: opening adds to the list
        open_task(working, task, previous.subject, &previous);
    });
}

void end_flags_that_have_run_out(Working& working) {
    const auto flags = working.state.flag_until;
    for (const auto& [flag, until] : flags) {
        if (working.world.now <= until) continue;
        Event event = working.follows(EventKind::FlagEnded, flag.first, flag.second);
        event.text = "It had run out.";
        working.done(std::move(event));
    }
}

void assign_to_allocated_worker(Working& working) {
    const auto worker = working.state.involvements.find("allocated-worker");
    if (worker == working.state.involvements.end() || worker->second.empty()) return;
    each_open_task(working, [&](const Task& task, const TaskState& state) {
        if (task.assign != Task::Assign::Allocated || !state.assigned_to.empty()) return;
        Event event = working.follows(EventKind::TaskAssigned, state.task, state.subject, state.occurrence);
        event.value = worker->second.back();
        event.text = "The allocated worker does this.";
        working.done(std::move(event));
    });
}

void start_strands(Working& working) {
    for (const auto& strand : working.definition.strands) {
        if (working.state.stage_of.contains(strand.id) || working.state.strands_ended.contains(strand.id)) continue;
        const bool main = is_main(working.definition, strand);
        const bool ran = !strand.stages.empty() && working.state.entered_sequence.contains(strand.stages.front().id);
        if (ran || (!main && !starts_by_itself(working.definition, strand))) continue;
        if (main || holds(strand.starts_when, working.definition, working.state, working.world))
            start_strand(working, strand);
    }
}

void end_children(Working& working) {
    for (const auto& ends : working.definition.child_ends)
        for (const auto& child : running_children(working.scene())) {
            if (!holds(ends.when, working.definition, working.state, working.world, child)) continue;
            apply_effects(working, ends.then, child, "This child’s own course has ended.");
            end_child(working, child, ends.outcome);
        }
}

void move_on(Working& working) {
    for (const auto& strand : working.definition.strands) {
        const auto now = working.state.stage_of.find(strand.id);
        if (now == working.state.stage_of.end()) continue;
        const Stage* stage = working.definition.stage(now->second);
        if (stage == nullptr || !why_stage_waits(strand, *stage, working.scene()).empty()) continue;
        const bool main = is_main(working.definition, strand);
        if (const Stage* next = stage->ends.empty() ? next_stage(*stage, working.scene()) : nullptr) {
            enter_stage(working, strand, *next);
        } else if (!main && (!stage->ends.empty() || stage->next.empty())) {
            end_strand(working, strand, stage->ends);
        } else if (main && !stage->ends.empty() && why_case_waits(strand, working.scene()).empty()) {
            close_case(working, stage->ends, {});
            return;
        }
    }
}

}  // namespace

std::vector<PersonId> subjects_of(const Task& task, const Scene& scene) {
    return task.per_child ? running_children(scene) : std::vector<PersonId>{PersonId{}};
}

bool opens_by_itself(const Task& task, const Scene& scene, const PersonId& subject) {
    if (task.repeatable || !applies(task, scene, subject)) return false;
    if (task.upon) return moment_of(*task.upon, scene, subject).has_value();
    if (mentions_elapsed(task.when)) return true;
    if (task.urgent && task.when.always()) return false;
    return std::any_of(task.time.begin(), task.time.end(), [&](const TimeRule& rule) {
        const auto happened = [&](const procedure::Anchor& of) {
            return of.kind != procedure::Anchor::Kind::TaskOpened && moment_of(of, scene, subject).has_value();
        };
        const auto limb_happened = [&](const TimeRule::Limb& limb) { return happened(limb.of); };
        return happened(rule.of) || std::any_of(rule.earlier_of.begin(), rule.earlier_of.end(), limb_happened) ||
               std::any_of(rule.later_of.begin(), rule.later_of.end(), limb_happened);
    });
}

void settle(Working& working) {
    // In this order: first what an event itself brings about, then what the state it leads to brings about. After each
    // change from the beginning again, so that the order of a definition's elements never decides the outcome.
    constexpr void (*kSteps[])(Working&) = {end_flags_that_have_run_out,   start_strands, open_tasks,
                                            cancel_what_no_longer_applies, cancel_what_nobody_can_do_any_more,
                                            set_clocks,                    watch_cover,   open_what_the_schedule_says, end_children,
                                            assign_to_allocated_worker,    move_on};
    size_t followed = 0;
    for (bool changed = true; changed;) {
        for (; followed < working.events.size(); ++followed) {
            const Event event = working.events[followed];  // a copy: what follows adds to the list
            follow(working, event);
        }
        changed = false;
        for (const auto step : kSteps) {
            if (working.state.closed || !working.state.opened) break;
            const size_t before = working.events.size();
            step(working);
            if (working.events.size() != before) {
                changed = true;
                break;
            }
        }
        changed = changed || followed < working.events.size();
    }
}

}  // namespace hearken::engine
