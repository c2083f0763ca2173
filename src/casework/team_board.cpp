#include "casework/team_board.hpp"

#include <algorithm>

#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/team_reader.hpp"
#include "store/users.hpp"

namespace hearken::casework {

namespace {

constexpr int kLookedAtForYours = 100;

/// Whose job it is to have cases: a manager of the team has none, and is not shown with none.
bool counts_as_worker(const World& world, store::Reading& reading, const UserId& user, const TeamId& team, calendar::LocalDate today) {
    const auto held = store::roles_in_force(reading, user, today);
    return std::any_of(held.begin(), held.end(), [&](const auto& one) { return one.team == team && !manages(world, one.role); });
}

void add_caseloads(TeamReader& reader, TeamBoard& board) {
    std::map<UserId, CaseloadLine> lines;
    const auto with_worker = reader.with_worker();
    std::map<UserId, std::map<std::string, long>> areas;
    for (const auto& load : store::caseloads(reader.reading, reader.rule, reader.scope)) {
        board.cases += load.cases;
        if (load.worker.empty()) {
            if (!with_worker.contains(load.procedure)) {
                board.without_worker += load.cases;
                continue;
            }
            board.unallocated += load.cases;
            if (!board.longest_unallocated || load.oldest < *board.longest_unallocated) board.longest_unallocated = load.oldest;
            continue;
        }
        CaseloadLine& line = lines[UserId{load.worker}];
        line.cases += load.cases;
        areas[UserId{load.worker}][reader.area_of(load.procedure)] += load.cases;
        if (!line.oldest || load.oldest < *line.oldest) line.oldest = load.oldest;
    }
    for (const auto& [worker, count] : store::overdue_by_worker(reader.reading, reader.rule, reader.scope, reader.now))
        if (!worker.empty()) lines[UserId{worker}].overdue = count;
    const auto children = store::children_by_worker(reader.reading, reader.rule, reader.scope);
    for (const auto& [worker, count] : children) {
        if (worker == "*") board.children = count;
        else if (!worker.empty()) lines[UserId{worker}].children = count;
    }
    if (reader.scope.worker.empty())
        for (const auto& member : reader.scope.members)
            if (!lines.contains(member) && counts_as_worker(reader.world, reader.reading, member, reader.scope.team, calendar::local_date_of(reader.now))) lines[member];
    std::set<UserId> named;
    for (const auto& [worker, line] : lines) named.insert(worker);
    reader.know_users(named);
    for (auto& [worker, line] : lines) {
        line.worker = worker;
        line.name = reader.user(worker);
        line.job_title = reader.job_title(worker);
        line.by_area = {areas[worker].begin(), areas[worker].end()};
        board.caseloads.push_back(std::move(line));
    }
    std::sort(board.caseloads.begin(), board.caseloads.end(), [](const auto& a, const auto& b) { return std::make_tuple(-a.children, -a.cases, a.name, a.worker) < std::make_tuple(-b.children, -b.cases, b.name, b.worker); });
}

void add_overdue(TeamReader& reader, TeamBoard& board) {
    for (const auto& one : store::overdue_by_kind(reader.reading, reader.rule, reader.scope, reader.now))
        board.overdue.push_back({one.kind, kind_title(one.kind), one.procedure, reader.title_of(one.procedure), one.clocks, one.oldest});
    std::sort(board.overdue.begin(), board.overdue.end(), [](const auto& a, const auto& b) { return std::make_tuple(kind_rank(a.kind), -a.count, a.procedure_title) < std::make_tuple(kind_rank(b.kind), -b.count, b.procedure_title); });
}

void add_signatures(TeamReader& reader, TeamBoard& board) {
    const auto roles = roles_worked_as(reader.world, reader.actor);
    const auto waiting = store::waiting_decisions(reader.reading, reader.rule, reader.scope, {kLookedAtForYours, 0});
    board.to_sign = waiting.total;
    for (const auto& one : waiting.rows)
        if (one.decided_by != reader.actor.user && std::any_of(one.task.roles.begin(), one.task.roles.end(), [&](const auto& role) { return roles.contains(role); })) ++board.yours_to_sign;
}

}  // namespace

Result<TeamBoard> read_team(World& world, const access::Actor& actor, const TeamQuery& query) {
    if (auto may = may_look(world, actor); !may) return refuse(may.error());
    auto board = world.database.read([&](store::Reading& reading) {
        TeamReader reader(world, reading, actor, query);
        TeamBoard made;
        add_caseloads(reader, made);
        add_overdue(reader, made);
        add_signatures(reader, made);
        made.not_seen = store::children_not_seen(reading, reader.rule, reader.scope, reader.not_seen_since(), store::TeamOrder::Longest, {1, 0}).total;
        made.frame = std::move(reader.frame);
        return made;
    });
    note_read(world, actor, kTeamAction, {}, {}, "team: counts");
    return board;
}

}  // namespace hearken::casework
