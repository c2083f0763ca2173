// An exchange with a body that runs its own process: sent, chased, answered.
#include "engine/acts/acts.hpp"
#include "engine/acts/target.hpp"
#include "engine/clocks.hpp"
#include "engine/permits.hpp"

namespace hearken::engine {

namespace {

/// The body itself may answer when it takes part in the case; otherwise we record what they told us.
bool is_the_body(const Working& working, const Task& task) {
    const auto body = working.state.organisations.find(task.exchange->body);
    return body != working.state.organisations.end() && body->second == working.by.organisation;
}

const TaskState* find_sent(Working& working, const std::string& task, const PersonId& subject, Place& place) {
    const TaskState* found = find_occurrence(working, task, subject, {TaskState::Status::Open}, "not-open",
                                             "This is not open: it has been answered, or was left out.");
    if (found == nullptr) return nullptr;
    place = place_of(working.definition, task);
    if (!place.task->exchange) {
        working.objections.add(RefusalCode::Invalid, "wrong-act",
                               "This is not something that is sent and answered: record it as done.", "task");
        return nullptr;
    }
    if (!is_the_body(working, *place.task))
        working.objections.add(RefusalCode::NotPermitted, why_not_theirs(place, working.by, working.scene()));
    if (found->sent_at == Instant{})
        working.objections.add(RefusalCode::GateNotMet, "not-sent",
                               "This has not been sent yet. Record the sending first.");
    return found;
}

}  // namespace

void perform(Working& working, const SendExchange& command) {
    Target target = find_target(working, command.task, command.subject);
    if (!target.known()) return;
    const Task& task = target.task();
    if (!task.exchange) {
        working.objections.add(RefusalCode::Invalid, "wrong-act",
                               "This is not something that is sent and answered: record it as done.", "task");
        return;
    }
    const TaskState* open = target.occurrence == 0 ? nullptr : working.state.task(task.id, target.subject);
    if (open != nullptr && open->sent_at != Instant{} && !task.urgent)
        working.objections.add(RefusalCode::Conflict, "already-sent",
                               "This has been sent already. Chase it, or record the answer.");
    Permission permission = ask_permission(working, target, command.why);
    words_readable(working, command.why, "the reason", "why");
    words_readable(working, command.text, "what was sent", "text");
    words_readable(working, command.reference, "the reference", "reference");
    if (working.objections.any()) return;
    const TaskState state = take_up(working, target, permission, command.why);
    Event event = working.act(EventKind::ExchangeSent, task.id, target.subject, target.occurrence);
    event.value = command.reference;
    event.text = command.text;
    event.dues = exchange_clocks(*task.exchange, working.occurred_at, working.scene());
    event.details.merge(permission.details);
    event.details.merge(timeliness_details(state, working.occurred_at, working.world.now));
    working.done(std::move(event));
}

void perform(Working& working, const ChaseExchange& command) {
    Place place;
    const TaskState* found = find_sent(working, command.task, command.subject, place);
    words_readable(working, command.text, "what was said", "text");
    if (found == nullptr || working.objections.any()) return;
    Event event = working.act(EventKind::ExchangeChased, found->task, found->subject, found->occurrence);
    event.value = found->reference;
    event.text = command.text;
    working.done(std::move(event));
}

void perform(Working& working, const AnswerExchange& command) {
    Place place;
    const TaskState* found = find_sent(working, command.task, command.subject, place);
    if (command.no_information)
        words_readable(working, command.text, "the answer", "text");
    else
        words_given(working, command.text, "what they answered, or that they hold no information", "text");
    if (command.partial && found != nullptr && place.task->exchange && !place.task->exchange->partial_answers)
        working.objections.add(RefusalCode::Invalid, "partial",
                               "This is answered all at once. Wait for the whole answer, or record it as the whole.",
                               "partial");
    if (found == nullptr || working.objections.any()) return;
    Event event = working.act(EventKind::ExchangeAnswered, found->task, found->subject, found->occurrence);
    event.value = found->reference;
    event.text = command.text;
    if (command.partial) event.details["partial"] = "yes";
    if (command.no_information) event.details["no-information"] = "yes";
    working.done(std::move(event));
}

}  // namespace hearken::engine
