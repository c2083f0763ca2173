#include "web/pages/work_pages.hpp"

#include <algorithm>

#include "web/pages/school_pages.hpp"
#include "web/pages/team_pages.hpp"
#include "web/pages/sharing_pages.hpp"

namespace hearken::web {

namespace {

bool may_start(const procedure::Vocabulary& vocabulary, const std::string& role, const procedure::Definition& definition) {
    const auto& roles = definition.start.roles;
    return definition.status != "stub" && std::any_of(roles.begin(), roles.end(), [&](const std::string& wanted) { return vocabulary.acts_as(role, wanted); });
}

/// "A concern about a child" becomes "Record a concern about a child"; a title without an article stays as it is.
std::string words_to_record(const std::string& title) { return title.starts_with("A ") ? "Record a" + title.substr(1) : "Record: " + title; }

void add(Router& router, Site& site, const char* method, const char* pattern, const char* name, access::Action action, Response (*page)(Visit&)) {
    PageRoute route;
    route.method = method;
    route.pattern = pattern;
    route.name = name;
    route.action = action;
    route.handler = page;
    add_route(router, site, std::move(route));
}

}  // namespace

ToRecord what_to_record(const Visit& visit) {
    const auto& actor = visit.actor();
    const auto& library = visit.world().library;
    ToRecord first;
    bool is_urgent = false;  // a worry about a child stands before every other thing that may be recorded
    int found = 0;
    for (const auto& definition : library.all()) {
        if (!may_start(library.vocabulary(), actor.role, *definition)) continue;
        ++found;
        const auto& kinds = definition->owner_kinds;
        const bool own = std::find(kinds.begin(), kinds.end(), actor.organisation_kind) != kinds.end();
        if (!own || (!first.address.empty() && (is_urgent || !definition->start.urgent))) continue;
        first = {words_to_record(definition->title), "/start/" + definition->id, false};
        is_urgent = definition->start.urgent;
    }
    if (found > 0 && first.address.empty()) return {"Record a concern", "/start", false};
    first.more = found > 1;
    return first;
}

void add_work_pages(Router& router, Site& site) {
    using access::Action;
    add(router, site, "GET", "/", "work.home", Action::ReadOwnWork, home_page);
    add(router, site, "GET", "/notices", "notices.list", Action::ReadNotices, notices_page);
    add(router, site, "POST", "/notices/read", "notices.read-all", Action::ReadNotices, mark_notices_page);
    add(router, site, "POST", "/notices/:notice/read", "notices.read", Action::ReadNotices, mark_notice_page);
    add(router, site, "GET", "/cases", "cases.list", Action::ReadCase, cases_page);
    add(router, site, "GET", "/escalations", "work.escalations", Action::ReadOwnWork, disagreements_page);
    add_sharing_pages(router, site);
    add_school_pages(router, site);
    add_team_pages(router, site);
}

}  // namespace hearken::web
