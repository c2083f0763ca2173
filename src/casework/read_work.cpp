// Lists: my work and the cases I may know of.
#include <algorithm>

#include "calendar/local_time.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/duty.hpp"
#include "casework/reader.hpp"
#include "procedure/model.hpp"
#include "store/notices.hpp"
#include "store/work.hpp"

namespace hearken::casework {

namespace {

WorkItem work_item(Names& names, const ListedClocks& clocks, const access::Actor& actor, const store::WorkTask& row, const std::map<CaseId, CaseSummary>& cases) {
    WorkItem item;
    if (const auto its = cases.find(row.case_id); its != cases.end()) item.in_case = its->second;
    item.task.task = row.task;
    item.task.title = row.title;
    item.task.subject = row.subject;
    if (!row.subject.empty()) item.task.subject_name = names.of_person(row.subject);
    item.task.occurrence = row.occurrence;
    item.task.urgent = row.urgent;
    item.task.status = row.status == "awaiting-signature" ? engine::TaskState::Status::AwaitingSignature : engine::TaskState::Status::Open;
    if (!row.assigned_to.empty()) item.task.assigned_to = names.of_user(row.assigned_to);
    item.task.clocks = clocks.of(row);
    item.task.may = row.assigned_to.empty() || row.assigned_to == actor.user;
    return item;
}

/// A task counts once: by its worst clock.
void count_clocks(MyWork& work, Instant now) {
    const auto today = calendar::local_date_of(now);
    for (const auto& item : work.mine) {
        const auto any = [&](auto test) { return std::any_of(item.task.clocks.begin(), item.task.clocks.end(), test); };
        if (any([&](const ClockView& clock) { return clock.set.due_at < now; })) ++work.overdue;
        else if (any([&](const ClockView& clock) { return calendar::local_date_of(clock.set.due_at) == today; })) ++work.due_today;
    }
}

std::vector<PersonId> shown_in(const std::vector<CaseSummary>& summaries) {
    std::vector<PersonId> people;
    for (const auto& summary : summaries)
        for (const auto& subject : summary.subjects) people.push_back(subject.person);
    return people;
}

std::vector<CaseSummary> summaries(const World& world, store::Reading& reading, Names& names, const std::vector<store::SeenCase>& cases) {
    std::vector<CaseId> ids;
    for (const auto& one : cases) ids.push_back(one.file.id);
    const auto subjects = store::subjects_of(reading, ids);
    std::vector<PersonId> people;
    for (const auto& subject : subjects) people.push_back(subject.person);
    names.know_people(people);
    std::vector<CaseSummary> list;
    for (const auto& one : cases) list.push_back(summary_of(world, reading, names, one, subjects));
    return list;
}

/// What somebody does, in the cases it belongs to. Whoever has work in a case is told of it as of a case they see.
std::vector<WorkItem> work_items(const World& world, store::Reading& reading, Names& names, const access::Actor& actor, const std::vector<store::WorkTask>& rows) {
    std::set<CaseId> ids;
    for (const auto& row : rows) ids.insert(row.case_id);
    std::vector<store::SeenCase> seen;
    for (auto& [id, file] : store::find_cases(reading, {ids.begin(), ids.end()})) seen.push_back({std::move(file), access::CaseView::Full});
    std::map<CaseId, CaseSummary> cases;
    for (auto& summary : summaries(world, reading, names, seen)) cases.emplace(summary.id, std::move(summary));
    const ListedClocks clocks(reading, rows, world.clock.now());
    std::vector<WorkItem> items;
    for (const auto& row : rows) items.push_back(work_item(names, clocks, actor, row, cases));
    return items;
}

}  // namespace

Result<MyWork> read_my_work(World& world, const access::Actor& actor) {
    constexpr auto action = access::Action::ReadOwnWork;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    std::vector<PersonId> shown;
    auto work = world.database.read([&](store::Reading& reading) {
        MyWork mine;
        Names names(reading);
        const auto rule = access::case_rule(actor);
        const auto roles = roles_worked_as(world, actor);
        std::set<UserId> covering;
        if (roles.contains(kLeadRole)) covering = leads_away(world, reading, actor.organisation, world.clock.now());
        covering.erase(actor.user);
        const auto rows = store::my_work(reading, rule, roles, {100, {}}, covering).items;
        mine.mine = work_items(world, reading, names, actor, rows);
        mine.total = static_cast<int>(store::count_my_work(reading, rule, roles, 1000, covering).number);
        store::CaseFilter open_ones;
        open_ones.state = "open";
        std::vector<store::SeenCase> elsewhere;
        for (auto& seen : store::cases_of_organisation(reading, rule, actor.organisation, open_ones, {50, {}}).items)
            if (seen.view == access::CaseView::Party) elsewhere.push_back(std::move(seen));
        mine.sent_elsewhere = summaries(world, reading, names, elsewhere);
        // What they see more of than a receipt stands among their work or what was sent elsewhere.
        std::vector<store::SeenCase> receipts;
        for (auto& seen : store::cases_recorded_by(reading, rule, {20, {}}).items)
            if (seen.view == access::CaseView::Receipt) receipts.push_back(std::move(seen));
        mine.recorded_by_me = summaries(world, reading, names, receipts);
        mine.unread_notices = static_cast<int>(store::count_unread_notices(reading, actor.user, actor.organisation, roles).number);
        count_clocks(mine, world.clock.now());
        shown = shown_in(mine.recorded_by_me);
        for (const auto& person : shown_in(mine.sent_elsewhere)) shown.push_back(person);
        for (const auto& item : mine.mine)
            for (const auto& subject : item.in_case.subjects) shown.push_back(subject.person);
        return mine;
    });
    note_read(world, actor, action, {}, std::move(shown));
    return work;
}

Result<Page<CaseSummary>> list_cases(World& world, const access::Actor& actor, const CaseQuery& query) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto page = world.database.read([&](store::Reading& reading) {
        Names names(reading);
        store::CaseFilter filter;
        filter.procedure = query.procedure;
        filter.state = query.state;
        const auto found = store::cases_of_organisation(reading, access::case_rule(actor), actor.organisation, filter, {query.page_size, query.after});
        return Page<CaseSummary>{summaries(world, reading, names, found.items), found.next};
    });
    note_read(world, actor, action, {}, shown_in(page.rows), "list");
    return page;
}

}  // namespace hearken::casework
