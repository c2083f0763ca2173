// Who can see a case, restricting it, opening it in an emergency, adding a child, and stopping that people are told.
#include <algorithm>

#include "casework/children.hpp"
#include "casework/choices.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/radios.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/form_errors.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

using casework::CasePage;

Result<CasePage> read(const Visit& visit) { return casework::read_case(visit.world(), visit.actor(), case_of(visit)); }

Html why_box(const Fields& typed, const Refusal* refused, const char* label) {
    return textarea({.name = "reason", .label = {.content = label, .classes = "govuk-label--s"}, .error = error_at(refused, "reason"), .value = std::string(typed.get("reason")), .rows = 4});
}

// --- Who can see this

Response show_who_can_see(Visit& visit) {
    const auto page = read(visit);
    if (!page) return render_refusal(visit, page.error());
    const auto readers = casework::who_can_see(visit.world(), visit.actor(), case_of(visit));
    if (!readers) return render_refusal(visit, readers.error());
    SummaryList list;
    for (const auto& reader : *readers) {
        Html cell = paragraph(reader.organisation);
        cell << paragraph(reader.why);
        list.rows.push_back({.key = {.content = reader.name}, .value = {.content = cell}});
    }
    Html inside = heading("Who can see this");
    if (list.rows.empty()) inside << paragraph("Nobody but you can see this record.");
    inside << paragraph("Every reading is kept: who, when, in which role.") << summary_list(list);
    if (access::may(visit.actor(), access::Action::RestrictCase)) inside << "<p class=\"govuk-body\">"_html << link_to(case_href(page->summary.id, "restrict"), page->summary.restricted ? "Change or lift the restriction" : "Restrict who can see this") << "</p>\n"_html;
    return case_page(visit, page->summary, "Who can see this", inside);
}

// --- Restricting

Response restrict_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto page = read(visit);
    if (!page) return render_refusal(visit, page.error());
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Who may see this record") << form_open(visit, case_href(page->summary.id, "restrict"));
    Checkboxes named{.name = "named", .fieldset = Fieldset{.legend = {.content = "Who else may see it?"}}, .hint = {.content = "You stay one of them."}, .values = typed.all("named")};
    for (const auto& user : casework::colleagues(visit.world(), visit.actor())) named.items.push_back({.value = user.id, .content = user.name});
    inside << radios({.name = "restricted", .fieldset = Fieldset{.legend = {.content = "Restrict this record?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, "restricted"),
                      .items = {{.value = "yes", .content = "Only the people named may see it", .hint = {.content = "For everybody else it is not there: not in lists, counts or searches."}, .conditional = checkboxes(named)},
                                {.value = "no", .content = "No restriction: everybody whose role and part allow it"}},
                      .value = typed.has("restricted") ? std::string(typed.get("restricted")) : page->summary.restricted ? "yes" : ""});
    inside << why_box(typed, refused, "Why?") << buttons(send_button("Save"), case_href(page->summary.id, "who-can-see")) << "</form>\n"_html;
    return case_page(visit, page->summary, "Who may see this record", inside, refused ? status_of(refused->code) : 200);
}

Response take_restriction(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    std::vector<UserId> named;
    for (const auto& user : posted.all("named")) named.emplace_back(user);
    if (!posted.has("restricted")) {
        const auto missing = Refusal::of(RefusalCode::Invalid, "required", "Say whether the record is restricted.", "restricted");
        return restrict_page(visit, posted, &missing);
    }
    const auto done = casework::restrict_case(visit.world(), visit.actor(), case_of(visit), posted.get("restricted") == "yes", named, std::string(posted.get("reason")));
    if (!done) return restrict_page(visit, posted, &done.error());
    return changed(case_href(case_of(visit), "who-can-see"), done->message);
}

// --- In an emergency. The page shows nothing of the case: whoever comes here cannot see it yet.

Response emergency_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Open a restricted record in an emergency")
           << warning_text({.content = "Only where a child may come to harm if you wait. The people who may see the record are told at once that you opened it, and why."});
    inside << form_open(visit, case_href(case_of(visit), "break-glass")) << why_box(typed, refused, "Why can it not wait?") << buttons(send_button("Open it for 24 hours", true), "/") << "</form>\n"_html;
    PageContent content;
    content.title = "Open a restricted record in an emergency";
    content.section = "cases";
    content.status = refused ? status_of(refused->code) : 200;
    content.before_main = back_to("/");
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

Response take_emergency(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    const auto done = casework::break_glass(visit.world(), visit.actor(), case_of(visit), std::string(posted.get("reason")));
    if (!done && done.error().code == RefusalCode::NotFound) return render_refusal(visit, done.error());
    if (!done) return emergency_page(visit, posted, &done.error());
    return changed(case_href(case_of(visit)), done->message);
}

// --- Another child

Response add_child_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto page = read(visit);
    if (!page) return render_refusal(visit, page.error());
    const auto definition = visit.world().library.find(page->summary.procedure, page->version);
    const std::string words(typed.get("words"));
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Add a child") << form_open(visit, case_href(page->summary.id, "add-child"));
    inside << text_input({.name = "words", .label = {.content = "Search by name", .classes = "govuk-label--s"}, .error = error_at(refused, "words"), .value = words, .autocomplete = "off"});
    inside << button({.content = "Search", .name = "_do", .value = "search", .classes = "govuk-button--secondary"});
    if (!words.empty()) {
        const auto found = casework::search_people(visit.world(), visit.actor(), words);
        if (!found) inside << paragraph(found.error().reasons.front().text);
        else if (found->rows.empty()) inside << paragraph("Nobody of that name was found. Check the spelling, or add a record for the child first.");
        Radios people{.name = "subject", .fieldset = Fieldset{.legend = {.content = "Found"}}, .error = error_at(refused, "subject"), .value = std::string(typed.get("subject"))};
        if (found)
            for (const auto& person : found->rows) people.items.push_back({.value = person.id.str(), .content = person.list_name, .hint = {.content = person.age}});
        if (!people.items.empty()) {
            inside << radios(people);
            if (definition && !definition->subjects.parts.empty()) {
                Radios parts{.name = "part", .fieldset = Fieldset{.legend = {.content = "What was the child's part in it? (optional)"}}, .value = std::string(typed.get("part"))};
                for (const auto& part : definition->subjects.parts) parts.items.push_back({.value = part.id, .content = part.label});
                inside << radios(parts);
            }
            inside << button({.content = "Add this child", .name = "_do", .value = "add"});
        }
    }
    inside << "</form>\n<p class=\"govuk-body\">"_html << link_to("/people/new", "Add a record for a child who is not held yet") << "</p>\n"_html;
    return case_page(visit, page->summary, "Add a child", inside, refused ? status_of(refused->code) : 200);
}

Response take_child(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    if (posted.get("_do") != "add") return add_child_page(visit, posted, nullptr);
    if (posted.get("subject").empty()) {
        const auto missing = Refusal::of(RefusalCode::Invalid, "required", "Choose the child from those found.", "subject");
        return add_child_page(visit, posted, &missing);
    }
    engine::AddSubject add;
    add.subject = {PersonId{std::string(posted.get("subject"))}, "child", std::string(posted.get("part"))};
    Response done;
    if (const auto refused = do_in_case(visit, case_of(visit), add, case_href(case_of(visit)), done)) return add_child_page(visit, posted, &*refused);
    return done;
}

// --- Stopping that people are told

Response prohibition_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto page = read(visit);
    if (!page) return render_refusal(visit, page.error());
    const auto definition = visit.world().library.find(page->summary.procedure, page->version);
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Stop or allow telling people");
    for (const auto& words : page->prohibitions) inside << warning_text({.content = words});
    if (page->prohibitions.empty()) inside << paragraph("Nothing stops anybody from being told now.");
    if (!definition || definition->prohibitions.empty()) return case_page(visit, page->summary, "Stop or allow telling people", inside << paragraph("This procedure has no such restriction of its own."));
    inside << paragraph("A restriction holds in every record and every organisation, not only here.") << form_open(visit, case_href(page->summary.id, "prohibitions"));
    Radios which{.name = "prohibition", .fieldset = Fieldset{.legend = {.content = "Which?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, "prohibition"), .value = std::string(typed.get("prohibition"))};
    for (const auto& one : definition->prohibitions) {
        which.items.push_back({.value = "set:" + one.id, .content = "Set: " + one.title, .hint = {.content = one.says}});
        which.items.push_back({.value = "lift:" + one.id, .content = "End: " + one.title});
    }
    Radios whom{.name = "subject", .fieldset = Fieldset{.legend = {.content = "For which child?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, "subject"), .value = std::string(typed.get("subject"))};
    whom.items.push_back({.value = "", .content = "Everybody in this record", .checked = typed.get("subject").empty()});
    for (const auto& subject : page->summary.subjects) whom.items.push_back({.value = subject.person.str(), .content = subject.name});
    inside << radios(which) << radios(whom) << why_box(typed, refused, "Why?") << buttons(send_button("Save"), case_href(page->summary.id)) << "</form>\n"_html;
    return case_page(visit, page->summary, "Stop or allow telling people", inside, refused ? status_of(refused->code) : 200);
}

Response take_prohibition(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    const auto chosen = posted.get("prohibition");
    if (chosen.empty()) {
        const auto missing = Refusal::of(RefusalCode::Invalid, "required", "Choose what is to be set or ended.", "prohibition");
        return prohibition_page(visit, posted, &missing);
    }
    engine::SetProhibition set;
    set.lift = chosen.starts_with("lift:");
    set.prohibition = std::string(chosen.substr(std::min(chosen.size(), chosen.find(':') + 1)));
    set.subject = PersonId{std::string(posted.get("subject"))};
    set.reason = std::string(posted.get("reason"));
    Response done;
    if (const auto refused = do_in_case(visit, case_of(visit), set, case_href(case_of(visit)), done)) return prohibition_page(visit, posted, &*refused);
    return done;
}

}  // namespace

void add_case_people_pages(Router& router, Site& site) {
    using access::Action;
    const auto page = [&](const char* pattern, const char* name, Action action, auto show, auto take) {
        add_route(router, site, {.method = "GET", .pattern = pattern, .name = name, .action = action, .handler = [show](Visit& visit) { return show(visit, Fields{}, nullptr); }});
        add_route(router, site, {.method = "POST", .pattern = pattern, .name = std::string(name) + ".send", .action = action, .handler = take});
    };
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/who-can-see", .name = "case.who-can-see", .action = Action::ReadCase, .handler = show_who_can_see});
    page("/cases/:case/restrict", "case.restrict", Action::RestrictCase, restrict_page, take_restriction);
    page("/cases/:case/break-glass", "case.break-glass", Action::BreakGlass, emergency_page, take_emergency);
    page("/cases/:case/add-child", "case.add-child", Action::ActInCase, add_child_page, take_child);
    page("/cases/:case/prohibitions", "case.prohibitions", Action::ActInCase, prohibition_page, take_prohibition);
}

}  // namespace hearken::web
