#include "store/work.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "store/condition.hpp"
#include "store/page_of.hpp"

namespace hearken::store {

using access::CaseView;

namespace {

const std::string kTaskColumns =
    "t.case_id, t.task, t.subject_id, t.occurrence, t.title, t.roles, t.relation, t.organisation_id, t.status, t.assigned_to, t.urgent, t.opened_at, "
    "t.done_at, t.due_at, t.amber_at, t.due_strength, t.done_by, t.outcome, c.title, c.procedure";

WorkTask task_of(const Row& row) {
    WorkTask t;
    std::string roles;
    row.into(t.case_id, t.task, t.subject, t.occurrence, t.title, roles, t.relation, t.organisation, t.status, t.assigned_to, t.urgent, t.opened_at,
             t.done_at, t.due_at, t.amber_at, t.due_strength, t.done_by, t.outcome, t.case_title, t.procedure);
    t.roles = split_words(roles);
    return t;
}

/// Which rows of the tray: one index range.
struct Slice {
    std::string holder, organisation, role;  ///< a holder, perhaps at one organisation; or an organisation and a role
};

std::string where(const Slice& slice) {
    if (slice.holder.empty()) return "y.organisation_id = :slice_organisation and y.role = :slice_role";
    return slice.organisation.empty() ? "y.holder = :slice_holder" : "y.holder = :slice_holder and y.organisation_id = :slice_organisation";
}

void bind(Sql& sql, const Slice& slice) {
    if (slice.holder.empty()) sql.with("slice_role", slice.role);
    else sql.with("slice_holder", slice.holder);
    if (!slice.organisation.empty()) sql.with("slice_organisation", slice.organisation);
}

/// Where a task stands in the order of work.
struct WorkKey {
    std::string order, case_id, task, subject;
    long occurrence = 0;
    auto operator<=>(const WorkKey&) const = default;
};

std::string cursor_of(const WorkKey& key) { return fmt::format("{}~{}~{}~{}~{}", key.order, key.case_id, key.task, key.subject, key.occurrence); }

WorkKey key_of(const std::string& cursor) {
    const auto parts = cursor_parts(cursor, 5);
    return {parts[0], parts[1], parts[2], parts[3], cursor_number(parts[4], 0)};
}

using InOrder = std::map<WorkKey, WorkTask>;

const std::string kFromTray =
    " from case_tray y join case_task t on t.case_id = y.case_id and t.task = y.task and t.subject_id = y.subject_id and t.occurrence = y.occurrence "
    "join case_file c on c.id = y.case_id where ";

/// Adds the first `most` tasks of a slice after `after`. Somebody who is a party does their side of the work without
/// seeing the whole case, so Party is enough.
void add_slice(Reading& reading, const access::CaseRule& rule, const Slice& slice, const std::string& after, int most, InOrder& tasks) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    std::string text = "select " + kTaskColumns + ", y.work_order" + kFromTray + where(slice) + " and " + visible.text;
    if (!after.empty()) text += " and (y.work_order, y.case_id, y.task, y.subject_id, y.occurrence) > (:work_order, :after_case, :after_task, :after_subject, :after_occurrence)";
    Sql sql(reading, text + " order by y.work_order, y.case_id, y.task, y.subject_id, y.occurrence limit :most");
    bind(sql, slice);
    bind(sql, visible);
    if (!after.empty()) {
        const WorkKey key = key_of(after);
        sql.with("work_order", key.order).with("after_case", key.case_id).with("after_task", key.task).with("after_subject", key.subject)
            .with("after_occurrence", key.occurrence);
    }
    for (const Row& row : sql.with("most", most).rows()) {
        WorkTask task = task_of(row);
        WorkKey key{row.text(20), task.case_id.str(), task.task, task.subject.str(), task.occurrence};
        tasks.emplace(std::move(key), std::move(task));
    }
}

Paged<WorkTask> cut(InOrder tasks, int size) {
    Paged<WorkTask> page;
    WorkKey last;
    for (auto& [key, task] : tasks) {
        if (page.items.size() == static_cast<size_t>(size)) {
            page.next = cursor_of(last);
            break;
        }
        last = key;
        page.items.push_back(std::move(task));
    }
    return page;
}

}  // namespace

Paged<WorkTask> my_work(Reading& reading, const access::CaseRule& rule, const std::set<std::string>& roles, const Page& page, const std::set<UserId>& covering) {
    InOrder tasks;
    add_slice(reading, rule, {rule.user.str(), {}, {}}, page.after, page.size + 1, tasks);
    for (const UserId& away : covering) add_slice(reading, rule, {away.str(), rule.organisation.str(), {}}, page.after, page.size + 1, tasks);
    // One index range for each role, put together here: a list of roles in one query would sort the whole tray.
    for (const std::string& role : roles) add_slice(reading, rule, {{}, rule.organisation.str(), role}, page.after, page.size + 1, tasks);
    return cut(std::move(tasks), page.size);
}

Count count_my_work(Reading& reading, const access::CaseRule& rule, const std::set<std::string>& roles, long limit, const std::set<UserId>& covering) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    // Distinct, and not a union of each: it ends with the last one that is counted, where a union looks at everything first.
    Sql sql(reading, "select count(*) from (select distinct y.case_id, y.task, y.subject_id, y.occurrence from case_tray y join case_file c on c.id = y.case_id where (y.holder = :holder or "
                     "(y.organisation_id = :organisation and y.role in " + in_list("role", roles.size()) + ") or (y.organisation_id = :organisation and y.holder in " + in_list("away", covering.size()) + ")) and " +
                         visible.text + " limit :most) as counted");
    bind_list(sql, "away", covering);
    sql.with("holder", rule.user).with("organisation", rule.organisation).with("most", limit + 1);
    bind_list(sql, "role", roles);
    bind(sql, visible);
    const long number = sql.number();
    return {std::min(number, limit), number > limit};
}

Paged<WorkTask> tray_of(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation, const Page& page) {
    InOrder tasks;
    add_slice(reading, rule, {{}, organisation.str(), "*"}, page.after, page.size + 1, tasks);
    return cut(std::move(tasks), page.size);
}

Count count_overdue(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation, Instant now, long limit) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    Sql sql(reading, "select count(*) from (select y.task from case_tray y join case_file c on c.id = y.case_id where y.organisation_id = :organisation "
                     "and y.role = '*' and y.due_at <> '' and y.due_at < :now and " + visible.text + " limit :most) as counted");
    sql.with("organisation", organisation).with("now", now).with("most", limit + 1);
    bind(sql, visible);
    const long number = sql.number();
    return {std::min(number, limit), number > limit};
}

std::vector<WorkTask> tasks_of(Reading& reading, const CaseId& case_id) {
    std::vector<WorkTask> tasks;
    for (const Row& row : Sql(reading, "select " + kTaskColumns + " from case_task t join case_file c on c.id = t.case_id where t.case_id = :case_id "
                                       "order by t.opened_at, t.task, t.subject_id, t.occurrence").with("case_id", case_id).rows())
        tasks.push_back(task_of(row));
    return tasks;
}

std::vector<WorkTask> open_tasks_about(Reading& reading, const access::CaseRule& rule, const PersonId& person) {
    const Condition visible = visible_cases(rule, CaseView::Full);
    Sql sql(reading, "select " + kTaskColumns + kFromTray + "y.role = '*' and y.case_id in (select case_id from case_subject where person_id = :person) "
                     "and y.subject_id in ('', :person) and " + visible.text + " order by y.work_order, y.case_id, y.task, y.occurrence");
    sql.with("person", person);
    bind(sql, visible);
    std::vector<WorkTask> tasks;
    for (const Row& row : sql.rows()) tasks.push_back(task_of(row));
    return tasks;
}

std::vector<ClockRow> clocks_of(Reading& reading, const std::vector<CaseId>& cases) {
    Sql sql(reading, "select case_id, task, subject_id, occurrence, clock, strength, counted_what, period, explanation, counted_from, due_at, original_due_at, "
                     "amber_at, reminder_at, estimated, urgency, outside, met_at from case_clock where case_id in " + in_list("id", cases.size()) +
                         " order by case_id, due_at, task, subject_id, occurrence, clock");
    bind_list(sql, "id", cases);
    std::vector<ClockRow> clocks;
    for (const Row& row : sql.rows()) {
        ClockRow& c = clocks.emplace_back();
        row.into(c.case_id, c.task, c.subject, c.occurrence, c.clock, c.strength, c.counted_what, c.period, c.explanation, c.counted_from, c.due_at, c.original_due_at,
                 c.amber_at, c.reminder_at, c.estimated, c.urgency, c.outside, c.met_at);
    }
    return clocks;
}

}  // namespace hearken::store
