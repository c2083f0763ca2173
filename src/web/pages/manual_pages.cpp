#include "web/pages/manual_pages.hpp"

#include "web/components/tag.hpp"
#include "web/pages/contacts_parts.hpp"
#include "web/pages/guide_pages.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

const procedure::Coverage& Manual::coverage() {
    std::call_once(once_, [this] { coverage_ = procedure::coverage(library_); });
    return coverage_;
}

Html status_tag(const std::string& status) {
    if (status == "national") return tag({.content = "National", .classes = "govuk-tag--blue"});
    if (status == "under-review") return tag({.content = "Under review", .classes = "govuk-tag--yellow"});
    if (status == "stub") return tag({.content = "Not written yet", .classes = "govuk-tag--grey"});
    return tag({.content = "Local", .classes = "govuk-tag--green"});
}

std::string role_titles(const std::vector<std::string>& roles, const procedure::Vocabulary& vocabulary) {
    std::string words;
    for (const auto& role : roles) {
        const auto found = vocabulary.roles.find(role);
        const std::string title = role == "anyone" ? "Anybody who may see the case" : found == vocabulary.roles.end() ? words_of_id(role) : found->second.title;
        words += (words.empty() ? "" : ", ") + title;
    }
    return words;
}

std::string place_in_words(const procedure::Definition& definition, const std::string& path) {
    std::string words;
    const auto add = [&](const std::string& part) { words += (words.empty() ? "" : ", ") + part; };
    for (size_t start = 0; start <= path.size();) {
        const auto end = std::min(path.find('/', start), path.size());
        const std::string id = path.substr(start, end - start);
        if (const auto* task = definition.task(id)) add(task->title);
        else if (const auto* stage = definition.stage(id)) add(stage->title);
        else if (const auto* form = definition.form(id)) add("form “" + form->title + "”");
        else if (const auto* notice = definition.notice(id)) add("notice: " + notice->text);
        else if (const auto* setting = definition.setting(id)) add(setting->title);
        start = end + 1;
    }
    return words.empty() ? "The procedure as a whole" : words;
}

void add_manual_pages(Router& router, Site& site) {
    const auto manual = std::make_shared<Manual>(site.world.library);
    const auto add = [&](const char* method, const char* pattern, const char* name, Response (*page)(Visit&, Manual&)) {
        PageRoute route;
        route.method = method;
        route.pattern = pattern;
        route.name = name;
        route.action = access::Action::ReadProcedures;
        route.handler = [manual, page](Visit& visit) { return page(visit, *manual); };
        add_route(router, site, std::move(route));
    };
    add("GET", "/procedures", "procedures.list", procedures_page);
    add("GET", "/procedures/:procedure", "procedures.show", procedure_page);
    add("GET", "/procedures/:procedure/diagram.svg", "procedures.diagram", procedure_diagram);
    add("GET", "/guidance", "guidance.list", guidance_pages);
    add("POST", "/guidance", "guidance.search", guidance_pages);
    add("GET", "/guidance/:page", "guidance.show", guidance_page);
    add("GET", "/duties", "duties.list", duties_page);
    add("GET", "/duties/:procedure", "duties.show", procedure_duties_page);
    add_contacts_pages(router, site);
    add_guide_pages(router, site);
}

}  // namespace hearken::web
