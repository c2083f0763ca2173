// What is added to a record beside its tasks, and read from it: notes, corrections, everything that happened, documents.
#include <algorithm>

#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/radios.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/form_errors.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

using casework::ChronologyEntry;

// --- Notes

std::string note_key(const CaseId& id) { return "case/" + id.str() + "/note"; }

Html which_child(const casework::CaseSummary& summary, const Fields& typed, const Refusal* refused) {
    if (summary.subjects.size() < 2) return {};
    Radios children{.name = "subject", .fieldset = Fieldset{.legend = {.content = "Whom is it about?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, "subject"),
                    .value = std::string(typed.get("subject"))};
    children.items.push_back({.value = "", .content = "All of them", .checked = typed.get("subject").empty()});
    for (const auto& subject : summary.subjects) children.items.push_back({.value = subject.person.str(), .content = subject.name});
    return radios(children);
}

Response note_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto page = casework::read_case(visit.world(), visit.actor(), case_of(visit));
    if (!page) return render_refusal(visit, page.error());
    const auto& id = page->summary.id;
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Add a note") << form_open(visit, case_href(id, "notes"), note_key(id));
    inside << textarea({.name = "text", .label = {.content = "What happened, or what you know", .classes = "govuk-label--s"}, .hint = {.content = "A note stays on the record as you write it."},
                        .error = error_at(refused, "text"), .value = std::string(typed.get("text")), .rows = 8});
    inside << text_input({.name = "source", .label = {.content = "Where does it come from? (optional)", .classes = "govuk-label--s"}, .error = error_at(refused, "source"), .value = std::string(typed.get("source"))});
    inside << which_child(page->summary, typed, refused);
    inside << checkboxes({.name = "significant", .items = {{.value = "yes", .content = "This is significant: put it in the chronology", .checked = typed.get("significant") == "yes"}}});
    inside << when_question(typed, refused) << buttons(send_button("Add the note"), case_href(id)) << "</form>\n"_html;
    return case_page(visit, page->summary, "Add a note", inside, refused ? status_of(refused->code) : 200);
}

Response show_note(Visit& visit) { return note_page(visit, typed_before(visit, note_key(case_of(visit))), nullptr); }

Response take_note(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    const auto when = when_given(posted);
    if (when.fault) {
        const Refusal refusal{RefusalCode::Invalid, {*when.fault}};
        return note_page(visit, posted, &refusal);
    }
    engine::Note note;
    note.occurred_at = when.at;
    note.text = std::string(posted.get("text"));
    note.source = std::string(posted.get("source"));
    note.significant = posted.get("significant") == "yes";
    note.subject = PersonId{std::string(posted.get("subject"))};
    Response done;
    const auto id = case_of(visit);
    if (const auto refused = do_in_case(visit, id, note, case_href(id), done)) return note_page(visit, posted, &*refused);
    casework::discard_draft(visit.world(), *visit.session, note_key(id));
    return done;
}

// --- Everything that happened

Html history_row(const CaseId& id, const ChronologyEntry& entry) {
    Html words = as_typed(entry.text.empty() ? entry.kind : entry.text);
    if (entry.recorded_at != entry.occurred_at) words << "<p class=\"govuk-body-s\">Recorded "_html << when_words(entry.recorded_at) << "</p>\n"_html;
    if (!entry.source.empty()) words << "<p class=\"govuk-body-s\">Source: "_html << entry.source << "</p>\n"_html;
    for (const auto& correction : entry.corrections) words << inset_text({.content = "Corrected: " + correction});
    Html correct = link_to(case_href(id, "corrections") + "?event=" + percent_encoded(entry.event.str()), "Correct");
    // What the product did by itself was done nowhere.
    const std::string where = entry.by == "Hearken" || entry.organisation.empty() ? "" : ", " + entry.organisation;
    Html cell;
    cell << words << "<p class=\"govuk-body-s\">"_html << entry.by << where << ". "_html << correct
         << "<span class=\"govuk-visually-hidden\"> the entry of "_html << when_words(entry.occurred_at) << "</span></p>\n"_html;
    return cell;
}

Response show_history(Visit& visit) {
    const auto page = casework::read_case(visit.world(), visit.actor(), case_of(visit));
    if (!page) return render_refusal(visit, page.error());
    SummaryList list;
    for (const auto& entry : page->history)
        list.rows.push_back({.key = {.content = when_words(entry.occurred_at)}, .value = {.content = history_row(page->summary.id, entry)}});
    Html inside = heading("Everything that happened");
    if (list.rows.empty()) inside << paragraph("There is nothing here that your part in this record includes.");
    else inside << paragraph("Nothing is ever removed. A correction stands beside what it corrects.") << summary_list(list);
    return case_page(visit, page->summary, "Everything that happened", inside);
}

// --- Corrections

Response correction_page(const Visit& visit, const std::string& event, const Fields& typed, const Refusal* refused) {
    const auto page = casework::read_case(visit.world(), visit.actor(), case_of(visit));
    if (!page) return render_refusal(visit, page.error());
    const auto entry = std::find_if(page->history.begin(), page->history.end(), [&](const ChronologyEntry& one) { return one.event.str() == event; });
    if (entry == page->history.end()) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-entry", "Choose the entry to be corrected from the list of everything that happened."));
    const auto& id = page->summary.id;
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading("Correct an entry") << paragraph("The first text stays readable. Your correction stands beside it, with your name and reason.");
    Html first = paragraph(when_words(entry->occurred_at) + ", " + entry->by);
    first << as_typed(entry->text);
    inside << inset_text({.content = first}) << form_open(visit, case_href(id, "corrections") + "?event=" + percent_encoded(event), "case/" + id.str() + "/correction/" + event);
    inside << textarea({.name = "text", .label = {.content = "What it should say", .classes = "govuk-label--s"}, .error = error_at(refused, "text"), .value = std::string(typed.get("text"))});
    inside << text_input({.name = "reason", .label = {.content = "Why it is corrected", .classes = "govuk-label--s"}, .error = error_at(refused, "reason"), .value = std::string(typed.get("reason"))});
    inside << buttons(send_button("Add the correction"), case_href(id, "history")) << "</form>\n"_html;
    return case_page(visit, page->summary, "Correct an entry", inside, refused ? status_of(refused->code) : 200);
}

std::string event_asked(const Visit& visit) { return std::string(visit.request.query.get("event")); }

Response show_correction(Visit& visit) { return correction_page(visit, event_asked(visit), typed_before(visit, "case/" + case_of(visit).str() + "/correction/" + event_asked(visit)), nullptr); }

Response take_correction(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    engine::Correct correct;
    correct.event = EventId{event_asked(visit)};
    correct.text = std::string(posted.get("text"));
    correct.reason = std::string(posted.get("reason"));
    Response done;
    const auto id = case_of(visit);
    if (const auto refused = do_in_case(visit, id, correct, case_href(id, "history"), done)) return correction_page(visit, event_asked(visit), posted, &*refused);
    casework::discard_draft(visit.world(), *visit.session, "case/" + id.str() + "/correction/" + event_asked(visit));
    return done;
}

}  // namespace

void add_case_record_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/notes", .name = "case.note", .action = Action::ActInCase, .handler = show_note});
    add_route(router, site, {.method = "POST", .pattern = "/cases/:case/notes", .name = "case.note.add", .action = Action::ActInCase, .handler = take_note});
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/history", .name = "case.history", .action = Action::ReadCase, .handler = show_history});
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/corrections", .name = "case.correction", .action = Action::ActInCase, .handler = show_correction});
    add_route(router, site, {.method = "POST", .pattern = "/cases/:case/corrections", .name = "case.correction.add", .action = Action::ActInCase, .handler = take_correction});
    add_document_pages(router, site);
    add_case_files(router, site);
}

}  // namespace hearken::web
