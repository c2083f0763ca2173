// What people do with a chronology beside reading it: add and correct entries, say what they meant for the child, let
// another organisation read their own, and make a PDF of it for somebody.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/chronology.hpp"
#include "casework/made_documents.hpp"
#include "documents/pdf.hpp"
#include "web/components/inset_text.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_pages.hpp"
#include "web/pages/printed.hpp"
#include "web/pages/small_form.hpp"

namespace hearken::web {

namespace {

PersonId person_of(const Visit& visit) { return PersonId(visit.params["person"]); }
EventId entry_of(const Visit& visit) { return EventId(visit.params["entry"]); }
std::string chronology_href(const Visit& visit, const std::string& page = {}) { return "/people/" + person_of(visit).str() + "/chronology" + (page.empty() ? "" : "/" + page); }

/// The record must be one that this reader may open before a form about it is shown.
Result<std::string> name_of(const Visit& visit) {
    const auto child = casework::read_child(visit.world(), visit.actor(), person_of(visit));
    if (!child) return refuse(child.error());
    if (child->summary.view != access::PersonView::Full) return refuse(RefusalCode::NotFound, "no-such-person", "There is no such record, or it is not one that you may open.");
    return child->summary.name;
}

// --- Adding and correcting

const Options kExactness = {{"day", "This very day"}, {"about", "About then"}, {"month", "Only the month is known"}, {"year", "Only the year is known"}};

Html entry_fields(const Fields& typed, const Refusal* refused) {
    SmallForm form(typed, refused);
    form.day("happened_on", "When did it happen?", "For example, 2/4/2019. If only the month or the year is known, give any day in it and say so below.")
        .one_of("exactness", "How exactly is that known?", kExactness)
        .day("until_on", "When did it end? (if it went on for a time)")
        .chosen("category", "What kind of event was it?", casework::life_event_categories())
        .area("what", "What happened?", "Facts, in plain words: what was seen, said or done, and by whom.", 5)
        .area("impact", "What did it mean for the child? (if you know)", "What they felt, lost, missed or gained.", 3)
        .text("source", "Where do you know it from?", "For example: hospital letter of 3 March 2019; told by her aunt.")
        .tick("significant", "This is significant: somebody reading this child’s life in five minutes must see it");
    return form.html();
}

casework::NewLifeEvent entry_typed(const Fields& typed, Refusal& refusal) {
    casework::NewLifeEvent event;
    event.happened_on = day_typed(typed, "happened_on", refusal);
    event.until_on = day_typed(typed, "until_on", refusal);
    event.exactness = std::string(typed.get("exactness"));
    event.category = std::string(typed.get("category"));
    event.what = std::string(typed.get("what"));
    event.impact = std::string(typed.get("impact"));
    event.source = std::string(typed.get("source"));
    event.significant = typed.get("significant") == "yes";
    return event;
}

/// What casework refuses beside what could not be read: a date that is none is told once, not also as missing.
Refusal together(const Refusal& unreadable, const Refusal& refused) {
    Refusal all = refused;
    for (const auto& reason : unreadable.reasons) {
        std::erase_if(all.reasons, [&](const Reason& one) { return one.field == reason.field; });
        all.reasons.insert(all.reasons.begin(), reason);
    }
    return all;
}

Response add_page(const Visit& visit, const std::string& name, const Fields& typed, const Refusal* refused) {
    SmallFormPage page;
    page.title = "Add to the chronology";
    page.caption = name;
    page.posts_to = chronology_href(visit, "add");
    page.back = chronology_href(visit);
    page.button = "Add it";
    page.before = paragraph("For events that no case here tells of: from another agency, from before, from what the family or the child says. The entry is your organisation’s. "
                            "Others see it only when your organisation shares it.");
    page.inside = entry_fields(typed, refused);
    return small_form_page(visit, page, refused);
}

Response show_add(Visit& visit) {
    const auto name = name_of(visit);
    if (!name) return render_refusal(visit, name.error());
    auto typed = typed_before(visit, chronology_href(visit, "add"));
    if (typed.empty()) typed = {{"exactness", "day"}, {"significant", "yes"}};
    return add_page(visit, *name, typed, nullptr);
}

Response add_entry(Visit& visit) {
    const auto name = name_of(visit);
    if (!name) return render_refusal(visit, name.error());
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    const auto event = entry_typed(typed, unreadable);
    if (const auto added = unreadable.reasons.empty() ? casework::add_life_event(visit.world(), visit.actor(), person_of(visit), event) : Result<EventId>(refuse(unreadable)); !added) {
        const auto refusal = together(unreadable, added.error());
        return add_page(visit, *name, typed, &refusal);
    }
    casework::discard_draft(visit.world(), *visit.session, chronology_href(visit, "add"));
    return changed(chronology_href(visit), "The entry was added to the chronology.");
}

Fields fields_of(const casework::NewLifeEvent& event) {
    const auto day = [](const std::optional<people::Date>& date) { return date ? std::to_string(unsigned(date->day())) + "/" + std::to_string(unsigned(date->month())) + "/" + std::to_string(int(date->year())) : std::string(); };
    return {{"happened_on", day(event.happened_on)}, {"until_on", day(event.until_on)}, {"exactness", event.exactness}, {"category", event.category}, {"what", event.what},
            {"impact", event.impact}, {"source", event.source}, {"significant", event.significant ? "yes" : ""}};
}

Response correct_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    SmallFormPage page;
    page.title = "Correct an entry";
    page.posts_to = chronology_href(visit, "entries/" + entry_of(visit).str() + "/correct");
    page.back = chronology_href(visit);
    page.button = "Save the correction";
    page.inside << entry_fields(typed, refused) << SmallForm(typed, refused).area("why", "What was wrong?", "It is shown with the corrected entry. The old words are kept.", 2).html();
    return small_form_page(visit, page, refused);
}

Response show_correct(Visit& visit) {
    const auto held = casework::read_life_event(visit.world(), visit.actor(), person_of(visit), entry_of(visit));
    if (!held) return render_refusal(visit, held.error());
    auto typed = typed_before(visit, chronology_href(visit, "entries/" + entry_of(visit).str() + "/correct"));
    if (typed.empty()) typed = fields_of(held->event);
    return correct_page(visit, typed, nullptr);
}

Response correct_entry(Visit& visit) {
    const auto held = casework::read_life_event(visit.world(), visit.actor(), person_of(visit), entry_of(visit));
    if (!held) return render_refusal(visit, held.error());
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    const auto event = entry_typed(typed, unreadable);
    const auto done = unreadable.reasons.empty() ? casework::correct_life_event(visit.world(), visit.actor(), person_of(visit), entry_of(visit), event, std::string(typed.get("why")))
                                                 : Result<EventId>(refuse(unreadable));
    if (!done) return correct_page(visit, typed, &done.error());
    return changed(chronology_href(visit), "The entry was corrected.");
}

// --- Impact

Response impact_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    SmallFormPage page;
    page.title = "What did it mean for the child?";
    page.posts_to = chronology_href(visit, "entries/" + entry_of(visit).str() + "/impact");
    page.back = chronology_href(visit);
    page.button = "Add it";
    page.before = paragraph("It is added beside the entry, with your name and today’s date. Nothing that was written before changes.");
    page.inside = SmallForm(typed, refused).area("impact", "Impact on the child", "What they felt, lost, missed or gained; in their own words where you have them.", 5).html();
    return small_form_page(visit, page, refused);
}

Response show_impact(Visit& visit) {
    const auto name = name_of(visit);
    if (!name) return render_refusal(visit, name.error());
    return impact_page(visit, typed_before(visit, chronology_href(visit, "entries/" + entry_of(visit).str() + "/impact")), nullptr);
}

Response add_impact(Visit& visit) {
    if (const auto name = name_of(visit); !name) return render_refusal(visit, name.error());
    const auto& typed = visit.request.form.fields;
    const auto done = casework::add_impact(visit.world(), visit.actor(), person_of(visit), entry_of(visit), std::string(typed.get("impact")));
    if (done) return changed(chronology_href(visit), "What it meant for the child was added.");
    return done.error().code == RefusalCode::NotFound || done.error().code == RefusalCode::NotPermitted ? render_refusal(visit, done.error()) : impact_page(visit, typed, &done.error());
}

// --- Choosing entries, to share or to print

Options entry_options(const std::vector<casework::ChronologyEntry>& entries) {
    Options options;
    for (const auto& entry : entries) options.emplace_back(entry.event.str(), entry.when + ": " + entry.text + (entry.source.empty() ? "" : " (source: " + entry.source + ")"));
    return options;
}

std::vector<EventId> entries_typed(const Fields& typed) {
    std::vector<EventId> entries;
    for (const auto& id : typed.all("entries")) entries.emplace_back(std::string(id));
    return entries;
}

// --- Sharing

Html shares_table(const Visit& visit, const casework::ChronologySharing& sharing) {
    Html out;
    out << smaller_heading("Shared so far", "shared");
    if (sharing.shares.empty()) return out << paragraph("Nothing of this chronology has been shared from or with your organisation.");
    StackedTable table;
    table.head = {"When", "From", "With", "What for", "Now"};
    for (const auto& share : sharing.shares) {
        Html why, now;
        why << share.why << "<br>\n<span class=\"govuk-hint\">Lawful because: "_html << share.basis << "</span>"_html;
        if (share.ended_at) now << "Ended "_html << when_words(*share.ended_at) << ": "_html << share.ended_why;
        else {
            now << share.entries << (share.entries == 1 ? " entry" : " entries");
            if (share.ours) now << ". "_html << link_to(chronology_href(visit, "shares/" + share.id + "/end"), "End it");
        }
        table.rows.push_back({when_words(share.shared_at) + ", by " + share.by, share.from, share.with, why, now});
    }
    return out << stacked_table(table);
}

Response share_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto sharing = casework::read_chronology_sharing(visit.world(), visit.actor(), person_of(visit));
    if (!sharing) return render_refusal(visit, sharing.error());
    SmallFormPage page;
    page.title = "Share your agency’s chronology";
    page.caption = sharing->name;
    page.posts_to = chronology_href(visit, "share");
    page.back = chronology_href(visit);
    page.button = "Share these entries";
    page.wide = true;
    page.before = paragraph("Another organisation comes to read exactly the entries you tick, in its own view of this child’s chronology, until you end it. Only entries of your own organisation, and none of a "
                            "restricted record, can be chosen.");
    if (sharing->entries.empty()) page.before << paragraph("There is no entry that you can share.");
    Options organisations;
    for (const auto& [id, name] : sharing->organisations) organisations.emplace_back(id.str(), name);
    SmallForm form(typed, refused);
    form.chosen("with", "Which organisation is to read it?", organisations)
        .area("why", "What do they need it for?", "", 2)
        .area("basis", "Why is it lawful?", "With whose consent, or why without: for example, because a child may be at risk and asking would make it worse.", 2)
        .some_of("entries", "Which entries?", entry_options(sharing->entries));
    page.inside = form.html();
    page.after = shares_table(visit, *sharing);
    return small_form_page(visit, page, refused);
}

Response show_share(Visit& visit) { return share_page(visit, typed_before(visit, chronology_href(visit, "share")), nullptr); }

Response share(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    const auto done = casework::share_chronology(visit.world(), visit.actor(), person_of(visit),
                                                 {OrganisationId(std::string(typed.get("with"))), std::string(typed.get("basis")), std::string(typed.get("why")), entries_typed(typed)});
    if (!done) return done.error().code == RefusalCode::NotFound ? render_refusal(visit, done.error()) : share_page(visit, typed, &done.error());
    casework::discard_draft(visit.world(), *visit.session, chronology_href(visit, "share"));
    return changed(chronology_href(visit, "share"), "The entries were shared.");
}

Response end_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const std::string share(visit.params["share"]);
    const auto sharing = casework::read_chronology_sharing(visit.world(), visit.actor(), person_of(visit));
    if (!sharing) return render_refusal(visit, sharing.error());
    const auto held = std::find_if(sharing->shares.begin(), sharing->shares.end(), [&](const auto& one) { return one.id == share && one.ours && !one.ended_at; });
    if (held == sharing->shares.end()) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-share", "There is no such sharing, or it is not your organisation’s to end."));
    SmallFormPage page;
    page.title = "End the sharing";
    page.caption = held->with;
    page.posts_to = chronology_href(visit, "shares/" + share + "/end");
    page.back = chronology_href(visit, "share");
    page.button = "End it";
    page.before = paragraph("They no longer read these entries here. What they have read and written down stays with them.");
    page.inside = SmallForm(typed, refused).area("why", "Why?", "", 2).html();
    page.keeps_draft = false;
    return small_form_page(visit, page, refused);
}

Response show_end(Visit& visit) { return end_page(visit, {}, nullptr); }

Response end_share(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    const auto done = casework::end_chronology_share(visit.world(), visit.actor(), person_of(visit), std::string(visit.params["share"]), std::string(typed.get("why")));
    if (!done) return done.error().code == RefusalCode::Invalid ? end_page(visit, typed, &done.error()) : render_refusal(visit, done.error());
    return changed(chronology_href(visit, "share"), "The sharing was ended.");
}

// --- A PDF for somebody

Response print_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    casework::ChronologyQuery query;
    query.newest_first = false;
    query.page_size = 500;
    query.with_siblings = typed.get("siblings") == "yes";
    auto read = casework::read_chronology(visit.world(), visit.actor(), person_of(visit), query);
    if (!read) return render_refusal(visit, read.error());
    std::erase_if(read->rows, [](const auto& entry) { return entry.let_read; });
    SmallFormPage page;
    page.title = "Make a PDF of the chronology";
    page.caption = read->children.front().second;
    page.posts_to = chronology_href(visit, "print");
    page.back = chronology_href(visit);
    page.button = "See what they will read";
    page.keeps_draft = false;
    page.wide = true;
    page.before = paragraph("It has numbered pages and says on each for whom it was made. Protected addresses and people who were promised not to be named are left out. Entries that another agency only lets you "
                            "read are not yours to give out.");
    if (query.with_siblings) page.inside << hidden("siblings", "yes");
    else if (read->has_siblings) page.before << paragraph(link_to(chronology_href(visit, "print") + "?siblings=yes", "Make one chronology with the brothers and sisters"));
    page.inside << recipient_fields(typed, refused) << SmallForm(typed, refused).some_of("entries", "Which entries?", entry_options(read->rows), "Those that are significant are ticked already.").html();
    if (read->rows.empty()) page.before << paragraph("Nothing is recorded in the cases that you may see.");
    if (!read->next.empty()) page.before << inset_text({.content = "Only the first 500 entries are listed. Ask for fewer, or tick none: then every significant one is taken."});
    return small_form_page(visit, page, refused);
}

Response show_print(Visit& visit) {
    const auto name = name_of(visit);
    if (!name) return render_refusal(visit, name.error());
    Fields typed;
    casework::ChronologyQuery query;
    query.significant_only = true;
    query.newest_first = false;
    query.page_size = 500;
    query.with_siblings = visit.request.query.get("siblings") == "yes";
    if (query.with_siblings) typed.set("siblings", "yes");
    const auto significant = casework::read_chronology(visit.world(), visit.actor(), person_of(visit), query);
    if (!significant) return render_refusal(visit, significant.error());
    for (const auto& entry : significant->rows) typed.add("entries", entry.event.str());
    return print_page(visit, typed, nullptr);
}

Response preview(const Visit& visit, const Fields& typed, const casework::DocumentForSomebody& document) {
    Fields carried;
    for (const auto& [name, value] : typed)
        if (name == "made-for" || name == "made-for-organisation" || name == "purpose" || name == "entries" || name == "siblings") carried.add(name, value);
    SmallFormPage page;
    page.title = "What they will read";
    page.posts_to = chronology_href(visit, "print");
    page.back = chronology_href(visit, "print");
    page.button = "Make the PDF";
    page.keeps_draft = false;
    page.wide = true;
    if (document.withheld > 0) page.before << inset_text({.content = std::to_string(document.withheld) + (document.withheld == 1 ? " part is" : " parts are") + " left out because they may not be told."});
    page.before << "<div class=\"hearken-document hearken-printed\">\n"_html << printed_body(document) << "</div>\n"_html;
    page.inside << hidden_fields(carried) << hidden("step", "make") << paragraph("Making it is recorded as sharing: when, for whom, what for, and by you.");
    return small_form_page(visit, page, nullptr);
}

Response print(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    const auto document = casework::chronology_for(visit.world(), visit.actor(), person_of(visit), typed.get("siblings") == "yes", entries_typed(typed), recipient_typed(typed));
    if (!document) return document.error().code == RefusalCode::Invalid ? print_page(visit, typed, &document.error()) : render_refusal(visit, document.error());
    if (typed.get("step") != "make") return preview(visit, typed, *document);
    auto pdf = documents::pdf_of(printed_page(*document));
    if (!pdf) return print_page(visit, typed, &pdf.error());
    if (const auto kept = casework::keep_chronology_made(visit.world(), visit.actor(), person_of(visit), *document, *pdf); !kept) return render_refusal(visit, kept.error());
    return file_response(std::move(*pdf), "application/pdf", "chronology.pdf");
}

}  // namespace

void add_chronology_pages(Router& router, Site& site) {
    using access::Action;
    const auto add = [&](const char* method, const char* pattern, const char* name, Action action, Response (*page)(Visit&)) {
        add_route(router, site, {.method = method, .pattern = std::string("/people/:person/chronology/") + pattern, .name = std::string("people.chronology.") + name, .action = action, .handler = page});
    };
    add("GET", "add", "add", Action::ChangePerson, show_add);
    add("POST", "add", "add.save", Action::ChangePerson, add_entry);
    add("GET", "entries/:entry/correct", "correct", Action::ChangePerson, show_correct);
    add("POST", "entries/:entry/correct", "correct.save", Action::ChangePerson, correct_entry);
    add("GET", "entries/:entry/impact", "impact", Action::ChangePerson, show_impact);
    add("POST", "entries/:entry/impact", "impact.save", Action::ChangePerson, add_impact);
    add("GET", "share", "share", Action::ShareCase, show_share);
    add("POST", "share", "share.save", Action::ShareCase, share);
    add("GET", "shares/:share/end", "share.end", Action::ShareCase, show_end);
    add("POST", "shares/:share/end", "share.end.save", Action::ShareCase, end_share);
    add("GET", "print", "print", Action::ShareCase, show_print);
    add("POST", "print", "print.make", Action::ShareCase, print);
}

}  // namespace hearken::web
