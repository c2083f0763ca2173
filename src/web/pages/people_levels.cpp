#include "web/pages/people_levels.hpp"

#include "calendar/moment_text.hpp"
#include "casework/level_history.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

Html line_of(const casework::LevelChosen& one) {
    Html out;
    out << "<strong>"_html << one.level << "</strong> ("_html << one.direction << ")<br>\n"_html << one.reasons << "<br>\n<span class=\"govuk-hint\">"_html << one.by;
    if (!one.assessment.empty()) out << ". Rests on: "_html << one.assessment;
    if (!one.review_on.empty()) out << ". To be looked at again: "_html << one.review_on;
    return out << ". "_html << link_to(case_href(one.in_case), "The record") << "</span>"_html;
}

}  // namespace

Html levels_of_need(const Visit& visit, const PersonId& child) {
    const auto chosen = casework::levels_chosen(visit.world(), visit.actor(), child);
    Html out;
    if (chosen.empty()) return out;
    SummaryList list;
    for (size_t i = 0; i < chosen.size(); ++i)
        list.rows.push_back({.key = {.content = std::string(i == 0 ? "Now, last looked at " : "") + calendar::moment_text(chosen[i].at)}, .value = {.content = line_of(chosen[i])}});
    return out << smaller_heading("Level of need", "level") << summary_list(list) << "\n"_html << paragraph(link_to("/levels-of-need", "What the levels mean"));
}

}  // namespace hearken::web
