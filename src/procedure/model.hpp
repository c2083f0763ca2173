// A procedure's definition: the partnership's manual as data. The comments give the YAML keyword of each member
// where it differs from the member's name (underscores are hyphens in YAML). Unknown keywords are errors.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "procedure/condition.hpp"

namespace hearken::procedure {

/// How an element carries a duty of duties.csv or a statutory timescale (T.<id>): design, idea 3.
/// YAML, on any element:  carries: {enforced: [M1.initial-referral.s14], timed: [..], recorded: [..], attested: [..], shown: [..]}
enum class Carried { Enforced, Timed, Recorded, Attested, Shown };
struct Carries {
    Carried how;
    std::vector<std::string> duties;
};

/// Strength of an obligation. Must and Statutory can be breached; Target and Guide are "late against target".
enum class Strength { Must, Statutory, Target, Guide };

/// What a gate does when it is not met: refuse, accept with a reason, or accept and show a warning. A sourced gate
/// may block; one marked (inferred) in the sources asks why (definition-needs, preamble).
enum class GateStrength { Block, AskWhy, Warn };

/// The moment a clock counts from. YAML text: "opened", "received", "joined" (this child's concern became known),
/// "entered STAGE", "done TASK", "decided DECISION", "approved DECISION", "answer FORM.FIELD" (a date or date-time
/// answer), "held MEETING", "sent EXCHANGE", "answered EXCHANGE", "task opened" (the task's own opening),
/// "flag FLAG", "set outside" (a date entered with its document: definition-needs section 1); for keeping also
/// "closed" (the case) and "birth" (the child's).
struct Anchor {
    enum class Kind {
        Opened, Received, Joined, Entered, Done, Decided, Approved, Answer, Held, Sent, Answered, TaskOpened, Flag, SetOutside,
        Closed, Birth, Fact
    };
    Kind kind = Kind::TaskOpened;
    std::string name;
};

/// One of the eight constructs of time. YAML, on a task, decision, meeting, exchange, notice or flag; several allowed,
/// each its own measure:
///   due:     {within: 1 working day, of: received, strength: must, source: [..]}        also `setting: id` for within,
///            `earlier-of:`/`later-of:` a list of {within, of}; `extension: {approved-by: role, reasons: required}`;
///            `when: CONDITION`: it runs only while this holds (also on urgency)
///   urgency: {class: now | today | soon, of: .., source: [..]}      a stopwatch with a house alert, never a breach
///   before:  {event: ANCHOR, lead: 4 weeks}                         without lead it compiles to a gate on the event
///   upon:    {event: ANCHOR, asks: role}                            news from outside that somebody must be asked for
///   every:   {period: 6 months, from: completion | schedule, phases: [{period, until: ANCHOR}], sets-next: true}
///   while:   {state: CONDITION, otherwise: text}                    an invariant to check, not an item to tick
///   cover:   {service: id, otherwise: text}                         a gap in cover is the breach
///   keep:    {for: 25 years, from: ANCHOR | birth, later-of: [..], then: dispose | review}
struct TimeRule {
    enum class Construct { Due, Urgency, Before, Upon, Every, While, Cover, Keep };
    struct Limb {
        std::string period;
        Anchor of;
    };
    struct Phase {
        std::string period;
        std::optional<Anchor> until;
    };
    Construct construct = Construct::Due;
    std::string id;                   ///< unique within its element; default "due", "target", ...
    std::string period;               ///< as calendar::Period parses it
    std::string setting;              ///< the setting that gives the period, if any
    Anchor of;
    Strength strength = Strength::Must;
    std::string urgency_class;        ///< now, today, soon
    std::string status;               ///< "local", "national" or empty
    std::vector<Limb> earlier_of, later_of;
    std::vector<Phase> phases;
    bool from_schedule = false;       ///< every: from the schedule, not from the last completion
    bool sets_next = false;           ///< every: each review must set the next date
    std::string extension_approved_by;  ///< role; empty = no extension
    std::string asks;                 ///< upon: role asked for the news
    Condition state;                  ///< while
    std::string service;              ///< cover
    std::string otherwise;            ///< while, cover: what a breach says
    std::string then;                 ///< keep: dispose | review
    bool outside = false;             ///< a clock on people outside: we watch and chase, it is not our breach
    std::vector<std::string> alerts;  ///< roles or involvements told at amber and at red; the task's own role if empty
    std::vector<std::string> source;  ///< duty ids and T.<id>; these count as carried: timed
    Condition when;                   ///< due, urgency: runs only while this holds (a limit that depends on how urgent it is)
    int line = 0;
};

/// What an act brings about. YAML, in `then:` lists:
///   {open: procedure, how: must | offer, carry: [form.field | relation | value WORD → form.field], as: involvement, shares: true, basis: code, what: text,
///    for-each: form.group}
///   {enter: stage} {start: strand} {close: outcome} {end-child: outcome}
///   {set: fact, to: value} {flag: flag} {end-flag: flag}
///   {prohibit: prohibition} {lift: prohibition}
///   {responsible: aspect, to: relation}
///   {involve: involvement, from: form.field | relation | known-INVOLVEMENT}
///   {chronology: text, significant: true}
///   {tell: notice} {reopen: task} {share: version, with: involvement, basis: code, what: text}
struct Effect {
    enum class Kind {
        OpenCase, EnterStage, StartStrand, CloseCase, EndChild, SetFact, SetFlag, EndFlag, Prohibit, Lift, MoveResponsibility,
        Involve, Chronology, Tell, ReopenTask, Share,
    };
    Kind kind;
    std::string name;    ///< procedure, stage, strand, outcome, fact, flag, prohibition, aspect, involvement, text, notice, task, version
    std::string value;   ///< to: / as: / with: / from:
    bool must = true;    ///< open: must (done at once) or offer (a task to accept or refuse with a reason)
    bool shares = false; ///< open: an act of sharing is recorded with it
    bool significant = false;
    std::string at;      ///< set: "form.field", the answer that says when it was so; empty: when the act was done
    std::string for_each;  ///< open: "form.group": one case for each row
    std::vector<std::pair<std::string, std::string>> carry;  ///< from → to; is_fixed(from) where it is the same every time
    std::string basis;   ///< open with shares, share: why it is lawful, of the code list "lawful-bases"
    std::string what;    ///< open with shares, share: what exactly goes, in words
    Condition when;
    int line = 0;
};

/// What is carried without anybody being asked: "value ended" carries "ended".
inline constexpr std::string_view kFixed = "value ";
inline bool is_fixed(std::string_view from) { return from.starts_with(kFixed); }

/// A requirement before an act. YAML: needs: [{that: CONDITION, otherwise: text, strength: block | ask-why | warn,
/// bypass: {by: [roles] | anyone, reasons: required}, carries: ..}]
struct Gate {
    std::string id;  ///< default: element id + number
    Condition that;
    std::string otherwise;
    GateStrength strength = GateStrength::Block;
    std::vector<std::string> bypass_by;  ///< roles; "anyone"; empty = no bypass
    Condition unless;                    ///< an emergency that lifts it, shown as such
    std::vector<Carries> carries;
    int line = 0;
};

enum class FieldType {
    Text, LongText, YesNo, YesNoNotKnown, Choice, Choices, Date, ApproximateDate, DateTime, Number, Person, People, Organisation,
    Address, File, BodyMap, Quotation, Signature, Group,  ///< Group repeats: `fields:` gives its columns
    Computed,
};

struct Option {
    std::string id;
    std::string label;
    std::string hint;
    bool exclusive = false;      ///< "none of these"
    bool needs_text = false;     ///< choosing it asks for words (`asks: text`), kept in FIELD.OPTION-text
    /// What it means, beside the choice: paragraphs under headings ("more:", or from a guide).
    struct More { std::string heading; std::vector<std::string> lines; };
    std::vector<More> more = {};
    std::string definition = {};       ///< a definition of a guide, whose words join `more`
    std::string words_label = {};      ///< what its words are called, where "details" is too little
    std::string step = {};             ///< what choosing it calls for, said at once under it
    bool step_is_urgent = false;
    bool retired = false;        ///< of an earlier edition: still readable in records, no longer offered
};

/// What a field is. How it is laid out is Layout; how it is exported is Version.
struct Field {
    std::string id;
    FieldType type = FieldType::Text;
    std::string label, hint;
    enum class Required { No, ToSubmit, ToClose } required = Required::No;  ///< required: no | yes | to-close
    Condition required_when;         ///< required, when this holds
    Condition when;                  ///< only asked when this holds
    bool not_known = false;          ///< "not known" is an answer (definition-needs section 6)
    std::string not_known_label;     ///< e.g. "Not obtained"; then a reason is asked in FIELD-reason when reason_if_not_known
    bool reason_if_not_known = false;
    std::string code_list;           ///< options from vocabulary.yaml `code-lists`
    std::vector<Option> options;
    std::vector<Field> fields;       ///< of a Group
    std::string of_kind;             ///< Person: child | adult | professional; Organisation: kind
    bool working_day = false;        ///< Date, DateTime: no weekend and no bank holiday
    int max_length = 0;              ///< characters; 0 = the house limit (20,000 for LongText, 500 for Text)
    std::vector<std::string> readers;      ///< involvements/roles that may read it; empty = whoever may read the form
    std::vector<std::string> hidden_from;  ///< involvements it is masked from
    Condition unmask_when;           ///< e.g. the referrer consented to disclosure
    std::string rows = {};           ///< of a Group: one row for each of these, and none left out (household-children)
    std::string computed_from;       ///< Computed: event time or named rule of the engine ("time acknowledged")
    std::vector<Carries> carries;
    int line = 0;
};

/// How a form is laid out. quick: one question a page (public, quick concern); sections: a task list of sections.
struct Layout {
    struct Section {
        std::string id, title, hint;
        std::vector<std::string> fields;
        Condition when;
    };
    enum class Style { OnePage, Quick, Sections } style = Style::OnePage;
    std::vector<Section> sections;  ///< Quick: one page each
    bool check_answers = true;
};

struct Form {
    std::string id, title, hint;
    bool per_child = false;              ///< per: child
    std::vector<Field> fields;
    Layout layout;
    std::vector<std::string> readers;    ///< as Field::readers
    bool locks_on_signature = true;      ///< corrections as addenda
    std::vector<Carries> carries;
    int line = 0;
};

struct DecisionOption {
    std::string id, label, hint;
    bool needs_reason = true;
    bool needs_approval = true;  ///< when the decision has approved_by
    Condition when;              ///< offered only when
    std::vector<Effect> then;    ///< when decided (or, with approval, when approved)
    std::vector<Carries> carries;
    int line = 0;
};

/// A question a person answers with reasons. It is one of the acts a task can be.
struct Decision {
    std::string question;
    std::vector<std::string> criteria;
    std::vector<DecisionOption> options;
    std::vector<Option> coded_reasons;    ///< reason-codes: chosen beside the words
    std::vector<std::string> approved_by; ///< each role must sign; signature by a person other than the decider
    bool not_self = true;
    bool approve_after_emergency = false; ///< effects happen at once, the signature follows
    std::vector<std::string> agree;       ///< two or more relations that must each agree, in their own time
    std::string advice_from;              ///< advice is a record and never delays
    bool others_decide = false;           ///< we record somebody else's decision: date and document, no approver of ours
    bool by_meeting = false;
    std::string review_after;             ///< period: stands until revoked, reviewed after this
    struct Row { Condition when; std::string suggests; std::string why; };
    std::vector<Row> table;               ///< table: a row suggests, a person decides; overriding needs a reason
};

struct Meeting {
    std::string convened_by, chair;
    int quorum = 0;                     ///< how many; 0: no number set
    std::string quorum_setting;
    bool quorum_counts_agencies = false; ///< the number is of kinds of organisation that were there, not of people
    std::vector<std::string> quorum_of; ///< kinds of organisation, or roles, of each of which somebody must be there
    bool counts() const { return quorum > 0 || !quorum_setting.empty() || !quorum_of.empty(); }
    struct Invitee { std::string who; bool required = false; bool may_send_information = true; Condition when; };
    std::vector<Invitee> invite;
    struct Item { std::string id, title; bool must_be_minuted = false; };
    std::vector<Item> agenda;
    std::string minutes_within;         ///< period after it is held
    bool minutes_approved_by_all = false;
    std::string series;                 ///< period to the next one, or empty
    std::vector<std::string> confidential_parts;
};

/// An exchange with a body that runs its own process: trigger, sent, reference, awaited, answered.
struct Exchange {
    std::string body;                   ///< who it is with, in words, or a relation
    std::string answer_within;          ///< period: shown to both sides
    std::string chase_after;
    bool partial_answers = true;
};

struct Plan {
    std::vector<std::string> outcomes_prompt;
    std::string review_every;
    bool contingency = false;
};

/// Guidance shown at a step: a page under procedures/guidance. YAML: guidance: [{page: id, when: .., carries: ..}]
struct GuidanceRef {
    std::string page;
    Condition when;
    std::vector<Carries> carries;
    int line = 0;
};

/// Something said in words at the act itself (conduct: shown, or attested by the person doing the act).
/// YAML: prompts: [{text: .., kind: shown | attested, when: .., carries: ..}]
struct Prompt {
    std::string id, text;
    enum class Kind { Shown, Attested } kind = Kind::Shown;
    Condition when;
    std::vector<Carries> carries;
    int line = 0;
};

/// One thing somebody does. Exactly one act: form, decision, meeting, exchange, plan, or (none) a plain attested task.
struct Task {
    std::string id, title, hint;
    std::vector<std::string> roles;      ///< role: who does it (any one of them); "anyone" = a right of whoever may see the case, or of whoever is on the side that `relation` names
    std::string relation = "owner";      ///< organisation: whose it is: owner, referrer, receiver … a declared relation
    enum class Assign { Tray, Allocated, Initiator, Named } assign = Assign::Tray;
    bool per_child = false;
    bool required = true;                ///< the stage's gate waits for it (unless not applicable)
    bool repeatable = false;             ///< may be done any number of times (a contact log); never waits
    bool continues = false;              ///< its form goes on from what was last written; otherwise each occurrence begins blank
    bool urgent = false;                 ///< never blocked: the checker proves it (definition-needs, 0.7)
    bool final_act = false;              ///< confirmation page before it: it cannot be undone
    Condition when;                      ///< applies only when
    std::optional<Anchor> upon;          ///< opens when this happens
    std::string form;                    ///< the act is filling this form
    std::vector<std::string> form_fields;  ///< only these fields of it (section done by somebody else)
    std::optional<Decision> decision;
    std::optional<Meeting> meeting;
    std::optional<Exchange> exchange;
    std::optional<Plan> plan;
    std::vector<TimeRule> time;
    std::vector<Gate> needs;
    std::vector<std::string> blocks;     ///< other tasks that wait for this one (compiled to Gates on them)
    std::vector<Effect> then;
    std::vector<std::string> tells;      ///< notices sent when it is done
    std::vector<Prompt> prompts;
    std::vector<GuidanceRef> guidance;
    std::vector<Carries> carries;
    /// What else is on its page: the linked cases of a procedure, and of each the answers of one of its versions.
    struct Shows {
        std::string linked, version, title;
        std::optional<Anchor> not_moved_since;   ///< linked cases in which nothing happened since are marked
        int line = 0;
    };
    std::vector<Shows> shows;
    std::string overlay;                 ///< the overlay that added it, if one did
    int line = 0;
};

struct Stage {
    std::string id, title;
    std::vector<Task> tasks;
    std::vector<Gate> leave_when;        ///< gate: leave-when
    struct Next { std::string to; Condition when; };
    std::vector<Next> next;              ///< first that holds; entered as soon as leave_when holds
    std::string ends;                    ///< a final stage: the case closes with this outcome once its gate holds
    std::vector<Carries> carries;
    int line = 0;
};

/// A course of stages with its own organisation, running beside the others. The main strand is called "main".
struct Strand {
    std::string id = "main", title;
    std::string relation = "owner";
    Condition starts_when;               ///< main starts at once
    bool case_waits = true;              ///< the case cannot close while it runs
    std::vector<Stage> stages;
    int line = 0;
};

/// A message the product sends by itself: in the product always, by e-mail only "something waits" (no personal data).
struct Notice {
    std::string id, text;
    std::vector<std::string> to;         ///< roles at a relation ("manager@owner") or involvements ("referrer")
    std::optional<Anchor> upon;          ///< or told by a task or effect
    Condition when;
    std::string version;                 ///< the reader's version that it carries, if any
    bool needs_receipt = false;          ///< tracked until opened
    std::string escalate_after;          ///< period unread before it goes to escalate_to
    std::string escalate_after_setting;  ///< the setting that gives that period, if any
    std::vector<std::string> escalate_to;
    bool silenced_by_prohibitions = false;  ///< to the family: any prohibition in force stops it
    std::vector<Carries> carries;
    int line = 0;
};

/// A restriction of people and places that reaches across cases (design, idea 4).
struct Prohibition {
    std::string id, title;
    std::string says;                    ///< what a person refused by it is told
    std::vector<std::string> forbids;    ///< acts of vocabulary.yaml: tell-family, ask-agencies, invite-family, …
    enum class Reach { Person, Household, Family } reach = Reach::Household;
    std::vector<std::string> set_by, lifted_by;
    std::string review_after;
    std::vector<Carries> carries;
    int line = 0;
};

struct Flag {
    std::string id, title;
    std::vector<std::string> readers;
    std::string review_after, expires_after;
    std::vector<std::string> watches;    ///< event kinds elsewhere that it reacts to
    std::vector<Carries> carries;
    int line = 0;
};

/// A version of a form made for one kind of reader: only these fields, never more.
struct Version {
    std::string id, form, for_involvement, title;
    std::vector<std::string> fields;
    std::string plain_text;              ///< limited words for the public, if fixed
    std::vector<Carries> carries;
    int line = 0;
};

/// What one side is told at one look: a moment, whether it has come, and until then the clock it waits for.
struct Milestone {
    std::string id, title, relation;     ///< for: the relation whose side it is shown to
    Anchor of;
    std::string next;                    ///< what happens, while this is what is waited for
    int line = 0;
};

struct Setting {
    std::string id, title, value;
    enum class SetBy { Manual, Statute, Authority, House } set_by = SetBy::House;
    bool verified = true;
    std::vector<std::string> source;
    std::string changeable_by;           ///< role; empty = by a new version of the definition only
    int line = 0;
};

/// Who this case is about, and each child's part in it.
struct Subjects {
    int at_least = 1;                    ///< 0: a matter without a child
    int at_most = 0;                     ///< 0: any number
    bool unborn = true;
    std::vector<Option> parts;           ///< "part in the incident": chosen per child, never a label on the child
    std::string kind = "child";          ///< child | adult | place | group | organisation
};

/// A definition. Immutable once loaded; a running case keeps the version it started with.
struct Definition {
    std::string id, version, title, summary, manual;
    std::string status = "local";        ///< local | national | under-review | stub (named by others, not written yet)
    std::string kind = "case";           ///< case | overlay | component
    std::string area;                    ///< e.g. "front door": how the library groups it
    Subjects subjects;
    std::vector<std::string> owner_kinds;      ///< organisation kinds that may own such a case
    std::vector<std::string> relations;        ///< relations of organisations: owner, referrer, …
    std::vector<std::string> involvements;     ///< of people's parts: allocated-worker, referrer, …
    std::vector<std::string> aspects;          ///< responsibility by aspect; the first is the owner's at the start
    struct Start {
        std::vector<std::string> roles;        ///< who may open one; "public" = without an account
        std::string form;                      ///< asked at opening
        std::string relation = "owner";        ///< the relation of the opener's organisation
        bool urgent = false;
        bool record_only = false;              ///< the opener does not come to read the case by opening it
        std::vector<TimeRule> time;
        std::vector<Prompt> prompts;
        std::vector<GuidanceRef> guidance;
        std::vector<Carries> carries;
        std::vector<Effect> then;              ///< applied at opening
        std::string gathers_until;             ///< stage: until it is left, a child of the same family joins instead of another opening
        std::string owner_from;                ///< "known-INVOLVEMENT": owned where the person who has that part elsewhere works
        /// Another procedure that opens in this one's place, about those subjects of whom the condition holds.
        struct Instead {
            Condition when;
            std::string open;
            std::vector<std::pair<std::string, std::string>> carry;
            std::string says;                  ///< what the person who began this is told
            std::vector<Carries> carries;
            int line = 0;
        };
        std::vector<Instead> instead;          ///< the first that holds, of each subject
        int line = 0;
    } start;
    std::vector<Form> forms;
    std::vector<Strand> strands;
    std::vector<Task> anytime;                 ///< possible in every stage while the case is open (s47 button, note …)
    std::vector<Notice> notices;
    std::vector<Prohibition> prohibitions;
    std::vector<Flag> flags;
    std::vector<Version> versions;
    std::vector<Milestone> milestones;
    /// A child's own course that ends by itself, once the condition holds for that child: asked whenever the case is looked at.
    struct ChildEnds { std::string outcome; Condition when; std::vector<Effect> then; std::vector<Carries> carries; int line = 0; };
    std::vector<ChildEnds> child_ends;
    std::vector<Setting> settings;
    std::vector<TimeRule> keep;                ///< retention
    std::vector<Option> outcomes;              ///< of the case, and of each child
    struct Include { std::string component, as; std::map<std::string, std::string> with; int line = 0; };
    std::vector<Include> includes;
    struct Joins { std::vector<std::string> procedures; Condition when; };
    std::optional<Joins> joins;                ///< an overlay: which cases it joins, while which fact holds
    struct AddedFields { std::string form, section; std::vector<Field> fields; std::string title = {}; Condition when = {}; };
    std::vector<AddedFields> adds_fields;      ///< overlay: blocks added to the host's forms, as supplements
    std::map<std::string, std::vector<Task>> adds_tasks;  ///< overlay: by the host's stage; "anytime" too
    std::map<std::string, std::vector<Gate>> adds_gates;  ///< overlay: by the host's task
    std::map<std::string, std::vector<Meeting::Invitee>> adds_invitees;  ///< overlay: by the host's meeting
    std::vector<Carries> carries;              ///< of the definition as a whole
    std::string file;
    std::map<std::string, std::string> origins;  ///< elements from elsewhere, "tasks/ID" → file: for messages

    const Form* form(const std::string& form_id) const;
    const Task* task(const std::string& task_id) const;      ///< in any stage, or anytime
    const Stage* stage(const std::string& stage_id) const;
    const Notice* notice(const std::string& notice_id) const;
    const Setting* setting(const std::string& setting_id) const;
    const Strand* strand_of(const std::string& stage_id) const;
};

/// "allocated-worker" of "known-allocated-worker": whoever has that part in another open case about the same people.
/// Empty for anything else.
std::string known_involvement(const std::string& from);

/// procedures/vocabulary.yaml: the words every definition may use.
struct Vocabulary {
    struct Role {
        std::string id, title;
        std::vector<std::string> at;           ///< organisation kinds where it is held
        std::vector<std::string> may_act_as;   ///< e.g. deputy-dsl may act as dsl; manager may act as social-worker
        bool reads_children = true;            ///< second factor required
        bool records_only = false;             ///< recording without reading (midday supervisor)
        std::string reads = "involved";        ///< none | own-recording | involved | team | organisation (access::Reach)
        bool searches_index = false;           ///< may look up anyone by name (front door): names and agencies only
        std::vector<std::string> areas;        ///< walled areas of work it reads
        std::vector<std::string> administers;  ///< organisations, users, roles, calendars, roster, audit, tokens, settings
    };
    struct Fact { std::string id, title; std::vector<std::string> values; };
    std::map<std::string, Role> roles;
    std::map<std::string, std::string> organisation_kinds;
    std::map<std::string, Fact> facts;
    std::map<std::string, std::string> forbidden_acts;
    std::map<std::string, std::vector<Option>> code_lists;
    std::map<std::string, std::string> services;  ///< with hours, for cover and routing

    /// True when somebody holding `held` may do what `wanted` does (itself, or through may_act_as).
    bool acts_as(const std::string& held, const std::string& wanted) const;
};

}  // namespace hearken::procedure
