// Where a case stands: computed from its events, never stored as the truth.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/event.hpp"

namespace hearken::engine {

/// One task (an occurrence of it, for one child when it is per child).
struct TaskState {
    enum class Status { Open, AwaitingSignature, Done, NotNeeded, Cancelled };
    std::string task;
    PersonId subject;
    int occurrence = 1;
    Status status = Status::Open;
    Instant opened_at;
    std::vector<DueSet> dues;
    std::vector<DueSet> original_dues;   ///< as first set: the measure (definition-needs, overrun)
    UserId assigned_to;
    ActedBy done_by;
    Instant done_at, recorded_at;
    // a decision
    std::string option, reasons;
    ActedBy decided_by;
    Instant decided_at;
    std::map<std::string, ActedBy> signatures;  ///< by role or relation
    // an exchange
    std::string reference;
    Instant sent_at, answered_at, chased_at;
    // a meeting
    Instant arranged_for;
    std::string place;
    bool minutes_awaited = false;        ///< held, and its minutes are still to be written

    long opened_sequence = 0;
    bool started = false;                ///< somebody has kept answers for it, or a signature was declined
    bool effects_applied = false;        ///< of the decision: at once in an emergency, the signature follows
    std::set<std::string> awaits;        ///< roles or relations that have still to sign
    std::string because;                 ///< why it is not needed, was reopened, or the signature was declined
    bool open() const { return status == Status::Open || status == Status::AwaitingSignature; }
    bool operator==(const TaskState&) const = default;
};

struct SubjectState {
    PersonId person;
    std::string kind;      ///< child, adult …
    std::string part;      ///< in the incident
    Instant joined_at;
    long joined_sequence = 0;
    std::string outcome;   ///< empty while the child's own course runs
    bool operator==(const SubjectState&) const = default;
};

struct FormState {
    Answers answers;
    Instant saved_at;
    ActedBy saved_by;
    int revision = 0;      ///< number of saves; two editors of one revision conflict
    bool signed_off = false;
    bool operator==(const FormState&) const = default;
};

struct CaseState {
    std::string procedure, version, title;
    bool opened = false, closed = false;
    std::string outcome;
    Instant opened_at, received_at, closed_at;
    int episode = 1;
    Instant episode_at;                  ///< when this episode began: the opening, or the latest reopening
    long episode_sequence = 0;           ///< only what happened since counts for conditions; older measures stand
    ActedBy opened_by;
    std::vector<SubjectState> subjects;
    std::map<std::string, OrganisationId> organisations;              ///< relation → organisation
    std::map<std::string, std::vector<std::string>> involvements;      ///< involvement → user or person ids
    std::map<std::string, OrganisationId> responsible;                 ///< aspect → organisation
    std::map<std::string, std::string> stage_of;                       ///< strand → current stage; absent when it has ended
    std::set<std::string> strands_ended;
    std::map<std::string, std::string> strand_outcomes;                ///< of strands that have ended
    std::map<std::string, Instant> entered, left;                      ///< stage → latest time
    std::map<std::string, long> entered_sequence, left_sequence;       ///< stage → the event that did it
    std::vector<TaskState> tasks;
    std::map<std::pair<std::string, PersonId>, FormState> forms;       ///< (form, child or none)
    std::map<std::pair<std::string, PersonId>, std::string> facts;     ///< set by effects
    std::map<std::pair<std::string, PersonId>, Instant> facts_at;      ///< when the last of them was so
    std::set<std::pair<std::string, PersonId>> prohibitions, flags;
    std::map<std::pair<std::string, PersonId>, Instant> flag_set_at, flag_until;
    std::map<std::string, Instant> meetings_held;
    std::set<std::string> quorate;
    std::set<std::string> gaps;                                        ///< clocks of the start whose cover has a gap now
    std::set<std::pair<std::string, std::string>> bypassed;            ///< (task or stage, gate)
    std::map<std::string, int> records;                                ///< exists: how many chronology entries, notes …
    std::map<std::string, std::string> linked;                         ///< case id → kind of link
    long last_sequence = 0;
    Instant progressed_at;               ///< latest moment at which the course moved: what follows is never before it

    const TaskState* task(const std::string& id, PersonId subject = {}) const;  ///< latest occurrence
    const FormState* form(const std::string& id, PersonId subject = {}) const;
    bool operator==(const CaseState&) const = default;
};

/// The state after one more event. Total: an event of an older definition that names something unknown is kept, not refused.
void apply(CaseState& state, const Event& event);

CaseState fold(const std::vector<Event>& events);

}  // namespace hearken::engine
