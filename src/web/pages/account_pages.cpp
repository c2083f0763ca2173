// One's own account: sessions, password, second factor, and what one has looked at.
#include "calendar/moment_text.hpp"
#include "casework/recovery_codes.hpp"
#include "web/components/button.hpp"
#include "web/components/password_input.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/session_pages.hpp"

namespace hearken::web {

namespace {

using calendar::moment_text;

SummaryRow row(std::string key, Content value, SummaryAction action = {}) {
    SummaryRow made{.key = {.content = std::move(key)}, .value = {.content = std::move(value)}};
    if (!action.href.empty()) made.actions.items.push_back(std::move(action));
    return made;
}

Html roles_of(const casework::Session& session) {
    Html out;
    if (session.roles.empty()) return out << "No role today. Ask your administrator."_html;
    for (const auto& role : session.roles) {
        if (!out.empty()) out << "<br>"_html;
        out << role.role_title << ", "_html << role.organisation_name;
        if (!role.cover_for.empty()) out << " (covering for "_html << role.cover_for << ")"_html;
    }
    return out;
}

std::string second_factor_words(const casework::SecondFactorState& state) {
    if (!state.set_up) return "Not set up";
    return "Set up. " + std::to_string(state.recovery_codes_left) + (state.recovery_codes_left == 1 ? " recovery code left" : " recovery codes left");
}

Html sessions_of(const Visit& visit) {
    Html out;
    out << "<h2 class=\"govuk-heading-m\">Where you are signed in</h2>\n"_html;
    SummaryList list;
    for (const auto& one : casework::my_sessions(visit.world(), *visit.session)) {
        Html about;
        about << "Signed in "_html << moment_text(one.created_at) << "<br>Last used "_html << moment_text(one.last_seen_at);
        if (one.this_one)
            about << "<br>"_html << tag({.content = "This one", .classes = "govuk-tag--green"});
        else
            about << form_open(visit, "/account/sessions/end") << "<input type=\"hidden\" name=\"session\""_html
                  << Attributes{{"value", one.ref}} << ">\n"_html
                  << button({.content = "Sign out there", .classes = "govuk-button--secondary govuk-!-margin-top-2 govuk-!-margin-bottom-0"}) << "\n</form>\n"_html;
        list.rows.push_back(row(one.device, about));
    }
    return out << summary_list(list) << "\n"_html;
}

Response show_account(Visit& visit) {
    const auto& session = *visit.session;
    PageContent content;
    content.title = "Your account";
    const auto factor = casework::second_factor_state(visit.world(), session);
    SummaryList about;
    about.rows = {row("Name", session.user_name), row("Roles today", roles_of(session)),
                  row("Password", "Not shown", {.content = "Change", .href = "/account/password", .visually_hidden_text = "your password"}),
                  row("Second factor", second_factor_words(factor),
                      {.content = factor.set_up ? "Set up again" : "Set up", .href = "/sign-in/set-up", .visually_hidden_text = "your second factor"})};
    if (factor.set_up) about.rows.back().actions.items.push_back({.content = "New recovery codes", .href = "/account/recovery-codes"});
    content.main << "<h1 class=\"govuk-heading-l\">Your account</h1>\n"_html << summary_list(about) << "\n"_html
                 << "<ul class=\"govuk-list\">\n<li><a class=\"govuk-link\" href=\"/account/drafts\">Your drafts</a></li>\n"_html
                 << "<li><a class=\"govuk-link\" href=\"/account/tokens\">API tokens</a></li>\n<li><a class=\"govuk-link\""_html;
    content.main.href("/audit/users/" + session.user.str()) << ">What you have looked at</a></li>\n</ul>\n"_html << sessions_of(visit);
    return render_page(visit, std::move(content));
}

Response take_end_session(Visit& visit) {
    const auto ended = casework::end_session(visit.world(), *visit.session, std::string(visit.request.form.fields.get("session")));
    if (!ended) return render_refusal(visit, ended.error());
    auto response = redirect_see_other("/account");
    flash(response, "That device has been signed out.");
    return response;
}

Response password_page(const Visit& visit, const Refusal* refusal) {
    PageContent content;
    content.title = "Change your password";
    if (refusal) {
        content.status = 422;
        content.main << refusal_summary(*refusal) << "\n"_html;
    }
    content.main << "<h1 class=\"govuk-heading-l\">Change your password</h1>\n<p class=\"govuk-body\">Every other device is signed out when you change it.</p>\n"_html
                 << form_open(visit, "/account/password")
                 << password_input({.name = "old-password", .label = {.content = "Current password"}, .error = error_at(refusal, "old-password"), .classes = "govuk-input--width-20"}) << "\n"_html
                 << password_input({.name = "new-password", .label = {.content = "New password"},
                                    .hint = {.content = "At least 12 characters. Three words that have nothing to do with each other are easy to remember and hard to guess."},
                                    .error = error_at(refusal, "new-password"), .classes = "govuk-input--width-20", .autocomplete = "new-password"})
                 << "\n"_html << button({.content = "Change password", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_password(Visit& visit) { return password_page(visit, nullptr); }

Response take_password(Visit& visit) {
    const auto& fields = visit.request.form.fields;
    const auto changed = casework::change_password(visit.world(), visit.site.sign_in, *visit.session, std::string(fields.get("old-password")), std::string(fields.get("new-password")));
    if (!changed) return password_page(visit, &changed.error());
    auto response = redirect_see_other("/account");
    flash(response, "Your password has been changed.");
    return response;
}

}  // namespace

void add_account_pages(Router& router, Site& site) {
    constexpr auto own = access::Action::ManageOwnSessions;
    add_route(router, site, {.method = "GET", .pattern = "/account", .name = "account.show", .action = own, .handler = show_account});
    add_route(router, site, {.method = "POST", .pattern = "/account/sessions/end", .name = "account.session.end", .action = own, .handler = take_end_session});
    add_route(router, site, {.method = "GET", .pattern = "/account/password", .name = "account.password.show", .action = own, .handler = show_password});
    add_route(router, site, {.method = "POST", .pattern = "/account/password", .name = "account.password.change", .action = own, .handler = take_password});
}

}  // namespace hearken::web
