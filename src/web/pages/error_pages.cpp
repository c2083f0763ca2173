// Pages for what no page answers: addresses that do not exist, methods they do not have, and what the server refuses or
// fails at before or after a page.
#include "web/components/page.hpp"
#include "web/pages/session_cookie.hpp"
#include "web/pages/site.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

/// With the reader's own navigation where they are signed in.
Visit visit_for(Site& site, const Request& request) {
    static const Params none;
    Visit visit{site, request, none, std::nullopt, {}};
    const auto token = session_token(request);
    if (auto session = token.empty() ? refuse(Refusal{}) : casework::resume(site.world, site.sign_in, token)) visit.session = std::move(*session);
    return visit;
}

const char* heading_for(int status) {
    switch (status) {
        case 404: return "Page not found";
        case 405: return "This page cannot be used in that way";
        case 408: return "This took too long to arrive";
        case 413: return "This is too large to send";
        case 429: return "Too many requests";
        case 503: return "Sorry, the service is busy";
        default: return status < 500 ? "This could not be read" : "Sorry, there is a problem with the service";
    }
}

}  // namespace

/// Asks nothing of the database: it may be what failed.
Response error_page(const Site& site, const Request* request, const BadMessage& bad, const std::string& request_id) {
    if (!request || request->wants_json()) return plain_error(request, bad, request_id);
    Page whole;
    whole.title = heading_for(bad.status);
    whole.demonstration = site.world.demonstration;
    for (auto& stylesheet : whole.assets.stylesheets) stylesheet = site.assets.versioned(stylesheet);
    whole.assets.early_script = site.assets.versioned(whole.assets.early_script);
    whole.assets.script = site.assets.versioned(whole.assets.script);
    whole.assets.icon = site.assets.versioned(whole.assets.icon);
    whole.main << "<h1 class=\"govuk-heading-l\">"_html << heading_for(bad.status) << "</h1>\n<p class=\"govuk-body\">"_html << bad.why << "</p>\n"_html;
    if (!request->is_read() && bad.status >= 500)
        whole.main << "<p class=\"govuk-body\">What you typed may have been kept: look at <a class=\"govuk-link\" href=\"/account/drafts\">your drafts</a>.</p>\n"_html;
    whole.main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/\">Go to your work</a></p>\n"_html
               << "<p class=\"govuk-body-s\">Reference: "_html << request_id << "</p>\n"_html;
    return html_response(page(whole).str(), bad.status);
}

void add_error_pages(Router& router, Site& site) {
    router.on_not_found([&site](const Request& request) {
        return render_refusal(visit_for(site, request), Refusal::of(RefusalCode::NotFound, "not-found", "There is nothing at this address. Check that it was copied whole."));
    });
    router.on_not_allowed([&site](const Request& request, const std::vector<std::string>& allowed) {
        std::string methods;
        for (const auto& method : allowed) methods += (methods.empty() ? "" : ", ") + method;
        auto response = error_page(site, &request, {405, sentence_for(405)}, request.id);
        response.headers.set("Allow", methods);
        return response;
    });
}

}  // namespace hearken::web
