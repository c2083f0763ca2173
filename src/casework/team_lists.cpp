// The lists behind the counts of the team's board, down to the child.
#include <algorithm>

#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/team_reader.hpp"

namespace hearken::casework {

namespace {

std::vector<PersonId> children_in(const std::vector<SubjectView>& views) {
    std::vector<PersonId> all;
    for (const auto& view : views) all.push_back(view.person);
    return all;
}

/// Decides, reads, and leaves the audit line with every child that is shown.
template <class Line, class Read, class Children>
Result<TeamList<Line>> read_list(World& world, const access::Actor& actor, const TeamQuery& query, const char* what, Read read, Children children) {
    if (auto may = may_look(world, actor); !may) return refuse(may.error());
    auto made = world.database.read([&](store::Reading& reading) {
        TeamReader reader(world, reading, actor, query);
        return read(reader);
    });
    std::vector<PersonId> shown;
    for (const auto& line : made.rows)
        for (const auto& person : children(line)) shown.push_back(person);
    note_read(world, actor, kTeamAction, {}, std::move(shown), std::string("team: ") + what);
    return made;
}

/// The workers of these cases, whose names are then known.
std::map<CaseId, std::vector<UserId>> workers_in(TeamReader& reader, const std::vector<CaseId>& cases, std::set<UserId> more = {}) {
    std::map<CaseId, std::vector<UserId>> found;
    for (const auto& one : store::workers_of(reader.reading, reader.scope, cases)) {
        auto& workers = found[one.case_id];
        if (std::find(workers.begin(), workers.end(), UserId{one.worker}) == workers.end()) workers.emplace_back(one.worker);
        more.insert(UserId{one.worker});
    }
    reader.know_users(more);
    return found;
}

template <class Rows, class Of> std::vector<CaseId> cases_in(const Rows& rows, Of of) {
    std::set<CaseId> all;
    for (const auto& row : rows) all.insert(of(row));
    return {all.begin(), all.end()};
}

TeamList<TeamCaseLine> cases(TeamReader& reader) {
    store::TeamCases which;
    which.unallocated = reader.query.unallocated;
    which.order = reader.order();
    if (which.unallocated) which.procedures = reader.with_worker();
    const auto found = store::team_cases(reader.reading, reader.rule, reader.scope, which, reader.slice);
    const auto ids = cases_in(found.rows, [](const auto& file) { return file.id; });
    reader.know_children(ids);
    const auto workers = workers_in(reader, ids);
    auto made = reader.list<TeamCaseLine>(found.total);
    for (const auto& file : found.rows) {
        TeamCaseLine line;
        line.id = file.id;
        line.title = reader.title_of(file);
        line.procedure_title = reader.title_of(file.procedure);
        line.stage = reader.stage_of(file);
        for (const auto& team : reader.frame.teams)
            if (team.id == file.team.str()) line.team = team.name;
        line.children = reader.children_of(file.id);
        if (const auto its = workers.find(file.id); its != workers.end())
            for (const auto& worker : its->second) line.workers.emplace_back(worker, reader.user(worker));
        line.opened_at = file.opened_at;
        line.waiting = reader.ago(file.opened_at);
        line.restricted = file.restricted;
        made.rows.push_back(std::move(line));
    }
    return made;
}

TeamList<TeamOverdueLine> overdue(TeamReader& reader) {
    const auto found = store::overdue_tasks(reader.reading, reader.rule, reader.scope, reader.query.kind, reader.query.procedure, reader.order(), reader.now, reader.slice);
    const auto ids = cases_in(found.rows, [](const auto& row) { return row.task.case_id; });
    std::set<UserId> given;
    for (const auto& row : found.rows) given.insert(row.task.assigned_to);
    reader.know_children(ids);
    const auto workers = workers_in(reader, ids, given);
    auto made = reader.list<TeamOverdueLine>(found.total);
    for (const auto& row : found.rows) {
        TeamOverdueLine line;
        line.id = row.task.case_id;
        line.task = row.task.task;
        line.title = row.task.title;
        line.kind = row.kind;
        line.kind_title = kind_title(row.kind);
        line.procedure_title = reader.title_of(row.task.procedure);
        line.case_title = row.task.case_title.empty() ? line.procedure_title : row.task.case_title;
        line.subject = row.task.subject;
        line.children = reader.children_of(line.id, line.subject);
        if (!row.task.assigned_to.empty()) line.workers.push_back(reader.user(row.task.assigned_to));
        else if (const auto its = workers.find(line.id); its != workers.end())
            for (const auto& worker : its->second) line.workers.push_back(reader.user(worker));
        line.due_at = row.due_at;
        line.late = reader.ago(row.due_at);
        made.rows.push_back(std::move(line));
    }
    return made;
}

NotSeenLine not_seen_line(const TeamReader& reader, const store::NotSeen& row, const std::vector<store::Sighting>& sightings, const std::map<CaseId, std::vector<UserId>>& workers) {
    NotSeenLine line;
    line.child = reader.child(row.person);
    Instant since = reader.now;
    for (const auto& one : sightings) {
        if (one.person != row.person) continue;
        if (one.seen_at && (!line.seen_at || *one.seen_at > *line.seen_at)) {
            line.seen_at = one.seen_at;
            line.seen_by = reader.user(one.seen_by);
            line.seen_in = one.case_id;
            line.seen_in_title = reader.title_of(one.procedure);
        }
        if (one.alone_at && (!line.alone_at || *one.alone_at > *line.alone_at)) {
            line.alone_at = one.alone_at;
            line.alone_by = reader.user(one.alone_by);
        }
        if (one.tried_at && (!line.tried_at || *one.tried_at > *line.tried_at)) line.tried_at = one.tried_at;
        if (!one.to_be_seen) continue;
        line.to_be_seen_in.push_back({one.case_id, reader.title_of(one.procedure), one.case_opened_at});
        since = std::min(since, one.case_opened_at);
        if (const auto its = workers.find(one.case_id); its != workers.end())
            for (const auto& worker : its->second)
                if (std::find(line.workers.begin(), line.workers.end(), reader.user(worker)) == line.workers.end()) line.workers.push_back(reader.user(worker));
    }
    line.how_long = reader.ago(line.seen_at ? *line.seen_at : since);
    return line;
}

TeamList<NotSeenLine> not_seen(TeamReader& reader) {
    const auto found = store::children_not_seen(reader.reading, reader.rule, reader.scope, reader.not_seen_since(), reader.order(), reader.slice);
    std::vector<PersonId> people;
    for (const auto& row : found.rows) people.push_back(row.person);
    const auto sightings = store::sightings_of(reader.reading, reader.rule, people);
    std::set<UserId> named;
    for (const auto& one : sightings) named.insert({one.seen_by, one.alone_by});
    reader.know_children({}, people);
    const auto workers = workers_in(reader, cases_in(sightings, [](const auto& one) { return one.case_id; }), named);
    auto made = reader.list<NotSeenLine>(found.total);
    for (const auto& row : found.rows) made.rows.push_back(not_seen_line(reader, row, sightings, workers));
    return made;
}

TeamList<SignatureLine> to_sign(TeamReader& reader) {
    const auto found = store::waiting_decisions(reader.reading, reader.rule, reader.scope, reader.slice);
    const auto roles = roles_worked_as(reader.world, reader.actor);
    std::set<UserId> named;
    for (const auto& row : found.rows) named.insert(row.decided_by);
    reader.know_users(named);
    reader.know_children(cases_in(found.rows, [](const auto& row) { return row.task.case_id; }));
    auto made = reader.list<SignatureLine>(found.total);
    for (const auto& row : found.rows) {
        SignatureLine line;
        line.id = row.task.case_id;
        line.task = row.task.task;
        line.title = row.task.title;
        line.procedure_title = reader.title_of(row.task.procedure);
        line.case_title = row.task.case_title.empty() ? line.procedure_title : row.task.case_title;
        line.subject = row.task.subject;
        line.children = reader.children_of(line.id, line.subject);
        if (!row.decided_by.empty()) line.decided_by = reader.user(row.decided_by);
        for (const auto& role : row.task.roles) {
            line.signed_by += (line.signed_by.empty() ? "" : ", ") + reader.role_title(role);
            if (roles.contains(role) && row.decided_by != reader.actor.user) line.yours = true;
        }
        line.decided_at = row.decided_at;
        line.due_at = row.task.due_at;
        line.overdue = row.task.due_at && *row.task.due_at < reader.now;
        line.waiting = reader.ago(row.decided_at ? *row.decided_at : row.task.opened_at);
        made.rows.push_back(std::move(line));
    }
    return made;
}

}  // namespace

Result<TeamList<TeamCaseLine>> read_team_cases(World& world, const access::Actor& actor, const TeamQuery& query) {
    return read_list<TeamCaseLine>(world, actor, query, query.unallocated ? "cases that nobody has" : "cases", cases, [](const auto& line) { return children_in(line.children); });
}

Result<TeamList<TeamOverdueLine>> read_team_overdue(World& world, const access::Actor& actor, const TeamQuery& query) {
    return read_list<TeamOverdueLine>(world, actor, query, "overdue", overdue, [](const auto& line) { return children_in(line.children); });
}

Result<TeamList<NotSeenLine>> read_not_seen(World& world, const access::Actor& actor, const TeamQuery& query) {
    return read_list<NotSeenLine>(world, actor, query, "children not seen", not_seen, [](const auto& line) { return std::vector<PersonId>{line.child.person}; });
}

Result<TeamList<SignatureLine>> read_to_sign(World& world, const access::Actor& actor, const TeamQuery& query) {
    return read_list<SignatureLine>(world, actor, query, "decisions to sign", to_sign, [](const auto& line) { return children_in(line.children); });
}

}  // namespace hearken::casework
