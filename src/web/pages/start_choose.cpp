// What can be recorded here, by somebody in this role.
#include <algorithm>
#include <map>

#include "casework/part_words.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

namespace {

Html line_of(const procedure::Definition& definition) {
    Html out;
    out << "<li class=\"govuk-!-margin-bottom-4\">"_html << "<a class=\"govuk-link govuk-!-font-weight-bold\""_html;
    out.href("/start/" + percent_encoded(definition.id)) << ">"_html << definition.title << "</a><br>"_html << definition.summary;
    return out << "</li>\n"_html;
}

}  // namespace

Response choose_what_to_start(Visit& visit) {
    std::map<std::string, Html> by_area;
    size_t count = 0;
    // Urgent ones first within their area: a worry is what most people come here to write down.
    for (const bool urgent : {true, false})
        for (const auto& definition : visit.world().library.all()) {
            if (definition->start.urgent != urgent || !may_start(visit, *definition)) continue;
            by_area[casework::area_words(visit.world().library.vocabulary(), definition->area)] << line_of(*definition);
            ++count;
        }
    PageContent content;
    content.title = "What do you want to record?";
    content.section = "start";
    Html inside = ring_999();
    inside << heading("What do you want to record?");
    if (count == 0) inside << paragraph("Your role does not start any record. If you are worried about a child, tell the safeguarding lead where you work, or ring children's social care.");
    for (const auto& [area, lines] : by_area) {
        if (by_area.size() > 1) inside << smaller_heading(area);
        inside << "<ul class=\"govuk-list\">\n"_html << lines << "</ul>\n"_html;
    }
    inside << "<p class=\"govuk-body\">"_html << link_to("/contacts", "Who to ring") << "</p>\n"_html;
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
