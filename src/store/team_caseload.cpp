// Who works on how much.
#include "store/case_file_rows.hpp"
#include "store/team_scope.hpp"

namespace hearken::store {

using access::CaseView;

std::vector<Caseload> caseloads(Reading& reading, const access::CaseRule& rule, const TeamScope& scope) {
    const Condition visible = visible_cases(rule, CaseView::Full);
    const ScopeSql its(scope);
    const std::string text = "select coalesce(i.who, ''), c.procedure, count(distinct c.id), min(c.opened_at) from case_file c" + its.worker_join() + " where " + visible.text + its.cases() +
                             " group by coalesce(i.who, ''), c.procedure order by 1, 2";
    std::vector<Caseload> found;
    for (const Row& row : board_query(reading, text, its, visible).rows()) {
        Caseload& one = found.emplace_back();
        row.into(one.worker, one.procedure, one.cases, one.oldest);
    }
    return found;
}

std::map<std::string, long> children_by_worker(Reading& reading, const access::CaseRule& rule, const TeamScope& scope) {
    const Condition visible = visible_cases(rule, CaseView::Full);
    const ScopeSql its(scope);
    const std::string children = " join case_subject s on s.case_id = c.id and s.kind = 'child' and s.outcome = ''";
    const std::string each = "select coalesce(i.who, ''), count(distinct s.person_id) from case_file c" + children + its.worker_join() + " where " + visible.text + its.cases() + " group by coalesce(i.who, '')";
    const std::string all = "select count(distinct s.person_id) from case_file c" + children + " where " + visible.text + its.cases();
    std::map<std::string, long> found;
    for (const Row& row : board_query(reading, each, its, visible).rows()) found[row.text(0)] = row.number(1);
    found["*"] = board_query(reading, all, its, visible).number();
    return found;
}

std::vector<WorkerOfCase> workers_of(Reading& reading, const TeamScope& scope, const std::vector<CaseId>& cases) {
    std::vector<WorkerOfCase> found;
    if (cases.empty()) return found;
    Sql sql(reading, "select case_id, who from case_involvement where involvement in " + in_list("part", scope.worker_parts.size()) + " and case_id in " + in_list("id", cases.size()) + " order by case_id, since, who");
    bind_list(sql, "part", scope.worker_parts);
    bind_list(sql, "id", cases);
    for (const Row& row : sql.rows()) {
        WorkerOfCase& one = found.emplace_back();
        row.into(one.case_id, one.worker);
    }
    return found;
}

Counted<CaseFile> team_cases(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, const TeamCases& which, const Slice& slice) {
    const Condition visible = visible_cases(rule, CaseView::Full);
    const ScopeSql its(scope);
    std::string text = "select " + kCaseFileColumns + ", count(*) over () from case_file c where " + visible.text + its.cases();
    if (which.unallocated) text += " and " + its.nobody_has_it("c");
    if (!which.procedures.empty()) text += " and c.procedure in " + in_list("procedure", which.procedures.size());
    text += in_order(which.order, "c.opened_at, c.id", "c.opened_at desc, c.id desc", kFirstChild + ", c.opened_at, c.id");
    Sql sql = board_query(reading, text, its, visible);
    bind_list(sql, "procedure", which.procedures);
    Counted<CaseFile> found;
    for (const Row& row : sql.with("most", slice.most).with("skip", slice.skip).rows()) {
        found.rows.push_back(case_file_of(row));
        found.total = row.number(16);
    }
    return found;
}

std::set<UserId> members_of(Reading& reading, const TeamId& team, std::chrono::year_month_day on) {
    std::set<UserId> members;
    for (const Row& row : Sql(reading, "select distinct user_id from role_held where team_id = :team and held_from <= :today and (held_until is null or held_until >= :today)")
                              .with("team", team).with("today", on).rows())
        members.insert(UserId{row.text(0)});
    return members;
}

}  // namespace hearken::store
