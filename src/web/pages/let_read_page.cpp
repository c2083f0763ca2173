// Letting a named colleague read a record until a day.
#include "casework/let_read.hpp"

#include "casework/choices.hpp"
#include "web/components/moj/date_picker.hpp"
#include "web/components/select.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/sharing_pages.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

Html words_box(const Fields& typed, const Refusal* refused, const char* name, const char* label) {
    return textarea({.name = name, .label = {.content = label, .classes = "govuk-label--s"}, .error = error_at(refused, name), .value = std::string(typed.get(name)), .rows = 3});
}

Response ask(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto page = casework::read_case(visit.world(), visit.actor(), case_of(visit));
    if (!page) return render_refusal(visit, page.error());
    if (page->summary.view != access::CaseView::Full)
        return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open."));
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Let a colleague read this") << paragraph("Only somebody who needs to know it, and only for as long. Somebody whose role only records is told by word of mouth instead: record what they were told.")
           << form_open(visit, case_href(page->summary.id, "let-read"));
    Select who{.name = "who", .label = {.content = "Who needs to read it?", .classes = "govuk-label--s"}, .error = error_at(refused, "who"), .value = std::string(typed.get("who"))};
    who.items.push_back({.text = "Choose one", .value = ""});
    for (const auto& user : casework::colleagues(visit.world(), visit.actor())) who.items.push_back({.text = user.name, .value = user.id});
    DatePicker until;
    until.id = until.name = "until";
    until.label = {.content = "Until which day?", .classes = "govuk-label--s"};
    until.hint = {.content = "For example, 2/4/2026"};
    until.error = error_at(refused, "until");
    until.value = std::string(typed.get("until"));
    inside << select(who) << date_picker(until) << words_box(typed, refused, "what", "What of it do they need?") << words_box(typed, refused, "why", "Why do they need to know it?")
           << buttons(send_button("Let them read it"), case_href(page->summary.id, "shared")) << "</form>\n"_html;
    return case_page(visit, page->summary, "Let a colleague read this", inside, refused ? status_of(refused->code) : 200);
}

Response take(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    const casework::LetRead request{UserId(std::string(posted.get("who"))), std::string(posted.get("until")), std::string(posted.get("what")), std::string(posted.get("why"))};
    const auto done = casework::let_read(visit.world(), visit.actor(), case_of(visit), request);
    if (!done && done.error().code == RefusalCode::NotFound) return render_refusal(visit, done.error());
    if (!done) return ask(visit, posted, &done.error());
    return changed(case_href(case_of(visit), "shared"), done->message);
}

}  // namespace

void add_let_read_page(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/let-read", .name = "case.let-read", .action = access::Action::ActInCase, .handler = [](Visit& visit) { return ask(visit, {}, nullptr); }});
    add_route(router, site, {.method = "POST", .pattern = "/cases/:case/let-read", .name = "case.let-read.send", .action = access::Action::ActInCase, .handler = take});
}

}  // namespace hearken::web
