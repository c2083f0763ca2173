// A document made for one kind of reader, to read and to print: exactly what they will see, and when it was made.
#include "web/components/button.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/case_parts.hpp"

namespace hearken::web {

namespace {

std::string in_plain_words(std::string id) {
    for (auto& c : id)
        if (c == '-') c = ' ';
    return id;
}

Response show_document(Visit& visit) {
    const auto id = case_of(visit);
    const auto document = casework::read_document(visit.world(), visit.actor(), id, visit.params["version"]);
    if (!document) return render_refusal(visit, document.error());
    Html inside = heading(document->title);
    inside << "<p class=\"govuk-body-s hearken-document__made\">Made for the "_html << in_plain_words(document->made_for) << ", on "_html << when_words(document->made_at) << ", by "_html
           << visit.session->user_name << ". Reference "_html << id.str() << ".</p>\n"_html;
    for (const auto& words : document->paragraphs) inside << as_typed(words);
    SummaryList list;
    for (const auto& answer : document->answers) list.rows.push_back({.key = {.content = answer.label}, .value = {.content = words_cell({answer.label, answer.lines, answer.rows})}});
    if (!list.rows.empty()) inside << summary_list(list);
    if (list.rows.empty() && document->paragraphs.empty()) inside << paragraph("Nothing that this reader may see has been recorded yet.");
    inside << "<p class=\"govuk-body govuk-!-display-none-print\">To print it, use your browser’s print command. What is on this page is all that goes with it.</p>\n"_html;
    PageContent content;
    content.title = document->title;
    content.section = "cases";
    content.before_main = back_to(case_href(id), "Back to the record");
    Html whole;
    whole << "<div class=\"hearken-document\">\n"_html << narrow(inside) << "</div>\n"_html;
    content.main = whole;
    return render_page(visit, std::move(content));
}

}  // namespace

void add_document_pages(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/documents/:version", .name = "case.document", .action = access::Action::ReadCase, .handler = show_document});
}

}  // namespace hearken::web
