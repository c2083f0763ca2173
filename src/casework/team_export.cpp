// What a list of the team's board shows, as a file.
#include "calendar/moment_text.hpp"
#include "casework/audit_trail.hpp"
#include "casework/csv_lines.hpp"
#include "casework/team_reader.hpp"

namespace hearken::casework {

namespace {

constexpr int kMostPages = 200;

std::string names(const std::vector<SubjectView>& children) {
    std::string all;
    for (const auto& child : children) all += (all.empty() ? "" : "; ") + child.list_name;
    return all;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : "; ") + word;
    return all;
}

std::string moment(const std::optional<Instant>& at) { return at ? calendar::moment_text(*at) : std::string{}; }

std::vector<std::string> cells(const TeamCaseLine& line) {
    std::vector<std::string> workers;
    for (const auto& worker : line.workers) workers.push_back(worker.second);
    return {names(line.children), line.title, line.procedure_title, line.stage, joined(workers), line.team, calendar::moment_text(line.opened_at), line.waiting};
}
std::vector<std::string> cells(const TeamOverdueLine& line) {
    return {names(line.children), line.title, line.kind_title, line.case_title, line.procedure_title, joined(line.workers), calendar::moment_text(line.due_at), line.late};
}
std::vector<std::string> cells(const NotSeenLine& line) {
    std::vector<std::string> open;
    for (const auto& one : line.to_be_seen_in) open.push_back(one.title);
    return {line.child.list_name, line.seen_at ? moment(line.seen_at) : "Never", line.seen_by, line.seen_in_title, line.alone_at ? moment(line.alone_at) : "Never", line.alone_by, moment(line.tried_at),
            joined(open), joined(line.workers), line.how_long};
}
std::vector<std::string> cells(const SignatureLine& line) {
    return {names(line.children), line.title, line.case_title, line.decided_by, moment(line.decided_at), line.signed_by, moment(line.due_at), line.waiting};
}

/// Every page of a list. Each leaves its own audit line with the children on it, as reading it does.
template <class Line>
Result<std::string> all_pages(World& world, const access::Actor& actor, TeamQuery query, const std::vector<std::string>& head,
                              Result<TeamList<Line>> (*read)(World&, const access::Actor&, const TeamQuery&)) {
    std::string csv = csv_line(head);
    for (query.page = 1; query.page <= kMostPages; ++query.page) {
        const auto page = read(world, actor, query);
        if (!page) return refuse(page.error());
        for (const auto& line : page->rows) csv += csv_line(cells(line));
        if (query.page >= page->pages) break;
    }
    return csv;
}

Result<std::string> caseloads(World& world, const access::Actor& actor, const TeamQuery& query) {
    const auto board = read_team(world, actor, query);
    if (!board) return refuse(board.error());
    std::string csv = csv_line({"Worker", "Post", "Children", "Open cases", "By kind", "Overdue", "Oldest opened"});
    for (const auto& line : board->caseloads) {
        std::vector<std::string> areas;
        for (const auto& [area, count] : line.by_area) areas.push_back(area + " " + std::to_string(count));
        csv += csv_line({line.name, line.job_title, std::to_string(line.children), std::to_string(line.cases), joined(areas), std::to_string(line.overdue), moment(line.oldest)});
    }
    return csv;
}

}  // namespace

Result<std::string> export_team(World& world, const access::Actor& actor, TeamExport what, const TeamQuery& query) {
    const auto made = [&]() -> Result<std::string> {
        switch (what) {
            case TeamExport::Cases: return all_pages<TeamCaseLine>(world, actor, query, {"Children", "Case", "Procedure", "Where it is", "Worker", "Team", "Opened", "Open for"}, read_team_cases);
            case TeamExport::Overdue: return all_pages<TeamOverdueLine>(world, actor, query, {"Child", "Work", "Kind", "Case", "Procedure", "Worker", "Due", "Late by"}, read_team_overdue);
            case TeamExport::NotSeen: return all_pages<NotSeenLine>(world, actor, query, {"Child", "Last seen", "By", "In", "Last seen alone", "By", "Last tried", "To be seen in", "Worker", "Not seen for"}, read_not_seen);
            case TeamExport::ToSign: return all_pages<SignatureLine>(world, actor, query, {"Child", "Decision", "Case", "Decided by", "Decided", "To be signed by", "Due", "Waiting for"}, read_to_sign);
            case TeamExport::Caseloads: break;
        }
        return caseloads(world, actor, query);
    }();
    if (made) note_read(world, actor, kTeamAction, {}, {}, "team: taken out as a file");
    return made;
}

}  // namespace hearken::casework
