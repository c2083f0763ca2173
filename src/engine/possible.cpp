#include "engine/possible.hpp"

#include <algorithm>

#include "engine/acts/target.hpp"
#include "engine/gates.hpp"
#include "engine/moments.hpp"
#include "engine/permits.hpp"
#include "engine/settle.hpp"
#include "engine/signing.hpp"

namespace hearken::engine {

namespace {

using Act = Possible::Act;

/// What is broken now of what must hold while the task is open (the construct `while`): shown, never ticked.
std::vector<Reason> broken_invariants(const Task& task, const Scene& scene, const PersonId& subject) {
    std::vector<Reason> reasons;
    for (const auto& rule : task.time)
        if (rule.construct == TimeRule::Construct::While &&
            !holds(rule.state, scene.definition, scene.state, scene.world, subject))
            reasons.push_back({"while:" + rule.id, rule.otherwise, {}});
    return reasons;
}

void append(std::vector<Reason>& reasons, std::vector<Reason> more) {
    for (auto& reason : more) reasons.push_back(std::move(reason));
}

Possible consider(const Place& place, const PersonId& subject, int occurrence, Act act, const ActedBy& by,
                  const Scene& scene) {
    const Task& task = *place.task;
    Possible possible;
    possible.task = task.id;
    possible.subject = subject;
    possible.occurrence = occurrence;
    possible.act = act;
    possible.anytime = place.stage == nullptr;
    possible.urgent = task.urgent;
    GateFindings gates = find_at_gates(task, by, scene, subject);
    possible.warnings = std::move(gates.warnings);
    append(possible.warnings, broken_invariants(task, scene, subject));
    if (task.urgent) {
        // Never blocked: what is not met is said, and the act goes ahead (definition-needs 0.7).
        append(possible.warnings, std::move(gates.blocked));
        append(possible.warnings, std::move(gates.asks_why));
        possible.may = true;
        return possible;
    }
    append(possible.why_not, why_not_theirs(place, by, scene));
    append(possible.why_not, why_forbidden(task.id, scene));
    append(possible.why_not, std::move(gates.blocked));
    possible.asks_why = std::move(gates.asks_why);
    possible.may = possible.why_not.empty();
    return possible;
}

Possible consider_answer(const Place& place, const TaskState& state, const ActedBy& by, const Scene& scene) {
    Possible possible = consider(place, state.subject, state.occurrence, Act::Answer, by, scene);
    // Gates stand before the sending; what comes back is never held up by them, and the body itself may answer.
    const auto body = scene.state.organisations.find(place.task->exchange->body);
    const bool is_body = body != scene.state.organisations.end() && body->second == by.organisation;
    possible.why_not = is_body ? std::vector<Reason>{} : why_not_theirs(place, by, scene);
    possible.asks_why.clear();
    possible.may = possible.why_not.empty();
    return possible;
}

Possible consider_signature(const Place& place, const TaskState& state, const ActedBy& by, const Scene& scene) {
    Possible possible;
    possible.task = state.task;
    possible.subject = state.subject;
    possible.occurrence = state.occurrence;
    possible.act = Act::Sign;
    possible.anytime = place.stage == nullptr;
    possible.why_not = why_not_sign(place, state, by, scene);
    possible.may = possible.why_not.empty();
    return possible;
}

std::vector<Act> acts_of(const Task& task, const TaskState* open) {
    if (task.decision) return {Act::Decide};
    if (task.exchange) return {open != nullptr && open->sent_at != Instant{} ? Act::Answer : Act::Send};
    if (!task.meeting) return {Act::Do};
    if (open != nullptr && open->minutes_awaited) return {Act::Do};
    if (open != nullptr && open->arranged_for != Instant{}) return {Act::Hold, Act::Arrange};
    return {Act::Arrange, Act::Hold};
}

}  // namespace

std::vector<Possible> possible_acts_of(const Place& place, const ActedBy& by, const Scene& scene) {
    std::vector<Possible> acts;
    const Task& task = *place.task;
    std::vector<PersonId> open_for;
    for (const auto& one : scene.state.tasks) {
        if (one.task != task.id) continue;
        if (one.status == TaskState::Status::AwaitingSignature)
            acts.push_back(consider_signature(place, one, by, scene));
        if (one.status != TaskState::Status::Open ||
            std::find(open_for.begin(), open_for.end(), one.subject) != open_for.end())
            continue;
        open_for.push_back(one.subject);
        for (const Act act : acts_of(task, &one))
            acts.push_back(act == Act::Answer ? consider_answer(place, one, by, scene)
                                              : consider(place, one.subject, one.occurrence, act, by, scene));
    }
    for (const auto& subject : subjects_of(task, scene)) {
        if (std::find(open_for.begin(), open_for.end(), subject) != open_for.end() || !may_open(place, scene, subject))
            continue;
        const TaskState* latest = scene.state.task(task.id, subject);
        for (const Act act : acts_of(task, nullptr))
            acts.push_back(consider(place, subject, latest == nullptr ? 1 : latest->occurrence + 1, act, by, scene));
    }
    return acts;
}

std::vector<Possible> possible_acts(const Definition& definition, const CaseState& state, const ActedBy& by,
                                    const Surroundings& surroundings) {
    std::vector<Possible> acts;
    if (!state.opened || state.closed) return acts;
    const Scene scene{definition, state, surroundings};
    const auto consider_all = [&](const Place& place) {
        for (auto& possible : possible_acts_of(place, by, scene)) acts.push_back(std::move(possible));
    };
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages)
            for (const auto& task : stage.tasks) consider_all({&task, &stage, &strand});
    for (const auto& task : definition.anytime) consider_all({&task, nullptr, nullptr});
    return acts;
}

}  // namespace hearken::engine
