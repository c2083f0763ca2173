// Pages that say nothing of anybody: the hidden screen, and whether the service is well.
#include <nlohmann/json.hpp>

#include "web/components/button.hpp"
#include "web/components/page.hpp"
#include "web/pages/session_pages.hpp"

namespace hearken::web {

namespace {

/// What "Hide this screen" shows without a script. It says nothing of what this service is; Back returns.
Response show_hidden(Visit& visit) {
    Html out;
    out << "<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">\n<head>\n<meta charset=\"utf-8\">\n<title>New page</title>\n"_html
        << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_html;
    for (const auto& stylesheet : PageAssets{}.stylesheets) {
        out << "<link rel=\"stylesheet\""_html;
        out.href(visit.site.assets.versioned(stylesheet)) << ">\n"_html;
    }
    out << "</head>\n<body class=\"govuk-template__body\">\n<main class=\"govuk-width-container govuk-main-wrapper\">\n<h1 class=\"govuk-visually-hidden\">New page</h1>\n"_html
        << button({.content = "Continue", .href = "/", .classes = "govuk-button--secondary"}) << "\n</main>\n</body>\n</html>\n"_html;
    return html_response(std::move(out).str());
}

/// For a watchdog or a balancer: answers 200 only when the database answers.
Response show_health(Visit& visit) {
    visit.world().database.read([](store::Reading&) {});
    return json_response(R"({"status":"well"})");
}

Response show_version(Visit& visit) { return json_response(nlohmann::json{{"version", visit.site.version}}.dump()); }

}  // namespace

void add_plain_pages(Router& router, Site& site) {
    constexpr auto read_public = access::Action::ReadPublic;
    add_route(router, site, {.method = "GET", .pattern = "/hidden", .name = "hidden", .audience = Audience::Anyone, .action = read_public, .handler = show_hidden});
    add_route(router, site, {.method = "GET", .pattern = "/health", .name = "health", .audience = Audience::Anyone, .action = read_public, .handler = show_health, .for_script = true});
    add_route(router, site, {.method = "GET", .pattern = "/version", .name = "version", .audience = Audience::Anyone, .action = read_public, .handler = show_version, .for_script = true});
}

}  // namespace hearken::web
