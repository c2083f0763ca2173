// Home: my work, most urgent first; what I recorded; what was sent elsewhere and is awaited.
#include <algorithm>

#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/disagreement_register.hpp"
#include "casework/disclosure_log.hpp"
#include "web/components/button.hpp"
#include "web/components/details.hpp"
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

TaskListItem line_of(const WorkItem& item, int more) {
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
    if (more > 0) hint << "<br>\n"_html << (more + 1) << " of these wait; the first comes first"_html;
    if (!task.clocks.empty()) hint << "<br>\n"_html << short_clocks(task.clocks);
    line.hint = hint;
    Html status;
    if (task.urgent) status << tag({.content = "Urgent", .classes = "govuk-tag--red"}) << " "_html;
    if (const auto* clock = worst_clock(task)) status << tag(clock_tag(*clock)) << " "_html;
    if (status.empty()) status << "<span class=\"hearken-no-date\">No date</span>"_html;
    line.status.content = status;
    return line;
}

/// Several of one kind for one child are one line: the first of them is done first.
struct Line {
    const WorkItem* item;
    int more = 0;
};
std::vector<Line> lines_of(const std::vector<WorkItem>& items) {
    std::vector<Line> lines;
    for (const auto& item : items) {
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
            return line.item->in_case.id == item.in_case.id && line.item->task.task == item.task.task && line.item->task.subject == item.task.subject;
        });
        if (same == lines.end()) lines.push_back({&item});
        else ++same->more;
    }
    return lines;
}

Html list_of(const std::vector<Line>& lines, const std::string& id) {
    TaskList list;
    list.id_prefix = id;
    list.classes = "hearken-work";
    for (const auto& line : lines) list.items.push_back(line_of(*line.item, line.more));
    Html out;
    return out << task_list(list) << "\n"_html;
}

/// Every task is counted; `shown` lines stand open, and the others are folded away below them.
void section(Html& out, const char* words, const std::string& id, const std::vector<WorkItem>& items, size_t shown) {
    if (items.empty()) return;
    out << smaller_heading(std::string(words) + " (" + std::to_string(items.size()) + ")", id);
    const auto lines = lines_of(items);
    const auto cut = lines.begin() + static_cast<long>(std::min(shown, lines.size()));
    out << list_of({lines.begin(), cut}, id);
    if (cut != lines.end()) out << details({.summary = std::to_string(lines.end() - cut) + " more", .content = list_of({cut, lines.end()}, id + "-more")}) << "\n"_html;
}

/// So many lines stand open: of what presses more than of what can wait.
constexpr size_t kPressing = 12, kWaiting = 6, kAll = 1000;

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
    out << smaller_heading("With other organisations", "sent") << paragraph("Open work of others in which your organisation has a part, or which it sent to them.");
    StackedTable lines;
    lines.head = {"What", "About", "With", "Since", "Where it is"};
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

bool is_over_limit(const WorkItem& item) {
    return std::any_of(item.task.clocks.begin(), item.task.clocks.end(), [](const auto& clock) { return clock.stands == casework::ClockStands::Breached; });
}

/// Urgent acts, then what is over a limit that may not be broken, then what is late against a target; each as it came.
std::vector<WorkItem> most_pressing_first(std::vector<WorkItem> items) {
    const auto rank = [](const WorkItem& item) { return item.task.urgent ? 0 : is_over_limit(item) ? 1 : 2; };
    std::stable_sort(items.begin(), items.end(), [&](const WorkItem& one, const WorkItem& other) { return rank(one) < rank(other); });
    return items;
}

Html grouped(const std::vector<WorkItem>& mine, Instant now) {
    Html out;
    section(out, "Urgent and overdue", "urgent", most_pressing_first(those(mine, [&](const WorkItem& item) { return when_of(item, now) <= When::Urgent; })), kPressing);
    section(out, "Due today", "today", those(mine, [&](const WorkItem& item) { return when_of(item, now) == When::Today; }), kPressing);
    section(out, "Later", "later", those(mine, [&](const WorkItem& item) { return when_of(item, now) == When::Later; }), kWaiting);
    section(out, "Without a date", "no-date", those(mine, [&](const WorkItem& item) { return when_of(item, now) == When::NoDate; }), kWaiting);
    return out;
}

/// One of the numbers at the top, opened.
Html only(const MyWork& work, std::string_view show, Instant now) {
    Html out;
    if (show == "overdue") section(out, "Overdue", "overdue", those(work.mine, [&](const WorkItem& item) { return when_of(item, now) == When::Overdue; }), kAll);
    else if (show == "today") section(out, "Due today", "today", those(work.mine, [&](const WorkItem& item) { return is_due_today(item, now); }), kAll);
    else section(out, "Everything waiting", "all", work.mine, kAll);
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
