// The same task at earlier times, folded away beside what is to be done now.
#include "calendar/moment_text.hpp"
#include "web/components/details.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/task_pages.hpp"

namespace hearken::web {

namespace {

Html told(const TaskVisit& task, const casework::EarlierTime& time) {
    SummaryList list;
    const auto row = [&](std::string key, Content value) { list.rows.push_back({.key = {.content = std::move(key)}, .value = {.content = std::move(value)}}); };
    if (!time.outcome.empty()) row("Decided", time.outcome);
    for (const auto& answer : time.answers) row(answer.label, answer_cell(task.in_case(), answer));
    if (list.rows.empty()) row("Done", calendar::moment_text(time.done_at));
    return summary_list(list);
}

}  // namespace

Html earlier_times(const TaskVisit& task) {
    Html out;
    if (task.page.earlier.empty()) return out;
    out << smaller_heading("Earlier times");
    for (const auto& time : task.page.earlier)
        out << details({.summary = calendar::moment_text(time.done_at) + (time.done_by.empty() ? "" : ", " + time.done_by), .content = told(task, time)}) << "\n"_html;
    return out;
}

}  // namespace hearken::web
