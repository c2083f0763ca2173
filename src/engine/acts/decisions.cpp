// Deciding with reasons, and the signatures of others.
#include <algorithm>

#include "engine/acts/acts.hpp"
#include "engine/acts/target.hpp"
#include "engine/clocks.hpp"
#include "engine/field_checks.hpp"
#include "engine/signing.hpp"

namespace hearken::engine {

using procedure::Decision;
using procedure::DecisionOption;

namespace {

const DecisionOption* find_option(const Decision& decision, const std::string& id) {
    const auto found =
        std::find_if(decision.options.begin(), decision.options.end(), [&](const auto& one) { return one.id == id; });
    return found == decision.options.end() ? nullptr : &*found;
}

std::string label_of(const DecisionOption& option) { return option.label.empty() ? option.id : option.label; }

void check_option(Working& working, const DecisionOption* option, const std::string& given, const PersonId& subject) {
    if (option == nullptr)
        working.objections.add(RefusalCode::Invalid, "option",
                               given.empty() ? "Choose one of the options."
                                             : "“" + given + "” is not one of the options. Choose one that is offered.",
                               "option");
    else if (!holds(option->when, working.definition, working.state, working.world, subject))
        working.objections.add(
            RefusalCode::GateNotMet, "option-not-offered",
            "“" + label_of(*option) +
                "” cannot be chosen as the case stands. Choose another, or first do what it depends on.",
            "option");
}

/// What is missing beside the option: reasons in words, coded reasons, why the table was not followed, attestations.
std::vector<Reason> missing_words(const Working& working, const Target& target, const Decision& decision,
                                  const DecisionOption* option, const Decide& command, const Suggestion& suggested) {
    std::vector<Reason> missing;
    const bool needs_reason = option == nullptr || option->needs_reason;
    if (needs_reason && !says_something(command.reasons))
        missing.push_back(
            {"required",
             "Give the reasons for this decision, in words that somebody reading it in years to come will understand.",
             "reasons"});
    if (needs_reason && !decision.coded_reasons.empty() && command.reason_codes.empty())
        missing.push_back({"required", "Choose the reason, or reasons, that apply.", "reason-codes"});
    if (option != nullptr && !suggested.option.empty() && suggested.option != option->id &&
        !says_something(command.why)) {
        const DecisionOption* other = find_option(decision, suggested.option);
        missing.push_back({"override",
                           "The table suggests “" + (other == nullptr ? suggested.option : label_of(*other)) + "”" +
                               (suggested.why.empty() ? std::string() : " (" + suggested.why + ")") +
                               ". You decide: say why you decide otherwise.",
                           "why"});
    }
    for (auto& reason : unattested(target.task(), command.attested, working.scene(), target.subject))
        missing.push_back(std::move(reason));
    return missing;
}

void check_codes(Working& working, const Decision& decision, const std::vector<std::string>& codes) {
    for (const auto& code : codes)
        if (std::none_of(decision.coded_reasons.begin(), decision.coded_reasons.end(),
                         [&](const auto& one) { return one.id == code; }))
            working.objections.add(RefusalCode::Invalid, "reason-code", "Choose reasons from the list.",
                                   "reason-codes");
}

/// Who has still to sign once this actor has decided: the roles that approve, or the other relations that must agree.
std::vector<std::string> signatures_needed(const Working& working, const Decision& decision,
                                           const DecisionOption& option) {
    std::vector<std::string> needed;
    if (decision.others_decide) return needed;  // we record what others decided: no approver of ours
    if (option.needs_approval) needed = decision.approved_by;
    for (const auto& relation : decision.agree) {
        const auto organisation = working.state.organisations.find(relation);
        if (organisation == working.state.organisations.end() || organisation->second != working.by.organisation)
            needed.push_back(relation);
    }
    return needed;
}

}  // namespace

Suggestion suggestion(const Definition& definition, const CaseState& state, const Task& task,
                      const Surroundings& surroundings, PersonId subject) {
    if (!task.decision) return {};
    const auto& table = task.decision->table;
    for (size_t row = 0; row < table.size(); ++row)
        if (holds(table[row].when, definition, state, surroundings, subject))
            return {table[row].suggests, table[row].why, static_cast<int>(row)};
    return {};
}

void perform(Working& working, const Decide& command) {
    Target target = find_target(working, command.task, command.subject);
    if (!target.known()) return;
    const Task& task = target.task();
    if (!task.decision) {
        working.objections.add(RefusalCode::Invalid, "wrong-act", "This is not a decision: record it as done.", "task");
        return;
    }
    const Decision& decision = *task.decision;
    Permission permission = ask_permission(working, target, command.why);
    const DecisionOption* option = find_option(decision, command.option);
    check_option(working, option, command.option, target.subject);
    words_readable(working, command.reasons, "the reasons", "reasons");
    words_readable(working, command.advice, "the advice", "advice");
    words_readable(working, command.why, "the reason", "why");
    check_codes(working, decision, command.reason_codes);
    const Suggestion suggested = suggestion(working.definition, working.state, task, working.world, target.subject);
    auto missing = missing_words(working, target, decision, option, command, suggested);
    if (task.urgent) {
        std::vector<std::string> incomplete;
        for (const auto& reason : missing) incomplete.push_back(reason.field);
        if (!incomplete.empty()) permission.details["incomplete"] = joined(incomplete);
    } else {
        working.objections.add(RefusalCode::Invalid, std::move(missing));
    }
    if (working.objections.any() || option == nullptr) return;

    const TaskState state = take_up(working, target, permission, command.why);
    const auto awaits = signatures_needed(working, decision, *option);
    Event event = working.act(EventKind::DecisionMade, task.id, target.subject, target.occurrence);
    event.value = option->id;
    event.text = command.reasons;
    event.details.merge(permission.details);
    if (!awaits.empty()) event.details["awaits"] = joined(awaits);
    if (!awaits.empty() && (decision.approve_after_emergency || task.urgent)) event.details["effects"] = "at-once";
    if (!command.reason_codes.empty()) event.details["reason-codes"] = joined(command.reason_codes);
    if (says_something(command.advice)) event.details["advice"] = command.advice;
    if (!command.attested.empty()) event.details["attested"] = joined(command.attested);
    if (decision.by_meeting) event.details["by-meeting"] = "yes";
    if (!suggested.option.empty()) {
        event.details["suggested"] = suggested.option;
        event.details["table-row"] = std::to_string(suggested.row + 1);
        if (suggested.option != option->id) event.details["override"] = command.why;
    }
    if (awaits.empty()) event.details.merge(timeliness_details(state, working.occurred_at, working.world.now));
    working.done(std::move(event));
}

void perform(Working& working, const Sign& command) {
    const TaskState* found = find_occurrence(
        working, command.task, command.subject, {TaskState::Status::AwaitingSignature}, "nothing-to-sign",
        "Nothing here awaits a signature: it has been signed, declined or not yet decided.");
    if (command.approve)
        words_readable(working, command.text, "the comment", "text");
    else
        words_given(working, command.text, "why you do not sign, so that the decider knows what to change", "text");
    if (found == nullptr) return;
    const TaskState state = *found;
    const Place place = place_of(working.definition, state.task);
    if (!place.task->decision) {
        working.objections.add(RefusalCode::Conflict, "nothing-to-sign", "Nothing here awaits a signature.");
        return;
    }
    working.objections.add(RefusalCode::NotPermitted, why_not_sign(place, state, working.by, working.scene()));
    if (working.objections.any()) return;
    Event event = working.act(command.approve ? EventKind::DecisionApproved : EventKind::DecisionDeclined, state.task,
                              state.subject, state.occurrence);
    event.value = signature_of(place, state, working.by, working.scene());
    event.text = command.text;
    const bool last = command.approve && state.awaits.size() == 1;
    if (last) event.details.merge(timeliness_details(state, working.occurred_at, working.world.now));
    working.done(std::move(event));
}

}  // namespace hearken::engine
