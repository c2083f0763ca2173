// The cases of one's organisation, by procedure and state.
#include "calendar/moment_text.hpp"
#include "casework/public_report.hpp"
#include "web/components/button.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/form_errors.hpp"
#include "web/components/moj/filter.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/tag.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/work_pages.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using casework::CaseQuery;
using casework::CaseSummary;

std::string address_of(const CaseQuery& query) { return "/cases?procedure=" + percent_encoded(query.procedure) + "&state=" + (query.state.empty() ? "all" : query.state); }

/// Only procedures that exist and states that are states: anything else in the address counts as not chosen.
CaseQuery query_of(const Visit& visit) {
    CaseQuery query;
    const auto& asked = visit.request.query;
    const std::string procedure(asked.get("procedure"));
    if (visit.world().library.find(procedure)) query.procedure = procedure;
    const auto state = asked.get("state", "open");
    query.state = state == "all" ? "" : state == "closed" ? "closed" : "open";
    query.after = std::string(asked.get("after"));
    return query;
}

Html fields_of(const Visit& visit, const CaseQuery& query) {
    Radios state;
    state.name = "state";
    state.classes = "govuk-radios--small";
    state.fieldset = Fieldset{.legend = {.content = "State", .classes = "govuk-fieldset__legend--s"}};
    state.value = query.state.empty() ? "all" : query.state;
    state.items = {{.value = "open", .content = "Open"}, {.value = "closed", .content = "Closed"}, {.value = "all", .content = "Open and closed"}};
    Select procedure;
    procedure.name = "procedure";
    procedure.label = {.content = "Procedure", .classes = "govuk-label--s"};
    procedure.value = query.procedure;
    procedure.items.push_back({.text = "All procedures", .value = ""});
    for (const auto& definition : visit.world().library.all())
        if (definition->status != "stub") procedure.items.push_back({.text = definition->title, .value = definition->id});
    Html out;
    return out << radios(state) << "\n"_html << select(procedure) << "\n"_html;
}

std::optional<SelectedFilters> chosen(const Visit& visit, const CaseQuery& query) {
    if (query.procedure.empty() && query.state == "open") return std::nullopt;
    SelectedFilters filters;
    filters.clear_href = "/cases";
    if (query.state != "open")
        filters.categories.push_back({"State", {{query.state.empty() ? "Open and closed" : "Closed", "/cases?state=open&procedure=" + percent_encoded(query.procedure)}}});
    if (const auto definition = visit.world().library.find(query.procedure))
        filters.categories.push_back({"Procedure", {{definition->title, "/cases?state=" + (query.state.empty() ? "all" : query.state)}}});
    return filters;
}

Content title_cell(const CaseSummary& one) {
    Html out;
    out << link_to("/cases/" + one.id.str(), one.title);
    if (one.restricted) out << " "_html << tag({.content = "Restricted", .classes = "govuk-tag--purple"});
    if (one.title != one.procedure_title) out << "<br>\n<span class=\"govuk-hint\">"_html << one.procedure_title << "</span>"_html;
    return out;
}

Html results(const Visit& visit, const CaseQuery& query, const casework::Page<CaseSummary>& page) {
    Html out;
    if (page.rows.empty()) {
        out << paragraph("No case that you may see matches.");
        if (access::may(visit.actor(), access::Action::OpenCase)) out << paragraph(link_to("/start", "Record a concern or start a case"));
        if (!query.procedure.empty() || query.state != "open") out << paragraph(link_to("/cases", "Show all open cases"));
        return out;
    }
    StackedTable lines;
    lines.head = {"Case", "About", "Held by", "Where it is", "Opened"};
    for (const auto& one : page.rows)
        lines.rows.push_back({title_cell(one), names_of_subjects(one.subjects), one.owner, state_in_words(one), calendar::date_text(calendar::local_date_of(one.opened_at))});
    return out << stacked_table(lines) << next_page_link(address_of(query) + "&after=", page.next);
}

/// For whoever takes a call at the front door: a member of the public names the reference they were given.
Html reference_box(const Visit& visit, const std::string& typed, const Refusal* refused) {
    Html out;
    if (!visit.actor().searches_index) return out;
    out << "<form method=\"get\" action=\"/cases\" class=\"hearken-no-print\">\n"_html
        << text_input({.name = "reference", .label = {.content = "Reference that a member of the public names"}, .hint = {.content = "For example, PR-7K4M-2Q9"}, .error = error_at(refused, "reference"), .value = typed,
                       .classes = "govuk-input--width-10", .autocomplete = "off", .spellcheck = false})
        << "\n"_html << button({.content = "Find the report", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
    return out;
}

}  // namespace

Response cases_page(Visit& visit) {
    const std::string reference(trimmed(visit.request.query.get("reference")));
    std::optional<Refusal> unknown;
    if (!reference.empty()) {
        const auto found = casework::case_of_reference(visit.world(), visit.actor(), reference);
        if (found) return redirect_see_other("/cases/" + found->str());
        unknown = found.error();
    }
    const auto query = query_of(visit);
    const auto read = casework::list_cases(visit.world(), visit.actor(), query);
    if (!read) return render_refusal(visit, read.error());
    PageContent content;
    content.title = "Cases";
    content.section = "cases";
    content.wide = true;
    FilterLayout layout;
    layout.action = "/cases";
    layout.filter.selected = chosen(visit, query);
    layout.filter.options = fields_of(visit, query);
    layout.results = results(visit, query, *read);
    if (unknown) content.main << refusal_summary(*unknown) << "\n"_html;
    content.main << heading("Cases") << filter_layout(layout) << "\n"_html << reference_box(visit, reference, unknown ? &*unknown : nullptr);
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
