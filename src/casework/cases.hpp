// Opening a case, acting in it, reading it. Every function decides access first, leaves an audit line (also for a
// refusal), and does its work in one transaction: events, read tables, notices, jobs and audit together or not at all.
#pragma once
#include "casework/views.hpp"
#include "casework/world.hpp"

namespace hearken::casework {

struct NewSubject {
    PersonId person;              ///< somebody already held …
    std::string given, family;    ///< … or a name to start a record with (asked when the search found nobody)
    std::string born;             ///< "2017-05-04" or empty
    std::string kind = "child";
    std::string part;
};

/// A request that must not be carried out twice: the same key with the same digest gives the first answer again.
struct Once {
    std::string key;              ///< empty: may be repeated
    std::string digest;           ///< of what was asked
};

struct OpenCaseRequest {
    std::string procedure;
    OrganisationId owner;                 ///< empty: the actor's own organisation, or the one routing chooses
    std::vector<NewSubject> subjects;
    engine::Answers answers;
    std::map<PersonId, engine::Answers> per_child;
    std::map<std::string, OrganisationId> organisations;          ///< relation → organisation, where the form does not say
    std::vector<std::pair<std::string, std::string>> involved;    ///< (involvement, user or person)
    std::optional<Instant> occurred_at, received_at;
    std::string channel = "online";       ///< online | telephone | letter …
    bool restricted = false;
    Once once;
};

/// What was asked for happened; where to look, and what to tell the person.
struct Acted {
    CaseId in_case;
    std::string message;                  ///< "The referral was acknowledged."
    std::vector<CaseId> opened;           ///< cases opened by it that this actor may know of
    std::vector<std::string> warnings;
    int revision = 0;
    std::vector<OpenedInstead> instead = {};  ///< of `opened`, or in_case itself: what opened in place of what was asked for
};

/// Opens a case. Reasons name the start form's fields; "subjects" when nobody is named.
Result<Acted> open_case(World& world, const access::Actor& actor, const OpenCaseRequest& request);

/// Reasons why this could not be submitted, without opening anything ("check your answers").
Result<void> check_open_case(World& world, const access::Actor& actor, const OpenCaseRequest& request);

/// Does one act in a case. `command.by` is filled from the actor. A case the actor may not know of is NotFound.
Result<Acted> act(World& world, const access::Actor& actor, const CaseId& in_case, engine::Command command);

Result<CasePage> read_case(World& world, const access::Actor& actor, const CaseId& in_case);
Result<TaskPage> read_task(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& task,
                           const PersonId& subject);

/// A version made for one kind of reader (letter, summary): exactly what they will see. Audited as printed.
struct Document { std::string title, made_for; std::vector<AnswerView> answers; std::vector<std::string> paragraphs; Instant made_at; };
Result<Document> read_document(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& version);

/// Who can see this case, and why: shown on every case.
struct CanSee { std::string name, organisation, why; access::CaseView view; };
Result<std::vector<CanSee>> who_can_see(World& world, const access::Actor& actor, const CaseId& in_case);

Result<Acted> restrict_case(World& world, const access::Actor& actor, const CaseId& in_case, bool restricted,
                            const std::vector<UserId>& named, const std::string& reason);

/// Reads a case despite the rule, with a reason, for a limited time; told to the case's manager. Refused for a walled area.
Result<Acted> break_glass(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& reason);

Result<MyWork> read_my_work(World& world, const access::Actor& actor);

struct CaseQuery { std::string procedure, state, text; std::string after; int page_size = 25; };
/// A page of a list, found by where the one before ended. `next` is empty when there is no more; it holds no personal data.
template <class Row> struct Page {
    std::vector<Row> rows;
    std::string next = {};
    bool cut_short = false;  ///< a search: there are more; ask for more words, never say "not known"
};
Result<Page<CaseSummary>> list_cases(World& world, const access::Actor& actor, const CaseQuery& query);

/// Events of a case beyond the page (API): each with its words.
Result<std::vector<engine::Event>> read_events(World& world, const access::Actor& actor, const CaseId& in_case);

}  // namespace hearken::casework
