// Documents of a case made as PDF for a named person, the whole record among them, and the list of those made.
#include "documents/pdf.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/printed.hpp"
#include "web/pages/small_form.hpp"

namespace hearken::web {

namespace {

/// Made, recorded with its digest, and only then served.
Response made(Visit& visit, const CaseId& id, const std::string& version, const casework::DocumentForSomebody& document, const Refusal*& refused, Refusal& why) {
    auto pdf = documents::pdf_of(printed_page(document));
    if (!pdf) {
        why = pdf.error();
        refused = &why;
        return {};
    }
    if (const auto kept = casework::keep_document_of_case(visit.world(), visit.actor(), id, version, document, *pdf); !kept) return render_refusal(visit, kept.error());
    return file_response(std::move(*pdf), "application/pdf", (version.empty() ? std::string("record") : version) + ".pdf");
}

std::string form_href(const CaseId& id, const std::string& version) { return case_href(id, version.empty() ? "documents/whole-record/pdf" : "documents/" + percent_encoded(version) + "/pdf"); }
constexpr char kWhole[] = "whole-record";

std::string version_of(const Visit& visit) {
    std::string version(visit.params["version"]);
    return version == kWhole ? std::string() : version;
}

Response form_page(const Visit& visit, const CaseId& id, const std::string& version, const std::string& title, const Fields& typed, const Refusal* refused) {
    SmallFormPage page;
    page.title = "Make a PDF for somebody";
    page.caption = title;
    page.section = "cases";
    page.posts_to = form_href(id, version);
    page.back = case_href(id, "documents");
    page.button = "Make the PDF";
    page.keeps_draft = false;
    page.inside = recipient_fields(typed, refused);
    page.before = version.empty() ? paragraph("The whole record, as far as it may leave: protected addresses, people who were promised not to be named, and answers that only some may read are left out. "
                                              "It says on every page for whom it was made.")
                                  : paragraph("It holds what is on the document’s page, no more, and says on every page for whom it was made.");
    page.before << paragraph("Making it is recorded as sharing: when, for whom, what for, and by you.");
    return small_form_page(visit, page, refused);
}

/// The title to show above the form, or why there is none for this reader.
Result<std::string> title_for(const Visit& visit, const CaseId& id, const std::string& version) {
    const auto page = casework::read_case(visit.world(), visit.actor(), id);
    if (!page) return refuse(page.error());
    if (page->summary.view == access::CaseView::Full) {
        if (version.empty()) return std::string("The whole record");
        for (const auto& [known, title] : page->documents)
            if (known == version) return title;
    }
    return refuse(RefusalCode::NotFound, "no-such-document", "There is no such document, or it is not one that you may make.");
}

Response show_form(Visit& visit) {
    const auto id = case_of(visit);
    const auto title = title_for(visit, id, version_of(visit));
    return title ? form_page(visit, id, version_of(visit), *title, {}, nullptr) : render_refusal(visit, title.error());
}

Response make(Visit& visit) {
    const auto id = case_of(visit);
    const auto version = version_of(visit);
    const auto title = title_for(visit, id, version);
    if (!title) return render_refusal(visit, title.error());
    const auto& typed = visit.request.form.fields;
    const auto recipient = recipient_typed(typed);
    const auto document = version.empty() ? casework::whole_record_for(visit.world(), visit.actor(), id, recipient) : casework::version_for(visit.world(), visit.actor(), id, version, recipient);
    const Refusal* refused = nullptr;
    Refusal why;
    if (document) {
        auto response = made(visit, id, version, *document, refused, why);
        if (!refused) return response;
    } else {
        refused = &document.error();
    }
    return form_page(visit, id, version, *title, typed, refused);
}

Response list(Visit& visit) {
    const auto id = case_of(visit);
    const auto page = casework::read_case(visit.world(), visit.actor(), id);
    if (!page) return render_refusal(visit, page.error());
    const bool full = page->summary.view == access::CaseView::Full;
    Html inside = heading("Documents");
    StackedTable versions;
    versions.head = {"Document", "To read", "For somebody"};
    for (const auto& [version, title] : page->documents) {
        const std::string there = case_href(id, "documents/" + percent_encoded(version));
        Html read, pdf;
        read << "<a class=\"govuk-link\""_html;
        read.href(there) << ">Open<span class=\"govuk-visually-hidden\"> "_html << title << "</span></a>"_html;
        if (full) {
            pdf << "<a class=\"govuk-link\""_html;
            pdf.href(there + "/pdf") << ">Make a PDF<span class=\"govuk-visually-hidden\"> of "_html << title << "</span></a>"_html;
        } else pdf << "Print the page"_html;
        versions.rows.push_back({title, read, pdf});
    }
    if (full) versions.rows.push_back({"The whole record", link_to(case_href(id), "Open the record"), link_to(form_href(id, ""), "Make a PDF of the whole record")});
    inside << (versions.rows.empty() ? paragraph("No document of this record is for you to read.") : stacked_table(versions));
    const auto made = casework::documents_made(visit.world(), visit.actor(), id);
    if (!made) return render_refusal(visit, made.error());
    inside << smaller_heading("Made so far", "made");
    if (made->empty()) inside << paragraph("No document has been made for anybody yet.");
    else {
        StackedTable table;
        table.head = {"When", "Document", "For whom", "What for", "Made by"};
        for (const auto& line : *made) {
            Html what;
            what << line.title << "<br>\n<span class=\"govuk-hint\">Version "_html << line.version << ", revision "_html << line.revision;
            if (line.withheld > 0) what << ", "_html << line.withheld << " left out"_html;
            what << ". Digest "_html << line.digest.substr(0, 16) << "…</span>"_html;
            table.rows.push_back({when_words(line.made_at), what, line.made_for, line.purpose, line.made_by});
        }
        inside << stacked_table(table);
    }
    return case_page(visit, page->summary, "Documents", inside, 200, true);
}

}  // namespace

void add_case_documents(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/documents", .name = "case.documents", .action = Action::ReadCase, .handler = list});
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/documents/:version/pdf", .name = "case.document.pdf.show", .action = Action::ShareCase, .handler = show_form});
    add_route(router, site, {.method = "POST", .pattern = "/cases/:case/documents/:version/pdf", .name = "case.document.pdf", .action = Action::ShareCase, .handler = make});
}

}  // namespace hearken::web
