#include "store/triage.hpp"

#include <algorithm>

#include "engine/event.hpp"
#include "store/case_file_rows.hpp"
#include "store/condition.hpp"
#include "store/event_payload.hpp"
#include "store/visible.hpp"

namespace hearken::store {

using access::CaseView;

namespace {

/// The answers given at opening stand in the first form saved without a task, among a case's first events.
constexpr int kFirstEvents = 20;

TriageRow* row_of(std::vector<TriageRow>& rows, const CaseId& case_id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const TriageRow& row) { return row.file.id == case_id; });
    return found == rows.end() ? nullptr : &*found;
}

void add_tasks(Reading& reading, const std::vector<CaseId>& ids, std::vector<TriageRow>& rows) {
    Sql sql(reading, "select case_id, task, subject_id, occurrence, title, roles, status, assigned_to, urgent, opened_at, due_at from case_task where status in ('open', "
                     "'awaiting-signature') and case_id in " + in_list("id", ids.size()) + " order by work_order, task, subject_id, occurrence");
    bind_list(sql, "id", ids);
    for (const Row& row : sql.rows()) {
        WorkTask task;
        std::string roles;
        row.into(task.case_id, task.task, task.subject, task.occurrence, task.title, roles, task.status, task.assigned_to, task.urgent, task.opened_at, task.due_at);
        task.roles = split_words(roles);
        if (auto* of = row_of(rows, task.case_id)) of->open_tasks.push_back(std::move(task));
    }
}

void add_opening_answers(Reading& reading, const std::vector<CaseId>& ids, std::vector<TriageRow>& rows) {
    Sql sql(reading, "select e.case_id, p.payload from case_event e join event_payload p on p.event_id = e.id left join erasure x on x.event_id = e.id "
                     "where e.kind = :kind and e.sequence <= :first and x.event_id is null and e.case_id in " + in_list("id", ids.size()) + " order by e.case_id, e.sequence");
    sql.with("kind", std::string(engine::kind_name(engine::EventKind::FormSaved))).with("first", kFirstEvents);
    bind_list(sql, "id", ids);
    for (const Row& row : sql.rows()) {
        auto* of = row_of(rows, CaseId{row.text(0)});
        if (!of || !of->opened_with.empty()) continue;
        engine::Event event;
        read_payload(row.text(1), event);
        if (event.element.empty()) of->opened_with = std::move(event.answers);
    }
}

}  // namespace

TriageRows open_cases_with_tasks(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation, const std::string& procedure, int most) {
    TriageRows found;
    const Condition visible = visible_cases(rule, CaseView::Full);
    Sql sql(reading, "select " + kCaseFileColumns + " from case_organisation o join case_file c on c.id = o.case_id where o.organisation_id = :organisation "
                     "and o.relation = 'owner' and o.state = 'open' and c.procedure = :procedure and " + visible.text + " order by o.opened_at, o.case_id limit :most");
    sql.with("organisation", organisation).with("procedure", procedure).with("most", most + 1);
    bind(sql, visible);
    for (const Row& row : sql.rows()) found.rows.push_back({case_file_of(row), {}, {}, {}});
    if (found.rows.size() > static_cast<size_t>(most)) {
        found.rows.pop_back();
        found.more = true;
    }
    std::vector<CaseId> ids;
    for (const auto& row : found.rows) ids.push_back(row.file.id);
    if (ids.empty()) return found;
    for (auto& subject : subjects_of(reading, ids))
        if (auto* of = row_of(found.rows, subject.case_id)) of->subjects.push_back(std::move(subject));
    add_tasks(reading, ids, found.rows);
    add_opening_answers(reading, ids, found.rows);
    return found;
}

std::vector<CasesAbout> cases_about_each(Reading& reading, const access::CaseRule& rule, const std::vector<PersonId>& persons) {
    std::vector<CasesAbout> found;
    if (persons.empty()) return found;
    const Condition visible = visible_cases(rule, CaseView::Full);
    Sql sql(reading, "select s.person_id, c.id, c.procedure, c.state from case_subject s join case_file c on c.id = s.case_id where s.person_id in " +
                         in_list("person", persons.size()) + " and " + visible.text + " order by s.person_id, c.opened_at, c.id");
    bind_list(sql, "person", persons);
    bind(sql, visible);
    for (const Row& row : sql.rows()) {
        CasesAbout& one = found.emplace_back();
        row.into(one.person, one.case_id, one.procedure, one.state);
    }
    return found;
}

std::map<CaseId, std::vector<std::pair<UserId, Instant>>> last_seen_by(Reading& reading, const std::vector<CaseId>& cases) {
    std::map<CaseId, std::vector<std::pair<UserId, Instant>>> seen;
    if (cases.empty()) return seen;
    Sql sql(reading, "select case_id, user_id, max(at) from audit_line where outcome = 'seen' and user_id <> '' and case_id in " + in_list("id", cases.size()) +
                         " group by case_id, user_id order by 1, 3 desc");
    bind_list(sql, "id", cases);
    for (const Row& row : sql.rows()) {
        CaseId id;
        UserId user;
        Instant at;
        row.into(id, user, at);
        seen[id].emplace_back(user, at);
    }
    return seen;
}

}  // namespace hearken::store
