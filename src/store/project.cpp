#include "store/project.hpp"

#include <algorithm>

#include "store/case_story.hpp"
#include "store/project_seen.hpp"
#include "store/project_tasks.hpp"

namespace hearken::store {

using engine::CaseState;
using engine::Event;
using engine::EventKind;

namespace {

std::string iso(Instant instant) { return to_iso(instant); }

std::string detail(const Event& event, const char* name) {
    const auto found = event.details.find(name);
    return found == event.details.end() ? std::string{} : found->second;
}

/// What a case file keeps that the engine's state does not know.
struct Kept {
    std::string team, restricted = "0";
};

Kept kept_in(const CaseRows& rows, const CaseId& case_id) {
    const RowValues* file = rows.find("case_file", {case_id.str()});
    return file ? Kept{(*file)[5], (*file)[9]} : Kept{};
}

void take_up(Kept& kept, const Event& event) {
    if (event.kind == EventKind::CaseOpened) {
        if (detail(event, "restricted") == "yes") kept.restricted = "1";
        if (const auto team = detail(event, "team"); !team.empty()) kept.team = team;
    }
    if (event.kind == EventKind::FactSet && event.subject.empty()) {
        if (event.element == "restricted") kept.restricted = event.value == "yes" ? "1" : "0";
        if (event.element == "team") kept.team = event.value;
    }
}

void put_involvement(CaseRows& rows, const CaseId& case_id, const Event& event) {
    const RowValues key = {case_id.str(), event.element, event.value};
    if (!detail(event, "until").empty())
        rows.remove("case_involvement", key);
    else if (!rows.find("case_involvement", key))
        rows.put("case_involvement", {case_id.str(), event.element, event.value, iso(event.occurred_at)});
}

/// One line of the disclosure log: what left, or was kept back, with whom, why and how.
void put_disclosure(CaseRows& rows, const CaseId& case_id, const Event& event, const std::string& outcome, const std::string& with, const std::string& version,
                    const std::string& what) {
    rows.put("disclosure", {case_id.str(), event.id.str(), with, version, what, detail(event, "basis"), event.text, iso(event.occurred_at), event.by.user.str(),
                            event.by.organisation.str(), outcome, event.subject.str(), detail(event, "recipient"), detail(event, "purpose"), detail(event, "consent"),
                            detail(event, "how")});
}

/// Sharing with an organisation opens the case to it; sharing one version makes it a party that was sent that version.
void put_sharing(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const Event& event) {
    put_disclosure(rows, case_id, event, "shared", event.value, event.element, detail(event, "what"));
    if (!detail(event, "copied-to").empty()) return;  // carried into a case of the receiver's: this one stays closed to them
    if (detail(event, "outside") == "yes") return;    // told by telephone, letter or word of mouth: nobody comes to read here
    const auto& involvements = definition.involvements;
    if (std::find(involvements.begin(), involvements.end(), event.value) != involvements.end()) return;
    rows.put("case_organisation", {case_id.str(), event.element.empty() ? "shared-with" : "sent-version", event.value, "", ""});
}

/// Asking another body tells it something, if only that there is a child to ask about.
void put_asking(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const Event& event) {
    const auto* task = definition.task(event.element);
    put_disclosure(rows, case_id, event, "asked", detail(event, "recipient-organisation"), event.element, task && !task->title.empty() ? task->title : event.element);
}

/// A decision not to share is recorded with the same weight.
void put_withheld(CaseRows& rows, const CaseId& case_id, const Event& event) {
    if (detail(event, "outcome") == "withheld") put_disclosure(rows, case_id, event, "withheld", detail(event, "recipient-organisation"), event.element, detail(event, "what"));
}

void put_chronology(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const Event& event) {
    const auto words = chronology_words(event, definition);
    if (!words) return;
    rows.put("chronology_entry", {case_id.str(), event.id.str(), event.subject.str(), iso(event.occurred_at), iso(event.recorded_at),
                                  words->significant ? "1" : "0", std::string(engine::kind_name(event.kind)), words->text, detail(event, "source"),
                                  event.by.organisation.str(), event.by.user.str()});
}

void put_event(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const Event& event) {
    const std::string& id = case_id.str();
    const RowValues by_person = {id, event.element, event.subject.str()};
    switch (event.kind) {
        case EventKind::PersonInvolved: put_involvement(rows, case_id, event); break;
        case EventKind::ProhibitionSet:
            if (!rows.find("prohibition_in_force", by_person)) rows.put("prohibition_in_force", {id, event.element, event.subject.str(), iso(event.occurred_at)});
            break;
        case EventKind::ProhibitionLifted: rows.remove("prohibition_in_force", by_person); break;
        case EventKind::FlagSet: rows.put("flag_in_force", {id, event.element, event.subject.str(), iso(event.occurred_at), detail(event, "until")}); break;
        case EventKind::FlagEnded: rows.remove("flag_in_force", by_person); break;
        case EventKind::Linked: rows.put("case_link", {id, event.value, event.element}); break;
        case EventKind::Shared: put_sharing(rows, case_id, definition, event); break;
        case EventKind::ExchangeSent: put_asking(rows, case_id, definition, event); break;
        case EventKind::DecisionMade: put_withheld(rows, case_id, event); break;
        default: break;
    }
    put_chronology(rows, case_id, definition, event);
}

std::string owner_of(const CaseState& state) {
    const auto owner = state.organisations.find("owner");
    return owner == state.organisations.end() ? std::string{} : owner->second.str();
}

void put_file(CaseRows& rows, const CaseId& case_id, const CaseDefinition& definition, const Kept& kept, const CaseState& state) {
    std::string stages;
    for (const auto& [strand, stage] : state.stage_of) stages += (stages.empty() ? "" : " ") + strand + ":" + stage;
    rows.put("case_file", {case_id.str(), state.procedure, state.version, state.title, owner_of(state), kept.team, stages, state.closed ? "closed" : "open",
                           state.outcome, kept.restricted, iso(state.opened_at), iso(state.received_at), state.closed ? iso(state.closed_at) : "",
                           state.opened_by.user.str(), definition.walled ? definition.definition->area : "", std::to_string(state.last_sequence)});
}

void put_subjects(CaseRows& rows, const CaseId& case_id, const CaseState& state) {
    rows.clear("case_subject");
    for (const auto& subject : state.subjects)
        rows.put("case_subject", {case_id.str(), subject.person.str(), subject.kind, subject.part, iso(subject.joined_at), subject.outcome});
}

/// Relations come from the state; what was shared is kept from row to row. All carry the case's own state and opening.
void put_organisations(CaseRows& rows, const CaseId& case_id, const CaseState& state) {
    std::vector<std::pair<std::string, std::string>> relations;
    for (const auto& [key, values] : rows.of("case_organisation"))
        if (key[1] == "shared-with" || key[1] == "sent-version") relations.emplace_back(key[1], key[2]);
    for (const auto& [relation, organisation] : state.organisations) relations.emplace_back(relation, organisation.str());
    rows.clear("case_organisation");
    for (const auto& [relation, organisation] : relations)
        rows.put("case_organisation", {case_id.str(), relation, organisation, state.closed ? "closed" : "open", iso(state.opened_at)});
}

}  // namespace

void project(CaseRows& rows, const CaseId& case_id, const CaseDefinition& definition, const std::vector<Event>& events, const CaseState& after) {
    Kept kept = kept_in(rows, case_id);
    for (const Event& event : events) {
        take_up(kept, event);
        put_event(rows, case_id, *definition.definition, event);
    }
    put_file(rows, case_id, definition, kept, after);
    put_subjects(rows, case_id, after);
    put_organisations(rows, case_id, after);
    put_tasks(rows, case_id, *definition.definition, after);
    put_seen(rows, case_id, *definition.definition, events, after);
}

}  // namespace hearken::store
