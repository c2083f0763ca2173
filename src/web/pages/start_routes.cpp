#include "web/pages/start_pages.hpp"

namespace hearken::web {

namespace {

Response show_first(Visit& visit) {
    Response refused;
    auto start = open_start(visit, refused);
    return start ? show_who(*start) : refused;
}

Response no_such_page(Visit& visit) {
    return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-page", "There is no such page in this form."));
}

Response show(Visit& visit) {
    Response refused;
    auto start = open_start(visit, refused);
    if (!start) return refused;
    const auto& page = visit.params["page"];
    if (page == kWhoPage) return show_who(*start, typed_before(visit, start->draft_key(kWhoPage)));
    if (!start->has_draft) return redirect_see_other(start->place(kWhoPage));
    if (page == kRolesPage) return show_roles(*start);
    if (page == kSectionsPage && start->form) return show_sections(*start);
    if (page == kCheckPage) return show_check(*start);
    const auto* part = start->part(page);
    return part ? show_questions(*start, *part) : no_such_page(visit);
}

Response take(Visit& visit) {
    Response refused;
    auto start = open_start(visit, refused);
    if (!start) return refused;
    const auto& page = visit.params["page"];
    if (page == kWhoPage) return take_who(*start);
    if (page == kRolesPage) return take_roles(*start);
    if (page == kCheckPage) return send_start(*start);
    const auto* part = start->part(page);
    return part ? take_questions(*start, *part) : no_such_page(visit);
}

}  // namespace

void add_start_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/start", .name = "start.choose", .action = Action::OpenCase, .handler = choose_what_to_start});
    add_route(router, site, {.method = "GET", .pattern = "/start/:procedure", .name = "start.first", .action = Action::OpenCase, .handler = show_first});
    add_route(router, site, {.method = "POST", .pattern = "/people/:person/start/:procedure", .name = "people.start", .action = Action::OpenCase, .handler = start_about_person});
    add_route(router, site, {.method = "GET", .pattern = "/start/:procedure/:token/:page", .name = "start.page", .action = Action::OpenCase, .handler = show});
    add_route(router, site, {.method = "POST", .pattern = "/start/:procedure/:token/:page", .name = "start.page.send", .action = Action::OpenCase, .handler = take});
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/received", .name = "start.received", .action = Action::ReadCase, .handler = show_received});
}

}  // namespace hearken::web
