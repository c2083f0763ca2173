// What happened in a case: the append-only list from which everything else is computed (design, idea 2).
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "engine/answers.hpp"
#include "procedure/model.hpp"

namespace hearken::engine {

using procedure::Strength;

/// Kinds are stored by name (kind_name): never rename one. The members each uses, beside who and when:
///   CaseOpened          element=procedure, value=owner organisation, details: version, title, from-case, channel
///   SubjectJoined       subject, value=kind (child|adult|…), text=part in the incident, details: name not stored
///   OrganisationJoined  element=relation, value=organisation
///   PersonInvolved      element=involvement, value=user or person id, details: until
///   StrandStarted/Ended element=strand
///   StageEntered/Left   element=stage, value=strand, details: afresh=forms that begin blank (entered again)
///   TaskOpened          element=task, subject, occurrence, dues
///   TaskAssigned        element, subject, occurrence, value=user, text=reason
///   FormSaved           element=task ("" at opening), details: form; answers (all of them); a later save shows the earlier
///   TaskDone            element, subject, occurrence, text=note, details: despite (a reason), late-reason
///   TaskNotNeeded       element, subject, occurrence, text=reason
///   TaskReopened        element, subject, occurrence, text=reason, dues
///   DecisionMade        element, subject, occurrence, value=option, text=reasons, details: reason-codes, advice
///   DecisionApproved    element, subject, occurrence, value=role or relation that signs, text
///   DecisionDeclined    element, subject, occurrence, value=role, text=why; the decision is open again
///   GateBypassed        element=task or stage, value=gate, text=reason
///   ClockSet            element, subject, occurrence, dues: a new or recomputed clock, text=why; details: clock, ended=yes (it stops)
///   ClockExtended       element, subject, occurrence, details: clock, approver; dues; text=reason
///   ExchangeSent/Chased/Answered  element, subject, occurrence, value=reference; text; details: partial=yes, no-information=yes
///   MeetingArranged/Held          element, occurrence, details: at, place, quorate; answers (attendance, agenda, minutes)
///   ResponsibilityMoved element=aspect, value=organisation, text=why, details: decision
///   ProhibitionSet/Lifted         element=prohibition, subject, text=why
///   FlagSet/FlagEnded   element=flag, subject, details: until; text
///   FactSet             element=fact, subject, value, details: at (when it was so)
///   Noted               text: a note for the record; details: significant=yes, source; subject optional
///   NoticeOwed          element=notice, value=recipient spec as in the definition, subject; details: silenced-by
///   CaseToOpen          element=procedure, details: how, carry.*, as, shares, row (group/number); executed by casework in the same transaction
///   Shared              element=version, value=organisation or involvement, text=why lawful; details: basis, consent, what
///   Corrected           details: event (the one corrected); text=what it should say; the old text stays readable
///   ChildEnded          subject, value=outcome
///   CaseClosed          value=outcome, text
///   CaseReopened        text=reason: a new episode with new clocks; old measures stand
///   Linked              value=case, element=kind of link
enum class EventKind {
    CaseOpened, SubjectJoined, OrganisationJoined, PersonInvolved, StrandStarted, StrandEnded, StageEntered, StageLeft,
    TaskOpened, TaskAssigned, FormSaved, TaskDone, TaskNotNeeded, TaskReopened, DecisionMade, DecisionApproved,
    DecisionDeclined, GateBypassed, ClockSet, ClockExtended, ExchangeSent, ExchangeChased, ExchangeAnswered,
    MeetingArranged, MeetingHeld, ResponsibilityMoved, ProhibitionSet, ProhibitionLifted, FlagSet, FlagEnded, FactSet,
    Noted, NoticeOwed, CaseToOpen, Shared, Corrected, ChildEnded, CaseClosed, CaseReopened, Linked,
};
std::string_view kind_name(EventKind kind);                        ///< "case-opened", "task-done" …
std::optional<EventKind> kind_from_name(std::string_view name);

/// A clock as it was set: it never moves silently, and remembers what it was counted from.
struct DueSet {
    std::string clock;               ///< the TimeRule's id
    Strength strength = Strength::Must;
    Instant counted_from;            ///< the anchor's moment
    std::string counted_from_what;   ///< the anchor in words, e.g. "the referral was received"
    std::string period;              ///< as stated: "1 working day"
    Instant due_at;                  ///< over at this moment
    Instant amber_at;
    Instant reminder_at;
    bool estimated = false;
    bool urgency = false;            ///< a stopwatch with a house alert, never a breach
    bool outside = false;            ///< on people outside: not our breach
    std::string explanation;         ///< one line: what was skipped
    std::vector<std::string> source;
    bool operator==(const DueSet&) const = default;
};

/// Who acted: a person in a role at an organisation; or the system by itself (empty user).
struct ActedBy {
    UserId user;
    OrganisationId organisation;
    std::string role;
    std::string on_behalf_of;        ///< e.g. "coroner": recorded for an outsider
    bool operator==(const ActedBy&) const = default;
};

struct Event {
    EventId id;                      ///< empty until the store appends it
    long sequence = 0;               ///< 1, 2, 3 … within its case; 0 until appended
    EventKind kind = EventKind::Noted;
    Instant occurred_at, recorded_at;
    ActedBy by;
    std::string element;
    PersonId subject;
    int occurrence = 0;
    std::string value;
    std::string text;
    Answers answers;
    std::vector<DueSet> dues;
    std::map<std::string, std::string> details;
    bool operator==(const Event&) const = default;
};

}  // namespace hearken::engine
