// What the reader of a case or a child is shown: already decided by access, already redacted for this reader.
// Pages and the API both render these and nothing else.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/result.hpp"
#include "engine/engine.hpp"

namespace hearken::casework {

/// How a clock stands now. Late: a target or guide has passed; Breached: a must or statutory limit has.
enum class ClockStands { Running, Amber, Red, Late, Breached, Met, MetLate, MetRecordedLate };

struct ClockView {
    engine::DueSet set;
    Instant original_due_at;
    ClockStands stands = ClockStands::Running;
    std::string title;         ///< "Limit", "Target", "Alert"
    std::string in_words;      ///< "Due by the end of Tuesday 7 April 2026"
    std::string explanation;   ///< what it was counted from, what was skipped
    bool extendable = false;
};

struct TaskView {
    std::string task, title, hint;
    std::string definition_hint;
    PersonId subject;
    std::string subject_name;
    int occurrence = 1;
    engine::TaskState::Status status = engine::TaskState::Status::Open;
    std::string who;                       ///< "Team manager at Fenmere children's social care"
    std::string assigned_to;
    bool urgent = false, anytime = false, repeatable = false, final_act = false, required = true, started = false;
    std::vector<ClockView> clocks;
    bool opens = true;                     ///< the reader may open its page; otherwise they only know that it is there
    bool may = false;
    engine::Possible::Act act = engine::Possible::Act::Do;
    std::vector<Reason> why_not, asks_why, warnings;
    std::string outcome;                   ///< of a done one, in words
    std::string done_by;
    std::optional<Instant> done_at, recorded_at;
};

struct DecisionView {
    std::string task, question, option, option_label, reasons, decided_by, subject_name;
    PersonId subject;
    Instant decided_at;
    std::vector<std::pair<std::string, std::string>> signatures;  ///< (role title, who and when in words)
    bool awaiting_signature = false;
};

struct SubjectView {
    PersonId person;
    std::string name, list_name, age, kind, part, outcome;
    std::vector<std::string> alerts;       ///< flags and prohibitions this reader may know of, with words
};

/// One answered field as this reader may see it.
struct AnswerView {
    std::string field, label;
    std::vector<std::string> lines;        ///< the answer in words; "Not known"; masked: "Withheld"
    bool masked = false, missing = false;  ///< missing: asked, required sooner or later, not yet answered
    std::vector<std::vector<std::pair<std::string, std::string>>> rows;  ///< of a group: (column, value)
    std::vector<std::pair<std::string, std::string>> files = {};         ///< (id, name) of those that this reader may open
};
struct FormView {
    std::string form, title;
    PersonId subject;
    std::string subject_name;
    int revision = 0;
    Instant saved_at;
    std::string saved_by;
    std::vector<AnswerView> answers;
};

struct ChronologyEntry {
    EventId event;
    CaseId in_case;
    std::string case_title;
    Instant occurred_at, recorded_at;
    bool significant = false;
    std::string kind, text, source, organisation, by;
    std::vector<std::string> corrections;  ///< later corrections, each in words
    PersonId person = {};                  ///< whom it is about; empty: every child of the case
    std::string about = {}, when = {};     ///< their name; when it happened in words, as exactly as it is known
    std::vector<std::pair<std::string, std::string>> impacts = {};  ///< what it meant for the child, and who says so
    bool by_hand = false, let_read = false, ours = false;  ///< entered into the chronology; seen because its agency shares it; ours
    std::string origin = {}, corrected_why = {};           ///< "imported"; why an earlier version of it was replaced
};

struct CaseSummary {
    CaseId id;
    std::string procedure, procedure_title, title, state, outcome, owner, stages;
    std::vector<SubjectView> subjects;
    Instant opened_at, received_at;
    bool restricted = false;
    access::CaseView view = access::CaseView::None;
};

/// Another procedure that opened in the place of the one that was begun, and what the person is told.
struct OpenedInstead {
    CaseId in_case;
    std::string procedure, title, says;
};

/// A linked case beside a task: what was asked of somebody else, and what they answered.
struct ShownCase {
    CaseSummary summary;
    std::string with;                      ///< the organisation whose answer it is
    std::string stands;                    ///< in words: its stage, "Answered", or how it ended
    std::optional<Instant> answered_at;
    std::optional<Instant> not_moved_since; ///< nothing has happened in it since then, and it is open still
    std::vector<ClockView> clocks;         ///< of its open tasks: when it is due, whether it is overdue
    std::vector<AnswerView> answers;       ///< of the version that the definition names, as this reader may see it
};

/// A moment that one side of a case looks for: when it came, or the clock of what it waits for.
struct MilestoneView {
    std::string title, subject_name, next, who;
    std::optional<Instant> at;
    std::string said;                      ///< what was decided, in words
    std::vector<ClockView> clocks;
};

struct CasePage {
    CaseSummary summary;
    std::vector<OpenedInstead> opened_instead;  ///< this very case, or one that opened beside it: for whoever began it
    std::string version, opened_by;
    std::vector<TaskView> tasks;           ///< open ones most urgent first, then done
    std::vector<TaskView> anytime;         ///< what may be done at any point
    std::vector<DecisionView> decisions;
    std::vector<FormView> forms;
    std::vector<ChronologyEntry> chronology, history;  ///< significant events; everything
    std::vector<std::pair<std::string, std::string>> organisations;  ///< (relation title, name)
    std::vector<std::pair<std::string, std::string>> involved;       ///< (part, name)
    std::vector<Reason> waiting_for;
    std::vector<std::string> guidance;     ///< pages that apply here
    std::vector<std::string> prohibitions; ///< what is forbidden now, in the words people are told
    std::vector<std::pair<std::string, std::string>> documents;      ///< (version id, title) this reader may print
    std::vector<CaseSummary> linked;       ///< only those this reader may know of
    std::vector<MilestoneView> milestones;  ///< of the side that this reader is on; none in full view
    std::vector<ShownCase> beside;         ///< linked cases of theirs that are open, with their clocks
    std::string owner_telephone;           ///< whom to ring, and ask for a line manager
};

struct ShownCases {
    std::string title;
    std::vector<ShownCase> cases;          ///< newest answer first, then what is awaited
    int answered = 0;                      ///< of those this reader may see
    bool followed = false;                 ///< shown for what has moved in them (drift), not for an answer
    int not_moved = 0;
};

/// A time before this one at which the same was done: a visit, a review.
struct EarlierTime {
    int occurrence = 1;
    Instant done_at;
    std::string done_by, outcome;          ///< outcome: what was decided
    std::vector<AnswerView> answers;       ///< as this reader may see them
};

/// One task opened to be done: its definition beside what has been answered so far.
struct TaskPage {
    CaseSummary summary;
    TaskView task;
    const procedure::Task* definition = nullptr;  ///< lives as long as `pinned`
    const procedure::Form* form = nullptr;
    std::shared_ptr<const procedure::Definition> pinned;
    engine::Answers answers;               ///< saved ones, redacted for this reader
    int revision = 0;
    std::vector<procedure::Prompt> prompts;
    std::vector<std::string> guidance;
    std::vector<std::string> asked_fields; ///< those that apply to the answers so far
    std::vector<std::pair<std::string, std::string>> offered_options;  ///< decision options that may be chosen now
    std::string suggested_option, suggested_why;
    std::vector<ShownCases> shown;
    std::vector<EarlierTime> earlier;      ///< newest first
};

struct WorkItem {
    CaseSummary in_case;
    TaskView task;
};

/// Home: my work, most urgent first.
struct MyWork {
    std::vector<WorkItem> mine;            ///< assigned to me, or for my role
    std::vector<CaseSummary> sent_elsewhere;  ///< open work of others in which my organisation has a side: what we sent, and wait to hear of
    std::vector<CaseSummary> recorded_by_me;  ///< receipts
    int overdue = 0, due_today = 0, unread_notices = 0, total = 0;
};

struct PersonSummary {
    PersonId id;
    std::string name, list_name, age, also_known_as;
    access::PersonView view = access::PersonView::None;
    std::vector<std::string> known_to;     ///< organisations
    std::string ask;                       ///< whom to ask for more, when only the name is shown
};

struct ChildPage {
    PersonSummary summary;
    int revision = 0;
    std::vector<std::pair<std::string, std::string>> identity;    ///< (label, value), masked as needed
    std::vector<std::string> alerts;
    struct Around { PersonId person; std::string name, relationship, parental_responsibility, age, note; bool may_open = false; };
    std::vector<Around> around;
    std::vector<std::pair<std::string, std::string>> addresses;   ///< (dates and kind, lines or the words of masking)
    std::vector<std::pair<std::string, std::string>> registrations;
    std::vector<CaseSummary> cases;
    std::vector<WorkItem> open_work;
    std::vector<ChronologyEntry> chronology;
    std::vector<std::pair<std::string, std::string>> disclosures; ///< what was shared, with whom, when
    bool may_change = false;
    std::vector<std::pair<PersonId, std::string>> other_records = {};  ///< of the same person; without an id where they may not be opened
    bool unborn = false;                   ///< a birth can be recorded
};

}  // namespace hearken::casework
