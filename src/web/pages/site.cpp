#include "web/pages/site.hpp"

#include <stdexcept>

#include "auth/secret_text.hpp"
#include "casework/audit_trail.hpp"
#include "web/components/csrf.hpp"
#include "web/pages/kept_form.hpp"
#include "web/pages/notice_cookie.hpp"
#include "web/pages/same_origin.hpp"
#include "web/pages/session_cookie.hpp"

namespace hearken::web {

namespace {

using casework::SessionState;

bool is_api(const PageRoute& route) { return route.pattern.starts_with("/api/"); }

std::string bearer_token(const Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const auto header = request.header("Authorization");
    return header.starts_with(kScheme) ? std::string(trimmed(header.substr(kScheme.size()))) : std::string{};
}

/// Rates protect the machine, so they run on its own time even where a test clock stands still.
RateLimiter::Moment machine_time() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

std::optional<Response> refused_by_rate(Visit& visit, const std::string& key) {
    const auto decision = visit.site.page_rate.take(key, machine_time());
    if (decision) return std::nullopt;
    const auto seconds = std::to_string(decision.retry_after.count());
    auto response = render_refusal(visit, Refusal::of(RefusalCode::TooMany, "rate", "Too many pages were asked for in a short time. Wait " + seconds + " seconds, then try again."));
    response.headers.set("Retry-After", seconds);
    return response;
}

/// Who comes: by token on the API, by cookie everywhere. A token or cookie that is no good costs its address, so that
/// guessing them is limited too.
std::optional<Response> identify(Visit& visit, const PageRoute& route) {
    const auto bearer = is_api(route) ? bearer_token(visit.request) : std::string{};
    const auto cookie = session_token(visit.request);
    const std::string& secret = bearer.empty() ? cookie : bearer;
    const std::string by_address = "address:" + visit.request.remote_address;
    if (auto refused = refused_by_rate(visit, secret.empty() ? by_address : auth::digest_of(secret))) return refused;
    if (secret.empty()) return std::nullopt;
    auto session = bearer.empty() ? casework::resume(visit.world(), visit.site.sign_in, secret) : casework::resume_token(visit.world(), secret);
    if (session) {
        visit.session = std::move(*session);
        return std::nullopt;
    }
    if (auto refused = refused_by_rate(visit, by_address)) return refused;
    if (bearer.empty()) return std::nullopt;
    return render_refusal(visit, session.error()).with_header("WWW-Authenticate", "Bearer");
}

std::string with_next(std::string place, const std::string& next, bool kept) {
    std::string separator = "?";
    if (next != "/") { place += separator + "next=" + percent_encoded(next); separator = "&"; }
    if (kept) place += separator + "kept=yes";
    return place;
}

/// To the page that is still to be passed, with what was typed kept on the way.
Response sent_to(const Visit& visit, const PageRoute& route, const std::string& place) {
    if (is_api(route) || route.for_script)
        return render_refusal(visit, Refusal::of(RefusalCode::SignInNeeded, "sign-in-needed", "Sign in first."));
    const auto& request = visit.request;
    if (!request.is_read()) {
        const auto kept = keep_form(visit.site, request);
        return redirect_see_other(with_next(place, kept ? kept->take_up_at : "/", kept.has_value()));
    }
    return redirect_see_other(with_next(place, request.raw_path + (request.raw_query.empty() ? "" : "?" + request.raw_query), false));
}

std::optional<Response> refused_audience(const Visit& visit, const PageRoute& route) {
    if (route.audience == Audience::Anyone) return std::nullopt;
    if (!visit.session) return sent_to(visit, route, "/sign-in");
    if (route.audience == Audience::Arriving || visit.session->state == SessionState::Open) return std::nullopt;
    return sent_to(visit, route, visit.session->state == SessionState::NeedsSecondFactor ? "/sign-in/code" : "/sign-in/set-up");
}

bool has_request_token(const Visit& visit) {
    const auto& request = visit.request;
    const std::string_view given = request.headers.has("X-CSRF-Token") ? request.header("X-CSRF-Token") : request.form.fields.get(kCsrfFieldName);
    return !visit.csrf().empty() && auth::same_secret(given, visit.csrf());
}

Response out_of_date(const Visit& visit) {
    const auto kept = keep_form(visit.site, visit.request);
    if (kept && kept->user == visit.session->user) {
        auto response = redirect_see_other(kept->take_up_at);
        flash(response, "You had signed in again since this form was opened. What you typed has been kept: check it, then send it again.");
        return response;
    }
    const char* words = kept ? "Somebody else had opened this form. What was typed has been kept for them: they find it after signing in. Nothing was sent."
                             : "This form was opened before you last signed in. Go back, copy what you typed, reload the page and send it again.";
    return render_refusal(visit, Refusal::of(RefusalCode::NotPermitted, "request-token", words));
}

std::optional<Response> refused_change(const Visit& visit, const PageRoute& route) {
    const bool by_token = visit.session && visit.session->actor.by_token;
    if (visit.request.is_read() || by_token) return std::nullopt;
    if (!comes_from_our_own_page(visit.request))
        return render_refusal(visit, Refusal::of(RefusalCode::NotPermitted, "another-site", "This was sent from another website. Nothing was changed. Open the page here and send it again."));
    if (route.audience == Audience::Anyone || has_request_token(visit)) return std::nullopt;
    return out_of_date(visit);
}

std::optional<Response> refused_action(const Visit& visit, const PageRoute& route) {
    const access::Actor actor = visit.session ? visit.session->actor : access::Actor{};
    if (actor.by_token && !route.scope.empty() && !actor.scopes.contains(route.scope)) {
        auto refusal = Refusal::of(RefusalCode::NotPermitted, "token-scope", "This API token does not have the scope \"" + route.scope + "\". Make a token that has it.");
        return render_refusal(visit, casework::note_refusal(visit.world(), actor, route.action, {}, std::move(refusal)).value());
    }
    if (const auto decided = casework::allowed(visit.world(), actor, route.action); !decided) return render_refusal(visit, decided.error());
    return std::nullopt;
}

Response handled(Visit& visit, const PageRoute& route) {
    Response response;
    try {
        response = route.handler(visit);
    } catch (...) {
        // The server tells the reader; here only what was typed is saved from the failure.
        if (!visit.request.is_read()) keep_form(visit.site, visit.request);
        throw;
    }
    const auto* taken_up = visit.request.form.fields.find(kTakenUpName);
    if (taken_up && visit.session && response.status < 400) casework::discard_draft(visit.world(), *visit.session, *taken_up);
    return response;
}

Response answer(Visit& visit, const PageRoute& route) {
    if (auto refused = identify(visit, route)) return std::move(*refused);
    if (auto refused = refused_audience(visit, route)) return std::move(*refused);
    if (auto refused = refused_change(visit, route)) return std::move(*refused);
    if (auto refused = refused_action(visit, route)) return std::move(*refused);
    return handled(visit, route);
}

const char* name_of(Audience audience) {
    switch (audience) {
        case Audience::Anyone: return "anyone";
        case Audience::Arriving: return "arriving";
        case Audience::SignedIn: return "signed-in";
    }
    return "signed-in";
}

}  // namespace

const std::string& Visit::csrf() const {
    static const std::string none;
    return session ? session->csrf_token : none;
}

void add_route(Router& router, Site& site, PageRoute route) {
    if (route.audience != Audience::SignedIn && !access::may(access::Actor{}, route.action))
        throw std::logic_error("route " + route.name + " is open to people not signed in, but its action is not");
    Route added{route.method, route.pattern, route.name, {}, {}};
    added.metadata = {{"audience", name_of(route.audience)}, {"action", std::string(access::action_name(route.action))},
                      {"scope", route.scope}, {"summary", route.summary}};
    added.handler = [&site, route = std::move(route)](const Request& request, const Params& params) {
        Visit visit{site, request, params, std::nullopt, notice_left(site, request)};
        auto response = answer(visit, route);
        settle_notice(site, request, visit.notice, response);
        // Browsers then say honestly which page of ours a form came from; other sites are still told nothing.
        if (!response.headers.has("Referrer-Policy")) response.with_header("Referrer-Policy", "same-origin");
        return response;
    };
    router.add(std::move(added));
}

Html form_open(const Visit& visit, std::string_view action, std::string_view draft_key, bool multipart) {
    Html out;
    out << "<form method=\"post\" novalidate"_html;
    out.link("action", action);
    if (multipart) out << " enctype=\"multipart/form-data\""_html;
    const auto& request = visit.request;
    std::string mark;
    if (visit.session) {
        const std::string page = request.raw_path + (request.raw_query.empty() ? "" : "?" + request.raw_query);
        mark = seal_mark(visit.site, {visit.session->user, std::string(draft_key), page});
    }
    if (!draft_key.empty() && !mark.empty()) {
        out.attr("data-draft-url", "/drafts?key=" + percent_encoded(draft_key) + "&form=" + mark);
        out.flag("data-draft", true);
    }
    out << ">\n"_html << csrf_field(visit.csrf());
    if (!mark.empty()) {
        out << "<input type=\"hidden\""_html;
        out.attr("name", kFormMarkName).attr("value", mark) << ">\n"_html;
    }
    return out;
}

}  // namespace hearken::web
