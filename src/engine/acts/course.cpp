// The course of the case itself: who does a task, when it is due, going past a gate, closing, reopening, time passing.
#include <algorithm>
#include <set>

#include "calendar/moment_text.hpp"
#include "engine/acts/acts.hpp"
#include "engine/acts/target.hpp"
#include "engine/clocks.hpp"
#include "engine/effects.hpp"
#include "engine/permits.hpp"
#include "engine/waiting.hpp"

namespace hearken::engine {

void perform(Working& working, const Assign& command) {
    const TaskState* found = find_occurrence(working, command.task, command.subject,
                                             {TaskState::Status::Open, TaskState::Status::AwaitingSignature},
                                             "not-open", "This is not open, so nobody has to do it.");
    if (command.to.empty()) working.objections.add(RefusalCode::Invalid, "required", "Choose who is to do this.", "to");
    words_readable(working, command.reason, "the reason", "reason");
    if (found == nullptr) return;
    const Place place = place_of(working.definition, command.task);
    // Whoever may do it may hand it on, and so may a manager of the organisation whose task it is.
    const auto organisation = working.state.organisations.find(relation_of(place));
    const bool theirs =
        organisation != working.state.organisations.end() && organisation->second == working.by.organisation;
    if (!theirs) working.objections.add(RefusalCode::NotPermitted, why_not_theirs(place, working.by, working.scene()));
    if (found->assigned_to == command.to)
        working.objections.add(RefusalCode::Conflict, "already-theirs", "This is with them already.");
    else if (!found->assigned_to.empty() && !says_something(command.reason))
        working.objections.add(RefusalCode::Invalid, "required",
                               "Somebody has this already: say why it passes to another.", "reason");
    if (working.objections.any()) return;
    Event event = working.act(EventKind::TaskAssigned, found->task, found->subject, found->occurrence);
    event.value = command.to.str();
    event.text = command.reason;
    working.done(std::move(event));
}

namespace {

/// A date that somebody outside sets (a court, a panel) is entered with its document.
DueSet outside_date(const TimeRule& rule, Instant at, Instant now) {
    DueSet set;
    set.clock = rule.id;
    set.strength = rule.strength;
    set.counted_from = now;
    set.counted_from_what = "the date set from outside";
    set.period = "on the date set";
    set.due_at = set.amber_at = set.reminder_at = at;
    set.outside = rule.outside;
    set.explanation = "Set from outside: " + calendar::weekday_moment_text(at) + ".";
    set.source = rule.source;
    return set;
}

void set_from_outside(Working& working, const Extend& command, const TaskState& task, const TimeRule& rule) {
    if (working.objections.any()) return;
    Event event = working.act(EventKind::ClockSet, task.task, task.subject, task.occurrence);
    event.text = command.reason;
    event.details["clock"] = rule.id;
    event.dues = {outside_date(rule, command.new_due, working.world.now)};
    working.done(std::move(event));
}

void ask_approver(Working& working, const Extend& command, const TimeRule& rule) {
    if (rule.extension_approved_by.empty())
        working.objections.add(
            RefusalCode::GateNotMet, "no-extension",
            "This limit cannot be extended. If it is missed, do it as soon as you can and record why.");
    else if (command.approver.empty() && !acts_for_one_of(working.world, working.by.role, {rule.extension_approved_by}))
        working.objections.add(
            RefusalCode::Invalid, "required",
            "Say who approved the extension: " + one_of_roles(working.world, {rule.extension_approved_by}) + ".",
            "approver");
}

}  // namespace

void perform(Working& working, const Extend& command) {
    const TaskState* found = find_occurrence(working, command.task, command.subject,
                                             {TaskState::Status::Open, TaskState::Status::AwaitingSignature},
                                             "not-open", "This is not open, so its limit cannot be extended.");
    words_given(working, command.reason, "why more time is needed", "reason");
    if (found == nullptr) return;
    const Place place = place_of(working.definition, command.task);
    working.objections.add(RefusalCode::NotPermitted, why_not_theirs(place, working.by, working.scene()));
    const TimeRule* rule = rule_of(*place.task, command.clock);
    if (rule != nullptr && rule->of.kind == procedure::Anchor::Kind::SetOutside)
        return set_from_outside(working, command, *found, *rule);
    const auto running = std::find_if(found->dues.begin(), found->dues.end(),
                                      [&](const DueSet& due) { return due.clock == command.clock; });
    if (rule == nullptr || running == found->dues.end())
        return working.objections.add(RefusalCode::Invalid, "clock", "Choose one of the limits that run for this task.",
                                      "clock");
    ask_approver(working, command, *rule);
    if (command.new_due <= running->due_at)
        working.objections.add(RefusalCode::Invalid, "not-later",
                               "Enter a date later than " + calendar::weekday_moment_text(running->due_at) + ".",
                               "new-due");
    if (working.objections.any()) return;
    Event event = working.act(EventKind::ClockExtended, found->task, found->subject, found->occurrence);
    event.text = command.reason;
    event.details["clock"] = command.clock;
    event.details["approver"] = command.approver.empty() ? working.by.user.str() : command.approver.str();
    event.dues = {clock_at(*running, command.new_due)};
    working.done(std::move(event));
}

void perform(Working& working, const PassGate& command) {
    ask_case_open(working);
    const Stage* stage = working.definition.stage(command.stage);
    const Strand* strand = working.definition.strand_of(command.stage);
    const auto now = strand == nullptr ? working.state.stage_of.end() : working.state.stage_of.find(strand->id);
    if (stage == nullptr || now == working.state.stage_of.end() || now->second != command.stage)
        return working.objections.add(RefusalCode::Conflict, "not-here", "The case is not at that stage.", "stage");
    const auto gate = std::find_if(stage->leave_when.begin(), stage->leave_when.end(),
                                   [&](const Gate& one) { return one.id == command.gate; });
    if (gate == stage->leave_when.end() || !is_shut(*gate, stage->id, working.scene(), {}))
        return working.objections.add(RefusalCode::Conflict, "not-shut", "Nothing stands in the way there.", "gate");
    if (gate->strength == GateStrength::Block && !may_bypass(*gate, working.by, working.world))
        working.objections.add(
            RefusalCode::GateNotMet, "gate:" + gate->id,
            gate->otherwise + (gate->bypass_by.empty() ? std::string()
                                                       : " Only " + one_of_roles(working.world, gate->bypass_by) +
                                                             " may go on without it."));
    if (gate->strength != GateStrength::Block) ask_owner(working);
    words_given(working, command.why, "why the case goes on without it", "why");
    if (working.objections.any()) return;
    Event event = working.act(EventKind::GateBypassed, stage->id);
    event.value = gate->id;
    event.text = command.why;
    working.done(std::move(event));
}

namespace {

void add_closing(const std::vector<Effect>& effects, std::set<std::string>& outcomes) {
    for (const auto& effect : effects)
        if (effect.kind == Effect::Kind::CloseCase || effect.kind == Effect::Kind::EndChild) outcomes.insert(effect.name);
}

void add_closing(const Task& task, std::set<std::string>& outcomes) {
    add_closing(task.then, outcomes);
    if (!task.decision) return;
    for (const auto& option : task.decision->options) add_closing(option.then, outcomes);
}

}  // namespace

bool may_close_with(const Definition& definition, const std::string& outcome) {
    std::set<std::string> reached;
    for (const auto& ends : definition.child_ends) reached.insert(ends.outcome);
    for (const auto& task : definition.anytime) add_closing(task, reached);
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages) {
            for (const auto& task : stage.tasks) add_closing(task, reached);
            if (is_main(definition, strand) && !stage.ends.empty()) reached.insert(stage.ends);
        }
    return definition.outcomes.empty() || !reached.contains(outcome);
}

void perform(Working& working, const CloseCase& command) {
    ask_case_open(working);
    words_given(working, command.reason, "why the case ends", "reason");
    const auto& outcomes = working.definition.outcomes;
    const bool known =
        std::any_of(outcomes.begin(), outcomes.end(), [&](const auto& one) { return one.id == command.outcome; });
    if (command.outcome.empty() || (!outcomes.empty() && !known))
        working.objections.add(RefusalCode::Invalid, "outcome", "Choose how the case ends.", "outcome");
    if (known && !may_close_with(working.definition, command.outcome))
        working.objections.add(RefusalCode::Invalid, "outcome",
                               "This end is reached only by doing what comes before it. Do what is open, or choose another end.", "outcome");
    ask_owner(working);
    if (working.objections.any()) return;
    close_case(working, command.outcome, command.reason);
    // The closing itself is this person's act; what falls away with it follows by itself.
    Event& closed = working.events.back();
    closed.by = working.by;
    closed.details = working.stated;
}

void perform(Working& working, const ReopenCase& command) {
    if (!working.state.opened) return ask_case_open(working);
    if (!working.state.closed) working.objections.add(RefusalCode::Conflict, "not-closed", "This case is open.");
    words_given(working, command.reason, "why the case is opened again", "reason");
    ask_owner(working);
    if (working.objections.any()) return;
    Event event = working.act(EventKind::CaseReopened, {});
    event.text = command.reason;
    working.done(std::move(event));
}

void perform(Working& working, const Tick&) { ask_case_open(working); }

}  // namespace hearken::engine
