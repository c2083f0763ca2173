#include "web/pages/sharing_pages.hpp"

#include "casework/children.hpp"
#include "web/components/button.hpp"
#include "web/components/select.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_pages.hpp"
#include "web/pages/person_filter.hpp"

namespace hearken::web {

namespace {

using casework::DisclosureEntry;

constexpr std::pair<const char*, const char*> kDecisions[] = {{"shared", "Shared"}, {"withheld", "Not shared"}, {"asked", "Asked"}};

Html decision_tag(const std::string& outcome) {
    Html out;
    if (outcome == "withheld") return out << tag({.content = "Not shared", .classes = "govuk-tag--purple"});
    if (outcome == "asked") return out << tag({.content = "Asked", .classes = "govuk-tag--grey"});
    return out << tag({.content = "Shared", .classes = "govuk-tag--blue"});
}

/// "What for: …" under what it is; nothing where nothing is recorded.
void add_line(Html& cell, std::string_view label, const std::string& words) {
    if (words.empty()) return;
    if (!cell.empty()) cell << "<br>\n"_html;
    if (!label.empty()) cell << "<span class=\"govuk-!-font-weight-bold\">"_html << label << ":</span> "_html;
    cell << words;
}

Html what_cell(const DisclosureEntry& entry) {
    Html cell;
    add_line(cell, "", entry.what);
    add_line(cell, "What for", entry.purpose);
    return cell.empty() ? cell << "Not recorded"_html : cell;
}

Html why_cell(const DisclosureEntry& entry) {
    Html cell;
    add_line(cell, "", entry.why);
    add_line(cell, "Basis", entry.basis);
    add_line(cell, "Consent", entry.consent);
    return cell.empty() ? cell << "No reason recorded"_html : cell;
}

struct Asked {
    PersonFilter filter;
    casework::DisclosureQuery query;
};

Asked asked_of(const Visit& visit) {
    Asked asked{.filter = PersonFilter(visit, {"words", "decision", "from", "until"}), .query = {}};
    asked.query.words = std::string(asked.filter.fields.get("words"));
    for (const auto& [id, label] : kDecisions)
        if (asked.filter.fields.get("decision") == id) asked.query.outcome = id;
    asked.filter.any = !asked.query.words.empty() || !asked.query.outcome.empty();
    asked.query.from = asked.filter.day("from", "The first day", false);
    asked.query.until = asked.filter.day("until", "The last day", true);
    asked.query.after = std::string(visit.request.form.fields.get("after"));
    return asked;
}

Html filter_fields(const Asked& asked) {
    TextInput words{.name = "words", .label = {.content = "Words", .classes = "govuk-label--s"}, .value = asked.query.words};
    words.autocomplete = "off";
    Select decision{.name = "decision", .label = {.content = "Decision", .classes = "govuk-label--s"}, .value = asked.query.outcome};
    decision.items.push_back({.text = "Every decision", .value = ""});
    for (const auto& [id, label] : kDecisions) decision.items.push_back({.text = label, .value = id});
    Html out;
    return out << text_input(words) << "\n"_html << select(decision) << "\n"_html << day_boxes(asked.filter);
}

Html results(const Visit& visit, const std::string& here, const Asked& asked, const casework::Page<DisclosureEntry>& page) {
    Html out;
    if (page.rows.empty()) {
        out << paragraph(asked.filter.any ? "Nothing in the cases that you may see matches." : "Nothing is recorded as shared, asked or kept back in the cases that you may see.");
        return asked.filter.any ? out << paragraph(link_to(here, "Show every decision")) : out;
    }
    out << paragraph("Newest first. Decisions not to share stand beside those to share.") << print_button() << form_open(visit, here + "/export") << hidden_fields(asked.filter.fields)
        << button({.content = "Take it out as a file (CSV)", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html << disclosure_table(page.rows, true);
    if (!page.next.empty())
        out << form_open(visit, here) << hidden_fields(asked.filter.fields) << hidden("after", page.next) << button({.content = "Show earlier decisions", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
    return out;
}

Response person_page(Visit& visit) {
    const PersonId person(visit.params["person"]);
    const std::string here = "/people/" + person.str() + "/disclosures";
    const auto asked = asked_of(visit);
    const auto child = casework::read_child(visit.world(), visit.actor(), person);
    if (!child) return render_refusal(visit, child.error());
    const auto read = asked.filter.errors.empty() ? casework::read_disclosures(visit.world(), visit.actor(), person, asked.query) : Result<casework::Page<DisclosureEntry>>(casework::Page<DisclosureEntry>{});
    if (!read) return render_refusal(visit, read.error());
    return render_filtered(visit, asked.filter, {.title = "Disclosure log", .here = here, .heading = child->summary.name + ", " + child->summary.age, .person = person, .above = {},
                                                 .options = filter_fields(asked), .results = results(visit, here, asked, *read)});
}

Response take_out(Visit& visit) {
    const auto asked = asked_of(visit);
    const auto csv = casework::export_disclosures(visit.world(), visit.actor(), PersonId(visit.params["person"]), asked.query);
    if (!csv) return render_refusal(visit, csv.error());
    return file_response(*csv, "text/csv; charset=utf-8", "disclosure-log.csv", false);
}

Response case_log(Visit& visit) {
    const auto id = case_of(visit);
    const auto page = casework::read_case(visit.world(), visit.actor(), id);
    if (!page) return render_refusal(visit, page.error());
    const auto lines = casework::read_case_disclosures(visit.world(), visit.actor(), id);
    if (!lines) return render_refusal(visit, lines.error());
    Html inside;
    inside << heading("Shared, asked and not shared");
    inside << (lines->empty() ? paragraph("Nothing of this record has been shared yet, and no decision about it has been made.") : disclosure_table(*lines, false));
    if (access::may(visit.actor(), access::Action::ActInCase) && !page->summary.restricted) inside << paragraph(link_to(case_href(id, "let-read"), "Let a colleague read this record until a day"));
    return case_page(visit, page->summary, "Shared", inside, 200, true);
}

Html figures(const casework::SharingOverview& overview) {
    SummaryList list;
    const auto add = [&](const char* label, long count) { list.rows.push_back({.key = {.content = label}, .value = {.content = std::to_string(count)}}); };
    add("Shared", overview.shared);
    add("Shared with consent", overview.with_consent);
    add("Shared without consent", overview.without_consent);
    add("Not shared", overview.withheld);
    add("Other bodies asked", overview.asked);
    add("Without a reason or a basis", overview.without_reason);
    Html out;
    return out << summary_list(list) << "\n"_html;
}

Html bases(const casework::SharingOverview& overview) {
    Html out;
    if (overview.by_basis.empty()) return out;
    SummaryList list;
    for (const auto& [basis, count] : overview.by_basis) list.rows.push_back({.key = {.content = basis}, .value = {.content = std::to_string(count)}});
    return out << smaller_heading("By lawful basis", "bases") << summary_list(list) << "\n"_html;
}

Html to_review(const casework::SharingOverview& overview) {
    Html out;
    out << smaller_heading("To look at", "review") << paragraph("Decisions not to share, those without consent, and those with no reason or basis recorded. Newest first.");
    if (overview.to_review.rows.empty()) return out << paragraph("There is nothing to look at.");
    StackedTable table;
    table.head = {"When", "Decision", "Consent", "Basis", "Decided by", "Record"};
    for (const auto& line : overview.to_review.rows) {
        Html decision = decision_tag(line.entry.outcome);
        if (line.reason_missing) decision << " "_html << tag({.content = "Reason missing", .classes = "govuk-tag--red"});
        Html record;
        if (line.may_open) record << link_to(case_href(line.entry.in_case, "shared"), line.entry.case_title);
        else record << "You may not open it"_html;
        table.rows.push_back({when_words(line.entry.at), decision, line.entry.consent.empty() ? "Not recorded" : line.entry.consent, line.entry.basis.empty() ? "Not recorded" : line.entry.basis, line.entry.decided_by, record});
    }
    return out << stacked_table(table) << next_page_link("/sharing?after=", overview.to_review.next);
}

Response overview_page(Visit& visit) {
    const auto read = casework::read_sharing(visit.world(), visit.actor(), std::string(visit.request.query.get("after")));
    if (!read) return render_refusal(visit, read.error());
    PageContent content;
    content.title = "How we share information";
    content.section = "work";
    content.wide = true;
    content.main << heading("How we share information", read->organisation) << paragraph("The last twelve months. These are judgements of people, not scores: a decision not to share counts as much as one to share.")
                 << figures(*read) << bases(*read) << to_review(*read)
                 << paragraph(link_to("/guidance/seven-golden-rules", "The seven golden rules")) << paragraph(link_to("/guidance/caldicott-principles", "The eight Caldicott principles"));
    return render_page(visit, std::move(content));
}

}  // namespace

Html disclosure_table(const std::vector<DisclosureEntry>& entries, bool with_case) {
    StackedTable table;
    table.head = {"When", "Decision", "To whom", "What", "Why", "Who decided"};
    for (const auto& entry : entries) {
        Html to;
        to << (entry.to.empty() ? std::string("Not recorded") : entry.to);
        if (!entry.how.empty()) to << "<br>\n"_html << entry.how;
        Html who;
        who << entry.decided_by;
        if (!entry.organisation.empty()) who << "<br>\n"_html << entry.organisation;
        if (with_case) who << "<br>\n"_html << link_to(case_href(entry.in_case), entry.case_title);
        table.rows.push_back({when_words(entry.at), decision_tag(entry.outcome), to, what_cell(entry), why_cell(entry), who});
    }
    return stacked_table(table);
}

void add_sharing_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/people/:person/disclosures", .name = "people.disclosures", .action = Action::ReadChronology, .handler = person_page});
    add_route(router, site, {.method = "POST", .pattern = "/people/:person/disclosures", .name = "people.disclosures.filter", .action = Action::ReadChronology, .handler = person_page});
    add_route(router, site, {.method = "POST", .pattern = "/people/:person/disclosures/export", .name = "people.disclosures.export", .action = Action::ReadChronology, .handler = take_out});
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/shared", .name = "case.shared", .action = Action::ReadCase, .handler = case_log});
    add_route(router, site, {.method = "GET", .pattern = "/sharing", .name = "sharing", .action = Action::ReadOwnWork, .handler = overview_page});
    add_responsibilities_page(router, site);
    add_let_read_page(router, site);
}

}  // namespace hearken::web
