// Closing a record for a reason outside its procedure, and opening it again.
#include "web/components/radios.hpp"
#include "web/components/textarea.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/form_errors.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

Html why_box(const Fields& typed, const Refusal* refused) {
    return textarea({.name = "reason", .label = {.content = "Why?", .classes = "govuk-label--s"}, .hint = {.content = "The reason stays on the record."}, .error = error_at(refused, "reason"),
                     .value = std::string(typed.get("reason"))});
}

Response close_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto page = casework::read_case(visit.world(), visit.actor(), case_of(visit));
    if (!page) return render_refusal(visit, page.error());
    const auto definition = visit.world().library.find(page->summary.procedure, page->version);
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Close this record") << warning_text({.content = "It closes now, whatever is still to be done. Usually a record closes by itself when its last stage is complete."});
    if (!page->waiting_for.empty()) inside << paragraph("Still outstanding:") << reasons_list(page->waiting_for);
    inside << form_open(visit, case_href(page->summary.id, "close"));
    if (definition && !definition->outcomes.empty()) {
        Radios outcomes{.name = "outcome", .fieldset = Fieldset{.legend = {.content = "With which outcome?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, "outcome"), .value = std::string(typed.get("outcome"))};
        for (const auto& outcome : definition->outcomes)
            if (engine::may_close_with(*definition, outcome.id)) outcomes.items.push_back({.value = outcome.id, .content = outcome.label});
        inside << radios(outcomes);
    }
    inside << why_box(typed, refused) << buttons(send_button("Close this record", true), case_href(page->summary.id)) << "</form>\n"_html;
    return case_page(visit, page->summary, "Close this record", inside, refused ? status_of(refused->code) : 200);
}

Response take_close(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    engine::CloseCase close;
    close.outcome = std::string(posted.get("outcome"));
    close.reason = std::string(posted.get("reason"));
    Response done;
    if (const auto refused = do_in_case(visit, case_of(visit), close, case_href(case_of(visit)), done)) return close_page(visit, posted, &*refused);
    return done;
}

Response reopen_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto page = casework::read_case(visit.world(), visit.actor(), case_of(visit));
    if (!page) return render_refusal(visit, page.error());
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Open this record again") << paragraph("It begins again with new clocks. What was measured before stays as it was.") << form_open(visit, case_href(page->summary.id, "reopen"))
           << why_box(typed, refused) << buttons(send_button("Open it again"), case_href(page->summary.id)) << "</form>\n"_html;
    return case_page(visit, page->summary, "Open this record again", inside, refused ? status_of(refused->code) : 200);
}

Response take_reopen(Visit& visit) {
    engine::ReopenCase reopen;
    reopen.reason = std::string(visit.request.form.fields.get("reason"));
    Response done;
    if (const auto refused = do_in_case(visit, case_of(visit), reopen, case_href(case_of(visit)), done)) return reopen_page(visit, visit.request.form.fields, &*refused);
    return done;
}

}  // namespace

void add_case_course_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/close", .name = "case.close", .action = Action::ActInCase, .handler = [](Visit& visit) { return close_page(visit, {}, nullptr); }});
    add_route(router, site, {.method = "POST", .pattern = "/cases/:case/close", .name = "case.close.send", .action = Action::ActInCase, .handler = take_close});
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/reopen", .name = "case.reopen", .action = Action::ActInCase, .handler = [](Visit& visit) { return reopen_page(visit, {}, nullptr); }});
    add_route(router, site, {.method = "POST", .pattern = "/cases/:case/reopen", .name = "case.reopen.send", .action = Action::ActInCase, .handler = take_reopen});
}

}  // namespace hearken::web
