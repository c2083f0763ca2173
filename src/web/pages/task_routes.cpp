#include "web/components/inset_text.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/task_meeting.hpp"

namespace hearken::web {

namespace {

using Act = engine::Possible::Act;
using Status = engine::TaskState::Status;

/// Done, or left out: what came of it.
Response show_ended(TaskVisit& task) {
    const auto& view = task.page.task;
    SummaryList list;
    list.rows.push_back({.key = {.content = "Status"}, .value = {.content = view.status == Status::NotNeeded ? "Not needed" : "Done"}});
    if (!view.outcome.empty()) list.rows.push_back({.key = {.content = "Outcome"}, .value = {.content = view.outcome}});
    if (!view.done_by.empty()) list.rows.push_back({.key = {.content = "By"}, .value = {.content = view.done_by}});
    if (view.done_at) list.rows.push_back({.key = {.content = "When"}, .value = {.content = when_words(*view.done_at)}});
    Html inside = heading(title_of(view));
    inside << summary_list(list) << clocks(view);
    if (task.definition().meeting)
        if (const auto meeting = casework::read_meeting(task.visit.world(), task.visit.actor(), task.in_case(), view.task, task.child)) inside << meetings_held(*meeting);
    if (task.page.form) inside << "<p class=\"govuk-body\">"_html << link_to(case_href(task.in_case()) + "?part=record", "Read what was recorded") << "</p>\n"_html;
    inside << "<p class=\"govuk-body\">"_html << link_to(task.href("reopen"), "Open it again") << "</p>\n"_html;
    return task_page(task, inside);
}

/// Why it cannot be done now and what to do about it. There is no button that would only be refused.
Response show_blocked(TaskVisit& task) {
    Html why = paragraph("You cannot do this now:");
    why << reasons_list(task.page.task.why_not);
    Html inside = task_head(task);
    if (!task.page.task.who.empty()) inside << paragraph("It is for: " + task.page.task.who + ".");
    inside << inset_text({.content = why});
    inside << "<p class=\"govuk-body\">"_html << link_to(case_href(task.in_case()), "See what can be done now") << "</p>\n"_html;
    if (!task.page.task.anytime) inside << "<p class=\"govuk-body\">"_html << link_to(task.href("assign"), "Give it to somebody") << "</p>\n"_html;
    return task_page(task, inside);
}

Response show_act(TaskVisit& task) {
    const auto typed = typed_before(task.visit, task.draft_key());
    const auto& view = task.page.task;
    if (view.status == Status::AwaitingSignature) return show_sign(task, {typed_before(task.visit, task.draft_key("sign"))});
    if (!view.may) return is_open(view) ? show_blocked(task) : show_ended(task);
    const auto& definition = task.definition();
    if (definition.decision) return show_decide(task, {typed});
    if (definition.exchange) return show_exchange(task, {typed});
    if (definition.meeting) return show_meeting(task, {Fields{}});
    return show_do(task);
}

Response take_act(TaskVisit& task) {
    const auto& definition = task.definition();
    if (task.page.task.status == Status::AwaitingSignature) return take_sign(task);
    if (definition.decision) return take_decide(task);
    if (definition.exchange) return take_exchange(task);
    if (definition.meeting) return take_meeting(task);
    return take_do(task);
}

}  // namespace

void add_task_pages(Router& router, Site& site) {
    using access::Action;
    const auto with_task = [](Response (*page)(TaskVisit&)) {
        return [page](Visit& visit) {
            Response refused;
            auto task = open_task(visit, refused);
            return task ? page(*task) : refused;
        };
    };
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/tasks/:task", .name = "case.task", .action = Action::ActInCase, .handler = with_task(show_act)});
    add_route(router, site, {.method = "POST", .pattern = "/cases/:case/tasks/:task", .name = "case.task.do", .action = Action::ActInCase, .handler = with_task(take_act)});
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/tasks/:task/sign", .name = "case.task.sign", .action = Action::ActInCase, .handler = with_task(show_act)});
    add_route(router, site, {.method = "POST", .pattern = "/cases/:case/tasks/:task/sign", .name = "case.task.sign.send", .action = Action::ActInCase, .handler = with_task(take_sign)});
    add_task_side_pages(router, site);
}

}  // namespace hearken::web
