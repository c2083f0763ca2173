#include "web/pages/people_pages.hpp"

namespace hearken::web {

Html hidden_fields(const Fields& fields) {
    Html out;
    for (const auto& [name, value] : fields) {
        out << "<input type=\"hidden\""_html;
        out.attr("name", name).attr("value", value) << ">\n"_html;
    }
    return out;
}

void add_people_pages(Router& router, Site& site) {
    using access::Action;
    const auto add = [&](const char* method, const char* pattern, const char* name, Action action, Response (*page)(Visit&)) {
        PageRoute route;
        route.method = method;
        route.pattern = pattern;
        route.name = name;
        route.action = action;
        route.handler = page;
        add_route(router, site, std::move(route));
    };
    add("GET", "/people", "people.search", Action::SearchPeople, people_search_page);
    add("POST", "/people/search", "people.found", Action::SearchPeople, people_found_page);
    add("GET", "/people/new", "people.new", Action::CreatePerson, new_person_page);
    add("POST", "/people/new", "people.create", Action::CreatePerson, start_person_record);
    add("GET", "/people/:person", "people.show", Action::ReadPerson, child_page);
    add("GET", "/people/:person/chronology", "people.chronology", Action::ReadChronology, chronology_page);
    add("POST", "/people/:person/chronology", "people.chronology.filter", Action::ReadChronology, chronology_page);
    add("GET", "/people/:person/change", "people.change", Action::ChangePerson, change_person_page);
    add("POST", "/people/:person/change", "people.change.save", Action::ChangePerson, change_person_record);
    add_chronology_pages(router, site);
    add_family_pages(router, site);
}

}  // namespace hearken::web
