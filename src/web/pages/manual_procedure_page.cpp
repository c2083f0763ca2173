// One procedure: what it is, its diagram and the same in words, its settings, forms and duties.
#include "casework/part_words.hpp"
#include "web/components/back_link.hpp"
#include "web/components/details.hpp"
#include "web/components/moj/sub_navigation.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/manual_pages.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

Html particulars(const procedure::Definition& definition, const procedure::Vocabulary& vocabulary) {
    SummaryList list;
    const auto add = [&](const char* label, const Content& words) { list.rows.push_back({.key = {.content = label}, .value = {.content = words}}); };
    add("Status", status_tag(definition.status));
    add("Version", definition.version);
    if (!definition.manual.empty()) add("Chapter of the manual", definition.manual);
    std::string owners;
    for (const auto& kind : definition.owner_kinds) {
        const auto found = vocabulary.organisation_kinds.find(kind);
        owners += (owners.empty() ? "" : ", ") + (found == vocabulary.organisation_kinds.end() ? words_of_id(kind) : found->second);
    }
    if (!owners.empty()) add("Held by", owners);
    if (!definition.start.roles.empty()) add("Started by", role_titles(definition.start.roles, vocabulary));
    if (!definition.outcomes.empty()) {
        std::vector<std::string> outcomes;
        for (const auto& outcome : definition.outcomes) outcomes.push_back(outcome.label);
        add("Outcomes", bullets(outcomes));
    }
    Html out;
    return out << summary_list(list) << "\n"_html;
}

Html diagram(const procedure::Definition& definition) {
    const std::string address = "/procedures/" + definition.id + "/diagram.svg";
    Html out;
    out << smaller_heading("Diagram", "diagram") << "<p class=\"govuk-body hearken-no-print\">"_html << link_to(address, "Open the diagram on its own, to enlarge it") << "</p>\n"_html
        << "<figure class=\"hearken-figure\">\n<img class=\"hearken-diagram\""_html;
    out.attr("src", address).attr("alt", "Diagram of the stages of “" + definition.title + "”. The same is told in words below.");
    return out << ">\n</figure>\n"_html;
}

Html ways(bool has_course) {
    SubNavigation ways;
    ways.label = "Parts of this procedure";
    if (has_course) ways.items = {{.content = "Diagram", .href = "#diagram"}, {.content = "Stages", .href = "#stages"}};
    for (const auto& [words, href] : {std::pair{"Settings", "#settings"}, {"Forms", "#forms"}, {"Duties", "#duties"}}) ways.items.push_back({.content = words, .href = href});
    Html out;
    return out << sub_navigation(ways) << "\n"_html;
}

}  // namespace

Response procedure_page(Visit& visit, Manual& manual) {
    const auto& library = visit.world().library;
    const auto definition = library.find(visit.params["procedure"]);
    if (!definition) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-procedure", "There is no such procedure."));
    const bool has_course = !definition->strands.empty() || !definition->anytime.empty();
    PageContent content;
    content.title = definition->title;
    content.section = "procedures";
    content.wide = true;
    content.before_main << back_link({.content = "All procedures", .href = "/procedures"});
    content.main << heading(definition->title, definition->area.empty() ? "" : casework::area_words(library.vocabulary(), definition->area)) << "<p class=\"govuk-body-l\">"_html << definition->summary << "</p>\n"_html << ways(has_course)
                 << particulars(*definition, library.vocabulary());
    if (has_course) content.main << diagram(*definition) << procedure_course(*definition, library);
    content.main << procedure_settings(*definition, library.vocabulary()) << procedure_forms(*definition) << procedure_duties(*definition, manual.coverage());
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
