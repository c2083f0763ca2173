// The generic engine: definition + events + command + now → new events, or a refusal that says why. Pure.
// It never names a particular procedure.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "calendar/due.hpp"
#include "core/result.hpp"
#include "engine/state.hpp"

namespace hearken::engine {

using procedure::Condition;
using procedure::Definition;
using procedure::Field;
using procedure::Form;
using procedure::Vocabulary;

/// What the engine must be told about the world, since it does no I/O.
struct Surroundings {
    Instant now;
    const Vocabulary* vocabulary = nullptr;
    const calendar::Calendars* calendar = nullptr;   ///< none: bank holidays alone; no school, no service hours
    /// Facts of vocabulary.yaml about a child (or, with no child, about the case): "allocated-worker" → "yes",
    /// "unborn" → "no", "age-in-years" → "7", "in-office-hours" → "yes".
    std::map<std::pair<std::string, PersonId>, std::string> facts;
    /// Prohibitions in force on anyone in this case, from whichever case set them.
    std::set<std::string> prohibitions;
    /// Settings changed by an authority: setting id → value (the definition's own value otherwise).
    std::map<std::string, std::string> settings;
    /// State of linked cases: procedure → "open" or "closed". Evaluated without showing that case to anyone.
    std::multimap<std::string, std::string> linked;
    /// Other cases about a subject, linked or not: (procedure, subject) → "open" or "closed". Never from a restricted one.
    std::multimap<std::pair<std::string, PersonId>, std::string> elsewhere;
    /// What prohibitions declared by other procedures forbid: prohibition id → acts of the vocabulary. One that is in
    /// force but neither here nor in this definition forbids every act the vocabulary lists: deny when in doubt.
    std::map<std::string, std::vector<std::string>> forbids;
    /// Who has which part in other open cases about a subject: (involvement, subject) → users or people.
    std::map<std::pair<std::string, PersonId>, std::vector<std::string>> known;
    /// Whether somebody is on duty for a service now, where the world can tell: service → yes or no. A gap is seen only
    /// where it says no.
    std::map<std::string, bool> covered;
    /// Overlays in force, already merged by casework with procedure::merge_overlays into the definition passed in.
};

// ---- Commands. `by` is always the acting person in the role they act in. `occurred_at` empty means now; a future one is
// refused; "it happened at 4, recorded at 6" is ordinary.
struct Common {
    ActedBy by;
    std::optional<Instant> occurred_at;
};
struct OpenCase : Common {
    std::string title;
    OrganisationId owner;
    std::map<std::string, OrganisationId> organisations;   ///< other relations, e.g. referrer
    struct Subject { PersonId person; std::string kind = "child"; std::string part; };
    std::vector<Subject> subjects;
    std::vector<std::pair<std::string, std::string>> involved;  ///< (involvement, user or person)
    std::optional<Instant> received_at;
    Answers answers;                                       ///< of the start form
    std::map<PersonId, Answers> per_child;                 ///< of a start form that is per child
    std::map<std::string, std::string> details;            ///< from-case, instead-of, channel
    bool brought_about = false;                            ///< by a rule of another procedure, whose own roles have decided
};
struct AddSubject : Common {
    OpenCase::Subject subject;
    Answers answers = {};                                  ///< of a start form that is per child
};
struct SaveForm : Common {      ///< keep answers without finishing the task; never refused for what is missing
    std::string task;
    PersonId subject;
    Answers answers;
    std::optional<int> based_on_revision;  ///< Conflict if somebody saved since
};
struct DoTask : Common {        ///< finish a task: with its form's answers, or attested
    std::string task;
    PersonId subject;
    Answers answers;
    std::optional<int> based_on_revision;
    std::string note;
    std::string why;            ///< reason given to a gate that asks why, or a bypass
    std::vector<std::string> attested;  ///< prompt ids
};
struct NotNeeded : Common { std::string task; PersonId subject; std::string reason; };
struct ReopenTask : Common { std::string task; PersonId subject; std::string reason; };
struct Decide : Common {
    std::string task;
    PersonId subject;
    std::string option, reasons;
    std::vector<std::string> reason_codes;
    std::string advice;
    std::string why;            ///< reason given to a gate, or for not following the table's suggestion
    std::vector<std::string> attested;  ///< prompt ids
};
struct Sign : Common {          ///< approve or decline a decision that awaits a signature
    std::string task;
    PersonId subject;
    bool approve = true;
    std::string text;
};
struct Assign : Common { std::string task; PersonId subject; UserId to; std::string reason; };
struct Extend : Common { std::string task; PersonId subject; std::string clock; Instant new_due; std::string reason; UserId approver; };
struct SendExchange : Common { std::string task; PersonId subject; std::string text, reference, why = {}; };  ///< why: as in DoTask
struct ChaseExchange : Common { std::string task; PersonId subject; std::string text; };
struct AnswerExchange : Common { std::string task; PersonId subject; std::string text; bool partial = false, no_information = false; };
struct ArrangeMeeting : Common { std::string task; Instant at; std::string place; std::vector<std::string> invited; std::string why = {}; };
struct HoldMeeting : Common { std::string task; Answers record; bool quorate = true; std::string why_not_quorate, why = {}; };
struct Note : Common { std::string text; bool significant = false; std::string source; PersonId subject; };
struct Correct : Common { EventId event; std::string text, reason; };
struct SetProhibition : Common { std::string prohibition; PersonId subject; std::string reason; bool lift = false; };
struct Involve : Common { std::string involvement; std::string who; std::string reason; };
struct MoveResponsibility : Common { std::string aspect; OrganisationId to; std::string reason; };
struct Share : Common { std::string version; OrganisationId with; std::string what, basis, why; };
struct CloseCase : Common { std::string outcome, reason; };   ///< for a reason outside the procedure
struct ReopenCase : Common { std::string reason; };
struct Tick : Common {};        ///< time has passed: recurrences fall due, lapsed clocks open somebody's right
struct PassGate : Common { std::string stage, gate, why; };   ///< go on past a stage's gate, with the reason for the record

using Command = std::variant<OpenCase, AddSubject, SaveForm, DoTask, NotNeeded, ReopenTask, Decide, Sign, Assign, Extend,
                             SendExchange, ChaseExchange, AnswerExchange, ArrangeMeeting, HoldMeeting, Note, Correct,
                             SetProhibition, Involve, MoveResponsibility, Share, CloseCase, ReopenCase, Tick, PassGate>;

/// The events that carrying out `command` adds to the case, in order, or every reason why it cannot be carried out.
/// Includes what follows by itself (tasks that open, clocks that start, stages that are entered, notices owed).
Result<std::vector<Event>> carry_out(const Definition& definition, const CaseState& state, const Command& command,
                                     const Surroundings& surroundings);

bool holds(const Condition& condition, const Definition& definition, const CaseState& state,
           const Surroundings& surroundings, PersonId subject = {});

/// Whether the case may be closed by hand with this outcome: not with one that the course itself comes to, for the case
/// or for a child, which is reached only through the gates before it. A definition without outcomes ends in any words.
bool may_close_with(const Definition& definition, const std::string& outcome);

/// One thing that may, or may not yet, be done: what the case page offers and what the API lists.
struct Possible {
    std::string task;
    PersonId subject;
    int occurrence = 1;
    enum class Act { Do, Decide, Sign, Send, Answer, Arrange, Hold } act = Act::Do;
    bool urgent = false;
    bool may = false;                  ///< by this actor, now
    std::vector<Reason> why_not;       ///< role, gates (blocked), waiting for …
    std::vector<Reason> asks_why;      ///< gates that will ask for a reason
    std::vector<Reason> warnings;
    bool anytime = false;
};

/// Every act open in the case, with whether `by` may do it now and, if not, why not (all reasons).
std::vector<Possible> possible_acts(const Definition& definition, const CaseState& state, const ActedBy& by,
                                    const Surroundings& surroundings);

/// What still stands between this stage and the next, in words.
std::vector<Reason> waiting_for(const Definition& definition, const CaseState& state, const std::string& strand,
                                const Surroundings& surroundings);

/// What a decision's table suggests now: a row suggests, a person decides.
struct Suggestion {
    std::string option, why;
    int row = -1;              ///< position in the table; -1: no row holds
};
Suggestion suggestion(const Definition& definition, const CaseState& state, const procedure::Task& task,
                      const Surroundings& surroundings, PersonId subject = {});

/// The next moment at which time alone may bring something about (a condition of the current stages comes to hold, a flag
/// runs out, a schedule goes on): when the case is to be looked at with Tick. Nothing when no such moment is known.
std::optional<Instant> next_look(const Definition& definition, const CaseState& state, const Surroundings& surroundings);

/// Whether it comes round again by itself once it is done (a visit every ten days, a meeting of a series).
bool recurs(const procedure::Task& task);

/// Whether anything in this case now waits for time alone; next_look need not be asked where nothing does.
bool waits_for_time(const Definition& definition, const CaseState& state);

/// A meeting's quorum, counted from its record: "attended" (roles or parts that came) and the rows of "attendance" (who:
/// role or part, kind: of organisation, attended: yes or no).
struct Quorum {
    bool counts = false;               ///< the meeting has one
    int needed = 0, there = 0;
    bool agencies = false;             ///< agencies are counted, not people
    std::vector<std::string> missing;  ///< titles of the kinds of organisation and roles for which nobody came
    bool met() const { return there >= needed && missing.empty(); }
    std::string in_words() const;      ///< why it was not met; empty when it was
};
Quorum quorum_of(const procedure::Meeting& meeting, const Answers& record, const Definition& definition, const CaseState& state,
                 const Surroundings& surroundings);

/// What a case about to be opened becomes: for whom this procedure opens, and for whom another opens in its place.
struct Opening {
    std::vector<OpenCase::Subject> ordinary;
    std::vector<std::pair<const procedure::Definition::Start::Instead*, OpenCase::Subject>> instead;
    bool opens_ordinary() const { return !ordinary.empty() || instead.empty(); }
};
Opening what_opens(const Definition& definition, const OpenCase& command, const Surroundings& surroundings);

/// Reasons why these answers would not be accepted, all of them; field names as in the form. `submitting` asks for
/// required fields; `closing` also for those due before closing.
enum class Completeness { Draft, Submitting, Closing };
std::vector<Reason> check_answers(const Form& form, const Answers& answers, Completeness completeness,
                                  const Definition& definition, const CaseState& state, const Surroundings& surroundings,
                                  PersonId subject = {});

/// Whether a field is asked, given the answers so far.
bool field_applies(const Field& field, const Form& form, const Answers& answers, const Definition& definition,
                   const CaseState& state, const Surroundings& surroundings, PersonId subject = {});

}  // namespace hearken::engine
