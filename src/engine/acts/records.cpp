// What is put on record beside the procedure's own tasks: notes, corrections, restrictions, parts, sharing.
#include <algorithm>

#include "engine/acts/acts.hpp"
#include "engine/acts/target.hpp"
#include "engine/permits.hpp"

namespace hearken::engine {

namespace {

void ask_case_exists(Working& working) {
    if (!working.state.opened)
        working.objections.add(RefusalCode::NotFound, "no-case", "There is no such case. Start one first.");
}

void ask_subject_known(Working& working, const PersonId& subject) {
    if (!subject.empty() && find_subject(working.state, subject) == nullptr)
        working.objections.add(RefusalCode::Invalid, "subject", "That person is not a subject of this case.",
                               "subject");
}

bool in_force(const CaseState& state, const std::string& prohibition, const PersonId& subject) {
    return state.prohibitions.contains({prohibition, subject});
}

}  // namespace

// A closed case still takes notes and corrections: news comes late, and a wrong record is put right at any time.
void perform(Working& working, const Note& command) {
    ask_case_exists(working);
    words_given(working, command.text, "the note", "text");
    words_readable(working, command.source, "where this comes from", "source");
    ask_subject_known(working, command.subject);
    if (working.objections.any()) return;
    Event event = working.act(EventKind::Noted, {}, command.subject);
    event.text = command.text;
    if (command.significant) event.details["significant"] = "yes";
    if (!command.source.empty()) event.details["source"] = command.source;
    working.done(std::move(event));
}

void perform(Working& working, const Correct& command) {
    ask_case_exists(working);
    if (command.event.empty())
        working.objections.add(RefusalCode::Invalid, "required", "Choose the entry that is to be corrected.", "event");
    words_given(working, command.text, "what the entry should say", "text");
    words_given(working, command.reason, "why it is corrected", "reason");
    if (working.objections.any()) return;
    Event event = working.act(EventKind::Corrected, {});
    event.text = command.text;
    event.details["event"] = command.event.str();
    event.details["reason"] = command.reason;
    working.done(std::move(event));
}

void perform(Working& working, const SetProhibition& command) {
    ask_case_exists(working);
    const auto& all = working.definition.prohibitions;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == command.prohibition; });
    if (known == all.end())
        return working.objections.add(RefusalCode::NotFound, "prohibition",
                                      "This procedure has no such restriction. Choose one that it offers.",
                                      "prohibition");
    const auto& by = command.lift ? known->lifted_by : known->set_by;
    if (!by.empty() && !acts_for_one_of(working.world, working.by.role, by))
        working.objections.add(RefusalCode::NotPermitted, "role",
                               "This restriction is " + std::string(command.lift ? "lifted" : "set") + " by " +
                                   one_of_roles(working.world, by) + ". Ask them.");
    words_given(working, command.reason, command.lift ? "why the restriction can end" : "why the restriction is needed",
                "reason");
    ask_subject_known(working, command.subject);
    const bool holds_now = in_force(working.state, command.prohibition, command.subject);
    if (command.lift && !holds_now)
        working.objections.add(RefusalCode::Conflict, "not-in-force", "This restriction is not in force here.");
    if (!command.lift && holds_now)
        working.objections.add(RefusalCode::Conflict, "already-in-force", "This restriction is in force already.");
    if (working.objections.any()) return;
    Event event = working.act(command.lift ? EventKind::ProhibitionLifted : EventKind::ProhibitionSet,
                              command.prohibition, command.subject);
    event.text = command.reason;
    working.done(std::move(event));
}

void perform(Working& working, const Involve& command) {
    ask_case_open(working);
    if (!contains(working.definition.involvements, command.involvement))
        working.objections.add(RefusalCode::Invalid, "involvement", "Choose a part that this procedure knows.",
                               "involvement");
    if (!says_something(command.who))
        working.objections.add(RefusalCode::Invalid, "required", "Choose who takes this part.", "who");
    words_readable(working, command.reason, "the reason", "reason");
    if (working.objections.any()) return;
    Event event = working.act(EventKind::PersonInvolved, command.involvement);
    event.value = command.who;
    event.text = command.reason;
    working.done(std::move(event));
}

void perform(Working& working, const MoveResponsibility& command) {
    ask_case_open(working);
    if (!contains(working.definition.aspects, command.aspect))
        working.objections.add(RefusalCode::Invalid, "aspect", "Choose the part of the responsibility that moves.",
                               "aspect");
    if (command.to.empty())
        working.objections.add(RefusalCode::Invalid, "required", "Choose the organisation that takes it over.", "to");
    words_given(working, command.reason, "why responsibility moves, and who decided it", "reason");
    // It moves only by a recorded decision of whoever holds it: never with an address, never by being taken.
    const auto now = working.state.responsible.find(command.aspect);
    if (now == working.state.responsible.end())
        ask_owner(working);
    else if (now->second != working.by.organisation)
        working.objections.add(RefusalCode::NotPermitted, "organisation",
                               "Only the organisation that holds this responsibility can hand it over.");
    if (now != working.state.responsible.end() && now->second == command.to)
        working.objections.add(RefusalCode::Conflict, "already-theirs",
                               "That organisation holds this responsibility already.");
    if (working.objections.any()) return;
    Event event = working.act(EventKind::ResponsibilityMoved, command.aspect);
    event.value = command.to.str();
    event.text = command.reason;
    working.done(std::move(event));
}

void perform(Working& working, const Share& command) {
    ask_case_exists(working);
    const auto& versions = working.definition.versions;
    if (!command.version.empty() &&
        std::none_of(versions.begin(), versions.end(), [&](const auto& one) { return one.id == command.version; }))
        working.objections.add(RefusalCode::Invalid, "version",
                               "Choose one of the versions that this procedure makes for readers.", "version");
    if (command.with.empty())
        working.objections.add(RefusalCode::Invalid, "required", "Choose the organisation that it is shared with.",
                               "with");
    words_given(working, command.what, "what is shared", "what");
    words_given(working, command.basis, "why it is lawful: consent, or the reason for sharing without it", "basis");
    words_given(working, command.why, "why it is shared", "why");
    ask_owner(working);
    if (working.objections.any()) return;
    Event event = working.act(EventKind::Shared, command.version);
    event.value = command.with.str();
    event.text = command.why;
    event.details["basis"] = command.basis;
    event.details["what"] = command.what;
    working.done(std::move(event));
}

}  // namespace hearken::engine
