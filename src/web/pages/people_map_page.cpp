// The people map: a genogram drawn from the relationships, with the same in words beside it.
#include <stdexcept>

#include "casework/family.hpp"
#include "web/components/inset_text.hpp"
#include "web/html/trusted.hpp"
#include "web/manual/graphviz.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_family_parts.hpp"

namespace hearken::web {

namespace {

Html drawing(const people::Genogram& genogram) {
    Html out;
    try {
        // A family is private and small: drawn anew each time, kept nowhere.
        const auto svg = draw_svg(people::dot_of(genogram));
        out << "<div class=\"hearken-map\" role=\"img\" tabindex=\"0\" aria-label=\"Genogram. The same is told in words below.\">\n"_html << trust(svg) << "\n</div>\n"_html;
    } catch (const std::runtime_error&) {
        out << inset_text({.content = "The map could not be drawn just now. The same is told in words below."});
    }
    return out;
}

Response show(Visit& visit) {
    const PersonId person(visit.params["person"]);
    const std::string here = "/people/" + person.str();
    const bool for_family = visit.request.query.get("for") == "family";
    const auto map = casework::read_people_map(visit.world(), visit.actor(), person, for_family);
    if (!map) return render_refusal(visit, map.error());
    PageContent content;
    content.title = "People map";
    content.section = "people";
    content.wide = true;
    content.before_main = back_to(here, "Back to the record");
    content.main << heading("People map", map->name);
    if (for_family) content.main << paragraph("The view for the family: who lives at a secret address, and carers who do, are left out.") << paragraph(link_to(here + "/map", "The whole map"));
    else content.main << paragraph(link_to(here + "/map?for=family", "The view for the family"));
    if (map->genogram.people.size() < 2) content.main << paragraph("Nobody around this child is recorded yet.");
    content.main << drawing(map->genogram) << smaller_heading("In words", "in-words") << bullets(people::in_words(map->genogram)) << smaller_heading("Signs", "signs")
                 << bullets({"Circle: woman or girl. Square: man or boy. Diamond: not known. Triangle: a child still to be born. A cross: has died.",
                             "A double line: the child whose map this is.", "A line between two people above others: their children hang from it. Dashed: it has ended. Dotted: step, foster, guardian, or not said how.",
                             "An outline: people who live together."})
                 << paragraph(link_to(here + "/family", "Change who is around this child"));
    return render_page(visit, std::move(content));
}

}  // namespace

void add_people_map(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/people/:person/map", .name = "people.map", .action = access::Action::ReadPerson, .handler = show});
}

}  // namespace hearken::web
