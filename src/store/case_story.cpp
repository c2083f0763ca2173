#include "store/case_story.hpp"

#include <algorithm>

namespace hearken::store {

using engine::Event;
using engine::EventKind;
using procedure::Definition;

namespace {

std::string task_title(const Definition& definition, const std::string& task) {
    const procedure::Task* found = definition.task(task);
    return found && !found->title.empty() ? found->title : task;
}

std::string stage_title(const Definition& definition, const std::string& stage) {
    const procedure::Stage* found = definition.stage(stage);
    return found && !found->title.empty() ? found->title : stage;
}

std::string option_label(const Definition& definition, const std::string& task, const std::string& option) {
    const procedure::Task* found = definition.task(task);
    if (found && found->decision)
        for (const auto& one : found->decision->options)
            if (one.id == option) return one.label.empty() ? option : one.label;
    return option;
}

std::string outcome_label(const Definition& definition, const std::string& outcome) {
    for (const auto& one : definition.outcomes)
        if (one.id == outcome) return one.label.empty() ? outcome : one.label;
    return outcome;
}

std::string part_label(const Definition& definition, const std::string& part) {
    for (const auto& one : definition.subjects.parts)
        if (one.id == part) return one.label;
    return part;
}

template <class Titled>
std::string title_in(const std::vector<Titled>& all, const std::string& id) {
    for (const auto& one : all)
        if (one.id == id) return one.title.empty() ? id : one.title;
    return id;
}

/// An id as people read it: "team-manager" → "team manager".
std::string in_words(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    return id;
}

/// "Sentence. Words", "Sentence" where there are no words.
std::string with(std::string sentence, const std::string& label, const std::string& words) {
    if (words.empty()) return sentence;
    return sentence + ". " + (label.empty() ? "" : label + ": ") + words;
}

std::string detail(const Event& event, const char* name) {
    const auto found = event.details.find(name);
    return found == event.details.end() ? std::string{} : found->second;
}

}  // namespace

std::optional<ChronologyWords> chronology_words(const Event& event, const Definition& definition) {
    const auto significant = [](std::string text) { return ChronologyWords{true, std::move(text)}; };
    const auto ordinary = [](std::string text) { return ChronologyWords{false, std::move(text)}; };
    const std::string task = task_title(definition, event.element);
    switch (event.kind) {
        case EventKind::CaseOpened:
            return significant(with("Opened: " + definition.title, "", detail(event, "title") == definition.title ? std::string{} : detail(event, "title")));
        case EventKind::SubjectJoined: return ordinary(event.text.empty() ? "Joined the case" : "Joined the case, part: " + part_label(definition, event.text));
        case EventKind::OrganisationJoined: return ordinary("An organisation joined as " + in_words(event.element));
        case EventKind::PersonInvolved: return ordinary("Somebody became " + in_words(event.element));
        case EventKind::StageEntered: return ordinary("Stage: " + stage_title(definition, event.element));
        case EventKind::TaskDone: return ordinary(with("Done: " + task, "", event.text));
        case EventKind::TaskNotNeeded: return ordinary(with("Not needed: " + task, "Reason", event.text));
        case EventKind::TaskReopened: return ordinary(with("Opened again: " + task, "Reason", event.text));
        case EventKind::DecisionMade:
            return significant(with("Decided: " + task + ": " + option_label(definition, event.element, event.value), "Reasons", event.text));
        case EventKind::DecisionApproved: return significant(with("Signed: " + task + ", by " + in_words(event.value), "", event.text));
        case EventKind::DecisionDeclined: return significant(with("Not signed: " + task, "Why", event.text));
        case EventKind::GateBypassed: return significant(with("Went ahead despite a requirement: " + task, "Reason", event.text));
        case EventKind::ClockSet:
            if (detail(event, "gap") != "begun") return std::nullopt;
            return significant(with("Nobody was on duty", "", event.text));
        case EventKind::ClockExtended: return ordinary(with("More time given: " + task, "Reason", event.text));
        case EventKind::ExchangeSent: return ordinary(with("Sent: " + task, "", event.text));
        case EventKind::ExchangeChased: return ordinary(with("Chased: " + task, "", event.text));
        case EventKind::ExchangeAnswered: return significant(with("Answered: " + task, "", event.text));
        case EventKind::MeetingArranged: return ordinary("Arranged: " + task);
        case EventKind::MeetingHeld: return significant("Held: " + task + (detail(event, "quorum-missing").empty() ? "" : " (without its quorum: " + detail(event, "quorum-missing") + ")"));
        case EventKind::ResponsibilityMoved:
            if (!detail(event, "from-start").empty()) return ordinary("Responsible from the start: " + in_words(event.element));
            return significant(with("Responsibility moved: " + in_words(event.element), "Why", event.text));
        case EventKind::ProhibitionSet: return significant(with("In force: " + title_in(definition.prohibitions, event.element), "Why", event.text));
        case EventKind::ProhibitionLifted: return significant(with("Lifted: " + title_in(definition.prohibitions, event.element), "Why", event.text));
        case EventKind::FlagSet: return significant(with("Flag: " + title_in(definition.flags, event.element), "", event.text));
        case EventKind::FlagEnded: return significant(with("Flag ended: " + title_in(definition.flags, event.element), "", event.text));
        case EventKind::Noted: return ChronologyWords{detail(event, "significant") == "yes", event.text};
        case EventKind::Shared: return significant(with("Shared: " + detail(event, "what"), "Why this is lawful", event.text));
        case EventKind::Corrected: return ordinary(with("Correction", "It should say", event.text));
        case EventKind::ChildEnded: return significant("Outcome for the child: " + outcome_label(definition, event.value));
        case EventKind::CaseClosed: return significant(with("Closed: " + outcome_label(definition, event.value), "", event.text));
        case EventKind::CaseReopened: return significant(with("Opened again", "Reason", event.text));
        case EventKind::Linked: return ordinary("Linked to another case: " + event.element);
        case EventKind::StrandStarted:
        case EventKind::StrandEnded:
        case EventKind::StageLeft:
        case EventKind::TaskOpened:
        case EventKind::TaskAssigned:
        case EventKind::FormSaved:
        case EventKind::FactSet:
        case EventKind::NoticeOwed:
        case EventKind::CaseToOpen: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace hearken::store
