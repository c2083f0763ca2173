// What is overdue at an organisation, by kind, and what waits for a signature.
#include "engine/event.hpp"
#include "store/event_payload.hpp"
#include "store/team_scope.hpp"

namespace hearken::store {

using access::CaseView;

namespace {

/// Waiting work at the organisation of which anything is over its time: one range of the tray, then its clocks.
std::string overdue(const ScopeSql& its) {
    return
        " from case_tray y join case_task t on t.case_id = y.case_id and t.task = y.task and t.subject_id = y.subject_id and t.occurrence = y.occurrence "
        "join case_clock k on k.case_id = y.case_id and k.task = y.task and k.subject_id = y.subject_id and k.occurrence = y.occurrence "
        "join case_file c on c.id = y.case_id where " + its.tray() + " and y.due_at <> '' and y.due_at < :now and k.due_at < :now and k.outside = 0 and k.met_at = '' and ";
}
const std::string kKind = "(case when k.urgency = 1 then 'alert' else k.strength end)";

const std::string kColumns =
    "t.case_id, t.task, t.subject_id, t.occurrence, t.title, t.roles, t.relation, t.organisation_id, t.status, t.assigned_to, t.urgent, t.opened_at, t.due_at, t.due_strength, c.title, c.procedure";
constexpr size_t kAfterColumns = 16;

WorkTask task_of(const Row& row) {
    WorkTask t;
    std::string roles;
    row.into(t.case_id, t.task, t.subject, t.occurrence, t.title, roles, t.relation, t.organisation, t.status, t.assigned_to, t.urgent, t.opened_at, t.due_at, t.due_strength, t.case_title, t.procedure);
    t.roles = split_words(roles);
    return t;
}

/// Who decided, and when: the last decision of that task, about that child, in that round.
void add_deciders(Reading& reading, std::vector<WaitingDecision>& waiting) {
    if (waiting.empty()) return;
    std::set<CaseId> cases;
    for (const auto& one : waiting) cases.insert(one.task.case_id);
    Sql sql(reading, "select e.case_id, e.user_id, e.occurred_at, p.payload from case_event e join event_payload p on p.event_id = e.id left join erasure x on x.event_id = e.id "
                     "where e.kind = :kind and x.event_id is null and e.case_id in " + in_list("id", cases.size()) + " order by e.case_id, e.sequence");
    sql.with("kind", std::string(engine::kind_name(engine::EventKind::DecisionMade)));
    bind_list(sql, "id", cases);
    for (const Row& row : sql.rows()) {
        engine::Event event;
        read_payload(row.text(3), event);
        for (auto& one : waiting)
            if (one.task.case_id.str() == row.text(0) && one.task.task == event.element && one.task.subject == event.subject && one.task.occurrence == event.occurrence) {
                one.decided_by = UserId{row.text(1)};
                one.decided_at = instant_from_iso(row.text(2));
            }
    }
}

}  // namespace

std::vector<OverdueKind> overdue_by_kind(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, Instant now) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    const ScopeSql its(scope);
    const std::string text = "select " + kKind + ", c.procedure, count(*), min(k.due_at)" + overdue(its) + visible.text + its.tasks() + " group by " + kKind + ", c.procedure order by 1, 2";
    Sql sql = board_query(reading, text, its, visible);
    std::vector<OverdueKind> found;
    for (const Row& row : sql.with("at", scope.organisation).with("now", now).rows()) {
        OverdueKind& one = found.emplace_back();
        row.into(one.kind, one.procedure, one.clocks, one.oldest);
    }
    return found;
}

std::map<std::string, long> overdue_by_worker(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, Instant now) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    const ScopeSql its(scope);
    const std::string text = "select coalesce(i.who, t.assigned_to), count(*) from case_tray y join case_task t on t.case_id = y.case_id and t.task = y.task and t.subject_id = y.subject_id and t.occurrence = y.occurrence "
                             "join case_file c on c.id = y.case_id" + its.worker_join() + " where " + its.tray() + " and y.due_at <> '' and y.due_at < :now and " + visible.text + its.tasks() + " group by coalesce(i.who, t.assigned_to)";
    Sql sql = board_query(reading, text, its, visible);
    std::map<std::string, long> found;
    for (const Row& row : sql.with("at", scope.organisation).with("now", now).rows()) found[row.text(0)] = row.number(1);
    return found;
}

Counted<OverdueTask> overdue_tasks(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, const std::string& kind, const std::string& procedure, TeamOrder order, Instant now,
                                   const Slice& slice) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    const ScopeSql its(scope);
    std::string text = "select " + kColumns + ", " + kKind + ", k.clock, k.due_at, count(*) over ()" + overdue(its) + visible.text + its.tasks();
    if (kind == kLimits) text += " and " + kKind + " in ('statutory', 'must')";
    else if (!kind.empty()) text += " and " + kKind + " = :kind";
    if (!procedure.empty()) text += " and c.procedure = :procedure";
    const std::string then = ", t.case_id, t.task, t.subject_id, t.occurrence, k.clock";
    text += in_order(order, "k.due_at" + then, "k.due_at desc" + then, "coalesce((select p.list_name from person p where p.id = t.subject_id), " + kFirstChild + "), k.due_at" + then);
    Sql sql = board_query(reading, text, its, visible);
    if (!kind.empty() && kind != kLimits) sql.with("kind", kind);
    if (!procedure.empty()) sql.with("procedure", procedure);
    Counted<OverdueTask> found;
    for (const Row& row : sql.with("at", scope.organisation).with("now", now).with("most", slice.most).with("skip", slice.skip).rows()) {
        found.rows.push_back({task_of(row), row.text(kAfterColumns), row.text(kAfterColumns + 1), *instant_from_iso(row.text(kAfterColumns + 2))});
        found.total = row.number(kAfterColumns + 3);
    }
    return found;
}

Counted<WaitingDecision> waiting_decisions(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, const Slice& slice) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    const ScopeSql its(scope);
    const std::string text = "select " + kColumns + ", count(*) over () from case_task t join case_file c on c.id = t.case_id where t.organisation_id = :at and t.status = 'awaiting-signature' and " +
                             visible.text + its.tasks() + " order by t.work_order, t.case_id, t.task, t.subject_id, t.occurrence limit :most offset :skip";
    Sql sql = board_query(reading, text, its, visible);
    Counted<WaitingDecision> found;
    for (const Row& row : sql.with("at", scope.organisation).with("most", slice.most).with("skip", slice.skip).rows()) {
        found.rows.push_back({task_of(row), {}, {}});
        found.total = row.number(kAfterColumns);
    }
    add_deciders(reading, found.rows);
    return found;
}

}  // namespace hearken::store
