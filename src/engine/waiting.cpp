#include "engine/waiting.hpp"

#include <algorithm>

#include "engine/answers_check.hpp"
#include "engine/gates.hpp"
#include "engine/settle.hpp"

namespace hearken::engine {

namespace {

/// A signature that follows an emergency act does not hold up the work, only the end of the case.
bool holds_up(const TaskState& task) {
    return task.status == TaskState::Status::Open ||
           (task.status == TaskState::Status::AwaitingSignature && !task.effects_applied);
}

/// Something that recurs is done, for a stage, once it has been done; its next time does not hold the stage.
bool was_done_since(const TaskState& open, long since, const CaseState& state) {
    return std::any_of(state.tasks.begin(), state.tasks.end(), [&](const TaskState& other) {
        return other.task == open.task && other.subject == open.subject && other.opened_sequence > since &&
               (other.status == TaskState::Status::Done || other.status == TaskState::Status::NotNeeded);
    });
}

std::string waits_text(const Task& task, const TaskState& state) {
    const std::string title = "“" + title_of(task) + "”";
    if (state.status == TaskState::Status::AwaitingSignature)
        return title + " has been decided and has still to be signed.";
    if (task.exchange && state.sent_at != Instant{}) return title + " has been sent and not yet answered.";
    if (state.minutes_awaited) return title + " has been held; its minutes have still to be written.";
    if (task.decision) return title + " has still to be decided.";
    if (task.meeting) return title + " has still to be held.";
    return title + " has still to be done.";
}

bool has_limit(const Task& task) {
    return std::any_of(task.time.begin(), task.time.end(), [](const TimeRule& rule) {
        return !rule.outside && rule.construct != TimeRule::Construct::Urgency &&
               (rule.strength == Strength::Must || rule.strength == Strength::Statutory);
    });
}

}  // namespace

bool is_main(const Definition& definition, const Strand& strand) {
    return !definition.strands.empty() && &definition.strands.front() == &strand;
}

std::vector<Reason> why_stage_waits(const Strand&, const Stage& stage, const Scene& scene) {
    std::vector<Reason> reasons;
    const auto entered = scene.state.entered_sequence.find(stage.id);
    const long since = entered == scene.state.entered_sequence.end() ? 0 : entered->second;
    for (const auto& task : stage.tasks) {
        if (!task.required || task.repeatable) continue;
        for (const auto& state : scene.state.tasks) {
            if (state.task != task.id || state.opened_sequence <= since || !holds_up(state)) continue;
            if (recurs(task) && was_done_since(state, since, scene.state)) continue;
            const std::string code = "task:" + task.id;
            const Reason reason{code, waits_text(task, state), {}};
            if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
        }
    }
    for (const auto& gate : stage.leave_when)
        if (gate.strength != GateStrength::Warn && is_shut(gate, stage.id, scene, {}))
            reasons.push_back({"gate:" + gate.id,
                               gate.otherwise.empty() ? "Something else has to be done first." : gate.otherwise,
                               {}});
    return reasons;
}

std::vector<Reason> why_case_waits(const Strand& main, const Scene& scene) {
    std::vector<Reason> reasons;
    for (const auto& strand : scene.definition.strands)
        if (&strand != &main && strand.case_waits && scene.state.stage_of.contains(strand.id))
            reasons.push_back({"strand:" + strand.id,
                               "“" + (strand.title.empty() ? strand.id : strand.title) + "” has still to end.",
                               {}});
    for (const auto& state : scene.state.tasks) {
        if (!state.open()) continue;
        const Place place = place_of(scene.definition, state.task);
        if (place.task == nullptr) continue;
        const bool owed = state.status == TaskState::Status::AwaitingSignature ||
                          (place.task->required && !place.task->repeatable && !recurs(*place.task) &&
                           (place.stage != nullptr || has_limit(*place.task)));
        if (owed) reasons.push_back({"task:" + state.task, waits_text(*place.task, state), {}});
    }
    for (const auto& [key, saved] : scene.state.forms) {
        const Form* form = scene.definition.form(key.first);
        if (form == nullptr) continue;
        std::vector<std::string> due_at_end;
        for (const auto& field : form->fields)
            if (field.required == Field::Required::ToClose) due_at_end.push_back(field.id);
        if (due_at_end.empty()) continue;
        for (const auto& reason : check_form(*form, due_at_end, saved.answers, Completeness::Closing, scene, key.second))
            if (reason.code == "required" && contains(due_at_end, reason.field))
                reasons.push_back({"to-close:" + form->id, "Before the case can close: " + in_sentence(reason.text), reason.field});
    }
    return reasons;
}

const Stage* next_stage(const Stage& stage, const Scene& scene) {
    for (const auto& next : stage.next)
        if (holds(next.when, scene.definition, scene.state, scene.world)) return scene.definition.stage(next.to);
    return nullptr;
}

std::vector<Reason> waiting_for(const Definition& definition, const CaseState& state, const std::string& strand,
                                const Surroundings& surroundings) {
    const Scene scene{definition, state, surroundings};
    const auto now = state.stage_of.find(strand);
    if (state.closed || now == state.stage_of.end()) return {};
    const Strand* course = definition.strand_of(now->second);
    const Stage* stage = definition.stage(now->second);
    if (course == nullptr || stage == nullptr) return {};
    std::vector<Reason> reasons = why_stage_waits(*course, *stage, scene);
    if (!stage->ends.empty() && is_main(definition, *course)) {
        for (auto& reason : why_case_waits(*course, scene))
            if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
                reasons.push_back(std::move(reason));
    } else if (reasons.empty() && stage->ends.empty() && !stage->next.empty() && next_stage(*stage, scene) == nullptr) {
        reasons.push_back({"no-way-on", "Nothing decided so far says where “" + title_of(*stage) + "” leads.", {}});
    }
    return reasons;
}

}  // namespace hearken::engine
