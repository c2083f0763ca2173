// What may be said of a task besides doing it: it is not needed, somebody else does it, it takes longer, it is open again.
#include "casework/choices.hpp"
#include "web/components/date_input.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_fields_dates.hpp"
#include "web/pages/task_pages.hpp"
#include "calendar/moment_text.hpp"

namespace hearken::web {

namespace {

using Show = Response (*)(TaskVisit&, const Sent&);
using Take = Response (*)(TaskVisit&);

Html reason_box(const Sent& sent, const char* label) {
    return textarea({.name = "reason", .label = {.content = label, .classes = "govuk-label--s"}, .error = error_at(sent.refused, "reason"), .value = sent.get("reason"), .rows = 4});
}

Html colleagues_list(const TaskVisit& task, const Sent& sent, const char* name, const char* label) {
    Select list{.name = name, .label = {.content = label, .classes = "govuk-label--s"}, .error = error_at(sent.refused, name), .value = sent.get(name)};
    list.items.push_back({.text = "Choose somebody", .value = ""});
    for (const auto& user : casework::colleagues(task.visit.world(), task.visit.actor())) list.items.push_back({.text = user.name, .value = user.id});
    return select(list);
}

Response side_page(TaskVisit& task, const Sent& sent, const std::string& title, const char* page, const Html& fields, const char* words) {
    Html inside = heading(title, title_of(task.page.task));
    inside << form_open(task.visit, task.href(page), task.draft_key(page)) << fields << buttons(send_button(words), task.href()) << "</form>\n"_html;
    return task_page(task, inside, sent.refused);
}

Response show_not_needed(TaskVisit& task, const Sent& sent) {
    return side_page(task, sent, "This is not needed", "not-needed", reason_box(sent, "Why is it not needed?"), "Record that it is not needed");
}

Response take_not_needed(TaskVisit& task) {
    engine::NotNeeded command;
    fill_common(task, command);
    command.reason = std::string(task.visit.request.form.fields.get("reason"));
    return send_act(task, command, [&](const Refusal& refusal) { return show_not_needed(task, {task.visit.request.form.fields, &refusal}); });
}

Response show_reopen(TaskVisit& task, const Sent& sent) { return side_page(task, sent, "Open this again", "reopen", reason_box(sent, "Why?"), "Open it again"); }

Response take_reopen(TaskVisit& task) {
    engine::ReopenTask command;
    fill_common(task, command);
    command.reason = std::string(task.visit.request.form.fields.get("reason"));
    return send_act(task, command, [&](const Refusal& refusal) { return show_reopen(task, {task.visit.request.form.fields, &refusal}); });
}

Response show_assign(TaskVisit& task, const Sent& sent) {
    Html fields = colleagues_list(task, sent, "to", "Who will do it?");
    fields << reason_box(sent, "Anything they should know (optional)");
    return side_page(task, sent, "Give it to somebody", "assign", fields, "Give it to them");
}

Response take_assign(TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    const auto again = [&](const Refusal& refusal) { return show_assign(task, {posted, &refusal}); };
    if (posted.get("to").empty()) return again(Refusal::of(RefusalCode::Invalid, "required", "Choose who will do it.", "to"));
    engine::Assign command;
    fill_common(task, command);
    command.to = UserId{std::string(posted.get("to"))};
    command.reason = std::string(posted.get("reason"));
    return send_act(task, command, again);
}

Response show_extend(TaskVisit& task, const Sent& sent) {
    Radios which{.name = "clock", .fieldset = Fieldset{.legend = {.content = "Which limit?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(sent.refused, "clock"), .value = sent.get("clock")};
    for (const auto& clock : task.page.task.clocks)
        if (clock.extendable) which.items.push_back({.value = clock.set.clock, .content = clock.title + ": " + clock.in_words});
    if (which.items.empty()) return task_page(task, heading("Ask for more time", title_of(task.page.task)) << paragraph("No limit of this task can be extended."));
    DateInput date{.id = "new_due", .fieldset = Fieldset{.legend = {.content = "Until the end of which day?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(sent.refused, "new_due")};
    date.parts = {{.name = "due--day", .label = "Day", .id = "due--day", .value = sent.get("due--day"), .width = 2},
                  {.name = "due--month", .label = "Month", .id = "due--month", .value = sent.get("due--month"), .width = 2},
                  {.name = "due--year", .label = "Year", .id = "due--year", .value = sent.get("due--year"), .width = 4}};
    // One limit is no choice.
    Html fields;
    if (which.items.size() == 1) fields << hidden("clock", which.items.front().value) << inset_text({.content = which.items.front().content});
    else fields << radios(which);
    fields << date_input(date) << reason_box(sent, "Why is more time needed?") << colleagues_list(task, sent, "approver", "Who approved it?")
           << paragraph("The first date stays on the record and stays the measure.");
    return side_page(task, sent, "More time", "extend", fields, "Extend the time");
}

Response take_extend(TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    const auto again = [&](const Refusal& refusal) { return show_extend(task, {posted, &refusal}); };
    const auto date = calendar::parse_date(date_answer({std::string(posted.get("due--day")), std::string(posted.get("due--month")), std::string(posted.get("due--year"))}));
    if (!date) return again(Refusal::of(RefusalCode::Invalid, "date", "Enter the new date as a date that exists, like 27 3 2026.", "new_due"));
    engine::Extend command;
    fill_common(task, command);
    command.clock = std::string(posted.get("clock"));
    command.new_due = calendar::end_of_local_day(*date);
    command.reason = std::string(posted.get("reason"));
    command.approver = UserId{std::string(posted.get("approver"))};
    return send_act(task, command, again);
}

}  // namespace

void add_task_side_pages(Router& router, Site& site) {
    using access::Action;
    const auto page = [&](const std::string& end, Show show, Take take) {
        const std::string pattern = "/cases/:case/tasks/:task/" + end, name = "case.task." + end;
        add_route(router, site, {.method = "GET", .pattern = pattern, .name = name, .action = Action::ActInCase, .handler = [show](Visit& visit) {
                      Response refused;
                      auto task = open_task(visit, refused);
                      if (!task) return refused;
                      return show(*task, {Fields{}});
                  }});
        add_route(router, site, {.method = "POST", .pattern = pattern, .name = name + ".send", .action = Action::ActInCase, .handler = [take](Visit& visit) {
                      Response refused;
                      auto task = open_task(visit, refused);
                      return task ? take(*task) : refused;
                  }});
    };
    page("not-needed", show_not_needed, take_not_needed);
    page("assign", show_assign, take_assign);
    page("extend", show_extend, take_extend);
    page("reopen", show_reopen, take_reopen);
}

}  // namespace hearken::web
