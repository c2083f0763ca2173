#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/reader.hpp"

namespace hearken::casework {

using procedure::Strength;

namespace {

const char* title_of(const engine::DueSet& set) {
    if (set.urgency) return "Alert";
    switch (set.strength) {
        case Strength::Target: return "Target";
        case Strength::Guide: return "Guide";
        case Strength::Must:
        case Strength::Statutory: return "Limit";
    }
    return "Limit";
}

/// Day-based limits end with their day and are told as a date; clocks in hours as a time.
std::string due_words(Instant due) {
    const auto time = calendar::local_time_of(due);
    if (time == std::chrono::hours{24} - std::chrono::seconds{1}) return "by the end of " + calendar::weekday_date_text(calendar::local_date_of(due));
    return "by " + calendar::weekday_moment_text(due);
}

ClockStands stands(const engine::DueSet& set, std::optional<Instant> met_at, std::optional<Instant> recorded_at, Instant now) {
    const bool can_be_breached = !set.urgency && (set.strength == Strength::Must || set.strength == Strength::Statutory);
    if (met_at) {
        if (*met_at > set.due_at) return ClockStands::MetLate;
        return recorded_at && *recorded_at > set.due_at ? ClockStands::MetRecordedLate : ClockStands::Met;
    }
    if (now > set.due_at) return can_be_breached ? ClockStands::Breached : ClockStands::Late;
    return now >= set.amber_at ? ClockStands::Amber : ClockStands::Running;
}

engine::Possible::Act usual_act(const procedure::Task& task) {
    using Act = engine::Possible::Act;
    if (task.decision) return Act::Decide;
    if (task.exchange) return Act::Send;
    if (task.meeting) return Act::Arrange;
    return Act::Do;
}

std::string outcome_words(const procedure::Task& task, const engine::TaskState& state) {
    if (!task.decision) return {};
    for (const auto& option : task.decision->options)
        if (option.id == state.option) return option.label;
    return state.option;
}

/// More roles than these are a list nobody reads: whoever of that organisation may do it.
constexpr size_t kRolesNamed = 3;

std::string who_does(Reader& reader, const procedure::Task& task) {
    const auto whose = reader.record.state.organisations.find(task.relation);
    if (task.roles.size() > kRolesNamed && whose != reader.record.state.organisations.end()) return "Somebody at " + reader.names.of_organisation(whose->second);
    std::string who;
    const auto& roles = reader.world.library.vocabulary().roles;
    for (const auto& role : task.roles) {
        const auto found = roles.find(role);
        who += (who.empty() ? "" : " or ") + (role == "anyone" ? "Anyone involved" : found == roles.end() ? role : found->second.title);
    }
    if (whose != reader.record.state.organisations.end()) who += " at " + reader.names.of_organisation(whose->second);
    return who;
}

}  // namespace

ClockView clock_view(const engine::DueSet& set, Instant original_due_at, std::optional<Instant> met_at, std::optional<Instant> recorded_at, Instant now) {
    ClockView view;
    view.set = set;
    view.original_due_at = original_due_at;
    view.stands = stands(set, met_at, recorded_at, now);
    view.title = title_of(set);
    view.in_words = (set.urgency ? "Ask how it stands " : "Due ") + due_words(set.due_at);
    view.explanation = set.period + (set.period.empty() ? "" : " ") + "from " + calendar::moment_text(set.counted_from) + ", when " +
                       set.counted_from_what + (set.explanation.empty() ? "." : ". " + set.explanation);
    if (original_due_at != set.due_at) view.explanation += " First set for " + due_words(original_due_at) + ".";
    return view;
}

bool Reader::is_own_side(const procedure::Task& task) const {
    const bool anyone = std::find(task.roles.begin(), task.roles.end(), "anyone") != task.roles.end();
    return (anyone && task.relation == "owner") || capacities.contains(task.relation);
}

bool Reader::sees_task(const procedure::Task& task) const {
    if (sees_fully() || is_own_side(task)) return true;
    return std::any_of(task.tells.begin(), task.tells.end(), [&](const std::string& id) {
        const auto* notice = record.definition->notice(id);
        if (!notice) return false;
        return std::any_of(notice->to.begin(), notice->to.end(), [&](const std::string& to) {
            const size_t at = to.find('@');
            return capacities.contains(at == std::string::npos ? to : to.substr(at + 1));
        });
    });
}

std::string Reader::task_title(const std::string& task) const {
    const auto* known = record.definition->task(task);
    return known ? known->title : task;
}

TaskView task_view(Reader& reader, const procedure::Task& task, const engine::TaskState* state, const std::vector<engine::Possible>& possible) {
    TaskView view;
    view.task = task.id;
    view.title = task.title;
    view.opens = reader.sees_fully() || reader.is_own_side(task);
    view.hint = task.hint;
    view.urgent = task.urgent;
    view.repeatable = task.repeatable;
    view.final_act = task.final_act;
    view.required = task.required;
    view.act = usual_act(task);
    view.who = who_does(reader, task);
    view.anytime = !state;
    const PersonId subject = state ? state->subject : PersonId{};
    if (state) {
        view.subject = subject;
        view.occurrence = state->occurrence;
        view.status = state->status;
        view.started = state->started;
        if (!subject.empty()) view.subject_name = reader.names.of_person(subject);
        if (!state->assigned_to.empty()) view.assigned_to = reader.names.of_user(state->assigned_to);
        const bool done = state->status == engine::TaskState::Status::Done;
        for (const auto& due : state->dues) {
            const auto first = std::find_if(state->original_dues.begin(), state->original_dues.end(), [&](const auto& one) { return one.clock == due.clock; });
            view.clocks.push_back(clock_view(due, first == state->original_dues.end() ? due.due_at : first->due_at,
                                             done ? std::optional{state->done_at} : std::nullopt, done ? std::optional{state->recorded_at} : std::nullopt,
                                             reader.surroundings.now));
        }
        if (!state->open()) {
            view.outcome = outcome_words(task, *state);
            if (view.outcome.empty()) view.outcome = state->because;
            view.done_by = reader.names.of_user(state->done_by.user);
            view.done_at = state->done_at;
            view.recorded_at = state->recorded_at;
        }
    }
    for (auto& clock : view.clocks) {
        const auto rule = std::find_if(task.time.begin(), task.time.end(), [&](const auto& one) { return one.id == clock.set.clock; });
        clock.extendable = rule != task.time.end() && !rule->extension_approved_by.empty();
    }
    for (const auto& one : possible) {
        if (one.task != task.id || (state && (one.subject != subject || one.occurrence != state->occurrence))) continue;
        view.may = one.may;
        view.act = one.act;
        view.why_not = one.why_not;
        view.asks_why = one.asks_why;
        view.warnings = one.warnings;
        if (!state) view.subject = one.subject;
        break;
    }
    return view;
}

std::vector<std::string> guidance_for(Reader& reader, const procedure::Task& task) {
    std::vector<std::string> pages;
    for (const auto& reference : task.guidance)
        if (engine::holds(reference.when, *reader.record.definition, reader.record.state, reader.surroundings)) pages.push_back(reference.page);
    return pages;
}

}  // namespace hearken::casework
