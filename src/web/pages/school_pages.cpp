#include "web/pages/school_pages.hpp"

namespace hearken::web {

void add_school_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/triage", .name = "triage.show", .action = Action::ReadTriage, .handler = triage_page});
    // Words about a child come by POST, so that they stay out of addresses.
    add_route(router, site, {.method = "POST", .pattern = "/triage", .name = "triage.search", .action = Action::ReadTriage, .handler = triage_page});
    add_route(router, site, {.method = "GET", .pattern = "/school/cover", .name = "school.cover", .action = Action::ReadCover, .handler = cover_page});
    add_route(router, site, {.method = "GET", .pattern = "/school/cover/poster", .name = "school.cover.poster", .action = Action::ReadCover, .handler = cover_poster_page});
    add_route(router, site, {.method = "GET", .pattern = "/school/roles", .name = "school.roles", .action = Action::ReadCover, .handler = register_page});
    add_cover_forms(router, site);
    add_register_forms(router, site);
}

}  // namespace hearken::web
