// A decision: a question answered with reasons; and the signature of somebody other than whoever decided.
#include <algorithm>

#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/radios.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/textarea.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/school_pages.hpp"
#include "web/pages/task_pages.hpp"

namespace hearken::web {

namespace {

using procedure::DecisionOption;

std::string label_of(const procedure::Decision& decision, const std::string& id) {
    for (const auto& option : decision.options)
        if (option.id == id) return option.label.empty() ? id : option.label;
    return id;
}

Html suggestion_box(const TaskVisit& task) {
    if (task.page.suggested_option.empty()) return {};
    Html words = paragraph("As things stand, the procedure suggests: " + label_of(*task.definition().decision, task.page.suggested_option) + ".");
    if (!task.page.suggested_why.empty()) words << paragraph(task.page.suggested_why);
    words << paragraph("You decide. If you decide otherwise, say why.");
    return inset_text({.content = words});
}

Html options(const TaskVisit& task, const Sent& sent) {
    const auto& decision = *task.definition().decision;
    Radios choices{.name = "option", .fieldset = Fieldset{.legend = {.content = decision.question, .classes = "govuk-fieldset__legend--m"}}, .error = error_at(sent.refused, "option"), .value = sent.get("option")};
    for (const auto& [id, label] : task.page.offered_options) {
        const auto found = std::find_if(decision.options.begin(), decision.options.end(), [&](const DecisionOption& one) { return one.id == id; });
        choices.items.push_back({.value = id, .content = label.empty() ? id : label, .hint = {.content = found == decision.options.end() ? "" : found->hint}});
    }
    return radios(choices);
}

Html why_otherwise(const TaskVisit& task, const Sent& sent) {
    if (task.page.suggested_option.empty() || !task.page.task.asks_why.empty()) return {};
    return textarea({.name = "why", .label = {.content = "If you decide otherwise than suggested: why?", .classes = "govuk-label--s"}, .error = error_at(sent.refused, "why"), .value = sent.get("why"), .rows = 3});
}

std::string signers(const TaskVisit& task) {
    std::string names;
    const auto& roles = task.visit.world().library.vocabulary().roles;
    for (const auto& role : task.definition().decision->approved_by) {
        const auto known = roles.find(role);
        names += (names.empty() ? "" : " and ") + (known == roles.end() ? role : known->second.title);
    }
    return names;
}

const casework::DecisionView* decision_of(const casework::CasePage& page, const TaskVisit& task) {
    for (const auto& decision : page.decisions)
        if (decision.task == task.page.task.task && decision.subject == task.page.task.subject) return &decision;
    return nullptr;
}

Html decided(const casework::DecisionView& decision) {
    SummaryList list;
    list.rows = {{.key = {.content = "Question"}, .value = {.content = decision.question}},
                 {.key = {.content = "Decided"}, .value = {.content = decision.option_label}},
                 {.key = {.content = "Reasons"}, .value = {.content = decision.reasons.empty() ? Content("None given") : Content(as_typed(decision.reasons))}},
                 {.key = {.content = "By"}, .value = {.content = decision.decided_by + ", " + when_words(decision.decided_at)}}};
    for (const auto& [role, who] : decision.signatures) list.rows.push_back({.key = {.content = "Signed: " + role}, .value = {.content = who}});
    return summary_list(list);
}

}  // namespace

Response show_decide(TaskVisit& task, const Sent& sent) {
    const auto& decision = *task.definition().decision;
    Html inside = task_head(task);
    inside << around_beside(task.visit, task.page.task, task.in_case());
    if (!decision.criteria.empty()) inside << smaller_heading("What to weigh") << bullets(decision.criteria);
    inside << suggestion_box(task) << form_open(task.visit, task.href(), task.draft_key()) << options(task, sent);
    if (!decision.coded_reasons.empty()) {
        Checkboxes codes{.name = "reason-codes", .fieldset = Fieldset{.legend = {.content = "Which reasons apply?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(sent.refused, "reason-codes"),
                         .values = sent.typed.all("reason-codes")};
        for (const auto& code : decision.coded_reasons) codes.items.push_back({.value = code.id, .content = code.label, .hint = {.content = code.hint}});
        inside << checkboxes(codes);
    }
    inside << textarea({.name = "reasons", .label = {.content = "Reasons", .classes = "govuk-label--s"}, .hint = {.content = "In words that somebody reading this in years to come will understand."},
                        .error = error_at(sent.refused, "reasons"), .value = sent.get("reasons"), .rows = 6});
    if (!decision.advice_from.empty())
        inside << textarea({.name = "advice", .label = {.content = "Advice you were given, and by whom (optional)", .classes = "govuk-label--s"}, .hint = {.content = "Advice never delays the decision."},
                            .error = error_at(sent.refused, "advice"), .value = sent.get("advice"), .rows = 3});
    inside << why_otherwise(task, sent) << task_foot(task, sent);
    if (const auto who = signers(task); !who.empty())
        inside << paragraph(std::string("It then waits for the signature of: ") + who + (decision.not_self ? ", who must be somebody other than you." : "."));
    inside << buttons(send_button("Record the decision"), case_href(task.in_case())) << "</form>\n"_html;
    return task_page(task, inside, sent.refused);
}

Response take_decide(TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    engine::Decide command;
    fill_common(task, command);
    command.option = std::string(posted.get("option"));
    command.reasons = std::string(posted.get("reasons"));
    command.reason_codes = posted.all("reason-codes");
    command.advice = std::string(posted.get("advice"));
    return send_act(task, command, [&](const Refusal& refusal) { return show_decide(task, {posted, &refusal}); });
}

Response show_sign(TaskVisit& task, const Sent& sent) {
    const auto page = casework::read_case(task.visit.world(), task.visit.actor(), task.in_case());
    if (!page) return render_refusal(task.visit, page.error());
    Html inside = task_head(task);
    if (const auto* decision = decision_of(*page, task)) inside << decided(*decision);
    if (!task.page.task.may) {
        Html why = paragraph("This waits for a signature that you cannot give:");
        why << reasons_list(task.page.task.why_not);
        return task_page(task, inside << inset_text({.content = why}), sent.refused);
    }
    inside << form_open(task.visit, task.href("sign"), task.draft_key("sign"))
           << radios({.name = "approve", .fieldset = Fieldset{.legend = {.content = "Do you sign this decision?", .classes = "govuk-fieldset__legend--m"}}, .error = error_at(sent.refused, "approve"),
                      .items = {{.value = "yes", .content = "Yes, I sign it"}, {.value = "no", .content = "No, it goes back to whoever decided", .hint = {.content = "Say below what has to change."}}}, .value = sent.get("approve")})
           << textarea({.name = "text", .label = {.content = "Comment (needed if you do not sign)", .classes = "govuk-label--s"}, .error = error_at(sent.refused, "text"), .value = sent.get("text"), .rows = 4})
           << when_question(sent.typed, sent.refused) << buttons(send_button("Send your answer"), case_href(task.in_case())) << "</form>\n"_html;
    return task_page(task, inside, sent.refused);
}

Response take_sign(TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    const auto answer = posted.get("approve");
    if (answer != "yes" && answer != "no") {
        const auto missing = Refusal::of(RefusalCode::Invalid, "required", "Say whether you sign the decision.", "approve");
        return show_sign(task, {posted, &missing});
    }
    engine::Sign command;
    fill_common(task, command);
    command.approve = answer == "yes";
    command.text = std::string(posted.get("text"));
    return send_act(task, command, [&](const Refusal& refusal) { return show_sign(task, {posted, &refusal}); });
}

}  // namespace hearken::web
