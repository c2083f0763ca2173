// Signing in with a password, and out again; choosing the role to act in.
#include "web/components/button.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/password_input.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/session_cookie.hpp"
#include "web/pages/session_pages.hpp"

namespace hearken::web {

namespace {

using casework::SessionState;

struct SignInForm {
    std::string name, next;
    bool kept = false;
    const Refusal* refusal = nullptr;
};

Response sign_in_page(const Visit& visit, const SignInForm& form) {
    PageContent content;
    content.title = "Sign in";
    if (form.refusal) {
        content.status = 422;
        content.main << refusal_summary(*form.refusal) << "\n"_html;
    }
    content.main << "<h1 class=\"govuk-heading-l\">Sign in</h1>\n"_html;
    if (form.kept)
        content.main << inset_text({.content = "You had been signed out, so nothing was sent. What you typed has been kept. Sign in again to carry on where you were."}) << "\n"_html;
    if (visit.world().demonstration) {
        Html words = "This is a demonstration. <a class=\"govuk-link\""_html;
        words.href("/demonstration" + (form.next == "/" ? "" : "?next=" + percent_encoded(form.next))) << ">Sign in as one of the invented people</a>."_html;
        content.main << inset_text({.content = words}) << "\n"_html;
    }
    content.main << form_open(visit, "/sign-in") << next_field(form.next)
                 << text_input({.name = "sign-in-name", .label = {.content = "Sign-in name"}, .error = error_at(form.refusal, "sign-in-name"), .value = form.name,
                                .classes = "govuk-input--width-20", .autocomplete = "username", .autocapitalize = "none", .spellcheck = false})
                 << "\n"_html
                 << password_input({.name = "password", .label = {.content = "Password"}, .error = error_at(form.refusal, "password"), .classes = "govuk-input--width-20"})
                 << "\n"_html << button({.content = "Sign in", .prevent_double_click = true}) << "\n</form>\n"_html
                 << "<p class=\"govuk-body\">If you cannot sign in, ask your organisation’s administrator. A child in immediate danger: ring 999 now, signed in or not.</p>\n"_html
                 << "<h2 class=\"govuk-heading-m\">No account?</h2>\n<p class=\"govuk-body\">Anybody can <a class=\"govuk-link\" href=\"/report\">tell us that they are worried about a child</a>, or look up <a class=\"govuk-link\" href=\"/contacts\">who to ring</a>.</p>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_sign_in(Visit& visit) {
    const auto next = next_place(visit.request);
    if (visit.session && visit.session->state == SessionState::Open) return redirect_see_other(next);
    return sign_in_page(visit, {.name = {}, .next = next, .kept = visit.request.query.has("kept")});
}

std::optional<Refusal> too_many_tries(Visit& visit) {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto decision = visit.site.sign_in_rate.take(visit.request.remote_address, now);
    if (decision) return std::nullopt;
    return Refusal::of(RefusalCode::TooMany, "wait", "Too many tries from here. Wait " + std::to_string(decision.retry_after.count()) + " seconds, then try again.", "password");
}

Response take_sign_in(Visit& visit) {
    const auto& fields = visit.request.form.fields;
    const SignInForm form{std::string(fields.get("sign-in-name")), next_place(visit.request)};
    const auto again = [&](const Refusal& refusal) {
        auto shown = form;
        shown.refusal = &refusal;
        return sign_in_page(visit, shown);
    };
    if (const auto refusal = too_many_tries(visit)) return again(*refusal);
    const auto signed_in = casework::sign_in(visit.world(), visit.site.sign_in,
                                             {form.name, std::string(fields.get("password")), visit.request.remote_address,
                                              device_in_words(visit.request), known_device(visit.request)});
    if (!signed_in) return again(signed_in.error());
    if (visit.session) casework::sign_out(visit.world(), session_token(visit.request));  // the session of whoever was here before
    return arrived(visit, *signed_in, form.next);
}

Response code_page(const Visit& visit, const std::string& next, const Refusal* refusal) {
    PageContent content;
    content.title = "Enter your code";
    if (refusal) {
        content.status = 422;
        content.main << refusal_summary(*refusal) << "\n"_html;
    }
    content.main << "<h1 class=\"govuk-heading-l\">Enter your code</h1>\n"_html << form_open(visit, "/sign-in/code") << next_field(next)
                 << text_input({.name = "code", .label = {.content = "Code"}, .hint = {.content = "The 6 figures that your authenticator app shows now, or one of your recovery codes"},
                                .error = error_at(refusal, "code"), .classes = "govuk-input--width-10", .autocomplete = "one-time-code", .spellcheck = false})
                 << "\n"_html << button({.content = "Continue", .prevent_double_click = true}) << "\n</form>\n"_html
                 << "<p class=\"govuk-body\">If you have neither the app nor a recovery code, ask your administrator to reset your second factor. It takes two administrators.</p>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_code(Visit& visit) {
    const auto next = next_place(visit.request);
    if (visit.session->state == SessionState::Open) return redirect_see_other(next);
    if (visit.session->state == SessionState::NeedsEnrolment) return redirect_see_other("/sign-in/set-up");
    return code_page(visit, next, nullptr);
}

Response take_code(Visit& visit) {
    const auto next = next_place(visit.request);
    if (visit.session->state == SessionState::Open) return redirect_see_other(next);
    if (const auto refusal = too_many_tries(visit)) return code_page(visit, next, &*refusal);
    const auto signed_in = casework::give_second_factor(visit.world(), visit.site.sign_in, session_token(visit.request), std::string(visit.request.form.fields.get("code")));
    if (!signed_in) return code_page(visit, next, &signed_in.error());
    return arrived(visit, *signed_in, next);
}

Response take_sign_out(Visit& visit) {
    casework::sign_out(visit.world(), session_token(visit.request));
    auto response = redirect_see_other("/sign-in");
    response.with_cookie(forget_session(visit.request));
    response.with_header("Clear-Site-Data", "\"cache\"");
    flash(response, "You have signed out.");
    return response;
}

Response take_role(Visit& visit) {
    const auto switched = casework::switch_role(visit.world(), *visit.session, RoleHeldId{std::string(visit.request.form.fields.get("role"))});
    if (!switched) return render_refusal(visit, switched.error());
    return redirect_see_other("/");
}

}  // namespace

std::string next_place(const Request& request) {
    const auto* given = request.form.fields.find("next");
    if (!given) given = request.query.find("next");
    if (!given || !is_local_target(*given) || !request_for("GET", *given)) return "/";
    for (const char* arriving : {"/sign-in", "/sign-out", "/demonstration", "/drafts", "/hidden", "/api/"})
        if (given->starts_with(arriving)) return "/";
    return *given;
}

Html next_field(const std::string& place) {
    Html out;
    if (place == "/") return out;
    out << "<input type=\"hidden\" name=\"next\""_html;
    out.attr("value", place);
    return out << ">\n"_html;
}

Response arrived(const Visit& visit, const casework::SignedIn& signed_in, const std::string& place) {
    const std::string with = place == "/" ? "" : "?next=" + percent_encoded(place);
    std::string to = place;
    if (signed_in.state == SessionState::NeedsSecondFactor) to = "/sign-in/code" + with;
    if (signed_in.state == SessionState::NeedsEnrolment) to = "/sign-in/set-up" + with;
    auto response = redirect_see_other(to);
    response.with_cookie(session_cookie(visit.request, signed_in.token));
    if (!signed_in.known_device.empty()) response.with_cookie(known_device_cookie(visit.request, signed_in.known_device));
    return response;
}

void add_sign_in_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/sign-in", .name = "sign-in.show", .audience = Audience::Anyone, .action = Action::SignIn, .handler = show_sign_in});
    add_route(router, site, {.method = "POST", .pattern = "/sign-in", .name = "sign-in", .audience = Audience::Anyone, .action = Action::SignIn, .handler = take_sign_in});
    add_route(router, site, {.method = "GET", .pattern = "/sign-in/code", .name = "sign-in.code.show", .audience = Audience::Arriving, .action = Action::SignIn, .handler = show_code});
    add_route(router, site, {.method = "POST", .pattern = "/sign-in/code", .name = "sign-in.code", .audience = Audience::Arriving, .action = Action::SignIn, .handler = take_code});
    add_route(router, site, {.method = "POST", .pattern = "/sign-out", .name = "sign-out", .audience = Audience::Arriving, .action = Action::SignIn, .handler = take_sign_out});
    add_route(router, site, {.method = "POST", .pattern = "/role", .name = "role.switch", .action = Action::ManageOwnSessions, .handler = take_role});
}

}  // namespace hearken::web
