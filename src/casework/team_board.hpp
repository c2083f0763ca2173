// The board of those who manage: caseloads, what is overdue by kind, what nobody has, children not seen, decisions that wait for a
// signature; and the lists behind each, down to the child. Everything inside what the reader may see: a restricted case is in no
// count (decision 008).
#pragma once
#include "casework/cases.hpp"

namespace hearken::casework {

/// How long "not seen" is.
struct NotSeenFor {
    std::string id, title, source;
};
/// The first is what is looked at unless something else is chosen.
const std::vector<NotSeenFor>& not_seen_choices();

/// Kinds of what is overdue, with their titles: statutory first.
const std::vector<std::pair<std::string, std::string>>& overdue_kinds();

enum class TeamSort { Longest, Newest, Child };
struct TeamQuery {
    std::string team;        ///< a team's id; "all"; empty: the reader's own team, or all where they have none
    UserId worker;           ///< empty: everybody
    std::string not_seen;    ///< of not_seen_choices
    std::string kind, procedure;  ///< of what is overdue
    bool unallocated = false;     ///< of cases: those that nobody has, where somebody should
    TeamSort sort = TeamSort::Longest;
    int page = 1;
};

/// What was chosen and what can be: the same above every list.
struct TeamFrame {
    struct Choice { std::string id, name; };
    std::vector<Choice> teams, workers;  ///< workers: of the chosen team
    Choice team, worker;     ///< id empty: all
    std::string organisation;
    NotSeenFor not_seen;
    calendar::LocalDate not_seen_since;  ///< last seen before this day
    Instant at;
    bool reads_part = false; ///< the role reads only what it has a part in: the counts are of that
};

struct CaseloadLine {
    UserId worker;
    std::string name, job_title;
    long children = 0, cases = 0, overdue = 0;
    std::vector<std::pair<std::string, long>> by_area;  ///< group of procedures → cases
    std::optional<Instant> oldest;
};
struct OverdueLine {
    std::string kind, kind_title, procedure, procedure_title;
    long count = 0;
    Instant oldest;
};
struct TeamBoard {
    TeamFrame frame;
    std::vector<CaseloadLine> caseloads;  ///< the most children first; those of the team who have none, last
    long children = 0, cases = 0;
    long unallocated = 0;                 ///< open cases that nobody has, of procedures in which somebody should
    std::optional<Instant> longest_unallocated;
    long without_worker = 0;              ///< open cases of procedures that name no worker: their work waits in the tray
    std::vector<OverdueLine> overdue;     ///< statutory first, then must, targets, guides, alerts
    long not_seen = 0;
    long to_sign = 0, yours_to_sign = 0;  ///< yours: of the first hundred
};

template <class Line> struct TeamList {
    TeamFrame frame;
    std::vector<Line> rows;
    long total = 0;
    int page = 1, pages = 1, page_size = 0;
};
struct TeamCaseLine {
    CaseId id;
    std::string title, procedure_title, stage, team;
    std::vector<SubjectView> children;
    std::vector<std::pair<UserId, std::string>> workers;
    Instant opened_at;
    std::string waiting;                  ///< "12 days"
    bool restricted = false;
};
struct TeamOverdueLine {
    CaseId id;
    std::string task, title, kind, kind_title, procedure_title, case_title;
    PersonId subject;
    std::vector<SubjectView> children;    ///< the one it is about, or all of the case
    std::vector<std::string> workers;
    Instant due_at;
    std::string late;                     ///< "3 days"
};
struct NotSeenLine {
    SubjectView child;
    std::optional<Instant> seen_at, alone_at, tried_at;
    std::string seen_by, alone_by;
    CaseId seen_in;                       ///< the case in which they were last seen
    std::string seen_in_title;
    struct Open { CaseId id; std::string title; Instant since; };
    std::vector<Open> to_be_seen_in;      ///< at least one
    std::vector<std::string> workers;
    std::string how_long;                 ///< since they were seen, or since the first case was opened
};
struct SignatureLine {
    CaseId id;
    std::string task, title, case_title, procedure_title;
    PersonId subject;
    std::vector<SubjectView> children;
    std::string decided_by, signed_by;    ///< signed_by: "Team manager", those who still must
    std::optional<Instant> decided_at, due_at;
    std::string waiting;
    bool overdue = false, yours = false;  ///< yours: the reader's role signs, and they did not decide it
};

/// Whether this reader has the board: a manager, inside what they read, or whoever reads for a team or an organisation.
bool has_team_board(const World& world, const access::Actor& actor);

Result<TeamBoard> read_team(World& world, const access::Actor& actor, const TeamQuery& query);
Result<TeamList<TeamCaseLine>> read_team_cases(World& world, const access::Actor& actor, const TeamQuery& query);
Result<TeamList<TeamOverdueLine>> read_team_overdue(World& world, const access::Actor& actor, const TeamQuery& query);
Result<TeamList<NotSeenLine>> read_not_seen(World& world, const access::Actor& actor, const TeamQuery& query);
Result<TeamList<SignatureLine>> read_to_sign(World& world, const access::Actor& actor, const TeamQuery& query);

/// What a list shows, every page of it, as CSV; audited as taken out.
enum class TeamExport { Caseloads, Cases, Overdue, NotSeen, ToSign };
Result<std::string> export_team(World& world, const access::Actor& actor, TeamExport what, const TeamQuery& query);

}  // namespace hearken::casework
