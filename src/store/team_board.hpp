// What a manager looks at: who works on how much, what is overdue, what nobody has taken, which children were not seen, what waits
// for a signature. Each a fixed number of queries, whatever the number of cases, and each inside what the reader may see.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "store/cases.hpp"
#include "store/database.hpp"
#include "store/work.hpp"

namespace hearken::store {

/// Whose work. A case is its worker's, and so of the teams in which that worker holds a role; one that nobody has is its own
/// team's. One without a team either is in the scope of every team, so that nobody's work stays unseen.
struct TeamScope {
    OrganisationId organisation;
    TeamId team;                        ///< empty: all
    std::set<UserId> members;           ///< of that team
    UserId worker;                      ///< empty: all
    std::set<std::string> worker_parts; ///< involvements that make somebody the worker of a case: allocated-worker …
};

/// Rows of one page of a list, and how many there are in all.
template <class Row> struct Counted {
    std::vector<Row> rows;
    long total = 0;
};
struct Slice {
    int most = 50, skip = 0;
};
enum class TeamOrder { Longest, Newest, Child };

/// Open cases owned by the organisation and seen fully.
struct Caseload {
    std::string worker;                 ///< a user; empty: nobody has them
    std::string procedure;
    long cases = 0;
    Instant oldest;
};
std::vector<Caseload> caseloads(Reading& reading, const access::CaseRule& rule, const TeamScope& scope);
/// Children whose course is open, by worker; "*": all of them, each once.
std::map<std::string, long> children_by_worker(Reading& reading, const access::CaseRule& rule, const TeamScope& scope);

struct WorkerOfCase {
    CaseId case_id;
    std::string worker;
};
std::vector<WorkerOfCase> workers_of(Reading& reading, const TeamScope& scope, const std::vector<CaseId>& cases);

struct TeamCases {
    bool unallocated = false;           ///< only those that nobody has
    std::set<std::string> procedures;   ///< empty: any
    TeamOrder order = TeamOrder::Longest;
};
Counted<CaseFile> team_cases(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, const TeamCases& which, const Slice& slice);

/// Work at the organisation that is over its time, also in cases of others where it has a side. kind: statutory | must | target |
/// guide | alert (a stopwatch: never a breach).
struct OverdueKind {
    std::string kind, procedure;
    long clocks = 0;
    Instant oldest;
};
std::vector<OverdueKind> overdue_by_kind(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, Instant now);
/// Tasks with anything over its time, by the worker of the case or, in cases of others, whom it was given to.
std::map<std::string, long> overdue_by_worker(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, Instant now);
inline constexpr char kLimits[] = "limits";  ///< statutory and must together: what can be breached
struct OverdueTask {
    WorkTask task;
    std::string kind, clock;
    Instant due_at;
};
Counted<OverdueTask> overdue_tasks(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, const std::string& kind, const std::string& procedure,
                                   TeamOrder order, Instant now, const Slice& slice);

/// Children to be seen who were last seen before `since`, or never in a case opened before it. Sightings in every case that the
/// reader sees fully count, closed ones too.
struct NotSeen {
    PersonId person;
    std::optional<Instant> seen_at;
};
Counted<NotSeen> children_not_seen(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, Instant since, TeamOrder order, const Slice& slice);
struct Sighting {
    PersonId person;
    CaseId case_id;
    std::string procedure;
    bool to_be_seen = false;
    Instant case_opened_at;
    std::optional<Instant> seen_at, alone_at, tried_at;
    UserId seen_by, alone_by;
};
std::vector<Sighting> sightings_of(Reading& reading, const access::CaseRule& rule, const std::vector<PersonId>& persons);

/// Decisions that wait for a signature at the organisation, the first due first.
struct WaitingDecision {
    WorkTask task;                      ///< roles: those that still sign
    UserId decided_by;
    std::optional<Instant> decided_at;
};
Counted<WaitingDecision> waiting_decisions(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, const Slice& slice);

/// Users who hold a role in that team on that day.
std::set<UserId> members_of(Reading& reading, const TeamId& team, std::chrono::year_month_day on);

}  // namespace hearken::store
