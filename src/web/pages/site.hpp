// What every page is given, and the one way in which a page is added: with the action it needs, so that no page can
// exist that access has not been asked about.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "access/access.hpp"
#include "casework/seal_key.hpp"
#include "casework/sign_in.hpp"
#include "casework/world.hpp"
#include "web/html/html.hpp"
#include "web/pages/report_gate.hpp"
#include "web/server/assets.hpp"
#include "web/server/rate_limiter.hpp"
#include "web/server/router.hpp"

namespace hearken::web {

/// Built once at start in cli/; lives as long as the server.
struct Site {
    casework::World& world;
    const AssetStore& assets;
    casework::SignInSettings sign_in;
    TestClock* test_clock = nullptr;      ///< `serve --test-clock` only
    std::function<void()> time_was_set = {};  ///< then: does what fell due at once, so that a test sees it
    RateLimiter sign_in_rate{{10, 10}};   ///< by address
    RateLimiter page_rate{{200, 1200}};   ///< by session or address
    ReportGate report_gate{};             ///< reports of the public
    std::string version;                  ///< of the product, for the footer
    std::string seal_key = casework::seal_key(world);  ///< seals what a browser keeps for us: form marks, notices
};

/// One request to one page, after the pipeline has let it through.
struct Visit {
    Site& site;
    const Request& request;
    const Params& params;
    std::optional<casework::Session> session;
    std::string notice = {};              ///< left by the page before with flash(), to be shown once

    casework::World& world() const { return site.world; }
    const access::Actor& actor() const { return session->actor; }   ///< only where the route needs a session
    const std::string& csrf() const;                                ///< empty without a session
};

/// Who may come: anyone; anyone with a started session (second factor still to give); anyone signed in, who then also
/// needs `action`.
enum class Audience { Anyone, Arriving, SignedIn };

struct PageRoute {
    std::string method, pattern, name;
    Audience audience = Audience::SignedIn;
    access::Action action = access::Action::ReadOwnWork;
    std::function<Response(Visit&)> handler;
    std::string summary = {};             ///< API routes: for the OpenAPI document
    std::string scope = {};               ///< API routes: read | act | people | admin
    bool for_script = false;              ///< called by our own script: answers 401 and 403, never a page to sign in
};

/// Adds a route with the pipeline around it, in this order and for these reasons:
///   rate limit (cheap, before anything is looked up) → session or token → CSRF on every change that a cookie
///   authorises (before the body is believed) → access::may(action) → handler.
/// Patterns under "/api/" take "Authorization: Bearer" too and answer in problem+json. Only "sign-in", "read-public" and
/// "set-test-clock" may be open to anyone: another action throws std::logic_error here.
/// A page whose session has ended keeps what was typed: a POST is turned into a draft and the sign-in page says so.
void add_route(Router& router, Site& site, PageRoute route);

/// A whole page in the product's layout, for this visit.
struct PageContent {
    std::string title;                    ///< "Error: " is put before it when there is a summary of errors
    Html main;
    Html before_main = {};                ///< back link or breadcrumbs
    std::string section = {};             ///< which item of the navigation is current: work, cases, people, procedures, admin, contacts, report
    int status = 200;
    bool wide = false;
    std::optional<int> unread = {};       ///< notices not read yet, beside "Notices"
};
Response render_page(const Visit& visit, PageContent content);

/// A refusal as a page (or problem+json for the API), with every reason and what to do.
Response render_refusal(const Visit& visit, const Refusal& refusal);

/// `<form method="post" action=…>` with the CSRF token, and, when `draft_key` is given, the attributes by which the
/// script saves what is typed at every pause.
Html form_open(const Visit& visit, std::string_view action, std::string_view draft_key = {}, bool multipart = false);

/// A sentence to show once on the next page ("The referral was acknowledged."). Never words of a record.
void flash(Response& response, std::string text);

/// What was typed in a form before: its autosaved draft, or what was kept when the session ended. Empty when none was.
Fields typed_before(const Visit& visit, const std::string& draft_key);

/// Pages for addresses that do not exist and for methods that an address does not have; and, for ServerConfig, for
/// what goes wrong before or after a page (413, 500, 503).
void add_error_pages(Router& router, Site& site);
Response error_page(const Site& site, const Request* request, const BadMessage& bad, const std::string& request_id);

// Each adds its pages.
void add_session_pages(Router& router, Site& site);     ///< sign in, second factor, demonstration people, account, drafts, hidden
void add_work_pages(Router& router, Site& site);        ///< home, notices, lists of cases
void add_case_pages(Router& router, Site& site);        ///< start, case, task, decision, note, share, documents
void add_people_pages(Router& router, Site& site);      ///< search, child, chronology, new person, who read
void add_manual_pages(Router& router, Site& site);      ///< procedures, diagrams, guidance, duties, who to ring
void add_report_pages(Router& router, Site& site);      ///< the public tells us of a worry, without an account
void add_admin_pages(Router& router, Site& site);       ///< organisations, teams, users, roles, calendars, audit
void add_api(Router& router, Site& site);               ///< /api/v1 and /api/openapi.json

}  // namespace hearken::web
