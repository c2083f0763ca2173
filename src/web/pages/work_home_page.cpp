// Home: my work, most urgent first; what I recorded; what was sent elsewhere and is awaited.
#include <algorithm>

#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/disagreement_register.hpp"
#include "casework/disclosure_log.hpp"
#include "web/components/button.hpp"
#include "web/components/tag.hpp"
#include "web/components/task_list.hpp"
#include "web/pages/count_list.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/school_pages.hpp"
#include "web/pages/sharing_pages.hpp"
#include "web/pages/work_pages.hpp"

namespace hearken::web {

namespace {

using casework::CaseSummary;
using casework::MyWork;
using casework::WorkItem;

enum class When { Overdue, Urgent, Today, Later, NoDate };

When when_of(const WorkItem& item, Instant now) {
    for (const auto& clock : item.task.clocks)
        if (clock.set.due_at < now) return When::Overdue;
    if (item.task.urgent) return When::Urgent;
    const auto today = calendar::local_date_of(now);
    for (const auto& clock : item.task.clocks)
        if (calendar::local_date_of(clock.set.due_at) == today) return When::Today;
    return item.task.clocks.empty() ? When::NoDate : When::Later;
}

bool is_due_today(const WorkItem& item, Instant now) {
    const auto today = calendar::local_date_of(now);
    for (const auto& clock : item.task.clocks)
        if (clock.set.due_at >= now && calendar::local_date_of(clock.set.due_at) == today) return true;
    return false;
}

TaskListItem line_of(const WorkItem& item) {
    const auto& task = item.task;
    TaskListItem line;
    line.title.content = task.title;
    line.href = task_href(item.in_case.id, task.task, task.subject);
    Html hint;
    const auto children = task.subject_name.empty() ? names_of_subjects(item.in_case.subjects) : task.subject_name;
    if (!children.empty()) hint << "<span class=\"hearken-strong\">"_html << children << "</span><br>\n"_html;
    hint << item.in_case.title;
    if (task.status == engine::TaskState::Status::AwaitingSignature) hint << "<br>\nWaits for a signature"_html;
    if (!task.assigned_to.empty()) hint << "<br>\nGiven to "_html << task.assigned_to;
    for (const auto& clock : task.clocks) hint << "<br>\n"_html << clock.title << ": "_html << clock.in_words;
    line.hint = hint;
    Html status;
    if (task.urgent) status << tag({.content = "Urgent", .classes = "govuk-tag--red"}) << " "_html;
    for (const auto& clock : task.clocks) status << tag(clock_tag(clock)) << " "_html;
    if (status.empty()) status << "<span class=\"hearken-no-date\">No date</span>"_html;
    line.status.content = status;
    return line;
}

void section(Html& out, const char* words, const char* id, const std::vector<WorkItem>& items) {
    if (items.empty()) return;
    out << smaller_heading(std::string(words) + " (" + std::to_string(items.size()) + ")", id);
    TaskList list;
    list.id_prefix = id;
    list.classes = "hearken-work";
    for (const auto& item : items) list.items.push_back(line_of(item));
    out << task_list(list) << "\n"_html;
}

template <class Wanted>
std::vector<WorkItem> those(const std::vector<WorkItem>& items, Wanted wanted) {
    std::vector<WorkItem> chosen;
    for (const auto& item : items)
        if (wanted(item)) chosen.push_back(item);
    return chosen;
}

Html counts(const MyWork& work) {
    return count_list({{work.overdue, "overdue", "/?show=overdue", true},
                       {work.due_today, "due today", "/?show=today"},
                       {work.total, work.total == 1 ? "task waiting" : "tasks waiting", "/?show=all"},
                       {work.unread_notices, work.unread_notices == 1 ? "notice to read" : "notices to read", "/notices?show=unread"}});
}

Html record_button(const Visit& visit) {
    Html out;
    if (!access::may(visit.actor(), access::Action::OpenCase)) return out;
    const auto wanted = what_to_record(visit);
    if (wanted.address.empty()) return out;
    out << button({.content = wanted.words, .href = wanted.address, .is_start_button = true}) << "\n"_html;
    if (wanted.more) out << paragraph(link_to("/start", "Record something else"));
    return out;
}

std::string opened_words(const CaseSummary& summary) { return calendar::moment_text(summary.received_at == Instant{} ? summary.opened_at : summary.received_at); }

/// What was sent elsewhere is listed there, once.
bool was_sent(const MyWork& work, const CaseId& id) {
    return std::any_of(work.sent_elsewhere.begin(), work.sent_elsewhere.end(), [&](const CaseSummary& one) { return one.id == id; });
}

Html receipts(const MyWork& work) {
    Html out;
    StackedTable lines;
    lines.head = {"What", "About", "Recorded", "Where it is"};
    for (const auto& one : work.recorded_by_me) {
        if (was_sent(work, one.id)) continue;
        lines.rows.push_back({link_to("/cases/" + one.id.str(), one.title), names_of_subjects(one.subjects), calendar::moment_text(one.opened_at),
                              one.view == access::CaseView::Receipt ? (one.state == "closed" ? "Received, and closed" : "Received by " + one.owner) : state_in_words(one)});
    }
    if (lines.rows.empty()) return out;
    return out << smaller_heading("What you recorded", "recorded") << stacked_table(lines);
}

Html sent_elsewhere(const MyWork& work) {
    Html out;
    if (work.sent_elsewhere.empty()) return out;
    out << smaller_heading("Sent elsewhere", "sent") << paragraph("What your organisation sent to others and has not finished.");
    StackedTable lines;
    lines.head = {"What", "About", "With", "Sent", "Where it is"};
    for (const auto& one : work.sent_elsewhere)
        lines.rows.push_back({link_to("/cases/" + one.id.str(), one.title), names_of_subjects(one.subjects), one.owner, opened_words(one), state_in_words(one)});
    return out << stacked_table(lines);
}

Html nothing_waits(const Visit& visit) {
    Html out;
    out << smaller_heading("Nothing is waiting for you") << paragraph("New work for you, or for your role, appears here, the most urgent first.");
    std::vector<std::string> next;
    if (access::may(visit.actor(), access::Action::OpenCase)) next.push_back("If something worries you about a child, record it now.");
    if (access::may(visit.actor(), access::Action::ActInCase)) next.push_back("To follow what is going on, open a case from the list of cases.");
    return out << bullets(next);
}

Html grouped(const std::vector<WorkItem>& mine, Instant now) {
    Html out;
    section(out, "Urgent and overdue", "urgent", those(mine, [&](const WorkItem& item) { return when_of(item, now) <= When::Urgent; }));
    section(out, "Due today", "today", those(mine, [&](const WorkItem& item) { return when_of(item, now) == When::Today; }));
    section(out, "Later", "later", those(mine, [&](const WorkItem& item) { return when_of(item, now) == When::Later; }));
    section(out, "Without a date", "no-date", those(mine, [&](const WorkItem& item) { return when_of(item, now) == When::NoDate; }));
    return out;
}

/// One of the numbers at the top, opened.
Html only(const MyWork& work, std::string_view show, Instant now) {
    Html out;
    if (show == "overdue") section(out, "Overdue", "overdue", those(work.mine, [&](const WorkItem& item) { return when_of(item, now) == When::Overdue; }));
    else if (show == "today") section(out, "Due today", "today", those(work.mine, [&](const WorkItem& item) { return is_due_today(item, now); }));
    else section(out, "Everything waiting", "all", work.mine);
    if (out.empty()) out << paragraph(show == "overdue" ? "Nothing is overdue." : show == "today" ? "Nothing more is due today." : "Nothing is waiting for you.");
    return out << paragraph(link_to("/", "Back to all of my work"));
}

Html what_waits(const Visit& visit, const MyWork& work, std::string_view show) {
    Html out;
    const auto now = visit.world().clock.now();
    if (!show.empty()) return out << only(work, show, now);
    if (work.mine.empty()) return out << nothing_waits(visit);
    out << grouped(work.mine, now);
    if (work.total > static_cast<int>(work.mine.size()))
        out << paragraph("The first " + std::to_string(work.mine.size()) + " of " + std::to_string(work.total) + " are shown. The rest appear as these are done.");
    return out;
}

}  // namespace

Response home_page(Visit& visit) {
    const auto read = casework::read_my_work(visit.world(), visit.actor());
    if (!read) return render_refusal(visit, read.error());
    const auto& work = *read;
    const bool reads = access::may(visit.actor(), access::Action::ReadPerson).has_value();
    const auto show = visit.request.query.get("show");
    PageContent content;
    content.title = "My work";
    content.section = "work";
    content.unread = work.unread_notices;
    content.main << heading("My work");
    if (show.empty()) content.main << triage_link(visit) << record_button(visit) << ask_for_responsibilities(visit) << duty_panel(visit) << school_warnings(visit);
    // A role that only records has no list of work: a button, and the receipts of what it recorded.
    if (reads || !work.mine.empty()) content.main << counts(work) << what_waits(visit, work, show);
    else if (!visit.actor().administers.empty()) content.main << paragraph("Your role runs the service. What it may change is under Administration.");
    if (show.empty()) content.main << receipts(work) << sent_elsewhere(work);
    if (show.empty() && casework::answers_for_sharing(visit.world(), visit.actor())) content.main << paragraph(link_to("/sharing", "How we share information"));
    if (show.empty() && casework::reads_disagreement_register(visit.world(), visit.actor())) content.main << paragraph(link_to("/escalations", "Disagreements between agencies"));
    if (!reads && work.mine.empty() && work.recorded_by_me.empty() && access::may(visit.actor(), access::Action::OpenCase))
        content.main << paragraph("What you record appears here, with whether it has been received.");
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
