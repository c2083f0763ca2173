// An exchange with a body that runs its own process: sent, chased, answered.
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/task_pages.hpp"

namespace hearken::web {

namespace {

std::string body_of(const TaskVisit& task) {
    const auto& body = task.definition().exchange->body;
    return body.empty() ? "the other body" : body;
}

Html words_box(const Sent& sent, const std::string& label, const char* hint) {
    return textarea({.name = "text", .label = {.content = label, .classes = "govuk-label--s"}, .hint = {.content = hint}, .error = error_at(sent.refused, "text"), .value = sent.get("text"), .rows = 6});
}

Html sending(const TaskVisit& task, const Sent& sent) {
    Html out = words_box(sent, "What you are sending", "What you ask, and what they need to know to answer. No more.");
    out << text_input({.name = "reference", .label = {.content = "Their reference, if there is one (optional)", .classes = "govuk-label--s"}, .error = error_at(sent.refused, "reference"), .value = sent.get("reference"),
                       .classes = "govuk-input--width-20"});
    if (!task.definition().exchange->answer_within.empty()) out << inset_text({.content = "An answer is expected within " + task.definition().exchange->answer_within + "."});
    return out << task_foot(task, sent) << buttons(button({.content = "Record it as sent", .name = "_do", .value = "send", .prevent_double_click = true}), case_href(task.in_case()));
}

Html answering(const TaskVisit& task, const Sent& sent) {
    Checkboxes kinds{.name = "answer-kind", .error = error_at(sent.refused, "partial"), .values = sent.typed.all("answer-kind")};
    if (task.definition().exchange->partial_answers) kinds.items.push_back({.value = "partial", .content = "This is only part of the answer: more is to come"});
    kinds.items.push_back({.value = "no-information", .content = "They hold no information"});
    Html out = words_box(sent, "What they answered, or what was said when you chased", "In their words where you can.");
    out << checkboxes(kinds) << task_foot(task, sent);
    Html send = button({.content = "Record the answer", .name = "_do", .value = "answer", .prevent_double_click = true});
    send << "\n"_html << button({.content = "Record that you chased it", .name = "_do", .value = "chase", .classes = "govuk-button--secondary"});
    return out << buttons(send, case_href(task.in_case()));
}

}  // namespace

Response show_exchange(TaskVisit& task, const Sent& sent) {
    Html inside = task_head(task);
    inside << paragraph("With: " + body_of(task) + ".") << form_open(task.visit, task.href(), task.draft_key());
    inside << (task.page.task.act == engine::Possible::Act::Answer ? answering(task, sent) : sending(task, sent)) << "</form>\n"_html;
    return task_page(task, inside, sent.refused);
}

Response take_exchange(TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    const auto again = [&](const Refusal& refusal) { return show_exchange(task, {posted, &refusal}); };
    const std::string text(posted.get("text")), act(posted.get("_do"));
    if (act == "chase") {
        engine::ChaseExchange chase;
        fill_common(task, chase);
        chase.text = text;
        return send_act(task, chase, again);
    }
    if (task.page.task.act != engine::Possible::Act::Answer) {
        engine::SendExchange send;
        fill_common(task, send);
        send.text = text;
        send.reference = std::string(posted.get("reference"));
        return send_act(task, send, again);
    }
    engine::AnswerExchange answer;
    fill_common(task, answer);
    answer.text = text;
    for (const auto& kind : posted.all("answer-kind")) (kind == "partial" ? answer.partial : answer.no_information) = true;
    return send_act(task, answer, again);
}

}  // namespace hearken::web
